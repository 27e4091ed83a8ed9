package heading

import (
	"strings"
	"testing"
)

// Headings at the edge of what is known, and what they are called in a list.
func TestHeadingsAtTheEdge(t *testing.T) {
	for h, want := range map[string]Field{
		"E-MAIL  (required)": Email, "E-Mail [Pflicht]": Email, "Out(x)let": Outlet, "Outlet/Publication": Outlet, "Outlet  or  Publication": Outlet,
		"Outlet or   Publication": Outlet, "Outlet / Email": "", "Outlet / x": "", "x / Outlet": "", "É-mail": Email, "": "", "/": "",
		"email" + strings.Repeat(" ", 195): Email, "email" + strings.Repeat(" ", 196): "",
	} {
		if got := Of(h); got != want {
			t.Errorf("%q is %q", h, got)
		}
	}
	for h, want := range map[string]Field{
		"Oulet": Outlet, "Outlett": Outlet, "Outlte": Outlet, "Outlat": Outlet, "Putlet": Outlet, "Otulte": "", "Outlets!": "", "Out": "", "Outl": "",
		strings.Repeat("x", 61): "", "Outlet": "",
	} {
		if got := Near(h); got != want {
			t.Errorf("%q is near %q", h, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"ab", "abc", true},
		{"abc", "ab", true},
		{"bc", "abc", true},
		{"ac", "abc", true},
		{"ab", "abcd", false},
		{"abcd", "ab", false},
		{"abc", "acb", true},
		{"abc", "bac", true},
		{"abc", "abd", true},
		{"abc", "cba", false},
		{"abcd", "badc", false},
		{"abc", "xbc", true},
		{"", "a", true},
		{"ab", "ba", true},
		{"ab", "cd", false},
	} {
		if got := slip(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
	for h, want := range map[string]string{
		"9 to 5": "_9_to_5", "0": "_0", ":": "", " Ort ": "ort", "-Ort-x-": "ort_x", "Größe": "grosse", "a.b/c d_e": "a_b_c_d_e", "Straße 9": "strasse_9", "a:b": "ab", "`{": "",
	} {
		if got := ColumnName(h); got != want {
			t.Errorf("%q is called %q, not %q", h, got, want)
		}
	}
}
