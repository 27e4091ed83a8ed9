package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
)

// What is read of lines at the edges of what is read: whole.
func TestLinesAtTheEdges(t *testing.T) {
	var b strings.Builder
	for _, f := range lines(t, "edges.txt", 2) {
		r := Read(strings.ReplaceAll(f[1], " // ", "\n"), Options{Language: f[0], Today: day0})
		fmt.Fprintf(&b, "%s %s\n  %s\n", f[0], f[1], strings.ReplaceAll(expect.Given(r), "\n", "⏎"))
	}
	expect.File(t, "edges.golden.txt", b.String())
}

// A reading is complete, or dated, by what it names.
func TestWhatAReadingNames(t *testing.T) {
	one := []Day{{2026, 12, 8}}
	for _, c := range []struct {
		r               Reading
		complete, dated bool
	}{
		{Reading{}, false, false},
		{Reading{Hour: true}, false, false},
		{Reading{Days: one}, false, true},
		{Reading{Twice: "8/12/2026"}, false, true},
		{Reading{Hour: true, Days: one}, true, true},
		{Reading{Hour: true, Twice: "8/12/2026"}, true, true},
	} {
		if c.r.Complete() != c.complete || c.r.Dated() != c.dated {
			t.Errorf("%+v: complete %t, dated %t", c.r, c.r.Complete(), c.r.Dated())
		}
	}
	if got := one[0].Time(); !got.Equal(time.Date(2026, 12, 8, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("a day begins at %s", got)
	}
}
