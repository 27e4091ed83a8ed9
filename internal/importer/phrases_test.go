package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/language"
)

// whose is a speaker as a line.
func whose(who speaker) string {
	if !who.ok {
		return "nobody"
	}
	return strings.TrimRight(fmt.Sprintf("%s | %s | %s | %s", who.name, who.title, who.org, who.unsure), "| ")
}

// ways of naming a person, and of saying who they are, by language: § is the name.
var names = []string{
	"Ana Ruiz", "Dr. Ana Ruiz", "Ms Ana Ruiz", "Ana M. Ruiz", "A. M. Ruiz", "Ana", "Ruiz", "ANA RUIZ", "ana ruiz", "Ana de Ruiz", "Ana del Ruiz", "Ana von Ruiz", "Ana van Ruiz", "Ana di Ruiz", "Ana da Ruiz", "Ana do Ruiz", "Ana des Ruiz",
	"Ana du Ruiz", "Ana der Ruiz", "Ana della Ruiz", "Ana van der Ruiz", "Ana de la Ruiz", "Ana bin Ruiz", "Ana ten Ruiz", "Ana O’Ruiz-Lind", "Ana Ruiz Jr.", "Ana Ruiz, Ph.D.", "Ana Ruiz, RN, MPH", "Professor Ana Ruiz", "Sen. Ana Ruiz",
	"Ana Maria Bella Carla Dora Ruiz", "Ana Maria Bella Carla Dora Ruiz Lind", "Ana 2 Ruiz", "Ana@Ruiz", "Ruiz Foundation", "Ana “Bo” Ruiz", "José Ángel Núñez", "Joon-ho Bae",
}

var settings = map[string][]string{
	"en": {
		"§", "§, director of River Alliance", "§, director, River Alliance", "§ of River Alliance", "§ from the River Alliance", "§ with River Alliance", "§ at River Alliance", "§ (River Alliance)", "§, River Alliance", "§, director", "§, River Alliance’s director",
		"River Alliance director §", "River Alliance’s director §", "River Alliance executive director and president §", "director §", "executive director § of River Alliance", "the director of River Alliance, §", "the director, §", "§ Director of Marketing at Tidewater Phones",
		"§, who runs River Alliance", "§, a lawyer with the nonprofit legal group Water Justice Project", "§, co-chair of the Harbor Table and director of River Alliance", "§, director of River Alliance, which wrote the letter", "§, 42, a fisher", "§, of Marlow",
		"§, vice president of policy and advocacy at the Center for Clean Harbors", "§, chief executive of River Alliance Inc.", "§, secretary of state", "§, member of Dock Workers Local 88", "§, the group’s director", "§ and Bo Lind", "a member of River Alliance", "they", "she", "the group",
	},
	"es": {
		"§", "§, directora de Ríos Vivos", "§, directora de la Plataforma del Agua", "§, de Ríos Vivos", "§, directora", "la directora de Ríos Vivos, §", "la archivera §", "§ (Ríos Vivos)", "la directora §", "§, portavoz de la organización ecologista Ríos Vivos", "§, Ríos Vivos", "ella", "§, presidenta del Coro del Muelle",
	},
	"fr": {
		"§", "§, directrice de Rivières Libres", "§, directrice des campagnes de Rivières Libres", "§, porte-parole de l’association Eau Claire", "la directrice de Rivières Libres, §", "§ (Rivières Libres)", "§, présidente du Chœur du Quai", "§, Rivières Libres", "elle", "l’archiviste §", "§, directrice d’Eau Claire",
	},
	"de": {
		"§", "§, Leiterin von Flussbund", "§, Kampagnenleiterin bei Flussbund", "§, Sprecher der Initiative Hafenwasser", "§, Geschäftsführerin vom Verband Marlower Fischer", "die Leiterin von Flussbund, §", "§ (Flussbund)", "§ von Flussbund", "Flussbund-Leiterin §", "sie", "die Archivarin §", "§, Flussbund",
	},
	"it": {"§", "§, direttrice di Fiumi Vivi", "§, presidente dell’associazione Acqua Chiara", "la direttrice di Fiumi Vivi, §", "§ (Fiumi Vivi)", "§ della Rete dei Porti", "§, portavoce del Coro"},
	"pt": {"§", "§, diretora da Rios Vivos", "§, porta-voz do Coro", "a diretora da Rios Vivos, §", "§ (Rios Vivos)", "§, presidente dos Amigos do Rio"},
	"nl": {"§", "§, directeur van Rivierbond", "§ van Rivierbond", "§ (Rivierbond)", "directeur § van Rivierbond", "§, woordvoerder bij de Havenbond"},
}

// Who is meant by each way of naming somebody.
func TestWaysOfNamingSomebody(t *testing.T) {
	var b strings.Builder
	for _, tag := range []string{"en", "es", "fr", "de", "it", "pt", "nl"} {
		for i, setting := range settings[tag] {
			fmt.Fprintf(&b, "=== %s: %s\n", tag, setting)
			last := ""
			for n, name := range names {
				if i > 4 && n%4 != i%4 { // the first settings have every name
					continue
				}
				d := &draft{cat: language.Of(tag), lang: tag, today: today}
				got := strings.ReplaceAll(whose(d.parse(strings.ReplaceAll(setting, "§", name))), name, "§")
				if got != last {
					fmt.Fprintf(&b, "%s: %s\n", name, got)
				} else {
					fmt.Fprintf(&b, "%s: as before\n", name)
				}
				last = got
			}
		}
	}
	expect.File(t, "naming.golden.txt", b.String())
}

// Clauses that say whose words are, before them, within and behind, by language: §
// stands for who.
var sayings = map[string][]string{
	"en": {
		"said §", "§ said", "says §", "added §", "§ also said", "said § in a statement", "§ told reporters", "according to §", "in the words of §", "as § put it", "§ says:", "§ said in a letter:", "In a statement, § said:", "– §", "— §", "-- §", "(§)", "§:", "§ wrote:", "asked §", "§ has said", "§ had said", "§ was quoted as saying",
		"§ went on", "continued §", "and § added", "also said §", "further said §", "then § said", "The groups met. § said:", "§ added today that", "explains § of the pier", "said", "she said", "he added", "they said", "said the group",
	},
	"es": {"dijo §", "§ dijo:", "según §", "en palabras de §", "señaló § hoy", "ha dicho §", "§ ha añadido", "ha añadido", "y añade", "asimismo añadió §", "Por su parte, § señaló:", "para §", "§:", "— §", "explica por su parte §"},
	"fr": {"a déclaré §", "§ a déclaré :", "selon §", "pour §", "a-t-elle ajouté", "a-t-il dit", "ajoute-t-elle", "explique également §", "et ajoute §", "poursuit-il", "explique §", "— §"},
	"de": {"sagte §", "§ sagte:", "so §", "laut §", "fügt § hinzu", "fügte § hinzu", "hat § gesagt", "Dazu erklärt §:", "sagte dazu §", "und sagte §", "so § weiter", "erklärte auch §", "meint §", "– §"},
	"it": {"ha detto §", "§ ha aggiunto:", "secondo §", "afferma §", "e aggiunge", "— §"},
	"pt": {"disse §", "§ disse:", "segundo §", "afirma §", "e acrescenta", "acrescentou ainda §"},
	"nl": {"zegt §", "aldus §", "§ zegt:", "volgens §", "vertelt §", "— §"},
}

func TestWaysOfSayingIt(t *testing.T) {
	who := map[string][]string{
		"en": {"Ana Ruiz, director of River Alliance", "Ana Ruiz", "Ruiz"}, "es": {"Ana Ruiz, directora de Ríos Vivos", "Ruiz"}, "fr": {"Ana Ruiz, directrice de Rivières Libres", "Ruiz"}, "de": {"Ana Ruiz, Leiterin von Flussbund", "Ruiz"},
		"it": {"Ana Ruiz, direttrice di Fiumi Vivi"}, "pt": {"Ana Ruiz, diretora da Rios Vivos"}, "nl": {"Ana Ruiz, directeur van Rivierbond"},
	}
	var b strings.Builder
	for _, tag := range []string{"en", "es", "fr", "de", "it", "pt", "nl"} {
		for _, clause := range sayings[tag] {
			fmt.Fprintf(&b, "=== %s: %s\n", tag, clause)
			for _, name := range who[tag] {
				s := strings.ReplaceAll(clause, "§", name)
				for _, known := range []bool{false, true} {
					d := &draft{cat: language.Of(tag), lang: tag, today: today}
					if known {
						d.know(speaker{name: "Ana Ruiz", title: "chair", org: "Dock Choir", ok: true})
					}
					behind, ok := d.said(s)
					from, before, found := d.clauseBefore(s)
					fmt.Fprintf(&b, "%s, known %v: behind %v %s; before %v at %d %s\n", name, known, ok, whose(behind), found, from, whose(before))
				}
			}
		}
	}
	expect.File(t, "saying.golden.txt", b.String())
}

// What each line is taken for.
func TestWhatLinesAreTakenFor(t *testing.T) {
	lines := []string{
		"###", "# # #", "-30-", "– 30 –", "ENDS", "Ends.", "END", "FIN", "ENDE", "- more -", "(more)", "page 2", "Page 2 of 3", "2/3", "- 2 -", "Seite 3", "3", "1234", "* * * * *", "-----", "----", "=====", "_ _ _ _ _",
		"About River Alliance", "About River Alliance:", "ABOUT US", "About us and more that is said of them here", "Sobre Ríos Vivos", "À propos de Rivières", "Über Flussbund", "Chi siamo", "Sobre a Rios", "Over Rivierbond", "River Alliance works for clean rivers.", "About eleven groups met today.",
		"Notes to editors", "Notes to editors:", "Note to editors: The tests are of 2022.", "Editor’s note", "Notas para la redacción", "Notes aux rédactions", "Hinweise an die Redaktion", "Note per la stampa",
		"Contact: Dana Whitlock, dana@harbor.example", "Contacts:", "Media contact", "MEDIA CONTACTS:", "Press contact – Dana", "For more information, contact Dana Whitlock at 555-010-0142", "Contacto de prensa: Inés", "Contact presse : Inès", "Pressekontakt:", "Contatti stampa: Ines", "Contacto: Inês", "Perscontact: Ines",
		"FOR IMMEDIATE RELEASE", "For immediate release: November 20, 2026", "PRESS RELEASE", "Press release: Harbor groups ask", "NEWS", "MEDIA ADVISORY", "Photo opportunity", "NOTA DE PRENSA", "COMUNICADO DE IMPRENSA", "COMMUNIQUÉ DE PRESSE", "Pressemitteilung", "COMUNICATO STAMPA", "PERSBERICHT", "PARA PUBLICACIÓN INMEDIATA", "Pour diffusion immédiate", "Zur sofortigen Veröffentlichung",
		"WHO: Eleven groups", "What: A walk", "WHEN: Friday", "Where: The pier", "WHY:", "QUI : onze", "QUIÉN: once", "WER: elf", "CHI: undici", "QUEM: onze", "WIE: elf",
		"November 20, 2026", "20 November 2026", "20. November 2026", "20 de noviembre de 2026", "le 20 novembre 2026", "2026-11-20", "Friday, November 20", "Date: November 20, 2026", "Issued: 20 November 2026", "Released on November 20, 2026", "in November 2026 they met",
		"MARLOW, Mass. — Eleven groups", "MARLOW, Mass. (November 20, 2026) – Eleven groups", "Marlow – Eleven groups", "Marlow, 20 November 2026 – Eleven groups", "(MARLOW) – Eleven", "(MARLOW, Mass.) -- Eleven", "NEW MARLOW-UPON-SEA AND ALL OF IT – Eleven", "MARLOW.- Once grupos", "MARLOW --- Eleven", "Marlow: Eleven", "MARLOW/DOVER – Eleven", "San José, 3 de mayo – Once", "PRESS RELEASE – Harbor", "A walk – and more", "ST. JOHN – Eleven",
		"1. One", "12) Two", "123. Three", "• One", "◦ One", "· One", "- One", "– Ana Ruiz, River Alliance", "— Ana Ruiz", "* One", "-One", "1.One", "20. November 2026 – Elf Gruppen",
		"Dana Whitlock", "dana whitlock", "Dana Whitlock, Open Harbor", "Dana Whitlock, press officer", "Open Harbor", "Dana", "Dana Whitlock Ruiz Lind Otter Storm", "Tel.: 555-010-0142", "Phone: (555) 010-0142 ext. 5", "+49 30 5550142", "01 55 55 01 42", "555.010.0187", "m: 555-010-0190", "E-mail: dana@harbor.example", "dana@harbor.example", "<dana@harbor.example>", "www.harbor.example", "https://harbor.example/a", "@harbor", "2022", "15 mg",
		"Unsubscribe", "View in browser", "view it in your browser", "View this email online", "Manage your preferences", "update profile", "Abmelden", "abbestellen", "Im Browser ansehen", "im Browser öffnen", "im Browser anzeigen", "Se désabonner", "se désinscrire", "Voir en ligne", "voir ce message dans", "Darse de baja", "cancelar suscripción", "cancelar la subscripción", "ver en el navegador", "ver en su navegador", "cancelar inscrição", "cancelar a inscrição", "ver no navegador", "annulla iscrizione", "disiscriviti", "visualizza nel browser", "afmelden", "uitschrijven", "bekijk in browser", "bekijk in de browser", "bekijk in je browser",
		"said.", "said", "added.", "stated", "explained.", "noted", "continued", "says", ". “We come”", ", she", "; x", ".", "“We wait,”", "We wait,", "Subject: x", "From: a@b.example", "To: x", "-- ", "--", "Sent from my phone", "> quoted", "EMBARGOED UNTIL 9:00", "Embargo: December 8, 2026", "Not for publication before 9 a.m.", "Strictly embargoed", "Hold for release", "",
	}
	var b strings.Builder
	for _, line := range lines {
		fmt.Fprintf(&b, "%q:", line)
		is := func(name string, yes bool) {
			if yes {
				b.WriteString(" " + name)
			}
		}
		is("end", isEndMark(line))
		is("part", isPartLine(line))
		is("about", isAbout(para{text: line}))
		is("notes", isLabel(para{text: line}, notesLine))
		is("contact", contactLine.MatchString(line))
		is("label", labelLine.MatchString(line))
		is("immediate", immediateLine.MatchString(line))
		is("labelled", labelled.MatchString(line))
		is("advisory", advisoryField.MatchString(line))
		is("time", isTimeLine(line))
		is("body", isBodyStart(para{text: line}))
		is("bullet", bulletLine.MatchString(line))
		is("day-line", dayOnLine.MatchString(line))
		is("rule", ruleLine.MatchString(line))
		is("page", pageLine.MatchString(line))
		is("page-tail", pageTail.MatchString(line))
		is("more", moreLine.MatchString(line))
		is("field", startsField(line))
		is("short-day", shortDay.MatchString(line))
		is("goes-on", goesOnWithin(line))
		is("clause", clauseLine("“We wait,”", line))
		is("signature", looksLikeSignature(line))
		is("name", looksLikeName(line))
		is("organisation", isOrganisation(line))
		is("footer", footerLine.MatchString(line))
		is("mail-header", mailHeader.MatchString(line))
		is("occasion", occasion.MatchString(line))
		is("open", endsOpen(line))
		for _, tag := range []string{"en", "es", "fr", "de", "it", "pt", "nl"} {
			is("day-"+tag, isDateLine(line, tag))
		}
		if end, ok := datelineEnd(line); ok {
			fmt.Fprintf(&b, " dateline:%d", end)
		}
		fmt.Fprintf(&b, " | %q | %q | %q\n", contactParts(line), cleanPart(line), digitsOf(line))
	}
	for _, s := range []string{
		"Re: a", "FWD: b", "fw: c", "WG: d", "AW: e", "TR: f", "RV: g", "Press release: h", "News Release : i", "media release: j", "re: fwd: k", "a: b", ": c", "Re:", "release: x",
	} {
		fmt.Fprintf(&b, "subject %q is %q\n", s, stripSubject(s))
	}
	for _, s := range []string{"One. Two.", "One! Two", "One? “Two”", "At 9 a.m. we met. Then", "Mr. Ruiz came.", "one. two", "One.” Two", "One.) (Two)", "One. ¿Dos? Tres", "One. «Two»", "One. – Two", "One. —Two", "One. \"Two\"", "One. ¡Dos!", "One. „Zwei“", "v1.2 is. It", "One.", ""} {
		fmt.Fprintf(&b, "sentences of %q: first %q, last at %d\n", s, firstSentence(s, language.Of("en")), lastSentence(s, language.Of("en")))
	}
	expect.File(t, "taken.golden.txt", b.String())
}

// Where quoted words begin and end, by the marks of each language.
func TestWhereQuotedWordsBeginAndEnd(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{
		"“A b,” said C. “D e.”", "\"A b,\" said C. \"D e.\"", "«A b», dijo C. «D e»", "« A b », dit C. « D e »", "»A b«, sagte C. »D e«", "„A b“, sagte C. „D e“", "„A b”, said C.", "“A ‘b’ c”", "“A “b” c”", "“A b", "A b”", "“A b, said Ana Ruiz. “D e.”", "“A b,“ said C. “D e.“", "x”y", "5' 6\" tall", "\"A\"b\"", "(“A”)", "“A”“B”", "“ A ”", "«A", "A»", "“”", "\"\"", "“A.”B", "a “b” c “d", "‘A b,’ said C.", "‘It’s b’", "» A « b", "A \" b \" c", "“A»", "«A”",
	} {
		for _, tag := range []string{"en", "es", "fr", "de"} {
			d := &draft{cat: language.Of(tag), lang: tag, today: today}
			fmt.Fprintf(&b, "%s %s:", tag, text)
			for _, s := range d.segments(text) {
				fmt.Fprintf(&b, " %d-%d-%d-%d %q", s.start, s.from, s.to, s.end, text[s.from:s.to])
				if s.forgotten {
					b.WriteString(" forgotten")
				}
			}
			if s := singles(text); len(s) > 0 && tag == "en" {
				fmt.Fprintf(&b, " singles %v", s)
			}
			b.WriteString("\n")
		}
	}
	expect.File(t, "marks.golden.txt", b.String())
}

// Texts in lines: what is one paragraph, and what is several.
func TestWhatIsOneParagraph(t *testing.T) {
	long := func(n int, end string) string { return strings.Repeat("words of x ", n/11+1)[:n-len(end)] + end }
	var b strings.Builder
	for _, text := range []string{
		long(45, "a") + "\nb c", long(46, "a") + "\nb c", long(61, "a") + "\n" + long(61, "a") + "\nb c", long(60, "a") + "\n" + long(60, "a") + "\nb", long(62, "a") + "\n" + long(62, "a") + "\n" + long(36, "a") + "\nNew one",
		long(62, "a") + "\n" + long(62, "a") + "\n" + long(38, "a") + "\nNew one", long(62, "-") + "\nb c d\n" + long(62, " -") + "\nb", long(62, "a") + "\n\n" + long(62, ",") + "\n\nb goes on\n\n" + long(62, ".") + "\n\nc does not", long(62, "a") + "\n" + long(62, "a") + "\n\n" + long(60, "a") + "\n\nb goes on",
		long(62, "a") + "\n" + long(62, "a") + "\n\n" + long(61, "a") + "\n\nb goes on", "a\tb", "a\u00a0b \u00a0\nc", "- a\n- b\n\n1) c\n2. d\n• e", "– Ana Ruiz, River Alliance", "- a " + long(62, "a") + "\nb c", "“We wait,”\nsaid Ana Ruiz.", "“We wait”\n. “So”", "“We wait,”\nAna Ruiz\nsaid.", "a\n-----\nb", "a\n###\nb", "-30-", "a\n20. November 2026\nb",
		"a\n\f\nb", "head\n1\nx\n\fhead\n2\ny\n\fhead\n3\nz", long(62, "a") + "\nContact: b", long(62, "a") + "\n" + long(62, "a") + "\nWHEN: b", "November 20, 2026\nb",
	} {
		list, err := readText(text)
		fmt.Fprintf(&b, "=== %q: %v\n", text, err)
		for _, p := range list {
			fmt.Fprintf(&b, "  %q %d %q tight %v\n", p.bullet, p.level, p.text, p.tight)
		}
	}
	expect.File(t, "lines.golden.txt", b.String())
}

// Contacts as they stand in a line or several.
func TestContactsOfAllForms(t *testing.T) {
	var b strings.Builder
	for _, block := range [][]string{
		{"Contact: Dana Whitlock, dana@harbor.example"},
		{"Contact: Dana Whitlock", "555-010-0142"},
		{"Contact:", "Dana Whitlock", "Open Harbor", "press officer", "555-010-0142", "dana@harbor.example"},
		{"Contact: Open Harbor, Dana Whitlock, 555-010-0142"},
		{"Contact: 555-010-0142"},
		{"Contact: dana@harbor.example"},
		{"Contact: Dana Whitlock dana@harbor.example 555-010-0142"},
		{"Contact: Dana Whitlock (555-010-0142)"},
		{"Contact: Dana Whitlock / Bo Lind, 555-010-0142"},
		{"Contact: Dana Whitlock - press officer - Open Harbor"},
		{"Contact: Dana Whitlock, press officer, deputy director, Open Harbor, Marlow, 5"},
		{"Contact: Dana Whitlock", "About River Alliance"},
		{"Contact: Dana Whitlock", "It is a long line of more words than eight that stands here."},
		{"Contact: Dana Whitlock", "See https://harbor.example for more of this"},
		{"Contact: Dana Whitlock", "Bo Lind", "bo@a.example"},
		{"Contact: Dana Whitlock, 1", "Cell 555-010-0143"},
		{"Contact", "dana whitlock", "open harbor"},
		{"Contact: Dana Whitlock", "Bo Lind", "Cy Otter", "Di Storm", "555-010-0142"},
		{"Contact: Dana Whitlock, dana@harbor.example", "Bo Lind", "works here"},
		{"Contact: Dana Whitlock, dana@harbor.example", "Bo Lind", "bo@a.example"},
		append([]string{"Contact:"}, slices.Repeat([]string{"Dana Whitlock, dana@harbor.example"}, 20)...),
		{"Contact: [Dana Whitlock] <dana@harbor.example>;"},
		{"Contact: Tel: 555-010-0142, Mail: dana@harbor.example"},
		{"Contact: River Alliance", "Dana Whitlock", "555-010-0142"},
		{"Contact: Director", "Dana Whitlock"},
		{"Contact: Dana Whitlock, Harbor, Table, Choir"},
		{"Contact: Dana Whitlock ((555) 010-0142)"},
		{"Contact: Dana Whitlock, (555) 010-0142 or (555-010-0143)"},
		{"Mail: dana@harbor.example", "Phone: 555-010-0142", "Mobile: 555-010-0143"},
		{"Contact:", "Dana Whitlock", "press officer and director of the harbor office", "555-010-0142"},
		{"Contact:", "Dana Whitlock", "press officer", "It is told below."},
		{"Contact:", "Dana Whitlock", "555-010-0142", "press officer", "Bo Lind", "bo@a.example"},
	} {
		d := &draft{cat: language.Of("en"), lang: "en", today: today}
		var list []para
		for _, line := range block {
			list = append(list, para{text: line})
		}
		n := d.contactBlock(list)
		fmt.Fprintf(&b, "%.200q takes %d of %d: %s, dropped %q\n", block, n, len(block), expect.Given(d.contacts), d.dropped)
	}
	expect.File(t, "contacts.golden.txt", b.String())
}
