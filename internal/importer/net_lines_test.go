package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestLinesThatGoOn are joined to those before them, and others are paragraphs of their own.
func TestLinesThatGoOn(t *testing.T) {
	t.Parallel()
	x := func(n int) string { return strings.Repeat("x", n) }
	for _, c := range []struct {
		lines   string
		wrapped bool
		want    string
	}{
		{x(46) + "¶b", true, "XXXXxxxxxx b"},
		{x(45) + "¶b", true, "XXXXxxxxx¶^b"},
		{x(46) + "¶b", false, "XXXXxxxxxx¶^b"},
		{x(100) + "¶" + x(61) + "¶b", true, "XXXXXXXXXX XXXXXXx b"},
		{x(100) + "¶" + x(60) + "¶b", true, "XXXXXXXXXX XXXXXX¶^b"},
		{"- a" + x(46) + "¶b", true, "-aXXXXxxxxxx b"},
		{"- a" + x(40) + "¶b", true, "-aXXXX¶^b"},
		{"- a" + x(46) + "¶b", false, "-aXXXXxxxxxx¶^b"},
		{"1) a¶2. b", false, "1.a¶2.b"},
		{"Lamps¶. “We come.”", false, "Lamps. “We come.”"},
		{"Lamps¶said.", false, "Lamps said."},
		{"- Lamps¶said.", false, "-Lamps¶^said."},
		{"Lamps¶-30-", false, "Lamps¶^-30-"},
		{"“¶We come", false, "“We come"},
		{"Marlow Sheriff¶Ana Ruiz¶said", false, "Marlow Sheriff Ana Ruiz said"},
		{"- Marlow Sheriff¶Ana Ruiz¶said", false, "-Marlow Sheriff¶^Ana Ruiz said"},
		{"“We come,”¶Ana Ruiz¶said", false, "“We come,” Ana Ruiz said"},
		{"“We come.”¶Ana Ruiz¶said", false, "“We come.”¶^Ana Ruiz said"},
		{"“We come,”¶Ana Ruiz", false, "“We come,” Ana Ruiz"},
		{"“We come,”¶said Ana Ruiz", false, "“We come,” said Ana Ruiz"},
		{x(60) + "¶Date: 4 May 2026", true, "XXXXXX¶^Date: 4 May 2026"},
		{x(60) + "¶Ana Ruiz – Harbour – 555-010-0142", true, "XXXXXX¶^Ana Ruiz – Harbour – 555-010-0142"},
		{"Press contact: " + x(40) + " Ana Ruiz " + x(10) + "¶4 May 2026", true, "Press contact: XXXX Ana Ruiz X¶^4 May 2026"},
	} {
		var out []string
		for _, p := range paragraphs(strings.Split(c.lines, "¶"), c.wrapped) {
			s := strings.ReplaceAll(p.Text, strings.Repeat("x", 10), "X")
			if p.Tight {
				s = "^" + s
			}
			out = append(out, p.Bullet+s)
		}
		if got := strings.Join(out, "¶"); got != c.want {
			t.Errorf("%s, %t: %q, want %q", strings.ReplaceAll(c.lines, x(10), "X"), c.wrapped, got, c.want)
		}
	}
	for _, c := range []struct {
		before, line string
		want         bool
	}{
		{"“We come,”", "Ana Ruiz", true},
		{`"We come,"`, "Ana Ruiz", true},
		{"“We come.”", "Ana Ruiz", false},
		{"“We come,”", "“Ana Ruiz”", false},
		{"“We come,”", "Ana " + strings.Repeat("a ", 10), true},
		{"“We come,”", "Ana " + strings.Repeat("a ", 11), false},
	} {
		if got := clauseLine(c.before, c.line); got != c.want {
			t.Errorf("%s %s: %t", c.before, c.line, got)
		}
	}
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"the lamps", "burn", true},
		{"the lamps,", "burn", true},
		{"the lamps-", "burn", true},
		{"the lamps.", "burn", false},
		{"the lamps", "Burn", false},
		{"the lamps;", "burn", false},
		{"the 9", "burn", false},
		{"the lamps", "9", false},
	} {
		if got := goesOn(c.before, c.after); got != c.want {
			t.Errorf("%s, %s: %t", c.before, c.after, got)
		}
	}
	long := "The lamps of old Marlow burn for as long as the harbour is on"
	for i, c := range []struct {
		list    []prose.Para
		wrapped bool
		want    int
	}{
		{[]prose.Para{{Text: long}, {Text: "and on"}}, true, 1},
		{[]prose.Para{{Text: long}, {Text: "and on"}}, false, 2},
		{[]prose.Para{{Text: long[:60]}, {Text: "and on"}}, true, 2},
		{[]prose.Para{{Text: long, Level: 1}, {Text: "and on"}}, true, 2},
		{[]prose.Para{{Text: long}, {Text: "and on", Bullet: "-"}}, true, 2},
		{[]prose.Para{{Text: long}, {Text: "And on"}}, true, 2},
	} {
		if got := len(rejoin(c.list, c.wrapped)); got != c.want {
			t.Errorf("%d: %d paragraphs", i, got)
		}
	}
}

// TestRunningLinesOfPages are taken out where all pages but one have them, and not on the first.
func TestRunningLinesOfPages(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{ // pages with "|" between, lines with "/"
		{"Quay 1/a/b/c/d|Quay 2/e/f/g/h", "Quay 1/a/b/c/d//e/f/g/h"},
		{"Quay 1/a/b/c/d|Quay 2/e/f/g/h|Ropes/i/j/k/l", "Quay 1/a/b/c/d//e/f/g/h//Ropes/i/j/k/l"},
		{"Quay 1/a/b/c/d|Ropes/e/f/g/h|Quay 2/i/j/k/l", "Quay 1/a/b/c/d//Ropes/e/f/g/h//i/j/k/l"},
		{"Quay 1/a/b/c/d|Ropes/e/f/g/h|Ships/i/j/k/l|Quay 2/m/n/o/p", "Quay 1/a/b/c/d//Ropes/e/f/g/h//Ships/i/j/k/l//Quay 2/m/n/o/p"},
		{"Ropes/Ropes/b/c/d|e/f/g/h/i", "Ropes/Ropes/b/c/d//e/f/g/h/i"},
		{"a/b/c/d|Ropes/Ropes/e/f", "a/b/c/d//Ropes/Ropes/e/f"},
		{"a/b/Quay 1/c/d|e/f/Quay 2/g/h", "a/b/Quay 1/c/d//e/f/Quay 2/g/h"},
		{"a/b/c/d|Page 2/e", "a/b/c/d//e"},
		{"a/b/c/d|###/e", "a/b/c/d//###/e"},
	} {
		text := strings.ReplaceAll(strings.ReplaceAll(c[0], "/", "\n"), "|", "\f")
		if got := strings.ReplaceAll(strings.ReplaceAll(unpage(text), "\n", "/"), "\f", "|"); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestPeopleBesideEachOther are written below one another.
func TestPeopleBesideEachOther(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Ana Ruiz      Bo Lind¶ana@h.example      bo@h.example", "Ana Ruiz¶ana@h.example¶¶Bo Lind¶bo@h.example"},
		{"Ana Ruiz      lamps¶ana@h.example      bo@h.example", "Ana Ruiz      lamps¶ana@h.example      bo@h.example"},
		{"Ana Ruiz      Bo Lind¶lamps      bo@h.example", "Ana Ruiz      Bo Lind¶lamps      bo@h.example"},
		{"Ana Ruiz      555-010-0142¶Harbour      Quay", "Ana Ruiz¶Harbour¶555-010-0142¶Quay"},
		{"Ana Ruiz      Harbour¶Quay      555-010-0142", "Ana Ruiz      Harbour¶Quay      555-010-0142"},
		{"Ana Ruiz      555-010-0142¶ana@h.example      Quay", "Ana Ruiz      555-010-0142¶ana@h.example      Quay"},
		{"Ana Ruiz      555-010-0142", "Ana Ruiz      555-010-0142"},
		{"lamps      555-010-0142¶Harbour      Quay", "lamps      555-010-0142¶Harbour      Quay"},
		{
			"For immediate release      Contact: Ana Ruiz¶4 May 2026      555-010-0142",
			"For immediate release¶4 May 2026¶¶Contact: Ana Ruiz¶555-010-0142",
		},
		{
			"For immediate release      Contact: Ana Ruiz¶4 May 2026      lamps",
			"For immediate release      Contact: Ana Ruiz¶4 May 2026      lamps",
		},
		{
			"Lamps for Marlow      Contact: Ana Ruiz¶4 May 2026      555-010-0142",
			"Lamps for Marlow      Contact: Ana Ruiz¶4 May 2026      555-010-0142",
		},
		{
			"For immediate release      Ana Ruiz¶4 May 2026      555-010-0142",
			"For immediate release      Ana Ruiz¶4 May 2026      555-010-0142",
		},
		{
			"For immediate release      Contact: Ana Ruiz¶                     555-010-0142",
			"For immediate release¶¶Contact: Ana Ruiz¶555-010-0142",
		},
	} {
		if got := strings.Join(inColumns(strings.Split(c[0], "¶")), "¶"); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for line, want := range map[string]bool{
		"Ana Ruiz": true, "Harbour Union": false, "Director Ruiz": false, "Editorial Ruiz": false, "Ana": false, "Press Contact": false,
	} {
		if got := personAlone(line); got != want {
			t.Errorf("%s is alone: %t", line, got)
		}
	}
}

// TestLinesOfAPageThatAreNoneOfTheRelease are left out, and told.
func TestLinesOfAPageThatAreNoneOfTheRelease(t *testing.T) {
	t.Parallel()
	d := drafted("en")
	kept := d.withoutAds(lined("Lamps¶Advertisement¶Sponsored content¶.quay { color: red }¶Quays¶|Advertisement|"))
	if got := outlined(kept); got != "Lamps¶Quays¶|Advertisement|" || len(d.Unsure) != 1 ||
		!strings.Contains(d.Unsure[0], "“Advertisement”") {
		t.Errorf("advertisements: %q, told %q", got, d.Unsure)
	}
	link := []prose.Mark{{To: 5, Href: "https://h.example"}}
	for i, c := range []struct {
		p    prose.Para
		kept int
	}{
		{prose.Para{Text: "Unsubscribe", Marks: link}, 0},
		{prose.Para{Text: "Unsubscribe", Marks: []prose.Mark{{To: 5, Strong: true}}}, 1},
		{prose.Para{Text: "Unsubscribe"}, 1},
		{prose.Para{Table: "| [Unsubscribe](https://h.example)"}, 0},
		{prose.Para{Text: "[Unsubscribe](https://h.example)"}, 0},
		{prose.Para{Text: "Unsubscribe · Quays"}, 0},
		{prose.Para{Text: "Unsubscribe | Quays"}, 0},
		{prose.Para{Text: "Unsubscribe • Quays"}, 0},
		{prose.Para{Text: "Lamps | Quays"}, 1},
		{prose.Para{Text: "Unsubscribe |" + strings.Repeat(" a", 27)}, 0},
		{prose.Para{Text: "Unsubscribe |" + strings.Repeat(" a", 28)}, 1},
	} {
		if kept, told := withoutFooter([]prose.Para{c.p}); len(kept) != c.kept || len(told) != 1-c.kept {
			t.Errorf("%d: %d kept, told %q", i, len(kept), told)
		}
	}
	for _, c := range []struct {
		lines string
		want  bool
	}{
		{"“We light all of the old lamps,” says Ana.¶The old lamps burn all the night.¶The old quays are lit all night.", true},
		{"“We light all of the old lamps,” says Ana.¶The old lamps burn all the night.", false},
		{"We light all of the old lamps, she says.¶The old lamps burn all the night.¶The old quays are lit all night.", false},
		{"“We light all of the old lamps,” says Ana.¶The old lamps burn all the night¶The old quays are lit all night.", false},
		{"“We light all of the old lamps¶The old lamps burn all the night.¶The old quays are lit all night.", true},
		{strings.Repeat("“", 61) + " a b c d e f g.¶The old lamps burn all the night.¶The old quays are lit all night.", false},
	} {
		if got := numberedCopy(lined(c.lines)); got != c.want {
			t.Errorf("%.60s: %t", c.lines, got)
		}
	}
}

// TestSignsOfOtherPrograms are written as a release has them.
func TestSignsOfOtherPrograms(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{`a\*b`, "a*b"}, {`a\b`, `a\b`}, {`a\`, `a\`}, {`a\\b`, `a\b`}, {"a&amp;b", "a&b"}, {`\&amp;`, "&"}, {`\é`, `\é`},
	} {
		if got := unescaped(c[0]); got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
	for _, sign := range strings.Split("\\`*_{}[]()<>#+-.!|~=^\"'$", "") {
		if got := unescaped(`\` + sign); got != sign {
			t.Errorf("%s: %q", sign, got)
		}
	}
	for _, c := range [][2]string{
		{
			",,Lampe'' sagt sie",
			"„Lampe” sagt sie",
		}, {
			"‚‚Lampe’’ sagt sie",
			"„Lampe” sagt sie",
		}, {
			"``Lamp'' she says",
			"“Lamp” she says",
		}, {
			"Lamp",
			"Lamp",
		},
	} {
		list := []prose.Para{{Text: c[0]}}
		if withoutDoubled(list); list[0].Text != c[1] {
			t.Errorf("%s: %q", c[0], list[0].Text)
		}
	}
	long := strings.TrimSpace(strings.Repeat("lamp ", 24)) + "s"
	for _, c := range [][3]string{ // mark, file, text
		{`{{< press title="Lamps" text="` + long + `" >}}`, "Lamps", "\n\n# Lamps\n\n" + long + "\n\n"},
		{`{{< press title="Lamps" text="` + long + `" >}}`, "Lamps and Lamps", "\n\n" + long + "\n\n"},
		{`{{< press headline="Lamps" text="` + long + `" >}}`, "Lamps", "\n\n# Lamps\n\n" + long + "\n\n"},
		{`{{< press heading="Lamps" text="` + long + `" >}}`, "Lamps", "\n\n# Lamps\n\n" + long + "\n\n"},
		{`{{< press text="` + long[1:] + `" >}}`, "", ""},
		{`{{< press text="` + strings.Repeat("x", 120) + `" >}}`, "", ""},
		{`{{< press title="Lamps" >}}`, "Lamps", ""},
		{`{{< press text="` + long + `<br><br/>` + long + `" >}}`, "", "\n\n" + long + "\n\n" + long + "\n\n"},
	} {
		if got := textOf(c[0], c[1]); got != c[2] {
			t.Errorf("%.40s: %q", c[0], got)
		}
	}
	for _, c := range [][2]string{
		{` src="a.png" alt="Quay" caption="Lamps"`, `<figure><img src="a.png" alt="Quay"><figcaption>Lamps</figcaption></figure>`},
		{` "a.png" "Quay"`, `<figure><img src="a.png" alt="Quay"></figure>`},
		{` "a.png" src="b.png"`, `<figure><img src="b.png" alt=""></figure>`},
		{` "a.png" alt="Quay"`, `<figure><img src="a.png" alt="Quay"></figure>`},
		{` url="a.png" credit="Ana Ruiz"`, `<figure><img src="a.png" alt=""><figcaption>(Photo: Ana Ruiz)</figcaption></figure>`},
		{` alt="Quay"`, ""},
	} {
		if got := figureOf(c[0]); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}
