package importer

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A page may have a number or an address behind a link alone, and contacts in a table.

// writtenOut is a list in whose texts the addresses and numbers that stand behind links
// alone stand beside them, and addresses that lines spell are as they are written.
func writtenOut(list []prose.Para) []prose.Para {
	var out []prose.Para
	for i, p := range list {
		text := speltLines(unshielded(linkedReach(p)))
		if out == nil {
			if text == p.Text {
				continue
			}
			out = append(make([]prose.Para, 0, len(list)), list[:i]...)
		}
		if text != p.Text {
			p.Text, p.Marks = text, nil
		}
		out = append(out, p)
	}
	if out == nil {
		return list
	}
	return out
}

// linkedReach is a text with what its links lead to, where that is a mailbox or a number.
func linkedReach(p prose.Para) string {
	var b strings.Builder
	at := 0
	for _, m := range p.Marks {
		scheme, rest, _ := strings.Cut(m.Href, ":")
		scheme = strings.ToLower(scheme)
		if scheme != "mailto" && scheme != "tel" || m.From < at {
			continue
		}
		rest, _, _ = strings.Cut(rest, "?")
		to, err := url.PathUnescape(rest)
		if err != nil || to == "" {
			continue
		}
		shown := p.Text[m.From:m.To]
		same := strings.Contains(strings.ToLower(p.Text), strings.ToLower(to))
		if scheme == "tel" {
			same = prose.PhonePattern.MatchString(shown) // what readers see, even where the link has another
		}
		if same || scheme == "mailto" && !prose.EmailPattern.MatchString(to) || prose.EmailPattern.MatchString(shown) {
			continue
		}
		b.WriteString(p.Text[at:m.From])
		if prose.LooksLikeName(shown) && !mailTo.MatchString(shown) || len(strings.Fields(shown)) > 3 {
			b.WriteString(shown + ", ")
		}
		b.WriteString(to)
		at = m.To
	}
	if at == 0 {
		return p.Text
	}
	b.WriteString(p.Text[at:])
	return b.String()
}

// tableOfContacts gives the lines of a table whose cells say whom to ask; nil for any other.
// A row is a person, or a label and what stands behind it.
func tableOfContacts(table string) []string {
	if table == "" {
		return nil
	}
	rows := rowsOf(table)
	if !prose.HasReach([]string{strings.Join(flatten(rows), " ")}) || len(rows) > 40 {
		return nil
	}
	var lines []string
	labels := columnLabels(rows[0])
	if labels != nil {
		rows = rows[1:]
	}
	for _, r := range rows {
		if saysWhen(r) {
			continue
		}
		var cells []string
		for i, c := range r {
			if c = strings.TrimSpace(c[len(prose.ContactLine.FindString(c)):]); c == "" {
				continue
			}
			if labels != nil && i < len(labels) && contactLabel.MatchString(labels[i]+":") {
				c = labels[i] + ": " + c
			}
			cells = append(cells, c)
		}
		if len(cells) == 2 && contactLabel.MatchString(strings.TrimRight(cells[0], ": ")+":") {
			lines = append(lines, strings.TrimRight(cells[0], ": ")+": "+cells[1])
			continue
		}
		lines = append(append(lines, cells...), "")
	}
	return lines
}

// saysWhen tells a row of a label and what is behind it that says when a release may be published.
func saysWhen(cells []string) bool {
	return len(cells) == 2 && !prose.HasReach(cells) && (prose.IsTimeLine(strings.Join(cells, " ")) || dayLabel.MatchString(cells[0]+": "))
}

// otherRows reads the rows of a table of contacts that say when, and keeps their words.
func (d *draft) otherRows(table string) {
	for _, cells := range rowsOf(table) {
		row := strings.Join(cells, " ")
		if !saysWhen(cells) || d.Read(row).Outright {
			continue // what speaks of an embargo is read as such
		}
		d.noteDay(cells[1])
		d.releaseLines = append(d.releaseLines, row)
	}
}

// rowsOf are the cells of a table of Markdown, without the line below its headings.
func rowsOf(table string) (rows [][]string) {
	for _, l := range strings.Split(table, "\n") {
		if l = strings.TrimSpace(l); strings.Trim(l, "|-: ") != "" {
			rows = append(rows, cellsOf(l))
		}
	}
	return rows
}

func flatten(rows [][]string) (out []string) {
	for _, r := range rows {
		out = append(out, r...)
	}
	return out
}

// columnLabels are the headings of a table that has them: none is something to reach
// somebody by, and one is a label of that.
func columnLabels(row []string) []string {
	known := 0
	for _, c := range row {
		if prose.HasReach([]string{c}) {
			return nil
		}
		if contactLabel.MatchString(c + ":") {
			known++
		}
	}
	if len(row) < 2 || known < len(row) && (known*2 < len(row) || len(row) < 3) {
		return nil
	}
	return row
}

// cellsOf are the cells of a row of Markdown, without its marks.
func cellsOf(row string) []string {
	row = strings.ReplaceAll(row, `\|`, "\x00")
	var out []string
	for _, c := range strings.Split(strings.Trim(row, "|"), "|") {
		c = mdLink.ReplaceAllString(strings.ReplaceAll(c, "\x00", "|"), "$1")
		out = append(out, strings.TrimSpace(mdEscape.ReplaceAllString(strings.ReplaceAll(c, "**", ""), "$1")))
	}
	return out
}

var (
	mdLink   = pattern.New(`\[([^\]]*)\]\([^)]*\)`)
	mdEscape = pattern.New(`\\([^\pL\pN\s])`)
)

// tableAsks tells a table whose first words are a contact's label.
func tableAsks(table string) bool {
	for _, row := range strings.Split(table, "\n") {
		for _, c := range cellsOf(row) {
			if strings.Trim(c, "-: ") != "" {
				return prose.ContactLine.MatchString(c) && tableOfContacts(table) != nil
			}
		}
	}
	return false
}

// keptLines ends the lines of short blocks of Markdown that say how somebody can be reached
// as lines: Markdown would join them.
func keptLines(text string) string {
	blocks := strings.Split(text, "\n\n")
	for i, b := range blocks {
		lines := strings.Split(strings.TrimRight(b, "\n"), "\n")
		if len(lines) < 2 || !prose.HasReach([]string{b}) {
			continue
		}
		short := true
		for _, l := range lines {
			short = short && utf8.RuneCountInString(l) < 70 && !strings.HasPrefix(l, "    ") && !strings.HasPrefix(l, "|")
		}
		if short {
			for n, l := range lines {
				lines[n] = strings.TrimSuffix(l, "\\") // which ends a line in Markdown already
			}
			blocks[i] = strings.Join(lines, "  \n") + strings.Repeat("\n", len(b)-len(strings.TrimRight(b, "\n")))
		}
	}
	return strings.Join(blocks, "\n\n")
}

// signs tells lines in which somebody signs with how they can be reached: a name, and a
// number or an address within the next three lines.
func (d *draft) signs(list []prose.Para) bool {
	p := list[0]
	if p.Level > 0 || p.Table != "" || p.Bullet != "" || len(strings.Fields(p.Text)) > 6 {
		return false
	}
	if len(list) > 1 && prose.ContactLine.MatchString(list[1].Text) {
		return false // whose it is, above the label
	}
	return prose.LooksLikeName(p.Text) && !d.IsTitle(p.Text) && !linksBelow.MatchString(p.Text) && d.reachFollows(list, 0)
}

// longestSignOff is how many paragraphs may stand below the name with which a text ends.
const longestSignOff = 8

// signsOff tells the last lines of a text that nobody is named in yet: a name, and an address or
// number with it.
func (d *draft) signsOff(list []prose.Para) bool {
	if len(d.Contacts) > 0 || len(list) > longestSignOff || isAbout(list[0]) || prose.AboutLine.MatchString(list[0].Text) {
		return false
	}
	for _, p := range list[1:] {
		if p.Level > 0 || p.Table != "" || prose.HasOpening(p.Text) || isAbout(p) || len(strings.Fields(p.Text)) > 20 {
			return false
		}
	}
	return d.signedAbove(list) || d.signs(list) || d.signedInLine(writtenOut(list[:1])[0].Text) || d.signedInLines(list[0].Text)
}

// signedInLines tells a name with who that is below it, and a number or an address on one of the lines.
func (d *draft) signedInLines(text string) bool {
	lines := strings.Split(text, "\n")
	return len(lines) > 2 && len(lines) <= longestSignOff && d.Somebody(lines[0]) && prose.HasReach(lines[1:])
}

// signedInLine tells a line with a name, who that is, and an address, all between commas.
func (d *draft) signedInLine(line string) bool {
	parts := strings.Split(line, ", ")
	words := strings.Fields(line)
	number := prose.PhonePattern.FindString(parts[len(parts)-1])
	reached := prose.EmailPattern.MatchString(line) || number != "" && number == parts[len(parts)-1]
	return len(parts) > 2 && len(words) < 20 && reached && !strings.Contains(line, "\n") && !sentenceLike(words) &&
		d.Somebody(parts[0]) && !strings.HasSuffix(line, ".")
}

// pageAlone tells a line that is the address of a page, with a label or none.
func pageAlone(line string) bool {
	return len(strings.Fields(line)) < 4 && sitePart.MatchString(line) && !prose.EmailPattern.MatchString(line)
}

var sitePart = pattern.New(`(?i)^(?:(?:company |related )?(?:web ?site|web|internet|site|links?|` +
	`webseite|homepage|sito(?: web)?|sitio web|página web)\s?:?\s*)?(?:https?://|www\.)\S+$`)

var webAddress = pattern.New(`(?i)https?://`)

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// chiefAlone is an office of those who lead a company, for short.
var chiefAlone = pattern.New(`^C[A-Z]{1,2}O$`)

// officeApart takes the office off that stands in brackets behind a contact's name.
func (d *draft) officeApart(c prose.Contact) prose.Contact {
	if m := nameThenBrackets.FindStringSubmatch(c.Name); m != nil && d.Somebody(m[1]) && chiefAlone.MatchString(m[2]) {
		c.Name, c.Role = m[1], strings.Trim(m[2]+", "+c.Role, ", ")
	}
	return c
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
