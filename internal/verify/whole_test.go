package verify

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// short is a release of few words, with a list, a table's lines and short paragraphs.
const short = `Groups ask for the tests

Eleven groups along the waterfront have asked the port to publish every test since 2022. Their letter lists 1,204 samples.

“We set out to ask,” said Ana Osei.

First demand of three
Second demand: money

The port did not answer in May, in July or in November of last year.

Contact: Dana Whit, press@openharbor.example
`

// all tells everything that is found.
func all(r Result) string {
	s := fmt.Sprintf("%d of %d %s", r.Whole, r.Of, [...]string{"unknown", "differs", "unchanged", "genuine"}[r.Verdict])
	if r.Cut {
		s += ", cut"
	}
	for _, l := range r.Beside {
		s += fmt.Sprintf(", beside %q", l)
	}
	for _, l := range r.Left {
		s += fmt.Sprintf(", left %.12q", l)
	}
	for _, c := range r.Changes {
		s += fmt.Sprintf(", %d %q is %q", c.Paragraph, c.Ours, c.Theirs)
	}
	return s
}

// lines are a text's lines, the empty ones with those before them.
func lines(text string) []string {
	var out []string
	for _, l := range strings.SplitAfter(text, "\n") {
		if strings.TrimSpace(l) == "" && len(out) > 0 {
			out[len(out)-1] += l
			continue
		}
		out = append(out, l)
	}
	return out
}

// What is found where one word or one line of a release is missing, stands twice or is
// written otherwise.
func TestWhatIsFoundOfOneSlip(t *testing.T) {
	ref := &Reference{Doc: Plain(short), Running: []string{"Page " + Any + " of 2", "Harbor press office"}}
	said := func(text string) string { return all(Compare(ref, Plain(text))) }
	expect.File(t, "words.golden.txt", expect.Slips(short, expect.Words, said))
	expect.File(t, "turns.golden.txt", expect.Turns(short, expect.Words, said))
	expect.File(t, "lines.golden.txt", expect.Slips(short, lines, said))
}

// What is found where something stands between two lines or words that is not the release's.
func TestWhatIsFoundOfSomethingBetween(t *testing.T) {
	ref := &Reference{Doc: Plain(short), Running: []string{"Page " + Any + " of 2", "Harbor press office"}}
	var b strings.Builder
	for _, between := range []string{
		"not", "7", "7.", "(7)", "(3 )", "not ever", "not ever so", "Page 1 of 2", "Page 1 of 3", "Harbor press office\nPage 2 of 2", "!",
		"Subject: Groups ask for the tests", "Groups ask for the tests", "Second demand: money", "Second demand: nothing at all", "the port did not",
		"Eleven groups along the river have asked the port to publish every test since 2023.",
		"Nobody here has ever heard of such a letter, and all of it is made up from the beginning.",
		"From: Kim\nTo: Bo\nSubject: Groups ask for the tests\nDate: Tuesday", "> Kim wrote:", "In: Eleven groups along the waterfront",
	} {
		r := func(text string) string { return all(Compare(ref, Plain(text))) }
		last := ""
		at := 0
		for i, l := range append(lines(short), "") {
			got := r(short[:at] + between + "\n\n" + short[at:])
			if got != last {
				fmt.Fprintf(&b, "%q before line %d: %s\n", between, i+1, got)
			}
			last = got
			at += len(l)
		}
	}
	expect.File(t, "between.golden.txt", b.String())
}

// A part of a release is known from some words on, wherever it begins and ends.
func TestWhatIsFoundOfAPart(t *testing.T) {
	ref := &Reference{Doc: Plain(short)}
	words := expect.Words(short)
	var b strings.Builder
	for from := 0; from < len(words); from += 3 {
		last := ""
		for to := from + 1; to <= len(words); to++ {
			got := all(Compare(ref, Plain(strings.Join(words[from:to], ""))))
			if got != last {
				fmt.Fprintf(&b, "words %d to %d: %s\n", from+1, to, got)
			}
			last = got
		}
	}
	expect.File(t, "parts.golden.txt", b.String())
}
