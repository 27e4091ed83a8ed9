package attribution

import (
	"strings"

	"pressroom/internal/pattern"
)

// Some who speak have no name, no office and no organisation in the text: "the organisers said", "aldus een bezoeker". Their words are
// somebody's all the same.

// peopleOfLanguage are nouns for such people, in each language, with what stands before them.
var peopleOfLanguage = map[string]*pattern.Pattern{
	"en": unnamedPeople(`the|an?|one|some|several|many|two|three`, `organi[sz]ers?|spectators?|visitors?|participants?|attendees?|`+
		`customers?|passengers?|`+
		`players?|patients?|researchers|scientists|judges|jurors|jury|campaigners?|protest[eo]rs?|witness(?:es)?|rescuers?|guests?|pupils?|`+
		`commuters?|shoppers?|walkers?|cyclists?|drivers?|listeners?|readers?|fans?|neighbou?rs?|investigators|detectives|prosecutors`),
	"de": unnamedPeople(`der|die|das|ein|eine|einer|mehrere|viele`, `veranstalter(?:in|innen)?|besucher(?:in|innen)?|`+
		`teilnehmer(?:in|innen)?|`+
		`teilnehmenden?|anwohner(?:in|innen)?|nachbar(?:n|in|innen)?|zuschauer(?:in|innen)?|schüler(?:in|innen)?|jury|`+
		`organisator(?:en|in|innen)|`+
		`kund(?:e|in|en|innen)|fahrgäste|mutter|vater|eltern|demonstranten|forschenden?|wissenschaftler(?:innen)?`),
	"nl": unnamedPeople(`de|het|een|enkele|veel`, `organisator(?:en)?|organisatie|bezoekers?|deelnemers?|deelneemster|omwonenden?|`+
		`buurtbewoners?|`+
		`chauffeurs?|\p{Ll}+chauffeur|vrijwilligers?|vrijwilligster|jury|ouders?|moeder|vader|leerlingen?|klanten?|reizigers?|`+
		`passagiers?|onderzoekers?`),
	"fr": unnamedPeople(`le|la|les|l|un|une|des|plusieurs`, `organisat(?:eur|rice)s?|visiteu(?:r|se)s?|participante?s?|`+
		`riverain(?:e?s)?|voisin(?:e?s)?|`+
		`spectat(?:eur|rice)s?|élèves?|jury|parents?|habitante?s?|client(?:e?s)?|voyageurs?|usagers?|passante?s?|enquêteurs|chercheurs`),
	"es": unnamedPeople(`el|la|los|las|un|una|varios|varias`, `organizador(?:es|as?)?|visitantes?|participantes?|vecin[oa]s?|asistentes?|`+
		`espectador(?:es|as?)?|alumn[oa]s?|jurado|padres|madres?|client(?:e|a)s?|viajer[oa]s?|usuari[oa]s?|investigadores|científicos`),
	"it": unnamedPeople(`il|lo|la|i|gli|le|l|un|uno|una|alcuni|molti`, `organizzator(?:i|e)|organizzatric[ei]|visitator(?:i|e)|`+
		`partecipanti?|vicini?|`+
		`residenti|spettator(?:i|e)|alunni|studenti|giuria|giurati|genitori|clienti|viaggiatori|passeggeri|ricercatori|cittadini`),
	"pt": unnamedPeople(`o|a|os|as|um|uma|vários|várias`, `organizador(?:es|as?)?|visitantes?|participantes?|moradore?s?|vizinh[oa]s?|`+
		`espectador(?:es|as?)?|alun[oa]s?|júri|pais|mãe|clientes?|passageir[oa]s?|pesquisadores|investigadores`),
}

// unnamedPeople is one of the nouns behind one of the words, with adjectives between and what tells more of them behind.
func unnamedPeople(articles, nouns string) *pattern.Pattern {
	return pattern.New(`^(?i:` + articles + `)(?: |[’'])(?:[\p{Ll}-]+ (?:of (?:the |our )?)?){0,2}(?i:` + nouns + `)` + behindPeople + `$`)
}

// behindPeople is what may tell more of them: of what they are, where they were, and what they did.
const behindPeople = `(?: (?:of|from|at|in|on|who|with|told us|von|vom|aus|des|der|bei|beim|du|de|del|dela|della|dei|di|da|do|` +
	`dos|das|van|uit|op|bij|à|` +
	`qui|que|che)(?: .*)?)?`

// mostOfUnnamed is how many words such a phrase has at most.
const mostOfUnnamed = 12

// peopleAlone reads people of whom the text says no more.
func (d *Copy) peopleAlone(phrase string) Speaker {
	re := peopleOfLanguage[d.Base()]
	if re == nil || len(strings.Fields(phrase)) > mostOfUnnamed || !re.MatchString(phrase) {
		return Speaker{}
	}
	return Speaker{Ok: true}
}
