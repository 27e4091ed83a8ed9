package pdftext

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Every kind of value, alone and right before another, and what is none: each is read to
// its end and no further.
func TestValuesAreReadToTheirEnds(t *testing.T) {
	var b strings.Builder
	for _, src := range []string{
		"", " \t\r\n\f\x00", "/Name", "/Name/Other", "/", "/A#20b", "(text)(more)", `(a\)b\\c\(d)e`, "(a(b)c)", "(open", `(a\`, "()", "<41>42", "<4142><43>", "<>1", "<4>", "<4z>", "<41", "<<>>1", "<</A 1/B(x)>>2", "<</A<</B[1 2]>>>>3",
		"<<1 2>>", "<</A>>", "<</A 1", "<</A 1>x", "<</A 1> >", "<< /A 1 >>/B", "[]1", "[1 2]3", "[ (a)<62>/C [4] ]5", "[1", "[)]", "12", "-1.5", "+3", ".5", "12 13", "12 0 R", "12 0 R13 0 R", "[1 0 R 2 0 R]", "12 1 R", "12  0 R", "-1 0 R", "0 0 R", fmt.Sprintf("%d 0 R", mostObjects),
		fmt.Sprintf("%d 0 R", mostObjects+1), "true false null", "BT/F1 9 Tf", "Tj(a)", ">", ")", "]", "{", "%", "1%2",
		strings.Repeat("[", mostDeep) + strings.Repeat("]", mostDeep), strings.Repeat("[", mostDeep+2) + strings.Repeat("]", mostDeep+2), strings.Repeat("<</A", mostDeep) + " 1" + strings.Repeat(">>", mostDeep),
	} {
		fmt.Fprintf(&b, "%.60q:", src)
		for l := (&lexer{src: []byte(src)}); ; {
			v, err := l.value(0)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				fmt.Fprintf(&b, " %v at %d", err, l.at)
				break
			}
			fmt.Fprintf(&b, " %.80s to %d;", fmt.Sprintf("%T %#[1]v", v), l.at)
		}
		b.WriteString("\n")
	}
	for _, s := range []any{nil, 1.0, "plain", "\xfe\xff\x00A\x20\x14", "\xfe\xff\xd8\x3d\xde\x00", "\xfe\xff\x00", "\xfe\xff\x00A\x00", "\xff\xfeA\x00"} {
		fmt.Fprintf(&b, "%#v is %q\n", s, textString(s))
	}
	expect.File(t, "values.golden.txt", b.String())
}
