package importer

import (
	"strings"
	"testing"
)

// ferries begins a release of which the cases have one more paragraph.
const ferries = "# Crews of the ferries win a hearing\n\nMARLOW, 3 May 2026 – The River Alliance said today that the ferries will run in winter.\n\n"

// Churches, unions, museums, clubs and projects say in their own ways who speaks.
func TestWhoSpeaksForChurchesUnionsClubsAndProjects(t *testing.T) {
	said(t, []saidCase{
		{"the office of whom it is, with an article", ferries + "“We have waited for years,” said the Open Rivers Campaign's executive director, Dr. Ana Ruiz.", "Dr. Ana Ruiz | executive director | Open Rivers Campaign"},
		{"and of several", ferries + "“We have waited for years,” said the Road Workers’ president, Ana Ruiz.", "Ana Ruiz | president | Road Workers"},
		{"and at the beginning", ferries + "The Rivers Trust’s chief executive, Ana Ruiz, said: “We have waited for years.”", "Ana Ruiz | chief executive | Rivers Trust"},
		{"whose something is, is nobody", ferries + "“We have waited for years,” said Ana Ruiz’s, in May.", ""},
		{"a bishop's style", ferries + "The Bishop of Marlow, the Right Reverend Ana Ruiz, said: “The boats were built on this very quay.”", "Ana Ruiz | Bishop of Marlow | ?"},
		{"a style in short", ferries + "“The boats were built here,” said the Most Rev. Ana Ruiz, chair of the Tidewell Council of Churches.", "Ana Ruiz | chair | Tidewell Council of Churches"},
		{"a style with a doctor behind it", ferries + "“The boats were built here,” said the Rt. Rev. Dr. Ana Ruiz, chair of the Tidewell Council of Churches.", "Ana Ruiz | chair | Tidewell Council of Churches"},
		{"a reverend in short", ferries + "“The boats were built here,” said the Rev. Ana Ruiz, rector of St Brendan's Church.", "Rev. Ana Ruiz | rector | St Brendan's Church"},
		{"a monsignor in short", ferries + "“The boats were built here,” said Msgr. Ana Ruiz, vicar general of the Diocese of Marlow.", "Msgr. Ana Ruiz | vicar general | Diocese of Marlow"},
		{"an archbishop", ferries + "“The boats were built here,” said Archbishop Ana Ruiz of the Archdiocese of Tidewell.", "Ana Ruiz | Archbishop | Archdiocese of Tidewell"},
		{"an artist", ferries + "Artist Ana Ruiz says of the work: “The boats were built on this very quay.”", "Ana Ruiz | Artist | ?"},
		{"a club by its letters", ferries + "Ana Ruiz, Commercial Director of Marlow Rovers FC, commented: “The boats were built here.”", "Ana Ruiz | Commercial Director | Marlow Rovers FC"},
		{"a firm by its form in small letters", ferries + "Ana Ruiz, Chairman and CEO of Tidewell Holdings plc (LSE: TDW), commented: “We grow twice as fast.”", "Ana Ruiz | Chairman and CEO | Tidewell Holdings plc"},
		{"where the shares are dealt in, and more", ferries + "“We grow twice as fast,” said Ana Ruiz, CEO of Tidewell Mining Ltd (ASX: TDW, FSE: 5TD).", "Ana Ruiz | CEO | Tidewell Mining Ltd"},
		{"what is no share", ferries + "“We grow twice as fast,” said Ana Ruiz, CEO of Tidewell Mining Ltd (the firm).", "Ana Ruiz | CEO | Tidewell Mining Ltd"},
		{"over a part of the world", ferries + "“We grow twice as fast,” said Ana Ruiz, vice-president for Western Europe of the Ferry Workers International.", "Ana Ruiz | vice-president for Western Europe | Ferry Workers International"},
		{"for a body that has such a name", ferries + "“We grow twice as fast,” said Ana Ruiz, spokesperson for Friends of Marlow Coalition.", "Ana Ruiz | spokesperson | Friends of Marlow Coalition"},
		{"project and office behind a name", ferries + "“The project has found its home,” said Ana Ruiz, Open Harbor project lead.", "Ana Ruiz | project lead | Open Harbor"},
		{"campaign and office behind a name", ferries + "“The project has found its home,” said Ana Ruiz, Rivers Trust campaign manager.", "Ana Ruiz | campaign manager | Rivers Trust"},
		{"who is what", ferries + "“We have waited for years,” said Ana Ruiz, who is the president of the River Alliance.", "Ana Ruiz | president | River Alliance"},
		{"who serves as what now", ferries + "“We have waited for years,” said Ana Ruiz, who now serves as an adviser to Tidewell Institute.", "Ana Ruiz | adviser to Tidewell Institute | ?"},
		{"who is no office", ferries + "“We have waited for years,” said Ana Ruiz, who is the best at this.", "Ana Ruiz |  | ?"},
		{"an author with an office", ferries + "“The tide has turned twice,” said lead author Ana Ruiz, the director of tides at the Harbour Science Institute.", "Ana Ruiz | director of tides | Harbour Science Institute"},
		{"an author with a place of work alone", ferries + "“The tide has turned twice,” said study co-author Ana Ruiz of the Harbour Science Institute.", "Ana Ruiz | study co-author | Harbour Science Institute"},
		{"an organisation with its article", ferries + "“We have asked for this quay for years,” the Rivers Trust said in a statement.", " |  | Rivers Trust"},
		{"a speaker without a name at the beginning", ferries + "A Rivers Trust spokesperson said: “We have asked for this quay for years.”", " |  | Rivers Trust"},
		{"an office in brackets", ferries + "Ana Ruiz (River Alliance president): “It was a great day for the ferry and for the quay.”", "Ana Ruiz | president | River Alliance"},
		{"a firm in one word before an office", ferries + "Tidewell said so.\n\n“We grow twice as fast,” said Ana Ruiz, Tidewell general secretary.", "Ana Ruiz | general secretary | Tidewell"},
		{"and an office over something", ferries + "Tidewell’s boats came.\n\n“We grow twice as fast,” said Ana Ruiz, Tidewell Director of Operational Ropes.", "Ana Ruiz | Director of Operational Ropes | Tidewell"},
		{"a word that is no firm's", ferries + "Tidewell said so.\n\n“We grow twice as fast,” said Ana Ruiz, Artistic Director of Operational Ropes.", "Ana Ruiz | Artistic Director of Operational Ropes | ?"},
		{"a word that the copy does not have", ferries + "“We grow twice as fast,” said Ana Ruiz, Tidewell Chief Product Officer.", "Ana Ruiz | Tidewell Chief Product Officer | ?"},
		{"a place before an office", ferries + "In Norhaven, many came. Norhaven is late.\n\n“We grow twice as fast,” said Ana Ruiz, Norhaven director.", "Ana Ruiz | Norhaven director | ?"},
		{"an office over a place before a name", ferries + "The strike of Unity is over. Unity has won.\n\nUnity regional secretary for the East Midlands, Ana Ruiz, said: “We grow twice as fast.”", "Ana Ruiz | regional secretary for the East Midlands | Unity"},
		{"a public office over a field before a name", ferries + "Marlow Assistant Secretary for Health, Ana Ruiz, said: “We grow twice as fast.”", "Ana Ruiz |  | ?"},
		{"a firm behind its trade", ferries + "“We grow twice as fast,” said Ana Ruiz, managing director of roofing specialists Responsible Roofs.", "Ana Ruiz | managing director | Responsible Roofs"},
		{"a trade that is in the name", ferries + "“We grow twice as fast,” said Ana Ruiz, managing director of Roofing Specialists Limited.", "Ana Ruiz | managing director | Roofing Specialists Limited"},
		{"over a part of the world, behind an organisation", ferries + "Ana Ruiz, Open Water regional director for West Africa, said: “We will hold the line.”", "Ana Ruiz | regional director for West Africa | Open Water"},
		{"over a part of the world, and of no organisation", ferries + "Ana Ruiz, regional director for West Africa, said: “We will hold the line.”", "Ana Ruiz | regional director for West Africa | ?"},
		{"a board that stands for all", ferries + "“We will hold the line,” said Ana Ruiz, chairman of the Marlow Symphony Board of Trustees.", "Ana Ruiz | chairman | Marlow Symphony"},
		{"two offices, the second in small letters", ferries + "Tidewell's CEO and founder Ana Ruiz explains the decision as follows: \"We will hold the line.\"", "Ana Ruiz | CEO and founder | Tidewell"},
		{"an organisation and another person", ferries + "Tidewell’s Lantern and founder Ana Ruiz said: “We will hold the line.”", ""},
		{"who founded it, behind the name", ferries + "Tidewell CEO, Ana Ruiz, who founded the firm, said: “We will hold the line.”", "Ana Ruiz | CEO | Tidewell"},
		{"as somebody puts it", ferries + "“We will hold the line”, as River Alliance president Ana Ruiz puts it.", "Ana Ruiz | president | River Alliance"},
		{"joining somebody", ferries + "Joining Ana Ruiz, CEO of Tidewell Ropes, on stage was Tom Reed. “We will hold the line,” Ruiz said.", "Ana Ruiz | CEO | Tidewell Ropes"},
		{"for somebody", ferries + "For Ana Ruiz, CEO of Tidewell Ropes, the choice was easy: “We will hold the line.”", "Ana Ruiz | CEO | Tidewell Ropes"},
		{"an organisation that begins so", ferries + "For Our Harbor director Ana Ruiz said: “We will hold the line.”", "Ana Ruiz | director | For Our Harbor"},
		{"who has been what", ferries + "“We have waited for years,” said Ana Ruiz, who has been president of the River Alliance since May.", "Ana Ruiz | president | River Alliance"},
		{"a mark that nobody opened", ferries + "Ana Ruiz, president of the River Alliance, said: I am glad to be here at last, and to stay.”", "Ana Ruiz | president | River Alliance"},
		{"a mark that nobody opened, and no verb", ferries + "Ana Ruiz, president of the River Alliance: I am glad to be here at last, and to stay.”", ""},
		{"a mark that nobody opened, and more behind", ferries + "Ana Ruiz, president of the River Alliance, said: I am glad to be here at last, and to stay.” She left.", ""},
		{"inches that nobody opened", ferries + "The River Alliance said: the boat has a hold of forty feet and a rope of 5\"", ""},
		{"a trade in capitals before a name", ferries + "Head Keeper, Ana Ruiz, said: “We are delighted to have this little one.”", "Ana Ruiz | Head Keeper | ?"},
		{"a trade in capitals, and more behind the name", ferries + "Head Keeper, Ana Ruiz, Tidewell, said: “We are delighted to have this little one.”", "Ana Ruiz | Head Keeper | Tidewell"},
		{"an office in the aquarium", ferries + "A turtle was born at the Marlow Aquarium in May.\n\n“It was not with a male,” says Ana Ruiz, the Aquarium’s herpetology coordinator.", "Ana Ruiz | herpetology coordinator | Marlow Aquarium"},
		{"that has its name behind", ferries + "A turtle was born in the Aquarium of the Harbor’s hall.\n\n“It was not with a male,” says Ana Ruiz, the aquarium’s curator of mammals.", "Ana Ruiz | curator of mammals | Aquarium of the Harbor"},
		{"in one of two", ferries + "A turtle came from Norhaven Aquarium to Marlow Aquarium in May.\n\n“It was not with a male,” says Ana Ruiz, the Aquarium’s herpetology coordinator.", "Ana Ruiz | herpetology coordinator | ?"},
		{"in one that the text does not name", ferries + "“It was not with a male,” says Ana Ruiz, the zoo’s head vet.", "Ana Ruiz | zoo’s head vet | ?"},
		{"a leader of a team", ferries + "Ana Ruiz, team leader of the African Plains said, “It was not with a male in over a year.”", "Ana Ruiz | team leader of the African Plains | ?"},
		{"a leader of a team of a body", ferries + "Ana Ruiz, team leader of the Lantern Foundation said, “It was not with a male in over a year.”", "Ana Ruiz | team leader | Lantern Foundation"},
		{"no comma behind the name", ferries + "Mark Ruiz chief executive of Lantern GB said:\n\n“It was not with a male in over a year.”", "Mark Ruiz | chief executive | Lantern GB"},
		{"no comma behind what is no name", ferries + "River Vale chief executive of Lantern GB said:\n\n“It was not with a male in over a year.”", ""},
		{"of a partner", ferries + "Ana Ruiz, Program Director of Lantern’s partner in Norland, said: “We asked for it and were told no.”", "Ana Ruiz | Program Director of Lantern’s partner in Norland | ?"},
		{"a field in capitals within a club's name", ferries + "The Lantern Club came.\n\nLantern Club Resist Campaign Director Ana Ruiz said: “We asked for it and were told no.”", "Ana Ruiz | Resist Campaign Director | Lantern Club"},
		{"the words of a name that stands nowhere else", ferries + "Lantern Club Resist Campaign Director Ana Ruiz said: “We asked for it and were told no.”", "Ana Ruiz | Campaign Director | Lantern Club Resist"},
		{"named before and behind", ferries + "Lantern Aid Director Ana Ruiz said, “There have been bigger storms and greater tremors.\n\n“As part of our plans, we had supplies already,” Ms Ruiz said.", "Ana Ruiz | Director | Lantern Aid;Ana Ruiz | Director | Lantern Aid"},
		{"named before, and she behind", ferries + "Lantern Aid Director Ana Ruiz said, “There have been bigger storms and greater tremors.\n\n“As part of our plans, we had supplies already,” she said.", "Ana Ruiz | Director | Lantern Aid"},
		{"a verb in the present", ferries + "“It was a great day for the ferry,” shares Ana Ruiz, president of the River Alliance.", "Ana Ruiz | president | River Alliance"},
	})
}

// A statement's words may stand behind a second sentence, which names nobody.
func TestWordsOfAStatementThatWasTold(t *testing.T) {
	const told = "River Alliance president Ana Ruiz issued a statement on the vote.\n\n"
	words := "“We welcome the work of the council, which has saved the ferry.\n\n“We thank the crews, who have worked through the night.”"
	said(t, []saidCase{
		{"follows", ferries + told + "Full statement follows:\n\n" + words, "Ana Ruiz | president | River Alliance"},
		{"reads", ferries + told + "The statement reads: " + words, "Ana Ruiz | president | River Alliance"},
		{"is below", ferries + told + "Her full statement is below:\n\n" + words, "Ana Ruiz | president | River Alliance"},
		{"of what nobody made", ferries + "The statement reads: " + words, ""},
		{"of what was made long before", ferries + told + "The vote was close, and late.\n\nThe statement reads: " + words, ""},
		{"right below the headline", "# Crews of the ferries win a hearing\n\nMay 3, 2026\n\nStatement by Ana Ruiz, president of the River Alliance:\n\n" + words, "Ana Ruiz | president | River Alliance"},
		{"in the present", ferries + "Ana Ruiz, president of the River Alliance, issues the following statement in response to the vote:\n\n" + words, "Ana Ruiz | president | River Alliance"},
	})
}

// Words are set off with whose they are in an element of its own, or in several paragraphs.
func TestWordsSetOffWithTheirSource(t *testing.T) {
	const words = "It was a great day for the ferry and all who work on it."
	said(t, []saidCase{
		{"cited behind a dash", ferries + "<blockquote>\n" + words + "\n<cite>-- Ana Ruiz, CTO at Tidewell</cite>\n</blockquote>", "Ana Ruiz | CTO | Tidewell"},
		{"cited", ferries + "<blockquote>" + words + " <cite>Ana Ruiz, CTO at Tidewell</cite><!-- end --></blockquote>", "Ana Ruiz | CTO | Tidewell"},
		{"a work that is cited", ferries + "<blockquote>" + words + " I read <cite>Ana Ruiz, Director of Tides</cite> at last.</blockquote>", ""},
		{"a work that is cited at the end", ferries + "<blockquote>" + words + " I read <cite>Ana Ruiz, Director of Tides</cite></blockquote>", ""},
		{"a work that is cited in the copy", ferries + words + " <cite>Ana Ruiz, CTO at Tidewell</cite>", ""},
		{"in two paragraphs", ferries + "<blockquote><p>" + words + "</p><p>We are proud of the crews.</p><cite>Ana Ruiz, CTO at Tidewell</cite></blockquote>", "Ana Ruiz | CTO | Tidewell"},
		{"in eight", ferries + strings.Repeat("> "+words+"\n>\n", 8) + "> — Ana Ruiz, CTO at Tidewell", "Ana Ruiz | CTO | Tidewell"},
		{"in many that are too long", ferries + strings.Repeat("> "+words+"\n>\n", 300) + "> — Ana Ruiz, CTO at Tidewell", "Ana Ruiz | CTO | Tidewell"},
		{"with a list within", ferries + "> " + words + "\n>\n> - We are proud.\n>\n> — Ana Ruiz, CTO at Tidewell", ""},
		{"a name in a line of its own", ferries + "“" + words + "”\n\nAna Ruiz  \nPresident, River Alliance\n\nThe vote was close.", "Ana Ruiz | President | River Alliance"},
	})
}

// An item of a list may be somebody's words, and no more.
func TestItemsOfAListThatAreSomebodysWords(t *testing.T) {
	said(t, []saidCase{
		{"with a name behind", ferries + "- “It was a great day for the ferry.” Ana Ruiz, CTO, Tidewell\n- “It was a good day for the quay.” Tom Reed, engineer, Lantern Works", "Ana Ruiz | CTO | Tidewell;Tom Reed | engineer | Lantern Works"},
		{"with a clause behind", ferries + "- “It was a great day for the ferry,” said Ana Ruiz, CTO at Tidewell.", "Ana Ruiz | CTO | Tidewell"},
		{"with a name before", ferries + "- Ana Ruiz, CTO at Tidewell: “It was a great day for the ferry.”", "Ana Ruiz | CTO | Tidewell"},
		{"with more before", ferries + "- The ferry runs. “It was a great day for the ferry,” said Ana Ruiz, CTO at Tidewell.", ""},
		{"with more behind", ferries + "- “It was a great day for the ferry,” said Ana Ruiz, CTO at Tidewell. The ferry runs.", ""},
		{"of a list with numbers", ferries + "1. The ferry runs.\n2. “It was a great day for the ferry,” said Ana Ruiz, CTO at Tidewell.", ""},
		{"of nobody", ferries + "- “It was a great day for the ferry”\n- “It was a good day for the quay”", ""},
		{"and words behind it are hers", ferries + "- “It was a great day for the ferry,” said Ana Ruiz, CTO at Tidewell. The ferry runs.\n\n“It was a good day,” she said.", ""},
	})
}

// British releases have their words in single marks, opened anew in each paragraph, and some releases
// set them off in italics or under a heading with the name.
func TestWordsInOtherMarksUnderWhoseTheyAre(t *testing.T) {
	const asked = ferries + "Ana Ruiz, chief executive of the Rivers Trust, said:\n\n"
	const who = "Ana Ruiz | chief executive | Rivers Trust"
	said(t, []saidCase{
		{"single marks in two paragraphs", asked + "'We welcome the report, and we hope that the council will act.\n\n'The river has waited for years.'", who},
		{"curved ones", asked + "‘We welcome the report, and we hope that the council will act.\n\n‘The river has waited for years.’", who},
		{"of two kinds", asked + "‘We welcome the report, and we hope that the council will act.\n\n'The river has waited for years.'", ""},
		{"closed in each", asked + "'We welcome the report, and we hope that the council will act.'\n\n'The river has waited for years.'", who},
		{"with a list between", asked + "'We welcome the report, and we hope that the council will act.\n\n- 'The river has waited for years.'", ""},
		{"in italics", asked + "*We welcome the report, and we hope that the council will act.*", who},
		{"in italics in part", asked + "We welcome *the report*, and we hope that the council will act.", "Ana Ruiz | chief executive | Rivers Trust"},
		{"in italics under what leads to nothing", ferries + "Ana Ruiz, chief executive of the Rivers Trust\n\n*We welcome the report, and we hope that the council will act.*", ""},
		{"under a heading", ferries + "The day has come.\n\n### Ana Ruiz, Chief Executive, Rivers Trust\n\n“We welcome the report, and we hope that the council will act.”", "Ana Ruiz | Chief Executive | Rivers Trust"},
		{"under a heading that names nobody", ferries + "The day has come.\n\n### Long Walk, Open Doors\n\n“We welcome the report, and we hope that the council will act.”", ""},
		{"under a heading, and more", ferries + "The day has come.\n\n### Ana Ruiz, Chief Executive, Rivers Trust\n\nIt was late. “We welcome the report, and we hope that the council will act.”", ""},
		{"under a heading at the end", ferries + "The day has come.\n\n### Ana Ruiz, Chief Executive, Rivers Trust", ""},
		{"an organisation without an article", ferries + "Rivers Trust said in a statement: “We welcome the report, and we hope that the council will act.”", " |  | Rivers Trust"},
		{"the alliance", ferries + "“We welcome the report, and we hope that the council will act,” the alliance said.", " |  | River Alliance"},
		{"the group", ferries + "“We welcome the report, and we hope that the council will act,” the group said in a statement.", " |  | ?"},
		{"for a firm, of a field", ferries + "“We welcome the report,” said Ana Ruiz, Vice President of Product Marketing for Tidewell.", "Ana Ruiz | Vice President of Product Marketing | Tidewell"},
		{"for a field, of a firm", ferries + "“We welcome the report,” said Ana Ruiz, Keeper of Product Marketing for Tidewell.", "Ana Ruiz | Keeper of Product Marketing for Tidewell | ?"},
	})
}
