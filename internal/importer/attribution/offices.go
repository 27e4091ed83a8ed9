package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Offices read easily as organisations: a district attorney is nobody's attorney, and
// an insurance commissioner does not speak for a company called Insurance.

// officeWords stand before such a title and belong to it.
var officeWords = prose.WordSet(`crown prime district state's state county's prosecuting deputy assistant chief city's harbour
	harbor port ` +
	`fire police insurance health labor labour education water forest prison school tax finance
	defense defence interior foreign home trade transport agriculture fisheries lands housing social justice attorney lieutenant`)

// office widens a title to the words before it that belong to it, and says which
// organisation is left: where an office stands for its own, that is the whole.
func office(s string, run []prose.Token, start, last int) (from int, org string) {
	if !prose.PublicOffices[prose.PlainWord(run[last].Text)] {
		return start, ""
	}
	if teaches := s[run[0].From:run[last].To]; start == last && last > 0 && schoolsChief.MatchString(teaches) {
		return last, s[run[0].From:run[last-1].To]
	}
	for start > 0 && officeWords[strings.ToLower(strings.ReplaceAll(strings.Trim(run[start-1].Text, ".,"), "’", "'"))] {
		start--
	}
	if federal := federalAttorney.FindString(s[run[0].From:run[last].To]); federal != "" {
		return 0, ""
	}
	if start == 1 && strings.EqualFold(run[last].Text, "mayor") {
		return start, release.Unknown // the town is named, and nobody says that the town speaks
	}
	districtAttorney := func() bool {
		return strings.EqualFold(run[last-1].Text, "district") && strings.EqualFold(run[last].Text, "attorney")
	}
	if start == 1 && !districtAttorney() && !prose.OrgOnly(run[:1]) && run[0].Text != strings.ToUpper(run[0].Text) {
		start = 0 // one word is what the office is over
	}
	if start > 0 && strings.EqualFold(run[last].Text, "attorney") {
		return start, s[run[0].From:run[last].To]
	}
	return start, ""
}

// pastField leaves a field to the organisation before it, where whoever leads one has none:
// "Norhaven Energy Chief Executive Officer".
func (d *Copy) pastField(s string, run []prose.Token, start, last int) int {
	if start == 0 || !fields[strings.ToLower(run[start].Text)] {
		whole := ""
		if start > 0 && start < last && ofWholes[strings.ToLower(run[start].Text)] {
			whole = s[run[start-1].From:run[start].To]
		}
		if whole != "" && d.standsByItself(whole) {
			return start + 1 // "Tidewell Regional" has a name of its own elsewhere
		}
		return start
	}
	next := strings.ToLower(run[start+1].Text)
	if next == "chief" && start+1 < last || leaders[next] || strings.Count(d.Source, s[run[start-1].From:run[start].To]) > 1 {
		return start + 1
	}
	return start
}

// standsByItself tells a name that the copy has with nothing in capitals behind it.
func (d *Copy) standsByItself(name string) bool {
	return d.hasLike(`(?:^|[^\p{L}-])`, name, `(?:’s|'s)?(?:[.,;:)]|$| \p{Ll})`)
}

// ofWholes are words before an office that may end the name of the organisation too.
var ofWholes = prose.WordSet("regional national local federal state community media research science development resources " +
	"product engineering")

// schoolsChief is the office of whoever leads the schools of a district, behind what they are called.
var schoolsChief = pattern.New(`^\p{Lu}.* (?:School (?:District|System|Division|Corporation)|Schools) Superintendent$`)

// federalAttorney is an office of the state's that is called after it.
var federalAttorney = pattern.New(`^(?:(?:Acting|Assistant|First|Interim|Special) )*(?:U\.S\.|US|United States) Attorney$`)

var (
	fields  = prose.WordSet(`energy health media education communications digital engineering resources science technology research financial`)
	leaders = prose.WordSet(`ceo cfo cto coo president founder co-founder cofounder chairman chairwoman chairperson`)
)

// elected are ranks that say more of somebody than what else they lead.
var elected = prose.WordSet("senator sen representative rep congressman congresswoman governor gov")

// ranked moves a rank from the name to the title, before another that somebody has.
func ranked(who Speaker) Speaker {
	if name, ok := strings.CutPrefix(who.Name, "Justice "); ok && chiefJustice.MatchString(who.Title) {
		who.Title, who.Name = who.Title+" Justice", name
	}
	if m := lowerProfessor.FindStringSubmatch(who.Name); m != nil {
		who.Title, who.Name = cmp.Or(who.Title, m[1]), m[2]
	}
	if rank, name, ok := strings.Cut(who.Name, " "); ok && elected[prose.PlainWord(rank)] && outOfOffice.MatchString(who.Title) {
		who.Title, who.Name = rank, name // "Rep. Ana Ruiz, a former keeper"
	}
	before := ""
	for {
		rank, name, ok := strings.Cut(who.Name, " ")
		if !ok || !prose.Ranks[prose.PlainWord(rank)] || who.Title != "" && !strings.Contains(name, " ") {
			break
		}
		before, who.Name = strings.TrimSpace(before+" "+rank), name
	}
	switch {
	case before == "" || prose.WordIn(strings.ToLower(who.Title), strings.ToLower(before)):
	case who.Title == "":
		who.Title = before
	default:
		who.Title = before + ", " + who.Title // "Professor Ana Ruiz, chair of the Harbor Alliance"
	}
	return who
}

// chiefJustice is what stands before "Justice", which is no office elsewhere.
var chiefJustice = pattern.New(`^(?:(?:Acting|Former|Deputy) )?Chief$`)

// bareOffice takes back an organisation that is not sure where the phrase has nothing but the name and
// an office that may be one's own: "Head of School Ana Ruiz".
func bareOffice(who Speaker, phrase string) Speaker {
	if who.Org != release.Unknown && who.Org != "" || who.Unsure != "" || who.Title == "" || who.Name == "" {
		return who
	}
	office, ok := strings.CutSuffix(strings.Trim(phrase, " .,"), " "+who.Name)
	if ok && strings.HasPrefix(office, who.Title) && ofUnit.MatchString(office) {
		who.Title, who.Org = office, ""
	}
	return who
}

// ofUnit is an office over a unit that every organisation of its kind has.
var ofUnit = pattern.New(`(?i)^(?:(?:acting|deputy|associate) )*(?:head|director|chair|dean) of (?:(?:the )?` +
	`(?:school|department|faculty|division|studies|programme|program|research|operations|communications|education|collections|` +
	`exhibitions|learning|content|product|engineering|marketing|sales|policy|design))$`)

// headsOf are heads of names of organisations that go on with "of".
var headsOf = prose.WordSet(`university ministry department institute college school bank office chamber port city council court board ` +
	`bureau museum society union federation association guild league house academy centre center
	universidad ministerio ayuntamiento instituto colegio cámara universität ministerium université ministère université università ` +
	`ministero universiteit ministerie`)

// whole reads "University of Marlow" as one name.
func (d *Copy) whole(s string) (string, bool) {
	toks := prose.Tokens(s)
	if len(toks) < 3 || !toks[0].Capital || !headsOf[strings.ToLower(toks[0].Text)] || !prose.OfWord[strings.ToLower(toks[1].Text)] {
		return "", false
	}
	return d.OrgRun(s)
}

// relative begins what is told of somebody, and is no office of theirs.
var relative = prose.WordSet(`who whose whom which that where when qui dont que quien cuyo der die das den dem welcher welche die
	dat wie um`)

// told is a title that is no title but a sentence.
func told(title string) bool {
	words, small := strings.Fields(title), 0
	for _, w := range words {
		if !prose.StartsUpper(w) {
			small++
		}
	}
	return len(words) > 24 || len(words) > 16 && small*2 > len(words) || sentenceSign.MatchString(title)
}

var sentenceSign = pattern.New(`(?i)\b(?:according to|said that|says that|when a|told)\b`)

// spokesman is somebody without a name who speaks for an organisation that is named
// before the office: "an EGO spokesman".
var spokesman = pattern.New(`^(?i:a|an|the)\s+(\p{Lu}\S*(?: \p{Lu}\S*){0,5})(?:’s|'s)?\s+(?:spokesman|spokeswoman|spokesperson|` +
	`official|` +
	`representative)$`)

// spokesmen are such people behind whom the organisation stands: "Representatives from the
// River Alliance".
var spokesmen = pattern.New(`^(?i:(?:a |the |two |several )?(?:representatives?|officials?|` +
	`spokes(?:person|people|man|woman|men|women)|organi[sz]ers)) (?:from|of|at|for|with) (?:the )?(\p{Lu}.*)$`)

// longestWritten is how many words a name may have of which initials are given.
const longestWritten = 9

func (d *Copy) spokesman(phrase string) Speaker {
	m := spokesman.FindStringSubmatch(phrase)
	if m == nil {
		if m = spokesmen.FindStringSubmatch(phrase); m != nil {
			if org, ok := d.OrgRun(m[1]); ok && org == m[1] {
				return Speaker{Org: org, Ok: true}
			}
		}
		return Speaker{}
	}
	return Speaker{Org: d.written(trimPossessive(m[1])), Ok: true}
}

// written is an organisation as the text writes it out where it gives its initials:
// "Enlisted Guild of Ohio (EGO)".
func (d *Copy) written(initials string) string {
	for _, p := range d.Body {
		before, _, ok := strings.Cut(p.Text, "("+initials+")")
		if !ok || prose.LongPara(p.Text) {
			continue
		}
		words := prose.Tokens(before)
		for _, w := range words[max(0, len(words)-longestWritten):] {
			if !w.Capital || prose.Leading[strings.ToLower(w.Text)] {
				continue
			}
			name := strings.TrimSpace(before[w.From:])
			if org, _ := d.OrgRun(name); org == name && strings.Contains(name, " ") {
				return name
			}
		}
	}
	return initials
}

var (
	// rankAndName introduces somebody with a rank: "Senator Ana Ruiz".
	rankAndName = pattern.New(`\b(\p{Lu}\p{Ll}+\.?) (\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})`)
	// generalNamed introduces who leads a body that is named by its initials: "HBT Secretary-General Ana Ruiz".
	generalNamed = pattern.New(`\b(\p{Lu}{2,5}) ((?:Secretary|Director)[- ]General),? ` +
		`(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})`)
	// heldBefore ends what stands before an office that somebody had: "former ".
	heldBefore = pattern.New(`\b(?i:former|ex|retired|late|then|one-time)[ -]$`)
	// titleAndName introduces somebody with an organisation and a title in small letters:
	// "Tidewell co-founder and executive chair Ana Ruiz".
	titleAndName = pattern.New(`(\p{Lu}[\p{L}\d’'.&-]+(?: \p{Lu}[\p{L}\d’'.&-]+){0,4} (?:\p{Ll}[\p{L}-]+ ){1,6}\p{Lu}[\p{L}’'.-]+(?: ` +
		`\p{Lu}[\p{L}’'.-]+){1,2})`)
	// apposed is what stands between commas behind a name.
	apposed = pattern.New(`^, ([^,.;:“”"«»]{5,120}),`)
)

// meet notes whom a text names with a rank or title before the name, before anybody
// is quoted.
func (d *Copy) meet(text string) {
	for _, m := range rankAndName.FindAllStringSubmatchIndex(text, prose.MostFound) {
		rank, name := text[m[2]:m[3]], text[m[4]:m[5]]
		if !prose.Ranks[prose.PlainWord(rank)] || d.isKnown(name) || strings.HasSuffix(text[:m[2]], "-") || // "Secretary-General"
			heldBefore.MatchString(text[:m[2]]) {
			continue
		}
		who := Speaker{Name: name, Title: rank, Org: d.bodyBehind(text[m[5]:])}
		if m := apposed.FindStringSubmatch(text[m[5]:]); m != nil && who.Org == "" && d.IsTitle(m[1]) {
			if title, org := d.TitleOrg(m[1]); title != "" && prose.IsOrganisation(org) {
				who.Title, who.Org = title, org
			}
		}
		d.Known = append([]Speaker{who}, d.Known...)
	}
	for _, m := range generalNamed.FindAllStringSubmatch(text, prose.MostFound) {
		if !d.isKnown(m[3]) {
			d.Known = append([]Speaker{{Name: m[3], Title: m[2], Org: m[1]}}, d.Known...)
		}
	}
	d.offices(text)
	if !d.English() {
		d.meetInFront(text)
		return
	}
	for range 80 {
		at := titleAndName.FindStringIndex(text)
		if at == nil {
			return
		}
		m := heldBefore.FindString(text[:at[0]]) + text[at[0]:at[1]]
		who := d.Parse(d.inSentence(m))
		if who.Org != "" && strings.HasSuffix(m, who.Org) { // which may go on behind: "Ruiz is a cook with the Rope and Lamp Society"
			who = d.Parse(d.inSentence(m) + untilStop.FindString(text[at[1]:]))
		}
		if !who.Ok || who.Org == "" || who.Title == "" || !d.IsTitle(who.Title) {
			text = text[at[0]+len(prose.FirstWord(m)):] // "The guide is by" is no organisation: somebody may follow
			continue
		}
		if text = text[at[1]:]; !d.isKnown(who.Name) {
			who.Ok = false
			d.Known = append([]Speaker{who}, d.Known...)
		}
	}
}

// titleBehind reads a title that follows a name without a comma: "Ana Ruiz Director of
// Marketing at Tidewater Phones".
func (d *Copy) titleBehind(head string, toks []prose.Token, run int) (Speaker, bool) {
	var words []string
	for _, t := range toks {
		words = append(words, t.Text)
	}
	for i := 2; i < run && i < 4; i++ {
		end := d.OfficeEnd(words, i)
		if end == 0 || end == len(toks) || prose.Honorifics[prose.PlainWord(words[i])] {
			continue
		}
		name := head[toks[0].From:toks[i-1].To]
		if !prose.LooksLikeName(name) || d.IsTitle(name) || prose.OrgOnly(toks[:i]) {
			return Speaker{}, false
		}
		if !isPreposition(strings.ToLower(words[end]), d.Base()) {
			return Speaker{}, false
		}
		title, org := d.TitleOrg(head[toks[i].From:])
		if org == "" {
			return Speaker{}, false
		}
		return Speaker{Name: name, Title: title, Org: org, Ok: true}, true
	}
	return Speaker{}, false
}

// trade tells what somebody is by trade, before a name of two words, where an article
// stands before it: "la archivera Ana Ruiz". English does not write so.
func (d *Copy) trade(head string, toks []prose.Token, i int) bool {
	before := strings.ToLower(strings.TrimSpace(head[:toks[0].From]))
	return !d.English() && i <= 2 && prose.Leading[before] && len(toks)-i > 1 && prose.LooksLikeName(head[toks[i].From:])
}
