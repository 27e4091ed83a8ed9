package attribution

import (
	"fmt"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// mayorOf is the office of whoever leads a town, with the town behind it: "maire de Saint-Maur", "Bürgermeisterin von Osten".
var mayorOf = pattern.New(`^((?i:maire|alcaldesa|alcalde|sindac[oa]|prefeit[oa]|burgemeester|(?:ober)?bürgermeister(?:in)?)) ` +
	`(?:de |d[’']|di |do |da |del |von |van )(\p{Lu}[\p{L}’'-]+(?: (?:(?:de|la|le|les|los|las|del|di|do|da|dos|in|am|an|der|bei|im|` +
	`sur|en) ){0,2}\p{Lu}[\p{L}’'-]+)*)$`)

// ofOwnTown gives a mayor the town that the office names, where the text does not call it otherwise.
func (d *Copy) ofOwnTown(who Speaker) Speaker {
	m := mayorOf.FindStringSubmatch(who.Title)
	if m == nil || overPublic(m[2]) || prose.IsOrganisation(m[2]) {
		return who
	}
	who.Title, who.Org = m[1], m[2]
	who.Unsure = ledAlone(m[2])
	return who
}

// ledAlone says that somebody is taken to speak for the place at the head of which they are.
func ledAlone(place string) string {
	return fmt.Sprintf("the text names no organisation with this speaker but %s, which they lead; it is taken to be that", place)
}

// asBefore gives somebody the organisation for which the text has had them speak in the same office before.
func (d *Copy) asBefore(who Speaker) Speaker {
	if d.English() || who.Org != release.Unknown || who.Title == "" {
		return who
	}
	for _, k := range d.Known {
		k = d.ofOwnTown(k)
		if (k.Ok || k.Unsure != "") && k.Name == who.Name && k.Title == who.Title && k.Org != "" && k.Org != release.Unknown {
			who.Org, who.Unsure = k.Org, k.Unsure
		}
	}
	return who
}
