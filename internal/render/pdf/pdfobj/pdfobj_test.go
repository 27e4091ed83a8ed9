package pdfobj

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestTextsAreWrittenAsPDFReadsThem(t *testing.T) {
	for s, want := range map[string]string{
		"": "()", "Plain": "(Plain)", "(a) \\ b": `(\(a\) \\ b)`, "é": "<FEFF00E9>", "😀": "<FEFFD83DDE00>", "a\nb": "<FEFF0061000A0062>",
	} {
		if got := Text(s); !strings.EqualFold(got, want) {
			t.Errorf("%q is written %s, want %s", s, got, want)
		}
	}
	for s, want := range map[string]string{"": "", "A": "0041", "é€": "00E920AC", "😀": "D83DDE00"} {
		if got := Hex16(s); !strings.EqualFold(strings.Trim(got, "<>"), want) {
			t.Errorf("%q is %s in hexadecimal, want %s", s, got, want)
		}
	}
}

func TestPointsHaveNoDigitTooMany(t *testing.T) {
	for v, want := range map[int]string{0: "0", 1000: "1", 1500: "1.5", -250: "-0.25", 12345: "12.345", 1: "0.001", -1000: "-1"} {
		if got := Points(v); got != want {
			t.Errorf("%d thousandths are written %s, want %s", v, got, want)
		}
	}
}

func TestStreamsInflateToWhatTheyWere(t *testing.T) {
	data := []byte(strings.Repeat("a line of a page\n", 50))
	r, err := zlib.NewReader(bytes.NewReader(Deflated(data)))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, data) {
		t.Errorf("%v, %d bytes of %d", err, len(got), len(data))
	}
}

// A file is written the same each time, and every object that was added can be found by
// its number.
func TestAFileHoldsItsObjects(t *testing.T) {
	write := func() []byte {
		f := New()
		root := f.Reserve()
		info := f.Add("<< /Title " + Text("A file") + " >>")
		stream := f.Stream("/Type /Thing ", []byte("words"))
		raw := f.RawStream("/Type /Raw ", []byte("as it is"))
		f.Put(root, fmt.Sprintf("<< /Type /Catalog /A %s /B %s >>", stream, raw))
		return f.Bytes(root, info)
	}
	first := write()
	if !bytes.Equal(first, write()) {
		t.Error("twice the same is two files")
	}
	for _, part := range []string{"%PDF-", "startxref\n", "%%EOF", "as it is", "/Type /Raw", "/Type /Thing"} {
		if !bytes.Contains(first, []byte(part)) {
			t.Errorf("the file lacks %q", part)
		}
	}
}
