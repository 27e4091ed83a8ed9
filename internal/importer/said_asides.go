package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Clauses of other languages than English have words between their verb and who speaks, or about them.

// alsoIs stands before what somebody is besides: "également maire de Marlow".
var alsoIs = pattern.New(`^(?:également|aussi|auch|zugleich|también|anche|também|tevens|også|även) `)

// asideBehind is what stands between commas behind the beginning of a clause, in small letters.
const asideBehind = `,\s(?:\p{Ll}[^,.:;“”"«»\p{Lu}]{2,40}),\s+`

// withoutAside takes that off a clause: "a déclaré, à cette occasion, Ana Ruiz", "a, en effet, réagi Ana Ruiz".
func (d *draft) withoutAside(s string) string {
	if d.base() == "en" {
		return s
	}
	if m := betweenVerb.FindStringSubmatch(s); m != nil && d.base() == "fr" {
		return m[1] + " " + m[2]
	}
	if m := d.phrasing(`^((?i:{verb}))` + asideBehind + `(\S.*)$`).FindStringSubmatch(s); m != nil {
		return m[1] + " " + m[2]
	}
	return s
}

var betweenVerb = pattern.New(`^(a|ont)` + asideBehind + `(\p{Ll}.*)$`)

// byMeans is how somebody does what is told of them, behind their office.
var byMeans = pattern.New(`,? (?:a través de|mediante|por medio de|à travers|par le biais d|tramite|attraverso|através d|por meio d).*$`)

// withTheseWords begins a sentence behind words that tells what somebody does with them.
var withTheseWords = pattern.New(`^(?:Con queste parole|Con estas palabras|Com estas palavras|Par ces mots|` +
	`Mit diesen Worten|Met deze woorden),? (.*)$`)

// theirOwn has a pronoun that means no firm, which is "elle" mostly.
var theirOwn = pattern.New(`-il(?:\s|$|,)`)

// justNamed is whom the sentence before names as its subject, or as who says it, where nobody else is sure: who is meant
// otherwise.
func (d *draft) justNamed(who speaker) speaker {
	text := strings.TrimSpace(d.since)
	if text == "" || longPara(text) {
		return who
	}
	sentence := text[lastSentence(text, d.cat):]
	if at := strings.LastIndexByte(sentence, '\n'); at >= 0 {
		sentence = sentence[at+1:]
	}
	name := ""
	if m := subjectNamed.FindStringSubmatch(sentence); m != nil && m[1] == "" && !d.severalNamed(sentence[len(m[0]):], m[2]) {
		name = m[2]
	} else if m := d.phrasing(`,\s(?:{verb})\s(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})\.?$`).FindStringSubmatch(sentence); m != nil {
		name = m[1]
	}
	if !looksLikeName(name) || hasOpening(sentence) || isOrganisation(name) || d.isTitle(name) || d.isPlace(name) ||
		d.namedAsOrg(name) || d.issues(name) {
		return who
	}
	return d.recall(speaker{name: name, ok: true})
}

// verbAlone is a sentence with a verb of saying and nobody who says it, before words.
const verbAlone = `^(?:\p{Lu}[^,“”"«»:]{3,40}, )?(?i:(?:y |e )?(?:también |además |asimismo |anche |inoltre |poi |também |` +
	`ainda )?(?:{verb}))$`

// unsaidLead is who is meant by one.
func (d *draft) unsaidLead(s string) (speaker, bool) {
	if b := d.base(); b != "es" && b != "pt" && b != "it" || !d.phrasing(verbAlone).MatchString(s) {
		return speaker{}, false
	}
	who := d.meant()
	return who, who.ok && who.name != ""
}

// addressed is how somebody is addressed, behind an article that is joined to it: "l’Ing. Marco Riva".
var addressed = pattern.New(`^(?:l[’']|il |la )((?i:ing|avv|arch|on|dott|prof|geom)\.)`)

// minded is how somebody is minded, about whose name it stands in German: "ist Ana Ruiz überzeugt".
var minded = pattern.New(`^(?:ist|war|zeigt sich|zeigte sich|gibt sich|gab sich) (?:auch )?(\p{L}[^“”„"]*?) ` +
	`(?:(?:sehr|mehr als|fest) )?(?:überzeugt|sicher|zuversichtlich|optimistisch|erfreut|begeistert|stolz|enttäuscht|zufrieden|` +
	`dankbar|erleichtert|besorgt|verärgert|empört|beeindruckt|gespannt)$`)

// isMinded reads that.
func (d *draft) isMinded(s string) speaker {
	m := minded.FindStringSubmatch(s)
	if m == nil || d.base() != "de" {
		return speaker{}
	}
	return d.parse(m[1])
}

// thenOffice is a name with an article and an office behind it, and no comma.
var thenOffice = pattern.New(`^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}) ((?:le|la|el|il|lo|o|a|der|die) \p{L}.*|l[’']\p{Ll}.*)$`)

// apposed gives it one: "Ana Ruiz la présidente de la Ligue des marins".
func (d *draft) apposed(phrase string) string {
	m := thenOffice.FindStringSubmatch(phrase)
	if m == nil || d.base() == "en" {
		return phrase
	}
	office := elided(m[2])
	if office == m[2] {
		_, office, _ = strings.Cut(m[2], " ")
	}
	if first := strings.ToLower(firstWord(office)); !titleWords[first] && !d.officeNoun(first) || isOrganisation(m[1]) || d.isTitle(m[1]) {
		return phrase
	}
	return m[1] + ", " + m[2]
}
