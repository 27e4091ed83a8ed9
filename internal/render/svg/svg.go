// Package svg reads a logo drawn in SVG (Scalable Vector Graphics 1.1, the part
// that logos use: paths, shapes, fills, strokes, transforms, gradients) and gives
// it as polygons for a PDF or as pixels for mail programs, which show no SVG.
package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
)

// Limits on a drawing.
const (
	maxBytes  = 1 << 20
	maxPoints = 400_000
	space     = 2000 // the width of the space in which polygons are given
)

// Drawing is a logo, read.
type Drawing struct{ icon *oksvg.SvgIcon }

// Parse reads a drawing. One that shows nothing is an error, and so are words in it,
// which would be missing.
func Parse(data []byte) (d *Drawing, err error) {
	if len(data) > maxBytes {
		return nil, fmt.Errorf("the drawing is larger than %d KiB", maxBytes>>10)
	}
	if bytes.Contains(data, []byte("<!ENTITY")) || bytes.Contains(data, []byte("<!DOCTYPE")) && bytes.Contains(data, []byte("[<!")) {
		return nil, errors.New("the drawing declares entities; save it as plain SVG")
	}
	if words := written(data); words != "" {
		return nil, fmt.Errorf("the drawing has words (“%s”) that need a font; turn them into paths (in Inkscape: Path, Object to Path) and "+
			"save it again", words)
	}
	defer func() { // foreign code on a foreign file
		if p := recover(); p != nil {
			d, err = nil, fmt.Errorf("the drawing cannot be read: %v", p)
		}
	}()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(spelledOut(data)), oksvg.IgnoreErrorMode)
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

var (
	oneScale = regexp.MustCompile(`scale\(\s*([^\s,()]+)\s*\)`)
	rootTag  = regexp.MustCompile(`<svg\b[^>]*>`)
)

// spelledOut says what the reader of drawings takes otherwise than SVG does: a scale
// with one number is for both directions, and strokes are one unit wide with pointed
// corners where nothing else is said (SVG 1.1, 7.6 and 11.4).
func spelledOut(data []byte) []byte {
	data = oneScale.ReplaceAll(data, []byte("scale($1 $1)"))
	at := rootTag.FindIndex(data)
	if at == nil {
		return data
	}
	root := string(data[at[0]:at[1]])
	more := ""
	for _, a := range [][2]string{{"stroke-width", "1"}, {"stroke-linejoin", "miter"}, {"stroke-miterlimit", "4"}} {
		if !strings.Contains(root, a[0]) {
			more += " " + a[0] + `="` + a[1] + `"`
		}
	}
	const tag = len("<svg")
	return slices.Concat(data[:at[0]+tag], []byte(more), data[at[0]+tag:])
}

// written is the first words of a drawing's text.
func written(data []byte) string {
	const most = 24
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var text strings.Builder
	for depth := 0; ; {
		token, err := dec.Token()
		if err != nil { // what cannot be read is told by the reader of drawings
			break
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth > 0 || token.Name.Local == "text" {
				depth++
			}
		case xml.EndElement:
			depth = max(0, depth-1)
		case xml.CharData:
			if depth > 0 {
				text.Write(token)
			}
		}
	}
	words := []rune(strings.Join(strings.Fields(text.String()), " "))
	if len(words) > most {
		words = append(words[:most], '…')
	}
	return string(words)
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
	d.draw(rasterx.NewDasher(space, h, rec), space, h)
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
	d.draw(rasterx.NewDasher(width, height, rasterx.NewScannerGV(width, height, canvas, canvas.Bounds())), width, height)
	out := image.NewNRGBA(canvas.Bounds())
	for y := range height {
		for x := range width {
			out.Set(x, y, canvas.At(x, y))
		}
	}
	return out, nil
}

// draw draws the paths in a box, with strokes and dashes as wide there as they are in
// the drawing: the reader of drawings leaves them as they are written.
func (d *Drawing) draw(to *rasterx.Dasher, width, height int) {
	box := d.icon.ViewBox
	scale := float64(width) / box.W
	// The library's own way to a box moves the drawing by its origin unscaled.
	place := rasterx.Identity.Scale(scale, float64(height)/box.H).Translate(-box.X, -box.Y)
	for _, p := range d.icon.SVGPaths { // each a copy
		k := scale * ownScale(p)
		p.LineWidth *= k
		p.DashOffset *= k
		p.Dash = slices.Clone(p.Dash)
		for i := range p.Dash {
			p.Dash[i] *= k
		}
		p.DrawTransformed(to, 1, place)
	}
}

// ownScale is by how much a path is enlarged by transforms of its own and of its
// groups: as a square drawn in its place comes out.
func ownScale(p oksvg.SvgPath) float64 {
	const side = 1000
	p.Path = nil
	p.Path.Start(rasterx.ToFixedP(0, 0))
	p.Path.Line(rasterx.ToFixedP(side, 0))
	p.Path.Line(rasterx.ToFixedP(side, side))
	p.Path.Stop(true)
	p.SetLineColor(nil)
	p.SetFillColor(color.Black)
	p.FillOpacity = 1
	rec := &recorder{}
	p.DrawTransformed(rasterx.NewDasher(side, side, rec), 1, rasterx.Identity)
	if len(rec.done) != 1 {
		return 1
	}
	c := rec.done[0].Contours[0]
	at := func(i int) (x, y float64) {
		return float64(c[i][0]-c[0][0]) / (1000 * side), float64(c[i][1]-c[0][1]) / (1000 * side)
	}
	ax, ay := at(1)
	bx, by := at(2)
	return math.Sqrt(math.Abs(ax*by - ay*bx))
}

// recorder takes the place of a rasteriser and keeps what it is given.
type recorder struct {
	done     []Polygon
	contours [][][2]int
	color    any
	nonZero  bool
	plain    bool
	points   int
}

func point(p fixed.Point26_6) [2]int { return [2]int{int(p.X) * 1000 / 64, int(p.Y) * 1000 / 64} }

func (r *recorder) Start(a fixed.Point26_6) {
	r.contours = append(r.contours, [][2]int{point(a)})
}

func (r *recorder) Line(b fixed.Point26_6) {
	if r.points++; len(r.contours) == 0 || r.points > maxPoints {
		return
	}
	last := len(r.contours) - 1
	r.contours[last] = append(r.contours[last], point(b))
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
		r.done = append(r.done, Polygon{Contours: joined(r.contours), Color: n, EvenOdd: !r.nonZero})
	}
	r.contours = nil
}

// near is how far apart, in thousandths, the ends of two pieces of one outline may be.
const near = 64

// joined puts the pieces of outlines together. A stroke comes as pieces, each side and
// each end of it one, in no order: only where one begins at which another ends do they
// bound an area.
func joined(pieces [][][2]int) [][][2]int {
	starts := make(map[[2]int][]int)
	for i, p := range pieces {
		starts[p[0]] = append(starts[p[0]], i)
	}
	used := make([]bool, len(pieces))
	// next is the piece that begins at a point, or near it; -1 if none does.
	next := func(at [2]int) int {
		for _, i := range starts[at] {
			if !used[i] {
				return i
			}
		}
		for i, p := range pieces {
			if !used[i] && abs(p[0][0]-at[0]) <= near && abs(p[0][1]-at[1]) <= near {
				return i
			}
		}
		return -1
	}
	const most = 4000 // pieces for which this is worth the time
	var out [][][2]int
	for i, p := range pieces {
		if used[i] {
			continue
		}
		used[i] = true
		for p[0] != p[len(p)-1] && len(pieces) <= most {
			n := next(p[len(p)-1])
			if n < 0 {
				break
			}
			used[n] = true
			p = append(p[:len(p):len(p)], pieces[n][1:]...)
		}
		out = append(out, p)
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// GetPathExtent is asked for gradients, which are drawn as pixels.
func (r *recorder) GetPathExtent() (none fixed.Rectangle26_6) { return none }
func (r *recorder) SetBounds(int, int)                        {}
func (r *recorder) SetColor(c any)                            { r.color = c }
func (r *recorder) SetWinding(nonZero bool)                   { r.nonZero = nonZero }
func (r *recorder) Clear()                                    { r.contours = nil }
func (r *recorder) SetClip(image.Rectangle)                   {}
