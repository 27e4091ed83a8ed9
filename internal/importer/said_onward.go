package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// Words of one person go on over paragraphs, and paragraphs over what cut them.

// wholeInMarks tells a paragraph that is all in marks, and returns where its words end.
func (d *draft) wholeInMarks(p para) (end int, ok bool) {
	if p.level > 0 || p.table != "" || p.bullet != "" || p.quoted || longPara(p.text) || !startsWithQuote(p.text) {
		return 0, false
	}
	s, ok := d.inMarks(p.text)
	if !ok || s.forgotten {
		return 0, false
	}
	return s.to, wordsIn(p.text) > fewWords && !d.standsTwice(p.text[s.from:s.to])
}

// upToClause joins paragraphs that are all in marks to the next one, of which the words have a
// clause behind them: “…” “…” “…,” he said. It has to name who spoke last, or nobody has spoken.
func (d *draft) upToClause(list []para, i int) (joined para, used int, ok bool) {
	for n := i; n < len(list); n++ {
		p := list[n]
		end, whole := d.wholeInMarks(p)
		if n > i {
			_, size := utf8.DecodeRuneInString(p.text)
			joined.join("\n\n", p.part(size, len(p.text)))
		}
		if whole && n == i {
			joined = p.part(0, end)
			continue
		}
		if whole {
			joined = joined.part(0, len(joined.text)-(len(p.text)-end))
			continue
		}
		if n == i || p.level > 0 || p.table != "" || p.bullet != "" || p.quoted || longPara(joined.text) {
			return para{}, 0, false
		}
		segs := d.segments(p.text)
		if len(segs) == 0 || segs[0].start != 0 || segs[0].forgotten {
			return para{}, 0, false
		}
		behind := len(p.text)
		if len(segs) > 1 {
			behind = segs[1].start
		}
		c, found := d.clauseAfter(p.text[segs[0].end:behind], len(segs) == 1)
		return joined, n - i + 1, found && c.who.name != "" && !c.dash && d.mayGoOn(c.who) && len(d.segments(joined.text)) == len(segs)
	}
	return para{}, 0, false
}

// mayGoOn tells that somebody spoke last, or that nobody has spoken yet.
func (d *draft) mayGoOn(who speaker) bool {
	if len(d.quotes) == 0 {
		return d.english()
	}
	return d.quotes[len(d.quotes)-1].Speaker == who.name
}

const goesBefore = "the paragraphs before the clause stand in marks of their own and name nobody; they are taken to be of the same speaker"

// upTo writes such paragraphs down as one quote, with a doubt, and returns how many they are.
func (d *draft) upTo(list []para, i int) (used int, ok bool) {
	joined, used, ok := d.upToClause(list, i)
	if !ok {
		return 0, false
	}
	n := len(d.quotes)
	d.paragraph(joined)
	if len(d.quotes) > n && d.quotes[n].Unsure == "" {
		d.quotes[n].Unsure = goesBefore
	}
	return used, true
}

// shortLine ends with a line of few words, as whose words the next line has.
var shortLine = pattern.New(`(?:^|\n)\S+(?: \S+){0,5} *\n\s*$`)

const ofTheOnly = "the text does not say whose words these are; they are taken to be those of the only one who speaks in it"

// onlyVoice gives paragraphs that are all in marks to who speaks before them, where nobody else has words in the
// release.
func (d *draft) onlyVoice() {
	for _, q := range d.quotes {
		if q.Speaker == "" || q.Speaker != d.quotes[0].Speaker {
			return
		}
	}
	for _, p := range d.pieces {
		if _, whole := d.wholeInMarks(p.para); p.unsure != "" && !whole {
			return // words of another may stand there
		}
	}
	spoken := false
	for i, p := range d.pieces {
		spoken = spoken || p.quote >= 0
		end, whole := d.wholeInMarks(p.para)
		if !spoken || !whole || strings.HasSuffix(d.pieces[i-1].para.text, ":") || d.saysItself(p.para.text) ||
			d.namesAnother(d.pieces[i-1].para.text, d.quotes[0].Speaker) {
			continue
		}
		q := d.quotes[0]
		_, size := utf8.DecodeRuneInString(p.para.text)
		q.Text, q.Style, q.Attribution, q.Unsure = quoteMarkdown(p.para, segment{from: size, to: end}), "block", "", ofTheOnly
		d.quotes = append(d.quotes, q)
		d.pieces[i] = piece{quote: len(d.quotes) - 1}
	}
}

// namesAnother tells that a paragraph has somebody else in it who has an office, and whose the words behind it may be.
func (d *draft) namesAnother(text, name string) bool {
	return slices.ContainsFunc(d.known, func(k speaker) bool { return k.name != name && k.title != "" && wordIn(text, k.name) })
}

// innerWords are a few words in marks, within words that stand in marks of the same kind.
var innerWords = pattern.New(`^["“][\p{L}\d][^"“”,.!?]{1,60}["”](?:[\s,.;:)]|$)`)

// straightWithin are words in straight marks, up to the curly one that closes the words around them.
var straightWithin = pattern.New(`^("[\p{L}\d][^"“”]*")(?:[^"“”]*"[^"“”]*")*[^"“”]*”`)

// outerClose ends the outer words.
var outerClose = pattern.New(`[.,!?…]["”]`)

// innerEnd is where such words end that begin at a mark; 0 where they are none, or the marks do not
// come out even.
func innerEnd(text string, from, at int) int {
	mark, size := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	m := innerWords.FindStringIndex(text[at:])
	outer, _ := utf8.DecodeRuneInString(text[from:])
	if own := straightWithin.FindStringSubmatch(text[at:]); outer == '“' && own != nil && unicode.IsSpace(before) {
		return at + len(own[1])
	}
	if m == nil || outer != mark || !unicode.IsSpace(before) && before != '(' {
		return 0
	}
	inner := text[at+size : at+m[1]]
	end := at + size + strings.IndexAny(inner, "\"”")
	_, size = utf8.DecodeRuneInString(text[end:])
	rest := text[end+size:]
	even := strings.Count(rest, "”") > strings.Count(rest, "“")
	if mark == '"' {
		even = strings.Count(rest, `"`)%2 == 1
	}
	if unicode.IsSpace(rune(text[end-1])) || wordsIn(inner) > fewWords+2 || !even || !outerClose.MatchString(rest) {
		return 0
	}
	return end + size
}

// opensNothing are words with which no sentence goes on below.
var opensNothing = pattern.New(`^[\p{L}\d.-]*[./@:_]\S|^\p{Ll}+\p{Lu}`)

// sentenceWithin is a stop with another sentence behind it.
var sentenceWithin = pattern.New(`\p{Ll}[.!?][”"’)]? +[\p{Lu}“"]`)

// goneOn joins paragraphs that were cut in the middle of a sentence: the one ends with a word, and
// the next begins in small letters.
func (d *draft) goneOn(list []para) []para {
	var out []para
	joined := false
	for _, p := range list {
		if n := len(out); n > 0 && cutBetween(out[n-1], p) {
			out[n-1].join(" ", p)
			joined = true
			continue
		}
		out = append(out, p)
	}
	if joined {
		d.unsure = append(d.unsure, "paragraphs that were cut in the middle of a sentence were put together; look whether that is right")
	}
	return out
}

// cutBetween tells two paragraphs of which the second goes on with the first one's sentence.
func cutBetween(before, p para) bool {
	for _, q := range []para{before, p} {
		if q.level > 0 || q.table != "" || q.bullet != "" || q.aside || longPara(q.text) || strings.Contains(q.text, "\n") {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(before.text)
	first, _ := utf8.DecodeRuneInString(p.text)
	if !sentenceWithin.MatchString(before.text) && !startsWithQuote(before.text) || isTimeLine(before.text) {
		return false // a headline has no stop
	}
	return before.quoted == p.quoted && unicode.IsLower(last) && unicode.IsLower(first) && wordsIn(before.text) > 7 && wordsIn(p.text) > 1 &&
		!opensNothing.MatchString(p.text) && !isPartLine(p.text) && !reachLine.MatchString(p.text) && !hasReach([]string{p.text})
}

// standsTwice tells words that the text has elsewhere too: they are set off from it, to be
// seen, and nobody says them twice.
func (d *draft) standsTwice(words string) bool {
	words = strings.Trim(fold(words), " .,;!?…")
	n := 0
	for _, p := range d.body {
		if !longPara(p.text) && wordsIn(words) > 3 {
			n += strings.Count(fold(p.text), words)
		}
	}
	return n > 1
}

func wordsIn(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' }))
}
