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
		if m != nil && !inList && midSentence.MatchString(before) && !goesOnAsList(line, lines[i+1:]) {
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

// goesOnAsList tells whether a line that begins with 1 begins a list: another point follows.
func goesOnAsList(line string, next []string) bool {
	if !numbered.MatchString(line) {
		return false
	}
	for _, l := range next {
		l = strings.TrimLeft(l, "> ")
		if strings.HasPrefix(l, "2.") || strings.HasPrefix(l, "2)") || strings.HasPrefix(l, "1.") || strings.HasPrefix(l, "1)") {
			return true
		}
	}
	return false
}

// escaped is a sign that begins a block, written so that it begins none.
func escaped(sign string) string {
	if digit, mark := sign[:1], sign[1:]; digit == "1" {
		return digit + `\` + mark
	}
	return `\` + sign
}
