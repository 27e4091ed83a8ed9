package verify

import "strings"

// Any stands in a running line for up to twelve words that are not known.
const Any = "\ufffc"

// mostAny is how many that are.
const mostAny = 12

// takeRunning takes the lines out of the text that run on every page, where words of them
// could be taken for words of the text.
func (c *comparison) takeRunning() {
	out := &Doc{paras: c.text.paras, lines: c.text.lines}
	for i := 0; i < len(c.b); {
		end := i + 1
		for end < len(c.b) && c.text.words[end].line == c.text.words[i].line {
			end++
		}
		if !c.runs(i, end) {
			out.words = append(out.words, c.text.words[i:end]...)
		}
		i = end
	}
	c.text, c.b = out, texts(out.words)
}

// runs tells that added words are what runs on every page, or addresses.
func (c *comparison) runs(from, to int) bool {
	for from < to {
		n := 0
		for _, r := range c.running {
			n = max(n, covers(r, c.b[from:to]))
		}
		if n == 0 {
			return false
		}
		from += n
	}
	return true
}

// covers is how many words at the beginning a line covers, 0 where it is another.
func covers(line, words []string) int {
	at := 0
	for i, l := range line {
		if l == Any {
			for n := 1; n <= mostAny && at+n <= len(words); n++ {
				if i+1 == len(line) {
					return at + n
				}
				if rest := covers(line[i+1:], words[at+n:]); rest > 0 {
					return at + n + rest
				}
			}
			return 0
		}
		if at >= len(words) {
			return 0
		}
		before, behind, some := strings.Cut(l, Any)
		w := words[at]
		if !some && w != l || some && (len(w) < len(before)+len(behind) || !strings.HasPrefix(w, before) || !strings.HasSuffix(w, behind)) {
			return 0
		}
		at++
	}
	return at
}

func runs(lines []string) (out [][]string) {
	for _, l := range lines {
		var words []string
		for _, t := range Plain(l).words {
			words = append(words, t.text)
		}
		out = append(out, words)
	}
	return out
}
