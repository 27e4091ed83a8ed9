package attribution

import (
	"strings"
	"testing"

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
		if ok != (c.name != "") || from != c.from || ok && (who.Name != c.name || who.Title != "president" || who.Org != "River Alliance") {
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
		if ok != (c.org != "") || who.Ok != ok || who.Org != c.org || who.Unsure != c.unsure {
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
		d.Source = s + " and " + s
		if got, want := d.initialsFirst(s, "Director"), s == "MDU" || s == "RVA"; got != want {
			t.Errorf("%s Director: %t", s, got)
		}
	}
}
