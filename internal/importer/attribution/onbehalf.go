package attribution

import (
	"cmp"
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Whose office it is may stand in the sentence before, in a clause behind the name, or in the office itself.

// onBehalf fills in whose an office in German or French is, where the office or what is told of the speaker says so.
func (d *Copy) onBehalf(who Speaker, phrase string) Speaker {
	if !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	org := ""
	switch d.Base() {
	case "de":
		if org = d.ledInGerman(phrase); org == "" {
			org = d.headOfNoun(who.Title)
		} else if strings.Contains(who.Title, org) {
			who.Title = ""
		}
	case "fr":
		org = d.boardInFrench(who.Title)
		if m := inChargeOf.FindStringSubmatch(who.Title); m != nil && org == "" {
			who.Title, org = m[1], m[2]
		}
	}
	if org != "" {
		who.Org, who.Unsure = org, ""
	}
	return who
}

// bodyHead is an office joined to the noun of what it is over: "Institutsleiterin".
var bodyHead = pattern.New(`^(Institut|Museum|Verein|Verband|Klinik|Klinikum|Hochschul|Universität|Stiftung|Kammer|Theater|` +
	`Zentrum|Fraktion)e?s?` +
	`(?:leiter|direktor|präsident|vorsitzende|sprecher|rektor|chef|vorstand)(?:in|r)?$`)

// headOfNoun is the only organisation of the text that is called so.
func (d *Copy) headOfNoun(office string) string {
	m := bodyHead.FindStringSubmatch(office)
	if m == nil {
		return ""
	}
	noun := m[1]
	if noun == "Hochschul" {
		noun = "Hochschule"
	}
	joined := regexp.MustCompile(`\p{L}-` + noun + `s?(?:\PL|$)`)
	for text := range d.texts() {
		if joined.MatchString(text) {
			return "" // "das Osten-Institut"
		}
	}
	if org := d.bodyOfNoun(noun); org != "" {
		return org
	}
	found := ""
	for text := range d.texts() {
		for _, at := range articleAndBody.FindAllStringSubmatchIndex(text, prose.MostFound) {
			if text[at[4]:at[5]] != noun && text[at[4]:at[5]] != noun+"s" {
				continue
			}
			m := namedNoun.FindString(text[at[4]:])
			if m == "" || found != "" && found != m {
				return ""
			}
			found = m
		}
	}
	return strings.Replace(found, noun+"s ", noun+" ", 1)
}

// namedNoun is a noun with what it is for behind it: "Institut für Hafenkunde".
var namedNoun = pattern.New(`^\p{Lu}\p{L}+ für \p{Lu}\p{L}+(?: und \p{Lu}\p{L}+)?`)

// leadsInGerman tells that somebody leads an organisation, or speaks for it: "die den Ruderverein Osten leitet".
var leadsInGerman = pattern.New(`^(?:Für )?[^,]+, (?:der|die) (das|den|die) (\p{Lu}[^,]*?)(?: seit [^,]*| in \p{L}+ Generation)* ` +
	`(?:leitet|führt|vertritt)(?:,.*)?$`)

// ledInGerman is that organisation: one that is named, or whoever issues the release where a noun alone stands for it.
func (d *Copy) ledInGerman(phrase string) string {
	m := leadsInGerman.FindStringSubmatch(strings.TrimRight(phrase, " .,"))
	if m == nil {
		return ""
	}
	noun := strings.ToLower(m[2])
	if org, _ := d.OrgRun(m[2]); org == m[2] && strings.Contains(org, " ") && prose.IsOrganisation(org) {
		return org
	}
	if !ownBody[noun] {
		return ""
	}
	issuer := d.Issuer()
	org := d.bodyOfNoun(m[2])
	if name, ok := strings.CutPrefix(org, m[2]+" "); ok && strings.HasPrefix(issuer, name) {
		return issuer // "der Verein Ruderring" of Ruderring e.V.
	}
	return cmp.Or(org, issuer)
}

// ownBody are nouns for the organisation that issues a release.
var ownBody = prose.WordSet(`unternehmen familienunternehmen firma betrieb familienbetrieb haus verein verband stiftung genossenschaft
	gesellschaft`)

// boardInFrench is whose board an office is of, where the text names one: "le conseil d’administration du Théâtre".
func (d *Copy) boardInFrench(office string) string {
	if !ofFrenchBoard.MatchString(office) {
		return ""
	}
	found := ""
	for text := range d.texts() {
		for _, m := range frenchBoard.FindAllStringSubmatch(text, prose.MostFound) {
			if found != "" && found != m[1] {
				return ""
			}
			found = m[1]
		}
	}
	return found
}

var (
	ofFrenchBoard = pattern.New(`(?i)présidente? du (?:conseil d[’']administration|conseil de surveillance|directoire)$`)
	frenchBoard   = pattern.New(`(?i:conseil d[’']administration|conseil de surveillance|directoire) ` +
		`(?:du |de la |des |de l[’']|d[’']|de )(\p{Lu}[\p{L}’'-]*(?: (?:(?:de|des|du|et|la|le|les) ){0,2}\p{Lu}[\p{L}’'-]*)*)`)
)

// inChargeOf is an office in French with what it is in charge of behind the body: "vice-présidente du conseil régional
// chargée de la culture".
var inChargeOf = pattern.New(`^(\p{L}[\p{L}-]*) du (conseil (?:régional|départemental|municipal|général)),? (?:en )?chargée? d.*$`)

// officeOfState is an office in French that is of no organisation by itself, perhaps with another behind it: "conseillère d’État
// et présidente des Forces".
var officeOfState = pattern.New(`^((?:conseill(?:er|ère)|ministre|(?:sous-)?secrétaire) d[’'][EÉ]tat)(?: et (.*))?$`)

// secretaryOfState is somebody who is over a field under a minister, in Romance languages: the state is no organisation that they
// speak for, and neither is what stands behind it.
var secretaryOfState = pattern.New(`(?i)^(?:l[ea] )?(?:(?:sous-)?secrétaire d[’'][eé]tat|secretari[oa] de estado|` +
	`sottosegretari[oa] di stato(?: (?:ai|alle|agli)\b.*)?$|secretári[oa] de estado)(?: .*)?$`)

// ofNobodyElse are offices with a name in them that is no organisation's.
var ofNobodyElse = pattern.New(`(?i)^(?:l[ea] )?(?:procureure? (?:de la république|général[e]?)|garde des sceaux|` +
	`commissaris van de koning|officier van justitie|defensora? del pueblo|defensor(?:ia)? público)$`)

// ofState divides that: the organisation is the second one's.
func (d *Copy) ofState(s string) (title, org string, ok bool) {
	m := officeOfState.FindStringSubmatch(s)
	if m == nil {
		if d.English() || !secretaryOfState.MatchString(s) && !ofNobodyElse.MatchString(s) {
			return "", "", false
		}
		return s, "", true
	}
	if m[2] == "" {
		return s, "", true
	}
	title, org = d.TitleOrg(m[2])
	return m[1] + " et " + title, org, true
}

// comesFrom ends a sentence with whom something comes from: "Unterstützung kommt von der Ruderkammer Osten."
var comesFrom = pattern.New(`\b(?:von (der|den)|(vom)|seitens (de[rs])) (\p{Lu}[^.,;:]+)$`)

// fromBefore is whom the sentence right before the one with an office alone ends with; "" where it does not.
func (d *Copy) fromBefore(who Speaker, clause string) string {
	if !d.german() || who.Title == "" || !strings.HasPrefix(clause, who.Title) {
		return ""
	}
	m := comesFrom.FindStringSubmatch(strings.TrimRight(d.sentenceBefore(who.Name), " ."))
	if m == nil {
		return ""
	}
	org, _ := d.OrgRun(m[4])
	if org != m[4] || !prose.IsOrganisation(org) {
		return ""
	}
	if org = d.nominative(m[1]+m[2]+m[3], org); org == release.Unknown {
		return ""
	}
	return org
}

// spokeFor tells at the beginning of a sentence who spoke for whom: "Für die Hafeninitiative sprach Ana Ruiz".
var spokeFor = pattern.New(`^Für (?:(?:die|den|das) )?(\p{Lu}[^,.:]*?) (?:sprach|spricht|redete|ergriff) ` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})(?: das Wort)?(?:, [^.]*)?\.?$`)

// speakerFor is that speaker.
func (d *Copy) speakerFor(sentence string) Speaker {
	m := spokeFor.FindStringSubmatch(strings.TrimSpace(sentence))
	if m == nil || !d.german() || prose.IsOrganisation(m[2]) {
		return Speaker{}
	}
	who := Speaker{Name: m[2], Ok: true}
	if org, _ := d.OrgRun(m[1]); org == m[1] && isBodyNoun(prose.FirstWord(org)) {
		who.Org = org
		if whole := d.bodyOfNoun(org); whole != "" {
			who.Org = whole
		}
	}
	return who
}

// courtesies are how anybody is addressed, and no part of the name, by the language.
var courtesies = map[string]*pattern.Pattern{
	"en": pattern.New(`^(?:Mr|Mrs|Ms|Miss|Mx)\.? `),
	"fr": pattern.New(`^(?:Mme|M\.|Mlle|Monsieur|Madame|Maître|Me|Pr\.?|Mgr|Monseigneur) `),
	"de": pattern.New(`^(?:Herrn?|Frau) `),
	"es": pattern.New(`^(?:[Ss]r\.|[Ss]ra\.|[Ss]eñora?|[Dd]on|[Dd]oña|D\.|Dña\.|[Mm]onseñor|[Mm]ons\.|[Ff]ray|[Ss]or) `),
	"it": pattern.New(`^(?:[Ss]ig\.|[Ss]ig\.ra|[Ss]ignora?|[Ss]ignor|[Dd]on|[Mm]ons\.|[Mm]onsignor) `),
	"pt": pattern.New(`^(?:[Ss]r\.|[Ss]ra\.|[Ss]enhora?|[Dd]ona|[Dd]om|[Ii]rmã|[Ii]rmão|[Ff]rei) `),
	"nl": pattern.New(`^(?:[Dd]hr\.?|[Mm]evr\.?|[Mm]eneer|[Mm]evrouw) `),
	"pl": pattern.New(`^(?:[Pp]ani?) `),
	"cs": pattern.New(`^(?:[Pp]an|[Pp]aní) `),
}

// policeRank is one in its letters, before a name.
var policeRank = pattern.New(`^` + inLetters + ` `)

// withoutCourtesy is a full name without that.
func (d *Copy) withoutCourtesy(name string) string {
	polite := courtesies[d.Base()]
	if polite == nil {
		return name
	}
	if rank := policeRank.FindString(name); d.English() && rank != "" && namesPolice.MatchString(d.Source) {
		name = name[len(rank):]
	}
	if bare := name[len(polite.FindString(name)):]; prose.LooksLikeName(bare) {
		return bare
	}
	return name
}

// jointly announces in German what several say: "erklären die Sprecherin des Ruderbunds, Ana Ruiz, und der Sprecher Tom Kahl:".
var (
	jointly = pattern.New(`\b(?:erklären|sagen|kommentieren|betonen) ` +
		`((?:die|der) [^:“”„"]{10,200} (?:und|sowie) (?:die|der) [^:“”„"]{5,100}):$`)
	andFurther = pattern.New(`,? (?:und|sowie) (?:die|der) `)
)

// meetJointly notes them; who has no organisation but the same kind of office has the one of the first.
func (d *Copy) meetJointly(text string) {
	m := jointly.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || !d.german() {
		return
	}
	var first Speaker
	kept := d.Known
	for i, phrase := range andFurther.Split(m[1], prose.AllFound) {
		if i > 0 {
			phrase = "der " + phrase
		}
		who := d.one(phrase)
		if !who.Ok || !prose.LooksLikeName(who.Name) || i == 0 && (who.Org == "" || who.Org == release.Unknown || who.Title == "") {
			d.Known = kept
			return
		}
		if i == 0 {
			first = who
		} else if who.Org == "" && sameOffice(first.Title, who.Title) {
			who.Org = first.Org
		}
		if !d.isKnown(who.Name) {
			d.know(who)
		}
	}
}

// sameOffice tells two offices of which the last word is the same, of whatever gender.
func sameOffice(a, b string) bool {
	a, b = strings.TrimSuffix(prose.LastWord(a), "in"), strings.TrimSuffix(prose.LastWord(b), "in")
	return a != "" && a == b
}
