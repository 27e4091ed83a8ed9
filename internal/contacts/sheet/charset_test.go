package sheet

import "testing"

// No file says which letters it is written in: they are told by where they stand in words.
func TestLettersOfCentralEurope(t *testing.T) {
	for data, want := range map[string]string{
		// what both have: within a word, or behind three letters, since "m³" is no word
		"Ma\xb3a \x8cwit": "Mała Świt", "Pawe\xb3 \x8cwit": "Paweł Świt", "Ma\xb3": "Ma³", "5dm\xb3": "5dm³", "ab-m\xb3": "ab-m³", "abc-\xb3": "abc-³",
		"\xb3a": "³a", "1\xb3a": "1³a", "1bar\xb3 \x8cwit": "1barł Świt",
		"\xa3om": "Łom", "\xafory": "Żory", "\xa35": "£5", "\xa3m": "£m", "\xa3m5": "£m5", "\xa35m": "£5m", "a\xa3om": "a£om", "a\xafory": "a¯ory",
		"ko\xbfe": "koże", "\xbfQu": "¿Qu", "ko\xbf": "ko¿",
		// what each has elsewhere
		"b\xb9d": "bąd", "a\xb9": "a¹", "\xb9a": "¹a", "po\x9fn\xf3": "poźnó", "po\x9f \xf3": "poŸ ó",
		"b\xb1d": "bąd", "pro\xb6ba": "prośba", "po\xbcny": "poźny", "b\xb1": "b±", "\xb1a": "±a",
		"\xa6wit": "Świt", "\xacle": "Źle", "\xa6w": "¦w", "a\xa6wit": "a¦wit",
		"b\xb1d b\xb9d": "b±d bąd", "b\xb1d b\xb1d b\xb9d": "bąd bąd bšd", "Ma\xb3a b\xb1d": "Mała bąd",
		// what only the west has
		"Ma\xb3a \xe0": "Ma³a à", "Ma\xb3a \xf9": "Ma³a ù", "f\xeate": "fête",
	} {
		if got, err := read(data); got != want || err != nil {
			t.Errorf("%q: %q, %v; want %q", data, got, err, want)
		}
	}
}

// Windows-1251 and KOI8-R have the capitals of one where the other has the small letters.
func TestLettersOfCyrillic(t *testing.T) {
	const two, western = "\xcf\xf0\xe8\xec\xe0 \xd0\xe5\xea\xe0 ", "caf\xe9 caf\xe9 " // as many words of each
	const russian, french = "Прима Река cafй cafй ", "Ïðèìà Ðåêà café café "
	for data, want := range map[string]string{
		"\xcf\xf0\xe8\xec\xe0":                    "Ïðèìà", // a word alone
		two + "a b c d":                           "Прима Река a b c d",
		"\xf0\xd2\xc5\xd3\xd3 \xf2\xc5\xcb\xc1":   "Пресс Река",
		"\xef\xf0\xe8\xec\xe0 \xf0\xe5\xea\xe0":   "прима река", // no capitals
		"\xe0\xcc\xc1 \xe0\xcc\xc1":               "Юла Юла",
		"\xe0\xcc\xc1 \xd2\xc5\xcb\xc1":           "Юла река",
		"\xc1\xe0\xe1\xe0 \xe0\xcc\xc1":           "Баба аМБ", // as many of each
		"\xc0\xeb\xe0 \xc0\xeb\xe0":               "Ала Ала",
		"\xc1\xc0\xe1 \xe0\xcc\xc1":               "аюА Юла",
		"\xcf\xf0 \xcf\xf0":                       "Ïð Ïð", // too short to tell
		two + western + "-":                       russian + "-",
		two + western + "Zo\xeb":                  french + "Zoë",
		two + western + "a\xe9":                   french + "aé",
		two + western + "z\xe9":                   french + "zé",
		two + western + "A\xe9":                   french + "Aé",
		two + western + "Z\xe9":                   french + "Zé",
		two + western + "`\xe9 @\xe9 {\xe9 [\xe9": russian + "`й @й {й [й",
	} {
		if got, err := read(data); got != want || err != nil {
			t.Errorf("%q: %q, %v; want %q", data, got, err, want)
		}
	}
}
