package expect

import (
	"strings"
	"testing"
)

func TestSlipsTellWhatChanges(t *testing.T) {
	said := func(s string) string {
		if strings.Contains(s, "b") {
			return "with b"
		}
		return "without"
	}
	if got, want := Slips("aab", Letters, said), "whole: with b\nmissing \"aa\": as before\nmissing \"b\": without\ntwice \"aab\": as before\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := strings.Join(Words(" one  two\nthree"), "|"), " |one  |two\n|three"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Slips("", Words, said); got != "whole: without\n" {
		t.Errorf("%q", got)
	}
}
