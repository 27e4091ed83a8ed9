package attribution

import (
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// An organisation may speak by its initials alone, without an article: "said UNISEA", "dichiara UNISEA in una nota".

// bareInitials are such initials, perhaps with what they speak in.
var bareInitials = pattern.New(`^(?:(?:the|la|il|el|die|der|das|de|het|o|a) |l[’'])?(\p{Lu}[\p{Lu}\d&-]{2,11})` +
	`(?:,? (?:in|en|dans|em|through|via) (?:a|una?|une?|uma|its|sua|su|son|einer|een) \p{L}[^,.;:“”"]{2,60})?$`)

// initialsSpeak reads them where the copy calls an organisation so more than once, and nobody by that as a surname.
func (d *Copy) initialsSpeak(phrase string) Speaker {
	m := bareInitials.FindStringSubmatch(phrase)
	if m == nil || nations[m[1]] || workInitials[m[1]] || shortOffices[m[1]] || d.isPlace(m[1]) {
		return Speaker{}
	}
	as := regexp.MustCompile(`(?:^|[^\p{L}\d-])` + regexp.QuoteMeta(m[1]) + `(?:$|[^\p{L}\d-])`)
	asSurname := regexp.QuoteMeta(m[1]) + `|` + regexp.QuoteMeta(m[1][:1]+strings.ToLower(m[1][1:]))
	behindName := regexp.MustCompile(`(?:^|\s)(\p{Lu}\p{Ll}[\p{L}’'-]*) (?:` + asSurname + `)(?:$|[^\p{L}\d-])`)
	times := 0
	for text := range d.texts() {
		times += len(as.FindAllStringIndex(text, prose.MostFound))
		for _, before := range behindName.FindAllStringSubmatch(text, prose.MostFound) {
			if firstName(before[1]) && !prose.Leading[strings.ToLower(before[1])] && !prose.IsOrganisation(before[1]) {
				return Speaker{} // "Ana RUIZ", "Ana Ruiz"
			}
		}
	}
	if times < 2 {
		return Speaker{}
	}
	return Speaker{Org: m[1], Ok: true}
}
