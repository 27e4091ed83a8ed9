// Package frontmatter reads TOML with the position of every key and value, as
// front matter between +++ lines or as a file of its own, and edits it so that
// every other byte stays as it was.
//
// Decoding is BurntSushi/toml's; positions come from go-toml's unstable parser.
// Start with Split (a release file) or Parse (a TOML file), then walk the
// Document with Root.
package frontmatter

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"

	"pressroom/internal/diagnostic"
)

// Span is a range of bytes [Start, End) of the whole file.
type Span struct{ Start, End int }

// Entry is where a key and its value stand. For a table the Value is empty.
type Entry struct {
	Key, Value Span
}

// written tells that a value stands there, and no table.
func (e Entry) written() bool { return e.Value.End > e.Value.Start }

// Document is a parsed file.
type Document struct {
	Name  string // as it is named in diagnostics
	Src   []byte // the whole file
	Front Span   // the TOML in it
	Body  Span   // what follows the closing +++ line

	tree    map[string]any
	entries map[string]Entry
	tables  []table
	lines   []int // where each line begins
	diags   *diagnostic.List
	bad     map[string]bool     // paths of keys that an error has been told about
	alias   map[string]found    // paths of keys that stand under another name or elsewhere
	also    map[string][]string // paths of tables, and the keys under which further ones stand

	slips    bool            // the file had to be mended to be read
	spaced   diagnostic.List // keys that are several words
	refused  int             // where the parsers gave up
	original *Document       // the file before it was mended, nil if it was not
	pieces   []piece
}

// found is a key that was found where, or as, it should not be.
type found struct {
	path  string
	value any
}

// table is one header, or the root, with the range of bytes its keys take.
type table struct {
	path  string
	start int // where its header begins
	end   int // where a further key of this table can be written
}

const fence = "+++"

// Split reads a release file: TOML between +++ lines, then the body. Errors
// carry positions in the whole file, and are all that is wrong with its TOML; the
// Document is nil if there is one. See Recover for a file that is only looked at.
func Split(name string, src []byte) (*Document, diagnostic.List) {
	return whole(recoverFile(name, src, true))
}

// Parse reads a file that is TOML throughout.
func Parse(name string, src []byte) (*Document, diagnostic.List) {
	return whole(recoverFile(name, src, false))
}

// whole is a document without slips, or else what they are.
func whole(d *Document, diags diagnostic.List) (*Document, diagnostic.List) {
	if d != nil && d.slips {
		return nil, append(*d.diags, d.spaced...).Sort()
	}
	return d, diags
}

// strict reads a file that has no slip, or returns what the parsers say of it: nothing where
// the fences are not there.
func strict(name string, src []byte, fences bool) (*Document, diagnostic.List) {
	if !fences {
		return parse(&Document{Name: name, Src: src, Front: Span{0, len(src)}, Body: Span{len(src), len(src)}}, 0)
	}
	start := 0
	if bytes.HasPrefix(src, []byte(bom)) {
		start = len(bom)
	}
	if first, next := line(src, start); strings.TrimRight(first, " \t\r") == fence {
		if at, after, ok := closingFence(src, next); ok {
			return parse(&Document{Name: name, Src: src, Front: Span{next, at}, Body: Span{after, len(src)}}, maxKeys)
		}
	}
	return nil, nil
}

// line returns the line at offset without its newline, and where the next begins.
func line(src []byte, at int) (string, int) {
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		return string(src[at : at+i]), at + i + 1
	}
	return string(src[at:]), len(src)
}

// closingFence finds the line +++ that is not inside a multi-line string: where it
// begins and where the next line does. It looks at each byte once.
func closingFence(src []byte, at int) (begin, after int, ok bool) {
	for lineStart := true; at < len(src); {
		if lineStart {
			if text, next := line(src, at); strings.TrimRight(text, " \t\r") == fence {
				return at, next, true
			}
			lineStart = false
		}
		switch src[at] {
		case '\n':
			lineStart = true
			at++
		case '#':
			_, at = line(src, at)
			lineStart = true
		case '"', '\'':
			at = skipString(src, at) + 1
		default:
			at++
		}
	}
	return 0, 0, false
}

func parse(d *Document, keys int) (*Document, diagnostic.List) {
	d.diags, d.bad = new(diagnostic.List), make(map[string]bool)
	d.alias, d.also = make(map[string]found), make(map[string][]string)
	front := d.Src[d.Front.Start:d.Front.End]
	if e := checkLimits(front, keys); e != nil {
		d.diags.Errorf(d.At(d.Front.Start+e.offset), "limit", "%s", e.msg)
		return nil, *d.diags
	}
	if _, err := toml.Decode(string(front), &d.tree); err != nil {
		d.syntaxError(err)
		return nil, *d.diags
	}
	if err := d.index(front); err != nil {
		d.syntaxError(err)
		return nil, *d.diags
	}
	return d, nil
}

func (d *Document) syntaxError(err error) {
	offset := d.Front.Start
	msg := err.Error()
	var pe toml.ParseError
	if errors.As(err, &pe) {
		offset += pe.Position.Start
		msg = pe.Message
	}
	d.refused = offset
	d.diags.Errorf(d.At(offset), "toml", "%s", oneLine(msg))
}

func oneLine(s string) string {
	return diagnostic.Clip(strings.Join(strings.Fields(s), " "), 200)
}

// At is the position of a byte of the file. It takes time in the length of one
// line only, since a file can have tens of thousands of findings.
func (d *Document) At(offset int) diagnostic.Position {
	offset = max(0, min(offset, len(d.Src)))
	if d.original != nil {
		return d.original.At(d.origin(offset))
	}
	n := d.line(offset)
	return diagnostic.Position{File: d.Name, Line: n, Column: utf8.RuneCount(d.Src[d.lines[n-1]:offset]) + 1}
}

// line is the line of a byte, from 1.
func (d *Document) line(offset int) int {
	if d.lines == nil {
		d.lines = []int{0}
		for i, c := range d.Src {
			if c == '\n' {
				d.lines = append(d.lines, i+1)
			}
		}
	}
	return sort.SearchInts(d.lines, offset+1)
}

// Diagnostics are the findings gathered while the document was walked.
func (d *Document) Diagnostics() diagnostic.List { return *d.diags }

// Report is the list that findings about this document go to.
func (d *Document) Report() *diagnostic.List { return d.diags }

// Tree is the decoded TOML. It must not be changed.
func (d *Document) Tree() map[string]any { return d.tree }

// Lookup tells where the key at path stands: parts joined by dots, elements of
// arrays as [n], as in quote[1].text. Parts that are no bare keys are quoted.
func (d *Document) Lookup(path string) (Entry, bool) {
	e, ok := d.entries[path]
	return e, ok
}

// Join appends a key to a path.
func Join(path, key string) string {
	if !isBare(key) {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// Index appends the index of an array's element to a path.
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func isBare(key string) bool {
	for i := 0; i < len(key); i++ {
		c := key[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-') {
			return false
		}
	}
	return key != ""
}

// index fills entries with the place of every key.
func (d *Document) index(front []byte) error {
	d.entries = make(map[string]Entry)
	var p unstable.Parser
	p.Reset(front)
	counts := make(map[string]int)
	prefix := ""
	var start, end int
	d.tables = []table{{}}
	for p.NextExpression() {
		n := p.Expression()
		switch n.Kind {
		case unstable.Table, unstable.ArrayTable:
			prefix, start, end = d.header(n, counts)
		case unstable.KeyValue:
			end = int(n.Raw.Offset + n.Raw.Length)
			d.keyValue(prefix, n)
		default:
			continue
		}
		if last := &d.tables[len(d.tables)-1]; last.path == prefix {
			last.end = end
		} else {
			d.tables = append(d.tables, table{prefix, start, end})
		}
	}
	if err := p.Error(); err != nil {
		return fmt.Errorf("reading positions: %w", err)
	}
	return nil
}

// header enters a [table] or [[array]] header and returns the path of its keys
// and the offsets of its beginning and its end.
func (d *Document) header(n *unstable.Node, counts map[string]int) (path string, start, end int) {
	first := true
	var span Span
	it := n.Key()
	for it.Next() {
		k := it.Node()
		span = d.span(k.Raw)
		if first {
			start, first = span.Start-d.Front.Start, false
		}
		path = Join(path, string(k.Data))
		d.enter(path, span)
		if n.Kind == unstable.ArrayTable && it.IsLast() {
			counts[path]++
		}
		if c := counts[path]; c > 0 {
			path = Index(path, c-1)
			d.enter(path, span)
		}
	}
	end = span.End - d.Front.Start
	return path, start, end
}

// enter notes where a table is first named.
func (d *Document) enter(path string, key Span) {
	if _, known := d.entries[path]; !known {
		d.entries[path] = Entry{Key: key}
	}
}

func (d *Document) keyValue(prefix string, n *unstable.Node) {
	path := prefix
	var span Span
	it := n.Key()
	for it.Next() {
		k := it.Node()
		span = d.span(k.Raw)
		path = Join(path, string(k.Data))
		if !it.IsLast() {
			d.enter(path, span)
		}
	}
	whole := d.span(n.Raw)
	d.entries[path] = Entry{Key: span, Value: d.trimValue(span.End, whole.End)}
	d.value(path, n.Value())
}

// trimValue is the range of a value, given where its key and the whole end.
func (d *Document) trimValue(keyEnd, end int) Span {
	value := d.Src[keyEnd:end]
	value = value[bytes.IndexByte(value, '=')+1:]
	return Span{end - len(bytes.TrimLeft(value, " \t")), end}
}

func (d *Document) value(path string, v *unstable.Node) {
	switch v.Kind {
	case unstable.Array:
		it := v.Children()
		for i := 0; it.Next(); i++ {
			c := it.Node()
			elem := Index(path, i)
			d.entries[elem] = Entry{Key: d.span(c.Raw), Value: d.span(c.Raw)}
			d.value(elem, c)
		}
	case unstable.InlineTable:
		it := v.Children()
		for it.Next() {
			d.keyValue(path, it.Node())
		}
	}
}

func (d *Document) span(r unstable.Range) Span {
	start := d.Front.Start + int(r.Offset)
	return Span{start, start + int(r.Length)}
}

// InString is the place in the file of byte offset of a decoded string value:
// it walks the written form, whose escapes are longer than what they stand for.
func (d *Document) InString(path string, offset int) int {
	e, ok := d.entries[path]
	if !ok {
		return d.Front.Start
	}
	raw := d.Src[e.Value.Start:e.Value.End]
	i := openingLength(raw)
	if i == 0 {
		return e.Value.Start
	}
	basic := raw[0] == '"'
	for decoded := 0; i < len(raw) && decoded < offset; {
		if basic && raw[i] == '\\' {
			n, width := escapeLength(raw[i:])
			i += n
			decoded += width
			continue
		}
		i++
		decoded++
	}
	return e.Value.Start + min(i, len(raw))
}

func openingLength(raw []byte) int {
	for _, three := range []string{`"""`, "'''"} {
		rest, ok := bytes.CutPrefix(raw, []byte(three))
		switch {
		case !ok:
		case bytes.HasPrefix(rest, []byte("\r\n")):
			return 5
		case bytes.HasPrefix(rest, []byte("\n")):
			return 4
		default:
			return 3
		}
	}
	if bytes.HasPrefix(raw, []byte(`"`)) || bytes.HasPrefix(raw, []byte("'")) {
		return 1
	}
	return 0
}

// escapeLength is how many bytes an escape takes and how many it stands for.
func escapeLength(raw []byte) (n, width int) {
	switch raw[1] {
	case ' ', '\t', '\r', '\n': // a line-ending backslash swallows white space
		return len(raw) - len(bytes.TrimLeft(raw[1:], " \t\r\n")), 0
	case 'u', 'U', 'x':
		escaped := string(raw[:min(10, len(raw))])
		r, _, tail, _ := strconv.UnquoteChar(escaped, '"')
		return len(escaped) - len(tail), utf8.RuneLen(r)
	}
	return 2, 1
}
