package wording

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func shownPassages(list []Passage) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%d:", p.Line)
		for _, s := range p.Stretches {
			switch {
			case s.Old:
				fmt.Fprintf(&b, " -%s", s.Text)
			case s.New:
				fmt.Fprintf(&b, " +%s", s.Text)
			default:
				fmt.Fprintf(&b, " %s", s.Text)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestPassagesAreThePlacesThatChanged(t *testing.T) {
	const text = "one\ntwo three\nfour\nfive\nsix\nseven\n"
	for name, c := range map[string]struct{ after, want string }{
		"nothing":                           {text, ""},
		"a word":                            {strings.Replace(text, "three", "3", 1), "2: two -three +3\n"},
		"two places":                        {strings.NewReplacer("one", "1", "six", "6").Replace(text), "1: -one +1\n5: -six +6\n"},
		"two that two kept lines divide":    {strings.NewReplacer("four", "4", "seven", "7").Replace(text), "3: -four +4\n6: -seven +7\n"},
		"two that one kept line divides":    {strings.NewReplacer("four", "4", "six", "6").Replace(text), "3: -four five six +4 five 6\n"},
		"a line more, and a later place":    {"zero\n" + strings.Replace(text, "seven", "7", 1), "1: +zero\n7: -seven +7\n"},
		"a line less, and a later place":    {strings.NewReplacer("one\n", "", "seven", "7").Replace(text), "1: -one\n5: -seven +7\n"},
		"spaces alone":                      {strings.Replace(text, "two three", "two  three", 1), "2: two three\n"},
		"a last line that no line end ends": {strings.TrimSuffix(text, "\n"), "6: seven\n"},
	} {
		got := Passages(text, c.after)
		if shownPassages(got) != c.want {
			t.Errorf("%s:\n%swant\n%s", name, shownPassages(got), c.want)
		}
		if bare := name == "spaces alone" || strings.HasPrefix(name, "a last line"); len(got) > 0 && got[0].Bare() != bare {
			t.Errorf("%s: bare is %v", name, got[0].Bare())
		}
	}
}

// What the passages say was taken out and put in makes the one text of the other.
func TestPassagesHaveEachWordThatChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([ab]{1,2}[ \n]){0,12}`)
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		count := make(map[string]int)
		for _, w := range strings.Fields(after) {
			count[w]++
		}
		for _, w := range strings.Fields(before) {
			count[w]--
		}
		for _, p := range Passages(before, after) {
			if lines := strings.Count(after, "\n") + 1; p.Line < 1 || p.Line > lines {
				t.Fatalf("line %d of %d", p.Line, lines)
			}
			for _, s := range p.Stretches {
				for _, w := range strings.Fields(s.Text) {
					if s.Old && w != "¶" {
						count[w]++
					}
					if s.New && w != "¶" {
						count[w]--
					}
				}
			}
		}
		for w, n := range count {
			if n != 0 {
				t.Fatalf("%q: %d are not told", w, n)
			}
		}
	})
}
