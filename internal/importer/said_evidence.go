package importer

import (
	"fmt"
	"regexp"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// An organization is given as fact where the grammar of the sentence says that somebody is of it. A
// capital at the beginning of a sentence says nothing, nor does what somebody is over, nor the place
// where they were formerly.

// unfounded takes back an organization that the grammar of the phrase does not give to the speaker.
func (d *draft) unfounded(who speaker, phrase string) speaker {
	org := who.org
	if org == "" || org == release.Unknown || !d.english() {
		return who
	}
	switch {
	case !strings.Contains(org, " ") && strings.HasPrefix(phrase, org+" ") && who.title != "" && !startsUpper(who.title) &&
		!d.nameAtBeginning(org, who.title):
		who.title, who.org = org+" "+who.title, ""
		if word := strings.ToLower(org); !titleModifiers[word] && !titleWords[word] && !general[word] {
			who.org = release.Unknown
			who.unsure = fmt.Sprintf("%q begins the sentence, and may be a part of the office; write the organisation instead of the ?", org)
		}
	case org == "Under" && strings.HasPrefix(who.title, "Secretary"):
		who.title, who.org = org+" "+who.title, release.Unknown
		who.unsure = namesNoOrg
	case heldFormerly.MatchString(before(phrase, org)):
		if office := d.stillHeld(phrase, org); office != "" {
			who.title = office
			return who
		}
		if strings.EqualFold(who.title, "formerly") || strings.EqualFold(who.title, "previously") {
			who.title = ""
		}
		who.org = release.Unknown
		who.unsure = formerlyAt(org)
	case smallPossession.MatchString(org):
		who.org = release.Unknown
		who.unsure = fmt.Sprintf("%q may be no organisation's name; write the organisation instead of the ?", org)
	case workBefore.MatchString(org) && strings.HasPrefix(phrase, org+" "+who.title) && !d.namedAsOrg(org):
		who.title, who.org = org+" "+who.title, "" // "Sporting Director"
	case d.neverAlone(org, who.title, phrase):
		who.title = org + " " + who.title
		who.org, who.unsure = release.Unknown, overWhich(org)
	case d.kindOfOffice(who, phrase):
		who.title = strings.TrimSpace(phrase[:strings.Index(phrase, who.title)] + who.title)
		who.org, who.unsure = release.Unknown, overWhich(org)
	case d.overNoBody(who, phrase):
		who.title = wholeOffice(phrase, who.title, org)
		who.org, who.unsure = release.Unknown, overWhich(org)
	}
	return who
}

// neverAlone tells a name of several words right before an office that the text has as a part of other names alone, and of which no
// word is an organisation's.
func (d *draft) neverAlone(org, title, phrase string) bool {
	return strings.HasPrefix(phrase, org+" "+title) && title != "" && strings.Contains(org, " ") && !isOrganisation(org) &&
		!spelledAsFirm.MatchString(org) && !d.issues(org) && !d.namedAsOrg(org) && d.namedTwice(org) &&
		!d.hasLike(`(?:^|[^\p{L}-])`, org, `(?:[,.;:)”’'(]|$| [\p{Ll}(])`, org+" "+title)
}

// overNoBody tells that the name stands right behind an office that may be over a field or a place as
// well, and that nothing says that it is an organisation's.
func (d *draft) overNoBody(who speaker, phrase string) bool {
	m := officeOverIt.FindStringSubmatch(before(phrase, who.org))
	if m == nil || owns.MatchString(behind(phrase, who.org)) || strings.HasSuffix(who.name, m[1]) {
		return false
	}
	last := strings.ToLower(lastWord(m[1]))
	if !titleWords[last] && !ranks[last] || m[2] != "in" && leadsWhole(m[1], who.org) {
		return false
	}
	if overATeam.MatchString(m[1]) || m[2] == "for" && overAPart.MatchString(m[1]) {
		return !isOrganisation(who.org) && !d.namedAsOrg(who.org)
	}
	if m[2] != "in" && !startsUpper(lastWord(m[1])) && !d.standsAsPlace(who.org) {
		return false // who writes the office in small letters writes a field so too
	}
	return !d.evident(who.org)
}

// kindOfOffice tells a word right before an office that says what kind of office it is, as the text says nothing of an
// organisation with that name: "Divisional Councillor", "Children’s Spokesperson".
func (d *draft) kindOfOffice(who speaker, phrase string) bool {
	org := who.org
	at := strings.Index(phrase, org+" "+who.title)
	if at < 0 {
		at = max(strings.Index(phrase, org+"’s "+who.title), strings.Index(phrase, org+"'s "+who.title))
	}
	if at < 0 || who.title == "" || who.name == "" || !strings.HasPrefix(phrase, org) || d.issues(org) {
		return false
	}
	one := !strings.Contains(org, " ")
	if one && d.namedAsOrg(org) || isOrganisation(org) {
		return ofKind.MatchString(org)
	}
	return d.has(strings.ToLower(org)) || ofKind.MatchString(org) || one && who.title == "Officer" && org != strings.ToUpper(org)
}

// ofKind is an adjective that says of what kind an office is.
var ofKind = pattern.New(`^(?:\p{Lu}\p{Ll}+(?:ional|ental|orial|ative|utive|istic|etary)|Children|Women|Seniors|Youth|Veterans|` +
	`(?:\p{Lu}\p{L}+ ){0,3}(?:Portfolio|Division|Ward)|` +
	`Housing|Health|Education|Transport|Environment|Energy|Finance|Defence|Justice|Employment|Immigration|Agriculture|Fisheries|` +
	`Welfare|Campaigns|Events|Membership|Press|Volunteer|Conservation|` +
	`Tourism|Science|Arts|Culture|Sports?|Ward|Divisional|Local|Shadow)$`)

// workBefore is the work that somebody directs or does, before the office.
var workBefore = pattern.New(`^(?:Sporting|Creative|Artistic|Musical|Technical|Clinical|Medical|Academic|Nursing|Commercial|Editorial|` +
	`Financial|Corporate|Pastoral|Curatorial|Scientific)$`)

// officeOverIt ends what stands before such a name: an office, and how it leads on.
var officeOverIt = pattern.New(`(\p{L}[\p{L}/-]*(?: (?:and |& )?\p{L}[\p{L}/-]*){0,3}) (of|for|in)(?: the)? $`)

// owns is how a word ends of whom something is.
var owns = pattern.New(`^(?:’s|'s|’|')`)

// leadsAll are offices of those who lead an organisation, or speak for it: what stands behind is
// that, and no field.
var leadsAll = pattern.New(`(?i)(?:^|[\s-])(?:ceo|c[ft]o|coo|chief executive(?: officer)?|founder|owner|chair(?:man|woman|person)?|` +
	`spokes\p{L}+|(?:executive|managing) director|(?:general|national) (?:manager|secretary|director)|secretary[ -]general|member|partner|` +
	`principal|conven[eo]r|leader|publisher|campaigner|volunteer|organi[sz]er|employee|representative|lawyer|attorney|counsel|` +
	`trustee|president)$`)

// leadsWhole tells such an office. Whoever is a director is that of a firm in one word, or of a field in
// several.
func leadsWhole(title, org string) bool {
	title = strings.ToLower(title)
	if lastWord(title) == "director" && len(strings.Fields(title)) < 3 && !strings.Contains(org, " ") {
		return true
	}
	if overAPart.MatchString(title) || overATeam.MatchString(title) {
		return false
	}
	return leadsAll.MatchString(title)
}

// overAPart are offices that read alike and are over a part: "Cabinet Member for Leisure".
var overAPart = pattern.New(`(?i)\b(?:vice[ -]president|(?:cabinet|executive|portfolio|board|lead) (?:member|partner))$`)

// overATeam is an office over a team, which is called after what it does.
var overATeam = pattern.New(`(?i)\bteam (?:leader|lead|member|manager|captain)$`)

// heldFormerly ends what stands before a name where somebody was.
var heldFormerly = pattern.New(`(?i)(?:^|[\s,])(?:the |an? )?(?:formerly|previously|once|former|retired|past|one-time|ex-)\b[^,;:]*\b` +
	`(?:of|at|with|for|from|in) (?:the )?$`)

// smallPossession is what an owner has, in small letters: "Marlow’s only hospital".
var smallPossession = pattern.New(`\p{L}(?:’s|'s|s’|s') \p{Ll}`)

// before is what stands before the first place of a name in a phrase.
func before(phrase, name string) string {
	head, _, ok := strings.Cut(phrase, name)
	if !ok {
		return ""
	}
	return head
}

// behind is what stands behind the first place of a name in a phrase.
func behind(phrase, name string) string {
	_, tail, _ := strings.Cut(phrase, name)
	return tail
}

// evident tells a name that is an organisation's by its words, or by how the release writes of it
// elsewhere.
func (d *draft) evident(name string) bool {
	return isOrganisation(name) || name == strings.ToUpper(name) || spelledAsFirm.MatchString(name) || lettered.MatchString(name) ||
		d.actsAsOrg(name) || !d.standsAsPlace(name) && (d.namedTwice(name) || strings.Contains(name, " ") && d.firstStandsAlone(name))
}

// nameAtBeginning tells that a word with which a sentence begins, before an office, is a name: the text
// writes it with a capital elsewhere too, or the office is of a firm, and the text has no such noun.
func (d *draft) nameAtBeginning(word, office string) bool {
	if d.namedAsOrg(word) || word == strings.ToUpper(word) || spelledAsFirm.MatchString(word) || d.capitalWithin(word) {
		return true
	}
	if unionHead.MatchString(word + " " + office) {
		return true
	}
	first, _ := andMore(firstWord(office) + " and")
	return ofFirms.MatchString(strings.ToLower(first)) && !general[strings.ToLower(word)] && !d.has(strings.ToLower(word))
}

// spelledAsFirm is a name with a word that is spelled as no other noun is.
var spelledAsFirm = pattern.New(`\p{Ll}\p{Lu}|\p{L} ?\d|\d\p{L}|&|\p{L}\.\p{L}|\b\p{Lu}{3,}\b|` +
	`\p{L} (?:Schools|Hospitals|Libraries|Museums|Archives|Police)\b`)

// standsAsPlace tells a name that is where the release comes from, or that the copy writes as places are
// written: "in Marlow", "Mill Lane, Marlow,". What is left out does not count.
func (d *draft) standsAsPlace(name string, without ...string) bool {
	return d.isPlace(name) || d.hasLike(`(?:\b[Ii]n|\bnear|\p{Lu}\p{Ll}+,) `, name, `(?:[,.;]|$| \p{Ll})`, without...)
}

// firstStandsAlone tells that the copy writes the first word of a name alone too, within a sentence:
// "Tidewell" of "Tidewell Marlow".
func (d *draft) firstStandsAlone(name string) bool {
	word := firstWord(name)
	lower := strings.ToLower(word)
	return len(word) > 2 && !departments[lower] && !general[lower] && !d.standsAsPlace(word) &&
		d.hasLike(`(?:[\p{Ll}\d)’'],? |\()`, word, `(?:[,.;:)”’']|$| \p{Ll})`, name)
}

// hasLike tells that a paragraph has a word with such signs before and behind it, but for where it is
// a part of what is left out.
func (d *draft) hasLike(front, word, end string, without ...string) bool {
	re := regexp.MustCompile(front + regexp.QuoteMeta(word) + end)
	for _, p := range d.body {
		text := p.text
		for _, w := range without {
			text = strings.ReplaceAll(text, w, "")
		}
		if !longPara(p.text) && re.MatchString(text) {
			return true
		}
	}
	return false
}

// capitalWithin tells a word that the copy writes with a capital within a sentence too.
func (d *draft) capitalWithin(word string) bool {
	within, end := `(?:[\p{Ll}\d)’'],? |\()`, `(?:[^\p{L}\d-]|$)`
	return d.hasLike(within, word, end) ||
		regexp.MustCompile(within+regexp.QuoteMeta(word)+end).MatchString(sentenceCase(d.headline).text)
}

// behindOffice is the organisation in small letters that ends a clause, behind an office and a comma: in
// bold, or as the copy has it within a sentence with capitals; not known, where other words stand there
// that may be one.
func (d *draft) behindOffice(who speaker, clause para) string {
	before, name, _ := strings.Cut(clause.text, who.title+", ")
	name = strings.TrimRight(name, ".,")
	if words := len(strings.Fields(name)); who.title == "" || words == 0 || words > 4 || startsUpper(name) {
		return ""
	}
	from := len(before + who.title + ", ")
	for _, m := range clause.marks {
		if m.strong && m.from <= from && m.to >= from+len(name) {
			return name
		}
	}
	if !strings.Contains(name, " ") {
		return ""
	}
	within := regexp.MustCompile(`[\p{Ll},] ((?i:` + regexp.QuoteMeta(name) + `))(?:\PL|$)`)
	for _, p := range d.body {
		if longPara(p.text) {
			continue
		}
		for _, m := range within.FindAllStringSubmatch(p.text, mostFound) {
			if m[1] != name {
				return name
			}
		}
	}
	if first := firstWord(name); d.english() && !behindName[first] && !alsoBehind.MatchString(first) {
		return release.Unknown
	}
	return ""
}

// alsoBehind are further words that lead on behind an office.
var alsoBehind = pattern.New(`(?:ing|ed|ly)$|^(?:then|said|says)$`)

// properName is a run of capitals, with the word before it.
var properName = pattern.New(`(?:(\p{L}+) )?(?:the )?(\p{Lu}[\p{L}\d&’'.-]*(?: (?:(?:of|for|the|and|&) ){0,2}\p{Lu}[\p{L}\d&’'.-]*)*)`)

// anothersOffice tells that an office with no organisation may belong to another than the one that
// issues the release: the office has a name in it, or another organisation stands in the sentence or
// in the one before it.
func (d *draft) anothersOffice(who speaker, clause string) bool {
	if d.anotherTold() {
		return true
	}
	for _, w := range strings.Fields(boardOfAll.ReplaceAllString(who.title, "")) {
		if lower := plainWord(w); startsUpper(w) && !titleWords[lower] && !titleModifiers[lower] && !departments[lower] &&
			!fieldWords[lower] && !fieldsOfWork[lower] && !strings.Contains(d.issuer(), w) && !general[lower] &&
			d.hasLike(`(?:[\p{Ll}\d)’'],? |\()`, w, `(?:[,.;:)”’'(]|$| [\p{Ll}(])`, who.title) {
			return true
		}
	}
	text := strings.ReplaceAll(d.since, "\n", " ")
	near, issuer := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), clause)), d.issuer()
	near = near[lastSentence(near, d.cat):]
	if leadsAll.MatchString(who.title) {
		near = "" // of another's chief a release says whose they are
	}
	if issuer != "" && strings.HasPrefix(strings.TrimPrefix(near, "The "), strings.TrimPrefix(issuer, "The ")) {
		return false // the sentence before is about that
	}
	for _, m := range properName.FindAllStringSubmatch(near+" "+clause, 60) {
		name := trimPossessive(strings.TrimRight(m[2], "."))
		if startsUpper(m[1]) && !d.isTitle(m[1]) { // a sentence begins with it
			name = m[1] + " " + name
		}
		for sentenceOpening[strings.ToLower(firstWord(name))] || leading[strings.ToLower(firstWord(name))] {
			m[1], name, _ = strings.Cut(name, " ")
		}
		if name == "" || ofStudy.MatchString(name) || departments[strings.ToLower(firstWord(name))] ||
			strings.Contains(issuer, name) || strings.Contains(name, issuer) || strings.Contains(name, who.name) ||
			strings.Contains(who.title, name) {
			continue
		}
		behindThe := strings.Contains(m[0], "the "+m[2])
		if isOrganisation(name) && strings.Contains(name, " ") || d.namedAsOrg(name) ||
			speaksAt[strings.ToLower(m[1])] && !d.standsAsPlace(name) && (!behindThe || strings.Contains(name, " ")) {
			return true
		}
	}
	return false
}

// whereTheyAre gives somebody with an office, and no organisation, the one with which the sentence
// begins: "At Tidewell, head of ropes Ana Ruiz says". Of what may be a place it is not sure.
func (d *draft) whereTheyAre(who speaker, intro string) speaker {
	name, ok := strings.CutPrefix(intro, "At ")
	if !ok || !who.ok || who.title == "" || who.org != "" && who.org != release.Unknown || !d.english() {
		return who
	}
	org, ok := d.orgRun(name)
	if !ok || org != strings.TrimPrefix(name, "the ") {
		return who
	}
	one := !strings.Contains(org, " ") && org != strings.ToUpper(org) && !d.namedAsOrg(org) && !spelledAsFirm.MatchString(org)
	if who.org, who.unsure = org, ""; one || !d.evident(org) || events[strings.ToLower(lastWord(org))] {
		who.org = release.Unknown
		who.unsure = fmt.Sprintf("%q may be a place or an organisation; write the organisation instead of the ?", org)
	}
	return who
}

// speaksAt lead to an organisation at which somebody has an office.
var speaksAt = wordSet("at with from by")
