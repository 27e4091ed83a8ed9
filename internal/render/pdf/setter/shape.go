package setter

import (
	"fmt"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// MissingError is a character that no font of the library has.
type MissingError struct {
	Char rune
	Text string // the text it stands in
}

func (e *MissingError) Error() string {
	script := language.LookupScript(e.Char).String()
	return fmt.Sprintf("no font has the character %q (U+%04X, script %s) in “%s”", string(e.Char), e.Char, script, around(e.Text, e.Char))
}

// around is a part of text on both sides of a character.
func around(text string, c rune) string {
	runes := []rune(text)
	for i, r := range runes {
		if r == c {
			return string(runes[max(0, i-20):min(len(runes), i+21)])
		}
	}
	return ""
}

// glyph is a shaped glyph.
type glyph struct {
	id      uint16
	face    Face
	style   *Style
	span    int
	text    string // what it stands for; "" for the further glyphs of a cluster
	several bool   // its cluster has several glyphs
	advance Length
	dx, dy  Length
	space   bool // a space at which a line can end
	break_  int  // cost of a line's end behind it; noBreak if it cannot
}

const noBreak = -1

// shaper holds what HarfBuzz needs. It belongs to one document at a time.
type shaper struct {
	library *Library
	fonts   []*harfbuzz.Font
	buffer  *harfbuzz.Buffer
}

func (s *shaper) font(f Face) *harfbuzz.Font {
	if s.fonts == nil {
		s.fonts = make([]*harfbuzz.Font, len(s.library.Fonts))
		s.buffer = harfbuzz.NewBuffer()
	}
	if s.fonts[f] == nil {
		s.fonts[f] = harfbuzz.NewFont(font.NewFace(s.library.Fonts[f].Shaping))
	}
	return s.fonts[f]
}

// faceFor finds the font that sets a character: the wanted one or a fallback.
func (s *shaper) faceFor(want Face, c rune) (Face, bool) {
	if s.has(want, c) || invisible(c) {
		return want, true
	}
	for _, f := range s.library.Fallbacks[want] {
		if s.has(f, c) {
			return f, true
		}
	}
	return want, false
}

func (s *shaper) has(f Face, c rune) bool {
	_, ok := s.library.Fonts[f].Shaping.NominalGlyph(c)
	return ok
}

// invisible characters need no glyph: HarfBuzz hides them.
func invisible(c rune) bool {
	return c == 0xAD || c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x206F || c == 0xFEFF ||
		c >= 0xFE00 && c <= 0xFE0F
}

// shape turns the spans of one paragraph, free of line feeds, into glyphs.
func (s *shaper) shape(spans []Span, lang string) ([]glyph, error) {
	var out []glyph
	for i := range spans {
		runes := []rune(spans[i].Text)
		for start := 0; start < len(runes); {
			face, ok := s.faceFor(spans[i].Style.Face, runes[start])
			if !ok {
				return nil, &MissingError{runes[start], spans[i].Text}
			}
			end := start + 1
			for end < len(runes) {
				f, ok := s.faceFor(spans[i].Style.Face, runes[end])
				if !ok {
					return nil, &MissingError{runes[end], spans[i].Text}
				}
				if f != face && !unicode.Is(unicode.Mn, runes[end]) {
					break
				}
				end++
			}
			out = s.run(out, runes, start, end, face, &spans[i], i, lang)
			start = end
		}
	}
	return out, nil
}

// run shapes the characters [start, end) of one span in one font.
func (s *shaper) run(out []glyph, runes []rune, start, end int, face Face, span *Span, index int, lang string) []glyph {
	f := s.library.Fonts[face]
	hb := s.font(face)
	b := s.buffer
	b.Clear()
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.AddRunes(runes, start, end-start)
	b.Props.Direction = harfbuzz.LeftToRight
	b.Props.Script = script(runes[start:end])
	b.Props.Language = language.NewLanguage(lang)
	b.Shape(hb, nil)
	size, units := span.Style.Size, f.Units
	sum := 0
	for i, info := range b.Info {
		pos := b.Pos[i]
		from := info.Cluster
		g := glyph{
			id: uint16(info.Glyph), face: face, style: &span.Style, span: index,
			dx: int(pos.XOffset) * size / units, dy: int(pos.YOffset) * size / units, break_: noBreak,
		}
		next := sum + int(pos.XAdvance)
		g.advance = next*size/units - sum*size/units + span.Style.Tracking
		sum = next
		first := i == 0 || b.Info[i-1].Cluster != from
		if first {
			to := end
			same := 1
			for j := i + 1; j < len(b.Info); j++ {
				if b.Info[j].Cluster != from {
					to = b.Info[j].Cluster
					break
				}
				same++
			}
			g.text = string(runes[from:to])
			g.several = same > 1
			g.space, g.break_ = breakAfter(runes, from, to)
		} else {
			g.several = true
		}
		out = append(out, g)
	}
	return out
}

// script is the first letter's script.
func script(runes []rune) language.Script {
	for _, r := range runes {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Latin
}

// breakAfter tells whether a line can end behind the characters [from, to) and at
// what cost. A hyphen or slash ends a line only where nothing else helps.
func breakAfter(runes []rune, from, to int) (space bool, cost int) {
	if to-from != 1 {
		return false, noBreak
	}
	before := func(n int) rune {
		if from-n < 0 {
			return ' '
		}
		return runes[from-n]
	}
	after := ' '
	if to < len(runes) {
		after = runes[to]
	}
	switch c := runes[from]; c {
	case ' ', '\t':
		if unicode.IsDigit(before(1)) && isLower(after) && followedByUnit(runes[to:]) {
			return false, noBreak // “7 million” stays together
		}
		return true, 0
	case '—', '–':
		if before(1) != ' ' && after != ' ' {
			return false, 400
		}
	case '-', '/', '‐':
		if unicode.IsLetter(before(1)) && unicode.IsLetter(after) {
			return false, 6000
		}
	}
	return false, noBreak
}

func isLower(r rune) bool { return unicode.IsLower(r) }

// followedByUnit tells whether a number's unit of one short word follows.
func followedByUnit(runes []rune) bool {
	word := ""
	for _, r := range runes {
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		word += string(r)
	}
	switch word {
	case "million", "billion", "percent", "millones", "millions", "millionen", "p.m.", "a.m.", "km", "min.", "h":
		return true
	}
	return false
}
