package setter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// candidate is a place where a line can end.
type candidate struct {
	at      int    // index of the glyph after it
	cost    int64  // of a line's end here
	start   Length // of a line that begins here
	natural Length // end of a line that ends here, without its space
	hyphen  bool
	// The width of the word spaces up to where a line begins here, and up to where
	// one ends here.
	before, until Length
	outside       Length // of its last glyph, where lines are justified
}

// breakLines finds the line ends that make a paragraph's right edge least ragged, or
// its word spaces most even, over all its lines (Knuth and Plass, Software – Practice
// and Experience 11, 1981). It returns the ranges of the lines' glyphs.
func breakLines(glyphs []glyph, f fit) [][2]int {
	cands := candidates(glyphs, f.width, f.leader)
	const never = int64(1) << 60
	// The least cost of the lines up to a candidate, and the one before it, by how many
	// of them end in hyphens in a row.
	type way struct {
		cost int64
		from int
		rung int // there
	}
	best := make([][mostRungs + 1]way, len(cands))
	for j := 1; j < len(cands); j++ {
		for r := range best[j] {
			best[j][r].cost = never
		}
	}
	hang := f.hangs(glyphs)
	reach := f.width + hang
	if f.justify {
		reach += reach / 10 // spaces may be narrower
	}
	oldest := 0
	for j := 1; j < len(cands); j++ {
		for oldest < j-1 && cands[j].natural-cands[oldest].start > reach {
			oldest++
		}
		for i := oldest; i < j; i++ {
			cost := lineCost(f, &cands[i], &cands[j], hang, i == 0, j == len(cands)-1)
			rungs := 1 // with a hyphen at its end, else no way has any
			if cands[i].hyphen {
				rungs += mostRungs
			}
			for r, w := range best[i][:rungs] {
				if w.cost == never {
					continue
				}
				all, rung := w.cost+cost, 0
				if cands[j].hyphen {
					if rung = r + 1; rung > mostRungs {
						all, rung = all+ladder, mostRungs
					}
				}
				if all < best[j][rung].cost {
					best[j][rung] = way{all, i, r}
				}
			}
		}
	}
	var out [][2]int
	for j, r := len(cands)-1, 0; j > 0; {
		w := best[j][r]
		out = append(out, [2]int{cands[w.from].at, cands[j].at})
		j, r = w.from, w.rung
	}
	reverse(out)
	return out
}

// lineCost is the cost of a line from a to b.
func lineCost(f fit, a, b *candidate, hang Length, first, last bool) int64 {
	width := f.width
	if first {
		width += hang
	}
	slack := width - (b.natural - a.start)
	cost := b.cost
	if f.justify {
		if !b.hyphen { // what is weighed against ragged edges weighs less than holes
			cost += b.cost * (justified - 1)
		}
		cost += unevenness(a, b, slack, width, last)
	} else {
		cost += raggedness(int64(slack), int64(width), last)
	}
	if last && a.hyphen && slack*100 > width*remainder {
		cost += ladder
	}
	return cost
}

// tooLong is the cost of a line that does not fit.
const tooLong = int64(1) << 40

// What no paragraph wants, unless the lines that it leaves are worse: more than two
// hyphens under each other, and the remainder of a word alone on the last line, which
// leaves more than so many hundredths of it empty.
const (
	ladder    = 1 << 24
	mostRungs = 2
	remainder = 80
)

// raggedness is the cost of a line that leaves slack of width.
func raggedness(slack, width int64, last bool) int64 {
	if slack < 0 {
		return tooLong
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

// The measures of justified lines, in hundredths of the word spaces as they are.
const (
	narrowest = 16  // by how much they become narrower at most
	easily    = 50  // by how much they become wider without harm
	gap       = 120 // from here on a line has holes, and one wide hole is worse than some small ones
	holes     = 1 << 28
	rung      = 9000 // of a hyphen under another
	justified = 4    // times what a line's end costs that is no hyphen
)

// unevenness is the cost of a justified line from a to b.
func unevenness(a, b *candidate, slack, width Length, last bool) int64 {
	slack += b.outside
	spaces := b.until - a.before
	if slack < 0 {
		most := spaces * narrowest / 100
		if -slack > most {
			return tooLong
		}
		return badness(-slack*1000/most, 0)
	}
	if last {
		return raggedness(int64(slack), int64(width), true)
	}
	// Letters give about so much, in thousandths of their width, before the spaces do.
	const give = 24
	if more := slack - spaces*trackFrom/100; more > 0 {
		slack -= min(more, (width-slack)*give/1000)
	}
	var cost int64
	switch wider := slack * 100 / max(1, spaces); {
	case spaces == 0: // scripts without spaces, or one long word
		cost = badness(0, slack*2000/width)
		if slack > width/10 {
			empty := int64(slack * 100 / width)
			cost += holes + empty*empty<<20 // a word alone spoils a page more than holes in all lines around it
		}
	default:
		cost = badness(slack*1000/max(1, spaces*easily/100), 0)
		if wider > gap {
			more := int64(min(wider-gap, 4000))
			cost += holes + more*more<<12
		}
	}
	if a.hyphen && b.hyphen {
		cost += rung
	}
	return cost
}

// badness is the cost of spaces that are stretched or shrunk by ratio thousandths of
// what they easily are, with a further measure of what is uneven.
func badness(ratio, further Length) int64 {
	r := int64(min(ratio, 10_000))
	b := r*r*r/10_000_000 + int64(further)
	return (10 + b) * (10 + b)
}

// leaderCost is what a headline's line pays that ends in an article or the like.
const leaderCost = 900

// letterCost is what a headline's line pays that ends between two letters, in
// scripts that allow it.
const letterCost = 1500

// cut is the cost of a line that ends within a word, without a hyphen: more than any
// number of hyphens under each other.
const cut = int64(1) << 34

// candidates lists the line ends, with the paragraph's start and end. A word that
// no line can hold may be cut anywhere, at a price.
func candidates(glyphs []glyph, width Length, leader func(string) bool) []candidate {
	out := []candidate{{}}
	x, wordStart, wordAt, end := 0, 0, 0, 0
	var spaces, until, outside Length
	for i := range glyphs {
		g := &glyphs[i]
		if !g.space && x+g.advance-wordStart > width && i > out[len(out)-1].at && g.text != "" {
			out = append(out, candidate{at: i, cost: cut, start: x, natural: x, before: spaces, until: until})
			wordStart = x
		}
		x += g.advance
		if g.space {
			spaces += g.advance
		} else {
			end, until, outside = x, spaces, g.outside()
		}
		if g.space && i+1 < len(glyphs) && glyphs[i+1].space {
			continue // spaces in a row belong to the line that ends
		}
		if g.break_ == noBreak || i == len(glyphs)-1 {
			continue
		}
		c := candidate{at: i + 1, cost: int64(g.break_), start: x, natural: end, hyphen: g.hyphen, before: spaces, until: until, outside: outside}
		if g.hyphen {
			c.natural += g.dx
			c.outside = g.dx / 2
		}
		if leader != nil && !g.space && !g.hyphen && c.cost == 0 {
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
	return append(out, candidate{at: len(glyphs), start: x, natural: end, before: spaces, until: until, outside: outside})
}

func wordOf(glyphs []glyph) string {
	var b strings.Builder
	for i := range glyphs {
		b.WriteString(glyphs[i].text)
	}
	return b.String()
}

// cuttable puts places for hyphens into words that no line can hold, where they have
// none: three letters from their ends, as nobody divides them better.
func (d *Document) cuttable(glyphs []glyph, width Length) []glyph {
	start, wide := 0, 0
	var out []glyph // nil while nothing was changed
	done := 0
	for i := 0; i <= len(glyphs); i++ {
		if i < len(glyphs) && !ends(&glyphs[i]) {
			wide += glyphs[i].advance
			continue
		}
		if wide > width {
			out = append(out, glyphs[done:start]...)
			out = d.hyphenated(out, glyphs[start:i])
			done = i
		}
		start, wide = i+1, 0
	}
	if out == nil {
		return glyphs
	}
	return append(out, glyphs[done:]...)
}

// ends tells whether a word ends with a glyph.
func ends(g *glyph) bool { return g.space || g.break_ != noBreak && !g.hyphen }

// fewest is how many letters stay together at a word's ends.
const fewest = 3

// hyphenated appends a word with places for hyphens between its letters.
func (d *Document) hyphenated(out, word []glyph) []glyph {
	for i := range word {
		if word[i].hyphen || word[i].address || word[i].typed || strings.ContainsAny(word[i].text, "/@_") {
			return append(out, word...)
		}
	}
	for i := range word {
		g := word[i]
		out = append(out, g)
		if i+1 < fewest || i+fewest >= len(word) || !divides(g.text) || !divides(word[i+1].text) {
			continue
		}
		f := d.library.Fonts[g.face]
		h := glyph{id: f.Hyphen(), face: g.face, level: g.level, style: g.style, span: g.span, text: "\u00ad", hyphen: true, break_: hyphenCost}
		h.dx = f.Advance(h.id) * g.style.Size / f.Units
		out = append(out, h)
	}
	return out
}

// divides tells letters between which a hyphen can stand: not in scripts that join
// their letters, or have no hyphens.
func divides(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n == len(text) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}
