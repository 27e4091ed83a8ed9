package importer

import (
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Openings of texts of which what follows is read.
const (
	espanol = "El puerto publica sus análisis del agua\n\nMARLOW, 2 de junio de 2026 – El puerto ha decidido hoy que los análisis del agua de " +
		"los muelles son para todos los vecinos de la ciudad.\n\n"
	italiano = "Il porto pubblica le analisi dell’acqua\n\nMARLOW, 2 giugno 2026 – Il porto ha deciso oggi che le analisi dell’acqua dei moli " +
		"sono per tutti gli abitanti della città.\n\n"
	portugues = "O porto publica as análises da água\n\nMARLOW, 2 de junho de 2026 – O porto decidiu hoje que as análises da água dos cais são " +
		"para todos os moradores da cidade.\n\n"
	nederlands = "De haven maakt de proeven van het water openbaar\n\nMARLOW, 2 juni 2026 – De haven heeft vandaag besloten dat de proeven van " +
		"het water van de kades voor alle bewoners van de stad zijn.\n\n"
)

// nearby are texts in which whom words mean, who stands with a trade or an office, or whose an
// address is, is told by what stands near: what becomes of each is in the golden file.
var nearby = []struct{ name, opening, rest string }{
	// Whom a noun means is who spoke last, if their office says so.
	{"a researcher who is meant by her trade", francais, "« L’eau est propre depuis le mois de mai », dit Ana Ruiz, chercheuse à l’Institut des Rives. « Et elle le restera », ajoute avec joie la chercheuse."},
	{"a noun behind words that nobody is found for", francais, "« L’eau est propre depuis le mois de mai », explique la chercheuse."},
	{"a noun that is not the office of who spoke", francais, "« L’eau est propre depuis le mois de mai », dit Ana Ruiz, batelière à Marlow. « Et elle le restera », ajoute la chercheuse."},
	{"one of a council, by another noun", espanol, "«El agua está limpia desde el mes de mayo», dijo Ana Ruiz, concejala de Marlow. «Y lo seguirá estando todo el año», añadió la edil."},
	{"a trade union's secretary, by what she is", italiano, "«L’acqua è pulita dal mese di maggio», ha detto Ana Ruiz, segretaria del Sindacato dei Barcaioli. «E lo resterà per tutto l’anno», ha aggiunto la sindacalista."},
	{"a manager of a firm, by what he is", portugues, "«A água está limpa desde o mês de maio», disse Rui Dorta, presidente da Associação dos Barqueiros. «E assim ficará todo o ano», acrescentou o dirigente."},
	// The sentence before words names its subject.
	{"a subject of the sentence before, in a line of its own", espanol, "El muelle está limpio.\nLa marinera Ana Ruiz, de 46 años, se emocionó al verlo. «Hemos esperado muchos años por esto», contó."},
	{"two who are named in the sentence before", espanol, "La marinera Ana Ruiz llegó con el marinero Owen Farrell al muelle. «Hemos esperado muchos años por esto», contó."},
	{"a subject, and a firm behind it", espanol, "La marinera Ana Ruiz llegó con un barco de la Compañía Naviera Oeste al muelle. «Hemos esperado muchos años por esto», contó."},
	{"a subject that is named twice", espanol, "La marinera Ana Ruiz llegó al muelle, y, cuando llegó, Ana Ruiz, cantó. «Hemos esperado muchos años por esto», contó."},
	// A noun is the organisation that the text names so.
	{"an association that the text names", portugues, "A Associação dos Barqueiros de Marlow pediu as análises em maio.\n\n«A água está limpa desde o mês de maio», disse Rui Dorta, presidente da associação."},
	{"two associations", portugues, "A Associação dos Barqueiros de Marlow pediu as análises à Associação dos Pescadores de Harwell.\n\n«A água está limpa desde o mês de maio», disse Rui Dorta, presidente da associação."},
	{"an association's name in small letters", francais, "L’Association pour la rivière est née en mai.\n\n« L’eau est propre depuis le mois de mai », dit Ana Ruiz, présidente de l’association."},
	{"an association whose name begins before its noun", italiano, "La Grande Associazione dei Barcaioli ha chiesto le analisi.\n\n«L’acqua è pulita dal mese di maggio», ha detto Ana Ruiz, presidente dell’associazione."},
	{"an association whose name begins two words before its noun", italiano, "Hanno firmato Nuova Grande Associazione dei Barcaioli e altri.\n\n«L’acqua è pulita dal mese di maggio», ha detto Ana Ruiz, presidente dell’associazione."},
	{"an association behind a sentence that ends in a capital", italiano, "È nata Alfa Grande: Associazione dei Barcaioli di Marlow.\n\n«L’acqua è pulita dal mese di maggio», ha detto Ana Ruiz, presidente dell’associazione."},
	{"an association behind an elided word", italiano, "Lo chiede l’Antica Associazione dei Barcaioli di Marlow.\n\n«L’acqua è pulita dal mese di maggio», ha detto Ana Ruiz, presidente dell’associazione."},
	{"a German association at the beginning of a sentence", deutsch, "Die Kosten sind bekannt. Der Verband Marlower Seiler trägt sie.\n\n„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Vorsitzende des Verbandes."},
	{"a German association behind a stroke", deutsch, "Die Kosten sind bekannt – Der Verband Marlower Seiler trägt sie.\n\n„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Vorsitzende des Verbandes."},
	{"a German association within a sentence", deutsch, "Die Kosten sind bekannt, und der Verband Marlower Seiler trägt sie.\n\n„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Vorsitzende des Verbandes."},
	{"a German compound of a noun", deutsch, "Der Seilverband Marlow trägt die Kosten. Die Ropewalk gehört zum Seilverband Marlow.\n\n„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Vorsitzende des Verbands."},
	{"an office that is the noun alone", portugues, "A Associação dos Barqueiros de Marlow pediu as análises em maio.\n\n«A água está limpa desde o mês de maio», disse Rui Dorta, da associação."},
	// An office of an organisation of which the sentence before tells.
	{"a chief of theirs", deutsch, "Der Verein Offene Ufer hat das Wasser geprüft. Dessen Vorsitzende, Ana Ruiz, war dabei.\n\n„Das Wasser ist seit dem Mai wieder sauber“, sagt ihre Sprecherin Lea Voss."},
	{"her chief behind a comma", deutsch, "Der Verein Offene Ufer hat das Wasser geprüft. „Das Wasser ist seit dem Mai wieder sauber“, sagt deren Vorsitzende, Ana Ruiz."},
	{"his chief with an office of two words", deutsch, "Der Verein Offene Ufer hat das Wasser geprüft. „Das Wasser ist seit dem Mai wieder sauber“, sagt dessen Technischer Vorstand Ana Ruiz."},
	{"an office with an adjective", francais, "L’Association des Rives a mesuré l’eau. « L’eau est propre depuis le mois de mai », dit sa nouvelle présidente infatigable Ana Ruiz."},
	{"a director who is theirs", espanol, "La Fundación Ribera Limpia midió el agua. «El agua está limpia desde el mes de mayo», dijo su incansable directora Ana Ruiz."},
	{"a director who is theirs, and two organisations", espanol, "La Fundación Ribera Limpia midió el agua con la Asociación Muelles Vivos. «El agua está limpia desde el mes de mayo», dijo su directora, Ana Ruiz."},
	{"a director who is theirs, and one organisation twice", espanol, "La Fundación Ribera Limpia midió el agua para la Fundación Ribera Limpia. «El agua está limpia desde el mes de mayo», dijo su directora, Ana Ruiz."},
	{"for his part", espanol, "La Fundación Ribera Limpia midió el agua. «El agua está limpia desde el mes de mayo», dijo por su parte Ana Ruiz, directora."},
	{"a spokeswoman of theirs with no organisation before", italiano, "«L’acqua è pulita dal mese di maggio», ha detto la sua portavoce, Ana Ruiz."},
	{"a colleague of theirs", nederlands, "De Stichting Schone Kade heeft het water gemeten. “Het water is sinds de maand mei weer schoon”, zegt hun woordvoerder Anna de Graaf."},
	// Trades before names.
	{"a Dutch trade", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt schipper Anna de Graaf."},
	{"a Dutch trade before a surname with a title", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt onderzoeker dr. Anna de Graaf."},
	{"a Dutch trade before an organisation", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt schipper Stichting Schone Kade."},
	{"a Dutch professor of a field", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt hoogleraar Hydrologie Anna de Graaf."},
	{"a Dutch professor of a field at a firm", nederlands, "“Het water is sinds de maand mei weer schoon”, zegt hoogleraar Hydrologie Stichting Schone Kade."},
	{"a trade of seven words before a comma", francais, "« L’eau est propre depuis le mois de mai », dit la vieille batelière du port de pêche, Ana Ruiz."},
	{"a trade of eight words before a comma", francais, "« L’eau est propre depuis le mois de mai », dit la vieille batelière du grand port de pêche, Ana Ruiz."},
	{"a first name of initials", francais, "« L’eau est propre depuis le mois de mai », dit Ana, de la CGT."},
	{"a first name of two initials", francais, "« L’eau est propre depuis le mois de mai », dit Ana, de la CG."},
	{"a first name of nothing", francais, "« L’eau est propre depuis le mois de mai », dit Ana, de la rive."},
	{"who is met likewise, with an office", francais, "Même constat pour Ana Ruiz, batelière au port : « L’eau est propre depuis le mois de mai. »"},
	{"what is met likewise", francais, "Même constat pour les batelières du port de Marlow : « L’eau est propre depuis le mois de mai. »"},
	{"who leads on by name, and no office", espanol, "Ana Ruiz mira el río cada mañana: «El agua está limpia desde el mes de mayo»."},
	{"who leads on by name, with an office", espanol, "La marinera Ana Ruiz mira el río cada mañana: «El agua está limpia desde el mes de mayo»."},
	// Somebody whom a sentence is about, in English.
	{"a skipper who begins a sentence", head, "“The water has been clean since May,” said Owen Farrell, chair of Harbor Table.\n\nSkipper Ana Ruiz smiled. “I came by boat and left on Friday,” she said."},
	{"a patient who begins one", head, "“The water has been clean since May,” said Owen Farrell, chair of Harbor Table.\n\nPatient Ana Ruiz smiled. “I came by boat and left on Friday,” she said."},
	{"a place that begins one", head, "“The water has been clean since May,” said Owen Farrell, chair of Harbor Table.\n\nHarwell Green Quay smiled. “I came by boat and left on Friday,” he said."},
	// Units and firms.
	{"initials of a firm before an office, and a part behind", head, "The TTR runs the ferries, and the TTR mends them.\n\n“The water has been clean since May,” said Ana Ruiz, TTR Regional Director, USCA."},
	{"initials of a firm before an office, and a name behind", head, "The TTR runs the ferries, and the TTR mends them.\n\n“The water has been clean since May,” said Ana Ruiz, TTR Regional Director, Usca."},
	{"the minister who is named between", deutsch, "„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Direktorin der Stiftung Ufer. In der Stadt war auch Bürgermeister Owen Farrell. „Wir haben lange darauf gewartet“, sagt sie."},
	{"a place with a comma between", deutsch, "„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Direktorin der Stiftung Ufer. In Bad Marlow, wo das Boot liegt, war Markt. „Wir haben lange darauf gewartet“, sagt sie."},
	{"a name with a comma between", deutsch, "„Das Wasser ist seit dem Mai wieder sauber“, sagt Ana Ruiz, Direktorin der Stiftung Ufer. Da kam Owen Farrell, der das Boot hat. „Wir haben lange darauf gewartet“, sagt sie."},
	// A heading that says more than whom to ask.
	{"a heading that says more than whom to ask", "", "# Harbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups asked the port today to publish its water tests.\n\n## For more information about boats in the harbor and in the winter\n\nThe town has a book of three hundred pages on them.\n\n## Contact the press office\n\nDana Whitlock, 555-010-0142, dana@harbor.example\n"},
}

// What is told of whom and of whose by what stands near is held whole.
func TestWhatIsToldByWhatStandsNear(t *testing.T) {
	t.Parallel()
	var all wholes
	for _, c := range nearby {
		r, err := Import("release.md", []byte(c.opening+c.rest+"\n"), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		all.add(t, c.name, r, c.opening, c.opening+c.rest)
	}
	expect.File(t, "nearby.golden.txt", all.b.String())
}

// Whose an address is that stands alone, its letters say where the text names that person or they
// have capitals.
func TestWhoseAnAddressIs(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, mail := range []string{
		"Ana.Ruiz", "ana.ruiz", "ANA.RUIZ", "Ana.ruiz", "ana.Ruiz", "ana_ruiz", "Lea.McVoss", "Lea.VOSS", "lea.voss", "Émile.Dorta", "émile.dorta",
		"Press.Ruiz", "Director.Ruiz", "Ruiz.Director", "Campaign.Ruiz", "Research.Ruiz", "Affairs.Ruiz", "Trust.Ruiz", "Hafen.Verein",
		"Mail.Ruiz", "Harbor.Alliance", "A.Ruiz", "Ana.R", "Office.Marlow", "harbor.groups", "water.tests", "Harbor.Mayor", "Ana.Ruiz.Press",
	} {
		r, err := Import("release.txt", []byte("Harbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups, led by Ana Ruiz and by "+
			"Émile Dorta, asked the port today to publish its Water Tests.\n\nMedia contact:\n"+mail+"@river.example\n"),
			Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		_, told, _ := strings.Cut(string(r.Markdown), "[[contact]]\n")
		told, _, _ = strings.Cut(told, "email = ")
		b.WriteString(mail + ": " + strings.Join(strings.Fields(told), " ") + "\n")
		for _, u := range r.Unsure {
			if strings.Contains(u, "address") {
				b.WriteString("  " + u + "\n")
			}
		}
	}
	expect.File(t, "addresses.golden.txt", b.String())
}

// Words that a mark of a template sets off are a quote, of whom its values name.
func TestWordsThatAMarkSetsOff(t *testing.T) {
	t.Parallel()
	words := "We have waited long enough for it, and the port knows it."
	var b strings.Builder
	for _, values := range []string{
		`blockquote author="Ana Ruiz" title="director" org="River Alliance"`,
		`quote By=" Ana Ruiz " Role='chair' organization="River Alliance"`,
		`pullquote speaker="Ana Ruiz" position="keeper" organisation="River Alliance"`,
		`pull_quote name="Ana Ruiz" job="skipper" company="River Alliance"`,
		`citation attribution="Ana Ruiz, director of River Alliance"`,
		`zitat cite="Ana Ruiz, director of River Alliance"`,
		`cita person="Ana Ruiz" by="Lea Voss" author=""`,
		`citazione title="director"`,
		`citaat Ana Ruiz, director of River Alliance`,
		`block_quote 'Ana Ruiz, director of River Alliance'`,
		`citação "Ana Ruiz, director of River Alliance"`,
		`quote`,
		`quoted author="Ana Ruiz"`,
	} {
		b.WriteString("=== " + values + "\n")
		name, _, _ := strings.Cut(values, " ")
		for _, marks := range [][2]string{{"{{< " + values + " >}}", "{{< /" + name + " >}}"}, {"{%- " + values + " -%}", "{%- end" + name + " -%}"}} {
			b.WriteString(setOffMarks("Before.\n"+marks[0]+"\n"+words+"\n"+marks[1]+"\nBehind.") + "\n")
		}
	}
	r, err := Import("release.md", []byte(head+"{{< blockquote author=\"Ana Ruiz\" title=\"director\" org=\"River Alliance\" >}}\n"+words+
		"\n{{< /blockquote >}}\n"), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("=== whole\n" + written(r))
	expect.File(t, "set-off.golden.txt", b.String())
	quote := "{{< quote >}}" + words + "{{< /quote >}}"
	for _, full := range []string{quote + strings.Repeat(" {{", 198), quote + strings.Repeat(" {%", 199)} {
		if got, many := setOffMarks(full) == full, strings.Contains(full, "%"); got != many {
			t.Errorf("with %d marks, a text is left as it is: %v, want %v", strings.Count(full, "{{")+strings.Count(full, "{%"), got, many)
		}
	}
}
