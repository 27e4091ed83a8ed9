package importer

import "testing"

// speakers are ways in which releases say whose words they quote, that read easily
// as somebody else's.
var speakers = []layout{
	{"an office of several words", "en", head + "“Nobody may use the canal as a drain,” said Marlow County District Attorney Ana Ruiz. “We will bring each case.”", []string{"Ana Ruiz | District Attorney | Marlow County District Attorney"}, nil},
	{"an office and no organisation", "en", head + "“The insurers have paid for this twice already,” said Insurance Commissioner Owen Farrell.", []string{"Owen Farrell | Insurance Commissioner | ?"}, nil},
	{"the head of a port, before the words", "en", head + "Harbour Master Ruth Delacroix said, “The water is clear again, and the boats may come back.”", []string{"Ruth Delacroix | Harbour Master | ?"}, nil},
	{"a university of a place", "en", head + "“I owe this picture to a leaking roof, and to nobody else.”\n\n– Professor Ana Ruiz, University of Marlow", []string{"Ana Ruiz | Professor | University of Marlow"}, nil},
	{"a ministry of something", "en", head + "“The figures will be made public in June,” said Owen Farrell, Ministry of Harbours.", []string{"Owen Farrell |  | Ministry of Harbours"}, nil},
	{"a space before the closing mark", "en", head + "“Nobody had asked us about the piers before. So we went from door to door with a lamp, ” said Ana Ruiz, Executive Director of River Alliance.", []string{"Ana Ruiz | Executive Director | River Alliance"}, lacks("lamp, ”")},
	{"a space before a straight closing mark", "en", head + "\"A cart lost its wheel here on Sunday,\" said Owen Farrell, director of Road Union. \"The county has the gravel, and it should use it. \"", []string{"Owen Farrell | director | Road Union"}, both(has("it should use it.\"\"\""), lacks(`it. \"`))},
	{"a relative clause with another organisation", "en", head + "“The clerks bring us coffee now,” said Ana Ruiz of Marsh Watch, who has slept at the MOH since April.", []string{"Ana Ruiz |  | Marsh Watch"}, nil},
	{"introduced with a title, then by surname", "en", "FOR IMMEDIATE RELEASE: November 20, 2026\n\nHarbor groups ask the port for its water tests\n\nMARLOW, Mass. — Senator Ana Ruiz (D-MA) today announced a bill that makes the port publish its tests. “A farmer cannot leave his herd for an hour, and we ask him to drive to the port,” said Ruiz. “This bill ends that.”", []string{"Ana Ruiz | Senator | ?"}, nil},
	{"introduced with organisation and title before the name", "en", head + "From three in the afternoon the line goes to Tidewell co-founder and executive chair Ana Ruiz, who picks up herself.\n\n“I have two telephones and a pot of tea,” said Ana Ruiz.", []string{"Ana Ruiz | co-founder and executive chair | Tidewell"}, nil},
	{"a title with no comma before it", "en", head + "Ana Ruiz Director of Marketing at Tidewater Phones said, “Half of our customers come for the music, and half would like it off.”", []string{"Ana Ruiz | Director of Marketing | Tidewater Phones"}, nil},
	{"a verb after the full stop, and the name last", "en", head + "“A tide table is only as good as the person who reads it.” Added President of the Harbour Union, Ana Ruiz.", []string{"Ana Ruiz | President | Harbour Union"}, nil},
	{"a spokesman without a name, by initials", "en", head + "The Enlisted Guild of Marlow (EGM) has endorsed the letter.\n\n“Our members voted on it at every post, and not one hand went up against it,” said an EGM spokesman. “That is rare.”", []string{" |  | Enlisted Guild of Marlow"}, has(`attribution = "said an EGM spokesman"`)},
	{"words that somebody tells of a third party", "en", head + "The Harbour Warden said that, according to the inquiry, at five in the morning the walker crossed Mill Street at Hallow Close when a man came out of a gate, took her bag and said: “That bag is mine from today. Walk on and do not turn round.”", nil, has("took her bag and said: “That bag is mine")},
	{"a trade in front of a name, Spanish", "es", "Once grupos piden al puerto que publique sus análisis\n\nMARLOW, 20 de noviembre de 2026 – Once organizaciones de la ribera han pedido hoy al puerto que publique los análisis del agua.\n\n“Hay cajas que nadie ha abierto desde que mi madre trabajaba aquí”, dijo la archivera Ana Ruiz. “Vamos a empezar por las cartas”.", []string{"Ana Ruiz | archivera | ?"}, nil},
	{"a field that is of the organisation's name, before one who leads it", "en", head + "“The boats are old, and the winter is long,” said Norhaven Energy Chief Executive Officer Ana Ruiz.", []string{"Ana Ruiz | Chief Executive Officer | Norhaven Energy"}, nil},
	{"the same, in one word", "en", head + "“The boats are old, and the winter is long,” said Norhaven Health CEO Ana Ruiz.", []string{"Ana Ruiz | CEO | Norhaven Health"}, nil},
	{"a field of somebody who does not lead", "en", head + "“The boats are old, and the winter is long,” said Norhaven Education Director Ana Ruiz.", []string{"Ana Ruiz | Education Director | Norhaven"}, nil},
	{"an office of two words with no comma before it", "en", head + "Owen Farrell Chief Scientist at Tidewater Labs said: “The boats are old, and the winter is long.”", []string{"Owen Farrell | Chief Scientist | Tidewater Labs"}, nil},
	{"a lower rank with no comma before it", "en", head + "Owen Farrell Senior Research Manager at Tidewater Labs said: “The boats are old, and the winter is long.”", []string{"Owen Farrell | Senior Research Manager | Tidewater Labs"}, nil},
	{"a critic of an organisation", "en", head + "“The boats are old, and the winter is long,” said Ana Ruiz, critic of Norhaven Energy.", []string{"Ana Ruiz | critic | ?"}, nil},
	{"a competitor of one", "en", head + "“The boats are old, and the winter is long,” said Ana Ruiz, a competitor of Norhaven Energy.", []string{"Ana Ruiz | competitor | ?"}, nil},
	{"who sues one", "en", head + "“The boats are old, and the winter is long,” said plaintiff Ana Ruiz, who sued Norhaven Energy.", []string{"Ana Ruiz | plaintiff | ?"}, nil},
	{"a department behind a comma", "en", head + "“The boats are old, and the winter is long.”\n\n— Ana Ruiz, Department of Botany, University of Harwell", []string{"Ana Ruiz | Department of Botany | University of Harwell"}, nil},
	{"a school at a university", "en", head + "“The boats are old, and the winter is long,” said Professor Ana Ruiz of the School of Nursing at the University of Harwell.", []string{"Ana Ruiz | Professor | University of Harwell"}, nil},
	{"an organisation that is cut at the end of a line", "de", "Fähren fahren ab Montag wieder\n\nMARLOW, 20. November 2026 – Die Fähren im Hafen fahren ab Montag wieder.\n\n„Die Boote sind alt, und der Winter ist lang“, sagte Ana Ruiz, Mitglied der Ini- tiative.", []string{"Ana Ruiz | Mitglied | ?"}, nil},
	{"a guild, and no verb", "en", head + "Ana Ruiz, Skippers Guild: “The boats are old, and the winter is long.”", []string{"Ana Ruiz |  | Skippers Guild"}, nil},
	{"a guild in brackets, and no verb", "en", head + "Ana Ruiz (Skippers Guild): “The boats are old, and the winter is long.”", []string{"Ana Ruiz |  | Skippers Guild"}, nil},
	{"a ranger who was met earlier", "en", head + "The guide was written by Kestrel Trust senior ranger Ana Ruiz, who walks the path each day.\n\n“The boats are old, and the winter is long,” said Ana Ruiz.", []string{"Ana Ruiz | senior ranger | Kestrel Trust"}, nil},
	{"representatives who are not named", "en", head + "Boards run software from OpenTide. Representatives from OpenTide said, “it is great to see our software running on open boards.”", []string{" |  | OpenTide"}, nil},
	{"an expert who works for nobody", "en", head + "“It is great to see our software running on open boards.”\n\n— Owen Farrell, TideDB Expert and Independent Consultant", []string{"Owen Farrell | Expert and Independent Consultant | ?"}, nil},
	{"numbered paragraphs", "en", head + "1. An agreement signed by Dr. Ana Ruiz, Director General of the Kestrel Trust, has paved the way for the centre.\n\n2. It opens in the old ropeworks in the month of June.\n\n3. Dr. Ruiz said: “The boats are old, and the winter is long.”\n\n4. Dr. Ruiz thanked the town for its help in the years before.", []string{"Dr. Ana Ruiz | Director General | Kestrel Trust"}, nil},
}

func TestSpeakers(t *testing.T) {
	for _, l := range speakers {
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
