package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Spanish and Portuguese releases say of an office that it is in "el museo" or "a entidade", and name that elsewhere.

// iberian tells a draft of which the words are Spanish or Portuguese.
func (d *Copy) iberian() bool { return d.Base() == "es" || d.Base() == "pt" }

// iberianBodies are further nouns for bodies in those languages.
var iberianBodies = prose.WordSet(`hospital club clube colegio colégio centro consejo conselho escuela escola cabildo diputación ` +
	`diócesis diocese
	cámara câmara banco filmoteca cinemateca biblioteca orquesta orquestra consorcio consórcio agencia agência corporación corporação
	gremio grêmio obispado arzobispado arquidiócesis arquidiocese comisaría fiscalía concejo congreso bodegas grupo laboratorio laboratório
	mancomunidad agrupamento liceo liceu facultad faculdade academia festival municipalidad alcaldía gobernación secretaría secretaria
	partido hermandad cofradía parroquia paróquia patronato asamblea assembleia policía polícia brigada defensoría defensoria
	superintendencia intendencia delegacia observatorio observatório albergue casa red rede programa plataforma liga`)

// iberianBody tells a noun for a body in one of those.
func (d *Copy) iberianBody(noun string) bool {
	return d.iberian() && (iberianBodies[noun] || anyBody.MatchString(noun))
}

// anyBody is a noun for an organisation of any kind.
var anyBody = pattern.New(`^(?:entidad|entidade|institución|instituição|organización|organização|empresa|compañía|companhia|` +
	`firma|ong|startup|fintech|` +
	`corporación|organismo|órgão|dependencia)$`)

// kindOfBody is, for a noun, what the name of such a body has in it where it does not begin with the noun.
var kindOfBody = map[string]*pattern.Pattern{
	"sindicato": pattern.New(`(?i)sindica|trabajador|trabalhador|obrer|operári|^unión|^união|^federa|^confedera|^central`),
	"gremio":    pattern.New(`(?i)sindica|trabajador|^unión|^federa|^confedera|^asocia`),
	"partido":   pattern.New(`(?i)^(?:alternativa|movimiento|movimento|frente|coalición|izquierda|esquerda|unión|união) `),
	"museo":     pattern.New(`(?i)^museo|^centro de arte|^pinacoteca`),
	"centro":    pattern.New(`(?i)^(?:centro|instituto|hospital|museo|museu|colegio)`),
	"clube":     pattern.New(`(?i)clube|esporte|futebol|desporto`),
	"club":      pattern.New(`(?i)club|deportivo|fútbol`),
}

// kindThenName is a kind of body in small letters with a name behind it: "la cooperativa Lácteos Vega", "la startup vasca Cocina".
const kindThenName = `(?:^|[\s(])(?:[Ll]a|[Ee]l|[OoAa]|[Uu]na?|[Uu]ma?|d[aoe]|del|pela|` +
	`pelo) (?i:KIND)(?: \p{Ll}{3,})? (\p{Lu}[\p{L}\d&’'-]*(?: (?:(?:de|del|de la|y|e|da|do) )?` +
	`\p{Lu}[\p{L}\d&’'-]*){0,4})`

// subjectAlone is what a part of a body is about: "Epidemiología".
var subjectAlone = pattern.New(`^\p{L}+(?:log[ií]a|iatr[ií]a|nom[ií]a|graf[ií]a)$`)

// bodyOfKind is the one organisation that the text names and that such a noun means, though its name does not begin with it;
// "" for none or several.
func (d *Copy) bodyOfKind(noun string) string {
	noun = strings.ToLower(noun)
	if !d.iberian() || !d.iberianBody(noun) && !prose.Bodies[noun] && !otherBodies[noun] {
		return ""
	}
	found := ""
	add := func(org string) bool {
		if org == "" || org == release.Unknown || strings.HasPrefix(found, org) {
			return true
		}
		if found != "" && !strings.HasPrefix(org, found) {
			return false
		}
		found = org
		return true
	}
	small := d.phrasing(strings.ReplaceAll(kindThenName, "KIND", noun))
	for text := range d.texts() {
		for _, m := range small.FindAllStringSubmatch(text, prose.MostFound) {
			if d.isKnown(m[1]) || d.IsTitle(m[1]) || !add(m[1]) {
				return ""
			}
		}
	}
	if kind := kindOfBody[noun]; found == "" && (kind != nil || anyBody.MatchString(noun)) {
		for _, k := range append(d.Known, Speaker{Org: d.Issuer()}) {
			if (kind == nil && !subjectAlone.MatchString(k.Org) || kind != nil && kind.MatchString(k.Org)) && !add(k.Org) {
				return ""
			}
		}
	}
	return found
}

var (
	// listsFields begins the name of a body that goes on behind a comma with what else it is over.
	listsFields = pattern.New(`^(?:C[áâ]mara|Minist[eé]rio|Secretar[ií]a|Subsecretaría|Consejería|Concejalía|Conselleria|Departamento|` +
		`Direcci[óo]n|Direção|Facultad|Faculdade|Colegio|Escuela|Escola|Instituto|Comisión|Comissão|Federación|Federação) `)
	// furtherFields is that: "Cámara de Comercio, Industria y Servicios de Marlow".
	furtherFields = pattern.New(`^, \p{Lu}\p{Ll}+(?:, \p{Lu}\p{Ll}+){0,4},? [ye] (?:de )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?: ` +
		`(?:de|del|de la|da|do|de los) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*)?`)
)

// fieldsBehind are further fields of the body with which a text begins.
func (d *Copy) fieldsBehind(body, behind string) string {
	if !d.iberian() || !listsFields.MatchString(body) {
		return ""
	}
	return furtherFields.FindString(behind)
}

// ofNounInTitle fills in the organisation that an office calls by such a noun, once all are known.
func (d *Copy) ofNounInTitle(who Speaker) Speaker {
	if !d.iberian() || who.Name == "" || who.Org != "" && who.Org != release.Unknown || who.Title == "" {
		return who
	}
	return d.ofBody(Speaker{Name: who.Name, Title: who.Title, Org: who.Org, Ok: true, Unsure: who.Unsure}, who.Title)
}
