package release

import (
	"strings"
	"testing"

	"pressroom/internal/language"
)

// Names that run against the sentence keep their place in it beside words that do so too,
// and beside numbers. Elsewhere nothing is added.
func TestNamesThatRunAgainstTheSentence(t *testing.T) {
	for _, c := range []struct {
		tag, speaker, org, text string
		style                   Style
		want                    string
	}{
		{"en", "דנה כהן", "נמל 2019", "We met. {said} נמל!", StyleSaid, "“We met,” said דנה כהן of נמל 2019.\u200e “נמל!”"},
		{"en", "דנה כהן", "נמל", "We met. {said} 1,204 times.", StyleSaid, "“We met,” said דנה כהן of נמל.\u200e “1,204 times.”"},
		{"en", "דנה כהן", "נמל", "We met. {said} Twice.", StyleSaid, "“We met,” said דנה כהן of נמל. “Twice.”"},
		{"en", "Ana Ruiz", "Quay", "We met. {said} 12 times.", StyleSaid, "“We met,” said Ana Ruiz of Quay. “12 times.”"},
		{"en", "דנה", "Quay", "We asked נמל.", StyleDash, "“We asked נמל.”\u200e – דנה, Quay"},
		{"he", "Dana", "Port", "אבג. {said} Quay דה.", StyleSaid, "”אבג”, לדברי Dana, Port.\u200f ”Quay דה”."},
		{"he", "Dana", "Port", "אבג. {said} דה.", StyleSaid, "”אבג”, לדברי Dana, Port. ”דה”."},
	} {
		q := &Quote{Speaker: c.speaker, Org: c.org, Text: c.text, Style: c.style}
		out, diags := q.Reads(c.tag)
		if out == nil {
			t.Fatal(diags)
		}
		if got := strings.Join(out.Plain(), "\n"); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	line := PressContact{Name: "דנה כהן", Org: "נמל 2019", Phone: "+972 4 555", Email: "d@x.example"}.Line(language.Of("en"))
	if want := "דנה כהן\u200e, נמל 2019\u200e, +972 4 555, d@x.example"; line != want {
		t.Errorf("%q, want %q", line, want)
	}
}
