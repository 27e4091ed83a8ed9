package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Names are written in ways that read as something else: with a nickname or initials in brackets,
// behind what somebody is known for, above words that are set off.

var (
	// inBetween is a first name with what stands in brackets between it and the rest.
	inBetween = pattern.New(`^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}\.)?) (\(["“‘']?\p{Lu}[\p{L}.’'-]{0,14}["”’']?\)) (\p{Lu}.*)`)
	// renowned is what somebody is known for, with the name behind a comma.
	renowned = pattern.New(`^(?:the |an? )?((?:noted|well-known|renowned|famous|celebrated|acclaimed|leading|veteran|longtime|` +
		`award-winning|prominent|fellow) [\p{L} -]{3,40}), (\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2})$`)
	// nameAndAge is a name, perhaps with somebody's years, and a colon.
	nameAndAge = pattern.New(`^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2})(?:,? \(?\d{1,3}\)?)?\s?:$`)
)

// labels stand before a colon, and are nobody's surname.
var labels = wordSet(`statement quote quotes zitat zitate release note notes background contact question answer comment comments
	erklärung hintergrund citation déclaration cita declaración citazione dichiarazione citaat verklaring`)

// nicknamed reads a name with a nickname or initials in brackets: "Robert (Bob) Ruiz".
func (d *draft) nicknamed(phrase string) (speaker, bool) {
	m := inBetween.FindStringSubmatch(phrase)
	if m == nil {
		return speaker{}, false
	}
	who := d.one(m[1] + " " + m[3])
	rest, ok := strings.CutPrefix(who.name, m[1]+" ")
	if !ok || !who.ok || rest == "" {
		return speaker{}, false
	}
	who.name = m[1] + " " + m[2] + " " + rest
	return who, true
}

// nameAbove reads a name above words that the source sets off, with no office.
func (d *draft) nameAbove(text string) (speaker, bool) {
	m := nameAndAge.FindStringSubmatch(text)
	if m == nil || !looksLikeName(m[1]) || d.isTitle(m[1]) || isOrganisation(m[1]) || d.isPlace(m[1]) {
		return speaker{}, false
	}
	for _, w := range strings.Fields(m[1]) {
		if labels[strings.ToLower(w)] || general[strings.ToLower(w)] {
			return speaker{}, false
		}
	}
	who := d.recall(speaker{name: m[1], ok: true})
	if who.org == "" {
		who.org = release.Unknown
	}
	return who, true
}

// surnameAlone reads a surname before a colon, of somebody whom the text names elsewhere: "Ruiz: …"
func (d *draft) surnameAlone(s string) (speaker, bool) {
	if strings.ContainsAny(s, " .") || !firstName(s) || labels[strings.ToLower(s)] {
		return speaker{}, false
	}
	who, ok := d.bySurname(s)
	who.ok = ok
	return who, ok && lastWord(who.name) == s
}
