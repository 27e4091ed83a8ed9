package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestBodiesOfThosePublicOffices fills in the body that the text names, where no other word with a capital speaks against it.
func TestBodiesOfThosePublicOffices(t *testing.T) {
	t.Parallel()
	const text, office = "The Marlow County Sheriff’s Office opened.", "Marlow County Sheriff’s Office"
	for _, c := range [][3]string{
		{"en", "Sheriff Ana Ruiz", office},
		{"en", "the Marlow County Sheriff Ana Ruiz", office},
		{"en", "Sheriff Dr. Ana Ruiz", office},
		{"en", "Sheriff Captain Ana Ruiz", office},
		{"en", "Sheriff Ana Ruiz, PhD", office},
		{"en", "Sheriff Ana Ruiz, responsible for Quays", office},
		{"en", "Sheriff Ana Ruiz, in charge of Quays", office},
		{"en", "Sheriff Ana Ruiz of Quays", ""},
		{"en", "Sheriff Ana Ruiz’s", office},
		{"de", "Sheriff Ana Ruiz", ""},
	} {
		who := ofTexts(c[0], text).ofPublicBody(Speaker{Name: "Ana Ruiz", Title: "Sheriff", Ok: true}, c[1])
		if who.Org != c[2] || (who.Unsure == "") != (c[2] == "") {
			t.Errorf("%s: %q (%s)", c[1], who.Org, who.Unsure)
		}
	}
	for _, who := range []Speaker{
		{Name: "Ana Ruiz", Title: "Sheriff"},
		{Title: "Sheriff", Ok: true},
		{Name: "Ana Ruiz", Title: "Sheriff", Org: "Quill", Ok: true},
		{Name: "Ana Ruiz", Title: "former Sheriff", Ok: true},
		{Name: "Ana Ruiz", Title: "pilot", Ok: true},
	} {
		if got := ofTexts("en", text).ofPublicBody(who, "Ana Ruiz"); got != who {
			t.Errorf("%v: %v", who, got)
		}
	}
	if got := ofTexts("en", text).ofPublicBody(Speaker{Name: "Ana Ruiz", Title: "the Sheriff", Org: "?", Ok: true}, "Ana Ruiz"); got.Org != office {
		t.Errorf("an organisation that is not known: %q", got.Org)
	}
	if got := ofTexts("en", tooMany+text).publicBody("Sheriff"); got != "" {
		t.Errorf("a paragraph of marks: %q", got)
	}
	d := drafted("en")
	if d.Body = []prose.Para{{Text: text, Level: 1}}; d.publicBody("Sheriff") != "" {
		t.Error("a heading has it")
	}
	d.Letterhead = []string{"Marlow County Sheriff’s Office"}
	if got := d.publicBody("Sheriff"); got != office {
		t.Errorf("a letterhead: %q", got)
	}
	d.Letterhead = []string{"News: Marlow County Sheriff’s Office"}
	if got := d.publicBody("Sheriff"); got != "" {
		t.Errorf("a letterhead with a colon: %q", got)
	}
	if got := ofTexts("en", "The Marlow Sheriff’s Office and the Quay Sheriff’s Office met.").publicBody("Sheriff"); got != "" {
		t.Errorf("two offices: %q", got)
	}
	if got := ofTexts("en", "The Sheriff’s Office met. The Office of the Marlow Sheriff met.").publicBody("Sheriff"); got != "Office of the Marlow Sheriff" {
		t.Errorf("the longer name: %q", got)
	}
	for s, want := range map[string]string{
		"Harwell and Marlow Police met.": "", "Harwell and Marlow Police met. Harwell and Marlow Police.": "Harwell and Marlow Police",
		"Harwell & Marlow Police met. Harwell & Marlow Police.": "Harwell & Marlow Police", "The Police and Crime Panel met.": "",
	} {
		if got := ofTexts("en", s).publicBody("Police Chief"); got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
}

// TestBodiesWithoutWhatStandsBefore takes off what begins a sentence, and what stands behind a town.
func TestBodiesWithoutWhatStandsBefore(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"The Marlow Police": "Marlow Police", "Last Marlow Police": "Marlow Police", "From Marlow Police": "Marlow Police", "These Marlow Police": "Marlow Police",
		"Senior Marlow Police": "Marlow Police", "State Marlow Police": "State Marlow Police", "County Marlow Police": "County Marlow Police",
		"Sheriff Marlow Police": "Marlow Police", "Monday Marlow Police": "Marlow Police", "Today Marlow Police": "Marlow Police", "TODAY Marlow Police": "Marlow Police",
		"Lamp Marlow Police": "Lamp Marlow Police", "The": "The", "Sheriff Captain": "Captain", "Marlow Police’s": "Marlow Police",
		"City of Marlow Quay": "City of Marlow Quay", "City of Marlow Harbour": "City of Marlow", "City of Marlow Policy": "City of Marlow",
		"City of Marlow Fund": "City of Marlow", "City of Marlow Crown": "City of Marlow", "City of Marlow Director": "City of Marlow",
		"City of Marlow Quay Harbour": "City of Marlow Quay", "City of Harbour": "City of Harbour", "Office of Marlow Harbour": "Office of Marlow Harbour",
		"Old City of Marlow Harbour": "Old City of Marlow Harbour",
	} {
		if got := bodyAlone(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// TestOfficesOfATownHall gives the word before to the office, unless the text has the town with it as a name.
func TestOfficesOfATownHall(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, org, title, want string }{
		{"en", "", "Marlow City", "Manager", "City Manager | ?"},
		{"en", "", "Marlow Village", "Deputy Clerk", "Village Deputy Clerk | ?"},
		{"en", "The City of Marlow met.", "Marlow City", "Manager", "City Manager | City of Marlow"},
		{"en", "Marlow City opens.", "Marlow City", "Manager", "City Manager | Marlow City"},
		{"en", "Marlow City Manager opens.", "Marlow City", "Manager", "City Manager | ?"},
		{"en", "", "Marlow County", "Manager", "County Manager | Marlow County"},
		{"en", "", "Marlow City", "Pilot", "Pilot | Marlow City"},
		{"en", "", "Marlow Quay", "Manager", "Manager | Marlow Quay"},
		{"de", "", "Marlow City", "Manager", "Manager | Marlow City"},
	} {
		who := ofTexts(c.tag, c.text).ofTownHall(Speaker{Title: c.title, Org: c.org})
		if got := who.Title + " | " + who.Org; got != c.want {
			t.Errorf("%s %s (%s): %q", c.org, c.title, c.text, got)
		}
	}
	for _, body := range strings.Split("University, College, Institute, Hospital, City, State, Province", ", ") {
		title, whole, ok := drafted("en").inWholeBody("pilot in the "+body+" of the Marlow", "Marlow")
		if !ok || title != "pilot" || whole != body+" of the Marlow" {
			t.Errorf("%s: %q of %q", body, title, whole)
		}
	}
	for _, c := range [][3]string{
		{"en", "pilot within City of Marlow", "pilot | City of Marlow"},
		{"de", "pilot within City of Marlow", ""},
		{"en", "pilot at City of Marlow", ""},
		{"en", "pilot in Quay of Marlow", ""},
	} {
		got := ""
		if title, whole, ok := drafted(c[0]).inWholeBody(c[1], "Marlow"); ok {
			got = title + " | " + whole
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestBenchesAndSeats reads judges and who is over the parks of a town, and fills in the seat of whoever has no organisation.
func TestBenchesAndSeats(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"Director", "Parks", "Parks Director Ana Ruiz", "Parks Director | "},
		{"Director", "Parks", "Ana Ruiz, Director of Parks", "Director | Parks"},
		{"Director", "Lamps", "Lamps Director Ana Ruiz", "Director | Lamps"},
		{"Judge", "U.S. District", "U.S. District Judge Ana Ruiz", "U.S. District Judge | U.S. District Court"},
		{"Judge", "US Tax", "US Tax Judge Ana Ruiz", "US Tax Judge | US Tax Court"},
		{"Judge", "Circuit", "Circuit Judge Ana Ruiz", "Circuit Judge | "},
		{"Judge", "Lamps", "Lamps Judge Ana Ruiz", "Judge | Lamps"},
		{"Pilot", "Circuit", "Circuit Pilot Ana Ruiz", "Pilot | Circuit"},
		{"Pilot", "US Tax", "US Tax Pilot Ana Ruiz", "Pilot | US Tax"},
	} {
		who := ofBench(Speaker{Title: c[0], Org: c[1]}, c[2])
		if got := who.Title + " | " + who.Org; got != c[3] {
			t.Errorf("%s: %q", c[2], got)
		}
	}
	const text = "Harwell Mayor Ana Ruiz came. Harwell Mayor Ana Ruiz left. The City of Harwell opened."
	mayor := Speaker{Name: "Ana Ruiz", Title: "Mayor", Ok: true}
	if who := ofTexts("en", text).inSeat(mayor); who.Org != "City of Harwell" || who.Unsure == "" {
		t.Errorf("%q (%s)", who.Org, who.Unsure)
	}
	if who := ofTexts("de", text).inSeat(mayor); who.Org != "" {
		t.Errorf("in German: %q", who.Org)
	}
	unknown := mayor
	unknown.Org = "?"
	if who := ofTexts("en", text).inSeat(unknown); who.Org != "City of Harwell" {
		t.Errorf("not known: %q", who.Org)
	}
	for _, who := range []Speaker{
		{Name: "Ana Ruiz", Title: "Mayor"},
		{Title: "Mayor", Ok: true},
		{Name: "Ana Ruiz", Title: "Mayor", Org: "Quill", Ok: true},
		{Name: "Ana Ruiz", Title: "Mayor of Old-Ex Quay", Ok: true},
		{Name: "Ana Ruiz", Title: "pilot", Ok: true},
	} {
		d := ofTexts("en", text+" They met Harwell Mayor .")
		if got := d.inSeat(who); got != who {
			t.Errorf("%v: %v", who, got)
		}
	}
	for party, want := range map[string]bool{"Quay Party": true, "Old Quay": true, "quay Party": false, "Old Party": false} {
		d := ofTexts("en", "They met Quay’s and quay’s Harbour spokeswoman. It is quay’s Lamp spokeswoman. It is Quay’s Harbour spokeswoman.")
		if got := d.inShort(party, "Harbour spokeswoman"); got != want {
			t.Errorf("%s: %t", party, got)
		}
	}
	if ofTexts("en", "It is quay’s Harbour spokeswoman.").inShort("quay Party", "Harbour spokeswoman") {
		t.Error("a word in small letters is what a party is called")
	}
}
