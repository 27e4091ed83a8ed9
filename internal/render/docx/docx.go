// Package docx renders a release as a Word document (Office Open XML, ECMA-376)
// with real styles: headline, subhead, quotation, attribution, link. Desks that
// paste from Word get what they can restyle.
package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// Render returns the document of one variant. The same input gives the same bytes.
func Render(r *release.Release, v *release.Version, phase release.Phase, assets release.Assets) ([]byte, error) {
	w := &writer{b: &strings.Builder{}, r: r, v: v, phase: phase, assets: assets, cat: v.Catalogue(), rtl: language.RightToLeft(v.Language)}
	w.findLogo()
	w.release()
	return w.pack()
}

type writer struct {
	r      *release.Release
	v      *release.Version
	phase  release.Phase
	assets release.Assets
	cat    *language.Catalogue
	rtl    bool
	b      *strings.Builder
	said   string // in the paragraph that is being written
	rels   []relation
	lists  []numbered
	// the headings of the part that is being written
	outline release.Outline
	images  int
	// cells of a table keep to its side, whatever they say
	inTable bool
	logo    *release.Asset // pixels; nil without one
}

// numbered is how a list counts.
type numbered struct {
	ordered      bool
	start, level int
}

// relation is what the document points to: an address or a picture.
type relation struct {
	kind, target string
	external     bool
	data         []byte
}

func (w *writer) relate(rel relation) string {
	for i, r := range w.rels {
		if rel.data == nil && r.kind == rel.kind && r.target == rel.target {
			return fmt.Sprintf("rId%d", 100+i)
		}
	}
	w.rels = append(w.rels, rel)
	return fmt.Sprintf("rId%d", 99+len(w.rels))
}

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // writing to memory does not fail
	return b.String()
}

func (w *writer) release() {
	for _, part := range w.r.Parts() {
		w.outline = release.Outline{}
		switch part {
		case release.PartStatement:
			if s := w.r.Statement(w.v, false); s != nil {
				w.line("ReleaseLine", s.Head)
				for _, line := range s.Rest {
					w.line("Normal", line)
				}
			}
		case release.PartReleaseLine:
			style := "ReleaseLine"
			if w.phase == release.PhaseAdvance {
				style = "EmbargoLine"
			}
			w.line(style, w.r.ReleaseLines(w.cat, w.phase))
		case release.PartContacts:
			w.contacts()
		case release.PartHeadline:
			w.marked("Title", w.v.Headline)
			if w.v.Subhead != "" {
				w.marked("Subtitle", w.v.Subhead)
			}
		case release.PartBody:
			w.blocks(w.v.Copy(), "Normal", 0)
		case release.PartMedia:
			w.media()
		case release.PartSignatories:
			if names := w.r.SignatoryNames(w.cat); len(names) > 0 {
				w.line("Label", w.cat.Say(language.Signatories))
				w.names(names)
			}
			w.partners()
		case release.PartBoilerplate:
			w.blocks(w.v.Boilerplate, "Small", 0)
		case release.PartNotes:
			if len(w.v.Notes) > 0 {
				w.line("Label", w.cat.Say(language.NotesLabel))
				w.blocks(w.v.Notes, "Small", 0)
			}
		case release.PartEndMark:
			w.line("EndMark", w.r.EndMark(w.cat))
		case release.PartReference:
			if line := w.r.ReferenceLine(w.cat); line != "" {
				w.line("EndMark", line)
			}
		}
	}
}

func (w *writer) contacts() {
	list := w.r.PublicContacts(false, w.v.Language)
	if len(list) == 0 {
		return
	}
	label := language.ContactLabel
	if len(list) > 1 {
		label = language.ContactsLabel
	}
	w.line("Label", w.cat.Say(label))
	for _, c := range list {
		w.paragraph("Small", "", func() {
			for i, p := range w.v.ContactParts(c) {
				switch {
				case i == 0:
					w.inlines(p.Shown, "<w:b/><w:bCs/>")
				case p.Href != "":
					w.run(w.cat.ListComma(), "")
					w.link(p.Href, func() { w.inlines(p.Shown, linkStyle) })
				default:
					w.inlines(release.Around(w.cat.ListComma(), p.Shown, ""), "")
				}
			}
		})
	}
}

func (w *writer) media() {
	list := func(label language.Phrase, titles, addresses []string) {
		if len(titles) == 0 {
			return
		}
		w.line("Label", w.cat.Say(label))
		for i, t := range titles {
			w.paragraph("Small", "", func() {
				if addresses[i] == "" {
					w.inlines(w.v.Line(t), "")
					return
				}
				w.link(addresses[i], func() { w.inlines(w.v.Line(t), linkStyle) })
			})
		}
	}
	var titles, addresses []string
	for _, m := range w.v.Videos() {
		title := m.Caption
		if title == "" {
			title = w.cat.Say(language.WatchVideo)
		}
		titles, addresses = append(titles, title), append(addresses, m.URL)
	}
	list(language.MediaLabel, titles, addresses)
	titles, addresses = nil, nil
	for _, d := range w.r.Documents {
		titles, addresses = append(titles, d.Title), append(addresses, d.URL)
	}
	list(language.Documents, titles, addresses)
}

// line is a paragraph of plain text.
func (w *writer) line(style, text string) { w.paragraph(style, "", func() { w.run(text, "") }) }

// marked is a line of the release, with marks around what was changed after it went out.
func (w *writer) marked(style, text string) {
	w.paragraph(style, "", func() { w.inlines(w.v.Line(text), "") })
}

// paragraph writes a paragraph; extra are further properties of it.
func (w *writer) paragraph(style, extra string, inner func()) {
	before, said := w.b, w.said
	w.b, w.said = &strings.Builder{}, ""
	inner()
	runs, text := w.b.String(), w.said
	w.b, w.said = before, said
	bidi := ""
	if w.rtl && w.inTable || language.ParagraphRightToLeft(text, w.rtl) {
		bidi = "<w:bidi/>"
	}
	if strings.HasPrefix(extra, "<w:ind") || strings.HasPrefix(extra, "<w:jc") { // the schema wants them in this order
		bidi, extra = "", bidi+extra
	}
	fmt.Fprintf(w.b, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s%s</w:pPr>%s</w:p>`, style, extra, bidi, runs)
}

const linkStyle = `<w:rStyle w:val="Hyperlink"/>`

// run writes text with these properties. Line feeds become breaks.
func (w *writer) run(text, props string) {
	w.said += text
	if runsRight(text, w.rtl) {
		props += "<w:rtl/>"
	}
	if props != "" {
		props = "<w:rPr>" + props + "</w:rPr>"
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			w.b.WriteString("<w:r><w:br/></w:r>")
		}
		if line != "" {
			fmt.Fprintf(w.b, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, props, escape(line))
		}
	}
}

// runsRight tells whether a run is set as one from right to left: with letters of such
// a script, or, where the language has one, with none at all. Names, numbers and
// addresses in other scripts keep their own order.
func runsRight(text string, rtl bool) bool {
	right, ok := language.FirstStrong(text)
	if !ok {
		return rtl && !strings.ContainsAny(text, "0123456789")
	}
	return right
}

func (w *writer) link(href string, inner func()) {
	id := w.relate(relation{kind: "hyperlink", target: href, external: true})
	fmt.Fprintf(w.b, `<w:hyperlink r:id="%s">`, id)
	inner()
	w.b.WriteString("</w:hyperlink>")
}

func (w *writer) inlines(in []release.Inline, props string) {
	for _, i := range in {
		switch i := i.(type) {
		case *release.Text:
			w.run(i.S, props)
		case *release.CodeSpan:
			w.run(i.S, typed(props))
		case *release.Break:
			w.b.WriteString("<w:r><w:br/></w:r>")
		case *release.Emphasis:
			if i.Strong {
				w.inlines(i.Children, with(props, "<w:b/><w:bCs/>"))
			} else if i.Changed {
				w.inlines(i.Children, with(props, `<w:u w:val="single"/>`))
			} else {
				w.inlines(i.Children, with(props, "<w:i/><w:iCs/>"))
			}
		case *release.Link:
			w.link(i.Href, func() { w.inlines(i.Children, linkStyle+strings.TrimPrefix(props, linkStyle)) })
		}
	}
}

// typed puts the font of a typewriter into properties, where the schema wants it.
func typed(props string) string {
	const font = `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>`
	if rest, ok := strings.CutPrefix(props, linkStyle); ok {
		return linkStyle + font + rest
	}
	return font + props
}

// with adds a property once.
func with(props, more string) string {
	if strings.Contains(props, more) {
		return props
	}
	return props + more
}

func (w *writer) blocks(blocks []release.Block, style string, level int) {
	for _, b := range blocks {
		w.block(b, style, level)
	}
}

func (w *writer) block(b release.Block, style string, level int) {
	indent := ""
	if level > 0 {
		indent = fmt.Sprintf(`<w:ind w:left="%d"/>`, 360*level)
	}
	switch b := b.(type) {
	case *release.Paragraph:
		w.paragraph(style, indent, func() { w.inlines(b.Inlines, "") })
	case *release.Heading:
		w.paragraph(w.heading(b), indent, func() { w.inlines(b.Inlines, "") })
	case *release.Quotation:
		for _, p := range b.Paragraphs {
			w.paragraph("Quote", "", func() { w.inlines(p, "") })
		}
		if len(b.Attribution) > 0 {
			w.paragraph("Attribution", "", func() {
				w.run("– ", "")
				w.inlines(b.Attribution, "")
			})
		}
	case *release.BlockQuote:
		w.blocks(b.Blocks, "Quote", level)
	case *release.List:
		w.list(b, style, level)
	case *release.Code:
		w.paragraph(style, indent, func() { w.run(b.Text, typed("")) })
	case *release.Rule:
		w.paragraph("Normal", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="999999"/></w:pBdr>`, func() {})
	case *release.Table:
		w.table(b, level)
	case *release.Picture:
		w.picture(b.Medium)
	}
}

// inList is the style of a list's text: that of what stands around it, so that notes
// keep their size.
func inList(style string) string {
	if style == "Small" || style == "ListSmall" {
		return "ListSmall"
	}
	return "ListParagraph"
}

func (w *writer) list(l *release.List, style string, level int) {
	style = inList(style)
	level = min(level, deepest)
	w.lists = append(w.lists, numbered{l.Ordered, l.Start, level})
	number := len(w.lists)
	sign := fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, number)
	for _, item := range l.Items {
		for _, b := range w.first(item, style, sign) {
			w.block(b, style, level+1)
		}
	}
}

// first writes what stands beside an item's sign, and returns what follows below it. What
// is no text stands below a line that has the sign alone, so that the items after it keep
// their numbers.
func (w *writer) first(item []release.Block, style, sign string) []release.Block {
	if len(item) > 0 {
		switch b := item[0].(type) {
		case *release.Paragraph:
			w.paragraph(style, sign, func() { w.inlines(b.Inlines, "") })
			return item[1:]
		case *release.Heading:
			w.paragraph(w.heading(b), sign, func() { w.inlines(b.Inlines, "") })
			return item[1:]
		case *release.Code:
			w.paragraph(style, sign, func() { w.run(b.Text, typed("")) })
			return item[1:]
		}
	}
	w.paragraph(style, sign, func() {})
	return item
}

// heading is the style of the next heading.
func (w *writer) heading(h *release.Heading) string {
	return fmt.Sprintf("Heading%d", min(w.outline.Level(h)-1, 3))
}

// pack is the file.
func (w *writer) pack() ([]byte, error) {
	var out bytes.Buffer
	err := w.write(&out)
	return out.Bytes(), err
}

// write writes the parts into the file, always in the same order and dated 1980.
func (w *writer) write(out io.Writer) error {
	z := zip.NewWriter(out)
	var failed error
	put := func(name string, data []byte) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = f.Write(data)
		}
		failed = cmp.Or(failed, err)
	}
	put("[Content_Types].xml", []byte(contentTypes))
	put("_rels/.rels", []byte(packageRels))
	put("docProps/core.xml", []byte(w.core()))
	put("word/document.xml", []byte(w.document()))
	put("word/styles.xml", []byte(w.styles()))
	put("word/numbering.xml", []byte(w.numbering()))
	put("word/settings.xml", []byte(settings))
	put("word/footer1.xml", []byte(w.footer()))
	put("word/header1.xml", []byte(w.letterhead()))
	put("word/header2.xml", []byte(w.laterHeader()))
	put("word/_rels/document.xml.rels", []byte(w.relations()))
	if w.logo != nil {
		put("word/_rels/header1.xml.rels", []byte(w.logoRelation()))
		put("word/media/logo."+w.logoEnding(), w.logo.Data)
	}
	for _, r := range w.rels {
		if r.data != nil {
			put("word/"+r.target, r.data)
		}
	}
	if failed = cmp.Or(failed, z.Close()); failed != nil {
		return fmt.Errorf("writing the Word document: %w", failed)
	}
	return nil
}
