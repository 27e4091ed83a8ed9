package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A contact may stand under the organisation and under its desk: the person comes last then, or
// between the two.

// personBelow puts the person of a contact first whom the lines name below their organisation or desk.
func (g *gathering) personBelow() {
	c := &g.c
	switch {
	case g.named(c.Org) && (g.d.surelyBody(c.Name) || initialsAlone.MatchString(c.Name)):
		c.Name, c.Org = c.Org, c.Name
	case g.named(c.Role) && pressDesk(c.Name):
		c.Name, c.Role = c.Role, c.Name
	case g.named(c.Role) && pressDesk(c.Org) && g.d.surelyBody(c.Name):
		c.Name, c.Role, c.Org = c.Role, c.Org, c.Name
	}
	if m := officeOfClub.FindStringSubmatch(c.Role); m != nil && c.Org == "" && g.d.IsTitle(m[1]) {
		c.Role, c.Org = m[1], m[2]
	}
	if c.Role == "" && deskAlone.MatchString(c.Org) {
		c.Role, c.Org = c.Org, "" // the desk of an organisation that has the place of a name
	}
}

// officeOfClub is an office with the club behind it, which begins with initials, or the firm: "Präsident FC Marlow".
var officeOfClub = pattern.New(`^(\p{L}+) ((?:[A-Z]{2,4}|VfB|VfL|TuS) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?|` +
	`\p{Lu}[\p{L}’'-]+(?: [\p{Lu}&][\p{L}’'-]*){0,3} (?:AG|GmbH|SA|Sàrl|KG|e\. ?V\.))$`)

// named tells two or three words that can be a person's name alone, perhaps with a degree before them.
func (g *gathering) named(s string) bool {
	bare := prose.TrimLetters(s)
	n := len(strings.Fields(bare))
	return (n == 2 || n == 3) && g.d.Somebody(bare) && !g.d.surelyBody(bare) && !pressDesk(bare) && !strings.ContainsAny(s, "&,/") &&
		bare != strings.ToUpper(bare)
}

// surelyBody tells an organisation by a word that only they have, of German ones also by the end of a compound.
func (d *draft) surelyBody(s string) bool {
	return prose.IsOrganisation(s) || prose.Lettered.MatchString(s) || germanPublicBody.MatchString(s)
}

// germanPublicBody has the noun of a German public body, or of what it runs, in it.
var germanPublicBody = pattern.New(`(?i)(?:^|[\p{L}-])(?:präsidium|direktion|staatsanwaltschaft|verwaltung|landratsamt|` +
	`ratsamt|inspektion|krankenhaus|kliniken|feuerwehr|stadtwerke|sparkasse)(?:\s|$)`)

// pressDesk tells what those are called who answer within an organisation: each word is one of such desks.
func pressDesk(s string) bool {
	desk := false
	for _, w := range strings.Fields(strings.ToLower(s)) {
		switch {
		case prose.DeskWords[w], prose.Departments[w], prose.ForThePress[w], deskNoun.MatchString(w):
			desk = true
		case w == "&" || prose.JoinsOffice[w]:
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
	return len(strings.Fields(line)) < 16 && !strings.Contains(line, "\n") && prose.PhonePattern.MatchString(line) && d.nameFirst(line)
}
