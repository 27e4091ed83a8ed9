package importer

import (
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
	for _, p := range []string{"d’", "d'", "l’", "l'", "D’", "L’", "dell’", "dell'", "all’", "all'"} {
		if rest, ok := strings.CutPrefix(w, p); ok && rest != "" {
			return rest
		}
	}
	return w
}

// capitalRun counts the words from i on that are capitals, with the particles and
// connectors between them.
func capitalRun(toks []token, i int) int {
	n := 0
	for j := i; j < len(toks); j++ {
		w := strings.ToLower(toks[j].text)
		switch {
		case toks[j].capital, honorifics[w]:
			n = j - i + 1
		case (particles[w] || w == "for" || w == "of" || w == "the" || w == "and" || w == "&") && n > 0:
			if !connects(toks, j) {
				return n
			}
		default:
			return n
		}
	}
	return n
}
