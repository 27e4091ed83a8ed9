package bounce

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// All that is read of each shape: who sent it, every failure, and the words that the
// press office is shown.
func TestReportsWhole(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, raw, _ := strings.Cut(string(src), "\n")
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "TOKEN", ours), "\n", "\r\n")
		fmt.Fprintf(&b, "=== %s\n", strings.TrimSuffix(filepath.Base(name), ".txt"))
		fmt.Fprintln(&b, strings.ReplaceAll(fmt.Sprintf("%+v", Read([]byte(raw)).Sort()), ours, "TOKEN"))
	}
	expect.File(t, "reports.golden.txt", b.String())
}
