package svg

import (
	"bytes"
	"strings"
	"testing"
)

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><circle cx="20" cy="20" r="16" fill="#0b5a76"/><g transform="translate(40 0)"><path d="M4 10h70v6H4z" fill="#222"/><path d="M4 30h70" stroke="#f00" stroke-width="3" fill="none"/></g></svg>`

func TestALogoAsPolygonsAndPixels(t *testing.T) {
	d, err := Parse([]byte(logo))
	if err != nil {
		t.Fatal(err)
	}
	list, w, h, ok := d.Polygons()
	if !ok || len(list) != 3 || w != 2_000_000 || h != 667_000 {
		t.Fatalf("%d polygons in %d × %d, %t", len(list), w, h, ok)
	}
	if c := list[0].Color; c.R != 0x0b || c.G != 0x5a || c.B != 0x76 {
		t.Errorf("the circle is %v", c)
	}
	for i, p := range list {
		for _, c := range p.Contours {
			for _, at := range c {
				if at[0] < 0 || at[0] > w || at[1] < 0 || at[1] > h {
					t.Errorf("polygon %d has a point at %v", i, at)
				}
			}
		}
	}
	img, err := d.Pixels(240)
	if err != nil || img.Bounds().Dy() != 80 {
		t.Fatalf("%v %v", img.Bounds(), err)
	}
	if c := img.NRGBAAt(40, 40); c.R != 0x0b || c.A != 0xff {
		t.Errorf("the circle's middle is %v", c)
	}
	if c := img.NRGBAAt(1, 1); c.A != 0 {
		t.Errorf("the corner is %v", c)
	}
	again, err := Parse([]byte(logo))
	if err != nil {
		t.Fatal(err)
	}
	if twice, _ := again.Pixels(240); !bytes.Equal(twice.Pix, img.Pix) {
		t.Error("not the same twice")
	}
}

func TestHostileDrawings(t *testing.T) {
	for what, src := range map[string]string{
		"empty": "", "no drawing": "hello", "no size": `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>`,
		"nothing to show": `<svg viewBox="0 0 1 1"></svg>`, "entities": `<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>`,
		"too large": `<svg viewBox="0 0 1 1">` + strings.Repeat(" ", maxBytes) + `</svg>`, "a huge box": `<svg viewBox="0 0 1e30 1"><path d="M0 0h1v1z"/></svg>`,
	} {
		if _, err := Parse([]byte(src)); err == nil {
			t.Errorf("%s was taken", what)
		}
	}
}

func FuzzSVG(f *testing.F) {
	f.Add([]byte(logo))
	f.Add([]byte(`<svg viewBox="0 0 9 9"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><rect width="9" height="9" fill="url(#g)"/><use href="#g"/></svg>`))
	for _, c := range logos(f) {
		f.Add([]byte(drawn(c.inside)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		d, err := Parse(data)
		if err != nil {
			return
		}
		d.Polygons()
		d.Pixels(64)
	})
}

// area is what the contours of a polygon bound, those the other way round taken off.
func area(p Polygon) (sum int) {
	for _, c := range p.Contours {
		for i, a := range c {
			b := c[(i+1)%len(c)]
			sum += (a[0]/1000)*(b[1]/1000) - (b[0]/1000)*(a[1]/1000)
		}
	}
	return abs(sum / 2)
}

// A stroke is as wide in the polygons as it is drawn.
func TestStrokesHaveTheirWidth(t *testing.T) {
	for what, c := range map[string]struct {
		shape string
		want  float64 // in the drawing's units, of 200 by 100
	}{
		"a line":                 {`<path d="M20 50H180" stroke="#c00" stroke-width="20"/>`, 3200},
		"a closed frame":         {`<path d="M20 20H180V80H20Z" fill="none" stroke="#c00" stroke-width="10"/>`, 4400},
		"by style":               {`<path d="M20 20H180V80H20Z" style="fill:none;stroke:#c00;stroke-width:10"/>`, 4400},
		"an angle":               {`<path d="M20 20H180V80" fill="none" stroke="#c00" stroke-width="10"/>`, 2200 + 25},
		"a curve, about":         {`<circle cx="100" cy="50" r="30" fill="none" stroke="#c00" stroke-width="8"/>`, 1508},
		"with round ends":        {`<path d="M40 50H160" stroke="#c00" stroke-width="20" stroke-linecap="round"/>`, 2400 + 314},
		"as wide as none said":   {`<path d="M20 50H180" stroke="#c00"/>`, 160},
		"a pointed corner":       {`<path d="M20 20H170V80" fill="none" stroke="#c00" stroke-width="20"/>`, 4200 + 100},
		"in a scaled group":      {`<g transform="scale(2)"><path d="M10 25H90" stroke="#c00" stroke-width="10"/></g>`, 3200},
		"scaled, its area clear": {`<g transform="scale(2)"><path d="M10 25H90" stroke="#c00" stroke-width="10" fill-opacity="0"/></g>`, 3200},
		"filled, not stroked":    {`<path d="M20 20H180V80H20Z" fill="#c00"/>`, 9600},
	} {
		d, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">` + c.shape + `</svg>`))
		if err != nil {
			t.Fatal(err)
		}
		list, _, _, ok := d.Polygons()
		if !ok || len(list) == 0 {
			t.Errorf("%s: %d polygons", what, len(list))
			continue
		}
		if got := float64(area(list[len(list)-1])) / 100; got < c.want*0.98 || got > c.want*1.02 {
			t.Errorf("%s covers %.0f, want %.0f", what, got, c.want)
		}
	}
}

func TestWordsInADrawingAreRefusedWithAWord(t *testing.T) {
	_, err := Parse([]byte(`<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/><text x="1" y="5"><tspan>Night</tspan> Shelf</text></svg>`))
	if err == nil || !strings.Contains(err.Error(), "“Night Shelf”") || !strings.Contains(err.Error(), "paths") {
		t.Error(err)
	}
	if _, err := Parse([]byte(`<svg viewBox="0 0 9 9"><title>Night Shelf</title><path d="M0 0h9v9z"/><text></text></svg>`)); err != nil {
		t.Error(err)
	}
}
