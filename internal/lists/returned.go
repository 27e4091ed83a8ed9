package lists

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/intake"
)

// recognize finds out whether the file is the list as it was exported.
func (i *Import) recognize(t *intake.Table) error {
	data, err := read(i.w, exportFile(i.List))
	if err != nil || data == nil || !i.Exists {
		return err
	}
	last, err := read(i.w, lastFile(i.List))
	if err != nil {
		return err
	}
	headings, err := csv.NewReader(bytes.NewReader(data)).Read()
	if err == nil && len(t.Rows) > 0 {
		i.ours = exportedOf(t.Rows[0].Fields, headings, last != nil)
	}
	return nil
}

// fewExported are so few headings that some other table may well have them all, and more.
const fewExported = 3

// exportedOf are the headings of a table that are those of an export: all of them in any order,
// and where they are not few also with others beside them, or without some: without half of them at
// most, where tables from elsewhere are imported into the list too. It is nil for a table that does
// not come from the export.
func exportedOf(heads, exported []string, elsewhere bool) (ours []string) {
	others := 0
	for _, h := range heads {
		switch {
		case slices.Contains(exported, h):
			ours = append(ours, h)
		case h != "":
			others++
		}
	}
	few := len(ours) <= fewExported
	switch {
	case !slices.Contains(ours, "email"), others > 0 && (few || len(ours) < len(exported)),
		len(ours) < len(exported) && (few || elsewhere && 2*len(ours) < len(exported)):
		return nil
	}
	return ours
}

// returned is the export as it stands once a file of it has come back: rows and columns that the
// file does not have stay, for one that has them.
func (i *Import) returned() ([]byte, error) {
	data, err := read(i.w, exportFile(i.List))
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", exportFile(i.List), err)
	}
	heads := rows[0]
	email := slices.Index(heads, "email")
	at := make(map[string]int)
	for n, row := range rows[1:] {
		if key, err := contacts.AddressKey(row[email]); err == nil {
			at[key] = n + 1
		}
	}
	for _, e := range i.Result.Entries {
		n, is := at[e.Key]
		if !is {
			n = len(rows)
			rows = append(rows, make([]string, len(heads)))
		}
		for _, h := range i.ours {
			rows[n][slices.Index(heads, h)] = e.Values[h]
		}
	}
	var b bytes.Buffer
	err = csv.NewWriter(&b).WriteAll(rows)
	return b.Bytes(), err
}
