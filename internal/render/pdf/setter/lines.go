package setter

import "strings"

// setLine is a line of glyphs.
type setLine struct {
	glyphs []glyph
	spans  []Span
	width  Length // without the space at its end
}

// hangWidth is the width of an opening quotation mark at the start of the line.
func (l *setLine) hangWidth() Length {
	if len(l.glyphs) > 0 && strings.ContainsAny(l.glyphs[0].text, "“„«»\"") {
		return l.glyphs[0].advance
	}
	return 0
}

// set shapes spans and breaks them into lines of at most width. A line feed in
// the text ends a line.
func (d *Document) set(spans []Span, width Length, balanced bool) ([]setLine, error) {
	var out []setLine
	for _, part := range splitLines(spans) {
		glyphs, err := d.shape(part, d.Language)
		if err != nil {
			return nil, err
		}
		w := width
		if balanced {
			w = balancedWidth(glyphs, width)
		}
		for _, b := range breakLines(glyphs, w) {
			line := glyphs[b[0]:b[1]]
			out = append(out, setLine{glyphs: line, spans: part, width: trimmedWidth(line)})
		}
	}
	return out, nil
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
				out[last] = append(out[last], Span{text, s.Style, s.Href})
			}
		}
	}
	return out
}

func trimmedWidth(line []glyph) Length {
	w := 0
	end := len(line)
	for end > 0 && line[end-1].space {
		end--
	}
	for _, g := range line[:end] {
		w += g.advance
	}
	return w
}

// balancedWidth is the least width at which the text takes no more lines than it
// does at the full one.
func balancedWidth(glyphs []glyph, width Length) Length {
	n := len(breakLines(glyphs, width))
	if n < 2 {
		return width
	}
	low, high := width/2, width
	for high-low > Point {
		mid := (low + high) / 2
		if len(breakLines(glyphs, mid)) <= n && widest(glyphs, mid) <= mid {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}

func widest(glyphs []glyph, width Length) Length {
	w := 0
	for _, b := range breakLines(glyphs, width) {
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
// 1981). It returns the ranges of the lines' glyphs.
func breakLines(glyphs []glyph, width Length) [][2]int {
	cands := candidates(glyphs, width)
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
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
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

// candidates lists the line ends, with the paragraph's start and end. A word that
// no line can hold may be cut anywhere, at a price.
func candidates(glyphs []glyph, width Length) []candidate {
	const cut = 100_000
	out := []candidate{{}}
	x, wordStart, end := 0, 0, 0
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
		if g.break_ != noBreak && i < len(glyphs)-1 {
			// Spaces in a row belong to the line that ends.
			if g.space && glyphs[i+1].space {
				continue
			}
			out = append(out, candidate{at: i + 1, cost: int64(g.break_), start: x, natural: end})
			wordStart = x
		}
	}
	return append(out, candidate{at: len(glyphs), start: x, natural: end})
}
