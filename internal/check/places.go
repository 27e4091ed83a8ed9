package check

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// Place is a part of a text, and where it stands.
type Place struct {
	Text   string // a run of characters as a reader sees them
	Around string // with some of what stands before and behind it, in one line
	At     diagnostic.Position
}

// Places finds the characters among chars in what a release's documents print: each
// run of them at its first place, at most limit runs in all.
func Places(docs []*frontmatter.Document, chars []rune, limit int) []Place {
	any := string(chars)
	wanted := make(map[rune]bool, len(chars))
	for _, c := range chars {
		wanted[c] = true
	}
	var out []Place
	seen := make(map[string]bool)
	for _, f := range files(docs) {
		for _, t := range f.texts {
			if !t.set || !strings.ContainsAny(t.s, any) {
				continue
			}
			for _, p := range runs(t, wanted) {
				if seen[p.Text] {
					continue
				}
				if seen[p.Text] = true; len(out) < limit {
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// runs are the stretches of a text whose every character, as a reader sees it, is or
// holds a wanted one.
func runs(t text, wanted map[rune]bool) []Place {
	var out []Place
	offset, end := 0, -1
	for rest, state := t.s, -1; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if strings.ContainsFunc(cluster, func(c rune) bool { return wanted[c] }) {
			if end == offset {
				last := &out[len(out)-1]
				if utf8.RuneCountInString(last.Text) < 40 {
					last.Text += cluster
				}
			} else {
				out = append(out, Place{cluster, around(t.s, offset), t.at(offset)})
			}
			end = offset + len(cluster)
		}
		offset += len(cluster)
	}
	return out
}

// around is a part of a text on both sides of an offset, in one line.
func around(s string, offset int) string {
	const side = 20
	before, after := []rune(s[max(0, offset-4*side):offset]), []rune(s[offset:min(len(s), offset+4*side)])
	part := string(before[max(0, len(before)-side):]) + string(after[:min(len(after), side)])
	return strings.Trim(strings.Join(strings.Fields(part), " "), "\uFFFD")
}
