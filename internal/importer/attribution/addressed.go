package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// How somebody is addressed stands right before the name, and what is before it is the office, with whose it is:
// "Chief Executive of Marlow Council Dr Ana Ruiz". Whose relative somebody is stands there too, and is no office.

// officeThenAddressed is a phrase with that.
var officeThenAddressed = pattern.New(`^(?:[Tt]he )?(\p{L}[^,;:“”"()]{3,100} (?:of|for|at|in) [^,;:“”"()]{2,80}?) ` +
	`((?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Cr|Cllr|Barr|Engr|Revd?|Fr|Sir|Dame)\.? )+)` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){1,3})$`)

// addressedBehind reads that.
func (d *Copy) addressedBehind(phrase string) (Speaker, bool) {
	m := officeThenAddressed.FindStringSubmatch(phrase)
	if m == nil || !d.English() || !d.IsTitle(m[1]) || ands[prose.LastWord(m[1])] {
		return Speaker{}, false
	}
	who := d.one(m[3] + ", " + m[1])
	if who.Name != m[3] {
		return Speaker{}, false
	}
	if who.Name = m[2] + m[3]; who.Org == "" && publicOffice(who.Title) {
		who.Org, who.Unsure = release.Unknown, namesNoOrg
	}
	return who, true
}

// kinNouns are what somebody is to another.
const kinNouns = `(?:daughter|son|wife|husband|widow|widower|mother|father|mum|dad|sister|brother|grand(?:daughter|son|mother|father)|` +
	`aunt|uncle|niece|nephew|cousin|fiancée?|neighbou?r|carer)`

// relativeOf is somebody with whose relative they are before the name: "Maureen’s eldest daughter Ana Ruiz".
var relativeOf = pattern.New(`^(\p{Lu}[\p{L} .-]*(?:’s|'s)) ((?:\p{Ll}+ )?` + kinNouns + `),? ` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)

// related reads that: such a one speaks for nobody else.
func (d *Copy) related(phrase string) (Speaker, bool) {
	m := relativeOf.FindStringSubmatch(phrase)
	if m == nil || !d.English() || prose.IsOrganisation(trimPossessive(m[1])) || prose.IsOrganisation(m[3]) {
		return Speaker{}, false
	}
	return Speaker{
		Name: m[3], Title: m[1] + " " + m[2], Org: release.Unknown, Ok: true,
		Unsure: "this speaker is somebody's relative, and the text names no organisation; write whom they speak for instead of the ?",
	}, true
}

// colleagueOf is somebody who has an office together with another: "Ruiz’s co-founder, chief technology officer Tom Reed".
var colleagueOf = pattern.New(`^((?:\p{Lu}[\p{L}’'-]+ )?\p{Lu}[\p{L}-]+)(?:’s|'s) ` +
	`(?:co-(?:founder|director|chair|owner|president|leader|organi[sz]er|host|author)|colleague|deputy),? (.*\p{Lu}.*)$`)

// alongsideKnown reads that, where the other is known: both speak for one organisation.
func (d *Copy) alongsideKnown(phrase string) (Speaker, bool) {
	m := colleagueOf.FindStringSubmatch(phrase)
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	for i := len(d.Known) - 1; i >= 0; i-- {
		k := d.Known[i]
		if k.Name != m[1] && prose.LastWord(k.Name) != m[1] {
			continue
		}
		who := d.one(m[2])
		if who.Org == "" {
			who.Org = k.Org
		}
		return who, who.Ok && who.Name != ""
	}
	return Speaker{}, false
}

// adviserTo is who advises an organisation, or acts for it: "medical adviser to the Harbor Alliance".
var adviserTo = pattern.New(`^(.*\p{L} (?i:advis[eo]r|ambassador|delegate|secretary|chaplain|liaison)) to (?:the )?(\p{Lu}.*)$`)

// advises divides that.
func (d *Copy) advises(s string) (title, org string, ok bool) {
	m := adviserTo.FindStringSubmatch(s)
	if m == nil || !d.English() || strings.Contains(m[1], ",") || past.MatchString(m[1]) {
		return "", "", false
	}
	org, _ = d.OrgRun(m[2])
	return m[1], org, prose.IsOrganisation(org) && !d.IsTitle(org)
}

// nowWhat ends a clause that says first what somebody did, and then which office they have: "who drew the first one at
// Tidewell and is now an engineer at River Alliance".
var nowWhat = pattern.New(`^who [^,;]* (?:and|but) (?:is|has been|works) ` +
	`(?:now|today|currently|since then) (?:as )?(?:an? |the )?([^,;]+)$`)

// officeAndFormer are two offices of one person before the name, of which the first says for whom: "Chair of the Harbor
// Fund and former minister Ana Ruiz".
var officeAndFormer = pattern.New(`^(?:[Tt]he )?(\p{L}[\p{L} -]{2,60}?) (of|at|for) (the |our )?` +
	`(\p{Lu}[^,;:“”"()]{2,80}?) and (?:\p{Ll}|[Vv]ice-|[Dd]eputy |[Cc]o-)` +
	`[^,;:“”"()]{2,80} (\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)$`)

// twoOffices reads them.
func (d *Copy) twoOffices(phrase string) (Speaker, bool) {
	m := officeAndFormer.FindStringSubmatch(phrase)
	if m == nil || !d.English() || !d.IsTitle(m[1]) || !d.aPerson(m[5]) {
		return Speaker{}, false
	}
	org, _ := d.OrgRun(m[4])
	if !strings.Contains(org, " ") && m[3] != "" {
		org = d.onlyCalled(org)
	}
	return Speaker{Name: m[5], Title: m[1], Org: org, Ok: true}, prose.IsOrganisation(org)
}

// wholeSchool is a part of a school, or of a hospital: the school stands behind its comma.
var wholeSchool = pattern.New(`^(?:Department|Faculty|Division|School|Section|Unit) of `)

// ofWholeSchool gives somebody of such a part the school.
func (d *Copy) ofWholeSchool(who Speaker, phrase string) Speaker {
	if !d.English() || !wholeSchool.MatchString(who.Org) {
		return who
	}
	_, tail, _ := strings.Cut(phrase, who.Org+", ")
	if whole, _ := d.OrgRun(tail); studied.MatchString(whole) || ofStudy.MatchString(whole) {
		who.Title, who.Org = strings.TrimSpace(who.Title), whole
	}
	return who
}

// oneKind is a noun for organisations that stands for one of them, as the text calls it for short.
var oneKind = pattern.New(`^(?:Union|Association|Foundation|University|Museum|Coalition|Charity|Federation|Society|` +
	`Institute|Alliance|Trust|Fund|Club|Campaign|Network|Gallery|Library|Hospital|College|Council|Company|Committee|League|` +
	`Group|Centre|Center|Agency|Authority|Commission|Chamber|Academy|Partnership|Observatory|Forum|Board|Bureau)$`)

// kindAndOffice is such a noun right before an office.
var kindAndOffice = pattern.New(`^(?:library|museum|hospital|zoo|aquarium|orchestra|theatre|theater|festival|airport|fund|trust|` +
	`foundation)$`)

// ofOneKind gives somebody of "the Foundation" the only one that the text names so, and of no other the question.
func (d *Copy) ofOneKind(who Speaker, phrase string) Speaker {
	kind, office, _ := strings.Cut(who.Title, " ")
	if d.English() && who.Name != "" && who.Org == "" && kindAndOffice.MatchString(kind) && d.IsTitle(office) {
		who.Org = d.onlyCalled(kind) // "library director Ana Ruiz"
		return who
	}
	if !d.English() || who.Name == "" || !oneKind.MatchString(who.Org) || strings.Contains(phrase, who.Org+" of ") {
		return who
	}
	if org := d.onlyCalled(who.Org); org != "" {
		who.Org, who.Unsure = org, ""
		return who
	}
	if org := d.issuerAs("the " + who.Org); org != release.Unknown && strings.Contains(org, who.Org) {
		who.Org, who.Unsure = org, ""
		return who
	}
	who.Org, who.Unsure = release.Unknown, "the text calls this speaker's organisation by a noun alone; write its name instead of the ?"
	return who
}

// addressedSubject is a sentence with an office, how somebody is addressed, and the name before its verb.
var addressedSubject = pattern.New(`^([^,;:“”"()]{8,200}? (?:Dr|Mr|Mrs|Ms|Prof|Cr|Cllr)\.? ` +
	`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){1,3}) \p{Ll}`)
