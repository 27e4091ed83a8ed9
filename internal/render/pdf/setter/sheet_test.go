package setter

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pressroom/internal/render/pdf/pdfobj"
)

var (
	matrices  = regexp.MustCompile(`(?m)^1 0 0 1 (\S+) (\S+) Tm$`)
	fills     = regexp.MustCompile(`(?m)^(\S+) (\S+) (\S+) (\S+) re f$`)
	placings  = regexp.MustCompile(`(?m)^q (\S+) 0 0 (\S+) (\S+) (\S+) cm /I`)
	runs      = regexp.MustCompile(`<path[^>]* transform="translate\((\S+) (\S+)\) scale\(`)
	drawings  = regexp.MustCompile(`<g transform="translate\((\S+) (\S+)\) scale\(`)
	boxes     = regexp.MustCompile(`d="M(\S+) (\S+)h(\S+)v(\S+)h\S+z"`)
	pictures  = regexp.MustCompile(`<image x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"`)
	glyphs    = regexp.MustCompile(`M-?\d+ -?\d+[mz]`)
	wellKnown = regexp.MustCompile(`^#[0-9a-f]{6}$`)
)

// points are the numbers of what a pattern finds, in thousandths of a point.
func points(t *testing.T, pattern *regexp.Regexp, in string) (out [][]int) {
	t.Helper()
	for _, m := range pattern.FindAllStringSubmatch(in, -1) {
		var one []int
		for _, s := range m[1:] {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			one = append(one, int(v*1000+0.5))
		}
		out = append(out, one)
	}
	return out
}

// pagesOf are the contents of the pages of a document as PDF has them.
func pagesOf(t *testing.T, d *Document) []*page {
	t.Helper()
	w := &writer{Document: d, file: pdfobj.New(), fonts: make(map[Face]*usedFont), known: make(map[any]pdfobj.Ref)}
	count := 0
	pages := d.paginate(func(g Geometry) *page {
		count++
		return &page{doc: w, index: count - 1, geometry: g}
	})
	for _, p := range pages {
		if err := w.furnish(p, len(pages)); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

// Each sheet has what the page of the PDF has, where that has it.
func TestSheetsHaveAllThatPagesHaveAtTheSamePlaces(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, s := range scenes {
		for _, right := range []bool{false, true} {
			made := func() *Document {
				d := New(lib, leaf)
				d.RightToLeft = right
				if s.set(d) != nil { // what cannot be set is shown by neither
					return nil
				}
				return d
			}
			d := made()
			if d == nil {
				continue
			}
			pages := pagesOf(t, d)
			sheets, err := made().Sheets(nil)
			if err != nil || len(sheets) != len(pages) {
				t.Fatalf("%s: %d sheets, %d pages, %v", s.name, len(sheets), len(pages), err)
			}
			for i, p := range pages {
				seen += alike(t, s.name, p, sheets[i])
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d glyphs were drawn", seen)
	}
}

// alike holds a sheet against a page, and counts its glyphs.
func alike(t *testing.T, name string, p *page, s Sheet) int {
	t.Helper()
	content, svg, high := p.content.String(), string(s.SVG), p.geometry.Height
	if s.Width != p.geometry.Width || s.Height != high {
		t.Errorf("%s: a sheet of %d by %d", name, s.Width, s.Height)
	}
	for dec := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%s: %v in\n%.300s", name, err, svg)
		}
	}
	starts := points(t, matrices, content)
	drawn := points(t, runs, svg)
	for _, at := range drawn {
		if !slices.ContainsFunc(starts, func(m []int) bool { return m[0] == at[0] && m[1] == high-at[1] }) {
			t.Errorf("%s: text stands at %v, and not on the page", name, at)
		}
	}
	if len(starts) > 0 && len(drawn) == 0 {
		t.Errorf("%s: no text is drawn", name)
	}
	rules, lines := points(t, fills, content), points(t, boxes, svg)
	if len(lines) != len(rules) {
		t.Fatalf("%s: %d rules, %d on the page", name, len(lines), len(rules))
	}
	for i, r := range rules {
		if l := lines[i]; l[0] != r[0] || l[1] != high-r[1]-r[3] || l[2] != r[2] || l[3] != r[3] {
			t.Errorf("%s: a rule %v, on the page %v", name, l, r)
		}
	}
	placed, shown := points(t, placings, content), append(points(t, pictures, svg), points(t, drawings, svg)...)
	for _, a := range placed {
		if !slices.ContainsFunc(shown, func(b []int) bool {
			if len(b) == 2 { // a drawing, from its lower left
				return a[2] == b[0] && high-a[3] == b[1]
			}
			return a[0] == b[2] && a[1] == b[3] && a[2] == b[0] && high-a[3]-a[1] == b[1]
		}) {
			t.Errorf("%s: pictures %v, on the page %v", name, shown, placed)
		}
	}
	if len(placed) != len(shown) {
		t.Errorf("%s: %d pictures, %d on the page", name, len(shown), len(placed))
	}
	return len(glyphs.FindAllString(svg, -1))
}

func TestADrawingIsDrawnOnASheet(t *testing.T) {
	const square = "0 .4 1 rg\n0 0 m\n10 0 l\n10 10 l\nh\nf*\n1 0 0 rg\n2 2 m\n3 2 l\n3 3 l\nh\nf\n"
	got := paths([]byte(square))
	const want = `<path fill="#0066ff" fill-rule="evenodd" d="M0 0L10 0L10 10z"/><path fill="#ff0000" d="M2 2L3 2L3 3z"/>`
	if got != want {
		t.Errorf("%s", got)
	}
}

func TestPicturesOfASheetStandWhereTheCallerSays(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		at   func(*Image) string
		want string
	}{
		{nil, `href="data:image/png;base64,YWJj"`},
		{func(i *Image) string { return "/seen/" + i.Type + "?a&b" }, `href="/seen/image/png?a&amp;b"`},
	} {
		d := New(lib, leaf)
		d.BeginFigure(Graphic{Image: &Image{Width: 10, Height: 10, File: []byte("abc"), Type: "image/png"}}, "A pier.", 50*Point, 0)
		d.End()
		sheets, err := d.Sheets(c.at)
		if err != nil || len(sheets) != 1 || !strings.Contains(string(sheets[0].SVG), c.want) {
			t.Errorf("%v\n%s", err, sheets[0].SVG)
		}
	}
}

func TestColoursOfASheet(t *testing.T) {
	for c, want := range map[Color]string{{0, 500, 1000}: "#0080ff", {-5, 1200, 2}: "#00ff01"} {
		if got := hex(c); got != want || !wellKnown.MatchString(got) {
			t.Errorf("%v is %s", c, got)
		}
	}
}
