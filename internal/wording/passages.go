package wording

import "strings"

// Passage is a place of a text where lines became others.
type Passage struct {
	// Line is its first line in the text as it is now, from 1.
	Line      int
	Stretches []Stretch // word by word
}

// Bare tells whether no word of it changed: spaces did, or the ends of lines.
func (p Passage) Bare() bool {
	for _, s := range p.Stretches {
		if s.Old || s.New {
			return false
		}
	}
	return true
}

// Passages compares two texts line by line, and word by word where lines differ. Places that
// one kept line divides are one.
func Passages(before, after string) []Passage {
	var out []Passage
	list := changes(before, after)
	shift := 0 // by how many bytes the new text is ahead
	for i := 0; i < len(list); {
		from, to, at := list[i].from, list[i].to, list[i].from+shift
		shift += len(list[i].text) - (list[i].to - list[i].from)
		for i++; i < len(list) && strings.Count(before[to:list[i].from], "\n") <= 1; i++ {
			to = list[i].to
			shift += len(list[i].text) - (list[i].to - list[i].from)
		}
		out = append(out, Passage{strings.Count(after[:at], "\n") + 1, Words(before[from:to], after[at:to+shift])})
	}
	return out
}
