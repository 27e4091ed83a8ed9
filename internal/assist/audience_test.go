package assist

import (
	"testing"

	"pressroom/internal/contacts"
)

// A list or a segment is found where it stands, and nothing where there are no lists.
func TestWhereAnAudienceStands(t *testing.T) {
	book, diags := contacts.Read([]contacts.File{
		{Name: "contacts/press.csv", Data: []byte("email,region\nana@paper.example,west\n")},
		{Name: "contacts/empty.csv", Data: []byte("email\n")},
		{Name: "contacts/segments.toml", Data: []byte("\n[segment.west]\nwhere = 'region == \"west\"'\n")},
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, c := range []struct {
		facts Facts
		name  string
		want  Place
	}{
		{Facts{}, "press", Place{}},
		{Facts{Book: book}, "press", Place{"contacts/press.csv", 2, 1}},
		{Facts{Book: book}, "west", Place{"contacts/segments.toml", 2, 1}},
		{Facts{Book: book}, "empty", Place{}},
		{Facts{Book: book}, "east", Place{}},
	} {
		got, ok := audienceAt(c.facts, c.name)
		if ok != (c.want != Place{}) || ok && (got.File != c.want.File || got.Line != c.want.Line) {
			t.Errorf("%s stands at %v, %v; want %v", c.name, got, ok, c.want)
		}
	}
}
