package intake

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"pressroom/internal/contacts"
)

func utf16le(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// workbook is an Excel file with the sheets that are named, some of them hidden.
func workbook(t testing.TB, sheets map[string][][]string, hidden ...string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for name, rows := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		w, err := f.NewStreamWriter(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			cells := make([]any, len(r))
			for j, v := range r {
				cells[j] = v
			}
			if err := w.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	for _, h := range hidden {
		if err := f.SetSheetVisible(h, false); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFiles(t *testing.T) {
	const want = "email,name,outlet\nana@tide.example,Zoë Ruiz,Daily Tide"
	const table = "Email\tName\tOutlet\r\nana@tide.example\tZoë Ruiz\tDaily Tide\r\n"
	card := func(lines ...string) string {
		return "BEGIN:VCARD\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
	}
	for name, c := range map[string]struct{ file, data, want string }{
		"UTF-16 with a mark":    {"x.txt", "\xff\xfe" + utf16le(table), want},
		"UTF-16 without":        {"x.txt", utf16le(table), want},
		"a workbook":            {"x.xlsx", workbook(t, map[string][][]string{"Press": {{"Email", "Name", "Outlet"}, {"ana@tide.example", "Zoë Ruiz", "Daily Tide"}}}), want},
		"behind a hidden sheet": {"x.xlsx", workbook(t, map[string][][]string{"A": {{"Email"}, {"old@tide.example"}}, "B": {{"Email", "Name", "Outlet"}, {"ana@tide.example", "Zoë Ruiz", "Daily Tide"}}}, "A"), want},
		"a card":                {"x.vcf", card("VERSION:3.0", "FN:Zoë Ruiz", "ORG:Daily Tide;News", "EMAIL;TYPE=INTERNET:ana@tide.example"), want},
		"an old card": {"x.vcf", card("VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ruiz;Zo=C3=", "=AB;;;",
			"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB Ruiz", "ORG:Daily Tide", "EMAIL;INTERNET:ana@tide.example"), want},
		"a card with more": {
			"x.vcf", card("VERSION:4.0", "N:Ruiz;Ana;María;;", "EMAIL:home@tide.example", "EMAIL;PREF=1:ana@tide.example", "TEL;TYPE=cell:tel:+1-503-555-0100",
				"TEL;TYPE=fax:+1-503-555-0199", "TITLE:Editor", "CATEGORIES:press,health", "LANG:es") + card("VERSION:4.0", "FN:No Address"),
			"email,name,language,tags,title,mobile,email_2\nana@tide.example,Ana María Ruiz,es,press;health,Editor,+1 503-555-0100,home@tide.example",
		},
		"a To line":        {"pasted", "To: Ana Ruiz <ana@tide.example>, \"Lind, Bo\" <bo@tide.example>; cy@tide.example,", "email,name\nana@tide.example,Ana Ruiz\nbo@tide.example,Bo Lind\ncy@tide.example,"},
		"turned names":     {"pasted", "Ruiz, Ana <ana@tide.example>; Lind, Bo <bo@tide.example>", "email,name\nana@tide.example,Ana Ruiz\nbo@tide.example,Bo Lind"},
		"one under other":  {"x.txt", "ana@tide.example\n\n<bo@tide.example>\r\n'cy@tide.example'\n", "email\nana@tide.example\nbo@tide.example\ncy@tide.example"},
		"a table all same": {"x.txt", table, want},
	} {
		t.Run(name, func(t *testing.T) {
			if got := read(t, c.file, c.data, ""); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestWhatIsNoList(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"nothing":          {"x.csv", "", "x.csv: there is nothing in it"},
		"old Excel":        {"x.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx without one"},
		"a Word file":      {"x.docx", zipped(t, "word/document.xml", "<x/>"), "it is no Excel file"},
		"half a workbook":  {"x.xlsx", workbook(t, map[string][][]string{"A": {{"Email"}}})[:800], "it is no Excel file"},
		"no address":       {"x.xlsx", workbook(t, map[string][][]string{"A": {{"Email"}}}), "no sheet of it holds an e-mail address"},
		"a picture":        {"x.csv", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "it is no table of text"},
		"an open quote":    {"x.csv", "email,name\na@b.example,\"Ana\n", "line 2, column "},
		"too many columns": {"x.csv", "email" + strings.Repeat(",x", 600) + "\n", "601 columns"},
		"a broken card":    {"x.vcf", "BEGIN:VCARD\nFN:Ana\n", "the 1. card"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Open(c.file, []byte(c.data), ""); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	two := workbook(t, map[string][][]string{"A": {{"Email"}, {"a@b.example"}}, "B": {{"Email"}, {"b@b.example"}}})
	if _, err := Open("x.xlsx", []byte(two), "C"); err == nil || !strings.Contains(err.Error(), `no sheet "C"; there are Sheet1, `) {
		t.Error(err)
	}
	if table, err := Open("x.xlsx", []byte(two), "b"); err != nil || table.Sheet != "B" || table.Rows[1].Fields[0] != "b@b.example" {
		t.Error(table, err)
	}
	many := "email\n" + strings.Repeat("j@b.example\n", maxRows)
	if _, err := Open("x.csv", []byte(many), ""); err == nil || !strings.Contains(err.Error(), "more than 250000 rows; divide it") {
		t.Error(err)
	}
}

func zipped(t testing.TB, name, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// bomb is a workbook of a megabyte that would unpack to a gigabyte: deflate writes a
// block of zeros a thousand times as long as itself.
func bomb(t testing.TB) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	d, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Write(make([]byte, 1<<20)); err != nil {
		t.Fatal(err)
	}
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	blocks := bytes.Repeat(packed.Bytes(), 1<<10)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, UncompressedSize64: 1 << 30, CompressedSize64: uint64(len(blocks))})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(blocks); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestABombIsNotUnpacked: it is refused by what it says of itself.
func TestABombIsNotUnpacked(t *testing.T) {
	data := bomb(t)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Open("x.xlsx", data, "")
	runtime.ReadMemStats(&after)
	if err == nil || !strings.Contains(err.Error(), "unpacks to far more") {
		t.Fatal(err)
	}
	if got := after.TotalAlloc - before.TotalAlloc; got > 8<<20 {
		t.Errorf("%d MiB were taken to refuse it", got>>20)
	}
}

func TestSaidByHand(t *testing.T) {
	table := func() *Table {
		tb, err := Open("x.csv", []byte("Adresse;Blatt;Kürzel;Ich\nana@tide.example;Daily Tide;AR;Ana Ruiz\n"), "")
		if err != nil {
			t.Fatal(err)
		}
		return tb
	}
	r, err := Understand(table(), map[string]string{"blatt": "outlet", "Kürzel": LeaveOut, "Ich": "name"})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(r.List("").CSV())); got != "email,name,outlet\nana@tide.example,Ana Ruiz,Daily Tide" {
		t.Errorf("%s", got)
	}
	if r, err = Understand(table(), nil); err != nil || !r.Guessed {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(r.List("").CSV())); got != "email,blatt,kurzel,ich\nana@tide.example,Daily Tide,AR,Ana Ruiz" {
		t.Errorf("%s", got)
	}
	for _, as := range []map[string]string{{"Nothing": "name"}, {"Blatt": "!!"}} {
		if _, err := Understand(table(), as); err == nil {
			t.Errorf("%v was taken", as)
		}
	}
}

// TestWhatIsTold of rows that are left out, joined, or look odd.
func TestWhatIsTold(t *testing.T) {
	for in, want := range map[string]string{
		"email,name\n,Ana\nb@b.example,Bo\n":                                          "row 2: no e-mail address: left out",
		"email\nze\u200bro@b.example\n":                                               "U+200B",
		"email,language\na@b.example,Klingon!\n":                                      `row 2: language "Klingon!" is not understood, and left out`,
		"email,embargo\na@b.example,sometimes\n":                                      `row 2: embargo "sometimes" is not understood`,
		"email,name,outlet\na@b.example,Ana Ruiz,Tide\nana@c.example,ANA RUIZ,tide\n": "row 3: ana@c.example has the name and outlet of a@b.example in row 2; both are mailed",
		"email\nana@gmial.com\n":                                                      "row 2: is ana@gmial.com meant to be at gmail.com? It stays as it is",
		"email\na@b.example\nA@B.example\n":                                           "row 3: A@B.example stands in row 2 already; the two are joined",
	} {
		tb, err := Open("x.csv", []byte(in), "")
		if err != nil {
			t.Fatal(err)
		}
		r, err := Understand(tb, nil)
		if err != nil {
			t.Fatal(err)
		}
		if notes := fmt.Sprint(r.List("").Notes); !strings.Contains(notes, want) {
			t.Errorf("%q: %s\nwant %s", in, notes, want)
		}
	}
}

func rows(n int) [][]string {
	out := [][]string{{"First Name", "Last Name", "E-Mail", "Outlet", "Topics", "Phone", "Language"}}
	for i := range n {
		out = append(out, []string{"Ana", fmt.Sprint("Ruiz ", i), fmt.Sprintf("j%d@tide%d.example", i, i%50), "Daily Tide", "health, energy", "+1 503 555 0100", "English"})
	}
	return out
}

func BenchmarkWorkbook10000(b *testing.B) {
	data := []byte(workbook(b, map[string][][]string{"Press": rows(10_000)}))
	for b.Loop() {
		list(b, "x.xlsx", data, 10_000)
	}
}

func BenchmarkCSV100000(b *testing.B) {
	var s strings.Builder
	for _, r := range rows(100_000) {
		s.WriteString(strings.Join(r, ";") + "\n")
	}
	for b.Loop() {
		list(b, "x.csv", []byte(s.String()), 100_000)
	}
}

func BenchmarkBomb(b *testing.B) {
	data := bomb(b)
	for b.Loop() {
		if _, err := Open("x.xlsx", data, ""); err == nil {
			b.Fatal("it was unpacked")
		}
	}
}

func list(b *testing.B, name string, data []byte, want int) {
	table, err := Open(name, data, "")
	if err != nil {
		b.Fatal(err)
	}
	r, err := Understand(table, nil)
	if err != nil {
		b.Fatal(err)
	}
	if got := len(r.List("").Entries); got != want {
		b.Fatalf("%d journalists", got)
	}
}

// BenchmarkMerge100000 is a second import, in which nothing changed.
func BenchmarkMerge100000(b *testing.B) {
	var s strings.Builder
	for _, r := range rows(100_000) {
		s.WriteString(strings.Join(r, ";") + "\n")
	}
	table, err := Open("x.csv", []byte(s.String()), "")
	if err != nil {
		b.Fatal(err)
	}
	r, err := Understand(table, nil)
	if err != nil {
		b.Fatal(err)
	}
	result := r.List("")
	last := result.CSV()
	for b.Loop() {
		_, changes, err := Merge(contacts.File{Name: "x.csv", Data: last}, last, result)
		if err != nil || changes.Same != 100_000 {
			b.Fatal(changes, err)
		}
	}
}
