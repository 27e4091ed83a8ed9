package importer

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// The sources of testdata/sources.txt, each below a line with its file's name and what is
// shown by it: what becomes of each, whole, stands in the golden file.
func TestSourcesOfManyKindsWhole(t *testing.T) { sourcesWhole(t, "sources", "testdata") }

// The same of markup/testdata/markups.txt: texts in the light markups of sites and wikis.
func TestLightMarkupsWhole(t *testing.T) {
	t.Parallel()
	sourcesWhole(t, "markups", "markup/testdata")
}

// sourcesWhole reads the sources of such a file and holds what becomes of them against its golden file.
func sourcesWhole(t *testing.T, kind, dir string) {
	t.Helper()
	data, err := os.ReadFile(dir + "/" + kind + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, section := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		title, source, _ := strings.Cut(section, "\n")
		file, name, ok := strings.Cut(title, " | ")
		if !ok { // a line of the source itself
			t.Fatalf("%q has no name", title)
		}
		if strings.HasSuffix(file, ".eml") {
			source = strings.ReplaceAll(source, "\n", "\r\n")
		}
		r, err := Import(file, []byte(source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			fmt.Fprintf(&b, "=== %s\n%v\n\n", name, err)
			continue
		}
		fmt.Fprintf(&b, "=== %s\n%s\n", name, written(r))
	}
	expect.File(t, kind+".golden.txt", b.String())
}

// The sources that other tests look at in places, whole.
func TestHeadsAndVoicesWhole(t *testing.T) {
	var b strings.Builder
	for _, l := range slices.Concat(heads, voices, speakers) {
		r, err := Import("release.txt", []byte(l.source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		md := string(r.Markdown)
		if strings.HasPrefix(l.source, head) { // what they have in common stands once
			_, md, _ = strings.Cut(md, "\n[[quote]]\n")
		}
		r.Markdown = []byte(md)
		fmt.Fprintf(&b, "=== %s\n%s\n", l.name, written(r))
	}
	expect.File(t, "voices.golden.txt", b.String())
}
