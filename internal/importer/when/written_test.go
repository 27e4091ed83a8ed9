package when

import (
	"strings"
	"testing"
	"time"
)

// TestLinesAsTheyAreWritten reads the lines of written.txt: an instant where there is one,
// and what is not sure where there is none.
func TestLinesAsTheyAreWritten(t *testing.T) {
	for _, f := range lines(t, "written.txt", 3) {
		r := Read(strings.ReplaceAll(f[2], " // ", "\n"), Options{Language: f[0], Today: day0})
		if got, right := writtenAs(r, f[1]); !right {
			t.Errorf("%s\nis   %s\nwant %s", f[2], got, f[1])
		}
	}
}

// writtenAs is what a reading is in the words of written.txt, and whether it is what is wanted.
func writtenAs(r Reading, want string) (string, bool) {
	unsure, isUnsure := strings.CutPrefix(want, "?")
	got := ""
	switch {
	case (r.Embargo || r.Release) && !r.At.IsZero():
		zone := r.Zone
		if zone == "" {
			zone = "-"
		}
		got = r.At.Format("2006-01-02T15:04:05-07:00") + " " + zone
	case r.Embargo, r.Release && r.Hour:
		got = "? " + r.Why
		return got, isUnsure && r.Why != "" && strings.Contains(r.Why, strings.TrimSpace(unsure))
	case r.Open && !r.Hour:
		got = "open"
	case !r.Open && !r.Release && !r.Hour:
		got = "nothing"
	default:
		got = "an hour of " + r.At.Format(time.RFC3339) + ": " + r.Why
	}
	return got, got == want
}
