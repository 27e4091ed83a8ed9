package importer

import (
	"fmt"
	"html"
	"strings"

	"pressroom/internal/importer/markup"
	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Texts of systems that make sites have marks in them which a template fills: pictures,
// and what no release has.

var (
	// pictureMark shows a picture: {{< figure src="…" >}} in Hugo, {% include figure.html src="…" %}
	// in Jekyll, {% image "…" %} in Eleventy.
	pictureMark = pattern.New(`\{\{[<%]\s*(?:figure|img|image|picture)\s([^{}]*?)/?[>%]\}\}|` +
		`\{%-?\s*(?:include(?:_relative)?\s+)?(?:figure|image|img|picture)\S*\s([^{}]*?)-?%\}`)
	// otherMark is any other; siteMark is what a site calls itself.
	otherMark = pattern.New(`\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}`)
	siteMark  = pattern.New(`\{\{\s*-?\s*(?:site|page|include|post|\.Site|\.Page)\.[^{}]*\}\}`)
	// closingMark ends what another began, and says nothing of its own.
	closingMark = pattern.New(`^\{(?:\{[<%]|%-?)\s*(?:/|end)`)
	markValue   = pattern.New(`([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	firstValue  = pattern.New(`^\s*(?:"([^"]*)"|'([^']*)')(?:\s*,?\s*(?:"([^"]*)"|'([^']*)'))?`)
)

// templated writes the pictures of marks as a page has them, takes the other marks out, and
// tells those.
func templated(text string) (out string, told []string) {
	if !strings.Contains(text, "{{") && !strings.Contains(text, "{%") {
		return text, nil
	}
	text = setOffMarks(siteMark.ReplaceAllString(text, ""))
	for _, m := range pictureMark.FindAllStringSubmatch(text, maxPictures) {
		if figure := figureOf(m[1] + m[2]); figure != "" {
			text = strings.Replace(text, m[0], figure, 1)
		}
	}
	for _, mark := range otherMark.FindAllString(text, maxTold) {
		within := textOf(mark, text)
		if text = strings.Replace(text, mark, within, 1); within != "" {
			continue
		}
		if !closingMark.MatchString(mark) {
			told = append(told, fmt.Sprintf("a mark of a template was left out: “%s”", excerpt(strings.Join(strings.Fields(mark), " "))))
		}
	}
	return text, told
}

// setOffMark are words between two marks of a template that set them off, with whose they are in the
// first.
var setOffMark = pattern.New(`(?s)(?:\{\{[<%]|\{%-?)\s*(?:block_?quote|quote|pull_?quote|citation|zitat|cita|citazione|citaat|citação)\b` +
	`([^{}]*?)(?:[>%]\}\}|-?%\})(.+?)(?:\{\{[<%]\s*/\s*[\p{L}_]+\s*[>%]\}\}|\{%-?\s*end[\p{L}_]+\s*-?%\})`)

// setOffMarks writes those as Markdown has them.
func setOffMarks(text string) string {
	if strings.Count(text, "{%")+strings.Count(text, "{{") > 200 {
		return text
	}
	return setOffMark.ReplaceAllStringFunc(text, func(s string) string {
		m := setOffMark.FindStringSubmatch(s)
		known := make(map[string]string)
		for _, v := range markValue.FindAllStringSubmatch(m[1], prose.MostFound) {
			known[strings.ToLower(v[1])] = strings.TrimSpace(v[2] + v[3])
		}
		who := strings.Trim(m[1], " \"'")
		if len(known) > 0 {
			var parts []string
			for _, keys := range [][]string{
				{"author", "by", "speaker", "name", "attribution", "cite", "person"},
				{"title", "role", "position", "job"},
				{"org", "organization", "organisation", "company"},
			} {
				for _, key := range keys {
					if known[key] != "" {
						parts = append(parts, known[key])
						break
					}
				}
			}
			who = strings.Join(parts, ", ")
		}
		return "\n" + markup.Quoted(m[2], who)
	})
}

// longValue is how many characters a value of a mark has that is text of the release.
const longValue = 120

var twoBreaks = pattern.New(`(?i)(?:<br ?/?>\s*){2,}`)

// textOf is the text that a mark is given to show, "" where it is given none that is long: of
// {{< press title="…" text="…" >}} the title as a heading, unless the file has it elsewhere, and the
// text.
func textOf(mark, file string) string {
	var head, text string
	for _, m := range markValue.FindAllStringSubmatch(mark, prose.MostFound) {
		value := strings.TrimSpace(m[2] + m[3])
		switch key := strings.ToLower(m[1]); {
		case key == "title" || key == "headline" || key == "heading":
			if strings.Count(file, value) == 1 {
				head = "# " + value + "\n\n"
			}
		case len(value) >= longValue && strings.Contains(value, " "):
			text += twoBreaks.ReplaceAllString(value, "\n\n") + "\n\n"
		}
	}
	if text == "" {
		return ""
	}
	return "\n\n" + head + text
}

// figureOf is the picture of a mark in HTML, "" where it names none.
func figureOf(values string) string {
	known := make(map[string]string)
	for _, m := range markValue.FindAllStringSubmatch(values, prose.MostFound) {
		known[strings.ToLower(m[1])] = html.EscapeString(m[2] + m[3])
	}
	if m := firstValue.FindStringSubmatch(values); m != nil && known["src"] == "" {
		known["src"] = html.EscapeString(m[1] + m[2])
		if known["alt"] == "" {
			known["alt"] = html.EscapeString(m[3] + m[4])
		}
	}
	source := ""
	for _, key := range []string{"src", "url", "image", "path", "file", "image_path"} {
		if source == "" {
			source = known[key]
		}
	}
	if source == "" {
		return ""
	}
	caption := strings.TrimSpace(known["caption"] + " " + known["title"])
	if credit := known["attr"] + known["credit"]; credit != "" {
		if !creditTail.MatchString(credit) {
			credit = "Photo: " + credit
		}
		caption = strings.TrimSpace(caption + " (" + credit + ")")
	}
	if caption != "" {
		caption = "<figcaption>" + caption + "</figcaption>"
	}
	return fmt.Sprintf("<figure><img src=\"%s\" alt=\"%s\">%s</figure>", source, known["alt"], caption)
}
