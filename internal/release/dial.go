package release

import (
	"regexp"
	"strings"
	"unicode"
)

// Dial is the telephone number as a link (RFC 3966): digits and a leading plus, and an
// extension as its parameter. Of several numbers it is the first. A nought in brackets
// is for callers from within the country, and not dialled behind its code.
func (c PressContact) Dial() string {
	number := strings.Map(dialled, c.Phone)
	if strings.Contains(number, "+") {
		number = strings.ReplaceAll(number, "(0)", "")
	}
	end := numberEnd(number)
	ext := ""
	if at := branch.FindStringSubmatch(number[end:]); at != nil {
		ext = ";ext=" + at[1]
	}
	return "tel:" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number[:end]) + ext
}

// branch matches what leads to one behind a number, in the languages that write such things.
var branch = regexp.MustCompile(`(?i)^[\s,;(/-]*(?:(?:ext|extn|extension|x|poste|durchwahl|dw|nst|int|interno|anexo|ramal|toestel|tst|` +
	`wewn|linka|klapka|anknytning)\b[.:]?|(?:доб|вн)[.:]?|x|#)\s*([0-9]{1,6})(?:[^0-9]|$)`)

// alternate matches a word between two numbers.
var alternate = regexp.MustCompile(`(?i)^\s(?:or|and|oder|und|ou|et|o|y|e|of|en|eller|og|och|или|и|або|lub|i|nebo|vagy|sau|veya)\s`)

// Digits that are a number by themselves: with words or a remark behind them, with another
// number behind a sign, and whatever comes behind the sign. "030/1234567" is one number.
const (
	fewDigits  = 6
	ownDigits  = 7
	manyDigits = 9
)

// numberEnd is where the first number of a text ends.
func numberEnd(text string) int {
	digits := 0
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case digits > 0 && r == '+', digits > 2 && unicode.IsSpace(r) && alternate.MatchString(text[i:]):
			return i
		case unicode.IsLetter(r) && digits >= fewDigits, (r == '(' || r == '#') && digits >= ownDigits:
			return i
		case strings.ContainsRune(",;/|·•\n", r):
			another := strings.TrimLeftFunc(text[i+len(string(r)):], func(r rune) bool { return !strings.ContainsRune("+(0123456789", r) })
			if digits >= manyDigits || digits >= ownDigits && another != "" && strings.ContainsRune("+(0", rune(another[0])) {
				return i
			}
		}
	}
	return len(text)
}

// dialled is a digit or plus of any script as a telephone knows it.
func dialled(r rune) rune {
	for _, zero := range "٠۰०০０" {
		if r >= zero && r <= zero+9 {
			return '0' + r - zero
		}
	}
	if r == '＋' {
		return '+'
	}
	return r
}
