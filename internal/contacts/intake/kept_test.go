package intake

import (
	"strings"
	"testing"

	"pressroom/internal/contacts/heading"
)

// What a spreadsheet was kept from reading as a number is the text in it, and nothing where
// that is empty.
func TestTextsThatAreKeptFromBeingNumbers(t *testing.T) {
	t.Parallel()
	const head = "email,name,outlet\n"
	for cell, want := range map[string]string{
		`"=""0012"""`: "0012", `"=""Tide"""`: "Tide", `"=""a""""b"""`: `"a""b"`, `"="""""`: "", `"="`: "=",
	} {
		got := read(t, "list.csv", head+"a@b.example,Ana,"+cell+"\nc@d.example,Cy,Wave\n", "")
		lines := strings.Split(got, "\n")
		if row := lines[1]; row != "a@b.example,Ana,"+want {
			t.Errorf("%s: %s, want %s", cell, row, want)
		}
	}
}

// A telephone number that has lost its digits is left out, of whatever kind, and anything else
// that looks so stays.
func TestNumbersThatLostTheirDigits(t *testing.T) {
	t.Parallel()
	for v, want := range map[string]bool{
		"4.9E+11": true, " 4,9e+11 ": true, "5E+11": true, "4.9E+11 (office)": false, "(office) 4.9E+11": false, "49E+11": false, "4.9E11": false,
	} {
		if scientific.MatchString(v) != want {
			t.Errorf("%q has lost its digits: %t", v, !want)
		}
	}
	for head, want := range map[string]string{"phone": "", "mobile": "", "notes": "4.9E+11", "twitter": "4.9E+11"} {
		got := read(t, "list.csv", "email,name,"+head+"\na@b.example,Ana,4.9E+11\nc@d.example,Cy,\n", "")
		if strings.Contains(got, "E+") != (want != "") {
			t.Errorf("%s:\n%s", head, got)
		}
	}
	if got, ok := value(heading.Phone, "+1 503-555-0100\r\n+1 503-555-0101", "1"); !ok || got != "+1 503-555-0100 / +1 503-555-0101" {
		t.Errorf("%q", got)
	}
}

// Cards of a later version write telephone numbers as addresses.
func TestNumbersOfCards(t *testing.T) {
	t.Parallel()
	got := read(t, "x.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEMAIL:a@b.example\r\nTEL;VALUE=uri;TYPE=cell:tel:+15035550100\r\n"+
		"TEL;VALUE=uri:tel:+15035550101\r\nEND:VCARD\r\n", "US")
	if want := "email,name,phone,mobile\na@b.example,Ana,+1 503-555-0101,+1 503-555-0100"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// A table whose first line has one address in angle brackets is a table; with two it is a
// line of a mail.
func TestOneAddressInBracketsIsACell(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]int{"Ana <ana@b.example>\nBo <bo@b.example>\n": 2, "Ana <ana@b.example>, Bo <bo@b.example>\n": 2} {
		table, err := Open("list.csv", []byte(data), "")
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Rows) < want {
			t.Errorf("%q: %d rows", data, len(table.Rows))
		}
	}
}
