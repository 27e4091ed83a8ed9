package verify

import (
	"strings"
	"testing"
)

// TestWhatIsNothingButWholeParagraphs, of the reference in their order, with lines of somebody else about them.
func TestWhatIsNothingButWholeParagraphs(t *testing.T) {
	t.Parallel()
	const (
		first  = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"
		second = "one two three four five six seven eight nine ten"
		third  = "The port answers"
		fourth = "red orange Note: The port answers blue indigo violet"
		fifth  = "oak elm ash lime yew pine fir birch beech maple alder hazel"
	)
	from := func(p string, n int) string { return strings.Join(strings.Fields(p)[n:], " ") }
	for _, c := range []struct {
		text []string
		want string
	}{
		{[]string{first, second, third, fourth, fifth}, "word for word as it was sent"},
		{[]string{first, second}, "2 of 5 paragraphs, unchanged"},
		// a paragraph's end, and then one further on
		{[]string{from(first, 3), third}, "1 of 5 paragraphs, unchanged; it begins or ends within one"},
		{[]string{from(first, 3)}, "0 of 5 paragraphs, unchanged; it begins or ends within one"},
		{[]string{from(first, 4), third}, "not known"},
		// twelve words in a row, behind a line of somebody else
		{[]string{"zulu", fifth}, "1 of 5 paragraphs, unchanged|zulu"},
		{[]string{"zulu", second}, "not known"},
		// a paragraph behind the name of a field is a forwarder's, whichever it is
		{[]string{"Subject: " + third, first}, "1 of 5 paragraphs, unchanged|Subject: The port answers"},
		{[]string{"Subject: " + second, first}, "1 of 5 paragraphs, unchanged|Subject: " + second},
		{[]string{"Subject: " + fifth, first}, "1 of 5 paragraphs, unchanged|Subject: " + fifth},
		{[]string{first, "Subject: " + fifth}, "1 of 5 paragraphs, unchanged|Subject: " + fifth},
		{[]string{"Subject: " + fifth + " zulu", first}, "not known"},
		{[]string{"zulu\nNote: The port answers", first}, "1 of 5 paragraphs, unchanged|zulu|Note: The port answers"},
		{[]string{"zulu\nThe Note: The port answers", first}, "1 of 5 paragraphs, unchanged|zulu|The Note: The port answers"},
		{[]string{"zulu\nNote: The port blue", first}, "not known"},
	} {
		ref, text := Split([]string{first, second, third, fourth, fifth}), Split(c.text)
		s := &comparison{ref: ref, text: text, a: texts(ref.words), b: texts(text.words)}
		r := s.strictly()
		if got := strings.Join(append([]string{r.String()}, r.Beside...), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", strings.Join(c.text, " / "), got, c.want)
		}
	}
}

// TestWhatRunsOnEveryPageIsPassedOver where more of the reference is found without it.
func TestWhatRunsOnEveryPageIsPassedOver(t *testing.T) {
	t.Parallel()
	const first = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"
	ref, text := Split([]string{first, "Note: Yes", "Yes"}), Split([]string{first, "harbor desk", "Note: Yes"})
	s := &comparison{ref: ref, text: text, a: texts(ref.words), b: texts(text.words), running: runs([]string{"harbor desk"})}
	if got := all(s.strictly()); got != "2 of 3 unchanged" {
		t.Error(got)
	}
	s.running = nil
	if got := all(s.strictly()); got != `1 of 3 unchanged, beside "harbor desk", beside "Note: Yes"` {
		t.Error(got)
	}
}

// TestAParagraphThatStandsTwiceInTheReference is the first of them, behind which the others stand.
func TestAParagraphThatStandsTwiceInTheReference(t *testing.T) {
	t.Parallel()
	const twice = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"
	ref, text := Split([]string{twice, "The quays", "Lamps burn", twice}), Split([]string{twice, "Lamps burn"})
	s := &comparison{ref: ref, text: text, a: texts(ref.words), b: texts(text.words)}
	if got := all(s.strictly()); got != `2 of 4 unchanged, left "The quays"` {
		t.Error(got)
	}
}

// TestHowMuchIsTheSame: of the words in a paragraph's place two in five, and twelve words where some are others.
func TestHowMuchIsTheSame(t *testing.T) {
	t.Parallel()
	const (
		first = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"
		last  = "red orange yellow green blue indigo violet black white grey brown pink"
	)
	for _, c := range []struct {
		ref, text []string
		want      string
	}{
		{
			[]string{first, "The port answers", last},
			[]string{first, "zulu port zulu The zulu", last},
			`2 of 3 differs, 2 "The port answers" is "zulu port zulu The zulu"`,
		},
		{
			[]string{first, "The port answers", last},
			[]string{first, "answers zulu port zulu zulu zulu", last},
			`2 of 3 unchanged, beside "answers zulu port zulu zulu zulu", left "The port ans"`,
		},
		{
			[]string{first, last},
			[]string{"juliet kilo lima mike november oscar", "zulu zulu zulu zulu", "red orange yellow green blue indigo"},
			`0 of 2 unchanged, cut, beside "zulu zulu zulu zulu"`,
		},
		{
			[]string{first, last},
			[]string{"juliet kilo lima mike november oscar", "zulu zulu zulu zulu", "red orange yellow green blue"},
			"0 of 2 unknown",
		},
		{[]string{last + " lime"}, []string{strings.Replace(last+" lime", "blue", "zulu", 1)}, `0 of 1 differs, 1 "blue" is "zulu"`},
		{[]string{last}, []string{strings.Replace(last, "blue", "zulu", 1)}, "0 of 1 unknown"},
	} {
		if got := all(Compare(&Reference{Doc: Split(c.ref)}, Split(c.text))); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}
