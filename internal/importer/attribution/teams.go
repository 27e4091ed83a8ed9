package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *Copy) team(phrase string) (Speaker, bool) {
	var org string
	if m := teamBehind.FindStringSubmatch(phrase); m != nil {
		org = m[1]
		for _, w := range strings.Fields(m[2]) { // "the Quay Voices team"; of "Tidewell Engineering Team" the field is none of it
			if lower := strings.ToLower(w); !prose.StartsUpper(w) || prose.Departments[lower] || prose.TitleModifiers[lower] {
				break
			}
			org += " " + w
		}
		if longer, _ := d.OrgRun(m[1] + " " + m[2]); prose.IsOrganisation(longer) { // "the River Alliance team"
			org = longer
		}
	} else if m = teamBefore.FindStringSubmatch(phrase); m != nil {
		org = m[1]
	} else {
		return Speaker{}, false
	}
	if whole, _ := d.OrgRun(org); whole != org || d.IsTitle(org) || prose.General[strings.ToLower(org)] {
		return Speaker{}, false
	}
	issues := strings.Contains(strings.ToLower(d.Issuer()), strings.ToLower(org))
	if prose.IsOrganisation(org) || issues || d.namedTwice(org) || d.namedAsOrg(org) {
		return Speaker{Org: org, Ok: true}, true
	}
	why := "the text names a team, and perhaps no organisation; write whose it is instead of the ?"
	return Speaker{Org: release.Unknown, Ok: true, Unsure: why}, true
}

// furtherOn is what a release in German writes behind further words of the same person or paper.
var furtherOn = pattern.New(`(?i)^heißt es (?:weiter|abschließend|ferner|zudem|dazu|` +
	`in (?:der|einer) (?:presse|medien)?(?:mitteilung|erklärung))\b`)

// itSays reads that: nobody is named, and who spoke last is not told to go on.
func (d *Copy) itSays(s string) (Speaker, bool) {
	if m := d.phrasing(`^it (?:also )?(?:{verb})(?: in (?:a|its) \p{Ll}+)?$`); d.English() && m.MatchString(s) {
		who := Speaker{Org: d.subjectBefore(), Ok: true}
		if who.Org == release.Unknown {
			who.Unsure = "the text says “it” here; write the organisation instead of the ?"
		}
		return who, true
	}
	if !d.german() || !furtherOn.MatchString(s) || len(strings.Fields(s)) > 9 {
		return Speaker{}, false
	}
	return Speaker{
		Org: release.Unknown, Ok: true,
		Unsure: "the text does not say who says this; write the organisation instead of the ?, and the speaker if there is one",
	}, true
}

// subjectBefore is the organisation that the sentence before words in marks is about, "?" where that is not sure.
func (d *Copy) subjectBefore() string {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	if n := len(d.Known); text == "" && n > 0 && d.Known[n-1].Name == "" && d.Known[n-1].Org != "" {
		return d.Known[n-1].Org // told without marks
	}
	m := subjectFirst.FindStringSubmatch(text[prose.LastSentence(text, d.Cat):])
	if m == nil {
		return release.Unknown
	}
	org, _ := d.OrgRun(m[1])
	if org == "" || !strings.HasPrefix(m[1], org) || !prose.IsOrganisation(org) && !d.actsAsOrg(org) {
		return release.Unknown
	}
	return org
}
