package attribution

import "testing"

// Whoever sits in a parliament speaks for the party in brackets, or for the faction that the text names alone.
func TestMembersOfParliamentsOutsideEnglish(t *testing.T) {
	t.Parallel()
	for language, cases := range map[string]map[string]string{
		"de": {
			"der Landtagsabgeordnete Ulf Kaden (UFP)":          "Ulf Kaden | Landtagsabgeordnete | UFP",
			"Abgeordneter Dr. Ulf Kaden (Die Ufer)":            "Dr. Ulf Kaden | Abgeordneter | Die Ufer",
			"die Kapwalder Abgeordnete Jana von Holm (UFP-KW)": "Jana von Holm | Abgeordnete | UFP",
			"Nationalrätin Jana Holm (UFP/KW)":                 "Jana Holm | Nationalrätin | UFP",
			"Ständerat Ulf Kaden (UFP)":                        "Ulf Kaden | Ständerat | UFP",
			"Gemeinderat Ulf Kaden (UFP)":                      "Ulf Kaden | Gemeinderat | UFP",
			"Stadträtin Jana Holm (UFP)":                       "Jana Holm | Stadträtin | UFP",
			"Kantonsrat Ulf Kaden (UFP)":                       "Ulf Kaden | Kantonsrat | UFP",
			"Abgeordneter Ulf Kaden (Wahlkreis 12)":            "Ulf Kaden | Abgeordneter | ",
			"Abgeordneter Ulf Kaden (UFP, Kap)":                "Ulf Kaden | Abgeordneter | ",
			"Kapitän Ulf Kaden (Ufer)":                         "Ulf Kaden | Kapitän | ",
			"die Kapwalder Bürgermeisterin Jana Holm":          "Jana Holm | Bürgermeisterin | ?",
			"die Kapwalder Landtagsabgeordnete Jana Holm":      "Jana Holm | Landtagsabgeordnete | ?",
		},
		"fr": {
			"la députée Ana Vasel (Rive libre)":          "Ana Vasel | députée | Rive libre",
			"le député Paul Vasel (RL)":                  "Paul Vasel | député | RL",
			"l’eurodéputée Ana Vasel (RL)":               "Ana Vasel | eurodéputée | RL",
			"la sénatrice Ana Vasel (RL)":                "Ana Vasel | sénatrice | RL",
			"le sénateur Paul Vasel (RL)":                "Paul Vasel | sénateur | RL",
			"la conseillère nationale Ana Vasel (RL/VD)": "Ana Vasel | conseillère nationale | RL",
			"le conseiller national Paul Vasel (RL)":     "Paul Vasel | conseiller national | RL",
			"le conseiller d’État Paul Vasel (RL)":       "Paul Vasel | conseiller d’État | RL",
		},
		"es": {"la senadora Ana Vidal (Partido del Muelle)": "Ana Vidal | senadora | Partido del Muelle"},
		"it": {"il consigliere regionale Marco Riva (Lista Molo)": "Marco Riva | consigliere regionale | Lista Molo"},
		"pt": {"o deputado João Vale (PM-SP)": "João Vale | deputado | PM"},
		"nl": {"het Kamerlid Jan de Wit (Oever)": "Jan de Wit | kamerlid | Oever"},
	} {
		namedAs(t, draftIn(language, "Kap. Port."), cases)
	}
}

// A mayor speaks for the town that the office names.
func TestMayorsOfTheTownsThatTheirOfficesName(t *testing.T) {
	t.Parallel()
	for language, cases := range map[string]map[string]string{
		"de": {
			"Jana Holm, Bürgermeisterin von Kapwalden":       "Jana Holm | Bürgermeisterin | Kapwalden",
			"Ulf Kaden, Oberbürgermeister von Bad Kapwalden": "Ulf Kaden | Oberbürgermeister | Bad Kapwalden",
			"Ulf Kaden, Landrat von Kapwalden":               "Ulf Kaden | Landrat von Kapwalden | ?",
		},
		"fr": {
			"Ana Vasel, maire de Saint-Val sur Rive":    "Ana Vasel | maire | Saint-Val sur Rive",
			"Ana Vasel, maire d’Osval":                  "Ana Vasel | maire | Osval",
			"Paul Vasel, adjoint au maire de Saint-Val": "Paul Vasel | adjoint au maire de Saint-Val | ?",
		},
		"es": {
			"la alcaldesa de Puerto de la Torre, Ana Vidal": "Ana Vidal | alcaldesa | Puerto de la Torre",
			"el alcalde de Marzán, Luis Pardo":              "Luis Pardo | alcalde | Marzán",
		},
		"it": {
			"Anna Serra, sindaca di Valmola":      "Anna Serra | sindaca | Valmola",
			"il sindaco di Valmola, Marco Riva":   "Marco Riva | sindaco | Valmola",
			"l’assessora alla Cultura Anna Serra": "Anna Serra | assessora alla Cultura | ",
		},
		"pt": {
			"João Vale, prefeito de Rio Molhe": "João Vale | prefeito | Rio Molhe",
			"Rosa Vale, prefeita do Molhe":     "Rosa Vale | prefeita | Molhe",
		},
		"nl": {"Jan de Wit, burgemeester van Oeverdam": "Jan de Wit | burgemeester | Oeverdam"},
	} {
		namedAs(t, draftIn(language, "Kap. Port."), cases)
	}
}

// Two offices with "and" between before a name are one person's.
func TestTwoTitlesBeforeANameOutsideEnglish(t *testing.T) {
	t.Parallel()
	for language, cases := range map[string]map[string]string{
		"de": {
			"Gründerin und CEO Jana Holm":                       "Jana Holm | Gründerin und CEO | ",
			"die Gründerin und Leiterin Jana Holm, Kapstiftung": "Jana Holm | Gründerin und Leiterin | Kapstiftung",
			"Taucherin und Freundin Jana Holm":                  " |  | ",
		},
		"fr": {"le fondateur et directeur Paul Vasel": "Paul Vasel | fondateur et directeur | "},
		"es": {"la fundadora y directora Ana Vidal": "Ana Vidal | fundadora y directora | "},
		"it": {"il fondatore e presidente Marco Riva": "Marco Riva | fondatore e presidente | "},
		"nl": {"oprichter en directeur Jan de Wit": "Jan de Wit | oprichter en directeur | "},
	} {
		namedAs(t, draftIn(language, "Kap. Port."), cases)
	}
}
