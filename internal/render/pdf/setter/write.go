package setter

import (
	"crypto/sha256"
	"fmt"
	"html"
	"strings"
	"time"

	"pressroom/internal/render/pdf/pdfobj"
)

// writer turns a set document into a file.
type writer struct {
	*Document
	file  *pdfobj.File
	fonts map[Face]*usedFont
	links []link
	known map[any]pdfobj.Ref // images and drawings
}

type link struct {
	href    string
	page    int
	rect    [4]Length
	element *element
}

// usedFont is a font of the document: each pair of a glyph and the text it stands
// for has a code of its own.
type usedFont struct {
	face  Face
	units int
	adv   func(uint16) int
	codes map[codeKey]int
	list  []codeKey // by code; code 0 is .notdef
}

type codeKey struct {
	glyph uint16
	text  string
}

func (f *usedFont) code(glyph uint16, text string) int {
	k := codeKey{glyph, text}
	c, ok := f.codes[k]
	if !ok {
		c = len(f.list)
		f.codes[k] = c
		f.list = append(f.list, k)
	}
	return c
}

// width is a glyph's advance as the file gives it: thousandths of an em.
func (f *usedFont) width(glyph uint16) int { return (f.adv(glyph)*1000 + f.units/2) / f.units }

func (w *writer) font(face Face) *usedFont {
	f := w.fonts[face]
	if f == nil {
		src := w.Library.Fonts[face]
		f = &usedFont{face: face, units: src.Units, adv: src.Advance, codes: make(map[codeKey]int), list: []codeKey{{}}}
		w.fonts[face] = f
	}
	return f
}

// PDF writes the document.
func (d *Document) PDF() ([]byte, error) {
	w := &writer{Document: d, file: pdfobj.New(), fonts: make(map[Face]*usedFont), known: make(map[any]pdfobj.Ref)}
	catalog := w.file.Reserve()
	count := 0
	pages := d.paginate(func(g Geometry) *page {
		count++
		return &page{doc: w, index: count - 1, geometry: g}
	})
	for _, p := range pages {
		if err := w.furnish(p, len(pages)); err != nil {
			return nil, err
		}
	}
	fonts, err := w.writeFonts()
	if err != nil {
		return nil, err
	}
	tree := w.file.Reserve()
	pageRefs, annots := w.writePages(pages, fonts, tree)
	w.writeTree(tree, pages, pageRefs, annots)
	info := w.file.Add(fmt.Sprintf("<< /Title %s /Author %s /Producer (Pressroom) /CreationDate (%s) /ModDate (%s) >>",
		pdfobj.Text(d.Title), pdfobj.Text(d.Author), pdfDate(d.Date), pdfDate(d.modified())))
	meta := w.file.RawStream("/Type /Metadata /Subtype /XML", []byte(d.xmp()))
	direction := "L2R"
	if d.RightToLeft {
		direction = "R2L"
	}
	w.file.Put(catalog, fmt.Sprintf("<< /Type /Catalog /Pages %s /Lang %s /MarkInfo << /Marked true >> /StructTreeRoot %s /Metadata %s "+
		"/OutputIntents [%s]%s /ViewerPreferences << /DisplayDocTitle true /Direction /%s >> /PageMode /UseNone >>",
		w.pagesRef(pageRefs), pdfobj.Text(d.Language), tree, meta, w.outputIntent(), w.writeOutline(pageRefs), direction))
	return w.file.Bytes(catalog, info), nil
}

// outputIntent says that the file's colours are those of sRGB (ISO 19005-2, 6.2.3).
func (w *writer) outputIntent() pdfobj.Ref {
	profile := w.file.Packed("/N 3", packedProfile())
	return w.file.Add(fmt.Sprintf("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB "+
		"IEC61966-2.1) /RegistryName (http://www.color.org) /DestOutputProfile %s >>", profile))
}

// writeOutline writes the headings as bookmarks and returns the catalog's entry.
func (w *writer) writeOutline(pages []pdfobj.Ref) string {
	var list []bookmark
	for _, b := range w.outline {
		if b.placed && b.text != "" {
			list = append(list, b)
		}
	}
	if len(list) == 0 {
		return ""
	}
	root := w.file.Reserve()
	refs := make([]pdfobj.Ref, len(list))
	for i := range list {
		refs[i] = w.file.Reserve()
	}
	// Each heading belongs to the nearest one before it of a higher rank.
	parent := make([]int, len(list))
	children := make(map[int][]int)
	for i := range list {
		p := i - 1
		for p >= 0 && list[p].level >= list[i].level {
			p = parent[p]
		}
		parent[i] = p
		children[p] = append(children[p], i)
	}
	count := func(p int) (n int) {
		var walk func(int)
		walk = func(p int) {
			for _, c := range children[p] {
				n++
				walk(c)
			}
		}
		walk(p)
		return n
	}
	ends := func(p int) string {
		c := children[p]
		if len(c) == 0 {
			return ""
		}
		return fmt.Sprintf(" /First %s /Last %s /Count %d", refs[c[0]], refs[c[len(c)-1]], count(p))
	}
	for i, b := range list {
		up, siblings := root, children[parent[i]]
		if parent[i] >= 0 {
			up = refs[parent[i]]
		}
		links := ""
		for n, s := range siblings {
			if s != i {
				continue
			}
			if n > 0 {
				links += " /Prev " + refs[siblings[n-1]].String()
			}
			if n+1 < len(siblings) {
				links += " /Next " + refs[siblings[n+1]].String()
			}
		}
		w.file.Put(refs[i], fmt.Sprintf("<< /Title %s /Parent %s%s%s /Dest [%s /XYZ null %s null] >>",
			pdfobj.Text(b.text), up, links, ends(i), pages[b.page], pdfobj.Points(b.y+4*Point)))
	}
	w.file.Put(root, "<< /Type /Outlines"+ends(-1)+" >>")
	return " /Outlines " + root.String()
}

// modified is when the document was changed last.
func (d *Document) modified() time.Time {
	if d.Modified.IsZero() {
		return d.Date
	}
	return d.Modified
}

func pdfDate(t time.Time) string { return t.UTC().Format("D:20060102150405Z") }

// furnish draws what stands outside the column.
func (w *writer) furnish(p *page, pages int) error {
	if w.Furniture == nil {
		return nil
	}
	f := w.Furniture(p.index+1, pages, p.geometry)
	for _, r := range f.Rules {
		p.rule(r.X, r.Y, r.Width, r.Thickness, r.Color)
	}
	for _, g := range f.Graphics {
		p.figure(g.Graphic, g.X, g.Y, g.Width, g.Height, nil)
	}
	for _, l := range f.Lines {
		width := l.Width
		if width == 0 {
			width = 1 << 40
		}
		lines, err := w.set(l.Spans, fit{width: width, rtl: w.RightToLeft})
		if err != nil {
			return err
		}
		for i := range lines {
			x := l.X
			if l.Right {
				x -= lines[i].width
			}
			p.text(&lines[i], x, l.Y-l.Leading*i, nil, nil)
		}
	}
	return nil
}

// faces lists the fonts in use, in order.
func (w *writer) faces() []Face {
	var out []Face
	for f := range w.Library.Fonts {
		if w.fonts[Face(f)] != nil {
			out = append(out, Face(f))
		}
	}
	return out
}

func (w *writer) writeFonts() (string, error) {
	var b strings.Builder
	for _, face := range w.faces() {
		ref, err := w.writeFont(w.fonts[face])
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "/F%d %s ", face, ref)
	}
	return b.String(), nil
}

func (w *writer) writeFont(u *usedFont) (pdfobj.Ref, error) {
	src := w.Library.Fonts[u.face]
	glyphs := make([]uint16, len(u.list))
	for i, k := range u.list {
		glyphs[i] = k.glyph
	}
	program, err := src.Subset(glyphs)
	if err != nil {
		return 0, fmt.Errorf("embedding %s: %w", src.Name, err)
	}
	name := subsetTag(program) + "+" + src.Name
	key, subtype, extra := "FontFile2", "CIDFontType2", " /CIDToGIDMap /Identity"
	var file pdfobj.Ref
	if src.CFF {
		key, subtype, extra = "FontFile3", "CIDFontType0", ""
		file = w.file.Stream("/Subtype /CIDFontType0C", program)
	} else {
		file = w.file.Stream(fmt.Sprintf("/Length1 %d", len(program)), program)
	}
	flags := 4 // symbolic: the codes are our own
	if src.Italic != 0 {
		flags |= 64
	}
	stem := 80
	if src.Bold {
		stem = 140
	}
	em := func(v int) int { return v * 1000 / src.Units }
	cids := w.file.Stream("", cidSet(len(u.list)))
	descriptor := w.file.Add(fmt.Sprintf("<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %d "+
		"/Ascent %d /Descent %d /CapHeight %d /StemV %d /%s %s /CIDSet %s >>",
		name, flags, em(src.BBox[0]), em(src.BBox[1]), em(src.BBox[2]), em(src.BBox[3]), int(src.Italic), em(src.Ascent), em(src.Descent),
		em(src.CapHeight), stem, key, file, cids))
	var widths strings.Builder
	for _, k := range u.list {
		fmt.Fprintf(&widths, "%d ", u.width(k.glyph))
	}
	cid := w.file.Add(fmt.Sprintf("<< /Type /Font /Subtype /%s /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "+
		"/Supplement 0 >> /FontDescriptor %s /DW 1000 /W [0 [%s]]%s >>",
		subtype, name, descriptor, strings.TrimSpace(widths.String()), extra))
	unicode := w.file.Stream("", []byte(u.toUnicode()))
	return w.file.Add(fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s >>",
		name, cid, unicode)), nil
}

// cidSet has a bit for each of the first n codes.
func cidSet(n int) []byte {
	out := make([]byte, (n+7)/8)
	for i := range n {
		out[i/8] |= 0x80 >> (i % 8)
	}
	return out
}

// subsetTag is six capital letters derived from the subset.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// toUnicode is the CMap from codes to text. A further glyph of a cluster, whose
// text stands in ActualText, maps to a zero-width space, so that each code has
// text (PDF/UA-1, 7.21.7).
func (u *usedFont) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) " +
		"/Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for start := 1; start < len(u.list); start += 100 {
		end := min(start+100, len(u.list))
		fmt.Fprintf(&b, "%d beginbfchar\n", end-start)
		for c := start; c < end; c++ {
			text := u.list[c].text
			if text == "" {
				text = "\u200b"
			}
			fmt.Fprintf(&b, "<%04X> <%s>\n", c, pdfobj.Hex16(text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}

// writePages writes the pages and the annotations on them.
func (w *writer) writePages(pages []*page, fonts string, _ pdfobj.Ref) (refs []pdfobj.Ref, annots []pdfobj.Ref) {
	for range pages {
		refs = append(refs, w.file.Reserve())
	}
	parent := w.file.Reserve()
	annots = make([]pdfobj.Ref, len(w.links))
	for i, l := range w.links {
		annots[i] = w.file.Add(fmt.Sprintf("<< /Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] /F 4 /P %s /StructParent %d "+
			"/Contents %s /A << /S /URI /URI %s >> >>",
			pdfobj.Points(l.rect[0]), pdfobj.Points(l.rect[1]), pdfobj.Points(l.rect[2]), pdfobj.Points(l.rect[3]), refs[l.page], len(pages)+i,
			pdfobj.Text(l.href), uri(l.href)))
	}
	for i, p := range pages {
		g := p.geometry
		content := w.file.Stream("", []byte(p.content.String()))
		var a, x strings.Builder
		for _, n := range p.links {
			a.WriteString(annots[n].String() + " ")
		}
		for _, r := range p.images {
			fmt.Fprintf(&x, "/I%d %s ", r, r)
		}
		extra := ""
		if a.Len() > 0 {
			extra = " /Annots [" + strings.TrimSpace(a.String()) + "]"
		}
		w.file.Put(refs[i], fmt.Sprintf("<< /Type /Page /Parent %s /MediaBox [0 0 %s %s] /Tabs /S /StructParents %d /Resources << /Font << "+
			"%s>> /XObject << %s>> >> /Contents %s%s >>",
			parent, pdfobj.Points(g.Width), pdfobj.Points(g.Height), i, fonts, x.String(), content, extra))
	}
	var kids strings.Builder
	for _, r := range refs {
		kids.WriteString(r.String() + " ")
	}
	w.file.Put(parent, fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(refs), strings.TrimSpace(kids.String())))
	return append(refs, parent), annots
}

// pagesRef is the page tree's root, which writePages puts last.
func (w *writer) pagesRef(refs []pdfobj.Ref) pdfobj.Ref { return refs[len(refs)-1] }

// uri is an address as a string in ASCII.
func uri(href string) string {
	var b strings.Builder
	for i := 0; i < len(href); i++ {
		if c := href[i]; c >= 0x80 || c < 0x21 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return pdfobj.Text(b.String())
}

// writeTree writes the structure tree and the tree that leads back to it.
func (w *writer) writeTree(root pdfobj.Ref, pages []*page, pageRefs, annots []pdfobj.Ref) {
	refs := make(map[*element]pdfobj.Ref)
	var write func(e *element, parent pdfobj.Ref) pdfobj.Ref
	write = func(e *element, parent pdfobj.Ref) pdfobj.Ref {
		r := w.file.Reserve()
		refs[e] = r
		var kids strings.Builder
		for _, k := range e.kids {
			switch {
			case k.element != nil:
				kids.WriteString(write(k.element, r).String())
			case k.annotation >= 0:
				fmt.Fprintf(&kids, "<< /Type /OBJR /Obj %s /Pg %s >>", annots[k.annotation], pageRefs[w.links[k.annotation].page])
			default:
				fmt.Fprintf(&kids, "<< /Type /MCR /Pg %s /MCID %d >>", pageRefs[k.page], k.mcid)
			}
			kids.WriteByte(' ')
		}
		extra := ""
		if e.alt != "" {
			extra += " /Alt " + pdfobj.Text(e.alt)
		}
		if e.lang != "" {
			extra += " /Lang " + pdfobj.Text(e.lang)
		}
		if e.attr != "" {
			extra += " /A << " + e.attr + " >>"
		}
		w.file.Put(r, fmt.Sprintf("<< /Type /StructElem /S /%s /P %s /K [%s]%s >>", e.tag, parent, strings.TrimSpace(kids.String()), extra))
		return r
	}
	top := write(w.root, root)
	var nums strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&nums, "%d [", i)
		for _, e := range p.owners {
			nums.WriteString(refs[e].String() + " ")
		}
		nums.WriteString("] ")
	}
	for i, l := range w.links {
		fmt.Fprintf(&nums, "%d %s ", len(pages)+i, refs[l.element])
	}
	parents := w.file.Add("<< /Nums [" + nums.String() + "] >>")
	w.file.Put(root, fmt.Sprintf("<< /Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d >>", top, parents,
		len(pages)+len(w.links)))
}

// xmp is the metadata (ISO 16684-1), equal to the information dictionary, with
// the marks of PDF/UA-1 (ISO 14289-1, clause 5) and PDF/A-2a (ISO 19005-2, 6.6.4),
// and the description of the former's schema that the latter asks for (6.6.2.3).
func (d *Document) xmp() string {
	date, identifier, version := d.Date.UTC().Format("2006-01-02T15:04:05Z"), "", ""
	if d.Version != "" {
		version = "<xmpMM:VersionID>" + html.EscapeString(d.Version) + "</xmpMM:VersionID>\n"
	}
	if d.Identifier != "" {
		identifier = "<dc:identifier>" + html.EscapeString(d.Identifier) + "</dc:identifier>\n"
	}
	return `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ` +
		`xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" ` +
		`xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + html.EscapeString(d.Title) + `</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>` + html.EscapeString(d.Author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>` + html.EscapeString(d.Language) + `</rdf:li></rdf:Bag></dc:language>
` + identifier + `<xmp:CreateDate>` + date + `</xmp:CreateDate>
<xmp:ModifyDate>` + d.modified().UTC().Format("2006-01-02T15:04:05Z") + `</xmp:ModifyDate>
` + version + `<pdf:Producer>Pressroom</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
		`xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}
