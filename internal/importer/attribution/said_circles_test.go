package attribution

import (
	"testing"
)

// However phrases lead to others, reading them ends.
func TestPhrasesWithinPhrasesEnd(t *testing.T) {
	d := drafted("en")
	for _, c := range []struct {
		within int
		ok     bool
	}{{0, true}, {mostWithin - 1, true}, {mostWithin, false}} {
		d.within = c.within
		if who := d.Parse("Ana Ruiz, director of the Rivers Trust"); who.Ok != c.ok || d.within != c.within {
			t.Errorf("within %d: %+v, then within %d", c.within, who, d.within)
		}
	}
}
