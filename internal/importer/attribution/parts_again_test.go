package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// What somebody heads is no organisation where one stands behind its comma.
func TestOfWhatPartsSomebodyIsHead(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string]string{
		"Jay Hale, Head of Lights, Cod Institute":         "Jay Hale | Head of Lights | Cod Institute",
		"Jay Hale, Co-head of Lights, Cod Institute":      "Jay Hale | Co-head of Lights | Cod Institute",
		"Jay Hale, the new Head of Lights, Cod Institute": "Jay Hale | new Head of Lights | Cod Institute",
		"Jay Hale, Friend of Lights, Cod Institute":       "Jay Hale | Friend | Lights",
		"Jay Hale, Head at Lights, Cod Institute":         "Jay Hale | Head | Lights",
		"Jay Hale, Head of the Lights, Cod Institute":     "Jay Hale | Head of the Lights | ?",
		"Jay Hale, Head of Lights Trust, Cod Institute":   "Jay Hale | Head | Lights Trust",
		"Jay Hale, Head of AI and Labs, Cod Institute":    "Jay Hale | Head of AI and Labs | Cod Institute",
		"Jay Hale, Head of AI & Labs, Cod Institute":      "Jay Hale | Head of AI & Labs | Cod Institute",
		"Jay Hale, Head of Orrin, Cod Institute":          "Jay Hale | Head | Orrin",
		"Jay Hale, Head of Lights, Orrin":                 "Jay Hale | Head of Lights | Orrin",
		"Jay Hale, Head of Lights and Labs, Orrin":        "Jay Hale | Head of Lights and Labs | Orrin",
		"Jay Hale, Head of Lights and Labs, Marlow":       "Jay Hale | Head | Lights and Labs",
		"Jay Hale, Head of Lights and Labs, Reed":         "Jay Hale | Head of Lights and Labs, Reed | ?",
		"Jay Hale, Head of Lights, Reed":                  "Jay Hale | Head of Lights | ?",
		"Jay Hale, Head of Lights, Marlow":                "Jay Hale | Head of Lights | ?",
		"Jay Hale, Head of Lights, Cod Institute, Marlow": "Jay Hale | Head of Lights | ?",
		"Jay Hale, Head of Lights, Cod Institute.":        "Jay Hale | Head of Lights | Cod Institute",
		"Jay Hale, Head of Lights, Director":              "Jay Hale | Head of Lights | ?",
		"Jay Hale, Head of Lights, Rota":                  "Jay Hale | Head of Lights | Rota",
		"Jay Hale, Head of Lights, Tidal":                 "Jay Hale | Head of Lights | Tidal",
	} {
		d := draftIn("en", aboutQuays+" Orrin, a charity, was there. Tidal won. Tidal came. In Marlow it rained.")
		d.Known, d.Letterhead = quays().Known, []string{"Orrin"}
		d.Dateline.Text = "MARLOW, 3 March 2024"
		if got := reads(d, "parse", phrase); got != want {
			t.Errorf("%s: %q, want %q", phrase, got, want)
		}
	}
	for _, office := range strings.Fields("head lead leader manager director chief coordinator officer supervisor superintendent") {
		if got := reads(quays(), "parse", "Jay Hale, "+office+" of Lights, Cod Institute"); got != "Jay Hale | "+office+" of Lights | Cod Institute" {
			t.Errorf("%s: %q", office, got)
		}
	}
}

// Words of people's work, ways of addressing them, and nouns for organisations.
func TestWordsBeforeNames(t *testing.T) {
	t.Parallel()
	for _, w := range strings.Fields("forecaster allergist convenor convener stationmaster barrister solicitor dietitian nutritionist " +
		"physiotherapist therapist radiographer paediatrician obstetrician anaesthetist optometrist broadcaster songwriter illustrator sculptor " +
		"actress comedian columnist correspondent podcaster winger archdeacon mec accountant actuary grower rancher fisherman fisherwoman " +
		"carer caregiver pensioner neuroscientist geoscientist") {
		if got := reads(quays(), "parse", "Jay Hale, "+w+" at Cod Institute"); got != "Jay Hale | "+w+" | Cod Institute" || !quays().IsTitle(w) {
			t.Errorf("%s: %q", w, got)
		}
	}
	for _, w := range strings.Fields("Cr Cr. Barr. Ustadz Hajiya Alhaji Aunty Uncle") {
		if got := reads(quays(), "parse", w+" Jay Hale of Cod Institute"); got != w+" Jay Hale |  | Cod Institute" || trimHonours(w+" Jay Hale") != "Jay Hale" {
			t.Errorf("%s: %q", w, got)
		}
	}
	for _, w := range strings.Fields("Temple Synagogue Mosque Cathedral Congregation") {
		if got := reads(quays(), "parse", "Jay Hale, chair of Orrin "+w); got != "Jay Hale | chair | Orrin "+w || !prose.IsOrganisation("Orrin "+w) {
			t.Errorf("%s: %q", w, got)
		}
	}
	for _, w := range strings.Fields("Mac Mc Ní Nic Ó Ui De Van Von Al El St. San Le La Della Di Du Bin") {
		if got := reads(quays(), "parse", "Chair of Marlow Council Jay "+w+" Hale"); got != "Jay "+w+" Hale | Chair | Marlow Council" {
			t.Errorf("%s: %q", w, got)
		}
	}
}

// A name in a line of its own below words in marks signs them; what is in double marks may stand within single ones.
func TestSignedLinesAndMarksWithinMarks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"“We won.”\nJay Hale\nchair of Rota":                     2,
		"“We won!”\nJay Hale\nchair":                             2,
		"“We won?”\nJay Hale\nchair":                             2,
		"“We won…”\nJay Hale\nchair":                             2,
		"\"We won.\"\nJay Hale\nchair":                           2,
		"«We won.»\nJay Hale\nchair":                             2,
		"‘We won.’\nJay-Ann D. O’Hale, PhD\nchair":               1,
		"‘We won.’\nJay-Ann D. O’Hale\nchair":                    2,
		"‘We won.’\nJo O'Hale\nchair":                            2,
		"“We won”\nJay Hale\nchair":                              1,
		"We won.\nJay Hale\nchair":                               1,
		"“We won.”\njay Hale\nchair":                             1,
		"“We won.”\nJay\nchair":                                  1,
		"“We won.”\nOn the Quay\nchair":                          1,
		"“We won.”\nJay Hale":                                    1,
		"“We won.”\nJay Hale\nchair of\nRota":                    2,
		"“We won.”\nJay Hale\nchair of\nRota\nMarlow":            1,
		"“We won.”\nJay Hale\n4 chairs":                          1,
		"“We won.”\nJay Hale\nchair of “Rota”":                   1,
		"“We won.”\nJay Hale\nchair of «Rota»":                   1,
		"“We won.”\nJay Hale\nchair of \"Rota\"":                 1,
		"“We won.”\nJay Hale\n" + strings.Repeat("a", 121):       2,
		"“We won.”\nJay Hale\n" + strings.Repeat("a", 122):       1,
		"“We won.”\nJay Hale\naaa":                               1,
		"“We won.”\nJay Hale\naaaa":                              2,
		"“We won.”\nJay H" + strings.Repeat("a", 56) + "\nchair": 2,
		"“We won.”\nJay H" + strings.Repeat("a", 57) + "\nchair": 1,
		"“We won.”\nJo Ha\nchair":                                2,
		"“We won.”\nJo H\nchair":                                 1,
	} {
		if got := new(Copy).signedLines([]prose.Para{{Text: text}}); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	const signed = "“We won.”\nJay Hale\nchair"
	for _, p := range []prose.Para{{Text: signed, Level: 1}, {Text: signed, Bullet: "-"}, {Text: signed, Table: "x"}, {Text: strings.Repeat("We won. ", 2100) + signed}} {
		if got := new(Copy).signedLines([]prose.Para{p}); len(got) != 1 {
			t.Errorf("%+v is divided", p.Level)
		}
	}
	for text, want := range map[string]string{
		"‘She called it “a start”,’ said Ana.": "She called it “a start”,",
		"‘She „was“ «in» \"it\",’ said Ana.":   "She „was“ «in» \"it\",",
		"‘We won,’ said Ana.":                  "We won,",
		"‘We won,’ said Ana, “the best”.":      "the best",
		"“We ‘won’,” said Ana.":                "We ‘won’,",
		"“We won,” said Ana of ‘Rota’.":        "We won,",
		"“We won,” said Ana.":                  "We won,",
		"‘We “won”,’ said Ana, “the best”.":    "won|the best",
	} {
		d, said := quays(), []string{}
		for _, s := range d.segments(text) {
			said = append(said, text[s.from:s.to])
		}
		if got := strings.Join(said, "|"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
