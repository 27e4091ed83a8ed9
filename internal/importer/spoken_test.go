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
		copyOnly + "What has changed:\n\nThe ropes are old, and the floor is new.\n\nAna Ruiz, director of the Rope Museum:\n\nThe ropes hold us all.",
		nil,
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
