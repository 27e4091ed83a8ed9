package svg

import (
	"fmt"
	"image/color"
	"os"
	"strings"
	"testing"
)

// logos are drawings as drawing programs save them, by what is seen at some points of a box
// of a hundred by a hundred, topmost last: a colour, or "-" where nothing is drawn.
// saved is a drawing with what is seen at some points of it.
type saved struct{ name, inside, seen string }

// logos are drawings as drawing programs save them.
func logos(t testing.TB) (list []saved) {
	t.Helper()
	data, err := os.ReadFile("testdata/logos.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		if lines := strings.Split(block, "\n"); !strings.HasPrefix(block, "#") {
			if len(lines) != 3 {
				t.Fatalf("not three lines: %s", block)
			}
			list = append(list, saved{lines[0], lines[1], lines[2]})
		}
	}
	return list
}

// drawn is a drawing of a hundred by a hundred.
func drawn(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">` + inside + `</svg>`
}

// What drawing programs save is drawn as browsers draw it, as pixels and as polygons.
func TestLogosAreDrawnAsTheyAre(t *testing.T) {
	for _, c := range logos(t) {
		d, err := Parse([]byte(drawn(c.inside)))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		img, err := d.Pixels(100)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		list, _, _, whole := d.Polygons()
		points := strings.Fields(c.seen)
		for i := 0; i < len(points); i += 2 {
			var x, y int
			fmt.Sscanf(points[i], "%d,%d", &x, &y)
			want := strings.Split(points[i+1], "/")
			if got := named(img.NRGBAAt(x, y)); !anyNear(got, want) {
				t.Errorf("%s: at %s its pixels are %s, want %s", c.name, points[i], got, points[i+1])
			}
			if !whole {
				continue
			}
			if got := named(seenAt(list, x*20_000+10_000, y*20_000+10_000)); !anyNear(got, want) {
				t.Errorf("%s: at %s its polygons are %s, want %s", c.name, points[i], got, points[i+1])
			}
		}
	}
}

// seenAt is the colour of the topmost polygon at a point.
func seenAt(list []Polygon, x, y int) (seen color.NRGBA) {
	for _, p := range list {
		winding, crossings := 0, 0
		for _, c := range p.Contours {
			for i, a := range c {
				b := c[(i+1)%len(c)]
				if (a[1] <= y) == (b[1] <= y) {
					continue
				}
				if at := float64(a[0]) + float64(y-a[1])/float64(b[1]-a[1])*float64(b[0]-a[0]); at <= float64(x) {
					continue
				}
				crossings++
				if winding++; a[1] > y {
					winding -= 2
				}
			}
		}
		if p.EvenOdd && crossings%2 == 1 || !p.EvenOdd && winding != 0 {
			seen = p.Color
		}
	}
	return seen
}

func named(c color.NRGBA) string {
	switch c.A {
	case 0:
		return "-"
	case 255:
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A)
}

// anyNear tells whether a colour is one of those, but for a rounding.
func anyNear(got string, want []string) bool {
	of := func(s string) (list [4]int) {
		s = strings.TrimPrefix(s, "#")
		if len(s) == 3 {
			s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
		}
		if len(s) == 6 {
			s += "ff"
		}
		fmt.Sscanf(s, "%02x%02x%02x%02x", &list[0], &list[1], &list[2], &list[3])
		return list
	}
	for _, w := range want {
		near := (got == "-") == (w == "-")
		g, v := of(got), of(w)
		for i := range g {
			if d := g[i] - v[i]; d > 2 || d < -2 {
				near = false
			}
		}
		if near {
			return true
		}
	}
	return false
}
