package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// heldNow is the office that somebody has now behind one that they had, and of whom.
var heldNow = pattern.New(`^,? and (?:the |an? )?((?:current|present|now)\b[^,;:]*?) of ((?:the )?)([^,;:]+)$`)

// stillHeld is the office that somebody has now at the organisation at which they had another before: "past president of the
// Tidewell Trust and current chair of the Trust’s Rope Committee". It is "" where they have none there.
func (d *Copy) stillHeld(phrase, org string) string {
	m := heldNow.FindStringSubmatch(strings.TrimRight(behind(phrase, org), ". "))
	if m == nil || !d.English() {
		return ""
	}
	rest, ok := strings.CutPrefix(m[3], org)
	if !ok && m[2] != "" { // "the Trust"
		rest, ok = strings.CutPrefix(m[3], prose.LastWord(org))
	}
	switch {
	case !ok:
		return ""
	case rest == "":
		return m[1]
	case owns.MatchString(rest):
		return m[1] + " of " + m[2] + m[3]
	}
	return ""
}
