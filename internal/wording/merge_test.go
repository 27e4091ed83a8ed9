package wording

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatTwoPeopleWroteIsMerged(t *testing.T) {
	const base = "one\ntwo\nthree\nfour\nfive\n"
	for _, c := range []struct{ name, mine, theirs, want string }{
		{"nothing", base, base, base},
		{"mine alone", "one\n2\nthree\nfour\nfive\n", base, "one\n2\nthree\nfour\nfive\n"},
		{"theirs alone", base, "one\ntwo\nthree\nfour\nfive\nsix\n", "one\ntwo\nthree\nfour\nfive\nsix\n"},
		{"two lines apart", "1\ntwo\nthree\nfour\nfive\n", "one\ntwo\n3\nfour\nfive\n", "1\ntwo\n3\nfour\nfive\n"},
		{"one taken out, one put in", "one\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nmore\nfive\n", "one\nthree\nfour\nmore\nfive\n"},
		{"the same", "one\n2\nthree\nfour\nfive\n", "one\n2\nthree\nfour\nfive\n", "one\n2\nthree\nfour\nfive\n"},
		{"the same, and more", "one\n2\nthree\nfour\nfive\n", "one\n2\nthree\n4\nfive\n", "one\n2\nthree\n4\nfive\n"},
		{"no end of the last line", "1\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nfive", "1\ntwo\nthree\nfour\nfive"},
		{"the same line", "one\n2\nthree\nfour\nfive\n", "one\nzwei\nthree\nfour\nfive\n", ""},
		{"lines that touch", "one\n2\nthree\nfour\nfive\n", "one\ntwo\n3\nfour\nfive\n", ""},
		{"two put in at one place", "one\na\ntwo\nthree\nfour\nfive\n", "one\nb\ntwo\nthree\nfour\nfive\n", ""},
		{"one rewritten, one taken out", "one\n2\nthree\nfour\nfive\n", "one\nthree\nfour\nfive\n", ""},
		{"all of it, twice", "x\n", "y\n", ""},
		{"one put in before what the other takes out", "one\na\ntwo\nthree\nfour\nfive\n", "one\nthree\nfour\nfive\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, order := range [][2]string{{c.mine, c.theirs}, {c.theirs, c.mine}} {
				got, ok := Merge(base, order[0], order[1])
				if ok != (c.want != "") || got != c.want {
					t.Errorf("%q, %v; want %q", got, ok, c.want)
				}
			}
		})
	}
	if got, ok := Merge("", "a\n", ""); !ok || got != "a\n" {
		t.Errorf("%q, %v", got, ok)
	}
}

// Whatever two people wrote: what is merged has each line that one of them put in, and none
// that one of them took out; and where they wrote far from each other it can be merged.
func TestNothingIsLostInAMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var base []string
		for i := range rapid.IntRange(0, 30).Draw(t, "lines") {
			base = append(base, strings.Repeat("x", i+1))
		}
		write := func(who string) (out, in, gone []string) {
			for i := 0; i <= len(base); i++ {
				switch rapid.SampledFrom([]string{"", "", "", "", "", "", "put", "take"}).Draw(t, who) {
				case "put":
					line := who + strings.Repeat("y", i+1)
					out, in = append(out, line), append(in, line)
				case "take":
					if i < len(base) {
						gone = append(gone, base[i])
						continue
					}
				}
				if i < len(base) {
					out = append(out, base[i])
				}
			}
			return out, in, gone
		}
		text := func(lines []string) string {
			if len(lines) == 0 {
				return ""
			}
			return strings.Join(lines, "\n") + "\n"
		}
		mine, myIn, myGone := write("m")
		theirs, theirIn, theirGone := write("t")
		got, ok := Merge(text(base), text(mine), text(theirs))
		if other, also := Merge(text(base), text(theirs), text(mine)); other != got || also != ok {
			t.Fatalf("the other way round it is %q, %v, and not %q, %v", other, also, got, ok)
		}
		if !ok {
			if len(myIn)+len(myGone) == 0 || len(theirIn)+len(theirGone) == 0 {
				t.Fatal("one of them wrote nothing")
			}
			return
		}
		has := func(line string) bool { return strings.Contains("\n"+got, "\n"+line+"\n") }
		for _, line := range append(myIn, theirIn...) {
			if !has(line) {
				t.Fatalf("%q is lost in %q", line, got)
			}
		}
		for _, line := range append(myGone, theirGone...) {
			if has(line) {
				t.Fatalf("%q is in %q again", line, got)
			}
		}
	})
}
