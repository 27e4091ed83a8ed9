package golden

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"pressroom/internal/release"
)

// box is where something is drawn on a page, in points from its lower left.
type box struct {
	page                     pdfRef
	kind                     boxKind
	left, bottom, right, top float64
	text                     string
	baseline                 float64
	running                  bool // outside the structure: letterhead, foot, rules
}

type boxKind int

const (
	wordBox boxKind = iota
	pictureBox
	ruleBox
)

// ink adds a glyph to the boxes: to the word before it where it goes on with that.
func (c *canvas) ink(text string, from, to float64, running bool) {
	shown := strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == 0x200B || r == 0xAD })
	if shown == "" && !strings.Contains(text, "\u00ad") || to-from < 0.01 {
		return
	}
	b := box{c.page, wordBox, from, c.y - c.size*0.2, to, c.y + c.size*0.7, text, c.y, running}
	if n := len(c.boxes) - 1; n >= 0 {
		last := &c.boxes[n]
		if last.kind == wordBox && last.page == b.page && last.baseline == b.baseline && last.top == b.top && last.running == running &&
			from-last.right < 0.5+c.spacing && from-last.right > -0.6*c.size {
			last.right, last.text = max(last.right, to), last.text+text
			last.left = min(last.left, from)
			return
		}
	}
	c.boxes = append(c.boxes, b)
}

// The room of a page: what is printed keeps this far from its edges, in points. Marks
// of quotations hang out of the column, and stops by half their width.
const (
	sideRoom = 60
	hangs    = 7
	footRoom = 66 // of the text; the foot stands below
	edgeRoom = 28
)

// faults are what is wrong with the pages of a document, by the places of what is
// drawn on them.
func (d *document) faults() (list []string) {
	for n, ref := range d.pages {
		say := func(format string, a ...any) {
			list = append(list, fmt.Sprintf("page %d: ", n+1)+fmt.Sprintf(format, a...))
		}
		media := d.file.list(d.file.dict(ref)["MediaBox"])
		width, height := media[2].(float64), media[3].(float64)
		var on []box
		for _, b := range d.boxes {
			if b.page == ref {
				on = append(on, b)
			}
		}
		side := (width - 408) / 2
		if width > height { // a page on its side
			side = sideRoom
		}
		for _, b := range on {
			if b.left < side-hangs || b.right > width-side+hangs {
				say("%q goes from %.0f to %.0f: out of the column (%.0f to %.0f)", b.text, b.left, b.right, side, width-side)
			}
			least, most := float64(footRoom), height-footRoom
			if b.running || b.kind == ruleBox {
				least, most = edgeRoom, height-edgeRoom
			}
			if b.bottom < least || b.top > most {
				say("%q stands at %.0f: out of the type area (%.0f to %.0f)", b.text, b.bottom, least, most)
			}
		}
		for _, b := range on {
			// A picture fills the column or is clearly smaller than it.
			if w := b.right - b.left; b.kind == pictureBox && !b.running && w > 0.81*408 && w < 407 {
				say("%q is %.0f wide: neither the column's width nor clearly less", b.text, w)
			}
		}
		for _, pair := range overlaps(on) {
			say("%q and %q stand over each other at %.0f %.0f", pair[0].text, pair[1].text, pair[0].left, pair[0].baseline)
		}
		if lowest := slices.MinFunc(on, func(a, b box) int { return int(a.bottom - b.bottom) }); len(on) > 0 && lowest.bottom > height {
			say("empty")
		}
	}
	return list
}

// overlaps are words and pictures that stand over each other.
func overlaps(on []box) (pairs [][2]box) {
	on = slices.Clone(on)
	slices.SortStableFunc(on, func(a, b box) int { return int(1000 * (a.bottom - b.bottom)) })
	for i, a := range on {
		if a.kind == ruleBox {
			continue
		}
		for _, b := range on[i+1:] {
			if b.bottom > a.top {
				break
			}
			if b.kind == ruleBox {
				continue
			}
			across := min(a.right, b.right) - max(a.left, b.left)
			down := min(a.top, b.top) - max(a.bottom, b.bottom)
			if across > 0.6 && down > 0.15*min(a.top-a.bottom, b.top-b.bottom) {
				pairs = append(pairs, [2]box{a, b})
			}
		}
	}
	return pairs
}

// piece is a part of a block's text that stands on one line.
type piece struct {
	mark mark
	text string
	y    float64
}

// blocks are the texts of the structure's blocks: paragraphs, headings, cells.
func (d *document) blocks() (list [][]piece) {
	root := d.file.dict(d.file.dict(d.file.dict(d.file.trailer["Root"])["StructTreeRoot"])["K"])
	var gather func(e pdfDict, into *[]piece)
	gather = func(e pdfDict, into *[]piece) {
		for _, k := range d.file.list(e["K"]) {
			k := d.file.dict(k)
			switch s, _ := k["S"].(pdfName); {
			case k["Type"] == pdfName("MCR"):
				m := mark{k["Pg"].(pdfRef), int(k["MCID"].(float64))}
				*into = append(*into, piece{m, d.texts[m], d.tops[m]})
			case s == "Link" || s == "Span" || s == "Code":
				gather(k, into)
			case s != "":
				var own []piece
				gather(k, &own)
				if len(own) > 0 {
					list = append(list, own)
				}
			}
		}
	}
	var top []piece
	gather(root, &top)
	return list
}

// skips are headings that are more than one level below the one above them.
func (d *document) skips() (list []string) {
	level := 0
	var walk func(e pdfDict)
	walk = func(e pdfDict) {
		if s, _ := e["S"].(pdfName); len(s) == 2 && s[0] == 'H' {
			n := int(s[1] - '0')
			if n > level+1 {
				list = append(list, fmt.Sprintf("%s after a heading of level %d", s, level))
			}
			level = n
		}
		for _, k := range d.file.list(e["K"]) {
			if k := d.file.dict(k); k["S"] != nil {
				walk(k)
			}
		}
	}
	walk(d.file.dict(d.file.dict(d.file.dict(d.file.trailer["Root"])["StructTreeRoot"])["K"]))
	return list
}

// cuts are words that end a line within themselves, without a hyphen. whole are the
// words of the source.
func (d *document) cuts(whole map[string]bool) (list []string) {
	for _, block := range d.blocks() {
		for i := 1; i < len(block); i++ {
			a, b := block[i-1], block[i]
			if a.y == b.y && a.mark.page == b.mark.page {
				continue
			}
			end := []rune(a.text)
			begin := []rune(b.text)
			if len(end) == 0 || len(begin) == 0 || !unicode.IsLetter(end[len(end)-1]) && !unicode.IsDigit(end[len(end)-1]) || !unicode.IsLetter(begin[0]) && !unicode.IsDigit(begin[0]) {
				continue
			}
			first, last := lastWord(a.text), firstWord(b.text)
			if strings.ContainsAny(first+last, "/@_") || ofAddress(whole, first+last) || unicode.Is(unicode.Han, begin[0]) { // addresses have no hyphens
				continue
			}
			if whole[first+last] || !whole[first] || !whole[last] {
				list = append(list, fmt.Sprintf("%q is cut into %q and %q", first+last, first, last))
			}
		}
	}
	return list
}

// ofAddress tells whether a piece of text is of an address.
func ofAddress(whole map[string]bool, piece string) bool {
	for w := range whole {
		if strings.Contains(w, "/") && strings.Contains(w, piece) {
			return true
		}
	}
	return false
}

// ladders are more than two hyphens under each other, but for words so long that their
// line would have holes without them, and remainders of words that stand alone on a
// last line.
func (d *document) ladders() (list []string) {
	for _, block := range d.blocks() {
		lines, run := d.linesOf(block), 0
		for i, line := range lines {
			if !strings.HasSuffix(line, "\u00ad") {
				run = 0
				continue
			}
			if i+1 == len(lines) {
				break
			}
			const long = 11
			divided := len([]rune(lastWord(line))) + len([]rune(firstWord(lines[i+1])))
			if run++; run > 2 && divided < long {
				list = append(list, fmt.Sprintf("hyphen number %d in a row at %q", run, line))
			}
			if i == len(lines)-2 && len([]rune(lines[i+1])) < 9 {
				list = append(list, fmt.Sprintf("the remainder of a word stands alone: %q", lines[i+1]))
			}
		}
	}
	return list
}

// linesOf are the texts of a block's lines.
func (d *document) linesOf(block []piece) (lines []string) {
	for i, p := range block {
		if i > 0 && p.y == block[i-1].y && p.mark.page == block[i-1].mark.page {
			lines[len(lines)-1] += p.text
			continue
		}
		lines = append(lines, p.text)
	}
	return lines
}

// strayMarks are marks of lists beside which no text begins.
func (d *document) strayMarks() (list []string) {
	const near = 34 // the text of a quotation or of code stands in a little further
	for _, m := range d.boxes {
		if strings.TrimSpace(m.text) != "•" {
			continue
		}
		found := false
		for _, b := range d.boxes {
			beside := b.left-m.right < near && b.left >= m.right || m.left-b.right < near && b.right <= m.left
			found = found || b.page == m.page && b.baseline == m.baseline && beside
		}
		if !found {
			list = append(list, fmt.Sprintf("no text stands beside the mark at %.0f %.0f", m.left, m.baseline))
		}
	}
	return list
}

func lastWord(s string) string {
	list := strings.Fields(strings.ReplaceAll(s, "\u00ad", ""))
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}

func firstWord(s string) string {
	list := strings.Fields(strings.ReplaceAll(s, "\u00ad", ""))
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// sourceTexts are the texts of a version's blocks, each as it is read.
func sourceTexts(blocks []release.Block) (list []string) {
	add := func(in ...[]release.Inline) {
		for _, i := range in {
			list = append(list, release.PlainText(i))
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *release.Paragraph:
			add(b.Inlines)
		case *release.Heading:
			add(b.Inlines)
		case *release.Quotation:
			add(b.Paragraphs...)
			add(b.Attribution)
		case *release.BlockQuote:
			list = append(list, sourceTexts(b.Blocks)...)
		case *release.List:
			for _, item := range b.Items {
				list = append(list, sourceTexts(item)...)
			}
		case *release.Table:
			add(b.Head...)
			for _, r := range b.Rows {
				add(r...)
			}
		case *release.Code:
			list = append(list, b.Text)
		}
	}
	return list
}

// sourceWords are the words of texts.
func sourceWords(texts []string) map[string]bool {
	out := make(map[string]bool)
	for _, t := range texts {
		for _, w := range strings.Fields(t) {
			out[read(w)] = true
			out[strings.TrimSuffix(read(w), ":")] = true // of a label
		}
	}
	return out
}
