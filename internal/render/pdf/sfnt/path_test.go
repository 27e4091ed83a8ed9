package sfnt

import (
	"strings"
	"sync"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	xsfnt "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func TestAPathIsWrittenInRelativePlaces(t *testing.T) {
	at := func(x, y int) fixed.Point26_6 { return fixed.P(x, y) }
	got := pathData(xsfnt.Segments{
		{Op: xsfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{at(10, -20)}},
		{Op: xsfnt.SegmentOpLineTo, Args: [3]fixed.Point26_6{at(15, -20)}},
		{Op: xsfnt.SegmentOpQuadTo, Args: [3]fixed.Point26_6{at(20, -25), at(10, 0)}},
		{Op: xsfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{at(0, 0)}},
		{Op: xsfnt.SegmentOpCubeTo, Args: [3]fixed.Point26_6{at(1, 1), at(-1, 2), at(0, 3)}},
	})
	// A contour begins where the one before began: that is where z leaves the pen.
	if want := "m10-20l5 0q5-5-5 20zm-10 20c1 1-1 2 0 3z"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestGlyphsHavePathsAndAreDrawnOnce(t *testing.T) {
	f, err := Parse(liberationsansregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	id := func(c rune) uint16 {
		g, _ := f.Shaping.NominalGlyph(c)
		return uint16(g)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, c := range "Aé8 " {
				p, err := f.Path(id(c))
				if err != nil || (p == "") != (c == ' ') || p != "" && (!strings.HasPrefix(p, "m") || !strings.HasSuffix(p, "z")) {
					t.Errorf("%q: %q, %v", c, p, err)
				}
			}
		})
	}
	wg.Wait()
	if strings.Count(must(f.Path(id('8'))), "z") != 3 {
		t.Error("an eight has three contours")
	}
	if _, err := f.Path(0xFFFF); err == nil {
		t.Error("a glyph that there is not has a path")
	}
}

func must(s string, err error) string {
	if err != nil {
		panic(err)
	}
	return s
}
