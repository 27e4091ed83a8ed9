package archive

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer"
)

// told is what came of an export, whole.
func told(m *Moved, err error) string {
	var b strings.Builder
	if err != nil {
		fmt.Fprintf(&b, "error: %v\n", err)
		return b.String()
	}
	for _, f := range m.Files {
		fmt.Fprintf(&b, "--- %s, from %s\n%s", f.Name, f.From, f.Data)
		for _, u := range f.Unsure {
			fmt.Fprintf(&b, "unsure: %s\n", u)
		}
	}
	for _, r := range m.Redirects {
		fmt.Fprintf(&b, "redirect: %s to %s\n", r.From, r.To)
	}
	for _, l := range m.Left {
		fmt.Fprintf(&b, "left out: %s\n", l)
	}
	return b.String()
}

// What becomes of the exports of testdata/exports.txt, each below a line with its file's
// name and what is shown by it.
func TestExportsWhole(t *testing.T) {
	data, err := os.ReadFile("testdata/exports.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, section := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		title, source, _ := strings.Cut(section, "\n")
		file, name, _ := strings.Cut(title, " | ")
		fmt.Fprintf(&b, "=== %s (many: %v)\n%s\n", name, Is(file, []byte(source)), told(Move(file, []byte(source), options)))
	}
	expect.File(t, "exports.golden.txt", b.String())
}

func TestFoldersWhole(t *testing.T) {
	text := func(s string) []byte { return []byte(s) }
	var b strings.Builder
	for _, c := range []struct {
		name  string
		files []File
	}{
		{"Jekyll and Hugo, in languages", []File{
			{"press/2021-05-04-groups.md", text("---\n# a remark\ntitle: \"Groups \\\"ask\\\" \\\\ the port\"  \ndeck: 'It''s a month'\ntopics:\n  - water\n  - \"port\"\n  - water\n" +
				"categories: [ news , '' , \"tests\" ]\npermalink: /old/groups/ # as it was\nredirect_from:\n- /older\n- /old/groups/\nnested:\n  deep: yes\n---\nEleven groups asked.\n")},
			{"press/2021-05-04-groups.es.md", text("---\ntitle: Los grupos\n---\nOnce grupos.\n")},
			{"press/2021-05-04-groups.xx-nonsense-tag.md", text("---\ntitle: A dot in its name\n---\nWords.\n")},
			{"press/letter/index.md", text("---\ntitle: A letter\ndate: 2021-06-01\nlang: en\ntranslationKey: letter\nurl: https://old.example/letter\n---\nWords of the letter.\n")},
			{"press/carta/index.md", text("+++\ntitle = \"Una carta\"\ndate = 2021-06-01\nlanguage = \"es\"\ntranslationkey = \"letter\"\naliases = [\"/carta\", \"/c\", 7]\n+++\nPalabras.\n")},
			{"press/hidden.md", text("---\ntitle: x\npublished: false\n---\nWords.\n")},
			{"press/.hidden.md", text("Words.")},
			{"press/_index.md", text("Words.")},
			{"press/bare.markdown", text("# A headline of its own\n\nWords without front matter, and with no day at all.\n")},
			{"press/broken.md", text("+++\ntitle = \n+++\nWords of a broken one.\n")},
			{"press/long.md", text("---\ntitle: |\n  two\ndate: 2021-07-01\nslug: search\n---\nWords of two lines.\n")},
		}},
		{"files of other kinds", []File{
			{"a.txt", text("FOR IMMEDIATE RELEASE: May 6, 2020\n\nHarbor groups wait\n\nMARLOW — Eleven groups waited all day at the pier.\n")},
			{"b.HTML", text("<h1>Harbor groups wait</h1><p>MARLOW, May 7, 2020 — Eleven groups waited all day.</p>")},
			{"c.docx", text("no Word")},
			{"d.png", text("x")},
			{"e.png", text("x")},
			{"f", text("x")},
			{"g.eml", text("Subject: A mail\r\n\r\nWords of a mail.\r\n")},
		}},
		{"nothing that can be read", []File{{"c.docx", text("no Word")}, {"d.png", text("x")}}},
		{"drafts alone", []File{{"c.md", text("---\ndraft: true\n---\nx\n")}}},
		{"nothing", nil},
	} {
		fmt.Fprintf(&b, "=== %s\n%s\n", c.name, told(MoveFolder(c.files, options)))
	}
	expect.File(t, "folders.golden.txt", b.String())
}

func TestAddressesThatLeadFromSomewhere(t *testing.T) {
	for in, want := range map[string]string{
		"https://old.example/a/b?c=d#e": "/a/b?c=d", " /a ": "/a", "https://old.example/": "", "https://old.example": "", "/?p=1": "/?p=1", "/": "",
		"mailto:a@b.example": "", "a/b": "", "https://old.example/ä b": "/%C3%A4%20b", "//x": "", "https://old.example//x": "", ":": "", "": "",
		"/a?b c": "", "/a?b\"": "", "/" + strings.Repeat("a", 1999): "/" + strings.Repeat("a", 1999), "/" + strings.Repeat("a", 2000): "",
	} {
		if got := pathOf(in); got != want {
			t.Errorf("%.60q: %.60q, want %.60q", in, got, want)
		}
	}
}

func TestDaysOfExports(t *testing.T) {
	for in, want := range map[string]string{
		"2021-05-04T23:30:00-05:00": "2021-05-04", "Tue, 04 May 2021 23:30:00 +0000": "2021-05-04", "Tue, 04 May 2021 23:30:00 GMT": "2021-05-04",
		"2021-05-04 09:00:00": "2021-05-04", "2021-05-04T09:00:00": "2021-05-04", "2021-05-04 09:00:00 +0200": "2021-05-04", " 2021-05-04 ": "2021-05-04",
		"Tue, 4 May 2021 09:00:00 +0200": "2021-05-04", "Tue, 4 May 2021 09:00:00 CEST": "2021-05-04", "4 May 2021 09:00:00 +0200": "2021-05-04",
		"1901-01-01": "1901-01-01", "1900-12-31": "0001-01-01", "2199-12-31": "2199-12-31", "2200-01-01": "0001-01-01", "0000-00-00 00:00:00": "0001-01-01",
		"yesterday": "0001-01-01", "": "0001-01-01",
		"2018-06-14 17:19:00 +02:00": "2018-06-14",
		"2024-04-09 00:09:00-0700":   "2024-04-09",
		"2024-04-09 9:05 pm":         "2024-04-09",
		"June 2, 2026":               "2026-06-02",
		"2 June 2026":                "2026-06-02",
		"2024-04-099":                "0001-01-01",
		"2024-13-09 10:00":           "0001-01-01",
	} {
		if got := dayOf(in).Format("2006-01-02"); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestLanguagesOfExports(t *testing.T) {
	for in, want := range map[string]string{
		"en_US": "en", "en-GB": "en-GB", " pt_BR ": "pt", "pt-PT": "pt-PT", "es_419": "es", "de": "de", "xx-yy-zz-nonsense": "", "": "", "zz": "", "EN": "en",
	} {
		if got := tagOf(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestFilesThatCanBeReleases(t *testing.T) {
	for name, want := range map[string]bool{
		"a.md": true, "a.MARKDOWN": true, "a.txt": true, "a.html": true, "a.htm": true, "a.docx": true, "a.eml": true, "a.pdf": false, "md": false, "": false,
	} {
		if Reads(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
	for _, c := range []struct {
		name, data string
		want       bool
	}{
		{"a.json", "[]", true},
		{"a.JSON", " \n[1]", true},
		{"a.txt", "[1]", false},
		{"a.txt", "{}", true},
		{"a.txt", "{\n \"items\": []}", true},
		{"a.json", "{", true},
		{"a.html", "{% extends 'base.html' %}<p>Ferries run</p>", false},
		{"a.txt", "{{ page.title }}", false},
		{"a.xml", "\ufeff<?xml version='1.0'?><rss>", true},
		{"a.xml", "<FEED>", true},
		{"a.xml", "<rdf:RDF xmlns='x'>", true},
		{"a.html", "<html><p>rss</p>", false},
		{"a.xml", "<rssx>", false},
		{"a.txt", "rss <rss>", false},
		{"a.xml", "", false},
	} {
		if Is(c.name, []byte(c.data)) != c.want {
			t.Errorf("%s %q: %v", c.name, c.data, !c.want)
		}
	}
}

// What is too large is refused before it is read; what holds too many, once that shows.
func TestExportsHaveLimits(t *testing.T) {
	list := func(n int) string { return `[` + strings.TrimSuffix(strings.Repeat(`{"title":"a"},`, n), ",") + `]` }
	for name, c := range map[string]struct{ data, want string }{
		"bytes of an export": {strings.Repeat(" ", MaxBytes+1), "importing x.json: it is larger than 128 MiB"},
		"bytes that may be":  {"[" + strings.Repeat(" ", MaxBytes-1), "importing x.json: it is larger than 32 MiB"},
		"bytes of JSON":      {"[" + strings.Repeat(" ", maxJSON), "importing x.json: it is larger than 32 MiB"},
		"releases":           {list(maxReleases + 1), "importing x.json: it holds more than 20000 releases; divide it"},
		"entries":            {"<rss>" + strings.Repeat("<item/>", 10*maxReleases+1) + "</rss>", "importing x.json: it holds more than 200000 entries"},
		"elements":           {"<rss>" + strings.Repeat("<a>", maxDepth), "importing x.json: its elements are nested more than 100 deep"},
		"elements of JSON":   {strings.Repeat("[", maxDepth+1), "importing x.json: its elements are nested more than 100 deep"},
	} {
		if _, err := Move("x.json", []byte(c.data), options); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	for n, want := range map[int]error{maxDepth - 3: nil, maxDepth - 2: errTooDeep} { // the title of an entry is two deeper
		within := "<rss>" + strings.Repeat("<a>", n) + "<item><title>Words</title></item>" + strings.Repeat("</a>", n) + "</rss>"
		if items, _, err := readXML([]byte(within)); err != want || err == nil && items[0].Headline != "Words" {
			t.Errorf("a title behind %d: %v, %v", n, items, err)
		}
	}
	if tooDeep([]byte(strings.Repeat("[{", maxDepth/2) + `"[[\"[[["` + strings.Repeat("}]", maxDepth/2) + strings.Repeat("[", maxDepth))) {
		t.Error("what is quoted, or was closed, counts as deep")
	}
}

// The main language of a release is English where there is one, else the first; what
// links to each other, or is of one group, is one release.
func TestTranslationsFindEachOther(t *testing.T) {
	it := func(name, language, group string, self string, links ...string) item {
		return item{Item: importer.Item{Name: name, Language: language}, group: group, self: []string{self}, links: links}
	}
	var got []string
	for _, g := range together([]item{
		it("a-es", "es", "", "1", "2"), it("b", "en", "", "9"), it("a-en", "en-GB", "", "2"), it("a-de", "de", "", "3", "1"), it("c-fr", "fr", "g", "4"), it("c-es", "es", "g", "5"),
		it("c-en", "en", "g", ""), it("d", "", "", "", "nowhere", ""), it("e", "enm", "", "6", "6"), it("a-fr", "fr", "g2", "7"), it("a-it", "it", "g2", "1", "3"),
	}) {
		var names []string
		for _, it := range g {
			names = append(names, it.Name)
		}
		got = append(got, strings.Join(names, " "))
	}
	if want := "a-en a-es a-de a-fr a-it, b, c-en c-fr c-es, d, e"; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %q", strings.Join(got, ", "), want)
	}
}
