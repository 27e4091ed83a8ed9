package pdf

import (
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

// head is what stands on every page outside the text, measured before the text is set,
// so that it has its room.
type head struct {
	logo       setter.Graphic
	hasLogo    bool
	name       setter.Span // on the first page
	running    setter.Span // the name on the pages after it
	embargo    *setter.Span
	address    *setter.Span
	reference  *setter.Span // whose copy it is, below the rest of the foot
	beside     bool         // the name has room beside the embargo
	embargoes  int          // lines
	footLines  int
	references int // of them, the last
	footWidth  setter.Length
	footStyle  setter.Style
	nameLines  int // of the first page
	laterLines int // of those after it
}

// The places of what stands outside the text: distances from the page's edges, and
// from line to line.
const (
	headFromTop = 56 * pt
	headLeading = 11 * pt
	footFromEnd = 44 * pt
	footLeading = 10 * pt
	footRule    = 14 * pt
	headRule    = 10 * pt
	headGap     = 18 * pt // between the name and the embargo
)

// letterhead measures what stands outside the text and makes room for it.
func (c *composer) letterhead() error {
	h := &c.head
	g := &c.doc.Geometry
	h.logo, h.hasLogo = c.graphic(c.r.Issuer.Logo)
	if c.err != nil {
		return c.err
	}
	name := setter.Style{Face: sansBold, Size: 9200, Color: ink}
	if c.r.Issuer.Color != "" {
		name.Color = c.accent
	}
	text := c.long(c.r.Issuer.Name)
	if upper := strings.ToUpper(text); upper != text || language.Script(c.v.Language) == "Latn" {
		text, name.Tracking = upper, 800
	}
	h.name = setter.Span{Text: text, Style: name}
	h.running = setter.Span{Text: c.long(c.r.Issuer.Name), Style: setter.Style{Face: sansBold, Size: 7800, Color: soft}}
	_, lines, err := c.doc.Extent([]setter.Span{h.name}, g.Column, c.rtl)
	if err != nil {
		return err
	}
	h.nameLines = lines
	if h.hasLogo {
		h.nameLines = 1
	}
	width, later, err := c.doc.Extent([]setter.Span{h.running}, g.Column, c.rtl)
	if err != nil {
		return err
	}
	h.laterLines = later
	if c.phase == release.PhaseAdvance {
		h.embargo = &setter.Span{Text: c.r.ReleaseLine(c.cat, c.phase), Style: setter.Style{Face: sansBold, Size: 7400, Color: alarm}}
		w, n, err := c.doc.Extent([]setter.Span{*h.embargo}, g.Column, c.rtl)
		if err != nil {
			return err
		}
		if h.beside = w+headGap+width <= g.Column; !h.beside {
			h.embargoes = n
			h.laterLines += n
		}
	}
	g.FirstTop += (h.nameLines - 1) * headLeading
	g.Top += (h.laterLines - 1) * headLeading
	return c.foot(g)
}

// foot measures the foot: the address, the page's number at the other side, and below
// them whose copy it is.
func (c *composer) foot(g *setter.Geometry) (err error) {
	h := &c.head
	h.footStyle = setter.Style{Face: sans, Size: 7800, Color: soft}
	h.footLines = 1
	if c.r.Issuer.URL != "" {
		number, _, err := c.doc.Extent([]setter.Span{{Text: c.cat.Say(language.PageOf, 88, 88), Style: h.footStyle}}, g.Column, c.rtl)
		if err != nil {
			return err
		}
		text := strings.TrimPrefix(strings.TrimPrefix(c.r.Issuer.URL, "https://"), "http://")
		h.address = &setter.Span{Text: text, Style: h.footStyle}
		h.footWidth = g.Column - number - headGap
		if _, h.footLines, err = c.doc.Extent([]setter.Span{*h.address}, h.footWidth, c.rtl); err != nil {
			return err
		}
	}
	if line := c.r.ReferenceLine(c.cat); line != "" {
		h.reference = &setter.Span{Text: line, Style: h.footStyle}
		if _, h.references, err = c.doc.Extent([]setter.Span{*h.reference}, g.Column, c.rtl); err != nil {
			return err
		}
		h.footLines += h.references
	}
	g.Bottom += max(0, h.footLines-2) * footLeading
	return nil
}

// furniture is the letterhead, the running line, the embargo and the page number.
func (c *composer) furniture(page, pages int, g setter.Geometry) setter.Furniture {
	h := &c.head
	left, right := g.Left, g.Left+g.Column
	var f setter.Furniture
	// start and end put lines at the side where reading begins, or at the other.
	start := func(y, width, leading setter.Length, s setter.Span) {
		f.Lines = append(f.Lines, setter.Running{
			Spans: []setter.Span{s}, X: side(c.rtl, right, left), Y: y, Right: c.rtl, Width: width,
			Leading: leading,
		})
	}
	end := func(y setter.Length, s setter.Span) {
		f.Lines = append(f.Lines, setter.Running{Spans: []setter.Span{s}, X: side(c.rtl, left, right), Y: y, Right: !c.rtl})
	}
	column := c.doc.Geometry.Column // what was measured, on pages turned on their sides too
	y, lines := g.Height-headFromTop, h.laterLines
	switch {
	case page == 1 && h.hasLogo:
		w, height := h.logo.Within(150*pt, 26*pt)
		f.Graphics = append(f.Graphics, setter.Placed{Graphic: h.logo, X: side(c.rtl, right-w, left), Y: y - 2*pt, Width: w, Height: height})
		lines = 1
	case page == 1:
		start(y, column, headLeading, h.name)
		lines = h.nameLines
	case h.embargo == nil:
		start(y, column, headLeading, h.running)
	case h.beside:
		start(y, column, headLeading, h.running)
		end(y, *h.embargo)
	default:
		start(y, column, headLeading, *h.embargo)
		start(y-h.embargoes*headLeading, column, headLeading, h.running)
	}
	rule := setter.Rule{X: g.Left, Y: y - (lines-1)*headLeading - headRule, Width: g.Column, Thickness: 600, Color: ink}
	if c.r.Issuer.Color != "" {
		rule.Color, rule.Thickness = c.accent, 1200
	}
	y = footFromEnd + (h.footLines-1)*footLeading
	f.Rules = append(f.Rules, rule, setter.Rule{X: g.Left, Y: y + footRule, Width: g.Column, Thickness: 500, Color: hair})
	end(y, setter.Span{Text: c.cat.Say(language.PageOf, page, pages), Style: h.footStyle})
	if h.address != nil {
		start(y, h.footWidth, footLeading, *h.address)
	}
	if h.reference != nil {
		start(footFromEnd+(h.references-1)*footLeading, column, footLeading, *h.reference)
	}
	return f
}

func side(rtl bool, then, otherwise setter.Length) setter.Length {
	if rtl {
		return then
	}
	return otherwise
}
