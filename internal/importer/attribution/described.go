package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Who issues a release may stand nowhere but in a line that says whose it is, or in a sentence at
// its end that says what an organisation is.

// released is the organisation on such a line. Behind it may as well stand a headline: the name has
// a word that only organisations have, and nothing else stands there.
func (d *Copy) released() string {
	if d.Linked != "" && !strings.EqualFold(d.Linked, d.Headline.Text) {
		return d.Linked
	}
	for _, m := range prose.WhoseRelease.FindAllStringSubmatch(d.Source, 3) {
		name := strings.Trim(m[1], " *_.")
		if party, ok := strings.CutPrefix(name, "The "); ok && strings.HasSuffix(party, " Party") {
			return party
		}
		if org, ok := d.OrgRun(name); ok && org == name && prose.IsOrganisation(org) && !strings.EqualFold(name, d.Headline.Text) {
			return org
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
func (d *Copy) saysWhatItIs(sentence string) (org, initials string) {
	re := whatItIs
	if !d.English() {
		re = whatItIsElsewhere
	}
	m := re.FindStringSubmatch(sentence)
	if m == nil {
		return "", ""
	}
	org, _ = d.OrgRun(m[1])
	isOne := ofFirm.MatchString(m[3]) || !d.English() && prose.IsOrganisation(m[3]) && !d.IsTitle(m[3])
	if org != m[1] || prose.General[strings.ToLower(org)] || d.IsTitle(org) || !prose.IsOrganisation(org) && !isOne {
		return "", ""
	}
	return org, m[2]
}

// describedAtEnd is how many of the last paragraphs may say so.
const describedAtEnd = 4

// described is the organisation of which the end of the copy says what it is, and of which headline
// or first paragraph tell; "" where that is none, or more than one.
func (d *Copy) described() string {
	var copied []string
	for _, p := range d.Body {
		if p.Level == 0 && p.Table == "" && p.Text != "" && !prose.LongPara(p.Text) {
			copied = append(copied, p.Text)
		}
	}
	found := ""
	for i := max(1, len(copied)-describedAtEnd); i < len(copied); i++ {
		org, initials := d.saysWhatItIs(copied[i])
		if above := d.Headline.Text + "\n" + copied[0]; org == "" || !prose.WordIn(above, org) &&
			(initials == "" || !prose.WordIn(above, initials)) {
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
func (d *Copy) teaches() bool { return school.MatchString(d.Issuer()) }

// academic are offices of those who teach and do research.
var academic = pattern.New(`(?i)\b(?:professor|lecturer|dean|provost|(?:vice-)?chancellor|rector|researcher|fellow|` +
	`(?:doctoral|graduate|ph\.?d\.?) (?:student|candidate)|head of (?:school|department|faculty))\b`)
