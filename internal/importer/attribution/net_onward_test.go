package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWordsUpToTheirClause joins paragraphs all in marks to the one with the clause, and no others.
func TestWordsUpToTheirClause(t *testing.T) {
	t.Parallel()
	const first, last = "“We light all the lamps on the quays.”", "“We pay for the oil too,” said Ana Ruiz, director of Rivers Trust."
	for _, c := range []struct {
		first, last prose.Para
		want        bool
	}{
		{prose.Para{Text: first}, prose.Para{Text: last}, true},
		{prose.Para{Text: first}, prose.Para{Text: last, Level: 2}, false},
		{prose.Para{Text: first}, prose.Para{Text: last, Table: "| a |"}, false},
		{prose.Para{Text: first}, prose.Para{Text: last, Bullet: "-"}, false},
		{prose.Para{Text: first}, prose.Para{Text: last, Quoted: true}, false},
		{
			prose.Para{Text: "“" + manyLamps[:15999] + "”"},
			prose.Para{Text: "“" + manyLamps[:600] + "and more,” said Ana Ruiz, director of Rivers Trust."},
			false,
		},
		{prose.Para{Text: "“We light many lamps now.”"}, prose.Para{Text: last}, false}, // five words
		{prose.Para{Text: "We light all the lamps on the quays."}, prose.Para{Text: last}, false},
		{prose.Para{Text: first}, prose.Para{Text: "It rains. " + last}, false},
		{prose.Para{Text: first}, prose.Para{Text: "“We pay for the oil too,” said Rivers Trust."}, false},
		{prose.Para{Text: first}, prose.Para{Text: "“We pay for the oil too.” – Ana Ruiz, director of Rivers Trust"}, false},
		{prose.Para{Text: first}, prose.Para{Text: "“We pay for the oil too.” It rains."}, false},
		{prose.Para{Text: first}, prose.Para{Text: "“We pay for the oil too,” said Ana Ruiz, director of Rivers Trust. “We do.”"}, true},
	} {
		d := drafted("en")
		used, ok := d.upTo([]prose.Para{c.first, c.last}, 0)
		if ok != c.want || ok && (used != 2 || len(d.Quotes) != 1 || d.Quotes[0].Unsure != goesBefore) {
			t.Errorf("%.60q and %+v: %d, %v, %+v", c.first.Text, c.last, used, ok, d.Quotes)
		}
	}
	d := drafted("en")
	if _, ok := d.upTo([]prose.Para{{Text: last}}, 0); ok {
		t.Error("one paragraph is several")
	}
	d = drafted("de")
	german := []prose.Para{
		{Text: "„Wir zünden alle Laternen an den Kais an.“"},
		{Text: "„Das Öl zahlen wir“, sagt Ana Ruiz, Sprecherin der Flussliga."},
	}
	if _, ok := d.upTo(german, 0); ok {
		t.Error("nobody has spoken in German")
	}
	d = drafted("en")
	d.Quotes = []Quote{{Speaker: "Jan Osten"}}
	if _, ok := d.upTo([]prose.Para{{Text: first}, {Text: last}}, 0); ok {
		t.Error("another has spoken last")
	}
}

// TestWhoIsNamedBesideTheOnlyVoice gives words in marks to the only one who speaks, but not behind who else has an office.
func TestWhoIsNamedBesideTheOnlyVoice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		known Speaker
		text  string
		want  bool
	}{
		{Speaker{Name: "Jan Osten", Title: "pilot"}, "Jan Osten rows.", true},
		{Speaker{Name: "Jan Osten"}, "Jan Osten rows.", false},
		{Speaker{Name: "Ana Ruiz", Title: "director"}, "Ana Ruiz rows.", false},
		{Speaker{Name: "Jan Osten", Title: "pilot"}, "Jan Ostend rows.", false},
	} {
		d := drafted("en")
		d.Known = []Speaker{c.known}
		if got := d.namesAnother(c.text, "Ana Ruiz"); got != c.want {
			t.Errorf("%s with %q: %v", c.text, c.known.Title, got)
		}
	}
}

// TestWordsInMarksWithinMarks finds where a few words end that stand in marks within others.
func TestWordsInMarksWithinMarks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{`"We call it "open water" on the quays," she said.`, "open water"},
		{`"We call it ("open water") on the quays," she said.`, "open water"},
		{`"We call it-"open water" on the quays," she said.`, ""},
		{`"We call it "open water " on the quays," she said.`, ""},
		{`"We call it "open water" on the quays" she said.`, ""},
		{`"We call it "open water" on the quays." she said.`, "open water"},
		{`"We call it "open water" on the quays!" she said.`, "open water"},
		{`"We call it "open water" on the quays?" she said.`, "open water"},
		{`"We call it "open water" on the quays…" she said.`, "open water"},
		{`"We call it "open water" on the quays, she said.`, ""},
		{`"We call it "one two three four five six seven" on the quays," she said.`, "one two three four five six seven"},
		{`"We call it "one two three four five six seven eight" on the quays," she said.`, ""},
		{`“We call it “open water” on the quays,” she said.`, "open water"},
		{`“We call it “open water” on the quays,“ she said.`, ""},
		{`“We call it "open water" on the quays,” she said.`, "open water"},
		{`“We call it-"open water" on the quays,” she said.`, ""},
	} {
		mark := c.text[:strings.Index(c.text, "We")]
		at := len(mark) + strings.IndexAny(c.text[len(mark):], "\"“")
		got := ""
		if end := innerEnd(c.text, 0, at); end > 0 {
			got = strings.Trim(c.text[at:end], "\"“”")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestSentencesCutInTwo joins paragraphs that were cut in the middle of a sentence, and no others.
func TestSentencesCutInTwo(t *testing.T) {
	t.Parallel()
	const before, behind = "It rains. The lamps on the quays burn until", "late at night"
	for _, c := range []struct {
		before, p prose.Para
		want      bool
	}{
		{prose.Para{Text: before}, prose.Para{Text: behind}, true},
		{prose.Para{Text: before, Quoted: true}, prose.Para{Text: behind, Quoted: true}, true},
		{prose.Para{Text: before, Quoted: true}, prose.Para{Text: behind}, false},
		{prose.Para{Text: before}, prose.Para{Text: behind, Quoted: true}, false},
		{prose.Para{Text: before, Level: 1}, prose.Para{Text: behind}, false},
		{prose.Para{Text: before}, prose.Para{Text: behind, Level: 1}, false},
		{prose.Para{Text: before, Table: "| a |"}, prose.Para{Text: behind}, false},
		{prose.Para{Text: before}, prose.Para{Text: behind, Bullet: "-"}, false},
		{prose.Para{Text: before}, prose.Para{Text: behind, Aside: true}, false},
		{prose.Para{Text: before}, prose.Para{Text: "late\nat night"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "late at night. " + manyLamps}, false},
		{prose.Para{Text: before + "."}, prose.Para{Text: behind}, false},
		{prose.Para{Text: before}, prose.Para{Text: "Late at night"}, false},
		{prose.Para{Text: "It rains. The lamps on quays burn until"}, prose.Para{Text: behind}, true},
		{prose.Para{Text: "It rains. Lamps on quays burn until"}, prose.Para{Text: behind}, false}, // seven words
		{prose.Para{Text: "The lamps on the quays of Marlow burn until"}, prose.Para{Text: behind}, false},
		{prose.Para{Text: "“The lamps on the quays of Marlow burn until"}, prose.Para{Text: behind}, true},
		{prose.Para{Text: before}, prose.Para{Text: "late"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "tidewell.example has lamps"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "tide_well has lamps"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "tide/well has lamps"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "tide@well has lamps"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "tide:well has lamps"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "tideWell has lamps"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "tide-well has lamps"}, true},
		{prose.Para{Text: before}, prose.Para{Text: "ends here"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "media contact: Ana Ruiz"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "for more information, ask Ana Ruiz"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "late, as ana@rivers.example says"}, false},
		{prose.Para{Text: before}, prose.Para{Text: "late, as 555-010-0142 says"}, false},
	} {
		if got := cutBetween(c.before, c.p); got != c.want {
			t.Errorf("%+v and %.60q: %v, want %v", c.before, c.p.Text, got, c.want)
		}
	}
}

// TestWordsThatStandTwice tells words that the text has elsewhere too, by four words or more.
func TestWordsThatStandTwice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words string
		body  []string
		want  bool
	}{
		{"We light all lamps", []string{"“We light all lamps.”", "We light all lamps, she said."}, true},
		{" We light ALL lamps! ", []string{"“We light all lamps.”", "We light all lamps, she said."}, true},
		{"We light all lamps", []string{"We light all lamps, as we light all lamps."}, true},
		{"We light lamps", []string{"“We light lamps.”", "We light lamps, she said."}, false}, // three words
		{"We light all lamps", []string{"“We light all lamps.”", "It rains."}, false},
		{"We light all lamps", []string{"“We light all lamps.”", manyLamps + "We light all lamps."}, false},
	} {
		d := drafted("en")
		for _, s := range c.body {
			d.Body = append(d.Body, prose.Para{Text: s})
		}
		if got := d.standsTwice(c.words); got != c.want {
			t.Errorf("%q in %.60q: %v", c.words, c.body, got)
		}
	}
}

// TestWordsOpenedOnceAndClosedBelow counts the paragraphs of words with a mark at their beginning and one at their end.
func TestWordsOpenedOnceAndClosedBelow(t *testing.T) {
	t.Parallel()
	const opens, closes = "“We light all the lamps.", "We pay for the oil.”"
	more := func(n int) []prose.Para {
		list := []prose.Para{{Text: opens}}
		for range n {
			list = append(list, prose.Para{Text: "We row."})
		}
		return append(list, prose.Para{Text: closes})
	}
	for _, c := range []struct {
		list []prose.Para
		want int
	}{
		{[]prose.Para{{Text: opens}, {Text: closes}}, 1},
		{[]prose.Para{{Text: "„Wir zünden die Lampen an."}, {Text: "Wir zahlen das Öl.“"}}, 1},
		{[]prose.Para{{Text: "«Encendemos las lámparas."}, {Text: "Pagamos el aceite. »"}}, 1},
		{[]prose.Para{{Text: "\"We light all the lamps."}, {Text: "We pay for the oil.\""}}, 1},
		{more(6), 7},
		{more(7), 0}, // nine paragraphs
		{[]prose.Para{{Text: opens, Level: 1}, {Text: closes}}, 0},
		{[]prose.Para{{Text: opens, Bullet: "-"}, {Text: closes}}, 0},
		{[]prose.Para{{Text: "“" + manyLamps}, {Text: closes}}, 0},
		{[]prose.Para{{Text: opens}, {Text: closes, Level: 1}}, 0},
		{[]prose.Para{{Text: opens}, {Text: closes, Bullet: "-"}}, 0},
		{[]prose.Para{{Text: opens}, {Text: closes, Table: "| a |"}}, 0},
		{[]prose.Para{{Text: opens}, {Text: manyLamps + closes}}, 0},
		{[]prose.Para{{Text: opens}, {Text: "“We row.”"}, {Text: closes}}, 0},
		{[]prose.Para{{Text: opens}, {Text: "We row"}}, 0},
		{[]prose.Para{{Text: opens}, {Text: "We row”"}}, 0},
		{[]prose.Para{{Text: "“We light them all now.”"}, {Text: closes}}, 0},
		{[]prose.Para{{Text: "“" + strings.Repeat("a", 20)}, {Text: closes}}, 1},
		{[]prose.Para{{Text: "“" + strings.Repeat("a", 19)}, {Text: closes}}, 0},
	} {
		if got := drafted("en").upToClose(c.list); got != c.want {
			t.Errorf("%.80q: %d, want %d", c.list[0].Text, got, c.want)
		}
	}
}

// TestWhoSaysWhatStandsAbove reads clauses in a paragraph of their own below words that are set off.
func TestWhoSaysWhatStandsAbove(t *testing.T) {
	t.Parallel()
	const ana = "Ana Ruiz | director | Rivers Trust | block | We light all the lamps."
	for _, c := range []struct {
		next prose.Para
		want string
	}{
		{prose.Para{Text: "said Ana Ruiz, director of Rivers Trust."}, ana},
		{prose.Para{Text: "Said Ana Ruiz, director of Rivers Trust."}, ana},
		{prose.Para{Text: "said Ana Ruiz, director of Rivers Trust.", Level: 1}, ""},
		{prose.Para{Text: "said Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "said Ana Ruiz, director of Rivers Trust, who lights “the lamps”."}, ""},
		{prose.Para{Text: "said Ana Ruiz, director of Rivers Trust. It rains."}, ""},
		{prose.Para{Text: "Ana Ruiz, director of Rivers Trust, said."}, ""},
		{prose.Para{Text: "said" + strings.Repeat(" lamps", 14) + " Ana Ruiz, director of Rivers Trust, of old quays and new."}, ""},
		{prose.Para{Text: "said the lamps."}, ""},
	} {
		d := drafted("en")
		d.saidBelow(prose.Para{Text: "We light all the lamps."}, c.next)
		if got := whoQuoted(d); got != c.want {
			t.Errorf("%+v: %q, want %q", c.next, got, c.want)
		}
	}
	for _, c := range []struct {
		next prose.Para
		want string
	}{
		{prose.Para{Text: ", said Ana Ruiz, director of Rivers Trust."}, ana},
		{prose.Para{Text: " , said Ana Ruiz, director of Rivers Trust."}, ana},
		{prose.Para{Text: "said Ana Ruiz, director of Rivers Trust."}, ""},
		{prose.Para{Text: ", said Ana Ruiz, director of Rivers Trust.", Level: 1}, ""},
		{prose.Para{Text: ", said Ana Ruiz, director of Rivers Trust, of “the lamps”."}, ""},
		{prose.Para{Text: ", the lamps."}, ""},
	} {
		d := drafted("en")
		d.commaBelow(prose.Para{Text: "We light all the lamps."}, c.next, []segment{{to: 23, end: 23}})
		if got := whoQuoted(d); got != c.want {
			t.Errorf("%+v: %q, want %q", c.next, got, c.want)
		}
	}
}

// TestWordsOfSeveralParagraphsSigned reads paragraphs that are set off, of which the last says whose they are.
func TestWordsOfSeveralParagraphsSigned(t *testing.T) {
	t.Parallel()
	const signed = "– Ana Ruiz, director of Rivers Trust"
	off := func(s string) prose.Para { return prose.Para{Text: s, Quoted: true} }
	for _, c := range []struct {
		list []prose.Para
		want int
	}{
		{[]prose.Para{off("We light all the lamps."), off("We pay."), off(signed)}, 3},
		{[]prose.Para{off("We light all the lamps."), off("We pay."), {Text: signed}}, 0},
		{[]prose.Para{off("We light all the lamps."), off("We pay."), {Text: signed, Quoted: true, Level: 1}}, 0},
		{[]prose.Para{off("We light all the lamps."), off("We pay."), {Text: signed, Quoted: true, Bullet: "-"}}, 0},
		{[]prose.Para{off("We light all the lamps."), off("We pay."), {Text: signed, Quoted: true, Table: "| a |"}}, 0},
		{[]prose.Para{off("We light “all” the lamps."), off("We pay."), off(signed)}, 0},
		{[]prose.Para{off("We light all the lamps."), {Text: "We pay.", Quoted: true, Level: 1}, off(signed)}, 0},
		{[]prose.Para{off("We light all the lamps."), {Text: "We pay.", Quoted: true, Table: "| a |"}, off(signed)}, 0},
		{[]prose.Para{off(manyLamps), off("We pay."), off(signed)}, 0},
		{[]prose.Para{{Text: "We light all the lamps."}, off("We pay."), off(signed)}, 0},
		{[]prose.Para{off("We light all the lamps."), off(signed)}, 0},
	} {
		if got := drafted("en").signedBelow(c.list); got != c.want {
			t.Errorf("%.60q to %+v: %d, want %d", c.list[0].Text, c.list[len(c.list)-1], got, c.want)
		}
	}
	d := drafted("en")
	d.Pieces = []Piece{{Quote: -1, Para: off("It rains.")}}
	if d.signedBelow([]prose.Para{off("We light all the lamps."), off("We pay."), off(signed)}) != 0 {
		t.Error("words that begin further up begin anew")
	}
}

// TestALineWithANameAlone reads a line that says who somebody is and nothing else.
func TestALineWithANameAlone(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Ana Ruiz, director of Rivers Trust", "Ana Ruiz"},
		{"Dr. Ana Ruiz, director of Rivers Trust", "Dr. Ana Ruiz"},
		{"Mr Ana Ruiz, director of Rivers Trust", "Ana Ruiz"},
		{"Ana Ruiz, Rivers Trust", "Ana Ruiz"},
		{"Ana Ruiz, director of Rivers Trust, said", ""},
		{"Ana Ruiz", ""},
		{"Ana Ruiz, director of Rivers Trust?", ""},
		{"Rivers Trust, Marlow", ""},
		{"Marlow Council, Rivers Trust", ""},
		{"", ""},
	} {
		if who, ok := drafted("en").nameAlone(c[0]); ok != (c[1] != "") || ok && who.Name != c[1] {
			t.Errorf("%s: %q, %v", c[0], who.Name, ok)
		}
	}
}
