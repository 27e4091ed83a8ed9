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
