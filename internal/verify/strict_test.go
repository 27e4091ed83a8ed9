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
		fifth  = "oak elm ash lime yew pine fir birch beech maple"
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
