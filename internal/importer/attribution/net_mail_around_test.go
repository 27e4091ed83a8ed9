package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestMarksOfAParagraph are written as Markdown, where Markdown reads them as such.
func TestMarksOfAParagraph(t *testing.T) {
	t.Parallel()
	bold, slant := prose.Mark{From: 0, To: 5, Strong: true}, prose.Mark{From: 0, To: 5, Em: true}
	for _, c := range []struct {
		p             prose.Para
		first, slants bool
		want          string
	}{
		{prose.Para{Text: "Lamps"}, false, false, "Lamps"},
		{prose.Para{Text: "Lamps", Marks: []prose.Mark{bold}}, true, false, "**Lamps**"},
		{prose.Para{Text: "Lamps", Marks: []prose.Mark{bold}, Level: 1}, false, false, "**Lamps**"},
		{prose.Para{Text: "Lamps", Marks: []prose.Mark{slant}}, false, true, "*Lamps*"},
		{prose.Para{Text: "Lamps burn", Marks: []prose.Mark{slant}}, false, false, "*Lamps* burn"},
		{prose.Para{Text: "a Lamp", Marks: []prose.Mark{{From: 2, To: 6, Strong: true}}}, false, false, "a **Lamp**"},
		{prose.Para{Text: "a Lamp", Marks: []prose.Mark{{From: 2, To: 6, Em: true}}}, false, false, "a *Lamp*"},
		{prose.Para{Text: "Lamps", Marks: []prose.Mark{{From: 0, To: 2, Em: true}, {From: 2, To: 5, Em: true}}}, false, false, "Lamps"},
		{prose.Para{Text: "a   b", Marks: []prose.Mark{{From: 1, To: 4, Strong: true}}}, false, false, "a   b"},
		{prose.Para{Text: "Lamps burn", Marks: []prose.Mark{{From: 0, To: 6, Strong: true}}}, true, false, "**Lamps** burn"},
		{
			prose.Para{Text: "Lamps", Marks: []prose.Mark{{From: 0, To: 5, Href: "https://h.example", Strong: true}}},
			true,
			false,
			"[Lamps](https://h.example)",
		},
		{prose.Para{Text: "Lamps, all", Marks: []prose.Mark{bold}}, true, false, "**Lamps**, all"},
		{prose.Para{Text: "Lamps“ all", Marks: []prose.Mark{bold}}, true, false, "Lamps“ all"},
		{prose.Para{Text: "“Lamp”", Marks: []prose.Mark{{From: 0, To: 10, Strong: true}}}, true, false, "“Lamp”"},
		{prose.Para{Text: "a\nb"}, false, false, "a\\\nb"},
		{prose.Para{Text: "1. a"}, false, false, "1\\. a"},
		{prose.Para{Text: "1) a"}, false, false, "1\\) a"},
		{prose.Para{Text: "12"}, false, false, "12"},
		{prose.Para{Text: "# a"}, false, false, "\\# a"},
		{prose.Para{Text: "- a"}, false, false, "\\- a"},
		{prose.Para{Text: "-a"}, false, false, "-a"},
		{prose.Para{Text: "+ a"}, false, false, "\\+ a"},
		{prose.Para{Text: "+++"}, false, false, "\\+++"},
		{prose.Para{Text: "---"}, false, false, "\\---"},
		{prose.Para{Text: "==="}, false, false, "\\==="},
		{prose.Para{Text: `\*_[]<>|~&{}` + "`"}, false, false, `\\\*\_\[\]\<\>\|\~&amp;&#123;&#125;` + "\\`"},
		{prose.Para{Table: "| a |"}, false, false, "| a |"},
	} {
		if got := c.p.Markdown(); got != c.want || c.p.StrongFirst() != c.first || c.p.Slanted() != c.slants {
			t.Errorf("%s: %q, %t, %t", c.p.Text, got, c.p.StrongFirst(), c.p.Slanted())
		}
	}
}
