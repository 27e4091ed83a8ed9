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

// What is read in the wrong letters is told by a word that is none in any language.
func TestWordsThatAreNone(t *testing.T) {
	for name, data := range map[string]string{
		"Japan (Shift JIS)":  "\x8eR\x93c\x91\xbe\x98Y",
		"Japan (EUC)":        "\xbb\xb3\xc5\xc4\xc2\xc0\xcf\xba",
		"China":              "\xcd\xf5\xd0\xa1\xc3\xf7 \xc0\xee\xb8\xdb",
		"Taiwan":             "\xa4\xfd\xa4p\xa9\xfa",
		"Korea":              "\xb1\xe8\xc7\xd7\xb1\xb8",
		"Greece":             "\xdc\xed\xed\xe1 \xcb\xe9\xec\xdc\xed\xe9",
		"Turkey":             "Ay\xfee I\xfe\xfdk",
		"Israel":             "\xe0\xf0\xe4 \xf0\xee\xec",
		"Arabia":             "\xc2\xe4\xc7 \xe3\xed\xe4\xc7\xc1",
		"Bohemia":            "Ji\xf8\xed P\xf8\xedstav",
		"Hungary":            "Ern\xf5",
		"Latvia":             "B\xe7rzi\xf2\xf0",
		"DOS":                "J\x94rg M\x81ller",
		"Western with signs": "C\xbdur",
		"UTF-8 twice":        "Zo\u00c3\u00ab",
	} {
		r, err := Open("x.csv", []byte("email\na@b.example "+data+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if word, meant := r.Odd(); word == "" || (meant != "") != (name == "UTF-8 twice") || meant != "" && meant != "Zoë" {
			t.Errorf("%s: %q, %q", name, word, meant)
		}
	}
	for _, words := range []string{
		"Zo\xeb Ren\xe9e Cr\xe9\xe9e Gr\xfc\xdfe Gon\xe7alo Assun\xe7\xe3o Pe\xf1\xf3n \xc5s\xf8y B\xe6k \xde\xf3r\xf0ur \xdej\xf3\xf0\xf0\xfd\xf0\xed T\xf5nu d\xfb Llu\xb7l",
		"O\x92Brien \x93Annie\x94 \xabTide\xbb m\xb2 \xa35m 5\xb0C M\xaa n\xba \xbfQu\xe9? Tide\x99 Bo\x96Reed \x80100 2\xbd D\xb4Angelo \xb5g \xa9Tide Vicen\xe7",
		"\xcf\xf0\xe8\xec\xe0 \xd0\xe5\xea\xe0", // Russian
		"Zoë Łódka Šťastná Ernő 山田 آنا",         // UTF-8 is what it is
		"Zoë and Ren\xe9",                       // some of it
	} {
		r, err := Open("x.csv", []byte("email\na@b.example "+words+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if word, meant := r.Odd(); word != "" {
			t.Errorf("%q: %q, %q", words, word, meant)
		}
	}
}

// Rows of another table do not change the letters of those that were there.
func TestRowsInOtherLettersAmongUTF8(t *testing.T) {
	if got, err := read("email,name\na@b.example,Zoë\nc@d.example,Ren\xe9e\n"); err != nil || got != "email|name\na@b.example|Zoë\nc@d.example|Renée" {
		t.Errorf("%q, %v", got, err)
	}
	if got, _ := read("a@b.example,Ren\xe9e,Zo\xeb,\xc3\xa9\n"); got != "a@b.example|Renée|Zoë|Ã©" {
		t.Errorf("%q", got)
	}
}

// No word has a letter of Iceland beside one of the Romance languages, nor one of Scandinavia
// beside an accent, in either order.
func TestLettersThatStandBesideEachOtherInNoLanguage(t *testing.T) {
	for _, c := range []struct{ a, b string }{{"ðþÐÞ", "òùìèàçñ"}, {"øØåÅæÆ", "áéíóúýìùòÁÉÍÓÚÝ"}} {
		for _, a := range c.a {
			for _, b := range c.b {
				if !neighbours(a, b, ' ') || !neighbours(b, a, ' ') {
					t.Errorf("%c beside %c", a, b)
				}
			}
		}
	}
}
