package importer

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Who works in a part of an organisation speaks for the organisation, which owns it: "general
// manager of Tidewell’s Lantern division".

// ownPart is a part with its owner before it.
var ownPart = pattern.New(`^(?:the )?(\p{Lu}[\p{L}\d&.-]*(?: \p{Lu}[\p{L}\d&.-]*){0,4}?(?:’s|'s|s’|s')) [^,;:“”"]{0,60}?` +
	`\b(?i:division|team|group|unit|department|lab|laboratory|practice|business|arm|branch|section|program|programme|project|` +
	`board|committee|subsidiary|office)\b`)

// withinPart is an office with such a part behind it, where the preposition may stand before
// places too.
var withinPart = pattern.New(`^(.*\S),? (?:in|on|within|inside|from|at|with|of|for|to) (?:the )?(\p{Lu}.*(?:’s|'s|s’|s') .*)$`)

// ownerOf is whose such a part is; "" for none.
func ownerOf(s string) string {
	m := ownPart.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if strings.HasSuffix(m[1], "s’") || strings.HasSuffix(m[1], "s'") {
		return strings.TrimRight(m[1], "’'")
	}
	return trimPossessive(m[1])
}

// ofPart divides "staff engineer in Tidewell’s Marine Computing group".
func (d *draft) ofPart(s string) (title, org string, ok bool) {
	m := withinPart.FindStringSubmatch(s)
	if m == nil || d.base() != "en" {
		return "", "", false
	}
	org, title = ownerOf(m[2]), strings.Trim(m[1], " ,")
	if org == "" || !d.isTitle(title) || general[strings.ToLower(org)] {
		return "", "", false
	}
	if begun := capitalsLast(title); begun != "" && strings.HasPrefix(s, m[1]+" of ") {
		end := strings.Index(s, m[2]) + len(org)
		org = s[len(title)-len(begun) : end] // "chair of the Conference of Harbor Cities’ committee on lamps"
		title = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(title, begun), "the "), "of ")
	}
	return strings.TrimSpace(title), org, true
}

// capitalsLast are the words with capitals with which an office ends behind "of" or "the", as an organisation's name
// begins: "chair of the Conference".
func capitalsLast(title string) string {
	words := strings.Fields(title)
	n := len(words)
	for n > 0 && startsUpper(words[n-1]) && !titleWords[strings.ToLower(words[n-1])] {
		n--
	}
	if n == 0 || n == len(words) || words[n-1] != "of" && words[n-1] != "the" {
		return ""
	}
	return strings.Join(words[n:], " ")
}

// branches stand before the number of a part of a union.
var branches = wordSet("local lodge branch chapter district division no no. council")

// numbered is where a name ends that goes on with the number of a branch: "RWU local 214".
func numbered(toks []token, end int) int {
	if end+2 < len(toks) && branches[strings.ToLower(toks[end+1].text)] && digitsOnly(toks[end+2].text) {
		return end + 2
	}
	return end
}

func digitsOnly(s string) bool {
	s = strings.Trim(s, "#.,;:)")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// ownOffice is an office in what the release calls "the union": of the one that issues it.
var ownOffice = pattern.New(`\b(?:[Tt]he|[Oo]ur|[Ii]ts) (union|company|association|foundation|university|museum|coalition|charity|` +
	`federation|` +
	`society|institute|alliance|firm|trust|club|festival|campaign|network|(?i:aquarium|zoo|gallery|library|theat(?:re|er)|orchestra|` +
	`hospital|school|college|centre|center|park|garden))(?:’s|'s) `)

// ofIssuer fills in for such an office the organisation that issues the release, if it can be
// called so.
func (d *draft) ofIssuer(who speaker, phrase string) speaker {
	if !who.ok || who.name == "" || d.base() != "en" {
		return who
	}
	m := ownOffice.FindStringSubmatch(phrase)
	if m == nil {
		return who
	}
	org := d.issuerAs("the " + m[1])
	if org == release.Unknown {
		org = cmp.Or(d.onlyCalled(m[1]), org)
	}
	if org == release.Unknown && strings.EqualFold(who.org, m[1]) {
		who.org, who.unsure = org, "the text does not name here the organisation of this speaker; write it instead of the ?"
	}
	if org == release.Unknown || who.org != "" && who.org != release.Unknown && who.org != org && !strings.EqualFold(who.org, m[1]) {
		return who
	}
	who.org, who.unsure = org, ""
	who.title = strings.TrimPrefix(who.title, "the ")
	for _, owner := range []string{m[1] + "’s ", m[1] + "'s "} {
		who.title = strings.TrimPrefix(who.title, owner)
	}
	return who
}

// onlyCalled is the one organisation in the text of whose name such a noun is the first or the last
// word: "Marlow Aquarium", "Aquarium of the Harbor"; "" for none, or several.
func (d *draft) onlyCalled(noun string) string {
	noun = strings.ToUpper(noun[:1]) + strings.ToLower(noun[1:])
	re := regexp.MustCompile(`(?:\p{Lu}[\p{L}’'.-]+ ){0,4}\b` + noun +
		`(?: (?:of|for) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?(?:[^\p{L}-]|$)`)
	found := ""
	for text := range d.texts() {
		for _, name := range re.FindAllString(text, mostFound) {
			name = trimPossessive(strings.TrimRightFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }))
			for first := strings.ToLower(firstWord(name)); sentenceOpening[first] || leading[first]; first = strings.ToLower(firstWord(name)) {
				_, name, _ = strings.Cut(name, " ")
			}
			if name == noun || name == found || name == "" {
				continue
			}
			if found != "" {
				return ""
			}
			found = name
		}
	}
	return found
}

// tradeBefore is a trade in small letters before a name: "web standards author Ana Ruiz".
var tradeBefore = pattern.New(`^(?:the )?((?:\p{Ll}[\p{L}-]+ ){1,3})(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)

// afterTrade reads a name with that before it, where an office stands behind its comma.
func (d *draft) afterTrade(head, rest string) speaker {
	m := tradeBefore.FindStringSubmatch(strings.TrimSpace(head))
	if m == nil || d.base() != "en" || !looksLikeName(m[2]) || isOrganisation(m[2]) || d.isTitle(m[2]) {
		return speaker{}
	}
	for _, w := range []string{firstWord(m[1]), lastWord(m[1])} {
		if behindName[w] || orgConnectors[w] || leading[w] {
			return speaker{} // "chair of Harbor Table"
		}
	}
	if d.isTitle(rest) {
		return speaker{name: m[2], ok: true}
	}
	if rest != "" {
		return speaker{}
	}
	return speaker{name: m[2], title: strings.TrimSpace(m[1]), org: release.Unknown, ok: true}
}
