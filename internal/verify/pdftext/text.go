// Package pdftext reads the words of PDF files as Pressroom writes them: tagged, so that
// it is known what belongs to the text and what runs on every page.
package pdftext

import (
	"errors"
	"io"
	"slices"
	"strings"
)

// Text is what a file says.
type Text struct {
	Paragraphs []string // in the order in which they are read
	Running    []string // heads and feet of its pages, line by line
	Captions   []string // which are Paragraphs too, and stand where there was room for the picture
}

// mark names marked content: a page and its id on it.
type mark struct {
	page ref
	id   int
}

type reader struct {
	*file
	texts   map[mark]string
	running []string
	out     []string
	caption []string
	steps   int // through the structure
}

// mostSteps bounds a structure that leads back into itself.
const mostSteps = 500_000

// Read reads a file. Nothing in it is run or fetched, and what it unpacks to is bounded.
// Its error says that it is no such file: others' files are not read.
func Read(src []byte) (*Text, error) {
	f, err := openFile(src)
	if err != nil {
		return nil, err
	}
	r := &reader{file: f, texts: make(map[mark]string)}
	root := f.dict(f.trailer["Root"])
	tree := f.dict(root["StructTreeRoot"])
	kids := f.array(f.dict(root["Pages"])["Kids"])
	if tree == nil || len(kids) == 0 || len(kids) > 5000 {
		return nil, errOther
	}
	for _, k := range kids {
		page, ok := k.(ref)
		if !ok {
			return nil, errOther
		}
		if err := r.page(page); err != nil {
			return nil, err
		}
	}
	r.element(f.dict(tree["K"]))
	if r.steps >= mostSteps || len(r.texts) > 0 {
		return nil, errOther // text that no element has is shown, and would be passed over
	}
	return &Text{r.out, r.running, r.caption}, nil
}

// element takes the paragraphs of an element: each that holds text itself is one.
func (r *reader) element(e dict) {
	if r.steps++; r.steps >= mostSteps || e == nil {
		return
	}
	kids := r.kids(e)
	if !r.inline(kids) {
		for _, k := range kids {
			if d := r.dict(k); d["Type"] != name("MCR") {
				r.element(d)
			} else if text := r.run(array{k}, 0); strings.TrimSpace(text) != "" {
				r.out = append(r.out, text)
			}
		}
		return
	}
	if text := r.run(kids, 0); strings.TrimSpace(text) != "" {
		r.out = append(r.out, text)
		if e["S"] == name("Caption") {
			r.caption = append(r.caption, text)
		}
	}
}

// kids are those of an element, of which one need not stand in a list.
func (r *reader) kids(e dict) array {
	if list := r.array(e["K"]); list != nil {
		return list
	}
	if e["K"] != nil {
		return array{e["K"]}
	}
	return nil
}

// inline tells whether kids are text and what stands in it.
func (r *reader) inline(kids array) bool {
	for _, k := range kids {
		if s, ok := r.dict(k)["S"].(name); ok && !slices.Contains([]name{"Link", "Span", "Code"}, s) {
			return false
		}
	}
	return true
}

func (r *reader) run(kids array, depth int) string {
	var b strings.Builder
	for _, k := range kids {
		if r.steps++; r.steps >= mostSteps || depth > mostDeep {
			return b.String()
		}
		e := r.dict(k)
		if e["Type"] != name("MCR") {
			b.WriteString(r.run(r.kids(e), depth+1))
			continue
		}
		page, _ := e["Pg"].(ref)
		id, _ := e["MCID"].(float64)
		m := mark{page, int(id)}
		b.WriteString(r.texts[m])
		delete(r.texts, m)
	}
	return b.String()
}

// page reads what is written on one.
func (r *reader) page(at ref) error {
	p := r.dict(at)
	contents, ok := r.get(p["Contents"]).(*stream)
	if !ok || contents.dict["Subtype"] != nil || !r.linksOnly(p["Annots"]) {
		return errOther
	}
	resources := r.dict(p["Resources"])
	c := &canvas{reader: r, at: at, fonts: make(map[name]texts), drawn: r.dict(resources["XObject"])}
	for n, f := range r.dict(resources["Font"]) {
		c.fonts[n] = r.font(f)
	}
	l := &lexer{src: contents.data}
	var args []any
	for {
		v, err := l.value(0)
		if err != nil {
			break
		}
		op, ok := v.(word)
		if !ok {
			if args = append(args, v); len(args) > 64 {
				return errOther
			}
			continue
		}
		if !c.do(op, args) {
			return errOther
		}
		args = args[:0]
	}
	if l.at < len(l.src) || len(c.open) > 0 {
		return errOther
	}
	return nil
}

// linksOnly tells whether what lies over a page are links: all else could show words.
func (r *reader) linksOnly(annots any) bool {
	for _, a := range r.array(annots) {
		if d := r.dict(a); d["Subtype"] != name("Link") || d["AP"] != nil {
			return false
		}
	}
	return annots == nil || r.array(annots) != nil
}

// wordless tells whether what is drawn is a picture, or a drawing that shows no text.
func (r *reader) wordless(v any) bool {
	s, ok := r.get(v).(*stream)
	if !ok || s.dict["Subtype"] != name("Form") {
		return ok && s.dict["Subtype"] == name("Image")
	}
	for l := (&lexer{src: s.data}); ; {
		switch v, err := l.value(0); {
		case err != nil:
			return errors.Is(err, io.EOF)
		case v == word("Do") || slices.Contains(showing, v):
			return false
		}
	}
}

// showing are the operators that show text.
var showing = []any{word("TJ"), word("Tj"), word("'"), word("\"")}

// canvas is a page that is being read.
type canvas struct {
	*reader
	at    ref
	fonts map[name]texts
	drawn dict
	font  texts
	open  []*content
}

// content is marked content that is open.
type content struct {
	running  bool
	id       int
	actual   *string
	reversed bool
	pieces   []string
}

// do reads one operator. What draws and says nothing is passed over; of what shows text
// in another way than ours do it is false.
func (c *canvas) do(op word, args []any) bool {
	switch op {
	case "BDC", "BMC":
		return c.begin(args)
	case "EMC":
		return c.end()
	case "Tf":
		n, _ := first(args).(name)
		c.font = c.fonts[n]
		return c.font != nil
	case "TJ":
		list, ok := first(args).(array)
		return ok && c.show(list)
	case "Do":
		n, _ := first(args).(name)
		return c.wordless(c.drawn[n])
	case "Tj", "'", "\"":
		return false
	}
	return true
}

func first(args []any) any {
	if len(args) == 0 {
		return nil
	}
	return args[0]
}

func (c *canvas) begin(args []any) bool {
	tag, ok := first(args).(name)
	if !ok || len(c.open) > mostDeep {
		return false
	}
	m := &content{running: tag == "Artifact", id: -1, reversed: tag == "ReversedChars"}
	if len(args) > 1 {
		props := c.dict(args[1])
		if id, ok := props["MCID"].(float64); ok {
			m.id = int(id)
		}
		if a, ok := props["ActualText"]; ok {
			text := textString(a)
			m.actual = &text
		}
	}
	c.open = append(c.open, m)
	return true
}

func (c *canvas) end() bool {
	if len(c.open) == 0 {
		return false
	}
	m := c.open[len(c.open)-1]
	c.open = c.open[:len(c.open)-1]
	if m.reversed {
		slices.Reverse(m.pieces)
	}
	text := strings.Join(m.pieces, "")
	if m.actual != nil {
		text = *m.actual
	}
	switch {
	case len(c.open) > 0: // part of what is around it
		outer := c.open[len(c.open)-1]
		outer.pieces = append(outer.pieces, text)
	case m.running:
		if strings.TrimSpace(text) != "" {
			c.running = append(c.running, text)
		}
	case m.id < 0:
		return strings.TrimSpace(text) == ""
	default:
		if _, twice := c.texts[mark{c.at, m.id}]; twice {
			return false
		}
		c.texts[mark{c.at, m.id}] = text
	}
	return true
}

// show takes the text of glyphs.
func (c *canvas) show(list array) bool {
	if len(c.open) == 0 || c.font == nil {
		return false
	}
	m := c.open[len(c.open)-1]
	for _, v := range list {
		s, _ := v.(string)
		for i := 0; i+1 < len(s); i += 2 {
			text, ok := c.font[int(s[i])<<8|int(s[i+1])]
			if !ok {
				return false
			}
			m.pieces = append(m.pieces, text)
		}
	}
	return true
}

// texts are the texts of a font's codes.
type texts map[int]string

func (r *reader) font(v any) texts {
	out := make(texts)
	l := &lexer{src: r.data(r.dict(v)["ToUnicode"])}
	var stack []any
	for {
		v, err := l.value(0)
		if err != nil {
			return out // the end; what is missing is missed where it is shown
		}
		switch v {
		case word("beginbfchar"):
			stack = stack[:0]
		case word("endbfchar"):
			for i := 0; i+1 < len(stack); i += 2 {
				code, _ := stack[i].(string)
				text, _ := stack[i+1].(string)
				if len(code) == 2 {
					out[int(code[0])<<8|int(code[1])] = utf16Text(text)
				}
			}
		default:
			if stack = append(stack, v); len(stack) > 1000 {
				stack = stack[:0]
			}
		}
	}
}
