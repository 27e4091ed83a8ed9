package svg

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
)

// logos are drawings as drawing programs save them, by what is seen at some points of a box
// of a hundred by a hundred, topmost last: a colour, or "-" where nothing is drawn.
var logos = []struct{ name, inside, seen string }{
	// areas with holes
	{"a hole by attribute", `<path fill="#f00" fill-rule="evenodd" clip-rule="evenodd" d="M0 0h100v100h-100zM30 30h40v40h-40z"/>`, "10,10 #f00 50,50 -"},
	{"a hole by style", `<path style="fill:#f00; fill-rule : evenodd" d="M0 0h100v100h-100zM30 30h40v40h-40z"/>`, "10,10 #f00 50,50 -"},
	{"a hole by class", `<style>.a{fill:#f00;fill-rule:evenodd}</style><path class="a" d="M0 0h100v100h-100zM30 30h40v40h-40z"/>`, "10,10 #f00 50,50 -"},
	{"a hole from the group", `<g fill-rule="evenodd" fill="#f00"><path d="M0 0h100v100h-100zM30 30h40v40h-40z"/></g>`, "10,10 #f00 50,50 -"},
	{"no hole within such a group", `<g fill-rule="evenodd" fill="#f00"><path fill-rule="nonzero" d="M0 0h100v100h-100zM30 30h40v40h-40z"/></g>`, "10,10 #f00 50,50 #f00"},
	{"a star whose middle is open", `<path fill="#00f" fill-rule="evenodd" d="M50 5L78 90L5 38L95 38L22 90z"/>`, "50,20 #00f 50,55 -"},
	{"a star whose middle is full", `<path fill="#00f" d="M50 5L78 90L5 38L95 38L22 90z"/>`, "50,20 #00f 50,55 #00f"},
	{"a hole and dashes round it", `<path fill="#f00" fill-rule="evenodd" stroke="#00f" stroke-width="10" stroke-dasharray="20 20" stroke-dashoffset="20" d="M10 10h80v80h-80zM40 40h20v20h-20z"/>`, "20,10 #f00/- 40,10 #00f 50,50 -"},
	{"a hole in a gradient", `<defs><linearGradient id="g"><stop stop-color="#0a0"/><stop offset="1" stop-color="#0a0"/></linearGradient></defs><path fill="url(#g)" fill-rule="evenodd" d="M0 0h100v100h-100zM30 30h40v40h-40z"/>`, "10,10 #0a0 50,50 -"},
	// styles
	{"a style sheet outside of definitions", `<style type="text/css"> .st0{fill:#0b5a76;} .st1 { fill : none ; stroke:#f00; stroke-width:20 } </style><path class="st0" d="M0 0h50v100h-50z"/><path class="st1" d="M75 0v100"/>`, "25,50 #0b5a76 75,50 #f00 55,50 -"},
	{"a style sheet in CDATA", `<defs><style><![CDATA[.a{fill:#f00}]]></style></defs><path class="a" d="M0 0h50v100h-50z"/>`, "25,50 #f00"},
	{"two style sheets", `<style>.a{fill:#f00}</style><style>.b{fill:#00f}</style><path class="a" d="M0 0h50v100h-50z"/><path class="b" d="M50 0h50v100h-50z"/>`, "25,50 #f00 75,50 #00f"},
	{"two classes", `<style>.a{fill:#f00}.b{opacity:1;fill-rule:evenodd}</style><path class="a b" d="M0 0h100v100h-100zM30 30h40v40h-40z"/>`, "10,10 #f00 50,50 -"},
	{"several in one rule", `<style>.a,.b{fill:#f00}.b{fill:#00f}</style><path class="a" d="M0 0h50v100h-50z"/><path class="b" d="M50 0h50v100h-50z"/>`, "25,50 #f00 75,50 #00f"},
	{"by element, by id, and by both", `<style>path{fill:#f00} #x{fill:#00f} path.y{fill:#0a0}</style><path d="M0 0h30v100h-30z"/><path id="x" d="M30 0h30v100h-30z"/><path class="y" d="M60 0h30v100h-30z"/>`, "15,50 #f00 45,50 #00f 75,50 #0a0"},
	{"a rule is stronger than an attribute, a style than a rule", `<style>.a{fill:#f00}</style><path class="a" fill="#00f" d="M0 0h50v100h-50z"/><path class="a" style="fill:#0a0" d="M50 0h50v100h-50z"/>`, "25,50 #f00 75,50 #0a0"},
	{"what is important is stronger than a style", `<style>.a{fill:#f00 !important}</style><path class="a" style="fill:#0a0" d="M0 0h50v100h-50z"/>`, "25,50 #f00"},
	{"another colour in the dark", `<style>.a{fill:#f00}@media (prefers-color-scheme: dark){.a{fill:#fff}}</style><path class="a" d="M0 0h50v100h-50z"/>`, "25,50 #f00"},
	{"the colour of the text", `<g color="#f00"><path fill="currentColor" d="M0 0h50v100h-50z"/></g><path fill="currentcolor" d="M50 0h50v100h-50z"/>`, "25,50 #f00 75,50 #000"},
	// colours
	{"colours by name, in hundredths and short", `<path fill="rebeccapurple" d="M0 0h30v100h-30z"/><path fill="rgb(100%,0%,0%)" d="M30 0h30v100h-30z"/><path fill="#0A0" d="M60 0h30v100h-30z"/>`, "15,50 #663399 45,50 #f00 75,50 #0a0"},
	{"colours with spaces", `<path fill=" rgb( 255 , 0 , 0 ) " d="M0 0h50v100h-50z"/><path fill="RGB(0 0 255)" d="M50 0h50v100h-50z"/>`, "25,50 #f00 75,50 #00f"},
	{"a colour by its hue", `<path fill="hsl(120, 100%, 25%)" d="M0 0h50v100h-50z"/>`, "25,50 #008000"},
	{"half of a colour", `<path fill="rgba(255,0,0,.5)" d="M0 0h30v100h-30z"/><path fill="#0000ff80" d="M30 0h30v100h-30z"/><path fill="#f008" d="M60 0h30v100h-30z"/>`, "15,50 #ff000080 45,50 #0000ff80 75,50 #ff000088"},
	{"nothing, said in three ways", `<path fill="none" d="M0 0h30v100h-30z"/><path fill="transparent" d="M30 0h30v100h-30z"/><path fill="#f000" d="M60 0h30v100h-30z"/><path d="M90 0h10v100h-10z"/>`, "15,50 - 45,50 - 75,50 - 95,50 #000"},
	{"half of all in a group", `<g opacity=".5"><path fill="#f00" d="M0 0h50v100h-50z"/><path fill="#f00" fill-opacity=".5" d="M50 0h50v100h-50z"/></g>`, "25,50 #ff000080 75,50 #ff000040"},
	{"an opacity in hundredths", `<path fill="#f00" opacity="50%" d="M0 0h50v100h-50z"/>`, "25,50 #ff000080"},
	{"an opacity that the group's is not multiplied with", `<g fill-opacity=".5"><path fill="#f00" fill-opacity="1" d="M0 0h50v100h-50z"/></g>`, "25,50 #f00"},
	// what is not drawn
	{"not displayed", `<path fill="#f00" display="none" d="M0 0h50v100h-50z"/><g style="display:none"><path d="M50 0h50v100h-50z"/></g><path d="M0 0h9v9h-9z"/>`, "25,50 - 75,50 - 5,5 #000"},
	{"not visible, and within it visible again", `<g visibility="hidden"><path fill="#f00" d="M0 0h50v100h-50z"/><path visibility="visible" fill="#00f" d="M50 0h50v100h-50z"/></g>`, "25,50 - 75,50 #00f"},
	{"a clip of the whole box", `<g clip-path="url(#c)"><path fill="#f00" d="M0 0h50v100h-50z"/></g><defs><clipPath id="c"><rect width="100" height="100" fill="white"/></clipPath></defs>`, "25,50 #f00 75,50 -"},
	{"a clip that stands outside of definitions", `<clipPath id="c"><rect width="100" height="100"/></clipPath><g clip-path="url(#c)"><path fill="#f00" d="M0 0h50v100h-50z"/></g>`, "25,50 #f00 75,50 -"},
	{"a clip by path, of another's rectangle", `<defs><path id="r" d="M0 0h100v100H0z"/><clipPath id="c"><use href="#r"/></clipPath></defs><g style="clip-path:url(#c)"><path fill="#f00" d="M0 0h50v100h-50z"/></g>`, "25,50 #f00 75,50 -"},
	{"a mask of the whole box", `<mask id="m" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="100"><path d="M0 0H100V100H0V0Z" fill="white"/></mask><g mask="url(#m)"><path fill="#f00" d="M0 0h50v100h-50z"/></g>`, "25,50 #f00 75,50 -"},
	{"a shadow", `<defs><filter id="f"><feGaussianBlur stdDeviation="5"/></filter></defs><g filter="url(#f)"><path fill="#f00" d="M0 0h50v100h-50z"/></g>`, "25,50 #f00"},
	{"what a program writes for itself", `<metadata><x:y xmlns:x="urn:x"><path d="M0 0h100v100h-100z"/></x:y></metadata><sodipodi:namedview xmlns:sodipodi="urn:s"/><path fill="#f00" d="M0 0h50v100h-50z"/>`, "25,50 #f00 75,50 -"},
	{"one of two by what a reader has", `<switch><foreignObject requiredExtensions="urn:x" width="1" height="1"><path d="M0 0h100v100h-100z"/></foreignObject><g><path fill="#f00" d="M0 0h50v100h-50z"/></g></switch>`, "25,50 #f00 75,50 -"},
	{"a link", `<a href="https://shelf.example"><path fill="#f00" d="M0 0h50v100h-50z"/></a>`, "25,50 #f00"},
	// what is drawn again
	{"drawn again elsewhere", `<path id="p" fill="#f00" d="M0 0h20v20h-20z"/><use href="#p" x="40" y="40"/>`, "10,10 #f00 50,50 #f00 30,30 -"},
	{"drawn again by the old name", `<defs><path id="p" d="M0 0h20v20h-20z"/></defs><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#p" fill="#00f" transform="translate(40 40)"/>`, "50,50 #00f 10,10 -"},
	{"a group drawn again", `<defs><g id="p" fill="#0a0"><path d="M0 0h20v20h-20z"/><circle cx="40" cy="10" r="10"/></g></defs><use href="#p" y="50"/>`, "10,60 #0a0 40,60 #0a0 10,10 -"},
	{"a symbol", `<symbol id="s" viewBox="0 0 10 10"><path fill="#f00" d="M0 0h10v5h-10z"/></symbol><use href="#s" x="50" y="50" width="50" height="50"/>`, "75,60 #f00 75,90 - 10,10 -"},
	{"a drawing within it", `<svg x="50" y="0" width="50" height="50" viewBox="0 0 10 10"><path fill="#f00" d="M0 0h10v10h-10z"/></svg>`, "75,25 #f00 75,75 - 25,25 -"},
	// gradients
	{"a gradient of another's colours", `<defs><linearGradient id="a"><stop offset="0" style="stop-color:#f00"/><stop offset="1" style="stop-color:#f00"/></linearGradient><linearGradient id="b" href="#a" x1="0" x2="100" gradientUnits="userSpaceOnUse"/></defs><path fill="url(#b)" d="M0 0h50v100h-50z"/>`, "25,50 #f00"},
	{"a gradient that stands after what it fills", `<path fill="url(#a)" d="M0 0h50v100h-50z"/><defs><linearGradient id="a"><stop stop-color="#0a0"/><stop offset="100%" stop-color="#0a0"/></linearGradient></defs>`, "25,50 #0a0"},
	{"a gradient in quotes, and another colour if there is none", `<linearGradient id="a"><stop stop-color="#0a0"/><stop offset="1" stop-color="#0a0"/></linearGradient><path fill="url('#a')" d="M0 0h50v100h-50z"/><path fill="url(#no) #00f" d="M50 0h50v100h-50z"/>`, "25,50 #0a0 75,50 #00f"},
	// shapes and measures
	{"measures in pixels and hundredths", `<rect x="0" y="0px" width="50%" height="100%" fill="#f00"/><circle cx="75px" cy="50%" r="10px" fill="#00f"/>`, "25,50 #f00 75,50 #00f 75,75 -"},
	{"a circle, an oval, a line, corners", `<circle cx="20" cy="20" r="10" fill="#f00"/><ellipse cx="60" cy="20" rx="20" ry="10" fill="#00f"/><line x1="0" y1="60" x2="100" y2="60" stroke="#0a0" stroke-width="10px"/><polygon points="10,80 30,80 30,100 10,100" fill="#f00"/><polyline points="50 80 70 80 70 100 50 100" fill="#00f"/>`, "20,20 #f00 75,20 #00f 50,60 #0a0 20,90 #f00 60,90 #00f"},
	{"a triangle of three points", `<polygon points="0 0 100 0 0 100" fill="#f00"/>`, "20,20 #f00 90,90 -"},
	{"rounded corners, one radius said", `<rect width="100" height="100" rx="50" fill="#f00"/>`, "50,50 #f00 4,4 -"},
	{"arcs written without spaces", `<path fill="#f00" d="M50 10a40 40 0 1180 0 40 40 0 01-80 0z" transform="translate(-40 40)"/>`, "50,50 #f00 4,4 -"},
	{"numbers run together", `<path fill="#f00" d="M10.5.5h40v40h-40zM.5 60.5l20-.5.5 20.5z"/>`, "30,20 #f00 15,65 #f00"},
	{"transforms with commas between", `<path fill="#f00" transform="translate(50,50),scale(.5)" d="M0 0h100v100h-100z"/>`, "75,75 #f00 25,25 -"},
	{"a transform by style", `<path fill="#f00" style="transform:translate(50px,50px)" d="M0 0h50v50h-50z"/>`, "75,75 #f00 25,25 -"},
}

// drawn is a drawing of a hundred by a hundred.
func drawn(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">` + inside + `</svg>`
}

// What drawing programs save is drawn as browsers draw it, as pixels and as polygons.
func TestLogosAreDrawnAsTheyAre(t *testing.T) {
	for _, c := range logos {
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
