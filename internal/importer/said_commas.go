package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Offices and organisations stand before a name, with a comma between.

// officeAlone reads an office that says of nothing what it is over, with the name behind a comma:
// "Executive Director, Ana Ruiz", "Founder and President, Ana Ruiz of River Alliance".
func (d *draft) officeAlone(head, rest string) speaker {
	head = strings.TrimSpace(head)
	words := strings.Fields(head)
	if len(words) == 0 || rest == "" || !d.english() || !titleWords[strings.ToLower(words[len(words)-1])] {
		return speaker{}
	}
	for _, w := range words {
		if lower := strings.ToLower(w); !titleWords[lower] && !titleModifiers[lower] && lower != "and" && lower != "&" {
			return speaker{}
		}
	}
	name, behind, _ := strings.Cut(rest, ",")
	who := d.named(strings.TrimSpace(name))
	if !who.ok || who.title != "" || !looksLikeName(who.name) || isOrganisation(who.name) || d.isTitle(who.name) {
		return speaker{}
	}
	who.title = head
	d.addRest(&who, behind)
	return who
}

// titleThenName reads "la directora de Ríos Vivos, Ana Ruiz".
func (d *draft) titleThenName(head, rest string) speaker {
	if bare := elided(head); bare != head {
		head = "la " + bare
	}
	for field, behind, ok := strings.Cut(rest, ","); ok && overPublic(field) && !d.english(); field, behind, ok = strings.Cut(rest, ",") {
		head, rest = head+","+field, behind // "secretário de Turismo, Ciência e Cultura, João Vale"
	}
	words := strings.Fields(head)
	if len(words) == 2 && leading[strings.ToLower(words[0])] && titleWords[strings.ToLower(words[1])] {
		name, _, _ := strings.Cut(rest, ",")
		name = strings.Trim(strings.TrimSpace(name), ".")
		if honour, bare, ok := strings.Cut(name, " "); ok && smallHonour[honour] {
			name = bare // "il parroco, don Paolo Neri"
		}
		if looksLikeName(name) && !isOrganisation(name) {
			return speaker{name: name, title: words[1], ok: true} // "el alcalde, Tomás Iriarte"
		}
	}
	if len(words) < 3 || rest == "" {
		return speaker{}
	}
	if leading[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if !d.isTitle(words[0]) && !d.isTitle(words[1]) {
		if first, _, _ := strings.Cut(head, " "); !leading[strings.ToLower(first)] {
			return speaker{}
		}
		return d.tradeThenName(words, rest)
	}
	behind := words[1]
	if !d.english() && len(words) > 2 && behindOffice[strings.ToLower(behind)] {
		behind = words[2]
	}
	if d.german() {
		behind = behindAdjective(words)
	}
	if startsUpper(words[0]) && !isPreposition(strings.ToLower(behind), d.base()) && !overIn[behind] {
		return speaker{} // "Director Ana Ruiz, …" is a name with its title
	}
	name, more, _ := strings.Cut(rest, ",")
	name = bareName(name)
	if office, bare, ok := strings.Cut(name, " "); ok && (titleWords[office] || smallHonour[office]) {
		name = bare // "o presidente da Câmara, vereador João Vale"
	}
	if !looksLikeName(name) || romanceOf.MatchString(name) && d.base() == "it" {
		return speaker{}
	}
	title, org := d.titleOrg(strings.Join(words, " "))
	office := strings.Join(words, " ")
	small := (office == strings.ToLower(office) || publicFields[strings.ToLower(lastWord(office))]) && startsUpper(name) &&
		!strings.ContainsAny(head, ":;“”«»\"")
	if org == "" && small && len(words) > 2 && len(words) < 9 &&
		(isPreposition(words[1], d.base()) || d.isTitle(words[0])) && !d.english() {
		who := speaker{name: name, title: office, org: release.Unknown, ok: true}
		if _, org := d.titleOrg(more); more != "" && isOrganisation(org) {
			who.org = org
		}
		return who
	}
	if office = smallOwner.ReplaceAllString(office, ""); org == "" && d.english() && leading[strings.ToLower(firstWord(head))] &&
		office == strings.ToLower(office) && d.isTitle(firstWord(office)) && len(words) < 9 && !isOrganisation(name) && !d.isTitle(name) {
		return speaker{name: name, title: office, ok: true} // "the charity’s head of policy, Ana Ruiz"
	}
	if org == "" && !d.english() && leading[strings.ToLower(firstWord(head))] && d.isTitle(words[0]) &&
		len(words) < 9 && more == "" && startsUpper(name) && !startsUpper(words[1]) && !isOrganisation(name) && !d.isTitle(name) {
		return speaker{name: name, title: office, org: release.Unknown, ok: true}
	}
	if org == "" {
		return speaker{}
	}
	return speaker{name: name, title: title, org: org, ok: true}
}

// behindAdjective is the word behind a German office, which may have an adjective before it or a second one behind:
// "Ärztliche Direktorin und Vorsitzende der".
func behindAdjective(words []string) string {
	at := 1
	if titleModifiers[strings.ToLower(words[0])] && startsUpper(words[1]) && len(words) > 2 {
		at = 2
	}
	if words[at] == "und" && at+2 < len(words) && startsUpper(words[at+1]) {
		at += 2
	}
	return words[at]
}

// smallHonour stands before a name in small letters; romanceOf begins what an office is of, and no name.
var (
	smallHonour = wordSet("dona doña don seu dom suor padre frei monsignor mons. père abbé sœur")
	romanceOf   = pattern.New(`^(?:della|dello|dei|degli|delle|dell[’']) ?\p{Lu}`)
)

// smallOwner says in small letters whose an office is.
var smallOwner = pattern.New(`^\p{Ll}+(?:’s|'s) `)

// overIn lead from an office to what it is over, in Italian.
var overIn = wordSet("al alla allo ai agli alle")

// officeThenName reads an office with its article and what it is over, with the name behind a
// comma: "the Harbor Commissioner of Marlow, Ana Ruiz".
func (d *draft) officeThenName(head, rest string) speaker {
	first, office, _ := strings.Cut(strings.TrimSpace(head), " ")
	name, behind, _ := strings.Cut(rest, ",")
	name = bareName(name)
	if strings.ToLower(first) != "the" || !d.english() || !startsUpper(office) || !looksLikeName(name) || isOrganisation(name) ||
		d.isTitle(name) || strings.Contains(behind, ",") {
		return speaker{}
	}
	at := overAnything.FindStringIndex(office)
	if at == nil || !d.isTitle(office[:at[0]]) || isOrganisation(office[:at[0]]) {
		return speaker{}
	}
	who := speaker{name: name, title: office[:at[0]], ok: true}
	if over, ok := d.orgRun(office[at[1]:]); ok && over != release.Unknown && (isOrganisation(over) || d.actsAsOrg(over)) {
		who.org = over
		return who
	}
	who.title, who.org = office, release.Unknown
	who.unsure = overWhich(office[at[1]:])
	return who
}

var overAnything = pattern.New(` (?:of|for) (?:the )?`)

// fieldThenName reads an organisation, an office and what that is over, with the name behind a
// comma: "Tidewell Vice President for Harbors and Lights, Tom Reed".
func (d *draft) fieldThenName(head, rest string) speaker {
	head = strings.TrimSpace(head)
	var at []int
	for _, m := range overAnything.FindAllStringIndex(head, 4) {
		if titleWords[strings.ToLower(lastWord(head[:m[0]]))] {
			at = m
			break
		}
	}
	if at == nil || !d.english() || !startsUpper(head) {
		return speaker{}
	}
	words := strings.Fields(head[:at[0]])
	from := len(words)
	for from > 0 && (titleWords[strings.ToLower(words[from-1])] || titleModifiers[strings.ToLower(words[from-1])]) {
		from--
	}
	name, _, _ := strings.Cut(rest, ",")
	name = bareName(name)
	org := strings.Join(words[:from], " ")
	if from == 0 || !looksLikeName(name) || isOrganisation(name) || d.isTitle(name) || sentenceOpening[strings.ToLower(words[0])] ||
		leading[strings.ToLower(org)] || general[strings.ToLower(org)] ||
		publicOffices[strings.ToLower(words[len(words)-1])] && !unionOffice.MatchString(head[:at[0]]) {
		return speaker{}
	}
	if whole, _ := d.orgRun(org); trimPossessive(org) != whole || from > 1 && !isOrganisation(org) && !d.actsAsOrg(org) {
		return speaker{} // or it is somebody’s name before the office
	}
	return speaker{name: name, title: strings.TrimSpace(strings.TrimPrefix(head, org)), org: trimPossessive(org), ok: true}
}

// unionOffice ends with an office of those who work for a union: a secretary over a part of it.
var unionOffice = pattern.New(`(?i)\b(?:regional|national|branch|district|organi[sz]ing|general) secretary$`)

// nameLast reads an organisation, its office and a name, all between commas: "Harbor Alliance,
// President, Ana Ruiz". What stands first has to be an organisation by more than its place.
func (d *draft) nameLast(phrase string) (speaker, bool) {
	if who, ok := d.ministerNamed(phrase); ok {
		return who, true
	}
	if who, ok := d.memberNamed(phrase); ok {
		return who, true
	}
	parts := strings.Split(phrase, ", ")
	if len(parts) != 3 {
		return speaker{}, false
	}
	org, office, name := parts[0], strings.TrimSpace(parts[1]), bareName(parts[2])
	over := isPreposition(strings.ToLower(lastWord(office)), d.base())
	if !startsUpper(org) || !d.isTitle(office) || over || len(strings.Fields(office)) > 5 || !looksLikeName(name) || isOrganisation(name) ||
		d.isTitle(name) || d.isTitle(org) || d.actsAsOrg(name) {
		return speaker{}, false
	}
	if whole, ok := d.orgRun(org); !ok || whole != org || !isOrganisation(org) && !d.actsAsOrg(org) {
		return speaker{}, false
	}
	return speaker{name: name, title: office, org: org, ok: true}, true
}

// actsAsOrg tells a name that the release uses as only organisations are: it is known as one, or
// stands behind an article. ("de" is one in Dutch, and a preposition elsewhere: of a place.)
func (d *draft) actsAsOrg(name string) bool {
	if d.namedAsOrg(name) || d.issues(name) {
		return true
	}
	for _, article := range []string{"the ", "The ", "die ", "la ", "el ", "il ", "le ", "l’", "der "} {
		if d.has(article + name) {
			return true
		}
	}
	return false
}

// formerly stands before an office that somebody no longer has.
var formerly = pattern.New(`^(?:former|retired|ex-) ?`)

func (d *draft) former(phrase string) (speaker, bool) {
	m := formerly.FindStringIndex(phrase)
	if m == nil || !d.english() {
		return speaker{}, false
	}
	who := d.whoIs(phrase[m[1]:])
	who.title, who.org = phrase[m[0]:m[1]]+who.title, release.Unknown
	return who, who.ok && who.name != ""
}

// leadsOnTo tells an office that ends with a preposition, and perhaps an article, so that no name
// follows: "director comercial de", "chair of the".
func (d *draft) leadsOnTo(title string) bool {
	words := strings.Fields(strings.ToLower(title))
	n := len(words) - 1
	if n > 0 && leading[words[n]] && !isPreposition(words[n], d.base()) {
		n--
	}
	return words[n] != "in" && isPreposition(words[n], d.base())
}

// shortBehalf writes "on behalf of" as the language says it shorter.
func (d *draft) shortBehalf(phrase string) string {
	if m := onBehalf.FindStringIndex(phrase); m != nil {
		return phrase[:m[0]] + ofOrgan[d.base()] + phrase[m[1]:]
	}
	return phrase
}

// onBehalf leads from a name to whom somebody speaks for; ofOrgan is shorter.
var (
	onBehalf = pattern.New(`,? (?:on behalf of|im namen (?:der|des|von)|au nom (?:de la|de|du|des)|en nombre del?|a nome (?:di|del|della)|` +
		`in nome (?:di|del|della)|namens|em nome d[aeo]) `)
	ofOrgan = map[string]string{"en": " of ", "de": " von ", "fr": ", de ", "es": ", de ", "it": ", di ", "nl": " van ", "pt": ", da "}
)

// bareName is a name without what stands behind it: "Ana Ruiz MP".
func bareName(s string) string {
	s = strings.Trim(strings.TrimSpace(s), ".,")
	toks := tokens(s)
	if kept := trimName(toks); len(kept) > 0 && len(kept) < len(toks) {
		return s[:kept[len(kept)-1].to]
	}
	return s
}

// addRest reads title and organisation from what follows the name's comma.
func (d *draft) addRest(who *speaker, rest string) {
	parts := strings.Split(rest, ",")
	var kept []string
	for _, p := range parts {
		p = d.asWhat(alsoIs.ReplaceAllString(strings.TrimSpace(p), ""))
		if m := germanApposed.FindStringSubmatch(p); m != nil && d.german() && d.isTitle(m[1]) {
			p = m[1]
		}
		if p == "" || letters.MatchString(p) && len(kept) == 0 && !titleWords[strings.ToLower(p)] {
			continue
		}
		if who.org != "" && relative[strings.ToLower(firstWord(p))] {
			break // what follows is told of them
		}
		if age.MatchString(p) || ofParty.MatchString(p) || saidWhen.MatchString(p) {
			continue
		}
		if relative[strings.ToLower(firstWord(p))] && !belongs.MatchString(p) || who.title != "" && formerly.MatchString(p) {
			break
		}
		kept = append(kept, p)
	}
	if len(kept) == 0 {
		return
	}
	title, org := d.titleOrg(strings.Join(kept, ", "))
	if who.title != "" && (relation.MatchString(title) || collective.MatchString(title)) { // "Founder Ana Ruiz, a recipient of the Rope Prize"
		return
	}
	if who.title == "" || d.english() && ranks[plainWord(who.title)] && !elected[plainWord(who.title)] &&
		(d.isTitle(title) || overSeveral.MatchString(title)) || authorship.MatchString(who.title) && d.isTitle(title) {
		who.title = title
	}
	if org != "" && (who.org == "" || who.title != "") {
		who.org = org
	}
	if who.title != title && who.org == org && who.org != "" && onABoard.MatchString(title) && !d.english() {
		who.org = release.Unknown // "il socio Paolo Neri, consigliere di Tidale": of another firm, perhaps
	}
}
