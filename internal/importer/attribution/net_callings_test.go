package attribution

import (
	"regexp"
	"strings"
	"testing"
)

// anyCompound is a noun that German has with any field before it.
var anyCompound = regexp.MustCompile(`(?:iker|ikerin|ologe|ologin|ólog[oa])$`)

// TestNounsForWhoSpokeLast reads each noun by which a text calls somebody whose office says so, and each such office.
func TestNounsForWhoSpokeLast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ nouns, office, noun, offices string }{
		{
			`chercheur, chercheuse, scientifique, universitaire, investigador, investigadora, científico, científica, ricercatore, ricercatrice,
			scienziato, scienziata, studioso, studiosa, docente, pesquisador, pesquisadora, cientista, professor, professora, profesor,
			profesora, professeur, professeure, professore, professoressa, enseignant, enseignante, onderzoekster, onderzoeker, wetenschapper,
			hoogleraar, forscher, forscherin, wissenschaftler, wissenschaftlerin, chemiker, chemikerin, biologe, biologin, expert, experta,
			experto, experte, expertin, especialista, spécialiste, autor, autora, auteur, auteure, autrice, autore, biólogo, bióloga,
			biologiste, bioloog, químico, química`, "professor", "docente",
			`chercheuse, scientifique, professeure, profesora, professore, investigadora, científica, catedrática, doctora, docente, ricercatrice,
			scienziata, pesquisadora, cientista, onderzoeker, hoogleraar, wetenschapper, Forscherin, Wissenschaftlerin, biologist, bióloga,
			química, chemist, physicien, física, physicist, expert, especialista, spécialiste, directrice de recherche, directeur de recherche,
			maître de conférences, maîtresse de conférences, autora, auteur, autrice, Klimaforscherin, Literaturwissenschaftler, Geologin,
			Mathematiker, Physikprofessorin`,
		},
		{
			`dirigeante, dirigeant, responsable, responsabile, responsável, directivo, directiva, empresario, empresaria, entrepreneur,
			entrepreneure, imprenditore, imprenditrice, dirigente, dirigenta, manager, ondernemer, unternehmer, unternehmerin, fondateur,
			fondatrice, fundador, fundadora, topman, topvrouw`, "director", "manager",
			`présidente, presidente, directeur, directrice, directora, directora adjunta, direttore, direttrice, diretora, PDG, CEO, gérante, gerente,
			cofondatrice, fondateur, fundadora, amministratrice, consejera delegada, consejero delegado, administradora, Geschäftsführerin,
			Gründer, secretaria, segretaria, secrétaire, delegada, responsable, vocera, portavoz, porte-parole, coordinadora, coordenadora,
			bestuurder, oprichter, líder, dirigente`,
		},
		{
			`legislador, legisladora, regidor, regidora, edil, edila, primer edil, primera edil, élu, élue, édile, première magistrate,
			premier magistrat, primo cittadino, prima cittadina, autarca, gestor, gestora, político, política, parlementaire, parlamentario,
			parlamentaria, parlamentar, politico, politica, mandatario, mandataria, primer mandatario, gobernante, governante, jerarca,
			gouverneur, bewindsman, bewindsvrouw, rathauschef, rathauschefin`, "alcaldesa", "edil",
			`alcalde, concejala, regidora, diputada, maire, adjointe, adjoint, sénatrice, députée, conseillère, sindaca, assessora, consigliera,
			deputata, senator, prefeita, vereadora, deputada, presidente da câmara, ministra, gobernadora, governadora, intendente,
			vicepresidenta, presidente de la república, president de la república, presidente da junta, wethouder, burgemeester,
			staatssecretaris, Bürgermeisterin, Oberbürgermeister`,
		},
		{
			`activista, ativista, attivista, militant, militante`, "militante", "activista",
			`présidente, presidente, secretaria, segretaria, secrétaire, coordinadora, coordenadora, vocera, portavoz, porte-parole, fundadora,
			fondatrice, dirigente, miembro, membro, membre, voluntaria, volontaria, activista, ativista, attivista, militante`,
		},
		{
			`ejecutivo, ejecutiva, alto ejecutivo, alta executiva, executivo, executiva`, "gerente", "ejecutiva",
			`gerente, presidenta, vicepresidenta, vice-presidente, directora, director, diretor, diretora, CEO, cofundadora, fundadora,
			administradora, consejera delegada, consejero delegado`,
		},
		{
			`autoridad, autoridade, autorità, autorité, funcionario, funcionaria, esponente`, "alcaldesa", "autoridad",
			`alcalde, ministra, secretaria, subsecretaria, gobernadora, governadora, intendente, seremi, delegada, sindaca, assessora, prefeita,
			consigliera, deputata, senatore, capogruppo, segretaria, préfet, diputada, director general`,
		},
		{
			`letrado, letrada, jurista`, "abogada", "jurista",
			`abogada, letrada, jurista, asesor jurídico, asesora jurídica, director del área jurídica, directora jurídica, responsable del área jurídica,
			advogada, avvocata`,
		},
		{
			`sindicalista, syndicaliste, vakbondsman, vakbondsvrouw, vakbondsvoorman, bondsvoorman, voorman, gewerkschafter, gewerkschafterin,
			avocat, avocate, abogado, abogada, avvocato, avvocata, advogado, advogada`, "secretaria", "sindicalista",
			`secretaria, segretaria, secrétaire, bestuurder, voorzitter, Vorsitzende, Verhandlungsführer, abogada, avocate, avvocata, advogada,
			delegada, déléguée`,
		},
	} {
		reads := func(noun, office string) bool {
			d := drafted("es")
			d.Known = []Speaker{{Name: "Ana Ruiz", Title: office, Org: "Ríos Vivos", Ok: true}}
			article := "la "
			if hisOffice.MatchString(office) {
				article = "el "
			}
			who, ok := d.calling(article + noun)
			return ok && who.Name == "Ana Ruiz"
		}
		words := func(s string) []string { return strings.Split(strings.Join(strings.Fields(s), " "), ", ") }
		for _, noun := range words(c.nouns) {
			if !reads(noun, c.office) {
				t.Errorf("%q is nobody who was called %q", noun, c.office)
			}
			for _, s := range []string{noun + "x", "x" + noun} {
				if reads(s, c.office) && !anyCompound.MatchString(s) {
					t.Errorf("%q is somebody who was called %q", s, c.office)
				}
			}
		}
		for _, office := range words(c.offices) {
			if !reads(c.noun, office) {
				t.Errorf("%q is nobody who was called %q", c.noun, office)
			}
		}
		if reads(c.noun, "pintora") || reads("pintora", c.office) {
			t.Errorf("%q and %q are taken for a painter", c.noun, c.office)
		}
	}
}

// TestCallingsOfWhoeverLeadsATown reads an office that goes on with the body that it is of.
func TestCallingsOfWhoeverLeadsATown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		title, org string
		want       bool
	}{
		{"presidente", "Câmara de Marlow", true}, {"presidente", "Junta de Marlow", true}, {"presidente", "Liga de Marlow", false},
	} {
		d := drafted("pt")
		d.Known = []Speaker{{Name: "Ana Vale", Title: c.title, Org: c.org, Ok: true}}
		if _, ok := d.calling("a autarca"); ok != c.want {
			t.Errorf("%s da %s: %t", c.title, c.org, ok)
		}
	}
}

// TestNounsForWhoWasToldOf reads each noun by which an English text calls whom the sentence before is about.
func TestNounsForWhoWasToldOf(t *testing.T) {
	t.Parallel()
	var all []string
	for _, noun := range strings.Fields(`46-year-old midfielder striker defender goalkeeper winger forward captain batsman bowler cyclist runner swimmer
		boxer prelate bishop cardinal archbishop cleric pastor priest rabbi imam don academic scholar scientist researcher professor historian
		economist biologist lawmaker legislator senator congressman congresswoman councillor politician singer songwriter actor actress author
		writer novelist poet artist painter sculptor filmmaker photographer composer executive entrepreneur founder teenager pensioner
		grandmother grandfather farmer fisherman lawyer barrister solicitor unionist`) {
		all = append(all, "the "+noun)
	}
	for _, phrase := range append(all, "The pastor", "the Marlow-based pastor", "The Marlow-based pastor", "the former pastor", "The former pastor",
		"the retired pastor", "the veteran pastor", "the young pastor", "the labor leader", "the labour leader") {
		d := drafted("en")
		d.Known = []Speaker{{Name: "Ana Ruiz", Title: "president", Org: "Rivers Trust", Ok: true}}
		if who, ok := d.calledByKind(phrase); !ok || who.Name != "Ana Ruiz" {
			t.Errorf("%q is nobody", phrase)
		}
	}
	for _, phrase := range []string{"the pilot", "a pastor", "the pastors", "the old pastor", "the pastor of Marlow", "pastor"} {
		d := drafted("en")
		d.Known = []Speaker{{Name: "Ana Ruiz", Title: "president", Org: "Rivers Trust", Ok: true}}
		if who, ok := d.calledByKind(phrase); ok {
			t.Errorf("%q is %s", phrase, who.Name)
		}
	}
}
