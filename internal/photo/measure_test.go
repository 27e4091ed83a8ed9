package photo

import (
	"fmt"
	"image"
	"testing"
)

// How many bytes a pixel takes while a photo is opened, by what its head says.
func TestBytesOfAPixel(t *testing.T) {
	cfg := image.Config{Width: 16, Height: 8}
	const size = "\x08\x00\x08\x00\x10"
	adobe := "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"
	for _, c := range []struct {
		name, frame, data string
		progressive       bool
		want              float64
	}{
		{"grey", size + "\x01\x01\x11\x00", "", false, 1},
		{"grey, progressive", size + "\x01\x01\x11\x00", "", true, 5},
		{"all colours", size + "\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01", "", false, 3},
		{"half of the colours", size + "\x03\x01\x21\x00\x02\x11\x01\x03\x11\x01", "", false, 2},
		{"a quarter of the colours", size + "\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01", "", false, 1.5},
		{"a quarter, progressive", size + "\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01", "", true, 7.5},
		{"the second as often as the first", size + "\x03\x01\x22\x00\x02\x22\x01\x03\x11\x01", "", false, 3},
		{"the third as often as the first", size + "\x03\x01\x22\x00\x02\x11\x01\x03\x22\x01", "", false, 3},
		{"no number across", size + "\x03\x01\x02\x00\x02\x11\x01\x03\x11\x01", "", false, 3},
		{"no number down", size + "\x03\x01\x20\x00\x02\x11\x01\x03\x11\x01", "", false, 3},
		{"red, green and blue by name", size + "\x03R\x11\x00G\x11\x01B\x11\x01", "", false, 7},
		{"red, green and blue by Adobe", size + "\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01", "x\xff\xee" + adobe, false, 7},
		{"colours by Adobe", size + "\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01", adobe[:len(adobe)-1] + "\x01", false, 3},
		{"Adobe cut short", size + "\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01", adobe[:len(adobe)-1], false, 3},
		{"somebody else", size + "\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01", "\xff\xee\x00\x0eAdobx\x00\x64\x00\x00\x00\x00\x00", false, 3},
		{"four inks", size + "\x04\x01\x11\x00\x02\x11\x01\x03\x11\x01\x04\x11\x00", adobe, false, 8},
		{"four inks, progressive", size + "\x04\x01\x11\x00\x02\x11\x01\x03\x11\x01\x04\x11\x00", "", true, 40},
		{"two parts", size + "\x02\x01\x11\x00\x02\x11\x01", "", false, 1},
	} {
		if got := frameBytes([]byte(c.data), []byte(c.frame), c.progressive, cfg); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	head := make([]byte, 40)
	for _, c := range []struct {
		depth, kind, interlaced byte
		more                    string
		want                    float64
	}{
		{8, 2, 0, "", 4}, {8, 6, 0, "", 4}, {16, 2, 0, "", 8}, {8, 2, 1, "", 8}, {16, 6, 1, "", 16}, {8, 3, 0, "", 1}, {8, 3, 0, "tRNS", 1}, {4, 0, 0, "", 1}, {8, 0, 0, "tRNS", 4}, {8, 0, 0, "tRN", 1}, {16, 0, 1, "tRNS", 16}, {8, 4, 0, "", 4},
	} {
		head[24], head[25], head[28] = c.depth, c.kind, c.interlaced
		if got := pngBytes(append(append([]byte{}, head...), c.more...)); got != c.want {
			t.Errorf("a PNG of %v takes %v", c, got)
		}
	}
}

// How a picture is turned is read from the first directory that says it, and from nothing
// that is cut short.
func TestWhereAnOrientationStands(t *testing.T) {
	entry := func(tag uint16, o byte) string {
		return fmt.Sprintf("%c%c\x00\x03\x00\x00\x00\x01\x00%c\x00\x00", tag>>8, tag&0xff, o)
	}
	tiff := func(n byte, entries string) string {
		return "MM\x00\x2a\x00\x00\x00\x08\x00" + string([]byte{n}) + entries
	}
	exif := func(body string) string {
		n := len(body) + 8
		return "\xff\xe1" + string([]byte{byte(n >> 8), byte(n)}) + "Exif\x00\x00" + body
	}
	six := exif(tiff(1, entry(0x112, 6)))
	for _, c := range []struct {
		name, data string
		want       int
	}{
		{"behind the beginning", "\xff\xd8" + six, 6},
		{"behind filling", "\xff\xd8\xff\xff" + six, 6},
		{"behind another segment", "\xff\xd8\xff\xe0\x00\x04ab" + six, 6},
		{"behind an empty one", "\xff\xd8\xff\xe0\x00\x02" + six, 6},
		{"behind one that says less than nothing", "\xff\xd8\xff\xe0\x00\x01" + six, 1},
		{"behind the scan", "\xff\xd8\xff\xda\x00\x02" + six, 1},
		{"behind another Exif", "\xff\xd8\xff\xe1\x00\x04ab" + six, 6},
		{"in no JPEG", "\xff\xd9" + six, 1},
		{"nowhere", "\xff\xd8\xff", 1},
		{"eight", "\xff\xd8" + exif(tiff(1, entry(0x112, 8))), 8},
		{"nine", "\xff\xd8" + exif(tiff(1, entry(0x112, 9))), 1},
		{"none", "\xff\xd8" + exif(tiff(1, entry(0x112, 0))), 1},
		{"the second of two", "\xff\xd8" + exif(tiff(2, entry(0x10f, 6)+entry(0x112, 3))), 3},
		{"behind the count", "\xff\xd8" + exif(tiff(1, entry(0x10f, 6)+entry(0x112, 3))), 1},
		{"cut short", "\xff\xd8" + six[:len(six)-1], 1},
		{"an entry cut short", "\xff\xd8" + exif(tiff(1, entry(0x112, 6)[:11])), 1},
	} {
		if got := Orientation([]byte(c.data)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
