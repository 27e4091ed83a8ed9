package setter

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What lines and pages cost: every formula on both sides of each of its bounds. The figures
// decide where lines and pages end; whoever changes one sees here which.
func TestCostsWhole(t *testing.T) {
	var b strings.Builder
	for _, last := range []bool{false, true} {
		for _, slack := range []int64{-1, 0, 1, 50_000, 816_000, 820_000, 829_999, 830_000, 995_000, 1_000_000} {
			fmt.Fprintf(&b, "raggedness of %d of 1000000, last %v: %d\n", slack, last, raggedness(slack, 1_000_000, last))
		}
	}
	for _, ratio := range []Length{-500, 0, 214, 999, 1000, 2155, 9_999, 10_000, 10_001, 20_000} {
		fmt.Fprintf(&b, "badness of %d: %d, further %d\n", ratio, badness(ratio, 0), badness(ratio, 7))
	}
	// A line of a width of 200 points with 40 points of spaces, unless it has none.
	for _, c := range []struct {
		name    string
		a, b    candidate
		slacks  []Length
		lastToo bool
	}{
		{"with spaces", candidate{before: 10_000}, candidate{until: 50_000}, []Length{-6401, -6400, -6399, -1, 0, 1, 8_000, 8_001, 8_100, 20_000, 52_639, 53_100, 60_000, 120_000, 199_000}, true},
		{"with a stop that hangs out", candidate{}, candidate{until: 40_000, outside: 1_000}, []Length{-7400, -1000, 0, 19_000}, true},
		{"between hyphens", candidate{hyphen: true}, candidate{until: 40_000, hyphen: true}, []Length{0}, false},
		{"from a hyphen", candidate{hyphen: true}, candidate{until: 40_000}, []Length{0, 8_000}, false},
		{"without spaces", candidate{}, candidate{}, []Length{-1, 0, 1, 4_000, 19_999, 20_000, 24_799, 24_800, 24_801, 24_901, 60_000}, true},
		{"with little space", candidate{}, candidate{until: 1}, []Length{0, 1, 5}, false},
	} {
		for _, slack := range c.slacks {
			fmt.Fprintf(&b, "unevenness %s, slack %d: %d", c.name, slack, unevenness(&c.a, &c.b, slack, 200_000, false))
			if c.lastToo {
				fmt.Fprintf(&b, ", last %d", unevenness(&c.a, &c.b, slack, 200_000, true))
			}
			b.WriteString("\n")
		}
	}
	for _, c := range []struct {
		name string
		a, b candidate
	}{
		{"a whole line", candidate{}, candidate{natural: 200_000}},
		{"a short one", candidate{start: 10_000}, candidate{natural: 170_000, cost: 7}},
		{"with an end that costs", candidate{}, candidate{natural: 190_000, cost: 900}},
		{"with a hyphen at its end", candidate{}, candidate{natural: 190_000, cost: 900, hyphen: true}},
		{"behind a hyphen, with a fifth in it", candidate{hyphen: true}, candidate{natural: 40_000}},
		{"behind a hyphen, with less than a fifth", candidate{hyphen: true}, candidate{natural: 39_999}},
		{"behind a hyphen, with next to nothing", candidate{hyphen: true}, candidate{natural: 1}},
	} {
		for _, f := range []fit{{width: 200_000}, {width: 200_000, justify: true}} {
			fmt.Fprintf(&b, "line %s, justified %v: %d, first with a mark outside %d, last %d\n", c.name, f.justify, lineCost(f, &c.a, &c.b, 5_000, false, false),
				lineCost(f, &c.a, &c.b, 5_000, true, false), lineCost(f, &c.a, &c.b, 5_000, false, true))
		}
	}
	for _, used := range []Length{1, 195_000, 200_000, 201_000, 210_000, 500_000, 995_000, 1_000_000, 1_000_001, 1_000_500, 1_030_000, 1_100_000} {
		fmt.Fprintf(&b, "page filled to %d of 1000000: %d, with 100000 to give %d, with 1 %d, last %d, last but first %d\n", used, pageCost(used, 0, 1_000_000, false, true),
			pageCost(used, 100_000, 1_000_000, false, true), pageCost(used, 1, 1_000_000, false, true), pageCost(used, 0, 1_000_000, true, true), pageCost(used, 0, 1_000_000, true, false))
	}
	drawn := func(*page, Length, Length) {}
	for _, l := range []vline{{draw: drawn}, {draw: drawn, cost: 7}, {draw: drawn, cost: 7, glued: true}, {cost: 7}} {
		fmt.Fprintf(&b, "page that begins with a line, drawn %v, glued %v: %d\n", l.draw != nil, l.glued, l.pageStart())
	}
	expect.File(t, "costs.golden.txt", b.String())
}

// run is glyphs for the letters of a text, each ten wide, its spaces five.
func run(text string) (out []glyph) {
	style := &Style{Size: 10 * Point}
	for _, r := range text {
		g := glyph{text: string(r), advance: 10_000, break_: noBreak, style: style}
		switch r {
		case ' ':
			g.advance, g.space, g.break_ = 5_000, true, 0
		case '\u00ad':
			g.advance, g.dx, g.hyphen, g.break_ = 0, 4_000, true, hyphenCost
		case '/':
			g.break_ = slashCost
		case '図':
			g.break_ = 0
		}
		out = append(out, g)
	}
	return out
}

func read(glyphs []glyph) (s string) {
	for _, g := range glyphs {
		s += strings.ReplaceAll(g.text, "\u00ad", "-")
	}
	return s
}

// Where lines may end, and where they do.
func TestLineEndsWhole(t *testing.T) {
	the := func(w string) bool { return w == "the" }
	var b strings.Builder
	for _, c := range []struct {
		text string
		fit  fit
	}{
		{"", fit{width: 50_000}},
		{"a", fit{width: 50_000}},
		{"one two", fit{width: 50_000}},
		{"one  two ", fit{width: 50_000}},
		{"one two", fit{width: 30_000}},
		{"toolong", fit{width: 30_000}},
		{"abc toolong abc", fit{width: 30_000}},
		{"exact", fit{width: 50_000}},
		{"exacts", fit{width: 50_000}},
		{"the end of the day", fit{width: 90_000, leader: the}},
		{"図図図図", fit{width: 20_000, leader: the}},
		{"図図図図", fit{width: 20_000}},
		{"ge\u00adfragt war\u00adten", fit{width: 70_000}},
		{"ge\u00adfragt war\u00adten", fit{width: 70_000, leader: the}},
		{"a/b/c/d/e", fit{width: 40_000}},
		{"“one two three", fit{width: 60_000, hang: true}},
		{"“one two three", fit{width: 60_000}},
		{"one two three four five six.", fit{width: 88_000, justify: true}},
		{"one two, three four, five, six", fit{width: 84_000, justify: true}},
		{"aa bb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb c", fit{width: 44_000, justify: true}},
		{"aa bb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb\u00adbb c", fit{width: 44_000}},
		{"図図図図図図図", fit{width: 35_000, justify: true}},
	} {
		glyphs := run(c.text)
		fmt.Fprintf(&b, "=== %s in %d, justified %v\n", strings.ReplaceAll(c.text, "\u00ad", "-"), c.fit.width, c.fit.justify)
		for _, e := range candidates(glyphs, c.fit.width, c.fit.leader) {
			fmt.Fprintf(&b, " at %d: cost %d, begins at %d, ends at %d, hyphen %v, spaces %d to %d, outside %d\n", e.at, e.cost, e.start, e.natural, e.hyphen, e.before, e.until, e.outside)
		}
		lines := breakLines(glyphs, c.fit)
		for _, l := range lines {
			line := setLine{glyphs: ending(glyphs[l[0]:l[1]])}
			line.measure()
			fmt.Fprintf(&b, "%q %d and %d;", read(line.glyphs), line.width, line.trail)
		}
		fmt.Fprintf(&b, " widest %d, %d within words, balanced %d\n", widest(glyphs, lines), letterBreaks(glyphs, lines), balancedWidth(glyphs, c.fit))
	}
	expect.File(t, "ends.golden.txt", b.String())
}

// How the spaces and letters of a justified line are moved apart, or together.
func TestLinesAreSpread(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{"ab cd ef ", "ab cd.", "ab", "a ", "", " ", "ab ؀d", "ab ԯd", "ab \u0530d", "ab \u2000d", "ab \u22ffd", "ab \u2300d", "ab 図", "b, ", "a b-", "ab c\u00ad", "a b"} {
		for _, more := range []Length{-1_000, 0, 500, 1_000, 2_000, 9_000, 30_001, 60_000} {
			l := setLine{glyphs: run(text)}
			if text == "ab cd ef " {
				l.glyphs[4].style = &Style{Size: 5 * Point, Tracking: 30}
			}
			l.measure()
			before := l.width
			closed := setLine{glyphs: run(text), width: before}
			l.spread(before + more)
			fmt.Fprintf(&b, "%q of %d to %d: %d wide, %d behind:", text, before, before+more, l.width, l.trail)
			for _, g := range l.glyphs {
				fmt.Fprintf(&b, " %d", g.advance)
				if g.style.Tracking != 0 {
					fmt.Fprintf(&b, "(%d)", g.style.Tracking)
				}
			}
			closed.close(before + more)
			fmt.Fprintf(&b, "; closed %d\n", closed.width)
		}
	}
	for _, text := range []string{"“a", "„a", "«a", "»a", `"a`, "'a", "a“", ""} {
		l := setLine{glyphs: run(text)}
		fmt.Fprintf(&b, "%q hangs out by %d, where that is asked for by %d and %d\n", text, l.hangWidth(), fit{hang: true}.hangs(l.glyphs), fit{}.hangs(l.glyphs))
	}
	expect.File(t, "spread.golden.txt", b.String())
}

// A line that the author ended has a space for whoever copies it, where its script has any.
func TestLinesThatTheAuthorEnded(t *testing.T) {
	for in, want := range map[string]string{"a": "a ", "a ": "a ", "図": "図", "a!": "a! ", "": " "} {
		line := []Span{{Text: "x"}, {Text: in}}
		parted(line)
		if line[0].Text != "x" || line[1].Text != want {
			t.Errorf("%q becomes %q", in, line[1].Text)
		}
	}
	parted(nil)
	if got := fmt.Sprint(len(splitLines([]Span{{Text: "a\nb"}, {Text: "c\n\n"}})), splitLines(nil)); got != "4 [[]]" {
		t.Error(got)
	}
}

// A word that no line holds gets places for hyphens, three letters from its ends; an
// address, and what has its own, does not.
func TestLongWordsGetPlacesForHyphens(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	d := New(lib, leaf)
	for in, want := range map[string]string{
		"abcdefgh":         "abc-d-e-fgh",
		"abcdef":           "abc-def",
		"abcde":            "abcde",
		"short word":       "short word",
		"a abcdefgh b":     "a abc-d-e-fgh b",
		"abcdefgh abcdefg": "abc-d-e-fgh abc-d-efg",
		"abc/defgh":        "abc/defgh",
		"abcd@efgh":        "abcd@efgh",
		"abcd_efgh":        "abcd_efgh",
		"abcd\u00adefgh":   "abcd-efgh",
		"abcd1efgh":        "abc-d1e-fgh",
		"abcdeأfgh":        "abc-d-eأfgh",
		"αβγδεζ":           "αβγ-δεζ",
		"абвгде":           "абв-где",
	} {
		if got := read(d.cuttable(run(in), 50_000)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	whole := run("abcdefgh")
	whole[3].address = true
	if got := read(d.cuttable(whole, 50_000)); got != "abcdefgh" {
		t.Errorf("an address: %q", got)
	}
	typed := run("abcdefgh")
	typed[3].typed = true
	if got := read(d.cuttable(typed, 50_000)); got != "abcdefgh" {
		t.Errorf("code: %q", got)
	}
	if h := d.cuttable(run("abcdefgh"), 50_000)[3]; h.id != lib.Fonts[serif].Hyphen() || h.dx != lib.Fonts[serif].Advance(h.id)*10*Point/lib.Fonts[serif].Units || h.advance != 0 || h.break_ != hyphenCost {
		t.Errorf("the place is %+v", h)
	}
	for text, want := range map[string]bool{"a": true, "é": true, "α": true, "я": true, "": false, "ab": false, "1": false, "ب": false, "字": false, "\xff": false} {
		if got := divides(text); got != want {
			t.Errorf("%q divides: %v", text, got)
		}
	}
}
