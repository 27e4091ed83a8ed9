package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *Copy) overThenName(head, rest string) Speaker {
	m := officeOver.FindStringSubmatch(head)
	if m == nil || !d.English() || !officeWordsOnly(m[1]) {
		return Speaker{}
	}
	name, _, _ := strings.Cut(rest, ",")
	name = ranked(Speaker{Name: bareName(name)}).Name
	if !prose.LooksLikeName(name) || prose.IsOrganisation(name) || d.IsTitle(name) {
		return Speaker{}
	}
	org, _ := d.OrgRun(m[2])
	inner := prose.Departments[strings.ToLower(prose.FirstWord(m[2]))]
	if inner && !prose.IsOrganisation(m[2]) && !d.namedTwice(m[2]) { // "Director of Policy"
		return Speaker{Name: name, Title: head, Ok: true}
	}
	if org != m[2] || isField(org) {
		return Speaker{}
	}
	whole := speaksForAll.MatchString(m[1]) && len(strings.Fields(org)) > 1 && !inner
	if !whole && !prose.IsOrganisation(org) && !d.actsAsOrg(org) && !d.namedTwice(org) {
		return Speaker{}
	}
	return Speaker{Name: name, Title: m[1], Org: org, Ok: true}
}

// officeWordsOnly tells an office of which each word is one of an office's, and the last an office
// that no public body has.
func officeWordsOnly(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	for _, w := range words {
		if !prose.TitleWords[w] && !prose.TitleModifiers[w] && w != "and" {
			return false
		}
	}
	last := words[len(words)-1]
	return prose.TitleWords[last] && (!prose.PublicOffices[last] || last == "secretary" || last == "treasurer") && !overFields.MatchString(s)
}

// ofUnions are offices of those who lead a union or an association, which no place has.
var ofUnions = pattern.New(`(?i)^(?:(?:deputy|assistant|acting) )?(?:(?:general|national) secretary|(?:director|secretary)[ -]general)$`)

// initialsWithin are the initials of an organisation in brackets, with an office behind them or nothing.
var initialsWithin = pattern.New(`^(.*\p{L}) \((\p{Lu}[\p{Lu}\d&-]{1,9})\)(?:$|(?:’s|'s)? (\p{L}.*))`)

// withoutInitials reads a phrase without such initials: "Marlow Skippers’ Association (MSA) President, Ana Ruiz".
func (d *Copy) withoutInitials(phrase string) (Speaker, bool) {
	m := initialsWithin.FindStringSubmatch(phrase)
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	who := d.one(strings.TrimSpace(m[1] + " " + m[3]))
	if m[3] == "" && (who.Name != "" || !prose.IsOrganisation(who.Org)) {
		return Speaker{}, false
	}
	if !who.Ok || who.Org == "" || who.Org == release.Unknown || !strings.HasSuffix(m[1], who.Org) {
		return Speaker{}, false
	}
	return who, true
}

// ownersTail are the words of an organisation's name that stand behind whose it is: of "Skippers’
// Association President" the "Association", and what is left of the office.
func ownersTail(office string) (tail, rest string) {
	words := strings.Fields(office)
	n := 0
	for n < len(words)-1 && prose.StartsUpper(words[n]) && !prose.TitleModifiers[strings.ToLower(words[n])] &&
		!prose.TitleWords[strings.ToLower(words[n])] {
		n++
	}
	if n == 0 || !prose.IsOrganisation(words[n-1]) {
		return "", office
	}
	return " " + strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// initialsFirst is an office in capitals behind the initials of an organisation: "MDU Acting
// President". They are its initials where the text has them elsewhere too.
func (d *Copy) initialsFirst(org, office string) bool {
	return d.English() && officeWordsOnly(office) && len(org) > 2 && !nations[org] && !workInitials[org] &&
		(strings.Count(d.Source, org) > 1 || d.initialsOf(org) || ofUnions.MatchString(office))
}

// workInitials are those of a field of work, which an office is over: "HR Director".
var workInitials = prose.WordSet("HR IT AI PR QA SEO GIS CRM CSR ESG EDI DEI HIV STEM HSE LGBT LGBTQ LGBTQ+")

// nations are initials of states, of which offices are public.
var nations = prose.WordSet("USA NSW NYC UAE ACT EEC FBI CIA DOJ")

// surnameOf finds somebody who is known by a name that ends with these words: "Mr Farrell Reed".
func (d *Copy) surnameOf(words string) (Speaker, bool) {
	for i := len(d.Known) - 1; i >= 0; i-- {
		if name := d.Known[i].Name; strings.HasSuffix(name, " "+words) && prose.TrimLetters(name) != words {
			return d.Known[i], true
		}
	}
	return Speaker{}, false
}

// withoutOffice is somebody whose name is sure, and whose office is too long to be one.
func (d *Copy) withoutOffice(who Speaker, phrase string) Speaker {
	name, _, _ := strings.Cut(phrase, ",")
	if name != who.Name || !prose.LooksLikeName(name) || prose.IsOrganisation(name) || sentenceSign.MatchString(who.Title) {
		return Speaker{}
	}
	who.Title = ""
	if !prose.IsOrganisation(who.Org) {
		who.Org = release.Unknown
	}
	return who
}

// tellsHowItIs is a verb in what stands between two names, which is no office then: "Neu dabei ist Kassenwart Jan Osten".
var tellsHowItIs = pattern.New(`(?:^|\s)(?:ist|sind|war|waren|wird|wurden?|hat|haben|is|zijn|wordt|werd)(?:\s|$)`)

// officeBetween reads an office in small letters between an organisation and a name: "River
// Alliance’s campaign director Ana Ruiz", "River Alliance campaigner Ana Ruiz".
func (d *Copy) officeBetween(head string, toks []prose.Token, run int) (Speaker, bool) {
	i := run
	for i < len(toks) && !(toks[i].Capital && (!prose.Particles[strings.ToLower(toks[i].Text)] &&
		d.IsTitle(head[toks[run].From:toks[i-1].To]))) {
		i++
	}
	if i == len(toks) {
		return Speaker{}, false
	}
	who := d.person(head, toks[i:i+prose.CapitalRun(toks[i:], 0)])
	org, office := head[toks[0].From:toks[run-1].To], head[toks[run].From:toks[i-1].To]
	if words := strings.Fields(org); ands[prose.FirstWord(office)] && who.Ok && officeFrom(words) < len(words) && officeFrom(words) > 0 {
		from := officeFrom(words) // "Tidewell’s CEO and founder Ana Ruiz"
		org, office = strings.Join(words[:from], " "), strings.Join(words[from:], " ")+" "+office
	} else if d.didTo(org, office) || !d.English() && tellsHowItIs.MatchString(office) {
		return Speaker{}, false
	}
	if first, ok := andMore(office); ok {
		return d.firstOfTwo(head[toks[i].From:], first, org), true
	}
	if !who.Ok {
		return Speaker{}, false
	}
	if d.leadsOnTo(office) {
		return Speaker{}, true // "Ana Ruiz chair of the Harbor Caucus" wants a comma
	}
	if prose.TitleModifiers[strings.ToLower(org)] && !d.English() {
		who.Title = org + " " + office // "Technisch directeur Jan de Wit"
		return who, true
	}
	org, office = orgBeforeTitle(org, office)
	who.Org, who.Title = d.ownerAlone(trimPossessive(org)), isNow.ReplaceAllString(office, "")
	if m := ownersField.FindStringSubmatch(who.Org); m != nil && d.English() && !prose.IsOrganisation(m[2]) {
		who.Org, who.Title = m[1], m[2]+" "+who.Title
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
func (d *Copy) ownerAlone(org string) string {
	bare, ok := strings.CutSuffix(org, "s")
	switch b := d.Base(); {
	case !ok || b != "sv" && b != "da" && b != "nb":
		return org
	case nordicOwner.MatchString(org) || d.has(bare):
		return bare
	}
	return release.Unknown
}
