package attribution

import (
	"testing"
)

// An article that is joined to an office or trade is no part of it, and a verb is none.
func TestAnArticleThatIsJoinedToATradeIsNoPartOfIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, phrase, want string }{
		{"fr", "l’avocate Ana Ruiz", "Ana Ruiz | avocate"},
		{"fr", "l'avocate Ana Ruiz", "Ana Ruiz | avocate"},
		{"it", "l’architetto Marco Riva", "Marco Riva | architetto"},
		{"fr", "l’explique Ana Ruiz", " | "},
		{"fr", "l’Avocate Ana Ruiz", "Ana Ruiz | Avocate"},
		{"en", "l’avocate Ana Ruiz", " | "},
	} {
		d := drafted(c.lang)
		if who := d.named(c.phrase); who.Name+" | "+who.Title != c.want {
			t.Errorf("%s %q: %q | %q, want %q", c.lang, c.phrase, who.Name, who.Title, c.want)
		}
	}
}
