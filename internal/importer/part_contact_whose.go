package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// A contact may stand under the organisation and under its desk: the person comes last then, or
// between the two.

// personBelow puts the person of a contact first whom the lines name below their organisation or desk.
func (g *gathering) personBelow() {
	c := &g.c
	switch {
	case g.named(c.org) && (g.d.surelyBody(c.name) || initialsAlone.MatchString(c.name)):
		c.name, c.org = c.org, c.name
	case g.named(c.role) && pressDesk(c.name):
		c.name, c.role = c.role, c.name
	case g.named(c.role) && pressDesk(c.org) && g.d.surelyBody(c.name):
		c.name, c.role, c.org = c.role, c.org, c.name
	}
	if m := officeOfClub.FindStringSubmatch(c.role); m != nil && c.org == "" && g.d.isTitle(m[1]) {
		c.role, c.org = m[1], m[2]
	}
	if c.role == "" && deskAlone.MatchString(c.org) {
		c.role, c.org = c.org, "" // the desk of an organisation that has the place of a name
	}
}

// officeOfClub is an office with the club behind it, which begins with initials, or the firm: "Präsident FC Marlow".
var officeOfClub = pattern.New(`^(\p{L}+) ((?:[A-Z]{2,4}|VfB|VfL|TuS) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?|` +
	`\p{Lu}[\p{L}’'-]+(?: [\p{Lu}&][\p{L}’'-]*){0,3} (?:AG|GmbH|SA|Sàrl|KG|e\. ?V\.))$`)

// named tells two or three words that can be a person's name alone, perhaps with a degree before them.
func (g *gathering) named(s string) bool {
	bare := trimLetters(s)
	n := len(strings.Fields(bare))
	return (n == 2 || n == 3) && g.d.somebody(bare) && !g.d.surelyBody(bare) && !pressDesk(bare) && !strings.ContainsAny(s, "&,/") &&
		bare != strings.ToUpper(bare)
}

// surelyBody tells an organisation by a word that only they have, of German ones also by the end of a compound.
func (d *draft) surelyBody(s string) bool {
	return isOrganisation(s) || lettered.MatchString(s) || germanPublicBody.MatchString(s)
}

// germanPublicBody has the noun of a German public body, or of what it runs, in it.
var germanPublicBody = pattern.New(`(?i)(?:^|[\p{L}-])(?:präsidium|direktion|staatsanwaltschaft|verwaltung|landratsamt|` +
	`ratsamt|inspektion|krankenhaus|kliniken|feuerwehr|stadtwerke|sparkasse)(?:\s|$)`)

// pressDesk tells what those are called who answer within an organisation: each word is one of such desks.
func pressDesk(s string) bool {
	desk := false
	for _, w := range strings.Fields(strings.ToLower(s)) {
		switch {
		case deskWords[w], departments[w], forThePress[w], deskNoun.MatchString(w):
			desk = true
		case w == "&" || joinsOffice[w]:
		default:
			return false
		}
	}
	return desk
}

// deskNoun are nouns for a part of an organisation.
var deskNoun = pattern.New(`^(?:stabsstelle|pressestelle|abteilung|referat|stabstelle|pressebüro|medienstelle|kommunikationsabteilung|` +
	`service|direction|bureau|cellule|ufficio|oficina|gabinete|departamento|assessoria)$`)

// deskAlone is such a desk with nothing that says whose it is.
var deskAlone = pattern.New(`^(?i:service (?:de )?(?:la )?(?:presse|communication)|bureau de presse|ufficio stampa|` +
	`(?:gabinete|oficina|departamento) de (?:prensa|imprensa|comunicación|comunicação)|(?:presse|medien)stelle|stabsstelle \p{Lu}\p{L}+)$`)

// rowOf tells a short line that begins with somebody's name and has a number: no copy begins with it, whatever dash it has.
func (d *draft) rowOf(line string) bool {
	return len(strings.Fields(line)) < 16 && !strings.Contains(line, "\n") && phonePattern.MatchString(line) && d.nameFirst(line)
}

// ofContact is the organisation with which somebody who speaks is named among those to be asked, "" for none.
func (d *draft) ofContact(name string) string {
	bare := trimLetters(name)
	for _, c := range d.contacts {
		if c.name != "" && c.org != "" && trimLetters(c.name) == bare {
			return c.org
		}
	}
	return ""
}

// contactsOfSeveral tells that those to be asked speak for several organisations, not for one: a name that has another in it is the same.
func (d *draft) contactsOfSeveral() bool {
	first := ""
	for _, c := range d.contacts {
		switch {
		case c.org == "" || strings.Contains(first, c.org):
		case first == "" || strings.Contains(c.org, first):
			first = c.org
		default:
			return true
		}
	}
	return false
}
