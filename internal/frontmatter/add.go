package frontmatter

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"pressroom/internal/pattern"
)

// Append returns the file with one more table at the end of an array of tables,
// written behind all other keys, every other byte as it was. name is a bare key;
// keys is TOML: the keys of the table and, below them, its own tables, as in
// [quote.signoff].
//
// As with Set, the new file must decode to what the old one decoded to and that
// table, or an error is returned.
func (d *Document) Append(name, keys string) ([]byte, error) {
	block := "[[" + name + "]]\n" + strings.TrimRight(keys, "\n") + "\n"
	var added map[string]any
	if _, err := toml.Decode(block, &added); err != nil {
		return nil, fmt.Errorf("%s is no table in TOML: %w", name, err)
	}
	list, _ := added[name].([]map[string]any)
	if len(list) != 1 || len(added) != 1 || !isBare(name) {
		return nil, fmt.Errorf("%s is no single table", name)
	}
	out := d.insertTables(d.Front.End, block)
	return d.accept(out, "adding a [["+name+"]]", func(before map[string]any) bool {
		have, _ := before[name].([]map[string]any)
		before[name] = append(have, list[0])
		return true
	})
}

// AppendTable returns the file with a new table written behind all other keys: on top
// level, or by a path such as segment.local in another, which need not be there. See
// Append.
func (d *Document) AppendTable(name, keys string) ([]byte, error) {
	var added map[string]any
	path := strings.Split(name, ".")
	if slices.ContainsFunc(path, func(key string) bool { return !isBare(key) }) {
		return nil, fmt.Errorf("%s is no table in TOML: names have letters, figures, - and _, with stops between", name)
	}
	if _, err := toml.Decode(keys, &added); err != nil {
		return nil, fmt.Errorf("%s is no table in TOML: %w", name, err)
	}
	out := d.insertTables(d.Front.End, "["+name+"]\n"+strings.TrimRight(keys, "\n")+"\n")
	return d.accept(out, "adding ["+name+"]", func(target map[string]any) bool {
		last := len(path) - 1
		for _, key := range path[:last] {
			inner, ok := target[key].(map[string]any)
			if !ok {
				inner = make(map[string]any)
				target[key] = inner
			}
			target = inner
		}
		_, there := target[path[last]]
		target[path[last]] = added
		return !there
	})
}

// AddTable returns the file with a table put into another, behind that one's own
// keys, every other byte as it was. parent is a path as Lookup takes it, as in
// quote[2]; name is a bare key that it has not yet; keys is TOML. See Append.
func (d *Document) AddTable(parent, name, keys string) ([]byte, error) {
	at, ok := d.tableEnd(parent)
	if !ok || parent == "" {
		return nil, fmt.Errorf("there is no table %s", parent)
	}
	var added map[string]any
	if _, err := toml.Decode(keys, &added); err != nil {
		return nil, fmt.Errorf("%s is no table in TOML: %w", name, err)
	}
	if added == nil {
		added = make(map[string]any)
	}
	header := places.ReplaceAllString(parent, "") // [quote.signoff] belongs to the last [[quote]]
	if !isBare(header) || !isBare(name) {
		return nil, fmt.Errorf("a table cannot be put into %s; edit it by hand", parent)
	}
	if at < d.Front.End { // behind the newline
		at++
	}
	block := "[" + header + "." + name + "]\n" + strings.TrimRight(keys, "\n") + "\n"
	out := d.insertLines(at, block)
	return d.accept(out, "adding ["+header+"."+name+"]", func(before map[string]any) bool {
		return put(before, parent, name, added)
	})
}

// places are those in arrays of tables that a path names.
var places = pattern.New(`\[\d+\]`)

// accept returns the edited file if it decodes to the old one with a change, and
// the body is what it was.
func (d *Document) accept(out []byte, what string, change func(before map[string]any) bool) ([]byte, error) {
	var after *Document
	if d.Front.Start == 0 { // no fence stands above it
		after, _ = Parse(d.Name, out)
	} else {
		after, _ = Split(d.Name, out)
	}
	if after == nil {
		return nil, fmt.Errorf("%s would break the file; edit it by hand", what)
	}
	var before map[string]any
	if _, err := toml.Decode(string(d.Src[d.Front.Start:d.Front.End]), &before); err != nil {
		return nil, err
	}
	if before == nil {
		before = make(map[string]any)
	}
	got := after.tree
	if got == nil {
		got = make(map[string]any)
	}
	if !change(before) || !reflect.DeepEqual(sameNewlines(before), sameNewlines(got)) || !bytes.Equal(d.Src[d.Body.Start:d.Body.End],
		out[after.Body.Start:after.Body.End]) {
		return nil, fmt.Errorf("%s would change more than that; edit the file by hand", what)
	}
	return out, nil
}

// sameNewlines is a decoded file with the line ends of its strings as LF: what is
// added takes the line ends of the file.
func sameNewlines(v any) any {
	switch v := v.(type) {
	case string:
		return strings.ReplaceAll(v, "\r\n", "\n")
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, e := range v {
			out[k] = sameNewlines(e)
		}
		return out
	case []map[string]any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = sameNewlines(e)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = sameNewlines(e)
		}
		return out
	}
	return v
}

// insertTables puts tables in at a place where a line begins, an empty line above.
func (d *Document) insertTables(at int, block string) []byte {
	before := d.Src[d.Front.Start:at]
	if !bytes.HasSuffix(before, []byte("\n\n")) && !bytes.HasSuffix(before, []byte("\n\r\n")) &&
		len(bytes.TrimSpace(before)) != 0 {
		block = "\n" + block
	}
	return d.insertLines(at, block)
}

// insertLines puts whole lines in, with the file's own line ends.
func (d *Document) insertLines(at int, block string) []byte {
	if at > d.Front.Start && d.Src[at-1] != '\n' {
		block = "\n" + block
	}
	return splice(d.Src, at, at, d.ends(block))
}

// Quote writes a string as TOML: on one line, or between three quotation marks if
// it has several.
func Quote(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	multi := strings.Contains(s, "\n")
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\' || r == '"':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n', r == '\t':
			b.WriteRune(r)
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	if multi {
		return "\"\"\"\n" + b.String() + "\"\"\""
	}
	return `"` + b.String() + `"`
}
