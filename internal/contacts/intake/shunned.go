package intake

import (
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
)

// sections are, of each row, the title above it that says that nobody below it is to be mailed;
// "" where there is none. A title is the only thing in its row.
func sections(rows []Row) []string {
	out := make([]string, len(rows))
	below := ""
	for i, row := range rows {
		if title, is := titleOf(row); is {
			below = ""
			if i > 0 && heading.Shuns(title) { // one right below the headings may belong to them
				below = title
			}
			continue
		}
		out[i] = below
	}
	return out
}

// titleOf is what a row says that says one thing only, which is no address.
func titleOf(row Row) (title string, is bool) {
	for _, v := range row.Fields {
		switch {
		case v == "":
		case strings.Contains(v, "@") || title != "" && title != v:
			return "", false
		default:
			title = v
		}
	}
	return title, title != ""
}

// shunnedBy is the name of a table that says that nobody in it is to be mailed; "" where its name
// does not, or a column tells it of each.
func (r *Reading) shunnedBy() string {
	for _, c := range r.Columns {
		if asks(c.Field) {
			return ""
		}
	}
	name := r.Table.Sheet
	if name == "" {
		name = r.Table.Name
	}
	if heading.Shuns(strings.TrimSuffix(name, path.Ext(name))) {
		return name
	}
	return ""
}

// shunned keeps those of a sheet beside the one that is read whose name says that nobody in it
// is to be mailed.
func (t *Table) shunned(f *excelize.File, name string) error {
	o := &Table{}
	if err := o.readSheet(f, name); err != nil {
		return err
	}
	n := 0
	for _, row := range o.Rows {
		for _, v := range row.Fields {
			for _, address := range addressesIn(v) {
				if key, err := contacts.AddressKey(address); err == nil {
					n++
					t.off = append(t.off, Leaver{
						Line: row.Line, Key: key, Address: address, Says: fmt.Sprintf("the sheet %s names it", name),
						Why: heading.GroundOf(name, ""), sheet: name,
					})
				}
			}
		}
	}
	if n > 0 {
		t.Notes = append(t.Notes, Note{
			Line: 1, Text: fmt.Sprintf("the sheet %s says that nobody in it is to be mailed: %d are kept from it", name, n),
		})
	}
	return nil
}
