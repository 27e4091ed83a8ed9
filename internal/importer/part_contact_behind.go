package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
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
		if m == nil || prose.HasReach(m[2:3]) || len(strings.Fields(m[2])) < 4 {
			continue
		}
		out[i] = m[1]
		d.Boilerplate = append(d.Boilerplate, prose.Para{Text: m[2] + "."})
	}
	return out
}

// inFull is the whole name of whom a contact has the surname alone: the one that the source has, where it has one.
func (d *draft) inFull(surname string) string {
	if surname == "" || strings.ContainsAny(surname, " .-@()") || !prose.StartsUpper(surname) || d.IsTitle(surname) ||
		prose.IsOrganisation(surname) {
		return surname
	}
	whole := ""
	for _, m := range pattern.New(`(?:^|[\s“"(])(\p{Lu}[\p{L}’.-]+(?: \p{Lu}\.)?) `+surname+`\b`).FindAllStringSubmatch(d.Source,
		prose.MostFound) {
		name := m[1] + " " + surname
		first := strings.ToLower(m[1])
		if prose.Honorifics[prose.PlainWord(m[1])] || d.IsTitle(m[1]) || prose.SentenceOpening[first] || prose.OrgConnectors[first] ||
			prose.Opening[first] || name == whole {
			continue
		}
		if whole != "" || !d.Somebody(name) {
			return surname
		}
		whole = name
	}
	if whole == "" {
		return surname
	}
	return whole
}
