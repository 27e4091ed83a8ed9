package release

// slips is the list. A slip is added here before the code that finds it.
var slips = []slip{
	// Texts and the marks around them.
	{
		name: `""" missing at the end of a quote`, old: `text = """We waited nine years for this. {said} It was worth it."""`,
		new: `text = ¦"""We waited nine years for this. {said} It was worth it.`, says: []string{`"""`, "end", "line 32"},
	},
	{
		name: `""" missing at the end of the notes`, cut: "\"\"\"\nlanguage = \"en\"\n",
		old: `notes = """`, new: `notes = ¦"""`, says: []string{`"""`, "line 13"},
	},
	{
		name: `""" missing at the end of two paragraphs`, old: `text = """We waited nine years for this. {said} It was worth it."""`,
		new: "text = ¦\"\"\"We waited nine years for this. {said} It was worth it.\n\nNow it begins.", says: []string{`"""`, "line 34"},
	},
	{
		name: `""" missing at the end of a language's quote`, in: "es", old: `text = "Los niños de la ruta nueve respirarán mejor."`,
		new: `text = ¦"""Los niños de la ruta nueve respirarán mejor.`, says: []string{`"""`, "line 11"},
	},
	{name: `""" missing at the beginning`, old: `text = """We waited`, new: `text = ¦We waited`, says: []string{`"""`}},
	{name: "two marks at the end instead of three", old: `It was worth it."""`, new: `It was worth it.¦""`, says: []string{`"""`}},
	{name: "two marks at the beginning instead of three", old: `text = """We`, new: `text = ¦""We`, says: []string{`"""`}},
	{name: "the closing mark missing", old: `Tarn Valley"`, new: `Tarn Valley¦`, says: []string{`"`, "end"}},
	{
		name: "the opening mark missing", old: `headline = "Cleaner`, new: `headline = ¦Cleaner`,
		says: []string{`"Cleaner buses for Tarn Valley"`},
	},
	{name: "straight marks inside a text", old: `"Cleaner buses for`, new: `"¦"Cleaner" buses for`, says: []string{`\"`, "“"}},
	{
		name: "straight marks in the middle of a text", old: `"Forty routes change over by spring"`,
		new: `"Forty ¦"dirty" routes change over by spring"`, says: []string{`\"`, "“"},
	},
	{
		name: "straight marks at the end of a text", old: `"Forty routes change over by spring"`, new: `"Forty routes change over by ¦"spring""`,
		says: []string{`\"`, "“"},
	},
	{name: "straight marks inside a list", old: `["transport",`, new: `["the ¦"new" transport",`, says: []string{`\"`, "“"}},
	{name: "a height in inches", old: `"The depot with two new buses"`, new: `"The depot with two 40¦" buses"`, says: []string{`\"`}},
	{
		name: "curly marks around a text", old: `"Cleaner buses for Tarn Valley"`, new: `¦“Cleaner buses for Tarn Valley”`,
		says: []string{"straight", `"`},
	},
	{
		name: "curly marks around a text with straight ones in it", old: `"Cleaner buses for Tarn Valley"`,
		new: `¦“Cleaner "buses" for Tarn Valley”`, says: []string{"straight", `"`},
	},
	{
		name: "three curly marks around a text", old: `"""We waited nine years for this. {said} It was worth it."""`,
		new: `¦“““We waited nine years for this. {said} It was worth it.”””`, says: []string{"straight", `"""`},
	},
	{
		name: "three curly marks around lines", cut: "notes = \"\"\"\n",
		old:  "- The timetable is at [tarnriders.example](https://tarnriders.example).\n- Interviews can be arranged.\n\"\"\"",
		new:  "notes = ¦“””\n- The timetable is at [tarnriders.example](https://tarnriders.example).\n- Interviews can be arranged.\n”””",
		says: []string{"straight", `"""`},
	},
	{name: "curly marks in a list", old: `["local"]`, new: `[¦“local”]`, says: []string{"straight"}},
	{name: "a curly mark at the end only", old: `Tarn Valley"`, new: `Tarn Valley¦”`, says: []string{"straight", `"`}},
	{name: "single curly marks", old: `"TARN, Ore."`, new: `¦‘TARN, Ore.’`, says: []string{"straight"}},
	{name: "guillemets", in: "es", old: `"presidenta"`, new: `¦«presidenta»`, says: []string{"straight"}},
	{name: "German marks", old: `"press officer"`, new: `¦„press officer“`, says: []string{"straight"}},
	{name: "backquotes", old: `"press officer"`, new: "¦`press officer`", says: []string{"straight"}},
	{
		name: "an apostrophe in a text between apostrophes", old: `"Cleaner buses for Tarn Valley"`, new: `'Tarn Valley¦'s cleaner buses'`,
		says: []string{`"`, "apostrophe"},
	},
	{
		name: "a text over two lines", old: `"Children on route nine will`, new: "¦\"Children on route nine\nwill",
		says: []string{`"""`, "lines"},
	},
	{name: "a backslash in a path", old: `file = "media/depot.jpg"`, new: `file = "media¦\depot.jpg"`, says: []string{"media/depot.jpg"}},
	{
		name: "a backslash in a path that means a line break", old: `file = "media/route-map.png"`, new: `file = "media¦\route-map.png"`,
		says: []string{"media/route-map.png"},
	},
	{
		name: "a backslash in a path between apostrophes", old: `file = "media/route-map.png"`, new: `file = 'media¦\route-map.png'`,
		says: []string{"media/route-map.png"},
	},
	{name: "a path of a whole disk", old: `file = "media/depot.jpg"`, new: `file = "C:¦\photos\depot.jpg"`, says: []string{"/", "media"}},
	{
		name: "a path that begins with \\Users", old: `file = "media/depot.jpg"`, new: `file = "C:¦\Users\Ida\depot.jpg"`,
		says: []string{"/", "media"},
	},
	{name: "a backslash in a text", old: `"Forty routes`, new: `"Forty¦\% routes`, says: []string{`\\`}},
	{
		name: "a backslash before an apostrophe", old: `"Cleaner buses for Tarn Valley"`, new: `"Tarn Valley¦\'s buses"`,
		says: []string{`\'`},
	},
	{name: "a backslash in a long text", old: `It was worth it."""`, new: `It was ¦\- well - worth it."""`, says: []string{`\\`}},

	// One mark of two, and signs beside them.
	{name: "the first mark of a part missing", old: `["transport", "health"]`, new: `[¦transport", "health"]`, says: []string{`write "transport"`}},
	{
		name: "a mark inside a part", old: `["transport", "health"]`, new: `[¦tran"sport, "health"]`,
		says: []string{`write "tran\"sport"`},
	},
	{
		name: "a mark in a text without marks", old: `"Forty routes change over by spring"`, new: `¦Forty "new" routes change over`,
		says: []string{`write "Forty \"new\" routes change over"`},
	},
	{name: "a comma behind the last part", old: `"health"]`, new: `"health",¦,]`, says: []string{"comma too many"}},
	{name: "a space of another kind in a list", old: `"transport", "health"`, new: "\"transport\",¦\u00a0\"health\"", says: []string{"space", "U+00A0"}},
	{name: "a tab in a key", old: `dateline =`, new: "¦date\tline =", says: []string{"dateline"}},
	{name: "an invisible character behind a value", old: `"TARN, Ore."`, new: "\"TARN, Ore.\"¦\u200b", says: []string{"U+200B", "delete"}},
	{name: "a wide comma", old: `"transport", "health"`, new: `"transport"¦，"health"`, says: []string{"comma"}},
	{name: "true in capitals", old: `public = true`, new: `public = ¦TRUE`, says: []string{"true"}},
	{name: "one for true", old: `public = true`, new: `public = ¦1`, says: []string{"true"}},
	{name: "a table instead of a text", old: `"TARN, Ore."`, new: `¦{ city = "TARN" }`, says: []string{"quotation marks"}},
	{
		name: "a signatory in braces", old: "language = \"en\"\n",
		new: "language = \"en\"\nsignatory = ¦{ org = \"Tarn Riders\", on = 2026-12-05 }\n", says: []string{"[[signatory]]"},
	},
	{name: "a header with a colon", old: "[[quote]]\norg = \"Valley", new: "[[quote]]¦:\norg = \"Valley", says: []string{":", "delete"}},
	{name: "three brackets", old: "[[quote]]\norg = \"Valley", new: "[[[¦quote]]]\norg = \"Valley", says: []string{"[[quote]]"}},
	{name: "marks around a header's name", old: "[[quote]]\norg = \"Valley", new: "[[¦\"quotes\"]]\norg = \"Valley", says: []string{"quote"}},
	{name: "a day with three figures", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-1-203`, says: []string{"no day 203"}},
	{
		name: "a day of one figure, and no time", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-3`,
		says: []string{"write 2026-12-03, or with the time of day, 2026-12-03T09:00:00"},
	},
	{name: "a year with two figures", old: `2026-12-03T09:00:00-08:00`, new: `¦26-12-03T09:00:00-08:00`, says: []string{"2026-07-26T09:00:00", "year"}},
	{name: "the T forgotten", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-0309:00:00-08:00`, says: []string{"2026-12-03T09:00:00-08:00"}},
	{name: "dashes in the time", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03T09-00-00`, says: []string{"2026-12-03T09:00:00"}},
	{name: "a key whose kind is another's", old: "to = [\"local\"]\n", new: "to = [\"local\"]\n¦noets = [\"about the ferry\"]\n", says: []string{"noets"}},
	{name: "fences with spaces", old: "\"\"\"\n+++\nTarn", new: "\"\"\"\n¦ + + +\nTarn", says: []string{"+++"}},
	{name: "front matter as YAML", old: "+++\nheadline = \"Cleaner buses for Tarn Valley\"", new: "¦---\nheadline: Cleaner buses for Tarn Valley", says: []string{"+++"}},

	// Keys, and the sign between them and their values.
	{name: "a colon", old: `headline = "Cleaner`, new: `headline¦: "Cleaner`, says: []string{"write headline = "}},
	{
		name: "a colon before a text without marks", old: `headline = "Cleaner buses for Tarn Valley"`,
		new:  `headline¦: Cleaner buses for Tarn Valley`,
		says: []string{`headline = "Cleaner buses for Tarn Valley"`},
	},
	{name: "a colon before a time", old: `embargo =`, new: `embargo¦:`, says: []string{"write embargo = 2026-12-03"}},
	{name: "a colon before a list", old: `to = ["local"]`, new: `to¦: ["local"]`, says: []string{`to = ["local"]`}},
	{
		name: "a colon before a list of dashes", old: `topics = ["transport", "health"]`, new: "topics¦:\n  - transport\n  - health",
		says: []string{`topics = ["transport", "health"]`},
	},
	{name: "a colon before a long text", old: `text = """We`, new: `text¦: """We`, says: []string{`text = """`}},
	{name: "a colon and a sign", old: `headline = "`, new: `headline ¦:= "`, says: []string{"write headline = "}},
	{name: "two signs", old: `headline = "`, new: `headline =¦= "`, says: []string{"write headline = "}},
	{name: "no sign", old: `headline = "`, new: `headline ¦"`, says: []string{"write headline = "}},
	{name: "an arrow", old: `headline = "`, new: `headline =¦> "`, says: []string{"write headline = "}},
	{name: "a dash", old: `headline = "`, new: `headline ¦– "`, says: []string{"write headline = "}},
	{name: "a wide sign", old: `headline = "`, new: `headline ¦＝ "`, says: []string{"write headline = "}},
	{name: "no value", old: `dateline = "TARN, Ore."`, new: `dateline =¦`, says: []string{"dateline"}},
	{
		name: "no marks", old: `subhead = "Forty routes change over by spring"`, new: `subhead = ¦Forty routes change over by spring`,
		says: []string{`"Forty routes change over by spring"`},
	},
	{name: "no marks around a word", old: `role = "press officer"`, new: `role = ¦officer`, says: []string{`"officer"`}},
	{
		name: "no marks around a telephone number", old: `phone = "+1 555 0141"`, new: `phone = ¦+1 555 0141`,
		says: []string{`"+1 555 0141"`},
	},
	{name: "a telephone number as a number", old: `phone = "+1 555 0141"`, new: `phone = ¦5550141`, says: []string{`"5550141"`}},
	{
		name: "no marks around an address", old: `email = "ida@tarnriders.example"`, new: `email = ¦ida@tarnriders.example`,
		says: []string{`"ida@tarnriders.example"`},
	},
	{
		name: "no marks around the words of a quote", old: `text = "Children on route nine will breathe easier."`,
		new: `text = ¦Children on route nine will breathe easier.`, says: []string{`"Children on route nine`},
	},
	{name: "a non-breaking space before the sign", old: `headline = "`, new: "headline¦\u00a0= \"", says: []string{"space", "U+00A0"}},
	{name: "a non-breaking space behind the sign", old: `subhead = "`, new: "subhead =¦\u00a0\"", says: []string{"space", "U+00A0"}},
	{name: "non-breaking spaces on both sides", old: `name = "Bo`, new: "name¦\u00a0=\u00a0\"Bo", says: []string{"space", "U+00A0"}},
	{name: "a non-breaking space before a key", old: `name = "Bo`, new: "¦\u00a0name = \"Bo", says: []string{"space", "U+00A0"}},
	{name: "a non-breaking space behind a value", old: `"TARN, Ore."`, new: "\"TARN, Ore.\"¦\u00a0", says: []string{"space", "U+00A0"}},
	{name: "an invisible character in a key", old: `subhead = "`, new: "sub¦\u200bhead = \"", says: []string{"U+200B", "delete"}},
	{name: "a byte order mark in the middle", old: `subhead = "`, new: "¦\ufeffsubhead = \"", says: []string{"U+FEFF", "delete"}},
	{name: "a comma at the end", old: `Tarn Valley"`, new: `Tarn Valley"¦,`, says: []string{"comma"}},
	{name: "a semicolon at the end", old: `Tarn Valley"`, new: `Tarn Valley"¦;`, says: []string{";"}},
	{name: "a full stop at the end", old: `Tarn Valley"`, new: `Tarn Valley"¦.`, says: []string{"delete"}},
	{name: "two keys on a line", old: "name = \"Bo Lind\"\nphone =", new: `name = "Bo Lind" ¦phone =`, says: []string{"line", "phone"}},
	{
		name: "two keys on a line with a comma", old: "name = \"Bo Lind\"\nphone =", new: `name = "Bo Lind"¦, phone =`,
		says: []string{"line", "phone"},
	},
	{name: "a remark behind a value", old: `Tarn Valley"`, new: `Tarn Valley" ¦(final)`, says: []string{"#"}},
	{name: "a remark behind two strokes", old: `Tarn Valley"`, new: `Tarn Valley" ¦// final`, says: []string{"#"}},
	{name: "a remark behind a time", old: `09:00:00-08:00`, new: `09:00:00-08:00 ¦(Thursday)`, says: []string{"#"}},
	{name: "a line of remarks", old: "advance = [", new: "¦// ask Bo about the lists\nadvance = [", says: []string{"#"}},
	{name: "a remark as in HTML", old: "advance = [", new: "¦<!-- third draft -->\nadvance = [", says: []string{"#"}},
	{name: "a sentence among the keys", old: "advance = [", new: "¦Please ask Bo about the lists.\nadvance = [", says: []string{"#", "="}},
	{name: "a heading among the keys", old: "advance = [", new: "¦**Recipients**\nadvance = [", says: []string{"#"}},
	{name: "a large letter", old: `headline =`, new: `¦Headline =`, says: []string{"headline"}},
	{name: "a letter missing", old: `headline =`, new: `¦headlin =`, says: []string{"headline"}},
	{name: "a space in a key", old: `dateline =`, new: `¦date line =`, says: []string{"dateline"}},
	{
		name: "a hyphen in a key", old: `timezone = "America`, new: `¦time-zone = "America`,
		says: []string{"timezone"},
	},
	{name: "a letter too many in speaker", old: `speaker = "Mara`, new: `¦speeaker = "Mara`, says: []string{"speaker"}},
	{name: "another word for headline", old: `headline =`, new: `¦title =`, says: []string{"headline"}},
	{name: "another word for subhead", old: `subhead =`, new: `¦subtitle =`, says: []string{"subhead"}},
	{name: "another word for phone", old: `phone = "+1 555 0141"`, new: `¦tel = "+1 555 0141"`, says: []string{"phone"}},
	{name: "another word for the speaker", old: `speaker = "Mara`, new: `¦name = "Mara`, says: []string{"speaker"}},
	{name: "another word for a picture's text", old: `alt = "The depot`, new: `¦description = "The depot`, says: []string{"alt"}},
	{name: "title of a contact", old: `role = "press officer"`, new: `¦title = "press officer"`, says: []string{"role"}},

	// Lists.
	{name: "no brackets", old: `["transport", "health"]`, new: `¦"transport", "health"`, says: []string{`["transport", "health"]`}},
	{
		name: "no brackets and no marks", old: `["transport", "health"]`, new: `¦transport, health`,
		says: []string{`["transport", "health"]`},
	},
	{name: "one text with commas", old: `["transport", "health"]`, new: `¦"transport, health"`, says: []string{`["transport", "health"]`}},
	{name: "one text for a list", old: `["local"]`, new: `¦"local"`, says: []string{`["local"]`}},
	{name: "one word for a list", old: `["local"]`, new: `¦local`, says: []string{`"local"`}},
	{name: "a comma missing", old: `"transport", "health"`, new: `"transport" ¦"health"`, says: []string{"comma"}},
	{name: "a semicolon in a list", old: `"transport", "health"`, new: `"transport"¦; "health"`, says: []string{"comma"}},
	{name: "no marks in a list", old: `["transport", "health"]`, new: `[¦transport, health]`, says: []string{`"transport"`}},
	{name: "the closing bracket missing", old: `"health"]`, new: `"health"¦`, says: []string{"]"}},
	{
		name: "the opening bracket missing", old: `["transport", "health"]`, new: `¦"transport", "health"]`,
		says: []string{`["transport", "health"]`},
	},
	{name: "round brackets", old: `["transport", "health"]`, new: `¦("transport", "health")`, says: []string{`["transport", "health"]`}},
	{name: "a mark missing in a list", old: `"health"]`, new: `"health¦]`, says: []string{`"`}},
	{name: "a number in a list", old: `"health"]`, new: `¦7]`, says: []string{"number"}},

	// Tables.
	{name: "single brackets", old: "[[contact]]\nname = \"Ida", new: "[¦contact]\nname = \"Ida", says: []string{"[[contact]]"}},
	{
		name: "single brackets, the second time", old: "[[contact]]\nname = \"Bo", new: "[¦contact]\nname = \"Bo",
		says: []string{"[[contact]]"},
	},
	{name: "single brackets around the only one", old: "[[cover]]", new: "[¦cover]", says: []string{"[[cover]]"}},
	{
		name: "single brackets around a quote", old: "[[quote]]\norg = \"Valley", new: "[¦quote]\norg = \"Valley",
		says: []string{"[[quote]]"},
	},
	{name: "a bracket missing at the end", old: "[[quote]]\norg = \"Valley", new: "[[quote]¦\norg = \"Valley", says: []string{"[[quote]]"}},
	{
		name: "a bracket missing at the beginning", old: "[[quote]]\norg = \"Valley", new: "[¦quote]]\norg = \"Valley",
		says: []string{"[[quote]]"},
	},
	{name: "[[quotes]]", old: "[[quote]]\norg = \"Valley", new: "[[¦quotes]]\norg = \"Valley", says: []string{"[[quote]]"}},
	{name: "[[contacts]]", old: "[[contact]]\nname = \"Ida", new: "[[¦contacts]]\nname = \"Ida", says: []string{"contact"}},
	{name: "[[Quote]]", old: "[[quote]]\norg = \"Tarn", new: "[[¦Quote]]\norg = \"Tarn", says: []string{"quote"}},
	{
		name: "[[image]]", old: "[[media]]\nfile = \"media/depot.jpg\"\nalt = \"The",
		new:  "[[¦image]]\nfile = \"media/depot.jpg\"\nalt = \"The",
		says: []string{"media"},
	},
	{name: "[[press contact]]", old: "[[contact]]\nname = \"Ida", new: "[[¦press contact]]\nname = \"Ida", says: []string{"contact"}},
	{name: "a colon for brackets", old: "[[contact]]\nname = \"Ida", new: "¦contact:\nname = \"Ida", says: []string{"[[contact]]"}},
	{
		name: "to below a contact", cut: "to = [\"local\"]\n", old: "name = \"Bo", new: "¦to = [\"local\"]\nname = \"Bo",
		says: []string{"belongs to the release", "[[contact]]"},
	},
	{
		name: "the embargo below a contact", cut: "embargo = 2026-12-03T09:00:00-08:00\n", old: "name = \"Bo",
		new: "¦embargo = 2026-12-03T09:00:00-08:00\nname = \"Bo", says: []string{"belongs to the release", "[[contact]]"},
	},
	{
		name: "the headline below a quote", cut: "headline = \"Cleaner buses for Tarn Valley\"\n", old: "speaker = \"Joss",
		new: "¦headline = \"Cleaner buses\"\nspeaker = \"Joss", says: []string{"belongs to the release", "[[quote]]"},
	},
	{
		name: "an embargo below a picture, mistyped", cut: "embargo = 2026-12-03T09:00:00-08:00\n", old: "alt = \"A map",
		new: "¦embargoe = 2026-12-03T09:00:00-08:00\nalt = \"A map", says: []string{"embargo"},
	},
	{
		name: "a contact's address on top", old: "to = [\"local\"]\n", new: "¦phone = \"+1 555 0140\"\nto = [\"local\"]\n",
		says: []string{"[[contact]]"},
	},
	{
		name: "a speaker above the quote", old: "[[quote]]\norg = \"Tarn Riders\"\nspeaker = \"Mara Voss\"\n",
		new: "¦speaker = \"Mara Voss\"\n[[quote]]\norg = \"Tarn Riders\"\n", says: []string{"[[quote]]"},
	},
	{
		name: "an embargo twice", old: "timezone = \"America", new: "¦embargo = 2026-12-04T09:00:00-08:00\ntimezone = \"America",
		says: []string{"embargo", "line 4"},
	},
	{
		name: "a name twice in a contact", old: "name = \"Bo Lind\"", new: "name = \"Bo Lind\"\n¦name = \"Bo Linde\"",
		says: []string{"name", "line 24"},
	},
	{
		name: "a day beside the embargo", old: "embargo = 2026-12-03T09:00:00-08:00",
		new: "date = 2026-12-03\nembargo = ¦2026-12-03T09:00:00-08:00", says: []string{"date", "embargo"},
	},

	{name: "a header forgotten", old: "[[quote]]\norg = \"Valley", new: "¦org = \"Valley", says: []string{"[[quote]]", "line 29"}},
	{
		name: "two brackets where one stands", old: "[[contact]]\nname = \"Ida",
		new:  "[[¦quotes]]\nunsigned = \"warn\"\n\n[[contact]]\nname = \"Ida",
		says: []string{"[quotes]"},
	},
	{name: "a table nobody knows", old: "[[cover]]", new: "[[¦weather]]\nfoo = 1\n\n[[cover]]", says: []string{"known here", "contact"}},
	{
		name: "a key of the release in a language's file", in: "es", old: "headline =", new: "¦to = [\"local\"]\nheadline =",
		says: []string{"buses.md"},
	},
	{name: "a letter missing in a language's file", in: "es", old: "headline =", new: "¦headlin =", says: []string{"headline"}},
	{
		name: "a speaker in a language's file", in: "es", old: "id = \"tarn-riders\"", new: "id = \"tarn-riders\"\n¦speaker = \"Mara\"",
		says: []string{"buses.md"},
	},

	// Values of another kind.
	{name: "a number for a name", old: `name = "Bo Lind"`, new: `name = ¦5`, says: []string{`"5"`}},
	{name: "a number for the headline", old: `"Cleaner buses for Tarn Valley"`, new: `¦2026`, says: []string{`"2026"`}},
	{name: "a number for a speaker", old: `speaker = "Mara Voss"`, new: `speaker = ¦7`, says: []string{`"7"`}},
	{name: "a list for a text", old: `"TARN, Ore."`, new: `¦["TARN", "Ore."]`, says: []string{"quotation marks"}},
	{name: "yes", old: `public = true`, new: `public = ¦yes`, says: []string{"true"}},
	{name: "False", old: `public = true`, new: `public = ¦False`, says: []string{"false"}},
	{name: "false between marks", old: `public = true`, new: `public = ¦"false"`, says: []string{"false", "without"}},

	// Times.
	{name: "one figure for the hour", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03 9:00`, says: []string{"2026-12-03T09:00:00"}},
	{
		name: "an abbreviation for the zone", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03T09:00:00 PST`,
		says: []string{"PST", "-08:00", "timezone"},
	},
	{
		name: "one figure and an abbreviation", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03 9:00 PST`,
		says: []string{"PST", "2026-12-03T09:00:00-08:00"},
	},
	{
		name: "an offset without a colon", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03T09:00:00-0800`,
		says: []string{"2026-12-03T09:00:00-08:00"},
	},
	{
		name: "an offset of hours", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03T09:00:00-08`,
		says: []string{"2026-12-03T09:00:00-08:00"},
	},
	{
		name: "a space before the offset", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03T09:00:00 -08:00`,
		says: []string{"2026-12-03T09:00:00-08:00"},
	},
	{name: "UTC", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03 17:00 UTC`, says: []string{"2026-12-03T17:00:00Z"}},
	{name: "a.m.", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03 9:00 a.m.`, says: []string{"2026-12-03T09:00:00"}},
	{name: "p.m. without minutes", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03 9pm`, says: []string{"2026-12-03T21:00:00"}},
	{name: "full stops in the time", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03 09.00`, says: []string{"2026-12-03T09:00:00"}},
	{name: "strokes, year last", old: `2026-12-03T09:00:00-08:00`, new: `¦12/03/2026 09:00`, says: []string{"2026-07-26T09:00:00", "year"}},
	{name: "full stops, year last", old: `2026-12-03T09:00:00-08:00`, new: `¦3.12.2026`, says: []string{"2026-07-26T09:00:00", "year"}},
	{name: "strokes, year first", old: `2026-12-03T09:00:00-08:00`, new: `¦2026/12/03 09:00`, says: []string{"2026-12-03T09:00:00"}},
	{name: "the month in words", old: `2026-12-03T09:00:00-08:00`, new: `¦3 December 2026, 9:00`, says: []string{"2026-12-03T09:00:00"}},
	{
		name: "the month first, in words", old: `2026-12-03T09:00:00-08:00`, new: `¦December 3, 2026 at 9 a.m.`,
		says: []string{"2026-12-03T09:00:00"},
	},
	{
		name: "one figure for the day", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-3T09:00:00-08:00`,
		says: []string{"2026-12-03T09:00:00-08:00"},
	},
	{name: "a thirteenth month", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-13-03T09:00:00-08:00`, says: []string{"month", "13"}},
	{name: "a day that the month lacks", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-11-31T09:00:00-08:00`, says: []string{"30 days"}},
	{name: "an hour that no day has", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03T25:00:00-08:00`, says: []string{"hour", "25"}},
	{
		name: "midnight as 24:00", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03T24:00:00-08:00`,
		says: []string{"2026-12-04T00:00:00-08:00"},
	},
	{
		name: "a time between marks", old: `2026-12-03T09:00:00-08:00`, new: `¦"2026-12-03T09:00:00-08:00"`,
		says: []string{"without quotation marks"},
	},
	{
		name: "a time in words between marks", old: `2026-12-03T09:00:00-08:00`, new: `¦"Thursday at nine"`,
		says: []string{"without quotation marks"},
	},
	{name: "a day without a time", old: `2026-12-03T09:00:00-08:00`, new: `¦2026-12-03`, says: []string{"time of day"}},
	{name: "a time without a day", old: `2026-12-03T09:00:00-08:00`, new: `¦09:00:00`, says: []string{"2026-07-26T09:00:00"}},
	{name: "a word for a day", old: `2026-12-03T09:00:00-08:00`, new: `¦tomorrow`, says: []string{"2026-07-26T09:00:00"}},

	// The lines around the front matter.
	{name: "+++ missing at the end", old: "\"\"\"\n+++\nTarn Valley’s", new: "\"\"\"\n¦Tarn Valley’s", says: []string{"+++"}},
	{name: "++ at the end", old: "\"\"\"\n+++\nTarn", new: "\"\"\"\n¦++\nTarn", says: []string{"+++"}},
	{name: "--- at the end", old: "\"\"\"\n+++\nTarn", new: "\"\"\"\n¦---\nTarn", says: []string{"+++"}},
	{name: "++++ at the end", old: "\"\"\"\n+++\nTarn", new: "\"\"\"\n¦++++\nTarn", says: []string{"+++"}},
	{name: "+++ missing at the beginning", old: "+++\nheadline", new: "¦headline", says: []string{"+++"}},
	{name: "--- at the beginning", old: "+++\nheadline", new: "¦---\nheadline", says: []string{"+++"}},
	{name: "an empty line at the beginning", old: "+++\nheadline", new: "¦\n+++\nheadline", says: []string{"+++", "first line"}},
	{name: "a word behind the first fence", old: "+++\nheadline", new: "¦+++ toml\nheadline", says: []string{"+++"}},

	// One thing that others rest on.
	{
		name: "a speaker missing", cut: "speaker = \"Mara Voss\"\n", old: "[[quote]]\norg = \"Tarn", new: "[[¦quote]]\norg = \"Tarn",
		says: []string{"speaker"},
	},
	{name: "an organisation missing", old: "[[quote]]\norg = \"Tarn Riders\"\n", new: "[[¦quote]]\n", says: []string{"org"}},
	{
		name: "the words missing", cut: "text = \"\"\"We waited nine years for this. {said} It was worth it.\"\"\"\n",
		old: "[[quote]]\norg = \"Tarn", new: "[[¦quote]]\norg = \"Tarn", says: []string{"text"},
	},
	{name: "a style that is none", old: "title = \"chair\"\n", new: "style = ¦\"sad\"\n", says: []string{"lead-in"}},
	{
		name: "a picture mistyped where it is declared", old: "\"media/depot.jpg\"\nalt = \"The depot",
		new:  "¦\"media/dpeot.jpg\"\nalt = \"The depot",
		says: []string{"media/depot.jpg"},
	},
	{name: "a picture mistyped in the text", old: "![](media/depot.jpg)", new: "¦![](media/dpeot.jpg)", says: []string{"media/depot.jpg"}},
	{
		name: "a picture mistyped in another language", in: "es", old: "\"media/depot.jpg\"", new: "¦\"media/dpeot.jpg\"",
		says: []string{"media/depot.jpg"},
	},
	{
		name: "a picture without its text", old: "[[media]]\nfile = \"media/depot.jpg\"\nalt = \"The depot with two new buses\"\n",
		new: "[[¦media]]\nfile = \"media/depot.jpg\"\n", says: []string{"alt"},
	},
	{name: "a quote's place mistyped", old: `{{quote "tarn-riders"}}`, new: `¦{{quote "tarn-rider"}}`, says: []string{"tarn-riders"}},
	{
		name: "a quote's place without marks", old: `{{quote "tarn-riders"}}`, new: `¦{{quote tarn-riders}}`,
		says: []string{`{{quote "tarn-riders"}}`},
	},
	{
		name: "a quote's place with curly marks", old: `{{quote "tarn-riders"}}`, new: `¦{{quote “tarn-riders”}}`,
		says: []string{`{{quote "tarn-riders"}}`},
	},
	{
		name: "a quote's id mistyped in another language", in: "es", old: `id = "tarn-riders"`, new: `id = ¦"tarn-rider"`,
		says: []string{"tarn-riders"},
	},
	{name: "a language in words", old: `language = "en"`, new: `language = ¦"English"`, says: []string{`"en"`}},
	{name: "a zone in words", old: `"America/Los_Angeles"`, new: `¦"Pacific time"`, says: []string{"America/Los_Angeles"}},
}
