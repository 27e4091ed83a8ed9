package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/speedata/hyphenation"
	"golang.org/x/text/encoding/charmap"

	"pressroom/internal/pattern"
)

// Hyphens knows where the words of a language can be divided (Liang's patterns).
// It is never written to after it was read.
type Hyphens struct{ lang *hyphenation.Lang }

// ParseHyphens reads patterns as LibreOffice and Debian have them: hyph_en_US.dic.
func ParseHyphens(data []byte) (*Hyphens, error) {
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	switch strings.ToUpper(strings.TrimSpace(string(head))) {
	case "UTF-8":
	case "ISO8859-1", "ISO-8859-1":
		rest, _ = charmap.ISO8859_1.NewDecoder().Bytes(rest) // each byte is a character
	default:
		return nil, errors.New("hyphenation patterns begin with their encoding, UTF-8 or ISO8859-1")
	}
	var patterns strings.Builder
	left, right := 2, 3
	for _, line := range strings.Split(string(rest), "\n") {
		line = strings.TrimSpace(line)
		fmt.Sscanf(line, "LEFTHYPHENMIN %d", &left)
		fmt.Sscanf(line, "RIGHTHYPHENMIN %d", &right)
		if !strings.ContainsAny(line, "%#/=-'’ ") {
			patterns.WriteString(line + "\n")
		}
	}
	l, err := hyphenation.New(strings.NewReader(patterns.String()))
	if err != nil {
		return nil, fmt.Errorf("reading hyphenation patterns: %w", err)
	}
	l.Leftmin, l.Rightmin = max(2, left), max(3, right)
	return &Hyphens{l}, nil
}

// longest bounds the words that are divided: the work grows with their square.
const longest = 120

// Divide puts soft hyphens into the words of a text that have at least so many letters.
// Without patterns it leaves them as they are.
func (h *Hyphens) Divide(text string, least int) string {
	if h == nil {
		return text
	}
	return h.from(text, least)
}

// divide puts soft hyphens into the longer words of a text. Words with capitals
// within, numbers or more than 120 letters stay whole.
func (h *Hyphens) divide(text string) string { return h.from(text, shortest) }

// The words that are divided: those of running text, and those that headlines, cells
// and ragged lines may have no room for.
const (
	shortest  = 5
	shortLong = 28
)

// LongWord is from where on a word's patterns are needed in any text.
const LongWord = shortLong

// divideLong puts soft hyphens into the longest words alone.
func (h *Hyphens) divideLong(text string) string { return h.from(text, shortLong) }

// divideApart is divideLong with so many letters at both ends of a word that none looks lost
// on a line of a cell.
func (h *Hyphens) divideApart(text string) string {
	return letters.ReplaceAllStringFunc(text, func(w string) string { return h.word(w, shortLong, apart) })
}

const apart = 9

// from divides the words of at least so many letters.
func (h *Hyphens) from(text string, least int) string {
	return letters.ReplaceAllStringFunc(text, func(w string) string { return h.word(w, least, 0) })
}

var letters = pattern.New(`\p{L}+`)

func (h *Hyphens) word(w string, least, ends int) string {
	n := utf8.RuneCountInString(w)
	if n < least || n > longest {
		return w
	}
	_, first := utf8.DecodeRuneInString(w)
	if strings.ToLower(w[first:]) != w[first:] {
		return w
	}
	runes := []rune(w)
	var b strings.Builder
	last := 0
	for _, at := range h.lang.Hyphenate(w) {
		if at < ends || n-at < ends {
			continue
		}
		b.WriteString(string(runes[last:at]) + "\u00ad")
		last = at
	}
	return b.String() + string(runes[last:])
}
