// Package saying holds the sentences that services say to people. English says them as they
// stand; who speaks another language finds its own by their code, and puts in the same.
package saying

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Sentence is what is said to somebody: a code, which is what English says of it as
// fmt.Sprintf has it, and what stands in its places. What stands there may be a sentence too.
type Sentence struct {
	Code string
	Args []any
	text string
}

// Said is what says a sentence: an error, or a part of another sentence.
type Said interface{ Said() Sentence }

// Of is a sentence, made as fmt.Sprintf makes its text.
func Of(code string, args ...any) Sentence { return Sentence{code, args, fmt.Sprintf(code, args...)} }

// Count says how many there are of something: one for 1, many for all others, both with the
// number in their only place.
func Count(n int, one, many string) Sentence {
	if n == 1 {
		return Of(one, n)
	}
	return Of(many, n)
}

// String is the sentence in English.
func (s Sentence) String() string { return s.text }

// Said is the sentence itself.
func (s Sentence) Said() Sentence { return s }

// Empty tells whether nothing is said.
func (s Sentence) Empty() bool { return s.text == "" }

// Word is a text that the program has a list of, as a reason, without places.
type Word string

// Said is the word as a sentence.
func (w Word) Said() Sentence { return Sentence{Code: string(w), text: string(w)} }

// Lines are sentences below each other.
type Lines []Sentence

// Add appends one.
func (l *Lines) Add(code string, args ...any) { *l = append(*l, Of(code, args...)) }

// Texts are the lines in English.
func (l Lines) Texts() []string {
	out := make([]string, len(l))
	for i, s := range l {
		out[i] = s.text
	}
	return out
}

// Join is one sentence of several, with between each two what stands there in English.
func (l Lines) Join(between Word) Sentence {
	var args []any
	for i, s := range l {
		if i > 0 {
			args = append(args, between)
		}
		args = append(args, s)
	}
	return Sentence{strings.Repeat("%v", len(args)), args, strings.Join(l.Texts(), string(between))}
}

// Read is the sentence that was said as a text, by one of codes, which have %s and %d in
// their places; a text that is none of them is its own code. It is for what a database keeps
// in English.
func Read(text string, codes ...string) Sentence {
	for _, code := range codes {
		if args, ok := places(text, code); ok {
			return Sentence{code, args, text}
		}
	}
	return Word(text).Said()
}

// places are what stands in the places of a text.
func places(text, code string) (args []any, ok bool) {
	pieces := strings.Split(code, "%")
	if text, ok = strings.CutPrefix(text, pieces[0]); !ok {
		return nil, false
	}
	for i, piece := range pieces[1:] {
		verb, piece := piece[0], piece[1:]
		at := strings.Index(text, piece)
		if i == len(pieces)-2 {
			at = len(text) - len(piece) // the last of them ends it
		}
		if at < 0 || text[at:at+len(piece)] != piece {
			return nil, false
		}
		var arg any = text[:at]
		if verb == 'd' {
			n, err := strconv.Atoi(text[:at])
			if err != nil {
				return nil, false
			}
			arg = n
		}
		args, text = append(args, arg), text[at+len(piece):]
	}
	return args, text == ""
}

// Errorf is an error that says a sentence. It wraps what stands at %w, as fmt.Errorf has it.
func Errorf(code string, args ...any) error {
	err := fmt.Errorf(code, args...)
	return &Error{Sentence{strings.ReplaceAll(code, "%w", "%v"), args, err.Error()}, err}
}

// Error is an error that says a sentence.
type Error struct {
	Sentence
	err error
}

// Error is the sentence in English.
func (e *Error) Error() string { return e.text }

// Unwrap is what it wraps.
func (e *Error) Unwrap() error { return e.err }

// Moment is an instant in a sentence, whose weekday each language calls by its own name.
type Moment struct{ time.Time }

// String is the instant in English.
func (m Moment) String() string { return m.Format("Monday " + Clock) }

// Clock is how an instant is written behind its weekday.
const Clock = "2006-01-02 15:04:05 MST"
