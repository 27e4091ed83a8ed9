package importer

import (
	"strings"
	"testing"
)

// frenchHead is what stands above the copy of a French release.
const frenchHead = "COMMUNIQUÉ DE PRESSE\n\nOnze groupes demandent au port ses analyses\n\nMARLOW, le 20 novembre 2026 – Onze associations du " +
	"littoral ont demandé aujourd’hui au port de publier les analyses de l’eau.\n\n"

// voices are whose words stand in marks where capitals, marks or paragraphs do not
// tell it alone.
var voices = []layout{
	{
		"an organisation in small letters behind a title that needs one", "en",
		head + "“Bring your own oars, and dry them before you go,” said Owen Farrell, co-founder of tidelab.",
		[]string{"Owen Farrell | co-founder | tidelab"},
		nil,
	},
	{
		"one in small letters behind at", "en",
		head + "“Bring your own oars, and dry them before you go,” said Owen Farrell, chief engineer at wellen.",
		[]string{"Owen Farrell | chief engineer | wellen"},
		nil,
	},
	{
		"one whose small first letter is followed by a capital", "en",
		head + "“Bring your own oars, and dry them before you go,” said Owen Farrell, president of eHarbor.",
		[]string{"Owen Farrell | president | eHarbor"},
		nil,
	},
	{
		"one that is called after its address", "en",
		head + "“Bring your own oars, and dry them before you go,” said Owen Farrell of quay2quay.example.",
		[]string{"Owen Farrell |  | quay2quay.example"},
		nil,
	},
	{
		"a department in small letters is no organisation", "en",
		head + "“Bring your own oars, and dry them before you go,” said Owen Farrell, director of logistics.",
		[]string{"Owen Farrell | director of logistics | ?"},
		nil,
	},
	{
		"a union of small words", "en",
		head + "“Bring your own oars, and dry them before you go,” said Owen Farrell, secretary of the Marlow dockers union.",
		[]string{"Owen Farrell | secretary | Marlow dockers union"},
		nil,
	},
	{
		"capitals that end before the name does", "en",
		head + "“Bring your own oars, and dry them before you go,” said Owen Farrell, secretary of the Marlow rowing and mooring folk.",
		[]string{"Owen Farrell | secretary | ?"},
		nil,
	},
	{
		"French, the first word alone in a capital", "fr",
		frenchHead + "« Les quais sont à tous », a déclaré Ana Ruiz, présidente de la Première société nautique. « Venez. »",
		[]string{"Ana Ruiz | présidente | Première société nautique"},
		nil,
	},
	{
		"French, with a place behind it", "fr",
		frenchHead + "« Les quais sont à tous », a déclaré Ana Ruiz, trésorière du Comité des fêtes nautiques de Marlow.",
		[]string{"Ana Ruiz | trésorière | Comité des fêtes nautiques de Marlow"},
		nil,
	},
	{
		"French, and a relative clause behind it", "fr",
		frenchHead + "« Les quais sont à tous », a déclaré Ana Ruiz, directrice de l’Agence portuaire qui gère les quais.",
		[]string{"Ana Ruiz | directrice | Agence portuaire"},
		nil,
	},
	{
		"Spanish, small words within it", "es",
		"Once grupos piden al puerto que publique sus análisis\n\nMARLOW, 20 de noviembre de 2026 – Once organizaciones de la ribera han " +
			"pedido hoy al puerto que publique los análisis del agua.\n\n“Los muelles son de todos”, dijo Ana Ruiz, presidenta de la " +
			"Asociación vecinal del muelle norte.",
		[]string{"Ana Ruiz | presidenta | Asociación vecinal del muelle norte"},
		nil,
	},
	{
		"a quotation that goes on behind a second clause, in the next paragraph", "en",
		head + "“Two lamps hung on the pier,” said Ana Ruiz, M.D., director at River Alliance. “One was green and one was red, and both of " +
			"them went out. The tests are another matter,” Ruiz said.\n\n“For those we need more jars and another winter. Ask me in spring.”",
		[]string{"Ana Ruiz | director | River Alliance", "Ana Ruiz | director | River Alliance"},
		both(has("another matter, {said}\n\nFor those we need"), lacks("\n\nRuiz said")),
	},
	{
		"one that goes on behind its only clause", "en",
		head + "“Two lamps hung on the pier, and both of them went out,” said Ana Ruiz, director at River Alliance.\n\n" +
			"“For those we need more jars and another winter. Ask me in spring.”\n\nThe port closes at five.",
		[]string{"Ana Ruiz | director | River Alliance"},
		both(has("went out, {said}\n\nFor those"), has("\n\nThe port closes")),
	},
	{
		"one that seems to go on, and is somebody else's", "en",
		head + "“Two lamps hung on the pier, and both of them went out,” said Ana Ruiz, director at River Alliance.\n\n" +
			"“We have counted the jars, and there are too few of them,” said Tom Reed, chair of Harbor Table.",
		[]string{"Ana Ruiz | director | River Alliance", "Tom Reed | chair | Harbor Table"},
		nil,
	},
	{
		"one that seems to go on, with a line under it that names another", "en",
		head + "“Two lamps hung on the pier, and both of them went out,” said Ana Ruiz, director at River Alliance.\n\n" +
			"“We have counted the jars, and there are too few of them.”\n\n– Tom Reed, chair, Harbor Table",
		[]string{"Ana Ruiz | director | River Alliance", "Tom Reed | chair | Harbor Table"},
		nil,
	},
	{
		"a newspaper that reports", "en",
		head + "MARLOW Courier reports: “The clerks leave by the kitchen door now, and nobody calls the mechanic.”",
		[]string{" |  | MARLOW Courier"},
		nil,
	},
	{
		"somebody who does something, saying so", "en",
		head + "Ana Ruiz came to the pier on Sunday with a kettle for everybody, saying, “My boat has waited since March. I might as well wait " +
			"here.” She stayed until dark.",
		[]string{"Ana Ruiz |  | ?"},
		has("\n\nShe stayed until dark."),
	},
	{
		"somebody known who adds in passing", "en",
		head + "Ana Ruiz, director of River Alliance, met the port on Monday.\n\nRuiz pointed at the third pier, adding: “That is where the jars " +
			"went into the water.”",
		[]string{"Ana Ruiz | director | River Alliance"},
		nil,
	},
	{
		"authors without names", "en",
		head + "“A week at the pier costs the county less than a day in court,” write the authors of the report.",
		[]string{" |  | ?"},
		has(`attribution = "write the authors of the report"`),
	},
	{
		"residents without names", "en",
		head + "“A week at the pier costs the county less than a day in court,” residents say.",
		[]string{" | residents | ?"},
		nil,
	},
	{
		"the title of a study is nobody's words", "en",
		head + "The groups rest on “Lead in the harbors of the north, its ways and its sources”, a study of 2022.",
		nil,
		nil,
	},
	{
		"an office of several words, then the surname, with the title and without", "en",
		head + "Marlow County State’s Attorney Ana O’Brien Ruiz today opened a new office on the quay.\n\n“The docks have waited for us long " +
			"enough,” Ruiz said. “We come on foot.”\n\n“Bring your papers with you,” said State’s Attorney Ruiz.",
		[]string{"Ana O’Brien Ruiz | State’s Attorney | Marlow County State’s Attorney", "Ana O’Brien Ruiz | State’s Attorney | Marlow County State’s Attorney"},
		nil,
	},
	{
		"a surname whose first name stands elsewhere, without an office", "en",
		head + "Ana Ruiz and Owen Farrell sell rope on the second pier.\n\n“What would you like to see here?” asked Farrell. He has a list.",
		[]string{"Owen Farrell |  | ?"},
		nil,
	},
	{
		"a candidate speaks for nobody", "en",
		head + "“We need each of you to come out in May,” said Owen Farrell, a registrar and candidate for Harbor Council, Place 3.",
		[]string{"Owen Farrell |  | ?"},
		nil,
	},
	{
		"somebody with an office who does something, stating", "en",
		head + "Ana Ruiz, the manager of Tidewater Phones, showed her joy at the new shop, stating, “We are glad to sell bells and whistles.”",
		[]string{"Ana Ruiz | manager | Tidewater Phones"},
		nil,
	},
	{
		"a spokesman of a company that goes unnamed", "en",
		head + "“The new crane lifts more than the old one,” said a spokesperson for the company. “It is green.”",
		[]string{" |  | ?"},
		nil,
	},
	{
		"words cut off from their clause by the line", "en",
		head + "“The docks have waited for us long enough,”\nOwen Farrell of River Alliance said\n. “We come on foot.”\n\nThe port closes at five.",
		[]string{"Owen Farrell |  | River Alliance"},
		has("long enough, {said} We come on foot."),
	},
	{
		"a clause on a line of its own, where each paragraph is a line", "en",
		"Harbor groups ask the port for its water tests\nNovember 20, 2026\nMARLOW — Eleven groups along the Marlow waterfront asked the " +
			"port today to publish all of its water tests, and gave it a month to do so before they go to court.\n“The docks have waited " +
			"for us long enough, and we have counted each of the jars that were lost on the way to the county,”\nOwen Farrell of River " +
			"Alliance\nsaid.\nThe port closes at five on each of the days of the week, and nobody answers the telephone after that hour.",
		[]string{"Owen Farrell |  | River Alliance"},
		has("\n\nThe port closes at five"),
	},
	{
		"a headline that stands again in the text", "en",
		head + "Marlow County State’s Attorney Ana Ruiz Opens a New Office on the Quay\n\n“The docks have waited for us long enough,” Ruiz said.",
		[]string{"Ana Ruiz |  | ?"},
		lacks("Ana Ruiz Opens\""),
	},
	{
		"a first name alone with its organisation", "en",
		head + "“We come as fast as we can,” says Owen of Tidewater Phones. “We have the parts on the truck.”\n\n“We stand behind our work,” says Owen.",
		[]string{"Owen |  | Tidewater Phones", "Owen |  | Tidewater Phones"},
		nil,
	},
	{
		"a place in an office is no organisation of a first name", "en",
		head + "“We come as fast as we can,” said Parliament of the North.",
		nil,
		nil,
	},
}

func TestVoices(t *testing.T) {
	kept := heldBy(t)
	for _, l := range voices {
		t.Run(l.name, func(t *testing.T) {
			r, err := kept.Import("release.txt", []byte(l.source), Options{Today: today, Language: l.lang, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r, l.quotes)
			if l.check != nil {
				l.check(t, string(r.Markdown))
			}
			nothingLost(t, l.source, r)
		})
	}
}

// What stands in quotation marks and became nobody's quote is told, with its words.
func TestWordsInMarksThatNobodyWasFoundForAreTold(t *testing.T) {
	kept := heldBy(t)
	for _, s := range []struct{ text, told string }{
		{"“A week at the pier costs the county less than a day in court,” it says there.", "A week at the pier"},
		{"“For those we need more jars and another winter.”", "For those we need more jars"},
		{"The letter says it is “a shame for the whole of the county and for the port” and ends there.", "a shame for the whole"},
		{"The groups call it “a shame”.", ""},
	} {
		r, err := kept.Import("release.txt", []byte(head+s.text), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		found := ""
		for _, u := range r.Unsure {
			if strings.Contains(u, "quotation marks") {
				found = u
			}
		}
		if !strings.Contains(found, s.told) || (s.told == "") != (found == "") {
			t.Errorf("%s: told is %q", s.text, found)
		}
	}
}
