package frontmatter

import (
	"fmt"
	"strings"
	"testing"
)

func TestKeysThatNeedNoMarks(t *testing.T) {
	for c := range 256 {
		want := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
		if got := isBare("a" + string([]byte{byte(c)})); got != want {
			t.Errorf("%q: %t", rune(c), got)
		}
	}
	if isBare("") || !isBare("-") {
		t.Error("an empty key, or a hyphen")
	}
}

// A string is passed over to its end, and no further.
func TestWhereAStringOfTOMLEnds(t *testing.T) {
	for src, want := range map[string]int{
		`"a"b`: 2, `"a\"b"c`: 5, `'a\'b'`: 3, `""`: 1, `"a`: 2, "\"a\nb\"": 1, `"a\`: 3, `"""a"""b`: 6, `"""a""""b`: 7, `"""a"""""b`: 8, `"""a\"""b"""c`: 11, `'''a\'''b`: 7,
		`"""a"b""c"""`: 11, `"""a`: 4, `"""a""`: 6, `""""""`: 5, `"""`: 3, `"" "`: 1, "\"\"\"a\n\"\"\"\n": 7,
	} {
		if got := skipString([]byte(src), 0); got != want {
			t.Errorf("%q ends at %d, want %d", src, got, want)
		}
	}
	n := strings.Repeat
	for src, want := range map[string]string{
		n("[", 16): "", n("[", 17): "16 more than 16 brackets open at once; write nested values as tables",
		n("[", 16) + "]" + "[": "", n("{", 15) + "}}" + n("[", 3): "", "]]" + n("[", 17): "18 more than 16 brackets open at once; write nested values as tables",
		"a" + n(".a", 9): "", "a" + n(".a", 10): "19 a dotted key of more than 10 parts; use a table",
		n("a.b.c.d=1\n", 9): "", n("a.b.c.d,", 9): "", "[a.b.c.d.e.f][a.b.c.d.e.f]": "", n("a.", 9) + "=" + n("1.", 9): "",
		"# " + n("[", 17) + "\n[": "", "\"" + n("[", 17) + "\"[": "", "a=1\nb=2\n[c]\n": "", "a=1\nb=2\n[c]\n[d]": "13 more than 3 keys and tables; a release needs a few dozen",
	} {
		got := ""
		if err := checkLimits([]byte(src), 3+100*strings.Count(src, ".a")+100*strings.Count(src, "[[")+100*strings.Count(src, "{{")+100*strings.Count(src, "a.b.c")+100*strings.Count(src, "a.a")); err != nil {
			got = fmt.Sprintf("%d %s", err.offset, err.msg)
		}
		if got != want {
			t.Errorf("%.40q: %q, want %q", src, got, want)
		}
	}
	if err := checkLimits([]byte(n("a=1\n", 9000)), 0); err != nil {
		t.Error(err.msg)
	}
}

func TestWhichKeyStandsAboveATable(t *testing.T) {
	d, _ := Split("f.md", []byte("+++\na = 1\n[quote]\nb = 1\n+++\n"))
	root := d.Root()
	quote := root.Table("quote")
	if !root.Before("a", quote) || quote.Before("b", quote) || root.Before("quote", quote) {
		t.Error("what stands above is told wrongly")
	}
}
