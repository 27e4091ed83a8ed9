package importer

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// para is a paragraph: its characters, and what is marked in them.
type para struct {
	text     string
	marks    []mark        // one behind the other
	level    int           // of a heading, 1 to 6; 0 for text
	bullet   string        // "-" or "1." for an item of a list
	depth    int           // of such an item, how many lists the list stands in
	quoted   bool          // set off as a quotation by the source
	table    string        // a whole table in Markdown; text is empty then
	place    string        // in the source, as in "line 3"
	tight    bool          // no blank line stands before it
	aside    bool          // beside the copy, as in a running head: read for its time alone
	pictures []pagePicture // of a page; such a paragraph has no text
	sent     time.Time     // of a mail, when it was sent; such a paragraph has no text
	stated   []time.Time   // of a page, the days that it gives programs; such a paragraph has no text
	titled   string        // of a page, its title; such a paragraph has no text
	whose    []string      // of a page, the names of those whose it is; such a paragraph has no text
}

// mark is a link or emphasis over [from, to) of the text, in bytes.
type mark struct {
	from, to int
	href     string
	strong   bool
	em       bool
}

// part is a stretch of the paragraph, with its marks, without outer space.
func (p *para) part(from, to int) para {
	inner := strings.TrimLeftFunc(p.text[from:to], unicode.IsSpace)
	from = to - len(inner)
	to = from + len(strings.TrimRightFunc(inner, unicode.IsSpace))
	out := para{text: p.text[from:to], quoted: p.quoted, place: p.place, aside: p.aside}
	for _, m := range p.marks {
		f, t := max(m.from, from), min(m.to, to)
		if f < t {
			m.from, m.to = f-from, t-from
			out.marks = append(out.marks, m)
		}
	}
	return out
}

// strongFirst tells a paragraph that begins with words in bold: a name, as below words that are set off.
func (p *para) strongFirst() bool {
	return len(p.marks) > 0 && p.marks[0].strong && p.marks[0].from == 0 && p.level == 0
}

func isSpaceAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// join appends another paragraph's text behind this one's, with sep between.
func (p *para) join(sep string, q para) {
	shift := len(p.text) + len(sep)
	p.text += sep + q.text
	for _, m := range q.marks {
		m.from += shift
		m.to += shift
		p.marks = append(p.marks, m)
	}
}

// slanted tells that all of a paragraph is in italics.
func (p para) slanted() bool {
	return len(p.marks) == 1 && p.marks[0].em && p.marks[0].from == 0 && p.marks[0].to == len(p.text)
}

// markdown writes the text with its marks; every character that Markdown or the
// release format would read as more than itself is escaped.
func (p para) markdown() string {
	if p.table != "" {
		return p.table
	}
	var b strings.Builder
	at := 0
	for _, m := range p.marks {
		inner := strings.TrimSpace(p.text[m.from:m.to])
		if inner == "" {
			continue
		}
		m.from = m.to - len(strings.TrimLeftFunc(p.text[m.from:m.to], unicode.IsSpace))
		m.to = m.from + len(inner)
		b.WriteString(escape(p.text[at:m.from], at == 0))
		body := escape(inner, false)
		switch {
		case m.href != "":
			b.WriteString("[" + body + "](" + m.href + ")")
		case m.strong:
			b.WriteString(emphasised(p.text, m, "**", body))
		case m.em:
			b.WriteString(emphasised(p.text, m, "*", body))
		}
		at = m.to
	}
	b.WriteString(escape(p.text[at:], at == 0))
	return strings.ReplaceAll(b.String(), "\n", "\\\n")
}

// emphasised is text in marks of emphasis, or plain where Markdown would not read
// them as such: within a word or beside punctuation.
func emphasised(text string, m mark, with, body string) string {
	before, _ := utf8.DecodeLastRuneInString(text[:m.from])
	if m.from > 0 && !unicode.IsSpace(before) || m.to < len(text) && !isSpaceAt(text[m.to:]) &&
		!strings.ContainsAny(text[m.to:m.to+1], ".,;:!?") {
		return body
	}
	if r := []rune(body); !unicode.IsLetter(r[0]) && !unicode.IsDigit(r[0]) || strings.ContainsRune("\"”“»«)", r[len(r)-1]) {
		return body
	}
	return with + body + with
}

var escaper = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~",
	`\~`, "&", "&amp;", "{", "&#123;", "}", "&#125;")

// escape makes text stand for itself; start tells that it begins a paragraph.
func escape(s string, start bool) string {
	out := escaper.Replace(s)
	if !start || out == "" {
		return out
	}
	for _, sign := range []string{"#", "+ ", "- ", "+++", "---", "==="} {
		if strings.HasPrefix(out, sign) {
			return `\` + out
		}
	}
	digits := len(out) - len(strings.TrimLeft(out, "0123456789"))
	if digits > 0 && digits < len(out) && (out[digits] == '.' || out[digits] == ')') {
		return out[:digits] + `\` + out[digits:]
	}
	return out
}
