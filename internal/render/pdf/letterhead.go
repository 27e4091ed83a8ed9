package pdf

import (
	"fmt"
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

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
	comma := c.cat.ListComma()
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
				spans = append(spans, setter.Span{Text: comma + s, Style: small(sans, soft)})
			}
		}
		reach := func(text, href string) {
			if text == "" {
				return
			}
			if c.rtl { // numbers and addresses read from left to right (UAX 9, isolates)
				text = "\u2066" + text + "\u2069"
			}
			spans = append(spans, setter.Span{Text: comma, Style: small(sans, soft)}, setter.Span{Text: text, Style: small(sans, soft), Href: href})
		}
		if p.Phone != "" {
			reach(p.Phone, p.Dial())
		}
		if p.Email != "" {
			reach(p.Email, "mailto:"+p.Email)
		}
		if p.Hours != "" {
			spans = append(spans, setter.Span{Text: comma + c.cat.Say(language.HoursLabel, p.Hours), Style: small(sans, soft)})
		}
		before := 2 * pt
		if i == 0 {
			before = 5 * pt
		}
		c.add(setter.Block{Tag: "P", Spans: spans, Leading: smallSize.leading, Before: before})
	}
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
	g, err := decodeLogo(a, c.assets[release.LogoPixels(file)])
	if err != nil {
		if c.err == nil {
			c.err = fmt.Errorf("logo %s: %w", file, err)
		}
		return g, false
	}
	return g, true
}

// furniture is the letterhead, the running line, the embargo and the page number.
func (c *composer) furniture(page, pages int) setter.Furniture {
	g := geometry(c.r)
	left, right := g.Left, g.Left+g.Column
	style := func(face setter.Face, size setter.Length, color setter.Color) setter.Style {
		return setter.Style{Face: face, Size: size, Color: color}
	}
	var f setter.Furniture
	// start and end put a line at the side where reading begins, or at the other.
	start := func(y setter.Length, st setter.Style, text string) {
		f.Lines = append(f.Lines, setter.Running{Spans: []setter.Span{{Text: text, Style: st}}, X: side(c.rtl, right, left), Y: y, Right: c.rtl})
	}
	end := func(y setter.Length, st setter.Style, text string) {
		f.Lines = append(f.Lines, setter.Running{Spans: []setter.Span{{Text: text, Style: st}}, X: side(c.rtl, left, right), Y: y, Right: !c.rtl})
	}
	head := g.Height - 56*pt
	logo, hasLogo := c.graphic(c.r.Issuer.Logo)
	switch {
	case page == 1 && hasLogo:
		w, h := logo.Within(150*pt, 26*pt)
		f.Graphics = append(f.Graphics, setter.Placed{Graphic: logo, X: side(c.rtl, right-w, left), Y: head - 2*pt, Width: w, Height: h})
	case page == 1:
		name := style(sansBold, 9200, ink)
		if c.r.Issuer.Color != "" {
			name.Color = c.accent
		}
		text := c.r.Issuer.Name
		if upper := strings.ToUpper(text); upper != text || language.Script(c.v.Language) == "Latn" {
			text, name.Tracking = upper, 800
		}
		start(head, name, text)
	default:
		start(head, style(sansBold, 7800, soft), c.r.Issuer.Name)
	}
	rule := setter.Rule{X: g.Left, Y: head - 10*pt, Width: g.Column, Thickness: 600, Color: ink}
	if c.r.Issuer.Color != "" {
		rule.Color, rule.Thickness = c.accent, 1200
	}
	f.Rules = append(f.Rules, rule)
	if c.phase == release.PhaseAdvance && page > 1 {
		end(head, style(sansBold, 7400, alarm), c.r.ReleaseLine(c.cat, c.phase))
	}
	foot := 44 * pt
	f.Rules = append(f.Rules, setter.Rule{X: g.Left, Y: foot + 14*pt, Width: g.Column, Thickness: 500, Color: hair})
	end(foot, style(sans, 7800, soft), c.cat.Say(language.PageOf, page, pages))
	if c.r.Issuer.URL != "" {
		start(foot, style(sans, 7800, soft), strings.TrimPrefix(strings.TrimPrefix(c.r.Issuer.URL, "https://"), "http://"))
	}
	return f
}

func side(rtl bool, then, otherwise setter.Length) setter.Length {
	if rtl {
		return then
	}
	return otherwise
}
