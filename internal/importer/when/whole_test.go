package when

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is read of every line that the importer's list has, and why one is left open.
func TestReadingsWhole(t *testing.T) {
	src, err := os.ReadFile("../testdata/embargo-lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	seen := make(map[string]bool)
	for line := range strings.Lines(string(src)) {
		cells := strings.SplitN(strings.TrimSpace(line), " | ", 5)
		if len(cells) < 5 || strings.HasPrefix(line, "#") || seen[cells[4]] {
			continue
		}
		seen[cells[4]] = true
		fmt.Fprintf(&b, "%s\n  %+v\n", cells[4], Read(cells[4], Options{Today: day0, Language: strings.TrimSpace(cells[0])}))
	}
	expect.File(t, "readings.golden.txt", b.String())
}
