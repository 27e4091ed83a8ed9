package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Names of organisations go on in small letters in most languages ("Deuxième ligue
// rurale"), and some are written so from their first sign on ("tidelab", "eHarbor").
// A name of which the end is not sure is none: it is written as "?".

// spelled tells a word in small letters that is spelled as only names are: with a
// capital or a digit inside, or as an address.
func spelled(w string) bool {
	if strings.ContainsAny(w, "@/\\’'") || utf8.RuneCountInString(w) < 3 {
		return false
	}
	if i := strings.LastIndexByte(w, '.'); i > 1 && len(w)-i > 2 {
		return pattern.New(`^[\p{L}\d.-]+$`).MatchString(w)
	}
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(first) || strings.Contains(w, "-") {
		return false
	}
	return strings.ContainsFunc(w, unicode.IsUpper) || strings.ContainsFunc(w[:len(w)-1], unicode.IsDigit) && !strings.HasSuffix(w, "s")
}

// behindName are words that follow a name and are no part of it, in English.
var behindName = wordSet(`in on at by of for from with to who which that whose when where while since after before as and or but during
	through until is are was were has have had will would can could this last next today yesterday earlier late early near under over about
	against into outside based founded speaking working leading including representing calling referring responding told also not it
	commenting reflecting remarking addressing discussing explaining describing announcing welcoming praising
	he she they because than then so if monday tuesday wednesday thursday friday saturday sunday`)

// pastVerb tells what somebody did, right behind a name.
var pastVerb = pattern.New(`^(?:\p{Ll}{3,}ed|came|went|met|took|gave|held|left|stood|spoke|put|made|won|led|ran|began|became|brought|` +
	`built)$`)

// unions are words in small letters that end a name whose first word is a place:
// "the Marlow dockers union".
var unions = wordSet(`union club society coalition alliance association committee council foundation federation league network institute
	campaign group church school university college chamber cooperative co-op collective project museum hospital department office
	district court authority board bureau plc`)

// aside are words that end a name in a language whose names go on in small letters.
var aside = map[string]map[string]bool{
	"fr": wordSet(`qui que dont où lors depuis dans avant après pendant hier aujourd’hui aujourd'hui lundi mardi mercredi jeudi vendredi samedi
		dimanche a ont est sont était interrogé interrogée présent présente ainsi mais car ce cette`),
	"es": wordSet(`que quien cuyo cuya donde desde durante ayer hoy tras ante cuando lunes martes miércoles jueves viernes sábado domingo ha
		han es son fue pero así este esta`),
	"it": wordSet(`che cui dove durante dal dalla dallo dagli
		ieri oggi dopo prima quando lunedì martedì mercoledì giovedì venerdì sabato domenica ha hanno è sono
		ma questo questa`),
	"pt": wordSet(`que quem cujo cuja onde desde durante ontem hoje após antes quando segunda terça quarta quinta sexta sábado domingo é são
		foi mas este esta`),
	"ca": wordSet(`que qui on des durant ahir avui després abans quan dilluns dimarts dimecres dijous divendres dissabte diumenge ha han és
		són va però aquest aquesta`),
	"sv": wordSet(`som där efter under när måndag tisdag onsdag torsdag fredag lördag söndag har är var och men i på`),
	"da": wordSet(`som der hvor efter under når mandag tirsdag onsdag torsdag fredag lørdag søndag har er var og men i på`),
	"nb": wordSet(`som der hvor etter under når mandag tirsdag onsdag torsdag fredag lørdag søndag har er var og men i på`),
	"nl": wordSet(`die dat wie waar in op bij uit tijdens gisteren vandaag na toen is zijn heeft hebben maar deze dit`),
}

// romanceTrade is what else somebody is, behind an "and": the ends of nouns for what one person does.
var romanceTrade = pattern.New(`(?:ist[ae]|[ou]lt(?:eur|rice|ora?|ore)|ali(?:er|ère)|veu(?:r|se))[.,]?$|` +
	`^(?:marraine|parrain|madrina|padrino|(?:co)?signataire|co-?(?:auteure?|autrice|autore)|auteure?|autrice|autore|première)[.,]?$`)

// longestTail is how many words in small letters a name may go on with.
const longestTail = 8

// nameEnd looks behind the capitals of a name in s, of which the last is toks[end], and
// returns where the name ends; false where that is not sure.
func (d *draft) nameEnd(s string, toks []token, end int) (int, bool) {
	if end+1 >= len(toks) || closesName(toks[end], d.cat) || strings.HasSuffix(s[:toks[end+1].from], "(") {
		return end, true
	}
	if next := toks[end+1].text; shortAnd(toks, end) || next == "–" || next == "—" {
		return end, true
	}
	if branch := numbered(toks, end); branch > end {
		return branch, true
	}
	lang := d.base()
	switch stops := aside[lang]; {
	case stops != nil:
		for i := end + 1; i <= end+longestTail; i++ {
			w := strings.ToLower(strings.TrimRight(toks[i].text, ",;:.)”“»\""))
			if stops[w] || d.isVerb(w) || d.andOffice(toks, i) || ands[w] && i+1 < len(toks) && romanceTrade.MatchString(toks[i+1].text) {
				return withoutConnectors(toks, i-1), true
			}
			if closesName(toks[i], d.cat) || i+1 == len(toks) {
				return withoutConnectors(toks, i), true
			}
		}
		return end, false
	case lang == "de":
		if andTrade(s, toks[end+1]) || d.andOffice(toks, end+1) {
			return end, true
		}
		return germanEnd(toks, end), true
	}
	for i := end + 1; i < len(toks) && i < end+4; i++ {
		w := strings.ToLower(strings.TrimRight(toks[i].text, ",;:.)”“»\""))
		if behindName[w] || d.isVerb(w) || i == end+1 && pastVerb.MatchString(w) {
			return end, i == end+1
		}
		if unions[w] {
			return i, true
		}
		if closesName(toks[i], d.cat) {
			break
		}
	}
	return end, false
}

// smallWithin are words within some names that stand before a place behind most others.
var smallWithin = wordSet("in on at with to from by against without over")

// causes are those words behind which the name of a campaign goes on with what it is about.
var causes = wordSet("on with to against without over")

// pastSmall goes on to the end of a name with such a word in it, which the text has more than once and never
// without it: "Believe in Harbours".
func (d *draft) pastSmall(s string, toks []token, start, end int) int {
	if !d.english() || end+2 >= len(toks) || !smallWithin[toks[end+1].text] || !toks[end+2].capital {
		return end
	}
	last := end + 1 + capitalRun(toks[end+2:], 0)
	name := s[toks[start].from:toks[end].to]
	whole := strings.TrimRight(s[toks[start].from:toks[last].to], ",;:.)”“»\"")
	if last+1 == len(toks) && isOrganisation(lastWord(whole)) && !isOrganisation(name) && !d.isTitle(name) && causes[toks[end+1].text] {
		return last // all of the phrase: "Shame on Harbours Campaign"
	}
	alone, all := 0, 0
	for text := range d.texts() {
		alone, all = alone+strings.Count(text, name), all+strings.Count(text, whole)
	}
	if all < 2 || all < alone || d.standsAsPlace(strings.TrimRight(toks[end+2].text, ",;:."), whole) {
		return end
	}
	return last
}

// saint is the name of a saint.
var saint = pattern.New(`^(?:St\.?|Saint) \p{Lu}\p{L}+$`)

// possessiveName gives the name of an organisation back what it ends with where it is called after its owner: the
// copy has it so as what acts, "Farrell’s has pledged", or it is a saint’s.
func (d *draft) possessiveName(name string) string {
	if name == "" || name == release.Unknown || !d.english() {
		return name
	}
	for _, end := range []string{"’s", "'s"} {
		acts := d.hasLike(`(?:^|[.!?] )`, name+end, `(?:, [^,.]+,)? (?:is|was|has|have|will|said|says|announced)\b`)
		if acts || saint.MatchString(name) && d.hasLike(`(?:^|[^\p{L}-])`, name+end, `(?:[,.;:)]|$| \p{Ll}| \p{Lu}\p{Ll}+ \p{Lu})`) {
			return name + end
		}
	}
	return name
}

// germanEnd goes on over a small word and its adjectives to a noun: "Bund für naturnahe
// Gärten".
func germanEnd(toks []token, end int) int {
	for end+2 < len(toks) && !strings.ContainsAny(toks[end].text, ",;:") {
		if ofWhatKind.MatchString(toks[end+1].text) && toks[end+2].capital && isBodyNoun(toks[end].text) {
			end += 2 // "Bund freier Segler"
			continue
		}
		if !orgConnectors[strings.ToLower(toks[end+1].text)] {
			break
		}
		i := end + 2
		for i < end+4 && i+1 < len(toks) && !toks[i].capital && !strings.ContainsAny(toks[i].text, ",;:") {
			i++
		}
		if !toks[i].capital {
			break
		}
		end = i
	}
	return end
}

// ofWhatKind is the adjective of those whose body it is, in the genitive; words with that ending that are none are longer or
// shorter than adjectives in names are.
var ofWhatKind = pattern.New(`^(?:frei|kritisch|christlich|jüdisch|muslimisch|katholisch|evangelisch|unabhängig|deutsch|` +
	`österreichisch|schweizerisch|europäisch|ehemalig|jung|alt|klein|mittelständisch|ländlich|sozial|sozialistisch|` +
	`demokratisch|ökologisch|kommunal|öffentlich|privat|selbständig|selbstständig|angestellt|beratend|leitend|` +
	`bildend|freischaffend|binational|autonom|gemeinnützig|nachhaltig|solidarisch|feministisch|behindert|betroffen|pflegend)er$`)

// withoutConnectors goes back to the last word that can end a name.
func withoutConnectors(toks []token, end int) int {
	for end > 0 && orgConnectors[strings.ToLower(toks[end].text)] && !toks[end].capital {
		end--
	}
	return end
}

// closesName tells a word with punctuation behind it.
func closesName(t token, cat abbreviations) bool {
	return strings.TrimRight(t.text, ",;:.)”“»\"") != t.text && !cat.EndsInAbbreviation(t.text)
}

// isVerb tells a verb of saying that is one word.
func (d *draft) isVerb(w string) bool { return slices.Contains(speech(d.base()).Verbs, w) }

// ownsIt are titles of which one has to be told of what: behind them comes the name
// of an organisation, in whatever letters.
var ownsIt = wordSet(`founder co-founder cofounder owner ceo cto cfo coo spokesperson spokesman spokeswoman`)

// ownsAll are such titles of two words.
var ownsAll = []string{"general manager", "executive director", "managing director", "executive officer", "chief executive"}

var (
	smallName = pattern.New(`^(.*\S)\s+(at|with|of)\s+(\p{Ll}[\p{L}\d]{3,})$`)
	// places stand behind "at" and are no organisation.
	places = wordSet(`home large work school sea court state heart risk present least last first port university college church dinner
		night parliament congress council government management design research headquarters`)
)

// inSmallLetters divides "co-founder of tidelab", where title and preposition leave
// nothing else that could follow.
func (d *draft) inSmallLetters(s string) (title, org string, ok bool) {
	m := smallName.FindStringSubmatch(s)
	if m == nil || !d.english() || !d.isTitle(m[1]) || departments[m[3]] || places[m[3]] || strings.HasSuffix(m[3], "ing") {
		return "", "", false
	}
	title = strings.Trim(m[1], " ,")
	lower := strings.ToLower(title)
	owns := m[2] == "at" || ownsIt[lastWord(lower)]
	for _, t := range ownsAll {
		owns = owns || strings.HasSuffix(lower, t)
	}
	return title, m[3], owns
}

var (
	// passing is a clause before words that tells them by the way: "…, saying, “…”".
	passing = pattern.New(`^(.+?),\s+(?:saying|adding|noting|explaining|stating)(?: that)?$|` +
		`^(.+?),\s+(?:[^,]+ )?(?:by|while) (?:saying|adding|noting|explaining|stating)(?: that)?$|` +
		`^(.+?) (?:\p{L}+s|\p{L}+ed) (?:his|her|their) \p{L}+,? (?:saying|stating|adding)$`)
	// papers end the names of those who report.
	papers = wordSet(`magazine times post herald journal news gazette tribune radio tv television courier chronicle observer mail star
		review press bulletin weekly daily echo argus mercury`)
	reports = pattern.New(`^(?:The |the )?(\p{Lu}\S*(?: \p{Lu}\S*){0,5}) (?:reports|reported|writes|wrote)$`)
	// candidate is somebody who stands for an office, and does not speak for it.
	candidate = pattern.New(`(?i)\b(?:candidate|nominee|contender)s?\s+(?:for|of|to)\b`)
	// officeAndName is a run of capitals in which an office stands before a name.
	officeAndName = pattern.New(`(?:\p{Lu}[\p{L}’'.-]+ ){1,7}\p{Lu}[\p{L}’'.-]+`)
	// authors are people whom a text names by what they wrote alone.
	authors = pattern.New(`(?i)^(?:(?:the|its|their|two|three|several|some)\s+)?(?:co-)?(?:authors?|researchers?|scientists?|` +
		`organi[sz]ers|` +
		`editors|judges|jury|signatories|report|study|paper|letter|statement)\b[^,.;:“”"]{0,60}$|` +
		`^(?:an?|the)\s+(?:company\s+|press\s+)?(?:spokes(?:person|man|woman)|official|representative)(?:\s+(?:for|of)\s+the\s+` +
		`(?:company|organi[sz]ation|firm|group|agency|association))?$|` +
		`^(?:an?|one|another)\s+(?:(?:senior|city|county|state|police|government|company|union|local|second)\s+){0,2}(?:official|source|aide|` +
		`staffer|insider|witness|officer|employee|worker|person|spokes(?:person|man|woman)),?\s+(?:who\s+(?:(?:was|is|` +
		`were)\s+not\s+authori[sz]ed|` +
		`(?:asked|wished|wanted|declined|did not want|requested)\s+(?:not\s+)?to\s+(?:be\s+(?:named|identified)|remain|stay|give)|` +
		`spoke\s+on|requested\s+anonymity)|speaking\s+on|on)\b[^.;:“”"]{0,80}$`)
)

// byTheWay reads somebody who does something else and says so, and a paper that
// reports.
func (d *draft) byTheWay(s string) (speaker, bool) {
	if !d.english() {
		return speaker{}, false
	}
	if m := reports.FindStringSubmatch(s); m != nil && papers[strings.ToLower(lastWord(m[1]))] {
		return speaker{org: m[1], ok: true}, true
	}
	m := passing.FindStringSubmatch(s)
	if m == nil {
		return speaker{}, false
	}
	m[1] += m[2] + m[3]
	if parts := strings.SplitN(m[1], ", ", 3); len(parts) > 2 && d.isTitle(parts[1]) && looksLikeName(parts[0]) {
		if who := d.parse(parts[0] + ", " + parts[1]); who.name != "" {
			return who, true
		}
	}
	if styled := addressedSubject.FindStringSubmatch(m[1]); styled != nil {
		if who, ok := d.addressedBehind(styled[1]); ok {
			return who, true
		}
	}
	toks := tokens(m[1])
	run := capitalRun(toks, 0)
	if run == 0 || orgOnly(toks[:run]) {
		return speaker{}, false
	}
	name := m[1][toks[0].from:toks[run-1].to]
	if who, ok := d.bySurname(name); ok {
		who.ok = true
		return who, true
	}
	if !looksLikeName(name) && run < 3 {
		return speaker{}, false
	}
	who := d.parse(name)
	if who.org == "" && run < len(toks) && isPreposition(toks[run].text, d.base()) {
		org, _ := d.orgRun(afterPreposition(m[1][toks[run].from:], d.base()))
		who.org = org
		who = d.doubt(who, m[1])
	}
	return who, who.name != ""
}

// elsewhere finds whose surname it is where the text has one first name before it, and
// no other.
func (d *draft) elsewhere(surname string) (speaker, bool) {
	if len(surname) < 3 || !startsUpper(surname) {
		return speaker{}, false
	}
	name := ""
	for _, p := range append([]para{sentenceCase(d.headline), d.subhead}, d.body...) {
		if longPara(p.text) {
			continue
		}
		toks := tokens(p.text)
		for i := 1; i < len(toks); i++ {
			if !d.english() && i+1 < len(toks) && toks[i].text == surname && toks[i+1].capital &&
				!strings.HasSuffix(p.text[:toks[i+1].from], "(") && !d.firstOfSurnames(toks, i) {
				continue // it is a first name there
			}
			if trimPossessive(strings.Trim(toks[i].text, ".,;:()”“\"")) != surname || d.isVerb(strings.ToLower(toks[i-1].text)) ||
				strings.HasSuffix(p.text[:toks[i].from], "(") { // an abbreviation
				continue
			}
			found, ok := withFirst(toks[:i], surname)
			if called := nameInMarks(p.text, toks, i); called != "" {
				found, ok = called, true
			} else if d.firstOfSurnames(toks, i) && !strings.HasSuffix(p.text[:toks[i+1].from], "(") {
				found += " " + strings.Trim(toks[i+1].text, ".,;:()”“\"")
			}
			if ok && d.twoFirst(toks[:i]) {
				found = toks[i-2].text + " " + found // "Luis María Vidal dijo"
			}
			if !ok || opening[strings.ToLower(firstWord(found))] {
				continue // "Laut Osten"
			}
			if first, rest, _ := strings.Cut(found, " "); d.german() && (d.officeNoun(strings.ToLower(first)) || germanTrades.MatchString(first)) {
				if found = rest; rest == surname {
					continue // "Hafenministerin Osten"
				}
			}
			if sameName(name, found) {
				if len(found) > len(name) {
					name = found
				}
				continue
			}
			if name != "" && name != found {
				return speaker{}, false
			}
			name = found
		}
	}
	if name == "" || !looksLikeName(name) || d.isTitle(name) || isOrganisation(name) {
		return speaker{}, false
	}
	return speaker{name: name, title: d.germanTitleOf(name), ok: true}, true
}

// sentenceCase is a headline of which the capitals are those of names; nothing if it has
// others.
func sentenceCase(p para) para {
	words := strings.Fields(p.text)
	small := 0
	for _, w := range words {
		if len(w) > 3 && !startsUpper(w) {
			small++
		}
	}
	if small*3 < len(words) {
		return para{}
	}
	return p
}

// sameName tells two ways to write a name, of which one has an initial within.
func sameName(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return len(x) > 0 && x[0] == y[0] && x[len(x)-1] == y[len(y)-1]
}

// within tells that a capital behind a word is not that of a sentence's or a name's beginning.
func within(before, w string) bool {
	return !strings.ContainsAny(before[len(before)-1:], ".!?:;") && !startsUpper(before) && trimPossessive(w) == w &&
		!opening[strings.ToLower(w)] && !sentenceOpening[strings.ToLower(w)]
}

var initial = pattern.New(`^\p{Lu}\.$`)

// firstName tells a word that can be one: a capital and small letters, and neither a
// title nor what a sentence begins with.
func firstName(w string) bool {
	lower := strings.ToLower(w)
	if len(w) < 3 || titleWords[lower] || titleWords[strings.TrimSuffix(lower, "s")] || titleWords[strings.TrimSuffix(lower, "es")] ||
		honorifics[lower] || ranks[lower] || orgConnectors[lower] || leading[lower] || behindName[lower] || neverOfName[lower] {
		return false
	}
	first, size := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first) && w[size:] == strings.ToLower(w[size:]) && !strings.ContainsAny(w, `.,;:0123456789"“”`)
}

// offices notes who is named behind an office in capitals, as in "Marlow County State’s
// Attorney Ana Ruiz".
func (d *draft) offices(text string) {
	if !d.english() || !strings.ContainsAny(text, ".!?") {
		return // a headline has capitals of its own
	}
	for _, at := range officeAndName.FindAllStringIndex(text, mostFound) {
		m := text[at[0]:at[1]]
		words := strings.Fields(m)
		last := -1
		for i, w := range words {
			if publicOffices[strings.ToLower(w)] {
				last = i
			}
		}
		if last < 1 || len(words)-last < 3 || len(words)-last > 5 || heldBefore.MatchString(text[:at[0]]) {
			continue
		}
		name := trimPossessive(strings.TrimRight(strings.Join(words[last+1:], " "), "."))
		who := d.parse(m)
		if trimPossessive(who.name) != name || d.isKnown(name) {
			continue
		}
		who.ok, who.name = false, name
		d.known = append([]speaker{who}, d.known...)
	}
}

// firstAndOrg reads a first name alone with the organisation behind it: "Ana of
// Tidewater Phones".
func (d *draft) firstAndOrg(head string, toks []token, run int) speaker {
	name := toks[0].text
	lower := strings.ToLower(name)
	if run != 1 || !d.english() || !firstName(name) || headsOf[lower] || isOrganisation(name) || publicBody[lower] {
		return speaker{}
	}
	org, ok := d.orgRun(afterPreposition(head[toks[run].from:], d.base()))
	if !ok || len(strings.Fields(org)) < 2 {
		return speaker{}
	}
	return speaker{name: name, org: org, ok: true}
}
