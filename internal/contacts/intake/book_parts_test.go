package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// ruled is a workbook whose styles and cells are as they are given: a row of an address is struck out where the style of its first cell
// with something in it has a font that is.
func ruled(t *testing.T, styles, cells string) beside {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	f.Pkg.Store("xl/styles.xml", []byte("<styleSheet>"+styles+"</styleSheet>"))
	var b beside
	b.strikes(f, []byte(cells))
	return b
}

// Rows are struck out by the fonts and the styles of cells, and by no others that a workbook has.
func TestRowsThatAreStruckOut(t *testing.T) {
	t.Parallel()
	const styles = `<cellXfs count="2"><xf fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>`
	const cell = `<c r="A2" s="1"><v>1</v></c>`
	fonts := func(second string) string {
		return `<fonts count="2"><font><b/></font><font>` + second + `</font></fonts>` + styles
	}
	for name, c := range map[string]struct {
		styles, cells string
		want          bool
	}{
		"struck":                  {fonts(`<strike/>`), cell, true},
		"struck by a number":      {fonts(`<strike val="1"/>`), cell, true},
		"struck by a word":        {fonts(`<strike val="true"/>`), cell, true},
		"struck, with a blank":    {fonts(`<strike />`), cell, true},
		"not struck by a number":  {fonts(`<strike val="0"/>`), cell, false},
		"not struck by a word":    {fonts(`<strike val="false"/>`), cell, false},
		"another style":           {fonts(`<strike/>`), `<c r="A2" s="0"><v>1</v></c>`, false},
		"no style":                {fonts(`<strike/>`), `<c r="A2"><v>1</v></c>`, false},
		"another font":            {fonts(`</font><font><strike/>`), cell, false},
		"an empty cell before it": {fonts(`<strike/>`), `<c r="A2" s="1"/><c r="B2" s="0"><v>1</v></c>`, false},
		"behind an empty cell":    {fonts(`<strike/>`), `<c r="A2" s="0"/><c r="B2" s="1"><v>1</v></c>`, true},
		"behind another cell":     {fonts(`<strike/>`), `<c r="A2" s="0"><v>1</v></c><c r="B2" s="1"><v>1</v></c>`, false},
		"with a name before it":   {fonts(`<strike/>`), `<x:c r="A2" s="1"><x:v>1</x:v></x:c>`, true},
		"a font that is no cell's": {
			`<dxfs><dxf><font><strike/></font></dxf></dxfs><fonts><font/><font/></fonts>` + styles, cell, false,
		},
		"another word before the fonts": {
			`<!-- fonts <font/> --><fonts><font/><font><strike/></font></fonts>` + styles, cell, true,
		},
		"a font that is empty": {
			`<dxfs><dxf><font/></dxf></dxfs><fonts><font/><font><strike/></font></fonts>` + styles, cell, true,
		},
		"a style that is no cell's": {
			fonts(`<strike/>`) + `<cellStyleXfs><xf fontId="1"/></cellStyleXfs>`, `<c r="A2" s="2"><v>1</v></c>`, false,
		},
		"a font behind the fonts": {
			`<fonts><font/></fonts><dxfs><dxf><font><strike/></font></dxf></dxfs>` + styles, cell, false,
		},
	} {
		b := ruled(t, c.styles, c.cells)
		if got := b.struck[2]; got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// Of a row that is struck out somebody is asked to look, by the address in it, whichever cell that is in.
func TestWhatIsSaidOfARowThatIsStruckOut(t *testing.T) {
	t.Parallel()
	const says = "it is struck out in the sheet, and read like the others: look whether "
	for name, c := range map[string]struct {
		do   func(f *excelize.File, s string) error
		want string
	}{
		"the second cell": {func(f *excelize.File, s string) error { return strike(f, s, 3) }, "bo@tide.example is"},
		"the first cell": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "A3", "jan@tide.example")
			return strike(f, s, 3)
		}, "jan@tide.example is"},
		"no cell": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "B3", "nobody")
			return strike(f, s, 3)
		}, "they are"},
	} {
		notes := opened(t, "x.xlsx", made(t, c.do)).Notes
		if want := (Note{Line: 3, Text: says + c.want + " to be mailed", Look: true}); len(notes) != 1 || notes[0] != want {
			t.Errorf("an address in %s: %+v", name, notes)
		}
	}
}

// sheetsOf is a workbook of sheets in their order: "Press" first.
func sheetsOf(t *testing.T, sheets map[string][][]string, hidden []string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range append([]string{"Press"}, slices.Sorted(maps.Keys(sheets))...) {
		if _, err := f.NewSheet(name); err != nil { // or it is there
			t.Fatal(err)
		}
		for i, row := range sheets[name] {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, name := range hidden {
		if err := f.SetSheetVisible(name, false); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Sheets beside the one that is read, and what is said of each.
func TestSheetsBesideTheOneThatIsRead(t *testing.T) {
	t.Parallel()
	deep := func(line int) [][]string {
		rows := make([][]string, line)
		rows[0], rows[line-1] = []string{"Email"}, []string{"eva@tide.example"}
		return rows
	}
	list := [][]string{{"Email", "Name"}, {"ana@tide.example", "Ana"}, {"jan@tide.example", "Jan"}}
	for name, c := range map[string]struct {
		sheets map[string][][]string
		hidden []string
		want   string
	}{
		"an address in row 200": {
			map[string][][]string{"Press": list, "Rest": deep(200)},
			nil,
			`row 1: the sheet Rest holds addresses too, and is not read: import it by itself, with --sheet "Rest"`,
		},
		"an address in row 201": {map[string][][]string{"Press": list, "Rest": deep(201)}, nil, ""},
		"a hidden one": {
			map[string][][]string{"Press": list, "Rest": deep(2)},
			[]string{"Rest"},
			`row 1: the sheet Rest, which is hidden, holds addresses too, and is not read: import it by itself, with --sheet "Rest"`,
		},
		"one of nobody to be mailed": {
			map[string][][]string{"Press": list, "Do not mail": {{"Email"}, {"jan@tide.example"}, {"eva@tide.example"}}},
			nil,
			"row 1: the sheet Do not mail says that nobody in it is to be mailed: 2 are kept from it\n" +
				"row 3: jan@tide.example is not to be mailed, as the sheet Do not mail says: left out\n" +
				"2 jan@tide.example: the sheet Do not mail names it, refused\n3 eva@tide.example: the sheet Do not mail names it, refused",
		},
		"one of nobody at all": {map[string][][]string{"Press": list, "Do not mail": {{"Email"}, {"nobody"}}}, nil, ""},
		"hidden ones alone": {
			map[string][][]string{"Press": list},
			[]string{"Press"},
			"x.xlsx: no sheet of it that is shown holds an e-mail address; the sheet Press, which is hidden, holds addresses too, " +
				`and is not read: import it by itself, with --sheet "Press"`,
		},
		"none": {map[string][][]string{"Press": {{"Email"}}}, nil, "x.xlsx: no sheet of it holds an e-mail address"},
	} {
		table, err := Open("x.xlsx", []byte(sheetsOf(t, c.sheets, c.hidden)), "")
		if err != nil {
			if err.Error() != c.want {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		r, err := Understand(table, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		result := r.List("")
		for _, n := range result.Notes {
			got = append(got, n.String())
		}
		for _, l := range result.Left {
			got = append(got, fmt.Sprintf("%d %s: %s, %s", l.Line, l.Address, l.Says, l.Why))
		}
		if got := strings.Join(got, "\n"); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
	none := excelize.NewFile()
	defer none.Close()
	table := &Table{}
	if err := table.shunned(none, "Do not mail"); err == nil || err.Error() != `sheet "Do not mail": sheet Do not mail does not exist` {
		t.Error(err)
	}
	for _, c := range []struct {
		cells []string
		notes int
	}{{[]string{"nobody"}, 0}, {[]string{"ana@tide.example"}, 1}} {
		table := &Table{}
		for i, v := range c.cells {
			if err := none.SetCellValue("Sheet1", fmt.Sprintf("A%d", i+1), v); err != nil {
				t.Fatal(err)
			}
		}
		if err := table.shunned(none, "Sheet1"); err != nil || len(table.Notes) != c.notes || len(table.off) != c.notes {
			t.Errorf("%q: %v %v %v", c.cells, table.Notes, table.off, err)
		}
	}
}

// Workbooks of which something cannot be read say of which sheet and row that is.
func TestWorkbooksOfWhichARowCannotBeRead(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("q", 32)
	none := func(*excelize.File, string) error { return nil }
	change := func(part, old, now string) string {
		return rewritten(t, made(t, none), map[string]func(string) string{part: func(s string) string {
			if !strings.Contains(s, old) {
				t.Errorf("%s stands nowhere in %s", old, s)
			}
			return strings.Replace(s, old, now, 1)
		}})
	}
	for want, data := range map[string]string{
		`x.xlsx: sheet "` + long + `": the sheet name length exceeds the 31 characters limit`: change("xl/workbook.xml",
			`name="Sheet1"`, `name="`+long+`"`),
		`x.xlsx: sheet "Sheet1", row 3: cannot convert cell "3A" to coordinates: invalid cell name "3A"`: change("xl/worksheets/sheet1.xml",
			`<c r="A3"`, `<c r="3A"`),
		`x.xlsx: sheet "Sheet1": line 2 has 501 columns; a press list has a few`: made(t, func(f *excelize.File, s string) error {
			return f.SetCellValue(s, "SG2", "x")
		}),
	} {
		if table, err := Open("x.xlsx", []byte(data), ""); err == nil || err.Error() != want {
			t.Errorf("%v, %v, want %s", table, err, want)
		}
	}
}

// What a cell links to is read out of a formula too, with the signs that stand for others in it; and what is one cell over several rows
// stands in each, however many those are.
func TestFormulasThatLinkAndCellsThatAreOne(t *testing.T) {
	t.Parallel()
	linked := func(f *excelize.File, s string) error {
		f.SetCellValue(s, "B3", "write")
		return f.SetCellFormula(s, "B3", `HYPERLINK("mailto:sean.o'hara@tide.example?subject=x","write")`)
	}
	for _, sign := range []string{"'", "&apos;", "&#39;", "%27"} {
		data := rewritten(t, made(t, linked), map[string]func(string) string{"xl/worksheets/sheet1.xml": func(s string) string {
			for _, old := range []string{"o'hara", "o&apos;hara", "o&#39;hara"} {
				s = strings.ReplaceAll(s, old, "o"+sign+"hara")
			}
			return s
		}})
		if got := whole(t, "x.xlsx", data, ""); got != "email,name\nana@tide.example,Ana\nsean.o'hara@tide.example,Bo" {
			t.Errorf("%s: %s", sign, got)
		}
	}
	b := beside{mails: map[string]string{"A2": "ana@tide.example", "B2": "ana@tide.example"}}
	record := []string{"", "Ana"}
	if notes := b.put(2, record); len(notes) != 0 || record[0] != "<ana@tide.example>" || record[1] != "Ana <ana@tide.example>" {
		t.Errorf("%q, %v", record, notes)
	}
	b = beside{}
	b.merges([]byte(`<mergeCell ref="B2:B3"/>`))
	for line, want := range map[int]string{2: "Ana", 3: "Jan"} {
		record := []string{want}
		if b.fill(line, &record); len(record) != 1 || record[0] != want {
			t.Errorf("row %d, in which the cell that is one is missing: %q", line, record)
		}
	}
	if got := attributes([]byte(`<col min="1" x:max="2" width="`)); len(got) != 2 || got["min"] != "1" || got["x:max"] != "2" {
		t.Errorf("%q", got)
	}
	b = beside{}
	b.merges([]byte(`<mergeCell ref="A2:A1048576"/>`))
	for line, want := range map[int]string{2: "Tide", 3: "Tide", 300_000: "Tide", 1_048_576: "Tide", 1_048_577: "", 1: ""} {
		first := []string{"Tide", "x"}
		b.fill(2, &first)
		record := []string{"", "x"}
		if line == 2 {
			record = first
		}
		if b.fill(line, &record); record[0] != want {
			t.Errorf("row %d: %q", line, record[0])
		}
	}
}

// What a packed file says of its size is held against what it takes up.
func TestHowMuchMoreAFileMayUnpackTo(t *testing.T) {
	t.Parallel()
	const packed = 10_000
	for size, harmed := range map[uint64]bool{
		packed * maxRatio: false, packed*maxRatio + maxRatio - 1: false, packed*maxRatio + maxRatio: true,
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: "xl/workbook.xml", Method: zip.Deflate, UncompressedSize64: size, CompressedSize64: packed,
		})
		if err != nil {
			t.Fatal(err)
		}
		w.Write(make([]byte, packed))
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if err := harmless(b.Bytes()); (err != nil) != harmed {
			t.Errorf("%d bytes out of %d: %v", size, packed, err)
		}
	}
}
