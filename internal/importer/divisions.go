package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Who works in a part of an organisation speaks for the organisation, which owns it: "general
// manager of Tidewell’s Lantern division".

// ownPart is a part with its owner before it.
var ownPart = pattern.New(`^(?:the )?(\p{Lu}[\p{L}\d&.-]*(?: \p{Lu}[\p{L}\d&.-]*){0,4}?(?:’s|'s|s’|s')) [^,;:“”"]{0,60}?` +
	`\b(?i:division|team|group|unit|department|lab|laboratory|practice|business|arm|branch|section|program|programme|project|` +
	`board|committee|subsidiary|office)\b`)

// withinPart is an office with such a part behind it, where the preposition may stand before
// places too.
var withinPart = pattern.New(`^(.*\S),? (?:in|on|within|inside|from|at|with|of|for|to) (?:the )?(\p{Lu}.*(?:’s|'s|s’|s') .*)$`)

// ownerOf is whose such a part is; "" for none.
func ownerOf(s string) string {
	m := ownPart.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if strings.HasSuffix(m[1], "s’") || strings.HasSuffix(m[1], "s'") {
		return strings.TrimRight(m[1], "’'")
	}
	return trimPossessive(m[1])
}

// ofPart divides "staff engineer in Tidewell’s Marine Computing group".
func (d *draft) ofPart(s string) (title, org string, ok bool) {
	m := withinPart.FindStringSubmatch(s)
	if m == nil || d.base() != "en" {
		return "", "", false
	}
	org = ownerOf(m[2])
	return strings.Trim(m[1], " ,"), org, org != "" && d.isTitle(m[1]) && !general[strings.ToLower(org)]
}

// branches stand before the number of a part of a union.
var branches = wordSet("local lodge branch chapter district division no no. council")

// numbered is where a name ends that goes on with the number of a branch: "RWU local 214".
func numbered(toks []token, end int) int {
	if end+2 < len(toks) && branches[strings.ToLower(toks[end+1].text)] && digitsOnly(toks[end+2].text) {
		return end + 2
	}
	return end
}

func digitsOnly(s string) bool {
	s = strings.Trim(s, "#.,;:)")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// ownOffice is an office in what the release calls "the union": of the one that issues it.
var ownOffice = pattern.New(`\b(?:[Tt]he|[Oo]ur|[Ii]ts) (union|company|association|foundation|university|museum|coalition|charity|federation|` +
	`society|institute|alliance|firm)(?:’s|'s) `)

// ofIssuer fills in for such an office the organisation that issues the release, if it can be
// called so.
func (d *draft) ofIssuer(who speaker, phrase string) speaker {
	if !who.ok || who.name == "" || who.org != "" && who.org != release.Unknown || d.base() != "en" {
		return who
	}
	m := ownOffice.FindStringSubmatch(phrase)
	if m == nil {
		return who
	}
	org := d.issuerAs("the " + m[1])
	if org == release.Unknown {
		return who
	}
	who.org, who.unsure = org, ""
	who.title = strings.TrimPrefix(strings.TrimPrefix(who.title, m[1]+"’s "), m[1]+"'s ")
	return who
}

// officeThenName reads an office with its article and what it is over, with the name behind a
// comma: "the Harbor Commissioner of Marlow, Ana Ruiz".
func (d *draft) officeThenName(head, rest string) speaker {
	first, office, _ := strings.Cut(strings.TrimSpace(head), " ")
	name, behind, _ := strings.Cut(rest, ",")
	name = strings.Trim(strings.TrimSpace(name), ".")
	if strings.ToLower(first) != "the" || d.base() != "en" || !startsUpper(office) || !looksLikeName(name) || isOrganisation(name) ||
		d.isTitle(name) || strings.Contains(behind, ",") {
		return speaker{}
	}
	at := overAnything.FindStringIndex(office)
	if at == nil || !d.isTitle(office[:at[0]]) || isOrganisation(office[:at[0]]) {
		return speaker{}
	}
	who := speaker{name: name, title: office[:at[0]], ok: true}
	if over, ok := d.orgRun(office[at[1]:]); ok && over != release.Unknown && (isOrganisation(over) || d.actsAsOrg(over)) {
		who.org = over
		return who
	}
	who.title, who.org = office, release.Unknown
	who.unsure = fmt.Sprintf("%q is what this office is over, and perhaps no organisation; write whom the speaker speaks for instead of the ?",
		office[at[1]:])
	return who
}

var overAnything = pattern.New(` (?:of|for) (?:the )?`)

// fieldThenName reads an organisation, an office and what that is over, with the name behind a
// comma: "Tidewell Vice President for Harbors and Lights, Tom Reed".
func (d *draft) fieldThenName(head, rest string) speaker {
	head = strings.TrimSpace(head)
	at := overAnything.FindStringIndex(head)
	if at == nil || d.base() != "en" || !startsUpper(head) || !titleWords[strings.ToLower(lastWord(head[:at[0]]))] {
		return speaker{}
	}
	words := strings.Fields(head[:at[0]])
	from := len(words)
	for from > 0 && (titleWords[strings.ToLower(words[from-1])] || titleModifiers[strings.ToLower(words[from-1])]) {
		from--
	}
	name, _, _ := strings.Cut(rest, ",")
	name = strings.Trim(strings.TrimSpace(name), ".")
	org := strings.Join(words[:from], " ")
	if from == 0 || !looksLikeName(name) || isOrganisation(name) || d.isTitle(name) || sentenceOpening[strings.ToLower(words[0])] ||
		leading[strings.ToLower(org)] || general[strings.ToLower(org)] || publicOffices[strings.ToLower(words[len(words)-1])] {
		return speaker{}
	}
	if whole, ok := d.orgRun(org); !ok || trimPossessive(org) != whole {
		return speaker{}
	}
	return speaker{name: name, title: strings.TrimSpace(strings.TrimPrefix(head, org)), org: trimPossessive(org), ok: true}
}

// nameLast reads an organisation, its office and a name, all between commas: "Harbor Alliance,
// President, Ana Ruiz". What stands first has to be an organisation by more than its place.
func (d *draft) nameLast(phrase string) (speaker, bool) {
	parts := strings.Split(phrase, ", ")
	if len(parts) != 3 {
		return speaker{}, false
	}
	org, office, name := strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.Trim(parts[2], " .,")
	if !startsUpper(org) || !d.isTitle(office) || isPreposition(strings.ToLower(lastWord(office)), d.base()) || len(strings.Fields(office)) > 5 || !looksLikeName(name) || isOrganisation(name) ||
		d.isTitle(name) || d.isTitle(org) || d.actsAsOrg(name) {
		return speaker{}, false
	}
	if whole, ok := d.orgRun(org); !ok || whole != strings.TrimPrefix(org, "the ") || !isOrganisation(org) && !d.actsAsOrg(org) {
		return speaker{}, false
	}
	return speaker{name: name, title: office, org: org, ok: true}, true
}

// actsAsOrg tells a name that the release uses as only organisations are: it is known as one, or
// stands behind an article.
func (d *draft) actsAsOrg(name string) bool {
	if d.namedAsOrg(name) || d.issues(name) {
		return true
	}
	for _, p := range append([]para{d.headline, d.subhead}, d.body...) {
		if longPara(p.text) {
			continue
		}
		for _, article := range []string{"the ", "The ", "die ", "la ", "el ", "il ", "le ", "l’", "der ", "de "} {
			if strings.Contains(p.text, article+name) {
				return true
			}
		}
	}
	return false
}

// tradeBefore is a trade in small letters before a name: "web standards author Ana Ruiz".
var tradeBefore = pattern.New(`^(?:the )?((?:\p{Ll}[\p{L}-]+ ){1,3})(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)

// afterTrade reads a name with that before it, where an office stands behind its comma.
func (d *draft) afterTrade(head, rest string) speaker {
	m := tradeBefore.FindStringSubmatch(strings.TrimSpace(head))
	if m == nil || d.base() != "en" || !looksLikeName(m[2]) || isOrganisation(m[2]) || d.isTitle(m[2]) || !d.isTitle(rest) ||
		behindName[firstWord(m[1])] || orgConnectors[firstWord(m[1])] {
		return speaker{}
	}
	return speaker{name: m[2], ok: true}
}
