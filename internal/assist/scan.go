package assist

import (
	"bytes"
	"sort"
	"strings"

	"pressroom/internal/frontmatter"
)

// statement is a line of the front matter, or several where a value goes on: a header,
// or a key with its value. It is found in texts that no parser takes, since they are
// being written.
type statement struct {
	frontmatter.Span
	table   string // in whose keys it stands; that of a header is its own
	header  bool
	several bool // a header with two brackets
	key     frontmatter.Span
	value   frontmatter.Span
	strings []frontmatter.Span // what stands between quotation marks, without them
	list    frontmatter.Span   // what stands between brackets, without them
}

// sketch is the front matter of a text, statement by statement.
type sketch struct {
	src        []byte
	statements []statement
	front      frontmatter.Span
}

// scan finds the statements. It looks at each byte once.
func scan(src []byte) sketch {
	s := sketch{src: src}
	at := lineEnd(src, 0)
	if strings.TrimSpace(strings.TrimPrefix(string(src[:at]), "\ufeff")) != "+++" {
		return s
	}
	at = min(at+1, len(src))
	s.front.Start = at
	table := ""
	for at < len(src) {
		end := lineEnd(src, at)
		line := strings.TrimSpace(string(src[at:end]))
		if line == "+++" {
			break
		}
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			table = strings.Trim(line, "[] \t")
			s.statements = append(s.statements, statement{
				Span: frontmatter.Span{Start: at, End: end}, table: table, header: true, several: strings.HasPrefix(line, "[["),
			})
		default:
			st := s.entry(at, end, table)
			s.statements = append(s.statements, st)
			end = st.End
		}
		at = min(end+1, len(src))
		if end >= len(src) {
			at = len(src)
		}
	}
	s.front.End = at
	return s
}

func lineEnd(src []byte, at int) int {
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(src)
}

// entry reads a key with its value.
func (s *sketch) entry(at, end int, table string) statement {
	st := statement{Span: frontmatter.Span{Start: at, End: end}, table: table}
	eq := bytes.IndexByte(s.src[at:end], '=')
	from := at + len(s.src[at:end]) - len(bytes.TrimLeft(s.src[at:end], " \t"))
	if eq < 0 {
		st.key = frontmatter.Span{Start: from, End: from + len(bytes.TrimRight(s.src[from:end], " \t\r"))}
		st.value = frontmatter.Span{Start: -1, End: -1}
		return st
	}
	st.key = frontmatter.Span{Start: from, End: max(from, at+len(bytes.TrimRight(s.src[at:at+eq], " \t")))}
	st.value.Start = at + eq + 1
	st.value.End = st.read(s.src, st.value.Start)
	st.End = st.value.End
	return st
}

// read goes through a value to the end of its line, or of the line on which its last
// bracket or its last quotation marks stand.
func (st *statement) read(src []byte, at int) int {
	depth := 0
	for at < len(src) {
		switch c := src[at]; {
		case c == '\n' && depth == 0:
			return at
		case c == '\n' && bytes.HasPrefix(src[at:], []byte("\n+++")): // it was never closed
			return at
		case c == '#':
			at = lineEnd(src, at)
			continue
		case c == '[' || c == '{':
			if depth == 0 {
				st.list = frontmatter.Span{Start: at + 1, End: len(src)}
			}
			depth++
		case (c == ']' || c == '}') && depth > 0:
			if depth--; depth == 0 {
				st.list.End = at
			}
		case c == '"' || c == '\'':
			inner, next := text(src, at)
			st.strings = append(st.strings, inner)
			at = next
			continue
		}
		at++
	}
	return at
}

// text reads what stands between quotation marks, and where it goes on behind them.
func text(src []byte, at int) (inner frontmatter.Span, next int) {
	mark := src[at : at+1]
	if triple := bytes.Repeat(mark, 3); bytes.HasPrefix(src[at:], triple) {
		from := at + 3
		end := bytes.Index(src[from:], triple)
		if end < 0 {
			// Nothing closes it: it goes on to the end of the front matter.
			end = len(src) - from
			if fence := bytes.Index(src[from:], []byte("\n+++")); fence >= 0 {
				end = fence
			}
			return frontmatter.Span{Start: from, End: from + end}, from + end
		}
		next = from + end + 3
		for next < len(src) && src[next] == mark[0] && next < from+end+5 { // a mark of its own may stand before the last three
			next++
		}
		return frontmatter.Span{Start: from, End: next - 3}, next
	}
	for i := at + 1; i < len(src); i++ {
		switch {
		case src[i] == '\n':
			return frontmatter.Span{Start: at + 1, End: i}, i
		case src[i] == '\\' && mark[0] == '"' && i+1 < len(src) && src[i+1] != '\n':
			i++
		case src[i] == mark[0]:
			return frontmatter.Span{Start: at + 1, End: i}, i + 1
		}
	}
	return frontmatter.Span{Start: at + 1, End: len(src)}, len(src)
}

// at is the statement in which an offset stands, nil for none.
func (s *sketch) at(offset int) *statement {
	i := sort.Search(len(s.statements), func(i int) bool { return s.statements[i].End >= offset })
	if i < len(s.statements) && s.statements[i].Start <= offset {
		return &s.statements[i]
	}
	return nil
}

// tableAt is the header above an offset: its place among the statements, -1 for the top.
func (s *sketch) tableAt(offset int) int {
	last := -1
	for i := range s.statements {
		if s.statements[i].Start > offset {
			break
		}
		if s.statements[i].header {
			last = i
		}
	}
	return last
}

// keys are those that a table holds already, by the header that stands above them.
func (s *sketch) keys(header int) map[string]bool {
	out := make(map[string]bool)
	for i := header + 1; i < len(s.statements) && !s.statements[i].header; i++ {
		out[s.text(s.statements[i].key)] = true
	}
	return out
}

func (s *sketch) text(sp frontmatter.Span) string { return string(s.src[sp.Start:sp.End]) }

// value is the first text of a key below a header, "" where there is none.
func (s *sketch) value(header int, key string) string {
	for i := header + 1; i < len(s.statements) && !s.statements[i].header; i++ {
		if st := &s.statements[i]; s.text(st.key) == key && len(st.strings) > 0 {
			return s.text(st.strings[0])
		}
	}
	return ""
}

// tables are the headers of a name, by their place among the statements.
func (s *sketch) tables(name string) []int {
	var out []int
	for i, st := range s.statements {
		if st.header && st.table == name {
			out = append(out, i)
		}
	}
	return out
}

// within is the text between quotation marks in which an offset stands.
func (st *statement) within(offset int) (frontmatter.Span, bool) {
	for _, sp := range st.strings {
		if sp.Start <= offset && offset <= sp.End {
			return sp, true
		}
	}
	return frontmatter.Span{}, false
}
