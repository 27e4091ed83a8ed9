package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestAnOfficerSpeaksForTheOffice which the release names.
func TestAnOfficerSpeaksForTheOffice(t *testing.T) {
	for _, c := range []struct{ lang, text, org, title, want string }{
		{"en", "The Harwell County Prosecutor’s Office opened.", "Harwell County", "Prosecutor", "Harwell County Prosecutor’s Office"},
		{"en", "The Harwell County District Attorney's Office opened.", "Harwell County District Attorney", "District Attorney", "Harwell County District Attorney's Office"},
		{"en", "The Harwell County Prosecutor’s Office opened.", "Tide County", "Prosecutor", "Tide County"},
		{"en", "The Harwell County Prosecutor’s Office opened.", "?", "Prosecutor", "?"},
		{"en", "The Tide Trust Director’s Office opened.", "Tide Trust", "Director", "Tide Trust"},
		{"de", "The Harwell County Prosecutor’s Office opened.", "Harwell County", "Prosecutor", "Harwell County"},
	} {
		d := ofTexts(c.lang, c.text)
		d.Quotes = []Quote{{Speaker: "Ada Quill", Org: c.org, Title: c.title}}
		d.inOwnOffice()
		if got := d.Quotes[0].Org; got != c.want {
			t.Errorf("%s of %s, in %q: speaks for %q, want %q", c.title, c.org, c.text, got, c.want)
		}
	}
	long := ofTexts("en")
	long.Body = []prose.Para{{Text: "The Harwell County Prosecutor’s Offices"}}
	if long.writes("Harwell County Prosecutor’s Office") {
		t.Error("a part of a word is the name")
	}
}
