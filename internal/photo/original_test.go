package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"testing"
)

func TestAnOriginalKeepsItsPixelsAndNothingHidden(t *testing.T) {
	img := corners(40, 20)
	for _, orientation := range []uint16{1, 6} {
		src := append(withExif(t, img, orientation), "\xff\xd8 a preview of SECRET \xff\xd9"...)
		got := Original(src, Text{Caption: "The pier", Rights: "free for use"})
		if bytes.Contains(got, []byte("SECRET")) || !bytes.Contains(got, []byte("free for use")) {
			t.Error("place and device are still there, or the rights are not")
		}
		if o := Orientation(got); o != int(orientation) {
			t.Errorf("it is to be turned by %d, not by %d", o, orientation)
		}
		before, err := jpeg.Decode(bytes.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		after, err := jpeg.Decode(bytes.NewReader(got))
		if err != nil {
			t.Fatal(err)
		}
		if !same(before, after) {
			t.Error("pixels changed")
		}
	}
}

func TestAnOriginalPNGHasNoComments(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, corners(8, 4)); err != nil {
		t.Fatal(err)
	}
	src := b.Bytes()[:33]
	src = append(append(append([]byte{}, src...), chunk("tEXt", []byte("Comment\x00SECRET"))...), b.Bytes()[33:]...)
	if got := Original(src, Text{}); !bytes.Equal(got, b.Bytes()) {
		t.Errorf("%q", got)
	}
}

func TestAFileThatIsNotWhatItSeemsStaysAsItIs(t *testing.T) {
	for _, s := range []string{"", "\xff\xd8", "\xff\xd8\xff\xe1\xff\xff", pngSignature + "\x00\x00\xff\xffIHDR", "RIFF\x08\x00\x00\x00WEBPVP8X\xff\xff\xff\xff", "GIF89a"} {
		if got := Original([]byte(s), Text{Caption: "x"}); string(got) != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// chunk is one of a PNG.
func chunk(kind string, data []byte) []byte {
	body := append([]byte(kind), data...)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	return binary.BigEndian.AppendUint32(append(out, body...), crc32.ChecksumIEEE(body))
}

func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func FuzzOriginal(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xda\x00\x02\x00\xff\xd9"))
	f.Add([]byte(pngSignature))
	f.Add([]byte("RIFF\x08\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got := Original(data, Text{Caption: "c"})
		if len(got) > len(data)+4096 {
			t.Errorf("%d bytes became %d", len(data), len(got))
		}
	})
}
