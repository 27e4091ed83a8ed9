package when

import (
	"strings"
	"unicode/utf8"
)

// wrapping are signs that may stand round part of a label, as in "(Hold for) release".
const wrapping = `()[]*_"“”„«»`

// unwrapped is a text without signs round parts of labels, and with single spaces where
// it has spaces or ends a line.
type unwrapped struct {
	text string
	from []int // of each byte, its place in the text that it was made of
	at   []int // of each byte of that text, its place here
}

func unwrap(s string) unwrapped {
	var b strings.Builder
	u := unwrapped{at: make([]int, len(s)+1)}
	last := ' '
	for at, r := range s {
		_, size := utf8.DecodeRuneInString(s[at:])
		for i := range size {
			u.at[at+i] = b.Len()
		}
		if r == '\n' {
			r = ' '
		}
		if strings.ContainsRune(wrapping, r) || r == ' ' && last == ' ' {
			continue
		}
		if r == ' ' {
			b.WriteByte(' ')
		} else {
			b.WriteString(s[at : at+size])
		}
		for i := range size {
			u.from = append(u.from, at+i)
		}
		last = r
	}
	u.at[len(s)] = b.Len()
	u.text = b.String()
	return u
}

// label reads words of embargo and release, with what stands round a part of them.
func (c *scanner) label(rest string) (mark, int) {
	plain := ""
	if c.plain.text != c.s {
		plain = c.plain.text[c.plain.at[c.at]:]
	}
	for _, m := range c.v.marks {
		if m.start && !c.atStart() || m.mark == behindMark && !c.untilThen() {
			continue
		}
		if n := m.p.length(rest); n > 0 {
			return m.mark, n
		}
		if n := m.p.length(plain); n > 0 { // "(Hold for) release"
			return m.mark, c.plain.from[c.plain.at[c.at]+n-1] + 1 - c.at
		}
	}
	return noMark, 0
}

// untilWords stand before a time up to which something is forbidden.
var untilWords = wordSet("before until till vor bis avant jusqu hasta antes prima fino sino voor tot ate")

// untilThen tells that a sentence has said until when, and little else: "until 9 a.m. on
// December 8, do" not publish.
func (c *scanner) untilThen() bool {
	until, timed, strange := false, false, 0
	for i := len(c.out) - 1; i >= 0 && c.out[i].kind != stopToken; i-- {
		t := c.out[i]
		switch {
		case t.kind == strangeToken:
			strange++
		case t.kind == clockToken, t.kind == dayToken:
			timed = true
		case untilWords[strings.ToLower(c.s[t.from:t.to])]:
			until = true
		}
	}
	return until && timed && strange <= 1
}
