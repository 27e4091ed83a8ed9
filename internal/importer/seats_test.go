package importer

import "testing"

// Whoever sits in a parliament, on a bench or at the head of a town speaks for that.
func TestWhoSitsInABodySpeaksForIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, copy, clause, want string }{
		{"a senator with the letters of a state", "Senator Owen Farrell (D-HI) wrote the bill.", "Senator Farrell said", "Owen Farrell | Senator | ?"},
		{"the same, with a district", "Rep. Owen Farrell (R-OH-12) wrote the bill.", "Rep. Farrell said", "Owen Farrell | Rep. | ?"},
		{"a state cut short", "A bill passed.", "said Sen. Owen Farrell (I-Mont.)", "Owen Farrell | Sen. | ?"},
		{"a state of two words", "A bill passed.", "said Congresswoman Ana Ruiz (D–N.M.)", "Ana Ruiz | Congresswoman | U.S. House of Representatives"},
		{"a state written out", "A bill passed.", "said Representative Ana Ruiz (R-Iowa)", "Ana Ruiz | Representative | ?"},
		{"a party cut short", "A bill passed.", "said Representative Ana Ruiz (Dem-Ohio)", "Ana Ruiz | Representative | ?"},
		{"a town", "Senator Owen Farrell (D-Harwell) wrote the bill.", "Senator Farrell said", "Owen Farrell | Senator | ?"},
		{"a number", "Senator Owen Farrell (D-12) wrote the bill.", "Senator Farrell said", "Owen Farrell | Senator | ?"},
		{"the state of another", "Senator Ana Ruiz (D-HI) wrote the bill.", "Senator Owen Farrell said", "Owen Farrell | Senator | ?"},
		{"no state, of the country", "A bill passed.", "U.S. Senator Owen Farrell said", "Owen Farrell | Senator | U.S. Senate"},
		{"no state, of the country further up", "US Senator Owen Farrell wrote the bill.", "Senator Farrell said", "Owen Farrell | Senator | U.S. Senate"},
		{"a congressman without a state", "A bill passed.", "Congressman Owen Farrell said", "Owen Farrell | Congressman | U.S. House of Representatives"},
		{"a senator who was", "Former Senator Owen Farrell (D-HI) wrote the bill.", "former Senator Owen Farrell said", "Owen Farrell | former Senator | ?"},
		{"the second of a list", "Representatives Ana Ruiz (D-N.M.) and Tom Reed (R-Kan.) wrote the bill.", "Reed said", "Tom Reed |  | ?"},
		{"the first of a list", "It was written by Senators Ana Ruiz (D-N.M.) and Tom Reed (R-Kan.) in May.", "Ruiz said", "Ana Ruiz |  | ?"},
		{"a federal judge", "A trial began.", "said U.S. District Judge Owen Farrell", "Owen Farrell | U.S. District Judge | U.S. District Court"},
		{"one of a court of another kind", "A trial began.", "said United States Bankruptcy Judge Owen Farrell", "Owen Farrell | United States Bankruptcy Judge | United States Bankruptcy Court"},
		{"one who is named so further up", "U.S. District Judge Owen Farrell began it.", "Judge Farrell said", "Owen Farrell | Judge | U.S. District Court"},
		{"one who is named so, by surname", "U.S. District Judge Owen Farrell began it.", "Farrell said", "Owen Farrell |  | U.S. District Court"},
		{"another judge", "U.S. District Judge Ana Ruiz began it.", "Judge Owen Farrell said", "Owen Farrell | Judge | ?"},
		{"a judge, of the only court", "It was heard at Harwell Crown Court on Monday.", "said Judge Owen Farrell", "Owen Farrell | Judge | Harwell Crown Court"},
		{"a judge, of a court with its place behind", "It was heard at the Superior Court of Harwell County.", "said Judge Owen Farrell", "Owen Farrell | Judge | Superior Court of Harwell County"},
		{"a district judge", "It was heard at the Harwell Supreme Court.", "said District Judge Owen Farrell", "Owen Farrell | District Judge | Harwell Supreme Court"},
		{"a circuit judge", "It was heard at the Harwell Supreme Court.", "said Circuit Judge Owen Farrell", "Owen Farrell | Circuit Judge | Harwell Supreme Court"},
		{"a chief judge", "It was heard at the Harwell Supreme Court.", "said Chief Judge Owen Farrell", "Owen Farrell | Chief Judge | Harwell Supreme Court"},
		{"a presiding judge", "It was heard at the Harwell Supreme Court.", "said Presiding Judge Owen Farrell", "Owen Farrell | Presiding Judge | Harwell Supreme Court"},
		{"a congresswoman without a state", "A bill passed.", "Congresswoman Ana Ruiz said", "Ana Ruiz | Congresswoman | U.S. House of Representatives"},
		{"a member without a state", "A bill passed.", "Congressmember Ana Ruiz said", "Ana Ruiz | Congressmember | U.S. House of Representatives"},
		{"a trial judge", "It was heard at the Harwell Supreme Court.", "said Trial Judge Owen Farrell", "Owen Farrell | Trial Judge | Harwell Supreme Court"},
		{"an immigration judge", "It was heard at the Harwell Supreme Court.", "said Immigration Judge Owen Farrell", "Owen Farrell | Immigration Judge | ?"},
		{"a judge of appeals", "It was heard.", "said Appeals Judge Owen Farrell", "Owen Farrell | Appeals Judge | ?"},
		{"a tax judge", "It was heard.", "said US Tax Judge Owen Farrell", "Owen Farrell | US Tax Judge | US Tax Court"},
		{"a federal circuit judge", "It was heard.", "said US Circuit Judge Owen Farrell", "Owen Farrell | US Circuit Judge | US Circuit Court"},
		{"a president of a court", "It was heard.", "said Circuit President Owen Farrell", "Owen Farrell | President | Circuit"},
		{"representatives of the country", "U.S. Reps. Tom Reed and Owen Farrell wrote the bill.", "Representative Owen Farrell said", "Owen Farrell | Representative | U.S. House of Representatives"},
		{"a judge of two courts", "It was heard at Harwell Crown Court and at Tidewell County Court.", "said Judge Owen Farrell", "Owen Farrell | Judge | ?"},
		{"a judge of a show", "A cake won at Harwell Crown Court.", "said show judge Owen Farrell", "Owen Farrell | show judge | ?"},
		{"a mayor behind the town", "Santa Ropa Mayor Owen Farrell opened it. The whole city of Santa Ropa came.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | City of Santa Ropa"},
		{"a mayor whose town is named in capitals alone", "Santa Ropa Mayor Owen Farrell opened it.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | Santa Ropa"},
		{"a mayor of another town than the city", "Tidewell Mayor Owen Farrell opened it. The city of Santa Ropa came.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | Tidewell"},
		{"a mayor before the town, with a council", "The Harwell Shire Council met.", "said Mayor of Harwell Cr Owen Farrell", "Cr Owen Farrell | Mayor of Harwell | Harwell Shire Council"},
		{"a town council", "The town of Harwell is old.", "said Owen Farrell, mayor of Harwell", "Owen Farrell | mayor of Harwell | Town of Harwell"},
		{"a mayor of two towns", "Harwell Mayor Owen Farrell met Marlow Mayor Owen Farrell. The city of Harwell is old.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | ?"},
		{"a city with a longer name", "Santa Mayor Owen Farrell opened it. The city of Santaropa came.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | Santa"},
	} {
		src := "PRESS RELEASE\n\nHarbor lights stay on through the winter\n\nMARLOW — " + c.copy + "\n\n“We ask everybody to come by and see it,” " +
			c.clause + ".\n"
		speakIn(t, c.name, src, c.want)
	}
	r, err := Import("x.txt", []byte("City of Harwell\nOffice of the Mayor\n12 Quay Street, Harwell\n\nHarbor lights stay on\n\n"+
		"The lights stay on.\n\n“We ask everybody to come by and see it,” said Mayor Owen Farrell.\n"), Options{Today: today, Email: "press@office.example"})
	if err != nil || len(r.Quotes) != 1 || r.Quotes[0].Org != "City of Harwell" {
		t.Errorf("a mayor below the letterhead of the city: %v, %q", err, r.Quotes)
	}
}

// A release of a party says so in a line above it, and its members speak for it.
func TestWhoSitsForAPartySpeaksForIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, above, copy, clause, want string }{
		{"a member of parliament", "[Harbor Party](https://x.example)", "It is so.", "says Marlow Central MP Owen Farrell", "Owen Farrell | MP | Harbor Party"},
		{"a councillor", "[Harbor Party](https://x.example)", "It is so.", "says Councillor Owen Farrell", "Owen Farrell | Councillor | Harbor Party"},
		{"a party that has no word for one", "[Marlow Greens](https://x.example)", "It is so.", "says Marlow Central MP Owen Farrell", "Owen Farrell | MP | Marlow Greens"},
		{"a union", "[Harbor Dockers Union](https://x.example)", "It is so.", "says Marlow Central MP Owen Farrell", "Owen Farrell | MP | ?"},
		{"a member of another party", "[Harbor Party](https://x.example)", "It is so.", "says National MP Owen Farrell", "Owen Farrell | National MP | ?"},
		{"one of another further up", "[Harbor Party](https://x.example)", "Labour’s member for Marlow, Tom Reed, met Liberal member Owen Farrell.", "says MP Owen Farrell", "Owen Farrell | MP | ?"},
		{"one of the same", "[Marlow Labour Party](https://x.example)", "It was asked by the Labour member Owen Farrell.", "says MP Owen Farrell", "Owen Farrell | MP | Marlow Labour Party"},
		{"another of another party", "[Harbor Party](https://x.example)", "Labour is wrong. It is so, and Owen Farrell says it.", "says MP Owen Farrell", "Owen Farrell | MP | Harbor Party"},
		{"a spokeswoman of the party in short", "[Marlow Harbor Party](https://x.example)", "The Ministry of Tides is slow.", "says Harbor’s Tides spokeswoman, Ana Ruiz", "Ana Ruiz | Tides spokeswoman | Marlow Harbor Party"},
		{"one of another in short", "[Marlow Harbor Party](https://x.example)", "The Ministry of Tides is slow.", "says Tidewell’s Tides spokeswoman, Ana Ruiz", "Ana Ruiz | Tides spokeswoman | Tidewell"},
		{"a minister", "[Harbor Party](https://x.example)", "It is so.", "says Minister Owen Farrell", "Owen Farrell | Minister | ?"},
		{"a link to a name that no organisation's word is in", "[Tidewell](https://x.example)", "It is so.", "says director Owen Farrell", "Owen Farrell | director | Tidewell"},
		{"the same without a link", "Tidewell", "It is so.", "says director Owen Farrell", "Owen Farrell | director | ?"},
		{"a link to a part of what stands there", "Tidewell opens its [harbor](https://x.example)", "It is so.", "says director Owen Farrell", "Owen Farrell | director | ?"},
		{"a link to the headline", "[Harbor lights stay on](https://x.example)", "It is so.", "says director Owen Farrell", "Owen Farrell | director | ?"},
	} {
		src := "# Harbor lights stay on\n\n**Press Release: " + c.above + "**\n\nThe lights stay on. " + c.copy +
			"\n\n“We ask everybody to come by and see it,” " + c.clause + ".\n"
		r, err := Import("x.md", []byte(src), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Quotes) != 1 {
			t.Fatalf("%s: %d quotes", c.name, len(r.Quotes))
		}
		if got := r.Quotes[0].Speaker + " | " + r.Quotes[0].Title + " | " + r.Quotes[0].Org; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Somebody without a name speaks for the body behind "representative", where that is one.
func TestRepresentativesWithoutANameSpeakForABody(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, copy, clause, want string }{
		{"a firm that the text names", "Tidewell Ropes makes ropes.", "a representative from Tidewell Ropes said", " |  | Tidewell Ropes"},
		{"one of a kind", "Tidewell Ropes makes ropes.", "said a company representative of Tidewell Ropes", " |  | Tidewell Ropes"},
		{"a firm in capitals", "It is so.", "a representative for ROPE TIDE said", " |  | ROPE TIDE"},
		{"a state", "They came by Ohio, and Ohio was fine.", "a representative from Ohio said", " | representative | ?"},
		{"a name that stands nowhere else", "It is so.", "a representative from Tidewell said", " | representative | ?"},
		{"the airport of which the text tells", "Harwell Regional Airport has two runways.", "said Owen Farrell, the airport’s director", "Owen Farrell | director | Harwell Regional Airport"},
		{"the authority of which it tells", "The Harwell Port Authority has two quays.", "said Owen Farrell, chair of the authority", "Owen Farrell | chair | Harwell Port Authority"},
		{"the council", "The Harwell Council has met.", "said Owen Farrell, the council’s secretary", "Owen Farrell | secretary | Harwell Council"},
		{"the party", "The Harbor Party has met.", "said Owen Farrell, the party’s secretary", "Owen Farrell | secretary | Harbor Party"},
		{"the agency", "The Harwell Tide Agency has met.", "said Owen Farrell, the agency’s director", "Owen Farrell | director | Harwell Tide Agency"},
		{"the commission", "The Harwell Tide Commission has met.", "said Owen Farrell, the commission’s director", "Owen Farrell | director | Harwell Tide Commission"},
		{"the church", "The Harwell Quay Church has met.", "said Owen Farrell, the church’s director", "Owen Farrell | director | Harwell Quay Church"},
		{"the diocese", "The Diocese of Harwell has met.", "said Owen Farrell, the diocese’s director", "Owen Farrell | director | Diocese of Harwell"},
		{"the chamber", "The Chamber of Harwell has met.", "said Owen Farrell, the chamber’s director", "Owen Farrell | director | Chamber of Harwell"},
		{"the league", "The Harwell Rowing League has met.", "said Owen Farrell, the league’s director", "Owen Farrell | director | Harwell Rowing League"},
		{"two airports", "They met at Harwell Airport and then at Tidewell Airport.", "said Owen Farrell, the airport’s director", "Owen Farrell | airport’s director | ?"},
	} {
		src := "PRESS RELEASE\n\nHarbor lights stay on through the winter\n\nMARLOW — " + c.copy + "\n\n“We ask everybody to come by and see it,” " +
			c.clause + ".\n"
		speakIn(t, c.name, src, c.want)
	}
}

// What a town has people over is no organisation, nor is what others in a list are of, or where something is said.
func TestWhatIsNoOrganisationOfWhoSpeaks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, copy, clause, want string }{
		{"parks", "It is so.", "said Parks Director Ana Ruiz", "Ana Ruiz | Parks Director | ?"},
		{"parks and what else", "It is so.", "said Parks & Recreation Director Ana Ruiz", "Ana Ruiz | Parks & Recreation Director | ?"},
		{"parks and what else, with a word", "It is so.", "said Parks and Recreation Director Ana Ruiz", "Ana Ruiz | Parks and Recreation Director | ?"},
		{"works", "It is so.", "said Public Works Director Ana Ruiz", "Ana Ruiz | Public Works Director | ?"},
		{"planning", "It is so.", "said Planning Director Ana Ruiz", "Ana Ruiz | Planning Director | ?"},
		{"recreation", "It is so.", "said Recreation Director Ana Ruiz", "Ana Ruiz | Recreation Director | ?"},
		{"utilities", "It is so.", "said Utilities Director Ana Ruiz", "Ana Ruiz | Utilities Director | ?"},
		{"elections", "It is so.", "said Elections Director Ana Ruiz", "Ana Ruiz | Elections Director | ?"},
		{"streets", "It is so.", "said Streets Director Ana Ruiz", "Ana Ruiz | Streets Director | ?"},
		{"parks behind the office", "It is so.", "said Ana Ruiz, Director of Parks", "Ana Ruiz | Director of Parks | ?"},
		{"a body with such a word", "The Harwell Parks have opened.", "said Harwell Parks Director Ana Ruiz", "Ana Ruiz | Director | Harwell Parks"},
		{"others behind in a list", "It is so.", "said Garden Director Ana Ruiz, youth from the Pueblo of Harwell", "Ana Ruiz | Garden Director | ?"},
		{"where it is said", "The Harwell Hospital Foundation has met.", "joked Owen Farrell at a ball in the hospital’s garden", "Owen Farrell |  | ?"},
		{"the initials of a body", "The Harwell Quay Guild (HQG) has met.", "said Owen Farrell, HQG president", "Owen Farrell | president | Harwell Quay Guild"},
		{"a name with a sign that nobody's has", "Rope! is sold by all.", "said Mending Rope!", ""},
	} {
		src := "PRESS RELEASE\n\nHarbor lights stay on through the winter\n\nMARLOW — " + c.copy + "\n\n“We ask everybody to come by and see it,” " +
			c.clause + ".\n"
		speakIn(t, c.name, src, c.want)
	}
}
