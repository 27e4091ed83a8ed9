package prose

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word of a phrase, without punctuation at its end.
type Token struct {
	Text     string
	From, To int
	Capital  bool
}

// Tokens are the words of a phrase.
func Tokens(s string) []Token {
	var out []Token
	at := 0
	for _, w := range strings.FieldsFunc(s, unicode.IsSpace) {
		i := strings.Index(s[at:], w) + at
		at = i + len(w)
		t := strings.TrimLeft(w, "(“\"‘[")
		i += len(w) - len(t)
		first, _ := utf8.DecodeRuneInString(t)
		if bare := Elided(t); bare != t {
			first, _ = utf8.DecodeRuneInString(bare)
		}
		out = append(out, Token{t, i, i + len(t), unicode.IsUpper(first) || unicode.IsDigit(first) || spelled(strings.TrimRight(t, ".,;:)"))})
	}
	return out
}

// Elided is a word without the French article or preposition that is joined to it.
func Elided(w string) string {
	if at := strings.IndexAny(w, "’'"); at > 0 && joinedArticle[w[:at]] {
		_, size := utf8.DecodeRuneInString(w[at:])
		return cmp.Or(w[at+size:], w)
	}
	return w
}

// joinedArticle are what is joined so, without the sign.
var joinedArticle = WordSet("d l D L dell all")

// CapitalRun counts the words from i on that are capitals, with the particles and
// connectors between them.
func CapitalRun(toks []Token, i int) int {
	n := 0
	for j := i; j < len(toks); j++ {
		w := strings.ToLower(toks[j].Text)
		switch {
		case toks[j].Capital, Honorifics[w]:
			n = j - i + 1
		case (Particles[w] || withinNames[w]) && n > 0:
			if !connects(toks, j) {
				return n
			}
		default:
			return n
		}
	}
	return n
}

var (
	// withinNames are words in small letters within names of organisations.
	withinNames = WordSet("for of the and &")
	// beforeFamily are particles that stand before a family's name, and before what somebody is of.
	beforeFamily = WordSet("de del von van di da do des du der della")
	// familyOf are those that stand nearly always before a family's name, in English.
	familyOf = WordSet("von van der den")
)

// connects tells whether a small word joins two capitals of one name: "Fight for
// the Future campaigner Ana Ruiz" has a title after it, "Ana Ruiz of River
// Alliance" has none.
func connects(toks []Token, j int) bool {
	w := toks[j].Text
	first := 0 // what is somebody's name, behind "Dr."
	for Honorifics[strings.ToLower(toks[first].Text)] || first == 0 && DutchOffice[strings.ToLower(toks[first].Text)] {
		first++
	}
	for k := first; k+1 < j; k++ { // behind an office: "Commission President Ana von der Holt"
		if TitleWords[strings.ToLower(toks[k].Text)] && familyOf[w] {
			first = k + 1
		}
	}
	if first+1 == j || first+2 == j && !toks[first+1].Capital {
		toks, j = toks[first:], j-first
	}
	if Particles[w] && !beforeFamily[w] {
		return j+1 < len(toks) && (toks[j+1].Capital || Particles[toks[j+1].Text])
	}
	if beforeFamily[w] {
		if w == "von" && j+1 < len(toks) && strings.EqualFold(toks[j+1].Text, "den") {
			return false // of many, who are no family
		}
		if j == 2 && toks[1].Capital && (w == "di" || w == "della") && len(toks) > 4 && toks[3].Capital && toks[4].Capital {
			return false // "Lea Voss di Fiumi Vivi": no family has a name of two words there
		}
		// within a person's name: what is before is one or two words, and one follows
		behind := toks[j+1:]
		if j == 1 || j == 2 && !toks[1].Capital { // one word before: "Anna de Ruit van Rivierbond"
			behind = upToParticle(behind)
		}
		return len(behind) > 0 && j < 3 && (behind[0].Capital || Particles[behind[0].Text]) && !orgLike(behind)
	}
	for k := j + 1; k < len(toks); k++ {
		if TitleWords[PlainWord(toks[k].Text)] && k+1 < len(toks) && toks[k+1].Capital {
			return true
		}
	}
	return false
}

// upToParticle is what stands before the next word that may stand within a name or behind it.
func upToParticle(toks []Token) []Token {
	for i := 1; i < len(toks); i++ {
		if toks[i-1].Capital && !toks[i].Capital && Particles[toks[i].Text] {
			return toks[:i]
		}
	}
	return toks
}

// orgLike tells words that are an organisation's rather than a surname.
func orgLike(toks []Token) bool {
	for _, t := range toks {
		w := PlainWord(t.Text)
		if OrgTails[w] || Descriptors[w] || strings.ContainsAny(t.Text, ".0123456789&") && !strings.HasSuffix(t.Text, ".") ||
			t.Text == strings.ToUpper(t.Text) && len(t.Text) > 2 {
			return true
		}
	}
	return len(toks) > 2
}
