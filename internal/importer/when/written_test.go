package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
)

// TestLinesAsTheyAreWritten reads the lines of written.txt: an instant where there is one,
// and what is not sure where there is none; the golden file has all that is read of each.
func TestLinesAsTheyAreWritten(t *testing.T) {
	var b strings.Builder
	for _, f := range lines(t, "written.txt", 3) {
		r := Read(strings.ReplaceAll(f[2], " // ", "\n"), Options{Language: f[0], Today: day0})
		if got, right := writtenAs(r, f[1]); !right {
			t.Errorf("%s\nis   %s\nwant %s", f[2], got, f[1])
		}
		fmt.Fprintf(&b, "%s %s\n  %s\n", f[0], f[2], strings.ReplaceAll(expect.Given(r), "\n", "⏎"))
	}
	expect.File(t, "written.golden.txt", b.String())
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
