package importer

import (
	"testing"
	"time"
)

// Whom a noun means may be asked of a sentence about the same noun, which asks for it again: that ends, and nobody is named.
func TestANounThatMeansItselfEnds(t *testing.T) {
	for _, noun := range []string{"senator", "prelate", "young farmer", "Swansea-based economist"} {
		source := "Quays open\n\nMARLOW, 12 November 2026 – The quays open today.\n\nThe " + noun + " praised the keepers of the lamps. " +
			"“We want clean quays and more lamps for all,” the " + noun + " said.\n"
		r, err := Import("release.txt", []byte(source), Options{Today: time.Date(2026, 11, 12, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range r.Quotes {
			if q.Speaker != "" {
				t.Errorf("%s: %+v", noun, q)
			}
		}
	}
}
