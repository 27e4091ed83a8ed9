package photo

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"math"
	"strings"
	"testing"
)

// A JPEG may have any number of bytes FF before each of its marks.
func TestAJPEGWithBytesBetweenItsSegments(t *testing.T) {
	plain := withExif(t, corners(40, 20), 6)
	for at, name := range map[int]string{2: "before the first segment", 2 + segmentLength(plain, 2): "before the second"} {
		src := append(append(append([]byte{}, plain[:at]...), 0xff, 0xff, 0xff), plain[at:]...)
		got := Original(src, Text{})
		if bytes.Contains(got, []byte("SECRET")) || Orientation(src) != 6 || Orientation(got) != 6 {
			t.Errorf("%s: place and device are still there, or it is turned by %d and %d", name, Orientation(src), Orientation(got))
		}
		if _, err := jpeg.Decode(bytes.NewReader(got)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func segmentLength(data []byte, at int) int { return segmentEnd(data, at) - at }

func TestWhichSegmentsDecodeAJPEG(t *testing.T) {
	for marker := 0; marker < 256; marker++ {
		want := marker == 0xe0 || marker == 0xee || (marker < 0xe0 || marker > 0xef) && marker != 0xfe
		if got := decodes(byte(marker), []byte("....ICC_PROFIL\x00")); got != want {
			t.Errorf("%x: %t", marker, got)
		}
	}
	if !decodes(0xe2, []byte("....ICC_PROFILE\x00")) {
		t.Error("the profile of colours is left out")
	}
	for data, want := range map[string]int{
		"": -1, "\xff": -1, "\xff\xd9": 2, "x\xff\xd9": -1, "\xff\x00\x00\x02": -1, "\xff\xff\x00\x02": -1, "\xff\xe1\x00\x02": 4, "\xff\xe1\x00\x01": -1, "\xff\xe1\x00\x03": -1, "\xff\xe1\x00\x03x": 5,
		"\xff\xda\x00\x02ab\xff\x00c\xff\xd0d\xff\xd7e\xff\xd9": 15, "\xff\xda\x00\x02ab": -1, "\xff\xda\x00\x02\xff\xcf": 4, "\xff\xda\x00\x02\xff\xd8": 4, "\xff\xda\x00\x02\xff\xff\xd9": 5,
	} {
		if got := segmentEnd([]byte(data), 0); got != want {
			t.Errorf("%q ends at %d, want %d", data, got, want)
		}
	}
}

// How a picture is to be turned, as files say it that are whole and that are not.
func TestHowAPictureIsToBeTurned(t *testing.T) {
	jpeg := func(tiff string) string {
		return "\xff\xd8\xff\xe0\x00\x04JF\xff\xe1" + string([]byte{0, byte(len(tiff) + 8)}) + "Exif\x00\x00" + tiff + "\xff\xda"
	}
	const big, little = "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00%c\x00\x00", "II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00%c\x00\x00\x00"
	for src, want := range map[string]int{
		jpeg(fmt.Sprintf(big, 6)): 6, jpeg(fmt.Sprintf(little, 3)): 3, jpeg(fmt.Sprintf(big, 1)): 1, jpeg(fmt.Sprintf(big, 8)): 8, jpeg(fmt.Sprintf(big, 9)): 1, jpeg(fmt.Sprintf(big, 0)): 1,
		jpeg(fmt.Sprintf(big, 6)[:20]): 1, jpeg(fmt.Sprintf(big, 6)[:7]): 1, jpeg(""): 1, jpeg("MM\x00*\x00\x00\x00\x07"): 1, jpeg("MM\x00*\x00\x00\x00\x09\x00"): 1,
		jpeg("MM\x00*\x00\x00\x00\x08\x00\x02\x01\x11\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x01\x12\x00\x03\x00\x00\x00\x01\x00\x05\x00\x00"): 5,
		"": 1, "\xff\xd8": 1, "\xff\xd8\xff\xe1": 1, "xx" + jpeg(fmt.Sprintf(big, 6))[2:]: 1, "\xff\xd8\xff\xda\x00\x02" + jpeg(fmt.Sprintf(big, 6))[2:]: 1,
		strings.Replace(jpeg(fmt.Sprintf(big, 6)), "Exif", "Exit", 1): 1, strings.Replace(jpeg(fmt.Sprintf(big, 6)), "\xff\xe1", "\xff\xe2", 1): 1, strings.Replace(jpeg(fmt.Sprintf(big, 6)), "\x00\x04JF", "\x00\x01JF", 1): 1,
		jpeg(fmt.Sprintf(big, 6))[:30]: 1,
	} {
		if got := Orientation([]byte(src)); got != want {
			t.Errorf("%q: %d, want %d", src, got, want)
		}
	}
	want := map[int]string{1: "1 2", 2: "8 2", 3: "8 1", 4: "1 1", 5: "2 1", 6: "1 1", 7: "1 8", 8: "2 8"}
	for o, at := range want {
		u, v := turned(1, 2, 10, 4, o)
		if got := fmt.Sprint(u, v); got != at {
			t.Errorf("turned by %d it is at %s, want %s", o, got, at)
		}
	}
}

func TestHowLargeAPictureIsMade(t *testing.T) {
	for _, c := range [][4]int{{10, 20, 10, 20}, {longest, 1, longest, 1}, {longest + 1, 1, longest, 1}, {2 * longest, longest, longest, longest / 2}, {longest, 2 * longest, longest / 2, longest}, {10 * longest, 5, longest, 1}} {
		if w, h := kept(c[0], c[1]); w != c[2] || h != c[3] {
			t.Errorf("%d by %d becomes %d by %d", c[0], c[1], w, h)
		}
	}
	for side, small := range map[int]bool{Wanted - 1: true, Wanted: false} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, corners(side, 2), nil); err != nil {
			t.Fatal(err)
		}
		if Small(b.Bytes()) != small {
			t.Errorf("%d pixels: small %t", side, !small)
		}
	}
	if Small([]byte("no picture")) {
		t.Error("what is no picture is a small one")
	}
	for x, y := range map[float64]float64{0: 1, 0.5: 0.5625, 1: 0, -1: 0, 1.5: -0.0625, -1.5: -0.0625, 2: 0, 3: 0} {
		if got := catmullRom(x); math.Abs(got-y) > 1e-9 {
			t.Errorf("the filter at %v is %v, want %v", x, got, y)
		}
	}
	for v, want := range map[float32]uint8{-1: 0, 0: 0, 0.4: 0, 0.5: 1, 254.4: 254, 254.5: 255, 300: 255} {
		if got := byteOf(v); got != want {
			t.Errorf("%v is %d", v, got)
		}
	}
	for _, c := range []struct {
		n, m int
		want string
	}{{2, 2, "[{0 [1]} {1 [1]}] 1"}, {4, 2, "[{0 [0.45867"}, {3, 1, "[{0 ["}} {
		if got := fmt.Sprintf("%v %d", weigh(c.n, c.m).of, weigh(c.n, c.m).most); !strings.HasPrefix(got, c.want) {
			t.Errorf("%d to %d: %s", c.n, c.m, got)
		}
	}
	for _, s := range weigh(10, 3).of {
		var sum float32
		for _, w := range s.weights {
			sum += w
		}
		if math.Abs(float64(sum-1)) > 1e-5 {
			t.Errorf("from %d: together %v", s.from, sum)
		}
	}
}

// The words in a photo's file, as old and new photo desks read them, cut where they must be.
func TestTheWordsInAFile(t *testing.T) {
	n := strings.Repeat
	for _, c := range []struct {
		text Text
		want string
	}{
		{Text{}, "\x1c\x01\x5a\x00\x03\x1b%G"},
		{Text{Caption: "c", Credit: "r", Rights: "f"}, "\x1c\x01\x5a\x00\x03\x1b%G\x1c\x02\x50\x00\x01r\x1c\x02\x6e\x00\x01r\x1c\x02\x74\x00\x01f\x1c\x02\x78\x00\x01c"},
		{Text{Credit: n("x", 32)}, "\x1c\x01\x5a\x00\x03\x1b%G\x1c\x02\x50\x00\x20" + n("x", 32) + "\x1c\x02\x6e\x00\x20" + n("x", 32)},
		{Text{Credit: n("x", 31) + "éy"}, "\x1c\x01\x5a\x00\x03\x1b%G\x1c\x02\x50\x00\x1f" + n("x", 31) + "\x1c\x02\x6e\x00\x1f" + n("x", 31)},
		{Text{Rights: n("x", 129)}, "\x1c\x01\x5a\x00\x03\x1b%G\x1c\x02\x74\x00\x80" + n("x", 128)},
		{Text{Caption: n("x", 2001)}, "\x1c\x01\x5a\x00\x03\x1b%G\x1c\x02\x78\x07\xd0" + n("x", 2000)},
	} {
		if got := string(iim(c.text)); got != c.want {
			t.Errorf("%q", got)
		}
	}
	if got := string(photoshop([]byte("abc"))) + "|" + string(photoshop([]byte("ab"))); got != "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x03abc\x00|Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x02ab" {
		t.Errorf("%q", got)
	}
	got := string(xmp(Text{Caption: "a & b", Credit: "<c>", Rights: "\"d\""}))
	const want = `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">a &amp; b</rdf:li></rdf:Alt></dc:description>` +
		`<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">&#34;d&#34;</rdf:li></rdf:Alt></dc:rights>` +
		`<dc:creator><rdf:Seq><rdf:li>&lt;c&gt;</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>&lt;c&gt;</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
	if !strings.HasSuffix(got, want) || strings.Contains(string(xmp(Text{})), "dc:description") {
		t.Errorf("%s", got)
	}
	most := 0xffff - 2 - len("http://ns.adobe.com/xap/1.0/\x00") - len(xmp(Text{Caption: "x"})) + 1
	if _, err := withText([]byte("\xff\xd8"), Text{Caption: n("x", most)}); err != nil {
		t.Error(err)
	}
	if _, err := withText([]byte("\xff\xd8"), Text{Caption: n("x", most+1)}); err == nil || err.Error() != "caption, credit and rights are too long for the file" {
		t.Error(err)
	}
	if _, err := withText([]byte("\xff"), Text{}); err == nil || err.Error() != "this is no JPEG" {
		t.Error(err)
	}
}

// What programs hide in a PNG and a WebP goes, whatever stands around it.
func TestWhatIsHiddenInOtherFiles(t *testing.T) {
	var kept []byte
	src := []byte(pngSignature)
	for _, kind := range []string{"IHDR", "tEXt", "iCCP", "zTXt", "iTXt", "eXIf", "tIME", "IDAT", "IEND"} {
		src = append(src, chunk(kind, []byte(kind+" data"))...)
		if strings.Contains("IHDR iCCP IDAT IEND", kind) {
			kept = append(kept, chunk(kind, []byte(kind+" data"))...)
		}
	}
	if got := Original(append(src, "SECRET"...), Text{}); string(got) != pngSignature+string(kept) {
		t.Errorf("%q", got)
	}
	webp := "RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\xff234567890EXIF\x03\x00\x00\x00abc\x00XMP \x02\x00\x00\x00abVP8 \x01\x00\x00\x00x\x00"
	if got := string(Original([]byte(webp), Text{})); got != "RIFF\x20\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\xf3234567890VP8 \x01\x00\x00\x00x\x00" {
		t.Errorf("%q", got)
	}
	for _, s := range []string{webp[:len(webp)-1] + "", webp + "abc", "RIFF\x00\x00\x00\x00WEBQ" + webp[12:], "RIFG" + webp[4:]} {
		if got := string(Original([]byte(s), Text{})); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}
