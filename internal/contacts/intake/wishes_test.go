package intake

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/wishes.txt
var wishes string

// TestWhoWantsNoMail: each cell of testdata/wishes.txt is read under each heading of its line
// as it says there.
func TestWhoWantsNoMail(t *testing.T) {
	_, table, _ := strings.Cut(wishes, "\n\n")
	n := 0
	for _, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		heads, rest, _ := strings.Cut(line, " = ")
		for _, head := range strings.Split(heads, "|") {
			for _, group := range strings.Split(rest, " = ") {
				want, cells, _ := strings.Cut(group, " ")
				for _, cell := range strings.Split(cells, ";") {
					n++
					head, cell := strings.TrimSpace(head), strings.TrimSpace(cell)
					if got := wishOf(t, head, cell); got != want {
						t.Errorf("%s: %s: %s, want %s", head, cell, got, want)
					}
				}
			}
		}
	}
	if n < 1000 {
		t.Errorf("%d cells were read", n)
	}
}

// wishOf is what becomes of somebody in whose row a cell stands: "out", "in" or "ask".
func wishOf(t *testing.T, head, cell string) string {
	t.Helper()
	r, err := Understand(&Table{Name: "x.csv", Rows: []Row{
		{1, []string{"Email", "Name", head}}, {2, []string{"ana@tide.example", "Ana", cell}}, {3, []string{"bo@tide.example", "Bo", ""}},
	}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	switch list := r.List(""); {
	case len(list.Left) == 1 && len(list.Entries) == 1:
		return "out"
	case len(list.Entries) == 2 && len(list.Notes) == 0:
		return "in"
	case len(list.Entries) == 2 && strings.Contains(list.Notes[0].Text, "look whether ana@tide.example is to be mailed"):
		return "ask"
	default:
		return list.Notes[0].Text
	}
}

// Whoever wants no mail wants none at their other addresses either; one that mail does not reach
// says nothing of the others.
func TestTheOtherAddressesOfWhoWantsNoMail(t *testing.T) {
	for cell, want := range map[string]string{
		"unsubscribed": "ana@tide.example ana@home.example ana@old.example", "hard bounce": "ana@tide.example", "inactive": "ana@tide.example",
	} {
		r, err := Understand(opened(t, "x.csv", "Email,Email 2,Status\nana@tide.example,ANA@tide.example; ana@home.example; ana@old.example,"+cell+"\n"), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range r.List("").Left {
			got = append(got, l.Address)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
}
