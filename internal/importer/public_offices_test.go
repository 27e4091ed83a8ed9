package importer

import (
	"strings"
	"testing"
)

// publicSays are releases of public bodies, with who speaks in each: "speaker | title | org". What
// stands before the words tells which body there is, and is all that does.
var publicSays = []struct{ name, copy, clause, want string }{
	{"the office of a state's attorney", "The Marlow County State’s Attorney’s Office has opened a bureau.", "said State’s Attorney Owen Farrell", "Owen Farrell | State’s Attorney | Marlow County State’s Attorney’s Office"},
	{"one with a straight sign", "The Marlow County District Attorney's Office has opened a bureau.", "said District Attorney Owen Farrell", "Owen Farrell | District Attorney | Marlow County District Attorney's Office"},
	{"one called the other way round", "The Office of the Harwell Attorney General has opened a bureau.", "Attorney General Owen Farrell said", "Owen Farrell | Attorney General | Office of the Harwell Attorney General"},
	{"two offices of this kind", "The Marlow County Sheriff’s Office and the Harwell County Sheriff’s Office met.", "said Sheriff Owen Farrell", "Owen Farrell | Sheriff | ?"},
	{"one that is named twice, the second time for short", "The Marlow County Sheriff’s Office has a boat. On Monday the Sheriff’s Office took it out.", "said Sheriff Owen Farrell", "Owen Farrell | Sheriff | Marlow County Sheriff’s Office"},
	{"one that is named for short first", "The Sheriff’s Office has a boat. On Monday the Marlow County Sheriff’s Office took it out.", "said Sheriff Owen Farrell", "Owen Farrell | Sheriff | Marlow County Sheriff’s Office"},
	{"a federal attorney of whom no office is named", "A skipper was sentenced.", "said U.S. Attorney Owen Farrell", "Owen Farrell | U.S. Attorney | ?"},
	{"an acting one", "A skipper was sentenced.", "said Acting U.S. Attorney Owen Farrell", "Owen Farrell | Acting U.S. Attorney | ?"},
	{"one with an office", "The U.S. Attorney’s Office for the Northern District of Harwell wrote.", "said U.S. Attorney Owen Farrell", "Owen Farrell | U.S. Attorney | U.S. Attorney’s Office for the Northern District of Harwell"},
	{"a chief of police", "The Harwell Police Department arrested two.", "said Police Chief Owen Farrell", "Owen Farrell | Police Chief | Harwell Police Department"},
	{"a day before the name", "On Monday Harwell Police arrested two.", "said Police Chief Owen Farrell", "Owen Farrell | Police Chief | Harwell Police"},
	{"one of another town", "The Harwell Police Department arrested two.", "said Tidewell Police Chief Owen Farrell", "Owen Farrell | Chief | Tidewell Police"},
	{"a chief, of one of two services", "The Harwell Police Department and the Harwell Fire Department came.", "said Chief Owen Farrell", "Owen Farrell | Chief | ?"},
	{"a chief, of the only one", "The Harwell Fire Department came.", "said Chief Owen Farrell", "Owen Farrell | Chief | Harwell Fire Department"},
	{"one who was", "The Harwell Police Department arrested two.", "said former Police Chief Owen Farrell", "Owen Farrell | former Police Chief | ?"},
	{"a superintendent", "The Harwell School District opens a school.", "said Superintendent Owen Farrell", "Owen Farrell | Superintendent | Harwell School District"},
	{"one behind the district", "A school opens.", "said Harwell Unified School District Superintendent Owen Farrell", "Owen Farrell | Superintendent | Harwell Unified School District"},
	{"one behind the schools, with a degree", "A school opens.", "said Harwell Public Schools Superintendent Dr. Owen Farrell", "Dr. Owen Farrell | Superintendent | Harwell Public Schools"},
	{"one of schools, with a degree", "A school opens.", "said Superintendent of Schools Dr. Owen Farrell", "Dr. Owen Farrell | Superintendent of Schools | ?"},
	{"a mayor", "The City of Harwell opens a hall.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | City of Harwell"},
	{"a mayor of another city", "The City of Harwell opens a hall.", "said Tidewell Mayor Owen Farrell", "Owen Farrell | Mayor | ?"},
	{"a mayor of two cities", "The City of Harwell and the City of Tidewell open a hall.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | ?"},
	{"a department of the city", "The City of Harwell Fire Department opens a hall.", "said Mayor Owen Farrell", "Owen Farrell | Mayor | City of Harwell"},
	{"a city manager behind the city", "The City of Harwell opens a hall.", "said Harwell City Manager Owen Farrell", "Owen Farrell | City Manager | City of Harwell"},
	{"one of a city that is not named", "A hall opens.", "said Harwell City Manager Owen Farrell", "Owen Farrell | City Manager | ?"},
	{"one of a city whose name has the word", "Harwell City opens a hall.", "said Harwell City Manager Owen Farrell", "Owen Farrell | City Manager | Harwell City"},
	{"a county's", "A hall opens.", "said Harwell County Executive Owen Farrell", "Owen Farrell | County Executive | Harwell County"},
	{"a county's that is named elsewhere", "Harwell County opens a hall.", "said County Executive Owen Farrell", "Owen Farrell | County Executive | Harwell County"},
	{"a councilmember", "The Harwell City Council met.", "said Councilmember Owen Farrell", "Owen Farrell | Councilmember | Harwell City Council"},
	{"somebody in a row of people with their offices", "Marlow County State Attorney Dana Whitlock, City of Westmarsh Police Chief Owen Farrell, City of Eastmarsh Police Chief Ana Ruiz, and the Marlow County Harbour Office met.", "stated Chief Owen Farrell", "Owen Farrell | Chief | ?"},
	{"somebody with an office, and another with none", "Owen Farrell, director of the Harwell Harbour Office, Ana Ruiz and others met.", "stated Chief Owen Farrell", "Owen Farrell | Chief | Harwell Harbour Office"},
	{"somebody at a house that is called after another", "Owen Farrell, director of House Ana Ruiz, and others met.", "stated Director Owen Farrell", "Owen Farrell | Director | House Ana Ruiz"},
	{"somebody who is related to another", "Owen Farrell, director of Harwell Rowing and brother of Ana Ruiz, met the mayor.", "said Farrell", "Owen Farrell | director | Harwell Rowing"},
	{"a leader in a parliament", "A bill passed.", "said Senate Majority Leader Owen Farrell", "Owen Farrell | Senate Majority Leader | ?"},
	{"a prime minister behind the state", "A bill passed.", "said Prime Minister of Harwell Owen Farrell", "Owen Farrell | Prime Minister of Harwell | ?"},
	{"a prime minister before the state", "A bill passed.", "UK Prime Minister Owen Farrell said", "Owen Farrell | UK Prime Minister | ?"},
	{"a president with the nation", "A bill passed.", "Norwegian President Owen Farrell said", "Owen Farrell | Norwegian President | ?"},
	{"a foreign minister with it", "A bill passed.", "Dutch Foreign Minister Owen Farrell said", "Owen Farrell | Dutch Foreign Minister | ?"},
	{"a president of a body that is called after the nation", "A bill passed.", "Norwegian Rowing Union President Owen Farrell said", "Owen Farrell | President | Norwegian Rowing Union"},
	{"a chief justice", "A court opened.", "said Chief Justice Owen Farrell", "Owen Farrell | Chief Justice | ?"},
	{"a representative, for short", "A bill passed.", "said Rep. Owen Farrell (D-Marlow)", "Owen Farrell | Rep. | ?"},
	{"two ranks with stops", "A ship came.", "said Brig. Gen. Owen Farrell", "Owen Farrell | Brig. Gen. | ?"},
	{"a lieutenant governor", "A ship came.", "said Lt. Governor Owen Farrell", "Owen Farrell | Lt. Governor | ?"},
	{"an agent in charge behind agency and place", "Two were charged.", "said FBI Harwell Special Agent in Charge Owen Farrell", "Owen Farrell | Special Agent in Charge | FBI Harwell"},
	{"a body within a university", "Moss grows.", "said Owen Farrell, a researcher in the University of Harwell Department of Botany", "Owen Farrell | researcher | University of Harwell Department of Botany"},
	{"an owner with a field", "A bill passed.", "the Harbor Party’s Health spokesman Owen Farrell said", "Owen Farrell | Health spokesman | Harbor Party"},
	{"a federal attorney with a district behind the name", "A skipper was sentenced.", "said U.S. Attorney Owen Farrell for the Northern District of Harwell", "Owen Farrell | U.S. Attorney for the Northern District of Harwell | ?"},
	{"a district without a part", "A skipper was sentenced.", "said Owen Farrell, Acting U.S. Attorney for the District of Harwell", "Owen Farrell | Acting U.S. Attorney for the District of Harwell | ?"},
	{"a district whose office is named", "The U.S. Attorney’s Office for the Northern District of Harwell wrote.", "said U.S. Attorney Owen Farrell for the Northern District of Harwell", "Owen Farrell | U.S. Attorney for the Northern District of Harwell | U.S. Attorney’s Office for the Northern District of Harwell"},
	{"one whose office is named without it", "The U.S. Attorney’s Office wrote.", "said U.S. Attorney Owen Farrell for the Northern District of Harwell", "Owen Farrell | U.S. Attorney for the Northern District of Harwell | U.S. Attorney’s Office"},
	{"the office of another district", "The U.S. Attorney’s Office for the Southern District of Harwell wrote.", "said U.S. Attorney Owen Farrell for the Northern District of Harwell", "Owen Farrell | U.S. Attorney for the Northern District of Harwell | ?"},
	{"a commissioner over several fields", "A bill passed.", "said Owen Farrell, Commissioner for Harbor and Island Affairs, Lights and Buoys", "Owen Farrell | Commissioner for Harbor and Island Affairs, Lights and Buoys | ?"},
	{"a minister over fields of which one is called as companies are", "A bill passed.", "said Owen Farrell, Minister for Ports, Island Services and Buoys", "Owen Farrell | Minister for Ports, Island Services and Buoys | ?"},
	{"a minister whose ministry is named", "The Ministry of Ports, Lights and Buoys met.", "said Owen Farrell, Minister of Ports, Lights and Buoys", "Owen Farrell | Minister of Ports, Lights and Buoys | Ministry of Ports, Lights and Buoys"},
	{"what else is told of one", "A bill passed.", "said Owen Farrell, Minister for Ports, Lights and Buoys, also in charge of Light Union", "Owen Farrell | Minister for Ports, Lights and Buoys | ?"},
	{"a council behind the fields", "A bill passed.", "said Owen Farrell, Cabinet Member for Leisure, Parks and Harwell Council", "Owen Farrell | Cabinet Member for Leisure | ?"},
	{"a body behind the fields", "A bill passed.", "said Owen Farrell, Vice President for Ropes, Lights and Buoys at Harwell University", "Owen Farrell | Vice President for Ropes, Lights and Buoys | Harwell University"},
	{"a vice-president over a field with an article", "A bill passed.", "said Owen Farrell, Vice-President for the Harbors and Social Dialogue", "Owen Farrell | Vice-President for the Harbors and Social Dialogue | ?"},
	{"a portfolio holder", "The Council met.", "said Cllr Owen Farrell, Portfolio Holder for Harbors", "Owen Farrell | Portfolio Holder for Harbors | ?"},
	{"a commissioner of the union", "The European Commission met.", "said Owen Farrell, Commissioner for Harbors", "Owen Farrell | Commissioner for Harbors | European Commission"},
	{"one who is responsible for a field", "The European Commission met.", "said Commissioner Owen Farrell, responsible for Harbors", "Owen Farrell | Commissioner | European Commission"},
	{"a councillor who leads", "The Harwell Port met.", "said Cllr Owen Farrell, Leader of Harwell Council", "Owen Farrell | Leader | Harwell Council"},
	{"a senator who chairs", "A bill passed.", "said Senator Owen Farrell, chair of the Harbor Committee", "Owen Farrell | Senator | Harbor Committee"},
	{"a minister over several fields, without a comma before the name", "A bill passed.", "said Minister for Ports, Lights and Buoys Owen Farrell", "Owen Farrell | Minister for Ports, Lights and Buoys | ?"},
	{"one whose last field has two words, with an initial", "The Ministry for Ports, Lights and Island Buoys met.", "said Minister for Ports, Lights and Island Buoys Owen P. Farrell", "Owen P. Farrell | Minister for Ports, Lights and Island Buoys | Ministry for Ports, Lights and Island Buoys"},
	{"a cabinet member of the council that is named", "Harwell County Council opens a hall.", "said Cllr Owen Farrell, cabinet member for halls and leisure", "Owen Farrell | cabinet member for halls and leisure | Harwell County Council"},
	{"the leader of the council that is named", "Harwell Borough Council opens a hall.", "said Councillor Owen Farrell, Leader of the Council", "Owen Farrell | Leader of the Council | Harwell Borough Council"},
	{"a leader of something else", "Harwell Borough Council opens a hall.", "said Leader Owen Farrell", "Owen Farrell | Leader | ?"},
	{"a chancellor", "A bill passed.", "said Owen Farrell, Shadow Chancellor of the Exchequer", "Owen Farrell | Shadow Chancellor of the Exchequer | ?"},
	{"a chancellor of a university", "A bill passed.", "said Owen Farrell, Chancellor of Harwell University", "Owen Farrell | Chancellor | Harwell University"},
	{"a leader of a house", "A bill passed.", "said Owen Farrell, Leader of the Opposition", "Owen Farrell | Leader of the Opposition | ?"},
	{"initials before who leads, named once", "A bill passed.", "said HUW General Secretary Owen Farrell", "Owen Farrell | General Secretary | HUW"},
	{"initials before who leads a part, named once", "A bill passed.", "said HUW Policy Director Owen Farrell", "Owen Farrell | Policy Director | HUW"},
	{"a union in one word", "A bill passed.", "said Owen Farrell, Oarsmen general secretary", "Owen Farrell | general secretary | Oarsmen"},
	{"a chief constable", "Harwell Police is to recruit forty.", "said Chief Constable Owen Farrell", "Owen Farrell | Chief Constable | Harwell Police"},
	{"a detective", "Harwell Constabulary looks for two.", "said Detective Chief Inspector Owen Farrell", "Owen Farrell | Detective Chief Inspector | Harwell Constabulary"},
	{"an inspector who may be of something else", "Harwell Police looks for two.", "said Inspector Owen Farrell", "Owen Farrell | Inspector | ?"},
	{"a new one of the force", "Harwell Police is to recruit forty.", "the force’s new Chief Constable Owen Farrell said", "Owen Farrell | Chief Constable | Harwell Police"},
	{"a police and crime commissioner", "A hall opens.", "said Harwell Police and Crime Commissioner Owen Farrell", "Owen Farrell | Harwell Police and Crime Commissioner | ?"},
	{"one behind a comma", "A hall opens.", "said Marlow and Harwell Police and Crime Commissioner, Owen Farrell", "Owen Farrell | Marlow and Harwell Police and Crime Commissioner | ?"},
	{"one over fire too", "A hall opens.", "said Owen Farrell, the Police, Fire and Crime Commissioner for Harwell", "Owen Farrell | Police, Fire and Crime Commissioner for Harwell | ?"},
	{"a police force that is only in that office", "The Harwell Police and Crime Commissioner opens a hall.", "said Chief Constable Owen Farrell", "Owen Farrell | Chief Constable | ?"},
	{"who speaks for an office", "A hall opens.", "said the High Commissioner’s Spokesperson Owen Farrell", "Owen Farrell | High Commissioner’s Spokesperson | ?"},
	{"one of an office that the copy has", "The High Commissioner’s speech was heard.", "said the High Commissioner's Spokesperson Owen Farrell", "Owen Farrell | High Commissioner's Spokesperson | ?"},
	{"who speaks for a firm", "A hall opens.", "said Tidewell’s Spokesperson Owen Farrell", "Owen Farrell | Spokesperson | Tidewell"},
	{"three people, each with an office", "A hall opens.", "said Mayor Ana Ruiz, Governor Owen P. Farrell, and Senator Tom Reed", "Ana Ruiz, Owen P. Farrell and Tom Reed |  | ?"},
	{"two people with an office, and what one leads", "A hall opens.", "said Mayor Ana Ruiz, Harbor Table, and Senator Tom Reed", "Ana Ruiz and Tom Reed |  | ?"},
	{"several from their seats", "A hall opens.", "said Senate President pro Tempore Ana Ruiz (D-Marlow), Lights and Buoys Committee Chair Owen Farrell (D-Harwell), and Assembly Speaker Tom Reed (R-Sand)", "Ana Ruiz, Owen Farrell and Tom Reed |  | ?"},
	{"several of whom one has no office", "A hall opens.", "said Senator Ana Ruiz (D-Marlow), Owen Farrell (D-Harwell), and Assembly Speaker Tom Reed (R-Sand)", ""},
	{"a nation before a secretary", "A farm opens.", "said U.S. Secretary of Lights Owen Farrell", "Owen Farrell | U.S. Secretary of Lights | ?"},
	{"one whose department is named", "The Department of Lights met.", "said U.S. Lights Secretary Owen Farrell", "Owen Farrell | U.S. Lights Secretary | Department of Lights"},
	{"one of a department over something else", "The Department of Buoys met.", "said U.S. Secretary of Lights Owen Farrell", "Owen Farrell | U.S. Secretary of Lights | ?"},
	{"a nation before what is no public office", "A farm opens.", "said U.S. Director Owen Farrell", "Owen Farrell | Director | U.S."},
	{"a prosecutor", "Two were sentenced.", "said Senior District Crown Prosecutor Owen Farrell", "Owen Farrell | Senior District Crown Prosecutor | ?"},
	{"a county's prosecutor", "Two were sentenced.", "said Harwell County Prosecutor Owen Farrell", "Owen Farrell | Prosecutor | Harwell County"},
	{"a party that is written short, and a ward", "A hall opens.", "said Councillor Owen Farrell (Lab. Harwell Park)", "Owen Farrell | Councillor | ?"},
	{"a council of two towns, named once", "Marlow and Harwell City Council opens a hall.", "said Councillor Owen Farrell", "Owen Farrell | Councillor | ?"},
	{"a council of two towns, named twice", "Marlow and Harwell City Council opens a hall. The hall of Marlow and Harwell City Council is old.", "said Councillor Owen Farrell", "Owen Farrell | Councillor | Marlow and Harwell City Council"},
	{"the office of whom the text named by it before", "Attorney General Owen Farrell sued.", "Attorney General Farrell said", "Owen Farrell | Attorney General | ?"},
}

func TestPublicOfficesSpeakForTheirBodies(t *testing.T) {
	t.Parallel()
	for _, c := range publicSays {
		src := "PRESS RELEASE\n\nHarbor lights stay on through the winter\n\nMARLOW — " + c.copy + "\n\n“We ask everybody to come by and see it,” " +
			c.clause + ".\n"
		speakIn(t, c.name, src, c.want)
	}
}

func TestStatementsAreOfWhoMakesThem(t *testing.T) {
	t.Parallel()
	const words = "“We ask everybody to come by and see it. It is a fine thing to do.”"
	oars := strings.Repeat("oar ", 90)
	for _, c := range []struct{ name, source, want string }{
		{"a sentence with a stop", "Harbor lights stay on\n\nMARLOW — Senator Owen Farrell (D-Harwell) released the following statement today on the " +
			"decision in Harbor League v. Marlow.\n\n" + words, "Owen Farrell | Senator | ?"},
		{"a dateline in capitals that is no place", "Harbor lights stay on\n\nHARBOR SENATE – Senator Owen Farrell today issued the following statement " +
			"after the vote.\n\n" + words, "Owen Farrell | Senator | ?"},
		{"a long paragraph with a colon", "Harbor lights stay on\n\nMARLOW — It is " + oars + "now. Senator Owen Farrell released the following " +
			"statement:\n\n" + words, "Owen Farrell | Senator | ?"},
		{"a headline", "Statement from Sheriff Owen Farrell\n\n" + words, "Owen Farrell | Sheriff | ?"},
		{"a headline with what it is about", "Official Statement by Governor Owen Farrell on the Harbor Lights\n\n" + words, "Owen Farrell | Governor | ?"},
		{"a headline with a day", "Statement from Mayor Owen Farrell. June 2, 2026\n\n" + words, "Owen Farrell | Mayor | ?"},
		{"a headline that somebody releases one", "Chief Owen Farrell Releases Statement on the Lights\n\n" + words + "\n\nChief Owen Farrell", "Owen Farrell | Chief | ?"},
		{"a headline with an owner", "Governor Farrell’s Statement Following the Vote\n\n" + words + "\n\nGovernor Owen Farrell", "Owen Farrell | Governor | ?"},
		{"a headline that speaks of a statement", "Governor Farrell Welcomes Statement on the Lights\n\n" + words, ""},
		{"an office line above", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, Oarsmen general secretary\n\n" + words, "Owen Farrell | general secretary | Oarsmen"},
		{"an office without a body above", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, harbor master\n\n" + words, "Owen Farrell | harbor master | ?"},
		{"no office above", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, on the quay\n\n" + words, ""},
		{
			"an office right before the words", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, director of River Alliance, “We ask everybody to come by.”",
			"Owen Farrell | director | River Alliance",
		},
		{"one before words of a title", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, director of River Alliance, “We ask everybody to come by”", ""},
		{"one before few words", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, director of River Alliance, “We ask you all.”", ""},
		{"one before words that go on", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, director of River Alliance, “asks everybody to come by.”", ""},
		{"one before words behind which something stands", "Lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, director of River Alliance, “We ask " +
			"everybody to come by.” is here.", ""},
		{"words that are opened once and closed below", "Lights stay on\n\nMARLOW — It is so. Governor Owen Farrell released the following statement:\n\n" +
			"“We ask everybody to come by and see it.\n\nIt is a fine thing to do.\n\nWe thank them all.”\n\nThe lights stay on.", "Owen Farrell | Governor | ?"},
		{"a headline with an office that has stops", "Statement of U.S. Attorney Owen Farrell on the Lights\n\n" + words, "Owen Farrell | U.S. Attorney | ?"},
		{
			"whom a sentence sets against another", "Lights stay on\n\nMARLOW — It is so.\n\nWhilst the Chief Constable, Owen Farrell, said: " + words,
			"Owen Farrell | Chief Constable | ?",
		},
		{
			"one who has spoken in that sentence", "Lights stay on\n\nMARLOW — It is so.\n\nWhile Ana Ruiz said no, director Owen Farrell said: " + words,
			"Owen Farrell | director | ?",
		},
		{
			"a party that is written short before a colon", "Lights stay on\n\nMARLOW — It is so. Councillor Owen Farrell (Lab. Harwell Park) said: " + words,
			"Owen Farrell | Councillor | ?",
		},
		{"a headline with nobody but a body", "Statement from the Harwell County Department of Lights\n\n" + words, ""},
		{"a headline with nobody's name", "Statement from the Heart\n\n" + words, ""},
		{"a headline that is far above", "Statement from Sheriff Owen Farrell\n\nMARLOW — The lights stay on.\n\n" + words, ""},
		{"a headline of another kind", "Remarks to Sheriff Owen Farrell\n\n" + words, ""},
		{"straight marks within curly ones", "Harbor lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, Editor of HarborBLOG:\n\n“They were the \"fierce " +
			"keepers.\" Since then, \"Stay, Do Stay\" has not been heard.”", "Owen Farrell | Editor | HarborBLOG"},
		{"a space behind the mark that opens", "Harbor lights stay on\n\nMARLOW — It is so.\n\nOwen Farrell, director of River Alliance, said:\n\n“ We ask " +
			"everybody to come by.\n\n“We thank them all.\"", "Owen Farrell | director | River Alliance"},
	} {
		speakIn(t, c.name, c.source+"\n", c.want)
	}
}

func TestWordsThatAreOpenedOnce(t *testing.T) {
	t.Parallel()
	const lead = "Lights stay on\n\nMARLOW — It is so. Governor Owen Farrell released the following statement:\n\n“We ask everybody to come by.\n\n"
	for _, c := range []struct{ name, rest, want string }{
		{"closed at the end of the second", "It is a fine thing.”", "We ask everybody to come by.\n\nIt is a fine thing."},
		{"closed at the end of the third, with a straight mark", "It is so.\n\nIt is a fine thing.\"", "We ask everybody to come by.\n\nIt is so.\n\nIt is a fine thing."},
		{"closed within a paragraph", "It is” a fine thing.", "We ask everybody to come by."},
		{"closed behind what is no sentence", "It is a fine “thing”", "We ask everybody to come by."},
		{"a list between", "- It is a fine thing.\n- It is so.”", "We ask everybody to come by."},
		{"closed too far below", strings.Repeat("It is so.\n\n", 7) + "It is a fine thing.”", "We ask everybody to come by."},
		{"closed as far below as may be", strings.Repeat("It is so.\n\n", 6) + "It is a fine thing.”", "We ask everybody to come by.\n\n" +
			strings.Repeat("It is so.\n\n", 6) + "It is a fine thing."},
	} {
		r, err := Import("x.txt", []byte(lead+c.rest+"\n"), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Quotes) != 1 || r.Quotes[0].Text != c.want {
			t.Errorf("%s: %q, want %q", c.name, r.Quotes, c.want)
		}
		nothingLost(t, lead+c.rest, r)
	}
}

func TestWordsBehindASentenceThatEndsWithWhoSaysIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, copy, want string }{
		{
			"an owner's spokesman at the end of the lede", "After a year of waiting, a panicked minister named a task force, the Harbor Party’s " +
				"Health spokesman Owen Farrell says.\n\n“The plan is nothing more than paper, with hundreds waiting.\n\n“We will hold them to it.”",
			"Owen Farrell | Health spokesman | Harbor Party",
		},
		{
			"a pronoun", "“The moss is our own, and it is old,” said Owen Farrell, director of River Alliance.\n\nThe work goes on for a " +
				"year at least, he said.\n\n“It is what we want for all who live along this water.”",
			"Owen Farrell | director | River Alliance\nOwen Farrell | director | River Alliance",
		},
		{
			"nobody with an office", "The work goes on for a year at least, Tom says.\n\n“It is what we want for all who live along this water.”",
			"",
		},
		{
			"somebody in a relative clause", "The work goes on, as those who know what Director Owen Farrell says.\n\n“It is what we want for all " +
				"who live along this water.”", "",
		},
		{
			"a word in marks in the sentence before", "Harbor Party spokesman Owen Farrell said he knows “sea change” sounds worn, but that’s what " +
				"it is. “It makes you think about all that you do here, from day to day.”",
			"Owen Farrell | spokesman | Harbor Party",
		},
	} {
		speakIn(t, c.name, head+c.copy, c.want)
	}
}

func TestWordsBehindSentencesOfWhichAnEarlierOneTellsWhoSaysThem(t *testing.T) {
	t.Parallel()
	const spoke = "“The moss is our own, and it is old,” said Owen Farrell, director of River Alliance.\n\n"
	const words = "\n\n“It is what we want for all who live along this water.”"
	for _, c := range []struct{ name, copy, want string }{
		{"the first of two", "Owen Farrell, director of River Alliance, said the quay was too low. That left the boats to the tide." + words, "Owen Farrell | director | River Alliance"},
		{"the first of three", "Owen Farrell, director of River Alliance, said the quay was too low. That left boats to the tide. It was an old fault." + words, ""},
		{"the second of three", spoke + "The quay is low. It was built so, he said. The boats stand on it." + words, "Owen Farrell | director | River Alliance\nOwen Farrell | director | River Alliance"},
		{"another named behind", "Owen Farrell, director of River Alliance, said the quay was too low. That was built by engineer Tom Reed." + words, ""},
		{"a belief", spoke + "Farrell believed most skippers would pay for it." + words, "Owen Farrell | director | River Alliance\nOwen Farrell | director | River Alliance"},
		{"nobody in either", "The quay was too low. That left the boats to the tide." + words, ""},
	} {
		speakIn(t, c.name, head+c.copy, c.want)
	}
}

// speakIn imports a source, and holds against it who speaks in it, a line each, and that nothing of it is lost.
func speakIn(t *testing.T, name, source, want string) {
	t.Helper()
	r, err := Import("x.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range r.Quotes {
		got = append(got, q.Speaker+" | "+q.Title+" | "+q.Org)
	}
	if strings.Join(got, "\n") != want {
		t.Errorf("%s: %q, want %q", name, strings.Join(got, "\n"), want)
	}
	nothingLost(t, source, r)
}
