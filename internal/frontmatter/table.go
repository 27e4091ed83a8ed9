package frontmatter

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"pressroom/internal/diagnostic"
)

// Table walks one table of a Document: each getter takes a key's value in the
// type that is wanted and reports a wrong one at its place, so that a whole file
// is read in one pass. Done reports the keys that nobody asked for.
type Table struct {
	doc  *Document
	path string
	m    map[string]any
	used map[string]bool
}

// Root is the top table.
func (d *Document) Root() *Table { return d.table("", d.tree) }

func (d *Document) table(path string, m map[string]any) *Table {
	return &Table{doc: d, path: path, m: m, used: make(map[string]bool)}
}

// Path is where the table stands, as Document.Lookup takes it.
func (t *Table) Path() string { return t.path }

// Has tells whether the key is there.
func (t *Table) Has(key string) bool { _, ok := t.m[key]; return ok }

// At is the position of a key, or of the table if there is no such key.
func (t *Table) At(key string) diagnostic.Position {
	if e, ok := t.doc.Lookup(Join(t.path, key)); ok {
		return t.doc.At(e.Key.Start)
	}
	return t.Here()
}

// Here is the position of the table.
func (t *Table) Here() diagnostic.Position {
	if e, ok := t.doc.Lookup(t.path); ok {
		return t.doc.At(e.Key.Start)
	}
	return t.doc.At(t.doc.Front.Start)
}

// ValueAt is the position of a key's value.
func (t *Table) ValueAt(key string) diagnostic.Position {
	if e, ok := t.doc.Lookup(Join(t.path, key)); ok && e.Value.End > e.Value.Start {
		return t.doc.At(e.Value.Start)
	}
	return t.At(key)
}

// InString is the position of byte offset of a string value.
func (t *Table) InString(key string, offset int) diagnostic.Position {
	return t.doc.At(t.doc.InString(Join(t.path, key), offset))
}

// ElementAt is the position of an array's element.
func (t *Table) ElementAt(key string, i int) diagnostic.Position {
	if e, ok := t.doc.Lookup(Index(Join(t.path, key), i)); ok {
		return t.doc.At(e.Key.Start)
	}
	return t.ValueAt(key)
}

// Errorf reports an error at a key.
func (t *Table) Errorf(key, rule, format string, args ...any) {
	t.doc.diags.Errorf(t.ValueAt(key), rule, format, args...)
}

func (t *Table) take(key string) (any, bool) {
	t.used[key] = true
	v, ok := t.m[key]
	return v, ok
}

func (t *Table) wrong(key, want string, v any) {
	t.Errorf(key, "type", "%s must be %s, not %s", key, want, describe(v))
}

func describe(v any) string {
	switch v.(type) {
	case string:
		return "a string"
	case bool:
		return "true or false"
	case int64, float64:
		return "a number"
	case time.Time:
		return "a date or time"
	case []any, []map[string]any:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return fmt.Sprintf("%T", v)
}

// String is a string value, "" if absent.
func (t *Table) String(key string) string {
	v, ok := t.take(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, `a string in quotation marks`, v)
	}
	return s
}

// Line is a string that stands on one line, with outer space cut: what goes
// into mail headers and titles. A line break or control character is an error.
func (t *Table) Line(key string) string {
	s := t.String(key)
	for i, r := range s {
		if r < 0x20 || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 {
			t.doc.diags.Errorf(t.InString(key, i), "line-break", "%s must stand on one line; there is a line break or control character (U+%04X) in it", key, r)
			return ""
		}
	}
	return strings.TrimSpace(s)
}

// Bool is a boolean value, def if absent.
func (t *Table) Bool(key string, def bool) bool {
	v, ok := t.take(key)
	if !ok {
		return def
	}
	b, ok := v.(bool)
	if !ok {
		t.wrong(key, "true or false", v)
		return def
	}
	return b
}

// Int is a whole number, def if absent.
func (t *Table) Int(key string, def int) int {
	v, ok := t.take(key)
	if !ok {
		return def
	}
	n, ok := v.(int64)
	if !ok {
		t.wrong(key, "a whole number", v)
		return def
	}
	return int(n)
}

// Strings is a list of strings.
func (t *Table) Strings(key string) []string {
	v, ok := t.take(key)
	if !ok {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.wrong(key, `a list of strings, as in ["a", "b"]`, v)
		return nil
	}
	var out []string
	for i, e := range list {
		s, ok := e.(string)
		if !ok {
			t.doc.diags.Errorf(t.ElementAt(key, i), "type", "%s must hold strings, not %s", key, describe(e))
			continue
		}
		out = append(out, s)
	}
	return out
}

// Time is a TOML date or time as it was decoded, with its position; ok is false
// if the key is absent or holds something else. Callers must not use the
// result's zone before they have looked at its name (see release.Moment).
func (t *Table) Time(key string) (v time.Time, ok bool) {
	raw, there := t.take(key)
	if !there {
		return time.Time{}, false
	}
	v, ok = raw.(time.Time)
	if !ok {
		t.wrong(key, "a date or time without quotation marks, as in 2026-07-26T09:00:00", raw)
	}
	return v, ok
}

// Raw is the value as it was decoded.
func (t *Table) Raw(key string) (any, bool) { return t.take(key) }

// Keys are the names of all keys, sorted.
func (t *Table) Keys() []string {
	keys := make([]string, 0, len(t.m))
	for k := range t.m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Table is a table under key, nil if absent.
func (t *Table) Table(key string) *Table {
	v, ok := t.take(key)
	if !ok {
		return nil
	}
	m, ok := v.(map[string]any)
	if !ok {
		t.wrong(key, "a table, written ["+Join(t.path, key)+"]", v)
		return nil
	}
	return t.doc.table(Join(t.path, key), m)
}

// Tables is an array of tables under key.
func (t *Table) Tables(key string) []*Table {
	v, ok := t.take(key)
	if !ok {
		return nil
	}
	path := Join(t.path, key)
	var out []*Table
	switch list := v.(type) {
	case []map[string]any:
		for i, m := range list {
			out = append(out, t.doc.table(Index(path, i), m))
		}
	case []any:
		for i, e := range list {
			m, ok := e.(map[string]any)
			if !ok {
				t.wrong(key, "an array of tables, written [["+path+"]]", v)
				return nil
			}
			out = append(out, t.doc.table(Index(path, i), m))
		}
	default:
		t.wrong(key, "an array of tables, written [["+path+"]]", v)
	}
	return out
}

// Done reports every key that no getter has asked for. hint may name a better
// place for a key ("" for none); without one the nearest known key is named.
func (t *Table) Done(hint func(key string) string) {
	known := make([]string, 0, len(t.used))
	for k := range t.used {
		known = append(known, k)
	}
	sort.Strings(known)
	for _, key := range t.Keys() {
		if t.used[key] {
			continue
		}
		advice := ""
		if hint != nil {
			advice = hint(key)
		}
		if advice == "" {
			if near := diagnostic.Nearest(key, known); near != "" {
				advice = "did you mean " + near + "?"
			} else {
				advice = "known here: " + strings.Join(known, ", ")
			}
		}
		t.doc.diags.Errorf(t.At(key), "unknown-key", "unknown key %s; %s", key, advice)
	}
}

// Report is the list that findings about this table's document go to.
func (t *Table) Report() *diagnostic.List { return t.doc.diags }
