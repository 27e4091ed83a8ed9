package importer

import (
	"cmp"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// speaker is who said something.
type speaker struct {
	name, title, org string
	ok               bool   // the phrase names somebody
	unsure           string // what is not sure
}

// base is the language that speakers are told by, English where it is not known.
func (d *draft) base() string {
	if speech(d.lang).Verbs == nil {
		return "en"
	}
	return d.lang
}

// english tells a draft of which the words are English, of any country.
func (d *draft) english() bool { return d.base() == "en" }

// german tells one of which they are German.
func (d *draft) german() bool { return d.base() == "de" }

// whenSaid is when something was said, before who did; othersToo that somebody else has spoken.
var (
	whenSaid = pattern.New(`^(?i:(?:earlier |late )?(?:today|yesterday)|heute|gestern|aujourd[’']hui|hier|hoy|ayer|oggi|ieri|` +
		`vandaag|gisteren|hoje|ontem),? `)
	othersToo = pattern.New(`^(?:(?i:und|et|y|e|en|och|og) )?(?i:auch|ebenso|ebenfalls|aussi|également|también|anche|pure|` +
		`também|ook|även|` +
		`också|også|również|także|també|já|myös),? `)
)

var (
	// inPicture is where somebody stands in a picture.
	inPicture = pattern.New(` \((?i:pictured|left|right|above|below|cent(?:re|er))\b[^()]*\)`)
	// beginsClause are words that begin a clause, and no office.
	beginsClause = wordSet("who whose which qui quien que will would has had is was can could")
	// andOfTwo are words between the names of two people.
	andOfTwo = wordSet("and y et und")
)

// one reads one speaker.
func (d *draft) one(phrase string) speaker {
	phrase = d.withoutBrackets(inParty.ReplaceAllString(inPicture.ReplaceAllString(d.tellsNoMore(phrase), ""), ""))
	phrase = d.withoutAlso(d.germanPhrase(d.plainPhrase(phrase)))
	for _, read := range []func(string) (speaker, bool){
		d.itsOwn, d.officeWithBody, d.landBefore, d.sitsFor, d.titleTwice, d.whoIsAt, d.nicknamed, d.servedBy, d.nameThenBody,
		d.setApart, d.related, d.alongsideKnown, d.officesRow, d.twoOffices, d.bodyThenName, d.fromTheirs, d.actsFor, d.ofColleague,
	} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if !d.english() {
		phrase = addressed.ReplaceAllString(othersToo.ReplaceAllString(phrase, ""), "$1")
	}
	phrase = d.aloneNamed(d.withoutBase(firstOfSeveral(d.unstyled(whenSaid.ReplaceAllString(phrase, "")))))
	if who, ok := d.behindCompound(phrase); ok {
		return who
	}
	for _, read := range []func(string) (speaker, bool){d.shadowNamed, d.withoutInitials, d.addressedBehind, d.kindFirst, d.schoolFirst} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	name, bracketed := d.bracketed(phrase)
	who := d.whoIs(withoutComma(name))
	who.org = withComma(who.org, name)
	if who.ok && who.title == "" && (who.org == "" || who.org == release.Unknown) && (d.namedAsOrg(who.name) || d.issues(who.name)) {
		who = speaker{org: who.name, ok: true}
	}
	who = d.withInitials(d.behindArticle(who, phrase))
	if who.ok && who.org == "" {
		who.org = bracketed
	}
	if i := strings.IndexByte(who.name, '('); i > 0 { // "Tom Hill (D-NM)"
		who.name = strings.TrimSpace(who.name[:i])
	}
	if beginsClause[firstWord(who.title)] {
		who.title = ""
	}
	if privateTitles[strings.ToLower(lastWord(who.title))] && !strings.Contains(phrase, ",") {
		who.org = "" // "Marlow resident": a place, and no organisation
	}
	if hailsFrom(who, phrase) {
		who.org = ""
	}
	if who.ok && who.org == "" && who.title == "" {
		who.org = d.led(phrase)
	}
	if who.org = d.withoutPlace(who.org); who.org != "" && candidate.MatchString(phrase) {
		who.org = release.Unknown
	}
	if noTitle.MatchString(who.title) && !titleWords[strings.ToLower(lastWord(who.title))] {
		who.title = ""
	}
	if told(who.title) {
		if who = d.withoutOffice(who, phrase); !who.ok {
			return speaker{}
		}
	}
	if last := lastWord(who.title); honorifics[strings.ToLower(last)] && last != who.title && !strings.EqualFold(last, "professor") &&
		who.name != "" {
		who.title, who.name = strings.TrimSuffix(who.title, " "+last), last+" "+who.name // "Superintendent of Schools Dr. Ana Ruiz"
	}
	if first, office, _ := strings.Cut(who.title, " "); !d.english() && leading[strings.ToLower(first)] && office != "" {
		who.title = office // "Ana Ruiz, la alcaldesa de Marlow"
	}
	who = d.eventFirst(bareOffice(d.asBefore(d.doubt(d.firmFirst(ranked(d.inGermanOrgan(ofBench(who, phrase), phrase))), phrase)), phrase))
	who = d.onBehalf(d.ofOneKind(d.ofWholeSchool(d.wholeBody(who), phrase), phrase), phrase)
	who = d.ofPublicBody(d.shorterOrg(d.townOf(d.ofBody(d.ofIssuer(who, phrase), phrase), phrase), phrase), phrase)
	who = d.ofCouncilBefore(d.ofUnit(d.ofFaction(d.ofMinistry(d.notOfTown(who, phrase)))))
	who.org, who.name = d.possessiveName(who.org), d.withoutCourtesy(who.name)
	who = d.officeApartFromBody(who)
	if first, rest, ok := strings.Cut(who.title, " "); ok && leading[strings.ToLower(first)] || ok && (first == "a" || first == "an") {
		who.title = rest
	}
	return who
}

func (d *draft) whoIs(phrase string) speaker {
	phrase = strings.Trim(strings.TrimSpace(phrase), " ,:;–—\u00a0")
	if !d.cat.EndsInAbbreviation(phrase) {
		phrase = strings.TrimRight(phrase, ".")
	}
	phrase = d.officeInBrackets(phrase)
	phrase = strings.TrimSuffix(strings.TrimPrefix(phrase, "("), ")")
	phrase = d.withoutAdverbs(phrase)
	if phrase == "" || len(phrase) > 400 {
		return speaker{}
	}
	for _, read := range []func(string) (speaker, bool){d.pronoun, d.team, d.surnameWhole, d.particleSurname, d.inPlural} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if authorsElsewhere.MatchString(phrase) {
		return speaker{}
	}
	if who := d.unnamed(phrase); who.ok {
		return who
	}
	if who := d.spokesman(phrase); who.ok {
		return who
	}
	for _, read := range []func(string) (speaker, bool){
		d.inEnglish, d.inFront, d.byOffice, d.calledByOffice, d.calledByKind, d.calledByKindElsewhere, d.former,
	} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	phrase = d.apposed(d.shortBehalf(phrase))
	for _, read := range []func(string) (speaker, bool){d.fromWithin, d.ofThemBefore, d.ofThemAfter, d.ours, d.atThenName} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if m := inCharge.FindStringSubmatch(phrase); m != nil {
		if who := d.whoIs(m[2]); who.ok && who.name != "" && who.title == "" {
			who.title = m[1]
			return charged(who)
		}
	}
	phrase = d.commaBehindName(phrase)
	for _, read := range []func(string) (speaker, bool){d.rankFirst, d.joinedOffice, d.overField, d.tradeFirst} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if m := renowned.FindStringSubmatch(phrase); m != nil && d.english() && looksLikeName(m[2]) && !isOrganisation(m[2]) {
		return d.recall(speaker{name: m[2], title: m[1], ok: true})
	}
	if who, ok := d.nameLast(phrase); ok {
		return who
	}
	head, rest, _ := strings.Cut(phrase, ",")
	if who := d.firstNamed(head, rest); who.ok {
		return d.recall(who)
	}
	for _, read := range []func(head, rest string) speaker{
		d.officeAlone, d.tradeAlone, d.titleThenName, d.overThenName, d.owned, d.officeBefore, d.officeThenName, d.fieldThenName,
	} {
		if who := read(head, rest); who.ok {
			return who
		}
	}
	who := d.named(head)
	if !who.ok {
		who = d.afterTrade(head, rest)
	}
	if !who.ok {
		who = d.firstNameAlone(head, rest)
	}
	if !who.ok {
		return d.organisation(phrase)
	}
	d.addRest(&who, rest)
	return d.recall(who)
}

// privateTitles are no office of an organisation.
var privateTitles = wordSet("resident native mother father parent survivor neighbor neighbour homeowner shopper fan voter")

// leading are the articles before a title.
var leading = wordSet(`the el la los las le les l’ l' der die das den dem il lo i gli o a os as de het un una une ein eine`)

// named reads the part of a phrase before its first comma: a name alone, with its
// title before it, or with an organisation on either side.
func (d *draft) named(head string) speaker {
	if who, ok := d.tradeElided(head); ok {
		return who
	}
	toks := tokens(head)
	if len(toks) > 1 && d.article(toks[0].text) {
		toks = toks[1:]
	}
	if len(toks) == 0 || len(toks) > 16 || leadership[strings.ToLower(toks[0].text)] {
		return speaker{}
	}
	run := capitalRun(toks, 0)
	if run == 0 { // a title in lower case comes first
		i := 0
		for i < len(toks) && !toks[i].capital {
			i++
		}
		for i+2 < len(toks) && behindOffice[strings.ToLower(toks[i].text)] {
			i++ // "la delegata RSU Ana Ruiz"
		}
		title := head[toks[0].from:toks[i-1].to]
		if i == len(toks) || !d.isTitle(title) && !d.trade(head, toks, i) || d.leadsOnTo(title) {
			return speaker{}
		}
		if who := d.named(head[toks[i].from:]); who.ok {
			if who.title == "" {
				who.title = title
			}
			return who
		}
		return d.surnamed(title, head[toks[i].from:])
	}
	words := toks[:run]
	if who, ok := d.arranged(head, toks, run); ok {
		return who
	}
	if run < len(toks) {
		if shorter, ok := alsoElse(head, toks, run); ok {
			return d.named(shorter)
		}
		next := toks[run].text
		if both := run + 1 + capitalRun(toks[run+1:], 0); andOfTwo[next] && both == len(toks) && run >= 2 && both-run > 2 {
			who := d.person(head, words)
			who.name += head[toks[run-1].to:toks[len(toks)-1].to]
			return who
		}
		after := head[toks[run].from:]
		if next == "of" && headsOf[strings.ToLower(toks[run-1].text)] && run > 1 {
			return speaker{} // "Harwell’s Chamber of Commerce"
		}
		if isPreposition(next, d.base()) && !(orgTails[strings.ToLower(toks[run-1].text)] && d.hasTitleAfter(toks[run:])) {
			who := d.person(head, words)
			if !who.ok {
				return d.firstAndOrg(head, toks, run)
			}
			rest := afterPreposition(after, d.base())
			org, _ := d.orgRun(rest)
			if whole, _ := d.bodyOf(rest, org); whole != "" {
				org = whole
			}
			if d.german() && occasions.MatchString(org) {
				org = ""
			}
			if org != "" && who.org == "" {
				who.org = d.nominative(articleOf(after[:len(after)-len(rest)], rest), org)
			}
			return who
		}
		if who, ok := d.officeBetween(head, toks, run); ok {
			return who
		}
	}
	return d.person(head, words)
}

// withinName is the rest of an organisation's name before an office: "de Marlow" of "Amigos de
// Marlow director".
var withinName = pattern.New(`^(?:ng|sa|de|del|des|du|di|da|do|van|von|der|den|la|el) (?:.*\p{Lu}\S*|\S+) `)

// orgBeforeTitle moves what belongs to the organisation's name.
func orgBeforeTitle(org, lower string) (string, string) {
	more := withinName.FindString(lower)
	return strings.TrimSpace(org + " " + more), lower[len(more):]
}

func (d *draft) hasTitleAfter(toks []token) bool {
	for _, t := range toks {
		if titleWords[plainWord(t.text)] {
			return true
		}
	}
	return false
}

// person reads a run of capitals: a name, or an organisation, a title and a name.
func (d *draft) person(s string, run []token) speaker {
	last := -1
	for i, t := range run {
		w := strings.ToLower(strings.Trim(t.text, ".,’'s"))
		if (titleWords[w] || titleWords[strings.ToLower(t.text)] || d.officeNoun(w) || twoInOne(w)) &&
			!honorifics[strings.ToLower(t.text)] && i < len(run)-1 {
			last = i
		}
	}
	who := speaker{}
	names := run
	if last >= 0 {
		start := last
		if at := chiefAt(strings.Fields(s[run[0].from:run[last].to]), last); at >= 0 {
			start = at
		}
		for start > 0 && (titleModifiers[strings.ToLower(run[start-1].text)] || titleWords[strings.ToLower(run[start-1].text)] ||
			run[start-1].text == "and" || run[start-1].text == "&" || workInitials[run[start-1].text]) {
			start--
		}
		start = d.pastField(s, run, start, last)
		for last+1 < len(run) && behindOffice[strings.ToLower(run[last+1].text)] {
			last++
		}
		names = run[last+1:]
		begin, own := office(s, run, start, last)
		who.title, who.org = s[run[begin].from:run[last].to], own
		if start = begin; start > 0 && own == "" {
			if who.org = trimPossessive(s[run[0].from:run[start-1].to]); general[strings.ToLower(who.org)] {
				who.title, who.org = s[run[0].from:run[last].to], ""
			}
			who = d.ofTownHall(who)
		}
	}
	who.title, names = d.withField(s, run, last, trimName(names), who.title)
	if len(names) == 0 {
		return speaker{}
	}
	plain := names
	honour := lowerProfessor.MatchString(s[names[0].from:names[len(names)-1].to])
	if honour {
		plain = names[2:]
	}
	for len(plain) > 0 && honorifics[strings.ToLower(plain[0].text)] {
		plain, honour = plain[1:], true
	}
	plain, names, who = shortened(plain, names, who)
	if len(plain) == 0 || len(plain) > 6 {
		return speaker{}
	}
	if noPerson(plain, who.title) {
		return speaker{}
	}
	if officeAlone(plain) || elided(plain[0].text) != plain[0].text || !plain[0].capital || opening[strings.ToLower(plain[0].text)] {
		return speaker{}
	}
	who.name = strings.Trim(s[names[0].from:names[len(names)-1].to], ".,:;")
	if strings.HasSuffix(s[:names[len(names)-1].to], ".") && len(plain[len(plain)-1].text) <= 3 {
		who.name += "." // Jr., an initial
	}
	if len(plain) > 1 && honour && who.title == "" {
		if known, ok := d.surnameOf(s[plain[0].from:plain[len(plain)-1].to]); ok {
			known.ok = true
			return known
		}
	}
	if len(plain) == 1 {
		if known, ok := d.bySurname(plain[0].text); ok {
			known.ok, known.title = true, cmp.Or(known.title, who.title)
			return known
		}
		who.ok = honour || who.title != ""
		return who
	}
	if who.title == "" && (orgOnly(plain) || bodies[strings.ToLower(plain[0].text)]) {
		return speaker{}
	}
	who.ok = true
	return who
}

// lowerProfessor is a professor of a lower rank, before a name.
var lowerProfessor = pattern.New(`^((?:Associate|Assistant|Adjunct|Visiting|Honorary) Professor) (\p{L}.*)$`)

// noPerson tells words that are nobody's name: an address, a firm, or whose something is.
func noPerson(words []token, title string) bool {
	for _, t := range words {
		owns := title == "" && len(words) > 1 && trimPossessive(t.text) != t.text && strings.HasSuffix(t.text, "s")
		if owns || strings.ContainsAny(t.text, "@/\\!0123456789") || strings.Contains(t.text, "&") && t.text != "&" {
			return true
		}
	}
	return len(words) > 1 && companyWords[strings.ToLower(strings.Trim(words[len(words)-1].text, ".,"))]
}

// trimName cuts letters after a name, and what cannot end one.
func trimName(run []token) []token {
	for len(run) > 2 {
		w := strings.Trim(run[len(run)-1].text, ",;:()")
		if w == "II" || w == "III" || w == "IV" {
			break // of the name
		}
		if letters.MatchString(w) && w == strings.ToUpper(w) && len(w) > 1 || w == "PhD" || w == "Esq." {
			run = run[:len(run)-1]
			continue
		}
		break
	}
	for len(run) > 0 && particles[strings.ToLower(run[len(run)-1].text)] && !run[len(run)-1].capital {
		run = run[:len(run)-1]
	}
	return run
}

func trimPossessive(s string) string {
	for _, p := range []string{"’s", "'s", "’", "'"} {
		if t, ok := strings.CutSuffix(s, p); ok {
			return t
		}
	}
	return s
}
