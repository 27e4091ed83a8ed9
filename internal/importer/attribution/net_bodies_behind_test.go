package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoSaysAPartOfASentence finds who says words with which a sentence ends that begins without marks.
func TestWhoSaysAPartOfASentence(t *testing.T) {
	t.Parallel()
	const en, es = "will stay open all winter long", "seguirá abierto durante todo el invierno"
	for _, c := range [][4]string{
		{"en", "Ana Ruiz of Rivers Trust added the harbour ", en, "Ana Ruiz"},
		{"en", "It rains. Ana Ruiz of Rivers Trust added the harbour ", en, "Ana Ruiz"},
		{"en", "Ana Ruiz of Rivers Trust added the harbour ", "will stay open all winter", ""}, // five words
		{"en", "Ana Ruiz of Rivers Trust added the harbour ", "Will stay open all winter long", ""},
		{"en", "Ana Ruiz of Rivers Trust added the “open” harbour ", en, ""},
		{"en", "Ana Ruiz of Rivers Trust added the harbour: ", en, ""},
		{"en", "As Ana Ruiz put it, ", en, "Ana Ruiz"},
		{"en", "as Ana Ruiz puts it, ", en, "Ana Ruiz"},
		{"en", "Still, as Ana Ruiz puts it, ", en, "Ana Ruiz"},
		{"en", "According to Ana Ruiz, ", en, "Ana Ruiz"},
		{"en", "according to Ana Ruiz, ", en, "Ana Ruiz"},
		{"en", "According to her, ", en, "Lea Voss"},
		{"es", "As Ana Ruiz put it, ", es, ""},
		{"en", "Ana Ruiz of Rivers Trust recalled that it was called the harbour that ", en, ""},
		{"en", "Ana Ruiz of Rivers Trust added the slogan ", en, ""},
		{"en", "Ana Ruiz of Rivers Trust added Reed’s ", en, ""},
		{"en", "Ana Ruiz of Rivers Trust added the harbour Jan Osten said ", en, ""},
		{"en", "Ana Ruiz of Rivers Trust added the harbour and said it ", en, "Ana Ruiz"},
		{"en", "She added the harbour ", en, "Lea Voss"},
		{"es", "Ana Ruiz añade que el puerto ", es, "Ana Ruiz"},
		{"es", "Ana Ruiz añade que es ", es, "Ana Ruiz"},
		{"es", "Ana Ruiz añade que era ", es, "Ana Ruiz"},
		{"es", "Ana Ruiz añade que será ", es, "Ana Ruiz"},
		{"es", "Ana Ruiz añade que se trata de ", es, "Ana Ruiz"},
		{"es", "Ana Ruiz añade hoy que el puerto ", es, ""},
		{"es", "Según Ana Ruiz, el puerto ", es, "Ana Ruiz"},
		{"de", "Laut Ana Ruiz, la Hafen ", "bleibt den ganzen Winter über offen", ""},
		{"en", "Según Ana Ruiz, el puerto ", en, ""},
		{"es", "Añade que el puerto ", es, "Lea Voss"},
		{"it", "Anna Conti aggiunge che il porto ", "resterà aperto per tutto il lungo inverno", "Anna Conti"},
		{"fr", "Ana Ruiz ajoute que le port ", "restera ouvert pendant tout le long hiver", "Ana Ruiz"},
		{"fr", "Ana Ruiz ajoute que c’est ", "un port ouvert pendant tout le long hiver", "Ana Ruiz"},
	} {
		d := drafted(c[0])
		d.know(Speaker{Name: "Lea Voss", Title: "director", Org: "Harbour Union", Ok: true})
		if _, who, ok := d.partly(c[1], c[2], ""); ok != (c[3] != "") || ok && who.Name != c[3] {
			t.Errorf("%s%q: %q, %v, want %q", c[1], c[2], who.Name, ok, c[3])
		}
	}
	d := drafted("es")
	d.know(Speaker{Name: "Lea Voss", Ok: true})
	const before = "Ana Ruiz añade que el puerto "
	if _, who, ok := d.partly(before, "seguirá abierto durante todo el invierno", " y dijo "); !ok || who.Name != "Ana Ruiz" {
		t.Errorf("words that go on with a verb are %q's", who.Name)
	}
	if _, _, ok := d.partly(before, "seguirá abierto durante todo el invierno", " o dijo "); ok {
		t.Error("words within a sentence are somebody's")
	}
}

// TestWhoIsMeantBeforeASentence finds who is meant by a pronoun before the sentence that has just begun.
func TestWhoIsMeantBeforeASentence(t *testing.T) {
	t.Parallel()
	d := drafted("en")
	d.know(Speaker{Name: "Lea Voss", Ok: true})
	const sentence = "She saw Jan Osten there, and added "
	d.since = sentence
	if who := d.meantBefore(sentence); who.Name != "Lea Voss" || d.since != sentence {
		t.Errorf("%q, and %q", who.Name, d.since)
	}
	if who := d.meantBefore(""); who.Ok {
		t.Errorf("%q is meant, and another stands there", who.Name)
	}
}

// TestTheOrganisationThatSaysSo finds which organisation "it" is in the sentence before.
func TestTheOrganisationThatSaysSo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		since string
		known []Speaker
		want  string
	}{
		{"Rivers Trust opens a quay.", nil, "Rivers Trust"},
		{"It rains. The Rivers Trust opens a quay.", nil, "Rivers Trust"},
		{"It rains.", nil, "?"},
		{"Ropewalk opens a quay.", nil, "?"},
		{"", []Speaker{{Org: "Rivers Trust"}}, "Rivers Trust"},
		{"", []Speaker{{Name: "Ana Ruiz", Org: "Rivers Trust"}}, "?"},
		{"", []Speaker{{}}, "?"},
		{"", nil, "?"},
		{"Harbour Union opens a quay.", []Speaker{{Org: "Rivers Trust"}}, "Harbour Union"},
	} {
		d := drafted("en")
		d.since, d.Known = c.since, c.known
		if got := d.subjectBefore(); got != c.want {
			t.Errorf("%q, %v: %q, want %q", c.since, c.known, got, c.want)
		}
	}
	for _, c := range []struct {
		lang, s string
		want    bool
	}{
		{"en", "it said", true},
		{"en", "it also said in a statement", true},
		{"en", "it said in its report", true},
		{"en", "it said in Marlow", false},
		{"de", "it said", false},
		{"de", "heißt es weiter", true},
		{"de", "heißt es abschließend in der Mitteilung der Liga", true},
		{"de", "heißt es ferner", true},
		{"de", "heißt es zudem", true},
		{"de", "heißt es dazu", true},
		{"de", "heißt es in der Pressemitteilung", true},
		{"de", "heißt es in einer Erklärung", true},
		{"de", "heißt es dort", false},
		{"de", "heißt es weiter in dem Papier der großen Liga", true},
		{"de", "heißt es weiter in dem Papier der sehr großen Liga", false}, // ten words
		{"nl", "heißt es weiter", false},
	} {
		if who, ok := drafted(c.lang).itSays(c.s); ok != c.want || ok && who.Org != "?" {
			t.Errorf("%s: %v, %q", c.s, ok, who.Org)
		}
	}
}

// TestWhatOneDidToAnother tells words between two names that are no office.
func TestWhatOneDidToAnother(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, first, between string
		want                 bool
	}{
		{"en", "Ana Ruiz", "asked Director", true},
		{"en", "Ana Ruiz", "met Director", true},
		{"en", "Ana Ruiz", "said", true},
		{"en", "Ana Ruiz", "and the director", true},
		{"de", "Ana Ruiz", "and the director", true},
		{"de", "Ana Ruiz", "asked Director", false},
		{"en", "Ana Ruiz", "Asked Director", false},
		{"en", "Tidewell’s", "asked Director", false},
		{"en", "Tidewell", "beside Director", true},
		{"en", "Tidewell", "beside director", false},
		{"en", "Tidewell", "senior Director", false},
		{"en", "Tidewell", "director Reed", false},
		{"en", "Tidewell", "marketing Director", false},
		{"en", "Tidewell", "finance Director", false},
		{"en", "Tidewell", "housing Director", false},
		{"en", "Tidewell", "policy Director", false},
		{"en", "Tidewell", "of Director", false},
	} {
		if got := drafted(c.lang).didTo(c.first, c.between); got != c.want {
			t.Errorf("%s %s: %v", c.first, c.between, got)
		}
	}
}

// TestWhereAnOfficeBegins finds where an office in capitals begins at the end of words, and what stands before it.
func TestWhereAnOfficeBegins(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words []string
		want  int
	}{
		{[]string{"Open", "Harbor", "Director"}, 2},
		{[]string{"Harbor", "Executive", "Director"}, 1},
		{[]string{"Harbor", "President", "and", "Director"}, 1},
		{[]string{"Harbor", "President", "&", "Director"}, 1},
		{[]string{"and", "Director"}, 1},
		{[]string{"&", "Director"}, 0},
		{[]string{"President", "and", "Director"}, 0},
		{[]string{"Harbor", "Chief", "Lamp", "Officer"}, 1},
		{[]string{"Harbor", "director"}, 2},
		{[]string{"Harbor", "Lamp"}, 2},
		{nil, 0},
	} {
		if got := officeFrom(c.words); got != c.want {
			t.Errorf("%v: %d, want %d", c.words, got, c.want)
		}
	}
	for _, c := range []struct {
		who  Speaker
		want string
	}{
		{Speaker{Name: "Ana Ruiz", Title: "Open Breakfast Director"}, "Ana Ruiz | Director | Open Breakfast"},
		{Speaker{Name: "Ana Ruiz", Title: "Open Breakfast Director", Org: "?"}, "Ana Ruiz | Director | Open Breakfast"},
		{Speaker{Name: "Ana Ruiz", Title: "Open Breakfast Director", Org: "Tidewell"}, "Ana Ruiz | Open Breakfast Director | Tidewell"},
		{Speaker{Name: "Ana Ruiz", Title: "Tidewell Director", Org: "Tidewell"}, "Ana Ruiz | Director | Tidewell"},
		{Speaker{Name: "Ana Ruiz", Title: " Director"}, "Ana Ruiz |  Director | "},
		{Speaker{Title: "Open Breakfast Director"}, " | Open Breakfast Director | "},
		{Speaker{Name: "Ana Ruiz", Title: "Open Breakfast, Director"}, "Ana Ruiz | Open Breakfast, Director | "},
		{Speaker{Name: "Ana Ruiz", Title: "Breakfast Director"}, "Ana Ruiz | Breakfast Director | "},
		{Speaker{Name: "Ana Ruiz", Title: "Open Lamp Director"}, "Ana Ruiz | Open Lamp Director | "}, // it stands nowhere else
		{Speaker{Name: "Ana Ruiz", Title: "Open Breakfast Mayor"}, "Ana Ruiz | Open Breakfast Mayor | "},
		{Speaker{Name: "Ana Ruiz", Title: "open Breakfast Director"}, "Ana Ruiz | open Breakfast Director | "},
		{Speaker{Name: "Ana Ruiz", Title: "Marlow HWP President"}, "Ana Ruiz | President | Marlow HWP"}, // twice in the source
		{Speaker{Name: "Ana Ruiz", Title: "Marlow HW President"}, "Ana Ruiz | Marlow HW President | "},
		{Speaker{Name: "Ana Ruiz", Title: "Marketing Breakfast Director"}, "Ana Ruiz | Marketing Breakfast Director | "},
		{Speaker{Name: "Ana Ruiz", Title: "Housing Breakfast Director"}, "Ana Ruiz | Director | Housing Breakfast"},
		{Speaker{Name: "Ana Ruiz", Title: "Division Breakfast Director"}, "Ana Ruiz | Division Breakfast Director | "},
		{Speaker{Name: "Ana Ruiz", Title: "Exhibitions Breakfast Director"}, "Ana Ruiz | Exhibitions Breakfast Director | "},
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: "The Open Breakfast is on. So are Marketing Breakfast, " +
			"Housing Breakfast, Division Breakfast, Exhibitions Breakfast, open Breakfast."}}
		d.Source = "HWP and HWP, HW and HW"
		if got := inOneRow(d.eventFirst(c.who), true); got != c.want {
			t.Errorf("%+v: %q, want %q", c.who, got, c.want)
		}
	}
	for _, c := range [][3]string{
		{"fr", "Head of Lamps, Ana Ruiz", "Ana Ruiz | Head of Lamps | ?"},
		{"fr", "Managing Director of Lamps, Ana Ruiz", "Ana Ruiz | Managing Director of Lamps | ?"},
		{"fr", "Manager of Lamps, Ana Ruiz", "Ana Ruiz | Manager of Lamps | ?"},
		{"fr", "President of Lamps, Ana Ruiz", "Ana Ruiz | President of Lamps | ?"},
		{"fr", "Lead of Lamps, Ana Ruiz", "Ana Ruiz | Lead of Lamps | ?"},
		{"fr", "VP of Lamps, Ana Ruiz", "Ana Ruiz | VP of Lamps | ?"},
		{"en", "Head of Lamps, Ana Ruiz", ""},
		{"fr", "Head of Lamps, Marlow Institut", ""},
		{"fr", "Head of Lamps, Directrice Ruiz", ""},
	} {
		if got := inOneRow(drafted(c[0]).inEnglish(c[1])); got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
