package importer

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// written is an import whole: the file, who is quoted how, and what is not sure.
func written(r *Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s.md, %s\n%s", r.Slug, r.Language, r.Markdown)
	for _, q := range r.Quotes {
		fmt.Fprintf(&b, "quote %s: %s; %s; %s; style %s; clause %q", q.ID, q.Speaker, q.Title, q.Org, q.Style, q.Attribution)
		if q.Unsure != "" {
			fmt.Fprintf(&b, "; unsure: %s", q.Unsure)
		}
		b.WriteString("\n")
	}
	for _, u := range r.Unsure {
		fmt.Fprintf(&b, "unsure: %s\n", u)
	}
	return b.String()
}

// The files that imports write are read by people: all of each is held, not only the
// places that the other tests look at.
func TestImportsWhole(t *testing.T) {
	var b strings.Builder
	for _, l := range layouts {
		r, err := Import("release.txt", []byte(l.source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "=== %s\n%s\n", l.name, written(r))
	}
	expect.File(t, "layouts.golden.txt", b.String())
}

func TestWaysOfAttributionWhole(t *testing.T) {
	var b strings.Builder
	for _, sentence := range slices.Sorted(maps.Keys(ways)) {
		r, err := Import("x.txt", []byte(head+sentence), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		_, quotes, _ := strings.Cut(written(r), "\n[[quote]]\n")
		fmt.Fprintf(&b, "=== %s\n%s\n", sentence, quotes)
	}
	expect.File(t, "ways.golden.txt", b.String())
}

func TestEmbargoLinesWhole(t *testing.T) {
	var b strings.Builder
	for _, c := range embargoCases(t) {
		name, data := c.source(t)
		r, err := Import(name, data, Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s | %s | %s\n  %s\n", c.form, c.place, c.line, timesOf(t, string(r.Markdown)))
		for _, u := range r.Unsure {
			fmt.Fprintf(&b, "  %s\n", u)
		}
	}
	expect.File(t, "embargo-lines.golden.txt", b.String())
}

// Files that cannot be read say what they are.
func TestWhatIsNoRelease(t *testing.T) {
	var b strings.Builder
	for _, c := range [][2]string{
		{"a.txt", ""},
		{"a.txt", " \n\n\t"},
		{"a.docx", "no zip"},
		{"a.docx", "PK\x03\x04broken"},
		{"a.pdf", "%PDF-1.7\n"},
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
		{"a.rtf", `{\rtf1 Hello}`},
		{"a.eml", "From: a@b.example\r\n\r\n"},
		{"a.html", "<html><body></body></html>"},
		{"a.txt", "\x00\x01\x02\x03"},
		{"a.png", "\x89PNG\r\n\x1a\n"},
		{"a.odt", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"},
	} {
		r, err := Import(c[0], []byte(c[1]), Options{Today: today})
		fmt.Fprintf(&b, "%s %q: ", c[0], c[1])
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
		} else {
			fmt.Fprintf(&b, "%s.md\n", r.Slug)
		}
	}
	expect.File(t, "no-release.golden.txt", b.String())
}
