package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// TitleOrg divides "campaign director at River Alliance" and its like.
func (d *Copy) TitleOrg(s string) (title, org string) {
	s = byMeans.ReplaceAllString(strings.TrimSpace(s), "")
	if ofBoard.MatchString(s) || ofStates.MatchString(s) || d.English() && secretaryOf.MatchString(s) && d.publicBody(s) != "" {
		return s, ""
	}
	if title, org, ok := d.ofState(s); ok {
		return title, org
	}
	if title, org, ok := d.onBoardOf(s); ok {
		return title, org
	}
	if withOthers.MatchString(s) {
		return "", ""
	}
	if d.overFieldsAlone(s) {
		return s, ""
	}
	if m := namedChair.FindStringSubmatch(s); m != nil && !prose.IsOrganisation(m[1]) {
		if org, ok := d.OrgRun(m[2]); ok {
			return m[1], org
		}
	}
	s = ownersInitials.ReplaceAllString(s, "$1")
	if m := leadsPractice.FindStringSubmatch(s); m != nil && officesOnly(m[1]) {
		return s, ""
	}
	for _, read := range []func(string) (title, org string, ok bool){
		prose.PeopleFor, d.ofInitials, d.ofSeveral, d.schoolsOffice, d.advises, d.fieldThenBody,
	} {
		if title, org, ok := read(s); ok {
			return title, org
		}
	}
	title, org = d.divided(s)
	if whole, at := d.bodyOf(s, org); whole != "" {
		return s[:at], whole
	}
	if field, whole := d.fieldOfBody(title, org); whole != "" && title != "" {
		return s[:strings.Index(s, org)+len(field)], whole
	}
	if d.madeIt(title, org) || d.English() && strings.EqualFold(prose.LastWord(title), "member") && ofChamber.MatchString(org) {
		return s, ""
	}
	return title, d.ownArticle(s, cmp.Or(d.namedAfterAll(s, org), org))
}

// withOthers is with whom somebody does something, behind their name.
var withOthers = pattern.New(`^(?i:together with|along with|alongside|joined by|accompanied by|in partnership with|as well as|` +
	`zusammen mit|` +
	`gemeinsam mit|aux côtés d[eu’']|en compagnie d[eu’']|junto (?:con|a|com)|insieme (?:a|con)|samen met)(?:\s|$)`)

// ownersInitials stand between an organisation and what is its own: "Harbor Bishops’ (HB) Committee on Quays".
var ownersInitials = pattern.New(`((?:s’|s'|’s|'s)) \(\p{Lu}{2,}\)`)

func (d *Copy) divided(s string) (title, org string) {
	if o, ok := d.whole(s); ok {
		return "", o
	}
	for _, read := range []func(string) (title, org string, ok bool){
		d.congregationWhole, d.forNoun, d.officeThenBody, d.ofJoined, d.initialed, d.ofBranch, d.smallOffice, d.firmThenOffice, d.firstOwned,
	} {
		if title, o, ok := read(s); ok {
			return title, o
		}
	}
	if rest := afterPreposition(s, d.Base()); rest != s { // "of Harwell Police"
		if o, ok := d.OrgRun(rest); ok {
			return "", d.nominative(articleOf(s[:len(s)-len(rest)], rest), o)
		}
	}
	if d.English() {
		s = s[:len(s)-len(toldOf.FindString(s))]
	}
	if m := atBody.FindStringSubmatchIndex(s); m != nil && !d.English() {
		if o, _ := d.OrgRun(s[m[4]:]); o != release.Unknown {
			return strings.Trim(s[:m[3]], " ,"), o
		}
	}
	weak := d.phrasing(weakly(d.Base()))
	if title, o, ok := d.surely(s); ok {
		return title, o
	}
	if title, o, ok := d.withOwner(s); ok {
		return title, o
	}
	if title, o, ok := d.inSmallLetters(s); ok {
		return title, o
	}
	matches := weak.FindAllStringIndex(s, prose.AllFound)
	for n, m := range matches {
		o, ok := d.OrgRun(s[m[1]:])
		before := strings.Trim(s[:m[0]], " ,")
		tail := strings.ToLower(prose.LastWord(before))
		switch {
		case !ok, before == "":
			continue
		case prose.OrgTails[tail] && prose.StartsUpper(prose.LastWord(before)) && strings.Contains(before, ","):
			continue // "…, Center for Media Justice": within the name
		case prose.Departments[strings.ToLower(prose.FirstWord(o))] && (n+1 < len(matches) || strings.Contains(s[m[1]:], ",")):
			continue
		case prose.Departments[strings.ToLower(prose.FirstWord(o))] && len(strings.Fields(o)) < 3 &&
			!(ofFirms.MatchString(tail) && strings.Contains(o, " ")):
			continue
		case !d.English() && !d.german() && (bodyBehindComma(before) || overFirm(before, o)):
			continue // "Directora de Relaciones Externas, R&T de Marlow", "ministre de la Culture et des Communications"
		case prose.TitleWords[strings.ToLower(prose.FirstWord(o))] && !d.English() && n+1 < len(matches):
			continue // "portavoce del Presidente dell’Agenzia": of whom somebody else speaks
		case overPlace.MatchString(before) && n+1 == len(matches) && strings.HasPrefix(s[m[1]+len(o):], ", "):
			continue // and the organisation stands behind the comma
		}
		if title, whole, ok := d.overFieldOf(before, s[m[0]:]); ok {
			return title, whole
		}
		if title, whole, ok := d.workOfWhom(before, s, o); ok {
			return title, whole
		}
		if field, whole, ok := fieldOfWhom(o); ok && d.English() {
			return s[:m[1]] + field, whole
		}
		if g := inRegion.FindStringSubmatch(o); g != nil && d.English() {
			return s[:m[1]+len(g[1])], g[2]
		}
		for _, read := range []func(s, org string) (string, string, bool){d.circle, d.inWholeBody, d.wholeBehind, d.bodyOfField} {
			if title, whole, ok := read(s, o); ok {
				return title, whole
			}
		}
		if isField(o) || region.MatchString(o) {
			continue
		}
		return before, d.nominative(strings.Trim(s[m[0]:m[1]], " ,"), o)
	}
	return d.behindCommas(s)
}

// congregation is the name of one with where it is: its office does not stand before the place.
var congregation = pattern.New(`^(?:\p{Lu}[\p{L}’'.-]+ ){0,3}(?:Temple|Synagogue|Church|Mosque|Cathedral|Congregation|` +
	`Parish)\b[^,]* of \p{Lu}`)

// congregationWhole reads it: "Temple Beth Or of Marlow".
func (d *Copy) congregationWhole(s string) (title, org string, ok bool) {
	org, ok = d.OrgRun(s)
	return "", org, ok && org == s && d.English() && congregation.MatchString(s)
}

// weakly is what leads weakly from an office to an organisation.
func weakly(lang string) string {
	switch lang {
	case "fr":
		return `[\s,](?:(?:de la|du|des|de)\s|de l[’']|d[’'])`
	case "it":
		return `[\s,](?:(?:della|del|dello|dei|degli|delle|di)\s|dell[’'])`
	}
	return `[\s,](?:{weak})\s+`
}

// surely divides at a preposition that stands before an organisation alone: "director at River Alliance".
func (d *Copy) surely(s string) (title, org string, ok bool) {
	for _, m := range d.phrasing(`[\s,](?:{sure})\s+`).FindAllStringIndex(s, prose.AllFound) {
		if o, ok := d.OrgRun(s[m[1]:]); ok && (!prose.Departments[strings.ToLower(prose.FirstWord(o))] || d.English() && prose.Firm(o)) {
			if d.Base() == "fr" && strings.HasSuffix(strings.TrimSpace(s[:m[1]]), " à") && !prose.IsOrganisation(o) {
				continue // a place
			}
			if b := d.Base(); (b == "pl" || b == "cs") && strings.HasPrefix(s[m[1]:], o) && !strings.Contains(o, " ") && !d.knownOrg(o) {
				return s, "", true // where somebody is from, or lives
			}
			if partOfWorld.MatchString(o) || d.german() && occasions.MatchString(o) {
				continue
			}
			return strings.Trim(s[:m[0]], " ,"), d.nominative(articleOf(s[m[0]:m[1]], s[m[1]:]), o), true
		}
	}
	return "", "", false
}

// worldParts are parts of the world that an office may be over.
const worldParts = `(?:(?:North|South|Latin|Central|West|East|Western|Eastern|Northern|Southern|South-East|Southeast) )?` +
	`(?:Europe|Africa|Asia|Americas?|Oceania|Pacific|Asia[ -]Pacific|Middle East|EMEA|APAC)`

var (
	// inRegion is such a part with the organisation behind it: "Europe of the Harbor Workers".
	inRegion = pattern.New(`^(` + worldParts + `) of (?:the )?(\p{Lu}.*)$`)
	// region is such a part alone.
	region = pattern.New(`^` + worldParts + `$`)
)

// withOwner divides "River Alliance’s policy director".
func (d *Copy) withOwner(s string) (title, org string, ok bool) {
	s = strings.TrimPrefix(s, "the ")
	for _, sign := range []string{"’s ", "'s "} {
		owner, after, ok := strings.Cut(s, sign)
		if ok && prose.StartsUpper(after) && theirOffice.MatchString(owner) && d.English() && d.IsTitle(owner) {
			return owner, release.Unknown, true // "Lecturer at the university’s School of Tides"
		}
		if held := ofTheirs.ReplaceAllString(owner, ""); ok && theirBoard.MatchString(after) && held != owner && d.IsTitle(held) {
			whole, sure := d.OrgRun(afterPreposition(owner[len(held)+1:], "en"))
			return held, whole, sure // "chair of Tidewell’s trustees"
		}
		if held := ofTheirs.ReplaceAllString(owner, ""); ok && d.English() && !prose.StartsUpper(after) && held != owner && d.IsTitle(held) {
			return owner + sign + after, release.Unknown, true // "Director of Tidewell’s partner": of another
		}
		if ok && prose.StartsUpper(s) && (d.IsTitle(after) || d.german() && germanTrade.MatchString(prose.FirstWord(after))) {
			return after, owner, true
		}
	}
	return "", "", false
}

// theirBoard are those who lead the whole of an organisation.
var theirBoard = pattern.New(`^(?i:(?:board of )?(?:trustees|directors|governors)|` +
	`(?:trustee |governing |advisory )?(?:board|body|council))$`)

// ofTheirs leads from an office to whose it is.
var ofTheirs = pattern.New(` (?:of|at|for|with) (?:the )?\p{Lu}.*$`)

// orgThenOffice is an organisation of some words with an office in small letters behind it:
// "the Tidewell Nine franchise owner".
var orgThenOffice = pattern.New(`^(?:the )?(\p{Lu}[\p{L}\d&.’'-]*(?: \p{Lu}[\p{L}\d&.’'-]*){1,4}) ` +
	`((?:\p{Ll}[\p{L}-]* ){0,3}?\p{Ll}[\p{L}-]*)((?: for| of) (?:the )?` + worldParts + `)?$`)

// smallOffice reads that, perhaps with the part of the world that the office is over.
func (d *Copy) smallOffice(s string) (title, org string, ok bool) {
	m := orgThenOffice.FindStringSubmatch(s)
	if m == nil || !d.English() || !isOfficer(m[2]) && !d.namedTwice(m[1]) || !prose.TitleWords[prose.LastWord(m[2])] ||
		d.IsTitle(m[1]) || prose.General[strings.ToLower(m[1])] {
		return "", "", false
	}
	return m[2] + m[3], trimPossessive(m[1]), true
}

// behindCommas divides "campaign director, River Alliance".
func (d *Copy) behindCommas(s string) (title, org string) {
	parts := strings.Split(s, ",")
	for i := len(parts) - 1; i >= 0; i-- {
		part := strings.TrimSpace(parts[i])
		if part == "" {
			continue
		}
		o, ok := d.OrgRun(part)
		if !ok || i > 0 && isField(part) {
			continue
		}
		if d.german() && germanTrade.MatchString(o) && !prose.IsOrganisation(o) {
			return strings.Join(parts[:i+1], ","), ""
		}
		if i == 0 && d.IsTitle(part) && (!prose.OrgOnly(prose.Tokens(part)) || officesOnly(part) || headOfPart.MatchString(part)) {
			return part, ""
		}
		if prose.CompanySuffix[strings.Trim(part, ".")] && i > 0 {
			if base, ok := d.OrgRun(parts[i-1]); ok {
				return strings.Trim(strings.Join(parts[:i-1], ","), " ,"), base + ", " + part
			}
		}
		if d.IsTitle(o) && len(strings.Fields(o)) < 4 && !prose.OrgOnly(prose.Tokens(o)) {
			continue
		}
		if office, whole := officeBehind(part, o); i == 0 && office != "" && d.English() {
			return office, whole
		}
		return strings.Trim(strings.Join(parts[:i], ","), " ,"), o
	}
	if d.IsTitle(s) || len(strings.Fields(s)) < 7 {
		return strings.Trim(s, " ,."), ""
	}
	return "", ""
}

// officeBehind divides "Open Harbor project lead", of which the name found may have a part of the
// office: what is behind it in small letters has to end with one.
func officeBehind(part, name string) (office, org string) {
	behind, ok := strings.CutPrefix(strings.Trim(part, " ."), name+" ")
	if !ok || behind != strings.ToLower(behind) || !prose.TitleWords[prose.LastWord(behind)] || len(strings.Fields(behind)) > 3 {
		return "", ""
	}
	for last := prose.LastWord(name); prose.TitleModifiers[last]; last = prose.LastWord(name) {
		behind, name = last+" "+behind, strings.TrimSpace(strings.TrimSuffix(name, last))
	}
	return behind, name
}

// leadsPractice is an office with a second one behind it that is over a part of the same firm:
// "Principal Consultant and Private Networks practice lead".
var leadsPractice = pattern.New(`^([^,]+?) (?:and|&) (?:\p{L}[\p{L}&-]* ){0,4}(?i:practice|programme|program|product|portfolio|group|` +
	`team|division|unit|project) (?i:lead|leader|head|manager|director|owner)$`)

// officesOnly tells two offices of one person, and nothing else: "Co-founder & CEO".
func officesOnly(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '/' }) {
		if w != "&" && w != "and" && !prose.TitleWords[w] && !prose.TitleModifiers[w] {
			return false
		}
	}
	return true
}

// OrgRun reads an organisation's name at the start of a text: what is described
// comes first ("the Latino activist organization Mijente"), what is told of it
// ends it ("who launched …").
func (d *Copy) OrgRun(s string) (string, bool) {
	s = strings.TrimLeft(s, " \u00a0")
	if owner := ownerOf(s); owner != "" && d.English() && !prose.General[strings.ToLower(owner)] {
		return owner, true
	}
	if org := d.inSmall(s); org != "" {
		return org, true
	}
	if m := campus.FindStringSubmatch(s); m != nil && !americanState.MatchString(m[2]) {
		return m[1], true
	}
	toks := prose.Tokens(s)
	start := 0
	for i := 0; i < len(toks) && i < 8; i++ {
		if strings.ContainsAny(toks[i].Text, ",;:") {
			break
		}
		bare := prose.Elided(toks[i].Text)
		if (prose.Descriptors[bare] || d.English() && trades[bare]) && i+1 < len(toks) && toks[i+1].Capital {
			start = i + 1
			break
		}
	}
	if start == 0 && len(toks) > 1 && d.article(toks[0].Text) && toks[1].Capital && !d.hasArticleOf(toks[0].Text, toks[1].Text) {
		start = 1
	}
	if start >= len(toks) || !toks[start].Capital || yearAlone.MatchString(s[toks[start].From:]) {
		return "", false
	}
	end := start
	for i := start; i < len(toks); i++ {
		t := toks[i]
		bare := strings.TrimRight(t.Text, ",;:.)”“»\"")
		w := strings.ToLower(bare)
		if i > start && s[t.From-1] == '(' {
			break
		}
		if andTrade(s, t) || d.andOffice(toks, i) {
			break
		}
		if !t.Capital && w == "on" && committees[strings.ToLower(toks[i-1].Text)] && capitalFollows(toks, i) {
			continue
		}
		if !t.Capital {
			if (!prose.OrgConnectors[w] && !articleInName(toks, i)) || bare != t.Text || !capitalFollows(toks, i) {
				break
			}
			continue
		}
		end = i
		if bare != t.Text && !d.Cat.EndsInAbbreviation(t.Text) {
			break
		}
	}
	end, sure := d.nameEnd(s, toks, d.pastSmall(s, toks, start, end))
	if !sure {
		return release.Unknown, true
	}
	to := toks[end].To
	if m := legalForm.FindStringIndex(s[to:]); m != nil && strings.TrimRight(s[toks[start].From:to], ",;:)”“»\"") == s[toks[start].From:to] {
		return s[toks[start].From : to+m[1]], true
	}
	out := s[toks[start].From:to]
	out = strings.TrimRight(out, ",;:)”“»\"")
	if !d.Cat.EndsInAbbreviation(out) {
		out = strings.TrimRight(out, ".")
	}
	if bare := prose.Elided(out); start == 0 && bare != out {
		out = bare
	}
	if !ownNoun.MatchString(out) {
		out = trimPossessive(out)
	}
	if several[strings.ToLower(prose.LastWord(out))] {
		return release.Unknown, true
	}
	return boardOfAll.ReplaceAllString(out, "") + d.fieldsBehind(out, behind(s, out)), out != ""
}

// yearAlone is a year, and no name: "who founded it in 1998".
var yearAlone = pattern.New(`^(?:1[89]|20)\d\d(?:[ .,;]*$|, )`)

// ownNoun ends the name of a hospital or club with whose it is: "Harbor Children’s".
var ownNoun = pattern.New(`\p{Lu}\S* (?:Children|Women|Men|Kids?|Mothers?|Veterans?|Seamen|Fishermen)(?:’s|'s|’|')$`)

// boardOfAll is the board that stands for the whole of an organisation.
var boardOfAll = pattern.New(` Board of (?:Directors|Trustees|Governors)$`)

// trades are nouns for those who do or make something, before the name of a firm, in English: "the
// roofing specialists Tidewell".
var trades = prose.WordSet(`specialist specialists consultancy agency retailer retailers manufacturer manufacturers maker makers
	provider ` +
	`providers developer developers publisher publishers insurer broker brokers supplier suppliers operator operators producer ` +
	`producers distributor brand brewery brewer chain giant airline platform website studio label broadcaster contractor contractors ` +
	`builder builders housebuilder architects solicitors accountants thinktank tank business practice trust club band team`)

// atBody is an office with what it is at, where the preposition may stand before days and
// places too.
var atBody = pattern.New(`^(.*\S),? (?:an der|am|im|in der|an|all[’']|alla|al|nell[’']|presso l[’']|au sein du|au|aux|à l[’']|à la|` +
	`en el|en la|na|no|aan de|in het)\s?` +
	`((?:Universit|Universidad|Hochschul|Fachhochschul|Institut|Ministeri|Minist[eè]r|Klinik|Akademie|Max|Technische|Politecnic|` +
	`Escuela|École|Ecole|Centro|` +
	`Centre|Laborato|Hospital|Observato|\p{Lu}{3,}\b|\p{Lu}\p{Ll}*\p{Lu}{2,}\b)\S*.*)$`)

// overPlace are offices that are over a part of the world.
var overPlace = pattern.New(`(?i)\b(?:country|regional|national|area|state|district|general|sales|programme|program) (?:director|` +
	`manager|coordinator|lead|` +
	`representative|head)$`)

// legalForm stands behind the name of a German club.
var legalForm = pattern.New(`^ (?:e\. ?V\.|i\. ?G\.|e\. ?G\.|eG\b|eV\b)`)

// andTrade tells "und Segelmacher" at the end of a phrase, or "und bekannte Autorin", which is of the person.
func andTrade(s string, t prose.Token) bool {
	rest := strings.Trim(s[t.To:], " .,")
	return t.Text == "und" && (len(strings.Fields(rest)) == 1 && germanTrade.MatchString(rest) || knownAs.MatchString(rest))
}

// knownAs is what else somebody is, as others see it.
var knownAs = pattern.New(`^(?:\p{Ll}+e \p{Lu}\p{Ll}+(?:er|or|ist|ant)in|\p{Ll}+er \p{Lu}\p{Ll}+(?:er|or|ist|` +
	`ant))(?: und \p{Lu}\p{Ll}+)?$`)

// germanBesides are what else somebody is, in German.
var germanBesides = pattern.New(`(?:mitglied|person|beauftragter?|obfrau|obmann)$`)

// andOffice tells "und Mitglied": what else somebody is.
func (d *Copy) andOffice(toks []prose.Token, i int) bool {
	if !ands[toks[i].Text] || i+1 == len(toks) {
		return false
	}
	if i+3 < len(toks) && toks[i+1].Capital && prose.TitleWords[strings.ToLower(toks[i+2].Text)] && overWords[toks[i+3].Text] {
		i++ // "and Clinical Lead for"
	}
	next, behind := strings.ToLower(toks[i+1].Text), i+2
	if germanBesides.MatchString(next) || authorToo[next] {
		return true
	}
	for behind+1 < len(toks) && prose.BehindOffice[strings.ToLower(toks[behind].Text)] {
		behind++
	}
	return behind < len(toks) &&
		(prose.TitleWords[next] || prose.TitleWords[strings.TrimPrefix(next, "vice")] || d.officeNoun(next)) &&
		isPreposition(strings.ToLower(toks[behind].Text), d.Base())
}

var (
	// toldOf is what is told of somebody's office.
	toldOf = pattern.New(`\s(?:that|who|which)\s.*`)
	// committees go on with what they are about; several of them speak for nobody.
	committees = prose.WordSet("committee subcommittee commission panel caucus council")
	several    = prose.WordSet("committees subcommittees commissions boards caucuses councils")
	// germanTrade are nouns that are somebody's office or trade.
	germanTrade = pattern.New(`(?:er|erin|or|orin|ist|istin|ant|antin|leitung|mitglied|beauftragter?)$`)
)

// capitalFollows tells whether small words lead on to a capital.
func capitalFollows(toks []prose.Token, i int) bool {
	for j := i + 1; j < len(toks); j++ {
		if toks[j].Capital {
			return true
		}
		if !prose.OrgConnectors[toks[j].Text] && !articleInName(toks, j) {
			return false
		}
	}
	return false
}

// articleInName tells the article within the name of those who are for something: "Citizens for a Better Pier".
func articleInName(toks []prose.Token, i int) bool {
	return i > 1 && (toks[i].Text == "a" || toks[i].Text == "an" || toks[i].Text == "our") && toks[i-1].Text == "for" && toks[i-2].Capital
}
