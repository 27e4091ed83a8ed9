// Package svg reads a logo drawn in SVG (Scalable Vector Graphics 1.1, the part
// that logos use: paths, shapes, fills, strokes, transforms, gradients) and gives
// it as polygons for a PDF or as pixels for mail programs, which show no SVG.
package svg

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
)

// Limits on a drawing.
const (
	MaxBytes  = 1 << 20
	maxPoints = 400_000
	space     = 2000 // the width of the space in which polygons are given
)

// Drawing is a logo, read.
type Drawing struct{ icon *oksvg.SvgIcon }

// Parse reads a drawing. What it cannot show is left out; one that shows nothing
// is an error.
func Parse(data []byte) (d *Drawing, err error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("the drawing is larger than %d KiB", MaxBytes>>10)
	}
	if bytes.Contains(data, []byte("<!ENTITY")) || bytes.Contains(data, []byte("<!DOCTYPE")) && bytes.Contains(data, []byte("[<!")) {
		return nil, errors.New("the drawing declares entities; save it as plain SVG")
	}
	defer func() { // foreign code on a foreign file
		if p := recover(); p != nil {
			d, err = nil, fmt.Errorf("the drawing cannot be read: %v", p)
		}
	}()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(data), oksvg.IgnoreErrorMode)
	if err != nil {
		return nil, fmt.Errorf("the drawing cannot be read: %w", err)
	}
	b := icon.ViewBox
	if !(b.W > 0 && b.H > 0) || b.W > 1e6 || b.H > 1e6 || b.W/b.H > 50 || b.H/b.W > 50 {
		return nil, errors.New("the drawing says no size; give it a viewBox")
	}
	if len(icon.SVGPaths) == 0 {
		return nil, errors.New("the drawing shows nothing; text must be turned into paths")
	}
	return &Drawing{icon}, nil
}

// Ratio is height by width.
func (d *Drawing) Ratio() float64 { return d.icon.ViewBox.H / d.icon.ViewBox.W }

// Polygon is an area of one colour. Its contours are closed; coordinates are
// whole thousandths, with y downwards.
type Polygon struct {
	Contours [][][2]int
	Color    color.NRGBA
	EvenOdd  bool
}

// Polygons gives the drawing in a space of the width and height returned. ok is
// false for one that polygons of one colour cannot show, as with gradients.
func (d *Drawing) Polygons() (list []Polygon, width, height int, ok bool) {
	defer func() {
		if recover() != nil {
			list, ok = nil, false
		}
	}()
	h := max(1, int(math.Round(space*d.Ratio())))
	rec := &recorder{plain: true}
	d.icon.SetTarget(0, 0, space, float64(h))
	d.icon.Draw(rasterx.NewDasher(space, h, rec), 1)
	return rec.done, space * 1000, h * 1000, rec.plain && rec.points < maxPoints
}

// Pixels draws it at a width.
func (d *Drawing) Pixels(width int) (img *image.NRGBA, err error) {
	defer func() {
		if p := recover(); p != nil {
			img, err = nil, fmt.Errorf("the drawing cannot be drawn: %v", p)
		}
	}()
	height := max(1, int(math.Round(float64(width)*d.Ratio())))
	if width < 1 || width*height > 8<<20 {
		return nil, errors.New("the drawing is too high for its width")
	}
	canvas := image.NewRGBA(image.Rect(0, 0, width, height))
	d.icon.SetTarget(0, 0, float64(width), float64(height))
	d.icon.Draw(rasterx.NewDasher(width, height, rasterx.NewScannerGV(width, height, canvas, canvas.Bounds())), 1)
	out := image.NewNRGBA(canvas.Bounds())
	for y := range height {
		for x := range width {
			out.Set(x, y, canvas.At(x, y))
		}
	}
	return out, nil
}

// recorder takes the place of a rasteriser and keeps what it is given.
type recorder struct {
	done     []Polygon
	contours [][][2]int
	color    any
	nonZero  bool
	plain    bool
	points   int
	extent   fixed.Rectangle26_6
}

func point(p fixed.Point26_6) [2]int { return [2]int{int(p.X) * 1000 / 64, int(p.Y) * 1000 / 64} }

func (r *recorder) Start(a fixed.Point26_6) {
	r.contours = append(r.contours, [][2]int{point(a)})
	r.grow(a)
}

func (r *recorder) Line(b fixed.Point26_6) {
	if r.points++; len(r.contours) == 0 || r.points > maxPoints {
		return
	}
	last := len(r.contours) - 1
	r.contours[last] = append(r.contours[last], point(b))
	r.grow(b)
}

func (r *recorder) grow(p fixed.Point26_6) {
	if r.points == 0 && len(r.contours) == 1 {
		r.extent = fixed.Rectangle26_6{Min: p, Max: p}
	}
	r.extent.Min.X, r.extent.Min.Y = min(r.extent.Min.X, p.X), min(r.extent.Min.Y, p.Y)
	r.extent.Max.X, r.extent.Max.Y = max(r.extent.Max.X, p.X), max(r.extent.Max.Y, p.Y)
}

func (r *recorder) Draw() {
	c, ok := r.color.(color.Color)
	if !ok {
		r.plain = false
		return
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	if n.A != 0 && n.A != 0xff {
		r.plain = false
	}
	if n.A != 0 && len(r.contours) > 0 {
		r.done = append(r.done, Polygon{Contours: r.contours, Color: n, EvenOdd: !r.nonZero})
	}
	r.contours = nil
}

func (r *recorder) GetPathExtent() fixed.Rectangle26_6 { return r.extent }
func (r *recorder) SetBounds(int, int)                 {}
func (r *recorder) SetColor(c any)                     { r.color = c }
func (r *recorder) SetWinding(nonZero bool)            { r.nonZero = nonZero }
func (r *recorder) Clear()                             { r.contours = nil }
func (r *recorder) SetClip(image.Rectangle)            {}
