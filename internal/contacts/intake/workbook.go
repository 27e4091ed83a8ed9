package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pressroom/internal/contacts/heading"
)

// What a workbook may unpack to, in bytes, and how much more that may be than the
// file: spreadsheets shrink to a tenth or a thirtieth, bombs to a thousandth.
const (
	maxUnpacked = 192 << 20
	maxRatio    = 120
)

// workbook reads a sheet of an Excel file.
func (t *Table) workbook(data []byte, name string) error {
	if err := harmless(data); err != nil {
		return err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked, ShortDatePattern: "yyyy-mm-dd",
	})
	if err != nil {
		return fmt.Errorf("it cannot be read as an Excel file: %w", err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if name != "" {
		for _, s := range sheets {
			if strings.EqualFold(s, name) {
				return t.readSheet(f, s)
			}
		}
		return fmt.Errorf("it has no sheet %q; there are %s", name, strings.Join(sheets, ", "))
	}
	var shunned []string
	sheets = slices.DeleteFunc(sheets, func(s string) bool {
		is := heading.Shuns(s)
		if is {
			shunned = append(shunned, s)
		}
		return is
	})
	if len(sheets) == 0 {
		sheets, shunned = shunned, nil
	}
	for i, s := range sheets {
		if visible, err := f.GetSheetVisible(s); err == nil && !visible {
			continue
		}
		if err := t.readSheet(f, s); err != nil {
			return err
		}
		if t.addresses() > 0 {
			t.Notes = append(t.Notes, others(f, slices.Concat(sheets[:i], sheets[i+1:]))...)
			for _, s := range shunned {
				if err := t.shunned(f, s); err != nil {
					return err
				}
			}
			return nil
		}
	}
	if hidden := others(f, sheets); len(hidden) > 0 {
		return errors.New("no sheet of it that is shown holds an e-mail address; " + hidden[0].Text)
	}
	return errors.New("no sheet of it holds an e-mail address")
}

// others tells of sheets that hold addresses and are not read.
func others(f *excelize.File, sheets []string) (notes []Note) {
	for _, s := range sheets {
		o := &Table{}
		if err := o.peek(f, s); err != nil || o.addresses() == 0 {
			continue
		}
		hidden := ""
		if visible, err := f.GetSheetVisible(s); err == nil && !visible {
			hidden = ", which is hidden,"
		}
		notes = append(notes, Note{
			Line: 1, Text: fmt.Sprintf("the sheet %s%s holds addresses too, and is not read: import it by itself, with --sheet %q", s, hidden, s),
		})
	}
	return notes
}

// peek reads the first rows of a sheet.
func (t *Table) peek(f *excelize.File, name string) error {
	rows, err := f.Rows(name)
	if err != nil {
		return err
	}
	defer rows.Close()
	for line := 1; line <= 200 && rows.Next(); line++ {
		record, err := rows.Columns()
		if err != nil {
			return err
		}
		if err := t.add(line, record); err != nil {
			return err
		}
	}
	return nil
}

// harmless refuses what would unpack to more than a list of journalists can be. It
// looks at what the file says of itself; what says too little is cut off there by
// the unpacking.
func harmless(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("it is no Excel file: %w", err)
	}
	var sum uint64
	var names []string
	workbook := false
	for _, f := range z.File {
		sum += f.UncompressedSize64
		names = append(names, f.Name)
		workbook = workbook || f.Name == "xl/workbook.xml"
		if sum > maxUnpacked || len(z.File) > 5000 || f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
			return errors.New("it unpacks to far more than a press list can be; copy the table into a new file")
		}
	}
	if !workbook {
		return errors.New(packedKind(data, names))
	}
	return nil
}

func (t *Table) readSheet(f *excelize.File, name string) error {
	t.Rows, t.Sheet, t.Notes = nil, name, nil
	extra := look(f, name)
	rows, err := f.Rows(name)
	if err != nil {
		return fmt.Errorf("sheet %q: %w", name, err)
	}
	defer rows.Close()
	for line := 1; rows.Next(); line++ {
		record, err := rows.Columns()
		if err != nil {
			return fmt.Errorf("sheet %q, row %d: %w", name, line, err)
		}
		for i := range record {
			record[i] = strings.TrimSpace(record[i])
		}
		t.Notes = append(t.Notes, extra.put(line, record)...)
		extra.fill(line, &record)
		if extra.struck[line] && slices.ContainsFunc(record, func(v string) bool { return v != "" }) {
			who := "they are"
			if i := slices.IndexFunc(record, func(v string) bool { return len(addressesIn(v)) > 0 }); i >= 0 {
				who = addressesIn(record[i])[0] + " is"
			}
			t.Notes = append(t.Notes, Note{
				Line: line, Text: "it is struck out in the sheet, and read like the others: look whether " + who + " to be mailed", Look: true,
			})
		}
		if rows.GetRowOpts().Hidden && slices.ContainsFunc(record, func(v string) bool { return v != "" }) {
			t.Notes = append(t.Notes, Note{Line: line, Text: "it is hidden in the sheet, and read like the others"})
		}
		if err := t.add(line, record); err != nil {
			return fmt.Errorf("sheet %q: %w", name, err)
		}
	}
	if hidden := extra.unseen(t.width()); len(hidden) > 0 {
		t.Notes = slices.Insert(t.Notes, 0, Note{Line: 1, Text: "hidden columns are read like the others: " + strings.Join(hidden, ", ")})
	}
	return rows.Error()
}

// addresses counts the rows among the first that hold an address.
func (t *Table) addresses() int {
	n := 0
	for _, r := range t.Rows[:min(len(t.Rows), 200)] {
		for _, v := range r.Fields {
			if len(addressesIn(v)) > 0 {
				n++
				break
			}
		}
	}
	return n
}

// Workbook writes a list as an Excel file: one sheet, headings in bold and held in
// sight, every cell a text, so that nothing in it is taken for a formula or a number.
func (r *Result) Workbook(name string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	sheet := strings.Map(func(c rune) rune {
		if strings.ContainsRune(`:\/?*[]`, c) {
			return '-'
		}
		return c
	}, name)
	sheet = string([]rune(sheet)[:min(len([]rune(sheet)), 31)]) // Excel's limits
	if err := f.SetSheetName(f.GetSheetName(0), sheet); err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	plain, err := f.NewStyle(&excelize.Style{NumFmt: 49}) // text, also what is typed into it later
	if err != nil {
		return nil, err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	if err := w.SetColWidth(1, max(len(r.Columns), 1), 24); err != nil {
		return nil, err
	}
	head := make([]any, len(r.Columns))
	for i, c := range r.Columns {
		head[i] = excelize.Cell{StyleID: bold, Value: c}
	}
	if err := w.SetRow("A1", head); err != nil {
		return nil, err
	}
	for n, e := range r.Entries {
		cells := make([]any, len(r.Columns))
		for i, v := range e.row(r.Columns) {
			cells[i] = excelize.Cell{StyleID: plain, Value: v}
		}
		at, err := excelize.CoordinatesToCellName(1, n+2)
		if err != nil {
			return nil, err
		}
		if err := w.SetRow(at, cells); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
