package pdf

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/release"
)

// objects are the objects of a PDF that are no streams, and the contents of its pages.
func objects(t *testing.T, r *release.Release, phase release.Phase, assets release.Assets, body ...release.Block) string {
	t.Helper()
	v := &release.Version{Language: "en", Headline: "A headline", Body: body}
	r.Versions = []*release.Version{v}
	data, err := Render(r, v, phase, assets, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, at := range regexp.MustCompile(`stream\n`).FindAllIndex(data, -1) {
		z, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue // no stream begins here, or it is not deflated
		}
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	return out.String()
}

func TestAPrivateContactIsNotInThePDF(t *testing.T) {
	got := objects(t, &release.Release{Contacts: []release.PressContact{
		{Name: "Ann", Phone: "+1 (555) 0", Email: "a@x.example", Public: true}, {Name: "Private", Phone: "+1 777 0", Email: "p@x.example"},
	}}, release.PhaseRelease, nil)
	for word, want := range map[string]bool{
		"/URI (tel:+15550)": true, "/URI (mailto:a@x.example)": true, "/URI (tel:+17770)": false, "/URI (mailto:p@x.example)": false,
	} {
		if strings.Contains(got, word) != want {
			t.Errorf("%s: it stands there: %v", word, !want)
		}
	}
}

func TestPicturesAndHeadingsAreInTheStructure(t *testing.T) {
	assets := release.Assets{"a.png": {Data: onePixel, Type: "image/png", Width: 1, Height: 1}}
	heading := func(level int, s string) release.Block {
		return &release.Heading{Level: level, Inlines: []release.Inline{&release.Text{S: s}}}
	}
	got := objects(t, &release.Release{}, release.PhaseRelease, assets,
		heading(2, "two"), heading(3, "three"), &release.Picture{Medium: release.Medium{File: "a.png", Alt: `A (b) \ "c"`}})
	for _, want := range []string{`/S /Figure`, `/Alt (A \(b\) \\ "c")`, "/S /H1 ", "/S /H2 ", "/S /H3 ", "/Title (two)", "/Title (three)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestTheEmbargoIsInItsColour(t *testing.T) {
	at := release.Timing{At: time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)}
	const red = "0.64 0.09 0.06 rg"
	if got := objects(t, &release.Release{Timing: at}, release.PhaseAdvance, nil); !strings.Contains(got, red) {
		t.Error("an advance copy does not say in red that it is one")
	}
	if got := objects(t, &release.Release{Timing: at}, release.PhaseRelease, nil); strings.Contains(got, red) {
		t.Error("a release has the colour of an embargo")
	}
}

func TestPaperGoesWithTheLayoutUnlessItIsSet(t *testing.T) {
	for _, c := range []struct {
		layout release.Layout
		paper  release.Paper
		want   string
	}{
		{release.LayoutUS, "", "[0 0 612 792]"},
		{release.LayoutUK, "", "[0 0 595.276 841.89]"},
		{release.LayoutUS, release.A4, "[0 0 595.276 841.89]"},
		{release.LayoutUK, release.Letter, "[0 0 612 792]"},
	} {
		r := &release.Release{Print: release.Print{Paper: c.paper}}
		r.Issuer.Layout = c.layout
		if got := objects(t, r, release.PhaseRelease, nil); !strings.Contains(got, "/MediaBox "+c.want) {
			t.Errorf("%s with paper %q is not on %s", c.layout, c.paper, c.want)
		}
	}
}

// onePixel is a PNG of one grey pixel.
var onePixel = func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err) // memory does not fail
	}
	return b.Bytes()
}()

// A paragraph that ends in a colon stays with what it announces.
func TestWhatAParagraphAnnouncesStaysWithIt(t *testing.T) {
	for text, want := range map[string]bool{
		"They ask for:": true, "求めるもの：": true, "for: ": true, "They ask.": false, "a:b": false, "": false,
	} {
		p := &release.Paragraph{Inlines: []release.Inline{&release.Emphasis{Children: []release.Inline{&release.Text{S: text}}}}}
		if got := (&composer{}).introduces(p); got != want {
			t.Errorf("%q announces something: %v", text, got)
		}
	}
}

// A diagram of few colours keeps its palette, and is as small as its file.
func TestAPaletteIsKept(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewPaletted(image.Rect(0, 0, 9, 5), color.Palette{color.White, color.Black, color.NRGBA{10, 32, 48, 255}})); err != nil {
		t.Fatal(err)
	}
	got := objects(t, &release.Release{}, release.PhaseRelease, release.Assets{"a.png": {Data: b.Bytes(), Type: "image/png", Width: 9, Height: 5}},
		&release.Picture{Medium: release.Medium{File: "a.png", Alt: "a"}})
	data, err := Render(&release.Release{}, &release.Version{
		Language: "en", Headline: "H", Body: []release.Block{&release.Picture{Medium: release.Medium{File: "a.png", Alt: "a"}}},
	}, release.PhaseRelease, release.Assets{"a.png": {Data: b.Bytes(), Type: "image/png", Width: 9, Height: 5}}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := "/BitsPerComponent 2 /ColorSpace [/Indexed /DeviceRGB 2 <FFFFFF0000000A2030>]"; !strings.Contains(got+string(data), want) {
		t.Errorf("no %s", want)
	}
}
