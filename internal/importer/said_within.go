package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Offices stand within runs of capitals, and names behind what they are over: "Tidewell
// Senior Vice President of Product Ana Ruiz".

// officeWithin reads an office that is over something, with the name right behind that.
func (d *draft) officeWithin(head string, toks []token) (speaker, bool) {
	at := -1
	for i := range toks {
		w := plainWord(toks[i].text)
		if titleWords[w] && i+1 < len(toks) && overWords[strings.ToLower(toks[i+1].text)] {
			at = i
			break
		}
	}
	if at < 0 || !d.english() || len(toks)-at < 5 {
		return speaker{}, false
	}
	n := len(toks)
	for _, t := range toks[at+2:] {
		if w := strings.ToLower(t.text); !t.capital && w != "and" && w != "&" && w != "the" || strings.HasSuffix(t.text, ",") {
			return speaker{}, false
		}
	}
	from := n - 2
	if n-at > 5 && (initial.MatchString(toks[n-2].text) || nameParts[toks[n-2].text]) {
		from = n - 3
	}
	name, field := head[toks[from].from:toks[n-1].to], head[toks[at+2].from:toks[from-1].to]
	if !looksLikeName(name) || isOrganisation(name) || strings.HasSuffix(strings.ToLower(field), " and") || field == "the" {
		return speaker{}, false
	}
	start := at
	for start > 0 && (titleModifiers[strings.ToLower(toks[start-1].text)] || titleWords[strings.ToLower(toks[start-1].text)]) {
		start--
	}
	who := speaker{name: name, title: head[toks[start].from:toks[at].to], ok: true}
	if start > 0 {
		who.org = trimPossessive(head[toks[0].from:toks[start-1].to])
		if start > 1 && looksLikeName(who.org) && !isOrganisation(who.org) {
			return speaker{}, false // or the name stands before its office
		}
	}
	if strings.EqualFold(toks[at+1].text, "in") { // a place
		who.title = head[toks[start].from:toks[from-1].to]
		return who, true
	}
	inner := departments[strings.ToLower(firstWord(field))] || overFields.MatchString(who.title)
	switch {
	case who.org != "" || inner || (!isOrganisation(field) || ofStudy.MatchString(field)) &&
		(strings.EqualFold(toks[at+1].text, "for") || !isOfficer(who.title)):
		who.title = head[toks[start].from:toks[from-1].to]
		if who.org == "" && !inner {
			who.org = release.Unknown
		}
		if who.org == "" && overFields.MatchString(head[toks[start].from:toks[at].to]) {
			who.org = release.Unknown
		}
	default:
		if org, ok := d.orgRun(head[toks[at+2].from:toks[from-1].to]); ok {
			who.org = org
		}
	}
	return who, true
}

var overWords = wordSet("of for in")

// nameParts stand with a capital within a name, before a surname of two words.
var nameParts = wordSet("Mac Mc Ní Nic Ó Ui De Van Von Al El St. San Le La Della Di Du Bin")

// possessed reads somebody whom an organisation has, without an office or with one:
// "Tidewell’s Ana Ruiz".
func (d *draft) possessed(head string, toks []token) (speaker, bool) {
	for i := 0; i+2 < len(toks) && toks[i].capital; i++ {
		t := toks[i]
		if org := trimPossessive(t.text); org == t.text || !strings.HasSuffix(strings.TrimRight(t.text, "’'"), "s") ||
			officeWords[strings.ToLower(strings.ReplaceAll(t.text, "’", "'"))] {
			continue
		}
		name := head[toks[i+1].from:]
		if !looksLikeName(name) || isOrganisation(name) {
			return speaker{}, false
		}
		who := d.person(head, toks[i+1:])
		if plural := !strings.HasSuffix(t.text, "s"); plural && (i == 0 || who.org != "" || who.title != "") {
			return speaker{}, false // "Skippers’ Rope", which is a name
		}
		if who.ok && who.org == "" {
			who.org = trimPossessive(head[toks[0].from:t.to])
		}
		return who, who.ok
	}
	return speaker{}, false
}

// andMore tells an office with "and" behind it, and returns that office.
func andMore(lower string) (string, bool) {
	last := lastWord(lower)
	if !ands[last] {
		return "", false
	}
	return strings.TrimSpace(strings.TrimSuffix(lower, last)), true
}

// ands join two offices.
var ands = wordSet("and und et y e en &")

// officeAt is an office with the organisation at which somebody has it, and the name behind.
var officeAt = pattern.New(`^(?:the )?(\p{L}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,3}) at (?:the )?(\p{Lu}[^,.:;“”"()]*?) ` +
	`((?:(?:Dr|Prof|Professor|Sir|Dame|Rev)\.? )?\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)$`)

// atThenName reads "Chief executive at River Alliance Ana Ruiz", of an organisation that the text has elsewhere.
func (d *draft) atThenName(phrase string) (speaker, bool) {
	m := officeAt.FindStringSubmatch(phrase)
	if m == nil || !d.english() || !d.isTitle(m[1]) || isOrganisation(m[3]) || !d.namedTwice(m[2]) && !isOrganisation(m[2]) {
		return speaker{}, false
	}
	org, sure := d.orgRun(m[2])
	org = d.possessiveName(org)
	return speaker{name: m[3], title: m[1], org: org, ok: true}, sure && org == m[2]
}

// firstOfTwo reads somebody with an office in each of two organisations, of which the first
// is taken: rest is the second, with the name.
func (d *draft) firstOfTwo(rest, title, org string) speaker {
	who := d.named(rest)
	if !who.ok || who.name == "" || who.title == "" {
		return speaker{}
	}
	who.org, who.title = org, title
	return who
}

// definiteOffice is an office with its article, and no name: "the director", "le président de
// la Fédération des ports".
var definiteOffice = pattern.New(`^(?i:the|der|die|le|la|el|lo|il|o|a|de|` +
	`het) (\p{L}[^,.:;“”"«»]{2,120})$|^(?i:l[’'])(\p{L}[^,.:;“”"«»]{2,120})$`)

// byOffice reads somebody whom the text names by an office alone: the one who is known
// with it, or nobody's name where it says of what the office is.
func (d *draft) byOffice(phrase string) (speaker, bool) {
	m := definiteOffice.FindStringSubmatch(phrase)
	if m == nil {
		return speaker{}, false
	}
	if who, ok := d.calling(phrase); ok {
		return who, true
	}
	office := m[1] + m[2]
	if d.german() {
		office = germanOccasion.ReplaceAllString(office, "")
	}
	if first := strings.ToLower(firstWord(office)); !d.isTitle(first) && !titleModifiers[first] && !strings.ContainsAny(first, "-") {
		return speaker{}, false
	}
	found := speaker{}
	for _, spoken := range []bool{true, false} {
		for _, k := range d.known {
			called := k.ok && hasWords(k.title, office) || !spoken && calledAfter(k.title, office)
			if called && k.name != "" && k.name != found.name {
				if found.name != "" {
					return speaker{}, false // of two
				}
				found = k
			}
		}
		if found.name != "" {
			found.ok = true
			return found, true
		}
	}
	title, org := d.titleOrg(office)
	if !d.isTitle(title) || !isOrganisation(org) || !strings.HasSuffix(office, org) || endsInName(title) && !d.german() {
		return speaker{}, false
	}
	for _, k := range d.known {
		if k.org == org && strings.EqualFold(k.title, title) && k.name != "" {
			k.ok = true
			return k, true
		}
	}
	return speaker{title: title, org: org, ok: true}, true
}

// endsInName tells an office with a name behind it: "direttrice Lea Voss".
func endsInName(title string) bool {
	words := strings.Fields(title)
	return len(words) > 2 && !startsUpper(words[0]) && looksLikeName(strings.Join(words[len(words)-2:], " "))
}

// hasWords tells whether a title has all the words of an office.
func hasWords(title, office string) bool {
	words := strings.Fields(strings.ToLower(title))
	for _, w := range strings.Fields(strings.ToLower(office)) {
		found := false
		for _, t := range words {
			if strings.HasSuffix(w, "nde") || strings.HasSuffix(w, "gte") {
				t = strings.TrimSuffix(t, "r") // "Kreisvorsitzender Jan Osten", and then "der Vorsitzende"
			}
			found = found || t == w || len(w) > 6 && strings.HasSuffix(t, w)
		}
		if !found {
			return false
		}
	}
	return true
}

// bodyBehind is the organisation that stands right behind a name, with "of" or "at"; "" for
// a place.
func (d *draft) bodyBehind(rest string) string {
	rest = strings.TrimLeft(rest, " ,")
	behind := afterPreposition(rest, d.base())
	if behind == rest || startsWithQuote(behind) {
		return ""
	}
	if end := strings.IndexAny(behind, ",.;:“”\"«»("); end > 0 && !campus.MatchString(behind) {
		behind = behind[:end]
	}
	org, ok := d.orgRun(behind)
	if !ok || org == release.Unknown || !isOrganisation(org) && !headsOf[strings.ToLower(firstWord(org))] {
		return ""
	}
	return org
}

// introduce finds people whom the text names with their office before it quotes
// them: "Ana Ruiz, campaign director at River Alliance, met the port on Monday."
func (d *draft) introduce(list []para) {
	for _, p := range list {
		if longPara(p.text) {
			continue
		}
		p.text = inIndia.ReplaceAllString(p.text, "")
		d.meet(p.text)
		d.meetMinisters(p.text)
		d.meetOf(p.text)
		d.meetJointly(p.text)
		d.meetTheirs(p.text)
		d.meetAppointed(p.text)
		d.meetHeaded(p.text)
		d.meetNordic(p.text)
		d.meetElected(p.text)
		d.meetChosen(p.text)
		d.meetBehindOffice(p.text)
		d.meetAtWork(p.text)
		d.meetFounders(p.text)
		for _, m := range introduced.FindAllStringSubmatchIndex(p.text, mostFound) {
			told := untilStop.FindString(p.text[m[4]:])
			if doesIt.MatchString(told) || fieldsGoOn.MatchString(p.text[m[4]+len(told):]) {
				continue
			}
			if next := d.parse(told); startsUpper(told) && next.name != "" && next.title != "" && strings.HasSuffix(told, next.name) {
				continue // another, in a row of people with their offices
			}
			who := d.parse(d.inSentence(p.text[m[2]:m[3]]) + ", " + told)
			if smallWithinName.MatchString(who.name) && !strings.Contains(told, who.org) {
				continue
			}
			if who.ok && who.org != "" && who.title != "" && d.isTitle(who.title) && !d.isKnown(who.name) && !anotherIn(who.title) {
				who.ok = false // known, and not yet spoken
				if collective.MatchString(who.title) {
					who.title, who.org = "", "" // others, in a list: "Ana Ruiz, volunteers of River Alliance and …"
				}
				d.known = append([]speaker{who}, d.known...)
			}
		}
	}
	d.meetAppointed(d.headline.text)
	kept := d.known[:0]
	for _, k := range d.known {
		if k = d.nothingAmiss(k); k.name != "" {
			kept = append(kept, k)
		}
	}
	d.known = kept
}

// anotherIn tells that what is read as an office names somebody else: "il primario Piero Zanetti e la
// presidente".
func anotherIn(title string) bool { return secondName.MatchString(title) }

var secondName = pattern.New(`\p{Ll} \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:e|et|y|und|en|and) (?:il|lo|la|le|el|der|die|de|a|o|the) \p{Ll}`)

// inSentence is a run of capitals without the end of the sentence before it: "Marlow. Ana Ruiz".
func (d *draft) inSentence(run string) string {
	for at := strings.LastIndex(run, ". "); at != -1; at = strings.LastIndex(run[:at], ". ") {
		if !d.cat.EndsInAbbreviation(run[:at+1]) && !honorifics[strings.ToLower(lastWord(run[:at+1]))] {
			return run[at+2:]
		}
	}
	return run
}

// introducedOf is somebody named with an organisation alone: "Ana Ruiz of River Alliance".
var introducedOf = pattern.New(`(?:^|[\s(“"«„])(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}) ((?:of|from|at|with) [^,.:;“”"«»]{3,80})`)

var (
	introduced = pattern.New(`(?:^|[\s(“"«„])(\p{Lu}[\p{L}’'.-]+` +
		`(?: (?:(?:van|de|der|den|del|la|da|do|dos|di|von|zu|ten|ter|[’']t|el|al|le|du) ){0,2}` +
		`\p{Lu}[\p{L}’'.-]+){1,3}), (\p{L})`)
	// untilStop is what is told behind a name's comma, up to the next sign.
	untilStop = pattern.New(`^[^,.;:“”"«»]*`)
	// fieldsGoOn is what a list of fields goes on with behind the first.
	fieldsGoOn = pattern.New(`^(?:, \p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2})+,? (?:y|e|et|and|und|en|&) ` +
		`\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2}(?:[,.;:]|$)`)
	// doesIt is what somebody does, behind a comma that closes what stands before the name: "leads the project".
	doesIt = pattern.New(`^\p{Ll}{2,}s (?:this|that|these|it|the|an?|his|her|their) `)
)

// smallWithinName is a small word within somebody’s name.
var smallWithinName = pattern.New(` \p{Ll}`)

// initialsLast are an organisation's for short, in brackets behind its name: "Fundação do Mar (Fumar)".
var initialsLast = pattern.New(` \(\p{Lu}[\p{L}\d-]{1,11}\)?$`)

// organisation reads an organisation that speaks itself, as in "the Harbor
// Coalition said in a statement".
func (d *draft) organisation(phrase string) speaker {
	if bare := elided(phrase); bare != phrase {
		phrase = "la " + bare
	}
	if !d.english() {
		phrase = initialsLast.ReplaceAllString(phrase, "")
	}
	words := strings.Fields(phrase)
	article := leading[strings.ToLower(firstWord(phrase))]
	org, ok := d.orgRun(phrase)
	if n := len(words) - len(strings.Fields(org)); ok && article && n == 2 && descriptors[words[1]] && strings.HasSuffix(phrase, org) {
		return speaker{org: org, ok: true} // "l’association Rives Vivantes"
	}
	if !strings.HasSuffix(phrase, org) || len(words) > len(strings.Fields(org))+1 ||
		len(words) > len(strings.Fields(org)) && !article {
		return speaker{}
	}
	if article && len(words) > 2 && (orgOnly(tokens(org)) || d.english() && isOrganisation(org)) || body(org) || d.issues(org) ||
		article && !d.english() && capitals.MatchString(org) && org == strings.ToUpper(org) {
		return speaker{org: org, ok: true}
	}
	return speaker{}
}

// unnamed reads "a volunteer with Tech Workers Coalition".
func (d *draft) unnamed(phrase string) speaker {
	g := d.phrasing(`^(?i:{article})\s+(\p{L}[^,.:;]{1,60}?)\s+({sure}|{weak})\s*(\S.*)$`).FindStringSubmatch(phrase)
	if g == nil || startsUpper(g[1]) && !d.german() {
		return speaker{}
	}
	if sure := d.phrasing(`^(?:{sure})$`).MatchString(g[2]); !sure && !d.isTitle(g[1]) {
		return speaker{}
	}
	org, _ := d.orgRun(g[3])
	if org == "" || looksLikeNameOfPerson(org) && d.isTitle(org) {
		return speaker{}
	}
	if represents.MatchString(g[1]) && d.evident(org) && !americanState.MatchString(org) {
		return speaker{org: org, ok: true}
	}
	return speaker{title: g[1], org: d.written(d.nominative(articleOf(g[2], g[3]), org)), ok: true}
}

// represents is somebody who speaks for a firm, or sits in a parliament for a place.
var represents = pattern.New(`^(?:\p{Ll}+ )?representative$`)

func looksLikeNameOfPerson(s string) bool { return len(strings.Fields(s)) == 2 }

// arranged reads a run of capitals in which words of an office or of an organisation stand
// in one of the ways that are known.
func (d *draft) arranged(head string, toks []token, run int) (speaker, bool) {
	if who, ok := d.behindVon(head); ok {
		return who, true
	}
	if who, ok := d.behindElided(head); ok {
		return who, true
	}
	if who, ok := d.officeWithin(head, toks); ok {
		return who, true
	}
	if who, ok := d.titleBehind(head, toks, run); ok {
		return who, true
	}
	return d.possessed(head, toks)
}

// meetOf notes who is named with an organisation, and no office.
func (d *draft) meetOf(text string) {
	of := introducedOf
	if !d.english() {
		of = introducedIn[d.base()]
	}
	if of == nil {
		return
	}
	for _, m := range of.FindAllStringSubmatchIndex(text, mostFound) {
		whole := d.inSentence(text[m[2]:m[3]])
		name := trimLetters(whole)
		org := d.bodyBehind(text[m[4]:])
		if org == "" || !looksLikeName(name) || isOrganisation(name) || d.isTitle(name) || d.isKnown(whole) {
			continue
		}
		d.known = append([]speaker{{name: whole, org: org}}, d.known...)
	}
}

// issues tells the organisation that issues the release.
func (d *draft) issues(org string) bool {
	return org != "" && org != release.Unknown && org == d.issuer()
}

// body tells the name of an association or office by a word that no surname is: its first,
// or the last of few, before which no name has room.
func body(org string) bool {
	words := strings.Fields(strings.ToLower(org))
	if len(words) < 2 || strings.ContainsAny(org, ",") {
		return false
	}
	return bodies[words[0]] || len(words) < 4 && bodies[words[len(words)-1]]
}

// bodies are such words.
var bodies = wordSet(`association alliance coalition foundation committee council institute university ministry department federation
	society network authority agency commission union trust fund partnership consortium initiative campaign movement
	asociación federación fundación plataforma ayuntamiento consejería ministerio universidad instituto sindicato comité confederación
	coordinadora cooperativa
	fédération fondation comité syndicat université ministère préfecture collectif confédération coopérative
	associazione federazione fondazione ministero università istituto sindacato comitato confederazione consorzio agenzia regione
	associação federação fundação prefeitura ministério universidade sindicato comitê confederação
	vereniging stichting federatie ministerie universiteit instituut vakbond gemeente
	companhia compañía compagnia
	stadt gemeinde landkreis bezirk ville mairie commune département gobierno junta comune câmara
	azienda ospedale institut hochschule akademie museum musée museo museu
	universitet universitetet högskolan høgskolen kommune kommun fylkeskommune sygehus sykehus sjukhus forening förening
	förbund forbund landsforening
	verband verein bund bündnis stiftung ministerium universität gewerkschaft genossenschaft netzwerk gesellschaft`)

// age is somebody's years between commas.
var age = pattern.New(`^(?:aged |de |di |mit )?\d{1,3}(?: years old| Jahre(?: alt)?| ans| años| anni| anos| jaar)?$`)
