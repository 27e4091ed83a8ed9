package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestPeopleWithoutAName asks of whom words are a quote all the same.
func TestPeopleWithoutAName(t *testing.T) {
	for _, c := range []struct {
		lang, phrase string
		want         bool
	}{
		{"en", "the organisers of the event", true},
		{"en", "a spectator", true},
		{"en", "one of the visitors", true},
		{"en", "two older passengers on the ferry", true},
		{"en", "a man", false},
		{"en", "the Visitors", true},
		{"en", "the Marlow Visitors", false},
		{"en", "visitors", false},
		{"en", "the visitors, who had come by boat", false},
		{"en", "the visitors of the quay who had come by the boats of the last nine days", false},
		{"de", "die Veranstalterin", true},
		{"de", "eine Besucherin aus Marlau", true},
		{"de", "die Direktorin und Mutter Kaden", false},
		{"nl", "een ambulancechauffeur", true},
		{"nl", "de omwonenden van de kade", true},
		{"fr", "les organisateurs du festival", true},
		{"fr", "l’organisatrice", true},
		{"es", "una vecina del muelle", true},
		{"it", "gli organizzatori della festa", true},
		{"pt", "os organizadores", true},
		{"sv", "the organisers", false},
	} {
		if got := ofTexts(c.lang, "X.").peopleAlone(c.phrase); got.Ok != c.want || got.Name != "" || got.Org != "" {
			t.Errorf("%s, %s: %+v", c.lang, c.phrase, got)
		}
	}
}

// TestSpokesmenOfWhatABodyIs asks for whom they speak.
func TestSpokesmenOfWhatABodyIs(t *testing.T) {
	const firm, trust = "Flux Capital opens a quay. The company has ten boats.", "The Rivers Trust opens a quay. The charity has ten boats."
	for _, c := range []struct{ headline, text, phrase, want string }{
		{"Flux Capital Opens Quay", firm, "a spokesperson for the company", "Flux Capital"},
		{"Flux Capital Opens Quay", firm, "a representative of the union", ""},
		{"A Quay Opens", firm, "a spokesperson for the company", ""},
		{"Flux Capital Opens Quay", firm + " Capital said so.", "a spokesperson for the company", ""},
		{"Flux Capital Opens Quay", "Flux Capital opens a quay.", "a spokesperson for the company", ""},
		{"Rivers Trust Opens Quay", trust, "a spokeswoman for the foundation", ""},
	} {
		d := ofTexts("en", c.text)
		d.Headline = prose.Para{Text: c.headline}
		who := d.wrote(c.phrase)
		if who.Org != c.want {
			t.Errorf("%s %s: %s speaks for %q, want %q", c.headline, c.text, c.phrase, who.Org, c.want)
		}
	}
}

// TestWhoOpensSomethingIssues asks who issues a release that begins with what somebody does.
func TestWhoOpensSomethingIssues(t *testing.T) {
	for _, c := range []struct{ headline, text, want string }{
		{"Rivers Trust Opens Quay", "The Rivers Trust opens a quay.", "Rivers Trust"},
		{"Rivers Trust Opens Quay", "The Rivers Trust has donated a boat.", "Rivers Trust"},
		{"Tidewell LLC Wins", "Tidewell LLC won the award.", "Tidewell LLC"},
		{"Employee-Owned Tidewell Announces Boats", "Employee-owned Tidewell announced that it has boats.", "Tidewell"},
		{"A Quay Opens", "The Rivers Trust opens a quay.", ""},
		{"Ana Ruiz Opens Quay", "Ana Ruiz opens a quay.", ""},
		{"Ropewalk Opens Doors", "The Ropewalk opens its doors.", ""},
		{"Rivers Trust Loses", "The Rivers Trust lost the award.", ""},
	} {
		d := ofTexts("en", c.text)
		d.Headline = prose.Para{Text: c.headline}
		if got := d.announcer(); got != c.want {
			t.Errorf("%s: %q, want %q", c.headline, got, c.want)
		}
	}
}

// TestSignedInParagraphs asks which paragraphs below words in marks become one.
func TestSignedInParagraphs(t *testing.T) {
	const words = "“We have waited nine years for the boats.”"
	for _, c := range []struct {
		texts []string
		want  int
	}{
		{[]string{words, "Ana Ruiz", "Director, Rivers Trust"}, 2},
		{[]string{words, "Dr. Ana Ruiz", "Director"}, 2},
		{[]string{words, "Ana Ruiz", "Director", "Rivers Trust"}, 3}, // the last is not right below
		{[]string{words, "Ana Ruiz", "She came by boat."}, 3},
		{[]string{words, "Rivers Trust", "Director"}, 3},
		{[]string{"“We won.”", "Ana Ruiz", "Director"}, 3},
		{[]string{"We have waited nine years.", "Ana Ruiz", "Director"}, 3},
		{[]string{words, "Ana Ruiz"}, 2},
	} {
		var list []prose.Para
		for _, text := range c.texts {
			list = append(list, prose.Para{Text: text})
		}
		if got := ofTexts("en", "X.").signedInParagraphs(list); len(got) != c.want {
			t.Errorf("%q: %d", c.texts, len(got))
		}
	}
	list := []prose.Para{{Text: words}, {Text: "Ana Ruiz"}, {Text: "Director", Tight: true}, {Text: "Rivers Trust", Tight: true}}
	if got := ofTexts("en", "X.").signedInParagraphs(list); len(got) != 2 || got[1].Text != "Ana Ruiz\nDirector\nRivers Trust" {
		t.Errorf("%+v", got)
	}
}
