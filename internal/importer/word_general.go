package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Words that stand where a name could, and are none.

// general are words of which no organisation is called alone: "City Manager Ana Ruiz" is
// manager of a city.
var general = wordSet(`city county town village state police fire school senate house assembly council committee board district
	harbor harbour port
	project program programme team company club group agency department staff campaign union government federal national regional local
	university college hospital museum church party parliament congress court ministry municipal county’s city’s state’s parish borough
	fraktion partei gruppe vereins verbands bundes groupe grupo gruppo asociación association associazione associação federación
	fédération fundación
	fondation organisation organización organizzazione entreprise empresa azienda société unternehmen firma the year week month day
	region country nation world first second third north south east west english german french spanish
	campaña campanha campagna campagne kampagne comunidad comunidade comunità communauté gemeinschaft community
	stadt kreis land verein verband schule ville région mairie ciudad gobierno partido città comune cidade governo gemeente provincie ia ki`)

// behindOffice are words behind an office that belong to it: "Senate President Pro Tempore".
var behindOffice = wordSet(`pro tem tempore emeritus emerita elect designate
	général générale commercial commerciale exécutif exécutive technique financier financière régional régionale délégué déléguée artistique
	scientifique adjoint adjointe general comercial ejecutivo ejecutiva técnico técnica financiero financiera regional científico científica
	generale commerciale esecutivo esecutiva tecnico tecnica finanziario regionale scientifico scientifica artistico artistica delegato
	geral executivo executiva financeiro financeira artístico artística adjunto adjunta
	municipal municipale estatal estadual nacional nazionale federal provincial provinciale départemental départementale
	rsu rsa rls`)

// inCharge is an office that goes on with small words.
var inCharge = pattern.New(`^(.*?\p{Lu}\p{L}+(?:-| )in(?:-| )[Cc](?:harge|hief)) (\p{Lu}.*)$`)

// offices alone are no names: "Special Agent", "Shadow Secretary".
var neverNames = wordSet(`director agent secretary representative manager president minister chairman chairwoman chair chairperson
	officer
	coordinator spokesperson spokesman spokeswoman professor senator governor commissioner attorney treasurer administrator superintendent
	executive engineer scientist researcher analyst specialist consultant ceo cfo coo cto member founder co-founder vice deputy sprecher
	sprecherin vorsitzende vorsitzender präsident präsidentin direktor direktorin geschäftsführer geschäftsführerin minister ministerin
	présidente président directeur directrice ministre maire porte-parole presidente presidenta directora portavoz ministro ministra
	alcalde alcaldesa concejal concejala direttore direttrice sindaco assessore diretor diretora prefeito secretário secretária voorzitter
	wethouder burgemeester woordvoerder`)

// opening are words that begin a sentence and no name.
var opening = wordSet(`als im am nach vor seit bei in on at after before when while since during according dazu hierzu zudem selon
	après según tras secondo dopo segundo após volgens anlässlich angesichts wegen laut zur zum beim unter trotz während heute gestern
	lors suite face durante tijdens naar für per pour para voor et und soddisfatto soddisfatta satisfait satisfaite
	zufrieden from the a an this that these those both many some all our their its`)

// officeAlone tells a run that ends in an office, and so has no name.
func officeAlone(run []token) bool {
	return len(run) > 1 && neverNames[strings.ToLower(strings.Trim(run[len(run)-1].text, ".,"))]
}

// ofParty is a legislator's party and place, between commas: "D-Marlow".
var ofParty = pattern.New(`^(?:D|R|I|L|Dem|Rep|Ind)\.?[-–]\p{Lu}`)

// quality is an adjective that ends as no organisation's name does: "Grammy-winning".
var quality = pattern.New(`(?i)[-–](?:winning|based|born|led|nominated|trained|certified|elect|wide|area|raised|selling|owned)$`)

// belongs is what a relative clause says of where somebody belongs: "who works at".
var belongs = pattern.New(`(?i)^(?:who|whose|which|qui|que|quien|die|der|che|wie)\b.{0,60}\b(?:works?|leads?|runs?|heads?|serves?|` +
	`chairs?|directs?|represents?|` +
	`speaks?|founded|co-founded|volunteers?|teaches|studies|manages?|owns?|oversees?|coordinates?|belongs?|is|leitet|arbeitet|vertritt|` +
	`dirige|` +
	`travaille|preside|trabaja|lavora|trabalha|leidt|werkt)\b`)

// ourOwn stand before an office of the organisation that issues the release: "our CEO", "the
// company’s director".
var ourOwn = pattern.New(`^(?:[Oo]ur|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Uu]nsere?r?|[Nn]otre|[Nn]uestr[oa]|` +
	`[Ii]l nostro|[Ll]a nostra|[Nn]oss[oa]|[Oo]nze|` +
	`[Tt]he (?:\p{Ll}+|\p{Lu}{2,})(?:’s|'s|s’|s'))\s+(\p{L}.*)$`)

// newOrFellow stands before such an office.
var newOrFellow = pattern.New(`^(?:fellow|new|newly appointed) `)

// ours reads somebody with such an office: "our CEO Ana Ruiz", "the company’s CEO, Ana Ruiz".
func (d *draft) ours(phrase string) (speaker, bool) {
	m := ourOwn.FindStringSubmatch(phrase)
	if m == nil {
		return speaker{}, false
	}
	m[1] = newOrFellow.ReplaceAllString(m[1], "")
	head, rest, comma := strings.Cut(m[1], ",")
	if comma && titleWords[strings.ToLower(lastWord(head))] {
		name, _, _ := strings.Cut(rest, ",")
		if name = strings.Trim(strings.TrimSpace(name), "."); looksLikeName(name) && !isOrganisation(name) {
			return speaker{name: name, title: strings.TrimSpace(head), ok: true}, true
		}
		return speaker{}, false
	}
	who := d.named(head)
	if !who.ok || who.name == "" || who.title == "" {
		return speaker{}, false
	}
	return who, true
}
