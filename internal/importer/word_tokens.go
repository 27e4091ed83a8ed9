package importer

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a phrase, without punctuation at its end.
type token struct {
	text     string
	from, to int
	capital  bool
}

func tokens(s string) []token {
	var out []token
	at := 0
	for _, w := range strings.FieldsFunc(s, unicode.IsSpace) {
		i := strings.Index(s[at:], w) + at
		at = i + len(w)
		t := strings.TrimLeft(w, "(“\"‘[")
		i += len(w) - len(t)
		first, _ := utf8.DecodeRuneInString(t)
		if bare := elided(t); bare != t {
			first, _ = utf8.DecodeRuneInString(bare)
		}
		out = append(out, token{t, i, i + len(t), unicode.IsUpper(first) || unicode.IsDigit(first) || spelled(strings.TrimRight(t, ".,;:)"))})
	}
	return out
}

// elided is a word without the French article or preposition that is joined to it.
func elided(w string) string {
	if at := strings.IndexAny(w, "’'"); at > 0 && joinedArticle[w[:at]] {
		_, size := utf8.DecodeRuneInString(w[at:])
		return cmp.Or(w[at+size:], w)
	}
	return w
}

// joinedArticle are what is joined so, without the sign.
var joinedArticle = wordSet("d l D L dell all")

// capitalRun counts the words from i on that are capitals, with the particles and
// connectors between them.
func capitalRun(toks []token, i int) int {
	n := 0
	for j := i; j < len(toks); j++ {
		w := strings.ToLower(toks[j].text)
		switch {
		case toks[j].capital, honorifics[w]:
			n = j - i + 1
		case (particles[w] || withinNames[w]) && n > 0:
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
	withinNames = wordSet("for of the and &")
	// beforeFamily are particles that stand before a family's name, and before what somebody is of.
	beforeFamily = wordSet("de del von van di da do des du der della")
	// familyOf are those that stand nearly always before a family's name, in English.
	familyOf = wordSet("von van der den")
)

// connects tells whether a small word joins two capitals of one name: "Fight for
// the Future campaigner Ana Ruiz" has a title after it, "Ana Ruiz of River
// Alliance" has none.
func connects(toks []token, j int) bool {
	w := toks[j].text
	first := 0 // what is somebody's name, behind "Dr."
	for honorifics[strings.ToLower(toks[first].text)] || first == 0 && dutchOffice[strings.ToLower(toks[first].text)] {
		first++
	}
	for k := first; k+1 < j; k++ { // behind an office: "Commission President Ana von der Holt"
		if titleWords[strings.ToLower(toks[k].text)] && familyOf[w] {
			first = k + 1
		}
	}
	if first+1 == j || first+2 == j && !toks[first+1].capital {
		toks, j = toks[first:], j-first
	}
	if particles[w] && !beforeFamily[w] {
		return j+1 < len(toks) && (toks[j+1].capital || particles[toks[j+1].text])
	}
	if beforeFamily[w] {
		if w == "von" && j+1 < len(toks) && strings.EqualFold(toks[j+1].text, "den") {
			return false // of many, who are no family
		}
		if j == 2 && toks[1].capital && (w == "di" || w == "della") && len(toks) > 4 && toks[3].capital && toks[4].capital {
			return false // "Lea Voss di Fiumi Vivi": no family has a name of two words there
		}
		// within a person's name: what is before is one or two words, and one follows
		behind := toks[j+1:]
		if j == 1 || j == 2 && !toks[1].capital { // one word before: "Anna de Ruit van Rivierbond"
			behind = upToParticle(behind)
		}
		return len(behind) > 0 && j < 3 && (behind[0].capital || particles[behind[0].text]) && !orgLike(behind)
	}
	for k := j + 1; k < len(toks); k++ {
		if titleWords[plainWord(toks[k].text)] && k+1 < len(toks) && toks[k+1].capital {
			return true
		}
	}
	return false
}

// upToParticle is what stands before the next word that may stand within a name or behind it.
func upToParticle(toks []token) []token {
	for i := 1; i < len(toks); i++ {
		if toks[i-1].capital && !toks[i].capital && particles[toks[i].text] {
			return toks[:i]
		}
	}
	return toks
}

// orgLike tells words that are an organisation's rather than a surname.
func orgLike(toks []token) bool {
	for _, t := range toks {
		w := plainWord(t.text)
		if orgTails[w] || descriptors[w] || strings.ContainsAny(t.text, ".0123456789&") && !strings.HasSuffix(t.text, ".") ||
			t.text == strings.ToUpper(t.text) && len(t.text) > 2 {
			return true
		}
	}
	return len(toks) > 2
}
