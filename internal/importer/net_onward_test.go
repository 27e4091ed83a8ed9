package importer

import (
	"strings"
	"testing"
)

// TestWordsUpToTheirClause joins paragraphs all in marks to the one with the clause, and no others.
func TestWordsUpToTheirClause(t *testing.T) {
	t.Parallel()
	const first, last = "“We light all the lamps on the quays.”", "“We pay for the oil too,” said Ana Ruiz, director of Rivers Trust."
	for _, c := range []struct {
		first, last para
		want        bool
	}{
		{para{text: first}, para{text: last}, true},
		{para{text: first}, para{text: last, level: 2}, false},
		{para{text: first}, para{text: last, table: "| a |"}, false},
		{para{text: first}, para{text: last, bullet: "-"}, false},
		{para{text: first}, para{text: last, quoted: true}, false},
		{
			para{text: "“" + manyLamps[:15999] + "”"},
			para{text: "“" + manyLamps[:600] + "and more,” said Ana Ruiz, director of Rivers Trust."},
			false,
		},
		{para{text: "“We light many lamps now.”"}, para{text: last}, false}, // five words
		{para{text: "We light all the lamps on the quays."}, para{text: last}, false},
		{para{text: first}, para{text: "It rains. " + last}, false},
		{para{text: first}, para{text: "“We pay for the oil too,” said Rivers Trust."}, false},
		{para{text: first}, para{text: "“We pay for the oil too.” – Ana Ruiz, director of Rivers Trust"}, false},
		{para{text: first}, para{text: "“We pay for the oil too.” It rains."}, false},
		{para{text: first}, para{text: "“We pay for the oil too,” said Ana Ruiz, director of Rivers Trust. “We do.”"}, true},
	} {
		d := drafted("en")
		used, ok := d.upTo([]para{c.first, c.last}, 0)
		if ok != c.want || ok && (used != 2 || len(d.quotes) != 1 || d.quotes[0].Unsure != goesBefore) {
			t.Errorf("%.60q and %+v: %d, %v, %+v", c.first.text, c.last, used, ok, d.quotes)
		}
	}
	d := drafted("en")
	if _, ok := d.upTo([]para{{text: last}}, 0); ok {
		t.Error("one paragraph is several")
	}
	d = drafted("de")
	german := []para{
		{text: "„Wir zünden alle Laternen an den Kais an.“"},
		{text: "„Das Öl zahlen wir“, sagt Ana Ruiz, Sprecherin der Flussliga."},
	}
	if _, ok := d.upTo(german, 0); ok {
		t.Error("nobody has spoken in German")
	}
	d = drafted("en")
	d.quotes = []Quote{{Speaker: "Jan Osten"}}
	if _, ok := d.upTo([]para{{text: first}, {text: last}}, 0); ok {
		t.Error("another has spoken last")
	}
}

// TestWhoIsNamedBesideTheOnlyVoice gives words in marks to the only one who speaks, but not behind who else has an office.
func TestWhoIsNamedBesideTheOnlyVoice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		known speaker
		text  string
		want  bool
	}{
		{speaker{name: "Jan Osten", title: "pilot"}, "Jan Osten rows.", true},
		{speaker{name: "Jan Osten"}, "Jan Osten rows.", false},
		{speaker{name: "Ana Ruiz", title: "director"}, "Ana Ruiz rows.", false},
		{speaker{name: "Jan Osten", title: "pilot"}, "Jan Ostend rows.", false},
	} {
		d := drafted("en")
		d.known = []speaker{c.known}
		if got := d.namesAnother(c.text, "Ana Ruiz"); got != c.want {
			t.Errorf("%s with %q: %v", c.text, c.known.title, got)
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
		before, p para
		want      bool
	}{
		{para{text: before}, para{text: behind}, true},
		{para{text: before, quoted: true}, para{text: behind, quoted: true}, true},
		{para{text: before, quoted: true}, para{text: behind}, false},
		{para{text: before}, para{text: behind, quoted: true}, false},
		{para{text: before, level: 1}, para{text: behind}, false},
		{para{text: before}, para{text: behind, level: 1}, false},
		{para{text: before, table: "| a |"}, para{text: behind}, false},
		{para{text: before}, para{text: behind, bullet: "-"}, false},
		{para{text: before}, para{text: behind, aside: true}, false},
		{para{text: before}, para{text: "late\nat night"}, false},
		{para{text: before}, para{text: "late at night. " + manyLamps}, false},
		{para{text: before + "."}, para{text: behind}, false},
		{para{text: before}, para{text: "Late at night"}, false},
		{para{text: "It rains. The lamps on quays burn until"}, para{text: behind}, true},
		{para{text: "It rains. Lamps on quays burn until"}, para{text: behind}, false}, // seven words
		{para{text: "The lamps on the quays of Marlow burn until"}, para{text: behind}, false},
		{para{text: "“The lamps on the quays of Marlow burn until"}, para{text: behind}, true},
		{para{text: before}, para{text: "late"}, false},
		{para{text: before}, para{text: "tidewell.example has lamps"}, false},
		{para{text: before}, para{text: "tide_well has lamps"}, false},
		{para{text: before}, para{text: "tide/well has lamps"}, false},
		{para{text: before}, para{text: "tide@well has lamps"}, false},
		{para{text: before}, para{text: "tide:well has lamps"}, false},
		{para{text: before}, para{text: "tideWell has lamps"}, false},
		{para{text: before}, para{text: "tide-well has lamps"}, true},
		{para{text: before}, para{text: "ends here"}, false},
		{para{text: before}, para{text: "media contact: Ana Ruiz"}, false},
		{para{text: before}, para{text: "for more information, ask Ana Ruiz"}, false},
		{para{text: before}, para{text: "late, as ana@rivers.example says"}, false},
		{para{text: before}, para{text: "late, as 555-010-0142 says"}, false},
	} {
		if got := cutBetween(c.before, c.p); got != c.want {
			t.Errorf("%+v and %.60q: %v, want %v", c.before, c.p.text, got, c.want)
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
			d.body = append(d.body, para{text: s})
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
	more := func(n int) []para {
		list := []para{{text: opens}}
		for range n {
			list = append(list, para{text: "We row."})
		}
		return append(list, para{text: closes})
	}
	for _, c := range []struct {
		list []para
		want int
	}{
		{[]para{{text: opens}, {text: closes}}, 1},
		{[]para{{text: "„Wir zünden die Lampen an."}, {text: "Wir zahlen das Öl.“"}}, 1},
		{[]para{{text: "«Encendemos las lámparas."}, {text: "Pagamos el aceite. »"}}, 1},
		{[]para{{text: "\"We light all the lamps."}, {text: "We pay for the oil.\""}}, 1},
		{more(6), 7},
		{more(7), 0}, // nine paragraphs
		{[]para{{text: opens, level: 1}, {text: closes}}, 0},
		{[]para{{text: opens, bullet: "-"}, {text: closes}}, 0},
		{[]para{{text: "“" + manyLamps}, {text: closes}}, 0},
		{[]para{{text: opens}, {text: closes, level: 1}}, 0},
		{[]para{{text: opens}, {text: closes, bullet: "-"}}, 0},
		{[]para{{text: opens}, {text: closes, table: "| a |"}}, 0},
		{[]para{{text: opens}, {text: manyLamps + closes}}, 0},
		{[]para{{text: opens}, {text: "“We row.”"}, {text: closes}}, 0},
		{[]para{{text: opens}, {text: "We row"}}, 0},
		{[]para{{text: opens}, {text: "We row”"}}, 0},
		{[]para{{text: "“We light them all now.”"}, {text: closes}}, 0},
		{[]para{{text: "“" + strings.Repeat("a", 20)}, {text: closes}}, 1},
		{[]para{{text: "“" + strings.Repeat("a", 19)}, {text: closes}}, 0},
	} {
		if got := drafted("en").upToClose(c.list); got != c.want {
			t.Errorf("%.80q: %d, want %d", c.list[0].text, got, c.want)
		}
	}
}

// TestWhoSaysWhatStandsAbove reads clauses in a paragraph of their own below words that are set off.
func TestWhoSaysWhatStandsAbove(t *testing.T) {
	t.Parallel()
	const ana = "Ana Ruiz | director | Rivers Trust | block | We light all the lamps."
	for _, c := range []struct {
		next para
		want string
	}{
		{para{text: "said Ana Ruiz, director of Rivers Trust."}, ana},
		{para{text: "Said Ana Ruiz, director of Rivers Trust."}, ana},
		{para{text: "said Ana Ruiz, director of Rivers Trust.", level: 1}, ""},
		{para{text: "said Ana Ruiz, director of Rivers Trust.", quoted: true}, ""},
		{para{text: "said Ana Ruiz, director of Rivers Trust, who lights “the lamps”."}, ""},
		{para{text: "said Ana Ruiz, director of Rivers Trust. It rains."}, ""},
		{para{text: "Ana Ruiz, director of Rivers Trust, said."}, ""},
		{para{text: "said" + strings.Repeat(" lamps", 14) + " Ana Ruiz, director of Rivers Trust, of old quays and new."}, ""},
		{para{text: "said the lamps."}, ""},
	} {
		d := drafted("en")
		d.saidBelow(para{text: "We light all the lamps."}, c.next)
		if got := whoQuoted(d); got != c.want {
			t.Errorf("%+v: %q, want %q", c.next, got, c.want)
		}
	}
	for _, c := range []struct {
		next para
		want string
	}{
		{para{text: ", said Ana Ruiz, director of Rivers Trust."}, ana},
		{para{text: " , said Ana Ruiz, director of Rivers Trust."}, ana},
		{para{text: "said Ana Ruiz, director of Rivers Trust."}, ""},
		{para{text: ", said Ana Ruiz, director of Rivers Trust.", level: 1}, ""},
		{para{text: ", said Ana Ruiz, director of Rivers Trust, of “the lamps”."}, ""},
		{para{text: ", the lamps."}, ""},
	} {
		d := drafted("en")
		d.commaBelow(para{text: "We light all the lamps."}, c.next, []segment{{to: 23, end: 23}})
		if got := whoQuoted(d); got != c.want {
			t.Errorf("%+v: %q, want %q", c.next, got, c.want)
		}
	}
}

// TestWordsOfSeveralParagraphsSigned reads paragraphs that are set off, of which the last says whose they are.
func TestWordsOfSeveralParagraphsSigned(t *testing.T) {
	t.Parallel()
	const signed = "– Ana Ruiz, director of Rivers Trust"
	off := func(s string) para { return para{text: s, quoted: true} }
	for _, c := range []struct {
		list []para
		want int
	}{
		{[]para{off("We light all the lamps."), off("We pay."), off(signed)}, 3},
		{[]para{off("We light all the lamps."), off("We pay."), {text: signed}}, 0},
		{[]para{off("We light all the lamps."), off("We pay."), {text: signed, quoted: true, level: 1}}, 0},
		{[]para{off("We light all the lamps."), off("We pay."), {text: signed, quoted: true, bullet: "-"}}, 0},
		{[]para{off("We light all the lamps."), off("We pay."), {text: signed, quoted: true, table: "| a |"}}, 0},
		{[]para{off("We light “all” the lamps."), off("We pay."), off(signed)}, 0},
		{[]para{off("We light all the lamps."), {text: "We pay.", quoted: true, level: 1}, off(signed)}, 0},
		{[]para{off("We light all the lamps."), {text: "We pay.", quoted: true, table: "| a |"}, off(signed)}, 0},
		{[]para{off(manyLamps), off("We pay."), off(signed)}, 0},
		{[]para{{text: "We light all the lamps."}, off("We pay."), off(signed)}, 0},
		{[]para{off("We light all the lamps."), off(signed)}, 0},
	} {
		if got := drafted("en").signedBelow(c.list); got != c.want {
			t.Errorf("%.60q to %+v: %d, want %d", c.list[0].text, c.list[len(c.list)-1], got, c.want)
		}
	}
	d := drafted("en")
	d.pieces = []piece{{quote: -1, para: off("It rains.")}}
	if d.signedBelow([]para{off("We light all the lamps."), off("We pay."), off(signed)}) != 0 {
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
		if who, ok := drafted("en").nameAlone(c[0]); ok != (c[1] != "") || ok && who.name != c[1] {
			t.Errorf("%s: %q, %v", c[0], who.name, ok)
		}
	}
}
