// Package terms cuts texts into the terms by which they are found, and what somebody looks
// for into phrases of such terms.
//
// A term is a word in small letters, without accents (Malmö is malmo). Chinese, Japanese and
// Korean are written without spaces, or with endings that grow on words: there a term is each
// pair of signs that stand side by side, and the last sign of a run by itself, so that one
// sign is found at the beginning of a term and more of them as a phrase.
package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Term is a piece of a text by which that is found.
type Term struct {
	Text     string // folded; Gap for the end of a line
	From, To int    // where it stands, in bytes of the text

	kind kind
	sign int // where the first sign of a pair ends
}

type kind int

const (
	word kind = iota
	pair      // two signs
	last      // the last sign of a run
	gap
)

// Gap is the term of the end of a line, which nobody can look for: no phrase goes over it.
const Gap = "·"

// longest is how many letters of a word count.
const longest = 64

// Of are the terms of a text in NFC, in order.
func Of(text string) []Term {
	var out []Term
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '\n':
			if len(out) > 0 && out[len(out)-1].kind != gap {
				out = append(out, Term{Gap, at, at + 1, gap, 0})
			}
		case signs(r):
			end := run(text, at, signs)
			out = append(out, pairs(text, at, end)...)
			at = end
			continue
		case letter(r):
			end := run(text, at, func(r rune) bool { return within(r) && !signs(r) })
			if folded := Fold(text[at:end]); folded != "" {
				out = append(out, Term{folded, at, end, word, 0})
			}
			at = end
			continue
		}
		at += n
	}
	return out
}

// run is the end of the letters of one kind that begin at a place.
func run(text string, at int, of func(rune) bool) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !of(r) && !mark(r) {
			break
		}
		at += n
	}
	return at
}

// pairs are the terms of a run of signs.
func pairs(text string, at, end int) []Term {
	var ends []int // of each sign with its marks
	for i := at; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if i += n; mark(r) && len(ends) > 0 {
			ends[len(ends)-1] = i
			continue
		}
		ends = append(ends, i)
	}
	var out []Term
	for i, e := range ends {
		t := Term{From: at, To: e, kind: last, sign: e}
		if i+1 < len(ends) {
			t.To, t.kind = ends[i+1], pair
		}
		t.Text, at = Fold(text[t.From:t.To]), e
		out = append(out, t)
	}
	return out
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// within tells what a word goes on with: also with marks of direction and places where it may
// be divided.
func within(r rune) bool { return letter(r) || unicode.Is(unicode.Cf, r) }

// mark tells what belongs to the letter before it: the voice of a kana of half a width is one.
func mark(r rune) bool { return unicode.Is(unicode.M, r) || r == 'ﾞ' || r == 'ﾟ' }

// signs tells which letters stand for themselves.
func signs(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) && !mark(r) || r == 'ー' || r == 'ｰ'
}

// alike are letters that are written for others where a keyboard lacks them, and which
// Unicode does not take apart.
var alike = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ħ", "h", "ı", "i",
	"ŋ", "n", "ŧ", "t", "ς", "σ", "ـ", "")

// Fold makes a word comparable: small letters of usual width, without the accents of scripts
// that are read without them. Marks that are vowels, as in Hindi, or another sound, as in
// Japanese, stay.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(alike.Replace(strings.ToLower(s))) {
		if !unicode.Is(accents, r) && !unicode.Is(unicode.Cf, r) && (letter(r) || unicode.Is(unicode.M, r)) {
			b.WriteRune(r)
		}
	}
	folded := norm.NFC.String(b.String())
	if utf8.RuneCountInString(folded) > longest {
		folded = string([]rune(folded)[:longest])
	}
	return folded
}

// accents are those of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic.
var accents = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x0300, Hi: 0x036f, Stride: 1},
	{Lo: 0x0591, Hi: 0x05c7, Stride: 1},
	{Lo: 0x064b, Hi: 0x065f, Stride: 1},
	{Lo: 0x0670, Hi: 0x0670, Stride: 1},
	{Lo: 0x06d6, Hi: 0x06ed, Stride: 1},
}}
