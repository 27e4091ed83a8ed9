package frontmatter

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Unset returns the file without one key of a table, every other byte as it was. Its line
// goes with it; a comment behind it stays, on a line of its own. See Set.
func (d *Document) Unset(table, key string) ([]byte, error) {
	path := Join(table, key)
	e := d.entries[path]
	if !e.written() {
		return nil, fmt.Errorf("there is no key %s", path)
	}
	cut := d.lineOf(e)
	parent := d.entries[table]
	if parent.written() { // within { }
		list, _ := elements(d.Src, parent.Value.Start)
		cut = without(list, e.Key.Start)
	}
	_, header := d.tableEnd(table)
	return d.accept(splice(d.Src, cut.Start, cut.End, ""), "taking out "+path, func(before map[string]any) bool {
		target := walk(before, table)
		if target == nil {
			return false
		}
		delete(target, key)
		if len(target) == 0 && !header && !parent.written() { // it was there by its dotted keys alone
			delete(before, table)
		}
		return true
	})
}

// Become returns the file with a key under another name and with another value, where it
// stands, every other byte as it was. See Set.
func (d *Document) Become(table, key, name, value string) ([]byte, error) {
	var wanted map[string]any
	e := d.entries[Join(table, key)]
	if _, err := toml.Decode("v="+value, &wanted); err != nil || !e.written() || !isBare(name) {
		return nil, fmt.Errorf("%s = %s cannot stand in the place of %s", name, value, Join(table, key))
	}
	out := splice(d.Src, e.Key.Start, e.Value.End, name+" = "+value)
	return d.accept(out, "making "+name+" of "+key, func(before map[string]any) bool {
		delete(walk(before, table), key)
		return put(before, table, name, wanted["v"])
	})
}

// SetList returns the file with a list of strings under a key: those that are not in it any
// more are taken out, and new ones are put behind the others. Comments between them stay.
// Where the order is another, the whole list is written anew. See Set.
func (d *Document) SetList(table, key string, want []string) ([]byte, error) {
	e := d.entries[Join(table, key)]
	written := quoted(want)
	whole := "[" + strings.Join(written, ", ") + "]"
	if !e.written() || d.Src[e.Value.Start] != '[' {
		return d.Set(table, key, whole)
	}
	have, _ := walk(d.tree, table)[key].([]any)
	list, _ := elements(d.Src, e.Value.Start)
	n := 0 // how many of those that are wanted are there, in their order
	var gone []int
	for i, v := range have {
		if n < len(want) && v == want[n] {
			n++
		} else {
			gone = append(gone, i)
		}
	}
	if len(list) != len(have) || len(have) == 0 {
		return d.Set(table, key, whole)
	}
	for _, w := range want[n:] { // one that was there stands elsewhere now
		for _, i := range gone {
			if have[i] == w {
				return d.Set(table, key, whole)
			}
		}
	}
	out, last := d.Src, list[len(list)-1]
	switch news := strings.Join(written[n:], ", "); {
	case news == "":
	case len(gone) > 0 && gone[len(gone)-1] == len(list)-1: // in the place of the last one
		out = splice(out, last.Start, last.End, news)
		gone = gone[:len(gone)-1]
	default:
		out = splice(out, last.End, last.End, ", "+news)
	}
	list, gone = joined(d.Src, list, gone)
	for i := len(gone) - 1; i >= 0; i-- {
		cut := d.elementOf(list, gone[i])
		out = splice(out, cut.Start, cut.End, "")
	}
	var wanted map[string]any
	if _, err := toml.Decode("v="+whole, &wanted); err != nil {
		return nil, err
	}
	return d.accept(out, "changing "+Join(table, key), func(before map[string]any) bool {
		return put(before, table, key, wanted["v"])
	})
}

// joined takes elements that are taken out, and stand beside each other on a line, as one.
func joined(src []byte, list []Span, gone []int) (out []Span, at []int) {
	for i, e := range list {
		n := len(out) - 1
		switch {
		case !slices.Contains(gone, i):
			out = append(out, e)
		case slices.Contains(gone, i-1) && !bytes.ContainsRune(src[list[i-1].End:e.Start], '\n'):
			out[n].End = e.End
		default:
			out, at = append(out, e), append(at, n+1)
		}
	}
	return out, at
}

func quoted(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = Quote(s)
	}
	return out
}

// elementOf is what is taken out of an array with one of its elements: the comma, and its
// line where nothing else stands there. Comments stay.
func (d *Document) elementOf(list []Span, i int) Span {
	cut := list[i]
	for at := cut.End; strings.IndexByte(" \t,", d.Src[at]) >= 0; at++ {
		cut.End = at + 1
		if d.Src[at] == ',' {
			break
		}
	}
	if i == len(list)-1 && i > 0 && !bytes.ContainsRune(d.Src[list[i-1].End:cut.Start], '\n') {
		return Span{list[i-1].End, list[i].End}
	}
	start, stop := cut.Start, cut.End
	for d.Src[start-1] == ' ' || d.Src[start-1] == '\t' {
		start--
	}
	for d.Src[stop] == ' ' || d.Src[stop] == '\t' || d.Src[stop] == '\r' {
		stop++
	}
	switch {
	case d.Src[start-1] == '\n' && d.Src[stop] == '\n':
		return Span{start, stop + 1}
	case i+1 < len(list) && !bytes.ContainsRune(d.Src[cut.End:list[i+1].Start], '\n'):
		return Span{cut.Start, list[i+1].Start}
	}
	return cut
}

// lineOf is the line of a key and its value, or, before a comment, what of it is theirs.
func (d *Document) lineOf(e Entry) Span {
	start, end := e.Key.Start, e.Value.End
	for start > d.Front.Start && d.Src[start-1] != '\n' {
		start--
	}
	for end < d.Front.End && strings.IndexByte(" \t\r", d.Src[end]) >= 0 {
		end++
	}
	if end < d.Front.End && d.Src[end] == '\n' {
		return Span{start, end + 1}
	}
	for d.Src[start] == ' ' || d.Src[start] == '\t' {
		start++
	}
	return Span{start, end}
}

// elements are the spans of what stands in the brackets or braces that open at a byte, and
// where they close.
func elements(src []byte, open int) (list []Span, end int) {
	at, depth := open+1, 0
	var element Span // since the last comma; where nothing stands, none
	part := func(end int) {
		if element.Start == 0 {
			element.Start = at
		}
		element.End = end
	}
	done := func() {
		if element != (Span{}) {
			list = append(list, element)
		}
		element = Span{}
	}
	for at < len(src) {
		next := at + 1
		switch c := src[at]; c {
		case '"', '\'':
			next = skipString(src, at) + 1
			part(next)
		case '#':
			_, next = line(src, at)
		case '[', '{':
			depth++
			part(next)
		case ']', '}':
			if depth == 0 {
				done()
				return list, at
			}
			depth--
			part(next)
		case ',':
			if depth == 0 {
				done()
			}
		case ' ', '\t', '\r', '\n':
		default:
			part(next)
		}
		at = next
	}
	return list, at
}

// without is what is taken out of an inline table with the key that begins at a byte: a
// comma goes with it.
func without(list []Span, at int) Span {
	for i, e := range list {
		switch {
		case at < e.Start || at >= e.End:
		case i+1 < len(list):
			return Span{e.Start, list[i+1].Start}
		case i > 0:
			return Span{list[i-1].End, e.End}
		default:
			return e
		}
	}
	return Span{}
}
