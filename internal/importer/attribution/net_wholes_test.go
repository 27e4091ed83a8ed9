package attribution

import (
	"strings"
	"testing"
)

// TestBodiesBehindAName gives a name of one word the body behind it.
func TestBodiesBehindAName(t *testing.T) {
	t.Parallel()
	for _, body := range strings.Split("office, council, university, ministry, department, police", ", ") {
		who := drafted("en").wholeBody(Speaker{Title: body + " deputy minister", Org: "Home"})
		if who.Org != "Home "+body || who.Title != "deputy minister" {
			t.Errorf("%s: %q of %q", body, who.Title, who.Org)
		}
	}
	for _, c := range [][4]string{
		{"en", "office minister", "Home", "office minister | Home"},
		{"en", "council leader", "Home", "leader | Home council"},
		{"en", "councils leader", "Home", "councils leader | Home"},
		{"en", "old council leader", "Home", "old council leader | Home"},
		{"de", "council leader", "Home", "council leader | Home"},
		{"en", "council leader", "", "council leader | "},
		{"en", "council leader", "?", "council leader | ?"},
		{"en", "council leader", "Old Home", "council leader | Old Home"},
	} {
		who := drafted(c[0]).wholeBody(Speaker{Title: c[1], Org: c[2]})
		if got := who.Title + " | " + who.Org; got != c[3] {
			t.Errorf("%s %s: %q", c[2], c[1], got)
		}
	}
}

// TestTwoOfficesOfWhichTheFirstIsOwned divides them.
func TestTwoOfficesOfWhichTheFirstIsOwned(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Tidewell’s Associate Director and Professor at the Rivers Trust", "Associate Director and Professor at the Rivers Trust | Tidewell"},
		{"en", "the Tidewell's Director & Professor of the Rivers Trust", "Director & Professor of the Rivers Trust | Tidewell"},
		{"en", "Tidewell’s director and Professor at the Rivers Trust", ""},
		{"en", "Tidewell’s Lamp and Rope at the Rivers Trust", ""},
		{"de", "Tidewell’s Director and Professor at the Rivers Trust", ""},
		{"en", "Tidewell, and Osten’s Director and Professor at the Rivers Trust", ""},
		{"en", "Tidewell’s Director and Professor near the Rivers Trust", ""},
		{"en", "Lantern’s creator and keeper at Rivers Trust", "creator and keeper | Rivers Trust"},
		{"en", "Lantern’s Founder and keeper at Rivers Trust", "Founder and keeper | Rivers Trust"},
		{"en", "Lantern’s creator and keeper of lamps", ""},
		{"en", "Lantern Trust’s Founder and keeper at Rivers Trust", "Founder and keeper at Rivers Trust | Lantern Trust"},
		{"en", "Osten’s Founder and keeper at Rivers Trust", "Founder and keeper at Rivers Trust | Osten"},
	} {
		d, got := drafted(c[0]), ""
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		if title, org, ok := d.firstOwned(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for _, made := range strings.Fields("creator inventor author maintainer designer developer architect editor translator founder") {
		if title, org, _ := drafted("en").firstOwned("Lantern’s " + made + " and keeper at Rivers Trust"); title != made+" and keeper" || org != "Rivers Trust" {
			t.Errorf("%s: %q of %q", made, title, org)
		}
	}
}

// TestWhoMadeAWork tells them from who made an organisation.
func TestWhoMadeAWork(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, title, work, text string
		want                   bool
	}{
		{"en", "creator", "Lantern", "", true},
		{"en", "the Creator", "Lantern", "", true},
		{"en", "co-creator", "Lantern", "", true},
		{"en", "keeper", "Lantern", "", false},
		{"de", "creator", "Lantern", "", false},
		{"en", "creator", "", "", false},
		{"en", "creator", "Lantern Trust", "", false},
		{"en", "creator", "Osten", "", false},
		{"en", "creator", "Lantern", "Lantern announces ropes.", false},
	} {
		d := ofTexts(c.tag, c.text)
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		if got := d.madeIt(c.title, c.work); got != c.want {
			t.Errorf("%s of %s: %t", c.title, c.work, got)
		}
	}
	for s, want := range map[string]string{
		"Membership for Harbor Alliance": "Membership | Harbor Alliance", "Policy for the Harbor Alliance": "Policy | Harbor Alliance",
		"Lamps for Harbor Alliance": "", "policy for Harbor Alliance": "", "Policy for lamps": "", "Policy of Harbor Alliance": "",
	} {
		got := ""
		if field, whole, ok := fieldOfWhom(s); ok {
			got = field + " | " + whole
		}
		if got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
	for s, want := range map[string]bool{
		"África": true, "Africa Occidental": true, "Europa": true, "Ásia": true, "Asia": true, "América": true, "America": true, "Latinoamérica": true,
		"Latinoamerica": true, "Oceanía": true, "Oceania": true, "Oriente Medio": true, "Africana": false, "Nova Europa": false,
	} {
		if got := partOfWorld.MatchString(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
}

// TestOfficesOnABoard divides them from the organisation whose board it is.
func TestOfficesOnABoard(t *testing.T) {
	t.Parallel()
	for _, board := range strings.Split("Board of Directors, Board of Trustees, Board of Governors, Board of Management, Executive Board, Management Board, "+
		"Supervisory Board, Advisory Board", ", ") {
		for _, of := range []string{" of ", " at ", " for ", " of the ", ", of "} {
			title, org, ok := drafted("en").onBoardOf("chair of the " + board + of + "Tidewell")
			if !ok || title != "chair of the "+board || org != "Tidewell" {
				t.Errorf("%s%s: %q of %q", board, of, title, org)
			}
		}
		if !ofBoard.MatchString("adviser to " + board) {
			t.Errorf("%s is no board", board)
		}
	}
	for _, c := range [][3]string{
		{"en", "vice chair to the Board of the Rivers Trust", "vice chair to the Board | Rivers Trust"},
		{"en", "chair of Board of the Rivers Trust", "chair of Board | Rivers Trust"},
		{"en", "chair of the Board of the Tidewell", ""},
		{"en", "chair of the Board of Rivers Trust", ""},
		{"de", "chair of the Board of the Rivers Trust", ""},
		{"de", "chair of the Board of Trustees of Tidewell", ""},
		{"en", "chair of the Board of Trustees of Harbour Committees", ""},
		{"en", "chair of the Board of Trustees of L’amps", ""},
		{"en", "chair of the Board of Trustees of lamps", ""},
		{"en", "chair of the Board of Trustees near Tidewell", ""},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).onBoardOf(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for s, want := range map[string]bool{
		"chair of our Board": true, "chair of its Board": true, "chair of the Board": true, "chair of old Board": false, "the Board": false,
		"one two six ten of the Board": true, "one two three six ten of the Board": true, "one two three four six ten of the Board": false,
	} {
		if got := ofBoard.MatchString(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
}

// TestRanksOfTwoWords reads somebody behind a rank of the police or of a fire service.
func TestRanksOfTwoWords(t *testing.T) {
	t.Parallel()
	for _, first := range strings.Split("Battalion, Division, Bureau, Watch, Crew, Station, Group, Area, Squad, Precinct, Ch, Ch., Det, Det., Detective, "+
		"Assistant Battalion, Deputy Battalion, Acting Battalion, Temporary Battalion", ", ") {
		for _, second := range strings.Split("Chief, Captain, Commander, Manager, Insp, Sgt, Con, Supt, Supt.", ", ") {
			who, ok := drafted("en").rankFirst("the " + first + " " + second + " Ana Ruiz")
			if !ok || who.Name != "Ana Ruiz" || who.Title != first+" "+second {
				t.Errorf("%s %s: %s, %q", first, second, who.Name, who.Title)
			}
		}
	}
	for _, rank := range strings.Split("DCI, DCS, DI, DS, DC, PC, PCSO, WPC, ACC, DCC", ", ") {
		for text, want := range map[string]bool{"Marlow Police met.": true, "The Constabulary met.": true, "The Policemen met.": false, "": false} {
			if who, ok := ofTexts("en", text).rankFirst(rank + " Ana Ruiz"); ok != want || ok && who.Title != rank {
				t.Errorf("%s (%s): %t, %q", rank, text, ok, who.Title)
			}
		}
	}
	for _, c := range [][3]string{
		{"en", "Battalion Chief Ana Ruiz, keeper of lamps", "Ana Ruiz | keeper of lamps | "},
		{"en", "Battalion Chief Ana Ruiz of Rivers Trust", "Ana Ruiz | Battalion Chief | Rivers Trust"},
		{"en", "Battalion Chief Ana Ruiz from Rivers Trust", "Ana Ruiz | Battalion Chief | Rivers Trust"},
		{"en", "Battalion Chief Ana Ruiz with Rivers Trust", "Ana Ruiz | Battalion Chief | Rivers Trust"},
		{"de", "Battalion Chief Ana Ruiz", ""},
		{"en", "Lamp Chief Ana Ruiz", ""},
		{"en", "Battalion Chief Ana", ""},
		{"en", "Battalion Chief Osten", ""},
		{"en", "Battalion Chief Ana Charity", ""},
		{"en", "Battalion Chief Captain Ana Ruiz", ""},
		{"en", "Battalion Chief Special Agent", ""},
	} {
		d, got := drafted(c[0]), ""
		d.Known = []Speaker{{Name: "Jan Osten", Ok: true}}
		if who, ok := d.rankFirst(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestMinistersBehindTheirFields reads the name behind a list of fields, with a comma or right behind the last.
func TestMinistersBehindTheirFields(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Minister for Ports, Lights and Buoys Ana Ruiz", "Ana Ruiz | Minister for Ports, Lights and Buoys | ?"},
		{"en", "Minister for Ports, Lights & Old Buoys Ana B. Ruiz", "Ana B. Ruiz | Minister for Ports, Lights & Old Buoys | ?"},
		{"en", "Minister for Ports,, Lights and Buoys Ana Ruiz", ""},
		{"en", "Minister for Ports, Lights and Buoys Rivers Trust", ""},
		{"en", "Minister for Ports, Lights and Buoys Ana Director", ""},
		{"en", "the Shadow Minister to Ports, Ana Ruiz, today", "Ana Ruiz | Shadow Minister to Ports | ?"},
		{"en", "Minister of Ports, Lights, Senator Ana Ruiz", "Ana Ruiz | Minister of Ports, Lights | ?"},
		{"en", "Minister for Ports, Lights and Buoys, the Hon. Ana Ruiz", "Ana Ruiz | Minister for Ports, Lights and Buoys | ?"},
		{"en", "Minister for Ports, Rt. Honourable Ana Ruiz", "Ana Ruiz | Minister for Ports | ?"},
		{"en", "Minister for Ports, Rt Hon Councillor Ana Ruiz", "Ana Ruiz | Minister for Ports | ?"},
		{"en", "Minister for Ports, Cllr. Ana Ruiz", "Ana Ruiz | Minister for Ports | ?"},
		{"en", "Minister for Ports, Representative Ana Ruiz", "Ana Ruiz | Minister for Ports | ?"},
		{"en", "Minister for Ports, Ana", ""},
		{"en", "Minister for Ports, Rivers Trust, Ana Ruiz", "Ana Ruiz | Minister for Ports, Rivers Trust | ?"},
		{"en", "Minister for Ports, Public Engineering, Ana Ruiz", "Ana Ruiz | Minister for Ports, Public Engineering | ?"},
		{"en", "Minister for Ports, Ana Director, Ana Ruiz", "Ana Ruiz | Minister for Ports, Ana Director | ?"},
		{"en", "Minister for Ports, Lamps, Ropes, Quays, Buoys, Ana Ruiz", "Ana Ruiz | Minister for Ports, Lamps, Ropes, Quays, Buoys | ?"},
		{"en", "Minister for Ports, Lamps, Ropes, Quays, Buoys, Oars, Ana Ruiz", ""},
		{"de", "Minister for Ports, Ana Ruiz", ""},
		{"en", "Minister near Ports, Ana Ruiz", ""},
		{"en", "Secretary of State for Ports, Ana Ruiz", "Ana Ruiz | Secretary of State for Ports | ?"},
		{"en", "Parliamentary Secretary for Ports, Ana Ruiz", "Ana Ruiz | Parliamentary Secretary for Ports | ?"},
		{"en", "Cabinet Secretary for Ports, Ana Ruiz", "Ana Ruiz | Cabinet Secretary for Ports | ?"},
		{"en", "Cabinet Member for Ports, Ana Ruiz", "Ana Ruiz | Cabinet Member for Ports | ?"},
		{"en", "Cabinet Lead for Ports, Ana Ruiz", ""},
		{"en", "Minister for Ropes, Ana Ruiz", "Ana Ruiz | Minister for Ropes | Ministry of Ropes"},
	} {
		got := ""
		if who, ok := ofTexts(c[0], "The Ministry of Ropes met.").ministerNamed(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for s, want := range map[string]string{
		"Labor’s Shadow Minister for Ports, Mr Ana Ruiz": "Ana Ruiz | Shadow Minister for Ports | Labor", "The Quay Party' Shadow Minister for Ports, Ana Ruiz": "Ana Ruiz | Shadow Minister for Ports | Quay Party",
		"Labor’s Shadow Lamp for Ports, Ana Ruiz": "", "Labor’s Minister for Ports, Ana Ruiz": "", "Labor Shadow Minister for Ports, Ana Ruiz": "",
	} {
		got := ""
		if who, ok := drafted("en").shadowNamed(s); ok {
			got = inThree(who)
		}
		if got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
}

// TestMinistersMetInAText notes ministers and members whom a text names.
func TestMinistersMetInAText(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "They met Minister for Ports, Ana Ruiz.", "Ana Ruiz | Minister for Ports | ?"},
		{"en", "They met Labor’s Shadow Minister for Ports, Ana Ruiz.", "Ana Ruiz | Shadow Minister for Ports | Labor"},
		{"en", "They met Minister for Ports, Jan Osten.", ""},
		{"de", "They met Minister for Ports, Ana Ruiz.", ""},
		{"en", "They met QTP MP Ana Ruiz of the QTP.", "Ana Ruiz | MP | QTP"},
		{"en", "They met QTP MP Jan Osten of the QTP.", ""},
		{"en", "They met QTP MP Ana Ruiz.", ""},
		{"de", "They met QTP MP Ana Ruiz of the QTP.", ""},
	} {
		d := ofTexts(c[0], c[1])
		d.Known = []Speaker{{Name: "Jan Osten", Ok: true}}
		d.meetMinisters(c[1])
		got := ""
		for _, who := range d.Known[:len(d.Known)-1] {
			got += inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for s, want := range map[string]bool{"QTP MP Ana Ruiz": true, "a QTP MP Ana Ruiz": false, "QTP pilot Ana Ruiz": false} {
		if _, ok := ofTexts("en", "QTP and QTP").memberNamed(s); ok != want {
			t.Errorf("%s: %t", s, ok)
		}
	}
	if _, ok := ofTexts("de", "QTP and QTP").memberNamed("QTP MP Ana Ruiz"); ok {
		t.Error("a member in German")
	}
}

// TestBranchesAndHeadings reads the whole of a branch, and the name that stands alone above the copy.
func TestBranchesAndHeadings(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "co-president of the Marlow branch of the Harbour Union", "co-president | Harbour Union"},
		{"en", "keeper at its Marlow Quay Chapter of Tidewell", "keeper | Tidewell"},
		{"en", "keeper in our Marlow section of Tidewell", "keeper | Tidewell"},
		{"en", "keeper for Marlow Lodge of Tidewell", "keeper | Tidewell"},
		{"en", "keeper for Marlow region of Tidewell", "keeper | Tidewell"},
		{"en", "keeper for Marlow Division of Tidewell", "keeper | Tidewell"},
		{"en", "keeper for Marlow quay of Tidewell", ""},
		{"en", "lamp for Marlow branch of Tidewell", ""},
		{"de", "keeper for Marlow branch of Tidewell", ""},
		{"en", "keeper for Marlow branch of Harbour Committees", ""},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).ofBranch(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for _, c := range []struct {
		tag   string
		texts []string
		want  string
	}{
		{"en", []string{"Rivers Trust"}, "Rivers Trust"},
		{"en", []string{"Marlow\n Rivers Trust "}, "Rivers Trust"},
		{"en", []string{"One", "Two", "Six", "Rivers Trust"}, "Rivers Trust"},
		{"en", []string{"One", "Two", "Six", "Ten", "Rivers Trust"}, ""},
		{"en", []string{tooMany, "Rivers Trust"}, ""},
		{"de", []string{"Rivers Trust"}, ""},
		{"en", []string{"Trust"}, ""},
		{"en", []string{"Tidewell Lamps"}, ""},
		{"en", []string{"Rivers Trust Director"}, ""},
		{"en", []string{"Rivers Trust opens"}, ""},
		{"en", []string{"One Two Six Ten Old New Big Trust"}, "One Two Six Ten Old New Big Trust"},
		{"en", []string{"One Two Six Ten Old New Big Red Trust"}, ""},
	} {
		if got := ofTexts(c.tag, c.texts...).headedBy(); got != c.want {
			t.Errorf("%.60v: %q", c.texts, got)
		}
	}
	for s, want := range map[string]bool{
		"She says that it rains.": true, "He also says that it rains.": true, "They then say that it rains.": true, "She further says that": true,
		"She sees that it rains.": false, "She says “it rains”.": false, "She says it rains, “here”.": false, "Then she says that it rains.": false,
	} {
		d := drafted("en")
		d.Known = []Speaker{{Name: "Ana Ruiz", Ok: true}}
		if who, ok := d.theySay(s); ok != want || ok && who.Name != "Ana Ruiz" {
			t.Errorf("%s: %t, %s", s, ok, who.Name)
		}
	}
	if _, ok := drafted("en").theySay("She says that it rains."); ok {
		t.Error("of nobody")
	}
	for title, want := range map[string]bool{"Minister": true, "MINISTER of Ports": true, "Ministers": false, "Deputy Minister": false} {
		if got := calledAfter(title, "Minister"); got != want {
			t.Errorf("%s: %t", title, got)
		}
	}
}
