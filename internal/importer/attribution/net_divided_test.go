package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestOfficesAndOrganisationsDivided divides them at each sign that leads from one to the other.
func TestOfficesAndOrganisationsDivided(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "the Lea B. Quill President’s Professor of Knots at Tidewell", "Lea B. Quill President’s Professor of Knots | Tidewell"},
		{"en", "Lea Quill’s Professor at L’amps", "Professor at L’amps | Lea Quill"},
		{"en", "Director, Center for Media Justice", "Director | Center for Media Justice"},
		{"en", "Director of Old Center for Media Justice", "Director | Old Center for Media Justice"},
		{"en", "founder of Policy Lamps", "founder | Policy Lamps"},
		{"en", "founder of Policy", "founder of Policy | "},
		{"en", "keeper of Policy Lamps", "keeper of Policy Lamps | "},
		{"en", "Country Director for Marlow, Rivers Trust", "Country Director for Marlow | Rivers Trust"},
		{"en", "pilot for Membership for Harbour Alliance", "pilot for Membership | Harbour Alliance"},
		{"en", "keeper for Europe of the Harbour Workers", "keeper for Europe | Harbour Workers"},
		{"fr", "directrice à Marlow", "directrice à Marlow | "},
		{"fr", "directrice chez Tidewell", "directrice | Tidewell"},
		{"es", "coordinadora en Marlow Trust", "coordinadora | Marlow Trust"},
		{"en", "keeper, River Alliance", "keeper | River Alliance"},
		{"en", "keeper, lamps, Tidewell Lamps, Inc.", "keeper, lamps | Tidewell Lamps, Inc."},
		{"en", "Inc.", " | Inc."},
		{"en", "Open Harbour project lead", "project lead | Open Harbour"},
		{"en", "with others, Rivers Trust", "with others | Rivers Trust"},
		{"en", "together with Rivers Trust", " | "},
		{"en", "chair of the Board of Trustees", "chair of the Board of Trustees | "},
		{"en", "Principal Consultant and Private Networks practice lead", "Principal Consultant and Private Networks practice lead | "},
	} {
		title, org := drafted(c[0]).TitleOrg(c[1])
		if got := title + " | " + org; got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestOwnersOfAnOffice divides an office from its owner.
func TestOwnersOfAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "the River Alliance’s policy director", "policy director | River Alliance"},
		{"en", "River Alliance's policy director", "policy director | River Alliance"},
		{"en", "River Alliance’s policy", ""},
		{"en", "river’s policy director", ""},
		{"en", "Lecturer at the university’s School of Tides", "Lecturer at the university | ?"},
		{"de", "Lecturer at the university’s School of Tides", ""},
		{"en", "Lamp at the university’s School of Tides", ""},
		{"en", "Lecturer at the university’s school of Tides", ""},
		{"en", "chair of Tidewell’s trustees", "chair | Tidewell"},
		{"en", "chair at the Tidewell’s board of directors", "chair | Tidewell"},
		{"en", "chair of Tidewell’s advisory council", "chair | Tidewell"},
		{"en", "chair’s trustees", ""},
		{"en", "lamp of Tidewell’s trustees", ""},
		{"en", "Director of Tidewell’s partner", "Director of Tidewell’s partner | ?"},
		{"de", "Director of Tidewell’s partner", "partner | Director of Tidewell"},
		{"en", "Lamp of Tidewell’s partner", "partner | Lamp of Tidewell"},
		{"en", "Director of Tidewell’s Partner", "Partner | Director of Tidewell"},
		{"de", "Tidewell’s Segelmacher", "Segelmacher | Tidewell"},
		{"de", "Tidewell’s Segel", ""},
		{"en", "Tidewell’s Segelmacher", ""},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).withOwner(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for _, c := range [][3]string{
		{"en", "the Tidewell Nine franchise owner", "franchise owner | Tidewell Nine"},
		{"en", "Tidewell Nine owner for the Middle East", "owner for the Middle East | Tidewell Nine"},
		{"en", "Tidewell Nine keeper", ""},
		{"en", "Quill Nine keeper", "keeper | Quill Nine"}, // the text has it twice
		{"en", "Tidewell Nine owners", ""},
		{"de", "Tidewell Nine owner", ""},
		{"en", "Director Nine owner", ""},
		{"en", "Tidewell owner", ""},
	} {
		got := ""
		if title, org, ok := ofTexts(c[0], "Quill Nine met. Quill Nine left.").smallOffice(c[1]); ok {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q", c[1], got)
		}
	}
	for _, c := range [][3]string{
		{"Open Harbour project lead", "Open Harbour", "project lead | Open Harbour"},
		{"Open Harbour project lead", "Open Harbour project", "project lead | Open Harbour"},
		{"Open Harbour Lead", "Open Harbour", " | "},
		{"Open Harbour lamps", "Open Harbour", " | "},
		{"Open Harbour old big lead", "Open Harbour", "old big lead | Open Harbour"},
		{"Open Harbour one old big lead", "Open Harbour", " | "},
		{"Old Harbour lead", "Open Harbour", " | "},
	} {
		title, org := officeBehind(c[0], c[1])
		if got := title + " | " + org; got != c[2] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
	for _, c := range [][3]string{
		{"en", "Tidewell’s Lantern division", "Tidewell"},
		{"de", "Tidewell’s Lantern division", "Tidewell’s Lantern"},
		{"en", "Harbour’s Lantern division", "?"},
		{"en", "Harbour Children’s", "Harbour Children’s"},
		{"en", "Tidewell’s", "Tidewell"},
		{"en", "Rivers Committees", "?"},
		{"en", "in 1998", ""},
		{"en", "1998", ""},
		{"en", "1998 Lamps", "1998 Lamps"},
		{"en", "2098.", ""},
		{"en", "the nonprofit Rivers Trust", "Rivers Trust"},
		{"en", "the roofing specialists Tidewell", "Tidewell"},
		{"en", "Rivers Trust (RT)", "Rivers Trust"},
		{"en", "Committee on Lamps and Ropes", "Committee on Lamps and Ropes"},
		{"en", "Lamps on Ropes", "Lamps"},
		{"en", "Rivers Trust Board of Directors", "Rivers Trust"},
		{"en", "Bank and Clinical Lead for Lamps", "Bank"},
		{"de", "Bund und Vizepräsident der Lampen", "Bund"},
		{"en", "Bank and Vicepresident of Lamps", "Bank"},
		{"en", "Bank and Captain of Lamps", "Bank"},
		{"en", "Bank and Ropes of Lamps", "Bank and Ropes of Lamps"},
		{"de", "Seeverein e. V.", "Seeverein e. V."},
		{"de", "Bund und Segelmacher", "Bund"},
	} {
		if got, _ := drafted(c[0]).OrgRun(c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestNamesAndTheirEnds trims them, tells prepositions, and reads surnames behind an office.
func TestNamesAndTheirEnds(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Ana Ruiz PhD": "Ana Ruiz", "Ana Ruiz MBA, MP": "Ana Ruiz", "Ana Ruiz II": "Ana Ruiz II", "Ana Ruiz III": "Ana Ruiz III", "Ana Ruiz IV": "Ana Ruiz IV",
		"Ana Ruiz Esq.": "Ana Ruiz", "Ana Ruiz X": "Ana Ruiz X", "Ana Ruiz Lamp": "Ana Ruiz Lamp", "Ana MP": "Ana MP", "Ana Ruiz de la": "Ana Ruiz", "Ana Ruiz V": "Ana Ruiz V",
	} {
		var got []string
		for _, tok := range trimName(prose.Tokens(s)) {
			got = append(got, tok.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q", s, got)
		}
	}
	for _, c := range []struct {
		w, lang string
		want    bool
	}{
		{"d’Osten", "fr", true}, {"d'Osten", "fr", true}, {"d'Osten", "en", false}, {"d’Osten", "es", false}, {"of", "en", true}, {"offs", "en", false}, {"lamp", "fr", false},
	} {
		if got := isPreposition(c.w, c.lang); got != c.want {
			t.Errorf("%s %s: %t", c.lang, c.w, got)
		}
	}
	for _, c := range [][4]string{
		{"es", "ministro", "Iriarte", "Iriarte | ministro | "},
		{"en", "ministro", "Iriarte", ""},
		{"de", "minister", "Osten", ""},
		{"es", "ministro", "Ana Iriarte", ""},
		{"es", "lámpara", "Iriarte", ""},
		{"es", "ministro", "General", ""},
		{"es", "ministro", "Técnico", ""},
		{"es", "ministro", "Trust", ""},
		{"es", "ministro", "Campaña", ""},
		{"es", "ministro", "IRI", ""},
		{"es", "ministro", "Alcalde", ""},
		{"es", "ministro", "O’Iriarte", ""},
	} {
		got := ""
		if who := drafted(c[0]).surnamed(c[1], c[2]); who.Ok {
			got = inThree(who)
		}
		if got != c[3] {
			t.Errorf("%s %s: %q", c[1], c[2], got)
		}
	}
	for _, c := range [][5]string{
		{"en", "", "", "keeper at Tidewell", " | keeper | Tidewell"},
		{"en", "Founder", "", "a recipient of the Rope Prize", " | Founder | "},
		{"en", "Professor", "", "keeper at Tidewell", " | keeper | Tidewell"},
		{"en", "Professor", "", "lamps at Tidewell", " | Professor | Tidewell"},
		{"en", "Senator", "", "keeper at Tidewell", " | Senator | Tidewell"},
		{"en", "", "", "aged 40, keeper at Tidewell", " | keeper | Tidewell"},
		{"en", "", "Quill", "who paints lamps", " |  | Quill"},
		{"it", "socio", "Tidale", "consigliere di Tidale", " | socio | ?"},
		{"en", "partner", "Tidale", "board member of Tidale", " | partner | Tidale"},
		{"de", "", "", "heute Trainer", " | heute Trainer | "},
	} {
		who := Speaker{Title: c[1], Org: c[2]}
		drafted(c[0]).addRest(&who, c[3])
		if got := inThree(who); got != c[4] {
			t.Errorf("%s, %s (%s): %q, want %q", c[1], c[3], c[2], got, c[4])
		}
	}
}
