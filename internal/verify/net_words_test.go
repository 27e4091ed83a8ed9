package verify

import (
	"strings"
	"testing"
)

// TestHowChangedWordsAreShown puts spaces between words, and none before a mark that ends something.
func TestHowChangedWordsAreShown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words string // those behind a ! are marks
		want  string
	}{
		{"a b", "a b"},
		{"a !. b", "a. b"},
		{"a !( b !)", "a ( b)"},
		{"a !\" b", "a \" b"},
		{"a .", "a ."},
		{"!, a", ", a"},
		{"a !– b", "a – b"},
		{"a !” b", "a ” b"},
		{"", ""},
		{"a !。", "a。"},
		{"a !?", "a?"},
	} {
		var words []token
		for _, w := range strings.Fields(c.words) {
			shown, mark := strings.CutPrefix(w, "!")
			words = append(words, token{shown: shown, mark: mark})
		}
		if got := shown(words); got != c.want {
			t.Errorf("%s: %q", c.words, got)
		}
	}
	for r, want := range map[rune]bool{
		'字': true, 'あ': true, 'ア': true, 'ก': true, '。': true, '、': true, '！': true, '｡': true, '･': true, 'ｱ': true, 'a': false, '.': false,
		'5': false, '가': false,
		'\U00010100': false, '‼': false, '！' - 1: false, '\u3000': false, '〽': true,
	} {
		if alone(r) != want {
			t.Errorf("%q is a word: %t", r, !want)
		}
	}
}

// TestWordsThatALineTookApart are put together where the reference has them so, and where it has not both parts.
func TestWordsThatALineTookApart(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("riverside", 4)
	first, second := long[:20], long[20:]
	for _, c := range []struct{ ref, text, want string }{
		{long, first + "\n" + second, long},
		{long + " " + first, first + "\n" + second, long},
		{long + " " + second, first + "\n" + second, long},
		{long + " " + first + " " + second, first + "\n" + second, first + "|" + second},
		{"oars", first + "\n" + second, first + "|" + second},
		{long, first + " " + second, first + "|" + second},
	} {
		var got []string
		for _, w := range Plain(c.text).fit(Plain(c.ref)).words {
			got = append(got, w.text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s in %s: %s", c.text, c.ref, s)
		}
	}
}
