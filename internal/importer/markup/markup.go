// Package markup writes the light markups that sites and wikis have of their own as Markdown:
// AsciiDoc, MediaWiki's, reStructuredText, Textile and BBCode.
package markup

import (
	"slices"
	"strings"

	"pressroom/internal/pattern"
)

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

// maxLeft bounds what is told of as left out, of each kind.
const maxLeft = 200

// longest is how many bytes a text may have that is looked at for its markup.
const longest = 256 << 10

// Markdown writes a text in one of these markups, told by the end of its file's name, in small
// letters, or by its first lines, as Markdown. left are the lines for programs that are not in
// it. ok is false for every other text.
func Markdown(name, text string) (markdown string, left []string, ok bool) {
	if len(text) > longest {
		return "", nil, false
	}
	for _, m := range markups {
		named := slices.ContainsFunc(m.endings, func(ending string) bool { return strings.HasSuffix(name, ending) })
		if named || m.signs.MatchString(text) && !strings.Contains(text, "](") {
			markdown, left = m.markdown(text)
			return markdown, left, true
		}
	}
	return "", nil, false
}

// heading is a line as a heading of Markdown.
func heading(level int, text string) string {
	return "\n" + strings.Repeat("#", min(max(level, 1), 6)) + " " + strings.TrimSpace(text) + "\n"
}

// Quoted is words that are set off, with whose they are, in Markdown.
func Quoted(words, who string) string {
	out := "\n> " + strings.ReplaceAll(strings.TrimSpace(words), "\n", "\n> ") + "\n"
	if who = strings.Trim(who, " ,\""); who != "" {
		out += ">\n> — " + who + "\n"
	}
	return out + "\n"
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

// words is a set of them.
func words(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}
