package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Who issues a release may stand nowhere but in a line that says whose it is, or in a sentence at
// its end that says what an organisation is.

// whoseRelease is a line of who has written a release: "Press Release: Marlow University".
var whoseRelease = pattern.New(`(?mi)^\W*(?:press|news|media) (?:release|statement)` +
	`(?:(?: (?:from|by|of))?:|\s[–—-])\s+(?-i:(\p{Lu}[^\n:“”"]{3,80}))$`)

// released is the organisation on such a line. Behind it may as well stand a headline: the name has
// a word that only organisations have, and nothing else stands there.
func (d *draft) released() string {
	if d.linked != "" && !strings.EqualFold(d.linked, d.headline.text) {
		return d.linked
	}
	for _, m := range whoseRelease.FindAllStringSubmatch(d.source, 3) {
		name := strings.Trim(m[1], " *_.")
		if party, ok := strings.CutPrefix(name, "The "); ok && strings.HasSuffix(party, " Party") {
			return party
		}
		if org, ok := d.orgRun(name); ok && org == name && isOrganisation(org) && !strings.EqualFold(name, d.headline.text) {
			return org
		}
	}
	return ""
}

// linkedName is the name on such a line where it is a link to whoever has written it: it is one, whatever its words are.
func linkedName(p para) string {
	at := whoseRelease.FindStringSubmatchIndex(p.text)
	if at == nil {
		return ""
	}
	for _, m := range p.marks {
		if name := p.text[at[2]:at[3]]; m.href != "" && m.from == at[2] && m.to == at[2]+len(strings.TrimRight(name, " *_.")) {
			return strings.TrimRight(name, " *_.")
		}
	}
	return ""
}

// whatItIs is a sentence that says what an organisation is: "Founded in 1998, the Rope Museum (RM)
// is an independent museum …".
var whatItIs = pattern.New(`^(?:(?:Founded|Established|Based|Headquartered) (?:in|on) [^,]{3,40}(?:, [^,]{2,20})?, )?(?:[Tt]he )?` +
	`(\p{Lu}[^,:;“”"()]{1,60}?)(?: \(([^()]{2,20})\))?,? (?:(?:is|are) (?:a|an|the|one of)|fights|works|provides|supports|promotes|` +
	`represents|helps|offers|makes|develops|brings|delivers|builds) ([^.:;“”"]{5,200})`)

// whatItIsElsewhere is such a sentence in other languages: "Die Tidewell GmbH ist ein Verein der Seiler".
var whatItIsElsewhere = pattern.New(`^(?:(?:Die|Der|Das|La|Le|El|Il|De|Het|O|A) |L[’'])?(\p{Lu}[^,:;“”"()]{1,60}?)` +
	`(?: \(([^()]{2,20})\))?,? (?:ist|est|es|è|é|is) ((?:\S+ ){1,3}\S+)`)

// saysWhatItIs is the organisation of which a sentence says what it is, and its initials.
func (d *draft) saysWhatItIs(sentence string) (org, initials string) {
	re := whatItIs
	if !d.english() {
		re = whatItIsElsewhere
	}
	m := re.FindStringSubmatch(sentence)
	if m == nil {
		return "", ""
	}
	org, _ = d.orgRun(m[1])
	isOne := ofFirm.MatchString(m[3]) || !d.english() && isOrganisation(m[3]) && !d.isTitle(m[3])
	if org != m[1] || general[strings.ToLower(org)] || d.isTitle(org) || !isOrganisation(org) && !isOne {
		return "", ""
	}
	return org, m[2]
}

// describedAtEnd is how many of the last paragraphs may say so.
const describedAtEnd = 4

// described is the organisation of which the end of the copy says what it is, and of which headline
// or first paragraph tell; "" where that is none, or more than one.
func (d *draft) described() string {
	var copied []string
	for _, p := range d.body {
		if p.level == 0 && p.table == "" && p.text != "" && !longPara(p.text) {
			copied = append(copied, p.text)
		}
	}
	found := ""
	for i := max(1, len(copied)-describedAtEnd); i < len(copied); i++ {
		org, initials := d.saysWhatItIs(copied[i])
		if above := d.headline.text + "\n" + copied[0]; org == "" || !wordIn(above, org) && (initials == "" || !wordIn(above, initials)) {
			continue
		}
		if found != "" && found != org {
			return ""
		}
		found = org
	}
	return found
}

// school is what an organisation is called that teaches.
var school = pattern.New(`(?i)\b(?:university|universit\p{L}{1,3}|college|institute of technology|polytechnic)\b`)

// teaches tells that a school issues the release: its professors speak for it.
func (d *draft) teaches() bool { return school.MatchString(d.issuer()) }

// academic are offices of those who teach and do research.
var academic = pattern.New(`(?i)\b(?:professor|lecturer|dean|provost|(?:vice-)?chancellor|rector|researcher|fellow|` +
	`(?:doctoral|graduate|ph\.?d\.?) (?:student|candidate)|head of (?:school|department|faculty))\b`)
