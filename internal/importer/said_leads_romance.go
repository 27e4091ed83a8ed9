package importer

import (
	"cmp"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// In French and Italian a sentence about one person leads to their words, with whatever verb: "Il professore Marco
// Riva, della Lega, vede già il seguito: “…”". And an office may stand before the name it belongs to, or behind the
// words in a sentence of its own.

var (
	// towards ends what stands before somebody who is spoken to, or whose something is.
	towards = pattern.New(`(?i)(?:^|[\s’'])(?:à|au|aux|a|al|alla|ai|agli|all|avec|con|contre|contro|sur|su|sul|sulla|` +
		`de|du|des|d|di|del|della|` +
		`dei|degli|dello|dell|l|entre|tra|fra|envers|verso|après|dopo|sans|senza)[’']?\s?$`)
	// titleOfWork tells of what has words of its own.
	titleOfWork = pattern.New(`(?i)\b(?:titre|titr\p{L}+|intitul\p{L}+|titol\p{L}+|slogan|devise|motto|mot d[’']ordre|` +
		`chant\p{L}+|cant\p{L}+|` +
		`affich\p{L}+|banderole|striscione|recita|thème|tema|question|domanda|article|articolo|lettre|lettera|cit\p{L}+)\b`)
	// behindNameTold is what stands between commas behind a name.
	behindNameTold = pattern.New(`^, ([^,.:;“”"«»]{3,120}?)(?:,|$)`)
	// officeAhead is an office with which a sentence begins, before whom it is about: "Président de la Ligue, Paul Morel".
	officeAhead = pattern.New(`^(\p{Lu}[^.:;“”"«»]{3,120}?), $`)
	// intro stands before the subject of a sentence.
	intro = pattern.New(`^(?:\p{Lu}[^,.:;“”"«»]{1,60}, )?$`)
)

// onlyPerson is the one person whom a sentence names, with the office beside the name, and where that stands; nobody
// where it may name another.
func (d *draft) onlyPerson(sentence string) (who speaker, from, to int) {
	for _, m := range capitalNames.FindAllStringIndex(sentence, mostFound) {
		first := firstWord(sentence[m[0]:m[1]])
		if lower := strings.ToLower(first); opening[lower] || sentenceOpening[lower] || leading[lower] || towards.MatchString(lower) {
			m[0] += len(first) + 1 // "Con Anna Serra"
		}
		name := sentence[m[0]:m[1]]
		found := d.namedAtEnd(sentence[:m[1]])
		if ahead := d.behindOfficeAhead(sentence[:m[0]], name); !found.ok {
			found = ahead
		}
		told := behindNameTold.FindStringSubmatch(sentence[m[1]:])
		if !found.ok && told != nil && d.isTitle(firstWord(told[1])) && looksLikeName(name) {
			found = d.parse(name + ", " + told[1])
			found.ok = found.ok && found.name == name
		}
		if !found.ok {
			if isOrganisation(name) || d.namedAsOrg(name) || d.issues(name) || firstWord(name) == strings.ToUpper(firstWord(name)) {
				continue
			}
			return speaker{}, 0, 0
		}
		if who.ok && who.name != found.name {
			return speaker{}, 0, 0
		}
		who, from, to = found, m[0], m[1]
	}
	if !who.ok {
		return who, 0, 0
	}
	if behind := behindNameTold.FindStringSubmatch(sentence[to:]); behind != nil && who.org == "" {
		of := afterPreposition(behind[1], d.base()) != behind[1]
		told := d.parse(who.name + ", " + behind[1])
		if told.name == who.name && (d.isTitle(firstWord(behind[1])) || of && isOrganisation(told.org)) {
			told.title = cmp.Or(who.title, told.title)
			who = told
		}
	}
	if of := unitsBody.FindString(sentence[to:]); of != "" && who.org == "" {
		if org, ok := d.orgRun(sentence[to+len(of):]); ok && isOrganisation(org) {
			who.org = org
		}
	}
	if ahead := d.behindOfficeAhead(sentence[:officeStart(sentence[:from])], who.name); ahead.ok && who.org == "" {
		who = ahead
	}
	return who, officeStart(sentence[:from]), to
}

// behindOfficeAhead is whose name stands behind an office with which a sentence begins.
func (d *draft) behindOfficeAhead(before, name string) speaker {
	m := officeAhead.FindStringSubmatch(before)
	if m == nil || !d.isTitle(firstWord(m[1])) || !looksLikeName(name) || isOrganisation(name) {
		return speaker{}
	}
	who := d.parse(name + ", " + strings.ToLower(m[1][:1]) + m[1][1:])
	who.ok = who.ok && who.name == name && who.title != ""
	return who
}

// officeRightBefore is an office with its article, right before a name.
var officeRightBefore = pattern.New(`(?:(?:[Ll][ea]|[Ii]l|[Ll]o) (?:\p{L}[\p{L}’'-]*,? ){1,8}|` +
	`[Ll][’']\p{Ll}[\p{L}’'-]*,? (?:\p{L}[\p{L}’'-]*,? ){0,7})$`)

// officeStart is where the office begins that ends a text; its length for none.
func officeStart(s string) int {
	if m := officeRightBefore.FindStringIndex(s); m != nil {
		return m[0]
	}
	return len(s)
}

// oneLeads finds who speaks where a sentence names one person and leads on to the words with a colon.
func (d *draft) oneLeads(gap, words string) (from int, who speaker, ok bool) {
	text := trimEnd(gap)
	if !d.romance() || !strings.HasSuffix(text, ":") || wordsIn(words) <= fewWords || !startsUpper(words) {
		return 0, speaker{}, false
	}
	from = lastSentence(text, d.cat)
	sentence := strings.TrimRight(text[from:], " :\u00a0\u202f")
	if hasOpening(sentence) || titleOfWork.MatchString(sentence) || len(sentence) > 400 {
		return 0, speaker{}, false
	}
	who, at, _ := d.onlyPerson(sentence)
	return from, who, who.ok && !towards.MatchString(sentence[:at])
}

const toldOfOne = "the text does not say whose words these are; they are taken to be those of the one whom the sentence before is about"

// oneTold finds of whom the sentence right before words is about, where they follow in the same paragraph.
func (d *draft) oneTold(sentence, words string) (speaker, bool) {
	if !d.romance() || hasOpening(sentence) || titleOfWork.MatchString(sentence) || wordsIn(words) < 8 ||
		!startsUpper(words) || d.firstVerb(sentence) < 0 {
		return speaker{}, false
	}
	who, at, _ := d.onlyPerson(strings.TrimRight(sentence, " ."))
	if !who.ok || who.title == "" || !intro.MatchString(sentence[:at]) {
		return speaker{}, false
	}
	if who.unsure == "" {
		who.unsure = toldOfOne
	}
	return who, true
}

// officeMeant is whom the sentence before words calls by an office with which it begins: "Le maire s’est réjoui." other
// tells that it begins so and that it is not sure who that is.
func (d *draft) officeMeant() (who speaker, other bool) {
	text := strings.TrimSpace(d.since)
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		text = text[at+1:]
	}
	if !d.romance() || longPara(text) {
		return speaker{}, false
	}
	m := officeSubject.FindStringSubmatch(text[lastSentence(text, d.cat):])
	if m == nil {
		return speaker{}, false
	}
	noun := strings.ToLower(m[2] + m[3])
	if !titleWords[noun] && !calls(noun) || isPreposition(m[4], d.base()) || joins[m[4]] || privateTitles[noun] {
		return speaker{}, false
	}
	who = d.one(strings.ToLower(m[1][:1]) + m[1][1:])
	who.ok = who.name != ""
	return who, !who.ok
}

// officeSubject is the beginning of such a sentence.
var officeSubject = pattern.New(`^(?:\p{Lu}[^,.:;“”"«»]{1,40}, )?((?:[Ll][ea]|[Ii]l|[Ll]o) (\p{Ll}+)|` +
	`[Ll][’'](\p{Ll}+)) (\p{Ll}[\p{L}’'-]*)`)

// toldBehind is somebody's office in the sentence behind their words, where those have a name alone: "« … », dit Lea Voss. La
// présidente de la Ligue rappelle".
func (d *draft) toldBehind(who speaker, rest string) speaker {
	if !d.romance() || !who.ok || who.name == "" || who.title != "" || who.org != "" && who.org != release.Unknown {
		return who
	}
	sentence := firstSentence(strings.TrimLeft(rest, " ."), d.cat)
	m := definiteOffice.FindStringSubmatch(sentence[:max(0, d.firstVerb(sentence))])
	if m == nil {
		return who
	}
	office := strings.TrimSpace(m[1] + m[2])
	if !titleWords[firstWord(office)] || d.namedAtEnd(office).ok {
		return who
	}
	told := d.parse(who.name + ", " + office)
	if told.name != who.name || told.title == "" {
		return who
	}
	return told
}

// firstVerb is where the first verb of saying, or of what somebody feels, stands in a sentence; -1 for none.
func (d *draft) firstVerb(s string) int {
	at := -1
	if places := d.verbPlaces(s); len(places) > 0 {
		at = places[0][0]
	}
	feels := feelings[d.base()]
	for i := range s {
		if i > 0 && s[i-1] == ' ' && (at < 0 || i < at) && feels.MatchString(s[i:]) {
			return i
		}
	}
	return at
}

// foundedBy is a sentence that says who has founded an organisation; the names stand before it or behind it.
var foundedBy = pattern.New(`(?:^|[.!?] )(?:(?:Créée?|Fondée?|Lancée?|Imaginée?|Fondat[ao]|Nat[ao]|Creat[ao]) ` +
	`(?:(?:en|nel) \d{4} )?(?:par|da) ` +
	`(\p{Lu}[\p{L}’' -]*?)(?: (?:et|e) (\p{Lu}[\p{L}’' -]*?))?, (?:(?:la|le|il|lo) |l[’'])?(\p{Lu}[\p{L}\d&’' -]*?) \p{Ll}|` +
	`(\p{Lu}[\p{L}\d&’' -]*?), (?:créée?|fondée?|lancée?|fondat[ao]|nat[ao]|creat[ao]) (?:(?:en|nel) \d{4} )?(?:par|da) ` +
	`(\p{Lu}[\p{L}’' -]*?)(?: (?:et|e) (\p{Lu}[\p{L}’' -]*?))?,)`)

// meetFounders notes them.
func (d *draft) meetFounders(text string) {
	if !d.romance() {
		return
	}
	for _, m := range foundedBy.FindAllStringSubmatch(text, mostFound) {
		for _, name := range []string{m[1] + m[5], m[2] + m[6]} {
			if looksLikeName(name) && !isOrganisation(name) && !d.isKnown(name) {
				d.known = append([]speaker{{name: name, org: m[3] + m[4]}}, d.known...)
			}
		}
	}
}

// unitOf is a part of a body as an office has it, behind what it is over.
var unitOf = pattern.New(`^\p{L}[\p{L}-]* (?:du |de la |de l[’']|della |dello |del |dell[’'])(\p{Ll}[\p{Ll}’' -]+)$`)

// ofUnit fills in the body of a part that an office is over, where the text names the part elsewhere with it: of the "chef
// du service de chirurgie" the clinic, where the text has "du service de chirurgie de la Clinique du Port".
func (d *draft) ofUnit(who speaker) speaker {
	if !d.romance() || !who.ok || who.name == "" || who.org != "" && who.org != release.Unknown {
		return who
	}
	m := unitOf.FindStringSubmatch(who.title)
	if m == nil {
		return who
	}
	found := ""
	for text := range d.texts() {
		for at := range placesOf(text, m[1]) {
			of := unitsBody.FindString(text[at+len(m[1]):])
			org, ok := d.orgRun(text[at+len(m[1])+len(of):])
			named := isOrganisation(org) || firstWord(org) == strings.ToUpper(firstWord(org))
			if of == "" || !ok || org == release.Unknown || !named {
				continue
			}
			if found != "" && found != org {
				return who
			}
			found = org
		}
	}
	if found != "" {
		who.org, who.unsure = found, ""
	}
	return who
}

// unitsBody leads from a part to its body.
var unitsBody = pattern.New(`^ (?:du |de la |de l[’']|della |dello |del |dell[’'])`)

// officeThenInitials is an office with the initials behind it of those for whom somebody has it: "déléguée OLRV".
var officeThenInitials = pattern.New(`^(.*\p{Ll}) (\p{Lu}{3,8})$`)

// ofInitials divides that, where the text has the initials elsewhere too.
func (d *draft) ofInitials(s string) (title, org string, ok bool) {
	m := officeThenInitials.FindStringSubmatch(strings.Trim(s, " .,"))
	if m == nil || !d.romance() || !titleWords[lastWord(m[1])] || behindOffice[strings.ToLower(m[2])] || !d.namedTwice(m[2]) {
		return "", "", false
	}
	return m[1], m[2], true
}

// hers and his end what somebody is, in the one gender or in the other.
var (
	hers = pattern.New(`(?i)(?:ière|euse|trice|teure|eure|ienne|ante|ente|enne|ée|ine|esse|cheffe|essa|ora|iera|` +
		`aia|aga|oga|ata|eta|sindaca)$`)
	his = pattern.New(`(?i)(?:ier|teur|eur|ien|ant|ent|é|in|chef|ore|tore|iere|aio|ago|ogo|ato|sindaco)$`)
)

// oneBefore is the one person whom the sentence before words names, where a pronoun may mean them: what they are says so
// by its gender, or there is no pronoun.
func (d *draft) oneBefore(pronoun string) speaker {
	text := strings.TrimSpace(d.since)
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		text = text[at+1:]
	}
	if !d.romance() || longPara(text) || d.asking {
		return speaker{}
	}
	sentence := text[lastSentence(text, d.cat):]
	if at := lastSentence(text, d.cat); at > 0 && d.isPronoun(sentence) && wordsIn(sentence) < 5 { // of the words themselves
		text = strings.TrimSpace(text[:at])
		sentence = text[lastSentence(text, d.cat):]
	}
	subject := ""
	if m := officeSubject.FindStringSubmatch(sentence); m != nil {
		subject = strings.ToLower(m[2] + m[3])
	}
	if titleWords[subject] || calls(subject) || hasOpening(sentence) {
		return speaker{}
	}
	d.asking = true
	defer func() { d.asking = false }()
	who, at, _ := d.onlyPerson(strings.TrimRight(sentence, " ."))
	if !who.ok || who.title == "" && !d.isKnown(who.name) || doneToThem.MatchString(sentence[:at]) {
		return speaker{}
	}
	switch trade := firstWord(who.title); pronoun {
	case "elle", "lei":
		who.ok = hers.MatchString(trade)
	case "il", "lui":
		who.ok = his.MatchString(trade)
	}
	return who
}

// doneToThem ends what stands before somebody to whom or with whom something is done, or from whom something is.
var doneToThem = pattern.New(`(?i)(?:^|[\s’'])(?:à|au|aux|a|al|alla|ai|agli|all|avec|con|contre|contro|envers|verso)[’']?\s?$`)

// smallBodyFrench is the name of a body in French, of which the noun is in small letters: "musée de la Faïence".
var smallBodyFrench = pattern.New(`^((?:université|musée|lycée|collège|école|hôpital|clinique|observatoire|conservatoire|théâtre|opéra|` +
	`bibliothèque|diocèse|paroisse|chambre|centre|institut|laboratoire|fédération|ligue|club|mutuelle|coopérative|agence|office|` +
	`parc|port|métropole|faculté|académie|festival|brasserie|syndicat|fondation|maison|orchestre|ballet|service)(?: \p{Ll}{4,}){0,2} ` +
	`(?:de la |de l[’']|du |des |de |d[’'])\p{Lu}[\p{L}\d’'-]*` +
	`(?:(?: (?:de la|de|du|des|et|en|sur|la|le|les)){0,2}[ -]\p{Lu}[\p{L}\d’'-]*)*)`)

// inSmall is a body at the beginning of a text of which the noun is in small letters; "" for none.
func (d *draft) inSmall(s string) string {
	var m []string
	switch d.base() {
	case "nl":
		m = smallBody.FindStringSubmatch(s)
	case "fr":
		m = smallBodyFrench.FindStringSubmatch(elided(s))
	}
	if m == nil {
		return ""
	}
	return m[1]
}
