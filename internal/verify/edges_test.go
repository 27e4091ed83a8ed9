package verify

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is found at the edge of each measure: of how much of a paragraph is the same, how
// long a label is, where a text begins and ends.
func TestWhatIsFoundAtTheEdge(t *testing.T) {
	const (
		first  = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"
		second = "one two three four five six seven eight nine ten"
		third  = "The port answers"
		fourth = "red orange yellow green blue indigo violet black white grey brown pink"
		fifth  = "Yes"
	)
	paragraphs := []string{first, second, third, fourth, fifth}
	ref := &Reference{Doc: Split(paragraphs), Running: []string{"Page " + Any + " of 2", "p." + Any + "/9", "harbor desk"}}
	words := func(p string, from, to int) string { return strings.Join(strings.Fields(p)[from:to], " ") }
	many := func(n int) string { return strings.TrimSpace(strings.Repeat("zulu ", n)) }
	var b strings.Builder
	for _, text := range [][]string{
		paragraphs,
		{first, second, third, fourth},
		{second, third, fourth, fifth},
		{first, third, fourth, fifth},
		{first, second, fourth},
		{first},
		{second},
		{third},
		{fifth},
		{first, first},
		{second, first},
		// so many of the ten words of a paragraph are the same
		{first, "one zulu two zulu three zulu four zulu five six", third, fourth, fifth},
		{first, "one zulu two zulu three zulu four five zulu six", third, fourth, fifth},
		{first, "one two zulu three four zulu five six seven zulu", third, fourth, fifth},
		{first, "one two three zulu five six", third, fourth, fifth},
		{first, "one two three zulu five six seven", third, fourth, fifth},
		{first, "one two three zulu five six zulu eight nine ten zulu zulu zulu zulu zulu zulu", third, fourth, fifth},
		{first, "one two three zulu five six zulu eight nine ten zulu zulu zulu zulu zulu zulu zulu", third, fourth, fifth},
		{first, "six five four three two one zulu zulu zulu", third, fourth, fifth},
		{first, "seven six five four three two one zulu zulu", third, fourth, fifth},
		// it begins or ends within a paragraph
		{words(first, 0, 11)},
		{words(first, 0, 12)},
		{words(first, 1, 12)},
		{words(first, 2, 14)},
		{words(first, 3, 15)},
		{words(first, 3, 15), second},
		{words(first, 14, 15), second, third},
		{words(first, 0, 14), second, third},
		{second, words(third, 0, 2)},
		{words(second, 9, 10), third, fourth},
		{words(first, 4, 15), second, third, words(fourth, 0, 3)},
		{"zulu", words(first, 1, 15), second},
		{first, second, words(third, 0, 1), "zulu"},
		{words(first, 1, 15) + " zulu", second},
		{words(fourth, 0, 12), many(12)},
		{words(fourth, 1, 12), many(12)},
		{many(11), words(fourth, 0, 12)},
		{many(14), words(fourth, 0, 12)},
		{first, words(fourth, 0, 12)},
		{first, third, fifth},
		{fourth, fifth, first},
		{fifth, first},
		{third, first},
		// lines of somebody else, and of the reference again
		{many(3), first, second},
		{first, many(4), second},
		{first, "Subject: " + third, second},
		{"Subject: " + third, first, second},
		{"a b c d e: " + third, first, second},
		{"a b c d e f: " + third, first, second},
		{"a b c d e f g: " + third, first, second},
		{"Subject:", first, second},
		{"Subject: The port", first, second},
		{"Subject: port The", first, second},
		{"Subject: one two three four", first},
		{"one two three", first},
		{"one two three four", first},
		{"two one", first},
		{"zulu one two three", first},
		{"zulu one two three four", first},
		{"answers", first, second, third, fourth, fifth},
		{first, second, third, fourth, fifth, "Yes"},
		{"Subject: Yes", first, second, third, fourth, fifth},
		// what runs on every page
		{first, "Page 2 of 2", second, third, fourth, fifth},
		{first, "Page " + many(12) + " of 2", second, third, fourth, fifth},
		{first, "Page " + many(13) + " of 2", second, third, fourth, fifth},
		{first, "Page of 2", second, third, fourth, fifth},
		{first, "p.3/9", second, third, fourth, fifth},
		{first, "p./9", second, third, fourth, fifth},
		{first, "p.3/8", second, third, fourth, fifth},
		{words(first, 0, 7) + "\nharbor desk p.3/9\n" + words(first, 7, 15), second, third, fourth, fifth},
		{"harbor desk", first, "harbor desk", second, third, fourth, fifth, "harbor desk"},
		{"harbor", first, second, third, fourth, fifth},
		{"harbor desk"},
		{"p.1/9"},
		// numbers and words between paragraphs
		{first, "2", second, third, fourth, fifth},
		{first, "2.", second, third, fourth, fifth},
		{first, "2 zulu", second, third, fourth, fifth},
		{first, "2) " + second, third, fourth, fifth},
		{first, "2 ) " + second, third, fourth, fifth},
		{first, "zulu zulu", second, third, fourth, fifth},
		{first, "zulu zulu zulu", second, third, fourth, fifth},
		{first, "no 2", second, third, fourth, fifth},
		{"zulu", first, second, third, fourth, fifth},
		{first, second, third, fourth, fifth, "zulu"},
		{first, second, third, fourth, "2 " + fifth},
		{first, second, third, fourth, "12. " + fifth},
		{"1. " + first, "2. " + second, "3. " + third, fourth, fifth},
		{first, "!", second, third, fourth, fifth},
		// other lines in the place of a paragraph
		{first, second, "zulu zulu", fourth, fifth},
		{first, second, "zulu zulu zulu", fourth, fifth},
		{first, second, "The zulu zulu", fourth, fifth},
		{first, second, "The port zulu zulu zulu", fourth, fifth},
		{first, second, "The port zulu zulu", fourth, fifth},
		{first, second, third, fourth, "zulu zulu zulu"},
		{"zulu zulu zulu", second, third, fourth, fifth},
		{first, second, third, words(fourth, 0, 6), "zulu zulu zulu"},
		{first, second, third, words(fourth, 0, 6) + " zulu zulu zulu"},
		{"zulu zulu zulu", words(first, 6, 15), second, third, fourth, fifth},
		{first, second, third, "red orange zulu zulu zulu", fifth},
		{first, second, third, "red orange zulu zulu zulu zulu", fifth},
		{"zulu zulu zulu", third, fourth, fifth},
		{words(second, 5, 10), "zulu zulu zulu", fourth, fifth},
		{first, "zulu zulu zulu", words(third, 1, 3)},
		{third, words(fourth, 0, 3)},
		{third, words(fourth, 0, 2)},
		{words(fourth, 0, 12) + " zulu", fifth},
		{first, words(second, 0, 9), third},
		{first, words(second, 0, 6) + " zulu zulu zulu zulu zulu zulu", third, fourth, fifth},
		{first, second, third, fourth, "one two three zulu zulu zulu seven eight nine ten"},
		{first, third, "one two three four five six seven zulu zulu zulu zulu", fourth, fifth},
		{words(first, 0, 5) + " zulu zulu zulu " + words(first, 8, 15), second, third, fourth, fifth},
		{words(first, 0, 5) + " zulu golf zulu " + words(first, 8, 15), second, third, fourth, fifth},
		{words(first, 0, 5) + " zulu golf hotel india zulu " + words(first, 10, 15), second, third, fourth, fifth},
		{words(first, 0, 5) + " zulu golf hotel zulu " + words(first, 9, 15), second, third, fourth, fifth},
	} {
		whole := strings.Join(text, "\n\n")
		fmt.Fprintf(&b, "%s\n    %s\n", strings.ReplaceAll(whole, "\n", "⏎"), all(Compare(ref, Plain(whole))))
	}
	expect.File(t, "edges.golden.txt", b.String())
}

// Which of two results says more.
func TestWhichResultSaysMore(t *testing.T) {
	order := []Result{ // from the one that says most
		{Verdict: Genuine},
		{Verdict: Unchanged, same: 9},
		{Verdict: Unchanged, same: 8, Beside: []string{"1."}, numbers: 1},
		{Verdict: Unchanged, same: 7},
		{Verdict: Differs, same: 6},
		{Verdict: Unchanged, same: 5, Beside: []string{"a"}},
		{Verdict: Unchanged, same: 5, Beside: []string{"a", "b"}},
		{Verdict: Differs, same: 5, Changes: []Change{{}}},
		{Verdict: Differs, same: 5, Changes: []Change{{}, {}}},
		{Verdict: Unknown, same: 10},
	}
	for i, a := range order {
		for j, b := range order {
			if a.Better(b) != (i < j) {
				t.Errorf("%d is better than %d: %t", i, j, a.Better(b))
			}
		}
	}
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

// Where a text or what it is held against has no words, nothing is known of it.
func TestNothingIsKnownOfNoWords(t *testing.T) {
	full, empty := Plain("The ferry goes at nine and comes back at ten on every single day of the week.\n\nSecond."), Plain("\n\n – \n")
	for _, c := range [][2]*Doc{{full, empty}, {empty, full}, {empty, empty}} {
		for _, running := range [][]string{nil, {"Page 1"}} {
			if got := Compare(&Reference{Doc: c[0], Running: running}, c[1]); got.Verdict != Unknown || got.Left != nil || got.Changes != nil {
				t.Errorf("%d words against %d: %v", len(c[1].words), len(c[0].words), got)
			}
		}
	}
}
