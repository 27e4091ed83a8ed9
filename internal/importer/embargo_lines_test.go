package importer

import (
	"fmt"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// embargoCase is a line of testdata/embargo-lines.txt.
type embargoCase struct {
	number                            int
	language, form, place, want, line string
}

func embargoCases(t testing.TB) []embargoCase {
	t.Helper()
	data, err := os.ReadFile("testdata/embargo-lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []embargoCase
	for i, l := range strings.Split(string(data), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.SplitN(l, "|", 5)
		if len(f) != 5 {
			t.Fatalf("embargo-lines.txt:%d: five columns are wanted", i+1)
		}
		for j := range f {
			f[j] = strings.TrimSpace(f[j])
		}
		out = append(out, embargoCase{i + 1, f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// sample is a release in a language, without any word of its time.
type sample struct{ headline, bullets, dateline, lead, rest, notes string }

var samples = map[string]sample{
	"en": {
		"Harbor groups ask the port for its water tests", "Nine piers of fourteen were tested.|The port has the numbers and keeps them.", "MARLOW, Mass. – ",
		"Eleven groups along the waterfront have asked the port to publish its water tests.",
		"The port has tested the water of its piers since 2022 and has not said what it found.", "Notes to editors",
	},
	"es": {
		"Once grupos piden al puerto los análisis del agua", "Nueve muelles de catorce dieron positivo.|El puerto tiene los datos y no los enseña.", "MARLOW – ",
		"Once organizaciones de la ribera han pedido al puerto que publique los análisis del agua.",
		"El puerto analiza el agua de los muelles desde 2022 y no ha dicho lo que ha encontrado.", "Notas para la redacción",
	},
	"fr": {
		"Onze groupes demandent au port ses analyses de l’eau", "Neuf quais sur quatorze ont été testés.|Le port a les chiffres et les garde pour lui.", "MARLOW – ",
		"Onze associations du littoral ont demandé au port de publier les analyses de l’eau des quais.",
		"Le port analyse l’eau des quais depuis 2022 et n’a pas dit ce qu’il a trouvé dans cette eau.", "Notes à la rédaction",
	},
	"de": {
		"Elf Gruppen fordern vom Hafen die Wasserproben", "Neun von vierzehn Stegen wurden untersucht.|Der Hafen hat die Zahlen und behält sie.", "MARLOW – ",
		"Elf Gruppen vom Ufer haben den Hafen aufgefordert, die Ergebnisse der Wasserproben zu veröffentlichen.",
		"Der Hafen untersucht das Wasser der Stege seit 2022 und hat nicht gesagt, was er gefunden hat.", "Hinweise für die Redaktion",
	},
	"pt": {
		"Onze grupos pedem ao porto as análises da água", "Nove cais de catorze foram testados.|O porto tem os números e não os mostra.", "MARLOW – ",
		"Onze organizações da margem pediram ao porto que publique as análises da água do cais.",
		"O porto analisa a água do cais desde 2022 e não disse o que encontrou nas amostras da água.", "Notas à redação",
	},
	"it": {
		"Undici gruppi chiedono al porto le analisi dell’acqua", "Nove moli su quattordici sono stati controllati.|Il porto ha i numeri e non li mostra.", "MARLOW – ",
		"Undici associazioni della riva hanno chiesto al porto di rendere note le analisi dell’acqua dei moli.",
		"Il porto controlla l’acqua dei moli dal 2022 e non ha detto che cosa ha trovato nei campioni.", "Note per la redazione",
	},
	"nl": {
		"Elf groepen vragen de haven om de watertests", "Negen van de veertien steigers zijn getest.|De haven heeft de cijfers en houdt ze voor zich.", "MARLOW – ",
		"Elf groepen langs het water hebben de haven gevraagd om de uitslagen van de watertests te geven.",
		"De haven test het water bij de steigers sinds 2022 en heeft niet gezegd wat er in is gevonden.", "Noot voor de redactie",
	},
}

// paragraphsOf are the paragraphs of the sample with the line at its place; "* "
// begins a bullet, "# " the headline.
func (c embargoCase) paragraphsOf(s sample) []string {
	line := strings.ReplaceAll(c.line, " // ", "\n")
	var out []string
	add := func(place, text string) {
		if c.place == place && text != "" {
			out = append(out, text)
		}
	}
	add("above", line)
	if c.place != "subject" || !strings.Contains(c.line, s.headline) {
		out = append(out, "# "+s.headline)
	}
	add("below", line)
	if c.place == "bullet" {
		first, second, _ := strings.Cut(s.bullets, "|")
		out = append(out, "* "+first, "* "+line, "* "+second)
	}
	dateline, lead := s.dateline, s.lead
	switch c.place {
	case "dateline":
		dateline = line + " "
	case "lead":
		lead += " " + line
	}
	out = append(out, dateline+lead, s.rest, "###")
	add("foot", line)
	if c.place == "notes" {
		out = append(out, s.notes, line)
	}
	return out
}

// source packs the sample in the line's form.
func (c embargoCase) source(t testing.TB) (name string, data []byte) {
	t.Helper()
	s := samples[c.language]
	list := c.paragraphsOf(s)
	cells := strings.Split(c.line, " // ")
	switch c.form {
	case "text", "eml":
		var b strings.Builder
		for i, p := range list {
			if i > 0 && (!strings.HasPrefix(p, "* ") || !strings.HasPrefix(list[i-1], "* ")) {
				b.WriteString("\n")
			}
			b.WriteString(strings.TrimPrefix(p, "# ") + "\n")
		}
		if c.form == "text" {
			return "release.txt", []byte(b.String())
		}
		subject := s.headline
		if c.place == "subject" {
			subject = c.line
		}
		return "release.eml", []byte("From: Press <press@harbor.example>\r\nTo: desk@paper.example\r\nSubject: " + subject +
			"\r\nDate: Mon, 23 Nov 2026 09:00:00 -0500\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
			strings.ReplaceAll(b.String(), "\n", "\r\n"))
	case "html":
		return "release.html", []byte(htmlOf(c, list, cells))
	case "docx":
		return "release.docx", docxOf(t, c, list, cells)
	}
	t.Fatalf("embargo-lines.txt:%d: no form %s", c.number, c.form)
	return "", nil
}

func htmlOf(c embargoCase, list, cells []string) string {
	var b strings.Builder
	b.WriteString("<!doctype html><html><body>")
	if c.place == "banner" {
		b.WriteString("<div>" + html.EscapeString(c.line) + "</div>")
	}
	b.WriteString("<article>")
	if c.place == "table" {
		fmt.Fprintf(&b, "<table><tr><td>Contact</td><td>Dana Whitlock, dana@harbor.example</td></tr><tr><td>%s</td><td>%s</td></tr></table>", cells[0], cells[1])
	}
	for _, p := range list {
		tag := "p"
		if h, ok := strings.CutPrefix(p, "# "); ok {
			tag, p = "h1", h
		}
		fmt.Fprintf(&b, "<%s>%s</%s>", tag, strings.ReplaceAll(html.EscapeString(p), "\n", "<br>"), tag)
	}
	b.WriteString("</article></body></html>")
	return b.String()
}

func docxOf(t testing.TB, c embargoCase, list, cells []string) []byte {
	para := func(s string) string {
		return `<w:p><w:r><w:t xml:space="preserve">` + strings.ReplaceAll(html.EscapeString(s), "\n", "</w:t><w:br/><w:t>") + `</w:t></w:r></w:p>`
	}
	var b strings.Builder
	b.WriteString(wordOpen)
	if c.place == "table" {
		cell := func(s string) string { return "<w:tc>" + para(s) + "</w:tc>" }
		b.WriteString("<w:tbl><w:tr>" + cell("Contact") + cell("Dana Whitlock, dana@harbor.example") + "</w:tr><w:tr>" + cell(cells[0]) + cell(cells[1]) + "</w:tr></w:tbl>")
	}
	for _, p := range list {
		if h, ok := strings.CutPrefix(p, "# "); ok {
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>` + html.EscapeString(h) + `</w:t></w:r></w:p>`)
			continue
		}
		b.WriteString(para(p))
	}
	b.WriteString("</w:body></w:document>")
	parts := map[string]string{"word/document.xml": b.String()}
	if c.place == "header" {
		parts["word/header1.xml"] = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + para(c.line) + `</w:hdr>`
	}
	return wordFile(t, parts)
}

var timeKey = regexp.MustCompile(`(?m)^(date|embargo|release_at|timezone) = "?([^"\n]*)"?$`)

// timesOf is what a release file says of its time: "?", "date 2026-11-20", or an
// instant with its zone.
func timesOf(t testing.TB, md string) string {
	t.Helper()
	front, _, _ := strings.Cut(strings.TrimPrefix(md, "+++\n"), "\n+++")
	keys := make(map[string]string)
	for _, m := range timeKey.FindAllStringSubmatch(front, -1) {
		keys[m[1]] = m[2]
	}
	zone := keys["timezone"]
	if zone == "" {
		zone = "-"
	}
	at := keys["embargo"] + keys["release_at"]
	switch {
	case keys["date"] != "" && at != "":
		t.Errorf("two times: %v", keys)
	case keys["date"] != "":
		return "date " + keys["date"]
	case at == "?":
		return "?"
	}
	if instant, err := time.Parse(time.RFC3339, at); err == nil {
		return instant.Format("2006-01-02T15:04:05-07:00") + " " + zone
	}
	loc, err := time.LoadLocation(zone)
	if err != nil { // no zone: the workspace's holds, as embargo-lines.txt says which
		loc, _ = time.LoadLocation("America/Los_Angeles")
	}
	instant, err := time.ParseInLocation("2006-01-02T15:04:05", at, loc)
	if err != nil {
		t.Errorf("no time can be read of %v", keys)
	}
	return instant.Format("2006-01-02T15:04:05-07:00") + " " + zone
}

func instantOf(answer string) (time.Time, bool) {
	first, _, _ := strings.Cut(answer, " ")
	at, err := time.Parse(time.RFC3339, first)
	return at, err == nil
}

// TestEmbargoLines holds what an import makes of embargo-lines.txt: nothing leaves
// early, no day stands where there is an embargo or an hour, and nearly all are read.
func TestEmbargoLines(t *testing.T) {
	cases := embargoCases(t)
	right, languages := 0, make(map[string]bool)
	for _, c := range cases {
		languages[c.language] = true
		name, data := c.source(t)
		r, err := Import(name, data, Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Errorf("embargo-lines.txt:%d: %v", c.number, err)
			continue
		}
		got := timesOf(t, string(r.Markdown))
		if got == c.want {
			right++
			continue
		}
		at, isInstant := instantOf(got)
		want, wantInstant := instantOf(c.want)
		kind := "not read"
		switch {
		case strings.HasPrefix(got, "date") && !strings.HasPrefix(c.want, "date"):
			kind = "LEAVES AT ONCE"
		case isInstant && !wantInstant:
			kind = "MADE UP"
		case isInstant && at.Before(want):
			kind = "EARLY"
		}
		report := t.Logf
		if kind != "not read" {
			report = t.Errorf
		}
		report("embargo-lines.txt:%d: %s: %s | %s | %s\n  is   %s\n  want %s", c.number, kind, c.form, c.place, c.line, got, c.want)
	}
	t.Logf("%d of %d read right (%.1f%%)", right, len(cases), 100*float64(right)/float64(len(cases)))
	if right*10 < len(cases)*9 {
		t.Errorf("%d of %d read right; at least nine of ten are wanted", right, len(cases))
	}
	if len(cases) < 120 || len(languages) < 7 {
		t.Errorf("%d lines in %d languages", len(cases), len(languages))
	}
}
