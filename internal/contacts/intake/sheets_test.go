package intake

import "testing"

// Which sheet of a workbook is a press list is told by its first two hundred rows.
func TestTheFirstRowsTellWhetherASheetIsAList(t *testing.T) {
	for at, want := range map[int]int{0: 1, 199: 1, 200: 0} {
		table := &Table{Rows: make([]Row, 201)}
		table.Rows[at].Fields = []string{"Ana", "ana@paper.example", "bo@paper.example"}
		if got := table.addresses(); got != want {
			t.Errorf("of an address in row %d, %d are counted", at+1, got)
		}
	}
}
