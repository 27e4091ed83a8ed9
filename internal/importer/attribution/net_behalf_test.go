package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoseAnOfficeIs fills it in from the office, or from what is told of somebody, in German and French.
func TestWhoseAnOfficeIs(t *testing.T) {
	t.Parallel()
	const institute, theatre = "Heute öffnet das Institut für Taue.", "Le conseil d’administration du Théâtre Osval vote."
	ana := func(title, org string) Speaker {
		return Speaker{Name: "Ana Ruiz", Title: title, Org: org, Ok: true, Unsure: "perhaps"}
	}
	for _, c := range []struct {
		tag          string
		who          Speaker
		phrase, text string
		want         string
	}{
		{"de", ana("Institutsleiterin", ""), "", institute, "Ana Ruiz|Institutsleiterin|Institut für Taue"},
		{"de", ana("Institutsleiterin", "?"), "", institute, "Ana Ruiz|Institutsleiterin|Institut für Taue"},
		{"de", ana("Institutsleiterin", "Faros"), "", institute, "Ana Ruiz|Institutsleiterin|Faros"},
		{"de", Speaker{Name: "Ana Ruiz", Title: "Institutsleiterin"}, "", institute, "Ana Ruiz|Institutsleiterin|"},
		{"de", Speaker{Title: "Institutsleiterin", Ok: true}, "", institute, "|Institutsleiterin|"},
		{"en", ana("Institutsleiterin", ""), "", institute, "Ana Ruiz|Institutsleiterin|"},
		{"fr", ana("Institutsleiterin", ""), "", institute, "Ana Ruiz|Institutsleiterin|"},
		{"de", ana("den Ruderverein Osten", ""), "Ana Ruiz, die den Ruderverein Osten leitet", "", "Ana Ruiz||Ruderverein Osten"},
		{"de", ana("Winzerin", ""), "Ana Ruiz, die den Ruderverein Osten leitet", "", "Ana Ruiz|Winzerin|Ruderverein Osten"},
		{
			"de", ana("Institutsleiterin", ""), "Ana Ruiz, die den Ruderverein Osten leitet", institute,
			"Ana Ruiz|Institutsleiterin|Ruderverein Osten",
		},
		{
			"fr", ana("présidente du conseil d’administration", ""), "", theatre,
			"Ana Ruiz|présidente du conseil d’administration|Théâtre Osval",
		},
		{"fr", ana("élue du conseil régional chargée de la mer", ""), "", theatre, "Ana Ruiz|élue|conseil régional"},
		{
			"fr", ana("élue du conseil régional chargée d’aider la présidente du conseil d’administration", ""), "", theatre,
			"Ana Ruiz|élue du conseil régional chargée d’aider la présidente du conseil d’administration|Théâtre Osval",
		},
		{"de", ana("élue du conseil régional chargée de la mer", ""), "", "", "Ana Ruiz|élue du conseil régional chargée de la mer|"},
		{"fr", ana("élue du conseil du port chargée de la mer", ""), "", "", "Ana Ruiz|élue du conseil du port chargée de la mer|"},
	} {
		who := paragraphsIn(c.tag, c.text).onBehalf(c.who, c.phrase)
		if got := threefold(who); got != c.want || (who.Unsure == "") != (who.Org != c.who.Org || c.who.Unsure == "") {
			t.Errorf("%s %s: %s: %q, %q", c.tag, c.who.Title, c.phrase, got, who.Unsure)
		}
	}
	for _, council := range []string{"régional", "départemental", "municipal", "général"} {
		for _, charged := range []string{" chargée de", ", chargé du", " en charge de", ", en chargée d’"} {
			who := drafted("fr").onBehalf(ana("vice-présidente du conseil "+council+charged+" mer", ""), "")
			if charged != " en charge de" && threefold(who) != "Ana Ruiz|vice-présidente|conseil "+council {
				t.Errorf("%s%s: %q", council, charged, threefold(who))
			}
		}
	}
}

// TestHeadsOfANoun finds the one organisation of the text that is called as an office begins.
func TestHeadsOfANoun(t *testing.T) {
	t.Parallel()
	for _, noun := range strings.Fields(`Institut Museum Verein Verband Klinik Klinikum Hochschule Universität Stiftung Kammer Theater
		Zentrum`) {
		text := "Heute öffnet das " + noun + " für Taue."
		for _, office := range strings.Fields(`leiter leiterin direktor direktorin präsident präsidentin vorsitzende vorsitzender sprecher
			sprecherin rektor rektorin chef chefin vorstand`) {
			stem := strings.TrimSuffix(noun, "e")
			for _, s := range []string{stem + office, stem + "s" + office, stem + "es" + office, stem + "e" + office} {
				if got := paragraphsIn("de", text).headOfNoun(s); got != noun+" für Taue" {
					t.Errorf("%s: %q", s, got)
				}
			}
		}
		if got := paragraphsIn("de", text).headOfNoun(noun + "wächter"); got != "" {
			t.Errorf("%swächter: %q", noun, got)
		}
	}
	for _, c := range [][3]string{
		{"Institutsleiterin", "Heute öffnet das Institut.", ""},
		{"Institutsleiterin", "Heute öffnet das Institut für Taue. Nun öffnet das Institut.", ""},
		{"Institutsleiterin", "Nun öffnet das Institut. Heute öffnet das Institut für Taue.", ""},
		{"Institutsleiterin", "Heute öffnet das Museum für Taue.", ""},
		{"Institutsleiterin", "Heute spricht die Sprecherin des Instituts für Taue.", "Institut für Taue"},
		{"Institutsleiterin", "Heute öffnet das Institut für Taue und Segel.", "Institut für Taue und Segel"},
		{"Institutsleiterin", "Heute öffnet das Institut für Taue, nun das Institut für Segel.", ""},
		{"Institutsleiterin", "Die Leiterin des Instituts für Taue ruft den Sprecher des Instituts für Taue.", "Institut für Taue"},
		{"Institutsleiterin", "Das Institut für Taue öffnet.", "Institut für Taue"},
		{"Hochschulrektorin", "Die Hochschule Osten öffnet.", "Hochschule Osten"},
		{"Hochschulrektorin", "Die Hochschul Osten öffnet.", ""},
	} {
		if got := paragraphsIn("de", c[1]).headOfNoun(c[0]); got != c[2] {
			t.Errorf("%s: %s: %q", c[0], c[1], got)
		}
	}
}

// TestWhatSomebodyLeadsInGerman reads what a clause behind a name says, and takes a noun alone for whoever issues the release.
func TestWhatSomebodyLeadsInGerman(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // the phrase, the text, who issues it, and the organisation
		{"Jan Osten, der den Ruderverein Kai leitet", "", "", "Ruderverein Kai"},
		{"Für Jan Osten, die den Ruderverein Kai führt", "", "", "Ruderverein Kai"},
		{"Jan Osten, der den Ruderverein Kai vertritt", "", "", "Ruderverein Kai"},
		{"Jan Osten, der den Ruderverein Kai vertritt, und malt. ,", "", "", "Ruderverein Kai"},
		{"Jan Osten, der den Ruderverein Kai seit dem Mai leitet", "", "", "Ruderverein Kai"},
		{"Jan Osten, der den Ruderverein Kai in dritter Generation leitet", "", "", "Ruderverein Kai"},
		{"Jan Osten, der den Ruderverein Kai am Fluss leitet", "", "Tidewerk", ""},
		{"Jan Osten, der die Barke Kai leitet", "", "Tidewerk", ""},
		{"Jan Osten, der den Ruderverein Kai malt", "", "Tidewerk", ""},
		{"Jan Osten, der ein Ruderverein Kai leitet", "", "Tidewerk", ""},
		{"Jan Osten, der den Ruderbund leitet", "", "Tidewerk", ""},
		{"Jan Osten, der das Unternehmen leitet", "", "Tidewerk", "Tidewerk"},
		{"Jan Osten, der den Verein leitet", "Der Verein Ruderring tagt.", "Tidewerk", "Verein Ruderring"},
		{"Jan Osten, der den Verein leitet", "Der Verein Ruderring tagt.", "Ruderring e. V.", "Ruderring e. V."},
		{"Jan Osten, der den Verein leitet", "Der Ruderverein Kai tagt.", "Ruderverein Kai e. V.", "Ruderverein Kai"},
		{"Jan Osten, der den Verein leitet", "", "Ruderring e. V.", "Ruderring e. V."},
		{"Jan Osten, der den Verein leitet", "", "", ""},
	} {
		d := paragraphsIn("de", c[1])
		if c[2] != "" {
			d.Contacts = []prose.Contact{{Org: c[2]}}
		}
		if got := d.ledInGerman(c[0]); got != c[3] {
			t.Errorf("%s: %s, of %s: %q", c[0], c[1], c[2], got)
		}
	}
	for _, noun := range strings.Fields(`Unternehmen Familienunternehmen Firma Betrieb Familienbetrieb Haus Verein Verband Stiftung
		Genossenschaft Gesellschaft`) {
		d := drafted("de")
		d.Contacts = []prose.Contact{{Org: "Tidewerk"}}
		if got := d.ledInGerman("Jan Osten, der die " + noun + " leitet"); got != "Tidewerk" {
			t.Errorf("%s: %q", noun, got)
		}
	}
}

// TestBoardsInFrench finds whose board an office is of, where the text names one.
func TestBoardsInFrench(t *testing.T) {
	t.Parallel()
	const chair = "présidente du conseil d’administration"
	for _, c := range [][3]string{
		{chair, "Le conseil d’administration du Théâtre Osval vote.", "Théâtre Osval"},
		{"Président du conseil d'administration", "Le conseil d'administration de la Rive vote.", "Rive"},
		{"président du conseil de surveillance", "Le Conseil de surveillance des Rives vote.", "Rives"},
		{"présidente du directoire", "Le directoire de l’Oseraie vote.", "Oseraie"},
		{chair, "Le directoire d’Osval et la Rive vote.", "Osval et la Rive"},
		{chair, "Le directoire d'Osval vote.", "Osval"},
		{chair, "Le directoire de Rives des Ports vote.", "Rives des Ports"},
		{chair, "Le directoire de Rive vote. Le directoire de Rive ferme.", "Rive"},
		{chair, "Le directoire de Rive vote. Le directoire d’Osval ferme.", ""},
		{chair, "Le directoire vote.", ""},
		{chair, "Le bureau du Théâtre Osval vote.", ""},
		{"présidente du conseil d’administration adjointe", "Le directoire de Rive vote.", ""},
		{"présidente du bureau", "Le directoire de Rive vote.", ""},
	} {
		if got := paragraphsIn("fr", c[1]).boardInFrench(c[0]); got != c[2] {
			t.Errorf("%s: %s: %q", c[0], c[1], got)
		}
	}
}

// TestOfficesOfState leave the organisation to the office behind them.
func TestOfficesOfState(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"conseillère d’État et présidente des Rives Vives", "conseillère d’État et présidente", "Rives Vives"},
		{"conseiller d'État", "conseiller d'État", ""},
		{"ministre d’État", "ministre d’État", ""},
		{"secrétaire d’État", "secrétaire d’État", ""},
	} {
		if title, org, ok := drafted("fr").ofState(c[0]); title != c[1] || org != c[2] || !ok {
			t.Errorf("%s: %q, %q, %t", c[0], title, org, ok)
		}
	}
	for _, s := range []string{"conseillère d’État, présidente des Rives", "conseillère du port", "élue d’État"} {
		if title, org, ok := drafted("fr").ofState(s); title != "" || org != "" || ok {
			t.Errorf("%s: %q, %q, %t", s, title, org, ok)
		}
	}
}

// TestWhomASentenceComesFrom gives an office alone the organisation with which the sentence before ends.
func TestWhomASentenceComesFrom(t *testing.T) {
	t.Parallel()
	for _, c := range [][5]string{ // language, the sentence before, the office, the clause and the organisation
		{"de", "Hilfe kommt von der Ruderkammer Osten.", "Sprecherin", "Sprecherin Ana Ruiz sagt", "Ruderkammer Osten"},
		{"de", "Hilfe kommt vom Ruderbund.", "Sprecherin", "Sprecherin Ana Ruiz sagt", "Ruderbund"},
		{"de", "Hilfe kommt seitens der Ruderkammer.", "Sprecherin", "Sprecherin Ana Ruiz sagt", "Ruderkammer"},
		{"de", "Hilfe kommt seitens des Ruderbunds.", "Sprecherin", "Sprecherin Ana Ruiz sagt", "Ruderbund"},
		{"nl", "Hilfe kommt von der Ruderkammer Osten.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt von der Ruderkammer Osten.", "", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt von der Ruderkammer Osten.", "Sprecherin", "Die Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt von der Ruderkammer am Osttor.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt von der Marlow.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt von den Rudervereinen Osten.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt von den Vereinen.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt von den Organisation.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Hilfe kommt aus der Ruderkammer.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
		{"de", "Von der Ruderkammer kommt Hilfe.", "Sprecherin", "Sprecherin Ana Ruiz sagt", ""},
	} {
		d := drafted(c[0])
		d.since = c[1] + " Sprecherin Ana Ruiz sagt:"
		if got := d.fromBefore(Speaker{Name: "Ana Ruiz", Title: c[2]}, c[3]); got != c[4] {
			t.Errorf("%s %s: %q", c[1], c[3], got)
		}
	}
}

// TestWhoSpokeForWhom reads it at the beginning of a German sentence.
func TestWhoSpokeForWhom(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"de", "Für die Hafeninitiative sprach Ana Ruiz.", "", "Ana Ruiz||Hafeninitiative"},
		{"de", "Für den Hafenbund spricht Ana Ruiz", "", "Ana Ruiz||Hafenbund"},
		{"de", "Für das Hafennetzwerk redete Ana Maria Ruiz.", "", "Ana Maria Ruiz||Hafennetzwerk"},
		{"de", "Für Hafenbund ergriff Ana Ruiz das Wort, und blieb.", "", "Ana Ruiz||Hafenbund"},
		{"de", "Für die Initiative sprach Ana Ruiz.", "Die Initiative Hafen tagt.", "Ana Ruiz||Initiative Hafen"},
		{"de", "Für die Hafeninitiative am Kai sprach Ana Ruiz.", "", "Ana Ruiz||"},
		{"de", "Für die Barke sprach Ana Ruiz.", "", "Ana Ruiz||"},
		{"de", "Für die Barke Verein sprach Ana Ruiz.", "", "Ana Ruiz||"},
		{"nl", "Für die Hafeninitiative sprach Ana Ruiz.", "", "||"},
		{"de", "Für die Hafeninitiative sprach Marlow Verein.", "", "||"},
		{"de", "Gegen die Hafeninitiative sprach Ana Ruiz.", "", "||"},
		{"de", "Für die Hafeninitiative malte Ana Ruiz.", "", "||"},
	} {
		who := paragraphsIn(c[0], c[2]).speakerFor(c[1])
		if got := threefold(who); got != c[3] || who.Ok != (got != "||") {
			t.Errorf("%s %s: %q", c[1], c[2], got)
		}
	}
}

// TestSeveralWhoSaySomethingTogether notes each of them, and the body of the first for the others in such an office.
func TestSeveralWhoSaySomethingTogether(t *testing.T) {
	t.Parallel()
	const ana = "die Sprecherin des Ruderbunds, Ana Ruiz, "
	for _, c := range [][4]string{
		{"de", "Das erklären " + ana + "und der Sprecher Tom Kahl:", "", "Ana Ruiz|Sprecherin|Ruderbund, Tom Kahl|Sprecher|Ruderbund"},
		{"de", "Das sagen " + ana + "sowie der Sprecher Tom Kahl: ", "", "Ana Ruiz|Sprecherin|Ruderbund, Tom Kahl|Sprecher|Ruderbund"},
		{"de", "Das kommentieren " + ana + "und der Direktor Tom Kahl:", "", "Ana Ruiz|Sprecherin|Ruderbund, Tom Kahl|Direktor|"},
		{
			"de", "Das betonen " + ana + "und der Sprecher der Flussliga, Tom Kahl:", "",
			"Ana Ruiz|Sprecherin|Ruderbund, Tom Kahl|Sprecher|Flussliga",
		},
		{"de", "Das betonen " + ana + "und der Sprecher Tom Kahl:", "Tom Kahl", "Tom Kahl||, Ana Ruiz|Sprecherin|Ruderbund"},
		{"de", "Das betonen " + ana + "und der Sprecher Tom Kahl:", "Ana Ruiz", "Ana Ruiz||, Tom Kahl|Sprecher|Ruderbund"},
		{"nl", "Das erklären " + ana + "und der Sprecher Tom Kahl:", "", ""},
		{"nl", "Das sagen die directeur van Stichting Oever, Ana Ruiz, und der directeur Tom Kahl:", "", ""},
		{"de", "Das malen " + ana + "und der Sprecher Tom Kahl:", "", ""},
		{"de", "Das erklären " + ana + "und der Sprecher Tom Kahl.", "", ""},
		{"de", "Das erklären die Sprecherin Ana Ruiz und der Sprecher Tom Kahl:", "", ""},
		{"de", "Das erklären die Ana Ruiz vom Ruderbund und der Sprecher Tom Kahl:", "", ""},
		{"de", "Das erklären die Sprecherin vom Deutschen Kai, Ana Ruiz, und der Sprecher Tom Kahl:", "", ""},
		{"de", "Das erklären die Winde am alten Kai und der Sprecher Tom Kahl:", "", ""},
		{"de", "Das erklären " + ana + "und die Flussliga am Kai:", "", ""},
		{"de", "Das erklären " + ana + "und der alte Sprecher am Kai:", "", ""},
		{"de", "Das erklären " + ana + "und der Sprecher Kahl:", "", ""},
	} {
		d := drafted(c[0])
		if c[2] != "" {
			d.Known = []Speaker{{Name: c[2], Ok: true}}
		}
		d.meetJointly(c[1])
		var got []string
		for _, k := range d.Known {
			got = append(got, threefold(k))
		}
		if strings.Join(got, ", ") != c[3] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Sprecherin", "neuer Sprecher", true},
		{"Sprecher", "Sprecherin", true},
		{"Sprecher", "Direktor", false},
		{"", "", false},
		{"in", "", false},
	} {
		if got := sameOffice(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
	}
}

// TestNamesWithoutHowAnybodyIsAddressed reads each courtesy before a full name.
func TestNamesWithoutHowAnybodyIsAddressed(t *testing.T) {
	t.Parallel()
	for tag, list := range map[string]string{
		"en": "Mr Mrs Ms Miss Mx Mr. Mrs. Ms. Miss. Mx.", "fr": "Mme M. Mlle Monsieur Madame Maître Me", "de": "Herr Herrn Frau",
		"es": "Sr. sr. Sra. sra. Señor señor Señora señora Don don Doña doña D. Dña.",
		"it": "Sig. sig. Sig.ra sig.ra Signor signor Signora signora",
		"pt": "Sr. sr. Sra. sra. Senhor senhor Senhora senhora Dona dona",
		"nl": "Dhr dhr Dhr. dhr. Mevr mevr Mevr. mevr. Meneer meneer Mevrouw mevrouw",
		"pl": "Pan pan Pani pani", "cs": "Pan pan Paní paní",
	} {
		for _, polite := range strings.Fields(list) {
			if got := drafted(tag).withoutCourtesy(polite + " Ana Ruiz"); got != "Ana Ruiz" {
				t.Errorf("%s %s: %q", tag, polite, got)
			}
			if got := drafted(tag).withoutCourtesy(polite + " Ruiz"); got != polite+" Ruiz" {
				t.Errorf("%s %s: %q", tag, polite, got)
			}
			if got := drafted("sv").withoutCourtesy(polite + " Ana Ruiz"); got != polite+" Ana Ruiz" {
				t.Errorf("sv %s: %q", polite, got)
			}
		}
		if got := drafted(tag).withoutCourtesy("Lady Ana Ruiz"); got != "Lady Ana Ruiz" {
			t.Errorf("%s: %q", tag, got)
		}
	}
}
