package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// units are parts of an organisation: whoever heads one speaks for the whole, which stands
// behind a comma.
var units = prose.WordSet("division team unit project practice lab laboratory section programme program taskforce subsidiary " +
	"branch business")

// fieldsOfWork end the name of a part of an organisation, whatever stands before them:
// "Access Network Engineering".
var fieldsOfWork = prose.WordSet("engineering operations marketing sales research development design strategy finance " +
	"communications affairs " +
	"technology management innovation security infrastructure software hardware partnerships procurement logistics products platforms " +
	"exhibitions")

// fieldWords stand before and between them.
var fieldWords = prose.WordSet("software product products platform platforms public global corporate business digital data " +
	"access network " +
	"field technical electrical mechanical civil " +
	"chemical computer environmental industrial biomedical customer client strategic media external internal human resources policy " +
	"temporary of and &")

// isField tells the field of work of an office and nothing else: "Sales & Marketing".
func isField(s string) bool {
	found := false
	for _, w := range strings.Fields(strings.ToLower(strings.Trim(s, " ,."))) {
		if !fieldsOfWork[w] && !fieldWords[w] {
			return false
		}
		found = found || fieldsOfWork[w]
	}
	return found
}

// wholeBehind divides "Head of School Visits Division, Tidewell": what is named first is a
// unit, and what stands behind the comma is the organisation.
func (d *Copy) wholeBehind(s, unit string) (title, org string, ok bool) {
	part := partOf.MatchString(s) && (!prose.IsOrganisation(unit) || fieldsOfWork[strings.ToLower(prose.LastWord(unit))]) || isField(unit)
	at := strings.Index(s, unit+", ")
	if at < 0 {
		return "", "", false
	}
	head, tail := s[:at+len(unit)], s[at+len(unit)+2:]
	if !part && !units[strings.ToLower(prose.LastWord(unit))] && !bearsName(unit, tail) {
		return "", "", false
	}
	org, ok = d.OrgRun(tail)
	if !ok || org == release.Unknown || d.IsTitle(org) || strings.TrimRight(tail, ". ") != strings.TrimRight(org, ". ") {
		return "", "", false
	}
	return head, org, true
}

// headsWork ends an office that is over a part of an organisation where no article follows its "of".
var headsWork = pattern.New(`(?i)(?:^|\s)(?:co-)?(?:head|lead|leader|manager|director|chief|` +
	`coordinator|officer|supervisor|superintendent)$`)

// workOfWhom divides "Head of Lights, Marlow Institute": what is behind "of" is what somebody heads, where it is no
// organisation by a word of its name or by what the text says of it. It is not sure whose that is where nothing says
// that the name behind the comma is an organisation's.
func (d *Copy) workOfWhom(office, s, work string) (title, org string, ok bool) {
	head := office + " of " + work
	tail, heads := strings.CutPrefix(s, head+", ")
	if !d.English() || !heads || !headsWork.MatchString(office) {
		return "", "", false
	}
	if (prose.IsOrganisation(work) && !severalParts.MatchString(work)) || d.namedAsOrg(work) || d.issues(work) {
		return "", "", false
	}
	org, ok = d.OrgRun(tail)
	if !ok || d.IsTitle(org) || strings.TrimRight(tail, ". ") != strings.TrimRight(org, ".") {
		return "", "", false
	}
	if prose.LooksLikeName(org) && !prose.IsOrganisation(org) {
		return "", "", false // perhaps the name of whoever has the office
	}
	if d.knownOrg(org) || d.issues(org) || !d.isPlace(org) && d.namedTwice(org) {
		return head, org, true
	}
	if d.isPlace(org) || !severalParts.MatchString(work) {
		return "", "", false
	}
	return s, release.Unknown, true
}

// severalParts are two fields or more: "AI and Labs".
var severalParts = pattern.New(`^[^,]+(?:,| and| &) [^,]+$`)

// bearsName tells a part of an organisation whose name begins as that of the whole does.
func bearsName(unit, whole string) bool {
	first, last := prose.FirstWord(unit), strings.Trim(prose.LastWord(whole), ".")
	return len(first) > 2 && first == prose.FirstWord(whole) && (prose.CompanySuffix[last] || prose.CompanyWords[strings.ToLower(last)])
}

// ofInitials is a circle within an organisation that is named by its initials: "coordinateur
// du Cercle de la FSU".
var ofInitials = pattern.New(`^(.+?) (?:de la|de l[’']|du) (\p{Lu}{3,})$`)

// circle reads that, in French.
func (d *Copy) circle(s, unit string) (title, org string, ok bool) {
	m := ofInitials.FindStringSubmatch(unit)
	at := strings.Index(s, unit)
	if d.Base() != "fr" || m == nil || prose.IsOrganisation(m[1]) || headsOf[strings.ToLower(prose.FirstWord(m[1]))] {
		return "", "", false
	}
	return s[:at+len(m[1])], m[2], true
}

// partOf begins an office that is always over a part.
var partOf = pattern.New(`(?i)^(?:(?:senior|executive|corporate) )*(?:vice[ -]president|vp|svp|evp) (?:of|for) `)

var (
	// officerBehind is an organisation with an officer's initials behind it: "Tidewell VP of
	// Product".
	officerBehind = pattern.New(`^(\p{Lu}[\p{L}\d&.-]*(?: \p{Lu}[\p{L}\d&.-]*){0,3}?) ` +
		`(?:(?:(?:[Cc]o-)?[Ff]ounder|[Pp]resident|[Oo]wner)(?:,| and| &|/) )?` +
		`((?:S|E)?VP|C[EFTOIM]O)\b(?: of | for |, | and | & |$)`)
	// officerOf is the other way round, with nothing between: "CEO Tidewell Lanterns AG".
	officerOf = pattern.New(`^((?:S|E)?VP|C[EFTOIM]O|(?:[Cc]o-)?[Ff]ounder|[Pp]resident|[Cc]hairman) (\p{Lu}[^,]*)$`)
	// alsoOfficer is a second office, of one who leads a firm: "project leader of Long Walk and
	// CEO of Tidewell".
	alsoOfficer = pattern.New(`^(.*\S) (?:and|&|y|et|und|e) ((?:co-)?(?:founder|CEO|CTO|CFO|COO|owner|(?:[Vv]ice[ -])?[Pp]resident|` +
		`Geschäftsführer(?:in)?)) (?:of|at|von|der|de) (\S.*)$`)
)

// officer reads those; ok is false for anything else.
func (d *Copy) officer(s string) (title, org string, ok bool) {
	if title, org, ok = d.ofPart(s); ok {
		return title, org, true
	}
	if m := unionHead.FindStringSubmatch(s); m != nil {
		return m[2], m[1], true
	}
	if m := officerBehind.FindStringSubmatch(s); m != nil && !d.IsTitle(m[1]) {
		return strings.Trim(s[len(m[1]):], " ,."), m[1], true
	}
	if m := officerOf.FindStringSubmatch(s); m != nil && (prose.Lettered.MatchString(m[2]) || prose.IsOrganisation(m[2])) {
		if org, _ := d.OrgRun(m[2]); org == m[2] {
			return m[1], org, true
		}
	}
	m := alsoOfficer.FindStringSubmatch(s)
	if m == nil || isOfficer(m[1]) {
		return "", "", false
	}
	whole, ok := d.OrgRun(m[3])
	if !ok || whole == release.Unknown {
		_, whole, ok = d.inSmallLetters(m[2] + " of " + m[3])
	}
	return m[1] + " " + s[len(m[1])+1:len(m[1])+1+strings.Index(s[len(m[1])+1:], m[2])+len(m[2])], whole, ok
}

// unionHead is who leads a union or party, behind its name in a word: "Harborlight general secretary".
var unionHead = pattern.New(`^(?:the )?(\p{Lu}\p{L}+) ((?:(?:deputy|assistant|acting) )?general secretary)$`)

// initialsFirst is an office with the initials of a firm before it.
var initialsFirst = pattern.New(`^(\p{Lu}{3,5}) ((?:\p{L}[\p{L}-]* ){0,4}\p{L}+)$`)

// firmFirst reads "TTR Regional Director, USCA": the initials before the office are a firm's, of which
// the text tells elsewhere, and those behind it are a part of that, of which it tells nothing.
func (d *Copy) firmFirst(who Speaker) Speaker {
	m := initialsFirst.FindStringSubmatch(who.Title)
	if m == nil || !capitals.MatchString(who.Org) || who.Org != strings.ToUpper(who.Org) || shortOffices[m[1]] ||
		prose.TitleWords[strings.ToLower(m[1])] || !d.IsTitle(m[2]) || !d.namedTwice(m[1]) || d.namedTwice(who.Org) {
		return who
	}
	who.Title, who.Org = m[2], m[1]
	return who
}

// isOfficer tells a title of somebody who leads an organisation, which is named with it.
func isOfficer(s string) bool {
	return heading.MatchString(s)
}

var heading = pattern.New(`(?i)\b(?:ceo|cto|cfo|coo|founder|president|chair(?:man|woman)?|(?:executive |managing )?director|owner)\b`)

// personNamed is a name that the words about it say is a person's: between commas, or
// behind an office.
var personNamed = pattern.New(`(\S+) (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})(,?)`)

// meant is whom a pronoun means: who spoke last, unless words of nobody's or somebody else stand
// between; one who is named there by a surname alone. Nobody where that is not sure.
func (d *Copy) meant() Speaker {
	if d.asking { // the words in which they are looked for have a pronoun themselves, or a noun like it
		return Speaker{}
	}
	d.asking = true
	defer func() { d.asking = false }()
	if who := d.namedSince(); who.Ok {
		return who
	}
	if who, ok := d.newSubject(); ok {
		return who
	}
	if who, other := d.officeMeant(); who.Name != "" || other {
		return who
	}
	if d.oneUnnamed() {
		return nobodySays()
	}
	last := Speaker{}
	if len(d.Known) > 0 {
		last = d.Known[len(d.Known)-1]
	}
	if who, told := d.calledThere(last); told || last.Name == "" {
		return who
	}
	for _, called := range []func(string) (Speaker, bool){d.calledByFirst, d.calledBySurname} {
		if who, ok := called(last.Name); ok {
			return who
		}
	}
	if !last.Ok || d.anotherNamed(last.Name) || d.anotherMentioned(last.Name) || d.wordsBetween() {
		return Speaker{} // nobody has spoken yet, or another may be meant
	}
	found, own := Speaker{}, prose.WordIn(d.since, prose.LastWord(last.Name))
	for _, k := range d.Known[:len(d.Known)-1] {
		surname := prose.LastWord(k.Name)
		if len(surname) < 3 || surname == prose.LastWord(last.Name) || !prose.WordIn(d.since, surname) {
			continue
		}
		if own || found.Name != "" {
			return Speaker{}
		}
		found = k
	}
	if found.Name != "" {
		found.Ok = true
		return found
	}
	return last
}

// wordsBetween tells that somebody's words stand in marks since the last quote, and that nobody
// is found who said them.
func (d *Copy) wordsBetween() bool {
	for _, s := range d.segments(d.since) {
		if prose.WordsIn(d.since[s.from:s.to]) > fewWords {
			return true
		}
	}
	return false
}

// beforePlace are prepositions before places.
var beforePlace = prose.WordSet("in a à en de di da do em te bei nach aus aan von van près zu im na no")

// isCopula are words behind which somebody’s name stands who is introduced.
var isCopula = prose.WordSet("er är is heter heet hedder")

// anotherNamed tells whether somebody else is named since the last words that were quoted.
func (d *Copy) anotherNamed(name string) bool {
	since := d.since
	if !d.English() {
		since = "– " + since // a name may stand first
	}
	for _, m := range personNamed.FindAllStringSubmatch(since, prose.MostFound) {
		if _, titled, ok := strings.Cut(m[2], " "); ok && prose.Honorifics[strings.ToLower(prose.FirstWord(titled))] {
			return true // "der Attaché Dr. Jan Osten"
		}
		between := strings.HasSuffix(m[1], ",") || m[3] != "" && !d.English() && !beforePlace[strings.ToLower(m[1])]
		first := strings.ToLower(prose.FirstWord(m[2]))
		if m[2] != name && isCopula[strings.ToLower(m[1])] && prose.LooksLikeName(m[2]) && !prose.IsOrganisation(m[2]) && d.tellsBeside() &&
			!d.german() {
			return true // "En av dem er Anna Ruiz"
		}
		if m[2] == name || !prose.LooksLikeName(m[2]) || prose.IsOrganisation(m[2]) || prose.Leading[first] || prose.Opening[first] {
			continue // "Ein Schritt, den man nicht gern tut"
		}
		if before := strings.ToLower(strings.Trim(m[1], ",")); between || d.someNoun(m[1]) || prose.TitleWords[prose.Elided(before)] ||
			d.officeNoun(prose.Elided(before)) ||
			prose.Honorifics[before] || d.isKnown(m[2]) {
			return true
		}
	}
	return false
}
