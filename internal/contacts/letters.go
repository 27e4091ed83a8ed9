package contacts

import (
	"fmt"
	"unicode"

	"pressroom/internal/diagnostic"
)

// alike are scripts with letters that look like Latin ones.
var alike = map[string]*unicode.RangeTable{"Cyrillic": unicode.Cyrillic, "Greek": unicode.Greek}

// ListedKey is AddressKey of an address as a press list may have it: none with a letter that only
// looks like the one that is meant.
func ListedKey(address string) (string, error) {
	key, err := AddressKey(address)
	if err == nil {
		err = oneScript(address)
	}
	return key, err
}

// oneScript is an error if a word of an address has a letter of another script among
// Latin ones, which looks right and belongs to nobody. Words of one script each are fine.
func oneScript(address string) error {
	latin, other, script := rune(0), rune(0), ""
	for _, c := range address {
		switch {
		case !unicode.IsLetter(c):
			latin, other = 0, 0
		case unicode.Is(unicode.Latin, c):
			latin = c
		default:
			for name, table := range alike {
				if unicode.Is(table, c) {
					other, script = c, name
				}
			}
		}
		if latin != 0 && other != 0 {
			return fmt.Errorf("%q is not an e-mail address: its %q is U+%04X, a %s letter among Latin ones; type it anew",
				diagnostic.Word(address), string(other), other, script)
		}
	}
	return nil
}

// Misread says that a table was read in letters in which a word of it is none.
func Misread(word, meant string) string {
	if meant != "" {
		return fmt.Sprintf("“%s” was written in the wrong letters by the program that made this file, and is “%s”; "+
			"write it and what else looks so anew", diagnostic.Word(word), diagnostic.Word(meant))
	}
	return fmt.Sprintf("the file is not UTF-8, and “%s” is no word in the letters in which it is read; save it as “CSV UTF-8”",
		diagnostic.Word(word))
}
