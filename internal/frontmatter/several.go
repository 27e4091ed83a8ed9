package frontmatter

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// Pair is a key with its value, both as they are written in TOML.
type Pair struct{ Key, Value string }

// Add returns the file with one more table at the end of an array of tables, every other
// byte as it was: behind the last one of the array, or behind all other keys, and within
// the brackets where the array is written in them. See Set.
func (d *Document) Add(name string, pairs []Pair) ([]byte, error) {
	var lines, inside []string
	for _, p := range pairs {
		lines = append(lines, keyName(p.Key)+" = "+p.Value)
		inside = append(inside, keyName(p.Key)+" = "+d.ends(p.Value))
	}
	keys := strings.Join(lines, "\n")
	var added map[string]any
	if _, err := toml.Decode(keys, &added); err != nil {
		return nil, fmt.Errorf("%s is no table in TOML: %w", name, err)
	}
	e := d.entries[name]
	var out []byte
	switch blocks := d.blocks(name); {
	case e.written() && d.Src[e.Value.Start] == '[':
		out = d.addElement(e.Value.Start, "{ "+strings.Join(inside, ", ")+" }")
	case len(blocks) == 0:
		return d.Append(name, keys)
	default:
		last := blocks[len(blocks)-1]
		at := last.parts[len(last.parts)-1].End
		block := "[[" + name + "]]\n" + keys + "\n"
		if at < d.Front.End && d.Src[at] != '\n' && d.Src[at] != '\r' {
			block += "\n"
		}
		out = d.insertTables(at, block)
	}
	if added == nil {
		added = make(map[string]any)
	}
	return d.accept(out, "adding to "+name, func(before map[string]any) bool {
		list, ok := tablesOf(before[name])
		before[name] = append(list, added)
		return ok
	})
}

// addElement puts an element behind the last of an array.
func (d *Document) addElement(open int, element string) []byte {
	list, end := elements(d.Src, open)
	if len(list) == 0 {
		return splice(d.Src, end, end, element)
	}
	last := list[len(list)-1]
	gap := ", "
	start := last.Start
	for start > open && (d.Src[start-1] == ' ' || d.Src[start-1] == '\t') {
		start--
	}
	if d.Src[start-1] == '\n' { // each stands on a line of its own
		gap = "," + d.ends("\n") + string(d.Src[start:last.Start])
	}
	return splice(d.Src, last.End, last.End, gap+element)
}

// Remove returns the file without one table of an array of tables, every other byte as it
// was. What is said of it in comments that touch it goes with it. See Set.
func (d *Document) Remove(name string, i int) ([]byte, error) {
	out, e := d.Src, d.entries[name]
	if e.written() {
		list, _ := elements(d.Src, e.Value.Start)
		if i < 0 || i >= len(list) {
			return nil, fmt.Errorf("there is no %s", Index(name, i))
		}
		cut := d.elementOf(list, i)
		out = splice(out, cut.Start, cut.End, "")
	} else {
		blocks := d.blocks(name)
		if i < 0 || i >= len(blocks) {
			return nil, fmt.Errorf("there is no %s", Index(name, i))
		}
		parts := blocks[i].parts
		for n := len(parts) - 1; n >= 0; n-- {
			cut := d.withBlank(parts[n])
			out = splice(out, cut.Start, cut.End, "")
		}
	}
	return d.accept(out, "taking out "+Index(name, i), func(before map[string]any) bool {
		list, ok := tablesOf(before[name])
		if !ok || i >= len(list) {
			return false
		}
		before[name] = append(list[:i:i], list[i+1:]...)
		if len(list) == 1 && !e.written() {
			delete(before, name)
		}
		return true
	})
}

// ApartError says that a table's own tables do not stand behind it.
type ApartError struct{ Name string }

func (e *ApartError) Error() string {
	return "the parts of " + e.Name + " stand apart in the file; bring them together there first"
}

// Swap returns the file in which one table of an array of tables and the next have changed
// places, each with the comments that touch it, every other byte as it was. See Set.
func (d *Document) Swap(name string, i int) ([]byte, error) {
	var a, b Span
	if e := d.entries[name]; e.written() {
		list, _ := elements(d.Src, e.Value.Start)
		if i < 0 || i+1 >= len(list) {
			return nil, fmt.Errorf("there is no %s", Index(name, i+1))
		}
		a, b = list[i], list[i+1]
	} else {
		blocks := d.blocks(name)
		if i < 0 || i+1 >= len(blocks) {
			return nil, fmt.Errorf("there is no %s", Index(name, i+1))
		}
		for n := i; n <= i+1; n++ {
			if len(blocks[n].parts) > 1 {
				return nil, &ApartError{Index(name, n)}
			}
		}
		a, b = blocks[i].parts[0], blocks[i+1].parts[0]
	}
	out := bytes.Join([][]byte{
		d.Src[:a.Start], d.Src[b.Start:b.End], d.Src[a.End:b.Start], d.Src[a.Start:a.End], d.Src[b.End:],
	}, nil)
	return d.accept(out, "moving "+Index(name, i), func(before map[string]any) bool {
		list, ok := tablesOf(before[name])
		if ok {
			list[i], list[i+1] = list[i+1], list[i]
			before[name] = list
		}
		return ok
	})
}

// Len is how many tables an array of tables has.
func (d *Document) Len(name string) int {
	list, _ := tablesOf(d.tree[name])
	return len(list)
}

// tablesOf are the tables of an array, however it is written.
func tablesOf(v any) (out []any, ok bool) {
	switch v := v.(type) {
	case []map[string]any:
		for _, m := range v {
			out = append(out, m)
		}
		return out, true
	case []any:
		return append([]any{}, v...), true
	}
	return nil, false
}

// block is where one table of an array stands with its own tables: in one part, or in
// several where others stand between.
type block struct{ parts []Span }

// blocks are those of an array of tables that is written with [[name]].
func (d *Document) blocks(name string) []block {
	var out []block
	last := -2 // the table that was looked at last and belongs to the block
	for n, t := range d.tables {
		i := len(out) - 1
		switch {
		case t.path == Index(name, len(out)):
			out = append(out, block{})
			i++
		case i < 0 || !strings.HasPrefix(t.path, Index(name, i)):
			continue
		}
		part := d.spanOf(n)
		parts := out[i].parts
		if last == n-1 && len(parts) > 0 {
			parts[len(parts)-1].End = part.End
		} else {
			out[i].parts = append(parts, part)
		}
		last = n
	}
	return out
}

// spanOf is the lines of a table: from the comments that touch its header to its last key,
// and to the comments that touch that and no other table's header.
func (d *Document) spanOf(n int) Span {
	t := d.tables[n]
	start, end := d.Front.Start+t.start, d.lineEnd(d.Front.Start+t.end)
	if end < d.Front.End {
		end++
	}
	for start > d.Front.Start && d.Src[start-1] != '\n' {
		start--
	}
	for start > d.Front.Start {
		above := start - 1
		for above > d.Front.Start && d.Src[above-1] != '\n' {
			above--
		}
		if !isComment(d.Src[above:start]) || n > 0 && above < d.Front.Start+d.tables[n-1].end {
			break
		}
		start = above
	}
	behind := end
	for behind < d.Front.End {
		text, next := line(d.Src, behind)
		if !isComment([]byte(text)) {
			break
		}
		behind = next
	}
	if behind == d.Front.End || strings.TrimSpace(lineAt(d.Src, behind)) == "" {
		end = behind
	}
	return Span{start, end}
}

func isComment(line []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("#")) }

func lineAt(src []byte, at int) string {
	text, _ := line(src, at)
	return text
}

// withBlank is a span of whole lines with the empty ones behind it or, where nothing else
// is behind it, before it.
func (d *Document) withBlank(s Span) Span {
	for s.End < d.Front.End {
		text, next := line(d.Src, s.End)
		if strings.TrimSpace(text) != "" {
			return s
		}
		s.End = next
	}
	for s.Start > d.Front.Start {
		above := s.Start - 1
		for above > d.Front.Start && d.Src[above-1] != '\n' {
			above--
		}
		if strings.TrimSpace(string(d.Src[above:s.Start])) != "" {
			break
		}
		s.Start = above
	}
	return s
}

// Within is what a table holds, at a path as Lookup takes it; nil where there is none. It
// must not be changed.
func (d *Document) Within(path string) map[string]any { return walk(d.tree, path) }
