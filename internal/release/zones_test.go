package release

import (
	"fmt"
	"strings"
	"testing"

	golden "pressroom/internal/expect"
)

// What is read of further zones, and what the lines of an embargo make of them.
func TestFurtherZonesOfAnEmbargo(t *testing.T) {
	const embargo, day = "embargo = 2026-07-26T09:00:00-07:00\ntimezone = \"America/Los_Angeles\"\n", "date = 2026-07-26\n"
	var b strings.Builder
	for _, keys := range []string{
		embargo,
		embargo + `zones = []`,
		embargo + `zones = ["America/New_York"]`,
		embargo + `zones = ["Europe/London", "America/New_York", "Asia/Tokyo"]`,
		embargo + `zones = ["America/Vancouver"]`,
		embargo + `zones = ["America/Chicago", "America/Denver", "America/New_York", "Europe/Paris", "Asia/Tokyo"]`,
		embargo + `zones = ["America/Chicago", "America/Denver", "America/New_York", "Europe/Paris", "Asia/Tokyo", "Asia/Seoul"]`,
		embargo + `zones = ["Nowhere", "", "Local", "Europe/Paris"]`,
		embargo + `zones = "Europe/Paris"`,
		embargo + `zones = [1]`,
		day + `zones = ["America/New_York"]`,
		day + `zones = []`,
		"release_at = 2026-07-26T09:00:00Z\nzones = [\"America/New_York\"]",
		"release_at = \"hold\"\nzones = [\"America/New_York\"]",
		"embargo = \"?\"\nzones = [\"America/New_York\"]",
		embargo + `timezones = ["America/New_York"]`,
	} {
		rel, diags := read(t, "+++\nheadline = \"H\"\nto = [\"a\"]\n"+keys+"\n[[contact]]\nname = \"B\"\nemail = \"b@c.example\"\n+++\nx\n")
		fmt.Fprintf(&b, "=== %s\n", keys)
		if len(diags) > 0 {
			fmt.Fprintf(&b, "%s\n", diags)
		}
		if rel != nil {
			cat := rel.Main().Catalogue()
			fmt.Fprintf(&b, "%s\n%s\n%s\n", rel.ReleaseLines(cat, PhaseAdvance), rel.ReleaseLines(cat, PhaseRelease), rel.SubjectLine(cat, rel.Main(), PhaseAdvance))
			for _, z := range rel.Zones {
				fmt.Fprintln(&b, z, z.At)
			}
		}
	}
	golden.File(t, "zones.golden.txt", b.String())
}
