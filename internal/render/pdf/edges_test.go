package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

// Cards, exactly: the rows of each band of ink, from where to where it goes, and how much
// ink it is.
func TestCardsToThePixel(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("ferry ", n)) }
	logo := func(w, h int) *release.Asset {
		return &release.Asset{Data: encoded(t, image.NewGray(image.Rect(0, 0, w, h))), Type: "image/png", Width: w, Height: h}
	}
	var b strings.Builder
	for _, c := range []struct {
		name, lang, headline string
		change               func(r *release.Release)
		logo                 *release.Asset
	}{
		{"no colour said", "en", "A ferry", func(r *release.Release) { r.Issuer.Color = "" }, nil},
		{"a colour that is too light", "en", "A ferry", func(r *release.Release) { r.Issuer.Color = "#ffee00" }, nil},
		{"an issuer of two lines", "en", "A ferry", func(r *release.Release) { r.Issuer.Name = strings.Repeat("Harbor of the whole coast ", 4) }, nil},
		{"seventy letters", "en", words(11) + " goes", nil, nil},
		{"seventy-one", "en", words(11) + " going", nil, nil},
		{"a hundred and ten", "en", words(18) + " fe", nil, nil},
		{"a hundred and eleven", "en", words(18) + " fer", nil, nil},
		{"five lines", "en", strings.TrimSpace(strings.Repeat("ferryboatoftheharbors ", 5)), nil, nil},
		{"as many words as have room", "en", strings.Repeat("of the one ferry ", 40), nil, nil},
		{"another direction than the language's", "en", "מעבורת 12, A Ferry, בלילה", nil, nil},
		{"another direction, the other way", "he", "A ferry goes, and 12 more go", nil, nil},
		{"a logo of the size that it has", "en", "A ferry", nil, logo(420, 80)},
		{"a wide one", "en", "A ferry", nil, logo(90, 7)},
		{"a high one", "en", "A ferry", nil, logo(7, 90)},
	} {
		r, v, _ := whole(c.lang)
		r.Issuer, v.Headline = release.Organization{Name: "Harbor", Color: "#004488"}, c.headline
		if c.change != nil {
			c.change(r)
		}
		assets := release.Assets{}
		if c.logo != nil {
			r.Issuer.Logo, assets[release.LogoPixels("l.png")] = "l.png", *c.logo
		}
		data, err := Card(r, v, release.PhaseRelease, assets, nil, nil)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n", c.name)
		left, right, top, ink := cardWidth, 0, 0, 0
		for y := range cardHeight {
			row := 0
			for x := range cardWidth {
				if at := color.GrayModel.Convert(img.At(x, y)).(color.Gray); at.Y < 0xff {
					row += 0xff - int(at.Y)
					left, right = min(left, x), max(right, x)
				}
			}
			if row == 0 && ink > 0 {
				fmt.Fprintf(&b, "  %d-%d down, %d-%d across, %d\n", top, y-1, left, right, ink)
			}
			if row == 0 {
				left, right, top, ink = cardWidth, 0, y+1, 0
			}
			ink += row
		}
	}
	expect.File(t, "pixels.golden.txt", b.String())
	r, v, _ := whole("en")
	r.Issuer.Logo = "l.png"
	if _, err := Card(r, v, release.PhaseRelease, release.Assets{release.LogoPixels("l.png"): {Data: []byte("x")}}, nil, nil); err == nil || err.Error() != "reading the logo: image: unknown format" {
		t.Error(err)
	}
	v.Headline = "ⵣ"
	if _, err := Card(r, v, release.PhaseRelease, nil, nil, nil); err == nil {
		t.Error("a letter that no font has is drawn")
	}
}

func TestWhatPatternsAreReadWith(t *testing.T) {
	const soft = "-"
	for name, c := range map[string]struct{ patterns, in, want string }{
		"from the beginning of a word": {"UTF-8\n.fil1t\n", "Filters 2filters", "Fil-ters 2fil-ters"},
		"set in, with a return":        {"UTF-8\r\n  LEFTHYPHENMIN 4  \r\n1ter\r\n", "filters", "filters"},
		"as few as may be left":        {"UTF-8\n1l1t1e1r\n", "filters", "fil-t-ers"},
		"words apart":                  {"UTF-8\n1ter\n", "-filters,filters filters.", "-fil-ters,fil-ters fil-ters."},
		"of other letters":             {"UTF-8\nм1в\n", "Трамвай, трамвай", "Трам-вай, трам-вай"},
		"a letter that is two":         {"UTF-8\n1ter\n", "İfilters İİfilters", "İfil-ters İİfilters"},
	} {
		h, err := ParseHyphens([]byte(c.patterns))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := strings.ReplaceAll(h.divide(c.in), "\u00ad", soft); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if _, err := ParseHyphens([]byte("UTF-8\n" + strings.Repeat("a", 1<<17))); err == nil || err.Error() != "reading hyphenation patterns: bufio.Scanner: token too long" {
		t.Error(err)
	}
}

// Of a picture that goes in as it is no more is needed than it has.
func TestHowMuchAPictureTakesAtMost(t *testing.T) {
	head := chunk("IHDR", 0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0)
	plain, grey := file(head, chunk("IDAT", 1)), file(chunk("IHDR", 0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0), chunk("IDAT", 1))
	for _, c := range []struct {
		kind string
		data []byte
		want int
	}{
		{"image/jpeg", []byte("four"), 4},
		{"image/png", plain, len(plain)},
		{"image/png", grey, 4*3*5 + len(grey)},
		{"image/svg+xml", []byte("<svg/>"), 4*3*5 + 6},
	} {
		if got := MostBytes(release.Asset{Type: c.kind, Data: c.data, Width: 3, Height: 5}); got != c.want {
			t.Errorf("%s: %d, want %d", c.kind, got, c.want)
		}
	}
}

// What one of the two built-in families has is not lacking.
func TestLettersOfOneFamilyAreNotLacking(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	for _, has := range []setter.Face{serif, sans} {
		other := serif + sans - has
		for c := rune(0x250); c < 0x3000; c++ {
			if setter.Space(c) || setter.Invisible(c) || !lib.Fonts[has].Has(c) || lib.Fonts[other].Has(c) {
				continue
			}
			if got, err := Lacking(string(c)); err != nil || len(got) > 0 {
				t.Errorf("%U is lacking: %v, %v", c, got, err)
			}
			break
		}
	}
	if got, err := Doubtful(nil, []rune("水")); err != nil || string(got) != "水" {
		t.Errorf("of one character: %q, %v", string(got), err)
	}
	if got, err := Doubtful(nil, nil); err != nil || got != nil {
		t.Errorf("of none: %q, %v", string(got), err)
	}
}

// What stands outside of the text, on the first page and the next.
func TestWhatStandsOutsideOfTheText(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct {
		name, lang, issuer, url string
		phase                   release.Phase
	}{
		{"a name in capitals", "en", "HARBOR", "", release.PhaseRelease},
		{"a name in capitals, of no Latin text", "he", "HARBOR", "", release.PhaseRelease},
		{"a name in small letters, of no Latin text", "he", "Harbor", "", release.PhaseRelease},
		{"a name without capitals", "he", "נמל", "", release.PhaseRelease},
		{"an embargo that has room beside", "en", "Harbor", "https://x.example", release.PhaseAdvance},
		{"an embargo that has none", "en", strings.Repeat("Harbor of the coast ", 4), "https://x.example", release.PhaseAdvance},
		{"an address of three lines", "en", "Harbor", "https://x.example/" + strings.Repeat("a/", 120), release.PhaseRelease},
	} {
		r, v, assets := whole(c.lang)
		r.Issuer.Name, r.Issuer.URL = c.issuer, c.url
		v.Body, v.Media, v.Boilerplate, v.Notes, r.Documents, r.Signatories, r.Contacts = nil, nil, nil, nil, nil, nil, nil
		for range 12 {
			v.Body = append(v.Body, paragraph(strings.Repeat("words go on and ", 30)))
		}
		data, err := Render(r, v, c.phase, assets, nil, nil)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		fmt.Fprintf(&b, "##### %s\n", c.name)
		for line := range strings.Lines(shown(t, data)) {
			if strings.HasPrefix(line, "page") || strings.Contains(line, "/Artifact") {
				b.WriteString(line)
			}
		}
	}
	expect.File(t, "outside.golden.txt", b.String())
}

// The first thing that goes wrong is what is said.
func TestTheFirstErrorIsKept(t *testing.T) {
	c := &composer{}
	c.fail(nil)
	if c.err != nil {
		t.Error(c.err)
	}
	first := errors.New("first")
	c.fail(first)
	c.fail(errors.New("second"))
	c.fail(nil)
	if c.err != first {
		t.Error(c.err)
	}
}

// Words of telephone numbers, figures and what they count are told by their digits.
func TestWhatIsAGroupOfANumber(t *testing.T) {
	for word, want := range map[string]bool{"0142": true, "(555)": true, "+1": true, "9": true, "99.": true, "12/345": true, "555-01": true, "555-014": false, "()": false, "-": false, "12a": false, "": false} {
		if got := isGroup(word); got != want {
			t.Errorf("%q is a group: %v", word, got)
		}
	}
}
