package release

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/wording"
)

// Remains are words in whose place others came, and where they stand all the same: a
// figure that was wrong in the first paragraph may be wrong in a caption too, or right in
// what somebody said.
type Remains struct {
	Words  string
	Places []Place
}

// Limits of what is told: longer stretches do not come twice, shorter words and those
// that stand everywhere are no mistake.
const (
	mostOfStretch = 4 // words
	leastOfWord   = 3 // letters
	mostPlaces    = 4
)

// Remaining finds the words that were replaced in some passage and stand in others of now.
func Remaining(changed []ChangedPassage, now []Passage) []Remains {
	var out []Remains
	var seen []string
	for _, c := range changed {
		for i, s := range c.Stretches {
			if !s.Old || i+1 == len(c.Stretches) || !c.Stretches[i+1].New {
				continue
			}
			words := bareWords(s.Text)
			key := strings.Join(words, " ")
			if len(words) > mostOfStretch || !slices.ContainsFunc(words, telling) || slices.Contains(seen, key) {
				continue
			}
			seen = append(seen, key)
			if places := placesOf(words, now); len(places) > 0 && len(places) <= mostPlaces {
				out = append(out, Remains{bare(s.Text), places})
			}
		}
	}
	return out
}

// placesOf are the passages in which words stand in a row.
func placesOf(words []string, now []Passage) (out []Place) {
	for _, p := range now {
		all := bareWords(p.Text)
		for i := 0; i+len(words) <= len(all); i++ {
			if slices.Equal(all[i:i+len(words)], words) {
				out = append(out, p.Place)
				break
			}
		}
	}
	return out
}

// telling tells a word that means something by itself.
func telling(word string) bool {
	return utf8.RuneCountInString(word) >= leastOfWord || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

// bareWords are the words of a text without what stands around them, in small letters.
func bareWords(text string) (out []string) {
	for _, w := range wording.Split(text) {
		if b := strings.ToLower(bare(w.Text)); b != "" {
			out = append(out, b)
		}
	}
	return out
}

func bare(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
