package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Most who speak are named in a few regular ways, of which name, office and body are all the words: "Ana Ruiz, head of policy at the
// Rivers Trust", "Rivers Trust head of policy Ana Ruiz". Read wholly, they are held against what was read otherwise: no part of a name
// is left for the office then, and no office is left for the name.

// regularWay is one of those: what its groups are, in their order, "n" for the name, "o" the office, "b" the body, and "w" body
// and office together.
type regularWay struct {
	groups string
	form   *pattern.Pattern
}

// regularWays are those of English.
var regularWays = func() []regularWay {
	parts := map[rune]string{
		'n': `((?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}’'.-]*(?: (?:\p{Lu}[\p{L}’'-]*\.?|de|van|von|der|la|bin|al)){0,3}` +
			` \p{Lu}[\p{L}’'-]*)`,
		'o': `((?:\p{Ll}[\p{L}’'-]*|CEO|CFO|CTO|COO)(?: (?:\p{Ll}[\p{L}’'-]*|CEO|CFO|CTO|COO|&))*)`,
		'b': `(\p{Lu}[^,;:“”"()]*|\d[^,;:“”"() ]*\p{L}[^,;:“”"()]*)`,
		'w': `([\p{Lu}\d][^,;:“”"()]*)`,
		't': `(?:[Tt]he |[Aa]n? )?`,
	}
	return waysOf(parts,
		`{n}, {t}{o} (?:of|at|for|with) (?:the )?{b}`,
		`{n}, {t}{o}(?:,| –| —) (?:the )?{b}`,
		`{n}, {t}{w}`,
		`{t}{w} {n}`,
		`{t}{w}, {n}`,
		`[Tt]he {o} (?:of|at|for|with) (?:the )?{b}, {n}`,
		`(?:[Oo]n behalf of|[Ff]or) (?:the )?{b}, (?:(?:the |its |their )?{o},? )?{n}`,
		`{t}{o} {n} (?:of|at|from) (?:the )?{b}`,
		`{t}{b}(?:’s|'s|s’|s') {n}`,
		`{n}, (?:the )?{b}`,
		`{n} \((?:the )?{b}\)`,
	)
}()

// waysOf are ways as they are written, with {x} for a part.
func waysOf(parts map[rune]string, written ...string) []regularWay {
	var out []regularWay
	for _, way := range written {
		groups := ""
		for _, m := range groupIn.FindAllStringSubmatch(way, prose.AllFound) {
			if strings.ContainsAny(m[1], regularGroups) {
				groups += m[1]
			}
		}
		form := groupIn.ReplaceAllStringFunc(way, func(group string) string { return parts[rune(group[1])] })
		out = append(out, regularWay{groups, pattern.New(`^` + form + `$`)})
	}
	return out
}

// regularGroups are the parts that are read; the others lead from one to the next.
const regularGroups = "nNobew"

// regularRead is what a phrase has in the places of a way, "" where the way has none.
type regularRead struct{ name, office, body, both string }

// read reads a phrase in this way.
func (w regularWay) read(phrase string) (r regularRead, ok bool) {
	m := w.form.FindStringSubmatch(phrase)
	if m == nil {
		return r, false
	}
	for i, group := range w.groups {
		switch found := m[i+1]; group {
		case 'n', 'N':
			r.name = found
		case 'o':
			r.office = found
		case 'b', 'e':
			r.body = found
		case 'w':
			r.both = found
		}
	}
	return r, true
}

var groupIn = pattern.New(`\{(\w)\}`)

// regular is a speaker who is named in one of them, with a body that is one by its name.
func (d *Copy) regular(phrase string) (Speaker, bool) {
	switch {
	case len(phrase) > longestRegular:
		return Speaker{}, false
	case !d.English():
		return d.regularInRomance(phrase)
	}
	for _, way := range regularWays {
		r, ok := way.read(phrase)
		if !ok {
			continue
		}
		who := Speaker{Name: r.name, Title: r.office, Org: r.body, Ok: true}
		if r.both != "" {
			who.Org, who.Title, who.Ok = d.whereSmallBegins(r.both)
		}
		office := who.Title != "" && d.regularOffice(who.Title) || who.Title == "" && !d.IsTitle(who.Org) && who.Org != strings.ToUpper(who.Org)
		if who.Ok && office && d.regularName(who.Name) && d.surelyBody(who.Org) {
			return who, true
		}
	}
	return Speaker{}, false
}

// regularName tells the name of a person, and of nobody else.
func (d *Copy) regularName(name string) bool {
	first := strings.ToLower(prose.FirstWord(name))
	return prose.LooksLikeName(name) && !prose.IsOrganisation(name) && !d.IsTitle(name) && !d.noPersonIsIn(name) &&
		!prose.Opening[first] && !prose.SentenceOpening[first] && !d.isVerb(first)
}

// longestRegular is how long such a phrase may be, in bytes.
const longestRegular = 200

// regularOffice tells the office of somebody who speaks for a body, in small letters; others are of the public, or are no office.
func (d *Copy) regularOffice(office string) bool {
	for _, other := range []*pattern.Pattern{noTitle, noLonger, formerly, relation, onTheirOwn} {
		if other.MatchString(office + " ") {
			return false
		}
	}
	if !d.IsTitle(office) {
		return false
	}
	for _, w := range strings.Fields(office) {
		if publicTitles[w] && w != "professor" && w != "commissioner" || privateTitles[w] || prose.PublicOffices[w] {
			return false
		}
	}
	return true
}

// campaignName is what those are called who are for something or against it: "Women in Shipping", "Citizens for a Better Pier".
var campaignName = pattern.New(`^(?:\p{Lu}\p{L}+ ){0,2}(?:(?:Women|Girls|Men|Youth|Students|Parents|Mothers|Fathers|Families|Workers|` +
	`Teachers|Doctors|Nurses|Physicians|Scientists|Engineers|Lawyers|Farmers|Fishers|Friends|Voices|Citizens|Neighbou?rs|Residents|Veterans|` +
	`Artists|Writers|Journalists|Musicians|Reporters|People|Children|Kids|Tenants|Riders|Sailors|Seafarers|Americans|Canadians) ` +
	`(?:for|in|against|without|with)|(?:Friends|Voices) of|(?:Campaign|Fight|Fund) (?:for|against|to)|` +
	`(?:Alliance|Coalition|Partnership|Action|Justice|Centre|Center|Institute|Society|Association|Council|Foundation) (?:for|against)) ` +
	`(?:the |an? |our |all )?\p{Lu}`)

// ofUnitOnly is a part of some body, or of a parliament: whose it is stands elsewhere.
var ofUnitOnly = pattern.New(`^(?:\p{Lu}\p{L}+ )?(?:Department|School|Faculty|Division|Section|Board|Committee|Subcommittee|Commission|` +
	`Bureau|College|Senate|House|Assembly|Parliament|Cabinet|Council|Ministry|Office|Caucus)(?: (?:of|for|on) |$)|` +
	`\b(?:Senate|House|Parliament|Assembly) `)

// surelyBody tells the name of a body that is one by its words or letters, and whole.
func (d *Copy) surelyBody(name string) bool {
	name = trimPossessive(name)
	first := prose.FirstWord(name)
	switch {
	case !d.ofOneBody(name), !d.wholeName(name), prose.General[strings.ToLower(name)], ofUnitOnly.MatchString(name),
		prose.Letters.MatchString(first) && strings.Contains(name, "."),                         // "Ph.D."
		trimPossessive(first) != first && prose.General[strings.ToLower(trimPossessive(first))], // "Council’s Harbour Committee"
		d.IsTitle(first), d.IsTitle(prose.LastWord(name)):
		return false
	case campaignName.MatchString(name), prose.Lettered.MatchString(name), spelledAsFirm.MatchString(name):
		return true
	}
	return strings.Contains(name, " ") && prose.IsOrganisation(name) || !d.standsAsPlace(name) && d.namedAsOrg(name)
}

// ofOneBody tells a name that has no second in it, and no part of the world that an office is over.
func (d *Copy) ofOneBody(name string) bool {
	first, _, both := strings.Cut(strings.ReplaceAll(fieldsAtEnd.ReplaceAllString(name, ""), " & ", " and "), " and ")
	return !(both && (d.IsTitle(first) || prose.IsOrganisation(first))) && !region.MatchString(name) && !inRegion.MatchString(name) &&
		!strings.Contains(name, " Board of ")
}

// fieldsAtEnd are two that one body is over: "Chamber of Commerce and Industry".
var fieldsAtEnd = pattern.New(` (?:of|for) \p{Lu}\p{L}+ (?:and|&) \p{Lu}\p{L}+$`)

// wholeName tells words of which all have a capital but for those that join them.
func (d *Copy) wholeName(name string) bool {
	toks, campaign := prose.Tokens(name), campaignName.MatchString(name)
	for i, t := range toks {
		switch w := t.Text; {
		case officeLetters.MatchString(w):
			return false
		case t.Capital || w == "plc" && i+1 == len(toks):
		case i == 0, i+1 == len(toks), !prose.OrgConnectors[w] && !articleInName(toks, i) && !campaign:
			return false
		}
	}
	return len(toks) > 0 && len(toks) < 11
}

// heldAgainst is a speaker as a regular way has them, where what was read has a part of the body's name alone, or cuts it; what was
// read for a reason stays.
func (d *Copy) heldAgainst(who Speaker, phrase string) Speaker {
	reg, ok := d.regular(strings.TrimRight(phrase, "., "))
	if !ok {
		return who
	}
	reg.Org = trimPossessive(reg.Org)
	read := trimPossessive(who.Org)
	switch {
	case !who.Ok, who.Name == "":
	case who.Name != reg.Name && !strings.Contains(reg.Name, who.Name) && !strings.Contains(who.Name, reg.Name) &&
		!strings.Contains(reg.Org, who.Name):
		return who
	case who.Org == release.Unknown && !mayBeHeld(who):
		return who
	case read == reg.Name && strings.Contains(reg.Org, who.Name): // the two were taken for one another
	case read != "" && read != release.Unknown && !strings.Contains(reg.Org, read) && !d.goesOnIntoOffice(read, reg.Org):
		return who
	case read == reg.Org && who.Title != "" && !strings.HasPrefix(who.Title, "plc"):
		if strings.Contains(read, " ") && reg.Title != "" {
			who.Org = read
		}
		return who
	}
	return reg
}

// mayBeHeld tells that no organisation was read, and for no reason but that its name was not found or its end was not.
func mayBeHeld(who Speaker) bool {
	return who.Org == "" || who.Org == release.Unknown && (who.Unsure == "" || who.Unsure == endNotSure || who.Unsure == namesNoOrg)
}

var (
	// forWhom leads to whom somebody speaks for: "For the Rivers Trust, director Ana Ruiz".
	forWhom = pattern.New(`^(?:[Ff]or|[Oo]n behalf of) (?:the )?(\p{Lu}[^,;:“”"]*), (.+)$`)
	// dashBehindOffice is a dash between an office and a body, where others have a comma.
	dashBehindOffice = pattern.New(`^(\p{Lu}[^,–—]*, [^,–—]+) [–—] (?:the )?(\p{Lu}[^,–—]*)$`)
)

// speaksForBody reads who speaks for the body at the beginning of a phrase.
func (d *Copy) speaksForBody(phrase string) (Speaker, bool) {
	m := forWhom.FindStringSubmatch(phrase)
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	who := d.Parse(m[2])
	org, _ := d.OrgRun(m[1])
	if !who.Ok || !prose.LooksLikeName(who.Name) || d.isKnown(m[1]) {
		return Speaker{}, false
	}
	if mayBeHeld(who) {
		who.Org, who.Unsure = release.Unknown, endNotSure
		if d.surelyBody(m[1]) {
			org = m[1]
		}
		if org == m[1] && (d.evident(org) || d.surelyBody(org)) {
			who.Org, who.Unsure = org, ""
		}
	}
	return who, true
}
