package attribution

import (
	"strings"
	"testing"
)

// TestWhatStandsBehindAnOffice takes back what is a book, a street, somebody or a part, and no organisation.
func TestWhatStandsBehindAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, org, phrase, want string }{
		{"professor in the HTU Department", "Knots", "Ana Ruiz, professor in the HTU Department of Knots", "professor in the HTU Department of Knots | HTU"},
		{"professor at Tidewell School", "Knots", "Ana Ruiz, professor at Tidewell School of Knots", "professor at Tidewell School of Knots | ?"},
		{
			"professor from the Rivers Trust Faculty", "Knots", "Ana Ruiz, professor from the Rivers Trust Faculty of Knots",
			"professor from the Rivers Trust Faculty of Knots | Rivers Trust",
		},
		{"professor of HTU Division", "Knots", "Ana Ruiz, professor of HTU Division of Knots", "professor of HTU Division of Knots | HTU"},
		{"professor in the HTU Section", "Knots", "Ana Ruiz, professor in the HTU Section of Knots", "professor in the HTU Section of Knots | HTU"},
		{"professor in the HTU Department", "Knots", "Ana Ruiz, professor in the HTU Department", "professor in the HTU Department | Knots"},
		{"pilot", "Tidewell and Harbour board", "Ana Ruiz, pilot at Tidewell and Harbour board member", "pilot | Tidewell"},
		{"pilot", "Tidewell and Harbour council", "Ana Ruiz, pilot at Tidewell and Harbour council chair", "pilot | Tidewell"},
		{"pilot", "Tidewell and Harbour board", "Ana Ruiz, pilot at Tidewell and Harbour board lamp", "pilot | Tidewell and Harbour board"},
		{"Officer", "Senior Quay", "Senior Quay Officer Ana Ruiz", "Senior Quay Officer | "},
		{"Officer", "Senior Quay", "the Senior Quay Officer Ana Ruiz", "Officer | Senior Quay"},
		{"Officer", "Senior Trust", "Senior Trust Officer Ana Ruiz", "Officer | Senior Trust"},
		{"Officer", "Tidewell Quay", "Tidewell Quay Officer Ana Ruiz", "Officer | Tidewell Quay"},
		{"", "Marlow Secretary of State", "Marlow Secretary of State Ana Ruiz", "Marlow Secretary of State | ?"},
		{"", "Marlow Attorney General", "Ana Ruiz", "Marlow Attorney General | ?"},
		{"", "Marlow District Attorney", "Ana Ruiz", "Marlow District Attorney | ?"},
		{"", "Marlow Lieutenant Governor", "Ana Ruiz", "Marlow Lieutenant Governor | ?"},
		{"", "Marlow State Treasurer", "Ana Ruiz", "Marlow State Treasurer | ?"},
		{"aide", "Marlow Attorney General", "Ana Ruiz", "aide | Marlow Attorney General"},
		{"author", "Old Lamps", "Ana Ruiz, author of the Old Lamps", "author of the Old Lamps | ?"},
		{"co-author", "Old Lamps", "Ana Ruiz, co-author of Old Lamps", "co-author of Old Lamps | ?"},
		{"pilot", "Tom Reed", "Ana Ruiz, pilot and mother of Tom Reed", "pilot | ?"},
		{"pilot", "Marlow", "Ana Ruiz, pilot on the Isle of Marlow", "pilot | ?"},
		{"pilot", "Marlow", "Ana Ruiz, pilot near the Gulf of Marlow", "pilot | ?"},
		{"aide to", "Mayor Tom Reed", "Ana Ruiz, aide to Mayor Tom Reed", "aide to Mayor Tom Reed | ?"},
		{"pilot", "Governor", "Ana Ruiz, pilot at Governor", "pilot at Governor | ?"},
		{"adviser", "Marlow", "Ana Ruiz, adviser to the president of Marlow", "adviser | ?"},
		{"adviser", "Marlow Trust", "Ana Ruiz, adviser to the president of Marlow Trust", "adviser | Marlow Trust"},
		{"project manager", "Lamps", "Ana Ruiz, project manager of Lamps", "project manager of Lamps | ?"},
		{"project manager", "Osten", "Ana Ruiz, project manager of Osten", "project manager | Osten"},
		{"project manager", "Rivers Trust", "Ana Ruiz, project manager of Rivers Trust", "project manager | Rivers Trust"},
		{"director of lamps", "Marlow", "Ana Ruiz, director of lamps for Marlow", "director of lamps for Marlow | ?"},
		{"director of lamps", "Rivers Trust", "Ana Ruiz, director of lamps for Rivers Trust", "director of lamps | Rivers Trust"},
		{"resident", "Marlow", "Ana Ruiz, resident of Marlow", "resident of Marlow | ?"},
		{"resident", "Marlow Clinic", "Ana Ruiz, resident at Marlow Clinic", "resident | Marlow Clinic"},
		{"pilot", "Mill Lane", "Ana Ruiz, pilot of Mill Lane", "pilot of Mill Lane | ?"},
		{"pilot", "Old Street", "Ana Ruiz, pilot of Old Street", "pilot | Old Street"}, // which has spoken
		{"head", "Lamp Division", "Ana Ruiz, head of Lamp Division", "head of Lamp Division | ?"},
		{"head", "Quays and Lamp Unit", "Ana Ruiz, head of Quays and Lamp Unit", "head of Quays and Lamp Unit | ?"},
		{"head", "History Department", "Ana Ruiz, head of our History Department", "head of our History Department | ?"},
		{"head", "Lamp Department", "Ana Ruiz, head of Lamp Department", "head | Lamp Department"},
		{"lawyer", "Tom Reed", "Ana Ruiz, lawyer for Tom Reed", "lawyer for Tom Reed | ?"},
		{"lawyer", "Rivers Trust", "Ana Ruiz, lawyer for Rivers Trust", "lawyer | Rivers Trust"},
		{"ambassador", "Marlow", "Marlow’s ambassador Ana Ruiz", "ambassador | ?"},
		{"minister for lamps", "Marlow", "Marlow’s minister for lamps Ana Ruiz", "minister for lamps | ?"},
		{"pilot", "Marlow", "Marlow’s pilot Ana Ruiz", "pilot | Marlow"},
		{"ambassador", "Marlow", "Marlow ambassador Ana Ruiz", "ambassador | Marlow"},
		{"ambassador", "Marlow Trust", "Marlow Trust’s ambassador Ana Ruiz", "ambassador | Marlow Trust"},
	} {
		d := drafted("en")
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}, {Name: "Bo Lind", Org: "Old Street"}}
		who := d.mere(Speaker{Name: "Ana Ruiz", Title: c.title, Org: c.org, Ok: true}, c.phrase)
		if got := who.Title + " | " + who.Org; got != c.want {
			t.Errorf("%s: %q, want %q", c.phrase, got, c.want)
		}
	}
	who := drafted("en").mere(Speaker{Title: "ambassador", Org: "Marlow", Ok: true}, "“Who?’s ambassador and the mother of Marlow")
	if !strings.Contains(who.Unsure, "has to do with") {
		t.Error(who.Unsure)
	}
	for _, s := range []string{"", "?"} {
		if who := drafted("en").mere(Speaker{Org: s}, "author of "+s); who.Org != s || who.Unsure != "" {
			t.Errorf("%q: %q (%s)", s, who.Org, who.Unsure)
		}
	}
	if who := drafted("de").mere(Speaker{Title: "author", Org: "Old Lamps"}, "author of Old Lamps"); who.Org != "Old Lamps" {
		t.Error(who.Org)
	}
	for s, want := range map[string]bool{
		"Mayor Ana Ruiz": true, "Sir Ruiz": true, "Old Vice President Ana Ruiz": true, "Mr. Ruiz": true, "Mayor Rivers Trust": false, "Mayor": false,
		"Pilot Ana Ruiz": false, "Mayor Ana B Ruiz": false,
	} {
		if got := ofOfficial(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
}

// TestWhomAnOrganisationServes reads who is a customer of one, or has its prize.
func TestWhomAnOrganisationServes(t *testing.T) {
	t.Parallel()
	for _, is := range strings.Split("winner, recipient, laureate, finalist, customer, client, user, graduate, alumna, alumni, alumnus, patient, fan, survivor, "+
		"victim, subscriber, shareholder, passenger", ", ") {
		who, ok := drafted("en").servedBy("the Tidewell " + is + " Ana Ruiz.")
		if got := inThree(who); !ok || got != "Ana Ruiz | Tidewell "+is+" | ?" || who.Unsure == "" {
			t.Errorf("%s: %s", is, got)
		}
	}
	for _, c := range [][3]string{
		{"en", "Tidewell customer Ana Ruiz of Harbour Table", "Ana Ruiz | Tidewell customer | Harbour Table"},
		{"en", "Tidewell customer Ana Ruiz, from the Harbour Table", "Ana Ruiz | Tidewell customer | Harbour Table"},
		{"en", "Tidewell customer Dr. Ana B. Ruiz at Trust", "Dr. Ana B. Ruiz | Tidewell customer | Trust"},
		{"en", "Tidewell customer Ana Ruiz at Osten", "Ana Ruiz | Tidewell customer | Osten"},
		{"en", "Tidewell customer Ana Ruiz of Marlow", "Ana Ruiz | Tidewell customer | ?"},
		{"de", "Tidewell customer Ana Ruiz", ""},
		{"en", "Tidewell customer Rivers Trust", ""},
		{"en", "Tidewell customer Ana Director", ""},
		{"en", "Tidewell pilot Ana Ruiz", ""},
		{"en", "customer Ana Ruiz", ""},
		{"en", "One Two Six Ten customer Ana Ruiz", "Ana Ruiz | One Two Six Ten customer | ?"},
		{"en", "One Two Three Six Ten customer Ana Ruiz", ""},
	} {
		d, got := drafted(c[0]), ""
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		if who, ok := d.servedBy(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestForWhomAnotherActs tells a person from an organisation by the text, and by whether it is a lawyer who acts.
func TestForWhomAnotherActs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, lead, text string
		want             bool
	}{
		{"Tom Reed", "lawyer for ", "", true},
		{"Tom Reed", "counsel to ", "", true},
		{"Tom Reed", "manager for ", "", false},
		{"Reed", "lawyer for ", "", false},
		{"Rivers Trust", "lawyer for ", "", false},
		{"TOM REED", "lawyer for ", "", false},
		{"Osten Lamps", "lawyer for ", "", false}, // which has spoken
		{"ToM Reed", "lawyer for ", "", false},
		{"Jan Quill", "manager for ", "", true}, // whom the text knows
		{"Reed", "manager for ", "They met Mr Reed.", true},
		{"Reed", "manager for ", "They met Dame Ana Reed-Lind.", false},
		{"Reed", "manager for ", "They met Lady Ana Reed.", true},
		{"Reed", "manager for ", "They met Pilot Reed.", false},
		{"Tidewell", "manager for ", "They met Mr. Tidewell.", true},
		{"Tidewell", "manager for ", "Tidewell announces lamps. They met Mr. Tidewell.", false},
	} {
		d := ofTexts("en", c.text)
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten Lamps"}, {Name: "Jan Quill"}}
		if got := d.actedFor(c.name, c.lead); got != c.want {
			t.Errorf("%s%s (%s): %t", c.lead, c.name, c.text, got)
		}
	}
	for s, want := range map[string]string{
		"School of Knots at the University of Harwell":                            "University of Harwell 15",
		"School of Knots, Harwell College":                                        "Harwell College 15",
		"School of Knots within Department of Botany, Harwell University":         "Harwell University 15",
		"School of Knots near Harwell College":                                    "",
		"School of Knots, the nonprofit Department of Botany, Harwell University": "",
		"School of Knots at Tidewell":                                             "",
		"School of Knots at lamps":                                                "",
		"Old School of Knots at Harwell College":                                  "Harwell College 19",
	} {
		whole, end := drafted("en").bodyOf(s, "School of Knots")
		got := ""
		if whole != "" {
			got = whole + " " + map[int]string{15: "15", 19: "19"}[end]
		}
		if got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
	for part, want := range map[string]bool{
		"Lamp Research Group": true, "Lamp Research Unit": true, "Old Lamp Research Team": true, "Lamp Laboratory": true, "Lamp Lab": true,
		"Department for Knots": true, "School of the Knots": true, "Faculty of Knots": true, "Division of Knots": true, "Section of Knots": true,
		"Laboratory of Knots": true, "Lab of Knots": true, "Chair of Knots": true, "College of Knots": true, "Centre for Knots": true,
		"Center for Knots": true, "Group of Knots": false, "School of knots": false, "Lamp Group": false, "Lab": false, "Lamp Labs": false,
	} {
		if got := ofStudy.MatchString(part); got != want {
			t.Errorf("%s: %t", part, got)
		}
	}
}
