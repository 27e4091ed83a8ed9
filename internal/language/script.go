package language

import (
	"strings"
	"unicode"

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
		if r < 0x590 {
			if unicode.IsLetter(r) {
				return false, true
			}
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false, true
		case bidi.R, bidi.AL:
			return true, true
		}
	}
	return false, false
}

// HasRight tells whether a text has letters that run from right to left.
func HasRight(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		if r < 0x590 {
			return false
		}
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL
	})
}

// ParagraphRightToLeft is the direction of a paragraph on a page: on one that runs
// from right to left, right to left unless nothing in it does; on others, left to right
// unless it begins so and half of its letters do: a sentence of the page's language may
// begin with a name (UAX 9, HL1).
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
		for _, r := range word {
			switch p, _ := bidi.LookupRune(r); p.Class() {
			case bidi.R, bidi.AL:
				rights++
			case bidi.L:
				lefts++
			}
		}
	}
	if page {
		return rights > 0
	}
	return rights >= lefts
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
	{unicode.Latin, "Latn", "und-Latn"},
}

// otherLanguage is the tag of a letter's passage, "" if its script is that of lang.
func otherLanguage(r rune, lang, script string) (tag string, letter bool) {
	if !unicode.IsLetter(r) {
		return "", false
	}
	for _, t := range scriptTables {
		if !unicode.Is(t.table, r) {
			continue
		}
		if t.script == script || t.found == "und-Latn" || t.table == unicode.Han && (script == "Jpan" || script == "Kore" || script == "Hans" ||
			script == "Hant") || t.table == unicode.Greek && script == "Latn" && r == 'µ' {
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
	ascii := true
	for i := 0; i < len(text); i++ {
		ascii = ascii && text[i] < 0x80
	}
	if ascii {
		return false
	}
	script := Script(lang)
	for _, r := range text {
		if r >= 0x370 {
			if tag, ok := otherLanguage(r, lang, script); ok && tag != "" {
				return true
			}
		}
	}
	return false
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
		tag, letter := otherLanguage(r, lang, script)
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
	if current != "" && end < len(text) && strings.TrimSpace(text[end:]) != "" {
		return append(out, Passage{text[start:end], current}, Passage{text[end:], ""})
	}
	return append(out, Passage{text[start:], current})
}
