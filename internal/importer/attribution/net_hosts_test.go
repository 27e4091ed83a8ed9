package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestTheNameWithWhichATextBegins reads it by the letters of a host, and tells whether a second stands with it.
func TestTheNameWithWhichATextBegins(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, text, label, name string
		alone                  bool
	}{
		{"en", "Tidewell opens a harbor.", "tidewell", "Tidewell", true},
		{"en", "Tidewell", "tidewell", "Tidewell", true},
		{"en", "The Tidewell", "tidewell", "Tidewell", true},
		{"es", "La", "la", "La", true},
		{"en", "tidewell opens a harbor.", "tidewell", "", false},
		{"en", "Tide lamps open a harbor.", "tidelamps", "Tide lamps", true},
		{"en", "Tide, lamps open a harbor.", "tidelamps", "", false},
		{"en", "Tide: lamps open a harbor.", "tidelamps", "", false},
		{"en", "“Tidewell” opens a harbor.", "tidewell", "Tidewell", true},
		{"en", "Quill opens a harbor.", "tidewell", "", false},
		{"en", "Tide", "tidewell", "", false},
		{"en", "", "tidewell", "", false},
		{"en", "Tidewell Quay opens a harbor.", "tidewell", "Tidewell Quay", true},
		{"en", "Tidewell, Quay opens a harbor.", "tidewell", "Tidewell", true},
		{"en", "Tidewell) Quay opens a harbor.", "tidewell", "Tidewell", true},
		{"en", "Tidewell” Quay opens a harbor.", "tidewell", "Tidewell", true},
		{"en", "Tidewell and Quill open a harbor.", "tidewell", "Tidewell", false},
		{"en", "Tidewell andante opens a harbor.", "tidewell", "Tidewell", true},
		{"en", "Director opens a harbor.", "director", "", false},
	} {
		if name, alone := drafted(c.tag).beginsWith(prose.Para{Text: c.text}, c.label); name != c.name || alone != c.alone {
			t.Errorf("%s for %s: %q, %t", c.text, c.label, name, alone)
		}
	}
	if name, alone := drafted("en").beginsWith(prose.Para{Text: "Tidewell Opens a Harbor", Level: 1}, "tidewell"); name != "" || alone {
		t.Errorf("a headline alone has %q, %t", name, alone)
	}
}

// TestStopsInTheNamesOfTowns stand for themselves, and for no other letter.
func TestStopsInTheNamesOfTowns(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The City of St. Harwell pays.": "City of St. Harwell", "The City of Stx Harwell pays.": "",
		"The St. Harwell Council met.": "St. Harwell Council", "The Stx Harwell Council met.": "",
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: "St. Harwell Mayor Ana Ruiz came."}, {Text: text}}
		if got := d.townOfMayor("Ana Ruiz"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
