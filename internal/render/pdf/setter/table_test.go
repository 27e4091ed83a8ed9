package setter

import (
	"slices"
	"testing"
)

func TestColumnsShareTheirRoom(t *testing.T) {
	for name, c := range map[string]struct {
		natural, least []Length
		width, percent int
		want           []Length // nil: it does not fit
	}{
		"room for all":               {[]Length{100_000, 50_000}, []Length{40_000, 50_000}, 300_000, 100, []Length{100_500, 50_250}},
		"the longest words stay":     {[]Length{900_000, 80_000}, []Length{60_000, 80_000}, 200_000, 100, []Length{107_600, 80_400}},
		"no room for the words":      {[]Length{900_000, 180_000}, []Length{160_000, 180_000}, 300_000, 100, nil},
		"room for them when smaller": {[]Length{160_000, 160_000}, []Length{150_000, 160_000}, 300_000, 85, []Length{136_800, 136_800}},
	} {
		m := measures{c.natural, c.least}
		got := m.share(c.width, c.percent)
		if (got == nil) != (c.want == nil) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
			continue
		}
		sum := cellGap * c.percent / 100 * (len(got) - 1)
		for i, w := range got {
			sum += w
			if w < c.least[i]*c.percent/100 {
				t.Errorf("%s: column %d has %d, less than its longest word", name, i, w)
			}
		}
		if got != nil && (sum > c.width || !slices.Equal(got, c.want)) {
			t.Errorf("%s: %v in %d of %d, want %v", name, got, sum, c.width, c.want)
		}
	}
}

// A number with its unit needs the width of both.
func TestANumberStandsWithItsUnit(t *testing.T) {
	glyphs := []glyph{
		{text: "9", advance: 10, break_: noBreak}, {text: " ", advance: 4, space: true}, {text: "€", advance: 12, break_: noBreak},
	}
	if got := longestPart(glyphs, false); got != 12 {
		t.Errorf("a text needs %d", got)
	}
	keepWhole(glyphs)
	if got := longestPart(glyphs, false); got != 26 {
		t.Errorf("a number needs %d", got)
	}
}

func TestPicturesAreWideOrClearlySmaller(t *testing.T) {
	g := Geometry{Width: 612 * Point, Height: 792 * Point, Column: 408 * Point, Top: 84 * Point, Bottom: 84 * Point}
	for name, c := range map[string]struct {
		width, height int
		want          Length
	}{
		"many pixels":                 {1200, 800, 408 * Point},
		"just enough":                 {624, 300, 408 * Point},
		"nearly enough":               {620, 300, 408 * Point * 80 / 100},
		"few":                         {24, 24, 24 * 72 * Point / 110},
		"too high for half of a page": {1200, 1000, 408 * Point * 80 / 100},
		"a tower":                     {400, 1600, 78 * Point},
	} {
		if got := g.PictureWidth(Graphic{Image: &Image{Width: c.width, Height: c.height}}, 110); got != c.want {
			t.Errorf("%s: %d wide, want %d", name, got, c.want)
		}
	}
}

// A cell keeps to the side of its column, whichever way its own words run.
func TestCellsKeepToTheirSide(t *testing.T) {
	for _, c := range []struct {
		page, line bool
		align      Align
		want       Length
	}{
		{false, true, Start, 0},
		{false, true, End, 20},
		{true, false, Start, 20},
		{true, true, End, 0},
		{true, false, Middle, 10},
	} {
		s := &tableSetter{Document: &Document{RightToLeft: c.page}}
		if got := s.offset(Cell{Align: c.align}, &setLine{rtl: c.line, width: 10}, 30); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}
