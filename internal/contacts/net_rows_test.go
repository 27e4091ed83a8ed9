package contacts

import (
	"slices"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
)

// TestWordsOfAColumnThatKeepSomebodyFromMail reads those of columns that ask for a permission, or tell how somebody stands.
func TestWordsOfAColumnThatKeepSomebodyFromMail(t *testing.T) {
	t.Parallel()
	r := &bookReader{}
	for _, c := range []struct {
		column, word string
		want         bool
	}{
		{"status", "unsubscribed", true},
		{"status", "left", true},
		{"status", "denied", false},
		{"status", "active", false},
		{"consent", "denied", true},
		{"consent", "opted out", true},
		{"consent", "retired", true},
		{"consent", "yes", false},
		{"tags", "unsubscribed", false},
		{"tags", "left", false},
	} {
		if r.deniedBy(c.column, c.word) != c.want {
			t.Errorf("%s %s", c.column, c.word)
		}
	}
}

// TestAnAddressThatIsChangedAndChangedBack leaves everybody where they were.
func TestAnAddressThatIsChangedAndChangedBack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rows, want string }{
		{"email\na@x.example\n", "a@x.example"},
		{"email\na@x.example\nb@x.example\n", "a@x.example b@x.example"},
		{"email\na@x.example\nc@x.example\n", "a@x.example c@x.example"},
	} {
		b, said := book(t, "city.csv", c.rows)
		b.Apply(map[string]Change{"a@x.example": {Email: "b@x.example"}, "b@x.example": {Email: "a@x.example"}})
		if got := emails(t, b, "city"); got != c.want {
			t.Errorf("%q: %s %s", c.rows, got, said)
		}
	}
	longer := "Ana Ruiz"
	b, _ := book(t, "city.csv", "email,name\na@x.example,Ana\n")
	b.Apply(map[string]Change{"a@x.example": {Email: "A@x.example", Name: &longer}, "z@x.example": {Email: "y@x.example"}})
	if b.Journalists[0].Email != "a@x.example" || b.Journalists[0].Name != "Ana Ruiz" {
		t.Errorf("%+v", b.Journalists[0])
	}
}

// TestCellsAreReadOnOneLine reads line ends, tabs and signs that nobody sees in cells of each kind.
func TestCellsAreReadOnOneLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		column, v, want string
		wrong           bool
	}{
		{"name", "Ana\n\n \nRuiz", "Ana Ruiz", false},
		{"name", "Ana\tRuiz", "Ana Ruiz", false},
		{"name", " Ana ", " Ana ", false},
		{"name", "Ana\r\nRuiz\n", "Ana Ruiz", false},
		{"name", "Ana\x01", "", true},
		{"name", "Ana\x7f", "", true},
		{"name", "Ana\x1f", "", true},
		{"email", "a\tb", "a b", false},
		{"email", "a\nb", "", true},
		{"email", "a\rb", "", true},
		{"weather", "a\nb", "a b", false},
		{"beats", "a\nb", "", true},
		{"region", "a\nb", "a b", false},
		{"source", "a\nb", "a b", false},
		{"basis", "a\nb", "a b", false},
		{"added", "a\nb", "a b", false},
		{"outlet", "a\nb", "a b", false},
	} {
		if got, err := oneLine(c.column, c.v); got != c.want || (err != nil) != c.wrong {
			t.Errorf("%s %q: %q %v", c.column, c.v, got, err)
		}
	}
	for v, want := range map[string]string{"a; ;b": "a|b", "a;A;b": "a|b", "a；b": "a|b", "a؛b": "a|b", " a ": "a", ";": "", "a, b": "a, b"} {
		if got := strings.Join(splitList(v), "|"); got != want {
			t.Errorf("%q: %q", v, got)
		}
	}
	for v, want := range map[string]string{
		"a\x01b": "ab", "a\x1fb": "ab", "a b": "a b", "a\u200bb": "ab", "a\u00a0b": "a\u00a0b",
		"a\tb": "ab",
	} {
		if got := visible(v); got != want {
			t.Errorf("%q: %q", v, got)
		}
	}
	for line, want := range map[int]int{0: 0, 1: 0, 2: 2, 3: 4, 4: 4, 9: 4} {
		if got := lineStart([]byte("a\nb\n"), line); got != want {
			t.Errorf("line %d begins at %d", line, got)
		}
	}
	if lineStart([]byte("a\nb"), 3) != 3 {
		t.Error("a line behind the last one")
	}
	for address, wrong := range map[string]bool{
		"ana@b.example": false, "аna@b.example": true, "анна@b.example": false, "anа@b.example": true, "ана.ruiz@b.example": false,
		"αna@b.example": true,
		"日a@b.example":  false, "a1а@b.example": false,
	} {
		if err := oneScript(address); (err != nil) != wrong {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// TestRowsOfOneAddress are told to differ where one says no to embargoes and the other yes, and found by every address.
func TestRowsOfOneAddress(t *testing.T) {
	t.Parallel()
	for rows, want := range map[string]struct {
		differs       bool
		embargo, none bool
	}{
		"yes,yes": {false, true, false}, "yes,no": {true, false, true}, "no,yes": {true, false, true}, "no,": {false, false, true},
		",no":  {false, false, true},
		"yes,": {false, true, false}, ",yes": {false, true, false}, ",": {false, false, false}, "no,no": {false, false, true},
	} {
		first, second, _ := strings.Cut(rows, ",")
		b, said := book(t, "city.csv", "email,embargo\na@x.example,"+first+"\na@x.example,"+second+"\n")
		j := b.Journalists[0]
		if strings.Contains(said, "embargo") != want.differs || j.Embargo != want.embargo || j.NoEmbargo != want.none {
			t.Errorf("%s: %+v\n%s", rows, j, said)
		}
	}
	files := []File{
		{"contacts/city.csv", []byte("email,email_2\na@x.example,b@x.example\nc@x.example,\n")},
		{"contacts/segments.toml", []byte("[segment]\nquay = 1\n")},
	}
	for key, want := range map[string]int{"a@x.example": 1, "b@x.example": 1, "c@x.example": 1, "d@x.example": 0} {
		if got := Listings(files, key); len(got) != want {
			t.Errorf("%s: %+v", key, got)
		}
	}
	for key, want := range map[string]int{"a@x.example": 0, "b@x.example": 1, "c@x.example": 0} {
		if got := Further(files[0], key); len(got) != want {
			t.Errorf("further %s: %+v", key, got)
		}
	}
	if _, diags := Read(files); !strings.Contains(diags.Error(), "contacts/segments.toml:2:8: error: quay must be a table") {
		t.Errorf("a segment that is a number: %v", diags)
	}
}

// TestWhatCannotBeReadTouchesEveryMailing holds faults of no line, and of lists beside the one that is mailed.
func TestWhatCannotBeReadTouchesEveryMailing(t *testing.T) {
	t.Parallel()
	b, _ := book(t, "city.csv", "email\na@x.example\n", "port.csv", "email\nb@x.example\n")
	for _, c := range []struct {
		file    string
		line    int
		advance bool
		want    bool
	}{{"contacts/port.csv", 0, false, true}, {"contacts/port.csv", 1, false, false}, {
		"contacts/port.csv", 1, true,
		true,
	}, {"contacts/city.csv", 1, false, true}} {
		found := diagnostic.List{{Position: diagnostic.Position{File: c.file, Line: c.line, Column: 1}}}
		if got := b.Touching(found, []string{"city"}, c.advance); len(got) == 1 != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	all, err := b.Audiences()
	if err != nil || !slices.ContainsFunc(all, func(a Audience) bool { return a.Name == "port" }) {
		t.Errorf("%v %v", all, err)
	}
}
