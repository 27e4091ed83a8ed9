package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Offices stand within runs of capitals, and names behind what they are over: "Tidewell
// Senior Vice President of Product Ana Ruiz".

// officeWithin reads an office that is over something, with the name right behind that.
func (d *Copy) officeWithin(head string, toks []prose.Token) (Speaker, bool) {
	at := -1
	for i := range toks {
		w := prose.PlainWord(toks[i].Text)
		if prose.TitleWords[w] && i+1 < len(toks) && overWords[strings.ToLower(toks[i+1].Text)] {
			at = i
			break
		}
	}
	if at < 0 || !d.English() || len(toks)-at < 5 {
		return Speaker{}, false
	}
	n := len(toks)
	for _, t := range toks[at+2:] {
		if w := strings.ToLower(t.Text); !t.Capital && w != "and" && w != "&" && w != "the" || strings.HasSuffix(t.Text, ",") {
			return Speaker{}, false
		}
	}
	from := n - 2
	if n-at > 5 && (prose.Initial.MatchString(toks[n-2].Text) || nameParts[toks[n-2].Text]) {
		from = n - 3
	}
	name, field := head[toks[from].From:toks[n-1].To], head[toks[at+2].From:toks[from-1].To]
	if !prose.LooksLikeName(name) || prose.IsOrganisation(name) || strings.HasSuffix(strings.ToLower(field), " and") || field == "the" {
		return Speaker{}, false
	}
	start := at
	for start > 0 && (prose.TitleModifiers[strings.ToLower(toks[start-1].Text)] || prose.TitleWords[strings.ToLower(toks[start-1].Text)]) {
		start--
	}
	who := Speaker{Name: name, Title: head[toks[start].From:toks[at].To], Ok: true}
	if start > 0 {
		who.Org = trimPossessive(head[toks[0].From:toks[start-1].To])
		if start > 1 && prose.LooksLikeName(who.Org) && !prose.IsOrganisation(who.Org) {
			return Speaker{}, false // or the name stands before its office
		}
	}
	if strings.EqualFold(toks[at+1].Text, "in") { // a place
		who.Title = head[toks[start].From:toks[from-1].To]
		return who, true
	}
	inner := prose.Departments[strings.ToLower(prose.FirstWord(field))] || overFields.MatchString(who.Title)
	switch {
	case who.Org != "" || inner || (!prose.IsOrganisation(field) || ofStudy.MatchString(field)) &&
		(strings.EqualFold(toks[at+1].Text, "for") || !isOfficer(who.Title)):
		who.Title = head[toks[start].From:toks[from-1].To]
		if who.Org == "" && !inner {
			who.Org = release.Unknown
		}
		if who.Org == "" && overFields.MatchString(head[toks[start].From:toks[at].To]) {
			who.Org = release.Unknown
		}
	default:
		if org, ok := d.OrgRun(head[toks[at+2].From:toks[from-1].To]); ok {
			who.Org = org
		}
	}
	return who, true
}

var overWords = prose.WordSet("of for in")

// nameParts stand with a capital within a name, before a surname of two words.
var nameParts = prose.WordSet("Mac Mc Ní Nic Ó Ui De Van Von Al El St. San Le La Della Di Du Bin")

// possessed reads somebody whom an organisation has, without an office or with one:
// "Tidewell’s Ana Ruiz".
func (d *Copy) possessed(head string, toks []prose.Token) (Speaker, bool) {
	for i := 0; i+2 < len(toks) && toks[i].Capital; i++ {
		t := toks[i]
		if org := trimPossessive(t.Text); org == t.Text || !strings.HasSuffix(strings.TrimRight(t.Text, "’'"), "s") ||
			officeWords[strings.ToLower(strings.ReplaceAll(t.Text, "’", "'"))] {
			continue
		}
		name := head[toks[i+1].From:]
		if !prose.LooksLikeName(name) || prose.IsOrganisation(name) {
			return Speaker{}, false
		}
		who := d.person(head, toks[i+1:])
		if plural := !strings.HasSuffix(t.Text, "s"); plural && (i == 0 || who.Org != "" || who.Title != "") {
			return Speaker{}, false // "Skippers’ Rope", which is a name
		}
		if who.Ok && who.Org == "" {
			who.Org = trimPossessive(head[toks[0].From:t.To])
		}
		return who, who.Ok
	}
	return Speaker{}, false
}

// andMore tells an office with "and" behind it, and returns that office.
func andMore(lower string) (string, bool) {
	last := prose.LastWord(lower)
	if !ands[last] {
		return "", false
	}
	return strings.TrimSpace(strings.TrimSuffix(lower, last)), true
}

// ands join two offices.
var ands = prose.WordSet("and und et y e en &")

// officeAt is an office with the organisation at which somebody has it, and the name behind.
var officeAt = pattern.New(`^(?:the )?(\p{L}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,3}) at (?:the )?(\p{Lu}[^,.:;“”"()]*?) ` +
	`((?:(?:Dr|Prof|Professor|Sir|Dame|Rev)\.? )?\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)$`)

// atThenName reads "Chief executive at River Alliance Ana Ruiz", of an organisation that the text has elsewhere.
func (d *Copy) atThenName(phrase string) (Speaker, bool) {
	m := officeAt.FindStringSubmatch(phrase)
	if m == nil || !d.English() || !d.IsTitle(m[1]) || prose.IsOrganisation(m[3]) || !d.namedTwice(m[2]) && !prose.IsOrganisation(m[2]) {
		return Speaker{}, false
	}
	org, sure := d.OrgRun(m[2])
	org = d.possessiveName(org)
	return Speaker{Name: m[3], Title: m[1], Org: org, Ok: true}, sure && org == m[2]
}

// firstOfTwo reads somebody with an office in each of two organisations, of which the first
// is taken: rest is the second, with the name.
func (d *Copy) firstOfTwo(rest, title, org string) Speaker {
	who := d.named(rest)
	if !who.Ok || who.Name == "" || who.Title == "" {
		return Speaker{}
	}
	who.Org, who.Title = org, title
	return who
}

// definiteOffice is an office with its article, and no name: "the director", "le président de
// la Fédération des ports".
var definiteOffice = pattern.New(`^(?i:the|der|die|le|la|el|lo|il|o|a|de|` +
	`het) (\p{L}[^,.:;“”"«»]{2,120})$|^(?i:l[’'])(\p{L}[^,.:;“”"«»]{2,120})$`)

// byOffice reads somebody whom the text names by an office alone: the one who is known
// with it, or nobody's name where it says of what the office is.
func (d *Copy) byOffice(phrase string) (Speaker, bool) {
	m := definiteOffice.FindStringSubmatch(phrase)
	if m == nil {
		return Speaker{}, false
	}
	if who, ok := d.calling(phrase); ok {
		return who, true
	}
	office := m[1] + m[2]
	if d.german() {
		office = germanOccasion.ReplaceAllString(office, "")
	}
	if first := strings.ToLower(prose.FirstWord(office)); !d.IsTitle(first) && !prose.TitleModifiers[first] &&
		!strings.ContainsAny(first, "-") {
		return Speaker{}, false
	}
	found := Speaker{}
	for _, spoken := range []bool{true, false} {
		for _, k := range d.Known {
			called := k.Ok && hasWords(k.Title, office) || !spoken && calledAfter(k.Title, office)
			if called && k.Name != "" && k.Name != found.Name {
				if found.Name != "" {
					return Speaker{}, false // of two
				}
				found = k
			}
		}
		if found.Name != "" {
			found.Ok = true
			return found, true
		}
	}
	title, org := d.TitleOrg(office)
	if !d.IsTitle(title) || !prose.IsOrganisation(org) || !strings.HasSuffix(office, org) || endsInName(title) && !d.german() {
		return Speaker{}, false
	}
	for _, k := range d.Known {
		if k.Org == org && strings.EqualFold(k.Title, title) && k.Name != "" {
			k.Ok = true
			return k, true
		}
	}
	return Speaker{Title: title, Org: org, Ok: true}, true
}

// endsInName tells an office with a name behind it: "direttrice Lea Voss".
func endsInName(title string) bool {
	words := strings.Fields(title)
	return len(words) > 2 && !prose.StartsUpper(words[0]) && prose.LooksLikeName(strings.Join(words[len(words)-2:], " "))
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
func (d *Copy) bodyBehind(rest string) string {
	rest = strings.TrimLeft(rest, " ,")
	behind := afterPreposition(rest, d.Base())
	if behind == rest || prose.StartsWithQuote(behind) {
		return ""
	}
	if end := strings.IndexAny(behind, ",.;:“”\"«»("); end > 0 && !campus.MatchString(behind) {
		behind = behind[:end]
	}
	org, ok := d.OrgRun(behind)
	if !ok || org == release.Unknown || !prose.IsOrganisation(org) && !headsOf[strings.ToLower(prose.FirstWord(org))] {
		return ""
	}
	return org
}

// introduce finds people whom the text names with their office before it quotes
// them: "Ana Ruiz, campaign director at River Alliance, met the port on Monday."
func (d *Copy) introduce(list []prose.Para) {
	for _, p := range list {
		if prose.LongPara(p.Text) {
			continue
		}
		p.Text = inIndia.ReplaceAllString(p.Text, "")
		d.meet(p.Text)
		d.meetMinisters(p.Text)
		d.meetOf(p.Text)
		d.meetJointly(p.Text)
		d.meetTheirs(p.Text)
		d.meetAppointed(p.Text)
		d.meetHeaded(p.Text)
		d.meetNordic(p.Text)
		d.meetElected(p.Text)
		d.meetChosen(p.Text)
		d.meetBehindOffice(p.Text)
		d.meetAtWork(p.Text)
		d.meetFounders(p.Text)
		for _, m := range introduced.FindAllStringSubmatchIndex(p.Text, prose.MostFound) {
			told := untilStop.FindString(p.Text[m[4]:])
			if doesIt.MatchString(told) || fieldsGoOn.MatchString(p.Text[m[4]+len(told):]) {
				continue
			}
			if next := d.Parse(told); prose.StartsUpper(told) && next.Name != "" && next.Title != "" && strings.HasSuffix(told, next.Name) {
				continue // another, in a row of people with their offices
			}
			who := d.Parse(d.inSentence(p.Text[m[2]:m[3]]) + ", " + told)
			if smallWithinName.MatchString(who.Name) && !strings.Contains(told, who.Org) {
				continue
			}
			if who.Ok && who.Org != "" && who.Title != "" && d.IsTitle(who.Title) && !d.isKnown(who.Name) && !anotherIn(who.Title) {
				who.Ok = false // known, and not yet spoken
				if collective.MatchString(who.Title) {
					who.Title, who.Org = "", "" // others, in a list: "Ana Ruiz, volunteers of River Alliance and …"
				}
				d.Known = append([]Speaker{who}, d.Known...)
			}
		}
	}
	d.meetAppointed(d.Headline.Text)
	kept := d.Known[:0]
	for _, k := range d.Known {
		if k = d.nothingAmiss(k); k.Name != "" {
			kept = append(kept, k)
		}
	}
	d.Known = kept
}

// anotherIn tells that what is read as an office names somebody else: "il primario Piero Zanetti e la
// presidente".
func anotherIn(title string) bool { return secondName.MatchString(title) }

var secondName = pattern.New(`\p{Ll} \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:e|et|y|und|en|and) (?:il|lo|la|le|el|der|die|de|a|o|the) \p{Ll}`)

// inSentence is a run of capitals without the end of the sentence before it: "Marlow. Ana Ruiz".
func (d *Copy) inSentence(run string) string {
	for at := strings.LastIndex(run, ". "); at != -1; at = strings.LastIndex(run[:at], ". ") {
		if !d.Cat.EndsInAbbreviation(run[:at+1]) && !prose.Honorifics[strings.ToLower(prose.LastWord(run[:at+1]))] {
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
func (d *Copy) organisation(phrase string) Speaker {
	if bare := prose.Elided(phrase); bare != phrase {
		phrase = "la " + bare
	}
	if !d.English() {
		phrase = initialsLast.ReplaceAllString(phrase, "")
	}
	words := strings.Fields(phrase)
	article := prose.Leading[strings.ToLower(prose.FirstWord(phrase))]
	org, ok := d.OrgRun(phrase)
	if n := len(words) - len(strings.Fields(org)); ok && article && n == 2 && prose.Descriptors[words[1]] && strings.HasSuffix(phrase, org) {
		return Speaker{Org: org, Ok: true} // "l’association Rives Vivantes"
	}
	if !strings.HasSuffix(phrase, org) || len(words) > len(strings.Fields(org))+1 ||
		len(words) > len(strings.Fields(org)) && !article {
		return Speaker{}
	}
	if article && len(words) > 2 && (prose.OrgOnly(prose.Tokens(org)) || d.English() && prose.IsOrganisation(org)) || body(org) ||
		d.issues(org) ||
		article && !d.English() && capitals.MatchString(org) && org == strings.ToUpper(org) {
		return Speaker{Org: org, Ok: true}
	}
	return Speaker{}
}

// unnamed reads "a volunteer with Tech Workers Coalition".
func (d *Copy) unnamed(phrase string) Speaker {
	g := d.phrasing(`^(?i:{article})\s+(\p{L}[^,.:;]{1,60}?)\s+({sure}|{weak})\s*(\S.*)$`).FindStringSubmatch(phrase)
	if g == nil || prose.StartsUpper(g[1]) && !d.german() {
		return Speaker{}
	}
	if sure := d.phrasing(`^(?:{sure})$`).MatchString(g[2]); !sure && !d.IsTitle(g[1]) {
		return Speaker{}
	}
	org, _ := d.OrgRun(g[3])
	if org == "" || looksLikeNameOfPerson(org) && d.IsTitle(org) {
		return Speaker{}
	}
	if represents.MatchString(g[1]) && d.evident(org) && !americanState.MatchString(org) {
		return Speaker{Org: org, Ok: true}
	}
	return Speaker{Title: g[1], Org: d.written(d.nominative(articleOf(g[2], g[3]), org)), Ok: true}
}

// represents is somebody who speaks for a firm, or sits in a parliament for a place.
var represents = pattern.New(`^(?:\p{Ll}+ )?representative$`)

func looksLikeNameOfPerson(s string) bool { return len(strings.Fields(s)) == 2 }

// arranged reads a run of capitals in which words of an office or of an organisation stand
// in one of the ways that are known.
func (d *Copy) arranged(head string, toks []prose.Token, run int) (Speaker, bool) {
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
func (d *Copy) meetOf(text string) {
	of := introducedOf
	if !d.English() {
		of = introducedIn[d.Base()]
	}
	if of == nil {
		return
	}
	for _, m := range of.FindAllStringSubmatchIndex(text, prose.MostFound) {
		whole := d.inSentence(text[m[2]:m[3]])
		name := prose.TrimLetters(whole)
		org := d.bodyBehind(text[m[4]:])
		if org == "" || !prose.LooksLikeName(name) || prose.IsOrganisation(name) || d.IsTitle(name) || d.isKnown(whole) {
			continue
		}
		d.Known = append([]Speaker{{Name: whole, Org: org}}, d.Known...)
	}
}

// issues tells the organisation that issues the release.
func (d *Copy) issues(org string) bool {
	return org != "" && org != release.Unknown && org == d.Issuer()
}

// Body tells the name of an association or office by a word that no surname is: its first,
// or the last of few, before which no name has room.
func body(org string) bool {
	words := strings.Fields(strings.ToLower(org))
	if len(words) < 2 || strings.ContainsAny(org, ",") {
		return false
	}
	return prose.Bodies[words[0]] || len(words) < 4 && prose.Bodies[words[len(words)-1]]
}

// age is somebody's years between commas.
var age = pattern.New(`^(?:aged |de |di |mit )?\d{1,3}(?: years old| Jahre(?: alt)?| ans| años| anni| anos| jaar)?$`)
