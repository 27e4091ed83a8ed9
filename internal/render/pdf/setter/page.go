package setter

import (
	"fmt"
	"strings"

	"pressroom/internal/render/pdf/pdfobj"
)

// page is one page's content.
type page struct {
	doc      *writer
	index    int
	geometry Geometry
	content  strings.Builder
	owners   []*element // of each marked-content id
	links    []int      // annotations, as indices into writer.links
	images   []pdfobj.Ref
	sheet    *sheet // what it is drawn on in the place of content, to be looked at; nil for a file
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
	if p.sheet != nil {
		p.sheet.fill(x, y, w, h, c)
		return
	}
	p.op("/Artifact <</Type /Layout>> BDC\n%s rg\n%s %s %s %s re f\nEMC", color(c), pdfobj.Points(x), pdfobj.Points(y), pdfobj.Points(w),
		pdfobj.Points(h))
}

// rule draws a horizontal line as an artefact.
func (p *page) rule(x, y, w, thickness Length, c Color) { p.fill(x, y-thickness/2, w, thickness, c) }

func color(c Color) string {
	return pdfobj.Points(c[0]) + " " + pdfobj.Points(c[1]) + " " + pdfobj.Points(c[2])
}

// figure draws a picture or drawing; with e nil it is an artefact.
func (p *page) figure(g Graphic, x, y, w, h Length, e *element) {
	if p.sheet != nil {
		p.sheet.figure(g, x, y, w, h)
		return
	}
	if e == nil {
		p.op("/Artifact <</Type /Pagination>> BDC")
	} else {
		e.attr = fmt.Sprintf("/O /Layout /Placement /Block /BBox [%s %s %s %s]", pdfobj.Points(x), pdfobj.Points(y), pdfobj.Points(x+w),
			pdfobj.Points(y+h))
		p.mark(e)
		last := len(e.kids) - 1 // the picture comes before what is said of it
		e.kids = append([]kid{e.kids[last]}, e.kids[:last]...)
	}
	ref := p.doc.graphic(g)
	p.images = append(p.images, ref)
	if g.Drawing != nil { // a form's own space is that of its drawing
		w, h = scale(w, g.Drawing.Width), scale(h, g.Drawing.Height)
	}
	p.op("q %s 0 0 %s %s %s cm /I%d Do Q\nEMC", pdfobj.Points(w), pdfobj.Points(h), pdfobj.Points(x), pdfobj.Points(y), ref)
}

// scale is a factor in thousandths.
func scale(to, from Length) Length { return to * 1000 / from }

// passages are the elements within a block: of links, and of what is in another
// language or typed, by their spans.
type passages map[passage]*element

type passage struct {
	origin int // of the span
	link   bool
}

// text draws a line at a baseline. Its content belongs to e, that of links and of
// passages in another language to elements of their own in e, one for each span
// of the block. With e nil the line is an artefact.
func (p *page) text(line *setLine, x, y Length, e *element, inner passages) {
	if p.sheet != nil {
		p.sheet.text(line, x, y)
		return
	}
	for _, s := range line.segments() {
		span := &line.spans[line.glyphs[s.from].span]
		glyphs := line.visual(s)
		left := x + s.x
		owner := e
		if e != nil && (span.Lang != "" || span.Code) {
			owner = p.passage(span, e, inner)
		}
		switch {
		case e == nil:
			p.op("/Artifact <</Type /Pagination>> BDC")
		case span.Href == "":
			p.mark(owner)
		default:
			p.mark(p.link(line, s, glyphs, left, y, owner, inner))
		}
		if s.level%2 == 1 { // the glyphs run against the order of the text (ISO 32000-1, 14.8.2.3.3)
			p.op("/ReversedChars BMC")
		}
		p.glyphs(glyphs, left, y)
		if s.level%2 == 1 {
			p.op("EMC")
		}
		p.op("EMC")
		if span.Href != "" || span.Marked {
			p.fill(s.underline(line, left, y))
		}
	}
}

// underline is the place and colour of the line under a segment.
func (s segment) underline(line *setLine, left, y Length) (x, top, width, thickness Length, c Color) {
	st := line.glyphs[s.from].style
	x, width = s.ink(line, left)
	return x, y - st.Size*14/100, width, st.Size * 45 / 1000, st.Color
}

// ink is the place of a segment without the space at its end.
func (s segment) ink(line *setLine, left Length) (x, width Length) {
	width = trimmedWidth(line.glyphs[s.from:s.to])
	if s.level%2 == 1 {
		left += s.width - width
	}
	return left, width
}

// passage returns the element of a passage in a language of its own, or of code.
func (p *page) passage(span *Span, e *element, inner passages) *element {
	key := passage{span.origin, false}
	se := inner[key]
	if se == nil {
		se = &element{tag: "Span", lang: span.Lang, parent: e}
		if span.Code {
			se.tag = "Code"
		}
		e.kids = append(e.kids, kid{element: se, annotation: -1})
		inner[key] = se
	}
	return se
}

// link returns the element of a link, with an annotation over this part of it.
func (p *page) link(line *setLine, s segment, glyphs []glyph, x, y Length, e *element, inner passages) *element {
	span := &line.spans[line.glyphs[s.from].span]
	key := passage{span.origin, true}
	le := inner[key]
	if le == nil {
		le = &element{tag: "Link", parent: e}
		e.kids = append(e.kids, kid{element: le, annotation: -1})
		inner[key] = le
	}
	size := glyphs[0].style.Size
	x, w := s.ink(line, x)
	p.doc.links = append(p.doc.links, link{
		href: span.Href, page: p.index, element: le,
		rect: [4]Length{x, y - size/4, x + w, y + size*3/4},
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
