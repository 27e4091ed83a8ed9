package svg

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"github.com/srwiley/rasterx"
)

// What would be drawn otherwise than it is, is refused with what to do; what is not shown is
// no reason.
func TestWhatIsNotDrawnIsRefused(t *testing.T) {
	const p = `<path d="M0 0h50v50h-50z"/>`
	const clipped = `a part of it is cut out by a clip or mask (“c”); release that, or join it with what it cuts ` +
		`(in Illustrator: Pathfinder, Crop; in Inkscape: Path, Intersection), or save it as PNG`
	named := func(n int) (list string) { // gradients, each with what it has from the next
		for i := range n - 1 {
			list += fmt.Sprintf(`<linearGradient id="g%d" href="#g%d"/>`, i+1, i+2)
		}
		return list + fmt.Sprintf(`<linearGradient id="g%d"><stop/></linearGradient><path fill="url(#g1)" d="M0 0h9v9z"/>`, n)
	}
	for _, c := range []struct{ inside, want string }{
		{`<image href="a.png" width="9" height="9"/>`, "it holds a picture of pixels; save that as PNG instead, or draw it as paths"},
		{`<g display="none"><image href="a.png"/></g>` + p, ""},
		{`<pattern id="c"/><path fill="url(#c)" d="M0 0h9v9z"/>`, "an area is filled with “c”, which is a pattern or not there; give it one colour or a gradient"},
		{`<path stroke="url(#no)" d="M0 0h9v9z"/>`, "an area is filled with “no”, which is a pattern or not there; give it one colour or a gradient"},
		{`<linearGradient id="c"/><path fill="url(#c)" d="M0 0h9v9z"/>`, "the gradient “c” has no colours"},
		{`<clipPath id="c"><circle cx="25" cy="25" r="20"/></clipPath><g clip-path="url(#c)">` + p + `</g>`, clipped},
		{`<clipPath id="c"><circle cx="25" cy="25" r="90"/></clipPath><g clip-path="url(#c)">` + p + `</g>`, clipped},
		{`<mask id="c"><rect width="40" height="60"/></mask><g mask="url(#c)">` + p + `</g>`, clipped},
		{`<mask id="c"><rect width="60" height="40"/></mask><g mask="url(#c)">` + p + `</g>`, clipped},
		{`<mask id="c"><rect x="2" width="60" height="60"/></mask><g mask="url(#c)">` + p + `</g>`, clipped},
		{`<mask id="c"><rect y="2" width="60" height="60"/></mask><g mask="url(#c)">` + p + `</g>`, clipped},
		{`<mask id="c"><rect width="49.5" height="49.5"/></mask><g mask="url(#c)">` + p + `</g>`, ""},
		{`<mask id="c"><rect width="52" height="52"/></mask><g mask="url(#c)"><path stroke="red" stroke-width="10" d="M0 0h50v50h-50z"/></g>`, clipped},
		{`<mask id="c"><rect x="-6" y="-6" width="62" height="62"/></mask><g mask="url(#c)"><path stroke="red" stroke-width="10" d="M0 0h50v50h-50z"/></g>`, ""},
		{`<clipPath id="c"><rect width="90" height="90"/><rect width="90" height="90"/></clipPath><g clip-path="url(#c)">` + p + `</g>`, clipped},
		{`<clipPath id="c"/><g clip-path="url(#c)">` + p + `</g>`, clipped},
		{`<clipPath id="c"><rect width="10" height="10"/></clipPath><g transform="scale(10)" clip-path="url(#c)"><path d="M0 0h5v5z"/></g>`, ""},
		{`<g clip-path="url(#gone)">` + p + `</g>`, ""},
		{`<g clip-path="none" mask="none">` + p + `</g>`, ""},
		{`<style>g path{fill:red}</style>` + p, "its style sheet says “g path”, which is not read here; save it with presentation attributes (in Inkscape: Plain SVG; in Illustrator: Styling, Presentation Attributes)"},
		{`<style>a>b{fill:red}</style>` + p, "its style sheet says “a>b”, which is not read here; save it with presentation attributes (in Inkscape: Plain SVG; in Illustrator: Styling, Presentation Attributes)"},
		{`<style>.a:hover{fill:red}</style>` + p, "its style sheet says “.a:hover”, which is not read here; save it with presentation attributes (in Inkscape: Plain SVG; in Illustrator: Styling, Presentation Attributes)"},
		{`<style>*{fill:red}</style>` + p, ""},
		{`<style>.a{fill:red;;stroke:none; ;}.b{;fill:red}</style>` + p, ""},
		{`<path style=";fill:red;; stroke:none;" d="M0 0h9v9z"/>`, ""},
		{`<path style=";" d="M0 0h9v9z"/>`, ""},
		{`<use href="#gone"/>` + p, "it shows “#gone”, which is not in it"},
		{`<g id="a"><use href="#a"/></g>`, "it shows itself within itself, or has too many parts"},
		{strings.Repeat("<g>", 58) + p + strings.Repeat("</g>", 58), ""},
		{strings.Repeat("<g>", 61) + p + strings.Repeat("</g>", 61), "its groups are more than 60 deep"},
		{`<path fill="nocolour" d="M0 0h9v9z"/>`, "“nocolour” is no colour that is read here; write it as in #0b5a76"},
		{`<path fill="#12" d="M0 0h9v9z"/>`, "“#12” is no colour that is read here; write it as in #0b5a76"},
		{`<path fill="#12345g78" d="M0 0h9v9z"/>`, "“#12345g78” is no colour that is read here; write it as in #0b5a76"},
		{`<path fill="#1234567g" d="M0 0h9v9z"/>`, "“#1234567g” is no colour"},
		{`<path fill="rgba(1,2,3,x)" d="M0 0h9v9z"/>`, "“x” is no share of one"},
		{`<path opacity="much" d="M0 0h9v9z"/>`, "“much” is no share of one"},
		{`<path fill-opacity="much" d="M0 0h9v9z"/>`, "“much” is no share of one"},
		{`<path stroke-width="wide" d="M0 0h9v9z"/>`, "“wide” is no length"},
		{`<path stroke-width="1ells" d="M0 0h9v9z"/>`, "“1ells” is no length"},
		{`<path stroke-miterlimit="x" d="M0 0h9v9z"/>`, "“x” is no length"},
		{`<path stroke-dashoffset="x" d="M0 0h9v9z"/>`, "“x” is no length"},
		{`<path stroke-dasharray="1 -1" d="M0 0h9v9z"/>`, "“1 -1” are no lengths of dashes"},
		{`<path stroke-dasharray="0 0" d="M0 0h9v9z"/>`, ""},
		{`<rect width="99999999" height="1"/>`, "“99999999” is too long a length"},
		{`<rect x="x" width="9" height="9"/>`, "“x” is no length"},
		{`<use href="#p" x="x"/><path id="p" d="M0 0h9v9z"/>`, "“x” is no length"},
		{`<use href="#p" y="y"/><path id="p" d="M0 0h9v9z"/>`, "“y” is no length"},
		{`<symbol id="s" viewBox="0 0 9">` + p + `</symbol><use href="#s"/>`, "a viewBox is “0 0 9”, and takes four numbers"},
		{`<symbol id="s" viewBox="0 0 0 9">` + p + `</symbol><use href="#s"/>`, "a viewBox is “0 0 0 9”, and takes four numbers"},
		{`<symbol id="s" viewBox="0 0 9 0">` + p + `</symbol><use href="#s"/>`, "a viewBox is “0 0 9 0”, and takes four numbers"},
		{`<path transform="twist(9)" d="M0 0h9v9z"/>`, "the transformation “twist(9)” cannot be read"},
		{`<path transform="matrix(1 2 3 4 5)" d="M0 0h9v9z"/>`, "the transformation “matrix(1 2 3 4 5)” cannot be read"},
		{`<path transform="twist(1 2 3 4 5 6)" d="M0 0h9v9z"/>`, "the transformation “twist(1 2 3 4 5 6)” cannot be read"},
		{`<path transform="scale(1 2 3)" d="M0 0h9v9z"/>`, "the transformation “scale(1 2 3)” cannot be read"},
		{`<path transform="translate(1 2 3)" d="M0 0h9v9z"/>`, "the transformation “translate(1 2 3)” cannot be read"},
		{`<path transform="translateX(1 2)" d="M0 0h9v9z"/>`, "the transformation “translateX(1 2)” cannot be read"},
		{`<path transform="translateY(1 2)" d="M0 0h9v9z"/>`, "the transformation “translateY(1 2)” cannot be read"},
		{`<path transform="skewX(1 2)" d="M0 0h9v9z"/>`, "the transformation “skewX(1 2)” cannot be read"},
		{`<path transform="skewY()" d="M0 0h9v9z"/>`, "the transformation “skewY()” cannot be read"},
		{`<path transform="rotate(1 2)" d="M0 0h9v9z"/>`, "the transformation “rotate(1 2)” cannot be read"},
		{`<path transform="scale(2" d="M0 0h9v9z"/>`, "the transformation “scale(2” cannot be read"},
		{`<path transform="scale(a)" d="M0 0h9v9z"/>`, "“a” are no numbers"},
		{`<path transform="scale( a )" d="M0 0h9v9z"/>`, "“a” are no numbers"},
		{`<use href="#"/>` + p, "it shows “#”, which is not in it"},
		{`<clipPath id="c"/><g clip-path="url(#c)"><path d="M0 0h.1v.1z"/></g>`, clipped},
		{`<clipPath id="c"><rect width="10" height="10" transform="scale(6)"/></clipPath><g clip-path="url(#c)">` + p + `</g>`, ""},
		{named(8), ""},
		{named(9), "the gradient “g1” has no colours"},
		{`<path transform="none" d="M0 0h9v9z"/>`, ""},
		{`<polygon points="0 0 a 9"/>`, "“0 0 a 9” are no numbers"},
		{`<path style="fill" d="M0 0h9v9z"/>`, ""},
		{`<style>{fill:red}</style>` + p, "its style sheet says “”, which is not read here; save it with presentation attributes (in Inkscape: Plain SVG; in Illustrator: Styling, Presentation Attributes)"},
	} {
		_, err := Parse([]byte(drawn(c.inside)))
		want := c.want
		if want != "" {
			want = "the drawing cannot be read: " + want
		}
		if got := fmt.Sprint(err); got != want && (err != nil || want != "") {
			t.Errorf("%.100s:\n%s, want\n%s", c.inside, got, want)
		}
	}
	for src, want := range map[string]string{
		`<html><path d="M0 0h9v9z"/></html>`:                                                                "the drawing cannot be read: it begins with <html> and not with <svg>",
		`<svg viewBox="0 0 9"><path d="M0 0h9v9z"/></svg>`:                                                  "the drawing cannot be read: its viewBox is “0 0 9”, and takes four numbers",
		`<svg width="9"><path d="M0 0h9v9z"/></svg>`:                                                        errNoSize.Error(),
		`<svg width="9" height="x"><path d="M0 0h9v9z"/></svg>`:                                             "the drawing cannot be read: “x” is no length",
		`<svg width="x" height="9"><path d="M0 0h9v9z"/></svg>`:                                             "the drawing cannot be read: “x” is no length",
		`<svg width="50%" height="9"><path d="M0 0h9v9z"/></svg>`:                                           errNoSize.Error(),
		`<svg width="9" height="50%"><path d="M0 0h9v9z"/></svg>`:                                           errNoSize.Error(),
		`<svg width="9mm" height="9mm"><path d="M0 0h9v9z"/></svg>`:                                         "",
		`<svg viewBox="0 0 9 9"><x:path xmlns:x="urn:x" d="M0 0h9v9z"/></svg>`:                              "the drawing shows nothing; text must be turned into paths",
		`<svg viewBox="0 0 9 9"><rect width="0" height="9"/><rect width="9" height="0"/></svg>`:             "the drawing shows nothing; text must be turned into paths",
		`<svg viewBox="0 0 9 9"><circle r="0"/><ellipse rx="9" ry="0"/></svg>`:                              "the drawing shows nothing; text must be turned into paths",
		`<svg viewBox="0 0 9 9"><polygon points="1 1"/><path d=""/><path fill="none" d="M0 0h9v9z"/></svg>`: "the drawing shows nothing; text must be turned into paths",
	} {
		if _, err := Parse([]byte(src)); err == nil && want != "" || err != nil && err.Error() != want {
			t.Errorf("%s: %v, want %s", src, err, want)
		}
	}
}

func TestThePartsOfAPathAreParted(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		" M1,2 ":                       "M 1 2",
		"M1 2 3 4":                     "M 1 2L 3 4",
		"m1 2 3 4 5 6z":                "m 1 2l 3 4l 5 6z",
		"M1 2L3 4 5 6":                 "M 1 2L 3 4L 5 6",
		"M.5.5-1-2":                    "M 0.5 0.5L -1 -2",
		"M1e1 2E-1":                    "M 10 0.2",
		"M+1 +2":                       "M 1 2",
		"M0 0a1 2 30 0150 60":          "M 0 0a 1 2 30 0 1 50 60",
		"M0 0A1 2 30 1 0 5 6":          "M 0 0A 1 2 30 1 0 5 6",
		"M0 0a1 1 0 01.5.5":            "M 0 0a 1 1 0 0 1 0.5 0.5",
		"M0 0c1 2 3 4 5 6 1 2 3 4 5 6": "M 0 0c 1 2 3 4 5 6c 1 2 3 4 5 6",
		"M0 0zM1 1":                    "M 0 0zM 1 1",
		"M0 0H1 2V3":                   "M 0 0H 1H 2V 3",
		"M0 0s1 2 3 4q1 2 3 4t1 2":     "M 0 0s 1 2 3 4q 1 2 3 4t 1 2",
		"L1 1":                         "! the path begins with “L” and not with “M”",
		"5":                            "! “5” is no part of a path",
		"M1":                           "! the path ends within “M”",
		"M1L2 3":                       "! the path ends within “M”",
		"M":                            "! the path ends within “M”",
		"M1 2 3":                       "! the path ends within “L”",
		"M0 0a1 1 0 2 0 1 1":           "! “2 0 1 1” is no flag of an arc",
		"M0 0z5":                       "! “5” is no part of a path",
		"M0 0L1":                       "! the path ends within “L”",
		"M0 0H":                        "! the path ends within “H”",
		"M0 0V":                        "! the path ends within “V”",
		"M0 0C1 2 3 4 5":               "! the path ends within “C”",
		"M0 0S1 2 3":                   "! the path ends within “S”",
		"M0 0Q1 2 3":                   "! the path ends within “Q”",
		"M0 0T1":                       "! the path ends within “T”",
		"M0 0A1 2 30 0 1 5":            "! the path ends within “A”",
		"M-10000000 0":                 "M -10000000 0",
		"M-10000001 0":                 "! “-10000001 0” is too large a number",
		"M0 0x":                        "! “x” is no part of a path",
		"M0 e5":                        "! “e5” is no part of a path",
		"M10000000 0":                  "M 10000000 0",
		"M10000001 0":                  "! “10000001 0” is too large a number",
	} {
		got, err := spaced(in, 1)
		if err != nil {
			got = "! " + err.Error()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got, err := spaced("M1 2a1 2 30 1 1 5 6h1", 4); err != nil || got != "M 4 8a 4 8 30 1 1 20 24h 4" {
		t.Errorf("four times as large: %q, %v", got, err)
	}
}

func TestLengthsHaveTheirUnits(t *testing.T) {
	for in, want := range map[string]float64{
		"1": 1, "-1.5": -1.5, "+.5": .5, "2.": 2, "1e2": 100, "1E-1": .1, "3px": 3, " 3 px ": 3, "72pt": 96, "1pc": 16, "1in": 96, "2.54cm": 96, "25.4mm": 96,
		"1em": 16, "1rem": 16, "1ex": 8, "50%": 100, "-10%": -20, "10000000": 1e7,
	} {
		if got, err := length(in, 200); err != nil || got-want > 1e-9 || want-got > 1e-9 {
			t.Errorf("%q: %v %v, want %v", in, got, err, want)
		}
	}
}

func TestTransformationsAreRead(t *testing.T) {
	for in, want := range map[string][2]float64{ // of 1,2
		"": {1, 2}, "none": {1, 2}, "translate(5)": {6, 2}, "translate(5 6)": {6, 8}, "translateX(5px)": {6, 2}, "translateY(5)": {1, 7},
		"scale(2)": {2, 4}, "scale(2,3)": {2, 6}, "rotate(90)": {-2, 1}, "rotate(90deg)": {-2, 1}, "rotate(90 1 1)": {0, 1}, "rotate(90 2 5)": {5, 4}, "skewX(45)": {3, 2},
		"skewY(45)": {1, 3}, "matrix(1 2 3 4 5 6)": {12, 16}, "translate(1,1) scale(2)": {3, 5}, "scale(2)translate(1,1)": {4, 6}, ", scale(2) ,": {2, 4},
	} {
		m, err := readTransform(in)
		if x, y := m.Transform(1, 2); err != nil || x-want[0] > 1e-9 || want[0]-x > 1e-9 || y-want[1] > 1e-9 || want[1]-y > 1e-9 {
			t.Errorf("%q: %v,%v %v, want %v", in, x, y, err, want)
		}
	}
}

// The colours of a gradient between its ends, before and behind them.
func TestAGradientAtItsPoints(t *testing.T) {
	red, blue := color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 0, 255, 255}
	stops := []stop{{.2, red}, {.8, blue}}
	line := gradient{points: [5]float64{0, 0, 10, 0}, stops: stops}
	for x, want := range map[float64]color.NRGBA{-5: red, 0: red, 2: red, 5: {128, 0, 127, 255}, 8: blue, 50: blue} {
		if got := line.at(x, 3); got != want {
			t.Errorf("at %v: %v, want %v", x, got, want)
		}
	}
	for spread, of := range map[string]map[float64]color.NRGBA{
		"repeat":  {12: red, 18: blue, -8: red, -2: blue, 9: blue, 11: red},
		"reflect": {12: blue, 18: red, -8: blue, -2: red, 22: red, 28: blue},
	} {
		line.spread = spread
		for x, want := range of {
			if got := line.at(x, 0); got != want {
				t.Errorf("%s, at %v: %v, want %v", spread, x, got, want)
			}
		}
	}
	none := gradient{points: [5]float64{3, 3, 3, 3}, stops: stops}
	if got := none.at(0, 0); got != blue {
		t.Errorf("a line without length is %v", got)
	}
	hard := gradient{points: [5]float64{0, 0, 10, 0}, stops: []stop{{.5, red}, {.5, blue}}}
	if a, b := hard.at(4.9, 0), hard.at(5, 0); a != red || b != blue {
		t.Errorf("a hard edge is %v and %v", a, b)
	}
	for _, c := range []struct{ x, y, cx, cy, r, want float64 }{
		{0, 0, 0, 0, 5, 0}, {5, 0, 0, 0, 5, 1}, {0, 2.5, 0, 0, 5, .5}, {10, 0, 0, 0, 5, 2}, // the focus in the middle
		{8, 0, 3, 0, 5, 1}, {-2, 0, 3, 0, 5, 1}, {4, 0, 3, 0, 5, .5}, // beside it
		{1, 0, 9, 0, 5, 1 / 9.95}, // outside of the circle, and none
	} {
		if got := outward(c.x, c.y, c.cx, c.cy, c.r); got-c.want > 1e-9 || c.want-got > 1e-9 {
			t.Errorf("%+v: %v", c, got)
		}
	}
	flat := line.colors(.5, rasterx.Identity, rect{})
	line.boxed = true
	if got := line.colors(.5, rasterx.Identity, rect{w: 0, h: 1})(0, 0); got != (color.NRGBA{0, 0, 255, 128}) {
		t.Errorf("across nothing it is %v", got)
	}
	if got := flat(1, 0).(color.NRGBA).A; got != 128 {
		t.Errorf("half of it is %v", got)
	}
}

// A clip may miss a hundredth of the longer side of the box.
func TestAClipIsMeasuredByTheLongerSide(t *testing.T) {
	for clip, want := range map[string]bool{"99": true, "98.9": false} {
		_, err := Parse([]byte(`<svg viewBox="0 0 10 100"><clipPath id="c"><rect width="10" height="` + clip + `"/></clipPath><path clip-path="url(#c)" d="M0 0h10v100h-10z"/></svg>`))
		if (err == nil) != want {
			t.Errorf("%s of 100: %v", clip, err)
		}
	}
}
