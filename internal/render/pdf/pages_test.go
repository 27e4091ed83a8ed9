package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
)

var paragraphOp = regexp.MustCompile(`/P <</MCID \d+>> BDC`)

// lines are how many lines of paragraphs each page of a release has.
func lines(t *testing.T, body ...release.Block) (out []int) {
	t.Helper()
	r := &release.Release{}
	v := &release.Version{Language: "en", Headline: "A headline", Body: body}
	r.Versions = []*release.Version{v}
	data, err := Render(r, v, release.PhaseRelease, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range regexp.MustCompile(`stream\n`).FindAllIndex(data, -1) {
		z, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue
		}
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(paragraphOp.FindAll(text, -1)); n > 0 && bytes.Contains(text, []byte(" Tf ")) {
			out = append(out, n)
		}
	}
	return out
}

// A quotation that is longer than a page goes on over its end, between its paragraphs too;
// whose it is never stands alone on the next.
func TestAQuotationGoesOnOverThePage(t *testing.T) {
	for n := 48; n < 60; n++ {
		q := &release.Quotation{ID: "q", Style: release.StyleBlock, Language: "en", Attribution: []release.Inline{&release.Text{S: "Ana Ruiz"}}}
		for range n {
			q.Paragraphs = append(q.Paragraphs, []release.Inline{&release.Text{S: "“We wait.”"}})
		}
		pages := lines(t, paragraph("They say:"), q)
		if last := pages[len(pages)-1]; last < 3 { // a line of it, whose it is, and the end mark
			t.Errorf("%d paragraphs: the last page has %d lines", n, last)
		}
		if pages[0] < 20 {
			t.Errorf("%d paragraphs: the first page has only %d lines of them", n, pages[0])
		}
	}
}

func paragraph(s string) release.Block {
	return &release.Paragraph{Inlines: []release.Inline{&release.Text{S: s}}}
}

func TestCodeHasSpacesForItsTabs(t *testing.T) {
	for code, want := range map[string]string{
		"a\tb": "a   b", "\tb": "    b", "abcd\te": "abcd    e", "abc\te\n\tf": "abc e\n    f", "é\tx": "é   x", "": "",
	} {
		if got := untabbed(code); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}

// What belongs together on a line: numbers with what they count, and telephone numbers.
func TestWhatLinesDoNotDivide(t *testing.T) {
	c := &composer{cat: (&release.Version{Language: "en"}).Catalogue()}
	for _, w := range []struct {
		before, after string
		want          int
	}{
		{"12", "%", groupCost},
		{"12", "€", groupCost},
		{"12", "°C", groupCost},
		{"$", "12", groupCost},
		{"€", "12", groupCost},
		{"+1", "555", groupCost},
		{"(555)", "010", groupCost},
		{"555", "(0)20,", groupCost},
		{"0142", "ext", figureCost},
		{"12", "boats", figureCost},
		{"12", "Boats", 0},
		{"boats", "12", 0},
		{"two", "boats", 0},
		{"12,", "boats", 0},
		{"", "12", 0},
		{"12", "", 0},
		{"1234567", "12", 0},
		{"x)", "12", 0},
		{"123", "456", groupCost},
		{"-", "12", 0},
	} {
		if got := c.sticky(w.before, w.after); got != w.want {
			t.Errorf("%q %q: %d, want %d", w.before, w.after, got, w.want)
		}
	}
	for word, want := range map[string]bool{"12": true, "(555)": true, "+1": true, "1234567": false, "12a": false, "--": false, "": false, "123456": true} {
		if got := isGroup(word); got != want {
			t.Errorf("%q is of a telephone number: %v", word, got)
		}
	}
}

func TestCharactersThatNoFontHas(t *testing.T) {
	for text, want := range map[string]string{
		"Plain – “text” é € …": "", "tab\tand\nline": "", "水と水": "水と", "🙂": "🙂", "α and ж": "", "soft\u00adhyphen\u200b": "", "a ‣ list": "‣", "‣‣ é ․": "‣․", "水 é": "水",
	} {
		got, err := Lacking(text)
		if err != nil || string(got) != want {
			t.Errorf("%q lacks %q, %v, want %q", text, string(got), err, want)
		}
	}
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for c := rune(0); c <= 0x2200; c++ {
		if !latin.MatchString(string(c)) || setter.Invisible(c) || setter.Space(c) {
			continue
		}
		for face := serif; face <= mono; face++ {
			if !lib.Sets(face, c) {
				t.Errorf("%q is in not every font", c)
			}
		}
		n++
	}
	if n < 540 {
		t.Errorf("%d characters are in every font", n)
	}
	if got, err := Doubtful(nil, nil); got != nil || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	got, err := Doubtful(nil, []rune("水a"))
	if err != nil || slices.Contains(got, 'a') {
		t.Errorf("%q, %v", string(got), err)
	}
}

// More than a picture takes is told from its size; a JPEG, and a PNG of plain pixels, go in
// as they are.
func TestHowMuchAPictureTakes(t *testing.T) {
	for name, c := range map[string]struct {
		a    release.Asset
		want int
	}{
		"a JPEG":             {release.Asset{Type: "image/jpeg", Data: make([]byte, 7), Width: 3, Height: 2}, 7},
		"a PNG of grey":      {release.Asset{Type: "image/png", Data: onePixel, Width: 3, Height: 2}, 24 + len(onePixel)},
		"what is no picture": {release.Asset{Type: "image/png", Data: []byte("x"), Width: 1, Height: 1}, 5},
	} {
		if got := MostBytes(c.a); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	if _, err := decode(release.Asset{Type: "image/gif"}); err == nil || !strings.Contains(err.Error(), "image/gif cannot be set") {
		t.Errorf("%v", err)
	}
}

// The longest words of a table are divided before its page is turned on its side, and what says
// nothing on a page of its own stands below a table on a page that is.
func TestPagesAreTurnedForWhatCannotBeDivided(t *testing.T) {
	hyphens, err := ParseHyphens([]byte(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	const upright, turned = "/MediaBox [0 0 612 792]", "/MediaBox [0 0 792 612]"
	word := strings.Repeat("waters", 10)
	for _, c := range []struct {
		name            string
		hyphens         *Hyphens
		notes           []release.Block
		uprights, sides int
	}{
		{"divided", hyphens, nil, 1, 0},
		{"without patterns, with the end mark below it", nil, nil, 1, 1},
		{"with notes behind it", nil, []release.Block{paragraph("A note.")}, 2, 1},
	} {
		v := &release.Version{Language: "en", Headline: "A headline", Notes: c.notes, Body: []release.Block{
			paragraph("The lede."), &release.Table{Head: cells(word, word), Rows: [][][]release.Inline{cells("one", "two")}},
		}}
		r := &release.Release{Versions: []*release.Version{v}}
		data, err := Render(r, v, release.PhaseRelease, nil, nil, c.hyphens)
		if err != nil {
			t.Fatal(err)
		}
		got := shown(t, data)
		if n, side := strings.Count(got, upright), strings.Count(got, turned); n != c.uprights || side != c.sides {
			t.Errorf("%s: %d upright and %d turned", c.name, n, side)
		}
	}
}
