package attribution

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"pressroom/internal/importer/prose"
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

// officersOwn is the office of somebody in public, which is called after them: “Harwell County Sheriff’s Office”.
var officersOwn = pattern.New(`^(?:the )?(?:\p{Lu}[\p{L}.-]* ){0,5}(?:Sheriff|Mayor|Governor|Attorney(?: General)?|Defender|Coroner|` +
	`Prosecutor|Clerk|Treasurer|Controller|Comptroller|Auditor|Commissioner|Ombudsman|Marshal|Solicitor|Inspector General|Chancellor|` +
	`Advocate|Examiner|President|Registrar)(?:’s|'s) (?:Office|Department|Bureau|Division|Commission)\b`)

// ownerOf is whose such a part is; "" for none.
func ownerOf(s string) string {
	m := ownPart.FindStringSubmatch(s)
	if m == nil || officersOwn.MatchString(s) {
		return ""
	}
	if strings.HasSuffix(m[1], "s’") || strings.HasSuffix(m[1], "s'") {
		return strings.TrimRight(m[1], "’'")
	}
	return trimPossessive(m[1])
}

// ofPart divides "staff engineer in Tidewell’s Marine Computing group".
func (d *Copy) ofPart(s string) (title, org string, ok bool) {
	m := withinPart.FindStringSubmatch(s)
	if m == nil || !d.English() {
		return "", "", false
	}
	org, title = ownerOf(m[2]), strings.Trim(m[1], " ,")
	if org == "" || !d.IsTitle(title) || prose.General[strings.ToLower(org)] {
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
	for n > 0 && prose.StartsUpper(words[n-1]) && !prose.TitleWords[strings.ToLower(words[n-1])] {
		n--
	}
	if n == 0 || n == len(words) || words[n-1] != "of" && words[n-1] != "the" {
		return ""
	}
	return strings.Join(words[n:], " ")
}

// branches stand before the number of a part of a union.
var branches = prose.WordSet("local lodge branch chapter district division no no. council")

// numbered is where a name ends that goes on with the number of a branch: "RWU local 214".
func numbered(toks []prose.Token, end int) int {
	if end+2 < len(toks) && branches[strings.ToLower(toks[end+1].Text)] && digitsOnly(toks[end+2].Text) {
		return end + 2
	}
	return end
}

func digitsOnly(s string) bool {
	s = strings.Trim(s, "#.,;:)")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// ownOffice is an office in what the release calls "the union": of the one that issues it.
var ownOffice = pattern.New(`\b(?:[Tt]he|[Oo]ur|[Ii]ts) (` + ownKinds + `|company|firm)(?:’s|'s) |` +
	`\b(?:of|at|for|with) (?:the|our) (` + ownKinds + `)[. ]*$|^(?:the )?(` + ownKinds + `|company) \p{Lu}`)

// ownKinds are nouns for organisations that one may call itself by.
const ownKinds = `union|association|foundation|university|museum|coalition|charity|federation|society|institute|alliance|trust|club|` +
	`festival|campaign|network|agency|authority|commission|council|party|church|diocese|chamber|league|(?i:airport|` +
	`aquarium|zoo|gallery|library|theat(?:re|er)|orchestra|hospital|hotel|school|college|centre|center|` +
	`park|garden)`

// smallKind is what the organisation is, in small letters before an office with a capital: "university
// President Ana Ruiz"; or the state, whose senator somebody is.
var smallKind = pattern.New(`^(?:the )?(state|city|county|company|` + ownKinds + `) (\p{Lu}[\p{L}.]+ .*)$`)

// kindFirst reads somebody with that.
func (d *Copy) kindFirst(phrase string) (Speaker, bool) {
	m := smallKind.FindStringSubmatch(phrase)
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	who := d.one(m[2])
	if !who.Ok || who.Name == "" || who.Title == "" || !strings.HasPrefix(m[2], prose.FirstWord(who.Title)) {
		return Speaker{}, false
	}
	if ownOffice.MatchString(phrase) && !strings.Contains(m[2], who.Org) {
		who.Org, who.Unsure = "", "" // that of another kind
	}
	who.Title = m[1] + " " + who.Title
	return d.ofIssuer(who, phrase), true
}

// atSchoolNow is somebody who works or studies at a school that stands before, with its "of": "University of Harwell
// professor Ana Ruiz".
var atSchoolNow = pattern.New(`^(?:the )?(\p{Lu}[^,.;:]*?) ((?:(?i:associate|assistant|adjunct|emeritus|visiting|graduate|PhD|` +
	`doctoral) ` +
	`|\p{Ll}+ ){0,2}(?i:professor|lecturer|researcher|scientist|student|historian|economist|\p{L}+ologist)) ` +
	`((?:Dr\.? )?\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,3})$`)

// schoolFirst reads that.
func (d *Copy) schoolFirst(phrase string) (Speaker, bool) {
	m := atSchoolNow.FindStringSubmatch(phrase)
	if m == nil || !d.English() || !studied.MatchString(m[1]) && !ofStudy.MatchString(m[1]) {
		return Speaker{}, false
	}
	if org, _ := d.OrgRun(m[1]); org != m[1] || prose.TitleWords[prose.PlainWord(prose.LastWord(m[1]))] {
		return Speaker{}, false
	}
	return Speaker{Name: m[3], Title: m[2], Org: m[1], Ok: true}, true
}

// schoolsOffice divides what somebody is at a school with its "of", behind a name: "University of Harwell Professor".
func (d *Copy) schoolsOffice(s string) (title, org string, ok bool) {
	s, _, _ = strings.Cut(s, ",")
	who, ok := d.schoolFirst(s + " Ana Ruiz")
	return who.Title, who.Org, ok
}

// ofIssuer fills in for such an office the organisation that issues the release, if it can be
// called so.
func (d *Copy) ofIssuer(who Speaker, phrase string) Speaker {
	if !who.Ok || who.Name == "" || !d.English() {
		return who
	}
	m := ownOffice.FindStringSubmatch(phrase)
	if m == nil || strings.Contains(phrase, ", "+m[0]) && !d.IsTitle(upToComma(behind(phrase, m[0]))) {
		return who
	}
	if m[1] != "" && !d.IsTitle(before(phrase, m[0])) && !d.IsTitle(upToComma(behind(phrase, m[0]))) {
		return who // "Ana Ruiz at a ball in the hospital's garden"
	}
	kind := cmp.Or(m[1], m[2], m[3])
	org := d.issuerAs("the " + kind)
	if org == release.Unknown {
		org = cmp.Or(d.onlyCalled(kind), org)
	}
	if org == release.Unknown && strings.EqualFold(who.Org, kind) {
		who.Org, who.Unsure = org, "the text does not name here the organisation of this speaker; write it instead of the ?"
	}
	if org == release.Unknown || who.Org != "" && who.Org != release.Unknown && who.Org != org && !strings.EqualFold(who.Org, kind) {
		return who
	}
	who.Org, who.Unsure = org, ""
	who.Title = strings.TrimPrefix(who.Title, "the ")
	who.Title = theKind.ReplaceAllString(who.Title, "")
	return who
}

// theKind is what an office says of the organisation whose it is.
var theKind = pattern.New(`^(?:` + ownKinds + `|company|firm)(?:’s|'s)? | (?:of|at|for|with) (?:the|our) (?:` + ownKinds + `)$`)

// onlyCalled is the one organisation in the text of whose name such a noun is the first or the last
// word: "Marlow Aquarium", "Aquarium of the Harbor"; "" for none, or several.
func (d *Copy) onlyCalled(noun string) string {
	noun = strings.ToUpper(noun[:1]) + strings.ToLower(noun[1:])
	re := regexp.MustCompile(`(?:\bthe \p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){0,2} and |` +
		`\b(?:Save|Stop|Protect|Keep|Defend|Support|Friends of) the )?(?:\p{Lu}[\p{L}’'.-]+ ){0,6}\b` + noun +
		`(?: (?:of|for) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?(?:[^\p{L}-]|$)`)
	found := ""
	for text := range d.texts() {
		for _, name := range re.FindAllString(text, prose.MostFound) {
			name = strings.TrimRightFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
			for first := strings.ToLower(prose.FirstWord(name)); prose.SentenceOpening[first] ||
				prose.Leading[first]; first = strings.ToLower(prose.FirstWord(name)) {
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
func (d *Copy) afterTrade(head, rest string) Speaker {
	m := tradeBefore.FindStringSubmatch(strings.TrimSpace(head))
	if m == nil || !d.English() || prose.IsOrganisation(m[2]) || d.IsTitle(m[2]) {
		return Speaker{}
	}
	for _, w := range []string{prose.FirstWord(m[1]), prose.LastWord(m[1])} {
		if behindName[w] || prose.OrgConnectors[w] || prose.Leading[w] {
			return Speaker{} // "chair of Harbor Table"
		}
	}
	if d.IsTitle(rest) {
		return Speaker{Name: m[2], Ok: true}
	}
	if rest != "" {
		return Speaker{}
	}
	return Speaker{Name: m[2], Title: strings.TrimSpace(m[1]), Org: release.Unknown, Ok: true}
}
