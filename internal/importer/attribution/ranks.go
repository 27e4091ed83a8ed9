package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Police forces and fire services have ranks of two words, of which the first is no organisation.

// rankOfTwo is such a rank with a name behind it: "Battalion Chief Ana Ruiz".
var rankOfTwo = pattern.New(`^(?:the )?((?:(?:Assistant|Deputy|Acting|Temporary) )?(?:Battalion|Division|Bureau|Watch|Crew|` +
	`Station|Group|Area|Squad|Precinct|Ch\.?|Det\.?|Detective) (?:Chief|Captain|Commander|Manager|Insp|Sgt|Con|Supt)\.?|` +
	`` + inLetters + `) ` +
	`(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+)*)((?:(?:,| of| from| with) .*)?)$`)

// inLetters are ranks of the police in their initials, which may be an organisation's where no police is named.
const inLetters = `(?:DCI|DCS|DI|DS|DC|PC|PCSO|WPC|ACC|DCC)`

// namesPolice tells a text that is about the police.
var namesPolice = pattern.New(`\b(?:Police|Constabulary)\b`)

// rankFirst reads somebody with that rank.
func (d *Copy) rankFirst(phrase string) (Speaker, bool) {
	m := rankOfTwo.FindStringSubmatch(phrase)
	if m == nil || !d.English() || !prose.LooksLikeName(m[2]) || prose.IsOrganisation(m[2]) ||
		prose.Ranks[prose.PlainWord(prose.FirstWord(m[2]))] {
		return Speaker{}, false
	}
	if m[1] == strings.ToUpper(m[1]) && !namesPolice.MatchString(d.Source) {
		return Speaker{}, false
	}
	who := d.whoIs(m[2] + m[3])
	if !who.Ok || who.Name == "" {
		return Speaker{}, false
	}
	if !d.IsTitle(who.Title) {
		who.Title = m[1]
	}
	return who, true
}
