package svg

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/golang/freetype/raster"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
)

// scanner draws areas as pixels. Those whose holes are counted (fill-rule="evenodd") are
// drawn by FreeType's rasteriser: the other knows no such holes.
type scanner struct {
	*rasterx.ScannerGV
	canvas  *image.RGBA
	counted *raster.Rasterizer
	on      bool // the area that is being given is a counted one
	color   any
}

func newScanner(canvas *image.RGBA) *scanner {
	b := canvas.Bounds()
	return &scanner{
		ScannerGV: rasterx.NewScannerGV(b.Dx(), b.Dy(), canvas, b),
		canvas:    canvas, counted: raster.NewRasterizer(b.Dx(), b.Dy()),
	}
}

// SetWinding says how the holes of what follows are told.
func (s *scanner) SetWinding(nonZero bool) { s.on = !nonZero }

// SetColor says the colour of what is drawn.
func (s *scanner) SetColor(c any) {
	s.color = c
	s.ScannerGV.SetColor(c)
}

// Start begins an outline, which is closed by who gives it.
func (s *scanner) Start(a fixed.Point26_6) {
	if !s.on {
		s.ScannerGV.Start(a)
		return
	}
	s.counted.Start(a)
}

// Line goes on with it.
func (s *scanner) Line(b fixed.Point26_6) {
	if s.on {
		s.counted.Add1(b)
		return
	}
	s.ScannerGV.Line(b)
}

// Draw draws the outlines that were given.
func (s *scanner) Draw() {
	if !s.on {
		s.ScannerGV.Draw()
		return
	}
	mask := image.NewAlpha(s.canvas.Bounds())
	s.counted.Rasterize(raster.NewAlphaSrcPainter(mask))
	var from image.Image
	switch c := s.color.(type) {
	case color.Color:
		from = image.NewUniform(c)
	case rasterx.ColorFunc:
		from = &painted{c, s.canvas.Bounds()}
	default:
		return
	}
	draw.DrawMask(s.canvas, s.canvas.Bounds(), from, image.Point{}, mask, image.Point{}, draw.Over)
}

// Clear forgets the outlines.
func (s *scanner) Clear() {
	s.counted.Clear()
	s.ScannerGV.Clear()
}

// painted is a picture of a colour for each pixel.
type painted struct {
	at   rasterx.ColorFunc
	size image.Rectangle
}

// ColorModel is that of colours with opacity.
func (p *painted) ColorModel() color.Model { return color.NRGBAModel }

// Bounds are those of what is painted on.
func (p *painted) Bounds() image.Rectangle { return p.size }

// At is the colour at a pixel.
func (p *painted) At(x, y int) color.Color { return p.at(x, y) }
