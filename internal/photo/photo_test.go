package photo

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"
)

// corners is a picture whose corners have colours of their own.
func corners(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{0, 0, 0, 255}
			if x < w/2 {
				c.R = 255
			}
			if y < h/2 {
				c.G = 255
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// withExif is a JPEG that says where it was taken, with what, and how it is turned.
func withExif(t testing.TB, img image.Image, orientation uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	var exif bytes.Buffer
	exif.WriteString("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00")
	for _, v := range []any{uint16(0x0112), uint16(3), uint32(1), orientation, uint16(0), uint32(0)} {
		binary.Write(&exif, binary.LittleEndian, v)
	}
	exif.WriteString("SECRET CAMERA 42.3601N 71.0589W")
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1, byte((exif.Len() + 2) >> 8), byte(exif.Len() + 2)}, exif.Bytes()...)
	return append(out, b.Bytes()[2:]...)
}

func TestPlaceAndDeviceAreGoneAndTheTextIsThere(t *testing.T) {
	in := withExif(t, corners(64, 32), 6)
	text := Text{Caption: "Ana Ruiz <at> the “harbor”, naïve", Credit: "Bo Ek / River Alliance", Rights: "© 2026 & free"}
	out, err := Prepare(in, text)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("SECRET")) || bytes.Contains(out, []byte("Exif")) {
		t.Error("what the file hid is still in it")
	}
	for _, want := range []string{"photoshop:Credit>Bo Ek / River Alliance<", "Ana Ruiz &lt;at&gt; the “harbor”", "\x1c\x02\x78\x00", "© 2026 & free", "\x1c\x01\x5a\x00\x03\x1b%G"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
	start, end := bytes.Index(out, []byte("<x:xmpmeta")), bytes.Index(out, []byte("</x:xmpmeta>"))
	d := xml.NewDecoder(bytes.NewReader(out[start : end+12]))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	img, err := jpeg.Decode(bytes.NewReader(out))
	if err != nil || img.Bounds().Dx() != 32 || img.Bounds().Dy() != 64 {
		t.Fatalf("%v %v", img.Bounds(), err)
	}
}

// Each orientation, applied to what a camera that was held so would have stored,
// gives the upright picture.
func TestEveryOrientationIsTurnedUpright(t *testing.T) {
	want := corners(8, 4)
	stored := map[int]func(x, y int) (int, int){ // where the upright pixel (x, y) was stored
		1: func(x, y int) (int, int) { return x, y }, 2: func(x, y int) (int, int) { return 7 - x, y }, 3: func(x, y int) (int, int) { return 7 - x, 3 - y },
		4: func(x, y int) (int, int) { return x, 3 - y }, 5: func(x, y int) (int, int) { return y, x }, 6: func(x, y int) (int, int) { return y, 7 - x },
		7: func(x, y int) (int, int) { return 3 - y, 7 - x }, 8: func(x, y int) (int, int) { return 3 - y, x },
	}
	for o, at := range stored {
		w, h := 8, 4
		if o >= 5 {
			w, h = 4, 8
		}
		in := image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range 4 {
			for x := range 8 {
				u, v := at(x, y)
				in.SetNRGBA(u, v, want.NRGBAAt(x, y))
			}
		}
		got := Upright(in, o)
		for y := range 4 {
			for x := range 8 {
				if color.NRGBAModel.Convert(got.At(x, y)) != want.NRGBAAt(x, y) {
					t.Fatalf("orientation %d: the pixel %d, %d is wrong", o, x, y)
				}
			}
		}
	}
}

func TestFilesThatAreNoPhotos(t *testing.T) {
	var bomb bytes.Buffer
	if err := png.Encode(&bomb, image.NewGray(image.Rect(0, 0, 12000, 12000))); err != nil {
		t.Fatal(err)
	}
	good := withExif(t, corners(16, 16), 1)
	for name, in := range map[string][]byte{
		"empty": nil, "text": []byte("hello"), "svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), "gif": []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
		"cut short": good[:len(good)/2], "144 megapixels": bomb.Bytes(), "too large": make([]byte, MaxBytes+1),
	} {
		if out, err := Prepare(in, Text{}); err == nil {
			t.Errorf("%s became a photo of %d bytes", name, len(out))
		}
	}
	for size, want := range map[int]string{12 << 20: "this is no JPEG or PNG", 12<<20 + 1: "the photo is larger than 12 MB"} {
		if _, err := Prepare(make([]byte, size), Text{}); err == nil || err.Error() != want {
			t.Errorf("of %d bytes it is said: %v", size, err)
		}
	}
	if out, err := Prepare(good, Text{Caption: strings.Repeat("é", 5000)}); err != nil || bytes.Count(out, []byte("\x1c\x02\x78")) != 1 {
		t.Error(err)
	}
}

func FuzzPrepare(f *testing.F) {
	f.Add(withExif(f, corners(8, 8), 3), "caption")
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\x00\x00\x00\x08\xff\xff"), "")
	f.Fuzz(func(t *testing.T, data []byte, caption string) {
		if cfg, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && cfg.Width*cfg.Height > 1<<20 {
			return // it would only take long
		}
		out, err := Prepare(data, Text{Caption: caption})
		if err == nil {
			if _, err := jpeg.Decode(bytes.NewReader(out)); err != nil {
				t.Fatal(err)
			}
		}
		Orientation(data)
	})
}

// A photo is kept at a quality at which nobody sees what it loses: the steps of its brightness,
// of which the widest is 24 of 255.
func TestHowMuchAPhotoLoses(t *testing.T) {
	out, err := Prepare(withExif(t, corners(64, 32), 1), Text{})
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := bytes.Cut(out, []byte("\xff\xdb\x00\x84\x00"))
	if !ok {
		t.Fatal("it does not say how much it loses")
	}
	if widest := slices.Max(table[:64]); widest != 24 {
		t.Errorf("the widest step is %d", widest)
	}
}
