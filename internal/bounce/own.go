package bounce

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// maxLines is how many lines of an answer are looked at.
const maxLines = 4000

// unquoted is what the writer of an answer has written: a text without the message
// that it answers, which may stand above, below, or around it.
func unquoted(text string) string {
	lines := strings.SplitN(text, "\n", maxLines+1)
	lines = lines[:min(len(lines), maxLines)]
	var out []string
	for i := 0; i < len(lines); i++ {
		if isQuoted(lines[i]) {
			continue
		}
		if endsOwnText(lines[i:]) {
			break
		}
		if n := introduction(lines[i:]); n > 0 {
			if !isQuoted(nextLine(lines[i+n:])) {
				break // nothing marks what is quoted: it goes on to the end
			}
			i += n - 1
			continue
		}
		out = append(out, lines[i])
	}
	return strings.Join(out, "\n")
}

func isQuoted(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), ">") }

// nextLine is the first that is not empty.
func nextLine(lines []string) string {
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			return l
		}
	}
	return ""
}

var rule = pattern.New(`^\s*_{10,}\s*$`)

// endsOwnText tells whether a rule or a block of header fields begins here, behind
// which mail programs put the message that is answered, without a mark.
func endsOwnText(lines []string) bool {
	if rule.MatchString(lines[0]) || beginsRelease(lines[0]) {
		return true
	}
	if strings.Contains(lines[0], "--") {
		says := language.Fold(lines[0])
		if anyLanguage(func(a language.Answers) bool { return slices.Contains(a.Original, says) }) {
			return true
		}
	}
	from := label(lines[0])
	if from == "" {
		return false
	}
	return anyLanguage(func(a language.Answers) bool {
		if !slices.Contains(a.From, from) {
			return false
		}
		for _, l := range lines[1:min(len(lines), 5)] {
			if name := label(l); name != "" && slices.Contains(a.Sent, name) {
				return true
			}
		}
		return false
	})
}

// releaseLines are the words with which our mails begin, before the day.
var releaseLines = sync.OnceValue(func() (out []string) {
	for _, tag := range language.Known() {
		c, _ := language.For(tag)
		for _, p := range []language.Phrase{language.Immediate, language.EmbargoedTill} {
			if words, _, _ := strings.Cut(c.Say(p, "\x00"), "\x00"); len(words) > 6 {
				out = append(out, words)
			}
		}
	}
	return out
})

// beginsRelease tells whether a line is the first of a release of ours, behind which a
// program repeats all of it without a mark.
func beginsRelease(line string) bool {
	line = strings.TrimSpace(line)
	return slices.ContainsFunc(releaseLines(), func(words string) bool { return strings.HasPrefix(line, words) })
}

// label is the folded name of a header field in a text, as in "*Gesendet:* …".
func label(line string) string {
	i := strings.IndexAny(line, ":：")
	if i < 1 || i > 60 {
		return ""
	}
	return language.Fold(line[:i])
}

// introduction tells how many lines the sentence takes that introduces a quoted
// mail, as in "On Sunday Ana wrote:", broken in up to three; 0 if none begins here.
func introduction(lines []string) int {
	joined := ""
	for n := 1; n <= 3 && n <= len(lines); n++ {
		line := strings.TrimSpace(lines[n-1])
		if line == "" || isQuoted(line) {
			return 0
		}
		joined = strings.TrimSpace(joined + " " + line)
		if len(joined) > 600 {
			return 0
		}
		if !strings.HasSuffix(joined, ":") && !strings.HasSuffix(joined, "：") {
			continue
		}
		if introduces(joined, n > 1) {
			return n
		}
		return 0
	}
	return 0
}

func introduces(s string, broken bool) bool {
	folded := language.Fold(s)
	digit := strings.ContainsFunc(s, unicode.IsDigit)
	address := strings.Contains(s, "@")
	begins := unicode.IsDigit([]rune(s)[0]) || anyLanguage(func(a language.Answers) bool {
		first, _, _ := strings.Cut(folded, " ")
		return slices.Contains(a.On, first)
	})
	if broken && !(begins && digit) {
		return false
	}
	wrote := anyLanguage(func(a language.Answers) bool {
		for _, w := range a.Wrote {
			if contains(folded, w, a.Spaced) {
				return true
			}
		}
		return false
	})
	return wrote && (address || digit && begins) || address && digit && strings.Contains(s, "<")
}

func anyLanguage(is func(language.Answers) bool) bool {
	for _, a := range language.AllAnswers() {
		if is(a) {
			return true
		}
	}
	return false
}

// contains finds whole words in a folded text, and any run of signs where a
// language does not divide words.
func contains(folded, phrase string, spaced bool) bool {
	if !spaced {
		return strings.Contains(strings.ReplaceAll(folded, " ", ""), strings.ReplaceAll(phrase, " ", ""))
	}
	return strings.Contains(" "+folded+" ", " "+phrase+" ")
}
