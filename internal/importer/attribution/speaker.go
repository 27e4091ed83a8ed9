package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Speaker is who said something.
type Speaker struct {
	Name, Title, Org string
	Ok               bool   // the phrase names somebody
	Unsure           string // what is not sure
}

// Base is the language that speakers are told by, English where it is not known.
func (d *Copy) Base() string {
	if prose.Speech(d.Lang).Verbs == nil {
		return "en"
	}
	return d.Lang
}

// English tells a draft of which the words are English, of any country.
func (d *Copy) English() bool { return d.Base() == "en" }

// german tells one of which they are German.
func (d *Copy) german() bool { return d.Base() == "de" }

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
	beginsClause = prose.WordSet("who whose which qui quien que will would has had is was can could")
	// andOfTwo are words between the names of two people.
	andOfTwo = prose.WordSet("and y et und")
)

// one reads one speaker.
func (d *Copy) one(phrase string) Speaker {
	phrase = d.withoutBrackets(inParty.ReplaceAllString(inPicture.ReplaceAllString(d.tellsNoMore(phrase), ""), ""))
	phrase = d.withoutAlso(d.germanPhrase(d.plainPhrase(phrase)))
	for _, read := range []func(string) (Speaker, bool){
		d.itsOwn, d.officeWithBody, d.landBefore, d.sitsFor, d.titleTwice, d.whoIsAt, d.nicknamed, d.servedBy, d.nameThenBody,
		d.setApart, d.related, d.alongsideKnown, d.OfficesRow, d.twoOffices, d.bodyThenName, d.fromTheirs, d.actsFor, d.ofColleague,
	} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if !d.English() {
		phrase = addressed.ReplaceAllString(othersToo.ReplaceAllString(phrase, ""), "$1")
	}
	phrase = d.aloneNamed(d.withoutBase(firstOfSeveral(d.unstyled(whenSaid.ReplaceAllString(phrase, "")))))
	if who, ok := d.behindCompound(phrase); ok {
		return who
	}
	for _, read := range []func(string) (Speaker, bool){d.shadowNamed, d.withoutInitials, d.addressedBehind, d.kindFirst, d.schoolFirst} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	name, bracketed := d.bracketed(phrase)
	who := d.whoIs(withoutComma(name))
	who.Org = withComma(who.Org, name)
	if who.Ok && who.Title == "" && (who.Org == "" || who.Org == release.Unknown) && (d.namedAsOrg(who.Name) || d.issues(who.Name)) {
		who = Speaker{Org: who.Name, Ok: true}
	}
	who = d.withInitials(d.behindArticle(who, phrase))
	if who.Ok && who.Org == "" {
		who.Org = bracketed
	}
	if i := strings.IndexByte(who.Name, '('); i > 0 { // "Tom Hill (D-NM)"
		who.Name = strings.TrimSpace(who.Name[:i])
	}
	if beginsClause[prose.FirstWord(who.Title)] {
		who.Title = ""
	}
	if privateTitles[strings.ToLower(prose.LastWord(who.Title))] && !strings.Contains(phrase, ",") {
		who.Org = "" // "Marlow resident": a place, and no organisation
	}
	if hailsFrom(who, phrase) {
		who.Org = ""
	}
	if who.Ok && who.Org == "" && who.Title == "" {
		who.Org = d.led(phrase)
	}
	if who.Org = d.withoutPlace(who.Org); who.Org != "" && candidate.MatchString(phrase) {
		who.Org = release.Unknown
	}
	if noTitle.MatchString(who.Title) && !prose.TitleWords[strings.ToLower(prose.LastWord(who.Title))] {
		who.Title = ""
	}
	if told(who.Title) {
		if who = d.withoutOffice(who, phrase); !who.Ok {
			return Speaker{}
		}
	}
	if last := prose.LastWord(who.Title); prose.Honorifics[strings.ToLower(last)] && last != who.Title &&
		!strings.EqualFold(last, "professor") &&
		who.Name != "" {
		who.Title, who.Name = strings.TrimSuffix(who.Title, " "+last), last+" "+who.Name // "Superintendent of Schools Dr. Ana Ruiz"
	}
	if first, office, _ := strings.Cut(who.Title, " "); !d.English() && prose.Leading[strings.ToLower(first)] && office != "" {
		who.Title = office // "Ana Ruiz, la alcaldesa de Marlow"
	}
	who = d.eventFirst(bareOffice(d.asBefore(d.doubt(d.firmFirst(ranked(d.inGermanOrgan(ofBench(who, phrase), phrase))), phrase)), phrase))
	who = d.onBehalf(d.ofOneKind(d.ofWholeSchool(d.wholeBody(who), phrase), phrase), phrase)
	who = d.ofPublicBody(d.shorterOrg(d.townOf(d.ofBody(d.ofIssuer(who, phrase), phrase), phrase), phrase), phrase)
	who = d.ofCouncilBefore(d.ofUnit(d.ofFaction(d.ofMinistry(d.notOfTown(who, phrase)))))
	who.Org, who.Name = d.possessiveName(who.Org), d.withoutCourtesy(who.Name)
	who = d.officeApartFromBody(who)
	if first, rest, ok := strings.Cut(who.Title, " "); ok && prose.Leading[strings.ToLower(first)] || ok && (first == "a" || first == "an") {
		who.Title = rest
	}
	return who
}

func (d *Copy) whoIs(phrase string) Speaker {
	phrase = strings.Trim(strings.TrimSpace(phrase), " ,:;–—\u00a0")
	if !d.Cat.EndsInAbbreviation(phrase) {
		phrase = strings.TrimRight(phrase, ".")
	}
	phrase = d.officeInBrackets(phrase)
	phrase = strings.TrimSuffix(strings.TrimPrefix(phrase, "("), ")")
	phrase = d.withoutAdverbs(phrase)
	if phrase == "" || len(phrase) > 400 {
		return Speaker{}
	}
	for _, read := range []func(string) (Speaker, bool){d.pronoun, d.team, d.surnameWhole, d.particleSurname, d.inPlural} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if authorsElsewhere.MatchString(phrase) {
		return Speaker{}
	}
	if who := d.unnamed(phrase); who.Ok {
		return who
	}
	if who := d.spokesman(phrase); who.Ok {
		return who
	}
	for _, read := range []func(string) (Speaker, bool){
		d.inEnglish, d.inFront, d.byOffice, d.calledByOffice, d.calledByKind, d.calledByKindElsewhere, d.former,
	} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	phrase = d.apposed(d.shortBehalf(phrase))
	for _, read := range []func(string) (Speaker, bool){d.fromWithin, d.ofThemBefore, d.ofThemAfter, d.ours, d.atThenName} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if m := prose.InCharge.FindStringSubmatch(phrase); m != nil {
		if who := d.whoIs(m[2]); who.Ok && who.Name != "" && who.Title == "" {
			who.Title = m[1]
			return charged(who)
		}
	}
	phrase = d.commaBehindName(phrase)
	for _, read := range []func(string) (Speaker, bool){d.rankFirst, d.joinedOffice, d.overField, d.tradeFirst} {
		if who, ok := read(phrase); ok {
			return who
		}
	}
	if m := renowned.FindStringSubmatch(phrase); m != nil && d.English() && prose.LooksLikeName(m[2]) && !prose.IsOrganisation(m[2]) {
		return d.recall(Speaker{Name: m[2], Title: m[1], Ok: true})
	}
	if who, ok := d.nameLast(phrase); ok {
		return who
	}
	head, rest, _ := strings.Cut(phrase, ",")
	if who := d.firstNamed(head, rest); who.Ok {
		return d.recall(who)
	}
	for _, read := range []func(head, rest string) Speaker{
		d.officeAlone, d.tradeAlone, d.titleThenName, d.overThenName, d.owned, d.officeBefore, d.officeThenName, d.fieldThenName,
	} {
		if who := read(head, rest); who.Ok {
			return who
		}
	}
	who := d.named(head)
	if !who.Ok {
		who = d.afterTrade(head, rest)
	}
	if !who.Ok {
		who = d.firstNameAlone(head, rest)
	}
	if !who.Ok {
		return d.organisation(phrase)
	}
	d.addRest(&who, rest)
	return d.recall(who)
}

// privateTitles are no office of an organisation.
var privateTitles = prose.WordSet("resident native mother father parent survivor neighbor neighbour homeowner shopper fan voter")

// named reads the part of a phrase before its first comma: a name alone, with its
// title before it, or with an organisation on either side.
func (d *Copy) named(head string) Speaker {
	if who, ok := d.tradeElided(head); ok {
		return who
	}
	toks := prose.Tokens(head)
	if len(toks) > 1 && d.article(toks[0].Text) {
		toks = toks[1:]
	}
	if len(toks) == 0 || len(toks) > 16 || leadership[strings.ToLower(toks[0].Text)] {
		return Speaker{}
	}
	run := prose.CapitalRun(toks, 0)
	if run == 0 { // a title in lower case comes first
		i := 0
		for i < len(toks) && !toks[i].Capital {
			i++
		}
		for i+2 < len(toks) && prose.BehindOffice[strings.ToLower(toks[i].Text)] {
			i++ // "la delegata RSU Ana Ruiz"
		}
		title := head[toks[0].From:toks[i-1].To]
		if i == len(toks) || !d.IsTitle(title) && !d.trade(head, toks, i) || d.leadsOnTo(title) {
			return Speaker{}
		}
		if who := d.named(head[toks[i].From:]); who.Ok {
			if who.Title == "" {
				who.Title = title
			}
			return who
		}
		return d.surnamed(title, head[toks[i].From:])
	}
	words := toks[:run]
	if who, ok := d.arranged(head, toks, run); ok {
		return who
	}
	if run < len(toks) {
		if shorter, ok := alsoElse(head, toks, run); ok {
			return d.named(shorter)
		}
		next := toks[run].Text
		if both := run + 1 + prose.CapitalRun(toks[run+1:], 0); andOfTwo[next] && both == len(toks) && run >= 2 && both-run > 2 {
			who := d.person(head, words)
			who.Name += head[toks[run-1].To:toks[len(toks)-1].To]
			return who
		}
		after := head[toks[run].From:]
		if next == "of" && headsOf[strings.ToLower(toks[run-1].Text)] && run > 1 {
			return Speaker{} // "Harwell’s Chamber of Commerce"
		}
		if isPreposition(next, d.Base()) && !(prose.OrgTails[strings.ToLower(toks[run-1].Text)] && d.hasTitleAfter(toks[run:])) {
			who := d.person(head, words)
			if !who.Ok {
				return d.firstAndOrg(head, toks, run)
			}
			rest := afterPreposition(after, d.Base())
			org, _ := d.OrgRun(rest)
			if whole, _ := d.bodyOf(rest, org); whole != "" {
				org = whole
			}
			if d.german() && occasions.MatchString(org) {
				org = ""
			}
			if org != "" && who.Org == "" {
				who.Org = d.nominative(articleOf(after[:len(after)-len(rest)], rest), org)
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

func (d *Copy) hasTitleAfter(toks []prose.Token) bool {
	for _, t := range toks {
		if prose.TitleWords[prose.PlainWord(t.Text)] {
			return true
		}
	}
	return false
}

// lastOffice is which word of a run is the last that is an office, with another behind it: -1 for none.
func (d *Copy) lastOffice(run []prose.Token) int {
	last := -1
	for i, t := range run {
		w := strings.ToLower(strings.Trim(t.Text, ".,’'s"))
		if (prose.TitleWords[w] || prose.TitleWords[strings.ToLower(t.Text)] || d.officeNoun(w) || prose.TwoInOne(w)) &&
			!prose.Honorifics[strings.ToLower(t.Text)] && i < len(run)-1 {
			last = i
		}
	}
	return last
}

// person reads a run of capitals: a name, or an organisation, a title and a name.
func (d *Copy) person(s string, run []prose.Token) Speaker {
	last := d.lastOffice(run)
	who := Speaker{}
	names := run
	if last >= 0 {
		start := last
		if at := chiefAt(strings.Fields(s[run[0].From:run[last].To]), last); at >= 0 {
			start = at
		}
		for start > 0 && (prose.TitleModifiers[strings.ToLower(run[start-1].Text)] || prose.TitleWords[strings.ToLower(run[start-1].Text)] ||
			run[start-1].Text == "and" || run[start-1].Text == "&" || workInitials[run[start-1].Text]) {
			start--
		}
		start = d.pastField(s, run, start, last)
		for last+1 < len(run) && prose.BehindOffice[strings.ToLower(run[last+1].Text)] {
			last++
		}
		names = run[last+1:]
		begin, own := office(s, run, start, last)
		who.Title, who.Org = s[run[begin].From:run[last].To], own
		if start = begin; start > 0 && own == "" {
			if who.Org = trimPossessive(s[run[0].From:run[start-1].To]); prose.General[strings.ToLower(who.Org)] {
				who.Title, who.Org = s[run[0].From:run[last].To], ""
			}
			who = d.ofTownHall(who)
		}
	}
	who.Title, names = d.withField(s, run, last, trimName(names), who.Title)
	if len(names) == 0 {
		return Speaker{}
	}
	plain := names
	honour := lowerProfessor.MatchString(s[names[0].From:names[len(names)-1].To])
	if honour {
		plain = names[2:]
	}
	for len(plain) > 0 && prose.Honorifics[strings.ToLower(plain[0].Text)] {
		plain, honour = plain[1:], true
	}
	plain, names, who = shortened(plain, names, who)
	if len(plain) == 0 || len(plain) > 6 {
		return Speaker{}
	}
	if noPerson(plain, who.Title) {
		return Speaker{}
	}
	if prose.OfficeAlone(plain) || prose.Elided(plain[0].Text) != plain[0].Text || !plain[0].Capital ||
		prose.Opening[strings.ToLower(plain[0].Text)] {
		return Speaker{}
	}
	who.Name = strings.Trim(s[names[0].From:names[len(names)-1].To], ".,:;")
	if strings.HasSuffix(s[:names[len(names)-1].To], ".") && len(plain[len(plain)-1].Text) <= 3 {
		who.Name += "." // Jr., an initial
	}
	if len(plain) > 1 && honour && who.Title == "" {
		if known, ok := d.surnameOf(s[plain[0].From:plain[len(plain)-1].To]); ok {
			known.Ok = true
			return known
		}
	}
	if len(plain) == 1 {
		if known, ok := d.bySurname(plain[0].Text); ok {
			known.Ok, known.Title = true, cmp.Or(known.Title, who.Title)
			return known
		}
		who.Ok = honour || who.Title != ""
		return who
	}
	if who.Title == "" && (prose.OrgOnly(plain) || prose.Bodies[strings.ToLower(plain[0].Text)]) {
		return Speaker{}
	}
	who.Ok = true
	return who
}

// lowerProfessor is a professor of a lower rank, before a name.
var lowerProfessor = pattern.New(`^((?:Associate|Assistant|Adjunct|Visiting|Honorary) Professor) (\p{L}.*)$`)

// noPerson tells words that are nobody's name: an address, a firm, or whose something is.
func noPerson(words []prose.Token, title string) bool {
	for _, t := range words {
		owns := title == "" && len(words) > 1 && trimPossessive(t.Text) != t.Text && strings.HasSuffix(t.Text, "s")
		if owns || strings.ContainsAny(t.Text, "@/\\!0123456789") || strings.Contains(t.Text, "&") && t.Text != "&" {
			return true
		}
	}
	return len(words) > 1 && prose.CompanyWords[strings.ToLower(strings.Trim(words[len(words)-1].Text, ".,"))]
}

// trimName cuts letters after a name, and what cannot end one.
func trimName(run []prose.Token) []prose.Token {
	for len(run) > 2 {
		w := strings.Trim(run[len(run)-1].Text, ",;:()")
		if w == "II" || w == "III" || w == "IV" {
			break // of the name
		}
		if prose.Letters.MatchString(w) && w == strings.ToUpper(w) && len(w) > 1 || w == "PhD" || w == "Esq." {
			run = run[:len(run)-1]
			continue
		}
		break
	}
	for len(run) > 0 && prose.Particles[strings.ToLower(run[len(run)-1].Text)] && !run[len(run)-1].Capital {
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
