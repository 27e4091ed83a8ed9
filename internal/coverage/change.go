package coverage

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"net/url"
	"slices"
	"strings"

	"pressroom/internal/contacts/sheet"
	"pressroom/internal/diagnostic"
)

// Row is a piece as somebody writes it down: in the words of the table.
type Row struct {
	Address, Outlet string
	Date            string   // as in 2026-07-28
	Quoted          []string // names, as in a table
}

// Add is a table with one more piece at its end, in the columns and with the separator and
// line ends that it has; data is nil where there is none yet. Every byte that was there
// stays. What is wrong with the table, or with the piece, is said, and then nothing is
// added.
func Add(file string, data []byte, row Row, quoted []Name) ([]byte, diagnostic.List) {
	if len(bytes.TrimSpace(data)) == 0 {
		data = []byte(strings.Join(columns, ","))
	}
	before, found := Read(file, data, quoted)
	if found.HasErrors() {
		return nil, found
	}
	r, ok := headed(file, data)
	if !ok {
		return nil, r.found
	}
	if _, there := r.at["quoted"]; !there && len(row.Quoted) > 0 {
		found.Errorf(diagnostic.Position{File: file, Line: 1, Column: 1}, rule,
			"the table has no column quoted; add it to the first line, or say of nobody that they are quoted")
		return nil, found
	}
	line := r.line(row)
	if !r.table.UTF8() && strings.ContainsFunc(line, func(c rune) bool { return c > 0x7f }) {
		found.Errorf(diagnostic.Position{File: file}, rule, "the table is not in UTF-8; save it so in your spreadsheet first (“CSV UTF-8”)")
		return nil, found
	}
	end := r.table.Newline()
	out := slices.Clone(data)
	if !bytes.HasSuffix(out, []byte(end)) {
		out = append(out, end...)
	}
	out = append(append(out, line...), end...)
	after, found := Read(file, out, quoted)
	if !found.HasErrors() && len(after) != len(before)+1 {
		found.Errorf(diagnostic.Position{File: file}, rule, "no row can be added to this table; edit the file")
	}
	if found.HasErrors() {
		return nil, found
	}
	return out, nil
}

// Remove is a table without the piece at an address, and every other byte as it was; the
// table itself where nothing is at that address.
func Remove(file string, data []byte, address string) ([]byte, diagnostic.List) {
	r, ok := headed(file, data)
	if !ok {
		return nil, r.found
	}
	for {
		row, err := r.table.Next()
		switch {
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			r.broken(err)
			return nil, r.found
		}
		text, _ := r.field(row, "address")
		if u, err := url.Parse(text); err != nil || u.String() != address {
			continue
		}
		start, end := r.table.Bytes()
		for data[start] == '\n' || data[start] == '\r' { // lines before it with nothing on them
			start++
		}
		return slices.Concat(data[:start], data[end:]), nil
	}
}

// headed is a table of which the names of the columns are read; false where something is
// wrong with it, which the reader has found then.
func headed(file string, data []byte) (*reader, bool) {
	r := &reader{file: file}
	var err error
	if r.table, err = sheet.Open(file, data); err != nil {
		r.broken(err)
		return r, false
	}
	for {
		row, err := r.table.Next()
		switch {
		case errors.Is(err, io.EOF):
			return r, true // there is nothing in it
		case err != nil:
			r.broken(err)
			return r, false
		case !blank(row):
			r.width = len(row)
			return r, r.head(row)
		}
	}
}

// line is a piece as a row of the table, without its end.
func (r *reader) line(row Row) string {
	fields := make([]string, r.width)
	for name, value := range map[string]string{
		"address": row.Address, "outlet": row.Outlet, "date": row.Date, "quoted": strings.Join(row.Quoted, "; "),
	} {
		if i, there := r.at[name]; there {
			fields[i] = value
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = r.table.Separator()
	w.Write(fields) // to memory: it does not fail
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}
