package pattern

import (
	"math"
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Most texts match none of the expressions that they are asked, and most of those lack a
// word that each match has in it. To look for the word costs a tenth of the expression.

// mostNeeds is how many words are looked for before the expression itself is cheaper.
const mostNeeds = 12

// needs are words of which every text that an expression matches has at least one, as it
// is written; nil where that is not known, or would tell little.
func needs(source string) []string {
	re, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return nil // whoever uses it will hear of it
	}
	if words := needed(re); telling(words) > 1 {
		return words
	}
	return nil
}

func needed(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		// A faulty byte in a text is this rune for an expression.
		if word := string(re.Rune); re.Flags&syntax.FoldCase == 0 && !strings.ContainsRune(word, utf8.RuneError) {
			return []string{word}
		}
	case syntax.OpCharClass:
		return runesOf(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return needed(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needed(re.Sub[0])
		}
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if words := needed(sub); telling(words) > telling(best) {
				best = words
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			words := needed(sub)
			if all = append(all, words...); words == nil || len(all) > mostNeeds {
				return nil
			}
		}
		return all
	}
	return nil
}

// runesOf are the runes of a class that has few, as pairs of the first and the last.
func runesOf(pairs []rune) []string {
	var out []string
	for i := 0; i < len(pairs); i += 2 {
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			if len(out) == mostNeeds || r == utf8.RuneError {
				return nil
			}
			out = append(out, string(r))
		}
	}
	return out
}

// telling is how seldom a text has one of some words by chance, as a mere estimate: 1 or less
// where most have. A short word counts little, and each further word makes it less.
func telling(words []string) float64 {
	if len(words) == 0 {
		return 0
	}
	least := math.MaxInt
	for _, w := range words {
		n := len(w)
		if r := rune(w[0]); n == 1 && !unicode.IsLetter(r) && !strings.ContainsRune(" ,.-", r) {
			n = 3
		}
		least = min(least, n)
	}
	return float64(least*least) / float64(len(words))
}
