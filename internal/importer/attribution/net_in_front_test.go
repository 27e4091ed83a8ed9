package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestOfficesRightBeforeAName reads an office with what it is over right before a name, outside English.
func TestOfficesRightBeforeAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"pl", "prezydent Marlowa Anna Nowak", "Anna Nowak | prezydent Marlowa | "},
		{"pl", "lampa Marlowa Anna Nowak", ""},
		{"pl", "prezydent Marlowa Agencja Nowak", "Agencja Nowak | prezydent Marlowa | "},
		{"pl", "prezydent Marlowa Port Nowak", ""},
		{"it", "la presidente di Fiumi Vivi Anna Conti", "Anna Conti | presidente | Fiumi Vivi"},
		{"it", "la lampada di Fiumi Vivi Anna Conti", ""},
		{"en", "la presidente di Fiumi Vivi Anna Conti", ""},
		{"it", "il presidente della Regione Anna Conti", "Anna Conti | presidente della Regione | ?"},
		{"it", "il presidente della Regione Emilia Romagna", ""},
		{"es", "la presidenta de la Junta Ana Ruiz", "Ana Ruiz | presidenta de la Junta | ?"},
		{"es", "la presidenta de la Asociación Ana Ruiz", ""},
		{"fr", "la présidente du Collectif Ana Ruiz", ""},
		{"fr", "la présidente du Quai Ouvert Ana Ruiz", " | présidente | ?"},
		{"de", "die Sprecherin der Werft Ana Ruiz", " | Sprecherin | ?"},
		{"nl", "de directeur van Stichting Oever Anna Kamp", "Anna Kamp | directeur | Stichting Oever"},
		{"it", "il direttore di Fiumi", ""},
	} {
		got := inOneRow(drafted(c[0]).inFront(c[1]))
		if got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
	d := drafted("de")
	d.Body = []prose.Para{{Text: "Ana Ruiz kam. Dann ging Ana Ruiz."}}
	if got := inOneRow(d.inFront("die Sprecherin der Werft Ana Ruiz")); got != "Ana Ruiz | Sprecherin | Werft" {
		t.Errorf("whose name stands twice is %q", got)
	}
}

// TestAFirmBeforeItsOffice divides a firm from an office behind it, where the copy has the firm elsewhere.
func TestAFirmBeforeItsOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Tidewell general secretary", "general secretary | Tidewell"},
		{"Tidewell Director of Ropes", "Director of Ropes | Tidewell"},
		{"Tidewell Director for Ropes", "Director for Ropes | Tidewell"},
		{"Tidewell Director in Marlow", ""},
		{"Tidewell service manager", "service manager | Tidewell"},
		{"Tidewell Mayor", ""},
		{"Harbourlight Director", ""},
		{"TidewellPGH Director", "Director | TidewellPGH"},
		{"Tidewell’s Director", ""},
		{"Tidewell, Director", ""},
		{"Director", ""},
		{"Tidewell Lamp", ""},
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: "Tidewell’s lamps are lit. Tidewell announced it."}}
		got := ""
		if title, org, ok := d.firmThenOffice(c[0]); ok {
			got = title + " | " + org
		}
		if got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestWhatStandsInBracketsBehindAName takes an organisation or office in brackets off a name.
func TestWhatStandsInBracketsBehindAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"en", "Ana Ruiz (Rivers Trust)", "Ana Ruiz", "Rivers Trust"},
		{"en", "Ana Ruiz (Trust)", "Ana Ruiz (Trust)", ""},
		{"en", "Ana Ruiz (Open Lamps)", "Ana Ruiz (Open Lamps)", ""},
		{"en", "Ana Ruiz (Open Lamps Ltd)", "Ana Ruiz", "Open Lamps Ltd"},
		{"de", "Ana Ruiz (Offene Lampen eG)", "Ana Ruiz", "Offene Lampen eG"},
		{"es", "Ana Ruiz (Lámparas Abiertas SL)", "Ana Ruiz", "Lámparas Abiertas SL"},
		{"en", "Ana Ruiz (Chair, Rivers Trust)", "Ana Ruiz, Chair, Rivers Trust", ""},
		{"en", "Ana Ruiz (Chair at Rivers Trust)", "Ana Ruiz, Chair at Rivers Trust", ""},
		{"en", "Ana Ruiz (Rivers Chair)", "Ana Ruiz, Rivers Chair", ""},
		{"en", "Ana Ruiz (Chair of lamps)", "Ana Ruiz (Chair of lamps)", ""},
		{"de", "Ana Ruiz (61)", "Ana Ruiz", ""},
		{"en", "Ana Ruiz (61)", "Ana Ruiz (61)", ""},
		{"en", "Ana Ruiz, Deputy Director (Policy & Development)", "Ana Ruiz, Deputy Director", ""},
		{"en", "Ana Ruiz, Deputy Director (Rivers Trust & Union)", "Ana Ruiz, Deputy Director", "Rivers Trust & Union"},
		{"en", "Ana Ruiz, lamps (Policy & Development)", "Ana Ruiz, lamps", "Policy & Development"},
		{"en", "director Ana (Red Lamps)", "director Ana (Red Lamps)", ""},
		{"es", "directora Ana (Red Lamps)", "directora Ana", ""},
	} {
		if rest, org := drafted(c[0]).bracketed(c[1]); rest != c[2] || org != c[3] {
			t.Errorf("%s: %q and %q, want %q and %q", c[1], rest, org, c[2], c[3])
		}
	}
	d := drafted("en")
	d.Body = []prose.Para{{Text: "Lamps and Quays burns. So does Lamps and Quays."}}
	if rest, org := d.bracketed("Ana Ruiz, Director (Lamps and Quays)"); rest != "Ana Ruiz, Director" || org != "Lamps and Quays" {
		t.Errorf("%q and %q", rest, org)
	}
}

// TestWhoOwnsAnOffice reads an organisation that has an office, by the owner's ending, initials, or a clause that it leads.
func TestWhoOwnsAnOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"Rivers Trust’s director", "Ana Ruiz", "Ana Ruiz | director | Rivers Trust"},
		{"The Rivers Trust's director", "Ana Ruiz, who rows", "Ana Ruiz | director | Rivers Trust"},
		{"Rope Workers’ president", "Ana Ruiz.", "Ana Ruiz | president | Rope Workers"},
		{"Skippers’ Association President", "Ana Ruiz", "Ana Ruiz | President | Skippers’ Association"},
		{"In March the port’s director", "Ana Ruiz", "Ana Ruiz | director | "},
		{"Last Port’s director", "Ana Ruiz", "Ana Ruiz | director | "},
		{"Rivers Trust’s lamp", "Ana Ruiz", ""},
		{"Rivers Trust’s director", "Ana", ""},
		{"Rivers Trust director", "Ana Ruiz", ""},
	} {
		who := drafted("en").owned(c[0], c[1])
		if got := inOneRow(who, who.Ok); got != c[2] {
			t.Errorf("%s, %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for _, c := range [][3]string{
		{"en", "MHU president", "president | MHU"},
		{"en", "MH president", ""},
		{"en", "CEO president", ""},
		{"en", "MHU lamp", ""},
		{"en", "MHU president, Marlow", ""},
		{"de", "MHU Sprecher", "Sprecher | MHU"},
		{"de", "MHU Sprecher Nord", ""},
	} {
		got := ""
		if title, org, ok := drafted(c[0]).initialed(c[1]); ok && org == "MHU" {
			got = title + " | " + org
		}
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range [][3]string{
		{"en", "Ana Ruiz, who leads the Open Lamps", "Open Lamps"},
		{"en", "Ana Ruiz, who heads Open Lamps.", "Open Lamps"},
		{"en", "Ana Ruiz, who runs Open Lamps", "Open Lamps"},
		{"en", "Ana Ruiz, who chairs Open Lamps", "Open Lamps"},
		{"en", "Ana Ruiz, who directs Open Lamps", "Open Lamps"},
		{"en", "Ana Ruiz, who leads Tidewell", ""},
		{"en", "Ana Ruiz, who leads Open Lamps of the quay", ""},
		{"en", "Ana Ruiz, who likes Open Lamps", ""},
		{"fr", "Ana Ruiz, qui dirige la Ligue des Marins", "Ligue des Marins"},
		{"fr", "Ana Ruiz, qui préside le club Quai Ouvert, à Marlow", "club Quai Ouvert"},
		{"fr", "Ana Ruiz, qui préside l’Office Quai (OQ)", "Office Quai"},
	} {
		if got := drafted(c[0]).led(c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestTwoPeopleOfOneSurname doubts who is meant by a surname where two who have spoken have it.
func TestTwoPeopleOfOneSurname(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		known []Speaker
		want  string
	}{
		{[]Speaker{{Name: "Ana Ruiz", Ok: true}, {Name: "Tom Ruiz", Ok: true}}, "Ruiz"},
		{[]Speaker{{Name: "Ana Ruiz"}, {Name: "Tom Ruiz", Ok: true}}, "Tom Ruiz"},
		{[]Speaker{{Name: "Ana Ruiz", Ok: true}, {Name: "Tom Ruiz"}}, "Tom Ruiz"},
		{[]Speaker{{Name: "Ana Ruiz", Ok: true}, {Name: "Ruiz Tom", Ok: true}}, "Ruiz Tom"},
		{[]Speaker{{Name: "Ruiz Ana", Ok: true}, {Name: "Tom Ruiz", Ok: true}}, "Tom Ruiz"},
		{[]Speaker{{Name: "Ana Ruiz", Ok: true}, {Name: "Ana B. Ruiz", Ok: true}}, "Ana B. Ruiz"},
		{[]Speaker{{Name: "Ana Ruiz", Ok: true}, {Name: "Tom Reed", Ok: true}}, "Ana Ruiz"},
	} {
		d := drafted("en")
		d.Known = c.known
		if who, ok := d.bySurname("Ruiz"); !ok || who.Name != c.want {
			t.Errorf("%+v: %q", c.known, who.Name)
		}
	}
}
