package pdftext

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// shown is text as a page shows it, in codes of two bytes.
func shown(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, "%04x", r)
	}
	return "[<" + b.String() + ">]TJ"
}

// deflated is a stream's data as a file has it.
func deflated(t *testing.T, data string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func streamOf(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// small is a file of two pages, object by object.
func small(t *testing.T) map[int]string {
	font := "1 begincodespacerange <0000><ffff> endcodespacerange\n"
	var chars []string
	for r := rune(' '); r < 127; r++ {
		chars = append(chars, fmt.Sprintf("<%04x><%04x>", r, r))
	}
	for part := range slices.Chunk(chars, 40) {
		font += fmt.Sprintf("%d beginbfchar\n%s\nendbfchar\n", len(part), strings.Join(part, "\n"))
	}
	first := "BT /F1 9 Tf 1 0 0 1 9 9 Tm\n" +
		"/Artifact BMC " + shown("Head ") + shown("1") + " EMC\n" +
		"/H1<</MCID 0>>BDC " + shown("Title") + " EMC\n" +
		"/P<</MCID 1>>BDC " + shown("See ") + " EMC /Link<</MCID 2>>BDC " + shown("here") + " EMC\n" +
		"/P<</MCID 3>>BDC " + shown(", or ") + "/Span<</ActualText<feff006600660069>>>BDC " + shown("X") + " EMC " +
		"/ReversedChars BMC " + shown("c") + shown("b") + shown("a") + " EMC " + shown("!") + " EMC ET\n" +
		"0 0 m 9 9 l S /I1 Do /X1 Do\n"
	second := "/F1 9 Tf /P<</MCID 0>>BDC [<0041>-20<0042>]TJ EMC /Artifact BMC " + shown(" ") + " EMC\n" +
		"/P<</MCID 1>>BDC " + shown("Bare") + " EMC /Caption<</MCID 2>>BDC " + shown("Below") + " EMC /P<</MCID 3>>BDC EMC"
	mcr := func(page, id int) string { return fmt.Sprintf("<</Type/MCR/Pg %d 0 R/MCID %d>>", page, id) }
	packed := "20 0 21 35 <</S/Caption/K[" + mcr(9, 2) + "]>>"
	return map[int]string{
		1:  "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R>>",
		2:  "<</Type/Pages/Kids[4 0 R 9 0 R]/Count 2>>",
		3:  "<</Type/StructTreeRoot/K 5 0 R>>",
		4:  "<</Type/Page/Contents 6 0 R/Resources<</Font<</F1 7 0 R>>/XObject<</I1 16 0 R/X1 17 0 R>>>>/Annots[<</Subtype/Link>>]>>",
		5:  "<</S/Document/K[11 0 R 12 0 R 13 0 R 20 0 R 14 0 R]>>",
		6:  streamOf("", first),
		7:  "<</Type/Font/ToUnicode 8 0 R>>",
		8:  streamOf("/Filter/FlateDecode", deflated(t, font)),
		9:  "<</Type/Page/Contents 10 0 R/Resources<</Font<</F1 7 0 R>>>>>>",
		10: streamOf("", second),
		11: "<</S/H1/K" + mcr(4, 0) + ">>",
		12: "<</S/P/K[" + mcr(4, 1) + "<</S/Link/K[" + mcr(4, 2) + "<</Type/OBJR/Obj 9 0 R>>]>>" + mcr(4, 3) + "]>>",
		13: "<</S/Div/K[<</S/P/K[" + mcr(9, 0) + "]>>" + mcr(9, 1) + "]>>",
		14: "<</S/P/K 18 0 R>>",
		18: "[" + mcr(9, 3) + "]",
		16: streamOf("/Subtype/Image", "\x01)("),
		17: streamOf("/Subtype/Form", "0 0 m 3 3 l S"),
		15: streamOf("/Type/ObjStm/N 1/First 11", packed), // 20 stands in it
	}
}

// written puts objects into a file with its cross-reference stream.
func written(objects map[int]string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	places := make(map[int]int)
	for n := 1; n < 20; n++ {
		if objects[n] != "" {
			places[n] = b.Len()
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, objects[n])
		}
	}
	var table []byte
	for n := range 22 {
		switch {
		case n == 20:
			table = append(table, 2, 0, 15, 0)
		case places[n] > 0:
			table = append(table, 1, byte(places[n]>>8), byte(places[n]), 0)
		default:
			table = append(table, 0, 0, 0, 0)
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "30 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", streamOf("/Type/XRef/W[1 2 1]/Root 1 0 R", string(table)), start)
	return b.String()
}

func told(src string) string {
	text, err := Read([]byte(src))
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%q running %q captions %q", text.Paragraphs, text.Running, text.Captions)
}

// What is read of a file, and of the same with one thing in it written otherwise.
func TestAFileIsReadAsItIsWritten(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "as it is: %s\n", told(written(small(t))))
	for _, c := range []struct {
		object   int
		from, to string
	}{
		{1, "/StructTreeRoot 3 0 R", ""},
		{1, "/Pages 2 0 R", ""},
		{2, "4 0 R 9 0 R", "4 0 R"},
		{2, "4 0 R 9 0 R", "9 0 R 4 0 R"},
		{2, "4 0 R 9 0 R", ""},
		{2, "4 0 R", "4"},
		{2, "4 0 R", "99 0 R 4 0 R"},
		{2, "[4 0 R 9 0 R]", " 15 0 R"},
		{3, "5 0 R", "[5 0 R]"},
		{3, "5 0 R", "3 0 R"},
		{3, "/K 5 0 R", ""},
		{4, "/F1 7 0 R", ""},
		{4, "/F1", "/F2"},
		{4, "/Contents 6 0 R", ""},
		{4, "7 0 R", "6 0 R"},
		{7, "/ToUnicode 8 0 R", ""},
		{4, "/Contents 6 0 R", "/Contents[6 0 R]"},
		{4, "/Contents 6 0 R", "/Contents 99 0 R"},
		{4, "/Contents 6 0 R", "/Contents 7 0 R"},
		{4, "/Subtype/Link", "/Subtype/FreeText"},
		{4, "/Subtype/Link", "/Subtype/Link/AP 17 0 R"},
		{4, "<</Subtype/Link>>", ""},
		{4, "[<</Subtype/Link>>]", " 99 0 R"},
		{4, "/I1 16 0 R", ""},
		{4, "17 0 R", "7 0 R"},
		{6, "/I1 Do", "Do"},
		{16, "/Image", "/Form"},
		{16, "/Image", "/Image/Filter/FlateDecode"},
		{16, "/Subtype/Image", ""},
		{10, "/Length", "/Subtype/Image/Length"},
		{17, "0 0 m 3 3 l S", ""},
		{17, " S", " S (x)Tj"},
		{17, " S", " S [(x)]TJ"},
		{17, " S", " S (x)'"},
		{17, " S", " S 0 0 (x)\""},
		{17, " S", " S /I1 Do"},
		{17, " S", " S )"},
		{5, "11 0 R", "11 0 R 11 0 R"},
		{5, "11 0 R ", ""},
		{5, "11 0 R", "5 0 R"},
		{5, "[11 0 R", "[[11 0 R]"},
		{6, "/F1 9 Tf", ""},
		{6, "/F1 9 Tf", "/F9 9 Tf"},
		{6, "/F1 9 Tf", "Tf"},
		{6, " Tm", " Tm (x)Tj"},
		{6, " Tm", " Tm (x)'"},
		{6, " Tm", ` Tm 0 0 (x)"`},
		{6, " Tm", " Tm TJ"},
		{6, " Tm", " Tm (x)TJ"},
		{6, "/Artifact BMC", "/Span BMC"},
		{6, "/Artifact BMC", "BMC"},
		{6, "/Artifact BMC", "BMC"},
		{6, "/Artifact BMC", ""},
		{6, "0 0 m", "EMC"},
		{6, "0 0 m", "/P BMC " + shown(" ") + " EMC"},
		{6, "0 0 m", "/P BMC " + shown("x") + " EMC"},
		{6, "0 0 m", "/Artifact BMC"},
		{6, "0 0 m", ")"},
		{6, "0 0 m", strings.Repeat("1 ", 62) + "0 0 m"},
		{6, "0 0 m", strings.Repeat("1 ", 63) + "0 0 m"},
		{6, "0 0 m", "/Artifact BMC " + shown("0") + " EMC"},
		{6, "0 0 m", "/Artifact BMC " + strings.Repeat("/S BMC ", 60) + strings.Repeat("EMC ", 61)},
		{6, "0 0 m", "/Artifact BMC " + strings.Repeat("/S BMC ", 61) + strings.Repeat("EMC ", 62)},
		{6, "0 0 m", "/Artifact BMC[<00>]TJ[<004100>]TJ EMC"},
		{6, "0 0 m", "/Artifact BMC[<00ff>]TJ EMC"},
		{6, "0 0 m", "/Artifact BMC[1 /N]TJ EMC"},
		{6, "/MCID 0", "/MCID 1"},
		{6, "/MCID 0", "/MCID -1"},
		{6, "/MCID 0", "/MCID 77"},
		{6, "/MCID 0", ""},
		{6, "<</MCID 0>>BDC", " 14 0 R BDC"},
		{6, "BDC " + shown("Title"), "BDC "},
		{6, "/MCID 0", "/MCID 0/ActualText(Other)"},
		{6, "/MCID 0", "/MCID 0/ActualText()"},
		{6, "/ReversedChars", "/Reversed"},
		{6, "/ActualText<feff006600660069>", ""},
		{6, "feff006600660069", "666669"},
		{9, "/Contents 10 0 R", "/Contents 4 0 R"},
		{10, "-20", "(A)"},
		{10, "-20", "(AB)"},
		{10, "-20", "(\x00C)"},
		{11, "/Pg 4", "/Pg 9"},
		{11, "/Type/MCR", ""},
		{11, "/MCR", "/OBJR"},
		{11, "/S/H1", "/S/Caption"},
		{12, "/Link", "/Span"},
		{12, "/Link", "/Code"},
		{12, "/Link", "/Em"},
		{12, "/OBJR", "/X"},
		{12, "/K[", "/K 99 0 R/L["},
		{13, "/MCID 1", "/MCID 3"},
		{18, "/MCID 3", "/MCID 4"},
		{15, "20 0", "21 0"},
		{15, "20 0", "20 x"},
		{15, "20 0", "20 -1"},
		{15, "20 0", "20 99"},
		{15, "/First 11", "/First -1"},
		{15, "/First 11", "/First 999"},
		{15, "/First 11", "/First 0"},
		{15, "/First 11", ""},
		{15, "/First 11", "/First 1"},
		{15, "\nstream", " "},
		{15, "/Caption", "/Link"},
		{6, "/Length ", "/Length 1"},
		{6, "/Length ", "/Length -"},
		{6, "/Length", "/Size"},
		{6, "\nendstream", "endstream"},
		{6, "stream\n", "stream\r\n"},
		{8, "/FlateDecode", "/Other"},
		{6, "/Length", "/Filter/FlateDecode/Length"},
	} {
		objects := small(t)
		if !strings.Contains(objects[c.object], c.from) {
			t.Fatalf("%q is not in %d", c.from, c.object)
		}
		objects[c.object] = strings.Replace(objects[c.object], c.from, c.to, 1)
		if s := objects[c.object]; !strings.Contains(c.from+c.to, "ength") && !strings.Contains(c.from, "stream") { // a stream's length is what it is now
			if head, data, ok := strings.Cut(s, ">>\nstream\n"); ok {
				data = strings.TrimSuffix(data, "\nendstream")
				at := strings.LastIndex(head, "/Length")
				objects[c.object] = streamOf(head[2:at], data)
			}
		}
		fmt.Fprintf(&b, "in %d, %.40q is %.40q: %s\n", c.object, c.from, c.to, told(written(objects)))
	}
	src := written(small(t))
	for _, c := range [][2]string{
		{"startxref\n", "startxref "},
		{"startxref\n", "startxref\n1"},
		{"startxref\n", "startxref\n-"},
		{"startxref\n", "startxref\nx"},
		{"/W[1 2 1]", "/W[1 2]"},
		{"/W[1 2 1]", "/W[1 2 1 0]"},
		{"/W[1 2 1]", "/W[0 0 0]"},
		{"/W[1 2 1]", "/W[1 2 9]"},
		{"/W[1 2 1]", "/W[1 2 8]"},
		{"/W[1 2 1]", "/W[-1 2 1]"},
		{"/W[1 2 1]", "/W[4 0 0]"},
		{"/W[1 2 1]", "/V[1 2 1]"},
		{"/Root 1", "/Root 2"},
		{"/Root 1 0 R", ""},
		{"30 0 obj", "30 0 abj"},
		{"30 0 obj", "( 0 obj"},
		{"1 0 obj\n<", "1 0 obj\n["},
		{"%%EOF", ""},
		{"/W[1 2 1]", "/Filter/FlateDecode/W[1 2 1]"},
	} {
		if !strings.Contains(src, c[0]) {
			t.Fatalf("%q is not in it", c[0])
		}
		fmt.Fprintf(&b, "%q is %q: %s\n", c[0], c[1], told(strings.Replace(src, c[0], c[1], 1)))
	}
	broken := "1 0 obj\n" + streamOf("/Filter/FlateDecode/W[1 2 1]", deflated(t, strings.Repeat("0123", 9))[:9]) + "\nendobj\n"
	fmt.Fprintf(&b, "a stream that breaks off: %s\n", told(broken+"startxref\n0\n"))
	expect.File(t, "read.golden.txt", b.String())
}
