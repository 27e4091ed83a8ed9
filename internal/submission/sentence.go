package submission

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/language"
)

// leastSentence is how long, in characters, the words before the attribution are.
const leastSentence = 20

// firstSentence divides a paragraph behind its first sentence that is long enough
// to stand alone; gap is what stands between the two, a space in most scripts. Where
// it is in doubt whether a sentence ends, none does: the attribution then stands
// behind all words.
func firstSentence(p string, cat *language.Catalogue) (first, gap, rest string) {
	var open []rune // closing marks that are waited for
	for i := 0; i < len(p); {
		r, n := utf8.DecodeRuneInString(p[i:])
		end := i + n
		switch {
		case len(open) > 0 && r == open[len(open)-1] && !(r == '’' && letterAt(p, end)):
			open = open[:len(open)-1]
		case closerOf(p, i, r) != 0:
			open = append(open, closerOf(p, i, r))
		case len(open) == 0 && strings.ContainsRune("。！？", r):
			if utf8.RuneCountInString(p[:end]) >= leastSentence {
				return p[:end], "", p[end:]
			}
		case len(open) == 0 && strings.ContainsRune(".!?…؟।", r) && utf8.RuneCountInString(p[:end]) >= leastSentence:
			if rest, ok := strings.CutPrefix(p[end:], " "); ok && rest != "" && ends(p[:end], rest, cat) {
				return p[:end], " ", rest
			}
		}
		i = end
	}
	return p, "", ""
}

// closerOf is the mark that ends what begins at i, 0 if nothing does.
func closerOf(p string, i int, r rune) rune {
	before, _ := utf8.DecodeLastRuneInString(p[:i])
	if i > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([–—-“‘«„‚", before) {
		return 0
	}
	switch r {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '„':
		return '“'
	case '‚':
		return '‘'
	case '«':
		return '»'
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return 0
}

func letterAt(p string, i int) bool {
	r, _ := utf8.DecodeRuneInString(p[i:])
	return unicode.IsLetter(r)
}

// ends tells whether a sentence surely ends between two stretches of a paragraph.
func ends(before, rest string, cat *language.Catalogue) bool {
	next := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if next < 0 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(rest[next:]); unicode.IsLower(r) {
		return false
	}
	if !strings.HasSuffix(before, ".") {
		return true
	}
	word := before[strings.LastIndexByte(before, ' ')+1 : len(before)-1]
	word = strings.TrimLeftFunc(word, unicode.IsPunct)
	switch {
	case unicode.IsDigit(rune(rest[0])): // which may belong to the word before
		return false
	case numbered[strings.ToLower(word)]:
		return true
	case cat.EndsInAbbreviation(before), shortened[strings.ToLower(word)]:
		return false
	case digits(word):
		// "am 3. Oktober": in some languages a day or a number in order has a stop.
		base, _, _ := strings.Cut(cat.Tag, "-")
		return !ordinalStop[base] || len(word) > 2
	}
	return utf8.RuneCountInString(word) > 1 || word == ""
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// ordinalStop are languages that write a stop behind a number in order.
var ordinalStop = map[string]bool{
	"de": true, "da": true, "nb": true, "no": true, "fi": true, "cs": true, "sk": true, "pl": true, "hu": true, "hr": true, "sl": true,
	"et": true, "tr": true,
}

// shortened are words that are shortened before a name or a number, in whatever
// language they are met: names keep the forms of their own.
var shortened = words("mr mrs ms dr prof st sr sra srta jr gov sen rep gen maj capt sgt lt hon rev mt jan feb apr aug sept oct nov dec " +
	"dra ud uds dott avda profa mme mlle bzw evtl ggf inkl vgl")

// numbered are words that are shortened before a number alone.
var numbered = words("no nr núm n p pp vol fig art s pág pag cap abs")

func words(s string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
