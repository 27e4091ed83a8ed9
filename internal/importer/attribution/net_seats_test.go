package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// seatedIn is where somebody sits of whom such a text tells.
func seatedIn(text, issuer string, who Speaker) string {
	d := drafted("en")
	d.Body = []prose.Para{{Text: text}}
	if issuer != "" {
		d.Contacts = []prose.Contact{{Name: "Bo Lind", Org: issuer}}
	}
	return d.seated(who)
}

// TestSeatsInCongress reads who sits in the congress by what a text calls them; a party and a state alone do not tell it.
func TestSeatsInCongress(t *testing.T) {
	t.Parallel()
	senator := Speaker{Name: "Ana Ruiz", Title: "Senator"}
	for _, text := range []string{
		"U.S. Senator Ana Ruiz", "US Senator Ana Ruiz", "United States Senator Ana Ruiz", "U.S. Senators Tom Reed and Ana Ruiz",
		"U.S. Sen. Ana Ruiz (D-HI)", "U.S. Sens. Tom Reed and Ana Ruiz", "U.S. Representative Ana Ruiz", "U.S. Rep. Ana Ruiz",
		"U.S. Reps. Tom Reed and Ana Ruiz", "U.S. Representatives Tom Reed and Ana Ruiz",
	} {
		if got := seatedIn("There was "+text+".", "", senator); got != "U.S. Senate" {
			t.Errorf("%s: %q", text, got)
		}
	}
	for _, text := range []string{"Senator Ana Ruiz (D-HI)", "Senators Ana Ruiz (R-Ohio) and Tom Reed (D-HI)", "Senator Ana Ruiz (D-Quay)", "State Senator Ana Ruiz"} {
		if got := seatedIn("There was "+text+".", "", senator); got != "" {
			t.Errorf("%s: %q", text, got)
		}
	}
	for office, want := range map[string]string{
		"Senator": "U.S. Senate", "Sen.": "U.S. Senate", "Sen": "U.S. Senate", "Representative": "U.S. House of Representatives",
		"Rep.": "U.S. House of Representatives", "Rep": "U.S. House of Representatives", "Congressman": "U.S. House of Representatives",
		"Congresswoman": "U.S. House of Representatives", "Congressmember": "U.S. House of Representatives", "pilot": "",
	} {
		if got := seatedIn("There was U.S. Rep. Ana Ruiz.", "", Speaker{Name: "Ana Ruiz", Title: office}); got != want {
			t.Errorf("%s: %q", office, got)
		}
		if got := seatedIn("There was Ana Ruiz (D-HI).", "", Speaker{Name: "Ana Ruiz", Title: office}); strings.HasPrefix(office, "Congress") != (got != "") {
			t.Errorf("%s of no country: %q", office, got)
		}
	}
	if got := seatedIn("There was US Senator Ana Ruiz.", "", Speaker{Name: "Dr Ana Ruiz", Title: "Senator"}); got != "U.S. Senate" {
		t.Errorf("somebody with how one is addressed: %q", got)
	}
	for _, country := range []string{"U.S.", "US", "United States"} {
		for office, want := range map[string]string{"Judge": "U.S. District Court", "": "U.S. District Court", "pilot": ""} {
			if got := seatedIn("There was "+country+" District Judge Ana Ruiz.", "", Speaker{Name: "Ana Ruiz", Title: office}); got != want {
				t.Errorf("%s %q: %q", country, office, got)
			}
		}
	}
}

// TestPartiesOfThoseInAParliament reads who speaks for the party that issues the release.
func TestPartiesOfThoseInAParliament(t *testing.T) {
	t.Parallel()
	member := Speaker{Name: "Ana Ruiz", Title: "MP"}
	for _, party := range strings.Split("Quay Party, Quay Labour, Quay Greens, Quay Democrats, Quay Republicans, Quay Conservatives, Quay Liberals, "+
		"Quay Socialists, ACT New Zealand, New Zealand First, NZ First, Plaid Cymru, Sinn Féin, Fianna Fáil, Fine Gael, Scottish National, SDLP, "+
		"SNP, DUP", ", ") {
		if got := seatedIn("There was Ana Ruiz.", party, member); got != party {
			t.Errorf("%s: %q", party, got)
		}
	}
	for _, body := range []string{"Quay Trust", "Quay Partying", "Quay Labours"} {
		if got := seatedIn("There was Ana Ruiz.", body, member); got != "" {
			t.Errorf("%s: %q", body, got)
		}
	}
	for _, office := range strings.Split("MP, MSP, MEP, MLA, TD, Senator, Councillor, Cllr, Marlow MP, Old Marlow MP", ", ") {
		if got := seatedIn("There was Ana Ruiz.", "Quay Party", Speaker{Name: "Ana Ruiz", Title: office}); got != "Quay Party" {
			t.Errorf("%s: %q", office, got)
		}
	}
	for _, office := range []string{"pilot", "former MP", "MP candidate", "One Two Three MP"} {
		if got := seatedIn("There was Ana Ruiz.", "Quay Party", Speaker{Name: "Ana Ruiz", Title: office}); got != "" {
			t.Errorf("%s: %q", office, got)
		}
	}
	for _, other := range strings.Split("Labour, National, Green, Greens, ACT, Conservative, Tory, Liberal, Lib Dem, Democratic, Democrat, Republican, "+
		"Reform, Plaid, SNP, DUP, Sinn Féin, Fine Gael, Fianna Fáil, Independent, Opposition, Government", ", ") {
		if got := seatedIn("There was "+other+" spokesman Ana Ruiz.", "Quay Party", member); got != "" {
			t.Errorf("%s: %q", other, got)
		}
		if got := seatedIn("There was "+other+" spokesman Ana Ruiz.", other+" Party", member); got == "" {
			t.Errorf("%s: not of its own party", other)
		}
	}
	pilot := Speaker{Name: "Ana Ruiz", Title: "Harbour spokeswoman"}
	for text, want := range map[string]string{
		"There was Quay’s Harbour spokeswoman.": "Quay Party", "There was Quay's Harbour spokeswoman.": "Quay Party",
		"Quay’s Harbour spokeswoman, too.": "Quay Party", "There was Marlow’s Harbour spokeswoman.": "", "There was Quay Harbour spokeswoman.": "",
		"There was Quay’s Harbour spokeswomanly.": "", "There was McQuay’s Harbour spokeswoman.": "",
	} {
		if got := seatedIn(text, "Quay Party", pilot); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	if got := seatedIn("There was Quay’s “lamp”.", "Quay Party", Speaker{Name: "Ana Ruiz"}); got != "" {
		t.Errorf("somebody without an office: %q", got)
	}
}

// TestTownsOfMayors reads the town, or its council, for which a mayor speaks.
func TestTownsOfMayors(t *testing.T) {
	t.Parallel()
	of := func(text, title string) string { return seatedIn(text, "", Speaker{Name: "Ana Ruiz", Title: title}) }
	for _, kind := range []string{"City", "Town", "Village", "Borough", "Township", "Municipality"} {
		for _, written := range []string{kind, strings.ToLower(kind)} {
			if got := of("There was Harwell Mayor Ana Ruiz. The "+written+" of Harwell is old.", "Mayor"); got != kind+" of Harwell" {
				t.Errorf("%s: %q", written, got)
			}
		}
	}
	for _, kind := range []string{"", " City", " Town", " Shire", " District", " Borough", " Regional", " County"} {
		if got := of("There was Harwell Mayor Ana Ruiz. The Harwell"+kind+" Council met.", "Mayor"); got != "Harwell"+kind+" Council" {
			t.Errorf("%s: %q", kind, got)
		}
	}
	for _, place := range []string{"St. Harwell", "Mt. Harwell", "Ft. Harwell", "Harwell Over Sea"} {
		for _, s := range []string{place + " Mayor Ana Ruiz came.", "It was Mayor of " + place + " Ana Ruiz.", "It was Ana Ruiz, mayor of " + place + "."} {
			if got := of(s+" The city of "+place+" is old.", "Mayor"); got != "City of "+place {
				t.Errorf("%s: %q", s, got)
			}
		}
	}
	const old = " The city of Harwell is old."
	for _, s := range []string{
		"Harwell Mayor Ana Ruiz came.", "It was mayor of Harwell Ana Ruiz.",
		"It was Mayor of Harwell, Ana Ruiz.", "It was Mayor of the City of Harwell Ana Ruiz.", "It was Mayor of the town of Harwell Ana Ruiz.",
		"It was Mayor of the Town of Harwell Ana Ruiz.", "It was Mayor of city of Harwell Ana Ruiz.", "It was Ana Ruiz, mayor of Harwell.",
		"It was Ana Ruiz, Mayor of Harwell.", "It was Ana Ruiz, the mayor of Harwell.", "It was Ana Ruiz, the mayor of the City of Harwell.",
		"It was Ana Ruiz, the mayor of the town of Harwell.", "Harwell Mayor Cr Ana Ruiz came.", "Harwell Mayor Cr. Ana Ruiz came.",
		"Harwell Mayor Cllr Ana Ruiz came.", "Harwell Mayor Dr Ana Ruiz came.", "Harwell Mayor Hon Ana Ruiz came.",
		"Harwell Mayor The Hon. Ana Ruiz came.", "Harwell Mayor The Hon. Dr Ana Ruiz came.",
	} {
		if got := of(s+old, "Mayor"); got != "City of Harwell" {
			t.Errorf("%s: %q", s, got)
		}
	}
	for _, s := range []string{
		"Harwell Mayor Tom Reed came. Ana Ruiz came.", "It was Ana Ruiz, pilot of Harwell.", "Marlow Mayor Ana Ruiz met Harwell Mayor Ana Ruiz.",
		"Harwell Mayor Sir Ana Ruiz came.",
	} {
		if got := of(s+old, "Mayor"); got != "" {
			t.Errorf("%s: %q", s, got)
		}
	}
	for title, want := range map[string]string{
		"Mayor": "City of Harwell", "mayor": "City of Harwell", "Deputy Mayor": "City of Harwell", "Acting Mayor": "City of Harwell",
		"Lord Mayor": "City of Harwell", "Mayor of Harwell": "City of Harwell", "Mayor of lamps": "", "Vice Mayor": "", "Mayoress": "",
	} {
		if got := of("Harwell Mayor Ana Ruiz came."+old, title); got != want {
			t.Errorf("%s: %q", title, got)
		}
	}
	for _, s := range []string{" The city of Harwellton is old.", " The city of Harwell-on-Sea is old.", " The velocity of Harwell is old.", " The Harwell Councils met."} {
		if got := of("Harwell Mayor Ana Ruiz came."+s, "Mayor"); got != "" {
			t.Errorf("%s: %q", s, got)
		}
	}
	d := drafted("en")
	d.Body, d.Contacts = []prose.Para{{Text: "Harwell Mayor Ana Ruiz came."}}, []prose.Contact{{Org: "HARWELL SHIRE COUNCIL"}}
	if got := d.townOfMayor("Ana Ruiz"); got != "Harwell Shire Council" {
		t.Errorf("a council that somebody is to be asked at: %q", got)
	}
	d.Body = []prose.Para{{Text: "Harwell Mayor Ana B. Ruiz came."}} // a stop in a name is no sign
	if got := d.townOfMayor("Ana B. Ruiz"); got != "Harwell Shire Council" {
		t.Errorf("a name with an initial: %q", got)
	}
	d.Body = []prose.Para{{Text: "Harwell Mayor Ana By Ruiz came."}}
	if got := d.townOfMayor("Ana B. Ruiz"); got != "" {
		t.Errorf("a name with an initial is another: %q", got)
	}
}

// TestMembersWithTheirParty reads somebody in a parliament or council with a party in brackets behind the name.
func TestMembersWithTheirParty(t *testing.T) {
	t.Parallel()
	for language, offices := range map[string]string{
		"es": "diputado, diputada, senador, senadora, concejal, concejala, legislador, legisladora, Diputada",
		"pt": "deputado, deputada, vereador, vereadora", "it": "consigliere, consigliera, deputata, senatore, senatrice",
		"nl": "raadslid, kamerlid", "sv": "riksdagsledamote, riksdagsledamoten", "nb": "stortingsrepresentant", "pl": "poseł, posłanka",
		"cs": "poslanec, poslankyně", "fr": "députée, député, eurodéputée, sénateur, sénatrice, conseiller national, conseillère nationale, " +
			"conseiller d’État, conseiller d'État",
		"de": "Abgeordnete, Landtagsabgeordneter, Nationalrat, Ständerätin, Gemeinderat, Stadtrat, Kantonsrat",
	} {
		for _, office := range strings.Split(offices, ", ") {
			who, ok := drafted(language).sitsFor(office + " Ana Vale (Liga)")
			if !ok || who.Name != "Ana Vale" || who.Org != "Liga" || !strings.EqualFold(who.Title, office) {
				t.Errorf("%s: %s, %q of %q", office, who.Name, who.Title, who.Org)
			}
		}
	}
	for _, c := range [][3]string{
		{"es", "la diputada Ana Vale (Liga)", "Ana Vale | diputada | Liga"},
		{"es", "el diputado nacional Juan Vale (Liga)", "Juan Vale | diputado nacional | Liga"},
		{"es", "Diputada Ana Vale (Liga)", "Ana Vale | diputada | Liga"},
		{"de", "die Abgeordnete Ana Vale (Liga)", "Ana Vale | Abgeordnete | Liga"},
		{"de", "der Abgeordnete Jan Vale (Liga)", "Jan Vale | Abgeordnete | Liga"},
		{"de", "der Kalmer Abgeordnete Dr. Jan Vale (Liga)", "Dr. Jan Vale | Abgeordnete | Liga"},
		{"fr", "le sénateur Luc Vale (Liga)", "Luc Vale | sénateur | Liga"},
		{"fr", "l’eurodéputée Ana Vale (Liga)", "Ana Vale | eurodéputée | Liga"},
		{"it", "il senatore Piero di Vale (Liga)", "Piero di Vale | senatore | Liga"},
		{"it", "lo senatore Piero Vale (Liga)", "Piero Vale | senatore | Liga"},
		{"pt", "o deputado João do Vale (PLP-SP)", "João do Vale | deputado | PLP"},
		{"pt", "a deputada Ana dos Vale (PLP/RS)", "Ana dos Vale | deputada | PLP"},
		{"nl", "de raadslid Jan van de Vale (Liga)", "Jan van de Vale | raadslid | Liga"},
		{"nl", "het raadslid Jan van Vale (Liga)", "Jan van Vale | raadslid | Liga"},
		{"es", "la diputada Ana del Vale (Liga)", "Ana del Vale | diputada | Liga"},
		{"es", "la diputada Ana de la Vale (Liga)", "Ana de la Vale | diputada | Liga"},
		{"pt", "a deputada Ana da Vale (Liga)", "Ana da Vale | deputada | Liga"},
		{"de", "die Abgeordnete Ana von Vale (Liga)", "Ana von Vale | Abgeordnete | Liga"},
		{"de", "die Abgeordnete Ana von der Vale (Liga)", "Ana von der Vale | Abgeordnete | Liga"},
		{"es", "la diputada Ana Vale (Marlow)", ""},
		{"es", "la diputada Ana Vale (61)", ""},
		{"es", "la diputada Ana Vale (Liga, Marlow)", ""},
		{"es", "la pintora Ana Vale (Liga)", ""},
		{"es", "la diputada Ana (Liga)", ""},
		{"es", "la diputada Universidad Vale (Liga)", ""},
		{"en", "la diputada Ana Vale (Liga)", ""},
	} {
		d, got := drafted(c[0]), ""
		d.Dateline.Text = "MARLOW, 3 de mayo"
		if who, ok := d.sitsFor(c[1]); ok {
			got = who.Name + " | " + who.Title + " | " + who.Org
		}
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}
