package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
)

func opened(t *testing.T, name, data string) *Table {
	t.Helper()
	table, err := Open(name, []byte(data), "")
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// A column without a heading is called by its number, where it has one.
func TestColumnsThatAreAskedFor(t *testing.T) {
	const bare = "Ana,ana@tide.example,Daily Tide\nBo,bo@tide.example,Post,x\n"
	for _, c := range []struct {
		table, head string
		want        bool
	}{
		{bare, "column 1", true},
		{bare, " COLUMN 4 ", true},
		{bare, "column 5", false},
		{bare, "column 0", false},
		{bare, "column -1", false},
		{bare, "column x", false},
		{bare, "column2", false},
		{bare, "2", false},
		{bare, "Daily Tide", true},
		{"Email,,Name\na@b.example,x,Ana,y\n", "column 1", false},
		{"Email,,Name\na@b.example,x,Ana,y\n", "column 2", true},
		{"Email,,Name\na@b.example,x,Ana,y\n", "column 3", false},
		{"Email,,Name\na@b.example,x,Ana,y\n", "column 4", true},
		{"Email,,Name\na@b.example,x,Ana,y\n", "Name", true},
		{"Email,,Name\na@b.example,x,Ana,y\n", "Names", false},
		{"Title\n\nEmail,Name\na@b.example,Ana\n", "column 1", false},
		{strings.Repeat("x\n", 19) + "Kürzel,y\n", "Kürzel", true},
		{strings.Repeat("x\n", 20) + "Kürzel,y\n", "Kürzel", false},
	} {
		if got := Heads(opened(t, "x.csv", c.table), c.head); got != c.want {
			t.Errorf("%q in %q: %v", c.head, c.table, got)
		}
	}
	for _, c := range []struct {
		table string
		as    map[string]string
		want  string
	}{
		{bare, map[string]string{" Column 3 ": "outlet", "column 1": "name", "column 4": "tier"}, "email,name,outlet,tier\nana@tide.example,Ana,Daily Tide,\nbo@tide.example,Bo,Post,x\n"},
		{bare, map[string]string{"column 5": "outlet"}, `no column is headed "column 5"; the headings are `},
		{bare, map[string]string{"column 0": "outlet"}, `no column is headed "column 0"; the headings are `},
		{bare, map[string]string{"column x": "outlet"}, `no column is headed "column x"; the headings are `},
		{bare, map[string]string{"column 3x": "outlet"}, `no column is headed "column 3x"; the headings are `},
		{bare, map[string]string{"3": "outlet"}, `no column is headed "3"; the headings are `},
		{"Email,,Name\na@b.example,x,Ana,y\n", map[string]string{"column 2": "tier", "column 4": "="}, "a column's name is a word of letters and digits, or - for what is left out"},
		{"Email,,Name\na@b.example,x,Ana,y\n", map[string]string{"column 2": "tier", "column 4": "=notes"}, "email,name,notes,tier\na@b.example,Ana,y,x\n"},
		{"Email,,Name\na@b.example,x,Ana\n", map[string]string{"column 3": "tier"}, `no column is headed "column 3"; the headings are Email, , Name`},
		{"Adresse,Ort,Kopie\na@b.example,Kiel,c@b.example\n", map[string]string{"Adresse": "kopie"}, "email,city,kopie\nc@b.example,Kiel,a@b.example\n"},
		{"Email,Ort\na@b.example,Kiel\n", map[string]string{"Email": "-"}, "x.csv: no column holds e-mail addresses; the headings are Email, Ort"},
		{"Email,Blatt\na@b.example,Tide\n", map[string]string{"Blatt": "=outlet"}, "email,outlet\na@b.example,Tide\n"},
		{"Email, Blatt \na@b.example,Tide\n", map[string]string{"  blatt  ": "=outlet"}, "email,outlet\na@b.example,Tide\n"},
		{"Email,Blatt,Outlet\na@b.example,x,Tide\n", map[string]string{"Blatt": "=outlet"}, "email,outlet,outlet_2\na@b.example,x,Tide\n"},
	} {
		got := ""
		if r, err := Understand(opened(t, "x.csv", c.table), c.as); err != nil {
			got = err.Error()
		} else {
			got = string(r.List("").CSV())
		}
		if got != c.want {
			t.Errorf("%v of %q: got\n%s\nwant\n%s", c.as, c.table, got, c.want)
		}
	}
}

// What is said of a column, when it is said again, gives the same list.
func TestWhatIsSaidOfColumnsIsSaidAgain(t *testing.T) {
	const table = "Email,Kopie,First name,Middle name,Surname,Outlet,Redaktion,Oulet,Sprache,Unsubscribed,Subscribed,Status,Id,Ort,E-mail 2,Email 3,Title,Job title,Media,Leer,Source\n" +
		"a@b.example,x,Ana,M,Ruiz,Tide,Post,y,Spanish,no,yes,active,7,Kiel,c@b.example,d@b.example,Dr.,Editor,z,,list\n" +
		"e@b.example,,Bo,,Lind,,,,,yes,yes,active,8,,,,,,,,\n" +
		"f@b.example,,Cy,,Otter,,,,,,no,active,9,,,,,,,,\n"
	want := "Email: → email, email\nKopie: → kopie, kopie\nFirst name: → name (first name), first name\nMiddle name: → name (middle name), middle name\n" +
		"Surname: → name (last name), last name\nOutlet: → outlet, outlet\nRedaktion: → redaktion, outlet\nOulet: → oulet, oulet\nSprache: → language, language\n" +
		"Unsubscribed: says who wants no mail; whoever it marks is not mailed, left\nSubscribed: says who wants mail; whoever it says no of is not mailed, subscribed\n"
	r, err := Understand(opened(t, "x.csv", table), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	as := make(map[string]string)
	for _, c := range r.Columns {
		fmt.Fprintf(&b, "%s: %s, %s\n", c.Head(), c.Says(), c.As())
		as[c.Heading] = c.As()
	}
	if !strings.HasPrefix(b.String(), want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	again, err := Understand(opened(t, "x.csv", table), as)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(again.List("").CSV()), string(r.List("").CSV()); got != want {
		t.Errorf("said again it is\n%s\nand was\n%s", got, want)
	}
}

// A heading that is nearly a known one is doubted, unless somebody said what it is, it is
// empty, or another column is it.
func TestHeadingsThatAreDoubted(t *testing.T) {
	for _, c := range []struct {
		table string
		as    map[string]string
		want  heading.Field
	}{
		{"Oulet,Email\nTide,a@b.example\n", nil, heading.Outlet},
		{"Oulet,Email\n,a@b.example\n", nil, ""},
		{"Oulet,Email,Outlet\nTide,a@b.example,Tide\n", nil, ""},
		{"Oulet,Email\nTide,a@b.example\n", map[string]string{"Oulet": "oulet"}, ""},
		{"Harbour,Email\nTide,a@b.example\n", nil, ""},
	} {
		r, err := Understand(opened(t, "x.csv", c.table), c.as)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Columns[0].Unsure; got != c.want {
			t.Errorf("%q %v: %q", c.table, c.as, got)
		}
	}
}

// The column of addresses is found by its cells, and names beside it, where no heading
// says them.
func TestColumnsThatAreFoundByTheirCells(t *testing.T) {
	for table, want := range map[string]string{
		// twenty rows are looked at for the first address
		strings.Repeat("some,words\n", 18) + "what,ever\na@b.example,Ana\n": "head 18, email what true, name ",
		strings.Repeat("some,words\n", 20) + "a@b.example,Ana\n":            "head -1, email  true, name words",
		// two hundred, for the column that has most of them
		"Kopie,Name\n" + strings.Repeat(",x\n", 199) + ",a@b.example\nc@b.example,y\n":    "head 0, email Name true, name ",
		"Kopie,Adresse\nb@b.example,a@b.example\nc@b.example,d@b.example\n,e@b.example\n": "head 0, email Adresse true, name ",
		"Id,Adresse\nb@b.example,a@b.example\nc@b.example,\n":                             "head 0, email Id true, name ",
		"a@b.example,,Ana,Tide\n": "head -1, email  true, name Ana",
	} {
		r, err := Understand(opened(t, "x.csv", table), nil)
		if err != nil {
			t.Errorf("%.60q: %v", table, err)
			continue
		}
		name := ""
		if i := r.column(heading.Name); i >= 0 {
			name = r.Table.Rows[r.Head+1].field(i)
		}
		if got := fmt.Sprintf("head %d, email %s %v, name %s", r.Head, r.Columns[r.column(heading.Email)].Heading, r.Guessed, name); got != want {
			t.Errorf("%.60q: %s, want %s", table, got, want)
		}
	}
}

// Who is new on a list says where they come from, and others do not.
func TestWhatIsNewOnAList(t *testing.T) {
	r := result(t, "Email,Name,Source\nana@tide.example,Ana,fair\nbo@tide.example,Bo,\n")
	r.New = map[string]string{"source": "spring.csv", "added": "2026-03-02", "basis": ""}
	const want = "email,name,source,added\nana@tide.example,Ana,fair,2026-03-02\nbo@tide.example,Bo,spring.csv,2026-03-02\n"
	if got := string(r.List()); got != want {
		t.Errorf("as a list: %s", got)
	}
	if got := string(r.CSV()); got != "email,name,source\nana@tide.example,Ana,fair\nbo@tide.example,Bo,\n" {
		t.Errorf("as it came: %s", got)
	}
	r.New = map[string]string{"source": "spring.csv"}
	if got := string(r.List()); got != "email,name,source\nana@tide.example,Ana,fair\nbo@tide.example,Bo,spring.csv\n" {
		t.Errorf("with where they come from alone: %s", got)
	}
	r.New = nil
	if got := string(r.List()); got != string(r.CSV()) {
		t.Errorf("with nothing new: %s", got)
	}
	r.New = map[string]string{"source": "spring.csv", "added": "2026-03-02", "basis": ""}
	list := contacts.File{Name: "press.csv", Data: []byte("email,name\nana@tide.example,Anna\n")}
	out, changes, err := Merge(list, nil, r)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(out); got != "email,name,source,added\nana@tide.example,Ana,fair\nbo@tide.example,Bo,spring.csv,2026-03-02\n" || changes.None() {
		t.Errorf("merged: %s, %+v", got, changes)
	}
	// who is on what another table gave, and not on the list, was taken off
	_, changes, err = Merge(list, nil, r, []byte("email\nx@tide.example\n"), []byte("email\nbo@tide.example\n"))
	if err != nil || !slices.Equal(changes.Off, []string{"bo@tide.example"}) || len(changes.Added) != 0 {
		t.Errorf("%+v, %v", changes, err)
	}
	for _, kept := range []string{"name\nAna\n", "email\n\"open"} {
		if _, _, err := Merge(list, nil, r, []byte(kept)); err == nil {
			t.Errorf("%q was taken for what was kept", kept)
		}
		if _, _, err := Merge(list, []byte(kept), r); err == nil {
			t.Errorf("%q was taken for the last", kept)
		}
	}
	if _, changes, err := Merge(list, nil, result(t, "email,name\nana@tide.example,Anna\n")); err != nil || !changes.None() || changes.Same != 1 {
		t.Errorf("%+v, %v", changes, err)
	}
}

// A list that cannot be changed cell by cell stays as it is, and it is said what to do.
func TestListsThatCannotBeChanged(t *testing.T) {
	twice := contacts.File{Name: "press.csv", Data: []byte("email,name,name\nana@tide.example,Ana,Bo\n")}
	if _, _, err := Merge(twice, nil, result(t, "email,name\nana@tide.example,Cy\n")); err == nil ||
		err.Error() != "press.csv cannot be changed cell by cell; import into a new list (--list), and compare" {
		t.Error(err)
	}
	c, err := OpenCells(twice)
	if err != nil {
		t.Fatal(err)
	}
	for _, values := range []map[string]string{{"name": "Cy"}, {"Tier Level": "x"}, {"email": " x "}} {
		if _, err := c.Set(0, values); err == nil || err.Error() != "press.csv cannot be changed cell by cell; edit the file" {
			t.Errorf("%v: %v", values, err)
		}
	}
	if _, err := c.Set(1, nil); err == nil || err.Error() != "press.csv has no row 2" {
		t.Error(err)
	}
	if _, err := c.Remove(1); err == nil || err.Error() != "press.csv has no row 2" {
		t.Error(err)
	}
}

// Cells are written between the others, in the order of press lists, whatever stands in
// them and how often they are asked for.
func TestCellsThatAreWritten(t *testing.T) {
	list := contacts.File{Name: "press.csv", Data: []byte("name,,email\nAna,x,ana@tide.example\nBo\n")}
	c, err := OpenCells(list)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := c.Columns(); !slices.Equal(got, []string{"name", "email"}) {
			t.Errorf("columns %q", got)
		}
	}
	for _, l := range []struct {
		row    int
		values map[string]string
		want   string
	}{
		{0, map[string]string{"email": "a@tide.example"}, "name,,email\nAna,x,a@tide.example\nBo\n"},
		{0, map[string]string{"name": "A\nB"}, "name,,email\n\"A\nB\",x,ana@tide.example\nBo\n"},
		{0, map[string]string{"name": "A\rB"}, "name,,email\n\"A\rB\",x,ana@tide.example\nBo\n"},
		{0, map[string]string{"name": ""}, "name,,email\n,x,ana@tide.example\nBo\n"},
		{0, map[string]string{"zone": "1", "beats": "sea", "outlet": "Tide"}, "name,,email,outlet,beats,zone\nAna,x,ana@tide.example,Tide,sea,1\nBo\n"},
		{1, map[string]string{"email": "bo@tide.example", "zone": "1"}, "name,,email,zone\nAna,x,ana@tide.example\nBo,,bo@tide.example,1\n"},
		{1, map[string]string{"zone": "1"}, "name,,email,zone\nAna,x,ana@tide.example\nBo,,,1\n"},
	} {
		out, err := c.Set(l.row, l.values)
		if err != nil || string(out) != l.want {
			t.Errorf("%v: %q, %v\nwant %q", l.values, out, err, l.want)
		}
	}
	values := map[string]string{"email": "cy@tide.example", "zone": "1", "beats": "sea", "outlet": ""}
	if out, err := c.Add(map[string]string{"email": "cy@tide.example", "outlet": "Tide", "beats": "sea"}); err != nil ||
		string(out) != "name,,email,outlet,beats\nAna,x,ana@tide.example\nBo\n,,cy@tide.example,Tide,sea\n" {
		t.Errorf("%q, %v", out, err)
	}
	out, err := c.Add(values)
	if err != nil || string(out) != "name,,email,beats,zone\nAna,x,ana@tide.example\nBo\n,,cy@tide.example,sea,1\n" || len(values) != 4 {
		t.Errorf("%q, %v, of %v", out, err, values)
	}
	if out, err := c.Remove(0); err != nil || string(out) != "name,,email\nBo\n" {
		t.Errorf("%q, %v", out, err)
	}
	var lines []string
	for _, l := range c.Lines() {
		lines = append(lines, fmt.Sprintf("%d %s %v", l.At, l.Key, l.Values))
	}
	if got := strings.Join(lines, "\n"); got != "2 ana@tide.example map[email:ana@tide.example name:Ana]\n3  map[name:Bo]" {
		t.Errorf("%s", got)
	}
	// the mark behind which no space may stand
	spaced, err := OpenCells(contacts.File{Name: "press.csv", Data: []byte("email;name ;outlet\nana@tide.example;Ana \t ;Tide\n")})
	if err != nil {
		t.Fatal(err)
	}
	if out, err := spaced.Set(0, map[string]string{"name": "A; B"}); err != nil || string(out) != "email;name ;outlet\nana@tide.example;\"A; B\";Tide\n" {
		t.Errorf("%q, %v", out, err)
	}
	if r, err := Values(contacts.File{Name: "press.csv", Data: []byte("name,email,zone\nAna,,\n")}); err != nil || !slices.Equal(r.Columns, []string{"name", "email"}) {
		t.Errorf("%+v, %v", r, err)
	}
}

// A list that goes to a spreadsheet has a mark before what that would make something else
// of, comes back without it, and is itself as it was.
func TestListsForSpreadsheets(t *testing.T) {
	r := result(t, "Email,Phone,Notes\nana@tide.example,+1 503 555 0100,=1+1\nbo@tide.example,0301234,plain\n")
	before := string(r.CSV())
	guarded := string(r.Guarded())
	if want := "email,phone,notes\nana@tide.example,+1 503-555-0100,'=1+1\nbo@tide.example,'0301234,plain\n"; guarded != want {
		t.Errorf("got %s", guarded)
	}
	if string(r.CSV()) != before {
		t.Errorf("the list is now %s", r.CSV())
	}
	if got := string(result(t, guarded).CSV()); got != before {
		t.Errorf("it comes back as %s", got)
	}
}

// The columns of a list stand in one order, and what is nobody's stands behind them.
func TestTheOrderOfColumns(t *testing.T) {
	const all = "email name outlet beats region language timezone embargo format attachments priority source tags basis added " +
		"title phone mobile twitter city country department website notes email_2 zone abc"
	columns := strings.Fields(all)
	ours := slices.Clone(columns[:len(columns)-2])
	slices.Reverse(ours)
	if got := strings.Join(Order(append([]string{"zone", "abc"}, ours...)), " "); got != all {
		t.Errorf("got %s", got)
	}
}
