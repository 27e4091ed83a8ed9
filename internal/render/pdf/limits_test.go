package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"codeberg.org/go-fonts/liberation/liberationsansbold"

	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/render/pdf/sfnt"
)

// printed is a line of a page: what it is, what it says, and how high it stands.
type printed struct {
	tag, text string
	y         float64
}

var (
	tagOfLine   = regexp.MustCompile(`^ /(\w+) `)
	wordsOfLine = regexp.MustCompile(`‹([^›]*)›`)
	placeOfLine = regexp.MustCompile(` (\S+) Tm `)
)

// printedPages are the lines of each page of a release, without what stands outside of the text.
func printedPages(t *testing.T, r *release.Release, v *release.Version) [][]printed {
	t.Helper()
	r.Versions = []*release.Version{v}
	data, err := Render(r, v, release.PhaseRelease, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return printedIn(t, data)
}

func printedIn(t *testing.T, data []byte) (out [][]printed) {
	t.Helper()
	for line := range strings.Lines(shown(t, data)) {
		if strings.HasPrefix(line, "page ") {
			out = append(out, nil)
		}
		tag, place := tagOfLine.FindStringSubmatch(line), placeOfLine.FindStringSubmatch(line)
		if tag == nil || place == nil || tag[1] == "Artifact" {
			continue
		}
		text := ""
		for _, m := range wordsOfLine.FindAllStringSubmatch(line, -1) {
			text += m[1]
		}
		y, _ := strconv.ParseFloat(place[1], 64)
		out[len(out)-1] = append(out[len(out)-1], printed{tag[1], text, y})
	}
	return out
}

// A heading of two lines has lines of like length.
func TestTheLinesOfAHeadingAreOfLikeLength(t *testing.T) {
	t.Parallel()
	text := "Lamps on all of the quays and piers of the harbor burn at night once more"
	v := &release.Version{Language: "en", Headline: "Lamps", Body: []release.Block{&release.Heading{Level: 2, Inlines: in(text)}, paragraph("Words.")}}
	var heading []string
	for _, l := range printedPages(t, &release.Release{}, v)[0] {
		if l.tag == "H2" {
			heading = append(heading, l.text)
		}
	}
	if len(heading) != 2 || utf8.RuneCountInString(heading[1]) < 28 {
		t.Errorf("its lines are %q", heading)
	}
}

// A headline, with a line below it or without, stays on the page of the text.
func TestAHeadlineStaysWithItsText(t *testing.T) {
	t.Parallel()
	for _, subhead := range []string{"", "Nobody was asked"} {
		later := 0
		for n := 30; n < 42; n++ {
			r := &release.Release{}
			for i := range n {
				r.Contacts = append(r.Contacts, release.PressContact{Name: fmt.Sprintf("Ana Ruiz %d", i), Public: true})
			}
			v := &release.Version{Language: "en", Headline: "Lamps", Subhead: subhead, Body: []release.Block{paragraph("They burn.")}}
			v.Body = append(v.Body, slices.Repeat([]release.Block{paragraph("So they say.")}, 15)...)
			headline, text := -1, -1
			for i, page := range printedPages(t, r, v) {
				for _, l := range page {
					switch l.text {
					case "Lamps":
						headline = i
					case "They burn.":
						text = i
					}
				}
			}
			if headline < 0 || headline != text {
				t.Errorf("%d contacts, below it %q: the headline stands on page %d, the text on %d", n, subhead, headline+1, text+1)
			}
			later += text
		}
		if later == 0 || later == 12 {
			t.Errorf("below it %q: the text stands on later pages %d times of 12", subhead, later)
		}
	}
}

// Names in columns stand as far from each other as the script of their page asks for.
func TestNamesInColumnsHaveTheLeadingOfTheirPage(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]float64{"en": 12.6 + 2.1, "ar": 14.868 + 2.478} {
		v := &release.Version{Language: "en", Headline: "Lamps"}
		c, err := set(&composer{r: &release.Release{Versions: []*release.Version{v}}, v: v, phase: release.PhaseRelease}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		v.Language = lang
		c.names("Signed", slices.Repeat([]string{"Quay Trust"}, release.NamesInColumns))
		data, err := c.doc.PDF()
		if err != nil || c.err != nil {
			t.Fatal(err, c.err)
		}
		var at []float64
		for _, l := range printedIn(t, data)[0] {
			if strings.HasPrefix(l.text, "Quay Trust") && !slices.Contains(at, l.y) {
				at = append(at, l.y)
			}
		}
		if len(at) < 4 {
			t.Fatalf("%s: %v", lang, at)
		}
		for i := 1; i < len(at); i++ {
			if got := at[i-1] - at[i]; got < want-.002 || got > want+.002 {
				t.Errorf("%s: rows stand %v apart, want %v", lang, got, want)
			}
		}
	}
}

// The rows of a table that no page can hold begin pages with their first cell, and a label
// stays with what it is of.
func TestRowsOfATableThatNoPageHolds(t *testing.T) {
	t.Parallel()
	endless := strings.Repeat("Donau", 70)
	for name, c := range map[string]struct {
		rows  int
		cells []string
		never string // what no page begins with
	}{
		"rows of three": {60, []string{"first", "second", "third"}, "second third"},
		"long labels":   {30, []string{strings.TrimSpace(strings.Repeat("a long label of a row ", 24)), "kept"}, "kept"},
	} {
		table := &release.Table{Head: cells("")}
		for range c.rows {
			table.Rows = append(table.Rows, cells(c.cells...))
		}
		table.Rows = append(table.Rows, cells(endless))
		for n := range 4 {
			v := &release.Version{Language: "en", Headline: "Lamps", Body: append(slices.Repeat([]release.Block{paragraph("Words.")}, n), table)}
			pages := printedPages(t, &release.Release{}, v)
			if len(pages) < 3 {
				t.Fatalf("%s: %d pages", name, len(pages))
			}
			for i, page := range pages[1:] {
				if strings.Contains(c.never, strings.TrimSpace(page[0].text)) {
					t.Errorf("%s, %d paragraphs before: page %d begins with “%s”", name, n, i+2, page[0].text)
				}
			}
		}
	}
}

// What is set small, or as the page runs, is so for its own part only.
func TestPartsLeaveTheTextAsItWas(t *testing.T) {
	t.Parallel()
	r, v, assets := whole("en")
	c, err := set(&composer{r: r, v: v, phase: release.PhaseRelease, assets: assets}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, part := range map[string]func(){
		"a section": func() { c.section("Notes", []release.Block{paragraph("A note.")}) },
		"media":     c.media,
		"contacts":  c.contacts,
		"names":     func() { c.names("Signed", []string{"Quay Trust"}) },
	} {
		if part(); c.small || c.own || c.err != nil {
			t.Errorf("behind %s: small %v, own %v, %v", name, c.small, c.own, c.err)
		}
	}
}

// A font that cannot be read is told by its number, and a card that cannot be drawn by its release.
func TestWhatIsSaidOfFontsAndCards(t *testing.T) {
	t.Parallel()
	if fonts, err := parsed([][]byte{liberationsansbold.TTF, []byte("lamps")}); fonts != nil || err == nil || err.Error() != "reading font 1: not a font" {
		t.Errorf("%v, %v", fonts, err)
	}
	r, v := &release.Release{Slug: "lamps"}, &release.Version{Language: "en", Headline: "ⵣ"}
	r.Versions = []*release.Version{v}
	_, err := Card(r, v, release.PhaseRelease, nil, []Font{{Script: "Tfng", Regular: &sfnt.Font{}, Bold: &sfnt.Font{}}}, nil)
	const want = "drawing the card of lamps (en): runtime error: invalid memory address or nil pointer dereference; this is a fault of the program"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// A card without a colour has the band of its own; a headline of two words, of which the second
// is endless, keeps the first; and a mark stands as far above the line as it says.
func TestCardsOfLittle(t *testing.T) {
	t.Parallel()
	r, v := &release.Release{Slug: "lamps", Issuer: release.Organization{Name: "Marlow"}}, &release.Version{Language: "en", Headline: "Lamps"}
	r.Timing.At = time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)
	r.Versions = []*release.Version{v}
	data, err := Card(r, v, release.PhaseRelease, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := color.NRGBAModel.Convert(img.At(0, 0)); got != (color.NRGBA{0x0b, 0x5a, 0x76, 0xff}) {
		t.Errorf("the band is %v", got)
	}
	lib, err := libraryWith(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &card{lib: lib, lang: "en", outlines: make(map[setter.Face]*sfnt.Outlines)}
	endless := strings.Repeat("Donau", 80)
	for text, want := range map[string]string{"Lamps " + endless: "Lamps…", "Lamps on " + endless: "Lampson…", "Lamps": "Lamps"} {
		lines, _, err := c.headline(text, nil)
		if err != nil || len(lines) != 1 || len(lines[0].Glyphs) != utf8.RuneCountInString(want) {
			t.Errorf("of %.12s… %d lines are left: %v", text, len(lines), err)
		}
	}
	drawn := func(y int, above setter.Length) []byte {
		c.img = image.NewRGBA(image.Rect(0, 0, cardWidth, cardHeight))
		if err := c.draw(setter.Line{Glyphs: []setter.Glyph{{Face: serif, ID: 36, Y: above}}}, y, 68, color.RGBA{A: 0xff}); err != nil {
			t.Fatal(err)
		}
		return c.img.Pix
	}
	if low := drawn(200, 0); !bytes.Equal(drawn(500, 300_000), low) || bytes.Equal(low, drawn(500, 0)) {
		t.Error("a mark does not stand where it should")
	}
}
