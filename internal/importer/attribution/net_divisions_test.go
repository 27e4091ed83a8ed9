package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestOfficesInAPart divides them from whose part it is.
func TestOfficesInAPart(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "keeper in Tidewell’s Lantern division", "keeper | Tidewell"},
		{"en", "keeper, within the Old Tide's group", "keeper | Old Tide"},
		{"en", "keeper at Rivers’ Lantern team", "keeper | Rivers"},
		{"en", "keeper at Tidewell’s lamps", ""},
		{"de", "keeper in Tidewell’s Lantern division", ""},
		{"en", "lamp in Tidewell’s Lantern division", ""},
		{"en", "keeper in Harbour’s Lantern division", ""},
		{"en", "keeper in Marlow County Sheriff’s Office division", ""},
		{"en", "chair of the Conference of Harbour Cities’ committee", "chair | Conference of Harbour Cities"},
		{"en", "chair of Conference of Harbour Cities’ committee", "chair | Conference of Harbour Cities"},
		{"en", "chair of the Conference at Harbour Cities’ committee", "chair of the Conference | Harbour Cities"},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).ofPart(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for s, want := range map[string]string{
		"chair of the Conference": "Conference", "chair of Old Conference": "Old Conference", "chair at Conference": "", "Conference": "", "chair": "",
		"chair of": "", "chair of Conference Director": "", "chair of Director Conference": "", "": "", "of Conference": "Conference",
	} {
		if got := capitalsLast(s); got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
	for s, want := range map[string]int{
		"RWU local 214": 2, "RWU local #214,": 2, "RWU local": 0, "RWU quay 214": 0, "RWU local two": 0, "RWU No. 214": 2, "RWU local #": 0,
	} {
		if got := numbered(prose.Tokens(s), 0); got != want {
			t.Errorf("%s: %d", s, got)
		}
	}
}

// TestKindsAndSchoolsBeforeAnOffice reads what the organisation is before an office with a capital, and a school before a trade.
func TestKindsAndSchoolsBeforeAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "the university President Ana Ruiz", "Ana Ruiz | university President | "},
		{"en", "state Senator Ana Ruiz", "Ana Ruiz | state Senator | "},
		{"de", "university President Ana Ruiz", ""},
		{"en", "university Lamp", ""},
		{"en", "university President Rivers Trust", ""},
		{"en", "university Ana Ruiz of Tidewell", ""},
		{"en", "quay President Ana Ruiz", ""},
		{"en", "university Ana Ruiz, pilot", ""},
		{"en", "university Keeper Osten", "Osten | university Keeper | "},
	} {
		got := ""
		if who, ok := drafted(c[0]).kindFirst(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for _, trade := range strings.Split("professor, lecturer, researcher, scientist, student, historian, economist, biologist, associate professor, Assistant Professor, "+
		"adjunct professor, emeritus professor, visiting lecturer, graduate student, PhD student, doctoral student, marine biologist, "+
		"old marine biologist", ", ") {
		who, ok := drafted("en").schoolFirst("the University of Harwell " + trade + " Ana Ruiz")
		if got := inThree(who); !ok || got != "Ana Ruiz | "+trade+" | University of Harwell" {
			t.Errorf("%s: %s", trade, got)
		}
	}
	for _, c := range [][3]string{
		{"en", "Harwell College professor Dr. Ana Ruiz", "Dr. Ana Ruiz | professor | Harwell College"},
		{"en", "Lamp Lab professor Ana Ruiz", "Ana Ruiz | professor | Lamp Lab"},
		{"en", "Tidewell professor Ana Ruiz", ""},
		{"de", "Harwell College professor Ana Ruiz", ""},
		{"en", "Harwell College pilot Ana Ruiz", ""},
		{"en", "Harwell College in Marlow professor Ana Ruiz", ""},
		{"en", "Harwell College President professor Ana Ruiz", ""},
	} {
		got := ""
		if who, ok := drafted(c[0]).schoolFirst(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	if title, org, ok := drafted("en").schoolsOffice("University of Harwell Professor, who paints"); !ok || title != "Professor" || org != "University of Harwell" {
		t.Errorf("%q of %q", title, org)
	}
}

// TestOfficesOfWhoeverIssuesTheRelease fills it in for an office in what the text calls it by.
func TestOfficesOfWhoeverIssuesTheRelease(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, title, org, phrase, want string }{
		{"en", "president", "", "the union’s president Ana Ruiz", "president | Quay Union"},
		{"en", "president", "?", "our union's president Ana Ruiz", "president | Quay Union"},
		{"en", "president", "Quay Union", "its union’s president Ana Ruiz", "president | Quay Union"},
		{"en", "president", "union", "the union’s president Ana Ruiz", "president | Quay Union"},
		{"en", "president", "Union", "the union’s president Ana Ruiz", "president | Quay Union"},
		{"en", "president", "Rivers Trust", "the union’s president Ana Ruiz", "president | Rivers Trust"},
		{"de", "president", "", "the union’s president Ana Ruiz", "president | "},
		{"en", "president of the union", "", "Ana Ruiz, president of the union.", "president | Quay Union"},
		{"en", "president at our union", "", "Ana Ruiz, president at our union", "president | Quay Union"},
		{"en", "union President", "", "union President Ana Ruiz", "President | Quay Union"},
		{"en", "company President", "", "company President Ana Ruiz", "company President | "},
		{"en", "president", "", "an union’s president Ana Ruiz", "president | "},
		{"en", "pilot", "", "Ana Ruiz at a ball in the union’s garden", "pilot | "},
		{"en", "pilot", "", "Ana Ruiz, pilot, the union’s lamp", "pilot | "},
		{"en", "pilot", "", "Ana Ruiz, the union’s lamp", "pilot | "},
		{"en", "keeper", "", "Ana Ruiz, keeper on the union’s quay", "keeper | Quay Union"},
		{"en", "president", "", "the zoo’s president Ana Ruiz", "president | Marlow Zoo"},
		{"en", "president", "zoo", "the zoo’s president Ana Ruiz", "president | Marlow Zoo"},
		{"en", "president", "museum", "the museum’s president Ana Ruiz", "president | ?"},
		{"en", "president", "", "the museum’s president Ana Ruiz", "president | "},
	} {
		d := ofTexts(c.tag, "They met the Marlow Zoo.")
		d.Contacts = []prose.Contact{{Name: "Bo Lind", Org: "Quay Union"}}
		who := d.ofIssuer(Speaker{Name: "Ana Ruiz", Title: c.title, Org: c.org, Ok: true}, c.phrase)
		if got := who.Title + " | " + who.Org; got != c.want {
			t.Errorf("%s (%s): %q, want %q", c.phrase, c.org, got, c.want)
		}
		for _, nobody := range []Speaker{{Name: "Ana Ruiz", Title: c.title, Org: c.org}, {Title: c.title, Org: c.org, Ok: true}} {
			if got := d.ofIssuer(nobody, c.phrase); got != nobody {
				t.Errorf("%s: %v", c.phrase, got)
			}
		}
	}
	for text, want := range map[string]string{
		"They met the Marlow Zoo.": "Marlow Zoo", "The Marlow Zoo opens. It is Marlow Zoo.": "Marlow Zoo", "Marlow Zoo met Quay Zoo.": "",
		"They met Zoo.": "", "The Zoo met.": "", "These Zoo met.": "These Zoo", "Zoo of the Harbour met.": "Zoo of the Harbour", "They met Marlow Zoos.": "",
		"In the Marlow Zoo it rains.": "Marlow Zoo", "They met Marlow Zoo-Park.": "", "They Save the Zoo now.": "Save the Zoo", "The Friends of the Marlow Zoo met.": "Friends of the Marlow Zoo",
	} {
		if got := ofTexts("en", text).onlyCalled("zoo"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestTradesBeforeAName reads a name behind a trade in small letters.
func TestTradesBeforeAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "web standards author Ana Ruiz", "", "Ana Ruiz | web standards author | ?"},
		{"en", "the lamp author Ana Ruiz", "", "Ana Ruiz | lamp author | ?"},
		{"en", "lamp author Ana Ruiz", "keeper", "Ana Ruiz |  | "},
		{"en", "lamp author Ana Ruiz", "who paints", ""},
		{"de", "lamp author Ana Ruiz", "", ""},
		{"en", "lamp author Rivers Trust", "", ""},
		{"en", "lamp author Ana Director", "", ""},
		{"en", "chair of Harbour Table", "", ""},
		{"en", "who met Harbour Table", "", ""},
		{"en", "un author Harbour Table", "", ""},
		{"en", "lamp lo Harbour Table", "", ""},
		{"en", "for lamps Harbour Table", "", ""},
		{"en", "one two six Ana Ruiz", "", "Ana Ruiz | one two six | ?"},
		{"en", "one two six ten Ana Ruiz", "", ""},
	} {
		got := ""
		if who := drafted(c[0]).afterTrade(c[1], c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s, %s: %q", c[1], c[2], got)
		}
	}
}

// TestWholesBehindAPart divides an office over a unit from the organisation behind the comma.
func TestWholesBehindAPart(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"Head of Visits Division, Tidewell", "Visits Division", "Head of Visits Division | Tidewell"},
		{"Head of Visits Division, Tidewell.", "Visits Division", "Head of Visits Division | Tidewell"},
		{"Head of Visits Hall, Tidewell", "Visits Hall", ""},
		{"Head of Sales & Marketing, Tidewell", "Sales & Marketing", "Head of Sales & Marketing | Tidewell"},
		{"Vice President of Visits, Tidewell", "Visits", "Vice President of Visits | Tidewell"},
		{"Vice President of Visits Trust, Tidewell", "Visits Trust", ""},
		{"senior svp for Network Marketing, Tidewell", "Network Marketing", "senior svp for Network Marketing | Tidewell"},
		{"Head of Visits Division, Harbour Committees", "Visits Division", ""},
		{"Head of Visits Division, Director", "Visits Division", ""},
		{"Head of Visits Division, Tidewell in May", "Visits Division", ""},
		{"Head of Visits Division, lamps", "Visits Division", ""},
		{"Head of Tide Visits, Tide Lamps Inc.", "Tide Visits", "Head of Tide Visits | Tide Lamps Inc."},
		{"Head of Tide Visits, Tide Lamps Holding", "Tide Visits", "Head of Tide Visits | Tide Lamps Holding"},
		{"Head of Tide Visits, Tide Lamps", "Tide Visits", ""},
		{"Head of Tide Visits, Old Tide Holding", "Tide Visits", ""},
		{"Head of Ty Visits, Ty Holding", "Ty Visits", ""},
	} {
		got := ""
		if title, org, ok := drafted("en").wholeBehind(c[0], c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
	for _, c := range [][4]string{
		{"fr", "coordinateur du Cercle de la FSU", "Cercle de la FSU", "coordinateur du Cercle | FSU"},
		{"fr", "coordinateur du Cercle du FSU", "Cercle du FSU", "coordinateur du Cercle | FSU"},
		{"es", "coordinateur du Cercle de la FSU", "Cercle de la FSU", ""},
		{"fr", "coordinateur du Comité de la FSU", "Comité de la FSU", ""},
		{"fr", "coordinateur du Court de la FSU", "Court de la FSU", ""},
		{"fr", "coordinateur du Cercle de la FS", "Cercle de la FS", ""},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).circle(c[1], c[2]); ok {
			got = title + " | " + org
		}
		if got != c[3] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestOfficersAndTheirFirms divides them.
func TestOfficersAndTheirFirms(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Tidewell VP of Product": "VP of Product | Tidewell", "Tidewell Quay CEO": "CEO | Tidewell Quay", "Tidewell Founder, CEO": "Founder, CEO | Tidewell",
		"Tidewell president & SVP for lamps": "president & SVP for lamps | Tidewell", "Director CEO": "", "Tidewell VPs": "", "CEO Tidewell Lamps AG": "CEO | Tidewell Lamps AG",
		"CEO Rivers Trust": "CEO | Rivers Trust", "CEO Tidewell": "", "CEO the Rivers Trust": "", "CEO Rivers Trust in Europe": "", "CEO Rivers in Europe SL": "",
		"president Rivers Trust": "president | Rivers Trust", "Chairman Rivers Trust": "Chairman | Rivers Trust", "Tidewell general secretary": "general secretary | Tidewell",
		"keeper of Long Walk and CEO of Tidewell": "keeper of Long Walk and CEO | Tidewell", "founder of Long Walk and CEO of Tidewell": "",
		"keeper of lamps and CEO of Harbour Committees": "", "keeper of lamps and CEO of tidelab": "keeper of lamps and CEO | tidelab",
		"keeper & Vice President at Tidewell": "keeper & Vice President | Tidewell", "keeper and pilot of Tidewell": "",
		"keeper in Tidewell’s Lantern division": "keeper | Tidewell",
	} {
		got := ""
		if title, org, ok := drafted("en").officer(s); ok {
			got = title + " | " + org
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	for _, c := range [][4]string{
		{"TTR Regional Director", "USCA", "TTR and TTR", "Regional Director | TTR"},
		{"TTR Regional Director", "USCA", "TTR", "TTR Regional Director | USCA"},
		{"TTR Regional Director", "USCA", "TTR and TTR, USCA and USCA", "TTR Regional Director | USCA"},
		{"TTR Regional Director", "USCA Lamps", "TTR and TTR", "TTR Regional Director | USCA Lamps"},
		{"TTR Regional Director", "US", "TTR and TTR", "TTR Regional Director | US"},
		{"TTR Regional Lamp", "USCA", "TTR and TTR", "TTR Regional Lamp | USCA"},
		{"ADA Regional Director", "USCA", "ADA and ADA", "ADA Regional Director | USCA"},
		{"CEO Regional Director", "USCA", "CEO and CEO", "CEO Regional Director | USCA"},
	} {
		who := ofTexts("en", c[2]).firmFirst(Speaker{Title: c[0], Org: c[1]})
		if got := who.Title + " | " + who.Org; got != c[3] {
			t.Errorf("%s, %s (%s): %q", c[0], c[1], c[2], got)
		}
	}
	for _, c := range []struct {
		tag, since string
		want       bool
	}{
		{"en", "They met keeper Tom Reed.", true},
		{"en", "They met lamp Tom Reed.", false},
		{"en", "They met, Tom Reed said.", true},
		{"en", "They met keeper, Tom Reed.", true},
		{"en", "lamp, Tom Reed,", true},
		{"en", "lamp Tom Reed, here", false},
		{"de", "vier Tom Reed, hier", true},
		{"de", "in Tom Reed, hier", false},
		{"en", "They met keeper Ana Ruiz here.", false},
		{"en", "They met keeper Rivers Trust.", false},
		{"en", "They met keeper These Reed.", false},
		{"en", "They met Bishop Dr. Tom Reed", true},
		{"de", "der Attaché Dr Osten", true},
		{"de", "der alte Attaché Dr Osten kam", true},
		{"en", "They met lamp Jan Quill here.", true},
		{"nl", "de wijkhoofd Tom Reed kwam", true},
		{"en", "met Dr. Tom Reed", true},
		{"en", "met dr Tom Reed", true},
	} {
		d := drafted(c.tag)
		d.since, d.Known = c.since, []Speaker{{Name: "Jan Quill"}}
		if got := d.anotherNamed("Ana Ruiz"); got != c.want {
			t.Errorf("%s: %t", c.since, got)
		}
	}
}
