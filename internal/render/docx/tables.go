package docx

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// indentStep is by how much what is within a list stands in, in twentieths of a point.
const indentStep = 360

// table writes a table whose columns have fixed widths, by what stands in them.
func (w *writer) table(t *release.Table, level int) {
	widths := w.columns(t, w.textWidth()-indentStep*level)
	total := 0
	for _, c := range widths {
		total += c
	}
	w.b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>`)
	if w.rtl {
		w.b.WriteString("<w:bidiVisual/>")
	}
	fmt.Fprintf(w.b, `<w:tblW w:w="%d" w:type="dxa"/>`, total)
	if level > 0 {
		fmt.Fprintf(w.b, `<w:tblInd w:w="%d" w:type="dxa"/>`, indentStep*level)
	}
	w.b.WriteString(`<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"` +
		` w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>` +
		`<w:tblGrid>`)
	for _, c := range widths {
		fmt.Fprintf(w.b, `<w:gridCol w:w="%d"/>`, c)
	}
	w.b.WriteString("</w:tblGrid>")
	w.inTable = true
	row := func(cells [][]release.Inline, head bool) {
		w.b.WriteString("<w:tr><w:trPr><w:cantSplit/>")
		props := ""
		if head {
			w.b.WriteString("<w:tblHeader/>")
			props = "<w:b/><w:bCs/>"
		}
		w.b.WriteString("</w:trPr>")
		for i := range t.Head {
			fmt.Fprintf(w.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, widths[i])
			align := ""
			switch t.ColumnAlign(i) {
			case release.AlignRight:
				align = `<w:jc w:val="right"/>`
			case release.AlignCentre:
				align = `<w:jc w:val="center"/>`
			}
			w.paragraph("Small", align, func() {
				if i < len(cells) {
					w.inlines(cells[i], props)
				}
			})
			w.b.WriteString("</w:tc>")
		}
		w.b.WriteString("</w:tr>")
	}
	row(t.Head, true)
	for _, r := range t.Rows {
		row(r, false)
	}
	w.b.WriteString("</w:tbl>")
	w.inTable = false
	w.paragraph("Small", "", func() {}) // Word wants a paragraph behind a table
}

// names writes signatories: few in a line, many in two columns.
func (w *writer) names(names []string) {
	if len(names) < release.NamesInColumns {
		w.paragraph("Small", "", func() { w.inlines(w.v.Lines(names, " · "), "") })
		return
	}
	width := w.textWidth() / 2
	w.b.WriteString("<w:tbl><w:tblPr>")
	if w.rtl {
		w.b.WriteString("<w:bidiVisual/>")
	}
	fmt.Fprintf(w.b, `<w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`+
		`<w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid>`, 2*width, width, width)
	w.inTable = true
	for pair := range slices.Chunk(names, 2) {
		w.b.WriteString("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		for i := range 2 {
			fmt.Fprintf(w.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
			w.paragraph("Small", "", func() {
				if i < len(pair) {
					w.inlines(w.v.Line(pair[i]), "")
				}
			})
			w.b.WriteString("</w:tc>")
		}
		w.b.WriteString("</w:tr>")
	}
	w.b.WriteString("</w:tbl>")
	w.inTable = false
	w.paragraph("Small", "", func() {}) // Word wants a paragraph behind a table
}

// columns shares a width out: each column gets what its longest line needs or, where
// that is too much, what its longest word does and a share of the rest.
func (w *writer) columns(t *release.Table, width int) []int {
	const (
		letter  = 105 // twentieths of a point, of the small size, about
		margins = 160
	)
	natural, least := make([]int, len(t.Head)), make([]int, len(t.Head))
	needed, must := 0, 0
	for i := range t.Head {
		for _, r := range append([][][]release.Inline{t.Head}, t.Rows...) {
			if i >= len(r) {
				continue
			}
			text := release.PlainText(r[i])
			natural[i] = max(natural[i], utf8.RuneCountInString(text)*letter+margins)
			for _, word := range strings.Fields(text) {
				least[i] = max(least[i], utf8.RuneCountInString(word)*letter+margins)
			}
		}
		least[i] = max(least[i], margins)
		needed, must = needed+natural[i], must+least[i]
	}
	out := make([]int, len(t.Head))
	for i := range out {
		switch {
		case needed <= width:
			out[i] = natural[i]
		case must >= width:
			out[i] = least[i] * width / must
		default:
			out[i] = least[i] + (width-must)*(natural[i]-least[i])/(needed-must)
		}
	}
	return out
}

// pictureWidth is that of the text where a picture has the pixels for it, else one that
// is clearly smaller: 110 pixels an inch at least.
func (w *writer) pictureWidth(a release.Asset) int {
	const (
		twentieth = 635 // of a point, in English Metric Units
		inch      = 914400
		finest    = 110
	)
	column := w.textWidth() * twentieth
	if own := a.Width * inch / finest; own < column {
		return min(own, column*4/5)
	}
	return column
}

func (w *writer) picture(m release.Medium) {
	a, ok := w.assets[m.File]
	if !ok || len(a.Data) == 0 || a.Width == 0 {
		w.paragraph("Caption", "", func() {
			w.inlines(release.Around("["+w.cat.Say(language.PictureLabel)+w.cat.Colon(), w.v.Line(m.Alt), "]"), "")
		})
	} else {
		w.images++
		ending := strings.TrimPrefix(a.Type, "image/")
		id := w.relate(relation{kind: "image", target: fmt.Sprintf("media/picture%d.%s", w.images, ending), data: a.Data})
		width := w.pictureWidth(a)
		height := width * a.Height / a.Width
		if limit := 5_000_000; height > limit {
			width, height = width*limit/height, limit
		}
		w.paragraph("Figure", "", func() {
			name := fmt.Sprintf("Picture %d", w.images)
			w.b.WriteString(`<w:r>` + drawing(w.images, name, m.Alt, id, width, height) + `</w:r>`)
		})
	}
	credits := m.Credits(w.cat)
	if m.Caption == "" && credits == "" && m.URL == "" {
		return
	}
	w.paragraph("Caption", "", func() {
		w.inlines(w.v.Line(m.Caption), "")
		if credits != "" {
			w.inlines(release.Around(m.CaptionGap(), w.v.Line(credits), ""), "<w:i/><w:iCs/>")
		}
		if m.URL != "" {
			gap := m.CaptionGap()
			if credits != "" {
				gap = " · "
			}
			w.run(gap, "")
			w.link(m.URL, func() { w.run(w.cat.Say(language.FullSize), linkStyle) })
		}
	})
}
