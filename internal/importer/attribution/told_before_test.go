package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestCzechByItsLetters tells it from its neighbours.
func TestCzechByItsLetters(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Přístav otevře v květnu. Lodě říčních rybářů se vrátí z moře na jaře.":   "cs",
		"Luka se otvara u svibnju. Brodovi ribara se vraćaju s mora na proljeće.": "hr",
	} {
		if got := prose.GuessLanguage([]prose.Para{{Text: text}}); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
