package release

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TopicSlug is a topic as it stands in an address: in small letters and digits of its own
// script, without accents, and with hyphens for what is between them, as in night-work for
// "Night & Work" and cafe for "Café". Topics that have the same are one. "" for one that has
// neither letters nor digits.
func TopicSlug(topic string) string {
	var b strings.Builder
	dash := false
	for _, c := range norm.NFKD.String(strings.ToLower(topic)) {
		switch {
		case unicode.IsLetter(c), unicode.IsDigit(c), unicode.Is(unicode.M, c) && !unicode.Is(accents, c) && b.Len() > 0 && !dash:
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(c)
		case unicode.Is(accents, c), c == '\'', c == '’':
		default:
			dash = true
		}
	}
	return norm.NFC.String(b.String())
}

// accents are marks that a word is known without. Those of other scripts are vowels.
var accents = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x0300, Hi: 0x036f, Stride: 1}}}
