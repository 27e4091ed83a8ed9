package svg

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/srwiley/rasterx"
)

// Hundredths are of the width, the height, or the diagonal of a box: each drawing is the same
// as the one that says it in numbers.
func TestHundredthsAreOfTheBox(t *testing.T) {
	pixels := func(inside string) []byte {
		d, err := Parse([]byte(`<svg viewBox="0 0 200 120">` + inside + `</svg>`))
		if err != nil {
			t.Fatalf("%s: %v", inside, err)
		}
		img, err := d.Pixels(100)
		if err != nil {
			t.Fatal(err)
		}
		return img.Pix
	}
	const stops = `<stop offset=".2" stop-color="#f00"/><stop offset=".9" stop-color="#00f"/>`
	painted := func(gradient, attributes string) string {
		return `<` + gradient + ` id="g" gradientUnits="userSpaceOnUse" ` + attributes + `>` + stops + `</` + gradient + `><rect width="200" height="120" fill="url(#g)"/>`
	}
	whole := math.Sqrt((200*200 + 120*120) / 2)
	for _, c := range []struct{ shares, numbers string }{
		{`<rect x="10%" y="20%" width="30%" height="40%" rx="5%" ry="15%"/>`, `<rect x="20" y="24" width="60" height="48" rx="10" ry="18"/>`},
		{`<ellipse cx="50%" cy="40%" rx="25%" ry="30%"/>`, `<ellipse cx="100" cy="48" rx="50" ry="36"/>`},
		{`<circle cx="50%" cy="50%" r="20%"/>`, fmt.Sprintf(`<circle cx="100" cy="60" r="%f"/>`, whole/5)},
		{`<line x1="10%" y1="20%" x2="90%" y2="70%" stroke="red"/>`, `<line x1="20" y1="24" x2="180" y2="84" stroke="red"/>`},
		{`<path d="M0 50H200" stroke="red" stroke-width="10%"/>`, fmt.Sprintf(`<path d="M0 50H200" stroke="red" stroke-width="%f"/>`, whole/10)},
		{
			`<path d="M0 50H200" stroke="red" stroke-width="9" stroke-dasharray="10% 5%" stroke-dashoffset="3%"/>`,
			fmt.Sprintf(`<path d="M0 50H200" stroke="red" stroke-width="9" stroke-dasharray="%f %f" stroke-dashoffset="%f"/>`, whole/10, whole/20, whole*.03),
		},
		{`<path id="p" d="M0 0h20v20h-20z"/><use href="#p" x="50%" y="50%"/>`, `<path id="p" d="M0 0h20v20h-20z"/><use href="#p" x="100" y="60"/>`},
		{
			`<svg x="10%" y="10%" width="50%" height="50%" viewBox="0 0 10 10"><path d="M0 0h10v5h-5z"/></svg>`,
			`<svg x="20" y="12" width="100" height="60" viewBox="0 0 10 10"><path d="M0 0h10v5h-5z"/></svg>`,
		},
		{`<svg viewBox="0 0 10 10"><path d="M0 0h10v5h-5z"/></svg>`, `<svg width="200" height="120" viewBox="0 0 10 10"><path d="M0 0h10v5h-5z"/></svg>`},
		{painted("linearGradient", `x1="10%" y1="10%" x2="60%" y2="90%"`), painted("linearGradient", `x1="20" y1="12" x2="120" y2="108"`)},
		{painted("linearGradient", ``), painted("linearGradient", `x1="0" y1="0" x2="200" y2="0"`)},
		{
			painted("radialGradient", `cx="40%" cy="40%" fx="50%" fy="60%" r="25%"`),
			painted("radialGradient", fmt.Sprintf(`cx="80" cy="48" fx="100" fy="72" r="%f"`, whole/4)),
		},
		{painted("radialGradient", ``), painted("radialGradient", fmt.Sprintf(`cx="100" cy="60" r="%f"`, whole/2))},
	} {
		if a, b := pixels(c.shares), pixels(c.numbers); !bytes.Equal(a, b) {
			t.Errorf("%s\nis not drawn as\n%s", c.shares, c.numbers)
		}
	}
}

// A drawing of a size is one of a box of that size.
func TestADrawingOfASizeIsItsBox(t *testing.T) {
	const inside = `<path d="M0 0h10v5h-5z"/><circle cx="20" cy="10" r="7" fill="red"/>`
	var seen []string
	for _, head := range []string{`width="40" height="30"`, `viewBox="0 0 40 30"`, `width="99" height="1" viewBox="0 0 40 30"`} {
		d, err := Parse([]byte(`<svg ` + head + `>` + inside + `</svg>`))
		if err != nil {
			t.Fatal(err)
		}
		list, w, h, ok := d.Polygons()
		seen = append(seen, fmt.Sprint(d.box, list, w, h, ok))
	}
	if seen[0] != seen[1] || seen[1] != seen[2] {
		t.Errorf("the boxes are %.60s, %.60s and %.60s", seen[0], seen[1], seen[2])
	}
}

// A path is kept so finely that the longer side of the box is four thousand units, and each
// of those sixty-four parts.
func TestHowFinePathsAreKept(t *testing.T) {
	for box, want := range map[string]float64{"1 1": 4096, "64 64": 64, "64 65": 64, "65 64": 64, "64 63": 64, "63 64": 64, "63 63": 128, "4096 1000": 1, "1000 4096": 1, "4095 4095": 2, "9999 9999": 1} {
		d, err := Parse([]byte(`<svg viewBox="0 0 ` + box + `"><path d="M0 0h1v1z"/></svg>`))
		if err != nil || d.fine != want {
			t.Errorf("%s: %v, %v", box, d.fine, err)
		}
	}
}

// Colours and shares of one, to the last digit.
func TestColoursAndSharesExactly(t *testing.T) {
	for text, want := range map[string]string{
		"#0b5a76": "{11 90 118 255} 1", "#0b5a76ff": "{11 90 118 255} 1", "#0B5a": "{0 187 85 255} 0.6666666666666666", "#f00f": "{255 0 0 255} 1", "#ff000080": "{255 0 0 255} 0.5019607843137255",
		"rgb(1,2,3)": "{1 2 3 255} 1", "rgba(1 2 3 / 50%)": "{1 2 3 255} 0.5", "rgba(1,\t2,\n3,.25)": "{1 2 3 255} 0.25", "rgb(1 2 3/1%)": "{1 2 3 255} 0.01",
		"none": "<nil> 1", "Transparent": "<nil> 1", "CurrentColor": "{255 0 0 255} 1", "RebeccaPurple": "{102 51 153 255} 1",
		"rgb(1,2)": "“rgb(1,2)” is no colour that is read here; write it as in #0b5a76", "rgb(1,2,3,4,5)": "“rgb(1,2,3,4,5)” is no colour that is read here; write it as in #0b5a76",
		"url(a)": "“url(a)” is no colour that is read here; write it as in #0b5a76", "rgb(1,2,3) x": "“rgb(1,2,3) x” is no colour that is read here; write it as in #0b5a76", "#12345": "“#12345” is no colour that is read here; write it as in #0b5a76",
	} {
		c, opaque, err := readColor(text, "Red")
		if got := fmt.Sprint(c, opaque); err == nil && got != want || err != nil && err.Error() != want {
			t.Errorf("%q: %s, %v; want %s", text, got, err, want)
		}
	}
	for text, want := range map[string]float64{"0": 0, ".5": .5, "50%": .5, "1": 1, "100%": 1, "150%": 1, "2": 1, "-1": 0, "-1%": 0} {
		if got, err := share(text); err != nil || got != want {
			t.Errorf("%q: %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "%", "x", "NaN"} {
		if _, err := share(text); err == nil || err.Error() != "“"+text+"” is no share of one" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// What is said of what cannot be read names all of it, and no space around it.
func TestWhatIsSaidOfNumbersAndTransformations(t *testing.T) {
	const p = `<path d="M0 0h9v9z"/>`
	for inside, want := range map[string]string{
		`<polygon points="0 0 10000001 9"/>`:                                                      "“10000001” is too large a number",
		`<polygon points="0 0 1e999 9"/>`:                                                         "“1e999” is too large a number",
		`<path d="M0 0L1e999 9"/>`:                                                                "“1e999 9” is too large a number",
		`<rect width="1e999" height="9"/>`:                                                        "“1e999” is too long a length",
		`<rect width="-10000001" height="9"/>`:                                                    "“-10000001” is too long a length",
		`<polygon points=" 0 0 a "/>`:                                                             "“0 0 a” are no numbers",
		`<path transform="scale(2) twist(9)" d="M0 0h9v9z"/>`:                                     "the transformation “twist(9)” cannot be read",
		`<path transform="scale(2) turned" d="M0 0h9v9z"/>`:                                       "the transformation “scale(2) turned” cannot be read",
		`<path transform="` + strings.Repeat("x", 70) + `" d="M0 0h9v9z"/>`:                       "the transformation “" + strings.Repeat("x", 60) + "” cannot be read",
		`<path transform=" none " d="M0 0h9v9z"/>`:                                                "",
		`<path transform="scale(2) none" d="M0 0h9v9z"/>`:                                         "",
		`<rect width=".005" height=".005"/>`:                                                      "",
		`<path style="fill:red !ie" d="M0 0h9v9z"/>`:                                              "“red!ie” is no colour that is read here; write it as in #0b5a76",
		`<path style="fill:important" d="M0 0h9v9z"/>`:                                            "“important” is no colour that is read here; write it as in #0b5a76",
		`<path style="fill" fill="red" d="M0 0h9v9z"/>`:                                           "",
		`<mask id="c"><rect x="1" width="60" height="60"/></mask><g mask="url(#c)">` + p + `</g>`: "",
		`<mask id="c"><rect y="1" width="60" height="60"/></mask><g mask="url(#c)">` + p + `</g>`: "",
		`<mask id="c"><rect width="8" height="60"/></mask><g mask="url(#c)">` + p + `</g>`:        "",
		`<mask id="c"><rect width="60" height="8"/></mask><g mask="url(#c)">` + p + `</g>`:        "",
		`<mask id="c"><rect x="-3.9" width="57.8" y="-9" height="90"/></mask><path mask="url(#c)" stroke="red" stroke-width="10" d="M0 0h50v50h-50z"/>`: "a part of it is cut out by a clip or mask (“c”); release that, or join it with what it cuts (in Illustrator: Pathfinder, Crop; in Inkscape: Path, Intersection), or save it as PNG",
		`<mask id="c"><path d="M0 0V60H60V0z"/></mask><g mask="url(#c)">` + p + `</g>`:                                                                  "",
		`<!-- <!DOCTYP [<! -->` + p:     "",
		`<!-- <!DOCTYPE [< -->` + p:     "",
		`<!-- <!ENTIT <!DOCTYP -->` + p: "",
	} {
		if want != "" {
			want = "the drawing cannot be read: " + want
		}
		if _, err := Parse([]byte(drawn(inside))); err == nil && want != "" || err != nil && err.Error() != want {
			t.Errorf("%s: %v, want %s", inside, err, want)
		}
	}
	if _, err := Parse([]byte(`<svg height="9">` + p + `</svg>`)); err == nil || err.Error() != errNoSize.Error() {
		t.Error(err)
	}
}

// What a gradient is where it has no area, or a line no length, and where the focus is brought
// within the circle.
func TestAGradientOfNothing(t *testing.T) {
	red, blue := color.NRGBA{R: 255, A: 255}, color.NRGBA{B: 255, A: 255}
	g := gradient{points: [5]float64{0, 0, 4, 0}, stops: []stop{{0, red}, {1, blue}}, own: rasterx.Identity}
	inf := math.Inf(1)
	for _, place := range []rasterx.Matrix2D{{A: 1}, {A: 1e300, D: 1e300}, {A: -1e300, D: 1e300}, {A: inf, D: 0, B: 1}, {A: math.NaN(), D: 1}} {
		if got := g.colors(1, place, rect{})(0, 0); got != blue {
			t.Errorf("in %v it is %v", place, got)
		}
	}
	back := g
	back.points = [5]float64{4, 0, 0, 0}
	if got := back.colors(1, rasterx.Matrix2D{A: 1, B: -1, C: -1, D: 1, E: -5, F: -5}, rect{})(0, 0); got != blue {
		t.Errorf("without area it is %v", got)
	}
	if got := g.colors(1, rasterx.Matrix2D{A: -1, D: 1}, rect{})(-1, 0); got == blue {
		t.Error("mirrored it has no area")
	}
	for _, spread := range []string{"pad", "repeat", "reflect"} {
		point := gradient{points: [5]float64{3, 3, 3, 3}, stops: g.stops, spread: spread}
		if got := point.at(0, 0); got != blue {
			t.Errorf("a line without length is %v with %s", got, spread)
		}
	}
	for _, c := range []struct{ x, y, cx, cy, r, want float64 }{
		{3, 4, 30, 40, 5, 5 / 9.95}, {0, 1, 0, 9, 5, 1 / 9.95}, {-5, 0, -4.9, 0, 5, 5 / 9.9}, {1, 0, 4.95, 0, 5, 1 / 9.95},
	} {
		if got := outward(c.x, c.y, c.cx, c.cy, c.r); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// A drawing that the libraries cannot draw is none, and no end of the program.
func TestWhatCannotBeDrawnIsNoDrawing(t *testing.T) {
	d := &Drawing{box: rect{w: 1, h: 1}, fine: 1, shapes: []shape{{fill: paint{gradient: &gradient{}}}}}
	if list, _, _, ok := d.Polygons(); ok || list != nil {
		t.Errorf("%v as polygons", list)
	}
	if _, err := d.Pixels(9); err == nil || !strings.HasPrefix(err.Error(), "the drawing cannot be drawn: ") {
		t.Error(err)
	}
}
