package importer

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pressroom/internal/release"
)

// TestSentencesThatLeadOnWithAnOffice reads a name with an office between commas, and another verb before the words.
func TestSentencesThatLeadOnWithAnOffice(t *testing.T) {
	t.Parallel()
	const words = "The lamps of the harbor burn all night"
	for _, c := range []struct {
		gap, words string
		from       int
		name       string
	}{
		{"Ana Ruiz, president of River Alliance, laid out what comes next:", words, 0, "Ana Ruiz"},
		{"Ana Ruiz, president of River Alliance, laid out what comes next, ", words, 0, "Ana Ruiz"},
		{"The lamps burn. Ana Ruiz, president of River Alliance, laid out what comes next: ", words, 16, "Ana Ruiz"},
		{"At the harbor, Ana Ruiz, president of River Alliance, laid out what comes next:", words, 0, "Ana Ruiz"},
		{"Ana Ruiz ’20, president of River Alliance, laid out what comes next:", words, 0, "Ana Ruiz"},
		{"Ana Ruiz, president of River Alliance, laid out what comes next.", words, 0, ""},
		{"Ana Ruiz, president of River Alliance, laid out what comes next:", "The lamps of the harbor burn at", 0, ""},
		{"Ana Ruiz, president of River Alliance, laid out what comes next:", "the lamps of the harbor burn all night", 0, ""},
		{"Ana Ruiz, president of “River” Alliance, laid out what comes next:", words, 0, ""},
		{"Ana Ruiz, president of River Alliance, said that he laughed and shouted,", words, 0, ""},
		{"Ana Ruiz, president of River Alliance, said that he laughed and shouted:", words, 0, ""},
		{"Ana Ruiz, lamps of River Alliance, laid out what comes next:", words, 0, ""},
		{"River Alliance, president of lamps, laid out what comes next:", words, 0, ""},
		{"Captain Ana Ruiz, president of River Alliance, laid out what comes next:", words, 0, ""},
		{"Ana Ruiz, president of River Alliance, laid out" + strings.Repeat(" lamps", 40) + ":", words, 0, ""},
		{"The lamps burn. Ana Ruiz, lamps of River Alliance, laid out what comes next:", words, 16, ""},
		{"The lamps burn. Ana Ruiz is president of River Alliance:", words, 0, ""},
		{"The lamps burn:", words, 0, ""},
		{"", words, 0, ""},
	} {
		from, who, ok := drafted("en").leadsOn(c.gap, c.words)
		if ok != (c.name != "") || from != c.from || ok && (who.name != c.name || who.title != "president" || who.org != "River Alliance") {
			t.Errorf("%s “%s”: %d, %+v, %t", c.gap, c.words, from, who, ok)
		}
	}
}

// TestWhatIsSaidByIt reads "it said" of whom the sentence before is about, and what German writes behind further words.
func TestWhatIsSaidByIt(t *testing.T) {
	t.Parallel()
	const it = "the text says “it” here; write the organisation instead of the ?"
	const nobody = "the text does not say who says this; write the organisation instead of the ?, and the speaker if there is one"
	for _, c := range []struct{ tag, text, since, org, unsure string }{
		{"en", "it said", "River Alliance opens the harbor.", "River Alliance", ""},
		{"en", "it also said", "River Alliance opens the harbor.", "River Alliance", ""},
		{"en", "it said in a letter", "River Alliance opens the harbor.", "River Alliance", ""},
		{"en", "it said in its letter", "River Alliance opens the harbor.", "River Alliance", ""},
		{"en", "it said", "The lamps burn.", release.Unknown, it},
		{"en", "it said at night", "The lamps burn.", "", ""},
		{"en", "so it said", "The lamps burn.", "", ""},
		{"en", "it painted", "The lamps burn.", "", ""},
		{"en", "heißt es weiter", "The lamps burn.", "", ""},
		{"de", "it sagt", "The lamps burn.", "", ""},
		{"de", "heißt es weiter", "", release.Unknown, nobody},
		{"de", "Heißt es abschließend", "", release.Unknown, nobody},
		{"de", "heißt es in der Mitteilung", "", release.Unknown, nobody},
		{"de", "heißt es in einer Presseerklärung", "", release.Unknown, nobody},
		{"de", "heißt es weiter an dem Hafen bei der Werft", "", release.Unknown, nobody},
		{"de", "heißt es weiter an dem Hafen bei der alten Werft", "", "", ""},
		{"de", "heißt es weiterhin", "", "", ""},
		{"de", "so heißt es weiter", "", "", ""},
	} {
		d := drafted(c.tag)
		d.since = c.since
		who, ok := d.itSays(c.text)
		if ok != (c.org != "") || who.ok != ok || who.org != c.org || who.unsure != c.unsure {
			t.Errorf("%s %s: %+v, %t", c.tag, c.text, who, ok)
		}
	}
}

// TestWhatStandsBehindAGermanOffice finds the word behind one, with an adjective before it or a second one behind.
func TestWhatStandsBehindAGermanOffice(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"Vorsitzende der Liga":                                  "der",
		"Stellvertretende Vorsitzende der Liga":                 "der",
		"stellvertretende Vorsitzende der Liga":                 "der",
		"Stellvertretende Vorsitzende":                          "Vorsitzende",
		"Stellvertretende vorsitzende der Liga":                 "vorsitzende",
		"Nächtliche Vorsitzende der Liga":                       "Vorsitzende",
		"Stellvertretende Vorsitzende der":                      "der",
		"Leiterin und Vorsitzende der Liga":                     "der",
		"Leiterin und Vorsitzende der":                          "der",
		"Leiterin und Vorsitzende":                              "und",
		"Leiterin und vorsitzende der":                          "und",
		"Leiterin oder Vorsitzende der":                         "oder",
		"Stellvertretende Leiterin und Vorsitzende der":         "der",
		"Stellvertretende Leiterin und Vorsitzende":             "und",
		"Stellvertretende Leiterin und Vorsitzende im Vorstand": "im",
	} {
		if got := behindAdjective(strings.Fields(words)); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

// TestInitialsOfAFieldOfWork takes them for no organisation before an office, and others that stand elsewhere too.
func TestInitialsOfAFieldOfWork(t *testing.T) {
	t.Parallel()
	d := drafted("en")
	for _, s := range strings.Fields("HR IT AI PR QA SEO GIS CRM CSR ESG EDI DEI HIV STEM HSE LGBT LGBTQ LGBTQ+ MDU RVA") {
		d.source = s + " and " + s
		if got, want := d.initialsFirst(s, "Director"), s == "MDU" || s == "RVA"; got != want {
			t.Errorf("%s Director: %t", s, got)
		}
	}
}

// TestLinesThatBeginAField tells those that go on from nothing.
func TestLinesThatBeginAField(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"Data: lamps": true, "Data lamps": false, "Lamps: burn": false, "Issued by River Alliance": true, "Herausgegeben von Ana Ruiz": true,
		"WHO: the lamps": true, "ENDS": true, "The lamps burn": false,
	} {
		if got := startsField(line); got != want {
			t.Errorf("%s: %t", line, got)
		}
	}
}

// TestContactsAsTheyAreGathered puts what was found of a contact where it belongs.
func TestContactsAsTheyAreGathered(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, tag string
		c         contact
		extra     []string
		want      []contact
	}{
		{"nothing", "en", contact{}, nil, nil},
		{"further words alone", "en", contact{}, []string{"night desk"}, []contact{{role: "night desk"}}},
		{"further words", "en", contact{name: "Ana Ruiz"}, []string{"at night", "at sea"}, []contact{{name: "Ana Ruiz", role: "at night, at sea"}}},
		{
			"an office and further words", "en",
			contact{name: "Ana Ruiz", role: "pilot"},
			[]string{"at night"},
			[]contact{{name: "Ana Ruiz", role: "pilot, at night"}},
		},
		{"an office alone", "en", contact{name: "Ana Ruiz", role: "pilot,"}, nil, []contact{{name: "Ana Ruiz", role: "pilot,"}}},
		{"an article", "en", contact{name: "the Harbor Bells"}, nil, []contact{{name: "Harbor Bells"}}},
		{"no article", "en", contact{name: "Harbor Bells"}, nil, []contact{{name: "Harbor Bells"}}},
		{"a press office", "en", contact{name: "the council's press office", phone: "1"}, nil, []contact{{phone: "1"}}},
		{"a press office in capitals", "en", contact{name: "the council's Press office", phone: "1"}, nil, []contact{{phone: "1"}}},
		{"a press", "en", contact{name: "the council's press", phone: "1"}, nil, []contact{{phone: "1"}}},
		{"another office", "en", contact{name: "the council's lamp office", phone: "1"}, nil, []contact{{name: "the council's lamp office", phone: "1"}}},
		{"a press without an article", "en", contact{name: "night press", phone: "1"}, nil, []contact{{name: "night press", phone: "1"}}},
		{
			"an address that tells who is who", "en",
			contact{name: "Tidewell", org: "Ana Ruiz", email: "ana.ruiz@tidewell.example"},
			nil,
			[]contact{{name: "Ana Ruiz", org: "Tidewell", email: "ana.ruiz@tidewell.example"}},
		},
		{"somebody below a body", "en", contact{name: "RVA", org: "Ana Ruiz"}, nil, []contact{{name: "Ana Ruiz", org: "RVA"}}},
		{
			"an office and whose", "nl",
			contact{name: "Jan Wit", role: "woordvoerder Stichting Oever"},
			nil,
			[]contact{{name: "Jan Wit", role: "woordvoerder", org: "Stichting Oever"}},
		},
		{"for whom", "en", contact{name: "Ana Ruiz for Ropewalk"}, nil, []contact{{name: "Ana Ruiz", org: "Ropewalk"}}},
		{"for whom, with an article", "en", contact{name: "Ana Ruiz for the Ropewalk"}, nil, []contact{{name: "Ana Ruiz", org: "Ropewalk"}}},
		{
			"for whom, with an organisation", "en",
			contact{name: "Ana Ruiz for Ropewalk", org: "Tidewell"},
			nil,
			[]contact{{name: "Ana Ruiz", role: "for Ropewalk", org: "Tidewell"}},
		},
		{
			"for whom, with an office", "en",
			contact{name: "Ana Ruiz for Ropewalk", role: "pilot"},
			nil,
			[]contact{{name: "Ana Ruiz for Ropewalk", role: "pilot"}},
		},
		{"lamps for somebody", "en", contact{name: "Old lamps for Ropewalk"}, nil, []contact{{name: "Old lamps for Ropewalk"}}},
		{"a director for somebody", "en", contact{name: "Night Director for Ropewalk"}, nil, []contact{{name: "Night Director for Ropewalk"}}},
		{
			"an organisation before its office", "en",
			contact{name: "Ana Ruiz", role: "Ropewalk Press Officer", org: "Ropewalk"},
			nil,
			[]contact{{name: "Ana Ruiz", role: "Press Officer", org: "Ropewalk"}},
		},
		{
			"an organisation before other words", "en",
			contact{name: "Ana Ruiz", role: "Ropewalk lamps", org: "Ropewalk"},
			nil,
			[]contact{{name: "Ana Ruiz", role: "Ropewalk lamps", org: "Ropewalk"}},
		},
		{"a blank before an office", "en", contact{name: "Ana Ruiz", role: " director"}, nil, []contact{{name: "Ana Ruiz", role: " director"}}},
	} {
		g := &gathering{d: drafted(c.tag), c: c.c, extra: c.extra}
		g.flush()
		if !slices.Equal(g.done, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, g.done, c.want)
		}
		if g.c != (contact{}) || g.extra != nil {
			t.Errorf("%s: %+v and %q are left", c.name, g.c, g.extra)
		}
	}
	for _, name := range []string{"", "Ana Ruiz"} {
		g := &gathering{d: drafted("en"), c: contact{name: name}, paper: []string{"Mill Lane"}, nets: []string{"@ana"}}
		g.flush()
		want := []string{
			"a contact has no place for an address on paper, and it is left out: Mill Lane",
			"a contact has no place for what somebody is called in a network, and it is left out: @ana",
		}
		if name == "" {
			want = want[1:] // what is on paper is of whoever follows
		}
		if !slices.Equal(g.d.unsure, want) || g.nets != nil {
			t.Errorf("%q: %q", name, g.d.unsure)
		}
	}
}

// TestFiguresOfNoAddress reads an address only where an element has all of one in figures.
func TestFiguresOfNoAddress(t *testing.T) {
	t.Parallel()
	for figures, want := range map[string]string{
		"": "", "2a": "", "2a4b": "", "2": "", "xx": "", inFigures("ana@tidewell.example"): "ana@tidewell.example",
		inFigures("ana@tidewell.example?subject=x"): "ana@tidewell.example", inFigures("to ana@tidewell.example"): "",
	} {
		n := &html.Node{Type: html.ElementNode, Attr: []html.Attribute{{Key: "data-cfemail", Val: figures}}}
		if got := shielded(n); got != want {
			t.Errorf("%s: %q, want %q", figures, got, want)
		}
	}
}
