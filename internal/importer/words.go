package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// verbs of saying, by language, as they stand beside quotations. Each is a regular
// expression without groups.
var verbs = map[string][]string{
	"en": {
		"said", "says", "stated", "states", "added", "adds", "explained", "explains", "commented", "comments", "noted", "notes", "continued", "continues",
		"concluded", "concludes", "remarked", "remarks", "argued", "argues", "warned", "warns", "declared", "declares", "announced", "insisted", "insists",
		"emphasized", "emphasised", "emphasizes", "stressed", "stresses", "told", "asked", "asks", "wrote", "writes", "shared", "observed", "recalled", "agreed",
		"responded", "replied", "urged", "pointed out", "went on", "exclaimed", "affirmed", "acknowledged", "claimed", "reiterated", "reflected", "quipped", "testified",
	},
	"es": {
		"dijo", "dice", "señaló", "señala", "afirmó", "afirma", "explicó", "explica", "declaró", "declara", "aseguró", "asegura", "destacó", "destaca", "añadió", "añade",
		"agregó", "agrega", "manifestó", "manifiesta", "apuntó", "apunta", "indicó", "indica", "subrayó", "subraya", "sostuvo", "sostiene", "comentó", "comenta", "advirtió", "advierte",
		"expresó", "expresa", "concluyó", "concluye", "denunció", "denuncia", "recordó", "recuerda", "precisó", "precisa", "insistió", "insiste", "reclamó", "valoró", "resaltó", "ha dicho", "ha señalado", "ha afirmado", "ha explicado", "ha declarado", "ha asegurado", "ha destacado", "ha añadido", "ha subrayado", "ha manifestado", "ha apuntado", "ha indicado", "ha comentado",
	},
	"fr": {
		"a déclaré", "déclare", "déclarait", "a expliqué", "explique", "a affirmé", "affirme", "a souligné", "souligne", "a indiqué", "indique", "a ajouté", "ajoute", "a précisé", "précise", "a estimé", "estime",
		"a conclu", "conclut", "a dit", "dit", "a commenté", "commente", "a rappelé", "rappelle", "a dénoncé", "dénonce", "a assuré", "assure", "a noté", "note", "a insisté", "insiste", "se réjouit", "s’est réjoui", "s’est réjouie", "s'est réjoui", "s'est réjouie", "se félicite", "s’est félicité", "s’est félicitée", "constate", "alerte", "regrette", "poursuit", "a poursuivi", "témoigne", "raconte", "confie", "martèle", "résume", "s’inquiète", "s’indigne", "ont déclaré", "déclarent",
	},
	"de": {
		"sagt", "sagte", "erklärt", "erklärte", "betont", "betonte", "so", "meint", "meinte", "kommentiert", "kommentierte", "kritisiert", "kritisierte", "fordert", "forderte", "ergänzt", "ergänzte", "berichtet", "berichtete", "unterstreicht", "unterstrich",
		"warnt", "warnte", "freut sich", "freute sich", "resümiert", "fügt", "fügte", "stellt", "hebt", "schließt", "erläutert", "erläuterte", "zeigt sich", "bilanziert", "mahnt", "mahnte", "äußerte", "äußert", "konstatiert", "bekräftigt", "bekräftigte", "heißt es", "weiß", "findet",
	},
	"it": {"ha dichiarato", "dichiara", "ha detto", "dice", "ha spiegato", "spiega", "ha affermato", "afferma", "ha commentato", "commenta", "ha aggiunto", "aggiunge", "ha sottolineato", "sottolinea", "ha concluso", "conclude", "osserva", "racconta", "sostiene"},
	"pt": {"disse", "diz", "afirmou", "afirma", "declarou", "declara", "explicou", "explica", "destacou", "destaca", "acrescentou", "acrescenta", "comentou", "comenta", "ressaltou", "ressalta", "avaliou", "avalia", "alertou", "alerta", "conclui", "concluiu", "salientou", "salienta", "sublinhou", "referiu"},
	"nl": {"zegt", "zei", "aldus", "stelt", "verklaart", "verklaarde", "vertelt", "benadrukt", "benadrukte", "licht toe", "reageert", "voegt", "vindt", "concludeert"},
}

// articles before someone who is not named.
var articles = map[string]string{
	"en": `an?|one|another`, "es": `una?|otro|otra`, "fr": `une?`, "de": `eine?r?|ein`, "it": `un[ao]?`, "pt": `uma?`, "nl": `een`,
}

// pronouns for someone named before.
var pronouns = map[string]string{
	"en": `he|she|they`, "es": `él|ella|esta?|este`, "fr": `il|elle|t-il|t-elle|celle-ci|celui-ci`, "de": `er|sie|dieser|diese`, "it": `lui|lei`, "pt": `ele|ela`, "nl": `hij|zij|ze`,
}

// prepositions between a title and an organisation: strong ones first, then those
// that may belong to the title or the organisation's name too.
var prepositions = map[string][2]string{
	"en": {`at|with|from`, `of|for`},
	"es": {`en`, `de la|de los|de las|del|de`},
	"fr": {`chez|à la|au sein de la|au sein de|à`, `de la|de l’|de l'|du|des|de|d’|d'`},
	"de": {`bei der|bei|beim|vom|von der|von`, `der|des|für`},
	"it": {`presso`, `della|dell’|dell'|del|dello|dei|degli|delle|di`},
	"pt": {`na|no|em`, `da|do|das|dos|de`},
	"nl": {`bij|namens`, `van de|van het|van`},
}

// titleWords end a title that stands before a name: "Senior Campaign Director".
var titleWords = wordSet(`resident survivor parent mother father teacher nurse physician pediatrician biologist ecologist historian farmer owner expert student paralegal organizer
	campaigner director president ceo cfo cto coo chair chairman chairwoman chairperson chairperson's founder co-founder cofounder manager coordinator organizer organiser
	spokesperson spokesman spokeswoman secretary officer head lead leader executive attorney counsel lawyer professor researcher scientist analyst fellow strategist advisor adviser member
	representative senator congresswoman congressman congressmember governor mayor minister commissioner councilmember councilor councillor principal partner dean author activist advocate volunteer engineer
	economist editor specialist consultant pastor reverend rabbi bishop treasurer administrator superintendent chief captain judge sheriff general technologist policy-director ambassador chancellor provost
	directora director presidente presidenta portavoz coordinador coordinadora secretario secretaria fundador fundadora gerente responsable jefe jefa alcalde alcaldesa ministro ministra abogado abogada profesor profesora investigador investigadora
	directeur directrice président présidente porte-parole coordinateur coordinatrice secrétaire fondateur fondatrice maire ministre avocat avocate professeur chercheur chercheuse responsable délégué déléguée cofondatrice cofondateur
	geschäftsführer geschäftsführerin sprecher sprecherin vorsitzender vorsitzende leiter leiterin präsident präsidentin direktor direktorin referent referentin bürgermeister bürgermeisterin minister ministerin vorstand vorständin gründer gründerin expertin experte pressesprecher pressesprecherin campaignerin projektleiter projektleiterin
	presidente direttore direttrice portavoce coordinatore coordinatrice segretario sindaco diretor diretora coordenador coordenadora voorzitter directeur woordvoerder`)

// titleModifiers stand before a title word and belong to it.
var titleModifiers = wordSet(`senior executive managing deputy assistant associate vice interim acting campaign policy program programme project communications communication legal research science
	development national regional state local lead chief co general field community founding board honorary former political public press media federal staff principal government affairs operating financial technology
	information marketing product engineering operations human resources digital strategic outreach health climate energy education advocacy organizing`)

// departments follow "of" or "for" within a title: "director of communications".
var departments = wordSet(`communications communication policy advocacy research operations marketing programs programmes programming public media external government engineering product sales development strategy
	campaigns organizing science finance staff state health medicine education law economics economic international corporate community digital partnerships legal clinical human global environmental climate energy data
	comunicación campañas programas política relaciones prensa operaciones communication campagnes programmes recherche plaidoyer kommunikation politik presse`)

// orgTails are the last words of a name before "for" or "of" that belong to an
// organisation: "Center for Media Justice".
var orgTails = wordSet(`center centre institute fund coalition society alliance campaign friends foundation network committee council association union partnership school movement citizens americans university
	college department ministry bank federation league office bureau board house church museum college brotherhood sisters doctors mothers veterans lawyers workers women students teachers nurses city county state town
	fight jobs save voices people physicians reporters organization organisation confederation league center(s) project alliance* ass'n company`)

// descriptors stand before an organisation's name: "the nonprofit Rivers Trust".
var descriptors = wordSet(`organization organisation group nonprofit non-profit charity coalition union company network ngo association foundation campaign collective startup firm initiative
	organización asociación fundación colectivo plataforma ong sindicato empresa association organisation fondation collectif ong syndicat entreprise initiative verein organisation stiftung initiative bündnis firma verband unternehmen
	associazione fondazione organizzazione associação fundação organização stichting vereniging`)

// particles may stand in lower case within a name.
var particles = wordSet(`de del de' della da das dos do di du des van der den von zu zum zur la le el al bin ibn ben y e ten ter af av`)

// honorifics stand before a name.
var honorifics = wordSet(`dr dr. prof prof. professor rev rev. mr mr. mrs mrs. ms ms. sen sen. rep rep. gov gov. sir dame sr. sra. dra. d. dña. m. mme mlle pr herr frau dr.in lord lady sister father rabbi imam hon. st. dott. prof.ssa sig. sig.ra`)

// letters may follow a name.
var letters = pattern.New(`^(?:[A-Z][A-Za-z]?\.?){1,6}$|^(?:PhD|Ph\.D\.|M\.D\.|J\.D\.|Esq\.?|Jr\.?|Sr\.?|III?|IV|R\.N\.|RN|MPH|MBA|DrPH|FAIA|DO|OBE|CBE|MBE)$`)

func wordSet(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// stopwords tell a language by its commonest words.
var stopwords = map[string]map[string]bool{
	"en": wordSet("the of and to in that is for on with as are this by from will has have at not their"),
	"es": wordSet("el la los las de y en que del una para con por se su más como es este sobre entre"),
	"fr": wordSet("le la les des et en que du une pour avec dans par est sur qui au aux ce cette plus"),
	"de": wordSet("der die das und in den von zu mit für ist des auf dem eine ein nicht sich auch werden"),
	"it": wordSet("il la le di e che in del della per con una un sono gli dei nel alla dal più"),
	"pt": wordSet("o a os as de e em que do da para com uma um não no na dos pela mais"),
	"nl": wordSet("de het een van en in is op te dat voor met zijn aan niet door bij ook naar werd"),
}

// guessLanguage counts the commonest words.
func guessLanguage(paras []para) string {
	counts := make(map[string]int)
	for _, p := range paras {
		for _, w := range strings.Fields(strings.ToLower(p.text)) {
			w = strings.Trim(w, ".,;:!?“”„«»\"'()")
			for lang, set := range stopwords {
				if set[w] {
					counts[lang]++
				}
			}
		}
	}
	best := "en"
	for _, lang := range []string{"en", "es", "fr", "de", "it", "pt", "nl"} {
		if counts[lang] > counts[best] {
			best = lang
		}
	}
	return best
}
