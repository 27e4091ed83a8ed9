package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestOfficesAtTheEndOfAName takes them off where it is sure what the name is, and says that it is not where it is not.
func TestOfficesAtTheEndOfAName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, org, phrase, want string }{
		{"", "CTO", "Ana Ruiz, Tidewell office of the CTO", " | Tidewell"},
		{"pilot, Tidewell office", "CTO", "Ana Ruiz, pilot, Tidewell office of the CTO", "pilot | Tidewell"},
		{"", "CTO", "Ana Ruiz, Tidewell in May Office of the CTO", " | ?"},
		{"office", "CTO", "Ana Ruiz, office of the CTO", "office of the CTO | ?"},
		{"", "SVP", "Ana Ruiz, SVP", " | ?"},
		{"", "MDA", "Ana Ruiz, MDA", " | MDA"},
		{"pilot", "Osten and Rivers Trust Lead", "Ana Ruiz, pilot of Osten and Rivers Trust Lead", "pilot | Osten"},
		{"", "Rivers Trust Project Lead", "Rivers Trust Project Lead Ana Ruiz", "Project Lead | Rivers Trust"},
		{"", "LAMP Lead", "LAMP Lead Ana Ruiz", "Lead | LAMP"},
		{"", "Quill Lead", "Quill Lead Ana Ruiz", "Lead | Quill"}, // the text has "the Quill"
		{"", "Lampwright Lead", "Lampwright Lead Ana Ruiz", "Lampwright Lead | ?"},
		{"", "Lampwright Lead", "Ana Ruiz", "Lampwright Lead | ?"},
		{"pilot", "Lampwright Lead", "Ana Ruiz, pilot of Lampwright Lead", "pilot of Lampwright Lead | ?"},
		{"", "Lampwright Lead", "Ana Ruiz, Lampwright Lead", "Lampwright Lead | ?"},
		{"", "Lampwright Treasurer", "Ana Ruiz, Lampwright Treasurer", " | Lampwright Treasurer"},
		{"", "Lampwright and", "Ana Ruiz, Lampwright and", " | Lampwright and"},
		{"pilot", "Rivers Trust and", "Ana Ruiz, keeper of Rivers Trust and", "and pilot | Rivers Trust"},
		{"", "Lampwright Lead and Keeper Lamps", "Ana Ruiz", "Lampwright Lead and Keeper Lamps | ?"},
		{"", "Lampwright Lead and Rivers Trust", "Ana Ruiz", " | Lampwright Lead and Rivers Trust"},
		{"", "Lead", "Lead Ana Ruiz", " | Lead"},
		{"", "Tidewell Lamps", "Tidewell Lamps Ana Ruiz", " | Tidewell Lamps"},
		{"", "Tidewell Partner", "Tidewell Partner Ana Ruiz", " | Tidewell Partner"},
	} {
		who := ofTexts("en", "They met the Quill.").withoutOffices(Speaker{Name: "Ana Ruiz", Title: c.title, Org: c.org, Ok: true}, c.phrase)
		if got := who.Title + " | " + who.Org; got != c.want {
			t.Errorf("%s (%s): %q, want %q", c.phrase, c.org, got, c.want)
		}
	}
	for s, want := range map[string]bool{
		"CEO": true, "CFO": true, "CTIO": true, "VP": true, "SVP": true, "EVP": true, "COO": true, "MD": true, "CO": false, "CTIXO": false, "MDS": false,
	} {
		if got := officeLetters.MatchString(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
	for s, want := range map[string]bool{
		"Rivers Trust Board Member": true, "Rivers Trust Lead": true, "Rivers Trust": false, "Lamps Lead": false, "Lead": false, "": false,
		"Rivers Trust Senior Lead": true, "Rivers Trust lead": true, "Rivers Trust captain": false,
	} {
		if got := officeOfAnother(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
	for w := range worksTogether {
		if officeAtEnd(strings.ToUpper(w[:1]) + w[1:]) {
			t.Errorf("%s ends no name", w)
		}
	}
	for w, want := range map[string]bool{"Lead": true, "lead": false, "President/CEO": true, "Fund": false, "Lead.": true, "Lamp": false} {
		if got := officeAtEnd(w); got != want {
			t.Errorf("%s: %t", w, got)
		}
	}
}

// TestOfficesBetweenSemicolons reads them, and whose the first is.
func TestOfficesBetweenSemicolons(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Ana Ruiz; director of Rivers Trust; trustee":      "Ana Ruiz | director | Rivers Trust",
		"Ana Ruiz PhD; director of Rivers Trust; trustee":  "Ana Ruiz | director | Rivers Trust",
		"Ana Ruiz; director of Tidewell; trustee.":         "Ana Ruiz | director of Tidewell; trustee | ?",
		"Ana Ruiz; lamps of Rivers Trust; trustee":         "",
		"Ana Director; director of Rivers Trust; trustee":  "",
		"Rivers Trust; director of Rivers Trust; trustee":  "",
		"Ana Charity; director of Rivers Trust; trustee":   "",
		"Ana; director of Rivers Trust; trustee":           "",
		"Ana Ruiz, director of Rivers Trust and a trustee": "",
	} {
		got := ""
		if who, ok := drafted("en").semicolons(s); ok {
			got = inThree(who)
		}
		if got != want {
			t.Errorf("%s: %q", s, got)
		}
	}
	for _, c := range [][4]string{
		{"en", "spokesperson for A Tidewell", "Tidewell", "A Tidewell"},
		{"en", "A Tidewell", "Tidewell", "Tidewell"},
		{"en", "spokesperson for (A Tidewell)", "Tidewell", "Tidewell"},
		{"de", "spokesperson for A Tidewell", "Tidewell", "Tidewell"},
		{"en", "spokesperson for A ?", "?", "?"},
		{"en", "spokesperson for A ", "", ""},
		{"en", "spokesperson for a Tidewell", "Tidewell", "Tidewell"},
	} {
		if got := drafted(c[0]).ownArticle(c[1], c[2]); got != c[3] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for phrase, want := range map[string]string{
		"Ana Ruiz, its pilot": "?", "Ana Ruiz, their pilot": "?", "Ana Ruiz, his pilot": "?", "Ana Ruiz, her pilot": "?", "Ana Ruiz, our pilot": "Tidewell",
		"Ana Ruiz, its Pilot": "Tidewell", "Ana Ruiz, its pilot at Tidewell": "Tidewell", "Ana Ruiz its pilot": "Tidewell",
	} {
		if who := drafted("en").ofItself(Speaker{Org: "Tidewell"}, phrase); who.Org != want {
			t.Errorf("%s: %q", phrase, who.Org)
		}
	}
	if who := drafted("en").ofItself(Speaker{}, "Ana Ruiz, its pilot"); who.Org != "" || who.Unsure != "" {
		t.Error("of nothing")
	}
}

// TestOfficesOverAWholeBeforeAName reads them with the name behind a comma.
func TestOfficesOverAWholeBeforeAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "Deputy Chair of Harbour Lamps", "Dr Ana Ruiz, MP", "Dr Ana Ruiz | Deputy Chair | Harbour Lamps"},
		{"en", "the Chair at the Harbour Lamps", "Ana Ruiz", "Ana Ruiz | Chair | Harbour Lamps"},
		{"en", "Chair of Harbour Lamps", "Rivers Trust", ""},
		{"en", "Chair of Harbour Lamps", "Ana Director", ""},
		{"en", "Chair of Harbour Lamps", "Ana", ""},
		{"de", "Chair of Harbour Lamps", "Ana Ruiz", ""},
		{"en", "Lamp Chair of Harbour Lamps", "Ana Ruiz", ""},
		{"en", "Director of Marketing", "Ana Ruiz", "Ana Ruiz | Director of Marketing | "},
		{"en", "Director of Policy Trust", "Ana Ruiz", "Ana Ruiz | Director | Policy Trust"},
		{"en", "Director of Policy Lamps", "Ana Ruiz", "Ana Ruiz | Director | Policy Lamps"}, // the text has it twice
		{"en", "Chair of Chemical Engineering", "Ana Ruiz", ""},
		{"en", "Chair of Harbour Lamps in May", "Ana Ruiz", ""},
		{"en", "Chair of Tidewell", "Ana Ruiz", ""},
		{"en", "Chair of Osten", "Ana Ruiz", "Ana Ruiz | Chair | Osten"},
		{"en", "Chair of Quill", "Ana Ruiz", "Ana Ruiz | Chair | Quill"},
		{"en", "Director of Harbour Lamps", "Ana Ruiz", ""},
		{"en", "Director of Rivers Trust", "Ana Ruiz", "Ana Ruiz | Director | Rivers Trust"},
	} {
		d := ofTexts(c[0], "Policy Lamps and Policy Lamps. Quill has a lamp for Quill.")
		d.Known = []Speaker{{Name: "Bo Lind", Org: "Osten"}}
		got := ""
		if who := d.overThenName(c[1], c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s, %s: %q", c[1], c[2], got)
		}
	}
	for _, office := range strings.Split("Chair, Chairman, Chairwoman, Chairperson, Co-Chair, President, Founder, Co-Founder, Convenor, Convener, General Secretary, "+
		"Spokesperson, Campaigner, Leader, Chief Executive, CEO", ", ") {
		if who := drafted("en").overThenName(office+" of Harbour Lamps", "Ana Ruiz"); who.Org != "Harbour Lamps" || who.Title != office {
			t.Errorf("%s: %q of %q", office, who.Title, who.Org)
		}
	}
	for s, want := range map[string]bool{
		"Deputy Chair": true, "Chair and President": true, "Lamp Chair": false, "Deputy": false, "General Secretary": true, "Treasurer": true,
		"Sheriff": false, "Chair or President": false, "First Commissioner": false, "Deputy Mayor": false,
	} {
		if got := officeWordsOnly(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
	for _, c := range []struct {
		tag, org, office, text string
		want                   bool
	}{
		{"en", "MDU", "Acting President", "MDU and MDU", true},
		{"en", "MDU", "Acting President", "MDU", false},
		{"en", "MDU", "General Secretary", "", true},
		{"en", "MDU", "Director-General", "", true},
		{"en", "MDU", "Deputy National Secretary", "", true},
		{"en", "MDU", "Regional Secretary", "", false},
		{"de", "MDU", "General Secretary", "", false},
		{"en", "MD", "General Secretary", "", false},
		{"en", "USA", "General Secretary", "", false},
		{"en", "SEO", "General Secretary", "", false},
		{"en", "MDU", "Lamp President", "MDU and MDU", false},
	} {
		if got := ofTexts(c.tag, c.text).initialsFirst(c.org, c.office); got != c.want {
			t.Errorf("%s %s (%s): %t", c.org, c.office, c.text, got)
		}
	}
	for _, c := range [][4]string{
		{"Ana Ruiz", "Rivers Trust", "Ana Ruiz, who paints", "Ana Ruiz |  | Rivers Trust"},
		{"Ana Ruiz", "Tidewell", "Ana Ruiz, who paints", "Ana Ruiz |  | ?"},
		{"Ana Ruiz", "Tidewell", "Ana Ruiz who paints", ""},
		{"Ana", "Tidewell", "Ana, who paints", ""},
		{"Ana Ruiz", "Tidewell", "Bo Lind, who paints", ""},
		{"Rivers Trust", "Tidewell", "Rivers Trust, who paints", ""},
	} {
		got := ""
		if who := drafted("en").withoutOffice(Speaker{Name: c[0], Title: "pilot", Org: c[1], Ok: true}, c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s: %q", c[2], got)
		}
	}
	if who := drafted("en").withoutOffice(Speaker{Name: "Ana Ruiz", Title: "told that", Ok: true}, "Ana Ruiz, told that"); who.Ok {
		t.Error("a sentence is an office")
	}
}

// TestOfficesBetweenAnOwnerAndAName reads them in small letters.
func TestOfficesBetweenAnOwnerAndAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Tidewell’s keeper Ana Ruiz", "Ana Ruiz | keeper | Tidewell"},
		{"en", "Tidewell’s CEO and founder Ana Ruiz", "Ana Ruiz | CEO and founder | Tidewell"},
		{"en", "CEO and founder Ana Ruiz", " |  | "},
		{"en", "Tidewell and founder Ana Ruiz", " |  | "},
		{"en", "Harbour Party’s Health spokesman Ana Ruiz", "Ana Ruiz | Health spokesman | Harbour Party"},
		{"en", "Harbour Party’s Trust spokesman Ana Ruiz", "Ana Ruiz | spokesman | Harbour Party’s Trust"},
		{"it", "Harbour Party’s Health portavoce Ana Ruiz", "Ana Ruiz | portavoce | Harbour Party’s Health"},
		{"en", "Tidewell’s president is Ana Ruiz", "Ana Ruiz | president | Tidewell"},
		{"en", "Tidewell’s president remains Ana Ruiz", "Ana Ruiz | president | Tidewell"},
		{"nl", "Technisch directeur Ana Ruiz", "Ana Ruiz | Technisch directeur | "},
		{"sv", "Tidewells ordförande Ana Ruiz", "Ana Ruiz | ordförande | ?"},
	} {
		toks := prose.Tokens(c[1])
		who, ok := drafted(c[0]).officeBetween(c[1], toks, prose.CapitalRun(toks, 0))
		if got := inThree(who); got != c[2] {
			t.Errorf("%s: %q, %t", c[1], got, ok)
		}
	}
	for _, c := range [][4]string{
		{"sv", "", "Strandföreningens", "Strandföreningen"},
		{"da", "", "Forbundets", "Forbundet"},
		{"da", "", "Strandforeningens", "Strandforeningen"},
		{"nb", "", "Strandforeningens", "Strandforeningen"},
		{"nb", "", "Laugs", "?"},
		{"da", "Laug kom.", "Laugs", "Laug"},
		{"sv", "", "Strandas", "?"},
		{"sv", "", "Lampornas", "Lamporna"},
		{"sv", "", "Strandans", "Strandan"},
		{"sv", "", "Strandanes", "Strandane"},
		{"sv", "", "Tidewell", "Tidewell"},
		{"sv", "", "Tides", "?"},
		{"sv", "Tide kom.", "Tides", "Tide"},
		{"en", "", "Tides", "Tides"},
		{"de", "", "Tides", "Tides"},
	} {
		if got := ofTexts(c[0], c[1]).ownerAlone(c[2]); got != c[3] {
			t.Errorf("%s (%s): %q", c[2], c[1], got)
		}
	}
}
