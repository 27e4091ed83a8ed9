package submission

import (
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// TestWhatPartnersTypeAndPaste is a table of what stands in forms, and how it prints.
func TestWhatPartnersTypeAndPaste(t *testing.T) {
	type fields struct{ Speaker, Title, Org string }
	var table struct {
		Typed []struct {
			What, Tag, Text, Words, Tell, Refused string
			Prints                                []string
			Given, Fields                         *fields
		}
	}
	if _, err := toml.DecodeFile("testdata/typed.toml", &table); err != nil {
		t.Fatal(err)
	}
	if len(table.Typed) < 120 {
		t.Errorf("only %d rows", len(table.Typed))
	}
	for _, row := range table.Typed {
		in := Words{Speaker: "Ana Ruiz", Title: "director", Org: "River Alliance", Text: row.Text, Style: AfterFirst}
		if row.Given != nil {
			in.Speaker, in.Title, in.Org = row.Given.Speaker, row.Given.Title, row.Given.Org
		}
		got, problems := Clean(in, catalogue(t, row.Tag))
		var told, refused []string
		for _, p := range problems {
			if p.Advice {
				told = append(told, p.Message)
			} else {
				refused = append(refused, p.Message)
			}
		}
		name := row.Tag + ", " + row.What
		if row.Refused != "" {
			if !strings.Contains(strings.Join(refused, " "), row.Refused) {
				t.Errorf("%s: it is not refused with %q, but with %q", name, row.Refused, refused)
			}
			continue
		}
		if len(refused) > 0 {
			t.Errorf("%s: refused: %q", name, refused)
		}
		if said := strings.Join(told, " "); (row.Tell == "") != (said == "") || !strings.Contains(said, row.Tell) {
			t.Errorf("%s: it says %q, not of %q", name, said, row.Tell)
		}
		if got.Text != row.Words {
			t.Errorf("%s: the words are\n%q, not\n%q", name, got.Text, row.Words)
			continue
		}
		if f := row.Fields; f != nil && (got.Speaker != f.Speaker || got.Title != f.Title || got.Org != f.Org) {
			t.Errorf("%s: %q, %q, %q, not %+v", name, got.Speaker, got.Title, got.Org, *f)
		}
		reading, diags := got.Quote("x").Reads(row.Tag)
		if reading == nil {
			t.Errorf("%s: %v", name, diags)
			continue
		}
		if plain := reading.Plain(); !slices.Equal(plain, row.Prints) {
			t.Errorf("%s: it prints\n%q, not\n%q", name, plain, row.Prints)
		}
		if again, _ := Clean(got, catalogue(t, row.Tag)); again.Text != got.Text {
			t.Errorf("%s: cleaned twice it is\n%q, not\n%q", name, again.Text, got.Text)
		}
	}
}
