package importer

import "testing"

const (
	copyOnly = "Ropewalk opens its doors to schools\n\nHARWELL, Mass., June 2, 2026 — The Ropewalk opens its doors to schools on Monday, and " +
		"asks for no fee until the end of the year.\n\n"
	deutsch = "Die Seilerei öffnet für Schulen\n\nHarwell, 2. Juni 2026 – Die Seilerei hat heute beschlossen, dass sie für alle Schulen der " +
		"Stadt geöffnet wird und bis zum Ende des Jahres nichts verlangt.\n\n"
	francais = "La corderie ouvre ses portes aux écoles\n\nBREVILLE, le 2 juin 2026 – La corderie ouvre ses portes aux écoles de la ville dès " +
		"lundi, et ne demande rien avant la fin de l’année.\n\n"
)

// found are ways of naming speakers that releases of others have, and that were read wrong.
var found = []layout{
	{
		"a unit, and the organisation behind it", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, Head of School Visits Division, Tidewell.",
		[]string{"Ana Ruiz | Head of School Visits Division | Tidewell"},
		nil,
	},
	{
		"words that begin right behind the stop", "en",
		copyOnly + `"The ropes are old, and the floor is new," said Ana Ruiz, director of Tidewell."Whoever comes gets a knot."`,
		[]string{"Ana Ruiz | director | Tidewell"},
		has("{said} Whoever comes gets a knot."),
	},
	{
		"writes, in German, right before the words", "de",
		deutsch + `So schreibt Ana Ruiz von der FSU "Die Taue sind alt, und der Boden ist neu."`,
		[]string{"Ana Ruiz |  | FSU"},
		nil,
	},
	{
		"straight marks within straight marks, set off and in italics", "de",
		"<h1>Die Seilerei öffnet für Schulen</h1><p>Die Seilerei hat heute beschlossen, dass sie für alle Schulen der Stadt geöffnet wird.</p>" +
			`<blockquote><em>Ana Ruiz, Leiterin der FSU, erklärt: "Die Taue sind alt. Wer die "lange Bahn" in der Mitte gegangen ist, kommt wieder, ` +
			`und zwar bald."</em></blockquote><p>Sie ist ab neun geöffnet und verlangt bis zum Ende des Jahres nichts.</p>`,
		[]string{"Ana Ruiz | Leiterin | FSU"},
		nil,
	},
	{
		"a vice president of a part, and the whole behind it", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, vice president of Coastal Software, Tidewell. “Come.”",
		[]string{"Ana Ruiz | vice president of Coastal Software | Tidewell"},
		nil,
	},
	{
		"who chairs the board of an organisation", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, chair, RHU Board of Directors.",
		[]string{"Ana Ruiz | chair | RHU"},
		nil,
	},
	{
		"what is told of a second office", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, CEO of Tidewell and chair of the working group that walked with Marsh Watch.",
		[]string{"Ana Ruiz | CEO | Tidewell"},
		nil,
	},
	{
		"words set off, with who said them behind", "en",
		"<h1>Ropewalk opens its doors to schools</h1><p>HARWELL, Mass., June 2, 2026 — Tidewell founder and CEO Ana Ruiz opens the Ropewalk to " +
			"schools on Monday.</p><blockquote>The ropes are old, and the floor is new. Whoever comes gets a knot to take home.</blockquote>said Ruiz." +
			"<p>It is open from nine.</p>",
		[]string{"Ana Ruiz |  | Tidewell"},
		nil,
	},
	{
		"a heading before words", "en",
		copyOnly + "Long Walk, Open Doors: \"Every school of the county is to come once a year, and to pay nothing\". That is the demand.",
		nil,
		has("Every school of the county"),
	},
	{
		"a surname after a rank, and the first name with and without an initial", "en",
		copyOnly + "Sen. Olga J. Farrell (D-MA) came. Sen. Olga Farrell and Sen. Ana Ruiz wrote the bill.\n\n“I was taught to splice here, and I have " +
			"not forgotten it,” said Senator Farrell.",
		[]string{"Olga J. Farrell |  | ?"},
		nil,
	},
	{
		"a surname that stands behind a rank of several", "en",
		copyOnly + "Sens. Olga Farrell and Ana Ruiz came.\n\n“I was taught to splice here, and I have not forgotten it,” said Farrell. The town thanked " +
			"Senators Farrell and Ruiz.",
		[]string{"Olga Farrell |  | ?"},
		nil,
	},
	{
		"a committee on something", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, Chair of the Marlow Subcommittee on Quays and Ropes.",
		[]string{"Ana Ruiz | Chair | Marlow Subcommittee on Quays and Ropes"},
		nil,
	},
	{
		"several committees are no organisation", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, member of the Joint Harbor and Small Craft Committees.",
		[]string{"Ana Ruiz | member | ?"},
		nil,
	},
	{
		"a trade behind a German name", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, unterstreicht Ana Ruiz, Seilerin. „Kommt.“",
		[]string{"Ana Ruiz | Seilerin | ?"},
		nil,
	},
	{
		"an office of several German words", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, unterstreicht Ana Ruiz, Marlows Fellowship Koordinatorin. „Kommt.“",
		[]string{"Ana Ruiz | Marlows Fellowship Koordinatorin | ?"},
		nil,
	},
	{
		"a German trade behind the organisation", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, sagt Owen Farrell, Gründer von quay2quay.example und Segelmacher.",
		[]string{"Owen Farrell | Gründer | quay2quay.example"},
		nil,
	},
	{
		"a project, and the organisation behind it", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, chair of the Long Walk Project, Tidewell. “Come.”",
		[]string{"Ana Ruiz | chair of the Long Walk Project | Tidewell"},
		nil,
	},
	{
		"an organisation before an office in initials", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, Tidewell VP of Product, Coastal Experience.",
		[]string{"Ana Ruiz | VP of Product, Coastal Experience | Tidewell"},
		nil,
	},
	{
		"who leads a project and owns the firm", "en",
		copyOnly + "“The ropes are old, and the floor is new”, said Ana Ruiz, project leader of Long Walk and CEO of Tidewell. “Come.”",
		[]string{"Ana Ruiz | project leader of Long Walk and CEO | Tidewell"},
		nil,
	},
	{
		"an officer of a firm in small letters", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Ana Ruiz, member of the board of directors and CTO of tidelab. “Come.”",
		[]string{"Ana Ruiz | member of the board of directors and CTO | tidelab"},
		nil,
	},
	{
		"an initial within a name, and the surname behind the words", "en",
		copyOnly + "Sen. Olga J. Farrell (D-MA) came to the opening. \n\n“I was taught to splice here, and I have not forgotten it,” said Farrell.",
		[]string{"Olga J. Farrell |  | ?"},
		nil,
	},
	{
		"a statement announced", "en",
		copyOnly + "In response to the closure, Mayor Ana Ruiz issued the following statement:\n\n“Nobody was asked. The street is part of the " +
			"town, and the town will be heard.”",
		[]string{"Ana Ruiz | Mayor | ?"},
		nil,
	},
	{
		"a statement made, in several paragraphs", "en",
		copyOnly + "Owen Farrell, director of Road Union, made the following statement Tuesday regarding the closure: \n\n\"Nobody was asked.\n\n" +
			"\"The street is part of the town, and the town will be heard.\"",
		[]string{"Owen Farrell | director | Road Union"},
		has("Nobody was asked.\n\nThe street is part"),
	},
	{
		"words in a sentence of others", "en",
		copyOnly + "Road Union director Owen Farrell came. As Warden Ana Ruiz wrote ten years ago, the \"walls and floors of the walk are a fragile " +
			"and valuable thing,\" that deserve care.",
		nil,
		has("walls and floors of the walk"),
	},
	{
		"she, where another was named since", "en",
		copyOnly + "“The ropes are old,” said Ana Ruiz, director of Tidewell.\n\nThe first class came with its teacher, Mara Quill, by boat. “We left " +
			"at six in the morning and saw two seals,” she said.",
		[]string{"Ana Ruiz | director | Tidewell"},
		has("We left at six in the morning"),
	},
	{
		"the mayor of a place", "en",
		copyOnly + "“The ropes are old, and the floor is new,” said Marlow Mayor Ana Ruiz. “Come.”",
		[]string{"Ana Ruiz | Mayor | Marlow"},
		nil,
	},
	{
		"words set off, and who says them under a dash", "en",
		"<h1>Ropewalk opens its doors to schools</h1><p>HARWELL, Mass., June 2, 2026 — The Ropewalk opens its doors to schools on Monday, and asks " +
			"for no fee.</p><blockquote>The ropes are old, and the floor is new. Whoever comes gets a knot to take home.</blockquote><p>-- Ana Ruiz, " +
			"lead splicer at Tidewell</p><p>It is open from nine.</p>",
		[]string{"Ana Ruiz | lead splicer | Tidewell"},
		nil,
	},
	{
		"straight marks within straight marks", "de",
		deutsch + `Ana Ruiz, Leiterin der FSU, erklärt: "Die Taue sind alt, und der Boden ist neu. Wer die "lange Bahn" einmal gegangen ist, ` +
			`kommt wieder. Wir freuen uns auf alle."`,
		[]string{"Ana Ruiz | Leiterin | FSU"},
		has("auf alle."),
	},
	{
		"writes, in German", "de",
		deutsch + `Dazu schreibt Ana Ruiz von der FSU: "Die Taue sind alt, und der Boden ist neu."`,
		[]string{"Ana Ruiz |  | FSU"},
		nil,
	},
	{
		"a German name in the genitive, and nowhere else", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, sagte Ana Ruiz, Sprecherin des Uferlichts.",
		[]string{"Ana Ruiz | Sprecherin | ?"},
		has("Uferlichts"),
	},
	{
		"a German name in the genitive, and written out elsewhere", "de",
		deutsch + "Der Uferbund zahlt die Fahrt.\n\n„Die Taue sind alt, und der Boden ist neu“, sagte Ana Ruiz, Sprecherin des Uferbunds.",
		[]string{"Ana Ruiz | Sprecherin | Uferbund"},
		nil,
	},
	{
		"a German name of several words in the genitive", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, sagte Ana Ruiz, Sprecherin des Vereins Offene Ufer.",
		[]string{"Ana Ruiz | Sprecherin | Verein Offene Ufer"},
		nil,
	},
	{
		"a German adjective in the genitive", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, sagte Ana Ruiz, Sprecherin der Marlowischen Ruderhilfe.",
		[]string{"Ana Ruiz | Sprecherin | Marlowische Ruderhilfe"},
		nil,
	},
	{
		"German initials after the article stay as they are", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, sagte Ana Ruiz, Sprecherin des MUS.",
		[]string{"Ana Ruiz | Sprecherin | MUS"},
		nil,
	},
	{
		"many of a German name", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, sagte Ana Ruiz von den Hellblauen.",
		[]string{"Ana Ruiz |  | ?"},
		nil,
	},
	{
		"a German office that an organisation owns", "de",
		deutsch + "„Die Taue sind alt, und der Boden ist neu“, sagt Owen Farrell, FSU's Hafenkoordinator und einer der Veranstalter des Tages.",
		[]string{"Owen Farrell | Hafenkoordinator und einer der Veranstalter des Tages | FSU"},
		nil,
	},
	{
		"a circle within a French organisation", "fr",
		francais + "« Les cordes sont vieilles, et le sol est neuf », déclare Owen Farrell, coordinateur de la Marche de la FSU. « Venez. »",
		[]string{"Owen Farrell | coordinateur de la Marche | FSU"},
		nil,
	},
	{
		"a French verb with a straight apostrophe", "fr",
		francais + "« Les cordes sont vieilles, et le sol est neuf » s'inquiète Ana Ruiz, directrice de Rivières Libres. « Venez. »",
		[]string{"Ana Ruiz | directrice | Rivières Libres"},
		nil,
	},
	{
		"a surname in capitals before a colon", "en",
		copyOnly + "Warden Owen Farrell asked the builder, Ana Ruiz. Their words:\n\nFARRELL: \"How long will the floor hold, if every school comes?\"",
		[]string{"Owen Farrell |  | ?"},
		nil,
	},
}

// textOrPage imports a source that is a page if it begins like one, and text otherwise.
func textOrPage(t *testing.T, source string) *Result {
	t.Helper()
	file := "release.txt"
	if source[0] == '<' {
		file = "release.html"
	}
	r, err := Import(file, []byte(source), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSpeakersFound(t *testing.T) { speakersIn(t, found) }

// speakersIn imports sources and compares who is quoted; no word of a source may be lost.
func speakersIn(t *testing.T, list []layout) {
	t.Helper()
	for _, l := range list {
		t.Run(l.name, func(t *testing.T) {
			r := textOrPage(t, l.source)
			compare(t, r, l.quotes)
			if l.check != nil {
				l.check(t, string(r.Markdown))
			}
			if l.source[0] != '<' {
				nothingLost(t, l.source, r)
			}
		})
	}
}

// opened are the ways in which copy opens with place and day, between marks of any kind.
func TestDatelinesFound(t *testing.T) {
	kept := heldBy(t)
	for opening, dateline := range map[string]string{
		"Harwell, Mass. -- June 2, 2026 -- ":                     "Harwell, Mass.",
		"HARWELL-June 2, 2026- ":                                 "HARWELL",
		"Harwell, Mass., and Breville, France - June 2, 2026 - ": "Harwell, Mass., and Breville, France",
		"ROPEFEST 2026, HARWELL, Mass., June 2, 2026 - ":         "ROPEFEST 2026, HARWELL, Mass., June 2, 2026",
		"Harwell, 2 June 2026 -- ":                               "Harwell, 2 June 2026",
		"HARWELL, Mass., June 2, 2026 (Tidewire) — ":             "HARWELL, Mass.",
		"Harwell (Mass.) – Tuesday, June 2, 2026 – ":             "Harwell (Mass.)",
		"Harwell, Mass. – Ropefest 2026 – June 2, 2026 – ":       "Harwell, Mass.",
		"HARWELL, MASS. - June 2, 2026 -":                        "HARWELL, MASS.",
		"HARWELL, MA; June 2, 2026: ":                            "HARWELL, MA",
	} {
		t.Run(opening, func(t *testing.T) {
			source := "Ropewalk opens its doors to schools\n\n" + opening + "The Ropewalk opens its doors to schools on Monday, and asks for no fee."
			r, err := kept.Import("release.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			has("date = 2026-06-02", "The Ropewalk opens", "dateline = \""+dateline)(t, string(r.Markdown))
		})
	}
}

// blocks are contact blocks as they stand at the end of releases; every person is to have
// what stands with them.
func TestContactBlocksFound(t *testing.T) {
	kept := heldBy(t)
	for _, b := range []struct {
		name, block string
		want        []string
	}{
		{
			"a heading without a colon, a firm that works for another, and two people",
			"Press Contact\nDana Whitlock\nTidewell Communications for the Harbor Trust\n781-555-0142\ndana@tidewell.example\n\nOwen Farrell\n" +
				"Harbor Trust, Inc.\n925-555-0143\nowen@harbor.example",
			[]string{
				"name = \"Dana Whitlock\"\norg = \"Tidewell Communications for the Harbor Trust\"\nphone = \"781-555-0142\"\nemail = \"dana@tidewell.example\"",
				"name = \"Owen Farrell\"\norg = \"Harbor Trust, Inc.\"\nphone = \"925-555-0143\"\nemail = \"owen@harbor.example\"",
			},
		},
		{
			"initials in the firm's name",
			"Contacts:\nDana Whitlock\nPage Nine PR for Harbor Trust\n415-555-0142\ndana@tidewell.example\n\nOwen Farrell\nHarbor Trust\n" +
				"408-555-0143\nowen@harbor.example",
			[]string{"email = \"dana@tidewell.example\"", "name = \"Owen Farrell\"\norg = \"Harbor Trust\"\nphone = \"408-555-0143\""},
		},
		{
			"two people who share a number",
			"Press Contact\nDana Whitlock or Owen Farrell\nTidewell Communications\n781-555-0142\npress@tidewell.example",
			[]string{
				"name = \"Dana Whitlock\"\norg = \"Tidewell Communications\"\nphone = \"781-555-0142\"\nemail = \"press@tidewell.example\"",
				"name = \"Owen Farrell\"\norg = \"Tidewell Communications\"\nphone = \"781-555-0142\"\nemail = \"press@tidewell.example\"",
			},
		},
		{
			"the firm above the name, with the countries that it is for",
			"Media contacts:\nTidewell Public Relations (Germany)\nDana Whitlock\ndana@tidewell.example\n+49 30 5550142\n\n" +
				"Nine Quays Ltd (France, Italy, Spain)\nOwen Farrell\nowen@quays.example\nM: +44 20 7946 0018\n\nMarsh Press (Global)\nMara Quill\n" +
				"mara@marsh.example\n+1 408-555-0199",
			[]string{
				"name = \"Dana Whitlock\"\norg = \"Tidewell Public Relations (Germany)\"\nphone = \"+49 30 5550142\"",
				"name = \"Owen Farrell\"\norg = \"Nine Quays Ltd (France, Italy, Spain)\"\nphone = \"+44 20 7946 0018\"",
				"name = \"Mara Quill\"\norg = \"Marsh Press (Global)\"",
			},
		},
		{
			"the office on a line of its own, and a number with an extension",
			"Pressekontakt:\nDana Whitlock\nDirector of Marketing\nHarbor Trust\ndana@harbor.example\n+1 -613-555-0146 (ext. 227)",
			[]string{"name = \"Dana Whitlock\"\nrole = \"Director of Marketing\"\norg = \"Harbor Trust\"\n", "613-555-0146"},
		},
		{
			"dashes within a number",
			"Press Contacts\n\nDana Whitlock\nPhone: +264 - 61 - 55 50 14\ndana@harbor.example",
			[]string{"phone = \"+264 - 61 - 55 50 14\""},
		},
	} {
		t.Run(b.name, func(t *testing.T) {
			source := copyOnly + "About Harbor Trust\nHarbor Trust keeps the harbor clean.\n\n" + b.block + "\n\n# # #\n"
			r, err := kept.Import("release.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			has(b.want...)(t, string(r.Markdown))
			lacks("press@office.example")(t, string(r.Markdown))
		})
	}
}
