package pdf

import (
	"fmt"
	"slices"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

func (c *composer) headline() {
	c.add(setter.Block{
		Tag: "H1", Spans: line(c.v.Line(c.v.Headline), setter.Style{Face: serifBold, Size: headlineSize.size, Color: ink}, c.long),
		Leading: headlineSize.leading, Before: 26 * pt, Balanced: true, Keep: true,
	})
	if c.v.Subhead != "" {
		c.add(setter.Block{
			Tag: "P", Spans: line(c.v.Line(c.v.Subhead), setter.Style{Face: serifItalic, Size: subheadSize.size, Color: soft}, c.long),
			Leading: subheadSize.leading, Before: 7 * pt, Balanced: true, Keep: true, Item: true,
		})
	}
	c.doc.Space(12 * pt)
}

func (c *composer) contacts() {
	list := c.r.PublicContacts(false, c.v.Language)
	if len(list) == 0 {
		return
	}
	label := c.cat.Say(language.ContactLabel)
	if len(list) > 1 {
		label = c.cat.Say(language.ContactsLabel)
	}
	c.own = true
	defer func() { c.own = false }()
	comma := c.cat.ListComma()
	small := func(face setter.Face, color setter.Color) setter.Style {
		return setter.Style{Face: face, Size: smallSize.size, Color: color}
	}
	for i, p := range list {
		var spans []setter.Span
		if i == 0 {
			spans = append(spans, setter.Span{Text: label + c.cat.Colon(), Style: small(sans, soft)})
		}
		parts := c.v.ContactParts(p)
		isolated := c.rtl || anyRight(parts)
		// alone keeps a part of the line from those beside it: each has an order of its
		// own, and they stand one after another as the page runs (UAX 9, isolates).
		alone := func(before, first string, part release.ShownPart, face setter.Face, color setter.Color) {
			behind := ""
			if isolated {
				before, behind = before+first, "\u2069"
			}
			for _, span := range line(release.Around(before, part.Shown, behind), small(face, color), nil) {
				span.Href = part.Href
				spans = append(spans, span)
			}
		}
		for n, part := range parts {
			switch {
			case n == 0:
				alone("", "\u2068", part, sansBold, ink)
			case part.Href != "": // numbers and addresses read from left to right
				spans = append(spans, setter.Span{Text: comma, Style: small(sans, soft)})
				alone("", "\u2066", part, sans, soft)
			default:
				alone(comma, "\u2068", part, sans, soft)
			}
		}
		before := 2 * pt
		switch {
		case i == 0 && c.r.Issuer.Layout == release.LayoutUK:
			before = 14 * pt // below the end mark
		case i == 0:
			before = 5 * pt
		}
		c.add(setter.Block{Tag: "P", Spans: spans, Leading: smallSize.leading, Before: before})
	}
}

// anyRight tells whether a part has letters that run from right to left.
func anyRight(parts []release.ShownPart) bool {
	return slices.ContainsFunc(parts, func(p release.ShownPart) bool { return language.HasRight(p.Text) })
}

func (c *composer) names(label string, names []string) {
	if len(names) == 0 {
		return
	}
	c.own = true
	defer func() { c.own = false }()
	c.doc.Rule(18*pt, 4*pt, 500, hair)
	c.label(label)
	if len(names) < release.NamesInColumns {
		c.add(setter.Block{
			Tag: "P", Spans: line(c.v.Lines(names, " · "), setter.Style{Face: sans, Size: smallSize.size, Color: soft}, nil),
			Leading: smallSize.leading, Before: 3 * pt,
		})
		return
	}
	list := make([][]setter.Span, len(names))
	for i, n := range names {
		list[i] = c.passages(line(c.v.Line(n), setter.Style{Face: sans, Size: smallSize.size, Color: soft}, nil))
	}
	if c.err == nil {
		c.err = c.doc.Names(list, c.leading(smallSize.leading), 4*pt, 14*pt)
	}
}

// line are the spans of a line of plain text, with what was changed after the release went
// out marked. divide, where it is not nil, says where its words can be divided.
func line(in []release.Inline, style setter.Style, divide func(string) string) []setter.Span {
	var out []setter.Span
	add := func(text string, marked bool) {
		if divide != nil {
			text = divide(text)
		}
		out = append(out, setter.Span{Text: text, Style: style, Marked: marked})
	}
	for _, i := range in {
		switch i := i.(type) {
		case *release.Text:
			add(i.S, false)
		case *release.Emphasis:
			add(release.PlainText(i.Children), true)
		}
	}
	return out
}

// long is a text whose longest words can be divided.
func (c *composer) long(text string) string {
	if c.divideLong == nil {
		return text
	}
	return c.divideLong(text)
}

// partners shows the logos of the organisations that take part.
func (c *composer) partners() {
	var graphics []setter.Graphic
	var alts []string
	for _, o := range c.r.Partners {
		if g, ok := c.graphic(o.Logo); ok {
			graphics, alts = append(graphics, g), append(alts, o.Name)
		}
	}
	if len(graphics) > 0 {
		c.doc.Row(graphics, alts, 84*pt, 30*pt, 24*pt, 16*pt)
	}
}

// graphic is a logo among the assets.
func (c *composer) graphic(file string) (setter.Graphic, bool) {
	a, ok := c.assets[release.LogoKey(file)]
	if file == "" || !ok {
		return setter.Graphic{}, false
	}
	g, err := c.logo(a, c.assets[release.LogoPixels(file)])
	if err != nil {
		c.fail(fmt.Errorf("logo %s: %w", file, err))
		return g, false
	}
	return g, true
}
