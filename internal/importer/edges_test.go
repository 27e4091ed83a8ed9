package importer

import (
	"slices"
	"strings"
	"testing"

	"pressroom/internal/importer/when"
)

// Which readings of a line say when the release may be published, and which speak of
// something else.
func TestWhichLinesSpeakOfTheReleasesTime(t *testing.T) {
	dated := []when.Day{{Year: 2027, Month: 6, Day: 8}}
	for _, c := range []struct {
		name       string
		r          when.Reading
		line, head bool
		want       bool
	}{
		{"an embargo at the head", when.Reading{Embargo: true, Leads: true}, false, true, true},
		{"an embargo in a line of its own", when.Reading{Embargo: true, Leads: true}, true, false, true},
		{"an embargo with an hour", when.Reading{Embargo: true, Leads: true, Hour: true}, false, false, true},
		{"an embargo within a text", when.Reading{Embargo: true, Leads: true}, false, false, false},
		{"an embargo with an hour, of which a sentence tells", when.Reading{Embargo: true, Hour: true}, false, false, false},
		{"an embargo of which a line tells", when.Reading{Embargo: true}, true, true, false},
		{"an embargo with day and hour", when.Reading{Embargo: true, Hour: true, Days: dated}, false, false, true},
		{"outright", when.Reading{Outright: true}, false, false, true},
		{"at once", when.Reading{Immediate: true, Leads: true}, true, true, false},
		{"at once, and an hour", when.Reading{Immediate: true, Leads: true, Hour: true}, true, true, true},
		{"a release with an hour", when.Reading{Release: true, Hour: true}, true, false, true},
		{"a release of a day, at the head", when.Reading{Release: true, Days: dated}, true, true, true},
		{"a release of a day, below it", when.Reading{Release: true, Days: dated}, true, false, false},
		{"it is open, at the head", when.Reading{Open: true, Leads: true}, true, true, true},
		{"it is open, below it", when.Reading{Open: true, Leads: true}, true, false, false},
		{"it is open, with an hour", when.Reading{Open: true, Leads: true, Hour: true}, true, false, true},
		{"day and hour alone, at the head", when.Reading{Hour: true, Days: dated}, true, true, true},
		{"with two strange words", when.Reading{Hour: true, Days: dated, Strange: 2}, true, true, false},
		{"day and hour alone, below it", when.Reading{Hour: true, Days: dated}, true, false, false},
		{"an hour alone", when.Reading{Hour: true}, true, true, false},
		{"it is open with an hour, within a text", when.Reading{Open: true, Leads: true, Hour: true}, false, true, false},
		{"it is open with an hour, of which a line tells", when.Reading{Open: true, Hour: true}, true, true, false},
	} {
		d := drafted("en")
		if got := d.speaks(c.r, "9 a.m., June 8", c.line, c.head); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if want := c.r.Immediate && c.line; d.immediate != want {
			t.Errorf("%s: at once is %v", c.name, d.immediate)
		}
	}
}

func TestFiguresOfNumbers(t *testing.T) {
	for b, want := range map[byte]bool{'0': true, '5': true, '9': true, '/': false, ':': false, 'a': false} {
		if isDigit(b) != want {
			t.Errorf("%c is a figure: %v", b, !want)
		}
	}
}

// What is shown has the signs that are seen, and not how an import writes them.
func TestSignsAreShownAsTheyAreSeen(t *testing.T) {
	list, err := ShownBy("a.html", []byte("<p>5 &lt; 6 &amp; 7 &gt; 2 {said} *so* _it_ #1 {{quote \"x\"}} &amp;lt;</p><table><tr><td>{a} &lt; b &amp; &amp;lt; c</td></tr></table>"))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	want := []string{"5 < 6 & 7 > 2 {said} *so* _it_ #1 {{quote \"x\"}} &lt;", "{a} < b & &lt; c"}
	for i := range list[0].Paragraphs {
		list[0].Paragraphs[i] = strings.TrimSpace(list[0].Paragraphs[i])
	}
	if !slices.Equal(list[0].Paragraphs, want) {
		t.Errorf("%q, want %q", list[0].Paragraphs, want)
	}
}
