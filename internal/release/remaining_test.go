package release

import (
	"fmt"
	"testing"
)

func TestWordsThatWereReplacedAndStandElsewhereAreFound(t *testing.T) {
	passages := func(texts ...string) (out []Passage) {
		for i, s := range texts {
			out = append(out, Passage{Place{Kind: InParagraph, Number: i + 1}, s})
		}
		return out
	}
	for name, c := range map[string]struct {
		before, now []Passage
		want        string
	}{
		"a figure in a caption": {
			passages("Lead at nine of fourteen piers.", "The map has “Nine” piers.", "Ninety came."),
			passages("Lead at eight of fourteen piers.", "The map has “Nine” piers.", "Ninety came."), "nine [2]",
		},
		"in the same passage": {
			passages("It cost 3.2 million; 3.2 million were asked."), passages("It cost 3.1 million; 3.2 million were asked."), "3.2 [1]",
		},
		"two words": {
			passages("Mara Quill said so.", "Quill went.", "Then Mara Quill left."),
			passages("Moira Quell said so.", "Quill went.", "Then Mara Quill left."), "Mara Quill [3]",
		},
		"four words": {
			passages("It asks Moira Ann Quell Roe.", "Here speaks Moira Ann Quell Roe."),
			passages("It asks Mara Eve Quill Rae.", "Here speaks Moira Ann Quell Roe."), "Moira Ann Quell Roe [2]",
		},
		"five words": {
			passages("It asks Moira Ann Quell Roe May.", "Here speaks Moira Ann Quell Roe May."),
			passages("It asks Mara Eve Quill Rae Fay.", "Here speaks Moira Ann Quell Roe May."), "",
		},
		"two figures": {
			passages("Lead at nine piers.", "It took eleven years.", "Nine piers, eleven years."),
			passages("Lead at eight piers.", "It took twelve years.", "Nine piers, eleven years."), "nine [3]eleven [3]",
		},
		"right everywhere":           {passages("nine", "nine"), passages("eight", "eight"), ""},
		"taken out, nothing instead": {passages("all nine piers", "nine"), passages("all piers", "nine"), ""},
		"a small word":               {passages("it is of us", "is"), passages("it was of us", "is"), ""},
		"what stands everywhere":     {passages("the map", "the", "the", "the", "the", "the"), passages("our map", "the", "the", "the", "the", "the"), ""},
		"replaced in two, told of once": {
			passages("Lead at nine of them.", "In short, nine are full.", "There are nine."),
			passages("Lead at eight of them.", "In short, eight are full.", "There are nine."), "nine [3]",
		},
	} {
		got := ""
		for _, r := range Remaining(Difference(c.before, c.now), c.now) {
			var numbers []int
			for _, p := range r.Places {
				numbers = append(numbers, p.Number)
			}
			got += fmt.Sprint(r.Words, " ", numbers)
		}
		if got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}
