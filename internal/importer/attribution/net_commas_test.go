package attribution

import (
	"strings"
	"testing"
)

// TestNamesBehindACommaAfterAnOffice reads them behind an office alone, behind an office with what it is over, and behind a field.
func TestNamesBehindACommaAfterAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "Founder and President", "Ana Ruiz of Rivers Trust", "Ana Ruiz | Founder and President | Rivers Trust"},
		{"en", "Executive Director", "Ana Ruiz", "Ana Ruiz | Executive Director | "},
		{"en", "", "Ana Ruiz", ""},
		{"en", "Director", "", ""},
		{"de", "Director", "Ana Ruiz", ""},
		{"en", "Executive", "Ana", ""},
		{"en", "Lamp Director", "Ana Ruiz", ""},
		{"en", "Director", "Ana Charity", ""},
		{"en", "Director", "Osten", "Jan Osten | Director | "},
		{"en", "Director", "Sir Quill", "Sir Quill | Director | "},
		{"en", "Director", "keeper Ana Ruiz", ""},
	} {
		d, got := drafted(c[0]), ""
		d.Known = []Speaker{{Name: "Jan Osten"}}
		if who := d.officeAlone(c[1], c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s, %s: %q", c[1], c[2], got)
		}
	}
	for _, c := range [][4]string{
		{"es", "la directora de Ríos Vivos", "Ana Ruiz", "Ana Ruiz | directora | Ríos Vivos"},
		{"es", "el alcalde", "Ana Ruiz", "Ana Ruiz | alcalde | "},
		{"en", "the charity’s head of policy", "Ana Ruiz", "Ana Ruiz | head of policy | "},
		{"en", "the charity’s head of policy", "Ana Director", ""},
		{"en", "the charity’s head of policy", "Rivers Trust", ""},
		{"it", "il direttore del coro", "della Scala", ""},
		{"it", "il direttore del coro", "Ana Ruiz", "Ana Ruiz | direttore del coro | ?"},
		{"es", "la directora nueva de luces", "Ana Ruiz", "Ana Ruiz | directora nueva de luces | ?"},
		{"es", "la directora nueva de luces", "Ana Trust", "Ana Trust | directora nueva de luces | ?"},
		{"pt", "o presidente da câmara", "vereador João Vale", "João Vale | presidente da câmara | ?"},
	} {
		got := ""
		if who := drafted(c[0]).titleThenName(c[1], c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s, %s: %q", c[1], c[2], got)
		}
	}
	for _, c := range [][4]string{
		{"en", "the Harbour Commissioner of Marlow", "Ana Ruiz", "Ana Ruiz | Harbour Commissioner of Marlow | ?"},
		{"en", "the Harbour Commissioner for the Rivers Trust", "Ana Ruiz", "Ana Ruiz | Harbour Commissioner | Rivers Trust"},
		{"en", "the Harbour Commissioner of Osten", "Ana Ruiz", "Ana Ruiz | Harbour Commissioner | Osten"},
		{"en", "the Harbour Commissioner of Harbour Committees", "Ana Ruiz", "Ana Ruiz | Harbour Commissioner of Harbour Committees | ?"},
		{"en", "a Harbour Commissioner of Marlow", "Ana Ruiz", ""},
		{"de", "the Harbour Commissioner of Marlow", "Ana Ruiz", ""},
		{"en", "the harbour Commissioner of Marlow", "Ana Ruiz", ""},
		{"en", "the Harbour Commissioner of Marlow", "Ana", ""},
		{"en", "the Harbour Commissioner of Marlow", "Rivers Trust", ""},
		{"en", "the Harbour Commissioner of Marlow", "Ana Director", ""},
		{"en", "the Harbour Commissioner of Marlow", "Ana Ruiz, who paints, met", ""},
		{"en", "the Harbour Lamp of Marlow", "Ana Ruiz", ""},
		{"en", "the Trust Commissioner of Marlow", "Ana Ruiz", ""},
	} {
		d, got := drafted(c[0]), ""
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}, {Name: "Bo Lind", Org: "?"}}
		if who := d.officeThenName(c[1], c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s, %s: %q", c[1], c[2], got)
		}
	}
	for _, c := range [][4]string{
		{"en", "Tidewell Vice President for Harbours and Lights", "Ana Ruiz", "Ana Ruiz | Vice President for Harbours and Lights | Tidewell"},
		{"en", "Tidewell’s Director of Lights", "Ana Ruiz", "Ana Ruiz | Director of Lights | Tidewell"},
		{"en", "Rivers Trust Director of Lights", "Ana Ruiz", "Ana Ruiz | Director of Lights | Rivers Trust"},
		{"en", "Old Tidewell Director of Lights", "Ana Ruiz", ""},
		{"en", "Tidewell, Lamps Director of Lights", "Ana Ruiz", ""},
		{"en", "Tidewell, Trust Director of Lights", "Ana Ruiz", ""},
		{"en", "The Director of Lights", "Ana Ruiz", ""},
		{"en", "In Director of Lights", "Ana Ruiz", ""},
		{"en", "Harbour Director of Lights", "Ana Ruiz", ""},
		{"en", "Director of Lights", "Ana Ruiz", ""},
		{"en", "Tidewell Sheriff of Lights", "Ana Ruiz", ""},
		{"en", "Tidewell Regional Secretary for Lights", "Ana Ruiz", "Ana Ruiz | Regional Secretary for Lights | Tidewell"},
		{"en", "Tidewell Director of Lights", "Rivers Trust", ""},
		{"en", "Tidewell Director of Lights", "Ana Director", ""},
		{"en", "Tidewell Director of Lights", "Ana", ""},
		{"de", "Tidewell Director of Lights", "Ana Ruiz", ""},
	} {
		got := ""
		if who := drafted(c[0]).fieldThenName(c[1], c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s, %s: %q", c[1], c[2], got)
		}
	}
}

// TestNamesLastBetweenCommas reads an organisation, its office and a name, and who held an office.
func TestNamesLastBetweenCommas(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Rivers Trust, President, Ana Ruiz", "Ana Ruiz | President | Rivers Trust"},
		{"Osten, President, Ana Ruiz MP", "Ana Ruiz | President | Osten"},
		{"Tidewell, President, Ana Ruiz", ""},
		{"lamps Trust, President, Ana Ruiz", ""},
		{"Rivers Trust, Lamp, Ana Ruiz", ""},
		{"Rivers Trust, President of, Ana Ruiz", ""},
		{"Rivers Trust, President one two six ten, Ana Ruiz", "Ana Ruiz | President one two six ten | Rivers Trust"},
		{"Rivers Trust, President one two six ten x, Ana Ruiz", ""},
		{"Rivers Trust, President, Ana", ""},
		{"Rivers Trust, President, Ana Trust", ""},
		{"Rivers Trust, President, Ana Director", ""},
		{"Director Trust, President, Ana Ruiz", ""},
		{"Rivers Trust, President, Quill Lamps", ""}, // the text has "the Quill Lamps"
		{"Rivers Trust in May, President, Ana Ruiz", ""},
		{"Rivers Committees, President, Ana Ruiz", ""},
		{"L’amps Trust, President, Ana Ruiz", ""},
		{"Rivers Trust, President, Ana Ruiz, Marlow", ""},
	} {
		d, got := ofTexts("en", "They met the Quill Lamps."), ""
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		if who, ok := d.nameLast(c[0]); ok {
			got = inThree(who)
		}
		if got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
	for _, c := range [][3]string{
		{"en", "former keeper Ana Ruiz", "Ana Ruiz | former keeper | ?"},
		{"en", "retired keeper Ana Ruiz", "Ana Ruiz | retired keeper | ?"},
		{"en", "ex-keeper Ana Ruiz", "Ana Ruiz | ex-keeper | ?"},
		{"de", "former keeper Ana Ruiz", ""},
		{"en", "old keeper Ana Ruiz", ""},
		{"en", "former Rivers Trust keeper", ""},
		{"en", "former spokesman for the Rivers Trust", ""},
		{"en", "former a keeper with Rivers Trust", ""},
	} {
		got := ""
		if who, ok := drafted(c[0]).former(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for s, want := range map[string]string{
		"Justice Ana Ruiz | Acting Chief": "Ana Ruiz | Acting Chief Justice", "Justice Ana Ruiz | Keeper": "Ana Ruiz | Justice, Keeper",
		"Professor Ana Ruiz | Professor of Knots": "Ana Ruiz | Professor of Knots", "Professor Ana Ruiz | ": "Ana Ruiz | Professor",
		"Captain Ruiz | ": "Ruiz | Captain", "Captain Ruiz | keeper": "Captain Ruiz | keeper", "Rep. Ana Ruiz | former keeper": "Ana Ruiz | Rep.",
		"Associate Professor Ana Ruiz | ": "Ana Ruiz | Associate Professor", "Lamp Ana Ruiz | keeper": "Lamp Ana Ruiz | keeper",
	} {
		name, title, _ := strings.Cut(s, " | ")
		who := ranked(Speaker{Name: name, Title: title})
		if got := who.Name + " | " + who.Title; got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
	for s, want := range map[string]string{
		"officials from the Rivers Trust": "Rivers Trust", "officials at Rivers Trust in Europe": "", "two representatives of Tidewell": "Tidewell",
		"an EGO spokesman": "Enlisted Guild of Ohio", "the Tidewell’s official": "Tidewell", "organisers with L’amps": "",
	} {
		if who := ofTexts("en", "They met Enlisted Guild of Ohio (EGO).").spokesman(s); who.Org != want || who.Ok != (want != "") {
			t.Errorf("%s: %q", s, who.Org)
		}
	}
	if got := ofTexts("en", tooMany+"They met Enlisted Guild of Ohio (EGO).").written("EGO"); got != "EGO" {
		t.Errorf("a paragraph of marks: %q", got)
	}
}
