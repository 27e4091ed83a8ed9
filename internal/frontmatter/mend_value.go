package frontmatter

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

// value reads what a key is set to.
func (m *mender) value(name, sep string) {
	if m.ends(m.at) && !m.below(sep) {
		m.slip(m.at-m.gap(), "value", "%s has no value; write it behind the =, or delete the line", name)
		m.put(`""`)
		return
	}
	if m.src[m.at] == '-' && sep == ":" && m.dashes() {
		return
	}
	r, _ := utf8.DecodeRune(m.src[m.at:])
	switch {
	case isMark(r):
		from, slipped := m.at, len(m.out)
		m.text(false)
		m.unbracketed(from, slipped)
	case r == '[':
		m.list(0)
	case r == '{':
		m.inline()
	default:
		m.bare()
	}
}

// gap is how many spaces stand before what comes next.
func (m *mender) gap() int {
	return m.at - len(bytes.TrimRight(m.src[:m.at], " \t"))
}

// below passes over a line end between a key and a value that stands on the next
// line: a text, a list, or after a colon the dashes of one.
func (m *mender) below(sep string) bool {
	if m.rest(m.at) != "" {
		return false
	}
	next := m.skipEmpty(m.at)
	rest := m.rest(next)
	switch {
	case rest == "":
		return false
	case sep == ":" && strings.HasPrefix(rest, "- "):
	case headerLike.MatchString(rest) || !isMark(firstRune(rest)) && rest[0] != '[':
		return false
	default:
		m.slip(m.at-m.gap(), "value", "the value stands on the line of its key; join this line and the next")
	}
	text := m.src[next:m.eol(next)]
	m.dropTo(next + len(text) - len(bytes.TrimLeftFunc(text, isBlankRune)))
	return true
}

// dashes reads a list as YAML writes it.
func (m *mender) dashes() bool {
	var items []string
	for {
		text, next := line(m.src, m.at)
		item, ok := strings.CutPrefix(strings.TrimSpace(text), "- ")
		if !ok {
			break
		}
		items = append(items, item)
		m.dropTo(next)
	}
	if len(items) == 0 {
		return false
	}
	m.put(listOf(items))
	m.at-- // the line's end is kept for what follows
	return true
}

// listOf writes texts as a list.
func listOf(items []string) string {
	var quoted []string
	for _, s := range items {
		if s = strings.TrimFunc(s, func(r rune) bool { return isMark(r) || isBlankRune(r) }); s != "" {
			quoted = append(quoted, Quote(s))
		}
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// unbracketed makes a list of texts that follow one another without brackets.
func (m *mender) unbracketed(from, out int) {
	rest := m.rest(m.at)
	parts := strings.TrimSpace(strings.TrimPrefix(rest, ","))
	switch {
	case rest == "]":
	case strings.HasPrefix(rest, ",") && parts != "" && isMark(firstRune(parts)):
	default:
		return
	}
	end := m.lineText(from, m.eol(from))
	list := listOf(strings.Split(strings.Trim(string(m.src[from:end]), "[]"), ","))
	m.slip(from, "list", "several texts stand in brackets; write %s", diagnostic.Clip(list, 90))
	m.forget(out)
	m.at = from
	m.instead(end, list)
}

const maxLists = 8

// list reads a list in brackets, over several lines.
func (m *mender) list(depth int) {
	m.keepTo(m.at + 1)
	wants := false // a comma before the next part
	end := m.at    // behind the last part
	for {
		m.blanks()
		switch {
		case m.at == len(m.src), m.src[m.at] == '\n' && m.listIsOver():
			m.slip(end, "list", "the list is not closed; write ] at its end")
			m.put("]")
			return
		case m.src[m.at] == '\n' || m.src[m.at] == '\r':
			m.keepTo(m.at + 1)
		case m.src[m.at] == '#':
			m.keepTo(m.eol(m.at))
		case m.src[m.at] == ']':
			m.keepTo(m.at + 1)
			return
		case strings.ContainsRune(",;"+wideCommas, m.rune()):
			m.comma(wants)
			wants = false
		default:
			if wants {
				m.slip(m.at, "list", "a comma is missing before this part of the list")
				m.put(", ")
			}
			m.part(depth)
			wants, end = true, m.at
		}
	}
}

// listIsOver tells at a line's end whether the next line is no part of a list.
func (m *mender) listIsOver() bool { return m.structureBelow(m.at) }

// comma reads what separates the parts of a list.
func (m *mender) comma(wants bool) {
	sign := m.rune()
	switch {
	case sign != ',':
		m.slip(m.at, "list", "the parts of a list are separated by a comma, not by %c", sign)
	case !wants:
		m.slip(m.at, "list", "a comma too many; delete it")
	default:
		m.keepTo(m.at + 1)
		return
	}
	if end := m.at + utf8.RuneLen(sign); wants {
		m.instead(end, ",")
	} else {
		m.dropTo(end)
	}
}

// wideCommas are commas as they are written in Chinese and Japanese.
const wideCommas = "，、；"

// rune is what stands next.
func (m *mender) rune() rune {
	r, _ := utf8.DecodeRune(m.src[m.at:])
	return r
}

// part reads one part of a list.
func (m *mender) part(depth int) {
	r, _ := utf8.DecodeRune(m.src[m.at:])
	switch {
	case isMark(r):
		m.text(true)
	case r == '[' && depth < maxLists:
		m.list(depth + 1)
	case r == '{':
		m.inline()
	default:
		at := m.at
		for at < len(m.src) {
			r, n := utf8.DecodeRune(m.src[at:])
			if strings.ContainsRune(",;]\n#"+wideCommas, r) {
				break
			}
			at += n
		}
		to := m.lineText(m.at, at)
		if to == m.at {
			to = m.at + 1
		}
		word := string(m.src[m.at:to])
		if scalar.MatchString(word) {
			m.keepTo(to)
			return
		}
		text := strings.TrimRightFunc(word, isMark) // the first mark was forgotten
		m.slip(m.at, "quotation-marks", "a text stands between quotation marks; write %s", Quote(diagnostic.Clip(text, 40)))
		m.instead(to, Quote(text))
	}
}

// inline reads a table between braces, which only machines write: as it is, up to
// the brace that closes it on its line.
func (m *mender) inline() {
	depth := 0
	for at, end := m.at, m.eol(m.at); at < end; at++ {
		switch m.src[at] {
		case '"', '\'':
			at = skipString(m.src[:end], at)
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				m.keepTo(at + 1)
				return
			}
		}
	}
	m.slip(m.at, "value", "the braces are not closed; write the table with a header of its own")
	m.instead(m.lineText(m.at, m.eol(m.at)), `""`)
}

// scalar is what stands without quotation marks: numbers, times, true and false.
var (
	scalar   = pattern.New(`^(?:true|false|[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|` + instant + `)$`)
	leading  = pattern.New(`^(?:true|false|` + instant + `)(?:[ \t]|$)`)
	bareTime = pattern.New(`^(?:` + instant + `)$`)
	yesAndNo = pattern.New(`^(?i:yes|no|on|off|true|false|y|n)$`)
)

const instant = `[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?` +
	`|[0-9]{2}:[0-9]{2}(?::[0-9]{2})?`

// bare reads a value without quotation marks.
func (m *mender) bare() {
	start := m.at
	end := m.eol(start)
	for at := start; at < end; at++ {
		if m.src[at] == '#' && (m.src[at-1] == ' ' || m.src[at-1] == '\t') {
			end = at
			break
		}
	}
	end = m.lineText(start, end)
	value := string(m.src[start:end])
	lower := strings.ToLower(value)
	switch {
	case scalar.MatchString(value) && validScalar(value):
		m.keepTo(end)
	case yesAndNo.MatchString(value):
		word := "false"
		if lower == "yes" || lower == "on" || lower == "true" || lower == "y" {
			word = "true"
		}
		m.slip(start, "value", "write %s instead of %s, in small letters and without quotation marks", word, value)
		m.instead(end, word)
	case len(value) <= 80 && looksLikeTime(value):
		m.time(value, end)
	case strings.HasPrefix(value, "("):
		list := listOf(strings.Split(strings.Trim(value, "()[]"), ","))
		m.slip(start, "list", "a list stands in square brackets; write %s", diagnostic.Clip(list, 90))
		m.instead(end, list)
	default:
		m.unquoted(value, end)
	}
}

// unquoted reads a text that stands without marks; more of it may follow on the
// next lines if it has three at its end.
func (m *mender) unquoted(value string, end int) {
	start := m.at
	for _, three := range []string{`"""`, "”””"} {
		if text, ok := strings.CutSuffix(value, three); ok {
			m.slip(start, "quotation-marks", `a text stands between quotation marks; write """ at its beginning too`)
			m.put(`"""`)
			m.content(start+len(text), true)
			m.instead(end, `"""`)
			return
		}
	}
	if stop := m.goesOn(`"""`); stop != 0 {
		m.slip(start, "quotation-marks", `a text stands between quotation marks; write """ at its beginning too`)
		m.put(`"""`)
		m.content(stop, true)
		m.instead(stop+3, `"""`)
		return
	}
	text := strings.TrimRightFunc(value, isMark)
	advice := "write " + Quote(diagnostic.Clip(text, 80))
	if strings.Contains(text, ",") && len(text) < 200 {
		advice += ", or if it is a list, " + listOf(strings.Split(text, ","))
	}
	m.slip(start, "quotation-marks", "a text stands between quotation marks; %s", advice)
	m.instead(end, Quote(text))
}
