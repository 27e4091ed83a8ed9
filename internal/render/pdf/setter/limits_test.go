package setter

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/render/pdf/pdfobj"
)

// Lines end where they have to: a letter too wide for any line stands on one of its own, and
// what is as wide as the line is not cut.
func TestWhereLinesHaveToEnd(t *testing.T) {
	for _, c := range []struct {
		text string
		fit  fit
		want string
	}{
		{"a bb", fit{width: 9_000}, "a |b|b"},
		{"exact", fit{width: 50_000}, "exact"},
		{"exact", fit{width: 49_999}, "exac|t"},
		{"aaa aaa\u00adaa aaaa\u00adaa", fit{width: 70_000}, "aaa aaa-|aa aaaa-|aa"},
	} {
		glyphs := run(c.text)
		var got []string
		for _, l := range breakLines(glyphs, c.fit) {
			got = append(got, read(glyphs[l[0]:l[1]]))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.fit.width, s, c.want)
		}
	}
}

// Lines of little space, and of none, cost what they should to the last thousandth.
func TestWhatLinesCostExactly(t *testing.T) {
	for _, c := range []struct {
		name         string
		spaces       Length
		slack, width Length
		want         int64
	}{
		{"spaces wider by a fifth, before the letters give", 100, 20, 1000, 16 * 16},
		{"spaces wider by a half", 2, 1, 10, 110 * 110},
		{"a space three times as wide", 1, 2, 10, 810*810 + holes + 80*80<<12},
		{"no spaces, and a tenth left over", 0, 24_218, 200_000, 210 * 210},
		{"no spaces, and more than a tenth", 0, 24_219, 200_000, 210*210 + holes + 10*10<<20},
	} {
		if got := unevenness(&candidate{}, &candidate{until: c.spaces}, c.slack, c.width, false); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// A long word ends at a dash or a space, and gets its hyphens on both sides of it.
func TestLongWordsEndAtDashesAndSpaces(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	dash, space := run("abcdefgh—abcdefgh"), run("abcdefgh abcdefgh")
	dash[8].break_, space[8].break_ = dashCost, noBreak
	for want, glyphs := range map[string][]glyph{"abc-d-e-fgh—abc-d-e-fgh": dash, "abc-d-e-fgh abc-d-e-fgh": space} {
		if got := read(New(lib, leaf).cuttable(glyphs, 50_000)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Graphics that are wider than the column stand below each other, letters wider than their
// block too, and rows of names stay together at both ends.
func TestRowsOfGraphicsAndOfNames(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	for width, want := range map[Length]int{900 * Point: 2, 200 * Point: 2, 95 * Point: 1, 96 * Point: 2} {
		d := New(lib, leaf)
		d.Row([]Graphic{grey(1, 1), grey(1, 1)}, []string{"a", "b"}, width, 20*Point, 10*Point, 0)
		if len(d.lines) != want {
			t.Errorf("two graphics of %d: %d rows", width, len(d.lines))
		}
	}
	for width, want := range map[Length]int{0: 1, 1: 2} { // of a block that has one of its own, however small
		d := New(lib, leaf)
		if err := d.Add(Block{Tag: "P", Spans: said("ab"), Leading: 12 * Point, Width: width}); err != nil || len(d.lines) != want {
			t.Errorf("two letters in a width of %d: %d lines, %v", width, len(d.lines), err)
		}
	}
	for n, want := range map[int][]bool{
		3: {false}, 4: {false, true}, 6: {false, true}, 9: {false, true, true}, 10: {false, true, false, true}, 12: {false, true, false, true},
	} {
		d := New(lib, leaf)
		if err := d.Names(slices.Repeat([][]Span{said("Quay")}, n), 12*Point, 0, 10*Point); err != nil {
			t.Fatal(err)
		}
		var got []bool
		for _, l := range d.lines {
			got = append(got, l.glued)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d names: %v, want %v", n, got, want)
		}
		if l := d.root.kids[0].element; l.tag != "L" || l.attr != "/O /List /ListNumbering /None" {
			t.Errorf("they stand in %s, %s", l.tag, l.attr)
		}
	}
}

// The spaces and letters of a line give as far as they may, and no further.
func TestLinesGiveAsFarAsTheyMay(t *testing.T) {
	// A space of 5000 becomes wider by 15000 at most, and each of the three glyphs by 120.
	for more, want := range map[Length]Length{15_360: 15_360, 15_361: 360} {
		l := setLine{glyphs: run("a b")}
		l.measure()
		before := l.width
		if l.spread(before + more); l.width-before != want {
			t.Errorf("wider by %d, of %d", l.width-before, more)
		}
	}
	for text, want := range map[string]Length{"": 0, "a": 0, "ab": 240, "abc": 360} {
		l := setLine{glyphs: run(text)}
		if got := l.track(len(text), 10_000, 0); got != want {
			t.Errorf("the letters of %q move apart by %d, want %d", text, got, want)
		}
	}
	if got := (&setLine{glyphs: run("“")}).hangWidth(); got != 10_000 {
		t.Errorf("a mark by itself hangs out by %d", got)
	}
	for rtl, want := range map[bool]uint8{false: 0, true: 1} {
		l := &setLine{rtl: rtl, spans: []Span{{}}, glyphs: []glyph{{text: " ", space: true, level: 2}}}
		if s := l.segments(); len(s) != 1 || s[0].level != want {
			t.Errorf("a line of a space, from right to left %v: %+v", rtl, s)
		}
	}
	// The lines of a balanced text are as narrow as can be, but for a point.
	glyphs := run("aa aa aa aa")
	glyphs[0].advance, glyphs[6].advance = 10_400, 10_400
	if got := balancedWidth(glyphs, fit{width: 64_000}); got != 46_000 {
		t.Errorf("balanced it is %d wide", got)
	}
}

// Texts that tell their own directions stay as they are, and only these.
func TestTextsWithDirectionsOfTheirOwnStay(t *testing.T) {
	for r, want := range map[rune]uint8{
		0x2029: 0, 0x202A: 2, 0x202C: 2, 0x202E: 2, 0x202F: 0, 0x2065: 0, 0x2066: 2, 0x2068: 2, 0x2069: 2, 0x206A: 0,
	} {
		levels := []uint8{2, 2}
		if lowerText([]rune{'a', r}, levels); levels[0] != want {
			t.Errorf("%U: a letter before it stands at level %d, want %d", r, levels[0], want)
		}
	}
}

// The ink of a part from right to left is behind the space at its end, on whichever level.
func TestTheInkOfAPartIsWithoutItsSpace(t *testing.T) {
	for level, want := range []Length{100, 5_100, 100, 5_100, 100} {
		s := segment{to: 3, level: uint8(level), width: 25_000}
		if x, width := s.ink(&setLine{glyphs: run("ab ")}, 100); x != want || width != 20_000 {
			t.Errorf("on level %d: from %d, %d wide", level, x, width)
		}
	}
}

// A link in another language is a link within the passage of that language.
func TestALinkInAnotherLanguageStandsWithinItsPassage(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	d := New(lib, leaf)
	spans := []Span{{Text: "Les quais", Style: body, Href: "https://quays.example", Lang: "fr"}}
	if err := d.Add(Block{Tag: "P", Leading: 12 * Point, Spans: spans}); err != nil {
		t.Fatal(err)
	}
	pagesOf(t, d)
	var tags []string
	for e := d.root; ; e = e.kids[0].element {
		tags = append(tags, fmt.Sprint(e.tag, e.lang))
		if len(e.kids) == 0 || e.kids[0].element == nil {
			break
		}
	}
	if got := strings.Join(tags, " "); got != "Document P Spanfr Link" {
		t.Errorf("it stands in %s", got)
	}
}

// A glyph that stands far from the one before it is moved there exactly.
func TestAGlyphFarAwayStandsWhereItShould(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{Document: New(lib, leaf), file: pdfobj.New(), fonts: make(map[Face]*usedFont), known: make(map[any]pdfobj.Ref)}
	p := &page{doc: w, geometry: leaf}
	p.glyphs([]glyph{{id: 36, face: serif, text: "A", style: &body, dx: 20 * Point, advance: 10 * Point}}, 0, 0)
	if got := p.content.String(); !strings.Contains(got, "\n[<>-2000<") && !strings.Contains(got, "\n[-2000<") {
		t.Errorf("it is moved otherwise:\n%s", got)
	}
}

// The room of the first page counts for the first page only, and a picture gives way by its
// least step where it has to give a thousandth.
func TestTheRoomOfLaterPagesAndTheStepOfAPicture(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	d := New(lib, Geometry{Width: 200 * Point, Height: 100 * Point, Column: 160 * Point, FirstTop: 50 * Point})
	d.lines = column(21, nil)
	for i := range d.lines[1:] {
		d.lines[1+i].side = true
	}
	w := &writer{Document: d}
	if pages := d.paginate(func(g Geometry) *page { return &page{doc: w, geometry: g} }); len(pages) != 2 {
		t.Errorf("%d pages", len(pages))
	}
	for over, want := range map[Length]Length{0: 100, 1: 93, 7: 93, 8: 92, 9: 91} {
		var high Length
		line := vline{height: 100, shrink: 10, step: 7, draw: func(_ *page, _, h Length) { high = h }}
		d.drawPage(&page{doc: w, geometry: leaf}, pageRange{[]vline{line}, over}, true)
		if high != want {
			t.Errorf("too high by %d: %d high, want %d", over, high, want)
		}
	}
	// As high as the box it stays as wide as that.
	if w, h := grey(3, 2).Within(100, 66); w != 100 || h != 66 {
		t.Errorf("%d by %d", w, h)
	}
}

// A place for a hyphen has no width of its own, and an address is told by all of its letters.
func TestHyphensAndAddressesWithinATextAreToldExactly(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	glyphs, err := New(lib, leaf).shape(said("ge\u00adfragt"), "de", false)
	if err != nil || !glyphs[2].hyphen || glyphs[2].advance != 0 {
		t.Errorf("%v, %v", glyphs, err)
	}
	for _, c := range []struct {
		in       string
		from, to int // none where they are alike
	}{
		{"x " + strings.Repeat("o", 26) + "/o", 0, 0},
		{"x " + strings.Repeat("o", 27) + "/o", 2, 31},
		{"x /" + strings.Repeat("o", 28) + " y", 2, 31},
		{"x " + strings.Repeat("o", 40), 0, 0},
		{"x " + strings.Repeat("o", 37) + "123", 0, 0},
		{"x " + strings.Repeat("o", 36) + "0987", 2, 42},
		{"x " + strings.Repeat("o", 24) + "0987", 0, 0},
	} {
		text := &text{runes: []rune(c.in)}
		text.findAddresses()
		for i := range text.runes {
			if got := text.address != nil && text.address[i]; got != (i >= c.from && i < c.to) {
				t.Errorf("%q: at %d it is an address: %v", c.in, i, got)
			}
		}
	}
}

// A table is set as small as 78 hundredths where it is no wider then, and no smaller.
func TestTheSmallestSizeOfATable(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	head := []Cell{{Spans: said("Lamps_and_quays")}}
	m, err := New(lib, leaf).measureColumns([][]Cell{head}, false)
	if err != nil {
		t.Fatal(err)
	}
	least := m.least[0]*78/100 + m.least[0]/200
	for column, want := range map[Length]bool{least: true, least - 1: false} {
		g := leaf
		g.Column = column
		if ok, err := New(lib, g).Table(Table{Head: head, Leading: 12 * Point, Upright: true}); err != nil || ok != want {
			t.Errorf("in %d: %v, %v", column, ok, err)
		}
	}
	if m, err := New(lib, leaf).measureColumns([][]Cell{{}, {}}, false); err != nil || len(m.natural) != 0 || len(m.least) != 0 {
		t.Errorf("rows of nothing have the columns %v, %v", m, err)
	}
	if got := longestPart(nil, false); got != 0 {
		t.Errorf("nothing is %d wide", got)
	}
}

// The polygons of a drawing keep all of their points.
func TestPolygonsKeepTheirPoints(t *testing.T) {
	const want = `<path fill="#ff8000" d="M1 2L3 4L5 6z"/><path fill="#ff8000" fill-rule="evenodd" d="M7 8L9 1z"/>`
	if got := paths([]byte("1 0.5 0 rg\n1 2 m\n3 4 l\n5 6 l\nh\nf\n7 8 m\n9 1 l\nh\nf*\n")); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
