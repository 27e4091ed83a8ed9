package attribution

import "testing"

// TestNothingAmissInWhoIsRead takes off a name and an organisation what is of neither, and leaves what is.
func TestNothingAmissInWhoIsRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, phrase, want string }{
		{"en", "", "Comrade Ana Ruiz of Rivers Trust", "Ana Ruiz |  | Rivers Trust"},
		{"en", "", "Dr Ana Ruiz of Rivers Trust", "Dr Ana Ruiz |  | Rivers Trust"},
		{"en", "", "Lampmaker Ana Ruiz", "Ana Ruiz | Lampmaker | "},
		{"en", "", "Lampert Ana Ruiz", "Lampert Ana Ruiz |  | "},
		{"en", "", "Headliner Ana Ruiz", "Ana Ruiz | Headliner | "},
		{"en", "The Department of Inner Lakes paid.", "Inner Lakes", " |  | "},
		{"en", "They met in Willow Hollow.", "Willow Hollow", " |  | "},
		{"en", "They met Willow Hollow.", "Willow Hollow", "Willow Hollow |  | "},
		{"en", "Justice (Rtd) Lea Voss came.", "Justice (Rtd) Lea Voss", "Lea Voss | Justice | "},
		{"en", "Robert “Bob” Ruiz rows.", "Bob", "Bob Ruiz |  | "},
		{"de", "Architekt Jan Osten kam.", "Architekt Osten", "Jan Osten | Architekt | "},
		{"de", "", "Bauvorsteher Jan Osten", "Jan Osten | Bauvorsteher | "},
		{"de", "", "Sein Kollege Jan Osten, Leiter Technik", "Jan Osten | Leiter Technik | "},
		{"es", "", "Senadora Ana Ruiz", "Ana Ruiz | Senadora | "},
		{"es", "Habló la catedrática de la Universidad de Riofrío Ana Ruiz.", "Riofrío Ana Ruiz", "Ana Ruiz |  | "},
		{"es", "Riofrío Ana Ruiz habló.", "Riofrío Ana Ruiz", "Riofrío Ana Ruiz |  | "},
		{"nl", "De minister van Havens Jan Osten kwam.", "Havens Jan Osten", "Jan Osten |  | "},
		{"en", "", "Ana Ruiz, chair of the Council’s Harbour Committee", "Ana Ruiz | chair | Harbour Committee"},
		{"es", "", "Ana Ruiz, presidenta de la Federación y antigua patrona", "Ana Ruiz | presidenta | Federación"},
		{"es", "", "Ana Ruiz, médica del Hospital Marlow y miembro de la Sociedad del Río", "Ana Ruiz | médica | Hospital Marlow"},
		{"fr", "", "Ana Ruiz, présidente du Conseil d’administration", "Ana Ruiz | présidente du Conseil d’administration | "},
		{"it", "", "Ana Ruiz, presidente del Consiglio di amministrazione", "Ana Ruiz | presidente del Consiglio di amministrazione | "},
		{"fr", "", "Ana Ruiz, médecin au centre hospitalier d’Oreille", "Ana Ruiz | médecin | centre hospitalier d’Oreille"},
	} {
		d := ofTexts(c.tag, c.text)
		if got := inThree(d.Parse(c.phrase)); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.tag, c.phrase, got, c.want)
		}
	}
}

// TestWhatElseIsToldOfASpeaker takes nobody's organisation from what they are besides, were before or are over.
func TestWhatElseIsToldOfASpeaker(t *testing.T) {
	t.Parallel()
	const named = "Ropes and Tide grew. Ropes and Tide pays. Ríos Claros vino. Ríos Claros paga."
	for _, c := range [][3]string{
		{"en", "Ana Ruiz, organiser, herself a pilot with Quay Ferries for years", "Ana Ruiz | organiser | "},
		{"en", "Ana Ruiz, whose mother Eda died at Larkhouse in May and who founded Families for Larkhouse", "Ana Ruiz |  | Families for Larkhouse"},
		{"en", "Ana Ruiz, president-elect, who is currently director of the Rivers Trust", "Ana Ruiz | president-elect, director | ?"},
		{"en", "the Head, Press and Events, Ropes and Tide, Ms Ana Ruiz", "Ana Ruiz | Head, Press and Events | Ropes and Tide"},
		{"en", "Chair of the Old Market, Alhaja Ana Ruiz", "Ana Ruiz | Chair | Old Market"},
		{"en", "the Farrell family", " |  | ?"},
		{"en", "Ana Ruiz, Director of Lamps, Ropes and Tides", "Ana Ruiz | Director of Lamps, Ropes and Tides | "},
		{"es", "Ana Ruiz, directora de Banca Interior, Lámparas y Cuerdas", "Ana Ruiz | directora de Banca Interior, Lámparas y Cuerdas | "},
		{"es", "Ana Ruiz, responsable de Incidencia de Ríos Claros", "Ana Ruiz | responsable de Incidencia | Ríos Claros"},
		{"es", "Ana Ruiz, directora de Amigos de Ríos Claros", "Ana Ruiz | directora | Amigos de Ríos Claros"},
		{"es", "La secretaria de Estado de Puertos, Ana Ruiz", "Ana Ruiz | secretaria de Estado de Puertos | ?"},
		{"es", "Ana Ruiz, hasta ahora investigadora en el Instituto del Mar", "Ana Ruiz | hasta ahora investigadora | ?"},
		{"es", "la empresa, Ríos Claros, su gerente, Ana Ruiz", "Ana Ruiz | gerente | Ríos Claros"},
		{"es", "Durante la presentación, su presidente, Ana Ruiz", " |  | "},
		{"it", "Ana Ruiz, professoressa di Neurologia dell’Ateneo", "Ana Ruiz | professoressa di Neurologia | Ateneo"},
		{"it", "Ana Ruiz, assegnista nel Dipartimento di Scienze marine", "Ana Ruiz | assegnista | Dipartimento di Scienze marine"},
		{"nl", "Vereniging Zilverkust-directeur Jan Osten", "Jan Osten | directeur | Vereniging Zilverkust"},
	} {
		if got := inThree(ofTexts(c[0], named).Parse(c[1])); got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestOfWhomAPronounIsNot tells that a sentence before words is about somebody without a whole name.
func TestOfWhomAPronounIsNot(t *testing.T) {
	t.Parallel()
	for since, want := range map[string]bool{
		"Eine 79-Jährige aus Marlow hatte Glück.":             true,
		"A 61-year-old man was found.":                        true,
		"Una mujer de 61 años llegó.":                         true,
		"Eine Lampe brennt.":                                  false,
		"Mara, who chairs the hall, was less sure.":           true,
		"Ana, who chairs the hall, was less sure.":            false, // who spoke last
		"Marlow, who chairs the hall, was less sure.":         false, // where the release comes from
		"It tells of Mara, who came at sixteen. They listen.": true,
		"": false,
	} {
		d := drafted("en")
		d.Dateline.Text, d.since = "Marlow, 3 March", since
		d.know(Speaker{Name: "Ana Ruiz", Ok: true})
		if got := d.oneUnnamed(); got != want {
			t.Errorf("%s: %v", since, got)
		}
	}
	d := drafted("en")
	for sentence, want := range map[string]bool{
		"Quay Water told the Rivers Trust that it paid.": true,
		"The Rivers Trust has fined Quay Water.":         false,
	} {
		d.since = sentence
		if got := d.toldTo("Ana Ruiz", "Rivers Trust"); got != want {
			t.Errorf("%s: %v", sentence, got)
		}
	}
}

// TestNamesThatNeverStandAlone reads a field before an office as no organisation, where the text has it within other names alone.
func TestNamesThatNeverStandAlone(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The Rare Reptiles Act is on. The Rare Reptiles Act is off.": "Ana Ruiz | Rare Reptiles Assistant Director | ?",
		"They met Rare Reptiles. Rare Reptiles is new.":              "Ana Ruiz | Assistant Director | Rare Reptiles",
	} {
		if got := inThree(ofTexts("en", text).Parse("Rare Reptiles Assistant Director Ana Ruiz")); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
