package importer

import (
	"strings"
	"testing"
)

// A minister speaks for the one ministry over the same field of which the text tells.
func TestMinistriesInSpanish(t *testing.T) {
	const visits = "El ministro de Puertos, Luis Pardo, visitó el muelle. "
	whoseOffice(t, "es", [][2]string{
		{"El Ministerio de Puertos abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Ministerio de Puertos"},
		{"El Ministerio de Puertos abre. " + visits + "{Q}, dijo Pardo.", "Luis Pardo | ministro de Puertos | Ministerio de Puertos"},
		{"El Ministerio de Puertos y Faros abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Ministerio de Puertos y Faros"},
		{"Vino el Ministerio de Puertos y Ana Vidal. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Ministerio de Puertos"},
		{"El Ministerio de Puertos Altos abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El Ministerio de Puertos Altos abre. " + visits + "{Q}, dijo Pardo.", "Luis Pardo | ministro de Puertos | ?"},
		{"El Ministerio de Puertos de Francia abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El Ministerio de Puertos de la Nación abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Ministerio de Puertos"},
		{"El Ministerio de Faros abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El Ministerio de Puertos y el ministerio de Puertos y Faros abren. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El Ministerio de Puertos abre. El ministro de Puertos, Luis Pardo, y el ministro de Faros, Juan Roca, llegan. {Q}, dijo el ministro Juan Roca.", "Juan Roca | ministro | ?"},
		{"El Ministerio de Puertos abre. Luis Pardo, ministro de Puertos, visitó el muelle. {Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Ministerio de Puertos"},
		{"El Ministerio de Puertos abre. El ex ministro de Puertos, Luis Pardo, visitó el muelle. {Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El Ministerio de Puertos abre. Luis Pardo fue ministro de Puertos y ministro de Faros. {Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El titular de Puertos abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Puertos"},
		{"Lo anuncian desde Puertos. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Puertos"},
		{"Lo dicen fuentes de Puertos. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Puertos"},
		{"Lo dice una portavoz de Puertos. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | Puertos"},
		{"El titular de Puertos Altos abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El muelle abre. " + visits + "{Q}, dijo el ministro Luis Pardo.", "Luis Pardo | ministro | ?"},
		{"El titular de Puertos abre. {Q}, dijo el ministro de Puertos de la Provincia, Luis Pardo.", "Luis Pardo | ministro de Puertos de la Provincia | Puertos"},
	})
}

// In Italian, French and Dutch the field is written small.
func TestMinistriesOverFieldsWrittenSmall(t *testing.T) {
	whoseOffice(t, "it", [][2]string{
		{"Lo annuncia il Ministro per i porti e la pesca Anna Serra. Il ministero dei porti apre il molo. {Q}, ha detto il Ministro Serra.", "Anna Serra | Ministro | ministero dei porti"},
		{"Lo annuncia il Ministro per la pesca e la nautica Anna Serra. Il Ministero della pesca apre. {Q}, ha detto il Ministro Serra.", "Anna Serra | Ministro | Ministero della pesca"},
		{"Lo annuncia il Ministro per la pesca Anna Serra. Il Ministero della difesa apre. {Q}, ha detto il Ministro Serra.", "Anna Serra | Ministro | ?"},
	})
}

func TestMinistriesInDutch(t *testing.T) {
	whoseOffice(t, "nl", [][2]string{
		{"Het ministerie van Havens opent de kade. Minister van Havens Jan Wit kwam kijken. {Q}, zei minister Jan Wit.", "Jan Wit | minister | ministerie van Havens"},
		{"Het ministerie van Bruggen opent de kade. Minister van Havens Jan Wit kwam kijken. {Q}, zei minister Jan Wit.", "Jan Wit | minister | ?"},
	})
}

func TestMinistriesInFrench(t *testing.T) {
	whoseOffice(t, "fr", [][2]string{
		{"Le ministère des Ports ouvre le quai. La ministre des Ports, Ana Vasel, est venue. {Q}, a dit la ministre Ana Vasel.", "Ana Vasel | ministre | ministère des Ports"},
		{"Le ministère des Phares ouvre le quai. La ministre des Ports, Ana Vasel, est venue. {Q}, a dit la ministre Ana Vasel.", "Ana Vasel | ministre | ?"},
	})
}

func TestMinistriesInPortuguese(t *testing.T) {
	whoseOffice(t, "pt", [][2]string{
		{"O Ministério dos Portos abre o cais. A ministra dos Portos, Ana Vale, visitou o cais. {Q}, disse a ministra Ana Vale.", "Ana Vale | ministra | Ministério dos Portos"},
	})
}

// In Dutch somebody is named behind an office without an article, and a body by the end of its name.
func TestDutchOfficesAtTheBeginningOfSentences(t *testing.T) {
	whoseOffice(t, "nl", [][2]string{
		{"Scheidend voorzitter van het Lange Oever Fonds, Jan Wit, tekende het akkoord. Jan Wit: {Q}", "Jan Wit | voorzitter | Lange Oever Fonds"},
		{"Voorzitter van het Lange Oever Fonds, Jan de Wit, tekende het akkoord. Jan de Wit: {Q}", "Jan de Wit | Voorzitter | Lange Oever Fonds"},
		{"Voormalig voorzitter van het Lange Oever Fonds, Jan Wit, tekende het akkoord. Jan Wit: {Q}", ""},
		{"Het Instituut voor Tij en Licht tekent. Daar was algemeen directeur Jan Wit van Tij en Licht, die tekende. Jan Wit: {Q}", "Jan Wit | algemeen directeur | Tij en Licht"},
		{"Het Museum Tij tekent. Daar was algemeen directeur Jan Wit van Tij en Licht, die tekende. Jan Wit: {Q}", "Jan Wit | algemeen directeur | ?"},
	})
}

// The kind of text with a month, the section of a site and the name of a site are no headlines.
func TestSitesAndSectionsAreNoHeadlines(t *testing.T) {
	kept := heldBy(t)
	const body = "\n\nMARLÁN – La barca de Marlán vuelve a cruzar el río desde el lunes, y a todos les alegra mucho el viaje.\n"
	const long = "La barca vuelve a cruzar el río"
	for head, want := range map[string]string{
		"# Communiqué de presse — Novembre 2025\n## " + long:                                      long,
		"# Medienmitteilung März 2026\n## " + long:                                                long,
		"# Nota de prensa, marzo de 2026\n## " + long:                                             long,
		"# Comunicato stampa - marzo 2026\n## " + long:                                            long,
		"# Persbericht | maart 2026\n## " + long:                                                  long,
		"# Comunicado de prensa marzo 2026 bis\n## " + long:                                       "Comunicado de prensa marzo 2026 bis",
		"# Noticias\n## " + long:                                                                  long,
		"# Noticias\n## La barca vuelve":                                                          "Noticias",
		"---\ntitle: \"Actualidad\"\nnews_title: \"" + long + "\"\n---":                           long,
		"---\ntitle: Barca\nnews_title: " + long + "\n---":                                        "Barca",
		"---\ntitle: Actualidad\nnews_title: La barca vuelve\n---":                                "Actualidad",
		"Title: Fundación Marlán\nDate: 2026-03-03\n\n## Nace la «Fundación Marlán» junto al río": "Nace la «Fundación Marlán» junto al río",
		"Title: Fundación Marlán\nDate: 2026-03-03\n\n## La Fundación Marlán hoy":                 "Fundación Marlán",
		"Title: Vuelve la barca\nDate: 2026-03-03\n\n## Vuelve la barca y todos cruzan hoy":       "Vuelve la barca",
	} {
		r, err := kept.Import("barca.md", []byte(head+body), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(r.Markdown), "headline = \""+want+"\"\n") {
			t.Errorf("%q gives\n%s", head, r.Markdown)
		}
	}
}
