package attribution

import (
	"strings"
	"testing"
)

// A name leads so many words, and no more: behind it stand what the person is and for whom.
func TestHowManyWordsANameLeads(t *testing.T) {
	for _, c := range []struct {
		words int
		org   string
	}{{16, "W W W W W W W W W W W W"}, {17, ""}} {
		d := drafted("en")
		who := d.named("Ana Ruiz of the" + strings.Repeat(" W", c.words-4))
		if who.Ok != (c.org != "") || who.Org != c.org {
			t.Errorf("%d words: %s", c.words, whose(who))
		}
	}
}

// German verbs stand in two pieces.
func TestVerbsInTwoPieces(t *testing.T) {
	for said, want := range map[string]string{
		"fügt Ana Ruiz hinzu":                          "Ana Ruiz |  | ",
		"fügt Ana Ruiz, Leiterin von Flussbund, hinzu": "Ana Ruiz | Leiterin | Flussbund",
		"fügt die Sprecherin Ana Ruiz hinzu":           "Ana Ruiz | Sprecherin | ",
		"stellt Ana Ruiz klar":                         "Ana Ruiz |  | ",
	} {
		who, ok := drafted("de").Said(said)
		if got := who.Name + " | " + who.Title + " | " + who.Org; !ok || got != want {
			t.Errorf("%s: %s, want %s", said, got, want)
		}
	}
}
