package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
)

// How somebody is addressed, whose relative or colleague they are, and what they are in two offices.
func TestWhatStandsBeforeAndBehindAName(t *testing.T) {
	t.Parallel()
	d := draftIn("en", "Marlow Council met. Quays for All and the Reef and Coast Fund came. The Cod Institute did so too. Save the Quay Alliance as well.")
	d.Known = []Speaker{{Name: "Bea Hart", Title: "founder", Org: "Rota"}}
	namedAs(t, d, map[string]string{
		"Chief Executive of Marlow Council Dr Jay Hale":                               "Dr Jay Hale | Chief Executive | Marlow Council",
		"Chief Executive of Marlow Council Fergus Mac Raith":                          "Fergus Mac Raith | Chief Executive | Marlow Council",
		"Chief Executive of Marlow Council Jay Hale":                                  "Jay Hale | Chief Executive | Marlow Council",
		"West Coast MEC for Health Dr Jay Hale":                                       "Dr Jay Hale | West Coast MEC for Health | ?",
		"His Honour Judge Jay Hale":                                                   "Jay Hale | Judge | ",
		"Maureen’s daughter Orla Fenn":                                                "Orla Fenn | Maureen’s daughter | ?",
		"Maureen’s eldest daughter, Orla Fenn":                                        "Orla Fenn | Maureen’s eldest daughter | ?",
		"Hart’s co-founder, chief technology officer Jay Hale":                        "Jay Hale | chief technology officer | Rota",
		"Hart’s co-founder, technology director Jay Hale of Marlow Council":           "Jay Hale | technology director | Marlow Council",
		"Jay Hale, an allergist and medical adviser to the Cod Institute":             "Jay Hale | allergist and medical adviser | Cod Institute",
		"Jay Hale, who drew it at Rope Games and is now an engineer at Cod Institute": "Jay Hale | engineer | Cod Institute",
		"Chair of the Fund and former harbour minister Jay Hale":                      "Jay Hale | Chair | Reef and Coast Fund",
		"Jay Hale, chair of the Alliance":                                             "Jay Hale | chair | Save the Quay Alliance",
		"Jay Hale, chair of the Trust":                                                "Jay Hale | chair | ?",
		"Prof. Jay Hale of the Department of Ropes, Marlow University":                "Prof. Jay Hale |  | Marlow University",
		"Jay Hale, Head of Lights, Cod Institute":                                     "Jay Hale | Head of Lights | Cod Institute",
		"Jay Hale, Director of AI and Labs, Cod Institute":                            "Jay Hale | Director of AI and Labs | Cod Institute",
		"Jay Hale, Head of Lights and Labs, Orrin":                                    "Jay Hale | Head of Lights and Labs, Orrin | ?",
		"Jay Hale, Director of the Lights Trust, Marlow Council":                      "Jay Hale | Director | Lights Trust",
	})
}

// namedAs holds whom phrases name: name, office and organisation.
func namedAs(t *testing.T, d *Copy, phrases map[string]string) {
	t.Helper()
	for phrase, want := range phrases {
		t.Run(phrase, func(t *testing.T) {
			who := d.Parse(phrase)
			if got := who.Name + " | " + who.Title + " | " + who.Org; got != want {
				t.Errorf("read as %q, want %q", got, want)
			}
		})
	}
}

// draftIn is a draft of a text in a language.
func draftIn(lang, text string) *Copy {
	return &Copy{Cat: language.Of(lang), Lang: lang, Source: text, Body: []prose.Para{{Text: text}}}
}
