package attribution

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// What releases say of people, each in a text that has more of them: a line with "=" is
// somebody with an office, one with ">" a clause that says whose words stand before or
// behind it, one with "@" a sentence that names somebody, one with "|" paragraphs. Lines
// with ":" are the text around them.
//
//go:embed testdata/heard.txt
var heard string

// around makes drafts in the text of such lines.
func around(lang string, lines []string) func() *Copy {
	d := drafted(lang)
	for _, l := range lines {
		what, text, _ := strings.Cut(l, " ")
		p := prose.Para{Text: text}
		switch what {
		case ":headline":
			d.Headline = p
		case ":dateline":
			d.Dateline = p
		case ":about":
			d.Boilerplate = append(d.Boilerplate, p)
		case ":contact":
			d.Contacts = append(d.Contacts, prose.Contact{Org: text})
		case ":letterhead":
			d.Letterhead = append(d.Letterhead, text)
		default:
			d.Body = append(d.Body, p)
		}
	}
	d.introduce(d.Body)
	return func() *Copy {
		fresh := *d
		fresh.Body, fresh.Known = slices.Clone(d.Body), slices.Clone(d.Known)
		return &fresh
	}
}

// blocks are the paragraphs of a line: "> " begins one that is set off, "- " an item and "# " a
// heading.
func blocks(s string) (out []prose.Para) {
	for _, t := range strings.Split(s, "¶") {
		p := prose.Para{Text: strings.TrimSpace(t)}
		switch {
		case strings.HasPrefix(p.Text, "> "):
			p.Text, p.Quoted = p.Text[2:], true
		case strings.HasPrefix(p.Text, "- "):
			p.Text, p.Bullet = p.Text[2:], "-"
		case strings.HasPrefix(p.Text, "# "):
			p.Text, p.Level = p.Text[2:], 2
		}
		out = append(out, p)
	}
	return out
}

// hears says what is understood of a line of one kind.
func (d *Copy) hears(kind byte, s string) string {
	var out []string
	told := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	switch kind {
	case '=':
		title, org := d.TitleOrg(s)
		told("%s; %s | %s", whose(d.Parse(s)), title, org)
	case '>':
		if who, ok := d.Said(s); ok {
			told("said by %s", whose(who))
		}
		if from, who, ok := d.ClauseBefore(s); ok {
			told("before, at %d, %s", from, whose(who))
		}
		for _, last := range []bool{false, true} {
			if c, ok := d.clauseAfter(s, last); ok {
				told("after %t: %d–%d, %d %q %t %s", last, c.from, c.to, c.next, c.punct, c.dash, whose(c.who))
			}
		}
	case '@':
		before := len(d.Known)
		d.introduce([]prose.Para{{Text: s}})
		for _, who := range d.Known[:len(d.Known)-before] {
			told("%s | %s | %s", who.Name, who.Title, who.Org)
		}
	default:
		d.Body = append(d.Body, blocks(s)...)
		prose.Placed(d.Body)
		around := len(d.Body) - len(blocks(s))
		d.Speech()
		n := 0
		for _, p := range d.Pieces {
			if n++; p.Quote >= 0 {
				q := d.Quotes[p.Quote]
				told("%s | %s | %s | %s [%s] %s | %s", q.Speaker, q.Title, q.Org, q.Style, q.Text, q.Attribution, q.Unsure)
			} else if n > around {
				told("“%s” %s", p.Para.Text, p.Unsure)
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
