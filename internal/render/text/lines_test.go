package text

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

func wordsOf(s string) []release.Inline { return []release.Inline{&release.Text{S: s}} }

func paragraphOf(s string) release.Block { return &release.Paragraph{Inlines: wordsOf(s)} }

func cells(texts ...string) (out [][]release.Inline) {
	for _, s := range texts {
		out = append(out, wordsOf(s))
	}
	return out
}

// How lines end in a mail (RFC 3676, section 4).
func TestLinesAreStuffedAndMayGoOn(t *testing.T) {
	for name, c := range map[string]struct {
		lines        Lines
		want, params string
	}{
		"spaces at the end":      {Lines{{"one  ", hardEnd}, {"two  ", spaceEnd}, {"three", hardEnd}}, "one\ntwo \nthree\n", "; format=flowed"},
		"what looks like a mail": {Lines{{">one", hardEnd}, {"From here", hardEnd}, {"Fromage", hardEnd}, {" in", hardEnd}, {"a > b", hardEnd}}, " >one\n From here\nFromage\n  in\na > b\n", "; format=flowed"},
		"a signature's mark":     {Lines{{"--", spaceEnd}, {"-", spaceEnd}, {"---", spaceEnd}, {"x", hardEnd}}, "--\n- \n--- \nx\n", "; format=flowed"},
		"without spaces":         {Lines{{"港", joinedEnd}, {"水 x", spaceEnd}, {"y", hardEnd}}, "港 \n水 x  \ny\n", "; format=flowed; delsp=yes"},
		"none":                   {nil, "", "; format=flowed"},
	} {
		if got, params := c.lines.Flowed(); got != c.want || params != c.params {
			t.Errorf("%s: %q with %q, want %q with %q", name, got, params, c.want, c.params)
		}
	}
}

func TestWhereLinesEnd(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	kanji := strings.Repeat("港", 36)
	for name, c := range map[string]struct{ in, want string }{
		"tabs and returns are spaces":                   {"a\tb\rc  d\ve", "a b c d\ve"},
		"a full line":                                   {x(70) + " y", x(70) + " y"},
		"one column more":                               {x(70) + " yy", x(70) + "\nyy"},
		"numbers that no mark begins":                   {x(68) + " 555 1234", x(68) + " 555\n1234"},
		"a number that nothing follows":                 {x(66) + " +1 555", x(66) + "\n+1 555"},
		"a number in brackets":                          {x(60) + " (+1 555 0142) z", x(60) + "\n(+1 555 0142) z"},
		"a number of nines":                             {x(66) + " +9 999", x(66) + "\n+9 999"},
		"a number with a word behind it":                {x(66) + " 0a 555", x(66) + " 0a\n555"},
		"a sign alone":                                  {x(69) + " + 5", x(69) + " +\n5"},
		"groups that are too long for one number":       {x(50) + " +123456789012 12345678901 x", x(50) + " +123456789012\n12345678901 x"},
		"the longest number":                            {x(50) + " +12345678901 12345678901 x", x(50) + "\n+12345678901 12345678901 x"},
		"letters without spaces that just fill a line":  {"ab " + kanji, "ab\n" + kanji},
		"letters without spaces that are more than one": {"ab " + kanji + "港", "ab " + strings.Repeat("港", 34) + "\n港港港"},
		"an address within letters without spaces":      {kanji[:99] + "https://x.example/yy港", kanji[:99] + "\nhttps://x.example/yy港"},
		"a stroke at the end of a line":                 {x(68) + " y / z", x(68) + " y /\nz"},
		"a stroke that no line begins with":             {x(69) + " y / z", x(69) + "\ny / z"},
		"strokes alone":                                 {x(67) + " / / /", x(67) + " / /\n/"},
		"a time of day with its zone":                   {x(60) + " 9:00 a.m. EST z", x(60) + "\n9:00 a.m. EST z"},
		"a time of day with its hours":                  {x(62) + " 9.30 Uhr MEZ z", x(62) + "\n9.30 Uhr MEZ z"},
		"a time of day with its hours' sign":            {x(64) + " 9.30 h CET z", x(64) + "\n9.30 h CET z"},
		"a time of day in brackets":                     {x(62) + " (14:00 UTC) z", x(62) + "\n(14:00 UTC) z"},
		"a time of day that fits":                       {x(60) + " 14:00 WEST z", x(60) + " 14:00 WEST\nz"},
		"a time of day before a word":                   {x(64) + " 14:00 to", x(64) + " 14:00\nto"},
		"a time of day before a word of capitals":       {x(64) + " 14:00 UNION", x(64) + " 14:00\nUNION"},
		"figures that are no time of day":               {x(66) + " 1:2 UTC", x(66) + " 1:2\nUTC"},
		"a stroke within a word":                        {x(69) + " y/ z", x(69) + " y/\nz"},
		"an empty line between":                         {"a\n\nb", "a\n\nb"},
	} {
		if got := strings.Join(Wrap(c.in, "", ""), "\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// What stands around a text: nothing at its end, and its links below it.
func TestBlocksWhole(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("words ", 20))
	link := &release.Link{Href: "https://x.example/1", Children: wordsOf("one")}
	for name, c := range map[string]struct {
		blocks []release.Block
		want   string
	}{
		"nothing":                         {nil, ""},
		"an empty paragraph":              {[]release.Block{paragraphOf("")}, ""},
		"a link":                          {[]release.Block{&release.Paragraph{Inlines: []release.Inline{link}}}, "one [1]\n\nLinks:\n[1] https://x.example/1\n"},
		"code with an empty line":         {[]release.Block{&release.Code{Text: "a\n\n  b "}, paragraphOf("c")}, "    a\n\n      b\n\nc\n"},
		"a quoted line that ends at once": {[]release.Block{&release.BlockQuote{Blocks: []release.Block{&release.Paragraph{Inlines: []release.Inline{&release.Text{S: "a"}, &release.Break{}}}}}}, "    a\n"},
		"a long attribution": {
			[]release.Block{&release.Quotation{Paragraphs: [][]release.Inline{wordsOf("“It goes.”")}, Attribution: wordsOf(long)}},
			"“It goes.”\n\n– words words words words words words words words words words words\n  words words words words words words words words words\n",
		},
		"a long attribution of a block": {
			[]release.Block{&release.Quotation{Style: release.StyleBlock, Paragraphs: [][]release.Inline{wordsOf("It goes.")}, Attribution: wordsOf(long)}},
			"    It goes.\n\n    – words words words words words words words words words words words\n      words words words words words words words words words\n",
		},
	} {
		lines := BlockLines(&release.Version{Language: "en"}, c.blocks)
		if got := lines.String(); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
		if text, _ := lines.Flowed(); strings.Contains(text, " \n") {
			t.Errorf("%s: a line that stands in goes on:\n%s", name, text)
		}
	}
	if text, _ := BlockLines(&release.Version{Language: "en"}, []release.Block{paragraphOf(long)}).Flowed(); strings.Count(text, " \n") != 1 {
		t.Errorf("a paragraph does not go on:\n%s", text)
	}
}

// Columns stand side by side up to the last column of a line.
func TestHowWideATableCanBe(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	v := &release.Version{Language: "en"}
	table := func(second string) *release.Table {
		return &release.Table{Head: cells("A", "B"), Rows: [][][]release.Inline{cells(x(35), second)}}
	}
	for name, c := range map[string]struct {
		block release.Block
		want  string
	}{
		"72 columns":                         {table(x(35)), "A" + strings.Repeat(" ", 36) + "B\n" + x(35) + "  " + x(35) + "\n"},
		"73 columns":                         {table(x(36)), "A: " + x(35) + "\nB: " + x(36) + "\n"},
		"72 columns that stand in":           {&release.BlockQuote{Blocks: []release.Block{table(x(31))}}, "    A" + strings.Repeat(" ", 36) + "B\n    " + x(35) + "  " + x(31) + "\n"},
		"rows of other lengths":              {&release.Table{Head: cells("A", "B"), Rows: [][][]release.Inline{cells("one"), cells("1", "22", "333")}}, "A     B\none\n1    22  333\n"},
		"rows of other lengths, one by one":  {&release.Table{Head: cells("A", "B"), Rows: [][][]release.Inline{cells("1", "", "333"), cells(x(36), x(36))}}, "A: 1\nB:\nB: 333\n\nA: " + x(36) + "\nB: " + x(36) + "\n"},
		"a cell that goes on over its line":  {&release.Table{Head: cells("A", "B"), Rows: [][][]release.Inline{cells("1", strings.Repeat("nine nine ", 8))}}, "A: 1\nB: nine nine nine nine nine nine nine nine nine nine nine nine nine nine\n  nine nine\n"},
		"a cell whose line ends with itself": {&release.Table{Head: cells("A", "B"), Rows: [][][]release.Inline{cells(x(72), "1\n")}}, "A:\n  " + x(72) + "\nB: 1\n"},
	} {
		if got := Blocks(v, []release.Block{c.block}); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// The line under a headline is as long as its longest line, and no longer than any.
func TestAHeadlineIsSetOff(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for in, want := range map[string]string{
		"":                           "\n\n\n",
		"Short":                      "Short\n=====\n\n",
		"港の":                         "港の\n====\n\n",
		x(80):                        x(80) + "\n" + strings.Repeat("=", 72) + "\n\n",
		x(60) + " " + x(20):          x(60) + "\n" + x(20) + "\n" + strings.Repeat("=", 60) + "\n\n",
		x(20) + " y " + x(60):        x(20) + " y\n" + x(60) + "\n" + strings.Repeat("=", 60) + "\n\n",
		"é" + strings.Repeat("a", 5): "éaaaaa\n======\n\n",
	} {
		w := &writer{}
		w.headline(in)
		if got := w.b.String(); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", in, got, want)
		}
	}
}

// One video, one document and one name have their labels too.
func TestListsOfOne(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Society ", 12))
	v := &release.Version{Language: "en", Headline: "H", Media: []release.Medium{{File: "a.mp4", Caption: "The ferry", URL: "a:/b"}}}
	r := &release.Release{
		Versions: []*release.Version{v}, Signatories: []string{long},
		Documents: []release.Document{{Title: "The report", URL: "https://x.example/r.pdf"}},
	}
	got := string(Render(r, v, release.PhaseRelease, nil))
	for _, want := range []string{
		"\nPictures and video:\n- The ferry\n\nDocuments:\n- The report [1]\n\n",
		":\n- Society Society Society Society Society Society Society Society\n  Society Society Society Society\n\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	w := &writer{cat: v.Catalogue()}
	w.item("The ferry", "a:/b", "")
	w.item("The pier", "https://x.example/p", "pier.jpg")
	if got := w.b.String(); got != "- The ferry\n- The pier [1] – pier.jpg\n" {
		t.Errorf("the entries read\n%s", got)
	}
}
