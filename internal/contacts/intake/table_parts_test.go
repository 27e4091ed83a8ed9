package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
)

// Columns without a heading, or with one that nobody knows, are told by the addresses beside them, wherever they stand.
func TestColumnsThatAddressesTell(t *testing.T) {
	t.Parallel()
	for table, want := range map[string]string{
		"Harbor Daily,Foo Bar,q@x.example\n":                 "outlet name email",
		"Foo Bar,Harbor Daily,q@x.example\n":                 "name outlet email",
		"Zed,Ana,ANA@X.EXAMPLE\nWye,Bo,BO@Y.EXAMPLE\n":       "outlet name email",
		"Wye,Tide,Q@TIDE.EXAMPLE\nZed,Mole,R@MOLE.EXAMPLE\n": "name outlet email",
	} {
		r, err := Understand(opened(t, "x.csv", table), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range r.Columns {
			got = append(got, string(c.Field))
			if c.ByCells {
				t.Errorf("%q: column %d has no heading", table, c.Index+1)
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: %s, want %s", table, got, want)
		}
	}
	r, err := Understand(opened(t, "x.csv", "Blatt,Mail\nDaily Paper,ana@paper.example\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Columns[0]; c.Unsure != heading.Outlet || !c.ByCells {
		t.Errorf("%+v", c)
	}
	for _, c := range []struct {
		v, host string
		want    bool
	}{
		{"Ti De", "x.tide.example", true},
		{"Ti De", "x-tide.example", true},
		{"Ti De", "xtide.example", false},
		{"Tide", ".tide", false},
	} {
		if likeOutlet(c.v, c.host) != c.want {
			t.Errorf("%s of %s: %t", c.v, c.host, !c.want)
		}
	}
	for cells, want := range map[string]bool{
		"   Tide    ": true, " |Tide| ": true, "   Ti12    ": false, "Tide|12|34": false, "Tide|12": false, "Tide|Mole|1": true,
	} {
		var rows []Row
		for _, v := range strings.Split(cells, "|") {
			rows = append(rows, Row{Fields: []string{v}})
		}
		if r.isText(rows, 0) != want {
			t.Errorf("%q is text: %t", cells, !want)
		}
	}
}

// The first two hundred rows tell what a column holds.
func TestTwoHundredRowsTellWhatAColumnHolds(t *testing.T) {
	t.Parallel()
	r := &Reading{Columns: []Column{{Field: heading.Email}, {Index: 1}}}
	var rows []Row
	for n := range 201 {
		v := "Ana"
		if n < 100 {
			v = "77"
		}
		rows = append(rows, Row{Fields: []string{"ana@tide.example", v}})
	}
	if name, outlet := r.likeness(rows, 1); name != 100 || outlet != 0 {
		t.Errorf("%d names and %d outlets", name, outlet)
	}
	if r.isText(rows, 1) {
		t.Error("a hundred numbers and a hundred words are no text")
	}
	if rows = rows[1:]; !r.isText(rows, 1) {
		t.Error("more words than numbers are text")
	}
}

// What stands in the row above the headings says what the columns below it are of.
func TestGroupsOfColumns(t *testing.T) {
	t.Parallel()
	for table, want := range map[string]string{
		"Person,,Outlet,\nEmail,Name,Name,Phone\nana@tide.example,Ana,Tide,1\n": "email,name,outlet,phone\nana@tide.example,Ana,Tide,1",
		"Our list,Outlet\nEmail,Name\nana@tide.example,Ana\n":                   "email,name\nana@tide.example,Ana",
		"Outlet\n\nEmail,Name\nana@tide.example,Ana\n":                          "email,name\nana@tide.example,Ana",
		"Person,,,Outlet\nEmail,Name,Phone,Name\nana@tide.example,Ana,1,Tide\n": "email,name,outlet,phone\nana@tide.example,Ana,Tide,1",
	} {
		tb := opened(t, "x.csv", table)
		above := slices.Clone(tb.Rows[0].Fields)
		if r, err := Understand(tb, nil); err != nil {
			t.Error(err)
		} else if got := strings.TrimSpace(string(r.List("").CSV())); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", table, got, want)
		}
		if !slices.Equal(tb.Rows[0].Fields, above) {
			t.Errorf("the table now says %q", tb.Rows[0].Fields)
		}
	}
}

// A name in parts and a whole one beside it, in each order, make one name.
func TestNamesInPartsAndWhole(t *testing.T) {
	t.Parallel()
	for table, want := range map[string]string{
		"First name,Full name,Email\nAna,Ana Ruiz,ana@tide.example\n":                                   "Ana Ruiz",
		"Last name,Full name,Email\nRuiz,Ana Ruiz,ana@tide.example\n":                                   "Ana Ruiz",
		"Middle name,Full name,Email\nM,Ana M Ruiz,ana@tide.example\n":                                  "Ana M Ruiz",
		"Full name,First name,Email\nAna Ruiz,Ana,ana@tide.example\n":                                   "Ana Ruiz",
		"Full name,Middle name,Email\nAna M Ruiz,M,ana@tide.example\n":                                  "Ana M Ruiz",
		"Email,First name,Last name\nana@tide.example,Ana,Ruiz\n":                                       "Ana Ruiz",
		"Email,Last name,First name\nana@tide.example,Ruiz,Ana\n":                                       "Ana Ruiz",
		"Email,First name,Last name,Vorname\nana@tide.example,Ana,Ruiz,\njan@tide.example,,Osten,Jan\n": "Ana Ruiz|Jan Osten",
	} {
		list := result(t, table)
		var names []string
		for _, e := range list.Entries {
			names = append(names, e.Values["name"])
		}
		if got := strings.Join(names, "|"); got != want || !slices.Equal(list.Columns, []string{"email", "name"}) {
			t.Errorf("%q: %s in %q", table, got, list.Columns)
		}
	}
}

// What somebody says of a column holds for the one that is headed so, and only where none is for the one with that number.
func TestColumnsThatAreCalledByANumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		table string
		as    map[string]string
		want  string
	}{
		{"Column 2,,Email\nx,y,ana@tide.example\n", map[string]string{"column 2": "tier"}, "email,tier,column_2\nana@tide.example,x,y\n"},
		{"Pier,,Email\nx,y,ana@tide.example\n", map[string]string{"column 2": "tier"}, "email,pier,tier\nana@tide.example,x,y\n"},
		{"Email,\"=\"\"Pier \"\"\"\nana@tide.example,y\n", map[string]string{"Pier": "tier"}, "email,tier\nana@tide.example,y\n"},
		{"Email,\"=\"\"Pier \"\"\"\nana@tide.example,y\n", map[string]string{" pier ": "tier"}, "email,tier\nana@tide.example,y\n"},
	} {
		r, err := Understand(opened(t, "x.csv", c.table), c.as)
		if err != nil {
			t.Error(err)
		} else if got := string(r.List("").CSV()); got != c.want {
			t.Errorf("%q %v: got\n%s\nwant\n%s", c.table, c.as, got, c.want)
		}
	}
	for f, want := range map[heading.Field]string{
		heading.Email: "email", heading.LastName: "name", heading.FurtherMail: "email_2", heading.Status: "our_status",
		heading.Consent: "our_status",
		heading.Title:   "title", heading.Phone: "phone", heading.Mobile: "mobile", heading.Twitter: "twitter", heading.City: "city",
		heading.Country: "country", heading.Department: "department", heading.Notes: "notes", heading.Website: "website",
		heading.Salutation: "salutation", "": "",
	} {
		if got := NameOf(f, "Our status"); got != want {
			t.Errorf("%s is called %q", f, got)
		}
	}
}

// Two lists that come of one table do not share who is left out of them.
func TestListsOfOneTableAreApart(t *testing.T) {
	t.Parallel()
	table := opened(t, "x.csv", "Email,Pier,Quay\nana@tide.example,yes,no\njan@tide.example,no,yes\n")
	table.Notes = append(make([]Note, 0, 8), Note{Line: 1, Text: "from the table"})
	table.off = append(make([]Leaver, 0, 8), Leaver{Line: 2, Key: "eva@tide.example", Address: "eva@tide.example"})
	left := func(as map[string]string) *Result {
		r, err := Understand(table, as)
		if err != nil {
			t.Fatal(err)
		}
		return r.List("")
	}
	first := left(map[string]string{"Pier": "left", "Quay": LeaveOut})
	second := left(map[string]string{"Quay": "left", "Pier": LeaveOut})
	for i, want := range []string{"eva@tide.example ana@tide.example", "eva@tide.example jan@tide.example"} {
		var got []string
		for _, l := range []*Result{first, second}[i].Left {
			got = append(got, l.Address)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("the list %d is without %q", i+1, got)
		}
		head := []string{"Pier", "Quay"}[i]
		said := fmt.Sprintf("[row 1: from the table row %d: %q says \"yes\": left out]", i+2, head)
		if got := fmt.Sprint([]*Result{first, second}[i].Notes); got != said {
			t.Errorf("of the list %d it is said %s, want %s", i+1, got, said)
		}
	}
}

// Of domains that are as near as each other the first of the alphabet is named, so that what is said is the same each time.
func TestOfDomainsAsNearTheFirstIsNamed(t *testing.T) {
	t.Parallel()
	var entries []Entry
	for c := 'a'; c < 't'; c++ {
		for n := range 3 {
			key := fmt.Sprintf("%d@tid%c.example", n, c)
			entries = append(entries, Entry{Key: key, Values: map[string]string{"email": key}})
		}
	}
	entries = append(entries, Entry{Line: 9, Key: "ana@tidz.example", Values: map[string]string{"email": "ana@tidz.example"}})
	if got := fmt.Sprint(alike(entries)); got != "[row 9: is ana@tidz.example meant to be at tida.example? It stays as it is]" {
		t.Error(got)
	}
}

// A value goes into the place of its cell, with the blanks around it as they were where it needs no quotation marks.
func TestBlanksAroundACellThatIsWritten(t *testing.T) {
	t.Parallel()
	c, err := OpenCells(contacts.File{Name: "press.csv", Data: []byte("email;name ;outlet\nana@tide.example;Ana \t ;Tide\n")})
	if err != nil {
		t.Fatal(err)
	}
	for value, want := range map[string]string{"Bo": "Bo \t ", "B; o": `"B; o"`, `B"o`: `"B""o"`, "": " \t "} {
		out, err := c.Set(0, map[string]string{"name": value})
		if want = "email;name ;outlet\nana@tide.example;" + want + ";Tide\n"; err != nil || string(out) != want {
			t.Errorf("%q: %q, %v, want %q", value, out, err, want)
		}
	}
	for _, value := range []string{" Bo", "Bo ", "\tBo", " "} {
		if _, err := c.Set(0, map[string]string{"name": value}); err == nil {
			t.Errorf("%q was written", value)
		}
	}
}

// Files that are nearly of another kind are read as what they are.
func TestFilesThatAreNearlyOfAnotherKind(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, data, want string }{
		{"X.CSV", "a@b.example\nc@d.example", "1 a@b.example; 2 c@d.example"},
		{"X.TSV", "a@b.example\nc@d.example", "1 a@b.example; 2 c@d.example"},
		{"x.csv", "Ana <a@b.example>\nBo <c@d.example>\n", "1 Ana <a@b.example>; 2 Bo <c@d.example>"},
		{"x.csv", "Ana <a@b.example>, Bo <c@d.example>\n", "1 Email|Name; 1 a@b.example|Ana; 1 c@d.example|Bo"},
		{"x.csv", "\xd0\xcf\x11,Ana\na@b.example,Bo\n", "1 ÐÏ\x11|Ana; 2 a@b.example|Bo"},
	} {
		var got []string
		for _, r := range opened(t, c.name, c.data).Rows {
			got = append(got, fmt.Sprintf("%d %s", r.Line, strings.Join(r.Fields, "|")))
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.name, c.data, got, c.want)
		}
	}
	for _, c := range []struct {
		data      string
		odd, even int
	}{
		{strings.Repeat("a\x00", 32) + strings.Repeat("\x00b", 40), 32, 0},
		{strings.Repeat("\x00a", 31) + strings.Repeat("b\x00", 2), 1, 31},
		{"a\x00\x00", 1, 0},
		{"\x00a\x00b\x00", 0, 2},
		{"", 0, 0},
	} {
		if odd, even := zeros([]byte(c.data)); odd != c.odd || even != c.even {
			t.Errorf("%q: %d %d, want %d %d", c.data, odd, even, c.odd, c.even)
		}
	}
}

// An address book is read as it is, and stays so: its lines are joined in a copy.
func TestAnAddressBookStaysAsItIs(t *testing.T) {
	t.Parallel()
	const book = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN: Ana\r\n  Ruiz \r\nEMAIL:ana@tide.example\r\nNOTE: two\r\n  words \r\n" +
		"TEL;CELL: tel:112\r\nTEL: tel:110\r\nTITLE:Quay mast\r\n er\r\nORG: Daily\\, Tide ;News\r\n" +
		"CATEGORIES:a\\\\\\, b\r\nEND:VCARD\r\n"
	data := []byte(book)
	for range 2 {
		table, err := Open("x.vcf", data, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(table.Rows[1].Fields, "|"); got != "ana@tide.example||Ana Ruiz|Daily, Tide|Quay master|110|112|||a\\, b|two words" {
			t.Errorf("%q", got)
		}
	}
	if string(data) != book {
		t.Errorf("%q", data)
	}
}
