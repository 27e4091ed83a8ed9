package golden

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"testing"

	"pressroom/internal/compile"
)

func TestWord(t *testing.T) {
	each(t, func(t *testing.T, v variant) {
		d := openWord(t, one(t, v, compile.DOCX))
		golden(t, v.String()+".docx.txt", d.String())
	})
}

// The styles are the same in all variants of a language: they have a file of their own.
func TestWordStyles(t *testing.T) {
	d := openWord(t, one(t, variants[0], compile.DOCX))
	golden(t, "styles.docx.txt", strings.ReplaceAll(string(d.files["word/styles.xml"]), "<w:style ", "\n<w:style "))
}

// word is a Word document as Word would find it: parts by name, and what they point to.
type word struct {
	files   map[string][]byte
	targets map[string]string // of relations, by their ids
	b       strings.Builder
}

func openWord(t testing.TB, data []byte) *word {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	d := &word{files: make(map[string][]byte), targets: make(map[string]string)}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if d.files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	node := func(name string) *node {
		n, err := parseXML(d.files[name])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return n
	}
	for _, r := range node("word/_rels/document.xml.rels").all("Relationship") {
		d.targets[r.attrs["Id"]] = r.attrs["Target"]
		if r.attrs["TargetMode"] != "External" && d.files[path.Join("word", r.attrs["Target"])] == nil {
			t.Errorf("%s points to %s, which is not there", r.attrs["Id"], r.attrs["Target"])
		}
	}
	for _, p := range node("docProps/core.xml").all("coreProperties")[0].kids {
		fmt.Fprintf(&d.b, "%s: %s\n", p.name, p.text)
	}
	body := node("word/document.xml").all("body")[0]
	section := body.all("sectPr")[0]
	size := section.all("pgSz")[0]
	fmt.Fprintf(&d.b, "page: %s×%s%s\nfooter:\n", size.attrs["w"], size.attrs["h"], has(section, "bidi"))
	d.blocks(node("word/footer1.xml").all("ftr")[0], "  ")
	for i, when := range []string{"first", "default"} {
		ref := section.all("headerReference")[i]
		if ref.attrs["type"] != when {
			t.Errorf("the header of %s pages is that of %s ones", when, ref.attrs["type"])
		}
		name := d.targets[ref.attrs["id"]]
		fmt.Fprintf(&d.b, "header, %s:\n", when)
		d.header(t, name, node("word/" + name).all("hdr")[0])
	}
	d.b.WriteString("\n")
	d.blocks(body, "")
	d.b.WriteString("\n")
	d.lists(node("word/numbering.xml"))
	return d
}

// header tells a header, whose pictures have relations of its own.
func (d *word) header(t testing.TB, name string, hdr *node) {
	t.Helper()
	own := &word{files: d.files, targets: make(map[string]string)}
	if rels := d.files["word/_rels/"+name+".rels"]; rels != nil {
		n, err := parseXML(rels)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range n.all("Relationship") {
			own.targets[r.attrs["Id"]] = r.attrs["Target"]
		}
	}
	own.blocks(hdr, "  ")
	d.b.WriteString(own.b.String())
}

func (d *word) String() string { return d.b.String() }

// has names a property that is set.
func has(n *node, name string) string {
	if len(n.all(name)) > 0 {
		return " " + name
	}
	return ""
}

func (d *word) blocks(n *node, indent string) {
	for _, k := range n.kids {
		switch k.name {
		case "p":
			fmt.Fprintf(&d.b, "%s%s | %s\n", indent, paragraphStyle(k), d.text(k))
		case "tbl":
			fmt.Fprintf(&d.b, "%stable %s%s, columns of", indent, k.all("tblStyle")[0].attrs["val"], has(k, "bidiVisual"))
			for _, c := range k.all("gridCol") {
				d.b.WriteString(" " + c.attrs["w"])
			}
			d.b.WriteString("\n")
			for _, r := range k.all("tr") {
				fmt.Fprintf(&d.b, "%s  row%s%s\n", indent, has(r, "cantSplit"), has(r, "tblHeader"))
				for _, c := range r.all("tc") {
					d.blocks(c, indent+"    ")
				}
			}
		}
	}
}

// paragraphStyle is a paragraph's style with what is set beside it.
func paragraphStyle(p *node) string {
	out := ""
	for _, props := range p.kids {
		if props.name != "pPr" {
			continue
		}
		for _, k := range props.kids {
			switch k.name {
			case "pStyle":
				out += k.attrs["val"]
			case "numPr":
				out += " list " + k.all("numId")[0].attrs["val"] + " level " + k.all("ilvl")[0].attrs["val"]
			case "jc":
				out += " " + k.attrs["val"]
			case "ind":
				out += " indent " + k.attrs["left"]
			default:
				out += " " + k.name
			}
		}
	}
	return out
}

// text is the runs of a paragraph; what is set on one stands before it, in ⟨…⟩.
func (d *word) text(p *node) string {
	out, last := "", ""
	open := func(props string) {
		if props == last {
			return
		}
		if last != "" {
			out += "⟩"
		}
		if props != "" {
			out += "⟨" + props + ": "
		}
		last = props
	}
	var walk func(n *node, link string)
	walk = func(n *node, link string) {
		for _, k := range n.kids {
			switch k.name {
			case "hyperlink":
				walk(k, d.targets[k.attrs["id"]])
			case "r":
				open(runProps(k, link))
				out += d.run(k)
			}
		}
	}
	walk(p, "")
	open("")
	return out
}

func runProps(r *node, link string) string {
	var out []string
	for _, props := range r.kids {
		if props.name != "rPr" {
			continue
		}
		for _, k := range props.kids {
			switch k.name {
			case "bCs", "iCs": // the same for other scripts
			case "rStyle":
				out = append(out, k.attrs["val"])
			case "rFonts":
				out = append(out, k.attrs["ascii"])
			default:
				out = append(out, k.name)
			}
		}
		for _, pair := range [][2]string{{"b", "bCs"}, {"i", "iCs"}} {
			if len(props.all(pair[0])) != len(props.all(pair[1])) {
				out = append(out, pair[0]+" without "+pair[1])
			}
		}
	}
	if link != "" {
		out = append(out, link)
	}
	return strings.Join(out, " ")
}

func (d *word) run(r *node) string {
	out := ""
	for _, k := range r.kids {
		switch k.name {
		case "t":
			out += k.text
		case "br":
			out += " ↵ "
		case "instrText":
			out += "{" + strings.TrimSpace(k.text) + "}"
		case "drawing":
			size, what, blip := k.all("extent")[0], k.all("docPr")[0], k.all("blip")[0]
			target := d.targets[blip.attrs["embed"]]
			out += fmt.Sprintf("[%s, %s, shown %s×%s, alt %q, again %q]", target, picture("", d.files[path.Join("word", target)]),
				size.attrs["cx"], size.attrs["cy"], what.attrs["descr"], k.all("cNvPr")[0].attrs["descr"])
		}
	}
	return out
}

// lists says how each list counts.
func (d *word) lists(numbering *node) {
	kinds := make(map[string]*node)
	for _, a := range numbering.all("abstractNum") {
		kinds[a.attrs["abstractNumId"]] = a
	}
	for _, n := range numbering.all("num") {
		kind := kinds[n.all("abstractNumId")[0].attrs["val"]]
		level := kind.all("lvl")[0]
		fmt.Fprintf(&d.b, "list %s: %s %s", n.attrs["numId"], level.all("numFmt")[0].attrs["val"], level.all("lvlText")[0].attrs["val"])
		for _, o := range n.all("lvlOverride") {
			fmt.Fprintf(&d.b, ", level %s from %s", o.attrs["ilvl"], o.all("startOverride")[0].attrs["val"])
		}
		d.b.WriteString("\n")
	}
}

// node is an element of XML, by its local names.
type node struct {
	name  string
	attrs map[string]string
	text  string
	kids  []*node
}

// all finds the elements of a name below a node, outermost ones first.
func (n *node) all(name string) []*node {
	var out []*node
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
			continue
		}
		out = append(out, k.all(name)...)
	}
	return out
}

func parseXML(data []byte) (*node, error) {
	root := &node{}
	stack := []*node{root}
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) && len(stack) == 1 {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name.Local, attrs: make(map[string]string)}
			for _, a := range tok.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(tok)
		}
	}
}
