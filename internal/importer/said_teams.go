package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Those who work for an organisation may speak together and without a name: "said the Tidewell
// engineering team".

var (
	teamBehind = pattern.New(`^(?:[Tt]he |[Dd]as |[Hh]et )?(\p{Lu}[\p{L}\d&.’'-]*(?: \p{Lu}[\p{L}\d&.’'-]*){0,4}?)(?:’s|'s)?[ -]` +
		`((?:\p{L}[\p{L}-]* ){0,2}?)(?:[Tt]eam|[Cc]rew)$`)
	teamBefore = pattern.New(`^(?i:the|el|la|o|a|il|lo|das|het|le|l[’'])? ?(?i:team|equipo|equipe|équipe|squadra)` +
		`(?i: at| behind| of| de| du| d[’']| von| van| do| da| di| del| della| dell[’'])? ?(\p{Lu}[^,.:;“”"«»]*)$`)
)

// team reads those; the organisation is "?" where it does not stand elsewhere as one.
func (d *draft) team(phrase string) (speaker, bool) {
	var org string
	if m := teamBehind.FindStringSubmatch(phrase); m != nil {
		org = m[1]
		for _, w := range strings.Fields(m[2]) { // "the Quay Voices team"; of "Tidewell Engineering Team" the field is none of it
			if lower := strings.ToLower(w); !startsUpper(w) || departments[lower] || titleModifiers[lower] {
				break
			}
			org += " " + w
		}
		if longer, _ := d.orgRun(m[1] + " " + m[2]); isOrganisation(longer) { // "the River Alliance team"
			org = longer
		}
	} else if m = teamBefore.FindStringSubmatch(phrase); m != nil {
		org = m[1]
	} else {
		return speaker{}, false
	}
	if whole, _ := d.orgRun(org); whole != org || d.isTitle(org) || general[strings.ToLower(org)] {
		return speaker{}, false
	}
	issues := strings.Contains(strings.ToLower(d.issuer()), strings.ToLower(org))
	if isOrganisation(org) || issues || d.namedTwice(org) || d.namedAsOrg(org) {
		return speaker{org: org, ok: true}, true
	}
	why := "the text names a team, and perhaps no organisation; write whose it is instead of the ?"
	return speaker{org: release.Unknown, ok: true, unsure: why}, true
}

// furtherOn is what a release in German writes behind further words of the same person or paper.
var furtherOn = pattern.New(`(?i)^heißt es (?:weiter|abschließend|ferner|zudem|dazu|` +
	`in (?:der|einer) (?:presse|medien)?(?:mitteilung|erklärung))\b`)

// itSays reads that: nobody is named, and who spoke last is not told to go on.
func (d *draft) itSays(s string) (speaker, bool) {
	if m := d.phrasing(`^it (?:also )?(?:{verb})(?: in (?:a|its) \p{Ll}+)?$`); d.english() && m.MatchString(s) {
		who := speaker{org: d.subjectBefore(), ok: true}
		if who.org == release.Unknown {
			who.unsure = "the text says “it” here; write the organisation instead of the ?"
		}
		return who, true
	}
	if !d.german() || !furtherOn.MatchString(s) || len(strings.Fields(s)) > 9 {
		return speaker{}, false
	}
	return speaker{
		org: release.Unknown, ok: true,
		unsure: "the text does not say who says this; write the organisation instead of the ?, and the speaker if there is one",
	}, true
}

// subjectBefore is the organisation that the sentence before words in marks is about, "?" where that is not sure.
func (d *draft) subjectBefore() string {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	if n := len(d.known); text == "" && n > 0 && d.known[n-1].name == "" && d.known[n-1].org != "" {
		return d.known[n-1].org // told without marks
	}
	m := subjectFirst.FindStringSubmatch(text[lastSentence(text, d.cat):])
	if m == nil {
		return release.Unknown
	}
	org, _ := d.orgRun(m[1])
	if org == "" || !strings.HasPrefix(m[1], org) || !isOrganisation(org) && !d.actsAsOrg(org) {
		return release.Unknown
	}
	return org
}
