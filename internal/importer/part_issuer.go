package importer

import (
	"slices"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// issuer is the organisation that issues the release, as far as the source tells: by its
// boilerplate, its contact, its letterhead, or the sentence in which it announces something.
// What whoever imports says of it goes before all but the boilerplate. They themselves are the last
// that is thought of, and only where the headline or the copy's beginning names them.
func (d *draft) issuer() string {
	if org := d.issuerTold(); org != "" {
		return org
	}
	opens := wordIn(d.headline.text, d.house) || wordIn(d.firstCopy(), d.house)
	if about := d.abouts(); opens && (len(about) == 0 || slices.Contains(about, d.house)) {
		return d.house
	}
	return ""
}

// issuerTold is the issuer as the source tells of it, or whoever imports says.
func (d *draft) issuerTold() string {
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
		return d.by
	}
	if d.by != "" {
		return d.by
	}
	if org := d.released(); org != "" {
		return org
	}
	if org := d.hosted(); org != "" {
		return org
	}
	for _, c := range d.contacts {
		if c.org != "" && !d.contactsOfSeveral() && !strings.HasPrefix(c.org, "PR ") && !d.answersOnly(c.org) { // "PR festivalu"
			return whoseDesk(c.org)
		}
	}
	for _, l := range d.letterhead {
		if n := len(strings.Fields(l)); n < 7 && likeAName(l) && d.usesName(l) {
			return l
		}
	}
	for _, found := range []func() string{d.headedBy, d.announcer, d.described, d.schoolOf, d.responsible, d.heads, d.schoolFound} {
		if org := found(); org != "" {
			return org
		}
	}
	return ""
}

// answersOnly tells an organisation that is called as agencies and desks are, and of which the copy does not tell: it answers for
// whoever issues the release.
func (d *draft) answersOnly(org string) bool {
	return (answering[strings.ToLower(lastWord(org))] || romanceAgency.MatchString(org)) && !wordIn(d.headline.text, org) &&
		!slices.ContainsFunc(d.body, func(p para) bool { return wordIn(p.text, org) })
}

// romanceAgency begins what those are called in French and Italian.
var romanceAgency = pattern.New(`^(?:Studio|Agence|Agenzia|Cabinet|Bureau) \p{Lu}`)

// whoseDesk is the organisation of a desk for the press: "Ufficio stampa Marea" answers for Marea.
func whoseDesk(org string) string {
	m := deskWithin.FindStringIndex(org)
	if m == nil || m[0] > 0 {
		return org
	}
	whose := ofDesk.ReplaceAllString(strings.TrimLeft(org[m[1]:], " –-:,"), "")
	if !startsUpper(whose) {
		return org
	}
	return whose
}

// ofDesk leads from a desk to whose it is.
var ofDesk = pattern.New(`^(?:de la |de l[’']|du |des |de |d[’']|della |dello |dell[’']|del |dei |degli |di |do |da |der |` +
	`of (?:the )?)`)

// answering end what such are called.
var answering = wordSet("media press pr communications comms partners publicity")

// usesName tells a line above a release that is no part of a page's menu, of which the words are
// known in English alone: it has a word that only organisations have, or the text has it too.
func (d *draft) usesName(line string) bool {
	return d.english() || isOrganisation(line) || lettered.MatchString(line) || d.has(line)
}

var aboutName = aboutPrefix()

// ownAbout is the heading of a boilerplate that names nobody.
var ownAbout = pattern.New(`(?i)^\W*(?:about us|über uns|sobre nosotros|quiénes somos|chi siamo)\b\W*(.*)`)

// abouts are the organisations of which boilerplates tell.
func (d *draft) abouts() []string {
	var out []string
	for i, b := range d.boilerplate {
		if m := ownAbout.FindStringSubmatch(b.text); m != nil {
			if m[1] == "" && i+1 < len(d.boilerplate) {
				m[1] = d.boilerplate[i+1].text
			}
			if org, _ := d.saysWhatItIs(m[1]); org != "" && !slices.Contains(out, org) {
				out = append(out, org)
			}
			continue
		}
		if aboutLine.FindString(b.text) == "" {
			continue
		}
		name, _, _ := strings.Cut(aboutName.ReplaceAllString(b.text, ""), ":")
		name, _, _ = strings.Cut(name, "\n")
		org, ok := d.orgRun(name)
		head, again, _ := strings.Cut(org, " "+firstWord(org))
		if head = strings.TrimSuffix(head, " The"); head == firstWord(org)+again {
			org = head // "About Tidewell Tidewell makes rope"
		}
		if ok && org != release.Unknown && !slices.Contains(out, org) &&
			(strings.Contains(org, " ") || !d.isTitle(org)) {
			out = append(out, org)
		}
	}
	return out
}

// announces is the one of several that announces something, has a contact, or with whose name
// the copy begins; "" where that is not sure.
func (d *draft) announces(several []string) string {
	first := d.announcer()
	for _, name := range several {
		if name == first {
			return name
		}
	}
	for _, c := range d.contacts {
		for _, name := range several {
			if c.org != "" && strings.EqualFold(c.org, name) {
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
func (d *draft) firstCopy() string {
	for _, p := range d.body {
		if p.level == 0 && p.text != "" && !longPara(p.text) {
			return p.text
		}
	}
	return ""
}

// announced is a sentence in which somebody announces something: who, and between commas
// or brackets what that is.
var announced = pattern.New(`^(?:Today,? )?(?:(?i:the|die|der|das|la|le|el|il|de|het|o|a) |[Ll][’'])?(\p{Lu}[^,:;“”"«»()–—]{1,70}?)` +
	`( \([^()]{2,40}\),?)?(, [^:;“”"«»–—]{3,160}?,)? ` +
	`(?:(?:today|proudly|officially|heute|aujourd[’']hui|hoy|oggi|hoje|vandaag) ){0,2}(?:has |have |hat |a |ha )?` +
	`(?:(?:today|heute|hoy|oggi|hoje|vandaag|aujourd[’']hui) )?` +
	`(?:announced|announces|is (?:pleased|proud|thrilled|delighted|excited) to|launched|launches|unveiled|unveils|released|releases|` +
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
func (d *draft) announcer() string {
	text := d.firstCopy()
	if i := strings.LastIndex(text[:min(len(text), 120)], " -- "); i > 0 && d.dayIn(text[:i]) {
		text = text[i+len(" -- "):]
	}
	m := announced.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	m[1] = nordicKind.ReplaceAllString(m[1], "")
	org, _ := d.orgRun(m[1])
	first := strings.ToLower(firstWord(org))
	if org != m[1] || d.base() == "nl" && leading[first] || d.isTitle(org) || ranks[first] || joint.MatchString(org) ||
		general[strings.ToLower(org)] || sentenceOpening[first] || opening[first] {
		return ""
	}
	person := looksLikeName(org) && len(strings.Fields(org)) < 4 && !isOrganisation(org)
	if person && m[2] == "" && !ofFirm.MatchString(m[3]) || strings.Contains(m[3], " and "+m[1]) {
		return ""
	}
	return org
}

// atSchool begins a release that tells what those of a school have done: "Researchers at Harwell
// University have built".
var atSchool = pattern.New(`^(?:An? )?(?:(?:new |joint )?(?:team|group) of )?(?:(?i:\p{L}+ ))?` +
	`(?i:researchers|scientists|engineers|chemists|physicists|biologists|students|scholars|economists|historians|archaeologists|` +
	`astronomers) (?:at|from) (?:the )?(\p{Lu}.*)$`)

// schoolOf is that school, "" where the sentence names another behind it.
func (d *draft) schoolOf() string {
	m := atSchool.FindStringSubmatch(d.firstCopy())
	if m == nil {
		return ""
	}
	org, _ := d.orgRun(m[1])
	rest := strings.TrimLeft(strings.TrimPrefix(m[1], org), " ,")
	if !school.MatchString(org) || joint.MatchString(org) || strings.HasPrefix(rest, "and ") || !strings.HasPrefix(m[1], org) {
		return ""
	}
	return org
}
