package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoIsNamedBehindWords reads clauses behind words, with a dash, in brackets, or as a sentence.
func TestWhoIsNamedBehindWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		gap  string
		last bool
		want string
	}{
		{" – Ana Ruiz, Rivers Trust", true, "Ana Ruiz |  | Rivers Trust"},
		{" – Ana Ruiz, Rivers Trust", false, ""},
		{" – director Ana Ruiz", true, "Ana Ruiz | director | "},
		{" – Ana Ruiz", true, "Ana Ruiz |  | "},
		{" – Ana Ruiz, who came", true, ""},
		{" – Ana", true, ""},
		{" – Tidewell Trust", true, " |  | Tidewell Trust"},
		{" ~ Ana Ruiz, director", true, "Ana Ruiz | director | "},
		{" – Jan Osten", true, "Jan Osten | pilot | Harbour Union"},
		{" (Ana Ruiz, Rivers Trust)", true, "Ana Ruiz |  | Rivers Trust"},
		{" (director Ana Ruiz)", true, "Ana Ruiz | director | "},
		{" (director Ana Ruiz)", false, ""},
		{" (Ana Ruiz)", true, ""},
		{" (director Ana Ruiz", true, ""},
		{" said director Ana Ruiz.", false, "Ana Ruiz | director | "},
	} {
		d := drafted("en")
		d.know(Speaker{Name: "Jan Osten", Title: "pilot", Org: "Harbour Union", Ok: true})
		found, ok := d.clauseAfter(c.gap, c.last)
		if got := inOneRow(found.who, ok); got != c.want {
			t.Errorf("%q, %v: %q, want %q", c.gap, c.last, got, c.want)
		}
	}
}

// TestWhatAClauseSays reads verb and speaker in either order, and what begins a sentence with these words.
func TestWhatAClauseSays(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"it", "Con queste parole il presidente Paolo Neri apre il porto", "Paolo Neri | presidente | "},
		{"it", "Con queste parole si apre il porto", ""},
		{"es", "Con estas palabras, la directora Ana Ruiz abrió el puerto", "Ana Ruiz | directora | "},
		{"en", "Ana Ruiz, director of Rivers Trust, said", "Ana Ruiz | director | Rivers Trust"},
		{"en", "said it", ""},
		{"en", "", ""},
		{"en", "said Ana Ruiz, director of Rivers Trust", "Ana Ruiz | director | Rivers Trust"},
		{"en", "said Ana Ruiz, director of Rivers Trust" + strings.Repeat(" and lamps", 50), ""},
	} {
		if got := inOneRow(drafted(c[0]).Said(c[1])); got != c[2] {
			t.Errorf("%.80s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range [][3]string{
		{"en", "Culinary blogger Ana Ruiz", "Ana Ruiz | culinary blogger | ?"},
		{"en", "Culinary Blogger Ana Ruiz", "Culinary Blogger Ana Ruiz |  | "},
		{"en", "On the quay, Ana Ruiz, director of Rivers Trust", "Ana Ruiz | director | Rivers Trust"},
		{"en", "lamps of the quay", ""},
		{"es", "La directora, que rema", " | directora | ?"},
		{"en", "But Ana Ruiz", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz has", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz had", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz also", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz then", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz later", "Ana Ruiz |  | "},
	} {
		who := drafted(c[0]).subject(c[1])
		if got := inOneRow(who, who.Ok); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestWhoseViewItIs reads whose view something is, by a name or in English an organisation.
func TestWhoseViewItIs(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "According to Ana Ruiz", "Ana Ruiz |  | "},
		{"en", "According to Ana Ruiz, director of Rivers Trust", "Ana Ruiz | director | Rivers Trust"},
		{"en", "In the words of Ana Ruiz", "Ana Ruiz |  | "},
		{"en", "As Ana Ruiz put it", "Ana Ruiz |  | "},
		{"en", "As Ana Ruiz puts it", "Ana Ruiz |  | "},
		{"en", "As Ana Ruiz noted", "Ana Ruiz |  | "},
		{"en", "As Ana Ruiz said", "Ana Ruiz |  | "},
		{"en", "According to Rivers Trust", " |  | Rivers Trust"},
		{"fr", "Selon la Fédération des ports", ""},
		{"en", "According to the lamps", ""},
		{"en", "Beside Ana Ruiz", ""},
		{"pt", "Segundo Rui Vale, da direção do Cais", "Rui Vale | da direção | Cais"},
		{"es", "Según Ana Ruiz, las barcas", "Ana Ruiz |  | "},
		{"nl", "Volgens Anna Kamp, voorzitter van Stichting Oever", "Anna Kamp | voorzitter | Stichting Oever"},
		{"de", "Laut Ana Ruiz", "Ana Ruiz |  | "},
		{"de", "Nach Ansicht von Ana Ruiz", "Ana Ruiz |  | "},
		{"de", "Nach Meinung von Ana Ruiz", "Ana Ruiz |  | "},
		{"de", "Nach Angaben von Ana Ruiz", "Ana Ruiz |  | "},
		{"de", "Nach Worten von Ana Ruiz", "Ana Ruiz |  | "},
	} {
		who := drafted(c[0]).inView(c[1])
		if got := inOneRow(who, who.Ok); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range [][3]string{
		{"de", "So sagt Ana Ruiz von der Flussliga", "Ana Ruiz"},
		{"de", "Dazu sagt Ana Ruiz", "Ana Ruiz"},
		{"de", "Hierzu sagt Ana Ruiz", "Ana Ruiz"},
		{"de", "Weiter sagt Ana Ruiz", "Ana Ruiz"},
		{"de", "Ähnlich sagt Ana Ruiz", "Ana Ruiz"},
		{"de", "So sagt Stiftung Licht", ""},
		{"de", "Dort sagt Ana Ruiz", ""},
		{"nl", "So sagt Ana Ruiz", ""},
	} {
		if who := drafted(c[0]).germanLead(c[1]); who.Ok != (c[2] != "") || who.Ok && who.Name != c[2] {
			t.Errorf("%s: %q", c[1], who.Name)
		}
	}
}

// TestNamesAloneBeforeAColon reads who is named before a colon at the beginning of a paragraph.
func TestNamesAloneBeforeAColon(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, s string
		first   bool
		want    string
	}{
		{"nl", "Jan de Wit directeur van Stichting Oever", true, "Jan de Wit | directeur | Stichting Oever"},
		{"nl", "Jan de Wit roeier van Stichting Oever", true, ""},
		{"nl", "Jan de Wit directeur", true, ""},
		{"en", "Ana Ruiz, director of Rivers Trust", false, "Ana Ruiz | director | Rivers Trust"},
		{"en", "Ana Ruiz, Rivers Trust", false, "Ana Ruiz |  | Rivers Trust"},
		{"en", "Ana Ruiz, Rope & Tide", true, "Ana Ruiz |  | Rope & Tide"},
		{"en", "Ana Ruiz, Rope & Tide", false, ""},
		{"en", "Ana Ruiz", true, ""},
		{"en", "Rivers Trust", true, ""},
	} {
		if got := inOneRow(drafted(c.lang).BeforeColon(c.s, c.first)); got != c.want {
			t.Errorf("%s, %v: %q, want %q", c.s, c.first, got, c.want)
		}
	}
	for _, c := range []struct {
		s    string
		body []string
		want bool
	}{
		{"Ana Ruiz, Rope & Tide", nil, true},
		{"Ana Ruiz, ROPE", nil, true},
		{"Ana Ruiz, Harbour Union", nil, true},
		{"Ana Ruiz, Ropewalk", nil, false},
		{"Ana Ruiz, Ropewalk", []string{"Ropewalk sings.", "In Ropewalk it rains."}, true},
		{"Ana Ruiz, Ropewalk", []string{"Ana Ruiz, Ropewalk: “We sing.”", "Jan Osten, Tidewell: “We row.”"}, true},
		{"Ana Ruiz, Ropewalk", []string{"Ana Ruiz, Ropewalk: “We sing.”", manyLamps + "Jan Osten, Tidewell: “We row.”"}, false},
		{"Marlow Council, Rope & Tide", nil, false},
		{"Director Ruiz, Rope & Tide", nil, false},
		{"Marlow Heights, Rope & Tide", nil, false},
		{"Last Ruiz, Rope & Tide", nil, false},
		{"Ana B. C. Ruiz, Rope & Tide", nil, false},
		{"Ana, Rope & Tide", nil, false},
		{"Ana Ruiz Rope & Tide", nil, false},
		{"Ana Ruiz, A B C D & F", nil, true},
		{"Ana Ruiz, A B C D E & F", nil, false},
	} {
		d := drafted("en")
		d.Dateline.Text = "Marlow Heights, March 3"
		for _, s := range c.body {
			d.Body = append(d.Body, prose.Para{Text: s})
		}
		name, org, _ := strings.Cut(c.s, ", ")
		if got := d.namedWithOrg(c.s, Speaker{Name: name, Org: org}); got != c.want {
			t.Errorf("%s: %v, want %v", c.s, got, c.want)
		}
	}
	d := drafted("en")
	if d.namedWithOrg("Ana Ruiz, Rope & Tide", Speaker{Name: "Ana Ruiz", Org: "Tide"}) ||
		d.namedWithOrg("Ana Ruiz, Rope & Tide", Speaker{Name: "Ruiz", Org: "Rope & Tide"}) {
		t.Error("another's name or organisation is taken for theirs")
	}
}

// TestWhoIsAppointed notes who gets an office, and of which organisation.
func TestWhoIsAppointed(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Rivers Trust has appointed Ana Ruiz as director.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "MARLOW, March 3, 2026 – Rivers Trust has appointed Ana Ruiz as director.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "It rains. Rivers Trust has appointed Ana Ruiz as director.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "Rivers Trust announces the appointment of Ana Ruiz as director.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "Rivers Trust has appointed Ana Ruiz as lamp.", ""},
		{"en", "Rivers Trust has appointed Marlow Council as director.", ""},
		{"en", "Rivers Trust has appointed Ana Ruiz to director of Harbour Union.", "Ana Ruiz | director | Harbour Union"},
		{"en", "Last Trust has appointed Ana Ruiz as director.", "Ana Ruiz | director | "},
		{"en", "Then somebody has appointed Ana Ruiz as director.", "Ana Ruiz | director | "},
		{"en", "Rivers Trust elects Ana Ruiz to chair effective May.", "Ana Ruiz | chair | Rivers Trust"},
		{"en", "Rivers Trust appoints Ana Ruiz Chief Executive Officer.", "Ana Ruiz | Chief Executive Officer | Rivers Trust"},
		{"en", "Ana Ruiz has joined Rivers Trust as director.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "Ana Ruiz has been appointed director of Rivers Trust.", "Ana Ruiz | director | Rivers Trust"},
		{"de", "Rivers Trust has appointed Ana Ruiz as director.", "Ana Ruiz | director | "},
	} {
		d := drafted(c[0])
		d.meetAppointed(c[1])
		got := ""
		for _, k := range d.Known {
			got += inOneRow(k, true)
		}
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestWhatTheCopyBeginsWith finds the organisation with which one of the first paragraphs begins.
func TestWhatTheCopyBeginsWith(t *testing.T) {
	t.Parallel()
	text := func(list ...string) (out []prose.Para) {
		for _, s := range list {
			out = append(out, prose.Para{Text: s})
		}
		return out
	}
	for _, c := range []struct {
		body []prose.Para
		want string
	}{
		{text("The Rope Museum (RM) opens."), "Rope Museum"},
		{text("Today, the Rope Museum opens."), "Rope Museum"},
		{text("It rains.", "It is late.", "The Rope Museum opens."), "Rope Museum"},
		{text("It rains.", "It is late.", "It is dark.", "The Rope Museum opens."), ""},
		{text("", "It rains.", "It is late.", "The Rope Museum opens."), "Rope Museum"},
		{append([]prose.Para{{Text: "A day", Level: 1}}, text("It rains.", "It is late.", "The Rope Museum opens.")...), "Rope Museum"},
		{append(text(manyLamps), text("It rains.", "It is late.", "The Rope Museum opens.")...), "Rope Museum"},
		{text("The Museum opens."), ""},
		{text("The Harbour Union opens."), ""},
		{text("Lamps of a Rope Museum burn."), ""},
	} {
		d := drafted("en")
		d.Body = c.body
		if got := d.firstCalled("museum"); got != c.want {
			t.Errorf("%.60q: %q, want %q", c.body[len(c.body)-1].Text, got, c.want)
		}
	}
}
