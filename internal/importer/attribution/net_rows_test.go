package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoseReleaseItIs reads whose a release is from a line that says so, or a link on it.
func TestWhoseReleaseItIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ source, headline, linked, want string }{
		{"Press Release: Rivers Trust", "", "", "Rivers Trust"},
		{"News release from: Rivers Trust", "", "", "Rivers Trust"},
		{"Media statement – Rivers Trust", "", "", "Rivers Trust"},
		{"Press Release: Rivers Trust**", "", "", "Rivers Trust"},
		{"Press Release: Open Lamps", "", "", ""},
		{"Press Release: Rivers Trust", "RIVERS TRUST", "", ""},
		{"Press Release: Rivers Trust opens a quay", "", "", ""},
		{"Press Release: The Marlow Harbour Party", "", "", "Marlow Harbour Party"},
		{"Press Release: The Marlow Harbour Union", "", "", ""},
		{"Press Release: Marlow Harbour Party", "", "", ""},
		{"", "", "Tidewell", "Tidewell"},
		{"", "TIDEWELL", "Tidewell", ""},
	} {
		d := drafted("en")
		d.Source, d.Headline.Text, d.Linked = c.source, c.headline, c.linked
		if got := d.released(); got != c.want {
			t.Errorf("%q above %q: %q, want %q", c.source, c.headline, got, c.want)
		}
	}
	const line = "Press Release: Tidewell *"
	for _, c := range []struct {
		m    prose.Mark
		want string
	}{
		{prose.Mark{From: 15, To: 23, Href: "https://tidewell.example"}, "Tidewell"},
		{prose.Mark{From: 15, To: 22, Href: "https://tidewell.example"}, ""},
		{prose.Mark{From: 14, To: 23, Href: "https://tidewell.example"}, ""},
		{prose.Mark{From: 15, To: 23}, ""},
	} {
		if got := prose.LinkedName(prose.Para{Text: line, Marks: []prose.Mark{c.m}}); got != c.want {
			t.Errorf("%+v: %q", c.m, got)
		}
	}
	if prose.LinkedName(prose.Para{Text: "Tidewell", Marks: []prose.Mark{{To: 8, Href: "https://tidewell.example"}}}) != "" {
		t.Error("any link is whose release it is")
	}
}

// TestWhatAnOrganisationIs reads a sentence at the end of the copy that says what an organisation is.
func TestWhatAnOrganisationIs(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "The Rope Museum (RM) is a house of ropes.", "Rope Museum", "RM"},
		{"en", "Founded in 1998, the Rope Museum helps keepers of lamps.", "Rope Museum", ""},
		{"en", "Based in Marlow, England, the Rope Museum works for keepers.", "Rope Museum", ""},
		{"en", "Open Lamps is a nonprofit organization for keepers.", "Open Lamps", ""},
		{"en", "Open Lamps is a song of keepers.", "", ""},
		{"en", "Director Trust is a nonprofit organization.", "", ""},
		{"en", "Company is a nonprofit organization.", "", ""},
		{"en", "University is a nonprofit organization.", "", ""},
		{"de", "Die Tidewell GmbH ist ein Verein der Seiler.", "Tidewell GmbH", ""},
		{"de", "Die Tidewell (TW) ist ein Verein der Seiler.", "Tidewell", "TW"},
		{"de", "Die Tidewell ist ein Lied der Seiler.", "", ""},
	} {
		if org, initials := drafted(c[0]).saysWhatItIs(c[1]); org != c[2] || initials != c[3] {
			t.Errorf("%s: %q and %q", c[1], org, initials)
		}
	}
	const says = "The Rope Museum (RM) is a house of ropes."
	for _, c := range []struct {
		headline string
		body     []prose.Para
		want     string
	}{
		{"Rope Museum opens", []prose.Para{{Text: "It rains."}, {Text: says}}, "Rope Museum"},
		{"RM opens", []prose.Para{{Text: "It rains."}, {Text: says}}, "Rope Museum"},
		{"", []prose.Para{{Text: "Rope Museum opens."}, {Text: says}}, "Rope Museum"},
		{"Lamps are lit", []prose.Para{{Text: "It rains."}, {Text: says}}, ""},
		{"Rope Museum opens", []prose.Para{{Text: says}}, ""},
		{"Rope Museum opens", []prose.Para{{Text: "It rains."}, {Text: says, Level: 1}}, ""},
		{"Rope Museum opens", []prose.Para{{Text: "It rains."}, {Text: says, Table: "| a |"}}, ""},
		{"Rope Museum opens", []prose.Para{{Text: "It rains."}, {Text: says + " " + manyLamps}}, ""},
		{"Rope Museum and Rivers Trust open", []prose.Para{{Text: "It rains."}, {Text: says}, {Text: "The Rivers Trust is a house of lamps."}}, ""},
		{"Rope Museum opens", []prose.Para{{Text: "a."}, {Text: says}, {Text: "b."}, {Text: "c."}, {Text: "d."}}, "Rope Museum"},
		{"Rope Museum opens", []prose.Para{{Text: "a."}, {Text: says}, {Text: "b."}, {Text: "c."}, {Text: "d."}, {Text: "e."}}, ""},
	} {
		d := drafted("en")
		d.Headline.Text, d.Body = c.headline, c.body
		if got := d.described(); got != c.want {
			t.Errorf("%s, %.70q: %q, want %q", c.headline, c.body[len(c.body)-1].Text, got, c.want)
		}
	}
}

// TestOfficesInARow reads several offices before a name, and who has two of them.
func TestOfficesInARow(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Chairman, President & CEO Ana Ruiz", "Ana Ruiz | Chairman, President & CEO | "},
		{"en", "the Chairman, President and CEO Ana Ruiz", "Ana Ruiz | Chairman, President and CEO | "},
		{"de", "Chairman, President & CEO Ana Ruiz", ""},
		{"en", "Chairman, Lamp & CEO Ana Ruiz", ""},
		{"en", "Chairman, President & CEO Marlow Council", ""},
	} {
		if got := inOneRow(drafted(c[0]).OfficesRow(c[1])); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range []struct {
		who          Speaker
		phrase, want string
	}{
		{Speaker{Title: "Leader", Org: "Marlow’s Deputy Mayor and"}, "", " | Deputy Mayor and Leader | Marlow"},
		{Speaker{Title: "Leader", Org: "Marlow’s Red Lamps and"}, "", " | Leader | Marlow’s Red Lamps and"},
		{Speaker{Title: "creator and director of Open Lamps", Org: "Tidewell"}, "of Tidewell’s show", " | creator and director | Open Lamps"},
		{Speaker{Title: "author and director of Open Lamps", Org: "Tidewell"}, "of Tidewell’s show", " | author and director | Open Lamps"},
		{
			Speaker{Title: "creator and director of Open Lamps", Org: "Tidewell"},
			"of Tidewell show",
			" | creator and director of Open Lamps | Tidewell",
		},
		{
			Speaker{Title: "creator and director of Open Lamps at sea", Org: "Tidewell"},
			"of Tidewell’s show",
			" | creator and director of Open Lamps at sea | Tidewell",
		},
	} {
		if got := inOneRow(drafted("en").bothOffices(c.who, c.phrase), true); got != c.want {
			t.Errorf("%+v: %q, want %q", c.who, got, c.want)
		}
	}
	for _, c := range [][3]string{
		{"de", "Gründerin und Geschäftsführerin Jana Holm", "Jana Holm | Gründerin und Geschäftsführerin | "},
		{"de", "die Gründerin und Geschäftsführerin Jana Holm", "Jana Holm | Gründerin und Geschäftsführerin | "},
		{"fr", "directrice et fondatrice Ana Ruiz, Association des Marins", "Ana Ruiz | directrice et fondatrice | Association des Marins"},
		{"en", "directrice et fondatrice Ana Ruiz", ""},
		{"fr", "lampe et fondatrice Ana Ruiz", ""},
		{"fr", "directrice et lampe Ana Ruiz", ""},
		{"fr", "directrice et fondatrice Ana", ""},
		{"fr", "directrice et fondatrice Ana Ruiz qui rame", ""},
		{"fr", "directrice et fondatrice Institut Marlow", ""},
		{"fr", "directrice et fondatrice Présidente Ruiz", ""},
	} {
		if got := inOneRow(drafted(c[0]).titleTwice(c[1])); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestWhoIsNamelessButTold reads somebody whom the text names by an office alone, or what an organisation is called.
func TestWhoIsNamelessButTold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		linked, phrase, want string
	}{
		{"Rope Museum", "the museum", "Rope Museum"},
		{"Tidewell", "the company", "Tidewell"},
		{"Tidewell Ltd", "the company", "Tidewell Ltd"},
		{"Rivers Trust", "the company", "?"},
		{"Rivers Trust", "the museum", "?"},
		{"The Tidewell", "the company", "?"},
		{"", "the company", "?"},
	} {
		d := drafted("en")
		d.Linked = c.linked
		if got := d.issuerAs(c.phrase); got != c.want {
			t.Errorf("%s of %q: %q, want %q", c.phrase, c.linked, got, c.want)
		}
	}
	for _, c := range [][3]string{
		{"en", "the company spokesman", " | spokesman | Tidewell"},
		{"en", "a company spokeswoman", " | spokeswoman | Tidewell"},
		{"de", "the company spokesman", ""},
		{"en", "the director", " | director | ?"},
		{"en", "the lamp", ""},
		{"en", "the resident", ""},
		{"de", "der Werftleiter", " | Werftleiter | ?"},
		{"de", "der Werftkran", ""},
		{"es", "la empresaria", " | empresaria | ?"},
		{"en", "the empresaria", ""},
		{"es", "la pilota", ""},
		{"es", "la presidenta", ""}, // she was named with it
		{"es", "la directora de la Asociación de Ríos", " | directora | Asociación de Ríos"},
		{"es", "la alcaldesa de la Asociación de Ríos", " | alcaldesa de la Asociación de Ríos | ?"},
		{"es", "la dirección", " | dirección | "},
		{"es", "la dirección de la Asociación de Ríos", " |  | Asociación de Ríos"},
		{"es", "la secretaria", " | secretaria | ?"},
	} {
		d := drafted(c[0])
		d.Linked = "Tidewell"
		d.Known = []Speaker{{Name: "Ana Ruiz", Title: "presidenta", Ok: true}, {Title: "secretaria", Ok: true}}
		who := d.nameless(c[1])
		if got := inOneRow(who, who.Ok); got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
