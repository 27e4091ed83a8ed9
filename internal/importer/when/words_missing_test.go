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
	var b strings.Builder
	for _, line := range listed(t) {
		fmt.Fprintf(&b, "=== %s\n%s", line[1], expect.Slips(strings.ReplaceAll(line[1], " // ", "\n"), expect.Words, line.taken))
	}
	expect.File(t, "lacking.golden.txt", b.String())
}

// The same of lines of which one word is written otherwise: every third of the list.
func TestLinesWithAWordWrittenOtherwise(t *testing.T) {
	var b strings.Builder
	for i, line := range listed(t) {
		if i%3 == 0 {
			fmt.Fprintf(&b, "=== %s\n%s", line[1], expect.Turns(strings.ReplaceAll(line[1], " // ", "\n"), expect.Words, line.taken))
		}
	}
	expect.File(t, "turned.golden.txt", b.String())
}

// line is a language, and a line in it.
type line [2]string

// listed are the lines of the importer's list, each once.
func listed(t *testing.T) (out []line) {
	t.Helper()
	src, err := os.ReadFile("../testdata/embargo-lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for l := range strings.Lines(string(src)) {
		cells := strings.SplitN(strings.TrimSpace(l), " | ", 5)
		if len(cells) < 5 || strings.HasPrefix(l, "#") || seen[cells[4]] || len(cells[4]) > 130 {
			continue
		}
		seen[cells[4]] = true
		out = append(out, line{strings.TrimSpace(cells[0]), cells[4]})
	}
	return out
}

// taken is what a line is taken for.
func (l line) taken(text string) string {
	r := Read(text, Options{Today: day0, Language: l[0]})
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
}
