// Package pdf renders a release as a tagged PDF, made to PDF/UA-1 and PDF/A-2a:
// letterhead, headline, body with its quotations, pictures and links, page
// numbers, and, on an advance copy, the embargo on every page.
package pdf

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

const pt = setter.Point

// The colours of a page.
var (
	ink    = setter.Color{90, 90, 100}
	soft   = setter.Color{360, 370, 390}
	hair   = setter.Color{780, 785, 800}
	accent = setter.Color{30, 300, 400}
	alarm  = setter.Color{640, 90, 60}
)

// sizes of the page's parts: size and leading.
type sizes struct{ size, leading setter.Length }

var (
	bodySize     = sizes{10300, 15200}
	ledeSize     = sizes{11600, 16800}
	headlineSize = sizes{21000, 25500}
	subheadSize  = sizes{12500, 17000}
	headingSize  = sizes{12600, 16500}
	smallSize    = sizes{8600, 12600}
	lineSize     = sizes{9600, 14000}
)

// Render returns the PDF of one variant. fonts are for scripts that the built-in
// ones lack; hyphens, where they are known, divide the words of justified text. It is safe for
// concurrent use, and the same input gives the same bytes. A *setter.MissingError is a
// character that no font has.
func Render(r *release.Release, v *release.Version, phase release.Phase, assets release.Assets, fonts []Font, hyphens *Hyphens) (out []byte,
	err error,
) {
	defer recovered(r, v, &err) // shaping is foreign code on foreign text
	c, err := set(&composer{r: r, v: v, phase: phase, assets: assets}, fonts, hyphens)
	if err != nil {
		return nil, err
	}
	return c.doc.PDF()
}

// Sheets returns the pages of the PDF of one variant to be looked at: what Render writes, at
// the same places, drawn. picture gives the address at which an asset is found; nil has the
// pictures in the drawings themselves.
func Sheets(
	r *release.Release, v *release.Version, phase release.Phase, assets release.Assets, fonts []Font, hyphens *Hyphens,
	picture func(release.Asset) string,
) (out []setter.Sheet, err error) {
	defer recovered(r, v, &err)
	c, err := set(&composer{r: r, v: v, phase: phase, assets: assets, looked: true}, fonts, hyphens)
	if err != nil {
		return nil, err
	}
	if picture == nil {
		return c.doc.Sheets(nil)
	}
	return c.doc.Sheets(func(img *setter.Image) string { return picture(release.Asset{Data: img.File, Type: img.Type}) })
}

// recovered makes a panic while a release is set an error.
func recovered(r *release.Release, v *release.Version, err *error) {
	if p := recover(); p != nil {
		*err = diagnostic.Recovered(p, "setting the PDF of %s (%s)", r.Slug, v.Language)
	}
}

// set composes a document.
func set(c *composer, fonts []Font, hyphens *Hyphens) (*composer, error) {
	lib, err := libraryWith(fonts)
	if err != nil {
		return nil, err
	}
	r, v := c.r, c.v
	c.cat, c.rtl, c.justify, c.accent = v.Catalogue(), language.RightToLeft(v.Language), r.Print.Justify, accent
	if r.Issuer.Color != "" {
		c.accent = inkOf(r.Issuer.Color)
	}
	if hyphens != nil {
		c.hyphenate = hyphens.divideLong
		if r.Print.Justify {
			c.hyphenate = hyphens.divide
		}
		c.divideLong, c.divideApart = hyphens.divideLong, hyphens.divideApart
	}
	c.doc = setter.New(lib, geometry(r))
	c.doc.RightToLeft = c.rtl
	c.doc.Sticky, c.doc.Leader = c.sticky, c.cat.Leads
	c.doc.Title, c.doc.Author, c.doc.Language = v.Headline, r.Issuer.Name, v.Language
	c.doc.Date, c.doc.Modified = r.Timing.At, r.Modified()
	c.doc.Identifier, c.doc.Version = r.Reference, r.Revision
	c.doc.BarColor = hair
	c.doc.Furniture = c.furniture
	if err := c.letterhead(); err != nil {
		return nil, fmt.Errorf("setting the letterhead of %s (%s): %w", r.Slug, v.Language, err)
	}
	if err := c.compose(); err != nil {
		return nil, fmt.Errorf("setting the PDF of %s (%s): %w", r.Slug, v.Language, err)
	}
	return c, nil
}

// geometry is Letter for the us layout and A4 for the uk one, unless the settings
// say otherwise.
func geometry(r *release.Release) setter.Geometry {
	g := setter.Geometry{Width: 612 * pt, Height: 792 * pt, Column: 408 * pt, Top: 84 * pt, FirstTop: 104 * pt, Bottom: 84 * pt}
	if r.Print.Paper == release.A4 || r.Print.Paper == "" && r.Issuer.Layout == release.LayoutUK {
		g.Width, g.Height = 595276, 841890
	}
	g.Left = (g.Width - g.Column) / 2
	return g
}

// inkOf is a colour of the settings, "#rrggbb", darkened until text in it can be
// read on white: a contrast of 4.5 (WCAG 2.1, 1.4.3).
func inkOf(hex string) setter.Color {
	r, g, b, _ := release.ParseColor(release.Readable(hex))
	return setter.Color{int(r) * 1000 / 255, int(g) * 1000 / 255, int(b) * 1000 / 255}
}

type composer struct {
	r         *release.Release
	v         *release.Version
	phase     release.Phase
	assets    release.Assets
	cat       *language.Catalogue
	doc       *setter.Document
	accent    setter.Color
	rtl       bool
	justify   bool
	hyphenate func(string) string // of running text; nil without patterns
	// divideLong divides the words that may be too long for a line.
	divideLong func(string) string
	// divideApart does so in cells, whose lines are short.
	divideApart func(string) string
	head        head
	lede        bool // the next paragraph is the lede
	small       bool // the text is set in the small size
	looked      bool // it is drawn to be looked at, and its pictures are shown by a browser
	own         bool // what is set is the release's own part, not its text: it runs as the page does
	outline     release.Outline
	depth       int // of the list around
	err         error
}

func (c *composer) add(b setter.Block) {
	b.RightToLeft = c.runsRight(b.Spans)
	b.Item = b.Item || strings.HasPrefix(b.Tag, "H") // a name as a heading is no text of another language
	b.Spans = c.passages(b.Spans)
	b.Leading = c.leading(b.Leading)
	if c.err == nil {
		c.err = c.doc.Add(b)
	}
}

// fail keeps the first error.
func (c *composer) fail(err error) { c.err = cmp.Or(c.err, err) }

// runsRight tells whether a paragraph runs from right to left.
func (c *composer) runsRight(spans []setter.Span) bool {
	if c.own {
		return c.rtl
	}
	text := ""
	for _, s := range spans {
		text += s.Text
	}
	return language.ParagraphRightToLeft(text, c.rtl)
}

// figureCost is what a line pays that ends between a number and what it counts, and
// groupCost one that ends within a telephone number.
const (
	figureCost = 900
	groupCost  = 3000
)

// sticky is the cost of a line that ends between two words, by the language's rules
// and those of figures.
func (c *composer) sticky(before, after string) int {
	if cost := c.cat.Sticky(before, after); cost != 0 || before == "" || after == "" {
		return cost
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	switch {
	case unicode.IsDigit(last) && isUnit(first), unicode.Is(unicode.Sc, last) && unicode.IsDigit(first):
		return groupCost
	case !unicode.IsDigit(last) && last != ')':
	case isGroup(before) && isGroup(strings.TrimRight(after, ".,;:)")) && (unicode.IsDigit(first) || first == '('):
		return groupCost
	case unicode.IsDigit(last) && unicode.IsLower(first):
		return figureCost
	}
	return 0
}

// isUnit tells signs that belong to the number before them.
func isUnit(r rune) bool { return unicode.Is(unicode.Sc, r) || strings.ContainsRune("%‰°", r) }

// isGroup tells the parts of a telephone number.
func isGroup(word string) bool {
	return len(word) <= 6 && strings.Trim(word, "0123456789+-()/.") == "" && strings.ContainsAny(word, "0123456789")
}

// passages gives the parts of spans in a script of another language that language.
func (c *composer) passages(spans []setter.Span) []setter.Span {
	foreign := false
	for _, s := range spans {
		foreign = foreign || language.HasOtherScript(s.Text, c.v.Language)
	}
	if !foreign {
		return spans
	}
	var out []setter.Span
	for _, s := range spans {
		for _, p := range language.Passages(s.Text, c.v.Language) {
			part := s
			part.Text, part.Lang = p.Text, p.Language
			out = append(out, part)
		}
	}
	return out
}

// leading is that of the language: scripts with marks above and below need more.
func (c *composer) leading(l setter.Length) setter.Length {
	switch language.Script(c.v.Language) {
	case "Arab", "Deva", "Thai", "Khmr", "Mymr", "Tibt":
		return l * 118 / 100
	}
	return l
}

// plain adds a block of one style.
func (c *composer) plain(tag, text string, face setter.Face, s sizes, color setter.Color, before setter.Length) {
	c.add(setter.Block{
		Tag: tag, Spans: []setter.Span{{Text: text, Style: setter.Style{Face: face, Size: s.size, Color: color}}},
		Leading: s.leading, Before: before,
	})
}

// endMark stands in the middle, as on the page and in the mail.
func (c *composer) endMark() {
	c.add(setter.Block{
		Tag: "P", Spans: []setter.Span{{Text: c.r.EndMark(c.cat), Style: setter.Style{Face: sans, Size: smallSize.size, Color: soft}}},
		Leading: smallSize.leading, Before: 18 * pt, Middle: true, Width: c.doc.Geometry.Column, Follows: true,
	})
}

func (c *composer) compose() error {
	for _, part := range c.r.Parts() {
		switch part {
		case release.PartStatement:
			c.statement()
		case release.PartReleaseLine:
			color := ink
			if c.phase == release.PhaseAdvance {
				color = alarm
			}
			c.plain("P", c.r.ReleaseLines(c.cat, c.phase), sansBold, lineSize, color, 0)
		case release.PartContacts:
			c.contacts()
		case release.PartHeadline:
			c.headline()
		case release.PartBody:
			c.lede = true
			c.blocks(c.v.Copy(), 0)
		case release.PartMedia:
			c.media()
		case release.PartSignatories:
			c.names(c.cat.Say(language.Signatories), c.r.SignatoryNames(c.cat))
			c.partners()
		case release.PartBoilerplate:
			c.section("", c.v.Boilerplate)
		case release.PartNotes:
			c.section(c.cat.Say(language.NotesLabel), c.v.Notes)
		case release.PartEndMark:
			c.endMark()
		case release.PartReference:
			if line := c.r.ReferenceLine(c.cat); line != "" {
				c.plain("P", line, sans, smallSize, soft, 9*pt)
			}
		}
	}
	return c.err
}

// statement says what became of the release since it went out.
func (c *composer) statement() {
	s := c.r.Statement(c.v, false)
	if s == nil {
		return
	}
	c.plain("P", s.Head, sansBold, lineSize, ink, 0)
	for _, line := range s.Rest {
		c.plain("P", line, sans, lineSize, ink, 3*pt)
	}
	c.doc.Rule(8*pt, 8*pt, 500, hair)
}

// section adds small text under a hairline.
func (c *composer) section(label string, blocks []release.Block) {
	if len(blocks) == 0 {
		return
	}
	c.doc.Rule(18*pt, 4*pt, 500, hair)
	c.small = true
	if label != "" {
		c.label(label)
	}
	c.blocks(blocks, 0)
	c.small = false
}

func (c *composer) label(text string) {
	c.outline = release.Outline{} // what follows stands below it
	level := c.outline.Level(&release.Heading{Level: 2})
	c.add(setter.Block{
		Tag:     fmt.Sprintf("H%d", level),
		Spans:   []setter.Span{{Text: text, Style: setter.Style{Face: sansBold, Size: smallSize.size, Color: soft}}},
		Leading: smallSize.leading, Before: 5 * pt, Keep: true,
	})
}

func (c *composer) media() {
	type item struct{ title, href string }
	list := func(label string, items []item) {
		if len(items) == 0 {
			return
		}
		c.label(label)
		for _, it := range items {
			style := setter.Style{Face: sans, Size: smallSize.size, Color: soft}
			if it.href != "" {
				style.Color = c.accent
			}
			spans := line(c.v.Line(it.title), style, nil)
			for i := range spans {
				spans[i].Href = it.href
			}
			c.add(setter.Block{Tag: "P", Spans: spans, Leading: smallSize.leading, Before: 2 * pt})
		}
	}
	var videos, documents []item
	for _, m := range c.v.Videos() {
		title := m.Caption
		if title == "" {
			title = c.cat.Say(language.WatchVideo)
		}
		videos = append(videos, item{title, m.URL})
	}
	for _, d := range c.r.Documents {
		documents = append(documents, item{d.Title, d.URL})
	}
	c.own = true
	defer func() { c.own = false }()
	if len(videos)+len(documents) > 0 {
		c.doc.Rule(18*pt, 4*pt, 500, hair)
	}
	list(c.cat.Say(language.MediaLabel), videos)
	list(c.cat.Say(language.Documents), documents)
}
