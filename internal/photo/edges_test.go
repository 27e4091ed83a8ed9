package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is said of a file that is not taken, and to whoever uploaded it.
func TestWhatIsSaidOfAFileThatIsNotTaken(t *testing.T) {
	quarter := []string{"\x01\x22", "\x02\x11", "\x03\x11"}
	var b strings.Builder
	for _, c := range []struct {
		name string
		data []byte
		text Text
	}{
		{"nothing", nil, Text{}},
		{"the beginning of a JPEG", []byte("\xff\xd8\xff"), Text{}},
		{"the beginning of a PNG", []byte(pngSignature), Text{}},
		{"a GIF", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), Text{}},
		{"as many bytes as may be", make([]byte, MaxBytes), Text{}},
		{"a byte more", make([]byte, MaxBytes+1), Text{}},
		{"as iPhones keep it", []byte("\x00\x00\x00\x18ftypheic"), Text{}},
		{"a JPEG without width", jpegHeader(0, 8, baseline, "", quarter...), Text{}},
		{"a JPEG without height", jpegHeader(8, 0, baseline, "", quarter...), Text{}},
		{"a JPEG of one pixel, without it", jpegHeader(1, 1, baseline, "", quarter...), Text{}},
		{"as many pixels as may be", pngHeader(51200, 1024, 8, 0, 0), Text{}},
		{"a column more", pngHeader(51201, 1024, 8, 0, 0), Text{}},
		{"a row more", pngHeader(51200, 1025, 8, 0, 0), Text{}},
		{"as wide as may be", pngHeader(65_535, 1, 8, 0, 0), Text{}},
		{"wider", pngHeader(65_536, 1, 8, 0, 0), Text{}},
		{"as high as may be", pngHeader(1, 65_535, 8, 0, 0), Text{}},
		{"higher", pngHeader(1, 65_536, 8, 0, 0), Text{}},
		{"in as many passes as may be", inPasses(maxPasses), Text{}},
		{"in one more", inPasses(maxPasses + 1), Text{}},
		{"a PNG with the marks of as many", append(pngHeader(8, 8, 8, 0, 0), inPasses(maxPasses+1)...), Text{}},
		{"a PNG that takes much", pngHeader(6000, 6000, 16, 6, 0), Text{}},
		{"a JPEG that takes much", jpegHeader(6000, 4000, progressive, "", quarter...), Text{}},
		{"one behind FF 00, which decoders pass over", jpegHeader(6000, 4000, progressive, "\xff\x00", quarter...), Text{}},
		{"one pixel with too long a text", withExif(t, corners(1, 1), 1), Text{Caption: strings.Repeat("x", 0xffff)}},
	} {
		_, err := Prepare(c.data, c.text)
		var refused *RefusedError
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		fmt.Fprintf(&b, "%s: %v\n    %s %v\n", c.name, err, refused.Say.Phrase, refused.Say.Places)
	}
	expect.File(t, "refused.golden.txt", b.String())
	for height, want := range map[int]string{ // as much as may be, to the byte, and a row more
		3056: "the photo is damaged",
		3057: "the photo has 13 megapixels and takes 151 MB to open; save it as an ordinary JPEG of at most 24 megapixels",
	} {
		if _, err := Prepare(pngHeader(4328, height, 16, 6, 0), Text{}); err == nil || err.Error() != want {
			t.Errorf("%d rows: %v, want %s", height, err, want)
		}
	}
	if _, err := Prepare(withExif(t, corners(1, 1), 1), Text{}); err != nil {
		t.Errorf("a photo of one pixel: %v", err)
	}
}

// inPasses is a JPEG that says it comes in so many passes, and has nothing in them.
func inPasses(n int) []byte {
	return append(jpegHeader(8, 8, progressive, "", "\x01\x11"), strings.Repeat("\xff\xda\x00\x02", n-1)...)
}

// What a pixel takes is told by the first frame that a decoder comes to; where that is not
// sure, the worst is taken.
func TestTheFrameThatADecoderComesTo(t *testing.T) {
	cfg := image.Config{Width: 16, Height: 8}
	const body = "\x00\x0b\x08\x00\x08\x00\x10\x01\x01\x11\x00"
	const frame = "\xff\xc0" + body
	for name, c := range map[string]struct {
		data string
		want float64
	}{
		"alone":                           {"\xff\xd8" + frame, 1},
		"extended":                        {"\xff\xd8\xff\xc1" + body, 1},
		"progressive":                     {"\xff\xd8\xff\xc2" + body, 5},
		"of another process":              {"\xff\xd8\xff\xc3" + body, worstJPEG},
		"cut short":                       {"\xff\xd8" + frame[:len(frame)-1], worstJPEG},
		"in no JPEG":                      {"\xff\xd9" + frame, worstJPEG},
		"behind tables":                   {"\xff\xd8\xff\xdb\x00\x02" + frame, 1},
		"behind arithmetic":               {"\xff\xd8\xff\xcf\x00\x02" + frame, 1},
		"behind a restart":                {"\xff\xd8\xff\xd0\x00\x02" + frame, worstJPEG},
		"behind a scan":                   {"\xff\xd8\xff\xda\x00\x02" + frame, worstJPEG},
		"behind an unknown mark":          {"\xff\xd8\xff\xbf\x00\x02" + frame, worstJPEG},
		"behind FF 00":                    {"\xff\xd8\xff\x00\x00\x02" + frame, worstJPEG},
		"behind less than nothing":        {"\xff\xd8\xff\xfe\x00\x01" + frame, worstJPEG},
		"behind filling within":           {"\xff\xd8\xff\xfe\x00\x02\xff\xff" + frame, 1},
		"behind a stray byte":             {"\xff\xd8x\xc0" + body, worstJPEG},
		"nowhere":                         {"\xff\xd8\xff\xfe\x00\x02", worstJPEG},
		"nowhere behind more than a mark": {"\xff\xd8\xff\xfe\x00\x03a", worstJPEG},
	} {
		if got := jpegBytes([]byte(c.data), cfg); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	for frame, want := range map[string]float64{
		"\x08\x00\x08\x00\x10\x03\x01\x12\x00\x02\x11\x01\x03\x11\x01": 2, // half of the colours, down
		"\x08\x00\x08\x00\x10\x03\x01\x41\x00\x02\x11\x01\x03\x11\x01": 1.5,
	} {
		if got := frameBytes([]byte("\xff\xed\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"), []byte(frame), false, cfg); got != want {
			t.Errorf("%q: %v, want %v", frame, got, want)
		}
	}
	for data, want := range map[string]int{"": 0, "\xff": 0, "x\xff": 0, "\xff\xff": 1, "\xff\xffx": 1, "\xff\xff\xff\xe0": 2} {
		if got := filled([]byte(data), 0); got != want {
			t.Errorf("the mark of %q begins at %d, want %d", data, got, want)
		}
	}
}

// The bytes of an original, one by one.
func TestTheBytesOfAnOriginal(t *testing.T) {
	exif := func(o byte) string {
		return "\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string([]byte{o}) + "\x00\x00\x00\x00\x00\x00"
	}
	png := func(kinds ...string) string {
		s := pngSignature
		for _, k := range kinds {
			s += string(chunk(k, []byte("abc")))
		}
		return s
	}
	wrong := []byte(png("IHDR", "tEXt", "IEND"))
	wrong[len(wrong)-1]++
	const end = "\xff\xd9"
	for _, c := range []struct{ in, want string }{
		{"\xff\xd8" + exif(1) + end, "\xff\xd8" + end},
		{"\xff\xd8" + exif(2) + end, "\xff\xd8" + exif(2) + end},
		{"\xff\xd8\xff\xe0\x00\x03a" + exif(8) + "\xff\xfe\x00\x03b" + end + "behind", "\xff\xd8" + exif(8) + "\xff\xe0\x00\x03a" + end},
		{"\xff\xd8\xff\xe2\x00\x0eICC_PROFILE\x00" + end, "\xff\xd8\xff\xe2\x00\x0eICC_PROFILE\x00" + end},
		{"\xff\xd8\xff\xe2\x00\x0eICC_PROFILES" + end, "\xff\xd8" + end},
		{png("IHDR", "tEXt"), png("IHDR")},
		{png("IHDR", "tEXt", "IEND"), png("IHDR", "IEND")},
		{string(wrong), string(wrong)},
		{png("IHDR", "tEXt") + "\x00\x00\x00\xffIENDabcd", png("IHDR", "tEXt") + "\x00\x00\x00\xffIENDabcd"},
		{"RIFF\x00\x00\x00\x00WEBP", "RIFF\x00\x00\x00\x00WEBP"},
		{"RIFF\x00\x00\x00\x00WEBPEXIF\x00\x00\x00\x00VP8 \x00\x00\x00\x00", "RIFF\x0c\x00\x00\x00WEBPVP8 \x00\x00\x00\x00"},
		{"RIFF\x00\x00\x00\x00WEBPEXIF\x00\x00\x00\x00VP8X\x00\x00\x00\x00", "RIFF\x0c\x00\x00\x00WEBPVP8X\x00\x00\x00\x00"},
		{"RIFF\x00\x00\x00\x00WEBPEXIF\x00\x00\x00\x00VP8X\x01\x00\x00\x00\xff\x00", "RIFF\x0e\x00\x00\x00WEBPVP8X\x01\x00\x00\x00\xf3\x00"},
	} {
		if got := string(Original([]byte(c.in), Text{})); got != c.want {
			t.Errorf("%q becomes\n%q, want\n%q", c.in, got, c.want)
		}
	}
	if got := string(Original([]byte(end+end), Text{Caption: "c"})); got != end+end {
		t.Errorf("what is no JPEG becomes %q", got)
	}
	body := func(marker, s string) string {
		return "\xff" + marker + string(binary.BigEndian.AppendUint16(nil, uint16(len(s)+2))) + s
	}
	words := Text{Caption: "c", Credit: "r"}
	want := "\xff\xd8" + body("\xe1", "http://ns.adobe.com/xap/1.0/\x00"+string(xmp(words))) + body("\xed", string(photoshop(iim(words)))) + "rest"
	if got, err := withText([]byte("\xff\xd8rest"), words); err != nil || string(got) != want {
		t.Errorf("%q, %v", got, err)
	}
	if got := string(iim(Text{Credit: strings.Repeat("\x80", 33)})); got != "\x1c\x01\x5a\x00\x03\x1b%G\x1c\x02\x50\x00\x00\x1c\x02\x6e\x00\x00" {
		t.Errorf("a credit that is no text becomes %q", got)
	}
}

// How a small picture is made smaller and turned, pixel by pixel.
func TestASmallPictureMadeSmaller(t *testing.T) {
	img := image.NewNRGBA(image.Rect(3, 2, 13, 8)) // ten by six, and not at the beginning
	for y := range 6 {
		for x := range 10 {
			img.SetNRGBA(3+x, 2+y, color.NRGBA{uint8(20 * x), uint8(40 * y), uint8(30 * (x + y)), uint8(255 - 10*x)})
		}
	}
	var b strings.Builder
	for _, s := range [][3]int{{10, 6, 1}, {4, 2, 1}, {4, 6, 1}, {10, 2, 4}, {3, 2, 5}, {3, 2, 8}} {
		got := scale(img, s[0], s[1], s[2])
		fmt.Fprintf(&b, "%d by %d, turned by %d\n", s[0], s[1], s[2])
		for y := range got.Rect.Dy() {
			fmt.Fprintf(&b, "    % x\n", got.Pix[y*got.Stride:][:4*got.Rect.Dx()])
		}
	}
	for _, c := range [][2]int{{10, 3}, {7, 5}, {4, 2}, {3, 1}, {2, 2}} {
		w := weigh(c[0], c[1])
		fmt.Fprintf(&b, "%d to %d, of %d at most:\n", c[0], c[1], w.most)
		for _, s := range w.of {
			fmt.Fprintf(&b, "    from %d %.3f\n", s.from, s.weights)
		}
	}
	expect.File(t, "scaled.golden.txt", b.String())
	for _, o := range []int{1, 9} {
		if got := Upright(img, o); got != image.Image(img) {
			t.Errorf("what is turned by %d is another picture", o)
		}
	}
	if got := catmullRom(2.5); got != 0 {
		t.Errorf("far away it is %v", got)
	}
	if w, h := kept(5, 10*longest); w != 1 || h != longest {
		t.Errorf("%d by %d", w, h)
	}
	var wide bytes.Buffer
	wide.Write(jpegHeader(2, Wanted, baseline, "", "\x01\x11"))
	if Small(wide.Bytes()) {
		t.Error("what is high enough is small")
	}
	two := "\xff\xd8\xff\xe1\x00\x2aExif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x02\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01\x00\x00\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"
	for data, want := range map[string]int{two: 1, strings.Replace(two, "\x00\x01\x00\x00\x01", "\x00\x02\x00\x00\x01", 1): 2, strings.Replace(two, "\x00\x01\x00\x00\x01", "\x00\x09\x00\x00\x01", 1): 6, strings.Replace(two, "Exif\x00\x00", "Exif\x00x", 1): 1} {
		if got := Orientation([]byte(data)); got != want {
			t.Errorf("%q is turned by %d, want %d", data, got, want)
		}
	}
}
