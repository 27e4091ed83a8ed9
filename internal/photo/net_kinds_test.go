package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"strings"
	"testing"
)

// TestPicturesOfOtherKindsAreNoPhotos refuses one that can be read and is neither JPEG nor PNG.
func TestPicturesOfOtherKindsAreNoPhotos(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black, color.White}), nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a GIF": b.Bytes(), "a text": []byte("oars"), "nothing": nil} {
		if _, err := Prepare(data, Text{}); err == nil || !strings.Contains(err.Error(), "this is no JPEG or PNG") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSegmentsEndWhereTheySay reads segments that are cut off at each byte.
func TestSegmentsEndWhereTheySay(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]int{
		"": -1, "\xff": -1, "\xff\xd9": 2, "\xff\xe0": -1, "\xff\xe0\x00": -1, "\xff\xe0\x00\x02": 4, "\xff\xe0\x00\x01": -1,
		"\xff\xe0\x00\x03": -1, "\xff\xe0\x00\x03x": 5,
		"\xff\x00\x00\x02": -1, "\xff\xff\x00\x02": -1, "x\xe0\x00\x02": -1, "\xff\xda\x00\x02ab\xff\xd9": 6,
		"\xff\xda\x00\x02a\xff\x00\xff\xd0\xff\xd9": 9, "\xff\xda\x00\x02ab": -1,
		"\xff\xda\x00\x02\xff\xd7\xff\xff\xd8": 7,
	} {
		if got := segmentEnd([]byte(data), 0); got != want {
			t.Errorf("%q: %d", data, got)
		}
	}
}
