package importer

import "testing"

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
		if got := headlineAgain([]para{{text: c.title}, {text: c.text}, {text: "It opened."}}); got != c.want {
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

func TestASurnameIsAWholeWord(t *testing.T) {
	d := drafted("en")
	d.known = []speaker{{name: "Ana Farrell Reed"}}
	for words, want := range map[string]bool{"Reed": true, "Farrell Reed": true, "eed": false, "arrell Reed": false} {
		if _, ok := d.surnameOf(words); ok != want {
			t.Errorf("%q: %v, want %v", words, ok, want)
		}
	}
}

func TestWordsBetweenTheTwoPartsOfAVerb(t *testing.T) {
	for tag, list := range map[string][]string{
		"es": {"ha declarado", "ha también declarado", "ha además añadido"},
		"fr": {"a déclaré", "a également déclaré", "a ensuite ajouté"},
		"it": {"ha dichiarato", "ha poi aggiunto", "ha inoltre dichiarato"},
	} {
		for _, verb := range list {
			if !phrasing(tag, `^(?:{verb})$`).MatchString(verb) {
				t.Errorf("%s: %q is no verb of saying", tag, verb)
			}
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
