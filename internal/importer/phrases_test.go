package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
)

// whose is a speaker as a line.
func whose(who attribution.Speaker) string {
	if !who.Ok {
		return "nobody"
	}
	return strings.TrimRight(fmt.Sprintf("%s | %s | %s | %s", who.Name, who.Title, who.Org, who.Unsure), "| ")
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
		is("end", prose.IsEndMark(line))
		is("part", prose.IsPartLine(line))
		is("about", isAbout(prose.Para{Text: line}))
		is("notes", isLabel(prose.Para{Text: line}, notesLine))
		is("contact", prose.ContactLine.MatchString(line))
		is("label", prose.LabelLine.MatchString(line))
		is("immediate", prose.ImmediateLine.MatchString(line))
		is("labelled", prose.Labelled.MatchString(line))
		is("advisory", advisoryField.MatchString(line))
		is("time", prose.IsTimeLine(line))
		is("body", isBodyStart(prose.Para{Text: line}))
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
		is("signature", prose.LooksLikeSignature(line))
		is("name", prose.LooksLikeName(line))
		is("organisation", prose.IsOrganisation(line))
		is("footer", footerLine.MatchString(line))
		is("mail-header", mailHeader.MatchString(line))
		is("occasion", prose.Occasion.MatchString(line))
		is("open", prose.EndsOpen(line))
		for _, tag := range []string{"en", "es", "fr", "de", "it", "pt", "nl"} {
			is("day-"+tag, isDateLine(line, tag))
		}
		if end, ok := prose.DatelineEnd(line); ok {
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
		fmt.Fprintf(&b, "sentences of %q: first %q, last at %d\n", s, prose.FirstSentence(s, language.Of("en")), prose.LastSentence(s, language.Of("en")))
	}
	expect.File(t, "taken.golden.txt", b.String())
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
			fmt.Fprintf(&b, "  %q %d %q tight %v\n", p.Bullet, p.Level, p.Text, p.Tight)
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
		d := &draft{Copy: attribution.Copy{Cat: language.Of("en"), Lang: "en", Today: today}}
		var list []prose.Para
		for _, line := range block {
			list = append(list, prose.Para{Text: line})
		}
		n := d.contactBlock(list)
		fmt.Fprintf(&b, "%.200q takes %d of %d: %s, dropped %q\n", block, n, len(block), expect.Given(d.Contacts), d.dropped)
	}
	expect.File(t, "contacts.golden.txt", b.String())
}
