package prose

import (
	"strings"
	"unicode"

	"pressroom/internal/pattern"
)

// General are words of which no organisation is called alone: "City Manager Ana Ruiz" is
// manager of a city.
var General = WordSet(`city county town village state police fire school senate house assembly council committee board district
	harbor harbour port
	project program programme team company club group agency department staff campaign union government federal national regional local
	university college hospital museum church party parliament congress court ministry municipal county’s city’s state’s parish borough
	fraktion partei gruppe vereins verbands bundes groupe grupo gruppo asociación association associazione associação federación
	fédération fundación
	fondation organisation organización organizzazione entreprise empresa azienda société unternehmen firma the year week month day
	region country nation world first second third north south east west english german french spanish
	campaña campanha campagna campagne kampagne comunidad comunidade comunità communauté gemeinschaft community
	stadt kreis land verein verband schule ville région mairie ciudad gobierno partido città comune cidade governo gemeente provincie ia ki`)

// BehindOffice are words behind an office that belong to it: "Senate President Pro Tempore".
var BehindOffice = WordSet(`pro tem tempore emeritus emerita elect designate
	général générale commercial commerciale exécutif exécutive technique financier financière régional régionale délégué déléguée artistique
	scientifique adjoint adjointe general comercial ejecutivo ejecutiva técnico técnica financiero financiera regional científico científica
	generale commerciale esecutivo esecutiva tecnico tecnica finanziario regionale scientifico scientifica artistico artistica delegato
	geral executivo executiva financeiro financeira artístico artística adjunto adjunta
	municipal municipale estatal estadual nacional nazionale federal provincial provinciale départemental départementale
	national nationale fédéral fédérale honoraire honorario honoraria onorario onoraria honorário honorária
	rsu rsa rls`)

// InCharge is an office that goes on with small words.
var InCharge = pattern.New(`^(.*?\p{Lu}\p{L}+(?:-| )in(?:-| )[Cc](?:harge|hief)) (\p{Lu}.*)$`)

// offices alone are no names: "Special Agent", "Shadow Secretary".
var neverNames = WordSet(`director agent secretary representative manager president minister chairman chairwoman chair chairperson
	officer
	coordinator spokesperson spokesman spokeswoman professor senator governor commissioner attorney treasurer administrator superintendent
	executive engineer scientist researcher analyst specialist consultant ceo cfo coo cto member founder co-founder vice deputy sprecher
	sprecherin vorsitzende vorsitzender präsident präsidentin direktor direktorin geschäftsführer geschäftsführerin minister ministerin
	présidente président directeur directrice ministre maire porte-parole presidente presidenta directora portavoz ministro ministra
	alcalde alcaldesa concejal concejala direttore direttrice sindaco assessore diretor diretora prefeito secretário secretária voorzitter
	wethouder burgemeester woordvoerder`)

// Opening are words that begin a sentence and no name.
var Opening = WordSet(`als im am nach vor seit bei in on at after before when while since during according dazu hierzu zudem selon
	après según tras secondo dopo segundo após volgens anlässlich angesichts wegen laut zur zum beim unter trotz während heute gestern
	lors suite face durante tijdens naar für per pour para voor et und soddisfatto soddisfatta satisfait satisfaite
	zufrieden from the a an this that these those both many some all our their its`)

// OfficeAlone tells a run that ends in an office, and so has no name.
func OfficeAlone(run []Token) bool {
	return len(run) > 1 && neverNames[strings.ToLower(strings.Trim(run[len(run)-1].Text, ".,"))]
}

// OfParty is a legislator's party and place, between commas: "D-Marlow".
var OfParty = pattern.New(`^(?:D|R|I|L|Dem|Rep|Ind)\.?[-–]\p{Lu}`)

// Quality is an adjective that ends as no organisation's name does: "Grammy-winning".
var Quality = pattern.New(`(?i)[-–](?:winning|based|born|led|nominated|trained|certified|elect|wide|area|raised|selling|owned)$`)

// Belongs is what a relative clause says of where somebody belongs: "who works at".
var Belongs = pattern.New(`(?i)^(?:who|whose|which|qui|que|quien|die|der|che|wie)\b.{0,60}\b(?:works?|leads?|runs?|heads?|serves?|` +
	`chairs?|directs?|represents?|` +
	`speaks?|founded|co-founded|volunteers?|teaches|studies|manages?|owns?|oversees?|coordinates?|belongs?|is|leitet|arbeitet|vertritt|` +
	`dirige|` +
	`travaille|preside|trabaja|lavora|trabalha|leidt|werkt)\b`)

// OurOwn stand before an office of the organisation that issues the release: "our CEO", "the
// company’s director".
var OurOwn = pattern.New(`^(?:[Oo]ur|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Uu]nsere?r?|[Nn]otre|[Nn]uestr[oa]|` +
	`[Ii]l nostro|[Ll]a nostra|[Nn]oss[oa]|[Oo]nze|` +
	`[Tt]he (?:\p{Ll}+|\p{Lu}{2,})(?:’s|'s|s’|s'))\s+(\p{L}.*)$`)

// NewOrFellow stands before such an office.
var NewOrFellow = pattern.New(`^(?:fellow|new|newly appointed) `)

// WordsIn counts the words of a text.
func WordsIn(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' }))
}
