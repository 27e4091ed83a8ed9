package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A sentence may name two people to ask at once, a second one for another organisation, or somebody by the first name alone.

const (
	// askedName is somebody's name in such a sentence.
	askedName = `\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'.-]*|de|da|von|van|der)){1,3}`
)

var (
	// eitherPhrase names two people to ask, perhaps of whom, and how both or each can be reached.
	eitherPhrase = pattern.New(`\b(?i:contact|call|e-?mail|reach(?: out to)?|contacter|contactez|contactar(?: con)?|contattare|` +
		`wenden sie sich (?:bitte )?an)\s(` + askedName + `) (?:or|and|oder|und|ou|et|o|y|e) (` + askedName + `)` +
		`(?:,? (?:at|of|from|von|bei|de|di) (?:the )?(\p{Lu}[^,:;()@\d]{2,60}?))?` +
		`(?:\s?[:,(–]|,? (?:on|at|via|by|unter|au|en|al)\s)\s*([^\n]{6,200})`)
	// nextSentence is where another begins.
	nextSentence = pattern.New(`[.] \p{Lu}`)
	// andForOrg is somebody to ask for another organisation, in a sentence of its own.
	andForOrg = pattern.New(`[.;] (?i:for|für|pour|per|para|voor) (?:the )?(\p{Lu}[^.,:;@\d]{2,60}): (` + askedName + `, [^;\n]{6,120})`)
	// rsvpTo is whom journalists tell that they come.
	rsvpTo = pattern.New(`(?i:rsvps?|accreditation)(?:,? please,?)? (?i:to|with|via):? (` + askedName + `)`)
	// forTheMedia says of a text that it is for journalists.
	forTheMedia = pattern.New(`(?i)\b(?:media|press|journalists|photographers|interviews?)\b`)
	// issuedByDesk says who gives a text out, and nothing else.
	issuedByDesk = pattern.New(`^\W*(?i:issued|released) by (?:the )?(\p{Lu}[^.:@\d]{3,60})\.?$`)
	// firstNameAsked is somebody whom a text asks to call by the first name.
	firstNameAsked = pattern.New(`(?i:call|ring|phone|e-?mail|text|contact|ask for|speak to) (\p{Lu}\p{Ll}+) (?:on|at|via) [^.;\n]{0,40}`)
	// pressOnly says beside a number that it is for journalists alone.
	pressOnly = pattern.New(`(?i)\s?\((?:for )?(?:journalists|media|press|reporters)(?: use| enquiries| inquiries| calls)? only\)|` +
		`\s?\((?:not for customers|nur für (?:journalisten|(?:die )?(?:medien|presse))|réservée? (?:à la presse|aux journalistes)|` +
		`solo (?:prensa|periodistas|giornalisti|stampa))\)`)
)

// eitherAsked are the two people whom a sentence asks to contact; nil for another one.
func (d *draft) eitherAsked(text string) []prose.Contact {
	m := eitherPhrase.FindStringSubmatch(text)
	if m == nil || !d.Somebody(m[1]) || !d.Somebody(m[2]) {
		return nil
	}
	rest := m[4]
	if end := nextSentence.FindStringIndex(rest); end != nil {
		rest = rest[:end[0]]
	}
	line := m[1] + " & " + m[2]
	if m[3] != "" {
		line += ", " + m[3]
	}
	list := d.contactsOf([]string{line + ", " + strings.ReplaceAll(strings.TrimRight(rest, ". )"), ";", ",")})
	if len(list) != 2 || list[0].Name != m[1] || list[1].Name != m[2] || list[0].Email == "" && list[0].Phone == "" {
		return nil
	}
	return list
}

// deskThatIssued is the desk that the notes or the copy say a text is issued by, "" for none.
func (d *draft) deskThatIssued() string {
	for _, list := range [][]prose.Para{d.notes, d.Body} {
		for _, p := range list {
			if m := issuedByDesk.FindStringSubmatch(p.Text); m != nil && pressDesk(m[1]) {
				return m[1]
			}
		}
	}
	return ""
}

// forOthers are those to ask for another organisation, whom a text names behind the first.
func (d *draft) forOthers(text string) (out []prose.Contact) {
	for _, m := range andForOrg.FindAllStringSubmatch(text, prose.MostFound) {
		rest := m[2]
		if end := nextSentence.FindStringIndex(rest); end != nil {
			rest = rest[:end[0]]
		}
		name, _, _ := strings.Cut(rest, ",")
		list := d.contactsOf([]string{strings.TrimRight(rest, ".")})
		if d.Somebody(name) && len(list) == 1 && list[0].Email+list[0].Phone != "" {
			list[0].Org = m[1]
			out = append(out, list[0])
		}
	}
	return out
}

// calledByFirstName is the whole name of somebody whom a text asks to call by the first: the one that the source has, where all have
// one. It is "" for none.
func (d *draft) calledByFirstName(text string) string {
	m := firstNameAsked.FindStringSubmatch(text)
	if m == nil || !prose.HasReach(m[:1]) {
		return ""
	}
	whole := ""
	for _, n := range pattern.New(`\b`+m[1]+` (\p{Lu}[\p{L}’'-]+)`).FindAllStringSubmatch(d.Source, prose.MostFound) {
		if name := m[1] + " " + strings.TrimSuffix(strings.TrimSuffix(n[1], "’s"), "'s"); whole == "" || whole == name {
			whole = name
		} else {
			return ""
		}
	}
	if !d.Somebody(whole) {
		return ""
	}
	return whole
}

// withoutRemark is a line of a contact without what says that it is for journalists alone; that is told.
func (d *draft) withoutRemark(line string) string {
	remark := pressOnly.FindString(line)
	if remark == "" {
		return line
	}
	d.Unsure = append(d.Unsure, "a contact has no place for what stands beside it, and it is left out: "+strings.TrimSpace(remark))
	return strings.Replace(line, remark, "", 1)
}
