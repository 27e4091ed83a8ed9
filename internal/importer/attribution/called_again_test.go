package attribution

import (
	"strings"
	"testing"
)

// Whom a sentence is about stands before its verb, with the office before or behind the name.
func TestWhomASentenceIsAbout(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string]string{
		"Jay Hale said so.":                                         "Jay Hale |  | ?",
		"Mr Jay Hale said so.":                                      "Jay Hale |  | ?",
		"Dr. Jay D. O’Hale said so.":                                "Dr. Jay D. O’Hale |  | ?",
		"Jay Ann O'Hale-Reed said so.":                              "Jay Ann O'Hale-Reed |  | ?",
		"The director of Cod Institute, Mr. Jay Hale, said so.":     "Jay Hale | director | Cod Institute",
		"Former director Jay Hale said so.":                         "no",
		"Her friend Jay Hale said so.":                              "no",
		"Cod Institute said so.":                                    "no",
		"Jay Hale of Cod Institute said so.":                        "Jay Hale |  | Cod Institute",
		"Jay Hale from the Cod Institute said so.":                  "Jay Hale |  | Cod Institute",
		"Jay Hale at Cod Institute said so.":                        "Jay Hale |  | Cod Institute",
		"Jay Hale with Cod Institute, a chair, said so.":            "Jay Hale | chair | Cod Institute",
		"Jay Hale, chair of Cod Institute, said so.":                "Jay Hale | chair | Cod Institute",
		"Jay Hale, chair of Cod Institute, “a pearl”, said so.":     "no",
		"Jay Hale, “a pearl”, said so.":                             "no",
		"Jay Hale said “a pearl” and Bea Reed said so.":             "Jay Hale |  | ?",
		"Jay Hale now says so.":                                     "Jay Hale |  | ?",
		"Jay Hale by Cod Institute said so.":                        "no",
		"Jay Hale would say so.":                                    "no",
		"Welcoming it, Jay Hale said so.":                           "Jay Hale |  | ?",
		"Also speaking on the day, Jay Hale said so.":               "Jay Hale |  | ?",
		"While welcoming it, Jay Hale said so.":                     "Jay Hale |  | ?",
		"When walking, Jay Hale said so.":                           "Jay Hale |  | ?",
		"Because it rained, Jay Hale said so.":                      "no",
		"In the end, the chair of Cod Institute, Jay Hale, said so": "Jay Hale | chair | Cod Institute",
	} {
		if got := reads(quays(), "acts", sentence); got != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
	for _, how := range strings.Fields("Dr Prof Cr Rev Sir Dame Hajiya Alhaji") {
		if got := reads(quays(), "acts", how+" Jay Hale said so."); got != how+" Jay Hale |  | ?" {
			t.Errorf("%s: %q", how, got)
		}
	}
	for how, title := range map[string]string{"Cllr": "Cllr", "Barr": "", "Engr": "", "Mr": "", "Mrs": "", "Ms": "", "Mr.": ""} {
		if got := reads(quays(), "acts", how+" Jay Hale said so."); got != "Jay Hale | "+title+" | ?" {
			t.Errorf("%s: %q", how, got)
		}
	}
	for _, when := range strings.Fields("In At On For After During With Before Following Asked") {
		if got := reads(quays(), "acts", when+" the news, Jay Hale said so."); got != "Jay Hale |  | ?" {
			t.Errorf("%s: %q", when, got)
		}
	}
	for _, when := range strings.Fields("Meanwhile Also Earlier Later Today Yesterday") {
		if got := reads(quays(), "acts", when+", Jay Hale said so."); got != "Jay Hale |  | ?" {
			t.Errorf("%s: %q", when, got)
		}
	}
	for _, did := range strings.Fields("spent stood led held drove sang fought brought swam flew drew chose wore") {
		if got := reads(quays(), "acts", "The chair Jay Hale "+did+" so."); got == "no" {
			t.Errorf("%s: %q", did, got)
		}
	}
}

// An office alone, or a noun for somebody, means whom the text gives it to, where that is one.
func TestWhoIsCalledByOfficeOrKind(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"office", "the Lord Mayor", "The Lord Mayor of Marlow, Jay Hale, came.", "Jay Hale | Lord Mayor of Marlow | "},
		{"office", "The Mayor.", "The mayor for the Quays, Jay Hale; he came.", "Jay Hale | Mayor for the Quays | "},
		{"office", "the Mayor", "Mayor, Jay Hale came.", "Jay Hale | Mayor | "},
		{"office", "the Mayor", "Mayor Jay Hale.", "Jay Hale | Mayor | "},
		{"office", "the Mayor", "So said Mayor Cllr Jay D. Hale", "Jay D. Hale | Mayor | "},
		{"office", "the Mayor", "Jay Hale, the very busy new Mayor and cook.", "Jay Hale | Mayor | "},
		{"office", "the Mayor", "Jay Hale, the very busy new old Mayor and cook.", "no"},
		{"office", "the Mayor", "Jay Hale, the Mayor of Marlow who came.", "Jay Hale | Mayor of Marlow | "},
		{"office", "the Mayor", "Jay Hale, Mayor", "Jay Hale | Mayor | "},
		{"office", "the Mayor", "Jay Hale, Mayor in Marlow", "no"},
		{"office", "the Mayor", "Jay Hale, Mayoress", "no"},
		{"office", "the Mayor", "So said Mayor Jay Hale Reed Road Inn", "no"},
		{"office", "the Mayor", "Mayor Jay Hale came. Mayor Bea Reed came.", "no"},
		{"office", "the Mayor", "Mayor Jay Hale came. Mayor Dr Jay Hale left.", "Jay Hale | Mayor | "},
		{"office", "the Mayor", "Mayor Cod Institute came.", "no"},
		{"office", "the Mayor", "Nobody came.", "no"},
		{"office", "Mayor", "Mayor Jay Hale came.", "no"},
		{"office", "the Friend", "Friend Jay Hale came.", "no"},
		{"office", "the Mayor Friend", "Mayor Friend Jay Hale came.", "no"},
		{"office", "the Friend Mayor", "Friend Mayor Jay Hale came.", "no"},
		{"office", "the Deputy Mayor", "Deputy Mayor Jay Hale came.", "Jay Hale | Deputy Mayor | "},
		{"office", "the Mayor,", "Mayor Jay Hale came.", "Jay Hale | Mayor | "},
		{"office", "the Mayor", "Mayor Ann Lee came.", "Ann Lee | Mayor | ?"},
		{"office", "the Mayor", "Mayor Cy Lund came.", "Cy Lund | mayor | Rota"},
		{"office", "the Founder", "Founder Bea Hart came.", "Bea Hart | founder | Rota"},
		{"kind", "the midfielder", "Jay Hale came.", "Jay Hale |  | ?"},
		{"kind", "The 25-year-old.", "Jay Hale came.", "Jay Hale |  | ?"},
		{"kind", "the Marlow-based singer", "Jay Hale came.", "Jay Hale |  | ?"},
		{"kind", "the former singer", "Jay Hale came.", "Jay Hale |  | ?"},
		{"kind", "the lamp", "Jay Hale came.", "no"},
		{"kind", "all the singer", "Jay Hale came.", "no"},
		{"kind", "the singers", "Jay Hale came.", "no"},
		{"kind", "the singer", "It rained.", "Bea Hart | founder | Rota"},
	} {
		d := draftIn("en", c[2])
		d.Known, d.since = append([]Speaker{
			{Name: "Ann Lee", Org: "Rota", Ok: true}, {Name: "Cy Lund", Title: "mayor", Org: "Rota"},
		}, quays().Known...), c[2]
		if got := reads(d, c[0], c[1]); got != c[3] {
			t.Errorf("%s, %s %q, want %q", c[1], c[2], got, c[3])
		}
		d = draftIn("de", c[2])
		d.Known, d.since = quays().Known, c[2]
		if got := reads(d, c[0], c[1]); got != "no" {
			t.Errorf("%s in German: %q", c[1], got)
		}
	}
	for _, noun := range strings.Split("midfielder|striker|defender|goalkeeper|winger|forward|captain|batsman|bowler|cyclist|runner|swimmer|boxer|"+
		"prelate|bishop|cardinal|archbishop|cleric|pastor|priest|rabbi|imam|don|academic|scholar|scientist|researcher|professor|historian|"+
		"economist|biologist|lawmaker|legislator|senator|congressman|congresswoman|councillor|politician|singer|songwriter|actor|actress|"+
		"author|writer|novelist|poet|artist|painter|sculptor|filmmaker|photographer|composer|executive|entrepreneur|founder|teenager|"+
		"pensioner|grandmother|grandfather|farmer|fisherman|lawyer|barrister|solicitor|unionist|labour leader|labor leader|"+
		"former poet|retired poet|veteran poet|young poet", "|") {
		d := quays()
		d.since = "Jay Hale came."
		if got := reads(d, "kind", "the "+noun); got != "Jay Hale |  | ?" {
			t.Errorf("the %s: %q", noun, got)
		}
	}
}

// A surname alone means somebody other than who spoke last, and "she" behind "She said" is whom the sentence before is about.
func TestWhoIsCalledBySurname(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"surname", "Hart came.", "Bea Hart | founder | Rota"},
		{"surname", "It rained. Dr. Hart came.", "Bea Hart | founder | Rota"},
		{"surname", "Welcoming it, Ms Hart, who is here, came.", "Bea Hart | founder | Rota"},
		{"surname", "Hart, 6 of them, came.", "Bea Hart | founder | Rota"},
		{"surname", "Hart, whose boat it is, came.", "Bea Hart | founder | Rota"},
		{"surname", "Hart, a cook, came.", "Bea Hart | founder | Rota"},
		{"surname", "Hart, an engineer, came.", "Bea Hart | founder | Rota"},
		{"surname", "Hart, the cook, came.", "Bea Hart | founder | Rota"},
		{"surname", "Hart, then cook, came.", "no"},
		{"surname", "Hart will.", "Bea Hart | founder | Rota"},
		{"surname", "Hart with.", "no"},
		{"surname", "To Hart came.", "no"},
		{"surname", "Reed came.", "no"},
		{"surname", "Tom came.", "no"},
		{"surname", "Hart told Reed of it.", "no"},
		{"surname", "Hale came.", "no"},
		{"surname", "Hart came. It rained.", "no"},
	} {
		d := quays()
		d.Known = append(d.Known, Speaker{Name: "Tom Reed", Org: "Cod", Ok: true})
		d.since = c[1]
		if got := reads(d, c[0], "Tom Reed"); got != c[2] {
			t.Errorf("%s %q, want %q", c[1], got, c[2])
		}
		if d.Lang = "de"; reads(d, c[0], "Tom Reed") != "no" {
			t.Errorf("%s is read in German", c[1])
		}
	}
	for _, how := range strings.Fields("Dr Mr Mrs Ms Prof Professor Sir Dame Cr Cllr") {
		d := quays()
		if d.since = how + " Hart came."; reads(d, "surname", "Tom Reed") != "Bea Hart | founder | Rota" {
			t.Errorf("%s is not read", how)
		}
	}
	for since, want := range map[string]string{
		"Jay Hale came. She said:":                          "Jay Hale",
		"Jay Hale came. According to him,":                  "Jay Hale",
		"Jay Hale came. According to her":                   "Jay Hale",
		"Jay Hale came. In the words of them,":              "Jay Hale",
		"Jay Hale came. In the words of it,":                "",
		"Jay Hale came. By all means and according to him,": "",
		"Jay Hale came. According to him, nobody came.":     "",
		"Jay Hale came. It rained.":                         "",
	} {
		d := quays()
		d.since = since
		if who, _ := d.newSubject(); who.Name != want {
			t.Errorf("%s: %q, want %q", since, who.Name, want)
		}
	}
}

// What the text says of the same name at another place is told of a speaker without an organisation.
func TestWhatIsToldElsewhere(t *testing.T) {
	t.Parallel()
	none := " |  | "
	for text, want := range map[string]string{
		"Then came Jay Hale of Cod Institute.":                        "Jay Hale |  | Cod Institute",
		"Then came Jay Hale from Cod Institute":                       "Jay Hale |  | Cod Institute",
		"Then came Jay Hale at Cod Institute":                         "Jay Hale |  | Cod Institute",
		"Then came Jay Hale with Cod Institute":                       "Jay Hale |  | Cod Institute",
		"Then came Jay Hale by Cod Institute":                         "Jay Hale" + none,
		"Then came Jay Hale, chair of Cod Institute.":                 "Jay Hale | chair | Cod Institute",
		"Then came Jay Hale. Cod Institute came.":                     "Jay Hale" + none,
		"Then came Cod Institute chair Jay Hale.":                     "Jay Hale | chair | Cod Institute",
		"Then, with the Cod Institute chair Jay Hale came.":           "Jay Hale | chair | Cod Institute",
		"Then came Jay Hale of Cod Institute. Jay Hale of Cod Guild.": "Jay Hale" + none,
		"Then came Jay Hale of Cod Guild. Jay Hale of Cod Guild.":     "Jay Hale |  | Cod Guild",
		"Then came Jay Hale of Reed & Cod and Bea Reed.":              "Jay Hale |  | Reed & Cod",
		"Then came Jay Hale, youth from Cod Institute.":               "Jay Hale" + none,
		"Then came Jay Hale, local students of Cod Institute.":        "Jay Hale" + none,
		"Then came Jay Hale, minister of Marlow.":                     "Jay Hale" + none,
		"Nobody came.": "Jay Hale" + none,
	} {
		if got := reads(draftIn("en", text), "elsewhere", "Jay Hale"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		if got := reads(draftIn("de", text), "elsewhere", "Jay Hale"); got != "Jay Hale"+none {
			t.Errorf("%s in German: %q", text, got)
		}
	}
	for _, who := range []Speaker{
		{Name: "Jay Hale", Org: "Rota"},
		{Name: "Jay Hale", Unsure: "who?"},
		{Name: "Jay"},
		{Name: "Jay Hale", Title: "former chair"},
		{Name: "Jay Hale", Title: "Senator"},
	} {
		if got := draftIn("en", "Then came Jay Hale of Cod Institute. Then Jay of Rota Institute came.").toldElsewhere(who); got != who {
			t.Errorf("%v became %v", who, got)
		}
	}
	for _, who := range []Speaker{{Name: "Dr Jay Hale"}, {Name: "Jay Hale", Org: "?", Unsure: namesNoOrg}, {Name: "Jay Hale", Title: "cook"}} {
		got := draftIn("en", "Then came Jay Hale, chair of Cod Institute.").toldElsewhere(who)
		if got.Org != "Cod Institute" || got.Unsure != "" || got.Name != who.Name || who.Title != "" && got.Title != who.Title {
			t.Errorf("%v became %v", who, got)
		}
	}
	for _, several := range strings.Fields("youth student students pupils volunteers members staff residents children parents teachers families " +
		"players fans workers neighbors neighbours friends representatives leaders officials experts") {
		if got := reads(draftIn("en", "Then came Jay Hale, "+several+" of Cod Institute."), "elsewhere", "Jay Hale"); got != "Jay Hale"+none {
			t.Errorf("%s: %q", several, got)
		}
	}
}
