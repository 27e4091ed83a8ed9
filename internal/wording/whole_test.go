package wording

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

func TestComparisonsWhole(t *testing.T) {
	var b strings.Builder
	for _, c := range [][2]string{
		{"", ""},
		{"one", "one"},
		{"", "one two"},
		{"one two", ""},
		{"one two three four five six seven", "one two three 4 five six seven"},
		{"First.\n\nSecond.", "First. Second."},
		{"First. Second.", "First.\n\nSecond."},
		{"a\nb", "a b"},
		{"we will not go there", "we shall not go here"},
		{"one two three four five six seven eight nine ten", "zero two three four five six seven eight nine eleven"},
		{"a b c d e f g h", "a b c x d e f g h"},
		{"keep this", "keep this too"},
		{"drop that now", "that now"},
		{"a x b y c", "a 1 b 2 c"},
	} {
		fmt.Fprintf(&b, "=== %q, %q\n", c[0], c[1])
		for _, s := range Words(c[0], c[1]) {
			fmt.Fprintf(&b, "%s %q\n", map[[2]bool]string{{}: " ", {true, false}: "-", {false, true}: "+"}[[2]bool{s.Old, s.New}], s.Text)
		}
		for _, s := range Changes(c[0], c[1]) {
			fmt.Fprintf(&b, "  %q became %q\n", s.Before, s.After)
		}
	}
	expect.File(t, "comparisons.golden.txt", b.String())
}
