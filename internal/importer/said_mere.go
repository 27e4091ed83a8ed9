package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// A run of capitals behind an office may be a book, a street, a person or a part of an
// organisation: in English the words before it say so.

// mere takes back such an organization.
func (d *draft) mere(who speaker, phrase string) speaker {
	if who.org == "" || who.org == release.Unknown || d.base() != "en" {
		return who
	}
	if m := ownDepartment.FindStringSubmatch(who.title); m != nil && behindOf(phrase, who.title, who.org) {
		who.title, who.unsure = wholeOffice(phrase, who.title, who.org), overWhich(who.org)
		who.org = release.Unknown
		if m[1] == strings.ToUpper(m[1]) || isOrganisation(m[1]) {
			who.org, who.unsure = m[1], ""
		}
		return who
	}
	lead := before(phrase, who.org)
	switch {
	case wroteIt.MatchString(lead), kin.MatchString(lead), livesIn.MatchString(lead) && !clinics.MatchString(who.org),
		street.MatchString(who.org) && !d.namedAsOrg(who.org), headsPart.MatchString(lead) && partAlone.MatchString(who.org),
		actsForOne.MatchString(lead) && d.actedFor(who.org, lead):
		who.title = wholeOffice(phrase, who.title, who.org)
		why := "%q is what this speaker has to do with, and need not be whom they speak for; write that instead of the ?"
		who.unsure, who.org = fmt.Sprintf(why, who.org), release.Unknown
	}
	if owns.MatchString(behind(phrase, who.org)) && overFields.MatchString(overThat.ReplaceAllString(who.title, "")) &&
		!isOrganisation(who.org) && who.org != release.Unknown {
		who.unsure, who.org = overWhich(who.org), release.Unknown
	}
	return who
}

var (
	// ownDepartment ends an office in a department of which the owner stands before the word: "professor in
	// the HTU Department" of Knots.
	ownDepartment = pattern.New(`\b(?:in|at|from|of) (?:the )?(\p{Lu}[\p{L}&.-]*(?: \p{Lu}[\p{L}&.-]*){0,3}) ` +
		`(?:Department|School|Faculty|Division|Section)$`)
	// wroteIt ends what stands before the title of a book.
	wroteIt = pattern.New(`(?i)\b(?:co-?)?author of (?:the |an? )?$`)
	// kin ends what stands before where somebody is to whom the speaker is related.
	kin = pattern.New(`(?i)\b(?:mother|father|mum|mom|dad|parent|guardian|carer|grandmother|grandfather|grandparent|son|daughter|brother|` +
		`sister|wife|husband|widow|widower|cousin|aunt|uncle|nephew|niece|fianc[ée]e?)s? (?:of|to) [^.;:]*$`)
	// livesIn ends what stands before the place where somebody lives; at clinics a resident is a doctor.
	livesIn = pattern.New(`(?i)\b(?:resident|native|homeowner|householder|villager|citizen|tenant|neighbou?r) ` +
		`(?:of|in|from|at|near) (?:the )?$`)
	clinics = pattern.New(`(?i)\b(?:hospital|clinic|medical|medicine|health|infirmary)\b`)
	// street is the name of one.
	street = pattern.New(` (?:Road|Street|Lane|Avenue|Boulevard|Crescent|Terrace|Highway)$`)
	// headsPart ends what stands before the part of an organisation that somebody heads, and partAlone is the name of
	// such a part, with nothing of whose it is.
	headsPart  = pattern.New(headsOne + `$`)
	partAlone  = pattern.New(`^` + onePart + `$`)
	headOfPart = pattern.New(`^` + headsOne + onePart + `$`)
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

// actedFor tells a name for whom another acts that is a person's, as the text has it, or that says nothing of a firm
// where it is a lawyer who acts.
func (d *draft) actedFor(name, lead string) bool {
	if isOrganisation(name) || d.issues(name) || name == strings.ToUpper(name) {
		return false
	}
	if d.isKnown(name) || d.hasLike(`\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? (?:\p{Lu}\p{L}+ )?`, lastWord(name), `(?:[^\p{L}-]|$)`) {
		return true
	}
	return atLaw.MatchString(lead) && looksLikeName(name) && !d.namedAsOrg(name) && !spelledAsFirm.MatchString(name)
}
