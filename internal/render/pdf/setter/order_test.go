package setter

import (
	"strings"
	"testing"
)

// visualOrder is a text as it is seen from left to right.
func visualOrder(in string, rtl bool) string {
	t := &text{runes: []rune(in), levels: make([]uint8, len([]rune(in)))}
	(&shaper{}).order(t, rtl)
	l := &setLine{rtl: rtl, spans: []Span{{}}}
	for i, r := range t.runes {
		l.glyphs = append(l.glyphs, glyph{text: string(r), level: t.levels[i], advance: 1, space: r == ' '})
	}
	seen := make([]rune, len(t.runes))
	for _, s := range l.segments() {
		for i, g := range l.visual(s) {
			seen[s.x+i] = []rune(g.text)[0]
		}
	}
	return strings.Map(func(r rune) rune {
		if r >= isolateLTR && r <= isolateEnd {
			return -1
		}
		return r
	}, string(seen))
}

// Names from right to left in a sentence from left to right, and the other way round,
// with numbers, brackets and addresses behind them (UAX 9).
func TestWordsAndNumbersStandInTheirOrder(t *testing.T) {
	for in, want := range map[string]string{
		"with אבג 2019 and more":               "with 2019 גבא and more",
		"with אבג 2019":                        "with 2019 גבא",
		"with אבג (14 of them) and":            "with גבא (14 of them) and",
		"with אבג, 1,204.5 and":                "with 1,204.5 ,גבא and",
		"with אבג $5 and":                      "with $5 גבא and",
		"with אבג 12-14 Quay":                  "with 12-14 גבא Quay",
		"with (אבג) 7 and":                     "with (גבא) 7 and",
		"with אבג דה 3 ו and":                  "with ו 3 הד גבא and",
		"see אבג https://a.example/1 it":       "see גבא https://a.example/1 it",
		"number 5 אבג":                         "number 5 גבא",
		"with ابج 20 and":                      "with 20 جبا and",
		"with ابج $5 and":                      "with 5$ جبا and",
		"and ٣ أب":                             "and بأ ٣",
		"a \u2068אב 19\u2069 12 z":             "a 19 בא 12 z",
		"אב, \u2066+9 4 5\u2069, z":            "בא, +9 4 5, z",
		"\u2068אב\u2069, \u2068גד 7\u2069":     "בא, 7 דג",
		"a \u2067אב \u2066b 1\u2069 ג\u2069 z": "a ג b 1 בא z",
		"a \u2068אב 19":                        "a 19 בא",
	} {
		if got := visualOrder(in, false); got != want {
			t.Errorf("%q is set as %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"אבג Ltd. 2019 דה":         "הד Ltd. 2019 גבא",
		"אבג (Harbor Group, 5) דה": "הד )Harbor Group, 5( גבא", // brackets are mirrored by the font
		"אבג 1,204 דה":             "הד 1,204 גבא",
		"אבג \u2066+9 4\u2069 דה":  "הד +9 4 גבא",
		"אבג \u2068Quay 2\u2069 3": "3 Quay 2 גבא",
	} {
		if got := visualOrder(in, true); got != want {
			t.Errorf("from right to left, %q is set as %q, want %q", in, got, want)
		}
	}
}
