package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// What stands where a headline would, and is none: the kind of text with its month, the section of a site, and the
// site's name.

var (
	// kindOfMonth is the kind of text with its month: "Communiqué de presse — Novembre 2025".
	kindOfMonth = pattern.New(`(?i)^(?:(?:press|news|media) release|(?:presse|medien)(?:mitteilung|information)|communiqué de presse|` +
		`(?:nota|comunicado) de prensa|comunicato stampa|persbericht)\s*[,.:–—|-]?\s+\p{L}{3,10}\.? (?:de )?\d{4}$`)
	// sectionOfSite is the part of a site that a page stands in.
	sectionOfSite = pattern.New(`(?i)^(?:actualidad|noticias|prensa|sala de prensa|aktuelles|neuigkeiten|presse|actualités?|communiqués|` +
		`news|press|newsroom|notizie|comunicati(?: stampa)?|nieuws|notícias|imprensa|sala de imprensa)$`)
)

// belowKind is the headline below such a line; the line itself where none follows.
func belowKind(head []para, best int) int {
	if siteAbove(head, best) {
		return best + 1
	}
	line := head[best].text
	if !kindOfWhom.MatchString(line) && !kindOfMonth.MatchString(line) && !sectionOfSite.MatchString(line) {
		return best
	}
	for i, p := range head[best+1:] {
		if !noHeadline(p.text) {
			if wordsIn(p.text) < 5 || strings.HasSuffix(p.text, ".") {
				return best
			}
			return best + 1 + i
		}
	}
	return best
}

// siteAbove tells a name on a line, such as that of a site, that the heading right below has among its words.
func siteAbove(head []para, best int) bool {
	if best+1 >= len(head) || head[best+1].level == 0 {
		return false
	}
	name, below := head[best].text, head[best+1].text
	return isOrganisation(name) && likeAName(name) && strings.Contains(below, name) && wordsIn(below) >= wordsIn(name)+3
}
