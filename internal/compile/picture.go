package compile

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	_ "image/gif" // pictures may be GIF; the first frame is shown

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // pictures may be WebP

	"pressroom/internal/photo"
	"pressroom/internal/release"
)

const (
	maxPixels    = 64 << 20 // of a source, so that a small file cannot ask for much memory
	shownWidth   = 1200     // pixels: twice the width at which a mail shows it
	jpegQuality  = 84
	keptPNGBytes = 256 << 10 // a drawing this small stays a PNG
)

// prepare decodes a picture, scales it to the width at which it is shown and
// encodes it anew, upright, which also drops place, device and any other
// data in it.
func prepare(data []byte) (release.Asset, error) {
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return release.Asset{}, errors.New("not a picture that can be read; save it as JPEG or PNG")
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width*cfg.Height > maxPixels {
		return release.Asset{}, fmt.Errorf("the picture has %d × %d pixels; scale it to at most %d megapixels", cfg.Width, cfg.Height, maxPixels>>20)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return release.Asset{}, fmt.Errorf("the picture is damaged: %w", err)
	}
	img = photo.Upright(img, photo.Orientation(data))
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if w > shownWidth {
		h = max(1, h*shownWidth/w)
		w = shownWidth
	}
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == b.Dx() {
		draw.Draw(out, out.Bounds(), img, b.Min, draw.Src)
	} else {
		draw.CatmullRom.Scale(out, out.Bounds(), img, b, draw.Src, nil)
	}
	var buf bytes.Buffer
	if format != "jpeg" {
		enc := png.Encoder{CompressionLevel: png.BestSpeed}
		if err := enc.Encode(&buf, out); err != nil {
			return release.Asset{}, fmt.Errorf("encoding the picture: %w", err)
		}
		if buf.Len() <= keptPNGBytes {
			return release.Asset{Data: buf.Bytes(), Type: "image/png", Width: w, Height: h}, nil
		}
		buf.Reset()
	}
	flat := image.NewRGBA(out.Bounds()) // JPEG has no transparency: it is set on white
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), out, image.Point{}, draw.Over)
	if err := jpeg.Encode(&buf, flat, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return release.Asset{}, fmt.Errorf("encoding the picture: %w", err)
	}
	return release.Asset{Data: buf.Bytes(), Type: "image/jpeg", Width: w, Height: h}, nil
}
