package importer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// segment is a stretch in quotation marks: [start, end) with them, [from, to)
// without.
type segment struct {
	start, from, to, end int
	forgotten            bool // its closing mark is missing
}

const openers, closers = "“„«\"", "”“»\""

// hasOpening tells whether there is a quotation mark at all.
func hasOpening(s string) bool { return strings.ContainsAny(s, "“„«\"»”") }

func startsWithQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(openers+"»”", r)
}

// segments finds what stands in quotation marks. Marks of all languages, straight
// and curly ones mixed, one turned the wrong way, and one that is missing are read
// by where they stand: an opening mark has space before it, a closing one behind.
func (d *draft) segments(text string) []segment {
	if out, ok := inSingleMarks(text); ok {
		return out
	}
	var out []segment
	open := false
	var cur segment
	turned := d.lang == "de" || d.lang == "da" // »so«
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
		french := r == '«' || r == '»' || (r == '“' || r == '”') && d.lang == "fr"
		spaced := (r == '“' || r == '"' && leadsIn.MatchString(text[:i])) && d.english() &&
			unicode.IsUpper(firstBehind(text[i+size:])) &&
			(tightClose.MatchString(text[i+size:]) || i == 0 && !strings.Contains(text, "”"))
		joined := !open && strings.ContainsRune(".!?,:", before) && reopens(text[i:])
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
		case r == '„' || r == '«' && !turned || r == '“' && d.lang != "de" && unicode.IsSpace(before) && !unicode.IsSpace(after):
			// Opened once more: either words within words, or a mark was forgotten.
			if at := d.forgottenClose(text[cur.from:i]); at > 0 {
				cur.to, cur.end, cur.forgotten = cur.from+at, cur.from+at, true
				out = append(out, cur)
				cur = segment{start: i, from: i + size}
			} else if r == '«' && strings.HasPrefix(text[cur.start:], "«") &&
				strings.Count(text[cur.start:], "«") == strings.Count(text[cur.start:], "»") {
				within++
			}
		case r == '»' && within > 0:
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

// tellsWho tells what stands right behind a straight mark, with no space: that somebody said what
// ends there, as in "We begin,"said Ana Ruiz.
func (d *draft) tellsWho(before rune, rest string) bool {
	return strings.ContainsRune(",.!?", before) && d.isVerb(firstWord(rest))
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

// closedUp takes the space from before a closing mark. A straight mark opens words where those before it on
// the line come in pairs.
func closedUp(text string) string {
	text = spacedPoint.ReplaceAllString(spacedOpen.ReplaceAllString(text, "${1}“${2}"), "$1$2")
	text = pairedUp(text)
	if !spacedClose.MatchString(text) {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		at := 0
		for _, m := range spacedClose.FindAllStringSubmatchIndex(line, allFound) {
			if line[m[4]] == '"' && strings.Count(line[:m[4]], `"`)%2 == 0 {
				continue
			}
			lines[i] = lines[i][:m[3]-at] + lines[i][m[4]-at:]
			at += m[4] - m[3]
		}
	}
	return strings.Join(lines, "")
}

var (
	// spacedOpen is an opening mark with a space behind it, of words that are closed on their line.
	spacedOpen = pattern.New(`(^|[\s(])“[ \x{a0}]+(\p{Lu}[^“”\n]*”)`)
	// spacedPoint is a space between a closing mark and the comma or stop behind it.
	spacedPoint = pattern.New(`([”»"]) ([,.](?:\s|$))`)
	// spacedStop is a space between the last word and its stop, before a closing mark.
	spacedStop = pattern.New(`(\p{L}) ([.,!?][”"])`)
)

// pairedUp takes the space from behind opening straight marks, on lines on which all come in pairs and each has a space
// on both sides or stands at an end.
func pairedUp(text string) string {
	text = spacedStop.ReplaceAllString(text, "$1$2")
	if !strings.Contains(text, `" `) {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		parts := strings.Split(line, `"`)
		if len(parts)%2 == 0 || len(parts) < 3 {
			continue
		}
		spaced := true
		for n := 1; n < len(parts); n += 2 {
			before, words := parts[n-1], parts[n]
			spaced = spaced && (before == "" || strings.HasSuffix(before, " ")) && strings.HasPrefix(words, " ") && wordsIn(words) > 1
		}
		for n := 1; n < len(parts) && spaced; n += 2 {
			parts[n] = strings.TrimLeft(parts[n], " ")
		}
		lines[i] = strings.Join(parts, `"`)
	}
	return strings.Join(lines, "")
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
func (d *draft) inMarks(text string) (s segment, ok bool) {
	segs := d.segments(text)
	if len(segs) != 1 || segs[0].start != 0 || !onlyBare(text[segs[0].end:]) {
		return segment{}, false
	}
	return segs[0], true
}

// trimEnd is a text without the spaces at its end, whichever they are.
func trimEnd(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

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
func singlesGoOn(p, next para) bool {
	if p.level > 0 || next.level > 0 || p.bullet != "" || next.bullet != "" || p.table != "" || next.table != "" || longPara(p.text) {
		return false
	}
	if at := leadsToSingle.FindStringIndex(p.text); at != nil {
		p.text = strings.TrimLeft(p.text[at[0]:], ": ")
	}
	return opensSingle.MatchString(p.text) && opensSingle.MatchString(next.text) && firstRune(p.text) == firstRune(next.text) &&
		len(singles(p.text)) == 0
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
	return strings.ContainsRune(".!?…", last) && wordsIn(words) > fewWords && strings.Count(text[i:], `"`)%2 == 0
}

// nickname is a word that stands in marks within a name.
var nickname = pattern.New(`^(?:(?:el|la|il|lo|o|a) )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?$`)

// withoutNicknames takes those from what stands in marks: Owen “Rope” Farrell.
func withoutNicknames(text string, segs []segment) []segment {
	return slices.DeleteFunc(segs, func(s segment) bool {
		before, behind := text[:s.start], text[s.end:]
		first := lastWord(before)
		if initial.MatchString(first) { // Owen B. “Rope” Farrell
			before = strings.TrimSuffix(before, " "+first+" ") + " "
			first = lastWord(before)
		}
		return nickname.MatchString(text[s.from:s.to]) && strings.HasSuffix(before, first+" ") && firstName(first) &&
			strings.HasPrefix(behind, " ") && firstName(strings.TrimRight(firstWord(behind), ",.;:"))
	})
}

// closing tells characters behind which a mark closes.
func closing(r rune) bool {
	return !unicode.IsSpace(r) && !strings.ContainsRune("([{—–-/:¿¡‘'’\u2063", r)
}

// forgottenClose finds, in words whose closing mark is missing, where they end
// because an attribution follows; 0 if nowhere.
func (d *draft) forgottenClose(words string) int {
	for _, m := range d.forgotten().FindAllStringSubmatchIndex(words, allFound) {
		if who := d.parse(firstSentence(words[m[2]:], d.cat)); who.ok && who.name != "" {
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
func (d *draft) halfClosed(words string) (to, end int) {
	for _, m := range halfClose.FindAllStringSubmatchIndex(words, allFound) {
		who, ok := d.nameAlone(words[m[1]:])
		if stopped := m[2] < m[3] || m[6] < m[7]; ok && (stopped || d.isTitle(who.title)) {
			return m[4], m[5]
		}
	}
	return 0, 0
}

func (d *draft) forgotten() *regexp.Regexp {
	return d.phrasing(`[,.!?…]\s+(?:{verb})\s+(\p{Lu})`)
}

// firstSentence is a text up to the end of its first sentence.
func firstSentence(s string, cat abbreviations) string {
	for i, r := range s {
		if r != '.' && r != '!' && r != '?' {
			continue
		}
		rest := s[i+utf8.RuneLen(r):]
		if reopens(rest) {
			return s[:i+utf8.RuneLen(r)]
		}
		rest = strings.TrimLeft(rest, footnote)
		marks := len(s) - i - utf8.RuneLen(r) - len(rest)
		trimmed := strings.TrimLeft(rest, "”“»\"’)")
		next := strings.TrimLeftFunc(trimmed, unicode.IsSpace)
		if next == "" {
			return s
		}
		if next == trimmed { // no space: a stop within a word
			continue
		}
		first, _ := utf8.DecodeRuneInString(next)
		if r == '.' && (cat.EndsInAbbreviation(s[:i+1]) || seatOpen.MatchString(s[:i]) && seatClose.MatchString(rest) ||
			!unicode.IsUpper(first) && !strings.ContainsRune("“„«\"¿¡—–", first) && !opensTurned.MatchString(next)) {
			continue
		}
		return s[:i+utf8.RuneLen(r)+marks]
	}
	return s
}

// seatOpen and seatClose stand around the stop behind a party that is written short: "(Lab. Marlow)".
var (
	seatOpen  = pattern.New(`\(\p{Lu}\p{L}{1,5}$`)
	seatClose = pattern.New(`^ \p{Lu}[\p{L} ’'-]{2,40}\)`)
)

// opensTurned are marks that close words in most languages, before words that they open.
var opensTurned = pattern.New(`^[”»]\p{Lu}`)

// footnote are the marks of notes, behind a sentence's stop.
const footnote = "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹"

// reopens tells words in marks that follow a stop without a space between.
func reopens(rest string) bool {
	mark, size := utf8.DecodeRuneInString(rest)
	after, _ := utf8.DecodeRuneInString(rest[size:])
	return strings.ContainsRune("\"“„", mark) && unicode.IsUpper(after)
}

// lastSentence is where the last sentence of a text begins.
func lastSentence(s string, cat abbreviations) int {
	at := 0
	for at < len(s) {
		first := firstSentence(s[at:], cat)
		next := at + len(first)
		next += len(s[next:]) - len(strings.TrimLeftFunc(s[next:], unicode.IsSpace))
		if next >= len(s) {
			return at
		}
		at = next
	}
	return at
}

type abbreviations interface{ EndsInAbbreviation(string) bool }
