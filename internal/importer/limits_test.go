package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
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
		for form, list := range map[string][]prose.Para{"page": ofPage, "Word": ofWord} {
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
	parts["word/header1.xml.bak"] = parts["word/header1.xml"]
	list, _, err := readDOCX(wordFile(t, parts))
	if err != nil || len(list) != 22 {
		t.Errorf("of 25 heads and a text %d are read: %v", len(list), err)
	}
	for place, name := range map[string]string{"the document's header": "header1", "the document's endnote": "endnotes", "the document's footer": "footer"} {
		list, _, err := readDOCX(wordFile(t, map[string]string{"word/document.xml": parts["word/document.xml"], "word/" + name + ".xml": parts["word/header1.xml"]}))
		if err != nil || len(list) != 2 || list[0].Place != place {
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
	for n, told := range map[int]int{499: 1, 500: 0} { // pieces of a note before the one with words
		_, notes, err := readDOCX(document(t, "<w:p><w:r><w:footnoteReference w:id=\"1\"/><w:t>a</w:t></w:r></w:p>",
			"<w:footnote w:id=\"1\"><w:p>"+strings.Repeat("<w:t></w:t>", n)+"<w:t>b</w:t></w:p></w:footnote>"))
		if err != nil || len(notes) != told {
			t.Errorf("a note with %d pieces: %q %v", n, notes, err)
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
	long := prose.Para{Text: "The embargo stands. " + strings.Repeat("Oars and ropes. ", maxTimed/16), Place: "paragraph 1"}
	list := []prose.Para{long, {Text: "No word.", Place: "paragraph 2"}}
	left := d.takeTimes(list)
	if len(left) != 2 || left[0].Text != long.Text || left[1].Text != "No word." {
		t.Errorf("%d are left", len(left))
	}
	if len(d.sayings) != 1 || d.sayings[0].Why != "so much of the source speaks of embargoes that it was not all read" || !d.sayings[0].Embargo {
		t.Errorf("%d sayings", len(d.sayings))
	}
}

// Lines are taken for a contact up to so many, and up to so many words and characters.
func TestHowMuchOfAContactIsRead(t *testing.T) {
	t.Parallel()
	lines := func(first string, n int, more ...string) (list []prose.Para) {
		list = append(list, prose.Para{Text: first})
		for range n {
			list = append(list, prose.Para{Text: "ana@harbor.example", Tight: true})
		}
		for _, text := range more {
			list = append(list, prose.Para{Text: text})
		}
		return list
	}
	for name, c := range map[string]struct {
		list []prose.Para
		want int
	}{
		"lines, as many as can be":        {lines("Contact: Ana Ruiz", 39), 40},
		"lines, one more":                 {lines("Contact: Ana Ruiz", 40), 40},
		"a label with as much as can be":  {lines("Contact: Ana Ruiz", 0, "Title: "+filled("", "", 72)), 2},
		"a label with more":               {lines("Contact: Ana Ruiz", 0, "Title: "+filled("", "", 73)), 1},
		"a number behind words":           {lines("Contact: Ana Ruiz", 0, "Of the quays", ofWords("At", "", 12), "555-010-0142"), 2},
		"a number behind more words":      {lines("Contact: Ana Ruiz", 0, "Of the quays", ofWords("At", "", 13), "555-010-0142"), 1},
		"a label without any line of it":  {lines("Contact:", 0, "The ropes are old, and whoever wants to see them comes by boat."), 1},
		"a number far behind one's words": {lines("Contact: Ana Ruiz", 0, "Of the quays", "At the pier", "At the sea", "555-010-0142"), 5},
	} {
		if got := drafted("en").contactBlock(c.list); got != c.want {
			t.Errorf("%s: %d paragraphs, want %d", name, got, c.want)
		}
	}
	for rows, want := range map[int]bool{40: true, 41: false} {
		if got := tableOfContacts(strings.Repeat("| Ana Ruiz | 555-010-0142 |\n", rows)); (got != nil) != want {
			t.Errorf("a table of %d rows: %q", rows, got)
		}
	}
	if got := keptLines("Dana Whitlock\n555-010-0142\n"); got != "Dana Whitlock  \n555-010-0142\n" {
		t.Errorf("%q", got)
	}
	for letterhead, want := range map[string]string{
		"Ropes Tides Quays Oars Lamps Boats":       "Ropes Tides Quays Oars Lamps Boats",
		"Ropes Tides Quays Oars Lamps Boats Piers": "",
	} {
		d := drafted("en")
		d.Letterhead = []string{letterhead}
		if got := d.Issuer(); got != want {
			t.Errorf("%q issues what stands below %q", got, letterhead)
		}
	}
}

// What stands above a release, and a text whose paragraphs were lost, are looked through so far.
func TestHowFarAHeadlineIsLookedFor(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]int{longMenu - 1: longMenu - 1, longMenu: 0} {
		list := []prose.Para{{Text: "Harbor groups ask now | Harbor"}}
		for len(list) < n {
			list = append(list, prose.Para{Text: "Menu"})
		}
		if got := headlineAgain(append(list, prose.Para{Text: "Harbor groups ask now"})); got != want {
			t.Errorf("below %d lines: %d", n, got)
		}
	}
	long := []prose.Para{{Text: "2 June 2026: Ropewalk\nopens its doors"}}
	if got := drafted("en").dayFirst(long); len(got) != 1 {
		t.Errorf("a day above two lines: %s", shownParas(got))
	}
	line := func(two, one, size int) string {
		s := strings.Repeat("Go.  ", two) + strings.Repeat("Go. ", one) + "Go "
		return s + strings.Repeat("o", size-len(s))
	}
	for _, c := range []struct {
		two, one, size int
		parted         bool
	}{
		{2, 2, flatLine, true},
		{2, 2, flatLine - 1, false},
		{1, 2, flatLine, false},
		{2, 1, flatLine, false},
		{2, 2, maxText / 4, true},
		{2, 2, maxText/4 + 1, false},
	} {
		if s := line(c.two, c.one, c.size); (parted(s) != s) != c.parted {
			t.Errorf("%d bytes, %d and %d sentences: %v", c.size, c.two, c.one, !c.parted)
		}
	}
	for n, want := range map[int]int{flatLine - 1: 1, flatLine: 0} {
		s := "Media Contact Information Dana Whitlock, "
		if got := headSeams(s + strings.Repeat("o", n-len(s))); len(got) != want {
			t.Errorf("%d bytes: %v", n, got)
		}
	}
	for text, want := range map[string]int{
		"One two MARLOW, Mass. – The":                       8,
		"one " + strings.Repeat("o", 389) + " MARLOW – The": 394,
		"one " + strings.Repeat("o", 390) + " MARLOW – The": 0,
		"One MARLOW a b c d e f g – The":                    4,
		"One MARLOW a b c d e f g h – The":                  0,
		"ONE TWO Marlow a b c d e – The":                    8,
		"ONE TWO Marlow a b c d e f – The":                  0,
		"One two Marlow – The":                              0,
		"One two Marlow - The":                              0,
		"One TWO THREE -- The":                              4,
	} {
		if got := placeWithin(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// Lines that say when a release may be published are no longer than so.
func TestHowLongALineOfTimeIs(t *testing.T) {
	t.Parallel()
	const time = "EMBARGOED UNTIL 9 A.M. ET, DECEMBER 8, 2026"
	dots := func(s string, n int) string { return s + strings.Repeat(".", n-len(s)) }
	for s, want := range map[string]bool{
		time:                            true,
		dots(time, prose.LongestLine-1): true,
		dots(time, prose.LongestLine):   false,
		ofWords("We ask that the", "be under embargo until 9 a.m. on December 8, 2026", 14+7): true,
		ofWords("We ask that the", "be under embargo until 9 a.m. on December 8, 2026", 14+8): false,
	} {
		if got := prose.IsTimeLine(s); got != want {
			t.Errorf("%q is a line of time: %v", s, got)
		}
	}
	for n, want := range map[int]int{prose.LongestLine - 1: 0, prose.LongestLine: 1} {
		d := drafted("en")
		if left := d.takeTimes([]prose.Para{{Text: dots(time, n)}}); len(left) != want || len(d.sayings) != 1 {
			t.Errorf("of a line of %d characters %d are left, %d said", n, len(left), len(d.sayings))
		}
	}
	for n, want := range map[int]int{80: 1, 81: 2} {
		d := drafted("en")
		if d.takeTimes([]prose.Para{{Text: "EMBARGOED UNTIL"}, {Text: dots("9 A.M. ET, DECEMBER 8, 2026", n)}}); len(d.sayings) != want {
			t.Errorf("below it a line of %d characters: %d sayings", n, len(d.sayings))
		}
	}
	for n, want := range map[int]int{4*prose.LongestLine - 1: 2, 4 * prose.LongestLine: 1} {
		head := "The embargo stands " + strings.Repeat("o", n-len("The embargo stands "))
		list, _, err := readDOCX(wordFile(t, map[string]string{
			"word/document.xml": wordOpen + "<w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>",
			"word/header1.xml":  wordOpen + "<w:p><w:r><w:t>" + head + "</w:t></w:r></w:p></w:body></w:document>",
		}))
		if err != nil || len(list) != want {
			t.Errorf("a head of %d characters: %d %v", n, len(list), err)
		}
	}
	d := drafted("en")
	d.takeTimes([]prose.Para{{Text: "embargo" + strings.Repeat(" ", maxTimed-len("embargo"))}})
	if len(d.sayings) != 1 || strings.Contains(d.sayings[0].Why, "so much") {
		t.Errorf("of as much as is read for its time: %v", d.sayings)
	}
}

// Of an item another system knows headline, language and pictures.
func TestWhatAnItemSays(t *testing.T) {
	t.Parallel()
	r, err := ImportItem(Item{
		Name: "item 1", Form: Text, Headline: "Harbor\u200b groups\nask the port", Subhead: "They\u200b ask\nfor all", Body: "Eleven groups asked.",
		Pictures: []Picture{
			{URL: "https://a.example/one.jpg", Alt: "One"},
			{URL: "mailto:a@b.example", Alt: "Two"},
			{URL: "http://", Alt: "Three"},
			{URL: "HTTP://a.example/four.jpg", Alt: "Four"},
			{URL: "https://a.example/one.jpg", Alt: "Five", Credit: "Ana Ruiz"},
		},
	}, Options{Today: today, Language: "fr"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	md := string(r.Markdown)
	has("headline = \"Harbor groups ask the port\"\n", "subhead = \"They ask for all\"\n", "language = \"fr\"\n", "alt = \"One\"\ncredit = \"Ana Ruiz\"\n", "alt = \"Four\"\n")(t, md)
	lacks("alt = \"Two\"", "alt = \"Three\"", "Five")(t, md)
	for n, want := range map[int]string{maxText: "there is no text in it", maxText + 1: errTooLong.Error()} {
		if _, err := ImportItem(Item{Name: "item 1", Form: Text, Body: strings.Repeat(" ", n)}, Options{Today: today}, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	_, told := withoutFooter([]prose.Para{{Text: "Unsubscribe | " + strings.Repeat("o", 400)}})
	if len(told) != 1 || !strings.HasSuffix(told[0], strings.Repeat("o", 286)+" …”") {
		t.Errorf("%q", told)
	}
}

// Clauses that say whose words stand beside them are no longer than so.
func TestHowLongAClauseIs(t *testing.T) {
	t.Parallel()
	long := func(s string, n int) string { return s + strings.Repeat("o", n-len(s)) }
	for n, want := range map[int]bool{500: true, 501: false} {
		if who, ok := drafted("en").Said(long("Ana Ruiz said so", n)); ok != want {
			t.Errorf("behind words, %d bytes: %s", n, whose(who))
		}
	}
	for n, want := range map[int]bool{400: true, 401: false} {
		if _, who, ok := drafted("en").ClauseBefore(long("Ana Ruiz said so", n) + ":"); ok != want {
			t.Errorf("before words, %d bytes: %s", n, whose(who))
		}
	}
	for n, want := range map[int]bool{24: true, 25: false} {
		if who, ok := drafted("en").BeforeColon(ofWords("Ana Ruiz, director of Harbor Alliance, who", "", n), false); ok != want {
			t.Errorf("before a colon, %d words: %s", n, whose(who))
		}
	}
	for n, want := range map[int]bool{19: true, 20: false} {
		line := "Ana Ruiz, " + strings.Repeat("Oar ", n-4) + "Quay, ana@harbor.example"
		if got := drafted("en").signedInLine(line); got != want {
			t.Errorf("a signature of %d words: %v", n, got)
		}
	}
}
