package attribution

import (
	"fmt"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// owner divides "River Alliance’s campaign director, Ana Ruiz".
var owner = pattern.New(`^(\p{Lu}[^,.:;]*?)(?:’s|'s|s’|s') (\p{L}[^,.:;]*)$`)

// owned reads somebody whose organisation owns the office, with the name behind a comma.
func (d *Copy) owned(head, rest string) Speaker {
	head = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(head), "the "), "The ")
	m := owner.FindStringSubmatch(head)
	name, _, _ := strings.Cut(rest, ",")
	name = strings.Trim(strings.TrimSpace(name), ".")
	if m == nil || !d.IsTitle(m[2]) || !prose.LooksLikeName(name) {
		return Speaker{}
	}
	if whole, ok := d.OrgRun(m[1]); !ok || !strings.HasSuffix(m[1], whole) || prose.SentenceOpening[strings.ToLower(prose.FirstWord(m[1]))] {
		return Speaker{Name: name, Title: m[2], Ok: true} // "In March the port’s director"
	}
	org := m[1]
	if tail, office := ownersTail(m[2]); tail != "" { // "Skippers’ Association President"
		return Speaker{Name: name, Title: office, Org: strings.TrimSuffix(head, " "+office), Ok: true}
	}
	if whole := head[len(m[1]):]; strings.HasPrefix(whole, "s’") || strings.HasPrefix(whole, "s'") {
		org += "s" // "Road Workers’ president"
	}
	return Speaker{Name: name, Title: m[2], Org: org, Ok: true}
}

// initialed divides "MHU president", where the first word is an organisation's initials,
// and what officer reads.
func (d *Copy) initialed(s string) (title, org string, ok bool) {
	org, title, ok = strings.Cut(s, " ")
	if !ok || len(org) < 3 || org != strings.ToUpper(org) || !prose.Letters.MatchString(org) || prose.TitleWords[strings.ToLower(org)] ||
		prose.Honorifics[strings.ToLower(org)] || strings.Contains(title, ",") || !d.IsTitle(title) ||
		prose.StartsUpper(title) && !d.initialsFirst(org, title) && (!d.german() || strings.Contains(title, " ")) {
		return d.officer(s)
	}
	return title, d.written(org), true
}

// inBrackets is a name with something in brackets behind it, and no more.
var inBrackets = pattern.New(`^([^()]+) \(([^()]+)\)[ .,]*$`)

// bracketed takes the organisation off that stands in brackets behind a name, where it
// surely is one and no party, place or age: it has a word that only organisations have.
func (d *Copy) bracketed(phrase string) (rest, org string) {
	m := inBrackets.FindStringSubmatch(phrase)
	if m == nil {
		return phrase, ""
	}
	if name := m[1]; prose.LooksLikeName(name) && !d.IsTitle(name) && d.IsTitle(m[2]) &&
		(strings.Contains(m[2], ",") || strings.Contains(m[2], " at ") || prose.TitleWords[strings.ToLower(prose.LastWord(m[2]))]) {
		return name + ", " + m[2], "" // "Ana Ruiz (Chair, River Alliance)"
	}
	if digitsOnly(m[2]) && !d.English() {
		return m[1], "" // somebody's age
	}
	org, ok := d.OrgRun(m[2])
	if joined.MatchString(m[2]) && d.IsTitle(afterComma(m[1])) && !prose.IsOrganisation(m[2]) && !d.namedTwice(m[2]) {
		return m[1], "" // "Deputy Director (Policy & Development)"
	}
	if !ok || org != m[2] || len(strings.Fields(org)) < 2 || !prose.OrgOnly(prose.Tokens(org)) && !prose.IsOrganisation(org) &&
		!prose.Lettered.MatchString(org) {
		office, _, _ := strings.Cut(m[1], " ")
		if !prose.LooksLikeName(m[1]) && strings.Contains(m[1], ",") || !d.English() && d.IsTitle(office) {
			return m[1], "" // what stands in brackets is no part of the office
		}
		return phrase, ""
	}
	return m[1], org
}

// joined are two fields that an office is over.
var joined = pattern.New(`^\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)? (?:&|and) `)

// afterComma is what stands behind the first comma, "" without one.
func afterComma(s string) string {
	_, rest, _ := strings.Cut(s, ",")
	return rest
}

// upToComma is what stands before the first comma.
func upToComma(s string) string {
	head, _, _ := strings.Cut(s, ",")
	return head
}

// home is a trade and where somebody comes from, which is a place: "a fisherman from
// Marlow". An organisation that is named so has more to it than one word.
var home = pattern.New(`(?i)\p{Ll}\s+(?:from|aus)\s+(\p{Lu}[\p{L}’'-]+)(?:,|$)`)

func hailsFrom(who Speaker, phrase string) bool {
	m := home.FindStringSubmatch(phrase)
	return m != nil && who.Title != "" && m[1] == who.Org && m[1] != strings.ToUpper(m[1])
}

// leads is what tells of somebody that an organisation is led by them.
var leads = pattern.New(`\bwho (?:leads|heads|runs|chairs|directs) (?:the )?(\p{Lu}.*)`)

// leadsInFrench tells the same in French.
var leadsInFrench = pattern.New(`\bqui (?:dirige|préside) (?:(?:la |le |les )|l[’'])?` +
	`((?:(?:office|club|groupe|cabinet|syndicat|collectif) )?\p{Lu}[^,()]*)(?:,.*| \(.*)?$`)

// led is the organisation that a relative clause says somebody leads, "" for none.
func (d *Copy) led(phrase string) string {
	re := leads
	if d.Base() == "fr" {
		re = leadsInFrench
	}
	m := re.FindStringSubmatch(strings.TrimRight(phrase, " .,"))
	if m == nil {
		return ""
	}
	kind := ""
	if d.Base() == "fr" && !prose.StartsUpper(m[1]) {
		kind, m[1], _ = strings.Cut(m[1], " ")
		kind += " "
	}
	org, ok := d.OrgRun(m[1])
	if m[1] = strings.TrimSpace(m[1]); !ok || org != m[1] || len(strings.Fields(org)) < 2 {
		return ""
	}
	return kind + org
}

// recall fills in what was said of someone before, and notes whom the text names.
func (d *Copy) recall(who Speaker) Speaker {
	for _, k := range d.Known {
		if k.Name == who.Name && who.Org == "" {
			who.Org = k.Org
			if who.Title == "" {
				who.Title = k.Title
			}
		}
	}
	return who
}

// called tells whether a name, in its words, is somebody's who is called so for short.
func called(words []string, short string) bool {
	n := len(words)
	if n == 0 || n > 2 && words[n-3] == "and" {
		return false
	}
	return words[n-1] == short || words[0] == short || n > 2 && strings.Trim(words[n-2], "“”\"") == short
}

// bySurname finds a person named before.
func (d *Copy) bySurname(surname string) (Speaker, bool) {
	surname = trimPossessive(strings.Trim(surname, ".,"))
	var found *Speaker
	for i := len(d.Known) - 1; i >= 0; i-- {
		words := strings.Fields(d.Known[i].Name)
		n := len(words)
		if !called(words, surname) {
			continue
		}
		if found != nil && words[n-1] == surname && prose.LastWord(found.Name) == surname && !sameName(d.Known[i].Name, found.Name) &&
			d.Known[i].Ok && found.Ok {
			why := fmt.Sprintf("the text names two people called %s; write who speaks", surname)
			return Speaker{Name: surname, Org: release.Unknown, Ok: true, Unsure: why}, true
		}
		if found == nil {
			found = &d.Known[i]
		}
	}
	if found != nil {
		return *found, true
	}
	if who, ok := d.elsewhere(surname); ok {
		return who, true
	}
	if who, ok := d.byTrade(surname); ok {
		return who, true
	}
	return d.byFirstName(surname)
}
