package setter

import "slices"

// vline is one line of the column, the atom of page building.
type vline struct {
	height Length
	before Length
	base   Length // from its top to the baseline of text; 0 where it has none
	glued  bool   // no page may begin with it
	cost   int64  // of a page that begins with it
	shrink Length // by how much it can be made lower, at a cost
	step   Length // by how much at least, if at all
	side   bool   // it stands on a page turned on its side
	opens  bool   // a block begins with it
	moves  bool   // and may stand before a picture that it follows
	floats bool   // a picture that may stand behind the block after it
	spaced Length // how much of the space before it the block above asked for
	bar    int    // number of the quotation whose bar stands beside it, 0 for none
	draw   func(p *page, y, height Length)
	// What stands above the line where a page begins with it, and its height.
	top     Length
	drawTop func(p *page, y Length)
}

// paginate divides the lines into pages and draws them.
func (d *Document) paginate(newPage func(Geometry) *page) []*page {
	var pages []*page
	for _, part := range sections(glueKept(d.lines)) {
		g := d.Geometry
		if part[len(part)-1].side {
			g = g.turned()
		}
		if len(pages) > 0 {
			g.FirstTop = g.Top
		}
		for _, r := range settled(part, g) {
			p := newPage(g)
			pages = append(pages, p)
			d.drawPage(p, r, len(pages) == 1)
		}
	}
	if len(pages) == 0 {
		pages = append(pages, newPage(d.Geometry))
	}
	return pages
}

// sections are the lines that stand on pages of one kind: upright, or on their
// sides. What is glued to a line on its side, as its heading is, goes with it.
func sections(lines []vline) [][]vline {
	const most = 8 // lines that go with a table
	var out [][]vline
	for start := 0; start < len(lines); {
		end := start
		for end < len(lines) && lines[end].side == lines[start].side {
			end++
		}
		if end < len(lines) && !lines[start].side && lines[end].glued {
			for back := 1; back <= min(most, end-start); back++ {
				if l := &lines[end-back]; !l.glued && l.draw != nil {
					end -= back
					for i := end; i < len(lines) && !lines[i].side; i++ {
						lines[i].side = true
					}
					break
				}
			}
		}
		if end > start {
			out = append(out, lines[start:end])
		}
		start = end
	}
	return out
}

func (d *Document) drawPage(p *page, r pageRange, first bool) {
	g := p.geometry
	y := g.Height - g.Top
	if first {
		y = g.Height - g.FirstTop
	}
	bars := make(map[int]*[2]Length)
	var order []int
	over := r.over
	for i := range r.lines {
		l := &r.lines[i]
		switch {
		case i > 0:
			y -= l.before
		case l.drawTop != nil && !first:
			l.drawTop(p, y)
			y -= l.top
		}
		h := l.height
		if less := min(over, l.shrink); less > 0 {
			less = max(less, l.step)
			h -= less
			over -= less
		}
		if l.draw != nil {
			l.draw(p, y, h)
		}
		if l.bar != 0 {
			if bars[l.bar] == nil {
				bars[l.bar] = &[2]Length{y, y}
				order = append(order, l.bar)
			}
			bars[l.bar][1] = y - h
		}
		y -= h
	}
	for _, b := range order {
		x := g.Left + d.barIndents[b]
		if d.RightToLeft {
			x = g.Left + g.Column - barWidth - d.barIndents[b]
		}
		p.fill(x, bars[b][1], barWidth, bars[b][0]-bars[b][1], d.BarColor)
	}
}

const barWidth = 3 * Point / 2

// glueKept turns the marks of keepNext into glue on the line after them, and on
// the one after that, so that a heading is followed by two lines.
func glueKept(in []vline) []vline {
	var out []vline
	kept := false
	for _, l := range in {
		if l.height < 0 {
			kept = true
			continue
		}
		if kept {
			l.glued = true
			kept = l.draw == nil
		}
		out = append(out, l)
	}
	return out
}

// pageRange is the lines of one page, and by how much they are too high for it:
// pictures give that way.
type pageRange struct {
	lines []vline
	over  Length
}

// The costs of a page, against which those of its first line are weighed: a page
// that is a third empty costs about as much as a quotation broken in its middle.
const (
	noPage     = int64(1) << 50
	forced     = int64(1) << 40 // what is glued is longer than a page
	stubCost   = 4000           // a last page with next to nothing on it
	shrinkCost = 20             // for each hundredth that a picture gives way
	closerCost = 9              // for each hundredth squared that spaces are cut by
)

// pageRanges divides the lines into pages at the least cost: empty space at the
// feet, quotations and lists that break, pictures that give way, a last page of a
// few lines. Spaces between blocks may be cut by up to a third where that saves
// more than it costs.
func pageRanges(lines []vline, g Geometry) (best []pageRange, least int64) {
	least = noPage
	for _, percent := range []int{100, 94, 88, 82, 76, 70} {
		closer := slices.Clone(lines)
		for i := range closer {
			closer[i].before = closer[i].before * percent / 100
		}
		cut := int64(100 - percent)
		ranges, cost := breakPages(closer, g)
		if cost += cut * cut * closerCost / 4; cost < least {
			best, least = ranges, cost
		}
		if len(ranges) < 2 { // closer than this it is no shorter
			break
		}
	}
	return best, least
}

// breakPages finds the page ends of the least total cost for one spacing.
func breakPages(lines []vline, g Geometry) ([]pageRange, int64) {
	n := len(lines)
	best := make([]int64, n+1)
	from := make([]int, n+1)
	over := make([]Length, n+1)
	for j := 1; j <= n; j++ {
		best[j] = noPage
	}
	for i := 0; i < n; i++ {
		room := g.Height - g.Top - g.Bottom
		if i == 0 {
			room = g.Height - g.FirstTop - g.Bottom
		}
		used, shrink := 0, 0
		for j := i + 1; j <= n; j++ {
			l := &lines[j-1]
			used += l.height
			switch {
			case j-1 > i:
				used += l.before
			case i > 0:
				used += l.top
			}
			shrink += l.shrink
			if used-shrink > room && j > i+1 {
				break
			}
			cost := best[i] + pageCost(used, shrink, room, j == n, i > 0)
			if j < n {
				cost += lines[j].pageStart()
			}
			if cost < best[j] {
				best[j], from[j], over[j] = cost, i, max(0, used-room)
			}
		}
	}
	var out []pageRange
	for j := n; j > 0; j = from[j] {
		out = append(out, pageRange{lines[from[j]:j], over[j]})
	}
	reverse(out)
	return out, best[n]
}

// pageStart is the cost of a page that begins with the line.
func (l *vline) pageStart() int64 {
	if l.glued || l.draw == nil {
		return forced
	}
	return l.cost
}

// pageCost is the cost of a page that is filled to used of room.
func pageCost(used, shrink, room Length, last, later bool) int64 {
	if used > room {
		if shrink == 0 {
			return forced
		}
		return int64((used-room)*100/shrink) * shrinkCost / 2
	}
	free := int64((room - used) * 100 / room)
	if !last {
		return free * free
	}
	if filled := 100 - free; later && filled < 20 {
		return (20 - filled) * stubCost / 20
	}
	return 0
}
