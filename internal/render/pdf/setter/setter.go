// Package setter sets text: it shapes, breaks into lines and pages, tags, and
// writes a PDF (ISO 32000-1) made to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO
// 19005-2).
//
// A Document is filled with blocks in reading order, inside structure elements
// opened by Begin and closed by End, and then written by PDF. All lengths are
// whole thousandths of a point, so that the same input gives the same bytes.
package setter

import (
	"strings"
	"time"

	"github.com/go-text/typesetting/language"

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
	Fallbacks [][]Face     // for each face, where to look for a character it lacks
	Scripts   []ScriptFont // fonts for scripts that the others do not have
}

// ScriptFont is the fonts for characters of one script.
type ScriptFont struct {
	Script        string // ISO 15924, as in Arab; "" for whatever else they have
	Regular, Bold Face
}

func (f ScriptFont) face(l *Library, want Face) Face {
	if l.Fonts[want].Bold {
		return f.Bold
	}
	return f.Regular
}

// scriptFace finds the font for a script.
func (l *Library) scriptFace(script language.Script, want Face) (Face, bool) {
	for _, f := range l.Scripts {
		if f.Script != "" && strings.EqualFold(f.Script, script.String()) {
			return f.face(l, want), true
		}
	}
	return want, false
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
	Lang  string // BCP 47, where it is not that of its block
	Code  bool   // what is typed, not said
	// Marked words are underlined, as those that were others before.
	Marked bool

	origin int // which of its block's spans it is a part of
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
	Middle      bool   // lines stand in the middle of their width
	Hang        bool   // an opening quotation mark hangs out of the column
	Justify     bool   // lines as wide as the column
	RightToLeft bool   // the paragraph runs from right to left
	Keep        bool   // stays with the block after it
	Follows     bool   // it says nothing on a page of its own: it stands below a table on a page that is turned on its side
	Item        bool   // of a list, or a heading: its lines begin at the page's side, whichever way they run
	BreakCost   int64  // of a page that begins with one of its lines
	Continues   bool   // the block goes on with the one before: its first line counts too
}

// Image is a picture ready to be written.
type Image struct {
	JPEG          []byte // either the file of a JPEG
	Packed        []byte // or pixels of RGB, deflated with a PNG's filters
	Palette       []byte // where it has one, Packed holds indices into it: red, green and blue of each
	Bits          int    // of an index
	RGB, Alpha    []byte // or its pixels; Alpha may be nil
	Width, Height int    // pixels
	File          []byte // what a browser shows of it, on a Sheet
	Type          string // of File, as in image/png
}

// Drawing is vector graphics: operators of a content stream (ISO 32000-1, section
// 8.5) in a space of Width by Height, with y upwards.
type Drawing struct {
	Content       []byte
	Width, Height Length
}

// Graphic is an image or a drawing.
type Graphic struct {
	Image   *Image
	Drawing *Drawing
}

// Ratio is width and height in the same unit.
func (g Graphic) size() (w, h int) {
	if g.Drawing != nil {
		return g.Drawing.Width, g.Drawing.Height
	}
	return g.Image.Width, g.Image.Height
}

// Within is the largest size of the graphic's proportions in a box.
func (g Graphic) Within(width, height Length) (w, h Length) {
	gw, gh := g.size()
	w, h = width, max(1, width*gh/gw)
	if h > height {
		w, h = max(1, height*gw/gh), height
	}
	return w, h
}

// Geometry is the page.
type Geometry struct {
	Width, Height Length
	Left          Length // of the text column
	Column        Length // its width
	Top, Bottom   Length // distance of the text from the page's edges, from the second page on
	FirstTop      Length // and on the first page
}

// turned is the page on its side: the text as high as it was wide, and more across.
func (g Geometry) turned() Geometry {
	const margin = 66 * Point
	return Geometry{
		Width: g.Height, Height: g.Width, Left: margin, Column: g.Height - 2*margin, Top: g.Top, FirstTop: g.FirstTop,
		Bottom: g.Bottom,
	}
}

// Running is a line of text outside the column: on every page, not tagged.
type Running struct {
	Spans   []Span
	X, Y    Length // of its baseline, from the page's lower left
	Right   bool   // X is its right end
	Width   Length // 0: as long as it is; else it goes on below
	Leading Length // of the lines below
}

// Rule is a line drawn on every page, not tagged.
type Rule struct {
	X, Y, Width, Thickness Length
	Color                  Color
}

// Furniture is what stands on a page outside the column.
type Furniture struct {
	Lines    []Running
	Rules    []Rule
	Graphics []Placed
}

// Placed is a graphic at a place: X and Y of its lower left.
type Placed struct {
	Graphic
	X, Y, Width, Height Length
}

// Document gathers blocks.
type Document struct {
	Library     *Library
	Geometry    Geometry
	Title       string
	Author      string
	Identifier  string // of this copy, in the metadata; "" for none
	Version     string // names what the document was made from, in the metadata; "" for none
	Language    string
	RightToLeft bool // the page: bars, marks and columns stand mirrored
	Date        time.Time
	Modified    time.Time // zero where it was not changed since Date
	Furniture   func(page, pages int, g Geometry) Furniture
	BarColor    Color // of the bar beside quotations
	// Sticky is the cost of a line that ends between two words, for what should
	// stay together; below 0 it must not end there.
	Sticky func(before, after string) int
	// Leader tells words that no line of a headline should end with.
	Leader func(word string) bool

	root     *element
	open     []*element
	lines    []vline
	pending  Length // space before the next line
	side     bool   // what is added stands on pages turned on their sides
	bars     int    // quotations so far, to tell their bars apart
	inBar    int
	barDepth int
	marks    []setMark // of the items that were begun, until a line stands beside them
	figure   *figure   // that was begun last
	// The distance of each quotation's bar from the column's edge.
	barIndents map[int]Length
	outline    []bookmark
	shaper
}

// bookmark is a heading in the reader's side panel.
type bookmark struct {
	text    string
	level   int
	page    int
	y       Length
	element *element
	placed  bool
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

// New returns an empty document.
func New(lib *Library, g Geometry) *Document {
	d := &Document{Library: lib, Geometry: g, root: &element{tag: "Document"}}
	d.open = []*element{d.root}
	d.library = lib
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

// Extent is how wide text is where nothing breaks it, and how many lines of a width
// it takes.
func (d *Document) Extent(spans []Span, width Length, rtl bool) (natural Length, lines int, err error) {
	one, err := d.set(spans, fit{width: 1 << 40, rtl: rtl})
	if err != nil {
		return 0, 0, err
	}
	for i := range one {
		natural = max(natural, one[i].width)
	}
	broken, err := d.set(spans, fit{width: width, rtl: rtl})
	return natural, len(broken), err
}

// BeginBar starts a bar beside the blocks that follow, at an indent; EndBar ends it.
// Within a bar it does nothing: the outer one goes on.
func (d *Document) BeginBar(indent Length) {
	d.barDepth++
	if d.barDepth > 1 {
		return
	}
	d.bars++
	d.inBar = d.bars
	if indent != 0 {
		if d.barIndents == nil {
			d.barIndents = make(map[int]Length)
		}
		d.barIndents[d.bars] = indent
	}
}

// EndBar ends BeginBar.
func (d *Document) EndBar() {
	if d.barDepth--; d.barDepth == 0 {
		d.inBar = 0
	}
}

// line adds a line of the column, with the space that Space asked for.
func (d *Document) line(v vline) {
	v.before, v.spaced = v.before+d.pending, d.pending
	v.side = d.side
	d.pending = 0
	if len(d.marks) > 0 && v.base > 0 {
		d.markBeside(&v)
	}
	d.lines = append(d.lines, v)
}

// aboveBase is how far a line's baseline is below its top.
func aboveBase(leading Length) Length { return leading * 3 / 4 }

// Add sets a block. The error names a character that no font has.
func (d *Document) Add(b Block) error {
	d.sticky, d.leader = d.Sticky, d.Leader
	e := d.add(b.Tag)
	if b.Follows && len(d.lines) > 0 && d.lines[len(d.lines)-1].side {
		d.side = true
		defer func() { d.side = false }()
		if b.Middle {
			b.Width = d.Geometry.turned().Column
		}
	}
	f := fit{width: d.Geometry.Column - b.Indent, balanced: b.Balanced, justify: b.Justify, hang: b.Hang, rtl: b.RightToLeft}
	if b.Width > 0 {
		f.width = b.Width
	}
	lines, err := d.set(b.Spans, f)
	if err != nil {
		return err
	}
	var under *figure // of a caption
	if b.Tag == captionTag {
		under = d.figure
	}
	mark := d.bookmark(b, e)
	inner := make(passages)
	for i := range lines {
		line := &lines[i]
		v := vline{height: b.Leading, bar: d.inBar, base: aboveBase(b.Leading)}
		if i > 0 || b.Continues {
			v.cost = b.BreakCost
		}
		if i == 0 {
			v.before, v.opens = b.Before, true
			v.moves = b.Tag == "P" && !b.Item && !b.Keep && (b.Indent == 0 || d.inBar != 0)
		}
		// No page begins with a paragraph's second or last line.
		v.glued = i == 1 || i > 0 && i == len(lines)-1
		first := i == 0
		v.draw = func(p *page, y, _ Length) {
			base := y - aboveBase(b.Leading)
			if first && mark >= 0 {
				d.outline[mark].page, d.outline[mark].y, d.outline[mark].placed = p.index, y, true
			}
			x := d.lineX(b, line, first)
			if under != nil && under.smaller { // in the middle, as its picture is
				x = d.Geometry.Left + (d.Geometry.Column-line.width)/2
			}
			p.text(line, d.aside(p)+x, base, e, inner)
		}
		d.line(v)
	}
	if b.Keep {
		d.keepNext()
	}
	return nil
}

// aside is by how much what is set for upright pages stands elsewhere on a page that is
// turned on its side: it keeps to the edge at which reading begins.
func (d *Document) aside(p *page) Length {
	if d.RightToLeft {
		return p.geometry.Left + p.geometry.Column - d.Geometry.Left - d.Geometry.Column
	}
	return p.geometry.Left - d.Geometry.Left
}

// lineX is where a line begins: at the column's left, or, from right to left, so
// that it ends at its right.
func (d *Document) lineX(b Block, line *setLine, first bool) Length {
	hang := 0
	if b.Hang && first {
		hang = line.hangWidth()
	}
	left, right := d.Geometry.Left, d.Geometry.Left+d.Geometry.Column
	if d.RightToLeft {
		right -= b.Indent
	} else {
		left += b.Indent
	}
	switch {
	case b.Middle && d.RightToLeft:
		return right - (b.Width+line.width)/2
	case b.Middle:
		return left + (b.Width-line.width)/2
	case b.Item && d.RightToLeft:
		return right - line.width
	case b.Item:
		return left
	case line.rtl:
		return right - line.width + hang
	}
	return left - hang
}

// bookmark notes a heading for the outline and returns its index, -1 for others.
func (d *Document) bookmark(b Block, e *element) int {
	if len(b.Tag) != 2 || b.Tag[0] != 'H' || b.Tag[1] < '1' || b.Tag[1] > '6' {
		return -1
	}
	text := ""
	for _, s := range b.Spans {
		text += s.Text
	}
	d.outline = append(d.outline, bookmark{text: strings.Join(strings.Fields(text), " "), level: int(b.Tag[1] - '0'), element: e})
	return len(d.outline) - 1
}

// keepNext glues the next line that is added to the ones before it.
func (d *Document) keepNext() { d.lines = append(d.lines, vline{height: -1}) }

// Space adds space before what follows, left out at the top of a page.
func (d *Document) Space(h Length) { d.pending += h }

// Rule adds a hairline over the column.
func (d *Document) Rule(before, after, thickness Length, c Color) {
	g := d.Geometry
	d.line(vline{before: before, height: after, opens: true, draw: func(p *page, y, _ Length) {
		p.rule(g.Left, y, g.Column, thickness, c)
	}})
	d.keepNext()
}
