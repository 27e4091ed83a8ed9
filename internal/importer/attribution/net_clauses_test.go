package attribution

import "testing"

// TestWhoSaysWordsByWhatStandsAroundThem finds it before the words, behind them or nowhere.
func TestWhoSaysWordsByWhatStandsAroundThem(t *testing.T) {
	t.Parallel()
	const sentence = "The lamps of the harbor burn all night."
	for _, c := range []struct {
		tag, gap, words, after string
		last                   bool
		before, behind         string
	}{
		{"en", "Ana Ruiz said: ", sentence, "", true, "Ana Ruiz", ""},
		{"en", "Ana\nRuiz said: ", sentence, "", true, "Ana Ruiz", ""},
		{"en", "", "We do,", " said Ana Ruiz.", true, "", "Ana Ruiz"},
		{"en", "", "We do,", " said Ana\nRuiz.", true, "", "Ana Ruiz"},
		{"en", "Ana Ruiz said: ", "We do,", " said Tom Reed.", true, "", "Tom Reed"},
		{"en", "Ana Ruiz said: ", "We do.", " said Tom Reed.", true, "Ana Ruiz", "Tom Reed"},
		{"en", "", sentence, " Ana Ruiz said that the ropes rot at the harbor.", true, "", ""},
		{"en", "", sentence, " Ana Ruiz said.", true, "", "Ana Ruiz"},
		{"en", "As Ana Ruiz wrote, the ", "walls and floors", " are wet.", true, "", ""},
		{"en", "As Ana Ruiz wrote, The ", "Walls and Floors", " are wet.", true, "", ""},
		{"en", "They love ", "the old lamps", ", said Ana Ruiz. ", false, "", ""},
		{"en", "They say the lamps ", "are old and burn all night,", " said Ana Ruiz. ", false, "", "Ana Ruiz"},
		{"en", "As Ana Ruiz wrote, ", "walls and floors", " are wet.", true, "Ana Ruiz", ""},
		{"en", "The ropes rot: ", sentence, " Ana Ruiz said:", false, "", ""},
		{"en", "The ropes rot: ", sentence, " Ana Ruiz said:", true, "", "Ana Ruiz"},
		{"en", "The ropes rot: ", sentence, " Ana Ruiz said.", false, "", "Ana Ruiz"},
		{"en", "The ropes rot. ", sentence, " Ana Ruiz said:", false, "", "Ana Ruiz"},
		{"en", "Ana Ruiz said that ", sentence, "", true, "Ana Ruiz", ""},
		{"en", "The ropes rot, said Ana Ruiz, director of River Alliance. ", sentence, "", true, "Ana Ruiz", ""},
		{"en", "Ana Ruiz, president of River Alliance, laid out what comes next: ", sentence, "", true, "Ana Ruiz", ""},
		{"en", "Ana Ruiz told the keepers at night, ", sentence, "", true, "Ana Ruiz", ""},
		{"en", "Ana Ruiz, director of River Alliance, ", sentence, "", true, "Ana Ruiz", ""},
		{"en", "Ana Ruiz, director of River Alliance, ", sentence, "", false, "", ""},
		{"en", "Ana Ruiz, director of River Alliance, ", sentence, " and ropes.", true, "", ""},
		{"en", "", sentence, " Ana Ruiz, director of River Alliance.", true, "", "Ana Ruiz"},
		{"en", "The ropes and ", sentence, " Ana Ruiz, director of River Alliance.", true, "", ""},
		{"es", " y añadió: ", "Las luces del puerto arden toda la noche.", "", true, "Luis Vega", ""},
		{"es", "Las cuerdas y ", "Las luces del puerto", " y añadió: ", false, "", ""},
	} {
		d := drafted(c.tag)
		d.Known = []Speaker{{Name: "Luis Vega", Title: "director", Org: "Ríos Vivos", Ok: true}}
		from, who, ok, behind, okBehind := d.clauses(c.gap, c.words, c.after, c.last)
		if ok != (c.before != "") || ok && who.Name != c.before || okBehind != (c.behind != "") || okBehind && behind.who.Name != c.behind {
			t.Errorf("%s“%s”%s %t: %q %t, %q %t", c.gap, c.words, c.after, c.last, who.Name, ok, behind.who.Name, okBehind)
		}
		if ok && from != 0 && c.tag == "en" {
			t.Errorf("%s“%s”: from %d on", c.gap, c.words, from)
		}
	}
	d := drafted("en")
	d.clauses("The ropes rot, said Tom Reed, director of River Alliance. They are old, and ", "wet", "", true)
	if len(d.Known) != 1 || d.Known[0].Name != "Tom Reed" {
		t.Errorf("who says something without marks is not known: %v", d.Known)
	}
}
