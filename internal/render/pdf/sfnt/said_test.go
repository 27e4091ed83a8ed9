package sfnt

import (
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
)

// What is said of a glyph that is not there, and of outlines that cannot be read.
func TestWhatIsSaidOfAGlyphThatIsNotThere(t *testing.T) {
	f, err := Parse(liberationsansbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	o, err := f.Outlines()
	if err != nil {
		t.Fatal(err)
	}
	const want = "drawing glyph 65000: sfnt: not found"
	if _, err := o.Glyph(65000, 10); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	for range 2 { // nothing of it is kept
		if path, err := f.Path(65000); path != "" || err == nil || err.Error() != want {
			t.Errorf("%q, %v, want %s", path, err, want)
		}
	}
	if _, err := f.Subset([]uint16{0, 65000}); err == nil || err.Error() != "the font LiberationSans-Bold has no glyph 65000" {
		t.Errorf("%v", err)
	}
	if n := f.Advance(65000); n != 0 {
		t.Errorf("it is %d wide", n)
	}
	f.tables["head"] = f.tables["head"][:10]
	const short = "reading the outlines of LiberationSans-Bold: sfnt: invalid head table"
	if _, err := f.Outlines(); err == nil || err.Error() != short {
		t.Errorf("%v, want %s", err, short)
	}
	again := &Font{Name: "x"}
	again.paths = again.newPaths()
	if _, err := again.Path(1); err == nil {
		t.Error("a font without tables has a path")
	}
}
