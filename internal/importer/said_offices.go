package importer

import (
	"cmp"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Offices read easily as organisations: a district attorney is nobody's attorney, and
// an insurance commissioner does not speak for a company called Insurance.

// publicOffices are titles of which the words before say what they are over.
var publicOffices = wordSet(`attorney prosecutor commissioner master minister secretary superintendent sheriff marshal warden ` +
	`ombudsman controller comptroller auditor coroner registrar constable magistrate mayor treasurer mec`)

// officeWords stand before such a title and belong to it.
var officeWords = wordSet(`crown prime district state's state county's prosecuting deputy assistant chief city's harbour harbor port ` +
	`fire police insurance health labor labour education water forest prison school tax finance
	defense defence interior foreign home trade transport agriculture fisheries lands housing social justice attorney lieutenant`)

// office widens a title to the words before it that belong to it, and says which
// organisation is left: where an office stands for its own, that is the whole.
func office(s string, run []token, start, last int) (from int, org string) {
	if !publicOffices[plainWord(run[last].text)] {
		return start, ""
	}
	if teaches := s[run[0].from:run[last].to]; start == last && last > 0 && schoolsChief.MatchString(teaches) {
		return last, s[run[0].from:run[last-1].to]
	}
	for start > 0 && officeWords[strings.ToLower(strings.ReplaceAll(strings.Trim(run[start-1].text, ".,"), "’", "'"))] {
		start--
	}
	if federal := federalAttorney.FindString(s[run[0].from:run[last].to]); federal != "" {
		return 0, ""
	}
	if start == 1 && strings.EqualFold(run[last].text, "mayor") {
		return start, release.Unknown // the town is named, and nobody says that the town speaks
	}
	districtAttorney := func() bool {
		return strings.EqualFold(run[last-1].text, "district") && strings.EqualFold(run[last].text, "attorney")
	}
	if start == 1 && !districtAttorney() && !orgOnly(run[:1]) && run[0].text != strings.ToUpper(run[0].text) {
		start = 0 // one word is what the office is over
	}
	if start > 0 && strings.EqualFold(run[last].text, "attorney") {
		return start, s[run[0].from:run[last].to]
	}
	return start, ""
}

// pastField leaves a field to the organisation before it, where whoever leads one has none:
// "Norhaven Energy Chief Executive Officer".
func (d *draft) pastField(s string, run []token, start, last int) int {
	if start == 0 || !fields[strings.ToLower(run[start].text)] {
		whole := ""
		if start > 0 && start < last && ofWholes[strings.ToLower(run[start].text)] {
			whole = s[run[start-1].from:run[start].to]
		}
		if whole != "" && d.standsByItself(whole) {
			return start + 1 // "Tidewell Regional" has a name of its own elsewhere
		}
		return start
	}
	next := strings.ToLower(run[start+1].text)
	if next == "chief" && start+1 < last || leaders[next] || strings.Count(d.source, s[run[start-1].from:run[start].to]) > 1 {
		return start + 1
	}
	return start
}

// standsByItself tells a name that the copy has with nothing in capitals behind it.
func (d *draft) standsByItself(name string) bool {
	return d.hasLike(`(?:^|[^\p{L}-])`, name, `(?:’s|'s)?(?:[.,;:)]|$| \p{Ll})`)
}

// ofWholes are words before an office that may end the name of the organisation too.
var ofWholes = wordSet("regional national local federal state community media research science development resources product engineering")

// schoolsChief is the office of whoever leads the schools of a district, behind what they are called.
var schoolsChief = pattern.New(`^\p{Lu}.* (?:School (?:District|System|Division|Corporation)|Schools) Superintendent$`)

// federalAttorney is an office of the state's that is called after it.
var federalAttorney = pattern.New(`^(?:(?:Acting|Assistant|First|Interim|Special) )*(?:U\.S\.|US|United States) Attorney$`)

var (
	fields  = wordSet(`energy health media education communications digital engineering resources science technology research financial`)
	leaders = wordSet(`ceo cfo cto coo president founder co-founder cofounder chairman chairwoman chairperson`)
)

// ranks stand before a name and are a title of their own.
var ranks = wordSet(`professor senator representative governor premier mayor judge rabbi bishop pastor reverend imam councillor ` +
	`councilmember councilman councilwoman cllr assemblymember assemblyman assemblywoman ` +
	`congresswoman congressman minister ambassador archbishop cardinal archdeacon artist filmmaker captain sergeant colonel ` +
	`general detective inspector constable lieutenant commander admiral brigadier major corporal justice supervisor alderman ` +
	`sen rep gov lt col maj gen brig capt cpt sgt cpl det insp supt cmdr adm trooper`)

// elected are ranks that say more of somebody than what else they lead.
var elected = wordSet("senator sen representative rep congressman congresswoman governor gov")

// ranked moves a rank from the name to the title, before another that somebody has.
func ranked(who speaker) speaker {
	if name, ok := strings.CutPrefix(who.name, "Justice "); ok && chiefJustice.MatchString(who.title) {
		who.title, who.name = who.title+" Justice", name
	}
	if m := lowerProfessor.FindStringSubmatch(who.name); m != nil {
		who.title, who.name = cmp.Or(who.title, m[1]), m[2]
	}
	if rank, name, ok := strings.Cut(who.name, " "); ok && elected[plainWord(rank)] && outOfOffice.MatchString(who.title) {
		who.title, who.name = rank, name // "Rep. Ana Ruiz, a former keeper"
	}
	before := ""
	for {
		rank, name, ok := strings.Cut(who.name, " ")
		if !ok || !ranks[plainWord(rank)] || who.title != "" && !strings.Contains(name, " ") {
			break
		}
		before, who.name = strings.TrimSpace(before+" "+rank), name
	}
	switch {
	case before == "" || wordIn(strings.ToLower(who.title), strings.ToLower(before)):
	case who.title == "":
		who.title = before
	default:
		who.title = before + ", " + who.title // "Professor Ana Ruiz, chair of the Harbor Alliance"
	}
	return who
}

// chiefJustice is what stands before "Justice", which is no office elsewhere.
var chiefJustice = pattern.New(`^(?:(?:Acting|Former|Deputy) )?Chief$`)

// bareOffice takes back an organisation that is not sure where the phrase has nothing but the name and
// an office that may be one's own: "Head of School Ana Ruiz".
func bareOffice(who speaker, phrase string) speaker {
	if who.org != release.Unknown && who.org != "" || who.unsure != "" || who.title == "" || who.name == "" {
		return who
	}
	office, ok := strings.CutSuffix(strings.Trim(phrase, " .,"), " "+who.name)
	if ok && strings.HasPrefix(office, who.title) && ofUnit.MatchString(office) {
		who.title, who.org = office, ""
	}
	return who
}

// ofUnit is an office over a unit that every organisation of its kind has.
var ofUnit = pattern.New(`(?i)^(?:(?:acting|deputy|associate) )*(?:head|director|chair|dean) of (?:(?:the )?` +
	`(?:school|department|faculty|division|studies|programme|program|research|operations|communications|education|collections|` +
	`exhibitions|learning|content|product|engineering|marketing|sales|policy|design))$`)

// heads of names of organisations that go on with "of".
var headsOf = wordSet(`university ministry department institute college school bank office chamber port city council court board ` +
	`bureau museum society union federation association guild league house academy centre center
	universidad ministerio ayuntamiento instituto colegio cámara universität ministerium université ministère université università ` +
	`ministero universiteit ministerie`)

var ofWord = wordSet(`of for de del des du della der van di`)

// whole reads "University of Marlow" as one name.
func (d *draft) whole(s string) (string, bool) {
	toks := tokens(s)
	if len(toks) < 3 || !toks[0].capital || !headsOf[strings.ToLower(toks[0].text)] || !ofWord[strings.ToLower(toks[1].text)] {
		return "", false
	}
	return d.orgRun(s)
}

// relative begins what is told of somebody, and is no office of theirs.
var relative = wordSet(`who whose whom which that where when qui dont que quien cuyo der die das den dem welcher welche die dat wie um`)

// told is a title that is no title but a sentence.
func told(title string) bool {
	words, small := strings.Fields(title), 0
	for _, w := range words {
		if !startsUpper(w) {
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

func (d *draft) spokesman(phrase string) speaker {
	m := spokesman.FindStringSubmatch(phrase)
	if m == nil {
		if m = spokesmen.FindStringSubmatch(phrase); m != nil {
			if org, ok := d.orgRun(m[1]); ok && org == m[1] {
				return speaker{org: org, ok: true}
			}
		}
		return speaker{}
	}
	return speaker{org: d.written(trimPossessive(m[1])), ok: true}
}

// written is an organisation as the text writes it out where it gives its initials:
// "Enlisted Guild of Ohio (EGO)".
func (d *draft) written(initials string) string {
	for _, p := range d.body {
		before, _, ok := strings.Cut(p.text, "("+initials+")")
		if !ok || longPara(p.text) {
			continue
		}
		words := tokens(before)
		for _, w := range words[max(0, len(words)-longestWritten):] {
			if !w.capital || leading[strings.ToLower(w.text)] {
				continue
			}
			name := strings.TrimSpace(before[w.from:])
			if org, _ := d.orgRun(name); org == name && strings.Contains(name, " ") {
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
	// spacedClose is a closing mark behind a space.
	spacedClose = pattern.New(`([,.!?…])[ \x{00a0}]+([”"](?:[\s,.;:)]|$)|”[-–—])`)
)

// meet notes whom a text names with a rank or title before the name, before anybody
// is quoted.
func (d *draft) meet(text string) {
	for _, m := range rankAndName.FindAllStringSubmatchIndex(text, mostFound) {
		rank, name := text[m[2]:m[3]], text[m[4]:m[5]]
		if !ranks[plainWord(rank)] || d.isKnown(name) || strings.HasSuffix(text[:m[2]], "-") || // "Secretary-General"
			heldBefore.MatchString(text[:m[2]]) {
			continue
		}
		who := speaker{name: name, title: rank, org: d.bodyBehind(text[m[5]:])}
		if m := apposed.FindStringSubmatch(text[m[5]:]); m != nil && who.org == "" && d.isTitle(m[1]) {
			if title, org := d.titleOrg(m[1]); title != "" && isOrganisation(org) {
				who.title, who.org = title, org
			}
		}
		d.known = append([]speaker{who}, d.known...)
	}
	for _, m := range generalNamed.FindAllStringSubmatch(text, mostFound) {
		if !d.isKnown(m[3]) {
			d.known = append([]speaker{{name: m[3], title: m[2], org: m[1]}}, d.known...)
		}
	}
	d.offices(text)
	if !d.english() {
		d.meetInFront(text)
		return
	}
	for range 80 {
		at := titleAndName.FindStringIndex(text)
		if at == nil {
			return
		}
		m := heldBefore.FindString(text[:at[0]]) + text[at[0]:at[1]]
		who := d.parse(d.inSentence(m))
		if who.org != "" && strings.HasSuffix(m, who.org) { // which may go on behind: "Ruiz is a cook with the Rope and Lamp Society"
			who = d.parse(d.inSentence(m) + untilStop.FindString(text[at[1]:]))
		}
		if !who.ok || who.org == "" || who.title == "" || !d.isTitle(who.title) {
			text = text[at[0]+len(firstWord(m)):] // "The guide is by" is no organisation: somebody may follow
			continue
		}
		if text = text[at[1]:]; !d.isKnown(who.name) {
			who.ok = false
			d.known = append([]speaker{who}, d.known...)
		}
	}
}

// titleBehind reads a title that follows a name without a comma: "Ana Ruiz Director of
// Marketing at Tidewater Phones".
func (d *draft) titleBehind(head string, toks []token, run int) (speaker, bool) {
	var words []string
	for _, t := range toks {
		words = append(words, t.text)
	}
	for i := 2; i < run && i < 4; i++ {
		end := d.officeEnd(words, i)
		if end == 0 || end == len(toks) || honorifics[plainWord(words[i])] {
			continue
		}
		name := head[toks[0].from:toks[i-1].to]
		if !looksLikeName(name) || d.isTitle(name) || orgOnly(toks[:i]) {
			return speaker{}, false
		}
		if !isPreposition(strings.ToLower(words[end]), d.base()) {
			return speaker{}, false
		}
		title, org := d.titleOrg(head[toks[i].from:])
		if org == "" {
			return speaker{}, false
		}
		return speaker{name: name, title: title, org: org, ok: true}, true
	}
	return speaker{}, false
}

// trade tells what somebody is by trade, before a name of two words, where an article
// stands before it: "la archivera Ana Ruiz". English does not write so.
func (d *draft) trade(head string, toks []token, i int) bool {
	before := strings.ToLower(strings.TrimSpace(head[:toks[0].from]))
	return !d.english() && i <= 2 && leading[before] && len(toks)-i > 1 && looksLikeName(head[toks[i].from:])
}
