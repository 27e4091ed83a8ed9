// Package hush keeps what is not public yet out of what others read: logs, notices and
// calls, which pass through mail servers, log collectors and other people's hands.
//
// In the place of a release's name and headline stands a number, by which the commands
// take it as well.
package hush

import (
	"regexp"
	"slices"
	"strings"
)

// Secret is what must not be read, and the number that stands in its place.
type Secret struct{ Word, Number string }

// Words are all that must not be read.
type Words []Secret

// In is a text without them. The longer one goes first: the id of a mailing begins with
// the name of its release.
func (w Words) In(text string) string {
	sorted := slices.Clone(w)
	slices.SortStableFunc(sorted, func(a, b Secret) int { return len(b.Word) - len(a.Word) })
	for _, s := range sorted {
		if s.Word != "" {
			text = replace(text, s.Word, s.Number)
		}
	}
	return text
}

// mailing finds the id of any mailing.
var mailing = regexp.MustCompile(`[a-z0-9-]+/[a-z]+-[0-9]+`)

// Text is a text without words that are not public. Where an error kept from telling
// which these are, as when the database fails and the text is about that, no mailing is
// named at all.
func Text(text string, words Words, unknown error) string {
	text = words.In(text)
	if unknown != nil {
		text = mailing.ReplaceAllString(text, "a mailing")
	}
	return text
}

// replace puts a number where a word stands by itself: "sea" is not in "search".
func replace(text, word, number string) string {
	var out strings.Builder
	for rest := text; ; {
		i := strings.Index(rest, word)
		if i < 0 {
			out.WriteString(rest)
			return out.String()
		}
		end := i + len(word)
		before := len(text) - len(rest) + i
		if within(text, before) || within(text, before+len(word)) {
			out.WriteString(rest[:end])
		} else {
			out.WriteString(rest[:i] + number)
		}
		rest = rest[end:]
	}
}

// within tells whether a place lies inside a word.
func within(text string, at int) bool {
	return at > 0 && at < len(text) && letter(text[at-1]) && letter(text[at])
}

func letter(b byte) bool {
	return b == '-' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}
