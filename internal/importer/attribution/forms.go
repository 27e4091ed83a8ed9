package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// formBehindComma is the form of a firm behind a comma, which divides nothing.
var formBehindComma = pattern.New(`(\S), (Inc|LLC|Ltd|Corp|GmbH|PLC|L\.P|LP|LLP|S\.A|N\.V|B\.V)\b`)

// withoutComma is a phrase without the commas before the forms of firms.
func withoutComma(s string) string {
	return branchBehindComma.ReplaceAllString(formBehindComma.ReplaceAllString(s, "$1 $2"), "$1 $2")
}

// branchBehindComma is the number of a part of a union behind a comma.
var branchBehindComma = pattern.New(`(\p{L}), ((?:Local|Lodge|Branch|Chapter|District) \d+)\b`)

// withComma is an organisation as it stands in the phrase.
func withComma(org, phrase string) string {
	at := strings.LastIndexByte(org, ' ')
	if at == -1 {
		return org
	}
	if written := org[:at] + "," + org[at:]; strings.Contains(phrase, written) {
		return written
	}
	return org
}

// firstOfSeveral is what stands before a bar or slash that has room on both sides: of two
// offices or two names of an organisation the first.
func firstOfSeveral(phrase string) string {
	for _, between := range []string{" | ", " / "} {
		phrase, _, _ = strings.Cut(phrase, between)
	}
	return phrase
}

// withInitials takes an organisation off that stands before the name as initials: "OLRV Ana
// Ruiz".
func (d *Copy) withInitials(who Speaker) Speaker {
	org, name, ok := strings.Cut(who.Name, " ")
	if !ok || len(org) < 3 || org != strings.ToUpper(org) || !prose.Letters.MatchString(org) || prose.Honorifics[strings.ToLower(org)] ||
		len(strings.Fields(name)) < 2 || name == strings.ToUpper(name) || strings.ContainsAny(name, "(,") ||
		!prose.LooksLikeName(name) {
		return who
	}
	who.Name = name
	if who.Org == "" {
		who.Org = d.written(org)
	}
	return who
}

// initialsAndOffice is an office joined to the initials of an organisation: "OLRV-voorzitter
// Anna van der Ruit".
var initialsAndOffice = pattern.New(`^(?:de |het |der |die )?(\p{Lu}[\p{Lu}\d]+)-((?:\p{L}+- und )?\p{L}+) (\p{Lu}.+)$`)

// townBefore is the adjective of a town before such an office, with its article, or one that says since when somebody has it:
// "het Marlowse OLRV-raadslid".
var townBefore = pattern.New(`^(?:[Dd]e|[Hh]et|[Dd]er|[Dd]ie) (?:\p{Lu}\p{Ll}+(?:se|er)|neue|nieuwe|neugewählte|designierte|amtierende|` +
	`langjährige|zuständige|örtliche|hiesige|lokale|plaatselijke) `)

// nameAndOffice is the same with a name that is written otherwise: "Tidewell-CEO Ana Ruiz".
var nameAndOffice = pattern.New(`^(?:de |het |der |die )?([\p{L}\d][\p{L}\d.]{2,}(?:-\p{Lu}[\p{L}\d.]+)?)-(\p{L}+) (\p{Lu}.+)$`)

// nameAhead is a name, perhaps with what is told of somebody behind it: "Anna van der Ruit over de plannen".
var nameAhead = pattern.New(`^(?:(?:[Dd]r|[Pp]rof|[Dd]rs|[Ii]r|[Mm]r)\. )*\p{Lu}[\p{L}’'.-]+` +
	`(?:(?: (?:van|de|der|den|des|het|ter|ten|te|von|zu|zum|zur|di|da|del|dos|du|la|le|el|al|[’']t)){0,3} \p{Lu}[\p{L}’'.-]*){1,3}`)

// beforeOffice are first parts of such words that are of the office: "Vize-Präsidentin", "oud-voorzitter".
var beforeOffice = prose.WordSet(`vize ex alt alt- co vice oud interim interims hoofd adjunct chef general ehren bundes landes kreis ressort
	bereichs team projekt project junior senior mit mede plaatsvervangend waarnemend demissionair fractie fraktions kita
	schul klinik heim hort diözesan dekanats landesbezirks gebiets gesamt
	sparkassen vereins verbands kirchen gewerkschafts partei kammer bezirks
	innungs feuerwehr polizei hochschul uni stadt orts regional`)

func (d *Copy) joinedOffice(phrase string) (Speaker, bool) {
	phrase = townBefore.ReplaceAllString(phrase, "")
	m := initialsAndOffice.FindStringSubmatch(phrase)
	if b := d.Base(); m == nil && (b == "de" || b == "nl") {
		m = nameAndOffice.FindStringSubmatch(phrase)
	}
	if m == nil || !prose.TitleWords[strings.ToLower(m[2])] && !d.officeNoun("x"+strings.ToLower(prose.LastWord(m[2]))) ||
		beforeOffice[strings.ToLower(m[1])] {
		return Speaker{}, false
	}
	name := nameAhead.FindString(m[3])
	if name == "" && !strings.ContainsAny(m[3], " ,") {
		name = m[3] // "Tidewerk-Sprecher Osten"
	}
	if name == "" || d.officeNoun(strings.ToLower(m[1])) {
		return Speaker{}, false
	}
	return Speaker{Name: name, Title: m[2], Org: m[1], Ok: true}, true
}

// firstNames are first names that are offices elsewhere.
var firstNames = prose.WordSet("dean major judge bishop earl duke marshal mason deacon page abbot prince king")

// firstNamed reads "Dean Ashby, vice president of marketing", who has an office of his own.
func (d *Copy) firstNamed(head, rest string) Speaker {
	if !firstNames[strings.ToLower(prose.FirstWord(head))] || len(strings.Fields(head)) != 2 || !d.IsTitle(rest) {
		return Speaker{}
	}
	who := Speaker{Name: head, Ok: true}
	d.addRest(&who, rest)
	return who
}

// behindSpeaker is what is told of somebody, or when and where it was said, behind a name.
var behindSpeaker = pattern.New(`, (?:who|during|at|in|on|after|before|following|speaking|when|while|today|yesterday) .*$`)

// officeBefore reads "Tidewell President, Ana Ruiz": the organisation, an office in a word,
// and the name between commas.
func (d *Copy) officeBefore(head, rest string) Speaker {
	head = strings.TrimSpace(head)
	at := strings.LastIndexByte(head, ' ')
	if at == -1 {
		return Speaker{}
	}
	if words := strings.Fields(head); chiefAt(words, len(words)-1) > 0 {
		at = strings.LastIndex(head, words[chiefAt(words, len(words)-1)]) - 1
	}
	for before := strings.LastIndexByte(head[:at], ' '); before != -1 && officesOnly(head[before+1:]); {
		at, before = before, strings.LastIndexByte(head[:before], ' ')
	}
	name := behindSpeaker.ReplaceAllString(rest, "")
	name = strings.Trim(name, " ,.")
	office := officesOnly(head[at+1:]) || strings.Contains(head[at+1:], "Chief ")
	if !d.English() || !prose.StartsUpper(head) || !office || !prose.LooksLikeName(name) || prose.IsOrganisation(name) {
		return Speaker{}
	}
	org, ok := d.OrgRun(head[:at])
	if !ok || org != head[:at] || strings.ContainsAny(org, "’'") || d.IsTitle(org) || prose.Honorifics[strings.ToLower(org)] {
		return Speaker{}
	}
	if word := strings.ToLower(org); prose.Departments[word] || fieldsOfWork[word] || !strings.Contains(word, " ") && d.has(word) {
		return Speaker{Name: name, Title: head, Ok: true} // "Marketing Director, Ana Ruiz"
	}
	return Speaker{Name: name, Title: head[at+1:], Org: org, Ok: true}
}

// andIsA is a name with what somebody is behind it, and no comma between: "Ana Ruiz a curator".
var andIsA = pattern.New(`^(\p{Lu}\p{L}+ \p{Lu}\p{L}+) an? (\p{Ll}.*)$`)

var (
	// styled is how members of the clergy, of councils and of governments are addressed before their names.
	styled = pattern.New(`(?:\b[Tt]he )?\b(?:Right|Rt\.?|Most|Very) (?:Reverend|Revd?\.?|Hon(?:ou?rable|\.)?) (?:(?:Dr|Fr|Mgr)\.? )?|` +
		`\b(?:His|Her) (?:Excellency|(?:Royal )?Highness|Honou?r) `)
	// inIndia is how anybody is addressed there.
	inIndia = pattern.New(`\b(?:Shri|Smt\.?|Shrimati) `)
	// listedAs is where a firm's shares are dealt in, and under which sign: "(NYSE: TDW)".
	listedAs = pattern.New(` \(\p{Lu}[\p{L} .]{1,18}: ?[\p{Lu}\d][\p{Lu}\d.]{0,8}(?:[;,/|][^()]{1,60})?\)`)
	// isNowWhat begins a clause that says which office somebody has.
	isNowWhat = pattern.New(`^who (?:(?:also|currently|now) )?` +
		`(?:is|became|has been|serves as|works as)(?: (?:also|currently|now|the|an?|its))* `)
	// authorship is what somebody is to a study, which is no office.
	authorship = pattern.New(`(?i)^(?:(?:study|paper|report|lead|first|senior|last|corresponding|principal|joint)(?:’s|'s)? )*` +
		`(?:co-(?:(?:lead|first|corresponding) )?)?(?:author|investigator)$|^(?:study|lead|research) (?:researcher|leader|scientist)$`)
)

// unstyled is a phrase without what says nothing of who somebody is, or for whom they speak.
func (d *Copy) unstyled(phrase string) string {
	if !d.English() {
		return phrase
	}
	phrase = addressedTwice.ReplaceAllString(phrase, "$1 ")
	return withNameApart(listedAs.ReplaceAllString(styled.ReplaceAllString(inIndia.ReplaceAllString(phrase, ""), ""), ""))
}

// addressedTwice is how somebody is addressed, with a second way in brackets: "Dr. (Mrs.) Ana Ruiz".
var addressedTwice = pattern.New(`((?:Dr|Prof|Engr|Barr|Chief|Alhaji|Otunba|Senator|Pastor)\.?) ` +
	`\((?:Mrs|Mr|Ms|Miss|Dr|Prof|Engr|Barr|Arc)\.?\) `)

// asWhat is the office that a clause behind a name says somebody has: of "who is the president of
// River Alliance" what stands behind the verb. Of another clause it is all.
func (d *Copy) asWhat(clause string) string {
	m := isNowWhat.FindString(clause)
	if rest := clause[len(m):]; m != "" && d.IsTitle(rest) {
		return rest
	}
	if m := nowWhat.FindStringSubmatch(clause); m != nil && d.IsTitle(m[1]) {
		return m[1]
	}
	return clause
}
