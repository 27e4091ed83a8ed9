package importer

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What releases say of people, each in a text that has more of them: a line with "=" is
// somebody with an office, one with ">" a clause that says whose words stand before or
// behind it, one with "@" a sentence that names somebody, one with "|" paragraphs. Lines
// with ":" are the text around them.
//
//go:embed testdata/heard.txt
var heard string

// around makes drafts in the text of such lines.
func around(lang string, lines []string) func() *draft {
	d := drafted(lang)
	for _, l := range lines {
		what, text, _ := strings.Cut(l, " ")
		p := para{text: text}
		switch what {
		case ":headline":
			d.headline = p
		case ":dateline":
			d.dateline = p
		case ":about":
			d.boilerplate = append(d.boilerplate, p)
		case ":contact":
			d.contacts = append(d.contacts, contact{org: text})
		case ":letterhead":
			d.letterhead = append(d.letterhead, text)
		default:
			d.body = append(d.body, p)
		}
	}
	d.introduce(d.body)
	return func() *draft {
		fresh := *d
		fresh.body, fresh.known = slices.Clone(d.body), slices.Clone(d.known)
		return &fresh
	}
}

// blocks are the paragraphs of a line: "> " begins one that is set off, "- " an item and "# " a
// heading.
func blocks(s string) (out []para) {
	for _, t := range strings.Split(s, "¶") {
		p := para{text: strings.TrimSpace(t)}
		switch {
		case strings.HasPrefix(p.text, "> "):
			p.text, p.quoted = p.text[2:], true
		case strings.HasPrefix(p.text, "- "):
			p.text, p.bullet = p.text[2:], "-"
		case strings.HasPrefix(p.text, "# "):
			p.text, p.level = p.text[2:], 2
		}
		out = append(out, p)
	}
	return out
}

// hears says what is understood of a line of one kind.
func (d *draft) hears(kind byte, s string) string {
	var out []string
	told := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	switch kind {
	case '=':
		title, org := d.titleOrg(s)
		told("%s; %s | %s", whose(d.parse(s)), title, org)
	case '>':
		if who, ok := d.said(s); ok {
			told("said by %s", whose(who))
		}
		if from, who, ok := d.clauseBefore(s); ok {
			told("before, at %d, %s", from, whose(who))
		}
		for _, last := range []bool{false, true} {
			if c, ok := d.clauseAfter(s, last); ok {
				told("after %t: %d–%d, %d %q %t %s", last, c.from, c.to, c.next, c.punct, c.dash, whose(c.who))
			}
		}
	case '@':
		before := len(d.known)
		d.introduce([]para{{text: s}})
		for _, who := range d.known[:len(d.known)-before] {
			told("%s | %s | %s", who.name, who.title, who.org)
		}
	default:
		d.body = append(d.body, blocks(s)...)
		placed(d.body)
		around := len(d.body) - len(blocks(s))
		d.speech()
		n := 0
		for _, p := range d.pieces {
			if n++; p.quote >= 0 {
				q := d.quotes[p.quote]
				told("%s | %s | %s | %s [%s] %s | %s", q.Speaker, q.Title, q.Org, q.Style, q.Text, q.Attribution, q.Unsure)
			} else if n > around {
				told("“%s” %s", p.para.text, p.unsure)
			}
		}
	}
	return strings.Join(out, "; ")
}

// linesOf are the lines of one part of such a file: the text around, and what is asked of it.
type linesOf struct{ text, asked []string }

// partsOf are the parts of a file as heard.txt is, each with its language.
func partsOf(file string) iter.Seq2[string, linesOf] {
	return func(yield func(string, linesOf) bool) {
		for _, part := range strings.Split("\n"+file, "\n=== ")[1:] {
			lang, rest, _ := strings.Cut(part, "\n")
			var lines linesOf
			for _, l := range strings.Split(strings.TrimSpace(rest), "\n") {
				if strings.HasPrefix(l, ":") {
					lines.text = append(lines.text, l)
				} else if l != "" {
					lines.asked = append(lines.asked, l)
				}
			}
			if !yield(lang, lines) {
				return
			}
		}
	}
}

func TestWhatIsSaidOfPeople(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for lang, lines := range partsOf(heard) {
		draft := around(lang, lines.text)
		for _, l := range lines.asked {
			said := func(s string) string { return draft().hears(l[0], s) }
			fmt.Fprintf(&b, "=== %s %s\n", lang, l)
			switch line := l[2:]; l[0] {
			case '|':
				b.WriteString(strings.ReplaceAll(said(line), "; ", "\n") + "\n")
			default:
				b.WriteString(expect.Slips(line, expect.Words, said))
			}
		}
	}
	expect.File(t, "heard.golden.txt", b.String())
}
