package assist

import (
	"sort"
	"unicode/utf8"
)

// Units counts a text as editors do: by lines from 0, and in units of UTF-16.
type Units struct {
	src   []byte
	lines []int // where each begins
}

// NewUnits counts a text.
func NewUnits(src []byte) *Units {
	u := &Units{src, []int{0}}
	for i, c := range src {
		if c == '\n' {
			u.lines = append(u.lines, i+1)
		}
	}
	return u
}

// Of is the line of a byte, and how many units of it stand before.
func (u *Units) Of(offset int) (line, unit int) {
	offset = max(0, min(offset, len(u.src)))
	line = sort.SearchInts(u.lines, offset+1) - 1
	return line, length(u.src[u.lines[line]:offset])
}

// Offset is the byte behind so many units of a line: within the line, and never within
// a character.
func (u *Units) Offset(line, unit int) int {
	if line < 0 {
		return 0
	}
	if line >= len(u.lines) {
		return len(u.src)
	}
	at := u.lines[line]
	for unit > 0 && at < len(u.src) && u.src[at] != '\n' {
		r, n := utf8.DecodeRune(u.src[at:])
		if unit -= size(r); unit < 0 {
			break
		}
		at += n
	}
	return at
}

// Whole is how many units of the whole text stand before a byte, each line's end one.
func (u *Units) Whole(offset int) int { return length(u.src[:max(0, min(offset, len(u.src)))]) }

// Byte is the byte behind so many units of the whole text, never within a character.
func (u *Units) Byte(unit int) int {
	at := 0
	for unit > 0 && at < len(u.src) {
		r, n := utf8.DecodeRune(u.src[at:])
		if unit -= size(r); unit < 0 {
			break
		}
		at += n
	}
	return at
}

func length(b []byte) (n int) {
	for len(b) > 0 {
		r, size16 := utf8.DecodeRune(b)
		n += size(r)
		b = b[size16:]
	}
	return n
}

func size(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}
