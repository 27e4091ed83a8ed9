package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Names of organisations go on in small letters in most languages ("Deuxième ligue
// rurale"), and some are written so from their first sign on ("tidelab", "eHarbor").
// A name of which the end is not sure is none: it is written as "?".

// behindName are words that follow a name and are no part of it, in English.
var behindName = prose.WordSet(`in on at by of for from with to who which that whose when where while since after before as and
	or but during
	through until is are was were has have had will would can could this last next today yesterday earlier late early near under over about
	against into outside based founded speaking working leading including representing calling referring responding told also not it
	commenting reflecting remarking addressing discussing explaining describing announcing welcoming praising
	he she they because than then so if monday tuesday wednesday thursday friday saturday sunday`)

// pastVerb tells what somebody did, right behind a name.
var pastVerb = pattern.New(`^(?:\p{Ll}{3,}ed|came|went|met|took|gave|held|left|stood|spoke|put|made|won|led|ran|began|became|brought|` +
	`built)$`)

// unions are words in small letters that end a name whose first word is a place:
// "the Marlow dockers union".
var unions = prose.WordSet(`union club society coalition alliance association committee council foundation federation league
	network institute
	campaign group church school university college chamber cooperative co-op collective project museum hospital department office
	district court authority board bureau plc`)

// Aside are words that end a name in a language whose names go on in small letters.
var aside = map[string]map[string]bool{
	"fr": prose.WordSet(`qui que dont où lors depuis dans avant après pendant hier aujourd’hui aujourd'hui lundi mardi mercredi
	jeudi vendredi samedi
		dimanche a ont est sont était interrogé interrogée présent présente ainsi mais car ce cette`),
	"es": prose.WordSet(`que quien cuyo cuya donde desde durante ayer hoy tras ante cuando lunes martes miércoles jueves viernes
	sábado domingo ha
		han es son fue pero así este esta`),
	"it": prose.WordSet(`che cui dove durante dal dalla dallo dagli
		ieri oggi dopo prima quando lunedì martedì mercoledì giovedì venerdì sabato domenica ha hanno è sono
		ma questo questa`),
	"pt": prose.WordSet(`que quem cujo cuja onde desde durante ontem hoje após antes quando segunda terça quarta quinta sexta sábado
	domingo é são
		foi mas este esta`),
	"ca": prose.WordSet(`que qui on des durant ahir avui després abans quan dilluns dimarts dimecres dijous divendres dissabte
	diumenge ha han és
		són va però aquest aquesta`),
	"sv": prose.WordSet(`som där efter under när måndag tisdag onsdag torsdag fredag lördag söndag har är var och men i på`),
	"da": prose.WordSet(`som der hvor efter under når mandag tirsdag onsdag torsdag fredag lørdag søndag har er var og men i på`),
	"nb": prose.WordSet(`som der hvor etter under når mandag tirsdag onsdag torsdag fredag lørdag søndag har er var og men i på`),
	"nl": prose.WordSet(`die dat wie waar in op bij uit tijdens gisteren vandaag na toen is zijn heeft hebben maar deze dit`),
}

// romanceTrade is what else somebody is, behind an "and": the ends of nouns for what one person does.
var romanceTrade = pattern.New(`(?:ist[ae]|[ou]lt(?:eur|rice|ora?|ore)|ali(?:er|ère)|veu(?:r|se))[.,]?$|` +
	`^(?:marraine|parrain|madrina|padrino|(?:co)?signataire|co-?(?:auteure?|autrice|autore)|auteure?|autrice|autore|première)[.,]?$`)

// longestTail is how many words in small letters a name may go on with.
const longestTail = 8

// nameEnd looks behind the capitals of a name in s, of which the last is toks[end], and
// returns where the name ends; false where that is not sure.
func (d *Copy) nameEnd(s string, toks []prose.Token, end int) (int, bool) {
	if end+1 >= len(toks) || closesName(toks[end], d.Cat) || strings.HasSuffix(s[:toks[end+1].From], "(") {
		return end, true
	}
	if next := toks[end+1].Text; shortAnd(toks, end) || next == "–" || next == "—" {
		return end, true
	}
	if branch := numbered(toks, end); branch > end {
		return branch, true
	}
	lang := d.Base()
	switch stops := aside[lang]; {
	case stops != nil:
		for i := end + 1; i <= end+longestTail; i++ {
			w := strings.ToLower(strings.TrimRight(toks[i].Text, ",;:.)”“»\""))
			if stops[w] || d.isVerb(w) || d.andOffice(toks, i) || ands[w] && i+1 < len(toks) && romanceTrade.MatchString(toks[i+1].Text) {
				return withoutConnectors(toks, i-1), true
			}
			if closesName(toks[i], d.Cat) || i+1 == len(toks) {
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
		w := strings.ToLower(strings.TrimRight(toks[i].Text, ",;:.)”“»\""))
		if behindName[w] || d.isVerb(w) || i == end+1 && pastVerb.MatchString(w) {
			return end, i == end+1
		}
		if unions[w] {
			return i, true
		}
		if closesName(toks[i], d.Cat) {
			break
		}
	}
	return end, false
}

// smallWithin are words within some names that stand before a place behind most others.
var smallWithin = prose.WordSet("in on at with to from by against without over")

// campaigners are nouns for people, of which no body is called alone.
var campaigners = prose.WordSet(`women girls men youth students parents mothers fathers families workers teachers doctors nurses physicians
	scientists engineers lawyers farmers fishers friends voices citizens neighbours neighbors residents veterans artists writers journalists
	musicians reporters people children kids tenants riders sailors seafarers americans canadians`)

// causes are those words behind which the name of a campaign goes on with what it is about.
var causes = prose.WordSet("on with to against without over")

// pastSmall goes on to the end of a name with such a word in it, which the text has more than once and never
// without it: "Believe in Harbours".
func (d *Copy) pastSmall(s string, toks []prose.Token, start, end int) int {
	if !d.English() || end+2 >= len(toks) || !smallWithin[toks[end+1].Text] || !toks[end+2].Capital {
		return end
	}
	last := end + 1 + prose.CapitalRun(toks[end+2:], 0)
	name := s[toks[start].From:toks[end].To]
	if campaigners[strings.ToLower(name)] {
		return last // "Women in Shipping"
	}
	whole := strings.TrimRight(s[toks[start].From:toks[last].To], ",;:.)”“»\"")
	if last+1 == len(toks) && prose.IsOrganisation(prose.LastWord(whole)) && !prose.IsOrganisation(name) && !d.IsTitle(name) &&
		causes[toks[end+1].Text] {
		return last // all of the phrase: "Shame on Harbours Campaign"
	}
	alone, all := 0, 0
	for text := range d.texts() {
		alone, all = alone+strings.Count(text, name), all+strings.Count(text, whole)
	}
	if all < 2 || all < alone || d.standsAsPlace(strings.TrimRight(toks[end+2].Text, ",;:."), whole) {
		return end
	}
	return last
}

// saint is the name of a saint.
var saint = pattern.New(`^(?:St\.?|Saint) \p{Lu}\p{L}+$`)

// possessiveName gives the name of an organisation back what it ends with where it is called after its owner: the
// copy has it so as what acts, "Farrell’s has pledged", or it is a saint’s.
func (d *Copy) possessiveName(name string) string {
	if name == "" || name == release.Unknown || !d.English() {
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
func germanEnd(toks []prose.Token, end int) int {
	for end+2 < len(toks) && !strings.ContainsAny(toks[end].Text, ",;:") {
		if ofWhatKind.MatchString(toks[end+1].Text) && toks[end+2].Capital && isBodyNoun(toks[end].Text) {
			end += 2 // "Bund freier Segler"
			continue
		}
		if !prose.OrgConnectors[strings.ToLower(toks[end+1].Text)] {
			break
		}
		i := end + 2
		for i < end+4 && i+1 < len(toks) && !toks[i].Capital && !strings.ContainsAny(toks[i].Text, ",;:") {
			i++
		}
		if !toks[i].Capital {
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
func withoutConnectors(toks []prose.Token, end int) int {
	for end > 0 && prose.OrgConnectors[strings.ToLower(toks[end].Text)] && !toks[end].Capital {
		end--
	}
	return end
}

// closesName tells a word with punctuation behind it.
func closesName(t prose.Token, cat prose.Abbreviations) bool {
	return strings.TrimRight(t.Text, ",;:.)”“»\"") != t.Text && !cat.EndsInAbbreviation(t.Text)
}

// isVerb tells a verb of saying that is one word.
func (d *Copy) isVerb(w string) bool { return slices.Contains(prose.Speech(d.Base()).Verbs, w) }

// ownsIt are titles of which one has to be told of what: behind them comes the name
// of an organisation, in whatever letters.
var ownsIt = prose.WordSet(`founder co-founder cofounder owner ceo cto cfo coo spokesperson spokesman spokeswoman`)

// ownsAll are such titles of two words.
var ownsAll = []string{"general manager", "executive director", "managing director", "executive officer", "chief executive"}

var (
	smallName = pattern.New(`^(.*\S)\s+(at|with|of)\s+(\p{Ll}[\p{L}\d]{3,})$`)
	// places stand behind "at" and are no organisation.
	places = prose.WordSet(`home large work school sea court state heart risk present least last first port university college church dinner
		night parliament congress council government management design research headquarters`)
)

// inSmallLetters divides "co-founder of tidelab", where title and preposition leave
// nothing else that could follow.
func (d *Copy) inSmallLetters(s string) (title, org string, ok bool) {
	m := smallName.FindStringSubmatch(s)
	if m == nil || !d.English() || !d.IsTitle(m[1]) || prose.Departments[m[3]] || places[m[3]] || strings.HasSuffix(m[3], "ing") {
		return "", "", false
	}
	title = strings.Trim(m[1], " ,")
	lower := strings.ToLower(title)
	owns := m[2] == "at" || ownsIt[prose.LastWord(lower)]
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
	papers = prose.WordSet(`magazine times post herald journal news gazette tribune radio tv television courier chronicle observer mail star
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
func (d *Copy) byTheWay(s string) (Speaker, bool) {
	if !d.English() {
		return Speaker{}, false
	}
	if m := reports.FindStringSubmatch(s); m != nil && papers[strings.ToLower(prose.LastWord(m[1]))] {
		return Speaker{Org: m[1], Ok: true}, true
	}
	m := passing.FindStringSubmatch(s)
	if m == nil {
		return Speaker{}, false
	}
	m[1] += m[2] + m[3]
	if parts := strings.SplitN(m[1], ", ", 3); len(parts) > 2 && d.IsTitle(parts[1]) && prose.LooksLikeName(parts[0]) {
		if who := d.Parse(parts[0] + ", " + parts[1]); who.Name != "" {
			return who, true
		}
	}
	if styled := addressedSubject.FindStringSubmatch(m[1]); styled != nil {
		if who, ok := d.addressedBehind(styled[1]); ok {
			return who, true
		}
	}
	toks := prose.Tokens(m[1])
	run := prose.CapitalRun(toks, 0)
	if run == 0 || prose.OrgOnly(toks[:run]) {
		return Speaker{}, false
	}
	name := m[1][toks[0].From:toks[run-1].To]
	if who, ok := d.bySurname(name); ok {
		who.Ok = true
		return who, true
	}
	if !prose.LooksLikeName(name) && run < 3 {
		return Speaker{}, false
	}
	who := d.Parse(name)
	if who.Org == "" && run < len(toks) && isPreposition(toks[run].Text, d.Base()) {
		org, _ := d.OrgRun(afterPreposition(m[1][toks[run].From:], d.Base()))
		who.Org = org
		who = d.doubt(who, m[1])
	}
	return who, who.Name != ""
}

// elsewhere finds whose surname it is where the text has one first name before it, and
// no other.
func (d *Copy) elsewhere(surname string) (Speaker, bool) {
	if len(surname) < 3 || !prose.StartsUpper(surname) {
		return Speaker{}, false
	}
	name := ""
	for _, p := range append([]prose.Para{sentenceCase(d.Headline), d.Subhead}, d.Body...) {
		if prose.LongPara(p.Text) {
			continue
		}
		toks := prose.Tokens(p.Text)
		for i := 1; i < len(toks); i++ {
			if !d.English() && i+1 < len(toks) && toks[i].Text == surname && toks[i+1].Capital &&
				!strings.HasSuffix(p.Text[:toks[i+1].From], "(") && !d.firstOfSurnames(toks, i) {
				continue // it is a first name there
			}
			if trimPossessive(strings.Trim(toks[i].Text, ".,;:()”“\"")) != surname || d.isVerb(strings.ToLower(toks[i-1].Text)) ||
				strings.HasSuffix(p.Text[:toks[i].From], "(") { // an abbreviation
				continue
			}
			found, ok := withFirst(toks[:i], surname)
			if called := nameInMarks(p.Text, toks, i); called != "" {
				found, ok = called, true
			} else if d.firstOfSurnames(toks, i) && !strings.HasSuffix(p.Text[:toks[i+1].From], "(") {
				found += " " + strings.Trim(toks[i+1].Text, ".,;:()”“\"")
			}
			if ok && d.twoFirst(toks[:i]) {
				found = toks[i-2].Text + " " + found // "Luis María Vidal dijo"
			}
			if !ok || prose.Opening[strings.ToLower(prose.FirstWord(found))] {
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
				return Speaker{}, false
			}
			name = found
		}
	}
	if name == "" {
		name = d.inTitleCase(surname)
	}
	if name == "" || !prose.LooksLikeName(name) || d.IsTitle(name) || prose.IsOrganisation(name) {
		return Speaker{}, false
	}
	return Speaker{Name: name, Title: d.germanTitleOf(name), Ok: true}, true
}

// firstInS are first names that end as verbs do.
var firstInS = func() map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Fields(`James Chris Thomas Louis Luis Carlos Marcos Nicholas Nicolas Dennis Douglas Charles Andres Andrés
		Marcus Lucas Alexis Francis Frances Doris Phyllis Gladys Curtis Jesus Jesús Elias Jonas Lars Hans
		Niels Iris Travis Otis Ross Tess Gus Wes Rhys Angus Magnus Silas Tobias Matias Jules Giles Miles
		Myles Agnes Ines Inés Mercedes Dolores Lourdes Moses Amos Ellis Lewis Morris`) {
		out[name] = true
	}
	return out
}()

// inTitleCase is the first name before a surname in a headline that has capitals throughout, with it: at its beginning, behind an
// office or behind a stop; "" where none is surely one.
func (d *Copy) inTitleCase(surname string) string {
	if !d.English() {
		return ""
	}
	text := d.Headline.Text
	toks := prose.Tokens(text)
	for i := 1; i < len(toks); i++ {
		first := toks[i-1].Text
		if trimPossessive(strings.Trim(toks[i].Text, ".,;:()”“\"")) != surname || !firstName(first) || d.standsAsPlace(first) ||
			strings.HasSuffix(first, "s") && !firstInS[first] { // or what somebody does: "Mayor Opens Frey Bridge"
			continue
		}
		if i == 1 || d.IsTitle(toks[i-2].Text) || strings.HasSuffix(strings.TrimSpace(text[:toks[i-1].From]), ":") {
			return first + " " + surname
		}
	}
	return ""
}

// sentenceCase is a headline of which the capitals are those of names; nothing if it has
// others.
func sentenceCase(p prose.Para) prose.Para {
	words := strings.Fields(p.Text)
	small := 0
	for _, w := range words {
		if len(w) > 3 && !prose.StartsUpper(w) {
			small++
		}
	}
	if small*3 < len(words) {
		return prose.Para{}
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
	return !strings.ContainsAny(before[len(before)-1:], ".!?:;") && !prose.StartsUpper(before) && trimPossessive(w) == w &&
		!prose.Opening[strings.ToLower(w)] && !prose.SentenceOpening[strings.ToLower(w)]
}

// firstName tells a word that can be one: a capital and small letters, and neither a
// title nor what a sentence begins with.
func firstName(w string) bool {
	lower := strings.ToLower(w)
	if len(w) < 3 || prose.TitleWords[lower] || prose.TitleWords[strings.TrimSuffix(lower, "s")] ||
		prose.TitleWords[strings.TrimSuffix(lower, "es")] ||
		prose.Honorifics[lower] || prose.Ranks[lower] || prose.OrgConnectors[lower] || prose.Leading[lower] || behindName[lower] ||
		neverOfName[lower] {
		return false
	}
	first, size := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first) && w[size:] == strings.ToLower(w[size:]) && !strings.ContainsAny(w, `.,;:0123456789"“”`)
}

// offices notes who is named behind an office in capitals, as in "Marlow County State’s
// Attorney Ana Ruiz".
func (d *Copy) offices(text string) {
	if !d.English() || !strings.ContainsAny(text, ".!?") {
		return // a headline has capitals of its own
	}
	for _, at := range officeAndName.FindAllStringIndex(text, prose.MostFound) {
		m := text[at[0]:at[1]]
		words := strings.Fields(m)
		last := -1
		for i, w := range words {
			if prose.PublicOffices[strings.ToLower(w)] {
				last = i
			}
		}
		if last < 1 || len(words)-last < 3 || len(words)-last > 5 || heldBefore.MatchString(text[:at[0]]) {
			continue
		}
		name := trimPossessive(strings.TrimRight(strings.Join(words[last+1:], " "), "."))
		who := d.Parse(m)
		if trimPossessive(who.Name) != name || d.isKnown(name) {
			continue
		}
		who.Ok, who.Name = false, name
		d.Known = append([]Speaker{who}, d.Known...)
	}
}

// firstAndOrg reads a first name alone with the organisation behind it: "Ana of
// Tidewater Phones".
func (d *Copy) firstAndOrg(head string, toks []prose.Token, run int) Speaker {
	name := toks[0].Text
	lower := strings.ToLower(name)
	if run != 1 || !d.English() || !firstName(name) || headsOf[lower] || prose.IsOrganisation(name) || prose.PublicBody[lower] {
		return Speaker{}
	}
	org, ok := d.OrgRun(afterPreposition(head[toks[run].From:], d.Base()))
	if !ok || len(strings.Fields(org)) < 2 {
		return Speaker{}
	}
	return Speaker{Name: name, Org: org, Ok: true}
}
