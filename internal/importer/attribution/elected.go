package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Whoever sits in a parliament or council speaks for a party or for the members of it there.

// inParliament are the offices of those who do, outside English.
const inParliament = `(?i:diputad[oa]|senador[a]?|deputad[oa]|vereadora?|concejala?|consiglier[ea]|` +
	`deputata?|senatore|senatrice|legislador[a]?|raadslid|kamerlid|riksdagsledamoten?|stortingsrepresentant|poseł|posłanka|` +
	`poslanec|poslankyně|députée?|eurodéputée?|sénateur|sénatrice|conseill(?:er|ère) (?:national|d[’']État)e?|` +
	`\p{L}*abgeordneter?|\p{L}*(?:national|stände|gemeinde|stadt|kantons)r(?:at|ätin))`

// memberName is a name in full of such a member.
const memberName = `\p{Lu}[\p{L}’'-]+(?: (?:(?:de|del|la|da|do|dos|van|di|von|der) ){0,2}\p{Lu}[\p{L}’'-]+){1,3}`

// electedNamed is somebody in a parliament or council with a party in brackets behind the name: "El diputado Juan Rey
// Solís (Partido del Puerto)".
var electedNamed = pattern.New(`(?:^|[\s(“"«„])(` + inParliament + `(?: \p{Ll}+)?) (` + memberName + `) \((\p{Lu}[^()]{1,50})\)`)

// electedAlone is the same where it is all of a phrase.
var electedAlone = pattern.New(`^(?:(?:der|die|le|la|el|il|lo|o|a|de|het) |l[’'])?(?:\p{Lu}\p{Ll}+er )?(` + inParliament +
	`(?: \p{Ll}+)?) ((?:Dr\.? )?` + memberName + `) \((\p{Lu}[^()]{1,50})\)$`)

// stateOfParty is where somebody is elected, behind the initials of a party: "PT-SP", "PP/RS".
var stateOfParty = pattern.New(`[-/–]\p{Lu}{2}$`)

// partyIn is the party that stands in brackets; "" for what is none.
func (d *Copy) partyIn(brackets string) string {
	party := stateOfParty.ReplaceAllString(brackets, "")
	if strings.ContainsAny(party, "0123456789,") || d.isPlace(party) {
		return ""
	}
	return party
}

// meetElected notes those, who speak for their party.
func (d *Copy) meetElected(text string) {
	if d.English() {
		return
	}
	for _, m := range electedNamed.FindAllStringSubmatch(text, prose.MostFound) {
		party := d.partyIn(m[3])
		if party == "" || prose.IsOrganisation(m[2]) {
			continue
		}
		for i, k := range d.Known {
			if strings.HasPrefix(m[2], k.Name) {
				d.Known = append(d.Known[:i], d.Known[i+1:]...)
				break
			}
		}
		d.Known = append([]Speaker{{Name: m[2], Title: d.smallOutsideGerman(m[1]), Org: party}}, d.Known...)
	}
}

// smallOutsideGerman is an office as it stands within a sentence.
func (d *Copy) smallOutsideGerman(office string) string {
	if d.german() {
		return office
	}
	return strings.ToLower(office[:1]) + office[1:]
}

// sitsFor reads such a phrase.
func (d *Copy) sitsFor(phrase string) (Speaker, bool) {
	m := electedAlone.FindStringSubmatch(phrase)
	if m == nil || d.English() || prose.IsOrganisation(m[2]) {
		return Speaker{}, false
	}
	party := d.partyIn(m[3])
	return Speaker{Name: m[2], Title: d.smallOutsideGerman(m[1]), Org: party, Ok: true}, party != ""
}

// germanFaction are the members of a party in a German parliament or council, as a text names them: "ABC-Fraktion im
// Landtag", "Landtagsfraktion DIE HELLEN".
var germanFaction = pattern.New(`\b(\p{Lu}[\p{L}\d/]*-(?:Fraktion|\p{Lu}?\p{Ll}+fraktion)(?: im (?:\p{Lu}\p{Ll}+er )?` +
	`(?:\p{Lu}\p{Ll}+tag|\p{Lu}\p{Ll}*rat)\b)?|` +
	`(?:Fraktion|\p{Lu}\p{Ll}+fraktion) (?:(?:DIE|Die) \p{Lu}\p{L}+|\p{Lu}\p{L}+ \d+/(?:DIE|Die) \p{Lu}\p{L}+|\p{Lu}{2,}\b))`)

// ofAFaction are offices of those who speak for one.
var ofAFaction = pattern.New(`(?i)fraktions(?:vorsitzende|chef|sprecher|vize|geschäftsführer)(?:in|r)?$|` +
	`\p{L}politische[rn]? sprecher(?:in)?$|^\p{L}*abgeordneter?$`)

// ofFaction gives somebody in such an office the one that the text names.
func (d *Copy) ofFaction(who Speaker) Speaker {
	if !d.german() || who.Name == "" || who.Org != "" && who.Org != release.Unknown || !ofAFaction.MatchString(who.Title) {
		return who
	}
	found := ""
	for _, text := range d.nearTexts() {
		for _, name := range germanFaction.FindAllString(text, prose.MostFound) {
			switch {
			case strings.HasPrefix(found, name):
			case strings.HasPrefix(name, found):
				found = name
			default:
				return who
			}
		}
	}
	if found != "" {
		who.Org = found
		who.Unsure = takenToBe(found, "of which it tells")
	}
	return who
}
