package importer

import (
	"strings"

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
func (d *draft) officeIsSubject(sentence string) (speaker, bool) {
	m := officeBeforeSubject.FindStringSubmatch(sentence)
	if m == nil || past.MatchString(m[1]) || !d.aPerson(m[2], m[1]+", "+m[2]) {
		return speaker{}, false
	}
	for _, phrase := range []string{m[1] + ", " + m[2], m[1] + " " + m[2]} {
		if who := d.parse(phrase); who.ok && who.name == m[2] && d.isTitle(who.title) && isOrganisation(who.org) {
			return d.doubt(who, phrase), true
		}
	}
	return speaker{}, false
}

// betweenDashes is what is told of somebody there.
var betweenDashes = pattern.New(` [–—] (\p{Ll}[^–—.:;“”"]{3,120}) [–—]`)

// newSubject is whom the sentence right before words in marks is about, where that is somebody who has
// not spoken.
func (d *draft) newSubject() (speaker, bool) {
	text := d.sinceTold()
	if text == "" || !d.english() {
		return speaker{}, false
	}
	from := lastSentence(text, d.cat)
	if last := text[from:]; d.isPronoun(last) && wordsIn(last) < 4 || viewOfOne.MatchString(last) { // "She said:"
		text = strings.TrimSpace(text[:from])
		from = lastSentence(text, d.cat)
	}
	sentence := betweenDashes.ReplaceAllString(text[from:], ", $1,")
	if on := tellsOf.FindStringSubmatchIndex(sentence); on != nil {
		sentence = sentence[on[2]:]
	}
	sentence = d.unstyled(sentence)
	for _, read := range []func(string) (speaker, bool){d.officeIsSubject, d.aboutOne, d.forOrAged} {
		if who, ok := read(sentence); ok {
			return who, true
		}
	}
	return d.actsOrIs(sentence)
}

// lineAbove is a short line without a stop, as a heading is, before another line.
var lineAbove = pattern.New(`((?:^|\n)\p{Lu}[^\n.!?:;,“”"]{2,50})\n+(\p{Lu})`)

// sinceTold is what stands since the last quote, a heading apart from the sentence below it.
func (d *draft) sinceTold() string {
	return strings.TrimSpace(strings.ReplaceAll(lineAbove.ReplaceAllString(d.since, "$1. $2"), "\n", " "))
}

// viewOfOne leads to words as somebody's who was named before.
var viewOfOne = pattern.New(`^(?:According to|In the words of) (?:him|her|them),?$`)

// aboutOne is whom a sentence is about that begins with the name, or a trade before it.
func (d *draft) aboutOne(sentence string) (speaker, bool) {
	m := aboutSomebody.FindStringSubmatch(sentence)
	if m == nil || d.isPronoun(m[1]) {
		return speaker{}, false
	}
	if first := strings.ToLower(firstWord(m[2])); !d.aPerson(m[2]) || ranks[first] {
		first, rest, _ := strings.Cut(m[2], " ") // "Patient Ana Ruiz"
		lower := strings.ToLower(first)
		if !d.isTitle(first) && !privateTitles[lower] && !ranks[plainWord(first)] || !d.aPerson(rest) {
			return speaker{}, false
		}
		m[1], m[2] = m[1]+first+" ", rest
	}
	for _, phrase := range []string{m[1] + m[2] + m[3], m[2]} {
		if who := d.parse(phrase); who.ok && who.name == m[2] {
			if who.org == "" {
				who.org = release.Unknown
				who.unsure = namesNoOrg
			}
			return who, true
		}
	}
	return speaker{}, false
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
func (d *draft) actsOrIs(sentence string) (speaker, bool) {
	sentence = sentence[len(openingClause.FindString(sentence)):]
	if who, ok := d.officeIsSubject(sentence); ok {
		return who, true
	}
	if at := strings.IndexAny(sentence, openers); at >= 0 {
		sentence = sentence[:at] // words of theirs in marks, within it
	}
	m := actingSubject.FindStringSubmatch(sentence)
	if m == nil || !d.aPerson(m[3]) || d.isPronoun(m[1]) || past.MatchString(m[1]) {
		return speaker{}, false
	}
	if m[1] != "" && !d.isTitle(m[1]) {
		if between := calledWhat.MatchString(m[1]) && m[4] == ","; !between || !d.english() {
			return speaker{}, false
		}
		return speaker{name: m[3], org: release.Unknown, ok: true, unsure: namesNoOrg}, true
	}
	if m[1] == "" && m[4] == "" && !d.isVerb(lastWord(m[0])) {
		return speaker{}, false // "On the quay, Tom Reed met others": it may be whoever spoke last who goes on
	}
	office := strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(m[1], "the "), "The "), ", ")
	for _, phrase := range []string{m[1] + m[2] + m[3] + m[4], m[3] + ", " + office, m[3] + m[4]} {
		who := d.parse(strings.TrimRight(phrase, ", "))
		if !who.ok || trimHonours(who.name) != m[3] || office != "" && who.title == "" {
			continue
		}
		if who.org == "" && !d.speaksForIssuer(who) {
			who.org, who.unsure = release.Unknown, namesNoOrg
		}
		return d.doubt(who, phrase), true
	}
	return speaker{}, false
}

// bySurnameAlone is a sentence about somebody who is called by the surname alone.
var bySurnameAlone = pattern.New(`^(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Cr|Cllr)\.? )?(\p{Lu}\p{Ll}[\p{L}’'-]+)` +
	`(?:, (?:who|whose|a|an|the|\d+)\b[^.;:“”"]{0,120}?,)? ` + doesOrDid)

// calledBySurname is whom the sentence right before words calls so, where that is another than who spoke last.
func (d *draft) calledBySurname(last string) (speaker, bool) {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	sentence := text[lastSentence(text, d.cat):]
	m := bySurnameAlone.FindStringSubmatch(sentence[len(openingClause.FindString(sentence)):])
	if m == nil || !d.english() || lastWord(last) == m[1] || firstWord(last) == m[1] || sentenceOpening[strings.ToLower(m[1])] {
		return speaker{}, false
	}
	for _, k := range d.known {
		if other := lastWord(k.name); other != m[1] && wordIn(sentence, other) {
			return speaker{}, false // "Ruiz has known Reed for years": either
		}
	}
	who, _ := d.bySurname(m[1])
	return who, lastWord(who.name) == m[1] && strings.Contains(who.name, " ")
}

// aPerson tells a name that may be somebody's, and is of no place, office or organisation. What is left out does not
// count for a place.
func (d *draft) aPerson(name string, without ...string) bool {
	first := strings.ToLower(firstWord(name))
	return looksLikeName(name) && !isOrganisation(name) && !d.isTitle(name) && !opening[first] && !sentenceOpening[first] && !leading[first] &&
		!general[first] && !behindName[first] && !privateTitles[first] && !d.standsAsPlace(name, without...) && !d.namedAsOrg(name)
}

// mentioned is a run of capitals within a sentence or at its beginning, with the word before it.
var mentioned = pattern.New(`(^|\S+) ?(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})((?:[,.]| \p{Ll})|$)`)

// soDid says of another that they did the same.
var soDid = pattern.New(`\b(?:[Ss]o|[Nn]or|[Nn]either) (?:did|does|do|was|is|are|has|had|will|would|can|could) (?:\p{Lu}\p{L}+ )*` +
	`(\p{Lu}[\p{L}’'-]+)[.,;]`)

// anotherMentioned tells that somebody else may be meant by "she" than who spoke last: another name
// stands since then where people's stand, and not behind a preposition or an article.
func (d *draft) anotherMentioned(name string) bool {
	if !d.english() {
		return d.anotherBegins(name)
	}
	if m := soDid.FindStringSubmatch(d.since); m != nil && m[1] != lastWord(name) && m[1] != firstWord(name) {
		return true
	}
	for _, m := range mentioned.FindAllStringSubmatch(d.since, mostFound) {
		before := strings.ToLower(strings.Trim(m[1], ",;:()“”\""))
		if strings.HasSuffix(m[2], " "+lastWord(name)) || !d.aPerson(m[2]) || startsUpper(m[1]) && !strings.HasSuffix(m[1], ".") {
			continue
		}
		if !isPreposition(before, "en") && !orgConnectors[before] && !leading[before] && !behindName[before] {
			return true
		}
	}
	return false
}
