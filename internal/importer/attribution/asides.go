package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Clauses of other languages than English have words between their verb and who speaks, or about them.

// alsoIs stands before what somebody is besides: "également maire de Marlow".
var alsoIs = pattern.New(`^(?:également|aussi|auch|zugleich|también|anche|também|tevens|også|även) `)

// asideBehind is what stands between commas behind the beginning of a clause, in small letters.
const asideBehind = `,\s(?:\p{Ll}[^,.:;“”"«»\p{Lu}]{2,40}),\s+`

// withoutAside takes that off a clause: "a déclaré, à cette occasion, Ana Ruiz", "a, en effet, réagi Ana Ruiz".
func (d *Copy) withoutAside(s string) string {
	if d.English() {
		return s
	}
	if m := betweenVerb.FindStringSubmatch(s); m != nil && d.Base() == "fr" {
		return m[1] + " " + m[2]
	}
	if m := d.phrasing(`^((?i:{verb}))` + asideBehind + `(\S.*)$`).FindStringSubmatch(s); m != nil {
		return m[1] + " " + m[2]
	}
	return s
}

var betweenVerb = pattern.New(`^(a|ont)` + asideBehind + `(\p{Ll}.*)$`)

// byMeans is how somebody does what is told of them, behind their office.
var byMeans = pattern.New(`,? (?:a través de|mediante|por medio de|à travers|par le biais d|tramite|attraverso|através d|por meio d).*$|` +
	`,? (?:à bord d|a bordo d|a bordo del).*$`)

// withTheseWords begins a sentence behind words that tells what somebody does with them.
var withTheseWords = pattern.New(`^(?:Con queste parole|Con estas palabras|Com estas palavras|Par ces mots|` +
	`Mit diesen Worten|Met deze woorden),? (.*)$`)

// theirOwn has a pronoun that means no firm, which is "elle" mostly.
var theirOwn = pattern.New(`-il(?:\s|$|,)`)

// justNamed is whom the sentence before names as its subject, or as who says it, where nobody else is sure: who is meant
// otherwise.
func (d *Copy) justNamed(who Speaker) Speaker {
	text := strings.TrimSpace(d.since)
	if text == "" || prose.LongPara(text) {
		return who
	}
	sentence := text[max(prose.LastSentence(text, d.Cat), strings.LastIndexByte(text, '\n')+1):]
	name := ""
	if m := subjectNamed.FindStringSubmatch(sentence); m != nil && m[1] == "" && !d.severalNamed(sentence[len(m[0]):], m[2]) {
		name = m[2]
	} else if m := d.phrasing(`,\s(?:{verb})\s(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})\.?$`).FindStringSubmatch(sentence); m != nil {
		name = m[1]
	}
	if m := surnameActs.FindStringSubmatch(sentence); m != nil && name == "" && d.tellsBeside() && !prose.HasOpening(sentence) {
		if found, ok := d.bySurname(m[1]); ok && strings.Contains(found.Name, " ") && !d.severalNamed(sentence, found.Name) {
			found.Ok = true
			return found
		}
	}
	if !prose.LooksLikeName(name) || prose.Leading[strings.ToLower(prose.FirstWord(name))] || noSubject.MatchString(name) ||
		prose.HasOpening(sentence) || prose.IsOrganisation(name) || d.IsTitle(name) || d.isPlace(name) ||
		d.namedAsOrg(name) || d.issues(name) {
		return who
	}
	return d.recall(Speaker{Name: name, Ok: true})
}

// surnameActs is a sentence with a surname at its beginning, and the verb behind it.
var surnameActs = pattern.New(`^(\p{Lu}[\p{L}-]{2,}) \p{Ll}`)

// begun is the beginning of a sentence that tells of somebody by a first name, or by an office alone.
var begun = pattern.New(`^(?:\p{Lu}\p{Ll}+ \p{Ll}[^,]{2,30}, |(?:No|Na|En|En la|Nel|Nella|Dans) \p{Ll}+, )?` +
	`(?:(?:[EeLl][la]|[Ll]e|[Ii]l|[Ll]o|[OoAa]) (\p{L}+)|[Ll][’'](\p{L}+)|(\p{Lu}\p{Ll}{3,})) (?:d[’'e] ?\p{L}+ )?` +
	`(?:a \p{Ll}+[éit]|ha \p{Ll}+|\p{Ll}{2,}(?:ou|eu|iu|ó))[ ,]`)

// anotherBegins tells that the sentence before the words begins with somebody else than who spoke last, of whom no whole
// name stands there.
func (d *Copy) anotherBegins(name string) bool {
	text := strings.TrimSpace(d.since)
	sentence := text[prose.LastSentence(text, d.Cat):]
	if d.iberian() && privatePerson.MatchString(sentence) {
		return true
	}
	m := begun.FindStringSubmatch(sentence)
	if m == nil {
		return false
	}
	noun, first := strings.ToLower(m[1]+m[2]), m[3]
	if noun == "" {
		return firstName(first) && !prose.WordIn(name, first) && !prose.IsOrganisation(first) && !prose.Opening[strings.ToLower(first)] &&
			!prose.SentenceOpening[strings.ToLower(first)] && !d.isPlace(first)
	}
	if !prose.TitleWords[noun] || calls(noun) {
		return false
	}
	for _, k := range d.Known {
		if k.Name == name {
			return !strings.Contains(strings.ToLower(k.Title), noun)
		}
	}
	return true
}

// privatePerson begins a sentence about somebody of whom no name is told.
var privatePerson = pattern.New(`^(?:El|La|O|A|Una?|Uma?) (?:propi[oa] |própri[oa] )?(?:paciente|víctima|vítima|alumn[oa]|` +
	`alun[oa]|niñ[oa]|joven|jovem|mujer|mulher|` +
	`hombre|homem|madre|mãe|padre|pai|vecin[oa]|morador|moradora|turista|usuari[oa]|cliente|testigo|testemunha|denunciante|trabajadora?|` +
	`trabalhadora?|conductora?|motorista|familiar|donante|doadora?)[ ,]`)

// addressed is how somebody is addressed, behind an article that is joined to it: "l’Ing. Marco Riva".
var addressed = pattern.New(`^(?:l[’']|il |la )((?i:ing|avv|arch|on|dott|prof|geom)\.)`)

// minded is how somebody is minded, about whose name it stands in German: "ist Ana Ruiz überzeugt".
var minded = pattern.New(`^(?:ist(?: sich)?|war(?: sich)?|zeigt sich|zeigte sich|gibt sich|gab sich) (?:auch )?(\p{L}[^“”„"]*?) ` +
	`(?:(?:sehr|mehr als|fest) )?(?:überzeugt|sicher|zuversichtlich|optimistisch|erfreut|begeistert|stolz|enttäuscht|zufrieden|` +
	`dankbar|erleichtert|besorgt|verärgert|empört|beeindruckt|gespannt|überrascht|überwältigt|froh|glücklich|neugierig|angetan|fasziniert|` +
	`hocherfreut|betroffen|bestürzt|fassungslos|traurig|skeptisch)(?:, (?:während|nachdem|als|wenn|denn|dass|da|weil) [^“”„"]*)?$`)

// isMinded reads that.
func (d *Copy) isMinded(s string) Speaker {
	m := minded.FindStringSubmatch(s)
	if m == nil || !d.german() {
		return Speaker{}
	}
	return d.Parse(m[1])
}

// thenOffice is a name with an article and an office behind it, and no comma.
var thenOffice = pattern.New(`^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}) ((?:le|la|el|il|lo|o|a|der|die) \p{L}.*|l[’']\p{Ll}.*)$`)

// apposed gives it one: "Ana Ruiz la présidente de la Ligue des marins".
func (d *Copy) apposed(phrase string) string {
	m := thenOffice.FindStringSubmatch(phrase)
	if m == nil || d.English() {
		return phrase
	}
	office := prose.Elided(m[2])
	if office == m[2] {
		_, office, _ = strings.Cut(m[2], " ")
	}
	if first := strings.ToLower(prose.FirstWord(office)); !prose.TitleWords[first] && !d.officeNoun(first) ||
		prose.IsOrganisation(m[1]) || d.IsTitle(m[1]) {
		return phrase
	}
	return m[1] + ", " + m[2]
}

// pronoun finds the one spoken of in "she", or in what French puts behind the verb.
func (d *Copy) pronoun(phrase string) (Speaker, bool) {
	if !d.isPronoun(phrase) {
		return Speaker{}, false
	}
	if latter.MatchString(phrase) {
		who := d.lastNamed()
		return who, who.Ok
	}
	who := d.meant()
	if who.Name == "" && !who.Ok && !d.English() {
		who = d.onlyNamedSince()
		who.Ok = who.Name != ""
	}
	if who.Name == "" && !who.Ok && d.romance() && prose.WordsIn(phrase) == 1 {
		if who = d.oneBefore(strings.ToLower(phrase)); !who.Ok {
			who = nobodySays()
		}
	}
	if d.german() && ofOtherGender(strings.ToLower(prose.FirstWord(phrase)), who.Title) {
		return Speaker{}, true
	}
	return who, true
}

// isPronoun tells a phrase that begins with one.
func (d *Copy) isPronoun(phrase string) bool {
	return d.phrasing(`(?i)^(?:{pronoun})(?:$|[\s,.:])`).MatchString(phrase)
}

// officesBehind is a name with two offices behind it and no comma, of which the second is written with its initials: "Ana
// Ruiz co-founder and CTO of Tidewell".
var officesBehind = pattern.New(`^(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}) (\p{Ll}[\p{Ll} -]* (?:and|&) \p{Lu}{2,4})\b(.*)$`)

// commaBehindName puts one between a name and what somebody is, where it stands right behind it.
func (d *Copy) commaBehindName(phrase string) string {
	if m := isWhat.FindStringSubmatch(phrase); m != nil && d.English() && d.IsTitle(m[2]) && !prose.IsOrganisation(m[1]) {
		return m[1] + ", " + m[2]
	}
	if m := andIsA.FindStringSubmatch(phrase); m != nil && d.IsTitle(m[2]) && !prose.IsOrganisation(m[1]) {
		return m[1] + ", " + m[2]
	}
	if m := officesBehind.FindStringSubmatch(phrase); m != nil && d.English() && d.IsTitle(m[2]) && !prose.IsOrganisation(m[1]) {
		return m[1] + ", " + m[2] + m[3]
	}
	return phrase
}

// inBracketsLast is a name, perhaps with whose it is before, and what somebody is behind it in brackets.
var inBracketsLast = pattern.New(`^(\p{Lu}[^(),.:;“”"«»]{3,80}) \(([^()“”"«»\d@]{3,80})\)$`)

// officeInBrackets puts a comma in the place of such brackets: "Ana Ruiz (Head of Sales)".
func (d *Copy) officeInBrackets(phrase string) string {
	m := inBracketsLast.FindStringSubmatch(phrase)
	if m == nil || !d.IsTitle(prose.FirstWord(m[2])) || prose.IsOrganisation(m[1]) && !ownersName.MatchString(m[1]) {
		return phrase
	}
	return m[1] + ", " + m[2]
}

// ownersName is a name behind whose somebody is: "Tidewell’s Ana Ruiz".
var ownersName = pattern.New(`s?[’']s? \p{Lu}`)
