package setter

import (
	"fmt"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"

	"pressroom/internal/expect"
	"pressroom/internal/render/pdf/sfnt"
)

// Spaces between blocks are cut by steps of six hundredths, and by no more than is needed
// for a page less.
func TestSpacesAreCutByAsMuchAsIsNeeded(t *testing.T) {
	drawn := func(*page, Length, Length) {}
	for space, want := range map[Length]string{
		50_000: "[2] 0", 50_001: "[2] 81", 53_000: "[2] 81", 53_300: "[2] 324", 56_500: "[2] 324", 57_000: "[2] 729", 60_500: "[2] 729", 61_000: "[2] 1296", 65_400: "[2] 1296",
		65_800: "[2] 2025", 71_000: "[2] 2025", 71_430: "[1 1] 5600",
	} {
		ranges, cost := pageRanges([]vline{{height: 40 * Point, draw: drawn}, {height: 10 * Point, before: space, draw: drawn}}, tenLines)
		var lines []int
		for _, r := range ranges {
			lines = append(lines, len(r.lines))
		}
		if got := fmt.Sprint(lines, cost); got != want {
			t.Errorf("a space of %d: %s, want %s", space, got, want)
		}
	}
}

// Columns of names are as many as the names have room for: most of them on one line, nearly all
// on two, and one that is longer in a row of its own.
func TestHowManyColumnsNamesHave(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	width := func(s string) Length {
		w, _, err := New(lib, leaf).Extent(said(s), 1000*Point, false)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	const gap = 10 * Point
	for _, c := range []struct {
		names  []string
		column func(most, longest Length) Length
		want   int
	}{
		{[]string{"Quay", "Quay", "Quay", "Quay", "Quay", "Quay"}, func(most, _ Length) Length { return 3*most + 2*gap }, 3},
		{[]string{"Quay", "Quay", "Quay", "Quay", "Quay", "Quay"}, func(most, _ Length) Length { return 3*most + 2*gap - 1 }, 2},
		{[]string{"Bay", "Bay", "Bay", "Bay", "Bay", "Bay", "Bay", "Harbor Table"}, func(_, longest Length) Length { return (longest*3 + 1) / 2 }, 3},
		{[]string{"Bay", "Bay", "Bay", "Bay", "Bay", "Bay", "Bay", "Harbor Table"}, func(_, longest Length) Length { return longest*3/2 - 3 }, 2},
		{[]string{"Harbor Table of North", "Harbor Table of North"}, func(_, longest Length) Length { return longest }, 2},
		{[]string{"Harbor Table of North", "Harbor Table of North"}, func(_, longest Length) Length { return longest - 1 }, 1},
	} {
		longest := width(c.names[len(c.names)-1])
		most := width(c.names[0])
		g := leaf
		g.Column = c.column(most, longest)
		d := New(lib, g)
		var spans [][]Span
		for _, n := range c.names {
			spans = append(spans, said(n))
		}
		if err := d.Names(spans, 12*Point, 6*Point, gap); err != nil {
			t.Fatal(err)
		}
		columns := (len(c.names) + len(d.lines) - 1) / len(d.lines)
		if columns != c.want {
			t.Errorf("%q in %d: %d columns, want %d", c.names, g.Column, columns, c.want)
		}
	}
}

// What a file says of fonts of other units, of bold and of slanted ones, and of two links on
// a page.
func TestWhatAFileSaysOfItsFonts(t *testing.T) {
	lib := &Library{Fallbacks: [][]Face{nil, nil}}
	for _, data := range [][]byte{liberationsansbold.TTF, liberationsansitalic.TTF} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		lib.Fonts = append(lib.Fonts, f)
	}
	d := New(lib, leaf)
	bold, slanted := Style{Face: 0, Size: 10 * Point}, Style{Face: 1, Size: 10 * Point}
	if err := d.Add(Block{Tag: "P", Leading: 12 * Point, Spans: []Span{{Text: "Bold ", Style: bold, Href: "https://x.example/1"}, {Text: "and ", Style: bold}, {Text: "slanted", Style: slanted, Href: "https://x.example/2"}}}); err != nil {
		t.Fatal(err)
	}
	data, err := d.PDF()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(unpacked(t, data)) {
		for _, kind := range []string{"/FontDescriptor", "/Type /Font", "/Annot", "/Type /Page "} {
			if strings.Contains(line, kind) {
				b.WriteString(line)
				break
			}
		}
	}
	expect.File(t, "fonts.golden.txt", b.String())
}

// How justified paragraphs, hanging marks and cells that stay whole are broken.
func TestParagraphsInLines(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	d := New(lib, leaf)
	d.Language = "en"
	d.leader = func(w string) bool { return w == "the" }
	var b strings.Builder
	for _, c := range []struct {
		text string
		fit  fit
	}{
		{"“We have waited long enough for all of these numbers, she said of them”", fit{width: 90 * Point, justify: true, hang: true}},
		{"“One\n“two of these lines are quoted here", fit{width: 60 * Point, justify: true, hang: true}},
		{"a line that is just a little too long", fit{width: 149 * Point, justify: true}},
		{"1 204 500 µg", fit{width: 30 * Point, whole: true}},
		{"1 204 500 µg", fit{width: 30 * Point}},
		{"they ask the port for the tests of the water in the bay", fit{width: 80 * Point, balanced: true}},
		{"they ask the port for the tests of the water in the bay", fit{width: 80 * Point}},
		{"one\n\ntwo", fit{width: 80 * Point}},
		{"war\u00adten wol\u00adlen", fit{width: 30 * Point}},
	} {
		lines, err := d.set(said(c.text), c.fit)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%q, justified %v, whole %v:", strings.ReplaceAll(c.text, "\u00ad", "-"), c.fit.justify, c.fit.whole)
		for _, l := range lines {
			fmt.Fprintf(&b, " %q %d and %d;", read(l.glyphs), l.width, l.trail)
		}
		b.WriteString("\n")
	}
	for _, whole := range []bool{false, true} {
		m, err := d.measureColumns([][]Cell{{{Spans: said("1 204 500"), Whole: whole}, {Spans: said("a well-known word")}}, {{Spans: said("7\n88")}}}, false)
		fmt.Fprintf(&b, "columns, whole %v: %v, %v\n", whole, m, err)
	}
	spans := []Span{{Text: "a", Style: body}}
	fmt.Fprintf(&b, "smaller: %d, and the same after it: %d; as it was: %d\n", smaller(spans, 85)[0].Style.Size, spans[0].Style.Size, smaller(spans, 100)[0].Style.Size)
	expect.File(t, "paragraphs.golden.txt", b.String())
}

func TestFurtherColoursAndAddresses(t *testing.T) {
	for c, want := range map[Color]string{{-1000, 100, 1}: "#001a00", {500, 20, 980}: "#8005fa"} {
		if got := hex(c); got != want {
			t.Errorf("%v is %s, want %s", c, got, want)
		}
	}
	if got, want := paths([]byte("0.0013 0.0016 0.1 rg\n0 0 m\n1 1 l\nf\n")), `<path fill="#00011a" d="M0 0L1 1"/>`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, c := range []struct {
		before, at, after rune
		want              int
	}{
		{':', '/', 'x', noBreak}, {':', '/', '/', noBreak}, {'/', '/', 'x', slashCost}, {'x', '/', '/', noBreak}, {';', '/', 'x', slashCost}, {'x', '.', 'x', pointCost}, {'x', '.', '1', pointCost}, {'x', '.', '/', noBreak},
	} {
		if got := addressBreak(c.before, c.at, c.after); got != c.want {
			t.Errorf("%c%c%c: %d, want %d", c.before, c.at, c.after, got, c.want)
		}
	}
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	// A mark that several scripts share is drawn by whatever font has it, in its weight.
	runes := []rune("a、")
	for want, face := range map[Face]Face{sans: mincho, sansBold: naskh} {
		l := &Library{Fonts: lib.Fonts, Fallbacks: lib.Fallbacks, Scripts: []ScriptFont{{"Thai", naskh, naskh}, {"", mincho, mincho}}}
		tx := &text{runes: runes, span: make([]int, 2), scripts: scripts(runes), faces: []Face{want, 0}}
		got, ok := (&shaper{library: l}).faceFor(tx, 1, want)
		if !ok || got != mincho {
			t.Errorf("where %d is wanted, %d draws it, %v (%d)", want, got, ok, face)
		}
	}
}
