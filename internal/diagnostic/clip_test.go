package diagnostic

import "testing"

func TestAMessageQuotesSoMuchAndNoMore(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"", 3, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "abc…"},
		{"éèü", 3, "éèü"},
		{"日本語です", 3, "日本語…"},
		{"a\xffb", 2, "a\xff…"},
		{"a", 0, "…"},
	} {
		if got := Clip(c.text, c.most); got != c.want {
			t.Errorf("%q, %d: %q, want %q", c.text, c.most, got, c.want)
		}
	}
}
