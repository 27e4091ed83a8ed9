package terms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Query is what somebody looks for: a text is found that has each of the phrases.
type Query struct {
	Phrases []Phrase
	// Text is what of the words given was taken, to be shown again.
	Text string
}

// Phrase is terms that stand one after another in a line.
type Phrase struct {
	Terms []string
	// Open phrases are found too where their last term goes on: flood finds flooding.
	Open bool

	one bool // the last term is a single sign
}

// What a query holds at most, in letters and in phrases: what goes beyond is left out.
const (
	MostLetters = 200
	MostPhrases = 12
)

// opens is how many letters a word has, at least, that is found at the beginning of longer
// ones.
const opens = 3

// quotes are marks around words that belong together.
const quotes = "\"“”„‟«»「」『』＂"

// Parse reads what somebody has typed. Each word is a phrase, and so are words in quotation
// marks, of any language and also where the last is missing; nothing else has a meaning. A
// word of three letters or more is found at the beginning of others too, unless it stands in
// quotation marks. What is no text is passed over.
func Parse(typed string) Query {
	typed = clean(typed)
	var q Query
	quoted, from := false, 0
	take := func(to int) bool {
		p, ok := phrase(typed[from:to], quoted)
		if ok && !slices.ContainsFunc(q.Phrases, p.same) {
			if len(q.Phrases) == MostPhrases {
				return false
			}
			q.Phrases = append(q.Phrases, p)
		}
		return true
	}
	for at, r := range typed {
		mark := strings.ContainsRune(quotes, r)
		if !mark && (quoted || r != ' ') {
			continue
		}
		if !take(at) {
			q.Text = strings.TrimRight(typed[:from], " "+quotes)
			return q
		}
		from = at + utf8.RuneLen(r)
		quoted = quoted != mark
	}
	if q.Text = strings.TrimSpace(typed); !take(len(typed)) {
		q.Text = strings.TrimRight(typed[:from], " "+quotes)
	}
	return q
}

// clean is what is typed in one line of letters that can be kept and shown, cut.
func clean(typed string) string {
	var b strings.Builder
	space, letters := false, 0
	// No more is looked at than can matter, however long it is.
	for _, r := range typed[:min(len(typed), 16*MostLetters)] {
		if r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r) {
			space = true
			continue
		}
		if letters++; letters > MostLetters {
			break
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// phrase is that of some words; ok is false where there is nothing in them to look for.
func phrase(words string, quoted bool) (p Phrase, ok bool) {
	all := Of(words)
	if len(all) == 0 {
		return p, false
	}
	end := all[len(all)-1]
	if end.kind == last {
		if len(all) > 1 && all[len(all)-2].kind == pair { // which has the sign
			all = all[:len(all)-1]
		} else {
			p.Open, p.one = true, true
		}
	} else if !quoted {
		p.Open = utf8.RuneCountInString(end.Text) >= opens && strings.ContainsFunc(end.Text, unicode.IsLetter)
	}
	for _, t := range all {
		p.Terms = append(p.Terms, t.Text)
	}
	return p, true
}

func (p Phrase) same(other Phrase) bool {
	return p.Open == other.Open && slices.Equal(p.Terms, other.Terms)
}

// at tells whether a phrase stands in terms from the first on.
func (p Phrase) at(all []Term) bool {
	if len(all) < len(p.Terms) {
		return false
	}
	for i, t := range p.Terms {
		if all[i].Text != t && !(p.Open && i == len(p.Terms)-1 && strings.HasPrefix(all[i].Text, t)) {
			return false
		}
	}
	return true
}
