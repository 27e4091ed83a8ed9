package setter

import "slices"

// snapped is the largest part of the column, in hundredths, that a picture takes which
// does not fill it: it is seen to be smaller, and does not look like a mistake.
const snapped = 80

// PictureWidth is the width at which a picture is set: that of the column where it has
// the pixels for it and is not too high, else one that is clearly smaller. dpi is the
// finest that it may be blown up to.
func (g Geometry) PictureWidth(gr Graphic, dpi int) Length {
	width, _ := gr.Within(g.Column, (g.Height-g.Top-g.Bottom)/2)
	if gr.Image != nil {
		width = min(width, max(Point, gr.Image.Width*72*Point/dpi))
	}
	if width < g.Column {
		width = min(width, g.Column*snapped/100)
	}
	return width
}

// figure is a picture that pages may make smaller.
type figure struct{ smaller bool }

// captionTag is that of what is said of a picture, within its element.
const captionTag = "Caption"

// BeginFigure adds a picture of a width, in the middle where the column is wider, and
// opens its element for what is said of it. One that would leave a page empty may be
// set smaller.
func (d *Document) BeginFigure(gr Graphic, alt string, width, before Length) {
	g := d.Geometry
	gw, gh := gr.size()
	h := max(1, width*gh/gw)
	d.Begin("Figure", "")
	e := d.current()
	e.alt = alt
	v := vline{before: before, height: h, shrink: h * 45 / 100, bar: d.inBar, opens: true, floats: d.inBar == 0}
	if width == g.Column {
		v.step = h * (100 - snapped) / 100
	}
	under := &figure{}
	d.figure = under
	v.draw = func(p *page, y, height Length) {
		w := width * height / h
		under.smaller = height < h
		p.figure(gr, g.Left+(g.Column-w)/2, y-height, w, height, e)
	}
	d.line(v)
	d.keepNext()
}

// Row adds graphics side by side, each in a box of these measures, with their
// alternative texts.
func (d *Document) Row(graphics []Graphic, alts []string, width, height, gap, before Length) {
	g := d.Geometry
	perRow := max(1, (g.Column+gap)/(width+gap))
	for start := 0; start < len(graphics); start += perRow {
		end := min(start+perRow, len(graphics))
		var elements []*element
		for _, alt := range alts[start:end] {
			e := d.add("Figure")
			e.alt = alt
			elements = append(elements, e)
		}
		d.line(vline{before: before, height: height, opens: start == 0, draw: func(p *page, y, _ Length) {
			x := g.Left
			for i, gr := range graphics[start:end] {
				w, h := gr.Within(width, height)
				left := x
				if d.RightToLeft {
					left = 2*g.Left + g.Column - x - w
				}
				p.figure(gr, left, y-height+(height-h)/2, w, h, elements[i])
				x += w + gap
			}
		}})
	}
}

// Names sets short texts in columns, as many as their lengths allow: a list that is
// read along the rows.
func (d *Document) Names(names [][]Span, leading, before, gap Length) error {
	const mostColumns = 3
	g := d.Geometry
	widths := make([]Length, 0, len(names))
	for _, n := range names {
		w, _, err := d.Extent(n, g.Column, d.RightToLeft)
		if err != nil {
			return err
		}
		widths = append(widths, w)
	}
	sorted := slices.Sorted(slices.Values(widths))
	// Most of them stand on one line, and nearly all on two.
	most, long, longest := sorted[len(sorted)*3/4], sorted[(len(sorted)-1)*9/10], sorted[len(sorted)-1]
	columns := mostColumns
	for columns > 1 && (most > (g.Column-gap*(columns-1))/columns || long > 2*g.Column/columns) {
		columns--
	}
	if columns == 1 && longest < g.Column*6/5 {
		columns = 2
	}
	width := (g.Column - gap*(columns-1)) / columns
	d.Begin("L", "")
	d.current().attr = "/O /List /ListNumbering /None"
	defer d.End()
	twice := 2 * g.Column / columns
	shared := besideEachOther(widths, columns, twice)
	for k, row := range shared {
		fit := fit{width: width, rtl: d.RightToLeft}
		if widths[row.start] > twice {
			fit.width = g.Column
		}
		var cells []placed
		var rows []int
		high := 1
		for c, spans := range names[row.start:row.end] {
			d.Begin("LI", "")
			e := d.add("LBody")
			d.End()
			lines, err := d.set(spans, fit)
			if err != nil {
				return err
			}
			left := g.Left + c*(width+gap)
			inner := make(passages)
			for n := range lines {
				x := left
				if d.RightToLeft {
					x = 2*g.Left + g.Column - left - lines[n].width
				}
				cells, rows = append(cells, placed{&lines[n], x, e, inner}), append(rows, n)
			}
			high = max(high, len(lines))
		}
		v := vline{height: leading * high, before: leading / 6, opens: k == 0}
		if k == 0 {
			v.before = before
		}
		v.glued = k == 1 || k > 0 && k == len(shared)-1
		v.draw = func(p *page, y, _ Length) {
			for i, c := range cells {
				p.text(c.line, c.x, y-leading*rows[i]-leading*3/4, c.e, c.inner)
			}
		}
		d.line(v)
	}
	return nil
}

// stretch is names from one to before another.
type stretch struct{ start, end int }

// besideEachOther shares names out to rows of columns. One that is wider than most has a row
// of its own.
func besideEachOther(widths []Length, columns int, most Length) []stretch {
	var out []stretch
	for start := 0; start < len(widths); {
		end := start + 1
		for widths[start] <= most && end < min(start+columns, len(widths)) && widths[end] <= most {
			end++
		}
		out = append(out, stretch{start, end})
		start = end
	}
	return out
}
