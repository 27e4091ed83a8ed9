package attribution

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// clause is an attribution: where it stands in the text between two stretches in
// quotation marks, and who it names.
type clause struct {
	from, to int    // within the gap, without space and comma before it
	next     int    // where the gap goes on behind it and its punctuation
	punct    string // the author's own punctuation behind it, if the words go on
	dash     bool   // "– Ana Ruiz, River Alliance"
	who      Speaker
}

// thusBehind is the stop or colon between words and a sentence that says whose they are: “…”. Così
// il presidente.
var thusBehind = pattern.New(`^[.:]\s+((?i:Così|Cosi|Così|Lo|È quanto|Así lo|Assim|Ainsi|` +
	`É o que|Es lo que|C[’']est ce qu|` + theseWords + `|Ad? (?:dir|dichiarar|affermar|spiegar|sottolinear|sostener|commentar|` +
	`ricordar|annunciar|parlar|scriver|ribadir|precisar|raccontar)\p{Ll}+ (?:è|sono))\s|(?i:` + nounOfSaying + `))`)

// theseWords begins such a sentence that has no verb of saying: "Queste le parole di Ana Ruiz".
const theseWords = `(?:(?:Estas f|F)ueron las palabras|Son palabras|(?:Estas f|F)oram as palavras|São palavras|So die Worte|` +
	`Con queste parole|Con estas palabras|Com estas palavras|Par ces mots|Mit diesen Worten|Met deze woorden|` +
	`Zo luid(?:den|t) de woorden)`

// behindStop is a sentence of a few words that says who says what stands before it, where its stop stands behind the
// mark: “We light the lamps”. Mr Reed said.
var behindStop = pattern.New(`^\.\s+(\p{Lu}[\p{L}’'.-]*(?: [\p{L}’'.-]+){1,5}\.|` +
	`\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){5,11} (?:said|says|added|stated|noted)\.)(?:\s|$)`)

// dashBehindStop leads to a dash where the sentence's stop stands behind the mark, as in Spanish: “Así es”. — Ana Ruiz.
var dashBehindStop = pattern.New(`^\. (?:[–—]|--)\s?\p{Lu}`)

var dashes = pattern.New(`^(?:[–—―~]|--?)\s*`)

// clauseAfter finds the attribution at the start of what follows quoted words.
// last tells that nothing in quotation marks follows.
func (d *Copy) clauseAfter(gap string, last bool) (clause, bool) {
	lead := len(gap) - len(strings.TrimLeft(gap, " ,\u00a0\n\u202f"))
	if m := thusBehind.FindStringSubmatchIndex(gap[lead:]); m != nil {
		lead += m[2]
	}
	if m := behindStop.FindStringSubmatchIndex(gap); m != nil {
		lead = m[2]
	}
	if dashBehindStop.MatchString(gap) {
		lead = len(". ")
	}
	g := gap[lead:]
	if m := dashes.FindString(g); m != "" {
		rest := prose.FirstSentence(g[len(m):], d.Cat)
		if c, ok := d.Said(rest); ok { // "– said Ana Ruiz"
			return d.placed(c, gap, lead+len(m), len(rest)), true
		}
		who := d.Parse(rest)
		if bare := d.nothingButName(rest); bare.Ok && !who.Ok {
			who = bare
		}
		if who.Ok && (who.Org != "" || who.Title != "" || d.isKnown(who.Name) || d.nothingButName(rest).Ok) && last {
			c := clause{from: lead + len(m), to: lead + len(m) + len(strings.TrimRight(rest, " .")), dash: true, who: who}
			c.next = lead + len(m) + len(rest)
			return c, true
		}
		return clause{}, false
	}
	if strings.HasPrefix(g, "(") && last { // "… (Ana Ruiz, River Alliance)"
		if inside, _, ok := strings.Cut(g[1:], ")"); ok {
			if who := d.Parse(inside); who.Ok && (who.Org != "" || who.Title != "") {
				end := lead + len("("+inside+")")
				return clause{from: lead, to: end, next: end, dash: true, who: who}, true
			}
		}
	}
	sentence := prose.FirstSentence(g, d.Cat)
	if who, ok := d.Said(sentence); ok {
		return d.placed(who, gap, lead, len(sentence)), true
	}
	return clause{}, false
}

// placed gives a clause its place: its full stop is not part of it, other
// punctuation at its end is the author's own.
func (d *Copy) placed(who Speaker, gap string, from, length int) clause {
	c := clause{from: from, to: from + length, next: from + length, who: who}
	text := strings.TrimRight(gap[from:c.to], " \u00a0\n\u202f")
	switch last, size := utf8.DecodeLastRuneInString(text); last {
	case '.':
		if !d.Cat.EndsInAbbreviation(text) {
			text = text[:len(text)-1]
		}
	case ',', ';', ':', '–', '—':
		c.punct = string(last)
		text = strings.TrimRight(text[:len(text)-size], " ")
		if last == '–' || last == '—' {
			c.punct = " " + c.punct
		}
	}
	c.to = from + len(text)
	return c
}

func (d *Copy) isKnown(name string) bool {
	for _, k := range d.Known {
		if k.Name == name {
			return true
		}
	}
	return false
}

// Said reads a clause that stands behind its words: verb and speaker in either
// order.
func (d *Copy) Said(sentence string) (Speaker, bool) {
	s := strings.TrimRight(strings.TrimSpace(sentence), prose.Footnote+" ,;:–—")
	if !d.Cat.EndsInAbbreviation(s) {
		s = strings.TrimRight(s, prose.Footnote+" .,;:–—")
	}
	if s == "" || len(s) > 500 {
		return Speaker{}, false
	}
	s = d.withoutAside(d.smallAgain(s))
	if who := d.isMinded(s); who.Ok {
		return who, true
	}
	if m := withTheseWords.FindStringSubmatch(s); m != nil {
		who := d.subjectOf(m[1])
		return who, who.Ok
	}
	if who, ok := d.inverted(s); ok {
		return who, who.Ok
	}
	for _, read := range []func(string) (Speaker, bool){d.wordsOfWhom, d.itSays, d.saidOtherwise} {
		if who, ok := read(s); ok {
			return who, true
		}
	}
	if g := sourced.FindStringSubmatch(asTheyPutIt.ReplaceAllString(s, "according to $1")); g != nil {
		who := d.Parse(g[1])
		firm := nobodysName[strings.ToLower(prose.LastWord(who.Org))] && strings.HasPrefix(g[1], who.Org)
		if who.Ok && (who.Name != "" || firm) {
			return who, true
		}
	}
	re := d.phrasing(`(?i)^(?:(?:also|further|und|auch|et|y|e|then|así lo|asimismo|también|en tanto|` +
		`tal y como|tal como|según|según lo|como|segundo|come|zo|wie|das|dies|dat|dit|lo|è quanto|é o que|c[’']est ce que)\s+|` +
		`comme l[’'])?(?:{verb})(?:,?\s+(?:` + verbTails +
		`|(?-i:(?:en|à) \p{Lu}[\p{L}\d]+)|(?:on |am |ce |cette |este |el |in |na )?(?:` + weekdays + `)(?: pasado| passada|` +
		`-feira)?))?(?:[,\s]+)(\S.*)$`)
	if g := re.FindStringSubmatch(s); g != nil {
		if d.Base() == "nl" { // "legt Anna Kamp, directeur van Tidal, uit"
			g[1] = dutchTail.ReplaceAllString(g[1], "")
		}
		if d.Base() == "it" {
			g[1] = intervenes.ReplaceAllString(g[1], "")
		}
		g[1] = cmp.Or(d.officeOnly(g[1]), g[1])
		if who := d.Parse(g[1]); who.Ok {
			return who, true
		}
		if who := d.wrote(g[1]); who.Ok {
			return who, true
		}
		if who := d.nameless(g[1]); who.Ok {
			return who, true
		}
		if d.german() { // "teilte die Stadt Marlow mit"
			if who := d.Parse(germanTail.ReplaceAllString(g[1], "")); who.Ok {
				return who, true
			}
		}
	}
	if g := d.phrasing(`(?i)^(?:y |et |und )?(?:{verb})(?: ` + gerund + ` .*)?$`).FindString(s); g != "" &&
		(d.Base() == "es" || d.Base() == "pt" || d.Base() == "it") {
		return d.meantOrUnsaid(), true
	}
	for _, m := range d.verbPlaces(s) {
		if m[0] == 0 {
			continue
		}
		if who := d.subject(s[:m[0]]); who.Ok {
			return who, true
		}
	}
	return Speaker{}, false
}

// verbTails are words that may stand between the verb and who speaks.
const verbTails = `auch|dazu|hierzu|dazu auch|unterdessen|zudem|aussi|également|también|today|hoy|por su parte|encore|` +
	`yesterday|gestern|` +
	`heute|ayer|hier|ieri|oggi|ontem|hoje|gisteren|vandaag|ainda|anche|inoltre|ook|además|ancora|infine|poi|ensuite|enfin|luego|` +
	`finalmente|por fim|abschließend|tot slot|verder|daarnaast|de son côté|à son tour|dal canto suo|a sua volta|por sua vez|` +
	`por seu lado|por su lado|op zijn beurt|d[’']emblée|aussitôt|sofort|enseguida|subito|` +
	`d[’']entrée(?: de jeu)?|sans détours?|en souriant|dans un sourire|non sans (?:fierté|humour|émotion|malice)|` +
	`avec (?:un sourire|humour|émotion|fierté|le sourire|satisfaction)|con (?:orgoglio|soddisfazione|emozione|un sorriso)|` +
	`soddisfatt[oa]|sorridendo|sorridente|emozionat[oa]|amareggiat[oa]|preoccupat[oa]|entusiasta|seri[oa]|` +
	`(?:in una nota|in un comunicato|dans un communiqué|en un comunicado|en una nota|em nota)` +
	`(?: (?:stampa|congiunta|ufficiale|de prensa|de presse))?`

// weekdays are the days of the week in the languages whose clauses have them behind the verb.
const weekdays = `Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|` +
	`Samstag|Sonntag|` +
	`lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|` +
	`lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|` +
	`segunda|terça|quarta|quinta|sexta`

var germanTail = pattern.New(`(?i)(?:,?\s+(?:am \p{L}+|heute|gestern|dazu|hierzu))?\s+` +
	`(?:hinzu|fest|hervor|klar|heraus|vor|an|mit|weiter|aus|ein|zu bedenken)$`)

// dutchTail is the second part of a verb, which stands last.
var dutchTail = pattern.New(`,? (?:uit|toe|aan|vast|af|weten)$`)

// verbPlaces are the places of verbs of saying in a text.
func (d *Copy) verbPlaces(s string) [][]int {
	re := d.phrasing(`[\s,](?:{verb})(?:$|[\s,.:])`)
	out := re.FindAllStringIndex(s, prose.AllFound)
	for _, m := range out {
		m[0]++
	}
	return out
}

// andThen goes on from the sentence before.
var andThen = pattern.New(`^(?:And|But|So|Then|Und|Et|E|Y|En),? `)

// hereIsWhat leads to who has to say something.
var hereIsWhat = pattern.New(`^(?:Here(?:’|')s|Here is|This is) what (.*?),? (?:had|has|have) to$`)

// subject reads who stands before a verb: the whole of it, or what is left once
// introductions as in "In a statement, " are taken off.
func (d *Copy) subject(s string) Speaker {
	s = hereIsWhat.ReplaceAllString(strings.Trim(s, " ,\u00a0"), "$1")
	if office := d.officeOnly(s); office != "" {
		if who := d.Parse(office); who.Ok {
			return who
		}
		return d.nameless(office)
	}
	for _, read := range []func(string) Speaker{d.speaksForWhom, d.ofAntecedent, d.contactThenAll} {
		if who := read(s); who.Ok {
			return who
		}
	}
	s = inTurn.ReplaceAllString(s, "")
	for _, read := range []func(string) (Speaker, bool){d.whoThen, d.fromBody} {
		if who, ok := read(s); ok {
			return who
		}
	}
	if m := andThen.FindStringIndex(s); m != nil && prose.StartsUpper(s[m[1]:]) {
		s = s[m[1]:]
	}
	for _, aux := range []string{" has", " had", " also", " then", " later", " ha", " a", " hat", " habe", " también", " auch"} {
		s = strings.TrimSuffix(s, aux)
	}
	first, _, _ := strings.Cut(s, ",")
	intro := ""
	for range 4 {
		if who := d.Parse(s); who.Ok {
			if d.iberian() && intro != "" && withinRelative(s, who.Name) {
				return Speaker{} // "La Sala, en una resolución de la que ha sido ponente Ana Ruiz, considera"
			}
			if who.Name == "" && who.Title == "" && !strings.HasPrefix(s, first) && prose.LooksLikeName(first) {
				return Speaker{} // somebody is named first, and the organisation is of what is told of them
			}
			return d.whereTheyAre(who, intro)
		}
		before, after, ok := strings.Cut(s, ", ")
		if !ok {
			break
		}
		intro, s = before, after
	}
	if first, rest, ok := strings.Cut(s, " "); ok && d.English() && first != strings.ToUpper(first) && !prose.StartsUpper(rest) {
		if who := d.one(strings.ToLower(first) + " " + rest); who.Ok && who.Name != "" && !strings.Contains(s, cmp.Or(who.Org, release.Unknown)) {
			return who // "Culinary blogger Ana Ruiz"
		}
	}
	return d.nameless(s)
}

// ClauseBefore finds an attribution at the end of what stands before quoted words,
// and returns where it begins.
func (d *Copy) ClauseBefore(gap string) (from int, who Speaker, ok bool) {
	text := strings.TrimRight(gap, " \u00a0\n\u202f")
	if text == "" {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	s := strings.TrimSpace(text[from:])
	colon := strings.HasSuffix(s, ":")
	s = forTheirPart.ReplaceAllString(strings.TrimRight(s, ":, –—-"), "")
	if s == "" || len(s) > 400 {
		return 0, Speaker{}, false
	}
	if while := whileThey.FindString(s); len(d.verbPlaces(s+" ")) == 1 {
		s = s[len(while):]
	}
	if who, ok = d.opens(s, from, colon || strings.HasSuffix(text, ",")); ok {
		return from, who, true
	}
	if colon {
		s = d.withoutThat(aheadOfName.ReplaceAllString(s, ""))
		if d.ofAThird(s) || d.saidOfAThird(s) {
			return 0, Speaker{}, false
		}
		s = s[len(statementBy.FindString(s)):]
		if who, ok = d.states(s); ok {
			return from, who, true
		}
		if who, ok = d.inCapitals(s); ok {
			return from, who, true
		}
	}
	for _, read := range []func(string) Speaker{d.paperSays, d.inView, d.soAtEnd, d.asTheySay} {
		if who = read(s); who.Ok {
			return from, who, true
		}
	}
	if who, ok = d.byTheWay(s); ok {
		return from, who, true
	}
	if who = d.germanLead(s); who.Ok && !colon {
		return from, who, true
	}
	// "Ana Ruiz of River Alliance says": the verb comes last.
	for _, m := range d.verbPlaces(s + " ") {
		tail := strings.Trim(s[min(m[1], len(s)):], " ,")
		if tail != "" && !(colon && len(strings.Fields(tail)) < 30) {
			continue
		}
		if who = d.subject(sharedBy.ReplaceAllString(s[:m[0]], "$1")); who.Ok {
			return from, who, true
		}
	}
	if colon { // "Señaló Ana Ruiz, de Ríos Vivos:", "Dazu sagt Ana Ruiz:", "Ana Ruiz, River Alliance:"
		for _, m := range d.verbPlaces(" " + s) {
			rest := strings.Trim(s[m[1]-1:], " ,")
			if rest == "" {
				continue
			}
			if who = d.Parse(rest); who.Ok {
				return from, who, true
			}
			if d.german() {
				if who = d.Parse(germanTail.ReplaceAllString(rest, "")); who.Ok {
					return from, who, true
				}
			}
		}
		if who, ok = d.unsaidLead(s); ok {
			return from, who, true
		}
		if who, ok = d.BeforeColon(s, from == 0); ok {
			return from, who, true
		}
		if who, ok = d.leadsByName(s); ok {
			return from, who, true
		}
	}
	return 0, Speaker{}, false
}

// sharedBy tells in other languages that somebody agrees, who then adds something: "un avis partagé par Ana Ruiz, qui".
var sharedBy = pattern.New(`^\p{Lu}[^,:]* (?:par|por|da) ((?:M\. )?\p{Lu}[\p{L}’'-]+ \p{Lu}.*), (?:qui|que|quien|che) $`)

// whileThey sets who speaks against who has spoken: "Whilst the director, Ana Ruiz, said".
var whileThey = pattern.New(`^(?:While|Whilst) (?:the )?`)

// BeforeColon reads who is named before a colon, by a verb or without one; first tells that a
// paragraph begins there.
func (d *Copy) BeforeColon(s string, first bool) (who Speaker, ok bool) {
	if re := d.phrasing(`(?i)^(?:{verb})\s+(.+)`); re.MatchString(s) {
		if who = d.Parse(re.FindStringSubmatch(s)[1]); who.Ok {
			return who, true
		}
	}
	if who = d.Parse(s); who.Ok && who.Name != "" && len(strings.Fields(s)) < 25 &&
		(d.surelySomebody(who) || first && d.namedWithOrg(s, who)) && !leadsToAnother(s, who) {
		return who, true
	}
	if who, ok = d.surnameAlone(s); ok && first {
		return who, true
	}
	if m := nameThenOffice.FindStringSubmatch(s); m != nil && first && !d.English() && d.IsTitle(upToComma(m[2])) {
		who = d.Parse(m[1] + ", " + m[2])
		return who, who.Ok && who.Org != ""
	}
	return Speaker{}, false
}

// nameThenOffice is a name and an office behind it, with no comma between: "Jan de Wit directeur van Stichting Oever".
var nameThenOffice = pattern.New(`^(\p{Lu}\p{L}+(?: \p{Ll}{2,3}){0,2} \p{Lu}\p{L}+) (\p{Ll}{3,} .*)`)

// germanLead reads "So schreibt Ana Ruiz von der Flussinitiative", right before the words.
func (d *Copy) germanLead(s string) Speaker {
	if !d.german() {
		return Speaker{}
	}
	return d.phrased(s, `^(?:So|Dazu|Hierzu|Weiter|Ähnlich) (?:{verb}) (\p{Lu}.*)$`)
}

// phrased is somebody with a name behind such words.
func (d *Copy) phrased(s, words string) Speaker {
	m := d.phrasing(words).FindStringSubmatch(s)
	if m == nil {
		return Speaker{}
	}
	who := d.Parse(m[1])
	who.Ok = who.Ok && who.Name != ""
	return who
}

// thirdParty ends what somebody tells of another, whose words follow: "said the man had
// looked at the floor and shouted".
var thirdParty = pattern.New(`(?i)\b(?:and|then|who|had) (?:\p{L}+ly )?(?:said|says|shouted|yelled|screamed|cried|replied|answered|` +
	`asked|wrote|told \S+|called ` +
	`out|whispered|texted|shouting|saying)$|\b(?:read|reads|reading|(?:er|sie|der|die) (?:rief|sagte|schrie|antwortete))$`)

// ofAThird tells such a sentence.
func (d *Copy) ofAThird(s string) bool {
	for _, m := range d.verbPlaces(s) {
		if tail := strings.Trim(s[m[1]:], " ,."); thirdParty.MatchString(tail) {
			return true
		}
	}
	return false
}

// sourced names whose words stand before it; statementBy heads words with whose they are.
var (
	sourced = pattern.New(`(?i)^(?:according to|laut|selon|d[’']après|según|de acuerdo con|secondo|segundo|de acordo com|volgens|` +
		theseWords + `\s(?:di|del|della|dell[’']|de|do|da|von|van)|ad? \p{Ll}+ (?:è|sono)(?: stat[oaie])?)\s+(\S.*)$`)
	asTheyPutIt = pattern.New(`^as (\p{Lu}.*?),? puts? it$`)
	statementBy = pattern.New(`(?i)^(?:the following (?:is )?|(?:(?:this|here|below|following) (?:is|are) )?(?:the (?:full )?text of )?` +
		`(?:the |an? )?)?(?:an? )?(?:official |press |media |full |written )*(?:statement|comment|quote|quotation|message)s? ` +
		`(?:(?:(?:is|are|can be|may be|should be|to be) )?attribut(?:ed|able) to|from|by|of)\s+|` +
		`^(?:statement|erklärung|stellungnahme|zitat) (?:von|der|des)\s+|^déclaration (?:de|du)\s+|^declaraci(?:ón|ones) (?:de|del)\s+|` +
		`^dichiarazion[ei] (?:di|del|della)\s+|^(?:verklaring|reactie) van\s+|^declaraç(?:ão|ões) (?:de|do|da)\s+`)
)

// surelySomebody tells a name with an office or an organisation from a heading with a comma
// in it.
func (d *Copy) surelySomebody(who Speaker) bool {
	return who.Title != "" || d.isKnown(who.Name) || prose.IsOrganisation(who.Org) || who.Org != "" && who.Org == strings.ToUpper(who.Org)
}

var accordingTo = pattern.New(`(?i)^(?:(?:já|também|ainda|ya|también|además|asimismo|anche) )?` +
	`(?:according to|in the words of|as|para|según|de acuerdo con|en (?:palabras|opinión) del?|a (?:juicio|criterio) del?|selon|` +
	`na (?:opinião|avaliação|visão|análise|ótica|perspetiva|perspectiva) d[eao]|no entender d[eao]|` +
	`d[’']après|aux yeux de|de l[’']avis de|à en croire|aux? dires? de|` +
	`ad avviso di|a giudizio di|stando a|` +
	`pour|laut|` +
	`nach (?:ansicht|meinung|angaben|worten) von|secondo|a detta di|a parere di|per|segundo|conforme|de acordo com|nas palavras d[eoa]|` +
	`volgens|enligt|ifølge)\s+(.+?)(?:\s+(?:put it|puts it|noted|said))?$`)

// inView is who sees it so, by a sentence that begins with such words: what stands behind a comma may be no office.
func (d *Copy) inView(s string) Speaker {
	g := accordingTo.FindStringSubmatch(s)
	if g == nil {
		return Speaker{}
	}
	who := d.Parse(g[1])
	view, told, _ := strings.Cut(g[1], ", ")
	of := isPreposition(prose.FirstWord(told), d.Base()) // "Ana Ruiz, da direção do MSP"
	if told != "" && !of && (!who.Ok || who.Title != "" && !d.IsTitle(who.Title)) {
		who = d.Parse(view)
	}
	who.Ok = who.Ok && (who.Name != "" || d.English() && prose.IsOrganisation(who.Org))
	return who
}
