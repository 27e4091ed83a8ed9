package importer

import (
	"archive/zip"
	"bytes"
	"runtime"
	"strings"
	"testing"
)

// word packs a Word document of these parts.
func wordFile(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordOpen = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

// TestHostileFiles holds the errors and the memory; the seconds are measured by the
// benchmark of the same name.
func TestHostileFiles(t *testing.T) {
	for _, h := range hostileFiles(t) {
		t.Run(h.what, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r, err := Import(h.name, h.data, Options{Today: today})
			runtime.ReadMemStats(&after)
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 256 {
				t.Errorf("%d MiB were allocated", used)
			}
			switch {
			case h.err == "" && err != nil:
				t.Errorf("%v", err)
			case h.err != "" && (err == nil || !strings.Contains(err.Error(), h.err)):
				t.Errorf("%v, want %q", err, h.err)
			}
			if err == nil && strings.Contains(string(r.Markdown), "root:") {
				t.Error("an external entity was read")
			}
		})
	}
}

type hostile struct {
	what, name, err string
	data            []byte
}

func hostileFiles(t testing.TB) []hostile {
	para := func(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }
	return []hostile{
		{"a zip bomb", "a.docx", "larger than 16 MiB", wordFile(t, map[string]string{"word/document.xml": wordOpen + strings.Repeat(" ", 200<<20)})},
		{"an external entity", "a.docx", "declares entities", wordFile(t, map[string]string{"word/document.xml": `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + wordOpen + para("&x;")})},
		{"entities that grow", "a.docx", "declares entities", wordFile(t, map[string]string{"word/document.xml": `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>` + wordOpen})},
		{"10,000 nested tables in Word", "a.docx", "nested deeper", wordFile(t, map[string]string{"word/document.xml": wordOpen + strings.Repeat("<w:tbl><w:tr><w:tc>", 10_000)})},
		{"cut short", "a.docx", "cannot be read", wordFile(t, map[string]string{"word/document.xml": wordOpen + "<w:p><w:r>"})},
		{"no document", "a.docx", "no word/document.xml", wordFile(t, map[string]string{"x": "y"})},
		{"half a zip", "a.docx", "no Word document", wordFile(t, map[string]string{"word/document.xml": wordOpen + para("words")})[:60]},
		{"10,000 nested tables in HTML", "a.html", "nested", []byte("<html><body>" + strings.Repeat("<table><tr><td>", 10_000) + "words")},
		{"100,000 nested elements", "a.html", "nested", []byte(strings.Repeat("<div>", 100_000) + "words")},
		{"a million open emphases", "a.html", "", []byte("<p>Words " + strings.Repeat("<b>", 150) + "x</p>")},
		{"scripts", "a.html", "", []byte("<html><body><script>alert(1)</script><p onclick=x>Harbor groups ask the port for its tests</p><a href='javascript:alert(1)'>x</a>")},
		{"a wrong charset", "a.html", "", []byte("<meta charset=utf-16><p>Caf\xe9 na\xefve words stand here in Latin-1.</p>")},
		{"no text", "a.txt", "no text", bytes.Repeat([]byte{0, 1, 2, 3, 255}, 1000)},
		{"empty", "a.txt", "there is no text", nil},
		{"a PDF", "a.pdf", "pdftotext", []byte("%PDF-1.7\n")},
		{"a mail in an unknown charset", "a.eml", "", []byte("From: a@b.example\r\nSubject: Words\r\nContent-Type: text/plain; charset=x-none\r\n\r\nHarbor groups ask the port for its water tests.\r\n")},
		{"a mail of 10,000 parts", "a.eml", "more parts", []byte("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\nContent-Type: text/x\r\n\r\nx\r\n", 10_000) + "--b--\r\n")},
		{"much text", "a.txt", "more text", bytes.Repeat([]byte("Words and words. "), 200_000)},
		{"marks without end", "a.txt", "", []byte(strings.Repeat("“said Ana ", 20_000))},
		{"a long line of capitals", "a.txt", "", []byte(strings.Repeat("Ana Ruiz of ", 20_000) + "said “no”")},
	}
}

func BenchmarkHostileFiles(b *testing.B) {
	for _, h := range hostileFiles(b) {
		b.Run(h.what, func(b *testing.B) {
			for b.Loop() {
				Import(h.name, h.data, Options{Today: today})
			}
		})
	}
}

func FuzzImport(f *testing.F) {
	for _, l := range layouts {
		f.Add("a.txt", []byte(l.source))
	}
	for _, h := range hostileFiles(f) {
		if len(h.data) < 1<<16 {
			f.Add(h.name, h.data)
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		r, err := Import(name, data, Options{Today: today, Email: "press@office.example"})
		if err != nil {
			return
		}
		if len(r.Markdown) > 40*len(data)+4096 {
			t.Fatalf("%d bytes of %d", len(r.Markdown), len(data))
		}
		for _, q := range r.Quotes {
			if q.Org == "" || q.Text == "" {
				t.Fatalf("a quote without words or organisation: %+v", q)
			}
		}
	})
}

// An organisation that speaks has no name that a pronoun behind its words could be read by.
func TestAPronounBehindTheWordsOfAnOrganisation(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	const text = "Harbor groups ask the port for its tests\n\nMARLOW, Mass. – Eleven groups have asked the port to publish its water tests.\n\n" +
		"“We have read all of it,” said the company.\n\nThey also said that it waits.\n\nAbout Tidewell\n\nTidewell makes ropes."
	r, err := kept.Import("a.txt", []byte(text), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if got := saidBy(r); len(got) != 1 || got[0] != " |  | Tidewell" {
		t.Errorf("%q\n%s", got, r.Markdown)
	}
}

// Whom a pronoun means is not looked for in a sentence that begins with one.
func TestAPronounBeforeAnotherPronounMeansNobody(t *testing.T) {
	kept := heldBy(t)
	src := "The archive grows\n\nMARLOW, June 9, 2026 – Librarian Ana Ruiz found the story of a ferry.\n\n" +
		"She and co-director Tom Reed described the beginnings. “We come from other shores,” she said.\n\n" +
		"He and She and director Bo Ek described it too. “We come from here,” he said.\n"
	r, err := kept.Import("a.txt", []byte(src), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range r.Quotes {
		if q.Speaker == "Tom Reed" || q.Speaker == "Bo Ek" {
			t.Errorf("%+v", q)
		}
	}
	if got := string(r.Markdown); !strings.Contains(got, "We come from other shores") || !strings.Contains(got, "We come from here") {
		t.Errorf("words are lost:\n%s", got)
	}
}
