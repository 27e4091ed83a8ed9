package docx

import (
	"fmt"
	"strings"

	"pressroom/internal/release"
)

// findLogo takes the issuer's logo as pixels: Word shows no drawings in SVG everywhere.
func (w *writer) findLogo() {
	file := w.r.Issuer.Logo
	if file == "" {
		return
	}
	for _, key := range []string{release.LogoPixels(file), release.LogoKey(file)} {
		if a, ok := w.assets[key]; ok && (a.Type == "image/png" || a.Type == "image/jpeg") && a.Width > 0 && a.Height > 0 {
			w.logo = &a
			return
		}
	}
}

func (w *writer) logoEnding() string { return strings.TrimPrefix(w.logo.Type, "image/") }

func (w *writer) logoRelation() string {
	return declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` +
		relNS + `/image" Target="media/logo.` + w.logoEnding() + `"/></Relationships>`
}

// mirrored is the property of a paragraph from right to left.
func (w *writer) mirrored() string {
	if w.rtl {
		return "<w:bidi/>"
	}
	return ""
}

// letterhead is the head of the first page: the logo, or the issuer's name, over a line
// in the issuer's colour.
func (w *writer) letterhead() string {
	name := strings.ToUpper(w.r.Issuer.Name)
	inner := `<w:r><w:t xml:space="preserve">` + escape(name) + `</w:t></w:r>`
	if w.logo != nil {
		const wide, high = 1905000, 330200 // 150 by 26 points, in English Metric Units
		width, height := wide, wide*w.logo.Height/w.logo.Width
		if height > high {
			width, height = high*w.logo.Width/w.logo.Height, high
		}
		inner = `<w:r>` + drawing(1000, "Logo", w.r.Issuer.Name, "rId1", max(1, width), max(1, height)) + `</w:r>`
	}
	return w.header("Letterhead", inner)
}

// laterHeader is the head of the pages after the first: the issuer, and on an advance
// copy, below it, the embargo.
func (w *writer) laterHeader() string {
	inner := `<w:r><w:t xml:space="preserve">` + escape(w.r.Issuer.Name) + `</w:t></w:r>`
	if w.phase == release.PhaseAdvance {
		inner += `<w:r><w:br/></w:r><w:r><w:rPr><w:color w:val="A3190F"/></w:rPr><w:t xml:space="preserve">` +
			escape(w.r.ReleaseLine(w.cat, w.phase)) + `</w:t></w:r>`
	}
	return w.header("Header", inner)
}

func (w *writer) header(style, inner string) string {
	return declaration + `<w:hdr xmlns:w="` + wordNS + `" xmlns:r="` + relNS + `" xmlns:wp="` + drawingNS + `"><w:p><w:pPr><w:pStyle w:val="` +
		style + `"/>` +
		w.mirrored() + `</w:pPr>` + inner + `</w:p></w:hdr>`
}

const (
	drawingNS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	artNS     = "http://schemas.openxmlformats.org/drawingml/2006/main"
	pictureNS = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

// partners shows the logos of the organisations that take part, in a row.
func (w *writer) partners() {
	const pixel = 914400 / 192 // of those that are twice as fine as on a screen, in English Metric Units
	var row strings.Builder
	for _, o := range w.r.Partners {
		a, ok := w.assets[release.LogoSmall(o.Logo)]
		if o.Logo == "" || !ok || len(a.Data) == 0 {
			continue
		}
		w.images++
		id := w.relate(relation{kind: "image", target: fmt.Sprintf("media/picture%d.png", w.images), data: a.Data})
		if row.Len() > 0 {
			row.WriteString(`<w:r><w:t xml:space="preserve">   </w:t></w:r>`)
		}
		row.WriteString(`<w:r>` + drawing(w.images, fmt.Sprintf("Picture %d", w.images), o.Name, id, a.Width*pixel, a.Height*pixel) + `</w:r>`)
	}
	if row.Len() > 0 {
		w.paragraph("Figure", "", func() { w.b.WriteString(row.String()) })
	}
}

// drawing is a picture in a run: width and height in English Metric Units.
func drawing(id int, name, alt, relation string, width, height int) string {
	what := fmt.Sprintf(`id="%d" name="%s" descr="%s"`, id, name, escape(alt))
	size := fmt.Sprintf(`cx="%d" cy="%d"`, width, height)
	return `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ` + size + `/><wp:docPr ` + what + `/>` +
		`<a:graphic xmlns:a="` + artNS + `"><a:graphicData uri="` + pictureNS + `"><pic:pic xmlns:pic="` + pictureNS + `">` +
		`<pic:nvPicPr><pic:cNvPr ` + what + `/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip r:embed="` + relation + `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
}
