package release

import "testing"

func TestColumnsOfNumbersAreSetToTheRight(t *testing.T) {
	column := func(cells ...string) *Table {
		t := &Table{Align: []Align{AlignNone}, Head: [][]Inline{{&Text{"Head"}}}}
		for _, c := range cells {
			t.Rows = append(t.Rows, [][]Inline{{&Text{c}}})
		}
		return t
	}
	for want, columns := range map[Align][]*Table{
		AlignRight: {
			column("1", "23"), column("1,204.5", "−3", "+4 %"), column("$5", "€ 6", "7 €"), column("1 204", "–", ""),
			column("٣٤", "٥٫٢"), column("(12)", "<5", "~ 6‰"), column("1'000"), column("3 km", "n/a", "40 µg/l"), column("5", " – "),
			{Rows: [][][]Inline{{{&Text{"5"}}}}},
		},
		AlignNone: {column("1", "two"), column("2026-11-27"), column("9:30"), column("3 p.m."), column("–", ""), column(), column("1", "$")},
	} {
		for _, c := range columns {
			if got := c.ColumnAlign(0); got != want {
				t.Errorf("%d, not %d: %v", got, want, c.Rows)
			}
		}
	}
	written := column("1")
	written.Align[0] = AlignLeft
	if written.ColumnAlign(0) != AlignLeft || (&Table{}).ColumnAlign(3) != AlignNone {
		t.Error("what the author wrote does not hold")
	}
}

// TestYearsThatBeginTheRowsStayAtTheEdge asks for a first column by which rows are called, beside others.
func TestYearsThatBeginTheRowsStayAtTheEdge(t *testing.T) {
	for first, want := range map[string]Align{"2024": AlignNone, "7": AlignNone, "7.": AlignNone, "7 %": AlignRight, "1,200": AlignRight, "–": AlignNone} {
		table := &Table{Head: [][]Inline{{&Text{"Year"}}, {&Text{"Benches"}}}, Rows: [][][]Inline{{{&Text{first}}, {&Text{"12"}}}}}
		if table.ColumnAlign(0) != want || table.ColumnAlign(1) != AlignRight {
			t.Errorf("%s: %d, %d", first, table.ColumnAlign(0), table.ColumnAlign(1))
		}
	}
}

// TestSignsStandInFrontOfNumbersFromRightToLeft holds what CLDR has for Hebrew, Persian and
// Arabic with Latin digits.
func TestSignsStandInFrontOfNumbersFromRightToLeft(t *testing.T) {
	const mark = "\u200e"
	for cell, want := range map[string]string{
		"−3": mark + "−3" + mark, "-12.5 %": mark + "-12.5 %" + mark, "$-40": mark + "$-40" + mark, "+۷": mark + "+۷" + mark,
		"3": "3", "(3)": "(3)", "−٣": "−٣", "5–7": "5–7", "–": "–", "חיפה": "חיפה", "-3 חיפה": "-3 חיפה",
	} {
		table := &Table{Rows: [][][]Inline{{{&Text{cell}}, {&Text{cell}, &Break{}}}}}
		table.signsBefore()
		if got := PlainText(table.Rows[0][0]); got != want {
			t.Errorf("%q is %q, not %q", cell, got, want)
		}
		if IsFigure(want) != IsFigure(cell) {
			t.Errorf("%q is a number no more, or one now", want)
		}
		if got := table.Rows[0][1][0].(*Text).S; got != cell {
			t.Errorf("%q, which is not alone, is %q", cell, got)
		}
	}
}
