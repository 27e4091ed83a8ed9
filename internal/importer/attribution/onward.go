package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Words of one person go on over paragraphs, and paragraphs over what cut them.

// wholeInMarks tells a paragraph that is all in marks, and returns where its words end.
func (d *Copy) wholeInMarks(p prose.Para) (end int, ok bool) {
	if p.Level > 0 || p.Table != "" || p.Bullet != "" || p.Quoted || prose.LongPara(p.Text) || !prose.StartsWithQuote(p.Text) {
		return 0, false
	}
	s, ok := d.inMarks(p.Text)
	if !ok || s.forgotten {
		return 0, false
	}
	return s.to, prose.WordsIn(p.Text) > fewWords && !d.standsTwice(p.Text[s.from:s.to])
}

// upToClause joins paragraphs that are all in marks to the next one, of which the words have a
// clause behind them: “…” “…” “…,” he said. It has to name who spoke last, or nobody has spoken.
func (d *Copy) upToClause(list []prose.Para, i int) (joined prose.Para, used int, ok bool) {
	for n := i; n < len(list); n++ {
		p := list[n]
		end, whole := d.wholeInMarks(p)
		if n > i {
			_, size := utf8.DecodeRuneInString(p.Text)
			joined.Join("\n\n", p.Part(size, len(p.Text)))
		}
		if whole && n == i {
			joined = p.Part(0, end)
			continue
		}
		if whole {
			joined = joined.Part(0, len(joined.Text)-(len(p.Text)-end))
			continue
		}
		if n == i || p.Level > 0 || p.Table != "" || p.Bullet != "" || p.Quoted || prose.LongPara(joined.Text) {
			return prose.Para{}, 0, false
		}
		segs := d.segments(p.Text)
		if len(segs) == 0 || segs[0].start != 0 || segs[0].forgotten {
			return prose.Para{}, 0, false
		}
		behind := len(p.Text)
		if len(segs) > 1 {
			behind = segs[1].start
		}
		c, found := d.clauseAfter(p.Text[segs[0].end:behind], len(segs) == 1)
		return joined, n - i + 1, found && c.who.Name != "" && !c.dash && d.mayGoOn(c.who) && len(d.segments(joined.Text)) == len(segs)
	}
	return prose.Para{}, 0, false
}

// mayGoOn tells that somebody spoke last, or that nobody has spoken yet.
func (d *Copy) mayGoOn(who Speaker) bool {
	if len(d.Quotes) == 0 {
		return d.English()
	}
	return d.Quotes[len(d.Quotes)-1].Speaker == who.Name
}

const goesBefore = "the paragraphs before the clause stand in marks of their own and name nobody; they are taken to be of the same speaker"

// upTo writes such paragraphs down as one quote, with a doubt, and returns how many they are.
func (d *Copy) upTo(list []prose.Para, i int) (used int, ok bool) {
	joined, used, ok := d.upToClause(list, i)
	if !ok {
		return 0, false
	}
	n := len(d.Quotes)
	d.paragraph(joined)
	if len(d.Quotes) > n && d.Quotes[n].Unsure == "" {
		d.Quotes[n].Unsure = goesBefore
	}
	return used, true
}

// shortLine ends with a line of few words, as whose words the next line has.
var shortLine = pattern.New(`(?:^|\n)\S+(?: \S+){0,5} *\n\s*$`)

const ofTheOnly = "the text does not say whose words these are; they are taken to be those of the only one who speaks in it"

// onlyVoice gives paragraphs that are all in marks to who speaks before them, where nobody else has words in the
// release.
func (d *Copy) onlyVoice() {
	for _, q := range d.Quotes {
		if q.Speaker == "" || q.Speaker != d.Quotes[0].Speaker {
			return
		}
	}
	for _, p := range d.Pieces {
		if _, whole := d.wholeInMarks(p.Para); p.Unsure != "" && !whole {
			return // words of another may stand there
		}
	}
	spoken := false
	for i, p := range d.Pieces {
		spoken = spoken || p.Quote >= 0
		end, whole := d.wholeInMarks(p.Para)
		if !spoken || !whole || strings.HasSuffix(d.Pieces[i-1].Para.Text, ":") || d.saysItself(p.Para.Text) ||
			d.namesAnother(d.Pieces[i-1].Para.Text, d.Quotes[0].Speaker) {
			continue
		}
		q := d.Quotes[0]
		_, size := utf8.DecodeRuneInString(p.Para.Text)
		q.Text, q.Style, q.Attribution, q.Unsure = quoteMarkdown(p.Para, segment{from: size, to: end}), "block", "", ofTheOnly
		d.Quotes = append(d.Quotes, q)
		d.Pieces[i] = Piece{Quote: len(d.Quotes) - 1}
	}
}

// namesAnother tells that a paragraph has somebody else in it who has an office, and whose the words behind it may be.
func (d *Copy) namesAnother(text, name string) bool {
	return slices.ContainsFunc(d.Known, func(k Speaker) bool { return k.Name != name && k.Title != "" && prose.WordIn(text, k.Name) })
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
	if unicode.IsSpace(rune(text[end-1])) || prose.WordsIn(inner) > fewWords+2 || !even || !outerClose.MatchString(rest) {
		return 0
	}
	return end + size
}

// opensNothing are words with which no sentence goes on below.
var opensNothing = pattern.New(`^[\p{L}\d.-]*[./@:_]\S|^\p{Ll}+\p{Lu}`)

// sentenceWithin is a stop with another sentence behind it.
var sentenceWithin = pattern.New(`\p{Ll}[.!?][”"’)]? +[\p{Lu}“"]`)

// GoneOn joins paragraphs that were cut in the middle of a sentence: the one ends with a word, and
// the next begins in small letters.
func (d *Copy) GoneOn(list []prose.Para) []prose.Para {
	var out []prose.Para
	joined := false
	for _, p := range list {
		if n := len(out); n > 0 && cutBetween(out[n-1], p) {
			out[n-1].Join(" ", p)
			joined = true
			continue
		}
		out = append(out, p)
	}
	if joined {
		d.Unsure = append(d.Unsure, "paragraphs that were cut in the middle of a sentence were put together; look whether that is right")
	}
	return out
}

// cutBetween tells two paragraphs of which the second goes on with the first one's sentence.
func cutBetween(before, p prose.Para) bool {
	for _, q := range []prose.Para{before, p} {
		if q.Level > 0 || q.Table != "" || q.Bullet != "" || q.Aside || prose.LongPara(q.Text) || strings.Contains(q.Text, "\n") {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(before.Text)
	first, _ := utf8.DecodeRuneInString(p.Text)
	if !sentenceWithin.MatchString(before.Text) && !prose.StartsWithQuote(before.Text) || prose.IsTimeLine(before.Text) {
		return false // a headline has no stop
	}
	return before.Quoted == p.Quoted && unicode.IsLower(last) && unicode.IsLower(first) && prose.WordsIn(before.Text) > 7 &&
		prose.WordsIn(p.Text) > 1 &&
		!opensNothing.MatchString(p.Text) && !prose.IsPartLine(p.Text) && !prose.ReachLine.MatchString(p.Text) &&
		!prose.HasReach([]string{p.Text})
}

// standsTwice tells words that the text has elsewhere too: they are set off from it, to be
// seen, and nobody says them twice.
func (d *Copy) standsTwice(words string) bool {
	words = strings.Trim(prose.Fold(words), " .,;!?…")
	n := 0
	for _, p := range d.Body {
		if !prose.LongPara(p.Text) && prose.WordsIn(words) > 3 {
			n += strings.Count(prose.Fold(p.Text), words)
		}
	}
	return n > 1
}
