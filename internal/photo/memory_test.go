package photo

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"
)

// pngHeader is a PNG that says what it is and has no pixels.
func pngHeader(w, h int, depth, kind, interlace byte, more ...string) []byte {
	b := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(name string, body []byte) {
		b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
		named := append([]byte(name), body...)
		b = binary.BigEndian.AppendUint32(append(b, named...), crc32.ChecksumIEEE(named))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(w)), uint32(h))
	chunk("IHDR", append(head, depth, kind, 0, 0, interlace))
	if kind == 3 {
		chunk("PLTE", []byte{0, 0, 0, 255, 255, 255})
	}
	for _, m := range more {
		chunk(m, []byte{0, 1})
	}
	chunk("IDAT", nil)
	return b
}

// jpegHeader is a JPEG that says what it is and has no pixels. A part is its id and
// how often it is sampled.
func jpegHeader(w, h int, sof byte, more string, parts ...string) []byte {
	b := append([]byte("\xff\xd8"), more...)
	b = append(b, 0xff, sof, 0, byte(8+3*len(parts)), 8, byte(h>>8), byte(h), byte(w>>8), byte(w), byte(len(parts)))
	for _, p := range parts {
		b = append(b, p[0], p[1], 0)
	}
	return append(b, "\xff\xda\x00\x02"...)
}

const (
	baseline, progressive = 0xc0, 0xc2
	adobeRGB              = "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"
	tables                = "\xff\xdb\x00\x02" // a segment like any other
)

func TestAPhotoThatTakesTooMuchMemoryIsRefusedUnread(t *testing.T) {
	full, half := []string{"\x01\x11", "\x02\x11", "\x03\x11"}, []string{"\x01\x21", "\x02\x11", "\x03\x11"}
	quarter := []string{"\x01\x22", "\x02\x11", "\x03\x11"}
	rgb, inks := []string{"R\x11", "G\x11", "B\x11"}, []string{"\x01\x11", "\x02\x11", "\x03\x11", "\x04\x11"}
	for name, c := range map[string]struct {
		data    []byte
		refused bool
	}{
		"PNG, 36 megapixels of 16 bit with transparency": {pngHeader(6000, 6000, 16, 6, 0), true},
		"PNG, 36 megapixels of 16 bit":                   {pngHeader(6000, 6000, 16, 2, 0), true},
		"PNG, 36 megapixels":                             {pngHeader(6000, 6000, 8, 2, 0), true},
		"PNG, 24 megapixels":                             {pngHeader(6000, 4000, 8, 2, 0), false},
		"PNG, 24 megapixels, as high as wide":            {pngHeader(4899, 4899, 8, 2, 0), true},
		"JPEG, 24 megapixels, as high as wide":           {jpegHeader(4899, 4899, baseline, tables, full...), false},
		"PNG, 24 megapixels with transparency":           {pngHeader(6000, 4000, 8, 6, 0), false},
		"PNG, 24 megapixels, interlaced":                 {pngHeader(6000, 4000, 8, 2, 1), true},
		"PNG, 12 megapixels, interlaced":                 {pngHeader(4000, 3000, 8, 2, 1), false},
		"PNG, 12 megapixels of 16 bit":                   {pngHeader(4000, 3000, 16, 6, 0), false},
		"PNG, for 144 megabytes":                         {pngHeader(3500, 3595, 16, 6, 0), false},
		"PNG, for more":                                  {pngHeader(3500, 3596, 16, 6, 0), true},
		"PNG, 48 megapixels of grey":                     {pngHeader(8000, 6000, 8, 0, 0), false},
		"PNG, 48 megapixels of grey with transparency":   {pngHeader(8000, 6000, 8, 0, 0, "tRNS"), true},
		"PNG, 48 megapixels of 16 bit grey":              {pngHeader(8000, 6000, 16, 0, 0), false},
		"PNG, 48 megapixels of two colours":              {pngHeader(8000, 6000, 1, 3, 0), false},
		"PNG, 16 megapixels of 16 bit grey, transparent": {pngHeader(4000, 4000, 16, 4, 0), true},
		"JPEG, 50 megapixels":                            {jpegHeader(8160, 6120, baseline, tables, quarter...), false},
		"JPEG, 48 megapixels, half the colour":           {jpegHeader(8000, 6000, baseline, tables, half...), false},
		"JPEG, 36 megapixels, all the colour":            {jpegHeader(6000, 6000, baseline, tables, full...), true},
		"JPEG, 24 megapixels, all the colour":            {jpegHeader(6000, 4000, baseline, tables, full...), false},
		"JPEG, 12 megapixels, progressive":               {jpegHeader(4000, 3000, progressive, tables, quarter...), false},
		"JPEG, 24 megapixels, progressive":               {jpegHeader(6000, 4000, progressive, tables, quarter...), true},
		"JPEG, 24 megapixels of RGB":                     {jpegHeader(6000, 4000, baseline, tables, rgb...), true},
		"JPEG, 24 megapixels of RGB by its profile":      {jpegHeader(6000, 4000, baseline, adobeRGB, full...), true},
		"JPEG, 24 megapixels of RGB, said late":          {append(jpegHeader(6000, 4000, baseline, tables, full...), adobeRGB...), true},
		"JPEG, 16 megapixels of four inks":               {jpegHeader(4000, 4000, baseline, tables, inks...), true},
		"JPEG, 12 megapixels of four inks":               {jpegHeader(4000, 3000, baseline, tables, inks...), false},
		"JPEG, 48 megapixels of grey":                    {jpegHeader(8000, 6000, baseline, tables, "\x01\x11"), false},
		"JPEG, 12 megapixels, with something between":    {jpegHeader(4000, 3000, baseline, "stray", quarter...), true},
	} {
		_, err := Prepare(c.data, Text{})
		if err == nil {
			t.Fatalf("%s: a photo without pixels was taken", name)
		}
		if refused := strings.Contains(err.Error(), "save it as an ordinary JPEG of at most 24 megapixels"); refused != c.refused {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMemory counts all that is allocated for a photo, which is more than is held
// at once.
func TestMemory(t *testing.T) {
	encode := func(f func(b *bytes.Buffer) error) []byte {
		var b bytes.Buffer
		if err := f(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, data := range map[string][]byte{
		"24 megapixels, JPEG": encode(func(b *bytes.Buffer) error {
			return jpeg.Encode(b, image.NewYCbCr(image.Rect(0, 0, 6000, 4000), image.YCbCrSubsampleRatio420), nil)
		}),
		"16 megapixels, PNG":      encode(func(b *bytes.Buffer) error { return png.Encode(b, image.NewNRGBA(image.Rect(0, 0, 4000, 4000))) }),
		"48 megapixels, grey PNG": encode(func(b *bytes.Buffer) error { return png.Encode(b, image.NewGray(image.Rect(0, 0, 8000, 6000))) }),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := Prepare(data, Text{}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		runtime.ReadMemStats(&after)
		took := (after.TotalAlloc - before.TotalAlloc) >> 20
		t.Logf("%s: %d MiB", name, took)
		if took > 170 {
			t.Errorf("%s took %d MiB", name, took)
		}
	}
}

// TestScaledPhotosKeepTheirPicture: what is made smaller looks the same.
func TestScaledPhotosKeepTheirPicture(t *testing.T) {
	for _, size := range []image.Point{{4400, 300}, {300, 4400}, {4001, 2}, {8000, 1}, {4000, 10}} {
		for orientation := uint16(1); orientation <= 8; orientation += 5 {
			out, err := Prepare(withExif(t, corners(size.X, size.Y), orientation), Text{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := jpeg.Decode(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			b := got.Bounds()
			w, h := b.Dx(), b.Dy()
			if orientation >= 5 {
				w, h = h, w
			}
			name := fmt.Sprintf("%v turned %d", size, orientation)
			if max(w, h) != 4000 {
				t.Errorf("%s is %d by %d", name, w, h)
			}
			if size.Y < 20 || size.X < 20 {
				continue
			}
			for _, p := range []struct {
				x, y float64
				want color.NRGBA
			}{
				{.25, .25, color.NRGBA{255, 255, 0, 255}},
				{.75, .25, color.NRGBA{0, 255, 0, 255}},
				{.25, .75, color.NRGBA{255, 0, 0, 255}},
				{.75, .75, color.NRGBA{0, 0, 0, 255}},
			} {
				x, y := int(p.x*float64(w)), int(p.y*float64(h))
				if orientation == 6 {
					x, y = h-1-y, x
				}
				if got := color.NRGBAModel.Convert(got.At(x, y)).(color.NRGBA); far(got.R, p.want.R) || far(got.G, p.want.G) || far(got.B, p.want.B) {
					t.Errorf("%s: %v, want %v", name, got, p.want)
				}
			}
		}
	}
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 16 }

// A transparent picture is set on white before it is made smaller, so that no dark
// edge is left.
func TestTransparencyIsWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 4400, 20))
	for x := range 2200 {
		for y := range 20 {
			img.SetNRGBA(x, y, color.NRGBA{255, 255, 255, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	out, err := Prepare(b.Bytes(), Text{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := jpeg.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	for x := range got.Bounds().Dx() {
		if c := color.GrayModel.Convert(got.At(x, 5)).(color.Gray); far(c.Y, 255) {
			t.Fatalf("%d: %v", x, c)
		}
	}
}
