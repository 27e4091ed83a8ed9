package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pressroom/internal/importer/prose"
)

// tableOf reads a table of data as one; a table of one column, or one that holds
// others, is there for its looks and read as paragraphs.
func (w *walker) tableOf(n *html.Node, st state) {
	w.end()
	defer w.end()
	nested := len(all(n, atom.Table)) > 1
	var rows [][]string
	var told []string
	columns := 0
	for _, tr := range all(n, atom.Tr) {
		var cells []string
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				inner := &walker{}
				inner.walk(c, state{})
				inner.end()
				told = append(told, inner.told...)
				text := ""
				for _, p := range inner.out {
					text += p.Markdown()
				}
				if len(inner.out) > 1 || len(text) > 300 || severalLines(inner.out) {
					nested = true
				}
				cells = append(cells, strings.ReplaceAll(text, "\\\n", " "))
			}
		}
		if len(cells) > 0 {
			rows = append(rows, cells)
			columns = max(columns, len(cells))
		}
		if len(rows) > 500 {
			nested = true
			break
		}
	}
	if nested || columns < 2 || columns > 12 || len(rows) < 2 {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.walkCells(c, st)
		}
		return
	}
	w.told = append(w.told, told...)
	w.out = append(w.out, prose.Para{Table: tableMarkdown(rows, columns)})
	for _, r := range rows {
		for _, c := range r {
			w.sum += len(c)
		}
	}
}

// severalLines tells a cell in whose lines somebody stands with what they can be reached by: people beside each other.
func severalLines(cell []prose.Para) bool {
	return len(cell) == 1 && strings.Contains(cell[0].Text, "\n") && prose.HasReach([]string{linkedReach(cell[0])})
}

func (w *walker) walkCells(n *html.Node, st state) {
	switch n.DataAtom {
	case atom.Td, atom.Th, atom.Caption:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.walk(c, st)
		}
		w.end()
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walkCells(c, st)
	}
}

func tableMarkdown(rows [][]string, columns int) string {
	var b strings.Builder
	for i, r := range rows {
		for c := range columns {
			cell := " "
			if c < len(r) {
				cell = r[c]
			}
			b.WriteString("| " + cell + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", columns) + "|\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
