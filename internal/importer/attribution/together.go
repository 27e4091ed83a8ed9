package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *Copy) together(phrase string) (Speaker, bool) {
	if len(phrase) > 400 {
		return Speaker{}, false
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
		bare := !strings.Contains(left, ",") && (prose.LooksLikeName(left) || len(strings.Fields(left)) == 1)
		inFront := a.Title != "" && b.Title != "" && strings.HasSuffix(left, a.Name) && strings.HasSuffix(right, b.Name)
		if !okLeft || !okRight || a.Name == b.Name || !bare && !inFront && m[2] == m[3] && !d.ownOffice(right) {
			continue
		}
		if bare && pluralOffice.MatchString(right) {
			return Speaker{}, false // one office for both of them
		}
		who := Speaker{Name: a.Name + " " + phrase[m[4]:m[5]] + " " + b.Name, Ok: true}
		if a.Org == b.Org && a.Org != "" && a.Org != release.Unknown {
			who.Org = a.Org
			if a.Title == b.Title {
				who.Title = a.Title
			}
			return who, true
		}
		who.Org, who.Unsure = release.Unknown, twoOrganisations
		return who, true
	}
	return Speaker{}, false
}

// theAddressed is a name without the article that stands before how somebody is addressed: "the Revd Ana Ruiz".
func theAddressed(s string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(s, "the "), "The ")
	if prose.Honorifics[strings.ToLower(prose.FirstWord(rest))] {
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
func (d *Copy) manyTogether(phrase string) (Speaker, bool) {
	parts := betweenMany.Split(phrase, prose.AllFound)
	seats := len(seat.FindAllString(phrase, prose.MostFound)) > 2
	if seats {
		parts = seat.Split(strings.TrimRight(phrase, ", "), prose.AllFound)
		parts = parts[:len(parts)-1]
	}
	if len(parts) < 3 || !d.English() {
		return Speaker{}, false
	}
	for i, part := range parts {
		m := nameAtEnd.FindStringSubmatch(part)
		if m == nil || !d.IsTitle(m[1]) || prose.IsOrganisation(m[2]) || d.IsTitle(m[2]) {
			return Speaker{}, seats // of so many nobody alone
		}
		parts[i] = m[2]
	}
	last := len(parts) - 1
	return Speaker{
		Name: strings.Join(parts[:last], ", ") + " and " + parts[last], Org: release.Unknown, Ok: true,
		Unsure: "several people are named together with these words; write whose words they are, or for whom they speak together",
	}, true
}

// pluralOffice is a name with the office of several behind it.
var pluralOffice = pattern.New(`^[^,]+, (?:the )?(?:\p{L}+[ -]){0,4}\p{Ll}+s\b`)

// oneOfTwo reads one of two people: somebody with a first name, or whom the text names by a
// surname and has named before.
func (d *Copy) oneOfTwo(s string) (Speaker, bool) {
	words := strings.Fields(s)
	if len(words) == 0 || !prose.StartsUpper(s) {
		return Speaker{}, false
	}
	if len(words) == 1 {
		who, ok := d.bySurname(s)
		return who, ok && who.Name != "" && strings.Contains(who.Name, " ")
	}
	who := d.one(s)
	name := prose.TrimLetters(who.Name)
	if nationFirst.MatchString(name) { // "U.S. Fish and Wildlife Service"
		return Speaker{}, false
	}
	if !who.Ok || !prose.LooksLikeName(name) || prose.IsOrganisation(name) ||
		!strings.HasPrefix(d.withoutCourtesy(s), prose.FirstWord(who.Name)) && who.Title == "" {
		return Speaker{}, false
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if prose.Departments[w] || prose.TitleModifiers[w] || prose.TitleWords[w] || prose.OrgConnectors[w] && !prose.Particles[w] {
			return Speaker{}, false
		}
	}
	return who, true
}

// ownOffice tells a name with an office of its own behind a comma.
func (d *Copy) ownOffice(s string) bool {
	_, rest, ok := strings.Cut(s, ",")
	office, _, _ := strings.Cut(rest, ",")
	return ok && d.IsTitle(office)
}

// nationFirst begins with the initials of a state or of several.
var nationFirst = pattern.New(`^(?:U\.S\.|U\.K\.|U\.N\.|E\.U\.) `)
