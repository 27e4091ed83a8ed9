package text

import (
	"strings"

	"pressroom/internal/release"
)

// table sets columns side by side where they fit, else each row as lines of
// "heading: cell".
func (w *writer) table(t *release.Table, indent string) {
	rows := [][]string{}
	for _, r := range append([][][]release.Inline{t.Head}, t.Rows...) {
		var cells []string
		for _, c := range r {
			cells = append(cells, w.inlines(c))
		}
		rows = append(rows, cells)
	}
	widths := make([]int, len(t.Head))
	total := width(indent)
	for i := range widths {
		for _, r := range rows {
			if i < len(r) {
				widths[i] = max(widths[i], width(r[i]))
			}
		}
		total += widths[i] + 2
	}
	if total-2 <= Columns {
		for _, r := range rows {
			line := indent
			for i, c := range r {
				before, after := padding(t.ColumnAlign(i), widths[min(i, len(widths)-1)]-width(c))
				line += before + c + after + "  "
			}
			w.b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
		w.b.WriteByte('\n')
		return
	}
	if len(rows) == 1 { // its headings are told all the same
		rows = append(rows, make([]string, len(t.Head)))
	}
	for _, r := range rows[1:] {
		for i, c := range r {
			if head := rows[0][min(i, len(rows[0])-1)]; head != "" {
				c = head + w.cat.Colon() + c
			}
			if c == "" {
				continue
			}
			for _, line := range Wrap(c, indent, indent+"  ") {
				w.b.WriteString(strings.TrimRight(line, " ") + "\n")
			}
		}
		w.b.WriteByte('\n')
	}
}

// padding is the spaces on both sides of a cell that has more room than it needs.
func padding(align release.Align, room int) (before, after string) {
	room = max(0, room)
	left := 0
	switch align {
	case release.AlignRight:
		left = room
	case release.AlignCentre:
		left = room / 2
	}
	return strings.Repeat(" ", left), strings.Repeat(" ", room-left)
}
