package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// electedNamed is somebody in a parliament or council with a party in brackets behind the name: "El diputado Juan Rey
// Solís (Partido del Puerto)".
var electedNamed = pattern.New(`(?:^|[\s(“"«„])((?i:diputad[oa]|senador[a]?|deputad[oa]|vereadora?|concejala?|consiglier[ea]|` +
	`deputata?|senatore|senatrice|legislador[a]?|raadslid|kamerlid|riksdagsledamoten?|stortingsrepresentant|poseł|posłanka|` +
	`poslanec|poslankyně)(?: \p{Ll}+)?) ` +
	`(\p{Lu}[\p{L}’'-]+(?: (?:(?:de|del|la|da|do|dos|van|di) ){0,2}\p{Lu}[\p{L}’'-]+){1,3}) \((\p{Lu}[^()]{1,50})\)`)

// stateOfParty is where somebody is elected, behind the initials of a party: "PT-SP", "PP/RS".
var stateOfParty = pattern.New(`[-/–]\p{Lu}{2}$`)

// meetElected notes those, who speak for their party.
func (d *draft) meetElected(text string) {
	if d.english() || d.german() || d.base() == "fr" {
		return
	}
	for _, m := range electedNamed.FindAllStringSubmatch(text, mostFound) {
		party := stateOfParty.ReplaceAllString(m[3], "")
		if strings.ContainsAny(party, "0123456789,") || d.isPlace(party) || isOrganisation(m[2]) {
			continue
		}
		for i, k := range d.known {
			if strings.HasPrefix(m[2], k.name) {
				d.known = append(d.known[:i], d.known[i+1:]...)
				break
			}
		}
		d.known = append([]speaker{{name: m[2], title: strings.ToLower(m[1]), org: party}}, d.known...)
	}
}
