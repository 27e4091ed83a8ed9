package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Unions, campaigns and councils name their officers in ways of their own: with the office and
// what it is over before the name, and with the initials of the organisation between.

// officeOver is an office in capitals with what it is over: "Deputy Chair of Harbour Rights Watch".
var officeOver = pattern.New(`^(?:[Tt]he )?((?:\p{L}[\p{L}-]+ ){0,4}\p{L}[\p{L}-]+) (?:of|for|at) (?:the )?(\p{Lu}.*)`)

// speaksForAll are offices of which what stands behind "of" is the whole for which somebody speaks.
var speaksForAll = pattern.New(`(?i)(?:^|\s)(?:chair(?:man|woman|person)?|co-chair|president|founder|co-founder|convenor|convener|` +
	`general secretary|spokes\p{L}+|campaigner|leader|chief executive|ceo)$`)

// overThenName reads such an office with the name behind a comma: "Deputy Chair of Harbour Rights
// Watch, Dr Owen Farrell".
func (d *draft) overThenName(head, rest string) speaker {
	m := officeOver.FindStringSubmatch(head)
	if m == nil || !d.english() || !officeWordsOnly(m[1]) {
		return speaker{}
	}
	name, _, _ := strings.Cut(rest, ",")
	name = ranked(speaker{name: bareName(name)}).name
	if !looksLikeName(name) || isOrganisation(name) || d.isTitle(name) {
		return speaker{}
	}
	org, _ := d.orgRun(m[2])
	inner := departments[strings.ToLower(firstWord(m[2]))]
	if inner && !isOrganisation(m[2]) && !d.namedTwice(m[2]) { // "Director of Policy"
		return speaker{name: name, title: head, ok: true}
	}
	if org != m[2] || isField(org) {
		return speaker{}
	}
	whole := speaksForAll.MatchString(m[1]) && len(strings.Fields(org)) > 1 && !inner
	if !whole && !isOrganisation(org) && !d.actsAsOrg(org) && !d.namedTwice(org) {
		return speaker{}
	}
	return speaker{name: name, title: m[1], org: org, ok: true}
}

// officeWordsOnly tells an office of which each word is one of an office's, and the last an office
// that no public body has.
func officeWordsOnly(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	for _, w := range words {
		if !titleWords[w] && !titleModifiers[w] && w != "and" {
			return false
		}
	}
	last := words[len(words)-1]
	return titleWords[last] && (!publicOffices[last] || last == "secretary" || last == "treasurer") && !overFields.MatchString(s)
}

// ofUnions are offices of those who lead a union or an association, which no place has.
var ofUnions = pattern.New(`(?i)^(?:(?:deputy|assistant|acting) )?(?:(?:general|national) secretary|(?:director|secretary)[ -]general)$`)

// initialsWithin are the initials of an organisation in brackets, with an office behind them or nothing.
var initialsWithin = pattern.New(`^(.*\p{L}) \((\p{Lu}[\p{Lu}\d&-]{1,9})\)(?:$|(?:’s|'s)? (\p{L}.*))`)

// withoutInitials reads a phrase without such initials: "Marlow Skippers’ Association (MSA) President, Ana Ruiz".
func (d *draft) withoutInitials(phrase string) (speaker, bool) {
	m := initialsWithin.FindStringSubmatch(phrase)
	if m == nil || !d.english() {
		return speaker{}, false
	}
	who := d.one(strings.TrimSpace(m[1] + " " + m[3]))
	if m[3] == "" && (who.name != "" || !isOrganisation(who.org)) {
		return speaker{}, false
	}
	if !who.ok || who.org == "" || who.org == release.Unknown || !strings.HasSuffix(m[1], who.org) {
		return speaker{}, false
	}
	return who, true
}

// ownersTail are the words of an organisation's name that stand behind whose it is: of "Skippers’
// Association President" the "Association", and what is left of the office.
func ownersTail(office string) (tail, rest string) {
	words := strings.Fields(office)
	n := 0
	for n < len(words)-1 && startsUpper(words[n]) && !titleModifiers[strings.ToLower(words[n])] && !titleWords[strings.ToLower(words[n])] {
		n++
	}
	if n == 0 || !isOrganisation(words[n-1]) {
		return "", office
	}
	return " " + strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// initialsFirst is an office in capitals behind the initials of an organisation: "MDU Acting
// President". They are its initials where the text has them elsewhere too.
func (d *draft) initialsFirst(org, office string) bool {
	return d.english() && officeWordsOnly(office) && len(org) > 2 && !nations[org] && !workInitials[org] &&
		(strings.Count(d.source, org) > 1 || d.initialsOf(org) || ofUnions.MatchString(office))
}

// workInitials are those of a field of work, which an office is over: "HR Director".
var workInitials = wordSet("HR IT AI PR QA SEO GIS CRM CSR ESG EDI DEI HIV STEM HSE LGBT LGBTQ LGBTQ+")

// nations are initials of states, of which offices are public.
var nations = wordSet("USA NSW NYC UAE ACT EEC FBI CIA DOJ")

// surnameOf finds somebody who is known by a name that ends with these words: "Mr Farrell Reed".
func (d *draft) surnameOf(words string) (speaker, bool) {
	for i := len(d.known) - 1; i >= 0; i-- {
		if name := d.known[i].name; strings.HasSuffix(name, " "+words) && trimLetters(name) != words {
			return d.known[i], true
		}
	}
	return speaker{}, false
}

// withoutOffice is somebody whose name is sure, and whose office is too long to be one.
func (d *draft) withoutOffice(who speaker, phrase string) speaker {
	name, _, _ := strings.Cut(phrase, ",")
	if name != who.name || !looksLikeName(name) || isOrganisation(name) || sentenceSign.MatchString(who.title) {
		return speaker{}
	}
	who.title = ""
	if !isOrganisation(who.org) {
		who.org = release.Unknown
	}
	return who
}

// tellsHowItIs is a verb in what stands between two names, which is no office then: "Neu dabei ist Kassenwart Jan Osten".
var tellsHowItIs = pattern.New(`(?:^|\s)(?:ist|sind|war|waren|wird|wurden?|hat|haben|is|zijn|wordt|werd)(?:\s|$)`)

// officeBetween reads an office in small letters between an organisation and a name: "River
// Alliance’s campaign director Ana Ruiz", "River Alliance campaigner Ana Ruiz".
func (d *draft) officeBetween(head string, toks []token, run int) (speaker, bool) {
	i := run
	for i < len(toks) && !(toks[i].capital && (!particles[strings.ToLower(toks[i].text)] &&
		d.isTitle(head[toks[run].from:toks[i-1].to]))) {
		i++
	}
	if i == len(toks) {
		return speaker{}, false
	}
	who := d.person(head, toks[i:i+capitalRun(toks[i:], 0)])
	org, office := head[toks[0].from:toks[run-1].to], head[toks[run].from:toks[i-1].to]
	if words := strings.Fields(org); ands[firstWord(office)] && who.ok && officeFrom(words) < len(words) && officeFrom(words) > 0 {
		from := officeFrom(words) // "Tidewell’s CEO and founder Ana Ruiz"
		org, office = strings.Join(words[:from], " "), strings.Join(words[from:], " ")+" "+office
	} else if d.didTo(org, office) || !d.english() && tellsHowItIs.MatchString(office) {
		return speaker{}, false
	}
	if first, ok := andMore(office); ok {
		return d.firstOfTwo(head[toks[i].from:], first, org), true
	}
	if !who.ok {
		return speaker{}, false
	}
	if d.leadsOnTo(office) {
		return speaker{}, true // "Ana Ruiz chair of the Harbor Caucus" wants a comma
	}
	if titleModifiers[strings.ToLower(org)] && !d.english() {
		who.title = org + " " + office // "Technisch directeur Jan de Wit"
		return who, true
	}
	org, office = orgBeforeTitle(org, office)
	who.org, who.title = d.ownerAlone(trimPossessive(org)), isNow.ReplaceAllString(office, "")
	if m := ownersField.FindStringSubmatch(who.org); m != nil && d.english() && !isOrganisation(m[2]) {
		who.org, who.title = m[1], m[2]+" "+who.title
	}
	return who, true
}

// ownersField is an organisation with what one of its offices is over behind it: "Harbor Party’s Health" of
// "Harbor Party’s Health spokesman".
var ownersField = pattern.New(`^(.*\p{L})(?:’s|'s) (\p{Lu}[\p{L}-]*(?: (?:and |& )?\p{Lu}[\p{L}-]*){0,2})$`)

// isNow ends what stands before a name in a sentence: "Tidewell’s president is Ana Ruiz".
var isNow = pattern.New(` (?:is|was|remains)$`)

// nordicOwner is a name in the definite form with the ending of an owner: "Strandföreningens".
var nordicOwner = pattern.New(`(?:en|et|an|na|ne)s$`)

// ownerAlone is an owner as the name is printed, in the languages whose owners end with a letter alone.
func (d *draft) ownerAlone(org string) string {
	bare, ok := strings.CutSuffix(org, "s")
	switch b := d.base(); {
	case !ok || b != "sv" && b != "da" && b != "nb":
		return org
	case nordicOwner.MatchString(org) || d.has(bare):
		return bare
	}
	return release.Unknown
}
