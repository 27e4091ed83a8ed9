package wording

import (
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// Merge is a text with what two people made of it, line by line: mine and theirs, which
// both began from base. ok tells whether that can be: where both wrote on the same lines, or
// on lines that touch, it cannot, unless they wrote the same.
func Merge(base, mine, theirs string) (merged string, ok bool) {
	a, b := changes(base, mine), changes(base, theirs)
	var out strings.Builder
	at := 0
	take := func(c change) {
		out.WriteString(base[at:c.from])
		out.WriteString(c.text)
		at = c.to
	}
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].to < b[0].from:
			take(a[0])
			a = a[1:]
		case len(a) == 0 || b[0].to < a[0].from:
			take(b[0])
			b = b[1:]
		case a[0] == b[0]:
			take(a[0])
			a, b = a[1:], b[1:]
		default:
			return "", false
		}
	}
	out.WriteString(base[at:])
	return out.String(), true
}

// change is that the bytes of a text between two beginnings of lines became others.
type change struct {
	from, to int
	text     string
}

// changes are those that made a text of another, in their order; a line that is kept stands
// between any two.
func changes(before, after string) []change {
	var out []change
	for _, e := range udiff.Lines(before, after) {
		out = append(out, change{e.Start, e.End, e.New})
	}
	return out
}
