package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// A release says once who somebody is, in the ways of wire releases: with the place of a firm before
// its name, with firm and office before a comma, or with the name of an event before the office.

// basedIn is where an organisation is, before its name: "Marlow-based Tidewell Ropes".
var basedIn = pattern.New(`(^|[\s(])\p{Lu}[\p{L}.’'-]*(?:,? \p{Lu}[\p{L}.’'-]*){0,2}-based (\p{Lu})`)

// withoutBase takes that off.
func (d *draft) withoutBase(phrase string) string {
	if !d.english() || !strings.Contains(phrase, "-based ") {
		return phrase
	}
	return basedIn.ReplaceAllString(phrase, "$1$2")
}

// didTo tells words between two names that are no office: the one did something to the other ("Ana
// Ruiz asked Director Reed"), or they did it together ("Ana Ruiz and the director Tom Reed").
func (d *draft) didTo(first, between string) bool {
	word := firstWord(between)
	if ands[word] {
		return true
	}
	if !d.english() || startsUpper(between) || trimPossessive(first) != first {
		return false
	}
	if d.isVerb(word) || pastVerb.MatchString(word) {
		return true
	}
	return startsUpper(lastWord(between)) && !titleModifiers[word] && !titleWords[word] && !departments[word] && !fieldWords[word] &&
		!officeWords[word]
}

// officeFrom is where an office in capitals begins with which words end; their number where none does.
func officeFrom(words []string) int {
	from := len(words)
	if from == 0 || !titleWords[strings.ToLower(words[from-1])] || !startsUpper(words[from-1]) {
		return from
	}
	if at := chiefAt(words, from-1); at >= 0 {
		from = at
	}
	for from > 0 {
		lower := strings.ToLower(words[from-1])
		if !titleWords[lower] && !titleModifiers[lower] && !(lower == "and" || lower == "&") || from == 1 && lower == "and" {
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
func (d *draft) eventFirst(who speaker) speaker {
	if rest, ok := strings.CutPrefix(who.title, who.org+" "); ok && who.org != "" {
		who.title = rest // they are known already, and with what
		return who
	}
	if who.name == "" || who.org != "" && who.org != release.Unknown || !d.english() || strings.ContainsAny(who.title, ",/") {
		return who
	}
	words := strings.Fields(who.title)
	from := officeFrom(words)
	if from < 2 || from == len(words) || publicOffices[strings.ToLower(words[len(words)-1])] || general[plainWord(words[from-1])] ||
		trimPossessive(words[from-1]) != words[from-1] {
		return who
	}
	for _, w := range words[:from] {
		lower := plainWord(w)
		if !startsUpper(w) || departments[lower] || fieldsOfWork[lower] || fieldWords[lower] || titleWords[lower] || titleModifiers[lower] ||
			units[lower] {
			return who
		}
	}
	org, last := strings.Join(words[:from], " "), words[from-1]
	if d.neverAlone(org, strings.Join(words[from:], " "), who.title) {
		return who
	}
	initials := len(last) > 2 && last == strings.ToUpper(last) && !nations[last] && strings.Count(d.source, last) > 1
	if !initials && !d.namedApart(org, who.title) {
		return who
	}
	who.title, who.org, who.unsure = strings.Join(words[from:], " "), org, ""
	return who
}

// namedApart tells that the text has a name elsewhere than in an office.
func (d *draft) namedApart(org, office string) bool {
	for text := range d.texts() {
		if wordIn(strings.ReplaceAll(text, office, ""), org) {
			return true
		}
	}
	return false
}

// englishOffice is an office in English with what it is over, and a name behind a comma, in another language.
var englishOffice = pattern.New(`^((?:\p{Lu}\p{L}+ ){0,3}(?:Head|Director|Manager|President|Lead|VP) of [^,:;]+), ` +
	`(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)

// inEnglish reads that; what such an office is over need not be an organisation.
func (d *draft) inEnglish(phrase string) (speaker, bool) {
	m := englishOffice.FindStringSubmatch(phrase)
	if m == nil || d.english() || isOrganisation(m[2]) || d.isTitle(m[2]) {
		return speaker{}, false
	}
	return speaker{name: m[2], title: m[1], org: release.Unknown, ok: true}, true
}
