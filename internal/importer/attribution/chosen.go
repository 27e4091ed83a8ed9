package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A German text tells who was chosen for an office, or has it now: "Zum Vorsitzenden des Flussbunds wurde Jan Osten gewählt",
// "Sprecherin des Vereins ist nun Ana Ruiz".

// chosenName is a name in full in German.
const chosenName = `((?:(?:Dr|Prof)\. )*\p{Lu}[\p{L}’'-]+(?: (?:von|van|de|zu) )?(?: \p{Lu}[\p{L}’'-]+){1,2})`

// chosenOffice is an office with whose it is behind.
const chosenOffice = `((?:(?:\p{Ll}+e[nrm]?|[12]\.) )?\p{Lu}[\p{L}-]+)(?: (des|der|vom|von) (\p{Lu}[^,:;“”„"]{2,60}?))?`

// chosen are the ways in which a text says that, each with the places of name, office, article and body.
var chosen = []struct {
	way                        *pattern.Pattern
	name, office, article, org int
}{
	{pattern.New(`\b(?:wurde|wird|ist) ` + chosenName + ` (?:einstimmig |erneut |jetzt |nun |neu )?(?:zum|zur|als) ` + chosenOffice +
		` (?:wieder)?(?:gewählt|ernannt|bestellt|berufen|bestätigt)`), 1, 2, 3, 4},
	{pattern.New(`\b(?:Zum|Zur|Als) ` + chosenOffice + ` (?:wurde|wird) ` + chosenName +
		` (?:einstimmig |erneut )?(?:wieder)?(?:gewählt|ernannt|bestellt|berufen|bestätigt)`), 4, 1, 2, 3},
	{pattern.New(`(?:^|[.!?] )(?:(?:Neuer?|Erster?|Zweiter?|Dritter?) )?` + chosenOffice +
		` (?:ist|wird|bleibt)(?: nun| jetzt| künftig| weiterhin| ab sofort)? ` + chosenName + `(?:[.,]| und )`), 4, 1, 2, 3},
	{pattern.New(`\b(?:ist|wird|bleibt)(?: nun| jetzt| künftig| weiterhin| ab sofort)? ()()(\p{Lu}[\p{L}-]+) ` + chosenName +
		`(?:[.,]| und )`), 4, 3, 1, 2},
}

// meetChosen notes those.
func (d *Copy) meetChosen(text string) {
	if !d.german() {
		return
	}
	for _, c := range chosen {
		for _, m := range c.way.FindAllStringSubmatch(text, prose.MostFound) {
			name, office, org := m[c.name], m[c.office], m[c.org]
			office = inNominative(office)
			if prose.IsOrganisation(name) || d.IsTitle(name) || d.isKnown(name) || !d.IsTitle(prose.LastWord(office)) {
				continue
			}
			who := Speaker{Name: name, Title: office}
			if body, _ := d.OrgRun(org); body == org {
				if who.Org = d.nominative(m[c.article], body); prose.Bodies[strings.ToLower(who.Org)] {
					who.Org = d.bodyOfNoun(body) // "des Vereins"
				}
			}
			d.Known = append([]Speaker{who}, d.Known...)
		}
	}
}

// inNominative is an office as it stands behind nobody's verb: "erster Vorsitzender" of "ersten Vorsitzenden".
func inNominative(office string) string {
	words := strings.Fields(office)
	for i, w := range words {
		if stem, ok := strings.CutSuffix(w, "en"); ok && (i+1 < len(words) || nounsOfAdjectives[strings.ToLower(stem)]) {
			words[i] = stem + "er"
		}
	}
	return strings.Join(words, " ")
}

// nounsOfAdjectives are stems of offices that end as adjectives do.
var nounsOfAdjectives = prose.WordSet("vorsitzend stellvertretend beauftragt abgeordnet beigeordnet verantwortlich")
