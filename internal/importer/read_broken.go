package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Programs that take the text off a page give each of its elements a line, links and bold words
// within a sentence too: "receives" / "a grant" / "of the council".

// fewBroken is how many lines, at least, go on within a sentence in such a text.
const fewBroken = 3

// onwardWords are words with which no line ends but one that was broken.
var onwardWords = prose.WordSet(`a an the and or nor of to from in on at by with for into about over between through under their its our
	his her your this these that which who whose said says added including via per as is are was were`)

// opensNoSentence are lines in small letters with which none goes on: addresses, and names that firms write so.
var opensNoSentence = pattern.New(`^[\p{L}\d.-]*[./@:_]\S|^\p{Ll}+\p{Lu}|^\p{Ll}[.)] `)

// unbroken puts the lines together of a text that was broken at its elements, and tells so.
func unbroken(text string) (out string, told []string) {
	lines := strings.Split(text, "\n")
	if !brokenAtElements(lines) {
		return text, nil
	}
	var b strings.Builder
	for i, l := range lines {
		l = strings.TrimSpace(l)
		switch {
		case i == 0 || lines[i-1] == "" || l == "":
			b.WriteString("\n" + l)
		case leansBack(l):
			b.WriteString(l)
		case goesOnBroken(lines[i-1], l):
			b.WriteString(" " + l)
		default:
			b.WriteString("\n" + l)
		}
		lines[i] = l
	}
	return b.String()[len("\n"):], []string{"lines that were broken within sentences were put together; look whether that is right"}
}

// brokenAtElements tells such a text by several lines in small letters, behind short ones and behind ones that are
// longer than any that is set in lines.
func brokenAtElements(lines []string) bool {
	if hardWrapped(lines) {
		return false
	}
	n := 0
	for i := 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i-1]) != "" && (leansBack(lines[i]) || startsSmall(lines[i]) && endsOpen(lines[i-1])) {
			n++
		}
	}
	return n >= fewBroken
}

// goesOnBroken tells a line that goes on with the sentence of the one before.
func goesOnBroken(before, line string) bool {
	if prose.IsPartLine(line) || prose.HasReach([]string{line}) || prose.IsTimeLine(before) {
		return false
	}
	words := strings.Fields(before)
	return startsSmall(line) && endsOpen(before) || endsOpen(before) && onwardWords[words[len(words)-1]]
}

// leansBack tells a line that begins with the mark that belongs behind the words before.
func leansBack(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) > 1 && strings.IndexByte(".,;", line[0]) >= 0 && line[1] == ' ' || line == "." || line == ","
}

func startsSmall(line string) bool {
	line = strings.TrimSpace(line)
	first, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(first) && !opensNoSentence.MatchString(line)
}

// endsOpen tells a line that ends with a letter, or with a comma, which a closing mark may stand behind.
func endsOpen(line string) bool {
	line = strings.TrimSpace(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	return unicode.IsLetter(last) || strings.HasSuffix(strings.TrimRight(line, `”"»’`), ",")
}
