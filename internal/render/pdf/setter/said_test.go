package setter

import (
	"fmt"
	"testing"

	"pressroom/internal/render/pdf/pdfobj"
)

// What is said of what cannot be set is the same wherever it stands, and nothing is kept of
// it.
func TestWhatIsSaidOfWhatCannotBeSet(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	want := (&MissingError{'ⵣ', "a ⵣ"}).Error()
	lost := said("a ⵣ")
	for name, set := range map[string]func(d *Document) (any, error){
		"a measure": func(d *Document) (any, error) {
			natural, lines, err := d.Extent(lost, 50*Point, false)
			return fmt.Sprint(natural, lines) != "0 0", err
		},
		"a block": func(d *Document) (any, error) { return false, d.Add(Block{Tag: "P", Spans: lost}) },
		"a mark":  func(d *Document) (any, error) { return false, d.BeginItem(&Mark{Spans: lost}) },
		"names":   func(d *Document) (any, error) { return false, d.Names([][]Span{lost}, 1, 1, 1) },
		"a table": func(d *Document) (any, error) {
			return d.Table(Table{Head: []Cell{{Spans: lost}}})
		},
		"furniture": func(d *Document) (any, error) {
			d.Furniture = func(int, int, Geometry) Furniture { return Furniture{Lines: []Running{{Spans: lost}}} }
			if sheets, err := d.Sheets(nil); sheets != nil || err == nil {
				t.Errorf("to be looked at it is set: %v", err)
			}
			data, err := d.PDF()
			return data != nil, err
		},
	} {
		d := New(lib, leaf)
		if something, err := set(d); err == nil || err.Error() != want || something != false {
			t.Errorf("%s: %v, %v, want %s", name, something, err, want)
		}
	}
	w := &writer{Document: New(lib, leaf), file: pdfobj.New()}
	u := &usedFont{face: sansBold, list: []codeKey{{}, {glyph: 65000}}}
	if ref, err := w.writeFont(u); ref != 0 || err == nil || err.Error() != "embedding LiberationSans-Bold: the font LiberationSans-Bold has no glyph 65000" {
		t.Errorf("%v, %v", ref, err)
	}
	d := New(lib, leaf)
	if err := d.Add(Block{Tag: "P", Spans: said("a"), Leading: 12 * Point}); err != nil {
		t.Fatal(err)
	}
	draw := d.lines[0].draw
	d.lines[0].draw = func(p *page, y, height Length) {
		draw(p, y, height)
		p.sheet.glyphs([]glyph{{id: 65000, face: sansBold, style: &body}}, 0, 0)
	}
	if sheets, err := d.Sheets(nil); sheets != nil || err == nil || err.Error() != "drawing page 1: drawing glyph 65000: sfnt: not found" {
		t.Errorf("%v", err)
	}
}
