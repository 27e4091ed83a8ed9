package sheet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Odd is a word of the table that is none as it was read, and what it seems to be, "" where
// that cannot be told: no file says which letters it is written in, and those of most of the
// world are not told apart here. It is "" where all words look like words.
func (r *Reader) Odd() (word, meant string) {
	begin := -1
	for i := 0; i <= len(r.rest); i++ {
		if i < len(r.rest) && (letter(r.rest[i]) || r.rest[i] >= utf8.RuneSelf) {
			if begin < 0 {
				begin = i
			}
			continue
		}
		if begin >= 0 {
			raw := string(r.rest[begin:i])
			if w := r.decode(raw); r.utf8(raw) {
				if meant := encodedTwice(w); meant != "" {
					return w, meant
				}
			} else if r.odd(w) {
				return w, ""
			}
		}
		begin = -1
	}
	if r.charset == charmap.Windows1251 && !r.capitals() {
		return r.decode(firstForeign(r.rest)), "" // Hebrew has no capitals, names of Cyrillic have
	}
	return "", ""
}

// encodedTwice is what a word was before its UTF-8 was taken for Windows-1252 and written in
// UTF-8 again, "" where it was not.
func encodedTwice(word string) string {
	if isASCII(word) {
		return ""
	}
	before, err := charmap.Windows1252.NewEncoder().String(word)
	if err != nil || !utf8.ValidString(before) {
		return ""
	}
	return before
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c >= utf8.RuneSelf })
}

const (
	joins    = "’‘·–—´…\u00a0\u00ad"        // may stand between two letters
	nowhere  = "¤¥¦¨¬¯¶¸¼½¾×÷ˆ˜†‡‰ƒ¢\ufffd" // stand beside none
	nordic   = "øØåÅæÆ"
	accented = "áéíóúýìùòÁÉÍÓÚÝ"
	north    = "ðþÐÞ"
	south    = "òùìèàçñ"
	iceland  = "áéíóúýþæöðÁÉÍÓÚÝÞÆÖ"
)

// odd tells whether a word is none in any language whose letters it was read in: by signs,
// capitals and neighbours that no word has.
func (r *Reader) odd(word string) bool {
	if isASCII(word) {
		return false
	}
	signs := []rune(word)
	at := func(i int) rune {
		if i < 0 || i >= len(signs) {
			return ' '
		}
		return signs[i]
	}
	foreign, strange := 0, false // how many letters beyond ASCII in a row, and whether not all are of Iceland
	for i, c := range signs {
		before, behind := at(i-1), at(i+1)
		if !unicode.IsLetter(c) || c == 'ª' || c == 'º' || c == 'ƒ' {
			foreign, strange = 0, false
			beside := unicode.IsLetter(before) || unicode.IsLetter(behind)
			if unicode.IsControl(c) || beside && strings.ContainsRune(nowhere, c) ||
				c >= utf8.RuneSelf && unicode.IsLetter(before) && unicode.IsLetter(behind) && !strings.ContainsRune(joins, c) {
				return true
			}
			continue
		}
		if c < utf8.RuneSelf {
			foreign, strange = 0, false
			continue
		}
		foreign++
		strange = strange || !strings.ContainsRune(iceland, c)
		if unicode.IsUpper(c) && unicode.IsLower(before) {
			return true
		}
		if !unicode.Is(unicode.Cyrillic, c) && (foreign > 2 && strange || neighbours(before, c, behind)) {
			return true
		}
	}
	return false
}

// neighbours tells whether a letter of Latin stands where no language has it.
func neighbours(before, c, behind rune) bool {
	pair := func(a, b string) bool {
		return strings.ContainsRune(a, before) && strings.ContainsRune(b, c) || strings.ContainsRune(b, before) && strings.ContainsRune(a, c)
	}
	switch {
	case pair(nordic, accented), pair(north, south):
		return true
	case c == 'õ': // ő of Hungary
		return unicode.IsLetter(before) && !unicode.IsLetter(behind)
	case c == 'þ': // ş of Turkey
		return strings.ContainsRune("aeiouyAEIOUY", before)
	}
	return false
}

// capitals tells whether any word of Cyrillic begins with one.
func (r *Reader) capitals() bool {
	return slices.ContainsFunc(r.rest, func(b byte) bool { return b >= 0xc0 && b < 0xe0 })
}

// firstForeign is the first word with letters beyond ASCII.
func firstForeign(data []byte) string {
	i := slices.IndexFunc(data, func(b byte) bool { return b >= 0xc0 })
	if i < 0 {
		return ""
	}
	end := i
	for end < len(data) && letter(data[end]) {
		end++
	}
	return string(data[i:end])
}
