package attribution

import "testing"

// What else somebody is, behind an organisation, is no part of its name.
func TestWhatElseSomebodyIsBehindAnOrganisation(t *testing.T) {
	t.Parallel()
	for language, cases := range map[string]map[string]string{
		"it": {
			"Marco Riva, ricercatore dell’Istituto Molo e primo autore dello studio":    "Marco Riva | ricercatore | Istituto Molo",
			"Anna Serra, ricercatrice dell’Istituto Molo, e prima autrice dello studio": "Anna Serra | ricercatrice | Istituto Molo",
			"Marco Riva, presidente della Lega Molo e uno dei fondatori della Marea":    "Marco Riva | presidente | Lega Molo",
			"Marco Riva, presidente della Lega Molo e uno degli inventori della Marea":  "Marco Riva | presidente | Lega Molo",
			"Anna Serra, presidente della Lega Molo e una delle voci della Marea":       "Anna Serra | presidente | Lega Molo",
			"Marco Riva, direttore della Lega Molo e Marea":                             "Marco Riva | direttore | Lega Molo e Marea",
		},
		"pt": {
			"João Vale, diretor da Liga Molhe e um dos fundadores da Maré":              "João Vale | diretor | Liga Molhe",
			"Rosa Vale, diretora da Liga Molhe e uma das fundadoras da Maré":            "Rosa Vale | diretora | Liga Molhe",
			"Rosa Vale, pesquisadora do Instituto Molhe e primeira autora do estudo":    "Rosa Vale | pesquisadora | Instituto Molhe",
			"João Vale, pesquisador do Instituto Molhe e primeiro coautor do estudo":    "João Vale | pesquisador | Instituto Molhe",
			"João Vale, pesquisador do Instituto Molhe (IM) e autor principal do livro": "João Vale | pesquisador | Instituto Molhe",
		},
		"es": {
			"Luis Pardo, director de la Liga Muelle y uno de los fundadores de Marea":    "Luis Pardo | director | Liga Muelle",
			"Ana Vidal, directora de la Liga Muelle y una de las fundadoras de Marea":    "Ana Vidal | directora | Liga Muelle",
			"Ana Vidal, investigadora del Instituto Muelle y primera autora del estudio": "Ana Vidal | investigadora | Instituto Muelle",
			"Luis Pardo, investigador del Instituto Muelle y primer autor de la obra":    "Luis Pardo | investigador | Instituto Muelle",
			"el Secretario de Cultura de la Municipalidad de Marzán, Luis Pardo":         "Luis Pardo | Secretario de Cultura | Municipalidad de Marzán",
		},
		"fr": {
			"Paul Vasel, directeur de la Ligue Rive et un des fondateurs de Marée":          "Paul Vasel | directeur | Ligue Rive",
			"Ana Vasel, directrice de la Ligue Rive et une des voix de Marée":               "Ana Vasel | directrice | Ligue Rive",
			"Paul Vasel, chercheur à l’Institut Rive et premier co-auteur de l’étude":       "Paul Vasel | chercheur | Institut Rive",
			"Ana Vasel, chercheuse à l’Institut Rive et première auteure de Marée":          "Ana Vasel | chercheuse | Institut Rive",
			"Ana Vasel, chercheuse à l’Institut Rive et principal auteur sénior de l’étude": "Ana Vasel | chercheuse | Institut Rive",
		},
	} {
		namedAs(t, draftIn(language, "Kap. Port."), cases)
	}
}
