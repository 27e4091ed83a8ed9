package dispatch

import (
	"slices"
	"strings"
)

// People says in lines who is concerned, and what becomes of the page: what Describe
// prints below what changed.
func (a *Amendment) People() []string {
	var b strings.Builder
	a.describePeople(&b)
	a.describePage(&b)
	return linesOf(b.String())
}

// Concerned says in lines what a withdrawal does and to whom, without its reasons.
func (a *Withdrawal) Concerned() []string {
	silent := *a
	silent.sentences = nil
	var b strings.Builder
	silent.Describe(&b)
	return linesOf(b.String())[1:] // the headline comes first
}

// linesOf are the lines of what is printed.
func linesOf(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return strings.TrimSpace(s) == "" })
}
