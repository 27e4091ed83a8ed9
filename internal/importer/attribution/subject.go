package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// A sentence may be about somebody whom nobody has named before, and "she" behind it is that person,
// whoever spoke last.

// aboutSomebody is a sentence that begins with a name, perhaps with an office or a trade before it and
// more between commas behind it: "Local fisher Ana Ruiz, 61, is cautious."
var aboutSomebody = pattern.New(`^((?:\p{Lu}\p{Ll}+ )?(?:\p{Ll}[\p{L}-]* ){0,3})` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})((?:, (?:[^,.;:“”"]|\b(?:St|Mt|Ft|Jr|Sr|Dr|Co|Inc|No)\.){1,80}){0,2},)? ` +
	doesOrDid)

// doesOrDid is what somebody does whom a sentence is about.
const doesOrDid = `(?:(?:also|now|still|then|never|once|recently|later|already) )?` +
	`(?:is|had|said|will|would|can|could|cannot|(?:can|is|was|has|had|did|does|would|could)n[’']t|won[’']t|` +
	`\p{Ll}{2,}ed|\p{Ll}{2,}s|came|went|met|took|saw|knew|lost|won|bought|built|grew|ran|left|kept|taught|told|` +
	`wrote|spoke|began|became|felt|found|gave|made|thought|spent|stood|` +
	`led|held|` +
	`slept|cast|put|set|cut|hit|let|quit|woke|fell|paid|sold|sat|lay|caught|heard|rode|rose|sent|sought|stole|threw|understood|drove|sang|` +
	`fought|brought|swam|flew|drew|chose|wore)\b`

// officeBeforeSubject is a sentence that begins with an office and whose it is, before the name: "The director of the
// River Alliance, Ana Ruiz, met the port", "River Alliance CEO Ana Ruiz met the port".
var officeBeforeSubject = pattern.New(`^((?:The )?[^,.;:“”"]{3,100}),? (\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+),? ` + doesOrDid)

// past are words for an office that somebody had.
var past = pattern.New(`(?i)\b(?:old|former|past|previous|late|retired|outgoing|ex)\b`)

// officeIsSubject is whom a sentence is about that begins so, where office and organisation are sure.
func (d *Copy) officeIsSubject(sentence string) (Speaker, bool) {
	m := officeBeforeSubject.FindStringSubmatch(sentence)
	if m == nil || past.MatchString(m[1]) || !d.aPerson(m[2], m[1]+", "+m[2]) {
		return Speaker{}, false
	}
	for _, phrase := range []string{m[1] + ", " + m[2], m[1] + " " + m[2]} {
		if who := d.Parse(phrase); who.Ok && who.Name == m[2] && d.IsTitle(who.Title) && prose.IsOrganisation(who.Org) {
			return d.doubt(who, phrase), true
		}
	}
	return Speaker{}, false
}

// betweenDashes is what is told of somebody there.
var betweenDashes = pattern.New(` [–—] (\p{Ll}[^–—.:;“”"]{3,120}) [–—]`)

// newSubject is whom the sentence right before words in marks is about, where that is somebody who has
// not spoken.
func (d *Copy) newSubject() (Speaker, bool) {
	text := d.sinceTold()
	if text == "" || !d.English() {
		return Speaker{}, false
	}
	from := prose.LastSentence(text, d.Cat)
	if last := text[from:]; d.isPronoun(last) && prose.WordsIn(last) < 4 || viewOfOne.MatchString(last) { // "She said:"
		text = strings.TrimSpace(text[:from])
		from = prose.LastSentence(text, d.Cat)
	}
	sentence := betweenDashes.ReplaceAllString(text[from:], ", $1,")
	if on := tellsOf.FindStringSubmatchIndex(sentence); on != nil {
		sentence = sentence[on[2]:]
	}
	sentence = d.unstyled(sentence)
	for _, read := range []func(string) (Speaker, bool){d.officeIsSubject, d.aboutOne, d.forOrAged} {
		if who, ok := read(sentence); ok {
			return who, true
		}
	}
	return d.actsOrIs(sentence)
}

// lineAbove is a short line without a stop, as a heading is, before another line.
var lineAbove = pattern.New(`((?:^|\n)\p{Lu}[^\n.!?:;,“”"]{2,50})\n+(\p{Lu})`)

// sinceTold is what stands since the last quote, a heading apart from the sentence below it.
func (d *Copy) sinceTold() string {
	return strings.TrimSpace(strings.ReplaceAll(lineAbove.ReplaceAllString(d.since, "$1. $2"), "\n", " "))
}

// viewOfOne leads to words as somebody's who was named before.
var viewOfOne = pattern.New(`^(?:According to|In the words of) (?:him|her|them),?$`)

// aboutOne is whom a sentence is about that begins with the name, or a trade before it.
func (d *Copy) aboutOne(sentence string) (Speaker, bool) {
	m := aboutSomebody.FindStringSubmatch(sentence)
	if m == nil || d.isPronoun(m[1]) {
		return Speaker{}, false
	}
	if first := strings.ToLower(prose.FirstWord(m[2])); !d.aPerson(m[2]) || prose.Ranks[first] {
		first, rest, _ := strings.Cut(m[2], " ") // "Patient Ana Ruiz"
		lower := strings.ToLower(first)
		if !d.IsTitle(first) && !privateTitles[lower] && !prose.Ranks[prose.PlainWord(first)] || !d.aPerson(rest) {
			return Speaker{}, false
		}
		m[1], m[2] = m[1]+first+" ", rest
	}
	for _, phrase := range []string{m[1] + m[2] + m[3], m[2]} {
		if who := d.Parse(phrase); who.Ok && who.Name == m[2] {
			if who.Org == "" {
				who.Org = release.Unknown
				who.Unsure = namesNoOrg
			}
			return who, true
		}
	}
	return Speaker{}, false
}

var (
	// openingClause is when or where something is said, before whom the sentence is about: "Welcoming the news,".
	openingClause = pattern.New(`^(?:(?:While |When )?\p{L}+ing|In|At|On|For|After|With|Before|Meanwhile|Also|` +
		`Earlier|Later|Today|Yesterday|Asked)(?: [^,.;:“”"]{2,80})?, `)
	// actingSubject is a sentence with somebody's name before its verb, the office before or behind it.
	actingSubject = pattern.New(`^((?:[^.;:“”"()]{3,140}?,? )??)` +
		`((?:(?:Dr|Mr|Mrs|Ms|Prof|Cr|Cllr|Rev|Sir|Dame|Barr|Engr|Hajiya|Alhaji|Chief|Oba)\.? )*)` +
		`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})` +
		`((?: (?:of|from|at|with) (?:the )?\p{Lu}[^,.;:“”"]{2,60}?)?(?:(?:, [^.;:“”"]{1,160}?)?,)?)` +
		`(?: (?:on (?:\p{Lu}\p{Ll}+day|\d\d? \p{Lu}\p{Ll}+)|today|yesterday|this week|last week))? ` + doesOrDid)
)

// calledWhat is what somebody is, in small letters, before the name between commas: "Marlow’s top health official, Ana
// Ruiz, met the port".
var calledWhat = pattern.New(`^(?:(?:[Tt]he|[Oo]ne|\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2}(?:’s|'s)) )(?:\p{Ll}[\p{L}-]* ){0,4}` +
	`\p{Ll}*(?:er|or|ist|ian|ant|man|woman|official|expert|chief|boss|head|veteran|star|mum|dad), $`)

// actsOrIs is whom a sentence is about that has more before the name, or behind it: "Also speaking, the director of the
// River Alliance, Mr. Tom Reed, said that it was time."
func (d *Copy) actsOrIs(sentence string) (Speaker, bool) {
	sentence = sentence[len(openingClause.FindString(sentence)):]
	if who, ok := d.officeIsSubject(sentence); ok {
		return who, true
	}
	if at := strings.IndexAny(sentence, prose.Openers); at >= 0 {
		sentence = sentence[:at] // words of theirs in marks, within it
	}
	m := actingSubject.FindStringSubmatch(sentence)
	if m == nil || !d.aPerson(m[3]) || d.isPronoun(m[1]) || past.MatchString(m[1]) {
		return Speaker{}, false
	}
	if m[1] != "" && !d.IsTitle(m[1]) {
		if between := calledWhat.MatchString(m[1]) && m[4] == ","; !between || !d.English() {
			return Speaker{}, false
		}
		return Speaker{Name: m[3], Org: release.Unknown, Ok: true, Unsure: namesNoOrg}, true
	}
	if m[1] == "" && m[4] == "" && !d.isVerb(prose.LastWord(m[0])) {
		return Speaker{}, false // "On the quay, Tom Reed met others": it may be whoever spoke last who goes on
	}
	office := strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(m[1], "the "), "The "), ", ")
	for _, phrase := range []string{m[1] + m[2] + m[3] + m[4], m[3] + ", " + office, m[3] + m[4]} {
		who := d.Parse(strings.TrimRight(phrase, ", "))
		if !who.Ok || trimHonours(who.Name) != m[3] || office != "" && who.Title == "" {
			continue
		}
		if who.Org == "" && !d.speaksForIssuer(who) {
			who.Org, who.Unsure = release.Unknown, namesNoOrg
		}
		return d.doubt(who, phrase), true
	}
	return Speaker{}, false
}

// bySurnameAlone is a sentence about somebody who is called by the surname alone.
var bySurnameAlone = pattern.New(`^(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Cr|Cllr)\.? )?(\p{Lu}\p{Ll}[\p{L}’'-]+)` +
	`(?:, (?:who|whose|a|an|the|\d+)\b[^.;:“”"]{0,120}?,)? ` + doesOrDid)

// calledBySurname is whom the sentence right before words calls so, where that is another than who spoke last.
func (d *Copy) calledBySurname(last string) (Speaker, bool) {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	sentence := text[prose.LastSentence(text, d.Cat):]
	m := bySurnameAlone.FindStringSubmatch(sentence[len(openingClause.FindString(sentence)):])
	if m == nil || !d.English() || prose.LastWord(last) == m[1] || prose.FirstWord(last) == m[1] ||
		prose.SentenceOpening[strings.ToLower(m[1])] {
		return Speaker{}, false
	}
	for _, k := range d.Known {
		if other := prose.LastWord(k.Name); other != m[1] && prose.WordIn(sentence, other) {
			return Speaker{}, false // "Ruiz has known Reed for years": either
		}
	}
	who, _ := d.bySurname(m[1])
	return who, prose.LastWord(who.Name) == m[1] && strings.Contains(who.Name, " ")
}

// aPerson tells a name that may be somebody's, and is of no place, office or organisation. What is left out does not
// count for a place.
func (d *Copy) aPerson(name string, without ...string) bool {
	first := strings.ToLower(prose.FirstWord(name))
	return prose.LooksLikeName(name) && !prose.IsOrganisation(name) && !d.IsTitle(name) && !prose.Opening[first] &&
		!prose.SentenceOpening[first] && !prose.Leading[first] &&
		!prose.General[first] && !behindName[first] && !privateTitles[first] && !d.standsAsPlace(name, without...) && !d.namedAsOrg(name)
}

// mentioned is a run of capitals within a sentence or at its beginning, with the word before it.
var mentioned = pattern.New(`(^|\S+) ?(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})((?:[,.]| \p{Ll})|$)`)

// soDid says of another that they did the same.
var soDid = pattern.New(`\b(?:[Ss]o|[Nn]or|[Nn]either) (?:did|does|do|was|is|are|has|had|will|would|can|could) (?:\p{Lu}\p{L}+ )*` +
	`(\p{Lu}[\p{L}’'-]+)[.,;]`)

// anotherMentioned tells that somebody else may be meant by "she" than who spoke last: another name
// stands since then where people's stand, and not behind a preposition or an article.
func (d *Copy) anotherMentioned(name string) bool {
	if !d.English() {
		return d.anotherBegins(name)
	}
	if m := soDid.FindStringSubmatch(d.since); m != nil && m[1] != prose.LastWord(name) && m[1] != prose.FirstWord(name) {
		return true
	}
	for _, m := range mentioned.FindAllStringSubmatch(d.since, prose.MostFound) {
		before := strings.ToLower(strings.Trim(m[1], ",;:()“”\""))
		if strings.HasSuffix(m[2], " "+prose.LastWord(name)) || !d.aPerson(m[2]) || prose.StartsUpper(m[1]) && !strings.HasSuffix(m[1], ".") {
			continue
		}
		if !isPreposition(before, "en") && !prose.OrgConnectors[before] && !prose.Leading[before] && !behindName[before] {
			return true
		}
	}
	return false
}
