// Package intake reads press lists as people bring them: tables of other systems,
// address books, Excel files, a pasted line of addresses; and makes rows of ours of
// them.
//
// Open reads a file into a Table. Understand says which column holds what, a Result
// is the press list that comes of it with all that is left out of it, and Merge
// brings a Result into a list that is there. It reads bytes, never disks.
package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/sheet"
)

// Limits of what is read: bytes of a file, and rows and columns of a table.
const (
	MaxBytes   = 64 << 20
	maxRows    = 250_000
	maxColumns = 500
)

// Table is a table as it came, before anybody knows what its columns hold.
type Table struct {
	Name  string // of the file
	Sheet string // of an Excel file, "" for others
	Rows  []Row
	Notes []Note // what is to be known of it before its rows are read

	off []Leaver // who is not to be mailed, as another sheet says
}

// Row is a row that has something in it.
type Row struct {
	Line   int // in the file, or the row of the sheet; from 1
	Fields []string
}

func (r Row) field(i int) string {
	if i < len(r.Fields) {
		return r.Fields[i]
	}
	return ""
}

// width is how many columns the widest row has.
func (t *Table) width() (n int) {
	for _, row := range t.Rows {
		n = max(n, len(row.Fields))
	}
	return n
}

// Open reads a file: an Excel workbook, an address book in vCard, addresses as they
// stand in a To line, or a table of text in any of the ways in which spreadsheets
// write one. sheetName picks a sheet of a workbook; "" is the first that is not
// hidden and holds an address. Errors say what to do.
func Open(name string, data []byte, sheetName string) (*Table, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%s is larger than %d MiB; divide it", name, MaxBytes>>20)
	}
	t := &Table{Name: name}
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		err = t.workbook(data, sheetName)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		err = errors.New("this is an Excel file of before 2007, or one with a password; save it as .xlsx without one")
	case sheetName != "":
		err = errors.New("only Excel files have sheets")
	default:
		err = t.text(data)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(t.Rows) == 0 {
		return nil, fmt.Errorf("%s: there is nothing in it", name)
	}
	return t, nil
}

func (t *Table) text(data []byte) error {
	if what := otherKind(t.Name, data); what != "" {
		return errors.New(what)
	}
	if sheet.IsUTF16(data) {
		// without a mark, Windows writes the low byte first
		order := unicode.LittleEndian
		if low, high := zeros(data); high > low {
			order = unicode.BigEndian
		}
		data, _ = unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data) // what is no character becomes U+FFFD
	}
	if bytes.IndexByte(data[:min(len(data), 4096)], 0) >= 0 {
		return errors.New("it is no table of text; save it as .xlsx or .csv")
	}
	begin := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	if len(begin) >= 11 && strings.EqualFold(string(begin[:11]), "BEGIN:VCARD") {
		return t.cards(begin)
	}
	line, _, _ := bytes.Cut(begin, []byte{'\n'})
	if ext := strings.ToLower(path.Ext(t.Name)); ext != ".csv" && ext != ".tsv" || bytes.Count(line, []byte{'<'}) > 1 {
		if rows := pasted(string(begin)); rows != nil {
			t.Rows = rows
			return nil
		}
	}
	return t.table(data)
}

// zeros counts the bytes that are zero at even and at odd places, of the beginning.
func zeros(data []byte) (odd, even int) {
	for i, c := range data[:min(len(data), 64)&^1] {
		switch {
		case c != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return odd, even
}

func (t *Table) table(data []byte) error {
	r, err := sheet.Open(t.Name, data)
	if err != nil {
		return err
	}
	if word, meant := r.Odd(); word != "" {
		t.Notes = append(t.Notes, Note{Line: 1, Text: contacts.Misread(word, meant)})
	}
	for {
		record, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			var e *sheet.Error
			if errors.As(err, &e) {
				return fmt.Errorf("line %d, column %d: %s", e.At.Line, e.At.Column, e.What)
			}
			return err
		}
		for i, v := range record {
			switch {
			case strings.HasPrefix(v, "'"):
				record[i] = unguarded(v)
			case strings.HasPrefix(v, `="`) && strings.HasSuffix(v[2:], `"`):
				record[i] = strings.ReplaceAll(v[2:len(v)-1], `""`, `"`) // a text that is kept from being a number
			}
		}
		if err := t.add(r.At(0).Line, record); err != nil {
			return err
		}
	}
}

// guarded matches what a spreadsheet makes something else of when it opens CSV: a formula,
// or a number without its plus or its zeros.
var guarded = regexp.MustCompile(`^(?:[=@]|[+-].*[^0-9 ().-]|\+[0-9]+$|0[0-9]+$)`)

// guard puts a mark before what a spreadsheet would not leave as it is.
func guard(v string) string {
	if guarded.MatchString(v) {
		return "'" + v
	}
	return v
}

// unguarded takes such a mark away, whoever put it there.
func unguarded(v string) string {
	if rest := v[1:]; guarded.MatchString(rest) || strings.HasPrefix(rest, "+") {
		return rest
	}
	return v
}

// nothing is what spreadsheets and databases write into cells that hold nothing.
var nothing = []string{
	"NULL", "null", "(null)", "N/A", "n/a", "NaN", "nan", "undefined",
	"#N/A", "#NV", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!",
	"#BEZUG!", "#WERT!", "0000-00-00", "0000-00-00 00:00:00",
}

// add keeps a row that has something in it.
func (t *Table) add(line int, record []string) error {
	fields, last := make([]string, len(record)), 0
	for i, v := range record {
		if !slices.Contains(nothing, v) && strings.TrimFunc(v, unseen) != "" {
			fields[i], last = strings.ToValidUTF8(v, "\uFFFD"), i+1
		}
	}
	switch {
	case last == 0:
		return nil
	case last > maxColumns:
		return fmt.Errorf("line %d has %d columns; a press list has a few", line, last)
	case len(t.Rows) >= maxRows:
		return fmt.Errorf("there are more than %d rows; divide it", maxRows)
	}
	t.Rows = append(t.Rows, Row{line, fields[:last]})
	return nil
}
