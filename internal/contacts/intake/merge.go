package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/sheet"
)

// Changes are what Merge did to a list.
type Changes struct {
	Added     []string // addresses that are new on it
	Changed   []string // of which cells are other now
	Cells     int      // that are
	Same      int      // addresses of which nothing is
	Elsewhere []string // addresses on the list that the table does not have; they stay
	Alike     []string // who is new and may be somebody whose address was another, in words
	Off       []string // addresses that were taken off since the last time; they stay off
}

// None tells whether the list is as it was.
func (c *Changes) None() bool { return len(c.Added)+len(c.Changed) == 0 }

// Merge brings what came of a table into a press list in CSV. last is what came of
// it the time before, as Result.CSV wrote it, nil if there was none: what is the
// same in both is not touched, so that what somebody changed in the list meanwhile
// stays. So is what came of other tables in between, as far as somebody stands there who
// was taken off the list. Every byte of the list that is not one of a changed cell stays
// too.
func Merge(list contacts.File, last []byte, r *Result, others ...[]byte) ([]byte, *Changes, error) {
	before, err := open(list)
	if err != nil {
		return nil, nil, err
	}
	was, err := valuesOf(last)
	if err != nil {
		return nil, nil, err
	}
	known := make([]map[string]map[string]string, len(others))
	for i, o := range others {
		if known[i], err = valuesOf(o); err != nil {
			return nil, nil, err
		}
	}
	m := &merge{list: before, was: was, columns: slices.Clone(before.columns), changes: &Changes{}}
	news := make(map[string]Entry, len(r.Entries))
	for _, e := range r.Entries {
		news[e.Key] = e
	}
	want, all := before.values(), slices.Concat(r.Columns, r.Empty)
	left := make(map[string]bool, len(r.Left))
	for _, l := range r.Left {
		left[l.Key] = true
	}
	for _, row := range before.rows {
		e, ok := news[row.key]
		switch {
		case !ok && left[row.key]: // they stand in the file, and are told there
		case !ok && row.key != "":
			m.changes.Elsewhere = append(m.changes.Elsewhere, row.values["email"])
		case ok:
			delete(news, row.key) // a second row of the same address stays as it is
			want[row.key] = m.row(row, e, all)
		}
	}
	var added []Entry
	for _, e := range r.Entries {
		if _, ok := news[e.Key]; !ok {
			continue
		}
		if _, before := was[e.Key]; before || slices.ContainsFunc(known, func(o map[string]map[string]string) bool { return o[e.Key] != nil }) {
			m.changes.Off = append(m.changes.Off, e.Values["email"])
			continue
		}
		added = append(added, e)
		m.changes.Added = append(m.changes.Added, e.Values["email"])
	}
	m.changes.Alike = elsewhereNamed(added, before.rows, m.changes.Elsewhere)
	columns, added := r.asNew(added)
	for _, e := range added {
		want[e.Key] = e.Values
	}
	if len(m.edits)+len(added) == 0 {
		return list.Data, m.changes, nil
	}
	out := m.write(added, columns)
	after, err := open(contacts.File{Name: list.Name, Data: out})
	if err != nil || !same(m.columns, after.values(), want) {
		return nil, nil, fmt.Errorf("%s cannot be changed cell by cell; import into a new list (--list), and compare", list.Name)
	}
	return out, m.changes, nil
}

// elsewhereNamed tells of those who are new on a list and have the name and outlet of somebody who
// stands on it at an address that the file does not have.
func elsewhereNamed(added []Entry, rows []listed, elsewhere []string) (told []string) {
	stays := make(map[string]string)
	for _, row := range rows {
		if row.values["name"] != "" && slices.Contains(elsewhere, row.values["email"]) {
			stays[nameAndOutlet(row.values)] = row.values["email"]
		}
	}
	for _, e := range added {
		if old := stays[nameAndOutlet(e.Values)]; old != "" && e.Values["name"] != "" {
			told = append(told, fmt.Sprintf("%s has the name and outlet of %s, which is not in the file and stays: both are mailed; if it is "+
				"the old address, take its row out of the list", e.Values["email"], old))
		}
	}
	return told
}

// valuesOf are those of a list that is kept for what the next one is held against; none
// of nil.
func valuesOf(kept []byte) (map[string]map[string]string, error) {
	if kept == nil {
		return nil, nil
	}
	old, err := open(contacts.File{Name: "what was imported last", Data: kept})
	if err != nil {
		return nil, err
	}
	return old.values(), nil
}

// listing is a press list with the place of every cell.
type listing struct {
	file      contacts.File
	columns   []string // as rules name them; "" for those without a heading
	headEnd   int      // where the row of headings ends, before its line end
	rows      []listed
	separator rune
	newline   string
}

type listed struct {
	key    string
	values map[string]string
	cells  []span
	end    int  // before the line end
	whole  span // with the line end
	line   int
}

type span struct{ start, end int }

func open(f contacts.File) (*listing, error) {
	table, err := sheet.Open(f.Name, f.Data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	if !table.UTF8() {
		return nil, fmt.Errorf("%s is not in UTF-8; save it as “CSV UTF-8” first", f.Name)
	}
	l := &listing{file: f, separator: table.Separator(), newline: table.Newline()}
	for {
		record, err := table.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(record, func(v string) bool { return v != "" }) {
			continue
		}
		row := listed{values: make(map[string]string), line: table.At(0).Line}
		row.whole.start, row.whole.end = table.Bytes()
		for i := range record {
			start, end := table.Cell(i, len(record))
			row.cells = append(row.cells, span{start, end})
		}
		row.end = row.whole.start + len(bytes.TrimRight(f.Data[row.whole.start:row.whole.end], "\r\n"))
		if l.columns == nil {
			l.headEnd = row.end
			for _, h := range record {
				l.columns = append(l.columns, heading.ColumnName(h))
			}
			continue
		}
		for i, v := range record {
			if i < len(l.columns) && l.columns[i] != "" && v != "" {
				row.values[l.columns[i]] = v
			}
		}
		row.key, _ = contacts.AddressKey(row.values["email"]) // "" for what is none
		l.rows = append(l.rows, row)
	}
	if !slices.Contains(l.columns, "email") {
		return nil, fmt.Errorf("%s: no column is called email", f.Name)
	}
	return l, nil
}

// values are those of each address; of two rows of one address the first's.
func (l *listing) values() map[string]map[string]string {
	out := make(map[string]map[string]string, len(l.rows))
	for _, r := range l.rows {
		if _, twice := out[r.key]; !twice && r.key != "" {
			out[r.key] = r.values
		}
	}
	return out
}

// same tells whether the same addresses say the same in each of the columns.
func same(columns []string, a, b map[string]map[string]string) bool {
	return maps.EqualFunc(a, b, func(a, b map[string]string) bool {
		return !slices.ContainsFunc(columns, func(c string) bool { return a[c] != b[c] })
	})
}

type merge struct {
	list    *listing
	was     map[string]map[string]string
	columns []string
	changes *Changes
	edits   []edit
}

type edit struct {
	at   span
	text string
}

// row changes the cells of a row that are other in the table than the last time,
// and returns what the row says then.
func (m *merge) row(row listed, e Entry, columns []string) map[string]string {
	was, known := m.was[row.key]
	var other []string
	for _, c := range columns {
		v := e.Values[c]
		if c == "email" || v == row.values[c] || known && v == was[c] || !known && v == "" {
			continue
		}
		other = append(other, c)
	}
	if len(other) == 0 {
		m.changes.Same++
		return row.values
	}
	after := maps.Clone(row.values)
	for _, c := range other {
		after[c] = e.Values[c]
	}
	m.put(row, other, e.Values)
	m.changes.Cells += len(other)
	m.changes.Changed = append(m.changes.Changed, row.values["email"])
	return after
}

// put writes values into cells of a row.
func (m *merge) put(row listed, columns []string, values map[string]string) {
	beyond := make(map[int]string) // the cells that the row does not reach to
	for _, c := range columns {
		if i := m.column(c); i < len(row.cells) {
			text := m.list.quote(values[c])
			m.edits = append(m.edits, edit{m.list.place(row.cells[i], text), text})
		} else {
			beyond[i] = m.list.quote(values[c])
		}
	}
	wider := ""
	for i := len(row.cells); len(beyond) > 0; i++ {
		wider += string(m.list.separator) + beyond[i]
		delete(beyond, i)
	}
	if wider != "" {
		m.edits = append(m.edits, edit{span{row.end, row.end}, wider})
	}
}

// column is the index of a column, which is added if the list has none.
func (m *merge) column(name string) int {
	if i := slices.Index(m.columns, name); i >= 0 {
		return i
	}
	m.columns = append(m.columns, name)
	return len(m.columns) - 1
}

// place is where the text of a cell goes: behind a quotation mark no space may stand.
func (l *listing) place(at span, text string) span {
	for strings.HasPrefix(text, `"`) && at.end < len(l.file.Data) {
		if c := l.file.Data[at.end]; c != ' ' && (c != '\t' || l.separator == '\t') {
			break
		}
		at.end++
	}
	return at
}

// quote writes a value as a field of the list.
func (l *listing) quote(v string) string {
	if !strings.ContainsRune(v, l.separator) && !strings.ContainsAny(v, "\"\r\n") {
		return v
	}
	return `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
}

// write is the file with what was put into it, and with rows that are new.
func (m *merge) write(added []Entry, columns []string) []byte {
	for _, e := range added {
		for _, c := range columns {
			if e.Values[c] != "" {
				m.column(c)
			}
		}
	}
	if more := m.columns[len(m.list.columns):]; len(more) > 0 {
		at := span{m.list.headEnd, m.list.headEnd}
		m.edits = append(m.edits, edit{at, string(m.list.separator) + strings.Join(more, string(m.list.separator))})
	}
	slices.SortStableFunc(m.edits, func(a, b edit) int { return a.at.start - b.at.start })
	var out bytes.Buffer
	data, last := m.list.file.Data, 0
	for _, e := range m.edits {
		out.Write(data[last:e.at.start])
		out.WriteString(e.text)
		last = e.at.end
	}
	out.Write(data[last:])
	if len(added) > 0 && !bytes.HasSuffix(out.Bytes(), []byte(m.list.newline)) {
		out.WriteString(m.list.newline)
	}
	for _, e := range added {
		fields := e.row(m.columns)
		for i := range fields {
			fields[i] = m.list.quote(fields[i])
		}
		out.WriteString(strings.Join(fields, string(m.list.separator)) + m.list.newline)
	}
	return out.Bytes()
}

// Values are a press list in CSV as a table with our headings, for Workbook and for
// what the next import is held against.
func Values(list contacts.File) (*Result, error) {
	l, err := open(list)
	if err != nil {
		return nil, err
	}
	r := &Result{}
	for _, c := range l.columns {
		if c != "" && slices.ContainsFunc(l.rows, func(row listed) bool { return row.values[c] != "" }) || c == "email" {
			r.Columns = append(r.Columns, c)
		}
	}
	for i, row := range l.rows {
		r.Entries = append(r.Entries, Entry{i + 2, row.key, row.values})
	}
	return r, nil
}
