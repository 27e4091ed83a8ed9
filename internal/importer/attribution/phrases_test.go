package attribution

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/language"
)

// whose is a speaker as a line.
func whose(who Speaker) string {
	if !who.Ok {
		return "nobody"
	}
	return strings.TrimRight(fmt.Sprintf("%s | %s | %s | %s", who.Name, who.Title, who.Org, who.Unsure), "| ")
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
				d := &Copy{Cat: language.Of(tag), Lang: tag, Today: today}
				got := strings.ReplaceAll(whose(d.Parse(strings.ReplaceAll(setting, "§", name))), name, "§")
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
					d := &Copy{Cat: language.Of(tag), Lang: tag, Today: today}
					if known {
						d.know(Speaker{Name: "Ana Ruiz", Title: "chair", Org: "Dock Choir", Ok: true})
					}
					behind, ok := d.Said(s)
					from, before, found := d.ClauseBefore(s)
					fmt.Fprintf(&b, "%s, known %v: behind %v %s; before %v at %d %s\n", name, known, ok, whose(behind), found, from, whose(before))
				}
			}
		}
	}
	expect.File(t, "saying.golden.txt", b.String())
}

// Where quoted words begin and end, by the marks of each language.
func TestWhereQuotedWordsBeginAndEnd(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{
		"“A b,” said C. “D e.”", "\"A b,\" said C. \"D e.\"", "«A b», dijo C. «D e»", "« A b », dit C. « D e »", "»A b«, sagte C. »D e«", "„A b“, sagte C. „D e“", "„A b”, said C.", "“A ‘b’ c”", "“A “b” c”", "“A b", "A b”", "“A b, said Ana Ruiz. “D e.”", "“A b,“ said C. “D e.“", "x”y", "5' 6\" tall", "\"A\"b\"", "(“A”)", "“A”“B”", "“ A ”", "«A", "A»", "“”", "\"\"", "“A.”B", "a “b” c “d", "‘A b,’ said C.", "‘It’s b’", "» A « b", "A \" b \" c", "“A»", "«A”",
	} {
		for _, tag := range []string{"en", "es", "fr", "de"} {
			d := &Copy{Cat: language.Of(tag), Lang: tag, Today: today}
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
