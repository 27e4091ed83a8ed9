package setter

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// MissingError is a character that no font of the library has.
type MissingError struct {
	Char rune
	Text string // the text it stands in
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("no font has the character %q (U+%04X, script %s) in “%s”; put a static font that has it into templates/fonts, or "+
		"install one on this machine", string(e.Char), e.Char, Script(e.Char), around(e.Text, e.Char))
}

// Script is the name of a character's script (ISO 15924), as in "Hira".
func Script(c rune) string {
	s := language.LookupScript(c).String()
	return strings.ToUpper(s[:1]) + s[1:]
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

// glyph is a shaped glyph. Glyphs stand in the order of the text.
type glyph struct {
	id      uint16
	face    Face
	level   uint8 // of the bidirectional algorithm; odd is right to left
	style   *Style
	span    int
	text    string // what it stands for; "" for the further glyphs of a cluster
	several bool   // its cluster has several glyphs
	advance Length
	dx, dy  Length
	space   bool // a space at which a line can end
	hyphen  bool // a place for a hyphen: drawn only at a line's end
	address bool // part of an address: a hyphen in it would be read as one of its own
	typed   bool // part of code, whose hyphens are typed as well
	break_  int  // cost of a line's end behind it; noBreak if it cannot
}

const noBreak = -1

// shaper holds what HarfBuzz needs. It belongs to one document at a time.
type shaper struct {
	library *Library
	sticky  func(before, after string) int
	leader  func(word string) bool
	fonts   []*harfbuzz.Font
	buffer  *harfbuzz.Buffer
	bidi    bidi.Paragraph
	breaks  segmenter.Segmenter
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

// text is a paragraph taken apart: for each character its span, script, level
// and font.
type text struct {
	runes   []rune
	span    []int
	scripts []language.Script
	levels  []uint8
	faces   []Face
	breaks  []bool // a line may end behind it, by UAX 14; nil where spaces tell all
	address []bool // it is part of an address; nil where there is none
}

// shape turns the spans of one paragraph, free of line feeds, into glyphs.
func (s *shaper) shape(spans []Span, lang string, rtl bool) ([]glyph, error) {
	t := &text{}
	plain := true
	for i, sp := range spans {
		for _, r := range sp.Text {
			if Space(r) {
				r = ' '
			}
			t.runes, t.span = append(t.runes, r), append(t.span, i)
			plain = plain && r < 0x0590
		}
	}
	t.scripts = scripts(t.runes)
	t.levels = make([]uint8, len(t.runes))
	if !plain || rtl {
		s.order(t, rtl)
	}
	if !plain {
		s.findBreaks(t)
	}
	t.findAddresses()
	t.faces = make([]Face, len(t.runes))
	for i, r := range t.runes {
		face, ok := s.faceFor(t, i, spans[t.span[i]].Style.Face)
		if !ok {
			return nil, &MissingError{r, spans[t.span[i]].Text}
		}
		t.faces[i] = face
	}
	out := make([]glyph, 0, len(t.runes))
	for start := 0; start < len(t.runes); {
		end := start + 1
		for end < len(t.runes) && t.same(start, end) {
			end++
		}
		out = s.run(out, t, start, end, &spans[t.span[start]], lang)
		start = end
	}
	return withoutControls(out), nil
}

// withoutControls drops the glyphs of characters that only told the order of
// others: they have done their work, and are no text to copy.
func withoutControls(glyphs []glyph) []glyph {
	out := glyphs[:0]
	for _, g := range glyphs {
		if r, n := utf8.DecodeRuneInString(g.text); n == len(g.text) && (r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 ||
			r == 0x200E || r == 0x200F) {
			continue
		}
		out = append(out, g)
	}
	return out
}

// same tells whether a character goes into the run that begins at start.
func (t *text) same(start, i int) bool {
	return t.span[i] == t.span[start] && t.faces[i] == t.faces[start] && t.levels[i] == t.levels[start] && t.scripts[i] == t.scripts[start]
}

// scripts resolves the scripts of characters: marks and what all scripts share
// take the script before them, or the next one at the start (UAX 24, section 5.1).
func scripts(runes []rune) []language.Script {
	out := make([]language.Script, len(runes))
	last := language.Unknown
	for i, r := range runes {
		sc := language.LookupScript(r)
		if sc == language.Common || sc == language.Inherited || sc == language.Unknown {
			out[i] = last
			continue
		}
		if last == language.Unknown {
			for j := range i {
				out[j] = sc
			}
		}
		// What two scripts share and neither owns goes with Latin, so that the
		// comma after a Hebrew word in an English sentence is an English one.
		if last != language.Unknown && sc != last && sc == language.Latin {
			for j := i - 1; shared(runes[j]); j-- {
				out[j] = sc
			}
		}
		out[i], last = sc, sc
	}
	if last == language.Unknown {
		for i := range out {
			out[i] = language.Latin
		}
	}
	return out
}

func shared(r rune) bool { return language.LookupScript(r) == language.Common }

// findBreaks marks where lines can end in scripts that do not part words with
// spaces (UAX 14).
func (s *shaper) findBreaks(t *text) {
	t.breaks = make([]bool, len(t.runes))
	s.breaks.Init(t.runes)
	for it := s.breaks.LineIterator(); it.Next(); {
		l := it.Line()
		if end := l.Offset + len(l.Text); end > 0 && end < len(t.runes) {
			t.breaks[end-1] = wide(t.runes[end-1]) || wide(t.runes[end])
		}
	}
}

// wide tells characters of the scripts whose lines can end between letters. Korean has
// spaces between its words, and its newspapers keep those whole in ragged columns.
func wide(r rune) bool {
	return r >= 0x2E80 && r < 0x3130 || r >= 0x3190 && r < 0xA4D0 || r >= 0xF900 && r < 0xFB00 || r >= 0xFF00 && r < 0xFFEF ||
		r >= 0x20000 && r < 0x33480
}

// faceFor finds the font for a character: of the fonts for its script, else the
// wanted one, else a fallback.
func (s *shaper) faceFor(t *text, i int, want Face) (Face, bool) {
	c := t.runes[i]
	if Invisible(c) {
		if i > 0 && t.span[i-1] == t.span[i] {
			return t.faces[i-1], true
		}
		return want, true
	}
	if f, ok := s.library.scriptFace(t.scripts[i], want); ok && s.has(f, c) {
		return f, true
	}
	if s.has(want, c) {
		return want, true
	}
	for _, f := range s.library.Fallbacks[want] {
		if s.has(f, c) {
			return f, true
		}
	}
	if f, ok := s.library.scriptFace(home(c), want); ok && s.has(f, c) {
		return f, true
	}
	for _, f := range s.library.Scripts {
		if face := f.face(s.library, want); s.has(face, c) {
			return face, true
		}
	}
	return want, false
}

// home is the script whose fonts draw a mark that several scripts share: an Arabic comma
// behind a Latin name looks like that of the text.
func home(r rune) language.Script {
	switch {
	case r >= 0x0600 && r <= 0x06FF:
		return language.Arabic
	case r == 0x0964, r == 0x0965:
		return language.Devanagari
	}
	return language.Unknown
}

func (s *shaper) has(f Face, c rune) bool { return s.library.Fonts[f].Has(c) }

// Space tells characters that part words and have no glyphs: they are set as spaces.
func Space(c rune) bool {
	return c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029
}

// Sets tells whether a character can be set where a face is wanted: in it, in those
// that stand in for it, or in one of the scripts' fonts.
func (l *Library) Sets(want Face, c rune) bool {
	if Invisible(c) || l.Fonts[want].Has(c) {
		return true
	}
	for _, f := range l.Fallbacks[want] {
		if l.Fonts[f].Has(c) {
			return true
		}
	}
	for _, f := range l.Scripts {
		if l.Fonts[f.face(l, want)].Has(c) {
			return true
		}
	}
	return false
}

// Invisible tells characters that need no glyph: HarfBuzz hides them.
func Invisible(c rune) bool {
	return c == 0xAD || c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x206F || c == 0xFEFF ||
		c >= 0xFE00 && c <= 0xFE0F
}

// run shapes the characters [start, end), which share span, script, level and
// font.
func (s *shaper) run(out []glyph, t *text, start, end int, span *Span, lang string) []glyph {
	face, level := t.faces[start], t.levels[start]
	f := s.library.Fonts[face]
	hb := s.font(face)
	b := s.buffer
	b.Clear()
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.AddRunes(t.runes, start, end-start)
	b.Props.Direction = harfbuzz.LeftToRight
	if level%2 == 1 {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Props.Script = t.scripts[start]
	if span.Lang != "" {
		lang = span.Lang
	}
	b.Props.Language = language.NewLanguage(lang)
	b.Shape(hb, nil)
	size, units := span.Style.Size, f.Units
	sum := 0
	first := len(out)
	for i, info := range b.Info {
		pos := b.Pos[i]
		g := glyph{
			id: uint16(info.Glyph), face: face, level: level, style: &span.Style, span: t.span[start],
			dx: int(pos.XOffset) * size / units, dy: int(pos.YOffset) * size / units, break_: noBreak,
		}
		next := sum + int(pos.XAdvance)
		g.advance = next*size/units - sum*size/units + span.Style.Tracking
		sum = next
		out = append(out, g)
	}
	infos := b.Info
	if level%2 == 1 { // HarfBuzz gives them from left to right
		reverse(out[first:])
		infos = append([]harfbuzz.GlyphInfo{}, infos...)
		reverse(infos)
	}
	if !ascending(infos) { // marks that changed places: the run is one cluster
		for i := range infos {
			infos[i].Cluster = start
		}
	}
	for i := 0; i < len(infos); {
		from, to := infos[i].Cluster, end
		j := i + 1
		for j < len(infos) && infos[j].Cluster == from {
			j++
		}
		if j < len(infos) {
			to = infos[j].Cluster
		}
		g := &out[first+i]
		g.text = string(t.runes[from:to])
		g.address, g.typed = t.address != nil && t.address[from], span.Code
		for k := i; k < j; k++ {
			out[first+k].several = j-i > 1
		}
		end := &out[first+j-1] // a line can end behind the whole cluster
		end.space, end.hyphen, end.break_ = s.breakAfter(t, from, to)
		if end.hyphen {
			end.id, end.advance = f.Hyphen(), 0
			end.dx = f.Advance(end.id) * size / units // its width where it is drawn
		}
		i = j
	}
	return out
}

func ascending(infos []harfbuzz.GlyphInfo) bool {
	for i := 1; i < len(infos); i++ {
		if infos[i].Cluster < infos[i-1].Cluster {
			return false
		}
	}
	return true
}

func reverse[T any](list []T) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

// The costs of a line's end at a place that is no space.
const (
	dashCost   = 400
	hyphenCost = 900  // within a word, with a hyphen that is added
	slashCost  = 1500 // behind a slash of an address, and the like
	pointCost  = 4000 // behind a point of one
	ownHyphen  = 6000 // at a hyphen or slash of the author's
)

// breakAfter tells whether a line can end behind the characters [from, to) and at
// what cost. An own hyphen or slash ends a line only where nothing else helps.
func (s *shaper) breakAfter(t *text, from, to int) (space, hyphen bool, cost int) {
	runes := t.runes
	if t.breaks != nil && t.breaks[to-1] && runes[to-1] != ' ' && runes[to-1] != '\u3000' {
		return false, false, 0
	}
	if to-from != 1 {
		return false, false, noBreak
	}
	before, after := ' ', ' '
	if from > 0 {
		before = runes[from-1]
	}
	if to < len(runes) {
		after = runes[to]
	}
	if t.address != nil && t.address[from] && after != ' ' {
		if cost := addressBreak(before, runes[from], after); cost != noBreak {
			return false, false, cost
		}
	}
	switch c := runes[from]; c {
	case '\u3000':
		return true, false, 0
	case ' ', '\t':
		if s.sticky == nil {
			return true, false, 0
		}
		return true, false, s.sticky(wordBefore(runes, from), wordAfter(runes, to))
	case 0xAD:
		return false, true, hyphenCost
	case '—', '–':
		if before != ' ' && after != ' ' {
			return false, false, dashCost
		}
	case '-', '/', '‐':
		if unicode.IsLetter(before) && unicode.IsLetter(after) {
			return false, false, ownHyphen
		}
	}
	return false, false, noBreak
}

// shortAddress is the length up to which an address stays whole.
const shortAddress = 28

// fewestFigures are the figures that make a long word one that is compared letter by
// letter, as a digest or an account's number.
const fewestFigures = 4

// findAddresses marks addresses of the web and of mail, and names as programs have
// them: what is long, has no space, and has marks or figures that no word has.
func (t *text) findAddresses() {
	for start := 0; start < len(t.runes); {
		end := start
		marked, figures := false, 0
		for ; end < len(t.runes) && t.runes[end] != ' '; end++ {
			switch r := t.runes[end]; {
			case r == '/' || r == '@' || r == '_':
				marked = true
			case r >= '0' && r <= '9':
				figures++
			}
		}
		if (marked || figures >= fewestFigures) && end-start > shortAddress {
			if t.address == nil {
				t.address = make([]bool, len(t.runes))
			}
			for i := start; i < end; i++ {
				t.address[i] = true
			}
		}
		start = end + 1
	}
}

// addressBreak is the cost of a line's end behind a character of an address.
func addressBreak(before, c, after rune) int {
	switch c {
	case '/', '?', '&':
		if after != '/' && before != ':' {
			return slashCost
		}
	case '.', '=', '#', '_', '-', '@', '%', '+':
		if unicode.IsLetter(after) || unicode.IsDigit(after) {
			return pointCost
		}
	}
	return noBreak
}

// wordBefore and wordAfter are the words on both sides of a space.
func wordBefore(runes []rune, at int) string {
	start := at
	for start > 0 && at-start < 24 && !unicode.IsSpace(runes[start-1]) {
		start--
	}
	return string(runes[start:at])
}

func wordAfter(runes []rune, at int) string {
	end := at
	for end < len(runes) && end-at < 24 && !unicode.IsSpace(runes[end]) {
		end++
	}
	return string(runes[at:end])
}
