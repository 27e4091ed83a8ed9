package attribution

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Public bodies and associations are named after all that they are for: "Department of Harbours, Lights and Buoys".

var (
	// namedAfter is such a body with the first of what it is for.
	namedAfter = pattern.New(`^((?:\p{L}+ ){0,3}?\p{L}+)(?: (?:of|for|on|für|des|der|de|di|do|da|du|del|dei|` +
		`degli|delle|dos|das|voor|van|för|for|pour)` +
		`(?: (?:the|la|las|los|el|le|les))?| d[’']| dell[’']| de l[’']) ?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?$`)
	// furtherNamed is what it is for besides, with the last behind "and".
	furtherNamed = pattern.New(`^((?:, (?:\p{Ll}{1,3} |l[’']|d[’'])?` + oneField + `){1,4}),? (?:and|und|y|e|et|en|&|och|og) ` +
		`(?:(?:\p{Ll}{1,3}|the|für) |l[’']|d[’'])?` + oneField + `(?:[,. )]|$)`)
)

// oneField is one of them, in a word or two.
const oneField = `\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?`

// namedAfterAll is the whole name of a body of which the part before the first comma was found in a text; "" where
// the text goes on with something else.
func (d *Copy) namedAfterAll(s, org string) string {
	m := namedAfter.FindStringSubmatch(org)
	if m == nil {
		return ""
	}
	tail := org[len(m[1]):] // the noun may stand in another case
	at := strings.Index(s, tail)
	if at < 0 {
		return ""
	}
	if !d.namesBody(m[1]) {
		return ""
	}
	rest := s[at+len(tail):]
	further := furtherNamed.FindString(rest)
	if further == "" || slices.ContainsFunc(d.Known, func(k Speaker) bool { return k.Name != "" && strings.Contains(further, k.Name) }) {
		return ""
	}
	for _, w := range strings.Fields(further) {
		if w = strings.ToLower(strings.Trim(w, ",.)")); prose.TitleWords[w] || prose.Honorifics[w] {
			return ""
		}
	}
	return org + strings.TrimRight(further, ",. )")
}

// namesBody tells words of which one is a noun for a body.
func (d *Copy) namesBody(words string) bool {
	for _, noun := range strings.Fields(strings.ToLower(words)) {
		if g := genitiveEnd.FindStringSubmatch(noun); g != nil && d.german() && prose.Bodies[g[1]] {
			noun = g[1]
		}
		if prose.Bodies[noun] || otherBodies[noun] || namedBodies[noun] || strings.HasSuffix(noun, "ministerium") {
			return true
		}
	}
	return false
}

// listedIn are the places in an English phrase at which a body is named after several things, with the word before them.
var listedIn = pattern.New(`(\p{Lu}\p{L}+) (?:of|for|on) (?:the )?` + oneField + `(?:, ` + oneField + `){1,4},? (?:and|&) ` + oneField)

// withinListed tells that a place in a phrase is within such a name.
func (d *Copy) withinListed(phrase string, at int) bool {
	for _, m := range listedIn.FindAllStringSubmatchIndex(phrase, prose.MostFound) {
		if m[0] < at && at < m[1] && d.namesBody(phrase[m[2]:m[3]]) {
			return true
		}
	}
	return false
}

// namedBodies are further nouns for bodies that are named so.
var namedBodies = prose.WordSet(`office bureau centre center college school faculty board division secretariat
	secretaría secretaria subsecretaría dirección direção diretoria direzione assessorato direction secrétariat
	consejo conselho consiglio conseil centro colegio colegiado departamento dipartimento
	amt behörde referat senatsverwaltung staatskanzlei`)
