package sfnt

import (
	"bytes"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
)

func TestEveryKindOfOutlineIsAFont(t *testing.T) {
	for kind, ok := range map[string]bool{"\x00\x01\x00\x00": true, "true": true, "typ1": false, "wOFF": false} {
		data := bytes.Clone(liberationsansbold.TTF)
		copy(data, kind)
		if _, err := FaceNames(data); (err == nil) != ok {
			t.Errorf("%q: %v", kind, err)
		}
	}
}

// A glyph that the font does not have takes no room, whatever asks for it.
func TestWidthsOfGlyphs(t *testing.T) {
	f, err := Parse(liberationsansbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	n := len(f.advances)
	if f.Advance(uint16(n)) != 0 || f.Advance(0xffff) != 0 {
		t.Error("a glyph behind the last has a width")
	}
	if f.Advance(uint16(n-1)) != int(f.advances[n-1]) || f.Advance(0) == 0 {
		t.Error("the first or the last glyph has not its own width")
	}
}
