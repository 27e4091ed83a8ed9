package release

import (
	"strings"

	"pressroom/internal/pattern"
)

var endMark = pattern.New(`(?i)^[\s–—\[(-]*(?:(?:#\s?){1,6}|(?:\*\s?){3,}|x{3}|ends?|fin|ende|fine|fim|einde|-?\s?30\s?-?|–\s?30\s?–|` +
	`ends here|-\s*ends\s*-|-\s*ende\s*-|-\s*fin\s*-)[\s–—\])-]*$`)

// IsEndMark tells whether a line is nothing but what newsrooms write below the copy: ###, -30-,
// ENDS.
func IsEndMark(s string) bool { return endMark.MatchString(s) && len(s) < 24 }

// withoutEndMark are blocks without the end mark that somebody has typed below them: each artefact
// has its own.
func withoutEndMark(blocks []Block) []Block {
	for len(blocks) > 0 {
		last := blocks[len(blocks)-1]
		p, ok := last.(*Paragraph) // Markdown reads ### as a heading without words, of which there are none
		if !ok {
			return blocks
		}
		text := PlainText(p.Inlines)
		if !IsEndMark(text) || strings.EqualFold(text, "xxx") { // which more often stands for what is to be written
			return blocks
		}
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}
