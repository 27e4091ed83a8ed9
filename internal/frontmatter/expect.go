package frontmatter

import (
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
)

// Shape is what a table may hold.
type Shape struct {
	Keys []string          // all of them, sorted
	Also map[string]string // other words that people use for a key
	// Hint says where a key belongs that is not of this table, "" if nowhere.
	Hint func(key string) string
}

// Expect reports every key that the table does not hold, at once, and names all
// that it does. A key that is plainly a slip of one that is missing is read in its
// place, so that nothing is said to be missing.
func (t *Table) Expect(s Shape) {
	t.told = true
	for _, key := range t.inOrder() {
		if slices.Contains(s.Keys, key) {
			continue
		}
		advice, instead := "", ""
		if s.Hint != nil && s.sure(key) == "" {
			advice = s.Hint(key)
		}
		if advice == "" {
			if meant := s.Meant(key); meant != "" {
				advice = "did you mean " + meant + "?"
				if !t.Has(meant) {
					instead = meant
				}
				if _, several := t.m[key].([]map[string]any); several && t.Has(meant) {
					t.Further(key, meant)
				} else if !t.Has(meant) {
					t.doc.alias[Join(t.path, meant)] = found{Join(t.path, key), t.m[key]}
				}
			}
		}
		t.unknown(key, instead, advice, s.Keys)
	}
}

// Meant is the key that somebody meant who wrote another, "" if that is not plain.
func (s Shape) Meant(key string) string {
	if meant := s.sure(key); meant != "" {
		return meant
	}
	return diagnostic.Nearest(strings.ToLower(key), s.Keys)
}

// sure is the key that another word stands for, or another way of writing it.
func (s Shape) sure(key string) string {
	folded := fold(key)
	if meant := s.Also[folded]; meant != "" {
		return meant
	}
	for _, k := range s.Keys {
		if fold(k) == folded {
			return k
		}
	}
	return ""
}

func fold(key string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" _-", r) {
			return -1
		}
		return r
	}, strings.ToLower(key))
}

// inOrder are the table's keys as they follow one another in the file.
func (t *Table) inOrder() []string {
	keys := t.Keys()
	at := func(key string) int { return t.doc.entries[Join(t.path, key)].Key.Start }
	slices.SortStableFunc(keys, func(a, b string) int { return at(a) - at(b) })
	return keys
}

// Lend lets another table read a key of this one as its own, where it stands in
// the wrong place. It tells whether that table lacked it.
func (t *Table) Lend(key string, to *Table, as string) bool {
	v, ok := t.m[key]
	if !ok || to.Has(as) {
		return false
	}
	t.doc.alias[Join(to.path, as)] = found{Join(t.path, key), v}
	return true
}

// Before tells whether a key of the table stands above another table.
func (t *Table) Before(key string, other *Table) bool {
	a, b := t.doc.entries[Join(t.path, key)], t.doc.entries[other.path]
	return a.Key.Start < b.Key.Start
}

// Further lets the tables under a key be read as further ones under another.
func (t *Table) Further(key, as string) {
	path := Join(t.path, as)
	t.doc.also[path] = append(t.doc.also[path], key)
}

func (t *Table) further(key string) []*Table {
	var out []*Table
	for _, other := range t.doc.also[Join(t.path, key)] {
		list, _ := t.m[other].([]map[string]any)
		for i, m := range list {
			out = append(out, t.doc.table(Index(Join(t.path, other), i), m))
		}
	}
	return out
}

// inOrder sorts tables as they stand in the file.
func (d *Document) inOrder(list []*Table) []*Table {
	slices.SortStableFunc(list, func(a, b *Table) int { return d.entries[a.path].Key.Start - d.entries[b.path].Key.Start })
	return list
}

// Peek are the tables under a key, whether they are written as one or as several.
// Nothing is reported.
func (t *Table) Peek(key string) []*Table {
	path := t.place(key)
	v := t.m[key]
	if a, ok := t.doc.alias[Join(t.path, key)]; ok {
		v = a.value
	}
	out := t.further(key)
	switch v := v.(type) {
	case map[string]any:
		out = append(out, t.doc.table(path, v))
	case []map[string]any:
		for i, m := range v {
			out = append(out, t.doc.table(Index(path, i), m))
		}
	}
	return t.doc.inOrder(out)
}
