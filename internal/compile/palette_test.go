package compile

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func TestADiagramOfFewColoursStaysSmall(t *testing.T) {
	colours := color.Palette{color.NRGBA{255, 255, 255, 255}, color.NRGBA{20, 80, 160, 255}, color.NRGBA{0, 0, 0, 0}, color.NRGBA{160, 20, 20, 128}}
	src := image.NewPaletted(image.Rect(0, 0, 900, 600), colours)
	for i := range src.Pix {
		src.Pix[i] = uint8(i * i / 7 % 4)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, src); err != nil {
		t.Fatal(err)
	}
	asset, err := prepare(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if len(asset.Data) > b.Len()*11/10 {
		t.Errorf("%d bytes became %d", b.Len(), len(asset.Data))
	}
	got, err := png.Decode(bytes.NewReader(asset.Data))
	if err != nil {
		t.Fatal(err)
	}
	for y := range 600 {
		for x := range 900 {
			if color.NRGBAModel.Convert(got.At(x, y)) != color.NRGBAModel.Convert(src.At(x, y)) {
				t.Fatalf("the pixel at %d, %d is %v, not %v", x, y, got.At(x, y), src.At(x, y))
			}
		}
	}
}
