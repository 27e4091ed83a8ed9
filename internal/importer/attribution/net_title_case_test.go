package attribution

import "testing"

// TestWordsThatHaveACapitalTooMany reads phrases of which each word has one.
func TestWordsThatHaveACapitalTooMany(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string]string{
		"Sebastian Ruiz, Vice President Of Partnerships At Tidewell Ltd, Said": "Sebastian Ruiz, Vice President of Partnerships at Tidewell Ltd, said",
		"Ana Ruiz And Bo Ek Of The Rivers Trust":                               "Ana Ruiz and Bo Ek of the Rivers Trust",
		"Harbor Alliance Of Marlow":                                            "Harbor Alliance Of Marlow",            // a name, perhaps
		"Ana Ruiz, director At Bank Of Marlow":                                 "Ana Ruiz, director At Bank Of Marlow", // others are small
		"At The Pier":                                                          "At The Pier",
	} {
		if got := ofTexts("en", "X.").smallAgain(phrase); got != want {
			t.Errorf("%s: %s", phrase, got)
		}
	}
	if got := ofTexts("de", "X.").smallAgain("Die Stiftung At Of Marlow Said"); got != "Die Stiftung At Of Marlow Said" {
		t.Error(got)
	}
}

// TestWhoHoldsAnOfficeWithoutAName asks that no part of an office or of a body is read as a name.
func TestWhoHoldsAnOfficeWithoutAName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, phrase, name, title, org string }{
		{"en", "the Executive Director", "", "Executive Director", ""},
		{"en", "Managing Partner, Tidewell Capital", "", "Managing Partner", "Tidewell Capital"},
		{"en", "Tidewell Business Insights", "", "", "Tidewell Business Insights"},
		{"es", "Ana Ruiz, presidenta del Consejo de Administración de Tidal", "Ana Ruiz", "presidenta del Consejo de Administración", "Tidal"},
		{"pt", "o Presidente do Conselho de Administração da TIDAL, Ana Ruas", "Ana Ruas", "Presidente do Conselho de Administração", "TIDAL"},
		{"en", "Vice President Ana Ruiz", "Ana Ruiz", "Vice President", ""},
	} {
		if who := ofTexts(c.lang, "X.").Parse(c.phrase); !who.Ok || who.Name != c.name || who.Title != c.title || who.Org != c.org {
			t.Errorf("%s: %v", c.phrase, who)
		}
	}
}
