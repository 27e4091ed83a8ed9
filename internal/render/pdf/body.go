package pdf

import (
	"fmt"
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

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
		c.add(setter.Block{Tag: "P", Spans: c.spans(b.Inlines, style, ""), Leading: s.leading, Before: gap, Indent: indent, Justify: c.justify &&
			!c.small, Keep: c.introduces(b)})
		c.lede = false
	case *release.Heading:
		style.Face, style.Size = sansBold, headingSize.size-600*(min(b.Level, 6)-2)
		if c.small {
			style.Size = smallSize.size
		}
		c.add(setter.Block{
			Tag: fmt.Sprintf("H%d", c.outline.Level(b)), Spans: c.spans(b.Inlines, style, ""), Leading: headingSize.leading, Before: 15 * pt,
			Indent: indent, Balanced: true, Keep: true,
		})
	case *release.Quotation:
		c.quotation(b, indent)
	case *release.BlockQuote:
		c.doc.Begin("BlockQuote", "")
		c.doc.BeginBar(indent)
		c.blocks(b.Blocks, indent+16*pt)
		c.doc.EndBar()
		c.doc.End()
		c.doc.Space(s.leading * 20 / 100)
	case *release.List:
		c.list(b, indent)
	case *release.Code:
		style.Face, style.Size = mono, s.size*84/100
		spans := []setter.Span{{Text: untabbed(b.Text), Style: style, Code: true}}
		c.add(setter.Block{Tag: "P", Spans: spans, Leading: s.leading * 88 / 100, Before: gap, Indent: indent + 12*pt})
	case *release.Rule:
		c.doc.Rule(14*pt, 8*pt, 500, hair)
	case *release.Table:
		c.table(b, indent)
	case *release.Picture:
		c.picture(b.Medium)
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
	c.doc.BeginBar(indent)
	for i, p := range q.Paragraphs {
		before := s.leading * 40 / 100
		if i == 0 {
			before = s.leading * 75 / 100
		}
		c.add(setter.Block{
			Tag: "P", Spans: c.spans(p, style, ""), Leading: s.leading, Before: before, Indent: indent + 16*pt, Hang: true,
			Justify: c.justify, Keep: i == len(q.Paragraphs)-1 && len(q.Attribution) > 0, BreakCost: breakQuotation, Continues: i > 0,
		})
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

// untabbed is code with spaces for the tabs at which programs stop.
func untabbed(code string) string {
	const stop = 4
	var out strings.Builder
	column := 0
	for _, r := range code {
		switch r {
		case '\t':
			n := stop - column%stop
			out.WriteString(strings.Repeat(" ", n))
			column += n
			continue
		case '\n':
			column = -1
		}
		out.WriteRune(r)
		column++
	}
	return out.String()
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
			st.Face, st.Size = mono, base.Size*88/100
			out = append(out, setter.Span{Text: i.S, Style: st, Href: href, Code: true})
		case *release.Break:
			out = append(out, setter.Span{Text: "\n", Style: base, Href: href})
		case *release.Emphasis:
			if i.Changed {
				marked := c.spans(i.Children, base, href)
				for n := range marked {
					marked[n].Marked = true
				}
				out = append(out, marked...)
				continue
			}
			st := base
			st.Face = emphasised(base.Face, i.Strong)
			out = append(out, c.spans(i.Children, st, href)...)
		case *release.Link:
			st := base
			st.Color = c.accent
			words := c.spans(i.Children, st, i.Href)
			if n := len(words); n > 0 && i.Bare() && (c.rtl || language.HasRight(release.PlainText(i.Children))) {
				words[0].Text = "\u2066" + words[0].Text // an address reads from left to right (UAX 9, isolates)
				words[n-1].Text += "\u2069"
			}
			out = append(out, words...)
		}
	}
	return out
}
