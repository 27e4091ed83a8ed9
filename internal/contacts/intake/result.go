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
	Left    []Leaver // who want no mail, as the table says
	Notes   []Note   // what was left out, joined or looks odd

	// New is what a row says that is new on a list, by column, where it says nothing itself:
	// where its address comes from, and since when it is kept.
	New map[string]string
}

// Leaver is somebody of whom a table says that they want no mail.
type Leaver struct {
	Line         int    // in the table
	Key, Address string // as of an Entry
	Says         string // what the table says
	Why          heading.Ground

	sheet string // in which they stand, where that is not the one that is read
}

// Note is something to know about a row.
type Note struct {
	Line int
	Text string
	Look bool // whether somebody is to be mailed is not sure
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
	out := &Result{Notes: slices.Clone(r.Table.Notes), Left: slices.Clone(r.Table.off)}
	at := make(map[string]int) // index in Entries, by key
	used := make(map[string]bool)
	for _, read := range r.entries(countryCode(country)) {
		out.Notes = append(out.Notes, read.notes...)
		out.Left = append(out.Left, read.left...)
		for _, e := range read.people {
			if i, twice := at[e.Key]; twice {
				out.Notes = append(out.Notes, Note{Line: e.Line, Text: twiceThere(e, out.Entries[i])})
				join(out.Entries[i].Values, e.Values)
				e = out.Entries[i]
			} else {
				at[e.Key] = len(out.Entries)
				out.Entries = append(out.Entries, e)
			}
			for name := range e.Values {
				used[name] = true
			}
		}
	}
	out.withoutLeft()
	for _, c := range r.Columns {
		if used[c.Name] && !slices.Contains(out.Columns, c.Name) {
			out.Columns = append(out.Columns, c.Name)
		}
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

// rowRead is what comes of a row: mostly one person, or nobody.
type rowRead struct {
	people []Entry
	left   []Leaver
	notes  []Note
}

// chunk is how many rows are read by one processor before it takes others.
const chunk = 500

// entries reads all rows, on the processors that there are.
func (r *Reading) entries(country string) []rowRead {
	rows := r.Table.Rows[r.Head+1:]
	out := make([]rowRead, len(rows))
	whole := rowReader{Reading: r, country: country, order: r.dayOrder(), email: r.column(heading.Email), width: r.width(rows)}
	above, shunnedBy := sections(rows), r.shunnedBy()
	chunks := (len(rows) + chunk - 1) / chunk
	_ = spread.Over(context.Background(), chunks, 0, func(n int) error { // nothing of it fails
		reader := whole
		for i := n * chunk; i < min((n+1)*chunk, len(rows)); i++ {
			if r.Head >= 0 && sameHeads(rows[i].Fields, r.Table.Rows[r.Head].Fields) {
				continue // the headings once more, as on every printed page
			}
			reader.above, reader.shunnedBy = above[i], shunnedBy
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
	width   int // how many cells a row has at most that has none too many; 0 where any may

	row   Row
	notes []Note
	shown string // the name that stands beside the address in its cell
	above string // a title that says that nobody below it is to be mailed

	shunnedBy string // the name of the table, where it says so

	says  string // that no mail is wanted, where it does
	why   heading.Ground
	taken int // the column of further addresses whose address is mailed, -1 for none
}

func (r *rowReader) say(format string, args ...any) {
	r.notes = append(r.notes, Note{Line: r.row.Line, Text: fmt.Sprintf(format, args...)})
}

// leaves says of a row that it is left out, and keeps why.
func (r *rowReader) leaves(why heading.Ground, format string, args ...any) {
	r.says, r.why = fmt.Sprintf(format, args...), why
	r.say("%s: left out", r.says)
}

// read reads one row.
func (r *rowReader) read(row Row) (out rowRead) {
	r.row, r.notes = row, nil
	if r.width > 0 && len(row.Fields) > r.width {
		r.say("it has %d cells, and there are %d headings; look whether a text with a comma in it lacks its quotation marks",
			len(row.Fields), r.width)
	}
	several := people(row.field(r.email))
	begin := len(r.notes) // before what is said of each of them
	for n := range max(len(several), 1) {
		r.shown, r.taken = "", -1
		if n < len(several) {
			r.row.Fields = slices.Clone(row.Fields)
			r.row.Fields[r.email] = several[n]
		}
		switch e, stays := r.entry(); {
		case e.Key == "":
		case !stays:
			out.left = append(out.left, Leaver{e.Line, e.Key, e.Values["email"], r.says, r.why, ""})
			out.left = append(out.left, r.alsoLeft(e)...)
		default:
			if len(several) > 0 {
				e.Values["name"] = cmp.Or(r.shown, e.Values["name"])
			}
			out.people = append(out.people, e)
		}
	}
	if len(several) > 0 {
		what := fmt.Sprintf("it names %d people with their addresses", len(several))
		if len(out.people) == len(several) {
			what += "; each is mailed"
		}
		r.notes = slices.Insert(r.notes, begin, Note{Line: row.Line, Text: what})
	}
	out.notes = r.notes
	return out
}

// entry is who stands in a row, without a key where that is nobody; stays is false for
// somebody who wants no mail.
func (r *rowReader) entry() (e Entry, stays bool) {
	row := r.row
	e = Entry{Line: row.Line, Values: make(map[string]string, len(r.Columns))}
	for _, c := range r.Columns {
		v := row.field(c.Index)
		if v == "" {
			continue
		}
		if why := c.leaves(v); why != "" {
			r.leaves(heading.GroundOf(c.Heading, why), "%q says %q", c.Head(), diagnostic.Word(why))
			e.Key, e.Values["email"] = r.addressOf(row)
			return e, false
		}
	}
	if stays = r.address(&e, row); e.Key == "" || !stays {
		return e, stays
	}
	switch {
	case r.above != "":
		r.leaves(heading.GroundOf(r.above, ""), "it stands below %q", diagnostic.Word(r.above))
		return e, false
	case r.shunnedBy != "":
		r.leaves(heading.GroundOf(r.shunnedBy, ""), "it stands in %q", diagnostic.Word(r.shunnedBy))
		return e, false
	}
	country := r.countryOf(row)
	for _, c := range r.Columns {
		v := row.field(c.Index)
		if v != "" && hints(c.Field, v) {
			r.say("%q says %q: look whether %s is to be mailed; it stays on the list", c.Head(), diagnostic.Word(oneLine(v)), e.Values["email"])
			r.notes[len(r.notes)-1].Look = true
		}
		r.swallowed(e.Key, c, v)
		if v == "" || c.Name == "" || c.Field == heading.Email || c.Field.Column() == "name" && c.Field != heading.Name || c.Index == r.taken {
			continue
		}
		switch {
		case c.Field == heading.Name && len(addressesIn(v)) > 0:
		case c.Field == heading.FurtherMail:
			for _, address := range furtherIn(v) {
				further(e.Values, c.Name, address)
			}
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

// swallowed says that a cell seems to hold the next row, which nobody reads.
func (r *rowReader) swallowed(key string, c Column, v string) {
	address := contacts.Swallowed(v)
	other, _ := contacts.AddressKey(address)
	if address == "" || other == key || c.Field == heading.Email || c.Field == heading.FurtherMail {
		return
	}
	r.say("%q has a line that begins with an address, %s: if it is a row of its own, nobody on it is read; its line end is of another kind "+
		"or stands between quotation marks", c.Head(), diagnostic.Word(address))
	r.notes[len(r.notes)-1].Look = true
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
	if (c.Field == heading.Phone || c.Field == heading.Mobile) && scientific.MatchString(v) {
		r.say("%s %q has lost its digits in a spreadsheet, and is left out", c.Name, diagnostic.Word(v))
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
		if v := row.field(c.Index); c.Field == heading.Country && v != "" {
			return countryCode(v) // of a country that is not known, no number is read as one of another
		}
	}
	return r.country
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
		who := nameAndOutlet(e.Values)
		if other, ok := people[who]; ok {
			notes = append(notes, Note{Line: e.Line, Text: fmt.Sprintf("%s has the name and outlet of %s in row %d; both are mailed",
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
			notes = append(notes, Note{Line: e.Line, Text: fmt.Sprintf("is %s meant to be at %s? It stays as it is", e.Values["email"], near)})
		}
	}
	return notes
}

// nameAndOutlet are what two rows of one person have in common, whatever their addresses.
func nameAndOutlet(values map[string]string) string {
	return strings.ToLower(values["name"] + "\x00" + values["outlet"])
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
	if len(near) > len(d)+1 || len(d) > len(near)+1 {
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
	filled := slices.DeleteFunc(slices.Sorted(maps.Keys(r.New)), func(column string) bool { return r.New[column] == "" })
	return Order(slices.Concat(r.Columns, filled)), out
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
