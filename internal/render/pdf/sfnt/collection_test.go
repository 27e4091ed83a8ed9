package sfnt

import (
	"bytes"
	"strings"
	"testing"
)

// Where a font of a collection begins, and what is none.
func TestWhereAFontOfACollectionBegins(t *testing.T) {
	ttc := func(n uint32, offsets ...uint32) []byte {
		b := []byte("ttcf\x00\x01\x00\x00")
		for _, v := range append([]uint32{n}, offsets...) {
			b = be.AppendUint32(b, v)
		}
		return append(b, make([]byte, 24)...)
	}
	two := ttc(2, 20, 32)
	for name, c := range map[string]struct {
		data  []byte
		index int
		at    int
		says  string
	}{
		"the first":                    {two, 0, 20, ""},
		"the second":                   {two, 1, 32, ""},
		"one too many":                 {two, 2, 0, "fewer fonts"},
		"none in particular":           {two, -1, 0, "take one font"},
		"too few bytes for the places": {two[:19], 1, 0, "cut short"},
		"as many bytes as places take": {two[:20], 0, 0, "is cut short"},
		"a place behind the end":       {ttc(1, 29), 0, 0, "is cut short"},
		"a place at the end":           {ttc(1, 28), 0, 28, ""},
		"a font alone":                 {append([]byte("\x00\x01\x00\x00"), make([]byte, 8)...), 0, 0, ""},
		"the second of a font alone":   {append([]byte("\x00\x01\x00\x00"), make([]byte, 8)...), 1, 0, "not a collection"},
		"too short for a font":         {bytes.Repeat([]byte{0}, 11), 0, 0, "not a font"},
		"too short for a collection":   {two[:11], 0, 0, "not a font"},
	} {
		at, err := faceOffset(c.data, c.index)
		if at != c.at || (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %d, %v, want %d, %q", name, at, err, c.at, c.says)
		}
	}
}
