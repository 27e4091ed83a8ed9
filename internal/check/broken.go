package check

import (
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

var (
	// beginsBlock are signs with which a line begins something else though it goes on with the
	// sentence above: figures behind them say that they belong to it.
	beginsBlock = pattern.New(`^ {0,3}(?:(#{1,6}) +[0-9]|([-+]) +[0-9]|(>) ?[0-9]|(1[.)]) +\S)`)
	quotedLine  = pattern.New(`^ {0,3}(?:> ?)+`)
	midSentence = pattern.New(`[\pL,]$`)
	numbered    = pattern.New(`^ {0,3}[0-9]{1,9}[.)] `)
)

// brokenOff finds lines of a paragraph that were broken by hand at a place where the next one
// begins with a sign that Markdown takes: it makes something else of the line and is not printed.
func (t *text) brokenOff(diags *diagnostic.List, words string) {
	lines := strings.Split(strings.ReplaceAll(words, "\r\n", " \n"), "\n")
	offset, before, inList, quoted := 0, "", false, false
	for i, whole := range lines {
		line, inQuote := whole, quotedLine.FindString(whole)
		if quoted || before == "" {
			line = whole[len(inQuote):]
		}
		m := beginsBlock.FindStringSubmatchIndex(line)
		if m != nil && !inList && midSentence.MatchString(before) && !goesOnAsList(strings.TrimLeft(line, " "), lines[i+1:]) {
			for g := 2; g < len(m); g += 2 {
				if m[g] >= 0 {
					diags.Warnf(t.at(offset+len(whole)-len(line)+m[g]), "list", "%s makes something else of this line than what goes on "+
						"with the sentence above; put it behind the words above, or write %s", line[m[g]:m[g+1]], escaped(line[m[g]:m[g+1]]))
				}
			}
		}
		trimmed := strings.TrimSpace(whole[len(inQuote):])
		starts := listItem.MatchString(line) && (before == "" || inList || !numbered.MatchString(line) || strings.HasPrefix(trimmed, "1"))
		inList = trimmed != "" && (inList || starts)
		if before = trimmed; strings.HasPrefix(trimmed, "#") || trimmed == "" {
			before = ""
		}
		quoted = inQuote != ""
		offset += len(whole) + 1
	}
}

// goesOnAsList tells whether a line begins a list: another point of its kind follows, before
// another paragraph does.
func goesOnAsList(line string, next []string) bool {
	sign := pointSign.FindString(line)
	if sign == "" {
		return false
	}
	apart := false
	for _, l := range next {
		l = strings.TrimLeft(l, "> ")
		switch also := pointSign.FindString(l); {
		case also != "" && (also == sign || sign[0] == '1' && also[0] == '2'):
			return true
		case l == "":
			apart = true
		case apart:
			return false
		}
	}
	return false
}

// pointSign is what a point of a list begins with.
var pointSign = pattern.New(`^(?:[-+]|[0-9]{1,9}[.)]) `)

// escaped is a sign that begins a block, written so that it begins none.
func escaped(sign string) string {
	if digit, mark := sign[:1], sign[1:]; digit == "1" {
		return digit + `\` + mark
	}
	return `\` + sign
}
