package setter

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"strconv"
	"strings"

	"pressroom/internal/render/pdf/pdfobj"
	"pressroom/internal/render/pdf/sfnt"
)

// Sheet is a page of a document to be looked at: the same lines at the same places, as a
// drawing (SVG 1.1) of glyphs, rules and pictures. It has no text to be selected, no tags
// and no links.
type Sheet struct {
	Width, Height Length
	SVG           []byte
}

// Sheets draws the pages of the document. picture gives the address at which a picture of
// it is found; nil has them in the drawing itself. Either this or PDF is called, once.
func (d *Document) Sheets(picture func(*Image) string) ([]Sheet, error) {
	if picture == nil {
		picture = inPlace
	}
	w := &writer{Document: d}
	pages := d.paginate(func(g Geometry) *page {
		s := &sheet{lib: d.Library, height: g.Height, picture: picture}
		return &page{doc: w, geometry: g, sheet: s}
	})
	out := make([]Sheet, len(pages))
	for i, p := range pages {
		p.index = i
		if err := w.furnish(p, len(pages)); err != nil {
			return nil, err
		}
		if p.sheet.err != nil {
			return nil, fmt.Errorf("drawing page %d: %w", i+1, p.sheet.err)
		}
		out[i] = Sheet{p.geometry.Width, p.geometry.Height, p.sheet.svg(p.geometry)}
	}
	return out, nil
}

// inPlace is a picture as an address that holds it.
func inPlace(img *Image) string {
	return "data:" + img.Type + ";base64," + base64.StdEncoding.EncodeToString(img.File)
}

// sheet is a page being drawn. Its own y runs downwards from the top.
type sheet struct {
	lib     *Library
	height  Length
	picture func(*Image) string
	out     bytes.Buffer
	err     error
}

func (s *sheet) svg(g Geometry) []byte {
	w, h := pdfobj.Points(g.Width), pdfobj.Points(g.Height)
	head := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s"><path fill="#fff" d="M0 0h%sv%sH0z"/>`, w, h, w, h)
	return append(append([]byte(head), s.out.Bytes()...), "</svg>"...)
}

// hex is a colour as SVG has it.
func hex(c Color) string {
	const digits = "0123456789abcdef"
	out := []byte("#000000")
	for i, v := range c {
		n := (min(max(v, 0), 1000)*255 + 500) / 1000
		out[1+2*i], out[2+2*i] = digits[n>>4], digits[n&15]
	}
	return string(out)
}

func (s *sheet) fill(x, y, w, h Length, c Color) {
	fmt.Fprintf(&s.out, `<path fill="%s" d="M%s %sh%sv%sh%sz"/>`, hex(c), pdfobj.Points(x), pdfobj.Points(s.height-y-h), pdfobj.Points(w),
		pdfobj.Points(h), pdfobj.Points(-w))
}

func (s *sheet) text(line *setLine, x, y Length) {
	for _, part := range line.segments() {
		span := &line.spans[line.glyphs[part.from].span]
		left := x + part.x
		s.glyphs(line.visual(part), left, y)
		if span.Href != "" || span.Marked {
			s.fill(part.underline(line, left, y))
		}
	}
}

// glyphs draws glyphs from x on a baseline: those of one style as one path.
func (s *sheet) glyphs(glyphs []glyph, x, y Length) {
	for i := 0; i < len(glyphs); {
		j := i
		for j < len(glyphs) && glyphs[j].style == glyphs[i].style {
			j++
		}
		x = s.styled(glyphs[i:j], x, y)
		i = j
	}
}

func (s *sheet) styled(glyphs []glyph, x, y Length) Length {
	style := glyphs[0].style
	drawn := false
	at := x
	// in turns a length into the units of outlines, to the nearest.
	in := func(l Length) int64 {
		half := style.Size / 2
		if l < 0 {
			half = -half
		}
		return int64((l*sfnt.Em + half) / style.Size)
	}
	for i := range glyphs {
		g := &glyphs[i]
		path, err := s.lib.Fonts[g.face].Path(g.id)
		if err != nil {
			s.err = err
			return x
		}
		if path != "" {
			if !drawn {
				fmt.Fprintf(&s.out, `<path fill="%s" transform="translate(%s %s) scale(%s)" d="`, hex(style.Color), pdfobj.Points(x),
					pdfobj.Points(s.height-y), scaleOf(style.Size))
				drawn = true
			}
			b := strconv.AppendInt(append(s.out.AvailableBuffer(), 'M'), in(at-x+g.dx), 10)
			b = append(strconv.AppendInt(append(b, ' '), in(-g.dy), 10), path...)
			s.out.Write(b)
		}
		at += g.advance
	}
	if drawn {
		s.out.WriteString(`"/>`)
	}
	return at
}

// scaleOf is a size in points for each unit of an outline.
func scaleOf(size Length) string {
	return strings.TrimRight(strconv.FormatFloat(float64(size)/float64(Point*sfnt.Em), 'f', 6, 64), "0")
}

func (s *sheet) figure(g Graphic, x, y, w, h Length) {
	left, top := pdfobj.Points(x), pdfobj.Points(s.height-y-h)
	if d := g.Drawing; d != nil {
		factor := func(to, from Length) string {
			return strconv.FormatFloat(float64(to)/float64(max(1, from)), 'f', 6, 64)
		}
		fmt.Fprintf(&s.out, `<g transform="translate(%s %s) scale(%s -%s)">%s</g>`, left, pdfobj.Points(s.height-y), factor(w, d.Width),
			factor(h, d.Height), paths(d.Content))
		return
	}
	fmt.Fprintf(&s.out, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" href="%s"/>`, left, top, pdfobj.Points(w),
		pdfobj.Points(h), html.EscapeString(s.picture(g.Image)))
}

// paths turns the operators of a Drawing into paths: colours, polygons, and how they are
// filled (ISO 32000-1, 8.5).
func paths(content []byte) string {
	var b, data strings.Builder
	color := "#000000"
	for line := range strings.Lines(string(content)) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		switch op := words[len(words)-1]; {
		case op == "rg" && len(words) == 4:
			var c Color
			for i, w := range words[:3] {
				v, _ := strconv.ParseFloat(w, 64) // written by ourselves
				c[i] = int(v*1000 + 0.5)
			}
			color = hex(c)
		case op == "m" && len(words) == 3:
			data.WriteString("M" + words[0] + " " + words[1])
		case op == "l" && len(words) == 3:
			data.WriteString("L" + words[0] + " " + words[1])
		case op == "h":
			data.WriteByte('z')
		case op == "f", op == "f*":
			rule := ""
			if op == "f*" {
				rule = ` fill-rule="evenodd"`
			}
			fmt.Fprintf(&b, `<path fill="%s"%s d="%s"/>`, color, rule, data.String())
			data.Reset()
		}
	}
	return b.String()
}
