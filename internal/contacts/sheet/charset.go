package sheet

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// charsetOf says what a table is written in that is not UTF-8: by the letters, since no
// file says it. What nothing speaks against is Windows-1252.
func charsetOf(data []byte, newline string) *charmap.Charmap {
	if newline == "\r" && !windows(data) || macintosh(data) {
		return charmap.Macintosh
	}
	if c := cyrillic(data); c != nil {
		return c
	}
	if c := central(data); c != nil {
		return c
	}
	return charmap.Windows1252
}

// windows tells whether a small letter of Windows stands behind one of ASCII, where a Macintosh
// would have a capital or a sign: some programs of today end lines as that one did.
func windows(data []byte) bool {
	for i, c := range data {
		if i > 0 && c >= 0xdf && data[i-1] >= 'a' && data[i-1] <= 'z' {
			return true
		}
	}
	return false
}

// cyrillic finds out whether words are written in no letters of ASCII at all, and whether
// their first letters are the capitals of Windows-1251 or of KOI8-R: each has its capitals
// where the other has the small ones. Words of western Europe have such letters singly.
func cyrillic(data []byte) *charmap.Charmap {
	whole, mixed, windows, koi := 0, 0, 0, 0
	for i := 0; i < len(data); {
		if !letter(data[i]) {
			i++
			continue
		}
		begin, high := i, 0
		for ; i < len(data) && letter(data[i]); i++ {
			if data[i] >= 0xc0 {
				high++
			}
		}
		switch word := data[begin:i]; {
		case high == 0:
		case high < len(word):
			mixed++
		case len(word) > 2:
			whole++
			if first, second := word[0] >= 0xe0, word[1] >= 0xe0; first != second && !first {
				windows++
			} else if first != second {
				koi++
			}
		}
	}
	switch {
	case whole < 2 || whole < mixed:
		return nil
	case koi > windows:
		return charmap.KOI8R
	}
	return charmap.Windows1251
}

// central finds out whether there are the letters of central Europe: in a word, where
// Windows-1252 has signs that no word has in it. ISO 8859-2 has some of them elsewhere.
// Letters that only the west has speak against it: "m³" may stand in any text.
func central(data []byte) *charmap.Charmap {
	windows, iso, both := 0, 0, 0
	is := func(i int) bool { return i >= 0 && i < len(data) && letter(data[i]) }
	for i, c := range data {
		if strings.IndexByte("\xe0\xe8\xe3\xf5\xe5\xec\xf2\xf9", c) >= 0 { // à è ã õ å ì ò ù
			return nil
		}
		within := is(i-1) && is(i+1)
		begins := !is(i-1) && is(i+1) && is(i+2)
		switch {
		case c == 0xb3 && (within || is(i-1) && is(i-2) && is(i-3)), (c == 0xa3 || c == 0xaf) && begins, c == 0xbf && within: // ł Ł Ż ż
			both++
		case (c == 0xb9 || c == 0x9f) && within: // ą ź
			windows++
		case strings.IndexByte("\xb1\xb6\xbc", c) >= 0 && within, (c == 0xa6 || c == 0xac) && begins: // ą ś ź Ś Ź
			iso++
		}
	}
	switch {
	case iso > windows:
		return charmap.ISO8859_2
	case windows+both > 0:
		return charmap.Windows1250
	}
	return nil
}

func letter(c byte) bool { return ascii(c) || c >= 0xc0 }

func ascii(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
