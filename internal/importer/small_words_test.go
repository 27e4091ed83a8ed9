package importer

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// What a few words have to have is held word by word: a headline has three.
func TestAHeadlineOfThreeWordsStandsAgainUnderTheTitleOfItsPage(t *testing.T) {
	for _, c := range []struct {
		title, text string
		want        int
	}{
		{"Harbour opens today | Port of Marlow", "Harbour opens today", 1},
		{"Press release: Harbour opens today", "Harbour opens today", 1},
		{"Harbour opens | Port of Marlow", "Harbour opens", 0},
		{"Press release: Harbour opens", "Harbour opens", 0},
	} {
		if got := headlineAgain([]prose.Para{{Text: c.title}, {Text: c.text}, {Text: "It opened."}}); got != c.want {
			t.Errorf("%q under %q: %d, want %d", c.text, c.title, got, c.want)
		}
	}
}

func TestALineThatAsksAndTheNextThatSaysHow(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  bool
	}{
		{[]string{"For further information:", "ana@paper.example"}, true},
		{[]string{"For further information:", "the paper's own pages"}, false},
		{[]string{"The port is open.", "For further information:"}, true},
		{[]string{"For further information"}, false},
	} {
		if got := asksBelow(c.lines); got != c.want {
			t.Errorf("%q: %v, want %v", c.lines, got, c.want)
		}
	}
}

func TestASurnameFirstBeforeTwoFirstNames(t *testing.T) {
	for line, want := range map[string]string{
		"Quill, Mara Jane – press": "Mara Jane Quill – press",
		"Quill, Mara – press":      "Mara Quill – press",
		"Quill, Tom – press":       "Quill, Tom – press",
	} {
		d := drafted("en")
		if got := d.surnameFirst(line, []string{line, "mara.quill@paper.example"}, 0); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
