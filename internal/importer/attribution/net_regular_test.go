package attribution

import "testing"

// TestRegularWaysAreReadWholly asks for name, office and body, which are all the words of a phrase.
func TestRegularWaysAreReadWholly(t *testing.T) {
	d := ofTexts("en", "Lanterns are lit.")
	for _, c := range []struct{ phrase, name, title, org string }{
		{"Ana Ruiz, head of policy at the Rivers Trust", "Ana Ruiz", "head of policy", "Rivers Trust"},
		{"Ana Ruiz, the director, Rivers Trust", "Ana Ruiz", "director", "Rivers Trust"},
		{"Ana Ruiz, director – Rivers Trust", "Ana Ruiz", "director", "Rivers Trust"},
		{"Ana Ruiz, a Rivers Trust head of policy", "Ana Ruiz", "head of policy", "Rivers Trust"},
		{"Rivers Trust head of policy Ana Ruiz", "Ana Ruiz", "head of policy", "Rivers Trust"},
		{"Rivers Trust CEO and founder Ana Ruiz", "Ana Ruiz", "CEO and founder", "Rivers Trust"},
		{"the Rivers Trust’s director, Ana Ruiz", "Ana Ruiz", "director", "Rivers Trust"},
		{"The director of the Rivers Trust, Ana Ruiz", "Ana Ruiz", "director", "Rivers Trust"},
		{"For the Rivers Trust, director Ana Ruiz", "Ana Ruiz", "director", "Rivers Trust"},
		{"on behalf of the Rivers Trust, Ana Ruiz", "Ana Ruiz", "", "Rivers Trust"},
		{"director Ana Ruiz of the Rivers Trust", "Ana Ruiz", "director", "Rivers Trust"},
		{"the Rivers Trust’s Ana Ruiz", "Ana Ruiz", "", "Rivers Trust"},
		{"Ana Ruiz, Rivers Trust", "Ana Ruiz", "", "Rivers Trust"},
		{"Ana Ruiz (Rivers Trust)", "Ana Ruiz", "", "Rivers Trust"},
		{"Ana Ruiz, director of Women in Shipping", "Ana Ruiz", "director", "Women in Shipping"},
		{"Ana Ruiz, director of Citizens for a Better Pier", "Ana Ruiz", "director", "Citizens for a Better Pier"},
		{"Ana Ruiz, Tidewell Group plc director", "Ana Ruiz", "director", "Tidewell Group plc"},
		{"Ana Ruiz, Bank of Marlow chief economist", "Ana Ruiz", "chief economist", "Bank of Marlow"},
		{"Ana Ruiz, Marlow chief economist", "", "", ""}, // a place, for all that its words say
		{"Ana Ruiz, director of the Department of Rivers", "", "", ""},
		{"Ana Ruiz, chair of the Senate Rivers Committee", "", "", ""},
		{"Ana Ruiz, director of Rivers Trust in Marlow", "", "", ""},
		{"Ana Ruiz, mayor of the Rivers District", "", "", ""},
		{"Ana Ruiz, former director of the Rivers Trust", "", "", ""},
		{"Ana Ruiz, winner of the Rivers Trust", "", "", ""},
		{"Ana Ruiz, is director of the Rivers Trust", "", "", ""},
		{"Ana Ruiz, director of the Rivers Trust and Harbor Union", "", "", ""},
		{"Ana Ruiz, director of Europe of the Rivers Union", "", "", ""},
		{"Ana Ruiz, chairman of the Rivers Trust Board of Trustees", "", "", ""},
		{"Ana Ruiz, Ph.D. of Rivers Trust", "", "", ""},
		{"Ana Ruiz, Commercial Director of Rivers Trust", "", "", ""}, // where the office ends, its capitals do not tell
		{"Ana Ruiz, TRUST", "", "", ""},
		{"Parents Against Tolls, Rivers Trust", "", "", ""},
		{"After Ruiz, Rivers Trust", "", "", ""},
		{"Ruiz, director of the Rivers Trust", "", "", ""},
		{"the director of the Rivers Trust", "", "", ""},
	} {
		who, ok := d.regular(c.phrase)
		if ok != (c.name != "") || who.Ok && (who.Name != c.name || who.Title != c.title || trimPossessive(who.Org) != c.org) {
			t.Errorf("%s: %q, %q, %q, %t", c.phrase, who.Name, who.Title, who.Org, ok)
		}
	}
}

// TestRegularWaysAreHeldAgainstWhatWasRead asks which of the two stands.
func TestRegularWaysAreHeldAgainstWhatWasRead(t *testing.T) {
	const (
		phrase = "Ana Ruiz, head of policy at the Bank of Rivers Trust"
		ahead  = "Bank of Rivers Trust head of policy Ana Ruiz"
	)
	read := func(title, org, unsure string) Speaker {
		return Speaker{Name: "Ana Ruiz", Title: title, Org: org, Unsure: unsure, Ok: true}
	}
	whole := read("head of policy", "Bank of Rivers Trust", "")
	for _, c := range []struct {
		phrase     string
		read, want Speaker
	}{
		{phrase, Speaker{}, whole},
		{phrase, read("head of policy", "Bank", ""), whole},
		{phrase, read("head of policy", "Rivers Trust", ""), whole},
		{phrase, read("head of policy", "?", endNotSure), whole},
		{phrase, read("head of policy", "?", namesNoOrg), whole},
		{phrase, read("head of policy", "", ""), whole},
		{phrase, read("head", "Bank of Rivers Trust", ""), read("head", "Bank of Rivers Trust", "")},
		{phrase, read("head of policy", "?", "for a reason"), read("head of policy", "?", "for a reason")},
		{phrase, read("head of policy", "Tidewell", ""), read("head of policy", "Tidewell", "")},
		{phrase, Speaker{Name: "Tom Reed", Ok: true}, Speaker{Name: "Tom Reed", Ok: true}},
		{ahead, read("of Rivers Trust head of policy", "Bank", ""), whole},
		{ahead, read("head of policy", "Bank of Rivers Trust’s", ""), whole},
		{"Ana Ruiz, who came", Speaker{}, Speaker{}},
	} {
		if got := ofTexts("en", "Lanterns are lit.").heldAgainst(c.read, c.phrase); got != c.want {
			t.Errorf("%s, read %+v: %+v", c.phrase, c.read, got)
		}
	}
	if got := ofTexts("de", "Lanterns are lit.").heldAgainst(Speaker{}, phrase); got.Ok {
		t.Errorf("in German: %+v", got)
	}
}

// TestWordsBeforeANameAreTheSameBehindIt asks for body and office behind the comma.
func TestWordsBeforeANameAreTheSameBehindIt(t *testing.T) {
	for _, c := range []struct{ text, phrase, title, org string }{
		{"", "Ana Ruiz, Rivers Trust director", "director", "Rivers Trust"},
		{"", "Ana Ruiz, a RopeTech lead engineer", "lead engineer", "RopeTech"},
		{"", "Ana Ruiz, Rivers Trust Director", "Director", "Rivers Trust"},
		{"OpenRope TC meets. OpenRope TC votes.", "Ana Ruiz, OpenRope TC Chair", "Chair", "OpenRope TC"},
		{"", "Ana Ruiz, Norhaven director", "Norhaven director", "?"},
		{"The NSW coast is long.", "Ana Ruiz, NSW President", "NSW President", "?"},
		{"", "Ana Ruiz, Research Breakfast Director", "Research Breakfast Director", "?"},
		{"", "Ana Ruiz, Marlow resident", "Marlow resident", ""},
		{"", "Ana Ruiz, Bank of Marlow chief economist", "chief economist", "Bank of Marlow"},
		{"", "Ana Ruiz, Estuary Project project manager", "project manager", "Estuary Project"},
	} {
		who := ofTexts("en", c.text).Parse(c.phrase)
		if org := who.Org; who.Name != "Ana Ruiz" || who.Title != c.title || org != c.org && !(c.org == "?" && org == "") {
			t.Errorf("%s: %+v", c.phrase, who)
		}
	}
}

// TestWhatIsInNoName asks for organisations and names of which a word belongs to no name.
func TestWhatIsInNoName(t *testing.T) {
	for _, c := range []struct{ phrase, name, title, org string }{
		{"Tidewell Advisors Co-Chief Investment Officer Ana Ruiz", "Ana Ruiz", "Co-Chief Investment Officer", "Tidewell Advisors"},
		{"the Italo-American scientist Ana Ruiz", "Ana Ruiz", "scientist", ""},
		{"Ruiz Legacy Award", "", "", ""},
	} {
		if who := ofTexts("en", "Lanterns are lit.").Parse(c.phrase); who.Name != c.name || who.Title != c.title || who.Org != c.org {
			t.Errorf("%s: %+v", c.phrase, who)
		}
	}
}
