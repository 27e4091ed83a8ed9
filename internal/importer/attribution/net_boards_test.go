package attribution

import "testing"

// TestBoardsOfBodiesInRomance asks that a title takes in the board only where an office stands before it, wherever the two stand.
func TestBoardsOfBodiesInRomance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, phrase, name, title, org string }{
		{
			"fr", "Au nom du conseil d’administration de la Fondation Mer, la présidente Ana Ruiz", "Ana Ruiz", "présidente",
			"Fondation Mer",
		},
		{"fr", "Ana Ruiz, présidente du conseil d’administration de la Fondation Mer", "Ana Ruiz", "présidente du conseil d’administration", "Fondation Mer"},
		{"es", "Ana Ruiz, de la junta directiva de la Fundación Mar", "Ana Ruiz", "", "Fundación Mar"},
		{"es", "la vocal de la junta directiva de la Fundación Mar, Ana Ruiz", "Ana Ruiz", "vocal de la junta directiva", "Fundación Mar"},
		{"it", "A nome del consiglio direttivo della Fondazione Mare, la presidente Ana Ruiz", "Ana Ruiz", "presidente", "Fondazione Mare"},
	} {
		who, ok := ofTexts(c.lang, "X.").regular(c.phrase)
		if !ok || who.Name != c.name || who.Title != c.title || who.Org != c.org {
			t.Errorf("%s: %q, %q, %q, %t", c.phrase, who.Name, who.Title, who.Org, ok)
		}
	}
}
