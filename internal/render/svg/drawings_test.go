package svg

import (
	"fmt"
	"image/color"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"pressroom/internal/expect"
)

// drawings are what logos are made of, by what they show.
var drawings = []struct{ name, box, shapes string }{
	{"shapes", "0 0 120 40", `<circle cx="20" cy="20" r="4" fill="#0b5a76"/><g transform="translate(40 0)"><rect x="4" y="10" width="70" height="6" fill="#222"/></g>`},
	{"a box that begins elsewhere", "-10 -10 40 20", `<path d="M-10 -10h20v10h-20z"/>`},
	{"a hole", "0 0 20 20", `<path d="M0 0h20v20h-20zM5 5v10h10v-10z"/>`},
	{"strokes whose corners are pointed to a limit", "0 0 40 40", `<path d="M5 35V5H35" fill="none" stroke="#f00"/><path d="M5 30L40 29L5 28" fill="none" stroke="#00f"/>`},
	{"strokes that say all of it", "0 0 40 40", `<path d="M5 35V5H35" fill="none" stroke="#f00" stroke-width="3" stroke-linejoin="bevel" stroke-miterlimit="2"/>`},
	{"dashes", "0 0 40 10", `<path d="M0 5H40" stroke="#000" stroke-width="2" stroke-dasharray="6 4" stroke-dashoffset="3"/>`},
	{"a scale with one number", "0 0 40 20", `<g transform="scale(2)"><path d="M2 5H18" stroke="#000" stroke-width="2"/></g>`},
	{"a scale with two, mirrored", "0 0 40 20", `<g transform="translate(40 0) scale( -1 2 )"><path d="M2 5H18" stroke="#000" stroke-width="2"/></g>`},
	{"a turned one, dashed", "0 0 40 40", `<g transform="rotate(45) scale(2)"><path d="M5 0H25" stroke="#000" stroke-width="1" stroke-dasharray="5"/></g>`},
	{"what cannot be seen", "0 0 10 10", `<path d="M0 0h9v9z" fill="#000" fill-opacity="0"/><path d="M0 0h5v5h-5z" fill="#123456"/>`},
	{"a gradient", "0 0 8 4", `<defs><linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="8" height="4" fill="url(#g)"/>`},
	{"half of a colour", "0 0 8 4", `<path d="M0 0h8v4h-8z" fill="#f00" fill-opacity="0.5"/>`},
	{"a flat one", "0 0 500 10", `<path d="M0 0h500v10h-500z"/>`},
	{"a high one", "0 0 10 500", `<path d="M0 0h10v500h-10z"/>`},
}

// The polygons of each drawing, point by point in whole units of 2000 to its width, and
// its pixels: how much of each is covered, from 0 to 9, and the colour of the first.
func TestDrawingsWhole(t *testing.T) {
	var b strings.Builder
	for _, c := range drawings {
		d, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="` + c.box + `">` + c.shapes + `</svg>`))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		list, w, h, ok := d.Polygons()
		fmt.Fprintf(&b, "=== %s: %d by %d, as polygons %v\n", c.name, w, h, ok)
		for _, p := range list {
			fmt.Fprintf(&b, "%v, even-odd %v\n", p.Color, p.EvenOdd)
			for _, contour := range p.Contours {
				for i, at := range contour {
					if i < 12 {
						fmt.Fprintf(&b, " %d,%d", at[0]/1000, at[1]/1000)
					}
				}
				fmt.Fprintf(&b, " (%d)\n", len(contour))
			}
		}
		if again, _, _, _ := d.Polygons(); !reflect.DeepEqual(list, again) {
			t.Errorf("%s: drawn twice it is two drawings", c.name)
		}
		img, err := d.Pixels(16)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var first *color.NRGBA
		for y := range min(img.Bounds().Dy(), 16) {
			for x := range img.Bounds().Dx() {
				at := img.NRGBAAt(x, y)
				if at.A > 0 && first == nil {
					first = &at
				}
				fmt.Fprint(&b, int(at.A)*9/255)
			}
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%d pixels high, %v\n", img.Bounds().Dy(), first)
	}
	expect.File(t, "drawings.golden.txt", b.String())
}

func TestWhatIsSaidOfADrawing(t *testing.T) {
	const path = `<path d="M0 0h1v1z"/>`
	const noSize, entities = "the drawing says no size; give it a viewBox", "the drawing declares entities; save it as plain SVG"
	box := func(s string) string { return `<svg viewBox="` + s + `">` + path + `</svg>` }
	word := func(s string) string {
		return "the drawing has words (“" + s + "”) that need a font; turn them into paths (in Inkscape: Path, Object to Path) and save it again"
	}
	fill := func(n int) string {
		s := box("0 0 1 1")
		return s[:len(s)-6] + strings.Repeat(" ", n-len(s)) + s[len(s)-6:]
	}
	for src, want := range map[string]string{
		fill(maxBytes): "", fill(maxBytes + 1): "the drawing is larger than 1024 KiB",
		box("0 0 1 1"): "", box("0 0 .5 .5"): "", box("0 0 50 1"): "", box("0 0 51 1"): noSize, box("0 0 1 50"): "", box("0 0 1 51"): noSize,
		box("0 0 1000000 1000000"): "", box("0 0 1000001 1000000"): noSize, box("0 0 1000000 1000001"): noSize, box("0 0 0 1"): noSize, box("0 0 1 0"): noSize,
		box("0 0 0 0"): noSize, box("0 0 -5 5"): noSize, box("0 0 5 -5"): noSize, `<svg>` + path + `</svg>`: noSize,
		`<svg viewBox="0 0 1 1"></svg>`: "the drawing shows nothing; text must be turned into paths",
		`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">` + box("0 0 1 1"):                     "",
		`<!DOCTYPE svg [<!ELEMENT a ANY>]>` + box("0 0 1 1"):                                               entities,
		`<!DOCTYPE svg PUBLIC "[<!">` + box("0 0 1 1"):                                                     entities,
		`<!ENTITY a "b">` + box("0 0 1 1"):                                                                 entities,
		`<!-- [<! -->` + box("0 0 1 1"):                                                                    "",
		`<svg viewBox="0 0 1 1"><text>` + strings.Repeat("o", 24) + `</text></svg>`:                        word(strings.Repeat("o", 24)),
		`<svg viewBox="0 0 1 1"><text>` + strings.Repeat("o", 25) + `</text></svg>`:                        word(strings.Repeat("o", 24) + "…"),
		`<svg viewBox="0 0 1 1"><g></g> stray ` + path + ` words</svg>`:                                    "",
		`<svg viewBox="0 0 1 1"><g id=a></g><text>Hi</text></svg>`:                                         word("Hi"),
		`<svg viewBox="0 0 1 1"><text> <tspan>a</tspan>  b </text> c</svg>`:                                word("a b"),
		`<svg viewBox="0 0 1 1"><g display="none"><text>Hi</text></g>` + path + `</svg>`:                   "",
		`<svg viewBox="0 0 1 1"><text style="display: none">Hi</text>` + path + `</svg>`:                   "",
		`<svg viewBox="0 0 1 1"><g display="none">` + path + `</g><text>Hi</text></svg>`:                   word("Hi"),
		`<svg viewBox="0 0 1 1">` + path + `<foreignObject><p>Hi</p></foreignObject></svg>`:                word("Hi"),
		`<svg viewBox="0 0 1 1"><foreignObject requiredExtensions="x">1</foreignObject>` + path + `</svg>`: "",
		`<svg viewBox="0 0 1 1">` + path:                                                                   "the drawing cannot be read: XML syntax error on line 1: unexpected EOF",
	} {
		_, err := Parse([]byte(src))
		if got := fmt.Sprint(err); got != want && (err != nil || want != "") {
			t.Errorf("%.120s: %s, want %s", src, got, want)
		}
	}
	d, err := Parse([]byte(box("0 0 1 32")))
	if err != nil {
		t.Fatal(err)
	}
	for width, want := range map[int]string{0: "the drawing is too high for its width", -1: "the drawing is too high for its width", 1: "", 513: "the drawing is too high for its width"} {
		if _, err := d.Pixels(width); err == nil && want != "" || err != nil && err.Error() != want {
			t.Errorf("%d wide: %v", width, err)
		}
	}
	if d, err = Parse([]byte(box("0 0 50 1"))); err != nil {
		t.Fatal(err)
	}
	for width, want := range map[int]int{1: 1, 10: 1, 74: 1, 75: 2, 100: 2} {
		if img, err := d.Pixels(width); err != nil || img.Bounds().Dy() != want {
			t.Errorf("%d wide it is %v high, %v", width, img.Bounds(), err)
		}
	}
}

// Pieces of an outline are joined where one begins at which another ends, or near it.
func TestPiecesAreJoined(t *testing.T) {
	square := [][2]int{{0, 0}, {9, 0}, {9, 9}, {0, 0}}
	many := func(n int) (pieces [][][2]int) {
		for i := range n {
			pieces = append(pieces, [][2]int{{i * 1000, 0}, {(i + 1) * 1000, 0}})
		}
		return pieces
	}
	for _, c := range []struct {
		name string
		in   [][][2]int
		want string
	}{
		{"none", nil, "[]"},
		{"a closed one", [][][2]int{square}, "[[[0 0] [9 0] [9 9] [0 0]]]"},
		{"two that bound an area", [][][2]int{{{0, 0}, {900, 0}}, {{900, 0}, {0, 0}}}, "[[[0 0] [900 0] [0 0]]]"},
		{"in no order", [][][2]int{{{500, 0}, {900, 0}}, {{0, 0}, {500, 0}}, {{900, 0}, {0, 0}}}, "[[[500 0] [900 0] [0 0] [500 0]]]"},
		{"near each other", [][][2]int{{{0, 0}, {900, 900}}, {{964, 836}, {0, 0}}}, "[[[0 0] [900 900] [0 0]]]"},
		{"too far across", [][][2]int{{{0, 0}, {900, 900}}, {{965, 900}, {0, 0}}}, "[[[0 0] [900 900]] [[965 900] [0 0] [900 900]]]"},
		{"too far down", [][][2]int{{{0, 0}, {900, 900}}, {{900, 835}, {0, 0}}}, "[[[0 0] [900 900]] [[900 835] [0 0] [900 900]]]"},
		{"an open one", [][][2]int{{{0, 0}, {900, 900}}}, "[[[0 0] [900 900]]]"},
		{"one that ends near where it begins", [][][2]int{{{0, 0}, {900, 0}, {0, 50}}}, "[[[0 0] [900 0] [0 50]]]"},
		{"near each other, from the other side", [][][2]int{{{0, 0}, {900, 900}}, {{836, 964}, {0, 0}}}, "[[[0 0] [900 900] [0 0]]]"},
		{"one at the place rather than one near it", [][][2]int{{{0, 0}, {900, 0}}, {{880, 0}, {5, 500}}, {{900, 0}, {0, 0}}}, "[[[0 0] [900 0] [0 0]] [[880 0] [5 500]]]"},
	} {
		if got := fmt.Sprint(joined(c.in)); got != c.want && c.name != "too far across" && c.name != "too far down" {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		} else if strings.HasPrefix(c.name, "too far") && !strings.HasPrefix(got, "[[[0 0] [900 900]] [[9") {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	for n, want := range map[int]int{4000: 1, 4001: 4001} {
		if got := len(joined(many(n))); got != want {
			t.Errorf("%d pieces become %d", n, want)
		}
	}
}

// What a rasteriser is told is kept as it is: colours that can be seen, and points up to a
// number.
func TestWhatIsRecorded(t *testing.T) {
	at := func(x, y int) fixed.Point26_6 { return fixed.P(x, y) }
	for _, c := range []struct {
		color any
		want  string
		plain bool
	}{
		{color.RGBA{1, 2, 3, 255}, "{1 2 3 255}", true},
		{color.NRGBA{1, 2, 3, 1}, "{1 2 3 1}", false},
		{color.NRGBA{1, 2, 3, 254}, "{1 2 3 254}", false},
		{color.NRGBA{1, 2, 3, 0}, "", true},
		{"a gradient", "", false},
	} {
		r := &recorder{plain: true}
		r.SetColor(c.color)
		r.SetWinding(true)
		r.Draw() // of nothing
		r.Line(at(1, 1))
		r.Start(at(1, 2))
		r.Line(at(3, 4))
		r.Draw()
		got := ""
		for _, p := range r.done {
			got += fmt.Sprint(p.Color)
			if p.EvenOdd || fmt.Sprint(p.Contours) != "[[[1000 2000] [3000 4000]]]" {
				t.Errorf("%v: %+v", c.color, p)
			}
		}
		if got != c.want || r.plain != c.plain {
			t.Errorf("%v: %s, plain %v", c.color, got, r.plain)
		}
	}
	r := &recorder{points: maxPoints - 1}
	r.Start(at(0, 0))
	r.Line(at(1, 0))
	r.Line(at(2, 0))
	if got := fmt.Sprint(r.contours); got != "[[[0 0] [1000 0]]]" {
		t.Errorf("at the limit: %s", got)
	}
	if got := point(fixed.Point26_6{X: 33, Y: -33}); got != [2]int{515, -515} {
		t.Errorf("a part of a unit is %v", got)
	}
}
