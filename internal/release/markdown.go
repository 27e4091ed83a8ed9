package release

import (
	"bytes"
	"net/url"
	"path"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

// markdown is the parser: CommonMark, tables, and addresses that stay whole. It is never
// written to.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table),
	goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(wholeAddress{}, 999)))).Parser()

// textSource is Markdown and how its bytes map to a file.
type textSource struct {
	src   string
	at    func(offset int) diagnostic.Position
	diags *diagnostic.List
	what  string // as named in messages: "the body", "a quote"
	media map[string]Medium
	// picture is told each picture that the text names.
	picture func(name string, at Position)
	rtl     bool // what is printed runs from right to left
	top     bool // markers and pictures may stand here
}

func (s *textSource) errorf(offset int, rule, format string, args ...any) {
	s.diags.Errorf(s.at(offset), rule, format, args...)
}

// parseMarkdown turns Markdown into blocks, with links of the addresses that stand bare
// in it. Errors go to s.diags.
func parseMarkdown(s *textSource) []Block { return parse(s, false) }

// parseSigned is parseMarkdown for words that others type and sign: what was typed does
// not become a link.
func parseSigned(s *textSource) []Block { return parse(s, true) }

func parse(s *textSource, signed bool) []Block {
	if off, msg := markdownLimits(s.src); msg != "" {
		s.errorf(off, "limit", "%s", msg)
		return nil
	}
	src := []byte(s.src)
	root := markdown.Parse(text.NewReader(src))
	c := &converter{textSource: s, bytes: src, signed: signed}
	return c.blocks(root, true)
}

type converter struct {
	*textSource
	bytes  []byte
	signed bool // addresses that stand bare stay text
	last   int  // the offset of what was converted last, for nodes without one
}

func (c *converter) blocks(parent ast.Node, top bool) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := c.block(n, top && c.top); b != nil {
			out = append(out, b)
		}
	}
	return out
}

func (c *converter) offset(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		c.last = n.Lines().At(0).Start
		return c.last
	}
	if t, ok := n.(*ast.Text); ok {
		c.last = t.Segment.Start
		return c.last
	}
	if ch := n.FirstChild(); ch != nil {
		return c.offset(ch)
	}
	return c.last
}

func (c *converter) block(n ast.Node, top bool) Block {
	offset := c.offset(n)
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return c.paragraph(n, top, offset)
	case *ast.Heading:
		c.noMarker(n)
		inlines := c.inlines(n)
		if len(inlines) == 0 {
			return nil
		}
		return &Heading{Level: max(2, n.Level), Inlines: inlines}
	case *ast.Blockquote:
		return &BlockQuote{c.blocks(n, false)}
	case *ast.List:
		l := &List{Ordered: n.IsOrdered(), Start: n.Start}
		c.counted(n)
		for it := n.FirstChild(); it != nil; it = it.NextSibling() {
			l.Items = append(l.Items, c.blocks(it, false))
		}
		return l
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		var b bytes.Buffer
		for i := 0; i < n.Lines().Len(); i++ {
			seg := n.Lines().At(i)
			c.seen(seg.Value(c.bytes), seg.Start)
			b.Write(seg.Value(c.bytes))
		}
		return &Code{strings.TrimRight(b.String(), "\n")}
	case *ast.ThematicBreak:
		return &Rule{}
	case *extast.Table:
		return c.table(n)
	case *ast.HTMLBlock:
		c.errorf(offset, "html", "HTML cannot be carried into text and PDF; write Markdown, or \\< for a literal <")
		return nil
	case *ast.LinkReferenceDefinition:
		return nil
	}
	c.errorf(offset, "markdown", "%s cannot stand in %s", n.Kind(), c.what)
	return nil
}

// itemNumber is the number in front of an item's words.
var itemNumber = pattern.New(`([0-9]{1,9})[.)][ \t]+$`)

// counted tells of the first item of a numbered list that another number is printed for
// than was written: days and years at the beginning of lines become points of a list, and
// these are counted. Where all are the same, whoever wrote them wants them to be counted.
func (c *converter) counted(list *ast.List) {
	if !list.IsOrdered() {
		return
	}
	type number struct{ written, printed, offset int }
	var other number
	same := true
	printed := list.Start
	for it := list.FirstChild(); it != nil; it, printed = it.NextSibling(), printed+1 {
		first := it.FirstChild()
		if first == nil || first.Kind() == ast.KindList || first.Lines() == nil || first.Lines().Len() == 0 {
			continue
		}
		words := first.Lines().At(0).Start
		line := string(c.bytes[bytes.LastIndexByte(c.bytes[:words], '\n')+1 : words])
		m := itemNumber.FindStringSubmatchIndex(line)
		if m == nil {
			continue
		}
		written, _ := strconv.Atoi(line[m[2]:m[3]])
		same = same && written == list.Start
		if written != printed && other.offset == 0 {
			other = number{written, printed, words - len(line) + m[2]}
		}
	}
	if other.offset > 0 && !same {
		c.diags.Warnf(c.at(other.offset), "list", "%[1]d is printed as %[2]d, since the points of a list are counted; "+
			"where it is a day or a year, write - %[1]d\\. at each of these lines", other.written, other.printed)
	}
}

var marker = pattern.New(`^\{\{\s*(?:quote\s+"([^"]*)"|(quotes))\s*\}\}$`)

// nearMarker is a marker whose id has other marks around it, or none.
var nearMarker = pattern.New(`^\{\{\s*(?i:quote)\s*[:=]?\s*["'“”„«‘’]?([\pL\pN_-]+)["'“”»‘’]?\s*\}\}$`)

func (c *converter) paragraph(n ast.Node, top bool, offset int) Block {
	raw := strings.TrimSpace(string(n.Lines().Value(c.bytes)))
	if top {
		if m := marker.FindStringSubmatch(raw); m != nil {
			if m[2] == "" && m[1] == "" {
				c.errorf(offset, "marker", `{{quote ""}} names no quote; write its id`)
				return nil
			}
			return &quotePlace{id: m[1], offset: offset}
		}
		if p := c.picture(n); p != nil {
			return p
		}
	}
	if m := nearMarker.FindStringSubmatch(raw); m != nil && top {
		c.errorf(offset, "marker", `the id of a quote stands between straight quotation marks; write {{quote "%s"}}`, diagnostic.Word(m[1]))
		return nil
	}
	if c.noMarker(n) {
		return nil
	}
	inlines := c.inlines(n)
	if len(inlines) == 0 {
		return nil
	}
	return &Paragraph{inlines}
}

// noMarker tells of a marker where none is read.
func (c *converter) noMarker(n ast.Node) bool {
	for i := 0; i < n.Lines().Len(); i++ {
		line := n.Lines().At(i)
		if at := bytes.Index(line.Value(c.bytes), []byte("{{")); at >= 0 {
			c.errorf(line.Start+at, "marker", `{{ begins a marker, and %s; for literal braces write &#123;&#123;`, c.markerAdvice())
			return true
		}
	}
	return false
}

func (c *converter) markerAdvice() string {
	if c.top {
		return `{{quote "id"}} or {{quotes}} must be a paragraph of its own, outside lists and quotations`
	}
	return "none stands in " + c.what
}

// picture is the medium of a paragraph that is one image and nothing else.
func (c *converter) picture(n ast.Node) Block {
	img, ok := n.FirstChild().(*ast.Image)
	if !ok || img.NextSibling() != nil {
		return nil
	}
	name := string(img.Destination)
	if c.textSource.picture != nil {
		c.textSource.picture(name, c.at(c.offset(n)))
	}
	m, ok := c.media[name]
	if !ok { // what was told of it is an error
		return &Picture{}
	}
	if !m.IsPicture() {
		c.diags.Warnf(c.at(c.offset(n)), "picture", "%s is no picture by its name, and its place stays empty; "+
			"a video has a link under the release, so take this line out", diagnostic.Word(name))
	}
	return &Picture{m}
}

func (c *converter) table(n *extast.Table) Block {
	t := &Table{}
	for _, a := range n.Alignments {
		switch a {
		case extast.AlignLeft:
			t.Align = append(t.Align, AlignLeft)
		case extast.AlignCenter:
			t.Align = append(t.Align, AlignCentre)
		case extast.AlignRight:
			t.Align = append(t.Align, AlignRight)
		default:
			t.Align = append(t.Align, AlignNone)
		}
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]Inline
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			c.noMarker(cell)
			cells = append(cells, c.inlines(cell))
		}
		if row.Kind() == extast.KindTableHeader {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	if c.rtl {
		t.signsBefore()
	}
	return t
}

// inlines converts running text. Addresses that stand bare in it become links.
func (c *converter) inlines(parent ast.Node) []Inline {
	if c.signed {
		return c.written(parent)
	}
	return linkAddresses(c.written(parent))
}

// written is running text as the author marked it.
func (c *converter) written(parent ast.Node) []Inline {
	var out []Inline
	add := func(s string) {
		if s == "" {
			return
		}
		if len(out) > 0 {
			if t, ok := out[len(out)-1].(*Text); ok {
				t.S += s
				return
			}
		}
		out = append(out, &Text{s})
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			c.last = n.Segment.Start
			c.seen(n.Segment.Value(c.bytes), n.Segment.Start)
			add(spaced.Replace(string(unescape(n.Segment.Value(c.bytes)))))
			switch {
			case n.HardLineBreak():
				out = append(out, &Break{})
			case n.SoftLineBreak():
				add(" ")
			}
		case *ast.CodeSpan:
			text := codeText(n, c.bytes)
			c.seen([]byte(text), c.offset(n))
			out = append(out, &CodeSpan{text})
		case *ast.Emphasis:
			out = append(out, &Emphasis{Strong: n.Level == 2, Children: c.written(n)})
		case *ast.Link:
			href := string(n.Destination)
			if t, ok := n.FirstChild().(*ast.Text); ok && bytes.HasPrefix(t.Value(c.bytes), []byte("^")) && checkAddress(href) != "" {
				c.errorf(c.offset(n), "footnote", "footnotes are not read; put what [%s] says into the sentence or into notes", t.Value(c.bytes))
				continue
			}
			if c.checkLink(href, c.offset(n)) {
				out = append(out, &Link{Href: href, Children: c.written(n)})
			}
		case *ast.AutoLink:
			href := string(n.URL(c.bytes))
			if n.AutoLinkType == ast.AutoLinkEmail {
				href = "mailto:" + href
			}
			if c.checkLink(href, c.last) {
				out = append(out, &Link{Href: href, Children: []Inline{&Text{string(n.Label(c.bytes))}}})
			}
		case *ast.RawHTML:
			c.errorf(n.Segments.At(0).Start, "html", "HTML cannot be carried into text and PDF; write Markdown, or \\< for a literal <")
		case *ast.Image:
			c.errorf(c.offset(n), "picture", "a picture must be a paragraph of its own in the body, declared under [[media]]")
		default:
			c.errorf(c.offset(n), "markdown", "%s cannot stand in %s", n.Kind(), c.what)
		}
	}
	return out
}

// spaced turns what programs put between words and lines into what every form of a
// release shows in the same way.
var spaced = strings.NewReplacer("\t", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// seen holds text against characters that no form shows: they are left over from other
// programs, and those above U+007F from marks of Windows read in the wrong encoding.
func (c *converter) seen(s []byte, offset int) {
	for i, r := range string(s) {
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r\u0085", r) {
			c.errorf(offset+i, "encoding", "U+%04X is no character that can be seen; write the one that belongs here, or delete it", r)
			return
		}
	}
}

// entity is what may be a character reference.
var entity = pattern.New(`^&#?[0-9A-Za-z]+;`)

// unescape resolves backslash escapes and character references, each once.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
			out = append(out, b[i])
		case b[i] == '&':
			ref := entity.Find(b[i:])
			if ref == nil {
				out = append(out, '&')
				continue
			}
			out = append(out, util.ResolveEntityNames(util.ResolveNumericReferences(ref))...)
			i += len(ref) - 1
		default:
			out = append(out, b[i])
		}
	}
	return out
}

func codeText(n *ast.CodeSpan, src []byte) string {
	var b strings.Builder
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		if t, ok := ch.(*ast.Text); ok {
			b.WriteString(strings.ReplaceAll(string(t.Segment.Value(src)), "\n", " "))
		}
	}
	return b.String()
}

// checkLink accepts absolute web addresses, mailto: and tel:.
func (c *converter) checkLink(href string, offset int) bool {
	if err := checkAddress(href); err != "" {
		c.errorf(offset, "link", "the link to %s %s", diagnostic.Word(href), err)
		return false
	}
	return true
}

// checkAddress says what is wrong with an address, "" if nothing is.
func checkAddress(href string) string {
	if strings.ContainsFunc(href, unseen) {
		return "has a character in it that cannot be seen; take it out"
	}
	u, err := url.Parse(href)
	if err != nil || strings.Contains(href, " ") {
		return "is not an address; write it whole, with https://"
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return "has no host; write it whole, as in https://example.org/page"
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return "is empty"
		}
	case "":
		return "is not a whole address; journalists read it outside this folder, so write https://…"
	default:
		return "uses " + diagnostic.Word(u.Scheme) + ":; only https, http, mailto and tel are carried"
	}
	return ""
}

// unseen tells what is not printed and belongs to no address.
func unseen(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF
}

func isPictureName(name string) bool {
	if u, err := url.Parse(name); err == nil && u.Path != "" {
		name = u.Path
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".svg":
		return true
	case ".heic", ".heif", ".hif", ".avif", ".tif", ".tiff", ".bmp", ".dib", ".jxl", ".jp2", ".psd", ".eps", ".ai", ".ico", ".dng", ".cr2",
		".cr3", ".nef", ".arw":
		return true // of a kind that cannot be shown, which is to be said of it as of a picture
	}
	return false
}
