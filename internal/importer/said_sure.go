package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// An office reads easily as the end of an organisation's name, and what is told of somebody as
// an office. There it is "?" whom they speak for, unless the release itself says what is the name.

// noTitle begins what is told of somebody, and is no office.
var noTitle = pattern.New(`^(?:with|without|by|from|after|before|when|while|as|in (?:her|his|their)|and (?:is|was|has|will|himself|` +
	`herself)|is|was|has|mit|nach|avec|après|con|tras|dopo|com|após|met) `)

// withoutOffices takes offices off the end of what reads as an organisation: "Lampwright Project
// Lead". Public offices are the whole of what they are over.
func (d *draft) withoutOffices(who speaker, phrase string) speaker {
	if officeLetters.MatchString(who.org) { // "office of the CTO"
		if m := officeOf.FindStringSubmatch(phrase); m != nil {
			if org, _ := d.orgRun(m[1]); org == m[1] {
				who.org, who.title = org, strings.Trim(strings.TrimSuffix(who.title, m[1]+" "+m[2]), " ,")
				return who
			}
		}
		who.title = wholeOffice(phrase, who.title, who.org)
		who.org, who.unsure = release.Unknown, overWhich(who.org)
		return who
	}
	if first, more, ok := strings.Cut(who.org, " and "); ok && who.title != "" && officeOfAnother(more) {
		who.org = first
		return who
	}
	words := strings.Fields(who.org)
	end := len(words)
	for i := 1; i+1 < len(words) && !isOrganisation(words[len(words)-1]); i++ {
		if officeAtEnd(words[i]) && ands[words[i+1]] {
			end = i + 1
			break
		}
	}
	for end > 0 && ands[strings.ToLower(words[end-1])] {
		end--
	}
	from := end
	for from > 0 && (officeAtEnd(words[from-1]) || from < end && titleModifiers[strings.ToLower(words[from-1])]) {
		from--
	}
	public := end > 0 && publicOffices[strings.ToLower(words[end-1])]
	if from == 0 || from == len(words) || public || from == end && who.title == "" {
		return who
	}
	name := strings.Join(words[:from], " ")
	whole := phrase
	if at := strings.Index(phrase, who.org); at >= 0 {
		whole = phrase[at:]
		if who.title != "" {
			if before, _, ok := strings.Cut(phrase[:at], who.title); ok {
				name, whole = "", phrase[len(before):at+len(who.org)]
			}
		}
	}
	switch {
	case name != "" && (isOrganisation(name) || d.knownOrg(name) || d.actsAsOrg(name)):
		who.title = strings.TrimSpace(strings.Join(words[from:], " ") + " " + who.title)
		who.org = name
		return who
	case from < end && !strings.Contains(whole, who.name):
		who.title = whole
	case from < end:
		who.title = strings.TrimSpace(who.org + " " + who.title)
	}
	who.unsure = fmt.Sprintf("%q has an office in it, and it is not sure where the organisation's name ends; write it instead of the ?",
		who.org)
	who.org = release.Unknown
	return who
}

// officeOfAnother tells the office of an organisation that is named before it: "River Alliance Board Member".
func officeOfAnother(s string) bool {
	words := strings.Fields(s)
	from := len(words)
	for from > 0 && (officeAtEnd(words[from-1]) || titleModifiers[strings.ToLower(words[from-1])]) {
		from--
	}
	return from < len(words) && isOrganisation(strings.Join(words[:from], " "))
}

// officeLetters are offices as they are written in letters, and officeOf is an organisation with the
// office of one.
var (
	officeLetters = pattern.New(`^(?:C[A-Z]{1,2}O|VP|SVP|EVP|COO|MD)$`)
	officeOf      = pattern.New(`(?:^|, )(\p{Lu}[^,;]*?) ([Oo]ffice) of the C[A-Z]{1,2}O\b`)
)

// isWhat is a sentence that says what somebody is, and more behind it: "Ana Ruiz is director at
// River Alliance and a sailor".
var isWhat = pattern.New(`^(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}) is (?:an? |the )?([^,;:]{4,80}?)` +
	`(?: and (?:an? |has |is )[^;:]*)?$`)

// officeAtEnd tells a word with a capital that is an office, and ends no organisation's name.
func officeAtEnd(w string) bool {
	lower := plainWord(w)
	return startsUpper(w) && (titleWords[lower] || twoInOne(lower)) && !worksTogether[lower] && !orgTails[lower]
}

// worksTogether are offices whose word ends names of organisations too: "Harbor Partner", "Tidewell
// Trainer".
var worksTogether = wordSet("partner partners general principal owner defender master speaker rep resident")

// semicolons reads offices between semicolons: "Ana Ruiz; director of River Alliance; trustee".
// Whose the first is holds only where it is surely an organisation.
func (d *draft) semicolons(phrase string) (speaker, bool) {
	name, rest, ok := strings.Cut(phrase, ";")
	name = strings.TrimSpace(name)
	if !ok || !looksLikeName(trimLetters(name)) || d.isTitle(name) || isOrganisation(name) {
		return speaker{}, false
	}
	first, _, _ := strings.Cut(rest, ";")
	if !d.isTitle(first) {
		return speaker{}, false
	}
	if who := d.one(name + "," + first); strings.HasPrefix(name, who.name) && isOrganisation(who.org) {
		return who, true
	}
	return speaker{
		name: name, title: strings.Trim(rest, " .,"), org: release.Unknown, ok: true,
		unsure: "which of the offices between semicolons has the organisation's name is not sure; write it instead of the ?",
	}, true
}

// ownArticle gives an organisation's name the article with a capital that it begins with, behind
// a preposition: "spokesperson for A New Ropewalk".
func (d *draft) ownArticle(s, org string) string {
	if !d.english() || org == "" || org == release.Unknown {
		return org
	}
	if at := strings.Index(s, "A "+org); at > 0 && s[at-1] == ' ' {
		return "A " + org
	}
	return org
}

// whoseOwn is an office behind a comma of which a word says whose it is, and not the name.
var whoseOwn = pattern.New(`, (?:its|their|his|her) \p{Ll}`)

// ofItself takes back an organisation that comes from elsewhere in the release, where the phrase
// says only that the office is "its".
func (d *draft) ofItself(who speaker, phrase string) speaker {
	if who.org == "" || !whoseOwn.MatchString(phrase) || strings.Contains(phrase, who.org) {
		return who
	}
	who.org = release.Unknown
	who.unsure = "the text says “its” and no name with this office; write the organisation instead of the ?"
	return who
}
