package importer

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A text whose line breaks were lost has its parts in one line: the contact behind the
// last sentence, the boilerplate behind the contact, an end mark between two words.

var (
	// contactWithin is a contact's label behind a sentence, an address or a number.
	contactWithin = pattern.New(`(?:[.!?…][”"’)]?|\p{Ll}@\S+|\d)\s+((?i:(?:press|media|pr|media relations|` +
		`press & media|press and media|investor|` +
		`` +
		`agency|company) contacts?|contacts?|pressekontakt|medienkontakt|contacts? presse|contacto de prensa|contatt[io] stampa|` +
		`contatos? (?:de|para a) imprensa|perscontact|(?:press|media) (?:inquiries|enquiries))\s?:\s)`)
	// aboutWithin is the heading of a boilerplate behind an address, a number or a sentence.
	aboutWithin = pattern.New(`(?:[.!?…][”"’)]?|\w@\S+|\d|\.\p{Ll}{2,6}/?)\s+(` +
		`(?:About|Acerca de|Sobre|À propos de|Über|Over|Informazioni su)\s\p{L})`)
	// endWithin is an end mark between words.
	endWithin = pattern.New(`\s((?:#\s?){3,6}|-\s?30\s?-|-\s?ENDS?\s?-|–\s?ENDS?\s?–)(?:\s|$)`)
)

// reachable is how far behind a label within a line what it announces may stand.
const reachable = 250

// unflat parts what stands in one line and belongs to several parts of a release.
func unflat(list []prose.Para) []prose.Para {
	var out []prose.Para
	for _, p := range list {
		if p.Level > 0 || p.Table != "" || p.Aside || p.Bullet != "" || prose.LongPara(p.Text) {
			out = append(out, p)
			continue
		}
		from := 0
		for _, at := range append(headSeams(p.Text), seams(p.Text)...) {
			at = max(at, from)
			q := p.Part(from, at)
			if from = at; q.Text != "" {
				out = append(out, q)
			}
		}
		if from == 0 {
			out = append(out, p)
		} else if q := p.Part(from, len(p.Text)); q.Text != "" {
			out = append(out, q)
		}
	}
	return out
}

// fused is a label that runs into what stands behind it.
var fused = pattern.New(`^\W*(?:(?:Media|Press|Company|PR) )?Contact (?:Details|Information|Info)\s*()\p{Lu}`)

// headSeams part what stands before the copy, where a line has all of it: the line of
// release, whom to ask, the headline, and the place behind which the copy begins.
func headSeams(text string) (out []int) {
	if m := fused.FindStringSubmatchIndex(text); m != nil && len(text) < flatLine {
		return []int{m[2]}
	}
	if len(text) < 160 || !prose.ImmediateLine.MatchString(text) {
		return nil
	}
	from := len(prose.ImmediateLine.FindString(text))
	if m := labelWithin.FindStringIndex(text[:min(len(text), reachable)]); m != nil {
		out = append(out, m[0])
		from = m[1]
		if end := behindReach(text[from:]); end > 0 {
			from += end
			out = append(out, from)
		}
	}
	if at := placeWithin(text[from:]); at > 0 {
		out = append(out, from+at)
	}
	return out
}

// labelWithin is a contact's label anywhere in a line.
var labelWithin = pattern.New(`(?i)\b(?:(?:press|media|news|pr) )?(?:contacts?|contactos?(?: de prensa)?|pressekontakt|contact presse|` +
	`contatt[io](?: stampa)?|contatos?|perscontact)\s?:`)

// behindReach is where what somebody can be reached by ends: behind the last number or
// address of those that follow each other closely.
func behindReach(text string) (end int) {
	for {
		rest := text[end:min(len(text), end+120)]
		m := prose.EmailPattern.FindStringIndex(rest)
		if n := prose.PhonePattern.FindStringIndex(rest); n != nil && (m == nil || n[0] < m[0]) {
			m = n
		}
		if m == nil || end > 0 && len(strings.Fields(rest[:m[0]])) > 8 {
			return end
		}
		end += m[1]
	}
}

// placeWithin is where a place begins behind a headline, before a dash: it is written in
// capitals where the headline is not, or the other way round.
func placeWithin(text string) int {
	m := dashWithin.FindStringIndex(text)
	if m == nil || m[0] > 400 {
		return 0
	}
	starts := wordStart.FindAllStringIndex(text[:m[0]], prose.AllFound)
	capitals := func(i int) bool {
		w := strings.Trim(text[starts[i][0]:starts[i][1]], ".,()")
		return len(w) > 2 && w == strings.ToUpper(w) && prose.HasLetter(w)
	}
	i := len(starts) - 1
	for i >= 0 && !capitals(i) {
		i--
	}
	switch {
	case i < 0:
		return 0
	case capitals(0) && i+1 < len(starts) && len(starts)-i < 8: // the headline is in capitals
		return starts[i+1][0]
	case capitals(0):
		return 0
	}
	for capitals(i - 1) {
		i--
	}
	if len(starts)-i > 8 {
		return 0
	}
	return starts[i][0]
}

var (
	dashWithin = pattern.New(`\s(?:[–—]|--?)\s`)
	wordStart  = pattern.New(`\S+`)
)

// seams are the places at which a line is parted.
func seams(text string) (out []int) {
	for at := 0; at < len(text); {
		var found []seam
		if m := contactWithin.FindStringSubmatchIndex(text[at:]); m != nil {
			behind := text[at+m[3]:]
			if prose.HasReach([]string{despelt(behind[:min(len(behind), reachable)])}) {
				found = append(found, seam{at + m[2], at + m[3], false})
			}
		}
		if m := aboutWithin.FindStringSubmatchIndex(text[at:]); m != nil {
			if behind := text[at+m[2]:]; aboutSentence.MatchString(behind) || aboutRunsOn(behind) || aboutTwice(behind) {
				found = append(found, seam{at + m[2], at + m[3], false})
			}
		}
		if m := endWithin.FindStringSubmatchIndex(text[at:]); m != nil {
			found = append(found, seam{at + m[2], at + m[3], true})
		}
		if len(found) == 0 {
			return out
		}
		next := slices.MinFunc(found, func(a, b seam) int { return a.from - b.from })
		out = append(out, next.from)
		if next.ends && strings.TrimSpace(text[next.to:]) != "" { // the line is parted behind it too
			out = append(out, next.to)
		}
		at = next.to
	}
	return out
}

// seam is a place at which a line is parted, the end of the label or mark there, and whether that is
// an end mark.
type seam struct {
	from, to int
	ends     bool
}
