package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/language"
)

// inOneWord is what is said of a text, and of it with one word missing, twice, or written
// otherwise.
func inOneWord(title, text string, said func(string) string) string {
	oneLine := func(s string) string { return strings.ReplaceAll(said(s), "\n", "⏎") }
	slips, turns := expect.Slips(text, expect.Words, oneLine), expect.Turns(text, expect.Words, oneLine)
	_, turns, _ = strings.Cut(turns, "\n") // what is said of it whole stands there already
	return "=== " + title + "\n" + slips + turns
}

func drafted(tag string) *draft { return &draft{cat: language.Of(tag), lang: tag, today: today} }

// Blocks of contacts in which one word is written otherwise.
func TestContactsInOneWordOtherwise(t *testing.T) {
	var b strings.Builder
	for _, block := range []string{
		"Contact: Dana Whitlock, press officer, Open Harbor, 555-010-0142, dana@harbor.example",
		"Media contacts:\nDana Whitlock\nOpen Harbor\nPress officer\n555-010-0142 office\ndana@harbor.example\n\nBo Lind, River Alliance\nTel: (555) 010-0143 ext 5 | bo@river.example\nThe port closes at five on Fridays.",
		"Contacts: Dana Whitlock (Open Harbor) dana@harbor.example 555-010-0142; Bo Lind – River Alliance – +1 555 010 0143 / +1 555 010 0144 cell",
		"Contact: Harbor Press Agency\nDana Whitlock\nE: dana@harbor.example\nM: 555 010 0142\nSee https://harbor.example/press for more\nAbout River Alliance",
		"For more information:\nDana Whitlock, dana@harbor.example, dana@home.example\nDana Whitlock, director, 555.010.0142\nBo Lind bo@river.example Cy Otter cy@river.example",
		"Pressekontakt: Klara Stein, Pressestelle, Telefon: +49 30 5550142, klara@flussbund.example",
	} {
		b.WriteString(inOneWord(block, block, func(s string) string {
			d := drafted("en")
			var list []para
			for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }) {
				list = append(list, para{text: strings.TrimSpace(line)})
			}
			if len(list) == 0 {
				return ""
			}
			n := d.contactBlock(list)
			out := fmt.Sprint(n)
			for _, c := range d.contacts {
				out += fmt.Sprintf(" [%s | %s | %s | %s | %s]", c.name, c.role, c.org, c.phone, c.email)
			}
			return fmt.Sprintf("%s %q %q", out, d.dropped, d.unsure)
		}))
	}
	expect.File(t, "turned-contacts.golden.txt", b.String())
}

// People, their titles and organisations, in which one word is written otherwise.
func TestPeopleInOneWordOtherwise(t *testing.T) {
	var b strings.Builder
	for _, c := range [][2]string{
		{"en", "Ana Ruiz, executive director and co-founder of the River Alliance of New Marlow"},
		{"en", "Ana Ruiz, vice president of policy, Center for Clean Harbors, Inc., which wrote the letter"},
		{"en", "River Alliance’s senior campaign director Dr. Ana M. Ruiz, Ph.D."},
		{"en", "Professor Ana Ruiz of the University of Marlow’s School of Public Health (UMPH)"},
		{"en", "Deputy District Attorney Ana Ruiz, chair of Dock Workers Local 88"},
		{"en", "a lawyer with the nonprofit legal group Water Justice Project"},
		{"en", "Ana Ruiz and Bo van der Lind, co-chairs of Harbor Table and directors at River Alliance"},
		{"en", "Ana Ruiz Director of Marketing at Tidewater Phones"},
		{"en", "the group’s president, Ana Ruiz (she/her), a fisher from Marlow who runs River Alliance"},
		{"en", "Port of Marlow CEO Ana Ruiz"},
		{"es", "la directora de campañas de la organización ecologista Ríos Vivos, Ana Ruiz"},
		{"es", "Ana Ruiz de la Peña, presidenta de la Asociación vecinal del muelle norte"},
		{"fr", "Ana Ruiz, directrice des campagnes de l’association Eau Claire, qui gère les quais"},
		{"fr", "le président du Comité des fêtes nautiques de Marlow, Paul Morel"},
		{"de", "Ana Ruiz, Geschäftsführerin vom Verband Marlower Fischer e. V."},
		{"de", "der Sprecher der Initiative Hafenwasser, Jonas von Lindner"},
		{"it", "Ana Ruiz, direttrice dell’associazione Acqua Chiara"},
		{"pt", "Ana Ruiz, diretora da Associação dos Amigos do Rio"},
		{"nl", "Ana van Ruiz, woordvoerder bij de Havenbond van Marlow"},
	} {
		b.WriteString(inOneWord(c[0]+" "+c[1], c[1], func(s string) string {
			d := drafted(c[0])
			title, org := d.titleOrg(s)
			return fmt.Sprintf("%s; %s | %s", whose(d.parse(s)), title, org)
		}))
	}
	expect.File(t, "turned-people.golden.txt", b.String())
}

// Clauses that say whose words are, in which one word is written otherwise.
func TestClausesInOneWordOtherwise(t *testing.T) {
	var b strings.Builder
	for _, c := range [][2]string{
		{"en", "said Ana Ruiz, director of River Alliance, in a statement on Monday."},
		{"en", "Ruiz also said. The port’s office closes at five."},
		{"en", "The groups met on Monday. Ana Ruiz, director of River Alliance, told reporters:"},
		{"en", "according to Ana Ruiz of River Alliance, who wrote the letter."},
		{"en", "In the words of she added, asked if it would help,"},
		{"en", "– Ana Ruiz, Campaign Director, River Alliance"},
		{"en", "(Ana Ruiz, River Alliance)"},
		{"es", "ha añadido por su parte Ana Ruiz, directora de Ríos Vivos."},
		{"fr", "a-t-elle également déclaré. Selon Ana Ruiz, directrice d’Eau Claire,"},
		{"de", "fügte Ana Ruiz hinzu, so Vogt weiter. Dazu erklärt Ana Ruiz, Leiterin von Flussbund:"},
		{"it", "ha aggiunto Ana Ruiz, presidente di Fiumi Vivi."},
		{"pt", "acrescentou ainda Ana Ruiz, diretora da Rios Vivos."},
		{"nl", "aldus Ana Ruiz, directeur van Rivierbond. Volgens Ana zegt zij:"},
	} {
		b.WriteString(inOneWord(c[0]+" "+c[1], c[1], func(s string) string {
			d := drafted(c[0])
			d.know(speaker{name: "Ana Ruiz", title: "chair", org: "Dock Choir", ok: true})
			var out []string
			if who, ok := d.said(s); ok {
				out = append(out, "said by "+whose(who))
			}
			if from, who, ok := d.clauseBefore(s); ok {
				out = append(out, fmt.Sprintf("before, at %d, %s", from, whose(who)))
			}
			for _, last := range []bool{false, true} {
				if after, ok := d.clauseAfter(s, last); ok {
					out = append(out, "after "+expect.Given(after))
				}
			}
			return strings.Join(slices.Compact(out), "; ")
		}))
	}
	expect.File(t, "turned-clauses.golden.txt", b.String())
}

// What lines at the head and the foot of a text are, with one word written otherwise.
func TestLinesInOneWordOtherwise(t *testing.T) {
	var b strings.Builder
	for _, line := range []string{
		"FOR IMMEDIATE RELEASE: November 20, 2026", "MARLOW, Mass., November 20, 2026 (Harbor Wire) – Eleven groups asked the port today.", "Marlow, den 20. November 2026 –", "Issued by Open Harbor on November 20, 2026",
		"Date: Friday, 20 November 2026", "Notes to editors: The tests are of 2022.", "About the River Alliance of New Marlow", "Press contact for the media: Dana Whitlock, dana@harbor.example", "# # # ends", "Photo: A jar of water, by Tom Reed",
		"Dr. Ana Ruiz, MD, President and CEO, Harbor Health Network", "Harbor Groups Ask the Port for Its Water Tests, and Give It a Month", "November 20, 2026 – Contact: Dana Whitlock, 555-010-0142",
	} {
		b.WriteString(inOneWord(line, line, func(s string) string {
			p := para{text: strings.TrimSpace(s)}
			var is []string
			for _, what := range []struct {
				name string
				is   bool
			}{
				{"body", isBodyStart(p)},
				{"about", isAbout(p)},
				{"contact", isLabel(p, contactLine)},
				{"notes", isLabel(p, notesLine)},
				{"label", isLabel(p, labelLine)},
				{"part", isPartLine(p.text)},
				{"day", isDateLine(p.text, "en")},
				{"signature", looksLikeSignature(p.text)},
				{"name", looksLikeName(p.text)},
			} {
				if what.is {
					is = append(is, what.name)
				}
			}
			if end, ok := datelineEnd(p.text); ok {
				is = append(is, fmt.Sprintf("dateline to %d", end))
			}
			if d, i := drafted("en"), 0; d.dayLine([]para{p}, &i) {
				is = append(is, fmt.Sprintf("line of the day %s, %d, %q %q %d", d.day.Format("2006-01-02"), i, d.dropped, d.letterhead, len(d.contacts)))
			}
			if name := trimLetters(p.text); name != p.text {
				is = append(is, name)
			}
			return strings.Join(is, ", ")
		}))
	}
	expect.File(t, "turned-lines.golden.txt", b.String())
}

// Where words in marks begin and end, with one word or one sign written otherwise.
func TestMarksInOneWordOtherwise(t *testing.T) {
	var b strings.Builder
	for _, c := range [][2]string{
		{"en", "“We have waited,” said Ana. “So ‘it’ goes” – and more “here.”"},
		{"en", "\"It's 5\" long,\" he said. \"No 'more' of it.\""},
		{"en", "‘The river’s our life,’ said Sarah. ‘It is the dogs’ time.’"},
		{"de", "„Wir warten“, sagte Ana. „Noch ‚ein‘ Jahr nicht.“ »So« und «so»."},
		{"fr", "« Non ! » dit Ana. « Rien “de plus” ici. »"},
		{"es", "«Nada», dijo Ana. “Ya «basta»”. Y ha añadido: «Fin»."},
	} {
		said := func(s string) string {
			d := drafted(c[0])
			var out []string
			for _, list := range [][]segment{d.segments(s), singles(s)} {
				for _, seg := range list {
					out = append(out, fmt.Sprintf("%v[%s|%s|%s]", seg.forgotten, s[seg.start:seg.from], s[seg.from:seg.to], s[seg.to:seg.end]))
				}
			}
			return strings.Join(out, " ")
		}
		b.WriteString(inOneWord(c[0]+" "+c[1], c[1], said))
		b.WriteString(expect.Slips(c[1], expect.Letters, func(s string) string { return strings.ReplaceAll(said(s), "\n", "⏎") }))
	}
	expect.File(t, "turned-marks.golden.txt", b.String())
}
