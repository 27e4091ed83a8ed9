package importer

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/release"
)

// piece is a part of the body as it is written out: a paragraph, or a quote.
type piece struct {
	para   para
	quote  int // index of a quote, -1 for a paragraph
	unsure string
}

// speech finds the quotes of the body.
func (d *draft) speech() {
	rest := d.outOfReach()
	d.introduce(d.body)
	d.dialogue(d.body)
	list := d.reopened(d.signedLines(d.body))
	for i := 0; i < len(list); i++ {
		p := d.plainLead(list[i:])
		last := d.running
		d.running = running{}
		if p.level > 0 {
			if used := max(d.statement(list[i:]), d.headed(list[i:]), d.unmarked(list[i:])); used > 0 {
				i += used - 1
				continue
			}
		}
		if d.wholeItem(p) {
			continue
		}
		if longPara(p.text) || p.table != "" || p.level > 0 || p.bullet != "" || p.text == "" {
			d.pieces = append(d.pieces, piece{para: p, quote: -1, unsure: d.unplaced(p)})
			continue
		}
		if used := d.block(list[i:]); used > 0 {
			i += used - 1
			continue
		}
		if used := d.unmarked(list[i:]); used > 0 {
			i += used - 1
			continue
		}
		setOff := p.quoted && i > 0 && !list[i-1].quoted // and the paragraph before is not
		if d.headlineMakes(p) || !setOff && d.goesOnWith(last, p) || d.unopened(p) || d.setOff(p) || d.behindTelling(list, i) {
			continue
		}
		if used, ok := d.upTo(list, i); ok {
			i += used - 1
			continue
		}
		d.paragraph(p)
	}
	d.onlyVoice()
	d.pieces = append(d.pieces, rest...)
}

// longPara tells a paragraph that is longer, or has more quotation marks, than any
// in a release: it stays text.
func longPara(s string) bool {
	marks := 0
	for _, r := range s {
		if strings.ContainsRune("“”„«»\"", r) {
			marks++
		}
	}
	return len(s) > 16<<10 || marks > 60
}

// reopened joins the paragraphs of a quotation whose marks are opened anew at each:
// the one before has no closing mark.
func (d *draft) reopened(list []para) []para {
	var out []para
	list = d.closedBelow(list)
	for _, p := range list {
		if n := len(out); n > 0 && singlesGoOn(out[n-1], p) {
			_, size := utf8.DecodeRuneInString(p.text)
			out[n-1].join("\n\n", p.part(size, len(p.text)))
			continue
		}
		if n := len(out); n > 0 && p.bullet == "" && p.level == 0 && p.table == "" && startsWithQuote(p.text) && out[n-1].level == 0 &&
			out[n-1].table == "" {
			if longPara(out[n-1].text) {
				out = append(out, p)
				continue
			}
			segs := d.segments(out[n-1].text)
			if len(segs) > 0 && segs[len(segs)-1].forgotten &&
				(segs[len(segs)-1].end == len(out[n-1].text) || d.goesOnBehindClause(out[n-1].text, segs[len(segs)-1])) &&
				!d.anotherSpeaks(out[n-1].text[:segs[len(segs)-1].start], p.text) {
				_, size := utf8.DecodeRuneInString(p.text)
				out[n-1].join("\n\n", p.part(size, len(p.text)))
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// anotherSpeaks tells that words of which the closing mark is missing have a clause before
// them that names somebody, and the words of the next paragraph one of their own.
func (d *draft) anotherSpeaks(before, next string) bool {
	segs := d.segments(next)
	if len(segs) == 0 || segs[0].forgotten {
		return false
	}
	_, first, ok := d.clauseBefore(before)
	_, okBehind := d.clauseAfter(next[segs[0].end:], len(segs) == 1)
	return ok && okBehind && first.name != ""
}

// block reads quotations whose attribution stands in a paragraph of its own: under
// the words with or without a dash, or above them with a colon. It returns how many
// paragraphs that took.
func (d *draft) block(list []para) int {
	if len(list) < 2 {
		return 0
	}
	p, next := list[0], list[1]
	if words, inMarks, ok := d.wordsOf(p, p.quoted); ok && d.clauseBelow(p, next, words, inMarks) {
		return 2
	}
	if used := d.signedBelow(list); used > 0 {
		return used
	}
	if used := d.statement(list); used > 0 {
		return used
	}
	if d.clauseAbove(p, next) {
		return 2
	}
	return 0
}

// wordsOf are the words of a paragraph that are somebody's whole: all in marks, or set off by the
// source without any.
func (d *draft) wordsOf(p para, setOff bool) (words segment, inMarks, ok bool) {
	if words, inMarks = d.inMarks(p.text); inMarks {
		return words, true, true
	}
	return segment{to: len(p.text), end: len(p.text)}, false, setOff && p.text != "" && len(d.segments(p.text)) == 0
}

// clauseAbove reads a line that says whose the words of the next paragraph are.
func (d *draft) clauseAbove(p, next para) bool {
	leads := strings.HasSuffix(p.text, ":")
	words, _, ok := d.wordsOf(next, (next.quoted || leads && next.slanted()) && !p.quoted)
	oneLine := looksLikeSignature(p.text) && !sentenceWithin.MatchString(p.text)
	if !ok || !leads && !oneLine || len(d.segments(p.text)) > 0 || hasOpening(p.text) && !leads || !leads && len(p.text) >= 300 ||
		next.bullet != "" || next.level > 0 {
		return false
	}
	since := d.since
	d.since += p.text[:lastSentence(p.text, d.cat)] // somebody may be named there
	from, who, ok := d.clauseBefore(p.text)
	d.since = since
	if !ok && !leads {
		who = d.parse(p.text)
		ok = who.org != "" || d.english() && d.signedBy(p.text)
	}
	if !ok && next.quoted {
		who, ok = d.nameAbove(p.text)
	}
	if !ok {
		return false
	}
	if from > 0 {
		d.pieces = append(d.pieces, piece{para: p.part(0, from), quote: -1})
	}
	d.addQuote(quoted{para: next, segs: []segment{words}, style: "lead-in", clause: p.part(from, len(p.text)), who: who})
	d.running = running{quote: len(d.quotes)}
	return true
}

// quoted is a quote as found in a paragraph.
type quoted struct {
	para   para
	segs   []segment
	after  int // the clause stands behind this segment, in style said
	style  string
	clause para
	punct  string
	who    speaker
}

// paragraph divides a paragraph into text and quotes.
func (d *draft) paragraph(p para) {
	segs := d.segments(p.text)
	done := 0 // up to here the text has been given out
	gapTo := func(k int) int {
		if k == len(segs) {
			return len(p.text)
		}
		return segs[k].start
	}
	text := func(to int) {
		if q := p.part(done, to); q.text != "" {
			d.pieces = append(d.pieces, piece{para: q, quote: -1, unsure: d.unplaced(q)})
			d.overheard(q.text)
		}
		done = to
	}
	earlier := d.since
	for k := 0; k < len(segs); k++ {
		q := quoted{para: p, segs: []segment{segs[k]}}
		d.since = earlier + p.text[done:segs[k].start]
		before := done
		if k > 0 {
			before = max(done, segs[k-1].end)
		}
		after := p.text[segs[k].end:gapTo(k+1)]
		if parts, at, who, ok := d.inside(p.text, segs[k]); ok && d.begins(p.text[before:segs[k].start]) {
			text(segs[k].start)
			d.addQuote(quoted{para: p, segs: parts, style: "said", clause: p.part(at[0], at[1]), who: who})
			done = len(p.text) - len(strings.TrimLeftFunc(p.text[segs[k].end:], isBare))
			earlier = ""
			continue
		}
		words := p.text[segs[k].from:segs[k].to]
		before, gap := d.sentenceSoFar(p.text, done, before, segs[k].start)
		from, who, ok, behind, okBehind := d.clauses(gap, words, after, k+1 == len(segs))
		if !ok && !okBehind && before > done { // behind a word in marks that nobody says
			from, who, ok = d.toldBefore(p.text[done:segs[k].start], words, after)
			before = done
		}
		switch {
		case ok && wordsIn(words) > 1 && !d.withinTelling(gap, words, after):
			text(before + from)
			q.style, q.who = "lead-in", who
			q.clause = p.part(before+from, gapTo(k))
			done = segs[k].end
		case okBehind && wordsIn(words) > 1 && (d.english() || d.begins(gap)):
			text(segs[k].start)
			q.style, q.who, q.punct = "said", behind.who, behind.punct
			if behind.dash {
				q.style = "dash"
			}
			q.clause = p.part(segs[k].end+behind.from, segs[k].end+behind.to)
			done = segs[k].end + behind.next
			q.who = d.toldBehind(q.who, p.text[done:])
		default:
			continue // the words stay where they are
		}
		d.know(q.who)
		if end := d.runsInto(p.text, done, segs[k+1:]); end > 0 && q.style != "lead-in" {
			q.clause, done = p.part(segs[k].end+behind.from, end), end
			for k+1 < len(segs) && segs[k+1].start < end {
				k++
			}
		}
		k, done = d.goesOnWithin(&q, segs, k, done)
		done = len(p.text) - len(strings.TrimLeftFunc(p.text[done:], isBare))
		d.addQuote(q)
		if unicode.IsLower(firstRune(p.text[done:])) || q.style == "said" && !d.begins(gap) {
			d.noteRest()
		}
		earlier = ""
		if done == len(p.text) && q.style != "dash" {
			d.running = running{quote: len(d.quotes), closed: segs[k].end == len(p.text)}
		}
	}
	if done < len(p.text) {
		d.since = earlier + p.text[done:] + "\n"
	}
	text(len(p.text))
}

// goesOnWithin adds to a quote what follows in marks with nothing between, and returns the last of
// the segments that are its own and where the text goes on.
func (d *draft) goesOnWithin(q *quoted, segs []segment, k, done int) (last, to int) {
	text := q.para.text
	for k+1 < len(segs) && onlyBare(text[done:segs[k+1].start]) {
		behind := len(text)
		if k+2 < len(segs) {
			behind = segs[k+2].start
		}
		after := text[segs[k+1].end:behind]
		if next, ok := d.clauseAfter(after, k+2 == len(segs)); ok && !next.dash && q.style != "" && !d.reportsOn(text[:segs[k+1].to], after) &&
			(next.who.name != "" && q.who.name != "" && next.who.name != q.who.name ||
				strings.HasSuffix(strings.TrimRight(text[:segs[k+1].start], " \u00a0\n”\"»"), ".")) {
			break // it has an attribution of its own
		} else if !ok && d.someoneSays(after) {
			break // and nobody can tell whose
		}
		if _, _, _, ok := d.inside(text, segs[k+1]); ok {
			break
		}
		k++
		q.segs = append(q.segs, segs[k])
		done = segs[k].end
	}
	return k, done
}

// runsInto is where the sentence of a clause ends that goes on with words in marks which nobody
// says: “…,” said Ana Ruiz, who opened a school called “Open Water” in May. It is 0 for others.
func (d *draft) runsInto(text string, done int, segs []segment) int {
	if len(segs) == 0 || segs[0].start < done || strings.TrimSpace(text[done:segs[0].start]) != "" {
		return 0
	}
	last := lastWord(text[:done])
	if last == "" || startsUpper(last) || strings.ContainsAny(last[len(last)-1:], ",.:;!?") || d.isVerb(last) {
		return 0
	}
	end := done + len(firstSentence(text[done:], d.cat))
	for _, s := range segs {
		if s.start < end && s.end > end {
			end = s.end
		}
	}
	return end
}

// clauses finds who says words in marks in what stands before and behind them; where both are ok,
// what stands before them holds.
func (d *draft) clauses(gap, words, after string, last bool) (from int, who speaker, ok bool, behind clause, okBehind bool) {
	begins := !d.english() || d.begins(gap)
	gap, after = strings.ReplaceAll(gap, "\n", " "), strings.ReplaceAll(after, "\n", " ")
	d.overheard(gap)
	behind, okBehind = d.behindWords(begins, after, last)
	if startsUpper(words) && d.saidOfAThird(gap[lastSentence(trimEnd(gap), d.cat):]) {
		return 0, speaker{}, false, behind, false
	}
	from, who, ok = d.clauseBefore(gap)
	if okBehind && d.reportsOn(words, after) {
		okBehind = false
	}
	ownClause := okBehind && (!endsOpen(gap) || strings.HasSuffix(words, ",")) // "They stand by us: “We do,” said Ruiz"
	if ok && (ownClause || leading[strings.ToLower(lastWord(gap))]) {
		ok = false // or the words are part of a sentence: "as Ruiz wrote, the “walls and floors” …"
	}
	if !ok && okBehind && !last && (ledOn(gap, words) && strings.HasSuffix(behind.punct, ":") || !d.begins(gap) && d.andSays(after)) {
		okBehind = false // the clause leads on to the next words
	}
	if okBehind && !begins && !d.goesOnMidway(gap, words, after, behind.who) {
		okBehind = false // the sentence goes on behind the words before it says whose they are
	}
	if !ok && !okBehind {
		from, who, ok = d.thatBefore(gap, words, after)
	}
	if !ok && !okBehind {
		from, who, ok = d.partly(gap, words, after)
	}
	if !ok && !okBehind && d.andSays(gap) {
		who = d.meant()
		ok = who.ok
	}
	if !ok && !okBehind && d.begins(gap) {
		behind, okBehind = d.unverbed(words, after)
	}
	if !ok && !okBehind {
		from, who, ok = d.toldBefore(gap, words, after)
	}
	if !ok && !okBehind {
		from, who, ok = d.leadsOn(gap, words)
	}
	if !ok && !okBehind {
		from, who, ok = d.oneLeads(gap, words)
	}
	if !ok && !okBehind {
		from, who, ok = d.saidToWhom(gap, words, after)
	}
	if !ok && !okBehind {
		from, who, ok = d.colonAfterDoing(gap, words)
	}
	if !ok && !okBehind {
		from, who, ok = d.saysAtEnd(gap, words, after)
	}
	if !ok && !okBehind && last && onlyBare(after) {
		who, ok = d.namedAhead(gap, words)
	}
	return from, who, ok, behind, okBehind
}

// running is the quote with which a paragraph ended: its number from 1 on, and whether
// its words ended it, and no clause.
type running struct {
	quote  int
	closed bool
}

// goesOnWith takes a paragraph that is all in quotation marks, right behind one that
// ended with somebody's words, to be theirs too.
func (d *draft) goesOnWith(last running, p para) bool {
	words, ok := d.inMarks(p.text)
	if last.quote == 0 || !ok || wordsIn(p.text) < 3 || d.standsTwice(p.text[words.from:words.to]) {
		return false
	}
	if _, _, _, said := d.inside(p.text, words); said || d.saysItself(p.text[words.from:words.to]) {
		return false
	}
	q := &d.quotes[last.quote-1]
	q.Text += "\n\n" + quoteMarkdown(p, words)
	if last.closed && q.Unsure == "" {
		q.Unsure = "the paragraph behind these words stands in marks of its own and names nobody; it is taken to go on with them"
	}
	d.running = last
	return true
}

// begins tells whether quoted words begin a sentence of their own, or stand within
// one that is not theirs: “a disaster,” said of something is no quotation to take
// out of its sentence.
func (d *draft) begins(before string) bool {
	t := trimEnd(before)
	if t == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(t)
	return strings.ContainsRune(".!?:”»\"…", last) || datelineOpen.MatchString(t) || shortLine.MatchString(before)
}

// fewWords is up to how many words in quotation marks are a name, a title or a word
// that is held at arm's length.
const fewWords = 5

// unplaced tells of words in quotation marks that are nobody's quote.
func (d *draft) unplaced(p para) string {
	if longPara(p.text) || p.table != "" {
		return ""
	}
	for _, s := range d.segments(p.text) {
		if words := p.text[s.from:s.to]; wordsIn(words) > fewWords {
			if d.standsTwice(words) {
				return fmt.Sprintf("these words stand in the text twice; leave one of them out if they were set off from it: %.60s", words)
			}
			return fmt.Sprintf("these words are in quotation marks, and the text does not say whose they are; if they are a quote, "+
				"make it a [[quote]]: %.60s", words)
		}
	}
	return ""
}

// addQuote writes a quote down and puts its place into the body.
func (d *draft) addQuote(f quoted) {
	f.who = d.nothingAmiss(d.ofNounInTitle(d.ofOwnMinistry(d.toldElsewhere(d.ofSmallName(f.who)))))
	q := Quote{Speaker: f.who.name, Title: f.who.title, Org: f.who.org, Style: f.style, Attribution: f.clause.markdown(), Unsure: f.who.unsure}
	if q.Org == "" {
		q.Org = d.behindOffice(f.who, f.clause)
	}
	if q.Org == "" {
		q.Org = cmp.Or(d.ofContact(f.who.name), d.fromBefore(f.who, f.clause.text))
	}
	if q.Org == "" {
		if q.Org = d.toldBody(f); q.Org != "" {
			q.Unsure = takenToBe(q.Org, "of which it has told just before")
		}
	}
	if q.Org == "" || q.Org == release.Unknown {
		if q.Org == "" && d.issuer() != f.who.name && d.speaksForIssuer(f.who) && !d.anothersOffice(f.who, f.clause.text) {
			q.Org = d.issuer()
		}
		if q.Org == "" || q.Org == release.Unknown {
			q.Org = release.Unknown
			q.Unsure = namesNoOrg
			if f.who.org == release.Unknown {
				q.Unsure = cmp.Or(f.who.unsure, "where the name of this speaker's organisation ends is not sure; write it instead of the ?")
			}
		} else {
			q.Unsure = "the text names no organisation with this speaker; it is taken to be the one that issues the release"
		}
	}
	var parts []string
	for i, s := range f.segs {
		part := quoteMarkdown(f.para, s)
		if i == f.after && f.style == "said" {
			part += " {said}" + f.punct
		}
		if s.forgotten && s.end < len(f.para.text) || s.forgotten && i == len(f.segs)-1 {
			q.Unsure = strings.TrimPrefix(q.Unsure+"; a closing quotation mark is missing in the source", "; ")
		}
		parts = append(parts, part)
	}
	q.Text = strings.Join(parts, " ")
	f.who.org = q.Org
	d.know(f.who)
	d.quotes = append(d.quotes, q)
	d.since = ""
	d.pieces = append(d.pieces, piece{quote: len(d.quotes) - 1})
}

// quoteMarkdown is the words of a segment, with blank lines between paragraphs.
func quoteMarkdown(p para, s segment) string {
	var parts []string
	at := s.from
	for _, t := range strings.SplitAfter(p.text[s.from:s.to], "\n\n") {
		parts = append(parts, p.part(at, at+len(t)).markdown())
		at += len(t)
	}
	return strings.Join(parts, "\n\n")
}
