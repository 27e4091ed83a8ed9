package frontmatter

import (
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
	told bool // unknown keys have been reported
}

// Root is the top table.
func (d *Document) Root() *Table { return d.table("", d.tree) }

func (d *Document) table(path string, m map[string]any) *Table {
	return &Table{doc: d, path: path, m: m, used: make(map[string]bool)}
}

// Path is where the table stands, as Document.Lookup takes it.
func (t *Table) Path() string { return t.path }

// Has tells whether the key is there.
func (t *Table) Has(key string) bool {
	_, elsewhere := t.doc.alias[Join(t.path, key)]
	_, ok := t.m[key]
	return ok || elsewhere
}

// place is the path at which a key stands: under its own name as a rule.
func (t *Table) place(key string) string {
	path := Join(t.path, key)
	if a, ok := t.doc.alias[path]; ok {
		return a.path
	}
	return path
}

// At is the position of a key, or of the table if there is no such key.
func (t *Table) At(key string) diagnostic.Position {
	if e, ok := t.doc.Lookup(t.place(key)); ok {
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
	if e, ok := t.doc.Lookup(t.place(key)); ok && e.written() {
		return t.doc.At(e.Value.Start)
	}
	return t.At(key)
}

// InString is the position of byte offset of a string value.
func (t *Table) InString(key string, offset int) diagnostic.Position {
	return t.doc.At(t.doc.InString(t.place(key), offset))
}

// ElementAt is the position of an array's element.
func (t *Table) ElementAt(key string, i int) diagnostic.Position {
	if e, ok := t.doc.Lookup(Index(t.place(key), i)); ok {
		return t.doc.At(e.Key.Start)
	}
	return t.ValueAt(key)
}

// Errorf reports an error at a key. One error about a key is enough: what follows
// from it is not said.
func (t *Table) Errorf(key, rule, format string, args ...any) {
	t.errorAt(t.ValueAt(key), key, rule, format, args...)
}

// ErrorWithin reports an error at a byte of a key's value as Written gives it.
func (t *Table) ErrorWithin(key string, offset int, rule, format string, args ...any) {
	t.errorAt(t.Within(key, offset), key, rule, format, args...)
}

func (t *Table) errorAt(at diagnostic.Position, key, rule, format string, args ...any) {
	if t.Faulty(key) {
		return
	}
	t.doc.bad[t.place(key)] = true
	t.doc.diags.Errorf(at, rule, format, args...)
}

// Faulty tells whether an error about a key has been reported.
func (t *Table) Faulty(key string) bool { return t.doc.bad[t.place(key)] }

func (t *Table) take(key string) (any, bool) {
	t.used[key] = true
	if a, ok := t.doc.alias[Join(t.path, key)]; ok {
		return a.value, true
	}
	v, ok := t.m[key]
	return v, ok
}

func (t *Table) wrong(key, want string, v any) {
	t.Errorf(key, "type", "%s must be %s, not %s%s", key, want, describe(v), t.instead(key, want, v))
}

// instead is what to write for a value of another kind, "" if that is not plain.
func (t *Table) instead(key, want string, v any) string {
	written := t.Written(key)
	if written == "" || len(written) > 100 || strings.Contains(written, "\n") {
		return ""
	}
	switch v := v.(type) {
	case int64, float64, bool, time.Time:
		if want == wantString {
			return "; write " + Quote(written)
		}
	case string:
		switch {
		case want == wantStrings:
			return "; write " + listOf(strings.Split(v, ","))
		case want == wantTime:
			return timeAdvice(v)
		case want == wantBool && (strings.EqualFold(v, "true") || strings.EqualFold(v, "false")):
			return ": write it without quotation marks"
		}
	}
	return ""
}

// Written is a key's value as it stands in the file, with its quotation marks; ""
// if there is none.
func (t *Table) Written(key string) string {
	e, _ := t.doc.Lookup(t.place(key))
	return string(t.doc.Src[e.Value.Start:e.Value.End])
}

// Within is the position of a byte of a key's value as Written gives it.
func (t *Table) Within(key string, offset int) diagnostic.Position {
	if e, ok := t.doc.Lookup(t.place(key)); ok {
		return t.doc.At(min(e.Value.Start+offset, e.Value.End))
	}
	return t.At(key)
}

// What getters want, as it is said.
const (
	wantString  = "a string in quotation marks"
	wantStrings = `a list of strings, as in ["a", "b"]`
	wantBool    = "true or false"
	wantTime    = "a date or time without quotation marks, as in 2026-07-26T09:00:00"
)

func describe(v any) string {
	switch v.(type) {
	case string:
		return "a string"
	case bool:
		return "true or false"
	case int64:
		return "a number"
	case float64:
		return "a decimal number"
	case time.Time:
		return "a date or time"
	case []any, []map[string]any:
		return "a list"
	}
	return "a table"
}

// String is a string value, "" if absent.
func (t *Table) String(key string) string {
	v, ok := t.take(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, wantString, v)
	}
	return s
}

// Line is a string that stands on one line, with outer space cut and tabs as
// spaces: what goes into mail headers and titles. A line break or control
// character is an error.
func (t *Table) Line(key string) string {
	s := strings.ReplaceAll(t.String(key), "\t", " ")
	for i, r := range s {
		if r < 0x20 || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 {
			t.errorAt(t.InString(key, i), key, "line-break",
				"%s must stand on one line; there is a line break or control character (U+%04X) in it", key, r)
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
		t.wrong(key, wantBool, v)
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
		t.wrong(key, wantStrings, v)
		return nil
	}
	var out []string
	for i, e := range list {
		s, ok := e.(string)
		if !ok {
			t.errorAt(t.ElementAt(key, i), key, "type", "%s must hold strings, not %s", key, describe(e))
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
		t.wrong(key, wantTime, raw)
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
	switch m := v.(type) {
	case map[string]any:
		return t.doc.table(t.place(key), m)
	case []map[string]any: // one bracket too many; with several of them, all but the first are told
		at := t.place(key)
		for i := range m {
			if i > 0 || !t.doc.bad[Index(at, i)] {
				t.doc.diags.Errorf(t.doc.tableAt(Index(at, i)), "type", "%s stands once, so it takes one bracket; write [%s]", key, Join(t.path, key))
			}
		}
		return t.doc.table(Index(at, 0), m[0])
	}
	t.wrong(key, "a table, written ["+Join(t.path, key)+"]", v)
	return nil
}

func (d *Document) tableAt(path string) diagnostic.Position {
	e := d.entries[path]
	return d.At(e.Key.Start)
}

// Tables is an array of tables under key.
func (t *Table) Tables(key string) []*Table {
	v, ok := t.take(key)
	if !ok {
		return t.further(key)
	}
	path := t.place(key)
	out := t.further(key)
	switch list := v.(type) {
	case map[string]any:
		if written := t.Written(key); written == "" {
			t.Errorf(key, "table", "%s", Several(Join(t.path, key)))
			return []*Table{t.doc.table(path, list)}
		}
		t.wrong(key, "an array of tables, written [["+Join(t.path, key)+"]]", v)
	case []map[string]any:
		for i, m := range list {
			out = append(out, t.doc.table(Index(path, i), m))
		}
	case []any:
		for i, e := range list {
			m, ok := e.(map[string]any)
			if !ok {
				t.wrong(key, "an array of tables, written [["+Join(t.path, key)+"]]", v)
				return nil
			}
			out = append(out, t.doc.table(Index(path, i), m))
		}
	default:
		t.wrong(key, "an array of tables, written [["+Join(t.path, key)+"]]", v)
	}
	return t.doc.inOrder(out)
}

// Done reports every key that no getter has asked for, unless Expect has. hint may
// name a better place for a key ("" for none); without one the nearest known key
// is named.
func (t *Table) Done(hint func(key string) string) {
	if t.told {
		return
	}
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
			}
		}
		t.unknown(key, "", advice, known)
	}
}

func (t *Table) unknown(key, meant, advice string, known []string) {
	if advice == "" {
		advice = "known here: " + strings.Join(known, ", ")
	}
	t.doc.diags.Errorf(t.At(key), "unknown-key", "unknown key %s; %s", key, advice)
	if meant != "" {
		t.doc.diags.Write(diagnostic.Instead{Old: key, New: meant})
	}
}

// Report is the list that findings about this table's document go to.
func (t *Table) Report() *diagnostic.List { return t.doc.diags }
