package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *Copy) onlyPerson(sentence string) (who Speaker, from, to int) {
	for _, m := range capitalNames.FindAllStringIndex(sentence, prose.MostFound) {
		first := prose.FirstWord(sentence[m[0]:m[1]])
		if lower := strings.ToLower(first); prose.Opening[lower] || prose.SentenceOpening[lower] || prose.Leading[lower] ||
			towards.MatchString(lower) {
			m[0] += len(first) + 1 // "Con Anna Serra"
		}
		name := sentence[m[0]:m[1]]
		found := d.namedAtEnd(sentence[:m[1]])
		if ahead := d.behindOfficeAhead(sentence[:m[0]], name); !found.Ok {
			found = ahead
		}
		told := behindNameTold.FindStringSubmatch(sentence[m[1]:])
		if !found.Ok && told != nil && d.IsTitle(prose.FirstWord(told[1])) && prose.LooksLikeName(name) {
			found = d.Parse(name + ", " + told[1])
			found.Ok = found.Ok && found.Name == name
		}
		if !found.Ok {
			if prose.IsOrganisation(name) || d.namedAsOrg(name) || d.issues(name) ||
				prose.FirstWord(name) == strings.ToUpper(prose.FirstWord(name)) {
				continue
			}
			return Speaker{}, 0, 0
		}
		if who.Ok && who.Name != found.Name {
			return Speaker{}, 0, 0
		}
		who, from, to = found, m[0], m[1]
	}
	if !who.Ok {
		return who, 0, 0
	}
	if behind := behindNameTold.FindStringSubmatch(sentence[to:]); behind != nil && who.Org == "" {
		of := afterPreposition(behind[1], d.Base()) != behind[1]
		told := d.Parse(who.Name + ", " + behind[1])
		if told.Name == who.Name && (d.IsTitle(prose.FirstWord(behind[1])) || of && prose.IsOrganisation(told.Org)) {
			told.Title = cmp.Or(who.Title, told.Title)
			who = told
		}
	}
	if of := unitsBody.FindString(sentence[to:]); of != "" && who.Org == "" {
		if org, ok := d.OrgRun(sentence[to+len(of):]); ok && prose.IsOrganisation(org) {
			who.Org = org
		}
	}
	if ahead := d.behindOfficeAhead(sentence[:officeStart(sentence[:from])], who.Name); ahead.Ok && who.Org == "" {
		who = ahead
	}
	return who, officeStart(sentence[:from]), to
}

// behindOfficeAhead is whose name stands behind an office with which a sentence begins.
func (d *Copy) behindOfficeAhead(before, name string) Speaker {
	m := officeAhead.FindStringSubmatch(before)
	if m == nil || !d.IsTitle(prose.FirstWord(m[1])) || !prose.LooksLikeName(name) || prose.IsOrganisation(name) {
		return Speaker{}
	}
	who := d.Parse(name + ", " + strings.ToLower(m[1][:1]) + m[1][1:])
	who.Ok = who.Ok && who.Name == name && who.Title != ""
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
func (d *Copy) oneLeads(gap, words string) (from int, who Speaker, ok bool) {
	text := prose.TrimEnd(gap)
	if !d.romance() || !strings.HasSuffix(text, ":") || prose.WordsIn(words) <= fewWords || !prose.StartsUpper(words) {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	sentence := strings.TrimRight(text[from:], " :\u00a0\u202f")
	if prose.HasOpening(sentence) || titleOfWork.MatchString(sentence) || len(sentence) > 400 {
		return 0, Speaker{}, false
	}
	who, at, _ := d.onlyPerson(sentence)
	return from, who, who.Ok && !towards.MatchString(sentence[:at])
}

const toldOfOne = "the text does not say whose words these are; they are taken to be those of the one whom the sentence before is about"

// oneTold finds of whom the sentence right before words is about, where they follow in the same paragraph.
func (d *Copy) oneTold(sentence, words string) (Speaker, bool) {
	if !d.romance() || prose.HasOpening(sentence) || titleOfWork.MatchString(sentence) || prose.WordsIn(words) < 8 ||
		!prose.StartsUpper(words) || d.firstVerb(sentence) < 0 {
		return Speaker{}, false
	}
	who, at, _ := d.onlyPerson(strings.TrimRight(sentence, " ."))
	if !who.Ok || who.Title == "" || !intro.MatchString(sentence[:at]) {
		return Speaker{}, false
	}
	if who.Unsure == "" {
		who.Unsure = toldOfOne
	}
	return who, true
}

// officeMeant is whom the sentence before words calls by an office with which it begins: "Le maire s’est réjoui." other
// tells that it begins so and that it is not sure who that is.
func (d *Copy) officeMeant() (who Speaker, other bool) {
	text := strings.TrimSpace(d.since)
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		text = text[at+1:]
	}
	if !d.romance() || prose.LongPara(text) {
		return Speaker{}, false
	}
	m := officeSubject.FindStringSubmatch(text[prose.LastSentence(text, d.Cat):])
	if m == nil {
		return Speaker{}, false
	}
	noun := strings.ToLower(m[2] + m[3])
	if !prose.TitleWords[noun] && !calls(noun) || isPreposition(m[4], d.Base()) || joins[m[4]] || privateTitles[noun] {
		return Speaker{}, false
	}
	who = d.one(strings.ToLower(m[1][:1]) + m[1][1:])
	who.Ok = who.Name != ""
	return who, !who.Ok
}

// officeSubject is the beginning of such a sentence.
var officeSubject = pattern.New(`^(?:\p{Lu}[^,.:;“”"«»]{1,40}, )?((?:[Ll][ea]|[Ii]l|[Ll]o) (\p{Ll}+)|` +
	`[Ll][’'](\p{Ll}+)) (\p{Ll}[\p{L}’'-]*)`)

// toldBehind is somebody's office in the sentence behind their words, where those have a name alone: "« … », dit Lea Voss. La
// présidente de la Ligue rappelle".
func (d *Copy) toldBehind(who Speaker, rest string) Speaker {
	if !d.romance() || !who.Ok || who.Name == "" || who.Title != "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	sentence := prose.FirstSentence(strings.TrimLeft(rest, " ."), d.Cat)
	m := definiteOffice.FindStringSubmatch(sentence[:max(0, d.firstVerb(sentence))])
	if m == nil {
		return who
	}
	office := strings.TrimSpace(m[1] + m[2])
	if !prose.TitleWords[prose.FirstWord(office)] || d.namedAtEnd(office).Ok {
		return who
	}
	told := d.Parse(who.Name + ", " + office)
	if told.Name != who.Name || told.Title == "" {
		return who
	}
	return told
}

// firstVerb is where the first verb of saying, or of what somebody feels, stands in a sentence; -1 for none.
func (d *Copy) firstVerb(s string) int {
	at := -1
	if places := d.verbPlaces(s); len(places) > 0 {
		at = places[0][0]
	}
	feels := feelings[d.Base()]
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
func (d *Copy) meetFounders(text string) {
	if !d.romance() {
		return
	}
	for _, m := range foundedBy.FindAllStringSubmatch(text, prose.MostFound) {
		for _, name := range []string{m[1] + m[5], m[2] + m[6]} {
			if prose.LooksLikeName(name) && !prose.IsOrganisation(name) && !d.isKnown(name) {
				d.Known = append([]Speaker{{Name: name, Org: m[3] + m[4]}}, d.Known...)
			}
		}
	}
}

// unitOf is a part of a body as an office has it, behind what it is over.
var unitOf = pattern.New(`^\p{L}[\p{L}-]* (?:du |de la |de l[’']|della |dello |del |dell[’'])(\p{Ll}[\p{Ll}’' -]+)$`)

// ofUnit fills in the body of a part that an office is over, where the text names the part elsewhere with it: of the "chef
// du service de chirurgie" the clinic, where the text has "du service de chirurgie de la Clinique du Port".
func (d *Copy) ofUnit(who Speaker) Speaker {
	if !d.romance() || !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	m := unitOf.FindStringSubmatch(who.Title)
	if m == nil {
		return who
	}
	found := ""
	for text := range d.texts() {
		for at := range placesOf(text, m[1]) {
			of := unitsBody.FindString(text[at+len(m[1]):])
			org, ok := d.OrgRun(text[at+len(m[1])+len(of):])
			named := prose.IsOrganisation(org) || prose.FirstWord(org) == strings.ToUpper(prose.FirstWord(org))
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
		who.Org, who.Unsure = found, ""
	}
	return who
}

// unitsBody leads from a part to its body.
var unitsBody = pattern.New(`^ (?:du |de la |de l[’']|della |dello |del |dell[’'])`)

// officeThenInitials is an office with the initials behind it of those for whom somebody has it: "déléguée OLRV".
var officeThenInitials = pattern.New(`^(.*\p{Ll}) (\p{Lu}{3,8})$`)

// ofInitials divides that, where the text has the initials elsewhere too.
func (d *Copy) ofInitials(s string) (title, org string, ok bool) {
	m := officeThenInitials.FindStringSubmatch(strings.Trim(s, " .,"))
	if m == nil || !d.romance() || !prose.TitleWords[prose.LastWord(m[1])] || prose.BehindOffice[strings.ToLower(m[2])] ||
		!d.namedTwice(m[2]) {
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
func (d *Copy) oneBefore(pronoun string) Speaker {
	text := strings.TrimSpace(d.since)
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		text = text[at+1:]
	}
	if !d.romance() || prose.LongPara(text) || d.asking {
		return Speaker{}
	}
	sentence := text[prose.LastSentence(text, d.Cat):]
	if at := prose.LastSentence(text, d.Cat); at > 0 && d.isPronoun(sentence) && prose.WordsIn(sentence) < 5 { // of the words themselves
		text = strings.TrimSpace(text[:at])
		sentence = text[prose.LastSentence(text, d.Cat):]
	}
	subject := ""
	if m := officeSubject.FindStringSubmatch(sentence); m != nil {
		subject = strings.ToLower(m[2] + m[3])
	}
	if prose.TitleWords[subject] || calls(subject) || prose.HasOpening(sentence) {
		return Speaker{}
	}
	d.asking = true
	defer func() { d.asking = false }()
	who, at, _ := d.onlyPerson(strings.TrimRight(sentence, " ."))
	if !who.Ok || who.Title == "" && !d.isKnown(who.Name) || doneToThem.MatchString(sentence[:at]) {
		return Speaker{}
	}
	switch trade := prose.FirstWord(who.Title); pronoun {
	case "elle", "lei":
		who.Ok = hers.MatchString(trade)
	case "il", "lui":
		who.Ok = his.MatchString(trade)
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
func (d *Copy) inSmall(s string) string {
	var m []string
	switch d.Base() {
	case "nl":
		m = smallBody.FindStringSubmatch(s)
	case "fr":
		m = smallBodyFrench.FindStringSubmatch(prose.Elided(s))
	}
	if m == nil {
		return ""
	}
	return m[1]
}
