package attribution

import (
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// In English an office may be of the organisation of which the sentence before tells ("Its director, Ana Ruiz"), or stand
// with its organisation before the name.

var (
	// itsOffice is somebody with such an office.
	itsOffice = pattern.New(`^[Ii]ts (\p{L}[\p{L}’' -]{2,60}?),? ` +
		`((?:(?:Dr|Prof|Mr|Mrs|Ms|Cllr)\.? )*\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)
	// officeWith is an office with the organisation with which somebody has it, and the name behind a comma.
	officeWith = pattern.New(`^(?:[Tt]he )?(\p{L}[\p{L} -]{2,60}?) (?:with|at) (?:the )?(\p{Lu}[^,.:;“”"()]*), ` +
		`((?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)
	// initialsThenOffice is an office with what it is over behind the initials of an organisation, and the name.
	initialsThenOffice = pattern.New(`^(\p{Lu}{3,6}) (\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,5} (?:for|of) [^,.:;“”"]{2,50}), ` +
		`(\p{Lu}[\p{L}’'-]+(?: (?:van|de|der|von|du|le) )?(?: ?\p{Lu}[\p{L}’'.-]+){1,2})$`)
)

// itsOwn reads the first of these; whose office it is, is "?" where that sentence names no organisation, or two.
func (d *Copy) itsOwn(phrase string) (Speaker, bool) {
	m := itsOffice.FindStringSubmatch(strings.TrimRight(phrase, " ,."))
	if m == nil || !d.English() || !d.IsTitle(m[1]) || prose.IsOrganisation(m[2]) {
		return Speaker{}, false
	}
	who := Speaker{Name: trimHonours(m[2]), Title: m[1], Ok: true}
	if who.Org = d.theirOwn(who.Name, "its"); who.Org == "" || strings.Contains(who.Org, " and the ") ||
		d.toldTo(who.Name, who.Org) {
		who.Org, who.Unsure = release.Unknown, noneWith("its")
	}
	return who, true
}

// toldTo tells that the sentence before somebody has an organisation as the one to which something was told, so that another is
// its subject.
func (d *Copy) toldTo(name, org string) bool {
	sentence := d.sentenceBefore(name)
	return hasTold.MatchString(before(sentence, org)) && prose.StartsUpper(sentence)
}

// hasTold leads from the subject of a sentence to whom or what that has to do with.
var hasTold = pattern.New(`^(?:The )?\p{Lu}.* (?:told|assured|informed|accused|sued|urged|asked|thanked|joined|supplies|supplied|fined|` +
	`criticised|criticized|paid|met|replied to|wrote to|writes to|answered|warned) (?:the |that the )?$`)

// officeWithBody reads the others.
func (d *Copy) officeWithBody(phrase string) (Speaker, bool) {
	if !d.English() {
		return Speaker{}, false
	}
	phrase = strings.TrimRight(phrase, " ,.")
	m := officeWith.FindStringSubmatch(phrase)
	if m != nil && d.IsTitle(m[1]) && !prose.IsOrganisation(m[1]) && d.evident(m[2]) && !prose.IsOrganisation(m[3]) {
		org, ok := d.OrgRun(m[2])
		return Speaker{Name: m[3], Title: m[1], Org: org, Ok: true}, ok && org == m[2]
	}
	m = initialsThenOffice.FindStringSubmatch(phrase)
	if m == nil || !d.IsTitle(m[2]) || nations[m[1]] || workInitials[m[1]] || shortOffices[m[1]] || strings.Count(d.Source, m[1]) < 2 ||
		prose.IsOrganisation(m[3]) {
		return Speaker{}, false
	}
	return Speaker{Name: m[3], Title: m[2], Org: m[1], Ok: true}, true
}

// initialsOf tells that the copy has a name of which these are the initials: "HWS" of "Harbor Wildlife Service".
func (d *Copy) initialsOf(letters string) bool {
	var words []string
	for _, r := range letters {
		words = append(words, regexp.QuoteMeta(string(r))+`\p{Ll}[\p{L}’'-]*`)
	}
	re := regexp.MustCompile(`\b` + strings.Join(words, `(?:,? (?:of|for|and|the|in) (?:the )?|,? )`))
	for text := range d.texts() {
		if re.MatchString(text) {
			return true
		}
	}
	return false
}

// calledInSentence is the sentence before words that tells of somebody by an office, or another noun for people, alone.
var calledInSentence = pattern.New(`^(?:(?:But|And|Yet|Still|However|Meanwhile),? )?[Tt]he (\p{L}[\p{L}-]*) ` +
	doesOrDid)

// calledThere is whom that sentence is about; told is true where it is another than who spoke last, whoever that is.
func (d *Copy) calledThere(last Speaker) (who Speaker, told bool) {
	text := d.sinceTold()
	from := prose.LastSentence(text, d.Cat)
	if said := text[from:]; d.isPronoun(said) && prose.WordsIn(said) < 4 { // "She said:"
		text = strings.TrimSpace(text[:from])
		from = prose.LastSentence(text, d.Cat)
	}
	sentence := text[from:]
	m := calledInSentence.FindStringSubmatch(sentence[len(openingClause.FindString(sentence)):])
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	noun := strings.ToLower(m[1])
	if !prose.TitleWords[noun] && !callsSomebody.MatchString("the "+noun) || prose.WordIn(strings.ToLower(last.Title), noun) {
		return Speaker{}, false
	}
	if who, ok := d.calledByOffice("the " + m[1]); ok {
		return who, true
	}
	for _, k := range d.Known {
		held := prose.WordIn(strings.ToLower(k.Title), noun) || noun == "senator" && prose.WordIn(strings.ToLower(k.Title), "sen")
		if !held || k.Name == "" || k.Name == who.Name {
			continue
		}
		if who.Name != "" {
			return Speaker{}, true
		}
		who = k
		who.Ok = true
	}
	if who.Name == "" && !prose.TitleWords[noun] {
		return Speaker{}, false // "The farmer is tired", of whoever spoke
	}
	return who, true
}

// forSomebody begins a sentence that tells how something is for somebody, of whom "she" is said behind it, and firstAndAge
// one about somebody who has no other name.
var (
	forSomebody = pattern.New(`^(?:For|To) (?:(?:\d\d-year-old|[\p{Ll}-]+) ){0,3}(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2}),`)
	firstAndAge = pattern.New(`^(\p{Lu}\p{Ll}+),? (?:\(\d\d\)|\d\d,) ` + doesOrDid)
)

// forOrAged is whom such a sentence is about.
func (d *Copy) forOrAged(sentence string) (Speaker, bool) {
	if m := forSomebody.FindStringSubmatch(sentence); m != nil && d.aPerson(m[1]) {
		return Speaker{Name: m[1], Org: release.Unknown, Ok: true, Unsure: namesNoOrg}, true
	}
	m := firstAndAge.FindStringSubmatch(sentence)
	if m == nil || !firstName(m[1]) {
		return Speaker{}, false
	}
	if who, ok := d.byFirstName(m[1]); ok {
		who.Ok = true
		return who, true
	}
	return Speaker{Name: m[1], Org: release.Unknown, Ok: true, Unsure: namesNoOrg}, true
}

// statementFrom leads to words as somebody's, perhaps with what they are about: "Here is a statement from Ana about it".
var statementFrom = pattern.New(`^(?:[^“”":]{0,80} )?(?:statement|comment|message|quote)s? from (\p{Lu}[^“”":]*?)` +
	`(?: (?:about|on|regarding|following|in response) [^“”":]{3,120})?$`)

// fromWhom reads that.
func (d *Copy) fromWhom(s string) (Speaker, bool) {
	m := statementFrom.FindStringSubmatch(s)
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	if who := d.Parse(m[1]); who.Ok {
		return who, who.Name != ""
	}
	return Speaker{Name: m[1], Org: release.Unknown, Ok: true, Unsure: namesNoOrg}, givenNames[strings.ToLower(m[1])]
}

// councilBefore is the office of a member of a council that stands with its name before the office.
var councilBefore = pattern.New(`^(?:the )?((?:\p{Lu}[\p{L}’'-]* ){1,5}Council)(?:’s|'s)? ((?:Deputy |Shadow )?` +
	`(?:Cabinet|Executive|Lead|Portfolio) (?:Member|Holder|Lead)\b.*)$`)

// ofCouncilBefore divides that.
func (d *Copy) ofCouncilBefore(who Speaker) Speaker {
	m := councilBefore.FindStringSubmatch(who.Title)
	if m == nil || !d.English() || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	who.Org, who.Title, who.Unsure = m[1], m[2], ""
	return who
}
