package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// In languages other than English a release begins as it does there: with who issues it, and what they announce, open, sign or ask for.

// announcing are the words with which whoever issues a release begins it, and nobody else; doing are those with which others may
// begin one too, and which hold where the headline has their name as well.
var announcing, doing = map[string]string{
	"es": `anunci(?:a|ó|ará)|ha(?: hoy)? (?:anunciado|presentado|lanzado|publicado|informado|comunicado|` +
		`dado a conocer|puesto en marcha)|present(?:a|ó|ará)|lanz(?:a|ó)|public(?:a|ó)|difund(?:e|ió)|comunic(?:a|ó)|inform(?:a|` +
		`ó)|(?:da|dio) a conocer|` +
		`(?:pone|puso) en marcha|se (?:complace|enorgullece|alegra)|tiene el (?:placer|honor|gusto|agrado|orgullo)|` +
		`está (?:orgullos|encantad)[oa]`,
	"fr": `annonce|a (?:annoncé|présenté|lancé|dévoilé|publié|fait savoir)|présente|lance|dévoile|publie|informe|communique|fait savoir|` +
		`a (?:le plaisir|l[’']honneur|la joie)|est (?:très )?(?:heureu(?:x|se)|fi(?:er|ère)|ravie?|honorée?|enchantée?) d(?:e|[’'])|` +
		`se réjouit d(?:e|[’'])`,
	"it": `annuncia|ha(?: oggi)? (?:annunciato|presentato|lanciato|reso noto|comunicato|pubblicato|avviato|il piacere)|presenta|lancia|` +
		`rende noto|comunica|informa|pubblica|è (?:liet[ao]|orgoglios[ao]|felice|fier[ao])`,
	"pt": `anunci(?:a|ou|ará)|apresent(?:a|ou)|lanç(?:a|ou)|divulg(?:a|ou)|public(?:a|ou)|inform(?:a|ou)|comunic(?:a|ou)|` +
		`tem (?:o prazer|o orgulho|o gosto|a honra|a satisfação|a alegria)|orgulha-se|congratula-se`,
	"de": `freut sich|(?:gibt|gab) [^.]{3,160} bekannt|kündigte?|stellte? [^.]{3,160} vor|präsentierte?|starte(?:t|te)|` +
		`veröffentlichte?|teilte? mit|informierte?|legte? [^.]{3,160} vor|ist stolz|` +
		`hat [^.]{3,160}? (?:bekannt ?gegeben|vorgestellt|gestartet|veröffentlicht|präsentiert|angekündigt|vorgelegt|mitgeteilt)`,
	"nl": `kondigt|is (?:blij|trots|verheugd)|maakt(?: [^.]{3,160})? bekend|presenteert|lanceert|start|publiceert|meldt|` +
		`heeft [^.]{3,160}? (?:gepresenteerd|gelanceerd|bekend ?gemaakt|gepubliceerd|aangekondigd)`,
}, map[string]string{
	"es": `ha(?: hoy)? (?:inaugurado|celebrado|organizado|firmado|abierto|exigido|pedido|denunciado|rechazado|condenado|convocado|` +
		`estrenado|nombrado|acogido|recibido|incorporado|advertido|adquirido|reclamado|entregado|concedido|iniciado|aprobado)|` +
		`inaugur(?:a|ó|ará)|celebr(?:a|ó|ará)|organiz(?:a|ó|ará)|firm(?:a|ó|ará)|abr(?:e|ió|irá)|exig(?:e|ió)|pid(?:e|ió)|reclam(?:a|ó)|` +
		`denunci(?:a|ó)|rechaz(?:a|ó)|conden(?:a|ó)|convoc(?:a|ó)|estren(?:a|ó|ará)|nombr(?:a|ó)|acog(?:e|ió|erá)|recib(?:e|ió)|incorpora|` +
		`invita|llama|advierte|alerta|lamenta|apoya|se suma|participa|impulsa|premia|entrega|concede|renueva|amplía|adquiere|inicia`,
	"fr": `a (?:inauguré|organisé|signé|ouvert|nommé|reçu|accueilli|remporté|obtenu|adopté|décidé|demandé)|inaugure|organise|signe|ouvre|` +
		`demande|exige|dénonce|appelle|salue|s[’'](?:oppose|inquiète|associe|engage)|accueille|nomme|reçoit|célèbre|fête|participe|soutient|` +
		`propose|invite|regrette|condamne|alerte|rejoint|acquiert|remporte|obtient|renouvelle|expose`,
	"it": `ha(?: oggi)? (?:inaugurato|organizzato|firmato|siglato|aperto|chiesto|denunciato|ospitato|nominato|promosso|ricevuto|aderito|` +
		`ottenuto|vinto|acquisito|consegnato)|inaugura|organizza|firma|sigla|apre|chiede|denuncia|invita|ospita|nomina|promuove|celebra|` +
		`accoglie|aderisce|partecipa|sostiene|esprime|condanna|riceve|ottiene|vince|acquisisce|propone|lamenta`,
	"pt": `inaugur(?:a|ou)|organiz(?:a|ou)|assin(?:a|ou)|abr(?:e|iu)|exig(?:e|iu)|ped(?:e|iu)|denunci(?:a|ou)|promov(?:e|eu)|receb(?:e|eu)|` +
		`realiz(?:a|ou)|nome(?:ia|ou)|celebr(?:a|ou)|convid(?:a|ou)|particip(?:a|ou)|conden(?:a|ou)|repudi(?:a|ou)|acolh(?:e|eu)|` +
		`estre(?:ia|ou)|adquir(?:e|iu)|conquist(?:a|ou)|inici(?:a|ou)|manifest(?:a|ou)|lament(?:a|ou)|apoi(?:a|ou)`,
	"de": `eröffnete?|lädt|lud|forderte?|kritisierte?|begrüßte?|warnte?|ruft|rief|lehnte?|zeigte?|feierte?|veranstaltet|verleiht|` +
		`unterstützt|beteiligt|erhält|erhielt|übernimmt|baut|plant|investiert|erinnert|verurteilt|protestiert|appelliert|bietet|sucht|` +
		`hat [^.]{3,160}? (?:eröffnet|berufen|erhalten|ausgezeichnet|unterzeichnet|gewählt|beschlossen|übernommen|gefeiert)`,
	"nl": `opent|organiseert|roept|eist|waarschuwt|toont|benoemt|viert|krijgt|ontvangt|steunt|protesteert|vraagt|pleit|tekent|wint|` +
		`heeft [^.]{3,160}? (?:geopend|benoemd|getekend|ontvangen|gewonnen|overgenomen)`,
}

// firstSentences are such beginnings by language: what announces, and what does something.
var firstSentences = func() map[string][2]*pattern.Pattern {
	out := map[string][2]*pattern.Pattern{}
	for lang, verbs := range announcing {
		noun := ``
		if romanceParts[lang].to != "" {
			noun = `(?:(?:` + romanceNoun + `) )?`
		} else if lang == "nl" {
			noun = `(?:(?:` + dutchKinds + `|gemeente|provincie) )?`
		}
		head := `^(?:(?:El|La|Los|Las|Le|Les|Il|Lo|I|Gli|O|A|Os|As|Der|Die|Das|De|Het) |L[’'])?` +
			`(` + noun + `[\p{Lu}\d][^,:;“”"«»()–—]{1,70}?)( \([^()]{2,40}\),?)?(, [^:;“”"«»–—]{3,160}?,)? `
		out[lang] = [2]*pattern.Pattern{
			pattern.New(head + `(?:` + verbs + `)(?:[^\p{L}]|$)`),
			pattern.New(head + `(?:` + doing[lang] + `)(?:[^\p{L}]|$)`),
		}
	}
	return out
}()

// todayIn begins a German sentence with the day, and has the verb before who announces something.
var todayIn = pattern.New(`^(?:Heute|Gestern|Jetzt|Ab sofort|Am \p{Lu}\p{Ll}+(?:, [^,]{4,20},)?) ` +
	`(?:hat|stellt|präsentiert|startet|veröffentlicht|gibt|kündigt|legt) (?:der |die |das )?(\p{Lu}[^,:;]*)$`)

// stateAlone is who governs, whoever issues the release.
var stateAlone = prose.WordSet("gobierno gouvernement governo bundesregierung regierung landesregierung kabinet regering " +
	"parlamento parlement " +
	"bundestag bundesrat senado senato ayuntamiento comune mairie prefeitura stadt gemeente policía police polizei polizia polícia politie")

// announcerIn is the organisation with which the copy begins, in a language other than English; "" where that is not sure.
func (d *Copy) announcerIn() string {
	sentences, ok := firstSentences[d.Base()]
	if !ok {
		return ""
	}
	text := d.firstCopy()
	if m := todayIn.FindStringSubmatch(text); m != nil && d.Base() == "de" {
		org, _ := d.OrgRun(m[1])
		if d.surelyFirm(org) && d.issuesAlone(org, "", false) {
			return org
		}
		return ""
	}
	org, aside, headed := "", "", false
	for i, sentence := range sentences {
		if m := sentence.FindStringSubmatch(text); m != nil && (org == "" || len(m[1]) < len(org)) {
			org, aside, headed = m[1], m[3], i == 1
		}
	}
	if named := cmp.Or(behindKind(kindBefore, org), behindKind(dutchKindBefore, org)); named != "" {
		dutch := d.Base() == "nl" && (!headed || prose.WordIn(d.Headline.Text, named))
		if dutch || d.romanceBody(org) || d.issuesAlone(named, aside, headed) {
			return named
		}
		return ""
	}
	if org != "" && d.issuesAlone(org, aside, headed) {
		return org
	}
	return ""
}

// behindKind is the name behind what a body is, "" where that does not stand there.
func behindKind(kind *pattern.Pattern, org string) string {
	if m := kind.FindStringSubmatch(org); m != nil {
		return m[1]
	}
	return ""
}

// dutchKinds say in small letters of what kind a body is.
const dutchKinds = `vereniging|vakbond|organisatie|coöperatie|actiegroep|werkgroep|bewonersgroep|belangenvereniging`

var dutchKindBefore = pattern.New(`^(?:` + dutchKinds + `) (\p{Lu}.*)$`)

// articleThenSmall is a noun with its article, and no name.
var articleThenSmall = pattern.New(`^(?:El|La|Los|Las|Le|Les|Il|Lo|I|Gli|O|A|Os|As|Der|Die|Das|De|Het) \p{Ll}|^L[’']\p{Ll}`)

// issuesAlone tells a name that is one body's; headed, that it is in the headline too, and is one by its words.
func (d *Copy) issuesAlone(org, aside string, headed bool) bool {
	first := strings.ToLower(prose.FirstWord(org))
	switch {
	case stateAlone[strings.ToLower(org)], articleThenSmall.MatchString(org), prose.General[strings.ToLower(org)], d.IsTitle(org),
		joint.MatchString(org), prose.SentenceOpening[first], prose.Opening[first], prose.Ranks[first],
		headed && !prose.WordIn(d.Headline.Text, org):
		return false
	case romanceParts[d.Base()].to != "" && d.romanceBody(org), d.surelyFirm(org), strings.HasPrefix(org, "gemeente "):
		return true
	}
	whole, _ := d.OrgRun(org)
	person := prose.LooksLikeName(org) && len(strings.Fields(org)) < 4
	return !headed && whole == org && !d.standsAsPlace(org) && (!person || ofFirm.MatchString(aside))
}
