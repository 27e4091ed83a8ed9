package importer

import (
	"regexp"
	"strings"
)

// Releases of charities call people by their first name: "Ana adds".

// byFirstName finds the only one whose name begins with a word, where the copy in English goes on from that word
// with a pronoun for people.
func (d *draft) byFirstName(first string) (speaker, bool) {
	if d.base() != "en" || !firstName(first) || isOrganisation(first) || opening[strings.ToLower(first)] {
		return speaker{}, false
	}
	quoted := regexp.QuoteMeta(first)
	whole := regexp.MustCompile(`(?:^|[^\p{L}-])(` + quoted + `(?: \p{Lu}\.)? \p{Lu}[\p{L}-]+)`)
	somebody := regexp.MustCompile(`(?:^|[^\p{L}-])` + quoted + `(?:[’']s)? [^.!?]*[\s“"](?:she|her|he|his|him)[^\p{L}]`)
	found, person := "", false
	for _, p := range append([]para{sentenceCase(d.headline)}, d.body...) {
		if longPara(p.text) {
			continue
		}
		person = person || somebody.MatchString(p.text)
		for _, m := range whole.FindAllStringSubmatch(p.text, mostFound) {
			if found != "" && found != m[1] {
				return speaker{}, false
			}
			found = m[1]
		}
	}
	if found == "" || !person || isOrganisation(found) || d.isTitle(found) {
		return speaker{}, false
	}
	return d.recall(speaker{name: found, ok: true}), true
}
