package contacts

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// Who says of an address what the lists know of whose it is.
func TestWhoseAnAddressIs(t *testing.T) {
	book, _ := Read([]File{
		{"contacts/city.csv", []byte("email,name,outlet\nana@b.example,Ana,Tide\nbo@b.example,Bo,\ncy@b.example,,Tide\ndee@b.example,,\n")},
		{"contacts/port.csv", []byte("email\nana@b.example\n")},
	})
	for key, want := range map[string]string{
		"ana@b.example": "ana@b.example (Ana, Tide; on the lists city, port)", "bo@b.example": "bo@b.example (Bo; on the list city)",
		"cy@b.example": "cy@b.example (Tide; on the list city)", "dee@b.example": "dee@b.example (on the list city)",
		"eve@b.example": "eve@b.example (on no list)",
	} {
		if got := book.Who(key); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// A further address is that of somebody who is mailed at another.
func TestWhereAFurtherAddressStands(t *testing.T) {
	for row, want := range map[string]int{
		"bo@b.example,ana@b.example": 1, "bo@b.example,cy@b.example;ana@b.example": 1, "ana@b.example,ana@b.example": 0,
		"ana@b.example,": 0, "bo@b.example,cy@b.example": 0,
	} {
		if got := Further(File{"contacts/a.csv", []byte("email,second\n" + row + "\n")}, "ana@b.example"); len(got) != want {
			t.Errorf("%s: at %v", row, got)
		}
	}
}

// Only a cell of addresses is asked for one.
func TestWhatToWriteForOneAddress(t *testing.T) {
	for _, c := range []struct{ column, value, want string }{
		{"email", "Ana <a@b.example>", "; write a@b.example, and the name in the column name"},
		{"name", "Ana <a@b.example>", ""},
		{"email", "Ana", ""},
		{"email", "a@b.example|c@b.example", "; write one in each row, as in a@b.example"},
		{"email", "a@b.example" + strings.Repeat(";", 489), "; write a@b.example"},
		{"email", "a@b.example" + strings.Repeat(";", 490), ""},
		{"email", "a@b.example Ana", ""},
	} {
		if got := instead(cell{column: c.column, value: c.value}); got != c.want {
			t.Errorf("%s %.30q: %q, want %q", c.column, c.value, got, c.want)
		}
	}
}

// A heading with an address in it is none.
func TestAHeadingIsNoAddress(t *testing.T) {
	for head, want := range map[string]bool{
		"a@b": true, "a@b c": true, "x a@bc": true, "a @b": false, "a@ b": false, "@a": false, "a@": false, "mail @ work": false, "": false,
	} {
		if got := isNoHeading(head); got != want {
			t.Errorf("%q: %t", head, got)
		}
	}
}

// What says that somebody is not to be mailed does so in columns that speak of that alone.
func TestInWhichColumnsAWordSaysNo(t *testing.T) {
	for row, want := range map[string]bool{
		"status,inactive": true, "status,bounced": true, "status,no": false, "status,gold": false, "consent,no": true, "consent,withdrawn": true,
		"consent,inactive": true, "consent,yes": false, "tier,inactive": false, "tier,withdrawn": false, "tier,no": false,
		"tier,do not mail": true, "tags,do not mail": true, "name,do not mail": false,
	} {
		head, cell, _ := strings.Cut(row, ",")
		_, diags := book(t, "x.csv", "email,"+head+"\na@b.example,"+cell+"\n")
		if got := strings.Contains(diags, "keeps nobody from being mailed; if a@b.example has left"); got != want {
			t.Errorf("%s: %s", row, diags)
		}
	}
}

// A bad row is one of somebody who may stand on another list as well: what both say of them
// counts for a segment.
func TestABadRowCountsWithWhatOthersSay(t *testing.T) {
	book, found := Read([]File{
		{"contacts/city.csv", []byte("email,beats,tags\nana@b.example,air,x\n")},
		{"contacts/port.csv", []byte("email,beats,tags,embargo\nana@b.example,sea,y,perhaps\nbo@b.example,tax,z,perhaps\n")},
		{"contacts/segments.toml", []byte("[segment.both]\nwhere = '\"sea\" in beats and \"air\" in beats'\n[segment.tags]\nwhere = '\"x\" in tags and \"y\" in tags'\n" +
			"[segment.lists]\nwhere = '\"city\" in lists and \"port\" in lists'\n[segment.other]\nwhere = '\"tax\" in beats'\n[segment.none]\nwhere = '\"tax\" in beats and \"air\" in beats'\n")},
	})
	for name, want := range map[string]string{"both": "2", "tags": "2", "lists": "2", "other": "3", "none": ""} {
		var got []string
		for _, d := range book.Touching(found, []string{name}, false) {
			got = append(got, strings.Split(d.Position.String(), ":")[1])
		}
		if s := strings.Join(slices.Compact(got), " "); s != want {
			t.Errorf("%s is touched by the lines %q, want %q of %v", name, s, want, found)
		}
	}
	if got := book.Touching(nil, []string{"both"}, true); got != nil {
		t.Errorf("nothing that was found touches: %v", got)
	}
}

// A rule that cannot be worked out says so of its first byte, and a file that cannot be read
// by which rule.
func TestWhatCannotBeWorkedOut(t *testing.T) {
	b, _ := Read([]File{{"contacts/city.csv", []byte("email,name\nana@b.example,Ana\n")}})
	_, err := b.Try("int(name) == 1")
	var wrong *RuleError
	if !errors.As(err, &wrong) || wrong.Offset != 0 || !strings.HasPrefix(wrong.Message, "it cannot be worked out for everybody: ") ||
		!strings.Contains(wrong.Message, "the rule of segment tried, at ana@b.example: ") {
		t.Errorf("%+v", err)
	}
	_, diags := book(t, "x.csv", "\xff\xfee\x00m\x00")
	if !strings.HasSuffix(diags, "or: pressroom contacts import contacts/x.csv [csv]") {
		t.Error(diags)
	}
}
