package attribution

import (
	"testing"
)

// TestAsidesBetweenVerbAndSpeaker takes what stands between commas behind a verb off a clause, outside English.
func TestAsidesBetweenVerbAndSpeaker(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"fr", "a, en effet, réagi Ana Ruiz", "a réagi Ana Ruiz"},
		{"fr", "ont, en effet, réagi Ana Ruiz et Jan Osten", "ont réagi Ana Ruiz et Jan Osten"},
		{"it", "a, in effetti, reagito Ana Ruiz", "a, in effetti, reagito Ana Ruiz"},
		{"fr", "a déclaré, à cette occasion, Ana Ruiz", "a déclaré Ana Ruiz"},
		{"fr", "a déclaré, et, Ana Ruiz", "a déclaré, et, Ana Ruiz"},
		{"fr", "a déclaré, ici, Ana Ruiz", "a déclaré Ana Ruiz"},
		{"fr", "a déclaré, à Marlow, Ana Ruiz", "a déclaré, à Marlow, Ana Ruiz"},
		{"es", "dijo, en el acto, Ana Ruiz", "dijo Ana Ruiz"},
		{"en", "said, on the quay, Ana Ruiz", "said, on the quay, Ana Ruiz"},
	} {
		if got := drafted(c[0]).withoutAside(c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestWhoWasJustNamed takes a pronoun to mean the subject of the sentence before, where that is surely a person.
func TestWhoWasJustNamed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		since, want string
	}{
		{"Ana Ruiz allume la lampe.", "Ana Ruiz"},
		{"Il pleut. Ana Ruiz allume la lampe.", "Ana Ruiz"},
		{"Il pleut.\nAna Ruiz allume la lampe.", "Ana Ruiz"},
		{"La directrice, Ana Ruiz, allume la lampe.", ""},
		{"Ana Ruiz allume la lampe avec Jan Osten.", ""},
		{"La lampe brille, a déclaré Ana Ruiz.", "Ana Ruiz"},
		{"La lampe brille, a déclaré Ana Maria Ruiz", "Ana Maria Ruiz"},
		{"Ana Ruiz allume « la lampe ».", ""},
		{"Marlow Institut allume la lampe.", ""},
		{"Directrice Ruiz allume la lampe.", ""},
		{"Port Marlow allume la lampe.", ""},
		{"Quai Ouvert allume la lampe.", ""},
		{"Harbour Light allume la lampe.", ""},
		{"", ""},
		{manyLamps + "Ana Ruiz allume la lampe.", ""},
	} {
		d := drafted("fr")
		d.Dateline.Text, d.since = "Port Marlow, 3 mars", c.since
		d.Known = []Speaker{{Name: "Lea Voss", Org: "Quai Ouvert"}}
		d.Linked = "Harbour Light" // who issues the release
		if who := d.justNamed(Speaker{}); who.Name != c.want {
			t.Errorf("%.60s: %q, want %q", c.since, who.Name, c.want)
		}
	}
}

// TestWhoBeginsASentenceAfresh tells that a sentence before words begins with somebody else than who spoke last.
func TestWhoBeginsASentenceAfresh(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, since string
		want        bool
	}{
		{"fr", "Camille a ouvert la soirée.", true},
		{"fr", "Camille salua les marins.", false},
		{"pt", "Camila agradeceu aos remadores.", true},
		{"pt", "Camila abriu o cais.", true},
		{"pt", "Camila falou no cais.", true},
		{"es", "Camila saludó a los remeros.", true},
		{"it", "Camilla ha salutato i rematori.", true},
		{"fr", "Lea a ouvert la soirée.", false},    // three letters
		{"fr", "Claire a ouvert la soirée.", false}, // who spoke last
		{"fr", "Osten a ouvert la soirée.", false},  // by the surname
		{"fr", "Directrice a ouvert la soirée.", false},
		{"fr", "Université a ouvert la soirée.", false},
		{"pt", "Lors a ouvert la soirée.", false},
		{"fr", "Marlow a ouvert la soirée.", false}, // a place
		{"fr", "La maire a ouvert la soirée.", true},
		{"fr", "Le directeur a ouvert la soirée.", true},
		{"fr", "La présidente a ouvert la soirée.", false}, // who spoke last
		{"fr", "L’adjointe a ouvert la soirée.", true},
		{"fr", "L’avocate a ouvert la soirée.", false}, // as she may be called who spoke last
		{"fr", "La lampe a ouvert la soirée.", false},
		{"pt", "O edil abriu o cais.", false}, // as mayors are called for short
		{"fr", "Il pleut. Camille a ouvert la soirée.", true},
		{"fr", "Camille a ouvert la soirée. Il pleut.", false},
		{"fr", "En ville, Camille a ouvert la soirée.", true},
		{"fr", "En Ville, Camille a ouvert la fête.", false},
		{"fr", "Dans soirée, Camille a ouvert la fête.", true},
		{"es", "En Marlow la directora saludó a todos.", false},
	} {
		d := drafted(c.lang)
		d.Dateline.Text, d.since = "Marlow, 3 mars", c.since
		d.know(Speaker{Name: "Jan Reiter", Title: "maire", Ok: true})
		d.know(Speaker{Name: "Claire Osten", Title: "présidente", Ok: true})
		if got := d.anotherBegins("Claire Osten"); got != c.want {
			t.Errorf("%s %s: %v, want %v", c.lang, c.since, got, c.want)
		}
	}
	d := drafted("fr")
	d.since = "La présidente a ouvert la soirée."
	if !d.anotherBegins("Claire Osten") {
		t.Error("somebody of whom no office is known is called by one")
	}
	d.know(Speaker{Name: "Jan Reiter", Title: "présidente", Ok: true})
	d.know(Speaker{Name: "Claire Osten", Title: "maire", Ok: true})
	if !d.anotherBegins("Claire Osten") {
		t.Error("the office of another is hers")
	}
}

// TestHowSomebodyIsMinded reads in German how somebody is minded, about the name.
func TestHowSomebodyIsMinded(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "ist Ana Ruiz überzeugt", "Ana Ruiz"},
		{"de", "war Ana Ruiz sicher", "Ana Ruiz"},
		{"de", "zeigt sich Ana Ruiz zuversichtlich", "Ana Ruiz"},
		{"de", "zeigte sich Ana Ruiz sehr optimistisch", "Ana Ruiz"},
		{"de", "gibt sich auch Ana Ruiz fest überzeugt", "Ana Ruiz"},
		{"de", "gab sich Ana Ruiz mehr als zufrieden", "Ana Ruiz"},
		{"de", "ist Ana Ruiz von der Flussliga stolz", "Ana Ruiz"},
		{"de", "ist Ana Ruiz dort", ""},
		{"de", "bleibt Ana Ruiz überzeugt", ""},
		{"nl", "ist Ana Ruiz überzeugt", ""},
	} {
		if who := drafted(c[0]).isMinded(c[1]); who.Name != c[2] {
			t.Errorf("%s: %q, want %q", c[1], who.Name, c[2])
		}
	}
}

// TestOfficesBesideANameWithoutAComma puts a comma between a name and an office behind it.
func TestOfficesBesideANameWithoutAComma(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"fr", "Ana Ruiz la présidente de la Ligue", "Ana Ruiz, la présidente de la Ligue"},
		{"fr", "Ana Ruiz l’avocate de la Ligue", "Ana Ruiz, l’avocate de la Ligue"},
		{"fr", "Ana Ruiz la lampe de la Ligue", "Ana Ruiz la lampe de la Ligue"},
		{"fr", "Ana Ruiz Ligue", "Ana Ruiz Ligue"},
		{"fr", "Marlow Institut la présidente de la Ligue", "Marlow Institut la présidente de la Ligue"},
		{"fr", "Directrice Ruiz la présidente de la Ligue", "Directrice Ruiz la présidente de la Ligue"},
		{"de", "Ana Ruiz die Werftleiterin von Marlow", "Ana Ruiz, die Werftleiterin von Marlow"},
		{"de", "Ana Ruiz die Werft von Marlow", "Ana Ruiz die Werft von Marlow"},
		{"en", "Ana Ruiz la présidente de la Ligue", "Ana Ruiz la présidente de la Ligue"},
	} {
		if got := drafted(c[0]).apposed(c[1]); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, c := range [][3]string{
		{"en", "Ana Ruiz is director of Rivers Trust", "Ana Ruiz, director of Rivers Trust"},
		{"en", "Ana Ruiz is the director of Rivers Trust", "Ana Ruiz, director of Rivers Trust"},
		{"en", "Ana Ruiz is a director and has a boat", "Ana Ruiz, director"},
		{"en", "Ana Ruiz is fond of Rivers Trust", "Ana Ruiz is fond of Rivers Trust"},
		{"en", "Marlow Council is director of Rivers Trust", "Marlow Council is director of Rivers Trust"},
		{"de", "Ana Ruiz is director of Rivers Trust", "Ana Ruiz is director of Rivers Trust"},
		{"en", "Ana Ruiz a curator of lamps", "Ana Ruiz, curator of lamps"},
		{"en", "Ana Ruiz a lover of lamps", "Ana Ruiz a lover of lamps"},
		{"en", "Marlow Council a curator of lamps", "Marlow Council a curator of lamps"},
		{"en", "Ana Ruiz co-founder and CTO of Tidewell", "Ana Ruiz, co-founder and CTO of Tidewell"},
		{"en", "Ana Ruiz founder & CEO", "Ana Ruiz, founder & CEO"},
		{"en", "Ana Ruiz rower and LED of Tidewell", "Ana Ruiz rower and LED of Tidewell"},
		{"en", "Marlow Council co-founder and CTO of Tidewell", "Marlow Council co-founder and CTO of Tidewell"},
		{"de", "Ana Ruiz co-founder and CTO of Tidewell", "Ana Ruiz co-founder and CTO of Tidewell"},
	} {
		if got := drafted(c[0]).commaBehindName(c[1]); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}
