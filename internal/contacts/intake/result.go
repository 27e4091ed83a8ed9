package intake

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
	"pressroom/internal/diagnostic"
	"pressroom/internal/spread"
)

// Entry is one journalist as a press list will have them.
type Entry struct {
	Line   int    // in the table
	Key    string // of the address, as contacts.AddressKey gives it
	Values map[string]string
}

// Result is the press list that comes of a table.
type Result struct {
	Columns []string
	Empty   []string // columns that the table has with nothing in them
	Entries []Entry
	Notes   []Note // what was left out, joined or looks odd

	// New is what a row says that is new on a list, by column, where it says nothing itself:
	// where its address comes from, and since when it is kept.
	New map[string]string
}

// Note is something to know about a row.
type Note struct {
	Line int
	Text string
}

func (n Note) String() string { return fmt.Sprintf("row %d: %s", n.Line, n.Text) }

// order is how the columns of a list stand: ours, then those that are known
// elsewhere; the rest follows as it came.
var order = []string{
	"email", "name", "outlet", "beats", "region", "language", "timezone", "embargo", "format", "attachments", "priority", "source", "tags",
	"basis", "added",
	"title", "phone", "mobile", "twitter", "city", "country", "department", "website", "notes", "email_2",
}

// Order puts columns into the order in which a press list has them.
func Order(columns []string) []string {
	var out []string
	for _, c := range order {
		if slices.Contains(columns, c) {
			out = append(out, c)
		}
	}
	for _, c := range columns {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// List makes a press list of a table. country is the ISO 3166 code of the country
// whose telephone numbers stand without a plus, "" if there is none.
func (r *Reading) List(country string) *Result {
	out := &Result{Notes: slices.Clone(r.Table.Notes)}
	at := make(map[string]int) // index in Entries, by key
	used := make(map[string]bool)
	for _, read := range r.entries(countryCode(country)) {
		e := read.entry
		out.Notes = append(out.Notes, read.notes...)
		if e.Key == "" {
			continue
		}
		if i, twice := at[e.Key]; twice {
			out.Notes = append(out.Notes, Note{e.Line, fmt.Sprintf("%s stands in row %d already; the two are joined", e.Values["email"],
				out.Entries[i].Line)})
			join(out.Entries[i].Values, e.Values)
			e = out.Entries[i]
		} else {
			at[e.Key] = len(out.Entries)
			out.Entries = append(out.Entries, e)
		}
		for name := range e.Values {
			if !used[name] {
				used[name] = true
			}
		}
	}
	for _, c := range r.Columns {
		if used[c.Name] && !slices.Contains(out.Columns, c.Name) {
			out.Columns = append(out.Columns, c.Name)
		}
		delete(used, c.Name)
	}
	out.Columns = Order(append(out.Columns, slices.Sorted(maps.Keys(used))...))
	for _, c := range r.Columns {
		if c.empty != "" && !slices.Contains(out.Columns, c.empty) {
			out.Empty = append(out.Empty, c.empty)
		}
	}
	out.Notes = append(out.Notes, alike(out.Entries)...)
	return out
}

// rowRead is what comes of a row; without a key it is nobody.
type rowRead struct {
	entry Entry
	notes []Note
}

// chunk is how many rows are read by one processor before it takes others.
const chunk = 500

// entries reads all rows, on the processors that there are.
func (r *Reading) entries(country string) []rowRead {
	rows := r.Table.Rows[r.Head+1:]
	out := make([]rowRead, len(rows))
	whole := rowReader{Reading: r, country: country, order: r.dayOrder(), email: r.column(heading.Email)}
	chunks := (len(rows) + chunk - 1) / chunk
	_ = spread.Over(context.Background(), chunks, 0, func(n int) error { // nothing of it fails
		reader := whole
		for i := n * chunk; i < min((n+1)*chunk, len(rows)); i++ {
			if r.Head >= 0 && slices.Equal(rows[i].Fields, r.Table.Rows[r.Head].Fields) {
				continue // the headings once more, as on every printed page
			}
			out[i] = reader.read(rows[i])
		}
		return nil
	})
	return out
}

// rowReader reads the rows of a table, one after the other.
type rowReader struct {
	*Reading
	country string // of numbers without a plus, where the row names none
	order   dayOrder
	email   int // the column of addresses

	row   Row
	notes []Note
	shown string // the name that stands beside the address in its cell
}

func (r *rowReader) say(format string, args ...any) {
	r.notes = append(r.notes, Note{r.row.Line, fmt.Sprintf(format, args...)})
}

// read reads one row.
func (r *rowReader) read(row Row) rowRead {
	r.row, r.notes, r.shown = row, nil, ""
	e, ok := r.entry()
	if !ok {
		e.Key = ""
	}
	return rowRead{e, r.notes}
}

// entry is who stands in a row; false if that is nobody.
func (r *rowReader) entry() (Entry, bool) {
	row := r.row
	e := Entry{Line: row.Line, Values: make(map[string]string, len(r.Columns))}
	for _, c := range r.Columns {
		if v := row.field(c.Index); v != "" && left(c.Field, v) {
			r.say("%q says %q: left out", c.Heading, diagnostic.Word(v))
			return e, false
		}
	}
	if !r.address(&e, row) {
		return e, false
	}
	country := r.countryOf(row)
	for _, c := range r.Columns {
		v := row.field(c.Index)
		if v == "" || c.Name == "" || c.Field == heading.Email || c.Field.Column() == "name" && c.Field != heading.Name {
			continue
		}
		switch {
		case c.Field == heading.Name && len(addressesIn(v)) > 0:
		case c.Field == heading.FurtherMail:
			further(e.Values, c.Name, oneLine(v))
		default:
			r.value(e.Values, c, v, country)
		}
	}
	// a column of names knows it better than its halves, and those than what the address shows
	if name := cmp.Or(e.Values["name"], r.name(row), r.shown); name != "" {
		e.Values["name"] = name
	}
	return e, true
}

// value puts what a cell says into its column, unless something stands there.
func (r *rowReader) value(values map[string]string, c Column, v, country string) {
	if c.Field == heading.Added {
		d, why := day(oneLine(v), r.order)
		if why != "" {
			r.say("%s %q %s", c.Name, diagnostic.Word(d), why)
		}
		values[c.Name] = cmp.Or(values[c.Name], d)
		return
	}
	out, ok := value(c.Field, v, country)
	if !ok {
		r.say("%s %q is not understood, and left out", c.Name, diagnostic.Word(v))
		return
	}
	if out != "" && values[c.Name] == "" {
		values[c.Name] = out
	}
}

// name is the name that the parts of it make.
func (r *rowReader) name(row Row) string {
	var parts [3]string
	for _, c := range r.Columns {
		if v := row.field(c.Index); v != "" && c.Name != "" {
			switch c.Field {
			case heading.FirstName:
				parts[0] = v
			case heading.MiddleName:
				parts[1] = v
			case heading.LastName:
				parts[2] = v
			}
		}
	}
	return oneLine(strings.Join(parts[:], " "))
}

// countryOf is the country of a row's telephone numbers.
func (r *rowReader) countryOf(row Row) string {
	for _, c := range r.Columns {
		if c.Field == heading.Country && c.Name != "" {
			if code := countryCode(row.field(c.Index)); code != "" {
				return code
			}
		}
	}
	return r.country
}

// address takes the address out of a row: bare, with a name before it, or several.
func (r *rowReader) address(e *Entry, row Row) bool {
	cell := oneLine(row.field(r.email))
	found := addressesIn(cell)
	one := len(found) == 1
	found = slices.CompactFunc(found, strings.EqualFold) // a link and what it shows
	switch {
	case cell == "":
		r.say("no e-mail address: left out")
		return false
	case len(found) == 0:
		r.say("%q is no e-mail address: left out", diagnostic.Word(cell))
		return false
	case len(found) > 1:
		for _, more := range found[1:] {
			further(e.Values, "email_2", more)
		}
		r.say("%s", several(found))
	}
	key, err := contacts.AddressKey(found[0])
	if name, address, ok := named(cell); one && ok {
		found[0], r.shown = address, name
	} else if one && err == nil { // what else stands there belongs to it
		_, err = contacts.AddressKey(strings.Trim(strings.TrimPrefix(bare(cell), "mailto:"), `"'<>. `))
	}
	if err != nil {
		r.say("%v: left out", err)
		return false
	}
	e.Key, e.Values["email"] = key, found[0]
	return true
}

// several says what becomes of the addresses of a cell.
func several(found []string) string {
	more, last := found[1:], len(found)-1
	if last == 1 {
		return fmt.Sprintf("two addresses; %s is mailed, %s is kept as email_2", found[0], more[0])
	}
	return fmt.Sprintf("%d addresses; %s is mailed, %s and %s are kept as email_2", len(found), found[0], strings.Join(found[1:last], ", "),
		found[last])
}

// further keeps one more address of a person.
func further(values map[string]string, column, address string) {
	switch old := values[column]; {
	case old == "":
		values[column] = address
	case !slices.ContainsFunc(strings.Split(old, ";"), func(o string) bool { return strings.EqualFold(o, address) }):
		values[column] = old + ";" + address
	}
}

// bare is a cell without the name before its address.
func bare(cell string) string {
	if open, end := strings.LastIndexByte(cell, '<'), strings.LastIndexByte(cell, '>'); open >= 0 && end > open {
		return cell[open+1 : end]
	}
	return cell
}

// join adds what a second row says of an address: words are united, the rest holds
// as it came first.
func join(into, more map[string]string) {
	for name, v := range more {
		switch {
		case into[name] == "":
			into[name] = v
		case name == "beats" || name == "tags":
			for _, w := range strings.Split(v, ";") {
				if !slices.ContainsFunc(strings.Split(into[name], ";"), func(o string) bool { return strings.EqualFold(o, w) }) {
					into[name] += ";" + w
				}
			}
		}
	}
}

// alike tells of entries that may be one person: the same name at the same outlet,
// or a domain that is a slip of one that many have.
func alike(entries []Entry) []Note {
	var notes []Note
	people := make(map[string]Entry)
	domains := make(map[string]int)
	for _, e := range entries {
		domains[domain(e.Key)]++
		if e.Values["name"] == "" {
			continue
		}
		who := strings.ToLower(e.Values["name"] + "\x00" + e.Values["outlet"])
		if other, ok := people[who]; ok {
			notes = append(notes, Note{e.Line, fmt.Sprintf("%s has the name and outlet of %s in row %d; both are mailed",
				e.Values["email"], other.Values["email"], other.Line)})
		} else {
			people[who] = e
		}
	}
	var common []string
	for d, n := range domains {
		if n >= 3 || slices.Contains(mailboxes, d) {
			common = append(common, d)
		}
	}
	for _, d := range mailboxes {
		if !slices.Contains(common, d) {
			common = append(common, d)
		}
	}
	slices.Sort(common)
	for _, e := range entries {
		d := domain(e.Key)
		if len(d) < 6 || slices.Contains(common, d) || domains[d] > 1 {
			continue
		}
		if near := nearDomain(d, common); near != "" {
			notes = append(notes, Note{e.Line, fmt.Sprintf("is %s meant to be at %s? It stays as it is", e.Values["email"], near)})
		}
	}
	return notes
}

// mailboxes are where many people have theirs.
var mailboxes = []string{
	"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "gmx.de", "web.de",
	"orange.fr",
}

func domain(key string) string { return key[strings.LastIndexByte(key, '@')+1:] }

// nearDomain is the one of which a domain is a slip: of the same length or nearly.
func nearDomain(d string, common []string) string {
	near := diagnostic.Nearest(d, common)
	if near == "" || len(near) > len(d)+1 || len(d) > len(near)+1 {
		return ""
	}
	differ := 0
	for i := range min(len(d), len(near)) {
		if d[i] != near[i] {
			differ++
		}
	}
	if len(d) == len(near) && differ > 2 {
		return ""
	}
	return near
}

// asNew are the entries as they stand on a list on which they are new, and its columns.
func (r *Result) asNew(entries []Entry) ([]string, []Entry) {
	if len(r.New) == 0 {
		return r.Columns, entries
	}
	out := make([]Entry, len(entries))
	for i, e := range entries {
		e.Values = maps.Clone(e.Values)
		for column, v := range r.New {
			if v != "" && e.Values[column] == "" {
				e.Values[column] = v
			}
		}
		out[i] = e
	}
	columns := slices.Clone(r.Columns)
	for _, c := range slices.Sorted(maps.Keys(r.New)) {
		if r.New[c] != "" && !slices.Contains(columns, c) {
			columns = append(columns, c)
		}
	}
	return Order(columns), out
}

// List is the result as a list that is new.
func (r *Result) List() []byte {
	columns, entries := r.asNew(r.Entries)
	return (&Result{Columns: columns, Entries: entries}).CSV()
}

// CSV writes what came of a table as a press list is written: comma, UTF-8, a line each.
func (r *Result) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(r.Columns)
	for _, e := range r.Entries {
		w.Write(e.row(r.Columns))
	}
	w.Flush()
	return b.Bytes()
}

func (e Entry) row(columns []string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = e.Values[c]
	}
	return out
}

// Guarded writes the list in CSV for a spreadsheet: what it would take for a formula, or
// for a number, has a mark before it, which is taken away when it is read again.
func (r *Result) Guarded() []byte {
	out := &Result{Columns: r.Columns, Entries: make([]Entry, len(r.Entries))}
	for i, e := range r.Entries {
		values := make(map[string]string, len(e.Values))
		for k, v := range e.Values {
			values[k] = guard(v)
		}
		e.Values = values
		out.Entries[i] = e
	}
	return out.CSV()
}
