package attribution

import (
	"cmp"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Who holds a public office is over a field or several, or over a district: none of that is an
// organisation.

// overSeveral is such an office behind a name, with the fields, and perhaps with what else is told of it.
var overSeveral = pattern.New(`^((?:[\p{L}-]+ ){0,3}?(?i:minister|secretary|commissioner|(?:cabinet|executive) member|cabinet lead|` +
	`portfolio holder|vice[ -]president)) (?:for|of|responsible for) (?:the )?(.+?)` +
	`(?:, (?:also|currently|responsible|in charge|who|and (?:also|the)) .*)?$`)

// fieldList are fields with a comma between, the last one behind "and".
var fieldList = pattern.New(`^[^,]+(?:, [^,]+)*,? (?:and|&) [^,]+$`)

// inBody leads from fields to the body in which somebody is over them.
var inBody = pattern.New(` (?:at|with|in|within) `)

// ofSeveral divides "Commissioner for Harbours, Lights and Buoys".
func (d *Copy) ofSeveral(s string) (title, org string, ok bool) {
	m := overSeveral.FindStringSubmatchIndex(s)
	if m == nil || !d.English() {
		return "", "", false
	}
	office, fields := s[m[2]:m[3]], s[m[4]:m[5]]
	several := strings.Contains(fields, ",")
	if !several && d.IsTitle(office) || several && !fieldList.MatchString(fields) ||
		prose.IsOrganisation(prose.LastWord(fields)) || inBody.MatchString(fields) {
		return "", "", false
	}
	return s[:m[5]], cmp.Or(d.ministry(office, fields), release.Unknown), true
}

// wholeOffices are offices of a state's in which nothing is an organisation's name.
var wholeOffices = pattern.New(`(?i)(?:^| )(?:chancellor of the (?:exchequer|duchy of \p{L}+)|speaker of the (?:house|senate|assembly)|` +
	`leader of the (?:house|opposition|council)|secretary of state|president of the (?:senate|board of trade)|` +
	`lord president of the council)$`)

// crimeCommissioner is an office of which the words before are no police force's name; perhaps with where it
// is, before or behind.
const crimeCommissioner = `((?:\p{Lu}[\p{L}-]+ (?:(?:and|&) )?){0,4}Police(?:, Fire|,)? and Crime Commissioner(?: for [\p{L} -]+?)?)`

var (
	commissionerNamed = pattern.New(`^(?:the )?` + crimeCommissioner + `,? (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2})$`)
	namedCommissioner = pattern.New(`^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}), (?:the )?` + crimeCommissioner + `$`)
)

// overCrime reads somebody with that office.
func (d *Copy) overCrime(phrase string) (Speaker, bool) {
	if m := commissionerNamed.FindStringSubmatch(phrase); m != nil {
		return Speaker{Name: m[2], Title: m[1], Org: release.Unknown, Ok: true}, d.English()
	}
	if m := namedCommissioner.FindStringSubmatch(phrase); m != nil {
		return Speaker{Name: m[1], Title: m[2], Org: release.Unknown, Ok: true}, d.English()
	}
	return Speaker{}, false
}

// aDistrict is what a federal attorney or a judge is over.
const aDistrict = `(?:(?:Northern|Southern|Eastern|Western|Middle|Central) )?District of \p{Lu}`

var (
	district     = pattern.New(`^` + aDistrict)
	overDistrict = pattern.New(` for the (` + aDistrict + `.*)$`)
)

// aNation stands before an office of its own, perhaps with what that is over.
var aNation = pattern.New(`^(U\.S\.|US|United States|U\.K\.|UK|Federal)(?: (\p{Lu}\p{Ll}+))?$`)

// fieldOfOffice is what a secretary is over, before or behind the word.
var fieldOfOffice = pattern.New(`^(?:(?:Deputy|Acting) )?(?:Secretary (?:of|for) (?:the )?(.+)|(.+) Secretary)$`)

// publicOffice tells an office of which a word is a public one's.
func publicOffice(title string) bool {
	return slices.ContainsFunc(strings.Fields(title), func(w string) bool { return prose.PublicOffices[prose.PlainWord(w)] })
}

// ofNation gives a nation to the office before which it stands: "U.S. Secretary of Agriculture".
func (d *Copy) ofNation(who Speaker) Speaker {
	body := ""
	if m := fieldOfOffice.FindStringSubmatch(who.Title); m != nil {
		body = d.ministry("Secretary", m[1]+m[2])
	}
	who.Title = who.Org + " " + who.Title
	if who.Org = body; body == "" {
		who.Org, who.Unsure = release.Unknown, namesNoOrg
	}
	return who
}

// ofDistrict gives a district to the office that is over it.
func (d *Copy) ofDistrict(who Speaker, phrase string) Speaker {
	if whole := wholeOffice(phrase, who.Title, who.Org); who.Org != "" && wholeOffices.MatchString(whole) {
		who.Title, who.Org = whole, release.Unknown
		who.Unsure = namesNoOrg
		return who
	}
	if m := aNation.FindStringSubmatch(who.Org); m != nil && strings.HasPrefix(phrase, who.Org+" ") && publicOffice(who.Title) &&
		(m[2] == "" || who.Title == "Secretary" && !prose.IsOrganisation(m[2])) {
		who.Org, who.Title = m[1], strings.TrimSpace(m[2]+" "+who.Title)
		return d.ofNation(who)
	}
	org := trimPossessive(who.Org)
	sign := owns.FindString(behind(phrase, org))
	if last := prose.PlainWord(prose.LastWord(org)); sign != "" && who.Title != "" && (prose.PublicOffices[last] || prose.Ranks[last]) {
		who.Title, who.Org = org+sign+" "+who.Title, release.Unknown // "the High Commissioner’s spokesman"
		who.Unsure = namesNoOrg
		return who
	}
	if !district.MatchString(who.Org) || who.Title == "" {
		return who
	}
	who.Unsure = overWhich(who.Org)
	who.Title, who.Org = who.Title+" for the "+who.Org, release.Unknown
	return who
}

// endsAsPart ends an office of a part of an organisation, in Romance languages: "coordinadora del programa".
var endsAsPart = pattern.New(`(?i)(?:^|\s)(?:programa|programma|programme|área|area|departamento|dipartimento|` +
	`département|proyecto|projeto|progetto|projet|equipo|equipe|équipe|unidad|unidade|unità|unité|sección|seção|sezione|` +
	`section|división|divisão|divisione|servicio|serviço|servizio|service|campaña|campanha|campagna|campagne|pôle|núcleo|` +
	`nucleo|gerencia|grupo de trabajo)$`)

// partOfBody begins what is a part of an organisation as often as one: "Comisión de Ética de la Liga".
var partOfBody = pattern.New(`^(?:Comisión|Comissão|Commissione|Commission|Comité|Comitê|Comitato|Consejo|Área|Departamento|` +
	`Dipartimento|Département|Sección|Seção|Sezione|Section|Vicepresidencia|Coordinación|Coordenação|Secretaría|Gerencia|` +
	`Dirección|Direção|Direzione|Direction|Programa|Programma|Programme|Grupo|Gruppo|Groupe|Unidad|Unidade|Unità|Unité) `)

// ofWhose leads, in Romance languages, from what an office is over to whose office it is.
var ofWhose = pattern.New(` (?:del|de la|de|do|da|du|de l[’']|della|dello|di|dell[’']) ?(\p{Lu})`)

// overOnePart is an office that is over a field of an organisation as often as over the whole.
var overOnePart = pattern.New(`(?i)(?:^|\s)(?:responsable|responsabile|responsável|director[a]?|diretora?|jef[ea]|coordinador[a]?|` +
	`coordenadora?|encargad[oa]|técnic[oa]|portavoz|profesora?|professora?|professor(?:e|essa)|professeure?|docente|catedrátic[oa]|` +
	`ricercat(?:ore|rice)|ordinari[oa]|chargée?|cheffe?|directeur|directrice|direttore|direttrice)$`)

// fieldBefore tells that one word behind such an office is its field, as what follows it is a name that the text has by itself.
func (d *Copy) fieldBefore(title, field, rest string) bool {
	if !overOnePart.MatchString(title) || strings.Contains(field, " ") || prose.IsOrganisation(field) || membersFirst[strings.ToLower(field)] {
		return false
	}
	return strings.Contains(rest, " ") && prose.IsOrganisation(rest) || ownHouse.MatchString(rest) ||
		strings.Contains(rest, " ") && d.namedTwice(rest) && !d.standsAsPlace(rest)
}

// ownHouse is what a university or a hospital calls itself.
var ownHouse = pattern.New(`^(?:Ateneo|Policlinico|Università|Universidad|Universidade|Université|Ospedale|Hospital)(?: |$)`)

// membersFirst are words for people with which the names of organisations begin.
var membersFirst = prose.WordSet(`amigos amigas amics amici amis amigues mujeres madres padres médicos vecinos jóvenes donne
	madri medici ` +
	`giovani femmes médecins jeunes mulheres mães casa maison ` +
	`ligue liga lega foro forum red rete réseau rede mesa voces voix voci juristas juristes`)

// fieldOfBody divides what stands behind an office into what that is over and the organisation: "Programas del
// Observatorio Ciudadano". A firm is one that the text names elsewhere.
func (d *Copy) fieldOfBody(title, s string) (field, org string) {
	first := strings.ToLower(prose.FirstWord(s))
	ofPart, part := endsAsPart.MatchString(title), partOfBody.MatchString(s)
	if d.English() || d.german() || !ofPart && !part &&
		(prose.Bodies[first] || otherBodies[first] || prose.IsOrganisation(prose.FirstWord(s))) {
		return "", ""
	}
	at := ofWhose.FindAllStringSubmatchIndex(s, prose.AllFound)
	for i := len(at) - 1; i >= 0; i-- {
		before, rest := s[:at[i][0]], s[at[i][2]:]
		noun := strings.ToLower(prose.FirstWord(rest))
		body := (prose.Bodies[noun] || otherBodies[noun]) && strings.Contains(rest, " ")
		if body {
			return before, rest
		}
		named := d.namedAsOrg(rest) || rest == d.Issuer() || part && prose.IsOrganisation(rest) || !part && d.fieldBefore(title, before, rest)
		if i == len(at)-1 && (ofPart || named) {
			field, org = before, rest
		}
	}
	return field, org
}
