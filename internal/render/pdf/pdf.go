// Package pdf renders a release as a tagged PDF, made to PDF/UA-1 and PDF/A-2a:
// letterhead, headline, body with its quotations, pictures and links, page
// numbers, and, on an advance copy, the embargo on every page.
package pdf

import (
	"fmt"
	"strings"

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
// ones lack; hyphens, where they are known, divide the words of justified text. It is safe for concurrent use, and the same input gives the same
// bytes. A *setter.MissingError is a character that no font has.
func Render(r *release.Release, v *release.Version, phase release.Phase, assets release.Assets, fonts []Font, hyphens *Hyphens) (out []byte, err error) {
	lib, err := libraryWith(fonts)
	if err != nil {
		return nil, err
	}
	defer func() { // shaping is foreign code on foreign text
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("setting the PDF of %s (%s): %v", r.Slug, v.Language, p)
		}
	}()
	c := &composer{r: r, v: v, phase: phase, assets: assets, cat: v.Catalogue(), rtl: language.RightToLeft(v.Language), justify: r.Print.Justify, accent: accent}
	if r.Issuer.Color != "" {
		c.accent = inkOf(r.Issuer.Color)
	}
	if r.Print.Justify && hyphens != nil {
		c.hyphenate = hyphens.divide
	}
	c.doc = setter.New(lib, geometry(r))
	c.doc.RightToLeft = c.rtl
	c.doc.Sticky, c.doc.Leader = c.cat.Sticky, c.cat.Leads
	c.doc.Title, c.doc.Author, c.doc.Language = v.Headline, r.Issuer.Name, v.Language
	c.doc.Date = r.Timing.At
	c.doc.Furniture = c.furniture
	c.doc.BarColor = hair
	if err := c.compose(); err != nil {
		return nil, fmt.Errorf("setting the PDF of %s (%s): %w", r.Slug, v.Language, err)
	}
	return c.doc.PDF()
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
	hyphenate func(string) string
	lede      bool // the next paragraph is the lede
	small     bool // the text is set in the small size
	err       error
}

func (c *composer) add(b setter.Block) {
	b.RightToLeft = c.runsRight(b.Spans)
	b.Spans = c.passages(b.Spans)
	b.Leading = c.leading(b.Leading)
	if c.err == nil {
		c.err = c.doc.Add(b)
	}
}

// runsRight tells whether a paragraph runs from right to left.
func (c *composer) runsRight(spans []setter.Span) bool {
	if c.rtl {
		text := ""
		for _, s := range spans {
			text += s.Text
		}
		return language.ParagraphRightToLeft(text, true)
	}
	for _, s := range spans {
		if right, ok := language.FirstStrong(s.Text); ok {
			return right
		}
	}
	return false
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
	c.add(setter.Block{Tag: tag, Spans: []setter.Span{{Text: text, Style: setter.Style{Face: face, Size: s.size, Color: color}}}, Leading: s.leading, Before: before})
}

func (c *composer) compose() error {
	for _, part := range c.r.Parts() {
		switch part {
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
			c.plain("P", c.r.EndMark(c.cat), sans, smallSize, soft, 18*pt)
		}
	}
	return c.err
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
	c.add(setter.Block{
		Tag: "H2", Spans: []setter.Span{{Text: text, Style: setter.Style{Face: sansBold, Size: smallSize.size, Color: soft}}},
		Leading: smallSize.leading, Before: 5 * pt, Keep: true,
	})
}

func (c *composer) media() {
	list := func(label string, items []setter.Span) {
		if len(items) == 0 {
			return
		}
		c.label(label)
		for _, it := range items {
			it.Style = setter.Style{Face: sans, Size: smallSize.size, Color: soft}
			if it.Href != "" {
				it.Style.Color = c.accent
			}
			c.add(setter.Block{Tag: "P", Spans: []setter.Span{it}, Leading: smallSize.leading, Before: 2 * pt})
		}
	}
	var videos, documents []setter.Span
	for _, m := range c.v.Videos() {
		title := m.Caption
		if title == "" {
			title = c.cat.Say(language.WatchVideo)
		}
		videos = append(videos, setter.Span{Text: title, Href: m.URL})
	}
	for _, d := range c.r.Documents {
		documents = append(documents, setter.Span{Text: d.Title, Href: d.URL})
	}
	if len(videos)+len(documents) > 0 {
		c.doc.Rule(18*pt, 4*pt, 500, hair)
	}
	list(c.cat.Say(language.MediaLabel), videos)
	list(c.cat.Say(language.Documents), documents)
}

func (c *composer) blocks(blocks []release.Block, indent setter.Length) {
	for _, b := range blocks {
		c.block(b, indent)
	}
}

// text is the size and style of running text where it stands now.
func (c *composer) text() (sizes, setter.Style) {
	s := bodySize
	style := setter.Style{Face: serif, Color: ink}
	switch {
	case c.small:
		s, style = smallSize, setter.Style{Face: sans, Color: soft}
	case c.lede:
		s = ledeSize
	}
	style.Size = s.size
	return s, style
}

func (c *composer) block(b release.Block, indent setter.Length) {
	s, style := c.text()
	gap := s.leading * 55 / 100
	switch b := b.(type) {
	case *release.Paragraph:
		c.add(setter.Block{Tag: "P", Spans: c.spans(b.Inlines, style, ""), Leading: s.leading, Before: gap, Indent: indent, Justify: c.justify && !c.lede, Keep: c.introduces(b)})
		c.lede = false
	case *release.Heading:
		style.Face, style.Size = sansBold, headingSize.size-600*(b.Level-2)
		if c.small {
			style.Size = smallSize.size
		}
		c.add(setter.Block{Tag: fmt.Sprintf("H%d", min(b.Level, 6)), Spans: c.spans(b.Inlines, style, ""), Leading: headingSize.leading, Before: 15 * pt, Indent: indent, Balanced: true, Keep: true})
	case *release.Quotation:
		c.quotation(b, indent)
	case *release.BlockQuote:
		c.doc.Begin("BlockQuote", "")
		c.blocks(b.Blocks, indent+18*pt)
		c.doc.End()
	case *release.List:
		c.list(b, indent)
	case *release.Code:
		style.Face, style.Size = sans, s.size*92/100
		c.add(setter.Block{Tag: "P", Spans: []setter.Span{{Text: b.Text, Style: style}}, Leading: s.leading, Before: gap, Indent: indent + 12*pt})
	case *release.Rule:
		c.doc.Rule(14*pt, 8*pt, 500, hair)
	case *release.Table:
		c.table(b)
	case *release.Picture:
		c.picture(b.Medium, indent)
	}
}

// introduces tells whether a paragraph ends in a colon: it stays with what it
// announces.
func (c *composer) introduces(p *release.Paragraph) bool {
	text := strings.TrimSpace(release.PlainText(p.Inlines))
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// The costs of pages that break what belongs together; see the setter's pages.
const (
	breakQuotation = 900
	breakList      = 60
)

func (c *composer) quotation(q *release.Quotation, indent setter.Length) {
	s, style := c.text()
	lang := ""
	if q.Language != c.cat.Tag {
		lang = q.Language
	}
	c.doc.Begin("BlockQuote", lang)
	c.doc.BeginBar()
	for i, p := range q.Paragraphs {
		before := s.leading * 40 / 100
		if i == 0 {
			before = s.leading * 75 / 100
		}
		c.add(setter.Block{Tag: "P", Spans: c.spans(p, style, ""), Leading: s.leading, Before: before, Indent: indent + 16*pt, Hang: true, Justify: c.justify, Keep: i == len(q.Paragraphs)-1 && len(q.Attribution) > 0, BreakCost: breakQuotation, Continues: i > 0})
	}
	if len(q.Attribution) > 0 {
		style.Face, style.Color = serifItalic, soft
		spans := append([]setter.Span{{Text: "– ", Style: style}}, c.spans(q.Attribution, style, "")...)
		c.add(setter.Block{Tag: "P", Spans: spans, Leading: s.leading, Before: 2 * pt, Indent: indent + 16*pt})
	}
	c.doc.EndBar()
	c.doc.End()
	c.doc.Space(s.leading * 20 / 100)
	c.lede = false
}

func (c *composer) list(l *release.List, indent setter.Length) {
	s, style := c.text()
	const step = 16 * pt
	c.doc.Begin("L", "")
	for i, item := range l.Items {
		c.doc.Begin("LI", "")
		mark := "•"
		if l.Ordered {
			mark = fmt.Sprintf("%d.", l.Start+i)
		}
		marker := []setter.Span{{Text: mark, Style: style}}
		first := true
		for _, b := range item {
			p, ok := b.(*release.Paragraph)
			if !ok {
				if first {
					c.add(setter.Block{Tag: "LBody", Leading: s.leading, Before: 3 * pt, Indent: indent + step, Marker: marker, MarkerWidth: step})
				}
				c.doc.Begin("LBody", "")
				c.block(b, indent+step)
				c.doc.End()
				first = false
				continue
			}
			block := setter.Block{Tag: "LBody", Spans: c.spans(p.Inlines, style, ""), Leading: s.leading, Before: 3 * pt, Indent: indent + step, BreakCost: breakList, Continues: i > 0}
			if first {
				block.Marker, block.MarkerWidth = marker, step
				if i == 0 {
					block.Before = s.leading * 55 / 100
				}
			}
			first = false
			c.add(block)
		}
		c.doc.End()
	}
	c.doc.End()
}

func (c *composer) table(t *release.Table) {
	s, style := c.text()
	style.Size = s.size * 92 / 100
	bold := style
	bold.Face = sansBold
	bold.Size = smallSize.size
	cells := func(row [][]release.Inline, st setter.Style) []setter.Cell {
		out := make([]setter.Cell, len(row))
		for i, in := range row {
			spans := c.spans(in, st, "")
			out[i] = setter.Cell{Spans: c.passages(spans), Right: i < len(t.Align) && t.Align[i] == release.AlignRight, RightToLeft: c.runsRight(spans)}
		}
		return out
	}
	var rows [][]setter.Cell
	for _, r := range t.Rows {
		rows = append(rows, cells(r, style))
	}
	if c.err == nil {
		c.err = c.doc.Table(cells(t.Head, bold), rows, c.leading(s.leading*92/100), s.leading*75/100, hair)
	}
}

func (c *composer) picture(m release.Medium, indent setter.Length) {
	small := setter.Style{Face: sans, Size: smallSize.size, Color: soft}
	asset, ok := c.assets[m.File]
	if ok {
		img, err := decode(asset)
		if err != nil {
			c.err = fmt.Errorf("picture %s: %w", m.File, err)
			return
		}
		c.doc.Picture(setter.Graphic{Image: img}, m.Alt, 16*pt)
	} else {
		c.plain("P", "["+c.cat.Say(language.PictureLabel)+": "+m.Alt+"]", sans, smallSize, soft, 12*pt)
	}
	var spans []setter.Span
	if m.Caption != "" {
		spans = append(spans, setter.Span{Text: m.Caption, Style: small})
	}
	if text := m.Credits(c.cat); text != "" {
		if len(spans) > 0 {
			text = " " + text
		}
		credit := small
		credit.Face = sansItalic
		spans = append(spans, setter.Span{Text: text, Style: credit})
	}
	if m.URL != "" {
		link := small
		link.Color = c.accent
		spans = append(spans, setter.Span{Text: " ", Style: small}, setter.Span{Text: c.cat.Say(language.FullSize), Style: link, Href: m.URL})
	}
	if len(spans) > 0 {
		c.add(setter.Block{Tag: "Caption", Spans: spans, Leading: smallSize.leading, Before: 6 * pt, Indent: indent})
	}
	c.doc.Space(8 * pt)
}

// spans turns inlines into spans of a base style.
func (c *composer) spans(in []release.Inline, base setter.Style, href string) []setter.Span {
	var out []setter.Span
	for _, i := range in {
		switch i := i.(type) {
		case *release.Text:
			text := i.S
			if c.hyphenate != nil && !c.small {
				text = c.hyphenate(text)
			}
			out = append(out, setter.Span{Text: text, Style: base, Href: href})
		case *release.CodeSpan:
			st := base
			st.Face, st.Size = sans, base.Size*94/100
			out = append(out, setter.Span{Text: i.S, Style: st, Href: href})
		case *release.Break:
			out = append(out, setter.Span{Text: "\n", Style: base, Href: href})
		case *release.Emphasis:
			st := base
			st.Face = emphasised(base.Face, i.Strong)
			out = append(out, c.spans(i.Children, st, href)...)
		case *release.Link:
			st := base
			st.Color = c.accent
			out = append(out, c.spans(i.Children, st, i.Href)...)
		}
	}
	return out
}
