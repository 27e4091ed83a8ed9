// Package wording is words that several rooms say: what changed between two texts,
// word by word, and how many there are of something.
//
// Words gives all stretches in their order; Changes only what changed, each with a
// few words around it.
package wording

import (
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// Stretch is a stretch of words: kept, taken out or put in.
type Stretch struct {
	Text     string
	Old, New bool
}

// Words compares two texts word by word.
func Words(before, after string) []Stretch {
	lines := func(s string) string { // one word a line, for a comparison by lines
		return strings.Join(strings.Fields(strings.ReplaceAll(s, "\n\n", " ¶ ")), "\n") + "\n"
	}
	a := lines(before)
	var out []Stretch
	add := func(text string, old, fresh bool) {
		text = strings.TrimSpace(strings.ReplaceAll(text, "\n", " "))
		if text == "" {
			return
		}
		out = append(out, Stretch{text, old, fresh})
	}
	at := 0
	for _, e := range udiff.Lines(a, lines(after)) {
		add(a[at:e.Start], false, false)
		add(a[e.Start:e.End], true, false)
		add(e.New, false, true)
		at = e.End
	}
	add(a[at:], false, false)
	return withoutCrumbs(out)
}

// withoutCrumbs makes one change of two that a single kept word divides: what is
// crossed out first, then what is new.
func withoutCrumbs(in []Stretch) []Stretch {
	var out []Stretch
	for i := 0; i < len(in); {
		var before, after []string
		changed := false
		j := i
		for ; j < len(in); j++ {
			c := in[j]
			crumb := changed && !strings.Contains(c.Text, " ") && j+1 < len(in)
			if !c.Old && !c.New && !crumb {
				break
			}
			changed = true
			if !c.New {
				before = append(before, c.Text)
			}
			if !c.Old {
				after = append(after, c.Text)
			}
		}
		if !changed {
			out = append(out, in[i])
			i++
			continue
		}
		if len(before) > 0 {
			out = append(out, Stretch{strings.Join(before, " "), true, false})
		}
		if len(after) > 0 {
			out = append(out, Stretch{strings.Join(after, " "), false, true})
		}
		i = j
	}
	return out
}

// Change is words that became others; Before or After is empty where some were only
// put in or taken out.
type Change struct{ Before, After string }

// around is how many unchanged words stand on either side of a change.
const around = 3

// Changes lists what changed, each change with up to three words around it.
func Changes(before, after string) []Change {
	all := Words(before, after)
	var out []Change
	for i := 0; i < len(all); i++ {
		s := all[i]
		if !s.Old && !s.New {
			continue
		}
		var c Change
		if s.Old {
			c.Before = s.Text
			if i+1 < len(all) && all[i+1].New {
				i++
				c.After = all[i].Text
			}
		} else {
			c.After = s.Text
		}
		head, tail := "", ""
		if j := i - 1; j >= 0 {
			if all[j].Old {
				j--
			}
			if j >= 0 && !all[j].Old && !all[j].New {
				words := strings.Fields(all[j].Text)
				head = strings.Join(words[max(0, len(words)-around):], " ")
			}
		}
		if i+1 < len(all) && !all[i+1].Old && !all[i+1].New {
			words := strings.Fields(all[i+1].Text)
			tail = strings.Join(words[:min(around, len(words))], " ")
		}
		frame := func(s string) string {
			return strings.Join(strings.Fields(head+" "+s+" "+tail), " ")
		}
		out = append(out, Change{frame(c.Before), frame(c.After)})
	}
	return out
}
