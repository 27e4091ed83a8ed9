package dispatch

import (
	"fmt"
	"io"

	"pressroom/internal/saying"
)

// People says in lines who is concerned, and what becomes of the page: what Describe
// prints below what changed.
func (a *Amendment) People() saying.Lines {
	var out saying.Lines
	a.describePeople(&out)
	a.describePage(&out)
	return out
}

// print prints lines below each other.
func print(out io.Writer, lines saying.Lines) {
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
}
