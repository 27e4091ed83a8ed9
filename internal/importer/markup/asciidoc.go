package markup

import (
	"strings"

	"pressroom/internal/pattern"
)

var (
	asciiQuote = pattern.New(`(?ms)^\[(?:quote|verse), ?([^\]\n]+)\]\n(?:____+\n(.*?)\n____+$|([^\n]+(?:\n[^\n]+)*))`)
	asciiHead  = pattern.New(`^(={1,6}) (\S.*)`)
	asciiField = pattern.New(`^:!?([\w-]+)!?:\s*(.*)`)
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
		return Quoted(m[2]+m[3], m[1])
	})
	var out, left, authors []string
	head, titled := true, false
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \r")
		head = head && !(line == "" && len(out) > 0)
		switch {
		case asciiHead.MatchString(line):
			m := asciiHead.FindStringSubmatch(line)
			titled = true
			out = append(out, heading(len(m[1]), m[2]))
		case head && asciiField.MatchString(line), asciiField.MatchString(line) && !strings.Contains(line, ": \""):
			m := asciiField.FindStringSubmatch(line)
			if key := strings.ToLower(m[1]); key == "revdate" || key == "date" || key == "page-date" || key == "docdate" {
				out = append(out, "", "Date: "+m[2], "")
				continue
			}
			left = append(left, line)
		case head && asciiDay.MatchString(line):
			out = append(out, "", "Date: "+asciiDay.FindStringSubmatch(line)[1], "")
		case head && titled && len(authors) == 0: // who wrote it, under the title
			authors = append(authors, line, "")
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
	return strings.Join(append(authors, out...), "\n"), left
}

// broken is the sign of a line that ends there, in Markdown.
func broken(line string) string {
	if strings.HasSuffix(line, " +") {
		return "  "
	}
	return ""
}
