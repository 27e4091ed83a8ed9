package attribution

import (
	"slices"
	"strconv"
	"testing"
)

// However phrases lead to others, reading them ends.
func TestPhrasesWithinPhrasesEnd(t *testing.T) {
	d := drafted("en")
	ana := "Ana Ruiz, director of the Rivers Trust"
	for _, c := range []struct {
		reading []string
		ok      bool
	}{
		{nil, true},
		{asManyPhrases()[:mostWithin-1], true},
		{asManyPhrases(), false},
		{[]string{ana}, false}, // no phrase leads to itself
		{[]string{"Ana Ruiz"}, true},
	} {
		d.reading = slices.Clone(c.reading)
		if who := d.Parse(ana); who.Ok != c.ok || !slices.Equal(d.reading, c.reading) {
			t.Errorf("within %q: %+v, then within %q", c.reading, who, d.reading)
		}
	}
}

// asManyPhrases are as many phrases as may be read within each other.
func asManyPhrases() []string {
	var out []string
	for i := range mostWithin {
		out = append(out, strconv.Itoa(i))
	}
	return out
}
