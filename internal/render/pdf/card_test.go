package pdf

import (
	"bytes"
	"image/color"
	"image/png"
	"testing"
	"time"

	"pressroom/internal/release"
)

// A card is white, has a band of the issuer's colour at its top, dark letters, and the
// embargo in red.
func TestTheColoursOfACard(t *testing.T) {
	const width, height = 1200, 630
	r := &release.Release{Slug: "x", Issuer: release.Organization{Name: "Harbor", Color: "#004488"}}
	r.Timing.At = time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)
	v := &release.Version{Language: "en", Headline: "A ferry goes at night"}
	r.Versions = []*release.Version{v}
	for phase, red := range map[release.Phase]bool{release.PhaseAdvance: true, release.PhaseRelease: false} {
		data, err := Card(r, v, phase, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil || img.Bounds().Dx() != width || img.Bounds().Dy() != height {
			t.Fatal(err, img.Bounds())
		}
		at := func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA) }
		for _, p := range [][2]int{{0, 14}, {width - 1, 14}, {0, height - 1}, {width - 1, height - 1}, {width / 2, 200}} {
			if got := at(p[0], p[1]); got != (color.NRGBA{0xff, 0xff, 0xff, 0xff}) {
				t.Errorf("%s: at %v it is %v", phase, p, got)
			}
		}
		for _, p := range [][2]int{{0, 0}, {width - 1, 13}} {
			if got := at(p[0], p[1]); got != (color.NRGBA{0, 0x44, 0x88, 0xff}) {
				t.Errorf("%s: the band at %v is %v", phase, p, got)
			}
		}
		darkest := func(from, to int) (out color.NRGBA) {
			out = color.NRGBA{0xff, 0xff, 0xff, 0xff}
			for y := from; y < to; y++ {
				for x := range width {
					if c := at(x, y); int(c.R)+int(c.G)+int(c.B) < int(out.R)+int(out.G)+int(out.B) {
						out = c
					}
				}
			}
			return out
		}
		if got := darkest(90, 115); got != (color.NRGBA{0x17, 0x17, 0x1a, 0xff}) {
			t.Errorf("%s: the issuer's name is %v", phase, got)
		}
		if got := darkest(250, 400); got != (color.NRGBA{0x17, 0x17, 0x1a, 0xff}) {
			t.Errorf("%s: the headline is %v", phase, got)
		}
		want := color.NRGBA{0x55, 0x58, 0x5e, 0xff}
		if red {
			want = color.NRGBA{0xa3, 0x19, 0x0f, 0xff}
		}
		if got := darkest(540, 590); got != want {
			t.Errorf("%s: the line at the foot is %v, want %v", phase, got, want)
		}
	}
}
