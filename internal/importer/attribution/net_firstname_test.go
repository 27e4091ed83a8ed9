package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoIsCalledByAFirstName finds the only one whose name begins with a word, where the copy tells of a person.
func TestWhoIsCalledByAFirstName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, first, text, want string }{
		{"en", "Camille", "Camille Ruiz said she rows.", "Camille Ruiz"},
		{"en", "Camille", "Camille Ruiz, who rows, is here.", "Camille Ruiz"},
		{"en", "Camille", "Camille Ruiz, 61, is here.", "Camille Ruiz"},
		{"en", "Camille", "Camille Ruiz, director of Rivers Trust, rows.", "Camille Ruiz"},
		{"en", "Camille", "Camille Ruiz, lamp of Rivers Trust, burns.", ""},
		{"en", "Camille", manyLamps + "Camille Ruiz, director of Rivers Trust, rows.", ""},
		{"en", "Camille", manyLamps + "Camille Ruiz said she rows.", ""},
		{"en", "Camille", "Camille Ruiz said she rows. Camille Vega too.", ""},
		{"en", "Camille", "Camille Ruiz burns.", ""},
		{"de", "Camille", "Camille Ruiz said she rows.", ""},
		{"en", "Dazu", "Dazu Ruiz said she rows.", ""},
		{"en", "Trust", "Trust Ruiz said she rows.", ""},
		{"en", "Camille", "Camille Director said she rows.", ""},
		{"en", "Camille", "Camille Trust said she rows.", ""},
		{"en", "Camille", "Then camille came.", ""},
	} {
		d := drafted(c.lang)
		d.Body = []prose.Para{{Text: c.text}}
		if who, ok := d.byFirstName(c.first); ok != (c.want != "") || ok && who.Name != c.want {
			t.Errorf("%s in %.60q: %q, %v", c.first, c.text, who.Name, ok)
		}
	}
}

// TestWhoSpeaksTogether reads two people with one office or organisation, or doubts it.
func TestWhoSpeaksTogether(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		phrase, want string
	}{
		{"Lea Voss and Tom Reed", "Lea Voss and Tom Reed |  | ?"},
	} {
		d := drafted("en")
		if got := inOneRow(d.together(c.phrase)); got != c.want {
			t.Errorf("%s: %q, want %q", c.phrase, got, c.want)
		}
	}
	for _, c := range []struct{ s, want string }{
		{"Ruiz", "Ana Ruiz"},
		{"Tidewell", ""},
		{"ruiz", ""},
		{"", ""},
	} {
		d := drafted("en")
		d.Known = []Speaker{{Name: "Ana Ruiz", Ok: true}, {Name: "Tidewell", Ok: true}}
		if who, ok := d.oneOfTwo(c.s); ok != (c.want != "") || ok && who.Name != c.want {
			t.Errorf("%s: %q, %v", c.s, who.Name, ok)
		}
	}
}

// TestOfficesWithMoreBehindThem reads an office without what is told of it, joined nouns, and offices that are still held.
func TestOfficesWithMoreBehindThem(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"pt", "o vereador, que busca a reeleição", "o vereador"},
		{"pt", "o Vereador, que busca a reeleição", "o Vereador"},
		{"pt", "vereador, que busca a reeleição", "vereador, que busca a reeleição"},
		{"pt", "o barco, que busca a reeleição", "o barco, que busca a reeleição"},
		{"pt", "o vereador, já na reeleição", "o vereador, já na reeleição"},
		{"it", "l’assessore Anna Serra, presente al taglio", "l’assessore Anna Serra"},
		{"it", "l’assessore Anna Serra, presente a Marlow", "l’assessore Anna Serra, presente a Marlow"},
		{"it", "l’assessore Anna Serra, direttore al porto", "l’assessore Anna Serra, direttore al porto"},
		{"en", "the director, who rows", "the director, who rows"},
	} {
		if got := drafted(c[0]).aloneNamed(c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range [][3]string{
		{"de", "Tidewerk-Präsident", "Präsident | Tidewerk"},
		{"de", "Tidewerk-Präsident und -CEO", "Präsident und CEO | Tidewerk"},
		{"de", "Tidewerk-Lampe", ""},
		{"de", "Vize-Präsident", ""},
		{"en", "Tidewerk-Präsident", ""},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).ofJoined(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	const past = "past president of the Rivers Trust"
	for _, c := range [][3]string{
		{"en", past + " and current chair of the Rivers Trust", "current chair"},
		{"en", past + ", and the present chair of the Rivers Trust", "present chair"},
		{"en", past + " and now chair of the Trust’s Rope Committee", "now chair of the Trust’s Rope Committee"},
		{"en", past + " and current chair of Trust’s Rope Committee", ""},
		{"en", past + " and current chair of the Harbour Union", ""},
		{"en", past + " and chair of the Rivers Trust", ""},
		{"de", past + " and current chair of the Rivers Trust", ""},
	} {
		if got := drafted(c[0]).stillHeld(c[1], "Rivers Trust"); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range [][2]string{
		{"our director Ana Ruiz", "Ana Ruiz | director | "},
		{"our director, Ana Ruiz", "Ana Ruiz | director | "},
		{"our director, Marlow Council", ""},
		{"our Rivers Trust", ""},
	} {
		if got := inOneRow(drafted("en").ours(c[0])); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}
