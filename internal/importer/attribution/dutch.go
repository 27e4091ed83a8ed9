package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// What Dutch says of people in other ways than its neighbours: an office without an article, and a body by the end of
// its name.

// officeAtBegin is an office at the beginning of a sentence, with what it is over and a name between commas behind:
// "Scheidend voorzitter van het Oeverfonds, Jan de Wit, tekende."
var officeAtBegin = pattern.New(`(?:^|[.!?]\s+)(\p{Lu}\p{Ll}+(?: \p{Ll}+)? (?:van|bij) [^,.:;“”"«»]{3,80}), ` +
	`(\p{Lu}[\p{L}’'.-]+(?: (?:van|de|der|den|ten|ter)){0,2} \p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+)?),`)

// officeWithoutArticle finds those, each with the office and the name.
func (d *Copy) officeWithoutArticle(text string) [][]string {
	if d.Base() != "nl" {
		return nil
	}
	var out [][]string
	for _, m := range officeAtBegin.FindAllStringSubmatch(text, prose.MostFound) {
		if first := prose.FirstWord(m[1]); !d.IsTitle(first) && !noLongerIn.MatchString(first) {
			m[1] = strings.TrimPrefix(m[1], first+" ") // "Scheidend voorzitter"
		}
		out = append(out, m)
	}
	return out
}

// noLongerIn begins an office that somebody had.
var noLongerIn = pattern.New(`^(?i:voormalig|gewezen|vroeger|oud|ex)`)

// endOfName is the end of an organisation's name behind somebody, up to the sign or the small word behind it.
var endOfName = pattern.New(`^ (?:van|bij) (\p{Lu}[\p{L}-]+(?: (?:en|van|voor|de|het)){0,2} \p{Lu}[\p{L}-]+)(?:[,.]| \p{Ll})`)

// endOfNamed reads it, where the text has the whole name with the kind of body before: "van Tij en Licht" of the
// "Instituut voor Tij en Licht".
func (d *Copy) endOfNamed(rest string) string {
	m := endOfName.FindStringSubmatch(rest)
	if m == nil || d.Base() != "nl" {
		return ""
	}
	for text := range d.texts() {
		for _, n := range bodyForWhat.FindAllStringSubmatch(text, prose.MostFound) {
			if n[1] == m[1] {
				return m[1]
			}
		}
	}
	return ""
}

// bodyForWhat is such a name whole.
var bodyForWhat = pattern.New(`\b(?:Instituut|Museum|Stichting|Vereniging|Centrum|Fonds|Universiteit|Bureau|Federatie|Bond|Raad|` +
	`Hogeschool|Academie) (?:voor |van )?(\p{Lu}[\p{L}-]+(?: (?:en|van|voor|de|het)){0,2} \p{Lu}[\p{L}-]+)`)
