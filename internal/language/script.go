package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"
)

// Script is the script a language is written in (ISO 15924), as in Latn; "" for
// what is no language tag.
func Script(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	s, _ := t.Script()
	return s.String()
}

// FirstStrong tells the direction of the first character that has one (UAX 9,
// rules P2 and P3). ok is false if none has.
func FirstStrong(text string) (rightToLeft, ok bool) {
	for _, r := range text {
		if right, ok := strong(r); ok {
			return right, true
		}
	}
	return false, false
}

// HasRight tells whether a text has letters that run from right to left.
func HasRight(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		right, _ := strong(r)
		return right
	})
}

// Marks of direction: nobody sees them, and they count as a letter of one direction.
const (
	leftMark  = "\u200E"
	rightMark = "\u200F"
)

// Parting is the mark that has to stand between two parts of a sentence, so that they
// keep their order: the first ends with letters that run against the sentence, and the
// second begins with such letters or with a number, which would become one run with them
// (UAX 9, section 2.6). It is "" where none is needed.
func Parting(before, after string, rtl bool) string {
	ends, begins := false, false
	for _, r := range before {
		if right, ok := strong(r); ok {
			ends = right != rtl
		}
	}
	for _, r := range after {
		right, ok := strong(r)
		if digit := unicode.IsDigit(r); ok || digit {
			begins = digit || right != rtl
			break
		}
	}
	switch {
	case !ends || !begins:
		return ""
	case rtl:
		return rightMark
	}
	return leftMark
}

// Closed is a text with the mark that keeps its last sign at its end, where the letters
// before that run against the sentence: the stop of Mass. in one from right to left.
func Closed(text string, rtl bool) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	if _, letter := strong(last); letter || unicode.IsDigit(last) {
		return text
	}
	runs := rtl
	for _, r := range text {
		if right, ok := strong(r); ok {
			runs = right
		}
	}
	switch {
	case runs == rtl:
		return text
	case runs:
		return text + rightMark
	}
	return text + leftMark
}

// strong tells the direction of a character that has one.
func strong(r rune) (right, ok bool) {
	switch p, _ := bidi.LookupRune(r); p.Class() {
	case bidi.L:
		return false, true
	case bidi.R, bidi.AL:
		return true, true
	}
	return false, false
}

// ParagraphRightToLeft is the direction of a paragraph on a page: on one that runs
// from right to left, right to left unless nothing in it does; on others, left to right
// unless it begins so, half of its letters do, and no word in small letters is among the
// others: a sentence of the page's language may begin with a name (UAX 9, HL1), and one of
// another language names in capitals what it names.
func ParagraphRightToLeft(text string, page bool) bool {
	right, ok := FirstStrong(text)
	if !ok {
		return page
	}
	if !right && !page {
		return false
	}
	var rights, lefts int
	for word := range strings.FieldsSeq(text) {
		if strings.Contains(word, "://") || strings.Contains(word, "@") { // addresses are of no language
			continue
		}
		if !page && isSmall(word) {
			return false
		}
		for _, r := range word {
			switch right, ok := strong(r); {
			case right:
				rights++
			case ok:
				lefts++
			}
		}
	}
	if page {
		return rights > 0
	}
	return rights >= lefts
}

// isSmall tells a word that is written in small letters, and is no address such as
// port.example.
func isSmall(word string) bool {
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	other := func(r rune) bool { return r == '.' || unicode.IsLetter(r) && !unicode.IsLower(r) }
	return word != "" && !strings.ContainsFunc(word, other)
}

// Passage is a part of a text. Language is "" where it is the text's own.
type Passage struct{ Text, Language string }

// scriptTables are the scripts that tell a passage of another language. Where a
// script has one language, the passage has its tag; else only the script is known
// (BCP 47, "und").
var scriptTables = []struct {
	table         *unicode.RangeTable
	script, found string
}{
	{unicode.Arabic, "Arab", "und-Arab"},
	{unicode.Hebrew, "Hebr", "he"},
	{unicode.Greek, "Grek", "el"},
	{unicode.Cyrillic, "Cyrl", "und-Cyrl"},
	{unicode.Hangul, "Kore", "ko"},
	{unicode.Hiragana, "Jpan", "ja"},
	{unicode.Katakana, "Jpan", "ja"},
	{unicode.Han, "Hani", "und-Hani"},
	{unicode.Devanagari, "Deva", "und-Deva"},
	{unicode.Thai, "Thai", "th"},
	{unicode.Armenian, "Armn", "hy"},
	{unicode.Georgian, "Geor", "ka"},
	{unicode.Bengali, "Beng", "und-Beng"},
	{unicode.Tamil, "Taml", "ta"},
	{unicode.Telugu, "Telu", "te"},
}

// otherLanguage is the tag of a letter's passage, "" if its script is that of the text.
func otherLanguage(r rune, script string) (tag string, letter bool) {
	if !unicode.IsLetter(r) {
		return "", false
	}
	for _, t := range scriptTables {
		if !unicode.Is(t.table, r) {
			continue
		}
		if t.script == script || t.table == unicode.Han && (script == "Jpan" || script == "Kore" || script == "Hans" ||
			script == "Hant") {
			return "", true
		}
		return t.found, true
	}
	return "", true
}

// HasOtherScript tells whether a text has letters of a script that lang is not
// written in. Latin letters count as everybody's: names and terms stand in all
// languages.
func HasOtherScript(text, lang string) bool {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x370 }) {
		return false // nothing but Latin letters
	}
	script := Script(lang)
	return strings.ContainsFunc(text, func(r rune) bool {
		tag, _ := otherLanguage(r, script)
		return tag != ""
	})
}

// Passages divides a text into parts of its own language and of others, told by
// their script. Together they are the text.
func Passages(text, lang string) []Passage {
	if !HasOtherScript(text, lang) {
		return []Passage{{Text: text}}
	}
	script := Script(lang)
	var out []Passage
	start, current, end := 0, "", 0
	for i, r := range text {
		tag, letter := otherLanguage(r, script)
		if !letter {
			continue
		}
		if tag == "und-Hani" && current == "ja" {
			tag = current
		}
		if tag != current {
			cut := i
			if current != "" {
				cut = end // spaces and marks after a foreign word are the text's own
			}
			if cut > start {
				out = append(out, Passage{text[start:cut], current})
			}
			if tag != "" && current != "" && i > cut { // between two foreign passages
				out = append(out, Passage{text[cut:i], ""})
				cut = i
			}
			start, current = cut, tag
		}
		end = i + len(string(r))
		if tag != "" { // combining marks belong to their letter
			for _, m := range text[end:] {
				if !unicode.Is(unicode.M, m) {
					break
				}
				end += len(string(m))
			}
		}
	}
	if current != "" && strings.TrimSpace(text[end:]) != "" {
		return append(out, Passage{text[start:end], current}, Passage{text[end:], ""})
	}
	return append(out, Passage{text[start:], current})
}
