package setter

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/stix/stix2textregular"

	"pressroom/internal/expect"
	"pressroom/internal/render/pdf/pdfobj"
	"pressroom/internal/render/pdf/sfnt"
)

const (
	serif Face = iota
	sans
	sansBold
	naskh
	mincho
)

// scriptsToo are three fonts of the program, and two that have some characters of
// Arabic and Japanese.
var scriptsToo = sync.OnceValues(func() (*Library, error) {
	lib := &Library{Fallbacks: [][]Face{{sans}, {serif}, {serif}, nil, nil}}
	data := [][]byte{stix2textregular.TTF, liberationsansregular.TTF, liberationsansbold.TTF}
	for _, name := range []string{"golden-naskh-Regular.ttf", "golden-mincho-Regular.otf"} {
		file, err := os.ReadFile("../../../golden/testdata/workspace/templates/fonts/" + name)
		if err != nil {
			return nil, err
		}
		data = append(data, file)
	}
	for _, d := range data {
		f, err := sfnt.Parse(d)
		if err != nil {
			return nil, err
		}
		lib.Fonts = append(lib.Fonts, f)
	}
	lib.Scripts = []ScriptFont{{"Arab", naskh, naskh}, {"Hira", mincho, mincho}, {"Hani", mincho, mincho}, {"", mincho, mincho}}
	return lib, nil
})

// leaf is a small page.
var leaf = Geometry{Width: 240 * Point, Height: 200 * Point, Left: 20 * Point, Column: 200 * Point, Top: 20 * Point, Bottom: 20 * Point, FirstTop: 40 * Point}

var body = Style{Face: serif, Size: 10 * Point}

func said(s string) []Span { return []Span{{Text: s, Style: body}} }

// shown tells what stands on the pages of a document, and where: the operators of its
// pages with their text readable.
func shown(t *testing.T, d *Document) string {
	t.Helper()
	w := &writer{Document: d, file: pdfobj.New(), fonts: make(map[Face]*usedFont), known: make(map[any]pdfobj.Ref)}
	count := 0
	pages := d.paginate(func(g Geometry) *page {
		count++
		return &page{doc: w, index: count - 1, geometry: g}
	})
	var b strings.Builder
	for i, p := range pages {
		if err := w.furnish(p, len(pages)); err != nil {
			return b.String() + "error: " + err.Error() + "\n"
		}
		fmt.Fprintf(&b, "page %d, %s by %s\n", i+1, pdfobj.Points(p.geometry.Width), pdfobj.Points(p.geometry.Height))
		var font *usedFont
		for line := range strings.Lines(p.content.String()) {
			if m := fontOp.FindStringSubmatch(line); m != nil {
				n, _ := strconv.Atoi(m[1])
				font = w.fonts[Face(n)]
			}
			line = codes.ReplaceAllStringFunc(line, func(hex string) string {
				if strings.HasPrefix(hex, "<FEFF") { // what a cluster stands for
					return hex
				}
				var text strings.Builder
				for ; len(hex) > 5; hex = hex[:1] + hex[5:] {
					n, _ := strconv.ParseUint(hex[1:5], 16, 16)
					text.WriteString(font.list[n].text)
				}
				return "‹" + strings.ReplaceAll(text.String(), "\u00ad", "-") + "›"
			})
			switch line = strings.TrimSpace(line); line {
			case "BT", "ET":
			case "EMC":
				b.WriteString("\n")
			default:
				b.WriteString("  " + line)
			}
		}
	}
	b.WriteString("structure\n")
	outline(&b, d.root, "  ")
	for _, l := range w.links {
		fmt.Fprintf(&b, "link to %s on page %d at %v\n", l.href, l.page+1, l.rect)
	}
	for _, m := range d.bookmarks() {
		b.WriteString(m)
	}
	return b.String()
}

func (d *Document) bookmarks() (out []string) {
	for _, m := range d.outline {
		out = append(out, fmt.Sprintf("bookmark %d %q on page %d at %d\n", m.level, m.text, m.page+1, m.y))
	}
	return out
}

func outline(b *strings.Builder, e *element, indent string) {
	fmt.Fprintf(b, "%s%s", indent, e.tag)
	for _, s := range []string{e.lang, e.alt, e.attr} {
		if s != "" {
			b.WriteString(" (" + s + ")")
		}
	}
	b.WriteString("\n")
	for _, k := range e.kids {
		if k.element != nil {
			outline(b, k.element, indent+"  ")
		}
	}
}

var (
	fontOp = regexp.MustCompile(`^/F(\d+) `)
	codes  = regexp.MustCompile(`<(?:[0-9A-F]{4})+>`)
)

// grey is a picture of one grey pixel, said to have more.
func grey(width, height int) Graphic {
	return Graphic{Image: &Image{JPEG: []byte("a jpeg"), Width: width, Height: height}}
}

// scenes are documents by what is shown by them.
var scenes = []struct {
	name string
	set  func(d *Document) error
}{
	{"headings, and what stays with them", func(d *Document) error {
		for i, tag := range []string{"H1", "H2", "P", "H3", "H7", "H"} {
			if err := d.Add(Block{Tag: tag, Spans: said(fmt.Sprintf("Heading  %d ", i)), Leading: 14 * Point, Before: 6 * Point, Keep: true}); err != nil {
				return err
			}
		}
		return d.Add(Block{Tag: "P", Spans: said(strings.Repeat("What they announce goes on for a while. ", 12)), Leading: 14 * Point, BreakCost: 500})
	}},
	{"a balanced headline with words that no line should end with", func(d *Document) error {
		d.Leader = func(w string) bool { return w == "the" || w == "of" }
		return d.Add(Block{Tag: "H1", Spans: said("Eleven groups of the whole waterfront ask the port of Marlow for the tests of its water"), Leading: 14 * Point, Balanced: true, Middle: true, Width: 180 * Point})
	}},
	{"words that stay together", func(d *Document) error {
		d.Sticky = func(before, after string) int {
			switch {
			case before == "9" && after == "a.m.":
				return -1
			case before == "Ana":
				return 3000
			}
			return 0
		}
		return d.Add(Block{Tag: "P", Spans: said("On Monday at seven or eight or 9 a.m. she came, and on Tuesday she was Ana Ruiz of the old pier, as on the day before at 9 a.m. sharp."), Leading: 12 * Point})
	}},
	{"justified, with hyphens and stops that hang", func(d *Document) error {
		text := "Nie\u00admand hat uns ge\u00adfragt, ob wir war\u00adten wol\u00adlen, und nie\u00admand hat ge\u00adant\u00adwor\u00adtet. Der Ha\u00adfen hat al\u00adle Zah\u00adlen, " +
			"und die Er\u00adgeb\u00adnis\u00adse der Pro\u00adben lie\u00adgen seit dem Jahr 2022 in ei\u00adnem Schrank, den nie\u00admand öff\u00adnet."
		return d.Add(Block{Tag: "P", Spans: said(text), Leading: 12 * Point, Justify: true})
	}},
	{"justified in a narrow column, with words that are too long", func(d *Document) error {
		return d.Add(Block{Tag: "P", Spans: said("A Donaudampfschifffahrtsgesellschaftskapitänspatent is long, and so is Rindfleischetikettierungsüberwachungsaufgaben, they say."), Leading: 12 * Point, Justify: true, Width: 90 * Point})
	}},
	{"a quotation whose mark hangs, beside its bar", func(d *Document) error {
		d.BeginBar(0)
		d.BeginBar(9 * Point)
		if err := d.Add(Block{Tag: "P", Spans: said("“We have waited long enough for all of these numbers,” she said, and “nobody has told us why.”"), Leading: 12 * Point, Indent: 16 * Point, Hang: true}); err != nil {
			return err
		}
		d.EndBar()
		d.EndBar()
		d.Space(5 * Point)
		d.BeginBar(7 * Point)
		if err := d.Add(Block{Tag: "P", Spans: said("A second one."), Leading: 12 * Point, Indent: 20 * Point, Before: 3 * Point}); err != nil {
			return err
		}
		d.EndBar()
		return d.Add(Block{Tag: "P", Spans: said("None."), Leading: 12 * Point})
	}},
	{"addresses, dashes and the author's own hyphens", func(d *Document) error {
		for _, s := range []string{
			"See https://harbor.example/a/very/long/path?with=a&query=of&many=parts#and_a_part for it",
			"or dana.whitlock+press%office@harbor-groups.example.example or a/short or file_name_that_goes_on_and_on.txt",
			"Words—as dashes–join them—and self-made well-known wind-water and/or more-or-less so-and-so 12-14 a-1",
		} {
			if err := d.Add(Block{Tag: "P", Spans: said(s), Leading: 12 * Point, Width: 110 * Point}); err != nil {
				return err
			}
		}
		return nil
	}},
	{"links, code and other languages within a line", func(d *Document) error {
		bold := Style{Face: sansBold, Size: 9 * Point, Color: Color{100, 200, 300}, Tracking: 50}
		return d.Add(Block{Tag: "P", Leading: 12 * Point, Spans: []Span{
			{Text: "They ask ", Style: body},
			{Text: "for all of the tests of the water ", Style: bold, Href: "https://harbor.example/a"},
			{Text: "of the pier", Style: body, Href: "https://harbor.example/a"},
			{Text: " and ", Style: body},
			{Text: "le quai", Style: body, Lang: "fr"},
			{Text: " x = y", Style: body, Code: true},
			{Text: "\nthen a line", Style: body},
		}})
	}},
	{"lists, their marks beside them", func(d *Document) error {
		for i, marker := range []string{"•", "10."} {
			d.BeginList(i == 1)
			for j := range 2 {
				m := &Mark{Spans: said(marker), Indent: 20 * Point, Width: 12 * Point}
				if j == 1 {
					m.Gap = 4 * Point
				}
				if err := d.BeginItem(m); err != nil {
					return err
				}
				if err := d.Add(Block{Tag: "P", Spans: said("An item that goes on over the end of its line, for once"), Leading: 12 * Point, Indent: 20 * Point, Item: true}); err != nil {
					return err
				}
				if err := d.Add(Block{Tag: "P", Spans: said("Its second paragraph"), Leading: 12 * Point, Indent: 20 * Point, Item: true, Continues: true, BreakCost: 900}); err != nil {
					return err
				}
				d.EndItem()
			}
			d.End()
		}
		return nil
	}},
	{"an item whose text begins with an item, and one without a mark", func(d *Document) error {
		d.BeginList(false)
		for _, m := range []*Mark{{Spans: said("–"), Indent: 20 * Point, Width: 12 * Point}, {Spans: said("1."), Indent: 40 * Point, Width: 12 * Point}, nil} {
			if err := d.BeginItem(m); err != nil {
				return err
			}
		}
		waits := d.Waiting()
		err := d.Add(Block{Tag: "P", Spans: said(fmt.Sprintf("The marks wait: %v", waits)), Leading: 12 * Point, Indent: 60 * Point, Item: true})
		for range 3 {
			d.EndItem()
		}
		d.End()
		return err
	}},
	{"names of which a quarter are long", func(d *Document) error {
		var names [][]Span
		for _, n := range []string{"Bay", "Dock", "Mill", "Quay", "Pier", "Tide", "Harbor Table of North", "River Alliance North"} {
			names = append(names, said(n))
		}
		return d.Names(names, 12*Point, 6*Point, 10*Point)
	}},
	{"names of which less than a quarter are long", func(d *Document) error {
		var names [][]Span
		for _, n := range []string{"Bay", "Dock", "Mill", "Quay", "Pier", "Tide", "Mole", "River Alliance North"} {
			names = append(names, said(n))
		}
		return d.Names(names, 12*Point, 6*Point, 10*Point)
	}},
	{"names in columns", func(d *Document) error {
		var names [][]Span
		for _, n := range []string{"Bay Post", "Dock Choir", "Harbor Table", "River Alliance", "Sound Riders of the whole Northern Coast", "Tidewell", "Union 88"} {
			names = append(names, said(n))
		}
		return d.Names(names, 12*Point, 8*Point, 10*Point)
	}},
	{"long names in two columns", func(d *Document) error {
		return d.Names([][]Span{said("The Association of Harbor Pilots, Marlow"), said("The Marlow Rowing Society"), said("Tide")}, 12*Point, 8*Point, 10*Point)
	}},
	{"names that are too long for columns", func(d *Document) error {
		return d.Names([][]Span{said("The Association of all Harbor Pilots and Dockers of the Northern Coast of Marlow"), said("Tide")}, 12*Point, 8*Point, 10*Point)
	}},
	{"pictures, and what is said of them", func(d *Document) error {
		if err := d.Add(Block{Tag: "P", Spans: said(strings.Repeat("Before it. ", 30)), Leading: 12 * Point}); err != nil {
			return err
		}
		d.BeginFigure(grey(400, 200), "A pier", 200*Point, 6*Point)
		if err := d.Add(Block{Tag: "Caption", Spans: said("Low tide"), Leading: 10 * Point}); err != nil {
			return err
		}
		d.End()
		d.BeginFigure(Graphic{Drawing: &Drawing{Content: []byte("0 0 5 5 re f"), Width: 50 * Point, Height: 100 * Point}}, "A mark", 40*Point, 6*Point)
		d.End()
		return d.Add(Block{Tag: "P", Spans: said("After it."), Leading: 12 * Point})
	}},
	{"a picture with room, what is said of it in its middle, and glyphs of a cluster", func(d *Document) error {
		d.BeginFigure(grey(400, 200), "A pier", 120*Point, 6*Point)
		if err := d.Add(Block{Tag: "Caption", Spans: said("Low tide"), Leading: 10 * Point}); err != nil {
			return err
		}
		d.End()
		if err := d.Add(Block{Tag: "P", Spans: said("“Hung, not hung"), Leading: 12 * Point, Width: 60 * Point, Hang: true}); err != nil {
			return err
		}
		return d.Add(Block{Tag: "H6", Spans: said("Ź̴ x̣̂ end"), Leading: 12 * Point})
	}},
	{"logos in rows", func(d *Document) error {
		d.Row([]Graphic{grey(100, 50), grey(50, 100), grey(10, 10), grey(300, 20)}, []string{"one", "two", "three", "four"}, 60*Point, 30*Point, 10*Point, 5*Point)
		return nil
	}},
	{"a rule, and spaces", func(d *Document) error {
		d.Space(50 * Point)
		if err := d.Add(Block{Tag: "P", Spans: said("Above it"), Leading: 12 * Point, Before: 5 * Point}); err != nil {
			return err
		}
		d.Rule(4*Point, 6*Point, 500, Color{1, 2, 3})
		return d.Add(Block{Tag: "P", Spans: said("below it"), Leading: 12 * Point})
	}},
	{"Japanese, whose lines end between letters", func(d *Document) error {
		return d.Add(Block{Tag: "P", Spans: said("図書館は、火曜日の正午から、一年を通して毎晩午後9時から Marlow 午前6時まで開館する。"), Leading: 12 * Point, Width: 80 * Point, Justify: true})
	}},
	{"a balanced headline in Japanese", func(d *Document) error {
		d.Leader = func(w string) bool { return false }
		return d.Add(Block{Tag: "H1", Spans: said("六つの図書館が夜通し開館、静かな部屋を貸し出し"), Leading: 14 * Point, Balanced: true, Width: 100 * Point})
	}},
	{"what hides, and what changes the order", func(d *Document) error {
		return d.Add(Block{Tag: "P", Spans: said("a\u200bb\u2066c\u2069d\u200ee\ufe0ff  g\th"), Leading: 12 * Point})
	}},
	{"characters of other fonts, and marks of several signs", func(d *Document) error {
		return d.Add(Block{Tag: "P", Spans: []Span{{Text: "₹ ffi q̂ ", Style: body}, {Text: "Ω ─", Style: Style{Face: sans, Size: 10 * Point}}}, Leading: 12 * Point})
	}},
	{"a character that no font has", func(d *Document) error {
		return d.Add(Block{Tag: "P", Spans: said("a ⵣ"), Leading: 12 * Point})
	}},
	{"furniture on every page", func(d *Document) error {
		d.Furniture = func(page, pages int, g Geometry) Furniture {
			return Furniture{
				Lines: []Running{
					{Spans: said(fmt.Sprintf("%d of %d", page, pages)), X: g.Left + g.Column, Y: 10 * Point, Right: true},
					{Spans: said("A foot that goes on over two lines"), X: g.Left, Y: 14 * Point, Width: 90 * Point, Leading: 8 * Point},
				},
				Rules: []Rule{{g.Left, 18 * Point, g.Column, 400, Color{9, 9, 9}}}, Graphics: []Placed{{grey(10, 10), 1, 2, 3 * Point, 4 * Point}},
			}
		}
		return d.Add(Block{Tag: "P", Spans: said(strings.Repeat("Words fill the page. ", 60)), Leading: 12 * Point})
	}},
}

func TestScenesWhole(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range scenes {
		d := New(lib, leaf)
		d.Language, d.BarColor = "en", Color{500, 0, 0}
		fmt.Fprintf(&b, "=== %s\n", s.name)
		if err := s.set(d); err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			continue
		}
		b.WriteString(shown(t, d))
	}
	expect.File(t, "scenes.golden.txt", b.String())
}

// From right to left everything stands mirrored.
func TestScenesFromRightToLeftWhole(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range scenes {
		if !slices.Contains([]string{
			"a quotation whose mark hangs, beside its bar", "lists, their marks beside them", "names in columns", "logos in rows",
			"a balanced headline with words that no line should end with", "pictures, and what is said of them",
		}, s.name) {
			continue
		}
		d := New(lib, leaf)
		d.Language, d.RightToLeft = "ar", true
		fmt.Fprintf(&b, "=== %s\n", s.name)
		if err := s.set(d); err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			continue
		}
		b.WriteString(shown(t, d))
	}
	d := New(lib, leaf)
	d.Language, d.RightToLeft = "ar", true
	for _, block := range []Block{
		{Tag: "P", Spans: said("مرحبا Marlow 2026 مرحبا"), RightToLeft: true, Hang: true},
		{Tag: "P", Spans: []Span{{Text: "مرحبا ", Style: body}, {Text: "مرحبا مرحبا ", Style: body, Href: "https://harbor.example/x"}, {Text: "مرحبا", Style: body}}, RightToLeft: true, Width: 60 * Point},
		{Tag: "P", Spans: said("Marlow مرحبا"), Item: true, Indent: 15 * Point},
		{Tag: "P", Spans: said("مرحبا مرحبا مرحبا مرحبا مرحبا مرحبا مرحبا مرحبا مرحبا مرحبا"), RightToLeft: true, Justify: true},
	} {
		block.Leading = 12 * Point
		if err := d.Add(block); err != nil {
			t.Fatal(err)
		}
	}
	b.WriteString("=== Arabic\n" + shown(t, d))
	expect.File(t, "mirrored.golden.txt", b.String())
}

func TestTablesWhole(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	cells := func(align Align, texts ...string) (out []Cell) {
		for i, s := range texts {
			c := Cell{Spans: said(s), Header: i == 0}
			if i > 0 {
				c.Align = align
			}
			out = append(out, c)
		}
		return out
	}
	rows := func(n int, align Align, texts ...string) (out [][]Cell) {
		for range n {
			out = append(out, cells(align, texts...))
		}
		return out
	}
	tables := []struct {
		name  string
		table Table
	}{
		{"a small one", Table{Head: cells(End, "Pier", "Lead"), Rows: rows(2, End, "One", "15")}},
		{"numbers in the middle, indented", Table{Head: cells(Middle, "Pier", "Lead"), Rows: rows(1, Middle, "One", "15"), Indent: 30 * Point}},
		{"a cell of several lines", Table{Head: cells(Start, "Pier", "What was found there"), Rows: rows(2, Start, "One", "It was found that all of the water had more lead than the law has, and that was told to nobody.")}},
		{"words that need a smaller size", Table{Head: cells(Start, "Donaudampfschiff", "Rindfleischetikett", "Wasser"), Rows: rows(1, Start, "One", "Two", "Three")}},
		{"words that need a page on its side", Table{Head: cells(Start, "Donaudampfschifffahrt", "Rindfleischetikettierung", "Wasser"), Rows: rows(1, Start, "One", "Two", "Three")}},
		{"that one, which must not stand on its side", Table{Head: cells(Start, "Donaudampfschifffahrt", "Rindfleischetikettierung", "Wasser"), Rows: rows(1, Start, "One", "Two", "Three"), Upright: true}},
		{"words that no page holds", Table{Head: cells(Start, strings.Repeat("Donau", 20), strings.Repeat("Rind", 20)), Rows: rows(1, Start, "One", "Two")}},
		{"rows over the end of a page", Table{Head: cells(Start, "Pier", "Lead"), Rows: rows(40, Start, "One", "15")}},
		{"a row that is higher than a third of the page", Table{Head: cells(Start, "Pier", "Lead"), Rows: rows(2, Start, "One", strings.Repeat("It was found. ", 80))}},
		{"rows of more than half of the page", Table{Head: cells(Start, "Pier", "Lead"), Rows: rows(3, Start, "One", strings.Repeat("It was found. ", 45))}},
		{"a head that is too high to stand twice", Table{Head: cells(Start, "Pier", strings.Repeat("What was found ", 50)), Rows: rows(30, Start, "One", "15")}},
		{"an empty row", Table{Head: cells(Start, "Pier", "Lead"), Rows: [][]Cell{{}, cells(Start, "One")}}},
		{"a head alone", Table{Head: cells(Start, "Pier", "Lead")}},
	}
	var b strings.Builder
	for _, rtl := range []bool{false, true} {
		for _, c := range tables {
			if rtl && c.table.Indent == 0 && c.name != "a small one" {
				continue
			}
			g := leaf
			g.Height = 420 * Point
			d := New(lib, g)
			d.RightToLeft = rtl
			fmt.Fprintf(&b, "=== %s (from right to left: %v)\n", c.name, rtl)
			if err := d.Add(Block{Tag: "P", Spans: said("Above it"), Leading: 12 * Point, Keep: true}); err != nil {
				t.Fatal(err)
			}
			c.table.Leading, c.table.Before, c.table.Line = 12*Point, 6*Point, Color{7, 7, 7}
			ok, err := d.Table(c.table)
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Add(Block{Tag: "P", Spans: said("Below it"), Leading: 12 * Point}); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "set: %v\n%s", ok, shown(t, d))
		}
	}
	expect.File(t, "tables.golden.txt", b.String())
}

// Lines for a picture to share stand in their places, without the space between words.
func TestLinesOfTheirOwn(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, c := range []struct {
		text string
		rtl  bool
	}{{"Eleven groups of the whole waterfront ask the port", false}, {"مرحبا Marlow مرحبا", true}, {"", false}} {
		lines, err := Typeset(lib, c.text, "en", body, 110*Point, c.rtl, func(w string) bool { return w == "of" })
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			fmt.Fprintf(&b, "%d:", l.Width)
			for _, g := range l.Glyphs {
				fmt.Fprintf(&b, " %d/%d@%d,%d", g.Face, g.ID, g.X, g.Y)
			}
			b.WriteString("\n")
		}
	}
	if _, err := Typeset(lib, "ⵣ", "en", body, 100*Point, false, nil); err == nil {
		t.Error("a character that no font has is set")
	}
	d := New(lib, leaf)
	for _, width := range []Length{1000 * Point, 60 * Point} {
		natural, lines, err := d.Extent(said("two words\nand a longer line"), width, false)
		fmt.Fprintf(&b, "%d wide, %d lines of %d, %v\n", natural, lines, width, err)
	}
	expect.File(t, "lines.golden.txt", b.String())
}
