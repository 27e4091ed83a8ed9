package setter

import (
	"strings"
	"unicode/utf8"
)

// setLine is a line of glyphs, in the order of the text.
type setLine struct {
	glyphs []glyph
	spans  []Span
	width  Length // without the space at its end
	trail  Length // of the space at its end
	rtl    bool   // of its paragraph
}

// hangWidth is the width of an opening quotation mark at the start of the line.
func (l *setLine) hangWidth() Length {
	if len(l.glyphs) > 0 && strings.ContainsAny(l.glyphs[0].text, "“„«»\"") {
		return l.glyphs[0].advance
	}
	return 0
}

// fit is how lines are made of a paragraph.
type fit struct {
	width    Length
	balanced bool // lines of like length
	justify  bool // but for the last, as wide as the column
	hang     bool // an opening quotation mark stands outside
	whole    bool // no line ends at a space: a number with its unit
	rtl      bool
	leader   func(word string) bool // tells words that no line should end with
}

// hangs is the width of a quotation mark that stands outside of the first line.
func (f fit) hangs(glyphs []glyph) Length {
	if f.hang {
		return (&setLine{glyphs: glyphs}).hangWidth()
	}
	return 0
}

// set shapes spans and breaks them into lines. A line feed in the text ends a
// line.
func (d *Document) set(spans []Span, f fit) ([]setLine, error) {
	var out []setLine
	if f.balanced {
		f.leader = d.leader
	}
	parts := splitLines(spans)
	for n, part := range parts {
		if n < len(parts)-1 {
			parted(part)
		}
		glyphs, err := d.shape(part, d.Language, f.rtl)
		if err != nil {
			return nil, err
		}
		if f.whole {
			keepWhole(glyphs)
		}
		glyphs = d.cuttable(glyphs, f.width)
		narrow := f
		if f.balanced {
			narrow.width = balancedWidth(glyphs, f)
		}
		ranges := breakLines(glyphs, narrow)
		for i, b := range ranges {
			line := setLine{glyphs: ending(glyphs[b[0]:b[1]]), spans: part, rtl: f.rtl}
			line.measure()
			if f.justify && i < len(ranges)-1 {
				width := f.width
				if i == 0 {
					width += f.hangs(glyphs)
				}
				line.spread(width)
			} else if f.justify {
				line.close(f.width)
			}
			out = append(out, line)
		}
		f.hang = false
	}
	return out, nil
}

// keepWhole lets no line end at a space.
func keepWhole(glyphs []glyph) {
	for i := range glyphs {
		if glyphs[i].space {
			glyphs[i].break_ = noBreak
		}
	}
}

// ending leaves the places for hyphens out of a line, but for one at its end.
func ending(line []glyph) []glyph {
	found := false
	for i := range line {
		found = found || line[i].hyphen
	}
	if !found {
		return line
	}
	out := make([]glyph, 0, len(line))
	for i, g := range line {
		if g.hyphen {
			if i < len(line)-1 {
				continue
			}
			g.advance = g.dx
			g.dx = 0
		}
		out = append(out, g)
	}
	return out
}

// measure sets the widths.
func (l *setLine) measure() {
	l.width, l.trail = 0, 0
	end := len(l.glyphs)
	for end > 0 && l.glyphs[end-1].space {
		end--
	}
	for i, g := range l.glyphs {
		if i < end {
			l.width += g.advance
		} else {
			l.trail += g.advance
		}
	}
}

// widest is by how much the spaces of a line are widened at most, in tenths: a line
// that needs more stays short.
const widestSpaces = 40

// spread widens the spaces within the line until it is as wide as the column, or
// narrows them a little. A stop, comma or hyphen at its end hangs out by half of its
// width.
func (l *setLine) spread(width Length) {
	end := len(l.glyphs)
	for end > 0 && l.glyphs[end-1].space {
		end--
	}
	spaces, natural := 0, 0
	for _, g := range l.glyphs[:end] {
		if g.space {
			spaces++
			natural += g.advance
		}
	}
	if spaces == 0 {
		return
	}
	slack := width - l.width + l.glyphs[end-1].outside()
	l.glyphs = append([]glyph{}, l.glyphs...)
	slack -= l.track(end, slack, natural)
	if slack > natural*(widestSpaces-10)/10 {
		l.measure()
		return
	}
	for i := range l.glyphs[:end] {
		if g := &l.glyphs[i]; g.space {
			add := slack / spaces
			g.advance += add
			slack -= add
			spaces--
		}
	}
	l.measure()
}

// The letters of a line that has to be wider move apart by so much of their size at
// most, in thousandths, which nobody sees, once its spaces are wider by so much, in
// hundredths.
const (
	trackMost = 12
	trackFrom = 20
)

// track moves the letters of a line apart where its spaces would become wide, and
// returns by how much the line grew. Scripts that join their letters stay as they are.
func (l *setLine) track(end int, slack, spaces Length) Length {
	slack -= spaces * trackFrom / 100
	if slack <= 0 || end < 2 {
		return 0
	}
	size := l.glyphs[0].style.Size
	for i := range l.glyphs[:end] {
		g := &l.glyphs[i]
		size = min(size, g.style.Size)
		for _, r := range g.text {
			if r > 0x52F && (r < 0x2000 || r > 0x22FF) {
				return 0
			}
		}
	}
	apart := min(size*trackMost/1000, slack/end)
	styles := make(map[*Style]*Style)
	for i := range l.glyphs[:end] {
		g := &l.glyphs[i]
		if styles[g.style] == nil {
			s := *g.style
			s.Tracking += apart
			styles[g.style] = &s
		}
		g.style = styles[g.style]
		g.advance += apart
	}
	return apart * end
}

// close narrows the spaces of a paragraph's last line where it is too long.
func (l *setLine) close(width Length) {
	if l.width > width {
		l.spread(width)
	}
}

// outside is the part of a glyph that hangs out at the end of a justified line.
func (g *glyph) outside() Length {
	if strings.ContainsAny(g.text, ".,-\u00ad") {
		return g.advance / 2
	}
	return 0
}

// segment is a part of a line that is drawn as one: of one direction, one link
// and one language.
type segment struct {
	from, to int
	level    uint8
	x        Length // from the line's left end
	width    Length
}

// segments divides the line, in the order of the text, and gives each part its
// place (UAX 9, rules L1 and L2).
func (l *setLine) segments() []segment {
	var out []segment
	end := len(l.glyphs)
	for end > 0 && l.glyphs[end-1].space {
		end--
	}
	var base uint8
	if l.rtl {
		base = 1
	}
	level := func(i int) uint8 {
		if i >= end {
			return base
		}
		return l.glyphs[i].level
	}
	for i := 0; i < len(l.glyphs); {
		s := segment{from: i, level: level(i)}
		sp := &l.spans[l.glyphs[i].span]
		for i < len(l.glyphs) && level(i) == s.level && sp.goesWith(&l.spans[l.glyphs[i].span]) {
			s.width += l.glyphs[i].advance
			i++
		}
		s.to = i
		out = append(out, s)
	}
	order := make([]int, len(out))
	highest := base
	for i := range out {
		order[i] = i
		highest = max(highest, out[i].level)
	}
	for lv := highest; lv >= 1; lv-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && out[order[j]].level >= lv {
				j++
			}
			if j > i {
				reverse(order[i:j])
				i = j
			} else {
				i++
			}
		}
	}
	x := 0
	if l.rtl {
		x = -l.trail
	}
	for _, i := range order {
		out[i].x = x
		x += out[i].width
	}
	return out
}

// goesWith tells whether two spans are drawn as one.
func (s *Span) goesWith(o *Span) bool {
	return s.Href == o.Href && s.Lang == o.Lang && s.Code == o.Code && s.Marked == o.Marked
}

// visual is the glyphs of a segment from left to right, with the text of each
// cluster on its first glyph.
func (l *setLine) visual(s segment) []glyph {
	glyphs := l.glyphs[s.from:s.to]
	if s.level%2 == 0 {
		return glyphs
	}
	out := append([]glyph{}, glyphs...)
	for i := 0; i < len(out); {
		j := i + 1
		for j < len(out) && out[j].text == "" {
			j++
		}
		out[i].text, out[j-1].text = out[j-1].text, out[i].text
		i = j
	}
	reverse(out)
	return out
}

// splitLines divides spans at line feeds.
func splitLines(spans []Span) [][]Span {
	out := [][]Span{nil}
	for n, s := range spans {
		for i, text := range strings.Split(s.Text, "\n") {
			if i > 0 {
				out = append(out, nil)
			}
			if text != "" {
				last := len(out) - 1
				part := s
				part.Text, part.origin = text, n
				out[last] = append(out[last], part)
			}
		}
	}
	return out
}

// parted puts a space at the end of a line that the author ended, so that who copies or
// hears it has two words: not in scripts that have none between words.
func parted(line []Span) {
	if len(line) == 0 {
		return
	}
	end := &line[len(line)-1]
	if r, _ := utf8.DecodeLastRuneInString(end.Text); !wide(r) && r != ' ' {
		end.Text += " "
	}
}

// trimmedWidth is the width of glyphs without the spaces at their end.
func trimmedWidth(glyphs []glyph) Length {
	w := 0
	end := len(glyphs)
	for end > 0 && glyphs[end-1].space {
		end--
	}
	for _, g := range glyphs[:end] {
		w += g.advance
	}
	return w
}

// balancedWidth is the least width at which the text takes no more lines than it
// does at the full one.
func balancedWidth(glyphs []glyph, f fit) Length {
	width := f.width
	first := breakLines(glyphs, f)
	n := len(first)
	if n < 2 {
		return width
	}
	letters := letterBreaks(glyphs, first)
	low, high := width/2, width
	for high-low > Point {
		mid := (low + high) / 2
		f.width = mid
		if lines := breakLines(glyphs, f); len(lines) <= n && widest(glyphs, lines) <= mid && letterBreaks(glyphs, lines) <= letters {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}

// letterBreaks counts the lines that end between two letters.
func letterBreaks(glyphs []glyph, lines [][2]int) int {
	n := 0
	for _, b := range lines[:len(lines)-1] {
		if b[1] > 0 && !glyphs[b[1]-1].space {
			n++
		}
	}
	return n
}

func widest(glyphs []glyph, lines [][2]int) Length {
	w := 0
	for _, b := range lines {
		w = max(w, trimmedWidth(glyphs[b[0]:b[1]]))
	}
	return w
}
