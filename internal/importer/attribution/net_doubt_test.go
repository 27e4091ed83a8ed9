package attribution

import (
	"strings"
	"testing"
)

// TestWhatReadsAsAnOrganisation takes back what reads so, and is a field, a subject, a minister or what something is done to.
func TestWhatReadsAsAnOrganisation(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, title, org, phrase, want string }{
		{"it", "", "Consigliere del Ministro", "Marlow", "Consigliere del Ministro di Marlow Ana Ruiz", "Consigliere del Ministro di Marlow | ?"},
		{
			"it", "Il Ministero del Mare ha detto.", "Consigliere del Ministro", "Mare", "Consigliere del Ministro del Mare Ana Ruiz",
			"Consigliere del Ministro del Mare | Ministero del Mare",
		},
		{"it", "", "Consigliere del Ministro", "Rivers Trust", "Rivers Trust, Consigliere del Ministro Ana Ruiz", "Consigliere del Ministro | Rivers Trust"},
		{"en", "", "expert", "Privacy", "Privacy expert Ana Ruiz", "Privacy expert | ?"},
		{"en", "", "expert", "Privacy", "Privacy-expert Ana Ruiz", "Privacy-expert | ?"},
		{"en", "", "expert", "Privacy", "Ana Ruiz, expert at Privacy", "expert | Privacy"},
		{"en", "", "expert", "Osten", "Osten expert Ana Ruiz", "expert | Osten"},
		{"en", "They met the Privacy.", "expert", "Privacy", "Privacy expert Ana Ruiz", "expert | Privacy"},
		{"en", "Privacy announces lamps.", "expert", "Privacy", "Privacy expert Ana Ruiz", "expert | Privacy"},
		{"it", "", "commissario per l’attuazione", "Mare", "Ana Ruiz, commissario per l’attuazione di Mare", "commissario per l’attuazione di Mare | ?"},
		{"it", "", "commissario per l’attuazione", "Mare", "Mare, commissario per l’attuazione Ana Ruiz", "commissario per l’attuazione | Mare"},
		{"en", "", "Minister", "Lamps", "Minister of Lamps Ana Ruiz", "Minister of Lamps | ?"},
		{"en", "The Ministry of Lamps met.", "Minister", "Lamps", "Minister of Lamps Ana Ruiz", "Minister of Lamps | Ministry of Lamps"},
		{"en", "The Ministry of Lampshades met.", "Minister", "Lamps", "Minister of Lamps Ana Ruiz", "Minister of Lamps | ?"},
		{"en", "The Ministry of Lamps Quays met.", "Minister", "Lamps", "Minister of Lamps Ana Ruiz", "Minister of Lamps | Ministry of Lamps"},
		{"es", "El Ministerio de Lamps Quays.", "ministra", "Lamps", "ministra de Lamps Ana Ruiz", "ministra de Lamps | ?"},
		{"en", "The Ministry of Lamps met.", "Shadow Minister", "Lamps", "Shadow Minister of Lamps Ana Ruiz", "Shadow Minister of Lamps | ?"},
		{"en", "", "professor in the Department", "Knots", "Ana Ruiz, professor in the Department of Knots", "professor in the Department of Knots | ?"},
		{"en", "", "professor in the Department", "Tidewell", "Tidewell professor in the Department", "professor in the Department | Tidewell"},
		{"en", "", "student", "Farrell", "Ana Ruiz, student in Farrell’s lab", "student | ?"},
		{"en", "", "student", "Osten", "Ana Ruiz, student in Osten’s lab", "student | Osten"},
		{"en", "", "one", "Skippers", "one of Skippers", "one of Skippers | ?"},
		{"en", "", "formerly pilot", "Tidewell", "Ana Ruiz", "formerly pilot | ?"},
		{"en", "", "winner", "Tidewell", "Ana Ruiz", "winner | ?"},
		{"en", "", "independent pilot", "Tidewell", "Ana Ruiz", "independent pilot | ?"},
		{"en", "", "pilot", "Tide-", "Ana Ruiz", "pilot | ?"},
		{"en", "", "pilot", "In Tidewell", "Ana Ruiz", "pilot | ?"},
		{"en", "", "pilot", "Tidewell Industrial", "Ana Ruiz", "pilot | ?"},
		{"en", "", "pilot", "Tidewell-based", "Ana Ruiz", "pilot | "},
		{"en", "", "pilot", "Harbour", "Ana Ruiz", "pilot | "},
		{"en", "", "pilot", "Forum", "Ana Ruiz", "pilot | "},
		{"en", "", "pilot", "Rope Forum", "Ana Ruiz, pilot at the Rope Forum", "pilot | ?"},
		{"en", "", "pilot", "Rope Forum", "Ana Ruiz, pilot with the Rope Forum", "pilot | Rope Forum"},
		{"en", "", "keeper", "Tidewell", "Ana Ruiz, keeper for Tidewell", "keeper for Tidewell | ?"},
		{"en", "", "Vice President of Policy", "Tidewell", "Ana Ruiz, Vice President of Policy for Tidewell", "Vice President of Policy | Tidewell"},
		{"en", "", "Vice President of Lamps", "Tidewell", "Ana Ruiz, Vice President of Lamps for Tidewell", "Vice President of Lamps for Tidewell | ?"},
		{"en", "", "keeper", "Osten", "Ana Ruiz, keeper for Osten", "keeper | Osten"},
		{"en", "", "mayor", "TDW", "Ana Ruiz, mayor, TDW", "mayor | TDW"},
		{"en", "", "mayor", "TDW", "Ana Ruiz, mayor of TDW", "mayor of TDW | ?"},
		{"en", "", "pilot", "Marlow", "Ana Ruiz, pilot of Marlow", "pilot | ?"},
		{"en", "", "", "Tidewell", "Ana Ruiz of Tidewell", " | ?"},
		{"en", "", "", "Osten", "Ana Ruiz of Osten", " | Osten"},
		{"en", "", "pilot", "Tidewell", "Ana Ruiz, pilot of Tidewell", "pilot | Tidewell"},
		{"en", "", "President", "American", "American President Ana Ruiz", "American President | ?"},
		{"en", "", "Minister", "Prime", "Prime Minister Ana Ruiz", "Prime Minister | ?"},
	} {
		d := ofTexts(c.tag, c.text)
		d.Dateline.Text, d.Known = "Marlow, 3 May", []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		who := d.readsAlike(Speaker{Name: "Ana Ruiz", Title: c.title, Org: c.org, Ok: true}, c.phrase)
		if got := who.Title + " | " + who.Org; got != c.want {
			t.Errorf("%s (%s): %q, want %q", c.phrase, c.text, got, c.want)
		}
	}
	for title, want := range map[string]string{"Vice President of Policy": "Vice President", "Vice President of Lamps": "Vice President of Lamps", "Pilot": "Pilot"} {
		if got := beforeField(title); got != want {
			t.Errorf("%s: %q", title, got)
		}
	}
	for phrase, want := range map[string]string{
		"pilot of the old Tide": "pilot of the old Tide", "pilot of the olds Tide": "pilot", "pilot, of Tide": "pilot", "pilot; Tide": "pilot", "pilot: Tide": "pilot",
		"Tide pilot": "pilot", "keeper of Tide": "pilot", "pilot of Tides": "pilot of Tide",
	} {
		if got := wholeOffice(phrase, "pilot", "Tide"); got != want {
			t.Errorf("%s: %q", phrase, got)
		}
	}
}

// TestBodiesNamedAfterAllThatTheyAreFor goes on to the end of such a name.
func TestBodiesNamedAfterAllThatTheyAreFor(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "keeper of the Department of Lamps, Ropes and Quays", "Department of Lamps", "Department of Lamps, Ropes and Quays"},
		{"en", "keeper of the Department of Lamps, Ropes, and Old Quays.", "Department of Lamps", "Department of Lamps, Ropes, and Old Quays"},
		{"en", "keeper of the Office for Lamps, Ropes & Quays)", "Office for Lamps", "Office for Lamps, Ropes & Quays"},
		{"en", "keeper of the Department of Lamps, Ropes and Captain", "Department of Lamps", ""},
		{"en", "keeper of the Department of Lamps, Dr Osten and Quays", "Department of Lamps", ""},
		{"en", "keeper of the Department of Lamps, Tom Reed and Quays", "Department of Lamps", ""},
		{"en", "keeper of the Department of Lamps, Ropes", "Department of Lamps", ""},
		{"en", "keeper of the Department of Ropes, Quays and Oars", "Department of Lamps", ""},
		{"en", "keeper of the Harbour of Lamps, Ropes and Quays", "Harbour of Lamps", ""},
		{"en", "keeper of the Department Lamps, Ropes and Quays", "Department Lamps", ""},
		{"en", "Old oars, Ropes and Quays", "Department of Lamps", ""},
		{"de", "des Ministeriums für Lampen, Seile und Kais", "Ministerium für Lampen", "Ministerium für Lampen, Seile und Kais"},
		{"de", "des Verbandes der Lampen, Seile und Kais", "Verbandes der Lampen", "Verbandes der Lampen, Seile und Kais"},
		{"de", "des Instituts für Lampen, Seile und Kais", "Instituts für Lampen", "Instituts für Lampen, Seile und Kais"},
		{"en", "des Instituts für Lampen, Seile und Kais", "Instituts für Lampen", ""},
		{"de", "des Lampes für Lampen, Seile und Kais", "Lampes für Lampen", ""},
		{"de", "des Umweltministerium für Lampen, Seile und Kais", "Umweltministerium für Lampen", "Umweltministerium für Lampen, Seile und Kais"},
		{"es", "el Observatorio de Luces, Sogas y Muelles", "Observatorio de Luces", "Observatorio de Luces, Sogas y Muelles"},
	} {
		d := drafted(c[0])
		d.Known = []Speaker{{Org: "Osten"}, {Name: "Tom Reed"}}
		if got := d.namedAfterAll(c[1], c[2]); got != c[3] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	const phrase = "They met the Department of Lamps, Ropes and Quays here, and the Harbour of Oars, Sails and Buoys"
	for word, want := range map[string]bool{
		"They": false, "Department": false, "of Lamps": true, "Quays": true, " here": false, "here": false, "Oars": false, "Sails": false,
	} {
		if got := drafted("en").withinListed(phrase, strings.Index(phrase, word)); got != want {
			t.Errorf("%s: %t", word, got)
		}
	}
}
