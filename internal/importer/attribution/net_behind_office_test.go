package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
	"pressroom/internal/release"
)

// TestSmallNamesBehindAnOffice reads an organisation in small letters that ends a clause.
func TestSmallNamesBehindAnOffice(t *testing.T) {
	t.Parallel()
	bold := func(from, to int) []prose.Mark { return []prose.Mark{{From: from, To: to, Strong: true}} }
	const lead = len("Ana Ruiz, pilot, ")
	for _, c := range []struct {
		tag, title, clause string
		marks              []prose.Mark
		text, want         string
	}{
		{"en", "pilot", "Ana Ruiz, pilot, tidelab", bold(lead, lead+7), "", "tidelab"},
		{"en", "pilot", "Ana Ruiz, pilot, tidelab.,", bold(lead, lead+7), "", "tidelab"},
		{"en", "pilot", "Ana Ruiz, pilot, tidelab", bold(lead-1, lead+8), "", "tidelab"},
		{"en", "pilot", "Ana Ruiz, pilot, tidelab", bold(lead+1, lead+7), "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, tidelab", bold(lead, lead+6), "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, tidelab", []prose.Mark{{From: lead, To: lead + 7}}, "", ""},
		{"en", "", "Ana Ruiz, , tidelab", bold(0, 30), "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, Tidelab", bold(0, 30), "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, one two six ten", bold(0, 40), "", "one two six ten"},
		{"en", "pilot", "Ana Ruiz, pilot, one two six ten x", bold(0, 40), "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, ", bold(0, 40), "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, tide lab", nil, "They met Tide Lab.", "tide lab"},
		{"en", "pilot", "Ana Ruiz, pilot, tide lab", nil, "Then, Tide Lab", "tide lab"},
		{"en", "pilot", "Ana Ruiz, pilot, tidelab", nil, "They met Tidelab.", ""},
		{"en", "pilot", "Ana Ruiz, pilot, tide lab", nil, "They met tide lab.", release.Unknown},
		{"en", "pilot", "Ana Ruiz, pilot, tide lab", nil, "They met Tide Labs.", release.Unknown},
		{"en", "pilot", "Ana Ruiz, pilot, tide lab", nil, tooMany + "They met Tide Lab.", release.Unknown},
		{"en", "pilot", "Ana Ruiz, pilot, tide lab", nil, "", release.Unknown},
		{"de", "pilot", "Ana Ruiz, pilot, tide lab", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, who paints", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, painting lamps", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, painted lamps", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, gladly lamps", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, then lamps", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, said lamps", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, says lamps", nil, "", ""},
		{"en", "pilot", "Ana Ruiz, pilot, thence lamps", nil, "", release.Unknown},
	} {
		d := ofTexts(c.tag, c.text)
		if got := d.behindOffice(Speaker{Name: "Ana Ruiz", Title: c.title}, prose.Para{Text: c.clause, Marks: c.marks}); got != c.want {
			t.Errorf("%s %v (%.30s): %q, want %q", c.clause, c.marks, c.text, got, c.want)
		}
	}
}

// TestOfficesOfAnother tells an office without an organisation that may be at another than the one that issues the release.
func TestOfficesOfAnother(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		title, since, clause, text string
		want                       bool
	}{
		{"pilot", "", "said Ana Ruiz", "", false},
		{"Tidewell pilot", "", "said Ana Ruiz", "They met Tidewell.", true},
		{"Tidewell pilot", "", "said Ana Ruiz", "Tidewell met them.", false},
		{"Tidewell pilot", "", "said Ana Ruiz", "They met Tidewell pilot here.", false},
		{"Pilot", "", "said Ana Ruiz", "They met Pilot.", false},
		{"Captain", "", "said Ana Ruiz", "They met Captain.", false},
		{"Senior pilot", "", "said Ana Ruiz", "They met Senior.", false},
		{"Policy pilot", "", "said Ana Ruiz", "They met Policy.", false},
		{"Chemical pilot", "", "said Ana Ruiz", "They met Chemical.", false},
		{"Procurement pilot", "", "said Ana Ruiz", "They met Procurement.", false},
		{"Harbour pilot", "", "said Ana Ruiz", "They met Harbour.", false},
		{"Quill pilot", "", "said Ana Ruiz", "They met Quill.", false},
		{"pilot", "They met Rivers Trust.", "said Ana Ruiz", "", true},
		{"pilot", "They met Rivers Trust. It rains.", "said Ana Ruiz", "", false},
		{"president", "They met Rivers Trust.", "said Ana Ruiz", "", false},
		{"pilot", "", "said Ana Ruiz at Rivers Trust", "", true},
		{"pilot", "", "said Ana Ruiz at Rivers Trust’s", "", true},
		{"pilot", "", "said Ana Ruiz at Tidewell", "", true},
		{"pilot", "", "said Ana Ruiz with Tidewell", "", true},
		{"pilot", "", "said Ana Ruiz from Tidewell", "", true},
		{"pilot", "", "said Ana Ruiz by Tidewell", "", true},
		{"pilot", "", "said Ana Ruiz near Tidewell", "", false},
		{"pilot", "", "said Ana Ruiz at Marlow", "", false}, // a place
		{"pilot", "", "said Ana Ruiz near Osten", "", true}, // which has spoken
		{"pilot", "", "said Ana Ruiz near Trust", "", false},
		{"pilot", "Quill met Rivers Trust.", "said Ana Ruiz", "", false},
		{"pilot", "The Quill met Rivers Trust.", "said Ana Ruiz", "", false},
		{"pilot", "Old Quill met Rivers Trust.", "said Ana Ruiz", "", true},
		{"pilot", "", "said Ana Ruiz at Quill", "", false},
		{"pilot", "", "said Ana Ruiz at Quill Lamps Company", "", false},
		{"pilot", "", "said pilot at Ana Ruiz Company", "", false},
		{"pilot at Tidewell", "", "said Ana Ruiz at Tidewell", "", false},
		{"pilot", "", "said Ana Ruiz at Department of Lamps", "", false},
		{"pilot", "", "said Ana Ruiz at Policy Trust", "", false},
	} {
		d := ofTexts("en", "Quill announces ropes.", c.text)
		d.since, d.Dateline.Text = c.since, "Marlow, 3 May"
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		if got := d.anothersOffice(Speaker{Name: "Ana Ruiz", Title: c.title}, c.clause); got != c.want {
			t.Errorf("%s: %s %s (%s): %t", c.title, c.since, c.clause, c.text, got)
		}
	}
}

// TestWhereSomebodyIsAtTheBeginning reads the organisation with which a sentence begins.
func TestWhereSomebodyIsAtTheBeginning(t *testing.T) {
	t.Parallel()
	pilot := Speaker{Name: "Ana Ruiz", Title: "pilot", Ok: true}
	with := func(change func(*Speaker)) Speaker {
		who := pilot
		change(&who)
		return who
	}
	for _, c := range []struct {
		tag, intro string
		who        Speaker
		want       string
		sure       bool
	}{
		{"en", "At Rivers Trust", pilot, "Rivers Trust", true},
		{"en", "At the Rivers Trust", pilot, "Rivers Trust", true},
		{"en", "At Rivers Trust", with(func(who *Speaker) { who.Org = release.Unknown }), "Rivers Trust", true},
		{"en", "At Rivers Trust", with(func(who *Speaker) { who.Org = "Tidewell" }), "Tidewell", true},
		{"en", "At Rivers Trust", with(func(who *Speaker) { who.Ok = false }), "", true},
		{"en", "At Rivers Trust", with(func(who *Speaker) { who.Title = "" }), "", true},
		{"de", "At Rivers Trust", pilot, "", true},
		{"en", "In Rivers Trust", pilot, "", true},
		{"en", "At lamps", pilot, "", true},
		{"en", "At Rivers Trust in May", pilot, "", true},
		{"en", "At Tidewell", pilot, release.Unknown, false},
		{"en", "At TDW", pilot, "TDW", true},
		{"en", "At TideWell", pilot, "TideWell", true},
		{"en", "At Osten", pilot, "Osten", true},
		{"en", "At Quill", pilot, release.Unknown, false}, // the text has "the Quill"
		{"en", "At Tidewell Lamps", pilot, release.Unknown, false},
		{"en", "At Rivers Trust Forum", pilot, release.Unknown, false},
	} {
		d := ofTexts(c.tag, "They met the Quill.")
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		who := d.whereTheyAre(c.who, c.intro)
		if who.Org != c.want || (who.Unsure == "") != c.sure {
			t.Errorf("%s %v: %q (%s)", c.intro, c.who, who.Org, who.Unsure)
		}
	}
}

// TestCrimeCommissioners reads them in English, with the name on either side.
func TestCrimeCommissioners(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Marlow Police and Crime Commissioner Ana Ruiz", "Ana Ruiz | Marlow Police and Crime Commissioner | ?"},
		{"en", "the Police, Fire and Crime Commissioner, Ana Ruiz", "Ana Ruiz | Police, Fire and Crime Commissioner | ?"},
		{"en", "Police, and Crime Commissioner for Marlow Ana Ruiz", "Ana Ruiz | Police, and Crime Commissioner for Marlow | ?"},
		{"en", "Ana Ruiz, Police and Crime Commissioner for Marlow and Old-Quay", "Ana Ruiz | Police and Crime Commissioner for Marlow and Old-Quay | ?"},
		{"en", "Ana Ruiz, the Marlow & Quay Police and Crime Commissioner", "Ana Ruiz | Marlow & Quay Police and Crime Commissioner | ?"},
		{"en", "Ana Ruiz, Crime Commissioner", ""},
		{"de", "Marlow Police and Crime Commissioner Ana Ruiz", ""},
		{"de", "Ana Ruiz, Police and Crime Commissioner for Marlow", ""},
	} {
		got := ""
		if who, ok := drafted(c[0]).overCrime(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestOfficesOverSeveralFields divides them from nothing, for the fields are no organisation, but for a department that the text has.
func TestOfficesOverSeveralFields(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "", "Commissioner for Lamps, Quays and Buoys", "Commissioner for Lamps, Quays and Buoys | ?"},
		{"en", "", "Commissioner for Lamps, Quays & Buoys", "Commissioner for Lamps, Quays & Buoys | ?"},
		{"en", "", "Commissioner responsible for the Lamps, Quays, and Buoys", "Commissioner responsible for the Lamps, Quays, and Buoys | ?"},
		{"en", "", "Commissioner for Lamps, Quays", ""},
		{"en", "", "Commissioner for Lamps", ""},
		{"en", "", "portfolio holder for Lamps", "portfolio holder for Lamps | ?"},
		{"de", "", "Commissioner for Lamps, Quays and Buoys", ""},
		{"en", "", "Commissioner for Lamps, Quays and Trust", ""},
		{"en", "", "Commissioner for Lamps, Quays and Buoys at Marlow", ""},
		{"en", "", "Commissioner for Lamps, Quays and Buoys with Marlow", ""},
		{"en", "", "Commissioner for Lamps, Quays and Buoys in Marlow", ""},
		{"en", "", "Commissioner for Lamps, Quays and Buoys within Marlow", ""},
		{
			"en", "The Ministry of Lamps, Quays and Buoys met.", "Minister for Lamps, Quays and Buoys",
			"Minister for Lamps, Quays and Buoys | Ministry of Lamps, Quays and Buoys",
		},
		{"en", "", "Minister for Lamps, Quays and Buoys, also of ropes", "Minister for Lamps, Quays and Buoys | ?"},
		{"en", "", "Cabinet Member for Lamps, Quays and Buoys, who paints", "Cabinet Member for Lamps, Quays and Buoys | ?"},
		{"en", "", "executive member of Lamps, Quays and Buoys, currently", ""},
		{"en", "", "cabinet lead of Lamps, Quays and Buoys, and also a pilot", "cabinet lead of Lamps, Quays and Buoys | ?"},
		{"en", "", "vice-president for Lamps, Quays and Buoys, in charge of ropes", "vice-president for Lamps, Quays and Buoys | ?"},
		{"en", "", "pilot for Lamps, Quays and Buoys", ""},
	} {
		got := ""
		if title, org, ok := ofTexts(c[0], c[1]).ofSeveral(c[2]); ok {
			got = title + " | " + org
		}
		if got != c[3] {
			t.Errorf("%s: %q", c[2], got)
		}
	}
}

// TestOfficesOverADistrict gives a district, a nation, and whose spokesman somebody is to the office.
func TestOfficesOverADistrict(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, org, phrase, want string }{
		{"Chancellor", "Exchequer", "Chancellor of the Exchequer Ana Ruiz", "Chancellor of the Exchequer | ?"},
		{"Chancellor", "Duchy of Marlow", "Chancellor of the Duchy of Marlow Ana Ruiz", "Chancellor of the Duchy of Marlow | ?"},
		{"Speaker", "House", "Speaker of the House Ana Ruiz", "Speaker of the House | ?"},
		{"Speaker", "Quay", "Speaker of the Quay Ana Ruiz", "Speaker | Quay"},
		{"Leader", "Opposition", "Leader of the Opposition Ana Ruiz", "Leader of the Opposition | ?"},
		{"Secretary", "State", "Secretary of State Ana Ruiz", "Secretary of State | ?"},
		{"Secretary of State", "", "Secretary of State Ana Ruiz", "Secretary of State | "},
		{"President", "Board of Trade", "President of the Board of Trade Ana Ruiz", "President of the Board of Trade | ?"},
		{"Lord President", "Council", "Lord President of the Council Ana Ruiz", "Lord President of the Council | ?"},
		{"Secretary", "U.S.", "U.S. Secretary Ana Ruiz", "U.S. Secretary | ?"},
		{"Secretary", "US", "US Secretary Ana Ruiz", "US Secretary | ?"},
		{"Secretary", "United States", "United States Secretary Ana Ruiz", "United States Secretary | ?"},
		{"Secretary", "U.K.", "U.K. Secretary Ana Ruiz", "U.K. Secretary | ?"},
		{"Secretary", "UK", "UK Secretary Ana Ruiz", "UK Secretary | ?"},
		{"Secretary", "Federal", "Federal Secretary Ana Ruiz", "Federal Secretary | ?"},
		{"Secretary", "U.S.", "the U.S. Secretary Ana Ruiz", "Secretary | U.S."},
		{"Keeper", "U.S.", "U.S. Keeper Ana Ruiz", "Keeper | U.S."},
		{"Secretary", "U.S. Lamp", "U.S. Lamp Secretary Ana Ruiz", "U.S. Lamp Secretary | ?"},
		{"Secretary", "U.S. Ropes", "U.S. Ropes Secretary Ana Ruiz", "U.S. Ropes Secretary | Department of Ropes"},
		{"Secretary of Ropes", "U.S.", "U.S. Secretary of Ropes Ana Ruiz", "U.S. Secretary of Ropes | Department of Ropes"},
		{"Attorney", "U.S. Lamp", "U.S. Lamp Attorney Ana Ruiz", "Attorney | U.S. Lamp"},
		{"Secretary", "U.S. Trust", "U.S. Trust Secretary Ana Ruiz", "Secretary | U.S. Trust"},
		{"spokesman", "High Commissioner", "the High Commissioner’s spokesman Ana Ruiz", "High Commissioner’s spokesman | ?"},
		{"spokesman", "High Commissioner", "the High Commissioner's spokesman Ana Ruiz", "High Commissioner's spokesman | ?"},
		{"spokesman", "Old Senator’s", "the Old Senator’s spokesman Ana Ruiz", "Old Senator’s spokesman | ?"},
		{"", "High Commissioner", "the High Commissioner’s Ana Ruiz", " | High Commissioner"},
		{"spokesman", "High Commissioner", "the High Commissioner spokesman Ana Ruiz", "spokesman | High Commissioner"},
		{"spokesman", "High Lamp", "the High Lamp’s spokesman Ana Ruiz", "spokesman | High Lamp"},
		{"Attorney", "Northern District of Marlow", "Ana Ruiz", "Attorney for the Northern District of Marlow | ?"},
		{"Attorney", "District of Marlow", "Ana Ruiz", "Attorney for the District of Marlow | ?"},
		{"Attorney", "Old District of Marlow", "Ana Ruiz", "Attorney | Old District of Marlow"},
		{"Attorney", "District of lamps", "Ana Ruiz", "Attorney | District of lamps"},
		{"", "District of Marlow", "Ana Ruiz", " | District of Marlow"},
	} {
		who := ofTexts("en", "The Department of Ropes met.").ofDistrict(Speaker{Name: "Ana Ruiz", Title: c.title, Org: c.org}, c.phrase)
		if got := who.Title + " | " + who.Org; got != c.want {
			t.Errorf("%s: %q, want %q", c.phrase, got, c.want)
		}
	}
}

// TestFieldsOfABody divides what an office is over from the organisation behind it, in Romance languages.
func TestFieldsOfABody(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, title, s, want string }{
		{"es", "", "coordinadora del programa", "Lámparas del Tidewell", "Lámparas | Tidewell"},
		{"es", "", "coordinadora", "Lámparas del Tidewell", " | "},
		{"en", "", "coordinadora del programa", "Lámparas del Tidewell", " | "},
		{"de", "", "coordinadora del programa", "Lámparas del Tidewell", " | "},
		{"es", "", "coordinadora", "Lámparas de la Universidad Marlow", "Lámparas | Universidad Marlow"},
		{"es", "", "coordinadora", "Lámparas de la Universidad", "Lámparas | Universidad"},
		{"es", "", "coordinadora", "Lámparas de la Universidad Marlow del Tidewell", "Lámparas | Universidad Marlow del Tidewell"},
		{"es", "", "coordinadora", "Lámparas de la Liga Marlow", "Lámparas | Liga Marlow"},
		{"es", "", "coordinadora", "Universidad Marlow de la Universidad Osten", " | "},
		{"es", "", "coordinadora", "Liga Marlow de la Universidad Osten", " | "},
		{"es", "", "coordinadora", "Trust Marlow de la Universidad Osten", " | "},
		{"es", "", "coordinadora del área", "Universidad Marlow de la Universidad Osten", "Universidad Marlow | Universidad Osten"},
		{"es", "Tidewell anuncia lámparas.", "coordinadora", "Lámparas del Tidewell", "Lámparas | Tidewell"},
		{"es", "", "coordinadora", "Lámparas del Osten", "Lámparas | Osten"},
		{"es", "", "coordinadora", "Comisión de Ética del Harbour Trust", "Comisión de Ética | Harbour Trust"},
		{"es", "", "coordinadora", "Ética del Harbour Trust", "Ética | Harbour Trust"},
		{"es", "", "coordinadora", "Comisión de Ética del Tidewell", " | "},
		{"es", "", "coordinadora del programa", "Lámparas del Tidewell del Quay", "Lámparas del Tidewell | Quay"},
		{"es", "", "coordinadora", "Lámparas", " | "},
	} {
		d := ofTexts(c.tag, c.text)
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		field, org := d.fieldOfBody(c.title, c.s)
		if got := field + " | " + org; got != c.want {
			t.Errorf("%s %s: %q, want %q", c.title, c.s, got, c.want)
		}
	}
}
