package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// paragraphsIn is a draft in a language with paragraphs in which names are looked for.
func paragraphsIn(tag string, texts ...string) *Copy {
	d := drafted(tag)
	for _, t := range texts {
		d.Body = append(d.Body, prose.Para{Text: t})
	}
	return d
}

// threefold is who somebody is taken to be, in one line: the name, the office and the organisation.
func threefold(who Speaker) string { return who.Name + "|" + who.Title + "|" + who.Org }

// foundBy is the same of a reader that may find nobody.
func foundBy(who Speaker, ok bool) string {
	if !ok {
		return ""
	}
	return threefold(who)
}

// TestFirstNamesWithATradeElsewhere finds the surname of whoever a German text names with a trade once.
func TestFirstNamesWithATradeElsewhere(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, the text, the first name, and who that is
		{"de", "Der Gymnasiast Felix Osten lacht.", "Felix", "Felix Osten|Gymnasiast|"},
		{"de", "Der Hafensprecher Felix Osten lacht.", "Felix", "Felix Osten|Hafensprecher|"},
		{"de", "Der Gymnasiast Felix Osten-Kahl lacht.", "Felix", "Felix Osten-Kahl|Gymnasiast|"},
		{"de", "Gestern hat Felix Osten gelacht. Abends Felix Osten.", "Felix", ""},
		{"de", "Am Abend lacht am Kai Osten. Der Abend Felix Osten.", "Felix", ""},
		{"de", "Der Gymnasiast felix Osten lacht.", "felix", ""},
		{"de", "Der Gymnasiast Felix lacht.", "Felix", ""},
		{"nl", "Der Gymnasiast Felix Osten lacht.", "Felix", ""},
	} {
		if got := foundBy(paragraphsIn(c[0], c[1]).byTrade(c[2])); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestTradesRightBeforeNames reads a trade with no article, where the word is one and what follows is a name and no more.
func TestTradesRightBeforeNames(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"nl", "schoonmaker Jan Osten", "Jan Osten|schoonmaker|"},
		{"nl", "de schoonmaker Jan Osten", "Jan Osten|schoonmaker|"},
		{"nl", "het model Jan Osten", "Jan Osten|model|"},
		{"nl", "schoonmaker dr. Jan Osten", "dr. Jan Osten|schoonmaker|"},
		{"nl", "schoonmaker Jan van Osten", "Jan van Osten|schoonmaker|"},
		{"nl", "schoonmaker Jan Osten Kamp", "Jan Osten Kamp|schoonmaker|"},
		{"nl", "arts Jan Osten", "Jan Osten|arts|"},
		{"nl", "gid Jan Osten", ""}, // three letters
		{"nl", "Schoonmaker Jan Osten", ""},
		{"nl", "namens Jan Osten", ""},
		{"nl", "mevrouw Jan Osten", ""},
		{"nl", "raadslid Jan Osten", ""},
		{"nl", "zegt Jan Osten", ""},
		{"nl", "coöperatie Jan Osten", ""},
		{"nl", "zwembond Jan Osten", ""},
		{"nl", "gemeente Jan Osten", ""},
		{"nl", "kapitein Jan Osten, voorzitter van Stichting Oever", ""},
		{"nl", "kapitein Stichting Oever", ""},
		{"nl", "kapitein Marlow's Jan Osten", ""},
		{"nl", "kapitein Ook Jan Osten", ""},
		{"nl", "kapitein Meer Osten", "Meer Osten|kapitein|"},
		{"de", "Anwohnerin Ana Ruiz", "Ana Ruiz|Anwohnerin|"},
		{"de", "die Anwohnerin Ana Ruiz", "Ana Ruiz|Anwohnerin|"},
		{"de", "der Rentner Jan von Osten", "Jan von Osten|Rentner|"},
		{"de", "Lampe Ana Ruiz", ""},
		{"fr", "marin Ana Ruiz", ""},
		{"es", "schoonmaker Jan Osten", ""},
	} {
		if got := foundBy(drafted(c[0]).tradeFirst(c[1])); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestGermanTrades reads each noun that no first name is, alone or at the end of a longer one.
func TestGermanTrades(t *testing.T) {
	t.Parallel()
	for _, end := range strings.Fields(`ologe ologin arzt ärztin anwalt anwältin lehrer lehrerin händler händlerin bauer bäuerin wirt
		wirtin pfleger pflegerin schwester kaufmann kauffrau arbeiter arbeiterin fahrer fahrerin künstler künstlerin forscher forscherin
		schaftler schaftlerin historiker historikerin chemiker chemikerin physiker physikerin mediziner medizinerin jurist juristin
		aktivist aktivistin journalist journalistin wohner wohnerin nachbar nachbarin mieter mieterin schüler schülerin student studentin
		rentner rentnerin unternehmer unternehmerin autor autorin regisseur regisseurin architekt architektin ingenieur ingenieurin
		fotograf fotografin handwerker handwerkerin trainer trainerin sänger sängerin musiker musikerin spieler spielerin gärtner
		gärtnerin läufer läuferin sportler sportlerin gymnasiast gymnasiastin sieger siegerin träger trägerin`) {
		if got := foundBy(drafted("de").tradeFirst("Kai" + end + " Ana Ruiz")); got != "Ana Ruiz|Kai"+end+"|" {
			t.Errorf("%s: %q", end, got)
		}
		if got := foundBy(drafted("de").tradeFirst("Kai" + end + "x Ana Ruiz")); got != "" {
			t.Errorf("%sx: %q", end, got)
		}
	}
}

// TestDutchOfficesOverAField reads each office and the end of each field that stand right before a name.
func TestDutchOfficesOverAField(t *testing.T) {
	t.Parallel()
	var all []string
	for _, office := range strings.Fields(`hoogleraar lector docent wethouder minister staatssecretaris onderzoeker directeur gedeputeerde`) {
		all = append(all, office+" Neurologie", office+" Zorg en Jeugd")
	}
	for _, end := range strings.Fields(`logie kunde nomie iatrie schap schappen techniek tiek recht ing zorg onderwijs cultuur milieu
		financiën onen sport zaken klimaat energie fysica chemie haven havens verkeer mobiliteit economie duurzaamheid jeugd werk bouwen
		natuur water veiligheid ruimte inkomen armoede toerisme erfgoed welzijn landbouw justitie defensie`) {
		all = append(all, "docent Zee"+end)
	}
	for _, office := range all {
		for _, article := range []string{"", "de "} {
			if got := foundBy(drafted("nl").overField(article + office + " Anna Graaf")); got != "Anna Graaf|"+office+"|" {
				t.Errorf("%s: %q", office, got)
			}
		}
	}
	for _, c := range [][2]string{
		{"nl", "hoogleraar neurologie Anna Graaf"},
		{"de", "hoogleraar Neurologie Anna Graaf"},
		{"nl", "schilder Neurologie Anna Graaf"},
		{"nl", "hoogleraar Neurologielessen Anna Graaf"},
		{"nl", "hoogleraar Neurologie Anna Graaf, voorzitter"},
		{"nl", "hoogleraar Neurologie Stichting Oever"},
		{"nl", "hoogleraar Neurologie Voorzitter"},
		{"nl", "de hoogleraar Neurologie en zorg Anna Graaf"},
	} {
		if got := foundBy(drafted(c[0]).overField(c[1])); got != "" {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestWhatSomebodyIsBeforeAComma reads what somebody is in small letters and the name behind it.
func TestWhatSomebodyIsBeforeAComma(t *testing.T) {
	t.Parallel()
	twelve := strings.TrimSpace(strings.Repeat("marin ", 12))
	for _, c := range [][4]string{
		{"fr", "restauratrice en chef", " Ana Ruiz", "Ana Ruiz|restauratrice en chef|?"},
		{"fr", twelve, "Ana Ruiz", "Ana Ruiz|" + twelve + "|?"},
		{"fr", twelve + " marin", "Ana Ruiz", "||"},
		{"en", "keeper of lamps", "Ana Ruiz", "||"},
		{"fr", "Restauratrice en chef", "Ana Ruiz", "||"},
		{"de", "Händlerin am Kai", "Ana Ruiz", "Ana Ruiz|Händlerin am Kai|?"},
		{"fr", "Händlerin am Kai", "Ana Ruiz", "||"},
		{"de", "Lampe am Kai", "Ana Ruiz", "||"},
		{"fr", "restauratrice", "Ana Ruiz, marin", "||"},
		{"fr", "restauratrice", "Ana Ruiz, Marlow", "||"},
		{"fr", "restauratrice", "Ana", "||"},
		{"fr", "restauratrice", "Rives Trust", "||"},
		{"fr", "restauratrice", "Ana Directrice", "||"},
		{"fr", "entreprise du port", "Ana Ruiz", "||"},
		{"fr", "mairie du port", "Ana Ruiz", "||"},
		{"fr", "restauratrice: chef", "Ana Ruiz", "||"},
		{"fr", "restauratrice; chef", "Ana Ruiz", "||"},
		{"fr", "restauratrice “chef", "Ana Ruiz", "||"},
		{"fr", "restauratrice chef”", "Ana Ruiz", "||"},
		{"fr", "restauratrice «chef", "Ana Ruiz", "||"},
		{"fr", "restauratrice chef»", "Ana Ruiz", "||"},
		{"fr", "restauratrice \"chef", "Ana Ruiz", "||"},
	} {
		who := drafted(c[0]).tradeThenName(strings.Fields(c[1]), c[2])
		if got := threefold(who); got != c[3] || who.Ok != (got != "||") {
			t.Errorf("%s %s, %s: %q, %t", c[0], c[1], c[2], got, who.Ok)
		}
	}
}
