package importer

import (
	"fmt"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// mayorOf is the office of whoever leads a town, with the town behind it: "maire de Saint-Maur", "Bürgermeisterin von Osten".
var mayorOf = pattern.New(`^((?i:maire|alcaldesa|alcalde|sindac[oa]|prefeit[oa]|burgemeester|(?:ober)?bürgermeister(?:in)?)) ` +
	`(?:de |d[’']|di |do |da |del |von |van )(\p{Lu}[\p{L}’'-]+(?: (?:(?:de|la|le|les|los|las|del|di|do|da|dos|in|am|an|der|bei|im|` +
	`sur|en) ){0,2}\p{Lu}[\p{L}’'-]+)*)$`)

// ofOwnTown gives a mayor the town that the office names, where the text does not call it otherwise.
func (d *draft) ofOwnTown(who speaker) speaker {
	m := mayorOf.FindStringSubmatch(who.title)
	if m == nil || overPublic(m[2]) || isOrganisation(m[2]) {
		return who
	}
	who.title, who.org = m[1], m[2]
	who.unsure = ledAlone(m[2])
	return who
}

// ledAlone says that somebody is taken to speak for the place at the head of which they are.
func ledAlone(place string) string {
	return fmt.Sprintf("the text names no organisation with this speaker but %s, which they lead; it is taken to be that", place)
}

// asBefore gives somebody the organisation for which the text has had them speak in the same office before.
func (d *draft) asBefore(who speaker) speaker {
	if d.english() || who.org != release.Unknown || who.title == "" {
		return who
	}
	for _, k := range d.known {
		k = d.ofOwnTown(k)
		if (k.ok || k.unsure != "") && k.name == who.name && k.title == who.title && k.org != "" && k.org != release.Unknown {
			who.org, who.unsure = k.org, k.unsure
		}
	}
	return who
}
