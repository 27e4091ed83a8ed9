package check

import (
	"os"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// FuzzSlips looks for slips in any file: nothing panics, what is said stands inside
// the file, and a text has no more findings than a person would read.
func FuzzSlips(f *testing.F) {
	for _, name := range []string{"testdata/slips.txt", "testdata/sound.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range strings.Split(string(data), "\n== ") {
			quoted := strings.ReplaceAll(part, "'''", "")
			f.Add("+++\nnotes = '''" + quoted + "'''\n[[quote]]\ntext = \"a **b\\n\"\n+++\n" + part)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		doc, _ := frontmatter.Split("x.md", []byte(src))
		if doc == nil {
			return
		}
		docs := []*frontmatter.Document{doc}
		lines := strings.Count(src, "\n") + 1
		var diags diagnostic.List
		for _, file := range files(docs) {
			file.slips(&diags, &release.Version{Language: "en"})
			if limit := len(file.texts) * (len(slips) + len(foreign) + len(fillIn) + 10) * most; len(diags) > limit {
				t.Errorf("%d findings", len(diags))
			}
		}
		for _, d := range diags {
			if want := map[bool]diagnostic.Severity{true: diagnostic.Error, false: diagnostic.Warning}[d.Rule == "unfilled"]; d.Severity != want {
				t.Errorf("%+v is as bad as %s", d, d.Severity)
			}
			if d.Line < 1 || d.Line > lines || d.Column < 1 || d.Message == "" {
				t.Errorf("%+v stands outside a file of %d lines", d, lines)
			}
		}
		chars := []rune(src)
		Places(docs, chars[:min(3, len(chars))], 5)
	})
}
