package intake

import (
	"strings"
	"testing"

	"pressroom/internal/contacts"
)

// Countries by their code and by what people call them.
func TestCountriesAsPeopleCallThem(t *testing.T) {
	for name, want := range map[string]string{
		"usa": "US", "U.S.": "US", "u.s.a.": "US", "United States of America": "US", "England": "GB", "scotland": "GB", "Wales": "GB", "Great Britain": "GB",
		"Holland": "NL", "EE. UU.": "US", "Czech Republic": "CZ", "Deutschland": "DE", "España": "ES", " de ": "DE", "Afghanistan": "AF", "Zimbabwe": "ZW", "Åland": "AX",
		"Scotlan": "", "Englan": "", "Wale": "", "Hollan": "", "us": "US", "zz": "", "eu": "", "": "", "Nowhere": "", "Europäische Union": "",
	} {
		if got := countryCode(name); got != want || IsCountry(name) != (want != "") {
			t.Errorf("%q is %q, not %q", name, got, want)
		}
	}
}

// What a table is read into is the same in each order of its columns, and what it is read
// from stays.
func TestTheOrderOfColumnsDoesNotMatter(t *testing.T) {
	for table, want := range map[string]string{
		"Vorname;Name;E-Mail\nKlara;Stein;k@blatt.example\n":                              "email,name\nk@blatt.example,Klara Stein",
		"Surname,Name,Email\nRuiz,Ana,a@tide.example\n":                                   "email,name\na@tide.example,Ana Ruiz",
		"Name,Surname,Email\nAna,Ruiz,a@tide.example\n":                                   "email,name\na@tide.example,Ana Ruiz",
		"Person,,Outlet,\nName,Email,Name,Phone\nAna,a@tide.example,Daily Tide,1\n":       "email,name,outlet,phone\na@tide.example,Ana,Daily Tide,1",
		"Outlet,,,\nName,Email,Contact,Phone\nAna,a@tide.example,x,1\n":                   "email,name,phone,contact\na@tide.example,Ana,1,x",
		"Email,Added\na@tide.example,2 March 2026x\nb@tide.example,\"March 2nd, 2026\"\n": "email,added\na@tide.example,2 March 2026x\nb@tide.example,2026-03-02",
		"Email,Added\na@tide.example,2 March 2026\n":                                      "email,added\na@tide.example,2026-03-02",
	} {
		if got := read(t, "x.csv", table, ""); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", table, got, want)
		}
	}
	const cell = "a@tide.example\nTEL;TYPE=CELL:tel:+1 503 555 0101\nTEL:tel:+1 503 555 0100"
	if got := read(t, "x.vcf", "BEGIN:VCARD\nVERSION:3.0\nEMAIL:"+cell+"\nEND:VCARD\n", ""); got != "email,phone,mobile\na@tide.example,+1 503-555-0100,+1 503-555-0101" {
		t.Errorf("a card: %s", got)
	}
	// a list is merged into twice, and both times from what it was
	list := contacts.File{Name: "press.csv", Data: []byte("email,name\na@tide.example,Ana\n")}
	for _, name := range []string{"Bo", "Cy"} {
		out, _, err := Merge(list, nil, result(t, "email,name,outlet\na@tide.example,"+name+",Tide\n"))
		if err != nil || !strings.Contains(string(out), name+",Tide") || string(list.Data) != "email,name\na@tide.example,Ana\n" {
			t.Errorf("%s: %q, %v", name, out, err)
		}
	}
}
