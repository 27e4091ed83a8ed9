package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
)

// Some write each word of a release with a capital, "Of" and "Said" too.

// smallInTitles are words that are within no name with a capital, in a phrase of which every word has one.
var smallInTitles = prose.WordSet("of at and for with the from in on said says added who is to by")

// enoughSmall are so many that no name is written so.
const enoughSmall = 2

// smallAgain is a phrase with such words in small letters, where every one of its words has a capital.
func (d *Copy) smallAgain(phrase string) string {
	words := strings.Split(phrase, " ")
	if !d.English() || len(words) < 4 {
		return phrase
	}
	small := 0
	for i, w := range words {
		if w != "" && w != "&" && w != "–" && w != "—" && !prose.StartsUpper(w) {
			return phrase
		}
		switch word := strings.ToLower(strings.Trim(w, ".,:")); {
		case word == "said" || word == "says" || word == "at":
			small += enoughSmall
		case i > 0 && smallInTitles[word]:
			small++
		}
	}
	if small < enoughSmall {
		return phrase // "Harbor Alliance Of Marlow"
	}
	for i, w := range words {
		if i > 0 && smallInTitles[strings.ToLower(strings.Trim(w, ".,:"))] {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}
