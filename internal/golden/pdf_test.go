package golden

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/compile"
)

func TestPDF(t *testing.T) {
	each(t, func(t *testing.T, v variant) {
		got, err := readPDF(one(t, v, compile.PDF))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, v.String()+".pdf.txt", got)
	})
}

// document is a PDF as it is being told.
type document struct {
	file  *pdfFile
	pages []pdfRef
	texts map[mark]string // of marked content
	boxes []box
	tops  map[mark]float64 // the baselines of marked content
	b     strings.Builder
}

// mark names marked content: a page and its id on it.
type mark struct {
	page pdfRef
	id   int
}

// readPDF tells what a PDF shows, line by line with its places in points, and what its
// structure says to those who cannot see it.
func readPDF(data []byte) (out string, err error) {
	d, err := drawn(data)
	if err != nil {
		return "", err
	}
	defer recovered(&err)
	root := d.file.dict(d.file.trailer["Root"])
	d.b.WriteString("\nbookmarks\n")
	d.bookmarks(d.file.dict(root["Outlines"]), "  ")
	d.b.WriteString("\nstructure\n")
	d.element(d.file.dict(d.file.dict(root["StructTreeRoot"])["K"]), "  ")
	for m, text := range d.texts {
		return "", fmt.Errorf("the text %q on page %d is in no element", text, slices.Index(d.pages, m.page)+1)
	}
	return d.b.String(), nil
}

// recovered makes an error of a panic: an object that is not there, or of another kind.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("reading the PDF: %v", p)
	}
}

// drawn reads a PDF and draws its pages.
func drawn(data []byte) (d *document, err error) {
	f, err := openPDF(data)
	if err != nil {
		return nil, err
	}
	defer recovered(&err)
	d = &document{file: f, texts: make(map[mark]string), tops: make(map[mark]float64)}
	root, info := f.dict(f.trailer["Root"]), f.dict(f.trailer["Info"])
	for _, k := range []pdfName{"Title", "Author", "CreationDate", "ModDate"} {
		fmt.Fprintf(&d.b, "%s: %s\n", k, pdfText(info[k]))
	}
	prefs := f.dict(root["ViewerPreferences"])
	fmt.Fprintf(&d.b, "Lang: %s, Direction: %s, Marked: %v\n", pdfText(root["Lang"]), prefs["Direction"], f.dict(root["MarkInfo"])["Marked"])
	for _, r := range f.list(f.dict(root["Pages"])["Kids"]) {
		d.pages = append(d.pages, r.(pdfRef))
	}
	for i, r := range d.pages {
		if err := d.page(i+1, r); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (d *document) bookmarks(parent pdfDict, indent string) {
	for r := parent["First"]; r != nil; {
		b := d.file.dict(r)
		dest := d.file.list(b["Dest"])
		page, top := slices.Index(d.pages, dest[0].(pdfRef))+1, points(dest[3].(float64))
		fmt.Fprintf(&d.b, "%s%s (page %d, at %s)\n", indent, pdfText(b["Title"]), page, top)
		d.bookmarks(b, indent+"  ")
		r = b["Next"]
	}
}

// element tells an element of the structure; one of text alone in one line.
func (d *document) element(e pdfDict, indent string) {
	fmt.Fprintf(&d.b, "%s%s", indent, d.heading(e))
	kids := d.file.list(e["K"])
	if !d.running(kids) {
		d.b.WriteString("\n")
		for _, k := range kids {
			if e := d.file.dict(k); e["Type"] != pdfName("MCR") {
				d.element(e, indent+"  ")
			} else { // what is drawn beside other elements, as a picture is with its caption
				fmt.Fprintf(&d.b, "%s  drawn %s\n", indent, d.run(pdfList{k}))
			}
		}
		return
	}
	if text := d.run(kids); text != "" {
		d.b.WriteString(" | " + text)
	}
	d.b.WriteString("\n")
}

// heading is an element's tag with its language, alternative text and attributes.
func (d *document) heading(e pdfDict) string {
	out := string(e["S"].(pdfName))
	if l := pdfText(e["Lang"]); l != "" {
		out += " " + l
	}
	if alt, ok := e["Alt"]; ok {
		out += fmt.Sprintf(" alt %q", pdfText(alt))
	}
	if a := d.file.dict(e["A"]); a != nil {
		for _, k := range []pdfName{"Placement", "Scope", "ListNumbering"} {
			if v, ok := a[k]; ok {
				out += fmt.Sprintf(" %s=%v", k, v)
			}
		}
		if box := d.file.list(a["BBox"]); box != nil {
			out += " BBox"
			for _, v := range box {
				out += " " + points(v.(float64))
			}
		}
	}
	return out
}

// running tells whether kids are text and what stands in it.
func (d *document) running(kids pdfList) bool {
	for _, k := range kids {
		e := d.file.dict(k)
		if s, ok := e["S"].(pdfName); ok && s != "Link" && s != "Span" && s != "Code" {
			return false
		}
	}
	return true
}

func (d *document) run(kids pdfList) string {
	out := ""
	for _, k := range kids {
		e := d.file.dict(k)
		switch {
		case e["Type"] == pdfName("MCR"):
			m := mark{e["Pg"].(pdfRef), int(e["MCID"].(float64))}
			out += d.texts[m]
			delete(d.texts, m)
		case e["Type"] == pdfName("OBJR"):
			a := d.file.dict(e["Obj"])
			href, told := d.file.dict(a["A"])["URI"], pdfText(a["Contents"])
			out += fmt.Sprintf("(%s, in", href)
			for _, v := range d.file.list(a["Rect"]) {
				out += " " + points(v.(float64))
			}
			out += ") "
			if told != href {
				out += fmt.Sprintf("(told as %q) ", told)
			}
		default:
			out += "⟨" + d.heading(e) + ": " + d.run(d.file.list(e["K"])) + "⟩"
		}
	}
	return out
}

func points(v float64) string { return fmt.Sprint(int(math.Round(v))) }

func (d *document) page(number int, r pdfRef) error {
	p := d.file.dict(r)
	box := d.file.list(p["MediaBox"])
	fmt.Fprintf(&d.b, "\npage %d, %s×%s\n", number, points(box[2].(float64)), points(box[3].(float64)))
	content := d.file.get(p["Contents"]).(*pdfStream)
	c := &canvas{document: d, page: r, fonts: make(map[pdfName]*pdfFont)}
	resources := d.file.dict(p["Resources"])
	for name, ref := range d.file.dict(resources["Font"]) {
		font, err := d.file.font(ref)
		if err != nil {
			return fmt.Errorf("the font %s: %w", name, err)
		}
		c.fonts[name] = font
	}
	c.images = d.file.dict(resources["XObject"])
	lex := &pdfLexer{src: content.data}
	var args []any
	for {
		v, err := lex.value()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		op, ok := v.(pdfOp)
		if !ok {
			args = append(args, v)
			continue
		}
		if err := c.do(op, args); err != nil {
			return fmt.Errorf("page %d: %s: %w", number, op, err)
		}
		args = nil
	}
	if len(c.marks) > 0 {
		return fmt.Errorf("page %d: marked content is left open", number)
	}
	return nil
}
