package pdftext

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// table puts objects into a file whose cross-reference stream has fields of other widths;
// the object 20 is the one so many in its stream, and the last that there is.
func table(objects map[int]string, widths [3]int, nth int) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var out []byte
	for n := range 21 {
		fields := [3]int{}
		switch {
		case n == 20:
			fields = [3]int{2, 15, nth}
		case objects[n] != "":
			fields = [3]int{1, b.Len(), 0}
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, objects[n])
		}
		for i, w := range widths {
			for at := w - 1; at >= 0; at-- {
				if at > 7 {
					out = append(out, 0)
					continue
				}
				out = append(out, byte(fields[i]>>(8*at)))
			}
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "30 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", streamOf(fmt.Sprintf("/Type/XRef/W[%d %d %d]/Root 1 0 R", widths[0], widths[1], widths[2]), string(out)), start)
	return b.String()
}

// What is read of files at the limits of what is read.
func TestFilesAtTheLimits(t *testing.T) {
	var b strings.Builder
	for _, w := range [][3]int{{1, 2, 1}, {1, 2, 0}, {1, 8, 1}, {1, 9, 1}, {8, 8, 8}, {9, 2, 1}, {1, 2, 9}, {0, 2, 1}} {
		fmt.Fprintf(&b, "fields of %v bytes: %s\n", w, told(table(small(t), w, 0)))
	}
	second := func(index string) map[int]string {
		objects := small(t)
		objects[15] = streamOf(fmt.Sprintf("/Type/ObjStm/N 2/First %d", len(index)), index+"null <</S/Caption/K[<</Type/MCR/Pg 9 0 R/MCID 2>>]>>")
		return objects
	}
	for _, index := range []string{"21 0 20 5 ", "21 0 20 4 ", "21 0 20 ", "21 0 20 x ", "20 5 ", "20 0 20 5 21 0 "} {
		fmt.Fprintf(&b, "the second of %q: %s\n", index, told(table(second(index), [3]int{1, 2, 1}, 1)))
	}
	for _, c := range []struct {
		object   int
		from, to string
	}{
		{15, "/First 11", "/First 2"},
		{5, "11 0 R", "21 0 R 11 0 R"},
		{6, shown("Title"), shown(" ")},
		{10, shown("Bare"), shown(" ")},
		{10, "stream\n", "stream\t"},
		{18, "]", "]\nstream\n\nendstream"},
		{18, "]", "]\nstream"},
		{6, "0 0 m", strings.Repeat("[", mostDeep+1) + strings.Repeat("]", mostDeep+1) + " 0 m"},
		{6, "0 0 m", strings.Repeat("[", mostDeep+2) + strings.Repeat("]", mostDeep+2) + " 0 m"},
		{17, "0 0 m", strings.Repeat("[", mostDeep+1) + strings.Repeat("]", mostDeep+1) + " 0 m"},
		{17, "0 0 m", strings.Repeat("[", mostDeep+2) + strings.Repeat("]", mostDeep+2) + " 0 m"},
		{6, "/MCID 0", "/ActualText<feff00410042>/MCID 0"},
		{6, "/Artifact BMC", "/Artifact<</ActualText(Head)>>BDC"},
		{10, "/Artifact BMC", "/Artifact 1 BDC"},
	} {
		objects := small(t)
		was := objects[c.object]
		now := strings.Replace(was, c.from, c.to, 1)
		if now == was {
			t.Fatalf("%q is not in %d", c.from, c.object)
		}
		if head, data, ok := strings.Cut(now, ">>\nstream\n"); ok {
			now = streamOf(head[2:strings.LastIndex(head, "/Length")], strings.TrimSuffix(data, "\nendstream"))
		}
		objects[c.object] = now
		fmt.Fprintf(&b, "in %d, %.40q is %.40q (%d bytes): %s\n", c.object, c.from, c.to, len(c.to), told(table(objects, [3]int{1, 3, 1}, 0)))
	}
	// A font's codes, however many stand before them, and values within values among them.
	for _, before := range []string{"", strings.Repeat("1 ", 999), strings.Repeat("1 ", 1001), "1 beginbfchar <41> <0041> endbfchar ", strings.Repeat("[", mostDeep+1) + strings.Repeat("]", mostDeep+1), strings.Repeat("[", mostDeep+2) + strings.Repeat("]", mostDeep+2)} {
		objects := small(t)
		font := before
		for r := rune(' '); r < 127; r++ {
			font += fmt.Sprintf(" 1 beginbfchar <%04x><%04x> endbfchar", r, r)
		}
		objects[8] = streamOf("", font)
		fmt.Fprintf(&b, "a font behind %.20q, %d: %s\n", before, len(before), told(table(objects, [3]int{1, 3, 1}, 0)))
	}
	var wide strings.Builder
	for r := rune(' '); r < 127; r++ {
		fmt.Fprintf(&wide, "<%04x><%04x>", r, r)
	}
	for _, n := range []int{1000, 1002} {
		objects := small(t)
		objects[8] = streamOf("", "beginbfchar "+strings.Repeat("<0001><0001>", (n-190)/2)+wide.String()+" endbfchar")
		fmt.Fprintf(&b, "%d codes and texts at once: %s\n", n, told(table(objects, [3]int{1, 3, 1}, 0)))
	}
	for _, n := range []int{5000, 5001} {
		objects := small(t)
		objects[16] = streamOf("", "")
		objects[19] = "<</Type/Page/Contents 16 0 R>>"
		objects[4] = strings.Replace(objects[4], "/I1 16 0 R", "/I1 17 0 R", 1)
		objects[2] = "<</Type/Pages/Kids[4 0 R 9 0 R" + strings.Repeat(" 19 0 R", n-2) + "]>>"
		fmt.Fprintf(&b, "%d pages: %s\n", n, told(table(objects, [3]int{1, 3, 1}, 0)))
	}
	expect.File(t, "limits.golden.txt", b.String())
}
