package attribution

import (
	"strings"
	"testing"
)

// TestGermanPhrasesWithoutWhatStandsAround takes off when somebody speaks, what the words are called and letters behind a name.
func TestGermanPhrasesWithoutWhatStandsAround(t *testing.T) {
	t.Parallel()
	var tails []string
	for _, s := range strings.Split(`heute am Kai, gestern am Kai, im Vorfeld der Wahl, im Rahmen der Wahl, im Anschluss, aus Anlass
		der Wahl, mit Verweis auf, mit Bezug auf, angesichts der Wahl`, ",") {
		tails = append(tails, strings.Join(strings.Fields(s), " "))
	}
	for _, noun := range strings.Fields("Start Auftakt Abschluss Beginn Ende Anlass Hintergrund Ergebnis Urteil Stand Jahrestag Jubiläum") {
		tails = append(tails, "zum "+noun+" der Wahl")
	}
	for _, tail := range tails {
		for _, between := range []string{" ", ", "} {
			if got := drafted("de").germanPhrase("Ana Ruiz" + between + tail); got != "Ana Ruiz" {
				t.Errorf("%s: %q", tail, got)
			}
			if got := drafted("nl").germanPhrase("Ana Ruiz" + between + tail); got != "Ana Ruiz"+between+tail {
				t.Errorf("%s in Dutch: %q", tail, got)
			}
		}
	}
	for _, noun := range strings.Fields(`Fazit Resümee Urteil Kommentar Bilanz Einschätzung Überzeugung Appell Forderung Credo Devise
		Meinung Worte`) {
		for _, lead := range []string{"", "das ", "die ", "der ", "ein ", "eine ", "das klare ", "klare "} {
			for behind, want := range map[string]string{
				"von Ana Ruiz": "Ana Ruiz", "der Malerin Ana Ruiz": "der Malerin Ana Ruiz", "unserer Malerin Ana": "unserer Malerin Ana",
				"unsere Malerin Ana": "unsere Malerin Ana", "des Malers Ana": lead + noun + " des Malers Ana",
			} {
				if got := drafted("de").germanPhrase(lead + noun + " " + behind); got != want {
					t.Errorf("%s%s %s: %q", lead, noun, behind, got)
				}
			}
		}
	}
	for _, seat := range strings.Fields("MdB MdL MdEP MdHB MdBB MdA MdR") {
		for phrase, want := range map[string]string{
			"Ana Ruiz " + seat: "Ana Ruiz,", "Ana Ruiz, " + seat: "Ana Ruiz,", "Ana Ruiz " + seat + ", Malerin": "Ana Ruiz, Malerin",
			"Ana Ruiz " + seat + "x": "Ana Ruiz " + seat + "x", "ana " + seat: "ana " + seat,
		} {
			if got := drafted("de").germanPhrase(phrase); got != want {
				t.Errorf("%s: %q", phrase, got)
			}
		}
	}
}

// TestLandsBeforeAGermanOffice reads the land of which somebody is minister or the town of a mayor.
func TestLandsBeforeAGermanOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"de", "Marlows Ministerin Ana Ruiz", "", "Ana Ruiz|Ministerin|Marlow"},
		{"de", "der Marlows Bürgermeister Jan Osten", "", "Jan Osten|Bürgermeister|Marlow"},
		{"de", "Die Marlow-Ostens Hafenministerin Ana Ruiz", "", "Ana Ruiz|Hafenministerin|Marlow-Osten"},
		{"de", "Marlows Hafenministerin Ana Ruiz", "Das Hafenministerium tagt.", "Ana Ruiz|Hafenministerin|Hafenministerium"},
		{"nl", "Marlows Ministerin Ana Ruiz", "", ""},
		{"de", "Marlows Ministerin", "", ""},
		{"de", "Marlows Ministerin am Kai", "", ""},
		{"de", "Marlows Ministerinnen Ana Ruiz", "", ""},
		{"de", "Marlows Malerin Ana Ruiz", "", ""},
		{"de", "Marlow Ministerin Ana Ruiz", "", ""},
	} {
		if got := foundBy(paragraphsIn(c[0], c[2]).landBefore(c[1])); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, office := range strings.Fields(`Hafenminister Hafenministerin Vizeministerpräsident Oberbürgermeister Oberbürgermeisterin
		Hafensenator Hafenstaatssekretär Vizeregierungschefin Minister Ministerin Ministerpräsident Ministerpräsidentin Bürgermeister
		Bürgermeisterin Regierungschef Regierungschefin`) {
		if m := ofLand.FindStringSubmatch("Marlows " + office + " Ana"); m == nil || m[2] != office {
			t.Errorf("%s: %q", office, m)
		}
	}
}

// TestMinistriesOfGermanMinisters gives a minister the one ministry over the same field that the text names.
func TestMinistriesOfGermanMinisters(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, the office, the text and the ministry
		{"de", "Hafenministerin", "Das Hafenministerium tagt.", "Hafenministerium"},
		{"de", "Hafenminister", "Der Leiter des Hafenministeriums.", "Hafenministerium"},
		{"de", "Hafenminister", "Das Seeministerium tagt.", ""},
		{"de", "Minister für Taue", "Das Ministerium für Taue tagt.", "Ministerium für Taue"},
		{"de", "Staatsministerin für Taue", "Das Staatsministerium für Taue und Segel tagt.", "Staatsministerium für Taue und Segel"},
		{"de", "Minister für Taue und Segel", "Das Ministerium für Taue und Segel tagt.", "Ministerium für Taue und Segel"},
		{"de", "Minister für Taue und Segel", "Das Ministerium für Taue tagt.", ""},
		{"de", "Minister der Taue", "Das Bundesministerium der Taue tagt.", "Bundesministerium der Taue"},
		{"de", "Minister für Taue", "Das Ministerium für Segel tagt.", ""},
		{"de", "Minister für Taue", "Das Hafenministerium tagt.", ""},
		{"de", "Hafenminister", "Das Ministerium für Segel und Hafen tagt.", "Ministerium für Segel und Hafen"},
		{"de", "Handelsminister", "Das Ministerium für Segel, Handel tagt.", "Ministerium für Segel, Handel"},
		{"de", "Hafenminister", "Das Ministerium für Segel tagt.", ""},
		{"de", "Minister für Taue", "Das Ministerium für Taue. Des Ministeriums für Taue.", "Ministerium für Taue"},
		{"de", "Minister für Taue", "Das Ministerium für Taue. Das Staatsministerium für Taue.", ""},
		{"de", "Maler für Taue", "Das Ministerium für Taue tagt.", ""},
		{"nl", "Minister für Taue", "Das Ministerium für Taue tagt.", ""},
	} {
		for org, want := range map[string]string{"": c[3], "?": c[3], "Faros": "Faros"} {
			who := paragraphsIn(c[0], c[2]).ofMinistry(Speaker{Name: "Ana Ruiz", Title: c[1], Org: org, Unsure: "perhaps"})
			if want == "" {
				want = org
			}
			if who.Org != want || (who.Unsure == "") != (want != org) {
				t.Errorf("%s %s of %q: %s: %q, %q", c[0], c[1], org, c[2], who.Org, who.Unsure)
			}
		}
	}
	if who := paragraphsIn("de", "Das Hafenministerium tagt.").ofMinistry(Speaker{Title: "Hafenminister"}); who.Org != "" {
		t.Errorf("nobody: %q", who.Org)
	}
	for _, c := range []struct {
		part, fields string
		want         bool
	}{
		{"Hafen", "Hafen", true},
		{"Handels", "Handel", true},
		{"Handel", "Handels", false},
		{"Hafen", "See und Hafen", true},
		{"Hafen", "See, Hafen", true},
		{"See", "See, Hafen", true},
		{"Hafen", "Seehafen", false},
		{"Hafen", "", false},
	} {
		if got := isAField(c.part, c.fields); got != c.want {
			t.Errorf("%s of %s: %t", c.part, c.fields, got)
		}
	}
}

// TestPartsThatAreNoOrganisation leaves somebody in one without an organisation, and a town to nobody in a public office.
func TestPartsThatAreNoOrganisation(t *testing.T) {
	t.Parallel()
	var parts []string
	for _, front := range strings.Fields("Bundes Landes Kreis Orts Gesamt Stiftungs Verwaltungs Sprecher") {
		parts = append(parts, front+"vorstand", front+"rat")
	}
	parts = append(parts,
		strings.Fields(`Vorstand Rat Aufsichtsrat Präsidium Beirat Kuratorium Geschäftsleitung Geschäftsführung Organisationsteam
			Orga-Team Pressestelle`)...)
	for _, part := range parts {
		for _, s := range []string{part, part + "s"} {
			who := drafted("de").inGermanOrgan(Speaker{Name: "Ana Ruiz", Org: s, Unsure: "perhaps"}, "Ana Ruiz")
			if who.Title != s || who.Org != "" || who.Unsure != "" {
				t.Errorf("%s: %q of %q", s, who.Title, who.Org)
			}
			for _, before := range []Speaker{{Org: s}, {Name: "Ana Ruiz", Org: s + "x"}, {Name: "Ana Ruiz", Org: "x" + s}} {
				if who := drafted("de").inGermanOrgan(before, "Ana Ruiz"); who != before {
					t.Errorf("%s: %v", s, who)
				}
			}
			before := Speaker{Name: "Ana Ruiz", Org: s}
			if who := drafted("nl").inGermanOrgan(before, "Ana Ruiz"); who != before {
				t.Errorf("%s in Dutch: %v", s, who)
			}
		}
	}
	if who := drafted("de").inGermanOrgan(Speaker{Name: "Ana Ruiz", Title: "Malerin", Org: "Vorstand"}, ""); who.Title != "Malerin" {
		t.Errorf("%q", who.Title)
	}
	for _, c := range [][5]string{ // language, the office, the organisation read, the phrase and the organisation
		{"de", "Landtagsabgeordnete", "Kalmer", "Kalmer Landtagsabgeordnete Ana Ruiz", "?"},
		{"de", "Bürgermeisterin", "Kalmer", "die Kalmer Bürgermeisterin Ana Ruiz", "?"},
		{"nl", "Landtagsabgeordnete", "Kalmer", "Kalmer Landtagsabgeordnete Ana Ruiz", "Kalmer"},
		{"de", "Landtagsabgeordnete", "Kalm", "Kalm Landtagsabgeordnete Ana Ruiz", "Kalm"},
		{"de", "Landtagsabgeordnete", "Kalmer Werk", "Kalmer Werk Landtagsabgeordnete Ana Ruiz", "Kalmer Werk"},
		{"de", "Malerin", "Kalmer", "Kalmer Malerin Ana Ruiz", "Kalmer"},
		{"de", "Landtagsabgeordnete", "Kalmer", "Ana Ruiz, Landtagsabgeordnete bei Kalmer", "Kalmer"},
	} {
		who := drafted(c[0]).notOfTown(Speaker{Name: "Ana Ruiz", Title: c[1], Org: c[2]}, c[3])
		if who.Org != c[4] || (who.Unsure != "") != (c[4] == "?") {
			t.Errorf("%s: %q, %q", c[3], who.Org, who.Unsure)
		}
	}
	for _, office := range strings.Fields(`Hafenminister Hafenministerin Bürgermeister Senator Senatorin Dezernent Dezernentin
		Abgeordnete Abgeordneter Betriebsrat Betriebsrätin Landrat Landrätin Stadtrat Stadträtin Ratsmitglied Pfarrer Pfarrerin Kanzler
		Kanzlerin`) {
		if !germanPublic.MatchString(office) || germanPublic.MatchString(office+"x") {
			t.Errorf("%s is not public", office)
		}
	}
}

// TestWhereAGermanClauseSaysSomebodyWorks reads it behind a name, where what is named is an organisation.
func TestWhereAGermanClauseSaysSomebodyWorks(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, the phrase, who has the organisation that is known, and who that is
		{"de", "Ana Ruiz, die beim Hafenverein arbeitet", "", "Ana Ruiz||Hafenverein"},
		{"de", "Ana Ruiz, die bei der Hafenstiftung die Werft leitet.,", "", "Ana Ruiz||Hafenstiftung"},
		{"de", "Jan Osten, der seit 46 Jahren bei der Hafenstiftung malt", "", ""},
		{"de", "Jan Osten, der nun schon 46 an der Hafenstiftung malt", "", "Jan Osten||Hafenstiftung"},
		{"de", "Ana Ruiz, die bei der Barke malt", "", "Ana Ruiz||?"},
		{"de", "Ana Ruiz, die bei der Barke malt", "Barke", "Ana Ruiz||Barke"},
		{"de", "Ana Ruiz, die bei der Barke Marlow Trust malt", "", "Ana Ruiz||Barke Marlow Trust"},
		{"de", "Ana Ruiz, die bei Museum Marlow malt", "", "Ana Ruiz||Museum Marlow"},
		{"de", "Ana Ruiz von den Piraten, die beim Hafenverein arbeitet", "", "Ana Ruiz||Hafenverein"},
		{"nl", "Ana Ruiz, die beim Hafenverein arbeitet", "", ""},
		{"de", "Ana Ruiz, die den Hafenverein mag", "", ""},
		{"de", "Ana Ruiz, die beim Hafenverein war", "", ""},
		{"de", "Museum Marlow, die beim Hafenverein arbeitet", "", ""},
		{"de", "Ana Ruiz vom Museum Marlow, die beim Hafenverein arbeitet", "", ""},
		{"de", "Ohne, die beim Hafenverein arbeitet", "", ""},
	} {
		d := drafted(c[0])
		if c[2] != "" {
			d.Known = []Speaker{{Name: "Eva Vale", Org: c[2]}}
		}
		if got := foundBy(d.whoIsAt(c[1])); got != c[3] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	for _, at := range strings.Split("am, an der, beim, bei der, bei, im, in der, für die, für den, für das", ", ") {
		m := worksAt.FindStringSubmatch("Ana Ruiz, die " + at + " Hafenkammer malt")
		if m == nil || m[2] != at || m[3] != "Hafenkammer" {
			t.Errorf("%s: %q", at, m)
		}
	}
	for _, behind := range strings.Fields("die das den dem als mit zu zum zur seit an") {
		got := foundBy(drafted("de").whoIsAt("Ana Ruiz, die bei der Hafenstiftung Kai " + behind + " Segel malt"))
		if got != "Ana Ruiz||Hafenstiftung Kai" {
			t.Errorf("%s: %q", behind, got)
		}
	}
}
