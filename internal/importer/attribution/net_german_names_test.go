package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestFieldsBehindAGermanOffice divides what an office is over from whose it is.
func TestFieldsBehindAGermanOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"de", " für Naturschutz der Uferliga", "Sprecherin für Naturschutz", "Uferliga"},
		{"de", ", für Wasser und Wald beim Uferbund", "Sprecherin für Wasser und Wald", "Uferbund"},
		{"de", " für Wasser, Wald & Weide des Uferbunds", "Sprecherin für Wasser, Wald & Weide", "Uferbund"},
		{"de", " für Wasser vom Uferbund", "Sprecherin für Wasser", "Uferbund"},
		{"de", " für Wasser im Uferbund", "Sprecherin für Wasser", "Uferbund"},
		{"de", " für Wasser, Wald, Weide, Wind der Uferliga", "Sprecherin für Wasser, Wald, Weide, Wind", "Uferliga"},
		{"de", " für Wasser, Wald, Weide, Wind, Watt der Uferliga", "", ""},
		{"nl", " für Naturschutz der Uferliga", "", ""},
		{"de", " für Naturstiftung der Uferliga", "", ""},
		{"de", " für Museum der Uferliga", "", ""},
		{"de", " für wasser der Uferliga", "", ""},
		{"de", " für Wasser an der Uferliga", "", ""},
		{"de", " für Wasser der Uferliga, Marlow", "", ""},
	} {
		title, org, ok := drafted(c[0]).overFieldOf("Sprecherin", c[1])
		if title != c[2] || org != c[3] || ok != (c[2] != "") {
			t.Errorf("%s %s: %q, %q, %t", c[0], c[1], title, org, ok)
		}
	}
}

// TestPronounsOfAnotherGender tells one that does not mean whoever has an office.
func TestPronounsOfAnotherGender(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pronoun, office string
		want            bool
	}{
		{"er", "Hafenministerin", true},
		{"sie", "Hafenministerin", false},
		{"er", "Hafenminister", false},
		{"sie", "Hafenminister", true},
		{"sie", "alter Minister", true},
		{"er", "Minister", false},
		{"er", "Wirtin", true},
		{"sie", "Wirt", true},
		{"er", "Vorsitzende", false},
		{"sie", "Vorsitzende", false},
		{"sie", "Hafenexperte", false},
		{"sie", "Vorsitzender", true},
	} {
		if got := ofOtherGender(c.pronoun, c.office); got != c.want {
			t.Errorf("%s, %s: %t", c.pronoun, c.office, got)
		}
	}
	for noun, want := range map[string]bool{
		"Museum": true, "Hafenkammer": true, "Kammer": false, "Barke": false, "hafenkammern": false,
		"HAFENKAMMER": true,
	} {
		if isBodyNoun(noun) != want {
			t.Errorf("%s: %t", noun, !want)
		}
	}
}

// TestGermanNamesAsTheyArePrinted reads a name behind an article, in another case.
func TestGermanNamesAsTheyArePrinted(t *testing.T) {
	t.Parallel()
	for _, c := range [][5]string{ // language, the article, the name behind it, the text and the name
		{"de", "der", "Deutschen Ruderhilfe", "", "Deutsche Ruderhilfe"},
		{"de", "Der", "Deutschen Ruderhilfen", "Deutsche Ruderhilfe rudert.", "Deutsche Ruderhilfe"},
		{"de", "der", "Deutschen Ruderhilfen", "", "Deutsche Ruderhilfen"},
		{"de", "der", "GRÜNEN Landtagsfraktion", "", "GRÜNE Landtagsfraktion"},
		{"de", "DER", "GRÜNEN Landtagsfraktion", "", "GRÜNE Landtagsfraktion"},
		{"de", "des", "GRÜNEN Landtags", "", "GRÜNEN Landtags"},
		{"nl", "der", "GRÜNEN Landtagsfraktion", "", "GRÜNEN Landtagsfraktion"},
		{"de", "der", "GRÜNEN", "", "GRÜNEN"},
		{"de", "der", "BOREN Fraktion", "", "BORE Fraktion"},
		{"de", "der", "OREN Fraktion", "", "OREN Fraktion"},
		{"de", "der", "", "", ""},
		{"de", "des", "?", "", "?"},
		{"nl", "des", "Uferbunds", "", "Uferbunds"},
		{"de", "des", "UFERS", "", "UFERS"},
		{"de", "des", "Uferbunds", "", "Uferbund"},
		{"de", "des", "Uferbundes", "", "Uferbund"},
		{"de", "des", "Kais Osten", "", "Kais Osten"},
		{"de", "des", "Kaies Osten", "Kai Osten.", "Kai Osten"},
		{"de", "des", "Hafens Osten", "Hafen Osten.", "Hafen Osten"},
		{"de", "des", "Barke Hafens", "Barke Hafen.", "Barke Hafen"},
		{"de", "des", "Barke Hafenes", "Barke Hafen.", "Barke Hafen"},
		{"de", "des", "Barke Hafens", "", "?"},
		{"de", "des", "Barke Osten", "", "Barke Osten"},
		{"de", "des", "Instituts Hafens", "Instituts Hafen.", "Institut Hafens"},
		{"de", "des", "Amts Hafens", "Amts Hafen.", "Amts Hafens"},
		{"de", "der", "Hafenpiraten Osten", "", "Hafenpiraten Osten"},
		{"de", "von", "Uferbunds", "", "Uferbunds"},
		{"de", "von", "Barke Hafens", "Barke Hafen.", "Barke Hafens"},
		{"de", "des", "Barke Hafens", "Barke Hafens.", "?"},
		{"de", "dem", "Grünen", "Grüne.", "?"},
		{"de", "des", "Vereins", "", "?"},
		{"de", "des", "Ufverbands", "", "?"},
		{"de", "des", "Ufaverbands", "", "Ufaverband"},
		{"de", "den", "Hafenpiraten", "", "?"},
		{"de", "den", "Hafenpiraten", "Hafenpirate.", "Hafenpirate"},
		{"de", "der", "Hafenpiraten", "", "Hafenpiraten"},
		{"de", "der", "Grünen", "", "?"},
		{"de", "der", "Grünen", "Grüne.", "Grüne"},
		{"de", "den", "Grünen", "Grüne.", "Grüne"},
		{"de", "den", "Hafenpirat", "", "Hafenpirat"},
		{"de", "den", "Hafenpiraten Osten", "", "Hafenpiraten Osten"},
		{"de", "des", "Deutschen Ruderbunds", "", "Deutscher Ruderbund"},
		{"de", "dem", "Deutschen Ruderbund", "", "Deutscher Ruderbund"},
		{"de", "vom", "Deutschen Ruderbund", "", "Deutscher Ruderbund"},
		{"de", "beim", "Deutschen Ruderbund", "", "Deutscher Ruderbund"},
		{"de", "den", "Deutschen Ruderbund", "", "?"},
		{"de", "den", "Deutschen Ruderbund", "Deutscher Ruderbund.", "Deutscher Ruderbund"},
		{"de", "des", "Deutschen Ruderwerks", "Deutsches Ruderwerk.", "Deutsches Ruderwerk"},
		{"de", "dem", "Deutschen Rate", "Deutscher Rat.", "Deutscher Rat"},
		{"de", "den", "Deutschen Kaimauern", "Deutsche Kaimauern.", "Deutsche Kaimauern"},
		{"de", "vom", "Deutschen Ruderkai", "", "?"},
		{"de", "von", "Deutschen Ruderbund", "", "Deutschen Ruderbund"},
		{"pl", "z", "Fundacji Rzeka", "", "?"},
		{"de", "z", "Fundacji Rzeka", "", "Fundacji Rzeka"},
		{"pl", "z", "Fundacja Rzeka", "", "Fundacja Rzeka"},
		{"pl", "z", "Fundacjix", "", "Fundacjix"},
	} {
		if got := paragraphsIn(c[0], c[3]).nominative(c[1], c[2]); got != c[4] {
			t.Errorf("%s %s %s: %s: %q", c[0], c[1], c[2], c[3], got)
		}
	}
	for _, adjective := range strings.Fields(`Städtischen Ehrlichen Ruhigen Aktiven Liberalen Singulären Deutschen Grünen Freien Neuen
		Alten Offenen Jungen Roten Blauen Weißen Schwarzen Kleinen Großen Ersten Nächsten Bunten Lokalen Vereinigten Vereinten Vernetzten`) {
		if got := drafted("de").nominative("der", adjective+" Uferliga"); got != strings.TrimSuffix(adjective, "n")+" Uferliga" {
			t.Errorf("%s: %q", adjective, got)
		}
	}
	for _, noun := range strings.Split(`Fundacji, Stowarzyszenia, Instytutu, Uniwersytetu, Związku, Ministerstwa, Urzędu, Towarzystwa,
		Akademii, Politechniki, Komitetu, Ligi, Federacji, Grupy, Spółki, Rady, Izby, Szkoły, Biblioteki, Muzeum Morskiego`, ",") {
		if got := drafted("pl").nominative("z", strings.TrimSpace(noun)); got != "?" {
			t.Errorf("%s: %q", noun, got)
		}
	}
	for _, c := range [][3]string{
		{"Deutsche", "Hafenverein", "Deutscher Hafenverein"},
		{"Deutsche", "Verbands", "Deutscher Verband"},
		{"Deutsche", "Bundes", "Deutscher Bund"},
		{"Deutsche", "Dienst Osten", "Deutscher Dienst Osten"},
		{"Deutsche", "Klub", "Deutscher Klub"},
		{"Deutsche", "Clubs", "Deutscher Club"},
		{"Deutsche", "Bündnisses", "Deutsches Bündnis"},
		{"Deutsche", "Hafeninstituts", "Deutsches Hafeninstitut"},
		{"Deutsche", "Netzwerk Osten", "Deutsches Netzwerk Osten"},
		{"Deutsche", "Zentrum", "Deutsches Zentrum"},
		{"Deutsche", "Museums", "Deutsches Museum"},
		{"Deutsche", "Werkes", "Deutsches Werk"},
		{"Deutsche", "Klinikum", "Deutsches Klinikum"},
		{"Deutsche", "Kai", "?"},
		{"Deutsche", "", "?"},
		{"Deutsche", "Vereinsheim", "?"},
	} {
		if got := gendered(c[0], c[1]); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for word, want := range map[string]bool{
		"Hafens": true, "Kais": false, "Kaims": true, "Kass": false, "Kaifluss": false,
		"Kaifluse": false, "HafenS": false, "HaFens": false,
	} {
		if genitive(word) != want {
			t.Errorf("%s: %t", word, !want)
		}
	}
}

// TestNamesThatTheTextHas finds a name as whole words, in the headline, in the text and behind it.
func TestNamesThatTheTextHas(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, name string
		want       bool
	}{
		{"Der Hafen Osten.", "Hafen Osten", true},
		{"Hafen Osten", "Hafen Osten", true},
		{"Der Hafen Ostens.", "Hafen Osten", false},
		{"Der Seehafen Osten.", "hafen Osten", false},
		{"Der Hafen Ostens. Hafen Osten", "Hafen Osten", true},
		{"Hafen-Osten", "Hafen", false},
		{"Hafen2", "Hafen", false},
		{"Hafen", "", false},
		{"", "Hafen", false},
		{"(Hafen)", "Hafen", true},
		{"-Hafen", "Hafen", false},
	} {
		for _, d := range []*Copy{
			{Headline: prose.Para{Text: c.text}},
			{Subhead: prose.Para{Text: c.text}},
			{Body: []prose.Para{{Text: c.text}}},
			{Boilerplate: []prose.Para{{Text: c.text}}},
		} {
			if got := d.has(c.name); got != c.want {
				t.Errorf("%s in %s: %t", c.name, c.text, got)
			}
		}
		if prose.WordIn(c.text, c.name) != c.want {
			t.Errorf("%s in %s: %t", c.name, c.text, !c.want)
		}
	}
	long := drafted("de")
	long.Body = []prose.Para{{Text: "Hafen " + strings.Repeat("“", 61)}, {Text: "Kai"}}
	if long.has("Hafen") || !long.has("Kai") {
		t.Errorf("a long paragraph is looked through")
	}
}

// TestNounsInGermanBehindFor divides an office from a noun that no organisation is.
func TestNounsInGermanBehindFor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, s, text, issuer, title, org string }{
		{"de", "Referentin für Meeresschutz", "", "", "Referentin für Meeresschutz", ""},
		{"de", "neue Referentin für Meer", "", "", "neue Referentin für Meer", ""},
		{"de", "Expertin für Meeresschutz", "", "", "Expertin für Meeresschutz", "?"},
		{"de", "Experte für Meeresschutz", "", "", "Experte für Meeresschutz", "?"},
		{"de", "Fachmann für Meeresschutz", "", "", "Fachmann für Meeresschutz", "?"},
		{"de", "Fachfrau für Meeresschutz", "", "", "Fachfrau für Meeresschutz", "?"},
		{"nl", "Referentin für Meeresschutz", "", "", "", ""},
		{"de", "Malerin für Meeresschutz", "", "", "", ""},
		{"de", "Referentin für die Meere", "", "", "", ""},
		{"de", "Referentin für Meerverein", "", "", "", ""},
		{"de", "Referentin für Meer und Museum", "", "", "", ""},
		{"de", "Referentin für XYZ", "", "", "", ""},
		{"de", "Referentin für Tidewerk", "", "Tidewerk", "", ""},
		{"de", "Referentin für Tidewerk", "Was die Tidewerk tut.", "", "", ""},
		{"de", "Referentin für Tidewerk", "Was Tidewerk tut.", "", "Referentin für Tidewerk", ""},
		{"de", "Sprecherin der Kammer für Taue", "", "", "", ""},
		{"de", "WWF-Experte für Meeresschutz", "", "", "Experte für Meeresschutz", "WWF"},
		{"de", "Wwf-Referentin für Meeresschutz", "", "", "", ""},
		{"de", "WWF-Malerin für Meeresschutz", "", "", "", ""},
		{"de", "VIZE-Referentin für Meeresschutz", "", "", "VIZE-Referentin für Meeresschutz", ""},
	} {
		d := paragraphsIn(c.tag, c.text)
		if c.issuer != "" {
			d.Contacts = []prose.Contact{{Org: c.issuer}}
		}
		title, org, ok := d.forNoun(c.s)
		if title != c.title || org != c.org || ok != (title != "") {
			t.Errorf("%s %s: %s: %q, %q, %t", c.tag, c.s, c.text, title, org, ok)
		}
	}
	for _, c := range [][4]string{
		{"de", "Projektleiter Open Harbor Foundation", "Projektleiter", "Open Harbor Foundation"},
		{"de", "Werftleiterin Open Harbor Foundation", "Werftleiterin", "Open Harbor Foundation"},
		{"de", "Projektleiter Open Harbor Barke", "", ""},
		{"de", "Projektleiter Foundation", "", ""},
		{"de", "Projektleiter open Harbor Foundation", "", ""},
		{"de", "Maler Open Harbor Foundation", "", ""},
		{"nl", "Projektleiter Open Harbor Foundation", "", ""},
		{"de", "Projektleiter", "", ""},
		{"de", "Projektleiter Open Director Foundation", "", ""},
		{"de", "Projektleiter Open Harbor, Harbor Foundation", "", ""},
	} {
		if title, org, ok := drafted(c[0]).officeThenBody(c[1]); ok != (c[2] != "") || ok && (title != c[2] || org != c[3]) {
			t.Errorf("%s %s: %q, %q, %t", c[0], c[1], title, org, ok)
		}
	}
}
