package terms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Piece is a piece of a text, found or between what was found.
type Piece struct {
	Text  string
	Found bool
}

// span is where something stands in a text, in bytes.
type span struct{ from, to int }

// found is where phrases stand in a text, in order and apart from each other.
func (q Query) found(text string) []span {
	var out []span
	all := Of(text)
	for i := range all {
		for _, p := range q.Phrases {
			if !p.at(all[i:]) {
				continue
			}
			end := all[i+len(p.Terms)-1]
			to := end.To
			if p.one {
				to = end.sign
			}
			out = append(out, span{all[i].From, to})
		}
	}
	slices.SortFunc(out, func(a, b span) int { return a.from - b.from })
	var apart []span
	for _, s := range out {
		if n := len(apart); n > 0 && s.from <= apart[n-1].to {
			apart[n-1].to = max(apart[n-1].to, s.to)
			continue
		}
		apart = append(apart, s)
	}
	return apart
}

// Mark is a text in NFC with what was found in it.
func (q Query) Mark(text string) []Piece { return cut(text, q.found(text), 0, len(text)) }

// Excerpt is a part of a text in NFC, of so many letters, in which most was found, with what was
// found; from its beginning where that is nothing. Where it goes on stands an ellipsis.
func (q Query) Excerpt(text string, letters int) []Piece {
	all := q.found(text)
	best, most := 0, 0
	for i, s := range all {
		n, to := 0, forward(text, s.from, letters*2/3)
		for n < len(all)-i && all[i+n].to <= to {
			n++
		}
		if n > most {
			best, most = i, n
		}
	}
	from := 0
	if most > 0 {
		from = backward(text, all[best].from, letters/3)
	}
	to := forward(text, from, letters)
	out := cut(text, all, from, to)
	if from > 0 {
		out = append([]Piece{{Text: "… "}}, out...)
	}
	if to < len(text) {
		out = append(out, Piece{Text: " …"})
	}
	return out
}

// cut is a part of a text in pieces; between its lines stands a point there.
func cut(text string, all []span, from, to int) []Piece {
	var out []Piece
	add := func(from, to int, found bool) {
		if from < to {
			out = append(out, Piece{strings.ReplaceAll(text[from:to], "\n", " · "), found})
		}
	}
	for _, s := range all {
		if s.to <= from || s.from >= to {
			continue
		}
		add(from, s.from, false)
		add(max(from, s.from), min(s.to, to), true)
		from = min(s.to, to)
	}
	add(from, to, false)
	return out
}

// forward is a place so many letters on, at the end of a word where there is one near.
func forward(text string, at, letters int) int {
	end := at
	for range letters {
		_, n := utf8.DecodeRuneInString(text[end:])
		end += n
	}
	if end == len(text) {
		return end
	}
	if i := strings.LastIndexFunc(text[at:end], unicode.IsSpace); i > 0 && end-at-i < reach {
		return at + i
	}
	return end
}

// backward is a place so many letters before, at the beginning of a word where there is one
// near.
func backward(text string, at, letters int) int {
	begin := at
	for range letters {
		_, n := utf8.DecodeLastRuneInString(text[:begin])
		begin -= n
	}
	if begin == 0 {
		return 0
	}
	if i := strings.IndexFunc(text[begin:at], unicode.IsSpace); i >= 0 && i < reach {
		return begin + i + 1
	}
	return begin
}

// reach is how near the end of a word has to be, in bytes, for a text to be cut there.
const reach = 40
