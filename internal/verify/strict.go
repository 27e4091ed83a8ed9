package verify

import (
	"slices"
	"sort"
	"strings"
)

// strict finds a text to be nothing but whole paragraphs of the reference in their order,
// with lines of somebody else before and after them; it may begin and end within a
// paragraph. It goes out from the longest stretch of words that both have, so that a part
// is found in a reference of any length, where a comparison of all words may align by
// chance.
type strict struct {
	*comparison
	kept   []int // the words of the text without what runs on every page
	b      []string
	starts []int // of the reference's paragraphs, and the end
	places map[string][]int
	size   []int // once asked for

	whole       int
	there       map[int]bool // paragraphs of the reference that are whole
	before, aft bool         // it is cut there
}

// stretch is how many words in a row make a place that two texts share.
const stretch = 4

// strictly looks at a text as it is, and without what runs on every page.
func (c *comparison) strictly() Result {
	whole := c.strict(false)
	if bare := c.strict(true); bare.Verdict > whole.Verdict || bare.Verdict == whole.Verdict && bare.same > whole.same {
		return bare
	}
	return whole
}

func (c *comparison) strict(bare bool) Result {
	s := &strict{comparison: c, places: make(map[string][]int), there: make(map[int]bool)}
	for i, w := range c.ref.words {
		if i == 0 || w.para != c.ref.words[i-1].para {
			s.starts = append(s.starts, i)
		}
		if i+stretch <= len(c.a) {
			k := strings.Join(c.a[i:i+stretch], " ")
			s.places[k] = append(s.places[k], i)
		}
	}
	s.starts = append(s.starts, len(c.a))
	s.keep(bare)
	i, j, n := s.longest()
	if n < LeastWords {
		return Result{}
	}
	from, past, ok := s.extend(i, j, n)
	if !ok || !s.begins(from) || !s.begins(past) || !s.others(0, from) || !s.others(past, len(s.b)) {
		return Result{}
	}
	r := Result{Verdict: Unchanged, Whole: s.whole, Of: c.ref.paras, Cut: s.before || s.aft, same: past - from}
	r.Beside = append(s.told(0, from), s.told(past, len(s.b))...)
	r.Left = s.left(s.there)
	if r.Whole == r.Of && len(r.Beside) == 0 && !r.Cut {
		r.Verdict = Genuine
	}
	return r
}

// keep takes the words of the text; bare, without the lines that run on every page.
func (s *strict) keep(bare bool) {
	for i := 0; i < len(s.comparison.b); {
		end := i + 1
		for end < len(s.comparison.b) && s.text.words[end].line == s.text.words[i].line {
			end++
		}
		if !bare || !s.runs(i, end) {
			for k := i; k < end; k++ {
				s.kept = append(s.kept, k)
				s.b = append(s.b, s.comparison.b[k])
			}
		}
		i = end
	}
}

// begins tells whether a line begins at a word, or the text ends there.
func (s *strict) begins(i int) bool {
	return i == 0 || i == len(s.b) || s.text.words[s.kept[i]].line != s.text.words[s.kept[i-1]].line
}

func (s *strict) told(from, to int) []string {
	if from == to {
		return nil
	}
	return s.linesOf(s.kept[from], s.kept[to-1]+1)
}

// longest is the longest stretch of words that both have: where it begins in each.
func (s *strict) longest() (at, there, n int) {
	for i := 0; i+stretch <= len(s.b); i++ {
		for _, j := range s.places[strings.Join(s.b[i:i+stretch], " ")] {
			if i > 0 && j > 0 && s.b[i-1] == s.a[j-1] {
				continue // looked at from where it begins
			}
			if l := s.common(i, j); l > n {
				at, there, n = i, j, l
			}
		}
	}
	return at, there, n
}

// common is how many words are the same from two places on.
func (s *strict) common(i, j int) int {
	n := 0
	for i+n < len(s.b) && j+n < len(s.a) && s.b[i+n] == s.a[j+n] {
		n++
	}
	return n
}

// extend says from where up to where the text is the reference, given a stretch of n words
// at i in the text and at j in the reference; false where it stops within a paragraph and
// goes on with something else.
func (s *strict) extend(i, j, n int) (from, past int, ok bool) {
	first := sort.SearchInts(s.starts, j)        // the first paragraph that begins in the stretch
	last := sort.SearchInts(s.starts, j+n+1) - 1 // the one with which its whole paragraphs end
	if s.starts[first] > j+n {                   // within one paragraph
		s.aft = true
		return i, i + n, i == 0 && i+n == len(s.b)
	}
	s.whole += last - first
	for p := first; p < last; p++ {
		s.there[p] = true
	}
	from = s.backward(i+s.starts[first]-j, first)
	return from, s.forward(i+s.starts[last]-j, last), true
}

// forward goes on at i, where the paragraph p or one behind it should begin.
func (s *strict) forward(i, p int) int {
	cut := 0
	for q := p; q < len(s.starts)-1; q++ {
		n := s.starts[q+1] - s.starts[q]
		l := min(n, s.common(i, s.starts[q]))
		switch {
		case l == n:
			s.whole++
			s.there[q] = true
			i, cut = i+n, 0
		case i+l == len(s.b):
			cut = max(cut, l)
		}
	}
	s.aft = cut > 0
	return i + cut
}

// backward goes back from i, where the paragraph before p or one before that should end.
func (s *strict) backward(i, p int) int {
	cut := 0
	for q := p - 1; q >= 0; q-- {
		n, l := s.starts[q+1]-s.starts[q], 0
		for l < n && l < i && s.b[i-l-1] == s.a[s.starts[q+1]-l-1] {
			l++
		}
		switch {
		case l == n:
			s.whole++
			s.there[q] = true
			i, cut = i-n, 0
		case l == i:
			cut = max(cut, l)
		}
	}
	s.before = cut > 0
	return i - cut
}

// others tells whether words are somebody else's, and not the reference's with something
// changed or in another place. A headline after the name of a field, as in Subject:, is a
// forwarder's. A line begins at from, and one ends at to.
func (s *strict) others(from, to int) bool {
	for i := from; i < to; {
		end := i + 1
		for !s.begins(end) {
			end++
		}
		label := i
		for k := i; k < min(end, i+6); k++ {
			if strings.HasSuffix(s.b[k], ":") {
				label = k + 1
			}
		}
		switch {
		case label > i && (label == end || s.paragraph(label, end)):
			i = end
			continue
		case s.changed(i, end):
			return false
		case label > i && s.has(label, end):
			i = end
			continue
		case s.has(i, end):
			return false
		}
		for k := i; k < end && k+stretch <= to; k++ {
			if len(s.places[strings.Join(s.b[k:k+stretch], " ")]) > 0 {
				return false
			}
		}
		i = end
	}
	return true
}

// paragraph tells whether words of the text are a paragraph of the reference.
func (s *strict) paragraph(from, to int) bool {
	for p := range len(s.starts) - 1 {
		if s.starts[p+1]-s.starts[p] == to-from && s.common(from, s.starts[p]) >= to-from {
			return true
		}
	}
	return false
}

// changed tells whether a line is a paragraph that is not there, with some of its words
// others: most words of each are those of the other.
func (s *strict) changed(from, to int) bool {
	words := 0
	for i := from; i < to; i++ {
		if !s.text.words[s.kept[i]].mark {
			words++
		}
	}
	for p := range len(s.starts) - 1 {
		size := s.sizes()[p]
		if s.there[p] || words*10 <= size*6 || size*10 <= words*6 { // too short, or too long
			continue
		}
		own, same := make(map[string]int), 0
		for i := s.starts[p]; i < s.starts[p+1]; i++ {
			if !s.ref.words[i].mark {
				own[s.a[i]]++
			}
		}
		for i := from; i < to; i++ {
			if !s.text.words[s.kept[i]].mark && own[s.b[i]] > 0 {
				own[s.b[i]]--
				same++
			}
		}
		if same >= 2 && same*10 > max(size, words)*6 {
			return true
		}
	}
	return false
}

// sizes are how many words each paragraph of the reference has.
func (s *strict) sizes() []int {
	if s.size == nil {
		s.size = make([]int, len(s.starts)-1)
		for p := range s.size {
			for i := s.starts[p]; i < s.starts[p+1]; i++ {
				if !s.ref.words[i].mark {
					s.size[p]++
				}
			}
		}
	}
	return s.size
}

// has tells whether words of the text stand in the reference in this order.
func (s *strict) has(from, to int) bool {
	if to-from >= stretch {
		at := s.places[strings.Join(s.b[from:from+stretch], " ")]
		return slices.ContainsFunc(at, func(j int) bool { return s.common(from, j) >= to-from })
	}
	for j := range s.a {
		if s.common(from, j) >= to-from {
			return true
		}
	}
	return false
}
