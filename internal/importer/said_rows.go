package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Firms give several offices to one, in a row before the name.

// officesThenName is a row of offices with their commas, and a name: "Chairman, President & CEO Ana Ruiz".
var officesThenName = pattern.New(`^(?:the )?((?:\p{Lu}[\p{L}-]* ?){1,4}(?:, (?:\p{Lu}[\p{L}-]* ?){1,4})+` +
	`(?:,? ?(?:and|&) (?:\p{Lu}[\p{L}-]* )+?)) ?` +
	`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]+)$`)

// betweenOffices divides such a row.
var betweenOffices = pattern.New(`,? (?:and|&) |, `)

// officesRow reads that; of which organisation they are is told elsewhere.
func (d *draft) officesRow(phrase string) (speaker, bool) {
	m := officesThenName.FindStringSubmatch(phrase)
	if m == nil || !d.english() || isOrganisation(m[2]) {
		return speaker{}, false
	}
	title := strings.TrimSpace(m[1])
	for _, office := range betweenOffices.Split(title, allFound) {
		if !officesAlone(strings.TrimSuffix(strings.TrimSuffix(office, "-Elect"), "-elect")) {
			return speaker{}, false
		}
	}
	return speaker{name: m[2], title: title, ok: true}, true
}

// firstOfRow is an organisation as it is read with the first of two offices behind it: "Marlow’s Deputy Mayor and".
var firstOfRow = pattern.New(`^(\p{Lu}.*)(?:’s|'s) (.+?) (and|&)$`)

// secondOfRow is what somebody made, who is of an organisation by the office behind that.
var secondOfRow = pattern.New(`^((?:creator|author|inventor|designer|maker) and .*) of (?:the )?(\p{Lu}.*)$`)

// bothOffices gives somebody both, and the organisation that has them.
func (d *draft) bothOffices(who speaker, phrase string) speaker {
	if m := firstOfRow.FindStringSubmatch(who.org); m != nil && officesAlone(m[2]) {
		who.org, who.title = m[1], m[2]+" "+m[3]+" "+who.title
		return who
	}
	m := secondOfRow.FindStringSubmatch(who.title)
	if m == nil || !owns.MatchString(behind(phrase, who.org)) {
		return who
	}
	if org, ok := d.orgRun(m[2]); ok && org == m[2] {
		who.title, who.org = m[1], org
	}
	return who
}
