package assist

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// Fix is something that can be written in the place of what is wrong.
type Fix struct {
	Title string
	Edits []Edit // in their order, none within another
}

// Edit puts a text in the place of a stretch.
type Edit struct {
	Span frontmatter.Span
	New  string
}

// At is the stretch that a finding is about: the word at its place, or the line's rest
// where no word stands there.
func At(src []byte, d diagnostic.Diagnostic) frontmatter.Span {
	if d.Line == 0 {
		return frontmatter.Span{End: lineEnd(src, 0)}
	}
	from := Offset(src, d.Line, d.Column)
	if sp, ok := instead(src, from, d.Instead.Old); ok {
		return sp
	}
	end := from
	for end < len(src) {
		r, n := utf8.DecodeRune(src[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' && !(end == from && !unicode.IsSpace(r)) {
			break
		}
		end += n
	}
	if end == from {
		end = from + len(bytes.TrimRight(src[from:lineEnd(src, from)], " \t\r"))
	}
	return frontmatter.Span{Start: from, End: end}
}

// instead finds a text at a place, or behind the quotation marks there.
func instead(src []byte, at int, old string) (frontmatter.Span, bool) {
	if old == "" {
		return frontmatter.Span{}, false
	}
	for _, skip := range []string{"", `"`, "'"} {
		if rest, ok := bytes.CutPrefix(src[at:], []byte(skip)); ok && bytes.HasPrefix(rest, []byte(old)) {
			from := at + len(skip)
			return frontmatter.Span{Start: from, End: from + len(old)}, true
		}
	}
	return frontmatter.Span{}, false
}

// Fixer knows what can be written in the place of what is wrong in one text.
type Fixer struct {
	src   []byte
	mends []frontmatter.Mend
}

// NewFixer reads a text for that.
func NewFixer(t Text) *Fixer { return &Fixer{t.Src, frontmatter.Mends(t.Name, t.Src)} }

// Fixes are what can be written in the place of a finding; none where only its author
// knows.
func (f *Fixer) Fixes(d diagnostic.Diagnostic) []Fix {
	if d.Line == 0 {
		return nil
	}
	at := Offset(f.src, d.Line, d.Column)
	if sp, ok := instead(f.src, at, d.Instead.Old); ok {
		var out []Fix
		for _, text := range []string{d.Instead.New, d.Instead.Or} {
			if text != "" {
				out = append(out, Fix{"Write " + short(text), []Edit{{sp, text}}})
			}
		}
		return out
	}
	return f.mended(at)
}

// mended puts right the statement that a finding of the front matter's form is about.
func (f *Fixer) mended(at int) []Fix {
	from, end := lineStart(f.src, at), lineEnd(f.src, at)
	var edits []Edit
	past := min(end+1, len(f.src))
	line := append([]byte{}, f.src[from:past]...)
	shift := 0
	for _, m := range f.mends {
		if m.Start < from || m.Start > end || m.End > past {
			continue
		}
		edits = append(edits, Edit{m.Span, m.New})
		a, b := m.Start-from+shift, m.End-from+shift
		line = append(append(append([]byte{}, line[:a]...), m.New...), line[b:]...)
		shift += len(m.New) - (m.End - m.Start)
	}
	if len(edits) == 0 {
		return nil
	}
	return []Fix{{"Write " + short(string(line)), edits}}
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return "nothing here"
	}
	return diagnostic.Clip(s, 60)
}

// Apply is a text with a fix.
func Apply(src []byte, f Fix) ([]byte, error) {
	var out []byte
	at := 0
	for _, e := range f.Edits {
		if e.Span.Start < at || e.Span.End < e.Span.Start || e.Span.End > len(src) {
			return nil, fmt.Errorf("%q is about another text", f.Title)
		}
		out = append(append(out, src[at:e.Span.Start]...), e.New...)
		at = e.Span.End
	}
	return append(out, src[at:]...), nil
}
