package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"
)

// Word is a word of a text: what stands between spaces and, of a script that writes none
// between words, each sign.
type Word struct {
	Text       string
	Start, End int // bytes in the text
}

// Split takes a text apart into its words.
func Split(text string) []Word {
	var out []Word
	start := -1
	end := func(at int) {
		if start >= 0 {
			out = append(out, Word{text[start:at], start, at})
		}
		start = -1
	}
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			end(i)
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			end(i)
			out = append(out, Word{string(r), i, i + utf8.RuneLen(r)})
		case start < 0:
			start = i
		}
	}
	end(len(text))
	return out
}

// Edit is a stretch of words that became another: those from OldFrom up to OldTo were
// taken out, and those from NewFrom up to NewTo stand in their place. One of both may be
// empty.
type Edit struct{ OldFrom, OldTo, NewFrom, NewTo int }

// Edits are the differences between two lists of words, in their order. Words must hold
// no line feed.
func Edits(before, after []string) []Edit {
	lines := func(words []string) (string, map[int]int) {
		var b strings.Builder
		at := make(map[int]int) // number of a word by where it begins, but for the first
		for i, w := range words {
			b.WriteString(w)
			b.WriteByte('\n')
			at[b.Len()] = i + 1
		}
		return b.String(), at
	}
	a, numbers := lines(before)
	b, _ := lines(after)
	var out []Edit
	shift := 0 // by how many words the new text is ahead
	for _, e := range udiff.Lines(a, b) {
		from, to := numbers[e.Start], numbers[e.End]
		n := strings.Count(e.New, "\n")
		next := Edit{from, to, from + shift, from + shift + n}
		shift += n - (to - from)
		if last := len(out) - 1; last >= 0 && next.OldFrom-out[last].OldTo <= crumb {
			out[last].OldTo, out[last].NewTo = next.OldTo, next.NewTo // one change, and not two that a kept word divides
			continue
		}
		out = append(out, next)
	}
	return out
}

// crumb is how many kept words between two changes make one of them.
const crumb = 1
