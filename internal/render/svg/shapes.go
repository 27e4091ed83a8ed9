package svg

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// shape is an outline with how it is painted.
type shape struct {
	path         rasterx.Path     // in units of which its own are fine
	place        rasterx.Matrix2D // from its own units to those of the drawing's box
	fill, stroke paint
	evenOdd      bool
	line         line
}

// line is how a stroke is drawn, in the shape's own units.
type line struct {
	width, miter, offset float64
	join                 rasterx.JoinMode
	end                  rasterx.CapFunc
	dash                 []float64
}

// reader makes shapes of elements.
type reader struct {
	ids    map[string]*element
	rules  []rule
	box    rect
	fine   float64 // how many units of a path one of the drawing's is: paths are kept in 64ths
	shapes []shape

	walked, gradients int
}

// Limits on what is walked through and drawn; each shape costs the whole picture, and one
// painted with a gradient far more.
const (
	maxElements  = 50_000
	maxShapes    = 4000
	maxGradients = 400
)

var errTooMany = errors.New("it has too many parts to be drawn; save it as PNG")

// read reads all that is shown of a drawing.
func read(root *element) (*reader, error) {
	r := &reader{ids: make(map[string]*element)}
	var sheets strings.Builder
	err := root.each(0, func(e *element) {
		if id := e.attr("id"); id != "" && r.ids[id] == nil {
			r.ids[id] = e
		}
		if e.name() == "style" {
			sheets.WriteString(e.Text)
		}
	})
	if err != nil {
		return nil, err
	}
	if r.rules, err = readRules(sheets.String()); err != nil {
		return nil, err
	}
	if r.box, err = boxOf(root); err != nil {
		return nil, err
	}
	if w, h := r.box.w, r.box.h; !(w > 0 && w <= 50*h && h <= 50*w && max(w, h) <= 1e6) {
		return nil, errNoSize
	}
	const enough = 1 << 12
	for r.fine = 1; r.box.w*r.fine < enough && r.box.h*r.fine < enough; r.fine *= 2 {
	}
	return r, r.walk(root, frame{style: initial(), place: rasterx.Identity, opacity: 1, outermost: true})
}

// boxOf is the box that a drawing shows.
func boxOf(root *element) (rect, error) {
	if text := root.attr("viewBox"); text != "" {
		n, err := numbers(text)
		if err != nil || len(n) != 4 {
			return rect{}, fmt.Errorf("its viewBox is “%.40s”, and takes four numbers", text)
		}
		return rect{n[0], n[1], n[2], n[3]}, nil
	}
	if root.attr("width") == "" || root.attr("height") == "" {
		return rect{}, nil
	}
	w, err := length(root.attr("width"), 0)
	if err != nil {
		return rect{}, err
	}
	h, err := length(root.attr("height"), 0)
	return rect{0, 0, w, h}, err
}

// frame is what stands around an element.
type frame struct {
	style     style
	place     rasterx.Matrix2D
	opacity   float64
	depth     int
	outermost bool
}

// walk adds the shapes of an element and of those within it.
func (r *reader) walk(e *element, around frame) error {
	if r.walked++; r.walked > maxElements || around.depth > maxDepth {
		return errors.New("it shows itself within itself, or has too many parts")
	}
	s := styled(e, r.rules, around.style)
	if s["display"] == "none" {
		return nil
	}
	at := frame{style: s, place: around.place, opacity: around.opacity, depth: around.depth + 1}
	if text := s["opacity"]; text != "" {
		n, err := share(text)
		if err != nil {
			return err
		}
		at.opacity *= n
	}
	if text := s["transform"]; text != "" {
		m, err := readTransform(text)
		if err != nil {
			return err
		}
		at.place = at.place.Mult(m)
	}
	before := len(r.shapes)
	if err := r.within(e, at, around.outermost); err != nil {
		return err
	}
	for _, cut := range []string{s["clip-path"], s["mask"]} {
		if err := r.uncut(cut, at, r.shapes[before:]); err != nil {
			return err
		}
	}
	return nil
}

// within adds what an element shows.
func (r *reader) within(e *element, at frame, outermost bool) error {
	switch e.name() {
	case "svg":
		if !outermost {
			var err error
			if at.place, err = r.fitted(e, e, at.place); err != nil {
				return err
			}
		}
		return r.all(e.Children, at)
	case "g", "a":
		return r.all(e.Children, at)
	case "switch":
		for _, c := range e.Children {
			if c.name() != "" && c.attr("requiredExtensions") == "" {
				return r.walk(c, at)
			}
		}
	case "use":
		return r.use(e, at)
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		if at.style["visibility"] == "visible" {
			return r.add(e, at)
		}
	case "image":
		return errors.New("it holds a picture of pixels; save that as PNG instead, or draw it as paths")
	}
	return nil // what is not shown, and what programs write for themselves
}

func (r *reader) all(list []*element, at frame) error {
	for _, c := range list {
		if err := r.walk(c, at); err != nil {
			return err
		}
	}
	return nil
}

// use shows another element in a place of its own (SVG 1.1, 5.6).
func (r *reader) use(e *element, at frame) error {
	to := r.ids[strings.TrimPrefix(e.attr("href"), "#")]
	if to == nil {
		return fmt.Errorf("it shows “%.40s”, which is not in it", e.attr("href"))
	}
	if to.name() == "symbol" {
		m, err := r.fitted(e, to, at.place)
		if err != nil {
			return err
		}
		at.place = m
		s := styled(to, r.rules, at.style)
		at.style = s
		return r.all(to.Children, at)
	}
	x, y, err := pair(e, "x", "y", r.box)
	if err != nil {
		return err
	}
	at.place = at.place.Translate(x, y)
	return r.walk(to, at)
}

// pair are two lengths of an element, nought where they are not said.
func pair(e *element, x, y string, whole rect) (float64, float64, error) {
	a, errA := length(or(e.attr(x), "0"), whole.w)
	b, errB := length(or(e.attr(y), "0"), whole.h)
	return a, b, cmp.Or(errA, errB)
}

// fitted is the place of a drawing within a drawing: where and how large one element says,
// and what box the other shows there, whole and in the middle (SVG 1.1, 7.7 and 7.8).
func (r *reader) fitted(where, what *element, m rasterx.Matrix2D) (rasterx.Matrix2D, error) {
	x, y, err := pair(where, "x", "y", r.box)
	if err != nil {
		return m, err
	}
	m = m.Translate(x, y)
	text := what.attr("viewBox")
	if text == "" {
		return m, nil
	}
	n, err := numbers(text)
	if err != nil || len(n) != 4 || n[2] <= 0 || n[3] <= 0 {
		return m, fmt.Errorf("a viewBox is “%.40s”, and takes four numbers", text)
	}
	w, err := length(or(where.attr("width"), or(what.attr("width"), "100%")), r.box.w)
	if err != nil {
		return m, err
	}
	h, err := length(or(where.attr("height"), or(what.attr("height"), "100%")), r.box.h)
	if err != nil {
		return m, err
	}
	k := min(w/n[2], h/n[3])
	return m.Translate((w-n[2]*k)/2, (h-n[3]*k)/2).Scale(k, k).Translate(-n[0], -n[1]), nil
}

// add adds a shape.
func (r *reader) add(e *element, at frame) error {
	s := shape{place: at.place, evenOdd: at.style["fill-rule"] == "evenodd"}
	var err error
	if s.path, err = r.outline(e); err != nil {
		return err
	}
	if s.fill, err = r.paintOf(at.style, "fill"); err != nil {
		return err
	}
	if s.stroke, err = r.paintOf(at.style, "stroke"); err != nil {
		return err
	}
	s.fill.opacity *= at.opacity
	s.stroke.opacity *= at.opacity
	if s.line, err = r.lineOf(at.style); err != nil {
		return err
	}
	if len(s.path) == 0 || s.fill.nothing() && s.stroke.nothing() {
		return nil
	}
	for _, p := range []paint{s.fill, s.stroke} {
		if p.gradient != nil {
			r.gradients++
		}
	}
	const mostDashes = 1e6 // of a path that goes to and fro across all that it covers
	if sum := total(s.line.dash); sum > 0 {
		if b, _ := s.bounds(r.fine, rasterx.Identity); (b.w+b.h)*float64(len(s.path)) > mostDashes*sum {
			return errors.New("its dashes are too fine to be drawn; save it as PNG")
		}
	}
	if r.shapes = append(r.shapes, s); len(r.shapes) > maxShapes || r.gradients > maxGradients {
		return errTooMany
	}
	return nil
}

// lineOf is how strokes are drawn.
func (r *reader) lineOf(s style) (l line, err error) {
	whole := diagonal(r.box.w, r.box.h)
	if l.width, err = length(s["stroke-width"], whole); err != nil {
		return l, err
	}
	if l.miter, err = length(s["stroke-miterlimit"], whole); err != nil {
		return l, err
	}
	if l.offset, err = length(s["stroke-dashoffset"], whole); err != nil {
		return l, err
	}
	join, ok := joins[s["stroke-linejoin"]]
	if !ok {
		join = rasterx.Miter
	}
	l.join = join
	l.end = map[string]rasterx.CapFunc{"round": rasterx.RoundCap, "square": rasterx.SquareCap}[s["stroke-linecap"]]
	if l.end == nil {
		l.end = rasterx.ButtCap
	}
	if text := s["stroke-dasharray"]; text != "none" {
		for _, f := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
			n, err := length(f, whole)
			if err != nil || n < 0 {
				return l, fmt.Errorf("“%.40s” are no lengths of dashes", text)
			}
			l.dash = append(l.dash, n)
		}
		if len(l.dash)%2 == 1 {
			l.dash = slices.Concat(l.dash, l.dash)
		}
		sum := total(l.dash)
		if sum == 0 {
			l.dash = nil
			return l, nil
		}
		if l.offset = math.Mod(l.offset, sum); l.offset < 0 {
			l.offset += sum // the rasteriser takes none below nought
		}
	}
	return l, nil
}

func total(list []float64) (sum float64) {
	for _, n := range list {
		sum += n
	}
	return sum
}

// joins are the corners of strokes that are not pointed.
var joins = map[string]rasterx.JoinMode{"round": rasterx.Round, "bevel": rasterx.Bevel}

// outline is the path of a shape, in fine units.
func (r *reader) outline(e *element) (rasterx.Path, error) {
	var c oksvg.PathCursor
	said := make(map[string]float64)
	for name, whole := range map[string]float64{
		"x": r.box.w, "y": r.box.h, "width": r.box.w, "height": r.box.h, "rx": r.box.w, "ry": r.box.h, "cx": r.box.w, "cy": r.box.h,
		"r": diagonal(r.box.w, r.box.h), "x1": r.box.w, "y1": r.box.h, "x2": r.box.w, "y2": r.box.h,
	} {
		if text := e.attr(name); text != "" && text != "auto" {
			n, err := length(text, whole)
			if err != nil {
				return nil, err
			}
			said[name] = n * r.fine
		}
	}
	switch e.name() {
	case "path":
		return compile(e.attr("d"), r.fine)
	case "polyline", "polygon":
		n, err := numbers(e.attr("points"))
		if err != nil {
			return nil, err
		}
		if len(n) < 4 {
			return nil, nil
		}
		data := "M"
		for _, v := range n[:len(n)/2*2] {
			data += fmt.Sprintf(" %f", v)
		}
		if e.name() == "polygon" {
			data += "z"
		}
		return compile(data, r.fine)
	case "line":
		return compile(fmt.Sprintf("M%f %fL%f %f", said["x1"], said["y1"], said["x2"], said["y2"]), 1)
	case "rect":
		w, h := said["width"], said["height"]
		if w <= 0 || h <= 0 {
			return nil, nil
		}
		rx, ry := rounding(said)
		x, y := said["x"], said["y"]
		rasterx.AddRoundRect(x, y, x+w, y+h, rx, ry, 0, rasterx.RoundGap, &c.Path)
	case "circle", "ellipse":
		rx, ry := said["r"], said["r"]
		if e.name() == "ellipse" {
			rx, ry = rounding(said)
		}
		if rx > 0 && ry > 0 {
			c.EllipseAt(said["cx"], said["cy"], rx, ry)
		}
	}
	return c.Path, nil
}

// rounding are the two radii, each of which is the other where only that is said, or only
// that is one.
func rounding(said map[string]float64) (rx, ry float64) {
	of := func(name, other string) float64 {
		if r, ok := said[name]; ok && r >= 0 {
			return r
		}
		return max(said[other], 0)
	}
	return of("rx", "ry"), of("ry", "rx")
}

func compile(data string, k float64) (rasterx.Path, error) {
	text, err := spaced(data, k)
	if err != nil {
		return nil, err
	}
	c := oksvg.PathCursor{ErrorMode: oksvg.StrictErrorMode}
	err = c.CompilePath(text)
	return c.Path, err
}

// uncut refuses what a clip or a mask would take away of what is drawn: only those that
// leave all of it are as if they were not there.
func (r *reader) uncut(by string, at frame, drawn []shape) error {
	m := fromURL.FindStringSubmatch(by)
	if m == nil || len(drawn) == 0 {
		return nil
	}
	clip := r.ids[m[1]]
	if clip == nil {
		return nil // SVG 1.1, 14.3.5: as if nothing was said
	}
	inner := &reader{ids: r.ids, rules: r.rules, box: r.box, fine: r.fine, walked: r.walked}
	err := inner.all(clip.Children, frame{style: initial(), place: at.place, depth: at.depth})
	r.walked = inner.walked
	if err != nil {
		return err
	}
	var area rect
	if len(inner.shapes) == 1 {
		one := inner.shapes[0]
		if bounds, square := one.bounds(r.fine, one.place); square {
			area = bounds
		}
	}
	const near = .01
	holds := func(b rect) bool {
		room := near * max(r.box.w, r.box.h)
		return area.x <= b.x+room && area.y <= b.y+room && area.x+area.w >= b.x+b.w-room && area.y+area.h >= b.y+b.h-room
	}
	if holds(r.box) {
		return nil
	}
	for _, s := range drawn {
		b, _ := s.bounds(r.fine, s.place)
		if grow := s.line.width / 2 * scaleOf(s.place); !s.stroke.nothing() {
			b = rect{b.x - grow, b.y - grow, b.w + 2*grow, b.h + 2*grow}
		}
		if area.w <= 0 || !holds(b) {
			return fmt.Errorf("a part of it is cut out by a clip or mask (“%.40s”); release that, or join it with what it cuts "+
				"(in Illustrator: Pathfinder, Crop; in Inkscape: Path, Intersection), or save it as PNG", m[1])
		}
	}
	return nil
}

// scaleOf is by how much a place enlarges.
func scaleOf(m rasterx.Matrix2D) float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }
