package intake

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
)

// shortened is a word without its last letter.
func shortened(word string) string {
	_, last := utf8.DecodeLastRuneInString(word)
	return word[:len(word)-last]
}

// Each word that tables have for something is known, and is not without its last letter,
// where it is none then.
func TestWordsAreKnownWhole(t *testing.T) {
	for name, c := range map[string]struct {
		is    func(string) bool
		words string
	}{
		"whoever is not mailed": {heading.Gone, "unsub|non-subscribed|not subscribed|never subscribed|opted out|opted-out|opt-out|opt out|bounce|cleaned|blocked|complain|" +
			"suppressed|removed|do not|withdrawn|revoked|abgemeldet|gesperrt|widerruf|ausgetragen|désabonn|désinscri|bloqué|baja|cancelad|bloquead|" +
			"cancellat|disiscritt|bloccat|afgemeld|uitgeschreven|geblokkeerd"},
		"somebody's work": {office, "editor|reporter|journalist|correspondent|freelance|producer|columnist|writer|desk|redakteur|freier|rédacteur|rédactrice|" +
			"journaliste|pigiste|periodista|redactor|giornalista|redattore|redattrice|jornalista|redator|redacteur|Health Editor|freelancer|redakteurin|freie|redactora|redatora|journalistin"},
		"yes": {func(s string) bool { yes, ok := yesNo(s); return yes && ok }, "yes|y|true|1|x|✓|✔|☑|ok|on|agreed|ja|j|oui|o|sí|si|s|sim|sì|vrai|✅|checked|verdadeiro|wahr|verdadero|waar|vero|Yes.|✔\ufe0f"},
		"no":  {func(s string) bool { yes, ok := yesNo(s); return !yes && ok }, "no|n|false|0|-|–|✗|✘|✖|❌|☐|unchecked|off|nein|non|não|nao|nee|never|faux|falsch|falso|onwaar|No!|no, thanks"},
		"what an outlet is called by": {saysOutlet, "daily|news|times|radio|tv|herald|gazette|tribune|magazine|weekly|freelance|freelancer|zeitung|tageblatt|rundfunk|" +
			"nachrichten|anzeiger|kurier|journal|diario|periodico|gaceta|revista|giornale|corriere|gazzetta|krant|dagblad|omroep|jornal|folha|agencia|agentur|agence|agency|The News"},
		"whether somebody is mailed": {isStatus, "active|inactive|activo|activa|inactivo|inactiva|ativo|inativo|aktiv|baja|alta|actif|attivo|actief|ACTIVE|Alta"},
		"nothing in a cell": {func(s string) bool {
			table := &Table{}
			return table.add(1, []string{s}) == nil && len(table.Rows) == 0
		}, "NULL|null|(null)|N/A|n/a|NaN|nan|undefined|#N/A|#NV|#NAME?|#REF!|#VALUE!|#DIV/0!|#NUM!|#NULL!|#BEZUG!|#WERT!|0000-00-00|0000-00-00 00:00:00"},
	} {
		words := strings.Split(c.words, "|")
		known := make(map[string]bool)
		for _, w := range words {
			known[strings.ToLower(w)] = true
		}
		for _, w := range words {
			if !c.is(w) {
				t.Errorf("%q is not %s", w, name)
			}
			if short := shortened(w); short != "" && !known[strings.ToLower(strings.TrimRight(short, ".!, "))] && !strings.HasPrefix(w, "no,") && c.is(short) {
				t.Errorf("%q is %s", short, name)
			}
		}
	}
}

// Who is new, and has the name and outlet of somebody who stays on the list at another
// address, is told.
func TestSomebodyAtAnotherAddress(t *testing.T) {
	const list = "email,name,outlet\nana@old.example,Ana Ruiz,Tide\nbo@old.example,,Post\ncy@here.example,Cy,Wave\n"
	for table, want := range map[string]string{
		"email,name,outlet\nana@new.example,ANA RUIZ,tide\n": "ana@new.example has the name and outlet of ana@old.example, which is not in the file and stays: both are mailed; if it is " +
			"the old address, take its row out of the list",
		"email,name,outlet\nana@new.example,Ana Ruiz,Post\n":                                "",
		"email,name,outlet\nx@new.example,,Post\n":                                          "",
		"email,name,outlet\ncy@here.example,Cy,Wave\nc@new.example,Cy,Wave\n":               "",
		"email,name,outlet\nana@old.example,Ana Ruiz,Tide\nana@new.example,Ana Ruiz,Tide\n": "",
		"email,name,outlet\nr@new.example,AnaRuiz,Tide\n":                                   "",
	} {
		_, changes, err := Merge(contacts.File{Name: "press.csv", Data: []byte(list)}, nil, result(t, table))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(changes.Alike, "\n"); got != want {
			t.Errorf("%q: %q", table, got)
		}
	}
}

// What a file is that is no table, and what to do with it.
func TestFilesOfOtherKinds(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"x.csv", "\x1f\x8b\x08", "it is packed (.gz); unpack it first"},
		{"x.csv", "\ufeff %PDF-1.7", "it is a PDF; export the contacts as CSV or Excel"},
		{"x.xls", "<!DOCTYPE html>", "it is a web page that is called a table; open it in Excel or LibreOffice, and save it as .xlsx"},
		{"x.xls", "<HTML>", "it is a web page that is called a table; open it in Excel or LibreOffice, and save it as .xlsx"},
		{"x.xls", "<table>", "it is a web page that is called a table; open it in Excel or LibreOffice, and save it as .xlsx"},
		{"x.xls", "<meta x>", "it is a web page that is called a table; open it in Excel or LibreOffice, and save it as .xlsx"},
		{"x.xls", "<!doctype htmx", ""},
		{"x.xls", "<htm", ""},
		{"x.xls", "<tabl", ""},
		{"x.xls", "<met", ""},
		{"x.xml", "<?xml version", "it is XML; open it in Excel, and save it as .xlsx"},
		{"x.xml", "<?xm", ""},
		{"x.JSON", "{", "it is JSON; export the contacts as CSV or Excel"},
		{"x.txt", "{", ""},
		{"x.txt", "[1]", "it is JSON; export the contacts as CSV or Excel"},
		{"x.json", "", ""},
		{"x.csv", strings.Repeat(" ", 2043) + "%PDF-", "it is a PDF; export the contacts as CSV or Excel"},
		{"x.csv", strings.Repeat(" ", 2044) + "%PDF-", ""},
	} {
		if got := otherKind(c.name, []byte(c.data)); got != c.want {
			t.Errorf("%s %.30q: %q", c.name, c.data, got)
		}
	}
	const ods = "application/vnd.oasis.opendocument"
	for _, c := range []struct{ data, names, want string }{
		{"", "a xl/workbook.bin", "it is a binary Excel file (.xlsb); open it in Excel, and save it as .xlsx"},
		{"", "word/document.xml", "it is no Excel file but a Word document; copy its table into Excel, and save that as .xlsx"},
		{"", "Index/a.iwa", "it is a table of Apple's Numbers; choose File, Export To, Excel there"},
		{"", "Index.zip", "it is a table of Apple's Numbers; choose File, Export To, Excel there"},
		{"", "Index/a.txt a.iwa", "it is no Excel file; save the table as .xlsx or .csv"},
		{"", "Indexes/a.iwa", "it is no Excel file; save the table as .xlsx or .csv"},
		{"", "a/b/x.CSV y.xlsx", "it is a folder of files, packed (.zip); unpack it, and import x.CSV"},
		{"", "y.xlsx", "it is a folder of files, packed (.zip); unpack it, and import y.xlsx"},
		{"", "y.vcf", "it is a folder of files, packed (.zip); unpack it, and import y.vcf"},
		{"", "y.tsv", "it is a folder of files, packed (.zip); unpack it, and import y.tsv"},
		{"", "y.ts", "it is no Excel file; save the table as .xlsx or .csv"},
		{ods, "y.csv", "it is a spreadsheet of LibreOffice (.ods); open it there, and save it as .xlsx"},
		{strings.Repeat("x", 256-len(ods)) + ods, "", "it is a spreadsheet of LibreOffice (.ods); open it there, and save it as .xlsx"},
		{strings.Repeat("x", 257-len(ods)) + ods, "", "it is no Excel file; save the table as .xlsx or .csv"},
	} {
		if got := packedKind([]byte(c.data), strings.Fields(c.names)); got != c.want {
			t.Errorf("%s: %q", c.names, got)
		}
	}
}

// Several people in one cell, and what is kept of their row for each.
func TestPeopleOfOneCell(t *testing.T) {
	for cell, want := range map[string]int{
		"Ana <a@b.example>; Bo <c@d.example>": 2, "Ana <a@b.example>\nBo <c@d.example>": 2, "Ana <a@b.example>\r\nBo <c@d.example>": 2, "Ana <a@b.example>\rBo <c@d.example>": 2, "Ana <a@b.example> Bo <c@d.example>": 0, "Ana\nRuiz <a@b.example>; Bo <c@d.example>": 2, "Ana <a@b.example>; Ana <c@d.example>": 0, "Ana <a@b.example>; Bo <A@b.example>": 0,
		"<a@b.example>; Bo <c@d.example>": 0, "Ana <a@b.example>; nobody": 0, "Ana <a@b.example>": 0, "Ana <a@b.example>,\n Bo <c@d.example>": 2, "": 0,
		"a@b.example, c@d.example; e@f.example, g@h.example, i@j.example": 0, "a@b.example, c@d.example; e@f.example\ng@h.example|i@j.example k@l.example": 6,
		"a@b.example, c@d.example, A@b.example, e@f.example, g@h.example, i@j.example": 0, "a@b.example, c@d.example, e@f.example, g@h.example, i@j.example, k@l.example, nobody": 0,
		strings.Repeat("x", 90) + "@b.example," + strings.Repeat(" a@b.example, c@d.example, e@f.example, g@h.example, i@j.example,", 90): 6,
	} {
		if got := len(people(cell)); got != want {
			t.Errorf("%q: %d people", cell, got)
		}
	}
	table := opened(t, "x.csv", "Email,Name,Phone\n\"Ana <a@b.example>; Bo <c@d.example>\",Both,1\n")
	r, err := Understand(table, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // a table that was read is as it was
		if got := string(r.List("").CSV()); got != "email,name,phone\na@b.example,Ana,1\nc@d.example,Bo,1\n" {
			t.Errorf("got %s", got)
		}
	}
	if got := fmt.Sprint(r.Table.Rows[1].Fields[0]); got != "Ana <a@b.example>; Bo <c@d.example>" {
		t.Errorf("the table now says %s", got)
	}
}
