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
	"slices"
	"strings"

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
type Drawing struct {
	box    rect
	fine   float64
	shapes []shape
}

// errNoSize is of a drawing of which nobody can say how high it is for its width.
var errNoSize = errors.New("the drawing says no size; give it a viewBox")

// Parse reads a drawing. One that shows nothing is an error, and so is what would be drawn
// otherwise than it is: words, which need a font, pictures of pixels, patterns, and what is
// cut out by a clip.
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
	root, err := readTree(data)
	if err != nil {
		return nil, fmt.Errorf("the drawing cannot be read: %w", err)
	}
	r, err := read(root)
	if errors.Is(err, errNoSize) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("the drawing cannot be read: %w", err)
	}
	if len(r.shapes) == 0 {
		return nil, errors.New("the drawing shows nothing; text must be turned into paths")
	}
	return &Drawing{box: r.box, fine: r.fine, shapes: r.shapes}, nil
}

// written is the first words of a drawing's text, but for what is not shown.
func written(data []byte) string {
	const most = 24
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var text strings.Builder
	for depth, hidden := 0, 0; ; {
		token, err := dec.Token()
		if err != nil { // what cannot be read is told by the reader of drawings
			break
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth > 0 || holdsWords(token) {
				depth++
			}
			if hidden > 0 || isHidden(token) {
				hidden++
			}
		case xml.EndElement:
			depth, hidden = max(0, depth-1), max(0, hidden-1)
		case xml.CharData:
			if depth > 0 && hidden == 0 {
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

// holdsWords tells the elements whose words are shown: text, and a page within the drawing,
// but for one that only programs with an extension read.
func holdsWords(e xml.StartElement) bool {
	return e.Name.Local == "text" || e.Name.Local == "foreignObject" && !slices.ContainsFunc(e.Attr, func(a xml.Attr) bool {
		return a.Name.Local == "requiredExtensions"
	})
}

// isHidden tells an element that says itself that it is not shown, as layers do that were
// switched off.
func isHidden(e xml.StartElement) bool {
	return slices.ContainsFunc(e.Attr, func(a xml.Attr) bool {
		value := strings.ReplaceAll(a.Value, " ", "")
		return a.Name.Local == "display" && value == "none" || a.Name.Local == "style" && strings.Contains(value, "display:none")
	})
}

// Ratio is height by width.
func (d *Drawing) Ratio() float64 { return d.box.h / d.box.w }

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
	h := int(math.Round(space * d.Ratio()))
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
	height, err := d.height(width)
	if err != nil {
		return nil, err
	}
	canvas := image.NewRGBA(image.Rect(0, 0, width, height))
	d.draw(rasterx.NewDasher(width, height, newScanner(canvas)), width, height)
	out := image.NewNRGBA(canvas.Bounds())
	for y := range height {
		for x := range width {
			out.Set(x, y, canvas.At(x, y))
		}
	}
	return out, nil
}

// height is how many pixels it is high at a width.
func (d *Drawing) height(width int) (int, error) {
	height := max(1, int(math.Round(float64(width)*d.Ratio())))
	if width < 1 || width*height > 8<<20 {
		return 0, errors.New("the drawing is too high for its width")
	}
	return height, nil
}

// draw draws the shapes in a box of so many pixels.
func (d *Drawing) draw(to *rasterx.Dasher, width, height int) {
	place := rasterx.Identity.Scale(float64(width)/d.box.w, float64(height)/d.box.h).Translate(-d.box.x, -d.box.y)
	for i := range d.shapes {
		s := &d.shapes[i]
		m := place.Mult(s.place)
		if !s.fill.nothing() {
			to.Clear()
			to.Filler.SetWinding(!s.evenOdd)
			s.path.AddTo(&rasterx.MatrixAdder{Adder: &to.Filler, M: m.Scale(1/d.fine, 1/d.fine)})
			to.Filler.SetColor(s.colorOf(s.fill, m, d.fine))
			to.Filler.Draw()
			to.Filler.SetWinding(true)
		}
		if k := scaleOf(m); !s.stroke.nothing() && s.line.width*k > 0 {
			to.Clear()
			dash := slices.Clone(s.line.dash)
			for i := range dash {
				dash[i] *= k
			}
			offset := s.line.offset * k
			if offset > 0 {
				offset += 1. / 64 // where a dash ends as the line begins, the gap has begun
			}
			to.SetStroke(fixed.Int26_6(s.line.width*k*64), fixed.Int26_6(s.line.miter*64), s.line.end, s.line.end, nil, s.line.join, dash, offset)
			s.path.AddTo(&rasterx.MatrixAdder{Adder: to, M: m.Scale(1/d.fine, 1/d.fine)})
			to.SetColor(s.colorOf(s.stroke, m, d.fine))
			to.Draw()
		}
	}
}

// colorOf is what a scanner takes as colour: one, or one for each pixel.
func (s *shape) colorOf(p paint, m rasterx.Matrix2D, fine float64) any {
	if p.gradient == nil {
		return rasterx.ApplyOpacity(p.color, p.opacity)
	}
	box, _ := s.bounds(fine, rasterx.Identity)
	return p.gradient.colors(p.opacity, m, box)
}

// bounds is the box around a shape in a place, and whether the shape fills it.
func (s *shape) bounds(fine float64, place rasterx.Matrix2D) (box rect, square bool) {
	const grain = 64 // parts of a unit that are told apart
	rec := &recorder{color: color.Opaque}
	f := rasterx.NewFiller(1, 1, rec)
	s.path.AddTo(&rasterx.MatrixAdder{Adder: f, M: rasterx.Identity.Scale(grain, grain).Mult(place).Scale(1/fine, 1/fine)})
	f.Draw()
	lowX, lowY, highX, highY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	var area float64
	for _, p := range rec.done {
		for _, c := range p.Contours {
			for i, at := range c {
				x, y := float64(at[0])/(1000*grain), float64(at[1])/(1000*grain)
				lowX, lowY, highX, highY = min(lowX, x), min(lowY, y), max(highX, x), max(highY, y)
				next := c[(i+1)%len(c)]
				area += (x*float64(next[1]) - y*float64(next[0])) / (1000 * grain) / 2
			}
		}
	}
	if lowX > highX {
		return rect{}, false
	}
	box = rect{lowX, lowY, highX - lowX, highY - lowY}
	const whole = .999
	return box, math.Abs(area) >= whole*box.w*box.h
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
	if r.points > maxPoints {
		return
	}
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
