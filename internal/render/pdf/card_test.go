package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"
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

// A logo stands in the place of the issuer's name: at its left, in Arabic at its right.
func TestTheLogoOnACard(t *testing.T) {
	logo := image.NewRGBA(image.Rect(0, 0, 42, 8))
	draw.Draw(logo, logo.Bounds(), image.NewUniform(color.RGBA{0xff, 0, 0, 0xff}), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, logo); err != nil {
		t.Fatal(err)
	}
	r := &release.Release{Slug: "x", Issuer: release.Organization{Name: "Harbor", Logo: "l.png"}}
	for lang, left := range map[string]int{"en": 72, "he": 1200 - 72 - 420} {
		v := &release.Version{Language: lang, Headline: "A ferry"}
		r.Versions = []*release.Version{v}
		data, err := Card(r, v, release.PhaseRelease, release.Assets{release.LogoPixels("l.png"): {Data: b.Bytes(), Type: "image/png", Width: 42, Height: 8}}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for at, want := range map[image.Point]bool{
			{left + 5, 67}: true, {left + 415, 137}: true, {left - 5, 100}: false, {left + 425, 100}: false, {left + 200, 57}: false, {left + 200, 147}: false,
		} {
			red, green, _, _ := img.At(at.X, at.Y).RGBA()
			if is := red > 0xf000 && green < 0x1000; is != want {
				t.Errorf("%s: the logo is at %v: %v", lang, at, is)
			}
		}
	}
	// A drawing of a logo alone, without its pixels, is none.
	v := &release.Version{Language: "en", Headline: "A ferry"}
	r.Versions = []*release.Version{v}
	if _, err := Card(r, v, release.PhaseRelease, release.Assets{"l.png": {Data: []byte("no picture"), Type: "image/png"}}, nil, nil); err != nil {
		t.Error(err)
	}
}

// A line at the foot that takes several lines ends where one of one line does, at the
// least, and the headline makes room for it.
func TestALongLineAtTheFootOfACard(t *testing.T) {
	rows := func(headline string, zones ...string) (ink [][2]int) {
		r := &release.Release{Slug: "x", Issuer: release.Organization{Name: "Harbor"}}
		r.Timing.At = time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)
		for _, name := range zones {
			zone, err := time.LoadLocation(name)
			if err != nil {
				t.Fatal(err)
			}
			r.Zones = append(r.Zones, release.FurtherZone{Location: zone})
		}
		v := &release.Version{Language: "en", Headline: headline}
		r.Versions = []*release.Version{v}
		data, err := Card(r, v, release.PhaseAdvance, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for y := 200; y < 630; y++ { // the rows in which something is drawn, from headline to foot
			drawn := false
			for x := 0; x < 1200 && !drawn; x++ {
				red, _, _, _ := img.At(x, y).RGBA()
				drawn = red < 0xf000
			}
			switch {
			case drawn && (len(ink) == 0 || ink[len(ink)-1][1] < y-8): // further apart than a letter and its dot
				ink = append(ink, [2]int{y, y})
			case drawn:
				ink[len(ink)-1][1] = y
			}
		}
		return ink
	}
	short := rows("A ferry goes at night")
	long := rows("A ferry goes at night", "America/Los_Angeles", "America/New_York", "Europe/Paris", "Asia/Tokyo", "Australia/Sydney")
	if len(short) != 2 || len(long) != 4 {
		t.Fatalf("%v and %v", short, long)
	}
	if short[1][1] != 575 || long[3][1] < 570 || long[3][1] > 630-20 {
		t.Errorf("the foot ends at %d, and a long one at %d", short[1][1], long[3][1])
	}
	if moved := short[0][0] - long[0][0]; moved != 33 { // half of two lines
		t.Errorf("the headline makes room by %d", moved)
	}
	if gap := long[2][0] - long[1][0]; gap < 28 || gap > 38 {
		t.Errorf("its lines are %d apart", gap)
	}
	full := rows("Six libraries of the valley stay open through the night and lend their rooms to everybody who asks", "America/New_York", "Europe/Paris", "Asia/Tokyo", "Australia/Sydney")
	for i := 1; i < len(full); i++ {
		if full[i][0]-full[i-1][1] < 6 {
			t.Errorf("rows touch: %v", full)
		}
	}
}

// A headline that has room in no size ends behind the last word for which there is room.
func TestTheHeadlineOfACardIsCutBehindTheLastWordThatFits(t *testing.T) {
	lib, err := libraryWith(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &card{lib: lib, lang: "en"}
	for words := 60; words <= 63; words++ {
		lines, size, err := c.headline(strings.TrimSpace(strings.Repeat("wharf ", words)), nil)
		if err != nil || len(lines) != cardLines || size != cardSizes[len(cardSizes)-1] {
			t.Fatalf("%d words: %d lines of %d, %v", words, len(lines), size, err)
		}
		glyphs := -1 // the sign that it goes on
		for _, l := range lines {
			glyphs += len(l.Glyphs)
		}
		kept := glyphs / len("wharf")
		more, err := c.set(strings.Repeat("wharf ", kept+1)+"…", serifBold, size, nil)
		if err != nil || len(more) != cardLines+1 {
			t.Errorf("%d of %d words are kept, and one more has room: %v", kept, words, err)
		}
	}
}
