package frontmatter

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

var yamlLike = pattern.New(`^[ \t]*[A-Za-z][A-Za-z0-9_-]*:[ \t]+\S`)

// headerLine reads [table] or [[array]].
func (m *mender) headerLine() {
	start, end := m.at, m.eol(m.at)
	text := string(m.src[start:end])
	open := len(text) - len(strings.TrimLeft(text, "["))
	inner := start + open
	stop := inner + strings.IndexAny(text[open:]+"]", "]#")
	after := stop
	for after < end && m.src[after] == ']' {
		after++
	}
	name := strings.TrimFunc(string(m.src[inner:stop]), isBlankRune)
	inner = stop - len(bytes.TrimLeft(m.src[inner:stop], " \t"))
	plain := strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, name)
	shut := after - stop
	n := m.brackets(open, shut, plain)
	header := "[["[:n] + plain + "]]"[:n]
	switch {
	case plain == "" || !bareDotted.MatchString(plain) && !fewWords.MatchString(plain) && !strings.ContainsAny(plain, `"'`):
		m.strayLine()
		return
	case open == shut && open <= 2:
		m.oneOrMany(inner, plain, open)
		return
	case open > shut:
		m.slip(after, "table", "a bracket is missing; write %s", header)
	default:
		m.slip(inner, "table", "a bracket is missing or too many; write %s", header)
	}
	m.writeHeader(inner, stop, after, plain, n)
}

// brackets are how many are meant on each side of a header where they do not match: one for a table of a name with a stop,
// "[segment.west]", and in settings where neither side has two.
func (m *mender) brackets(open, shut int, name string) int {
	if !m.arrays[name] && (strings.Contains(name, ".") || !m.fences && max(open, shut) == 1) {
		return 1
	}
	return 2
}

// oneOrMany writes a header whose brackets match: one for a table that may stand
// once, two for one of several.
func (m *mender) oneOrMany(inner int, name string, brackets int) {
	stop := inner + bytes.IndexByte(m.src[inner:], ']')
	if brackets == 1 && (m.arrays[name] || m.tables[name] > 0 && m.parentIs(name)) {
		m.slip(inner, "table", "%s", Several(name))
		brackets = 2
	}
	m.writeHeader(inner, stop, stop, name, brackets)
}

// parentIs tells whether a table has been opened since its parent last was: a
// [quote.signoff] belongs to each [[quote]].
func (m *mender) parentIs(name string) bool {
	parent, _, nested := strings.Cut(name, ".")
	return !nested || m.tables[name] > m.tables[parent]
}

// Several says how a table is written that may stand several times.
func Several(name string) string {
	return fmt.Sprintf("%s may stand several times, so it takes two brackets; write [[%s]]", name, name)
}

func (m *mender) writeHeader(inner, stop, after int, name string, brackets int) {
	m.put("[["[:brackets])
	m.dropTo(inner)
	switch {
	case bareDotted.MatchString(name) || strings.ContainsAny(name, `"'`):
		if bytes.Equal(bytes.TrimSpace(m.src[inner:stop]), []byte(name)) {
			m.keepTo(stop)
		} else {
			m.slip(inner, "space", "an invisible character stands in this name; delete it: [[%s]]", name)
			m.put(name)
		}
	default:
		m.spaced.Errorf(m.doc.At(inner), "table", "a table's name is one word, not %q", name)
		m.put(strconv.Quote(name))
	}
	for after < len(m.src) && m.src[after] == ']' {
		after++
	}
	m.dropTo(after)
	m.put("]]"[:brackets])
	m.openTable(name, brackets)
	m.tail(m.at)
}

func (m *mender) openTable(name string, brackets int) {
	m.opened++
	m.tables[name] = m.opened
	m.keys = make(map[string]int)
	m.header = "[["[:brackets] + name + "]]"[:brackets]
}

// keyLine reads a key and its value.
func (m *mender) keyLine() {
	start := m.at
	name, end := m.keyText()
	sep, width := m.separator(end)
	if !m.isKey(name, sep, end+width) {
		m.strayLine()
		return
	}
	m.stray = false
	if sep == ":" && m.colonTable(name, end+width) {
		return
	}
	written := len(m.out)
	above := m.twice(start, name)
	if above != "" {
		m.put(above)
		written = len(m.out)
	}
	m.writeKey(name, end)
	m.blanks()
	fault := m.sign(name, sep, width)
	m.blanks()
	from := len(m.out)
	m.value(name, sep)
	if fault >= 0 {
		m.faults[fault].Message += m.preview(name, string(m.out[from:]))
	}
	m.tail(start)
	if _, twice := m.keys[name]; twice {
		m.forget(written)
		m.put("\n")
	}
	if _, known := m.keys[name]; !known {
		m.keys[name] = m.doc.line(start)
	}
}

// colonTable reads a line such as contact: with keys below it as a header.
func (m *mender) colonTable(name string, after int) bool {
	if !m.ends(after) || !bareDotted.MatchString(name) {
		return false
	}
	next := m.skipEmpty(min(m.eol(after)+1, len(m.src)))
	text := m.src[next:m.eol(next)]
	if !keyLike.Match(text) && !yamlLike.Match(text) {
		return false
	}
	m.slip(m.at, "table", "a table begins with its name in brackets; write [[%s]]", name)
	m.instead(after, "[["+name+"]]")
	m.openTable(name, 2)
	m.tail(m.at)
	return true
}

// keyText is what stands before the sign, and where it ends.
func (m *mender) keyText() (string, int) {
	end := m.eol(m.at)
	at := m.at
	if c := m.src[at]; c == '"' || c == '\'' {
		if to := skipString(m.src[:end], at); to < end && m.src[to] == c {
			return string(m.src[at : to+1]), to + 1
		}
	}
	for at < end {
		r, n := utf8.DecodeRune(m.src[at:end])
		if strings.ContainsRune("=:＝\"“”„«‘[{#→", r) || (r == '–' || r == '—') && at > m.at && m.src[at-1] == ' ' {
			break
		}
		at += n
	}
	name := strings.TrimRightFunc(string(m.src[m.at:at]), isBlankRune)
	return name, m.at + len(name)
}

// separator is the sign behind the key's text, with the spaces before it.
func (m *mender) separator(at int) (sep string, width int) {
	text := m.src[at:m.eol(at)]
	rest := bytes.TrimLeftFunc(text, isBlankRune)
	width = len(text) - len(rest)
	for _, s := range []string{":=", "==", "=>", "=:", "=", ":", "＝", "–", "—", "→"} {
		if bytes.HasPrefix(rest, []byte(s)) {
			return s, width + len(s)
		}
	}
	return "", width
}

// isKey tells a line with a key from a sentence.
func (m *mender) isKey(name, sep string, after int) bool {
	plain := visible(name)
	value := m.rest(after)
	opens := value != "" && (isMark([]rune(value)[0]) || strings.ContainsRune("[{", []rune(value)[0]))
	switch {
	case plain == "":
		return false
	case sep == "":
		return opens && bareDotted.MatchString(plain)
	case strings.HasPrefix(sep, "=") || sep == ":=" || sep == "＝":
		return bareDotted.MatchString(plain) || plain[0] == '"' || plain[0] == '\'' || fewWords.MatchString(plain)
	case sep == ":":
		if strings.HasPrefix(value, "//") || !bareDotted.MatchString(plain) {
			return false
		}
		return m.last > m.at || opens || plain == strings.ToLower(plain)
	}
	return opens && bareDotted.MatchString(plain)
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, s)
}

func (m *mender) writeKey(name string, end int) {
	plain := visible(name)
	if plain != name {
		i := strings.IndexFunc(name, isInvisible)
		r, _ := utf8.DecodeRuneInString(name[i:])
		m.slip(m.at+i, "space", "an invisible character (U+%04X) stands in this key; delete it", r)
	}
	switch {
	case plain[0] == '"' || plain[0] == '\'' || bareDotted.MatchString(plain):
		if plain == name {
			m.keepTo(end)
		} else {
			m.instead(end, plain)
		}
	default:
		m.spaced.Errorf(m.doc.At(m.at), "key", "a key is one word, not %q", plain)
		m.instead(end, strconv.Quote(plain))
	}
}

// sign writes = for what stands there. It returns the fault that still lacks what
// to write instead, -1 if there is none.
func (m *mender) sign(name, sep string, width int) int {
	end := m.at + len(sep)
	before := len(m.faults)
	switch sep {
	case "=":
		m.keepTo(end)
		return -1
	case "==", "=>", "=:":
		m.keepTo(m.at + 1)
		m.slip(m.at, "sign", "one = stands between a key and its value; write")
	case ":":
		if m.yaml {
			m.instead(end, " =")
			m.said = true
			return -1
		}
		m.slip(m.at, "sign", "a key and its value are joined by =, not by a colon; write")
	case "":
		m.slip(m.at, "sign", "the sign = is missing behind %s; write", name)
	default:
		m.slip(m.at, "sign", "a key and its value are joined by =, not by %s; write", sep)
	}
	if sep[:min(1, len(sep))] == "=" {
		m.dropTo(end)
	} else {
		m.instead(end, between(m.src[:m.at], m.src[end:]))
	}
	if len(m.faults) == before { // another slip of the statement was told, or enough of others
		return -1
	}
	return before
}

// between is the sign that comes between a key and its value, with the spaces that are
// not there.
func between(key, value []byte) string {
	sign := "="
	if !bytes.HasSuffix(key, []byte(" ")) {
		sign = " " + sign
	}
	if !bytes.HasPrefix(value, []byte(" ")) {
		sign += " "
	}
	return sign
}

// preview is a key with its value, as it should be written.
func (m *mender) preview(name, value string) string {
	if first, _, several := strings.Cut(value, "\n"); several {
		value = strings.TrimSpace(first) + " …"
	}
	return " " + name + " = " + diagnostic.Clip(value, 70)
}

// twice says that a key stands in its table already. Behind an empty line it
// begins a further table whose header was forgotten: that header is returned.
func (m *mender) twice(start int, name string) (header string) {
	first, twice := m.keys[name]
	if !twice {
		return ""
	}
	if m.blank && strings.HasPrefix(m.header, "[[") {
		m.slip(start, "table", "%s stands on line %d already; if a new %s begins here, write %s above this line",
			name, first, m.header, m.header)
		m.keys = make(map[string]int)
		return m.header + "\n"
	}
	m.slip(start, "twice", "%s stands twice: it stands on line %d already; keep one", name, first)
	return ""
}

// strayLine passes over a line that is neither a key nor a header, or closes the
// front matter above it.
func (m *mender) strayLine() {
	if m.fences && m.last < m.at {
		m.slip(m.at, "front-matter", "the front matter is not closed; write a line +++ above this line, where the text begins")
		m.fenceHere(m.at)
		return
	}
	if !m.stray {
		example, where := "headline", "move it below the front matter"
		if !m.fences { // settings
			example, where = "name", "delete it"
		}
		m.slip(m.at, "line", "this line is neither a key with its value, as in %s = \"…\", nor the header of a table; "+
			"put # before it if it is a remark, or %s", example, where)
	}
	m.said, m.stray = true, true
	m.put("#")
	m.keepLine()
}

// tail reads what follows a value or a header on its line.
func (m *mender) tail(from int) {
	m.blanks()
	end := m.eol(m.at)
	rest := m.rest(m.at)
	next := strings.TrimLeft(rest, ",; \t")
	switch {
	case rest == "" || rest[0] == '#':
		m.keepLine()
		return
	case keyLike.MatchString(next):
		name, _, _ := strings.Cut(next, "=")
		m.slip(m.at, "line", "each key stands on a line of its own; begin a new line before %s", name)
		m.dropTo(m.at + bytes.Index(m.src[m.at:end], []byte(next)))
		m.put("\n")
		return
	case rest == ",":
		m.slip(m.at, "line", "no comma stands at the end of a line here; delete it")
	case strings.Trim(rest, ".;,:!") == "":
		m.slip(m.at, "line", "%s does not belong here; delete it", rest)
	default:
		m.slip(m.at, "line", "%s stands behind the end of what is set here; put # before it if it is a remark, or delete it",
			diagnostic.Clip(rest, 40))
	}
	m.dropTo(end)
	m.keepLine()
}
