package importer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"

	"pressroom/internal/pattern"
)

// maxPart bounds one part of a Word document once it is unpacked.
const maxPart = 16 << 20

var errNoWord = errors.New("it is no Word document: it has no word/document.xml")

// readDOCX gives the paragraphs of a Word document (ECMA-376), with the text that
// tracked changes add and without what they delete. Entities are not resolved;
// nothing is fetched.
func readDOCX(data []byte) (list []para, told []string, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, fmt.Errorf("it is no Word document: %w", err)
	}
	if len(z.File) > 5000 {
		return nil, nil, errors.New("it holds more files than a Word document does")
	}
	document, err := zipPart(z, "word/document.xml")
	if err != nil {
		return nil, nil, err
	}
	if document == nil {
		return nil, nil, errNoWord
	}
	rels, err := zipPart(z, "word/_rels/document.xml.rels")
	if err != nil {
		return nil, nil, err
	}
	links, err := relations(rels)
	if err != nil {
		return nil, nil, err
	}
	styles, err := zipPart(z, "word/styles.xml")
	if err != nil {
		return nil, nil, err
	}
	w := &wordReader{links: links, names: styleNames(styles)}
	if err := w.read(document); err != nil {
		return nil, nil, err
	}
	heads, err := runningHeads(z)
	if err != nil {
		return nil, nil, err
	}
	notes, err := footnotes(z, w.notes)
	if err != nil {
		return nil, nil, err
	}
	return append(heads, w.out...), append(w.told, notes...), nil
}

var runningHead = pattern.New(`^word/(header|footer|footnotes|endnotes)\d*\.xml$`)

// runningHeads are the lines of heads, feet and notes that speak of an embargo; the
// rest of them is no part of the release.
func runningHeads(z *zip.Reader) (out []para, err error) {
	seen := make(map[string]bool)
	for _, f := range z.File {
		m := runningHead.FindStringSubmatch(f.Name)
		if m == nil || len(seen) > 20 || seen[f.Name] {
			continue
		}
		seen[f.Name] = true
		data, err := zipPart(z, f.Name)
		if err != nil {
			return nil, err
		}
		w := &wordReader{}
		if err := w.read(data); err != nil {
			return nil, err
		}
		for _, p := range w.out {
			if text := p.text + p.table; len(text) < 4*longestLine && embargoStem.MatchString(text) || isTimeLine(text) {
				out = append(out, para{text: text, aside: true, place: "the document's " + strings.TrimSuffix(m[1], "s")})
			}
		}
	}
	return out, nil
}

// zipPart unpacks one part, nil if there is none.
func zipPart(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("its part %s cannot be read: %w", name, err)
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
		if err != nil {
			return nil, fmt.Errorf("its part %s cannot be read: %w", name, err)
		}
		if len(data) > maxPart {
			return nil, fmt.Errorf("its part %s is larger than %d MiB when unpacked", name, maxPart>>20)
		}
		if bytes.Contains(data, []byte("<!DOCTYPE")) || bytes.Contains(data, []byte("<!ENTITY")) {
			return nil, fmt.Errorf("its part %s declares entities, which no Word document does", name)
		}
		return data, nil
	}
	return nil, nil
}

func relations(data []byte) (map[string]string, error) {
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if data == nil {
		return nil, nil
	}
	if err := xml.Unmarshal(data, &rels); err != nil {
		return nil, fmt.Errorf("its links cannot be read: %w", err)
	}
	out := make(map[string]string)
	for _, r := range rels.Relationship {
		out[r.ID] = address(r.Target)
	}
	return out, nil
}

// styleNames maps a document's own ids of styles to Word's names.
func styleNames(data []byte) map[string]string {
	var styles struct {
		Style []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	out := make(map[string]string)
	if data == nil || xml.Unmarshal(data, &styles) != nil {
		return out // a document without styles can be read all the same
	}
	for _, s := range styles.Style {
		out[s.ID] = strings.ToLower(s.Name.Val)
	}
	return out
}

type wordReader struct {
	walker
	links map[string]string
	names map[string]string

	notes   []string // ids of the footnotes that the text refers to
	st      state
	deleted int
	other   int    // within another form of the same content
	field   string // an instruction that is being read
	infield bool
	text    bool
	rows    [][]string
	cells   []string
	cell    []para
	tables  int
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func on(e xml.StartElement) bool {
	v := attr(e, "val")
	return v != "0" && v != "false" && v != "none"
}

func (w *wordReader) read(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	depth := 0
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			w.end()
			return w.err
		}
		if err != nil {
			return fmt.Errorf("its text cannot be read: %w", err)
		}
		if w.err != nil {
			return w.err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if depth++; depth > maxNesting {
				return errors.New("its elements are nested deeper than a Word document's")
			}
			w.start(t)
		case xml.EndElement:
			depth--
			w.finish(t.Name.Local)
		case xml.CharData:
			if w.infield && len(w.field) < 4096 {
				w.field += string(t)
			}
			if w.text && w.deleted == 0 && w.other == 0 {
				w.add(strings.ReplaceAll(string(t), "\n", " "), w.st)
			}
		}
	}
}

var headingStyle = pattern.New(`^(?:heading|überschrift|titre|título|titulo|titolo|kop) ?([1-6])$`)

func (w *wordReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		w.end()
		w.st = state{}
	case "pStyle":
		name := w.names[attr(e, "val")]
		if name == "" {
			name = strings.ToLower(attr(e, "val"))
		}
		switch m := headingStyle.FindStringSubmatch(name); {
		case m != nil:
			w.st.level = int(m[1][0]-'0') + 1
		case name == "title":
			w.st.level = 1
		case name == "subtitle":
			w.st.level = 2
		case strings.Contains(name, "quote"):
			w.st.quoted = true
		}
	case "numPr":
		w.st.bullet = "-"
	case "r":
		href := w.st.mark.href
		w.st.mark, w.st.gone, w.st.shift = mark{href: href}, "", 0
	case "strike", "dstrike":
		if on(e) {
			w.st.gone = "struck"
		}
	case "vanish", "webHidden":
		if on(e) {
			w.st.gone = "hidden"
		}
	case "vertAlign":
		w.st.shift = map[string]int{"superscript": 1, "subscript": -1}[attr(e, "val")]
	case "Fallback":
		w.other++
	case "footnoteReference", "endnoteReference":
		w.notes = append(w.notes, strings.TrimSuffix(e.Name.Local, "Reference")+" "+attr(e, "id"))
	case "fldSimple":
		w.st.mark.href = fieldLink(attr(e, "instr"))
	case "instrText":
		w.infield = true
	case "fldChar":
		switch attr(e, "fldCharType") {
		case "begin":
			w.field = ""
		case "separate":
			w.st.mark.href = fieldLink(w.field)
		case "end":
			w.st.mark.href = ""
		}
	case "b":
		w.st.mark.strong = on(e) && w.st.level == 0 && w.st.mark.href == ""
	case "i":
		w.st.mark.em = on(e) && w.st.level == 0 && w.st.mark.href == ""
	case "hyperlink":
		w.st.mark = mark{href: w.links[attr(e, "id")]}
	case "del", "moveFrom":
		w.deleted++
	case "t":
		w.text = true
	case "tab":
		if w.text || w.cur.text != "" {
			w.add(" ", w.st)
		}
	case "br", "cr":
		if w.deleted == 0 {
			w.add("\n", w.st)
		}
	case "noBreakHyphen":
		w.add("‑", w.st)
	case "tbl":
		w.end()
		if w.tables++; w.tables == 1 {
			w.rows = nil
		}
	case "tr":
		if w.tables == 1 {
			w.cells = nil
		}
	case "tc":
		if w.tables == 1 {
			w.end()
			w.cell, w.out = w.out, nil
		}
	}
}

func (w *wordReader) finish(name string) {
	switch name {
	case "p":
		w.end()
	case "hyperlink", "fldSimple":
		w.st.mark = mark{}
	case "Fallback":
		w.other--
	case "instrText":
		w.infield = false
	case "del", "moveFrom":
		w.deleted--
	case "t":
		w.text = false
	case "tc":
		if w.tables == 1 {
			w.end()
			var texts []string
			for _, p := range w.out {
				texts = append(texts, strings.ReplaceAll(p.markdown(), "\\\n", " "))
			}
			w.cells = append(w.cells, strings.Join(texts, " "))
			w.out = w.cell
		}
	case "tr":
		if w.tables == 1 && len(w.cells) > 0 {
			w.rows = append(w.rows, w.cells)
		}
	case "tbl":
		if w.tables--; w.tables == 0 {
			w.endTable()
		}
	}
}

var hyperlinkField = pattern.New(`(?i)^\s*HYPERLINK\s+"([^"]+)"`)

// fieldLink is the address of a field that is a link, "" for others.
func fieldLink(instruction string) string {
	m := hyperlinkField.FindStringSubmatch(instruction)
	if m == nil {
		return ""
	}
	return address(m[1])
}

// footnotes tells what the notes say to which a text refers: a release has none of
// its own.
func footnotes(z *zip.Reader, ids []string) (told []string, err error) {
	wanted := make(map[string]bool)
	for _, id := range ids {
		wanted[id] = true
	}
	for _, kind := range []string{"footnote", "endnote"} {
		data, err := zipPart(z, "word/"+kind+"s.xml")
		if err != nil {
			return nil, err
		}
		var part struct {
			Notes []struct {
				ID   string `xml:"id,attr"`
				Text []byte `xml:",innerxml"`
			} `xml:",any"`
		}
		if len(ids) == 0 || data == nil || xml.Unmarshal(data, &part) != nil {
			continue
		}
		for _, n := range part.Notes {
			if !wanted[kind+" "+n.ID] || len(told) >= maxTold {
				continue
			}
			var text []string
			for _, m := range noteText.FindAllStringSubmatch(string(n.Text), 500) {
				text = append(text, html.UnescapeString(m[1]))
			}
			if s := strings.Join(strings.Fields(strings.Join(text, "")), " "); s != "" {
				told = append(told, fmt.Sprintf("the %s %s was left out; put it into the text if it belongs there: “%s”", kind, n.ID, excerpt(s)))
			}
		}
	}
	return told, nil
}

var noteText = pattern.New(`<w:t(?:\s[^>]*)?>([^<]*)</w:t>`)

func (w *wordReader) endTable() {
	columns := 0
	for _, r := range w.rows {
		columns = max(columns, len(r))
	}
	if columns < 2 || columns > 12 || len(w.rows) < 2 || len(w.rows) > 500 {
		for _, r := range w.rows { // there for its looks: each cell a paragraph
			for _, c := range r {
				if strings.TrimSpace(c) != "" {
					w.out = append(w.out, para{table: c})
				}
			}
		}
		return
	}
	w.out = append(w.out, para{table: tableMarkdown(w.rows, columns)})
}
