package sfnt

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/go-text/typesetting/font"
	xsfnt "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// drawn is how another reader of fonts draws a glyph of a file.
func drawn(t *testing.T, f *font.Face, glyph int) string {
	t.Helper()
	outline, ok := f.GlyphData(font.GID(glyph)).(font.GlyphOutline)
	if !ok {
		t.Fatalf("glyph %d has no outline", glyph)
	}
	return fmt.Sprint(outline.Segments)
}

// read lets another reader open a font.
func read(t *testing.T, data []byte) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// opened gives a subset the tables that a PDF does without, and lets another reader
// open it.
func opened(t *testing.T, f *Font, subset []byte, glyphs []uint16) *font.Face {
	t.Helper()
	tables := make(map[string][]byte)
	if f.CFF {
		tables["CFF "] = subset
		for _, name := range []string{"head", "hhea", "maxp", "hmtx"} {
			tables[name] = bytes.Clone(f.tables[name])
		}
		be.PutUint16(tables["maxp"][4:], uint16(len(glyphs)))
		be.PutUint16(tables["hhea"][34:], uint16(len(glyphs)))
		tables["hmtx"] = make([]byte, 4*len(glyphs))
	} else {
		sub := &Font{tables: tables}
		if err := sub.directory(subset, 0); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"cmap", "name", "OS/2", "post"} {
		tables[name] = f.tables[name]
	}
	data := writeFile(tables)
	if f.CFF {
		copy(data, "OTTO")
	}
	return read(t, data)
}

// Letters keep their shapes in the part of a font that a PDF carries, also those that
// are composed of others, and those that stand there twice.
func TestGlyphsOfASubsetAreThoseOfTheFont(t *testing.T) {
	for name, data := range map[string][]byte{"TrueType": liberationsansbold.TTF, "CFF": stix2textitalic.TTF, "another CFF": stix2textregular.TTF} {
		f, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		whole := read(t, data)
		glyphs := []uint16{0}
		for _, c := range "Aé& ñÅf1ﬁ½“—qüq" {
			if g, ok := f.Shaping.NominalGlyph(c); ok {
				glyphs = append(glyphs, uint16(g))
			}
		}
		for g := 5; g < f.glyphCount; g += 97 {
			glyphs = append(glyphs, uint16(g))
		}
		for _, glyphs := range [][]uint16{glyphs, {0}, {0, glyphs[1]}, {0, glyphs[2], glyphs[1]}} {
			subset, err := f.Subset(glyphs)
			if err != nil {
				t.Fatal(err)
			}
			if len(subset) > len(data)/2 && len(glyphs) < 9 {
				t.Errorf("%s: %d glyphs take %d of %d bytes", name, len(glyphs), len(subset), len(data))
			}
			x := opened(t, f, subset, glyphs)
			for i, g := range glyphs {
				if got, want := drawn(t, x, i), drawn(t, whole, int(g)); got != want {
					t.Errorf("%s: glyph %d of %d is not glyph %d of the font", name, i, len(glyphs), g)
				}
			}
			if f.CFF {
				twice(t, name, subset, glyphs, whole, f)
				continue
			}
			sub := &Font{tables: make(map[string][]byte)}
			if err := sub.directory(subset, 0); err != nil {
				t.Fatal(err)
			}
			for i, g := range glyphs {
				if got := int(be.Uint16(sub.tables["hmtx"][4*i:])); got != f.Advance(g) {
					t.Errorf("%s: glyph %d is %d wide, want %d", name, i, got, f.Advance(g))
				}
			}
		}
		if _, err := f.Subset([]uint16{0, uint16(f.glyphCount)}); err == nil || err.Error() != fmt.Sprintf("the font %s has no glyph %d", f.Name, f.glyphCount) {
			t.Errorf("%s: one glyph too many: %v", name, err)
		}
	}
}

// twice cuts a subset of a subset, which is keyed by numbers where the font was not.
func twice(t *testing.T, name string, subset []byte, glyphs []uint16, whole *font.Face, f *Font) {
	t.Helper()
	c, err := parseCFF(subset)
	if err != nil {
		t.Fatal(err)
	}
	order := make([]uint16, len(glyphs))
	for i := range order[1:] {
		order[i+1] = uint16(len(glyphs) - 1 - i)
	}
	again, err := c.subset("Again", order)
	if err != nil {
		t.Fatal(err)
	}
	x := opened(t, f, again, order)
	for i, g := range order {
		if got, want := drawn(t, x, i), drawn(t, whole, int(glyphs[g])); got != want {
			t.Errorf("%s: glyph %d of the subset's subset is another", name, i)
		}
	}
}

// A font in parts keeps for each glyph the subroutines of its own part, and only those
// parts that are used.
func TestPartsOfAFontStayApart(t *testing.T) {
	call := func(n int) []byte { return append(appendNumber(nil, n-107), 10) }   // of a local subroutine
	global := func(n int) []byte { return append(appendNumber(nil, n-107), 29) } // of one for all
	sub := func(s string) []byte { return append([]byte(s), 11) }
	end := []byte{14}
	f := &cffFont{
		global: cffIndex{sub("\x8b\x8b\x15"), sub("\x8c\x8b\x15"), sub("\x8d\x8b\x15")},
		charStrings: cffIndex{
			end, append(call(1), 14), append(call(0), 14), slices.Concat(global(2), call(1), end), append(call(0), 14),
		},
		parts: []cffPart{
			{private: []byte{139, 20}, local: cffIndex{sub("\x8e\x8b\x15"), sub("\x8f\x8b\x15")}},
			{private: []byte{140, 20}, local: cffIndex{sub("\x90\x8b\x15"), slices.Concat(global(0), []byte{11})}},
			{private: []byte{141, 20}},
		},
		partOf: []byte{2, 0, 1, 1, 0},
	}
	for _, c := range []struct {
		glyphs []uint16
		want   string
	}{
		{[]uint16{0, 1, 2}, "part 2: 8d14, ; part 0: 8b14, 0/5; part 1: 8c14, 4/0; global 0/0/0"},
		{[]uint16{0, 3, 1}, "part 2: 8d14, ; part 1: 8c14, 0/4; part 0: 8b14, 0/5; global 4/0/4"},
		{[]uint16{0, 4, 2, 3}, "part 2: 8d14, ; part 0: 8b14, 4/0; part 1: 8c14, 4/4; global 4/0/4"},
	} {
		data, err := f.subset("Parts", c.glyphs)
		if err != nil {
			t.Fatal(err)
		}
		got, err := parseCFF(data)
		if err != nil {
			t.Fatal(err)
		}
		for i, g := range c.glyphs {
			if !bytes.Equal(got.charStrings[i], f.charStrings[g]) {
				t.Errorf("%v: glyph %d is another", c.glyphs, i)
			}
			if was, is := f.parts[f.part(g)].private, got.parts[got.part(uint16(i))].private; !bytes.HasPrefix(is, was) {
				t.Errorf("%v: glyph %d is in a part with %x, want %x", c.glyphs, i, is, was)
			}
		}
		if len(got.parts) != 3 || len(got.global) != 3 {
			t.Errorf("%v: %d parts, %d subroutines for all", c.glyphs, len(got.parts), len(got.global))
		}
		lengths(t, f, got, c.glyphs)
	}
}

// lengths checks that what is called is there whole, and all else empty.
func lengths(t *testing.T, f, got *cffFont, glyphs []uint16) {
	t.Helper()
	use := newUsage(f)
	for _, g := range glyphs {
		if err := use.glyph(f.charStrings[g], f.part(g)); err != nil {
			t.Fatal(err)
		}
	}
	compare := func(what string, was, is cffIndex, used []bool) {
		for n := range was {
			if want := was[n]; used[n] && !bytes.Equal(is[n], want) || !used[n] && len(is[n]) > 0 {
				t.Errorf("%v: subroutine %d of %s is %x, used: %v", glyphs, n, what, is[n], used[n])
			}
		}
	}
	compare("all", f.global, got.global, use.global)
	for i, g := range glyphs {
		if p := f.part(g); len(f.parts[p].local) > 0 {
			compare(fmt.Sprintf("part %d", p), f.parts[p].local, got.parts[got.part(uint16(i))].local, use.local[p])
		}
	}
}

// What outlines call is followed, through numbers and hints of every form.
func TestCallsAreFollowed(t *testing.T) {
	subs := func(n int) cffIndex {
		out := make(cffIndex, n)
		for i := range out {
			out[i] = []byte{11}
		}
		return out
	}
	for name, c := range map[string]struct {
		code          []byte
		local, global int
		want          string // the subroutine that is called, or the error
	}{
		"a local one":             {[]byte{32, 10, 14}, 5, 0, "local 0"},
		"one for all":             {[]byte{35, 29, 14}, 0, 5, "global 3"},
		"the last of few":         {append(appendNumber(nil, 1238-107), 10, 14), 1239, 0, "local 1238"},
		"the first of many":       {append(appendNumber(nil, -1131), 10, 14), 1240, 0, "local 0"},
		"the last of many":        {append(appendNumber(nil, 33898-1131), 10, 14), 33899, 0, "local 33898"},
		"the first of very many":  {append(appendNumber(nil, -32768), 10, 14), 33900, 0, "local 0"},
		"a number of two bytes":   {[]byte{247, 0, 10, 14}, 300, 0, "local 215"},
		"a lower one":             {[]byte{251, 0, 10, 14}, 1240, 0, "local 1023"},
		"one of three bytes":      {[]byte{28, 0xff, 0x95, 10, 14}, 5, 0, "local 0"},
		"a fraction before it":    {[]byte{255, 10, 10, 10, 10, 32, 10, 14}, 5, 0, "local 0"},
		"behind stems and a mask": {[]byte{139, 139, 139, 139, 1, 139, 139, 19, 10, 32, 10, 14}, 5, 0, "local 0"},
		"behind a mask of two bytes": {
			append(append(bytes.Repeat([]byte{139}, 16), 18, 139, 139, 20, 10, 10), 32, 10, 14), 5, 0, "local 0",
		},
		"behind eight stems":           {append(append(bytes.Repeat([]byte{139}, 16), 23, 20, 10), 32, 10, 14), 5, 0, "local 0"},
		"behind stems of a third form": {append(append(bytes.Repeat([]byte{139}, 18), 3, 19, 10, 10), 32, 10, 14), 5, 0, "local 0"},
		"behind an escaped operator":   {[]byte{139, 12, 10, 32, 10, 14}, 5, 0, "local 0"},
		"behind a line":                {[]byte{139, 139, 5, 32, 10, 14}, 5, 0, "local 0"},
		"after the end":                {[]byte{14, 32, 10}, 5, 0, ""},
		"after a return":               {[]byte{11, 32, 10}, 5, 0, ""},
		"nothing":                      {nil, 5, 0, ""},
		"one before the first":         {[]byte{31 + 0, 32, 10, 14}, 0, 5, "a call to no subroutine"},
		"one behind the last":          {[]byte{37, 10, 14}, 5, 0, "a call to no subroutine"},
		"one below":                    {append(appendNumber(nil, -108), 10), 5, 0, "a call to no subroutine"},
		"no number":                    {[]byte{10}, 5, 0, "a call without its number"},
		"its number is gone":           {[]byte{32, 5, 10}, 5, 0, "a call without its number"},
		"composed of others":           {[]byte{139, 139, 139, 139, 14}, 0, 0, "a glyph composed by endchar"},
		"three numbers at the end":     {[]byte{139, 139, 139, 14}, 0, 0, ""},
		"cut short":                    {[]byte{28, 1}, 0, 0, "a charstring is cut short"},
		"cut short in two bytes":       {[]byte{247}, 0, 0, "a charstring is cut short"},
	} {
		f := &cffFont{global: subs(c.global), parts: []cffPart{{local: subs(c.local)}}}
		u := newUsage(f)
		got := ""
		if err := u.glyph(c.code, 0); err != nil {
			got = err.Error()
		}
		for kind, used := range map[string][]bool{"local": u.local[0], "global": u.global} {
			for i, yes := range used {
				if yes {
					got += fmt.Sprintf("%s %d", kind, i)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Outlines that call each other without end are refused.
func TestCallsEnd(t *testing.T) {
	chain := make(cffIndex, 12)
	for i := range chain {
		chain[i] = append(appendNumber(nil, i+1-107), 10, 11)
	}
	chain[11] = []byte{11}
	f := &cffFont{parts: []cffPart{{local: chain}}}
	if err := newUsage(f).glyph(append(appendNumber(nil, 2-107), 10), 0); err != nil {
		t.Errorf("ten within each other: %v", err)
	}
	if err := newUsage(f).glyph(append(appendNumber(nil, 1-107), 10), 0); err == nil || err.Error() != "subroutines nested too deep" {
		t.Errorf("eleven within each other: %v", err)
	}
	long := bytes.Repeat([]byte{139}, 1<<22+1)
	if err := newUsage(f).glyph(long[1:], 0); err != nil {
		t.Errorf("four million numbers: %v", err)
	}
	if err := newUsage(f).glyph(long, 0); err == nil || err.Error() != "charstrings do not end" {
		t.Errorf("one more: %v", err)
	}
	u := newUsage(f)
	if err := u.glyph(slices.Concat(appendNumber(nil, 10-107), []byte{10}), 0); err != nil || !u.local[0][10] || !u.local[0][11] {
		t.Errorf("what is called by what is called: %v", err)
	}
}

// A glyph drawn from a font is as another reader draws it.
func TestOutlinesAreDrawn(t *testing.T) {
	for name, data := range map[string][]byte{"TrueType": liberationsansbold.TTF, "CFF": stix2textitalic.TTF} {
		f, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := xsfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		o, err := f.Outlines()
		if err != nil {
			t.Fatal(err)
		}
		g, _ := f.Shaping.NominalGlyph('é')
		want, err := whole.LoadGlyph(nil, xsfnt.GlyphIndex(g), fixed.I(40), nil)
		if err != nil {
			t.Fatal(err)
		}
		kept := fmt.Sprint(want)
		got, err := o.Glyph(uint16(g), 40)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := o.Glyph(uint16(g)+1, 40); err != nil { // which must not change what was given out
			t.Fatal(err)
		}
		if fmt.Sprint(got) != kept {
			t.Errorf("%s: é is drawn otherwise", name)
		}
		if _, err := o.Glyph(uint16(f.glyphCount), 40); err == nil {
			t.Errorf("%s: a glyph behind the last is drawn", name)
		}
	}
}
