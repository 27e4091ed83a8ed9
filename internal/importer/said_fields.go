package importer

import (
	"cmp"
	"slices"
	"strings"

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
func (d *draft) ofSeveral(s string) (title, org string, ok bool) {
	m := overSeveral.FindStringSubmatchIndex(s)
	if m == nil || !d.english() {
		return "", "", false
	}
	office, fields := s[m[2]:m[3]], s[m[4]:m[5]]
	several := strings.Contains(fields, ",")
	if !several && d.isTitle(office) || several && !fieldList.MatchString(fields) ||
		isOrganisation(lastWord(fields)) || inBody.MatchString(fields) {
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
func (d *draft) overCrime(phrase string) (speaker, bool) {
	if m := commissionerNamed.FindStringSubmatch(phrase); m != nil {
		return speaker{name: m[2], title: m[1], org: release.Unknown, ok: true}, d.english()
	}
	if m := namedCommissioner.FindStringSubmatch(phrase); m != nil {
		return speaker{name: m[1], title: m[2], org: release.Unknown, ok: true}, d.english()
	}
	return speaker{}, false
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
	return slices.ContainsFunc(strings.Fields(title), func(w string) bool { return publicOffices[plainWord(w)] })
}

// ofNation gives a nation to the office before which it stands: "U.S. Secretary of Agriculture".
func (d *draft) ofNation(who speaker) speaker {
	body := ""
	if m := fieldOfOffice.FindStringSubmatch(who.title); m != nil {
		body = d.ministry("Secretary", m[1]+m[2])
	}
	who.title = who.org + " " + who.title
	if who.org = body; body == "" {
		who.org, who.unsure = release.Unknown, namesNoOrg
	}
	return who
}

// ofDistrict gives a district to the office that is over it.
func (d *draft) ofDistrict(who speaker, phrase string) speaker {
	if whole := wholeOffice(phrase, who.title, who.org); who.org != "" && wholeOffices.MatchString(whole) {
		who.title, who.org = whole, release.Unknown
		who.unsure = namesNoOrg
		return who
	}
	if m := aNation.FindStringSubmatch(who.org); m != nil && strings.HasPrefix(phrase, who.org+" ") && publicOffice(who.title) &&
		(m[2] == "" || who.title == "Secretary" && !isOrganisation(m[2])) {
		who.org, who.title = m[1], strings.TrimSpace(m[2]+" "+who.title)
		return d.ofNation(who)
	}
	org := trimPossessive(who.org)
	sign := owns.FindString(behind(phrase, org))
	if last := plainWord(lastWord(org)); sign != "" && who.title != "" && (publicOffices[last] || ranks[last]) {
		who.title, who.org = org+sign+" "+who.title, release.Unknown // "the High Commissioner’s spokesman"
		who.unsure = namesNoOrg
		return who
	}
	if !district.MatchString(who.org) || who.title == "" {
		return who
	}
	who.unsure = overWhich(who.org)
	who.title, who.org = who.title+" for the "+who.org, release.Unknown
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
func (d *draft) fieldBefore(title, field, rest string) bool {
	if !overOnePart.MatchString(title) || strings.Contains(field, " ") || isOrganisation(field) || membersFirst[strings.ToLower(field)] {
		return false
	}
	return strings.Contains(rest, " ") && isOrganisation(rest) || ownHouse.MatchString(rest) ||
		strings.Contains(rest, " ") && d.namedTwice(rest) && !d.standsAsPlace(rest)
}

// ownHouse is what a university or a hospital calls itself.
var ownHouse = pattern.New(`^(?:Ateneo|Policlinico|Università|Universidad|Universidade|Université|Ospedale|Hospital)(?: |$)`)

// membersFirst are words for people with which the names of organisations begin.
var membersFirst = wordSet(`amigos amigas amics amici amis amigues mujeres madres padres médicos vecinos jóvenes donne madri medici ` +
	`giovani femmes médecins jeunes mulheres mães casa maison ` +
	`ligue liga lega foro forum red rete réseau rede mesa voces voix voci juristas juristes`)

// fieldOfBody divides what stands behind an office into what that is over and the organisation: "Programas del
// Observatorio Ciudadano". A firm is one that the text names elsewhere.
func (d *draft) fieldOfBody(title, s string) (field, org string) {
	first := strings.ToLower(firstWord(s))
	ofPart, part := endsAsPart.MatchString(title), partOfBody.MatchString(s)
	if d.english() || d.german() || !ofPart && !part && (bodies[first] || otherBodies[first] || isOrganisation(firstWord(s))) {
		return "", ""
	}
	at := ofWhose.FindAllStringSubmatchIndex(s, allFound)
	for i := len(at) - 1; i >= 0; i-- {
		before, rest := s[:at[i][0]], s[at[i][2]:]
		noun := strings.ToLower(firstWord(rest))
		body := (bodies[noun] || otherBodies[noun]) && strings.Contains(rest, " ")
		if body {
			return before, rest
		}
		named := d.namedAsOrg(rest) || rest == d.issuer() || part && isOrganisation(rest) || !part && d.fieldBefore(title, before, rest)
		if i == len(at)-1 && (ofPart || named) {
			field, org = before, rest
		}
	}
	return field, org
}
