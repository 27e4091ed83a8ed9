package pdf

import (
	"fmt"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

// The measures of lists: how far the text stands in, and how far marks that count end
// before it.
const (
	listStep = 16 * pt
	listGap  = 5 * pt
	itemGap  = 3 * pt
)

func (c *composer) list(l *release.List, indent setter.Length) {
	s, style := c.text()
	mark := func(i int) []setter.Span {
		if l.Ordered {
			return []setter.Span{{Text: fmt.Sprintf("%d.", l.Start+i), Style: style}}
		}
		return []setter.Span{{Text: "•", Style: style}}
	}
	step, gap := listStep, setter.Length(0)
	if l.Ordered {
		gap = listGap
		for i := range l.Items {
			w, _, err := c.doc.Extent(mark(i), 1<<40, c.rtl)
			c.fail(err)
			step = max(step, w+gap)
		}
	}
	c.doc.BeginList(l.Ordered)
	c.depth++
	for i, item := range l.Items {
		c.fail(c.doc.BeginItem(&setter.Mark{Spans: mark(i), Indent: indent + step, Width: step, Gap: gap}))
		for n, b := range item {
			before := itemGap
			if i == 0 && n == 0 && c.depth == 1 || n > 0 {
				before = s.leading * 55 / 100
			}
			p, ok := b.(*release.Paragraph)
			if !ok {
				c.block(b, indent+step)
				continue
			}
			c.add(setter.Block{
				Tag: "P", Spans: c.spans(p.Inlines, style, ""), Leading: s.leading, Before: before, Indent: indent + step,
				BreakCost: breakList, Continues: i > 0, Item: true,
			})
		}
		if c.doc.Waiting() { // the item is empty
			c.add(setter.Block{Tag: "P", Leading: s.leading, Before: itemGap, Indent: indent + step, BreakCost: breakList, Item: true})
		}
		c.doc.EndItem()
	}
	c.depth--
	c.doc.End()
}

// alignment is how a column is set.
func alignment(t *release.Table, column int) setter.Align {
	switch t.ColumnAlign(column) {
	case release.AlignCentre:
		return setter.Middle
	case release.AlignRight:
		return setter.End
	}
	return setter.Start
}

// table sets a table with its words whole, or else the longest of them divided, or else on
// a page turned on its side.
func (c *composer) table(t *release.Table, indent setter.Length) {
	s, _ := c.text()
	tried := []setter.Table{c.tableOf(t, nil)}
	if c.divideApart != nil && !c.small {
		tried = append(tried, c.tableOf(t, c.divideApart))
	}
	if indent == 0 {
		tried = append(tried, tried[0])
	}
	if c.err != nil {
		return
	}
	done := false
	for i, table := range tried {
		table.Indent, table.Upright = indent, i < len(tried)-1 || indent > 0
		if done, c.err = c.doc.Table(table); done || c.err != nil {
			break
		}
	}
	if c.err == nil && !done {
		c.rows(t, indent)
	}
	c.doc.Space(s.leading * 45 / 100)
}

// tableOf is a table as it is set, its words divided by divide where that is not nil.
func (c *composer) tableOf(t *release.Table, divide func(string) string) setter.Table {
	s, style := c.text()
	style.Size = s.size * 92 / 100
	bold := style
	bold.Face = sansBold
	bold.Size = smallSize.size
	before := c.hyphenate
	c.hyphenate = divide
	defer func() { c.hyphenate = before }()
	cells := func(row [][]release.Inline, st setter.Style) []setter.Cell {
		out := make([]setter.Cell, len(row))
		for i, in := range row {
			spans := c.spans(in, st, "")
			out[i] = setter.Cell{
				Spans: c.passages(spans), Align: alignment(t, i), RightToLeft: c.runsRight(spans),
				Whole: release.IsFigure(release.PlainText(in)),
			}
		}
		return out
	}
	out := setter.Table{
		Head: cells(t.Head, bold), Leading: c.leading(s.leading * 92 / 100), Before: s.leading * 75 / 100, Divides: divide != nil, Line: hair,
	}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, cells(r, style))
	}
	return out
}

// rows sets a table that no page can hold: each row as lines of a label and a value.
func (c *composer) rows(t *release.Table, indent setter.Length) {
	before := c.hyphenate
	c.hyphenate = c.divideApart
	defer func() { c.hyphenate = before }()
	s, style := c.text()
	style.Size = s.size * 92 / 100
	label := style
	label.Face = sansBold
	label.Size = smallSize.size
	c.doc.BeginList(false)
	rows := t.Rows
	if len(rows) == 0 { // its headings are told all the same
		rows = [][][]release.Inline{make([][]release.Inline, len(t.Head))}
	}
	for i, r := range rows {
		c.fail(c.doc.BeginItem(nil))
		for n, value := range r {
			block := setter.Block{
				Tag: "P", Leading: s.leading * 92 / 100, Before: pt, Indent: indent, BreakCost: breakList, Continues: n > 0,
				Keep: n == 0 && len(r) > 1,
			}
			if n == 0 {
				block.Before = s.leading * 60 / 100
			}
			if n < len(t.Head) && len(t.Head[n]) > 0 {
				block.Spans = append(c.spans(t.Head[n], label, ""), setter.Span{Text: c.cat.Colon(), Style: label})
			}
			block.Spans = append(block.Spans, c.spans(value, style, "")...)
			c.add(block)
		}
		c.doc.EndItem()
		if i < len(rows)-1 {
			c.doc.Space(s.leading * 20 / 100)
		}
	}
	c.doc.End()
}

// finest is how many pixels an inch of a picture has at least: with fewer it is set
// smaller.
const finest = 110

func (c *composer) picture(m release.Medium) {
	small := setter.Style{Face: sans, Size: smallSize.size, Color: soft}
	column := c.doc.Geometry.Column
	width := column
	tag := "Caption" // of what it stands in; where no picture is, a text like others
	asset, ok := c.assets[m.File]
	if ok {
		img, err := c.image(asset)
		if err != nil {
			c.err = fmt.Errorf("picture %s: %w", m.File, err)
			return
		}
		g := setter.Graphic{Image: img}
		width = c.doc.Geometry.PictureWidth(g, finest)
		c.doc.BeginFigure(g, m.Alt, width, 16*pt)
		defer c.doc.Space(8 * pt)
		defer c.doc.End()
	} else {
		tag = "P"
		shown := release.Around("["+c.cat.Say(language.PictureLabel)+c.cat.Colon(), c.v.Line(m.Alt), "]")
		c.add(setter.Block{Tag: "P", Spans: line(shown, small, nil), Leading: smallSize.leading, Before: 12 * pt})
		defer c.doc.Space(8 * pt)
	}
	var spans []setter.Span
	if m.Caption != "" {
		spans = append(spans, line(c.v.Line(m.Caption), small, nil)...)
	}
	if text := m.Credits(c.cat); text != "" {
		credit := small
		credit.Face = sansItalic
		spans = append(spans, line(release.Around(m.CaptionGap(), c.v.Line(text), ""), credit, nil)...)
	}
	if m.URL != "" {
		link := small
		link.Color = c.accent
		gap := m.CaptionGap()
		if m.Credits(c.cat) != "" {
			gap = " · "
		}
		spans = append(spans, setter.Span{Text: gap, Style: small}, setter.Span{Text: c.cat.Say(language.FullSize), Style: link, Href: m.URL})
	}
	if len(spans) > 0 {
		// It stands under its picture: as wide as that, or in the middle under a small one.
		least := column * 60 / 100
		room := max(width, least)
		c.add(setter.Block{
			Tag: tag, Spans: spans, Leading: smallSize.leading, Before: 6 * pt, Middle: width < least,
			Indent: (column - room) / 2, Width: room,
		})
	}
}
