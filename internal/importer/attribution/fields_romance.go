package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// In the Romance languages what an office is over stands behind it as an organisation does, and the organisation behind
// that: "directora de Mercadeo de Ríos Vivos". A field of work is no organisation, with a capital or without.

// oneFieldOfWork is such a field.
const oneFieldOfWork = `(?i:mercadeo|mercadotecnia|marketing|ventas|finanzas|operaciones|recursos humanos|innovación|` +
	`investigación|desarrollo|` +
	`tecnología|sistemas|productos?|calidad|sostenibilidad|estrategia|personas|talento|compras|logística|negocios?|proyectos|` +
	`comunicaci(?:ón|ones)|prensa|relaciones (?:institucionales|públicas|externas|laborales)|asuntos (?:públicos|corporativos|regulatorios)|` +
	`administración|ingeniería|producción|responsabilidad social|desarrollo (?:de negocio|sostenible)|` +
	`ventes|finances|opérations|ressources humaines|innovation|recherche|développement|technologies?|produits?|qualité|durabilité|` +
	`stratégie|achats|logistique|projets|communication|partenariats|relations (?:publiques|extérieures|presse|institutionnelles)|` +
	`affaires (?:publiques|réglementaires)|ingénierie|` +
	`vendas|finanças|operações|inovação|pesquisa|desenvolvimento|tecnologia|produtos?|qualidade|sustentabilidade|estratégia|pessoas|` +
	`projetos|comunicação|relações (?:institucionais|públicas|internacionais)|assuntos (?:regulatórios|corporativos)|engenharia|` +
	`vendite|finanza|operazioni|risorse umane|innovazione|ricerca|sviluppo|tecnologia|prodotto|qualità|sostenibilità|strategia|acquisti|` +
	`logistica|progetti|comunicazione|relazioni (?:esterne|istituzionali|pubbliche))`

// overFieldThenBody is an office with its field, or two, and the body behind.
var overFieldThenBody = pattern.New(`^(\p{L}[\p{L}-]*(?: (?:adjunt[ao]|adjointe?|general|générale?|geral|generale|` +
	`ejecutiv[ao]|executiv[ao]|nacional|` +
	`nationale?|regional|global|mundial|senior|sénior))? (?:del?|de la|de l[’']|d[’']|du|des|d[aoi]|della|dell[’']|dello) ?` +
	oneFieldOfWork + `(?:(?:,| y| e| et| &) ` + oneFieldOfWork + `){0,2}),? (?:de la |de l[’']|del |dell[’']|della |dello |de |` +
	`d[’']|du |des |` +
	`da |do |dos |di |en |em |chez |para |pour )((?:la |el |los |las |le |les |l[’'])?\p{Lu}.*)$`)

// fieldThenBody divides them.
func (d *Copy) fieldThenBody(s string) (title, org string, ok bool) {
	m := overFieldThenBody.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || d.English() || d.german() || !d.IsTitle(prose.FirstWord(m[1])) {
		return "", "", false
	}
	org, ok = d.OrgRun(m[2])
	return m[1], org, ok && org != ""
}
