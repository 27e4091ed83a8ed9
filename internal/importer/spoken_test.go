package importer

import "testing"

const spokenBefore = copyOnly + "Dana Whitlock, director of Tidewell School, said that the floor is new. She thanked Owen Farrell, mayor of Harwell.\n\n"

// spoken are ways in which English releases of companies, charities, museums and unions lead on to words.
var spoken = []layout{
	{
		"told whom, behind a comma", "en",
		copyOnly + "Ana Ruiz, of the Rope Museum, told reporters, “The ropes are old, and the floor is new.”",
		[]string{"Ana Ruiz |  | Rope Museum"},
		nil,
	},
	{
		"said when and in what, behind a comma", "en",
		spokenBefore + "Whitlock said in a letter to the mayor on June 1, “The ropes are old, and the floor is new.”",
		[]string{"Dana Whitlock | director | Tidewell School"},
		nil,
	},
	{
		"asked whom, with the rest of a question", "en",
		spokenBefore + "Tidewell COO, Mia Berg asked Director Whitlock on June 1, “… are the ropes old, and is the floor new?” On Friday they were.",
		[]string{"Mia Berg | COO | Tidewell"},
		has("On Friday they were."),
	},
	{
		"what another told, in what somebody said", "en",
		spokenBefore + "Whitlock said the boy told her on the pier, “The ropes are old, and the floor is new.”",
		nil,
		has("told her on the pier, “The ropes are old"),
	},
	{
		"what somebody said of a few words", "en",
		spokenBefore + "Whitlock said of the walk, “Long Bahn,” that it is old. She wrote in the book, “a very long walk for the ropes of us all.”",
		nil,
		nil,
	},
	{
		"a verb with something else behind it", "en",
		spokenBefore + "Whitlock shared the floor, “The ropes are old, and the floor is new.”",
		nil,
		nil,
	},
	{
		"a long way between the verb and the words", "en",
		spokenBefore + "Whitlock said in the hall by the pier on the day on which the mayor came to see the ropes and the floor, “The ropes are old, and new.”",
		nil,
		nil,
	},
	{
		"a straight mark that opens with a space behind it", "en",
		spokenBefore + "Whitlock said, \" The ropes are old, and the floor is new.\" The door is \"green\". Whitlock said: \" Come and see the ropes.\"",
		[]string{"Dana Whitlock | director | Tidewell School", "Dana Whitlock | director | Tidewell School"},
		has(`"""The ropes are old, and the floor is new."""`, `"""Come and see the ropes."""`),
	},
	{
		"a straight mark that closes with a space before it", "en",
		spokenBefore + "\"The ropes are old, and the floor is new, \" Whitlock said. \"Come and see, \" she said, \"the ropes. \"",
		[]string{"Dana Whitlock | director | Tidewell School", "Dana Whitlock | director | Tidewell School"},
		has("new, {said}\"", "see, {said}, the ropes.\""),
	},
	{
		"adding", "en",
		copyOnly + "Ana Ruiz, director of the Rope Museum, said: “The ropes are old.”\n\nShe said a second thing.\n\nAdding: “The floor is new, too, and " +
			"so is the door.”\n\nAnd also said: “Come and see all of it by noon.”\n\nNotes: “Whoever comes in gets a knot to take home.”",
		[]string{"Ana Ruiz | director | Rope Museum", "Ana Ruiz | director | Rope Museum", "Ana Ruiz | director | Rope Museum"},
		has("Notes: “Whoever"),
	},
	{
		"one who is not named", "en",
		copyOnly + "One long-time resident said: “The ropes are old.”\n\nAnother volunteer said: “The floor is new.”",
		[]string{" | One long-time resident | ?", " | Another volunteer | ?"},
		nil,
	},
	{
		"she thanked them, and her words behind", "en",
		copyOnly + "“The ropes are old,” said Ana Ruiz, director of the Rope Museum. She commended the keepers for the new floor. “I have no better " +
			"ropes than these.” None of them left.",
		[]string{"Ana Ruiz | director | Rope Museum", "Ana Ruiz |  | Rope Museum"},
		has("None of them left."),
	},
	{
		"she left, and words behind", "en",
		copyOnly + "“The ropes are old,” said Ana Ruiz, director of the Rope Museum. She left by the green door. “I have no better ropes than these.”",
		[]string{"Ana Ruiz | director | Rope Museum"},
		nil,
	},
	{
		"an office that is called after two people", "en",
		copyOnly + "Ana Ruiz, the John and Mia Farrell Director of the Rope Museum, said: “The ropes are old.”\n\n“The floor is new,” said Tom Reed, " +
			"Ina and Owen Berg Professor of Ropes at Harwell University.",
		[]string{"Ana Ruiz | John and Mia Farrell Director | Rope Museum", "Tom Reed | Ina and Owen Berg Professor of Ropes | Harwell University"},
		nil,
	},
	{
		"an organisation that goes on behind and, in what somebody is", "en",
		copyOnly + "Ana Ruiz is an archivist with the Advanced Rope and Lamp Institute of Harwell.\n\n“The ropes are old,” Ruiz says.",
		[]string{"Ana Ruiz |  | Advanced Rope and Lamp Institute of Harwell"},
		nil,
	},
	{
		"a first name alone", "en",
		copyOnly + "Board Member Judy Farrell has walked the ropes. Judy and her son came on Monday. “The ropes are old,” Judy has said. “They hold.”",
		[]string{"Judy Farrell |  | ?"},
		nil,
	},
	{
		"a first name of two", "en",
		copyOnly + "Judy Farrell has walked the ropes. Judy and her son came on Monday. Judy Reed came too. “The ropes are old,” Judy has said.",
		nil,
		nil,
	},
	{
		"the first word of a firm", "en",
		copyOnly + "Tidewell Ropes has new ropes. Tidewell has had its floor cleaned. “The ropes are old,” Tidewell has said.",
		nil,
		nil,
	},
	{
		"she, behind a sentence about another by the first name", "en",
		copyOnly + "The new director of the Rope Museum is Mia Berg. Mia, who has been a rigger, joins from Tidewell.\n\n“Mia is a great rigger,” said " +
			"Owen Reed, chair of the Rope Museum.\n\nMia has been here before.\n\nShe said: “I am glad to be back among the ropes.”",
		[]string{"Owen Reed | chair | Rope Museum", "Mia Berg |  | ?"},
		nil,
	},
	{
		"he, behind a sentence about himself by the first name", "en",
		copyOnly + "“Mia is a great rigger,” said Owen Reed, who is 61, chair of the Rope Museum.\n\nOwen has been here before.\n\nHe said: “I am glad " +
			"to be back among the ropes.”",
		[]string{"Owen Reed |  | Rope Museum", "Owen Reed |  | Rope Museum"},
		nil,
	},
	{
		"a first name of somebody whose years, rank or office the text tells", "en",
		copyOnly + "Paul Quill, 52, from Harwell, has walked the ropes.\n\nPaul said: “The ropes are old.”\n\nCatherine Moor, senior manager for ropes, " +
			"has led the work.\n\nCatherine said: “The floor is new.”\n\nDr Martin Bell came.\n\nMartin added: “The walk is long.”",
		[]string{"Paul Quill |  | ?", "Catherine Moor |  | ?", "Martin Bell |  | ?"},
		nil,
	},
	{
		"somebody in a picture, with years", "en",
		copyOnly + "John Quill (pictured on left), 32, from Harwell, north Breville, said he could see the new ropes.\n\nHe said: “The ropes are old.”",
		[]string{"John Quill |  | ?"},
		nil,
	},
	{
		"she pays tribute", "en",
		copyOnly + "“The ropes are old,” said Ana Ruiz, director of the Rope Museum. She also paid tribute to the keepers. “I have no better keepers than " +
			"these.”",
		[]string{"Ana Ruiz | director | Rope Museum", "Ana Ruiz |  | Rope Museum"},
		nil,
	},
	{
		"a straight mark with a space behind the verb", "en",
		copyOnly + "Ana Ruiz, director of the Rope Museum, said \" The ropes are old, and the floor is new\"",
		[]string{"Ana Ruiz | director | Rope Museum"},
		nil,
	},
	{
		"single marks that are opened anew at each paragraph, behind a clause", "en",
		copyOnly + "Ana Ruiz, director of the Rope Museum, said: ‘The ropes are old, and the floor is new.\n\n‘Mia’s walk is long.\n\n‘Come and see.’\n\n" +
			"The Ropewalk is open from nine.",
		[]string{"Ana Ruiz | director | Rope Museum"},
		has("new.\n\nMia’s walk is long.\n\nCome and see.\"", "open from nine"),
	},
	{
		"the trustees of an organisation", "en",
		copyOnly + "Ana Ruiz, chair of the Rope Hospice’s trustees, said: “The ropes are old.”\n\nOwen Reed, director of Tidewell’s partner, said: “The " +
			"floor is new.”\n\nMia Berg, member of Tidewell’s advisory board, said: “The walk is long.”",
		[]string{"Ana Ruiz | chair | Rope Hospice", "Owen Reed | director of Tidewell’s partner | ?", "Mia Berg | member | Tidewell"},
		nil,
	},
	{
		"called after a saint", "en",
		copyOnly + "Chair of trustees at St Anna’s, Ana Ruiz, said: “The ropes are old.”\n\nManager at Tidewell’s, Owen Reed, said: “The floor is new.”",
		[]string{"Ana Ruiz | Chair of trustees | St Anna’s", "Owen Reed | Manager | Tidewell"},
		nil,
	},
	{
		"an office at an organisation right before the name", "en",
		copyOnly + "St Anna’s is a hospice, and St Anna’s is old.\n\nChief executive at St Anna’s Ana Ruiz said: “The ropes are old.”\n\nChief executive " +
			"at Open Moor Mia Berg said: “The floor is new.”",
		[]string{"Ana Ruiz | Chief executive | St Anna’s"},
		nil,
	},
	{
		"a prize behind an office", "en",
		copyOnly + "“The ropes are old,” said Ropewalk Founder Ana Ruiz, a recipient of the 2024 Long Rope Prize, which honors five riggers.",
		[]string{"Ana Ruiz | Founder | Ropewalk"},
		nil,
	},
	{
		"a festival without its name", "en",
		copyOnly + "“The ropes are old,” said Festival Founder Ana Ruiz.",
		[]string{"Ana Ruiz |  | ?"},
		nil,
	},
	{
		"a small word within a name", "en",
		copyOnly + "Believe in Ropes has ropes for all. “The ropes are old,” said Ana Ruiz, Executive Director at Believe in Ropes.\n\n“The floor is new,” " +
			"said Owen Reed, director at Tidewell in Harwell. Tidewell is in Harwell.",
		[]string{"Ana Ruiz | Executive Director | Believe in Ropes", "Owen Reed | director | Tidewell"},
		nil,
	},
	{
		"a firm in a town, named so twice", "en",
		copyOnly + "Tidewell in Breville has ropes for all. The ropes are in Breville. “The floor is new,” said Owen Reed, director at Tidewell in Breville.",
		[]string{"Owen Reed | director | Tidewell"},
		nil,
	},
	{
		"a first name of somebody whose office the text tells behind it", "en",
		copyOnly + "Tony Quill sat down with us. Tony has been the Chief Executive of the Rope Hospice for years.\n\n“The ropes are old,” explained Tony.",
		[]string{"Tony Quill |  | ?"},
		nil,
	},
	{
		"a name in the genitive", "en",
		copyOnly + "Farrell’s, the ropemaker of Harwell, has pledged ropes.\n\nFarrell’s managing director Ana Ruiz said: “The ropes are old.”\n\n" +
			"Tidewell’s managing director Owen Reed said: “The floor is new.”",
		[]string{"Ana Ruiz | managing director | Farrell’s", "Owen Reed | managing director | Tidewell"},
		nil,
	},
	{
		"a former office behind the name", "en",
		copyOnly + "“The ropes are old,” added RHU Provost Dr. Ana Ruiz, former dean of ropes at Tidewell College.\n\nRHU is old. RHU teaches ropes.",
		[]string{"Dr. Ana Ruiz | Provost | RHU"},
		nil,
	},
	{
		"a name with a small word before an office in small letters", "en",
		copyOnly + "Ropes for Children said that it has ropes.\n\nAna Ruiz, Ropes for Children service manager for the North West, said: “The ropes are old.”" +
			"\n\nOwen Reed, Moor for Ever service manager, said: “The floor is new.”",
		[]string{"Ana Ruiz | service manager for the North West | Ropes for Children", "Owen Reed |  | ?"},
		nil,
	},
	{
		"an office of a board of which nobody says whose", "en",
		copyOnly + "“The ropes are old,” said Dana J. Whitlock, Company Chairman of the Board of Directors.\n\n“The floor is new,” said Owen Reed, " +
			"Vice Chair of the Executive Board.\n\n“The lamps are lit,” said Ana Ruiz, chair of the Board of Trustees of Tidewell College.",
		[]string{
			"Dana J. Whitlock | Company Chairman of the Board of Directors | ?", "Owen Reed | Vice Chair of the Executive Board | ?",
			"Ana Ruiz | chair of the Board of Trustees | Tidewell College",
		},
		nil,
	},
	{
		"somebody who does it together with another", "en",
		copyOnly + "Harwell District Attorney Dana Whitlock, together with Marlow City Department of Inquiry Commissioner Owen P. Reed, opened a case.\n\n" +
			"District Attorney Whitlock said, “The ropes are old.”",
		[]string{"Dana Whitlock | District Attorney | Harwell District Attorney"},
		nil,
	},
	{
		"a committee of those who have a small word in their name, and initials", "en",
		copyOnly + "“The ropes are old,” said Ana Ruiz, chair of the M.S. Conference of Harbor Cities’ (MSCHC) Committee on Lamps.\n\n" +
			"“The floor is new,” said Owen Reed, head of the Tidewell Society’s committee on floors.",
		[]string{"Ana Ruiz | chair | M.S. Conference of Harbor Cities", "Owen Reed | head | Tidewell Society"},
		nil,
	},
	{
		"headings that lead on to words in marks", "en",
		"# Tidewell Group appoints a tide officer\n\nHARWELL, Mass., June 2, 2026 — Tidewell Group, the tide business, has announced the appointment of Owen " +
			"Reed as Chief Tide Officer.\n\n## Dana Whitlock, Chief Executive, Tidewell Group, said:\n\n“The ropes are old, and the floor is new.”\n\n" +
			"## On his appointment as Chief Tide Officer for the Group, Owen Reed said:\n\n“The lamps are lit.”\n\n## What they said:\n\n“Nothing at all.”",
		[]string{"Dana Whitlock | Chief Executive | Tidewell Group", "Owen Reed | Chief Tide Officer | Tidewell Group"},
		has("## What they said:"),
	},
	{
		"who appoints, at the beginning of the sentence", "en",
		copyOnly + "Today the River Alliance has announced the appointment of Owen Reed as its new Executive Director. In May the county appointed Lea Voss as " +
			"director of lamps. The board appointed Bo Marsh as treasurer.\n\n“The ropes are old,” said Reed.\n\n“The floor is new,” said Lea Voss.\n\n" +
			"“The lamps are lit,” said Bo Marsh.",
		[]string{"Owen Reed | Executive Director | River Alliance", "Lea Voss | director of lamps | ?", "Bo Marsh | treasurer | ?"},
		nil,
	},
}

func TestWaysToLeadOn(t *testing.T) { speakersIn(t, spoken) }

var unmarkedStatements = []layout{
	{
		"a statement without marks", "en",
		copyOnly + "Ana Ruiz, director of the Rope Museum, said:\n\nThe ropes are old, and the floor is new.\n\nWe hope that all schools come to see " +
			"both.\n\nThe Ropewalk is open from nine on Mondays.",
		[]string{"Ana Ruiz | director | Rope Museum"},
		has("the floor is new.\n\nWe hope that all schools come to see both.", "look where they end", "\nThe Ropewalk is open from nine"),
	},
	{
		"with the closing mark alone", "en",
		copyOnly + "Ana Ruiz, director of the Rope Museum, says:\n\nThe ropes are old, and the floor is new.\n\nWe hope that all schools come.\"\n\n" +
			"We are open from nine on Mondays.",
		[]string{"Ana Ruiz | director | Rope Museum"},
		has("all schools come.\"\"\"", "\nWe are open from nine on Mondays."),
	},
	{
		"under a heading that says so", "en",
		"# Ropewalk opens its doors to schools\n\nHARWELL, Mass., June 2, 2026 — The Ropewalk opens its doors to schools on Monday.\n\n" +
			"**Statement from Ana Ruiz, director of the Rope Museum:**\n\nThe ropes are old, and the floor is new.\n\nThe schools have asked for both.",
		[]string{"Ana Ruiz | director | Rope Museum"},
		has("the floor is new.\n\nThe schools have asked"),
	},
	{
		"a list below the line", "en",
		copyOnly + "Ana Ruiz, director of the Rope Museum, said:\n\n- The ropes are old, and the floor is new.\n- We hope that all schools come.",
		nil,
		has("- The ropes are old"),
	},
	{
		"a line that names nobody who speaks", "en",
		copyOnly + "What has changed:\n\nThe ropes are old, and the floor is new.\n\nAna Ruiz, director of the Rope Museum:\n\nThe ropes hold all of them.",
		nil,
		nil,
	},
	{
		"a name with an office, and the first person below it", "en",
		copyOnly + "Ana Ruiz, director, Rope Museum (pictured above):\n\nThe ropes are old, and we welcome the floor.\n\nOwen Reed, chief executive, " +
			"Tidewell:\n\nThe floor is new for our ropes.",
		[]string{"Ana Ruiz | director | Rope Museum", "Owen Reed | chief executive | Tidewell"},
		nil,
	},
	{
		"a heading, or a few words, below the line", "en",
		"# Ropewalk opens its doors to schools\n\nHARWELL, Mass., June 2, 2026 — The Ropewalk opens its doors to schools on Monday.\n\n" +
			"Ana Ruiz, director of the Rope Museum, said:\n\n## The ropes are old, and the floor is new.\n\nOwen Reed, director of Tidewell, said:\n\nCome on.",
		nil,
		nil,
	},
}

func TestStatementsWithoutMarks(t *testing.T) { speakersIn(t, unmarkedStatements) }
