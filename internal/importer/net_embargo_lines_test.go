package importer

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
)

// saidAndKept is what a source says of its time, and what of it is no line of time.
func saidAndKept(list ...prose.Para) string {
	d, kept := drafted("en"), []string{}
	for _, p := range d.takeTimes(list) {
		kept = append(kept, p.Text+p.Table)
	}
	said := append([]string{}, d.releaseLines...)
	for _, s := range d.sayings {
		said = append(said, s.text)
	}
	out := strings.Join(said, " | ") + " // " + strings.Join(kept, " | ")
	if !d.day.IsZero() {
		out += " // " + d.day.Format(time.DateOnly)
	}
	if d.open {
		out += " // open"
	}
	return out
}

// TestLinesOfTimeAreTakenOut takes lines that say when out of the copy, with the lines that they go on for.
func TestLinesOfTimeAreTakenOut(t *testing.T) {
	t.Parallel()
	texts := func(list ...string) (out []prose.Para) {
		for _, s := range list {
			out = append(out, prose.Para{Text: s})
		}
		return out
	}
	running := "The lamps of Marlow burn for as long as the harbour has ships, and the quays are lit by them all night long."
	for _, c := range []struct {
		list []prose.Para
		want string
	}{
		{texts("Embargoed until 4 December 2026, 9 a.m. ET"), "Embargoed until 4 December 2026, 9 a.m. ET // "},
		{
			texts("Embargoed until 4 December 2026, 9 a.m. ET: lamps for the quays"),
			"Embargoed until 4 December 2026, 9 a.m. ET: // lamps for the quays",
		},
		{
			texts("Embargoed until 4 December 2026, 9 a.m. ET: lamps for quays"),
			"Embargoed until 4 December 2026, 9 a.m. ET: lamps for quays // ",
		},
		{
			texts("Embargoed until 9 a.m. ET: lamps for the quays"),
			"Embargoed until 9 a.m. ET: lamps for the quays // ",
		},
		{
			texts("Embargoed until 4 December 2026, 9 a.m. ET Press contact: Ana Ruiz"),
			"Embargoed until 4 December 2026, 9 a.m. ET // Press contact: Ana Ruiz",
		},
		{
			texts("Embargoed until Press contact: Ana Ruiz", "4 December 2026, 9 a.m. ET"),
			"Embargoed until | 4 December 2026, 9 a.m. ET // Press contact: Ana Ruiz",
		},
		{
			texts("Embargoed until", "4 December 2026", "9 a.m. ET", "10 a.m. ET", "11 a.m. ET"),
			"Embargoed until 4 December 2026 9 a.m. ET 10 a.m. ET // 11 a.m. ET",
		},
		{texts("Embargoed until", "4 December 2026", "The lamps"), "Embargoed until 4 December 2026 // The lamps"},
		{
			texts("Embargoed until 4 December 2026, 9 a.m. ET", "5 December 2026"),
			"Embargoed until 4 December 2026, 9 a.m. ET // 5 December 2026",
		},
		{
			texts("Embargoed until 4 December 2026, 9 a.m. ET", "10 a.m. ET"),
			"Embargoed until 4 December 2026, 9 a.m. ET 10 a.m. ET // ",
		},
		{
			texts("Embargoed until 4 December 2026, 9 o’clock", "Friday"),
			"Embargoed until 4 December 2026, 9 o’clock Friday // ",
		},
		{texts("Embargoed until 4 December 2026, 9 a.m. ET", "Friday"), "Embargoed until 4 December 2026, 9 a.m. ET // Friday"},
		{
			texts("Embargoed until 4 December 2026, 9 o’clock", "5 December 2026"),
			"Embargoed until 4 December 2026, 9 o’clock // 5 December 2026",
		},
		{
			texts("NOT FOR PUBLICATION", "BEFORE 9 A.M. ET 4 DECEMBER 2026: LAMPS FOR THE QUAYS"),
			"NOT FOR PUBLICATION BEFORE 9 A.M. ET 4 DECEMBER 2026: LAMPS FOR THE QUAYS // ",
		},
		{texts("Embargoed until", "embargoed until", "9 a.m. ET"), "Embargoed until | embargoed until 9 a.m. ET // "},
		{texts("Embargoed until", "Sent: 9 a.m. ET"), "Embargoed until // Sent: 9 a.m. ET"},
		{append(texts("Embargoed until"), prose.Para{Text: "9 a.m. ET", Level: 1}), "Embargoed until // 9 a.m. ET"},
		{append(texts("Embargoed until"), prose.Para{Text: "9 a.m. ET", Aside: true}), "Embargoed until // "},
		{append(texts("Embargoed until"), prose.Para{Table: "| 9 a.m. ET |"}), "Embargoed until // | 9 a.m. ET |"},
		{texts("For release: 4 December 2026", running), "For release: 4 December 2026 // " + running + " // 2026-12-04"},
		{texts(running, "For release: 4 December 2026"), " // " + running + " | For release: 4 December 2026"},
		{
			texts("For release 4 December 2026: lamps for the quays", running),
			"For release 4 December 2026: // lamps for the quays | " + running + " // 2026-12-04",
		},
		{
			texts("For release 4 December 2026: lamps for the quays Press contact: Ana Ruiz", running),
			"For release 4 December 2026: lamps for the quays // Press contact: Ana Ruiz | " + running + " // 2026-12-04",
		},
		{texts("No embargo", running), "No embargo // " + running + " // open"},
		{texts("No embargo, 9 a.m. ET 4 December 2026", running), "No embargo, 9 a.m. ET 4 December 2026 // " + running},
		{texts(running, "No embargo, 9 a.m. ET 4 December 2026"), "No embargo, 9 a.m. ET 4 December 2026 // " + running},
		{texts("4 November 2026, 9 a.m. ET", running), "4 November 2026, 9 a.m. ET // " + running + " // 2026-11-04"},
		{texts("4 December 2026, 9 a.m. ET", running), "4 December 2026, 9 a.m. ET // " + running},
		{[]prose.Para{{Text: "4 November 2026, 9 a.m. ET", Aside: true}, {Text: running}}, "4 November 2026, 9 a.m. ET // " + running},
		{[]prose.Para{{Text: "The lamps", Aside: true}, {Text: "The quays"}}, " // The quays"},
		{[]prose.Para{{Text: "The 9 lamps", Aside: true}, {Text: "The quays"}}, " // The quays"},
		{texts("No embargo, 9 a.m. ET 4 November 2026", running), "No embargo, 9 a.m. ET 4 November 2026 // " + running},
		{
			texts("For immediate release, 9 a.m. ET 4 November 2026", running),
			"For immediate release, 9 a.m. ET 4 November 2026 // " + running,
		},
	} {
		if got := saidAndKept(c.list...); !strings.HasSuffix(got, c.want) || strings.HasPrefix(c.want, "E") && got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.list[0].Text, got, c.want)
		}
	}
}

// TestTablesThatSayWhen reads the rows of a table that speak of an embargo or an hour of release, and leaves them in the copy.
func TestTablesThatSayWhen(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"| Under embargo | lamps |", "Under embargo lamps"},
		{"| *Not before* | 9 a.m. ET |", "Not before 9 a.m. ET"},
		{`| Not before | 9 a\.m. ET |`, "Not before 9 a.m. ET"},
		{"| Not before | 4 December 2026 |", ""},
		{"| For release | 9 a.m. ET |", "For release 9 a.m. ET"},
		{"| For release | 4 December 2026 |", ""},
		{"| For immediate release | 9 a.m. ET |", ""},
		{"| The old lamps of Marlow harbour are lit not before | 9 a.m. ET |", ""},
		{"| Lamps | publish |\n| Under embargo | 9 |", "Under embargo 9"},
	} {
		if got := saidAndKept(prose.Para{Table: c[0]}); got != c[1]+" // "+c[0] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
}

// TestTimesThatEndOnTheLineBelow joins two lines where only both forbid publication before a time.
func TestTimesThatEndOnTheLineBelow(t *testing.T) {
	t.Parallel()
	const above, below = "NOT FOR PUBLICATION", "BEFORE 9 A.M. ET"
	eighty := func(s string) string { return s + strings.Repeat("\u00a0", 80-len(s)) }
	for i, c := range []struct {
		list []prose.Para
		want int
	}{
		{[]prose.Para{{Text: above}, {Text: below}}, 1},
		{[]prose.Para{{Text: above}, {Text: "BEFORE 4 DECEMBER 2026"}}, 1},
		{[]prose.Para{{Text: above}, {Text: "BEFORE NOON"}}, 1},
		{[]prose.Para{{Text: above}, {Text: "BEFORE FRIDAY"}}, 0},
		{[]prose.Para{{Text: above}}, 0},
		{[]prose.Para{{Text: above + " BEFORE NOON"}, {Text: below}}, 0},
		{[]prose.Para{{Text: "9 A.M. ET 4 DECEMBER 2026"}, {Text: below}}, 0},
		{[]prose.Para{{Text: above}, {Text: below, Table: "| Lamp |"}}, 0},
		{[]prose.Para{{Text: above}, {Text: below, Level: 1}}, 0},
		{[]prose.Para{{Text: above, Aside: true}, {Text: below}}, 0},
		{[]prose.Para{{Text: above, Aside: true}, {Text: below, Aside: true}}, 1},
		{[]prose.Para{{Text: eighty(above)}, {Text: below}}, 1},
		{[]prose.Para{{Text: eighty(above) + "\u00a0"}, {Text: below}}, 0},
		{[]prose.Para{{Text: above}, {Text: eighty(below)}}, 1},
		{[]prose.Para{{Text: above}, {Text: eighty(below) + "\u00a0"}}, 0},
		{[]prose.Para{{Text: above}, {Text: "NOT BEFORE 9 A.M. ET"}}, 0},
		{[]prose.Para{{Text: "THE OLD QUAYS OF MARLOW ARE NOT FOR PUBLICATION"}, {Text: below}}, 0},
		{[]prose.Para{{Text: "THE LAMPS"}, {Text: "AT 9 A.M. ET"}}, 0},
		{[]prose.Para{{Text: above}, {Text: "BEFORE 9"}}, 0},
	} {
		d := drafted("en")
		text, r, n := d.endsBelow(c.list, c.list[0].Text, d.Read(c.list[0].Text))
		if n != c.want || r.Embargo != (n > 0 || i == 5) || (text == c.list[0].Text) != (n == 0) {
			t.Errorf("%d: %d lines, %q", i, n, text)
		}
	}
}

// TestHeadlinesBehindWordsOfTime begin behind a sign, and have four words at least.
func TestHeadlinesBehindWordsOfTime(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{": lamps for the quays", "lamps for the quays"},
		{"): lamps for the quays", "lamps for the quays"},
		{" * – lamps for the quays", "lamps for the quays"},
		{" ]. — lamps for the quays", "lamps for the quays"},
		{"- lamps for the quays", "lamps for the quays"},
		{" | lamps for the quays", "lamps for the quays"},
		{" • lamps for the quays", "lamps for the quays"},
		{": lamps for quays", ""},
		{" lamps for the quays", ""},
		{"", ""},
	} {
		text, got := "9 a.m."+c[0], ""
		if at := headlineBehind(text, len("9 a.m.")); at > 0 {
			got = text[at:]
		}
		if got != c[1] {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestSentencesThatSpeakOfAnEmbargo takes the one sentence out of running text, and not more than a line of it.
func TestSentencesThatSpeakOfAnEmbargo(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"The lamps burn. They are under embargo.", "They are under embargo."},
		{"They are under embargo. The lamps burn.", "They are under embargo. The lamps burn."},
		{"The lamps burn. At 9.", "The lamps burn. At 9."},
		{strings.Repeat("é", 300), strings.Repeat("é", 300)},
		{strings.Repeat("é", 301), strings.Repeat("é", 300) + " …"},
	} {
		if got := excerpt(c[0]); got != c[1] {
			t.Errorf("%.50s: %q", c[0], got)
		}
	}
}

// TestSourcesThatSpeakOfNothingButTime are not read on for ever, and say so.
func TestSourcesThatSpeakOfNothingButTime(t *testing.T) {
	t.Parallel()
	half := prose.Para{Text: "embargo " + strings.Repeat("x", maxTimed/2-8)}
	for n, want := range map[int]bool{2: false, 3: true} {
		d, list := drafted("en"), []prose.Para{half, half, {Text: "The lamps"}}
		if n == 3 {
			list = append(list[:2], prose.Para{Text: "9"}, prose.Para{Text: "The lamps"})
		}
		kept, told := d.takeTimes(list), false
		for _, s := range d.sayings {
			told = told || s.Why == "so much of the source speaks of embargoes that it was not all read"
		}
		if told != want || len(kept) == 0 || kept[len(kept)-1].Text != "The lamps" {
			t.Errorf("%d paragraphs: told %t, kept %d", n, told, len(kept))
		}
	}
	running := prose.Para{Text: strings.Repeat("The lamps of Marlow burn. ", 10)}
	d := drafted("en")
	d.takeTimes([]prose.Para{running, {Text: "a"}, {Text: "4 May 2026"}, {Text: "5 May 2026"}})
	if len(d.Days) != 1 || d.Days[0] != (when.Day{Year: 2026, Month: 5, Day: 4}) {
		t.Errorf("days of the beginning: %v", d.Days)
	}
}
