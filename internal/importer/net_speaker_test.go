package importer

import "testing"

// TestNobodyIsNamed reads nobody in no words, and an office that ends with the letter of an owner.
func TestNobodyIsNamed(t *testing.T) {
	t.Parallel()
	if who := drafted("en").named(""); who.ok {
		t.Errorf("no words: %s", inThree(who))
	}
	if got := inThree(drafted("pl").person("Prezes Ana Ruiz", tokens("Prezes Ana Ruiz"))); got != "Ana Ruiz | Prezes | " {
		t.Error(got)
	}
}
