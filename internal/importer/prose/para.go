// Package prose knows what a paragraph of a release is, and what its lines and words are by themselves, before anybody asks what the
// text as a whole says: a line that says whom to ask, a dateline, the end of a sentence, a word that is an office or that no name has.
// It is for texts in all languages that releases come in; nothing in it depends on another paragraph.
package prose

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// Para is a paragraph: its characters, and what is marked in them.
type Para struct {
	Text     string
	Marks    []Mark        // one behind the other
	Level    int           // of a heading, 1 to 6; 0 for text
	Bullet   string        // "-" or "1." for an item of a list
	Depth    int           // of such an item, how many lists the list stands in
	Quoted   bool          // set off as a quotation by the source
	Table    string        // a whole table in Markdown; text is empty then
	Place    string        // in the source, as in "line 3"
	Tight    bool          // no blank line stands before it
	Aside    bool          // beside the copy, as in a running head: read for its time alone
	Pictures []PagePicture // of a page; such a paragraph has no text
	Sent     time.Time     // of a mail, when it was sent; such a paragraph has no text
	Stated   []time.Time   // of a page, the days that it gives programs; such a paragraph has no text
	Titled   string        // of a page, its title; such a paragraph has no text
	Whose    []string      // of a page, the names of those whose it is; such a paragraph has no text
}

// Mark is a link or emphasis over [from, to) of the text, in bytes.
type Mark struct {
	From, To int
	Href     string
	Strong   bool
	Em       bool
}

// Part is a stretch of the paragraph, with its marks, without outer space.
func (p *Para) Part(from, to int) Para {
	inner := strings.TrimLeftFunc(p.Text[from:to], unicode.IsSpace)
	from = to - len(inner)
	to = from + len(strings.TrimRightFunc(inner, unicode.IsSpace))
	out := Para{Text: p.Text[from:to], Quoted: p.Quoted, Place: p.Place, Aside: p.Aside}
	for _, m := range p.Marks {
		f, t := max(m.From, from), min(m.To, to)
		if f < t {
			m.From, m.To = f-from, t-from
			out.Marks = append(out.Marks, m)
		}
	}
	return out
}

// StrongFirst tells a paragraph that begins with words in bold: a name, as below words that are set off.
func (p *Para) StrongFirst() bool {
	return len(p.Marks) > 0 && p.Marks[0].Strong && p.Marks[0].From == 0 && p.Level == 0
}

func isSpaceAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// Join appends another paragraph's text behind this one's, with sep between.
func (p *Para) Join(sep string, q Para) {
	shift := len(p.Text) + len(sep)
	p.Text += sep + q.Text
	for _, m := range q.Marks {
		m.From += shift
		m.To += shift
		p.Marks = append(p.Marks, m)
	}
}

// Slanted tells that all of a paragraph is in italics.
func (p Para) Slanted() bool {
	return len(p.Marks) == 1 && p.Marks[0].Em && p.Marks[0].From == 0 && p.Marks[0].To == len(p.Text)
}

// Markdown writes the text with its marks; every character that Markdown or the
// release format would read as more than itself is escaped.
func (p Para) Markdown() string {
	if p.Table != "" {
		return p.Table
	}
	var b strings.Builder
	at := 0
	for _, m := range p.Marks {
		inner := strings.TrimSpace(p.Text[m.From:m.To])
		if inner == "" {
			continue
		}
		m.From = m.To - len(strings.TrimLeftFunc(p.Text[m.From:m.To], unicode.IsSpace))
		m.To = m.From + len(inner)
		b.WriteString(escape(p.Text[at:m.From], at == 0))
		body := escape(inner, false)
		switch {
		case m.Href != "":
			b.WriteString("[" + body + "](" + m.Href + ")")
		case m.Strong:
			b.WriteString(emphasised(p.Text, m, "**", body))
		case m.Em:
			b.WriteString(emphasised(p.Text, m, "*", body))
		}
		at = m.To
	}
	b.WriteString(escape(p.Text[at:], at == 0))
	return strings.ReplaceAll(b.String(), "\n", "\\\n")
}

// emphasised is text in marks of emphasis, or plain where Markdown would not read
// them as such: within a word or beside punctuation.
func emphasised(text string, m Mark, with, body string) string {
	before, _ := utf8.DecodeLastRuneInString(text[:m.From])
	if m.From > 0 && !unicode.IsSpace(before) || m.To < len(text) && !isSpaceAt(text[m.To:]) &&
		!strings.ContainsAny(text[m.To:m.To+1], ".,;:!?") {
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

// Replace writes what an expression finds between its first and its third group otherwise; links and
// emphasis stay on their words.
func (p *Para) Replace(re *pattern.Pattern, with func(string) string) {
	var b strings.Builder
	at := 0
	marks := append([]Mark(nil), p.Marks...)
	for _, m := range re.FindAllStringSubmatchIndex(p.Text, AllFound) {
		b.WriteString(p.Text[at:m[4]])
		sign := with(p.Text[m[4]:m[5]])
		b.WriteString(sign)
		at = m[5]
		change := len(sign) - (m[5] - m[4])
		for j, was := range p.Marks {
			if was.From >= m[5] {
				marks[j].From += change
			}
			if was.To >= m[5] {
				marks[j].To += change
			}
		}
	}
	b.WriteString(p.Text[at:])
	p.Text, p.Marks = b.String(), marks
}

// Trim cuts outer space off, and moves the marks.
func (p *Para) Trim() {
	q := p.Part(0, len(p.Text))
	p.Text, p.Marks = q.Text, q.Marks
}

// Picture is a picture that stands somewhere else: under an address, or, as File, beside
// the source.
type Picture struct{ URL, Alt, Caption, Credit, File string }

// PagePicture is a picture as a page has it: its address as written, and the words before it.
type PagePicture struct {
	Picture
	Source, Behind string
}

// MostFound bounds how much of what a text may have again and again is looked at.
const MostFound = 40

// AllFound asks for all of it.
const AllFound = -1

// Fold is a text in small letters with one space between words.
func Fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// Placed gives each paragraph that has no place yet its number.
func Placed(paras []Para) {
	for i := range paras {
		if paras[i].Place == "" {
			paras[i].Place = fmt.Sprintf("paragraph %d", i+1)
		}
	}
}

// LongPara tells a paragraph that is longer, or has more quotation marks, than any
// in a release: it stays text.
func LongPara(s string) bool {
	marks := 0
	for _, r := range s {
		if strings.ContainsRune("“”„«»\"", r) {
			marks++
		}
	}
	return len(s) > 16<<10 || marks > 60
}
