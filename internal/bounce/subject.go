package bounce

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

var replyPrefix = pattern.New(`(?i)^\s*(re|aw|antw|antwort|sv|vs|rv|res|rif|r|ref|odp|tr|wg|fw|fwd|enc|i|doorst|رد|返信)\s*(\[\d+\])?\s*[:：]`)

// subject is what the sender says in the subject: without our own, which is quoted
// there, and whose words say nothing about this message.
func (m *parsed) subject() string {
	s := m.header("Subject")
	if replyPrefix.MatchString(s) {
		return "" // what follows is ours, in whatever language
	}
	for _, own := range m.own {
		if i := quotedAt(own).FindStringIndex(s); i != nil {
			s = s[:i[0]] + s[i[1]:]
			continue
		}
		// Programs cut long subjects.
		if i := strings.LastIndex(s, ": "); i >= 0 {
			rest := strings.TrimRight(s[i+2:], " .…")
			if utf8.RuneCountInString(rest) >= 10 && strings.HasPrefix(language.Fold(own), language.Fold(rest)) {
				s = s[:i+2]
			}
		}
	}
	return s
}

// isOwn tells whether a subject is ours, word for word.
func (m *parsed) isOwn(subject string) bool {
	for _, own := range m.own {
		if language.Fold(own) == language.Fold(subject) {
			return true
		}
	}
	return false
}

// withoutOwn is a text without our own subjects. Those of one or two words stay:
// they are words that anybody uses.
func (m *parsed) withoutOwn(s string) string {
	for _, own := range m.own {
		if len(strings.Fields(own)) > 2 {
			s = quotedAt(own).ReplaceAllString(s, " ")
		}
	}
	return s
}

// quotedAt finds a subject as it is quoted, with lines broken anywhere.
func quotedAt(own string) *regexp.Regexp {
	words := strings.Fields(strings.ToValidUTF8(own, ""))
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return regexp.MustCompile(`(?i)` + strings.Join(words, `\s+`))
}
