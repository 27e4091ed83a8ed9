package prose

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/rangetable"

	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// Speech is how speakers are introduced in a language; in one that has no words for
// it there are none.
func Speech(lang string) language.Speech {
	if known, ok := speeches.Load(lang); ok {
		return known.(language.Speech)
	}
	c, ok := language.For(lang)
	if !ok {
		return language.Speech{}
	}
	if lang == Base(lang) { // of those there are no more than languages
		speeches.Store(lang, c.Speech)
	}
	return c.Speech
}

// speeches are those that were asked for: a text asks for its own some thousand times.
var speeches sync.Map // of language.Speech by language

// either is the alternatives of an expression.
func either(list []string) string { return strings.Join(list, "|") }

// TitleWords end a title that stands before a name: "Senior Campaign Director".
var TitleWords = WordSet(`deacon delegate speaker doctor medic gp defender rep
	resident survivor parent mother father teacher nurse physician pediatrician biologist ecologist historian
	farmer owner expert student paralegal organizer
	ranger ornithologist oceanographer botanist zoologist veterinarian epidemiologist meteorologist hydrologist pharmacist dentist chaplain
	vicar headteacher headmaster headmistress caretaker trustee alderman alderwoman envoy consul negotiator mediator photographer playwright
	novelist screenwriter beekeeper winemaker electrician plumber mechanic surveyor geographer statistician programmer maintainer
	keeper zookeeper vet horticulturist aquarist contributor entrepreneur homeowner plaintiff whistleblower protester commuter shopkeeper
	campaigner director president ceo cfo cto coo vrp vp svp evp chair chairman chairwoman chairperson chairperson's founder co-founder
	cofounder publicist
	manager coordinator co-ordinator organizer organiser
	spokesperson spokesman spokeswoman secretary officer head lead leader executive attorney counsel lawyer professor researcher
	scientist analyst fellow strategist advisor adviser member
	master warden marshal ombudsman comptroller auditor coroner representative senator legislator congresswoman congressman congressmember
	governor mayor minister commissioner prosecutor councilmember councilman councilwoman assemblymember assemblyman assemblywoman peer
	councilor councillor cllr principal partner dean author activist advocate volunteer engineer supporter
	economist editor specialist consultant pastor reverend rabbi bishop treasurer administrator superintendent chief captain judge
	sheriff general technologist policy-director ambassador chancellor provost
	directora director líder presidente presidenta portavoz coordinador coordinadora secretario secretaria fundador fundadora gerente
	responsable jefe jefa alcalde alcaldesa ministro ministra abogado abogada profesor profesora investigador investigadora
	directeur directrice président présidente porte-parole coordinateur coordinatrice secrétaire fondateur fondatrice maire ministre
	avocat avocate professeur chercheur chercheuse responsable délégué déléguée cofondatrice cofondateur
	geschäftsführer geschäftsführerin sprecher sprecherin vorsitzender vorsitzende leiter leiterin präsident präsidentin direktor
	direktorin referent referentin bürgermeister bürgermeisterin minister ministerin vorstand vorständin gründer gründerin expertin
	experte pressesprecher pressesprecherin campaignerin projektleiter projektleiterin
	lecturer coach captain goalkeeper striker midfielder defender trainer curator conductor librarian archivist instructor counselor
	counsellor
	sergeant lieutenant co-chair co-president co-director co-owner co-leader vice-chair vice-president co-ceo co-author
	supervisor organiser planner designer developer architect surgeon psychologist psychiatrist geologist chemist physicist mathematician
	sociologist anthropologist astronomer engineer's midwife paramedic firefighter detective inspector constable mp mep msp
	vice-chancellor secretary-general director-general vice-principal vice-rector
	forecaster allergist convenor convener stationmaster barrister solicitor dietitian nutritionist physiotherapist therapist
	radiographer paediatrician obstetrician anaesthetist optometrist broadcaster songwriter illustrator sculptor actress comedian
	columnist correspondent podcaster winger archdeacon mec accountant actuary grower rancher fisherman fisherwoman carer caregiver
	pensioner neuroscientist geoscientist
	president-elect undersecretary controller publisher producer filmmaker choreographer composer
	catedrático catedrática concejal concejala consejero consejera diputado diputada rector rectora decano decana delegado delegada
	vicepresidente vicepresidenta
	subdirector subdirectora entrenador entrenadora médico médica
	vice-président vice-présidente adjoint adjointe député députée sénateur sénatrice préfet préfète chef cheffe entraîneur entraîneure
	trésorier trésorière gérant gérante
	leiterin vorsitzender referentin trainer trainerin hauptgeschäftsführer hauptgeschäftsführerin obmann obfrau rektor rektorin dekan
	dekanin intendant intendantin kanzler kanzlerin senator senatorin professorin forscher forscherin
	assessore assessora sindaca vicepresidente amministratore amministratrice rettore rettrice deputato deputata senatore senatrice
	consigliere
	consigliera segretaria commissario ministra docente ricercatore ricercatrice fondatore fondatrice responsabile curatore curatrice
	deputado deputada prefeito prefeita vereador vereadora reitor reitora professora secretária fundador fundadora pesquisador pesquisadora
	investigadora promotor promotora
	wethouder burgemeester gedeputeerde bestuurder onderzoeker hoogleraar eigenaar oprichter projectleider secretaris penningmeester
	staatssecretaris directrice coördinator adviseur
	presidente direttore direttrice portavoce coordinatore coordinatrice segretario sottosegretario sottosegretaria
	sindaco diretor diretora coordenador coordenadora
	voorzitter directeur woordvoerder
	candidato candidata candidat kandidat kandidatin
	secretário subsecretário subsecretária superintendente presidenta governador governadora ministro procurador procuradora vice-presidente
	vice-prefeito vice-prefeita ouvidor ouvidora economista biólogo bióloga engenheiro engenheira
	gobernador gobernadora subsecretario subsecretaria comisario comisaria vocal tesorero tesorera científico científica edil
	intendente cofundador cofundadora copresidente copresidenta síndico síndica procurador procuradora
	chercheur-euse professeure conseiller conseillère ambassadeur ambassadrice gouverneur gouverneure préfète rapporteur rapporteure
	co-président co-présidente coprésident coprésidente co-directrice co-directeur dirigeant dirigeante économiste
	amministratore amministratrice governatore governatrice professore professoressa vicesindaco vicesindaca prefetto questore
	cofondatore cofondatrice co-fondatrice co-fondatore tesoriere vicedirettore vicedirettrice
	minister onderzoekster voorzitster woordvoerster fractievoorzitter lijsttrekker raadslid dijkgraaf medeoprichter bestuursvoorzitter
	projectmanager lector teamleider
	vocero vocera dirigenta regidor regidora sindicalista viceministro viceministra comisionado comisionada
	conservateur conservatrice élu élue proviseur proviseure médiateur médiatrice
	pfarrer pfarrerin betriebsrat betriebsrätin abgeordnete abgeordneter kurator kuratorin
	conservator rettrice primario portavoz voorzitster rappresentante representante représentant représentante vertegenwoordiger
	titular seremi režisér režisérka ordynator ordynatorka
	prezydent prezydentka burmistrz burmistrzyni dyrektor dyrektorka prezes prezeska rzecznik rzeczniczka przewodniczący przewodnicząca
	kierownik kierowniczka wojewoda marszałek starosta wójt radny radna poseł posłanka koordynator koordynatorka założyciel założycielka
	wiceprezes wiceprezydent wicedyrektor ekspert ekspertka naczelnik sekretarz profesor
	alcaldessa portaveu consellera conseller secretària diputat tinent tinenta regidor regidora
	vicepresidenta investigadora fundadora presidenta vicesecretario vicesecretaria vicerrector vicerrectora
	employé employée salarié salariée místostarosta místostarostka náměstek náměstkyně primátor primátorka hejtman
	hejtmanka ředitel ředitelka
	mluvčí jednatel jednatelka předseda předsedkyně
	procureur procureure colonel colonelle commandant commandante capitaine adjudant bourgmestre échevin échevine mairesse pdg curé
	évêque archevêque aumônier sélectionneur recteur rectrice doyen doyenne inspecteur inspectrice eurodéputé eurodéputée
	coordonnateur coordonnatrice gestionnaire commissaire bâtonnier bâtonnière sous-préfet sous-préfète superviseur superviseure
	associé associée notaire doctorant doctorante ingénieur ingénieure médecin chirurgien chirurgienne allenatore allenatrice capitano
	capitana parroco vescovo arcivescovo colonnello maresciallo procuratore procuratrice capogruppo vicecapogruppo eurodeputato
	eurodeputata delegato dirigente preside soprintendente sovrintendente provveditore prorettore prorettrice vicesegretario
	vicesegretaria caposala comandante assegnista ordinario ordinaria
	dottorando dottoranda architetto architetta ingegnere giudice magistrato magistrata
	notaio`)

// TitleModifiers stand before a title word and belong to it.
var TitleModifiers = WordSet(`senior executive managing deputy assistant associate vice interim acting past immediate incoming outgoing
	campaign policy program programme project communications communication legal research science
	development national regional country state local lead
	chief co general field community founding board honorary former political public press
	media federal staff principal government affairs operating financial technology
	information marketing product engineering operations human resources digital strategic outreach health climate energy education
	advocacy organizing majority minority lt.
	technisch algemeen commercieel financieel artistiek zakelijk operationeel technische technischer kaufmännische kaufmännischer
	künstlerische künstlerischer stellvertretende stellvertretender wissenschaftliche wissenschaftlicher ärztliche ärztlicher sportliche
	sportlicher erste erster geschäftsführende geschäftsführender leitende leitender
	parlamentarische parlamentarischer`)

// Departments follow "of" or "for" within a title: "director of communications".
var Departments = WordSet(`communications
	membership communication policy advocacy research operations marketing programs programmes programming
	public media external government engineering product sales development strategy
	campaigns organizing science finance staff state health medicine education law economics economic international corporate community
	digital partnerships legal clinical human global environmental climate energy data
	nursing product people talent technology innovation sustainability growth content design security compliance safety logistics
	diversity equity inclusion learning admissions athletics planning transportation tourism forestry parks libraries music history biology
	chemistry physics geology geography psychology sociology anthropology mathematics statistics philosophy literature linguistics theology
	surgery cardiology oncology neurology pediatrics radiology epidemiology immunology genetics ecology astronomy pharmacy architecture
	business accounting management computing journalism nutrition archaeology agriculture forschung vertrieb technik bildung entwicklung
	produktion personal recht verkehr umwelt klima medien öffentlichkeitsarbeit unternehmenskommunikation
	comunicación campañas programas política relaciones prensa operaciones communication campagnes programmes recherche plaidoyer
	kommunikation politik presse`)

// OrgTails are the last words of a name before "for" or "of" that belong to an
// organisation: "Center for Media Justice".
var OrgTails = WordSet(`center centre institute fund coalition society alliance campaign friends foundation network committee council
	association union partnership school movement citizens americans university
	college department ministry bank federation league office bureau board house church museum college brotherhood sisters doctors
	mothers veterans lawyers workers women students teachers nurses city county state town
	fight jobs save voices people physicians reporters organization organisation confederation league center(s) project alliance* ass'n
	company hospital clinic library laboratory orchestra theatre theater fc afc rfc cooperative academy airport observatory conservancy
	guild club collective chamber caucus consortium corporation labs laboratories technologies systems solutions studios pharmaceuticals
	airlines holdings ventures parliament diocese archdiocese parish temple synagogue mosque cathedral congregation`)

// Descriptors stand before an organisation's name: "the nonprofit Rivers Trust".
var Descriptors = WordSet(`organization organisation group nonprofit non-profit charity coalition union company network ngo
	association foundation campaign collective startup firm initiative
	organización asociación fundación colectivo plataforma ong sindicato empresa association organisation fondation collectif ong
	syndicat entreprise initiative verein organisation stiftung initiative bündnis firma verband unternehmen
	associazione fondazione organizzazione associação fundação organização stichting vereniging vakbond gewerkschaft sindacato
	revista diario periódico semanario rotativo journal quotidien hebdomadaire zeitung zeitschrift tageszeitung
	entidad entidade cooperativa coopérative coöperatie cooperativa zwemvereniging sportvereniging buurtvereniging cabinet despacho
	spółce firmie fundacji stowarzyszeniu společnosti`)

// Particles may stand in lower case within a name.
var Particles = WordSet(`de del de' della da das dos do di du des van der den von zu zum zur la le el al bin ibn ben y e ten ter af av`)

// Honorifics stand before a name.
var Honorifics = WordSet(`ing. dr.-ing. dipl.-ing. mag.a med.
	arch. avv. mag. dr dr. drs prof prof. professor rev rev. revd revd. mr mr. mrs mrs. ms ms. sen sen.
	rep rep. gov gov. sir dame sr. sra.
	dra. d. dña. m. mme mlle pr herr frau dr.in lord lady sister father rabbi imam hon. st. dott. prof.ssa sig. sig.ra
	cr cr. barr. engr. comrade msgr msgr. atty atty. ustadz hajiya alhaji aunty uncle monseñor mons.`)

// Letters may follow a name.
var Letters = pattern.New(`^(?:[A-Z][A-Za-z]?\.?){1,6}$|^(?:PhD|Ph\.D\.|M\.D\.|J\.D\.|` +
	`Esq\.?|Jr\.?|Sr\.?|III?|IV|R\.N\.|RN|MPH|MBA|DrPH|FAIA|DO|OBE|CBE|MBE)$`)

// PlainWord is a word in small letters, without the stop or bracket beside it.
func PlainWord(w string) string { return strings.ToLower(strings.Trim(w, ".,;()")) }

// WordSet makes a set of words with spaces between them.
func WordSet(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// commonest are the words that tell a language, by its tag.
var commonest = sync.OnceValue(wordsThatTell)

func wordsThatTell() map[string]map[string]bool {
	out := make(map[string]map[string]bool)
	for _, tag := range language.Known() {
		base, _, regional := strings.Cut(tag, "-")
		if _, ok := language.For(base); regional && ok {
			continue
		}
		if words := Speech(tag).Common; len(words) > 0 {
			out[tag] = WordSet(strings.Join(words, " "))
		}
	}
	return out
}

// simplified and traditional are common letters of which Chinese has one or the other.
const simplified, traditional = "这们为时说发会关对后", "這們為時說發會關對後"

// ownLetters are the languages that are told by their letters: no other that is known has them.
var ownLetters = map[string]*unicode.RangeTable{
	"ar": unicode.Arabic, "el": unicode.Greek, "he": unicode.Hebrew, "hi": unicode.Devanagari, "ja": kana, "ko": unicode.Hangul,
	"zh-Hans": unicode.Han,
}

// kana are the letters that Japanese has beside those of Chinese.
var kana = rangetable.Merge(unicode.Hiragana, unicode.Katakana)

// byLetters tells the language that most letters of a text belong to, "" where many have them.
func byLetters(paras []Para) string {
	letters, hant, by := 0, 0, make(map[string]int)
	for _, p := range paras {
		for _, r := range p.Text {
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			for lang, table := range ownLetters {
				if r >= utf8.RuneSelf && unicode.Is(table, r) {
					by[lang]++
				}
			}
			hant += strings.Count(traditional, string(r)) - strings.Count(simplified, string(r))
		}
	}
	if 10*by["ja"] > by["zh-Hans"] { // among the letters of Chinese some of its own
		by["ja"] += by["zh-Hans"]
		delete(by, "zh-Hans")
	}
	for lang, n := range by {
		switch {
		case 2*n <= letters:
		case lang == "zh-Hans" && hant > 0:
			return "zh-Hant"
		default:
			return lang
		}
	}
	return ""
}

// easternTime is that zone for short, which is a French word too.
var easternTime = pattern.New(`\bET\b`)

// tellingSigns are letters and ends of words that no other language has of those that are known.
var tellingSigns = map[string]*pattern.Pattern{
	"ca": pattern.New(`l·l|ció$`),
	"cs": pattern.New(`[řůě]`),
	"es": pattern.New(`[ñ¿¡]|ción$|ciones$`),
	"it": pattern.New(`zion[ei]$`),
	"pt": pattern.New(`(?:ç|s)(?:ão|ões)$`),
}

// whole is what one word counts for the language that alone has it; it is divided evenly by all up to ten.
const whole = 2520

// GuessLanguage counts the commonest words. One that several languages have counts
// little for each: "de" and "la" tell nothing of French and Catalan.
func GuessLanguage(paras []Para) string {
	if lang := byLetters(paras); lang != "" {
		return lang
	}
	return mostOf(tellingWords(paras))
}

// PlainLanguage is the language of a text that is said to be in named: that, unless its
// words are another's beyond doubt, at least four that no other has and thrice as many as are
// of the one that is named.
func PlainLanguage(named string, paras []Para) string {
	said := Base(named)
	lang := byLetters(paras)
	if lang == "" {
		counts := tellingWords(paras)
		if lang = mostOf(counts); counts[lang] < 4*whole || counts[lang] < 3*counts[said] {
			return named
		}
	}
	_, letters := ownLetters[said]
	if Base(lang) == said || commonest()[said] == nil && !letters && said != "zh" {
		return named // it is that, or nothing here would tell that it is
	}
	return lang
}

// mostOf is the language that most words are of. Where several have as many, it is the
// one that more releases are written in; English where no word tells.
func mostOf(counts map[string]int) string {
	best := "en"
	for _, lang := range append(strings.Fields("es fr de it pt nl"), slices.Sorted(maps.Keys(commonest()))...) {
		if counts[lang] > counts[best] {
			best = lang
		}
	}
	return best
}

// tellingWords counts what words tell of each language.
func tellingWords(paras []Para) map[string]int {
	counts := make(map[string]int)
	for _, p := range paras {
		for _, w := range strings.Fields(strings.ToLower(p.Text)) {
			if w = strings.Trim(w, ".,;:!?“”„«»\"'()"); w == "et" && easternTime.MatchString(p.Text) {
				continue // Eastern Time
			}
			for lang, signs := range tellingSigns {
				if signs.MatchString(w) {
					counts[lang] += whole
				}
			}
			var having []string
			for lang, set := range commonest() {
				if set[w] {
					having = append(having, lang)
				}
			}
			for _, lang := range having {
				counts[lang] += whole / len(having)
			}
		}
	}
	return counts
}

// PublicBody are words with a capital that no parents give a child.
var PublicBody = WordSet(`parliament congress senate citizens residents people members workers mayors ministers leaders republic kingdom
	state states county city town secretary friends house voices heads lord lords`)
