package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// What stands above the copy besides whom to ask: the letterhead, and the line of release with what
// else is on it.

// above keeps lines that stand above a release as its letterhead.
func (d *draft) above(list []para) {
	for _, p := range list {
		if p.table == "" {
			d.letterhead = append(d.letterhead, p.text)
			continue
		}
		for _, cells := range rowsOf(p.table) {
			d.letterhead = append(d.letterhead, strings.Join(cells, " | "))
		}
	}
}

// headlineFollows tells whether the line behind a label is a headline: what stood before the
// label is a letterhead then.
func headlineFollows(list []para, lang string) bool {
	for _, p := range list {
		if p.table == "" && (isPartLine(p.text) || isDateLine(p.text, lang) || p.text == "") {
			continue
		}
		return !isBodyStart(p) && p.bullet == "" && len(strings.Fields(p.text)) > 2
	}
	return false
}

// release takes a release line and returns how many paragraphs that were, and the
// headline, where that stands on the same line.
func (d *draft) release(list []para) (headline para, n int) {
	text := list[0].text
	d.noteDay(text)
	// What else the line says goes on: "FOR IMMEDIATE RELEASE Contact: …".
	if loc := contactInLine.FindStringIndex(text); loc != nil {
		d.releaseLines = append(d.releaseLines, strings.TrimSpace(text[:loc[0]]))
		return para{}, d.contactBlock(append([]para{list[0].part(loc[0], len(text))}, list[1:]...))
	}
	if m := releaseLabel.FindStringIndex(text); m != nil && !d.dayIn(text) {
		if rest := list[0].part(m[1], len(text)); len(strings.Fields(rest.text)) > 3 {
			d.releaseLines = append(d.releaseLines, strings.TrimRight(text[:m[1]], " :–—-\u00a0"))
			if len(list) > 1 && list[1].tight && !isPartLine(list[1].text) && !isDateLine(list[1].text, d.lang) && !isBodyStart(list[1]) &&
				len(strings.Fields(list[1].text)) < 11 {
				rest.join(" ", list[1])
				return rest, 2
			}
			return rest, 1
		}
	}
	d.releaseLines = append(d.releaseLines, text)
	return para{}, 1
}

// releaseLabel is a release line up to what else stands on it.
var releaseLabel = pattern.New(`(?i)^\W*(?:for immediate release|immediate release|for release|para (?:su )?(?:publicación|difusión|` +
	`divulgación) inmediata|para divulgação imediata|pour (?:diffusion|publication) immédiate|zur sofortigen (?:veröffentlichung|` +
	`freigabe)|per (?:la )?(?:diffusione|pubblicazione) immediata|voor (?:onmiddellijke|directe) (?:publicatie|verspreiding))\s*[:–—-]+\s*`)

var contactInLine = pattern.New(`(?i)\b(?:(?:press|media|news|investor|agency|company)(?: relations)? )?contacts?:`)

// noHeadline tells a line that is the address of a page, or says who wrote the text.
func noHeadline(line string) bool {
	return len(strings.Fields(line)) == 1 && pageAddress.MatchString(line) || writtenBy.MatchString(line)
}

// writtenBy begins a line that says who wrote a text.
var writtenBy = pattern.New(`^(?i:prepared|written|submitted|text|verfasst|rédigé|redactado|scritto|geschreven|escrito) ` +
	`(?:by|von|par|por|da|door):? \p{Lu}`)

// wireLine is the name of a wire alone on a line.
var wireLine = pattern.New(`^(?:--\s?\p{Lu}[\p{L}\d .]{2,30}--|/\s?\p{Lu}[\p{L}\d -]{2,30}/|\((?:[A-Z]+ )?(?:NEWSWIRE|WIRE)\))$`)

// wireBehind is the wire that sent a text out, behind the place: "(EXAMPLE WIRE)--".
var wireBehind = pattern.New(`^(\(\p{Lu}[\p{Lu} ]{2,30}\))\s*(?:[–—]|--+|\s-)\s*`)
