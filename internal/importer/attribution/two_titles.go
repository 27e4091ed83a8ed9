package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// twoTitles are two offices with "and" between before a name, and nothing else: "Gründerin und Geschäftsführerin Jana Holm".
var twoTitles = pattern.New(`^(?:(?:der|die|le|la|el|il|lo|o|a|de) |l[’'])?` +
	`((\p{L}[\p{L}-]+) (?:und|et|y|e|en) (\p{L}[\p{L}-]+)) (\p{Lu}.*)$`)

// titleTwice reads that, outside English.
func (d *Copy) titleTwice(phrase string) (Speaker, bool) {
	m := twoTitles.FindStringSubmatch(phrase)
	if m == nil || d.English() || !d.IsTitle(m[2]) || !d.IsTitle(m[3]) {
		return Speaker{}, false
	}
	name, rest, _ := strings.Cut(m[4], ",")
	if !prose.LooksLikeName(name) || prose.IsOrganisation(name) || d.IsTitle(name) {
		return Speaker{}, false
	}
	who := Speaker{Name: name, Title: m[1], Ok: true}
	if rest != "" {
		_, who.Org = d.TitleOrg(strings.TrimSpace(rest))
	}
	return who, true
}
