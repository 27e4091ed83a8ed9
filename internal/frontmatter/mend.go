package frontmatter

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

// mender goes once through a file that the parsers refuse and writes it anew as
// its author meant it, so that the rest can be looked at too: each slip is said
// once, at its place, and put right in what is written. It never has the last
// word: what it writes goes through the parsers, and a file with a slip is only
// looked at, never edited or sent.
//
// Every stretch of the source is looked at a bounded number of times.
type mender struct {
	doc    *Document // of the source, for positions
	src    []byte
	at     int // what comes next in src
	fences bool
	last   int // where the last line +++ begins, -1 if there is none

	out    []byte
	pieces []piece // where what is written came from
	faults diagnostic.List
	spaced diagnostic.List // keys of several words, which readers of tables know better
	spoilt []Span          // statements of out with a slip
	whole  []Span          // all statements of out

	lineSpan Span           // a stretch of a line up to its end
	looks    int            // how often this statement has looked through its line
	said     bool           // a slip of this statement has been told
	stray    bool           // the line before belonged nowhere
	keys     map[string]int // the keys of this table and the lines they stand on
	header   string         // this table's header, as it is written
	arrays   map[string]bool
	opened   int // tables
	tables   map[string]int
	blank    bool // an empty line stands above this one
	yaml     bool // the file begins with ---, so that colons are no slips of their own
	closing  Span // the line that closes the front matter, in src
}

// piece is a stretch of what the mender has written that is as it was in the
// source. What lies between two pieces was put in.
type piece struct{ out, src, n int }

var (
	keyLike = pattern.New(`^[ \t]*[A-Za-z][A-Za-z0-9_-]*[ \t]*=[ \t]*(?:["'\[{“”„«‘]|[0-9]{4}-|true|false)`)
	// A header is no link as Markdown writes one.
	headerLike = pattern.New(`^[ \t]*\[\[?[ \t]*[A-Za-z][A-Za-z0-9_. -]*\]\]?[ \t]*(?:#.*)?\r?$`)
	arrayLike  = pattern.New(`(?m)^[ \t]*\[\[[ \t]*([A-Za-z0-9_.-]+)[ \t]*\]\]`)
	bareDotted = pattern.New(`^[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*$`)
	fewWords   = pattern.New(`^[\pL\pN][\pL\pN\pM_'’-]*(?:[ \t][\pL\pN][\pL\pN\pM_'’-]*){0,3}$`)
	nearFence  = pattern.New(`^(?:\+{2,}|-{3,}|\+(?: \+)+|={3,}|~{3,}|—+)$`)
)

func newMender(name string, src []byte, fences bool) *mender {
	m := &mender{
		doc: &Document{Name: name, Src: src}, src: src, fences: fences, last: -1,
		lineSpan: Span{Start: 1}, // no line has been looked at
		keys:     make(map[string]int), arrays: make(map[string]bool), tables: make(map[string]int),
	}
	for _, a := range arrayLike.FindAllSubmatch(src, -1) {
		m.arrays[string(a[1])] = true
	}
	for end := len(src); fences && end > 0; {
		start := bytes.LastIndexByte(src[:end-1], '\n') + 1
		if isFence(src[start:end]) {
			m.last = start
			break
		}
		end = start
	}
	return m
}

func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t\r\n")) == fence }

// mend writes the whole file.
func (m *mender) mend() {
	if m.fences {
		m.opening()
	} else if bytes.HasPrefix(m.src, []byte(bom)) {
		m.dropTo(len(bom))
	}
	for m.at < len(m.src) {
		if m.fences && (m.at == 0 || m.src[m.at-1] == '\n') {
			m.closes()
		}
		if m.closing.End == 0 {
			m.statement()
		}
	}
	if m.fences && m.closing.End == 0 {
		m.faults.Errorf(m.doc.At(0), "front-matter", "the front matter is not closed; write a line +++ after its last key")
		m.fenceHere(m.at)
	}
}

const bom = "\xef\xbb\xbf"

// opening reads the line that opens the front matter.
func (m *mender) opening() {
	if bytes.HasPrefix(m.src, []byte(bom)) {
		m.keepTo(len(bom))
	}
	text, next := line(m.src, m.at)
	trimmed := strings.TrimSpace(text)
	switch {
	case strings.TrimRight(text, " \t\r") == fence:
		m.keepTo(next)
		return
	case trimmed == "":
		m.emptyAbove()
		return
	case strings.HasPrefix(trimmed, fence):
		m.faultAt(m.at, "front-matter", "the file does not begin with front matter; nothing but +++ stands on its first line")
		m.dropTo(next)
	case nearFence.MatchString(trimmed):
		m.yaml = strings.HasPrefix(trimmed, "---")
		m.faultAt(m.at, "front-matter", "the file does not begin with front matter as it is written here: a line +++ instead of %s, "+
			"keys as in headline = \"…\", and another line +++", trimmed)
		m.dropTo(next)
	default:
		m.faultAt(m.at, "front-matter", "the file does not begin with front matter; write a line +++, the keys in TOML, and another line +++")
		if !keyLike.MatchString(text) && !headerLike.MatchString(text) && m.last < 0 { // all of it is text
			m.put(fence + "\n")
			m.fenceHere(m.at)
			return
		}
	}
	m.put(fence + "\n")
}

// emptyAbove passes over empty lines above the first.
func (m *mender) emptyAbove() {
	at := m.at
	for at < len(m.src) {
		text, next := line(m.src, at)
		if strings.TrimSpace(text) != "" {
			break
		}
		at = next
	}
	if at >= len(m.src) {
		m.faultAt(m.at, "front-matter", "the file is empty; write a line +++, the keys in TOML, and another line +++")
		m.put(fence + "\n")
		m.fenceHere(m.at)
		return
	}
	m.faultAt(m.at, "front-matter", "the file does not begin with front matter; delete what is empty above it: +++ is its first line")
	m.dropTo(at)
	text, next := line(m.src, m.at)
	if strings.TrimRight(text, " \t\r") == fence {
		m.keepTo(next)
		return
	}
	m.put(fence + "\n")
}

// closes reads a line that closes the front matter, or one that is meant to.
func (m *mender) closes() {
	text, next := line(m.src, m.at)
	trimmed := strings.TrimSpace(text)
	if strings.TrimRight(text, " \t\r") == fence {
		m.fenceLine(next)
	} else if nearFence.MatchString(trimmed) && !m.structure(m.skipEmpty(next)) {
		if !m.yaml || trimmed != "---" {
			m.faultAt(m.at, "front-matter", "the front matter is closed by a line +++, not by %s", trimmed)
		}
		m.fenceLine(next)
	}
}

func (m *mender) fenceLine(next int) {
	m.closing = Span{len(m.out), 0}
	m.dropTo(next)
	m.put(fence + "\n")
	m.closing.End = len(m.out)
	m.keepTo(len(m.src))
}

// fenceHere closes the front matter above what comes next.
func (m *mender) fenceHere(at int) {
	if !bytes.HasSuffix(m.out, []byte("\n")) {
		m.put("\n")
	}
	m.fenceLine(at)
}

// skipEmpty is where the next line with something on it begins.
func (m *mender) skipEmpty(at int) int {
	for at < len(m.src) {
		text, next := line(m.src, at)
		if strings.TrimSpace(text) != "" {
			return at
		}
		at = next
	}
	return at
}

// structure tells whether a line looks like a key, a header or a fence, and not
// like a line of a text.
func (m *mender) structure(at int) bool {
	text := m.src[at:m.eol(at)]
	return m.fences && isFence(text) || headerLike.Match(text) || keyLike.Match(text)
}

// eol is where the line of an offset ends.
func (m *mender) eol(at int) int {
	if at < m.lineSpan.Start || at > m.lineSpan.End {
		m.lineSpan = Span{at, m.findEOL(at)}
	}
	return m.lineSpan.End
}

func (m *mender) findEOL(at int) int {
	if i := bytes.IndexByte(m.src[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(m.src)
}

// statement reads what begins on one line: a key with its value, a header, a
// remark, or a line that is none of them.
func (m *mender) statement() {
	m.said, m.looks = false, 0
	start := len(m.out)
	m.blanks()
	switch rest := m.src[m.at:m.eol(m.at)]; {
	case len(bytes.TrimSpace(rest)) == 0:
		m.blank, m.stray = true, false
		m.keepLine()
		return
	case rest[0] == '#':
		m.stray = false
		m.keepLine()
	case rest[0] == '[' && !bytes.Contains(rest, []byte("](")):
		m.stray = false
		m.headerLine()
	default:
		m.keyLine()
	}
	m.blank = false
	span := Span{start, len(m.out)}
	m.whole = append(m.whole, span)
	if m.said {
		m.spoilt = append(m.spoilt, span)
	}
}

// maxFaults bounds what is told of one file at a time.
const maxFaults = 200

// slip tells what is wrong, once in a statement.
func (m *mender) slip(at int, rule, format string, args ...any) {
	if !m.said && len(m.faults) < maxFaults {
		m.faultAt(at, rule, format, args...)
	}
	m.said = true
}

func (m *mender) faultAt(at int, rule, format string, args ...any) {
	m.faults.Errorf(m.doc.At(at), rule, "%s", oneLine(fmt.Sprintf(format, args...)))
}

// keepTo writes the source up to an offset as it is.
func (m *mender) keepTo(to int) {
	if to <= m.at {
		return
	}
	if n := len(m.pieces); n > 0 && m.pieces[n-1].src+m.pieces[n-1].n == m.at && m.pieces[n-1].out+m.pieces[n-1].n == len(m.out) {
		m.pieces[n-1].n += to - m.at
	} else {
		m.pieces = append(m.pieces, piece{len(m.out), m.at, to - m.at})
	}
	m.out = append(m.out, m.src[m.at:to]...)
	m.at = to
}

func (m *mender) keepLine() {
	_, next := line(m.src, m.at)
	m.keepTo(next)
}

// dropTo leaves out the source up to an offset.
func (m *mender) dropTo(to int) { m.at = max(m.at, to) }

// put writes what the source lacks, as standing at what comes next.
func (m *mender) put(s string) {
	m.pieces = append(m.pieces, piece{len(m.out), m.at, 0})
	m.out = append(m.out, s...)
}

// instead writes text in the place of the source up to an offset.
func (m *mender) instead(to int, s string) {
	m.put(s)
	m.dropTo(to)
}

// forget takes back what was written since an offset of out.
func (m *mender) forget(since int) {
	m.out = m.out[:since]
	last := len(m.pieces) - 1
	for m.pieces[last].out > since {
		last--
	}
	m.pieces = m.pieces[:last+1]
	m.pieces[last].n = min(m.pieces[last].n, since-m.pieces[last].out)
}

// blanks passes over spaces. TOML knows two, but texts that were pasted bring
// others along.
func (m *mender) blanks() {
	for {
		r, n := utf8.DecodeRune(m.src[m.at:])
		switch {
		case r == ' ' || r == '\t':
			m.keepTo(m.at + n)
		case isInvisible(r):
			m.slip(m.at, "space", "an invisible character (U+%04X) stands here; delete it", r)
			m.dropTo(m.at + n)
		case isOddSpace(r):
			m.slip(m.at, "space", "a space of another kind (U+%04X, %s) stands here; write an ordinary space", r, spaceName(r))
			m.instead(m.at+n, " ")
		default:
			return
		}
	}
}

func isOddSpace(r rune) bool { return r > 0x7f && unicode.IsSpace(r) }

func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r == 0x85
}

func spaceName(r rune) string {
	switch r {
	case 0xa0, 0x202f:
		return "non-breaking"
	case 0x3000:
		return "a wide one"
	}
	return "a thin or wide one"
}

// isBlankRune tells whether a character separates words, of whatever kind.
func isBlankRune(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

// restLength bounds what of a line is looked at again and again.
const restLength = 512

// rest is what follows on the line, cut on both sides; of a long line, its
// beginning.
func (m *mender) rest(at int) string {
	return strings.TrimFunc(string(m.src[at:min(m.eol(at), at+restLength)]), isBlankRune)
}

// ends tells whether nothing but a remark follows on the line.
func (m *mender) ends(at int) bool {
	rest := m.rest(at)
	return rest == "" || rest[0] == '#'
}
