package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// An office with what it is over may stand right before a name, with no comma between: "la
// presidente di Fiumi Vivi Ana Ruiz". Where the one ends and the other begins is told by
// how many words a name has.

// officeInFront is an article, an office, and a run of capitals behind a preposition.
var officeInFront = pattern.New(`^(?:(?i:la|el|il|lo|o|a|le|os|as|de|het|die|der)\s+|(?i:l[’']))?(\p{L}+(?:[ -]\p{Ll}+){0,2}?)\s+` +
	`((?:de l|d|dell|all)[’']\s*|(?:der|des|vom|von der|von|für|du|del|della|dello|dei|degli|delle|di|de la|de los|de las|de|da|do|` +
	`das|dos|al|alla|alle|ai|agli|van de|van het|van)\s+)` +
	`(?:(\p{Ll}+) )?(\p{Lu}[^,.:;“”"«»()]+)$`)

// polishInFront is an office with what it is over behind it in the genitive: "prezydent Marlowa Anna Nowak".
var polishInFront = pattern.New(`^(\p{Ll}+(?: (?:\p{Ll}+|\p{Lu}[\p{L}-]+)){1,6}),? (\p{Lu}\p{L}+ \p{Lu}[\p{L}-]+)$`)

// ofAll are bodies of which everybody knows whose they are, so that the name of whoever leads them follows: "il presidente
// della Regione Ana Ruiz". Some regions have a name of two words.
var (
	ofAll   = prose.WordSet("regione provincia región junta diputación camera senato senado senado giunta câmara région département sénat")
	regions = pattern.New(`(?:Romagna|Adige|Giulia|Mancha|León|Calais|Comté|Alpes|Loire|Normandie|Aquitaine|Bohemia)$`)
)

// inFront reads that, in the languages that write so.
func (d *Copy) inFront(phrase string) (Speaker, bool) {
	switch d.Base() {
	case "pl":
		m := polishInFront.FindStringSubmatch(phrase)
		if m == nil || !prose.TitleWords[prose.FirstWord(m[1])] || prose.IsOrganisation(m[2]) {
			return Speaker{}, false
		}
		return Speaker{Name: m[2], Title: m[1], Ok: true}, true
	case "it", "es", "pt", "nl", "fr", "de":
	default:
		return Speaker{}, false
	}
	m := officeInFront.FindStringSubmatch(phrase)
	if m == nil || !d.IsTitle(m[1]) || m[3] != "" && !prose.Descriptors[m[3]] && !prose.Bodies[m[3]] {
		return Speaker{}, false
	}
	words := strings.Fields(m[4])
	n := len(words)
	if n < 3 || !prose.LooksLikeName(words[n-2]+" "+words[n-1]) {
		return Speaker{}, false
	}
	name, org := strings.Join(words[n-2:], " "), strings.Join(words[:n-2], " ")
	if head := strings.ToLower(org); n == 3 && ofAll[head] && !regions.MatchString(name) && !d.german() {
		return Speaker{Name: name, Title: m[1] + " " + m[2] + org, Org: release.Unknown, Ok: true}, true
	} else if n == 3 && (prose.Bodies[head] || prose.Descriptors[head] || headsOf[head] || germanHead(head) || prose.OrgTails[head] ||
		prose.General[head]) {
		return Speaker{}, false // "Asociación Muelle Abierto" is one name
	}
	if last := strings.ToLower(words[n-3]); prose.OrgConnectors[last] || prose.IsOrganisation(name) {
		return Speaker{}, false // the run goes on with a small word
	}
	who := Speaker{Name: name, Title: m[1], Org: d.nominative(articleOf(m[2], org), org), Ok: true}
	over := strings.HasPrefix(m[2], "al") || strings.HasPrefix(m[2], "a")
	switch {
	case prose.Lettered.MatchString(org), !prose.StartsUpper(words[n-3]), m[3] != "" && n == 4: // it is sure where the name begins
	case d.german() && !d.namedTwice(name), n > 3 && d.Base() == "fr" && !prose.IsOrganisation(org) && !d.namedTwice(name):
		if d.german() && prose.GermanBody.MatchString(strings.ToLower(org)) {
			break
		}
		who.Name, who.Org = "", release.Unknown
		who.Unsure = "where the name of the organisation ends and the speaker's begins is not sure; write both"
	case over, overFields.MatchString(m[1]) && !prose.IsOrganisation(org):
		who.Title, who.Org = m[1]+" "+m[2]+org, ""
		if strings.HasSuffix(m[2], " ") {
			who.Title = m[1] + " " + strings.TrimSpace(m[2]) + " " + org
		}
	case n > 4 && !prose.IsOrganisation(org) && !d.has(name):
		who.Org, who.Unsure = release.Unknown, "where the name of the organisation ends and the speaker's begins is not sure; write both"
	}
	return who, true
}

// namedTwice tells a name that the text has elsewhere too.
func (d *Copy) namedTwice(name string) bool {
	n := 0
	for text := range d.texts() {
		if n += strings.Count(text, name); n > 1 {
			return true
		}
	}
	return false
}

// adverbs stand before somebody who speaks, and tails behind: "Dazu Ana Ruiz", "… in a
// statement".
var (
	adverbs = pattern.New(`^(?:Dazu|Hierzu|Dabei|Abschließend|Weiterhin|Ergänzend|Zugleich|Zudem|Ferner|Daraufhin|Also|Furthermore|` +
		`Meanwhile|Aussi|También|Inoltre|Também|` +
		`Ook) (\p{Lu}.*)$`)
	// alongside leads a sentence to somebody who is no subject of it: "Joining Ana Ruiz, director of …".
	alongside = pattern.New(`^(?:For|With|Joining|Including|Following|Introducing|Welcoming|Thanking|Congratulating|Accompanying|` +
		`Succeeding|Replacing|Featuring|Among them) (\p{Lu}[\p{L}’'.-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+, .*)$`)
	tails = pattern.New(`(?i)\s(?:in (?:a|an|its|their) (?:\p{L}+ )?(?:statement|release|letter|post)|in einer (?:mitteilung|` +
		`erklärung|stellungnahme|` +
		`pressemitteilung)|dans un communiqué(?: de presse)?|en un comunicado|en una nota(?: de prensa)?|in una nota|em (?:nota|` +
		`comunicado)|` +
		`in een (?:verklaring|persbericht)|i (?:en|ei|et|ett) (?:pressem\p{L}+|kommentar|udtalelse|uttalelse|uttalande)|` +
		`w (?:komunikacie|rozmowie)|en un comunicat|en (?:una )?(?:conferencia|rueda) de prensa|en declaraciones|em (?:entrevista|` +
		`declarações)|` +
		`auf (?:der|dem|einer|einem) \p{L}+|am rande (?:der|des|von)|anlässlich|mit blick auf|` +
		`durante \p{Ll}+|während (?:der|des|einer|eines)|tijdens (?:de|het|een)|` +
		`in conferenza stampa|(?:a margine|al termine|a conclusione|in apertura) d\S+|` +
		`à l[’']issue d\S+|(?:en présence|aux côtés|alla presenza|in presenza) d\S+|` +
		`lors d(?:e|u|’une?|’un)|en conférence de presse|at a (?:press|news) conference|` +
		`in an interview|` +
		`en (?:el|la) (?:acto|lanzamiento|evento|marco|encuentro|inicio|cierre|transcurso|presentación|inauguración|ceremonia|` +
		`apertura|firma)|` +
		`n[oa] (?:abertura|cerimônia|coletiva|inauguração|lançamento|evento|ato|encontro)|nel corso|in occasione|au (?:cours|terme)|en marge|` +
		`vor (?:(?:rund|etwa|knapp|über|mehr als|den|dem|der|zahlreichen|vielen) )*(?:\d+ |(?-i:\p{Lu}))\p{L}+|` +
		`gegenüber|laut \p{L}+(?: \p{L}+){0,2}$|(?-i:(?:maan|dins|woens|donder|vrij|zater|zon)dag))(?:\s.*)?$`)
)

func (d *Copy) withoutAdverbs(phrase string) string {
	for _, re := range []*pattern.Pattern{adverbs, alongside} {
		if m := re.FindStringSubmatch(phrase); m != nil {
			phrase = m[1]
		}
	}
	if d.german() {
		phrase = wentOn.ReplaceAllString(phrase, "$1")
	}
	return strings.TrimRight(phrase[:len(phrase)-len(tails.FindString(phrase))], " ,")
}

// wentOn says behind a surname that somebody goes on: "Ruiz weiter".
var wentOn = pattern.New(`^(\p{Lu}[\p{L}’'-]+|[Ss]ie|[Ee]r) (?:weiter|abschließend|zudem|dazu|ferner)$`)

// firmThenOffice divides "Tidewell general secretary" and "Tidewell Director of Ropes", behind a name:
// the copy has the first words elsewhere as only an organisation's name stands in a sentence.
func (d *Copy) firmThenOffice(s string) (title, org string, ok bool) {
	words := strings.Fields(strings.Trim(s, " .,"))
	n := 0
	for n < len(words) && (ownWord(words[n]) || innerCapital.MatchString(words[n]) ||
		n > 0 && n+1 < len(words) && prose.OrgConnectors[words[n]] && ownWord(words[n+1])) {
		n++
	}
	to := n
	for to < len(words) && (prose.TitleWords[prose.PlainWord(words[to])] || prose.TitleModifiers[strings.ToLower(words[to])]) {
		to++
	}
	if to == n && n+1 < len(words) && words[n] == strings.ToLower(words[n]) && prose.TitleWords[words[n+1]] {
		to = n + 2 // "service manager"
	}
	if n == 0 || n > 4 || to == n || !prose.TitleWords[prose.PlainWord(words[to-1])] || strings.Contains(s, ",") ||
		to < len(words) && words[to] != "of" && words[to] != "for" {
		return "", "", false
	}
	org = strings.Join(words[:n], " ")
	if prose.PublicOffices[prose.PlainWord(words[to-1])] && !unionOffice.MatchString(strings.Join(words[n:to], " ")) || nations[org] {
		return "", "", false
	}
	if !d.English() || trimPossessive(org) != org || prose.General[strings.ToLower(org)] || d.standsAsPlace(org, s) ||
		!innerCapital.MatchString(org) && !d.hasLike(`(?:^|[^\p{L}-])`, org, firmsVerb, s) {
		return "", "", false
	}
	return strings.Join(words[n:], " "), org, true
}

// innerCapital is a name that no noun is written as: "HarborPGH", "quayWORKS".
var innerCapital = pattern.New(`^\p{Lu}?\p{L}*\p{Ll}\p{Lu}\p{L}*$`)

// ownWord tells a word of a name, with a capital, that is no office and nothing that an office is over.
func ownWord(w string) bool {
	lower := strings.ToLower(w)
	return prose.StartsUpper(w) && !workInitials[w] &&
		!prose.TitleWords[prose.PlainWord(w)] && !prose.TitleModifiers[lower] && !prose.Departments[lower] && !fieldWords[lower]
}

// firmsVerb is what stands behind the name of an organisation that does something, or has it.
const firmsVerb = `(?:’s|'s|,? (?:is|was|has|have|will|said|says|announced|today|and its|welcomes|\p{Ll}{2,}ed)\b)`
