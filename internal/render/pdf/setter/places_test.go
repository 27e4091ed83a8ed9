package setter

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/render/pdf/pdfobj"
)

// dumped is what page building knows of the lines of a document.
func dumped(lines []vline) string {
	var b strings.Builder
	for _, l := range lines {
		if l.height < 0 {
			b.WriteString("  what was before it stays with what follows\n")
			continue
		}
		fmt.Fprintf(&b, "  %d high, %d before it, baseline %d", l.height, l.before, l.base)
		for _, f := range []struct {
			name string
			is   bool
		}{{"glued", l.glued}, {"sideways", l.side}, {"begins a block", l.opens}, {"may stand before a picture", l.moves}, {"may stand behind a block", l.floats}, {"with a head", l.drawTop != nil}, {"nothing to draw", l.draw == nil}} {
			if f.is {
				b.WriteString(", " + f.name)
			}
		}
		for _, n := range []struct {
			name string
			n    int
		}{{"cost", int(l.cost)}, {"gives", l.shrink}, {"at least", l.step}, {"asked for", l.spaced}, {"bar", l.bar}, {"head of", l.top}} {
			if n.n != 0 {
				fmt.Fprintf(&b, ", %s %d", n.name, n.n)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// What page building is told of everything that can be added: what it may tear apart, and
// at what cost.
func TestLinesForPagesWhole(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("Words go on. ", 12)
	name := func(n int) [][]Span {
		var out [][]Span
		for i := range n {
			out = append(out, said(fmt.Sprintf("Name %d", i)))
		}
		return out
	}
	row := func(texts ...string) (out []Cell) {
		for _, s := range texts {
			out = append(out, Cell{Spans: said(s)})
		}
		return out
	}
	tall := func(n int) string { return strings.TrimSpace(strings.Repeat("It was found here. ", n)) }
	var b strings.Builder
	for _, c := range []struct {
		name string
		set  func(d *Document) error
	}{
		{"a paragraph", func(d *Document) error {
			return d.Add(Block{Tag: "P", Spans: said(long), Leading: 12 * Point, Before: 3 * Point, BreakCost: 7})
		}},
		{"one that goes on with another", func(d *Document) error {
			return d.Add(Block{Tag: "P", Spans: said(long), Leading: 12 * Point, BreakCost: 7, Continues: true})
		}},
		{"one that stands in", func(d *Document) error {
			return d.Add(Block{Tag: "P", Spans: said("In"), Leading: 12 * Point, Indent: 1})
		}},
		{"an item", func(d *Document) error {
			return d.Add(Block{Tag: "P", Spans: said("Item"), Leading: 12 * Point, Item: true})
		}},
		{"one that stays with the next", func(d *Document) error {
			return d.Add(Block{Tag: "P", Spans: said("Keep"), Leading: 12 * Point, Keep: true})
		}},
		{"what is no paragraph", func(d *Document) error {
			return d.Add(Block{Tag: "LBody", Spans: said("Other"), Leading: 12 * Point})
		}},
		{"beside bars", func(d *Document) error {
			d.Space(4 * Point)
			d.BeginBar(0)
			err := d.Add(Block{Tag: "P", Spans: said("In"), Leading: 12 * Point, Indent: 9 * Point})
			d.BeginFigure(grey(100, 50), "A", 100*Point, Point)
			d.End()
			d.EndBar()
			d.BeginBar(5)
			fmt.Fprintf(&b, "  distances %v\n", d.barIndents)
			return err
		}},
		{"two lines, and three", func(d *Document) error {
			err := d.Add(Block{Tag: "P", Spans: said("one\ntwo"), Leading: 12 * Point})
			if err == nil {
				err = d.Add(Block{Tag: "P", Spans: said("one\ntwo\nthree\nfour"), Leading: 12 * Point})
			}
			return err
		}},
		{"a picture as wide as the column, and a small one", func(d *Document) error {
			d.BeginFigure(grey(200, 100), "A", 200*Point, 5*Point)
			d.End()
			d.BeginFigure(grey(200, 100), "A", 199*Point, 5*Point)
			d.End()
			d.BeginFigure(grey(9000, 1), "A", 200, 5*Point)
			d.End()
			return nil
		}},
		{"logos", func(d *Document) error {
			d.Row([]Graphic{grey(1, 1), grey(1, 1), grey(1, 1), grey(1, 1)}, []string{"a", "b", "c", "d"}, 60*Point, 20*Point, 10*Point, 3*Point)
			d.Row([]Graphic{grey(1, 1)}, []string{"a"}, 900*Point, 20*Point, 10*Point, 3*Point)
			d.Row(nil, nil, 60*Point, 20*Point, 10*Point, 3*Point)
			return nil
		}},
		{"names", func(d *Document) error { return d.Names(name(10), 12*Point, 6*Point, 10*Point) }},
		{"three names", func(d *Document) error { return d.Names(name(3), 12*Point, 6*Point, 10*Point) }},
		{"a rule", func(d *Document) error {
			d.Rule(4*Point, 6*Point, 500, Color{})
			return nil
		}},
		{"a mark that waits beyond a picture", func(d *Document) error {
			d.BeginList(false)
			if err := d.BeginItem(&Mark{Spans: said("–")}); err != nil {
				return err
			}
			waits := fmt.Sprint(d.Waiting())
			d.BeginFigure(grey(2, 1), "A", 100*Point, 0)
			d.End()
			waits += fmt.Sprint(" ", d.Waiting())
			err := d.Add(Block{Tag: "P", Spans: said("At last"), Leading: 12 * Point, Item: true})
			fmt.Fprintf(&b, "  it waits: %s %v\n", waits, d.Waiting())
			return err
		}},
		{"a table of low rows", func(d *Document) error {
			_, err := d.Table(Table{Head: row("A", "B"), Rows: [][]Cell{row("1", "2"), row("1", "2\n3"), row("1", "2")}, Leading: 12 * Point, Before: 5 * Point})
			return err
		}},
		{"a table of rows on both sides of a third of a page", func(d *Document) error {
			_, err := d.Table(Table{Head: row("A", "B"), Rows: [][]Cell{row("1", "1\n2\n3\n4\n5"), row("1", "1\n2\n3\n4"), row("1", "1\n2\n3")}, Leading: 12 * Point})
			return err
		}},
		{"a table whose first row is high", func(d *Document) error {
			_, err := d.Table(Table{Head: row("A\nB", "B"), Rows: [][]Cell{row("1", tall(14))}, Leading: 9 * Point})
			return err
		}},
		{"a table with a head of three lines, and of four", func(d *Document) error {
			_, err := d.Table(Table{Head: row("A\nB\nC", "B"), Rows: [][]Cell{row("1", "2")}, Leading: 12 * Point})
			if err == nil {
				_, err = d.Table(Table{Head: row("A\nB\nC\nD", "B"), Rows: [][]Cell{row("1", "2")}, Leading: 9 * Point})
			}
			return err
		}},
		{"a table whose head is just a quarter of a page", func(d *Document) error {
			_, err := d.Table(Table{Head: row("A\nB\nC", "B"), Rows: [][]Cell{row("1", "2")}, Leading: 12 * Point})
			return err
		}},
		{"a table that is a little smaller", func(d *Document) error {
			_, err := d.Table(Table{Head: row("Donaudampfschiffe", "Rindfleischetikette"), Rows: [][]Cell{row("1", "2")}, Leading: 12 * Point, Upright: true})
			return err
		}},
		{"headings", func(d *Document) error {
			for _, tag := range []string{"H1", "H6", "H7", "H0", "H", "P1", "HH", "H10"} {
				if err := d.Add(Block{Tag: tag, Spans: said("A  heading"), Leading: 12 * Point}); err != nil {
					return err
				}
			}
			fmt.Fprintf(&b, "  %d bookmarks:", len(d.outline))
			for _, o := range d.outline {
				fmt.Fprintf(&b, " %d %q", o.level, o.text)
			}
			b.WriteString("\n")
			return nil
		}},
	} {
		g := leaf
		if c.name == "a table whose head is just a quarter of a page" {
			g.Height = g.Top + g.Bottom + 4*(3*12+4)*Point
		}
		if strings.HasPrefix(c.name, "a table of rows on both sides") {
			g.Height = g.Top + g.Bottom + 3*4*12*Point
		}
		d := New(lib, g)
		fmt.Fprintf(&b, "=== %s\n", c.name)
		if err := c.set(d); err != nil {
			t.Fatal(err)
		}
		b.WriteString(dumped(d.lines))
	}
	expect.File(t, "vlines.golden.txt", b.String())
}

// Which lines stand on which page, of lines that are told apart by what they are: each
// letter is one of ten points, and a page has ten.
func TestPagesWhole(t *testing.T) {
	drawn := func(*page, Length, Length) {}
	kinds := map[rune]func(*vline){
		'g': func(l *vline) { l.glued = true },
		'c': func(l *vline) { l.cost = 400 },
		'C': func(l *vline) { l.cost = 3000 },
		's': func(l *vline) { l.before = 5 * Point },
		'S': func(l *vline) { l.before = 9 * Point },
		'p': func(l *vline) { l.height, l.shrink, l.floats = 50*Point, 20*Point, true },
		'P': func(l *vline) { l.height, l.floats = 60*Point, true },
		'm': func(l *vline) { l.moves = true },
		't': func(l *vline) { l.top = 15 * Point; l.drawTop = func(*page, Length) {} },
		'_': func(l *vline) { l.draw = nil },
		'H': func(l *vline) { l.height = 120 * Point },
		'e': func(l *vline) { l.height = Point },
	}
	var b strings.Builder
	for _, in := range []string{
		"", "a", "aaaaaaaaaa", "aaaaaaaaaaa", "aaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaagaaaaaaaaa", "aaaaaaaaacaaaaaaaaa", "aaaaaaaaaacaaaaaaaaa", "aaaaaaaaaaCCCCaaaaaa",
		"asasasasasasasasas", "sSsSsSsSsSsSsSsSsSsSsS", "aSaSaSaSaSa", "aSaSaSaSaSaSaSaSaS", "aaaaaapaaaaaaaaaa", "aaaaapaaaa", "aaaaaaapaaa", "aaaaaPmmmaaaaa", "aaaaaPmmm", "aaaaaaaaPmmmmmmmmmmmm", "aaaaaaaPmmm", "Pmmmm", "aPm",
		"aaaaaaaaaattttttttttttttttttttt", "aaaaaaaaaa_aaaa", "HaHaH", "gggggggggggggg", "eaaaaaaaaaae", "aaaaaaaaaaaaaaaaaaaae", "aaaaaaaaPPmmmmaaaa",
	} {
		var lines []vline
		for _, k := range in {
			l := vline{height: 10 * Point, opens: true, draw: drawn}
			if change := kinds[k]; change != nil {
				change(&l)
			}
			lines = append(lines, l)
		}
		for _, first := range []Length{0, 30 * Point} {
			g := tenLines
			g.FirstTop = first
			ranges, cost := pageRanges(lines, g)
			fmt.Fprintf(&b, "%s, first page of %d:", in, (g.Height-first)/Point)
			for _, r := range ranges {
				fmt.Fprintf(&b, " %d", len(r.lines))
				if r.over > 0 {
					fmt.Fprintf(&b, " (%d too high)", r.over)
				}
			}
			fmt.Fprintf(&b, ", cost %d; settled", cost)
			for _, r := range settled(lines, g) {
				b.WriteString(" ")
				for _, l := range r.lines {
					mark := "a"
					for k, change := range kinds {
						want := vline{height: 10 * Point, opens: true, draw: drawn}
						change(&want)
						if l.height == want.height && l.glued == want.glued && l.cost == want.cost && l.shrink == want.shrink && l.floats == want.floats && l.moves == want.moves && l.top == want.top && (l.draw == nil) == (want.draw == nil) && (k != 's' && k != 'S') {
							mark = string(k)
						}
					}
					b.WriteString(mark)
				}
			}
			b.WriteString("\n")
		}
	}
	for _, pages := range [][]pageRange{nil, {{lines: make([]vline, 2)}}, {{lines: make([]vline, 2)}, {lines: make([]vline, 3)}}, {{lines: make([]vline, 1)}, {lines: make([]vline, 1)}, {lines: make([]vline, 1)}}} {
		fmt.Fprintf(&b, "of %d pages a later one begins with the line:", len(pages))
		for n := range 7 {
			if begins(pages, n) {
				fmt.Fprintf(&b, " %d", n)
			}
		}
		b.WriteString("\n")
	}
	block := []vline{{opens: true, bar: 1}, {opens: true, bar: 1}, {opens: true, bar: 2}, {bar: 2}, {opens: true, glued: true}, {opens: true}, {opens: true, moves: true}}
	for at := range block {
		out, to := exchanged(block, at)
		fmt.Fprintf(&b, "the block of line %d ends before %d; exchanged %v %d\n", at, blockEnd(block, at), out != nil, to)
	}
	moves := []vline{{opens: true}, {opens: true, moves: true}, {opens: true}}
	for _, n := range []int{2, 3} {
		out, to := exchanged(moves[:n], 0)
		fmt.Fprintf(&b, "of %d lines the first is exchanged: %v %d\n", n, out != nil, to)
	}
	for _, kept := range [][]vline{nil, {{height: 1, draw: drawn}, {height: -1}, {height: 2, draw: drawn}, {height: 3, draw: drawn}}, {{height: -1}, {height: 0}, {height: 1, draw: drawn}, {height: 1, draw: drawn}}} {
		b.WriteString("kept together\n" + dumped(glueKept(kept)))
	}
	for _, sides := range [][]vline{
		{{draw: drawn}, {draw: drawn, glued: true}, {draw: drawn, side: true, glued: true}, {draw: drawn}},
		{{draw: drawn}, {draw: drawn}, {draw: drawn, side: true}},
		{{draw: drawn, glued: true}, {draw: drawn, side: true, glued: true}},
		{{draw: drawn}, {}, {glued: true, draw: drawn}, {draw: drawn, side: true, glued: true}},
		{{draw: drawn, side: true}, {draw: drawn}},
		{{draw: drawn}, {draw: drawn}, {draw: drawn, glued: true}, {draw: drawn, glued: true}, {draw: drawn, glued: true}, {draw: drawn, glued: true}, {draw: drawn, glued: true}, {draw: drawn, glued: true}, {draw: drawn, glued: true}, {draw: drawn, side: true, glued: true}},
	} {
		b.WriteString("sections:")
		for _, s := range sections(sides) {
			fmt.Fprintf(&b, " %d sideways %v", len(s), s[0].side)
		}
		b.WriteString("\n")
	}
	expect.File(t, "pages.golden.txt", b.String())
}

// How lines are drawn that give way, and what stands above those that begin a page.
func TestWhereLinesAreDrawn(t *testing.T) {
	var b strings.Builder
	note := func(name string) func(*page, Length, Length) {
		return func(_ *page, y, height Length) { fmt.Fprintf(&b, " %s at %d, %d high;", name, y, height) }
	}
	d := &Document{Geometry: leaf, BarColor: Color{1, 2, 3}, barIndents: map[int]Length{2: 7 * Point}}
	for _, over := range []Length{0, 100, 3 * Point, 15 * Point, 40 * Point} {
		for _, first := range []bool{true, false} {
			p := &page{geometry: leaf}
			lines := []vline{
				{height: 10 * Point, before: 99 * Point, top: 4 * Point, draw: note("a"), drawTop: func(_ *page, y Length) { fmt.Fprintf(&b, " head at %d;", y) }, bar: 1},
				{height: 40 * Point, before: 2 * Point, shrink: 10 * Point, step: 5 * Point, draw: note("b"), bar: 2},
				{height: 40 * Point, shrink: 20 * Point, draw: note("c"), bar: 2},
				{height: 5 * Point},
				{height: 6 * Point, draw: note("d"), drawTop: func(*page, Length) { b.WriteString(" a second head;") }, top: 3},
			}
			fmt.Fprintf(&b, "%d too high, first page %v:", over, first)
			d.drawPage(p, pageRange{lines, over}, first)
			b.WriteString("\n" + p.content.String())
		}
	}
	d.paginate(func(g Geometry) *page {
		fmt.Fprintf(&b, "a page without lines of %d by %d\n", g.Width, g.Height)
		return &page{geometry: g}
	})
	expect.File(t, "drawn.golden.txt", b.String())
}

// What is written around the pages: pictures of each kind, marks, addresses, metadata.
func TestPartsOfAFile(t *testing.T) {
	var b strings.Builder
	w := &writer{file: pdfobj.New(), known: make(map[any]pdfobj.Ref)}
	for _, g := range []Graphic{
		{Image: &Image{Packed: pdfobj.Deflated([]byte("indices")), Palette: []byte{1, 2, 3, 0xfe, 0xff, 0}, Bits: 4, Width: 7, Height: 5}},
		{Image: &Image{JPEG: []byte("a jpeg"), Width: 7, Height: 5}},
		{Image: &Image{Packed: pdfobj.Deflated([]byte("packed")), Width: 7, Height: 5}},
		{Image: &Image{RGB: []byte("pixels"), Alpha: []byte("mask"), Width: 7, Height: 5}},
		{Image: &Image{RGB: []byte("pixels"), Width: 7, Height: 5}},
		{Drawing: &Drawing{Content: []byte("0 0 m"), Width: 7500, Height: 5000}},
	} {
		first, again := w.graphic(g), w.graphic(g)
		fmt.Fprintf(&b, "object %s, written again %v\n", first, again != first)
	}
	b.WriteString(unpacked(t, w.file.Bytes(1, 1)) + "\n")
	for _, href := range []string{"https://x.example/!a", "a b", "é", "\x20\x21\x7e\x7f\x80\xff", "(a)"} {
		fmt.Fprintf(&b, "%q: %s\n", href, uri(href))
	}
	for _, n := range []int{0, 1, 7, 8, 9, 16} {
		fmt.Fprintf(&b, "the first %d codes: %x\n", n, cidSet(n))
	}
	for _, n := range []int{0, 1, 2, 100, 101, 102, 201, 202} {
		u := &usedFont{list: make([]codeKey, n)}
		for i := range u.list {
			u.list[i].text = string(rune('a' + i%26))
		}
		if n == 2 {
			u.list[1].text = ""
		}
		cmap := u.toUnicode()
		fmt.Fprintf(&b, "%d codes:", n)
		for line := range strings.Lines(cmap) {
			if strings.HasSuffix(line, "beginbfchar\n") {
				b.WriteString(" " + strings.TrimSpace(line))
			}
		}
		if n == 2 {
			b.WriteString("\n" + cmap)
		}
		b.WriteString("\n")
	}
	font := &usedFont{units: 2048, adv: func(g uint16) int { return int(g) }}
	for _, g := range []uint16{0, 1, 2, 3, 1024, 2047, 2048} {
		fmt.Fprintf(&b, " %d", font.width(g))
	}
	d := &Document{Title: "A & <b>", Author: "C & <d>", Language: "e&n", Identifier: "f & <g>", Version: "h & <i>", Date: time.Date(2026, 7, 26, 9, 30, 5, 0, time.FixedZone("", -7*3600)), Modified: time.Date(2026, 7, 27, 1, 0, 0, 0, time.UTC)}
	b.WriteString("\n" + d.xmp() + "\n" + pdfDate(d.Date) + "\n")
	for _, headings := range [][]bookmark{
		nil,
		{{text: "never set", level: 1}},
		{{text: "", level: 1, placed: true}},
		{{text: "a", level: 1, placed: true}},
		{{text: "a", level: 2, placed: true}, {text: "b", level: 1, placed: true}, {text: "c", level: 2, placed: true, y: 1000}, {text: "d", level: 4, placed: true}, {text: "e", level: 3, placed: true}, {text: "f", level: 2, placed: true, page: 1}, {text: "g", level: 1, placed: true}},
	} {
		w := &writer{Document: &Document{outline: headings}, file: pdfobj.New()}
		fmt.Fprintf(&b, "%d headings: %q\n", len(headings), w.writeOutline([]pdfobj.Ref{91, 92}))
		b.WriteString(unpacked(t, w.file.Bytes(1, 1)) + "\n")
	}
	expect.File(t, "parts.golden.txt", b.String())
}

// Glyphs of clusters, raised glyphs and what stands between them, as operators.
func TestGlyphsAsOperators(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	style, other := &Style{Face: sans, Size: 10 * Point}, &Style{Face: sans, Size: 9 * Point, Tracking: 30, Color: Color{1, 2, 3}}
	adv := func(id uint16, s *Style) Length { return lib.Fonts[sans].Advance(id) * s.Size / lib.Fonts[sans].Units }
	g := func(id uint16, text string, s *Style, change func(*glyph)) glyph {
		out := glyph{id: id, face: sans, text: text, style: s, advance: adv(id, s) + s.Tracking}
		if change != nil {
			change(&out)
		}
		return out
	}
	several := func(g *glyph) { g.several = true }
	var b strings.Builder
	for _, c := range []struct {
		name   string
		glyphs []glyph
	}{
		{"two letters", []glyph{g(36, "A", style, nil), g(37, "B", style, nil)}},
		{"a cluster of two, and a letter", []glyph{g(36, "é", style, several), g(37, "", style, several), g(38, "C", style, nil)}},
		{"two clusters", []glyph{g(36, "a", style, several), g(37, "", style, several), g(38, "b", style, several), g(39, "", style, several)}},
		{"a raised one, and one behind it", []glyph{g(36, "A", style, nil), g(37, "B", style, func(g *glyph) { g.dy = 2000 }), g(38, "C", style, nil)}},
		{"a raised one at the end", []glyph{g(36, "A", style, nil), g(37, "B", style, func(g *glyph) { g.dy = -1500 })}},
		{"kerned, and moved aside", []glyph{g(36, "A", style, func(g *glyph) { g.advance -= 500 }), g(37, "B", style, func(g *glyph) { g.dx = 250 }), g(38, "C", style, nil)}},
		{"two styles", []glyph{g(36, "A", style, nil), g(37, "B", other, nil), g(38, "C", other, nil)}},
	} {
		w := &writer{Document: New(lib, leaf), file: pdfobj.New(), fonts: make(map[Face]*usedFont), known: make(map[any]pdfobj.Ref)}
		p := &page{doc: w, geometry: leaf}
		p.glyphs(c.glyphs, 1000, 2000)
		fmt.Fprintf(&b, "=== %s\n%s", c.name, p.content.String())
	}
	for _, v := range [][2]Length{{1, 3}, {1000, 1}, {50_000, 100_000}, {999, 1000}} {
		fmt.Fprintf(&b, "%d of %d is %d thousandths\n", v[0], v[1], scale(v[0], v[1]))
	}
	for _, c := range []Color{{}, {1000, 1000, 1000}, {500, 1, 2}, {-5, 2000, 999}, {998, 3, 4}, {1, 501, 502}} {
		fmt.Fprintf(&b, "%v: %s\n", c, hex(c))
	}
	for _, size := range []Length{1, 1000, 9 * Point, 10 * Point, 10_500, 12_345} {
		fmt.Fprintf(&b, "a size of %d: %s\n", size, scaleOf(size))
	}
	for _, content := range []string{
		"", "\n", "0 0 m\n1 0 l\n1 1 l\nh\nf\n", "1 0.5 0.0005 rg\n0 0 m\n1 0 l\nh\nf*\n0 0 m\n2 2 l\nf\n", "1 0 rg\n0 m\n1 l\n0 0 0 0 rg\n3 4 5 m\n0 0 m\nf\n", "0.1 0.2 0.3 rg\n0 0 m\n1 1 l\nq\nf\n", "1 2 x\n0 0 m\n1 2 3 k\nf\n",
	} {
		fmt.Fprintf(&b, "%q: %s\n", content, paths([]byte(content)))
	}
	for _, at := range []Length{0, 1, -1, 4, 5, 6, 250, -250, 333} {
		s := &sheet{lib: lib, height: leaf.Height}
		end := s.styled([]glyph{g(36, "A", style, func(g *glyph) { g.dx, g.dy = at, -at })}, 1000, 2000)
		fmt.Fprintf(&b, "moved by %d: ends at %d, %.110s\n", at, end, s.out.String())
	}
	s := &sheet{lib: lib, height: leaf.Height}
	s.figure(Graphic{Drawing: &Drawing{Content: []byte("0 0 m\n1 1 l\nf\n"), Width: 3 * Point, Height: 0}}, 1000, 2000, 5*Point, 7*Point)
	b.WriteString(s.out.String() + "\n" + string(s.svg(leaf)) + "\n")
	for _, box := range [][4]Length{{100, 50, 40, 40}, {50, 100, 40, 40}, {40, 40, 40, 40}, {100, 1, 40, 40}, {1, 100, 40, 40}, {9000, 1, 40, 40}, {1, 9000, 40, 40}, {80, 40, 40, 20}} {
		w, h := grey(int(box[0]), int(box[1])).Within(box[2], box[3])
		fmt.Fprintf(&b, "%d by %d within %d by %d: %d by %d\n", box[0], box[1], box[2], box[3], w, h)
	}
	expect.File(t, "operators.golden.txt", b.String())
}
