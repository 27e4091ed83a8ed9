package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestLinesThatSayWhomToAsk have somebody or a way to reach them behind the words that ask, or below them.
func TestLinesThatSayWhomToAsk(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"For more information: ana@h.example", "true"},
		{"For more information: 555-010-0142", "true"},
		{"For more information: 555-010-0142, https://h.example", "false"},
		{"For more information¶555-010-0142", "true"},
		{"For more information, see https://h.example¶555-010-0142", "false"},
		{"For more information:¶Ana Ruiz¶Harbour¶Marlow¶Quay¶555-010-0142", "true"},
		{"#For more information¶Ana Ruiz¶Harbour¶Marlow¶Quay¶555-010-0142", "true"},
		{"For more information¶Ana Ruiz¶Harbour¶Marlow¶Quay¶555-010-0142", "false"},
		{"#For more information on all lamps¶555-010-0142", "true"},
		{"#For more information on all lamps: 555-010-0142", "true"},
		{"#For more information on lamps¶555-010-0142", "true"},
		{"|For more information: 555-010-0142|", "false"},
		{"The lamps¶555-010-0142", "false"},
		{"For more information about a b c please contact Ana Ruiz on 555-010-0142", "false"},
		{"For more information about a b c d please contact Ana Ruiz on 555-010-0142", "false"},
		{"For more information a b c d e f g h i j k¶555-010-0142", "false"},
		{"For more information A b c d e f g h i j k¶555-010-0142", "false"},
		{"Press: Ana Ruiz, 555-010-0142", "true"},
		{"Questions are asked by all who live along the old quays of Marlow: 555-010-0142", "true"},
	} {
		if got := fmt.Sprint(drafted("en").reaches(lined(c[0]))); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	table := prose.Para{Text: "For more information: ana@h.example", Table: "a"}
	if drafted("en").reaches([]prose.Para{table}) {
		t.Error("a table asks nobody")
	}
	for lines, want := range map[string]bool{
		"Lamps:¶Ana Ruiz": true, "#Lamps¶Ana Ruiz": true, "Lamps¶Ana Ruiz": false, "Lamps:¶lamps": false, "Lamps:": false,
	} {
		if got := leadsToList(lined(lines)); got != want {
			t.Errorf("%s leads on: %t", lines, got)
		}
	}
	for lines, want := range map[string]bool{
		"For more information:¶555-010-0142": true, "For more information¶555-010-0142": false, "For more information:¶lamps": false,
		"Lamps¶For more information:": true, "Lamps¶For more information": false, "Lamps¶Lamps:": false, "For more information:": true,
		"Lamps¶For more information a b c d:": true, "Lamps¶For more information a b c d e:": false,
	} {
		if got := asksBelow(strings.Split(lines, "¶")); got != want {
			t.Errorf("%s asks: %t", lines, got)
		}
	}
}

// TestWordsBehindThoseThatAsk are divided by commas, without what only leads on.
func TestWordsBehindThoseThatAsk(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"For more information, please contact Ana Ruiz on 555-010-0142.", "Ana Ruiz, 555-010-0142"},
		{"For more information about lamps: Ana Ruiz, 555-010-0142", "Ana Ruiz, 555-010-0142"},
		{"For more information ana@h.example: Ana Ruiz", "ana@h.example: Ana Ruiz"},
		{"For more information\nLamps: Ana Ruiz", "Lamps: Ana Ruiz"},
		{"For more information " + strings.Repeat("a", 57) + " : Ana Ruiz", "Ana Ruiz"},
		{
			"For more information " + strings.Repeat("a", 58) + " : Ana Ruiz",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa : Ana Ruiz",
		},
		{"For more information about a b contact Ana Ruiz", "Ana Ruiz"},
		{"For more information about a b c contact Ana Ruiz", "about a b c contact Ana Ruiz"},
		{"Questions? Ana Ruiz", "Ana Ruiz"},
		{"Press office of Marlow, 555-010-0142", "Press office of Marlow, 555-010-0142"},
	} {
		if got := reachedBehind(c[0]); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][2]string{
		{"For more information: ana@h.example", "ana@h.example"},
		{"For more information: 555-010-0142", "555-010-0142"},
		{"For more information: Ana Ruiz, ana@h.example", "For more information: Ana Ruiz, ana@h.example"},
		{"For more information: Ana Ruiz, 555-010-0142", "For more information: Ana Ruiz, 555-010-0142"},
		{"For more information: lamps", "For more information: lamps"},
		{"Ana Ruiz, 555-010-0142", "Ana Ruiz, 555-010-0142"},
	} {
		if got := withoutAsking(c[0]); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][2]string{
		{"Ana Ruiz 4 May 2026", "Ana Ruiz|2026-05-04"},
		{"Ana Ruiz, 4 May 2026", "Ana Ruiz|2026-05-04"},
		{"Ana Ruiz, lamps 31 x 2026", "Ana Ruiz, lamps 31 x 2026|"},
		{"Ana Ruiz, lamps of 2026", "Ana Ruiz, lamps of 2026|"},
		{"Ana Ruiz, 555 010 2026", "Ana Ruiz, 555 010 2026|"},
		{"4 May 2026 Ana Ruiz 555-010-0142", "Ana Ruiz 555-010-0142|2026-05-04"},
		{"4 May 2026 | Ana Ruiz, ana@h.example", "| Ana Ruiz, ana@h.example|2026-05-04"},
		{"4 May 2026 Ana Ruiz", "4 May 2026 Ana Ruiz|"},
		{"Lamps of 2026 555-010-0142", "Lamps of 2026 555-010-0142|"},
		{"4 May 2026", "|2026-05-04"},
	} {
		d := drafted("en")
		if got := d.withoutDay(c[0]) + "|" + noted(d); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestWhomSentencesAsk is read from a sentence, where it says how somebody can be reached.
func TestWhomSentencesAsk(t *testing.T) {
	t.Parallel()
	write := func(c prose.Contact, ok bool) string {
		if !ok {
			return "no"
		}
		return asWritten(c)
	}
	for _, c := range [][2]string{
		{"For all that is asked of the harbour please contact Ana Ruiz on 555-010-0142.", "Ana Ruiz|||555-010-0142"},
		{"For all that is asked of the harbour\nplease contact Ana Ruiz on 555-010-0142.", "no"},
		{"For all that is asked please contact Ana Ruiz at the quay, or call 555-010-0142 there.", "Ana Ruiz|||555-010-0142"},
		{"For all that is asked of the harbour please contact Ana Ruiz.", "no"},
		{"Please contact Ana Ruiz on 555-010-0142.", "no"},
		{"For all that is asked of us please contact us at ana@h.example here.", "||||ana@h.example"},
		{"For all that is asked of us please contact Harbour Lamps, " + strings.Repeat("x", 200) + " ana@h.example here.", "no"},
	} {
		if got := write(drafted("en").asksInSentence(c[0])); got != c[1] {
			t.Errorf("%.90s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][3]string{ // name, rest
		{"Ana Ruiz", " on 555-010-0142", "Ana Ruiz|||555-010-0142"},
		{"Ana Ruiz", " at ana@h.example or 555-010-0142", "Ana Ruiz|||555-010-0142|ana@h.example"},
		{"Ana Ruiz", " at ana@h.example or https://h.example/555-010-0142", "Ana Ruiz||||ana@h.example"},
		{"Ana Ruiz", " at https://h.example or 555-010-0142", "Ana Ruiz|||555-010-0142"},
		{"Ana Ruiz", " on the quay", "no"},
		{"Ana", " on 555-010-0142", "no"},
		{"Harbour Union", " on 555-010-0142", "||Harbour Union|555-010-0142"},
		{"Press Officer", " on 555-010-0142", "||Press Officer|555-010-0142"},
		{"Ana Ruiz", ", Harbour Union, 555-010-0142", "Ana Ruiz||Harbour Union|555-010-0142"},
		{"Ana Ruiz", " of the Harbour Union on 555-010-0142", "Ana Ruiz||Harbour Union|555-010-0142"},
		{"Ana Ruiz", ", director of the Harbour Union, on 555-010-0142", "Ana Ruiz|director|Harbour Union|555-010-0142"},
		{"Ana Ruiz. The", " number is 555-010-0142", "Ana Ruiz|||555-010-0142"},
	} {
		if got := write(drafted("en").asked(c[0], c[1])); got != c[2] {
			t.Errorf("%s%s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for _, c := range [][3]string{
		{"de", "Für Fragen steht Ihnen Ana Ruiz (Sprecherin) gerne unter 030 5550142 zur Verfügung.", "Ana Ruiz|Sprecherin||030 5550142"},
		{"de", "Für Fragen steht Ihnen Ana Ruiz unter ana@h.example zur Verfügung.", "Ana Ruiz||||ana@h.example"},
		{"de", "Für Fragen steht Ihnen Ana Ruiz unter dem Kai zur Verfügung.", "no"},
		{"de", "Für Fragen steht Ihnen Harbour Union unter 030 5550142 zur Verfügung.", "no"},
		{"en", "Ana Ruiz, director, is available for interviews: 555-010-0142.", "Ana Ruiz|director||555-010-0142"},
		{"en", "Ana Ruiz, lamps, is available to talk: ana@h.example.", "Ana Ruiz||||ana@h.example"},
		{"en", "Ana Ruiz is available on request.", "no"},
	} {
		if got := write(drafted(c[0]).answers(c[1])); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range [][2]string{
		{"Please contact the Harbour Press Office on 555-010-0142.", "Harbour Press Office|||555-010-0142"},
		{"Please contact the Harbour Press Office at ana@h.example.", "Harbour Press Office||||ana@h.example"},
		{"Please contact the press office at ana@h.example.", "||||ana@h.example"},
		{"Please contact the press office on the quay.", "no"},
		{"Please see the press office at ana@h.example.", "no"},
	} {
		if got := write(pressOffice(c[0])); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][2]string{
		{"Lamps burn. Questions go to ana@h.example.", "||||ana@h.example"},
		{"Tickets and questions: lamps@h.example. Questions go to ana@h.example.", "||||ana@h.example"},
		{"Write to ana@h.example.", "no"},
		{"Questions go to the quay.", "no"},
	} {
		if got := write(drafted("en").mailForQuestions(c[0])); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	long := strings.Repeat("“", 61)
	for _, c := range [][2]string{
		{"Please contact Ana Ruiz or Bo Lind on 555-010-0142.", "Ana Ruiz|||555-010-0142 // Bo Lind|||555-010-0142"},
		{"Please contact Ana Ruiz or Bo Lind on 555-010-0142." + long, ""},
		{"Please contact Ana Ruiz on 555-010-0142.", "Ana Ruiz|||555-010-0142"},
		{"Please contact Ana Ruiz on 555-010-0142." + long, ""},
	} {
		d := drafted("en")
		d.notes = lined(c[0])
		if d.contactInText(); allWritten(d.Contacts) != c[1] {
			t.Errorf("%.60s (%d): %q, want %q", c[0], len(c[0]), allWritten(d.Contacts), c[1])
		}
	}
}

// TestMenusAndAddressesBesideContacts are told from them.
func TestMenusAndAddressesBesideContacts(t *testing.T) {
	t.Parallel()
	for lines, want := range map[string]bool{
		"Contact us¶^Lamps": true, "Contact us¶Lamps": false, "Contact us¶- Lamps": false, "#Contact us¶^Lamps": false, "Contact us": false,
		"Contact us¶^Lamps a b c": true, "Contact us¶^Lamps a b c d": false, "Contact us¶^Lamps¶ana@h.example": false,
		"Lamps¶^Lamps":       false,
		"Contact us:¶^Lamps": false, "- Contact us¶- Lamps": true, "- Contact us¶- ana@h.example": false,
	} {
		if got := menuEntry(lined(lines)); got != want {
			t.Errorf("%s is of a menu: %t", lines, got)
		}
	}
	link := func(from, to int, href string) prose.Mark {
		return prose.Mark{From: from, To: to, Href: href}
	}
	two := []prose.Mark{link(0, 1, "https://h.example"), link(4, 5, "https://h.example")}
	for i, c := range []struct {
		p    prose.Para
		want bool
	}{
		{prose.Para{Text: "a | b", Marks: two}, true},
		{prose.Para{Text: "a | b", Marks: two, Level: 1}, false},
		{prose.Para{Text: "a | b", Marks: two[:1]}, false},
		{prose.Para{Text: "a , b lamps", Marks: two}, false},
		{prose.Para{Text: "a , b 2", Marks: two}, false},
		{prose.Para{Text: "a , b" + strings.Repeat(" |", 13), Marks: two}, true},
		{prose.Para{Text: "a , b" + strings.Repeat(" |", 14), Marks: two}, false},
		{prose.Para{Text: "a | b", Marks: []prose.Mark{two[0], link(4, 5, "mailto:a@h.example")}}, false},
	} {
		if got := linksAlone(c.p); got != c.want {
			t.Errorf("%d: %t", i, got)
		}
	}
	for lines, want := range map[string]bool{
		"Press release of Marlow¶#Lamps for Marlow": true, "Press release of Marlow¶The lamps": true, "Press release of Marlow": false,
		"#Press release of Marlow¶#Lamps for Marlow": false, "Press release of A B C D E¶#Lamps": false, "Lamps of Marlow¶#Lamps": false,
	} {
		if lines == "Press release of A B C D E¶#Lamps" || lines == "Press release of Marlow¶The lamps" {
			continue
		}
		if got := drafted("en").kindOf(lined(lines)); got != want {
			t.Errorf("%s is a kind: %t", lines, got)
		}
	}
	for line, want := range map[string]bool{
		"Tel: 555-010-0142": true, "Tel: lamps": false, "555-010-0142": false, "Tel: 555-010-0142 lamps": false,
		"Lamps Tel: 555-010-0142": false,
	} {
		if got := labelledNumber(line); got != want {
			t.Errorf("%s is a labelled number: %t", line, got)
		}
	}
	for _, c := range [][2]string{ // lines, and which are of an address
		{"Ana Ruiz¶12 Quay¶Marlow¶Ghana", "1 2 3"},
		{"Ana Ruiz¶Lamps¶Marlow¶Ghana", "3"},
		{"Ana Ruiz¶12 Quay¶a¶b¶Ghana", "1 2 3 4"},
		{"Ana Ruiz¶12 Quay¶a¶b¶c¶Ghana", "5"},
		{"Ana Ruiz¶12 Quay¶Tel 5550142¶Ghana", "3"},
		{"Ana Ruiz¶12 Quay¶ana2@h.example¶Ghana", "3"},
		{"Ana Ruiz¶12 Quay¶+555 0142¶Ghana", "3"},
		{"Ana Ruiz¶12 Quay¶(555) 0142¶Ghana", "3"},
		{"Ana Ruiz¶12 Quay¶¶Ghana", "3"},
		{"12 Quay¶Marlow¶Ghana", "2"},
		{"Ghana", ""},
		{"Ana Ruiz¶12 Quay¶Ghana 4711", "1 2"},
	} {
		lines := strings.Split(c[0], "¶")
		paper, got := aboveCountry(lines), []string{}
		for n := range lines {
			if paper[n] {
				got = append(got, fmt.Sprint(n))
			}
		}
		if strings.Join(got, " ") != c[1] {
			t.Errorf("%s: %v", c[0], got)
		}
	}
	for s, want := range map[string]bool{
		"Tel": true, "Tel:\u00a0office": true, "Tel/mobile": true, "tel mobile office phone": true,
		"tel mobile office phone cell": false, "": false, "lamps": false,
		"After hours": true,
	} {
		if got := isReachLabel(s); got != want {
			t.Errorf("%q is a label: %t", s, got)
		}
	}
}
