package svg

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/srwiley/rasterx"
)

// A drawing that is written in another way is drawn alike.
func TestDrawingsThatAreWrittenOtherwise(t *testing.T) {
	t.Parallel()
	pixels := func(inside string) []byte {
		d, err := Parse([]byte(`<svg viewBox="0 0 60 40">` + inside + `</svg>`))
		if err != nil {
			t.Fatalf("%s: %v", inside, err)
		}
		img, err := d.Pixels(60)
		if err != nil {
			t.Fatal(err)
		}
		return img.Pix
	}
	dashed := func(offset string) string {
		return `<path d="M0 20H60" stroke="red" stroke-width="9" stroke-dasharray="4 6" stroke-dashoffset="` + offset + `"/>`
	}
	rect := func(attributes string) string { return `<rect x="5" y="5" width="50" height="20" ` + attributes + `/>` }
	radial := func(attributes string) string {
		return `<radialGradient id="g" gradientUnits="userSpaceOnUse" ` + attributes + `><stop stop-color="red"/>` +
			`<stop offset="1" stop-color="blue"/></radialGradient>` + rect(`fill="url(#g)"`)
	}
	for _, c := range [][2]string{
		{dashed("-25"), dashed("5")},
		{dashed("-20"), dashed("0")},
		{dashed("37"), dashed("7")},
		{`<line x1="10" y1="10" x2="50" y2="30" stroke="red"/>`, `<path d="M10 10L50 30" stroke="red"/>`},
		{`<polyline points="10 10 50 30" stroke="red"/>`, `<path d="M10 10L50 30" stroke="red"/>`},
		{`<polyline points="10 10 50 30 9" stroke="red"/>`, `<path d="M10 10L50 30" stroke="red"/>`},
		{rect(`fill=" red "`), rect(`fill="red"`)},
		{rect(`style="FILL: red"`), rect(`fill="red"`)},
		{`<linearGradient id="g" color="red"><stop stop-color="currentColor"/></linearGradient>` + rect(`fill="url(#g)"`), rect(`fill="red"`)},
		{rect(`fill="rgb(255,0,0)"`), rect(`fill="red"`)},
		{rect(`fill="url(#none) rgb(255, 0,` + "\n" + `0)"`), rect(`fill="red"`)},
		{rect(`rx="auto" ry="auto"`), rect(``)},
		{rect(`style="fill;fill:red"`), rect(`fill="red"`)},
		{rect(`style="};fill:red"`), rect(`style="fill:red"`)},
		{`<defs><path id=" a " d="M0 0h9v9z"/></defs><use href=" #a "/>`, `<path d="M0 0h9v9z"/>`},
		{`<defs><path id="a" d="M0 0h9v9z"/><path id="a" d="M0 0h30v9z"/></defs><use href="#a"/>`, `<path d="M0 0h9v9z"/>`},
		{radial(`cx="30" cy="20" fx="40" fy="20" r="-9"`), rect(`fill="blue"`)},
		{radial(`cx="30" cy="20" r="0"`), rect(`fill="blue"`)},
	} {
		if a, b := pixels(c[0]), pixels(c[1]); !bytes.Equal(a, b) {
			t.Errorf("%s\nis not drawn as\n%s", c[0], c[1])
		}
	}
}

// A rectangle with round corners stands straight, and numbers and parts count to their limits.
func TestNumbersAtTheirLimits(t *testing.T) {
	t.Parallel()
	root := `<svg viewBox="0 0 100 100"><rect x="10" y="20" width="60" height="40" rx="5"/></svg>`
	d, err := Parse([]byte(root))
	if err != nil {
		t.Fatal(err)
	}
	img, err := d.Pixels(100)
	if err != nil {
		t.Fatal(err)
	}
	var first, last [2]int
	for _, y := range []int{30, 50} {
		for x := range 100 {
			if _, _, _, a := img.At(x, y).RGBA(); a != 0 {
				if i := y / 40; first[i] == 0 {
					first[i] = x
				}
				last[y/40] = x
			}
		}
	}
	if first != [2]int{10, 10} || last != [2]int{69, 69} {
		t.Errorf("its rows go from %v to %v", first, last)
	}
	for text, want := range map[string]string{
		"1e7 -1e7": "[1e+07 -1e+07]", "10000000.1": "“10000000.1” is too large a number", "": "[]",
	} {
		got, err := numbers(text)
		if s := fmt.Sprint(got); err == nil && s != want || err != nil && err.Error() != want {
			t.Errorf("%q: %v, %v; want %s", text, got, err, want)
		}
	}
	if path, err := compile(" ", 1); err != nil || len(path) != 0 {
		t.Errorf("a path of nothing: %v, %v", path, err)
	}
	l, err := (&reader{box: rect{w: 100, h: 100}}).lineOf(style{
		"stroke-width": "1", "stroke-miterlimit": "4", "stroke-dashoffset": "23", "stroke-dasharray": "4,6",
	})
	if err != nil || l.offset != 3 || l.join != rasterx.Miter {
		t.Errorf("%+v, %v", l, err)
	}
}
