package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

func TestASurnameIsAWholeWord(t *testing.T) {
	d := drafted("en")
	d.Known = []Speaker{{Name: "Ana Farrell Reed"}}
	for words, want := range map[string]bool{"Reed": true, "Farrell Reed": true, "eed": false, "arrell Reed": false} {
		if _, ok := d.surnameOf(words); ok != want {
			t.Errorf("%q: %v, want %v", words, ok, want)
		}
	}
}

func TestWordsBetweenTheTwoPartsOfAVerb(t *testing.T) {
	for tag, list := range map[string][]string{
		"es": {"ha declarado", "ha también declarado", "ha además añadido"},
		"fr": {"a déclaré", "a également déclaré", "a ensuite ajouté"},
		"it": {"ha dichiarato", "ha poi aggiunto", "ha inoltre dichiarato"},
	} {
		for _, verb := range list {
			if !prose.Phrasing(tag, `^(?:{verb})$`).MatchString(verb) {
				t.Errorf("%s: %q is no verb of saying", tag, verb)
			}
		}
	}
}
