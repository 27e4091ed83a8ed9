package check

import (
	"slices"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
)

// What is found is told in the order in which it stands in the file, and once, whatever
// looked for it first.
func TestWhatIsFoundStandsInTheOrderOfTheFile(t *testing.T) {
	src := `+++
headline = "A TK ferry"
dateline = "CITY"
date = 2027-06-08
to = ["press", "far-away"]
[[quote]]
org = "Pier"
speaker = "Ana"
text = "We TK wait."
[[contact]]
name = "D"
phone = "1"
+++
One XXX ferry.

## [CHECK] it

#### Deep
`
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{Organization: release.Organization{Language: "en"}})
	if r == nil {
		t.Fatal(diags)
	}
	book, _ := contacts.Read([]contacts.File{{Name: "contacts/press.csv", Data: []byte("email\nana@paper.example\n")}})
	found := Release(Subject{Release: r, Book: book, Now: time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)}).Findings
	if len(found) < 6 {
		t.Fatalf("only %d are found: %v", len(found), found)
	}
	if !slices.IsSortedFunc(found, func(a, b diagnostic.Diagnostic) int { return a.Line - b.Line }) {
		t.Errorf("they stand as\n%v", found)
	}
	src = "+++\nheadline = \"H\"\ndateline = \"C\"\ndate = 2027-06-08\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
	if r, diags = release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{}); r == nil {
		t.Fatal(diags)
	}
	refused := Release(Subject{Release: r, Book: book, Now: time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)}).Refusals
	if len(refused) != 2 || refused[0].Line != 2 || refused[1].Line != 4 {
		t.Errorf("it is refused for\n%v", refused)
	}
	for i := range found[1:] {
		if found[i] == found[i+1] {
			t.Errorf("it is told twice: %v", found[i])
		}
	}
}
