package attribution

import (
	"strings"

	"pressroom/internal/pattern"
)

// In Romance languages an office in capitals leads on to its body with the same words as to what it is over: "Directora de Recursos
// Humanos de la Fundación Mar". The body begins with its noun, and the first that is one wholly ends the office.

// besideOffice are the orders in which a name stands beside an office with its body.
var besideOffice = func() map[string][]regularWay {
	out := map[string][]regularWay{}
	for lang, p := range romanceParts {
		parts := map[rune]string{
			'n': romanceName,
			't': romanceThe,
			'o': `(\p{Lu}[^,;:“”"()]*?)`,
			'p': p.to,
			'b': `([^,;:“”"()]+)`,
			'w': `(\p{Lu}[^;:“”"()]*)`,
		}
		out[lang] = waysOf(parts, `{t}{n}, {t}{w}`, `{t}{w}, {n}`, `{t}{n} \({w}\)`, `{t}{w} {n}`, `{t}{o} {n},? {p}{b}`)
	}
	return out
}()

// ledTo are what leads from an office to a body, at the beginning.
var ledTo = func() map[string]*pattern.Pattern {
	out := map[string]*pattern.Pattern{}
	for lang, p := range romanceParts {
		out[lang] = pattern.New(`^(?: ` + p.to + `|(?:,| [–—-]) (?:` + romanceArticle + `)?)`)
	}
	return out
}()

// officeInRomanceCapitals reads a speaker so; whole tells that these are all the words.
func (d *Copy) officeInRomanceCapitals(phrase string) (who namedSo, whole, ok bool) {
	ways := besideOffice[d.Base()]
	for i := range 3 {
		for _, way := range ways {
			r, matches := way.read(phrase)
			if !matches || !d.regularName(r.name) {
				continue
			}
			if r.office != "" {
				who, ok = d.ofRomanceBody(r.name, r.office, r.body)
			} else {
				who, ok = d.divideRomance(r.name, r.both)
			}
			if ok {
				return who, i == 0, true
			}
		}
		tail := furtherWords.FindStringIndex(phrase)
		if tail == nil {
			break
		}
		phrase = phrase[:tail[0]]
	}
	return who, false, false
}

// divideRomance divides the office and its body, at the first word behind which all is the name of one.
func (d *Copy) divideRomance(name, words string) (namedSo, bool) {
	for at := range words {
		lead := ledTo[d.Base()].FindString(words[at:])
		if at == 0 || lead == "" {
			continue
		}
		if on := onBoardOf.FindStringSubmatch(words[at+len(lead):]); on != nil {
			return d.ofRomanceBody(name, words[:at+len(lead)+len(on[1])], on[2])
		}
		if who, ok := d.ofRomanceBody(name, words[:at], words[at+len(lead):]); ok {
			return who, true
		}
	}
	return namedSo{}, false
}

// ofRomanceBody is somebody with an office in a body, where both are that by their words.
func (d *Copy) ofRomanceBody(name, office, body string) (namedSo, bool) {
	body = lettersBehind.ReplaceAllString(body, "")
	if strings.ContainsAny(office, ".,") || strings.Contains(body, ",") || strings.Count(office, " ") > 7 ||
		!d.officeInRomance(strings.ToLower(office)) || !d.romanceBody(body) {
		return namedSo{}, false
	}
	if named := kindBefore.FindStringSubmatch(body); named != nil {
		body = named[1]
	}
	return namedSo{Speaker{Name: name, Title: office, Org: body, Ok: true}, body}, true
}
