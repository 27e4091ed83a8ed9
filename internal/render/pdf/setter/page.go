package setter

import (
	"fmt"
	"strings"

	"pressroom/internal/render/pdf/pdfobj"
)

// page is one page's content.
type page struct {
	doc     *writer
	index   int
	content strings.Builder
	owners  []*element // of each marked-content id
	links   []int      // annotations, as indices into writer.links
	images  []pdfobj.Ref
}

// paginate divides the lines into pages, greedily, never between lines that are
// glued, and calls draw for each line.
func (d *Document) paginate(newPage func() *page) []*page {
	g := d.Geometry
	lines := tighten(glueKept(d.lines), g)
	var pages []*page
	for start := 0; start < len(lines); {
		top := g.Height - g.Top
		if len(pages) == 0 {
			top = g.Height - g.FirstTop
		}
		end := fill(lines, start, top-g.Bottom)
		p := newPage()
		pages = append(pages, p)
		y := top
		bars := make(map[int]*[2]Length)
		var order []int
		for i := start; i < end; i++ {
			l := &lines[i]
			if i > start {
				y -= l.before
			}
			if l.draw != nil {
				l.draw(p, y)
			}
			if l.bar != 0 {
				if bars[l.bar] == nil {
					bars[l.bar] = &[2]Length{y, y}
					order = append(order, l.bar)
				}
				bars[l.bar][1] = y - l.height
			}
			y -= l.height
		}
		for _, b := range order {
			p.fill(g.Left, bars[b][1], 1500, bars[b][0]-bars[b][1], d.BarColor)
		}
		start = end
	}
	if len(pages) == 0 {
		pages = append(pages, newPage())
	}
	return pages
}

// tighten takes up to a third out of the space between blocks where that saves a
// last page with next to nothing on it.
func tighten(lines []vline, g Geometry) []vline {
	count, rest := measure(lines, g)
	if count < 2 || rest > (g.Height-g.Top-g.Bottom)/5 {
		return lines
	}
	for _, percent := range []int{92, 84, 76, 68} {
		closer := make([]vline, len(lines))
		for i, l := range lines {
			l.before = l.before * percent / 100
			closer[i] = l
		}
		if n, _ := measure(closer, g); n < count {
			return closer
		}
	}
	return lines
}

// measure counts the pages, and what is used of the last one.
func measure(lines []vline, g Geometry) (count int, last Length) {
	for start := 0; start < len(lines); {
		room := g.Height - g.Top - g.Bottom
		if count == 0 {
			room = g.Height - g.FirstTop - g.Bottom
		}
		end := fill(lines, start, room)
		last = 0
		for i := start; i < end; i++ {
			last += lines[i].height
			if i > start {
				last += lines[i].before
			}
		}
		start = end
		count++
	}
	return count, last
}

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

// fill returns the end of the page that begins at start.
func fill(lines []vline, start int, room Length) int {
	used := 0
	for i := start; i < len(lines); i++ {
		l := &lines[i]
		h := l.height
		if i > start {
			h += l.before
		}
		if used+h <= room {
			used += h
			continue
		}
		end := i
		for end > start && (lines[end].glued || lines[end].draw == nil) {
			end--
		}
		if end == start { // what is glued is longer than a page
			end = max(i, start+1)
		}
		return end
	}
	return len(lines)
}

func (p *page) op(format string, a ...any) { fmt.Fprintf(&p.content, format+"\n", a...) }

// mark begins content that belongs to an element.
func (p *page) mark(e *element) {
	id := len(p.owners)
	p.owners = append(p.owners, e)
	e.kids = append(e.kids, kid{page: p.index, mcid: id, annotation: -1})
	p.op("/%s <</MCID %d>> BDC", e.tag, id)
}

// fill draws a rectangle as an artefact.
func (p *page) fill(x, y, w, h Length, c Color) {
	p.op("/Artifact BMC\n%s rg\n%s %s %s %s re f\nEMC", color(c), pdfobj.Points(x), pdfobj.Points(y), pdfobj.Points(w), pdfobj.Points(h))
}

// rule draws a horizontal line as an artefact.
func (p *page) rule(x, y, w, thickness Length, c Color) { p.fill(x, y-thickness/2, w, thickness, c) }

func color(c Color) string {
	return pdfobj.Points(c[0]) + " " + pdfobj.Points(c[1]) + " " + pdfobj.Points(c[2])
}

func (p *page) image(img *Image, x, y, w, h Length, e *element) {
	ref := p.doc.image(img)
	p.images = append(p.images, ref)
	e.attr = fmt.Sprintf("/O /Layout /Placement /Block /BBox [%s %s %s %s]", pdfobj.Points(x), pdfobj.Points(y), pdfobj.Points(x+w), pdfobj.Points(y+h))
	p.mark(e)
	p.op("q %s 0 0 %s %s %s cm /I%d Do Q\nEMC", pdfobj.Points(w), pdfobj.Points(h), pdfobj.Points(x), pdfobj.Points(y), ref)
}

// text draws a line at a baseline. Its content belongs to e, and that of links
// to elements of their own in e, one for each link of the block. With e nil the
// line is an artefact.
func (p *page) text(line *setLine, x, y Length, e *element, links map[int]*element) {
	glyphs := line.glyphs
	for i := 0; i < len(glyphs); {
		href := line.spans[glyphs[i].span].Href
		j, width := i, 0
		for j < len(glyphs) && line.spans[glyphs[j].span].Href == href {
			width += glyphs[j].advance
			j++
		}
		switch {
		case e == nil:
			p.op("/Artifact BMC")
		case href == "":
			p.mark(e)
		default:
			p.mark(p.link(line, glyphs[i:j], x, y, e, links))
		}
		p.glyphs(glyphs[i:j], x, y)
		p.op("EMC")
		if href != "" {
			s := glyphs[i].style
			p.fill(x, y-s.Size*14/100, trimmedWidth(glyphs[i:j]), s.Size*45/1000, s.Color)
		}
		x += width
		i = j
	}
}

// link returns the element of a link, with an annotation over this part of it.
func (p *page) link(line *setLine, glyphs []glyph, x, y Length, e *element, links map[int]*element) *element {
	span := glyphs[0].span
	le := links[span]
	if le == nil {
		le = &element{tag: "Link", parent: e}
		e.kids = append(e.kids, kid{element: le, annotation: -1})
		links[span] = le
	}
	size := glyphs[0].style.Size
	p.doc.links = append(p.doc.links, link{
		href: line.spans[span].Href, page: p.index, element: le,
		rect: [4]Length{x, y - size/4, x + trimmedWidth(glyphs), y + size*3/4},
	})
	n := len(p.doc.links) - 1
	p.links = append(p.links, n)
	le.kids = append(le.kids, kid{annotation: n})
	return le
}

// glyphs writes the operators that show glyphs from x on a baseline.
func (p *page) glyphs(glyphs []glyph, x, y Length) {
	p.op("BT")
	for i := 0; i < len(glyphs); {
		j := i
		for j < len(glyphs) && glyphs[j].face == glyphs[i].face && glyphs[j].style == glyphs[i].style {
			j++
		}
		x = p.styled(glyphs[i:j], x, y)
		i = j
	}
	p.op("ET")
}

// styled shows glyphs of one font and style and returns where the next stand.
// TJ moves make up for kerning and for widths that are rounded in the file.
func (p *page) styled(glyphs []glyph, x, y Length) Length {
	s, face := glyphs[0].style, glyphs[0].face
	f := p.doc.font(face)
	p.op("/F%d %s Tf %s rg %s Tc", face, pdfobj.Points(s.Size), color(s.Color), pdfobj.Points(s.Tracking))
	p.op("1 0 0 1 %s %s Tm", pdfobj.Points(x), pdfobj.Points(y))
	shown := x // where the viewer stands
	rise := 0
	var b strings.Builder
	b.WriteString("[<")
	flush := func() {
		b.WriteString(">] TJ")
		p.op("%s", strings.ReplaceAll(b.String(), "<>", ""))
		b.Reset()
		b.WriteString("[<")
	}
	for i := 0; i < len(glyphs); i++ {
		g := &glyphs[i]
		opens := g.several && g.text != ""
		if opens {
			flush()
			p.op("/Span <</ActualText <FEFF%s>>> BDC", pdfobj.Hex16(g.text))
		}
		if g.dy != rise {
			flush()
			p.op("%s Ts", pdfobj.Points(g.dy))
			rise = g.dy
		}
		if move := (shown - (x + g.dx)) * 1000 / s.Size; move != 0 {
			fmt.Fprintf(&b, ">%d<", move)
			shown -= move * s.Size / 1000
		}
		code := f.code(g.id, g.text)
		fmt.Fprintf(&b, "%04X", code)
		shown += f.width(g.id)*s.Size/1000 + s.Tracking
		x += g.advance
		if g.several && (i+1 == len(glyphs) || glyphs[i+1].text != "") {
			flush()
			p.op("EMC")
		}
	}
	flush()
	if rise != 0 {
		p.op("0 Ts")
	}
	return x
}
