package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
	"pressroom/internal/release"
)

// TestWholeSchoolsBehindTheirParts gives somebody of a part of a school the school behind its comma.
func TestWholeSchoolsBehindTheirParts(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // language, organisation, what stands behind it, and whose somebody is
		{"en", "Department of Rivers", ", Marlow University", "Marlow University"},
		{"en", "Faculty of Rivers", ", Marlow College", "Marlow College"},
		{"en", "Division of Rivers", ", Marlow Hospital", "Marlow Hospital"},
		{"en", "School of Rivers", ", Marlow Institute", "Marlow Institute"},
		{"en", "Section of Rivers", ", Marlow Polytechnic", "Marlow Polytechnic"},
		{"en", "Unit of Rivers", ", Marlow Academy", "Marlow Academy"},
		{"en", "Unit of Rivers", ", Light Research Group", "Light Research Group"},
		{"en", "Unit offshore", ", Marlow University", "Unit offshore"},
		{"en", "The Unit of Rivers", ", Marlow University", "The Unit of Rivers"},
		{"en", "Office of Rivers", ", Marlow University", "Office of Rivers"},
		{"de", "Unit of Rivers", ", Marlow University", "Unit of Rivers"},
		{"en", "Unit of Rivers", ",Marlow University", "Unit of Rivers"},
		{"en", "Unit of Rivers", ", Marlow Trust", "Unit of Rivers"},
		{"en", "Unit of Rivers", ", and lamps", "Unit of Rivers"},
		{"en", "Unit of Rivers", "", "Unit of Rivers"},
	} {
		who := drafted(c[0]).ofWholeSchool(Speaker{Name: "Ana Ruiz", Title: "professor ", Org: c[1]}, "Ana Ruiz, professor, "+c[1]+c[2])
		if who.Org != c[3] {
			t.Errorf("%s%s: %q, want %q", c[1], c[2], who.Org, c[3])
		}
		if who.Org != c[1] && who.Title != "professor" {
			t.Errorf("%s%s: the office is %q", c[1], c[2], who.Title)
		}
	}
}

// TestBodiesCalledByANounAlone gives somebody of "the Union" the one that the text names so, or that issues the release.
func TestBodiesCalledByANounAlone(t *testing.T) {
	t.Parallel()
	asked := "the text calls this speaker's organisation by a noun alone; write its name instead of the ?"
	of := func(tag, text, issuer, phrase string, who Speaker) Speaker {
		d := drafted(tag)
		d.Body = []prose.Para{{Text: text}}
		if issuer != "" {
			d.Contacts = []prose.Contact{{Name: "Bo Lind", Org: issuer}}
		}
		return d.ofOneKind(who, phrase)
	}
	for _, kind := range strings.Fields(`Union Association Foundation University Museum Coalition Charity Federation Society Institute Alliance Trust
		Fund Club Campaign Network Gallery Library Hospital College Council Company Committee League Group Centre Center Agency Authority`) {
		who := of("en", "The lamps are of the Harwell "+kind+".", "", "Ana Ruiz, "+kind+" officer", Speaker{Name: "Ana Ruiz", Org: kind, Unsure: "why"})
		if who.Org != "Harwell "+kind || who.Unsure != "" {
			t.Errorf("%s: %q, %q", kind, who.Org, who.Unsure)
		}
	}
	ana := Speaker{Name: "Ana Ruiz", Org: "Union", Unsure: "why"}
	for _, c := range []struct {
		text, issuer string
		want, unsure string
	}{
		{"The lamps burn.", "", release.Unknown, asked},
		{"Then the Harwell Union and the Marlow Union met.", "", release.Unknown, asked},
		{"Then the Harwell Union and the Marlow Union met.", "Marlow Union", "Marlow Union", ""},
		{"The lamps burn.", "Union of Lamps", "Union of Lamps", ""},
		{"The lamps burn.", "Lamp Trust", release.Unknown, asked},
	} {
		if who := of("en", c.text, c.issuer, "Union officer Ana Ruiz", ana); who.Org != c.want || who.Unsure != c.unsure {
			t.Errorf("%s, by %q: %q, %q", c.text, c.issuer, who.Org, who.Unsure)
		}
	}
	firm := Speaker{Name: "Ana Ruiz", Org: "Company"}
	if who := of("en", "The lamps burn.", "Tidewell", "Company officer Ana Ruiz", firm); who.Org != release.Unknown || who.Unsure != asked {
		t.Errorf("a company of another name: %q, %q", who.Org, who.Unsure)
	}
	for _, c := range []struct {
		tag, phrase string
		who         Speaker
	}{
		{"de", "Ana Ruiz, Union", ana},
		{"en", "the Union", Speaker{Org: "Union"}},
		{"en", "Ana Ruiz, Union of Lamps", ana},
		{"en", "Ana Ruiz, Unionists", Speaker{Name: "Ana Ruiz", Org: "Unionists"}},
		{"en", "Ana Ruiz, Harwell Union", Speaker{Name: "Ana Ruiz", Org: "Harwell Union"}},
		{"en", "Ana Ruiz, pilot", Speaker{Name: "Ana Ruiz"}},
	} {
		if who := of(c.tag, "The lamps are of the Harwell Union.", "", c.phrase, c.who); who != c.who {
			t.Errorf("%s: %+v", c.phrase, who)
		}
	}
}

// TestTheOnlyBodyCalledSo finds the one organisation of whose name a noun is the first word or the last.
func TestTheOnlyBodyCalledSo(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // text, noun, and whose it is
		{"Then the Marlow Aquarium opens.", "aquarium", "Marlow Aquarium"},
		{"Then the Marlow Aquarium opens.", "AQUARIUM", "Marlow Aquarium"},
		{"Then the Marlow Aquariums open.", "aquarium", ""},
		{"The Aquarium opens.", "aquarium", ""},
		{"Then the aquarium opens.", "aquarium", ""},
		{"Aquarium of the Harbor", "aquarium", "Aquarium of the Harbor"},
		{"Aquarium of Harbor Lights opens.", "aquarium", "Aquarium of Harbor Lights"},
		{"Aquarium for Harbor-Lights opens.", "aquarium", "Aquarium for Harbor-Lights"},
		{"Aquarium on Harbor opens.", "aquarium", ""},
		{"In Marlow Aquarium it rains.", "aquarium", "Marlow Aquarium"},
		{"In The Marlow Aquarium it rains.", "aquarium", "Marlow Aquarium"},
		{"The Marlow Aquarium’s lamps burn.", "aquarium", "Marlow Aquarium"},
		{"The Marlow Aquarium (MA) burns, as the Marlow Aquarium does.", "aquarium", "Marlow Aquarium"},
		{"The Marlow Aquarium burns, as the Harwell Aquarium does.", "aquarium", ""},
		{"Old Rope Way Harbor Aquarium burns.", "aquarium", "Old Rope Way Harbor Aquarium"},
		{"Then the Rope and Marlow Aquarium burns.", "aquarium", "Rope and Marlow Aquarium"},
		{"Then the Old Rope Way and Marlow Aquarium burns.", "aquarium", "Old Rope Way and Marlow Aquarium"},
		{"Then Save the Marlow Aquarium burns.", "aquarium", "Save the Marlow Aquarium"},
		{"Then Stop the Marlow Aquarium burns.", "aquarium", "Stop the Marlow Aquarium"},
		{"Then Protect the Marlow Aquarium burns.", "aquarium", "Protect the Marlow Aquarium"},
		{"Then Keep the Marlow Aquarium burns.", "aquarium", "Keep the Marlow Aquarium"},
		{"Then Defend the Marlow Aquarium burns.", "aquarium", "Defend the Marlow Aquarium"},
		{"Then Support the Marlow Aquarium burns.", "aquarium", "Support the Marlow Aquarium"},
		{"Then Friends of the Marlow Aquarium burns.", "aquarium", "Friends of the Marlow Aquarium"},
		{"Then Sell the Marlow Aquarium burns.", "aquarium", "Marlow Aquarium"},
		{"Ana’s St.-Ann Aquarium burns.", "aquarium", "Ana’s St.-Ann Aquarium"},
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: c[0]}}
		if got := d.onlyCalled(c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[0], got, c[2])
		}
	}
}

// TestOfficesThatSpeakForTheIssuer tells titles within an organisation from those of whoever issues no release.
func TestOfficesThatSpeakForTheIssuer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, title, issuer string
		want               bool
	}{
		{"en", "executive director", "", true},
		{"en", "DIRECTOR", "", true},
		{"en", "MAST director", "", false},
		{"en", "MST director", "", true},
		{"en", "", "", false},
		{"en", "lamp", "", false},
		{"en", "professor", "", false},
		{"en", "professor", "Marlow University", true},
		{"en", "mayor", "Marlow University", false},
		{"en", "director, mayor, pilot", "", false},
		{"en", "director. mayor. pilot", "", false},
		{"en", "Mayor spokesman", "", false},
		{"en", "prosecutor spokesman", "", false},
		{"de", "Sprecher", "", true},
		{"de", "Sprecher Pfarrer", "", false},
		{"en", "director Pfarrer", "", true},
		{"es", "presidenta del club", "", false},
		{"es", "presidenta del club", "Club Marlow", true},
		{"en", "director del club", "", true},
		{"es", "presidenta del clube nuevo", "", true},
		{"es", "presidenta club", "", true},
	} {
		d := drafted(c.tag)
		if c.issuer != "" {
			d.Contacts = []prose.Contact{{Name: "Bo Lind", Org: c.issuer}}
		}
		if got := d.speaksForIssuer(Speaker{Title: c.title}); got != c.want {
			t.Errorf("%s %q of %q: %t", c.tag, c.title, c.issuer, got)
		}
	}
	speaks := func(tag, title string) bool { return drafted(tag).speaksForIssuer(Speaker{Title: title}) }
	for _, w := range strings.Fields(`senator representative governor mayor minister congresswoman congressman congressmember councilmember
		councilman councilwoman cllr mp msp mep mla td assemblymember assemblyman assemblywoman peer councilor councillor commissioner judge
		professor author ambassador sheriff alcalde alcaldesa ministra ministro maire ministre bürgermeister bürgermeisterin ministerin sindaco
		pastor reverend bishop rabbi`) {
		if speaks("en", w+" spokesman") {
			t.Errorf("%q speaks for whoever issues the release", w)
		}
	}
	for _, w := range strings.Split(`public, city, county, state, town, village, borough, assembly, council, district, federal, majority, minority,
		house, senate, House, Senate Finance Committee, House Committee, fellow, academic, scholar, expert, podcaster, blogger, listener, customer,
		critic, laureate`, ",") {
		if w = strings.TrimSpace(w); speaks("en", w+" director") {
			t.Errorf("the director of %q speaks for whoever issues the release", w)
		}
		if s := "x" + w + " director"; !speaks("en", s) {
			t.Errorf("%q does not speak for whoever issues the release", s)
		}
	}
	for _, title := range []string{"public 2 director", "state", "critics director", "deputy public director"} {
		if want := title != "state"; speaks("en", title) != want {
			t.Errorf("%q: %t", title, !want)
		}
	}
	if speaks("en", "House (2) director") {
		t.Error("a director of a house in brackets speaks for whoever issues the release")
	}
}

// TestOfficesOfABodyOfAnotherKind tells them where whoever issues the release is not called so.
func TestOfficesOfABodyOfAnotherKind(t *testing.T) {
	t.Parallel()
	speaks := func(title string) bool { return drafted("es").speaksForIssuer(Speaker{Title: title}) }
	for _, w := range strings.Fields(`circolo sezione club clube clubes comitato cooperativa sindacato collettivo consorzio parrocchia polisportiva
		sindicato comité comitê colectivo coletivo peña cofradía hermandad núcleo afdeling buurtvereniging colonia colônia gremio grêmio junta`) {
		if speaks("presidenta del " + w) {
			t.Errorf("a president of the %s speaks for whoever issues the release", w)
		}
		if !speaks("presidenta del "+w+"x") || !speaks("presidenta del x"+w) {
			t.Errorf("a president of something like a %s does not speak for whoever issues the release", w)
		}
	}
	for _, of := range []string{"del ", "dell’", "dell'", "della ", "dello ", "de la ", "da ", "do ", "du ", "van de ", "van het ", "van het"} {
		if speaks("presidenta " + of + "club") {
			t.Errorf("a president %sclub speaks for whoever issues the release", of)
		}
	}
	for _, of := range []string{"delle ", "de ", "van "} {
		if !speaks("presidenta " + of + "club") {
			t.Errorf("a president %sclub does not speak for whoever issues the release", of)
		}
	}
}
