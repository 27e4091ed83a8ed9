package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestTownsForWhichSomebodySpeaks gives whoever decides for a town the one town of which the text tells.
func TestTownsForWhichSomebodySpeaks(t *testing.T) {
	t.Parallel()
	ana := func(title, org string) Speaker { return Speaker{Name: "Ana Ruiz", Title: title, Org: org, Ok: true} }
	for _, c := range []struct {
		tag          string
		who          Speaker
		phrase, text string
		want         string
	}{
		{"es", ana("alcaldesa", ""), "", "El Ayuntamiento de Marlow pinta.", "Ayuntamiento de Marlow"},
		{"es", ana("alcaldesa", "?"), "", "El Ayuntamiento de Marlow pinta.", "Ayuntamiento de Marlow"},
		{"es", ana("alcaldesa", "Faros"), "", "El Ayuntamiento de Marlow pinta.", "Faros"},
		{"es", ana("pintora", ""), "", "El Ayuntamiento de Marlow pinta.", ""},
		{"es", Speaker{Name: "Ana Ruiz", Title: "alcaldesa"}, "", "El Ayuntamiento de Marlow pinta.", ""},
		{"es", Speaker{Title: "alcaldesa", Ok: true}, "", "El Ayuntamiento de Marlow pinta.", ""},
		{"pl", ana("alcaldesa", ""), "", "El Ayuntamiento de Marlow pinta.", ""},
		{"es", ana("alcaldesa", ""), "", "Lo dice el Ayuntamiento de ", ""},
		{"es", ana("alcaldesa", ""), "", "El Ayuntamiento de la villa pinta.", ""},
		{"es", ana("alcaldesa", ""), "", "El Ayuntamiento de Marlow pinta. El Ayuntamiento de Osval no.", ""},
		{"es", ana("alcaldesa", ""), "", "El Ayuntamiento de Marlow pinta. El Ayuntamiento de Marlow no.", "Ayuntamiento de Marlow"},
		{"es", ana("alcaldesa", ""), "", "El Ayuntamiento de Marlow pinta. El Ayuntamiento del Marlow no.", "Ayuntamiento de Marlow"},
		{"es", ana("alcaldesa", ""), "", "El barco de Marlow pinta.", ""},
		{"es", ana("alcaldesa de Osval", ""), "", "El barco pinta.", "Osval"},
		{"es", ana("alcaldesa de Osval", ""), "", "El Ayuntamiento de Marlow pinta.", ""},
		{"es", ana("alcaldesa de Marlow", ""), "", "El Ayuntamiento de Marlow pinta.", "Ayuntamiento de Marlow"},
		{"es", ana("alcaldesa de Marlow", ""), "", "El Ayuntamiento de Marlow Alto pinta.", "Ayuntamiento de Marlow Alto"},
		{"es", ana("alcaldesa de Marlow", ""), "", "El Ayuntamiento de Marlowia pinta.", ""},
		{"es", ana("concejala de Cultura", ""), "", "El Ayuntamiento de Marlow pinta.", "Ayuntamiento de Marlow"},
		{"es", ana("alcaldesa", ""), "la alcaldesa de Osval Ana Ruiz", "El Ayuntamiento de Marlow pinta.", ""},
		{"es", ana("alcaldesa", ""), "Ana Ruiz de Osval", "El Ayuntamiento de Marlow pinta.", "Ayuntamiento de Marlow"},
		{"de", ana("Bürgermeisterin", ""), "", "Die Stadt Marlow, sagt sie, Osten.", "Stadt Marlow"},
		{"de", ana("Bürgermeisterin", ""), "", "Die Stadt Marlow Kaimauern baut.", "Stadt Marlow"},
		{"de", ana("Oberbürgermeister", ""), "", "Die Gemeinde Marlow.", "Gemeinde Marlow"},
		{"fr", ana("maire", ""), "", "Le conseil municipal de Marlow vote.", "Ville de Marlow"},
		{"fr", ana("maire", ""), "", "Ainsi Conseil municipal de Marlow vote.", "Ville de Marlow"},
		{"fr", ana("maire", ""), "", "La Ville d’Osval vote.", "Ville d’Osval"},
		{"fr", ana("maire", ""), "", "La Mairie d'Osval vote.", "Mairie d'Osval"},
		{"fr", ana("maire", ""), "", "La Commune du Marlow vote.", "Commune du Marlow"},
		{"fr", ana("maire", ""), "", "La Ville des Marlow vote.", "Ville des Marlow"},
		{"it", ana("sindaca", ""), "", "Il Comune di Marlow vota.", "Comune di Marlow"},
		{"pt", ana("prefeita", ""), "", "A Prefeitura de Marlow vota.", "Prefeitura de Marlow"},
		{"pt", ana("prefeita", ""), "", "A Prefeitura Municipal do Marlow vota.", "Prefeitura Municipal do Marlow"},
		{"nl", ana("wethouder", ""), "", "De gemeente Marlow stemt.", "gemeente Marlow"},
		{"nl", ana("burgemeester", ""), "", "Gemeente Marlow stemt.", "Gemeente Marlow"},
	} {
		who := paragraphsIn(c.tag, c.text).townOf(c.who, c.phrase)
		if who.Org != c.want {
			t.Errorf("%s %s: %s: %q", c.tag, c.who.Title, c.text, who.Org)
		}
		found := len(who.Org) > len("Marlow") && who.Org != "Faros"
		if strings.Contains(who.Unsure, "taken to be "+who.Org+", of") != found {
			t.Errorf("%s: %q", c.text, who.Unsure)
		}
	}
	for _, where := range []Copy{
		{Letterhead: []string{"Ayuntamiento de Marlow"}},
		{Contacts: []prose.Contact{{Org: "Ayuntamiento de Marlow"}}},
		{Contacts: []prose.Contact{{Name: "Ayuntamiento de Marlow"}}},
	} {
		d := drafted("es")
		d.Letterhead, d.Contacts = where.Letterhead, where.Contacts
		if who := d.townOf(ana("alcalde", ""), ""); who.Org != "Ayuntamiento de Marlow" {
			t.Errorf("%v: %q", where.Letterhead, who.Org)
		}
	}
}

// TestOfficesOfATown reads each office of those who speak for one.
func TestOfficesOfATown(t *testing.T) {
	t.Parallel()
	for tag, c := range map[string]struct{ text, offices, none string }{
		"fr": {
			"La Ville de Marlow.",
			`maire, Maire, adjointe, adjoint, adjoint à la mer, première adjointe, premiere adjointe, premier adjoint, maire-adjointe,
				maire-adjoint, conseiller municipal, conseillère municipale, conseillère municipale déléguée`,
			"conseiller, conseillère régionale, adjointes",
		},
		"es": {
			"El Ayuntamiento de Marlow.", "alcaldesa, alcalde, concejal, concejala, edil, edila, Alcaldesa",
			"alcaldes, subalcalde, concejalas, edilas",
		},
		"it": {
			"Il Comune di Marlow.", "sindaco, sindaca, vicesindaco, vicesindaca, assessore, assessora, Assessora alla mare",
			"sindachi, assessori",
		},
		"pt": {
			"A Prefeitura de Marlow.",
			`prefeito, prefeita, vice-prefeito, vice-prefeita, secretária de mar, secretário da mar, secretária do mar, secretária municipal
				de mar`, "secretária, secretária em mar, prefeitos, viceprefeito",
		},
		"nl": {"De gemeente Marlow.", "wethouder, burgemeester, Wethouder", "wethouders, raadslid, locoburgemeester"},
		"de": {
			"Die Stadt Marlow.", "Bürgermeister, Bürgermeisterin, Oberbürgermeister, Oberbürgermeisterin",
			"Altbürgermeister, Bürgermeisterinnen",
		},
	} {
		for i, list := range []string{c.offices, c.none} {
			for _, office := range strings.Split(strings.Join(strings.Fields(list), " "), ", ") {
				who := paragraphsIn(tag, c.text).townOf(Speaker{Name: "Ana Ruiz", Title: office, Ok: true}, "")
				if got := who.Org != ""; got != (i == 0) {
					t.Errorf("%s %s: %q", tag, office, who.Org)
				}
			}
		}
	}
}

// TestBodiesWithoutWhereTheyAre takes the place off the name of one, in its language.
func TestBodiesWithoutWhereTheyAre(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"de", "RBB im Land", "", "RBB"},
		{"de", "RBB vor Ort", "", "RBB"},
		{"de", "RBB im Kreis", "", "RBB"},
		{"de", "RBB auf Landesebene", "", "RBB"},
		{"de", "kai im Land", "", "kai im Land"},
		{"de", "RBB im Haus", "", "RBB im Haus"},
		{"es", "RBB im Land", "", "RBB im Land"},
		{"fr", "Rives Vives à Marlow", "", "Rives Vives"},
		{"fr", "Rives à Saint-Val", "", "Rives"},
		{"de", "Rives Vives à Marlow", "", "Rives Vives à Marlow"},
		{"fr", "Rives à marlow", "", "Rives à marlow"},
		{"fr", "rives à Marlow", "", "rives à Marlow"},
		{"fr", "Rives à Marlow", "Rives à Marlow. Rives à Marlow.", "Rives à Marlow"},
		{"fr", "Rives à Marlow", "Rives à Marlow.", "Rives"},
		{"fr", "Rives Vives", "", "Rives Vives"},
	} {
		if got := paragraphsIn(c[0], c[2]).withoutPlace(c[1]); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestFirstNamesAlone reads a first name with whom somebody is of or what they are behind its comma.
func TestFirstNamesAlone(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"pt", "Ana", "da direção do LMN", "Ana|direção|LMN"},
		{"pt", " Ana ", " da direção do LMN ", "Ana|direção|LMN"},
		{"pt", "Ana", "da direção do LM", "||"},
		{"pt", "Ana", "da direção da Liga Faros", "||"},
		{"pt", "Ana", "da direção da Associação Faros", "Ana|direção|Associação Faros"},
		{"pt", "Ana", "pintora do LMN", "||"},
		{"pt", "Ana", "da direção", "||"},
		{"fr", "Ana", "mère de deux enfants, à Marlow", "Ana|mère de deux enfants|?"},
		{"en", "Ana", "mère de deux enfants", "||"},
		{"de", "Ana", "Mutter von zwei Kindern", "||"},
		{"fr", "Ana", "  ", "||"},
		{"fr", "Ana Ruiz", "mère", "||"},
		{"fr", "ana", "mère", "||"},
		{"es", "Empresa", "vecina", "||"},
		{"es", "Sindicato", "vecina", "||"},
		{"es", "Ana ruiz", "vecina", "||"},
		{"es", "Colegio", "vecina", "||"},
		{"es", "Lords", "vecina", "||"},
		{"es", "Campaña", "vecina", "||"},
		{"es", "Gestern", "vecina", "||"},
		{"es", "Last", "vecina", "||"},
		{"es", "Marlow", "vecina", "||"},
		{"es", "Osval", "vecina", "Osval|vecina|?"},
		{"es", "Dijo", "vecina", "||"},
	} {
		d := drafted(c[0])
		d.Dateline = prose.Para{Text: "Marlow, 5 May"}
		who := d.firstNameAlone(c[1], c[2])
		if got := threefold(who); got != c[3] || who.Ok != (got != "||") {
			t.Errorf("%s %s, %s: %q", c[0], c[1], c[2], got)
		}
	}
	for _, what := range strings.Fields(`mère père habitant habitante riverain riveraine étudiant étudiante lycéenne élève usagère
		madre padre vecino vecina estudiante alumno alumna studente studentessa moeder vader bewoonster bewoner student mãe pai morador
		moradora aluno aluna Mutter Vater Anwohner Anwohnerin Schüler Schülerin Student Studentin 46`) {
		if got := threefold(drafted("es").firstNameAlone("Ana", what+" x")); got != "Ana|"+what+" x|?" {
			t.Errorf("%s: %q", what, got)
		}
		if got := threefold(drafted("es").firstNameAlone("Ana", what+"xx x")); got != "||" {
			t.Errorf("%sxx: %q", what, got)
		}
	}
}

// TestLeadsToSomebodyWithAnOffice needs the name and the office of somebody before a colon.
func TestLeadsToSomebodyWithAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"fr", "Même constat pour Ana Ruiz, directrice de Rives Vives", "Ana Ruiz|directrice|Rives Vives"},
		{"fr", "Même constat pour la Directrice de Rives Vives", ""},
		{"fr", "Même constat pour Ana Ruiz", ""},
		{"en", "Même constat pour Ana Ruiz, directrice de Rives Vives", ""},
	} {
		if got := foundBy(drafted(c[0]).leadsByName(c[1])); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}
