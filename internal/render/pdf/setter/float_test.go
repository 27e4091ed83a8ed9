package setter

import (
	"slices"
	"testing"
)

// The blocks after a picture stand before it where they fill the page that has no room
// for it, and nowhere else.
func TestBlocksFillThePageBeforeAPicture(t *testing.T) {
	var drawn []int
	lines := func(before int, change func(list []vline, picture int)) []vline {
		list := make([]vline, 24)
		for i := range list {
			list[i] = vline{height: 10 * Point, opens: true, moves: true, draw: func(*page, Length, Length) { drawn = append(drawn, i) }}
		}
		list[before].height, list[before].floats, list[before].moves = 60*Point, true, false
		if change != nil {
			change(list, before)
		}
		return list
	}
	order := func(list []vline) []int {
		drawn = nil
		for _, p := range settled(list, tenLines) {
			for _, l := range p.lines {
				l.draw(nil, 0, 0)
			}
		}
		return drawn
	}
	for name, c := range map[string]struct {
		lines []vline
		first []int // what stands around the picture, from the line before it on
	}{
		"two blocks fill the page":         {lines(8, nil), []int{7, 9, 10, 8, 11}},
		"room for it where it is":          {lines(4, nil), []int{3, 4, 5}},
		"a block that has no room there":   {lines(8, func(l []vline, p int) { l[p+1].height = 30 * Point }), []int{7, 8, 9}},
		"a block that stays":               {lines(8, func(l []vline, p int) { l[p+1].moves = false }), []int{7, 8, 9}},
		"a page that is no better filled":  {lines(9, func(l []vline, _ int) { l[10].cost, l[14].height = 1, 100*Point }), []int{8, 9, 10}},
		"a caption goes with it":           {lines(8, func(l []vline, p int) { l[p+1].glued, l[p+1].moves = true, false }), []int{7, 10, 11, 8, 9, 12}},
		"a block of two lines moves whole": {lines(8, func(l []vline, p int) { l[p+2].opens, l[p+3].moves = false, false }), []int{7, 9, 10, 8, 11}},
	} {
		got := order(c.lines)
		at := slices.Index(got, c.first[0])
		if !slices.Equal(got[at:at+len(c.first)], c.first) {
			t.Errorf("%s: %v", name, got)
		}
		slices.Sort(got)
		for i, n := range got {
			if i != n {
				t.Fatalf("%s: lines are lost: %v", name, got)
			}
		}
	}
}

// The space that a block asks for behind it goes with it.
func TestSpaceGoesWithItsBlock(t *testing.T) {
	list := []vline{
		{opens: true},
		{opens: true, floats: true, before: 16}, // asks for 8 behind it
		{opens: true, moves: true, before: 5 + 8, spaced: 8},
		{opens: true, before: 7 + 3, spaced: 3},
	}
	got, at := exchanged(list, 1)
	var before []Length
	for _, l := range got {
		before = append(before, l.before)
	}
	if at != 2 || !slices.Equal(before, []Length{0, 5, 16 + 3, 7 + 8}) {
		t.Errorf("%d, %v", at, before)
	}
}
