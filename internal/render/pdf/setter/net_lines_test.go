package setter

import (
	"strings"
	"testing"
)

// ended are the lines of glyphs, between bars.
func ended(glyphs []glyph, f fit) string {
	var out []string
	for _, l := range breakLines(glyphs, f) {
		out = append(out, strings.TrimSpace(read(glyphs[l[0]:l[1]])))
	}
	return strings.Join(out, "|")
}

// TestALineEndsAnywhereButAtAnyPrice breaks a line where that costs much, and not where it costs more than any may.
func TestALineEndsAnywhereButAtAnyPrice(t *testing.T) {
	t.Parallel()
	for cost, want := range map[int]string{
		0: "aa|bb", 1 << 40: "aa|bb", 1<<59 + 1: "aa|bb", 1<<60 - 1000: "aa|bb", 1 << 60: "aa bb",
		1<<60 + 1<<59: "aa bb",
	} {
		glyphs := run("aa bb")
		glyphs[2].break_ = cost
		for i := range glyphs {
			glyphs[i].advance = 0 // so that nothing is cut
		}
		glyphs[2].advance = 5_000
		c := candidates(glyphs, 50_000, nil)
		if len(c) != 3 || c[1].cost != int64(cost) {
			t.Fatalf("%d: %+v", cost, c)
		}
		glyphs[0].advance, glyphs[4].advance = 40_000, 40_000
		if got := ended(glyphs, fit{width: 50_000}); got != want {
			t.Errorf("%d: %s", cost, got)
		}
	}
	for _, c := range []struct{ text, want string }{
		{"abc toolong abc", "abc|too|lon|g|abc"},
		{"abcd", "abc|d"},
		{"abc", "abc"},
		{"図図図図", "図図図|図"},
	} {
		if got := ended(run(c.text), fit{width: 30_000}); got != c.want {
			t.Errorf("%s: %s", c.text, got)
		}
	}
	glyphs := run("abcd")
	glyphs[3].text = "" // a further glyph of the letter before it
	if got := len(candidates(glyphs, 30_000, nil)); got != 2 {
		t.Errorf("a letter is cut: %d", got)
	}
	the := func(w string) bool { return w == "the" }
	for _, c := range []struct {
		text string
		cost int
		want int64
	}{{"図図", 0, letterCost}, {"図図", 7, 7}, {"a a", 0, 0}, {"the a", 0, leaderCost}} {
		glyphs := run(c.text)
		for i := range glyphs[:len(glyphs)-1] {
			if glyphs[i].break_ != noBreak {
				glyphs[i].break_ = c.cost
			}
		}
		if got := candidates(glyphs, 1_000_000, the); len(got) != 3 || got[1].cost != c.want {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}

// TestLinesOfAHeadlineAreOfLikeLength counts lines that end between letters, and finds the least width.
func TestLinesOfAHeadlineAreOfLikeLength(t *testing.T) {
	t.Parallel()
	glyphs := run("a bc")
	for _, c := range []struct {
		lines [][2]int
		want  int
	}{{[][2]int{{0, 2}, {2, 4}}, 0}, {[][2]int{{0, 3}, {3, 4}}, 1}, {[][2]int{{0, 0}, {0, 4}}, 0}, {
		[][2]int{{0, 4}},
		0,
	}, {[][2]int{{0, 1}, {1, 3}, {3, 4}}, 2}} {
		if got := letterBreaks(glyphs, c.lines); got != c.want {
			t.Errorf("%v: %d", c.lines, got)
		}
	}
	wide := func(text string, width Length) Length {
		return balancedWidth(run(text), fit{width: width, balanced: true})
	}
	if got := wide("aa bb", 100_000); got != 100_000 {
		t.Errorf("of one line: %d", got)
	}
	if got := wide("aa bb cc dd", 90_000); got >= 60_000 || got < 45_000 {
		t.Errorf("of two: %d", got)
	}
	for _, c := range []struct {
		end           int
		slack, spaces Length
		text          string
		want          bool
	}{
		{4, 5_000, 5_000, "a bc", true},
		{1, 5_000, 5_000, "a bc", false},
		{2, 5_000, 5_000, "a bc", true},
		{4, 1_000, 5_000, "a bc", false},
		{4, 1_005, 5_000, "a bc", true},
		{4, 5_000, 5_000, "a בc", false},
		{4, 5_000, 5_000, "a –c", true},
		{4, 5_000, 5_000, "a жc", true},
	} {
		l := &setLine{glyphs: run(c.text)}
		if got := l.track(c.end, c.slack, c.spaces); (got > 0) != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
	a := Span{Href: "x", Lang: "en"}
	for i, change := range []func(*Span){
		func(*Span) {}, func(s *Span) { s.Href = "y" }, func(s *Span) { s.Lang = "de" },
		func(s *Span) { s.Code = true }, func(s *Span) { s.Marked = true },
	} {
		b := a
		if change(&b); a.goesWith(&b) != (i == 0) {
			t.Errorf("%d: %+v", i, b)
		}
	}
	l := &setLine{glyphs: []glyph{{id: 1, text: "a"}, {id: 2, text: "bc"}, {id: 3}, {id: 4}, {id: 5, text: "d"}}}
	for level, want := range map[uint8]string{0: "a|bc|||d", 1: "d|bc|||a"} {
		var texts []string
		for _, g := range l.visual(segment{from: 0, to: 5, level: level}) {
			texts = append(texts, g.text)
		}
		if got := strings.Join(texts, "|"); got != want {
			t.Errorf("level %d: %s", level, got)
		}
	}
	hyphen := run("aaa\u00adb c")
	hyphen[3].dx = 5_000
	if got := longestPart(hyphen, true); got != 35_000 {
		t.Errorf("where words may be divided, %d", got)
	}
	for _, c := range []struct {
		change func([]glyph)
		want   Length
	}{
		{func([]glyph) {}, 40_000},
		{func(g []glyph) { g[3].hyphen = false }, 30_000},
		{func(g []glyph) { g[3].hyphen, g[3].break_ = false, ownHyphen }, 40_000},
		{func(g []glyph) { g[3].hyphen, g[3].break_ = false, ownHyphen-1 }, 30_000},
	} {
		g := append([]glyph{}, hyphen...)
		if c.change(g); longestPart(g, false) != c.want {
			t.Errorf("%d, not %d", longestPart(g, false), c.want)
		}
	}
}

// TestScriptsOfSignsThatSeveralShare take the one before them, and at the beginning the next.
func TestScriptsOfSignsThatSeveralShare(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a,b": "Latn Latn Latn", ", a": "Latn Latn Latn", "א, a": "Hebr Latn Latn Latn", "א,": "Hebr Hebr", "12": "Latn Latn", "": "",
		"a, א":       "Latn Latn Latn Hebr",
		"א\u05bc, a": "Hebr Hebr Latn Latn Latn", "a\ue000b": "Latn Latn Latn", "a א, b": "Latn Latn Hebr Latn Latn Latn", "אb": "Hebr Latn",
		"א\ue000":   "Hebr Hebr",
		"א\u0301,b": "Hebr Hebr Latn Latn",
		"ж, a":      "Cyrl Latn Latn Latn", ",א": "Hebr Hebr",
	} {
		var got []string
		for _, s := range scripts([]rune(text)) {
			name := s.String()
			got = append(got, strings.ToUpper(name[:1])+name[1:])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s", text, s)
		}
	}
	if Script('a') != "Latn" || Script('あ') != "Hira" {
		t.Errorf("%s %s", Script('a'), Script('あ'))
	}
	m := measures{natural: []Length{100_000, 100_000}, least: []Length{10_000, 10_000}}
	for _, c := range []struct {
		width Length
		none  bool
	}{{1_000_000, false}, {100_000, false}, {15_000, true}} {
		if got := m.share(c.width, 100); (got == nil) != c.none {
			t.Errorf("%d: %v", c.width, got)
		}
	}
}
