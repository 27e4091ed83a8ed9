package release

import (
	"strings"
	"testing"
)

// Whatever a text holds, its links leave its words alone and lead to whole addresses.
func FuzzAddresses(f *testing.F) {
	for _, s := range []string{
		"See www.quay.example, https://quay.example/a_(b)) or a@b.example.", "“https://quay.example”www.a.b", "www.a.b\xff@c.d", "x@y.zはa@b.c",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := linkAddresses([]Inline{&Text{s}})
		if got := PlainText(out); got != s {
			t.Fatalf("%q became %q", s, got)
		}
		for _, i := range out {
			if l, ok := i.(*Link); ok && (checkAddress(l.Href) != "" || !l.Bare()) {
				t.Errorf("a link to %q", l.Href)
			}
		}
	})
}

// Addresses that follow each other without a space are each looked at once: with the
// rest read again at each of them this text would take minutes.
func TestManyAddressesWithoutASpace(t *testing.T) {
	const n = 40_000
	if got := len(linkAddresses([]Inline{&Text{strings.Repeat("www.a.b”", n)}})); got != 2*n {
		t.Errorf("%d pieces, not %d", got, 2*n)
	}
}
