package pdfobj

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestTextsAreWrittenAsPDFReadsThem(t *testing.T) {
	for s, want := range map[string]string{
		"": "()", "Plain": "(Plain)", "(a) \\ b": `(\(a\) \\ b)`, "é": "<FEFF00E9>", "😀": "<FEFFD83DDE00>", "a\nb": "<FEFF0061000A0062>",
		"\x1fa": "<FEFF001F0061>", " ~": "( ~)", "~\x7f": "<FEFF007E007F>",
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

// A file is written the same each time, and each of its objects is found where its
// cross-reference stream says that it is, as ISO 32000-1 has it in 7.5.4 and 7.5.8.
func TestAFileHoldsItsObjects(t *testing.T) {
	write := func() []byte {
		f := New()
		root := f.Reserve()
		info := f.Add("<< /Title " + Text("A file") + " >>")
		stream := f.Stream("/Type /Thing", []byte("words"))
		raw := f.RawStream("/Type /Raw", []byte("as it is"))
		missing := f.Reserve()
		packed := f.Packed("/Type /Packed", Deflated([]byte("other words")))
		f.Put(root, fmt.Sprintf("<< /Type /Catalog /A %s /B %s /C %s /D %s >>", stream, raw, missing, packed))
		first := f.Bytes(root, info)
		if !bytes.Equal(first, f.Bytes(root, info)) {
			t.Error("a file that is asked for twice is two files")
		}
		return first
	}
	first := write()
	if !bytes.Equal(first, write()) {
		t.Error("twice the same is two files")
	}
	want := `%PDF-1.7
%\xe2\xe3\xcf\xd3
3 0 obj
<< /Type /Thing /Filter /FlateDecode /Length … >>
stream
words
endstream
endobj
4 0 obj
<< /Type /Raw /Length 8 >>
stream
as it is
endstream
endobj
6 0 obj
<< /Type /Packed /Filter /FlateDecode /Length … >>
stream
other words
endstream
endobj
7 0 obj
<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length … >>
stream
1 0 2 57 << /Type /Catalog /A 3 0 R /B 4 0 R /C 5 0 R /D 6 0 R >>
<< /Title (A file) >>

endstream
endobj
8 0 obj
<< /Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R /Info 2 0 R /ID [… …] /Filter /FlateDecode /Length … >>
stream
0 free, 65535
1 in 7 as number 0
2 in 7 as number 1
3 here
4 here
5 free, 0
6 here
7 here
8 here

endstream
endobj
startxref
…
%%EOF
`
	if got := readable(t, first); got != want {
		t.Errorf("the file reads\n%s\nwant\n%s", got, want)
	}
}

// Objects without a stream stand in streams of two hundred.
func TestManyObjectsShareStreams(t *testing.T) {
	f := New()
	for i := range 401 {
		f.Add(fmt.Sprintf("<< /N %d >>", i+1))
	}
	data := f.Bytes(1, 2)
	got := readable(t, data)
	for _, part := range []string{
		"402 0 obj\n<< /Type /ObjStm /N 200 ", "403 0 obj\n<< /Type /ObjStm /N 200 ", "404 0 obj\n<< /Type /ObjStm /N 1 /First 6 ",
		"stream\n401 0 << /N 401 >>\n", "/Type /XRef /Size 406 ", "\n200 in 402 as number 199\n201 in 403 as number 0\n",
		"\n401 in 404 as number 0\n402 here\n403 here\n404 here\n405 here\n",
	} {
		if !strings.Contains(got, part) {
			t.Errorf("the file lacks %q", part)
		}
	}
}

// A place that needs all four bytes of its field is written whole.
func TestPlacesOfALargeFile(t *testing.T) {
	f := New()
	f.RawStream("/Type /Raw", make([]byte, 17<<20))
	f.Add("<< >>")
	if got := readable(t, f.Bytes(2, 2)); !strings.Contains(got, "\n0 free, 65535\n1 here\n2 in 3 as number 0\n3 here\n4 here\n") {
		t.Errorf("the file ends with\n%s", got[len(got)-600:])
	}
}

var (
	packedPart = regexp.MustCompile(`(?s)/FlateDecode /Length (\d+) >>\nstream\n`)
	fileID     = regexp.MustCompile(`/ID \[<([0-9a-f]{32})> <([0-9a-f]{32})>\]`)
)

// readable is a file with its streams inflated, and its table of places in words.
func readable(t *testing.T, data []byte) string {
	t.Helper()
	start := 0
	if _, err := fmt.Sscanf(string(data[bytes.LastIndex(data, []byte("startxref\n")):]), "startxref\n%d\n", &start); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	rest := data
	for {
		m := packedPart.FindSubmatchIndex(rest)
		if m == nil {
			break
		}
		n, _ := strconv.Atoi(string(rest[m[2]:m[3]]))
		r, err := zlib.NewReader(bytes.NewReader(rest[m[1] : m[1]+n]))
		if err != nil {
			t.Fatal(err)
		}
		plain, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if at := len(data) - len(rest) + m[1]; at > start {
			plain = []byte(places(t, data, plain))
		}
		b.Write(rest[:m[2]])
		b.WriteString("… >>\nstream\n")
		b.Write(plain)
		rest = rest[m[1]+n:]
	}
	b.Write(rest)
	out := strings.Replace(b.String(), fmt.Sprintf("startxref\n%d\n", start), "startxref\n…\n", 1)
	if m := fileID.FindStringSubmatch(out); m == nil || m[1] != m[2] {
		t.Error("the file has no ID, or two")
	}
	return strings.Replace(fileID.ReplaceAllString(out, "/ID [… …]"), "\xe2\xe3\xcf\xd3", `\xe2\xe3\xcf\xd3`, 1)
}

// places are the entries of a cross-reference stream.
func places(t *testing.T, data, table []byte) string {
	t.Helper()
	var b strings.Builder
	for i := 0; len(table) >= 7; i, table = i+1, table[7:] {
		at, n := int(binary.BigEndian.Uint32(table[1:])), int(binary.BigEndian.Uint16(table[5:]))
		switch table[0] {
		case 0:
			fmt.Fprintf(&b, "%d free, %d\n", i, n)
			if at != 0 {
				t.Errorf("behind the free object %d is %d", i, at)
			}
		case 1:
			if !bytes.HasPrefix(data[min(at, len(data)):], fmt.Appendf(nil, "%d 0 obj\n", i)) || n != 0 {
				t.Errorf("object %d is not at %d, or its generation is %d", i, at, n)
			}
			fmt.Fprintf(&b, "%d here\n", i)
		case 2:
			fmt.Fprintf(&b, "%d in %d as number %d\n", i, at, n)
		default:
			t.Errorf("object %d is of the kind %d", i, table[0])
		}
	}
	if len(table) > 0 {
		t.Errorf("%d bytes are left of the table", len(table))
	}
	return b.String()
}
