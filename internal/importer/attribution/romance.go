package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *Copy) wordsOfWhom(s string) (Speaker, bool) {
	m := saidAsNoun.FindStringSubmatch(s)
	if m == nil || d.Base() != "fr" && d.Base() != "it" {
		return Speaker{}, false
	}
	for _, phrase := range []string{m[1], "il " + strings.TrimPrefix(m[1], "neo "), "la " + m[1]} {
		if who := d.Parse(phrase); who.Ok {
			return who, true
		}
	}
	who := d.nameless("il " + strings.TrimPrefix(m[1], "neo "))
	return who, who.Ok
}

// someoneSays tells that a clause begins behind words, with a verb and somebody who is no pronoun.
func (d *Copy) someoneSays(after string) bool {
	return d.phrasing(`(?i)^,?\s*(?:{verb})\s(?-i:.*\p{Lu})`).MatchString(prose.FirstSentence(after, d.Cat)) && !d.English() && !d.german()
}

// colleague is somebody whom the one who spoke before works with, by the name: "sa collègue Ana Ruiz".
var colleague = pattern.New(`^(?:son|sa|leur|il|la|il suo|la sua|l[’']altr[oa]|un[ae]?|un autre|une autre) ?` +
	`(?:collègue|confrère|consœur|collega|compagn[oa] di partito|compagn[oa] di squadra|coéquipi(?:er|ère)|coautrice|coautore) ` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})(?:, (.*))?$`)

// ofColleague reads that: whom they speak for is what stands behind the name, if anything does.
func (d *Copy) ofColleague(phrase string) (Speaker, bool) {
	m := colleague.FindStringSubmatch(strings.TrimRight(phrase, " .,"))
	if m == nil || d.English() || prose.IsOrganisation(m[1]) {
		return Speaker{}, false
	}
	if m[2] != "" {
		if who := d.one(m[1] + ", " + m[2]); who.Name == m[1] {
			return who, true
		}
	}
	return Speaker{Name: m[1], Org: release.Unknown, Ok: true, Unsure: namesNoOrg}, true
}

// romance tells a draft in French or Italian.
func (d *Copy) romance() bool { return d.Base() == "fr" || d.Base() == "it" }

// toSayThen goes on with whom a sentence names before an infinitive: "Et l’adjoint d’ajouter".
var toSayThen = pattern.New(`^(?i:et|puis) (\p{L}[^:;“”"«»]{1,120}?),? (?:de |d[’'])(?:ajouter|conclure|poursuivre|préciser|rappeler|` +
	`souligner|insister|renchérir|lancer|compléter|résumer|plaisanter|s[’']exclamer|s[’']interroger|nuancer|expliquer|reprendre|` +
	`détailler|sourire|commenter|répondre|avertir|prévenir)\b[^:]{0,60}$`)

// thenToSay reads that.
func (d *Copy) thenToSay(s string) (Speaker, bool) {
	m := toSayThen.FindStringSubmatch(s)
	if m == nil || d.Base() != "fr" {
		return Speaker{}, false
	}
	who := d.subject(m[1])
	return who, who.Ok
}

// latter is a pronoun for whom the sentence before names last.
var latter = pattern.New(`^(?i:ce dernier|cette dernière|quest[’']ultim[oa])(?:$|[\s,])`)

// lastNamed is whom the sentence before names last, where that is somebody who is known or has an office there.
func (d *Copy) lastNamed() Speaker {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	if at := prose.LastSentence(text, d.Cat); latter.MatchString(text[at:]) {
		text = strings.TrimSpace(text[:at]) // the sentence of the pronoun itself
	}
	if n := len(d.Quotes); text == "" && n > 0 {
		text = d.Quotes[n-1].Attribution
	}
	if prose.LongPara(text) {
		return Speaker{}
	}
	sentence := text[prose.LastSentence(text, d.Cat):]
	all := capitalNames.FindAllStringIndex(sentence, prose.MostFound)
	for i := len(all) - 1; i >= 0; i-- {
		if who := d.namedAtEnd(sentence[:all[i][1]]); who.Ok {
			return who
		}
	}
	return Speaker{}
}

// capitalNames are names of two words or more.
var capitalNames = pattern.New(`\p{Lu}[\p{L}’'-]+(?: (?:(?:de|du|des|la|le|van|von|der|di|da|del|della) ){0,2}\p{Lu}[\p{L}’'-]+){1,3}`)

// namedAtEnd is somebody with whose name a text ends, with the office that stands before it; nobody where that is not sure.
func (d *Copy) namedAtEnd(text string) Speaker {
	text = strings.TrimRight(text, " ,.")
	toks := prose.Tokens(text)
	for i := max(0, len(toks)-14); i+1 < len(toks); i++ {
		first := strings.ToLower(strings.TrimRight(toks[i].Text, ","))
		if !prose.Leading[first] && prose.Elided(first) == first && !prose.TitleWords[first] && !toks[i].Capital && !contracted[first] {
			continue
		}
		phrase := text[toks[i].From:]
		if contracted[first] {
			phrase = "la " + text[toks[i+1].From:]
		}
		who := d.Parse(phrase)
		if !who.Ok && prose.TitleWords[first] {
			who = d.Parse("le " + phrase) // "du bourgmestre, Paul Morel"
		}
		if !who.Ok || who.Name == "" || !strings.HasSuffix(text, who.Name) || !prose.LooksLikeName(who.Name) || prose.IsOrganisation(who.Name) {
			continue
		}
		trade := strings.HasSuffix(phrase, " "+who.Title+" "+who.Name) && !strings.Contains(who.Title, " ")
		if d.isKnown(who.Name) || who.Title != "" && (d.IsTitle(who.Title) || trade) && len(d.verbPlaces(phrase)) == 0 {
			return d.doubt(d.recall(who), phrase)
		}
	}
	return Speaker{}
}

// contracted are prepositions with an article in them.
var contracted = prose.WordSet("du au dal dalla dallo della del dello al alla allo")

// inWhoseView ends what stands before words with a relative that means whom the sentence names last: "Ana Ruiz, pour qui".
var inWhoseView = pattern.New(`^(.*\S), (?:secondo (?:cui|il quale|la quale)|per (?:cui|il quale|la quale)|pour (?:qui|lequel|laquelle)|` +
	`selon (?:qui|lequel|laquelle)|d[’']après (?:qui|lequel|laquelle)|aux yeux de qui),?$`)

// asideOfTheirs is a clause without a name between commas before words that end the sentence: "le seul, dit-elle,".
var asideOfTheirs = pattern.New(`, ((?:a-t-(?:il|elle) \p{Ll}+|\p{Ll}+(?:-t)?-(?:il|elle))(?: \p{Ll}+)?),$`)

// partAside is whose words end a sentence in which such a clause stands, or of which the relative means somebody.
func (d *Copy) partAside(s string) Speaker {
	if !d.romance() {
		return Speaker{}
	}
	if m := inWhoseView.FindStringSubmatch(s); m != nil {
		return d.namedAtEnd(m[1])
	}
	if asideOfTheirs.MatchString(s) && d.Base() == "fr" {
		return d.meantOrUnsaid()
	}
	return Speaker{}
}

// someNoun tells a word in small letters before a name that may say what somebody is: "dalla sociologa Anna Serra".
func (d *Copy) someNoun(w string) bool {
	w = prose.Elided(w)
	return d.romance() && len(w) > 4 && w == strings.ToLower(w) && strings.Trim(w, ".,;:!?»”\"") == w &&
		!isPreposition(w, d.Base()) && !d.isVerb(w) && !prose.Bodies[w] && !prose.Descriptors[w] && !otherBodies[w] && !prose.General[w]
}

// inverted reads what French puts behind: "a-t-elle ajouté", "poursuit-il".
func (d *Copy) inverted(s string) (Speaker, bool) {
	if d.Base() != "fr" {
		return Speaker{}, false
	}
	if !frenchInverted.MatchString(s) {
		return Speaker{}, false
	}
	who := d.meant()
	if !who.Ok {
		pronoun := "elle"
		if frenchHe.MatchString(s) {
			pronoun = "il"
		}
		if who = d.oneBefore(pronoun); !who.Ok {
			who = nobodySays()
		}
	}
	if who.Name == "" && theirOwn.MatchString(s) {
		who = d.justNamed(who)
	}
	return who, true
}

// frenchHe is that with a pronoun that no woman is meant by.
var frenchHe = pattern.New(`(?i)-(?:il|on)(?:\s|$|,)`)

var frenchInverted = pattern.New(`(?i)^(?:a-t-(?:il|elle|on)\s+\p{L}+|\p{L}+(?:-t)?-(?:il|elle|on))(?:\s|$|,)`)
