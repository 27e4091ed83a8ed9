// Package pdf renders a release as a tagged PDF, made to PDF/UA-1: letterhead,
// headline, body with its quotations, pictures and links, page numbers, and, on
// an advance copy, the embargo on every page.
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

// Render returns the PDF of one variant. It is safe for concurrent use, and the
// same input gives the same bytes.
func Render(r *release.Release, v *release.Version, phase release.Phase, assets release.Assets) (out []byte, err error) {
	lib, err := library()
	if err != nil {
		return nil, err
	}
	defer func() { // shaping is foreign code on foreign text
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("setting the PDF of %s (%s): %v", r.Slug, v.Language, p)
		}
	}()
	c := &composer{r: r, v: v, phase: phase, assets: assets, cat: v.Catalogue()}
	c.doc = setter.New(lib, geometry(r.Issuer.Layout))
	c.doc.Title, c.doc.Author, c.doc.Language = v.Headline, r.Issuer.Name, v.Language
	c.doc.Date = r.Timing.At
	c.doc.Furniture = c.furniture
	c.doc.BarColor = hair
	if err := c.compose(); err != nil {
		return nil, fmt.Errorf("setting the PDF of %s (%s): %w", r.Slug, v.Language, err)
	}
	return c.doc.PDF()
}

// geometry is Letter for the us layout and A4 for the uk one.
func geometry(layout release.Layout) setter.Geometry {
	g := setter.Geometry{Width: 612 * pt, Height: 792 * pt, Column: 408 * pt, Top: 84 * pt, FirstTop: 104 * pt, Bottom: 84 * pt}
	if layout == release.LayoutUK {
		g.Width, g.Height = 595276, 841890
	}
	g.Left = (g.Width - g.Column) / 2
	return g
}

type composer struct {
	r      *release.Release
	v      *release.Version
	phase  release.Phase
	assets release.Assets
	cat    *language.Catalogue
	doc    *setter.Document
	lede   bool // the next paragraph is the lede
	small  bool // the text is set in the small size
	err    error
}

func (c *composer) add(b setter.Block) {
	if c.err == nil {
		c.err = c.doc.Add(b)
	}
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
			c.plain("P", c.r.ReleaseLine(c.cat, c.phase), sansBold, lineSize, color, 0)
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
			c.names(c.cat.Say(language.Signatories), c.r.Signatories)
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

func (c *composer) headline() {
	c.add(setter.Block{
		Tag: "H1", Spans: []setter.Span{{Text: c.v.Headline, Style: setter.Style{Face: serifBold, Size: headlineSize.size, Color: ink}}},
		Leading: headlineSize.leading, Before: 26 * pt, Balanced: true, Keep: true,
	})
	if c.v.Subhead != "" {
		c.add(setter.Block{
			Tag: "P", Spans: []setter.Span{{Text: c.v.Subhead, Style: setter.Style{Face: serifItalic, Size: subheadSize.size, Color: soft}}},
			Leading: subheadSize.leading, Before: 7 * pt, Balanced: true, Keep: true,
		})
	}
	c.doc.Space(12 * pt)
}

func (c *composer) contacts() {
	list := c.r.PublicContacts(false)
	if len(list) == 0 {
		return
	}
	label := c.cat.Say(language.ContactLabel)
	if len(list) > 1 {
		label = c.cat.Say(language.ContactsLabel)
	}
	small := func(face setter.Face, color setter.Color) setter.Style {
		return setter.Style{Face: face, Size: smallSize.size, Color: color}
	}
	for i, p := range list {
		var spans []setter.Span
		if i == 0 {
			spans = append(spans, setter.Span{Text: label + ": ", Style: small(sans, soft)})
		}
		spans = append(spans, setter.Span{Text: p.Name, Style: small(sansBold, ink)})
		for _, s := range []string{p.Role, p.Org} {
			if s != "" {
				spans = append(spans, setter.Span{Text: ", " + s, Style: small(sans, soft)})
			}
		}
		reach := func(text, href string) {
			if text == "" {
				return
			}
			spans = append(spans, setter.Span{Text: ", ", Style: small(sans, soft)}, setter.Span{Text: text, Style: small(sans, soft), Href: href})
		}
		if p.Phone != "" {
			reach(p.Phone, p.Dial())
		}
		if p.Email != "" {
			reach(p.Email, "mailto:"+p.Email)
		}
		if p.Hours != "" {
			spans = append(spans, setter.Span{Text: ", " + c.cat.Say(language.HoursLabel, p.Hours), Style: small(sans, soft)})
		}
		before := 2 * pt
		if i == 0 {
			before = 5 * pt
		}
		c.add(setter.Block{Tag: "P", Spans: spans, Leading: smallSize.leading, Before: before})
	}
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

func (c *composer) names(label string, names []string) {
	if len(names) == 0 {
		return
	}
	c.doc.Rule(18*pt, 4*pt, 500, hair)
	c.label(label)
	c.small = true
	c.plain("P", strings.Join(names, " · "), sans, smallSize, soft, 3*pt)
	c.small = false
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
				it.Style.Color = accent
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
		c.add(setter.Block{Tag: "P", Spans: c.spans(b.Inlines, style, ""), Leading: s.leading, Before: gap, Indent: indent})
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
		c.add(setter.Block{Tag: "P", Spans: c.spans(p, style, ""), Leading: s.leading, Before: before, Indent: indent + 16*pt, Hang: true, Keep: i == len(q.Paragraphs)-1 && len(q.Attribution) > 0})
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
			block := setter.Block{Tag: "LBody", Spans: c.spans(p.Inlines, style, ""), Leading: s.leading, Before: 3 * pt, Indent: indent + step}
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
			out[i] = setter.Cell{Spans: c.spans(in, st, ""), Right: i < len(t.Align) && t.Align[i] == release.AlignRight}
		}
		return out
	}
	var rows [][]setter.Cell
	for _, r := range t.Rows {
		rows = append(rows, cells(r, style))
	}
	if c.err == nil {
		c.err = c.doc.Table(cells(t.Head, bold), rows, s.leading*92/100, s.leading*75/100, hair)
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
		c.doc.Picture(img, m.Alt, 16*pt)
	} else {
		c.plain("P", "["+c.cat.Say(language.PictureLabel)+": "+m.Alt+"]", sans, smallSize, soft, 12*pt)
	}
	var spans []setter.Span
	if m.Caption != "" {
		spans = append(spans, setter.Span{Text: m.Caption, Style: small})
	}
	if m.Credit != "" {
		text := c.cat.Say(language.CreditLabel, m.Credit)
		if len(spans) > 0 {
			text = " " + text
		}
		credit := small
		credit.Face = sansItalic
		spans = append(spans, setter.Span{Text: text, Style: credit})
	}
	if m.URL != "" {
		link := small
		link.Color = accent
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
			out = append(out, setter.Span{Text: i.S, Style: base, Href: href})
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
			st.Color = accent
			out = append(out, c.spans(i.Children, st, i.Href)...)
		}
	}
	return out
}

// furniture is the letterhead, the running line, the embargo and the page number.
func (c *composer) furniture(page, pages int) setter.Furniture {
	g := geometry(c.r.Issuer.Layout)
	right := g.Left + g.Column
	style := func(face setter.Face, size setter.Length, color setter.Color) setter.Style {
		return setter.Style{Face: face, Size: size, Color: color}
	}
	var f setter.Furniture
	head := g.Height - 56*pt
	if page == 1 {
		name := style(sansBold, 9200, ink)
		name.Tracking = 800
		f.Lines = append(f.Lines, setter.Running{Spans: []setter.Span{{Text: strings.ToUpper(c.r.Issuer.Name), Style: name}}, X: g.Left, Y: head})
	} else {
		f.Lines = append(f.Lines, setter.Running{Spans: []setter.Span{{Text: c.r.Issuer.Name, Style: style(sansBold, 7800, soft)}}, X: g.Left, Y: head})
	}
	f.Rules = append(f.Rules, setter.Rule{X: g.Left, Y: head - 10*pt, Width: g.Column, Thickness: 600, Color: ink})
	if c.phase == release.PhaseAdvance && page > 1 {
		f.Lines = append(f.Lines, setter.Running{
			Spans: []setter.Span{{Text: c.r.ReleaseLine(c.cat, c.phase), Style: style(sansBold, 7400, alarm)}}, X: right, Y: head, Right: true,
		})
	}
	foot := 44 * pt
	f.Rules = append(f.Rules, setter.Rule{X: g.Left, Y: foot + 14*pt, Width: g.Column, Thickness: 500, Color: hair})
	f.Lines = append(f.Lines, setter.Running{
		Spans: []setter.Span{{Text: c.cat.Say(language.PageOf, page, pages), Style: style(sans, 7800, soft)}}, X: right, Y: foot, Right: true,
	})
	if c.r.Issuer.URL != "" {
		f.Lines = append(f.Lines, setter.Running{
			Spans: []setter.Span{{Text: strings.TrimPrefix(strings.TrimPrefix(c.r.Issuer.URL, "https://"), "http://"), Style: style(sans, 7800, soft)}}, X: g.Left, Y: foot,
		})
	}
	return f
}
