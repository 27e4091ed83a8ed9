package attribution

import (
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Whoever sits in a parliament, on a bench or at the head of a town speaks for that, which a release seldom says: "U.S. Senator
// Ana Ruiz" sits in the Senate, and "Marlow Mayor Ana Ruiz" speaks for the city of which the text tells.

// congress are the offices of those who sit in the congress of the United States, each with the house. A party and a state in
// brackets tell it of nobody: those in the parliament of a state have them too.
var congress = []struct {
	office *pattern.Pattern
	house  string
}{
	{pattern.New(`^(?:Senator|Sen\.?)$`), "U.S. Senate"},
	{pattern.New(`^(?:Representative|Rep\.?|Congress(?:man|woman|member))$`), "U.S. House of Representatives"},
}

// parties are the names of parties that the word for one is no part of, and that word.
var parties = pattern.New(`\bParty\b|\b(?:Labour|Greens|Democrats|Republicans|Conservatives|Liberals|Socialists|ACT New Zealand|` +
	`New Zealand First|NZ First|Plaid Cymru|Sinn Féin|Fianna Fáil|Fine Gael|Scottish National|SDLP|SNP|DUP)\b`)

// partysOwn are offices of those who speak for their party where it issues the release.
var partysOwn = pattern.New(`^(?:\p{Lu}\p{L}+ ){0,2}(?:MP|MSP|MEP|MLA|TD|Senator|Councillor|Cllr)$`)

// speaksOn is an office of somebody who speaks for a party on a field.
var speaksOn = pattern.New(`^(?:[\p{L}&][\p{L}’'-]* ){1,5}(?i:spokes(?:person|man|woman))$|^(?i:spokes(?:person|man|woman)) (?:for|on) `)

// ofAnyParty is a party, or a side, of which somebody is said to be.
const ofAnyParty = `\b(Labour|National|Green|ACT|Conservative|Tory|Liberal|Lib Dem|Democratic|Democrat|Republican|Reform|Plaid|SNP|DUP|` +
	`Sinn Féin|Fine Gael|Fianna Fáil|Independent|Opposition|Government)s?\b[^.,;:]{0,40}?`

// partyOf is the party that issues the release and for which somebody in a parliament speaks, of whom the text does not say
// that they are of another.
func (d *Copy) partyOf(name string) string {
	party := d.Issuer()
	if !parties.MatchString(party) {
		return ""
	}
	other := regexp.MustCompile(ofAnyParty + regexp.QuoteMeta(name))
	for text := range d.texts() {
		if m := other.FindStringSubmatch(text); m != nil && !strings.Contains(party, m[1]) {
			return ""
		}
	}
	return party
}

// inShort tells that the text calls a party by one of its words where it names an office of it: "National’s Education
// spokeswoman".
func (d *Copy) inShort(party, title string) bool {
	for _, word := range strings.Fields(party) {
		if title != "" && prose.StartsUpper(word) && d.says(`(?:^|\PL)`+regexp.QuoteMeta(word)+`(?:’s|'s) `+regexp.QuoteMeta(title)+`(?:$|\PL)`) {
			return true
		}
	}
	return false
}

// seated is the body in which somebody sits, or at the head of which they are: "" for none.
func (d *Copy) seated(who Speaker) string {
	name := trimHonours(who.Name)
	for _, c := range congress {
		if c.office.MatchString(who.Title) && (strings.HasPrefix(who.Title, "Congress") ||
			d.says(`(?:U\.S\.|US|United States) (?:Senators?|Sens?\.|Representatives?|Reps?\.) (?:[^;:“”"]{0,120} )?`+regexp.QuoteMeta(name))) {
			return c.house
		}
	}
	if party := d.partyOf(name); party != "" && (partysOwn.MatchString(who.Title) ||
		d.inShort(party, who.Title) || speaksOn.MatchString(who.Title) && !d.says(`\p{Lu}\p{L}*(?:’s|'s)? `+regexp.QuoteMeta(who.Title))) {
		return party
	}
	if (who.Title == "Judge" || who.Title == "") && d.says(`(?:U\.S\.|US|United States) District Judge `+regexp.QuoteMeta(name)) {
		return "U.S. District Court"
	}
	if overTown.MatchString(who.Title) {
		return d.townOfMayor(name)
	}
	return ""
}

var (
	// federalBench is what the courts of the United States are called before the judges of them.
	federalBench = pattern.New(`^(?:U\.S\.|US|United States) (?:District|Circuit|Bankruptcy|Tax)$`)
	// benches are words before a judge that say of what kind one is.
	benches = prose.WordSet("circuit presiding trial immigration appeals")
)

// ofBench reads "U.S. District Judge", "Circuit Judge", "Parks Director" and "Senate Democratic Leader", of which the words before
// the office are no organisation.
func ofBench(who Speaker, phrase string) Speaker {
	if (ofTowns.MatchString(who.Org) || ofSides.MatchString(who.Org)) && strings.Contains(phrase, who.Org+" "+who.Title) {
		who.Title, who.Org = who.Org+" "+who.Title, ""
		return who
	}
	federal := federalBench.MatchString(who.Org)
	if who.Title != "Judge" || !federal && !benches[strings.ToLower(who.Org)] {
		return who
	}
	who.Title, who.Org = who.Org+" Judge", who.Org+" Court"
	if !federal {
		who.Org = ""
	}
	return who
}

// ofTowns are what those who work for a town are over, before their office: "Parks Director".
var ofTowns = pattern.New(`^(?:Parks(?: (?:and|&) Recreation)?|Public Works|Planning|Recreation|Utilities|Elections|Streets)$`)

// ofSides are the sides of a chamber, before the office of those who lead them: "Senate Democratic Leader".
var ofSides = pattern.New(`^(?:(?:\p{Lu}\p{L}+|U\.S\.) )?(?:Senate|House|Assembly|Council) ` +
	`(?:Democratic|Republican|Labour|Conservative|Liberal|Green|Opposition|Government)$`)

// overTown and overState are the offices of whoever is at the head of a town or a state, with or without its name.
var (
	overTown  = pattern.New(`(?i)^(?:(?:deputy|acting|lord) )*mayor(?: of (?-i:\p{Lu}).*)?$`)
	overState = pattern.New(`(?i)^(?:(?:lieutenant|lt\.?|acting) )*(?:governor|gov\.)(?: of (?-i:\p{Lu}).*)?$`)
)

// placeLed is the place at the head of which the text says that somebody is: "" for none, and where it says two.
func (d *Copy) placeLed(office, name string) string {
	honours := `(?:(?:Cr|Cllr|Dr|Hon|The Hon)\.? )*` + regexp.QuoteMeta(name)
	place := ""
	for _, re := range []*regexp.Regexp{
		regexp.MustCompile(`(` + namedPlace + `)(?:’s|'s)? ` + office + `,? ` + honours),
		regexp.MustCompile(`(?:^|\PL)(?i:` + office + `) of (?:the )?(?:(?:[Cc]ity|[Tt]own|[Ss]tate) of )?(` + namedPlace + `?),? ` + honours),
		regexp.MustCompile(honours + `, (?:the )?(?i:` + office + `) of (?:the )?(?:(?:[Cc]ity|[Tt]own|[Ss]tate) of )?(` + namedPlace + `)`),
		regexp.MustCompile(office + ` ` + honours + `,? of (` + namedPlace + `)(?:$|[\s,.;:])`),
		regexp.MustCompile(office + ` ` + honours + `, (` + namedPlace + `), ` + states + `(?:$|[\s,.;:])`),
	} {
		for text := range d.texts() {
			for _, m := range re.FindAllStringSubmatch(text, prose.MostFound) {
				named := trimPossessive(inStead.ReplaceAllString(m[1], ""))
				if place != "" && place != named {
					return ""
				}
				place = named
			}
		}
	}
	return place
}

// inStead are words between a place and an office there.
var inStead = pattern.New(`(?: (?:Deputy|Acting|Lord|Vice|Lieutenant|Lt\.?|State))+$`)

// townOfMayor is the town, or its council, of which somebody is the mayor, where the text has it so as a body: "" elsewhere.
func (d *Copy) townOfMayor(name string) string {
	place := d.placeLed(`Mayor`, name)
	if place == "" {
		return ""
	}
	for _, kind := range []string{"City", "Town", "Village", "Borough", "Township", "Municipality"} {
		if d.says(`(?:^|\PL)(?i:` + kind + `) of ` + regexp.QuoteMeta(place) + `(?:$|[^\p{L}-])`) {
			return kind + " of " + place
		}
	}
	for _, kind := range []string{"", " City", " Town", " Shire", " District", " Borough", " Regional", " County"} {
		if body := place + kind + " Council"; d.says(regexp.QuoteMeta(body)+`(?:$|[^\p{L}-])`) || d.namedAsOrg(body) {
			return body
		}
	}
	return ""
}

// says tells that a text has something.
func (d *Copy) says(what string) bool {
	re := regexp.MustCompile(what)
	for text := range d.texts() {
		if re.MatchString(text) {
			return true
		}
	}
	return false
}

// inSeat fills in that body for somebody without an organisation, and for whoever is at the head of a town or a state the place.
func (d *Copy) inSeat(who Speaker) Speaker {
	if !d.English() || !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown || outOfOffice.MatchString(who.Title) {
		return who
	}
	if body := d.seated(who); body != "" {
		who.Org = body
		who.Unsure = takenToBe(body, "where the office is")
		return who
	}
	office := ""
	switch {
	case overTown.MatchString(who.Title):
		office = `Mayor`
	case overState.MatchString(who.Title):
		office = `(?:Governor|Gov\.)`
	}
	if office == "" {
		return who
	}
	if place := d.placeLed(office, trimHonours(who.Name)); place != "" && !prose.IsOrganisation(place) {
		who.Title = ofThePlace.ReplaceAllString(who.Title, "")
		who.Org = place
		who.Unsure = ledAlone(place)
	}
	return who
}

// ofThePlace is the place behind an office.
var ofThePlace = pattern.New(` of \p{Lu}.*$`)

// ofChamber is a committee of those who are elected, who speak for no committee: "Senate Finance Committee".
var ofChamber = pattern.New(`^(?:(?:U\.S\.|State) )?` + chamberCommittee)

// chamberCommittee is its name.
const chamberCommittee = `\b(?:Senate|House|Assembly|Legislative) (?:\p{L}+ |& )*(?:Committee|Subcommittee)\b`
