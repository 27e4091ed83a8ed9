package attribution

import (
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// What was read of a speaker is held against its words once more: some stand in nobody's name, and some in no
// organisation's.

// nothingAmiss is a speaker without those; nobody where nothing is left of the name.
func (d *Copy) nothingAmiss(who Speaker) Speaker {
	if who.Name != "" {
		name, office := d.nameByItself(who.Name, d.german() && germanPublic.MatchString(who.Title))
		if name == "" {
			return Speaker{}
		}
		if who.Name = name; who.Title == "" && office != "" {
			who.Title = office
		}
	}
	return d.bodyByItself(who)
}

// addressedLast ends a row of offices and bodies with a name and how one is addressed: "Head, Press, Tidewell, Ms Ana Ruiz".
var addressedLast = pattern.New(`^.*, (?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Hon|Engr|Sir|Dame)\.? (\p{Lu}.*)$`)

// nameByItself is a name without what stands before it, and the last office among that. public tells that the office is of nobody who
// need be named elsewhere.
func (d *Copy) nameByItself(name string, public bool) (alone, office string) {
	if m := addressedLast.FindStringSubmatch(name); m != nil && prose.LooksLikeName(m[1]) {
		name = m[1]
	}
	for {
		first, rest, ok := strings.Cut(name, " ")
		if !ok || !prose.StartsUpper(rest) && !prose.Particles[prose.FirstWord(rest)] {
			break
		}
		what := d.officeJoined(first)
		addressed := d.isVerb(strings.ToLower(first)) && prose.Honorifics[strings.ToLower(prose.FirstWord(rest))] // "Said Dr. Ruiz"
		if !addressed && !neverOfName[strings.ToLower(first)] && what == "" && !workNoun.MatchString(first) &&
			!(prose.Leading[first] && prose.LooksLikeName(rest)) {
			break
		}
		if furtherCallings[strings.ToLower(first)] || workNoun.MatchString(first) {
			what = first
		}
		if name = rest; what != "" {
			office = what
		}
	}
	if !strings.Contains(name, " ") && !d.isKnown(name) && !public {
		if who, ok := d.elsewhere(name); ok {
			name = who.Name
		}
	}
	if first, rest, ok := strings.Cut(name, " "); ok && prose.LooksLikeName(rest) && d.endsWhatIsBefore(first, name) {
		name = rest
	}
	if neverOfName[strings.ToLower(name)] || d.noPersonIsIn(name) {
		return "", ""
	}
	return name, office
}

// furtherCallings are what somebody is, before a name, in words that are no office elsewhere.
var furtherCallings = prose.WordSet(`cathaoirleach headliner bandmaster architekt architektin reeder landwirt landwirtin senadora
	senador mzee ` +
	`taoiseach tánaiste bauvorsteher bauvorsteherin gemeindevorsteher gemeindevorsteherin undersheriff drummer vocalist`)

// workNoun is what somebody does, in English, in a word that is nobody's first name.
var workNoun = pattern.New(`^\p{Lu}\p{Ll}+(?:master|mistress|keeper|worker|holder|maker|player|leader|fighter|watcher|grower|monger)$`)

// neverOfName are those, how people are addressed, and words with which a sentence begins; no name has one at its beginning.
var neverOfName = func() map[string]bool {
	out := prose.WordSet(`comrade engr engr. atty atty. adv. arch. mme mlle mzee alhaja hajia without here there message já sein seine ` +
		`ihr ihre unser unsere dessen deren kollege kollegin son sa leur notre su nuestro nuestra sua suo nosso nossa zijn haar`)
	for w := range furtherCallings {
		out[w] = true
	}
	return out
}()

// officeJoined is the office of a word that is one in German or Dutch, alone or with whose it is before a hyphen:
// "Ruderbund-Kreisvorsitzende".
func (d *Copy) officeJoined(w string) string {
	b := d.Base()
	at := strings.LastIndexByte(w, '-')
	if b != "de" && b != "nl" || at < 0 {
		return ""
	}
	if office := w[at+1:]; prose.TitleWords[strings.ToLower(office)] || d.officeNoun(strings.ToLower(office)) {
		return office
	}
	return ""
}

// endsWhatIsBefore tells that the first word of what was read as a name ends the office or the body before it: "ministro de Pesca
// Ana Ruiz", "la Universidad de Marlow Ana Ruiz".
func (d *Copy) endsWhatIsBefore(first, name string) bool {
	if d.English() {
		return false
	}
	re := regexp.MustCompile(`([\p{L}-]+) (?:de|del|di|da|do|van|für|von|d[’'])(?: la| het| de)? ?` + regexp.QuoteMeta(name))
	for text := range d.texts() {
		if m := re.FindStringSubmatch(text); m != nil && (d.IsTitle(m[1]) || prose.IsOrganisation(m[1])) &&
			!prose.Particles[strings.ToLower(first)] {
			return true
		}
	}
	return false
}

// noPersonIsIn tells words that the copy has as what something is in, or what a public body is of: nobody is called so.
func (d *Copy) noPersonIsIn(name string) bool {
	return d.English() && strings.Contains(name, " ") && (withinCampaign.MatchString(name) || thingLast.MatchString(name) ||
		d.hasLike(`\b(?:[Ii]n|near|across) `, name, `(?:[,.;:]|$| \p{Ll})`) ||
		d.hasLike(`\b(?:Department|Ministry|Minister|Secretary|Office) (?:of|for) `, name, `(?:[,.;:]|$| \p{Ll})`))
}

// thingLast ends what is called after somebody, and nobody's name.
var thingLast = pattern.New(` (?:Award|Awards|Prize|Medal|Scholarship|Fellowship|Lecture|Act|Bill|Amendment|Tournament|Championships?|` +
	`Trophy|Scholarships|Memorial|Initiative|Program|Programme)$`)

// withinCampaign is a small word with a capital, as the names of bodies have it and nobody's has: "Parents Against Tolls".
var withinCampaign = pattern.New(`(?:^| )(?:Against|Without|For|From|With|Of|The|And) \p{Lu}`)

var (
	// noBody are words that begin a sentence or say when; none of them alone is an organisation.
	noBody = prose.WordSet(`here there this that these those january february march april may june july august september october november
		december monday tuesday wednesday thursday friday saturday sunday`)
	// alsoHolds is what else somebody is, behind an "and" in the name of a body.
	alsoHolds = pattern.New(` (?:y|e|et|und|and|en|i) (?:(?:antigu[oa]|ex|anterior|ancien(?:ne)?|ehemaliger?|frühere[rn]?|former|` +
		`miembro|integrante|membre|membro|socio|socia|vocal|patron[oa]?|experto|experta)(?: .*)?$)`)
	// andTheOther joins a second body to the first.
	andTheOther = pattern.New(` (?:y (?:el|la|los|las)|e (?:il|la|o|a|i|le)|et (?:le|la|les)|et l[’'].|und (?:die|der|das|den)) ?\p{Lu}`)
	// membersOf are those of a body, before its name.
	membersOf = pattern.New(`^(?:Members|Staff|Employees|Workers|Students) of (?:the )?`)
	// officeWithin is a body's name that goes on into an office: "Tidewell Advisors Co-Chief Investment".
	officeWithin = pattern.New(`^(\p{Lu}.*?) (Co-(?:Chief|Head|Chair|President|Director|Founder|Lead|CEO).*)$`)
	// ofTwoNations is of what nations somebody is: "Italo-American".
	ofTwoNations = pattern.New(`^\p{Lu}\p{Ll}+-(?:\p{Lu}\p{Ll}+(?:ian|ish|ese|ean|an)|French|German|Dutch|Greek|Swiss)$`)
	// endsMidway ends a name in the middle.
	endsMidway = pattern.New(` (?i:mon|ma|mes|ton|notre|nos|une?|les?|mis?|nuestr[oa]s?|my|our|your)$`)
)

// bodyByItself takes an organisation back that is none by its words, and from one what is not of its name.
func (d *Copy) bodyByItself(who Speaker) Speaker {
	org := who.Org
	if org == "" || org == release.Unknown {
		return who
	}
	if at := alsoHolds.FindStringIndex(org); at != nil && at[0] > 0 {
		org = org[:at[0]]
	}
	owner, rest, _ := strings.Cut(org, " ")
	if whose := trimPossessive(owner); whose != owner && prose.General[strings.ToLower(whose)] && prose.StartsUpper(rest) {
		org = rest // "Council’s Harbour Committee"
	}
	if at := andTheOther.FindStringIndex(org); at != nil && prose.IsOrganisation(prose.FirstWord(org)) {
		org = org[:at[0]]
	}
	org = org[len(membersOf.FindString(org)):]
	if m := officeWithin.FindStringSubmatch(org); m != nil && d.English() && who.Name != "" {
		org = m[1]
		who.Title = strings.TrimSpace(m[2] + " " + who.Title)
	}
	switch {
	case d.English() && ofTwoNations.MatchString(org):
		org = ""
	case noBody[strings.ToLower(org)] || !prose.HasLetter(org): // or a number to call
		org = ""
	case endsMidway.MatchString(org):
		org = release.Unknown
		who.Unsure = "where the name of this speaker's organisation ends is not sure; write it instead of the ?"
	}
	who.Org = org
	return who
}

// A word in marks of its own has these before and behind it.
var openedByMark, closedByMark = pattern.New(`[“"„«]$`), pattern.New(`^\p{L}+[”"“»]$`)

// nameInMarks is a first name in marks of its own with the surname behind it: "Robert “Bob” Ruiz"; "" for another word.
func nameInMarks(text string, toks []prose.Token, i int) string {
	if i+1 == len(toks) || !toks[i+1].Capital || !closedByMark.MatchString(toks[i].Text) || !openedByMark.MatchString(text[:toks[i].From]) {
		return ""
	}
	return strings.Trim(toks[i].Text, `”"“»`) + " " + strings.TrimRight(toks[i+1].Text, ".,;:")
}
