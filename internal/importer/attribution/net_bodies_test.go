package attribution

import (
	"strings"
	"testing"
)

// TestNounsOfBodies reads each noun with which the name of a body begins that is named after what it is for.
func TestNounsOfBodies(t *testing.T) {
	t.Parallel()
	for _, noun := range strings.Fields(`réseau red rede rete ligue liga lega colectivo coordinamento coordination movimento movimiento mouvement
		comissão comisión commissione kammer partei bond observatorio observatório osservatorio observatoire iniciativa iniziativa waterschap
		coöperatie hogeschool kunsthalle theater teatro théâtre kollektiv
		office bureau centre center college school faculty board division secretariat secretaría secretaria subsecretaría dirección direção
		diretoria direzione assessorato direction secrétariat consejo conselho consiglio conseil centro colegio colegiado departamento
		dipartimento amt behörde referat senatsverwaltung staatskanzlei
		museo museum museu musée collectif coordinadora istituto hochschule universiteit cooperativa département hafenministerium`) {
		if !drafted("es").namesBody("Marlow " + strings.ToUpper(noun[:1]) + noun[1:]) {
			t.Errorf("%q is no body", noun)
		}
	}
	for _, noun := range []string{"lamp", "faro", "phare", "boot"} {
		if drafted("es").namesBody("Marlow " + noun) {
			t.Errorf("%q is a body", noun)
		}
	}
}

// TestWordsOfAnotherInASentence leaves words in marks to nobody where the sentence says that they are another's, or those of
// something.
func TestWordsOfAnotherInASentence(t *testing.T) {
	t.Parallel()
	const before = "Ana Ruiz, director of Rivers Trust, praised the old harbour"
	whose := func(s string) string { return drafted("en").partOfTelling(before + s).Name }
	words := strings.Split(strings.Join(strings.Fields(`call, calls, called, calling, dubs, dubbed, known as, is described as, are described as,
		was described as, were described as, been described as, being described as, so-called, titled, entitled, named, labeled, labelled,
		quotes, quoted, quoting, cites, cited, citing, read, reads, reading, sing, sings, sang, accusing, what, llamado, denominado, titulado,
		titulada, titulados, tituladas, conocido como, conocida como, conocidos como, conocidas como, appelant, intitulé, intitulés, intitulée,
		intitulées, surnommant, chiamato, intitolato, intitolata, definito, definita, chama, chamando, intitulado, intitulada, nennt, nannte,
		genannt, genannte, bezeichnete, betitelt, betitelte, noemde, genoemd, getiteld`), " "), ", ")
	for _, noun := range strings.Fields(`claim promise pledge vow statement letter decision ruling finding call commitment offer comment remark
		response answer view argument assertion phrase slogan motto word sign banner poster song poem book film article report paper essay
		theme headline clause chapter verse speech law`) {
		words = append(words, noun, noun+"s")
	}
	words = append(words, strings.Fields(`lema frase palabra palabras promesa promesas carta informe sentencia ley libro canción promesse promesses
		lettre rapport loi livre chanson mot mots promessa lettera rapporto legge canzone parola parole promessa promessas relatório lei livro
		canção palavra palavras Titel Motto Wort Worte Worten Versprechen Brief Bericht Gesetz Buch Lied Satz Urteil woorden belofte wet boek
		lied zin`)...)
	for _, w := range words {
		if who := whose(" " + w); who != "" {
			t.Errorf("words behind %q are those of %s", w, who)
		}
	}
	for _, w := range []string{"call", "calls", "called", "calling", "so-called", "read", "reads", "reading"} {
		if who := whose(" " + w + " them old lamps of Marlow"); who != "" {
			t.Errorf("words behind %q and more are those of %s", w, who)
		}
	}
	for _, s := range []string{
		" (letter", "-letter", "’letter", "'letter", " letter in", " letter in praise of", " (called", "-called", "’called", "'called", " called,",
		" called:", " called.", " called;", " called)", " called’", " called'", " called the",
	} {
		if who := whose(s); who != "" {
			t.Errorf("words behind %q are those of %s", s, who)
		}
	}
	for _, s := range []string{
		"", " for", " letterhead", " subletter", " letter in praise of the", " letter, and", " recalled-by", " callers",
		" described as", // by themselves
	} {
		if who := whose(s); who != "Ana Ruiz" {
			t.Errorf("words behind %q are those of %q", s, who)
		}
	}
}

// TestForWhomSomebodySpeaks reads each beginning of a sentence that says so.
func TestForWhomSomebodySpeaks(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "Rivers Trust", "Ana Ruiz", `On behalf of, on behalf of, On behalf of the, Speaking on behalf of, Speaking On behalf of the, Speaking for,
			Speaking for the`},
		{"es", "Ríos Vivos", "Ana Ruiz", `Por parte de, Por parte del, Por parte de la, Por parte de los, Por parte de las, En representación de,
			En nombre de, A nombre de`},
		{"pt", "Rios Vivos", "Ana Vale", `Em nome de, Em nome da, Em nome do, Em nome dos, Em nome das, Em representação da, Por parte da`},
		{"it", "Fiumi Vivi", "Anna Serra", `A nome di, A nome del, A nome della, A nome dello, A nome dei, Per conto di, In rappresentanza di, Da parte di,
			Per conto dell’, Per conto dell'`},
		{"fr", "Rives Vives", "Anne Roche", `Au nom de, Au nom de la, Au nom du, Au nom des, Pour le compte de, Au nom de l’, Au nom de l'`},
		{"de", "Flussliga", "Anna Kamp", "Im Namen der, Im Namen des, Im Namen von"},
		{"nl", "Stichting Oever", "Anna Kamp", "Namens de, Namens het"},
	} {
		for _, lead := range strings.Split(strings.Join(strings.Fields(c[3]), " "), ", ") {
			if who := drafted(c[0]).speaksForWhom(lead + " " + c[1] + ", " + c[2]); who.Name != c[2] || who.Org != c[1] {
				t.Errorf("%s %s: %q of %q", c[0], lead, who.Name, who.Org)
			}
		}
	}
	for _, c := range [][4]string{
		{"es", "En nombre de la Liga de Puertos, Faros y Boyas, Ana Ruiz", "Ana Ruiz", "Liga de Puertos, Faros y Boyas"},
		{"pt", "Em nome da Liga de Portos, Faróis e Boias, Ana Vale", "Ana Vale", "Liga de Portos, Faróis e Boias"},
		{"en", "On behalf of the Office of Harbours, Lights and Buoys, Ana Ruiz", "Ana Ruiz", "Office of Harbours, Lights and Buoys"},
		{"de", "Im Namen der Behörde für Häfen, Lichter und Bojen, Anna Kamp", "Anna Kamp", "Behörde für Häfen, Lichter und Bojen"},
		{"fr", "Au nom du Conseil de Ports, Phares et Bouées, Anne Roche", "Anne Roche", "Conseil de Ports, Phares et Bouées"},
		{"nl", "Namens de Kamer van Havens, Lichten en Boeien, Anna Kamp", "", ""}, // no noun for a body
		{"nl", "Namens de Bond van Havens, Lichten en Boeien, Anna Kamp", "Anna Kamp", "Bond van Havens, Lichten en Boeien"},
		{"es", "En nombre de Ríos Vivos, Ana de Ruiz", "Ana de Ruiz", "Ríos Vivos"},
		{"es", "En nombre de Ríos Vivos, Ana del Ruiz", "Ana del Ruiz", "Ríos Vivos"},
		{"es", "En nombre de Ríos Vivos, Ana de la Ruiz", "Ana de la Ruiz", "Ríos Vivos"},
		{"pt", "Em nome da Rios Vivos, Ana da Vale", "Ana da Vale", "Rios Vivos"},
		{"pt", "Em nome da Rios Vivos, Ana do Vale", "Ana do Vale", "Rios Vivos"},
		{"pt", "Em nome da Rios Vivos, Ana dos Vale", "Ana dos Vale", "Rios Vivos"},
		{"nl", "Namens de Stichting Oever, Anna van Kamp", "Anna van Kamp", "Stichting Oever"},
		{"de", "Im Namen der Flussliga, Anna von Kamp", "Anna von Kamp", "Flussliga"},
		{"it", "Per conto di Fiumi Vivi, Anna di Serra", "Anna di Serra", "Fiumi Vivi"},
		{"de", "Im Namen der Grünen Liga, Anna Kamp", "Anna Kamp", "Grüne Liga"},
		{"en", "Speaking with Rivers Trust, Ana Ruiz", "", ""},
		{"en", "On behalf of Rivers Trust, Marlow Council", "", ""},
		{"en", "On behalf of Marlow boats, Ana Ruiz", "", ""},
		{"en", "Then on behalf of Rivers Trust, Ana Ruiz", "", ""},
	} {
		if who := drafted(c[0]).speaksForWhom(c[1]); who.Name != c[2] || who.Org != c[3] {
			t.Errorf("%s: %q of %q", c[1], who.Name, who.Org)
		}
	}
}
