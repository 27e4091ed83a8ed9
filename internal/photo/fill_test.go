package photo

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"
)

// Any number of bytes FF may stand before a mark (ISO/IEC 10918-1, B.1.1.2): what a photo
// takes is told by the frame that is decoded, and by no other that it may hold.
func TestAFrameIsFoundBehindFilling(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 16, 8)), nil); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	cfg, _, err := image.DecodeConfig(bytes.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	want := jpegBytes(whole, cfg)
	if want >= worstJPEG {
		t.Fatalf("a grey photo takes %v bytes for each pixel", want)
	}
	// Read as a segment, the filling leads into the comment behind it, to a frame without
	// parts.
	comment := append([]byte{0xff, 0xff, 0xfe, 0x01, 0x02}, make([]byte, 0x100)...)
	long := append([]byte{0xff, 0xff, 0xfe, 0xff, 0xfe}, make([]byte, 0xfffc)...)
	copy(long[2+0xfeff:], []byte{0xff, 0xc0, 0x00, 0x08, 8, 0, 8, 0, 16, 0})
	for name, before := range map[string][]byte{"one byte": {0xff}, "three": {0xff, 0xff, 0xff}, "a comment": comment, "a comment that holds a frame": long} {
		data := append(append(append([]byte{}, whole[:2]...), before...), whole[2:]...)
		if _, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := jpegBytes(data, cfg); got != want {
			t.Errorf("behind %s it takes %v bytes for each pixel, want %v", name, got, want)
		}
	}
	for _, frame := range []string{"", "\x08\x00\x08\x00\x10", "\x08\x00\x08\x00\x10\x00", "\x08\x00\x08\x00\x11\x01\x01\x11\x00", "\x08\x00\x09\x00\x10\x01\x01\x11\x00", "\x08\x00\x08\x00\x10\x01\x01\x11", "\x08\x00\x08\x00\x10\x01\x01\x11\x00\x00"} {
		if got := frameBytes(nil, []byte(frame), false, cfg); got != worstJPEG {
			t.Errorf("a frame of %d bytes takes %v", len(frame), got)
		}
	}
	if got := frameBytes(nil, []byte("\x08\x00\x08\x00\x10\x01\x01\x11\x00"), false, cfg); got != 1 {
		t.Errorf("a grey frame takes %v", got)
	}
}
