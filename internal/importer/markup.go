package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/pattern"
)

// Sites and wikis have light markups of their own: AsciiDoc, MediaWiki's, reStructuredText, Textile and
// BBCode. They are written as Markdown, which is read then.

// markups are those, each with how files of it are named, how its text begins or what it has that no
// other text has, and how it is written as Markdown.
var markups = []struct {
	endings  []string
	signs    *pattern.Pattern
	markdown func(text string) (string, []string)
}{
	{[]string{".adoc", ".asciidoc", ".asc"}, pattern.New(`(?s)\A\s*= \S[^\n]*\n.*?(?m:^:[\w-]+:|^== \S|^image::)`), asciiDoc},
	{[]string{".wiki", ".mediawiki"}, pattern.New(`(?s)\A.*(?:'''[^'\n]+'''.*\[\[[^\]\n]+\]\]|\[\[[^\]\n]+\]\].*'''[^'\n]+'''|` +
		`(?m:^==+ ?[^=\n]+ ?==+\s*$).*(?:'''|\[\[))`), mediaWiki},
	{[]string{".rst", ".rest"}, pattern.New(`(?m)^\.\. (?:image|figure|pull-quote|epigraph|note|contents)::`), restructured},
	{[]string{".textile"}, pattern.New(`\A\s*h[1-3](?:\([^)\n]*\))?\. \S`), textile},
	{[]string{".bbcode"}, pattern.New(`(?is)\[(b|i|size|url|quote|center)(?:=[^\]\n]*)?\].*\[/(?:b|i|size|url|` +
		`quote|center)\].*\[(?:url|quote|size|img|` +
		`list|color)\b[^\]\n]*\]`), bbCode},
}

// longestMarkup is how long a text may be that is looked at for its markup.
const longestMarkup = 256 << 10

// marked writes such a text as Markdown, and tells what was left out of it. ok is false for any other.
func marked(name, text string) (markdown string, told []string, ok bool) {
	if len(text) > longestMarkup || isMarkdown(name, "") {
		return "", nil, false
	}
	front := frontMatter.FindString(strings.TrimSpace(text))
	body := strings.TrimPrefix(strings.TrimSpace(text), front)
	for _, m := range markups {
		named := false
		for _, ending := range m.endings {
			named = named || strings.HasSuffix(name, ending)
		}
		if named || m.signs.MatchString(body) && !strings.Contains(body, "](") {
			markdown, told = m.markdown(body)
			return front + "\n" + markdown, told, true
		}
	}
	return "", nil, false
}

// leftOutOf tells of lines for programs that a text had.
func leftOutOf(lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("lines for programs were left out, %d in all; the first is “%s”", len(lines), excerpt(lines[0]))}
}

// markedHeading is a line as a heading of Markdown.
func markedHeading(level int, text string) string {
	return "\n" + strings.Repeat("#", min(max(level, 1), 6)) + " " + strings.TrimSpace(text) + "\n"
}

// quotedBy is words that are set off, with whose they are.
func quotedBy(words, who string) string {
	out := "\n> " + strings.ReplaceAll(strings.TrimSpace(words), "\n", "\n> ") + "\n"
	if who = strings.Trim(who, " ,\""); who != "" {
		out += ">\n> — " + who + "\n"
	}
	return out + "\n"
}

var (
	asciiQuote = pattern.New(`(?ms)^\[(?:quote|verse), ?([^\]\n]+)\]\n(?:____+\n(.*?)\n____+$|([^\n]+(?:\n[^\n]+)*))`)
	asciiHead  = pattern.New(`^(={1,6}) (\S.*)$`)
	asciiField = pattern.New(`^:!?([\w-]+)!?:\s*(.*)$`)
	asciiDay   = pattern.New(`^(?:v[\d.]+, ?)?(\d{4}-\d\d-\d\d|\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2}, \d{4})(?:: .*)?$`)
	asciiBlock = pattern.New(`^(?:\[[^\]]*\]|(?:----+|====+|\*\*\*\*+|____+|\.\.\.\.+|\+\+\+\+|--|\+|'''|\|===|` +
		`//.*)|(?:toc|ifdef|ifndef|endif|` +
		`include)::.*)$`)
	asciiImage = pattern.New(`^image::?(\S+?)\[([^\]"=,]*)[^\]]*\]$`)
	asciiLink  = pattern.New(`\b(?:link:)?((?:https?://|mailto:)[^\s\[\]]+)\[([^\]\n]*)\]`)
)

// asciiDoc writes AsciiDoc as Markdown.
func asciiDoc(text string) (string, []string) {
	text = asciiQuote.ReplaceAllStringFunc(text, func(s string) string {
		m := asciiQuote.FindStringSubmatch(s)
		return quotedBy(m[2]+m[3], m[1])
	})
	var out, left []string
	head := true
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \r")
		head = head && !(line == "" && len(out) > 0)
		switch {
		case asciiHead.MatchString(line):
			m := asciiHead.FindStringSubmatch(line)
			out = append(out, markedHeading(len(m[1]), m[2]))
		case head && asciiField.MatchString(line), asciiField.MatchString(line) && !strings.Contains(line, ": \""):
			m := asciiField.FindStringSubmatch(line)
			if key := strings.ToLower(m[1]); key == "revdate" || key == "date" || key == "page-date" || key == "docdate" {
				out = append(out, "", "Date: "+m[2], "")
				continue
			}
			left = append(left, line)
		case head && asciiDay.MatchString(line):
			out = append(out, "", "Date: "+asciiDay.FindStringSubmatch(line)[1], "")
		case head && len(out) > 0 && line != "": // who wrote it, under the title
			out = append([]string{line, ""}, out...)
		case asciiImage.MatchString(line):
			m := asciiImage.FindStringSubmatch(line)
			out = append(out, "!["+m[2]+"]("+m[1]+")")
		case asciiBlock.MatchString(line):
			if strings.ContainsAny(line, "[:") {
				left = append(left, line)
			}
			out = append(out, "")
		case strings.HasPrefix(line, ". "):
			out = append(out, linkedIn("1"+line, asciiLink))
		default:
			out = append(out, linkedIn(strings.TrimSuffix(line, " +")+broken(line), asciiLink))
		}
	}
	return strings.Join(out, "\n"), leftOutOf(left)
}

// broken is the sign of a line that ends there, in Markdown.
func broken(line string) string {
	if strings.HasSuffix(line, " +") {
		return "  "
	}
	return ""
}

// linkedIn writes links of which the address stands first; one that is labelled with nothing, or with
// itself, is its address.
func linkedIn(line string, link *pattern.Pattern) string {
	return link.ReplaceAllStringFunc(line, func(s string) string {
		m := link.FindStringSubmatch(s)
		address := strings.TrimPrefix(m[1], "mailto:")
		if label := strings.TrimSpace(m[2]); label != "" && label != address {
			return "[" + label + "](" + m[1] + ")"
		}
		return address
	})
}

var (
	wikiTemplate = pattern.New(`\{\{[^{}]*\}\}`)
	wikiNote     = pattern.New(`(?s)<ref[^>/]*/>|<ref[^>]*>.*?</ref>|__[A-Z]+__`)
	wikiFile     = pattern.New(`(?i)\[\[(?:file|image|bild|datei|fichier|archivo|immagine|bestand|ficheiro|` +
		`imagem|category|kategorie|catégorie|` +
		`categoría|categoria|categorie):(?:[^\[\]]|\[\[[^\[\]]*\]\])*\]\]`)
	wikiTongue = pattern.New(`(?m)^\[\[[a-z]{2,3}(?:-[a-z]+)?:[^\[\]\n]*\]\]\s*$`)
	wikiLink   = pattern.New(`\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]`)
	wikiOut    = pattern.New(`\[((?:https?://|mailto:|//)\S+)(?: ([^\]\n]+))?\]`)
	wikiHead   = pattern.New(`(?m)^(={1,6}) ?([^=\n][^\n]*?) ?={1,6}\s*$`)
	wikiItem   = pattern.New(`(?m)^#+ ?`)
	wikiIndent = pattern.New(`(?m)^[:;]+ ?`)
	wikiRule   = pattern.New(`(?m)^-{4,}\s*$`)
)

// mediaWiki writes the markup of MediaWiki as Markdown.
func mediaWiki(text string) (string, []string) {
	var left []string
	for range 3 { // they stand within one another
		left = append(left, wikiTemplate.FindAllString(text, maxTold)...)
		text = wikiTemplate.ReplaceAllString(text, "")
	}
	left = append(left, wikiFile.FindAllString(text, maxTold)...)
	text = wikiFile.ReplaceAllString(wikiNote.ReplaceAllString(text, ""), "")
	text = wikiLink.ReplaceAllString(wikiTongue.ReplaceAllString(text, ""), "$1")
	text = linkedIn(text, wikiOut)
	text = wikiIndent.ReplaceAllString(wikiItem.ReplaceAllString(wikiRule.ReplaceAllString(text, ""), "1. "), "")
	text = wikiHead.ReplaceAllStringFunc(text, func(s string) string {
		m := wikiHead.FindStringSubmatch(s)
		return markedHeading(len(m[1]), m[2])
	})
	text = strings.NewReplacer("'''''", "***", "'''", "**").Replace(text)
	return wikiItalic.ReplaceAllString(text, "*$1*"), leftOutOf(left)
}

// wikiItalic are words between two apostrophes on each side.
var wikiItalic = pattern.New(`''([^'\n]+)''`)

var (
	textileHead  = pattern.New(`(?m)^h([1-6])(?:\([^)\n]*\)|\{[^}\n]*\}|[<>=]+)*\. (.*)$`)
	textileQuote = pattern.New(`(?m)^bq(?:\([^)\n]*\))?\.(?::\S+)? (.*(?:\n\S.*)*)$`)
	textilePara  = pattern.New(`(?m)^(?:p|notextile|div)(?:\([^)\n]*\)|\{[^}\n]*\}|[<>=]+)*\. `)
	textileLink  = pattern.New(`"([^"\n]+)":((?:https?://|mailto:|/)[^\s,;)]*[^\s,;).])`)
	textileImage = pattern.New(`!(?:[<>=]|\([^)\n]*\))?([^\s!(]+\.(?:jpe?g|png|gif|svg|webp))(?:\(([^)\n]*)\))?!(?::\S+)?`)
	textileItem  = pattern.New(`(?m)^#+ `)
)

// textile writes Textile as Markdown.
func textile(text string) (string, []string) {
	text = textileQuote.ReplaceAllStringFunc(text, func(s string) string { return quotedBy(textileQuote.FindStringSubmatch(s)[1], "") })
	text = textileItem.ReplaceAllString(text, "1. ")
	text = textileHead.ReplaceAllStringFunc(text, func(s string) string {
		m := textileHead.FindStringSubmatch(s)
		return markedHeading(int(m[1][0]-'0'), m[2])
	})
	text = textileImage.ReplaceAllString(textilePara.ReplaceAllString(text, ""), "![$2]($1)")
	return textileLink.ReplaceAllStringFunc(text, func(s string) string {
		m := textileLink.FindStringSubmatch(s)
		if address := strings.TrimPrefix(m[2], "mailto:"); address == m[1] {
			return address
		}
		return "[" + m[1] + "](" + m[2] + ")"
	}), nil
}

var (
	bbQuote = pattern.New(`(?is)\[quote(?:="?([^\]"]*)"?[^\]]*)?\](.*?)\[/quote\]`)
	bbLink  = pattern.New(`(?i)\[(?:url|email)="?([^\]"]+)"?\]([^\[]*)\[/(?:url|email)\]`)
	bbImage = pattern.New(`(?i)\[img[^\]]*\]([^\[]+)\[/img\]`)
	bbBold  = pattern.New(`(?i)\[b\]([^\[\]]+)\[/b\]`)
	bbItem  = pattern.New(`(?m)^\s*\[\*\]\s*`)
	bbOther = pattern.New(`(?i)\[/?(?:b|i|u|s|size|color|colour|font|center|left|right|justify|list|url|email|` +
		`quote|table|tr|td|th|hr|sup|sub|` +
		`indent|h[1-6]|p)(?:=[^\]\n]*)?\]`)
	bbHead = pattern.New(`\A\s*\*\*([^*\n]+)\*\*[ \t]*(?:\n|\z)`)
)

// bbCode writes BBCode as Markdown. Its lines end where they do.
func bbCode(text string) (string, []string) {
	text = bbQuote.ReplaceAllStringFunc(text, func(s string) string {
		m := bbQuote.FindStringSubmatch(s)
		return quotedBy(m[2], m[1])
	})
	text = bbLink.ReplaceAllString(bbImage.ReplaceAllString(bbItem.ReplaceAllString(text, "* "), "![]($1)"), "[$2]($1)")
	text = bbBold.ReplaceAllString(sizesOff(text), "**$1**")
	text = bbHead.ReplaceAllString(bbOther.ReplaceAllString(text, ""), "# $1\n\n")
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if l != "" && i+1 < len(lines) && lines[i+1] != "" && !strings.HasPrefix(l, "#") && !strings.HasPrefix(l, ">") {
			lines[i] = l + "  "
		}
	}
	return strings.Join(lines, "\n"), nil
}

// sizesOff takes away what stands about words within bold ones.
func sizesOff(text string) string { return bbSize.ReplaceAllString(text, "") }

var bbSize = pattern.New(`(?i)\[/?(?:size|color|colour|font|center|u|i)(?:=[^\]\n]*)?\]`)
