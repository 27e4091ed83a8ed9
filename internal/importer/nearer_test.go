package importer

import (
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// nearer are further texts in which a word, a sign or a line decides who speaks.
var nearer = []struct{ name, opening, rest string }{
	// Before the words.
	{"from somebody with an office", head, "From Ana Ruiz, director of Harbor Table: “We have waited long enough for the tests.”"},
	{"from somebody with a place", head, "From Ana Ruiz, Marlow: “We have waited long enough for the tests.”"},
	{"from an office before a name", head, "From Mayor Owen Farrell, director of Harbor Table: “We have waited long enough for the tests.”"},
	{"a name, a place and a trade with an article", head, "Ana Ruiz a spokesperson for Harbor Table said: “We have waited long enough for the tests.”"},
	{"a name that is an office", head, "Ana Ruiz is the director of Harbor Table, and said: “We have waited long enough for the tests.”"},
	{"a renowned skipper who is named before", head, "“The water has been clean since May,” said Ana Ruiz, chair of Harbor Table. “We have waited for it,” said noted skipper, Ana Ruiz."},
	// Words that are set off.
	{"words that are set off, with office and organisation", italiano, "> L’acqua è pulita dal mese di maggio e lo resterà, dice Anna Conti, presidente di Fiumi Vivi."},
	{"words that are set off, with an office", italiano, "> L’acqua è pulita dal mese di maggio e lo resterà, dice Anna Conti, presidente."},
	{"words that are set off, with an organisation", italiano, "> L’acqua è pulita dal mese di maggio e lo resterà, dice Anna Conti di Fiumi Vivi."},
	{"words that are set off, with a name", italiano, "> L’acqua è pulita dal mese di maggio e lo resterà, dice Anna Conti."},
	{"words that are set off and closed", head, "> We have waited long enough for the tests,” said Ana Ruiz, director of Harbor Table."},
	{"words that are set off and closed by a straight mark", head, "> We have waited long enough for the tests,\" said Ana Ruiz, director of Harbor Table."},
	{"words that are set off and closed by two straight marks", head, "> We have \"waited long enough for the tests,\" said Ana Ruiz, director of Harbor Table."},
	{"words that are set off and closed by a pointed mark", francais, "> Nous attendons ces analyses depuis le mois de mai », dit Ana Ruiz, directrice de l’Institut des Rives."},
	{"words that are set off and closed by one of three pointed marks", francais, "> Nous « attendons » ces analyses depuis le mois de mai », dit Ana Ruiz, directrice de l’Institut des Rives."},
	{"words that are closed, and another behind them", head, "> We have waited long enough for the tests,” said Ana Ruiz, director of Harbor Table. It was late."},
	// Several who speak.
	{"two with one office", head, "“We have waited long enough for the tests,” said Ana Ruiz and Owen Farrell, directors of Harbor Table."},
	{"two with the same office in one organisation", head, "“We have waited long enough for the tests,” said Ana Ruiz, director of River Alliance, and Tom Reed, director of River Alliance."},
	{"two with two offices in one organisation", head, "“We have waited long enough for the tests,” said Ana Ruiz, chair of River Alliance, and Tom Reed, director of River Alliance."},
	{"two in two organisations", head, "“We have waited long enough for the tests,” said Ana Ruiz, chair of River Alliance, and Tom Reed, director of Harbor Table."},
	{"a team in words of a name", head, "“We have waited long enough for the tests,” said the Tidewell Quay Voices team."},
	{"a team of a field", head, "“We have waited long enough for the tests,” said the Tidewell engineering team.\n\nTidewell makes lamps, and Tidewell mends them."},
	{"a team of a field in capitals", head, "“We have waited long enough for the tests,” said the Tidewell Engineering Team.\n\nTidewell makes lamps, and Tidewell mends them."},
	{"a team of a campaign", head, "“We have waited long enough for the tests,” said the Tidewell Campaign Boats team.\n\nTidewell makes lamps, and Tidewell mends them."},
	{"a team of the issuer", head, "“We have waited long enough for the tests,” said the quaywatch team.\n\nAbout Quaywatch\n\nQuaywatch is a charity on the quay."},
	{"a team in French", francais, "« Nous attendons ces analyses depuis le mois de mai », dit l’équipe de Tidewell.\n\nTidewell fait des lampes, et Tidewell les répare."},
	// Offices.
	{"offices between semicolons, the first with an organisation", head, "“We have waited long enough for the tests,” said Ana Ruiz ; director of River Alliance; trustee."},
	{"offices between semicolons, the first without", head, "“We have waited long enough for the tests,” said Ana Ruiz; director of boats; trustee of Harbor Table."},
	{"whom an organisation has", head, "“We have waited long enough for the tests,” said Tidewell’s Ana Ruiz."},
	{"whom an organisation of two words has, with an office", head, "“We have waited long enough for the tests,” said Harbor Table’s Director Ana Ruiz."},
	{"what an organisation has", head, "“We have waited long enough for the tests,” said Tidewell’s Harbor Trust."},
	{"a chief of energy", head, "“We have waited long enough for the tests,” said Norhaven Energy Chief Ana Ruiz."},
	{"a chief officer of a field", head, "“We have waited long enough for the tests,” said Norhaven Energy Chief Operating Officer Ana Ruiz."},
	{"a name with two particles in the middle", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt Anna van der Ruit van de Rivierbond."},
	{"a name behind Dr. with a particle", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt dr. Anna de Ruit van Rivierbond."},
	{"a name of one word with a particle", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt wethouder De Ruit van Marlow."},
	{"a name in Spanish with the article", espanol, "«El agua está limpia desde el mes de mayo», dijo Ana de la Ría, directora de Ribera Limpia."},
	{"an organisation with an article joined by a straight sign", italiano, "«L’acqua è pulita dal mese di maggio», ha detto Anna Conti, direttrice dell'Associazione Barcaioli."},
	{"the article with a capital", francais, "« Nous attendons ces analyses depuis le mois de mai », dit Ana Ruiz, directrice de L'Institut des Rives."},
	{"a clause where an office stands", head, "“We have waited long enough for the tests,” said Ana Ruiz, would say nothing more."},
	{"a neighbour", head, "“We have waited long enough for the tests,” said Marlow resident Ana Ruiz."},
	{"another who is known", deutsch, "„Das Wasser ist sauber, ganz sauber“, sagt Lea Voss, Leiterin der Werft. „Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Direktorin der Stiftung Ufer. Da kam dann Lea Voss dazu. „Wir haben lange gewartet“, sagt sie."},
	{"the same who is named again", deutsch, "„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Direktorin der Stiftung Ufer. Da kam Frau Ana Ruiz, noch einmal. „Wir haben lange gewartet“, sagt sie."},
	{"a surname before a colon", head, "“The water has been clean since May,” said Owen Farrell, chair of Harbor Table.\n\nFarrell: “We have waited long enough for the tests.”"},
	{"a label before a colon", head, "“The water has been clean since May,” said Owen Farrell, chair of Harbor Table.\n\nNote: “We have waited long enough for the tests.”"},
	// Contacts in one line.
	{"a contact with two surnames in Spanish", espanol, "Ribera Limpia midió el agua.\n\nContacto de prensa:\nAna Ruiz Ribera Limpia\n555-010-0142\n"},
	{"a contact with two surnames in Portuguese", portugues, "A Ribeira Limpa mediu a água.\n\nContato para a imprensa:\nAna Ruiz Ribeira Limpa\n555-010-0142\n"},
	{"a contact with a field in German", deutsch, "Die Ufer Marlow sind sauber.\n\nPressekontakt:\nAna Ruiz Ufer Marlow\n555-010-0142\n"},
}

// Who speaks, and whom to ask, by a word or a sign.
func TestWhatAWordOrASignDecides(t *testing.T) {
	t.Parallel()
	var all wholes
	for _, c := range nearer {
		r, err := Import("release.md", []byte(c.opening+c.rest+"\n"), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		all.add(t, c.name, r, c.opening, c.opening+c.rest)
	}
	page := "<html><body><article><h1>Harbor groups ask the port for its water tests</h1><p>MARLOW, Mass. — Eleven groups asked the port today " +
		"to publish its water tests, and gave it a month.</p>TABLE</article></body></html>"
	for _, c := range [][2]string{
		{"a cell of one paragraph", "<table><tr><th>Pier</th><th>Water</th></tr><tr><td><p>One</p></td><td>clean<br>enough</td></tr></table>"},
		{"a cell of two paragraphs", "<table><tr><th>Pier</th><th>Water</th></tr><tr><td><p>One</p><p>Two</p></td><td>clean</td></tr></table>"},
		{"a table in a table", "<table><tr><th>Pier</th><th>Water</th></tr><tr><td>One</td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>"},
		{"a row with a cell less", "<table><caption>Piers</caption><tr><th>Pier</th><th>Water</th></tr><tr><td>One</td></tr></table>"},
		{"a table of one row", "<table><tr><td>One</td><td>clean</td></tr></table>"},
	} {
		source := strings.Replace(page, "TABLE", c[1], 1)
		r, err := Import("release.html", []byte(source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		all.add(t, c[0], r, "", "")
	}
	beforeContact := "Harbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups, with the Quay Lamp, asked the port today to " +
		"publish its water tests.\n\nMedia contact:\n"
	for _, c := range []string{
		"Page Nine Public Relations", "Page Nine Media & Press", "Page Nine Media and Press", "Page Nine Campaign Research Services",
		"Page Nine Research Campaign", "Page Nine, Press & Media.", "Mara Quill Web Editorial Lead Harbor Table", "Mara Ito Press Officer; of Harbor Table Trust",
		"Mara Ito, Press Officer, Harbor Table Trust", "Harbor Table Trust Mara Reed", "Harbor Table Trust Mara Lee Holt", "Harbor Table Trust Mara Lee Ann Holt",
		"Harbor Table Trust Director Reed", "Mara Voss Quay Lamp", "Mara Dorta Lamp", "Mara Dorta Director Quay Lamp",
		"Dr. Mara Senn Jr Quay Lamp", "Mara Lee Press Officer Director Quay Lamp", "Mara Lee Head Of Press Quay Lamp", "Mara Lee Press And Media Officer Quay Lamp",
	} {
		r, err := Import("release.txt", []byte(beforeContact+c+" 555-010-0142\n"), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		all.add(t, c, r, beforeContact, beforeContact+c)
	}
	expect.File(t, "nearer.golden.txt", all.b.String())
}
