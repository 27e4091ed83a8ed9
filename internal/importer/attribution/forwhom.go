package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A sentence may say first for whom somebody speaks: "On behalf of the Harbour League, Ana Ruiz said …".

// inWhoseName is an organisation with what says that somebody speaks for it, and a name behind a comma.
var inWhoseName = pattern.New(`^(?:(?:Speaking )?[Oo]n behalf of(?: the)?|Speaking for(?: the)?|` +
	`(?:Por parte|En representación|En nombre|A nombre) de(?:l| la| los| las)?|` +
	`(?:Em nome|Em representação|Por parte) d(?:e|a|o|os|as)|` +
	`(?:A nome|Per conto|In rappresentanza|Da parte) (?:di|del|della|dello|dei)|Per conto dell[’']|` +
	`(?:Au nom|Pour le compte) (?:de la|de|du|des)|Au nom de l[’']|` +
	`Im Namen (?:der|des|von)|Namens (?:de|het))\s*(\p{Lu}[^,.:;“”"«»]*(?:, \p{Lu}[^,.:;“”"«»]* (?:y|e|and|und|et|en) [^,.:;“”"«»]*)?), ` +
	`(\p{Lu}[\p{L}’'.-]+(?: (?:de |del |la |da |do |dos |van |von |di |of |and )*\p{Lu}[\p{L}’'.-]+){1,5})$`)

// speaksForWhom reads whom such a beginning of a sentence names.
func (d *Copy) speaksForWhom(s string) Speaker {
	m := inWhoseName.FindStringSubmatch(strings.TrimRight(s, " ,"))
	if m == nil || !prose.LooksLikeName(m[2]) || prose.IsOrganisation(m[2]) {
		return Speaker{}
	}
	org, ok := d.OrgRun(m[1])
	if whole := d.namedAfterAll(m[1], org); whole != "" {
		org = whole
	}
	if !ok || org != m[1] {
		return Speaker{}
	}
	who := Speaker{Name: m[2], Org: d.nominative("der", org), Ok: true}
	if office := d.Parse(m[2]); d.IsTitle(m[2]) || len(strings.Fields(m[2])) > 4 {
		if !office.Ok || !prose.LooksLikeName(office.Name) || office.Title == "" || d.IsTitle(office.Name) {
			return Speaker{}
		}
		who.Name, who.Title = office.Name, office.Title
	}
	return who
}
