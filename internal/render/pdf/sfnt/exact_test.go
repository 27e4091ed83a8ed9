package sfnt

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
)

// nameTable is a table of names (OpenType 1.9, name): of each its number, its place and its
// length, and the letters of all.
func nameTable(letters string, records ...[3]int) []byte {
	out := be.AppendUint16(be.AppendUint16(be.AppendUint16(nil, 0), uint16(len(records))), uint16(6+12*len(records)))
	for _, r := range records {
		out = append(out, 0, 3, 0, 1, 4, 9)
		out = be.AppendUint16(be.AppendUint16(be.AppendUint16(out, uint16(r[0])), uint16(r[1])), uint16(r[2]))
	}
	return append(out, letters...)
}

func TestTheNameOfAFont(t *testing.T) {
	for name, c := range map[string]struct {
		table []byte
		want  string
	}{
		"the sixth name":               {nameTable("FamilyPress-Bold", [3]int{1, 6, 0}, [3]int{6, 10, 6}), "Press-Bold"},
		"its last letter":              {nameTable("abc", [3]int{6, 3, 0}), "abc"},
		"one that ends too late":       {nameTable("abc", [3]int{6, 4, 0}), ""},
		"the first that is whole":      {nameTable("abc", [3]int{6, 9, 0}, [3]int{6, 2, 1}), "bc"},
		"in two bytes a letter":        {nameTable("\x00a\x00Z\x009", [3]int{6, 6, 0}), "aZ9"},
		"with what a name cannot have": {nameTable("a /b[zAZ09-@`{:", [3]int{6, 15, 0}), "abzAZ09-"},
		"none":                         {nameTable("abc", [3]int{1, 3, 0}), ""},
		"no table":                     {nil, ""},
		"a table cut short":            {[]byte{0, 0, 0, 1, 0}, ""},
		"records cut short":            {nameTable("", [3]int{6, 0, 0})[:17], ""},
		"more records than there are":  {append([]byte{0, 0, 0, 9}, nameTable("abc", [3]int{6, 3, 0})[4:]...), "abc"},
	} {
		if got := postscriptName(c.table); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What is known of the program's own fonts.
func TestMeasuresOfFonts(t *testing.T) {
	for _, c := range []struct {
		data []byte
		want string
	}{
		{liberationsansbold.TTF, "LiberationSans-Bold 2048 1854 -434 1409 [-987 -771 2671 2116] 0 true false"},
		{liberationsansitalic.TTF, "LiberationSans-Italic 2048 1854 -434 1409 [-1360 -621 2787 2077] -12 false false"},
		{stix2textregular.TTF, "STIXTwoText-Regular 1000 762 -238 657 [-948 -373 1297 1047] 0 false true"},
	} {
		f, err := Parse(c.data)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(f.Name, " ", f.Units, f.Ascent, f.Descent, f.CapHeight, f.BBox, f.Italic, f.Bold, f.CFF); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
		if len(f.Shaping.GPOS.Lookups) == 0 || len(f.Shaping.GSUB.Lookups) == 0 {
			t.Errorf("%s is shaped without kerning or without ligatures", f.Name)
		}
		a, _ := f.Shaping.NominalGlyph('a')
		subset, err := f.Subset([]uint16{0, uint16(a)})
		if err != nil {
			t.Fatal(err)
		}
		if !f.CFF && checksum(subset) != 0xB1B0AFBA {
			t.Errorf("the sum of a subset of %s is %x", f.Name, checksum(subset))
		}
	}
}

// A font whose parts do not fit each other is said to be so.
func TestWhatIsSaidOfPartsThatDoNotFit(t *testing.T) {
	for want, change := range map[string]func(tables map[string][]byte){
		"the CFF table has another number of glyphs than the font": func(tables map[string][]byte) { be.PutUint16(tables["maxp"][4:], 4) },
		"the font has no PostScript name":                          func(tables map[string][]byte) { tables["name"] = nameTable("") },
		"the font's widths are cut short":                          func(tables map[string][]byte) { be.PutUint16(tables["hhea"][34:], 4) },
		"the font has no outlines":                                 func(tables map[string][]byte) { delete(tables, "CFF ") },
		"<nil>":                                                    func(map[string][]byte) {},
	} {
		tables := tiny(t, stix2textitalic.TTF)
		if len(tables["CFF "]) == 0 {
			t.Fatal("the font has other outlines")
		}
		change(tables)
		data := writeFile(tables)
		copy(data, "OTTO")
		if _, err := Parse(data); fmt.Sprint(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	tables := tiny(t, stix2textitalic.TTF)
	be.PutUint16(tables["hhea"][34:], 0)
	data := writeFile(tables)
	copy(data, "OTTO")
	if _, err := Parse(data); err == nil || err.Error() != "the font's widths are cut short" {
		t.Errorf("without widths: %v", err)
	}
}

// The numbers of a CFF, byte by byte (Adobe Technical Note 5176, sections 4 and 5).
func TestBytesOfACFF(t *testing.T) {
	for v, want := range map[int]string{
		0: "8b", 107: "f6", -107: "20", 108: "1c006c", -108: "1cff94", 32767: "1c7fff", -32768: "1c8000", 32768: "1d00008000", -32769: "1dffff7fff", 0x01020304: "1d01020304",
	} {
		if got := fmt.Sprintf("%x", appendNumber(nil, v)); got != want {
			t.Errorf("%d is %s, want %s", v, got, want)
		}
	}
	for v, want := range map[int]string{0: "1d00000000", 0x01020304: "1d01020304", -2: "1dfffffffe"} {
		if got := fmt.Sprintf("%x", appendLong(nil, v)); got != want {
			t.Errorf("%d is long %s, want %s", v, got, want)
		}
	}
	for op, want := range map[int]string{opSubrs: "13", opROS: "0c1e", 1200: "0c00"} {
		if got := fmt.Sprintf("%x", appendOperator(nil, op)); got != want {
			t.Errorf("the operator %d is %s, want %s", op, got, want)
		}
	}
	for n, want := range map[int]int{0: 107, 1239: 107, 1240: 1131, 33899: 1131, 33900: 32768} {
		if got := bias(n); got != want {
			t.Errorf("of %d subroutines the first is called by -%d, want -%d", n, got, want)
		}
	}
	for _, c := range []struct {
		data string
		at   int
		want string
	}{
		{"\x00\x00", 0, "[] 2"},
		{"\x09\x00\x00", 1, "[] 3"},
		{"\x00\x02\x01\x01\x02\x04abc", 0, "[[97] [98 99]] 9"},
		{"\x00\x01\x04\x00\x00\x00\x01\x00\x00\x00\x02a", 0, "[[97]] 12"},
		{"\x00\x01\x00\x01\x02a", 0, "an INDEX is cut short"},
		{"\x00\x01\x05\x01\x02a", 0, "an INDEX is cut short"},
		{"\x00\x01", 0, "an INDEX is cut short"},
		{"\x00", 0, "an INDEX is cut short"},
		{"\x00\x00", -1, "an INDEX is cut short"},
		{"\x00\x01\x01\x01", 0, "an INDEX is cut short"},
		{"\x00\x01\x01\x02\x01a", 0, "an INDEX is damaged"},
		{"\x00\x01\x01\x01\x03a", 0, "an INDEX is damaged"},
		{"\x00\x01\x01\x01\x02a", 0, "[[97]] 6"},
	} {
		index, end, err := readIndex([]byte(c.data), c.at)
		got := fmt.Sprint([][]byte(index), " ", end)
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%q from %d: %s, want %s", c.data, c.at, got, c.want)
		}
	}
	for n, want := range map[int]string{4: "1c000813", 0x0123: "1c012713"} {
		p := cffPart{private: make([]byte, n), local: cffIndex{{11}, {14}}}
		private, subrs := p.write([]bool{false, true})
		if got := fmt.Sprintf("%x", private[n:]); got != want || string(subrs) != "\x00\x02\x01\x01\x01\x02\x0e" {
			t.Errorf("behind %d bytes stands %s, and then %x", n, got, subrs)
		}
	}
	private, subrs := (&cffPart{private: []byte{1}}).write(nil)
	if len(private) != 1 || subrs != nil {
		t.Errorf("without subroutines: %x, %x", private, subrs)
	}
	u := &usage{}
	for i := range 600 {
		u.push(i)
	}
	if len(u.stack) != 513 {
		t.Errorf("the stack holds %d", len(u.stack))
	}
}

// A subset of many glyphs numbers them from one range, and of few by none.
func TestTheNumbersOfASubset(t *testing.T) {
	char := []byte{14}
	font := &cffFont{charStrings: cffIndex{char, char}, parts: []cffPart{{private: []byte{139, 20}}}}
	for n, want := range map[int]string{1: "", 2: "\x02\x00\x01\x00\x00", 3: "\x02\x00\x01\x00\x01", 300: "\x02\x00\x01\x01\x2a"} {
		glyphs := make([]uint16, n)
		for i := range glyphs {
			glyphs[i] = uint16(min(i, 1))
		}
		out, err := font.subset("Name", glyphs)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(out, []byte("\x01\x00\x04\x04\x00\x01\x01\x01\x05Name")) {
			t.Errorf("it begins with %x", out[:14])
		}
		behind := "\x00\x02\x01\x01\x06\x0eAdobeIdentity\x00\x00" + want // the strings, no subroutines, and the numbers
		if !strings.Contains(string(out), behind) {
			t.Errorf("of %d glyphs: %x is not in %x", n, behind, out[:min(len(out), 120)])
		}
		again, err := parseCFF(out)
		if err != nil || again.charStrings.len() != n || len(again.parts) != 1 {
			t.Errorf("of %d glyphs: %v", n, err)
		}
	}
}
