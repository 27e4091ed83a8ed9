package setter

import (
	"github.com/go-text/typesetting/bidi"
	ucd "golang.org/x/text/unicode/bidi"
)

// order runs the bidirectional algorithm (UAX 9) over the paragraph.
func (s *shaper) order(t *text, rtl bool) {
	base := uint8(0)
	if rtl {
		base = 1
	}
	s.orderFrom(t.runes, t.levels, base, mostIsolates)
}

// The characters of isolates: what begins one, and what ends it.
const (
	isolateLTR   = 0x2066
	isolateRTL   = 0x2067
	isolateFirst = 0x2068 // in the direction of its first letter
	isolateEnd   = 0x2069
	anObject     = 0xFFFC // in the place of an isolate: it has no direction
	mostIsolates = 40     // within each other; deeper ones are left to the library
)

// orderFrom gives characters their levels, from that of what holds them. What is isolated
// counts as one character without a direction, and is ordered by itself (rules BD9 and
// X5a to X5c): the levels within are known exactly in this way.
func (s *shaper) orderFrom(runes []rune, levels []uint8, base uint8, deepest int) {
	isolates := isolatesIn(runes)
	if len(isolates) == 0 || deepest == 0 {
		s.orderPlain(runes, levels, base)
		return
	}
	outer := make([]rune, 0, len(runes))
	at := 0
	for _, i := range isolates {
		outer = append(append(outer, runes[at:i[0]]...), anObject)
		at = i[1]
	}
	outer = append(outer, runes[at:]...)
	found := make([]uint8, len(outer))
	s.orderPlain(outer, found, base)
	n := 0
	at = 0
	for _, i := range isolates {
		n += copy(levels[at:i[0]], found[n:])
		for j := i[0]; j < i[1]; j++ {
			levels[j] = found[n]
		}
		n++
		at = i[1]
		from, to := i[0]+1, i[1]
		if runes[to-1] == isolateEnd {
			to--
		}
		s.orderFrom(runes[from:to], levels[from:to], within(runes[i[0]], runes[from:to], base), deepest-1)
	}
	copy(levels[at:], found[n:])
}

// orderPlain is orderFrom for characters of which none are isolated.
func (s *shaper) orderPlain(runes []rune, levels []uint8, base uint8) {
	dir := bidi.LeftToRight
	if base%2 == 1 {
		dir = bidi.RightToLeft
	}
	runs := s.bidi.Segment(runes, dir)
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for j := r.Start; j < r.End; j++ {
			levels[j] = uint8(r.Level)
		}
	}
	if dir == bidi.LeftToRight {
		lowerText(runes, levels)
	}
	for i := range levels {
		levels[i] += base - base%2
	}
}

// isolatesIn are the outermost isolates, each with the characters that begin and end it.
func isolatesIn(runes []rune) (list [][2]int) {
	var depth, start int
	for i, r := range runes {
		switch {
		case r >= isolateLTR && r <= isolateFirst:
			if depth == 0 {
				start = i
			}
			depth++
		case r == isolateEnd && depth > 0:
			if depth--; depth == 0 {
				list = append(list, [2]int{start, i + 1})
			}
		}
	}
	if depth > 0 { // it ends with the paragraph
		list = append(list, [2]int{start, len(runes)})
	}
	return list
}

// within is the level of what is isolated in something of a level.
func within(initiator rune, runes []rune, base uint8) uint8 {
	right := initiator == isolateRTL
	if initiator == isolateFirst {
		right = beginsRight(runes)
	}
	if right {
		return base + 1 + base%2 // the next odd one
	}
	return base + 2 - base%2 // the next even one
}

// beginsRight tells whether the first letter runs from right to left (rules P2 and P3).
func beginsRight(runes []rune) bool {
	depth := 0
	for _, r := range runes {
		switch c := class(r); {
		case r >= isolateLTR && r <= isolateFirst:
			depth++
		case r == isolateEnd:
			depth = max(0, depth-1)
		case depth > 0:
		case c == ucd.R, c == ucd.AL:
			return true
		case c == ucd.L:
			return false
		}
	}
	return false
}

// lowerText tells numbers from the sentence in a paragraph from left to right. The
// runs of the algorithm hold what has one direction: a number behind a word from right
// to left stands two levels above the sentence that follows it, and was one run with
// it, so that the word and all of the sentence changed places (UAX 9, rules I1 and
// L2). Texts with embeddings of their own stay as they are.
func lowerText(runes []rune, levels []uint8) {
	for _, r := range runes {
		if r >= 0x202A && r <= 0x202E || r >= isolateLTR && r <= isolateEnd {
			return
		}
	}
	strong := ucd.L // the direction of the last letter
	for i := 0; i < len(runes); {
		switch c := class(runes[i]); c {
		case ucd.L, ucd.R, ucd.AL:
			strong = c
		}
		if levels[i]%2 == 1 {
			i++
			continue
		}
		n := number(runes[i:], strong != ucd.R)
		if strong == ucd.L && class(runes[i]) != ucd.AN { // a number of the sentence
			n = 0
		}
		level := uint8(0)
		if n > 0 {
			level = 2
		}
		for end := i + max(n, 1); i < end && levels[i]%2 == 0; i++ {
			levels[i] = level
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
