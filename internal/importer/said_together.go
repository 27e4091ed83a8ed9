package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Two people may be named with one quotation. Whose words they are is what the text says:
// both's. Which organization speaks is sure only where it is one.

// joint stands between two who speak together.
var joint = pattern.New(`(,?) (and|&|und|et|y|e|en) `)

const twoOrganisations = "two people are named together with these words, and not one organisation; write whose words they are, " +
	"or take them as two quotes"

// together reads two people who are named with one verb: "Ana Ruiz, director of River
// Alliance, and Tom Reed, chair of Harbor Table"; ok is false for anything else.
func (d *draft) together(phrase string) (speaker, bool) {
	if len(phrase) > 400 {
		return speaker{}, false
	}
	if who, ok := d.manyTogether(phrase); ok {
		return who, true
	}
	for _, m := range joint.FindAllStringSubmatchIndex(phrase, 6) {
		left, right := theAddressed(phrase[:m[0]]), theAddressed(strings.TrimSpace(phrase[m[1]:]))
		if m[2] == m[3] && endowed.MatchString(left) || d.withinListed(phrase, m[0]) {
			continue
		}
		a, okLeft := d.oneOfTwo(left)
		b, okRight := d.oneOfTwo(right)
		bare := !strings.Contains(left, ",") && (looksLikeName(left) || len(strings.Fields(left)) == 1)
		inFront := a.title != "" && b.title != "" && strings.HasSuffix(left, a.name) && strings.HasSuffix(right, b.name)
		if !okLeft || !okRight || a.name == b.name || !bare && !inFront && m[2] == m[3] && !d.ownOffice(right) {
			continue
		}
		if bare && pluralOffice.MatchString(right) {
			return speaker{}, false // one office for both of them
		}
		who := speaker{name: a.name + " " + phrase[m[4]:m[5]] + " " + b.name, ok: true}
		if a.org == b.org && a.org != "" && a.org != release.Unknown {
			who.org = a.org
			if a.title == b.title {
				who.title = a.title
			}
			return who, true
		}
		who.org, who.unsure = release.Unknown, twoOrganisations
		return who, true
	}
	return speaker{}, false
}

// theAddressed is a name without the article that stands before how somebody is addressed: "the Revd Ana Ruiz".
func theAddressed(s string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(s, "the "), "The ")
	if honorifics[strings.ToLower(firstWord(rest))] {
		return rest
	}
	return s
}

// endowed ends what stands before "and" in an office that is called after two people: "Ana Ruiz, the John and
// Mia Farrell Director of River Alliance".
var endowed = pattern.New(`, (?:the )?\p{Lu}\p{Ll}+$`)

var (
	// seat is a party and a place in brackets behind a name, with what leads to the next: "(D-Marlow), and".
	seat = pattern.New(` \([^()]*\)(?:,? (?:and|&) |, |$)`)
	// nameAtEnd is a name behind an office, and betweenMany stands between the people of a list.
	nameAtEnd   = pattern.New(`^(\p{Lu}.*) (\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+)$`)
	betweenMany = pattern.New(`,? (?:and|&) |, `)
)

// manyTogether reads three people or more, each with an office before the name: "Mayor Ana Ruiz, Governor
// Owen Farrell, and Senator Tom Reed".
func (d *draft) manyTogether(phrase string) (speaker, bool) {
	parts := betweenMany.Split(phrase, allFound)
	seats := len(seat.FindAllString(phrase, mostFound)) > 2
	if seats {
		parts = seat.Split(strings.TrimRight(phrase, ", "), allFound)
		parts = parts[:len(parts)-1]
	}
	if len(parts) < 3 || !d.english() {
		return speaker{}, false
	}
	for i, part := range parts {
		m := nameAtEnd.FindStringSubmatch(part)
		if m == nil || !d.isTitle(m[1]) || isOrganisation(m[2]) || d.isTitle(m[2]) {
			return speaker{}, seats // of so many nobody alone
		}
		parts[i] = m[2]
	}
	last := len(parts) - 1
	return speaker{
		name: strings.Join(parts[:last], ", ") + " and " + parts[last], org: release.Unknown, ok: true,
		unsure: "several people are named together with these words; write whose words they are, or for whom they speak together",
	}, true
}

// pluralOffice is a name with the office of several behind it.
var pluralOffice = pattern.New(`^[^,]+, (?:the )?(?:\p{L}+[ -]){0,4}\p{Ll}+s\b`)

// oneOfTwo reads one of two people: somebody with a first name, or whom the text names by a
// surname and has named before.
func (d *draft) oneOfTwo(s string) (speaker, bool) {
	words := strings.Fields(s)
	if len(words) == 0 || !startsUpper(s) {
		return speaker{}, false
	}
	if len(words) == 1 {
		who, ok := d.bySurname(s)
		return who, ok && who.name != "" && strings.Contains(who.name, " ")
	}
	who := d.one(s)
	name := trimLetters(who.name)
	if nationFirst.MatchString(name) { // "U.S. Fish and Wildlife Service"
		return speaker{}, false
	}
	if !who.ok || !looksLikeName(name) || isOrganisation(name) ||
		!strings.HasPrefix(d.withoutCourtesy(s), firstWord(who.name)) && who.title == "" {
		return speaker{}, false
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if departments[w] || titleModifiers[w] || titleWords[w] || orgConnectors[w] && !particles[w] {
			return speaker{}, false
		}
	}
	return who, true
}

// ownOffice tells a name with an office of its own behind a comma.
func (d *draft) ownOffice(s string) bool {
	_, rest, ok := strings.Cut(s, ",")
	office, _, _ := strings.Cut(rest, ",")
	return ok && d.isTitle(office)
}

// nationFirst begins with the initials of a state or of several.
var nationFirst = pattern.New(`^(?:U\.S\.|U\.K\.|U\.N\.|E\.U\.) `)
