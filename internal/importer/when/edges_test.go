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

// A day without its year is the one that the rest of the source names, if it names one.
func TestTheYearThatTheRestOfTheSourceNames(t *testing.T) {
	for _, c := range []struct {
		text string
		days []Day
		want string
	}{
		{"Embargoed until 9 a.m. ET, December 8", []Day{{2027, 12, 8}}, "2027-12-08T09:00:00-05:00"},
		{"Embargoed until 9 a.m. ET, December 8", []Day{{2027, 12, 9}}, "it names no year"},
		{"Embargoed until 9 a.m. ET, December 8", nil, "it names no year"},
		{"Embargoed until 9 a.m. ET, December 8", []Day{{0, 12, 8}}, "it names no year"},
		{"Embargoed until 9 a.m. ET, Wednesday, December 8", []Day{{2027, 12, 8}}, "2027-12-08T09:00:00-05:00"},
		{"Embargoed until 9 a.m. ET, Tuesday, December 8", []Day{{2027, 12, 8}}, "8 December 2027 is a Wednesday, not a Tuesday"},
		{"Embargoed until 9 p.m. ET, December 8 (02:00 GMT, December 9)", []Day{{2027, 12, 8}}, "2027-12-08T21:00:00-05:00"},
		{"Embargoed until 9 a.m. ET, December 8", []Day{{2027, 12, 8}, {2026, 12, 8}}, "it can be read in more than one way: 2027-12-08T09:00:00-05:00 or 2026-12-08T09:00:00-05:00"},
	} {
		r := Read(c.text, Options{Language: "en", Today: day0, Days: c.days})
		got := r.Why
		if got == "" {
			got = r.At.Format(time.RFC3339)
		}
		if got != c.want {
			t.Errorf("%s, with %v: %s, want %s", c.text, c.days, got, c.want)
		}
	}
}

// An hour in another sentence is that of something else where the text is long, and no more
// is read than the longest statement may have.
func TestHowMuchIsRead(t *testing.T) {
	const statement = "Embargoed until 9:00 GMT on 8 December 2026.\n"
	another := func(n int) string {
		const ends = "Doors open at 8:00"
		return statement + strings.Repeat("x", n-len(statement)-len(ends)-1) + " " + ends
	}
	behind := func(n int) string { return strings.Repeat("x", n-len(statement)) + "\n" + statement[:len(statement)-1] }
	for _, c := range []struct{ name, text, want string }{
		{"as long as a line that says when", another(longLine), "another hour stands beside it"},
		{"longer", another(longLine + 1), "2026-12-08T09:00:00Z"},
		{"as much as is read", behind(maxLength), "2026-12-08T09:00:00Z"},
		{"more", behind(maxLength + 1), "2026-12-08T09:00:00Z"},
		{"so much that the year is cut off", behind(maxLength + 3), "“20” in it could not be read"},
	} {
		r := Read(c.text, Options{Language: "en", Today: day0})
		got := r.Why
		if got == "" {
			got = r.At.Format(time.RFC3339)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
