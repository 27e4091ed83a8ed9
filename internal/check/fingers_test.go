package check

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is said of each slip of the list when one letter around it is missing, or stands
// twice: where it begins to be one, and where it ends.
func TestWhereASlipBeginsAndEnds(t *testing.T) {
	var b strings.Builder
	for _, e := range entries(t, "slips.txt") {
		if e.slot == "body" || e.slot == "quote" || e.slot == "headline" {
			if len(e.text) <= 120 {
				fmt.Fprintf(&b, "=== %s\n%s", e.name, expect.Slips(strings.Replace(e.text, caret, "", 1), expect.Letters, e.said(t)))
			}
		}
	}
	expect.File(t, "fingers.golden.txt", b.String())
}

// The same where a word is written otherwise.
func TestASlipWithAWordWrittenOtherwise(t *testing.T) {
	var b strings.Builder
	for _, e := range entries(t, "slips.txt") {
		if len(e.text) <= 200 {
			fmt.Fprintf(&b, "=== %s\n%s", e.name, expect.Turns(strings.Replace(e.text, caret, "", 1), expect.Words, e.said(t)))
		}
	}
	expect.File(t, "turned.golden.txt", b.String())
}

// said is what is said of a release with another text in an entry's slot.
func (e entry) said(t *testing.T) func(text string) string {
	return func(text string) string {
		e.text = text
		src, _ := e.source()
		var said []string
		for _, found := range look(t, src) {
			said = append(said, fmt.Sprintf("%s [%s]", found.Message, found.Rule))
		}
		return strings.ReplaceAll(strings.Join(said, " / "), "\n", "⏎")
	}
}
