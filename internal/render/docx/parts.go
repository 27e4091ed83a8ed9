package docx

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/release"
)

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const contentTypes = declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ` +
	`Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
	`<Default Extension="jpeg" ContentType="image/jpeg"/>` +
	`<Override PartName="/word/document.xml"` +
	` ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/numbering.xml"` +
	` ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml"` +
	` ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml"` +
	` ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/word/header1.xml"` +
	` ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/header2.xml"` +
	` ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml"` +
	` ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageRels = declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship ` +
	`Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" ` +
	`Target="docProps/core.xml"/></Relationships>`

const settings = declaration + `<w:settings xmlns:w="` + wordNS + `"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/></w:settings>`

const (
	wordNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// paper is the page's width and height, in twentieths of a point.
func (w *writer) paper() (width, height int) {
	if w.r.Print.Paper == release.A4 || w.r.Print.Paper == "" && w.r.Issuer.Layout == release.LayoutUK {
		return 11906, 16838
	}
	return 12240, 15840 // Letter
}

const margin = 1440

// textWidth is the room between the margins.
func (w *writer) textWidth() int {
	width, _ := w.paper()
	return width - 2*margin
}

func (w *writer) document() string {
	width, height := w.paper()
	bidi := ""
	if w.rtl {
		bidi = "<w:bidi/>"
	}
	return declaration + `<w:document xmlns:w="` + wordNS + `" xmlns:r="` + relNS +
		`" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>` + w.b.String() +
		fmt.Sprintf(`<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/>`+
			`<w:footerReference w:type="first" r:id="rId4"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="%d" w:h="%d"/>`+
			`<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/><w:titlePg/>`+
			`%s</w:sectPr>`, width, height, bidi) + `</w:body></w:document>`
}

// footer names the issuer and the page, and on an advance copy the embargo and, where it
// is somebody's own, whose.
func (w *writer) footer() string {
	text := w.r.Issuer.Name
	if w.phase == release.PhaseAdvance {
		text += " · " + w.r.ReleaseLine(w.cat, w.phase)
	}
	return declaration + `<w:ftr xmlns:w="` + wordNS + `"><w:p><w:pPr><w:pStyle w:val="Footer"/>` + w.mirrored() +
		`</w:pPr><w:r><w:t xml:space="preserve">` + escape(text) + ` · </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>` +
		`<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
		w.referenceFoot() + `</w:ftr>`
}

func (w *writer) referenceFoot() string {
	line := w.r.ReferenceLine(w.cat)
	if line == "" {
		return ""
	}
	return `<w:p><w:pPr><w:pStyle w:val="Footer"/>` + w.mirrored() + `</w:pPr><w:r><w:t xml:space="preserve">` + escape(line) +
		`</w:t></w:r></w:p>`
}

func (w *writer) relations() string {
	var b strings.Builder
	b.WriteString(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, part := range []string{"styles", "numbering", "settings"} {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s.xml"/>`, i+1, relNS, part, part)
	}
	fmt.Fprintf(&b, `<Relationship Id="rId4" Type="%s/footer" Target="footer1.xml"/>`, relNS)
	for i, part := range []string{"header1", "header2"} {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/header" Target="%s.xml"/>`, 5+i, relNS, part)
	}
	for i, r := range w.rels {
		mode := ""
		if r.external {
			mode = ` TargetMode="External"`
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"%s/>`, 100+i, relNS, r.kind, escape(r.target), mode)
	}
	return b.String() + `</Relationships>`
}

func (w *writer) core() string {
	at, identifier, version := w.r.Timing.At.UTC().Format(time.RFC3339), "", ""
	if w.r.Revision != "" {
		version = `<cp:version>` + escape(w.r.Revision) + `</cp:version>`
	}
	if w.r.Reference != "" {
		identifier = `<dc:identifier>` + escape(w.r.Reference) + `</dc:identifier>`
	}
	return declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
		`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` +
		escape(w.v.Headline) + `</dc:title><dc:creator>` + escape(w.r.Issuer.Name) + `</dc:creator><dc:language>` + escape(w.v.Language) +
		`</dc:language>` + identifier +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` +
		w.r.Modified().UTC().Format(time.RFC3339) + `</dcterms:modified>` + version + `</cp:coreProperties>`
}

// deepest is the last level of lists that Word has.
const deepest = 8

// numbering has one definition for bullets, one for numbers, and a list that
// begins anew for each list of the release.
func (w *writer) numbering() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:numbering xmlns:w="` + wordNS + `">`)
	for id, format := range []string{"bullet", "decimal"} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, id)
		for level := range deepest + 1 {
			text := "•"
			if format == "decimal" {
				text = fmt.Sprintf("%%%d.", level+1)
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr>`+
				`<w:ind w:left="%d" w:hanging="360"/></w:pPr></w:lvl>`, level, format, text, 360*(level+1))
		}
		b.WriteString(`</w:abstractNum>`)
	}
	for i, l := range w.lists {
		if !l.ordered {
			fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, i+1)
			continue
		}
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/>`+
			`</w:lvlOverride></w:num>`, i+1, l.level, l.start)
	}
	return b.String() + `</w:numbering>`
}

// styles are the styles of the document, named as Word names its own where it has
// one, so that a desk's template takes over.
func (w *writer) styles() string {
	accent, line := "0B5A76", "17171A"
	if w.r.Issuer.Color != "" {
		accent = strings.ToUpper(strings.TrimPrefix(release.Readable(w.r.Issuer.Color), "#"))
		line = accent
	}
	var b strings.Builder
	b.WriteString(declaration + `<w:styles xmlns:w="` + wordNS +
		`"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"` +
		` w:eastAsia="Noto Serif CJK JP" w:cs="Times New Roman"/>` +
		`<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="` + escape(w.v.Language) + `"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>` +
		`</w:style>`)
	b.WriteString(`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="` + accent +
		`"/><w:u w:val="single"/></w:rPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>` +
		`<w:left w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr>` +
		`<w:tblBorders><w:top w:val="single" w:sz="4" w:color="999999"/><w:bottom w:val="single" w:sz="4" w:color="999999"/>` +
		`<w:insideH w:val="single" w:sz="4" w:color="CCCCCC"/></w:tblBorders></w:tblPr></w:style>`)
	const sans = `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>`
	for _, s := range []struct{ id, name, paragraph, run string }{
		{
			"Title", "Title", `<w:keepNext/><w:spacing w:before="240" w:after="120" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="0"/>`,
			`<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>`,
		},
		{
			"Subtitle", "Subtitle", `<w:keepNext/><w:spacing w:after="240"/>`,
			`<w:i/><w:iCs/><w:color w:val="55585E"/><w:sz w:val="26"/><w:szCs w:val="26"/>`,
		},
		{
			"Heading1", "heading 1", `<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="1"/>`,
			sans + `<w:b/><w:bCs/><w:sz w:val="25"/><w:szCs w:val="25"/>`,
		},
		{
			"Heading2", "heading 2", `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="2"/>`,
			sans + `<w:b/><w:bCs/><w:sz w:val="23"/><w:szCs w:val="23"/>`,
		},
		{"Heading3", "heading 3", `<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="3"/>`, sans + `<w:b/><w:bCs/>`},
		{"Quote", "Quote", `<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="CFD1D6"/></w:pBdr><w:ind w:left="360"/>`, ``},
		{
			"Attribution", "Attribution", `<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="CFD1D6"/></w:pBdr><w:ind w:left="360"/>`,
			`<w:i/><w:iCs/><w:color w:val="55585E"/>`,
		},
		{"ListParagraph", "List Paragraph", `<w:spacing w:after="80"/>`, ``},
		{"ListSmall", "List small", `<w:spacing w:after="40"/>`, sans + `<w:sz w:val="18"/><w:szCs w:val="18"/>`},
		{"Letterhead", "Letterhead", `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="` + line +
			`"/></w:pBdr><w:spacing w:after="0"/>`, sans + `<w:b/><w:bCs/><w:color w:val="` + line +
			`"/><w:spacing w:val="16"/><w:sz w:val="19"/><w:szCs w:val="19"/>`},
		{
			"Header", "header", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="` + line + `"/></w:pBdr><w:spacing w:after="0"/>`,
			sans + `<w:b/><w:bCs/><w:color w:val="55585E"/><w:sz w:val="16"/><w:szCs w:val="16"/>`,
		},
		{"Caption", "caption", `<w:spacing w:after="240"/>`, sans + `<w:color w:val="55585E"/><w:sz w:val="18"/><w:szCs w:val="18"/>`},
		{"Figure", "Figure", `<w:keepNext/><w:spacing w:before="200" w:after="80"/>`, ``},
		{"ReleaseLine", "Release line", `<w:spacing w:after="80"/>`, sans + `<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>`},
		{
			"EmbargoLine", "Embargo line", `<w:spacing w:after="80"/>`,
			sans + `<w:b/><w:bCs/><w:color w:val="A3190F"/><w:sz w:val="20"/><w:szCs w:val="20"/>`,
		},
		{
			"Label", "Label", `<w:keepNext/><w:spacing w:before="200" w:after="40"/>`,
			sans + `<w:b/><w:bCs/><w:color w:val="55585E"/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
		},
		{"Small", "Small", `<w:spacing w:after="60"/>`, sans + `<w:sz w:val="18"/><w:szCs w:val="18"/>`},
		{"EndMark", "End mark", `<w:spacing w:before="240"/><w:jc w:val="center"/>`, `<w:color w:val="55585E"/>`},
		{"Footer", "footer", ``, sans + `<w:color w:val="55585E"/><w:sz w:val="16"/><w:szCs w:val="16"/>`},
	} {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`+
			`%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, s.id, s.name, s.paragraph, s.run)
	}
	return b.String() + `</w:styles>`
}
