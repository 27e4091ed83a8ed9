package docx

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// evil is text that ends whatever it stands in, unless it is escaped.
const evil = `"<&>`

func words(s string) []release.Inline { return []release.Inline{&release.Text{S: s}} }

func cells(texts ...string) (out [][]release.Inline) {
	for _, s := range texts {
		out = append(out, words(s))
	}
	return out
}

// All parts of a document from right to left, with words that have to be escaped.
func TestADocumentWhole(t *testing.T) {
	logo := release.Asset{Type: "image/png", Data: []byte("logo"), Width: 100, Height: 40}
	picture := release.Asset{Type: "image/jpeg", Data: []byte("picture"), Width: 2000, Height: 1000}
	v := &release.Version{Language: "ar", Headline: "خبر " + evil, Subhead: "H", Body: []release.Block{
		&release.Table{Head: cells("رصيف", "Lead"), Rows: [][][]release.Inline{cells("North", "15"), cells("جنوب")}},
		paragraph("Latin behind a table"), paragraph("نص"),
		&release.List{Items: [][]release.Block{{paragraph("بند"), paragraph("Latin in it"), &release.Code{Text: "x = 9"}, &release.Table{Head: cells("A")}}}},
		&release.Picture{Medium: release.Medium{File: "a.jpg", Alt: evil, Caption: evil, Credit: evil, URL: "https://x.example/?a&b"}},
		&release.Picture{Medium: release.Medium{File: "b.jpg", Alt: evil}},
	}, Notes: []release.Block{&release.List{Ordered: true, Start: 4, Items: [][]release.Block{{paragraph("واحد"), &release.List{Items: [][]release.Block{{paragraph("اثنان")}}}}}}}}
	r := &release.Release{
		Issuer: release.Organization{Name: evil, Logo: "logo.png", Color: "#ffff00"}, Reference: evil, Revision: evil, Versions: []*release.Version{v},
		Documents: []release.Document{{Title: evil, URL: "https://x.example/?c&d"}, {Title: "At the press office"}},
	}
	for i := range release.NamesInColumns + 1 {
		r.Signatories = append(r.Signatories, fmt.Sprintf("اسم %d %s", i, evil))
	}
	r.Signatories[2] = "Pier Choir"
	v.Boilerplate = []release.Block{paragraph("About us, in Latin letters")}
	data, err := Render(r, v, release.PhaseAdvance, release.Assets{release.LogoPixels("logo.png"): logo, "a.jpg": picture})
	if err != nil {
		t.Fatal(err)
	}
	doc := unpacked(t, data)
	var names []string
	for name := range doc {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "--- %s\n%s\n", name, lines(doc[name]))
	}
	expect.File(t, "whole.golden.txt", b.String())
}

// What stands in the properties of a paragraph stands in the order of the schema
// (ECMA-376, part 1, 17.3.1.26).
func TestPropertiesStandInTheirOrder(t *testing.T) {
	for extra, want := range map[string]string{
		"":                      `<w:bidi/>`,
		`<w:ind w:left="1"/>`:   `<w:bidi/><w:ind w:left="1"/>`,
		`<w:jc w:val="right"/>`: `<w:bidi/><w:jc w:val="right"/>`,
		`<w:numPr/>`:            `<w:numPr/><w:bidi/>`,
		`<w:inner/>`:            `<w:inner/><w:bidi/>`,
		`<w:jx/>`:               `<w:jx/><w:bidi/>`,
	} {
		w := &writer{b: &strings.Builder{}, rtl: true}
		w.paragraph("Normal", extra, func() { w.run("نص", "") })
		if got := w.b.String(); got != `<w:p><w:pPr><w:pStyle w:val="Normal"/>`+want+`</w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">نص</w:t></w:r></w:p>` {
			t.Errorf("%s: %s", extra, got)
		}
	}
	for text, want := range map[string]bool{"9": false, "0": false, "•": true, "a": false, "ن": true, "": true} {
		if got := runsRight(text, true); got != want {
			t.Errorf("%q from right to left: %v", text, got)
		}
	}
	for style, want := range map[string]string{"Normal": "ListParagraph", "Quote": "ListParagraph", "ListParagraph": "ListParagraph", "Small": "ListSmall", "ListSmall": "ListSmall"} {
		if got := inList(style); got != want {
			t.Errorf("a list in %s is set as %s", style, got)
		}
	}
	w := &writer{b: &strings.Builder{}}
	w.inlines([]release.Inline{&release.Link{Href: "a", Children: []release.Inline{&release.Emphasis{Children: []release.Inline{&release.Link{Href: "a", Children: words("x")}, &release.CodeSpan{S: "y"}}}}}}, "")
	const link, font = `<w:hyperlink r:id="rId100">`, `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>`
	if got, want := w.b.String(), link+link+`<w:r><w:rPr>`+linkStyle+`<w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">x</w:t></w:r></w:hyperlink><w:r><w:rPr>`+linkStyle+font+
		`<w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">y</w:t></w:r></w:hyperlink>`; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// An address is pointed to once, a picture each time.
func TestWhatTheDocumentPointsTo(t *testing.T) {
	w := &writer{}
	var got []string
	for _, rel := range []relation{
		{kind: "hyperlink", target: "a"},
		{kind: "hyperlink", target: "b"},
		{kind: "hyperlink", target: "a"},
		{kind: "image", target: "a", data: []byte("x")},
		{kind: "image", target: "a", data: []byte("x")},
		{kind: "other", target: "a"},
	} {
		got = append(got, w.relate(rel))
	}
	if s := strings.Join(got, " "); s != "rId100 rId101 rId100 rId102 rId103 rId104" {
		t.Error(s)
	}
}

func TestTheLogoIsOneThatWordShows(t *testing.T) {
	good := release.Asset{Type: "image/png", Width: 1, Height: 1, Data: []byte("a")}
	with := func(change func(*release.Asset)) release.Asset {
		a := good
		change(&a)
		return a
	}
	jpeg, drawn := with(func(a *release.Asset) { a.Type = "image/jpeg" }), with(func(a *release.Asset) { a.Type = "image/svg+xml" })
	flat, thin := with(func(a *release.Asset) { a.Height = 0 }), with(func(a *release.Asset) { a.Width = 0 })
	pixels, file := release.LogoPixels("l"), release.LogoKey("l")
	for _, c := range []struct {
		name   string
		logo   string
		assets release.Assets
		want   *release.Asset
	}{
		{"no name", "", release.Assets{release.LogoPixels(""): good}, nil},
		{"not there", "l", nil, nil},
		{"pixels", "l", release.Assets{pixels: good, file: jpeg}, &good},
		{"a drawing and its pixels", "l", release.Assets{pixels: jpeg, file: drawn}, &jpeg},
		{"a file alone", "l", release.Assets{file: jpeg}, &jpeg},
		{"a drawing alone", "l", release.Assets{file: drawn}, nil},
		{"without height", "l", release.Assets{file: flat}, nil},
		{"without width", "l", release.Assets{file: thin}, nil},
		{"pixels without width beside a file", "l", release.Assets{pixels: thin, file: good}, &good},
	} {
		w := &writer{r: &release.Release{Issuer: release.Organization{Logo: c.logo}}, assets: c.assets}
		w.findLogo()
		if (w.logo == nil) != (c.want == nil) || w.logo != nil && w.logo.Type != c.want.Type {
			t.Errorf("%s: %+v", c.name, w.logo)
		}
	}
	for size, want := range map[[2]int]string{
		{750, 130}:       `cx="1905000" cy="330200"`,
		{749999, 130000}: `cx="1905000" cy="330200"`, // a part of a unit too high
		{100, 100}:       `cx="330200" cy="330200"`,
		{100, 10}:        `cx="1905000" cy="190500"`,
		{1, 10_000_000}:  `cx="1" cy="330200"`,
		{10_000_000, 1}:  `cx="1905000" cy="1"`,
	} {
		w := &writer{r: &release.Release{}, logo: &release.Asset{Type: "image/png", Width: size[0], Height: size[1]}}
		if got := w.letterhead(); strings.Count(got, want) != 2 {
			t.Errorf("%v: no %s in %s", size, want, got)
		}
	}
}

// The sizes of pictures, in English Metric Units: 914400 an inch.
func TestHowLargePicturesAre(t *testing.T) {
	for _, c := range []struct {
		a    release.Asset
		want string
	}{
		{release.Asset{Width: 2000, Height: 1000}, `cx="5943600" cy="2971800"`},
		{release.Asset{Width: 715, Height: 100}, `cx="5943600" cy="831272"`}, // just enough for the column
		{release.Asset{Width: 714, Height: 100}, `cx="4754880" cy="665949"`},
		{release.Asset{Width: 500, Height: 100}, `cx="4156363" cy="831272"`},
		{release.Asset{Width: 1, Height: 1}, `cx="8312" cy="8312"`},
		{release.Asset{Width: 1000, Height: 1000}, `cx="5000000" cy="5000000"`},
		{release.Asset{Width: 1000, Height: 0}, `cx="5943600" cy="0"`},
		{release.Asset{Width: 0, Height: 9}, ""},
		{release.Asset{Width: 9, Height: 9}, ""}, // without its file
	} {
		if c.want != "" || c.a.Width == 0 {
			c.a.Data = []byte("x")
		}
		c.a.Type = "image/png"
		doc := parts(t, &release.Release{}, release.PhaseRelease, release.Assets{"a.png": c.a}, &release.Picture{Medium: release.Medium{File: "a.png", Alt: "A"}})["word/document.xml"]
		if c.want == "" && (!strings.Contains(doc, "[Picture: A]") || strings.Contains(doc, "<w:drawing>")) || c.want != "" && strings.Count(doc, c.want) != 2 {
			t.Errorf("%d by %d: no %q in %s", c.a.Width, c.a.Height, c.want, doc)
		}
	}
}

func TestHowColumnsShareTheirRoom(t *testing.T) {
	long := strings.Repeat("word ", 39) + "words"
	for name, c := range map[string]struct {
		table *release.Table
		width int
		want  []int
	}{
		"room for all":            {&release.Table{Head: cells("A", "Bcd"), Rows: [][][]release.Inline{cells("1")}}, 9360, []int{265, 475}},
		"nothing in it":           {&release.Table{Head: cells("", "")}, 9360, []int{160, 160}},
		"a row longer than heads": {&release.Table{Head: cells("A"), Rows: [][][]release.Inline{cells("1", "22222")}}, 9360, []int{265}},
		"one that takes the rest": {&release.Table{Head: cells("A", "B"), Rows: [][][]release.Inline{cells("1", long)}}, 9360, []int{265, 9095}},
		"two that share it":       {&release.Table{Head: cells("A b", "B"), Rows: [][][]release.Inline{cells(long[:100]+"x", long)}}, 9360, []int{3269, 6090}},
		"no room for the words":   {&release.Table{Head: cells(strings.Repeat("a", 50), strings.Repeat("b", 100))}, 9360, []int{3151, 6208}},
	} {
		w := &writer{}
		if got := w.columns(c.table, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
