package attribution

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// In German, Dutch and the Nordic languages a release tells of a body in one sentence, and names who speaks for it in the
// next by an office alone: "Auch der Uferbund ist zufrieden. „…“, sagt Vorsitzende Ana Ruiz."

// leadsABody is an office of somebody who leads an organisation or speaks for it, and nothing behind it that says of which.
var leadsABody = pattern.New(`(?i)^(?:(?:stellvertretende[rn]?|technische[rn]?|kaufmännische[rn]?|algemeen|technisch|tillförordnad|` +
	`adm\.|administrerende|daglig|adjunct|wissenschaftliche[rn]?|künstlerische[rn]?) )?\p{L}*(?:vorsitzende[rn]?|geschäftsführer(?:in)?|` +
	`sprecher(?:in)?|präsident(?:in)?|direktor(?:in)?|vorstand|vorständin|gründer(?:in)?|inhaber(?:in)?|prokurist(?:in)?|` +
	`obmann|obfrau|leiter(?:in)?|` +
	`voorzitter|voorzitster|woordvoerder|woordvoerster|directeur|directrice|bestuurder|bestuurslid|oprichter|eigenaar|` +
	`ordförande|talesperson|direktör|verksamhetsledare|grundare|formand|forkvinde|direktør|talsperson|talsmand|leder|leiar|vd|ceo)$`)

// bodyTells is a sentence with a body at its beginning that does something, perhaps with its kind before the name.
var bodyTells = map[string]*pattern.Pattern{
	"de": pattern.New(`^(?:Auch |Zudem |Ebenso )?(?:(?:[Bb]ei(?:m| der)?|[Ff]ür(?: die| den| das)?|[Dd]er|[Dd]ie|[Dd]as) ` +
		`(?:\p{Ll}+ )?)?` + toldName + ` \p{Ll}`),
	"nl": pattern.New(`^(?:(?:Ook|Toch|Maar) )?(?:(?:[Bb]ij|[Vv]oor) )?(?:\p{Ll}{5,} )?` + toldName + ` \p{Ll}`),
	"sv": pattern.New(`^(?:(?:Även|Också|Men) )?(?:[Hh]os )?` + toldName + ` \p{Ll}`),
	"da": pattern.New(`^(?:(?:Også|Men) )?(?:[Hh]os )?` + toldName + ` \p{Ll}`),
	"nb": pattern.New(`^(?:(?:Også|Men) )?(?:[Hh]os )?` + toldName + ` \p{Ll}`),
}

// toldName is a name of up to six words with capitals, and small ones between.
const toldName = `(\p{Lu}[\p{L}\d&.’'-]*(?: (?:(?:van|voor|de|het|en|für|der|des|und|för|i|og|och|&) ){0,2}\p{Lu}[\p{L}\d&’'-]*){0,5}` +
	`(?: e\. ?V\.)?)(?: \(\p{Lu}{2,8}\))?`

// byBody ends a sentence with whose work something is: "Het bad wordt beheerd door Stichting Oever."
var byBody = pattern.New(`\b(?:door|durch|von der|vom|von|av|af) (?:de |het |den |die |das )?` + toldName + `\.?$`)

// ofToldBody is the organisation of which the sentence before the one with somebody’s office tells; known is false where
// something is named there, and nothing says that it is one.
func (d *Copy) ofToldBody(f quoted) (org string, known bool) {
	who := f.who
	tells := bodyTells[d.Base()]
	if tells == nil || who.Name == "" || !leadsABody.MatchString(who.Title) {
		return "", true
	}
	sentence := d.sentenceAhead(f)
	m, behind := tells.FindStringSubmatch(sentence), byBody.FindStringSubmatch(sentence)
	if behind != nil {
		m = behind
	}
	if m == nil || prose.HasOpening(sentence) {
		return "", true
	}
	name := strings.TrimRight(m[1], ".")
	if d.german() {
		name = germanArticle.ReplaceAllString(name, "")
	}
	if prose.Leading[strings.ToLower(name)] || d.issues(name) || strings.Contains(d.Issuer(), name) || d.IsTitle(prose.FirstWord(name)) {
		return "", true
	}
	if !d.isToldBody(name, behind != nil || prose.FirstWord(sentence) != prose.FirstWord(name)) {
		return "", d.german() || d.isPlace(name)
	}
	return name, true
}

// germanArticle begins a sentence, and no name.
var germanArticle = pattern.New(`^(?:Der|Die|Das|Dem|Den)(?: |$)`)

// officeOfBody is an office joined in Dutch to the noun of what it is over: "koepelvoorzitter".
var officeOfBody = pattern.New(`^(\p{Ll}{4,}?)s?(?:voorzitter|voorzitster|directeur|directrice|woordvoerder|woordvoerster|bestuurder)$`)

// ofJoinedBody is the one organisation of the text in whose name such a noun is a word, or ends one.
func (d *Copy) ofJoinedBody(title string) string {
	m := officeOfBody.FindStringSubmatch(title)
	if m == nil || d.Base() != "nl" || noBodyNoun[m[1]] {
		return ""
	}
	found := ""
	for text := range d.texts() {
		for _, run := range nameInText.FindAllString(text, prose.MostFound) {
			run = leadingDutch.ReplaceAllString(run, "")
			words := strings.Fields(run)
			if len(words) < 2 || !slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(strings.ToLower(w), m[1]) }) ||
				strings.HasPrefix(found, run) {
				continue
			}
			if found != "" && !strings.HasPrefix(run, found) {
				return ""
			}
			found = run
		}
	}
	return found
}

// smallFirst is a word with a small letter at its beginning.
func smallFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[min(size, len(s)):]
}

// publicNoun are bodies that no other is a part of.
var publicNoun = prose.WordSet(`waterschap gemeente provincie vakbond wijkraad dorpsraad ziekenhuis museum politie bedrijf haven
	universiteit school`)

var (
	// noBodyNoun are first parts of such words that are of the office.
	noBodyNoun = prose.WordSet(`hoofd vice oud-vice adjunct onder plaatsvervangend bestuur bestuurs algemeen sport project team
		regio fractie raad kamer`)
	// nameInText is a run of capitals, with the small words of a name between.
	nameInText = pattern.New(`\p{Lu}[\p{L}\d&’'-]*(?: (?:(?:van|voor|de|het|en) ){0,2}\p{Lu}[\p{L}\d&’'-]*)+`)
	// leadingDutch begins a sentence, and no name.
	leadingDutch = pattern.New(`^(?:De|Het|Een|Bij|Ook|Voor|In) `)
	// onBehalfOf is a name with whom somebody does something for behind it in Dutch: "die namens Stichting Oever".
	onBehalfOf = pattern.New(`^([^,]+), die (?:namens|voor|bij) (?:(?:de|het) )?(\p{Lu}[\p{L}\d&’'-]*(?: (?:(?:van|voor|de|het|en|` +
		`&) ){0,2}` +
		`\p{Lu}[\p{L}\d&’'-]*)*) \p{Ll}`)
	// inNounThenName is an office in Swedish, Danish or Norwegian with the noun of a body, and the name behind: "Direktør i fonden
	// Anna Vik".
	inNounThenName = pattern.New(`^(\p{L}+) (?:i|for|för|hos|ved|vid|på) (\p{Ll}{3,}(?:en|et|n)) ` +
		`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})$`)
)

// actsFor reads those.
func (d *Copy) actsFor(phrase string) (Speaker, bool) {
	if m := onBehalfOf.FindStringSubmatch(phrase); m != nil && d.Base() == "nl" &&
		(prose.IsOrganisation(m[2]) || strings.Contains(m[2], " ")) {
		who := d.one(m[1])
		if !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
			return Speaker{}, false
		}
		who.Org, who.Unsure = m[2], ""
		return who, true
	}
	m := inNounThenName.FindStringSubmatch(strings.TrimRight(phrase, " .,"))
	if m == nil || !d.nordic() || !d.IsTitle(m[1]) {
		return Speaker{}, false
	}
	who := Speaker{Name: m[3], Title: strings.TrimSpace(phrase[:strings.Index(phrase, m[3])]), Org: d.nordicBody(m[2]), Ok: true}
	if who.Org == "" {
		who.Org = d.headedByNoun(m[2])
	}
	if who.Org == "" {
		who.Org, who.Unsure = release.Unknown, namesNoOrg
	} else {
		who.Title = m[1]
	}
	return who, true
}

// headedByNoun is the one name in the text that begins with such a noun: "Fonden for Grønn Kai" of "fonden".
func (d *Copy) headedByNoun(noun string) string {
	re := regexp.MustCompile(`(?:^|[^\p{L}])((?i:` + regexp.QuoteMeta(noun[:1]) + `)` + regexp.QuoteMeta(noun[1:]) +
		` (?:for|för|til|till|mot|af|av) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)`)
	found := ""
	for text := range d.texts() {
		for _, m := range re.FindAllStringSubmatch(text, prose.MostFound) {
			if found != "" && found != m[1] || !prose.StartsUpper(m[1]) {
				return ""
			}
			found = m[1]
		}
	}
	return found
}

// isToldBody tells that a name is that of a body: by its words, or by how the text writes it. within tells that it does not
// begin the sentence.
func (d *Copy) isToldBody(name string, within bool) bool {
	first := prose.FirstWord(name)
	several := strings.Contains(name, " ")
	switch {
	case d.isKnown(name) || prose.SentenceOpening[strings.ToLower(name)] || prose.Opening[strings.ToLower(first)] ||
		prose.General[strings.ToLower(name)]:
		return false
	case prose.IsOrganisation(name), prose.Lettered.MatchString(name), soleBody.MatchString(name), d.namedAsOrg(name):
		return several || !prose.Bodies[strings.ToLower(name)]
	case d.Base() == "nl" && several && d.has(strings.ToLower(name[:1])+name[1:]):
		return true // "zorggroep Oever" and "Zorggroep Oever"
	case d.german():
		return spelledAsFirm.MatchString(name)
	case d.standsAsPlace(name):
		return false
	case strings.HasPrefix(name, "De ") || strings.HasPrefix(name, "Het "):
		return len(strings.Fields(name)) > 1
	case !several:
		return within && innerCapital.MatchString(name) || d.capitalWithin(name)
	}
	return !prose.LooksLikeName(name) || ofNationBody.MatchString(first) || d.namedTwice(name)
}

// ofNationBody is an adjective with which the names of bodies begin, and nobody's.
var ofNationBody = pattern.New(`^(?:Dansk|Norsk|Svensk|Nordisk|Europeisk|Europæisk|Nederlands|Vlaams|Nationa|Nasjona|Landelijk|` +
	`Koninklijk|` +
	`Stichting|Vereniging|Foreningen|Föreningen|Stiftelsen|Unga|Unge|LO|Region)\p{L}{0,3}$`)

// sentenceAhead is the sentence before words in marks and the clause that leads to them, in the same paragraph; "" for none.
func (d *Copy) sentenceAhead(f quoted) string {
	at := f.segs[0].start
	if at > len(f.para.Text) {
		return ""
	}
	text := f.para.Text[:at]
	if f.style == "lead-in" {
		if lead := strings.LastIndex(text, f.clause.Text); lead >= 0 {
			text = text[:lead]
		}
	}
	text = strings.TrimSpace(text)
	return strings.TrimSpace(text[max(prose.LastSentence(text, d.Cat), strings.LastIndexByte(text, '\n')+1):])
}

// tookNoPart tells of somebody who has no part in what a release tells.
var tookNoPart = pattern.New(`\b(?:nicht (?:an [^,.]* |selbst |direkt |daran )*beteiligt|niet (?:bij [^,.]* |zelf )*betrokken|` +
	`inte (?:själv )?(?:deltagit|medverkat)|ikke (?:selv )?(?:deltatt|medvirket|deltaget|involveret))`)

// governs is what those are called who issue releases for a town, a land or the police: none of them has a chairman.
var governs = pattern.New(`^(?:Stadt|Gemeinde|Landkreis|Kreis|Landratsamt|Kanton|Kantonspolizei|Stadtpolizei|Polizei\p{Ll}*|Bezirk|` +
	`[Gg]emeente|Provincie|Politie|Rechtbank|Kommune|Region|Bundesministerium|Landesregierung) |` +
	`(?:kommune?|ministerium|ministeriet|departementet)$`)

// ofNoTown is an office of a club or a firm, and of no town.
var ofNoTown = pattern.New(`(?i)^(?:\p{L}*(?:vorsitzende[rn]?|geschäftsführer(?:in)?|präsident(?:in)?|inhaber(?:in)?|` +
	`gründer(?:in)?|obmann|` +
	`obfrau|vorstand|unternehmer(?:in)?|gemeindepräsident(?:in)?|schulleiter(?:in)?|rektor(?:in)?|voorzitter|voorzitster|directeur|` +
	`directrice|eigenaar|oprichter|formand|` +
	`trainer(?:in)?|wirt(?:in)?|ceo|vd)|ordförande)$`)

// issuesAsTown tells an office that whoever issues the release does not have.
func (d *Copy) issuesAsTown(who Speaker) bool {
	return governs.MatchString(d.Issuer()) && ofNoTown.MatchString(who.Title)
}

// toldBody is the organisation of which the text has just told, for somebody with an office alone; "?" where another may be
// meant than whoever issues the release.
func (d *Copy) toldBody(f quoted) string {
	if org := d.ofJoinedBody(smallFirst(f.who.Title)); org != "" {
		return org
	}
	if m := officeOfBody.FindStringSubmatch(smallFirst(f.who.Title)); m != nil && d.Base() == "nl" && publicNoun[m[1]] {
		return release.Unknown // of one that the text does not name
	}
	org, known := d.ofToldBody(f)
	if org == "" && (!known || d.issuesAsTown(f.who) || tookNoPart.MatchString(f.clause.Text)) {
		return release.Unknown
	}
	return org
}
