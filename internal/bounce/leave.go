package bounce

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// wish is what an answer says about leaving the list.
type wish int

const (
	silent wish = iota // nothing
	mixed              // something, and more than that
	leaves             // that somebody wants to leave, and no more
)

// maxWish is how long what says no more than that may be, in bytes.
const maxWish = 600

// unsubscribe reads what asks for no more mail: the mail that a program or a person
// writes by the mailto: of List-Unsubscribe, and the answer that says no more than
// the word that the foot of every mail asks for.
func (m *parsed) unsubscribe(r *Report) bool {
	subject := m.header("Subject")
	folded := language.Fold(subject)
	if t := token(subject); t != "" && strings.HasPrefix(folded, "unsubscribe") {
		r.Token = t
		r.Kind, r.Recipient, r.Detail = Unsubscribe, r.From, subject
		return true
	}
	people := m.names(r.From)
	own := statement(unquoted(m.text()), people)
	said := own.wish(people)
	// An answer to that of theirs which asks for it has its subject.
	asked := replyPrefix.ReplaceAllString(subject, "")
	bySubject := !m.isOwn(subject) && !m.isOwn(strings.TrimSpace(asked)) && statement(asked, people).wish(people) == leaves
	switch {
	case said == leaves:
		r.Detail = own.core
	case bySubject && own.polite(people):
		r.Detail = subject
	default:
		r.Unsure = said == mixed || bySubject
		if r.Unsure {
			r.Detail = wishSentence(unquoted(m.text()), subject)
		}
		return false
	}
	r.Kind, r.Recipient = Unsubscribe, r.From
	return true
}

// said is an answer in parts.
type said struct {
	core string // without greeting, thanks and signature
	rest bool   // something stands where a signature would, and is none
}

var (
	confidential = pattern.New(`(?i)(confidential|intended recipient|legally privileged|` +
		`vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|سري|機密)`)
	// wordPattern finds what the lines of a signature are made of.
	wordPattern = pattern.New(`[^\s,;|·•()]+`)
)

// statement is what somebody says, without what is said in every mail: greeting,
// thanks, name, what telephones and servers add.
func statement(text string, people []string) said {
	var s said
	var core []string
	closed, started := false, false
lines:
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "--" || line == "—" {
			break
		}
		folded := language.Fold(line)
		switch {
		case folded == "", begins(folded, func(a language.Answers) []string { return a.Device }):
		case len(line) > 60 && confidential.MatchString(line):
			if len(core) > 0 { // a footer has several lines
				break lines
			}
		case !started && greets(line, folded, people):
		case closed:
			s.rest = s.rest || !signs(line, people)
		case len(core) > 0 && closes(folded, people):
			closed = true
		default:
			core = append(core, line)
		}
		started = started || folded != ""
	}
	s.core = strings.Join(core, "\n")
	return s
}

func begins(folded string, list func(language.Answers) []string) bool {
	return beginning(folded, list) > 0
}

// beginning is where a folded line goes on after the longest phrase of a list that
// it begins with, in any language; 0 if it begins with none.
func beginning(folded string, list func(language.Answers) []string) int {
	longest := 0
	for _, a := range language.AllAnswers() {
		for _, phrase := range list(a) {
			rest, ok := strings.CutPrefix(folded, phrase)
			if ok && (!a.Spaced || rest == "" || rest[0] == ' ') {
				longest = max(longest, len(phrase))
			}
		}
	}
	return longest
}

// greets tells whether a line is a greeting with at most a name: "Dear Dana,".
func greets(line, folded string, people []string) bool {
	n := beginning(folded, func(a language.Answers) []string { return a.Greetings })
	if n == 0 {
		return false
	}
	if folded[n:] == "" {
		return true
	}
	words := wordPattern.FindAllString(line, 9)
	if len(words) > 8 {
		return false
	}
	name := words[min(len(words), len(strings.Fields(folded[:n]))):]
	return strings.ContainsAny(line[len(line)-1:], ",!:.") && signs(strings.Join(name, " "), people) || strings.HasSuffix(line, "،")
}

// closes tells whether a line ends a letter: "Many thanks," or "Thanks, Ana", or the
// writer's own name.
func closes(folded string, people []string) bool {
	closing := beginning(folded, func(a language.Answers) []string { return a.Closings })
	for _, w := range strings.Fields(folded[closing:]) {
		if !slices.Contains(people, w) {
			return false
		}
	}
	return true
}

// small are the words that stand in names and titles without a capital.
var small = pattern.New(`(?i)^(of|the|and|for|at|in|de|la|le|les|el|del|di|da|do|dos|das|du|des|` +
	`der|die|das|den|von|und|et|y|e|van|het|en|bei|für|am|à|tel|tel\.|mobile|mobil|phone|fax|[a-z][.:]?)[.:]?$`)

// signs tells whether a line is one of a signature: names, titles, numbers and
// addresses, and no sentence.
func signs(line string, people []string) bool {
	if len(line) > 160 || strings.ContainsAny(line, "?？؟") {
		return false
	}
	for _, w := range wordPattern.FindAllString(line, -1) {
		first := []rune(strings.TrimLeft(w, "\"'“„«<*"))
		switch {
		case len(first) == 0 || unicode.IsUpper(first[0]) || slices.Contains(people, language.Fold(w)) || small.MatchString(w):
		case strings.ContainsAny(w, "@0123456789&") || strings.Contains(w, "://") || strings.HasPrefix(w, "www."):
		case !strings.ContainsFunc(w, unicode.IsLetter):
		default:
			return false
		}
	}
	return true
}

// names are the folded words by which the writer of a message goes.
func (m *parsed) names(from string) []string {
	name, _, _ := strings.Cut(m.header("From"), "<")
	local, _, _ := strings.Cut(from, "@")
	var out []string
	for _, w := range strings.Fields(language.Fold(head(name+" "+local, 400))) {
		if len(w) > 1 && !anyLanguage(func(a language.Answers) bool { return slices.Contains(a.Leave, w) || slices.Contains(a.Alone, w) }) {
			out = append(out, w)
		}
	}
	if from != "" {
		out = append(out, language.Fold(from))
	}
	return out
}

// wish is what a statement says about leaving.
func (s said) wish(people []string) wish {
	folded := language.Fold(head(s.core, 20_000))
	if !s.rest && len(s.core) <= maxWish && !strings.ContainsAny(s.core, "?？؟") && anyLanguage(func(a language.Answers) bool {
		return madeOf(folded, a, people, one(a.Leave), a.Filler) || madeOf(folded, a, people, one(a.Alone)) ||
			madeOf(folded, a, people, [][]string{a.Strike, a.Whom}, a.Filler) ||
			madeOf(folded, a, people, [][]string{a.Cease, a.Mail}, a.Filler)
	}) {
		return leaves
	}
	if len(strings.Fields(folded)) <= 400 && (speaksOfLeaving(folded) || slices.ContainsFunc(sentences(s.core), asksToStop)) {
		return mixed
	}
	return silent
}

// polite tells whether a statement says nothing at all.
func (s said) polite(people []string) bool {
	if s.rest || len(s.core) > maxWish {
		return false
	}
	folded := language.Fold(s.core)
	return folded == "" || anyLanguage(func(a language.Answers) bool {
		return madeOf(folded, a, people, one(append(a.Leave[:len(a.Leave):len(a.Leave)], a.Polite...)), a.Filler)
	})
}

// one is a single list of which a text needs a phrase.
func one(list []string) [][]string { return [][]string{list} }

// maxAsked is how many words a sentence has that asks to be taken off a list.
const maxAsked = 25

// asksToStop tells whether a sentence has a verb that takes somebody off, whom, and of what, or
// words that want no more of something, and what.
func asksToStop(sentence string) bool {
	folded := language.Fold(sentence)
	has := func(list []string, spaced bool) bool {
		return slices.ContainsFunc(list, func(phrase string) bool { return contains(folded, phrase, spaced) })
	}
	return len(strings.Fields(folded)) <= maxAsked && anyLanguage(func(a language.Answers) bool {
		return has(a.Strike, a.Spaced) && has(a.Whom, a.Spaced) && has(a.Lists, a.Spaced) || has(a.Cease, a.Spaced) && has(a.Mail, a.Spaced)
	})
}

func speaksOfLeaving(folded string) bool {
	return anyLanguage(func(a language.Answers) bool {
		for _, phrase := range a.Leave {
			if contains(folded, phrase, a.Spaced) {
				return true
			}
		}
		return false
	})
}

// madeOf tells whether a folded text is made of nothing but phrases of musts, one of
// each list at least, and what may stand beside them: what is polite, in the language or
// in English, the writer's name, and may.
func madeOf(folded string, a language.Answers, people []string, musts [][]string, may ...[]string) bool {
	may = append(may, a.Polite, a.Greetings, a.Closings, language.AllAnswers()["en"].Polite, people)
	if !a.Spaced {
		folded = strings.ReplaceAll(folded, " ", "")
	}
	// found[at] are the ways in which the text can be divided up to there: a bit for each
	// set of lists, itself one of bits, of which a phrase was among them.
	found := make([]uint, len(folded)+1)
	found[0] = 1
	for at := range len(folded) {
		if found[at] == 0 {
			continue
		}
		if folded[at] == ' ' {
			found[at+1] |= found[at]
			continue
		}
		for i, list := range musts {
			for _, phrase := range list {
				if end, ok := follows(folded, at, phrase, a.Spaced); ok {
					found[end] |= with(found[at], i)
				}
			}
		}
		for _, list := range may {
			for _, phrase := range list {
				if end, ok := follows(folded, at, phrase, a.Spaced); ok {
					found[end] |= found[at]
				}
			}
		}
	}
	return found[len(folded)]>>(1<<len(musts)-1)&1 == 1
}

// with adds list i to each set of lists.
func with(sets uint, i int) (out uint) {
	for set := range bits.Len(sets) {
		if sets>>set&1 == 1 {
			out |= 1 << (set | 1<<i)
		}
	}
	return out
}

// follows tells where a phrase ends that stands at a place of a folded text.
func follows(folded string, at int, phrase string, spaced bool) (end int, ok bool) {
	if !spaced {
		phrase = strings.ReplaceAll(phrase, " ", "")
	}
	if phrase == "" || !strings.HasPrefix(folded[at:], phrase) {
		return end, false
	}
	end = at + len(phrase)
	return end, !spaced || end == len(folded) || folded[end] == ' '
}

// wishSentence is the sentence that speaks of leaving.
func wishSentence(text, subject string) string {
	for _, s := range sentences(text) {
		if speaksOfLeaving(language.Fold(s)) || asksToStop(s) {
			return s
		}
	}
	return subject
}
