package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// The desk that answers journalists says by its name that whom to ask follows, without a label: "Harbour Trust – Press Office" above
// somebody's name and number, or "Harbour Trust media desk: Ana Ruiz, 555 0142".

// deskBefore is a desk, perhaps with whose it is before and a remark in brackets behind it, before what stands behind a colon.
var deskBefore = pattern.New(`^\W*((?:\p{Lu}[\p{L}\d’'&.-]*(?: (?:of|the|and|for|de|du|del|di|der|&))* ){0,6})` +
	`(?i:` + prose.DeskCalled + `)(?: \([^()\d@]{3,40}\))?\s?:\s+`)

// deskLines are how many lines below such a desk what it can be reached by stands, at most, and deskLineWords their words.
const (
	deskLines     = 4
	deskLineWords = 14
)

// deskAbove tells a line that is what a desk is called and perhaps whose it is, above a number or an address.
func (d *draft) deskAbove(list []prose.Para) bool {
	var lines []string
	for i, p := range list[:min(len(list), deskLines)] {
		if p.Level > 0 || p.Table != "" || p.Bullet != "" || i > 0 && !p.Tight {
			break
		}
		lines = append(lines, strings.Split(p.Text, "\n")...)
	}
	if len(lines) == 0 || !prose.DeskWithin.MatchString(lines[0]) || !prose.StartsUpper(lines[0]) || prose.HasReach(lines[:1]) {
		return false
	}
	for i, l := range lines[:min(len(lines), deskLines)] {
		switch {
		case len(strings.Fields(l)) > deskLineWords, strings.ContainsAny(l[len(l)-1:], ".!?:;"):
			return false
		case i > 0 && prose.HasReach(lines[i:i+1]):
			return true
		}
	}
	return false
}

// deskThenWhose tells a part that begins with a desk and has an organisation behind it: "Ufficio Stampa Gruppo Marea".
func (d *draft) deskThenWhose(part string) bool {
	m := prose.DeskWithin.FindStringIndex(part)
	return m != nil && m[0] == 0 && d.deskWithWhose(part) && prose.IsOrganisation(part[m[1]:])
}

// deskWithWhose tells a line that is a desk and whose it is: it is what a contact is called, and no label of one.
func (d *draft) deskWithWhose(line string) bool {
	m := prose.DeskWithin.FindStringIndex(line)
	if m == nil || prose.HasReach([]string{line}) {
		return false
	}
	beside := cleanPart(line[:m[0]] + line[m[1]:])
	return hasCapital.MatchString(beside) && !d.Somebody(beside)
}

// hasCapital is a word that begins with a capital.
var hasCapital = pattern.New(`(?:^|\P{L})\p{Lu}`)

// ofPressDesk is a line with a desk before somebody and what they can be reached by, as the lines of contacts are written: with
// whose desk it is behind the name. It is "" for any other.
func (d *draft) ofPressDesk(text string) string {
	m := deskBefore.FindStringSubmatchIndex(text)
	if m == nil || !prose.HasReach([]string{text}) {
		return ""
	}
	rest := text[m[1]:]
	name := contactParts(withoutLetters(rest))[0]
	if !d.Somebody(cleanPart(name)) || !strings.HasPrefix(rest, name) {
		return ""
	}
	if org := strings.TrimSpace(text[m[2]:m[3]]); org != "" {
		return name + ", " + org + rest[len(name):]
	}
	return rest
}
