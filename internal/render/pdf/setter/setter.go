// Package setter sets text: it shapes, breaks into lines and pages, tags, and
// writes a PDF (ISO 32000-1) made to PDF/UA-1 (ISO 14289-1).
//
// A Document is filled with blocks in reading order, inside structure elements
// opened by Begin and closed by End, and then written by PDF. All lengths are
// whole thousandths of a point, so that the same input gives the same bytes.
package setter

import (
	"fmt"
	"time"

	"pressroom/internal/render/pdf/sfnt"
)

// Length is a length in thousandths of a point.
type Length = int

// Point is one point, 1/72 inch.
const Point Length = 1000

// Color is red, green and blue in thousandths.
type Color [3]int

// Face is the index of a font in a Library.
type Face int

// Library is fonts that documents share. It is never written to.
type Library struct {
	Fonts     []*sfnt.Font
	Fallbacks [][]Face // for each face, where to look for a character it lacks
}

// Style is how a span is set.
type Style struct {
	Face     Face
	Size     Length
	Color    Color
	Tracking Length // added after each glyph
}

// Span is text in one style.
type Span struct {
	Text  string
	Style Style
	Href  string // an address makes it a link
}

// Block is a paragraph or what stands like one.
type Block struct {
	Tag         string // of its structure element: P, H1, LBody …
	Spans       []Span
	Leading     Length
	Before      Length // space above, left out at the top of a page
	Indent      Length
	Width       Length // 0: what the column leaves
	Balanced    bool   // lines of like length, for headlines
	Hang        bool   // an opening quotation mark hangs out to the left
	Keep        bool   // stays with the block after it
	Marker      []Span // a list's mark, set to the left of the text
	MarkerWidth Length
}

// Image is a picture ready to be written.
type Image struct {
	JPEG          []byte // either the file of a JPEG
	RGB, Alpha    []byte // or its pixels; Alpha may be nil
	Width, Height int    // pixels
}

// Geometry is the page.
type Geometry struct {
	Width, Height Length
	Left          Length // of the text column
	Column        Length // its width
	Top, Bottom   Length // distance of the text from the page's edges, from the second page on
	FirstTop      Length // and on the first page
}

// Running is a line of text outside the column: on every page, not tagged.
type Running struct {
	Spans []Span
	X, Y  Length // of its baseline, from the page's lower left
	Right bool   // X is its right end
}

// Rule is a line drawn on every page, not tagged.
type Rule struct {
	X, Y, Width, Thickness Length
	Color                  Color
}

// Furniture is what stands on a page outside the column.
type Furniture struct {
	Lines []Running
	Rules []Rule
}

// Document gathers blocks.
type Document struct {
	Library   *Library
	Geometry  Geometry
	Title     string
	Author    string
	Language  string
	Date      time.Time
	Furniture func(page, pages int) Furniture
	BarColor  Color // of the bar beside quotations

	root  *element
	open  []*element
	lines []vline
	bars  int // quotations so far, to tell their bars apart
	inBar int
	shaper
}

// element is a structure element.
type element struct {
	tag    string
	alt    string
	lang   string
	attr   string
	kids   []kid
	parent *element
}

// kid is a child of an element: an element, marked content or an annotation.
type kid struct {
	element    *element
	page, mcid int
	annotation int // index of a link, -1 for none
}

// vline is one line of the column, the atom of page building.
type vline struct {
	height Length
	before Length
	glued  bool // no page may begin with it
	bar    int  // number of the quotation whose bar stands beside it, 0 for none
	barX   Length
	draw   func(p *page, y Length) // y of its top
}

// New returns an empty document.
func New(lib *Library, g Geometry) *Document {
	d := &Document{Library: lib, Geometry: g, root: &element{tag: "Document"}}
	d.open = []*element{d.root}
	d.shaper.library = lib
	return d
}

func (d *Document) current() *element { return d.open[len(d.open)-1] }

func (d *Document) add(tag string) *element {
	e := &element{tag: tag, parent: d.current()}
	e.parent.kids = append(e.parent.kids, kid{element: e, annotation: -1})
	return e
}

// Begin opens a structure element. lang may be empty.
func (d *Document) Begin(tag, lang string) {
	e := d.add(tag)
	e.lang = lang
	d.open = append(d.open, e)
}

// End closes what Begin opened last.
func (d *Document) End() { d.open = d.open[:len(d.open)-1] }

// BeginBar starts a bar beside the blocks that follow; EndBar ends it.
func (d *Document) BeginBar() { d.bars++; d.inBar = d.bars }

// EndBar ends BeginBar.
func (d *Document) EndBar() { d.inBar = 0 }

// Add sets a block. The error names a character that no font has.
func (d *Document) Add(b Block) error {
	e := d.add(b.Tag)
	width := d.Geometry.Column - b.Indent
	if b.Width > 0 {
		width = b.Width
	}
	var marker *setLine
	if len(b.Marker) > 0 {
		m, err := d.set(b.Marker, width, false)
		if err != nil {
			return err
		}
		marker = &m[0]
	}
	lines, err := d.set(b.Spans, width, b.Balanced)
	if err != nil {
		return err
	}
	x := d.Geometry.Left + b.Indent
	links := make(map[int]*element)
	var label *element
	if marker != nil { // the label comes before the body in the list item
		label = &element{tag: "Lbl", parent: e.parent}
		last := len(e.parent.kids) - 1
		e.parent.kids = append(e.parent.kids[:last], kid{element: label, annotation: -1}, e.parent.kids[last])
	}
	for i := range lines {
		line := &lines[i]
		lx := x
		if b.Hang && i == 0 {
			lx -= line.hangWidth()
		}
		v := vline{height: b.Leading, bar: d.inBar, barX: d.Geometry.Left}
		if i == 0 {
			v.before = b.Before
		}
		// No page begins with a paragraph's second or last line.
		v.glued = i == 1 || i > 0 && i == len(lines)-1
		first := i == 0
		v.draw = func(p *page, y Length) {
			base := y - b.Leading*3/4
			if first && marker != nil {
				p.text(marker, x-b.MarkerWidth, base, label, nil)
			}
			p.text(line, lx, base, e, links)
		}
		d.lines = append(d.lines, v)
	}
	if b.Keep {
		d.keepNext()
	}
	return nil
}

// keepNext glues the next line that is added to the ones before it.
func (d *Document) keepNext() { d.lines = append(d.lines, vline{height: -1}) }

// Space adds space that is left out at the top of a page.
func (d *Document) Space(h Length) { d.lines = append(d.lines, vline{before: h, glued: true}) }

// Rule adds a hairline over the column.
func (d *Document) Rule(before, after, thickness Length, c Color) {
	g := d.Geometry
	d.lines = append(d.lines, vline{before: before, height: after, draw: func(p *page, y Length) {
		p.rule(g.Left, y, g.Column, thickness, c)
	}})
	d.keepNext()
}

// Picture adds a figure as wide as the column, or narrower so that it takes at
// most half a page.
func (d *Document) Picture(img *Image, alt string, before Length) {
	g := d.Geometry
	w := g.Column
	h := w * img.Height / img.Width
	if limit := (g.Height - g.Top - g.Bottom) / 2; h > limit {
		w, h = w*limit/h, limit
	}
	e := d.add("Figure")
	e.alt = alt
	d.lines = append(d.lines, vline{before: before, height: h, bar: d.inBar, draw: func(p *page, y Length) {
		p.image(img, g.Left, y-h, w, h, e)
	}})
}

// Cell is a cell of a table.
type Cell struct {
	Spans []Span
	Right bool
}

// Table adds a table with one head row. Rows are kept whole.
func (d *Document) Table(head []Cell, rows [][]Cell, leading, before Length, line Color) error {
	g := d.Geometry
	const gap = 12 * Point
	widths, err := d.columns(append([][]Cell{head}, rows...), g.Column, gap)
	if err != nil {
		return err
	}
	d.Begin("Table", "")
	defer d.End()
	for i, cells := range append([][]Cell{head}, rows...) {
		d.Begin("TR", "")
		row := vline{before: 4 * Point, glued: i == 1}
		if i == 0 {
			row.before = before
		}
		type placed struct {
			line  *setLine
			x, dy Length
			e     *element
		}
		var all []placed
		x := g.Left
		for c, cell := range cells {
			e := d.add("TD")
			if i == 0 {
				e.tag, e.attr = "TH", "/O /Table /Scope /Column"
			}
			lines, err := d.set(cell.Spans, widths[c], false)
			if err != nil {
				return err
			}
			for n := range lines {
				lx := x
				if cell.Right {
					lx += widths[c] - lines[n].width
				}
				all = append(all, placed{&lines[n], lx, leading * n, e})
			}
			row.height = max(row.height, leading*len(lines)+4*Point)
			x += widths[c] + gap
		}
		height := row.height
		links := make(map[int]*element)
		row.draw = func(p *page, y Length) {
			for _, a := range all {
				clear(links)
				p.text(a.line, a.x, y-a.dy-leading*3/4, a.e, links)
			}
			p.rule(g.Left, y-height, g.Column, 400, line)
		}
		d.lines = append(d.lines, row)
		d.End()
	}
	return nil
}

// columns shares the width out: each column what it needs, or, where that is too
// much, in proportion to it.
func (d *Document) columns(rows [][]Cell, width, gap Length) ([]Length, error) {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	need := make([]Length, n)
	for _, r := range rows {
		for c, cell := range r {
			lines, err := d.set(cell.Spans, 1<<40, false)
			if err != nil {
				return nil, err
			}
			for _, l := range lines {
				need[c] = max(need[c], l.width+100)
			}
		}
	}
	room, total := width-gap*(n-1), 0
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
