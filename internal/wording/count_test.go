package wording

import (
	"strings"
	"testing"
)

func TestHowManyInWords(t *testing.T) {
	for want, got := range map[string]string{
		"1 quote": Count(1, "quote"), "0 quotes": Count(0, "quote"), "2 deliveries": Count(2, "delivery"), "3 entries": Count(3, "entry"),
		"none": Tally(nil), "de 1, en 12": Tally(map[string]int{"en": 12, "de": 1}),
		"a, b": Some([]string{"a", "b"}, 2), "a, b and 1 more": Some([]string{"a", "b", "c"}, 2), "": Some(nil, 2),
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestWordsOnLines(t *testing.T) {
	for _, c := range []struct {
		words string
		width int
		want  string
	}{
		{"", 9, ""},
		{"a", 9, "a"},
		{"a b", 9, "a, b"},
		{"aaaa bbbb", 9, "aaaa,|bbbb"},
		{"aaa bbb ccc", 9, "aaa, bbb,|ccc"},
		{"aaaaaaaaaaaa b", 9, "aaaaaaaaaaaa,|b"},
	} {
		if got := strings.Join(Lines(strings.Fields(c.words), c.width), "|"); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}
