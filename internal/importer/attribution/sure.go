package attribution

import (
	"fmt"
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *Copy) withoutOffices(who Speaker, phrase string) Speaker {
	if officeLetters.MatchString(who.Org) { // "office of the CTO"
		if m := officeOf.FindStringSubmatch(phrase); m != nil {
			if org, _ := d.OrgRun(m[1]); org == m[1] {
				who.Org, who.Title = org, strings.Trim(strings.TrimSuffix(who.Title, m[1]+" "+m[2]), " ,")
				return who
			}
		}
		who.Title = wholeOffice(phrase, who.Title, who.Org)
		who.Org, who.Unsure = release.Unknown, overWhich(who.Org)
		return who
	}
	if first, more, ok := strings.Cut(who.Org, " and "); ok && who.Title != "" && officeOfAnother(more) {
		who.Org = first
		return who
	}
	words := strings.Fields(who.Org)
	end := len(words)
	for i := 1; i+1 < len(words) && !prose.IsOrganisation(words[len(words)-1]); i++ {
		if officeAtEnd(words[i]) && ands[words[i+1]] {
			end = i + 1
			break
		}
	}
	for end > 0 && ands[strings.ToLower(words[end-1])] {
		end--
	}
	from := end
	for from > 0 && (officeAtEnd(words[from-1]) || from < end && prose.TitleModifiers[strings.ToLower(words[from-1])]) {
		from--
	}
	public := end > 0 && prose.PublicOffices[strings.ToLower(words[end-1])]
	if from == 0 || from == len(words) || public || from == end && who.Title == "" {
		return who
	}
	name := strings.Join(words[:from], " ")
	whole := phrase
	if at := strings.Index(phrase, who.Org); at >= 0 {
		whole = phrase[at:]
		if who.Title != "" {
			if before, _, ok := strings.Cut(phrase[:at], who.Title); ok {
				name, whole = "", phrase[len(before):at+len(who.Org)]
			}
		}
	}
	switch {
	case name != "" && (prose.IsOrganisation(name) || d.knownOrg(name) || d.actsAsOrg(name)):
		who.Title = strings.TrimSpace(strings.Join(words[from:], " ") + " " + who.Title)
		who.Org = name
		return who
	case from < end && !strings.Contains(whole, who.Name):
		who.Title = whole
	case from < end:
		who.Title = strings.TrimSpace(who.Org + " " + who.Title)
	}
	who.Unsure = fmt.Sprintf("%q has an office in it, and it is not sure where the organisation's name ends; write it instead of the ?",
		who.Org)
	who.Org = release.Unknown
	return who
}

// officeOfAnother tells the office of an organisation that is named before it: "River Alliance Board Member".
func officeOfAnother(s string) bool {
	words := strings.Fields(s)
	from := len(words)
	for from > 0 && (officeAtEnd(words[from-1]) || prose.TitleModifiers[strings.ToLower(words[from-1])]) {
		from--
	}
	return from < len(words) && prose.IsOrganisation(strings.Join(words[:from], " "))
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
	lower := prose.PlainWord(w)
	return prose.StartsUpper(w) && (prose.TitleWords[lower] || prose.TwoInOne(lower)) && !worksTogether[lower] && !prose.OrgTails[lower]
}

// worksTogether are offices whose word ends names of organisations too: "Harbor Partner", "Tidewell
// Trainer".
var worksTogether = prose.WordSet("partner partners general principal owner defender master speaker rep resident")

// semicolons reads offices between semicolons: "Ana Ruiz; director of River Alliance; trustee".
// Whose the first is holds only where it is surely an organisation.
func (d *Copy) semicolons(phrase string) (Speaker, bool) {
	name, rest, ok := strings.Cut(phrase, ";")
	name = strings.TrimSpace(name)
	if !ok || !prose.LooksLikeName(prose.TrimLetters(name)) || d.IsTitle(name) || prose.IsOrganisation(name) {
		return Speaker{}, false
	}
	first, _, _ := strings.Cut(rest, ";")
	if !d.IsTitle(first) {
		return Speaker{}, false
	}
	if who := d.one(name + "," + first); strings.HasPrefix(name, who.Name) && prose.IsOrganisation(who.Org) {
		return who, true
	}
	return Speaker{
		Name: name, Title: strings.Trim(rest, " .,"), Org: release.Unknown, Ok: true,
		Unsure: "which of the offices between semicolons has the organisation's name is not sure; write it instead of the ?",
	}, true
}

// ownArticle gives an organisation's name the article with a capital that it begins with, behind
// a preposition: "spokesperson for A New Ropewalk".
func (d *Copy) ownArticle(s, org string) string {
	if !d.English() || org == "" || org == release.Unknown {
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
func (d *Copy) ofItself(who Speaker, phrase string) Speaker {
	if who.Org == "" || !whoseOwn.MatchString(phrase) || strings.Contains(phrase, who.Org) {
		return who
	}
	who.Org = release.Unknown
	who.Unsure = "the text says “its” and no name with this office; write the organisation instead of the ?"
	return who
}
