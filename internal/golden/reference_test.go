package golden

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/verify/pdftext"
)

const reference = "K7PD-3WQX"

// What somebody downloads says whose it is: below the text, in the foot of each page, and
// in what the file says of itself. Nothing else of it is different.
func TestACopyThatIsSomebodysOwnSaysSoInEveryForm(t *testing.T) {
	for _, v := range variants {
		if v.phase != release.PhaseAdvance {
			continue
		}
		t.Run(v.String(), func(t *testing.T) {
			t.Parallel()
			in := input(t, v.layout)
			cat := in.Release.Version(v.language).Catalogue()
			line := in.Release.Referenced(reference).ReferenceLine(cat)
			for _, f := range []compile.Format{compile.Text, compile.Web, compile.PDF, compile.DOCX} {
				data, err := in.Referenced(reference).One(f, v.of())
				if err != nil {
					t.Fatal(err)
				}
				referenced(t, f, data, line, cat)
				if other, err := in.Referenced("").One(f, v.of()); err != nil || !bytes.Equal(other, one(t, v, f)) {
					t.Errorf("%s without a reference is another: %v", f, err)
				}
			}
		})
	}
}

func referenced(t *testing.T, f compile.Format, data []byte, line string, cat *language.Catalogue) {
	t.Helper()
	s := string(data)
	switch f {
	case compile.Text:
		if strings.Count(s, line) != 1 {
			t.Errorf("the text says %d times whose it is:\n%s", strings.Count(s, line), s[max(0, len(s)-600):])
		}
	case compile.Web:
		if strings.Count(visible(s), line) != 1 || !strings.Contains(s, `<meta name="dcterms.identifier" content="`+reference+`">`) {
			t.Error("the page does not say whose it is, in sight and of itself")
		}
	case compile.PDF:
		text, err := pdftext.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		feet := 0
		for _, l := range text.Running {
			feet += strings.Count(l, reference)
		}
		last := cat.Say(language.PageOf, feet, feet) // the page's number, and how many there are
		below := text.Paragraphs[len(text.Paragraphs)-1]
		if !strings.Contains(s, "<dc:identifier>"+reference+"</dc:identifier>") ||
			feet == 0 || !strings.Contains(dense(strings.Join(text.Running, "\n")), dense(last)) {
			t.Errorf("%d pages say in their foot whose they are: %q", feet, text.Running)
		}
		if strings.Count(strings.Join(text.Paragraphs, "\n"), reference) != 1 || dense(below) != dense(line) {
			t.Errorf("below the text of the PDF stands %q", below)
		}
	case compile.DOCX:
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]string{
			"word/document.xml": line, "word/footer1.xml": line, "docProps/core.xml": "<dc:identifier>" + reference + "</dc:identifier>",
		} {
			f, err := z.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(f)
			if err != nil || strings.Count(string(part), want) != 1 {
				t.Errorf("%s has %d times %q: %v", name, strings.Count(string(part), want), want, err)
			}
		}
	}
}

// A template of the workspace's own that forgets it is found before anything is mailed.
func TestATemplateThatForgetsTheReferenceIsAnError(t *testing.T) {
	in := *input(t, release.LayoutUS).Referenced(reference)
	in.Templates = maps.Clone(in.Templates)
	in.Templates["web/page.html"] = strings.Replace(in.Templates["web/page.html"], `{{else if eq .Name "reference"}}<p class="end-mark">{{.Label}}</p>`, "", 1)
	_, err := in.One(compile.Web, release.Variant{Phase: release.PhaseAdvance, Language: "en"})
	if err == nil || !strings.Contains(err.Error(), `web/page.html: it must print the part "reference"`) {
		t.Errorf("%v", err)
	}
}
