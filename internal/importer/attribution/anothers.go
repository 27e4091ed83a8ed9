package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// An office with no name of an organisation is taken to be of whoever issues the release, but not where it says of
// what kind of body it is, or where the text has just told of another.

// speaksForIssuer tells a title within an organisation that goes unnamed, as in
// "executive director", from those that belong to nobody who issues a release.
func (d *Copy) speaksForIssuer(who Speaker) bool {
	if who.Title == "" || d.anotherKind(who.Title) {
		return false
	}
	if academic.MatchString(who.Title) && d.teaches() {
		return true
	}
	if nobodys.MatchString(who.Title) || secretaryOfState.MatchString(who.Title) || d.anOfficial(who.Title) ||
		d.german() && germanPublic.MatchString(who.Title) {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(who.Title)) {
		if w = strings.Trim(w, ".,"); publicTitles[w] || prose.PublicOffices[w] || privateTitles[w] {
			return false
		}
	}
	return d.IsTitle(who.Title)
}

// nobodys are offices of those who issue no release: in public, or for a body that is named with
// the office.
var nobodys = pattern.New(`^(?i:public|city|county|state|town|village|borough|assembly|council|district|federal|majority|` +
	`minority) \p{L}|` +
	`^(?i:house|senate) |` + chamberCommittee + `|` +
	`\b(?i:fellow|academic|scholar|expert|podcaster|blogger|listener|customer|critic|laureate)\b|` +
	`\b\p{Lu}{4,} `)

var publicTitles = prose.WordSet("senator representative governor mayor minister congresswoman congressman congressmember councilmember " +
	"councilman councilwoman cllr mp msp mep mla td assemblymember assemblyman assemblywoman peer " +
	"councilor councillor commissioner judge professor author ambassador sheriff alcalde alcaldesa ministra ministro maire ministre " +
	"bürgermeister bürgermeisterin ministerin sindaco pastor reverend bishop rabbi")

// ownKind is an office of a body of a kind that says more than what all who issue releases are.
var ownKind = pattern.New(` (?:del|dell[’']|della|dello|de la|da|do|du|van de|van het) ?` +
	`(circolo|sezione|club|clube|clubes|comitato|cooperativa|sindacato|collettivo|consorzio|parrocchia|polisportiva|sindicato|` +
	`comité|comitê|colectivo|coletivo|peña|cofradía|hermandad|núcleo|afdeling|buurtvereniging|colonia|colônia|gremio|grêmio|junta)$`)

// kindOfOffice is an office with what the body is that has it: "company President".
var kindOfOffice = pattern.New(`^(company|firm|university|college|hospital|museum|union|school|church|foundation) `)

// anotherKind tells an office of a body that whoever issues the release is not called.
func (d *Copy) anotherKind(title string) bool {
	if m := kindOfOffice.FindStringSubmatch(title); m != nil && d.English() {
		return d.issuerAs("the "+m[1]) == release.Unknown
	}
	m := ownKind.FindStringSubmatch(title)
	return m != nil && !d.English() && !strings.Contains(strings.ToLower(d.Issuer()), m[1])
}

// toldOfBody is a body with its kind and its name, as a text in other languages than English tells of one.
var toldOfBody = pattern.New(`(?:^|[\s(])(?:(?:[EeLl][la]|[Ii]l|[Ll]o|[OoAa]|[Uu]na?|[Uu]m|[Uu]ma|[Dd]e|[Ee]en|[Uu]na?) |[Ll][’'])` +
	`(?:cooperativa|fundación|asociación|federación|sindicato|empresa|ong|associazione|fondazione|azienda|` +
	`associação|fundação|organização|startup|stichting|vereniging|coöperatie|bedrijf)(?: \p{Ll}+)? (\p{Lu}[\p{L}\d&’'-]*)`)

// anotherTold tells that the paragraph has told of another body than whoever issues the release since somebody spoke.
func (d *Copy) anotherTold() bool {
	text := strings.TrimSpace(d.since)
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		text = text[at+1:]
	}
	if d.English() || prose.LongPara(text) {
		return false
	}
	for _, m := range toldOfBody.FindAllStringSubmatch(text, prose.MostFound) {
		if !strings.Contains(d.Issuer(), m[1]) {
			return true
		}
	}
	return false
}

// onABoard is a seat that those who own a part of a firm have in it, too.
var onABoard = pattern.New(`^(?:(?i:consiglier[ea](?: di amministrazione)?|consejer[oa]|conselheir[oa]|commissaris|bestuurslid|` +
	`(?:membro|miembro) d[eo]l? (?:consiglio|consejo|conselho)(?: .*)?))$`)

// nameOfBody is a name of two words with an organisation behind it, as Italian has it: "Karim Benali della Lega".
var nameOfBody = pattern.New(`^(\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}’'-]+) (?:(?:della|dello|dei|degli|delle|del) |dell[’'])(\p{Lu}.*)$`)

// secondNames are first names that stand behind another in Italian.
var secondNames = prose.WordSet(`maria luisa carlo paolo luca franco luigi giulia anna rosa teresa pia battista antonio emilio`)

// nameThenBody reads that.
func (d *Copy) nameThenBody(phrase string) (Speaker, bool) {
	m := nameOfBody.FindStringSubmatch(strings.TrimRight(phrase, " .,"))
	if m == nil || d.Base() != "it" || secondNames[strings.ToLower(prose.LastWord(m[1]))] || !prose.LooksLikeName(m[1]) ||
		prose.IsOrganisation(m[1]) ||
		d.IsTitle(m[1]) {
		return Speaker{}, false
	}
	org, ok := d.OrgRun(m[2])
	return Speaker{Name: m[1], Org: org, Ok: true}, ok && org == m[2]
}

// dutchFields are what those are over in Dutch who govern a town or province, as a word between office and name.
var dutchFields = prose.WordSet(`sport onderwijs financiën wonen zorg cultuur verkeer mobiliteit klimaat economie jeugd energie
	milieu natuur
	ruimte welzijn veiligheid participatie duurzaamheid bouwen landbouw water werk inkomen`)

// withField gives an office the field that stands between it and a name: "Wethouder Sport Anna Kamp".
func (d *Copy) withField(s string, run []prose.Token, office int, names []prose.Token, title string) (string, []prose.Token) {
	if d.Base() != "nl" || office < 0 || len(names) < 3 || !prose.DutchOffice[strings.ToLower(run[office].Text)] ||
		!dutchFields[strings.ToLower(names[0].Text)] {
		return title, names
	}
	return s[run[office].From:names[0].To], names[1:]
}
