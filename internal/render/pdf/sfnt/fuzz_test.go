package sfnt

import (
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/stix/stix2textitalic"
)

// FuzzParse damages fonts at one place: what is read of them must not panic, and
// what can be read can be cut.
func FuzzParse(f *testing.F) {
	fonts := [][]byte{liberationsansbold.TTF, stix2textitalic.TTF}
	f.Add(uint8(0), uint32(20), []byte{0xff, 0xff, 0xff})
	f.Add(uint8(1), uint32(400), []byte("ttcf"))
	f.Fuzz(func(t *testing.T, which uint8, at uint32, damage []byte) {
		src := fonts[int(which)%len(fonts)]
		data := append([]byte{}, src...)
		if len(damage) > 64 {
			damage = damage[:64]
		}
		copy(data[int(at)%len(data):], damage)
		FaceNames(data)
		font, err := ParseFace(data, -1)
		if err != nil {
			return
		}
		font.Subset([]uint16{0, 3, 4, 5, font.Hyphen()})
	})
}
