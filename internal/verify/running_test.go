package verify

import (
	"fmt"
	"strings"
	"testing"
)

// What stands on every page, with what is somebody's own in it, is nobody's words.
func TestLinesOfEveryPageAreNoneOfTheText(t *testing.T) {
	const body = "Eleven groups along the waterfront have asked the port to publish its tests of the water.\n\n" +
		"The port has tested the water of its piers for years and has not said what it found there."
	ref := &Reference{Doc: Plain(body), Running: []string{"Page " + Any + " of " + Any, "Sent to " + Any + " by Harbor.", "ref-" + Any + "-x", "Harbor press"}}
	two := strings.SplitN(body, "\n\n", 2)
	for name, c := range map[string]struct {
		text string
		want Verdict
	}{
		"as it is":                     {body, Genuine},
		"with the number of a page":    {two[0] + "\n\nPage 1 of 2\n\n" + two[1], Genuine},
		"two lines in a row":           {two[0] + "\n\nHarbor press\nPage 1 of 2\n\n" + two[1], Genuine},
		"below it":                     {body + "\n\nSent to Ana Ruiz of the Paper by Harbor.\n", Genuine},
		"within a word":                {body + "\n\nref-k7pd-x\n", Genuine},
		"another end of the word":      {body + "\n\nref-k7pd-y\n", Unchanged},
		"more than is somebody's name": {body + "\n\nSent to " + strings.Repeat("nobody ", 13) + "by Harbor.\n", Unchanged},
		"another line":                 {body + "\n\nSent to Ana by the port.\n", Unchanged},
		"half of the line":             {body + "\n\nSent to\n", Unchanged},
		"another word in it":           {strings.Replace(body, "years", "weeks", 1) + "\n\nPage 1 of 2\n", Differs},
	} {
		if got := Compare(ref, Plain(c.text)); got.Verdict != c.want {
			t.Errorf("%s: %s, beside %q, changes %v", name, got, got.Beside, got.Changes)
		}
	}
	if got := Compare(ref, Plain("")); got.Verdict != Unknown || got.Of != 2 {
		t.Errorf("nothing at all is %+v", got)
	}
	if got := Compare(&Reference{Doc: Plain("")}, Plain(body)); got.Verdict != Unknown || got.Of != 0 {
		t.Errorf("held against nothing it is %+v", got)
	}
}

func TestHowManyWordsALineCovers(t *testing.T) {
	for _, c := range []struct {
		line, words string
		want        int
	}{
		{"a b", "a b c", 2},
		{"a b", "a c", 0},
		{"a b", "a", 0},
		{"a *", "a x", 2},
		{"a *", "a", 0},
		{"* b", "x y b c", 3},
		{"* b", "x y z", 0},
		{"* b *", "x b y", 3},
		{"x-*", "x-1", 1},
		{"x-*", "x", 0},
		{"x-*-y", "x-y", 0},
		{"x-*-y", "x--y", 1},
		{"* b", strings.Repeat("x ", 12) + "b", 13},
		{"* b", strings.Repeat("x ", 13) + "b", 0},
	} {
		if got := covers(strings.Fields(strings.ReplaceAll(c.line, "*", Any)), strings.Fields(c.words)); got != c.want {
			t.Errorf("%s covers %d words of %s, want %d", c.line, got, c.words, c.want)
		}
	}
}

// Of two texts that it may be, the one is told of which more is said.
func TestTheBetterOfTwoResults(t *testing.T) {
	changes := func(n int) []Change { return make([]Change, n) }
	list := []Result{ // each is better than all behind it
		{Verdict: Genuine},
		{Verdict: Unchanged, same: 9},
		{Verdict: Unchanged, same: 5, Beside: []string{"1."}, numbers: 1},
		{Verdict: Differs, same: 30, Changes: changes(1)},
		{Verdict: Differs, same: 30, Changes: changes(2)},
		{Verdict: Unchanged, same: 20, Beside: []string{"x"}},
		{Verdict: Unchanged, same: 20, Beside: []string{"x", "y"}},
		{Verdict: Unknown, same: 99},
	}
	for i := range list {
		for j := range list {
			if got, want := list[i].Better(list[j]), i < j; got != want {
				t.Errorf("%d is better than %d: %v", i, j, got)
			}
		}
	}
}

func TestAResultInALine(t *testing.T) {
	for want, r := range map[string]Result{
		"word for word as it was sent":                               {Verdict: Genuine},
		"2 of 3 paragraphs, unchanged":                               {Verdict: Unchanged, Whole: 2, Of: 3},
		"2 of 3 paragraphs, unchanged; it begins or ends within one": {Verdict: Unchanged, Whole: 2, Of: 3, Cut: true},
		"it differs from what was sent":                              {Verdict: Differs},
		"not known":                                                  {},
	} {
		if got := r.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A reference is found by some of its words: those of a copy are among those of the whole.
func TestATextIsFoundBySomeOfItsWords(t *testing.T) {
	var all []string
	for i := range 60 {
		all = append(all, fmt.Sprintf("word%d,", i))
	}
	d := Plain(strings.Join(all, " "))
	if got := d.Words(); got != 60 {
		t.Errorf("%d words", got)
	}
	places := make(map[int64]bool)
	for _, p := range d.Places() {
		places[p] = true
	}
	if want := 60 - inShingle + 1; len(places) != want {
		t.Errorf("%d places, want %d", len(places), want)
	}
	sample := d.Sample()
	if len(sample) == 0 || len(sample) > len(places)/2 {
		t.Errorf("%d of %d places are kept", len(sample), len(places))
	}
	for _, s := range sample {
		if !places[s] {
			t.Errorf("%d is kept, and is none", s)
		}
	}
	part := Plain(strings.Join(all[20:20+inShingle+inWindow], " "))
	found := 0
	for _, s := range part.Places() {
		for _, kept := range sample {
			if s == kept {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("a part of it is not found")
	}
	twice := Plain(strings.Join(append(all, all...), " "))
	if n := len(twice.Places()); n != 60 { // behind the end it begins again
		t.Errorf("of the same words twice there are %d places", n)
	}
	if got := Plain("two words").Sample(); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// Paragraphs that are missing between others are told, each by itself, however short.
func TestWhatIsLeftOutIsToldByParagraphs(t *testing.T) {
	body := []string{
		"Eleven groups along the waterfront have asked the port to publish its tests of the water.", "Enough.", "Again.",
		"The port has tested the water of its piers for years and has not said what it found there.", "Ends",
	}
	ref := &Reference{Doc: Split(body)}
	got := Compare(ref, Split([]string{body[0], body[3]}))
	if got.Verdict != Unchanged || got.Whole != 2 || got.Of != 5 || got.Cut || fmt.Sprintf("%q", got.Left) != `["Enough." "Again."]` {
		t.Errorf("%+v", got)
	}
}

// A stretch of the text is told by its whole paragraphs, and that it begins or ends within
// one.
func TestHowManyParagraphsAStretchHas(t *testing.T) {
	paras := []string{
		"Eleven groups along the waterfront have asked the port to publish its tests of the water.", "Enough of it.",
		"The port has tested the water of its piers for years and has not said what it found there.",
		"Each of the groups has written to the board in May and in June, and nobody has answered any of them.",
	}
	ref := &Reference{Doc: Split(paras)}
	for from := range paras {
		for to := from + 1; to <= len(paras); to++ {
			if to-from == 1 && from == 1 {
				continue // too short to be told by itself
			}
			some := append([]string{}, paras[from:to]...)
			want := Unchanged
			if to-from == len(paras) {
				want = Genuine
			}
			if got := Compare(ref, Split(some)); got.Verdict != want || got.Whole != to-from || got.Cut || got.Of != len(paras) {
				t.Errorf("from %d to %d: %+v", from, to, got)
			}
			last := &some[len(some)-1]
			*last = (*last)[:strings.LastIndexByte(*last, ' ')]
			if got := Compare(ref, Split(some)); len(*last) > 60 && (got.Verdict != Unchanged || got.Whole != to-from-1 || !got.Cut) {
				t.Errorf("from %d to %d without the last word: %+v", from, to, got)
			}
		}
	}
}
