package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// A statement stands whole in marks, and who makes it stands above or behind without a verb.

// statement reads words that are all in marks under a line that says whose statement they
// are. It returns how many paragraphs that took.
func (d *draft) statement(list []para) int {
	clause := list[0]
	if len(list) < 2 || hasOpening(clause.text) || len(strings.Fields(clause.text)) > 30 {
		return 0
	}
	next := list[1]
	words, ok := d.inMarks(next.text)
	if !ok || next.level > 0 {
		return 0
	}
	by := statementBy.FindString(clause.text)

	phrase := dayOfWords.ReplaceAllString(strings.TrimRight(clause.text[len(by):], " :"), "")
	who := d.parse(phrase)
	switch org, isOrg := d.orgRun(phrase); {
	case by == "":
		who, ok = d.makes(clause.text)
	case !who.ok && isOrg && org == phrase && isOrganisation(org): // "from" stands before places too
		who = speaker{org: org, ok: true}
	}
	if !ok || !who.ok || who.name == "" && who.org == "" || who.name != "" && !d.surelySomebody(who) {
		return 0
	}
	clause.level = 0
	d.addQuote(quoted{para: next, segs: []segment{words}, style: "lead-in", clause: clause, who: who})
	used := 2
	for next.bullet != "" && used < len(list) && list[used].bullet != "" { // further words, each an item
		p := list[used]
		more, ok := d.inMarks(p.text)
		if !ok {
			break
		}
		d.quotes[len(d.quotes)-1].Text += "\n\n" + quoteMarkdown(p, more)
		used++
	}
	d.running = running{quote: len(d.quotes), closed: !strings.Contains(by, "ttribut")}
	return used
}

// dayOfWords is the day of a statement behind who makes it.
var dayOfWords = pattern.New(`[,;]? (?:on )?(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? \p{L}{3,9} \d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$`)

// ofWhat goes on behind a statement: with what it is about, or why it is made.
const ofWhat = `(?:on|about|regarding|concerning|following|after|in response|in reaction|for|upon|ahead of|` +
	`welcoming|condemning|calling|urging|announcing|supporting|opposing|responding|commending|congratulating|thanking|marking|` +
	`honou?ring|celebrating|mourning|praising|denouncing|addressing|rejecting|applauding|criticizing|criticising|as)`

// statementInHeadline is a headline that says whose statement the release is.
var statementInHeadline = pattern.New(`(?i)^(?:(?:an?|official|press|media|public|full) )*statement (?:from|by|of) (.+?)` +
	`(?:,? ` + ofWhat + ` .*|:.*|\. \p{L}+ \d.*)?$|` +
	`^([^,:;]+?)(?:[’']s|[’'])?(?: (?:releases?|issues?|makes?)(?: (?:an?|the|official|following))*)? statement(?: ` + ofWhat + ` .*)?$`)

// headlineMakes reads words that are all in marks, right under such a headline.
func (d *draft) headlineMakes(p para) bool {
	m := statementInHeadline.FindStringSubmatch(d.headline.text)
	words, ok := d.inMarks(p.text)
	if m == nil || !ok || len(d.pieces) > 0 || longPara(p.text) {
		return false
	}
	who := d.parse(m[1] + m[2])
	if !who.ok || who.name == "" || !d.surelySomebody(who) {
		return false
	}
	if m[2] != "" && !d.hasLike(`\b`, who.name, `\b`) {
		return false // "Ruiz Welcomes Statement" has a name that is none
	}
	d.addQuote(quoted{para: p, segs: []segment{words}, style: "block", who: who})
	d.running = running{quote: len(d.quotes)}
	return true
}

// headed reads words that are all in marks under a heading that names somebody with an office. It
// returns how many paragraphs that took.
func (d *draft) headed(list []para) int {
	if len(list) < 2 || len(d.segments(list[0].text)) > 0 {
		return 0
	}
	p := list[0]
	p.level = 0
	if _, inMarks := d.inMarks(list[1].text); !inMarks || !d.signedBy(p.text) || !d.clauseAbove(p, list[1]) {
		return 0
	}
	return 2
}

// wholeItem reads an item of a list that is somebody's words, with whose they are, and nothing else.
func (d *draft) wholeItem(p para) bool {
	if p.bullet != "-" || p.level > 0 || p.table != "" || longPara(p.text) || len(d.segments(p.text)) == 0 {
		return false
	}
	pieces, quotes, known, since, last := len(d.pieces), len(d.quotes), slices.Clone(d.known), d.since, d.running
	bare := p
	bare.bullet, bare.depth = "", 0
	d.paragraph(bare)
	whole := len(d.quotes) > quotes
	for _, piece := range d.pieces[pieces:] {
		whole = whole && piece.quote >= 0
	}
	if !whole {
		d.pieces, d.quotes, d.known, d.since, d.running = d.pieces[:pieces], d.quotes[:quotes], known, since, last
	}
	return whole
}

// statementReads is a sentence that leads from a statement of which the text tells to its words.
var statementReads = pattern.New(`(?i)^(?:(?:the|her|his|their|its|a) )?(?:(?:full|joint|complete|written) )*` +
	`(?:statement|comments?|remarks)(?: in full)?(?: (?:reads?|follows?|said|says|is|are|was)(?: as follows| below| in full)?)?$`)

// reads is who has made the statement that such a sentence leads to: the sentence before tells.
func (d *draft) reads(s string) (speaker, bool) {
	text := strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(d.since, " :,\n"), s))
	if !d.english() || !statementReads.MatchString(s) || text == "" || longPara(text) {
		return speaker{}, false
	}
	return d.makes(strings.TrimRight(text[lastSentence(text, d.cat):], " .:"))
}

// makes is who makes a statement of which a sentence tells.
func (d *draft) makes(sentence string) (speaker, bool) {
	m := statementMade.FindStringIndex(sentence)
	if m == nil {
		return speaker{}, false
	}
	who := d.subject(sentence[len(capitalDateline.FindString(sentence)):m[0]])
	return who, who.ok && who.name != ""
}

// capitalDateline is where a release comes from, in capitals, before its first sentence.
var capitalDateline = pattern.New(`^\p{Lu}[\p{Lu}., ]+ (?:[–—-]|--) `)

// states is who makes the statement to which a sentence leads, by itself or with the one before it.
func (d *draft) states(s string) (speaker, bool) {
	if who, ok := d.reads(s); ok {
		return who, true
	}
	return d.makes(s)
}

// leadsToWords tells a line that says whose the words in marks below it are.
func leadsToWords(list []para) bool {
	return len(list) > 1 && startsWithQuote(list[1].text) &&
		(strings.HasSuffix(strings.TrimSpace(list[0].text), ":") || statementMade.MatchString(list[0].text))
}

// behindFrom is "From", with a name and an office behind it.
var behindFrom = pattern.New(`^(?:From|Von|De|Van|Da) (\p{Lu}[^,:;]*, [^:;]+)$`)

// heWentOn ends a sentence that leads on to words of who spoke last: "Nach der Rede fuhr er fort:".
const heWentOn = `(?:^|[\s,])(?i:{verb}|fuhr|fährt|setzte|vervolgde|ging|continua|poursuit) (?:{pronoun})` +
	`(?: (?:fort|hinzu|weiter|an|aus|toe|verder|door))?$`

// opens reads a sentence that begins with "From" or with the verb, right before words in marks;
// from is where it begins, and open that it leads on to them.
func (d *draft) opens(s string, from int, open bool) (speaker, bool) {
	if who, ok := d.from(s); ok && from == 0 {
		return who, true
	}
	if who, ok := d.fromWhom(s); ok && open {
		return who, true
	}
	if who, ok := d.thenToSay(s); ok && open {
		return who, true
	}
	if open && andToSay.MatchString(s) && !d.english() {
		return d.meantOrUnsaid(), true
	}
	if open && !d.english() && d.phrasing(`^(?i:y|e|et|en|und) (?:{verb})$`).MatchString(s) {
		who := d.meant() // "Y agregó:"
		return who, who.ok
	}
	if open && !d.english() && (wordsOn.MatchString(s) || d.phrasing(heWentOn).MatchString(s)) {
		return d.meantOrUnsaid(), true
	}
	if open && d.english() && d.phrasing(adding).MatchString(s) {
		return d.meantOrUnsaid(), true
	}
	if m := putsIt.FindStringSubmatch(s); m != nil && open && d.english() {
		who := d.subject(m[1])
		return who, who.ok && who.name != ""
	}
	who, ok := d.saidFirst(s)
	return who, ok && open
}

// putsIt leads to somebody's words: "Ruiz put it this way".
var putsIt = pattern.New(`^(\p{Lu}[^,.;:“”"]{1,80}?) (?:put|puts|summed|sums) it (?:up )?` +
	`(?:this way|like this|as follows|simply|bluntly|plainly|thus)$`)

// adding leads in English to further words of who spoke last: "Adding:", "And said:".
const adding = `^(?i:(?:and )?(?:also |then )?(?:adding|continuing|concluding)|and (?:also |then )?(?:{verb}))$`

// saidFirst reads "Said Ana Ruiz, director of River Alliance," right before words in marks.
func (d *draft) saidFirst(s string) (speaker, bool) {
	re := d.phrasing(`^(?i:{verb}) (\p{Lu}.*)`)
	m := re.FindStringSubmatch(s)
	if m == nil || !startsUpper(s) || !d.english() || len(d.verbPlaces(m[1])) > 0 {
		return speaker{}, false
	}
	who := d.parse(m[1])
	return who, who.ok && who.name != ""
}

// from reads who is named so before words in marks.
func (d *draft) from(s string) (speaker, bool) {
	m := behindFrom.FindStringSubmatch(s)
	if m == nil || len(d.verbPlaces(s)) > 0 {
		return speaker{}, false
	}
	who := d.parse(m[1])
	return who, who.ok && who.name != "" && d.isTitle(who.title) && strings.HasPrefix(m[1], firstWord(who.name))
}

// setOff reads words that are set off without marks, of which the last sentence ends with a
// clause that says whose they are: "…, dice Anna Conti, presidente di Fiumi Vivi."
func (d *draft) setOff(p para) bool {
	if !p.quoted || longPara(p.text) || hasOpening(p.text) {
		return false
	}
	re := d.phrasing(`, ((?:{verb}) \p{Lu}[^.!?;:]*)\.?$`)
	m := re.FindStringSubmatchIndex(p.text)
	if m == nil || wordsIn(p.text[:m[0]]) <= fewWords {
		return false
	}
	who, ok := d.said(p.text[m[2]:m[3]])
	if !ok || who.name == "" || who.title == "" && who.org == "" {
		return false
	}
	d.addQuote(quoted{para: p, segs: []segment{{to: m[0], end: m[0]}}, style: "said", punct: ".", who: who, clause: p.part(m[2], m[3])})
	return true
}

// unopened reads words that are set off, of which the opening mark is forgotten and the
// closing one stands before a clause that says whose they are.
func (d *draft) unopened(p para) bool {
	if longPara(p.text) || startsWithQuote(p.text) {
		return false
	}
	if d.unopenedBehind(p) {
		return true
	}
	if !p.quoted && !d.opensUnmarked(p.text) {
		return false
	}
	at := strings.LastIndexAny(p.text, "\"”»“")
	if at < 3 {
		return false
	}
	_, size := utf8.DecodeRuneInString(p.text[at:])
	before, _ := utf8.DecodeLastRuneInString(p.text[:at])
	mark := p.text[at : at+size]
	pairs := strings.Count(p.text, "“") == strings.Count(p.text, "”") && strings.Count(p.text, "«") == strings.Count(p.text, "»")
	if unicode.IsSpace(before) && mark != "»" || mark == `"` && strings.Count(p.text, mark)%2 == 0 || mark != `"` && pairs {
		return false
	}
	c, ok := d.clauseAfter(p.text[at+size:], true)
	if !ok || c.who.name == "" || strings.Trim(p.text[at+size+c.next:], " .") != "" {
		return false
	}
	d.addQuote(quoted{
		para: p, segs: []segment{{to: at, end: at + size, forgotten: true}}, style: "said", who: c.who, punct: c.punct,
		clause: p.part(at+size+c.from, at+size+c.to),
	})
	return true
}

// unopenedBehind reads words with which a paragraph ends, up to the only mark that it has, behind a
// clause with a colon: "Ana Ruiz, director of River Alliance, said: We are glad.”"
func (d *draft) unopenedBehind(p para) bool {
	at := strings.IndexAny(p.text, "\"”“»«„")
	if at < 0 || strings.Trim(p.text[at:], "\"”") != "" || strings.Count(p.text[at:], "") > 2 {
		return false
	}
	lead, words, ok := strings.Cut(p.text[:at], ": ")
	if !ok || !d.english() || wordsIn(words) <= fewWords || !d.saysBefore(lead) {
		return false
	}
	from, who, ok := d.clauseBefore(lead)
	if !ok || from != 0 || who.name == "" || who.title == "" && who.org == "" {
		return false
	}
	begin := at - len(words)
	d.addQuote(quoted{
		para: p, segs: []segment{{start: begin, from: begin, to: at, end: len(p.text), forgotten: true}}, style: "lead-in", who: who,
		clause: p.part(0, len(lead)+len(":")),
	})
	return true
}

// saysBefore tells a sentence that ends with a verb of saying.
func (d *draft) saysBefore(s string) bool { return d.isVerb(strings.ToLower(lastWord(s))) }

// opensUnmarked tells a paragraph with one mark, which closes words; somebody has spoken before.
func (d *draft) opensUnmarked(text string) bool {
	at := strings.IndexAny(text, "\"”“»«„")
	return at > 0 && at == strings.LastIndexAny(text, "\"”“»«„") && len(d.quotes) > 0 && startsUpper(text) &&
		strings.ContainsAny(text[at-1:at], ",.!?") && wordsIn(text[:at]) > fewWords && d.english()
}

// namedAhead reads a name with its office right before a sentence in marks, and nothing else: "Ana Ruiz,
// director of River Alliance, “…”"
func (d *draft) namedAhead(gap, words string) (speaker, bool) {
	text, comma := strings.CutSuffix(trimEnd(gap), ",")
	last, _ := utf8.DecodeLastRuneInString(words)
	if !comma || !d.english() || wordsIn(words) <= fewWords || !startsUpper(words) || !strings.ContainsRune(".!?…", last) {
		return speaker{}, false
	}
	who, ok := d.nameAlone(strings.TrimSpace(text))
	return who, ok && d.isTitle(who.title)
}

// unverbed reads a name with its office right behind words that end with a stop, or a sentence that has
// its stop behind the mark, and nothing else behind it.
func (d *draft) unverbed(words, gap string) (clause, bool) {
	last, _ := utf8.DecodeLastRuneInString(words)
	outside := strings.HasPrefix(gap, ".") && startsUpper(words) && wordsIn(words) > fewWords
	text := strings.Trim(strings.TrimSpace(gap), " .")
	open := last == ',' // it wants a clause behind it
	if !outside && !strings.ContainsRune(".!?…,", last) || strings.ContainsAny(text, ";:") {
		return clause{}, false
	}
	_, office, _ := strings.Cut(text, ", ")
	who, ok := d.nameAlone(text)
	if !ok || !d.isTitle(who.title) && !(open && who.org != "") || relative[strings.ToLower(firstWord(office))] {
		return clause{}, false
	}
	from := strings.Index(gap, text)
	return clause{from: from, to: from + len(text), next: len(gap), dash: true, who: who}, true
}

// plainLead is the first of some paragraphs; a heading that leads on to words in marks is plain text.
func (d *draft) plainLead(list []para) para {
	if list[0].level > 0 && leadsToWords(list) {
		if _, who, ok := d.makesStatement(strings.TrimSpace(list[0].text), list[1].text); ok && who.name != "" {
			list[0].level = 0
		}
	}
	return list[0]
}

// statementMade ends a sentence that announces somebody's words.
var statementMade = pattern.New(`(?i)\s(?:(?:has|today|tonight|also)\s)?(?:made|issued?|issues|released?|releases|gave|` +
	`offered|delivered|` +
	`published)\s+(?:today\s)?` +
	`(?:the following|this|a|the)\s+(?:\p{L}+\s){0,3}?(?:statement|remarks|comments?)\b[^:“”"]*$`)

// inCapitals finds whose surname stands in capitals before a colon, as in the record of a
// conversation.
func (d *draft) inCapitals(s string) (speaker, bool) {
	if len(s) < 4 || s != strings.ToUpper(s) || strings.ContainsAny(s, " .0123456789") {
		return speaker{}, false
	}
	for i := len(d.known) - 1; i >= 0; i-- {
		if strings.EqualFold(lastWord(d.known[i].name), s) {
			d.known[i].ok = true
			return d.known[i], true
		}
	}
	first, size := utf8.DecodeRuneInString(s)
	return d.elsewhere(string(first) + strings.ToLower(s[size:]))
}
