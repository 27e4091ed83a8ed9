package html

import (
	"encoding/base64"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

func (f *Fragment) blocks(blocks []release.Block) {
	for _, b := range blocks {
		f.block(b)
	}
}

func (f *Fragment) block(b release.Block) {
	switch b := b.(type) {
	case *release.Paragraph:
		f.b.WriteString("<p" + f.direction(b.Inlines) + ">")
		f.inlines(b.Inlines)
		f.b.WriteString("</p>\n")
	case *release.Heading:
		level := f.outline.Level(b)
		fmt.Fprintf(&f.b, "<h%d>", level)
		f.narrowly(b.Inlines)
		fmt.Fprintf(&f.b, "</h%d>\n", level)
	case *release.Quotation:
		f.quotation(b)
	case *release.BlockQuote:
		f.b.WriteString(`<blockquote>`)
		f.inset += indent
		f.blocks(b.Blocks)
		f.inset -= indent
		f.b.WriteString("</blockquote>\n")
	case *release.List:
		f.list(b)
	case *release.Code:
		dir := ""
		if right, _ := language.FirstStrong(b.Text); f.rtl && !right {
			dir = ` dir="ltr"`
		}
		f.b.WriteString("<pre" + dir + ">" + html.EscapeString(b.Text) + "</pre>\n")
	case *release.Rule:
		f.b.WriteString("<hr>\n")
	case *release.Table:
		f.table(b)
	case *release.Picture:
		f.figure(b.Medium)
	}
}

// direction is the attribute of a paragraph that runs against the page.
func (f *Fragment) direction(in []release.Inline) string {
	right := language.ParagraphRightToLeft(release.PlainText(in), f.rtl)
	switch {
	case right == f.rtl:
		return ""
	case right:
		return ` dir="rtl"`
	}
	return ` dir="ltr"`
}

func (f *Fragment) quotation(q *release.Quotation) {
	lang := ""
	if q.Language != f.cat.Tag {
		lang = ` lang="` + html.EscapeString(q.Language) + `"`
	}
	fmt.Fprintf(&f.b, `<blockquote class="quote %s" id="quote-%s"%s>`, q.Style, html.EscapeString(q.ID), lang)
	for _, p := range q.Paragraphs {
		f.b.WriteString("<p" + f.direction(p) + ">")
		f.inlines(p)
		f.b.WriteString("</p>\n")
	}
	if len(q.Attribution) > 0 {
		f.b.WriteString(`<p class="attribution"` + f.direction(q.Attribution) + `>– `)
		f.inlines(q.Attribution)
		f.b.WriteString("</p>\n")
	}
	f.b.WriteString("</blockquote>\n")
	if f.web {
		fmt.Fprintf(&f.b, `<p class="tools"><button type="button" data-copy="#quote-%s" data-done="%s" hidden><span>%s</span>`+
			`<span class="whose">: %s</span></button></p>`+"\n",
			html.EscapeString(q.ID), f.say(language.Copied), f.say(language.CopyQuote), html.EscapeString(f.whose(q)))
	}
}

// whose is by whom a quote is called where there are several.
func (f *Fragment) whose(q *release.Quotation) string {
	for _, o := range f.v.Quotes {
		if o.ID == q.ID && o.Speaker != "" {
			return o.Speaker
		}
	}
	return q.Org
}

// figures are how many figures a number of a list has that the styles know.
var figures = []int{2, 3, 4, 6, 9}

func (f *Fragment) list(l *release.List) {
	tag := "ul"
	attr := ""
	if l.Ordered {
		tag = "ol"
		if l.Start != 1 {
			attr = ` start="` + strconv.Itoa(l.Start) + `"`
		}
		if n := len(strconv.Itoa(l.Start + len(l.Items) - 1)); n > 1 { // the numbers have their room before the text
			i, _ := slices.BinarySearch(figures, n)
			attr += ` class="figures-` + strconv.Itoa(figures[min(i, len(figures)-1)]) + `"`
		}
	}
	f.b.WriteString("<" + tag + attr + ">\n")
	f.inset += indent
	defer func() { f.inset -= indent }()
	for _, item := range l.Items {
		f.b.WriteString("<li>")
		if p, ok := soleParagraph(item); ok {
			f.inPlace(p.Inlines)
		} else {
			f.blocks(item)
		}
		f.b.WriteString("</li>\n")
	}
	f.b.WriteString("</" + tag + ">\n")
}

func soleParagraph(blocks []release.Block) (*release.Paragraph, bool) {
	if len(blocks) != 1 {
		return nil, false
	}
	p, ok := blocks[0].(*release.Paragraph)
	return p, ok
}

func (f *Fragment) figure(m release.Medium) {
	src := f.picture(m)
	f.b.WriteString("<figure>")
	if src != "" {
		fmt.Fprintf(&f.b, `<img src="%s" alt="%s"%s>`, html.EscapeString(src), html.EscapeString(m.Alt), f.size(f.assets[m.File]))
	} else {
		f.b.WriteString(`<p class="alt">[` + f.say(language.PictureLabel) + f.cat.Colon() + string(f.line(m.Alt, 0)) + "]</p>")
	}
	original := f.enclosed.Picture(m.File)
	public := f.web && original.Address != ""
	download := f.web && m.File != "" && src != "" && !public
	credits := m.Credits(f.cat)
	if m.Caption != "" || credits != "" || m.URL != "" || download || public {
		f.b.WriteString("<figcaption>" + string(f.line(m.Caption, 0)))
		if credits != "" {
			f.b.WriteString(m.CaptionGap() + `<span class="credit">` + string(f.line(credits, 0)) + "</span>")
		}
		gap := m.CaptionGap()
		if credits != "" {
			gap = " · "
		}
		if m.URL != "" {
			f.b.WriteString(gap)
			f.link(m.URL, func() { f.b.WriteString(f.say(language.FullSize)) })
			gap = " · "
		}
		if public {
			f.b.WriteString(gap)
			f.link(original.Address, func() { f.b.WriteString(f.original(original)) })
		}
		if download {
			// The script gives it the picture that stands above it: the page holds that once.
			fmt.Fprintf(&f.b, ` <a data-download="%s" hidden>%s</a>`,
				html.EscapeString(f.assets[m.File].FileName(m.File)), f.say(language.Download))
		}
		f.b.WriteString("</figcaption>")
	}
	f.b.WriteString("</figure>\n")
}

// original says what a link to a picture as it was handed in leads to.
func (f *Fragment) original(e release.Enclosure) string {
	if e.Kind != release.OriginalFile {
		return f.say(language.Download)
	}
	return f.say(language.FullSize) + fmt.Sprintf(" (%d × %d)", e.Width, e.Height)
}

// The widths of a column of text, in pixels, and the height above which a picture is
// taller than a screen.
const (
	mailColumn = 560
	pageColumn = 632
	screenHigh = 720
)

// size is how large a picture is shown: at most at its own size, and as wide as the
// column or visibly narrower.
func (f *Fragment) size(a release.Asset) string {
	column := mailColumn
	if f.web {
		column = pageColumn
	}
	if a.Width == 0 || a.Height == 0 {
		if f.web {
			return ""
		}
		return fmt.Sprintf(` width="%d"`, column)
	}
	w := min(column, a.Width, max(1, screenHigh*a.Width/a.Height))
	if w < column {
		w = min(w, column*4/5)
	}
	if f.web {
		return fmt.Sprintf(` width="%d" height="%d"`, w, max(1, w*a.Height/a.Width))
	}
	// Outlook for Windows heeds the attribute alone, the others the style.
	return fmt.Sprintf(` width="%d" style="max-width:%dpx"`, w, w)
}

// say is a phrase of the release's language.
func (f *Fragment) say(p language.Phrase) string { return html.EscapeString(f.cat.Say(p)) }

func (f *Fragment) link(href string, inner func()) {
	f.b.WriteString(`<a href="` + html.EscapeString(href) + `">`)
	inner()
	f.b.WriteString("</a>")
}

// The letters of a word that a telephone's line may have no room for: in headings and
// cells, and in running text.
const (
	NarrowWord = 18
	longWord   = 28
)

func (f *Fragment) divided(text string, least int) string {
	if f.divide == nil {
		return text
	}
	return f.divide(text, least)
}

// line is a line of plain text, with marks around what was changed after the release went
// out. Words of at least so many letters can be divided; with 0 none can.
func (f *Fragment) line(text string, least int) template.HTML {
	return f.marked(f.v.Line(text), least)
}

func (f *Fragment) marked(line []release.Inline, least int) template.HTML {
	var b strings.Builder
	piece := func(s string) {
		if least > 0 {
			s = f.divided(s, least)
		}
		b.WriteString(html.EscapeString(s))
	}
	for _, in := range line {
		switch in := in.(type) {
		case *release.Text:
			piece(in.S)
		case *release.Emphasis:
			b.WriteString("<ins>")
			piece(release.PlainText(in.Children))
			b.WriteString("</ins>")
		}
	}
	return template.HTML(b.String())
}

// narrowly writes text that has less room than a paragraph.
func (f *Fragment) narrowly(in []release.Inline) {
	f.narrow = true
	f.inPlace(in)
	f.narrow = false
}

// inPlace writes text that stands at the page's side, whichever way it runs.
func (f *Fragment) inPlace(in []release.Inline) {
	dir := f.direction(in)
	if dir != "" {
		f.b.WriteString("<span" + dir + ">")
	}
	f.inlines(in)
	if dir != "" {
		f.b.WriteString("</span>")
	}
}

// placed is a line of text at the page's side, whichever way it runs.
func (f *Fragment) placed(text string, line template.HTML) template.HTML {
	if dir := f.direction([]release.Inline{&release.Text{S: text}}); dir != "" {
		return template.HTML("<span" + dir + ">" + string(line) + "</span>")
	}
	return line
}

func (f *Fragment) inlines(in []release.Inline) {
	for _, i := range in {
		switch i := i.(type) {
		case *release.Text:
			least := longWord
			if f.narrow {
				least = NarrowWord
			}
			f.text(f.divided(i.S, least))
		case *release.Emphasis:
			tag := "em"
			if i.Strong {
				tag = "strong"
			} else if i.Changed {
				tag = "ins"
			}
			f.b.WriteString("<" + tag + ">")
			f.inlines(i.Children)
			f.b.WriteString("</" + tag + ">")
		case *release.CodeSpan:
			f.b.WriteString("<code>" + html.EscapeString(i.S) + "</code>")
		case *release.Break:
			f.b.WriteString("<br>")
		case *release.Link:
			if i.Bare() { // an address reads from left to right in every language
				words := html.EscapeString(release.PlainText(i.Children))
				f.b.WriteString(`<a href="` + html.EscapeString(i.Href) + `" class="address" dir="ltr">` + words + "</a>")
				continue
			}
			f.link(i.Href, func() { f.inlines(i.Children) })
		}
	}
}

// longestWhole is how many letters a cell holds of a word that nothing divides.
const longestWhole = 40

// text writes text. What nothing divides, as a key or a digest, ends a line anywhere where
// it would make a cell wider than the page.
func (f *Fragment) text(s string) {
	if !f.web || !f.narrow || len(s) <= longestWhole {
		f.b.WriteString(html.EscapeString(s))
		return
	}
	for i, word := range strings.Split(s, " ") {
		if i > 0 {
			f.b.WriteByte(' ')
		}
		if len(word) > longestWhole && len(word) == utf8.RuneCountInString(word) { // a place for a hyphen has two bytes
			f.b.WriteString(`<span class="long">` + html.EscapeString(word) + "</span>")
			continue
		}
		f.b.WriteString(html.EscapeString(word))
	}
}

func dataAddress(a release.Asset) string {
	if len(a.Data) == 0 {
		return ""
	}
	return "data:" + a.Type + ";base64," + base64.StdEncoding.EncodeToString(a.Data)
}

// What a line of large type on a telephone holds of two words, and how many words a line has
// where its last two belong together.
const (
	twoWords   = 22
	someSpaces = 3
)

// unwidowed keeps the last word of a line of large type from standing alone on a row, which no
// style can do in a mail.
func unwidowed(line template.HTML) template.HTML {
	s := string(line)
	last := strings.LastIndexByte(s, ' ')
	if last < 0 || strings.Count(s, " ") < someSpaces {
		return line
	}
	before := strings.LastIndexByte(s[:last], ' ')
	two := s[before+1:]
	if strings.ContainsAny(two, "<>") || utf8.RuneCountInString(html.UnescapeString(two)) > twoWords {
		return line
	}
	return template.HTML(s[:last] + "&nbsp;" + s[last+1:])
}
