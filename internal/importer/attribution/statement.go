package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A statement stands whole in marks, and who makes it stands above or behind without a verb.

// statement reads words that are all in marks under a line that says whose statement they
// are. It returns how many paragraphs that took.
func (d *Copy) statement(list []prose.Para) int {
	clause := list[0]
	if len(list) < 2 || prose.HasOpening(clause.Text) || len(strings.Fields(clause.Text)) > 30 {
		return 0
	}
	next := list[1]
	words, ok := d.inMarks(next.Text)
	if !ok || next.Level > 0 {
		return 0
	}
	by := statementBy.FindString(clause.Text)

	phrase := dayOfWords.ReplaceAllString(strings.TrimRight(clause.Text[len(by):], " :"), "")
	who := d.Parse(phrase)
	switch org, isOrg := d.OrgRun(phrase); {
	case by == "":
		who, ok = d.makes(clause.Text)
	case !who.Ok && isOrg && org == phrase && prose.IsOrganisation(org): // "from" stands before places too
		who = Speaker{Org: org, Ok: true}
	}
	if !ok || !who.Ok || who.Name == "" && who.Org == "" || who.Name != "" && !d.surelySomebody(who) {
		return 0
	}
	clause.Level = 0
	d.addQuote(quoted{para: next, segs: []segment{words}, style: "lead-in", clause: clause, who: who})
	used := 2
	for next.Bullet != "" && used < len(list) && list[used].Bullet != "" { // further words, each an item
		p := list[used]
		more, ok := d.inMarks(p.Text)
		if !ok {
			break
		}
		d.Quotes[len(d.Quotes)-1].Text += "\n\n" + quoteMarkdown(p, more)
		used++
	}
	d.running = Running{quote: len(d.Quotes), closed: !strings.Contains(by, "ttribut")}
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
func (d *Copy) headlineMakes(p prose.Para) bool {
	m := statementInHeadline.FindStringSubmatch(d.Headline.Text)
	words, ok := d.inMarks(p.Text)
	if m == nil || !ok || len(d.Pieces) > 0 || prose.LongPara(p.Text) {
		return false
	}
	who := d.Parse(m[1] + m[2])
	if !who.Ok || who.Name == "" || !d.surelySomebody(who) {
		return false
	}
	if m[2] != "" && !d.hasLike(`\b`, who.Name, `\b`) {
		return false // "Ruiz Welcomes Statement" has a name that is none
	}
	d.addQuote(quoted{para: p, segs: []segment{words}, style: "block", who: who})
	d.running = Running{quote: len(d.Quotes)}
	return true
}

// headed reads words that are all in marks under a heading that names somebody with an office. It
// returns how many paragraphs that took.
func (d *Copy) headed(list []prose.Para) int {
	if len(list) < 2 || len(d.segments(list[0].Text)) > 0 {
		return 0
	}
	p := list[0]
	p.Level = 0
	if _, inMarks := d.inMarks(list[1].Text); !inMarks || !d.signedBy(p.Text) || !d.clauseAbove(p, list[1]) {
		return 0
	}
	return 2
}

// wholeItem reads an item of a list that is somebody's words, with whose they are, and nothing else.
func (d *Copy) wholeItem(p prose.Para) bool {
	if p.Bullet != "-" || p.Level > 0 || p.Table != "" || prose.LongPara(p.Text) || len(d.segments(p.Text)) == 0 {
		return false
	}
	pieces, quotes, known, since, last := len(d.Pieces), len(d.Quotes), slices.Clone(d.Known), d.since, d.running
	bare := p
	bare.Bullet, bare.Depth = "", 0
	d.paragraph(bare)
	whole := len(d.Quotes) > quotes
	for _, piece := range d.Pieces[pieces:] {
		whole = whole && piece.Quote >= 0
	}
	if !whole {
		d.Pieces, d.Quotes, d.Known, d.since, d.running = d.Pieces[:pieces], d.Quotes[:quotes], known, since, last
	}
	return whole
}

// statementReads is a sentence that leads from a statement of which the text tells to its words.
var statementReads = pattern.New(`(?i)^(?:(?:the|her|his|their|its|a) )?(?:(?:full|joint|complete|written) )*` +
	`(?:statement|comments?|remarks)(?: in full)?(?: (?:reads?|follows?|said|says|is|are|was)(?: as follows| below| in full)?)?$`)

// reads is who has made the statement that such a sentence leads to: the sentence before tells.
func (d *Copy) reads(s string) (Speaker, bool) {
	text := strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(d.since, " :,\n"), s))
	if !d.English() || !statementReads.MatchString(s) || text == "" || prose.LongPara(text) {
		return Speaker{}, false
	}
	return d.makes(strings.TrimRight(text[prose.LastSentence(text, d.Cat):], " .:"))
}

// makes is who makes a statement of which a sentence tells.
func (d *Copy) makes(sentence string) (Speaker, bool) {
	m := prose.StatementMade.FindStringIndex(sentence)
	if m == nil {
		return Speaker{}, false
	}
	who := d.subject(sentence[len(capitalDateline.FindString(sentence)):m[0]])
	return who, who.Ok && who.Name != ""
}

// capitalDateline is where a release comes from, in capitals, before its first sentence.
var capitalDateline = pattern.New(`^\p{Lu}[\p{Lu}., ]+ (?:[–—-]|--) `)

// states is who makes the statement to which a sentence leads, by itself or with the one before it.
func (d *Copy) states(s string) (Speaker, bool) {
	if who, ok := d.reads(s); ok {
		return who, true
	}
	return d.makes(s)
}

// behindFrom is "From", with a name and an office behind it.
var behindFrom = pattern.New(`^(?:From|Von|De|Van|Da) (\p{Lu}[^,:;]*, [^:;]+)$`)

// heWentOn ends a sentence that leads on to words of who spoke last: "Nach der Rede fuhr er fort:".
const heWentOn = `(?:^|[\s,])(?i:{verb}|fuhr|fährt|setzte|vervolgde|ging|continua|poursuit) (?:{pronoun})` +
	`(?: (?:fort|hinzu|weiter|an|aus|toe|verder|door))?$`

// opens reads a sentence that begins with "From" or with the verb, right before words in marks;
// from is where it begins, and open that it leads on to them.
func (d *Copy) opens(s string, from int, open bool) (Speaker, bool) {
	if who, ok := d.from(s); ok && from == 0 {
		return who, true
	}
	if who, ok := d.fromWhom(s); ok && open {
		return who, true
	}
	if who, ok := d.thenToSay(s); ok && open {
		return who, true
	}
	if open && andToSay.MatchString(s) && !d.English() {
		return d.meantOrUnsaid(), true
	}
	if open && !d.English() && d.phrasing(`^(?i:y|e|et|en|und) (?:{verb})$`).MatchString(s) {
		who := d.meant() // "Y agregó:"
		return who, who.Ok
	}
	if open && !d.English() && (wordsOn.MatchString(s) || d.phrasing(heWentOn).MatchString(s)) {
		return d.meantOrUnsaid(), true
	}
	if open && d.English() && d.phrasing(adding).MatchString(s) {
		return d.meantOrUnsaid(), true
	}
	if m := putsIt.FindStringSubmatch(s); m != nil && open && d.English() {
		who := d.subject(m[1])
		return who, who.Ok && who.Name != ""
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
func (d *Copy) saidFirst(s string) (Speaker, bool) {
	re := d.phrasing(`^(?i:{verb}) (\p{Lu}.*)`)
	m := re.FindStringSubmatch(s)
	if m == nil || !prose.StartsUpper(s) || !d.English() || len(d.verbPlaces(m[1])) > 0 {
		return Speaker{}, false
	}
	who := d.Parse(m[1])
	return who, who.Ok && who.Name != ""
}

// from reads who is named so before words in marks.
func (d *Copy) from(s string) (Speaker, bool) {
	m := behindFrom.FindStringSubmatch(s)
	if m == nil || len(d.verbPlaces(s)) > 0 {
		return Speaker{}, false
	}
	who := d.Parse(m[1])
	return who, who.Ok && who.Name != "" && d.IsTitle(who.Title) && strings.HasPrefix(m[1], prose.FirstWord(who.Name))
}

// setOff reads words that are set off without marks, of which the last sentence ends with a
// clause that says whose they are: "…, dice Anna Conti, presidente di Fiumi Vivi."
func (d *Copy) setOff(p prose.Para) bool {
	if !p.Quoted || prose.LongPara(p.Text) || prose.HasOpening(p.Text) {
		return false
	}
	re := d.phrasing(`, ((?:{verb}) \p{Lu}[^.!?;:]*)\.?$`)
	m := re.FindStringSubmatchIndex(p.Text)
	if m == nil || prose.WordsIn(p.Text[:m[0]]) <= fewWords {
		return false
	}
	who, ok := d.Said(p.Text[m[2]:m[3]])
	if !ok || who.Name == "" || who.Title == "" && who.Org == "" {
		return false
	}
	d.addQuote(quoted{para: p, segs: []segment{{to: m[0], end: m[0]}}, style: "said", punct: ".", who: who, clause: p.Part(m[2], m[3])})
	return true
}

// unopened reads words that are set off, of which the opening mark is forgotten and the
// closing one stands before a clause that says whose they are.
func (d *Copy) unopened(p prose.Para) bool {
	if prose.LongPara(p.Text) || prose.StartsWithQuote(p.Text) {
		return false
	}
	if d.unopenedBehind(p) {
		return true
	}
	if !p.Quoted && !d.opensUnmarked(p.Text) {
		return false
	}
	at := strings.LastIndexAny(p.Text, "\"”»“")
	if at < 3 {
		return false
	}
	_, size := utf8.DecodeRuneInString(p.Text[at:])
	before, _ := utf8.DecodeLastRuneInString(p.Text[:at])
	mark := p.Text[at : at+size]
	pairs := strings.Count(p.Text, "“") == strings.Count(p.Text, "”") && strings.Count(p.Text, "«") == strings.Count(p.Text, "»")
	if unicode.IsSpace(before) && mark != "»" || mark == `"` && strings.Count(p.Text, mark)%2 == 0 || mark != `"` && pairs {
		return false
	}
	c, ok := d.clauseAfter(p.Text[at+size:], true)
	if !ok || c.who.Name == "" || strings.Trim(p.Text[at+size+c.next:], " .") != "" {
		return false
	}
	d.addQuote(quoted{
		para: p, segs: []segment{{to: at, end: at + size, forgotten: true}}, style: "said", who: c.who, punct: c.punct,
		clause: p.Part(at+size+c.from, at+size+c.to),
	})
	return true
}

// unopenedBehind reads words with which a paragraph ends, up to the only mark that it has, behind a
// clause with a colon: "Ana Ruiz, director of River Alliance, said: We are glad.”"
func (d *Copy) unopenedBehind(p prose.Para) bool {
	at := strings.IndexAny(p.Text, "\"”“»«„")
	if at < 0 || strings.Trim(p.Text[at:], "\"”") != "" || strings.Count(p.Text[at:], "") > 2 {
		return false
	}
	lead, words, ok := strings.Cut(p.Text[:at], ": ")
	if !ok || !d.English() || prose.WordsIn(words) <= fewWords || !d.saysBefore(lead) {
		return false
	}
	from, who, ok := d.ClauseBefore(lead)
	if !ok || from != 0 || who.Name == "" || who.Title == "" && who.Org == "" {
		return false
	}
	begin := at - len(words)
	d.addQuote(quoted{
		para: p, segs: []segment{{start: begin, from: begin, to: at, end: len(p.Text), forgotten: true}}, style: "lead-in", who: who,
		clause: p.Part(0, len(lead)+len(":")),
	})
	return true
}

// saysBefore tells a sentence that ends with a verb of saying.
func (d *Copy) saysBefore(s string) bool { return d.isVerb(strings.ToLower(prose.LastWord(s))) }

// opensUnmarked tells a paragraph with one mark, which closes words; somebody has spoken before.
func (d *Copy) opensUnmarked(text string) bool {
	at := strings.IndexAny(text, "\"”“»«„")
	return at > 0 && at == strings.LastIndexAny(text, "\"”“»«„") && len(d.Quotes) > 0 && prose.StartsUpper(text) &&
		strings.ContainsAny(text[at-1:at], ",.!?") && prose.WordsIn(text[:at]) > fewWords && d.English()
}

// namedAhead reads a name with its office right before a sentence in marks, and nothing else: "Ana Ruiz,
// director of River Alliance, “…”"
func (d *Copy) namedAhead(gap, words string) (Speaker, bool) {
	text, comma := strings.CutSuffix(prose.TrimEnd(gap), ",")
	last, _ := utf8.DecodeLastRuneInString(words)
	if !comma || !d.English() || prose.WordsIn(words) <= fewWords || !prose.StartsUpper(words) || !strings.ContainsRune(".!?…", last) {
		return Speaker{}, false
	}
	who, ok := d.nameAlone(strings.TrimSpace(text))
	return who, ok && d.IsTitle(who.Title)
}

// unverbed reads a name with its office right behind words that end with a stop, or a sentence that has
// its stop behind the mark, and nothing else behind it.
func (d *Copy) unverbed(words, gap string) (clause, bool) {
	last, _ := utf8.DecodeLastRuneInString(words)
	outside := strings.HasPrefix(gap, ".") && prose.StartsUpper(words) && prose.WordsIn(words) > fewWords
	text := strings.Trim(strings.TrimSpace(gap), " .")
	open := last == ',' // it wants a clause behind it
	if !outside && !strings.ContainsRune(".!?…,", last) || strings.ContainsAny(text, ";:") {
		return clause{}, false
	}
	_, office, _ := strings.Cut(text, ", ")
	who, ok := d.nameAlone(text)
	if !ok || !d.IsTitle(who.Title) && !(open && who.Org != "") || relative[strings.ToLower(prose.FirstWord(office))] {
		return clause{}, false
	}
	from := strings.Index(gap, text)
	return clause{from: from, to: from + len(text), next: len(gap), dash: true, who: who}, true
}

// plainLead is the first of some paragraphs; a heading that leads on to words in marks is plain text.
func (d *Copy) plainLead(list []prose.Para) prose.Para {
	if list[0].Level > 0 && prose.LeadsToWords(list) {
		if _, who, ok := d.makesStatement(strings.TrimSpace(list[0].Text), list[1].Text); ok && who.Name != "" {
			list[0].Level = 0
		}
	}
	return list[0]
}

// inCapitals finds whose surname stands in capitals before a colon, as in the record of a
// conversation.
func (d *Copy) inCapitals(s string) (Speaker, bool) {
	if len(s) < 4 || s != strings.ToUpper(s) || strings.ContainsAny(s, " .0123456789") {
		return Speaker{}, false
	}
	for i := len(d.Known) - 1; i >= 0; i-- {
		if strings.EqualFold(prose.LastWord(d.Known[i].Name), s) {
			d.Known[i].Ok = true
			return d.Known[i], true
		}
	}
	first, size := utf8.DecodeRuneInString(s)
	return d.elsewhere(string(first) + strings.ToLower(s[size:]))
}
