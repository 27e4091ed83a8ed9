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

// kindOfWhat says what kind of text it is behind what it is on, as a site names its pages: "Harbour Award Press Release".
var kindOfWhat = pattern.New(`^\p{Lu}.* (?i:press|media|news) (?i:release|statement)$`)

// tookHeadlineAmid keeps the headline of a line on which the kind of text stands too, and perhaps the day, with bars between:
// "Press Release | Harbour Union opens its second hall | May 4, 2026".
func (d *draft) tookHeadlineAmid(list []para, kept *[]para) bool {
	p := list[0]
	bars := betweenBars.FindAllStringIndex(p.text, allFound)
	if p.level > 1 || p.table != "" || p.bullet != "" || len(bars) < 2 || headlineFollows(list[1:], d.lang) {
		return false
	}
	var headline para
	day, labels, at := "", 0, 0
	for _, m := range append(bars, []int{len(p.text), len(p.text)}) {
		piece := p.part(at, m[0])
		at = m[1]
		switch {
		case labelLine.MatchString(piece.text):
			labels++
		case day == "" && isDateLine(piece.text, d.lang):
			day = piece.text
		case headline.text == "" && len(strings.Fields(piece.text)) > 3:
			headline = piece
		default:
			return false
		}
	}
	if labels != 1 || headline.text == "" {
		return false
	}
	d.noteDay(day)
	d.dropped = append(d.dropped, p.text)
	headline.level = p.level
	*kept = append(*kept, headline)
	return true
}

// betweenBars stands between such parts.
var betweenBars = pattern.New(`\s+\|\s+`)

// belowKind is the headline below such a line; the line itself where none follows. Below the name of a page it is one that
// stands out.
func belowKind(head []para, best int) int {
	if siteAbove(head, best) {
		return best + 1
	}
	line := head[best].text
	alone := kindOfWhom.MatchString(line) || kindOfMonth.MatchString(line) || sectionOfSite.MatchString(line)
	if !alone && !(head[best].level == 1 && kindOfWhat.MatchString(line)) {
		return best
	}
	for i, p := range head[best+1:] {
		if !noHeadline(p.text) {
			if wordsIn(p.text) < 5 || strings.HasSuffix(p.text, ".") || !alone && !standsOut(p) {
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

// standsOut tells a line that is in capitals, in bold or a heading.
func standsOut(p para) bool {
	bold := len(p.marks) == 1 && p.marks[0].strong && p.marks[0].to-p.marks[0].from == len(p.text)
	return p.level > 0 || bold || strings.ToUpper(p.text) == p.text
}

// headlineBelow takes the headline that stands out above the copy of a page whose title says with its last words what kind of
// text it is; a subhead may follow. It gives what is left.
func (d *draft) headlineBelow(kept []para) []para {
	if d.subhead.text != "" || !kindOfWhat.MatchString(d.headline.text) {
		return kept
	}
	head := append([]para{d.headline}, kept...)
	best := belowKind(head, 0)
	if best == 0 {
		return kept
	}
	d.above(head[:best])
	d.headline, kept = head[best], head[best+1:]
	if len(kept) > 0 && kept[0].bullet == "" && !leadsToWords(kept) {
		d.subhead, kept = kept[0], kept[1:]
	}
	return kept
}
