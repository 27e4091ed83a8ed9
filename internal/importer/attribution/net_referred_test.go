package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestNounsForNobody means nobody by a noun without its article, in English, or where no person is known with such an office.
func TestNounsForNobody(t *testing.T) {
	t.Parallel()
	ana := Speaker{Name: "Ana Ruiz", Title: "profesora", Org: "Ríos Vivos", Ok: true}
	for _, c := range []struct {
		tag, phrase string
		known       Speaker
		want        string
	}{
		{"es", "la investigadora", ana, "Ana Ruiz|profesora|Ríos Vivos"},
		{"es", " la investigadora., ", ana, "Ana Ruiz|profesora|Ríos Vivos"},
		{"es", "La Investigadora", ana, "Ana Ruiz|profesora|Ríos Vivos"},
		{"fr", "l’enseignante", ana, "Ana Ruiz|profesora|Ríos Vivos"},
		{"es", "la investigadora marlovense", ana, "Ana Ruiz|profesora|Ríos Vivos"},
		{"es", "la investigadora feliz", ana, ""},
		{"es", "investigadora", ana, ""},
		{"en", "la investigadora", ana, ""},
		{"es", "la vecina", ana, ""},
		{"es", "la investigadora", Speaker{Title: "profesora", Org: "Ríos Vivos", Ok: true}, ""},
		{"es", "la investigadora", Speaker{Name: "Ana Ruiz", Title: "profesora", Org: "Ríos Vivos"}, ""},
		{"es", "la investigadora", Speaker{Name: "Ana Ruiz", Title: "pintora", Org: "Ríos Vivos", Ok: true}, ""},
	} {
		d := drafted(c.tag)
		d.Known = []Speaker{c.known}
		if got := foundBy(d.calling(c.phrase)); got != c.want {
			t.Errorf("%s %s: %q", c.tag, c.phrase, got)
		}
	}
	for _, end := range strings.Fields(`dem verde regional regionale municipal sanitaria local provincial estatal estadual marlovense
		marloveño marloveña marlovano marlovana marlovain marlovaine marlovais marlovaise marlovese marlovois marlovoise marlovenses`) {
		d := drafted("es")
		d.Known = []Speaker{ana}
		if got := foundBy(d.calling("la investigadora " + end)); got == "" {
			t.Errorf("%s is of no town", end)
		}
	}
}

// TestPeopleWithOneKindOfOffice finds the only one whom the words before name.
func TestPeopleWithOneKindOfOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"es", "Con la gobernadora Ana Ruiz llegó la lluvia.", "Ana Ruiz|gobernadora|"},
		{"es", "Con ella (gobernadora Ana Ruiz).", "Ana Ruiz|gobernadora|"},
		{"es", "Con la gobernadora Ana Ruiz. Y la gobernadora Ana Ruiz.", "Ana Ruiz|gobernadora|"},
		{"es", "Con la gobernadora Ana Ruiz y la gobernadora Eva Vale.", "||"},
		{"es", "Con la pintora Ana Ruiz.", "||"},
		{"es", "Con la abogada Ana Ruiz.", "||"},
		{"es", "Con la gobernadora Liga Puertos Sindicato.", "||"},
	} {
		d := drafted(c[0])
		d.since = c[1]
		if got := threefold(d.namedWith(callings[5].offices)); got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestWhomTheLastSentenceNames finds its subject, or that of one before sentences about something.
func TestWhomTheLastSentenceNames(t *testing.T) {
	t.Parallel()
	const ana, who = "La marinera Ana Ruiz, de 46 años, se emocionó.", "Ana Ruiz|marinera|"
	for _, c := range [][3]string{
		{"es", ana, who},
		{"es", "Llueve.\n" + ana + " ", who},
		{"es", ana + "\nLlueve.", "||"},
		{"en", ana, "||"},
		{"en", "Ana Ruiz, director of Rivers Trust, painted the lamps.", "||"},
		{"es", "", "||"},
		{"es", ana + strings.Repeat(" ", 16<<10) + "El barco es viejo.", "||"},
		{"es", ana + " El barco es viejo.", who},
		{"es", ana + " El barco es viejo. La vela es nueva.", who},
		{"es", ana + " El barco es viejo. La vela es nueva. El mar es azul.", "||"},
		{"es", ana + " Llueve.", "||"},
		{"es", ana + " El ayuntamiento creció.", "||"},
		{"es", ana + " La entidad creció.", "||"},
		{"es", ana + " La campaña creció.", "||"},
		{"es", ana + " El barco trajo a Tom Reed.", "||"},
		{"es", "El barco es viejo.", "||"},
	} {
		d := drafted(c[0])
		d.since = c[1]
		if got := threefold(d.namedSince()); got != c[2] {
			t.Errorf("%s %.60s: %q", c[0], c[1], got)
		}
	}
	for _, article := range []string{"El ", "La ", "Los ", "Las ", "Il ", "Lo ", "Le ", "Les ", "O ", "A ", "Os ", "As ", "L’", "L'"} {
		d := drafted("es")
		d.since = ana + " " + article + "vela vuelve."
		if got := threefold(d.namedSince()); got != who {
			t.Errorf("%s: %q", article, got)
		}
	}
}

// TestSubjectsOfSentences finds the one person of whom a sentence tells.
func TestSubjectsOfSentences(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, the sentence, who is known, and the subject
		{"es", "La directora de Ríos Vivos, Ana Ruiz, visitó el puerto.", "", "Ana Ruiz|directora|Ríos Vivos"},
		{"es", "Hoy la directora de Ríos Vivos, Ana Ruiz, llueve.", "", "||"},
		{"es", "La directora de Ríos Vivos, Ana Ruiz, visitó “el puerto.", "", "||"},
		{"es", "La directora de Ríos Vivos, Ana Ruiz, visitó con Tom Reed el puerto.", "", "||"},
		{"es", "Ana Ruiz, directora de Ríos Vivos, visitó el puerto.", "", "Ana Ruiz|directora|Ríos Vivos"},
		{"es", "La marinera Ana Ruiz, de 46 años, llegó.", "", "Ana Ruiz|marinera|"},
		{"es", "Ana Ruiz llegó.", "", "||"},
		{"es", "Ana Ruiz llegó.", "Ana Ruiz", "Ana Ruiz||"},
		{"es", "La marinera Ana Ruiz llegó.", "", "Ana Ruiz|marinera|"},
		{"es", "La marinera Ana Ruiz llegó con Tom Reed.", "", "||"},
		{"es", "La marinera Ana Ruiz llegó “tarde.", "", "||"},
		{"es", "Agradeció al presidente Ana Ruiz.", "", "||"},
		{"es", "La directora Asociación Ríos llegó.", "", "||"},
		{"es", "La Fundación Ríos Vivos llegó.", "", "||"},
		{"es", "La presidenta Ríos Sindicato llegó.", "", "||"},
		{"sv", "Anna Lind vid högskolan målar.", "", "Anna Lind||Marlows högskola"},
		{"sv", "Anna Lind, aged 46, vid högskolan målar.", "", "Anna Lind||"},
		{"it", "Anna Serra i remi porta.", "Anna Serra", "Anna Serra||"},
		{"es", "Anna Lind vid högskolan målar.", "", "||"},
	} {
		d := paragraphsIn(c[0], "Nu växer Marlows högskola.")
		if c[2] != "" {
			d.Known = []Speaker{{Name: c[2]}}
		}
		if c[0] == "sv" {
			d.Known = []Speaker{{Name: "Anna Lind"}}
		}
		if got := threefold(d.subjectOf(c[1])); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, c := range []struct {
		text, name string
		want       bool
	}{
		{"Con Ana Ruiz ayer.", "Eva Vale", true}, {"Con Ana Ruiz ayer.", "Ana Ruiz", false}, {"Con Museo Faros.", "", false}, {"Con Ana.", "", false},
	} {
		if got := drafted("es").severalNamed(c.text, c.name); got != c.want {
			t.Errorf("%s beside %s: %t", c.text, c.name, got)
		}
	}
	for _, view := range strings.Fields("Für Pour Voor Para Per Según Segundo Secondo Selon Volgens Laut Soddisfatto Soddisfatta") {
		if got := threefold(drafted("es").subjectOf(view + " La marinera Ana Ruiz llegó.")); got != "Ana Ruiz|marinera|" {
			t.Errorf("%s: %q", view, got)
		}
	}
	for _, to := range strings.Split("al, a la, ao, à, au, alla, allo", ", ") {
		for _, before := range []string{"Escribió " + to + " ", "Escribió " + to + " marinera "} {
			if got := threefold(drafted("es").subjectOf(before + "Ana Ruiz ayer.")); got != "||" {
				t.Errorf("%s: %q", before, got)
			}
		}
	}
}

// TestBodiesOfANoun finds the one organisation of a text whose name begins with a noun.
func TestBodiesOfANoun(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"es", "asociación", "Llegó la Asociación Faros.", "Asociación Faros"},
		{"es", "Asociación", "Llegó la Asociación Faros.", "Asociación Faros"},
		{"es", "liga", "Llegó la Liga Faros.", "Liga Faros"},
		{"es", "barca", "Llegó la Barca Faros.", ""},
		{"es", "asociación", "Llegó la Asociación Faros. Vuelve la Asociación Lagos.", ""},
		{"es", "asociación", "Llegó la Asociación Faros Altos. Vuelve la Asociación Faros.", "Asociación Faros Altos"},
		{"es", "asociación", "Llegó la Asociación Faros. Vuelve la Asociación Faros Altos.", "Asociación Faros Altos"},
		{"de", "Vereins", "Der Verein Kaimauer tagt.", "Verein Kaimauer"},
		{"de", "Vereines", "Der Verein Kaimauer tagt.", "Verein Kaimauer"},
		{"de", "Bündnisses", "Das Bündnis Kaimauer tagt.", "Bündnis Kaimauer"},
		{"de", "Vereins", "Heute ruft des Vereins Kaimauer Sprecher. Des Vereins Kaimauer Sprecher ruft.", ""},
		{"es", "asociacións", "Llegó la Asociación Faros.", ""},
	} {
		if got := paragraphsIn(c[0], c[2]).bodyOfNoun(c[1]); got != c[3] {
			t.Errorf("%s: %s: %q", c[1], c[2], got)
		}
	}
}

// TestNamesThatBeginWithANoun finds them in a text.
func TestNamesThatBeginWithANoun(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"es", "asociación", "Llegó la Asociación Faros.", "Asociación Faros"},
		{"es", "asociación", "Llegó la asociación Faros.", ""},
		{"es", "asociación", "Llegó la Asociación.", ""},
		{"es", "asociación", "Llegó la Asociación", ""},
		{"es", "asociación", "Llegó la Asociación, Faros.", ""},
		{"es", "asociación", "Llegó la Asociación Faros ong 1998.", ""},
		{"es", "asociación", "Llegó la Asociación ong Lagos Altos SL.", ""},
		{"fr", "union", "Voici que vient l’Union Faros.", "Union Faros"},
		{"es", "asociación", "Asociación Faros llegó.", "Asociación Faros"},
		{"es", "asociación", "Llegó la Asociación faros azules.", "Asociación faros azules"},
		{"es", "asociación", "Vino muy Gran Asociación Faros.", "Gran Asociación Faros"},
		{"es", "asociación", "Vino. La Gran Asociación Faros.", "Gran Asociación Faros"},
		{"es", "asociación", "Llegó la Gran Asociación Faros.", "Gran Asociación Faros"},
		{"es", "asociación", "Gran Asociación Faros.", "Gran Asociación Faros"},
		{"es", "asociación", "La Asociación Faros.", "Asociación Faros"},
		{"es", "asociación", "Llegó La Asociación Faros.", "Asociación Faros"},
		{"es", "asociación", "Llegó la Muy Gran Asociación Faros.", ""},
		{"es", "asociación", "Llegó a Marlow. Asociación Faros.", "Asociación Faros"},
		{"es", "asociación", "Llegó a Marlow: Asociación Faros.", "Asociación Faros"},
		{"es", "verein", "Llegó la Kaiverein Faros.", ""},
		{"nl", "bond", "Daar komt Waterbond Oever.", "Waterbond Oever"},
		{"nl", "bond", "Daar komt Eebond Oever.", ""},
		{"nl", "bond", "Daar komt Zeebond Oever.", "Zeebond Oever"},
		{"nl", "bond", "Daar komt Waterbonden Oever.", ""},
		{"de", "verein", "Der Kaiverein Faros tagt.", "Kaiverein Faros"},
		{"de", "verein", "Nun tagt der Verein Faros.", ""},
		{"de", "verein", "Nun tagt der Verein Faros e.V. am Kai.", "Verein Faros e.V."},
		{"de", "verein", "Nun tagt der Verein Faros. Nun geht der Verein Faros.", "Verein Faros, Verein Faros"},
		{"de", "verein", "Nun tagt der Alte Verein Faros e.V. am Kai.", ""},
	} {
		if got := strings.Join(paragraphsIn(c[0], c[2]).bodiesIn(c[2], c[1]), ", "); got != c[3] {
			t.Errorf("%s: %s: %q", c[1], c[2], got)
		}
	}
	d := drafted("de")
	d.Contacts = []prose.Contact{{Org: "Verein Faros"}}
	if got := d.bodiesIn("Nun tagt der Verein Faros.", "verein"); len(got) != 1 || got[0] != "Verein Faros" {
		t.Errorf("an organisation with a contact: %q", got)
	}
	for _, c := range []struct {
		text string
		at   int
		want bool
	}{
		{"Verein Faros", 0, false},
		{"Der Verein Faros", 1, true},
		{"der Verein Faros", 1, false},
		{"Unser Verein Faros", 1, false},
		{"Es tagt. Der Verein Faros", 3, true},
		{"Marlow – Der Verein Faros", 3, true},
		{"Es tagt Der Verein Faros", 3, false},
		{"Es tagt: Der Verein Faros", 3, false},
	} {
		if got := opensSentence(c.text, prose.Tokens(c.text), c.at); got != c.want {
			t.Errorf("%s: %t", c.text, got)
		}
	}
	for _, c := range [][2]string{
		{"Faros", "Faros"},
		{"Faros Altos de Marlow llegó", "Faros Altos de Marlow"},
		{"Faros, Altos", "Faros"},
		{"Faros y", "Faros"},
		{"Faros de llegó Marlow", "Faros"},
		{"Faros; Altos", "Faros"},
		{"Faros: Altos", "Faros"},
		{"Faros! Altos", "Faros"},
		{"Faros? Altos", "Faros"},
		{"Faros) Altos", "Faros"},
		{"Faros. Altos", "Faros"},
		{"l’Oseraie Haute", "Oseraie Haute"},
	} {
		if got := capitalsFrom(c[0], prose.Tokens(c[0]), 0); got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
}

// TestOfficesOfABodyByItsNoun gives somebody the organisation that the text calls by a noun alone with their office.
func TestOfficesOfABodyByItsNoun(t *testing.T) {
	t.Parallel()
	const text = "Llegó la Asociación Faros."
	ana := Speaker{Name: "Ana Ruiz", Title: "presidenta de la asociación", Ok: true, Unsure: "perhaps"}
	phrase := "Ana Ruiz, presidenta de la asociación"
	filler := strings.Repeat("x", 400-len(phrase)-1)
	for _, c := range []struct {
		tag          string
		who          Speaker
		phrase, want string
	}{
		{"es", ana, phrase, "Ana Ruiz|presidenta|Asociación Faros"},
		{"es", ana, filler + " " + phrase, "Ana Ruiz|presidenta|Asociación Faros"},
		{"es", ana, filler + "x " + phrase, "Ana Ruiz|presidenta de la asociación|"},
		{"en", ana, phrase, "Ana Ruiz|presidenta de la asociación|"},
		{"es", Speaker{Name: "Ana Ruiz", Title: "presidenta", Org: "?", Ok: true}, phrase, "Ana Ruiz|presidenta|Asociación Faros"},
		{"es", Speaker{Name: "Ana Ruiz", Title: "presidenta", Org: "Lagos", Ok: true}, phrase, "Ana Ruiz|presidenta|Lagos"},
		{"es", Speaker{Name: "Ana Ruiz", Title: "presidenta"}, phrase, "Ana Ruiz|presidenta|"},
		{"es", Speaker{Title: "presidenta", Ok: true}, phrase, "|presidenta|"},
		{"es", ana, "Ana Ruiz, presidenta de la Asociación", "Ana Ruiz|presidenta de la asociación|"},
		{"es", ana, "Ana Ruiz, presidenta de la barca", "Ana Ruiz|presidenta de la asociación|"},
		{"es", Speaker{Name: "Ana Ruiz", Title: "de la asociación", Ok: true}, phrase, "Ana Ruiz|de la asociación|Asociación Faros"},
	} {
		who := paragraphsIn(c.tag, text).ofBody(c.who, c.phrase)
		if got := threefold(who); got != c.want || who.Org == "Asociación Faros" && who.Unsure != "" {
			t.Errorf("%s %s: %q", c.tag, c.phrase, got)
		}
	}
	who := paragraphsIn("de", "Der Verein Kaimauer tagt.").ofBody(ana, "Ana Ruiz, Sprecherin des Vereins")
	if who.Org != "Verein Kaimauer" {
		t.Errorf("%q", who.Org)
	}
}

// TestOfficesOfTheOneBefore reads somebody with an office of an organisation of which the sentence before tells.
func TestOfficesOfTheOneBefore(t *testing.T) {
	t.Parallel()
	const before = "En mayo llegó la Asociación Faros."
	for _, c := range [][4]string{
		{"es", "su presidenta, Ana Ruiz", before, "Ana Ruiz|presidenta|Asociación Faros"},
		{"es", "su presidenta, Ana Ruiz, de 46 años", before, "Ana Ruiz|presidenta|Asociación Faros"},
		{"es", "su presidenta, Ana Ruiz", "", "Ana Ruiz|presidenta|?"},
		{"es", "su presidenta Ana Ruiz", before, "Ana Ruiz|presidenta|Asociación Faros"},
		{"en", "su presidenta, Ana Ruiz", before, ""},
		{"es", "la presidenta, Ana Ruiz", before, ""},
		{"es", "su parte, Ana Ruiz", before, ""},
		{"es", "su pintura, Ana Ruiz", before, ""},
		{"es", "su presidenta, Ruiz", before, ""},
		{"es", "su Ana Ruiz", before, ""},
		{"es", "su barca", before, ""},
		{"de", "deren Nautischer Vorstand Ana Ruiz", "", "Ana Ruiz|Nautischer Vorstand|?"},
		{
			"de", "deren Technischer Vorstand Ana Ruiz", "Nun tagt die Flussstiftung Marlow.",
			"Ana Ruiz|Technischer Vorstand|Flussstiftung Marlow",
		},
	} {
		d := drafted(c[0])
		d.since = c[2]
		if got := foundBy(d.ofThemBefore(c[1])); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, theirs := range strings.Split("Deren, deren, Dessen, dessen, Ihr, ihr, Ihre, ihre, Ihrer, ihrer, Sein, sein, Seine, seine, "+
		"Son, son, Sa, sa, Leur, leur, Su, su, Suo, suo, Sua, sua, Seu, seu, Zijn, zijn, Haar, haar, Hun, hun, Il suo, il suo, La sua, la sua, "+
		"O seu, o seu, A sua, a sua", ", ") {
		who, ok := drafted("es").ofThemBefore(theirs + " presidenta, Ana Ruiz")
		if !ok || who.Unsure != noneWith(theirs) {
			t.Errorf("%s: %t, %q", theirs, ok, who.Unsure)
		}
	}
	for _, turn := range strings.Fields("parte vez turno lado part côté tour volta canto modo beurt kant") {
		if got := foundBy(drafted("es").ofThemBefore("su " + turn + " presidenta, Ana Ruiz")); got != "" {
			t.Errorf("%s: %q", turn, got)
		}
	}
}
