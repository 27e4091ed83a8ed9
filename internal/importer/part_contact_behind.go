package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Behind whom to ask, and in the same paragraph, a release may go on about itself: "For more information, contact Ana Ruiz at
// ana@fund.example. The Harbour Fund is a charity."

// sentencesBehind are sentences behind the address or number that ends a contact's.
var sentencesBehind = pattern.New(`^(.*(?:@[\w.-]*\w|\d{3})\)?)\.\s+(\p{Lu}[^@]*?)\.?$`)

// withoutSentences takes those off the lines of contacts, and keeps them as what is told of whoever issues the release.
func (d *draft) withoutSentences(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = line
		m := sentencesBehind.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil || hasReach(m[2:3]) || len(strings.Fields(m[2])) < 4 {
			continue
		}
		out[i] = m[1]
		d.boilerplate = append(d.boilerplate, para{text: m[2] + "."})
	}
	return out
}

// inFull is the whole name of whom a contact has the surname alone: the one that the source has, where it has one.
func (d *draft) inFull(surname string) string {
	if surname == "" || strings.ContainsAny(surname, " .-@()") || !startsUpper(surname) || d.isTitle(surname) || isOrganisation(surname) {
		return surname
	}
	whole := ""
	for _, m := range pattern.New(`(?:^|[\s“"(])(\p{Lu}[\p{L}’.-]+(?: \p{Lu}\.)?) `+surname+`\b`).FindAllStringSubmatch(d.source, mostFound) {
		name := m[1] + " " + surname
		first := strings.ToLower(m[1])
		if honorifics[plainWord(m[1])] || d.isTitle(m[1]) || sentenceOpening[first] || orgConnectors[first] || opening[first] || name == whole {
			continue
		}
		if whole != "" || !d.somebody(name) {
			return surname
		}
		whole = name
	}
	if whole == "" {
		return surname
	}
	return whole
}
