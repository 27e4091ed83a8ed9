package attribution

import "pressroom/internal/pattern"

// alsoOne is what else somebody is behind an organisation, in Romance languages: "e um dos fundadores da Maré", "e primo
// autore dello studio", "et co-auteur de l’étude".
var alsoOne = pattern.New(`(\p{Lu}[\p{L}’'-]*\)?),? (?:e|y|et) ` +
	`(?:(?:um|uma|uno|una|un|une) (?:d(?:os|as|ei|egli|elle|es)|de l[oa]s) \p{Ll}|` +
	`(?:(?:primo|prima|primer|primera|premier|première|primeiro|primeira|principal) )?` +
	`(?:co-?)?(?:autore|autrice|autora?|auteure?) (?:(?:principale?|sénior) )?d).*$`)

// withoutAlso is a phrase without that.
func (d *Copy) withoutAlso(phrase string) string {
	if d.English() || d.german() {
		return phrase
	}
	return alsoOne.ReplaceAllString(phrase, "$1")
}
