package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// An organisation's name goes further than its capitals do, or less far: the words round it say so.

// bodyBehind is what belongs to a name of one word, though it is written small: "the Home office minister".
var bodyBehind = pattern.New(`^(office|council|university|ministry|department|police) (\S.*)$`)

// wholeBody gives a name that its body.
func (d *Copy) wholeBody(who Speaker) Speaker {
	m := bodyBehind.FindStringSubmatch(who.Title)
	if m == nil || !d.English() || who.Org == "" || who.Org == release.Unknown || strings.Contains(who.Org, " ") ||
		m[1] == "office" && !strings.Contains(m[2], " ") { // "Openwater office manager"
		return who
	}
	who.Org, who.Title = who.Org+" "+m[1], m[2]
	return who
}

// ownAndFurther are two offices, of which the first is of whom stands before it: "HRA’s Associate
// Director and Professor at the University of Tidewell".
var ownAndFurther = pattern.New(`^(?:the )?(\p{Lu}[^,’']*)[’']s ([^,]+? (?:and|&) [^,]+? (?:at|of|for) .*)$`)

// firstOwned divides them.
func (d *Copy) firstOwned(s string) (title, org string, ok bool) {
	m := ownAndFurther.FindStringSubmatch(s)
	if m == nil || !d.English() {
		return "", "", false
	}
	office, further, _ := strings.Cut(m[2], " and ")
	if ofWork[strings.ToLower(office)] && !prose.IsOrganisation(m[1]) && !d.namedAsOrg(m[1]) {
		title, org = d.TitleOrg(further)
		return office + " and " + title, org, org != ""
	}
	return m[2], m[1], prose.StartsUpper(office) && d.IsTitle(office)
}

// ofWork are what somebody is of a work, which is no organisation: "Lantern’s creator".
var ofWork = prose.WordSet("creator inventor author maintainer designer developer architect editor translator founder")

// madeIt tells somebody who made a work, which is taken for an organisation only where the text names it as one.
func (d *Copy) madeIt(title, work string) bool {
	title = strings.TrimPrefix(title, "the ")
	made := strings.EqualFold(title, "creator") || strings.EqualFold(title, "co-creator")
	return made && d.English() && work != "" && !prose.IsOrganisation(work) && !d.namedAsOrg(work) && work != d.Issuer()
}

// fieldFor is what an office is over, with for whom behind it: "Membership for Harbor Alliance".
var fieldFor = pattern.New(`^(\p{Lu}\p{Ll}+) for (?:the )?(\p{Lu}.*)$`)

// fieldOfWhom divides that.
func fieldOfWhom(org string) (field, whole string, ok bool) {
	m := fieldFor.FindStringSubmatch(org)
	if m == nil || !prose.Departments[strings.ToLower(m[1])] {
		return "", "", false
	}
	return m[1], m[2], true
}

// partOfWorld is what an office in Spanish, Portuguese or Italian may be over, and no organisation:
// "del Centro de Mapas en África Occidental".
var partOfWorld = pattern.New(`^(?:[ÁA]frica|Europa|[ÁA]sia|Am[ée]rica|Latinoam[ée]rica|Ocean[íi]a|Oriente)(?:$| )`)
