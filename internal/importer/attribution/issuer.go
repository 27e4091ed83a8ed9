package attribution

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Issuer is the organisation that issues the release, as far as the source tells: by its
// boilerplate, its contact, its letterhead, or the sentence in which it announces something.
// What whoever imports says of it goes before all but the boilerplate. They themselves are the last
// that is thought of, and only where the headline or the copy's beginning names them.
func (d *Copy) Issuer() string {
	if org := d.issuerTold(); org != "" {
		return org
	}
	opens := prose.WordIn(d.Headline.Text, d.House) || prose.WordIn(d.firstCopy(), d.House)
	if about := d.abouts(); opens && (len(about) == 0 || slices.Contains(about, d.House)) {
		return d.House
	}
	return ""
}

// issuerTold is the issuer as the source tells of it, or whoever imports says.
func (d *Copy) issuerTold() string {
	switch about := d.abouts(); len(about) {
	case 0:
	case 1:
		return about[0]
	default:
		if org := d.announces(about); org != "" {
			return org
		}
		if org := d.hosted(); slices.Contains(about, org) {
			return org
		}
		return d.By
	}
	if d.By != "" {
		return d.By
	}
	if org := d.released(); org != "" {
		return org
	}
	if org := d.hosted(); org != "" {
		return org
	}
	for _, c := range d.Contacts {
		if c.Org != "" && !d.contactsOfSeveral() && !strings.HasPrefix(c.Org, "PR ") && !d.answersOnly(c.Org) { // "PR festivalu"
			return whoseDesk(c.Org)
		}
	}
	for _, l := range d.Letterhead {
		if n := len(strings.Fields(l)); n < 7 && prose.LikeAName(l) && d.usesName(l) && (!partOfPage.MatchString(l) || d.has(l)) {
			return l
		}
	}
	for _, found := range []func() string{
		d.headedBy, d.announcer, d.announcerIn, d.described, d.schoolOf, d.responsible, d.heads, d.schoolFound,
	} {
		if org := found(); org != "" {
			return org
		}
	}
	return ""
}

// partOfPage ends what a page calls its parts: "Ministry News".
var partOfPage = pattern.New(` (?:News|Newsroom|Blog|Updates|Stories|Events|Releases|Media)$`)

// answersOnly tells an organisation that is called as agencies and desks are, and of which the copy does not tell: it answers for
// whoever issues the release.
func (d *Copy) answersOnly(org string) bool {
	return (answering[strings.ToLower(prose.LastWord(org))] || romanceAgency.MatchString(org)) && !prose.WordIn(d.Headline.Text, org) &&
		!slices.ContainsFunc(d.Body, func(p prose.Para) bool { return prose.WordIn(p.Text, org) })
}

// romanceAgency begins what those are called in French and Italian.
var romanceAgency = pattern.New(`^(?:Studio|Agence|Agenzia|Cabinet|Bureau) \p{Lu}`)

// whoseDesk is the organisation of a desk for the press: "Ufficio stampa Marea" answers for Marea.
func whoseDesk(org string) string {
	m := prose.DeskWithin.FindStringIndex(org)
	if m == nil || m[0] > 0 {
		return org
	}
	whose := ofDesk.ReplaceAllString(strings.TrimLeft(org[m[1]:], " –-:,"), "")
	if !prose.StartsUpper(whose) {
		return org
	}
	return whose
}

// ofDesk leads from a desk to whose it is.
var ofDesk = pattern.New(`^(?:de la |de l[’']|du |des |de |d[’']|della |dello |dell[’']|del |dei |degli |di |do |da |der |` +
	`of (?:the )?)`)

// answering end what such are called.
var answering = prose.WordSet("media press pr communications comms partners publicity")

// usesName tells a line above a release that is no part of a page's menu, of which the words are
// known in English alone: it has a word that only organisations have, or the text has it too.
func (d *Copy) usesName(line string) bool {
	return d.English() || prose.IsOrganisation(line) || prose.Lettered.MatchString(line) || d.has(line)
}

var aboutName = aboutPrefix()

// ownAbout is the heading of a boilerplate that names nobody.
var ownAbout = pattern.New(`(?i)^\W*(?:about us|über uns|sobre nosotros|quiénes somos|chi siamo)\b\W*(.*)`)

// abouts are the organisations of which boilerplates tell.
func (d *Copy) abouts() []string {
	var out []string
	for i, b := range d.Boilerplate {
		if m := ownAbout.FindStringSubmatch(b.Text); m != nil {
			if m[1] == "" && i+1 < len(d.Boilerplate) {
				m[1] = d.Boilerplate[i+1].Text
			}
			if org, _ := d.saysWhatItIs(m[1]); org != "" && !slices.Contains(out, org) {
				out = append(out, org)
			}
			continue
		}
		if prose.AboutLine.FindString(b.Text) == "" {
			continue
		}
		name, _, _ := strings.Cut(aboutName.ReplaceAllString(b.Text, ""), ":")
		name, _, _ = strings.Cut(name, "\n")
		org, ok := d.OrgRun(name)
		head, again, _ := strings.Cut(org, " "+prose.FirstWord(org))
		if head = strings.TrimSuffix(head, " The"); head == prose.FirstWord(org)+again {
			org = head // "About Tidewell Tidewell makes rope"
		}
		if ok && org != release.Unknown && !slices.Contains(out, org) &&
			(strings.Contains(org, " ") || !d.IsTitle(org)) {
			out = append(out, org)
		}
	}
	return out
}

// announces is the one of several that announces something, has a contact, or with whose name
// the copy begins; "" where that is not sure.
func (d *Copy) announces(several []string) string {
	first := d.announcer()
	for _, name := range several {
		if name == first {
			return name
		}
	}
	for _, c := range d.Contacts {
		for _, name := range several {
			if c.Org != "" && strings.EqualFold(c.Org, name) {
				return name
			}
		}
	}
	copied := strings.TrimPrefix(d.firstCopy(), "The ")
	for _, name := range several {
		if rest, ok := strings.CutPrefix(copied, name); ok && !continues(rest) {
			return name
		}
	}
	return ""
}

// firstCopy is the first paragraph of the copy.
func (d *Copy) firstCopy() string {
	for _, p := range d.Body {
		if p.Level == 0 && p.Text != "" && !prose.LongPara(p.Text) {
			return p.Text
		}
	}
	return ""
}

// announced is a sentence in which somebody announces something: who, and between commas
// or brackets what that is.
var announced = pattern.New(`^(?:Today,? |(?:On |This |Last |Yesterday)(?:\p{Lu}\p{Ll}+day|week|morning)?, )?` +
	`(?:\p{Lu}\p{Ll}+-(?:owned|based|led|run|headquartered) )?` +
	`(?:(?i:the|die|der|das|la|le|el|il|de|het|o|a) |[Ll][’'])?(\p{Lu}[^,:;“”"«»()–—]{1,70}?)` +
	`( \([^()]{2,40}\),?)?(, [^:;“”"«»–—]{3,160}?,)? ` +
	`(?:(?:today|proudly|officially|heute|aujourd[’']hui|hoy|oggi|hoje|vandaag) ){0,2}(?:has |have |hat |a |ha )?` +
	`(?:(?:today|heute|hoy|oggi|hoje|vandaag|aujourd[’']hui) )?` +
	`(?:announced|announces|is (?:pleased|proud|thrilled|delighted|excited) to|launched|launches|unveiled|unveils|released|releases|` +
	`issued|issues (?:the following|a) (?:statement|call|warning|report)|is (?:inviting|launching|releasing|announcing|introducing)|` +
	`reported|reports|posted|posts|raised|raises|selects|partners with|` +
	`eröffnet|investiert|erweitert|übernimmt|präsentiert|` +
	`opent|investeert|verwerft|lanceert|öppnar|köper|investerar|lanserar|har tecknat|har anställt|åbner|køber|investerer|har ansat|` +
	`kjøper|åpner|har ansatt|lanserer|` +
	`bekannt gegeben|gibt|annoncé|annonce|anunciado|anuncia|annunciato|annuncia|anunciou|kondigt)\b`)

// ofFirm is what the words behind a name say of an organisation, and of nobody else.
var ofFirm = pattern.New(`(?i)\b(?:company|maker|manufacturer|provider|supplier|developer|firm|start-?up|organi[sz]ation|` +
	`nonprofit|charity|platform|brand|agency|studio|network|union|association|` +
	`foundation|retailer|operator|publisher|institute|` +
	`unternehmen|hersteller|anbieter|verein|verband|entreprise|éditeur|fabricant|empresa|fabricante|azienda|produttore|bedrijf|` +
	`nasdaq|nyse)\b`)

// announcer is the organisation that announces something in the first sentence of the copy;
// "" where that may be a person, or two.
func (d *Copy) announcer() string {
	text := d.firstCopy()
	if i := strings.LastIndex(text[:min(len(text), 120)], " -- "); i > 0 && d.DayIn(text[:i]) {
		text = text[i+len(" -- "):]
	}
	m := announced.FindStringSubmatch(text)
	if m == nil {
		if m = doesFirst.FindStringSubmatch(text); m == nil || !prose.WordIn(d.Headline.Text, m[1]) || !d.surelyFirm(m[1]) {
			return ""
		}
	}
	m[1] = nordicKind.ReplaceAllString(m[1], "")
	org, _ := d.OrgRun(m[1])
	first := strings.ToLower(prose.FirstWord(org))
	if org != m[1] || d.Base() == "nl" && prose.Leading[first] || d.IsTitle(org) || prose.Ranks[first] || joint.MatchString(org) ||
		prose.General[strings.ToLower(org)] || prose.SentenceOpening[first] || prose.Opening[first] {
		return ""
	}
	if !d.English() && stateAlone[strings.ToLower(prose.LastWord(org))] {
		return ""
	}
	person := prose.LooksLikeName(org) && len(strings.Fields(org)) < 4 && !prose.IsOrganisation(org)
	if person && m[2] == "" && !ofFirm.MatchString(m[3]) && !d.calledFirm(org) || strings.Contains(m[3], " and "+m[1]) {
		return ""
	}
	return org
}

// doesFirst is a sentence in which somebody does what releases are about, where the headline names them too.
var doesFirst = pattern.New(`^(?:Today,? )?(?:[Tt]he )?(\p{Lu}[^,:;“”"«»()–—]{1,70}?)( \([^()]{2,40}\),?)?(, [^:;“”"«»–—]{3,160}?,)? ` +
	`(?:(?:today|proudly|officially|recently) )?` +
	`(?:and (?:its|their) (?:members|partners|allies) )?(?:has |have |will |is |was |has been )?` +
	`(?:(?:today|proudly|officially|recently) )?(?:call(?:s|ed|ing) (?:on|for|upon)|demand(?:s|ed|ing)?|` +
	`condemn(?:s|ed|ing)?|warn(?:s|ed|ing)?|critici[sz](?:es?|ed|ing)|` +
	`oppos(?:es?|ed|ing)|applaud(?:s|ed|ing)?|denounc(?:es?|ed|ing)|commend(?:s|ed|ing)?|reject(?:s|ed|ing)?|seek(?:s|ing)?|` +
	`offer(?:s|ed|ing)?|beg(?:ins?|an|inning)|select(?:s|ed|ing)?|start(?:s|ed|ing)?|plan(?:s|ned|ning)?|unveil(?:ing)?|` +
	`open(?:s|ed|ing)?|won|wins|win|receiv(?:es?|ed)|celebrat(?:es?|ed|ing)|appoint(?:s|ed)|nam(?:es|ed)|hir(?:es|ed)|acquir(?:es?|ed)|` +
	`expand(?:s|ed|ing)?|introduc(?:es?|ed|ing)|complet(?:es?|ed)|sign(?:s|ed)|award(?:s|ed)|host(?:s|ed|ing)?|launch(?:ing)?|` +
	`invit(?:es?|ed|ing)|welcom(?:es?|ed|ing)|urg(?:es?|ed|ing)|join(?:s|ed|ing)?|present(?:s|ed|ing)?|` +
	`mark(?:s|ed|ing)?|gave|gives|donat(?:es?|ed|ing)|` +
	`kick(?:s|ed|ing) off|return(?:s|ed|ing)?|committed|support(?:s|ed|ing)?|earn(?:s|ed)|secur(?:es?|ed)|publish(?:es|ed)?)\b`)

// surelyFirm tells the name of a body of several words, by these or by what the copy calls it.
func (d *Copy) surelyFirm(name string) bool {
	return strings.Contains(name, " ") && !nobodyIssues.MatchString(name) &&
		(prose.IsOrganisation(name) || prose.Lettered.MatchString(name) || spelledAsFirm.MatchString(name) || d.calledFirm(name))
}

// calledFirm tells two words that could be somebody's name and are a firm's: the copy calls it one, and nobody by its last word.
func (d *Copy) calledFirm(name string) bool {
	last := regexp.QuoteMeta(prose.LastWord(name))
	person := regexp.MustCompile(`(?:Mr|Mrs|Ms|Dr)\.? ` + last + `\b|(?:^|[^\p{L}] ?)` + last + ` (?:said|says|added|adds|is|was|has|will)\b`)
	firm := false
	for text := range d.texts() {
		if person.MatchString(strings.ReplaceAll(text, name, "")) {
			return false
		}
		firm = firm || d.English() && callsFirm.MatchString(text)
	}
	return firm
}

// callsFirm is what the copy calls a firm.
var callsFirm = pattern.New(`\b[Tt]he (?:company|firm|start-?up|business|agency|studio|label|fund|venture)(?:’s|'s)?\b`)

// atSchool begins a release that tells what those of a school have done: "Researchers at Harwell
// University have built".
var atSchool = pattern.New(`^(?:An? )?(?:(?:new |joint )?(?:team|group) of )?(?:(?i:\p{L}+ ))?` +
	`(?i:researchers|scientists|engineers|chemists|physicists|biologists|students|scholars|economists|historians|archaeologists|` +
	`astronomers) (?:at|from) (?:the )?(\p{Lu}.*)$`)

// schoolOf is that school, "" where the sentence names another behind it.
func (d *Copy) schoolOf() string {
	m := atSchool.FindStringSubmatch(d.firstCopy())
	if m == nil {
		return ""
	}
	org, _ := d.OrgRun(m[1])
	rest := strings.TrimLeft(strings.TrimPrefix(m[1], org), " ,")
	if !school.MatchString(org) || joint.MatchString(org) || strings.HasPrefix(rest, "and ") || !strings.HasPrefix(m[1], org) {
		return ""
	}
	return org
}

// Whose release it is may be said nowhere, and yet be sure: headline or copy begin with a name, and the
// address of whoever is to be asked, or the page itself, has the same one.

// hosted is the organisation with whose name headline or copy begin, and that has the address of a
// contact or of a boilerplate, or whose page it is; "" for none, and for two.
func (d *Copy) hosted() string {
	found, labels := "", d.hostLetters()
	for _, p := range []prose.Para{{Text: d.Headline.Text, Level: 1}, {Text: d.firstCopy()}} {
		org := ""
		for _, label := range labels {
			name, alone := d.beginsWith(p, label)
			if name != "" && !alone {
				return ""
			}
			org = cmp.Or(org, name)
		}
		if org != "" && !strings.HasPrefix(org, found) {
			return ""
		}
		found = cmp.Or(org, found)
	}
	return found
}

// linkHost is the host of an address of a page.
var linkHost = pattern.New(`(?:://|\bwww\.)([\p{L}\d.-]+\.\p{L}{2,})`)

// hostLetters are the letters of the hosts of contacts and boilerplates, and of the names of those whose page it is.
func (d *Copy) hostLetters() []string {
	var out []string
	host := func(name string) {
		out = append(out, prose.PlainLetters(name))
		labels := strings.Split(name, ".")
		for _, label := range labels[:len(labels)-1] {
			if label = prose.PlainLetters(label); len(label) > 3 && !prose.Mailboxes[label] {
				out = append(out, label)
			}
		}
	}
	for _, c := range d.Contacts {
		if _, name, ok := strings.Cut(c.Email, "@"); ok {
			host(name)
		}
	}
	for _, b := range d.Boilerplate {
		for _, m := range linkHost.FindAllStringSubmatch(b.Text, prose.MostFound) {
			host(m[1])
		}
	}
	for _, name := range d.Whose {
		if prose.IsOrganisation(name) {
			out = append(out, prose.PlainLetters(name))
		}
	}
	return out
}

// andAnother is how a second organisation stands behind a name.
var andAnother = pattern.New(`^(?:, \p{Lu}[^,.]+)*,? (?:and|&|und|et|y|e|en) `)

// beginsWith is the name with which a text begins and whose first letters are these, and whether no second
// stands with it.
func (d *Copy) beginsWith(p prose.Para, label string) (name string, alone bool) {
	words := strings.Fields(p.Text)
	if len(words) > 1 && d.article(words[0]) {
		words = words[1:]
	}
	letters := ""
	for i, w := range words {
		letters += prose.PlainLetters(prose.Ownerless(w))
		if !strings.HasPrefix(label, letters) || i == 0 && !prose.StartsUpper(strings.TrimLeft(w, "“„«\"")) {
			return "", false
		}
		if letters == label {
			n := i + 1
			if p.Level > 0 && !d.hasLike(`(?:^|\PL)`, nameIn(words[:n]), `(?:$|[^ \pL]| [^\p{Lu}])`) {
				return "", false // where every word of a headline has a capital, the name may be longer
			}
			for p.Level == 0 && n < len(words) && prose.StartsUpper(words[n]) && !strings.ContainsAny(words[n-1], ".,:)”") {
				n++
			}
			name = nameIn(words[:n])
			behind := strings.TrimPrefix(strings.Join(words[n-1:], " "), nameIn(words[n-1:n]))
			if d.noIssuer(name) {
				return "", false
			}
			return name, !andAnother.MatchString(behind)
		}
		if strings.ContainsAny(w[len(w)-1:], ",:") {
			return "", false
		}
	}
	return "", false
}

// nameIn is the name that stands in words, without the signs around it and the ending that says whose something is.
func nameIn(words []string) string {
	return strings.Trim(prose.Ownerless(strings.Join(words, " ")), " .,:()“”„\"®™")
}

// noIssuer tells a name that may be a place's or a person's.
func (d *Copy) noIssuer(name string) bool {
	return !prose.IsOrganisation(name) && d.standsAsPlace(name) || prose.General[strings.ToLower(name)] || d.IsTitle(name) ||
		d.hasLike(`(?:^| )`, strings.ToLower(name), `[ ,]`) || d.calledByLast(name)
}

// calledByLast tells a name of which the copy has the last word alone, as it has those of people.
func (d *Copy) calledByLast(name string) bool {
	return d.Somebody(name) && d.hasLike(`(?:^| )`, prose.LastWord(name), `[ ,’]`, name)
}

// ofContact is the organisation with which somebody who speaks is named among those to be asked, "" for none.
func (d *Copy) ofContact(name string) string {
	bare := prose.TrimLetters(name)
	for _, c := range d.Contacts {
		if c.Name != "" && c.Org != "" && prose.TrimLetters(c.Name) == bare {
			return c.Org
		}
	}
	return ""
}

// contactsOfSeveral tells that those to be asked speak for several organisations, not for one: a name that has another in it is the same.
func (d *Copy) contactsOfSeveral() bool {
	first := ""
	for _, c := range d.Contacts {
		switch {
		case c.Org == "" || strings.Contains(first, c.Org):
		case first == "" || strings.Contains(c.Org, first):
			first = c.Org
		default:
			return true
		}
	}
	return false
}

func aboutPrefix() *pattern.Pattern {
	return pattern.New(`(?i)^\W*(?:about|acerca del?|sobre|à propos(?: de| d[’']| du)?|über|informazioni su|over)\s*`)
}

// OfficeEnd is where an office ends that begins there; 0 where none does.
func (d *Copy) OfficeEnd(words []string, from int) int {
	title, end := false, from
	for i := from; i < len(words); i++ {
		w := prose.PlainWord(words[i])
		switch {
		case prose.TitleWords[w] || d.officeNoun(w):
			if title && !prose.JoinsOffice[strings.ToLower(words[i-1])] && !prose.TitleModifiers[w] &&
				!d.IsTitle(words[i-1]) && !prose.Departments[strings.ToLower(words[i-1])] {
				return end
			}
			title, end = true, i+1
		case prose.TitleModifiers[w], prose.Departments[w], prose.DeskWords[w]:
			end = i + 1
		case prose.JoinsOffice[w] && i > from:
			continue
		default:
			i = len(words)
		}
	}
	if !title {
		return 0
	}
	return end
}
