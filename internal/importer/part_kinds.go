package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *draft) tookHeadlineAmid(list []prose.Para, kept *[]prose.Para) bool {
	p := list[0]
	bars := betweenBars.FindAllStringIndex(p.Text, prose.AllFound)
	if p.Level > 1 || p.Table != "" || p.Bullet != "" || len(bars) < 2 || headlineFollows(list[1:], d.Lang) {
		return false
	}
	var headline prose.Para
	day, labels, at := "", 0, 0
	for _, m := range append(bars, []int{len(p.Text), len(p.Text)}) {
		piece := p.Part(at, m[0])
		at = m[1]
		switch {
		case prose.LabelLine.MatchString(piece.Text):
			labels++
		case day == "" && isDateLine(piece.Text, d.Lang):
			day = piece.Text
		case headline.Text == "" && len(strings.Fields(piece.Text)) > 3:
			headline = piece
		default:
			return false
		}
	}
	if labels != 1 || headline.Text == "" {
		return false
	}
	d.noteDay(day)
	d.dropped = append(d.dropped, p.Text)
	headline.Level = p.Level
	*kept = append(*kept, headline)
	return true
}

// betweenBars stands between such parts.
var betweenBars = pattern.New(`\s+\|\s+`)

// belowKind is the headline below such a line; the line itself where none follows. Below the name of a page it is one that
// stands out.
func belowKind(head []prose.Para, best int) int {
	if siteAbove(head, best) {
		return best + 1
	}
	line := head[best].Text
	alone := kindOfWhom.MatchString(line) || kindOfMonth.MatchString(line) || sectionOfSite.MatchString(line)
	if !alone && !(head[best].Level == 1 && kindOfWhat.MatchString(line)) {
		return best
	}
	for i, p := range head[best+1:] {
		if !noHeadline(p.Text) {
			if prose.WordsIn(p.Text) < 5 || strings.HasSuffix(p.Text, ".") || !alone && !standsOut(p) {
				return best
			}
			return best + 1 + i
		}
	}
	return best
}

// siteAbove tells a name on a line, such as that of a site, that the heading right below has among its words.
func siteAbove(head []prose.Para, best int) bool {
	if best+1 >= len(head) || head[best+1].Level == 0 {
		return false
	}
	name, below := head[best].Text, head[best+1].Text
	return prose.IsOrganisation(name) && prose.LikeAName(name) && strings.Contains(below, name) &&
		prose.WordsIn(below) >= prose.WordsIn(name)+3
}

// standsOut tells a line that is in capitals, in bold or a heading.
func standsOut(p prose.Para) bool {
	bold := len(p.Marks) == 1 && p.Marks[0].Strong && p.Marks[0].To-p.Marks[0].From == len(p.Text)
	return p.Level > 0 || bold || strings.ToUpper(p.Text) == p.Text
}

// headlineBelow takes the headline that stands out above the copy of a page whose title says with its last words what kind of
// text it is; a subhead may follow. It gives what is left.
func (d *draft) headlineBelow(kept []prose.Para) []prose.Para {
	if d.Subhead.Text != "" || !kindOfWhat.MatchString(d.Headline.Text) {
		return kept
	}
	head := append([]prose.Para{d.Headline}, kept...)
	best := belowKind(head, 0)
	if best == 0 {
		return kept
	}
	d.above(head[:best])
	d.Headline, kept = head[best], head[best+1:]
	if len(kept) > 0 && kept[0].Bullet == "" && !leads(kept) {
		d.Subhead, kept = kept[0], kept[1:]
	}
	return kept
}
