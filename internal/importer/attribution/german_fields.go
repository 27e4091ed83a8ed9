package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// What stands in German behind an office with "für" is its field, and what stands right behind it may be the organisation.

// officeForNoun is an office with one noun behind "für", or several, and no article: "Experte für Meeresschutz".
var officeForNoun = pattern.New(`^((?:\p{L}[\p{L}-]* ){0,3}?\p{L}[\p{L}-]*) (für \p{Lu}[\p{L}-]+(?:(?:,| und| &) \p{Lu}[\p{L}-]+){0,3})$`)

// expertOnly is somebody who knows a field, and need not speak for whoever issues the release.
var expertOnly = pattern.New(`(?i)^(?:expert(?:e|in)|fachmann|fachfrau)$`)

// forNoun divides that: the noun is no organisation's name where nothing says that it is one.
func (d *Copy) forNoun(s string) (title, org string, ok bool) {
	m := officeForNoun.FindStringSubmatch(s)
	if m == nil || !d.german() {
		return "", "", false
	}
	office, field := m[1], strings.TrimPrefix(m[2], "für ")
	if isBodyNoun(prose.LastWord(field)) || d.knownOrg(field) || d.actsAsOrg(field) {
		return "", "", false
	}
	if j := officeBehindDash.FindStringSubmatch(office); j != nil && d.IsTitle(j[2]) && !beforeOffice[strings.ToLower(j[1])] &&
		j[1] == strings.ToUpper(j[1]) {
		return j[2] + " " + m[2], j[1], true // "WWF-Experte für Meeresschutz"
	}
	if last := prose.LastWord(office); !d.IsTitle(last) && !expertOnly.MatchString(last) { // "Präsidentin der Kammer für Taue"
		return "", "", false
	}
	if expertOnly.MatchString(office) {
		return s, release.Unknown, true
	}
	return s, "", true
}

// officeThenBody divides an office in one word from an organisation right behind it: "Projektleiter Open Harbor Foundation".
func (d *Copy) officeThenBody(s string) (title, org string, ok bool) {
	title, org, ok = strings.Cut(s, " ")
	if !ok || !d.german() || !prose.TitleWords[strings.ToLower(title)] && !d.officeNoun(strings.ToLower(title)) || !prose.StartsUpper(org) {
		return "", "", false
	}
	whole, _ := d.OrgRun(org)
	return title, whole, whole == org && strings.Contains(org, " ") && prose.IsOrganisation(prose.LastWord(org)) && !d.IsTitle(org)
}
