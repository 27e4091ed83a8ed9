package attribution

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/release"
)

// Piece is a part of the body as it is written out: a paragraph, or a quote.
type Piece struct {
	Para   prose.Para
	Quote  int // index of a quote, -1 for a paragraph
	Unsure string
}

// Speech finds the quotes of the body.
func (d *Copy) Speech() {
	rest := d.outOfReach()
	d.introduce(d.Body)
	d.dialogue(d.Body)
	list := d.reopened(d.signedInParagraphs(d.signedLines(d.Body)))
	for i := 0; i < len(list); i++ {
		p := d.plainLead(list[i:])
		last := d.running
		d.running = Running{}
		if p.Level > 0 {
			if used := max(d.statement(list[i:]), d.headed(list[i:]), d.unmarked(list[i:])); used > 0 {
				i += used - 1
				continue
			}
		}
		if d.wholeItem(p) {
			continue
		}
		if prose.LongPara(p.Text) || p.Table != "" || p.Level > 0 || p.Bullet != "" || p.Text == "" {
			d.Pieces = append(d.Pieces, Piece{Para: p, Quote: -1, Unsure: d.unplaced(p)})
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
		setOff := p.Quoted && i > 0 && !list[i-1].Quoted // and the paragraph before is not
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
	d.inOwnOffice()
	d.Pieces = append(d.Pieces, rest...)
}

// reopened joins the paragraphs of a quotation whose marks are opened anew at each:
// the one before has no closing mark.
func (d *Copy) reopened(list []prose.Para) []prose.Para {
	var out []prose.Para
	list = d.closedBelow(list)
	for _, p := range list {
		if n := len(out); n > 0 && singlesGoOn(out[n-1], p) {
			_, size := utf8.DecodeRuneInString(p.Text)
			out[n-1].Join("\n\n", p.Part(size, len(p.Text)))
			continue
		}
		if n := len(out); n > 0 && p.Bullet == "" && p.Level == 0 && p.Table == "" && prose.StartsWithQuote(p.Text) && out[n-1].Level == 0 &&
			out[n-1].Table == "" {
			if prose.LongPara(out[n-1].Text) {
				out = append(out, p)
				continue
			}
			segs := d.segments(out[n-1].Text)
			if len(segs) > 0 && segs[len(segs)-1].forgotten &&
				(segs[len(segs)-1].end == len(out[n-1].Text) || d.goesOnBehindClause(out[n-1].Text, segs[len(segs)-1])) &&
				!d.anotherSpeaks(out[n-1].Text[:segs[len(segs)-1].start], p.Text) {
				_, size := utf8.DecodeRuneInString(p.Text)
				out[n-1].Join("\n\n", p.Part(size, len(p.Text)))
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// anotherSpeaks tells that words of which the closing mark is missing have a clause before
// them that names somebody, and the words of the next paragraph one of their own.
func (d *Copy) anotherSpeaks(before, next string) bool {
	segs := d.segments(next)
	if len(segs) == 0 || segs[0].forgotten {
		return false
	}
	_, first, ok := d.ClauseBefore(before)
	_, okBehind := d.clauseAfter(next[segs[0].end:], len(segs) == 1)
	return ok && okBehind && first.Name != ""
}

// block reads quotations whose attribution stands in a paragraph of its own: under
// the words with or without a dash, or above them with a colon. It returns how many
// paragraphs that took.
func (d *Copy) block(list []prose.Para) int {
	if len(list) < 2 {
		return 0
	}
	p, next := list[0], list[1]
	if words, inMarks, ok := d.wordsOf(p, p.Quoted); ok && d.clauseBelow(p, next, words, inMarks) {
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
func (d *Copy) wordsOf(p prose.Para, setOff bool) (words segment, inMarks, ok bool) {
	if words, inMarks = d.inMarks(p.Text); inMarks {
		return words, true, true
	}
	return segment{to: len(p.Text), end: len(p.Text)}, false, setOff && p.Text != "" && len(d.segments(p.Text)) == 0
}

// clauseAbove reads a line that says whose the words of the next paragraph are.
func (d *Copy) clauseAbove(p, next prose.Para) bool {
	leads := strings.HasSuffix(p.Text, ":")
	words, _, ok := d.wordsOf(next, (next.Quoted || leads && next.Slanted()) && !p.Quoted)
	oneLine := prose.LooksLikeSignature(p.Text) && !sentenceWithin.MatchString(p.Text)
	if !ok || !leads && !oneLine || len(d.segments(p.Text)) > 0 || prose.HasOpening(p.Text) && !leads || !leads && len(p.Text) >= 300 ||
		next.Bullet != "" || next.Level > 0 {
		return false
	}
	since := d.since
	d.since += p.Text[:prose.LastSentence(p.Text, d.Cat)] // somebody may be named there
	from, who, ok := d.ClauseBefore(p.Text)
	d.since = since
	if !ok && !leads {
		who = d.Parse(p.Text)
		ok = who.Org != "" || d.English() && d.signedBy(p.Text)
	}
	if !ok && next.Quoted {
		who, ok = d.nameAbove(p.Text)
	}
	if !ok {
		return false
	}
	if from > 0 {
		d.Pieces = append(d.Pieces, Piece{Para: p.Part(0, from), Quote: -1})
	}
	d.addQuote(quoted{para: next, segs: []segment{words}, style: "lead-in", clause: p.Part(from, len(p.Text)), who: who})
	d.running = Running{quote: len(d.Quotes)}
	return true
}

// Quoted is a quote as found in a paragraph.
type quoted struct {
	para   prose.Para
	segs   []segment
	after  int // the clause stands behind this segment, in style said
	style  string
	clause prose.Para
	punct  string
	who    Speaker
}

// paragraph divides a paragraph into text and quotes.
func (d *Copy) paragraph(p prose.Para) {
	segs := d.segments(p.Text)
	done := 0 // up to here the text has been given out
	gapTo := func(k int) int {
		if k == len(segs) {
			return len(p.Text)
		}
		return segs[k].start
	}
	text := func(to int) {
		if q := p.Part(done, to); q.Text != "" {
			d.Pieces = append(d.Pieces, Piece{Para: q, Quote: -1, Unsure: d.unplaced(q)})
			d.overheard(q.Text)
		}
		done = to
	}
	earlier := d.since
	for k := 0; k < len(segs); k++ {
		q := quoted{para: p, segs: []segment{segs[k]}}
		d.since = earlier + p.Text[done:segs[k].start]
		before := done
		if k > 0 {
			before = max(done, segs[k-1].end)
		}
		after := p.Text[segs[k].end:gapTo(k+1)]
		if parts, at, who, ok := d.inside(p.Text, segs[k]); ok && d.begins(p.Text[before:segs[k].start]) {
			text(segs[k].start)
			d.addQuote(quoted{para: p, segs: parts, style: "said", clause: p.Part(at[0], at[1]), who: who})
			done = len(p.Text) - len(strings.TrimLeftFunc(p.Text[segs[k].end:], isBare))
			earlier = ""
			continue
		}
		words := p.Text[segs[k].from:segs[k].to]
		before, gap := d.sentenceSoFar(p.Text, done, before, segs[k].start)
		from, who, ok, behind, okBehind := d.clauses(gap, words, after, k+1 == len(segs))
		if !ok && !okBehind && before > done { // behind a word in marks that nobody says
			from, who, ok = d.toldBefore(p.Text[done:segs[k].start], words, after)
			before = done
		}
		switch {
		case ok && prose.WordsIn(words) > 1 && !d.withinTelling(gap, words, after):
			text(before + from)
			q.style, q.who = "lead-in", who
			q.clause = p.Part(before+from, gapTo(k))
			done = segs[k].end
		case okBehind && prose.WordsIn(words) > 1 && (d.English() || d.begins(gap)):
			text(segs[k].start)
			q.style, q.who, q.punct = "said", behind.who, behind.punct
			if behind.dash {
				q.style = "dash"
			}
			q.clause = p.Part(segs[k].end+behind.from, segs[k].end+behind.to)
			done = segs[k].end + behind.next
			q.who = d.toldBehind(q.who, p.Text[done:])
		default:
			continue // the words stay where they are
		}
		d.know(q.who)
		if end := d.runsInto(p.Text, done, segs[k+1:]); end > 0 && q.style != "lead-in" {
			q.clause, done = p.Part(segs[k].end+behind.from, end), end
			for k+1 < len(segs) && segs[k+1].start < end {
				k++
			}
		}
		k, done = d.goesOnWithin(&q, segs, k, done)
		done = len(p.Text) - len(strings.TrimLeftFunc(p.Text[done:], isBare))
		d.addQuote(q)
		if unicode.IsLower(firstRune(p.Text[done:])) || q.style == "said" && !d.begins(gap) {
			d.noteRest()
		}
		earlier = ""
		if done == len(p.Text) && q.style != "dash" {
			d.running = Running{quote: len(d.Quotes), closed: segs[k].end == len(p.Text)}
		}
	}
	if done < len(p.Text) {
		d.since = earlier + p.Text[done:] + "\n"
	}
	text(len(p.Text))
}

// goesOnWithin adds to a quote what follows in marks with nothing between, and returns the last of
// the segments that are its own and where the text goes on.
func (d *Copy) goesOnWithin(q *quoted, segs []segment, k, done int) (last, to int) {
	text := q.para.Text
	for k+1 < len(segs) && onlyBare(text[done:segs[k+1].start]) {
		behind := len(text)
		if k+2 < len(segs) {
			behind = segs[k+2].start
		}
		after := text[segs[k+1].end:behind]
		if next, ok := d.clauseAfter(after, k+2 == len(segs)); ok && !next.dash && q.style != "" && !d.reportsOn(text[:segs[k+1].to], after) &&
			(next.who.Name != "" && q.who.Name != "" && next.who.Name != q.who.Name ||
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
func (d *Copy) runsInto(text string, done int, segs []segment) int {
	if len(segs) == 0 || segs[0].start < done || strings.TrimSpace(text[done:segs[0].start]) != "" {
		return 0
	}
	last := prose.LastWord(text[:done])
	if last == "" || prose.StartsUpper(last) || strings.ContainsAny(last[len(last)-1:], ",.:;!?") || d.isVerb(last) {
		return 0
	}
	end := done + len(prose.FirstSentence(text[done:], d.Cat))
	for _, s := range segs {
		if s.start < end && s.end > end {
			end = s.end
		}
	}
	return end
}

// clauses finds who says words in marks in what stands before and behind them; where both are ok,
// what stands before them holds.
func (d *Copy) clauses(gap, words, after string, last bool) (from int, who Speaker, ok bool, behind clause, okBehind bool) {
	begins := !d.English() || d.begins(gap)
	gap, after = strings.ReplaceAll(gap, "\n", " "), strings.ReplaceAll(after, "\n", " ")
	d.overheard(gap)
	behind, okBehind = d.behindWords(begins, after, last)
	if prose.StartsUpper(words) && d.saidOfAThird(gap[prose.LastSentence(prose.TrimEnd(gap), d.Cat):]) {
		return 0, Speaker{}, false, behind, false
	}
	from, who, ok = d.ClauseBefore(gap)
	if okBehind && d.reportsOn(words, after) {
		okBehind = false
	}
	ownClause := okBehind && (!prose.EndsOpen(gap) || strings.HasSuffix(words, ",")) // "They stand by us: “We do,” said Ruiz"
	if ok && (ownClause || prose.Leading[strings.ToLower(prose.LastWord(gap))]) {
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
		ok = who.Ok
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

// Running is the quote with which a paragraph ended: its number from 1 on, and whether
// its words ended it, and no clause.
type Running struct {
	quote  int
	closed bool
}

// goesOnWith takes a paragraph that is all in quotation marks, right behind one that
// ended with somebody's words, to be theirs too.
func (d *Copy) goesOnWith(last Running, p prose.Para) bool {
	words, ok := d.inMarks(p.Text)
	if last.quote == 0 || !ok || prose.WordsIn(p.Text) < 3 || d.standsTwice(p.Text[words.from:words.to]) {
		return false
	}
	if _, _, _, said := d.inside(p.Text, words); said || d.saysItself(p.Text[words.from:words.to]) {
		return false
	}
	q := &d.Quotes[last.quote-1]
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
func (d *Copy) begins(before string) bool {
	t := prose.TrimEnd(before)
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
func (d *Copy) unplaced(p prose.Para) string {
	if prose.LongPara(p.Text) || p.Table != "" {
		return ""
	}
	for _, s := range d.segments(p.Text) {
		if words := p.Text[s.from:s.to]; prose.WordsIn(words) > fewWords {
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
func (d *Copy) addQuote(f quoted) {
	f.who = d.nothingAmiss(d.ofNounInTitle(d.ofOwnMinistry(d.toldElsewhere(d.ofSmallName(f.who)))))
	q := Quote{Speaker: f.who.Name, Title: f.who.Title, Org: f.who.Org, Style: f.style, Attribution: f.clause.Markdown(), Unsure: f.who.Unsure}
	if q.Org == "" {
		q.Org = d.behindOffice(f.who, f.clause)
	}
	if q.Org == "" {
		q.Org = cmp.Or(d.ofContact(f.who.Name), d.fromBefore(f.who, f.clause.Text))
	}
	if q.Org == "" {
		if q.Org = d.toldBody(f); q.Org != "" {
			q.Unsure = takenToBe(q.Org, "of which it has told just before")
		}
	}
	if q.Org == "" || q.Org == release.Unknown {
		if q.Org == "" && d.Issuer() != f.who.Name && d.speaksForIssuer(f.who) && !d.anothersOffice(f.who, f.clause.Text) {
			q.Org = d.Issuer()
		}
		if q.Org == "" || q.Org == release.Unknown {
			q.Org = release.Unknown
			q.Unsure = namesNoOrg
			if f.who.Org == release.Unknown {
				q.Unsure = cmp.Or(f.who.Unsure, "where the name of this speaker's organisation ends is not sure; write it instead of the ?")
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
		if s.forgotten && s.end < len(f.para.Text) || s.forgotten && i == len(f.segs)-1 {
			q.Unsure = strings.TrimPrefix(q.Unsure+"; a closing quotation mark is missing in the source", "; ")
		}
		parts = append(parts, part)
	}
	q.Text = strings.Join(parts, " ")
	f.who.Org = q.Org
	d.know(f.who)
	d.Quotes = append(d.Quotes, q)
	d.since = ""
	d.Pieces = append(d.Pieces, Piece{Quote: len(d.Quotes) - 1})
}

// quoteMarkdown is the words of a segment, with blank lines between paragraphs.
func quoteMarkdown(p prose.Para, s segment) string {
	var parts []string
	at := s.from
	for _, t := range strings.SplitAfter(p.Text[s.from:s.to], "\n\n") {
		parts = append(parts, p.Part(at, at+len(t)).Markdown())
		at += len(t)
	}
	return strings.Join(parts, "\n\n")
}
