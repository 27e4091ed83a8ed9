package app

import (
	"os"
	"strings"
	"testing"
	"time"
)

// What a new release shows as an example of an instant is one to come, in the afternoon too.
func TestTheExampleOfANewReleaseIsToCome(t *testing.T) {
	for now, want := range map[string][2]string{
		"2026-12-31T16:00:00Z": {"date     = 2026-12-31 ", "2027-01-01T09:00:00"},
		"2026-12-31T23:30:00Z": {"date     = 2027-01-01 ", "2027-01-02T09:00:00"}, // the day of the zone
	} {
		dir := t.TempDir()
		if err := Init(dir, Beginning{Empty: true, Who: Identity{Zone: "Europe/Berlin"}}); err != nil {
			t.Fatal(err)
		}
		a, err := Folder(dir, World{Now: func() time.Time {
			at, err := time.Parse(time.RFC3339, now)
			if err != nil {
				t.Fatal(err)
			}
			return at
		}})
		if err != nil {
			t.Fatal(err)
		}
		name, err := a.NewRelease("ferry")
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{want[0], "# embargo    = " + want[1], "# release_at = " + want[1]} {
			if !strings.Contains(string(text), line) {
				t.Errorf("%s: %q is not in\n%s", now, line, text)
			}
		}
	}
}
