package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestSeveralWhoSpeakTogether reads each noun for people who speak together, without a name.
func TestSeveralWhoSpeakTogether(t *testing.T) {
	t.Parallel()
	for _, noun := range strings.Fields(`organisatoren organisatorinnen veranstalter veranstalterinnen initiatoren initiatorinnen
		verantwortlichen autoren autorinnen forscher forscherinnen betreiber betreiberinnen anwohner anwohnerinnen gründer gründerinnen
		organisateurs organisatrices initiateurs initiatrices auteurs autrices chercheurs chercheuses habitants habitantes riverains
		riveraines fondateurs fondatrices organizadores organizadoras impulsores impulsoras promotores promotoras autores autoras
		investigadores investigadoras vecinos vecinas trabajadores trabajadoras fundadores fundadoras responsables organizzatori
		organizzatrici promotori promotrici autori autrici ricercatori ricercatrici residenti lavoratori lavoratrici fondatori fondatrici
		pesquisadores pesquisadoras moradores moradoras trabalhadores trabalhadoras responsáveis initiatiefnemers onderzoekers bewoners
		oprichters`) {
		for _, phrase := range []string{"las " + noun, "las " + noun + " del puerto", "las " + noun + " de Marlow y de Osval"} {
			if got := foundBy(drafted("es").inPlural(phrase)); got != "|"+strings.TrimPrefix(phrase, "las ")+"|?" {
				t.Errorf("%s: %q", phrase, got)
			}
		}
		for _, phrase := range []string{noun, "mis " + noun, "las " + noun + "x", "las " + noun + ", todas", "las " + noun + " Ana Ruiz"} {
			if got := foundBy(drafted("es").inPlural(phrase)); got != "" {
				t.Errorf("%s: %q", phrase, got)
			}
		}
		if got := foundBy(drafted("en").inPlural("las " + noun)); got != "" {
			t.Errorf("%s in English: %q", noun, got)
		}
	}
	for _, article := range strings.Fields("die les los las gli le i os as de") {
		if got := foundBy(drafted("es").inPlural(article + " Vecinos")); got != "|Vecinos|?" {
			t.Errorf("%s: %q", article, got)
		}
	}
}

// TestSurnamesOfSeveralWords gives one the first name that the text has with it, or that of somebody who is known.
func TestSurnamesOfSeveralWords(t *testing.T) {
	t.Parallel()
	for _, c := range [][5]string{ // language, the surname, the text, who is known, and the name in full
		{"es", "Ruiz Vale", "Llegó Ana Ruiz Vale.", "", "Ana Ruiz Vale"},
		{"es", "Ruiz de Vale", "Llegó Ana Ruiz de Vale.", "", "Ana Ruiz de Vale"},
		{"es", "Ruiz de la Vale", "Llegó Ana Ruiz de la Vale.", "", "Ana Ruiz de la Vale"},
		{"es", "Ruiz del Vale", "Llegó Ana Ruiz del Vale.", "", "Ana Ruiz del Vale"},
		{"pt", "Ruiz da Vale", "Veio Ana Ruiz da Vale.", "", "Ana Ruiz da Vale"},
		{"pt", "Ruiz dos Vale", "Veio Ana Ruiz dos Vale.", "", "Ana Ruiz dos Vale"},
		{"es", "Ruiz Vale", "", "Ana Ruiz Vale", "Ana Ruiz Vale"},
		{"es", "Ruiz Vale", "Llegó Ana Ruiz Vale.", "Ruiz Vale", ""},
		{"es", "Ruiz Vale", "Ruiz Vale llegó.", "", ""},
		{"es", "Ruiz Vale Otero", "Llegó Ana Ruiz Vale Otero.", "", ""},
		{"fr", "Ruiz Vale", "Voici Ana Ruiz Vale.", "", ""},
		{"en", "De Ruiz", "Here is Ana De Ruiz.", "", ""},
		{"en", "De Ruiz", "", "Ana De Ruiz", "Ana De Ruiz"},
		{"nl", "De Ruiz", "Hier is Ana De Ruiz.", "", "Ana De Ruiz"},
		{"de", "von der Osten", "Hier ist Ana von der Osten.", "", "Ana von der Osten"},
	} {
		d := paragraphsIn(c[0], c[2])
		if c[3] != "" {
			d.Known = []Speaker{{Name: c[3]}}
		}
		if who, ok := d.surnameWhole(c[1]); ok != (c[4] != "") || ok && who.Name != c[4] || who.Ok != ok {
			t.Errorf("%s %s: %s: %q, %t", c[0], c[1], c[2], who.Name, ok)
		}
	}
	for tag, list := range map[string]string{
		"nl": "De, Van, Van de, Van den, Van der, Vande, Ten, Ter, Al, El, Bin, Ben, Abu, Di, Da, La, Le, Del, Von, St, St.",
		"de": "Von, von, Von der, von der, Von dem, von dem, Zu, zu, Zur, zur, Van, van, Van der, van der, De, de, Di, di",
	} {
		for _, particle := range strings.Split(list, ", ") {
			d := drafted(tag)
			d.Known = []Speaker{{Name: "Ana " + particle + " Ruiz"}}
			if who, ok := d.surnameWhole(particle + " Ruiz"); !ok || who.Name != "Ana "+particle+" Ruiz" {
				t.Errorf("%s %s: %q, %t", tag, particle, who.Name, ok)
			}
			if who, ok := d.surnameWhole(particle + "x Ruiz"); ok {
				t.Errorf("%s %sx: %q, %t", tag, particle, who.Name, ok)
			}
		}
	}
}

// TestFirstNamesBeforeTwoSurnames finds the one that the text has there, and nothing else that stands there.
func TestFirstNamesBeforeTwoSurnames(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"es", "Ruiz Vale", "Llegó Ana Ruiz Vale.", "Ana Ruiz Vale"},
		{"es", "Ruiz Vale", "Ana Ruiz Vale llegó. Ana Ruiz Vale pinta.", "Ana Ruiz Vale"},
		{"es", "Ruiz Vale", "Ana Ruiz Vale llegó. Eva Ruiz Vale pinta.", ""},
		{"es", "Ruiz Vale", "Llegó Ana Ruiz Valeria.", ""},
		{"es", "Ruiz Vale", "Llegó Ana Ruiz Vale-Otero.", ""},
		{"es", "Ruiz Vale", "Last Ruiz Vale llegó. Ana Ruiz Vale pinta.", "Ana Ruiz Vale"},
		{"es", "Ruiz Vale", "Gestern Ruiz Vale llegó. Ana Ruiz Vale pinta.", "Ana Ruiz Vale"},
		{"es", "Ruiz Vale", "Presidente Ruiz Vale llegó.", ""},
		{"es", "Ruiz Vale", "Dijo Ruiz Vale.", ""},
		{"de", "von Osten", "Hafensprecher von Osten kam.", ""},
		{"de", "von Osten", "Hafen von Osten kam.", "Hafen von Osten"},
		{"es", "Ruiz Vale", "Ruiz Vale llegó.", ""},
	} {
		if got := paragraphsIn(c[0], c[2]).withFirstName(c[1]); got != c[3] {
			t.Errorf("%s: %s: %q", c[1], c[2], got)
		}
	}
}

// TestBodiesBehindAnArticle takes what reads as a name for a body behind an article, where nothing says otherwise.
func TestBodiesBehindAnArticle(t *testing.T) {
	t.Parallel()
	for _, c := range [][5]string{ // language, the phrase, the name read, who is known, and who that is
		{"de", "der Rat der Häfen", "Rat der Häfen", "", "||Rat der Häfen"},
		{"de", "Der Rat des Hafens", "Rat des Hafens", "", "||Rat des Hafens"},
		{"de", "die Halle für Segel", "Halle für Segel", "", "||Halle für Segel"},
		{"de", "die Städtische Halle", "Städtische Halle", "", "||Städtische Halle"},
		{"de", "die Ehrliche Segel-Halle", "Ehrliche Segel-Halle", "", "||Ehrliche Segel-Halle"},
		{"de", "die Marlow Stiftung", "Marlow Stiftung", "", "||Marlow Stiftung"},
		{"de", "die Alte Halle", "Alte Halle", "", "Alte Halle||"},
		{"de", "der Rat von Häfen", "Rat von Häfen", "", "Rat von Häfen||"},
		{"nl", "de Verenigde Havens", "Verenigde Havens", "", "||Verenigde Havens"},
		{"nl", "de Ruit van Osten", "Ruit van Osten", "", "Ruit van Osten||"},
		{"nl", "de Raad des Havens", "Raad des Havens", "", "Raad des Havens||"},
		{"nl", "de Vereniging van Osten", "Vereniging van Osten", "", "||Vereniging van Osten"},
		{"fr", "le Rat der Häfen", "Rat der Häfen", "", "Rat der Häfen||"},
		{"de", "unser Rat der Häfen", "Rat der Häfen", "", "Rat der Häfen||"},
		{"de", "der alte Rat der Häfen", "Rat der Häfen", "", "Rat der Häfen||"},
		{"de", "der Rat der Häfen tagt", "Rat der Häfen", "", "Rat der Häfen||"},
		{"de", "der Rat der Häfen", "Rat der Häfen", "Rat der Häfen", "Rat der Häfen||"},
		{"de", "der Sprecher der Häfen", "Sprecher der Häfen", "", "Sprecher der Häfen||"},
		{"de", "die Stiftung", "Stiftung", "", "Stiftung||"},
		{"de", "die Winzerin Ana Ruiz", "Winzerin Ana Ruiz", "", "Ana Ruiz|Winzerin|"},
		{"de", "die Winzerin Ana Ruiz vom Kai", "Winzerin Ana Ruiz", "", "Ana Ruiz|Winzerin|"},
		{"de", "die alte Winzerin Ana Ruiz", "Winzerin Ana Ruiz", "", "Winzerin Ana Ruiz||"},
		{"fr", "le Musée Faros", "Musée Faros", "", "Musée Faros||"},
		{"nl", "die Winzerin Ana Ruiz vom Kai", "Winzerin Ana Ruiz", "", "Winzerin Ana Ruiz||"},
		{"de", "die Winzerin Ana", "Winzerin Ana", "", "Winzerin Ana||"},
		{"de", "die Lampe Ana Ruiz", "Lampe Ana Ruiz", "", "Lampe Ana Ruiz||"},
	} {
		d := drafted(c[0])
		d.Known = []Speaker{{Name: c[3]}}
		if got := threefold(d.behindArticle(Speaker{Name: c[2], Ok: true}, c[1])); got != c[4] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, who := range []Speaker{{Name: "Rat der Häfen"}, {Name: "Rat der Häfen", Title: "Sprecher", Ok: true}} {
		if got := drafted("de").behindArticle(who, "der Rat der Häfen"); got != who {
			t.Errorf("%v: %v", who, got)
		}
	}
}

// TestBodiesThatSpeakThemselves reads what leads to one in Spanish and in Italian.
func TestBodiesThatSpeakThemselves(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"es", "desde Ríos Vivos", "||Ríos Vivos"},
		{"it", "desde Ríos Vivos", ""},
		{"pt", "desde Ríos Vivos", ""},
		{"es", "desde Ríos Vivos ayer", ""},
		{"es", "desde el río", ""},
		{"es", "para Ríos Vivos", ""},
		{"es", "dalla Lega Fiumi", ""},
		{"it", "dalla Lega Fiumi", "||Lega Fiumi"},
		{"it", "dal Museo Fiumi", "||Museo Fiumi"},
		{"it", "all’Istituto Fiumi", ""},
		{"it", "dall’Istituto Fiumi", "||Istituto Fiumi"},
		{"it", "dall'Istituto Fiumi", "||Istituto Fiumi"},
		{"it", "dai Fiumi", "||Fiumi"},
		{"it", "dagli Fiumi", "||Fiumi"},
		{"it", "dalle Rive", "||Rive"},
		{"it", "dallo Istituto Fiumi", "||Istituto Fiumi"},
		{"it", "dalla riva", ""},
		{"it", "di Fiumi", ""},
		{"es", "desde Marlow Committees", ""},
	} {
		if got := foundBy(drafted(c[0]).fromWithin(c[1])); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestWhomATextNamesBehindAnOffice notes somebody of whom it says which office they have.
func TestWhomATextNamesBehindAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, the text, who is known, and who is noted
		{"es", "Ana Ruiz es presidenta de Ríos Vivos.", "", "Ana Ruiz|presidenta|Ríos Vivos"},
		{"es", "Llueve. Ana Ruiz es la presidenta de Ríos Vivos.", "", "Ana Ruiz|presidenta|Ríos Vivos"},
		{"es", "Hoy Ana Ruiz es presidenta de Ríos Vivos.", "", ""},
		{"es", "Ana Ruiz es presidenta de Ríos Vivos.", "Ana Ruiz", "Ana Ruiz||"},
		{"es", "Ana Ruiz es vecina de Ríos Vivos.", "", ""},
		{"es", "Ana Ruiz es hija de la presidenta de Ríos Vivos.", "", ""},
		{"en", "Ana Ruiz est presidenta de Ríos Vivos.", "", ""},
		{"nl", "Jan de Kamp is directeur van Stichting Oever.", "", "Jan de Kamp|directeur|Stichting Oever"},
		{"nl", "Jan Kamp werkt als directeur bij Stichting Oever.", "", "Jan Kamp|directeur|Stichting Oever"},
		{"de", "Jan Kamp ist Direktor der Flussliga.", "", "Jan Kamp|Direktor|Flussliga"},
		{"de", "Jan Kamp arbeitet als Direktor der Flussliga.", "", "Jan Kamp|Direktor|Flussliga"},
		{"fr", "Anne Roche est la directrice de Rives Vives.", "", "Anne Roche|directrice|Rives Vives"},
		{"fr", "Anne Roche travaille comme directrice de Rives Vives.", "", "Anne Roche|directrice|Rives Vives"},
		{"it", "Anna Serra è direttrice di Fiumi Vivi.", "", "Anna Serra|direttrice|Fiumi Vivi"},
		{"pt", "Ana Vale é a diretora da Rios Vivos.", "", "Ana Vale|diretora|Rios Vivos"},
		{"es", "La directora de Ríos Vivos, Ana Ruiz, llegó.", "", "Ana Ruiz|directora|Ríos Vivos"},
		{"es", "La directora de Ríos Vivos, doña Ana Ruiz, llegó.", "", "Ana Ruiz|directora|Ríos Vivos"},
		{"es", "La directora de Ríos Vivos, Ana Ruiz, llegó.", "Ana Ruiz", "Ana Ruiz||"},
		{"es", "La directora de Ríos Vivos, Ana Ruiz.", "", "Ana Ruiz|directora|Ríos Vivos"},
		{"es", "La directora de Ríos Vivos, Ana Ruiz Jr., llegó.", "", ""},
		{"es", "La calle de Ríos Vivos, Ana Ruiz, llegó.", "", ""},
		{"en", "La directora de Ríos Vivos, Ana Ruiz, llegó.", "", ""},
	} {
		d := paragraphsIn(c[0], c[1])
		if c[2] != "" {
			d.Known = []Speaker{{Name: c[2]}}
		}
		d.meetBehindOffice(c[1])
		got := ""
		for _, k := range d.Known {
			if got += threefold(k); k.Ok {
				t.Errorf("%s: %s has spoken", c[1], k.Name)
			}
		}
		if got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestWordsWithinASentenceThatTells tells a few words in marks from a quote.
func TestWordsWithinASentenceThatTells(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, gap, words, after string
		want                   bool
	}{
		{"fr", "Selon Anne Roche, le port ", "tiendra bon", " cet hiver", true},
		{"fr", "Selon Anne Roche, le port ", "tiendra bon", ", cet hiver", true},
		{"fr", "Selon Anne Roche, le port ", "tiendra bon", "cet hiver", false},
		{"fr", "Selon Anne Roche, le port ", "tiendra bon", " Roche", false},
		{"fr", "Selon Anne Roche, le port ", "tiendra bon", ". Puis", false},
		{"fr", "Selon Anne Roche, le port ", "tiendra bon", "", false},
		{"fr", "Selon Anne Roche, le port ", "Tiendra bon", " cet hiver", false},
		{"fr", "Selon Anne Roche, le port ", "il tiendra bon cet hiver", " ou non", true},
		{"fr", "Selon Anne Roche, le port ", "il tiendra bon tout cet hiver", " ou non", false},
		{"fr", "Selon Anne Roche: ", "tiendra bon", " cet hiver", false},
		{"fr", "Selon Anne Roche, ", "tiendra bon", " cet hiver", false},
		{"en", "Selon Anne Roche, le port ", "tiendra bon", " cet hiver", false},
	} {
		if got := drafted(c.tag).withinTelling(c.gap, c.words, c.after); got != c.want {
			t.Errorf("%s %s “%s”%s: %t", c.tag, c.gap, c.words, c.after, got)
		}
	}
}

// TestPublicFieldsAndNothingElse tells what an office is over from other words, and a body behind the last comma.
func TestPublicFieldsAndNothingElse(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"salud": true, "Salud y Cultura": true, "salud regional": true, "cultura de": true, "de la": false, "regional": false, "salud lagos": false, "": false,
	} {
		if overPublic(s) != want {
			t.Errorf("%q: %t", s, !want)
		}
	}
	for s, want := range map[string]bool{
		"mar, TK2": true, "mar, Lagos": false, "mar, TK2 Lagos": false, ", TK2": false, "mar, CEO": false, "TK2": false, "mar, lago, TK2": true,
	} {
		if bodyBehindComma(s) != want {
			t.Errorf("%q: %t", s, !want)
		}
	}
}

// TestBodiesBehindAField divides what an office is over from the body for which somebody speaks.
func TestBodiesBehindAField(t *testing.T) {
	t.Parallel()
	const twice = "Faros crece. Nadie para Faros."
	for _, c := range [][7]string{ // language, all, the field, the text, the place, and the office and body
		{"es", "Responsable de campaña de Océanos de Faros", "Océanos de Faros", twice, "", "Responsable de campaña de Océanos", "Faros"},
		{"en", "Responsable de campaña de Océanos de Faros", "Océanos de Faros", twice, "", "", ""},
		{"es", "Responsable de campaña de Océanos de Faros", "Lagos de Faros", twice, "", "", ""},
		{"es", "Responsable de campaña de Océanos de Faros", "Océanos de Faros", "Faros crece.", "", "", ""},
		{"es", "Responsable de campaña de Océanos de Faros", "Océanos de Faros", twice, "Faros", "", ""},
		{"es", "Responsable de campaña de Océanos de Faros", "Océanos de Faros", "Océanos de Faros crece, Océanos de Faros.", "", "", ""},
		{"es", "Responsable de campaña de Océanos de Faros", "Océanos de Faros", "Vive en Faros. Nadie para Faros.", "", "", ""},
		{"es", "Vecina de campaña de Océanos de Faros", "Océanos de Faros", twice, "", "", ""},
		{"es", "Responsable de la campaña de Océanos de Faros", "Océanos de Faros", twice, "", "", ""},
		{"es", "Responsable de campaña del Océanos de Faros", "Océanos de Faros", twice, "", "", ""},
		{"es", "Responsable de campaña de Océanos de Faros Altos", "Océanos de Faros Altos", "Faros Altos. Faros Altos.", "", "", ""},
		{"es", "Responsable de campaña de Colegio de Faros", "Colegio de Faros", twice, "", "", ""},
		{"es", "Responsable de campaña de Sindicato de Faros", "Sindicato de Faros", twice, "", "", ""},
		{"pt", "Diretor de Operações da TK2", "Operações da TK2", "", "", "Diretor de Operações", "TK2"},
		{"pt", "Diretor das Operações da TK2", "Operações da TK2", "", "", "", ""},
		{"pt", "Diretor de Amigos da TK2", "Amigos da TK2", "", "", "", ""},
		{"pt", "Pintor de Operações da TK2", "Operações da TK2", "", "", "", ""},
		{
			"pt", "Diretor do Departamento Jurídico do SindMar", "Departamento Jurídico do SindMar", "", "",
			"Diretor do Departamento Jurídico", "SindMar",
		},
		{"pt", "Diretor do Departamento Jurídico do Sindmar", "Departamento Jurídico do Sindmar", "", "", "", ""},
		{"es", "Directora del Departamento Jurídico de SALUD", "Departamento Jurídico de SALUD", "", "", "", ""},
		{"pt", "Diretora das Cinema e Ciência do SindMar", "Cinema e Ciência do SindMar", "", "", "", ""},
		{
			"pt", "Diretora das Cultura e Ciência do SindMar", "Cultura e Ciência do SindMar", "", "", "Diretora das Cultura e Ciência",
			"SindMar",
		},
		{"pt", "Professora das História do SindMar", "História do SindMar", "", "", "Professora das História", "SindMar"},
		{
			"pt", "Diretora das Cinema da Universidade de Marlow", "Cinema da Universidade de Marlow", "", "", "Diretora das Cinema",
			"Universidade de Marlow",
		},
		{"pt", "Diretora das Cinema da Rua de Marlow", "Cinema da Rua de Marlow", "", "", "", ""},
		{
			"pt", "Diretora executiva de Habitação da instituição", "Habitação da instituição", "", "",
			"Diretora executiva de Habitação da instituição", "",
		},
	} {
		d := paragraphsIn(c[0], c[3])
		d.Dateline = prose.Para{Text: c[4]}
		title, org, ok := d.bodyOfField(c[1], c[2])
		if title != c[5] || org != c[6] || ok != (title != "") {
			t.Errorf("%s %s: %s: %q, %q, %t", c[0], c[1], c[3], title, org, ok)
		}
	}
	for _, link := range []string{
		" de la ", " de l’", " de l'", " del ", " dell’", " dell'", " della ", " du ", " da ", " do ", " de ",
		" di ", " d’", " d'",
	} {
		title, org, ok := drafted("pt").bodyOfField("Diretor de Faros"+link+"TK2", "Faros"+link+"TK2")
		if title != "Diretor de Faros" || org != "TK2" || !ok {
			t.Errorf("%s: %q, %q", link, title, org)
		}
	}
	for _, part := range strings.Split(`Departamento, Dipartimento, Setor, Sector, Área, Area, Servicio, Servizio, Serviço, Unidad,
		Unità, Unité, Núcleo, División, Direction, Dirección, Direção, Direzione, Gerencia, Gerência, Oficina`, ",") {
		part = strings.TrimSpace(part)
		if _, org, _ := drafted("pt").bodyOfField("Chefe do "+part+" Mar do SindMar", part+" Mar do SindMar"); org != "SindMar" {
			t.Errorf("%s: %q", part, org)
		}
	}
	for _, whole := range strings.Split(`Universidad, Instituto, Ayuntamiento, Ministerio, Ministère, Ministério, Consejería,
		Conselleria, Facultad, Hospital, Prefeitura, Municipalidad, Comune, Regione, Fundación, Fundação, Fondazione, Fondation,
		Asociación, Associação, Federación, Fédération`, ",") {
		whole = strings.TrimSpace(whole)
		if _, org, _ := drafted("pt").bodyOfField("Chefe do Mar do "+whole, "Mar do "+whole); org != whole {
			t.Errorf("%s: %q", whole, org)
		}
	}
	for _, noun := range strings.Fields(`instituição empresa entidade companhia entidad compañía institución organización organização
		institution entreprise société azienda associazione asociación associação agencia agência`) {
		for _, link := range []string{" da ", " do ", " de la ", " della ", " du ", " del ", " de l’", " dell'"} {
			title, _, ok := drafted("pt").bodyOfField("Chefe de Mar"+link+noun, "Mar"+link+noun)
			if title != "Chefe de Mar"+link+noun || !ok {
				t.Errorf("%s%s: %q, %t", link, noun, title, ok)
			}
		}
	}
}
