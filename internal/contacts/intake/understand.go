package intake

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/contacts/heading"
)

// Column is a column of a table, and what is understood of it.
type Column struct {
	Index   int
	Heading string        // as it stands there; "" if the table has no headings
	Field   heading.Field // what it holds; "" for what only the sender knows
	Name    string        // of the column in the press list; "" if it is left out
	Why     string        // it is left out, in words

	// Unsure is what it seems to hold, where that was told by its cells, or by a heading that
	// is like a known one; "" where its heading says it, or somebody did.
	Unsure heading.Field

	Asked   bool // it is worth asking what it holds, and nothing tells it
	ByCells bool // Unsure was told by the cells of a column with a heading

	empty string // the name that it would have if it held anything
	said  bool   // what it holds
}

// Reading is a table with the meaning of its columns.
type Reading struct {
	Table   *Table
	Columns []Column
	Head    int  // index of the row of headings, -1 if there is none
	Guessed bool // something was taken from the rows, not from a heading
}

// LeaveOut is the name under which a column is not taken over; Own stands before the name
// of one that is to be called so, and to mean nothing else.
const (
	LeaveOut = "-"
	Own      = "="
)

// Understand finds the row of headings and says what each column holds. as says what
// columns hold, by their heading, where somebody has said so: a name of a field, of
// a column of one's own, or LeaveOut. It is an error if no column holds addresses.
func Understand(t *Table, as map[string]string) (*Reading, error) {
	head, byHeading := headRow(t, as)
	r := &Reading{Table: t, Head: head}
	width := t.width()
	var heads []string
	if head >= 0 {
		heads = t.Rows[head].Fields
	}
	said, err := spoken(as, heads, width)
	if err != nil {
		return nil, err
	}
	rows := t.Rows[head+1:]
	groups := groups(t, head)
	for i := range width {
		c := Column{Index: i}
		if i < len(heads) {
			c.Heading = heads[i]
		}
		if name, ok := said[i]; ok {
			c.said = true
			c.Field, c.Name = heading.Of(name), heading.ColumnName(name)
			switch {
			case name == LeaveOut:
				c.Field, c.Name = heading.Ignored, ""
			case strings.HasPrefix(name, Own):
				c.Field = ""
			}
		} else if c.Heading != "" {
			c.Field = heading.Of(c.Heading)
			if near := heading.Near(c.Heading); near.Bars() {
				c.Field = near // who wants no mail is not mailed because of a slip in a heading
			}
			if c.Field == heading.Name && groups[i] == heading.Outlet {
				c.Field = heading.Outlet
			}
		}
		c.asks(rows)
		status := func(r Row) bool { return isStatus(r.field(i)) }
		if c.Field == heading.Region && !c.said && slices.ContainsFunc(rows[:min(len(rows), 200)], status) {
			c.Field = heading.Status // "State" and "Estado" are both
		}
		r.Columns = append(r.Columns, c)
	}
	if !r.has(heading.Email) {
		r.findAddresses(rows)
	}
	if !r.has(heading.Email) {
		return nil, errNoAddresses(t, heads)
	}
	if !byHeading {
		r.Guessed = true
		r.guessNames(rows)
	}
	r.settle(rows)
	r.doubt(rows)
	return r, nil
}

// groups are what the columns are of, where a row above the headings says it: of a
// person, and of an outlet. A cell that is merged over several columns stands in the
// first of them.
func groups(t *Table, head int) map[int]heading.Field {
	if head < 1 || t.Rows[head-1].Line != t.Rows[head].Line-1 {
		return nil
	}
	above := t.Rows[head-1].Fields
	if len(slices.DeleteFunc(slices.Clone(above), func(v string) bool { return heading.Of(v) == "" })) < 2 {
		return nil // it is a title
	}
	out := make(map[int]heading.Field)
	var of heading.Field
	for i := range t.Rows[head].Fields {
		if i < len(above) && above[i] != "" {
			of = heading.Of(above[i])
		}
		out[i] = of
	}
	return out
}

func errNoAddresses(t *Table, heads []string) error {
	if len(heads) == 0 {
		return fmt.Errorf("%s: no column holds e-mail addresses", t.Name)
	}
	return fmt.Errorf("%s: no column holds e-mail addresses; the headings are %s", t.Name, strings.Join(heads, ", "))
}

// spoken are the columns of which somebody has said what they hold; one without a heading
// is called as Column.Head calls it.
func spoken(as map[string]string, heads []string, width int) (map[int]string, error) {
	said := make(map[int]string)
	for h, name := range as {
		i := slices.IndexFunc(heads, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(h)) })
		if n, ok := numbered(h); i < 0 && ok && n < width && (n >= len(heads) || heads[n] == "") {
			i = n
		}
		if i < 0 {
			return nil, fmt.Errorf("no column is headed %q; the headings are %s", h, strings.Join(heads, ", "))
		}
		if name != LeaveOut && heading.ColumnName(name) == "" {
			return nil, errors.New("a column's name is a word of letters and digits, or - for what is left out")
		}
		said[i] = name
	}
	return said, nil
}

// numbered is the index of "column 2".
func numbered(head string) (int, bool) {
	digits, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(head)), "column ")
	n, err := strconv.Atoi(digits)
	return n - 1, ok && err == nil && n > 0
}

// Heads tells whether a table has a column with a heading, or with none where that is its
// number.
func Heads(t *Table, head string) bool {
	for _, row := range t.Rows[:min(20, len(t.Rows))] {
		if slices.Contains(row.Fields, head) {
			return true
		}
	}
	n, ok := numbered(head)
	if !ok {
		return false
	}
	var top []string
	if row, _ := headRow(t, nil); row >= 0 {
		top = t.Rows[row].Fields
	}
	return n < t.width() && (n >= len(top) || top[n] == "")
}

func (r *Reading) has(f heading.Field) bool { return r.column(f) >= 0 }

func (r *Reading) column(f heading.Field) int {
	return slices.IndexFunc(r.Columns, func(c Column) bool { return c.Field == f })
}

// headRow is the row of the first twenty with the most known headings; -1 if the
// table begins at once. byHeading tells whether its headings say what there is.
func headRow(t *Table, as map[string]string) (row int, byHeading bool) {
	var best, most int
	for i, r := range t.Rows[:min(len(t.Rows), 20)] {
		known, address := 0, false
		for _, v := range r.Fields {
			_, named := as[v]
			if heading.Of(v) != "" || named {
				known++
			}
			address = address || len(addressesIn(v)) > 0
		}
		if address {
			break // headings stand above what they head
		}
		if known > most {
			best, most = i, known
		}
	}
	if most > 0 {
		return best, true
	}
	// a row of words above the first address is a heading that we do not know
	for i, r := range t.Rows[:min(len(t.Rows), 20)] {
		if slices.ContainsFunc(r.Fields, func(v string) bool { return len(addressesIn(v)) > 0 }) {
			return i - 1, i > 0
		}
	}
	return -1, false
}

// findAddresses makes the column that holds the most addresses the one of addresses,
// if no heading says it; one of names that holds both stays one of names as well.
func (r *Reading) findAddresses(rows []Row) {
	var best, most int
	for i, c := range r.Columns {
		if c.Field == heading.Ignored || c.said {
			continue
		}
		n := 0
		for _, row := range rows[:min(len(rows), 200)] {
			if len(addressesIn(row.field(i))) > 0 {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if most > 0 {
		r.Columns[best].Field, r.Columns[best].Unsure = heading.Email, heading.Email
		r.Guessed = true
	}
}

func filled(rows []Row, i int) bool {
	return slices.ContainsFunc(rows, func(r Row) bool { return r.field(i) != "" })
}

// settle decides what becomes of each column: the first that holds something is the
// one of it, a name in one part is a whole name, and what is empty or means nothing
// elsewhere is left out.
func (r *Reading) settle(rows []Row) {
	r.salute()
	r.divide(rows)
	first, last := r.has(heading.FirstName), r.has(heading.LastName)
	whole := r.has(heading.Name)
	seen := make(map[string]bool)
	for i := range r.Columns {
		c := &r.Columns[i]
		if c.Name != "" && c.Field == "" { // as somebody has said
			seen[c.Name] = true
		}
	}
	for i := range r.Columns {
		c := &r.Columns[i]
		if !whole && first != last && (c.Field == heading.FirstName || c.Field == heading.LastName) {
			c.Field = heading.Name
		}
		if c.Field == heading.Email && r.column(heading.Email) != i {
			c.Field = heading.FurtherMail
		}
		switch {
		case c.Field == heading.Ignored:
			c.Name, c.Why = "", "it says nothing about whom to mail"
		case c.Field.Bars(): // in words of its own
			c.Name = ""
		case !filled(rows, i):
			c.empty = r.name(*c, seen)
			c.Name, c.Why = "", "it is empty"
		case whole && first && last && c.Field == heading.Name:
			c.Name, c.Why = "", "the parts of the name stand beside it"
		default:
			c.Name = r.name(*c, seen)
		}
		if c.Name != "" && c.Field != heading.FirstName && c.Field != heading.MiddleName && c.Field != heading.LastName {
			seen[c.Name] = true
		}
	}
}

// divide says what a column of names holds beside one half of the name: the other half, as
// in "Name, Vorname", unless most of its cells have the half in them.
func (r *Reading) divide(rows []Row) {
	name, first, last := r.column(heading.Name), r.column(heading.FirstName), r.column(heading.LastName)
	if name < 0 || r.Columns[name].said || (first < 0) == (last < 0) {
		return
	}
	within, apart := 0, 0
	for _, row := range rows {
		switch whole, half := strings.ToLower(row.field(name)), strings.ToLower(row.field(max(first, last))); {
		case whole == "" || half == "":
		case strings.Contains(whole, half):
			within++
		default:
			apart++
		}
	}
	switch {
	case apart <= within:
	case first < 0:
		r.Columns[name].Field = heading.FirstName
	default:
		r.Columns[name].Field = heading.LastName
	}
}

// salute takes the title before a name for a salutation, where another column is that
// of the work: address books have both, and call the first "Title".
func (r *Reading) salute() {
	var titles []int
	for i, c := range r.Columns {
		if c.Field == heading.Title && c.Name == "" {
			titles = append(titles, i)
		}
	}
	for _, i := range titles {
		switch c := &r.Columns[i]; heading.ColumnName(c.Heading) {
		case "title", "titre", "titulo", "titolo", "titel":
			if len(titles) > 1 {
				c.Field = heading.Salutation
				return
			}
		}
	}
}

// NameOf is what a column of a field is called in a press list, by its heading.
func NameOf(f heading.Field, head string) string {
	switch {
	case f.Column() != "":
		return f.Column()
	case f == heading.FurtherMail:
		return "email_2"
	case f == heading.Status || f == heading.Consent:
		return heading.ColumnName(head)
	}
	return string(f)
}

// name is what a column is called in the press list.
func (r *Reading) name(c Column, seen map[string]bool) string {
	name := NameOf(c.Field, c.Heading)
	switch {
	case name != "":
	case c.Name != "":
		return c.Name
	default:
		if name = heading.ColumnName(c.Heading); name == "" {
			name = fmt.Sprintf("column_%d", c.Index+1)
		}
	}
	if half := c.Field.Column() == "name" && c.Field != heading.Name; half || !seen[name] {
		return name
	}
	if own := heading.ColumnName(c.Heading); own != "" && !seen[own] {
		return own
	}
	for n := 2; ; n++ {
		if numbered := fmt.Sprintf("%s_%d", name, n); !seen[numbered] {
			return numbered
		}
	}
}
