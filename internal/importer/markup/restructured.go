package markup

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// reStructuredText is told by its lines and by how far they are indented.

var (
	rstLine      = pattern.New("^([=~^\"'*+#`:_.-])[=~^\"'*+#`:_.-]{2,}\\s*$")
	rstDirective = pattern.New(`^\.\. ([\w-]+)::\s*(.*)`)
	rstComment   = pattern.New(`^\.\.(?:\s|$)`)
	rstField     = pattern.New(`^\s*:([\w-]+):\s*(.*)`)
	rstLink      = pattern.New("`([^`<>\n]+?)\\s*<([^`<>\\s]+)>`__?")
	rstName      = pattern.New("`([^`\n]+)`__?")
	rstRole      = pattern.New("(?::[\\w-]+:)`([^`\n]+)`")
	rstBar       = pattern.New(`^\s*\| (.*)`)
)

// setOffBy are directives whose words are set off; forPrograms are those whose lines no reader sees.
var (
	setOffBy    = words("pull-quote epigraph highlights blockquote")
	forPrograms = words("raw toctree contents code code-block meta include role")
)

// restructured writes reStructuredText as Markdown.
func restructured(text string) (string, []string) {
	lines := strings.Split(strings.ReplaceAll(text, "\r", ""), "\n")
	var out, left []string
	levels := ""
	fields := true
	for i := 0; i < len(lines); i++ {
		line := strings.TrimRight(lines[i], " ")
		fields = fields && (line == "" || rstField.MatchString(line))
		switch {
		case fields && line != "":
			m := rstField.FindStringSubmatch(line)
			switch strings.ToLower(m[1]) {
			case "date":
				out = append(out, "Date: "+m[2], "")
			case "title":
				out = append(out, heading(1, m[2]))
			default:
				left = append(left, line)
			}
		case rstDirective.MatchString(line):
			i = directive(lines, i, &out, &left)
		case rstComment.MatchString(line):
			left = append(left, line)
			i = behindIndented(lines, i) - 1
		case rstLine.MatchString(line) && i+2 < len(lines) && strings.HasPrefix(lines[i+2], line[:1]) && rstLine.MatchString(lines[i+2]):
			out = append(out, heading(levelOf(&levels, line[:1]+"over"), lines[i+1]))
			i += 2
		case line != "" && i+1 < len(lines) && underlines(lines[i+1], line):
			out = append(out, heading(levelOf(&levels, lines[i+1][:1]+"under"), line))
			i++
		case rstLine.MatchString(line):
			out = append(out, "")
		case rstBar.MatchString(line):
			out = append(out, inlineOf(rstBar.FindStringSubmatch(line)[1])+"  ")
		default:
			out = append(out, inlineOf(line))
		}
	}
	return strings.Join(out, "\n"), left
}

// underlines tells the line under a heading: of one sign, as long as the heading or nearly.
func underlines(under, line string) bool {
	under = strings.TrimRight(under, " ")
	return rstLine.MatchString(under) && strings.Trim(under, under[:1]) == "" && line[0] != ' ' &&
		utf8.RuneCountInString(under)+3 >= utf8.RuneCountInString(line)
}

// levelOf is the level of headings with a sign: they are numbered as they come.
func levelOf(levels *string, sign string) int {
	sign = "|" + sign
	if !strings.Contains(*levels, sign) {
		*levels += sign
	}
	return strings.Count((*levels)[:strings.Index(*levels, sign)], "|") + 1
}

// behindIndented is the first line behind i that is not indented.
func behindIndented(lines []string, i int) int {
	for i++; i < len(lines) && (strings.TrimSpace(lines[i]) == "" || lines[i][0] == ' ' || lines[i][0] == '\t'); i++ {
	}
	return i
}

// directive writes one with what is indented under it, and returns its last line.
func directive(lines []string, i int, out, left *[]string) int {
	m := rstDirective.FindStringSubmatch(strings.TrimRight(lines[i], " "))
	end := behindIndented(lines, i)
	var body []string
	alt := ""
	options := true
	for _, l := range lines[i+1 : end] {
		l = strings.TrimSpace(l)
		if f := rstField.FindStringSubmatch(l); options && f != nil {
			if f[1] == "alt" {
				alt = f[2]
			}
			continue
		}
		options = options && l == ""
		body = append(body, inlineOf(l))
	}
	words := strings.TrimSpace(strings.Join(body, "\n"))
	switch name := strings.ToLower(m[1]); {
	case name == "image" || name == "figure":
		*out = append(*out, "", "!["+alt+"]("+m[2]+")", "", words, "")
	case forPrograms[name]:
		*left = append(*left, lines[i])
	case setOffBy[name]:
		*out = append(*out, Quoted(m[2]+"\n"+words, ""))
	default:
		*out = append(*out, "", inlineOf(m[2]), "", words, "")
	}
	return end - 1
}

// inlineOf writes links and roles within a line.
func inlineOf(line string) string {
	line = rstLink.ReplaceAllString(rstRole.ReplaceAllString(line, "$1"), "[$1]($2)")
	return strings.ReplaceAll(rstName.ReplaceAllString(line, "$1"), "``", "`")
}
