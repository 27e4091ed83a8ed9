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
func IsFigure(cell string) bool {
	return figure.MatchString(strings.Trim(cell, " \u00a0\t\n"+leftMark))
}

// leftMark is a mark of direction: nobody sees it, and it counts as a letter that runs to the right.
const leftMark = "\u200E"

// signed is the start of a number with its sign or currency.
var signed = pattern.New(`^[-+−–±~≈<>≤≥\p{Sc}]`)

// signsBefore keeps the sign of a number in front of its digits in the cells of a table that
// runs from right to left: alone in a cell, it would stand behind them. Hebrew, Persian and
// Arabic have it in front, as CLDR writes its minusSign (U+200E and the sign); Arabic's own
// digits have an order of their own.
func (t *Table) signsBefore() {
	for _, r := range append([][][]Inline{t.Head}, t.Rows...) {
		for _, cell := range r {
			if len(cell) != 1 {
				continue
			}
			text, ok := cell[0].(*Text)
			if ok && signed.MatchString(text.S) && IsFigure(text.S) && !strings.ContainsAny(text.S, "٠١٢٣٤٥٦٧٨٩") {
				text.S = leftMark + text.S + leftMark
			}
		}
	}
}

// ColumnAlign is how a column is set: as the author wrote or, where nothing is written
// and the column holds numbers alone, so that their digits stand under each other. Years and
// ranks that begin the rows are what these are called by, and stay at the edge of the table.
func (t *Table) ColumnAlign(i int) Align {
	if i < len(t.Align) && t.Align[i] != AlignNone {
		return t.Align[i]
	}
	numbers, names := 0, i == 0 && len(t.Head) > 1
	for _, r := range t.Rows {
		if i >= len(r) {
			continue
		}
		cell := strings.TrimSpace(PlainText(r[i]))
		names = names && calledBy.MatchString(cell)
		switch {
		case IsFigure(cell):
			numbers++
		case !absent.MatchString(cell):
			return AlignNone
		}
	}
	if numbers == 0 || names {
		return AlignNone
	}
	return AlignRight
}

// calledBy is a year or a rank.
var calledBy = pattern.New(`^\p{Nd}{1,4}\.?$`)
