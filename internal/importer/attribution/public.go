package attribution

import (
	"regexp"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Whoever holds a public office speaks for the body that goes with it: a sheriff for the sheriff's
// office, a city manager for the city. In English the body stands elsewhere in the release, where the
// office stands alone before the name.

// inItsPlace stands before such an office, and leaves it one.
const inItsPlace = `(?i)^(?:(?:deputy|assistant|acting|interim|vice|first) )*`

// namedBody begins the name of a body with its place.
const namedBody = `(?:(?:St|Mt|Ft)\. |\p{Lu}[\p{L}’'-]* )`

// ownOffices are called after whoever leads them: "Marlow County Sheriff's Office".
var ownOffices = pattern.New(inItsPlace + `(?:(?:state[’']s|district|county|city|commonwealth[’']s|prosecuting|u\.s\.|us|` +
	`united states) ` +
	`attorney|attorney general|solicitor general|inspector general|surgeon general|sheriff|coroner|medical examiner|(?:state )?auditor|` +
	`(?:state )?comptroller|(?:state )?controller|(?:state )?treasurer|public defender|ombudsman|fire marshal)$`)

// publicBodies are the other offices, each with how the body is called that goes with it.
var publicBodies = []struct{ office, body *pattern.Pattern }{
	{
		pattern.New(inItsPlace + `(?:(?:police )?chief|(?:police )?chief of police|police commissioner|(?:temporary )?chief constable|` +
			`(?:detective |chief |ch\.? |det\.? |temporary )+(?:constable|sergeant|inspector|superintendent|con|sgt|insp|supt)\.?|` +
			`police (?:officer|constable|sergeant|inspector|superintendent|captain|lieutenant|staff sergeant)|` +
			`(?:sergeant|sgt|constable|trooper|det)\.?|` + inLetters + `)$`),
		pattern.New(namedBody + `{1,4}(?:Police(?: Department| Service| Force)?|Constabulary)\b`),
	},
	{
		pattern.New(inItsPlace + `(?:(?:fire |battalion |division |district )*chief|fire commissioner|` +
			`(?:(?:fire |crew |watch |station |group |area ))+(?:manager|captain|commander|officer))$`),
		pattern.New(namedBody + `{1,4}(?:Fire (?:Department|Service|District|Authority|Rescue|and Rescue|& Rescue)|Fire-Rescue)\b`),
	},
	{
		pattern.New(inItsPlace + `superintendent(?: of schools)?$`),
		pattern.New(namedBody + `{1,5}(?:School (?:District|Corporation|Division|System)|Schools)\b`),
	},
	{
		pattern.New(inItsPlace + `(?:(?:lord )?mayor|(?:city|town|village|borough) (?:manager|administrator|clerk|attorney|engineer|planner|` +
			`solicitor|auditor|treasurer|comptroller|controller))$`),
		pattern.New(`\b(?:City|Town|Village|Borough|Township) of ` + namedPlace),
	},
	{
		pattern.New(inItsPlace + `(?:(?:university|college) )?(?:president|(?:vice[- ])?chancellor|provost|vice[- ]provost|rector)$`),
		pattern.New(`(?:` + states + ` State University|University of ` + states + `)(?:, | at |–|-)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|` +
			namedBody + `{1,4}(?:University|College)\b(?: of ` + namedPlace + `)?|` +
			`\b(?:University|College) of ` + namedPlace + `(?: at ` + namedPlace + `)?`),
	},
	{
		pattern.New(inItsPlace + `(?:(?:eu|european) )?(?:high )?commissioner(?: for .*)?$`),
		pattern.New(`\bEuropean Commission\b`),
	},
	{
		pattern.New(`(?i)^(?:(?:district|circuit|chief|presiding|trial) )*judge$`),
		pattern.New(namedBody + `{1,4}Court\b(?: (?:of|for) (?:the )?` + namedPlace + `)?`),
	},
	{
		pattern.New(inItsPlace + `county (?:executive|administrator|manager|mayor|clerk|engineer|auditor|treasurer)$`),
		pattern.New(namedBody + `{1,2}County\b|\bCounty of ` + namedPlace),
	},
	{
		pattern.New(inItsPlace + `(?:(?:(?:city|county|town|borough|district|division(?:al)?|ward|local|` +
			`(?:\p{L}+ )?portfolio) )?(?:council ?(?:member|man|woman|president|leader)|councill?or|` +
			`cllr\.?)|leader of the council|(?:(?:cabinet|executive) (?:member|lead)|portfolio holder)(?: for .*)?)$`),
		pattern.New(namedBody + `{1,3}(?:City|Town|County|Borough|District|Village|Parish|Regional|Coast|Shire|Metropolitan) Council\b`),
	},
}

// namedPlace is the name of a town or county.
const namedPlace = `(?:(?:St|Mt|Ft)\. )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}`

// ofPublicBody fills in the body for which somebody in such an office speaks, where the text names one
// and no other, and nothing in the phrase speaks against it.
func (d *Copy) ofPublicBody(who Speaker, phrase string) Speaker {
	if !d.English() || !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown || outOfOffice.MatchString(who.Title) {
		return who
	}
	body := d.publicBody(strings.TrimPrefix(who.Title, "the "))
	if body == "" || prose.General[strings.ToLower(body)] || leadsAny.MatchString(who.Title) && d.onlyBeside(body) {
		return d.inSeat(who)
	}
	for _, t := range prose.Tokens(inTheirCharge.ReplaceAllString(phrase, "")) {
		word := trimPossessive(strings.Trim(t.Text, ".,;:()"))
		if t.Capital && !prose.WordIn(who.Title+" "+who.Name+" "+body, word) && !prose.Honorifics[prose.PlainWord(t.Text)] &&
			!prose.Ranks[prose.PlainWord(t.Text)] &&
			!prose.Letters.MatchString(word) {
			return who // of another place
		}
	}
	who.Org = body
	who.Unsure = takenToBe(body, "of which it tells")
	return who
}

// leadsAny is an office of which the word does not say what is led, and beside stands before the name of another with whom
// whoever issues the release does something.
var (
	leadsAny = pattern.New(`(?i)^(?:the )?(?:vice )?(?:president|chancellor|provost|rector)$`)
	beside   = pattern.New(`\b(?:with|and|by|from|to|including|alongside)\s+(?:the\s+)?$`)
)

// onlyBeside tells a body that the copy names behind such words alone.
func (d *Copy) onlyBeside(body string) bool {
	name := regexp.MustCompile(strings.Join(strings.Fields(regexp.QuoteMeta(body)), `\s+`))
	found := false
	for text := range d.texts() {
		for _, at := range name.FindAllStringIndex(text, prose.MostFound) {
			if !beside.MatchString(text[:at[0]]) {
				return false
			}
			found = true
		}
	}
	return found
}

// inTheirCharge is what somebody is said to be over, behind a comma.
var inTheirCharge = pattern.New(`, (?:responsible for|in charge of) .*$`)

// bodyNames finds names of bodies in a text.
type bodyNames interface {
	FindAllStringIndex(text string, n int) [][]int
}

// joinedName ends what stands before a name that begins with another: "Harwell and" of "Harwell and Marlow Police".
var joinedName = pattern.New(`\p{Lu}[\p{L}’'-]+ (?:and|&) $`)

// publicBody is the one body that the copy names and that goes with an office; "" for none, or more.
func (d *Copy) publicBody(title string) string {
	over := ""
	if m := overDistrict.FindStringSubmatchIndex(title); m != nil {
		title, over = title[:m[0]], title[m[2]:m[3]]
	}
	if ownOffices.MatchString(title) {
		office := strings.NewReplacer("’", "[’']", "'", "[’']").Replace(regexp.QuoteMeta(title))
		own := regexp.MustCompile(namedBody + `{0,4}` + office + `(?:’s|'s) Office(?: for the (?:\p{Lu}\p{L}+ )?District of ` + namedPlace +
			`)?|\bOffice of (?:the )?` + namedBody + `{0,4}` + office + `\b`)
		if body := d.oneBody(own); body != "" && (over == "" || !strings.Contains(body, "District of ") || strings.Contains(body, over)) {
			return body
		}
	}
	if m := secretaryOf.FindStringSubmatch(title); m != nil {
		return d.oneBody(regexp.MustCompile(
			`\b(?:(?:U\.S\.|United States|\p{Lu}\p{L}+) )?Department (?:of|for) (?:the )?` + regexp.QuoteMeta(m[1]) + `\b`,
		))
	}
	var called []bodyNames
	for _, b := range publicBodies {
		if b.office.MatchString(title) {
			called = append(called, b.body)
		}
	}
	return d.oneBody(called...)
}

// secretaryOf is an office over a department of state that is called after the same.
var secretaryOf = pattern.New(`(?i)^(?:(?:deputy|assistant|acting|under|u\.s\.|us) ){0,2}secretary (?:of|for) (?:the )?(.+)$`)

// ofStates is an office of the United States over a department: "U.S. Secretary of Labor".
var ofStates = pattern.New(`^(?:the )?(?:U\.S\.|US) (?:\p{L}+ )?Secretary (?:of|for) `)

// oneBody is the one name in the copy that is called so, as it stands there in full; "" for none, or more.
func (d *Copy) oneBody(called ...bodyNames) string {
	found := ""
	var words []string
	var above []prose.Para
	for _, l := range d.Letterhead {
		if !strings.Contains(l, ":") { // "Press Release: Marlow University" is read elsewhere
			above = append(above, prose.Para{Text: l})
		}
	}
	for _, p := range slices.Concat(above, d.Body, d.Boilerplate) {
		if prose.LongPara(p.Text) || p.Level > 0 {
			continue
		}
		for _, names := range called {
			text := strings.ReplaceAll(p.Text, "Police and Crime", "")
			for _, at := range names.FindAllStringIndex(text, prose.MostFound) {
				name := bodyAlone(text[at[0]:at[1]])
				if other := joinedName.FindString(text[:at[0]]); other != "" {
					if name = other + name; strings.Count(d.Source, name) < 2 {
						return "" // or there are two bodies
					}
				}
				own := strings.Fields(bodyFiller.ReplaceAllString(strings.ToLower(name), ""))
				switch {
				case allAmong(own, words):
				case allAmong(words, own):
					found, words = name, own
				default:
					return ""
				}
			}
		}
	}
	return found
}

// bodyFiller are the words of a body's name that may as well be left out, and the ending of an owner.
var bodyFiller = pattern.New(`\b(?:office|of|the|for)\b|[’']s\b`)

// allAmong tells that all of some words are among others.
func allAmong(words, others []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(others, w) })
}

// bodyAlone takes off what stands with a capital before the name of a body, and behind a town's.
func bodyAlone(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && beforeBody(words[0]) {
		words = words[1:]
	}
	if at := slices.Index(words, "of"); at == 1 && !strings.EqualFold(words[0], "office") {
		for i := 3; i < len(words); i++ {
			if w := strings.ToLower(words[i]); prose.General[w] || prose.Departments[w] || prose.OrgTails[w] || officeWords[w] ||
				prose.TitleWords[w] {
				words = words[:i]
			}
		}
	}
	return trimPossessive(strings.Join(words, " "))
}

// beforeBody tells a word that begins a sentence before a name: an article, a day, an office.
func beforeBody(word string) bool {
	w := strings.ToLower(word)
	return prose.Leading[w] || prose.SentenceOpening[w] || prose.Opening[w] || prose.TitleModifiers[w] && w != "state" &&
		w != "county" || prose.TitleWords[w] ||
		openingTime.MatchString(word+" ") || w == "today"
}

// agentInCharge is an office in charge behind the initials of an agency, and perhaps the place where its
// own is: "FBI Marlow Special Agent in Charge".
var agentInCharge = pattern.New(`^(\p{Lu}{2,6}(?: \p{Lu}\p{Ll}+){0,3}?)(?:’s|'s)? ` +
	`((?:(?:Acting|Assistant|Deputy|Supervisory|Special|Resident) )*(?:Agent|Officer|Inspector|Investigator)[- ]in[- ][Cc]harge)$`)

// townHall is what is left before an office that every town or county has.
var townHall = pattern.New(`^(.*\p{L}) (City|Town|Village|Borough|County)$`)

// hallOffices are such offices, of which the word before says what they are over.
var hallOffices = pattern.New(`^(?:(?:Deputy|Assistant|Acting|Interim) )?(?:Manager|Administrator|Executive|Clerk|Engineer|Planner|` +
	`Solicitor|Auditor|Attorney)$`)

// ofTownHall gives the word to the office that says of what it is one: "Marlow City Manager" is no
// manager of a body called Marlow City, unless the text has that name elsewhere.
func (d *Copy) ofTownHall(who Speaker) Speaker {
	m := townHall.FindStringSubmatch(who.Org)
	if m == nil || !hallOffices.MatchString(who.Title) || !d.English() {
		return who
	}
	apart := m[2] == "County" || d.namedApart(who.Org, who.Org+" "+who.Title)
	who.Title = m[2] + " " + who.Title
	if apart {
		return who
	}
	who.Org = release.Unknown
	if town := m[2] + " of " + m[1]; d.namedApart(town, "") {
		who.Org = town
	}
	return who
}

// withinBody is an office with the first word of a body's name behind it: "researcher in the University" of
// Marlow.
var withinBody = pattern.New(`^(.*\S) (?:in|within) (?:the )?(University|College|Institute|Hospital|City|State|Province) (of (?:the )?)$`)

// inWholeBody gives that word back to the name that stands behind it.
func (d *Copy) inWholeBody(s, org string) (title, whole string, ok bool) {
	m := withinBody.FindStringSubmatch(before(s, org))
	if m == nil || !d.English() {
		return "", "", false
	}
	return m[1], m[2] + " " + m[3] + org, true
}

// charged gives the initials of an agency before an office in charge to whoever has it.
func charged(who Speaker) Speaker {
	if m := agentInCharge.FindStringSubmatch(who.Title); m != nil {
		who.Org, who.Title = m[1], m[2]
	}
	return who
}
