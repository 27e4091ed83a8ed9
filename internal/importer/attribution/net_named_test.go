package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoStandsBehindAnOffice notes whom a text names right behind an office.
func TestWhoStandsBehindAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "Der Trainer Jan Osten.", "Jan Osten | Trainer | "},
		{"de", "Der Werftleiter Jan Osten.", "Jan Osten | Werftleiter | "},
		{"de", "Der Sonntag Jan Osten.", ""},
		{"de", "Der Trainer Stadt Marlow.", ""},
		{"de", "Der Trainer Universität Marlow.", ""},
		{"de", "Der Sprecher Trainer Osten.", ""},
		{"es", "Llegó la directora Ana Ruiz.", "Ana Ruiz | directora | "},
		{"es", "Y la Directora Ana Ruiz.", "Ana Ruiz | Directora | "},
		{"es", "Llegó la directora general Ana Ruiz.", "Ana Ruiz | directora general | "},
		{"es", "Llegó la directora nueva Ana Ruiz.", ""},
		{"es", "Llegó la lámpara Ana Ruiz.", ""},
		{"es", "Llegó la directora Ana Ruiz de la Asociación Ríos Vivos.", "Ana Ruiz | directora | Asociación Ríos Vivos"},
		{"nl", "Ook directeur Jan Osten.", "Jan Osten | directeur | "},
		{"nl", "Ook algemeen directeur Jan Osten.", "Jan Osten | algemeen directeur | "},
		{"nl", "Algemeen directeur Jan Osten kwam.", "Jan Osten | Algemeen directeur | "},
		{"nl", "Ook directeur Jan van der Osten.", "Jan van der Osten | directeur | "},
		{"nl", "Het Instituut voor Licht en Water bouwt. Ook directeur Jan Osten van Licht en Water.", "Jan Osten | directeur | Licht en Water"},
	} {
		d := drafted(c[0])
		d.Body = []prose.Para{{Text: c[1]}}
		d.meetInFront(c[1])
		var got []string
		for _, who := range d.Known {
			got = append(got, who.Name+" | "+who.Title+" | "+who.Org)
		}
		if s := strings.Join(got, "; "); s != c[2] {
			t.Errorf("%s: %q, want %q", c[1], s, c[2])
		}
	}
	d := drafted("de")
	d.Known = []Speaker{{Name: "Jan Osten", Title: "Sprecher", Org: "Flussliga", Ok: true}}
	if d.meetInFront("Der Trainer Jan Osten."); len(d.Known) > 1 {
		t.Errorf("somebody known is noted again: %v", d.Known)
	}
}

// TestTheBodyBehindAName reads an organisation right behind a name, with "of" or "at", and no place.
func TestTheBodyBehindAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"of Rivers Trust.", "Rivers Trust"},
		{", of Rivers Trust.", "Rivers Trust"},
		{" at Rivers Trust, who paints", "Rivers Trust"},
		{"of Chamber Marlow; who paints", "Chamber Marlow"}, // by its first word
		{"of Court of Marlow, who paints", "Court of Marlow"},
		{"of Port Marlow", "Port Marlow"},
		{"of Marlow", ""},
		{"of Marlow Heights.", ""},
		{"Rivers Trust", ""},
		{"of “Rivers Trust”.", ""},
		{"of ", ""},
		{"of the lamps", ""},
		{"of Ohio State University, Marlow.", "Ohio State University, Marlow"},
		{"of University of Ohio, Marlow.", "University of Ohio, Marlow"},
		{"of Rivers Trust: lamps", "Rivers Trust"},
		{"of Rivers Trust (RT)", "Rivers Trust"},
		{"of Rivers Trust “lamps”", "Rivers Trust"},
	} {
		if got := drafted("en").bodyBehind(c[0]); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestWhatActsAsAnOrganisation tells a name by each article before it, and by who issues the release.
func TestWhatActsAsAnOrganisation(t *testing.T) {
	t.Parallel()
	acts := func(text string) bool {
		d := drafted("en")
		d.Body = []prose.Para{{Text: text}}
		return d.actsAsOrg("Tidewell")
	}
	for _, s := range []string{
		"And the Tidewell wins.", "The Tidewell wins.", "Dann gewinnt die Tidewell.", "Gana la Tidewell.", "Gana el Tidewell.", "Vince il Tidewell.",
		"Voilà le Tidewell.", "Voilà l’Tidewell.", "Dann gewinnt der Tidewell.",
	} {
		if !acts(s) {
			t.Errorf("%q has no organisation", s)
		}
	}
	for _, s := range []string{"In Tidewell it rains.", "A Tidewell wins.", "Zij wonen in de Tidewell.", "Tidewell."} {
		if acts(s) {
			t.Errorf("%q has an organisation", s)
		}
	}
	d := drafted("en")
	d.Contacts = []prose.Contact{{Org: "Tidewell"}}
	if !d.actsAsOrg("Tidewell") || d.actsAsOrg("Marlow") {
		t.Error("the organisation of whom to ask is not told from a place")
	}
	d = drafted("en")
	d.Known = []Speaker{{Name: "Ana Ruiz", Org: "Tidewell", Ok: true}}
	if !d.actsAsOrg("Tidewell") || d.actsAsOrg("Marlow") {
		t.Error("the organisation of who spoke before is not told from a place")
	}
	d = drafted("en")
	d.Headline.Text, d.Body = "Tidewell opens in Marlow", []prose.Para{{Text: "Tidewell opens a harbour."}}
	d.Contacts = []prose.Contact{{Email: "press@tidewell.example"}}
	if !d.actsAsOrg("Tidewell") || d.actsAsOrg("Marlow") {
		t.Error("the organisation whose address somebody has is not told from a place")
	}
}

// TestWhoSharesAView reads who agrees with somebody, and adds something.
func TestWhoSharesAView(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"fr", "Un avis partagé par Ana Ruiz, qui ajoute :", "Ana Ruiz"},
		{"fr", "Un avis partagé par Mme Ana Ruiz, qui ajoute :", "Ana Ruiz"},
		{"fr", "Un avis partagé par M. Luc Ruiz, qui ajoute :", "Luc Ruiz"},
		{"fr", "Un avis partagé par Ana Ruiz, directrice de Rives Vives, qui ajoute :", "Ana Ruiz"},
		{"es", "Una opinión compartida por Ana Ruiz, que añadió:", "Ana Ruiz"},
		{"es", "Una opinión compartida por Ana Ruiz, quien añadió:", "Ana Ruiz"},
		{"it", "Un parere condiviso da Ana Ruiz, che ha aggiunto:", "Ana Ruiz"},
		{"fr", "Un avis partagé avec Ana Ruiz, qui ajoute :", ""},
	} {
		if _, who, _ := drafted(c[0]).ClauseBefore(c[1] + " "); who.Name != c[2] {
			t.Errorf("%s: %q", c[1], who.Name)
		}
	}
}

// TestWhoseSurnameItIs finds the one first name that stands before a surname elsewhere.
func TestWhoseSurnameItIs(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, text, surname, and whose
		{"en", "Then Ana Ruiz came.", "Ruiz", "Ana Ruiz"},
		{"en", "Then Ana Rui came.", "Rui", "Ana Rui"},
		{"en", "Then Ana Ru came.", "Ru", ""},
		{"en", "Then Ana ruiz came.", "ruiz", ""},
		{"en", "Then Ana Ruiz’s boat came (Ana Ruiz).", "Ruiz", "Ana Ruiz"},
		{"en", "Then Ana “Ruiz” came.", "Ruiz", "Ana Ruiz"},
		{"en", "Then Ana Ruiz came. Then Tom Ruiz came.", "Ruiz", ""},
		{"en", "Then Ana Ruiz came. Then Ana B. Ruiz came.", "Ruiz", "Ana B. Ruiz"},
		{"en", "Then Ana B. Ruiz came. Then Ana Ruiz came.", "Ruiz", "Ana B. Ruiz"},
		{"en", "Then Ana Ruiz came. Then Said Ruiz and left.", "Ruiz", "Ana Ruiz"},
		{"en", "Then Ana Ruiz came. Then Rivers (Ruiz) came.", "Ruiz", "Ana Ruiz"},
		{"en", "Then Director Ruiz came.", "Ruiz", ""},
		{"en", "Then Ana Trust came.", "Trust", ""},
		{"en", "Then Ana Director came.", "Director", ""},
		{"en", "Then the Ruiz came.", "Ruiz", ""},
		{"es", "Llegó Ana Ruiz Vega.", "Ruiz", ""}, // another surname
		{"en", "Then Ana Ruiz Vega came.", "Ruiz", "Ana Ruiz"},
		{"es", "Llegó tarde Ana Ruiz.", "Ruiz", "Ana Ruiz"},
		{"es", "Luis María Ruiz llegó.", "Ruiz", "Luis María Ruiz"},
		{"de", "Vorsitzender Jan Osten kam.", "Osten", "Jan Osten"},
		{"de", "Dann kam Trainer Jan Osten.", "Osten", "Jan Osten"},
		{"de", "Anna Maria Osten kam.", "Osten", "Maria Osten"},
		{"de", "Dann kam Anna Maria Osten.", "Osten", "Anna Maria Osten"},
	} {
		d := drafted(c[0])
		d.Body = []prose.Para{{Text: c[1]}}
		if who, _ := d.elsewhere(c[2]); who.Name != c[3] {
			t.Errorf("%s: %q is %q, want %q", c[1], c[2], who.Name, c[3])
		}
	}
	d := drafted("en")
	d.Headline.Text = "Ana Ruiz opens the harbour"
	if who, _ := d.elsewhere("Ruiz"); who.Name != "Ana Ruiz" {
		t.Errorf("a headline has %q", who.Name)
	}
	d.Headline.Text = "Keeper Ana Ruiz Opens Harbour"
	if who, _ := d.elsewhere("Ruiz"); who.Name != "Ana Ruiz" {
		t.Errorf("a headline in capitals has %q behind an office", who.Name)
	}
	for _, unsure := range []string{"Old Ana Ruiz Opens Harbour", "Marlow Keeper Opens Ruiz Harbour", "Harbour Honors Ana Ruiz"} {
		d.Headline.Text = unsure
		if who, _ := d.elsewhere("Ruiz"); who.Name != "" {
			t.Errorf("%s: %q", unsure, who.Name)
		}
	}
}
