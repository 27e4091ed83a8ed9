package verify

import (
	"fmt"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// Verdict is how a text stands to a reference.
type Verdict int

// The verdicts, from the one that says least.
const (
	Unknown   Verdict = iota // it is another text
	Differs                  // it is this one with other words
	Unchanged                // paragraphs of it, word for word; others are missing, or other words stand beside them
	Genuine                  // all of it, word for word, and nothing else
)

// Result is what was found.
type Result struct {
	Verdict Verdict
	Whole   int // paragraphs that are there word for word
	Of      int // that the reference has
	// Cut tells that it begins or ends within a paragraph.
	Cut bool
	// Beside are lines that are not of the reference, in their order.
	Beside []string
	// Left are paragraphs that are missing between others that are there.
	Left []string
	// Changes are where the words are others.
	Changes []Change

	same    int // words
	numbers int // of Beside, those that are only numbers of a list's items
}

// Change is a stretch whose words are others. One of both may be empty.
type Change struct {
	Paragraph int // of the reference, from 1
	Ours      string
	Theirs    string
}

// Reference is what a text is held against.
type Reference struct {
	Doc *Doc
	// Running are lines that stand on every page, or below what is to somebody: they may
	// stand anywhere. Any in them stands for what is somebody's own.
	Running []string
}

// LeastWords is how many words in a row show that a text is ours; a paragraph that is
// whole may have less.
const LeastWords = 12

// Compare holds a text against a reference.
func Compare(ref *Reference, text *Doc) Result {
	c := &comparison{ref: ref.Doc, text: text.fit(ref.Doc), running: runs(ref.Running)}
	c.a, c.b = texts(ref.Doc.words), texts(c.text.words)
	found := c.strictly()
	if found.Verdict == Genuine {
		return found
	}
	c.takeRunning()
	c.broken = make(map[int]bool)
	for _, e := range c.edits() {
		c.edit(e)
	}
	if all := c.result(); found.Verdict < Unchanged || all.Verdict == Genuine || all.Verdict == Unchanged && all.Better(found) {
		return all
	}
	return found
}

// texts are words as they are compared.
func texts(words []token) []string {
	out := make([]string, len(words))
	for i, t := range words {
		out[i] = t.text
	}
	return out
}

type edit struct{ oldFrom, oldTo, newFrom, newTo int }

type comparison struct {
	ref, text *Doc
	a, b      []string
	running   [][]string
	broken    map[int]bool // paragraphs of the reference that are not there as they were
	matched   int
	grams     map[string]bool
	out       Result
}

// edits are the differences, words as lines.
func (c *comparison) edits() []edit {
	lines := func(words []string) (string, map[int]int) {
		var b strings.Builder
		at := make(map[int]int) // nothing stands before the first word
		for i, w := range words {
			b.WriteString(w)
			b.WriteByte('\n')
			at[b.Len()] = i + 1
		}
		return b.String(), at
	}
	old, numbers := lines(c.a)
	now, _ := lines(c.b)
	var out []edit
	shift := 0
	for _, e := range udiff.Lines(old, now) {
		from, to := numbers[e.Start], numbers[e.End]
		n := strings.Count(e.New, "\n")
		next := edit{from, to, from + shift, from + shift + n}
		shift += n - (to - from)
		if last := len(out) - 1; last >= 0 && c.byChance(out[last], next) {
			out[last].oldTo, out[last].newTo = next.oldTo, next.newTo
			continue
		}
		out = append(out, next)
	}
	c.matched = len(c.a)
	for _, e := range out {
		c.matched -= e.oldTo - e.oldFrom
	}
	return out
}

// byChance tells that what two replacements have between them, a comma or a word or two,
// stands in both texts by chance.
func (c *comparison) byChance(a, b edit) bool {
	if a.oldFrom == a.oldTo || a.newFrom == a.newTo || b.oldFrom == b.oldTo || b.newFrom == b.newTo {
		return false
	}
	n := 0
	for _, w := range c.ref.words[a.oldTo:b.oldFrom] {
		if !w.mark {
			n++
		}
	}
	return n < 3
}

// edit judges one difference.
func (c *comparison) edit(e edit) {
	if e.newFrom == e.newTo && c.missing(e) {
		return
	}
	if e.oldFrom == e.oldTo && (c.numbered(e) || c.beside(e)) {
		return
	}
	if c.replaced(e) {
		return
	}
	c.change(e)
}

func (c *comparison) change(e edit) {
	at := min(e.oldFrom, len(c.ref.words)-1)
	if at < 0 {
		return
	}
	c.lost(at, max(e.oldTo, at+1))
	c.out.Changes = append(c.out.Changes, Change{
		Paragraph: c.ref.words[at].para + 1, Ours: shown(c.ref.words[e.oldFrom:e.oldTo]), Theirs: shown(c.text.words[e.newFrom:e.newTo]),
	})
}

func shown(words []token) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !(w.mark && strings.ContainsAny(w.shown, trailing) && w.shown != `"`) {
			b.WriteByte(' ')
		}
		b.WriteString(w.shown)
	}
	return b.String()
}

// missing judges words that are not there: whole paragraphs, or what stands before the first
// word and behind the last that are.
func (c *comparison) missing(e edit) bool {
	first, last := e.newFrom == 0, e.newTo == len(c.b)
	for s := -e.oldFrom; e.oldTo+s <= len(c.a); s++ { // the same words may be left out one place further
		from, to := e.oldFrom+s, e.oldTo+s
		if c.edge(from) && c.edge(to) && c.slides(e, s) {
			c.lost(from, to)
			return true
		}
	}
	if first || last {
		c.out.Cut = true
		c.lost(e.oldFrom, e.oldTo)
		return true
	}
	return false
}

// slides tells whether leaving out the same number of words some places further gives the
// same text.
func (c *comparison) slides(e edit, by int) bool {
	for i := 0; i < by; i++ {
		if c.a[e.oldFrom+i] != c.a[e.oldTo+i] {
			return false
		}
	}
	for i := -1; i >= by; i-- {
		if c.a[e.oldFrom+i] != c.a[e.oldTo+i] {
			return false
		}
	}
	return true
}

// edge tells that a paragraph of the reference begins at a word.
func (c *comparison) edge(at int) bool {
	return at == 0 || at == len(c.ref.words) || c.ref.words[at].para != c.ref.words[at-1].para
}

func (c *comparison) lost(from, to int) {
	for i := from; i < to; i++ {
		c.broken[c.ref.words[i].para] = true
	}
}

// beside judges words that were added: whole lines between paragraphs that have nothing
// of ours, and what runs on every page.
func (c *comparison) beside(e edit) bool {
	if c.runs(e.newFrom, e.newTo) {
		return true
	}
	if !c.edge(e.oldFrom) || !c.ownLines(e) || c.ours(e.newFrom, e.newTo) || c.slipped(e) {
		return false
	}
	c.out.Beside = append(c.out.Beside, c.linesOf(e.newFrom, e.newTo)...)
	return true
}

// numbered judges the number of a list's item that was added, where the reference has no
// numbers: it is told, as nobody can say whether it is the right one.
func (c *comparison) numbered(e edit) bool {
	for ; e.newTo-e.newFrom <= 2; e.oldFrom, e.newFrom, e.newTo = e.oldFrom+1, e.newFrom+1, e.newTo+1 {
		first := c.text.words[e.newFrom]
		rest := c.b[e.newFrom+1 : e.newTo]
		if c.edge(e.oldFrom) && strings.Trim(first.text, "0123456789") == "" && (len(rest) == 0 || rest[0] == "." || rest[0] == ")") {
			c.out.Beside = append(c.out.Beside, shown(c.text.words[e.newFrom:e.newTo]))
			c.out.numbers++
			return true
		}
		if e.newTo == len(c.b) || e.oldFrom == len(c.a) || c.b[e.newFrom] != c.b[e.newTo] { // put one place further it is another text
			return false
		}
	}
	return false
}

// slipped tells that a word or two were put between paragraphs, as a "not" may be. With a
// figure it is the number of a page.
func (c *comparison) slipped(e edit) bool {
	words := 0
	for _, w := range c.text.words[e.newFrom:e.newTo] {
		switch {
		case w.mark:
		case strings.Trim(w.text, "0123456789") == "":
			return false
		default:
			words++
		}
	}
	return e.newFrom > 0 && e.newTo < len(c.b) && (words == 1 || words == 2)
}

// left are the paragraphs of the reference that are missing between the first that is
// there and the last.
func (c *comparison) left(there map[int]bool) (out []string) {
	first, last := -1, -1
	for p := range c.ref.paras {
		if there[p] {
			if first < 0 {
				first = p
			}
			last = p
		}
	}
	for i := 0; i < len(c.ref.words); {
		p, end := c.ref.words[i].para, i+1
		for end < len(c.ref.words) && c.ref.words[end].para == p {
			end++
		}
		if p > first && p < last && !there[p] {
			out = append(out, shown(c.ref.words[i:end]))
		}
		i = end
	}
	return out
}

// replaced judges whole paragraphs in whose place other lines stand.
func (c *comparison) replaced(e edit) bool {
	if c.runs(e.newFrom, e.newTo) {
		return c.missing(edit{e.oldFrom, e.oldTo, e.newTo, e.newTo})
	}
	from, to := c.edge(e.oldFrom), c.edge(e.oldTo)
	cut := !from && e.newTo == len(c.b) && e.oldTo == len(c.a) || !to && e.newFrom == 0 && e.oldFrom == 0
	if !(from && to) && !cut || !c.ownLines(e) || c.ours(e.newFrom, e.newTo) || c.alike(e) {
		return false
	}
	c.out.Cut = c.out.Cut || cut
	c.lost(e.oldFrom, e.oldTo)
	c.out.Beside = append(c.out.Beside, c.linesOf(e.newFrom, e.newTo)...)
	return true
}

// ownLines tells that added words are whole lines.
func (c *comparison) ownLines(e edit) bool {
	w := c.text.words
	begins := e.newFrom == 0 || w[e.newFrom-1].line != w[e.newFrom].line
	ends := e.newTo == len(w) || w[e.newTo-1].line != w[e.newTo].line
	return begins && ends
}

// alike tells that what stands in the place of something is much like it, or too short to
// tell.
func (c *comparison) alike(e edit) bool {
	old := make(map[string]int)
	for _, w := range c.a[e.oldFrom:e.oldTo] {
		old[w]++
	}
	same, all := 0, 0
	for i := e.newFrom; i < e.newTo; i++ {
		if c.text.words[i].mark {
			continue
		}
		if all++; old[c.b[i]] > 0 {
			old[c.b[i]]--
			same++
		}
	}
	return all < 3 || same*5 >= all*2
}

// ours tells that added words say again what the reference says: three of its words in a
// row, in a third of their places; of one or two, each.
func (c *comparison) ours(from, to int) bool {
	if c.grams == nil {
		c.grams = make(map[string]bool)
		for i := range c.a {
			c.grams[c.a[i]] = true
			if i+3 <= len(c.a) {
				c.grams[strings.Join(c.a[i:i+3], " ")] = true
			}
		}
	}
	if to-from < 3 {
		for _, w := range c.b[from:to] {
			if !c.grams[w] {
				return false
			}
		}
		return true
	}
	all, found := 0, 0
	for i := from; i+3 <= to; i++ {
		all++
		if c.grams[strings.Join(c.b[i:i+3], " ")] {
			found++
		}
	}
	return found*3 >= all
}

// linesOf are added words as the lines that they stand on.
func (c *comparison) linesOf(from, to int) (out []string) {
	for from < to {
		end := from
		for end < to && c.text.words[end].line == c.text.words[from].line {
			end++
		}
		out = append(out, shown(c.text.words[from:end]))
		from = end
	}
	return out
}

func (c *comparison) result() Result {
	r := c.out
	r.Of, r.same = c.ref.paras, c.matched
	r.Whole = r.Of - len(c.broken)
	switch {
	case len(r.Changes) == 0 && r.Whole == r.Of && r.Of > 0 && len(r.Beside) == 0:
		r.Verdict = Genuine
	case len(r.Changes) > 0 && c.matched*2 >= len(c.b) && c.matched >= LeastWords:
		r.Verdict = Differs
	case len(r.Changes) == 0 && (c.matched >= LeastWords || r.Whole > 0 && c.matched >= 6):
		r.Verdict = Unchanged
	default:
		return Result{Of: r.Of}
	}
	there := make(map[int]bool)
	for p := range r.Of {
		there[p] = !c.broken[p]
	}
	if r.Verdict == Unchanged {
		r.Left = c.left(there)
	}
	return r
}

// Better tells which of two results says more: that it is all of it, or nothing but parts of
// it; then the one with more of the same words, and of these the one with less that is not.
func (r Result) Better(than Result) bool {
	switch {
	case (r.Verdict == Genuine) != (than.Verdict == Genuine):
		return r.Verdict == Genuine
	case r.pure() != than.pure():
		return r.pure()
	case (r.Verdict == Unknown) != (than.Verdict == Unknown):
		return than.Verdict == Unknown
	case r.same != than.same:
		return r.same > than.same
	case len(r.Changes) != len(than.Changes):
		return len(r.Changes) < len(than.Changes)
	}
	return len(r.Beside) < len(than.Beside)
}

// pure tells that all words of a text are those of the reference, but for the numbers of
// its lists.
func (r Result) pure() bool { return r.Verdict >= Unchanged && len(r.Beside) == r.numbers }

// String says it in a line.
func (r Result) String() string {
	switch r.Verdict {
	case Genuine:
		return "word for word as it was sent"
	case Unchanged:
		s := fmt.Sprintf("%d of %d paragraphs, unchanged", r.Whole, r.Of)
		if r.Cut {
			s += "; it begins or ends within one"
		}
		return s
	case Differs:
		return "it differs from what was sent"
	}
	return "not known"
}
