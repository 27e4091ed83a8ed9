package attribution

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// jumbledWords are words of each kind that the readers look for, whose order is theirs no more.
var jumbledWords = map[string][]string{
	"en": strings.Split("Ana Ruiz|Dr. Bo Ek|Ruiz|she|they|the|a|of|of the|for|at|with|and|&|’s|said|says|told|added|president|vice president|"+
		"executive director|chair|Mayor|Governor|Sen.|spokesperson for|on behalf of|a member of|board|Board of Directors|committee|Rivers Trust|"+
		"University of Marlow|Tideal Ltd.|Marlow|Oregon|(RT)|formerly|who|which|according to|in a statement|yesterday|CEO|Women in Shipping|"+
		"the company|the union|Professor|Jr.|PhD|M.D.|U.S.|on Monday|head of policy|co-founder|City Council|Department of Quays", "|"),
	"es": strings.Split("Ana Ruiz|Dra. Eva Sol|la|el|de|de la|del|en|por|y|dijo|afirmó|ha declarado|directora|presidente|alcaldesa|"+
		"en nombre de|portavoz|junta directiva|consejo rector|Fundación Mar|sindicato Puerto Unido|Universidad de Marlos|Marlos|(FM)|que|quien|"+
		"según|la entidad|ayer|desde|Mujeres al Timón|concejala de Pesca|S.A.|vocal de|hoy|a|su|ex", "|"),
	"fr": strings.Split("Ana Ruiz|Pr Eva Sol|Mme|la|le|l’|de|de la|du|d’|des|chez|et|a déclaré|explique|selon|directrice|présidente|"+
		"maire|au nom du|conseil d’administration|comité exécutif|Fondation Mer|syndicat Quai Libre|Université de Marlou|Marlou|(FM)|qui|"+
		"l’association|hier|Sauvons le Quai|adjointe|S.A.S.|trésorière et|ministre|t-elle|pour|aux", "|"),
	"it": strings.Split("Ana Ruiz|Dott.ssa Eva Sol|la|il|lo|l’|di|della|del|dell’|presso|e|ha detto|spiega|secondo|direttrice|presidente|"+
		"sindaco|a nome del|consiglio direttivo|comitato direttivo|Fondazione Mare|sindacato Molo Libero|Università di Marlo|Marlo|(FM)|che|"+
		"l’associazione|ieri|Salviamo il Molo|assessora|S.p.A.|in qualità di|per", "|"),
	"pt": strings.Split("Ana Ruiz|Dra. Eva Sol|a|o|de|da|do|em|pela|e|disse|afirmou|segundo|diretora|presidente|prefeita|em nome da|"+
		"conselho diretor|direção|Fundação Mar|sindicato Cais Livre|Universidade de Marlo|Marlo|(FM)|que|a entidade|ontem|S.A.|vogal da", "|"),
	"de": strings.Split("Ana Ruiz|Prof. Dr. Eva Sol|die|der|das|des|von|vom|für|und|sagt|so|erklärte|laut|Vorsitzende|Geschäftsführerin|"+
		"Bürgermeisterin|Sprecherin|im Namen des|Vorstand|Aufsichtsrat|Stiftung Meer|Gewerkschaft Kai|Universität Marlau|Marlau|(SM)|die auch|"+
		"gestern|Tideal GmbH|e. V.|Ministerin|beim|zur|Leiterin der Abteilung", "|"),
	"nl": strings.Split("Ana Ruiz|prof. dr. Eva Sol|de|het|een|van|van de|voor|en|zegt|aldus|volgens|voorzitter|directeur|burgemeester|"+
		"woordvoerder|namens|raad van bestuur|Stichting Zee|vakbond Kade|Universiteit Marlau|Marlau|(SZ)|die|gisteren|B.V.|bij|wethouder", "|"),
}

// jumble is some of a language's words, in any order, with marks between them.
func jumble(r *rand.Rand, words []string) string {
	var b strings.Builder
	for range 1 + r.IntN(12) {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteString([]string{" ", " ", " ", " ", ", ", ", ", " – ", ". ", ": ", " (", ") ", "; ", "\n", "  "}[r.IntN(14)])
	}
	return b.String()
}

// TestNoJumbleStopsTheReaders has all readers of speakers look at words of theirs in any order: what has no meaning must come to an
// end, and so must the program not.
func TestNoJumbleStopsTheReaders(t *testing.T) {
	t.Parallel()
	rounds := 400
	if os.Getenv("PRESSROOM_FULL") == "1" {
		rounds = 40000
	}
	for tag, words := range jumbledWords {
		t.Run(tag, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(7, uint64(len(words))))
			for range rounds {
				d := ofTexts(tag, jumble(r, words)+"“"+jumble(r, words)+"” "+jumble(r, words), jumble(r, words)+": “We will build the pier, whatever it takes.”",
					"“We will build it again.” "+jumble(r, words), jumble(r, words))
				d.Headline = prose.Para{Text: jumble(r, words)}
				text := d.Source
				last := text
				func() {
					defer func() {
						if p := recover(); p != nil {
							t.Fatalf("%v: %q", p, last)
						}
					}()
					for _, p := range d.Body {
						last = p.Text
						d.Parse(p.Text)
						d.regular(p.Text)
					}
					last = d.Headline.Text + "\n\n" + text
					d.Speech()
				}()
			}
		})
	}
}
