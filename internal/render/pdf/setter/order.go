package setter

import (
	"github.com/go-text/typesetting/bidi"
	ucd "golang.org/x/text/unicode/bidi"
)

// order runs the bidirectional algorithm (UAX 9) over the paragraph.
func (s *shaper) order(t *text, rtl bool) {
	dir := bidi.LeftToRight
	if rtl {
		dir = bidi.RightToLeft
	}
	runs := s.bidi.Segment(t.runes, dir)
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for j := r.Start; j < r.End; j++ {
			t.levels[j] = uint8(r.Level)
		}
	}
	if !rtl {
		t.lowerText()
	}
}

// lowerText tells numbers from the sentence in a paragraph from left to right. The
// runs of the algorithm hold what has one direction: a number behind a word from right
// to left stands two levels above the sentence that follows it, and was one run with
// it, so that the word and all of the sentence changed places (UAX 9, rules I1 and
// L2). Paragraphs with controls of their own stay as they are.
func (t *text) lowerText() {
	for _, r := range t.runes {
		if r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return
		}
	}
	strong := ucd.L // the direction of the last letter
	for i := 0; i < len(t.runes); {
		switch c := class(t.runes[i]); c {
		case ucd.L, ucd.R, ucd.AL:
			strong = c
		}
		if t.levels[i]%2 == 1 {
			i++
			continue
		}
		n := number(t.runes[i:], strong != ucd.R)
		if strong == ucd.L && class(t.runes[i]) != ucd.AN { // a number of the sentence
			n = 0
		}
		level := uint8(0)
		if n > 0 {
			level = 2
		}
		for end := i + max(n, 1); i < end && t.levels[i]%2 == 0; i++ {
			t.levels[i] = level
		}
	}
}

func class(r rune) ucd.Class {
	p, _ := ucd.LookupRune(r)
	return p.Class()
}

// number is how many characters at the start of a text are a number (rules W1 to W5).
// Behind a letter of an Arabic script what stands at numbers, as currency does, is no
// part of them, and only commas, points and colons go on with them.
func number(runes []rune, arabic bool) int {
	n := 0
	for n < len(runes) {
		next := ucd.ON
		if n+1 < len(runes) {
			next = class(runes[n+1])
		}
		switch c := class(runes[n]); {
		case c == ucd.EN, c == ucd.AN, c == ucd.NSM && n > 0, c == ucd.BN && n > 0:
		case c == ucd.CS && n > 0 && (next == ucd.EN || next == ucd.AN):
		case c == ucd.ES && n > 0 && next == ucd.EN && !arabic:
		case c == ucd.ET && !arabic && (n > 0 && class(runes[n-1]) != ucd.AN || next == ucd.EN || next == ucd.ET):
		default:
			return n
		}
		n++
	}
	return n
}
