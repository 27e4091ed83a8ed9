package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestNordicBodiesOfANoun finds the one organisation of whose name a noun is the last word.
func TestNordicBodiesOfANoun(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"högskolan", "Nu växer Marlows högskola.", "Marlows högskola"},
		{"högskola", "Nu växer Marlows högskola", "Marlows högskola"},
		{"universitetet", "Nu växer Marlows universitet!", "Marlows universitet"},
		{"Klubben", "Nu växer Marlows klubb.", "Marlows klubb"},
		{"båten", "Nu växer Marlows båt.", ""},
		{"högskolan", "Nu växer Marlows tekniska högskola.", "Marlows tekniska högskola"},
		{"högskolan", "Nu växer Marlows nya tekniska högskola.", "Marlows nya tekniska högskola"},
		{"högskolan", "Nu växer Marlows nya stora tekniska högskola.", ""},
		{"högskolan", "Nu växer Marlows högskola. Nu målar Marlows högskola.", "Marlows högskola"},
		{"högskolan", "Nu växer Marlows högskola. Nu målar Ostens högskola.", ""},
		{"högskolan", "Nu växer högskola.", ""},
		{"laget", "Nu växer Rederiernes Landslag.", "Rederiernes Landslag"},
		{"högskolan", "Nu växer Marlow Högskola.", "Marlow Högskola"},
		{"högskolan", "Nu växer Marlow högskola.", ""},
		{"högskolan", "Nu växer Marlow stora Högskola.", ""},
		{"högskolan", "Nu växer Marlows stora Högskola.", "Marlows stora Högskola"},
		{"högskolan", "I Marlow. Högskola växer.", ""},
		{"högskolan", "I Marlows, högskola växer.", ""},
	} {
		if got := paragraphsIn("sv", c[1]).nordicBody(c[0]); got != c[2] {
			t.Errorf("%s: %s: %q", c[0], c[1], got)
		}
	}
	for _, noun := range strings.Fields(`högskola högskole universitet förbund forbund förening forening bolag selskab selskap sjukhus
		sygehus sykehus museum museet museé teater institut institutt stiftelse fond kommun kommune bibliotek klubb klub lag organisation
		organisasjon laug råd verk samband parti`) {
		for _, s := range []string{noun, "lands" + noun} {
			if got := paragraphsIn("sv", "Nu växer Marlows "+s+".").nordicBody(s); got != "Marlows "+s {
				t.Errorf("%s: %q", s, got)
			}
		}
		if nordicNoun.MatchString(noun + "x") {
			t.Errorf("%sx is a body", noun)
		}
	}
	for _, c := range [][2]string{
		{"Marlows högskola", "Marlows högskola"},
		{"högskola", ""},
		{"nya högskola", ""},
		{"Marlows. högskola", ""},
		{"Marlows, högskola", ""},
		{"Marlows: högskola", ""},
		{"Marlows; högskola", ""},
		{"Marlows! högskola", ""},
		{"Marlows? högskola", ""},
		{"Marlow högskola", ""},
		{"Marlow Högskola", "Marlow Högskola"},
		{"Marlow nya Högskola", ""},
		{"Marlows a b högskola", "Marlows a b högskola"},
		{"Marlows a b c högskola", ""},
	} {
		toks := prose.Tokens(c[0])
		last := len(toks) - 1
		if got := endsIn(toks, last, toks[last].Text); got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
	for noun, want := range map[string]string{
		"klubben": "klubben klubb klubbe", "verket": "verket verk verke", "lag": "lag",
		"skolan": "skolan skola",
	} {
		if got := strings.Join(withoutDefinite(noun), " "); got != want {
			t.Errorf("%s: %q", noun, got)
		}
	}
}

// TestNordicSpeakersOfABody gives somebody the organisation that is called by a noun with their office, or the town.
func TestNordicSpeakersOfABody(t *testing.T) {
	t.Parallel()
	const school = "Nu växer Marlows högskola."
	anna := func(title, org string) Speaker {
		return Speaker{Name: "Anna Lind", Title: title, Org: org, Ok: true, Unsure: "perhaps"}
	}
	for _, c := range []struct {
		who                Speaker
		phrase, text, want string
	}{
		{anna("rektor", ""), "Anna Lind, rektor vid högskolan", school, "Marlows högskola"},
		{anna("rektor", "?"), "Anna Lind, rektor vid högskolan", school, "Marlows högskola"},
		{anna("rektor", "Kajen"), "Anna Lind, rektor vid högskolan", school, "Kajen"},
		{Speaker{Name: "Anna Lind", Title: "rektor"}, "Anna Lind, rektor vid högskolan", school, ""},
		{Speaker{Title: "rektor", Ok: true}, "rektor vid högskolan", school, ""},
		{anna("rektor", ""), "Anna Lind, rektor vid båten", school, ""},
		{anna("förbundsordförande", ""), "Anna Lind", "Nu växer Marlows förbund.", "Marlows förbund"},
		{anna("Förbundsordförande", ""), "Anna Lind", "Nu växer Marlows förbund.", "Marlows förbund"},
		{anna("borgmester", ""), "Anna Lind", "Nu vokser Marlow kommune.", "Marlow kommune"},
		{anna("borgmester", ""), "Anna Lind", "Nu vokser byen.", "?"},
		{anna("borgmester i byen", ""), "Anna Lind", "Nu vokser Marlow kommune.", "Marlow kommune"},
		{anna("maler", ""), "Anna Lind", "Nu vokser Marlow kommune.", ""},
	} {
		who := paragraphsIn("sv", c.text).ofNordicBody(c.who, c.phrase)
		if who.Org != c.want || strings.HasPrefix(who.Org, "Marlows ") && who.Unsure != "" ||
			strings.HasSuffix(who.Org, "kommune") != strings.Contains(who.Unsure, "taken to be Marlow kommune") {
			t.Errorf("%s: %s: %q, %q", c.who.Title, c.phrase, who.Org, who.Unsure)
		}
	}
	for _, at := range strings.Fields("vid på i ved for för hos av af fra från") {
		who := paragraphsIn("nb", school).ofNordicBody(anna("rektor", ""), "Anna Lind "+at+" högskolan, ja")
		if who.Org != "Marlows högskola" {
			t.Errorf("%s: %q", at, who.Org)
		}
	}
	for _, office := range strings.Fields(`leder lederen leiar leiaren ordförande formand forkvinde chef sjef direktör direktør
		sekreterare sekretær talesperson advokat styrelse formandn`) {
		for _, within := range []string{"forbund", "forbunds"} {
			who := paragraphsIn("nb", "Nu vokser Marlows forbund.").ofNordicBody(anna(within+office, ""), "")
			if who.Org != "Marlows forbund" {
				t.Errorf("%s%s: %q", within, office, who.Org)
			}
		}
	}
	for _, office := range strings.Fields(`råd rådet oppositionsråd kommunalråd kommunalrådet regionråd borgarråd statssekretærråd
		statsråd borgmästare borgmästaren borgmester borgmestre borgmesteren ordfører ordføreren fylkesordfører fylkesordføreren rådmand
		rådmanden minister havneministeren riksdagsledamot stortingsrepresentant folketingsmedlem`) {
		if who := drafted("nb").ofNordicBody(anna(office, ""), ""); (who.Org == "?") != (office != "borgmestre") {
			t.Errorf("%s: %q", office, who.Org)
		}
		if who := drafted("nb").ofNordicBody(anna("x1"+office, ""), ""); who.Org != "" {
			t.Errorf("x1%s: %q", office, who.Org)
		}
	}
	for text, want := range map[string]string{
		"Nu vokser Marlow kommune.": "Marlow kommune", "Nu växer Marlow kommun": "Marlow kommun",
		"Nu vokser Nye Marlow kommune, ja.":         "Nye Marlow kommune",
		"Nu vokser Marlow kommune. Marlow kommune.": "Marlow kommune", "Nu vokser Marlow kommune. Osten kommune.": "",
		"Nu vokser byen kommune.":    "",
		"Nu vokser Marlow kommuner.": "", "Nu vokser (Marlow kommune).": "Marlow kommune",
	} {
		if got := paragraphsIn("nb", text).onlyNordicTown(); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestWhomANordicTextNamesWithAnOffice notes somebody with an office of a noun's.
func TestWhomANordicTextNamesWithAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"nb", "Det er forbundets leder, Anna Lind, som synger.", "Anna Lind|leder|Marlows forbund"},
		{"nb", "Det er forbundets advokat, Anna Lind, som synger.", "Anna Lind|advokat|Marlows forbund"},
		{"nb", "Det er forbundets rektor, Anna Lind, som synger.", "Anna Lind|rektor|Marlows forbund"},
		{"nb", "Det er forbundets nye leder, Anna Lind, som synger.", "Anna Lind|leder|Marlows forbund"},
		{"nb", "Det er forbundets maler, Anna Lind, som synger.", ""},
		{"nb", "Det er forbundets leder, Marlow Museum, som synger.", ""},
		{"nb", "Det er klubbens leder, Anna Lind, som synger.", ""},
		{"nb", "Det er forbundets leder, Anna Lind.", ""},
		{"de", "Det er forbundets leder, Anna Lind, som synger.", ""},
	} {
		d := paragraphsIn(c[0], "Nu vokser Marlows forbund.")
		d.meetNordic(c[1])
		got := ""
		for _, k := range d.Known {
			got += threefold(k)
		}
		if got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
}

// TestWhoWasChosenInGerman notes whoever was chosen for an office or has it now.
func TestWhoWasChosenInGerman(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // the text, who is known, and who is noted
		{"Nun wurde Jan Osten zum Sprecher des Flussbunds gewählt.", "", "Jan Osten|Sprecher|Flussbund"},
		{"Nun wurde Jan Osten zum Sprecher gewählt.", "", "Jan Osten|Sprecher|"},
		{"Nun wurde Jan Osten zum Sprecher des Vereins gewählt.", "", "Jan Osten|Sprecher|Verein Kaimauer"},
		{"Nun wurde Jan Osten zum Sprecher des Flussbunds gewählt.", "Jan Osten", "Jan Osten||"},
		{"Nun wurde Museum Osten zum Sprecher des Flussbunds gewählt.", "", ""},
		{"Nun wurde Sprecher Osten zum Sprecher des Flussbunds gewählt.", "", ""},
		{"Nun wurde Jan Osten zum Maler des Flussbunds gewählt.", "", ""},
		{"Nun wurde Jan Osten zum Sprecher des Flussbunds am Kai gewählt.", "", "Jan Osten|Sprecher|"},
		{
			"Nun ist Jan Karl Osten einstimmig zum ersten Vorsitzenden der Flussliga ernannt.", "",
			"Jan Karl Osten|erster Vorsitzender|Flussliga",
		},
		{"Zum Vorsitzenden des Flussbunds wurde Jan Osten gewählt.", "", "Jan Osten|Vorsitzender|Flussbund"},
		{"Sprecherin der Flussliga ist nun Ana Ruiz.", "", "Ana Ruiz|Sprecherin|Flussliga"},
		{"Neue Sprecherin der Flussliga bleibt Ana Ruiz und lacht.", "", "Ana Ruiz|Sprecherin|Flussliga"},
		{"Sprecherin der Flussliga ist nun Ana Ruiz dort.", "", ""},
	} {
		d := paragraphsIn("de", "Der Verein Kaimauer tagt.")
		if c[1] != "" {
			d.Known = []Speaker{{Name: c[1]}}
		}
		d.meetChosen(c[0])
		got := ""
		for _, k := range d.Known {
			got += threefold(k)
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[0], got)
		}
		if other := drafted("nl"); c[1] == "" {
			if other.meetChosen(c[0]); len(other.Known) > 0 {
				t.Errorf("%s in Dutch: %v", c[0], other.Known)
			}
		}
	}
	for _, verb := range strings.Fields("gewählt ernannt bestellt berufen bestätigt wiedergewählt") {
		for _, text := range []string{
			"Nun wird Jan Osten erneut als Sprecher " + verb, "Nun ist Jan Osten jetzt zur Sprecher " + verb,
			"Nun wurde Jan Osten nun als Sprecher " + verb,
			"Nun wurde Jan Osten neu als Sprecher " + verb, "Als Sprecher wird Jan Osten " + verb,
			"Zur Sprecher wurde Jan Osten einstimmig " + verb,
			"Zum Sprecher wurde Jan Osten erneut " + verb,
		} {
			d := drafted("de")
			if d.meetChosen(text); len(d.Known) != 1 || threefold(d.Known[0]) != "Jan Osten|Sprecher|" {
				t.Errorf("%s: %v", text, d.Known)
			}
		}
	}
	for _, text := range strings.Split(`Neuer Sprecher ist Jan Osten.; Erster Sprecher wird Jan Osten.; Zweiter Sprecher bleibt Jan
		Osten.; Dritter Sprecher ist jetzt Jan Osten,; Es tagt. Sprecher ist künftig Jan Osten.; Es tagt! Sprecher ist weiterhin Jan Osten
		und lacht; Es tagt? Sprecher ist ab sofort Dr. Jan Osten.`, ";") {
		d := drafted("de")
		d.meetChosen(strings.Join(strings.Fields(text), " "))
		if len(d.Known) != 1 || strings.TrimPrefix(threefold(d.Known[0]), "Dr. ") != "Jan Osten|Sprecher|" {
			t.Errorf("%s: %v", text, d.Known)
		}
	}
	for office, want := range map[string]string{
		"ersten Vorsitzenden": "erster Vorsitzender", "Stellvertretenden": "Stellvertretender", "Beauftragten": "Beauftragter",
		"Kapitäninnen": "Kapitäninnen",
		"Abgeordneten": "Abgeordneter", "Beigeordneten": "Beigeordneter", "Verantwortlichen": "Verantwortlicher",
		"Sprecher": "Sprecher", "alten Sprecher": "alter Sprecher",
	} {
		if got := inNominative(office); got != want {
			t.Errorf("%s: %q", office, got)
		}
	}
}
