package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestNamesWrittenOtherwise reads names with a nickname, above words, by the surname, or with an office unparted.
func TestNamesWrittenOtherwise(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Robert (Bob) Ruiz", "Robert (Bob) Ruiz |  | "},
		{"Robert (Bob) Ruiz, director of Rivers Trust", "Robert (Bob) Ruiz | director | Rivers Trust"},
		{"Robert (Bob) Council", ""},
		{"Robert Ruiz", ""},
	} {
		if got := inOneRow(drafted("en").nicknamed(c[0])); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][2]string{
		{"Ana Ruiz:", "Ana Ruiz |  | ?"},
		{"Ana Ruiz, 61:", "Ana Ruiz |  | ?"},
		{"Ana Ruiz (61) :", "Ana Ruiz |  | ?"},
		{"Lea Voss:", "Lea Voss | pilot | Harbour Union"},
		{"Ana Ruiz", ""},
		{"Director Ruiz:", ""},
		{"Marlow Council:", ""},
		{"Marlow Heights:", ""},
		{"Official Statement:", ""},
		{"Ana Company:", ""},
		{"Ana Team:", ""},
	} {
		d := drafted("en")
		d.Dateline.Text = "Marlow Heights, March 3"
		d.know(Speaker{Name: "Lea Voss", Title: "pilot", Org: "Harbour Union"})
		if got := inOneRow(d.nameAbove(c[0])); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][2]string{
		{"Voss", "Lea Voss"},
		{"Lea", ""}, // no surname
		{"Lea Voss", ""},
		{"Voss.", ""},
		{"Statement", ""},
		{"voss", ""},
		{"Reed", ""},
	} {
		d := drafted("en")
		d.know(Speaker{Name: "Lea Voss", Ok: true})
		if who, ok := d.surnameAlone(c[0]); ok != (c[1] != "") || ok && who.Name != c[1] {
			t.Errorf("%s: %q, %v", c[0], who.Name, ok)
		}
	}
	for _, c := range [][2]string{
		{"Mark Ruiz chief executive of Rivers Trust", "Mark Ruiz, chief executive of Rivers Trust"},
		{"Mark B. Ruiz director at Rivers Trust", "Mark B. Ruiz, director at Rivers Trust"},
		{"Mark Ruiz director for Rivers Trust", "Mark Ruiz, director for Rivers Trust"},
		{"Mark Ruiz director from Rivers Trust", "Mark Ruiz, director from Rivers Trust"},
		{"Mark Ruiz director with the Rivers Trust", "Mark Ruiz, director with the Rivers Trust"},
		{"Marko Ruiz director of Rivers Trust", "Marko Ruiz director of Rivers Trust"},
		{"Mark Ruiz lamp of Rivers Trust", "Mark Ruiz lamp of Rivers Trust"},
		{"Mark Ruiz lit director of Rivers Trust", "Mark Ruiz lit director of Rivers Trust"},
		{"Mark Council director of Rivers Trust", "Mark Council director of Rivers Trust"},
		{"Mark Ruiz director of Rivers Trust, Marlow", "Mark Ruiz director of Rivers Trust, Marlow"},
		{"Mark Ruiz director of Rivers Trust; Marlow", "Mark Ruiz director of Rivers Trust; Marlow"},
		{"Mark Ruiz director of Rivers Trust: Marlow", "Mark Ruiz director of Rivers Trust: Marlow"},
	} {
		if got := withNameApart(c[0]); got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
	for _, c := range []struct {
		words string
		want  bool
	}{
		{"District Fire Management", true},
		{"Marketing", true},
		{"Senior", true},
		{"Director", false},
		{"Policy", true},
		{"Exhibitions", true},
		{"Biomedical", true},
		{"Policy Lamps", false},
	} {
		if got := ofOffice(strings.Fields(c.words)); got != c.want {
			t.Errorf("%s: %v", c.words, got)
		}
	}
}

// TestWhetherAnotherBodyIsTold tells that other languages than English tell of another body than who issues the release.
func TestWhetherAnotherBodyIsTold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, since string
		want        bool
	}{
		{"es", "Llega la cooperativa Tidewell.", true},
		{"es", "Llega la fundación abierta Tidewell.", true},
		{"es", "Llega la cooperativa Rivers.", false}, // which issues the release
		{"es", "Llega la cooperativa Tidewell.\nLlueve.", false},
		{"es", "Llueve.\nLlega la cooperativa Tidewell.", true},
		{"es", manyLamps + "Llega la cooperativa Tidewell.", false},
		{"en", "Llega la cooperativa Tidewell.", false},
		{"it", "Arriva l’associazione Tidewell.", true},
		{"nl", "Daar is de stichting Tidewell.", true},
	} {
		d := drafted(c.lang)
		d.since, d.Linked = c.since, "Rivers Trust"
		if got := d.anotherTold(); got != c.want {
			t.Errorf("%s %.60s: %v", c.lang, c.since, got)
		}
	}
	for _, c := range [][3]string{
		{"it", "Karim Benali della Lega", "Karim Benali |  | Lega"},
		{"it", "Karim Benali dell’Unione", "Karim Benali |  | Unione"},
		{"it", "Karim Benali dello Stadio", "Karim Benali |  | Stadio"},
		{"it", "Karim Benali dei Fiumi.", "Karim Benali |  | Fiumi"},
		{"es", "Karim Benali della Lega", ""},
		{"it", "Karim Maria della Lega", ""},
		{"it", "Istituto Benali della Lega", ""},
		{"it", "Presidente Benali della Lega", ""},
		{"it", "Karim Benali della Lega che rema", ""},
	} {
		if got := inOneRow(drafted(c[0]).nameThenBody(c[1])); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestWhoTellsInASentence finds of whom a sentence tells, by a full name with an office or by one who is known.
func TestWhoTellsInASentence(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Ana Ruiz of Rivers Trust praised the keepers.", "Ana Ruiz"},
		{"Still, Ana Ruiz of Rivers Trust praised the keepers.", "Ana Ruiz"},
		{"While it rains, Ana Ruiz of Rivers Trust praised the keepers.", "Ana Ruiz"},
		{"Ana Ruiz praised the keepers.", ""},
		{"Lea Voss praised the keepers.", "Lea Voss"},
		{"Dr. Lea Voss praised the keepers.", ""},
		{"Dr. Lea Voss of Rivers Trust praised the keepers.", "Lea Voss"},
		{"Dr. Ana Ruiz of Rivers Trust praised the keepers.", "Dr. Ana Ruiz"},
		{"Ana Ruiz, 61, praised the keepers.", "Ana Ruiz"},
		{"She praised the keepers.", ""},
		{"The pilot praised the keepers.", ""},
		{"Ana Ruiz of Rivers Trust praised “the” keepers.", ""},
		{"Ana Ruiz of Rivers Trust praised the keepers" + strings.Repeat(" and lamps", 50) + ".", ""},
	} {
		d := drafted("en")
		d.know(Speaker{Name: "Lea Voss", Ok: true})
		if who, ok := d.telling(c[0]); ok != (c[1] != "") || ok && who.Name != c[1] {
			t.Errorf("%.80s: %q, %v", c[0], who.Name, ok)
		}
	}
	for _, c := range []struct {
		subject string
		who     Speaker
		want    bool
	}{
		{"Voss", Speaker{Name: "Lea Voss"}, true},
		{"Dr Voss", Speaker{Name: "Lea Voss"}, true},
		{"Dr Reed", Speaker{Name: "Dr Reed"}, false},
		{"Lea", Speaker{Name: "Lea Voss", Org: "Harbour Union"}, true},
		{"she", Speaker{Name: "Lea Voss", Org: "Harbour Union"}, false},
		{"Jan Osten", Speaker{Name: "Jan Osten"}, true},
		{"Tom Reed", Speaker{Name: "Tom Reed"}, false},
		{"Tom Reed, 61", Speaker{Name: "Tom Reed"}, true},
		{"Tom Reed", Speaker{Name: "Tom Reed", Title: "pilot"}, true},
	} {
		d := drafted("en")
		d.Known = []Speaker{{Name: "Jan Osten"}}
		if got := d.tellsWhole(c.subject, c.who); got != c.want {
			t.Errorf("%s of %+v: %v", c.subject, c.who, got)
		}
	}
	const words = "We light all the lamps on the quays."
	for _, c := range [][3]string{
		{"Ana Ruiz, director of Rivers Trust, laid out the plan: ", words, "Ana Ruiz"},
		{"At the quay, Ana Ruiz, director of Rivers Trust, laid out the plan, ", words, "Ana Ruiz"},
		{"Ana Ruiz ’20, director of Rivers Trust, laid out the plan: ", words, "Ana Ruiz"},
		{"Ana Ruiz, director of Rivers Trust, laid out the plan. ", words, ""},
		{"Ana Ruiz, director of Rivers Trust, laid out the plan: ", "We light all lamps on the quays.", ""}, // seven words
		{"Ana Ruiz, director of Rivers Trust, laid out the plan: ", "we light all the lamps on the quays.", ""},
		{"Ana Ruiz, lamp of Rivers Trust, laid out the plan: ", words, ""},
		{"Marlow Council, director of Rivers Trust, laid out the plan: ", words, ""},
	} {
		if _, who, ok := drafted("en").leadsOn(c[0], c[1]); ok != (c[2] != "") || ok && who.Name != c[2] {
			t.Errorf("%s%s: %q, %v", c[0], c[1], who.Name, ok)
		}
	}
}

// TestWordsBelowWhatIsTold takes words in marks below a paragraph to be of whom its last sentence tells.
func TestWordsBelowWhatIsTold(t *testing.T) {
	t.Parallel()
	const told, words = "Ana Ruiz of Rivers Trust praised the keepers.", "“We light all the lamps on the quays.”"
	for _, c := range []struct {
		before prose.Para
		words  string
		piece  string
		want   bool
	}{
		{prose.Para{Text: told}, words, told, true},
		{prose.Para{Text: told}, words, "It rains. " + told, true},
		{prose.Para{Text: told}, words, "It rains.", false}, // it stands in a quote already
		{prose.Para{Text: told, Level: 1}, words, told, false},
		{prose.Para{Text: told, Table: "| a |"}, words, told, false},
		{prose.Para{Text: told, Bullet: "-"}, words, told, false},
		{prose.Para{Text: manyLamps + told}, words, told, false},
		{prose.Para{Text: "“It rains.” " + told}, words, told, false},
		{prose.Para{Text: told}, "“We light all lamps on the quays.”", told, false},
		{prose.Para{Text: "It rains."}, words, "It rains.", false},
	} {
		d := drafted("en")
		d.Pieces = []Piece{{Para: prose.Para{Text: c.piece}, Quote: -1}}
		if got := d.behindTelling([]prose.Para{c.before, {Text: c.words}}, 1); got != c.want || len(d.Quotes) > 0 != c.want {
			t.Errorf("%+v in %q: %v", c.before.Text[max(0, len(c.before.Text)-60):], c.piece, got)
		}
	}
}
