package attribution

import (
	"strings"
	"testing"
)

// What stands before a name goes back to the last small word, or to a mark.
func TestWhatStandsBeforeANameByItself(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"Then came Cod Institute chair ":    "Cod Institute chair ",
		"then came deputy chair ":           "deputy chair ",
		"then came chair of Cod Institute ": "chair of Cod Institute ",
		"then came Cod chair Dr. ":          "Cod chair Dr. ",
		"then came Cod Institute, ":         "Cod Institute, ",
		"The Cod chair ":                    "Cod chair ",
		"of Cod chair ":                     "Cod chair ",
		"In Cod chair ":                     "Cod chair ",
		"chair ":                            "chair ",
		"It came ":                          "",
		"":                                  "",
		"Ka Kb Kc Kd Ke Kf Kg Kh Ki Kj Kk Kl Km ": "Kd Ke Kf Kg Kh Ki Kj Kk Kl Km ",
	}
	for _, mark := range strings.Split(",.;:)”\"", "") {
		cases["Rota"+mark+" Cod chair "] = "Cod chair "
	}
	for before, want := range cases {
		if got := quays().titledBefore(before); got != want {
			t.Errorf("%q: %q, want %q", before, got, want)
		}
	}
}

// Single marks are those of speech where the text has no double ones, or all of them within.
func TestDoubleMarksWithinSingleOnes(t *testing.T) {
	t.Parallel()
	for _, mark := range strings.Split("“”„«»\"", "") {
		for text, want := range map[string]int{
			"‘We " + mark + "won,’ said Ana.":        1,
			"‘We won,’ said Ana " + mark + "here.":   0,
			mark + "Here ‘we won,’ said Ana.":        0,
			"‘We “won”,’ said Ana " + mark + "here.": 0,
		} {
			if got, ok := inSingleMarks(text); len(got) != want || ok != (want > 0) {
				t.Errorf("%s: %v", text, got)
			}
		}
	}
	if got, ok := inSingleMarks("Nobody said so."); len(got) > 0 || !ok {
		t.Errorf("no marks: %v", got)
	}
}
