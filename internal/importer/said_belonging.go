package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// owner divides "River Alliance’s campaign director, Ana Ruiz".
var owner = pattern.New(`^(\p{Lu}[^,.:;]*?)(?:’s|'s|s’|s') (\p{L}[^,.:;]*)$`)

// owned reads somebody whose organisation owns the office, with the name behind a comma.
func (d *draft) owned(head, rest string) speaker {
	head = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(head), "the "), "The ")
	m := owner.FindStringSubmatch(head)
	name, _, _ := strings.Cut(rest, ",")
	name = strings.Trim(strings.TrimSpace(name), ".")
	if m == nil || !d.isTitle(m[2]) || !looksLikeName(name) {
		return speaker{}
	}
	if whole, ok := d.orgRun(m[1]); !ok || !strings.HasSuffix(m[1], whole) || sentenceOpening[strings.ToLower(firstWord(m[1]))] {
		return speaker{name: name, title: m[2], ok: true} // "In March the port’s director"
	}
	org := m[1]
	if tail, office := ownersTail(m[2]); tail != "" { // "Skippers’ Association President"
		return speaker{name: name, title: office, org: strings.TrimSuffix(head, " "+office), ok: true}
	}
	if whole := head[len(m[1]):]; strings.HasPrefix(whole, "s’") || strings.HasPrefix(whole, "s'") {
		org += "s" // "Road Workers’ president"
	}
	return speaker{name: name, title: m[2], org: org, ok: true}
}

// initialed divides "MHU president", where the first word is an organisation's initials,
// and what officer reads.
func (d *draft) initialed(s string) (title, org string, ok bool) {
	org, title, ok = strings.Cut(s, " ")
	if !ok || len(org) < 3 || org != strings.ToUpper(org) || !letters.MatchString(org) || titleWords[strings.ToLower(org)] ||
		honorifics[strings.ToLower(org)] || strings.Contains(title, ",") || !d.isTitle(title) ||
		startsUpper(title) && !d.initialsFirst(org, title) && (!d.german() || strings.Contains(title, " ")) {
		return d.officer(s)
	}
	return title, d.written(org), true
}

// inBrackets is a name with something in brackets behind it, and no more.
var inBrackets = pattern.New(`^([^()]+) \(([^()]+)\)[ .,]*$`)

// lettered is a name with the letters of its legal form behind it.
var lettered = pattern.New(`\S (?:e\.\s?V\.|eV|gGmbH|GmbH|AG|eG|Ltd\.?|Inc\.?|LLC|SA|S\.A\.|SL|BV|B\.V\.)$`)

// bracketed takes the organisation off that stands in brackets behind a name, where it
// surely is one and no party, place or age: it has a word that only organisations have.
func (d *draft) bracketed(phrase string) (rest, org string) {
	m := inBrackets.FindStringSubmatch(phrase)
	if m == nil {
		return phrase, ""
	}
	if name := m[1]; looksLikeName(name) && !d.isTitle(name) && d.isTitle(m[2]) &&
		(strings.Contains(m[2], ",") || strings.Contains(m[2], " at ") || titleWords[strings.ToLower(lastWord(m[2]))]) {
		return name + ", " + m[2], "" // "Ana Ruiz (Chair, River Alliance)"
	}
	if digitsOnly(m[2]) && !d.english() {
		return m[1], "" // somebody's age
	}
	org, ok := d.orgRun(m[2])
	if joined.MatchString(m[2]) && d.isTitle(afterComma(m[1])) && !isOrganisation(m[2]) && !d.namedTwice(m[2]) {
		return m[1], "" // "Deputy Director (Policy & Development)"
	}
	if !ok || org != m[2] || len(strings.Fields(org)) < 2 || !orgOnly(tokens(org)) && !isOrganisation(org) && !lettered.MatchString(org) {
		office, _, _ := strings.Cut(m[1], " ")
		if !looksLikeName(m[1]) && strings.Contains(m[1], ",") || !d.english() && d.isTitle(office) {
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

func hailsFrom(who speaker, phrase string) bool {
	m := home.FindStringSubmatch(phrase)
	return m != nil && who.title != "" && m[1] == who.org && m[1] != strings.ToUpper(m[1])
}

// leads is what tells of somebody that an organisation is led by them.
var leads = pattern.New(`\bwho (?:leads|heads|runs|chairs|directs) (?:the )?(\p{Lu}.*)`)

// leadsInFrench tells the same in French.
var leadsInFrench = pattern.New(`\bqui (?:dirige|préside) (?:(?:la |le |les )|l[’'])?` +
	`((?:(?:office|club|groupe|cabinet|syndicat|collectif) )?\p{Lu}[^,()]*)(?:,.*| \(.*)?$`)

// led is the organisation that a relative clause says somebody leads, "" for none.
func (d *draft) led(phrase string) string {
	re := leads
	if d.base() == "fr" {
		re = leadsInFrench
	}
	m := re.FindStringSubmatch(strings.TrimRight(phrase, " .,"))
	if m == nil {
		return ""
	}
	kind := ""
	if d.base() == "fr" && !startsUpper(m[1]) {
		kind, m[1], _ = strings.Cut(m[1], " ")
		kind += " "
	}
	org, ok := d.orgRun(m[1])
	if m[1] = strings.TrimSpace(m[1]); !ok || org != m[1] || len(strings.Fields(org)) < 2 {
		return ""
	}
	return kind + org
}

// recall fills in what was said of someone before, and notes whom the text names.
func (d *draft) recall(who speaker) speaker {
	for _, k := range d.known {
		if k.name == who.name && who.org == "" {
			who.org = k.org
			if who.title == "" {
				who.title = k.title
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
func (d *draft) bySurname(surname string) (speaker, bool) {
	surname = trimPossessive(strings.Trim(surname, ".,"))
	var found *speaker
	for i := len(d.known) - 1; i >= 0; i-- {
		words := strings.Fields(d.known[i].name)
		n := len(words)
		if !called(words, surname) {
			continue
		}
		if found != nil && words[n-1] == surname && lastWord(found.name) == surname && !sameName(d.known[i].name, found.name) &&
			d.known[i].ok && found.ok {
			why := fmt.Sprintf("the text names two people called %s; write who speaks", surname)
			return speaker{name: surname, org: release.Unknown, ok: true, unsure: why}, true
		}
		if found == nil {
			found = &d.known[i]
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
