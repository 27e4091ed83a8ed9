package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// What desks, remarks and labels beside contacts are called, each way of it.
func TestWordsBesideWhomToAsk(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		pattern    *pattern.Pattern
		is, others string
	}{
		"numbers for customers": {
			forCustomers,
			"Consumer: 1|Consumers : 1|Customer: 1|- Customers: 1|Customer service: 1|Client services: 1|Consumer care: 1|Customer support: 1|Client relations: 1|" +
				"Customer enquiries: 1|Consumer inquiries: 1|Patient: 1|Patients: 1|General public: 1|Verbraucher: 1|Verbraucherinnen: 1|Kunden: 1|Kundinnen: 1|" +
				"Kundenservice: 1|Kundendienst: 1|Bürgertelefon: 1|Service client: 1|Service clients : 1|Consommateurs: 1|Servicio al cliente: 1|Atención al cliente: 1|" +
				"Consumidores: 1|Clientes: 1|Servizio clienti: 1|Consumatori: 1|Klantenservice: 1|Consumenten: 1|Atendimento ao cliente: 1",
			"Media: 1|Consumers 1|Our customers: 1|Customer press: 1",
		},
		"desks": {
			prose.DeskWithin,
			"Ufficio stampa|Gabinete de prensa|Oficina de comunicación|Departamento de imprensa|Servicio de comunicação|Assessoria de imprensa|" +
				"Assessoria de comunicação|Service presse|Service de presse|Service de la communication|Service communication|Bureau de presse|Pressestelle|" +
				"Medienstelle|Pressebüro|Kommunikationsabteilung|Afdeling communicatie|Press office|Media team|Communications department|The press desk",
			"Press release|Stampa|Service|Gabinete de obras|News office|Presse|Pressestellen|Bureau de la presse",
		},
		"for journalists only": {
			pressOnly,
			"1 (journalists only)|1 (for journalists only)|1 (media only)|1 (press use only)|1 (press enquiries only)|1 (media inquiries only)|1 (reporters only)|" +
				"1 (media calls only)|1(not for customers)|1 (nur für Journalisten)|1 (nur für Medien)|1 (nur für die Presse)|1 (réservé à la presse)|" +
				"1 (réservée aux journalistes)|1 (solo prensa)|1 (solo periodistas)|1 (solo giornalisti)|1 (solo stampa)",
			"1 (press)|1 (members only)|1 (not for publication)|journalists only|1 (nur werktags)",
		},
		"who answers, in one word": {
			pressOfficer,
			"Pressesprecher|Pressesprecherin|Pressrådgivare|Pressesjef|Pressechef|Pressechefin|Presschefen|Medienreferentin|Medienreferent|Medieansvarlig|" +
				"Kommunikationsansvarig|Kommunikasjonsrådgiver|Kommunikationsleder|Informationsmedarbeider|Informationkonsulent|Informasjonssekretær|Kommunikationssekreter|" +
				"Pressetalsmand|Persvoorlichter|Perswoordvoerder|Communicatieadviseur|Kommunikationchef",
			"Presse|Chef|Pressehaus|Baurådgiver|Pressesprechers",
		},
		"information for journalists": {
			pattern.New("^information" + prose.ForJournalists + "$"),
			"information for journalists|information for the media|information pour les journalistes|information für die Presse|information für Journalisten|" +
				"information für Journalistinnen|information per la stampa|information per i giornalisti|information voor de pers|information para jornalistas|" +
				"information para os jornalistas|information para los medios|information para periodistas|information para las prensa|information à la presse|" +
				"information para a imprensa|information für Medien|information pour médias|information for press|information for editors|information para prensa",
			"information for residents|information about media|information media|information for",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, s := range strings.Split(c.is, "|") {
				if !c.pattern.MatchString(s) && !c.pattern.MatchString(strings.ToLower(s)) {
					t.Errorf("%q is none of them", s)
				}
			}
			for _, s := range strings.Split(c.others, "|") {
				if m := c.pattern.FindString(s); m != "" {
					t.Errorf("%q is one of them: %q", s, m)
				}
			}
		})
	}
}

// A number for customers is told and kept among the notes; words behind such a label are what they are.
func TestNumbersForCustomersAreNoPressContacts(t *testing.T) {
	t.Parallel()
	d := drafted("en")
	got := d.withoutCustomers([]string{"Customers: 01632 960 111", "Customers: none of them", "Owen Farrell, 01632 960 112"})
	if strings.Join(got, "|") != "Customers: none of them|Owen Farrell, 01632 960 112" || len(d.notes) != 1 || d.notes[0].Text != "Customers: 01632 960 111" ||
		len(d.Unsure) != 1 || !strings.Contains(d.Unsure[0], "Customers: 01632 960 111") {
		t.Errorf("left are %q, notes %v, told %q", got, d.notes, d.Unsure)
	}
}

// Two columns are of two contacts where each has somebody, and a line something to reach both by.
func TestColumnsOfTwoContacts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, lines string
		want        int
	}{
		{"numbers", "Contact          Contact\nOwen Farrell     Dana Whitlock\n01632 960 111    01632 960 112", 3},
		{"addresses", "Contact            Contact\nOwen Farrell       Dana Whitlock\no@tide.example     d@tide.example", 3},
		{"a number and an address", "Owen Farrell     Dana Whitlock\n01632 960 111    d@tide.example", 0},
		{"up to a line that begins elsewhere", "Owen Farrell     Dana Whitlock\n01632 960 111    01632 960 112\nThe quay         in the     town\nQuay    Marlow", 2},
		{"begun elsewhere", "Owen Farrell     Dana Whitlock\n01632 960 111           01632 960 112", 0},
		{"letters of two bytes", "Öwen Färrell     Dana Whitlock\n01632 960 111    01632 960 112", 2},
		{"an office", "Owen Farrell     Press Officer\n01632 960 111    01632 960 112", 0},
		{"an officer", "Owen Farrell     Deputy Director\n01632 960 111    01632 960 112", 0},
		{"an organisation", "Owen Farrell     Tidewell Trust\n01632 960 111    01632 960 112", 0},
		{"an organisation on the left", "Tidewell Trust   Owen Farrell\n01632 960 111    01632 960 112", 0},
		{"a label", "Owen Farrell     Contact Person\n01632 960 111    01632 960 112", 0},
		{"no number", "Owen Farrell     Dana Whitlock\nManager          Pilot of boats", 0},
		{"three columns", "Owen Farrell     Dana Whitlock     Ana Ruiz\n01632 960 111    01632 960 112     01632 960 113", 0},
	} {
		left, right := pairedColumns(strings.Split(c.lines, "\n"))
		if len(left) != c.want || len(right) != c.want {
			t.Errorf("%s: %d and %d lines, want %d: %q %q", c.name, len(left), len(right), c.want, left, right)
		}
	}
}

// A row of a contact is a line of its own.
func TestRowsOfContacts(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"Owen Farrell | 01632 960 111":                                     true,
		"Owen Farrell | pilot":                                             false,
		"CDM - Owen Farrell - 01632 960 111":                               true,
		"CDM – Owen Farrell – owen@tide.example":                           true,
		"CDM — Owen Farrell · 01632 960 111":                               true,
		"CDM • Owen Farrell • 01632 960 111":                               true,
		"Owen Farrell - 01632 960 111":                                     false,
		"cdm - Owen Farrell - 01632 960 111":                               false,
		"CDM - Owen Farrell - 01632 960 111 by day":                        false,
		"CDM - Owen Farrell":                                               false,
		"One two three four five six - Owen Farrell - 01632 960 111":       true,
		"One two three four five six seven - Owen Farrell - 01632 960 111": false,
	} {
		if got := reachRow(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

// A desk is above a number or an address in the lines right below it.
func TestDesksAboveWhatTheyAreReachedBy(t *testing.T) {
	t.Parallel()
	d := drafted("en")
	lines := func(texts ...string) (list []prose.Para) {
		for i, s := range texts {
			list = append(list, prose.Para{Text: s, Tight: i > 0})
		}
		return list
	}
	bulleted, headed, table, apart := lines("Quay Press Office", "01632 960 111"), lines("Quay Press Office", "01632 960 111"),
		lines("Quay Press Office", "01632 960 111"), lines("Quay Press Office", "01632 960 111")
	bulleted[0].Bullet, headed[0].Level, table[1].Table, apart[1].Tight = "-", 2, "| a | b |", false
	for name, c := range map[string]struct {
		list []prose.Para
		want bool
	}{
		"right above":        {lines("Quay Press Office", "01632 960 111"), true},
		"in one paragraph":   {lines("Quay Press Office\nOwen Farrell\n01632 960 111"), true},
		"three lines below":  {lines("Quay Press Office", "Owen Farrell", "Pilot", "01632 960 111"), true},
		"four lines below":   {lines("Quay Press Office", "Owen Farrell", "Pilot", "Marlow", "01632 960 111"), false},
		"beside it":          {lines("Quay Press Office 01632 960 111", "o@tide.example"), false},
		"no desk":            {lines("Quay Pilots", "01632 960 111"), false},
		"in small letters":   {lines("the press office", "01632 960 111"), false},
		"a sentence":         {lines("The press office is open.", "01632 960 111"), false},
		"a sentence between": {lines("Quay Press Office", "It is open.", "01632 960 111"), false},
		"many words":         {lines("Press office one two three four five six seven eight nine ten eleven twelve", "01632 960 111"), true},
		"too many words":     {lines("Press office one two three four five six seven eight nine ten eleven twelve more", "01632 960 111"), false},
		"an item":            {bulleted, false},
		"a heading":          {headed, false},
		"a table":            {table, false},
		"apart":              {apart, false},
		"nothing below":      {lines("Quay Press Office"), false},
		"no number below":    {lines("Quay Press Office", "Owen Farrell"), false},
	} {
		if got := d.deskAbove(c.list); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Labels of contacts in further languages, and hours in words behind a number.
func TestLabelsAndHoursInWords(t *testing.T) {
	t.Parallel()
	for _, label := range []string{"Kontaktperson: ", "Kontaktpersoner:", "Kontaktoplysninger:", "Yhteyshenkilö:"} {
		if !prose.ContactLine.MatchString(label) {
			t.Errorf("%q is no label", label)
		}
	}
	for _, hours := range []string{
		"AEST business hours", "office hours only", "working hours", "Bürozeiten", "Dienstzeiten", "Geschäftszeiten", "heures de bureau", "heures ouvrables",
		"horario de oficina", "orario d’ufficio", "orari d'ufficio", "kantooruren",
	} {
		if m := openHours.FindStringSubmatch("01632 960 111 (" + hours + ")"); m == nil || m[1] != hours {
			t.Errorf("%q are no hours: %q", hours, m)
		}
	}
	for _, other := range []string{"happy hours", "business", "hours"} {
		if openHours.MatchString("01632 960 111 (" + other + ")") {
			t.Errorf("%q are hours", other)
		}
	}
}
