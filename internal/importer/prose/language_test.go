package prose

import (
	"slices"
	"testing"
)

// Of two languages of which a text has as much, it is the one that more releases are written in.
func TestOfTwoLanguagesTheMoreUsual(t *testing.T) {
	t.Parallel()
	own := func(lang string) string {
		var words []string
		for w := range commonest()[lang] {
			alone := true
			for other, set := range commonest() {
				alone = alone && (other == lang || !set[w])
			}
			if alone {
				words = append(words, w)
			}
		}
		if len(words) == 0 {
			t.Fatalf("%s has no word of its own", lang)
		}
		return slices.Min(words)
	}
	order := []string{"en", "es", "fr", "de", "it", "pt", "nl", "cs", "da"}
	for i, first := range order[:len(order)-2] {
		for _, second := range order[i+1:] {
			if got := GuessLanguage([]Para{{Text: own(second) + " " + own(first)}}); got != first {
				t.Errorf("%s and %s: %s, want %s", first, second, got, first)
			}
		}
	}
}
