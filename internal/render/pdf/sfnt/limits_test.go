package sfnt

import (
	"bytes"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	xsfnt "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// double is the matrix of a font of five hundred units, unit that of one of one, as a DICT has them.
var (
	double = []byte{30, 0xa0, 0x02, 0xff, 139, 139, 30, 0xa0, 0x02, 0xff, 139, 139, 12, 7}
	unit   = []byte{140, 139, 139, 140, 139, 139, 12, 7}
)

// Another matrix is told wherever it stands; that of a font DICT may be one, since that of the
// font is a thousandth.
func TestWhatIsSaidOfAMatrix(t *testing.T) {
	t.Parallel()
	font := func(top []byte) []byte {
		out := cffIndex{[]byte("a")}.append([]byte{1, 0, 4, 4})
		out = cffIndex{top}.append(out)
		return cffIndex{}.append(cffIndex{}.append(out))
	}
	for _, c := range []struct {
		top  []byte
		want string
	}{
		{double, "the font's matrix is not a thousandth"},
		{unit, "the font's matrix is not a thousandth"},
		{[]byte{139, 5}, "the Top DICT lacks CharStrings"},
	} {
		if _, err := parseCFF(font(c.top)); err == nil || err.Error() != c.want {
			t.Errorf("%x: %v, want %s", c.top, err, c.want)
		}
	}
	for _, c := range []struct {
		dict []byte
		want string
	}{
		{double, "a font DICT has a matrix of its own"},
		{unit, "a DICT lacks Private"},
		{[]byte{139, 5}, "a DICT lacks Private"},
	} {
		data := cffIndex{c.dict}.append(nil)
		if err := (&cffFont{}).readParts(data, dict{opFDArray: {0}, opFDSelect: {0}}); err == nil || err.Error() != c.want {
			t.Errorf("%x: %v, want %s", c.dict, err, c.want)
		}
	}
	for by, want := range map[float64]bool{1e-9: true, 2e-9: false} {
		if got := (dict{opFontMatrix: {by, 0, 0, by, 0, 0}}).scaled(0); got != want {
			t.Errorf("a matrix that is off by %v is taken: %v", by, got)
		}
	}
}

// An operator of two bytes stays whole, even where its second byte is that of another.
func TestAnOperatorOfTwoBytesStaysWhole(t *testing.T) {
	t.Parallel()
	for _, c := range [][2][]byte{
		{{140, 12, 19, 139, 20}, {140, 12, 19, 139, 20}},
		{{140, 12, 19, 139, 19, 139, 20}, {140, 12, 19, 139, 20}},
		{{140, 12, 19}, {140, 12, 19}},
	} {
		if got := withoutSubrs(c[0]); !bytes.Equal(got, c[1]) {
			t.Errorf("%v becomes %v, want %v", c[0], got, c[1])
		}
	}
}

// A subset of one glyph has a list of names of the first format, with none in it.
func TestASubsetOfOneGlyph(t *testing.T) {
	t.Parallel()
	f, err := Parse(stix2textitalic.TTF)
	if err != nil {
		t.Fatal(err)
	}
	for want, glyphs := range map[byte][]uint16{0: {0}, 2: {0, 1}} {
		data, err := f.Subset(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		_, at, err := readIndex(data, 4)
		if err != nil {
			t.Fatal(err)
		}
		tops, _, err := readIndex(data, at)
		if err != nil {
			t.Fatal(err)
		}
		top, err := readDict(tops[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := data[int(top[opCharset][0])]; got != want {
			t.Errorf("of %d glyphs its format is %d", len(glyphs), got)
		}
	}
}

// Each operator takes all of what stands before it, so that stems are counted by what is their
// own (Adobe Technical Note 5177, section 4).
func TestOperatorsTakeAllBeforeThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		code []byte
		want int
	}{
		{"a stem", []byte{139, 139, 1}, 1},
		{"two, and one with a width before it", []byte{139, 139, 139, 139, 139, 18}, 2},
		{"a stem, and half of one", []byte{139, 139, 1, 139, 1}, 1},
		{"a mask of one", []byte{139, 139, 19, 0x80, 139, 1}, 1},
		{"a mask of nine", append(bytes.Repeat([]byte{139}, 18), 20, 0x80, 0x80, 139, 1), 9},
		{"a curve", []byte{139, 12, 34, 139, 1}, 0},
		{"a line", []byte{139, 5, 139, 1}, 0},
	} {
		u := &usage{font: &cffFont{parts: []cffPart{{}}}, local: [][]bool{nil}}
		if err := u.walk(c.code, 0); err != nil || u.stems != c.want {
			t.Errorf("%s: %d stems, %v, want %d", c.name, u.stems, err, c.want)
		}
	}
}

// A glyph is composed where it says so with less than no contours, and only there.
func TestAGlyphOfNoContoursIsNotComposed(t *testing.T) {
	t.Parallel()
	for contours, want := range map[int16]int{-1: 1, 0: 0, 1: 0} {
		outline := make([]byte, 20)
		be.PutUint16(outline, uint16(contours))
		seen := 0
		if err := components(outline, func(int) { seen++ }); err != nil || seen != want {
			t.Errorf("of %d contours: %d parts, %v", contours, seen, err)
		}
	}
}

// A contour of one point is closed as well.
func TestAContourOfOnePointIsClosed(t *testing.T) {
	t.Parallel()
	segment := func(op xsfnt.SegmentOp, x, y int) xsfnt.Segment {
		return xsfnt.Segment{Op: op, Args: [3]fixed.Point26_6{fixed.P(x, y)}}
	}
	got := pathData(xsfnt.Segments{segment(xsfnt.SegmentOpMoveTo, 5, 0), segment(xsfnt.SegmentOpMoveTo, 7, 1), segment(xsfnt.SegmentOpLineTo, 9, 1)})
	if want := "m5 0zm2 1l2 0z"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := pathData(xsfnt.Segments{segment(xsfnt.SegmentOpMoveTo, 5, 0)}); got != "m5 0z" {
		t.Errorf("by itself: %s", got)
	}
}

// A collection that is no more than its head has no fonts, and one whose font begins with the
// collection has none that is one.
func TestCollectionsOfNothing(t *testing.T) {
	t.Parallel()
	const head = "ttcf\x00\x01\x00\x00"
	if names, err := FaceNames([]byte(head + "\x00\x00\x00\x00")); len(names) != 0 || err != nil {
		t.Errorf("%v, %v", names, err)
	}
	if _, err := FaceNames([]byte(head + "\x00\x00\x00\x01\x00\x00\x00\x00")); err == nil || err.Error() != "not a TrueType or OpenType font" {
		t.Error(err)
	}
	if got := postscriptName([]byte("\x00\x00\x00\x02\x00\x00AB-DEF\x00\x01\x00\x00\x00\x00......\x00\x06\x00\x06\x00\x06")); got != "AB-DEF" {
		t.Errorf("the second record, the last of a table, is named %q", got)
	}
}

// A font needs units; it keeps its kerning; and its hyphen is that of a hyphen, or of the
// typewriter, or none.
func TestUnitsKerningAndHyphensOfAFont(t *testing.T) {
	t.Parallel()
	tables := tiny(t, liberationsansbold.TTF)
	be.PutUint16(tables["head"][18:], 0)
	if _, err := Parse(writeFile(tables)); err == nil || err.Error() != "the font has no units per em" {
		t.Error(err)
	}
	whole, err := Parse(liberationsansbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.tables["kern"]) == 0 || len(whole.Shaping.Kern) == 0 {
		t.Errorf("of %d bytes of kerning, %d tables are kept", len(whole.tables["kern"]), len(whole.Shaping.Kern))
	}
	for characters, want := range map[string]uint16{"": 0, "-": 1, "‐": 1, "-‐": 2} {
		tables := tiny(t, liberationsansbold.TTF)
		cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
		n := uint32(len([]rune(characters)))
		for _, v := range []uint32{16 + 12*n, 0, n} {
			cmap = be.AppendUint32(cmap, v)
		}
		glyph := uint32(0)
		for _, c := range characters {
			glyph++
			for _, v := range []uint32{uint32(c), uint32(c), glyph} {
				cmap = be.AppendUint32(cmap, v)
			}
		}
		tables["cmap"] = cmap
		f, err := Parse(writeFile(tables))
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Hyphen(); got != want {
			t.Errorf("of %q the hyphen is glyph %d, want %d", characters, got, want)
		}
	}
}
