package html

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/release"
)

// table writes a table. One that a telephone has no room for scrolls in a box of its
// own on a page; in a mail, where many readers show no such box, it is told row by row.
func (f *Fragment) table(t *release.Table) {
	t = withFigures(t)
	switch wide := f.wide(t); {
	case f.web && wide:
		f.b.WriteString(`<div class="table" tabindex="0"`)
		if label := f.headings(t); label != "" {
			f.b.WriteString(` role="region" aria-label="` + html.EscapeString(label) + `"`)
		}
		f.b.WriteString(">\n")
		f.grid(t)
		f.b.WriteString("</div>\n")
	case f.web:
		f.b.WriteString(`<div class="table">` + "\n")
		f.grid(t)
		f.b.WriteString("</div>\n")
	case wide:
		f.records(t)
	default:
		f.grid(t)
	}
}

// A figure that is not divided from its unit has at most so many characters, and so many
// letters among them: more are words.
const (
	longestFigure = 24
	longestUnit   = 5
)

// withFigures is a table in which no figure of a column of figures is divided from its unit, as
// in 19.7 %.
func withFigures(t *release.Table) *release.Table {
	out := *t
	out.Rows = make([][][]release.Inline, len(t.Rows))
	for i, r := range t.Rows {
		out.Rows[i] = slices.Clone(r)
		for j, c := range r {
			align := t.ColumnAlign(j)
			if len(c) != 1 || align != release.AlignRight && align != release.AlignCentre {
				continue
			}
			text, ok := c[0].(*release.Text)
			if ok && isFigure(text.S) {
				out.Rows[i][j] = []release.Inline{&release.Text{S: strings.ReplaceAll(text.S, " ", "\u00a0")}}
			}
		}
	}
	return &out
}

func isFigure(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters <= longestUnit && utf8.RuneCountInString(s) <= longestFigure && strings.ContainsFunc(s, unicode.IsDigit)
}

// headings names a table by those of its columns.
func (f *Fragment) headings(t *release.Table) string {
	var names []string
	for _, c := range t.Head {
		if s := strings.TrimSpace(release.PlainText(c)); s != "" {
			names = append(names, s)
		}
	}
	return strings.Join(names, f.cat.ListComma())
}

func (f *Fragment) grid(t *release.Table) {
	cell := func(tag, scope string, i int, in []release.Inline) {
		f.b.WriteString("<" + tag + scope)
		switch t.ColumnAlign(i) {
		case release.AlignRight:
			f.b.WriteString(` class="right"`)
		case release.AlignCentre:
			f.b.WriteString(` class="centre"`)
		}
		f.b.WriteString(">")
		f.narrowly(in)
		f.b.WriteString("</" + tag + ">")
	}
	f.b.WriteString("<table>\n<thead><tr>")
	for i, c := range t.Head {
		if strings.TrimSpace(release.PlainText(c)) == "" {
			cell("td", "", i, nil)
			continue
		}
		cell("th", ` scope="col"`, i, c)
	}
	f.b.WriteString("</tr></thead>\n<tbody>\n")
	for _, r := range t.Rows {
		f.b.WriteString("<tr>")
		for i, c := range r {
			cell("td", "", i, c)
		}
		f.b.WriteString("</tr>\n")
	}
	f.b.WriteString("</tbody></table>\n")
}

// records writes each row as labels and values, one under the other. A table without
// rows has its headings alone.
func (f *Fragment) records(t *release.Table) {
	f.b.WriteString(`<table class="records">` + "\n<tbody>\n")
	for _, r := range t.Rows {
		for i, head := range t.Head {
			class := ""
			switch i {
			case 0:
				class = ` class="first"`
			case len(t.Head) - 1:
				class = ` class="last"`
			}
			f.label(head, class)
			f.b.WriteString("<td" + class + ">")
			if i < len(r) {
				f.narrowly(r[i])
			}
			f.b.WriteString("</td></tr>\n")
		}
	}
	if len(t.Rows) == 0 {
		for _, head := range t.Head {
			f.label(head, "")
			f.b.WriteString("<td></td></tr>\n")
		}
	}
	f.b.WriteString("</tbody></table>\n")
}

// label begins a row with its label, which is none where the heading is empty.
func (f *Fragment) label(head []release.Inline, class string) {
	if strings.TrimSpace(release.PlainText(head)) == "" {
		f.b.WriteString("<tr><td" + class + "></td>")
		return
	}
	f.b.WriteString(`<tr><th scope="row"` + class + ">")
	f.narrowly(head)
	f.b.WriteString("</th>")
}

// The measures of a table on a telephone, in pixels.
const (
	phoneColumn = 375 - 2*20 // between the margins
	cellRoom    = 13         // beside the words of a cell
	indent      = 24         // of a list, at most what a quotation stands in
	mostColumns = 4
)

// wide tells whether a telephone has no room for a table: its columns are many, or
// their longest words do not stand beside each other.
func (f *Fragment) wide(t *release.Table) bool {
	if len(t.Head) > mostColumns {
		return true
	}
	var needed float64
	for i := range t.Head {
		longest := longestWord(t.Head[i]) * 1.1 // in bold
		for _, r := range t.Rows {
			if i < len(r) {
				longest = max(longest, longestWord(r[i]))
			}
		}
		needed += longest + cellRoom
	}
	return needed > float64(phoneColumn-f.inset)
}

// longestWord is the width of the longest piece that no line breaks in, as the widest
// of the usual faces sets it.
func longestWord(in []release.Inline) float64 {
	var longest, word float64
	for _, r := range release.PlainText(in) {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			word = 0
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana): // lines break anywhere
			word = 17
		case unicode.IsUpper(r), unicode.IsDigit(r), strings.ContainsRune("mwMW@%—…", r):
			word += 11.5
		case unicode.Is(unicode.Mn, r):
		default:
			word += 8.8
		}
		longest = max(longest, word)
	}
	return longest
}
