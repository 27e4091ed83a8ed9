package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Where the parts of a contact's line end.

// contactParts divides a line at commas and dashes, but keeps numbers whole.
func contactParts(line string) []string {
	var out []string
	for _, p := range divided(line) {
		// A name and an address with only a space between them.
		if mail := prose.EmailPattern.FindStringIndex(p); mail != nil && mail[0] > 0 {
			if before := cleanPart(p[:mail[0]]); before != "" && (prose.PhonePattern.MatchString(before) || prose.LooksLikeName(before)) {
				out = append(out, p[:mail[0]])
				p = p[mail[0]:]
				if after := strings.TrimSpace(prose.EmailPattern.ReplaceAllString(p, "")); prose.PhonePattern.MatchString(after) {
					out = append(out, prose.EmailPattern.FindString(p))
					p = after
				}
			}
		}
		out = append(out, p)
	}
	return out
}

var betweenParts = pattern.New(`,\s+|\s[–—-]\s|\s/\s|\s{3,}`)

// divided cuts a line where its parts end: not within brackets, and not at a dash within a
// number.
func divided(line string) []string {
	var out []string
	from := 0
	for _, m := range betweenParts.FindAllStringIndex(line, prose.AllFound) {
		before := line[from:m[0]]
		digits := m[0] > 0 && m[1] < len(line) && isDigit(line[m[0]-1]) && isDigit(line[m[1]])
		if strings.Count(before, "(") > strings.Count(before, ")") || digits && line[m[0]] != ',' ||
			prose.CompanySuffix[strings.Trim(strings.ReplaceAll(prose.FirstWord(line[m[1]:]), ".", ""), ",")] || behindOwn.MatchString(line[m[1]:]) {
			continue
		}
		out = append(out, before)
		from = m[1]
	}
	return append(out, line[from:])
}

// behindOwn are letters that stand behind a comma and are of the name before it: "Owen Farrell, Jr.".
var behindOwn = pattern.New(`^(?:Sr|Jr)\b\.?(?:,|$)`)

// besideName are one or two words with capitals, behind a name in brackets.
var besideName = pattern.New(`^` + oneOrTwo + `$`)

const oneOrTwo = `\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?`

// besideAlone is what was found so, a part of its own.
var besideAlone = pattern.New(`^\((` + oneOrTwo + `)\)$`)
