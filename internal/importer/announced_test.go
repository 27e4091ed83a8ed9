package importer

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// TestWhoIssuesByTheFirstSentence reads each first sentence with each body of its language, and asks whom somebody with an office
// alone speaks for. Where a sentence is one that others could begin with as well, the headline has the body too. What "nobody" has
// gives no issuer. The golden file counts what is read of each sentence, and has what is read wrong.
func TestWhoIssuesByTheFirstSentence(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/announced/??.txt")
	if err != nil || len(files) != 7 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		lang := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			parts := expect.Sections(t, file)
			var b, wrong strings.Builder
			for _, kind := range []string{"announces", "headline too", "nobody"} {
				for _, form := range strings.Split(parts[kind], "\n") {
					bodies := strings.Split(parts["bodies"], "\n")
					if kind == "nobody" {
						bodies = bodies[:1]
					}
					counts := map[string]int{}
					for _, body := range bodies {
						body, also, _ := strings.Cut(body, " = ")
						org, told := issuerBy(t, lang, strings.ReplaceAll(form, "{B}", body), body, kind == "headline too",
							strings.ReplaceAll(parts["said"], "{N}", parts["name"]))
						bare := strings.TrimSpace(articleAhead.ReplaceAllString(body, ""))
						switch {
						case org == "?":
							counts["open"]++
						case kind != "nobody" && (org == body || org == bare || also != "" && org == also):
							counts["right"]++
						default:
							counts["wrong"]++
							fmt.Fprintf(&wrong, "%s\n\t%s\n", told, org)
						}
					}
					fmt.Fprintf(&b, "%d right, %d open, %d wrong: %s\n", counts["right"], counts["open"], counts["wrong"], form)
				}
				b.WriteString("\n")
			}
			expect.File(t, "announced/"+lang+".golden.txt", b.String()+"wrong:\n"+wrong.String())
		})
	}
}

// articleAhead is an article with which the name of a body begins.
var articleAhead = regexp.MustCompile(`^(?:The|La|Le|El|Il|O|A|Der|Die|Das|De|Het) |^L’`)

// aroundAnnounced are, by language, a headline, the dateline with its day, a paragraph between, and a quote.
var aroundAnnounced = map[string][4]string{
	"en": {"A pier for small boats", "MARLO, May 15, 2026", "There is room for forty boats.", "“We have waited long for this day,” said"},
	"es": {"Un muelle para los barcos pequeños", "MARLOS, 15 de mayo de 2026", "Hay sitio para cuarenta barcos.", "“Hemos esperado mucho este día”, ha dicho"},
	"fr": {"Un quai pour les petits bateaux", "MARLOU, 15 mai 2026", "Il y a de la place pour quarante bateaux.", "« Nous avons longtemps attendu ce jour », a déclaré"},
	"it": {"Un molo per le barche piccole", "MARLO, 15 maggio 2026", "C’è posto per quaranta barche.", "“Abbiamo aspettato a lungo questo giorno”, ha dichiarato"},
	"pt": {"Um cais para os barcos pequenos", "MARLO, 15 de maio de 2026", "Há lugar para quarenta barcos.", "“Esperámos muito por este dia”, afirmou"},
	"de": {"Ein Kai für kleine Boote", "MARLAU, 15. Mai 2026", "Platz ist dort für vierzig Boote.", "„Auf diesen Tag haben wir lange gewartet“, sagte"},
	"nl": {"Een kade voor kleine boten", "MARLAU, 15 mei 2026", "Er is plaats voor veertig boten.", "“We hebben lang op deze dag gewacht”, zegt"},
}

// issuerBy is whom somebody with an office alone speaks for, in a release that begins with a sentence.
func issuerBy(t *testing.T, lang, first, body string, headed bool, said string) (org, told string) {
	t.Helper()
	around := aroundAnnounced[lang]
	if at := strings.Index(first, body); at > 0 {
		first = first[:at] + strings.ToLower(body[:1]) + first[at+1:]
	}
	headline := around[0]
	if headed {
		headline += ": " + articleAhead.ReplaceAllString(body, "")
	}
	text := fmt.Sprintf("%s\n\n%s – %s\n\n%s\n\n%s %s.\n", headline, around[1], first, around[2], around[3], said)
	r, err := Import("a.txt", []byte(text), Options{Today: today, Language: lang})
	if err != nil || len(r.Quotes) != 1 {
		t.Fatalf("%v %d\n%s", err, len(r.Quotes), text)
	}
	return r.Quotes[0].Org, first
}
