package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// TestWhatSomebodyHeads divides an office over a part from the organisation behind its comma.
func TestWhatSomebodyHeads(t *testing.T) {
	t.Parallel()
	twice := "Tidewell opens. Then Tidewell closes."
	for _, c := range []struct {
		name, tag, office, text, body, place string
		work, title, org                     string
	}{
		{"", "en", "Head", "Head of Lights, Marlow Institute", "", "", "Lights", "Head of Lights", "Marlow Institute"},
		{"a stop", "en", "Head", "Head of Lights, Marlow Institute. ", "", "", "Lights", "Head of Lights", "Marlow Institute"},
		{"a stop of its own", "en", "Head", "Head of Lights, Marlow Inc.", "", "", "Lights", "Head of Lights", "Marlow Inc."},
		{"other words behind", "en", "Head", "Head of Lights, Marlow Institute who paints", "", "", "Lights", "", ""},
		{"nothing behind", "en", "Head", "Head of Lights, ", "", "", "Lights", "", ""},
		{"German", "de", "Head", "Head of Lights, Marlow Institute", "", "", "Lights", "", ""},
		{"no comma", "en", "Head", "Head of Lights and Marlow Institute", "", "", "Lights", "", ""},
		{"no blank behind the comma", "en", "Head", "Head of Lights,Marlow Institute", "", "", "Lights", "", ""},
		{"another word", "en", "Head", "Head for Lights, Marlow Institute", "", "", "Lights", "", ""},
		{"an office that heads nothing", "en", "Professor", "Professor of Lights, Marlow Institute", "", "", "Lights", "", ""},
		{"an organisation", "en", "Head", "Head of River Trust, Marlow Institute", "", "", "River Trust", "", ""},
		{"several of a kind", "en", "Head", "Head of Trust and Lights, Marlow Institute", "", "", "Trust and Lights", "Head of Trust and Lights", "Marlow Institute"},
		{"an organisation that has spoken", "en", "Head", "Head of Quill, Marlow Institute", "", "", "Quill", "", ""},
		{"who issues the release", "en", "Head", "Head of Tidewell, Marlow Institute", "Tidewell announces lamps.", "", "Tidewell", "", ""},
		{"small letters", "en", "Head", "Head of Lights, lamps", "", "", "Lights", "", ""},
		{"committees", "en", "Head", "Head of Lights and Ropes, Marlow Committees", "", "", "Lights and Ropes", "", ""},
		{"an office behind", "en", "Head", "Head of Lights, Marlow Director", "", "", "Lights", "", ""},
		{"somebody behind", "en", "Head", "Head of Lights and Ropes, Ana Ruiz", "", "", "Lights and Ropes", "", ""},
		{"whoever issues the release", "en", "Head", "Head of Lights, Tidewell", "Tidewell announces lamps.", "", "Lights", "Head of Lights", "Tidewell"},
		{"a name that stands twice", "en", "Head", "Head of Lights, Tidewell", twice, "", "Lights", "Head of Lights", "Tidewell"},
		{"a place that stands twice", "en", "Head", "Head of Lights and Ropes, Tidewell", twice, "Tidewell", "Lights and Ropes", "", ""},
		{"a name that stands once", "en", "Head", "Head of Lights, Tidewell", "", "", "Lights", "", ""},
		{"fields", "en", "Head", "Head of Lights and Ropes, Tidewell", "", "", "Lights and Ropes", "Head of Lights and Ropes, Tidewell", release.Unknown},
		{"fields with a comma", "en", "Head", "Head of Lights, Ropes, Tidewell", "", "", "Lights, Ropes", "Head of Lights, Ropes, Tidewell", release.Unknown},
		{"fields with &", "en", "Head", "Head of Lights & Ropes, Tidewell", "", "", "Lights & Ropes", "Head of Lights & Ropes, Tidewell", release.Unknown},
		{"three fields", "en", "Head", "Head of Lights, Ropes, Sails, Tidewell", "", "", "Lights, Ropes, Sails", "", ""},
	} {
		d := drafted(c.tag)
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Quill", Ok: true}}
		d.Body, d.Dateline = []prose.Para{{Text: c.body}}, prose.Para{Text: c.place}
		title, org, ok := d.workOfWhom(c.office, c.text, c.work)
		if title != c.title || org != c.org || ok != (org != "") {
			t.Errorf("%s: %s: %q, %q, %t", c.name, c.text, title, org, ok)
		}
	}
	for _, office := range []string{
		"head", "lead", "leader", "manager", "director", "chief", "coordinator", "officer", "supervisor", "superintendent", "Co-Head", "Old Head",
	} {
		if title, _, _ := drafted("en").workOfWhom(office, office+" of Lights, Marlow Institute", "Lights"); title != office+" of Lights" {
			t.Errorf("%s: %q", office, title)
		}
	}
	for _, office := range []string{"heads", "ahead", "Head keeper"} {
		if title, _, _ := drafted("en").workOfWhom(office, office+" of Lights, Marlow Institute", "Lights"); title != "" {
			t.Errorf("%s: %q", office, title)
		}
	}
}

// TestWhoIsCalledByASurname finds whom the sentence before words is about, by the surname alone.
func TestWhoIsCalledByASurname(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, the text before, who spoke last, and whom it calls
		{"en", "Reed painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", " Reed painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "Reed\npainted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "In May, Reed painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "The lamps burn. Reed painted them.", "Ana Ruiz", "Tom Reed"},
		{"en", "Reed, who is tired, painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "Reed, a pilot, painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "Reed, 61, painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "Reed, once tired, painted the lamps.", "Ana Ruiz", ""},
		{"en", "Dr Reed painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "Cllr. Reed painted the lamps.", "Ana Ruiz", "Tom Reed"},
		{"en", "Captain Reed painted the lamps.", "Ana Ruiz", ""},
		{"en", "Reed painted the lamps. They burn.", "Ana Ruiz", ""},
		{"en", "Reed painted the lamps with Ruiz.", "Ana Ruiz", ""},
		{"en", "Reed painted the lamps.", "Tom Reed", ""},
		{"en", "Reed painted the lamps.", "Reed Vale", ""},
		{"de", "Reed painted the lamps.", "Ana Ruiz", ""},
		{"en", "Ruiz painted the lamps.", "Tom Reed", "Ana Ruiz"},
		{"en", "While painted the lamps.", "Ana Ruiz", ""},
		{"en", "Since painted the lamps.", "Ana Ruiz", ""},
		{"en", "Vale painted the lamps.", "Ana Ruiz", ""},
		{"en", "Sand painted the lamps.", "Ana Ruiz", ""},
		{"en", "Lind painted the lamps.", "Ana Ruiz", ""},
	} {
		d := drafted(c[0])
		d.since = c[1]
		for _, name := range []string{"Tom Reed", "Ana Ruiz", "Vale Wood", "Pat Since", "Bo Sand", "Cy Sand"} {
			d.Known = append(d.Known, Speaker{Name: name, Ok: true})
		}
		who, ok := d.calledBySurname(c[2])
		if want := c[3]; ok != (want != "") || ok && who.Name != want {
			t.Errorf("%s, behind %s: %q, %t", c[1], c[2], who.Name, ok)
		}
	}
}

// TestWhomANounForPeopleMeans reads whom the sentence before is about, and who spoke last where it tells of nobody.
func TestWhomANounForPeopleMeans(t *testing.T) {
	t.Parallel()
	last := Speaker{Name: "Ana Ruiz", Title: "president", Org: "Rivers Trust", Ok: true}
	for _, c := range []struct {
		tag, phrase, since string
		known              Speaker
		want               string
	}{
		{"en", "the pastor", "", last, "Ana Ruiz"},
		{"en", " the pastor., ", "", last, "Ana Ruiz"},
		{"de", "the pastor", "", last, ""},
		{"en", "the lamp", "", last, ""},
		{"en", "the pastor", "Tom Reed, 61, is tired.", last, "Tom Reed"},
		{"en", "the pastor", "In Marlow, said pastor Tom Reed, 61, the lamps burn.", last, ""},
		{"en", "the pastor", "Harbor pastor Reed Vale of the Lamp Trust argued\nthat lamps burn. ", last, "Reed Vale"},
		{"en", "the pastor", "The pastor Tom Reed, director of the Lamp Trust, warns that lamps burn.", last, "Tom Reed"},
		{"en", "the pastor", "While the lamps are lit, Reed said that ropes rot.", last, "Tom Reed"},
		{"en", "the pastor", "While the lamps are lit, Reed said\nthat ropes rot.", last, "Tom Reed"},
		{"en", "the pastor", "The lamps are lit. While they are, Reed said that ropes rot.", last, "Tom Reed"},
		{"en", "the prelate", "The prelate said that lamps burn.", last, "Ana Ruiz"},
		{"en", "the prelate", "Lamps burn. The prelate said that ropes rot.", last, "Ana Ruiz"},
		{"en", "the pastor", "", Speaker{Org: "Rivers Trust", Ok: true}, ""},
		{"en", "the pastor", "", Speaker{Name: "Ana Ruiz"}, ""},
		{"en", "the pastor", "Ruiz painted.", Speaker{Name: "Ana Ruiz"}, ""},
	} {
		d := drafted(c.tag)
		d.since, d.Known, d.Body = c.since, []Speaker{c.known}, []prose.Para{{Text: "Then Tom Reed came."}}
		who, ok := d.calledByKind(c.phrase)
		if ok != (c.want != "") || ok && who.Name != c.want {
			t.Errorf("%q behind %q: %q, %t", c.phrase, c.since, who.Name, ok)
		}
	}
}

// TestWhomTheWordsBeforeNameWithAnOffice finds the only one with such an office right before the name.
func TestWhomTheWordsBeforeNameWithAnOffice(t *testing.T) {
	t.Parallel()
	offices := pattern.New(`^(?:gobernador|lámpara|Sprecher)$`)
	for _, c := range [][3]string{
		{"es", "Llegó el gobernador Ana Ruiz ayer.", "Ana Ruiz"},
		{"es", "Llegó ayer el gobernador Ana Ruiz.", "Ana Ruiz"},
		{"es", "Llegó (gobernador Ana Ruiz).", "Ana Ruiz"},
		{"es", "Llegó “gobernador Ana Ruiz.", "Ana Ruiz"},
		{"es", "Llegó la lámpara Ana Ruiz ayer.", ""},
		{"es", "Llegó el director Ana Ruiz ayer.", ""},
		{"es", "Llegó el gobernador Fundación Ríos ayer.", ""},
		{"es", "Llegó el gobernador Ana Ruiz y el gobernador Ana Ruiz ríe.", "Ana Ruiz"},
		{"es", "Llegó el gobernador Ana Ruiz y el gobernador Luis Vega ríe.", ""},
		{"es", "Llegó el gobernador Ana Ruiz y el director Luis Vega ríe.", "Ana Ruiz"},
		{"de", "Da kam Tidewerk-Sprecher Jan Osten.", "Jan Osten"},
		{"de", "Da kam Tidewerk-Trainer Jan Osten.", ""},
	} {
		d := drafted(c[0])
		d.since = c[1]
		if who := d.namedWith(offices); who.Name != c[2] || who.Ok != (c[2] != "") {
			t.Errorf("%s: %q, %t", c[1], who.Name, who.Ok)
		}
	}
}

// TestSurnamesInCapitals finds whose surname stands in capitals before a colon.
func TestSurnamesInCapitals(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // what stands there, who is known, and whose it is
		{"RUIZ", "Ana Ruiz", "Ana Ruiz"},
		{"RUI", "Ana Rui", ""},
		{"Ruiz", "Ana Ruiz", ""},
		{"A RUIZ", "Ana Ruiz", ""},
		{"REED VALE", "Tom Reed", ""},
		{"RUIZ.", "Ana Ruiz.", ""},
		{"RUIZ0", "Ana Ruiz0", ""},
		{"RUIZ9", "Ana Ruiz9", ""},
		{"REED", "Ana Ruiz", "Pat Reed"},
		{"ÉLAN", "Ana Ruiz", "Tom Élan"},
		{"VALE", "Ana Ruiz", ""},
	} {
		d := drafted("en")
		d.Known = []Speaker{{Name: c[1]}}
		d.Body = []prose.Para{{Text: "Then Pat Reed came. Then Tom Élan came."}}
		who, ok := d.inCapitals(c[0])
		if ok != (c[2] != "") || ok && who.Name != c[2] {
			t.Errorf("%s: %q, %t", c[0], who.Name, ok)
		}
		if ok && who.Name == c[1] && !who.Ok {
			t.Errorf("%s: %q is not told to speak", c[0], who.Name)
		}
	}
	d := drafted("en")
	d.Known = []Speaker{{Name: "Bo Lind"}, {Name: "Ana Ruiz"}, {Name: "Tom Ruiz"}}
	if who, _ := d.inCapitals("RUIZ"); who.Name != "Tom Ruiz" {
		t.Errorf("of two with one surname the last is not %q", who.Name)
	}
}

// TestVerbsWithNobodyBeforeWords reads a verb of saying with nobody who says it.
func TestVerbsWithNobodyBeforeWords(t *testing.T) {
	t.Parallel()
	known := Speaker{Name: "Ana Ruiz", Title: "directora", Org: "Ríos Vivos", Ok: true}
	for _, c := range []struct {
		tag, text string
		who       Speaker
		want      bool
	}{
		{"es", "añadió", known, true},
		{"es", "Y añadió", known, true},
		{"es", "Y también añadió", known, true},
		{"es", "También añadió", known, true},
		{"es", "además añadió", known, true},
		{"es", "asimismo añadió", known, true},
		{"es", "Entre risas, añadió", known, true},
		{"es", "Reía, añadió", known, true},
		{"es", "entre risas, añadió", known, false},
		{"es", "añadió algo", known, false},
		{"es", "pintó", known, false},
		{"pt", "acrescentou", known, true},
		{"pt", "ainda acrescentou", known, true},
		{"it", "ha aggiunto", known, true},
		{"it", "e ha aggiunto", known, true},
		{"it", "anche ha aggiunto", known, true},
		{"it", "inoltre ha aggiunto", known, true},
		{"it", "poi ha aggiunto", known, true},
		{"fr", "a ajouté", known, false},
		{"en", "added", known, false},
		{"es", "añadió", Speaker{}, false},
		{"es", "añadió", Speaker{Name: "Ana Ruiz"}, false},
		{"es", "añadió", Speaker{Org: "Ríos Vivos", Ok: true}, false},
	} {
		d := drafted(c.tag)
		d.Known = []Speaker{c.who}
		who, ok := d.unsaidLead(c.text)
		if ok != c.want || ok && who.Name != "Ana Ruiz" {
			t.Errorf("%s %q: %q, %t", c.tag, c.text, who.Name, ok)
		}
	}
}

// TestWhoIsNamedBeforeAColon reads it by a verb or without one.
func TestWhoIsNamedBeforeAColon(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, text string
		first     bool
		want      string
	}{
		{"en", "said Ana Ruiz", false, "Ana Ruiz"},
		{"en", "Said  Ana Ruiz", false, "Ana Ruiz"},
		{"en", "said something", false, ""},
		{"en", "Ana Ruiz, director of River Trust", false, "Ana Ruiz"},
		{"en", "Ana Ruiz", false, ""},
		{"en", "Ana Ruiz, Rope & Tide", true, "Ana Ruiz"},
		{"en", "Ana Ruiz, Rope & Tide", false, ""},
		{"en", "the director of River Trust", true, ""},
		{"en", "Reed", true, "Tom Reed"},
		{"en", "Reed", false, "Tom Reed"},
		{"en", "Vale", true, "Pat Vale"},
		{"en", "Vale", false, ""},
		{"en", "Wood", true, ""},
		{"nl", "Jan de Wit directeur van Stichting Oever", true, "Jan de Wit"},
		{"nl", "Jan de Wit directeur van Stichting Oever", false, ""},
		{"nl", "Jan de Wit kapitein van Stichting Oever", true, ""},
		{"nl", "Jan de Wit directeur hier", true, ""},
		{"en", "Jan Wit friend for Harbour", true, ""},
		{"en", "Jan Wit member among ropes", true, ""},
	} {
		d := drafted(c.tag)
		d.Known = []Speaker{{Name: "Tom Reed", Ok: true}}
		d.Body = []prose.Para{{Text: "Then Pat Vale came."}}
		who, ok := d.BeforeColon(c.text, c.first)
		if ok != (c.want != "") || ok && who.Name != c.want {
			t.Errorf("%s %q %t: %q, %t", c.tag, c.text, c.first, who.Name, ok)
		}
	}
}

// TestSentencesThatLeadToWordsByAName reads them with another verb than one of saying.
func TestSentencesThatLeadToWordsByAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"fr", "Même constat pour Ana Ruiz, directrice de Rives Vives", "Ana Ruiz"},
		{"fr", "Même constat pour Ana Ruiz", ""},
		{"fr", "Même constat pour la directrice de Rives Vives", ""},
		{"de", "Dies bestärkt Jan Osten, Leiter der Flussliga", "Jan Osten"},
		{"nl", "Trainer Jan Wit werkt er al jaren", "Jan Wit"},
		{"nl", "Jan Wit werkt er al jaren", ""},
		{"en", "Même constat pour Ana Ruiz, director of River Trust", ""},
	} {
		d := drafted(c[0])
		d.Known = []Speaker{{Name: "Jan Wit", Ok: true}}
		who, ok := d.leadsByName(c[1])
		if ok != (c[2] != "") || ok && who.Name != c[2] {
			t.Errorf("%s: %q, %t", c[1], who.Name, ok)
		}
	}
}
