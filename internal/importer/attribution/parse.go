package attribution

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Parse reads who is named in a phrase, as in "Ana Ruiz, campaign director at
// River Alliance", "River Alliance campaign director Ana Ruiz" or "a volunteer
// with River Alliance".
//
// Whom a phrase means may be asked of the sentences before it, and these be read as phrases again. One that is being read is
// not read once more within itself, and past mostWithin of them, each within the other, nobody is found.
func (d *Copy) Parse(phrase string) Speaker {
	if len(d.reading) == mostWithin || slices.Contains(d.reading, phrase) {
		return Speaker{}
	}
	d.reading = append(d.reading, phrase)
	defer func() { d.reading = d.reading[:len(d.reading)-1] }()
	phrase = d.withoutDegree(d.byAnotherName(strings.ReplaceAll(phrase, "\u00a0", " ")))
	phrase = d.smallAgain(phrase)
	if who, ok := d.overCrime(phrase); ok {
		return who
	}
	if who, ok := d.together(phrase); ok {
		return who
	}
	if who, ok := d.semicolons(phrase); ok {
		return who
	}
	if who, whole, ok := d.officeInCapitals(phrase); ok && whole && forWhom.MatchString(phrase) && who.Org != release.Unknown {
		return who.Speaker
	}
	if who, ok := d.speaksForBody(phrase); ok {
		return who
	}
	if m := dashBehindOffice.FindStringSubmatch(phrase); m != nil && d.IsTitle(m[1]) {
		phrase = m[1] + ", " + m[2]
	}
	if who, ok := d.bodyAhead(phrase); ok {
		return who
	}
	phrase = whoIs.ReplaceAllString(phrase, "${1}")
	whole, asWritten := d.wholeOffices(phrase)
	who := d.wholeAhead(d.turnedRound(d.nothingAmiss(d.one(whole)), whole), whole)
	who = d.heldAgainstCapitals(d.endCutByIn(d.heldAgainst(who, whole), whole), whole)
	who = d.ofTwoBodies(d.firmNamed(d.offBoard(who, whole)))
	who.Title = asWritten(who.Title)
	if shortenedAtEnd.MatchString(who.Org) && strings.Contains(phrase, who.Org+".") {
		who.Org += "."
	}
	return who
}

// shortenedAtEnd ends a name with letters of a legal form, whose last stop ends the sentence as well.
var shortenedAtEnd = pattern.New(` (?:\p{L}\.){1,3}\p{Lu}$`)

// mostWithin is more than any text needs.
const mostWithin = 12

// surnamed reads an office with an article and a surname behind it, in the languages that name
// people so: "el ministro Iriarte".
func (d *Copy) surnamed(title, name string) Speaker {
	lower := strings.ToLower(name)
	if d.English() || d.german() || strings.ContainsAny(name, " ,.’'") || !prose.TitleWords[title] || prose.BehindOffice[lower] ||
		prose.IsOrganisation(name) || prose.General[lower] || name == strings.ToUpper(name) || prose.TitleWords[lower] {
		return Speaker{}
	}
	return Speaker{Name: name, Title: title, Ok: true}
}

// takenToBe says that an organisation which no words give to a speaker is given by how the text stands.
func takenToBe(org, why string) string {
	return fmt.Sprintf("the text names no organisation with this speaker; it is taken to be %s, %s", org, why)
}
