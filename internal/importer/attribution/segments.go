package attribution

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// segment is a stretch in quotation marks: [start, end) with them, [from, to)
// without.
type segment struct {
	start, from, to, end int
	forgotten            bool // its closing mark is missing
}

// segments finds what stands in quotation marks. Marks of all languages, straight
// and curly ones mixed, one turned the wrong way, and one that is missing are read
// by where they stand: an opening mark has space before it, a closing one behind.
func (d *Copy) segments(text string) []segment {
	if out, ok := inSingleMarks(text); ok {
		return out
	}
	var out []segment
	open := false
	var cur segment
	turned := d.Lang == "de" || d.Lang == "da" // »so«
	within := 0                                // marks within the marks that are open
	skip := 0
	for i, r := range text {
		if i < skip || !strings.ContainsRune("“”„«»\"", r) {
			continue
		}
		size := utf8.RuneLen(r)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+size:])
		if open && (r == '"' || r == '“') {
			if skip = innerEnd(text, cur.start, i); skip > 0 {
				continue
			}
		}
		if i == 0 {
			before = ' '
		}
		if i+size == len(text) {
			after = ' '
		}
		french := r == '«' || r == '»' || (r == '“' || r == '”') && d.Lang == "fr"
		spaced := (r == '“' || r == '"' && leadsIn.MatchString(text[:i])) && d.English() &&
			unicode.IsUpper(firstBehind(text[i+size:])) &&
			(tightClose.MatchString(text[i+size:]) || i == 0 && !strings.Contains(text, "”"))
		joined := !open && strings.ContainsRune(".!?,:", before) && prose.Reopens(text[i:])
		opensHere := (!closing(before) || joined) && (!unicode.IsSpace(after) || french || spaced)
		closesHere := !unicode.IsSpace(before) || french
		switch {
		case !open:
			if r == '”' && !opensHere || r == '»' && !turned && !opensHere || r == '"' && !opensHere {
				continue
			}
			if !opensHere && r != '„' && r != '«' {
				continue
			}
			cur = segment{start: i, from: i + size}
			open = true
		case r == '„' || r == '«' && !turned || r == '“' && d.Lang != "de" && unicode.IsSpace(before) && !unicode.IsSpace(after):
			// Opened once more: either words within words, or a mark was forgotten.
			if at := d.forgottenClose(text[cur.from:i]); at > 0 {
				cur.to, cur.end, cur.forgotten = cur.from+at, cur.from+at, true
				out = append(out, cur)
				cur = segment{start: i, from: i + size}
			} else if alikeWithin(text[cur.start:], r) {
				within++
			}
		case within > 0 && (r == '»' || r == '”'):
			within--
		case r == '"' && !closesHere && unicode.IsUpper(after) && reopened(text, cur.from, i):
			at := len(strings.TrimRightFunc(text[:i], unicode.IsSpace))
			cur.to, cur.end, cur.forgotten = at, at, true
			out = append(out, cur)
			cur = segment{start: i, from: i + size}
		case closesHere && (r != '"' || !unicode.IsLetter(after) && !unicode.IsDigit(after) || d.tellsWho(before, text[i+size:])):
			cur.to, cur.end = i, i+size
			out = append(out, cur)
			open = false
		}
	}
	if open {
		cur.to, cur.end, cur.forgotten = len(text), len(text), true
		if at := d.forgottenClose(text[cur.from:]); at > 0 {
			cur.to, cur.end = cur.from+at, cur.from+at
		} else if to, end := d.halfClosed(text[cur.from:]); to > 0 {
			cur.to, cur.end, cur.forgotten = cur.from+to, cur.from+end, false
		}
		out = append(out, cur)
	}
	return trimmedWords(text, withoutNicknames(text, out))
}

// alikeWithin tells marks within marks of the same kind, each of which is closed: “the “year of boats” begins”.
func alikeWithin(text string, opening rune) bool {
	closing, ok := map[rune]string{'«': "»", '“': "”"}[opening]
	return ok && strings.HasPrefix(text, string(opening)) && strings.Count(text, string(opening)) == strings.Count(text, closing)
}

// tellsWho tells what stands right behind a straight mark, with no space: that somebody said what
// ends there, as in "We begin,"said Ana Ruiz.
func (d *Copy) tellsWho(before rune, rest string) bool {
	return strings.ContainsRune(",.!?", before) && d.isVerb(prose.FirstWord(rest))
}

var (
	// tightClose is a closing mark right behind words.
	tightClose = pattern.New(`\S[”"]`)
	// leadsIn ends what leads on to words.
	leadsIn = pattern.New(`(?:[,:]|\b(?:said|says|added|adds))\s$`)
)

// firstBehind is what stands first behind spaces.
func firstBehind(text string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, unicode.IsSpace))
	return r
}

// trimmedWords leaves the space inside the marks to what is around the words.
func trimmedWords(text string, out []segment) []segment {
	for i := range out {
		s := &out[i]
		inner := text[s.from:s.to]
		s.from += len(inner) - len(strings.TrimLeftFunc(inner, unicode.IsSpace))
		s.to -= len(inner) - len(strings.TrimRightFunc(inner, unicode.IsSpace))
		if s.to < s.from {
			s.to = s.from
		}
	}
	return out
}

// inSingleMarks finds what stands in single marks where a text has no double ones, or all of them within.
func inSingleMarks(text string) ([]segment, bool) {
	if !strings.ContainsAny(text, "“”„«»\"") {
		return singles(text), true
	}
	out := doublesWithin(text)
	return out, len(out) > 0
}

// doublesWithin are the stretches in single marks that have all double marks of the text within them: ‘She called it
// “a start”,’ said Ana Ruiz.
func doublesWithin(text string) []segment {
	first := strings.IndexAny(text, "“”„«»\"")
	if at := strings.IndexRune(text, '‘'); at < 0 || at > first {
		return nil
	}
	out := inSingles(text, '‘', '’')
	for i, r := range text {
		if strings.ContainsRune("“”„«»\"", r) && !slices.ContainsFunc(out, func(s segment) bool { return s.from <= i && i < s.to }) {
			return nil
		}
	}
	return out
}

// isBare tells spaces, stops and commas: what stands between words in marks and nothing else.
func isBare(r rune) bool { return r == '.' || r == ',' || unicode.IsSpace(r) }

// onlyBare tells that nothing else stands in a text.
func onlyBare(s string) bool { return strings.TrimFunc(s, isBare) == "" }

// inMarks tells a text that is all in one pair of marks.
func (d *Copy) inMarks(text string) (s segment, ok bool) {
	segs := d.segments(text)
	if len(segs) != 1 || segs[0].start != 0 || !onlyBare(text[segs[0].end:]) {
		return segment{}, false
	}
	return segs[0], true
}

// singles finds what stands in single marks, as British releases have it. The same
// character is an apostrophe: a mark closes only behind a stop or comma, or before
// a comma.
func singles(text string) []segment {
	if out := inSingles(text, '‘', '’'); len(out) > 0 {
		return out
	}
	return inSingles(text, '\'', '\'')
}

// opensSingle is a single mark with which a paragraph begins.
var opensSingle = pattern.New(`^['‘]\p{Lu}`)

// singlesGoOn tells that two paragraphs begin with a single mark of which the first is not closed.
func singlesGoOn(p, next prose.Para) bool {
	if p.Level > 0 || next.Level > 0 || p.Bullet != "" || next.Bullet != "" || p.Table != "" || next.Table != "" || prose.LongPara(p.Text) {
		return false
	}
	if at := leadsToSingle.FindStringIndex(p.Text); at != nil {
		p.Text = strings.TrimLeft(p.Text[at[0]:], ": ")
	}
	return opensSingle.MatchString(p.Text) && opensSingle.MatchString(next.Text) && firstRune(p.Text) == firstRune(next.Text) &&
		len(singles(p.Text)) == 0
}

// leadsToSingle is a colon with a single mark behind it.
var leadsToSingle = pattern.New(`: ['‘]\p{Lu}`)

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// inSingles finds what stands between such marks.
func inSingles(text string, opens, closes rune) []segment {
	var out []segment
	start := -1
	for i, r := range text {
		if r != opens && r != closes {
			continue
		}
		size := utf8.RuneLen(r)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+size:])
		switch {
		case start < 0 && r == opens && (i == 0 || !closing(before)) && (opens != closes || unicode.IsUpper(after)):
			start = i
		case start >= 0 && r == closes && (i+size == len(text) || unicode.IsSpace(after) || strings.ContainsRune(",.;:", after)) &&
			(after == ',' || strings.ContainsRune(",.!?…", before)):
			out = append(out, segment{start: start, from: start + utf8.RuneLen(opens), to: i, end: i + size})
			start = -1
		}
	}
	return out
}

// reopened tells that the straight mark at i opens words again, where those that were opened
// before end with a stop and no mark: from there on the marks come in pairs.
func reopened(text string, from, i int) bool {
	words := strings.TrimRightFunc(text[from:i], unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…", last) && prose.WordsIn(words) > fewWords && strings.Count(text[i:], `"`)%2 == 0
}

// nickname is a word that stands in marks within a name.
var nickname = pattern.New(`^(?:(?:el|la|il|lo|o|a) )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?$`)

// withoutNicknames takes those from what stands in marks: Owen “Rope” Farrell.
func withoutNicknames(text string, segs []segment) []segment {
	return slices.DeleteFunc(segs, func(s segment) bool {
		before, behind := text[:s.start], text[s.end:]
		first := prose.LastWord(before)
		if prose.Initial.MatchString(first) { // Owen B. “Rope” Farrell
			before = strings.TrimSuffix(before, " "+first+" ") + " "
			first = prose.LastWord(before)
		}
		return nickname.MatchString(text[s.from:s.to]) && strings.HasSuffix(before, first+" ") && firstName(first) &&
			strings.HasPrefix(behind, " ") && firstName(strings.TrimRight(prose.FirstWord(behind), ",.;:"))
	})
}

// closing tells characters behind which a mark closes.
func closing(r rune) bool {
	return !unicode.IsSpace(r) && !strings.ContainsRune("([{—–-/:¿¡‘'’\u2063", r)
}

// forgottenClose finds, in words whose closing mark is missing, where they end
// because an attribution follows; 0 if nowhere.
func (d *Copy) forgottenClose(words string) int {
	for _, m := range d.forgotten().FindAllStringSubmatchIndex(words, prose.AllFound) {
		if who := d.Parse(prose.FirstSentence(words[m[2]:], d.Cat)); who.Ok && who.Name != "" {
			return m[0] + 1
		}
	}
	return 0
}

// halfClose is a single mark, and a stop beside it.
var halfClose = pattern.New(`([.,!?…]?)(['’])([.,;]?)\s+`)

// halfClosed finds a single mark that closes words which a double one has opened, where all that stands
// behind it says whose they are: "…to market'. Ana Ruiz, investor". It tells where the words end, and the
// mark; 0 if nowhere.
func (d *Copy) halfClosed(words string) (to, end int) {
	for _, m := range halfClose.FindAllStringSubmatchIndex(words, prose.AllFound) {
		who, ok := d.nameAlone(words[m[1]:])
		if stopped := m[2] < m[3] || m[6] < m[7]; ok && (stopped || d.IsTitle(who.Title)) {
			return m[4], m[5]
		}
	}
	return 0, 0
}

func (d *Copy) forgotten() *regexp.Regexp {
	return d.phrasing(`[,.!?…]\s+(?:{verb})\s+(\p{Lu})`)
}
