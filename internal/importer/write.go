package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pressroom/internal/importer/prose"
	"pressroom/internal/release"
)

// Slug makes a file's name of a headline.
func Slug(headline string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(headline)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '’', r == '\'':
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteByte('-')
		}
	}
	words := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' })
	out := ""
	for _, w := range words {
		if len(out)+len(w) > 55 {
			break
		}
		out = strings.TrimPrefix(out+"-"+w, "-")
	}
	return out
}

// basic is a TOML string on one line.
func basic(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// block is a TOML string over several lines.
func block(s string) string {
	return `"""` + strings.NewReplacer(`\`, `\\`, `"""`, `\"\"\"`, `"`, `\"`).Replace(s) + `"""`
}

// comment is a line of remarks.
func comment(s string) string { return "# " + strings.Join(strings.Fields(s), " ") + "\n" }

// headlineOrBeginning is the headline, or what stands in its place where none was found, and says which.
func (d *draft) headlineOrBeginning() string {
	if d.Headline.Text != "" {
		return d.Headline.Text
	}
	headline, told := "Untitled release", headlineMissing+"; write one"
	if len(d.Pieces) > 0 && d.Pieces[0].Para.Text != "" {
		headline, told = prose.FirstSentence(d.Pieces[0].Para.Text, d.Cat), headlineMissing+"; this is the beginning of the text"
	}
	if at := slices.Index(d.Unsure, headlineMissing); at >= 0 {
		d.Unsure[at] = told
	}
	return headline
}

// write makes the file.
func (d *draft) write() *Result {
	out := &Result{Language: d.tag}
	var b strings.Builder
	b.WriteString("+++\n")
	headline := d.headlineOrBeginning()
	for _, u := range d.Unsure {
		b.WriteString(comment("Please look: " + u + "."))
		out.Unsure = append(out.Unsure, u)
	}
	for _, l := range d.Letterhead {
		b.WriteString(comment("Letterhead of the source: " + l))
	}
	for _, l := range d.releaseLines {
		b.WriteString(comment("Release line of the source: " + l))
	}
	out.Slug = Slug(headline)
	fmt.Fprintf(&b, "headline = %s\n", basic(headline))
	if d.Subhead.Text != "" {
		fmt.Fprintf(&b, "subhead = %s\n", basic(d.Subhead.Text))
	}
	if d.of == nil {
		d.writeTime(&b)
	}
	if d.Dateline.Text != "" {
		fmt.Fprintf(&b, "dateline = %s\n", basic(d.Dateline.Text))
	}
	if d.of == nil {
		fmt.Fprintf(&b, "language = %s\n", basic(d.tag))
	}
	d.writeFacts(&b, out)
	if t := paragraphsMarkdown(d.Boilerplate); t != "" {
		fmt.Fprintf(&b, "boilerplate = %s\n", block(t))
	}
	if t := paragraphsMarkdown(d.notes); t != "" {
		fmt.Fprintf(&b, "notes = %s\n", block(t))
	}
	if d.of == nil {
		d.writeContacts(&b, out)
	}
	d.writePictures(&b, out)
	d.writeQuotes(&b, out)
	b.WriteString("+++\n\n")
	d.writeBody(&b, out)
	out.Markdown = []byte(b.String())
	return out
}

// writeTime writes the instant with its offset, which no zone's change of clock can
// make two of.
func (d *draft) writeTime(b *strings.Builder) {
	switch {
	case !d.timed:
		fmt.Fprintf(b, "date = %s\n", d.day.Format("2006-01-02"))
	case d.at.IsZero():
		for _, s := range d.sayings {
			b.WriteString(comment("Source, " + s.place + ": " + s.text))
		}
		fmt.Fprintf(b, "embargo = %s\n", basic(release.Unknown))
	default:
		fmt.Fprintf(b, "embargo = %s\n", d.at.Format("2006-01-02T15:04:05-07:00"))
		if d.zone != "" {
			fmt.Fprintf(b, "timezone = %s\n", basic(d.zone))
		}
	}
}

func (d *draft) writeContacts(b *strings.Builder, out *Result) {
	if len(d.Contacts) == 0 {
		const u = "the source names no press contact, and a release needs one; this is the workspace's own address"
		out.Unsure = append(out.Unsure, u)
		b.WriteString("\n" + comment("Please look: "+u+".") + "[[contact]]\nname = \"Press office\"\nemail = " + basic(d.email) + "\n")
	}
	for _, c := range d.Contacts {
		b.WriteString("\n[[contact]]\n")
		if c.Name == "" && !pageAddress.MatchString(c.Role) {
			c.Name, c.Role = c.Role, ""
		}
		if c.Name == "" {
			c.Name, c.Org = c.Org, ""
		}
		if c.Name == "" {
			c.Name = "Press office"
		}
		if c.Phone == "" && c.Email == "" {
			u := "the source gives no number or address for " + c.Name + "; this is the workspace's own"
			out.Unsure = append(out.Unsure, u)
			b.WriteString(comment("Please look: " + u + "."))
			c.Email = d.email
		}
		for _, f := range []struct{ key, value string }{
			{"name", c.Name},
			{"role", c.Role},
			{"org", c.Org},
			{"phone", c.Phone},
			{"email", c.Email},
			{"hours", c.Hours},
		} {
			if f.value != "" {
				fmt.Fprintf(b, "%s = %s\n", f.key, basic(f.value))
			}
		}
	}
}

func (d *draft) writeQuotes(b *strings.Builder, out *Result) {
	used := make(map[string]bool)
	for i := range d.Quotes {
		q := &d.Quotes[i]
		id := cmp.Or(Slug(q.Org), "quote")
		for n, org := 2, id; used[id]; n++ {
			id = fmt.Sprintf("%s-%d", org, n)
		}
		if d.of != nil {
			id = d.of.Quotes[i].ID
		}
		used[id] = true
		q.ID = id
		b.WriteString("\n")
		if q.Unsure != "" {
			b.WriteString(comment("Please look: " + q.Unsure + "."))
			out.Unsure = append(out.Unsure, fmt.Sprintf("quote %s: %s", id, q.Unsure))
		}
		fmt.Fprintf(b, "[[quote]]\nid = %s\n", basic(id))
		if d.of == nil {
			fmt.Fprintf(b, "org = %s\n", basic(q.Org))
			if q.Speaker != "" {
				fmt.Fprintf(b, "speaker = %s\n", basic(q.Speaker))
			}
		}
		if q.Title != "" {
			fmt.Fprintf(b, "title = %s\n", basic(q.Title))
		}
		if q.Style != "said" && d.of == nil {
			fmt.Fprintf(b, "style = %s\n", basic(q.Style))
		}
		fmt.Fprintf(b, "text = %s\n", block(q.Text))
		fmt.Fprintf(b, "attribution = %s\n", basic(strings.ReplaceAll(q.Attribution, "\\\n", " ")))
		out.Quotes = append(out.Quotes, *q)
	}
}

func (d *draft) writeBody(b *strings.Builder, out *Result) {
	depth := 0
	var before prose.Para
	for i, p := range d.Pieces {
		depth = deep(before, p.Para, depth)
		before = p.Para
		if p.Quote >= 0 {
			before = prose.Para{}
			fmt.Fprintf(b, "{{quote %q}}\n\n", d.Quotes[p.Quote].ID)
			continue
		}
		if p.Unsure != "" {
			out.Unsure = append(out.Unsure, p.Unsure)
		}
		b.WriteString(blockMarkdown(p.Para, depth))
		if i+1 < len(d.Pieces) && d.Pieces[i+1].Quote < 0 && sameList(p.Para, d.Pieces[i+1].Para) {
			b.WriteString("\n")
			continue
		}
		b.WriteString("\n\n")
	}
}

// sameList tells two items between which no blank line stands: of one list, or of one within the other.
func sameList(a, b prose.Para) bool {
	return a.Bullet != "" && b.Bullet != "" && ((a.Bullet == "-") == (b.Bullet == "-") || a.Depth != b.Depth)
}

// deep is how deep an item stands in the file: no deeper than one list below the item before it,
// which stands at depth.
func deep(before, p prose.Para, depth int) int {
	switch {
	case p.Bullet == "" || before.Bullet == "":
		return 0
	case p.Depth > before.Depth:
		return depth + 1
	}
	return max(0, depth-before.Depth+p.Depth)
}

// stepIn is how far an item of a list within a list stands in: as far as the words of a numbered item.
const stepIn = "   "

// blockMarkdown is a paragraph as a block of Markdown; of an item, depth is how deep it stands.
func blockMarkdown(p prose.Para, depth int) string {
	text := p.Markdown()
	switch {
	case p.Level > 0:
		return strings.Repeat("#", max(2, min(p.Level, 4))) + " " + strings.ReplaceAll(text, "\\\n", " ")
	case p.Bullet != "":
		in := strings.Repeat(stepIn, depth)
		return in + p.Bullet + " " + strings.ReplaceAll(text, "\n", "\n"+stepIn+in)
	}
	return strings.ReplaceAll(text, "\\\n\\\n", "\n\n")
}

func paragraphsMarkdown(list []prose.Para) string {
	var parts []string
	depth := 0
	var before prose.Para
	for i, p := range list {
		depth = deep(before, p, depth)
		before = p
		text := blockMarkdown(p, depth)
		if i > 0 && sameList(list[i-1], p) {
			parts[len(parts)-1] += "\n" + text
			continue
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "\n\n")
}
