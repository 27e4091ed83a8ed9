package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestWorkbooksOfWhoMovesHere: what spreadsheets hold beside their cells is not passed over.
func TestWorkbooksOfWhoMovesHere(t *testing.T) {
	const two = "email,name\nana@tide.example,Ana\nbo@tide.example,Bo"
	for name, c := range map[string]struct {
		do   func(f *excelize.File, s string) error
		want string
	}{
		"a second sheet with addresses": {func(f *excelize.File, s string) error {
			f.NewSheet("Regional")
			f.SetCellValue("Regional", "A1", "Email")
			f.SetCellValue("Regional", "A2", "cy@shore.example")
			return f.SetCellValue("Regional", "A3", "di@shore.example")
		}, two + "\n! row 1: the sheet Regional holds addresses too, and is not read: import it by itself, with --sheet \"Regional\""},
		"a sheet of those who want no mail": {func(f *excelize.File, s string) error {
			f.NewSheet("Abgemeldet")
			f.SetCellValue("Abgemeldet", "A1", "Email")
			f.SetCellValue("Abgemeldet", "A2", "BO@tide.example")
			return f.SetCellValue("Abgemeldet", "B3", "Cy <cy@shore.example>")
		}, "email,name\nana@tide.example,Ana\n! row 1: the sheet Abgemeldet says that nobody in it is to be mailed: 2 are kept from it\n" +
			"! row 3: bo@tide.example is not to be mailed, as the sheet Abgemeldet says: left out"},
		"a hidden sheet with addresses": {func(f *excelize.File, s string) error {
			f.NewSheet("Old")
			f.SetCellValue("Old", "A1", "Email")
			f.SetCellValue("Old", "A2", "cy@shore.example")
			return f.SetSheetVisible("Old", false)
		}, two + "\n! row 1: the sheet Old, which is hidden, holds addresses too, and is not read: import it by itself, with --sheet \"Old\""},
		"an outlet merged over its people": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "C1", "Outlet")
			f.SetCellValue(s, "C2", "Daily Tide")
			return f.MergeCell(s, "C2", "C3")
		}, "email,name,outlet\nana@tide.example,Ana,Daily Tide\nbo@tide.example,Bo,Daily Tide"},
		"a row that is struck out": {func(f *excelize.File, s string) error {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
			if err != nil {
				return err
			}
			return f.SetCellStyle(s, "A3", "D3", style)
		}, two + "\n! row 3: it is struck out in the sheet, and read like the others: look whether bo@tide.example is to be mailed"},
		"a row without an address that is struck out": {func(f *excelize.File, s string) error {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
			if err != nil {
				return err
			}
			f.SetCellValue(s, "A4", "Cy")
			return f.SetCellStyle(s, "A4", "D4", style)
		}, two + "\n! row 4: it is struck out in the sheet, and read like the others: look whether they are to be mailed\n! row 4: no e-mail address: left out"},
		"a cell that is struck out behind one that is not": {func(f *excelize.File, s string) error {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
			if err != nil {
				return err
			}
			return f.SetCellStyle(s, "B3", "D3", style)
		}, two},
		"a sheet of one who wants no mail": {func(f *excelize.File, s string) error {
			f.NewSheet("Unsubscribed")
			f.SetCellValue("Unsubscribed", "A1", "Email")
			return f.SetCellValue("Unsubscribed", "A2", "bo@tide.example")
		}, "email,name\nana@tide.example,Ana\n! row 1: the sheet Unsubscribed says that nobody in it is to be mailed: 1 are kept from it\n" +
			"! row 3: bo@tide.example is not to be mailed, as the sheet Unsubscribed says: left out"},
		"a link whose address has an apostrophe in it": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "B3", "write to him")
			return f.SetCellHyperLink(s, "B3", "mailto:b.o'hara@tide.example", "External")
		}, "email,name\nana@tide.example,Ana\nb.o'hara@tide.example,Bo"},
		"a link to another address than it shows": {func(f *excelize.File, s string) error {
			return f.SetCellHyperLink(s, "B3", "mailto:old@tide.example", "External")
		}, two + "\n! row 3: B3 shows bo@tide.example, and is a link to old@tide.example: what it shows is mailed"},
		"a link whose address has signs in it": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "B3", "write to him")
			return f.SetCellHyperLink(s, "B3", "mailto:bo%2Bpress@tide.example?subject=Hello%20Bo", "External")
		}, "email,name\nana@tide.example,Ana\nbo+press@tide.example,Bo"},
		"a tick of who has left": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "C1", "Opt-out")
			f.SetCellValue(s, "C2", false)
			return f.SetCellValue(s, "C3", true)
		}, "email,name\nana@tide.example,Ana\n! row 3: \"Opt-out\" says \"TRUE\": left out"},
		"an address in letters of several kinds": {func(f *excelize.File, s string) error {
			return f.SetCellRichText(s, "B3", []excelize.RichTextRun{{Text: "bo"}, {Text: "@tide.", Font: &excelize.Font{Bold: true}}, {Text: "example"}})
		}, two},
		"a sum below, and an error in a cell": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "A5", "Total")
			f.SetCellValue(s, "B5", 2)
			return f.SetCellValue(s, "C2", "#N/A")
		}, two + "\n! row 5: \"2\" is no e-mail address: left out"},
		"numbers without their first zero": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "C2", 2079460958)
			f.SetCellValue(s, "C3", 7.9e9)
			f.SetCellValue(s, "D1", "Country")
			f.SetCellValue(s, "D2", "United Kingdom")
			return f.SetCellValue(s, "D3", "Nowhere")
		}, "email,name,phone,country\nana@tide.example,Ana,+44 20 7946 0958,United Kingdom\nbo@tide.example,Bo,7900000000,Nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := whole(t, "x.xlsx", made(t, c.do), ""); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// stored is a packed file whose one part is not made smaller, as the first of OpenDocument is.
func stored(t *testing.T, name, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWhatToDoWithOtherFiles: a file that is no table of ours says which program makes one of it.
func TestWhatToDoWithOtherFiles(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"a spreadsheet of LibreOffice": {"x.ods", stored(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "it is a spreadsheet of LibreOffice (.ods); open it there, and save it as .xlsx"},
		"a table of Numbers":           {"x.numbers", zipped(t, "Index/Document.iwa", "x"), "it is a table of Apple's Numbers; choose File, Export To, Excel there"},
		"a binary workbook":            {"x.xlsb", zipped(t, "xl/workbook.bin", "x"), "it is a binary Excel file (.xlsb); open it in Excel, and save it as .xlsx"},
		"a folder of files":            {"x.zip", zipped(t, "contacts.csv", "email\n"), "it is a folder of files, packed (.zip); unpack it, and import contacts.csv"},
		"a Word document":              {"x.docx", zipped(t, "word/document.xml", "<x/>"), "it is no Excel file but a Word document; copy its table into Excel, and save that as .xlsx"},
		"a packed table":               {"x.csv.gz", "\x1f\x8b\x08\x00", "it is packed (.gz); unpack it first"},
		"a web page":                   {"x.xls", "  <!DOCTYPE html><html><table>", "it is a web page that is called a table"},
		"a table of Excel 2003":        {"x.xml", "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "it is XML; open it in Excel, and save it as .xlsx"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Open(c.file, []byte(c.data), ""); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}
