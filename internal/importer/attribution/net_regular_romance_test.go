package attribution

import "testing"

// TestRegularWaysOfRomanceAreReadWholly asks for name, office and body, where the body begins with its noun.
func TestRegularWaysOfRomanceAreReadWholly(t *testing.T) {
	for _, c := range []struct{ lang, phrase, name, title, org string }{
		{"es", "Ana Ruiz, directora de la Cámara de Comercio de Marlos", "Ana Ruiz", "directora", "Cámara de Comercio de Marlos"},
		{"es", "Ana Ruiz, directora del colegio Las Dunas", "Ana Ruiz", "directora", "colegio Las Dunas"},
		{"es", "Ana Ruiz, portavoz del sindicato Puerto Unido", "Ana Ruiz", "portavoz", "Puerto Unido"},
		{"es", "la directora del Museo de la Cuerda, Ana Ruiz", "Ana Ruiz", "directora", "Museo de la Cuerda"},
		{"es", "Ana Ruiz, jefa de proyecto de Mujeres al Timón", "Ana Ruiz", "jefa de proyecto", "Mujeres al Timón"},
		{"es", "Ana Ruiz, directora de la Fundación Mar, que opera la línea", "Ana Ruiz", "directora", "Fundación Mar"},
		{"es", "la Dra. Ana Ruiz, directora de la Fundación Mar", "Dra. Ana Ruiz", "directora", "Fundación Mar"},
		{"es", "Ana Ruiz (Fundación Mar)", "Ana Ruiz", "", "Fundación Mar"},
		{"es", "Ana Ruiz, voluntaria – Fundación Mar", "Ana Ruiz", "voluntaria", "Fundación Mar"},
		{"fr", "Ana Ruiz, trésorière de la Fédération nationale des marins (FNM)", "Ana Ruiz", "trésorière", "Fédération nationale des marins"},
		{
			"fr", "Ana Ruiz, directrice et membre du conseil d’administration de la Fondation Mer", "Ana Ruiz",
			"directrice et membre du conseil d’administration", "Fondation Mer",
		},
		{"fr", "Ana Ruiz, directrice chez Sauvons le Quai", "Ana Ruiz", "directrice", "Sauvons le Quai"},
		{"it", "la direttrice del Teatro del Pontile Ana Ruiz", "Ana Ruiz", "direttrice", "Teatro del Pontile"},
		{
			"it", "Ana Ruiz, docente di diritto marittimo dell’Ospedale civile di Marlo", "Ana Ruiz", "docente di diritto marittimo",
			"Ospedale civile di Marlo",
		},
		{"it", "Ana Ruiz, direttrice di Tideal S.p.A", "Ana Ruiz", "direttrice", "Tideal S.p.A"},
		{"pt", "Ana Ruiz, diretora da Câmara de Comércio de Marlo", "Ana Ruiz", "diretora", "Câmara de Comércio de Marlo"},
		{"pt", "Em nome da Fundação Mar, Ana Ruiz", "Ana Ruiz", "", "Fundação Mar"},
		{"es", "Ana Ruiz, directora de Marketing de Tidewell", "", "", ""},                             // a field has a capital too
		{"es", "Ana Ruiz, directora del sindicato Marinos en Pie", "", "", ""},                         // where it is, perhaps
		{"es", "Ana Ruiz, decana de la Facultad de Derecho", "", "", ""},                               // whose it is stands elsewhere
		{"es", "Ana Ruiz, directora del Instituto del Puerto de la Universidad de Marlos", "", "", ""}, // two
		{"fr", "Ana Ruiz, présidente de la Coopérative du Val et éleveuse", "", "", ""},                // what else she is
		{"fr", "Ana Ruiz, directrice du Centre La Passerelle à Marlou", "", "", ""},                    // where it is
		{"fr", "Le port a écrit à la présidente de la Ligue des marins, Ana Ruiz", "", "", ""},         // to her
		{"fr", "Ana Ruiz, directrice du centre", "", "", ""},                                           // no name
		{"it", "la direttrice dell’Università Giovanna Morvani Ana Ruiz", "", "", ""},                  // where the name begins is not sure
		{"es", "Ana Ruiz, directora de la Fundación Mar. Claro", "", "", ""},                           // the next sentence
		{"de", "Ana Ruiz, directora de la Fundación Mar", "", "", ""},                                  // another language
	} {
		who, ok := ofTexts(c.lang, "X.").regular(c.phrase)
		if ok != (c.name != "") || who.Ok && (who.Name != c.name || who.Title != c.title || who.Org != c.org) {
			t.Errorf("%s: %q, %q, %q, %t", c.phrase, who.Name, who.Title, who.Org, ok)
		}
	}
}

// TestEndsOfNamesInRomance asks that a part of a name behind "en" is not taken for the body, and that a legal form has its last stop.
func TestEndsOfNamesInRomance(t *testing.T) {
	for _, c := range []struct{ lang, phrase, org string }{
		{"es", "Ana Ruiz, portavoz del sindicato Marinos en Pie", "?"},
		{"it", "Ana Ruiz, direttrice di Tideal S.p.A.", "Tideal S.p.A."},
	} {
		if who := ofTexts(c.lang, "X.").Parse(c.phrase); who.Org != c.org {
			t.Errorf("%s: %q", c.phrase, who.Org)
		}
	}
}
