package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"
	"unicode/utf8"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/render/pdf/sfnt"
)

// The measures of a card: what social networks show beside a link (Open Graph).
const (
	cardWidth  = 1200
	cardHeight = 630
	cardMargin = 72

	cardSmall   = 26 // of the issuer's name, too
	cardLeading = cardSmall * 13 / 10
)

// Card draws the picture that stands for a release where its page is linked to: the
// issuer, the headline, and when it may be read. hyphens, where they are known, divide
// long words. The same input gives the same bytes.
func Card(
	r *release.Release, v *release.Version, phase release.Phase, assets release.Assets, fonts []Font, hyphens *Hyphens,
) (out []byte, err error) {
	lib, err := libraryWith(fonts)
	if err != nil {
		return nil, err
	}
	defer func() { // shaping is foreign code on foreign text
		if p := recover(); p != nil {
			out, err = nil, diagnostic.Recovered(p, "drawing the card of %s (%s)", r.Slug, v.Language)
		}
	}()
	c := &card{lib: lib, lang: v.Language, rtl: language.RightToLeft(v.Language), outlines: make(map[setter.Face]*sfnt.Outlines)}
	c.img = image.NewRGBA(image.Rect(0, 0, cardWidth, cardHeight))
	draw.Draw(c.img, c.img.Bounds(), image.White, image.Point{}, draw.Src)
	tint := color.RGBA{0x0b, 0x5a, 0x76, 0xff}
	if red, green, blue, ok := release.ParseColor(release.Readable(r.Issuer.Color)); ok {
		tint = color.RGBA{red, green, blue, 0xff}
	}
	draw.Draw(c.img, image.Rect(0, 0, cardWidth, 14), image.NewUniform(tint), image.Point{}, draw.Src)
	if err := c.letterhead(r, assets, hyphens); err != nil {
		return nil, err
	}
	cat := v.Catalogue()
	lines, size, err := c.headline(hyphens.Divide(v.Headline, longOnCard), cat.Leads)
	if err != nil {
		return nil, err
	}
	foot, err := c.set(r.ReleaseLine(cat, phase), sansBold, cardSmall, nil)
	if err != nil {
		return nil, err
	}
	more := cardLeading * (len(foot) - 1) // the foot grows upwards, and the headline makes room
	leading := size * 118 / 100
	y := 330 - more/2 - leading*(len(lines)-1)/2 + size/3
	for _, l := range lines {
		if err := c.draw(l, y, size, color.RGBA{0x17, 0x17, 0x1a, 0xff}); err != nil {
			return nil, err
		}
		y += leading
	}
	ink := color.RGBA{0x55, 0x58, 0x5e, 0xff}
	if phase == release.PhaseAdvance {
		ink = color.RGBA{0xa3, 0x19, 0x0f, 0xff}
	}
	if err := c.lines(foot, cardHeight-60-more, ink); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	err = enc.Encode(&b, c.img)
	return b.Bytes(), err
}

type card struct {
	lib      *setter.Library
	lang     string
	rtl      bool
	img      *image.RGBA
	outlines map[setter.Face]*sfnt.Outlines
}

// The headline of a card: its sizes, from the largest on, the lines that it has room
// for, and the letters of a word that may be divided.
var cardSizes = []int{68, 58, 48, 40}

const (
	cardLines  = 5
	longOnCard = 24
)

// headline is the headline's lines in the largest size that leaves them room. What has
// room in none ends after a word, with a sign that it goes on.
func (c *card) headline(text string, leader func(string) bool) ([]setter.Line, int, error) {
	for i, size := range cardSizes {
		if n := utf8.RuneCountInString(text); i == 0 && n > 70 || i == 1 && n > 110 {
			continue
		}
		lines, err := c.set(text, serifBold, size, leader)
		if err != nil || len(lines) <= cardLines {
			return lines, size, err
		}
	}
	size := cardSizes[len(cardSizes)-1]
	for words := strings.Fields(text); ; words = words[:len(words)-1] {
		lines, err := c.set(strings.Join(words, " ")+" …", serifBold, size, leader)
		if err != nil || len(lines) <= cardLines || len(words) < 2 {
			return lines[:min(len(lines), cardLines)], size, err
		}
	}
}

// letterhead is the logo, or the issuer's name, whose words are divided before they are
// capitals, which stay whole.
func (c *card) letterhead(r *release.Release, assets release.Assets, hyphens *Hyphens) error {
	a, ok := assets[release.LogoPixels(r.Issuer.Logo)]
	if r.Issuer.Logo == "" || !ok {
		lines, err := c.set(strings.ToUpper(hyphens.Divide(r.Issuer.Name, longOnCard)), sansBold, cardSmall, nil)
		if err != nil {
			return err
		}
		return c.lines(lines, 110, color.RGBA{0x17, 0x17, 0x1a, 0xff})
	}
	logo, _, err := image.Decode(bytes.NewReader(a.Data))
	if err != nil {
		return fmt.Errorf("reading the logo: %w", err)
	}
	size := logo.Bounds().Size()
	w, h := min(420, 80*size.X/size.Y), min(80, 420*size.Y/size.X)
	x := cardMargin
	if c.rtl {
		x = cardWidth - cardMargin - w
	}
	xdraw.CatmullRom.Scale(c.img, image.Rect(x, 62, x+w, 62+h), logo, logo.Bounds(), draw.Over, nil)
	return nil
}

// set breaks text into lines; lengths are thousandths of a pixel here.
func (c *card) set(text string, face setter.Face, size int, leader func(string) bool) ([]setter.Line, error) {
	rtl := language.ParagraphRightToLeft(text, c.rtl)
	return setter.Typeset(c.lib, text, c.lang, setter.Style{Face: face, Size: size * 1000}, (cardWidth-2*cardMargin)*1000, rtl, leader)
}

// lines draws lines in small letters, the first of them on a baseline.
func (c *card) lines(lines []setter.Line, y int, ink color.RGBA) error {
	for i, l := range lines {
		if err := c.draw(l, y+i*cardLeading, cardSmall, ink); err != nil {
			return err
		}
	}
	return nil
}

// draw fills the glyphs of a line on a baseline.
func (c *card) draw(l setter.Line, y, size int, ink color.RGBA) error {
	left := cardMargin * 1000
	if c.rtl {
		left = (cardWidth-cardMargin)*1000 - l.Width
	}
	z := vector.NewRasterizer(cardWidth, cardHeight)
	for _, g := range l.Glyphs {
		o := c.outlines[g.Face]
		if o == nil {
			var err error
			if o, err = c.lib.Fonts[g.Face].Outlines(); err != nil {
				return err
			}
			c.outlines[g.Face] = o
		}
		segs, err := o.Glyph(g.ID, size)
		if err != nil {
			return err
		}
		dx, dy := float32(left+g.X)/1000, float32(y)-float32(g.Y)/1000
		at := func(p fixed.Point26_6) (float32, float32) { return dx + float32(p.X)/64, dy + float32(p.Y)/64 }
		for _, s := range segs { // each outline ends where it begins
			ax, ay := at(s.Args[0])
			bx, by := at(s.Args[1])
			ex, ey := at(s.Args[2])
			switch s.Op {
			case 0:
				z.MoveTo(ax, ay)
			case 1:
				z.LineTo(ax, ay)
			case 2:
				z.QuadTo(ax, ay, bx, by)
			case 3:
				z.CubeTo(ax, ay, bx, by, ex, ey)
			}
		}
	}
	z.Draw(c.img, c.img.Bounds(), image.NewUniform(ink), image.Point{})
	return nil
}
