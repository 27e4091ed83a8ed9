package pdf

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// TestWhatItCostsToEndALineBetweenFigures keeps numbers with their signs, and the parts of telephone numbers together.
func TestWhatItCostsToEndALineBetweenFigures(t *testing.T) {
	t.Parallel()
	c := &composer{cat: language.Of("en")}
	for _, w := range []struct {
		before, after string
		want          int
	}{
		{"5", "%", groupCost},
		{"5", "‰", groupCost},
		{"5", "€", groupCost},
		{"$", "5", groupCost},
		{"$", "oars", 0},
		{"555", "0100", groupCost},
		{"(555)", "0100", groupCost},
		{"555", "(0100)", groupCost},
		{"555", "-0100", 0},
		{"555", "+1", 0},
		{"555", "0100,", groupCost},
		{"5555555", "0100", 0},
		{"5", "oars", figureCost},
		{"5", "Oars", 0},
		{"oars", "5", 0},
		{"Ana", "Ruiz", 250},
		{"", "5", 0},
		{"5", "", 0},
		{"(oars)", "0100", 0},
		{"(555)", "oars", 0},
	} {
		if got := c.sticky(w.before, w.after); got != w.want {
			t.Errorf("%s %s: %d", w.before, w.after, got)
		}
	}
	for text, want := range map[string]string{"oars": "", "ж ж": "", "\u2003あ あ": "あ", "あ\u2028い\u00a0う": "あいう", "": ""} {
		got, err := Lacking(text)
		if err != nil || string(got) != want {
			t.Errorf("%q: %q %v", text, string(got), err)
		}
	}
	c.assets = release.Assets{}
	if _, ok := c.graphic("quay.png"); ok {
		t.Error("a logo that is not there")
	}
	c.assets = release.Assets{release.LogoKey(""): {Data: []byte("x"), Type: "image/png"}}
	if _, ok := c.graphic(""); ok {
		t.Error("a logo without a name")
	}
	end, rows := chunk("IEND"), chunk("IDAT", 1, 2, 3)
	header := chunk("IHDR", 0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0)
	for name, data := range map[string][]byte{
		"empty rows behind": file(header, chunk("PLTE", make([]byte, 3)...), rows, chunk("IDAT"), end),
		"empty rows before": file(header, chunk("PLTE", make([]byte, 3)...), chunk("IDAT"), rows, end),
	} {
		if palette, bits, ok := indexed(data); !ok || bits != 8 || !slices.Equal(palette, []byte{0, 0, 0}) {
			t.Errorf("%s: %v %d %t", name, palette, bits, ok)
		}
	}
	if got := MostBytes(release.Asset{Type: "image/jpeg", Data: make([]byte, 9), Width: 5, Height: 5}); got != 9 {
		t.Errorf("a JPEG: %d", got)
	}
	if got := MostBytes(release.Asset{Type: "image/png", Data: make([]byte, 9), Width: 5, Height: 4}); got != 89 {
		t.Errorf("a PNG: %d", got)
	}
}

// TestPicturesKeepWhatIsSeenThrough has an alpha of each pixel where one of them is not opaque, and none for others.
func TestPicturesKeepWhatIsSeenThrough(t *testing.T) {
	t.Parallel()
	for pixels, want := range map[[2]uint8][]byte{{255, 255}: nil, {128, 255}: {128, 255}, {255, 0}: {255, 0}} {
		img := image.NewNRGBA(image.Rect(0, 0, 2, 1))
		for x, a := range pixels {
			img.SetNRGBA(x, 0, color.NRGBA{1, 2, 3, a})
		}
		got, err := decode(release.Asset{Type: "image/png", Data: encoded(t, img), Width: 2, Height: 1})
		if err != nil || !slices.Equal(got.Alpha, want) {
			t.Errorf("%v: %v %v", pixels, got, err)
		}
	}
}
