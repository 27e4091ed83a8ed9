package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A mail that was pasted as text has its header with it, and may have the release as the mail program quotes it.

// quotedLine begins a line that a mail program quotes.
var quotedLine = pattern.New(`^\s?>(?: |$)`)

// fewQuoted is from how many such lines on a text is a mail that quotes.
const fewQuoted = 5

// unquoted is a text without the signs with which a mail program quotes, where most of it is quoted: what stands around that
// is left out. Its lines stay where they are.
func unquoted(text string) (plain string, told []string) {
	lines := strings.Split(text, "\n")
	quoted, bare, first, last := 0, 0, -1, 0
	for i, l := range lines {
		switch {
		case quotedLine.MatchString(l):
			if first < 0 {
				first = i
			}
			quoted, last = quoted+1, i
		case strings.TrimSpace(l) != "":
			bare++
		}
	}
	if quoted < fewQuoted || quoted < 2*bare {
		return text, nil
	}
	for i, l := range lines {
		if i < first || i > last {
			lines[i] = ""
			continue
		}
		lines[i] = l[len(quotedLine.FindString(l)):]
	}
	if bare > 0 {
		told = []string{"what stands around the words that the mail quotes is left out"}
	}
	return strings.Join(lines, "\n"), told
}

// fromPasted takes off what stands above a message that is passed on, of a text that begins with the header of a mail.
func fromPasted(list []prose.Para) ([]prose.Para, []string) {
	if len(list) < 2 || !headerLine.MatchString(list[0].Text) ||
		!strings.Contains(list[0].Text, "\n") && !headerLine.MatchString(list[1].Text) {
		return list, nil
	}
	return withoutPassingOn(list)
}
