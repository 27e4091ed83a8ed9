// Package expect holds what a test got against a golden file. It is for tests alone.
//
//	go test ./internal/release            # compares
//	go test ./internal/release -update    # writes the golden files anew: read what changed
package expect

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/aymanbagabas/go-udiff"
)

var update = flag.Bool("update", false, "write the golden files anew")

// File compares with a file of the package's testdata, or writes it where the test runs
// with -update.
func File(t testing.TB, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("there is no %s yet; run the test with -update and read what it writes", file)
	}
	if err != nil {
		t.Fatal(err)
	}
	if d := udiff.Unified("golden", "now", string(want), got); d != "" {
		t.Errorf("%s differs; where this is meant, run the test with -update and read the change\n%s", file, d)
	}
}
