package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"iter"
	"strings"

	"pressroom/internal/release"
	"pressroom/internal/render/pdf/pdfobj"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/render/svg"
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
	if palette, bits, ok := indexed(a.Data); ok {
		img.Packed, img.Palette, img.Bits = pixels(a.Data), palette, bits
		return img, nil
	}
	if packed, ok := packedPixels(a.Data); ok {
		img.Packed = packed
		return img, nil
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

// MostBytes is more than a picture takes in a document, told without setting it.
func MostBytes(a release.Asset) int {
	if a.Type == "image/jpeg" || plainRGB(a.Data) {
		return len(a.Data) // goes in as it is
	}
	return 4*a.Width*a.Height + len(a.Data)
}

// packedPixels takes the deflated pixels out of a PNG of plain RGB, which a PDF can
// hold as they are: both pack rows in the same way (ISO 32000-1, 7.4.4.4).
func packedPixels(data []byte) ([]byte, bool) {
	if !plainRGB(data) {
		return nil, false
	}
	return pixels(data), true
}

// pixels are the deflated rows of a PNG.
func pixels(data []byte) (out []byte) {
	for kind, body := range chunks(data) {
		if kind == "IDAT" {
			out = append(out, body...)
		}
	}
	return out
}

// indexed is the palette of a PNG whose pixels are indices into it and all opaque, and
// how many bits each has.
func indexed(data []byte) (palette []byte, bits int, ok bool) {
	rows := false
	for kind, body := range chunks(data) {
		switch kind {
		case "IHDR":
			if len(body) != 13 || body[9] != 3 || body[12] != 0 {
				return nil, 0, false
			}
			bits = int(body[8])
		case "PLTE":
			palette = body
		case "tRNS", broken:
			return nil, 0, false
		case "IDAT":
			rows = rows || len(body) > 0
		}
	}
	return palette, bits, rows && bits > 0 && len(palette) >= 3 && len(palette)%3 == 0 && len(palette) <= 3<<bits
}

// plainRGB tells whether a PNG is whole, and holds rows of red, green and blue and
// nothing else.
func plainRGB(data []byte) bool {
	pixels := false
	for kind, body := range chunks(data) {
		switch kind {
		case "IHDR":
			if len(body) != 13 || body[8] != 8 || body[9] != 2 || body[12] != 0 {
				return false
			}
		case "tRNS", "PLTE", broken:
			return false
		case "IDAT":
			pixels = pixels || len(body) > 0
		}
	}
	return pixels
}

// broken is the kind of a chunk that goes on behind the end of the file.
const broken = ""

// chunks are the parts of a PNG, by their kind.
func chunks(data []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		const head = 8
		for at := head; at+12 <= len(data); {
			n := int(binary.BigEndian.Uint32(data[at:]))
			if n < 0 || at+12+n > len(data) {
				yield(broken, nil)
				return
			}
			if !yield(string(data[at+4:at+8]), data[at+8:at+8+n]) {
				return
			}
			at += 12 + n
		}
	}
}

// image makes an asset an image. Where the document is only looked at, a browser decodes it.
func (c *composer) image(a release.Asset) (*setter.Image, error) {
	if c.looked {
		return &setter.Image{Width: a.Width, Height: a.Height, File: a.Data, Type: a.Type}, nil
	}
	return decode(a)
}

// logo makes a logo a graphic: a drawing where it is one and polygons of one
// colour can show it, else its pixels.
func (c *composer) logo(a, pixels release.Asset) (setter.Graphic, error) {
	if a.Type != "image/svg+xml" {
		img, err := c.image(a)
		return setter.Graphic{Image: img}, err
	}
	d, err := svg.Parse(a.Data)
	if err != nil {
		return setter.Graphic{}, err
	}
	if list, w, h, ok := d.Polygons(); ok {
		return setter.Graphic{Drawing: drawing(list, w, h)}, nil
	}
	img, err := c.image(pixels)
	return setter.Graphic{Image: img}, err
}

// drawing writes polygons as operators of a content stream, in a space a tenth of
// theirs, so that coordinates stay short.
func drawing(list []svg.Polygon, w, h int) *setter.Drawing {
	const less = 10
	d := &setter.Drawing{Width: w / less, Height: h / less}
	var b strings.Builder
	for _, p := range list {
		for _, v := range []uint8{p.Color.R, p.Color.G, p.Color.B} {
			b.WriteString(pdfobj.Points(int(v)*1000/255) + " ")
		}
		b.WriteString("rg\n")
		for _, c := range p.Contours {
			for i, at := range c {
				op := " l\n"
				if i == 0 {
					op = " m\n"
				}
				b.WriteString(pdfobj.Points(at[0]/less) + " " + pdfobj.Points((h-at[1])/less) + op)
			}
			b.WriteString("h\n")
		}
		if p.EvenOdd {
			b.WriteString("f*\n")
		} else {
			b.WriteString("f\n")
		}
	}
	d.Content = []byte(b.String())
	return d
}
