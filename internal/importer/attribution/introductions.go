package attribution

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// People are named with their office in sentences that quote nobody: where they are appointed, and
// where organisation and office stand before the name.

// appointed tells who gets which office, in the languages that have it so.
var appointed = pattern.New(`\b(?:(?i:appointment|hiring|promotion|election|nomination|nombramiento|nomina|ernennung|` +
	`berufung) (?:of|de|von|di) |` +
	`(?:appointed|named|hired|elected|promoted|selected|welcomed|` +
	`(?i:appoints|names|hires|promotes|elects|selects|welcomes)|ernennt|beruft|nomme|nombra a|nomina) )` +
	`(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}) (?:as|to|zum|zur|comme|como|au poste de|en tant que|come|a) ` + newOffice)

// newOffice is the office that somebody gets.
const newOffice = `(?i:its |their |the |our |a |new |next |nouveau |nouvelle |nuevo |nueva |neuen |nuovo |nuova ){0,2}` +
	`((?:[^,.;:“”"«»]|\.[\p{Ll}\d]){3,120})`

var (
	// becomes tells the same of somebody who is its subject, perhaps with the organisation before the office.
	becomes = pattern.New(`(?:^|[.!?] |that )(?:Dr\.? |` +
		`Professor )?(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})(?:, [^,.;:“”"]{3,80},)? ` +
		`(?:(?:has been|have been|was|is|will be|has recently been) (?:appointed|named|hired|elected|promoted|selected) (?:as |to )?|` +
		`(?:has joined|joined|joins|will join|is joining) (\p{Lu}[^,.;:“”"]{1,60}?|the \p{Ll}+) as )` + newOffice)
	// namedOffice tells it with the office right behind the name.
	namedOffice = pattern.New(`\b(?:appoint(?:ed|s)|name[ds]|elect(?:ed|s)|promote[ds]|hire[ds]) ` +
		`(\p{Lu}[\p{L}’'.-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'.-]+) (?:its |the |new ){0,2}((?i:chief|president|vice|executive|managing|general|` +
		`senior|head|director|CEO|CFO|COO|CTO|chair)\p{Ll}*\b[^,.;:“”"]{0,120})`)
	// beyondOffice is what a sentence goes on with behind an office.
	beyondOffice = pattern.New(` (?:to \p{Ll}|effective|on|from|where|who|with|starting|beginning|following|succeeding|replacing|` +
		`in (?:\p{Lu}|\d)).*$`)
)

// meetAppointed notes whom a text tells of so. Where it names no organisation, it may be another
// than the one that issues the release, which is taken with a doubt when they are quoted.
func (d *Copy) meetAppointed(text string) {
	text = strings.ReplaceAll(text, "\n", " ")
	for _, m := range appointed.FindAllStringSubmatch(text, prose.MostFound) {
		d.meetInOffice(m[1], m[2], d.appoints(text, m[0]), m[0])
	}
	if !d.English() {
		return
	}
	for _, m := range namedOffice.FindAllStringSubmatch(text, prose.MostFound) {
		d.meetInOffice(m[1], m[2], d.appoints(text, m[0]), m[0])
	}
	for _, m := range becomes.FindAllStringSubmatch(text, prose.MostFound) {
		joined, _ := d.OrgRun(m[2])
		if joined != m[2] || m[2] == "" {
			joined = d.appoints(text, m[0])
		}
		d.meetInOffice(m[1], m[3], joined, m[0])
	}
}

// meetInOffice notes somebody with an office, as the phrase says, of an organisation that stands before it.
func (d *Copy) meetInOffice(name, office, org, phrase string) {
	if d.English() {
		office = beyondOffice.ReplaceAllString(office, "")
	}
	known := func(k Speaker) bool { return k.Name == name && k.Org != "" && k.Org != release.Unknown }
	if !d.IsTitle(office) || prose.IsOrganisation(name) || slices.ContainsFunc(d.Known, known) {
		return
	}
	who := Speaker{Name: name}
	who.Title, who.Org = d.TitleOrg(office)
	if who.Org == "" {
		who.Org = org
	}
	if who.Org == release.Unknown || !d.IsTitle(who.Title) {
		return
	}
	d.Known = slices.DeleteFunc(d.Known, func(k Speaker) bool { return k.Name == name })
	d.Known = append([]Speaker{d.doubt(who, phrase)}, d.Known...)
}

// appoints is the organisation with which an English sentence begins that tells of an appointment in the words
// given: "The River Alliance has appointed"; "" where something else stands between.
func (d *Copy) appoints(text, words string) string {
	before, _, _ := strings.Cut(text, words)
	before = before[prose.LastSentence(before, d.Cat):]
	if end, ok := prose.DatelineEnd(before); ok {
		before = before[end:]
	}
	m := appointing.FindStringSubmatch(before)
	if m == nil || !d.English() || !prose.LikeAName(m[1]) || prose.SentenceOpening[strings.ToLower(prose.FirstWord(m[1]))] ||
		!d.namedAsOrg(m[1]) && !prose.IsOrganisation(m[1]) && m[1] != d.Issuer() && !ofFirm.MatchString(m[2]) {
		return ""
	}
	return m[1]
}

// appointing is who appoints, before what says so.
var appointing = pattern.New(`^\s*(?:Today,? )?(?:[Tt]he )?(\p{Lu}[^,:;“”"«»()–—.]{1,60}?)(, [^,:;“”"«»]{3,120},)?` +
	`(?: (?:today|proudly|recently|also|has|have|is (?:pleased|proud|delighted) to|announced|announces|announce|welcomes?|` +
	`confirmed|confirms)){0,4}` +
	`(?: (?:the|its|that))?\s*$`)

// headed is an office with a name behind it, before the verb of a sentence.
var headed = pattern.New(`(?:President|Director|Chair|Chairman|Chairwoman|Chairperson|Secretary|CEO|Founder|Spokesperson|Spokesman|` +
	`Spokeswoman|Coordinator|Commissioner|Manager|Convener|Convenor|Leader|Officer|Chancellor|Vice-Chancellor|` +
	`Provost|Dean|Principal|Rector|Superintendent|Curator) ` +
	`(\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+)(?: I{2,3}| IV| Jr\.?)?(?:,| \p{Ll})`)

// alsoThere leads on to those who are there too.
var alsoThere = prose.WordSet("featuring including joining welcoming thanking introducing with")

// meetHeaded notes whom a text names behind an organisation and an office: "Harbor Workers’
// Association President Ana Ruiz welcomed".
func (d *Copy) meetHeaded(text string) {
	if !d.English() {
		return
	}
	for _, m := range headed.FindAllStringSubmatchIndex(text, prose.MostFound) {
		if d.isKnown(text[m[2]:m[3]]) {
			continue
		}
		toks := prose.Tokens(text[:m[0]])
		from := len(toks)
		for from > 0 && (toks[from-1].Capital || prose.OrgConnectors[toks[from-1].Text] && from > 1 && toks[from-2].Capital) &&
			!strings.ContainsAny(toks[from-1].Text, ".,;:”“\"") && len(toks)-from < 12 {
			from--
		}
		for from < len(toks) && (prose.SentenceOpening[strings.ToLower(toks[from].Text)] ||
			alsoThere[strings.ToLower(toks[from].Text)]) {
			from++
		}
		if from == len(toks) || heldBefore.MatchString(text[:toks[from].From]) {
			continue
		}
		who := d.Parse(text[toks[from].From:m[3]])
		if who.Name != text[m[2]:m[3]] || !prose.IsOrganisation(who.Org) {
			continue
		}
		who.Ok = false
		d.Known = append([]Speaker{who}, d.Known...)
	}
}

// subjectFirst is what a sentence begins with: "The Harbor Dockers Union (HDU) …".
var subjectFirst = pattern.New(`^(?:Today,? )?(?:[Tt]he )?(\p{Lu}[^,:;“”"«»()–—.]{3,80}?)(?: \([^()]{2,40}\))?,? \p{Ll}`)

// firstCalled is the organisation that the copy begins with and that can be called so for short;
// "" for none.
func (d *Copy) firstCalled(noun string) string {
	seen := 0
	for _, p := range d.Body {
		if p.Level > 0 || p.Text == "" || prose.LongPara(p.Text) {
			continue
		}
		if seen++; seen > 3 {
			break
		}
		m := subjectFirst.FindStringSubmatch(p.Text)
		if m == nil {
			continue
		}
		org, ok := d.OrgRun(m[1])
		if strings.EqualFold(org, noun) { // "Museum of Ropes"
			at := strings.Index(p.Text, m[1])
			m[1] = p.Text[at:]
			org, ok = d.OrgRun(m[1])
		}
		if ok && org != release.Unknown && !strings.EqualFold(org, noun) && strings.HasPrefix(m[1], org) && prose.IsOrganisation(org) &&
			!prose.Leading[strings.ToLower(prose.FirstWord(org))] && strings.Contains(" "+strings.ToLower(org)+" ", " "+noun+" ") {
			return org
		}
	}
	return ""
}

// namedWithOrg tells a name with an organisation behind its comma and nothing else, at the beginning
// of a paragraph: "Ana Ruiz, Rope & Tide:".
func (d *Copy) namedWithOrg(s string, who Speaker) bool {
	if m := nameInFront.FindStringSubmatch(s); m != nil && m[1] == who.Name {
		return d.regularName(m[1])
	}
	name, org, ok := strings.Cut(s, ", ")
	if !ok || name != who.Name || org != who.Org || !prose.LooksLikeName(name) || prose.IsOrganisation(name) || d.IsTitle(name) ||
		d.isPlace(name) {
		return false
	}
	spelled := prose.IsOrganisation(org) || spelledAsFirm.MatchString(org) || capitals.MatchString(org)
	if !spelled && !d.namedTwice(org) && d.listed() < 2 {
		return false // "Long Walk, Open Doors:" heads something
	}
	return len(strings.Fields(name)) < 4 && len(strings.Fields(org)) < 7 && !prose.SentenceOpening[strings.ToLower(prose.FirstWord(name))]
}

var (
	capitals = pattern.New(`\b\p{Lu}{3,}\b`)
	// nameInFront is a name with whose they are in brackets.
	nameInFront = pattern.New(`^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2}) \([\p{Lu}\d][^()\d]{2,60}\)$`)
	// listedSpeaker begins one of several statements, one below the other.
	listedSpeaker = pattern.New(`^\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}, \p{Lu}[^:“”«»"]{2,80} ?: ?[“«„"]`)
)

// listed is how many paragraphs begin so.
func (d *Copy) listed() int {
	n := 0
	for _, p := range d.Body {
		if !prose.LongPara(p.Text) && listedSpeaker.MatchString(p.Text) {
			n++
		}
	}
	return n
}
