package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// Tables are kept as tables up to so many columns and rows; those that are wider or longer are
// read cell by cell.
func TestHowWideAndLongTablesAre(t *testing.T) {
	t.Parallel()
	page := func(rows, columns int) string {
		return "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td>a</td>", columns)+"</tr>", rows) + "</table>"
	}
	word := func(rows, columns int) string {
		return "<w:tbl>" + strings.Repeat("<w:tr>"+strings.Repeat("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", columns)+"</w:tr>", rows) + "</w:tbl>"
	}
	for _, c := range []struct {
		rows, columns int
		kept          bool
	}{{2, 12, true}, {2, 13, false}, {500, 2, true}, {501, 2, false}} {
		w := &walker{}
		ofPage, err := w.page([]byte(page(c.rows, c.columns)))
		if err != nil {
			t.Fatal(err)
		}
		ofWord, _, err := readDOCX(wordFile(t, map[string]string{"word/document.xml": wordOpen + word(c.rows, c.columns) + "</w:body></w:document>"}))
		if err != nil {
			t.Fatal(err)
		}
		for form, list := range map[string][]para{"page": ofPage, "Word": ofWord} {
			want := 1
			if !c.kept {
				want = c.rows * c.columns
			}
			if len(list) != want {
				t.Errorf("%s, %d rows of %d: %d paragraphs, want %d", form, c.rows, c.columns, len(list), want)
			}
		}
	}
}

// What is read of a page, and what is told of it, has an end.
func TestHowMuchOfAPageIsRead(t *testing.T) {
	t.Parallel()
	tooLong := errTooLong.Error()
	for name, c := range map[string]struct{ page, want string }{
		"bytes as many as can be": {strings.Repeat(" ", 4*maxText), ""},
		"bytes, one more":         {strings.Repeat(" ", 4*maxText+1), tooLong},
		"as deep as can be":       {strings.Repeat("<div>", maxNesting) + "a", ""},
		"deeper":                  {strings.Repeat("<div>", maxNesting+1) + "a", "nested 201 deep"},
		"deep, and closed again":  {strings.Repeat("<div></div></div>", maxNesting+1) + "a", ""},
		"words as many":           {"<p>" + strings.Repeat("a", maxText) + "</p>", ""},
		"words, one more":         {"<p>" + strings.Repeat("a", maxText) + "</p>b", tooLong},
		"paragraphs as many":      {strings.Repeat("<p>a", maxParas), ""},
		"paragraphs, one more":    {strings.Repeat("<p>a", maxParas+1), tooLong},
	} {
		w := &walker{}
		_, err := w.page([]byte(c.page))
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	for n, want := range map[int]int{mostPassed: mostPassed, mostPassed + 1: mostPassed} {
		_, told, err := readHTML([]byte(strings.Repeat("<iframe src=\"https://a.example\"></iframe>", n) + "<p>a</p>"))
		if got := strings.Count(strings.Join(told, "\n"), "a frame (“https://a.example”)"); err != nil || got != want {
			t.Errorf("of %d frames %d are told: %v", n, got, err)
		}
	}
	for _, n := range []int{maxTold - 1, maxTold, maxTold + 1} {
		_, told, err := readHTML([]byte(strings.Repeat("<p>a <del>b</del></p>", n)))
		if err != nil || len(told) != min(n, maxTold) {
			t.Errorf("of %d struck words %d are told: %v", n, len(told), err)
		}
	}
	for n, more := range map[int]bool{1998: true, 1999: false} {
		_, told, err := readHTML([]byte("<nav><b>" + strings.Repeat("a", n) + "</b><b>d</b></nav><p>e</p>"))
		if err != nil || len(told) != 1 || strings.HasSuffix(told[0], " d”)") != more {
			t.Errorf("a menu with a word of %d letters, and one behind it: %.40q, %v", n, told, err)
		}
	}
	for n, want := range map[int]bool{2000: true, 2001: false} {
		if got := address("https://a.example/" + strings.Repeat("b", n-len("https://a.example/"))); (got != "") != want {
			t.Errorf("an address of %d bytes: %.30q", n, got)
		}
	}
	// An article with a third of the words is the page's own, one with less is a card beside them.
	for aside, own := range map[int]bool{4: true, 5: false} {
		w := &walker{}
		list, err := w.page([]byte("<p>" + strings.Repeat("a ", aside) + "</p><article><p>b c</p></article>"))
		if err != nil || (len(list) == 1) != own {
			t.Errorf("beside %d words: %s %v", aside, shownParas(list), err)
		}
	}
}

// The notes, heads and fields of a Word document that are read are no more than so many, and parts
// that cannot be read are named.
func TestHowMuchOfAWordDocumentIsRead(t *testing.T) {
	t.Parallel()
	parts := map[string]string{}
	for n := range 25 {
		parts[fmt.Sprintf("word/header%d.xml", n)] = wordOpen + "<w:p><w:r><w:t>EMBARGOED UNTIL 9 a.m. ET, December 8, 2026</w:t></w:r></w:p></w:body></w:document>"
	}
	parts["word/document.xml"] = wordOpen + "<w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>"
	list, _, err := readDOCX(wordFile(t, parts))
	if err != nil || len(list) != 22 {
		t.Errorf("of 25 heads and a text %d are read: %v", len(list), err)
	}
	for place, name := range map[string]string{"the document's header": "header1", "the document's endnote": "endnotes", "the document's footer": "footer"} {
		list, _, err := readDOCX(wordFile(t, map[string]string{"word/document.xml": parts["word/document.xml"], "word/" + name + ".xml": parts["word/header1.xml"]}))
		if err != nil || len(list) != 2 || list[0].place != place {
			t.Errorf("%s: %v %v", name, list, err)
		}
	}
	for n := maxTold - 1; n <= maxTold+1; n++ {
		var body, notes strings.Builder
		for i := range n {
			fmt.Fprintf(&body, "<w:footnoteReference w:id=\"%d\"/>", i)
			fmt.Fprintf(&notes, "<w:footnote w:id=\"%d\"><w:p>%s</w:p></w:footnote>", i, run("", strings.Repeat("oar ", 100)))
		}
		_, told, err := readDOCX(document(t, "<w:p><w:r>"+body.String()+"</w:r></w:p>", notes.String()))
		if err != nil || len(told) != min(n, maxTold) || len(told[0]) > 450 {
			t.Errorf("of %d notes %d are told, %.20q: %v", n, len(told), told, err)
		}
	}
	for n, linked := range map[int]bool{4095: true, 4096: false} { // bytes of the first of two pieces of an instruction
		first := "HYPERLINK \"https://a.example/b"
		list, _, err := readDOCX(document(t, "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"+strings.Repeat(" ", n-len(first))+first+
			"</w:instrText><w:instrText>\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>a</w:t></w:r></w:p>", ""))
		if err != nil || strings.Contains(shownParas(list), "a.example") != linked {
			t.Errorf("a field of %d bytes and one more: %s %v", n, shownParas(list), err)
		}
	}
	for name, spoil := range map[string]func(z *zip.Writer) error{
		"cannot be read: zip: checksum error": func(z *zip.Writer) error {
			w, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", CRC32: 1, CompressedSize64: 3, UncompressedSize64: 3})
			if err == nil {
				_, err = w.Write([]byte("abc"))
			}
			return err
		},
		"cannot be read: zip: unsupported compression algorithm": func(z *zip.Writer) error {
			w, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: 99, CompressedSize64: 3, UncompressedSize64: 3})
			if err == nil {
				_, err = w.Write([]byte("abc"))
			}
			return err
		},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		if err := spoil(z); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if _, _, err := readDOCX(b.Bytes()); err == nil || err.Error() != "its part word/document.xml "+name {
			t.Errorf("%v, want %s", err, name)
		}
	}
	for n, want := range map[int]bool{maxPart: false, maxPart + 1: true} {
		_, err := zipPart(zipOf(t, "a", strings.Repeat(" ", n)), "a")
		if (err != nil) != want {
			t.Errorf("a part of %d bytes: %v", n, err)
		}
	}
}

func zipOf(t *testing.T, name, content string) *zip.Reader {
	t.Helper()
	data := wordFile(t, map[string]string{name: content})
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// Of a source that speaks of embargoes all the way, not all is read, and that is told.
func TestHowMuchIsReadForItsTime(t *testing.T) {
	t.Parallel()
	d := drafted("en")
	long := para{text: "The embargo stands. " + strings.Repeat("Oars and ropes. ", maxTimed/16), place: "paragraph 1"}
	list := []para{long, {text: "No word.", place: "paragraph 2"}}
	left := d.takeTimes(list)
	if len(left) != 2 || left[0].text != long.text || left[1].text != "No word." {
		t.Errorf("%d are left", len(left))
	}
	if len(d.sayings) != 1 || d.sayings[0].Why != "so much of the source speaks of embargoes that it was not all read" || !d.sayings[0].Embargo {
		t.Errorf("%d sayings", len(d.sayings))
	}
}
