package importer

import (
	"strings"

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
func unflat(list []para) []para {
	var out []para
	for _, p := range list {
		if p.level > 0 || p.table != "" || p.aside || p.bullet != "" || longPara(p.text) {
			out = append(out, p)
			continue
		}
		from := 0
		for _, at := range seams(p.text) {
			q := p.part(from, at)
			if from = at; q.text != "" {
				out = append(out, q)
			}
		}
		if from == 0 {
			out = append(out, p)
		} else if q := p.part(from, len(p.text)); q.text != "" {
			out = append(out, q)
		}
	}
	return out
}

// seams are the places at which a line is parted.
func seams(text string) (out []int) {
	for at := 0; at < len(text); {
		next, end := -1, 0
		note := func(begin, stop int) {
			if begin > 0 && (next < 0 || begin < next) {
				next, end = begin, stop
			}
		}
		if m := contactWithin.FindStringSubmatchIndex(text[at:]); m != nil {
			behind := text[at+m[3]:]
			if hasReach([]string{despelt(behind[:min(len(behind), reachable)])}) {
				note(at+m[2], at+m[3])
			}
		}
		if m := aboutWithin.FindStringSubmatchIndex(text[at:]); m != nil {
			if behind := text[at+m[2]:]; aboutSentence.MatchString(behind) || aboutRunsOn(behind) || aboutTwice(behind) {
				note(at+m[2], at+m[3])
			}
		}
		if m := endWithin.FindStringSubmatchIndex(text[at:]); m != nil {
			note(at+m[2], at+m[3])
			if next == at+m[2] {
				out = append(out, next)
			}
		}
		if next < 0 {
			return out
		}
		if len(out) > 0 && out[len(out)-1] == next { // an end mark: the line is parted behind it too
			if strings.TrimSpace(text[end:]) != "" {
				out = append(out, end)
			}
		} else {
			out = append(out, next)
		}
		at = end
	}
	return out
}
