package svg

import (
	"fmt"
	"slices"
	"testing"

	"golang.org/x/image/math/fixed"
)

// Dashes are taken as they are said: an odd list is said twice, and one of nothing is a whole line.
func TestDashesAreTakenAsTheyAreSaid(t *testing.T) {
	t.Parallel()
	r := &reader{box: rect{w: 100, h: 100}}
	for _, c := range []struct {
		dashes, offset string
		want           []float64
		from           float64
	}{
		{"none", "0", nil, 0},
		{"0", "0", nil, 0},
		{"0 0", "3", nil, 3},
		{".5 .5", "0", []float64{.5, .5}, 0},
		{".25,.75", "1.25", []float64{.25, .75}, .25},
		{"2 3", "-1", []float64{2, 3}, 4},
		{"2", "5", []float64{2, 2}, 1},
	} {
		l, err := r.lineOf(style{"stroke-width": "1", "stroke-miterlimit": "4", "stroke-dasharray": c.dashes, "stroke-dashoffset": c.offset})
		if err != nil || !slices.Equal(l.dash, c.want) || l.offset != c.from {
			t.Errorf("%s from %s: %v from %v, %v; want %v from %v", c.dashes, c.offset, l.dash, l.offset, err, c.want, c.from)
		}
	}
}

// Round shapes are shapes however small they are, unless one of their radii is nothing.
func TestRoundShapesOfAnySizeAreShapes(t *testing.T) {
	t.Parallel()
	r := &reader{box: rect{w: 100, h: 100}, fine: 1}
	for inside, want := range map[string]bool{
		`<circle r="1"/>`: true, `<circle r=".5"/>`: true, `<circle r="0"/>`: false, `<circle r="-1"/>`: false,
		`<ellipse rx="1" ry="9"/>`: true, `<ellipse rx="9" ry="1"/>`: true, `<ellipse rx="0" ry="9"/>`: false, `<ellipse rx="9" ry="0"/>`: false,
	} {
		root, err := readTree([]byte(`<svg>` + inside + `</svg>`))
		if err != nil {
			t.Fatal(err)
		}
		if path, err := r.outline(root.Children[0]); err != nil || len(path) > 0 != want {
			t.Errorf("%s: %v, %v", inside, path, err)
		}
	}
}

// The box of a drawing is where it says, in the order in which it says it.
func TestTheBoxOfADrawing(t *testing.T) {
	t.Parallel()
	for attributes, want := range map[string]rect{
		`viewBox="5 7 40 30"`: {5, 7, 40, 30}, `viewBox="-1,-2,3,4" width="9" height="8"`: {-1, -2, 3, 4}, `width="9" height="8"`: {0, 0, 9, 8},
	} {
		root, err := readTree([]byte(`<svg ` + attributes + `/>`))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := boxOf(root); err != nil || got != want {
			t.Errorf("%s: %v, %v", attributes, got, err)
		}
	}
}

// A drawing has as many pixels as memory is spared for, one row of them at least.
func TestHowManyPixelsADrawingHas(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		box           rect
		width, height int
		err           string
	}{
		{rect{w: 1, h: 32}, 512, 16384, ""},
		{rect{w: 1, h: 32}, 513, 0, "the drawing is too high for its width"},
		{rect{w: 1, h: 1}, 0, 0, "the drawing is too high for its width"},
		{rect{w: 1, h: 1}, 1, 1, ""},
		{rect{w: 50, h: 1}, 1, 1, ""},
		{rect{w: 50, h: 1}, 125, 3, ""},
	} {
		height, err := (&Drawing{box: c.box}).height(c.width)
		if height != c.height || fmt.Sprint(err) != c.err && (err != nil || c.err != "") {
			t.Errorf("%v, %d wide: %d, %v; want %d, %s", c.box, c.width, height, err, c.height, c.err)
		}
	}
}

// A stroke covers where it crosses itself, whatever rule its area is filled by, and where a
// dash ends as the line begins, the gap has begun.
func TestStrokesBeginAndCross(t *testing.T) {
	t.Parallel()
	square := func(dashes string) string {
		return `<path stroke="red" stroke-width="4" stroke-linecap="square" d="M10 20H50" ` + dashes + `/>`
	}
	for _, c := range []struct {
		inside string
		x, y   int
		want   bool
	}{
		{`<path fill-rule="evenodd" fill="#fff" stroke="red" stroke-width="8" d="M10 20H50M30 5V35"/>`, 30, 20, true},
		{`<path stroke="red" stroke-width="8" stroke-dasharray="1 9" d="M10 20H50"/>`, 10, 20, true},
		{`<path stroke="red" stroke-width="8" stroke-dasharray="1 9" stroke-dashoffset="1" d="M10 20H50"/>`, 10, 20, false},
		{square(`stroke-dasharray="1 9"`), 9, 20, true},
		{square(`stroke-dasharray="1 9" stroke-dashoffset="1"`), 9, 20, false},
		{square(`stroke-dasharray=".5 9" stroke-dashoffset=".5"`), 9, 20, false},
		{`<path stroke="red" stroke-width="8" stroke-dasharray="2 9" stroke-dashoffset="2" d="M10 20H50"/>`, 10, 20, false},
	} {
		d, err := Parse([]byte(`<svg viewBox="0 0 60 40">` + c.inside + `</svg>`))
		if err != nil {
			t.Fatal(err)
		}
		img, err := d.Pixels(60)
		if err != nil {
			t.Fatal(err)
		}
		if at := img.NRGBAAt(c.x, c.y); (at.R == 255 && at.G == 0 && at.A > 200) != c.want || at.A > 0 != c.want {
			t.Errorf("%s: %v", c.inside, at)
		}
		list, _, _, ok := d.Polygons()
		if !ok || list[len(list)-1].EvenOdd {
			t.Errorf("%s: %v, %t", c.inside, list, ok)
		}
	}
}

// Pieces of an outline are put together where one begins near the other's end, both across and down.
func TestPiecesAreJoinedWhereTheyMeet(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		begins [2]int
		want   string
	}{
		{[2]int{1000, 5000}, "[[[0 0] [1000 5000] [0 0]]]"},
		{[2]int{1064, 4936}, "[[[0 0] [1000 5000] [0 0]]]"},
		{[2]int{1065, 5000}, "[[[0 0] [1000 5000]] [[1065 5000] [0 0]]]"},
		{[2]int{1000, 4935}, "[[[0 0] [1000 5000]] [[1000 4935] [0 0]]]"},
	} {
		if got := fmt.Sprint(joined([][][2]int{{{0, 0}, {1000, 5000}}, {c.begins, {0, 0}}})); got != c.want {
			t.Errorf("from %v: %s, want %s", c.begins, got, c.want)
		}
	}
}

// Of outlines as many points are kept as are drawn, and no piece begins beyond them.
func TestNoPieceBeginsBeyondTheLastPoint(t *testing.T) {
	t.Parallel()
	for points, want := range map[int]int{maxPoints: 1, maxPoints + 1: 0} {
		r := &recorder{points: points}
		r.Start(fixed.Point26_6{})
		if len(r.contours) != want {
			t.Errorf("after %d points: %v", points, r.contours)
		}
	}
}
