package golden

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/release"
)

// stressFurther is more of what is out of the ordinary: within the parts of a page.
var stressFurther = []stressed{
	{name: "korean", language: "ko", headline: "항만의 물은 누구의 책임인가", body: func(w *words) string { return w.paragraphs(6) + "- " + w.paragraph(30) }},
	{
		name: "line-ends-of-the-author", body: func(w *words) string {
			return "First [one](https://quayside.example/1)  \nthen [two](https://quayside.example/2)  \nthen `three`  \nand **four**\n\n" +
				"```\nשלום עולם code 123\n日本語 code\n```\n\n```\nline 1\nline 2\nline 3\n```\n\n" + w.paragraphs(2)
		},
	},
	{
		name: "items-without-text", body: func(w *words) string {
			table := w.table([]string{"Pier", "Depth"}, 2, func(_, c int) string { return []string{w.name(), "12.5 m"}[c] })
			indented := "   " + strings.ReplaceAll(strings.TrimSpace(table), "\n", "\n     ")
			return w.paragraph(30) + "\n\n- > " + w.paragraph(20) + "\n\n- ```\n  code\n  ```\n\n- ### " + w.sentence(4) + "\n\n- " + indented +
				"\n\n- - " + w.sentence(5) + "\n\n" + w.paragraph(9) + "\n\n1. one\n2.\n3. three\n\n" + w.paragraphs(2)
		},
	},
	{
		name: "lists-nine-deep", body: func(w *words) string {
			var b strings.Builder
			for level := range 9 {
				b.WriteString(strings.Repeat("  ", level) + "- " + w.sentence(3+w.below(9)) + "\n")
			}
			return w.paragraph(30) + "\n\n" + b.String() + "\n" + w.paragraph(30)
		},
	},
	{
		name: "endless-words", body: func(w *words) string {
			return w.paragraph(9) + " " + strings.Repeat("abcdefgh", 60) + " " + w.paragraph(30) + " https://quayside.example/" + strings.Repeat("letters", 30) +
				"\n\n## " + strings.Repeat("heading", 30) + "\n\n- " + strings.Repeat("listed", 30) + "\n\n" + w.paragraphs(2)
		},
	},
	{
		name: "numbers-with-units", body: func(w *words) string {
			head := []string{"Gewässerunterhaltungsverbände", "Genehmigungsverfahrensbeschleunigung", "Hochwasserschutzmaßnahmen", "Zuständigkeitsübertragung", "Sum"}
			return w.paragraph(40) + "\n\n" + w.table(head, 9, func(_, c int) string {
				return []string{w.name(), w.sentence(5), w.word(), w.name(), "97.816,09 €"}[c]
			}) + "\n" + w.paragraphs(2)
		},
	},
	{
		name: "a-heading-goes-with-its-table", body: func(w *words) string {
			var head []string
			for i := range 13 {
				head = append(head, fmt.Sprintf("Measure%d", i))
			}
			return w.paragraphs(2) + "## " + w.sentence(4) + "\n\n" + w.table(head, 3, func(_, _ int) string { return fmt.Sprint(100_000 + w.below(800_000)) }) + "\n" + w.paragraphs(2)
		},
	},
	{
		name: "pictures-that-give-way", front: pictureLines("photo", "square", "tall"), body: func(w *words) string {
			return w.paragraphs(4) + "![](media/photo.png)\n\n" + w.paragraphs(1) + "![](media/square.png)\n\n" + w.paragraphs(2) + "![](media/tall.png)\n\n![](media/photo.png)\n"
		},
	},
}

// strayCaptions are captions that do not stand under their picture: neither from its
// left edge on, nor in its middle.
func (d *document) strayCaptions() (list []string) {
	const near, under = 2, 200
	for _, p := range d.boxes {
		if p.kind != pictureBox || p.running {
			continue
		}
		left, right, top := 1e6, 0.0, 0.0
		for _, b := range d.boxes {
			if b.page != p.page || b.kind != wordBox || b.running || b.baseline > p.bottom || b.baseline < p.bottom-under {
				continue
			}
			if b.baseline > top { // the first line below
				left, right, top = b.left, b.right, b.baseline
			} else if b.baseline == top {
				left, right = min(left, b.left), max(right, b.right)
			}
		}
		if top > 0 && (left < p.left-near || left > p.left+near) && max(left+right-p.left-p.right, p.left+p.right-left-right) > 2*near {
			list = append(list, fmt.Sprintf("a picture from %.0f to %.0f has a caption from %.0f to %.0f", p.left, p.right, left, right))
		}
	}
	return list
}

// edges are pages on which nothing begins at the column's edge.
func (d *document) edges() (list []string) {
	for n, ref := range d.pages {
		width := d.file.list(d.file.dict(ref)["MediaBox"])[2].(float64)
		height := d.file.list(d.file.dict(ref)["MediaBox"])[3].(float64)
		if width < height {
			continue
		}
		for _, b := range d.boxes {
			if b.page == ref && b.kind == wordBox && !b.running && b.bottom > height-120 && b.left > 66+30 && strings.TrimSpace(b.text) != "" && first(d.boxes, b) {
				list = append(list, fmt.Sprintf("page %d, on its side: %q begins at %.0f", n+1, b.text, b.left))
			}
		}
	}
	return list
}

// dividedFigures are numbers with a unit that stand on two lines of their cell.
func (d *document) dividedFigures() (list []string) {
	for _, block := range d.blocks() {
		if lines := d.linesOf(block); len(lines) > 1 && release.IsFigure(strings.Join(lines, "")) {
			list = append(list, fmt.Sprintf("the number %q stands on %d lines", strings.Join(lines, ""), len(lines)))
		}
	}
	return list
}

// first tells whether nothing stands to the left of a word on its line.
func first(boxes []box, word box) bool {
	for _, b := range boxes {
		if b.page == word.page && b.kind == wordBox && b.baseline == word.baseline && b.left < word.left {
			return false
		}
	}
	return true
}

// Each part of a contact's line is in its own order, and they stand one after another as
// the page runs, whatever direction their letters have.
func TestContactsOfTwoDirections(t *testing.T) {
	s := stressed{
		name: "contacts", body: func(w *words) string { return w.paragraph(20) },
		front: "[[contact]]\nname = \"דנה כהן\"\nrole = \"דוברת\"\nphone = \"+972 4 555 0123\"\nemail = \"dana@port.example\"\norg = \"אגודת הנמל 2019\"\n",
	}
	data, err := stressWorkspace(t, s, settings()[0]).One(compile.PDF, release.Variant{Phase: release.PhaseAdvance, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := drawn(data)
	if err != nil {
		t.Fatal(err)
	}
	var line []box
	for _, b := range d.boxes {
		if strings.Contains(b.text, "dana@port.example") {
			for _, o := range d.boxes {
				if o.page == b.page && o.baseline == b.baseline && o.kind == wordBox {
					line = append(line, o)
				}
			}
		}
	}
	at := func(word string) float64 {
		for _, b := range line {
			if strings.Contains(b.text, word) || strings.Contains(reversed(b.text), word) {
				return b.left
			}
		}
		t.Fatalf("no %q in %v", word, line)
		return 0
	}
	last := 0.0
	for _, word := range []string{"כהן", "דוברת", "2019", "972", "4", "555", "0123", "dana@"} {
		if x := at(word); x < last {
			t.Errorf("%q stands at %.0f, before what precedes it", word, x)
		} else {
			last = x
		}
	}
}

func reversed(s string) string {
	out := []rune(strings.TrimSpace(s))
	slices.Reverse(out)
	return string(out)
}
