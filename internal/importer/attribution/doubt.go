package attribution

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// What is read of a speaker is held against what reads easily as an organization and is
// none: the place somebody lives in, the field of an office, the subject of a chair. There
// the organization is "?", and the file says why.

// namesNoOrg is why an organisation is "?" where the text has none.
const namesNoOrg = "the text names no organisation for this speaker; write it instead of the ?"

// overFields are offices that are over a place or a field: nobody speaks for a company
// called "Harbours".
var overFields = pattern.New(`(?i)^(?:(?:shadow|deputy|vice|lord|prime|first|second|third|state|acting|former|federal|regional|` +
	`premier|première|primer|` +
	`primera|erster?|erste|zweiter?|oud|ex)[ -])*` +
	`(?:mayor|minister|mp|mep|msp|mec|member of (?:parliament|congress|the (?:assembly|senate|house))|senator|congress(?:wo)?man|` +
	`representative|(?:\p{Lu}\p{L}+ ){1,3}(?:mp|mep|msp|senator|councillor)|` +
	`governor|premier|sheriff|` +
	`bishop|archbishop|(?:arz)?obispo|(?:arce)?bispo|seremi|ambassador|ministre|maire|maire-adjointe?|adjointe? au maire|` +
	`députée?|sénateur|sénatrice|préf[eè]te?|gouverneure?|` +
	`ministr[oa]|alcalde|alcaldesa|concejala?|consejer[oa]|consellera?|diputad[oa]|senador[a]?|sindac[oa]|assessore|assessora|` +
	`gobernadora?|governadora?|governat(?:ore|rice)|intendent[ea]|` +
	`presidente da c[âa]mara(?: municipal)?|presidente da junta|` +
	`legislador[a]?|deputad[oa]|prefeit[oa]|vereadora?|(?:\p{L}*)minister(?:in)?|(?:\p{L}*)bürgermeister(?:in)?|` +
	`senator(?:in)?|landrat|landrätin|` +
	`wethouder|burgemeester|gedeputeerde|staatssecretaris|secretári[oa]|(?:premier |première )?adjointe?|` +
	`secretary of state|chancellor of the exchequer|commissioner)(?: (?:elect[oa]|eleit[oa]|elett[oa]|élue?))?$`)

// overSubjects are offices that are over a subject: "professor of Geology".
var overSubjects = pattern.New(`(?i)(?:^|\s)(?:professor(?:in|a|e)?|lecturer|teacher|professeure?|` +
	`profesora?|docente?|hoogleraar)$`)

// inSubject are those who have a subject rather than an employer before what they are: "privacy expert".
var inSubject = pattern.New(`(?i)^(?:\p{L}+ )?(?:expert|advocate|campaigner|activist|enthusiast|specialist|pioneer|champion|` +
	`expert(?:e|in)|aktivist(?:in)?|forscher(?:in)?|fachmann|fachfrau|deskundige|activiste)$`)

// subjectOf is what somebody is, with the subject before it: "privacy expert", "Klima-Expertin".
func subjectOf(phrase, subject, title string) string {
	for _, between := range []string{" ", "-"} {
		if strings.Contains(phrase, subject+between+title) {
			return subject + between + title
		}
	}
	return ""
}

// oneAmong is no office: "eine" der Organisatorinnen des Camps.
var oneAmong = pattern.New(`(?i)^(?:eine[rs]?|one|une?|un[ao]|een|uma?)$`)

// doubt takes back an organization that is none for sure.
func (d *Copy) doubt(who Speaker, phrase string) Speaker {
	return d.unfounded(d.readsAlike(d.elsewhereBound(d.mere(who, phrase), phrase), phrase), phrase)
}

// readsAlike takes back what reads as an organization does, and is something else.
func (d *Copy) readsAlike(who Speaker, phrase string) Speaker {
	who = d.bothOffices(d.ofDistrict(d.ofItself(d.boardOf(who), phrase), phrase), phrase)
	if who.Org != "" && who.Org != release.Unknown {
		who = d.withoutOffices(who, phrase)
	}
	org := who.Org
	if org == "" || org == release.Unknown {
		return who
	}
	why := ""
	switch {
	case d.English() && (org == "Prime" || ofNation.MatchString(org) && leadsAState.MatchString(who.Title)):
		who.Title = org + " " + who.Title
		why = "this speaker leads a state, and the text names no body of it; write whom they speak for instead of the ?"
	case inDepartment.MatchString(who.Title) && behindOf(phrase, who.Title, org):
		who.Title = wholeOffice(phrase, who.Title, org)
		if who.Org = ""; d.teaches() {
			return who
		}
		why = overWhich(org)
	case labOf(phrase, org) && !d.knownOrg(org):
		if who.Org = ""; academic.MatchString(who.Title) && d.teaches() {
			return who
		}
		why = fmt.Sprintf("%q is who leads what this speaker works in; write the organisation instead of the ?", org)
	case oneAmong.MatchString(who.Title):
		who.Title = wholeOffice(phrase, who.Title, org)
		why = fmt.Sprintf("%q are whom this speaker is one of; write the organisation instead of the ?", org)
	case noLonger.MatchString(who.Title):
		why = formerlyAt(org)
	case relation.MatchString(who.Title), onTheirOwn.MatchString(who.Title):
		why = onTheSide(org)
	case ofMinister.MatchString(who.Title) && behindOf(phrase, who.Title, org):
		whole := wholeOffice(phrase, who.Title, org)
		if body := d.ministry(who.Title, org); body != "" {
			who.Title, who.Org = whole, body
			return who
		}
		who.Title = whole
		why = overWhich(org)
	case strings.HasSuffix(org, "-"): // a word is cut at the end of a line
		why = "where the name of this speaker's organisation ends is not sure; write it instead of the ?"
	case prose.SentenceOpening[strings.ToLower(prose.FirstWord(org))] && strings.Contains(org, " ") &&
		(d.English() || prose.FirstWord(org) != strings.ToUpper(prose.FirstWord(org))):
		why = "where the name of this speaker's organisation begins is not sure; write it instead of the ?"
	case d.English() && qualityLast.MatchString(org) && !(ofWholes[strings.ToLower(prose.LastWord(org))] && d.standsByItself(org)):
		why = "where the name of this speaker's organisation ends is not sure; write it instead of the ?"
	case countOf.MatchString(org), prose.Quality.MatchString(org), prose.General[strings.ToLower(org)], events[strings.ToLower(org)]:
		who.Org = ""
		return who
	case atEvent(phrase, org):
		why = fmt.Sprintf("%q may be where this was said, and no organisation; write whom the speaker speaks for instead of the ?", org)
	case prose.IsOrganisation(org):
	case inSubject.MatchString(who.Title) && subjectOf(phrase, org, who.Title) != "" &&
		!d.knownOrg(org) && !d.actsAsOrg(org):
		who.Title = subjectOf(phrase, org, who.Title)
		why = fmt.Sprintf("%q may be a subject, and no organisation; write whom the speaker speaks for instead of the ?", org)
	case strings.HasPrefix(behindTitle(phrase, who.Title, org), "for") && !speaksFor.MatchString(beforeField(who.Title)) && !d.knownOrg(org):
		who.Title = wholeOffice(phrase, who.Title, org)
		why = overWhich(org)
	case len(org) > 2 && org == strings.ToUpper(org) && prose.Letters.MatchString(org) && !strings.Contains(org, ".") && !d.isPlace(org) &&
		!(overFields.MatchString(who.Title) && behindOf(phrase, who.Title, org)):
	case overFields.MatchString(who.Title) && d.ministry(who.Title, org) != "":
		who.Title, who.Org = wholeOffice(phrase, who.Title, org), d.ministry(who.Title, org)
		return who
	case overPublic(org), overFields.MatchString(who.Title), overSubjects.MatchString(who.Title) && behindOf(phrase, who.Title, org),
		toPurpose.MatchString(who.Title) && behindOf(phrase, who.Title, org):
		who.Title = wholeOffice(phrase, who.Title, org)
		why = overWhich(org)
	case d.isPlace(org):
		why = fmt.Sprintf("%q is a place, and the text names no organisation for this speaker; write it instead of the ?", org)
	case d.perhapsPlace(who, phrase), (who.Title == "" || prose.Ranks[strings.ToLower(who.Title)]) && who.Name != "" &&
		len(strings.Fields(org)) == 1 && lonePlace.MatchString(phrase) && !d.knownOrg(org):
		why = fmt.Sprintf("%q may be a place or an organisation; write the organisation instead of the ?", org)
	}
	if why != "" {
		who.Org, who.Unsure = release.Unknown, why
	}
	return who
}

// countOf is a number of things, and no name: "autrice di 24 punti".
var countOf = pattern.New(`^\d[\d.,]* \p{Ll}[^\p{Lu}]*$`)

var (
	// ofNation is of what nation somebody is, before an office.
	ofNation = pattern.New(`^(?:\p{Lu}\p{Ll}+(?:ian|ish|ese|ean)|American|German|French|Dutch|Greek|Swiss|Czech|Slovak|Thai|Iraqi|` +
		`Israeli|Pakistani|Saudi|Kuwaiti|Qatari|Mexican|Moroccan|Kenyan|Cuban|Afghan|Filipino|Icelandic)$`)
	// leadsAState is an office of those who lead a state.
	leadsAState = pattern.New(`(?i)^(?:(?:vice|prime|deputy|foreign|interim|acting) )*` +
		`(?:president|minister|chancellor|premier|ambassador)(?: of .*)?$`)
)

// toPurpose ends an office with what it is for, behind which stands what that is done to: "Commissario per
// l’attuazione" dell’Agenda Mare.
var toPurpose = pattern.New(` (?:per (?:l[’']|la |il |lo )|para (?:la |el |a |o )|pour (?:l[’']|la |le ))\p{Ll}+$`)

// inDepartment ends an office in a part of a school of which the subject stands behind: "professor in
// the Department" of Knots.
var inDepartment = pattern.New(`\b(?:in|at|from|of) (?:(?:the|its|our|their) )?(?:Department|School|Faculty|Division|Section)$`)

// labOf tells that somebody works in what another leads: "a student in Farrell’s lab".
func labOf(phrase, org string) bool {
	at := strings.Index(phrase, org)
	return at >= 0 && len(strings.Fields(org)) == 1 && leadersLab.MatchString(phrase[at+len(org):])
}

var leadersLab = pattern.New(`^(?:’s|'s|’|') (?:\p{Ll}+ )?(?:lab|laboratory|group|team|class|office)\b`)

// ofMinister is the office of somebody who works for one who is over a field: "Consigliere del
// Ministro".
var ofMinister = pattern.New(`(?i)\p{L} (?:del|della|du|de la|des|der|do|da|van de|to the|of the) ` +
	`(?:ministr[oa]|ministre|minister(?:s|in)?|` +
	`sottosegretario|assessore|secretary)$`)

// ofField leads from the name of a public body to the field that it is over.
const ofField = ` (?:de la |de l[’']|dell[’']|della |dello |del |degli |dei |du |des |de |d[’']|do |da |` +
	`al |alla |alle |allo |all[’']|ai |agli |of |for |van )?`

// ministries are offices over a field, each with how the names of the bodies begin that it leads.
var ministries = []struct{ office, body *pattern.Pattern }{
	{
		pattern.New(`(?i)(?:minister(?:s|in)?|ministr[oa]|ministre|sottosegretario|staatssecretaris)$`),
		pattern.New(`\b(?:Ministerio|Minist[èe]re|Ministero|Ministério|Ministry|Ministerie|Department|Departamento)` + ofField),
	},
	{pattern.New(`(?i)secretary(?: of state)?$`), pattern.New(`\bDepartment` + ofField)},
	{pattern.New(`(?i)consejer[oa]$`), pattern.New(`\bConsejería` + ofField)},
	{pattern.New(`(?i)conseller[a]?$`), pattern.New(`\bConselleria` + ofField)},
	{pattern.New(`(?i)concejala?$`), pattern.New(`\bConcejalía` + ofField)},
	{pattern.New(`(?i)assessor[ea]$`), pattern.New(`\bAssessorato` + ofField)},
}

// outOfOffice tells an office of somebody who does not lead what the field belongs to.
var outOfOffice = pattern.New(`(?i)\b(?:shadow|former|ex|oud)\b`)

// ministry is the public body over a field as the release itself names it: of a "ministra de
// Ciencia" the "Ministerio de Ciencia", and of a "consejera" the "Consejería"; "" for none.
func (d *Copy) ministry(office, field string) string {
	if outOfOffice.MatchString(office) {
		return ""
	}
	for _, m := range ministries {
		if !m.office.MatchString(office) {
			continue
		}
		for text := range d.texts() {
			if !strings.Contains(text, field) {
				continue
			}
			for _, at := range m.body.FindAllStringIndex(text, prose.MostFound) {
				if rest := text[at[1]:]; strings.HasPrefix(rest, field) && !continues(rest[len(field):]) &&
					(d.English() || !capitalNext.MatchString(rest[len(field):])) {
					return text[at[0]:at[1]] + field
				}
			}
		}
	}
	return ""
}

// continues tells that a word goes on.
func continues(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// formerlyAt says that somebody was of an organisation.
func formerlyAt(org string) string {
	return fmt.Sprintf("the text says that this speaker was at %q formerly; write whom they speak for now instead of the ?", org)
}

// onTheSide says that somebody has to do with an organisation.
func onTheSide(org string) string {
	return fmt.Sprintf("%q is what this speaker has to do with, and need not be whom they speak for; write that instead of the ?", org)
}

// noLonger begins an office that somebody had.
var noLonger = pattern.New(`^(?i:formerly|previously|once|ehemals|früher|zuvor|anciennement|précédemment|anteriormente|antes|già|` +
	`precedentemente|voorheen) `)

// relation is what somebody is to an organisation for which they do not speak.
var relation = pattern.New(`(?i)\b(?:winner|recipient|beneficiary|grantee|laureate|finalist|inventor|star|` +
	`customer|client|user|graduate|alumn[ai]|alumnus|patient|passenger|listener|reader|` +
	`subscriber|visitor|tenant|victim|survivor|neighbou?r|fan|critic|opponent|rival|competitor|` +
	`adversary|detractor|kritiker(?:in)?|gegner(?:in)?|kundin|kunde|nutzer(?:in)?|preisträger(?:in)?|absolvent(?:in)?|` +
	`client[ea]?|cliente|usuari[oa]|ganador[a]?|vencedor[a]?|vincitore|vincitrice|lauréate?|klant)$`)

// onTheirOwn works for nobody, whatever they know: "Tidewell Expert and Independent Consultant".
var onTheirOwn = pattern.New(`(?i)\b(?:independent|freelance|self-employed|freiberufliche?r?|selbstständige?r?|` +
	`indépendante?|independiente|indipendente|zelfstandig|freelancer)\b`)

// overWhich says that what an office is over need not be whom somebody speaks for.
func overWhich(what string) string {
	return fmt.Sprintf("%q is what this office is over, and perhaps no organisation; write whom the speaker speaks for instead of the ?", what)
}

// events are what somebody speaks at, and not for.
var events = prose.WordSet("forum conference summit congress symposium festival convention ceremony expo hearing rally workshop webinar " +
	"event gala meeting awards")

// atEvent tells an event behind "at the".
func atEvent(phrase, org string) bool {
	return events[strings.ToLower(prose.LastWord(org))] && strings.Contains(phrase, " at the "+org)
}

// livesOn is what somebody does for a living who is called after a place as often as after a firm.
var livesOn = pattern.New(`^(?:\p{Ll}+ )?(?:farmer|fisherman|crofter|grower|rancher|baker|butcher|publican|shopkeeper|trader|businessman|` +
	`businesswoman|pensioner|teacher|painter|poet|homeowner|schoolboy|schoolgirl)$`)

// perhapsPlace tells what somebody is of that is a place as often as an organisation.
func (d *Copy) perhapsPlace(who Speaker, phrase string) bool {
	if livesOn.MatchString(who.Title) {
		return strings.HasPrefix(phrase, who.Org+" "+who.Title) && !strings.Contains(who.Org, " ") && !d.issues(who.Org)
	}
	return who.Title == "" && who.Name != "" && strings.HasPrefix(phrase, who.Name+" of "+who.Org) && hamlet.MatchString(who.Org)
}

// hamlet is a name as places have it.
var hamlet = pattern.New(` (?:Township|Park|Heights|Village|Springs|Falls|Creek|Hills|Valley|Grove|Beach|Island|Junction)$`)

// lonePlace is a name with one word behind "of" or "from", which a town is as often as a
// firm.
var lonePlace = pattern.New(`(?i)(?:^|[\s,])(?:of|from|aus|von|de|du|da|do|di|van|uit)\s+\p{Lu}[\p{L}’'-]+(?:$|[,;.)]|\s\p{Ll})`)

// speaksFor are offices of which what stands behind "for" is whom they speak for.
var speaksFor = pattern.New(`(?i)\b(?:spokes\p{L}+|speaker|campaigner|attorney|lawyer|counsel|organi[sz]er|coach|manager|director|` +
	`volunteer|ceo|officer|analyst|` +
	`engineer|president|driver|player|writer|editor|reporter|pilot|captain|lobbyist|advocate|fellow|researcher|scientist|economist|` +
	`strategist)$`)

// beforeField is an office without what it is over within an organisation: "Vice President" of
// "Vice President of Product".
func beforeField(title string) string {
	office, field, ok := strings.Cut(title, " of ")
	if ok && prose.Departments[strings.ToLower(prose.FirstWord(field))] {
		return office
	}
	return title
}

// behindTitle is what stands between an office and a name in a phrase.
func behindTitle(phrase, title, org string) string {
	whole := wholeOffice(phrase, title, org)
	if whole == title {
		return ""
	}
	return strings.TrimSpace(strings.TrimSuffix(whole[len(title):], org))
}

// behindOf tells whether a name stands right behind an office, with a preposition between.
func behindOf(phrase, title, org string) bool { return wholeOffice(phrase, title, org) != title }

// wholeOffice is an office with what it is over, as the phrase has it.
func wholeOffice(phrase, title, org string) string {
	from := strings.Index(phrase, title)
	if from < 0 || title == "" {
		return title
	}
	rest := phrase[from+len(title):]
	at := strings.Index(rest, org)
	if at < 0 || at > 12 || strings.ContainsAny(rest[:at], ",;:") {
		return title
	}
	return phrase[from : from+len(title)+at+len(org)]
}

// isPlace tells the place from which a release comes, or of which the text says that
// something is in it.
func (d *Copy) isPlace(name string) bool {
	place := strings.FieldsFunc(d.Dateline.Text, func(r rune) bool { return r == ',' || r == '(' || r == '/' })
	return len(place) > 0 && strings.EqualFold(strings.TrimSpace(place[0]), name)
}

// knownOrg tells an organisation that the release itself names as one: that which issues
// it, or has a contact, or speaks or acts in it.
func (d *Copy) knownOrg(name string) bool {
	if len(name) > 2 && name == strings.ToUpper(name) || prose.IsOrganisation(name) {
		return true
	}
	for _, r := range name[1:] {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '&' {
			return true
		}
	}
	return d.namedAsOrg(name)
}

// namedAsOrg tells an organisation that has a contact, or speaks or acts in the release.
func (d *Copy) namedAsOrg(name string) bool {
	for _, c := range d.Contacts {
		if strings.EqualFold(c.Org, name) {
			return true
		}
	}
	for _, k := range d.Known {
		if k.Org == name {
			return true
		}
	}
	for _, l := range d.Letterhead {
		if strings.EqualFold(l, name) {
			return true
		}
	}
	for _, b := range d.Boilerplate {
		if prose.AboutLine.MatchString(b.Text) && strings.Contains(b.Text, name) {
			return true
		}
	}
	return false
}

// boardOf reads the board of a German organisation that is named with it: "vom Flussbund
// Vorstand".
func (d *Copy) boardOf(who Speaker) Speaker {
	m := germanBoard.FindStringSubmatch(who.Org)
	if !d.german() || m == nil {
		return who
	}
	who.Org = m[1]
	if who.Title == "" {
		who.Title = "Vorstand"
	}
	return who
}

var germanBoard = pattern.New(`^(\p{Lu}\S*(?: \p{Lu}\S*)*?)[ -]Vorstand$`)
