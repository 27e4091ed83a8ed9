package contacts

import (
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"

	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/sheet"
	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
)

// SegmentsFile is the name of the file in contacts/ that holds the segments.
const SegmentsFile = "segments.toml"

// Read merges press lists, in the order of their names, and reads the segments.
// The Book is usable even if there are errors: rows that are wrong are not in it.
func Read(files []File) (*Book, diagnostic.List) {
	r := &bookReader{
		book: &Book{
			lists: make(map[string][]*Journalist), segments: make(map[string]*Segment), columns: make(map[string]bool),
			faults: make(map[diagnostic.Position]fault),
		},
		byKey: make(map[string]*Journalist),
	}
	files = slices.Clone(files)
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	var segments *File
	for i, f := range files {
		base := path.Base(f.Name)
		if base == SegmentsFile {
			segments = &files[i]
			continue
		}
		r.list(f, strings.TrimSuffix(base, path.Ext(base)))
	}
	if segments != nil {
		r.segments(*segments)
	}
	sort.Strings(r.book.listNames)
	return r.book, r.diags.Sort()
}

type bookReader struct {
	book  *Book
	byKey map[string]*Journalist
	diags diagnostic.List
	means map[string]heading.Field // of further columns
}

func (r *bookReader) list(f File, name string) {
	at := diagnostic.Position{File: f.Name, Line: 1, Column: 1}
	if len(f.Data) > MaxFileSize {
		r.diags.Errorf(at, "size", "the press list is larger than %d MiB; divide it", MaxFileSize>>20)
		return
	}
	if _, dup := r.book.lists[name]; dup {
		r.diags.Errorf(at, "list-name", "two press lists are called %q; rename one file", name)
		return
	}
	r.book.lists[name] = nil
	r.book.listNames = append(r.book.listNames, name)
	if path.Ext(f.Name) == ".toml" {
		r.toml(f, name)
		return
	}
	r.csv(f, name)
}

// row is one entry as it was written, before it is merged.
type row struct {
	at    diagnostic.Position
	cells []cell
}

type cell struct {
	column, value string
	at            diagnostic.Position
}

func (r *bookReader) csv(f File, name string) {
	top := diagnostic.Position{File: f.Name, Line: 1, Column: 1}
	table, err := sheet.Open(f.Name, f.Data)
	if err != nil {
		r.diags.Errorf(top, "csv", "%v, or: pressroom contacts import %s", err, f.Name)
		return
	}
	if word, meant := table.Odd(); word != "" {
		r.diags.Warnf(top, "letters", "%s", Misread(word, meant))
	}
	var columns []string
	for {
		record, err := table.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			at := top
			var e *sheet.Error
			if errors.As(err, &e) {
				at, err = e.At, errors.New(e.What)
			}
			r.diags.Errorf(at, "csv", "%v", err)
			return
		}
		if blank(record) {
			continue
		}
		if columns == nil {
			if columns = r.header(record, table.At); columns == nil {
				return
			}
			continue
		}
		if cells, ok := r.cells(record, columns, table, name); ok {
			r.add(name, row{table.At(0), cells})
		}
	}
	if columns == nil {
		r.diags.Errorf(top, "columns", "the press list is empty; its first line names the columns, email among them")
	}
}

// cells are the fields of a row that say something; false if one of them stands in
// no column.
func (r *bookReader) cells(record, columns []string, table *sheet.Reader, list string) ([]cell, bool) {
	cells := make([]cell, 0, len(record))
	for i, v := range record {
		if v == "" {
			continue
		}
		at := table.At(i)
		switch {
		case i >= len(columns):
			r.diags.Errorf(at, "columns", "the row has %d fields, the heading %d; put quotation marks around a field that holds %q",
				len(record), len(columns), table.Separator())
		case columns[i] == "":
			r.diags.Errorf(at, "columns", "column %d has no name in the first line; name it there", i+1)
		default:
			cells = append(cells, cell{columns[i], v, at})
			continue
		}
		r.book.faults[at] = fault{list: list}
		return nil, false
	}
	return cells, true
}

// lists are the columns that hold several words, and what one of them is.
var lists = map[string]string{"beats": "beat", "tags": "tag"}

func (r *bookReader) toml(f File, name string) {
	doc, diags := frontmatter.Parse(f.Name, f.Data)
	if doc == nil {
		r.diags = append(r.diags, diags...)
		return
	}
	root := doc.Root()
	for _, t := range root.Tables("journalist") {
		e := row{at: t.Here()}
		for _, key := range t.Keys() {
			v, _ := t.Raw(key)
			column := heading.ColumnName(key)
			text, ok := tomlCell(v)
			if !ok || column == "" {
				t.Errorf(key, "type", "%s must be a string, a number, true or false, or a list of strings", key)
				continue
			}
			if !known[column] {
				r.book.columns[column] = true
			}
			e.cells = append(e.cells, cell{column, text, t.ValueAt(key)})
		}
		r.add(name, e)
	}
	root.Done(nil)
	r.diags = append(r.diags, doc.Diagnostics()...)
}

func tomlCell(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v), true
	case bool:
		if v {
			return "yes", true
		}
		return "no", true
	case int64, float64:
		return fmt.Sprint(v), true
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			s, ok := e.(string)
			if !ok {
				return "", false
			}
			parts[i] = s
		}
		return strings.Join(parts, ";"), true
	}
	return "", false
}

// add reads one row and merges it into the book.
func (r *bookReader) add(list string, e row) {
	j := &Journalist{at: e.at, Format: ""}
	ok := true
	var bad []cell
	for _, c := range e.cells {
		if r.hidden(c) {
			ok, bad = false, append(bad, c)
		} else if err := j.set(c.column, c.value); err != nil {
			r.diags.Errorf(c.at, "row", "%v%s", err, instead(c))
			ok, bad = false, append(bad, c)
		}
		r.saysNo(c, e)
		r.oneOfLists(c)
	}
	for _, c := range bad {
		columns := make([]string, len(bad))
		for i := range bad {
			columns[i] = bad[i].column
		}
		r.book.faults[c.at] = fault{j, list, columns}
	}
	if j.Key == "" && ok {
		r.diags.Errorf(e.at, "row", "the row has no email")
		r.book.faults[e.at] = fault{j, list, nil}
		return
	}
	if !ok {
		return
	}
	old := r.byKey[j.Key]
	if old == nil {
		r.byKey[j.Key] = j
		r.book.Journalists = append(r.book.Journalists, j)
		old = j
	} else {
		r.merge(old, j)
	}
	if !slices.Contains(old.Lists, list) {
		old.Lists = append(old.Lists, list)
		r.book.lists[list] = append(r.book.lists[list], old)
	}
}

// oneLine makes line breaks and tabs in a text one space each, with the space around
// them; other control characters, and breaks in what is no text, are errors.
func oneLine(column, value string) (string, error) {
	plain := true
	for i := 0; i < len(value); i++ {
		c := value[i]
		if c >= 0x20 && c != 0x7f {
			continue
		}
		plain = false
		if c != '\t' && (c != '\n' && c != '\r' || !free(column)) {
			return "", fmt.Errorf("%s has a line break or control character in it", column)
		}
	}
	if plain {
		return value, nil
	}
	parts := strings.FieldsFunc(value, func(c rune) bool { return c == '\n' || c == '\r' || c == '\t' })
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " "), nil
}

// free tells whether a column holds text that people write as they like.
func free(column string) bool {
	switch column {
	case "name", "outlet", "region", "source", "basis", "added":
		return true
	}
	return !known[column]
}

// set reads one cell.
func (j *Journalist) set(column, value string) error {
	value, err := oneLine(column, value)
	if err != nil {
		return err
	}
	switch column {
	case "email":
		key, err := ListedKey(value)
		if err != nil {
			return err
		}
		j.Key, j.Email = key, value
	case "name":
		j.Name = value
	case "outlet":
		j.Outlet = value
	case "beats":
		j.Beats = splitList(value)
	case "tags":
		j.Tags = splitList(value)
	case "region":
		j.Region = value
	case "language":
		tag, err := language.Canonical(value)
		if err != nil {
			return err
		}
		j.Language = tag
	case "timezone":
		j.Timezone = value
	case "source":
		j.Source = value
	case "basis":
		j.Basis = value
	case "added":
		j.Added = value
	case "format":
		j.Format = strings.ToLower(value)
		if j.Format != "html" && j.Format != "text" {
			return fmt.Errorf("format is html or text, not %q", diagnostic.Word(value))
		}
	case "embargo":
		v, err := yesNo(column, value)
		j.Embargo, j.NoEmbargo = v, !v
		return err
	case "attachments":
		v, err := yesNo(column, value)
		j.Attachments = &v
		return err
	case "priority":
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || v != v || v > 1e9 || v < -1e9 {
			return fmt.Errorf("priority is a number, not %q", diagnostic.Word(value))
		}
		j.Priority = v
	default:
		if j.Extra == nil {
			j.Extra = make(map[string]string)
		}
		j.Extra[column] = value
	}
	return nil
}

func yesNo(column, value string) (bool, error) {
	switch strings.ToLower(value) {
	case "yes", "y", "true", "1":
		return true, nil
	case "no", "n", "false", "0":
		return false, nil
	}
	return false, fmt.Errorf("%s is yes or no, not %q", column, diagnostic.Word(value))
}

// has tells whether a word is in a list, whatever its letters' case.
func has(list []string, word string) bool {
	for _, w := range list {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func splitList(value string) []string {
	var out []string
	for _, v := range strings.FieldsFunc(value, func(c rune) bool { return c == ';' || c == '；' || c == '؛' }) {
		if v = strings.TrimSpace(v); v != "" && !has(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// merge adds what another row says of the same address: beats and tags are
// united, embargo is yes only where no row says no, else the first value holds
// and a difference is a warning.
func (r *bookReader) merge(into, j *Journalist) {
	for _, b := range j.Beats {
		if !has(into.Beats, b) {
			into.Beats = append(into.Beats, b)
		}
	}
	for _, t := range j.Tags {
		if !has(into.Tags, t) {
			into.Tags = append(into.Tags, t)
		}
	}
	if into.Embargo && j.NoEmbargo || into.NoEmbargo && j.Embargo {
		r.differs(into, j, "embargo", "no")
	}
	into.NoEmbargo = into.NoEmbargo || j.NoEmbargo
	into.Embargo = !into.NoEmbargo && (into.Embargo || j.Embargo)
	fields := []struct {
		name     string
		old, new *string
	}{
		{"name", &into.Name, &j.Name},
		{"outlet", &into.Outlet, &j.Outlet},
		{"region", &into.Region, &j.Region},
		{"language", &into.Language, &j.Language},
		{"timezone", &into.Timezone, &j.Timezone},
		{"format", &into.Format, &j.Format},
		{"source", &into.Source, &j.Source},
		{"basis", &into.Basis, &j.Basis},
		{"added", &into.Added, &j.Added},
	}
	for _, f := range fields {
		switch {
		case *f.new == "" || *f.new == *f.old:
		case *f.old == "":
			*f.old = *f.new
		case f.name != "source" && f.name != "basis" && f.name != "added":
			r.differs(into, j, f.name, *f.old)
		}
	}
	if j.Attachments != nil {
		if into.Attachments != nil && *into.Attachments != *j.Attachments {
			r.differs(into, j, "attachments", map[bool]string{true: "yes", false: "no"}[*into.Attachments])
		} else {
			into.Attachments = j.Attachments
		}
	}
	if into.Priority == 0 {
		into.Priority = j.Priority
	} else if j.Priority != 0 && j.Priority != into.Priority {
		r.differs(into, j, "priority", fmt.Sprint(into.Priority))
	}
	for k, v := range j.Extra {
		if into.Extra == nil {
			into.Extra = make(map[string]string)
		}
		if old, ok := into.Extra[k]; ok && old != v {
			r.differs(into, j, k, old)
		} else {
			into.Extra[k] = v
		}
	}
}

func (r *bookReader) differs(into, j *Journalist, column, kept string) {
	r.book.faults[j.at] = fault{row: j}
	r.diags.Warnf(j.at, "merge", "%s differs for %s from %s:%d; %q is used", column, j.Email, into.at.File, into.at.Line,
		diagnostic.Word(kept))
}
