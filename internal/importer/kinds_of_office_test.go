package importer

import (
	"strings"
	"testing"
)

// TestTitlesStandApartFromNames reads how somebody is addressed as no part of the name, and a rank as an office.
func TestTitlesStandApartFromNames(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "The director, Mr. Tom Reed of Rivers Trust, said: {q}", "Tom Reed |  | Rivers Trust"},
		{"en", "{q}, said Ms Ana Ruiz, director of Rivers Trust.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "{q}, said Dr Ana Ruiz, director of Rivers Trust.", "Dr Ana Ruiz | director | Rivers Trust"},
		{"en", "{q}, said Professor Ana Ruiz, director of Rivers Trust.", "Ana Ruiz | Professor, director | Rivers Trust"},
		{"en", "{q}, said Engr. Ana Ruiz of Rivers Trust.", "Ana Ruiz |  | Rivers Trust"},
		{"de", "{q}, sagte Frau Ana Ruiz, Sprecherin des Ruderbunds.", "Ana Ruiz | Sprecherin | Ruderbund"},
		{"de", "{q}, sagte Ortsratsmitglied Jan Osten.", "Jan Osten | Ortsratsmitglied | ?"},
		{"de", "{q}, sagte der designierte QTP-Stadtrat Jan Osten.", "Jan Osten | Stadtrat | QTP"},
		{"es", "{q}, dijo la señora Ana Ruiz, directora de Ríos Vivos.", "Ana Ruiz | directora | Ríos Vivos"},
		{"en", "{q}, said Harbour Boaters Association (HBA) President Ana Ruiz.", "Ana Ruiz | President | Harbour Boaters Association"},
	} {
		kept.saidAround(t, c)
	}
}

// TestWhatKindOfOfficeSomebodyHas reads a field or a kind before an office as no organisation.
func TestWhatKindOfOfficeSomebodyHas(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "{q}, said Divisional Councillor Ana Ruiz.", "Ana Ruiz | Divisional Councillor | ?"},
		{"en", "{q}, said Community Portfolio Councillor Ana Ruiz.", "Ana Ruiz | Community Portfolio Councillor | ?"},
		{"en", "The children sang. {q}, said Children’s spokesperson Ana Ruiz.", "Ana Ruiz | Children’s spokesperson | ?"},
		{"en", "Tidewell has lit the lamps, and Tidewell pays. {q}, said Tidewell spokesperson Ana Ruiz.", "Ana Ruiz | spokesperson | Tidewell"},
		{"en", "{q}, said Labor’s Shadow Minister for Lamps, Mr Tom Reed.", "Tom Reed | Shadow Minister for Lamps | Labor"},
		{"fr", "{q}, a déclaré Léa Voss, ministre de la Culture et des Communications.", "Léa Voss | ministre de la Culture et des Communications | ?"},
		{"fr", "{q}, déplore Léa Voss d’XR Marlow.", "Léa Voss |  | XR Marlow"},
		{"fr", "{q}, déplore Jean d’Armor, président de la Ligue du port.", "Jean d’Armor | président | Ligue du port"},
	} {
		kept.saidAround(t, c)
	}
}

// TestWhoWasChosenForAnOffice reads who has an office, as a German text tells before it quotes them.
func TestWhoWasChosenForAnOffice(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "Gestern wurde Jan Osten zum ersten Vorsitzenden des Vereins Freie Lampen Marlow e.V. gewählt. {q}, so Osten.", "Jan Osten | erster Vorsitzender | Verein Freie Lampen Marlow e.V."},
		{"de", "Zur Sprecherin des Ruderbunds wurde Ana Ruiz einstimmig wiedergewählt. {q}, so Ruiz.", "Ana Ruiz | Sprecherin | Ruderbund"},
		{"de", "Neue Sprecherin des Ruderbunds ist nun Ana Ruiz. Ruiz: {q}", "Ana Ruiz | Sprecherin | Ruderbund"},
		{"de", "Gestern wurde Jan Osten zum Fest gewählt. {q}, so Osten.", "Jan Osten |  | ?"},
		{"de", "{q}, sagte Jan Osten vom Bund freier Segler.", "Jan Osten |  | Bund freier Segler"},
		{"de", "{q}, sagte Jan Osten vom Bund später Gäste.", "Jan Osten |  | Bund"},
	} {
		kept.saidAround(t, c)
	}
}

// TestWordsBehindAnothersSentence gives words in a paragraph of their own to whom the paragraph before tells of, and to
// nobody where it names another.
func TestWordsBehindAnothersSentence(t *testing.T) {
	t.Parallel()
	const first = "Lamps lit at the harbour\n\n“We are glad of the lamps and of their light,” said Ana Ruiz, director of Rivers Trust.\n\n"
	const second = "\n\n“In saying this we mean that more boats from the south will come to the harbour.”\n"
	for before, want := range map[string]string{
		"Harbour Union president Tom Reed said Harwell Harbour attracted many boats.":      "Tom Reed",
		"Harbour Union president Tom Reed said Harwell Harbour Light needs many boats.":    "Tom Reed",
		"Harbour Union president Tom Reed fears that the lamps burn out.":                  "Tom Reed",
		"Harbour Union president Tom Reed fixed the lamps on the quay.":                    "",
		"The lamps have cost much and were made in Harwell.":                               "Ana Ruiz",
		"The lamps have cost much. They were lit by Ana Ruiz, the director of the Trust.":  "Ana Ruiz",
		"Harbour Union president Tom Reed is here, and Ana Ruiz, who is director, is not.": "",
	} {
		r, err := Import("x.txt", []byte(first+before+second), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(r.Quotes) == 2 {
			got = r.Quotes[1].Speaker
		}
		if got != want {
			t.Errorf("%s %q, want %q", before, got, want)
		}
	}
}

// TestAStopBehindTheMark reads who says what stands before it, though its stop stands behind the mark.
func TestAStopBehindTheMark(t *testing.T) {
	t.Parallel()
	const said = "Lamps lit at the harbour\n\nTom Reed, director of Rivers Trust, came.\n\n“We ask that there be no dark harbours in this land”"
	for tail, want := range map[string]string{
		". Mr Reed added.":       "Tom Reed",
		".  Tom Reed said.":      "Tom Reed",
		". Mr Reed of us said.":  "Tom Reed",
		". The lamps burn on.":   "",
		". Mr Reed lit a lamp.":  "",
		" . Mr Reed said.":       "Tom Reed",
		". Mr Reed added a lamp": "",
	} {
		r, err := Import("x.txt", []byte(said+tail+"\n"), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(r.Quotes) > 0 {
			got = r.Quotes[0].Speaker
		}
		if got != want {
			t.Errorf("%s: %q, want %q", tail, got, want)
		}
	}
}

// TestSomebodyCalledByAKind reads a noun for a kind of people as whom the text was about.
func TestSomebodyCalledByAKind(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "Jan Osten, Sprecher des Ruderbunds, war dabei. {q}, erklärt der Elektro-Ingenieur.", "Jan Osten | Sprecher | Ruderbund"},
		{"de", "Jan Osten, Sprecher des Ruderbunds, war dabei. {q}, so der 38-Jährige weiter.", "Jan Osten | Sprecher | Ruderbund"},
		{"de", "Jan Osten, Sprecher des Ruderbunds, war dabei. {q}, erklärt die Lampe.", ""},
		{"de", "Neu dabei ist Kassenwart Jan Osten, der viel rudert. {q}, erklärt der Ingenieur.", "Jan Osten | Kassenwart | ?"},
		{"fr", "Léa Voss, présidente de la Ligue du port, était là. {q}, explique la climatologue.", "Léa Voss | présidente | Ligue du port"},
		{"fr", "Léa Voss, présidente de la Ligue du port, était là. {q}, explique la chercheuse.", " | chercheuse | ?"},
		{"es", "Ana Ruiz, directora de Ríos Vivos, estuvo allí. {q}, señaló la activista.", "Ana Ruiz | directora | Ríos Vivos"},
		{"it", "Anna Conti, direttrice di Fiumi Vivi, era presente. {q}, ha detto la biologa.", "Anna Conti | direttrice | Fiumi Vivi"},
		{"pt", "Ana Reis, diretora da Rios Vivos, esteve lá. {q}, disse a atleta.", "Ana Reis | diretora | Rios Vivos"},
		{"nl", "Jan de Wit, directeur van Rivierbond, was erbij. {q}, zegt de bioloog.", "Jan de Wit | directeur | Rivierbond"},
	} {
		kept.saidAround(t, c)
	}
}

// TestSentencesBehindAContact keeps what stands behind whom to ask as what is told of whoever issues the release, and
// gives a surname its first name.
func TestSentencesBehindAContact(t *testing.T) {
	t.Parallel()
	const said = "Lamps lit at the harbour\n\n2 June 2026. The lamps are lit, said PJ Reed of the Harbour Fund.\n\nFor more information, contact "
	for tail, want := range map[string][2]string{
		"Reed at 815-555-0142 or reed@fund.example. The Harbour Fund is a charity.":   {"PJ Reed", "The Harbour Fund is a charity."},
		"PJ Reed at reed@fund.example. The Fund is one. It has boats and lamps.":      {"PJ Reed", "The Fund is one. It has boats and lamps."},
		"PJ Reed at reed@fund.example or 815-555-0142. The Harbour Fund is a charity": {"PJ Reed", "The Harbour Fund is a charity."},
		"Reed at 815-555-0142 or reed@fund.example.":                                  {"PJ Reed", ""},
		"Bo Lind at bo@fund.example. Thank you all.":                                  {"Bo Lind", ""},
	} {
		r, err := Import("x.txt", []byte(said+tail+"\n"), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range want {
			if !strings.Contains(string(r.Markdown), part) {
				t.Errorf("%s: %q stands not in\n%s", tail, part, r.Markdown)
			}
		}
		if has := strings.Contains(string(r.Markdown), "boilerplate ="); has != (want[1] != "") {
			t.Errorf("%s: a boilerplate: %t", tail, has)
		}
	}
	for surname, want := range map[string]string{"Reed": "PJ Reed", "Lind": "Lind", "Voss": "Voss", "reed": "reed", "Director": "Director", "": ""} {
		d := drafted("en")
		d.Source = "PJ Reed said. Mr Lind said. Ana Voss and Bo Voss said. The Director said."
		if got := d.inFull(surname); got != want {
			t.Errorf("%s: %s, want %s", surname, got, want)
		}
	}
}

// TestWhatIsPartOfANameOrAnOffice divides names of campaigns, offices before an owner, brackets and what is told behind an office.
func TestWhatIsPartOfANameOrAnOffice(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "{q} – Ana Ruiz, The Shame on Harbours Campaign", "Ana Ruiz |  | Shame on Harbours Campaign"},
		{"en", "HR Marlow supporter Ana Ruiz says: {q}", "Ana Ruiz | supporter | HR Marlow"},
		{"en", "{q}, says Ana Ruiz, Manager of Tidewell’s Developer Relations & Support in Europe.", "Ana Ruiz | Manager of Tidewell’s Developer Relations & Support in Europe | Tidewell"},
		{"es", "Para Ana Ruiz (portavoz de la Plataforma contra las Lámparas) {q}.", "Ana Ruiz | portavoz | Plataforma contra las Lámparas"},
		{"es", "Por su parte Ana Ruiz, directora de Ríos Vivos, destacó: {q}", "Ana Ruiz | directora | Ríos Vivos"},
		{"nl", "Jan Osten, directeur Rivierbond, hoefde niet lang na te denken over de lampen: {q}", "Jan Osten | directeur Rivierbond | ?"},
		{"nl", "Jan de Wit, directeur van Rivierbond, was erbij. {q}, zegt De Wit.", "Jan de Wit | directeur | Rivierbond"},
		{"fr", "{q}, a dit Léa Voss, Directrice des Initiatives stratégiques et Communications.", "Léa Voss | Directrice des Initiatives stratégiques et Communications | ?"},
		{"de", "Laut Osten brennen die Lampen. Jan Osten war da. {q}, so Osten.", "Jan Osten |  | ?"},
		{"de", "Da kam dann Jan Osten, Sprecher des Ruderbunds. {q}, sagt er.", "Jan Osten | Sprecher | Ruderbund"},
	} {
		kept.saidAround(t, c)
	}
}
