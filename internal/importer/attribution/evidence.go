package attribution

import (
	"fmt"
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// An organization is given as fact where the grammar of the sentence says that somebody is of it. A
// capital at the beginning of a sentence says nothing, nor does what somebody is over, nor the place
// where they were formerly.

// unfounded takes back an organization that the grammar of the phrase does not give to the speaker.
func (d *Copy) unfounded(who Speaker, phrase string) Speaker {
	org := who.Org
	if org == "" || org == release.Unknown || !d.English() {
		return who
	}
	switch {
	case !strings.Contains(org, " ") && strings.HasPrefix(phrase, org+" ") && who.Title != "" && !prose.StartsUpper(who.Title) &&
		!d.nameAtBeginning(org, who.Title):
		who.Title, who.Org = org+" "+who.Title, ""
		if word := strings.ToLower(org); !prose.TitleModifiers[word] && !prose.TitleWords[word] && !prose.General[word] {
			who.Org = release.Unknown
			who.Unsure = fmt.Sprintf("%q begins the sentence, and may be a part of the office; write the organisation instead of the ?", org)
		}
	case org == "Under" && strings.HasPrefix(who.Title, "Secretary"):
		who.Title, who.Org = org+" "+who.Title, release.Unknown
		who.Unsure = namesNoOrg
	case heldFormerly.MatchString(before(phrase, org)):
		if office := d.stillHeld(phrase, org); office != "" {
			who.Title = office
			return who
		}
		if strings.EqualFold(who.Title, "formerly") || strings.EqualFold(who.Title, "previously") {
			who.Title = ""
		}
		who.Org = release.Unknown
		who.Unsure = formerlyAt(org)
	case smallPossession.MatchString(org):
		who.Org = release.Unknown
		who.Unsure = fmt.Sprintf("%q may be no organisation's name; write the organisation instead of the ?", org)
	case workBefore.MatchString(org) && strings.HasPrefix(phrase, org+" "+who.Title) && !d.namedAsOrg(org):
		who.Title, who.Org = org+" "+who.Title, "" // "Sporting Director"
	case d.neverAlone(org, who.Title, phrase):
		who.Title = org + " " + who.Title
		who.Org, who.Unsure = release.Unknown, overWhich(org)
	case d.kindOfOffice(who, phrase):
		who.Title = strings.TrimSpace(phrase[:strings.Index(phrase, who.Title)] + who.Title)
		who.Org, who.Unsure = release.Unknown, overWhich(org)
	case d.overNoBody(who, phrase):
		who.Title = wholeOffice(phrase, who.Title, org)
		who.Org, who.Unsure = release.Unknown, overWhich(org)
	}
	return who
}

// neverAlone tells a name of several words right before an office that the text has as a part of other names alone, and of which no
// word is an organisation's.
func (d *Copy) neverAlone(org, title, phrase string) bool {
	return strings.HasPrefix(phrase, org+" "+title) && title != "" && strings.Contains(org, " ") && !prose.IsOrganisation(org) &&
		!spelledAsFirm.MatchString(org) && !d.issues(org) && !d.namedAsOrg(org) && d.namedTwice(org) &&
		!d.hasLike(`(?:^|[^\p{L}-])`, org, `(?:[,.;:)”’'(]|$| [\p{Ll}(])`, org+" "+title)
}

// overNoBody tells that the name stands right behind an office that may be over a field or a place as
// well, and that nothing says that it is an organisation's.
func (d *Copy) overNoBody(who Speaker, phrase string) bool {
	m := officeOverIt.FindStringSubmatch(before(phrase, who.Org))
	if m == nil || owns.MatchString(behind(phrase, who.Org)) || strings.HasSuffix(who.Name, m[1]) {
		return false
	}
	last := strings.ToLower(prose.LastWord(m[1]))
	if !prose.TitleWords[last] && !prose.Ranks[last] || m[2] != "in" && leadsWhole(m[1], who.Org) {
		return false
	}
	if overATeam.MatchString(m[1]) || m[2] == "for" && overAPart.MatchString(m[1]) {
		return !prose.IsOrganisation(who.Org) && !d.namedAsOrg(who.Org)
	}
	if m[2] != "in" && !prose.StartsUpper(prose.LastWord(m[1])) && !d.standsAsPlace(who.Org) {
		return false // who writes the office in small letters writes a field so too
	}
	return !d.evident(who.Org)
}

// kindOfOffice tells a word right before an office that says what kind of office it is, as the text says nothing of an
// organisation with that name: "Divisional Councillor", "Children’s Spokesperson".
func (d *Copy) kindOfOffice(who Speaker, phrase string) bool {
	org := who.Org
	at := strings.Index(phrase, org+" "+who.Title)
	if at < 0 {
		at = max(strings.Index(phrase, org+"’s "+who.Title), strings.Index(phrase, org+"'s "+who.Title))
	}
	if at < 0 || who.Title == "" || who.Name == "" || !strings.HasPrefix(phrase, org) || d.issues(org) {
		return false
	}
	one := !strings.Contains(org, " ")
	if one && d.namedAsOrg(org) || prose.IsOrganisation(org) {
		return ofKind.MatchString(org)
	}
	return d.has(strings.ToLower(org)) || ofKind.MatchString(org) || one && who.Title == "Officer" && org != strings.ToUpper(org)
}

// ofKind is an adjective that says of what kind an office is.
var ofKind = pattern.New(`^(?:\p{Lu}\p{Ll}+(?:ional|ental|orial|ative|utive|istic|etary)|Children|Women|Seniors|Youth|Veterans|` +
	`(?:\p{Lu}\p{L}+ ){0,3}(?:Portfolio|Division|Ward)|` +
	`Housing|Health|Education|Transport|Environment|Energy|Finance|Defence|Justice|Employment|Immigration|Agriculture|Fisheries|` +
	`Welfare|Campaigns|Events|Membership|Press|Volunteer|Conservation|` +
	`Tourism|Science|Arts|Culture|Sports?|Ward|Divisional|Local|Shadow)$`)

// workBefore is the work that somebody directs or does, before the office.
var workBefore = pattern.New(`^(?:Sporting|Creative|Artistic|Musical|Technical|Clinical|Medical|Academic|Nursing|Commercial|Editorial|` +
	`Financial|Corporate|Pastoral|Curatorial|Scientific)$`)

// officeOverIt ends what stands before such a name: an office, and how it leads on.
var officeOverIt = pattern.New(`(\p{L}[\p{L}/-]*(?: (?:and |& )?\p{L}[\p{L}/-]*){0,3}) (of|for|in)(?: the)? $`)

// owns is how a word ends of whom something is.
var owns = pattern.New(`^(?:’s|'s|’|')`)

// leadsAll are offices of those who lead an organisation, or speak for it: what stands behind is
// that, and no field.
var leadsAll = pattern.New(`(?i)(?:^|[\s-])(?:ceo|c[ft]o|coo|chief executive(?: officer)?|founder|owner|chair(?:man|woman|person)?|` +
	`spokes\p{L}+|(?:executive|managing) director|(?:general|national) (?:manager|secretary|director)|secretary[ -]general|member|partner|` +
	`principal|conven[eo]r|leader|publisher|campaigner|volunteer|organi[sz]er|employee|representative|lawyer|attorney|counsel|` +
	`trustee|president)$`)

// leadsWhole tells such an office. Whoever is a director is that of a firm in one word, or of a field in
// several.
func leadsWhole(title, org string) bool {
	title = strings.ToLower(title)
	if prose.LastWord(title) == "director" && len(strings.Fields(title)) < 3 && !strings.Contains(org, " ") {
		return true
	}
	if overAPart.MatchString(title) || overATeam.MatchString(title) {
		return false
	}
	return leadsAll.MatchString(title)
}

// overAPart are offices that read alike and are over a part: "Cabinet Member for Leisure".
var overAPart = pattern.New(`(?i)\b(?:vice[ -]president|(?:cabinet|executive|portfolio|board|lead) (?:member|partner))$`)

// overATeam is an office over a team, which is called after what it does.
var overATeam = pattern.New(`(?i)\bteam (?:leader|lead|member|manager|captain)$`)

// heldFormerly ends what stands before a name where somebody was.
var heldFormerly = pattern.New(`(?i)(?:^|[\s,])(?:the |an? )?(?:formerly|previously|once|former|retired|past|one-time|ex-)\b[^,;:]*\b` +
	`(?:of|at|with|for|from|in) (?:the )?$`)

// smallPossession is what an owner has, in small letters: "Marlow’s only hospital".
var smallPossession = pattern.New(`\p{L}(?:’s|'s|s’|s') \p{Ll}`)

// before is what stands before the first place of a name in a phrase.
func before(phrase, name string) string {
	head, _, ok := strings.Cut(phrase, name)
	if !ok {
		return ""
	}
	return head
}

// Behind is what stands behind the first place of a name in a phrase.
func behind(phrase, name string) string {
	_, tail, _ := strings.Cut(phrase, name)
	return tail
}

// evident tells a name that is an organisation's by its words, or by how the release writes of it
// elsewhere.
func (d *Copy) evident(name string) bool {
	return prose.IsOrganisation(name) || name == strings.ToUpper(name) || spelledAsFirm.MatchString(name) ||
		prose.Lettered.MatchString(name) ||
		d.actsAsOrg(name) || !d.standsAsPlace(name) && (d.namedTwice(name) || strings.Contains(name, " ") && d.firstStandsAlone(name))
}

// nameAtBeginning tells that a word with which a sentence begins, before an office, is a name: the text
// writes it with a capital elsewhere too, or the office is of a firm, and the text has no such noun.
func (d *Copy) nameAtBeginning(word, office string) bool {
	if d.namedAsOrg(word) || word == strings.ToUpper(word) || spelledAsFirm.MatchString(word) || d.capitalWithin(word) {
		return true
	}
	if unionHead.MatchString(word + " " + office) {
		return true
	}
	first, _ := andMore(prose.FirstWord(office) + " and")
	return ofFirms.MatchString(strings.ToLower(first)) && !prose.General[strings.ToLower(word)] && !d.has(strings.ToLower(word))
}

// spelledAsFirm is a name with a word that is spelled as no other noun is.
var spelledAsFirm = pattern.New(`\p{Ll}\p{Lu}|\p{L} ?\d|\d\p{L}|&|\p{L}\.\p{L}|\b\p{Lu}{3,}\b|` +
	`\p{L} (?:Schools|Hospitals|Libraries|Museums|Archives|Police)\b`)

// standsAsPlace tells a name that is where the release comes from, or that the copy writes as places are
// written: "in Marlow", "Mill Lane, Marlow,". What is left out does not count.
func (d *Copy) standsAsPlace(name string, without ...string) bool {
	return d.isPlace(name) || d.hasLike(`(?:\b[Ii]n|\bnear|\p{Lu}\p{Ll}+,) `, name, `(?:[,.;]|$| \p{Ll})`, without...)
}

// firstStandsAlone tells that the copy writes the first word of a name alone too, within a sentence:
// "Tidewell" of "Tidewell Marlow".
func (d *Copy) firstStandsAlone(name string) bool {
	word := prose.FirstWord(name)
	lower := strings.ToLower(word)
	return len(word) > 2 && !prose.Departments[lower] && !prose.General[lower] && !d.standsAsPlace(word) &&
		d.hasLike(`(?:[\p{Ll}\d)’'],? |\()`, word, `(?:[,.;:)”’']|$| \p{Ll})`, name)
}

// hasLike tells that a paragraph has a word with such signs before and behind it, but for where it is
// a part of what is left out.
func (d *Copy) hasLike(front, word, end string, without ...string) bool {
	re := regexp.MustCompile(front + regexp.QuoteMeta(word) + end)
	for _, p := range d.Body {
		text := p.Text
		for _, w := range without {
			text = strings.ReplaceAll(text, w, "")
		}
		if !prose.LongPara(p.Text) && re.MatchString(text) {
			return true
		}
	}
	return false
}

// capitalWithin tells a word that the copy writes with a capital within a sentence too.
func (d *Copy) capitalWithin(word string) bool {
	within, end := `(?:[\p{Ll}\d)’'],? |\()`, `(?:[^\p{L}\d-]|$)`
	return d.hasLike(within, word, end) ||
		regexp.MustCompile(within+regexp.QuoteMeta(word)+end).MatchString(sentenceCase(d.Headline).Text)
}

// behindOffice is the organisation in small letters that ends a clause, behind an office and a comma: in
// bold, or as the copy has it within a sentence with capitals; not known, where other words stand there
// that may be one.
func (d *Copy) behindOffice(who Speaker, clause prose.Para) string {
	before, name, _ := strings.Cut(clause.Text, who.Title+", ")
	name = strings.TrimRight(name, ".,")
	if words := len(strings.Fields(name)); who.Title == "" || words == 0 || words > 4 || prose.StartsUpper(name) {
		return ""
	}
	from := len(before + who.Title + ", ")
	for _, m := range clause.Marks {
		if m.Strong && m.From <= from && m.To >= from+len(name) {
			return name
		}
	}
	if !strings.Contains(name, " ") {
		return ""
	}
	within := regexp.MustCompile(`[\p{Ll},] ((?i:` + regexp.QuoteMeta(name) + `))(?:\PL|$)`)
	for _, p := range d.Body {
		if prose.LongPara(p.Text) {
			continue
		}
		for _, m := range within.FindAllStringSubmatch(p.Text, prose.MostFound) {
			if m[1] != name {
				return name
			}
		}
	}
	if first := prose.FirstWord(name); d.English() && !behindName[first] && !alsoBehind.MatchString(first) {
		return release.Unknown
	}
	return ""
}

// alsoBehind are further words that lead on behind an office.
var alsoBehind = pattern.New(`(?:ing|ed|ly)$|^(?:then|said|says)$`)

// properName is a run of capitals, with the word before it.
var properName = pattern.New(`(?:(\p{L}+) )?(?:the )?(\p{Lu}[\p{L}\d&’'.-]*(?: (?:(?:of|for|the|and|&) ){0,2}\p{Lu}[\p{L}\d&’'.-]*)*)`)

// anothersOffice tells that an office with no organisation may belong to another than the one that
// issues the release: the office has a name in it, or another organisation stands in the sentence or
// in the one before it.
func (d *Copy) anothersOffice(who Speaker, clause string) bool {
	if d.anotherTold() {
		return true
	}
	for _, w := range strings.Fields(boardOfAll.ReplaceAllString(who.Title, "")) {
		if lower := prose.PlainWord(w); prose.StartsUpper(w) && !prose.TitleWords[lower] && !prose.TitleModifiers[lower] &&
			!prose.Departments[lower] &&
			!fieldWords[lower] && !fieldsOfWork[lower] && !strings.Contains(d.Issuer(), w) && !prose.General[lower] &&
			d.hasLike(`(?:[\p{Ll}\d)’'],? |\()`, w, `(?:[,.;:)”’'(]|$| [\p{Ll}(])`, who.Title) {
			return true
		}
	}
	text := strings.ReplaceAll(d.since, "\n", " ")
	near, issuer := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), clause)), d.Issuer()
	near = near[prose.LastSentence(near, d.Cat):]
	if leadsAll.MatchString(who.Title) {
		near = "" // of another's chief a release says whose they are
	}
	if issuer != "" && strings.HasPrefix(strings.TrimPrefix(near, "The "), strings.TrimPrefix(issuer, "The ")) {
		return false // the sentence before is about that
	}
	for _, m := range properName.FindAllStringSubmatch(near+" "+clause, 60) {
		name := trimPossessive(strings.TrimRight(m[2], "."))
		if prose.StartsUpper(m[1]) && !d.IsTitle(m[1]) { // a sentence begins with it
			name = m[1] + " " + name
		}
		for prose.SentenceOpening[strings.ToLower(prose.FirstWord(name))] || prose.Leading[strings.ToLower(prose.FirstWord(name))] {
			m[1], name, _ = strings.Cut(name, " ")
		}
		if name == "" || ofStudy.MatchString(name) || prose.Departments[strings.ToLower(prose.FirstWord(name))] ||
			strings.Contains(issuer, name) || strings.Contains(name, issuer) || strings.Contains(name, who.Name) ||
			strings.Contains(who.Title, name) {
			continue
		}
		behindThe := strings.Contains(m[0], "the "+m[2])
		if prose.IsOrganisation(name) && strings.Contains(name, " ") || d.namedAsOrg(name) ||
			speaksAt[strings.ToLower(m[1])] && !d.standsAsPlace(name) && (!behindThe || strings.Contains(name, " ")) {
			return true
		}
	}
	return false
}

// whereTheyAre gives somebody with an office, and no organisation, the one with which the sentence
// begins: "At Tidewell, head of ropes Ana Ruiz says". Of what may be a place it is not sure.
func (d *Copy) whereTheyAre(who Speaker, intro string) Speaker {
	name, ok := strings.CutPrefix(intro, "At ")
	if !ok || !who.Ok || who.Title == "" || who.Org != "" && who.Org != release.Unknown || !d.English() {
		return who
	}
	org, ok := d.OrgRun(name)
	if !ok || org != strings.TrimPrefix(name, "the ") {
		return who
	}
	one := !strings.Contains(org, " ") && org != strings.ToUpper(org) && !d.namedAsOrg(org) && !spelledAsFirm.MatchString(org)
	if who.Org, who.Unsure = org, ""; one || !d.evident(org) || events[strings.ToLower(prose.LastWord(org))] {
		who.Org = release.Unknown
		who.Unsure = fmt.Sprintf("%q may be a place or an organisation; write the organisation instead of the ?", org)
	}
	return who
}

// speaksAt lead to an organisation at which somebody has an office.
var speaksAt = prose.WordSet("at with from by")
