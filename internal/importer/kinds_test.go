package importer

import "testing"

// kinds are further ways in which releases name who speaks, each written down with its
// right answer before the importer was run on it.
var kinds = []layout{
	{"a chief of police before the name", "en", head + "“We followed the boat for nine days,” said Marlow Police Chief Owen Farrell. “Then we had it.”", []string{"Owen Farrell |  | Marlow Police"}, nil},
	{"a title with the organisation's genitive", "en", head + "“The tests are late,” said River Alliance’s campaign director, Ana Ruiz.", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{"a degree behind the name", "en", head + "“The samples are clear,” said Ana Ruiz, Ph.D., chief chemist at Marsh Watch.", []string{"Ana Ruiz | chief chemist | Marsh Watch"}, nil},
	{"two titles with and", "en", head + "“We built it twice,” said Ana Ruiz, founder and CEO of Tidewell.", []string{"Ana Ruiz | founder and CEO | Tidewell"}, nil},
	{"the organisation in brackets behind the name", "en", head + "“The gates stay open,” said Ana Ruiz (River Alliance).", []string{"Ana Ruiz |  | River Alliance"}, nil},
	{"a university of a place in the clause", "en", head + "“The eels are back,” said Owen Farrell, professor of ecology at the University of Marlow.", []string{"Owen Farrell | professor of ecology | University of Marlow"}, nil},
	{"a name with a middle initial", "en", head + "“The eels are back,” said Owen T. Farrell, president of Road Union.", []string{"Owen T. Farrell | president | Road Union"}, nil},
	{"a name with junior", "en", head + "“The eels are back,” said Owen Farrell Jr., president of Road Union.", []string{"Owen Farrell Jr. | president | Road Union"}, nil},
	{"a rank before the name", "en", head + "“We lost one boat,” said Captain Ruth Delacroix of the Marlow Coast Guard.", []string{"Ruth Delacroix | Captain | Marlow Coast Guard"}, nil},
	{"the verb before a colon", "en", head + "Ana Ruiz, director of River Alliance, commented: “The port has a month.”", []string{"Ana Ruiz | director | River Alliance"}, nil},
	{"the name alone on a line above the words", "en", head + "Ana Ruiz, director of River Alliance, said:\n\n“The port has a month.”", []string{"Ana Ruiz | director | River Alliance"}, nil},
	{"according to", "en", head + "“The port has a month,” according to Ana Ruiz, director of River Alliance.", []string{"Ana Ruiz | director | River Alliance"}, nil},
	{"explains in the present", "en", head + "“The port has a month,” explains Ana Ruiz, director of River Alliance. “Then we go to court.”", []string{"Ana Ruiz | director | River Alliance"}, nil},
	{"she, after a quotation of hers", "en", head + "“The gate was shut,” said Ana Ruiz, director of River Alliance.\n\n“Nobody answered the bell,” she added.", []string{"Ana Ruiz | director | River Alliance", "Ana Ruiz | director | River Alliance"}, nil},
	{"the name before a relative clause", "en", head + "“The gate was shut,” said Ana Ruiz, who leads River Alliance.", []string{"Ana Ruiz |  | River Alliance"}, nil},
	{"a neighbour without organisation", "en", head + "“I hear the pumps at night,” said Owen Farrell, a fisherman from Marlow.", []string{"Owen Farrell |  | ?"}, nil},
	{"a mother of two", "en", head + "“I hear the pumps at night,” said Ruth Delacroix, a mother of two who lives on Mill Street.", []string{"Ruth Delacroix |  | ?"}, nil},
	{"no one named, an officer of something", "en", head + "“The gate was shut,” said a spokesperson for River Alliance.", []string{" |  | River Alliance"}, has(`attribution = "said a spokesperson for River Alliance"`)},
	{"words in marks that are no quotation", "en", head + "The port calls this a “routine delay” and has done so for a year, River Alliance wrote.", nil, has("a “routine delay” and has")},
	{"a party in brackets behind the name", "en", head + "“The gates stay open,” said Ana Ruiz (South Marlow).", []string{"Ana Ruiz |  | ?"}, nil},
	{"initials that are a title's", "en", head + "“The gates stay open,” said Ana Ruiz, CEO president of Tidewell.", []string{"Ana Ruiz |  | Tidewell"}, nil},
	{"an organisation that somebody is from", "en", head + "“The gates stay open,” said Ana Ruiz, a campaigner from River Alliance.", []string{"Ana Ruiz | campaigner | River Alliance"}, nil},
	{"a place that somebody is from, after a comma", "en", head + "“The gates stay open,” said Ana Ruiz, fisherman from Marlow, on Monday.", []string{"Ana Ruiz |  | ?"}, nil},
	{"a name of a play in marks", "en", head + "The evening ends with “The Long Tide”, a play in three acts by the harbor school.", nil, has("“The Long Tide”")},
	{"a statement headed by its speaker", "en", head + "Statement from Ana Ruiz, director of River Alliance:\n\n“The port has a month. Then we go to court.”", []string{"Ana Ruiz | director | River Alliance"}, nil},
	{"an acronym explained before", "en", head + "The Marlow Harbor Union (MHU) has two hundred members.\n\n“We are two hundred,” said Owen Farrell, MHU president.", []string{"Owen Farrell | president | Marlow Harbor Union"}, nil},
	{"the organisation before title and name", "en", head + "“We are two hundred,” said Harbor Union president Owen Farrell.", []string{"Owen Farrell | president | Harbor Union"}, nil},
	{"German, so and the name", "de", "Häfen legen Messwerte offen\n\nMARLOW, 20. November 2026 – Elf Gruppen haben den Hafen heute gebeten, seine Messwerte zu veröffentlichen.\n\n„Die Werte gehören allen“, so Ana Ruiz, Vorsitzende der Initiative Klarer Hafen.", []string{"Ana Ruiz | Vorsitzende | Initiative Klarer Hafen"}, nil},
	{"French, with the verb turned round", "fr", "Les ports publient leurs mesures\n\nMARLOW, le 20 novembre 2026 – Onze groupes ont demandé aujourd’hui au port de publier ses mesures.\n\n« Ces chiffres sont à tous », explique Ana Ruiz, directrice de l’Alliance du Fleuve.", []string{"Ana Ruiz | directrice | Alliance du Fleuve"}, nil},
	{"Spanish, with the office after", "es", "Los puertos publican sus análisis\n\nMARLOW, 20 de noviembre de 2026 – Once grupos han pedido hoy al puerto que publique los análisis del agua.\n\n«Los datos son de todos», ha afirmado Ana Ruiz, presidenta de la Alianza del Río.", []string{"Ana Ruiz | presidenta | Alianza del Río"}, nil},
	{"Italian, with ha dichiarato", "it", "I porti pubblicano le analisi\n\nMARLOW, 20 novembre 2026 – Undici gruppi hanno chiesto oggi al porto di pubblicare le analisi dell’acqua.\n\n«I dati sono di tutti», ha dichiarato Ana Ruiz, presidente dell’Alleanza del Fiume.", []string{"Ana Ruiz | presidente | Alleanza del Fiume"}, nil},
	{"Dutch, with zegt", "nl", "Havens publiceren hun metingen\n\nMARLOW, 20 november 2026 – Elf groepen hebben de haven vandaag gevraagd haar metingen te publiceren.\n\n“De cijfers zijn van iedereen”, zegt Ana Ruiz, directeur van Rivierbond.", []string{"Ana Ruiz | directeur | Rivierbond"}, nil},
	{"Portuguese, with disse", "pt", "Portos publicam as suas análises\n\nMARLOW, 20 de novembro de 2026 – Onze grupos pediram hoje ao porto que publique as análises da água.\n\n“Os dados são de todos”, disse Ana Ruiz, presidente da Aliança do Rio.", []string{"Ana Ruiz | presidente | Aliança do Rio"}, nil},
	{"the end mark in brackets", "en", head + "“The port has a month,” said Ana Ruiz, director of River Alliance.\n\n[Ends]", []string{"Ana Ruiz | director | River Alliance"}, lacks("[Ends]", `\[Ends`)},
	{"hard-wrapped lines", "en", "FOR IMMEDIATE RELEASE: November 20, 2026\n\nHarbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups along the Marlow waterfront asked\nthe port today to publish its water tests, and gave it a month\nto do so.\n\n“The port has had our letters since the spring, and it has not\nanswered one of them,” said Ana Ruiz, campaign director of\nRiver Alliance. “It has a month.”", []string{"Ana Ruiz | campaign director | River Alliance"}, both(has("asked the port today"), has("has not answered one"))},
	{"the day opening the text", "en", "Harbor groups ask the port for its water tests\n\nNovember 20, 2026 (MARLOW, Mass.) – Eleven groups asked the port today to publish its water tests, and gave it a month.", nil, has("date = 2026-11-20")},
	{"a day with its weekday at the foot", "en", "Harbor groups ask the port for its water tests\n\nEleven groups asked the port today to publish its water tests, and gave it a month.\n\nMarlow, Friday 20 November 2026", nil, has("date = 2026-11-20")},
	{"a day in figures under the headline", "de", "Häfen legen Messwerte offen\n\n20.11.2026\n\nElf Gruppen haben den Hafen heute gebeten, seine Messwerte zu veröffentlichen.", nil, has("date = 2026-11-20")},
	{"two contacts under one label", "en", "FOR IMMEDIATE RELEASE: November 20, 2026\n\nHarbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups asked the port today to publish its water tests, and gave it a month.\n\nMedia contacts:\nDana Whitlock, River Alliance, 555-010-0142, dana@harbor.example\nOwen Farrell, Road Union, 555-010-0143, owen@road.example", nil, has(`name = "Dana Whitlock"`, `org = "River Alliance"`, `email = "dana@harbor.example"`, `name = "Owen Farrell"`, `org = "Road Union"`, `phone = "555-010-0143"`)},
	{"a contact line by line with labels", "en", "FOR IMMEDIATE RELEASE: November 20, 2026\n\nHarbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups asked the port today to publish its water tests, and gave it a month.\n\nPress contact\nName: Dana Whitlock\nOrganization: River Alliance\nTel: 555-010-0142\nE-mail: dana@harbor.example", nil, has(`name = "Dana Whitlock"`, `org = "River Alliance"`, `phone = "555-010-0142"`, `email = "dana@harbor.example"`)},
}

func TestKindsOfLayouts(t *testing.T) {
	for _, l := range kinds {
		t.Run(l.name, func(t *testing.T) {
			r, err := Import("release.txt", []byte(l.source), Options{Today: today, Email: "press@office.example"})
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
