package setter

import "slices"

// mostMoved is how many blocks may stand before a picture that they follow.
const mostMoved = 2

// settled divides the lines into pages. A picture for which a page has no room leaves
// the rest of that page empty: where the blocks after it fill it, they stand before it.
func settled(lines []vline, g Geometry) []pageRange {
	ranges, cost := pageRanges(lines, g)
	for at := range lines {
		if !lines[at].floats {
			continue
		}
		from := at
		for range mostMoved {
			other, to := exchanged(lines, from)
			if other == nil || !begins(ranges, from) {
				break
			}
			pages, now := pageRanges(other, g)
			if now >= cost || len(pages) > len(ranges) || !begins(pages, to) { // it has to fill that page
				break
			}
			lines, ranges, cost, from = other, pages, now, to
		}
	}
	return ranges
}

// begins tells whether a page but the first begins with a line.
func begins(pages []pageRange, line int) bool {
	for i, p := range pages {
		if line == 0 && i > 0 {
			return true
		}
		line -= len(p.lines)
	}
	return false
}

// exchanged is the lines with the picture that begins at one of them behind the block
// after it, and where it begins then; nil where that has to stay.
func exchanged(lines []vline, picture int) (out []vline, at int) {
	block := blockEnd(lines, picture)
	end := blockEnd(lines, block)
	if block == len(lines) || end == len(lines) || !lines[block].moves || lines[block].glued {
		return nil, 0
	}
	out = slices.Concat(lines[:picture], lines[block:end], lines[picture:block], lines[end:])
	at = picture + end - block
	// What a block asks for behind it goes with it.
	behindPicture, behindBlock := lines[block].spaced, lines[end].spaced
	out[picture].before += lines[picture].spaced - behindPicture
	out[picture].spaced = lines[picture].spaced
	out[at].before += behindBlock - lines[picture].spaced
	out[at].spaced = behindBlock
	out[end].before += behindPicture - behindBlock
	out[end].spaced = behindPicture
	return out, at
}

// blockEnd is the line with which the next block begins: what is glued, and what stands
// beside the same bar, goes with the block.
func blockEnd(lines []vline, at int) int {
	for i := at + 1; i < len(lines); i++ {
		if l := &lines[i]; l.opens && !l.glued && (l.bar == 0 || l.bar != lines[at].bar) {
			return i
		}
	}
	return len(lines)
}
