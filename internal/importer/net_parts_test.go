package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestLinesOfAParagraphBecomeItsOwn where one of them is a part of the release.
func TestLinesOfAParagraphBecomeItsOwn(t *testing.T) {
	t.Parallel()
	shape := func(list []prose.Para) string {
		var out []string
		for _, p := range list {
			sign := ""
			if p.Tight {
				sign = "^"
			}
			if p.Bullet != "" {
				sign += "-"
			}
			if p.Level > 0 {
				sign += "#"
			}
			out = append(out, sign+strings.ReplaceAll(p.Text, "\n", "/"))
		}
		return strings.Join(out, "¶")
	}
	for _, c := range []struct {
		p    prose.Para
		want string
	}{
		{prose.Para{Text: "Lamps\nQuays"}, "Lamps/Quays"},
		{prose.Para{Text: "Press contact:\nAna Ruiz"}, "Press contact:¶^Ana Ruiz"},
		{prose.Para{Text: "Press contact:\nAna Ruiz", Tight: true}, "^Press contact:¶^Ana Ruiz"},
		{prose.Para{Text: "Press contact:\n \nAna Ruiz"}, "Press contact:¶^Ana Ruiz"},
		{prose.Para{Text: "Press contact:\nAna Ruiz", Bullet: "-"}, "-Press contact:¶^-Ana Ruiz"},
		{prose.Para{Text: "Press contact:\nAna Ruiz", Level: 2}, "#Press contact:¶^#Ana Ruiz"},
		{prose.Para{Text: "4 May 2026\nLamps\nQuays\nRopes"}, "4 May 2026¶^Lamps¶^Quays¶^Ropes"},
		{prose.Para{Text: "4 May 2026\nLamps\nQuays\nRopes\nShips"}, "4 May 2026/Lamps/Quays/Ropes/Ships"},
		{prose.Para{Text: "Lamps\n4 May 2026"}, "Lamps/4 May 2026"},
		{prose.Para{Text: "Lamps\n\nQuays"}, "Lamps¶Quays"},
		{prose.Para{Text: "Lamps\n\nQuays", Tight: true}, "^Lamps¶Quays"},
		{prose.Para{Text: "Lamps\n\n\n\nQuays"}, "Lamps¶Quays"},
		{prose.Para{Text: "Lamps\n\nQuays", Bullet: "-"}, "-Lamps//Quays"},
		{prose.Para{Text: "Lamps\n\nQuays", Level: 1}, "#Lamps//Quays"},
	} {
		if got := shape(expandLines([]prose.Para{c.p}, "en")); got != c.want {
			t.Errorf("%q: %q, want %q", c.p.Text, got, c.want)
		}
	}
	late := append(make([]prose.Para, menuWords), prose.Para{Text: "4 May 2026\nLamps"})
	if got := expandLines(late, "en"); len(got) != menuWords+1 {
		t.Errorf("a day far below: %d paragraphs", len(got))
	}
	if got := expandLines(late[1:], "en"); len(got) != menuWords+1 {
		t.Errorf("a day near the top: %d paragraphs", len(got))
	}
}

// TestHeadlinesOnTwoLines go on where the second follows at once, in the middle of a sentence or in capitals too.
func TestHeadlinesOnTwoLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		headline prose.Para
		next     prose.Para
		want     bool
	}{
		{prose.Para{Text: "Lamps light"}, prose.Para{Text: "the quays", Tight: true}, true},
		{prose.Para{Text: "Lamps light"}, prose.Para{Text: "the quays"}, false},
		{prose.Para{Text: "Lamps light"}, prose.Para{Text: "the quays", Tight: true, Level: 1}, false},
		{prose.Para{Text: "Lamps light", Level: 1}, prose.Para{Text: "the quays", Tight: true, Level: 1}, true},
		{prose.Para{Text: "Lamps light"}, prose.Para{Text: "the quays", Tight: true, Bullet: "-"}, false},
		{prose.Para{}, prose.Para{Text: "the quays", Tight: true}, false},
		{prose.Para{Text: "Lamps light."}, prose.Para{Text: "the quays", Tight: true}, false},
		{prose.Para{Text: "Lamps light!"}, prose.Para{Text: "the quays", Tight: true}, false},
		{prose.Para{Text: "Lamps light?"}, prose.Para{Text: "the quays", Tight: true}, false},
		{prose.Para{Text: "Lamps light:"}, prose.Para{Text: "the quays", Tight: true}, false},
		{prose.Para{Text: "Lamps light"}, prose.Para{Text: "The quays", Tight: true}, false},
		{prose.Para{Text: "Lamps light the"}, prose.Para{Text: "Quays", Tight: true}, true},
		{prose.Para{Text: "LAMPS LIGHT"}, prose.Para{Text: "QUAYS", Tight: true}, true},
		{prose.Para{Text: "LAMPS LIGHT"}, prose.Para{Text: "Quays", Tight: true}, false},
		{prose.Para{Text: "Lamps light"}, prose.Para{Text: "QUAYS", Tight: true}, false},
	} {
		d := drafted("en")
		d.Headline = c.headline
		if got := d.headlineGoesOn(c.next); got != c.want {
			t.Errorf("%s, %s: %t", c.headline.Text, c.next.Text, got)
		}
	}
}

// TestPartsWithinTheCopy are taken out of it: the line of release, who is asked, boilerplates and notes.
func TestPartsWithinTheCopy(t *testing.T) {
	t.Parallel()
	said := func(d *draft) string {
		out := "body " + outlined(d.Body)
		for _, part := range [][2]string{
			{" released ", strings.Join(d.releaseLines, "¶")},
			{" asked ", allWritten(d.Contacts)},
			{" about ", outlined(d.Boilerplate)},
			{" notes ", outlined(d.notes)},
		} {
			if part[1] != "" {
				out += part[0] + part[1]
			}
		}
		return out
	}
	for _, c := range [][2]string{
		{"The lamps¶For immediate release", "body The lamps released For immediate release"},
		{"The lamps¶For immediate release¶For immediate release", "body The lamps¶For immediate release released For immediate release"},
		{"The lamps¶Press contact: Ana Ruiz, ana@h.example", "body The lamps asked Ana Ruiz||||ana@h.example"},
		{
			"The lamps¶For more information, or for interviews with the old lamp keepers, contact: Ana Ruiz at ana@h.example",
			"body The lamps asked Ana Ruiz||||ana@h.example",
		},
		{
			"The lamps¶For more information, or for interviews with the old lamp keepers, contact: Ana Ruiz",
			"body The lamps¶For more information, or for interviews with the old lamp keepers, contact: Ana Ruiz",
		},
		{"The lamps¶About Harbour Union¶It lights lamps.", "body The lamps about About Harbour Union¶It lights lamps."},
		{"The lamps¶Notes to editors:¶It lights lamps.", "body The lamps notes It lights lamps."},
		{"Press contact: Ana Ruiz, ana@h.example", "body Press contact: Ana Ruiz, ana@h.example"},
		{"The lamps¶Ana Ruiz, 555-010-0142, ana@h.example", "body The lamps asked Ana Ruiz|||555-010-0142|ana@h.example"},
		{"The lamps¶|Contact | Ana Ruiz | ana@h.example|", "body The lamps asked Ana Ruiz||||ana@h.example"},
	} {
		d := drafted("en")
		d.takeBody(lined(c[0]))
		if got := said(d); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	d := drafted("en")
	d.releaseLines = []string{"Embargoed"}
	if d.takeBody(lined("The lamps¶For immediate release")); len(d.Body) != 2 || len(d.releaseLines) != 1 {
		t.Errorf("a second line of release: %s", said(d))
	}
	for _, c := range [][2]string{
		{"Press contact: Ana Ruiz, ana@h.example", "body  asked Ana Ruiz||||ana@h.example"},
		{"Press contact¶^Lamps¶^Quays", "body  notes Press contact¶Lamps¶Quays"},
		{"|Contact | Ana Ruiz | ana@h.example|", "body  asked Ana Ruiz||||ana@h.example"},
		{"About Harbour Union¶It lights lamps.", "body  about About Harbour Union¶It lights lamps."},
		{"Notes to editors:¶It lights lamps.", "body  notes It lights lamps."},
		{"###", "body "},
		{"Ana Ruiz ana@h.example", "body  asked Ana Ruiz||||ana@h.example"},
		{
			"They ask ana@h.example " + strings.Repeat("lamp ", 16),
			"body  asked They ask|lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp|||ana@h.example",
		},
		{
			"They ask ana@h.example " + strings.Repeat("lamp ", 17),
			"body  notes They ask ana@h.example lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp lamp ",
		},
		{"The lamps", "body  notes The lamps"},
	} {
		d := drafted("en")
		d.takeTail(lined(c[0]))
		if got := said(d); got != c[1] {
			t.Errorf("%.60s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range []struct {
		p    prose.Para
		want bool
	}{
		{prose.Para{Text: "Press contact"}, true},
		{prose.Para{Text: "Press contact a b c d e f of Marlow:"}, true},
		{prose.Para{Text: "Contact a b c d e f g, level"}, false},
	} {
		if got := isLabel(c.p, prose.ContactLine); got != c.want {
			t.Errorf("%s is a label: %t", c.p.Text, got)
		}
	}
	note := "Notes to editors about all of the old lamps of Marlow"
	if isLabel(prose.Para{Text: note}, notesLine) || !isLabel(prose.Para{Text: note, Level: 2}, notesLine) {
		t.Error("a long line is a label as a heading alone")
	}
}

// TestBoilerplatesAndNotes go on up to the next part.
func TestBoilerplatesAndNotes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lines string
		want  int
	}{
		{"About Harbour Union¶It lights lamps.¶It ropes.", 3},
		{"About Harbour Union¶It lights lamps.¶About Rivers Trust", 2},
		{"About Harbour Union¶It lights lamps.¶Press contact: Ana Ruiz", 2},
		{"About Harbour Union¶It lights lamps.¶Notes to editors:", 2},
		{"About Harbour Union¶It lights lamps.¶#Lamps", 2},
		{"About Harbour Union¶It lights lamps.¶For more information: Ana Ruiz, 555-010-0142", 2},
		{"About Harbour Union¶It lights lamps.¶###", 2},
		{"About Harbour Union¶It lights lamps.¶“We light lamps,” says Ana Ruiz.", 2},
		{"About Harbour Union¶It lights lamps.¶It says “we light lamps”.", 3},
		{"About Harbour Union¶“We light lamps,” says Ana Ruiz.¶It ropes.", 3},
	} {
		d := drafted("en")
		if got := d.about(lined(c.lines)); got != c.want || len(d.Boilerplate) != c.want {
			t.Errorf("%s: %d", c.lines, got)
		}
	}
	for _, c := range []struct {
		lines string
		want  int
	}{
		{"Notes to editors:¶It lights lamps.¶It ropes.", 3},
		{"Notes to editors: It lights lamps.¶It ropes.", 2},
		{"Notes to editors:¶It lights lamps.¶About Rivers Trust", 2},
		{"Notes to editors:¶It lights lamps.¶Press contact: Ana Ruiz", 2},
		{"Notes to editors:¶It lights lamps.¶For more information: Ana Ruiz, 555-010-0142", 2},
		{"Notes to editors:¶It lights lamps.¶###", 2},
	} {
		if got := drafted("en").noteBlock(lined(c.lines)); got != c.want {
			t.Errorf("%s: %d", c.lines, got)
		}
	}
}
