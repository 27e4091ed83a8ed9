package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Offices and organisations stand before a name, with a comma between.

// officeAlone reads an office that says of nothing what it is over, with the name behind a comma:
// "Executive Director, Ana Ruiz", "Founder and President, Ana Ruiz of River Alliance".
func (d *Copy) officeAlone(head, rest string) Speaker {
	head = strings.TrimSpace(head)
	words := strings.Fields(head)
	if len(words) == 0 || rest == "" || !d.English() || !prose.TitleWords[strings.ToLower(words[len(words)-1])] {
		return Speaker{}
	}
	for _, w := range words {
		if lower := strings.ToLower(w); !prose.TitleWords[lower] && !prose.TitleModifiers[lower] && lower != "and" && lower != "&" {
			return Speaker{}
		}
	}
	name, behind, _ := strings.Cut(rest, ",")
	who := d.named(strings.TrimSpace(name))
	if !who.Ok || who.Title != "" || !prose.LooksLikeName(who.Name) || prose.IsOrganisation(who.Name) || d.IsTitle(who.Name) {
		return Speaker{}
	}
	who.Title = head
	d.addRest(&who, behind)
	return who
}

// titleThenName reads "la directora de Ríos Vivos, Ana Ruiz".
func (d *Copy) titleThenName(head, rest string) Speaker {
	if bare := prose.Elided(head); bare != head {
		head = "la " + bare
	}
	for field, behind, ok := strings.Cut(rest, ","); ok && overPublic(field) && !d.English(); field, behind, ok = strings.Cut(rest, ",") {
		head, rest = head+","+field, behind // "secretário de Turismo, Ciência e Cultura, João Vale"
	}
	words := strings.Fields(head)
	if len(words) == 2 && prose.Leading[strings.ToLower(words[0])] && prose.TitleWords[strings.ToLower(words[1])] {
		name, _, _ := strings.Cut(rest, ",")
		name = strings.Trim(strings.TrimSpace(name), ".")
		if honour, bare, ok := strings.Cut(name, " "); ok && smallHonour[honour] {
			name = bare // "il parroco, don Paolo Neri"
		}
		if prose.LooksLikeName(name) && !prose.IsOrganisation(name) {
			return Speaker{Name: name, Title: words[1], Ok: true} // "el alcalde, Tomás Iriarte"
		}
	}
	if len(words) < 3 || rest == "" {
		return Speaker{}
	}
	if prose.Leading[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if !d.IsTitle(words[0]) && !d.IsTitle(words[1]) {
		if first, _, _ := strings.Cut(head, " "); !prose.Leading[strings.ToLower(first)] {
			return Speaker{}
		}
		return d.tradeThenName(words, rest)
	}
	behind := words[1]
	if !d.English() && len(words) > 2 && prose.BehindOffice[strings.ToLower(behind)] {
		behind = words[2]
	}
	if d.german() {
		behind = behindAdjective(words)
	}
	if prose.StartsUpper(words[0]) && !isPreposition(strings.ToLower(behind), d.Base()) && !overIn[behind] {
		return Speaker{} // "Director Ana Ruiz, …" is a name with its title
	}
	name, more, _ := strings.Cut(rest, ",")
	name = bareName(name)
	if office, bare, ok := strings.Cut(name, " "); ok && (prose.TitleWords[office] || smallHonour[office]) {
		name = bare // "o presidente da Câmara, vereador João Vale"
	}
	if !prose.LooksLikeName(name) || romanceOf.MatchString(name) && d.Base() == "it" {
		return Speaker{}
	}
	title, org := d.TitleOrg(strings.Join(words, " "))
	office := strings.Join(words, " ")
	small := (office == strings.ToLower(office) || publicFields[strings.ToLower(prose.LastWord(office))]) && prose.StartsUpper(name) &&
		!strings.ContainsAny(head, ":;“”«»\"")
	if org == "" && small && len(words) > 2 && len(words) < 9 &&
		(isPreposition(words[1], d.Base()) || d.IsTitle(words[0])) && !d.English() {
		who := Speaker{Name: name, Title: office, Org: release.Unknown, Ok: true}
		if _, org := d.TitleOrg(more); more != "" && prose.IsOrganisation(org) {
			who.Org = org
		}
		return who
	}
	if office = smallOwner.ReplaceAllString(office, ""); org == "" && d.English() && prose.Leading[strings.ToLower(prose.FirstWord(head))] &&
		office == strings.ToLower(office) && d.IsTitle(prose.FirstWord(office)) && len(words) < 9 && !prose.IsOrganisation(name) &&
		!d.IsTitle(name) {
		return Speaker{Name: name, Title: office, Ok: true} // "the charity’s head of policy, Ana Ruiz"
	}
	if org == "" && !d.English() && prose.Leading[strings.ToLower(prose.FirstWord(head))] && d.IsTitle(words[0]) &&
		len(words) < 9 && more == "" && prose.StartsUpper(name) && !prose.StartsUpper(words[1]) && !prose.IsOrganisation(name) &&
		!d.IsTitle(name) {
		return Speaker{Name: name, Title: office, Org: release.Unknown, Ok: true}
	}
	if org == "" {
		return Speaker{}
	}
	return Speaker{Name: name, Title: title, Org: org, Ok: true}
}

// behindAdjective is the word behind a German office, which may have an adjective before it or a second one behind:
// "Ärztliche Direktorin und Vorsitzende der".
func behindAdjective(words []string) string {
	at := 1
	if prose.TitleModifiers[strings.ToLower(words[0])] && prose.StartsUpper(words[1]) && len(words) > 2 {
		at = 2
	}
	if words[at] == "und" && at+2 < len(words) && prose.StartsUpper(words[at+1]) {
		at += 2
	}
	return words[at]
}

// smallHonour stands before a name in small letters; romanceOf begins what an office is of, and no name.
var (
	smallHonour = prose.WordSet("dona doña don seu dom suor padre frei monsignor mons. père abbé sœur")
	romanceOf   = pattern.New(`^(?:della|dello|dei|degli|delle|dell[’']) ?\p{Lu}`)
)

// smallOwner says in small letters whose an office is.
var smallOwner = pattern.New(`^\p{Ll}+(?:’s|'s) `)

// overIn lead from an office to what it is over, in Italian.
var overIn = prose.WordSet("al alla allo ai agli alle")

// officeThenName reads an office with its article and what it is over, with the name behind a
// comma: "the Harbor Commissioner of Marlow, Ana Ruiz".
func (d *Copy) officeThenName(head, rest string) Speaker {
	first, office, _ := strings.Cut(strings.TrimSpace(head), " ")
	name, behind, _ := strings.Cut(rest, ",")
	name = bareName(name)
	if strings.ToLower(first) != "the" || !d.English() || !prose.StartsUpper(office) || !prose.LooksLikeName(name) ||
		prose.IsOrganisation(name) ||
		d.IsTitle(name) || strings.Contains(behind, ",") {
		return Speaker{}
	}
	at := overAnything.FindStringIndex(office)
	if at == nil || !d.IsTitle(office[:at[0]]) || prose.IsOrganisation(office[:at[0]]) {
		return Speaker{}
	}
	who := Speaker{Name: name, Title: office[:at[0]], Ok: true}
	if over, ok := d.OrgRun(office[at[1]:]); ok && over != release.Unknown && (prose.IsOrganisation(over) || d.actsAsOrg(over)) {
		who.Org = over
		return who
	}
	who.Title, who.Org = office, release.Unknown
	who.Unsure = overWhich(office[at[1]:])
	return who
}

var overAnything = pattern.New(` (?:of|for) (?:the )?`)

// fieldThenName reads an organisation, an office and what that is over, with the name behind a
// comma: "Tidewell Vice President for Harbors and Lights, Tom Reed".
func (d *Copy) fieldThenName(head, rest string) Speaker {
	head = strings.TrimSpace(head)
	var at []int
	for _, m := range overAnything.FindAllStringIndex(head, 4) {
		if prose.TitleWords[strings.ToLower(prose.LastWord(head[:m[0]]))] {
			at = m
			break
		}
	}
	if at == nil || !d.English() || !prose.StartsUpper(head) {
		return Speaker{}
	}
	words := strings.Fields(head[:at[0]])
	from := len(words)
	for from > 0 && (prose.TitleWords[strings.ToLower(words[from-1])] || prose.TitleModifiers[strings.ToLower(words[from-1])]) {
		from--
	}
	name, _, _ := strings.Cut(rest, ",")
	name = bareName(name)
	org := strings.Join(words[:from], " ")
	if from == 0 || !prose.LooksLikeName(name) || prose.IsOrganisation(name) || d.IsTitle(name) ||
		prose.SentenceOpening[strings.ToLower(words[0])] ||
		prose.Leading[strings.ToLower(org)] || prose.General[strings.ToLower(org)] ||
		prose.PublicOffices[strings.ToLower(words[len(words)-1])] && !unionOffice.MatchString(head[:at[0]]) {
		return Speaker{}
	}
	if whole, _ := d.OrgRun(org); trimPossessive(org) != whole || from > 1 && !prose.IsOrganisation(org) && !d.actsAsOrg(org) {
		return Speaker{} // or it is somebody’s name before the office
	}
	return Speaker{Name: name, Title: strings.TrimSpace(strings.TrimPrefix(head, org)), Org: trimPossessive(org), Ok: true}
}

// unionOffice ends with an office of those who work for a union: a secretary over a part of it.
var unionOffice = pattern.New(`(?i)\b(?:regional|national|branch|district|organi[sz]ing|general) secretary$`)

// nameLast reads an organisation, its office and a name, all between commas: "Harbor Alliance,
// President, Ana Ruiz". What stands first has to be an organisation by more than its place.
func (d *Copy) nameLast(phrase string) (Speaker, bool) {
	if who, ok := d.ministerNamed(phrase); ok {
		return who, true
	}
	if who, ok := d.memberNamed(phrase); ok {
		return who, true
	}
	parts := strings.Split(phrase, ", ")
	if len(parts) != 3 {
		return Speaker{}, false
	}
	org, office, name := parts[0], strings.TrimSpace(parts[1]), bareName(parts[2])
	over := isPreposition(strings.ToLower(prose.LastWord(office)), d.Base())
	if !prose.StartsUpper(org) || !d.IsTitle(office) || over || len(strings.Fields(office)) > 5 || !prose.LooksLikeName(name) ||
		prose.IsOrganisation(name) ||
		d.IsTitle(name) || d.IsTitle(org) || d.actsAsOrg(name) {
		return Speaker{}, false
	}
	if whole, ok := d.OrgRun(org); !ok || whole != org || !prose.IsOrganisation(org) && !d.actsAsOrg(org) {
		return Speaker{}, false
	}
	return Speaker{Name: name, Title: office, Org: org, Ok: true}, true
}

// actsAsOrg tells a name that the release uses as only organisations are: it is known as one, or
// stands behind an article. ("de" is one in Dutch, and a preposition elsewhere: of a place.)
func (d *Copy) actsAsOrg(name string) bool {
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

func (d *Copy) former(phrase string) (Speaker, bool) {
	m := formerly.FindStringIndex(phrase)
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	who := d.whoIs(phrase[m[1]:])
	who.Title, who.Org = phrase[m[0]:m[1]]+who.Title, release.Unknown
	return who, who.Ok && who.Name != ""
}

// leadsOnTo tells an office that ends with a preposition, and perhaps an article, so that no name
// follows: "director comercial de", "chair of the".
func (d *Copy) leadsOnTo(title string) bool {
	words := strings.Fields(strings.ToLower(title))
	n := len(words) - 1
	if n > 0 && prose.Leading[words[n]] && !isPreposition(words[n], d.Base()) {
		n--
	}
	return words[n] != "in" && isPreposition(words[n], d.Base())
}

// shortBehalf writes "on behalf of" as the language says it shorter.
func (d *Copy) shortBehalf(phrase string) string {
	if m := onBehalf.FindStringIndex(phrase); m != nil {
		return phrase[:m[0]] + ofOrgan[d.Base()] + phrase[m[1]:]
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
	toks := prose.Tokens(s)
	if kept := trimName(toks); len(kept) > 0 && len(kept) < len(toks) {
		return s[:kept[len(kept)-1].To]
	}
	return s
}

// addRest reads title and organisation from what follows the name's comma.
func (d *Copy) addRest(who *Speaker, rest string) {
	parts := strings.Split(rest, ",")
	var kept []string
	for _, p := range parts {
		p = d.asWhat(alsoIs.ReplaceAllString(strings.TrimSpace(p), ""))
		if m := germanApposed.FindStringSubmatch(p); m != nil && d.german() && d.IsTitle(m[1]) {
			p = m[1]
		}
		if p == "" || prose.Letters.MatchString(p) && len(kept) == 0 && !prose.TitleWords[strings.ToLower(p)] {
			continue
		}
		if who.Org != "" && relative[strings.ToLower(prose.FirstWord(p))] {
			break // what follows is told of them
		}
		if age.MatchString(p) || prose.OfParty.MatchString(p) || saidWhen.MatchString(p) {
			continue
		}
		if relative[strings.ToLower(prose.FirstWord(p))] && !prose.Belongs.MatchString(p) || who.Title != "" && formerly.MatchString(p) {
			break
		}
		kept = append(kept, p)
	}
	if len(kept) == 0 {
		return
	}
	title, org := d.TitleOrg(strings.Join(kept, ", "))
	if who.Title != "" && (relation.MatchString(title) || collective.MatchString(title)) { // "Founder Ana Ruiz, a recipient of the Rope Prize"
		return
	}
	if who.Title == "" || d.English() && prose.Ranks[prose.PlainWord(who.Title)] && !elected[prose.PlainWord(who.Title)] &&
		(d.IsTitle(title) || overSeveral.MatchString(title)) || authorship.MatchString(who.Title) && d.IsTitle(title) {
		who.Title = title
	}
	if org != "" && (who.Org == "" || who.Title != "") {
		who.Org = org
	}
	if who.Title != title && who.Org == org && who.Org != "" && onABoard.MatchString(title) && !d.English() {
		who.Org = release.Unknown // "il socio Paolo Neri, consigliere di Tidale": of another firm, perhaps
	}
}
