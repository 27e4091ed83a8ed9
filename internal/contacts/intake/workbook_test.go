package intake

import (
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// made is an Excel file with one sheet that is made by hand.
func made(t *testing.T, do func(f *excelize.File, sheet string) error) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{
		"A1": "Name", "B1": "E-Mail", "C1": "Phone", "D1": "Added",
		"A2": "Ana", "B2": "ana@tide.example", "A3": "Bo", "B3": "bo@tide.example",
	} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := do(f, "Sheet1"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWorkbooksAsPeopleKeepThem: links, formulas, days, numbers, and what is hidden.
func TestWorkbooksAsPeopleKeepThem(t *testing.T) {
	const two = "email,name\nana@tide.example,Ana\nbo@tide.example,Bo"
	for name, c := range map[string]struct {
		do   func(f *excelize.File, s string) error
		want string
	}{
		"a linked address under another word": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "B3", "write to him")
			return f.SetCellHyperLink(s, "B3", "mailto:bo@tide.example?subject=Hello", "External")
		}, two},
		"names that are links": {func(f *excelize.File, s string) error {
			f.RemoveCol(s, "B")
			f.SetCellHyperLink(s, "A2", "mailto:ana@tide.example", "External")
			return f.SetCellHyperLink(s, "A3", "mailto:bo@tide.example", "External")
		}, two},
		"a formula that links": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "B3", "Bo")
			return f.SetCellFormula(s, "B3", `HYPERLINK("mailto:bo@tide.example","Bo")`)
		}, two},
		"a formula without a result": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "B3", nil)
			return f.SetCellFormula(s, "B3", `LOWER(A3)&"@tide.example"`)
		}, "email,name\nana@tide.example,Ana\n! row 3: B3 is a formula of which nothing has come yet; open the file in Excel, and save it\n! row 3: no e-mail address: left out"},
		"a hidden row": {
			func(f *excelize.File, s string) error { return f.SetRowVisible(s, 3, false) },
			two + "\n! row 3: it is hidden in the sheet, and read like the others",
		},
		"a hidden column": {
			func(f *excelize.File, s string) error { return f.SetColVisible(s, "B", false) },
			two + "\n! row 1: hidden columns are read like the others: B",
		},
		"days and numbers": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "C2", 442079460958)
			f.SetCellValue(s, "C3", "0049 30 90180")
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			if err != nil {
				return err
			}
			f.SetCellValue(s, "D2", time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))
			f.SetCellStyle(s, "D2", "D2", style)
			own := "dd.mm.yyyy"
			if style, err = f.NewStyle(&excelize.Style{CustomNumFmt: &own}); err != nil {
				return err
			}
			f.SetCellValue(s, "D3", time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))
			return f.SetCellStyle(s, "D3", "D3", style)
		}, "email,name,added,phone\nana@tide.example,Ana,2026-03-02,442079460958\nbo@tide.example,Bo,2026-03-02,+49 30 90180"},
		"merged headings above": {func(f *excelize.File, s string) error {
			if err := f.InsertRows(s, 1, 2); err != nil {
				return err
			}
			f.SetCellValue(s, "A1", "Our press list, spring")
			f.SetCellValue(s, "A2", "Person")
			if err := f.MergeCell(s, "A1", "D1"); err != nil {
				return err
			}
			return f.MergeCell(s, "A2", "B2")
		}, two},
	} {
		t.Run(name, func(t *testing.T) {
			if got := whole(t, "x.xlsx", made(t, c.do), ""); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, strings.TrimSpace(c.want))
			}
		})
	}
}
