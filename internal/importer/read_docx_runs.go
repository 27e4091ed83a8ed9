package importer

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"html"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

var headingStyle = pattern.New(`^(?:heading|überschrift|titre|título|titulo|titolo|kop) ?([1-6])$`)

// style takes what a paragraph's style says of it: a heading, a quotation.
func (w *wordReader) style(id string) {
	name := w.names[id]
	if name == "" {
		name = strings.ToLower(id)
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
}

// run takes what a run of text is, how it looks, and what fields and notes are in it.
func (w *wordReader) run(e xml.StartElement) {
	switch e.Name.Local {
	case "r":
		href := w.st.mark.Href
		w.st.mark, w.st.gone, w.st.shift = prose.Mark{Href: href}, w.base.gone, w.base.shift
		if w.raised != 0 {
			w.st.shift = w.raised
		}
	case "rStyle":
		w.styled[attr(e, "val")].change(&w.st)
	case "strike", "dstrike", "vanish", "webHidden", "vertAlign", "position":
		runLook(&w.st, e.Name.Local, attr(e, "val"))
	case "Fallback":
		w.other++
	case "footnoteReference", "endnoteReference":
		w.notes = append(w.notes, strings.TrimSuffix(e.Name.Local, "Reference")+" "+attr(e, "id"))
	case "fldSimple":
		w.st.mark.Href = fieldLink(attr(e, "instr"))
	case "instrText":
		w.infield = true
	case "fldChar":
		switch attr(e, "fldCharType") {
		case "begin":
			w.field = ""
		case "separate":
			w.st.mark.Href = fieldLink(w.field)
		case "end":
			w.st.mark.Href = ""
		}
	case "b":
		w.st.mark.Strong = on(e) && w.st.level == 0 && w.st.mark.Href == ""
	case "i":
		w.st.mark.Em = on(e) && w.st.level == 0 && w.st.mark.Href == ""
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
