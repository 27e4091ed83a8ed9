package setter

import "slices"

// Align is how a cell is set in its column.
type Align int

// The alignments: Start is where reading begins.
const (
	Start Align = iota
	Middle
	End
)

// Cell is a cell of a table.
type Cell struct {
	Spans       []Span
	Align       Align
	Header      bool // the head of its row
	Whole       bool // it stands on one line: a number with its unit
	RightToLeft bool
}

// Table is a table with one head row.
type Table struct {
	Head    []Cell
	Rows    [][]Cell
	Leading Length
	Before  Length
	Indent  Length // from the column's edge
	Upright bool   // it must not stand on a page turned on its side
	Divides bool   // its words may be divided where they have places for hyphens
	Line    Color
}

const (
	cellGap = 12 * Point
	rowGap  = 4 * Point
)

// The sizes at which a table is tried, in hundredths of the one it has.
var tableSizes = []int{100, 92, 85, 78}

// Table adds a table. One whose words the column cannot hold is set smaller, then on
// a page turned on its side; where that does not do either, ok is false and nothing
// was added. Rows are kept whole where they are not high; a table that goes on over a
// page begins there with its head once more, as an artefact.
func (d *Document) Table(t Table) (ok bool, err error) {
	d.sticky, d.leader = d.Sticky, nil
	all := append([][]Cell{t.Head}, t.Rows...)
	m, err := d.measureColumns(all, t.Divides)
	if err != nil {
		return false, err
	}
	upright := d.side
	defer func() { d.side = upright }()
	for _, side := range []bool{false, true} {
		if side && t.Upright {
			break
		}
		g := d.Geometry
		if side {
			g = g.turned()
		}
		for _, percent := range tableSizes {
			if widths := m.share(g.Column-t.Indent, percent); widths != nil {
				d.side = d.side || side
				s := tableSetter{Document: d, Table: t, geometry: g, widths: widths, percent: percent}
				return true, s.set(all)
			}
		}
	}
	return false, nil
}

// tableSetter sets a table whose columns have their widths.
type tableSetter struct {
	*Document
	Table
	geometry Geometry
	widths   []Length
	percent  int
	head     [][]placed // by line, to be repeated
}

// placed is a line of a cell at its place.
type placed struct {
	line  *setLine
	x     Length
	e     *element
	inner passages
}

func (s *tableSetter) scaled(l Length) Length { return l * s.percent / 100 }

// left is the table's left end, and width how wide it is.
func (s *tableSetter) left() Length {
	if s.RightToLeft {
		return s.geometry.Left + s.geometry.Column - s.Indent - s.width()
	}
	return s.geometry.Left + s.Indent
}

func (s *tableSetter) width() Length {
	w := s.scaled(cellGap) * (len(s.widths) - 1)
	for _, c := range s.widths {
		w += c
	}
	return w
}

func (s *tableSetter) set(all [][]Cell) error {
	s.Begin("Table", "")
	defer s.End()
	for i, cells := range all {
		if i < 2 {
			group := "THead"
			if i == 1 {
				group = "TBody"
			}
			s.Begin(group, "")
		}
		s.Begin("TR", "")
		lines, err := s.row(cells, i == 0)
		if err != nil {
			return err
		}
		s.End()
		if i == 0 || i == len(all)-1 {
			s.End()
		}
		if i == 0 {
			s.head = lines
		}
		s.addRow(lines, i)
	}
	return nil
}

// row sets the cells of one row, line by line.
func (s *tableSetter) row(cells []Cell, head bool) ([][]placed, error) {
	var out [][]placed
	x := 0
	for c, cell := range cells {
		e := s.add("TD")
		switch {
		case head:
			e.tag, e.attr = "TH", "/O /Table /Scope /Column"
		case cell.Header:
			e.tag, e.attr = "TH", "/O /Table /Scope /Row"
		}
		lines, err := s.Document.set(smaller(cell.Spans, s.percent), fit{width: s.widths[c], rtl: cell.RightToLeft, whole: cell.Whole})
		if err != nil {
			return nil, err
		}
		left := s.left() + x
		if s.RightToLeft {
			left = s.left() + s.width() - x - s.widths[c]
		}
		inner := make(passages)
		for n := range lines {
			for len(out) <= n {
				out = append(out, nil)
			}
			out[n] = append(out[n], placed{&lines[n], left + s.offset(cell, &lines[n], s.widths[c]), e, inner})
		}
		x += s.widths[c] + s.scaled(cellGap)
	}
	if len(out) == 0 {
		out = append(out, nil)
	}
	return out, nil
}

// offset is the distance of a line from the left end of its cell.
func (s *tableSetter) offset(c Cell, l *setLine, width Length) Length {
	switch free := width - l.width; {
	case c.Align == Middle:
		return free / 2
	case (c.Align == End) != s.RightToLeft: // at the side of its column, whichever way it runs
		return free
	}
	return 0
}

// The costs of a page that begins within a row, and of one that begins with a row.
const breakRow = 300

// addRow adds the lines of a row to the column.
func (s *tableSetter) addRow(lines [][]placed, row int) {
	leading := s.scaled(s.Leading)
	g, left, width := s.geometry, s.left(), s.width()
	column := g.Height - g.Top - g.Bottom
	whole := leading*len(lines) < column/3
	head, headHeight := s.head, leading*len(s.head)+rowGap
	repeats := row > 0 && headHeight < column/4
	for n, line := range lines {
		last := n == len(lines)-1
		v := vline{height: leading, bar: s.inBar, base: aboveBase(leading), opens: row == 0 && n == 0}
		switch {
		case row == 0 && n == 0:
			v.before = s.Before
		case n == 0:
			v.before = rowGap
		}
		if last {
			v.height += rowGap
		}
		switch {
		case row == 0 || whole || n == 1 || last:
			v.glued = n > 0
		default:
			v.cost = breakRow
		}
		if row == 1 { // no head stands alone
			v.glued = v.glued || n == 0
		}
		v.draw = func(p *page, y, height Length) {
			drawCells(p, line, y, leading, true)
			if last {
				p.rule(left, y-height, width, 400, s.Line)
			}
		}
		if repeats {
			v.top = headHeight + rowGap
			v.drawTop = func(p *page, y Length) {
				for i, l := range head {
					drawCells(p, l, y-leading*i, leading, false)
				}
				p.rule(left, y-headHeight, width, 400, s.Line)
			}
		}
		s.line(v)
	}
}

func drawCells(p *page, cells []placed, y, leading Length, tagged bool) {
	for _, c := range cells {
		e := c.e
		if !tagged {
			e = nil
		}
		p.text(c.line, c.x, y-aboveBase(leading), e, c.inner)
	}
}

// smaller is spans at a size in hundredths of theirs.
func smaller(spans []Span, percent int) []Span {
	if percent == 100 {
		return spans
	}
	out := slices.Clone(spans)
	for i := range out {
		out[i].Style.Size = out[i].Style.Size * percent / 100
	}
	return out
}

// measures are what columns need: their longest line, and the longest part that
// cannot be broken.
type measures struct{ natural, least []Length }

func (d *Document) measureColumns(rows [][]Cell, divides bool) (measures, error) {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	m := measures{make([]Length, n), make([]Length, n)}
	for _, r := range rows {
		for c, cell := range r {
			for _, part := range splitLines(cell.Spans) {
				glyphs, err := d.shape(part, d.Language, cell.RightToLeft)
				if err != nil {
					return m, err
				}
				if cell.Whole {
					keepWhole(glyphs)
				}
				const spare = 100 // lost to rounding
				m.natural[c] = max(m.natural[c], trimmedWidth(glyphs)+spare)
				m.least[c] = max(m.least[c], longestPart(glyphs, divides)+spare)
			}
		}
	}
	return m, nil
}

// longestPart is the widest part of a text that no line's end may divide. divides tells
// whether one may where a hyphen can stand, which then is a part of the line.
func longestPart(glyphs []glyph, divides bool) Length {
	most, start := 0, 0
	for i := range glyphs {
		if g := &glyphs[i]; g.break_ != noBreak && (divides || !g.hyphen) && g.break_ < ownHyphen || i == len(glyphs)-1 {
			width := trimmedWidth(glyphs[start : i+1])
			if g.hyphen && divides {
				width += g.dx
			}
			most = max(most, width)
			start = i + 1
		}
	}
	return most
}

// share gives each column its width at a size: what it needs where there is room for
// all, else the longest part that cannot be broken and a share of the rest that goes
// with what the column holds. It is nil where the longest parts have no room.
func (m measures) share(width Length, percent int) []Length {
	n := len(m.natural)
	room := width - cellGap*percent/100*(n-1)
	natural, least := make([]Length, n), make([]Length, n)
	needed, must := 0, 0
	for c := range n {
		// a little more, since widths do not shrink quite as sizes do
		natural[c], least[c] = m.natural[c]*percent/100+m.natural[c]/200, m.least[c]*percent/100+m.least[c]/200
		needed, must = needed+natural[c], must+least[c]
	}
	switch {
	case must > room:
		return nil
	case needed <= room:
		return natural
	}
	// Columns whose fair share is less than they must have take that, those that need
	// less than it take what they need, until the others can share what is left.
	out := make([]Length, n)
	fixed := make([]bool, n)
	for {
		rest, total, open := room, 0, 0
		for c := range n {
			if fixed[c] {
				rest -= out[c]
			} else {
				total, open = total+natural[c], open+1
			}
		}
		if open == 0 {
			return out
		}
		again := false
		for c := range n {
			if fixed[c] {
				continue
			}
			// Half by what it holds, half in equal parts: long columns get more, and
			// short ones are not broken for their sake.
			out[c] = rest*natural[c]/(2*total) + rest/(2*open)
			if out[c] < least[c] {
				out[c], fixed[c], again = least[c], true, true
			}
		}
		if again {
			continue
		}
		for c := range n {
			if !fixed[c] && out[c] > natural[c] {
				out[c], fixed[c], again = natural[c], true, true
			}
		}
		if !again {
			return out
		}
	}
}
