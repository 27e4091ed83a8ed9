package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestLinesThatSayWhen tells lines that say when a release may be published from those with other words.
func TestLinesThatSayWhen(t *testing.T) {
	t.Parallel()
	strange := func(n int) string { return strings.Repeat("lamp ", n) }
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Under embargo", true},
		{"Under embargo " + strange(13), true},
		{strange(4) + "under embargo " + strange(7), true},
		{strange(4) + "under embargo " + strange(8), false},
		{"Under embargo " + strings.Repeat("x", 285), true},
		{"Under embargo " + strings.Repeat("x", 286), false},
		{"Not for publication before 4 May 2026", true},
		{"For release 9 a.m. ET", true},
		{"For release 4 May 2026", false},
		{"For immediate release, 9 a.m. ET", true},
		{"For immediate release", false},
		{"The lamps burn at 9 a.m. ET", false},
		{"The old lamps of Marlow burn, for release 9 a.m.", false},
	} {
		if got := prose.IsTimeLine(c.text); got != c.want {
			t.Errorf("%.60s (%d bytes): %t", c.text, len(c.text), got)
		}
	}
}
