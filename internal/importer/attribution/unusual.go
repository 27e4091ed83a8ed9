package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Names are written in ways that read as something else: with a nickname or initials in brackets,
// behind what somebody is known for, above words that are set off.

var (
	// inBetween is a first name with what stands in brackets between it and the rest.
	inBetween = pattern.New(`^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}\.)?) (\(["“‘']?\p{Lu}[\p{L}.’'-]{0,14}["”’']?\)) (\p{Lu}.*)`)
	// renowned is what somebody is known for, with the name behind a comma.
	renowned = pattern.New(`^(?:the |an? )?((?:noted|well-known|renowned|famous|celebrated|acclaimed|leading|veteran|longtime|` +
		`award-winning|prominent|fellow) [\p{L} -]{3,40}), (\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2})$`)
	// nameAndAge is a name, perhaps with somebody's years, and a colon.
	nameAndAge = pattern.New(`^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2})(?:,? \(?\d{1,3}\)?)?\s?:$`)
)

// labels stand before a colon, and are nobody's surname.
var labels = prose.WordSet(`statement quote quotes zitat zitate release note notes background contact question answer comment comments
	erklärung hintergrund citation déclaration cita declaración citazione dichiarazione citaat verklaring`)

// nicknamed reads a name with a nickname or initials in brackets: "Robert (Bob) Ruiz".
func (d *Copy) nicknamed(phrase string) (Speaker, bool) {
	m := inBetween.FindStringSubmatch(phrase)
	if m == nil {
		return Speaker{}, false
	}
	who := d.one(m[1] + " " + m[3])
	rest, ok := strings.CutPrefix(who.Name, m[1]+" ")
	if !ok || !who.Ok || rest == "" {
		return Speaker{}, false
	}
	who.Name = m[1] + " " + m[2] + " " + rest
	return who, true
}

// nameAbove reads a name above words that the source sets off, with no office.
func (d *Copy) nameAbove(text string) (Speaker, bool) {
	m := nameAndAge.FindStringSubmatch(text)
	if m == nil || !prose.LooksLikeName(m[1]) || d.IsTitle(m[1]) || prose.IsOrganisation(m[1]) || d.isPlace(m[1]) {
		return Speaker{}, false
	}
	for _, w := range strings.Fields(m[1]) {
		if labels[strings.ToLower(w)] || prose.General[strings.ToLower(w)] {
			return Speaker{}, false
		}
	}
	who := d.recall(Speaker{Name: m[1], Ok: true})
	if who.Org == "" {
		who.Org = release.Unknown
	}
	return who, true
}

// surnameAlone reads a surname before a colon, of somebody whom the text names elsewhere: "Ruiz: …"
func (d *Copy) surnameAlone(s string) (Speaker, bool) {
	if strings.ContainsAny(s, " .") || !firstName(s) || labels[strings.ToLower(s)] {
		return Speaker{}, false
	}
	who, ok := d.bySurname(s)
	who.Ok = ok
	return who, ok && prose.LastWord(who.Name) == s
}

// tradeAlone reads what somebody is in capitals, with a word of an office at its beginning, and the name
// behind a comma: "Head Keeper, Ana Ruiz".
func (d *Copy) tradeAlone(head, rest string) Speaker {
	words := strings.Fields(head)
	name, behind, _ := strings.Cut(rest, ",")
	name = bareName(name)
	if len(words) != 2 || !d.English() || strings.TrimSpace(behind) != "" || !prose.LooksLikeName(name) || prose.IsOrganisation(name) ||
		d.IsTitle(name) {
		return Speaker{}
	}
	first, last := strings.ToLower(words[0]), strings.ToLower(words[1])
	if !prose.StartsUpper(words[1]) || !tradeRanks[first] || prose.TitleWords[last] || prose.IsOrganisation(last) || prose.Ranks[first] {
		return Speaker{}
	}
	if _, known := d.bySurname(words[1]); known {
		return Speaker{} // "Lead Ruiz"
	}
	return Speaker{Name: name, Title: head, Ok: true}
}

// tradeRanks are how those of a trade are ranked.
var tradeRanks = prose.WordSet("head senior lead chief assistant deputy principal junior trainee resident")

// officeUnparted is a name with an office behind it, and no comma between: "Mark Ruiz chief executive of
// River Alliance".
var officeUnparted = pattern.New(`^(\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+) (((?:\p{Ll}[\p{L}-]+ ){0,3}\p{Ll}[\p{L}-]+) ` +
	`(?:of|at|for|from|with) (?:the )?(\p{Lu}.*))$`)

// givenNames are common first names of people who are quoted in English.
var givenNames = prose.WordSet(`adam alan alex alice alison amanda amy ana andrea andrew andy angela anna anne anthony barbara
	ben benjamin ` +
	`brian bruce carol caroline catherine charles charlotte chris christine christopher claire clare colin craig daniel dave david ` +
	`deborah denise derek diana diane donald donna dorothy edward eleanor elizabeth emily emma eric fiona frances frank gary george ` +
	`graham greg hannah harry heather helen henry ian jack jacqueline james jane janet jason jennifer jeremy jessica jill jim joan ` +
	`joanna joe john jonathan joseph judith judy julia julie karen kate katherine kathleen keith kelly kenneth kevin laura lauren ` +
	`lee linda lisa louise lucy margaret maria mark martin mary matthew michael michelle mike nancy natalie neil nicholas nick nicola ` +
	`nigel owen pamela patricia patrick paul peter philip rachel rebecca richard robert robin roger ruth samantha sandra sara sarah ` +
	`scott sharon simon sophie stephen steve steven stuart susan thomas tim timothy tom tony tracy victoria wendy william`)

// withNameApart puts the comma there, where the first name is one of those that are common.
func withNameApart(phrase string) string {
	m := officeUnparted.FindStringSubmatch(phrase)
	if m == nil || !givenNames[strings.ToLower(prose.FirstWord(m[1]))] || !prose.TitleWords[prose.LastWord(m[3])] || !officesOnly(m[3]) ||
		prose.IsOrganisation(m[1]) ||
		strings.ContainsAny(m[4], ",;:") {
		return phrase
	}
	return m[1] + ", " + m[2]
}

// services end the names of public bodies, behind which a part of the office may stand.
var services = prose.WordSet("service agency department authority commission bureau administration ministry constabulary")

// ofOffice tells words that an office has before it, and no name of a body ends with: "District Fire Management".
func ofOffice(words []string) bool {
	for _, w := range words {
		w = prose.PlainWord(w)
		if !prose.Departments[w] && !prose.TitleModifiers[w] && !officeWords[w] && !fieldWords[w] && !fieldsOfWork[w] {
			return false
		}
	}
	return true
}

// shorterOrg gives the office before a name what belongs to it of the words before: of "River Club Clean
// Streets Director" the organisation is "River Club", where the text has that elsewhere, and alone.
func (d *Copy) shorterOrg(who Speaker, phrase string) Speaker {
	words := strings.Fields(who.Org)
	if !d.English() || len(words) < 2 || who.Title == "" || prose.IsOrganisation(words[len(words)-1]) ||
		!strings.HasPrefix(phrase, who.Org+" "+who.Title) {
		return who
	}
	for n := len(words) - 1; n > 0; n-- {
		short := strings.Join(words[:n], " ")
		if prose.OrgConnectors[strings.ToLower(words[n])] || !prose.IsOrganisation(words[n-1]) {
			continue
		}
		if services[prose.PlainWord(words[n-1])] && ofOffice(words[n:]) ||
			d.hasLike(`(?:^|[^\p{L}-])`, short, `(?:[,.;:)”’'(]|$| [\p{Ll}(])`, who.Org) {
			who.Org, who.Title = short, strings.Join(words[n:], " ")+" "+who.Title
			return who
		}
	}
	return who
}
