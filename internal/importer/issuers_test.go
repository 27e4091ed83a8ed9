package importer

import (
	"strings"
	"testing"
)

const tabled = "Harbor groups ask the port for its water tests\n\nMARLOW, Mass., November 20, 2026 — Eleven groups along the Marlow waterfront asked the port today to publish its water tests, and gave it a month to do so.\n\n"

// saidCase is a text in Markdown, and who speaks in it: name, office and organisation, one quote behind
// the other.
type saidCase struct{ name, source, want string }

var issuers = []saidCase{
	{"described at the end", "Quill Partners Sees Rope Prices Double by 2030\n\nLONDON, March 20, 2026 -- \"Harbors are buying rope early, and the mills cannot keep up,\" explains Ana Ruiz, Senior Analyst. Much of it goes north.\n\nQuill Partners is a leading provider of market analysis for harbors. More at https://quill.example/", "Ana Ruiz | Senior Analyst | Quill Partners"},
	{"described at the end, with its initials", "Tidewell Rope Museum opens its north wing\n\nMARLOW, March 20, 2026 -- \"The wing was shut for nine years,\" said Ana Ruiz, curator of maritime art.\n\nThe Tidewell Rope Museum (TRM) is an independent museum on the Marlow quay.", "Ana Ruiz | curator of maritime art | Tidewell Rope Museum"},
	{"described with the year it was founded", "RSP hands its standards to the harbor guild\n\nMARLOW, March 20, 2026 -- \"The work goes on elsewhere,\" said Ana Ruiz, steering committee member.\n\nFounded in 1998, The Rope Standards Project (RSP) fights for standards that reduce the cost of rope.", "Ana Ruiz | steering committee member | Rope Standards Project"},
	{"a line of whose release it is", "Secrets of good ropes to be debated\n\n**Wednesday, 26 October 2026, 3:25 pm**  \nPress Release: Marlow University\n\nQuestions around ropes are part of a discussion led by the School of Knots this weekend.\n\n“Rope making is an evolving practice,” says Head of School Ana Ruiz.", "Ana Ruiz | Head of School | Marlow University"},
	{"professor in a university's", "Marlow University Graduates International Pilots\n\n**Thursday, 29 March 2026, 6:20 pm**  \nPress Release: Marlow University\n\nEight pilots graduated this week from the school at the harbor of Marlow.\n\nHead of Aviation Professor Owen Farrell said the partnership arose out of a meeting with the harbor pilots.\n\n\"This has been recognised by many airlines as a model,\" Professor Owen Farrell said.", "Owen Farrell | Professor | Marlow University"},
	{"vice-chancellor", "Scholarships awarded\n\nPress Release: Marlow University\n\n20 October 2026\n\nA group of students will be adding to the research of the university next year, thanks to a new scheme.\n\nVice-Chancellor Professor Owen Farrell says the calibre of the applicants was extremely high.\n\n“We were so impressed that we decided to increase the number of scholarships from six to seven for this round.”", "Owen Farrell | Professor, Vice-Chancellor | Marlow University"},
	{"an office in public, in the release of a school", "Scholarships awarded\n\nPress Release: Marlow University\n\n20 October 2026\n\nA group of students will be adding to the research of the university next year, thanks to a new scheme.\n\n“We were so impressed,” says Senator Owen Farrell.", "Owen Farrell | Senator | ?"},
	{"two titles", tabled + "\"Harbors are buying rope early,\" points out Ana Ruiz, Principal Consultant and Private Networks practice lead.\n\nAbout Quill Partners\n\nQuill Partners sells rope.", "Ana Ruiz | Principal Consultant and Private Networks practice lead | Quill Partners"},
	{"named by title and comma", tabled + "“It’s true I could meet her at a conference,” said Dr Ana Ruiz, research fellow at Marlow University.\n\nHarwell School of Knots Associate Dean of Research, Owen Farrell hopes the visit will establish strong ties between the two.\n\n“We are keen to immerse them in the knots at Harwell,” he says.", "Dr Ana Ruiz | research fellow | Marlow University;Owen Farrell | Associate Dean of Research | Harwell School of Knots"},
	{"named by title", tabled + "“It’s true I could meet her,” said Dr Ana Ruiz, research fellow at Marlow University.\n\nRoad Union president Owen Farrell hopes the visit will establish strong ties between the two.\n\n“We are keen to immerse them in the knots at Harwell,” he says.", "Dr Ana Ruiz | research fellow | Marlow University;Owen Farrell | president | Road Union"},
	{"named in passing", tabled + "“It’s true I could meet her,” said Ana Ruiz, director of River Alliance.\n\nShe went with Owen Farrell to the port.\n\n“We were keen to see it,” she says.", "Ana Ruiz | director | River Alliance;Ana Ruiz | director | River Alliance"},
	{"org title region", "Quill expands its ropes\n\nCHICAGO, March 15, 2026 -- Quill has partnered with TTR to expand its ropes.\n\n“Quill is a fine seller of ropes to harbors,” said Owen Farrell, TTR Regional Platform Director, USCA. “We aim high.”\n\nAbout Quill\n\nQuill sells rope.", "Owen Farrell | Regional Platform Director | TTR"},
	{"outgoing president", "Quill University names a president\n\nROSWELL, March 15, 2026 -- Quill University is proud to announce Dr. Ana Ruiz as its new President.\n\nWhile Quill’s outgoing President, Owen Farrell, will continue to be with the school by serving as CEO, he is excited to pass it on. “It is bittersweet to leave a post I have held so long,” says Mr. Farrell, “but then I think of the years ahead.”\n\nAbout Quill University\n\nQuill University teaches knots.", "Owen Farrell |  | Quill"},
	{"set off, with who says it in bold below", tabled + "> The port has had our letters since the spring, and none was answered.\n\n**Ana Ruiz, director of River Alliance**", "Ana Ruiz | director | River Alliance"},
	{"CEO sees", tabled + "Ana Ruiz, director of River Alliance, sees a chance in it. “The port has had our letters since the spring, and it never wrote.”", "Ana Ruiz | director | River Alliance"},
	{"professor in dept", tabled + "“We are thrilled to see it come,” said Ana Ruiz, a professor in the Department of Knots.\n\nAbout Marlow University\n\nMarlow University teaches knots.", "Ana Ruiz | professor in the Department of Knots | Marlow University"},
	{"professor of, in a university's", tabled + "“We are thrilled to see it come,” said Ana Ruiz, professor of physics.\n\nAbout Marlow University\n\nMarlow University teaches knots.", "Ana Ruiz | professor of physics | Marlow University"},
	{"grad student", tabled + "“We are thrilled to see it come,” said Ana Ruiz, a graduate student in Farrell’s lab.\n\nAbout Marlow University\n\nMarlow University teaches knots.", "Ana Ruiz | graduate student | Marlow University"},
	{"what stands behind the label is a headline", "Press Release: Marlow opens its north wing\n\n20 October 2026\n\nA wing opened at the harbor today, after nine years of work on the roof and walls.\n\n“We waited for nine years,” says Head of School Ana Ruiz.", "Ana Ruiz | Head of School | ?"},
	{"two are described", "Quill Partners and Tidewell Museum see rope prices double\n\nLONDON, March 20, 2026 -- “Harbors are buying rope early,” explains Ana Ruiz, Senior Analyst.\n\nQuill Partners is a leading provider of market analysis.\n\nTidewell Museum is a museum of rope.", "Ana Ruiz | Senior Analyst | ?"},
	{"one is described twice", "Quill Partners sees rope prices double\n\nLONDON, March 20, 2026 -- “Harbors are buying rope early,” explains Ana Ruiz, Senior Analyst.\n\nQuill Partners is a leading provider of market analysis.\n\nQuill Partners is a firm on the quay.", "Ana Ruiz | Senior Analyst | Quill Partners"},
	{"somebody is described", "Owen Farrell sees rope prices double\n\nLONDON, March 20, 2026 -- “Harbors are buying rope early,” explains Ana Ruiz, Senior Analyst.\n\nOwen Farrell is a writer who lives on the quay.", "Ana Ruiz | Senior Analyst | ?"},
	{"described, and told of nowhere else", "Rope prices double\n\nLONDON, March 20, 2026 -- “Harbors are buying rope early,” explains Ana Ruiz, Senior Analyst.\n\nQuill Partners is a leading provider of market analysis.", "Ana Ruiz | Senior Analyst | ?"},
	{"described too far from the end", "Quill Partners sees rope prices double\n\nLONDON, March 20, 2026 -- “Harbors are buying rope early,” explains Ana Ruiz, Senior Analyst.\n\nQuill Partners is a leading provider of market analysis.\n\nRope is dear.\n\nIt was cheap.\n\nIt is sold by weight.\n\nMills make it.", "Ana Ruiz | Senior Analyst | ?"},
	{"described as the last but three", "Quill Partners sees rope prices double\n\nLONDON, March 20, 2026 -- “Harbors are buying rope early,” explains Ana Ruiz, Senior Analyst.\n\nQuill Partners is a leading provider of market analysis.\n\nRope is dear.\n\nIt was cheap.\n\nIt is sold by weight.", "Ana Ruiz | Senior Analyst | Quill Partners"},
	{"initials behind that the text tells of", "Quill expands its ropes\n\nCHICAGO, March 15, 2026 -- Quill has partnered with TTR and USCA to expand its ropes.\n\n“Quill is a fine seller of ropes,” said Owen Farrell, TTR Regional Platform Director, USCA.", "Owen Farrell | TTR Regional Platform Director | USCA"},
	{"initials before that the text does not tell of", "Quill expands its ropes\n\nCHICAGO, March 15, 2026 -- Quill has new partners to expand its ropes.\n\n“Quill is a fine seller of ropes,” said Owen Farrell, TTR Regional Platform Director, USCA.", "Owen Farrell | TTR Regional Platform Director | USCA"},
	{"a department of nobody knows what", tabled + "“We are thrilled to see it come,” said Ana Ruiz, a professor in the Department of Knots.", "Ana Ruiz | professor in the Department of Knots | ?"},
	{"a lab of somebody's, of nobody knows what", tabled + "“We are thrilled to see it come,” said Ana Ruiz, a graduate student in Farrell’s lab.", "Ana Ruiz | graduate student | ?"},
	{"a professor where no school issues", tabled + "“We are thrilled to see it come,” said Ana Ruiz, professor of physics.\n\nAbout Quill Partners\n\nQuill Partners sells rope.", "Ana Ruiz | professor of physics | ?"},
	{"an office and an organisation's", tabled + "“We are thrilled to see it come,” said Ana Ruiz, Consultant and River Alliance director.", "Ana Ruiz |  | ?"},
	{"bold words below that are no name", tabled + "> The port has had our letters since the spring, and none was answered.\n\n**The tests, year by year**", ""},
	{"a heading below that is a name", tabled + "> The port has had our letters since the spring, and none was answered.\n\n## Ana Ruiz, director of River Alliance", ""},
	{"another is named before she speaks", tabled + "“The port is late,” said Ana Ruiz, director of River Alliance.\n\nOn the quay, Owen Farrell joined the others for tea.\n\n“We were keen to see it,” she says.", "Ana Ruiz | director | River Alliance"},
	{"an office over a part, alone", "Scholarships awarded\n\nPress Release: Marlow University\n\n20 October 2026\n\nA group of students will be adding to the research of the university next year.\n\n“We were so impressed,” says Head of Marlow Ana Ruiz.", "Ana Ruiz | Head of Marlow | ?"},
}

func TestWhoIssuesAReleaseAndForWhomPeopleInItSpeak(t *testing.T) { said(t, issuers) }

func said(t *testing.T, cases []saidCase) {
	t.Helper()
	kept := heldBy(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, err := kept.Import("release.md", []byte(c.source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, q := range r.Quotes {
				got = append(got, q.Speaker+" | "+q.Title+" | "+q.Org)
				if q.Org == "?" && q.Unsure == "" {
					t.Errorf("nothing says why the organisation of %q is not sure", q.Text)
				}
			}
			if g := strings.Join(got, ";"); g != c.want {
				t.Errorf("got  %s\nwant %s", g, c.want)
			}
		})
	}
}
