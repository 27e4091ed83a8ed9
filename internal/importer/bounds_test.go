package importer

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// The sources of testdata/bounds.txt stand at the edge of what an import takes for one thing or
// another: what becomes of each is in the golden file.
func TestSourcesAtTheEdge(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/bounds.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all wholes
	for _, section := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		title, source, _ := strings.Cut(section, "\n")
		file, name, ok := strings.Cut(title, " | ")
		if !ok { // a line of the source itself
			t.Fatalf("%q has no name", title)
		}
		source = strings.NewReplacer("\\f", "\f", "\\_", "\u00a0").Replace(strings.TrimSuffix(source, "\n"))
		if strings.HasSuffix(file, ".eml") {
			source = strings.ReplaceAll(source, "\n", "\r\n")
		}
		r, err := Import(file, []byte(source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			fmt.Fprintf(&all.b, "=== %s\n%v\n", name, err)
			continue
		}
		all.add(t, name, r, "", source)
	}
	expect.File(t, "bounds.golden.txt", all.b.String())
}
