package golden

import (
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/draft"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// What the one release cannot show, since its keys exclude each other: a day instead of
// an embargo, an instant without one, the other orders of quotes; and the same release
// in a partner's edition and for a partner's region.
func TestOtherReleases(t *testing.T) {
	for _, c := range []struct {
		name  string
		forms []string
		input func(t *testing.T) *compile.Input
	}{
		{"date", []string{"txt", "pdf.txt", "html", "docx.txt"}, loads("night-figures")},
		{"release-at", []string{"txt", "pdf.txt"}, loads("second-night")},
		{"edition", []string{"txt", "pdf.txt", "html", "docx.txt"}, func(t *testing.T) *compile.Input {
			in, err := input(t, release.LayoutUS).Edition("lantern-loom")
			if err != nil {
				t.Fatal(err)
			}
			return in
		}},
		{"edition-without-press-desk", []string{"txt"}, func(t *testing.T) *compile.Input {
			in, err := input(t, release.LayoutUK).Edition("Fenwick Night School")
			if err != nil {
				t.Fatal(err)
			}
			return in
		}},
		{"local", []string{"txt"}, func(t *testing.T) *compile.Input { return input(t, release.LayoutUS).Local("fenwick-school") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := c.input(t)
			compiled := func(f compile.Format) []byte {
				data, err := in.One(f, release.Variant{Phase: release.PhaseRelease, Language: "en"})
				if err != nil {
					t.Fatal(err)
				}
				return data
			}
			for _, form := range c.forms {
				golden(t, "others/"+c.name+"."+form, told(t, in, form, compiled))
			}
		})
	}
}

// told is a form of a release as its golden file has it.
func told(t *testing.T, in *compile.Input, form string, compiled func(compile.Format) []byte) string {
	switch form {
	case "txt":
		return string(compiled(compile.Text))
	case "html":
		return page(in, compiled(compile.Web))
	case "docx.txt":
		return openWord(t, compiled(compile.DOCX)).String()
	case "pdf.txt":
		s, err := readPDF(compiled(compile.PDF))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	t.Fatalf("how is %s told?", form)
	return ""
}

// loads reads a release of the workspace that is without errors.
func loads(slug string) func(t *testing.T) *compile.Input {
	return func(t *testing.T) *compile.Input {
		w, err := workspace.Open("testdata/workspace")
		if err != nil {
			t.Fatal(err)
		}
		text, err := draft.New(w).Read(slug)
		if err != nil {
			t.Fatal(err)
		}
		if text.Input == nil || text.Findings.HasErrors() {
			t.Fatal(text.Findings)
		}
		text.Input.Release.Revision = nameless
		return text.Input
	}
}
