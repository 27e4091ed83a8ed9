package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

// decode makes an asset an image for the setter: a JPEG goes in as it is, of a
// PNG the pixels.
func decode(a release.Asset) (*setter.Image, error) {
	img := &setter.Image{Width: a.Width, Height: a.Height}
	switch a.Type {
	case "image/jpeg":
		img.JPEG = a.Data
		return img, nil
	case "image/png":
	default:
		return nil, fmt.Errorf("%s cannot be set", a.Type)
	}
	src, err := png.Decode(bytes.NewReader(a.Data))
	if err != nil {
		return nil, err
	}
	b := src.Bounds()
	flat := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(flat, flat.Bounds(), src, b.Min, draw.Src)
	n := b.Dx() * b.Dy()
	img.RGB, img.Alpha = make([]byte, 0, 3*n), make([]byte, 0, n)
	opaque := true
	for i := 0; i < len(flat.Pix); i += 4 {
		p := flat.Pix[i : i+4 : i+4]
		img.RGB = append(img.RGB, p[0], p[1], p[2])
		img.Alpha = append(img.Alpha, p[3])
		opaque = opaque && p[3] == 0xff
	}
	if opaque {
		img.Alpha = nil
	}
	return img, nil
}
