package web

import (
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// change is a stretch of words: kept, taken out or put in.
type change struct {
	Text     string
	Old, New bool
}

// diffWords compares two texts word by word.
func diffWords(before, after string) []change {
	lines := func(s string) string { // one word a line, for a comparison by lines
		return strings.Join(strings.Fields(strings.ReplaceAll(s, "\n\n", " ¶ ")), "\n") + "\n"
	}
	a := lines(before)
	var out []change
	add := func(text string, old, fresh bool) {
		text = strings.TrimSpace(strings.ReplaceAll(text, "\n", " "))
		if text == "" {
			return
		}
		if n := len(out); n > 0 && out[n-1].Old == old && out[n-1].New == fresh {
			out[n-1].Text += " " + text
			return
		}
		out = append(out, change{text, old, fresh})
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
func withoutCrumbs(in []change) []change {
	var out []change
	for i := 0; i < len(in); {
		var before, after []string
		changed := false
		j := i
		for ; j < len(in); j++ {
			c := in[j]
			crumb := !c.Old && !c.New && changed && !strings.Contains(c.Text, " ") && j+1 < len(in)
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
			out = append(out, change{strings.Join(before, " "), true, false})
		}
		if len(after) > 0 {
			out = append(out, change{strings.Join(after, " "), false, true})
		}
		i = j
	}
	return out
}
