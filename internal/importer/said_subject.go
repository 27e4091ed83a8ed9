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
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})((?:, [^,.;:“”"]{1,80}){0,2},)? ` +
	doesOrDid)

// doesOrDid is what somebody does whom a sentence is about.
const doesOrDid = `(?:(?:also|now|still|then|never|once|recently|later|already) )?` +
	`(?:is|was|has|had|says|said|\p{Ll}{2,}ed|\p{Ll}{2,}s|came|went|met|took|saw|knew|lost|won|bought|built|grew|ran|left|kept|taught|told|` +
	`wrote|spoke|began|became|felt|found|gave|made|thought)\b`

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
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	if text == "" || !d.english() {
		return speaker{}, false
	}
	sentence := betweenDashes.ReplaceAllString(text[lastSentence(text, d.cat):], ", $1,")
	if on := tellsOf.FindStringSubmatchIndex(sentence); on != nil {
		sentence = sentence[on[2]:]
	}
	if who, ok := d.officeIsSubject(sentence); ok {
		return who, true
	}
	m := aboutSomebody.FindStringSubmatch(sentence)
	if m == nil || d.isPronoun(m[1]) {
		return speaker{}, false
	}
	if !d.aPerson(m[2]) {
		first, rest, _ := strings.Cut(m[2], " ") // "Patient Ana Ruiz"
		if m[1] != "" || !d.isTitle(first) && !privateTitles[strings.ToLower(first)] || !d.aPerson(rest) {
			return speaker{}, false
		}
		m[1], m[2] = first+" ", rest
	}
	for _, phrase := range []string{m[1] + m[2] + m[3], m[2]} {
		if who := d.parse(phrase); who.ok && who.name == m[2] {
			if who.org == "" {
				who.org = release.Unknown
				who.unsure = "the text names no organisation for this speaker; write it instead of the ?"
			}
			return who, true
		}
	}
	return speaker{}, false
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
		if m[2] == name || strings.HasSuffix(m[2], " "+lastWord(name)) || !d.aPerson(m[2]) || startsUpper(m[1]) && !strings.HasSuffix(m[1], ".") {
			continue
		}
		if !isPreposition(before, "en") && !orgConnectors[before] && !leading[before] && !behindName[before] {
			return true
		}
	}
	return false
}
