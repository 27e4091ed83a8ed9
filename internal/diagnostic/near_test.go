package diagnostic_test

import (
	"testing"

	"pressroom/internal/diagnostic"
)

// A third of the letters, and one more, may be missing, added, others or swapped with
// their neighbours.
func TestHowFarAWordMayBeFromAnother(t *testing.T) {
	for _, c := range []struct {
		near, far string
	}{
		{"abcdef", "uvwxef"},
		{"xyzdef", "wxyzef"},
		{"abcxyz", "abwxyz"},
		{"abcdefxyz", "abcdefwxyz"},
		{"xyzabcdef", "wxyzabcdef"},
		{"axbyczdef", "axbyczdwef"},
		{"abc", "ab"},
		{"def", "ef"},
		{"badcfe", "badcxy"},
		{"abdcfe", "fedcba"},
		{"bacdef", ""},
		{"bcdefa", "efabcd"},
		{"facbde", "fabcdxyze"},
	} {
		if diagnostic.Nearest("abcdef", []string{c.near}) != c.near {
			t.Errorf("%s is not near", c.near)
		}
		if got := diagnostic.Nearest("abcdef", []string{c.far}); got != "" {
			t.Errorf("%s is near", got)
		}
	}
}
