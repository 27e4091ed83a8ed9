// Package verify holds a text against what was sent, word by word: the same words, fewer
// paragraphs of them, or others.
//
// Split makes the words of a text, Compare holds them against those of a reference, and
// Sample picks those by which a reference is found among many.
package verify

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Doc is a text as words: its paragraphs, one behind the other.
type Doc struct {
	words []token
	paras int
	lines int
}

// token is a word, or a mark of punctuation.
type token struct {
	text       string // as it is compared
	shown      string // as it is written
	joined     string // what it is if the hyphen at the line's end before its second half divides it; "" for none
	para, line int
	mark       bool // punctuation, which alone is nobody's words
}

// Words is how many words there are.
func (d *Doc) Words() int {
	n := 0
	for _, t := range d.words {
		if !t.mark {
			n++
		}
	}
	return n
}

// mostWords bounds a text; no release is near it.
const mostWords = 60_000

// Split takes paragraphs apart. Line ends within them are spaces, and a hyphen before one
// may be the line's own.
func Split(paragraphs []string) *Doc {
	d := &Doc{}
	for _, p := range paragraphs {
		begin := len(d.words)
		for _, l := range strings.Split(p, "\n") {
			d.line(l, d.paras)
			if len(d.words) > mostWords {
				return d
			}
		}
		if len(d.words) > begin {
			d.paras++
		}
	}
	return d
}

// Plain takes a text apart that somebody pasted: paragraphs are divided by empty lines,
// and the > of whoever forwarded it is not the text's.
func Plain(text string) *Doc {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var paragraphs []string
	var b strings.Builder
	end := func() {
		paragraphs = append(paragraphs, b.String())
		b.Reset()
	}
	for l := range strings.SplitSeq(strings.ReplaceAll(text, "\f", "\n\n"), "\n") {
		l = unquoted(l)
		if strings.TrimSpace(l) == "" {
			end()
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l)
	}
	end()
	return Split(paragraphs)
}

// unquoted is a line without the signs by which mail marks what is quoted.
func unquoted(l string) string {
	for {
		t := strings.TrimLeft(l, " \t")
		rest, ok := strings.CutPrefix(t, ">")
		if !ok {
			return l
		}
		l = rest
	}
}

var replacer = strings.NewReplacer(
	"\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "", "\u200e", "", "\u200f", "",
	"\u202a", "", "\u202b", "", "\u202c", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "",
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl",
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "‹", "'", "›", "'", "´", "'", "`", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "「", `"`, "」", `"`, "『", `"`, "』", `"`, "''", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "―", "-", "−", "-", "…", "...",
)

// bullets stand before an item of a list, and are a matter of the form.
const bullets = "•·▪◦‣●○■□▶*-"

// line takes the words of one line.
func (d *Doc) line(l string, para int) {
	l = replacer.Replace(norm.NFC.String(l))
	d.lines++
	for _, f := range strings.Fields(l) {
		if strings.Trim(f, bullets) == "" || strings.Trim(f, "=_-") == "" {
			continue // a bullet, a dash, a rule
		}
		d.field(f, para)
	}
	if n := len(d.words); n > 0 && d.words[n-1].line == d.lines && strings.HasSuffix(d.words[n-1].text, "-") {
		d.words[n-1].joined = "-" // the next word may be its second half
	}
}

// leading and trailing are marks around a word.
const (
	leading  = `"'([{*_<¿¡`
	trailing = `"')]}*_>.,;:!?¿¡。、，．！？：；）`
)

// field takes what stands between two spaces apart: marks before, the word, marks behind.
func (d *Doc) field(f string, para int) {
	mark := func(s string) {
		for _, r := range s {
			switch r {
			case '*', '_', '<', '>':
				continue // of a form, and not of the text
			case '\'':
				r = '"' // which marks are inside which is a matter of style
			}
			d.add(string(r), para, true)
		}
	}
	word := strings.TrimLeft(f, leading)
	mark(f[:len(f)-len(word)])
	bare := strings.TrimRight(word, trailing)
	tail := word[len(bare):]
	if bare != "" {
		d.word(bare, para)
	}
	mark(tail)
}

// word adds a word; of a script that writes no spaces between words, each sign is one.
func (d *Doc) word(w string, para int) {
	if n := len(d.words); n > 0 && d.words[n-1].joined == "-" {
		d.words[n-1].joined = ""
		first := d.words[n-1]
		if r := []rune(w)[0]; unicode.IsLetter(r) && first.para == para {
			d.words[n-1].text, d.words[n-1].shown = strings.TrimSuffix(first.text, "-")+w, first.shown+w
			d.words[n-1].joined = strings.TrimSuffix(first.text, "-") + "-" + w
			return
		}
	}
	start := 0
	for i, r := range w {
		if alone(r) {
			if i > start {
				d.add(w[start:i], para, false)
			}
			d.add(string(r), para, unicode.IsPunct(r))
			start = i + len(string(r))
		}
	}
	if start < len(w) {
		d.add(w[start:], para, false)
	}
}

// alone tells signs that are a word each: those of scripts without spaces, and the marks of
// punctuation that are as wide as they.
func alone(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) ||
		unicode.IsPunct(r) && (r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff65)
}

func (d *Doc) add(text string, para int, mark bool) {
	d.words = append(d.words, token{text: text, shown: text, para: para, line: d.lines, mark: mark})
}

// fit is a text as its lines were broken in it, put together as the reference has it: a
// hyphen at a line's end may be the text's own, or the line's; programs that copy words out
// of a PDF take the text's own away with it, and leave words apart that no line could hold.
func (d *Doc) fit(ref *Doc) *Doc {
	known := make(map[string]bool, len(ref.words))
	hyphened := make(map[string]string)
	for _, t := range ref.words {
		known[t.text] = true
		if bare := dehyphenated(t.text); bare != "" {
			hyphened[bare] = t.text
		}
	}
	out := &Doc{paras: d.paras, lines: d.lines}
	for i := 0; i < len(d.words); i++ {
		t := d.words[i]
		switch own := hyphened[t.text]; {
		case known[t.text]:
		case known[t.joined]:
			t.text = t.joined
		case own != "":
			t.text = own
		}
		if i+1 < len(d.words) {
			if next := d.words[i+1]; parted(t, next) && known[t.text+next.text] && !(known[t.text] && known[next.text]) {
				t.text, t.shown, t.line = t.text+next.text, t.shown+next.shown, next.line
				i++
			}
		}
		out.words = append(out.words, t)
	}
	return out
}

// leastParted is how many letters a word has at least that no line can hold.
const leastParted = 12

// parted tells whether two words may be one that a line's end divides.
func parted(a, b token) bool {
	return !a.mark && !b.mark && a.line+1 == b.line && a.para == b.para && utf8.RuneCountInString(a.text+b.text) >= leastParted
}

// dehyphenated is a word without the hyphens between its letters, "" where it has none.
func dehyphenated(word string) string {
	runes := []rune(word)
	var out []rune
	for i, r := range runes {
		if r == '-' && i > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i-1]) && unicode.IsLower(runes[i+1]) {
			continue
		}
		out = append(out, r)
	}
	if len(out) == len(runes) {
		return ""
	}
	return string(out)
}

// Sampling of what a reference is found by.
const (
	inShingle = 5 // words
	inWindow  = 8 // of which one shingle is kept
)

// Sample are numbers that stand for stretches of a text: of every eight places one is
// kept, the same in whatever the text stands (winnowing, Schleimer, Wilkerson and Aiken
// 2003). So two texts that share thirteen words in a row share one.
func (d *Doc) Sample() []int64 {
	all := d.shingles()
	var kept []uint64
	for i := range all {
		window := all[i:min(i+inWindow, len(all))]
		if i > 0 && len(window) < inWindow {
			break
		}
		kept = append(kept, slices.Min(window))
	}
	return distinct(kept)
}

// Places are those of all stretches of a text: of a text of few words none may be among
// those that Sample keeps, but whatever shares twelve of its words in a row keeps one of
// them.
func (d *Doc) Places() []int64 { return distinct(d.shingles()) }

// shingles stand for each five words of a text in a row.
func (d *Doc) shingles() (all []uint64) {
	var words []string
	for _, t := range d.words {
		if !t.mark {
			words = append(words, t.text)
		}
	}
	for i := 0; i+inShingle <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+inShingle] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		all = append(all, h.Sum64())
	}
	return all
}

func distinct(all []uint64) (out []int64) {
	seen := make(map[uint64]bool)
	for _, h := range all {
		if !seen[h] {
			seen[h] = true
			out = append(out, int64(h))
		}
	}
	return out
}
