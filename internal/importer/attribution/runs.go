package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Names stand right behind what an office is of, and behind whom they speak for, with nothing between.

// officeBodyName is an office with what it is of, and a name of two words right behind that: "la consigliera di Italia
// Marina Anna Serra".
var officeBodyName = pattern.New(`^(?i:(?:el|la|il|lo|le|o|a) |l[’'])?(\p{Ll}[^,.:;]*?) ` +
	`(?:(?:di|de|da|do|del|della|dello|de la) |dell[’'])(\p{Lu}[^,.:;]*) (\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)$`)

// bodyThenName divides those where the text has the body elsewhere without the name, or it is called after a place.
func (d *Copy) bodyThenName(phrase string) (Speaker, bool) {
	switch d.Base() {
	case "es", "it", "pt":
	default:
		return Speaker{}, false
	}
	head, rest, _ := strings.Cut(strings.TrimRight(phrase, " .,"), ",")
	m := officeBodyName.FindStringSubmatch(head)
	if m == nil || !d.IsTitle(prose.FirstWord(m[1])) || prose.IsOrganisation(m[3]) || d.IsTitle(m[3]) {
		return Speaker{}, false
	}
	title, org := m[1], m[2]
	if field := overBody.FindStringSubmatch(head[strings.Index(head, m[1]):]); field != nil && strings.HasSuffix(m[2], field[2]) {
		title, org = field[1], field[2] // "catedrático de Derecho Civil de la Universidad de Marlow"
	}
	words := strings.Fields(org)
	ofPlace := len(words) == 3 && headsOf[strings.ToLower(words[0])] && prose.OfWord[words[1]]
	if whole, _ := d.OrgRun(org); whole != org || len(words) < 2 ||
		!ofPlace && !d.namedWithout(org, m[3]) {
		return Speaker{}, false
	}
	who := Speaker{Name: m[3], Title: title, Org: org, Ok: true}
	return who, strings.Count(rest, ",") < 2
}

// namedWithout tells that the release has the name of a body where a person's does not follow.
func (d *Copy) namedWithout(org, name string) bool {
	for _, text := range d.nearTexts() {
		if prose.WordIn(strings.ReplaceAll(text, org+" "+name, ""), org) {
			return true
		}
	}
	return false
}

// overBody is an office over a subject with the body behind it, and a name of two words.
var overBody = pattern.New(`^(.* de \p{Lu}[^,.:;]*?) (?:de la |del |da |do |della |dell[’'])` +
	`((?:Universidad|Universidade|Università|Instituto|Istituto|Hospital|Ospedale) d[eio] \p{Lu}[\p{L}-]+) ` +
	`\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$`)

// desdeTheirs begins with whose office follows: "Desde Ríos Vivos, su presidenta Ana Ruiz".
var desdeTheirs = pattern.New(`^(?:Desde|Por) (?:la |el )?(\p{Lu}[^,.:;]*), su (\p{Ll}[^,.:;]* \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)$`)

// fromTheirs reads that.
func (d *Copy) fromTheirs(phrase string) (Speaker, bool) {
	m := desdeTheirs.FindStringSubmatch(phrase)
	if m == nil || d.Base() != "es" {
		return Speaker{}, false
	}
	who := d.one(m[2])
	org, _ := d.OrgRun(m[1])
	if org != m[1] || who.Org != "" && who.Org != "?" {
		return Speaker{}, false
	}
	who.Org, who.Unsure = org, ""
	return who, who.Ok && who.Name != "" && who.Title != ""
}

// nickBetween is a name with what somebody is called in marks between: "Omar «el Tano» Rivas".
var nickBetween = pattern.New(`(\p{Lu}[\p{L}-]+) [«“"](?:el|la|o|a|il) \p{Lu}[\p{L}-]+[»”"] (\p{Lu}[\p{L}-]+)`)

// byAnotherName reads a phrase with such a name without that.
func (d *Copy) byAnotherName(phrase string) string {
	if d.English() {
		return phrase
	}
	return nickBetween.ReplaceAllString(phrase, "$1 $2")
}

// intervenes is on what somebody speaks, behind an Italian clause that says who does.
var intervenes = pattern.New(`,? (?:interviene|è intervenut[oa]|commenta|ha commentato) ` +
	`(?:su|sul|sulla|sullo|sui|sugli|in|nel|la|il|lo|l[’']).*$`)

// polishDegree are degrees before a name in Polish, as they are written short.
var polishDegree = pattern.New(`(?:^|\s)((?:prof\. )?dr (?:hab\. )?(?:n\. )?(?:med\.|hum\.|ekon\.|techn\.|farm\.|społ\.) )(?:\p{Lu})`)

// dutchDegree is one between an office and a name in Dutch.
var dutchDegree = pattern.New(`(\p{L}-\p{Ll}{4,} )(?:(?:prof|dr|drs|ir|ing|mr)\. ?)+(\p{Lu})`)

// withoutDegree takes those off.
func (d *Copy) withoutDegree(phrase string) string {
	if d.Base() == "nl" {
		return dutchDegree.ReplaceAllString(phrase, "$1$2")
	}
	m := polishDegree.FindStringSubmatchIndex(phrase)
	if m == nil || d.Base() != "pl" {
		return phrase
	}
	return phrase[:m[2]] + phrase[m[3]:]
}
