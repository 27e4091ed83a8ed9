package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// The desk that answers journalists says by its name that whom to ask follows, without a label: "Harbour Trust – Press Office" above
// somebody's name and number, or "Harbour Trust media desk: Ana Ruiz, 555 0142".

// deskCalled is what such a desk is called.
const deskCalled = `(?:ufficio stampa|(?:gabinete|oficina|departamento|servicio) de (?:prensa|comunicación|imprensa|comunicação)|` +
	`assessoria de (?:imprensa|comunicação)|service (?:de )?(?:la )?(?:presse|communication)|bureau de presse|(?:presse|medien)stelle|` +
	`pressebüro|kommunikationsabteilung|afdeling communicatie|(?:press|media|communications) (?:office|team|department|desk))`

var (
	deskWithin = pattern.New(`(?i)\b` + deskCalled + `\b`)
	// deskBefore is a desk, perhaps with whose it is before and a remark in brackets behind it, before what stands behind a colon.
	deskBefore = pattern.New(`^\W*((?:\p{Lu}[\p{L}\d’'&.-]*(?: (?:of|the|and|for|de|du|del|di|der|&))* ){0,6})` +
		`(?i:` + deskCalled + `)(?: \([^()\d@]{3,40}\))?\s?:\s+`)
)

// deskLines are how many lines below such a desk what it can be reached by stands, at most, and deskLineWords their words.
const (
	deskLines     = 4
	deskLineWords = 14
)

// deskAbove tells a line that is what a desk is called and perhaps whose it is, above a number or an address.
func (d *draft) deskAbove(list []para) bool {
	var lines []string
	for i, p := range list[:min(len(list), deskLines)] {
		if p.level > 0 || p.table != "" || p.bullet != "" || i > 0 && !p.tight {
			break
		}
		lines = append(lines, strings.Split(p.text, "\n")...)
	}
	if len(lines) == 0 || !deskWithin.MatchString(lines[0]) || !startsUpper(lines[0]) || hasReach(lines[:1]) {
		return false
	}
	for i, l := range lines[:min(len(lines), deskLines)] {
		switch {
		case len(strings.Fields(l)) > deskLineWords, strings.ContainsAny(l[len(l)-1:], ".!?:;"):
			return false
		case i > 0 && hasReach(lines[i:i+1]):
			return true
		}
	}
	return false
}

// deskThenWhose tells a part that begins with a desk and has an organisation behind it: "Ufficio Stampa Gruppo Marea".
func (d *draft) deskThenWhose(part string) bool {
	m := deskWithin.FindStringIndex(part)
	return m != nil && m[0] == 0 && d.deskWithWhose(part) && isOrganisation(part[m[1]:])
}

// deskWithWhose tells a line that is a desk and whose it is: it is what a contact is called, and no label of one.
func (d *draft) deskWithWhose(line string) bool {
	m := deskWithin.FindStringIndex(line)
	if m == nil || hasReach([]string{line}) {
		return false
	}
	beside := cleanPart(line[:m[0]] + line[m[1]:])
	return hasCapital.MatchString(beside) && !d.somebody(beside)
}

// hasCapital is a word that begins with a capital.
var hasCapital = pattern.New(`(?:^|\P{L})\p{Lu}`)

// ofPressDesk is a line with a desk before somebody and what they can be reached by, as the lines of contacts are written: with
// whose desk it is behind the name. It is "" for any other.
func (d *draft) ofPressDesk(text string) string {
	m := deskBefore.FindStringSubmatchIndex(text)
	if m == nil || !hasReach([]string{text}) {
		return ""
	}
	rest := text[m[1]:]
	name := contactParts(withoutLetters(rest))[0]
	if !d.somebody(cleanPart(name)) || !strings.HasPrefix(rest, name) {
		return ""
	}
	if org := strings.TrimSpace(text[m[2]:m[3]]); org != "" {
		return name + ", " + org + rest[len(name):]
	}
	return rest
}
