package importer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// maxPart bounds one part of a Word document once it is unpacked.
const maxPart = 16 << 20

var errNoWord = errors.New("it is no Word document: it has no word/document.xml")

// readDOCX gives the paragraphs of a Word document (ECMA-376), with the text that
// tracked changes add and without what they delete. Entities are not resolved;
// nothing is fetched.
func readDOCX(data []byte) (list []prose.Para, told []string, err error) {
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
	w := &wordReader{links: links}
	w.names, w.styled = wordStyles(styles)
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
func runningHeads(z *zip.Reader) (out []prose.Para, err error) {
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
			if text := p.Text + p.Table; len(text) < 4*prose.LongestLine && embargoStem.MatchString(text) || prose.IsTimeLine(text) {
				out = append(out, prose.Para{Text: text, Aside: true, Place: "the document's " + strings.TrimSuffix(m[1], "s")})
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

type wordReader struct {
	walker
	links  map[string]string
	names  map[string]string // Word's, of its styles by their ids
	styled map[string]look   // of its styles by their ids
	base   look              // of the paragraph
	raised int               // in a formula: above 0 an exponent, below 0 an index

	notes   []string // ids of the footnotes that the text refers to
	st      state
	deleted int
	other   int    // within another form of the same content
	field   string // an instruction that is being read
	infield bool
	text    bool
	rows    [][]string
	cells   []string
	cell    []prose.Para
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

func on(e xml.StartElement) bool { return onValue(attr(e, "val")) }

func onValue(v string) bool { return v != "0" && v != "false" && v != "off" && v != "none" }

func halfPoints(v string) int {
	n, _ := strconv.Atoi(v)
	return n
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

func (w *wordReader) start(e xml.StartElement) {
	w.run(e)
	switch e.Name.Local {
	case "p":
		w.end()
		w.st, w.base = state{}, look{}
	case "pStyle":
		w.style(attr(e, "val"))
		w.base = w.styled[attr(e, "val")]
	case "numPr":
		w.st.bullet = "-"
	case "ilvl":
		w.st.lists, _ = strconv.Atoi(attr(e, "val")) // from 0 on
		w.st.lists++
	case "hyperlink":
		w.st.mark = prose.Mark{Href: w.links[attr(e, "id")]}
	case "del", "moveFrom":
		w.deleted++
	case "t":
		w.text = true
	case "tab":
		if w.text || w.cur.Text != "" {
			w.add(" ", w.st)
		}
	case "br", "cr":
		if w.deleted == 0 {
			w.add("\n", w.st)
		}
	case "sup":
		w.raised = 1
	case "sub":
		w.raised = -1
	case "den":
		w.add("/", w.st)
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
	case "sup", "sub":
		w.raised = 0
	case "hyperlink", "fldSimple":
		w.st.mark = prose.Mark{}
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
			var texts []string
			for _, p := range w.out {
				texts = append(texts, strings.ReplaceAll(p.Markdown(), "\\\n", " "))
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

func (w *wordReader) endTable() {
	columns := 0
	for _, r := range w.rows {
		columns = max(columns, len(r))
	}
	if columns < 2 || columns > 12 || len(w.rows) < 2 || len(w.rows) > 500 {
		for _, r := range w.rows { // there for its looks: each cell a paragraph
			for _, c := range r {
				if c != "" {
					w.out = append(w.out, prose.Para{Table: c})
				}
			}
		}
		return
	}
	w.out = append(w.out, prose.Para{Table: tableMarkdown(w.rows, columns)})
}
