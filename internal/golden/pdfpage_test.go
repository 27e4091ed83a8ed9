package golden

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// canvas is a page as its content is drawn.
type canvas struct {
	*document
	page   pdfRef
	fonts  map[pdfName]*pdfFont
	images pdfDict
	marks  []*content

	font    *pdfFont
	face    string // font and size
	size    float64
	spacing float64
	x, y    float64
	color   string
	matrix  []float64
	rect    []float64
	styled  string // the style that was told last
}

// content is marked content that is open.
type content struct {
	tag      string
	id       int // MCID, -1 without one
	actual   *string
	reversed bool
	pieces   []string
	runs     []textRun
}

type textRun struct {
	x, end, y float64
	style     string
}

func numbers(args []any) ([]float64, error) {
	var out []float64
	for _, a := range args {
		n, ok := a.(float64)
		if !ok {
			return nil, fmt.Errorf("%v is no number", a)
		}
		out = append(out, n)
	}
	return out, nil
}

// do draws; an operator that is not known is an error, so that nothing is passed over.
func (c *canvas) do(op pdfOp, args []any) error {
	switch op {
	case "BDC", "BMC":
		return c.begin(args)
	case "EMC":
		return c.end()
	case "TJ":
		return c.show(args[0].(pdfList))
	case "Tf":
		c.font, c.size = c.fonts[args[0].(pdfName)], args[1].(float64)
		if c.font == nil {
			return fmt.Errorf("no font is called %s", args[0])
		}
		c.face = fmt.Sprintf("%s %s", c.font.name, strconv.FormatFloat(c.size, 'f', -1, 64))
		return nil
	case "BT", "ET", "q", "Q", "f":
		if op == "f" {
			c.boxes = append(c.boxes, box{c.page, ruleBox, c.rect[0], c.rect[1], c.rect[0] + c.rect[2], c.rect[1] + c.rect[3], "rule", 0, true})
			fmt.Fprintf(&c.b, "  %s %s rule %s wide, %.1f high, %s\n", points(c.rect[0]), points(c.rect[1]), points(c.rect[2]), c.rect[3], c.color)
		}
		return nil
	case "Do":
		c.image(args[0].(pdfName))
		return nil
	}
	n, err := numbers(args)
	if err != nil {
		return err
	}
	switch op {
	case "rg":
		c.color = fmt.Sprintf("#%02x%02x%02x", int(n[0]*255+0.5), int(n[1]*255+0.5), int(n[2]*255+0.5))
	case "Tc":
		c.spacing = n[0]
	case "Tm":
		c.x, c.y = n[4], n[5]
	case "Ts":
	case "re":
		c.rect = n
	case "cm":
		c.matrix = n
	default:
		return fmt.Errorf("not known")
	}
	return nil
}

func (c *canvas) image(name pdfName) {
	s := c.file.get(c.images[name]).(*pdfStream)
	what, w, h := string(s.dict["Subtype"].(pdfName)), c.matrix[0], c.matrix[3]
	if box := c.file.list(s.dict["BBox"]); box != nil {
		w, h = w*box[2].(float64), h*box[3].(float64)
	} else {
		what += fmt.Sprintf(" %v×%v", s.dict["Width"], s.dict["Height"])
	}
	c.boxes = append(c.boxes, box{c.page, pictureBox, c.matrix[4], c.matrix[5], c.matrix[4] + w, c.matrix[5] + h, what, 0, c.marks[0].tag == "Artifact"})
	fmt.Fprintf(&c.b, "  %s %s %s, %s×%s\n", points(c.matrix[4]), points(c.matrix[5]), what, points(w), points(h))
}

func (c *canvas) begin(args []any) error {
	m := &content{tag: string(args[0].(pdfName)), id: -1}
	if len(args) > 1 {
		props := args[1].(pdfDict)
		if id, ok := props["MCID"].(float64); ok {
			m.id = int(id)
		}
		if a, ok := props["ActualText"]; ok {
			text := pdfText(a)
			m.actual = &text
		}
	}
	m.reversed = m.tag == "ReversedChars"
	c.marks = append(c.marks, m)
	return nil
}

func (c *canvas) end() error {
	if len(c.marks) == 0 {
		return fmt.Errorf("without a beginning")
	}
	m := c.marks[len(c.marks)-1]
	c.marks = c.marks[:len(c.marks)-1]
	if m.reversed {
		slices.Reverse(m.pieces)
	}
	text := strings.Join(m.pieces, "")
	if m.actual != nil {
		text = *m.actual
	}
	if len(c.marks) > 0 { // part of what is around it
		outer := c.marks[len(c.marks)-1]
		outer.pieces, outer.runs = append(outer.pieces, text), append(outer.runs, m.runs...)
		return nil
	}
	if m.id >= 0 {
		if _, twice := c.texts[mark{c.page, m.id}]; twice {
			return fmt.Errorf("two contents have the id %d", m.id)
		}
		c.texts[mark{c.page, m.id}] = text
		if len(m.runs) > 0 {
			c.tops[mark{c.page, m.id}] = m.runs[0].y
		}
	} else if m.tag != "Artifact" {
		return fmt.Errorf("%s belongs to no element", m.tag)
	}
	c.tell(m, text)
	return nil
}

// tell writes a text with its place and, where it changes, its style.
func (c *canvas) tell(m *content, text string) {
	if len(m.runs) == 0 {
		return
	}
	var styles []string
	end := m.runs[0].end
	for _, r := range m.runs {
		if !slices.Contains(styles, r.style) {
			styles = append(styles, r.style)
		}
		end = max(end, r.end)
	}
	if s := strings.Join(styles, " + "); s != c.styled {
		c.styled = s
		fmt.Fprintf(&c.b, "  [%s]\n", s)
	}
	kind := ""
	if m.id < 0 {
		kind = " (artefact)"
	}
	fmt.Fprintf(&c.b, "  %s–%s %s%s | %s\n", points(m.runs[0].x), points(end), points(m.runs[0].y), kind, text)
}

// show shows glyphs.
func (c *canvas) show(list pdfList) error {
	if len(c.marks) == 0 {
		return fmt.Errorf("text that is not marked")
	}
	m := c.marks[len(c.marks)-1]
	running := c.marks[0].tag == "Artifact"
	run := textRun{x: c.x, y: c.y, style: c.face + " " + c.color}
	for _, v := range list {
		switch v := v.(type) {
		case float64:
			c.x -= v * c.size / 1000
		case string:
			for i := 0; i+1 < len(v); i += 2 {
				code := int(v[i])<<8 | int(v[i+1])
				text, ok := c.font.texts[code]
				if !ok {
					return fmt.Errorf("%s has no text for the code %d", c.font.name, code)
				}
				m.pieces = append(m.pieces, strings.ReplaceAll(text, "\u200b", ""))
				from := c.x
				c.x += c.font.widths[code]*c.size/1000 + c.spacing
				c.ink(text, from, c.x-c.spacing, running)
			}
		}
	}
	run.end = c.x
	m.runs = append(m.runs, run)
	return nil
}

type pdfFont struct {
	name   string
	texts  map[int]string
	widths map[int]float64
}

func (f *pdfFile) font(ref any) (*pdfFont, error) {
	d := f.dict(ref)
	_, name, ok := strings.Cut(string(d["BaseFont"].(pdfName)), "+")
	if !ok {
		return nil, fmt.Errorf("%s is no subset", d["BaseFont"])
	}
	out := &pdfFont{name: name, texts: make(map[int]string), widths: make(map[int]float64)}
	descendant := f.dict(f.list(d["DescendantFonts"])[0])
	w := f.list(descendant["W"])
	for i := 0; i+1 < len(w); i += 2 {
		for j, v := range f.list(w[i+1]) {
			out.widths[int(w[i].(float64))+j] = v.(float64)
		}
	}
	lex := &pdfLexer{src: f.get(d["ToUnicode"]).(*pdfStream).data}
	var stack []any
	for {
		v, err := lex.value()
		if err != nil {
			return out, nil // the end; what is missing is told where it is shown
		}
		switch v {
		case pdfOp("beginbfchar"):
			stack = nil
		case pdfOp("endbfchar"):
			for i := 0; i+1 < len(stack); i += 2 {
				code := stack[i].(string)
				out.texts[int(code[0])<<8|int(code[1])] = utf16Text(stack[i+1].(string))
			}
		default:
			stack = append(stack, v)
		}
	}
}
