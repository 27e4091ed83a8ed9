package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
)

// inOwnOffice names the body where an officer stands for it, "Harwell County District Attorney", or the place alone,
// and the release has its name: "Harwell County District Attorney’s Office".
func (d *Copy) inOwnOffice() {
	if !d.English() {
		return
	}
	for i, q := range d.Quotes {
		for _, officer := range []string{q.Org, q.Org + " " + q.Title} {
			for _, office := range []string{officer + "’s Office", officer + "'s Office"} {
				if officersOwn.MatchString(office) && d.writes(office) {
					d.Quotes[i].Org = office
				}
			}
		}
	}
}

// writes tells that a name stands somewhere in the release.
func (d *Copy) writes(name string) bool {
	for text := range d.texts() {
		if strings.Contains(text, name) && prose.WordIn(text, name) {
			return true
		}
	}
	return false
}
