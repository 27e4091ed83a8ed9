package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// French and Italian say whose words are with a noun in the place of a verb, with a relative that
// stands before the words, and with a pronoun for whom the sentence before names last.

// nounOfSaying is what somebody says as a noun, with what leads to whose it is: "è il commento di", "les mots de".
const nounOfSaying = `(?:(?:sono|è|è stat[oa]|quest[aeio]|quest[aeo] (?:sono|è)|ecco|tels? sont|telles? sont|voici|ce sont|c[’']est) )?` +
	`(?:le (?:prime )?parole|le (?:prime )?dichiarazioni|il (?:primo )?commento|l[’'](?:appello|auspicio|invito|accusa|analisi)|` +
	`il (?:monito|messaggio|pensiero|ringraziamento|giudizio|grido d[’']allarme)|la (?:prima )?(?:replica|reazione|riflessione|promessa|` +
	`denuncia|conclusione|convinzione|dichiarazione|richiesta)|les (?:premiers )?mots|le (?:message|constat|commentaire)|` +
	`l[’'](?:avis|appel|analyse)|la (?:conviction|promesse|réaction)) ` +
	`(?:d(?:i|el|ella|ello|ei|egli|elle|e|u|es|e la) |dell[’']|de l[’']|d[’'])`

// saidAsNoun is a clause that begins so.
var saidAsNoun = pattern.New(`^(?i:` + nounOfSaying + `)(\S.*)$`)

// wordsOfWhom reads that.
func (d *draft) wordsOfWhom(s string) (speaker, bool) {
	m := saidAsNoun.FindStringSubmatch(s)
	if m == nil || d.base() != "fr" && d.base() != "it" {
		return speaker{}, false
	}
	for _, phrase := range []string{m[1], "il " + strings.TrimPrefix(m[1], "neo "), "la " + m[1]} {
		if who := d.parse(phrase); who.ok {
			return who, true
		}
	}
	who := d.nameless("il " + strings.TrimPrefix(m[1], "neo "))
	return who, who.ok
}

// someoneSays tells that a clause begins behind words, with a verb and somebody who is no pronoun.
func (d *draft) someoneSays(after string) bool {
	return d.phrasing(`(?i)^,?\s*(?:{verb})\s(?-i:.*\p{Lu})`).MatchString(firstSentence(after, d.cat)) && !d.english() && !d.german()
}

// colleague is somebody whom the one who spoke before works with, by the name: "sa collègue Ana Ruiz".
var colleague = pattern.New(`^(?:son|sa|leur|il|la|il suo|la sua|l[’']altr[oa]|un[ae]?|un autre|une autre) ?` +
	`(?:collègue|confrère|consœur|collega|compagn[oa] di partito|compagn[oa] di squadra|coéquipi(?:er|ère)|coautrice|coautore) ` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})(?:, (.*))?$`)

// ofColleague reads that: whom they speak for is what stands behind the name, if anything does.
func (d *draft) ofColleague(phrase string) (speaker, bool) {
	m := colleague.FindStringSubmatch(strings.TrimRight(phrase, " .,"))
	if m == nil || d.english() || isOrganisation(m[1]) {
		return speaker{}, false
	}
	if m[2] != "" {
		if who := d.one(m[1] + ", " + m[2]); who.name == m[1] {
			return who, true
		}
	}
	return speaker{name: m[1], org: release.Unknown, ok: true, unsure: namesNoOrg}, true
}

// romance tells a draft in French or Italian.
func (d *draft) romance() bool { return d.base() == "fr" || d.base() == "it" }

// toSayThen goes on with whom a sentence names before an infinitive: "Et l’adjoint d’ajouter".
var toSayThen = pattern.New(`^(?i:et|puis) (\p{L}[^:;“”"«»]{1,120}?),? (?:de |d[’'])(?:ajouter|conclure|poursuivre|préciser|rappeler|` +
	`souligner|insister|renchérir|lancer|compléter|résumer|plaisanter|s[’']exclamer|s[’']interroger|nuancer|expliquer|reprendre|` +
	`détailler|sourire|commenter|répondre|avertir|prévenir)\b[^:]{0,60}$`)

// thenToSay reads that.
func (d *draft) thenToSay(s string) (speaker, bool) {
	m := toSayThen.FindStringSubmatch(s)
	if m == nil || d.base() != "fr" {
		return speaker{}, false
	}
	who := d.subject(m[1])
	return who, who.ok
}

// latter is a pronoun for whom the sentence before names last.
var latter = pattern.New(`^(?i:ce dernier|cette dernière|quest[’']ultim[oa])(?:$|[\s,])`)

// lastNamed is whom the sentence before names last, where that is somebody who is known or has an office there.
func (d *draft) lastNamed() speaker {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	if at := lastSentence(text, d.cat); latter.MatchString(text[at:]) {
		text = strings.TrimSpace(text[:at]) // the sentence of the pronoun itself
	}
	if n := len(d.quotes); text == "" && n > 0 {
		text = d.quotes[n-1].Attribution
	}
	if longPara(text) {
		return speaker{}
	}
	sentence := text[lastSentence(text, d.cat):]
	all := capitalNames.FindAllStringIndex(sentence, mostFound)
	for i := len(all) - 1; i >= 0; i-- {
		if who := d.namedAtEnd(sentence[:all[i][1]]); who.ok {
			return who
		}
	}
	return speaker{}
}

// capitalNames are names of two words or more.
var capitalNames = pattern.New(`\p{Lu}[\p{L}’'-]+(?: (?:(?:de|du|des|la|le|van|von|der|di|da|del|della) ){0,2}\p{Lu}[\p{L}’'-]+){1,3}`)

// namedAtEnd is somebody with whose name a text ends, with the office that stands before it; nobody where that is not sure.
func (d *draft) namedAtEnd(text string) speaker {
	text = strings.TrimRight(text, " ,.")
	toks := tokens(text)
	for i := max(0, len(toks)-14); i+1 < len(toks); i++ {
		first := strings.ToLower(strings.TrimRight(toks[i].text, ","))
		if !leading[first] && elided(first) == first && !titleWords[first] && !toks[i].capital && !contracted[first] {
			continue
		}
		phrase := text[toks[i].from:]
		if contracted[first] {
			phrase = "la " + text[toks[i+1].from:]
		}
		who := d.parse(phrase)
		if !who.ok && titleWords[first] {
			who = d.parse("le " + phrase) // "du bourgmestre, Paul Morel"
		}
		if !who.ok || who.name == "" || !strings.HasSuffix(text, who.name) || !looksLikeName(who.name) || isOrganisation(who.name) {
			continue
		}
		trade := strings.HasSuffix(phrase, " "+who.title+" "+who.name) && !strings.Contains(who.title, " ")
		if d.isKnown(who.name) || who.title != "" && (d.isTitle(who.title) || trade) && len(d.verbPlaces(phrase)) == 0 {
			return d.doubt(d.recall(who), phrase)
		}
	}
	return speaker{}
}

// contracted are prepositions with an article in them.
var contracted = wordSet("du au dal dalla dallo della del dello al alla allo")

// inWhoseView ends what stands before words with a relative that means whom the sentence names last: "Ana Ruiz, pour qui".
var inWhoseView = pattern.New(`^(.*\S), (?:secondo (?:cui|il quale|la quale)|per (?:cui|il quale|la quale)|pour (?:qui|lequel|laquelle)|` +
	`selon (?:qui|lequel|laquelle)|d[’']après (?:qui|lequel|laquelle)|aux yeux de qui),?$`)

// asideOfTheirs is a clause without a name between commas before words that end the sentence: "le seul, dit-elle,".
var asideOfTheirs = pattern.New(`, ((?:a-t-(?:il|elle) \p{Ll}+|\p{Ll}+(?:-t)?-(?:il|elle))(?: \p{Ll}+)?),$`)

// partAside is whose words end a sentence in which such a clause stands, or of which the relative means somebody.
func (d *draft) partAside(s string) speaker {
	if !d.romance() {
		return speaker{}
	}
	if m := inWhoseView.FindStringSubmatch(s); m != nil {
		return d.namedAtEnd(m[1])
	}
	if asideOfTheirs.MatchString(s) && d.base() == "fr" {
		return d.meantOrUnsaid()
	}
	return speaker{}
}

// someNoun tells a word in small letters before a name that may say what somebody is: "dalla sociologa Anna Serra".
func (d *draft) someNoun(w string) bool {
	w = elided(w)
	return d.romance() && len(w) > 4 && w == strings.ToLower(w) && strings.Trim(w, ".,;:!?»”\"") == w &&
		!isPreposition(w, d.base()) && !d.isVerb(w) && !bodies[w] && !descriptors[w] && !otherBodies[w] && !general[w]
}

// inverted reads what French puts behind: "a-t-elle ajouté", "poursuit-il".
func (d *draft) inverted(s string) (speaker, bool) {
	if d.base() != "fr" {
		return speaker{}, false
	}
	if !frenchInverted.MatchString(s) {
		return speaker{}, false
	}
	who := d.meant()
	if !who.ok {
		pronoun := "elle"
		if frenchHe.MatchString(s) {
			pronoun = "il"
		}
		if who = d.oneBefore(pronoun); !who.ok {
			who = nobodySays()
		}
	}
	if who.name == "" && theirOwn.MatchString(s) {
		who = d.justNamed(who)
	}
	return who, true
}

// frenchHe is that with a pronoun that no woman is meant by.
var frenchHe = pattern.New(`(?i)-(?:il|on)(?:\s|$|,)`)

var frenchInverted = pattern.New(`(?i)^(?:a-t-(?:il|elle|on)\s+\p{L}+|\p{L}+(?:-t)?-(?:il|elle|on))(?:\s|$|,)`)
