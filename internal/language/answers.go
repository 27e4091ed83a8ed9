package language

import (
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
	// Alone are those that say so only where nothing stands beside them but what is
	// polite: "stop" does, "stop the release" does not.
	Alone []string
	// Polite may stand beside either, Filler beside Leave: neither changes anything.
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

// folded is answers with every word folded, so that they compare.
var folded = sync.OnceValue(func() map[string]Answers {
	out := make(map[string]Answers)
	for tag, a := range answers {
		for _, l := range []*[]string{
			&a.Leave, &a.Alone, &a.Polite, &a.Filler, &a.Greetings, &a.Closings, &a.On, &a.Wrote, &a.Original, &a.From, &a.Sent, &a.Device,
		} {
			words := make([]string, len(*l))
			for i, w := range *l {
				words[i] = Fold(w)
			}
			*l = words
		}
		// The foot of every mail asks for this one.
		a.Leave = append(a.Leave, Fold(ForReader(tag).Say(LeaveSubject)))
		out[tag] = a
	}
	return out
})

// AllAnswers are the ways of answering in every language that has a catalogue, by
// its tag without a region.
func AllAnswers() map[string]Answers { return folded() }

// Fold makes words comparable that are written alike but for case, accents, width
// and the marks around them: letters and digits stay, in lower case, and a single
// apostrophe within a word; all else is one space.
func Fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r == 'ـ': // a tatweel only stretches its word
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’':
			if r == '’' {
				r = '\''
			}
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteString(strings.ReplaceAll(string(unicode.ToLower(r)), "ß", "ss"))
		case unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r):
			// accents, and marks of direction
		default:
			space = true
		}
	}
	return strings.ReplaceAll(strings.Trim(strings.ReplaceAll(b.String(), " '", " "), " '"), "' ", " ")
}
