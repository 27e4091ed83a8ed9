package setter

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pressroom/internal/expect"
	"pressroom/internal/render/pdf/pdfobj"
)

// What the compression decides is left out of what is compared.
var (
	lengths = regexp.MustCompile(`/Length \d+|startxref\n\d+|/ID ?\[<[^]]*\]`)
	streams = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
)

// unpacked is a file with its streams as they are before they are compressed, and of
// fonts and other bytes how many there are.
func unpacked(t *testing.T, data []byte) string {
	t.Helper()
	plain := streams.ReplaceAllFunc(data, func(s []byte) []byte {
		inside := streams.FindSubmatch(s)[1]
		if z, err := zlib.NewReader(bytes.NewReader(inside)); err == nil {
			if inside, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
		if !utf8.Valid(inside) || bytes.IndexByte(inside, 0) >= 0 {
			sum := sha256.Sum256(inside)
			if bytes.Contains(inside[:min(8, len(inside))], []byte{0}) && len(inside)%5 == 0 && len(inside) < 600 {
				return []byte("stream\n(where the objects stand)\nendstream") // which the compression decides too
			}
			inside = fmt.Appendf(nil, "(%d bytes, %x)", len(inside), sum[:6])
		}
		return fmt.Appendf(nil, "stream\n%s\nendstream", inside)
	})
	return lengths.ReplaceAllStringFunc(string(bytes.ToValidUTF8(plain, []byte("�"))), func(s string) string {
		return strings.TrimRight(s, "0123456789[]<>ABCDEFabcdef ") + " n"
	})
}

// A file with all that a release has, object by object.
func TestFilesWhole(t *testing.T) {
	lib, err := scriptsToo()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, right := range []bool{false, true} {
		d := New(lib, leaf)
		d.Language, d.BarColor = "en", Color{500, 0, 0}
		d.Title, d.Author, d.RightToLeft = "Tests & <water> (“all”)", "River Alliance", right
		d.Date = time.Date(2026, 7, 26, 9, 30, 5, 0, time.FixedZone("", -7*3600))
		d.Furniture = func(page, pages int, g Geometry) Furniture {
			return Furniture{
				Lines: []Running{{Spans: said(fmt.Sprintf("%d of %d", page, pages)), X: g.Left + g.Column, Y: 10 * Point, Right: true}},
				Rules: []Rule{{g.Left, 18 * Point, g.Column, 400, Color{9, 9, 9}}}, Graphics: []Placed{{grey(10, 10), 1, 2, 3 * Point, 4 * Point}},
			}
		}
		add := func(tag, text string, more ...Span) {
			if err := d.Add(Block{Tag: tag, Spans: append(said(text), more...), Leading: 12 * Point, Keep: tag != "P"}); err != nil {
				t.Fatal(err)
			}
		}
		add("H1", "Heading (one) \\ é")
		add("P", "Words q̂ ffi ₹ and ", Span{Text: "a link", Style: body, Href: "https://harbor.example/a?b=(c)&d=é%20\\x"}, Span{Text: " le quai", Style: body, Lang: "fr"}, Span{Text: " x = y", Style: body, Code: true})
		add("H2", "Two of them")
		d.BeginBar(9 * Point)
		add("P", "Beside a bar.")
		d.EndBar()
		d.BeginList(true)
		if err := d.BeginItem(&Mark{Spans: said("1."), Indent: 20 * Point, Width: 12 * Point}); err != nil {
			t.Fatal(err)
		}
		add("P", "An item.")
		d.EndItem()
		d.End()
		d.BeginFigure(Graphic{Image: &Image{JPEG: []byte("a jpeg"), Width: 40, Height: 20}}, "A (pier) é", 60*Point, 6*Point)
		add("Caption", "Low tide")
		d.End()
		d.BeginFigure(Graphic{Drawing: &Drawing{Content: []byte("0 0 5 5 re f"), Width: 50 * Point, Height: 100 * Point}}, "A mark", 40*Point, 6*Point)
		d.End()
		add("H3", "Three")
		add("H2", "Two again")
		add("P", "図書館 and سلام, at the end.")
		data, err := d.PDF()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "=== from right to left: %v\n%s\n", right, unpacked(t, data))
	}
	fmt.Fprintln(&b, pdfobj.Text("é (x)"))
	expect.File(t, "files.golden.txt", b.String())
}
