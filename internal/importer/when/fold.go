package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text without accents, with plain hyphens, apostrophes and spaces, and
// with the place of each of its bytes in the original.
type folded struct {
	source, text string
	from         []int
}

func fold(s string) folded {
	var b strings.Builder
	var from []int
	add := func(r rune, at int) {
		n := b.Len()
		b.WriteRune(r)
		for range b.Len() - n {
			from = append(from, at)
		}
	}
	for at, r := range s {
		switch {
		case r == '–', r == '—', r == '−', r == '‐', r == '‑', r == '‒':
			add('-', at)
		case r == '’', r == '‘', r == '´', r == '`', r == 'ʼ':
			add('\'', at)
		case r == 'ß':
			add('s', at)
			add('s', at)
		case r >= utf8.RuneSelf && figure(r) != 0:
			add(figure(r), at)
		case r == '：':
			add(':', at)
		case r == '{', r == '（':
			add('(', at)
		case r == '}', r == '）':
			add(')', at)
		case r == 'º':
			add('o', at)
		case r == 'ª':
			add('a', at)
		case r == '\n':
			add('\n', at)
		case unicode.IsSpace(r):
			add(' ', at)
		case r < utf8.RuneSelf:
			add(r, at)
		default:
			for _, d := range norm.NFD.String(string(r)) {
				if !unicode.Is(unicode.Mn, d) {
					add(d, at)
				}
			}
		}
	}
	return folded{s, b.String(), append(from, len(s))}
}

// figure is the figure 0 to 9 that a digit of other letters is, 0 (of no sign) where it is none of those that times
// are written in: the wide ones of Japanese, the Arabic, the Persian and those of Hindi.
func figure(r rune) rune {
	for _, nought := range "０٠۰०" {
		if r >= nought && r < nought+10 {
			return '0' + r - nought
		}
	}
	return 0
}

// original is the place in the original of a place in the folded text.
func (f folded) original(at int) int { return f.from[at] }

// written is a stretch of the folded text as the original has it.
func (f folded) written(from, to int) string { return f.source[f.from[from]:f.from[to]] }
