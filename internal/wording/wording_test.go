package wording

import (
	"fmt"
	"testing"
)

func TestWordsAreCompared(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"We asked them twice.", "We asked them three times.", "[{We asked them false false} {twice. true false} {three times. false true}]"},
		{"same words", "same words", "[{same words false false}]"},
		{"a b c", "x b y", "[{a b c true false} {x b y false true}]"},
		{"", "new", "[{new false true}]"},
		{"a b c", "x b", "[{a b c true false} {x b false true}]"},
		{"a b", "x b", "[{a true false} {x false true} {b false false}]"},
		{"a b c d", "x b c y", "[{a true false} {x false true} {b c false false} {d true false} {y false true}]"},
	} {
		if got := fmt.Sprint(Words(c.before, c.after)); got != c.want {
			t.Errorf("%q, %q: %s", c.before, c.after, got)
		}
	}
}
