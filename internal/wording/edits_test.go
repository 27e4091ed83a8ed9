package wording

import (
	"fmt"
	"strings"
	"testing"
)

func TestATextIsTakenApartIntoItsWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                  "",
		" \n":               "",
		"one":               "one@0-3",
		" one,  two\n":      "one,@1-5 two@7-10",
		"港の水 und ミズ":        "港@0-3 の@3-6 水@6-9 und@10-13 ミ@14-17 ズ@17-20",
		"a港b":               "a@0-1 港@1-4 b@4-5",
		"no\u00a0break é x": "no@0-2 break@4-9 é@10-12 x@13-14",
	} {
		var got []string
		for _, w := range Split(text) {
			got = append(got, fmt.Sprintf("%s@%d-%d", w.Text, w.Start, w.End))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

// A kept word between two changes belongs to them; two divide them.
func TestEditsAreStretchesOfWords(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"a b c", "a b c", "[]"},
		{"a b c", "a x c", "[{1 2 1 2}]"},
		{"a b c", "x b y", "[{0 3 0 3}]"},
		{"a b c d", "x b c y", "[{0 1 0 1} {3 4 3 4}]"},
		{"", "a b", "[{0 0 0 2}]"},
		{"a b", "", "[{0 2 0 0}]"},
		{"a b c d e", "a b x y c d", "[{2 2 2 4} {4 5 6 6}]"},
		{"a b c d e f", "b c d e x f y", "[{0 1 0 0} {5 6 4 7}]"},
	} {
		if got := fmt.Sprint(Edits(strings.Fields(c.before), strings.Fields(c.after))); got != c.want {
			t.Errorf("%s, then %s: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

func TestAShortTextIsOneLineOfSoManyColumns(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"one two", 7, "one two"},
		{" one\n two ", 7, "one two"},
		{"one two", 6, "one tw…"},
		{"港の水", 5, "港の…"}, // each takes two columns
		{"港の水", 6, "港の水"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301…"},
		{"", 0, ""},
		{"a", 0, "…"},
	} {
		if got := Short(c.text, c.most); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.most, got, c.want)
		}
	}
}
