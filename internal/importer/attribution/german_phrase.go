package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// What stands in German around somebody's name and office, and says nothing of who they are: when and at what
// they speak, what kind of words they are, and in which parliament they sit.

// germanWhen is when or at what somebody speaks, behind who they are, up to the end of the phrase.
var germanWhen = pattern.New(`,? (?:(?:heute|gestern) \p{Ll}|(?:im Vorfeld|im Rahmen|im Anschluss|aus Anlass|mit Verweis|mit Bezug|` +
	`angesichts|zum (?:Start|Auftakt|Abschluss|Beginn|Ende|Anlass|Hintergrund|Ergebnis|Urteil|Stand|Jahrestag|Jubiläum)) ?).*$`)

// germanVerdict is what somebody's words are called, before who they are of: "das Fazit von Jana Holm".
var germanVerdict = pattern.New(`^(?:(?:das|die|der|ein|eine) )?(?:\p{Ll}+ )?(?:Fazit|Resümee|Urteil|Kommentar|Bilanz|Einschätzung|` +
	`Überzeugung|Appell|Forderung|Credo|Devise|Meinung|Worte) (?:von (\p{Lu}.*)|((?:der|unserer?) \p{L}+in .*))$`)

// inGermanParliament are the letters of a member of a parliament behind the name.
var inGermanParliament = pattern.New(`(\p{Lu}[\p{L}’'-]+),? (Md(?:B|L|EP|HB|BB|A|R))(?:,|$)`)

// germanPhrase is a phrase without them.
func (d *Copy) germanPhrase(phrase string) string {
	if !d.german() {
		return phrase
	}
	phrase = germanWhen.ReplaceAllString(phrase, "")
	if m := germanVerdict.FindStringSubmatch(phrase); m != nil {
		phrase = cmp.Or(m[1], m[2])
	}
	return inGermanParliament.ReplaceAllString(phrase, "$1,")
}

// ofLand is an office with the land or town that it is of before it, in the genitive: "Sachsens Ministerin".
var ofLand = pattern.New(`^(?:[Dd]er |[Dd]ie )?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)s (\p{Lu}\p{L}*(?i:minister|ministerpräsident|` +
	`bürgermeister|senator|staatssekretär|regierungschef)(?:in)?|(?:Minister|Ministerpräsident|Bürgermeister|Regierungschef)(?:in)?)\b`)

// landBefore reads that: such an officer speaks for the land, or for the ministry that the text names.
func (d *Copy) landBefore(phrase string) (Speaker, bool) {
	m := ofLand.FindStringSubmatchIndex(phrase)
	if m == nil || !d.german() {
		return Speaker{}, false
	}
	who := d.one("der " + phrase[m[4]:])
	if !who.Ok || who.Name == "" {
		return Speaker{}, false
	}
	if who.Org == "" || who.Org == release.Unknown {
		who.Org, who.Unsure = phrase[m[2]:m[3]], ""
	}
	return who, true
}

// germanMinistry is a ministry with what it is over: "Staatsministerium für Häfen und Taue", "Hafenministerium".
var germanMinistry = pattern.New(`\b((?:Bundes|Landes|Staats)?(?:M|m)inisterium)s? (für|der) ` +
	`(\p{Lu}[\p{L}-]+(?:(?:,| und) \p{Lu}[\p{L}-]+)*)|` +
	`\b(\p{Lu}\p{Ll}+ministerium)s?\b`)

// germanMinister is somebody over a field: "Staatsministerin für Häfen", "Hafenministerin".
var germanMinister = pattern.New(`^(?:(?:Bundes|Landes|Staats)?(?:M|m)inister(?:in)? (?:für|der) (\p{Lu}[\p{L}-]+)(.*)|` +
	`(\p{Lu}\p{Ll}+minister)(?:in)?)$`)

// ofMinistry gives a minister the one ministry over the same field that the text names.
func (d *Copy) ofMinistry(who Speaker) Speaker {
	m := germanMinister.FindStringSubmatch(who.Title)
	if bareMinister.MatchString(who.Title) {
		return d.ofOnlyMinistry(who)
	}
	if m == nil || !d.german() || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	found := ""
	for _, text := range d.nearTexts() {
		for _, n := range germanMinistry.FindAllStringSubmatch(text, prose.MostFound) {
			body, same := n[4], n[4] == m[3]+"ium"
			if n[1] != "" {
				body = n[1] + " " + n[2] + " " + n[3]
				same = m[1] != "" && strings.HasPrefix(n[3], m[1]+m[2]) || isAField(strings.TrimSuffix(m[3], "minister"), n[3])
			}
			if !same || body == found {
				continue
			}
			if found != "" {
				return who
			}
			found = body
		}
	}
	if found != "" {
		who.Org, who.Unsure = found, ""
	}
	return who
}

// bareMinister is somebody over a ministry of such a kind, with nothing that it is over.
var bareMinister = pattern.New(`^(Bundes|Landes|Staats)minister(?:in)?$`)

// ofOnlyMinistry gives somebody of whom no field is told the only ministry that the text names, of the same kind.
func (d *Copy) ofOnlyMinistry(who Speaker) Speaker {
	if !d.german() || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	found := ""
	for _, text := range d.nearTexts() {
		for _, n := range germanMinistry.FindAllStringSubmatch(text, prose.MostFound) {
			body := strings.TrimSpace(n[4])
			if n[1] != "" {
				body = n[1] + " " + n[2] + " " + n[3]
			}
			if found != "" && found != body {
				return who
			}
			found = body
		}
	}
	if found != "" && strings.HasPrefix(found, bareMinister.FindStringSubmatch(who.Title)[1]) {
		who.Org, who.Unsure = found, ""
	}
	return who
}

// isAField tells that the first part of a joined word is one of some fields, perhaps with a letter between: the
// "Wissenschafts" of "Wissenschaftsminister".
func isAField(part, fields string) bool {
	for _, f := range strings.FieldsFunc(fields, func(r rune) bool { return r == ' ' || r == ',' }) {
		if f == part || f+"s" == part {
			return true
		}
	}
	return false
}

// germanOrgans are parts that lead an organisation.
const germanOrgans = `Vorstand|Aufsichtsrat|Verwaltungsrat|Präsidium|Beirat|Kuratorium|Geschäftsleitung|Geschäftsführung`

// germanOrgan is such a part with whose it is: "Vorstands der Hafenbank".
var germanOrgan = pattern.New(` (?:` + germanOrgans + `)s? ` +
	`(der|des|von|vom) (\p{Lu}[^,]*)$`)

// inGermanOrgan gives somebody in such a part the organisation.
func (d *Copy) inGermanOrgan(who Speaker, phrase string) Speaker {
	if m := germanOrgan.FindStringSubmatch(phrase); m != nil && d.german() && !strings.HasSuffix(m[2], who.Name) {
		org, _ := d.OrgRun(m[2])
		who.Org = d.nominative(m[1], org)
	}
	if d.german() && organAlone.MatchString(who.Org) && who.Name != "" {
		who.Title, who.Org, who.Unsure = cmp.Or(who.Title, who.Org), "", "" // "vom Vorstand": of whom, the phrase does not say
	}
	return who
}

// organAlone is such a part, or another, that is no organisation by itself.
var organAlone = pattern.New(`^(?:(?:Bundes|Landes|Kreis|Orts|Gesamt|Stiftungs|Verwaltungs|Sprecher)?(?:[Vv]orstand|[Rr]at)|` +
	germanOrgans + `|Organisationsteam|Orga-Team|Pressestelle)s?$`)

// ofTownOrLand is where somebody is from, before an office: "Kalmer Landtagsabgeordnete".
var ofTownOrLand = pattern.New(`^\p{Lu}\p{Ll}+er$`)

// notOfTown takes that off the organisation of somebody in a public office.
func (d *Copy) notOfTown(who Speaker, phrase string) Speaker {
	if d.german() && ofTownOrLand.MatchString(who.Org) && germanPublic.MatchString(who.Title) &&
		strings.Contains(phrase, who.Org+" "+who.Title) {
		who.Org, who.Unsure = release.Unknown, namesNoOrg
	}
	return who
}

// worksAt is a clause behind a name that says where somebody works, with the verb at its end: "die bei der Hafenbank die
// Werft leitet".
var worksAt = pattern.New(`^(\p{Lu}[^,]+), (?:der|die) (?:\p{Ll}+ |\d+ ){0,3}?` +
	`(am|an der|beim|bei der|bei|im|in der|für die|für den|für das) (\p{Lu}.*) \p{Ll}+t$`)

// smallBehind is what is said of the work behind an organisation's name.
var smallBehind = pattern.New(` (?:die|das|den|dem|als|mit|zu|zum|zur|seit|an) .*$`)

// whoIsAt reads that, where what is named is an organisation.
func (d *Copy) whoIsAt(phrase string) (Speaker, bool) {
	m := worksAt.FindStringSubmatch(strings.TrimRight(phrase, " ,."))
	if m == nil || !d.german() {
		return Speaker{}, false
	}
	who := d.one(m[1])
	if !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return Speaker{}, false
	}
	org, _ := d.OrgRun(smallBehind.ReplaceAllString(m[3], ""))
	who.Org, who.Unsure = d.nominative(articleOf(m[2], m[3]), org), ""
	if !isBodyNoun(prose.FirstWord(org)) && !prose.IsOrganisation(org) && !d.knownOrg(org) {
		who.Org = release.Unknown
	}
	return who, true
}
