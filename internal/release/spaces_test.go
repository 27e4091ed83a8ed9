package release

import (
	"strings"
	"testing"
)

// What programs put between words and lines is a space in every form.
func TestSeparatorsAreSpaces(t *testing.T) {
	src := strings.Replace(`+++
headline = "H"
date = 2027-06-08
timezone = "America/New_York"
[[contact]]
name = "A"
email = "a@x.example"
+++
First|second, a	tab.

| a|b | c |
|---|---|
| d|e | f |
`, "|second", "\u2028second", 1)
	r, said := read(t, strings.NewReplacer("a|b", "a\u2029b", "d|e", "d\u0085e").Replace(src))
	if r == nil {
		t.Fatal(said)
	}
	var all []string
	for _, b := range r.Main().Body {
		switch b := b.(type) {
		case *Paragraph:
			all = append(all, PlainText(b.Inlines))
		case *Table:
			all = append(all, PlainText(b.Head[0]), PlainText(b.Rows[0][0]))
		}
	}
	if got := strings.Join(all, "\n"); got != "First second, a tab.\na b\nd e" {
		t.Errorf("%q", got)
	}
}
