package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// inOneRow is somebody as a row of a test has them.
func inOneRow(who Speaker, ok bool) string {
	if !ok {
		return ""
	}
	return who.Name + " | " + who.Title + " | " + who.Org
}

// TestOfficesWithinRunsOfCapitals reads offices that are over something, with the name right behind that.
func TestOfficesWithinRunsOfCapitals(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Tidewell Vice President of Product Ana Ruiz", "Ana Ruiz | Vice President of Product | Tidewell"},
		{"en", "Tidewell Vice President of Product and Lamps Ana Ruiz", "Ana Ruiz | Vice President of Product and Lamps | Tidewell"},
		{"en", "Tidewell Vice President of Product & Lamps Ana Ruiz", "Ana Ruiz | Vice President of Product & Lamps | Tidewell"},
		{"en", "Tidewell Vice President of the Product Lamps Ana Ruiz", "Ana Ruiz | Vice President of the Product Lamps | Tidewell"},
		{"en", "Tidewell Vice President of old Lamps Ana Ruiz", ""},
		{"en", "Tidewell Vice President of Product, Lamps Ana Ruiz", ""},
		{"en", "Vice President Ruiz of Lamps Ana", ""},
		{"de", "Tidewell Vice President of Product Ana Ruiz", ""},
		{"en", "Tidewell Vice President of Ana Ruiz", ""},
		{"en", "Tidewell Vice President of Product and Ana Ruiz", ""},
		{"en", "Tidewell Vice President of Product Ana B. Ruiz", "Ana B. Ruiz | Vice President of Product | Tidewell"},
		{"en", "Tidewell Vice President of Product Ana Mac Ruiz", "Ana Mac Ruiz | Vice President of Product | Tidewell"},
		{"en", "Tidewell Vice President of Product Marlow Council", ""},
		{"en", "Ana Ruiz Vice President of Product Jan Osten", ""},
		{"en", "Director in Marlow Heights Ana Ruiz", "Ana Ruiz | Director in Marlow Heights | "},
		{"en", "Director of Rivers Trust Ana Ruiz", "Ana Ruiz | Director | Rivers Trust"},
		{"en", "Director for Rivers Trust Ana Ruiz", "Ana Ruiz | Director | Rivers Trust"},
		{"en", "Director of Rivers Research Laboratory Ana Ruiz", "Ana Ruiz | Director | Rivers Research Laboratory"},
		{"en", "Director for Rivers Research Group Ana Ruiz", "Ana Ruiz | Director for Rivers Research Group | ?"},
		{"en", "Director for Open Lamps Ana Ruiz", "Ana Ruiz | Director for Open Lamps | ?"},
		{"en", "Director of Open Lamps Ana Ruiz", "Ana Ruiz | Director | Open Lamps"},
		{"en", "Manager of Open Lamps Ana Ruiz", "Ana Ruiz | Manager of Open Lamps | ?"},
		{"en", "Director of Communications Ana Ruiz", "Ana Ruiz | Director of Communications | "},
	} {
		got := inOneRow(drafted(c[0]).officeWithin(c[1], prose.Tokens(c[1])))
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range [][2]string{
		{"Tidewell’s Ana Ruiz", "Ana Ruiz |  | Tidewell"},
		{"Tidewell's Ana Ruiz", "Ana Ruiz |  | Tidewell"},
		{"Open Tidewell’s Ana Ruiz", "Ana Ruiz |  | Open Tidewell"},
		{"Tidewell’s Rivers Trust", ""},
		{"Tidewell’s Ana", ""},
		{"Tidewell Ana Ruiz", ""},
		{"open Tidewell’s Ana Ruiz", ""},
	} {
		if got := inOneRow(drafted("en").possessed(c[0], prose.Tokens(c[0]))); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestOfficesAtABodyBeforeTheName reads an office at an organisation, with the name right behind it, in English.
func TestOfficesAtABodyBeforeTheName(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Chief executive at Rivers Trust Ana Ruiz", "Ana Ruiz | Chief executive | Rivers Trust"},
		{"en", "the chief executive at the Rivers Trust Ana Ruiz", "Ana Ruiz | chief executive | Rivers Trust"},
		{"en", "Chief executive at Rivers Trust Dr Ana Ruiz", "Dr Ana Ruiz | Chief executive | Rivers Trust"},
		{"en", "Chief executive at Rivers Trust Sir Ana Ruiz", "Sir Ana Ruiz | Chief executive | Rivers Trust"},
		{"en", "Chief executive at Tidewell Ana Ruiz", ""},
		{"en", "Chief executive at Quay Voices Ana Ruiz", "Ana Ruiz | Chief executive | Quay Voices"}, // which the text has elsewhere
		{"de", "Chief executive at Rivers Trust Ana Ruiz", ""},
		{"en", "Red lamp at Rivers Trust Ana Ruiz", ""},
		{"en", "Chief executive at Rivers Trust Marlow Council", ""},
		{"en", "Chief executive at Rivers Trust of the river Ana Ruiz", ""},
		{"en", "Chief executive at Rivers Trust’s Ana Ruiz", ""},
	} {
		d := drafted(c[0])
		d.Body = []prose.Para{{Text: "Quay Voices sings. It is Quay Voices. It has a house of Rivers Trust on the river."}}
		if got := inOneRow(d.atThenName(c[1])); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestWhoIsMeantByAnOffice finds who is known with an office that stands alone, where that is one person.
func TestWhoIsMeantByAnOffice(t *testing.T) {
	t.Parallel()
	ana := Speaker{Name: "Ana Ruiz", Title: "directora general", Org: "Ríos Vivos", Ok: true}
	jan := Speaker{Name: "Juan Vega", Title: "directora", Ok: true}
	for _, c := range []struct {
		lang, phrase string
		known        []Speaker
		want         string
	}{
		{"es", "la directora", []Speaker{ana}, "Ana Ruiz | directora general | Ríos Vivos"},
		{"es", "La directora", []Speaker{ana}, "Ana Ruiz | directora general | Ríos Vivos"},
		{"es", "la directora", []Speaker{ana, ana}, "Ana Ruiz | directora general | Ríos Vivos"},
		{"es", "la directora", []Speaker{ana, jan}, ""},
		{"es", "la directora", []Speaker{ana, {Title: "directora", Org: "Ríos Vivos", Ok: true}}, "Ana Ruiz | directora general | Ríos Vivos"},
		{"es", "una directora", []Speaker{ana}, ""},
		{"es", "la barca", []Speaker{ana}, ""},
		{"es", "la directora de la Asociación de Ríos", nil, " | directora | Asociación de Ríos"},
		{"es", "la directora de los Ríos", nil, ""},
		{"es", "la directora Lea Voss de la Asociación de Ríos", nil, ""},
		{
			"es", "la directora de la Asociación de Ríos",
			[]Speaker{{Name: "Lea Voss", Title: "Directora", Org: "Asociación de Ríos"}},
			"Lea Voss | Directora | Asociación de Ríos",
		},
		{
			"es", "la directora de la Asociación de Ríos",
			[]Speaker{{Title: "Directora", Org: "Asociación de Ríos"}},
			" | directora | Asociación de Ríos",
		},
		{"de", "der Sprecher der Stiftung Licht", nil, " | Sprecher | Stiftung Licht"},
	} {
		d := drafted(c.lang)
		d.Known = c.known
		if got := inOneRow(d.byOffice(c.phrase)); got != c.want {
			t.Errorf("%s of %d: %q, want %q", c.phrase, len(c.known), got, c.want)
		}
	}
	for _, c := range []struct {
		title string
		want  bool
	}{
		{"direttrice Lea Voss", true},
		{"Direttrice Lea Voss", false},
		{"Lea Voss", false},
		{"direttrice lea Voss", false},
	} {
		if got := endsInName(c.title); got != c.want {
			t.Errorf("%s: %v", c.title, got)
		}
	}
	for _, c := range []struct {
		title, office string
		want          bool
	}{
		{"directora general", "general directora", true},
		{"directora general", "directora técnica", false},
		{"subdirectora general", "directora", true},
		{"el portavoz", "voz", false},
		{"el subalcalde", "alcalde", true}, // seven letters
		{"el cogestor", "gestor", false},
	} {
		if got := hasWords(c.title, c.office); got != c.want {
			t.Errorf("%s and %s: %v", c.title, c.office, got)
		}
	}
}

// TestWhoIsIntroduced notes who is named with an office before they are quoted, and nobody else.
func TestWhoIsIntroduced(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Ana Ruiz, director of Rivers Trust, met keepers.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "It rains. Ana Ruiz, director of Rivers Trust, met keepers.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "It rains in Marlow. Ana Ruiz, director of Rivers Trust, met keepers.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "Ana Ruiz, lamp of Rivers Trust, met keepers.", ""},
		{"en", "Ana Ruiz, leads the Rivers Trust, met keepers.", ""},
		{"en", manyLamps + "Ana Ruiz, director of Rivers Trust, met keepers.", ""},
		{"it", "Anna Conti, presidente della Lega dei Porti, rema.", "Anna Conti | presidente | Lega dei Porti"},
	} {
		d := drafted(c[0])
		d.introduce([]prose.Para{{Text: c[1]}})
		var got []string
		for _, k := range d.Known {
			got = append(got, inOneRow(k, true))
		}
		if s := strings.Join(got, "; "); s != c[2] {
			t.Errorf("%.60s: %q, want %q", c[1], s, c[2])
		}
	}
	for _, c := range []struct {
		title string
		want  bool
	}{
		{"il primario Piero Zanetti e la presidente", true},
		{"le maire Luc Ruiz et le préfet", true},
		{"der Leiter Jan Osten und die neue Sprecherin", true},
		{"la jefa Ana Ruiz y el director", true},
		{"head Ana Ruiz and the director", true},
		{"head Ana Ruiz and director", false},
		{"Head Ana Ruiz", false},
	} {
		if got := anotherIn(c.title); got != c.want {
			t.Errorf("%s: %v", c.title, got)
		}
	}
	for _, c := range [][2]string{
		{"Marlow. Ana Ruiz", "Ana Ruiz"},
		{"Dr. Ana Ruiz", "Dr. Ana Ruiz"},
		{"Engr. Ana Ruiz", "Engr. Ana Ruiz"},
		{"Sig. Ana Ruiz", "Sig. Ana Ruiz"},
		{"Arch. Ana Ruiz", "Arch. Ana Ruiz"},
		{"Avv. Ana Ruiz", "Avv. Ana Ruiz"},
		{"Marlow. Dr. Ana Ruiz", "Dr. Ana Ruiz"},
		{"Ana Ruiz", "Ana Ruiz"},
	} {
		if got := drafted("en").inSentence(c[0]); got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
}

// TestWhatIsABodyByItsWords tells associations and offices by their first or last word, and who issues a release.
func TestWhatIsABodyByItsWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		org  string
		want bool
	}{
		{"Ministry of Lamps and Quays", true},
		{"Rivers Trust", true},
		{"Open Rivers Trust", true},
		{"All Open Rivers Trust", false}, // a name has room before it
		{"Trust", false},
		{"Ministry of Lamps, Quays", false},
		{"Rivers, Trust", false},
		{"Ana Ruiz", false},
	} {
		if got := body(c.org); got != c.want {
			t.Errorf("%s: %v", c.org, got)
		}
	}
	d := drafted("en")
	d.Linked = "?"
	if d.issues("?") {
		t.Error("nobody knows who issues it")
	}
	if d.Linked = "Tidewell"; !d.issues("Tidewell") || d.issues("Marlow") || d.issues("") {
		t.Error("who issues the release is not told")
	}
	if d.Linked = ""; d.issues("") {
		t.Error("nobody issues it")
	}
}

// TestTheSecondOfTwoOffices gives somebody the office and organisation that stand first.
func TestTheSecondOfTwoOffices(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Rivers Trust director Ana Ruiz", "Ana Ruiz | chair | Harbour Union"},
		{"Ana Ruiz", ""},
		{"Rivers Trust", ""},
		{"the director of Rivers Trust", ""},
	} {
		who := drafted("en").firstOfTwo(c[0], "chair", "Harbour Union")
		if got := inOneRow(who, who.Ok); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}
