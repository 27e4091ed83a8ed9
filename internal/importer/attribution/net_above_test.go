package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoIssuesARelease is told by boilerplates, contacts and letterheads, in that order.
func TestWhoIssuesARelease(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, about, org, above, body string
		want                         string
	}{
		{"en", "About Harbour Union", "", "", "", "Harbour Union"},
		{"en", "About Harbour Union¶About Harbour Union", "", "", "", "Harbour Union"},
		{"en", "About Harbour Union¶About Rivers Trust", "", "", "", ""},
		{"en", "About Harbour Union¶About Rivers Trust", "Rivers Trust", "", "", "Rivers Trust"},
		{"en", "About Harbour Union¶About Rivers Trust", "", "", "The Rivers Trust lit lamps.", "Rivers Trust"},
		{"en", "About Harbour Union¶About Rivers Trust", "", "", "Rivers Trust announced lamps.", "Rivers Trust"},
		{"en", "About us¶Harbour Union is a charity for lamps.", "", "", "", "Harbour Union"},
		{
			"en",
			"About us Harbour Union is a charity for lamps.¶About us Harbour Union is a charity for lamps.",
			"",
			"",
			"",
			"Harbour Union",
		},
		{"en", "About lamps", "", "", "", ""},
		{"en", "", "Harbour Union", "", "", "Harbour Union"},
		{"en", "", "PR Lamps", "", "", ""},
		{"en", "", "Lamp Media", "", "", ""},
		{"en", "", "Lamp Media", "", "Then Lamp Media lit lamps.", "Lamp Media"},
		{"en", "", "", "Harbour Lamps", "", "Harbour Lamps"},
		{"en", "", "", "Harbour Lamps A B C D E", "", ""},
		{"en", "", "", "Harbour Lamps A B C D", "", "Harbour Lamps A B C D"},
		{"de", "", "", "Harbour Lamps", "", ""},
		{"de", "", "", "Harbour Union", "", "Harbour Union"},
		{"de", "", "", "Lampen SL", "", "Lampen SL"},
		{"de", "", "", "Harbour Lamps", "Dann kam Harbour Lamps.", "Harbour Lamps"},
	} {
		d := drafted(c.tag)
		for _, p := range lined(c.about) {
			if p.Text != "" {
				d.Boilerplate = append(d.Boilerplate, p)
			}
		}
		if c.org != "" {
			d.Contacts = []prose.Contact{{Name: "Ana Ruiz", Org: c.org}}
		}
		if c.above != "" {
			d.Letterhead = []string{c.above}
		}
		if c.body != "" {
			d.Body, d.Source = []prose.Para{{Text: c.body}}, c.body
		}
		if got := d.Issuer(); got != c.want {
			t.Errorf("%s %s, %s, %s, %s: %q, want %q", c.tag, c.about, c.org, c.above, c.body, got, c.want)
		}
	}
}

// TestWhoAnnouncesSomething is an organisation at the beginning of the copy, and no person.
func TestWhoAnnouncesSomething(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("“", 61)
	for _, c := range [][2]string{
		{"Harbour Union announced lamps.", "Harbour Union"},
		{"Ana Ruiz announced lamps.", ""},
		{"Ana Ruiz (HLU) announced lamps.", "Ana Ruiz"},
		{"Tide Well, a maker of ropes, announced lamps.", "Tide Well"},
		{"Tide Well, a friend of ropes, announced lamps.", ""},
		{"Harbour Union, with Rivers and Harbour Union, announced lamps.", ""},
		{"Captain Union announced lamps.", ""},
		{"Colonel Ruiz announced lamps.", ""},
		{"Director Ruiz announced lamps.", ""},
		{"Harbour Union and Rivers Trust announced lamps.", ""},
		{"MARLOW, 4 May 2026 -- Harbour Union announced lamps.", "Harbour Union"},
		{"Then the lamps -- Harbour Union announced lamps.", ""},
		{long + "¶Harbour Union announced lamps.", "Harbour Union"},
		{"#Lamps¶Harbour Union announced lamps.", "Harbour Union"},
	} {
		d := drafted("en")
		d.Body = lined(c[0])
		if got := d.announcer(); got != c[1] {
			t.Errorf("%.60s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][2]string{
		{"Researchers at Harwell University have built lamps.", "Harwell University"},
		{"A new team of Researchers from the Harwell University have built lamps.", "Harwell University"},
		{"Researchers at Harwell University and Marlow College have built lamps.", ""},
		{"Researchers at Harwell University, and lamps, have built lamps.", ""},
		{"Researchers at Harwell Quay have built lamps.", ""},
		{"Pilots at Harwell University have built lamps.", ""},
	} {
		d := drafted("en")
		d.Body = lined(c[0])
		if got := d.schoolOf(); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}
