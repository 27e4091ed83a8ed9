package setter

import "fmt"

// Cell is a cell of a table.
type Cell struct {
	Spans       []Span
	Right       bool // set to the right of its column
	Header      bool // the head of its row
	RightToLeft bool
}

const cellGap = 12 * Point

// placed is a line of a cell at its place.
type placed struct {
	line  *setLine
	x, dy Length
	e     *element
	inner map[int]*element
}

// Table adds a table with one head row. Rows are kept whole; a table that goes on
// over a page begins there with its head once more, as an artefact.
func (d *Document) Table(head []Cell, rows [][]Cell, leading, before Length, line Color) error {
	all := append([][]Cell{head}, rows...)
	widths, err := d.columns(all, d.Geometry.Column)
	if err != nil {
		return err
	}
	d.Begin("Table", "")
	defer d.End()
	var repeat []placed
	var repeatHeight Length
	g := d.Geometry
	for i, cells := range all {
		if i < 2 {
			group := "THead"
			if i == 1 {
				group = "TBody"
			}
			d.Begin(group, "")
		}
		d.Begin("TR", "")
		content, height, err := d.row(cells, widths, leading, i == 0)
		if err != nil {
			return err
		}
		d.End()
		if i == 0 || i == len(all)-1 {
			d.End()
		}
		v := vline{before: 4 * Point, height: height, glued: i == 1}
		v.draw = func(p *page, y, _ Length) {
			drawCells(p, content, y, leading, true)
			p.rule(g.Left, y-height, g.Column, 400, line)
		}
		switch {
		case i == 0:
			v.before, repeat, repeatHeight = before, content, height
		case i > 1:
			v.top = repeatHeight + 4*Point
			v.drawTop = func(p *page, y Length) {
				drawCells(p, repeat, y, leading, false)
				p.rule(g.Left, y-repeatHeight, g.Column, 400, line)
			}
		}
		d.line(v)
	}
	return nil
}

func drawCells(p *page, cells []placed, y, leading Length, tagged bool) {
	for _, c := range cells {
		e := c.e
		if !tagged {
			e = nil
		}
		p.text(c.line, c.x, y-c.dy-leading*3/4, e, c.inner)
	}
}

// row sets the cells of one row.
func (d *Document) row(cells []Cell, widths []Length, leading Length, head bool) (out []placed, height Length, err error) {
	g := d.Geometry
	x := 0
	for c, cell := range cells {
		e := d.add("TD")
		switch {
		case head:
			e.tag, e.attr = "TH", "/O /Table /Scope /Column"
		case cell.Header:
			e.tag, e.attr = "TH", "/O /Table /Scope /Row"
		}
		lines, err := d.set(cell.Spans, fit{width: widths[c], rtl: cell.RightToLeft})
		if err != nil {
			return nil, 0, err
		}
		left := g.Left + x
		if d.RightToLeft {
			left = g.Left + g.Column - x - widths[c]
		}
		inner := make(map[int]*element)
		for n := range lines {
			lx := left
			if cell.Right != d.RightToLeft || lines[n].rtl {
				lx += widths[c] - lines[n].width
			}
			out = append(out, placed{&lines[n], lx, leading * n, e, inner})
		}
		height = max(height, leading*len(lines)+4*Point)
		x += widths[c] + cellGap
	}
	return out, height, nil
}

// columns shares the width out: each column what it needs, or, where that is too
// much, in proportion to it.
func (d *Document) columns(rows [][]Cell, width Length) ([]Length, error) {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	need := make([]Length, n)
	for _, r := range rows {
		for c, cell := range r {
			lines, err := d.set(cell.Spans, fit{width: 1 << 40, rtl: cell.RightToLeft})
			if err != nil {
				return nil, err
			}
			for _, l := range lines {
				need[c] = max(need[c], l.width+100)
			}
		}
	}
	room, total := width-cellGap*(n-1), 0
	for _, w := range need {
		total += w
	}
	if room < 20*Point*n {
		return nil, fmt.Errorf("a table of %d columns does not fit the page; split it", n)
	}
	if total <= room {
		return need, nil
	}
	least := 30 * Point
	if least*n > room {
		least = room / n
	}
	for c := range need {
		need[c] = least + (room-least*n)*need[c]/total
	}
	return need, nil
}
