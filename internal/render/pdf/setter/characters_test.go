package setter

import (
	"fmt"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"pressroom/internal/expect"
)

// ranges are the characters up to U+FFFF of which something holds, from one to another.
func ranges(holds func(rune) bool) string {
	var out []string
	for r := rune(0); r <= 0xFFFF; r++ {
		if !holds(r) {
			continue
		}
		from := r
		for r < 0xFFFF && holds(r+1) {
			r++
		}
		out = append(out, fmt.Sprintf("%X-%X", from, r))
	}
	return strings.Join(out, " ")
}

func TestCharactersThatAreTreatedApart(t *testing.T) {
	for name, c := range map[string]struct {
		holds func(rune) bool
		want  string
	}{
		"told the order of others": {func(r rune) bool { return len(withoutControls([]glyph{{text: string(r)}})) == 0 }, "200E-200F 202A-202E 2066-2069"},
		"marks of Arabic texts":    {func(r rune) bool { return home(r) == language.Arabic }, "600-6FF"},
		"marks of Indian texts":    {func(r rune) bool { return home(r) == language.Devanagari }, "964-965"},
		"at home elsewhere":        {func(r rune) bool { return home(r) != language.Unknown }, "600-6FF 964-965"},
		"lines between letters":    {wide, "2E80-312F 3190-A4CF F900-FAFF FF00-FFEE"},
		"letters that never join": {func(r rune) bool {
			l := setLine{glyphs: run("ab" + string(r))}
			return l.track(3, 10_000, 0) == 0
		}, "530-1FFF 2300-FFFF"},
	} {
		if got := ranges(c.holds); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if got := withoutControls([]glyph{{text: "a"}, {text: ""}, {text: "\u200ea"}}); len(got) != 3 {
		t.Errorf("what only holds one is dropped: %v", got)
	}
}

func TestWhatIsSaidOfACharacterThatNoFontHas(t *testing.T) {
	letters := func(n int) string { return strings.Repeat("a", n) }
	for text, want := range map[string]string{
		"xⵣy": "xⵣy", letters(20) + "ⵣ" + letters(20): letters(20) + "ⵣ" + letters(20), letters(21) + "ⵣ" + letters(21): letters(20) + "ⵣ" + letters(20), "no": "", "ⵣ": "ⵣ",
		"é" + letters(20) + "ⵣé": letters(20) + "ⵣé",
	} {
		err := &MissingError{'ⵣ', text}
		if got := err.Error(); got != `no font has the character "ⵣ" (U+2D63, script Tfng) in “`+want+`”; put a static font that has it into templates/fonts, or install one on this machine` {
			t.Errorf("%q: %s", text, got)
		}
	}
	for c, want := range map[rune]string{'あ': "Hira", 'a': "Latn", 'ا': "Arab", ' ': "Zyyy"} {
		if got := Script(c); got != want {
			t.Errorf("%q is of %q", c, got)
		}
	}
}

// Where a line can end behind a character, and at what cost; where words are asked for,
// those on both sides.
func TestLineEndsByCharacter(t *testing.T) {
	long := strings.Repeat("o", 30)
	var b strings.Builder
	for _, in := range []string{
		"a b\tc\u00add", "a—b a –b a– b – c–d", "a-b a/b a‐b 1-2 a-1 1-a -a a- a / b", "図 図a 図、図\u3000図", "a\u3000b", "aか b図c",
		"https://harbor.example/a//b?c=d&e=f#g_h-i@j%k+l.m.", "dana.whitlock+press@harbor-groups.example.org", "short/a.b?c", "a/" + long[:26], "a/" + long[:27], "a@" + long[:27], "a_" + long[:27], "a|" + long,
		"x " + "a/" + long + " y/z " + "b_" + long + "/", "ab://" + long + "/x", long + "/ x", "(a/b:" + long + ")", "q" + long + "?/" + long, "q/" + long + "=1 q/" + long + "#é q/" + long + "-! q/" + long + "@x q/" + long + "+9 q/" + long + ".",
	} {
		lib, err := scriptsToo()
		if err != nil {
			t.Fatal(err)
		}
		for _, sticky := range []bool{false, true} {
			s := &shaper{library: lib}
			if sticky {
				if !strings.Contains(in, " ") {
					continue
				}
				s.sticky = func(before, after string) int {
					fmt.Fprintf(&b, " [%s|%s]", before, after)
					return 7
				}
			}
			t := &text{runes: []rune(in)}
			if strings.ContainsAny(in, "図か\u3000") {
				s.findBreaks(t)
			}
			t.findAddresses()
			fmt.Fprintf(&b, "%s:", strings.ReplaceAll(in, "\u00ad", "(-)"))
			for i, r := range t.runes {
				if space, hyphen, cost := s.breakAfter(t, i, i+1); space || hyphen || cost != noBreak {
					fmt.Fprintf(&b, " %d%q", i, r)
					if space {
						b.WriteString(" space")
					}
					if hyphen {
						b.WriteString(" hyphen")
					}
					fmt.Fprintf(&b, " %d", cost)
				}
			}
			_, _, pair := s.breakAfter(t, 0, min(2, len(t.runes)))
			fmt.Fprintf(&b, "; behind two %d\n", pair)
		}
	}
	for _, n := range []int{23, 24, 25} {
		runes := []rune(strings.Repeat("b", n) + " " + strings.Repeat("a", n))
		fmt.Fprintf(&b, "words of %d: %s|%s\n", n, wordBefore(runes, n), wordAfter(runes, n+1))
	}
	expect.File(t, "characters.golden.txt", b.String())
}

// Which font draws a character where another is wanted.
func TestFontsForCharacters(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, in := range []string{"a،b", "a\u200d₹", "\u200da", "ا،", "か漢A", "Ω─", "a\u00adb", "ffi", "مa\u0640", "1٢", "–か"} {
		runes := []rune(in)
		tx := &text{runes: runes, span: make([]int, len(runes)), scripts: scripts(runes), faces: make([]Face, len(runes))}
		for _, want := range []Face{serif, sans, sansBold} {
			s := &shaper{library: lib}
			fmt.Fprintf(&b, "%q where %d is wanted:", in, want)
			for i := range runes {
				face, ok := s.faceFor(tx, i, want)
				tx.faces[i] = face
				fmt.Fprintf(&b, " %d %v of %s, sets %v;", face, ok, tx.scripts[i], lib.Sets(want, runes[i]))
			}
			b.WriteString("\n")
		}
	}
	spans := &text{runes: []rune("a\u200d"), span: []int{0, 1}, scripts: scripts([]rune("a\u200d")), faces: []Face{sansBold, serif}}
	face, ok := (&shaper{library: lib}).faceFor(spans, 1, sans)
	fmt.Fprintf(&b, "what needs no glyph at the beginning of a span: %d %v\n", face, ok)
	fmt.Fprintf(&b, "nobody has it: %v %v\n", lib.Sets(sans, 'ⵣ'), lib.Sets(serif, '₹'))
	weights := &Library{Fonts: lib.Fonts, Fallbacks: lib.Fallbacks, Scripts: []ScriptFont{{"Arab", naskh, mincho}, {"", mincho, naskh}}}
	for _, want := range []Face{sans, sansBold} {
		face, ok := weights.scriptFace(language.Arabic, want)
		other, no := weights.scriptFace(language.Thai, want)
		fmt.Fprintf(&b, "of a script with two weights, where %d is wanted: %d %v, of another %d %v, sets ا %v and か %v\n", want, face, ok, other, no, weights.Sets(want, 'ا'), weights.Sets(want, 'か'))
	}
	for _, in := range []string{"אבג, abc", "abc, אבג", "123", "1a", "(אב) a", "а, b", "か、a", "", "́a", "אבג (1) – def"} {
		fmt.Fprintf(&b, "scripts of %q: %v\n", in, scripts([]rune(in)))
	}
	expect.File(t, "faces.golden.txt", b.String())
}

// The levels of the bidirectional algorithm, character by character (UAX 9).
func TestLevelsWhole(t *testing.T) {
	var b strings.Builder
	for _, in := range []string{
		"abc", "אבג", "a אב 1 b", "אב 1,2 b", "אב 1, b", "אב -1-2 b", "אב $1$ b", "אב 1$ b", "אב 1$$ b", "ابج 1-2 b", "ابج 1,2 b", "ابج $1 b", "אב ٣,٤ b", "אב ٣$ b", "אב ٣+٤ b", "אב 1\u0301 b", "אב \u03011 b", "אב 1:2/3 b", "אב .5 b", "a 5 אב", "אב 5",
		"\u202aאב 1 b\u202c", "\u202eabc\u202c אב 1 c", "a \u2066אב 1\u2069 b", "a \u2067b 1\u2069 c", "a \u2068אב b\u2069 c", "a \u2068b אב\u2069 c", "a \u20681 אב\u2069 c", "a \u2068ابج b\u2069 c", "a \u2068\u2067אב\u2069 b\u2069 c", "a \u2068\u2066b\u2069 אב\u2069 c",
		"a \u2068\u2069 b", "a \u2067 אב", "a \u2067", "\u2069a", "a\u2069 \u2068אב\u2069\u2069", "a \u2067ב \u2066c \u2067ד\u2069 e\u2069 ו\u2069 f", "a \u20681\u2069 אב", "a \u2068\u2069\u2068אב\u2069", "a \u2068(\u2069 b",
	} {
		for _, rtl := range []bool{false, true} {
			runes := []rune(in)
			tx := &text{runes: runes, levels: make([]uint8, len(runes))}
			(&shaper{}).order(tx, rtl)
			fmt.Fprintf(&b, "%q from right to left %v: ", in, rtl)
			for _, l := range tx.levels {
				fmt.Fprint(&b, l)
			}
			fmt.Fprintf(&b, ", isolates %v, begins right %v\n", isolatesIn(runes), beginsRight(runes))
		}
	}
	deep := []rune(strings.Repeat("\u2067א", 45) + "b")
	tx := &text{runes: deep, levels: make([]uint8, len(deep))}
	(&shaper{}).order(tx, false)
	fmt.Fprintf(&b, "45 within each other: %v\n", tx.levels)
	for _, in := range []string{"12", "1,2", "1,a", ",1", "1-2", "1-a", "-1", "$1", "1$", "1$a", "$a", "$$1", "٣$", "٣$1", "1\u0301", "\u03011", "1\u200b2", "\u200b1", "a", "1:2", "1/2", "+1", "1+2", "1,٣", "1-٣", "", "%", "%%1"} {
		fmt.Fprintf(&b, "a number in %q: %d, behind Arabic %d\n", in, number([]rune(in), false), number([]rune(in), true))
	}
	for _, base := range []uint8{0, 1, 2, 3} {
		fmt.Fprintf(&b, "within a level of %d:", base)
		for _, initiator := range []rune{isolateLTR, isolateRTL, isolateFirst} {
			fmt.Fprintf(&b, " %d %d", within(initiator, []rune("אa"), base), within(initiator, []rune("aא"), base))
		}
		b.WriteString("\n")
	}
	expect.File(t, "levels.golden.txt", b.String())
}
