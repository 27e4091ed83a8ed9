package verify

import (
	"fmt"
	"slices"
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

// From how many words on a line is taken for one of the release's that was altered: it has
// some of a paragraph's words, and others, and stands in the place of the paragraph, beside
// it, behind all that there is, or alone.
func TestHowMuchOfALineIsTheReleases(t *testing.T) {
	const first, own, last = "Eleven groups along the waterfront have asked for tests.", "port never said why samples of July were lost again", "A council meets about it on the second Tuesday."
	ref := &Reference{Doc: Plain(first + "\n\n" + own + "\n\n" + last + "\n")}
	ours, theirs := strings.Fields(own), strings.Fields("kind birds sing over old wooden boats near green hills every long morning")
	var b strings.Builder
	for way, line := range map[string]func(kept, others int) string{
		"words behind": func(kept, others int) string { return strings.Join(slices.Concat(ours[:kept], theirs[:others]), " ") },
		"words before": func(kept, others int) string {
			return strings.Join(slices.Concat(theirs[:others], ours[len(ours)-kept:]), " ")
		},
		"words in turn": func(kept, others int) string { return mixed(ours[:kept], theirs[:others]) },
	} {
		for place, text := range map[string]func(line string) string{
			"in its place": func(line string) string { return first + "\n\n" + line + "\n\n" + last },
			"beside it":    func(line string) string { return first + "\n\n" + own + "\n\n" + line + "\n\n" + last },
			"behind all":   func(line string) string { return first + "\n\n" + last + "\n\n" + line },
			"alone":        func(line string) string { return line },
		} {
			for kept := range len(ours) + 1 {
				before := ""
				for others := range len(theirs) + 1 {
					r := Compare(ref, Plain(text(line(kept, others))+"\n"))
					verdict, _, _ := strings.Cut(all(r), ",")
					now := fmt.Sprintf("%s, %d beside, %d left, %d changes", verdict, len(r.Beside), len(r.Left), len(r.Changes))
					if now != before {
						fmt.Fprintf(&b, "%s, %s, %2d of ours and %2d others: %s\n", way, place, kept, others, now)
					}
					before = now
				}
			}
		}
	}
	sorted := strings.SplitAfter(b.String(), "\n")
	slices.Sort(sorted)
	b.Reset()
	b.WriteString(strings.Join(sorted, ""))
	// Two words that are others, and how far apart they are.
	for apart := 1; apart < 6; apart++ {
		for _, between := range []string{"", ","} {
			words := append([]string{}, ours...)
			words[2], words[2+apart] = "kind", "birds"
			words[2] += between
			fmt.Fprintf(&b, "two words %d apart%s: %s\n", apart, between, all(Compare(ref, Plain(first+"\n\n"+strings.Join(words, " ")+"\n\n"+last+"\n"))))
		}
	}
	expect.File(t, "altered.golden.txt", b.String())
}

// mixed takes words of two lists in turn.
func mixed(a, b []string) string {
	var out []string
	for len(a) > 0 || len(b) > 0 {
		if len(a) > 0 {
			out, a = append(out, a[0]), a[1:]
		}
		if len(b) > 0 {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return strings.Join(out, " ")
}
