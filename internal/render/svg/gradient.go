package svg

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"github.com/srwiley/rasterx"
)

// gradient is one colour that becomes another along a line or from a middle outwards.
// SVG 1.1, 13.2.
type gradient struct {
	radial bool
	points [5]float64       // x1 y1 x2 y2, or the middle, the focus and the radius
	boxed  bool             // they are shares of what is painted
	own    rasterx.Matrix2D // of the gradient itself
	spread string
	stops  []stop
}

type stop struct {
	at float64
	of color.NRGBA
}

// gradient reads a gradient, with what it has from another that it names.
func (r *reader) gradient(e *element) (*gradient, error) {
	chain := []*element{e}
	const most = 8
	for len(chain) < most {
		next := r.ids[strings.TrimPrefix(chain[len(chain)-1].attr("href"), "#")]
		if next == nil {
			break
		}
		chain = append(chain, next)
	}
	attr := func(name, usual string) string {
		for _, one := range chain {
			if v := one.attr(name); v != "" {
				return v
			}
		}
		return usual
	}
	g := &gradient{radial: e.name() == "radialGradient", spread: attr("spreadMethod", "")}
	g.boxed = attr("gradientUnits", "") != "userSpaceOnUse"
	w, h := r.box.w, r.box.h // of which hundredths are
	if g.boxed {
		w, h = 1, 1
	}
	names, usual, of := []string{"x1", "y1", "x2", "y2"}, []string{"0", "0", "100%", "0"}, []float64{w, h, w, h}
	if g.radial {
		names, of = []string{"cx", "cy", "fx", "fy", "r"}, []float64{w, h, w, h, diagonal(w, h)}
		usual = []string{"50%", "50%", attr("cx", "50%"), attr("cy", "50%"), "50%"}
	}
	var err error
	for i, name := range names {
		if g.points[i], err = length(attr(name, usual[i]), of[i]); err != nil {
			return nil, err
		}
	}
	g.points[4] = max(g.points[4], 0)
	if g.own, err = readTransform(attr("gradientTransform", "")); err != nil {
		return nil, err
	}
	for _, one := range chain {
		if g.stops, err = r.stops(one); err != nil {
			return nil, err
		}
		if len(g.stops) > 0 {
			return g, nil
		}
	}
	return nil, fmt.Errorf("the gradient “%s” has no colours", e.attr("id"))
}

// stops reads the colours of a gradient.
func (r *reader) stops(e *element) (list []stop, err error) {
	around := styled(e, r.rules, initial())
	for _, c := range e.Children {
		if c.name() != "stop" {
			continue
		}
		s := styled(c, r.rules, around)
		of, opaque, err := readColor(or(s["stop-color"], "black"), s["color"])
		if err != nil {
			return nil, err
		}
		if of == nil {
			of, opaque = color.Black, 0
		}
		part, err := share(or(s["stop-opacity"], "1"))
		if err != nil {
			return nil, err
		}
		at, err := share(or(c.attr("offset"), "0"))
		if err != nil {
			return nil, err
		}
		if n := len(list); n > 0 { // none stands before the one before it
			at = max(at, list[n-1].at)
		}
		list = append(list, stop{at, rasterx.ApplyOpacity(of, opaque*part)})
	}
	return list, nil
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// colors gives the colour at each pixel of what is painted with it: place is from the
// drawing's units to pixels, and box what bounds the area, in the drawing's units.
func (g *gradient) colors(opacity float64, place rasterx.Matrix2D, box rect) rasterx.ColorFunc {
	m := place
	if g.boxed {
		m = m.Translate(box.x, box.y).Scale(box.w, box.h)
	}
	m = m.Mult(g.own)
	if det := math.Abs(m.A*m.D - m.B*m.C); !(det > 0 && det <= math.MaxFloat64) {
		last := g.stops[len(g.stops)-1].of // of what has no area
		return func(int, int) color.Color { return fainter(last, opacity) }
	}
	back := m.Invert()
	return func(x, y int) color.Color {
		return fainter(g.at(back.Transform(float64(x)+.5, float64(y)+.5)), opacity)
	}
}

func fainter(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * opacity))
	return c
}

// at is the colour at a point of the gradient's own space.
func (g *gradient) at(x, y float64) color.NRGBA {
	p := g.points
	var t float64
	switch dx, dy := p[2]-p[0], p[3]-p[1]; {
	case g.radial:
		t = outward(x-p[2], y-p[3], -dx, -dy, p[4])
	case dx == 0 && dy == 0: // SVG 1.1, 13.2.2: a line without length, however it goes on
		return g.stops[len(g.stops)-1].of
	default:
		t = ((x-p[0])*dx + (y-p[1])*dy) / (dx*dx + dy*dy)
	}
	switch g.spread {
	case "repeat":
		t -= math.Floor(t)
	case "reflect":
		t = 1 - math.Abs(1-math.Abs(math.Mod(t, 2)))
	}
	before := g.stops[0]
	for _, s := range g.stops {
		if t < s.at {
			if s.at == before.at {
				return before.of
			}
			return between(before.of, s.of, (t-before.at)/(s.at-before.at))
		}
		before = s
	}
	return before.of
}

// outward is how far a point lies from the focus on the way to the circle, the focus at
// nought, the middle at c, its radius r, not below nought: 1 on the circle.
// Where there is no circle it is no number, and what is painted has the last colour.
func outward(x, y, cx, cy, r float64) float64 {
	const inside = .99
	if d := math.Hypot(cx, cy); d > r*inside { // the focus is brought within
		cx, cy = cx/d*r*inside, cy/d*r*inside
	}
	b, c := x*cx+y*cy, r*r-cx*cx-cy*cy
	return (math.Sqrt(b*b+c*(x*x+y*y)) - b) / c
}

func between(a, b color.NRGBA, t float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*(1-t) + float64(b)*t)) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), mix(a.A, b.A)}
}
