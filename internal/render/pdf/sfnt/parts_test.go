package sfnt

import (
	"slices"
	"testing"

	"codeberg.org/go-fonts/stix/stix2textitalic"
	xsfnt "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Operands of a DICT that end where the bytes end, and those that are cut there.
func TestOperandsAtTheEnd(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		bytes []byte
		v     int
	}{
		{[]byte{32}, -107},
		{[]byte{246}, 107},
		{[]byte{247, 0}, 108},
		{[]byte{250, 255}, 1131},
		{[]byte{251, 0}, -108},
		{[]byte{254, 255}, -1131},
		{[]byte{28, 255, 255}, -1},
		{[]byte{29, 0, 0, 1, 0}, 256},
	} {
		if v, n, ok := number(c.bytes); !ok || v != c.v || n != len(c.bytes) {
			t.Errorf("%v: %d of %d bytes, %t", c.bytes, v, n, ok)
		}
		if n := len(c.bytes); n > 1 {
			if _, _, ok := number(c.bytes[:n-1]); ok {
				t.Errorf("%v is a number", c.bytes[:n-1])
			}
		}
	}
	for _, c := range []struct {
		bytes []byte
		v     float64
		n     int
	}{{[]byte{0x12}, 0, 1}, {[]byte{0x1a, 0x5f, 9}, 1.5, 2}, {[]byte{0xe1, 0xff}, -1, 2}, {nil, 0, 0}} {
		if v, n := realNumber(c.bytes); v != c.v || n != c.n {
			t.Errorf("%v: %v of %d bytes", c.bytes, v, n)
		}
	}
	for _, code := range [][]byte{{28, 0, 1}, {14}, {247, 0}, nil} {
		u := &usage{font: &cffFont{parts: []cffPart{{}}}, local: [][]bool{nil}}
		if err := u.walk(code, 0); err != nil {
			t.Errorf("%v: %v", code, err)
		}
	}
}

// The Private DICT lies within the file, up to its last byte.
func TestWhereAPrivateDICTLies(t *testing.T) {
	t.Parallel()
	data := make([]byte, 8)
	for _, c := range []struct {
		size, at float64
		ok       bool
	}{{8, 0, true}, {0, 8, true}, {4, 4, true}, {9, 0, false}, {5, 4, false}, {-1, 4, false}, {4, -1, false}, {-1, -1, false}} {
		err := (&cffFont{}).addPart(data, dict{opPrivate: {c.size, c.at}})
		if (err == nil) != c.ok {
			t.Errorf("%v bytes at %v: %v", c.size, c.at, err)
		}
	}
	top, err := readDict((&cffFont{}).top(7, 1, 2, 3, 4))
	if err != nil {
		t.Fatal(err)
	}
	for op, want := range map[int][]float64{opROS: {391, 392, 0}, opCIDCount: {7}, opCharset: {1}, opFDSelect: {2}, opCharStrings: {3}, opFDArray: {4}} {
		if !slices.Equal(top[op], want) {
			t.Errorf("operator %d has %v, want %v", op, top[op], want)
		}
	}
}

// A collection that ends with its last offset, one of many fonts, and one of none.
func TestCollectionsAtTheirEnd(t *testing.T) {
	t.Parallel()
	collection := func(n, at int, more ...byte) []byte {
		out := be.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(n))
		for range n {
			out = be.AppendUint32(out, uint32(at))
		}
		return append(out, more...)
	}
	if at, err := faceOffset(collection(1, 4), 0); at != 4 || err != nil {
		t.Errorf("%d, %v", at, err)
	}
	if _, err := faceOffset(collection(1, 5), 0); err == nil {
		t.Error("a font goes on behind its file")
	}
	if _, err := faceOffset(collection(2, 4)[:19], 0); err == nil {
		t.Error("a collection is shorter than it says")
	}
	empty := []byte("OTTO\x00\x00\x00\x00\x00\x00\x00\x00")
	for n, want := range map[int]int{0: 0, 1: 1, 64: 64, 65: 64} {
		names, err := FaceNames(collection(n, 12+4*n, empty...))
		if err != nil || len(names) != want {
			t.Errorf("of %d fonts %d have names, %v", n, len(names), err)
		}
	}
	if got := postscriptName([]byte("\x00\x00\x00\x01\x00\x00ABCDEF\x00\x06\x00\x06")); got != "" {
		t.Errorf("a record that is cut is named %q", got)
	}
	if got := postscriptName([]byte("\x00\x00\x00\x01\x00\x00AB-DEF\x00\x06\x00\x06\x00\x06")); got != "AB-DEF" {
		t.Errorf("the last record of a table is named %q", got)
	}
}

// From a weight of 600 on a font is bold, and its bearing is read where there is one.
func TestWhatAFontSaysOfItself(t *testing.T) {
	t.Parallel()
	for weight, want := range map[uint16]bool{599: false, 600: true, 601: true} {
		tables := tiny(t, stix2textitalic.TTF)
		tables["OS/2"] = slices.Clone(tables["OS/2"])
		be.PutUint16(tables["OS/2"][4:], weight)
		data := writeFile(tables)
		copy(data, "OTTO")
		if f, err := Parse(data); err != nil || f.Bold != want {
			t.Errorf("of a weight of %d: %v", weight, err)
		}
	}
	for outline, want := range map[string]uint16{"\x00\x01\x00\x05": 5, "\x00\x01\x00": 0, "": 0} {
		if got := leftBearing([]byte(outline)); got != want {
			t.Errorf("%q: %d", outline, got)
		}
	}
}

// Numbers of a path are parted where they have to be.
func TestNumbersOfAPathArePartedByASign(t *testing.T) {
	t.Parallel()
	to := func(x, y int) fixed.Point26_6 { return fixed.P(x, y) }
	got := pathData(xsfnt.Segments{
		{Op: xsfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{to(5, 0)}},
		{Op: xsfnt.SegmentOpLineTo, Args: [3]fixed.Point26_6{to(5, 1)}},
		{Op: xsfnt.SegmentOpQuadTo, Args: [3]fixed.Point26_6{to(5, 1), to(6, 0)}},
	})
	if want := "m5 0l0 1q0 0 1-1z"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
