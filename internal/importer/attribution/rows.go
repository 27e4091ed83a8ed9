package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Firms give several offices to one, in a row before the name.

// officesThenName is a row of offices with their commas, and a name: "Chairman, President & CEO Ana Ruiz".
var officesThenName = pattern.New(`^(?:the )?((?:\p{Lu}[\p{L}-]* ?){1,4}(?:, (?:\p{Lu}[\p{L}-]* ?){1,4})+` +
	`(?:,? ?(?:and|&) (?:\p{Lu}[\p{L}-]* )+?)) ?` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]+)$`)

// betweenOffices divides such a row.
var betweenOffices = pattern.New(`,? (?:and|&) |, `)

// OfficesRow reads that; of which organisation they are is told elsewhere.
func (d *Copy) OfficesRow(phrase string) (Speaker, bool) {
	m := officesThenName.FindStringSubmatch(phrase)
	if m == nil || !d.English() || prose.IsOrganisation(m[2]) {
		return Speaker{}, false
	}
	title := strings.TrimSpace(m[1])
	for _, office := range betweenOffices.Split(title, prose.AllFound) {
		if !officesAlone(strings.TrimSuffix(strings.TrimSuffix(office, "-Elect"), "-elect")) {
			return Speaker{}, false
		}
	}
	return Speaker{Name: m[2], Title: title, Ok: true}, true
}

// firstOfRow is an organisation as it is read with the first of two offices behind it: "Marlow’s Deputy Mayor and".
var firstOfRow = pattern.New(`^(\p{Lu}.*)(?:’s|'s) (.+?) (and|&)$`)

// secondOfRow is what somebody made, who is of an organisation by the office behind that.
var secondOfRow = pattern.New(`^((?:creator|author|inventor|designer|maker) and .*) of (?:the )?(\p{Lu}.*)$`)

// bothOffices gives somebody both, and the organisation that has them.
func (d *Copy) bothOffices(who Speaker, phrase string) Speaker {
	if m := firstOfRow.FindStringSubmatch(who.Org); m != nil && officesAlone(m[2]) {
		who.Org, who.Title = m[1], m[2]+" "+m[3]+" "+who.Title
		return who
	}
	m := secondOfRow.FindStringSubmatch(who.Title)
	if m == nil || !owns.MatchString(behind(phrase, who.Org)) {
		return who
	}
	if org, ok := d.OrgRun(m[2]); ok && org == m[2] {
		who.Title, who.Org = m[1], org
	}
	return who
}
