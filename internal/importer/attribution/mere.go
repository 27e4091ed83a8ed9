package attribution

import (
	"fmt"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// A run of capitals behind an office may be a book, a street, a person or a part of an
// organisation: in English the words before it say so.

// mere takes back such an organization.
func (d *Copy) mere(who Speaker, phrase string) Speaker {
	if who.Org == "" || who.Org == release.Unknown || !d.English() {
		return who
	}
	if units[strings.ToLower(who.Org)] {
		who.Org = "" // "Head of the Unit"
		return who
	}
	if m := ownDepartment.FindStringSubmatch(who.Title); m != nil && behindOf(phrase, who.Title, who.Org) {
		if whole := wholeOffice(phrase, who.Title, who.Org); !told(whole) {
			who.Title = whole
		}
		who.Org, who.Unsure = release.Unknown, overWhich(who.Org)
		if owner := m[1] + m[2]; owner == strings.ToUpper(owner) || prose.IsOrganisation(owner) || m[2] != "" && d.evident(owner) {
			who.Org, who.Unsure = owner, ""
		}
		return who
	}
	if m := boardElsewhere.FindStringSubmatch(who.Org); m != nil && memberToo.MatchString(behind(phrase, who.Org)) {
		who.Org = m[1]
	}
	if first, rest, _ := strings.Cut(who.Org, " "); inRank[strings.ToLower(first)] && strings.HasPrefix(phrase, who.Org) && rest != "" {
		if prose.General[strings.ToLower(rest)] && strings.HasPrefix(who.Title, rest+" ") { // "Acting County Administrator"
			who.Title, who.Org, who.Unsure = first+" "+who.Title, release.Unknown, namesNoOrg
			return who
		}
		if prose.IsOrganisation(rest) && strings.Contains(rest, " ") { // "Acting Harbor Service Director"
			who.Title, who.Org = first+" "+who.Title, rest
		}
	}
	if first := strings.ToLower(prose.FirstWord(who.Org)); inRank[first] && strings.HasPrefix(phrase, who.Org+" "+who.Title) &&
		!prose.IsOrganisation(who.Org) {
		who.Title, who.Org = who.Org+" "+who.Title, "" // "Senior Investigating Officer Ana Ruiz"
		return who
	}
	if who.Title == "" && stateOffice.MatchString(who.Org) {
		who.Title, who.Org, who.Unsure = who.Org, release.Unknown, overWhich(who.Org)
		return who
	}
	lead := before(phrase, who.Org)
	switch {
	case wroteIt.MatchString(lead), kin.MatchString(lead), inNatureOf.MatchString(lead), ofOfficial(who.Org),
		officeItself.MatchString(who.Org), toHead.MatchString(lead) && !d.evident(who.Org),
		ofProject.MatchString(lead) && !prose.IsOrganisation(who.Org) && !d.namedAsOrg(who.Org),
		overFieldFor.MatchString(lead) && !d.evident(who.Org), livesIn.MatchString(lead) && !clinics.MatchString(who.Org),
		street.MatchString(who.Org) && !d.namedAsOrg(who.Org), headsPart.MatchString(lead) && partAlone.MatchString(who.Org),
		actsForOne.MatchString(lead) && d.actedFor(who.Org, lead):
		who.Title = wholeOffice(phrase, who.Title, who.Org)
		why := "%q is what this speaker has to do with, and need not be whom they speak for; write that instead of the ?"
		who.Unsure, who.Org = fmt.Sprintf(why, who.Org), release.Unknown
	}
	if owns.MatchString(behind(phrase, who.Org)) && ofState.MatchString(overThat.ReplaceAllString(who.Title, "")) &&
		!prose.IsOrganisation(who.Org) && who.Org != release.Unknown {
		who.Unsure, who.Org = overWhich(who.Org), release.Unknown
	}
	return who
}

var (
	// ownDepartment ends an office in a department of which the owner stands before the word: "professor in
	// the HTU Department" of Knots.
	ownDepartment = pattern.New(`\b(?:in|at|from|of) (?:the )?(\p{Lu}[\p{L}&.-]*(?: \p{Lu}[\p{L}&.-]*){0,3}) ` +
		`(?:Department|School|Faculty|Division|Section|College)$|` +
		`\b(?:in|at|from|of) (?:the )?(\p{Lu}[\p{L}&.-]*(?: \p{Lu}[\p{L}&.-]*){0,3})(?:’s|'s) ` +
		`(?:Department|School|Faculty|Division|College|Center|Centre)$`)
	// wroteIt ends what stands before the title of a book.
	wroteIt = pattern.New(`(?i)\b(?:co-?)?author of (?:the |an? )?$`)
	// kin ends what stands before where somebody is to whom the speaker is related.
	kin = pattern.New(`(?i)\b(?:mother|father|mum|mom|dad|parent|guardian|carer|grandmother|grandfather|grandparent|son|daughter|brother|` +
		`sister|wife|husband|widow|widower|cousin|aunt|uncle|nephew|niece|fianc[ée]e?)s? (?:of|to) [^.;:]*$`)
	// livesIn ends what stands before the place where somebody lives; at clinics a resident is a doctor.
	livesIn = pattern.New(`(?i)\b(?:resident|native|homeowner|householder|villager|citizen|tenant|neighbou?r) ` +
		`(?:of|in|from|at|near) (?:the )?$`)
	clinics = pattern.New(`(?i)\b(?:hospital|clinic|medical|medicine|health|infirmary)\b`)
	// inNatureOf ends what stands before the name of a place of which the kind is said.
	inNatureOf = pattern.New(`\b(?:on|in|from|off|near|around) the (?:Isles?|Islands?|County|City|Town|Village|Borough|District|Province|` +
		`Region|Gulf|Bay|Valley|Parish) of $`)
	// ofProject ends what stands before the name of a project that somebody leads, and overFieldFor before the part of
	// the country in which they are over a field.
	ofProject    = pattern.New(`(?i)\bproject (?:manager|leader|lead|director|officer|coordinator) (?:of|for) (?:the )?$`)
	overFieldFor = pattern.New(`(?i)\bdirector of (?:\p{L}+ ){1,3}for $`)
	// official is somebody in a public office, with the name.
	official = pattern.New(`(?:^| )(?:(?:Vice )?President|Governor|Senator|Mayor|Sheriff|(?:Prime )?Minister|Congress(?:wo)?man|` +
		`Representative|Councillor|Secretary|Premier|Chancellor|Judge|Bishop|Gov\.|Sen\.|Rep\.|Mrs?\.?|Ms\.?|Dr\.?|Sir|Dame) ` +
		`(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)$`)
	// officeItself is a public office that reads as whom another works for, and stateOffice one with its state before it.
	officeItself = pattern.New(`^(?:(?:Under-|Deputy )?(?:Secretary|Director)[- ]General|(?:Vice[- ])?President|(?:Prime )?Minister|` +
		`Governor|Mayor|Secretary of State|Attorney General|Premier|Chancellor|(?:Arch)?[Bb]ishop|Pope|Speaker)(?: (?:of|for) .*)?$`)
	stateOffice = pattern.New(`^\p{Lu}.* (?:Secretary of State|Attorney General|District Attorney|Lieutenant Governor|State Treasurer)$`)
	// inRank are words with which the names of offices begin.
	inRank = prose.WordSet("senior chief deputy assistant acting principal associate junior lead interim")
	// boardElsewhere is an organisation with the board of another behind it, of which somebody is a member too.
	boardElsewhere = pattern.New(`^(.+) and \p{Lu}.* (?:board|committee|council)$`)
	memberToo      = pattern.New(`^ (?:member|chair|director|adviser|advisor|trustee)\b`)
	// toHead ends what stands before the state or firm of which somebody is the head for whom the speaker works.
	toHead = pattern.New(`(?i) (?:to|for) the (?:president|prime minister|governor|premier|chancellor) of $`)
	// street is the name of one.
	street = pattern.New(` (?:Road|Street|Lane|Avenue|Boulevard|Crescent|Terrace|Highway)$`)
	// headsPart ends what stands before the part of an organisation that somebody heads, and partAlone is the name of
	// such a part, with nothing of whose it is.
	headsPart  = pattern.New(headsOne + `$`)
	partAlone  = pattern.New(`^` + onePart + `$`)
	headOfPart = pattern.New(`^` + headsOne + onePart + `$`)
	// ofState is an office that states have.
	ofState = pattern.New(`(?i)\b(?:minister|ambassador|premier|governor|chancellor|envoy|consul|mayor)$`)
	// overThat is what an office is over.
	overThat = pattern.New(` (?:for|of|to) .*$`)
	// actsForOne ends what stands before whom somebody acts for.
	actsForOne = pattern.New(`(?i)\b(lawyer|attorney|counsel|solicitor|barrister|advocate|agent|manager|publicist|assistant|aide|` +
		`advis[eo]r|spokes\p{L}+) (?:for|to|of) $`)
	// atLaw are those who act for people more than for others.
	atLaw = pattern.New(`(?i)\b(?:lawyer|attorney|counsel|solicitor|barrister) (?:for|to) $`)
)

const (
	headsOne = `(?i:\b(?:head|chief|chair|manager|director|leader|member) of (?:the |our |its )?)`
	onePart  = `(?:\p{Lu}[\p{L}-]+ (?:(?:and|&) \p{Lu}[\p{L}-]+ )?(?:Division|Section|Unit|Branch|Directorate)|` +
		`(?:Science|Sciences|English|Mathematics|Maths|History|Geography|Music|Art|Arts|Drama|Languages|Physics|Chemistry|Biology|Marketing|` +
		`Sales|Finance|HR|IT|Engineering|Communications|Research|Design|Legal|Education|Emergency|Surgery|Radiology|Psychology) Department)`
)

// boardOfBody is an office of the board of what is named behind it: “president of the Board of the Harbor Trust”.
var boardOfBody = pattern.New(`^((?:\p{L}[\p{L}-]* ){1,4}(?:of|to) (?:the )?Board) of the (\p{Lu}.*)$`)

// namedChair is a chair that is called after somebody’s office: “the Lea B. Quill President’s Professor of Knots at …”.
var namedChair = pattern.New(`^(?:the )?((?:\p{Lu}[\p{L}.&-]* ){1,6}\p{Lu}\p{L}*(?:’s|'s) (?:\p{Lu}[\p{L}-]* ){0,3}Professor` +
	`(?: (?:of|in) [^,;]{3,80}?)?) at (?:the )?(\p{Lu}.*)$`)

// campus is a university of an American state with the town in which it is one of several: “University of Nevada, Reno”.
var (
	campus = pattern.New(`^(?:the )?((?:(?:State )?University of ` + states + `|` + states + ` State University)(?:, | at |–|-)` +
		`(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?))(?:[,.;)]|$| \p{Ll})`)
	americanState = pattern.New(`^` + states + `$`)
)

const states = `(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawai[’']?i|Idaho|Illinois|` +
	`Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|` +
	`Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|` +
	`Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|USA?|U\.S\.|United States|America)`

// inParty is in brackets behind a name which party somebody in a council or parliament is of, and for which place.
var inParty = pattern.New(` \((?:` + party + `(?:,| -| –) [^()]*|[^(),]*, ` + party + `)\)`)

const party = `(?:Lab(?:our)?|Con(?:servative)?s?|Lib(?:eral)? Dem(?:ocrat)?s?|Greens?|SNP|Plaid(?: Cymru)?|Reform(?: UK)?|DUP|UUP|` +
	`Ind(?:ependent)?|Democrat|Republican)`

// ofOfficial tells such a person, for whom somebody works.
func ofOfficial(name string) bool {
	m := official.FindStringSubmatch(name)
	return m != nil && !prose.IsOrganisation(m[1])
}

// isToThem is somebody whom an organisation serves or a prize honours, in small letters between that and their own name:
// "Rope Prize winner Ana Ruiz", "Tidewell customer Ana Ruiz of Harbor Table".
var isToThem = pattern.New(`^(?:the |a )?((?:\p{Lu}[\p{L}\d&.’'-]* ){1,4}(?:winner|recipient|laureate|finalist|customer|client|user|` +
	`graduate|alumn[ai]|alumnus|patient|fan|survivor|victim|subscriber|shareholder|passenger)) ` +
	`((?:(?:Dr|Professor)\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})(?:,? (?:of|from|at) (?:the )?(\p{Lu}.*))?$`)

// servedBy reads that. Whom they speak for is where they are of, and "?" where nothing says so.
func (d *Copy) servedBy(phrase string) (Speaker, bool) {
	m := isToThem.FindStringSubmatch(strings.TrimRight(phrase, " ,."))
	if m == nil || !d.English() || prose.IsOrganisation(m[2]) || d.IsTitle(m[2]) {
		return Speaker{}, false
	}
	who := Speaker{Name: m[2], Title: m[1], Ok: true, Unsure: namesNoOrg}
	who.Org, _ = d.OrgRun(m[3])
	if who.Org == "" || !strings.Contains(who.Org, " ") && !d.knownOrg(who.Org) {
		who.Org = release.Unknown
	}
	return who, true
}

// actedFor tells a name for whom another acts that is a person's, as the text has it, or that says nothing of a firm
// where it is a lawyer who acts.
func (d *Copy) actedFor(name, lead string) bool {
	if prose.IsOrganisation(name) || d.issues(name) || name == strings.ToUpper(name) {
		return false
	}
	if d.isKnown(name) || d.hasLike(`\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? (?:\p{Lu}\p{L}+ )?`, prose.LastWord(name),
		`(?:[^\p{L}-]|$)`) {
		return true
	}
	return atLaw.MatchString(lead) && prose.LooksLikeName(name) && !d.namedAsOrg(name) && !spelledAsFirm.MatchString(name)
}

// bodyOf is the organisation of which a part was found, and where the part ends: "School of
// Nursing at the University of Harwell", "Department of Botany, Harwell College".
func (d *Copy) bodyOf(s, part string) (whole string, end int) {
	at := strings.Index(s, part)
	if at < 0 || !ofStudy.MatchString(part) {
		return "", 0
	}
	end = at + len(part)
	for next := end; ; next = strings.Index(s[next:], whole) + next + len(whole) {
		m := partWithin.FindString(s[next:])
		if m == "" {
			return "", 0
		}
		if whole, _ = d.OrgRun(s[next+len(m):]); studied.MatchString(whole) {
			return whole, end
		}
		if next += len(m); whole == "" || !ofStudy.MatchString(whole) || !strings.HasPrefix(s[next:], whole) {
			return "", 0
		}
	}
}

var (
	ofStudy = pattern.New(`^(?:\p{Lu}[\p{L}-]* ){1,4}(?:Research (?:Group|Unit|Team)|Laboratory|Lab)$|` +
		`^(?:Department|School|Faculty|Division|Section|Laboratory|Lab|Chair|College|Centre|Center) (?:of|for) ` +
		`(?:the )?\p{Lu}`)
	partWithin = pattern.New(`^(?:,? (?:at|of|in|within) (?:the )?|, (?:the )?)`)
	studied    = pattern.New(`(?:University|College|Hospital|Institute|Polytechnic|Academy|School of)\b`)
)
