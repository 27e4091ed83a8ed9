package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// twoTitles are two offices with "and" between before a name, and nothing else: "Gründerin und Geschäftsführerin Jana Holm".
var twoTitles = pattern.New(`^(?:(?:der|die|le|la|el|il|lo|o|a|de) |l[’'])?` +
	`((\p{L}[\p{L}-]+) (?:und|et|y|e|en) (\p{L}[\p{L}-]+)) (\p{Lu}.*)$`)

// titleTwice reads that, outside English.
func (d *draft) titleTwice(phrase string) (speaker, bool) {
	m := twoTitles.FindStringSubmatch(phrase)
	if m == nil || d.english() || !d.isTitle(m[2]) || !d.isTitle(m[3]) {
		return speaker{}, false
	}
	name, rest, _ := strings.Cut(m[4], ",")
	if !looksLikeName(name) || isOrganisation(name) || d.isTitle(name) {
		return speaker{}, false
	}
	who := speaker{name: name, title: m[1], ok: true}
	if rest != "" {
		_, who.org = d.titleOrg(strings.TrimSpace(rest))
	}
	return who, true
}
