package setter

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"testing"
)

// The direction of what is isolated is that of its first letter outside of the isolates
// within it, however deep they are (UAX 9, rules P2, P3 and X5c).
func TestTheDirectionOfIsolatesWithinIsolates(t *testing.T) {
	for in, want := range map[string]string{
		"a \u2068\u2066x\u2069 אב 19\u2069 z":              "a 19 בא x z",
		"a \u2068\u2067x\u2069 אב 19\u2069 z":              "a 19 בא x z",
		"a \u2068\u2068x\u2069 אב 19\u2069 z":              "a 19 בא x z",
		"a \u2068\u2066\u2066x\u2069y\u2069 אב 19\u2069 z": "a 19 בא xy z",
		"a \u2068\u2066א\u2069 b 19\u2069 z":               "a א b 19 z",
		"a \u2068+ 19\u2069 z":                             "a + 19 z",
		"a \u2067\u2069\u2068\u2069 אב 19 z":               "a  19 בא z",
		"a \u2068أب 19\u2069 z":                            "a 19 بأ z",
	} {
		if got := visualOrder(in, false); got != want {
			t.Errorf("%q is set as %q, want %q", in, got, want)
		}
	}
	for text, want := range map[string]bool{"": false, "1 א": true, "1 a א": false, "\u2069א": true, "\u2069\u2069א": true, "\u2066a\u2069\u2069א": true, "\u2068א": false, "\u2067א": false, "\u2065א": true, "ب": true} {
		if got := beginsRight([]rune(text)); got != want {
			t.Errorf("%q begins from right to left: %v", text, got)
		}
	}
}

// Columns whose room is just enough, or just not.
func TestColumnsOfJustEnoughRoom(t *testing.T) {
	for _, c := range []struct {
		name           string
		natural, least []Length
		width          Length
		want           string
	}{
		{"what they need", []Length{100_000, 50_000}, []Length{40_000, 50_000}, 150_750 + cellGap, "[100500 50250]"},
		{"a thousandth less", []Length{100_000, 50_000}, []Length{40_000, 50_000}, 150_749 + cellGap, "[100498 50250]"},
		{"what they must have", []Length{100_000, 80_000}, []Length{40_000, 50_000}, 90_450 + cellGap, "[40200 50250]"},
		{"a thousandth less than that", []Length{100_000, 80_000}, []Length{40_000, 50_000}, 90_449 + cellGap, "[]"},
		{"a thousandth more", []Length{100_000, 80_000}, []Length{40_000, 50_000}, 90_451 + cellGap, "[40200 50250]"},
		{"none at all", []Length{100_000, 80_000}, []Length{40_000, 50_000}, 0, "[]"},
		{"three, of which one is small", []Length{300_000, 20_000, 200_000}, []Length{50_000, 20_000, 60_000}, 300_000, "[140745 20100 115155]"},
		{"three, of which two must have much", []Length{300_000, 150_000, 140_000}, []Length{20_000, 130_000, 120_000}, 310_000, "[34750 130650 120600]"},
		{"one that is what it must be", []Length{90_000, 900_000}, []Length{90_000, 50_000}, 250_000, "[90450 147550]"},
		{"one that is odd", []Length{100_200}, []Length{30_000}, 100_701, "[100701]"},
		{"four, of which one gets just what it must", []Length{40_000, 300_000, 350_000, 360_000}, []Length{40_000, 170_000, 280_000, 290_000}, 1_000_800, "[40200 301500 331650 291450]"},
		{"one column", []Length{90_000}, []Length{30_000}, 60_000, "[60000]"},
	} {
		got := fmt.Sprint(measures{c.natural, c.least}.share(c.width, 100))
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Pages whose room is just enough, and what the first line of a page may be.
func TestPagesOfJustEnoughRoom(t *testing.T) {
	drawn := func(*page, Length, Length) {}
	first := tenLines
	first.FirstTop = 20 * Point
	for name, c := range map[string]struct {
		lines []vline
		g     Geometry
		want  string
	}{
		"none begins with the second line":                   {column(3, map[int]func(*vline){0: func(l *vline) { l.height = 85 * Point }, 1: func(l *vline) { l.glued = true }}), tenLines, "[2 1] 2025"},
		"what is closer is no better where it costs as much": {[]vline{{height: 40 * Point, draw: drawn}, {height: 10 * Point, before: 53 * Point, draw: drawn}, {height: 90 * Point, cost: 3519, draw: drawn}}, tenLines, "[1 2] 3600"},
		"nothing stands above the first":                     {column(10, map[int]func(*vline){0: func(l *vline) { l.top = 10 * Point }}), tenLines, "[10] 0"},
		"the first page has less room":                       {column(10, nil), first, "[8 2] 0"},
		"a fifth of the last page is enough":                 {column(12, nil), tenLines, "[10 2] 0"},
		"a tenth of it is not":                               {column(11, nil), tenLines, "[9 2] 100"},
		"a picture that gives way, a little":                 {column(6, map[int]func(*vline){1: func(l *vline) { l.height, l.shrink = 51*Point, 10*Point }}), tenLines, "[6] 100"},
		"by more than anybody wants":                         {column(6, map[int]func(*vline){1: func(l *vline) { l.height, l.shrink = 60*Point, 10*Point }}), tenLines, "[4 2] 100"},
	} {
		ranges, cost := pageRanges(c.lines, c.g)
		var lines []int
		for _, r := range ranges {
			lines = append(lines, len(r.lines))
		}
		if got := fmt.Sprint(lines, cost); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	for _, c := range []struct {
		used, shrink, room Length
		last, later        bool
		want               int64
	}{
		{100, 0, 100, false, false, 0},
		{101, 0, 100, false, false, forced},
		{101, 1, 100, false, false, 1000},
		{150, 100, 100, true, true, 500},
		{90, 0, 100, false, false, 100},
		{90, 0, 100, true, true, 0},
		{20, 0, 100, true, true, 0},
		{19, 0, 100, true, true, 200},
		{0, 0, 100, true, true, 4000},
		{19, 0, 100, true, false, 0},
	} {
		if got := pageCost(c.used, c.shrink, c.room, c.last, c.later); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

// The bytes of the colour profile, once they were compared with the standard, stay.
func TestTheProfileStays(t *testing.T) {
	if got := fmt.Sprintf("%x", sha256.Sum256(profile())); got != profileDigest {
		t.Errorf("it is %s", got)
	}
}

// Lines that end between letters are counted, but for the last, and what has no letter ends
// none.
func TestLinesThatEndBetweenLetters(t *testing.T) {
	glyphs := run("ab cd ef")
	for want, lines := range map[int][][2]int{0: {{0, 3}, {3, 6}, {6, 8}}, 1: {{0, 1}, {1, 6}, {6, 8}}, 2: {{0, 1}, {1, 4}, {4, 8}}, 3: {{0, 1}, {1, 4}, {4, 5}, {5, 7}}} {
		if got := letterBreaks(glyphs, lines); got != want {
			t.Errorf("%v: %d, want %d", lines, got, want)
		}
	}
}

// A word gets places for hyphens where it is wider than a line by any bit.
func TestWordsThatNoLineHolds(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	d := New(lib, leaf)
	in := run("abcdefgh")
	whole := 0
	for i := range in {
		whole += in[i].advance
	}
	for width, want := range map[Length]string{whole: "abcdefgh", whole - 1: "abc-d-e-fgh"} {
		if got := read(d.cuttable(slices.Clone(in), width)); got != want {
			t.Errorf("%d of %d: %q, want %q", width, whole, got, want)
		}
	}
	for text, want := range map[string]string{
		"x abcdefgh":    "x abc-d-e-fgh",
		"abcdefgh x yz": "abc-d-e-fgh x yz",
		"ab cd ef gh":   "ab cd ef gh", // together they are too wide, and each by itself is not
	} {
		if got := read(d.cuttable(run(text), whole-1)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

const profileDigest = "775e837334b09a9ff923797cc8ccbc74b43dbad3ccc1bf06f66c880d1b57404d"
