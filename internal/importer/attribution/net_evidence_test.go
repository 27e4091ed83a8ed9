package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
	"pressroom/internal/release"
)

// ofTexts is a draft in a language with these paragraphs.
func ofTexts(tag string, texts ...string) *Copy {
	d := drafted(tag)
	for _, s := range texts {
		d.Body = append(d.Body, prose.Para{Text: s})
	}
	d.Source = strings.Join(texts, "\n\n")
	return d
}

// inThree is who somebody is, with the office and the organisation.
func inThree(who Speaker) string { return who.Name + " | " + who.Title + " | " + who.Org }

// tooMany are more marks than a paragraph has.
var tooMany = strings.Repeat("“", 61)

// TestOrganisationsThatThePhraseDoesNotGive takes back what begins a sentence, where somebody was before, what an owner has, what says
// of what kind an office is and what it is over.
func TestOrganisationsThatThePhraseDoesNotGive(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, title, org, phrase, want string }{
		{"en", "", "keeper", "Lamp", "Lamp keeper Ana Ruiz", "Lamp keeper | ?"},
		{"de", "", "keeper", "Lamp", "Lamp keeper Ana Ruiz", "keeper | Lamp"},
		{"en", "", "keeper", "?", "? keeper Ana Ruiz", "keeper | ?"},
		{"en", "", "keeper", "Senior", "Senior keeper Ana Ruiz", "Senior keeper | "},
		{"en", "", "keeper", "Captain", "Captain keeper Ana Ruiz", "Captain keeper | "},
		{"en", "", "keeper", "Harbour", "Harbour keeper Ana Ruiz", "Harbour keeper | "},
		{"en", "They met Lamp here.", "keeper", "Lamp", "Lamp keeper Ana Ruiz", "keeper | Lamp"},
		{"en", "", "keeper", "Lamp", "Lamps keeper Ana Ruiz", "keeper | Lamp"},
		{"en", "", "keeper", "Lamp", "the Lamp keeper Ana Ruiz", "keeper | Lamp"},
		{"en", "", "Keeper", "Lamp", "Lamp Keeper Ana Ruiz", "Keeper | Lamp"},
		{"en", "", "", "Lamp", "Lamp Ana Ruiz", " | Lamp"},
		{"en", "", "keeper", "Lamp Quay", "Lamp Quay keeper Ana Ruiz", "keeper | Lamp Quay"},
		{"en", "", "Secretary of Lamps", "Under", "Ana Ruiz, Under Secretary of Lamps", "Under Secretary of Lamps | ?"},
		{"en", "", "Keeper of Lamps", "Under", "Ana Ruiz, Under Keeper of Lamps", "Keeper of Lamps | Under"},
		{"en", "", "Secretary of Lamps", "Over", "Ana Ruiz, Over Secretary of Lamps", "Secretary of Lamps | Over"},
		{"en", "", "formerly", "Tidewell", "Ana Ruiz, formerly of Tidewell", " | ?"},
		{"en", "", "Previously", "Tidewell", "Ana Ruiz, previously of Tidewell", " | ?"},
		{"en", "", "once", "Tidewell", "Ana Ruiz, once of Tidewell", "once | ?"},
		{"en", "", "keeper", "Tidewell", "Ana Ruiz, past keeper of Tidewell and current chair of Tidewell", "current chair | Tidewell"},
		{"en", "", "pilot", "Marlow’s only hospital", "Ana Ruiz, pilot", "pilot | ?"},
		{"en", "", "pilot", "Marlow's only hospital", "Ana Ruiz, pilot", "pilot | ?"},
		{"en", "", "pilot", "Rivers’ only hospital", "Ana Ruiz, pilot", "pilot | ?"},
		{"en", "", "pilot", "Rivers' only hospital", "Ana Ruiz, pilot", "pilot | ?"},
		{"en", "", "pilot", "Marlow’s Only Hospital", "Ana Ruiz, pilot", "pilot | Marlow’s Only Hospital"},
		{"en", "", "Councillor", "Divisional", "Divisional Councillor Ana Ruiz", "Divisional Councillor | ?"},
		{"en", "", "Keeper", "Women", "Women’s Keeper Ana Ruiz", "Women’s Keeper | ?"},
		{"en", "", "Keeper", "Marlow", "Ana Ruiz, Keeper of Marlow", "Keeper of Marlow | ?"},
		{"en", "", "Keeper", "Rivers Trust", "Ana Ruiz, Keeper of Rivers Trust", "Keeper | Rivers Trust"},
	} {
		who := ofTexts(c.tag, c.text).unfounded(Speaker{Name: "Ana Ruiz", Title: c.title, Org: c.org, Ok: true}, c.phrase)
		if got := who.Title + " | " + who.Org; got != c.want {
			t.Errorf("%s %s: %q, want %q", c.phrase, c.org, got, c.want)
		}
	}
	for _, held := range strings.Split("formerly, previously, once, former keeper, retired keeper, past keeper, one-time keeper, ex-keeper, the former keeper, "+
		"a former keeper, an ex-keeper", ", ") {
		for _, at := range strings.Split("of, at, with, for, from, in, of the", ", ") {
			who := drafted("en").unfounded(Speaker{Title: "pilot", Org: "Tidewell"}, "Ana Ruiz, "+held+" "+at+" Tidewell")
			if who.Org != release.Unknown || !strings.Contains(who.Unsure, "formerly") {
				t.Errorf("%s %s: %q (%s)", held, at, who.Org, who.Unsure)
			}
		}
	}
	for _, s := range []string{"past keeper, pilot of ", "past keeper; pilot of ", "past keeper: pilot of ", "past keeper near ", "pastor of ", "repast of "} {
		if who := drafted("en").unfounded(Speaker{Title: "pilot", Org: "Tidewell"}, "Ana Ruiz, "+s+"Tidewell"); who.Org != "Tidewell" {
			t.Errorf("%s: %q", s, who.Org)
		}
	}
}

// TestOfficesOverNoBody tells offices that may be over a field or a place from those that are an organisation's.
func TestOfficesOverNoBody(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, org, phrase string
		known             bool
		want              bool
	}{
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Keeper of Marlow", false, true},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Keeper for the Marlow", false, true},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Keeper at Marlow", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Keeper of Marlow’s lamps", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Keeper of Marlow's lamps", false, false},
		{"Ana Ruiz", "Marlows", "Ana Ruiz, Keeper of Marlows’ lamps", false, false},
		{"Ana Ruiz", "Marlows", "Ana Ruiz, Keeper of Marlows' lamps", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Keeper of Marlow lamps", false, true},
		{"Ana Keeper", "Marlow", "Ana Keeper in Marlow", false, false},
		{"Ana Ruiz", "Marlow", "Ana Keeper in Marlow", false, true},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Lamp of Marlow", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, Imam of Marlow", false, true},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, President of Marlow", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, President in Marlow", false, true},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, team leader of Marlow", false, true},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, team leader of Marlow", true, false},
		{"Ana Ruiz", "Marlow Trust", "Ana Ruiz, team leader of Marlow Trust", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, vice president for Marlow", false, true},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, vice president for Marlow", true, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, vice president of Marlow", false, false},
		{"Ana Ruiz", "Marlow Trust", "Ana Ruiz, vice president for Marlow Trust", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, keeper of Marlow", false, false},
		{"Ana Ruiz", "Marlow", "Ana Ruiz, keeper in Marlow", false, true},
		{"Ana Ruiz", "Tidewell", "Ana Ruiz, keeper of Tidewell", false, true},
		{"Ana Ruiz", "Tidewell", "Ana Ruiz, keeper of Tidewell", true, false},
		{"Ana Ruiz", "Marlow Trust", "Ana Ruiz, Keeper of Marlow Trust", false, false},
	} {
		d := drafted("en")
		d.Dateline.Text = "Tidewell, 3 May"
		if c.known {
			d.Known = []Speaker{{Name: "Bo Lind", Org: c.org}}
		}
		if got := d.overNoBody(Speaker{Name: c.name, Org: c.org}, c.phrase); got != c.want {
			t.Errorf("%s (%s, %t): %t", c.phrase, c.name, c.known, got)
		}
	}
}

// TestOfficesOfThoseWhoLead tells those of the whole from those over a part, and directors of a firm from those of a field.
func TestOfficesOfThoseWhoLead(t *testing.T) {
	t.Parallel()
	for _, office := range strings.Split("ceo, cfo, cto, coo, chief executive, chief executive officer, founder, co-founder, owner, chair, chairman, "+
		"chairwoman, chairperson, spokesman, spokespeople, executive director, managing director, general manager, national manager, "+
		"general secretary, general director, national director, national secretary, secretary-general, secretary general, member, partner, "+
		"principal, convenor, convener, leader, publisher, campaigner, volunteer, organizer, organiser, employee, representative, lawyer, "+
		"attorney, counsel, trustee, president, Old President", ", ") {
		if !leadsWhole(office, "Rivers Trust") {
			t.Errorf("%s leads nothing", office)
		}
	}
	for _, office := range strings.Split("cio, chief, chairs, spokes, director, state manager, secretary, pilot, resident, vice president, vice-president, "+
		"cabinet member, executive member, portfolio member, board member, lead member, lead partner, team leader, team lead, team member, "+
		"team manager, team captain, presidents", ", ") {
		if leadsWhole(office, "Rivers Trust") {
			t.Errorf("%s leads the whole", office)
		}
	}
	for office, want := range map[string]bool{"director": true, "lamp director": true, "Lamp Director": true, "old lamp director": false} {
		if got := leadsWhole(office, "Tidewell"); got != want {
			t.Errorf("%s of Tidewell: %t", office, got)
		}
	}
	for office, want := range map[string]bool{"team manager": true, "team captain": true, "Team lead": true, "steam leader": false, "team leaders": false} {
		if got := overATeam.MatchString(office); got != want {
			t.Errorf("%s: %t", office, got)
		}
	}
}

// TestKindsOfOffices tells a word before an office that says of what kind that is.
func TestKindsOfOffices(t *testing.T) {
	t.Parallel()
	for _, kind := range strings.Split("Regional, Departmental, Editorial, Cooperative, Executive, Linguistic, Budgetary, Children, Women, Seniors, Youth, Veterans, "+
		"Portfolio, Old Lamp Portfolio, Lamp Division, Lamp Ward, Housing, Health, Education, Transport, Environment, Energy, Finance, Defence, "+
		"Justice, Employment, Immigration, Agriculture, Fisheries, Tourism, Science, Arts, Culture, Sport, Sports, Ward, Divisional, Local, Shadow", ", ") {
		if !ofKind.MatchString(kind) {
			t.Errorf("%s is of no kind", kind)
		}
		if ofKind.MatchString(kind+"x") || ofKind.MatchString("x"+kind) {
			t.Errorf("%s within a word is one", kind)
		}
	}
	for _, c := range []struct {
		who          Speaker
		text, phrase string
		known        string
		want         bool
	}{
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Women"}, "", "Women Keeper Ana Ruiz", "", true},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Women"}, "", "Women’s Keeper Ana Ruiz", "", true},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Women"}, "", "Women's Keeper Ana Ruiz", "", true},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Women"}, "", "Women, Keeper Ana Ruiz", "", false},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Women"}, "", "the Women Keeper Ana Ruiz", "", false},
		{Speaker{Name: "Ana Ruiz", Org: "Women"}, "", "Women  Ana Ruiz", "", false},
		{Speaker{Title: "Keeper", Org: "Women"}, "", "Women Keeper", "", false},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Women"}, "", "Women Keeper Ana Ruiz", "Women", false},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Lamp"}, "", "Lamp Keeper Ana Ruiz", "", false},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Lamp"}, "They have a lamp.", "Lamp Keeper Ana Ruiz", "", true},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Old Lamp"}, "They have an old lamp.", "Old Lamp Keeper Ana Ruiz", "", true},
		{Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Old Lamp"}, "They have a lamp.", "Old Lamp Keeper Ana Ruiz", "", false},
	} {
		d := ofTexts("en", c.text)
		if c.known != "" {
			d.Contacts = []prose.Contact{{Name: "Bo Lind", Org: c.known}}
		}
		if got := d.kindOfOffice(c.who, c.phrase); got != c.want {
			t.Errorf("%s (%s): %t", c.phrase, c.text, got)
		}
	}
	d := ofTexts("en", "They have a lamp.")
	if d.Known = []Speaker{{Name: "Bo Lind", Org: "Lamp"}}; d.kindOfOffice(Speaker{Name: "Ana Ruiz", Title: "Keeper", Org: "Lamp"}, "Lamp Keeper Ana Ruiz") {
		t.Error("an organisation that has spoken is a kind of office")
	}
}

// TestNamesThatAreEvident tells an organisation by its words, by how it is spelled and by how the text writes of it.
func TestNamesThatAreEvident(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"Tidewell", "", false},
		{"Rivers Trust", "", true},
		{"TD", "", true},
		{"TideWell", "", true},
		{"Tidewell 4", "", true},
		{"4Tidewell", "", true},
		{"Tide & Well", "", true},
		{"Tidewell.Lamps", "", true},
		{"Tidewell ABC", "", true},
		{"Tidewell AB", "", false},
		{"Tidewell Schools", "", true},
		{"Tidewell Hospitals", "", true},
		{"Tidewell Libraries", "", true},
		{"Tidewell Museums", "", true},
		{"Tidewell Archives", "", true},
		{"Tidewell Police", "", true},
		{"Tidewell Policers", "", false},
		{"Tidewell SL", "", true}, // letters of its form that no other list has
		{"Tidewell e. V.", "", true},
		{"Tidewell", "They met the Tidewell.", true},
		{"Tidewell", "Tidewell opens. It is Tidewell.", true},
		{"Tidewell", "Tidewell opens.", false},
		{"Tidewell", "Tidewell opens in Tidewell.", false},
		{"Tidewell", "Tidewell opens near Tidewell.", false},
		{"Tidewell", "Tidewell opens at Quay, Tidewell.", false},
		{"Tidewell Quay", "They met Tidewell.", true},
		{"Tidewell Quay", "They met (Tidewell).", true},
		{"Tidewell Quay", "They met Tidewell Quay.", false},
		{"Tidewell", "They met Tidewell.", false},
		{"Ty Quay", "They met Ty.", false},
		{"Tye Quay", "They met Tye.", true},
		{"Policy Quay", "They met Policy.", false},
		{"Harbour Quay", "They met Harbour.", false},
		{"Tidewell Quay", "They met Tidewell in Tidewell.", false},
	} {
		if got := ofTexts("en", c.text).evident(c.name); got != c.want {
			t.Errorf("%s (%s): %t", c.name, c.text, got)
		}
	}
}

// TestNamesAtTheBeginningOfASentence tells a name before an office from a word that has its capital from where it stands.
func TestNamesAtTheBeginningOfASentence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		word, office, text, headline string
		want                         bool
	}{
		{"Lamp", "keeper", "", "", false},
		{"LMP", "keeper", "", "", true},
		{"LaMp", "keeper", "", "", true},
		{"Lamp4", "keeper", "", "", true},
		{"Lamp", "keeper", "They met Lamp here.", "", true},
		{"Lamp", "keeper", "Lamp met them.", "", false},
		{"Lamp", "keeper", "They met Lamp-Keeper here.", "", false},
		{"Lamp", "keeper", "", "They and others met Lamp here", true},
		{"Lamp", "keeper", "", "They Met Lamp", false},
		{"Lamp", "general secretary", "", "", true},
		{"Lamp", "deputy general secretary", "", "", true},
		{"Lamp", "honorary general secretary", "", "", false},
		{"Lamp", "ceo", "", "", true},
		{"Lamp", "CEO and keeper", "", "", true},
		{"Lamp", "co-founder", "", "", true},
		{"Lamp", "ceo", "They have a lamp.", "", false},
		{"Harbour", "ceo", "", "", false},
	} {
		d := ofTexts("en", c.text)
		d.Headline.Text = c.headline
		if got := d.nameAtBeginning(c.word, c.office); got != c.want {
			t.Errorf("%s %s (%s%s): %t", c.word, c.office, c.text, c.headline, got)
		}
	}
	d := drafted("en")
	if d.Contacts = []prose.Contact{{Org: "Lamp"}}; !d.nameAtBeginning("Lamp", "keeper") {
		t.Error("who has a contact is no name")
	}
	for text, want := range map[string]bool{
		"met Lamp here": true, "4 Lamp": true, "(x) Lamp": true, "x’ Lamp": true, "x' Lamp": true, "then, Lamp": true, "X (Lamp": true,
		"met Lamp": true, "met Lamp, then": true, "met Lampy": false, "met Lamp4": false, "Met. Lamp": false, "met; Lamp": false, tooMany + " met Lamp": false,
	} {
		if got := ofTexts("en", text).capitalWithin("Lamp"); got != want {
			t.Errorf("%.30s: %t", text, got)
		}
	}
}
