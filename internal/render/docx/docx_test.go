package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"pressroom/internal/release"
)

const source = `+++
headline = "Tests & <words>"
subhead = "A subhead"
date = 2026-11-24
dateline = "MARLOW"
[[contact]]
name = "Ana Ruiz"
email = "ana@harbor.example"
[[quote]]
org = "River Alliance"
speaker = "Tomás Iriarte"
style = "block"
text = "Words."
+++
A paragraph with **strong**, *emphasised*, ` + "`typed`" + ` and [linked](https://harbor.example/?a=1&b=2) words.

1. One
2. Two

- A

| a | b |
|---|--:|
| 1 | 2 |

> Set off.

## A heading
`

func render(t testing.TB, lang string) map[string]string {
	t.Helper()
	src := source
	if lang != "" {
		src = strings.Replace(src, "dateline", "language = \""+lang+"\"\ndateline", 1)
	}
	rel, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{Organization: release.Organization{Name: "Open Harbor", Layout: release.LayoutUS}})
	if rel == nil {
		t.Fatal(diags)
	}
	data, err := Render(rel, rel.Main(), release.PhaseRelease, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Render(rel, rel.Main(), release.PhaseRelease, nil)
	if err != nil || !bytes.Equal(data, again) {
		t.Error("not the same twice")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
	}
	return parts
}

func TestEveryPartIsWellFormedAndStylesExist(t *testing.T) {
	for _, lang := range []string{"", "ar"} {
		parts := render(t, lang)
		for name, content := range parts {
			d := xml.NewDecoder(strings.NewReader(content))
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
		document, styles := parts["word/document.xml"], parts["word/styles.xml"]
		for _, m := range strings.Split(document, `<w:pStyle w:val="`)[1:] {
			style, _, _ := strings.Cut(m, `"`)
			if !strings.Contains(styles, `w:styleId="`+style+`"`) {
				t.Errorf("the style %s is not there", style)
			}
		}
		for _, want := range []string{`w:val="Title"`, `w:val="Quote"`, `w:val="Attribution"`, `w:val="Hyperlink"`, "Tests &amp; &lt;words&gt;", "<w:tblHeader/>"} {
			if !strings.Contains(document, want) {
				t.Errorf("the document lacks %s", want)
			}
		}
		if (lang == "ar") != strings.Contains(document, "<w:bidi/>") {
			t.Errorf("%q: the direction of paragraphs", lang)
		}
		if !strings.Contains(parts["word/_rels/document.xml.rels"], "https://harbor.example/?a=1&amp;b=2") {
			t.Error("the link is not there")
		}
	}
}
