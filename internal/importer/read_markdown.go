package importer

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"pressroom/internal/importer/markup"
	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

var (
	frontMatter = pattern.New(`(?s)^(---|\+\+\+)\n(.*?)\n(?:---|\+\+\+)\s*(?:\n|$)`)
	// frontField is a field at the left margin.
	frontField = pattern.New(`(?mi)^(` + strings.Join(slices.Concat(FrontTitles, FrontSubtitles, FrontDays), "|") + `|contacts?|` +
		`(?:press|media)_contact|embargo\w*|sperrfrist|release(?:_?(?:at|time|date))?|hold_?until)` +
		`[ \t]*[:=][ \t]*(\S.*)$`)
	// folded is a title or a sentence over several lines, in YAML.
	folded = pattern.New(`(?mi)^((?:title|headline|link_?title|subtitle|subhead|summary|description|excerpt)[ \t]*:)[ \t]*` +
		`(?:[|>][-+]?[ \t]*|([^\s|>\[{&#].*))((?:\n[ \t]+\S.*)+)$`)
	// openFields is front matter that nothing stands around: fields, and then an empty
	// line, as MultiMarkdown and Pelican have it.
	openFields = pattern.New(`(?i)^()((?:(?:title|date|modified|category|tags|slug|authors?|` +
		`summary|lang|status|image|subtitle): [^\n]*\n){2,})\n`)
	markdownSign = pattern.New(`(?m)^#{1,3} \S|\]\(https?://|(?:^|\s)\*\*\S`)
	// markdownHead is a heading at a line's beginning, or underlined; markdownInline what no
	// other text has within its lines.
	markdownHead   = pattern.New(`(?m)^#{1,4} [\p{L}\d"“„«]|^\S[^\n]{9,}\n={5,}[ \t]*$`)
	markdownInline = pattern.New(`(?m)\]\(https?://|(?:^|\s)\*\*[^\s*][^*\n]*\*\*|<https?://[^\s<>]+>|^> ?["“„«]`)
)

// isMarkdown tells Markdown by its name, or by two kinds of its signs, of which one
// begins the text or is a heading.
func isMarkdown(name, text string) bool {
	if strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".markdown") {
		return true
	}
	begin := strings.TrimSpace(text)
	return (strings.HasPrefix(begin, "# ") || frontMatter.MatchString(begin)) && markdownSign.MatchString(begin) ||
		markdownHead.MatchString(begin) && markdownInline.MatchString(begin)
}

// readMarkdown reads Markdown by way of the HTML that comes of it, and of the front
// matter of other systems title, subtitle and day.
func readMarkdown(text string) ([]prose.Para, []string, error) {
	text = strings.TrimSpace(text)
	head, rest := matterOf(text)
	if rest == text {
		if m := openFields.FindStringSubmatch(text); m != nil {
			head, rest = matterHead(m[2]), text[len(m[0]):]
		}
	}
	if page, ok := Unfenced(rest); ok {
		body, told, err := readHTML([]byte(page))
		return append(head, body...), told, err
	}
	page, marks, err := markdownBody(rest)
	if err != nil {
		return nil, nil, err
	}
	body, told, err := readHTML([]byte(page))
	return append(head, body...), append(marks, told...), err
}

// markdownBody is the page that a text behind its front matter makes, and what of it was for programs.
func markdownBody(text string) (page string, told []string, err error) {
	text = daysNoItems(text)
	text = headingMark.ReplaceAllString(kramdownMark.ReplaceAllString(text, "\n"), "$1")
	text = linkMark.ReplaceAllString(spanMark.ReplaceAllString(text, ""), ")")
	text, told = templated(parted(text))
	page, err = markdownPage(text)
	return page, told, err
}

// fencedPage is a page as code, with nothing around it.
var fencedPage = pattern.New("(?s)^\\s*```html\n(.*)\n```\\s*$")

// Unfenced takes a page out that stands in a text as code and is all of it; any other text is as it was,
// and ok false.
func Unfenced(text string) (page string, ok bool) {
	if m := fencedPage.FindStringSubmatch(text); m != nil {
		return m[1], true
	}
	return text, false
}

// daysNoItems keeps lines that begin with a day from being read as items of a list: "4. Mai 2026".
func daysNoItems(text string) string {
	return dayAsItem.ReplaceAllStringFunc(text, func(day string) string {
		if !isDateLine(day, "") {
			return day
		}
		return strings.Replace(day, ".", `\.`, 1)
	})
}

// dayAsItem is what may be a day, with a stop behind its number, at the beginning of a line.
var dayAsItem = pattern.New(`(?m)^\d{1,2}\. \p{L}{3,9}\.? \d{4}\b`)

// matterOf divides front matter and the text behind it.
func matterOf(text string) (head []prose.Para, rest string) {
	if m := frontMatter.FindStringSubmatch(text); m != nil {
		return matterHead(m[2]), text[len(m[0]):]
	}
	m := matterLine.FindStringSubmatch(text)
	if m == nil {
		return nil, text
	}
	var b strings.Builder
	for _, word := range strings.SplitAfter(m[1], " ") {
		if fieldWord.MatchString(word) && strings.Count(b.String(), `"`)%2 == 0 {
			b.WriteString("\n")
		}
		b.WriteString(word)
	}
	return matterHead(b.String()), text[len(m[0]):]
}

// matterLine is front matter whose lines have run into one.
var (
	matterLine = pattern.New(`^--- (\w+: [^\n]*) ---[ \t]*(?:\n|$)`)
	fieldWord  = pattern.New(`^\w+: $`)
)

// publisherField says whose a page is.
var publisherField = pattern.New(`(?mi)^author[ \t]*[:=][ \t]*["']?([^"'\n]+)`)

// titleOfPiece is a field of some words with the title of one piece of several.
var titleOfPiece = pattern.New(`(?mi)^\w+_title[ \t]*[:=][ \t]*(\S+(?: \S+){3,})[ \t]*$`)

// What front matter calls the headline, the subhead and the day, in the systems and languages that there are: the first of
// them that stands there holds.
var (
	FrontTitles    = []string{"title", "headline", "título", "titulo", "titolo", "titre", "titel"}
	FrontSubtitles = []string{
		"subtitle", "subhead", "deck", "sub_title", "subtítulo", "subtitulo", "sottotitolo", "sous-titre", "sous_titre", "soustitre",
		"untertitel", "ondertitel",
	}
	FrontDays = []string{
		"press_date", "pressdate", "date", "publishdate", "published_at", "published", "pubdate", "publicationdate", "pub_date",
		"publish_date", "publication_date", "date_published", "datepublished", "published_on", "publisheddate", "dateissued", "posted",
		"fecha", "data", "datum",
	}
)

// frontPlaces are the fields of front matter that stand for a line of a release, each with which line that is and how many of
// the same go before it.
var frontPlaces = func() map[string]struct{ field, rank int } {
	out := make(map[string]struct{ field, rank int })
	for field, names := range map[int][]string{
		1: FrontDays, 2: {"contact", "press_contact", "media_contact", "contacts"}, 3: FrontTitles, 4: FrontSubtitles,
	} {
		for rank, name := range names {
			if field == 2 {
				rank = 0 // the last one holds
			}
			out[name] = struct{ field, rank int }{field, rank}
		}
	}
	return out
}()

// inFront is the place of what front matter says.
const inFront = "the front matter"

// matterHead are the lines that front matter stands for: what it says of the time of
// release, the contact, title and subtitle.
func matterHead(matter string) (head []prose.Para) {
	var fields [5]prose.Para
	var held [5]int
	for _, f := range frontField.FindAllStringSubmatch(Unfolded(matter), prose.AllFound) {
		value := unmarked(strings.TrimSpace(f[2]))
		key := strings.ToLower(f[1])
		i := frontPlaces[key].field
		if fields[i].Text != "" && frontPlaces[key].rank > held[i] {
			continue // "pubDate" below "date"
		}
		if strings.HasPrefix(key, "release") && !ofHour(key, value) {
			if i = 1; !yearWithin.MatchString(value) {
				continue // of a program, say
			}
		}
		switch i {
		case 0:
			if line := matterEmbargo(key, value); line != "" {
				head = append(head, prose.Para{Text: line, Place: inFront})
			}
		case 1:
			day := hourBehind.ReplaceAllString(value, "")
			if hasDigit(day) && (key == "date" || yearWithin.MatchString(day)) { // and not "published: true", "data: 3"
				fields[i] = prose.Para{Text: "Date: " + day}
				if frontPlaces[key].field == i {
					fields[i].Place = inFront
				}
			}
		case 2:
			if prose.HasReach([]string{value}) {
				fields[i] = prose.Para{Text: "Contact: " + value}
			}
		case 3:
			fields[i] = prose.Para{Text: value, Level: 1}
		case 4:
			fields[i] = prose.Para{Text: value}
		}
		held[i] = frontPlaces[key].rank
	}
	if m := titleOfPiece.FindStringSubmatch(matter); m != nil && sectionOfSite.MatchString(fields[3].Text) {
		fields[3].Text = unmarked(m[1]) // "title: News", "news_title: …"
	}
	if m := publisherField.FindStringSubmatch(matter); m != nil {
		head = append(head, prose.Para{Whose: []string{m[1]}, Aside: true, Place: inFront})
	}
	for _, f := range fields {
		if f.Text != "" {
			head = append(head, f)
		}
	}
	return head
}

var (
	// hourBehind is the hour behind a day, which says when a page was made.
	hourBehind = pattern.New(`(?:T| +)\d{1,2}:\d{2}.*`)
	denied     = pattern.New(`(?i)^(?:|false|no|none|null|nil|off|0|~|n/a)$`)
	affirmed   = pattern.New(`(?i)^(?:true|yes|on|1)$`)
)

var (
	// hourInWords is an hour as nobody's program writes it: "9 a.m. ET".
	hourInWords = pattern.New(`\d\s*[AaPp]\.?[Mm]\b|\d[:.]\d{2}\s*(?:h|Uhr)?\s*[A-Z]{2,5}\b`)
	hourWithin  = pattern.New(`\d:\d{2}`)
	yearWithin  = pattern.New(`\b(?:19|20)\d{2}\b`)
)

// ofHour tells a field that says at which hour a release goes out. A release's date bears
// the hour at which its page was made, where a program wrote it.
func ofHour(key, value string) bool {
	switch strings.Replace(key, "_", "", 1) {
	case "releaseat":
		return true
	case "releasedate":
		return hourInWords.MatchString(value)
	}
	return hourInWords.MatchString(value) || hourWithin.MatchString(value)
}

// matterEmbargo is the line that a field of an embargo or hour of release stands for.
func matterEmbargo(key, value string) string {
	label := "Embargo"
	if strings.HasPrefix(key, "release") {
		label = "For release at"
	}
	switch {
	case denied.MatchString(value):
		return ""
	case affirmed.MatchString(value):
		return label
	}
	return label + ": " + value
}

// Unfolded writes titles and sentences that front matter in YAML has over several lines on
// one line each.
func Unfolded(matter string) string {
	for _, m := range folded.FindAllStringSubmatch(matter, prose.MostFound) {
		value := m[2] + m[3]
		if strings.HasPrefix(value, `"`) {
			value = foldedEnd.ReplaceAllString(value, "")
		}
		matter = strings.Replace(matter, m[0], m[1]+" "+strings.Join(strings.Fields(value), " "), 1)
	}
	return matter
}

var (
	// foldedEnd is the end of a line that goes on below with no space between, within marks.
	foldedEnd = pattern.New(`\\\n[ \t]*`)
	// inStraight is a value in straight marks.
	inStraight = pattern.New(`^"([^"].*)"$`)
	// escaped are signs that stand for another within them.
	escaped = pattern.New(`\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[_"\\ ])`)
)

// unmarked is a value without the marks around it.
func unmarked(value string) string {
	if m := inStraight.FindStringSubmatch(value); m != nil {
		return Unescaped(m[1])
	}
	return strings.Trim(value, `"'`)
}

// Unescaped writes what stands in straight marks in front matter without the signs that stand for others
// there: `\u2019`, `\"`, `\_`.
func Unescaped(value string) string {
	return escaped.ReplaceAllStringFunc(value, func(sign string) string {
		switch sign[1] {
		case '_':
			return " "
		case 'x', 'u', 'U':
			n, _ := strconv.ParseUint(sign[2:], 16, 32)
			if !utf8.ValidRune(rune(n)) {
				return ""
			}
			return string(rune(n))
		}
		return sign[1:]
	})
}

// kramdownMark gives the block before it a class, and ends it.
var kramdownMark = pattern.New(`(?m)^\{:[^{}\n]*\}[ \t]*$`)

// spanMark gives what stands right before it a class, in the Markdown of kramdown, and linkMark a link or a picture in that of Pandoc.
var (
	spanMark = pattern.New(`[ \t]?\{: ?` + attributeMark + `(?: +` + attributeMark + `)*[ \t]*\}`)
	linkMark = pattern.New(`\)\{` + attributeMark + `(?: +` + attributeMark + `)*[ \t]*\}`)
)

// attributeMark is a class, a name or another attribute of an element in such marks.
const attributeMark = `(?:[#.][\w-]+|[\w-]+=(?:"[^"{}\n]*"|[\w-]+))`

// headingMark gives the heading before it a name or a class.
var headingMark = pattern.New(`(?m)^(#{1,6} .*?)[ \t]*\{[#.:][^{}\n]*\}[ \t]*$`)

// tightBold is where bold words begin at the end of another, "said**Ana Ruiz**", as
// pages that were turned into Markdown have it.
var tightBold = pattern.New(`(\p{Ll})(\*\*\p{Lu})`)

// labelBold is a label in bold that runs into what it stands for.
var labelBold = pattern.New(`(?m)^(\*\*[^*\n]{2,60}\*\*)(\p{L})`)

// markdownPage is the page that Markdown makes.
func markdownPage(text string) (string, error) {
	if strings.Count(text, "|") > 20_000 || strings.Count(text, "[") > 20_000 {
		return "", errTooLong // both take a reader of Markdown far longer than they are long
	}
	var page bytes.Buffer
	page.WriteString("<html><head><meta charset=\"utf-8\"></head><body>")
	// HTML that stands in the text is kept: what comes of it is read as a page is, and no more.
	reader := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	text = labelBold.ReplaceAllString(text, "$1 $2")
	text = tightBold.ReplaceAllString(signedLines(keptLines(boldInOrder(text))), "$1 $2")
	if err := reader.Convert([]byte(text), &page); err != nil {
		return "", err
	}
	page.WriteString("</body></html>")
	return page.String(), nil
}

// marked writes a text in a light markup as Markdown, behind its front matter, and tells what
// was left out of it; any other text is as it was, and ok false.
func marked(name, text string) (markdown string, told []string, ok bool) {
	if isMarkdown(name, "") {
		return text, nil, false
	}
	trimmed := strings.TrimSpace(text)
	front := frontMatter.FindString(trimmed)
	markdown, left, ok := markup.Markdown(name, strings.TrimPrefix(trimmed, front))
	if !ok {
		return text, nil, false
	}
	if len(left) > 0 {
		told = []string{fmt.Sprintf("lines for programs were left out, %d in all; the first is “%s”", len(left), excerpt(left[0]))}
	}
	return front + "\n" + markdown, told, true
}
