package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/emersion/go-vcard"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
)

// TestWhatACellOfAColumnSaysOfBeingMailed reads yes and no, days, counts and words in columns that tell who is mailed.
func TestWhatACellOfAColumnSaysOfBeingMailed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		f                 heading.Field
		v                 string
		leaves, undecides bool
	}{
		{heading.Left, "yes", true, false},
		{heading.Left, "no", false, false},
		{heading.Left, "https://a.example", false, false},
		{heading.Left, "unsubscribed", true, false},
		{heading.Left, "no mail", true, false},
		{heading.Left, "gone", true, false},
		{heading.Left, "subscribed", false, false},
		{heading.Left, "denied", false, false},
		{heading.Left, "2026-03-02", true, false},
		{heading.Left, "unknown", false, true},
		{heading.Left, "12", false, true},
		{heading.Left, "123", false, true},
		{heading.Left, "1234", true, false},
		{heading.Inactive, "yes", true, false},
		{heading.Inactive, "?", false, true},
		{heading.Inactive, "2026", true, false},
		{heading.Consent, "yes", false, false},
		{heading.Consent, "no", true, false},
		{heading.Consent, "denied", true, true},
		{heading.Consent, "gone", true, false},
		{heading.Consent, "unknown", false, true},
		{heading.Consent, "Marlow", false, false},
		{heading.Subscribed, "inactive", true, false},
		{heading.Subscribed, "no", true, false},
		{heading.Active, "retired", true, false},
		{heading.Active, "x", false, false},
		{heading.Active, "not asked", true, true},
		{heading.Status, "left", true, false},
		{heading.Status, "left in May", true, false},
		{heading.Status, "left in May 2025", true, false},
		{heading.Status, "left, 12.3.2025", true, false},
		{heading.Status, "active", false, false},
		{heading.Status, "on leave", false, false},
		{heading.Status, "no", false, true},
		{heading.Status, "yes", false, false},
		{heading.Status, "unknown", false, true},
		{heading.Status, "denied", false, true},
		{heading.Name, "unsubscribed", false, false},
		{heading.Name, "?", false, false},
	} {
		if got := left(c.f, c.v); got != c.leaves {
			t.Errorf("%s %q: leaves %t", c.f, c.v, got)
		}
		if got := undecided(c.f, c.v); got != c.undecides {
			t.Errorf("%s %q: undecided %t", c.f, c.v, got)
		}
	}
	for v, want := range map[string]bool{
		"Active": true, "baja": true, "actief": true, "no mail": true, "gone": true, "retired": true, "Marlow": false, "": false,
		"unknown": false,
	} {
		if isStatus(v) != want {
			t.Errorf("%q is a status: %t", v, !want)
		}
	}
}

// TestColumnsThatAskWhetherSomebodyIsMailed are those with such a heading, in which nothing but yes and no stands.
func TestColumnsThatAskWhetherSomebodyIsMailed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		head, cells string
		is, want    heading.Field
	}{
		{"E-Mail?", "yes,no,", heading.Email, heading.Consent},
		{"E-Mail?", ",,", heading.Email, heading.Email},
		{"E-Mail?", "yes,ana", heading.Email, heading.Email},
		{"E-Mail", "yes,no", heading.Email, heading.Email},
		{"No mail?", "yes,no", "", heading.Left},
		{"Lunch?", "yes,no", "", ""},
		{"Mailing? ", "x,-", heading.Tags, heading.Consent},
		{"Mail?", "yes,no", heading.Outlet, heading.Outlet},
	} {
		var rows []Row
		for _, v := range strings.Split(c.cells, ",") {
			rows = append(rows, Row{Fields: []string{v}})
		}
		col := Column{Heading: c.head, Field: c.is}
		if col.asks(rows); col.Field != c.want {
			t.Errorf("%s of %s: %q", c.head, c.cells, col.Field)
		}
		said := Column{Heading: c.head, Field: c.is, said: true}
		if said.asks(rows); said.Field != c.is {
			t.Errorf("%s as it was said: %q", c.head, said.Field)
		}
		r := &Reading{Table: &Table{Rows: append([]Row{{Fields: []string{c.head}}}, rows...)}}
		no, silent, ok := r.Answers(Column{})
		if wants := !strings.Contains(c.cells, "ana") && strings.Trim(c.cells, ",") != ""; ok != wants {
			t.Errorf("%s answers: %d %d %t", c.cells, no, silent, ok)
		}
		if c.cells == "yes,no," && (no != 1 || silent != 1) {
			t.Errorf("%s answers: %d %d", c.cells, no, silent)
		}
	}
	for _, c := range []struct {
		c        Column
		says, as string
	}{
		{Column{Field: heading.Inactive, Name: "x"}, "says who is no longer active; whoever it marks is not mailed", string(heading.Inactive)},
		{Column{Field: heading.Active}, "says who is active; whoever it says no of is not mailed", string(heading.Active)},
		{Column{Field: heading.Left}, "says who wants no mail; whoever it marks is not mailed", string(heading.Left)},
		{Column{Field: heading.Subscribed}, "says who wants mail; whoever it says no of is not mailed", string(heading.Subscribed)},
		{Column{Field: heading.Consent, Name: "consent"}, "→ consent, and whoever it says no of is not mailed", string(heading.Consent)},
		{Column{Field: heading.FirstName, Name: "name"}, "→ name (" + string(heading.FirstName) + ")", string(heading.FirstName)},
		{Column{Field: heading.MiddleName, Name: "name"}, "→ name (" + string(heading.MiddleName) + ")", string(heading.MiddleName)},
		{Column{Field: heading.LastName, Name: "name"}, "→ name (" + string(heading.LastName) + ")", string(heading.LastName)},
		{Column{Field: heading.Outlet, Name: "outlet"}, "→ outlet", string(heading.Outlet)},
		{Column{Heading: "Tea", Why: "nothing"}, "left out: nothing", LeaveOut},
		{Column{}, "", LeaveOut},
		{Column{Name: "outlet"}, "→ outlet", Own + "outlet"},
		{Column{Name: "weather"}, "→ weather", "weather"},
	} {
		if got := c.c.Says(); got != c.says {
			t.Errorf("%+v says %s", c.c, got)
		}
		if got := c.c.As(); got != c.as {
			t.Errorf("%+v as %s", c.c, got)
		}
	}
}

// TestAddressesInCells reads cells with one address, several and such a lot of text that nobody looks through it.
func TestAddressesInCells(t *testing.T) {
	t.Parallel()
	const tail = "@b.example"
	if got := addressesIn(strings.Repeat("a", 200_000-len(tail)) + tail); len(got) != 1 {
		t.Errorf("of 200 000 bytes: %d", len(got))
	}
	if got := addressesIn(strings.Repeat("a", 200_001-len(tail)) + tail); got != nil {
		t.Errorf("of one more: %d", len(got))
	}
	for s, want := range map[string]bool{
		"a@b.c": true, "@b.c": false, "a@.c": false, "a@b": false, "a@b.": false, "a b@c.d": false, "a@b@c.d": false, "a,b@c.d": false,
		"a@b.c?d": false,
		"a;b@c.d": false, "a'b@c.d": false, "a:b@c.d": false, "a.b": false, "a.b@c": false, "<a@b.c": false, "a@b.c>": false, "a/b@c.d": false,
		"a|b@c.d": false,
	} {
		if alone(s) != want {
			t.Errorf("%q alone: %t", s, !want)
		}
	}
	for s, want := range map[string]string{
		"Ana <ana@b.example>": "ana@b.example", "Ana < ana@b.example >": "ana@b.example", "<mailto:ana@b.example>": "ana@b.example", "<Mailto:ana@b.example>": "ana@b.example",
		"a < b <ana@b.example>": "", "Ana <ana@b.example> x": "", "ana@b.example": "", "Ana <ana>": "", "ana@b.example>": "",
	} {
		if got := angled(s); got != want {
			t.Errorf("%q angled: %q", s, got)
		}
	}
	for s, want := range map[string]int{
		"Ana <ana@b.example>; Jan <jan@b.example>": 2, "Ana <ana@b.example>\nJan <jan@b.example>": 2, "Ana <ana@b.example>; Jan <jan>": 0,
		"Ana <ana@b.example>; ana <jan@b.example>": 0, "Ana <ana@b.example>; Jan <ANA@b.example>": 0, "<ana@b.example>; Jan <jan@b.example>": 0,
		"Ana <ana@b.example>": 0, "a@b.example b@b.example c@b.example d@b.example e@b.example f@b.example": 6,
		"a@b.example b@b.example c@b.example d@b.example e@b.example":                 0,
		"a@b.example,b@b.example;c@b.example|d@b.example e@b.example and f@b.example": 0,
		"a@b.example A@b.example b@b.example c@b.example d@b.example e@b.example":     0,
	} {
		if got := people(s); len(got) != want {
			t.Errorf("%q: %q", s, got)
		}
	}
	for s, want := range map[string]bool{"Ana": true, "ana": false, "1a": false, "Éa": true, "": false, "'A": false, "字": true} {
		if capital(s) != want {
			t.Errorf("%q begins with a capital: %t", s, !want)
		}
	}
	for _, c := range []struct {
		row  string
		want bool
	}{{"email|name", true}, {"\ufeffemail|name", true}, {"email", false}, {"email|Name", false}, {"mail|name", false}, {
		"email|name|x",
		false,
	}} {
		if sameHeads(strings.Split(c.row, "|"), []string{"email", "name"}) != c.want {
			t.Errorf("%s", c.row)
		}
	}
	for _, c := range []struct {
		cells, title string
		is           bool
	}{{"No mail||", "No mail", true}, {"No mail|No mail", "No mail", true}, {"No mail|x", "", false}, {"||", "", false}, {"a@b", "", false}} {
		if title, is := titleOf(Row{Fields: strings.Split(c.cells, "|")}); title != c.title || is != c.is {
			t.Errorf("%s: %q %t", c.cells, title, is)
		}
	}
}

// TestNamesAndOutletsThatAnAddressShows compares words of a cell with what stands on both sides of the @.
func TestNamesAndOutletsThatAnAddressShows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		v, local string
		want     bool
	}{
		{"Ana Ruiz", "ana.ruiz", true},
		{"Ana", "ana", true},
		{"Bo", "bo", true},
		{"Bo", "bob", false},
		{"An Ruiz", "an.r", false},
		{"—", "ana", false},
		{"of the old quay and ana", "ana", false},
		{"of the old quay ana", "ana", true},
		{"", "ana", false},
	} {
		if likeName(c.v, c.local) != c.want {
			t.Errorf("%s of %s", c.v, c.local)
		}
	}
	for _, c := range []struct {
		v, host string
		want    bool
	}{
		{"Tide Radio", "tide.example", true},
		{"Tide", "tide", true},
		{"The Tag", "tag.example", true},
		{"Tag", "thetag.example", false},
		{"T G", "tg.example", false},
		{"Example", "tide.example", false},
		{"T-G-S", "the-tgs.example", true},
		{"Post", "thepost.example", true},
		{"Marlow", "tide.example", false},
	} {
		if likeOutlet(c.v, c.host) != c.want {
			t.Errorf("%s of %s", c.v, c.host)
		}
	}
}

// TestWhatCellsAreRead reads words, languages, countries, formats and names in cells.
func TestWhatCellsAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		f          heading.Field
		v, want    string
		understood bool
	}{
		{heading.Beats, "oars\rsails", "oars;sails", true},
		{heading.Beats, "oars\nsails", "oars;sails", true},
		{heading.Tags, "a, b\nc", "a, b;c", true},
		{heading.Format, "HTML", "html", true},
		{heading.Format, "Text", "text", true},
		{heading.Format, "txt", "text", true},
		{heading.Format, "plain", "text", true},
		{heading.Format, "solo testo", "text", true},
		{heading.Format, "texto", "text", true},
		{heading.Format, "texte", "text", true},
		{heading.Format, "plainly", "plainly", false},
		{heading.Timezone, "Europe/Paris", "Europe/Paris", true},
		{heading.Timezone, "Local", "Local", false},
		{heading.Timezone, "Quay", "Quay", false},
		{heading.Priority, "5", "5", true},
		{heading.Priority, "1e9", "1e9", true},
		{heading.Priority, "1.1e9", "1.1e9", false},
		{heading.Priority, "x", "x", false},
		{heading.Priority, "-1e9", "-1e9", true},
		{heading.Language, "en", "en", true},
		{heading.Language, "UK", "UK", false},
		{heading.Language, "uk", "uk", true},
		{heading.Language, "EN", "en", true},
		{heading.Language, "BR", "BR", false},
		{heading.Language, "German/English", "de", true},
		{heading.Language, "", "", false},
		{heading.Language, "en_GB", "en-GB", true},
		{heading.Language, "und", "und", false},
		{heading.Language, "qwxyz", "qwxyz", false},
	} {
		if got, ok := value(c.f, c.v, ""); got != c.want || ok != c.understood {
			t.Errorf("%s %q: %q %t", c.f, c.v, got, ok)
		}
	}
	for v, want := range map[string]string{
		"de": "DE", " GB ": "GB", "Holland": "NL", "zz": "", "1!": "", "eu": "", "": "", "Quay": "",
		"Deutschland": "DE",
	} {
		if got := countryCode(v); got != want {
			t.Errorf("%q is %q", v, got)
		}
	}
	for v, want := range map[string]string{
		"a; ;b": "a;b", "a, b": "a;b", "a, b;c": "a, b;c", "a|b": "a;b", "a、b": "a;b", "a；b": "a;b", "* myContacts ::: oars": "oars",
		"* starred": "", `"a";"b"`: "a;b",
		"a，b": "a;b", "a،b": "a;b", "a؛b": "a;b",
	} {
		if got := words(v); got != want {
			t.Errorf("%q: %q", v, got)
		}
	}
	for v, want := range map[string]string{
		"Ruiz, Ana": "Ana Ruiz", "Ruiz, ana@b.example": "Ruiz, ana@b.example", "Ruiz, ana@b": "Ruiz, ana@b", "Ruiz,": "Ruiz,", ", Ana": ", Ana",
		"Ruiz, Ana, Bo": "Ruiz, Ana, Bo",
		"Ruiz, A.":      "Ruiz, A.", "Ana Ruiz, PhD": "Ana Ruiz, PhD", "Ana Ruiz, Health Editor": "Ana Ruiz, Health Editor",
		"Ruiz, Ana (Tide)":    "Ana Ruiz (Tide)",
		"Ana Ruiz, Jr (Tide)": "Ana Ruiz, Jr (Tide)", "Ruiz, (Tide)": "Ruiz, (Tide)", "Ana": "Ana",
	} {
		if got := turned(v); got != want {
			t.Errorf("%q: %q", v, got)
		}
	}
	for c, want := range map[rune]bool{' ': true, '\u00a0': true, '\x01': true, '\u2009': true, 'a': false, '-': false} {
		if unseen(c) != want {
			t.Errorf("%q", c)
		}
	}
	for v, want := range map[string]string{"a\x01b": "ab", "a\tb": "a b", "a \n b": "a b", " a": "a", "a\u00a0b": "a b", "a": "a", "": ""} {
		if got := oneLine(v); got != want {
			t.Errorf("%q: %q", v, got)
		}
	}
}

// TestWhatABookAndASheetHoldBesideTheirCells reads lines of cards, links, merged cells and packed files.
func TestWhatABookAndASheetHoldBesideTheirCells(t *testing.T) {
	t.Parallel()
	lines := unfolded([]byte("A:1\r\n 2\n\nB;QUOTED-PRINTABLE:x=\ny=\nz\nC:x=\n\tD\nE\n"))
	if got := string(bytes.Join(lines, []byte("|"))); got != "A:12||B;QUOTED-PRINTABLE:xyz|C:x=D|E" {
		t.Errorf("%q", got)
	}
	for _, c := range []struct{ encoding, charset, v, want string }{
		{"", "", "=C3=A9", "=C3=A9"},
		{"quoted-printable", "", "=C3=A9", "é"},
		{"QUOTED-PRINTABLE", "", "=E9", "é"},
		{"QUOTED-PRINTABLE", "quay", "=E9", "é"},
		{"QUOTED-PRINTABLE", "iso-8859-5", "=D0", "а"},
		{"QUOTED-PRINTABLE", "", "=ZZ", "=ZZ"},
	} {
		f := &vcard.Field{Value: c.v, Params: vcard.Params{"ENCODING": {c.encoding}, "CHARSET": {c.charset}}}
		if got := decoded(f); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	b := beside{
		mails: map[string]string{"A2": "ana@b.example", "B2": "jan@b.example", "C2": "BO@b.example"}, open: map[string]bool{
			"D2": true,
			"E2": true,
		},
		hidden: [][2]int{{2, 3}, {5, 9}},
	}
	record := []string{"Ana <1>", "eva@b.example", "bo@b.example", "", "x", ""}
	notes := b.put(2, record)
	if len(notes) != 2 || !strings.HasPrefix(notes[0].Text, "B2 shows eva@b.example, and is a link to jan@b.example") ||
		!strings.HasPrefix(notes[1].Text, "D2 is a formula") {
		t.Errorf("%+v", notes)
	}
	if record[0] != "Ana 1 <ana@b.example>" || record[2] != "bo@b.example" || record[5] != "" {
		t.Errorf("%q", record)
	}
	if notes := b.put(2_000_000, []string{""}); len(notes) != 0 {
		t.Errorf("in a row that there is not: %v", notes)
	}
	if got := strings.Join(b.unseen(5), ""); got != "BCE" {
		t.Errorf("hidden are %s", got)
	}
	b = beside{}
	b.merges([]byte(`<mergeCell ref="A1"/><mergeCell ref="B2:B2"/><mergeCell ref="C2:D3"/>` +
		`<mergeCell ref="D2:D4"/><x:mergeCell ref="E4:E2"/><mergeCell ref="F3:F4"/>`))
	var filled []string
	for line, cells := range []string{"", "", "a|b|c|Tide|e", "a", "|", "a|", "a"} {
		record := strings.Split(cells, "|")
		b.fill(line, &record)
		filled = append(filled, strings.Join(record, "|"))
	}
	if got := strings.Join(filled, "/"); got != "//a|b|c|Tide|e/a|||Tide/|/a|/a" {
		t.Errorf("%s", got)
	}
	if plainAddress("ana%20b@c.example") != "ana b@c.example" || plainAddress("ana%zz@c.example") != "ana%zz@c.example" {
		t.Error("an address of a link")
	}
	packed := func(files, size int) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := range files {
			w, err := z.Create(fmt.Sprint("xl/", i))
			if err != nil {
				t.Fatal(err)
			}
			w.Write(nil)
		}
		w, err := z.Create("xl/workbook.xml")
		if err != nil {
			t.Fatal(err)
		}
		w.Write(make([]byte, size))
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, c := range []struct {
		files, size int
		harmless    bool
	}{{0, 10, true}, {4999, 10, true}, {5000, 10, false}, {0, 1 << 20, true}, {0, 1<<20 + 1, false}} {
		if err := harmless(packed(c.files, c.size)); (err == nil) != c.harmless {
			t.Errorf("%d files and %d bytes: %v", c.files, c.size, err)
		}
	}
}

// TestRowsOfAListThatIsThere reads lists with empty rows and cells beyond the headings, and tells who stands on them at another address.
func TestRowsOfAListThatIsThere(t *testing.T) {
	t.Parallel()
	told := elsewhereNamed([]Entry{
		{Values: map[string]string{"email": "new@b.example", "name": "Ana Ruiz", "outlet": "Tide"}},
		{Values: map[string]string{"email": "x@b.example", "outlet": "Tide"}},
		{Values: map[string]string{"email": "y@b.example", "name": "Jan Osten"}},
	}, []listed{
		{values: map[string]string{"email": "old@b.example", "name": "Ana Ruiz", "outlet": "Tide"}},
		{values: map[string]string{"email": "z@b.example", "outlet": "Tide"}},
		{values: map[string]string{"email": "jan@b.example", "name": "Jan Osten"}},
	}, []string{"old@b.example", "z@b.example"})
	if len(told) != 1 || !strings.HasPrefix(told[0], "new@b.example has the name and outlet of old@b.example") {
		t.Errorf("%q", told)
	}
	m := &merge{changes: &Changes{}}
	row := listed{key: "ana@b.example", values: map[string]string{"email": "ana@b.example", "name": "Ana"}}
	if m.row(row, Entry{Values: map[string]string{"email": "ANA@b.example"}}, []string{"email", "name"}); m.changes.Same != 1 {
		t.Errorf("an empty cell of somebody who is not known: %+v", m.changes)
	}
	m.was = map[string]map[string]string{"ana@b.example": {"name": "Bo"}}
	if m.row(row, Entry{Values: map[string]string{"name": "Bo"}}, []string{"name"}); m.changes.Same != 2 {
		t.Errorf("a cell as it was the last time: %+v", m.changes)
	}
	r := &rowReader{}
	values := map[string]string{"name": "Ana"}
	r.value(values, Column{Name: "name", Field: heading.Name}, "Bo", "")
	r.value(values, Column{Name: "outlet", Field: heading.Outlet}, "Tide", "")
	if values["name"] != "Ana" || values["outlet"] != "Tide" {
		t.Errorf("%v", values)
	}
	for f, want := range map[heading.Field]int{"": 1, heading.Notes: 1, heading.FurtherMail: 0, heading.Email: 0} {
		r := &rowReader{}
		r.swallowed("ana@b.example", Column{Field: f, Heading: "x"}, "Oars\nana@b.example,Ana")
		if len(r.notes) != 0 {
			t.Errorf("%s: their own address: %v", f, r.notes)
		}
		if r.swallowed("ana@b.example", Column{Field: f, Heading: "x"}, "Oars\njan@b.example,Jan"); len(r.notes) != want {
			t.Errorf("%s: %v", f, r.notes)
		}
	}
	l, err := open(contacts.File{Name: "x.csv", Data: []byte("email,name\n,\nana@b.example,Ana,oars\n,Jan\n")})
	if err != nil || len(l.rows) != 2 || len(l.rows[0].values) != 2 || l.rows[1].key != "" || len(l.values()) != 1 {
		t.Errorf("%+v %v", l, err)
	}
}

// TestWhatIsAskedAboutATableWithHalvesOfNames doubts columns of words where it is not known who somebody is, and no others.
func TestWhatIsAskedAboutATableWithHalvesOfNames(t *testing.T) {
	t.Parallel()
	for heads, want := range map[string]bool{
		"Mail,Name,Outlet,W,X,Y,Z": false, "Mail,First name,Outlet,W,X,Y,Z": false, "Mail,Last name,Outlet,W,X,Y,Z": false,
		"Mail,Colour,Outlet,W,X,Y,Z": true, "Mail,First name,Last name,Outlet,W,X,Y,Z": false, "Mail,First name,Last name,W,X,Y,Z": true,
	} {
		r, err := Understand(opened(t, "x.csv", heads+"\nq@paper.example,Zed,Paper,Oregon,chess,tea,red,blue\n"), nil)
		if err != nil {
			t.Fatal(err)
		}
		asked := false
		for _, c := range r.Columns {
			asked = asked || c.Asked
		}
		if asked != want {
			t.Errorf("%s: asked %t", heads, asked)
		}
	}
}
