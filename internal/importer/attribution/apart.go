package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// A phrase that names a speaker has more in it than who speaks for whom: what else they were or will be, what they are by
// themselves, and the fields that an office is over.

var (
	// bySelf is what somebody is besides the office, between commas.
	bySelf = pattern.New(`, (?:(?:him|her|them)sel(?:f|ves)|selbst|lui-même|elle-même|él mismo|ella misma|lui stesso|lei stessa|` +
		`ele próprio|ela própria|zelf) [^,]+(?:, |$)`)
	// ofRelatives is what is told of somebody’s relatives, up to what is told of them.
	ofRelatives = pattern.New(`, whose (?:\p{L}+ )?` + kinNouns + `s? [^,]*?(?: and (who) |, |$)`)
	// retiredRank is what stands between a rank and the name.
	retiredRank = pattern.New(` \((?i:rtd|retd|ret)\.?\) `)
	// styledBehind is an office with a name behind it that says how somebody is addressed.
	styledBehind = pattern.New(`^(?:[Tt]he )?(\p{L}[^,:;“”"()]*? (?:of|de|del|da|do) [^,:;“”"()]+), ` +
		`((?:Alhaja|Alhaji|Hajia|Hajiya|Chief|Mama|Mzee|Nana|Oba|Pa|Auntie|Uncle|Doña|Don|Doctora?) )` +
		`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)
	// officesStyled is an office with its field and its organisation between commas, and the name: "the Head, Press, Tidewell, Ms
	// Ana Ruiz".
	officesStyled = pattern.New(`^(?:[Tt]he )?(\p{Lu}[\p{L} /&-]*), (\p{Lu}[^,:;“”"()]*), (?:the )?(\p{Lu}[^,:;“”"()]*), ` +
		`(?:Mr|Mrs|Ms|Miss|Mx)\.? (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)
	// bodyThenTheirs is an organisation with an office of its own and the name behind it: "Rivera Buses, su gerente, Ana Ruiz".
	bodyThenTheirs = pattern.New(`^(?:.*?[ ,] ?)??(\p{Lu}[^,:;“”"()]*), ` +
		`(?:su|sus|son|sa|seu|sua|o seu|a sua|il suo|la sua|dessen|deren|zijn|haar) ` +
		`(\p{L}[^,:;“”"()]*), (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})(?:,.*)?$`)
	// hyphenedOffice is an office joined to the whole of an organisation's name.
	hyphenedOffice = pattern.New(`^(?:(?:[Dd]er|[Dd]ie|[Dd]e) )?(\p{Lu}[\p{L}\d.&’'-]*(?: [\p{L}\d&’'-]+){1,4})-(\p{L}+) ` +
		`(\p{Lu}[\p{L}’'-]+(?: ` +
		`(?:van|de|den|der|von|zu) )*(?: ?\p{Lu}[\p{L}’'-]+){1,2})$`)
)

// ofFamily is several people of one name: "the Farrell family".
var ofFamily = pattern.New(`^[Tt]he \p{Lu}[\p{L}’'-]+ (?:family|parents|brothers|sisters)$`)

// tellsNoMore is a phrase without what else is told of somebody.
func (d *Copy) tellsNoMore(phrase string) string {
	phrase = retiredRank.ReplaceAllString(phrase, " ")
	phrase = strings.TrimSuffix(bySelf.ReplaceAllString(phrase, ", "), ", ")
	if d.English() {
		phrase = strings.TrimSuffix(ofRelatives.ReplaceAllString(phrase, ", $1 "), ",  ")
	}
	return phrase
}

// setApart reads somebody whose name is the last of several between commas, or behind an office that is joined to a name.
func (d *Copy) setApart(phrase string) (Speaker, bool) {
	phrase = strings.Trim(phrase, " ,.")
	if ofFamily.MatchString(phrase) && d.English() {
		return nobodySays(), true
	}
	if m := styledBehind.FindStringSubmatch(phrase); m != nil {
		who := d.one(m[3] + ", " + m[1])
		return who, who.Name == m[3]
	}
	if m := officesStyled.FindStringSubmatch(phrase); m != nil && d.IsTitle(m[1]) && d.namedTwice(m[3]) {
		return Speaker{Name: m[4], Title: m[1] + ", " + m[2], Org: m[3], Ok: true}, !prose.IsOrganisation(m[4])
	}
	if m := bodyThenTheirs.FindStringSubmatch(phrase); m != nil && d.IsTitle(m[2]) && !prose.IsOrganisation(m[3]) && !d.English() &&
		d.nameOnly(m[1]) {
		who := Speaker{Name: m[3], Title: m[2], Org: release.Unknown, Unsure: namesNoOrg, Ok: true}
		if org, ok := d.OrgRun(m[1]); ok && org == m[1] && (prose.IsOrganisation(org) || d.namedTwice(org)) {
			who.Org, who.Unsure = org, ""
		}
		return who, true
	}
	m := hyphenedOffice.FindStringSubmatch(phrase)
	if m == nil || d.Base() != "nl" && !d.german() {
		return Speaker{}, false
	}
	if office := strings.ToLower(m[2]); !prose.TitleWords[office] && !d.officeNoun(office) {
		return Speaker{}, false
	}
	return Speaker{Name: m[3], Title: m[2], Org: m[1], Ok: true}, prose.IsOrganisation(m[1]) || d.namedTwice(m[1])
}

// nameOnly tells words of which the small ones join the others.
func (d *Copy) nameOnly(s string) bool {
	for i, w := range strings.Fields(s) {
		lower := strings.ToLower(w)
		if !prose.StartsUpper(w) && !prose.OrgConnectors[w] || i == 0 &&
			(prose.Opening[lower] || prose.SentenceOpening[lower] || prose.Leading[lower]) {
			return false
		}
	}
	return true
}

var (
	// untilNow stands before what somebody was up to now, or is for the time being.
	untilNow = pattern.New(`(?i)(?:^|[\s,])(?:hasta (?:ahora|hoy|la fecha)|jusqu[’'](?:ici|alors|à présent)|bisher|bislang|bis dahin|` +
		`zuletzt|` +
		`zuvor|tot nu toe|voorheen|eerder|fino(?: a)? (?:ieri|oggi|ad ora)|finora|até (?:agora|hoje|aqui)|until (?:now|recently|then)|` +
		`hitherto|exdirector[a]?|expresident[ea]|antigu[oa]|ancien(?:ne)?|ehemaliger?|frühere[rn]?) [^,;:]*$`)
	// willBe is an office that somebody does not have yet.
	willBe = pattern.New(`(?i)(?:-elect|[ -]designate|\belect[oa]|\beleit[oa]|\bdésignée?)(?:,|$)`)
	// isAtPresent leads to what somebody is until then.
	isAtPresent = pattern.New(`\b(?:who|that) (?:is|was|has been) (?:currently|now|presently|still|at present)\b`)
	// inUnion is an office of those who speak for the workers of a firm, and not for it.
	inUnion = pattern.New(`(?i)\b(?:délégu[ée]+s? (?:syndical|central|du personnel)|delegad[oa] sindical|` +
		`delegat[oa] sindacale|union (?:rep|representative|steward|convenor)|shop steward|` +
		`représentante? (?:syndical|du personnel)|betriebsrats\p{L}*)`)
	// partBefore ends what stands before the name of a part of a school, and is of that.
	partBefore = pattern.New(`(?:^|[ ’'])((?:Dipartimento|Departamento|Département|Facoltà|Facultad|Faculté|Istituto|Scuola|Escuela) ` +
		`(?:di|de|d[’'])) ?$`)
	// smallNoun ends what stands before a name that is only the place or the saint of a body in small letters.
	smallNoun = pattern.New(`(?:^|[ ’'])((?:centre hospitalier|hôpital|clinique|lycée|collège|université|mairie|préfecture|diocèse|` +
		`hospital|ayuntamiento|ospedale|comune|università|universidad|câmara|chambre (?:de commerce|d[’']agriculture)|` +
		`office de tourisme|communauté de communes)` +
		`(?: \p{Ll}+)? (?:de la |de l[’']|de |d[’']|du |des |di |del |della |do |da ))$`)
)

// elsewhereBound takes an organisation back of which somebody was or is to the side of the office.
func (d *Copy) elsewhereBound(who Speaker, phrase string) Speaker {
	org := who.Org
	if org == "" || org == release.Unknown {
		return who
	}
	ahead := before(phrase, org)
	switch {
	case untilNow.MatchString(ahead):
		who.Org = release.Unknown
		who.Unsure = formerlyAt(org)
	case willBe.MatchString(who.Title) && isAtPresent.MatchString(phrase), inUnion.MatchString(who.Title) && behindAt.MatchString(ahead):
		who.Org = release.Unknown
		who.Unsure = onTheSide(org)
	case partBefore.MatchString(ahead) && !prose.IsOrganisation(org):
		who = joinedTo(who, partBefore.FindStringSubmatch(ahead)[1]+" ")
	case smallNoun.MatchString(ahead) && !prose.IsOrganisation(org):
		who = joinedTo(who, smallNoun.FindStringSubmatch(ahead)[1])
	}
	return who
}

// joinedTo gives a name the noun before it, which is of no office.
func joinedTo(who Speaker, noun string) Speaker {
	if at := strings.LastIndex(who.Title, " "+prose.FirstWord(noun)); at > 0 {
		who.Title = strings.TrimSpace(leadsThere.ReplaceAllString(who.Title[:at], ""))
	}
	who.Org = noun + who.Org
	return who
}

// leadsThere ends an office with what leads to where that is.
var leadsThere = pattern.New(` (?:nel|nella|al|alla|del|della|en el|en la|de la|au|à la|du|de|no|na|do|da)$`)

// behindAt leads to where somebody works.
var behindAt = pattern.New(`(?:^|\s)(?:chez|at|en|in|bei|de|da|presso|bij) (?:the |la |el |der )?$`)

var (
	// aSomebody begins a sentence about somebody without a name.
	aSomebody = pattern.New(`^(?:Eine?|An?|One|Une?|Una?|Uno|Uma|Een) (?:\p{L}+ )?(?:\d\d-?(?:[Jj]ährige|year-old|jarige)|` +
		`[\p{L}-]+ (?:de|di|d[’']) ?\d\d (?:años|ans|anni|anos))`)
	// byFirstAlone tells of somebody by the first name alone, with what they do or did behind the comma.
	byFirstAlone = pattern.New(`(?:^|[^.!?]* (?:de|di|von|van|of|by|par|por) )(\p{Lu}\p{Ll}+), (?:who|qui|que|quien|che|die|der|\d\d,) `)
)

// oneUnnamed tells that one of the two sentences before words is about somebody without a name, or with a first name alone: a
// pronoun means that one.
func (d *Copy) oneUnnamed() bool {
	text := strings.TrimSpace(d.since)
	if prose.LongPara(text) {
		return false
	}
	text = text[strings.LastIndexByte(text, '\n')+1:]
	for range 2 {
		from := prose.LastSentence(text, d.Cat)
		sentence := strings.TrimSpace(text[from:])
		m := byFirstAlone.FindStringSubmatch(sentence)
		if aSomebody.MatchString(sentence) || m != nil && firstName(m[1]) && !d.partOfKnown(m[1]) {
			return true
		}
		text = strings.TrimSpace(text[:from])
	}
	return false
}

// partOfKnown tells a word of somebody's name who is known, or of what is no person's.
func (d *Copy) partOfKnown(word string) bool {
	if d.isPlace(word) || d.standsAsPlace(word) || prose.IsOrganisation(word) || prose.Opening[strings.ToLower(word)] || d.namedAsOrg(word) {
		return true
	}
	for _, k := range d.Known {
		if prose.WordIn(k.Name, word) {
			return true
		}
	}
	_, ok := d.elsewhere(word)
	return ok
}

// overList is an office over several fields, and nothing behind them that says of what.
var overList = pattern.New(`^(\p{L}[\p{L} -]*?) (?:de|of|for|für|di|per|para|van|voor) ` +
	`(\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2}` +
	`(?:, \p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2})+,? (?:y|e|et|and|und|en|&) \p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2})$`)

// overFieldsAlone tells that.
func (d *Copy) overFieldsAlone(s string) bool {
	m := overList.FindStringSubmatch(s)
	return m != nil && d.IsTitle(prose.LastWord(m[1])) && !leadsAll.MatchString(m[1]) && !overFields.MatchString(m[1]) &&
		!prose.IsOrganisation(m[2])
}
