package when

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What each line of the importer's list is taken for when one word of it is missing, or
// stands twice: an instant, or why there is none.
func TestLinesThatLackAWord(t *testing.T) {
	src, err := os.ReadFile("../testdata/embargo-lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	seen := make(map[string]bool)
	for line := range strings.Lines(string(src)) {
		cells := strings.SplitN(strings.TrimSpace(line), " | ", 5)
		if len(cells) < 5 || strings.HasPrefix(line, "#") || seen[cells[4]] || len(cells[4]) > 130 {
			continue
		}
		seen[cells[4]] = true
		fmt.Fprintf(&b, "=== %s\n%s", cells[4], expect.Slips(strings.ReplaceAll(cells[4], " // ", "\n"), expect.Words, func(s string) string {
			r := Read(s, Options{Today: day0, Language: strings.TrimSpace(cells[0])})
			out := r.Why
			if !r.At.IsZero() {
				out = r.At.Format("2006-01-02T15:04Z07:00") + " " + r.Zone
			}
			if r.Embargo && !r.Outright {
				out += ", embargo"
			}
			if r.Immediate {
				out += ", at once"
			}
			if r.Open {
				out += ", open"
			}
			return out
		}))
	}
	expect.File(t, "lacking.golden.txt", b.String())
}
