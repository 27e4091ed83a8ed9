package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestNobodyIsNamed reads nobody in no words, and an office that ends with the letter of an owner.
func TestNobodyIsNamed(t *testing.T) {
	t.Parallel()
	if who := drafted("en").named(""); who.Ok {
		t.Errorf("no words: %s", inThree(who))
	}
	if got := inThree(drafted("pl").person("Prezes Ana Ruiz", prose.Tokens("Prezes Ana Ruiz"))); got != "Ana Ruiz | Prezes | " {
		t.Error(got)
	}
}
