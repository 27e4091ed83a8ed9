package golden

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/compile"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
)

// A release that was put right twice after it had gone out, in languages that are read in
// both directions: what changed is marked in each form, and what was said stands above it.

// asFirst are the words of a version as they first went out: of every third passage the last
// word was another.
func asFirst(r *release.Release, v *release.Version) []string {
	var out []string
	for i, p := range r.Passages(v) {
		words := strings.Fields(p.Text)
		if i%3 == 0 {
			words[len(words)-1] = "…"
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// corrected is the release of the golden files after two corrections.
func corrected(t testing.TB) *compile.Input {
	t.Helper()
	in := input(t, release.LayoutUS)
	r := in.Release
	a := &release.Amended{Before: make(map[string][]string), Out: r.Timing.At.Add(41 * time.Millisecond)}
	for i, sentences := range []map[string]string{
		{"en": "Paragraph 2: nine nights, not eight."}, {"en": "Paragraph 3: forty, not thirty.", "es": "Párrafo 3: cuarenta, no treinta."},
	} {
		if i > 0 { // in Arabic with the words that its fonts have
			sentences["ar"] = release.Summary(r.Version("ar").Body, 60)
		}
		a.All = append(a.All, release.Amendment{
			Grade: release.GradeCorrection, At: r.Timing.At.Add(time.Duration(i+1) * 50 * time.Minute), Sentences: sentences,
		})
	}
	for _, v := range r.Versions {
		a.Before[v.Language] = asFirst(r, v)
	}
	return in.Amend(a)
}

var correctedIn = []string{"en", "es", "ar"}

func compiled(t testing.TB, in *compile.Input, f compile.Format, lang string) []byte {
	t.Helper()
	data, err := in.One(f, release.Variant{Phase: release.PhaseRelease, Language: lang})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWhatWasPutRightIsMarkedInEveryForm(t *testing.T) {
	in := corrected(t)
	for _, lang := range correctedIn {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			v := in.Release.Version(lang)
			name := lang + "-corrected"
			text := string(compiled(t, in, compile.Text, lang))
			golden(t, name+".txt", text)
			web := page(in, compiled(t, in, compile.Web, lang))
			golden(t, name+".html", web)
			read, err := readPDF(compiled(t, in, compile.PDF, lang))
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".pdf.txt", read)
			docx := openWord(t, compiled(t, in, compile.DOCX, lang)).String()
			golden(t, name+".docx.txt", docx)
			letter := correctedMail(t, in, lang)
			golden(t, name+".eml.txt", letter)
			for form, said := range map[string]string{"text": text, "page": visible(web), "word": docx, "mail": letter} {
				lines := in.Release.Statement(v, form == "mail").Lines()
				for _, line := range lines {
					if !strings.Contains(dense(strings.ReplaceAll(said, `\"`, `"`)), dense(line)) {
						t.Errorf("the %s does not say %q", form, line)
					}
				}
			}
			if last := endWord(v.Headline); !strings.Contains(web, "<ins>"+html.EscapeString(last)+"</ins></h1>") || !strings.Contains(text, "[*"+last+"*]") {
				t.Errorf("that %q is another word of the headline is not marked", last)
			}
		})
	}
}

// A passage is marked wherever it stands: nothing that readers see was changed unseen.
func TestNoPassageIsLeftUnmarked(t *testing.T) {
	in := input(t, release.LayoutUS)
	r := in.Release
	v := r.Version("en")
	a := &release.Amended{All: []release.Amendment{{Grade: release.GradeCorrection, At: r.Timing.At.Add(time.Hour)}}, Before: make(map[string][]string)}
	for _, p := range r.Passages(v) {
		words := strings.Fields(p.Text)
		words[len(words)-1] = "…"
		a.Before["en"] = append(a.Before["en"], strings.Join(words, " "))
	}
	in = in.Amend(a)
	text := between(string(compiled(t, in, compile.Text, "en")), `(?s)\[\*(.*?)\*\]`)
	web := html.UnescapeString(between(string(compiled(t, in, compile.Web, "en")), `(?s)<ins>(.*?)</ins>`))
	word := between(openWord(t, compiled(t, in, compile.DOCX, "en")).String(), `⟨[^:⟩]*\bu[^:⟩]*(?: [a-z]+:[^ ⟩]*)?: ([^⟩]*)⟩`)
	alts, private := make(map[string]bool), make(map[string]bool)
	for _, m := range v.Media {
		alts[m.Alt] = true
	}
	for _, c := range r.Contacts {
		if !c.Public {
			private[c.Line(v.Catalogue())] = true
		}
	}
	for _, p := range r.Passages(v) {
		last := strings.TrimRight(endWord(p.Text), ".”")
		if strings.Contains(last, "nightshelf.example") || last == "reference" || last == "}" || p.Text == v.Dateline || private[p.Text] {
			continue // an address stays whole, and a full stop behind one, and code as it was typed; the dateline stands in its paragraph; what is in the mail alone
		}
		if !strings.Contains(text, last) {
			t.Errorf("the text has no mark at the end of %q", p.Text)
		}
		if !alts[p.Text] && !strings.Contains(web, last) {
			t.Errorf("the page has no mark at the end of %q", p.Text)
		}
		if !alts[p.Text] && !strings.Contains(word, last) {
			t.Errorf("the Word file has no mark at the end of %q", p.Text)
		}
	}
}

// between is what a pattern's group finds in a text, each in a line.
func between(text, pattern string) string {
	var b strings.Builder
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		b.WriteString(strings.ReplaceAll(strings.Join(strings.Fields(m[1]), " "), "\u00ad", "") + "\n")
	}
	return b.String()
}

// endWord is the last word of a text.
func endWord(text string) string {
	list := strings.Fields(text)
	return list[len(list)-1]
}

// correctedMail is what somebody gets who had the first one.
func correctedMail(t testing.TB, in *compile.Input, lang string) string {
	t.Helper()
	v := in.Release.Version(lang)
	bodies, err := in.Bodies(release.Variant{Phase: release.PhaseRelease, Language: lang}, email.Above{
		Framed: true,
		Note:   in.Release.Statement(v, true).Lines(), Enclosed: in.Enclosures(false, false),
	})
	if err != nil {
		t.Fatal(err)
	}
	draft, err := mail.Draft(bodies, lang, nil, in.Release.Amended.Last().At)
	if err != nil {
		t.Fatal(err)
	}
	out, err := decoded(bytes.ReplaceAll(draft, []byte("\r\n"), []byte("\n")))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// What was changed is marked where it stands, in every kind of place that a release has.
func TestEveryKindOfPlaceCanBeMarked(t *testing.T) {
	r := corrected(t).Release
	v := r.Version("en")
	marked := make(map[string]bool)
	var in func(kind string, list []release.Inline)
	in = func(kind string, list []release.Inline) {
		for _, i := range list {
			switch i := i.(type) {
			case *release.Emphasis:
				marked[kind] = marked[kind] || i.Changed
				in(kind, i.Children)
			case *release.Link:
				in(kind, i.Children)
			}
		}
	}
	var blocks func(kind string, list []release.Block)
	blocks = func(kind string, list []release.Block) {
		for _, b := range list {
			switch b := b.(type) {
			case *release.Paragraph:
				in(kind, b.Inlines)
			case *release.Heading:
				in("heading", b.Inlines)
			case *release.Quotation:
				for _, p := range b.Paragraphs {
					in("quotation", p)
				}
			case *release.List:
				for _, item := range b.Items {
					blocks("list", item)
				}
			case *release.Table:
				for _, row := range b.Rows {
					for _, cell := range row {
						in("table", cell)
					}
				}
			case *release.Picture:
				in("caption", v.Line(b.Medium.Caption))
			}
		}
	}
	for _, v = range r.Versions {
		in("headline", v.Line(v.Headline))
		blocks("paragraph", v.Body)
		blocks("notes", v.Notes)
		for _, name := range r.SignatoryNames(v.Catalogue()) {
			in("signatory", v.Line(name))
		}
	}
	for _, kind := range []string{"headline", "paragraph", "heading", "quotation", "list", "table", "caption", "signatory"} {
		if !marked[kind] {
			t.Errorf("nothing is marked in any %s", kind)
		}
	}
}
