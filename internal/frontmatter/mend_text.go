package frontmatter

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// Marks that people put around a text. TOML knows the first two.
const (
	straightMarks = `"'`
	curlyMarks    = "“”„‟«»‘’‚‛″`＂‹›"
	doubleMarks   = `"“”„‟″＂`
)

func isMark(r rune) bool { return strings.ContainsRune(straightMarks+curlyMarks, r) }

const curlyAdvice = `a text stands between straight quotation marks; write %s at its beginning and at its end`

// text reads a text that begins with a mark of any kind. list tells that it stands
// in a list.
func (m *mender) text(list bool) {
	r, n := utf8.DecodeRune(m.src[m.at:])
	if width := m.marks(m.at); width > 0 || bytes.HasPrefix(m.src[m.at:], []byte("'''")) {
		m.long(max(width, 3), list)
		return
	}
	switch {
	case r == '"' && !list && m.twoForThree():
		m.slip(m.at, "quotation-marks", `a text that ends with """ begins with """; three marks are needed here`)
		m.instead(m.at+2, `"""`)
		stop := m.at + bytes.LastIndex(m.src[m.at:m.eol(m.at)], []byte(`"""`))
		m.content(stop, true)
		m.keepTo(stop + 3)
	case r == '"':
		m.short(list)
	case r == '\'':
		m.literal(list)
	default:
		m.curly(n, list)
	}
}

// marks is the width of three marks or more, 0 if there are fewer.
func (m *mender) marks(at int) int {
	width := 0
	for count := 0; count < 3; count++ {
		r, n := utf8.DecodeRune(m.src[at+width:])
		if !strings.ContainsRune(doubleMarks, r) {
			return 0
		}
		width += n
	}
	return width
}

// twoForThree tells whether a text begins with two marks and ends with three.
func (m *mender) twoForThree() bool {
	line := m.src[m.at:m.lineText(m.at, m.eol(m.at))]
	return bytes.HasPrefix(line, []byte(`""`)) && bytes.HasSuffix(line, []byte(`"""`))
}

// nextQuote is the offset of the next straight mark on this line that no backslash
// stands before, -1 if there is none.
func (m *mender) nextQuote(at int) int {
	for end := m.eol(at); at < end; at++ {
		switch m.src[at] {
		case '\\':
			at++
		case '"':
			return at
		}
	}
	return -1
}

// maxLooks bounds how often one statement looks through the rest of its line.
const maxLooks = 40

// short reads a text on one line.
func (m *mender) short(list bool) {
	open := m.at
	first := m.nextQuote(open + 1)
	if first < 0 {
		m.unclosed(list)
		return
	}
	stop := first
	if !m.endsText(first+1, list) && !m.goesOnBehind(first+1, list) && m.looks < maxLooks {
		m.looks++
		for q := first; q >= 0; q = m.nextQuote(q + 1) {
			if m.endsText(q+1, list) || q > first && !list && strings.Trim(m.rest(q+1), ",;.") == "" {
				m.slip(first, "quotation-marks", `a straight quotation mark ends a text; inside one write “ and ”, or \" with a backslash before it`)
				stop = q
				break
			}
		}
	}
	m.keepTo(open + 1)
	m.content(stop, false)
	m.keepTo(stop + 1)
}

// goesOnBehind tells whether what follows a text on its line is another one, or
// another key, so that it ends here although something is wrong behind it.
func (m *mender) goesOnBehind(at int, list bool) bool {
	rest := m.rest(at)
	if keyLike.MatchString(strings.TrimLeft(rest, ",;")) {
		return true
	}
	if list {
		return strings.HasPrefix(rest, `"`) && m.src[at] != '"'
	}
	return strings.HasPrefix(rest, ",") && isMark(firstRune(strings.TrimLeft(rest, ", ")))
}

// endsText tells whether a text can end before an offset: nothing but a remark
// follows on the line, or in a list what separates its parts.
func (m *mender) endsText(at int, list bool) bool {
	for at < len(m.src) {
		r, n := utf8.DecodeRune(m.src[at:])
		switch {
		case r == '\n' || r == '#':
			return true
		case isBlankRune(r):
			at += n
		default:
			return list && strings.ContainsRune(",];}"+wideCommas, r)
		}
	}
	return true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// unclosed reads a text that no straight mark closes on its line.
func (m *mender) unclosed(list bool) {
	open, end := m.at, m.eol(m.at)
	for at := open + 1; at < end; {
		r, n := utf8.DecodeRune(m.src[at:end])
		if strings.ContainsRune(curlyMarks, r) && r != '’' && m.endsText(at+n, list) || r == '’' && m.endsText(at+n, false) {
			m.slip(at, "quotation-marks", `a text ends with a straight quotation mark; write " instead of %c`, r)
			m.keepTo(open + 1)
			m.content(at, false)
			m.instead(at+n, `"`)
			return
		}
		at += n
	}
	if stop := m.goesOn(`"`); stop != 0 {
		m.slip(open, "quotation-marks", `a text over several lines stands between three marks; write """ at its beginning and at its end`)
		m.instead(open+1, `"""`)
		m.content(stop, true)
		m.instead(stop+1, `"""`)
		return
	}
	stop := m.lineText(open+1, end)
	if list && m.src[stop-1] == ']' {
		stop--
	}
	m.slip(stop, "quotation-marks", `the text is not closed; write " at its end`)
	m.keepTo(open + 1)
	m.content(stop, false)
	m.put(`"`)
}

// lineText is where the text of a line ends, without the spaces behind it.
func (m *mender) lineText(from, end int) int {
	return from + len(bytes.TrimRightFunc(m.src[from:end], isBlankRune))
}

// goesOn looks in the next lines, as far as they are text, for one that ends with
// marks, and returns where these stand; 0 if there is none.
func (m *mender) goesOn(marks string) int {
	for at := m.eol(m.at) + 1; at < len(m.src) && !m.structure(at); at = m.eol(at) + 1 {
		end := m.lineText(at, m.eol(at))
		text := string(m.src[at:end])
		switch {
		case text == "" || strings.HasPrefix(text, "#"):
			return 0
		case strings.HasSuffix(text, marks):
			return end - len(marks)
		case strings.Contains(text, `"`):
			return 0
		}
	}
	return 0
}

// literal reads a text between apostrophes.
func (m *mender) literal(list bool) {
	open, end := m.at, m.eol(m.at)
	first := -1 // apostrophe within
	for at := open + 1; at < end; at++ {
		if m.src[at] != '\'' {
			continue
		}
		if m.endsText(at+1, list) {
			if first != -1 {
				m.slip(first, "quotation-marks", `an apostrophe ends a text that stands between apostrophes; write " at its beginning and at its end`)
			}
			m.instead(open+1, `"`)
			m.raw(at)
			m.instead(at+1, `"`)
			return
		}
		if first == -1 {
			first = at
		}
		if m.looks++; m.looks > 100*maxLooks {
			break
		}
	}
	if first == -1 {
		first = m.lineText(open+1, end)
		m.slip(first, "quotation-marks", `the text is not closed; write " at its beginning and at its end`)
	}
	m.instead(open+1, `"`)
	m.raw(first)
	m.put(`"`)
	m.dropTo(min(end, first+1))
}

// raw writes what stood between apostrophes, where a backslash is one.
func (m *mender) raw(to int) {
	for at := m.at; at < to; at++ {
		if c := m.src[at]; c == '\\' || c == '"' {
			m.keepTo(at)
			m.put(`\`)
		}
	}
	m.keepTo(to)
}

// curly reads a text that begins with a mark which TOML does not know.
func (m *mender) curly(width int, list bool) {
	open, end := m.at, m.eol(m.at)
	m.slip(open, "quotation-marks", curlyAdvice, `"`)
	for at := open + width; at < end; {
		r, n := utf8.DecodeRune(m.src[at:end])
		if isMark(r) && m.endsText(at+n, list) {
			m.instead(open+width, `"`)
			m.content(at, false)
			m.instead(at+n, `"`)
			return
		}
		at += n
	}
	stop := m.lineText(open+width, end)
	if list && m.src[stop-1] == ']' {
		stop--
	}
	m.instead(open+width, `"`)
	m.content(stop, false)
	m.put(`"`)
}

// long reads a text between three marks.
func (m *mender) long(width int, list bool) {
	open := m.at
	mark := string(m.src[open : open+1])
	if mark != "'" {
		mark = `"`
	}
	three := strings.Repeat(mark, 3)
	if string(m.src[open:open+width]) != three {
		m.slip(open, "quotation-marks", curlyAdvice, three)
	}
	stop, after, how := m.longEnd(open+width, mark == `"`, list)
	switch how {
	case endsShort:
		m.slip(stop, "quotation-marks", "a text that begins with %s ends with %s; three marks are needed here", three, three)
	case endsCurly:
		m.slip(stop, "quotation-marks", curlyAdvice, three)
	case endsNowhere:
		m.slip(open, "quotation-marks", "the text that begins here has no end; write %s behind its last word, on line %d as it seems",
			three, m.doc.At(stop).Line)
	}
	m.instead(open+width, three)
	if mark == "'" {
		m.keepTo(stop)
	} else {
		m.content(stop, true)
	}
	if how == endsWell {
		m.keepTo(after)
	} else {
		m.instead(after, three)
	}
}

// How a text between three marks ends.
const (
	endsWell = iota
	endsCurly
	endsShort   // with one mark or two
	endsNowhere // without any
)

var opensText = pattern.New(`^[ \t]*[A-Za-z][A-Za-z0-9_ -]*[ \t]*[=:][ \t]*$`)

// longEnd looks for the end of a text between three marks: where its marks stand,
// and what follows them. list tells that it stands in a list.
func (m *mender) longEnd(from int, double, list bool) (stop, after, how int) {
	begin := from   // of the line
	passed := false // a line that is none of a text
	for at := from; at < len(m.src); {
		c := m.src[at]
		r, n := utf8.DecodeRune(m.src[at:])
		switch {
		case c == '\\' && double:
			at += 2
		case c == '\n':
			at++
			begin = at
			passed = passed || m.structure(at)
		case double && strings.ContainsRune(doubleMarks, r) || !double && r == '\'':
			width, count, straight := m.run(at, double)
			switch {
			case count >= 3 && (opensText.Match(m.src[begin:at]) && begin > from || m.fences && m.last >= from && at > m.last):
				return m.nowhere(from)
			case count >= 3 && straight:
				extra := min(count, 5) - 3
				return at + extra, at + extra + 3, endsWell
			case count >= 3 && m.endsText(at+width, list):
				return at, at + width, endsCurly
			case straight && double && !passed && m.endsText(at+width, false) && m.structureBelow(at):
				return at, at + width, endsShort
			}
			at += width
		default:
			at += n
		}
	}
	return m.nowhere(from)
}

// run is a run of marks: its bytes, how many there are, and whether they are what
// TOML knows.
func (m *mender) run(at int, double bool) (width, count int, straight bool) {
	marks := doubleMarks
	if !double {
		marks = "'"
	}
	straight = true
	for {
		r, n := utf8.DecodeRune(m.src[at+width:])
		if !strings.ContainsRune(marks, r) {
			break
		}
		straight = straight && n == 1
		width += n
		count++
	}
	return width, count, straight
}

// structureBelow tells whether the next line with something on it is no text.
func (m *mender) structureBelow(at int) bool {
	next := m.skipEmpty(m.eol(at) + 1)
	return next >= len(m.src) || m.structure(next)
}

// nowhere finds where a text without closing marks seems to end: above the first
// line that is none of it.
func (m *mender) nowhere(from int) (stop, after, how int) {
	stop = m.lineText(from, m.eol(from))
	for at := m.eol(from) + 1; at < len(m.src) && !m.structure(at); at = m.eol(at) + 1 {
		if end := m.lineText(at, m.eol(at)); end > at {
			stop = end
		}
	}
	return stop, stop, endsNowhere
}

var pathLike = pattern.New(`^(?:[A-Za-z]:)?[^"*?<>|\n]*\\[^"*?<>|\n]*\.[A-Za-z0-9]{2,5}$`)

// SlashPath is a path with the slashes that a release is written with: a file of
// another disk is taken to be brought along.
func SlashPath(s string) string {
	s = strings.ReplaceAll(s, `\`, "/")
	if len(s) > 1 && s[1] == ':' || strings.HasPrefix(s, "/") {
		return "media/" + path.Base(s)
	}
	return s
}

// BackslashAdvice says how a path with backslashes is written.
func BackslashAdvice(s string) string {
	return "folders are separated by / here, and files lie below the release's folder; write " + SlashPath(s)
}

// content writes the inside of a text: marks in it, backslashes that mean nothing
// and control characters are put right.
func (m *mender) content(to int, several bool) {
	inside := string(m.src[m.at:to])
	if !several && len(inside) < 400 && pathLike.MatchString(inside) && hasBadEscape(inside) {
		m.slip(m.at+strings.IndexByte(inside, '\\'), "path", "%s", BackslashAdvice(inside))
		m.instead(to, SlashPath(inside))
		return
	}
	for at := m.at; at < to; {
		switch c := m.src[at]; {
		case c == '\\':
			n, ok := escape(m.src[at:to], several)
			if !ok {
				m.slip(at, "escape", `%s means nothing in a text; write the character alone, or \\ where a backslash is meant`,
					m.src[at:at+n])
				m.keepTo(at)
				m.put(`\`)
				n = 1
			}
			at += n
		case c == '"' && (!several || bytes.HasPrefix(m.src[at:to], []byte(`"""`)) || at == to-1):
			m.keepTo(at)
			m.put(`\`)
			at++
		case c < ' ' && c != '\t' && c != '\n' && !(c == '\r' && several), c == 0x7f:
			m.slip(at, "space", "an invisible character (U+%04X) stands here; delete it", c)
			m.keepTo(at)
			m.dropTo(at + 1)
			at++
		default:
			at++
		}
	}
	m.keepTo(to)
}

// escape is the length of what a backslash begins, and whether it means something.
func escape(s []byte, several bool) (n int, ok bool) {
	if len(s) < 2 {
		return len(s), false
	}
	var digits int
	switch s[1] {
	case 'b', 't', 'n', 'f', 'r', '"', '\\', 'e':
		return 2, true
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case 'x':
		digits = 2
	case ' ', '\t', '\r', '\n':
		return 1, several && bytes.HasPrefix(bytes.TrimLeft(s[1:], " \t\r"), []byte("\n"))
	default:
		_, width := utf8.DecodeRune(s[1:])
		return 1 + width, false
	}
	if len(s) < 2+digits {
		return 2, false
	}
	value := 0
	for _, c := range s[2 : 2+digits] {
		i := strings.IndexByte("0123456789abcdef", c|0x20)
		if i < 0 {
			return 2, false
		}
		value = value<<4 | i
	}
	return 2 + digits, value <= utf8.MaxRune && (value < 0xd800 || value > 0xdfff)
}

func hasBadEscape(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			continue
		}
		n, ok := escape([]byte(s[i:]), false)
		if !ok {
			return true
		}
		i += n - 1
	}
	return false
}
