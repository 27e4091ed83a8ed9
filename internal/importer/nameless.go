package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// leadership are nouns for those who lead an organisation together, and who speak for it.
var leadership = wordSet(`direction direzione dirección direção directie geschäftsführung geschäftsleitung leitung management leadership
	gérant gérante organisation organizzazione organización organização organisatie présidence presidencia presidenza`)

// overWhat is an office with what it is over, and no capital in it but a name at the end.
var overWhat = pattern.New(`^(\p{L}[\p{L}-]*)((?: \p{Ll}[\p{L}’'-]*){0,8}?)((?:[ ’']\p{Lu}\S*)*)$`)

// nameless reads somebody whom the text names by an office alone, of which it does not say
// more: “…”, a déclaré la direction générale.
func (d *draft) nameless(phrase string) speaker {
	m := definiteOffice.FindStringSubmatch(strings.TrimRight(strings.TrimSpace(phrase), " ."))
	if m == nil {
		return speaker{}
	}
	office := m[1] + m[2]
	first := strings.ToLower(strings.Trim(firstWord(office), ".,"))
	lead := leadership[first]
	if !overWhat.MatchString(office) || !lead && !titleWords[first] && !d.germanOffice(first) || privateTitles[first] ||
		startsUpper(office) && d.base() != "de" || len(strings.Fields(office)) > 10 {
		return speaker{}
	}
	title, org := d.titleOrg(office)
	who := speaker{title: office, ok: true}
	switch {
	case lead && len(strings.Fields(office)) < 3:
		return who
	case org != "" && org != release.Unknown && title != "" && !overFields.MatchString(title) && strings.HasSuffix(office, org):
		who.title, who.org = title, org
		return d.doubt(who, phrase)
	}
	who.org = release.Unknown
	who.unsure = "the text names this speaker by an office alone; write who it is, and of which organisation"
	return who
}
