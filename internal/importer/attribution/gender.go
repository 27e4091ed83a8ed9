package attribution

import (
	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Who is called by a noun with an article may be told by its gender.

// onlyWith is the only one of those whom the text names who has such an office, where the words that call somebody so are
// of no other gender.
func (d *Copy) onlyWith(offices *pattern.Pattern, phrase string) Speaker {
	found := Speaker{}
	for _, k := range d.Known {
		if k.Name == "" || k.Name == found.Name || !offices.MatchString(k.Title) || ofTheOtherGender(phrase, k.Title) ||
			!prose.WordIn(d.since, prose.LastWord(k.Name)) {
			continue
		}
		if found.Name != "" {
			return Speaker{}
		}
		found = k
	}
	found.Ok = found.Name != ""
	return found
}

var (
	// himself and herself are the articles of somebody.
	himself = pattern.New(`^(?i:el|o|il|lo|le) `)
	herself = pattern.New(`^(?i:la|a) `)
	// hisOffice and herOffice are offices of one gender.
	hisOffice = pattern.New(`^(?i:\p{L}+(?:o|or|ão)|alcalde|juez|juiz)(?:[ ,]|$)`)
	herOffice = pattern.New(`^(?i:\p{L}+(?:ora|esa|essa|ana|ina|era|ada|ita|eira|ária|aria|iria|ica|oga|stra|triz|trice)|jefa|` +
		`presidenta|jueza|juíza|` +
		`gerenta)(?:[ ,]|$)`)
	// ofBothGenders is a noun that means a man as well as a woman.
	ofBothGenders = pattern.New(`(?i)\b(?:autoridad|autoridade|autorità|persona|pessoa)\b`)
)

// ofTheOtherGender tells a phrase with an article that does not mean whoever has an office: "o magistrado" no "promotora".
func ofTheOtherGender(phrase, office string) bool {
	if ofBothGenders.MatchString(phrase) {
		return false
	}
	return himself.MatchString(phrase) && herOffice.MatchString(office) || herself.MatchString(phrase) && hisOffice.MatchString(office)
}
