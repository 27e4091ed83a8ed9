package importer

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"pressroom/internal/expect"
)

// utf16Of is a text in UTF-16 with its mark, the low byte first or last.
func utf16Of(s string, low bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if low {
			out = append(out, byte(u), byte(u>>8))
		} else {
			out = append(out, byte(u>>8), byte(u))
		}
	}
	return out
}

func TestTextIsReadInItsEncoding(t *testing.T) {
	const text = "Ana said: “Café” – 5 €\nTwo 😀"
	for name, data := range map[string][]byte{
		"UTF-8": []byte(text), "UTF-8 with its mark": []byte("\ufeff" + text), "UTF-16, low byte first": utf16Of(text, true),
		"UTF-16, high byte first": utf16Of(text, false), "UTF-16 cut in the middle": append(utf16Of(text, true), 'x'),
	} {
		if got, err := decode(data); got != text || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for in, want := range map[string]string{
		"Caf\xe9 \x93na\xefve\x94 5 \x80":                                      "Café “naïve” 5 €",
		"a\r\nb\rc\u2028d\u2029e\u0085f\vg":                                    "a\nb\nc\nd\n\ne\nf\ng",
		"a\u200bb\u00adc\ufeffd\x07e\ufdd0f\ufdefg\ufdcfh\ufdf0i\ufffdj\tk\fl": "abcdefg\ufdcfh\ufdf0ij\tk\fl",
	} {
		if got, err := decode([]byte(in)); got != want || err != nil {
			t.Errorf("%q: %q, %v, want %q", in, got, err, want)
		}
	}
	// Eight control characters may be somebody's slip, and one in two hundred bytes.
	for n, want := range map[int]bool{8: true, 9: false} {
		if _, err := decode([]byte(strings.Repeat("\x01", n))); (err == nil) != want {
			t.Errorf("%d control characters: %v", n, err)
		}
	}
	if _, err := decode([]byte(strings.Repeat("\x01", 10) + strings.Repeat("a", 390))); err != nil {
		t.Errorf("ten of four hundred: %v", err)
	}
	for n, want := range map[int]error{maxText: nil, maxText + 1: errTooLong} {
		if _, err := decode([]byte(strings.Repeat("a", n))); !errors.Is(err, want) {
			t.Errorf("%d bytes: %v, want %v", n, err, want)
		}
	}
}

// The form is told by what a file holds, and by its name where that does not tell.
func TestTheFormIsToldByContentAndName(t *testing.T) {
	const mail = "From: a@b.example\nSubject: Harbor groups ask\nDate: Fri, 20 Nov 2026 09:00:00 -0500\n\nEleven groups asked the port."
	const page = "<p>Eleven <b>groups</b> asked the port.</p>"
	for _, c := range []struct{ name, data, want string }{
		{"x", mail, "Harbor groups ask|Eleven groups asked the port."},
		{"x", "Date: today\n" + mail, "Harbor groups ask|Eleven groups asked the port."},
		{"x", "Harbor news\n" + mail, ""},
		{"x", "From: a@b.example\nSubject: Harbor groups ask\n\nEleven groups asked the port.", ""},
		{"X.EML", "From: a@b.example\nSubject: Harbor groups ask\n\nEleven groups asked the port.", "Harbor groups ask|Eleven groups asked the port."},
		{"x.HTM", page, "Eleven groups asked the port."},
		{"x.html", page, "Eleven groups asked the port."},
		{"x.txt", page, page},
		{"x.txt", " \n<!DOCTYPE html>" + page, "Eleven groups asked the port."},
		{"x.txt", "\ufeff<HTML>" + page, "Eleven groups asked the port."},
		{"x.txt", "<?xml version=\"1.0\"?>" + page, "Eleven groups asked the port."},
		{"x.MD", "Eleven **groups** asked.", "Eleven groups asked."},
		{"x.markdown", "Eleven **groups** asked.", "Eleven groups asked."},
		{"x.txt", "Eleven **groups** asked.", "Eleven **groups** asked."},
		{"x.txt", "# Harbor groups\n\nEleven **groups** asked.", "Harbor groups|Eleven groups asked."},
		{"x.txt", "# Harbor groups\n\nEleven groups asked.", "Harbor groups|Eleven groups asked."},
		{"x.txt", "#1 of the harbor\n\nEleven groups asked.", "#1 of the harbor|Eleven groups asked."},
		{"x.txt", "---\ntitle: Harbor groups\n---\nSee [here](https://a.example).", "Harbor groups|See here."},
	} {
		list, _, err := read(c.name, []byte(c.data))
		if err != nil {
			t.Errorf("%s %q: %v", c.name, c.data, err)
			continue
		}
		var texts []string
		for _, p := range list {
			if p.Sent.IsZero() {
				texts = append(texts, p.Text)
			}
		}
		if got := strings.Join(texts, "|"); c.want != "" && got != c.want || c.want == "" && !strings.Contains(got, "Subject:") {
			t.Errorf("%s %q: %q, want %q", c.name, c.data, got, c.want)
		}
	}
	if _, _, err := read("x.txt", make([]byte, MaxBytes+1)); err == nil || err.Error() != "it is larger than 32 MiB" {
		t.Errorf("one byte too many: %v", err)
	}
}

// wordParts are Word documents by what is shown by them.
func wordParts() []struct{ name, body, styles, rels string } {
	p := func(properties, runs string) string {
		return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>"
	}
	style := func(id string) string { return `<w:pStyle w:val="` + id + `"/>` }
	cell := func(s string) string { return "<w:tc>" + p("", run("", s)) + "</w:tc>" }
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	table := func(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }
	copyOf := p("", run("", "MARLOW, November 20, 2026 – Eleven groups asked the port today for its tests."))
	many := make([]string, 501)
	for i := range many {
		many[i] = row(cell("a"), cell("b"))
	}
	wide := make([]string, 13)
	for i := range wide {
		wide[i] = cell(fmt.Sprint(i))
	}
	return []struct{ name, body, styles, rels string }{
		{
			"styles by their names in other languages", p(style("a1"), run("", "Harbor groups ask the port")) + p(style("a2"), run("", "And give it a month")) + copyOf +
				p(style("a3"), run("", "A heading")) + p(style("a4"), run("", "Set off as a quotation.")) + p(style("Heading2"), run("", "One by its id")) + p(style("none"), run("", "Text.")),
			`<w:styles xmlns:w="x"><w:style w:styleId="a1"><w:name w:val="Title"/></w:style><w:style w:styleId="a2"><w:name w:val="Subtitle"/></w:style>` +
				`<w:style w:styleId="a3"><w:name w:val="Überschrift 3"/></w:style><w:style w:styleId="a4"><w:name w:val="Intense Quote"/></w:style></w:styles>`, "",
		},
		{
			"runs, lists and signs", p(style("Title"), run("", "Harbor groups ask the port")) + copyOf +
				p("", run("<w:b/>", "Bold")+run("", " and ")+run("<w:i/>", "slanted")+run(`<w:b w:val="0"/><w:i w:val="false"/>`, " and neither")+
					"<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t><w:cr/><w:t>again</w:t><w:noBreakHyphen/><w:t>joined</w:t></w:r>") +
				p(`<w:numPr><w:ilvl w:val="0"/></w:numPr>`, run("", "One")) + p("<w:numPr/>", run("", "Two")) +
				p("", "<w:del>"+run("", "Deleted ")+"<w:br/></w:del><w:ins>"+run("", "Inserted ")+"</w:ins><w:moveFrom>"+run("", "moved away ")+"</w:moveFrom><w:moveTo>"+run("", "moved here")+"</w:moveTo>") +
				p("", "<w:hyperlink r:id=\"r1\" xmlns:r=\"y\">"+run("<w:b/>", "The report")+"</w:hyperlink>"+run("", " and ")+"<w:hyperlink r:id=\"r2\" xmlns:r=\"y\">"+run("", "a file")+"</w:hyperlink>"),
			"", `<Relationships><Relationship Id="r1" Target="https://harbor.example/a"/><Relationship Id="r2" Target="file:///a"/></Relationships>`,
		},
		{
			"tables that are tables, and others", p(style("Title"), run("", "Harbor groups ask the port")) + copyOf + table(row(cell("Pier"), cell("Lead")), row(cell("One"), cell("15")), row(cell("Two"))) +
				table(row(cell("One row"), cell("of two cells"))) + table(row(cell("One column")), row(cell("of two rows"))) + table(row(wide...), row(wide...)) +
				table(row("<w:tc>"+table(row(cell("Within"), cell("a table")), row(cell("x"), cell("y")))+"</w:tc>", cell("beside")), row(cell("a"), cell("b"))),
			"", "",
		},
		{"a table of too many rows", p(style("Title"), run("", "Harbor groups ask the port")) + copyOf + table(many...), "", ""},
	}
}

func TestWordDocumentsWhole(t *testing.T) {
	var b strings.Builder
	for _, d := range wordParts() {
		parts := map[string]string{"word/document.xml": wordOpen + d.body + "</w:body></w:document>"}
		if d.styles != "" {
			parts["word/styles.xml"] = d.styles
		}
		if d.rels != "" {
			parts["word/_rels/document.xml.rels"] = d.rels
		}
		r, err := Import("a.docx", wordFile(t, parts), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatalf("%s: %v", d.name, err)
		}
		all := written(r)
		if n := strings.Count(all, "\na\n\nb\n"); n > 10 {
			all = strings.ReplaceAll(all, "\na\n\nb\n", "") + fmt.Sprintf("(and %d times a, b)\n", n)
		}
		fmt.Fprintf(&b, "=== %s\n%s\n", d.name, all)
	}
	expect.File(t, "word.golden.txt", b.String())
}

// Parts of a Word document that cannot be read stop the import, and say which they are.
func TestPartsOfAWordDocumentThatCannotBeRead(t *testing.T) {
	whole := wordOpen + "<w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>"
	const entity = `<!DOCTYPE x [<!ENTITY a "a">]><x/>`
	for part, c := range map[string][2]string{
		"word/_rels/document.xml.rels": {"<Relationships>", "its links cannot be read"},
		"word/header1.xml":             {"<w:p>", "its text cannot be read"},
		"word/styles.xml":              {entity, "its part word/styles.xml declares entities"},
		"word/footnotes.xml":           {entity, "its part word/footnotes.xml declares entities"},
		"word/endnotes.xml":            {"<!ENTITY>", "its part word/endnotes.xml declares entities"},
	} {
		_, err := Import("a.docx", wordFile(t, map[string]string{"word/document.xml": whole, part: c[0]}), Options{Today: today})
		if err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%s: %v, want %q", part, err, c[1])
		}
	}
	parts := map[string]string{"word/document.xml": whole}
	for i := range 5000 {
		parts[fmt.Sprintf("x/%d", i)] = ""
	}
	if _, err := Import("a.docx", wordFile(t, parts), Options{Today: today}); err == nil || !strings.Contains(err.Error(), "more files than") {
		t.Errorf("5,001 files: %v", err)
	}
	delete(parts, "x/0")
	if _, err := Import("a.docx", wordFile(t, parts), Options{Today: today}); err != nil {
		t.Errorf("5,000 files: %v", err)
	}
}
