package mutants

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// small is a module of its own.
var small = map[string]string{
	"go.mod": `module small

go 1.25
`,
	"count.go": `// Package small is what the measuring of tests is tested by.
package small

// Word is what is left of a word.
type Word string

func (w *Word) cut() { *w = (*w)[1:] }

// Count counts the letters that stand before the last one.
func Count(word string) int {
	n, w := 0, Word(word)
	for len(w) > 1 {
		w.cut()
		n++
	}
	return n
}

// Longer tells whether a word is longer than seven letters. No test asks.
func Longer(word string) bool { return len(word) > 7 }

// Greeting is tested by another package.
func Greeting() string { return "Hello" }
`,
	"count_test.go": `package small

import "testing"

func TestCount(t *testing.T) {
	for word, want := range map[string]int{"": 0, "a": 0, "ab": 1} {
		if got := Count(word); got != want {
			t.Errorf("%q: %d, want %d", word, got, want)
		}
	}
}
`,
	"red/red_test.go": `package red

import "testing"

func TestAlways(t *testing.T) { t.Error("whatever is put in") }
`,
	"reader/reader_test.go": `package reader

import (
	"testing"

	"small"
)

func TestGreeting(t *testing.T) {
	if small.Greeting() != "Hello" {
		t.Error("no greeting")
	}
}
`,
}

// A small module of its own shows that what is caught is told from what is not.
func TestWhatIsCaughtIsToldFromWhatSlipsThrough(t *testing.T) {
	dir := t.TempDir()
	for name, text := range small {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tr, err := openTree(dir, []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	tr.seconds = 2
	want := map[string]string{
		"Word.cut: 1  →  (1 + 1)":                  slipped,
		"Count: len(w) > 1  →  len(w) >= 1":        "small: TestCount",
		"Count: w.cut()  →  (nothing)":             "small: does not end",
		"Count: 1  →  (1 + 1)":                     "small: TestCount",
		"Count: 0  →  (0 + 1)":                     "small: TestCount",
		"Longer: len(word) > 7  →  len(word) >= 7": slipped,
		"Longer: 7  →  (7 + 1)":                    slipped,
		`Greeting: "Hello"  →  "Hell"`:             "reader: TestGreeting",
	}
	got := make(map[string]string)
	each(t, tr, 100, func(m mutant) string {
		return tr.try(t, m, []string{"small", "small/reader"})
	}, func(m mutant, result string) {
		got[m.in+": "+m.change()] = result
	})
	if !maps.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for pkg, want := range map[string]string{"small": "", "small/reader": "", "small/red": "red: TestAlways"} {
		if got := tr.unsound(t, self, pkg); got != want {
			t.Errorf("of %s it is said that without an error it fails in %q, want %q", pkg, got, want)
		}
	}
}

// What is drawn is the same each time, builds, and leaves the files as they were.
func TestDrawing(t *testing.T) {
	tr, err := openTree("../..", []string{"./internal/embargo", "./internal/diagnostic"})
	if err != nil {
		t.Fatal(err)
	}
	keys := func(seed int) (out []string) {
		kinds := make(map[kind]int)
		for m := range tr.draw(seed, "") {
			if out = append(out, m.key()); len(out) > 12 {
				break
			}
			kinds[m.kind]++
			if bytes.Equal(m.mutated(), m.source.text) {
				t.Errorf("%s changes nothing", m.key())
			}
		}
		if len(kinds) != len(allKinds) || kinds[words] != 3 {
			t.Errorf("the kinds are %v", kinds)
		}
		return out
	}
	first := keys(3)
	if again := keys(3); !slices.Equal(first, again) {
		t.Errorf("the same seed draws\n%s\nand\n%s", strings.Join(first, "\n"), strings.Join(again, "\n"))
	}
	if other := keys(4); slices.Equal(first, other) {
		t.Error("another seed draws the same")
	}
	seen := make(map[string]bool)
	for m := range tr.draw(1, "") {
		if seen[m.key()] {
			t.Errorf("%s is drawn twice", m.key())
		}
		seen[m.key()] = true
	}
}

func TestReasonsStandUnderTheirErrors(t *testing.T) {
	file := filepath.Join(t.TempDir(), "equivalent.txt")
	for text, want := range map[string]map[string]string{
		"# why\na.go f call: x  →  y #0\n\tbecause it\n\tis so\n\nb\n": {"a.go f call: x  →  y #0": "because it is so"},
		"\ta reason alone\n": nil,
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := readEquivalent(file)
		if (err != nil) != (want == nil) || !maps.Equal(got, want) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestTheCauseIsReadFromTheOutput(t *testing.T) {
	for out, want := range map[string]string{
		"--- FAIL: TestA (0.1s)\n    --- FAIL: TestA/b (0.0s)\nFAIL": "p: TestA",
		"panic: test timed out after 1m\nrunning tests":              "p: does not end",
		"signal: killed\nFAIL\tp":                                    "p: does not end",
		"# p\nx.go:1: bad\nFAIL\tp [build failed]\n":                 "p: does not build",
		"panic: runtime error\nexit status 2":                        "p: ends with an error",
	} {
		if got := caughtBy("p", out); got != want {
			t.Errorf("%q: %q, want %q", out, got, want)
		}
	}
}
