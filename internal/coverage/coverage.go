// Package coverage reads where a release was printed or broadcast: a table that somebody
// keeps, coverage/SLUG.csv.
//
// Its columns are address, outlet, date, and quoted: who is quoted there, by the name or
// the id of the organization or by the name of the speaker, with ; between several.
// Further columns are somebody's own.
package coverage

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"pressroom/internal/contacts/sheet"
	"pressroom/internal/diagnostic"
)

// Piece is one article or broadcast.
type Piece struct {
	Address string
	Outlet  string
	Date    time.Time // its day, in UTC
	Quoted  []string  // printed names of organizations, each once
}

// Name is an organization that may be quoted, with all that it is called.
type Name struct {
	Org  string   // its printed name
	Also []string // its id, its speakers
}

// Limits of a table.
const (
	MaxBytes = 4 << 20
	maxRows  = 20_000
	maxField = 2_000
)

// columns are those that are read, in the order in which they are written.
var columns = []string{"address", "outlet", "date", "quoted"}

// example is shown where a table cannot be read.
const example = `address,outlet,date,quoted
https://daily.example/harbor,The Daily,2026-07-28,River Alliance; Open Harbor`

// Example is a table as it is to be written, for those who have none.
func Example() string { return example }

// Read reads a table. quoted are those who may be named in it; what is wrong is said at
// its place, and a piece with something wrong is left out.
func Read(file string, data []byte, quoted []Name) ([]Piece, diagnostic.List) {
	r := &reader{names: make(map[string]string), seen: make(map[string]int), file: file}
	for _, n := range quoted {
		for _, called := range append([]string{n.Org}, n.Also...) {
			if k := key(called); k != "" && r.names[k] == "" {
				r.names[k] = n.Org
				r.known = append(r.known, called)
			}
		}
	}
	if len(data) > MaxBytes {
		r.found.Errorf(diagnostic.Position{File: file}, rule, "this is larger than %d MiB; a table of coverage is text", MaxBytes>>20)
		return nil, r.found
	}
	var err error
	if r.table, err = sheet.Open(file, data); err != nil {
		r.found.Errorf(diagnostic.Position{File: file, Line: 1, Column: 1}, rule, "%v", err)
		return nil, r.found
	}
	return r.read(), r.found
}

const rule = "coverage"

type reader struct {
	file  string
	table *sheet.Reader
	at    map[string]int // of the columns that are read
	width int            // how many columns there are
	names map[string]string
	known []string
	seen  map[string]int // line of an address
	found diagnostic.List
}

func (r *reader) read() (out []Piece) {
	rows := 0
	for {
		row, err := r.table.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			r.broken(err)
			break
		}
		if blank(row) {
			continue
		}
		if r.at == nil {
			if !r.head(row) {
				return nil
			}
			continue
		}
		if rows++; rows > maxRows {
			r.found.Errorf(r.table.At(0), rule, "the table has more than %d rows; keep a release's own coverage in it", maxRows)
			break
		}
		if p, ok := r.piece(row); ok {
			out = append(out, p)
		}
	}
	if r.at == nil && !r.found.HasErrors() {
		r.found.Errorf(diagnostic.Position{File: r.file, Line: 1, Column: 1}, rule,
			"the table is empty; its first line names the columns, as in\n%s", example)
	}
	slices.SortStableFunc(out, func(a, b Piece) int { return a.Date.Compare(b.Date) })
	return out
}

// broken says what is wrong with a table as a table.
func (r *reader) broken(err error) {
	if e := (*sheet.Error)(nil); errors.As(err, &e) {
		r.found.Errorf(e.At, rule, "%s", e.What)
		return
	}
	r.found.Errorf(diagnostic.Position{File: r.file}, rule, "%v", err)
}

func blank(row []string) bool {
	return !slices.ContainsFunc(row, func(s string) bool { return s != "" })
}

// head reads the names of the columns, and tells whether those are there that must be.
func (r *reader) head(row []string) bool {
	r.at = make(map[string]int)
	for i, name := range row {
		name = strings.ToLower(name)
		if !slices.Contains(columns, name) {
			continue
		}
		if _, twice := r.at[name]; twice {
			r.found.Errorf(r.table.At(i), rule, "the column %s stands here twice; write each once", name)
			return false
		}
		r.at[name] = i
	}
	ok := true
	for _, name := range columns[:3] {
		if _, there := r.at[name]; there {
			continue
		}
		ok = false
		at := r.table.At(0)
		said := fmt.Sprintf("there is no column %s; the first line names the columns: %s", name, strings.Join(columns, ","))
		for i, other := range row {
			if !misspelt(strings.ToLower(other), name) {
				continue
			}
			at, said = r.table.At(i), fmt.Sprintf("there is no column %s; did you mean this one, %s?", name, other)
		}
		r.found.Errorf(at, rule, "%s", said)
	}
	return ok
}

// misspelt tells whether a name is that of a column but for a slip after its first letter.
func misspelt(name, column string) bool {
	return name != "" && name[0] == column[0] && !slices.Contains(columns, name) && diagnostic.Nearest(name, []string{column}) != ""
}

// field is what stands in a column, and where.
func (r *reader) field(row []string, column string) (text string, at diagnostic.Position) {
	i, ok := r.at[column]
	if !ok || i >= len(row) {
		return "", r.table.At(len(row) - 1)
	}
	return row[i], r.table.At(i)
}

func (r *reader) piece(row []string) (p Piece, ok bool) {
	before := r.found.Errors()
	for i, f := range row {
		if len(f) > maxField {
			r.found.Errorf(r.table.At(i), rule, "this has more than %d characters; write the address, the outlet or the names alone", maxField)
			return p, false
		}
	}
	r.address(row, &p)
	var at diagnostic.Position
	if p.Outlet, at = r.field(row, "outlet"); p.Outlet == "" {
		r.found.Errorf(at, rule, "outlet is empty; write where it appeared, as in The Daily")
	}
	r.date(row, &p)
	r.quoted(row, &p)
	return p, r.found.Errors() == before
}

func (r *reader) address(row []string, p *Piece) {
	text, at := r.field(row, "address")
	u, err := url.Parse(text)
	switch {
	case text == "":
		r.found.Errorf(at, rule, "address is empty; write where it can be read, as in https://daily.example/harbor")
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		r.found.Errorf(at, rule, "%q is no address of a page; write it whole, as in https://daily.example/harbor", diagnostic.Word(text))
	case r.seen[u.String()] > 0:
		r.found.Errorf(at, rule, "this address stands in line %d already; a piece counts once, so name all who are quoted there",
			r.seen[u.String()])
	default:
		p.Address = u.String()
		r.seen[p.Address] = at.Line
	}
}

func (r *reader) date(row []string, p *Piece) {
	text, at := r.field(row, "date")
	day, err := time.Parse(time.DateOnly, text)
	switch {
	case err == nil:
		p.Date = day
	case text == "":
		r.found.Errorf(at, rule, "date is empty; write the day on which it appeared, as in 2026-07-28")
	default:
		r.found.Errorf(at, rule, "%q is no day; write year, month and day, as in 2026-07-28", diagnostic.Word(text))
	}
}

func (r *reader) quoted(row []string, p *Piece) {
	text, at := r.field(row, "quoted")
	for name := range strings.SplitSeq(text, ";") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		org := r.names[key(name)]
		if org == "" {
			r.found.Errorf(at, rule, "%q is quoted nowhere in this release; %s", diagnostic.Word(name), r.advice(name))
			continue
		}
		if !slices.Contains(p.Quoted, org) {
			p.Quoted = append(p.Quoted, org)
		}
	}
}

// mostNamed is how many names an error lists.
const mostNamed = 12

func (r *reader) advice(name string) string {
	if near := diagnostic.Nearest(name, r.known); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	if len(r.known) == 0 {
		return "nobody is quoted in it, so leave it empty"
	}
	named := r.known[:min(len(r.known), mostNamed)]
	return "write one of these, or nothing: " + strings.Join(named, "; ")
}

// key is a name as it is compared.
func key(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }
