package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/language"
)

func drafted(tag string) *Copy { return &Copy{Cat: language.Of(tag), Lang: tag, Today: today} }

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
		b.WriteString(expect.InOneWord(c[0]+" "+c[1], c[1], func(s string) string {
			d := drafted(c[0])
			title, org := d.TitleOrg(s)
			return fmt.Sprintf("%s; %s | %s", whose(d.Parse(s)), title, org)
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
		b.WriteString(expect.InOneWord(c[0]+" "+c[1], c[1], func(s string) string {
			d := drafted(c[0])
			d.know(Speaker{Name: "Ana Ruiz", Title: "chair", Org: "Dock Choir", Ok: true})
			var out []string
			if who, ok := d.Said(s); ok {
				out = append(out, "said by "+whose(who))
			}
			if from, who, ok := d.ClauseBefore(s); ok {
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
		b.WriteString(expect.InOneWord(c[0]+" "+c[1], c[1], said))
		b.WriteString(expect.Slips(c[1], expect.Letters, func(s string) string { return strings.ReplaceAll(said(s), "\n", "⏎") }))
	}
	expect.File(t, "turned-marks.golden.txt", b.String())
}
