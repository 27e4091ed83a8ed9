package frontmatter

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// Set returns the file with one key of one table set to a value written in TOML,
// every other byte as it was. The key is replaced where it stands; a new one is
// added after the last key of its table, in the way in which that is written. table is
// "" for the top, or a path as Lookup takes it, whose table must exist.
//
// The edit is checked before it is returned: the new file must decode to what the
// old one decoded to, with that one change.
func (d *Document) Set(table, key, value string) ([]byte, error) {
	var wanted map[string]any
	if _, err := toml.Decode("v="+value, &wanted); err != nil || len(wanted) != 1 || strings.Contains(value, "\n") &&
		!strings.Contains(value, `"""`) {
		return nil, fmt.Errorf("%q is no TOML value", value)
	}
	value = d.ends(value)
	path := Join(table, key)
	var out []byte
	if e, ok := d.entries[path]; ok {
		if !e.written() {
			return nil, fmt.Errorf("%s is a table and cannot be set to a value", path)
		}
		out = splice(d.Src, e.Value.Start, e.Value.End, value)
	} else {
		at, line, ok := d.place(table, keyName(key)+" = "+value)
		if !ok {
			return nil, fmt.Errorf("there is no table %s", table)
		}
		out = splice(d.Src, at, at, line)
	}
	return d.accept(out, "setting "+path, func(before map[string]any) bool {
		return put(before, table, key, wanted["v"])
	})
}

// put sets a key of a table in a decoded file, if the table is there.
func put(tree map[string]any, table, key string, value any) bool {
	target := walk(tree, table)
	if target != nil {
		target[key] = value
	}
	return target != nil
}

// place is where a further key of a table goes, and how it is written there: in a line of
// its own, within { }, or as its neighbours are that are written with a dot.
func (d *Document) place(table, pair string) (at int, text string, ok bool) {
	if at, ok := d.tableEnd(table); ok {
		return at, d.insertion(at, pair), true
	}
	e, there := d.entries[table]
	if !there {
		return
	}
	if e.written() && d.Src[e.Value.Start] == '{' {
		list, end := elements(d.Src, e.Value.Start)
		if len(list) == 0 {
			return end, pair, true
		}
		return list[len(list)-1].End, ", " + pair, true
	}
	if !isBare(table) {
		return
	}
	for path, e := range d.entries {
		if strings.HasPrefix(path, table+".") {
			at = max(at, e.Value.End)
		}
	}
	at = d.lineEnd(at)
	return at, d.insertion(at, table+"."+pair), at > d.Front.Start
}

// keyName is a key as it is written.
func keyName(key string) string {
	if isBare(key) {
		return key
	}
	return strconv.Quote(key)
}

// ends gives a text of several lines the line ends of the file.
func (d *Document) ends(text string) string {
	if first, _, _ := bytes.Cut(d.Src, []byte("\n")); bytes.HasSuffix(first, []byte("\r")) {
		return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	return text
}

func splice(src []byte, from, to int, with string) []byte {
	return bytes.Join([][]byte{src[:from], []byte(with), src[to:]}, nil)
}

// tableEnd is where a further key of a table can be written: behind its last key
// or header.
func (d *Document) tableEnd(path string) (int, bool) {
	for i := len(d.tables) - 1; i >= 0; i-- {
		if t := d.tables[i]; t.path == path {
			return d.lineEnd(d.Front.Start + t.end), true
		}
	}
	return 0, false
}

// lineEnd moves behind what follows on the same line, a comment for instance.
func (d *Document) lineEnd(at int) int {
	if at == d.Front.Start {
		return at
	}
	for at < d.Front.End && d.Src[at] != '\n' {
		at++
	}
	return at
}

// insertion is a line to be put in at a place, with the newline it needs in the
// style of the file.
func (d *Document) insertion(at int, line string) string {
	if at == d.Front.Start {
		return line + d.ends("\n")
	}
	if d.Src[at-1] == '\r' {
		return "\n" + line + "\r"
	}
	return d.ends("\n") + line
}

// walk finds the table at a path of bare keys and indices.
func walk(tree map[string]any, path string) map[string]any {
	if path == "" {
		return tree
	}
	for _, part := range strings.Split(path, ".") {
		name, index, indexed := strings.Cut(part, "[")
		switch v := tree[name].(type) {
		case map[string]any:
			if indexed {
				return nil
			}
			tree = v
		case []map[string]any:
			i, ok := within(index, len(v))
			if !ok {
				return nil
			}
			tree = v[i]
		case []any: // written in brackets
			i, ok := within(index, len(v))
			if !ok {
				return nil
			}
			if tree, ok = v[i].(map[string]any); !ok {
				return nil
			}
		default:
			return nil
		}
	}
	return tree
}

// within is the place in a list so long that "2]" names, if it has one there.
func within(index string, length int) (int, bool) {
	i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
	return i, err == nil && i >= 0 && i < length
}
