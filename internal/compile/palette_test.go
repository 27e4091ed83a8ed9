package compile

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// A diagram that is wider than it is shown would have many colours when it is scaled.
func TestAWideDiagramStaysSmall(t *testing.T) {
	src := image.NewPaletted(image.Rect(0, 0, 1600, 900), color.Palette{color.White, color.Black, color.NRGBA{20, 80, 160, 255}})
	for i := range src.Pix {
		x, y := i%1600-800, i/1600-450
		src.Pix[i] = uint8((x*x + y*y) / 9000 % 3)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, src); err != nil {
		t.Fatal(err)
	}
	asset, err := prepare(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if len(asset.Data) > b.Len()*11/10 || asset.Width != 1600 || asset.FullWidth != 1600 {
		t.Errorf("%d bytes became %d, %d wide, in full %d", b.Len(), len(asset.Data), asset.Width, asset.FullWidth)
	}
}

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
