package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhereNamesEnd goes on behind the capitals of a name where the words there belong to it.
func TestWhereNamesEnd(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, s string
		end    int
		want   int
		sure   bool
	}{
		{"en", "Tidewell", 0, 0, true},
		{"en", "Tidewell, which paints", 0, 0, true},
		{"en", "Tidewell (TW) paints", 0, 0, true},
		{"en", "Tidewell – lamps", 0, 0, true},
		{"en", "Tidewell local 214 met", 0, 2, true},
		{"en", "Tidewell in May", 0, 0, true},
		{"en", "Tidewell met them", 0, 0, true},
		{"en", "Tidewell lamps met", 0, 0, false},
		{"en", "Tidewell lamps who", 0, 0, false},
		{"en", "Tidewell said who", 0, 0, true},
		{"en", "Tidewell lamps union met", 0, 2, true},
		{"en", "Tidewell one two union met", 0, 3, true},
		{"en", "Tidewell one two six union met", 0, 0, false},
		{"en", "Tidewell one, union met", 0, 0, false},
		{"es", "Lámparas viejas que", 0, 1, true},
		{"es", "Lámparas viejas", 0, 1, true},
		{"es", "Lámparas viejas de", 0, 1, true},
		{"es", "Lámparas a b c d e f g h i", 0, 0, false},
		{"es", "Lámparas y economista", 0, 0, true},
		{"es", "Lámparas y muelles", 0, 2, true},
		{"de", "Bund für naturnahe Gärten kam", 0, 3, true},
		{"de", "Bund freier Segler kam", 0, 2, true},
		{"de", "Lampe freier Segler kam", 0, 0, true},
		{"de", "Bund freier lampen kam", 0, 0, true},
		{"de", "Bund grüner Segler kam", 0, 0, true},
		{"de", "Bund, für Segler kam", 0, 0, true},
		{"de", "Bund für eins zwei drei Gärten", 0, 0, true},
		{"de", "Bund und Segelmacher", 0, 0, true},
	} {
		toks := prose.Tokens(c.s)
		if got, sure := drafted(c.tag).nameEnd(c.s, toks, c.end); got != c.want || sure != c.sure {
			t.Errorf("%s: %d, %t", c.s, got, sure)
		}
	}
	for s, want := range map[string]int{"One of the": 0, "One The": 1, "One lamp": 1, "One of": 0} {
		toks := prose.Tokens(s)
		if got := withoutConnectors(toks, len(toks)-1); got != want {
			t.Errorf("%s: %d", s, got)
		}
	}
	for _, c := range []struct {
		tag, text, s string
		want         int
	}{
		{"en", "Believe in Harbours met. Believe in Harbours paints.", "Believe in Harbours", 2},
		{"en", "Believe in Harbours met.", "Believe in Harbours", 0},
		{"en", "Believe in Harbours met. Believe in Harbours paints. They Believe.", "Believe in Harbours", 0},
		{"en", "Believe in Harbours met. Believe in Harbours paints. They are in Harbours.", "Believe in Harbours", 0},
		{"de", "Believe in Harbours met. Believe in Harbours paints.", "Believe in Harbours", 0},
		{"en", "Believe in Old Quay, Believe in Old Quay", "Believe in Old Quay,", 3},
		{"en", "Believe of Harbours met. Believe of Harbours paints.", "Believe of Harbours", 0},
		{"en", "Believe in harbours met. Believe in harbours paints.", "Believe in harbours", 0},
	} {
		if got := ofTexts(c.tag, c.text).pastSmall(c.s, prose.Tokens(c.s), 0, 0); got != c.want {
			t.Errorf("%s (%s): %d", c.s, c.text, got)
		}
	}
	for _, c := range [][4]string{
		{"en", "Farrell’s has pledged.", "Farrell", "Farrell’s"},
		{"en", "Then. Farrell's, a firm, said", "Farrell", "Farrell's"},
		{"en", "Farrell’s hats", "Farrell", "Farrell"},
		{"en", "They met St. Ana’s.", "St. Ana", "St. Ana’s"},
		{"en", "They met Ana’s.", "Ana", "Ana"},
		{"en", "They met St Ana’s Oldquay.", "St Ana", "St Ana"},
		{"en", "They met Saint Ana’s lamps", "Saint Ana", "Saint Ana’s"},
		{"en", "They met Saint Ana.", "Saint Ana", "Saint Ana"},
		{"en", "They met St Ana’s Oldquay Road", "St Ana", "St Ana’s"},
		{"de", "Farrell’s has pledged.", "Farrell", "Farrell"},
		{"en", "’s has pledged.", "", ""},
		{"en", "?’s has pledged.", "?", "?"},
	} {
		if got := ofTexts(c[0], c[1]).possessiveName(c[2]); got != c[3] {
			t.Errorf("%s (%s): %q", c[2], c[1], got)
		}
	}
}

// TestNamesInSmallLetters reads them behind an office that has to be somebody's.
func TestNamesInSmallLetters(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "co-founder of tidelab", "co-founder | tidelab"},
		{"en", "keeper at tidelab", "keeper | tidelab"},
		{"en", "keeper of tidelab", ""},
		{"en", "general manager with tidelab", "general manager | tidelab"},
		{"en", "executive director of tidelab", "executive director | tidelab"},
		{"en", "managing director of tidelab", "managing director | tidelab"},
		{"en", "executive officer of tidelab", "executive officer | tidelab"},
		{"en", "chief executive of tidelab", "chief executive | tidelab"},
		{"de", "co-founder of tidelab", ""},
		{"en", "lamp at tidelab", ""},
		{"en", "keeper at policy", ""},
		{"en", "keeper at sea4", "keeper | sea4"},
		{"en", "keeper at school", ""},
		{"en", "keeper at painting", ""},
		{"en", "keeper at tid", ""},
		{"en", "keeper at tide", "keeper | tide"},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).inSmallLetters(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestWhoSaysByTheWay reads who does something else and says so.
func TestWhoSaysByTheWay(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "The Marlow Times reports", " |  | Marlow Times"},
		{"en", "The Marlow Lamps reports", ""},
		{"en", "Ana Ruiz met them, saying", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz met them, adding that", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz met them, and went by saying", "Ana Ruiz |  | "},
		{"en", "Ana Ruiz opened her speech, saying", "Ana Ruiz |  | "},
		{"de", "Ana Ruiz met them, saying", ""},
		{"en", "Ana Ruiz, keeper at Tidewell, met them, saying", "Ana Ruiz | keeper | Tidewell"},
		{"en", "Ana Ruiz, lamps at Tidewell, met them, saying", "Ana Ruiz |  | "},
		{"en", "Osten met them, saying", "Jan Osten |  | "},
		{"en", "Ana met them, saying", ""},
		{"en", "Rivers Trust, keeper at Tidewell, met them, saying", ""},
		{"en", "Rivers Lamp Quay Senior Keeper Ana Ruiz met them, saying", "Ana Ruiz | Senior Keeper | Rivers Lamp Quay"},
		{"en", "Rivers Trust met them, saying", ""},
		{"en", "lamps met them, saying", ""},
		{"en", "Ana Ruiz of Rivers Trust met them, saying", "Ana Ruiz |  | Rivers Trust"},
		{"en", "Ana Ruiz here", ""},
	} {
		d, got := drafted(c[0]), ""
		d.Known = []Speaker{{Name: "Jan Osten"}}
		if who, ok := d.byTheWay(c[1]); ok {
			got = inThree(who)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// TestFirstNamesBeforeASurname finds the one first name that the text has before it.
func TestFirstNamesBeforeASurname(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "They met Ana Ruiz.", "Ruiz", "Ana Ruiz"},
		{"en", "They met Ana Ruiz. They met Ana Ruiz.", "Ruiz", "Ana Ruiz"},
		{"en", "They met Ana Ruiz. They met Tom Ruiz.", "Ruiz", ""},
		{"en", "They met Ana Ruiz. They met Ana B. Ruiz.", "Ruiz", "Ana B. Ruiz"},
		{"en", "They met Ana B. Ruiz. They met Ana Ruiz.", "Ruiz", "Ana B. Ruiz"},
		{"en", "They met Ana (Ruiz.", "Ruiz", ""},
		{"en", "They met Ana Ruiz’s boat.", "Ruiz", "Ana Ruiz"},
		{"en", "They met Ana Ru.", "Ru", ""},
		{"en", "They met Ana ruiz.", "ruiz", ""},
		{"en", "They met Ana Ruiz4.", "Ruiz4", ""},
		{"en", "They met Old Trust.", "Trust", ""},
		{"en", "They met Ana Director.", "Director", ""},
		{"en", "They met lamp Ruiz.", "Ruiz", ""},
		{"en", "They met Artist Ruiz.", "Ruiz", ""}, // a rank that is no office elsewhere
		{"en", tooMany + " They met Ana Ruiz.", "Ruiz", ""},
		{"de", "Sie traf Vorstandsvorsitzender Jan Osten.", "Osten", "Jan Osten"},
		{"de", "Sie traf Werftleiter Jan Osten.", "Osten", "Jan Osten"},
		{"de", "Sie traf Karl Jan Osten.", "Osten", "Karl Jan Osten"},
		{"es", "Vino con Luis María Vidal.", "Vidal", "Luis María Vidal"},
		{"es", "Luis María Vidal dijo.", "Vidal", "Luis María Vidal"},
		{"es", "Vino. Luis María Vidal dijo.", "Vidal", "Luis María Vidal"},
		{"es", "Vino Según María Vidal dijo.", "Vidal", "María Vidal"},
		{"es", "Según María Vidal dijo.", "Vidal", "María Vidal"},
		{"es", "Los María Vidal dijo.", "Vidal", "María Vidal"},
		{"es", "Ana Vidal Prat.", "Vidal", "Ana Vidal Prat"},
		{"en", "Sr. Maria Luz Abren.", "Abren", "Maria Luz Abren"},
		{"en", "Maria Luz Abren.", "Abren", "Luz Abren"},
		{"de", "Maria Luz Abren.", "Abren", "Luz Abren"},
	} {
		got := ""
		if who, ok := ofTexts(c[0], c[1]).elsewhere(c[2]); ok {
			got = who.Name
		}
		if got != c[3] {
			t.Errorf("%.60s: %q, want %q", c[1], got, c[3])
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ana Ruiz", "Ana B. Ruiz", true}, {"Ana Ruiz", "Ana Reed", false}, {"Ana Ruiz", "Tom Ruiz", false}, {"", "Ana Ruiz", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %t", c.a, c.b, got)
		}
	}
	for s, want := range map[string]string{
		"met Ana": "Ana Ruiz", "Ana B.": "Ana B. Ruiz", "lamp B.": "-", "met Ana Luz": "Ana Luz Ruiz", "Met Ana Luz": "Luz Ruiz", "then. Ana Luz": "Luz Ruiz",
		"then: Ana Luz": "Luz Ruiz", "met Ana’s Luz": "Luz Ruiz", "met Some Luz": "Luz Ruiz", "met No Luz": "Luz Ruiz", "met lamp Luz": "Luz Ruiz", "met lamp": "-",
		"met Nos Luz": "Nos Luz Ruiz", "met Last Luz": "Luz Ruiz", "met Ana lamp": "-", "x Angesichts Luz": "Luz Ruiz",
	} {
		got, ok := withFirst(prose.Tokens(s), "Ruiz")
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	for _, w := range strings.Split("An, Keeper, Keepers, Artist, Admiral, Prof, Las, Under, ana, ANA, Ana., Ana4, Coaches", ", ") {
		if firstName(w) {
			t.Errorf("%s is a first name", w)
		}
	}
	if !firstName("Ana") || !firstName("Éva") {
		t.Error("no first name")
	}
	for s, want := range map[string]bool{
		"Luis María": true, "Vino. Luis María": true, "Vino Luis María": false, "Dijo. Los María": false, "Tras María": false, "Last María": false, "Según María": false,
		"Das María": false, "lo María": false, "María": false, "Luis lamp": false,
	} {
		if got := drafted("es").twoFirst(prose.Tokens(s)); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
}
