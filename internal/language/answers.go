package language

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Answers is how people who read a language answer a mail: the words with which
// they leave a list, what is polite around them, and how their mail programs mark
// what is quoted. All of it is folded (see Fold).
type Answers struct {
	// Leave are what says by itself that somebody wants no more mail.
	Leave []string
	// Strike are verbs that say so with whom they take off, who are the Whom: "delete" and
	// "my", of "delete my address". Languages that put both into one word have none.
	Strike, Whom []string
	// Lists are what one is on: a sentence with all three that says more is for a person to read.
	Lists []string
	// Cease are words that say so with what they want no more of, which is Mail: "I don't
	// want" and "emails".
	Cease, Mail []string
	// Alone are those that say so only where nothing stands beside them but what is
	// polite: "stop" does, "stop the release" does not.
	Alone []string
	// Polite may stand beside each, Filler beside Leave, Strike and Cease: neither changes anything.
	Polite, Filler []string
	// Greetings begin a line that greets; Closings one after which a signature
	// may follow.
	Greetings, Closings []string
	// On begins the line that introduces a quoted mail, and Wrote are its verbs;
	// Original is what the rule above one says, and From, Sent are the names of the
	// header fields under it.
	On, Wrote, Original, From, Sent []string
	// Device begin the line that a telephone adds.
	Device []string
	// Spaced tells that words are divided by spaces.
	Spaced bool
}

// allAnswers has the word that the foot of every mail asks for among those that leave.
var allAnswers = sync.OnceValue(func() map[string]Answers {
	out := make(map[string]Answers)
	for _, tag := range Known() {
		if _, under := builtin()[parentOf(tag)]; under {
			continue // nobody leaves a list in another way in Brazil than in Portugal
		}
		c, _ := For(tag)
		a := c.Answers
		if word := Fold(c.Say(LeaveSubject)); !slices.Contains(a.Leave, word) {
			a.Leave = slices.Concat(a.Leave, []string{word})
		}
		out[tag] = a
	}
	return out
})

// AllAnswers are the ways of answering in the languages of the program, by their tags
// without a region.
func AllAnswers() map[string]Answers { return allAnswers() }

// Fold makes words comparable that are written alike but for case, accents, width
// and the marks around them: letters and digits stay, in lower case, and a single
// apostrophe within a word; all else is one space.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r == 'ـ': // a tatweel only stretches its word
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’':
			if r == '’' {
				r = '\''
			}
			b.WriteString(strings.ReplaceAll(string(unicode.ToLower(r)), "ß", "ss"))
		case unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r):
			// accents, and marks of direction
		default:
			b.WriteByte(' ')
		}
	}
	var words []string
	for word := range strings.FieldsSeq(b.String()) {
		if word = strings.Trim(word, "'"); word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}
