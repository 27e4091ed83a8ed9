package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/render/pdf/sfnt"
	"pressroom/internal/render/svg"
)

// chunk is a part of a PNG.
func chunk(kind string, body ...byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// file is a PNG of chunks.
func file(chunks ...[]byte) []byte {
	return append([]byte("\x89PNG\r\n\x1a\n"), slices.Concat(chunks...)...)
}

// Pictures whose packed pixels a PDF can hold as they are, and those that have to be
// unpacked (Portable Network Graphics, second edition, 11.2).
func TestWhichPicturesGoInAsTheyAre(t *testing.T) {
	header := func(bits, kind, interlaced byte) []byte {
		return chunk("IHDR", 0, 0, 0, 2, 0, 0, 0, 1, bits, kind, 0, 0, interlaced)
	}
	palette := func(n int) []byte { return chunk("PLTE", make([]byte, n)...) }
	rows, end := chunk("IDAT", 1, 2, 3), chunk("IEND")
	short := chunk("IHDR", 0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0)
	cut := file(header(8, 2, 0), rows, end)
	for name, c := range map[string]struct {
		data  []byte
		plain bool
		bits  int // of indices; 0 where it has none
	}{
		"red, green and blue":         {file(header(8, 2, 0), rows, rows, end), true, 0},
		"of sixteen bits":             {file(header(16, 2, 0), rows, end), false, 0},
		"with alpha":                  {file(header(8, 6, 0), rows, end), false, 0},
		"grey":                        {file(header(8, 0, 0), rows, end), false, 0},
		"interlaced":                  {file(header(8, 2, 1), rows, end), false, 0},
		"with a colour that is clear": {file(header(8, 2, 0), chunk("tRNS", 1), rows, end), false, 0},
		"with a palette beside":       {file(header(8, 2, 0), palette(3), rows, end), false, 0},
		"without rows":                {file(header(8, 2, 0), end), false, 0},
		"with empty rows":             {file(header(8, 2, 0), chunk("IDAT"), end), false, 0},
		"cut short":                   {cut[:len(cut)-13], false, 0},
		"cut in its end":              {cut[:len(cut)-1], true, 0}, // that no rows are missing is what counts
		"nothing":                     {nil, false, 0},
		"two colours":                 {file(header(1, 3, 0), palette(6), rows, end), false, 1},
		"too many for its bits":       {file(header(1, 3, 0), palette(9), rows, end), false, 0},
		"sixteen":                     {file(header(4, 3, 0), palette(48), rows, end), false, 4},
		"one":                         {file(header(8, 3, 0), palette(3), rows, end), false, 8},
		"none":                        {file(header(8, 3, 0), rows, end), false, 0},
		"a part of one":               {file(header(8, 3, 0), palette(4), rows, end), false, 0},
		"indices, some clear":         {file(header(8, 3, 0), palette(6), chunk("tRNS", 1), rows, end), false, 0},
		"indices, interlaced":         {file(header(8, 3, 1), palette(6), rows, end), false, 0},
		"indices without rows":        {file(header(8, 3, 0), palette(6), chunk("IDAT"), end), false, 0},
		"a head that is short":        {file(short, palette(6), rows, end), false, 0},
		"indices cut short":           {file(header(8, 3, 0), palette(6), rows)[:8+25+18+13], false, 0},
		"indices in rows of a byte":   {file(header(8, 3, 0), palette(6), chunk("IDAT", 1), end), false, 8},
		"no bits, and one colour":     {file(header(0, 3, 0), palette(3), rows, end), false, 0},
		"cut short behind the head of its second rows": {file(header(8, 2, 0), rows, rows)[:8+25+15+12], false, 0},
		"cut short in its second rows":                 {file(header(8, 2, 0), rows, rows)[:8+25+15+14], false, 0},
		"with a chunk that nobody knows":               {file(header(8, 2, 0), chunk("teXt", 1), rows, end), true, 0},
	} {
		_, bits, ok := indexed(c.data)
		if got := plainRGB(c.data); got != c.plain {
			t.Errorf("%s: plain %v", name, got)
		}
		if packed, as := packedPixels(c.data); as != c.plain || as && !bytes.HasPrefix(packed, []byte{1, 2, 3}) {
			t.Errorf("%s: packed %v %v", name, packed, as)
		}
		if ok != (c.bits > 0) || ok && bits != c.bits {
			t.Errorf("%s: indices of %d bits, %v", name, bits, ok)
		}
	}
	if !plainRGB(file(header(8, 2, 0), chunk("IDAT", 1), end)) {
		t.Error("rows of a byte are none")
	}
	if got := pixels(file(rows, chunk("teXt", 9), rows)); !bytes.Equal(got, []byte{1, 2, 3, 1, 2, 3}) {
		t.Errorf("the rows of two chunks: %v", got)
	}
}

// encoded is an image as PNG.
func encoded(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPicturesAreUnpackedWhereTheyMustBe(t *testing.T) {
	clear, grey := image.NewNRGBA(image.Rect(0, 0, 2, 1)), image.NewGray(image.Rect(0, 0, 2, 1))
	clear.SetNRGBA(0, 0, color.NRGBA{1, 2, 3, 255})
	clear.SetNRGBA(1, 0, color.NRGBA{4, 5, 6, 7})
	grey.SetGray(1, 0, color.Gray{9})
	got, err := decode(release.Asset{Type: "image/png", Data: encoded(t, clear), Width: 20, Height: 10})
	if err != nil || !bytes.Equal(got.RGB, []byte{1, 2, 3, 4, 5, 6}) || !bytes.Equal(got.Alpha, []byte{255, 7}) || got.Width != 20 || got.Height != 10 || got.Packed != nil {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = decode(release.Asset{Type: "image/png", Data: encoded(t, grey)})
	if err != nil || !bytes.Equal(got.RGB, []byte{0, 0, 0, 9, 9, 9}) || got.Alpha != nil {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = decode(release.Asset{Type: "image/jpeg", Data: []byte("a jpeg")})
	if err != nil || string(got.JPEG) != "a jpeg" {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err = decode(release.Asset{Type: "image/png", Data: []byte("x")}); err == nil {
		t.Error("what is no PNG is one")
	}
	c := &composer{looked: true}
	if got, err = c.image(release.Asset{Type: "image/gif", Data: []byte("g"), Width: 3, Height: 4}); err != nil || string(got.File) != "g" || got.Type != "image/gif" || got.Width != 3 || got.Height != 4 {
		t.Errorf("to be looked at: %+v, %v", got, err)
	}
}

func TestALogoIsWrittenAsPaths(t *testing.T) {
	d := drawing([]svg.Polygon{
		{Color: color.NRGBA{255, 128, 1, 255}, Contours: [][][2]int{{{0, 0}, {10_000, 0}, {10_000, 5_050}}, {{1, 19}}}}, {EvenOdd: true, Contours: [][][2]int{{{0, 0}, {10, 10}}}},
	}, 20_000, 10_009)
	const want = "1 0.501 0.003 rg\n0 1 m\n1 1 l\n1 0.495 l\nh\n0 0.999 m\nh\nf\n0 0 0 rg\n0 1 m\n0.001 0.999 l\nh\nf*\n"
	if got := string(d.Content); got != want || d.Width != 2000 || d.Height != 1000 {
		t.Errorf("%d by %d: %q, want %q", d.Width, d.Height, got, want)
	}
}

func TestPatternsAreReadAsTheyAreWritten(t *testing.T) {
	const soft = "-"
	for name, c := range map[string]struct{ patterns, in, want string }{
		"as they are":                     {"UTF-8\n1ter\n", "filters", "fil-ters"},
		"in small letters, with spaces":   {" utf-8 \r\n 1ter \r\n", "filters", "fil-ters"},
		"by another name":                 {"ISO-8859-1\n1\xe4nd\n", "verländern", "verl-ändern"},
		"more letters at the beginning":   {"UTF-8\nLEFTHYPHENMIN 3\n1ter\n", "filters", "filters"},
		"fewer than two at the beginning": {"UTF-8\nLEFTHYPHENMIN 1\nfi1l\n1ter\n", "filters", "fil-ters"},
		"more letters at the end":         {"UTF-8\nRIGHTHYPHENMIN 5\n1ter\n", "filters", "filters"},
		"fewer than three at the end":     {"UTF-8\nRIGHTHYPHENMIN 1\nte1r\n1ter\n", "filters", "fil-ters"},
		"remarks, and what names itself":  {"UTF-8\n% i1l\n# fil1t\nfilt1e/x\nfilt1e=x\nfilt1-e\nfilt1'e\nfilt1’e\nfilt1 e\nNEXTLEVEL\n1ter\n", "filters", "fil-ters"},
		"words of every kind":             {"UTF-8\n1ter\n", "The FilTers, filters2filters and Filters", "The FilTers, fil-ters2fil-ters and Fil-ters"},
		"four letters are too short":      {"UTF-8\nt1e\n", "ater", "ater"},
		"six are not":                     {"UTF-8\nt1e\n", "waters", "wat-ers"},
		"the longest":                     {"UTF-8\n1ter\n", "fil" + strings.Repeat("ters", 29) + "t", "fil" + strings.Repeat("-ters", 29) + "t"},
		"one letter more":                 {"UTF-8\n1ter\n", "fil" + strings.Repeat("ters", 29) + "te", "fil" + strings.Repeat("ters", 29) + "te"},
	} {
		h, err := ParseHyphens([]byte(c.patterns))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.ReplaceAll(h.divide(c.in), "\u00ad", soft); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if _, err := ParseHyphens([]byte("x")); err == nil || err.Error() != "hyphenation patterns begin with their encoding, UTF-8 or ISO8859-1" {
		t.Errorf("%v", err)
	}
	var none *Hyphens
	if got := none.Divide("waters", 1); got != "waters" {
		t.Errorf("without patterns: %q", got)
	}
	h, _ := ParseHyphens([]byte("UTF-8\n1ter\n"))
	for least, want := range map[int]string{7: "fil\u00adters", 8: "filters"} {
		if got := h.Divide("filters", least); got != want {
			t.Errorf("of %d letters: %q", least, got)
		}
	}
	long := "fil" + strings.Repeat("ters", 7)
	if got := h.divideLong(long[:28]); got == long[:28] {
		t.Errorf("of 28 letters: %q", got)
	}
	if got := h.divideLong(long[:27]); got != long[:27] || LongWord != 28 {
		t.Errorf("of 27 letters: %q", got)
	}
}

func TestFacesOfEmphasis(t *testing.T) {
	for _, c := range [][3]setter.Face{
		{serif, serifItalic, serifBold},
		{serifItalic, serifItalic, serifBoldItalic},
		{serifBold, serifBoldItalic, serifBold},
		{serifBoldItalic, serifBoldItalic, serifBoldItalic},
		{sans, sansItalic, sansBold},
		{sansBold, sansBold, sansBold},
		{sansItalic, sansItalic, sansItalic},
		{mono, mono, mono},
	} {
		if weak, strong := emphasised(c[0], false), emphasised(c[0], true); weak != c[1] || strong != c[2] {
			t.Errorf("in %d: %d and %d, want %d and %d", c[0], weak, strong, c[1], c[2])
		}
	}
	base, err := library()
	if err != nil {
		t.Fatal(err)
	}
	one, two := &sfnt.Font{}, &sfnt.Font{}
	lib, err := libraryWith([]Font{{"Arab", one, two}, {"", one, one}})
	if err != nil {
		t.Fatal(err)
	}
	n := setter.Face(len(base.Fonts))
	if got := fmt.Sprint(lib.Scripts, len(lib.Fonts), len(lib.Fallbacks), len(base.Fallbacks)); got != fmt.Sprintf("[{Arab %d %d} { %d %d}] %d %d %d", n, n+1, n, n, n+2, n+2, n) {
		t.Errorf("the library has %s", got)
	}
	if got := fmt.Sprint(lib.Fallbacks); got != "[[4] [5] [6] [6] [0] [1] [2] [4 0] [] []]" {
		t.Errorf("what stands in for what: %s", got)
	}
	if same, err := libraryWith(nil); same != base || err != nil {
		t.Error("without fonts it is another library")
	}
	for text, want := range map[string]string{" ~\u00a0\u024f\u2010\u2026€™\t": "", "\u007f": "\u007f", "水水a水": "水", "\u0250": "", "\u200f": ""} {
		if got, err := Lacking(text); err != nil || string(got) != want {
			t.Errorf("%q lacks %q, %v", text, string(got), err)
		}
	}
	if got, err := Doubtful(nil, []rune("a水₹")); err != nil || string(got) != "水" && string(got) != "水₹" {
		t.Errorf("doubtful: %q, %v", string(got), err)
	}
}

func TestSmallRulesOfAPage(t *testing.T) {
	for lang, want := range map[string]setter.Length{"en": 1000, "ja": 1000, "he": 1000, "ar": 1180, "fa": 1180, "hi": 1180, "th": 1180, "km": 1180, "my": 1180, "bo": 1180} {
		c := &composer{v: &release.Version{Language: lang}}
		if got := c.leading(1000); got != want {
			t.Errorf("%s: lines of %d", lang, got)
		}
	}
	for hex, want := range map[string]setter.Color{"#000000": {}, "#004488": {0, 266, 533}, "#ff0000": inkOf(release.Readable("#ff0000"))} {
		if got := inkOf(hex); got != want {
			t.Errorf("%s is %v, want %v", hex, got, want)
		}
	}
	c := &composer{}
	for text, want := range map[string]bool{"They say:": true, "They say: ": true, "言う：": true, "They say": false, ": they": false} {
		if got := c.introduces(&release.Paragraph{Inlines: in(text)}); got != want {
			t.Errorf("%q introduces: %v", text, got)
		}
	}
	for r, want := range map[rune]bool{'%': true, '‰': true, '°': true, '€': true, '$': true, 'a': false, '1': false} {
		if got := isUnit(r); got != want {
			t.Errorf("%q is a unit: %v", r, got)
		}
	}
	for rtl, want := range map[bool]setter.Length{true: 1, false: 2} {
		if got := side(rtl, 1, 2); got != want {
			t.Errorf("from right to left %v: %d", rtl, got)
		}
	}
	if got := c.long("waters"); got != "waters" {
		t.Errorf("without patterns %q", got)
	}
	c.divideLong = func(s string) string { return "-" + s }
	if got := c.long("waters"); got != "-waters" {
		t.Errorf("with them %q", got)
	}
	for code, want := range map[string]string{"\ta": "    a", "ab\tc": "ab  c", "abcd\te": "abcd    e", "a\n\tb": "a\n    b", "a\tb\tc": "a   b   c", "é\tx": "é   x"} {
		if got := untabbed(code); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}

// What is wrong with a picture or a character is said with what it is of.
func TestWhatIsSaidOfWhatCannotBeSet(t *testing.T) {
	for want, change := range map[string]func(r *release.Release, v *release.Version, a release.Assets){
		"setting the PDF of ferry (en): picture a.gif: image/gif cannot be set": func(_ *release.Release, v *release.Version, a release.Assets) {
			a["a.gif"] = release.Asset{Type: "image/gif", Data: []byte("x")}
			v.Body = []release.Block{&release.Picture{Medium: release.Medium{File: "a.gif"}}}
		},
		"setting the letterhead of ferry (en): logo l.gif: image/gif cannot be set": func(r *release.Release, _ *release.Version, a release.Assets) {
			r.Issuer.Logo = "l.gif"
			a[release.LogoKey("l.gif")] = release.Asset{Type: "image/gif", Data: []byte("x")}
		},
		"setting the PDF of ferry (en): logo p.svg: the drawing says no size; give it a viewBox": func(r *release.Release, _ *release.Version, a release.Assets) {
			r.Partners = []release.Org{{Name: "P", Logo: "p.svg"}}
			a[release.LogoKey("p.svg")] = release.Asset{Type: "image/svg+xml", Data: []byte("<svg></svg>")}
		},
	} {
		r, v, assets := whole("en")
		change(r, v, assets)
		if _, err := Render(r, v, release.PhaseRelease, assets, nil, nil); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
		if _, err := Sheets(r, v, release.PhaseRelease, assets, nil, nil, nil); strings.Contains(want, "svg") && (err == nil || err.Error() != want) {
			t.Errorf("to be looked at: %v, want %s", err, want)
		}
	}
	for where, change := range map[string]func(r *release.Release, v *release.Version){
		"letterhead": func(r *release.Release, _ *release.Version) { r.Issuer.Name = "ⵣ" }, "PDF": func(_ *release.Release, v *release.Version) { v.Headline = "ⵣ" },
	} {
		r, v, assets := whole("en")
		change(r, v)
		_, err := Render(r, v, release.PhaseRelease, assets, nil, nil)
		var missing *setter.MissingError
		if !errors.As(err, &missing) || missing.Char != 'ⵣ' || !strings.HasPrefix(err.Error(), "setting the "+where+" of ferry (en): ") {
			t.Errorf("%v", err)
		}
	}
}

// The pages to be looked at are those of the PDF, with pictures where they are told to be.
func TestPagesToBeLookedAt(t *testing.T) {
	r, v, assets := whole("en")
	v.Body = v.Body[:1]
	v.Body = append(v.Body, &release.Picture{Medium: release.Medium{File: "b.jpg", Alt: "C"}})
	for _, picture := range []func(release.Asset) string{nil, func(a release.Asset) string { return "/" + a.Type + "/" + string(a.Data) }} {
		sheets, err := Sheets(r, v, release.PhaseRelease, assets, nil, nil, picture)
		if err != nil || len(sheets) != 2 || sheets[0].Width != 612*pt || sheets[0].Height != 792*pt {
			t.Fatalf("%d pages, %v", len(sheets), err)
		}
		want := `href="data:image/jpeg;base64,YSBqcGVn"`
		if picture != nil {
			want = `href="/image/jpeg/a jpeg"`
		}
		if !strings.Contains(string(sheets[0].SVG)+string(sheets[1].SVG), want) {
			t.Errorf("the picture is not %s", want)
		}
	}
}

// Cards, coarsely: how dark each part of them is, from 0 to 9, forty columns to the width.
func TestCardsWhole(t *testing.T) {
	hyphens, err := ParseHyphens([]byte(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("ferry ", n)) }
	logo := func(w, h int) release.Asset {
		img := image.NewGray(image.Rect(0, 0, w, h))
		return release.Asset{Data: encoded(t, img), Type: "image/png", Width: w, Height: h}
	}
	var b strings.Builder
	for _, c := range []struct {
		name, lang, headline string
		hyphens              *Hyphens
		phase                release.Phase
		logo                 *release.Asset
	}{
		{"a short headline", "en", "A ferry goes at night", nil, release.PhaseRelease, nil},
		{"under embargo", "en", "A ferry goes at night", nil, release.PhaseAdvance, nil},
		{"of seventy letters", "en", words(11) + " goes", nil, release.PhaseRelease, nil},
		{"of seventy-one", "en", words(11) + " going", nil, release.PhaseRelease, nil},
		{"of more than 110", "en", words(19), nil, release.PhaseRelease, nil},
		{"that goes on and on", "en", words(60), nil, release.PhaseRelease, nil},
		{"of one long word", "en", strings.Repeat("ferries", 60), nil, release.PhaseRelease, nil},
		{"of a long word that is divided", "en", strings.Repeat("waters", 12), hyphens, release.PhaseRelease, nil},
		{"from right to left", "he", "מעבורת בלילה", nil, release.PhaseRelease, nil},
		{"a wide logo", "en", "A ferry", nil, release.PhaseRelease, new(logo(84, 8))},
		{"a high logo", "en", "A ferry", nil, release.PhaseRelease, new(logo(20, 20))},
		{"a logo from right to left", "he", "מעבורת", nil, release.PhaseRelease, new(logo(20, 20))},
	} {
		r := &release.Release{Slug: "x", Issuer: release.Organization{Name: "Harbor of the whole coast", Color: "#004488"}}
		r.Timing.At = time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)
		v := &release.Version{Language: c.lang, Headline: c.headline}
		r.Versions = []*release.Version{v}
		assets := release.Assets{}
		if c.logo != nil {
			r.Issuer.Logo, assets[release.LogoPixels("l.png")] = "l.png", *c.logo
		}
		data, err := Card(r, v, c.phase, assets, nil, c.hyphens)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "=== %s\n", c.name)
		const side = 15
		for y := 0; y < cardHeight; y += side {
			for x := 0; x < cardWidth; x += 2 * side {
				dark := 0
				for dy := 0; dy < side; dy += 3 { // each ninth pixel says enough
					for dx := 0; dx < 2*side; dx += 3 {
						red, _, _, _ := img.At(x+dx, y+dy).RGBA()
						dark += 255 - int(red>>8)
					}
				}
				fmt.Fprint(&b, min(9, dark*18/(2*side*side/9*255)))
			}
			b.WriteString("\n")
		}
	}
	expect.File(t, "cards.golden.txt", strings.ReplaceAll(b.String(), strings.Repeat("0", 40), ""))
	r := &release.Release{Slug: "x", Issuer: release.Organization{Name: "Harbor", Logo: "l.png"}}
	v := &release.Version{Language: "en", Headline: "A ferry"}
	if _, err := Card(r, v, release.PhaseRelease, release.Assets{release.LogoPixels("l.png"): {Data: []byte("x")}}, nil, nil); err == nil || !strings.HasPrefix(err.Error(), "reading the logo: ") {
		t.Errorf("a logo that is none: %v", err)
	}
}

// An address reads from left to right in every language, whatever letters it has; words that
// lead somewhere read as any.
func TestAnAddressReadsFromLeftToRight(t *testing.T) {
	for _, c := range []struct {
		rtl         bool
		words, href string
		want        string
	}{
		{true, "https://quay.example/", "https://quay.example/", "\u2066https://quay.example/\u2069"},
		{false, "https://נמל.example/מים", "https://נמל.example/מים", "\u2066https://נמל.example/מים\u2069"},
		{false, "https://quay.example/", "https://quay.example/", "https://quay.example/"},
		{true, "הנמל", "https://quay.example/", "הנמל"},
	} {
		link := []release.Inline{&release.Link{Href: c.href, Children: in(c.words)}}
		got := (&composer{rtl: c.rtl}).spans(link, setter.Style{}, "")
		if len(got) != 1 || got[0].Text != c.want || got[0].Href != c.href {
			t.Errorf("%v %s: %+v", c.rtl, c.words, got)
		}
	}
}
