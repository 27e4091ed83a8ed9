package release

import (
	"strings"

	"pressroom/internal/pattern"
)

// figure is a number as it stands in a table's cell, with its sign, currency or unit,
// and marks or spaces between its digits.
var figure = pattern.New(`^\(?[-+−–±~≈<>≤≥]?\s?\p{Sc}?\s?[-+−–]?` +
	`\p{Nd}(?:[.,'’٬٫\s\x{00A0}\x{2009}\x{202F}]?\p{Nd})*[\s\x{00A0}\x{202F}]?(?:[%‰٪]|\p{Sc}|[a-zµ°]{1,3}(?:/[a-z]+)?)?\)?$`)

// absent is a cell that says that there is no number.
var absent = pattern.New(`^(?:[-–—−.…*]*|n/a)$`)

// IsFigure tells whether a cell is a number, with its sign, currency or unit: it stands on
// one line.
func IsFigure(cell string) bool { return figure.MatchString(strings.TrimSpace(cell)) }

// ColumnAlign is how a column is set: as the author wrote or, where nothing is written
// and the column holds numbers alone, so that their digits stand under each other.
func (t *Table) ColumnAlign(i int) Align {
	if i < len(t.Align) && t.Align[i] != AlignNone {
		return t.Align[i]
	}
	numbers := 0
	for _, r := range t.Rows {
		if i >= len(r) {
			continue
		}
		cell := strings.TrimSpace(PlainText(r[i]))
		switch {
		case IsFigure(cell):
			numbers++
		case !absent.MatchString(cell):
			return AlignNone
		}
	}
	if numbers == 0 {
		return AlignNone
	}
	return AlignRight
}
