package setter

import "strings"

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
	rtl      bool
}

// set shapes spans and breaks them into lines. A line feed in the text ends a
// line.
func (d *Document) set(spans []Span, f fit) ([]setLine, error) {
	var out []setLine
	for _, part := range splitLines(spans) {
		glyphs, err := d.shape(part, d.Language, f.rtl)
		if err != nil {
			return nil, err
		}
		leader := d.leader
		if !f.balanced {
			leader = nil
		}
		w := f.width
		if f.balanced {
			w = balancedWidth(glyphs, f.width, leader)
		}
		ranges := breakLines(glyphs, w, leader)
		for i, b := range ranges {
			line := setLine{glyphs: ending(glyphs[b[0]:b[1]]), spans: part, rtl: f.rtl}
			line.measure()
			if f.justify && i < len(ranges)-1 {
				line.spread(f.width)
			}
			out = append(out, line)
		}
	}
	return out, nil
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

// spread widens the spaces within the line until it is as wide as the column. A
// stop, comma or hyphen at its end hangs out by half of its width.
func (l *setLine) spread(width Length) {
	end := len(l.glyphs)
	for end > 0 && l.glyphs[end-1].space {
		end--
	}
	spaces := 0
	for _, g := range l.glyphs[:end] {
		if g.space {
			spaces++
		}
	}
	slack := width - l.width
	if end > 0 && strings.ContainsAny(l.glyphs[end-1].text, ".,-\u00ad") {
		slack += l.glyphs[end-1].advance / 2
	}
	if spaces == 0 || slack > width/3 {
		return
	}
	l.glyphs = append([]glyph{}, l.glyphs...)
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
		for i < len(l.glyphs) && level(i) == s.level && l.spans[l.glyphs[i].span].Href == sp.Href && l.spans[l.glyphs[i].span].Lang == sp.Lang {
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
	for _, s := range spans {
		for i, text := range strings.Split(s.Text, "\n") {
			if i > 0 {
				out = append(out, nil)
			}
			if text != "" {
				last := len(out) - 1
				part := s
				part.Text = text
				out[last] = append(out[last], part)
			}
		}
	}
	return out
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
func balancedWidth(glyphs []glyph, width Length, leader func(string) bool) Length {
	first := breakLines(glyphs, width, leader)
	n := len(first)
	if n < 2 {
		return width
	}
	letters := letterBreaks(glyphs, first)
	low, high := width/2, width
	for high-low > Point {
		mid := (low + high) / 2
		if lines := breakLines(glyphs, mid, leader); len(lines) <= n && widest(glyphs, lines) <= mid && letterBreaks(glyphs, lines) <= letters {
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

// candidate is a place where a line can end.
type candidate struct {
	at      int    // index of the glyph after it
	cost    int64  // of a line's end here
	start   Length // of a line that begins here
	natural Length // end of a line that ends here, without its space
}

// breakLines finds the line ends that make a paragraph's right edge least ragged
// over all its lines (Knuth and Plass, Software – Practice and Experience 11,
// 1981). It returns the ranges of the lines' glyphs. leader, where given, tells
// words that no line should end with.
func breakLines(glyphs []glyph, width Length, leader func(string) bool) [][2]int {
	cands := candidates(glyphs, width, leader)
	const never = int64(1) << 60
	best := make([]int64, len(cands))
	from := make([]int, len(cands))
	oldest := 0
	for j := 1; j < len(cands); j++ {
		best[j] = never
		for oldest < j-1 && cands[j].natural-cands[oldest].start > width {
			oldest++
		}
		for i := oldest; i < j; i++ {
			slack := int64(width - (cands[j].natural - cands[i].start))
			cost := best[i] + raggedness(slack, int64(width), j == len(cands)-1) + cands[j].cost
			if cost < best[j] {
				best[j], from[j] = cost, i
			}
		}
	}
	var out [][2]int
	for j := len(cands) - 1; j > 0; j = from[j] {
		out = append(out, [2]int{cands[from[j]].at, cands[j].at})
	}
	reverse(out)
	if len(out) == 0 {
		out = [][2]int{{0, len(glyphs)}}
	}
	return out
}

// raggedness is the cost of a line that leaves slack of width.
func raggedness(slack, width int64, last bool) int64 {
	if slack < 0 {
		return 1 << 40
	}
	r := slack * 100 / width
	if last {
		if r > 82 { // one short word alone
			return 2500
		}
		return 0
	}
	return r * r
}

// leaderCost is what a headline's line pays that ends in an article or the like.
const leaderCost = 900

// letterCost is what a headline's line pays that ends between two letters, in
// scripts that allow it.
const letterCost = 1500

// candidates lists the line ends, with the paragraph's start and end. A word that
// no line can hold may be cut anywhere, at a price.
func candidates(glyphs []glyph, width Length, leader func(string) bool) []candidate {
	const cut = 100_000
	out := []candidate{{}}
	x, wordStart, wordAt, end := 0, 0, 0, 0
	for i := range glyphs {
		g := &glyphs[i]
		if !g.space && x+g.advance-wordStart > width && i > out[len(out)-1].at && g.text != "" {
			out = append(out, candidate{at: i, cost: cut, start: x, natural: x})
			wordStart = x
		}
		x += g.advance
		if !g.space {
			end = x
		}
		if g.space && i+1 < len(glyphs) && glyphs[i+1].space {
			continue // spaces in a row belong to the line that ends
		}
		if g.break_ == noBreak || i == len(glyphs)-1 {
			continue
		}
		c := candidate{at: i + 1, cost: int64(g.break_), start: x, natural: end}
		if g.hyphen {
			c.natural += g.dx
		}
		if leader != nil && !g.space && c.cost == 0 {
			c.cost = letterCost
		}
		if leader != nil && g.space && leader(wordOf(glyphs[wordAt:i])) {
			c.cost += leaderCost
		}
		out = append(out, c)
		if !g.hyphen {
			wordStart, wordAt = x, i+1
		}
	}
	return append(out, candidate{at: len(glyphs), start: x, natural: end})
}

func wordOf(glyphs []glyph) string {
	var b strings.Builder
	for i := range glyphs {
		b.WriteString(glyphs[i].text)
	}
	return b.String()
}
