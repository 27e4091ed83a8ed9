package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// A release says once who somebody is, in the ways of wire releases: with the place of a firm before
// its name, with firm and office before a comma, or with the name of an event before the office.

// basedIn is where an organisation is, before its name: "Marlow-based Tidewell Ropes".
var basedIn = pattern.New(`(^|[\s(])\p{Lu}[\p{L}.’'-]*(?:,? \p{Lu}[\p{L}.’'-]*){0,2}-based (\p{Lu})`)

// withoutBase takes that off.
func (d *Copy) withoutBase(phrase string) string {
	if !d.English() || !strings.Contains(phrase, "-based ") {
		return phrase
	}
	return basedIn.ReplaceAllString(phrase, "$1$2")
}

// didTo tells words between two names that are no office: the one did something to the other ("Ana
// Ruiz asked Director Reed"), or they did it together ("Ana Ruiz and the director Tom Reed").
func (d *Copy) didTo(first, between string) bool {
	word := prose.FirstWord(between)
	if ands[word] {
		return true
	}
	if !d.English() || prose.StartsUpper(between) || trimPossessive(first) != first {
		return false
	}
	if d.isVerb(word) || pastVerb.MatchString(word) {
		return true
	}
	return prose.StartsUpper(prose.LastWord(between)) && !prose.TitleModifiers[word] && !prose.TitleWords[word] &&
		!prose.Departments[word] && !fieldWords[word] &&
		!officeWords[word]
}

// officeFrom is where an office in capitals begins with which words end; their number where none does.
func officeFrom(words []string) int {
	from := len(words)
	if from == 0 || !prose.TitleWords[strings.ToLower(words[from-1])] || !prose.StartsUpper(words[from-1]) {
		return from
	}
	if at := chiefAt(words, from-1); at >= 0 {
		from = at
	}
	for from > 0 {
		lower := strings.ToLower(words[from-1])
		if !prose.TitleWords[lower] && !prose.TitleModifiers[lower] && !(lower == "and" || lower == "&") || from == 1 && lower == "and" {
			break
		}
		from--
	}
	return from
}

// chiefAt is where an office begins that says "Chief" of a field: "Chief Medical Officer"; -1 for none.
func chiefAt(words []string, last int) int {
	if w := strings.ToLower(strings.Trim(words[last], ".,")); w != "officer" {
		return -1
	}
	for i := last - 1; i >= max(0, last-4); i-- {
		if strings.EqualFold(words[i], "Chief") {
			return i
		}
	}
	return -1
}

// eventFirst is an office in capitals with what it is of before it, which the text names elsewhere too:
// "Open Harbor Breakfast Director", "Marlow HWU-PIO President".
func (d *Copy) eventFirst(who Speaker) Speaker {
	if rest, ok := strings.CutPrefix(who.Title, who.Org+" "); ok && who.Org != "" {
		who.Title = rest // they are known already, and with what
		return who
	}
	if who.Name == "" || who.Org != "" && who.Org != release.Unknown || !d.English() || strings.ContainsAny(who.Title, ",/") {
		return who
	}
	words := strings.Fields(who.Title)
	from := officeFrom(words)
	if from < 2 || from == len(words) || prose.PublicOffices[strings.ToLower(words[len(words)-1])] ||
		prose.General[prose.PlainWord(words[from-1])] ||
		trimPossessive(words[from-1]) != words[from-1] {
		return who
	}
	for _, w := range words[:from] {
		lower := prose.PlainWord(w)
		if !prose.StartsUpper(w) || prose.Departments[lower] || fieldsOfWork[lower] || fieldWords[lower] || prose.TitleWords[lower] ||
			prose.TitleModifiers[lower] ||
			units[lower] {
			return who
		}
	}
	org, last := strings.Join(words[:from], " "), words[from-1]
	if d.neverAlone(org, strings.Join(words[from:], " "), who.Title) {
		return who
	}
	initials := len(last) > 2 && last == strings.ToUpper(last) && !nations[last] && strings.Count(d.Source, last) > 1
	if !initials && !d.namedApart(org, who.Title) {
		return who
	}
	who.Title, who.Org, who.Unsure = strings.Join(words[from:], " "), org, ""
	return who
}

// namedApart tells that the text has a name elsewhere than in an office.
func (d *Copy) namedApart(org, office string) bool {
	for text := range d.texts() {
		if prose.WordIn(strings.ReplaceAll(text, office, ""), org) {
			return true
		}
	}
	return false
}

// englishOffice is an office in English with what it is over, and a name behind a comma, in another language.
var englishOffice = pattern.New(`^((?:\p{Lu}\p{L}+ ){0,3}(?:Head|Director|Manager|President|Lead|VP) of [^,:;]+), ` +
	`(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)

// inEnglish reads that; what such an office is over need not be an organisation.
func (d *Copy) inEnglish(phrase string) (Speaker, bool) {
	m := englishOffice.FindStringSubmatch(phrase)
	if m == nil || d.English() || prose.IsOrganisation(m[2]) || d.IsTitle(m[2]) {
		return Speaker{}, false
	}
	return Speaker{Name: m[2], Title: m[1], Org: release.Unknown, Ok: true}, true
}
