package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhomASentenceBeginsWith reads whom a sentence is about by the name it begins with, or a trade before it.
func TestWhomASentenceBeginsWith(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Ana Ruiz is cautious.", "Ana Ruiz |  | ?"},
		{"Local fisher Ana Ruiz, 61, is cautious.", "Ana Ruiz |  | ?"},
		{"Patient Ana Ruiz is cautious.", "Ana Ruiz |  | ?"},
		{"Resident Ana Ruiz is cautious.", "Ana Ruiz | Resident | ?"},
		{"Mother Ana Ruiz is cautious.", "Ana Ruiz | Mother | ?"},
		{"Director Ana Ruiz is cautious.", "Ana Ruiz | Director | ?"},
		{"Rower Ana Ruiz is cautious.", "Ana Ruiz |  | ?"},
		{"Rivers Trust is cautious.", ""},
		{"Ana Ruiz near it.", ""},
	} {
		got := ""
		if who, ok := drafted("en").aboutOne(c[0]); ok {
			got = who.Name + " | " + who.Title + " | " + who.Org
		}
		if got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestWhatMayBeAPersonsName tells a name of a person from one of a place, an office, an organisation, or no name.
func TestWhatMayBeAPersonsName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		want bool
	}{
		{"Ana Ruiz", true},
		{"Ana", false},
		{"ana Ruiz", false},
		{"Rivers Trust", false},
		{"Director Ruiz", false},
		{"From Ruiz", false},
		{"No Ruiz", false},
		{"The Ruiz", false},
		{"Der Ruiz", false},
		{"Harbour Ruiz", false},
		{"City Ruiz", false},
		{"Patient Ruiz", true},
		{"Survivor Ruiz", false},
		{"Rope Voices", false},
		{"Marlow Heights", false},
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: "It rains in Marlow Heights."}}
		d.Known = []Speaker{{Name: "Lea Voss", Org: "Rope Voices"}}
		if got := d.aPerson(c.name); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestWhoElseMayBeMeant tells that another name stands since somebody spoke, where people's names stand.
func TestWhoElseMayBeMeant(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, since string
		want        bool
	}{
		{"en", "So did Reed.", true},
		{"en", "So did Tom Reed, too.", true},
		{"en", "Nor was Reed;", true},
		{"en", "Neither would Reed.", true},
		{"en", "so could Reed.", true},
		{"en", "So did Ruiz.", false},
		{"en", "So did Ana.", false},
		{"en", "So went Reed.", false},
		{"en", "Tom Reed rows.", true},
		{"en", "Then Tom Reed rows.", false},
		{"en", "It was late. Tom Reed rows.", true},
		{"en", "They saw Tom Reed there.", true},
		{"en", "They saw Tom Reed, who rows.", true},
		{"en", "They saw Tom Reed", true},
		{"en", "They saw Tom Reed 2 times", false},
		{"en", "They saw Mrs. Tom Reed there.", true},
		{"en", "They saw Ana Ruiz there.", false},
		{"en", "They saw Dr Ana Ruiz there.", false},
		{"en", "They saw Maria Ruiz there.", false},
		{"en", "They saw Rivers Trust there.", false},
		{"en", "They went with Tom Reed there.", false},
		{"en", "They saw the Tom Reed there.", false},
		{"en", "They saw das Tom Reed there.", false},
		{"en", "Over Heath Jones Tom Reed rows.", false},
		{"en", "They saw Lea and Tom Reed there.", false},
		{"en", "They row and Tom Reed too.", false},
		{"en", "They row & Tom Reed too.", false},
		{"fr", "Camille a ouvert la soirée.", true},
		{"fr", "Tom Reed rame.", false},
	} {
		d := drafted(c.lang)
		d.since = c.since
		if got := d.anotherMentioned("Ana Ruiz"); got != c.want {
			t.Errorf("%s: %v, want %v", c.since, got, c.want)
		}
	}
}

// TestAnOfficeAloneWithMoreAboutIt reads an office without a name and without the clause about it.
func TestAnOfficeAloneWithMoreAboutIt(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"es", "La directora, que rema,", "la directora"},
		{"es", "la directora, quien rema,", "la directora"},
		{"it", "Il direttore, che rema,", "il direttore"},
		{"fr", "L’avocate, qui rame,", "l’avocate"},
		{"fr", "Le directeur, qui rame,", "le directeur"},
		{"pt", "O diretor, quem rema,", "o diretor"},
		{"nl", "De directeur, die roeit,", "de directeur"},
		{"nl", "De directeur, dat roeit,", "de directeur"},
		{"es", "la científica, que rema,", "la científica"},
		{"es", "la empresaria, que rema,", "la empresaria"},
		{"es", "la alta ejecutiva, que rema,", "la alta ejecutiva"},
		{"es", "la barca, que flota,", ""},
		{"en", "La directora, que rema,", ""},
		{"de", "De directeur, die roeit,", ""},
		{"es", "Una directora, que rema,", ""},
		{"es", "La directora, cual rema,", ""},
		{"es", "La directora general de todo, que rema,", ""},
		{"es", "La directora general nueva, que rema,", "la directora general nueva"},
		{"nl", "de stadsbestuurder, die roeit,", "de stadsbestuurder"},
	} {
		if got := drafted(c[0]).officeOnly(c[1]); got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestWhoTakesPart reads whom a sentence names with an office that tells, verb first, who was there.
func TestWhoTakesPart(t *testing.T) {
	t.Parallel()
	const lega = "Paolo Neri | presidente | Lega dei Porti"
	var cases [][3]string
	for _, verb := range []string{
		"interverrà", "interviene", "è intervenuto", "è intervenuta", "parteciperà", "ha partecipato", "era presente", "sarà presente",
		"ha preso la parola", "interverrà anche", "interverrà pure",
	} {
		cases = append(cases, [3]string{"it", "Alla festa " + verb + " il presidente della Lega dei Porti, Paolo Neri.", lega})
	}
	for _, c := range append(cases, [][3]string{
		{"it", "Alla festa interverrà il presidente della Lega dei Porti, Paolo Neri, che rema.", lega},
		{"it", "Alla festa interverrà il presidente Paolo Neri.", "Paolo Neri | presidente | "},
		{"it", "Alla festa interverrà il presidente della Lega dei Porti.", ""},
		{"it", "Alla festa interverrà la direzione della Lega dei Porti.", ""},
		{"it", "Alla festa di Anna Conti interverrà il presidente Paolo Neri.", ""},
		{"it", "Alla festa interverrà il presidente Anna Conti e il direttore Paolo Neri.", ""},
		{"it", "Alla festa interverrà il presidente con Anna Conti, Paolo Neri.", ""},
		{"it", "Alla festa interverrà il signor Paolo Neri.", ""},
		{"it", "Alla festa interverrà il presidente Paolo Neri con lampade.", ""},
		{"en", "Alla festa interverrà il presidente Paolo Neri.", ""},
		{"es", "En la fiesta participó la directora Ana Ruiz.", "Ana Ruiz | directora | "},
		{"es", "En la fiesta tomó la palabra la directora Ana Ruiz, quien rema.", "Ana Ruiz | directora | "},
		{"pt", "Na festa esteve presente o diretor Rui Vale.", "Rui Vale | diretor | "},
		{"fr", "À la fête est intervenue la directrice Ana Ruiz.", "Ana Ruiz | directrice | "},
		{"fr", "À la fête a pris la parole le directeur Luc Ruiz.", "Luc Ruiz | directeur | "},
	}...) {
		got := ""
		if who, ok := drafted(c[0]).takingPart(c[1]); ok {
			got = who.Name + " | " + who.Title + " | " + who.Org
		}
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}
