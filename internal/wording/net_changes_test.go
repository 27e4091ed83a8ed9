package wording

import (
	"fmt"
	"strings"
	"testing"
)

// TestChangesBesideOneAnother are framed by what stays around them, and by nothing that was changed itself.
func TestChangesBesideOneAnother(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ before, after, want string }{
		{"oars", "oars", ""},
		{"oars", "sails", "oars>sails"},
		{"of oars", "of sails", "of oars>of sails"},
		{"oars here", "sails here", "oars here>sails here"},
		{"oars", "", "oars>"},
		{"", "sails", ">sails"},
		{"the oars", "the", "the oars>the"},
		{"the", "the oars", "the>the oars"},
		{"a b c", "x b y", "a b c>x b y"},
		{"a b b c", "x b b y", "a b b>x b b/b b c>b b y"},
		{"a\n\nb", "a\n\nc", "a ¶ b>a ¶ c"},
	} {
		var out []string
		for _, s := range Changes(c.before, c.after) {
			out = append(out, s.Before+">"+s.After)
		}
		if got := strings.Join(out, "/"); got != c.want {
			t.Errorf("%q %q: %s", c.before, c.after, got)
		}
	}
	for _, c := range []struct {
		before, after string
		want          string
	}{
		{"a b c", "a x c", "[{1 2 1 2}]"},
		{"a b c d", "x b y d", "[{0 3 0 3}]"},
		{"a b c d e", "x b c y e", "[{0 1 0 1} {3 4 3 4}]"},
		{"a b", "a b c", "[{2 2 2 3}]"},
		{"a", "a", "[]"},
	} {
		if got := fmt.Sprint(Edits(strings.Fields(c.before), strings.Fields(c.after))); got != c.want {
			t.Errorf("%q %q: %s", c.before, c.after, got)
		}
	}
	for _, c := range []struct {
		before, after string
		want          string
	}{
		{"a\nb\n", "a\nc\n", "[{2 4 c\n}]"},
		{"a\nb\nc\n", "x\nb\ny\n", "[{0 2 x\n} {4 6 y\n}]"},
		{"a\nb\n", "", "[{0 4 }]"},
		{"", "a\n", "[{0 0 a\n}]"},
		{"a\n", "a\n", "[]"},
		{"a\nb\n", "x\ny\n", "[{0 4 x\ny\n}]"},
	} {
		got := changes(c.before, c.after)
		if s := fmt.Sprint(got); s != c.want {
			t.Errorf("%q %q: %q", c.before, c.after, s)
		}
	}
}
