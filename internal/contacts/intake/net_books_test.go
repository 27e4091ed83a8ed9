package intake

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestALargeBookThatIsPackedLittleIsHarmless unpacks what is as large as it says, and no rows that nobody sees.
func TestALargeBookThatIsPackedLittleIsHarmless(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range 1<<20 + 1 {
		b.WriteByte(byte(random.Uint32()))
	}
	if err := harmless([]byte(zipped(t, "xl/workbook.xml", b.String()))); err != nil {
		t.Errorf("what is packed little: %v", err)
	}
	if err := harmless([]byte(zipped(t, "xl/workbook.xml", strings.Repeat("x", 1<<20+1)))); err == nil {
		t.Error("what is packed much")
	}
	for name, c := range map[string]struct {
		do   func(f *excelize.File, s string) error
		want string
	}{
		"a hidden row": {func(f *excelize.File, s string) error { return f.SetRowVisible(s, 3, false) }, "it is hidden in the sheet"},
		"a hidden row, nothing": {func(f *excelize.File, s string) error {
			f.SetCellValue(s, "A4", " ")
			return f.SetRowVisible(s, 4, false)
		}, ""},
		"a struck row":          {func(f *excelize.File, s string) error { return strike(f, s, 3) }, "it is struck out in the sheet"},
		"a struck row, nothing": {func(f *excelize.File, s string) error { f.SetCellValue(s, "A4", " "); return strike(f, s, 4) }, ""},
	} {
		var notes []string
		for _, n := range opened(t, "x.xlsx", made(t, c.do)).Notes {
			notes = append(notes, n.Text)
		}
		if got := strings.Join(notes, "|"); (got == "") != (c.want == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// strike draws a line through a row.
func strike(f *excelize.File, sheet string, row int) error {
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
	if err != nil {
		return err
	}
	cell, err := excelize.CoordinatesToCellName(1, row)
	if err != nil {
		return err
	}
	return f.SetCellStyle(sheet, cell, cell, style)
}
