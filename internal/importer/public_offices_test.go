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
	{"a leader in a parliament", "A bill passed.", "said Senate Majority Leader Owen Farrell", "Owen Farrell | Senate Majority Leader | ?"},
	{"a chief justice", "A court opened.", "said Chief Justice Owen Farrell", "Owen Farrell | Chief Justice | ?"},
	{"a representative, for short", "A bill passed.", "said Rep. Owen Farrell (D-Marlow)", "Owen Farrell | Rep. | ?"},
	{"two ranks with stops", "A ship came.", "said Brig. Gen. Owen Farrell", "Owen Farrell | Brig. Gen. | ?"},
	{"a lieutenant governor", "A ship came.", "said Lt. Governor Owen Farrell", "Owen Farrell | Lt. Governor | ?"},
	{"an agent in charge behind agency and place", "Two were charged.", "said FBI Harwell Special Agent in Charge Owen Farrell", "Owen Farrell | Special Agent in Charge | FBI Harwell"},
	{"a body within a university", "Moss grows.", "said Owen Farrell, a researcher in the University of Harwell Department of Botany", "Owen Farrell | researcher | University of Harwell Department of Botany"},
	{"an owner with a field", "A bill passed.", "the Harbor Party’s Health spokesman Owen Farrell said", "Owen Farrell | Health spokesman | Harbor Party"},
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
