package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Other languages than English name whom they have named by a noun: "la chercheuse" is who spoke
// last, "o presidente da associação" leads the association that the text names, and "su vocera"
// speaks for the one of which the sentence before tells.

// callings are nouns for people, each with what else somebody is called who is meant by them, as
// far as it is said of their office: the beginnings of words.
var callings = []struct{ nouns, offices *pattern.Pattern }{
	{
		pattern.New(`^(?:chercheur|chercheuse|scientifique|universitaire|investigadora?|científic[oa]|` +
			`ricercatore|ricercatrice|scienziat[oa]|` +
			`studios[oa]|docente|pesquisadora?|cientista|professora?|profesora?|professeure?|professore|professoressa|enseignante?|` +
			`onderzoekster|onderzoeker|wetenschapper|hoogleraar|forscher(?:in)?|wissenschaftler(?:in)?|` +
			`\p{Ll}+(?:iker|ikerin|ologe|ologin)|` +
			`expert[oa]?|experte|expertin|especialista|spécialiste|autora?|auteure?|autrice|autore|biólog[oa]|` +
			`biologiste|bioloog|químic[oa]|físic[oa]|historiadora?|académic[oa]|acadêmic[oa]|economista|` +
			`\p{Ll}{2,}ólog[oa])$`),
		pattern.New(`(?i)^(?:cherch|scientif|professe|profeso|professo|investig|científ|catedr|doctor|docent|` +
			`ricerc|scienz|pesquis|cientist|` +
			`onderzoek|hoogler|wetensch|forsch|wissensch|biólog|químic|chemi|physik|físic|physic|expert|` +
			`especial|spéciali|directrice de rech|histori|académic|acadêmic|economi|jef[ea] científ|` +
			`directeur de rech|maître|autor|auteur|autric|\p{L}+(?:forscher|wissenschaftler|olog|ólog|iker))`),
	},
	{
		pattern.New(`^(?:dirigeante?|responsable|responsabile|responsável|directiv[oa]|empresari[oa]|` +
			`entrepreneure?|imprenditore|imprenditrice|` +
			`dirigente|dirigenta|manager|ondernemer|unternehmer(?:in)?|fondateur|fondatrice|fundadora?|topman|topvrouw)$`),
		pattern.New(`(?i)^(?:président|president|directeur|directrice|director|direttore|direttric|` +
			`diretor|pdg|ceo|gérant|gerente|` +
			`cofond|fond|fundad|amministra|consejer[oa] delegad|administrad|geschäftsf|gründer|secretari|` +
			`segretari|secrétai|` +
			`delegad|responsa|vocer|portavoz|porte-parole|coordinad|coordenad|bestuur|oprichter|líder|dirigente)`),
	},
	{
		pattern.New(`^(?:legisladora?|regidora?|edila?|primer edil|primera edil|élue?|édile|première magistrate|` +
			`premier magistrat|prim[oa] cittadin[oa]|autarca|` +
			`gestora?|político|política|parlementaire|parlamentari[oa]|parlamentar|politic[oa]|mandatari[oa]|primer mandatario|` +
			`jef[ea] comunal|gobernante|governante|jerarca|gouverneur|bewindsman|bewindsvrouw|rathauschef(?:in)?)$`),
		pattern.New(`(?i)^(?:alcald|concejal|regidor|diputad|maire|adjointe?|sénat|déput|conseill|sindac|` +
			`assessor|consiglier|deputat|senator|` +
			`prefeit|vereador|deputad|presidente da câmara|minist|gobernador|governador|intendent|vicepresident|` +
			`presidente? de la república|presidente da junta|portavoz (?:adjunt[oa] )?d(?:el?|a) grupo|porta-voz d[ao] (?:bancada|grupo)|` +
			`wethouder|burgemeester|staatssecretaris|bürgermeister|oberbürgermeister)`),
	},
	{
		pattern.New(`^(?:activista|ativista|attivista|militante?)$`),
		pattern.New(`(?i)^(?:président|president|secretari|segretari|secrétai|coordin|coorden|vocer|portavo|porte-parole|fundad|` +
			`fondat|dirigente|miembro|membro|membre|voluntari|volontari|activista|ativista|attivista|militant)`),
	},
	{
		pattern.New(`^(?:(?:alt[oa] )?(?:ejecutiv[oa]|executiv[oa]))$`),
		pattern.New(`(?i)^(?:gerente|president|vicepresident|vice-presidente|directora?|diretora?|ceo|cofundad|fundad|` +
			`administrad|consejer[oa] delegad)`),
	},
	{
		pattern.New(`^(?:autoridad|autoridade|autorità|autorité|funcionari[oa]|esponente)$`),
		pattern.New(`(?i)^(?:alcald|minist|secretari|subsecretari|gobernador|governador|intendent|seremi|delegad|sindac|assessor|` +
			`prefeit|consiglier|deputat|senator|capogruppo|segretari|préfet|diputad|director|diretor|subdirector|coordinad|coordenad|jef[ea] )`),
	},
	{
		pattern.New(`^(?:titular|ministr[oa]|secretari[oa]|secretári[oa]|chefe) (?:de la cartera|de la dependencia|del ministerio|` +
			`de la institución|` +
			`del ramo|da pasta|do ministério)$|^(?:secretari[oa] de Estado|governante)$`),
		pattern.New(`(?i)^(?:minist|secretari|secretári|consejer|subsecretari)`),
	},
	{
		pattern.New(`^(?:prelad[oa]|religios[oa]|purpurado|sacerdote|pastor|párroco|pároco)$`),
		pattern.New(`(?i)^(?:obisp|arzobisp|bisp|arcebisp|cardenal|cardeal|párroc|pároc|vicari|vigári|coordinad|coordenad|vocer|` +
			`rector|reitor|padre|abad|superior|priora)`),
	},
	{
		pattern.New(`^(?:magistrad[oa]|persecutora?|juzgadora?|julgadora?|promotora?|procuradora?)$`),
		pattern.New(`(?i)^(?:juez|juiz|juíz|magistrad|fiscal|promotor|procurador|desembargador)`),
	},
	{
		pattern.New(`^(?:cirujan[oa]|médic[oa]|facultativ[oa]|galen[oa]|clínic[oa]|cirurgi(?:ão|ã)|internista)$`),
		pattern.New(`(?i)^(?:médic|doctor|doutor|cirujan|cirurgi|jef[ea] de[l ]|chefe d|director|diretor|coordinad|coordenad|` +
			`\p{L}+(?:ólog|olog)|` +
			`internista|pediatra)`),
	},
	{
		pattern.New(`^(?:alumn[oa]|estudiante|joven|alun[oa]|estudante|jovem)$`),
		pattern.New(`(?i)^(?:alumn|estudiante|alun|estudante|universitári)`),
	},
	{
		pattern.New(`^(?:prélat|prelato|presule|prelado|porporato)$`),
		pattern.New(`(?i)^(?:évêque|archevêque|cardinal|vescov|arcivescov|obispo|arzobispo|bispo|arcebispo)`),
	},
	{
		pattern.New(`^(?:letrad[oa]|jurista)$`),
		pattern.New(`(?i)^(?:abogad|letrad|jurista|asesora? jurídic|directora? .*jurídic|responsable .*jurídic|advogad|avvocat)`),
	},
	{
		pattern.New(`^(?:sindicalista|syndicaliste|vakbondsman|vakbondsvrouw|vakbondsvoorman|bondsvoorman|voorman|` +
			`gewerkschafter(?:in)?|avocate?|` +
			`abogad[oa]|avvocat[oa]|advogad[oa])$`),
		pattern.New(`(?i)^(?:secretari|segretari|secrétai|bestuur|voorzit|vorsitz|verhandlungs|abogad|avocat|avvocat|advogad|` +
			`delegad|délégué)`),
	},
}

// ofTheirTown is where somebody is from, as an adjective behind what they are.
var ofTheirTown = pattern.New(`^(?:dem|verde|regional|regionale|municipal|sanitaria|local|` +
	`provincial|estatal|estadual|departamental|comunal|autonómic[oa]|insular|foral|distrital|federal|nacional|policial)$|` +
	`^\p{Ll}{3,}(?:ense|enses|eñ[oa]|an[oa]|ain|aine|ais|aise|ese|ois|oise)$`)

// calling reads such a noun, with its article: whom it means is who spoke last, if that is
// somebody whose office says so.
func (d *Copy) calling(phrase string) (Speaker, bool) {
	m := definiteOffice.FindStringSubmatch(strings.Trim(d.withoutAdverbs(phrase), " .,"))
	if m == nil || d.English() {
		return Speaker{}, false
	}
	noun := strings.ToLower(m[1] + m[2])
	if first, rest, _ := strings.Cut(noun, " "); ofTheirTown.MatchString(rest) && !calls(noun) {
		noun = first // "la mandataria marlovense"
	}
	for _, c := range callings {
		if !c.nouns.MatchString(noun) {
			continue
		}
		last := d.meant()
		if !c.offices.MatchString(last.Title) && !c.offices.MatchString(last.Title+" da "+last.Org) {
			last = Speaker{}
		}
		for _, who := range []Speaker{last, d.namedWith(c.offices), d.onlyWith(c.offices, m[0])} {
			if who.Ok && who.Name != "" && !ofTheOtherGender(m[0], who.Title) {
				return who, true
			}
		}
	}
	return Speaker{}, false
}

// calls tells such a noun.
func calls(noun string) bool {
	for _, c := range callings {
		if c.nouns.MatchString(noun) {
			return true
		}
	}
	return false
}

// namedWith is the only one whom the words since the last quote name with such an office right before the
// name: "con la presencia del gobernador Ana Ruiz".
func (d *Copy) namedWith(offices *pattern.Pattern) Speaker {
	found := Speaker{}
	for _, m := range personNamed.FindAllStringSubmatch(d.since, prose.MostFound) {
		name := strings.TrimRight(m[2], ".")
		who, ok := d.joinedOffice(name)
		if !ok {
			who = Speaker{Title: strings.Trim(m[1], "(“"), Name: name, Ok: true}
		}
		if !d.IsTitle(who.Title) || !offices.MatchString(who.Title) || prose.IsOrganisation(who.Name) || who.Name == found.Name {
			continue
		}
		if found.Name != "" {
			return Speaker{}
		}
		found = who
	}
	return found
}

// namedSince is whom the last sentence before words in marks names as its subject, and nobody else:
// "La marinera Ana Ruiz, de 46 años, se emocionó. “…”, contó."
func (d *Copy) namedSince() Speaker {
	text := strings.TrimSpace(d.since)
	if d.English() || text == "" || prose.LongPara(text) {
		return Speaker{}
	}
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		text = text[at+1:]
	}
	for range mostBetween {
		from := prose.LastSentence(text, d.Cat)
		sentence := strings.TrimSpace(text[from:])
		who := d.subjectOf(sentence)
		m := aboutIt.FindStringSubmatch(sentence)
		if !who.Ok && d.german() {
			who = d.germanSubject(sentence)
		}
		if who.Ok || m == nil || from == 0 || prose.Bodies[m[1]] || prose.Descriptors[m[1]] || prose.General[m[1]] ||
			d.severalNamed("– "+sentence, "") {
			return who
		}
		text = strings.TrimSpace(text[:from]) // it names nobody
	}
	return Speaker{}
}

// mostBetween is how many sentences may stand between such a one and the words.
const mostBetween = 3

// aboutIt begins a sentence about something, or somebody without a name.
var aboutIt = pattern.New(`^(?:El|La|Los|Las|Il|Lo|Le|Les|O|A|Os|As|L[’']) ?(\p{Ll}{3,}) `)

// subjectOf is whom a sentence names as its subject, and nobody else.
func (d *Copy) subjectOf(sentence string) Speaker {
	if who, ok := d.takingPart(sentence); ok {
		return who
	}
	if who := d.speakerFor(sentence); who.Ok {
		return who
	}
	sentence = d.withoutLead(inTheirView.ReplaceAllString(sentence, ""))
	if m := officeAndComma.FindStringSubmatchIndex(sentence); m != nil && m[2] == 0 && !prose.HasOpening(sentence) &&
		!d.severalNamed(sentence[m[1]:], sentence[m[4]:m[5]]) {
		return d.one(sentence[:m[5]])
	}
	m := subjectNamed.FindStringSubmatch(sentence)
	if m == nil || d.romance() && towards.MatchString(prose.FirstWord(m[2])) {
		return Speaker{}
	}
	if prose.HasOpening(sentence) || toSomebody.MatchString(m[1]) || d.severalNamed(sentence[len(m[0]):], m[2]) {
		return Speaker{}
	}
	phrase := m[1] + m[2]
	if d.nordic() && qualityFirst.MatchString(m[1]) {
		phrase = strings.ToLower(phrase[:1]) + phrase[1:] // "Daglig leder"
	}
	if apposition := strings.Trim(m[3], ", "); apposition != "" && !age.MatchString(apposition) {
		phrase += ", " + apposition
	} else if d.nordic() && m[3] == "" {
		phrase += atNounBehind.FindString(strings.TrimRight(sentence[len(strings.TrimRight(m[0], " ")):], "."))
	}
	who := d.one(phrase)
	if !who.Ok || who.Name == "" || !strings.HasSuffix(m[2], prose.LastWord(who.Name)) || prose.IsOrganisation(who.Name) {
		return Speaker{}
	}
	if strings.TrimSpace(m[1]) == "" && m[3] == "" && !d.isKnown(who.Name) {
		return Speaker{} // perhaps a firm
	}
	return who
}

// toSomebody ends what stands before a name that is no subject: "Agradeció al presidente Ana Ruiz".
var toSomebody = pattern.New(`(?:^| )(?:al|a la|ao|à|au|alla|allo) (?:\p{Ll}+ )?$`)

// inTheirView begins a sentence that tells how somebody sees it.
var inTheirView = pattern.New(`^(?:Für|Pour|Voor|Para|Per|Según|Segundo|Secondo|Selon|Volgens|Laut|Enligt|Ifølge|Soddisfatt[oa]) `)

// subjectNamed is the beginning of a sentence with somebody's name, an office before it and what
// stands between commas behind.
var subjectNamed = pattern.New(`^((?:[\p{Lu}\p{Ll}][\p{Ll}’'-]*(?: \p{Ll}[\p{L}’'-]*){0,6},? )?)` +
	`(\p{Lu}[\p{L}’'-]+(?: (?:(?:da|de|do|dos|van|von|der|den|di|du|la|le|el|Le|La|De) ){0,2}\p{Lu}[\p{L}’'-]+){1,3})` +
	`(, [^,.:;“”"«»]{3,80}, )? ?`)

// severalNamed tells that a text names another person than this one.
func (d *Copy) severalNamed(text, name string) bool {
	for _, m := range personNamed.FindAllStringSubmatch(text, prose.MostFound) {
		if m[2] != name && !prose.IsOrganisation(m[2]) && !(d.nordic() && atNordic[m[1]]) {
			return true
		}
	}
	return false
}

// meantOrUnsaid is whom words mean that name nobody: "dit-il", "añadió".
func (d *Copy) meantOrUnsaid() Speaker {
	if who := d.meant(); who.Ok {
		return who
	}
	for _, who := range []Speaker{d.oneBefore(""), d.officeLeads()} {
		if who.Ok {
			return who
		}
	}
	return nobodySays()
}

// officeLeads is the only one with an office with which the sentence begins that leads on to words: "La alcaldesa pidió calma: “…”, dijo."
func (d *Copy) officeLeads() Speaker {
	lines := strings.Split(strings.TrimSpace(d.since), "\n")
	m := officeLeading.FindStringSubmatch(lines[len(lines)-1])
	if m == nil || !d.IsTitle(m[2]) {
		return Speaker{}
	}
	if who := d.Parse(strings.ToLower(m[1]) + " " + m[2]); who.Ok && who.Name != "" {
		return who
	}
	return Speaker{}
}

// officeLeading is an office with an article at the beginning of a sentence that ends with a colon.
var officeLeading = pattern.New(`^(El|La|O|A|Il|Lo) (\p{Ll}[\p{L}-]+) [^.]*:$`)

// nobodySays is somebody who is not told: words of theirs are a quote, and whose is "?".
func nobodySays() Speaker {
	return Speaker{
		Org: release.Unknown, Ok: true,
		Unsure: "the text names nobody with these words; write who says them, and of which organisation",
	}
}

// ofNoun is a noun for an organisation behind what leads to one: "presidente da associação".
var ofNoun = pattern.New(`(?:^|[\s,])(?:(?:des|der|vom|von der|beim|bei der|du|de la|del|della|dello|do|da|` +
	`van de|van het)\s|(?:de l|dell)[’'])` +
	`(\p{L}+)(?:$|[\s,.])`)

// otherBodies are further nouns for organisations.
var otherBodies = prose.WordSet(`réseau red rede rete ligue liga lega colectivo coordinamento coordination
	movimento movimiento mouvement comissão comisión commissione kammer partei bond fraktion kreistagsfraktion
	observatorio observatório osservatorio observatoire iniciativa iniziativa
	waterschap coöperatie hogeschool kunsthalle theater teatro théâtre kollektiv
	hôpital clinique centre festival brasserie mutuelle diocèse paroisse école lycée collège métropole office agence chambre club`)

// genitiveEnd is the ending of a German noun in the case behind "des".
var genitiveEnd = pattern.New(`^(\p{L}+?)(?:ses|es|s)$`)

// bodyOfNoun is the one organisation that the text names and that such a noun can mean: one whose
// name begins with it, or with a compound of it; "" for none, or for two.
func (d *Copy) bodyOfNoun(noun string) string {
	nouns := []string{strings.ToLower(noun)}
	if d.german() {
		if m := genitiveEnd.FindStringSubmatch(nouns[0]); m != nil {
			nouns = append(nouns, m[1], m[1]+"s")
		}
	}
	found := ""
	for _, n := range nouns {
		if !prose.Bodies[n] && !otherBodies[n] && !d.iberianBody(n) {
			continue
		}
		for text := range d.texts() {
			if d.iberian() && text == strings.ToUpper(text) {
				continue
			}
			for _, org := range d.bodiesIn(text, n) {
				switch {
				case strings.HasPrefix(found, org):
				case strings.HasPrefix(org, found):
					found = org
				default:
					return ""
				}
			}
		}
	}
	return cmp.Or(found, d.bodyOfKind(noun))
}

// bodiesIn are the names in a text that begin with a noun.
func (d *Copy) bodiesIn(text, noun string) []string {
	var out []string
	toks := prose.Tokens(text)
	for i, t := range toks {
		bare := prose.Elided(t.Text)
		word := strings.ToLower(bare)
		compound := (d.german() || d.Base() == "nl") && strings.HasSuffix(word, noun) && len(word) > len(noun)+2
		if m := smallBodyFrench.FindStringSubmatch(text[t.To-len(bare):]); word == noun && m != nil && d.Base() == "fr" {
			out = append(out, m[1])
			continue
		}
		if !prose.StartsUpper(bare) || word != noun && !compound {
			continue
		}
		org, ok := d.OrgRun(text[t.To-len(bare):])
		run := capitalsFrom(text, toks, i)
		if !prose.Lettered.MatchString(org) && strings.Contains(run, " ") {
			org = run + d.fieldsBehind(run, behind(text[t.From:], run)) // what has capitals is of the name; small letters may not be
		}
		if !ok || !strings.Contains(org, " ") || !strings.HasPrefix(org, bare) {
			continue
		}
		if i > 0 && toks[i-1].Capital && !prose.Leading[strings.ToLower(toks[i-1].Text)] && !strings.ContainsAny(toks[i-1].Text, ".,:;!?–") {
			if d.german() || i > 1 && toks[i-2].Capital && !prose.Leading[strings.ToLower(toks[i-2].Text)] {
				continue // the name begins before, and it is not sure where
			}
			org = prose.Elided(toks[i-1].Text) + " " + org
		}
		if d.german() && !prose.Lettered.MatchString(org) && !d.namedTwice(org) && !d.namedAsOrg(org) && !opensSentence(text, toks, i) {
			continue // a noun may be what somebody does: "dass der Verband Forderungen stellt"
		}
		out = append(out, d.withoutKind(org, compound))
	}
	return out
}

// withoutKind is the name of a body without what it is, a compound before it: the text has it more often without.
func (d *Copy) withoutKind(org string, compound bool) string {
	_, rest, _ := strings.Cut(org, " ")
	bare := strings.TrimSpace(legalLast.ReplaceAllString(rest, ""))
	if !compound || !d.german() || len(bare) < 4 || !prose.StartsUpper(bare) {
		return org
	}
	alone, with := 0, 0
	for text := range d.texts() {
		alone, with = alone+strings.Count(text, bare), with+strings.Count(text, prose.FirstWord(org)+" "+bare)
	}
	if alone > with && (strings.Contains(bare, " ") || rest != bare) {
		return rest
	}
	return org
}

// legalLast is the legal form at the end of a name.
var legalLast = pattern.New(` (?:e\. ?V\.|gGmbH|GmbH|AG|eG)$`)

// capitalsFrom are the words in capitals from one on, with what joins them.
func capitalsFrom(text string, toks []prose.Token, i int) string {
	end := i
	for j := i + 1; j < len(toks) && !strings.ContainsAny(toks[j-1].Text[len(toks[j-1].Text)-1:], ".,;:!?)"); j++ {
		if toks[j].Capital {
			end = j
		} else if !prose.OrgConnectors[strings.ToLower(toks[j].Text)] {
			break
		}
	}
	return strings.TrimRight(text[toks[i].To-len(prose.Elided(toks[i].Text)):toks[end].To], ".,;:!?)")
}

// opensSentence tells that a sentence begins with an article and this word.
func opensSentence(text string, toks []prose.Token, i int) bool {
	if i == 0 || !prose.Leading[strings.ToLower(toks[i-1].Text)] || !prose.StartsUpper(toks[i-1].Text) {
		return false
	}
	before := strings.TrimSpace(text[:toks[i-1].From])
	return before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "–")
}

// ofBody fills in the organisation that the text calls by a noun alone with somebody's office.
func (d *Copy) ofBody(who Speaker, phrase string) Speaker {
	if d.nordic() {
		return d.ofNordicBody(who, phrase)
	}
	if !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown || d.English() || len(phrase) > 400 {
		return who
	}
	for _, m := range ofNoun.FindAllStringSubmatch(phrase, 6) {
		if !d.german() && m[1] != strings.ToLower(m[1]) {
			continue
		}
		if org := d.bodyOfNoun(m[1]); org != "" {
			who.Org, who.Unsure = org, ""
			if at := strings.Index(who.Title, strings.TrimLeft(strings.TrimRight(m[0], " ,."), ", ")); at > 0 {
				who.Title = strings.TrimSpace(who.Title[:at])
			}
			return who
		}
	}
	return who
}

// ofThem stands before an office of an organisation of which the sentence before tells.
var ofThem = pattern.New(`^(?:[Dd]eren|[Dd]essen|[Ii]hre?r?|[Ss]eine?|[Ss]on|[Ss]a|[Ll]eur|[Ss]u|[Ss]uo|[Ss]ua|` +
	`[Ss]eu|[Zz]ijn|[Hh]aar|[Hh]un|` +
	`[Ii]l suo|[Ll]a sua|[Oo] seu|[Aa] sua)\s+(\p{L}.*)$`)

// ofThemBefore reads somebody with such an office; whose it is, is "?" where that sentence names no
// organisation, or two.
func (d *Copy) ofThemBefore(phrase string) (Speaker, bool) {
	m := ofThem.FindStringSubmatch(phrase)
	if m == nil || d.English() {
		return Speaker{}, false
	}
	head, rest, _ := strings.Cut(m[1], ", ")
	for _, w := range strings.Fields(head) {
		if theirTurn[w] {
			return Speaker{}, false
		}
	}
	who := Speaker{}
	name, _, _ := strings.Cut(rest, ",")
	if name = bareName(name); d.IsTitle(head) && prose.LooksLikeName(name) {
		who = Speaker{Name: name, Title: strings.TrimSpace(head), Ok: true}
	} else if who = d.named(head); who.Ok && who.Org != "" {
		who.Title = who.Org + " " + who.Title // "Technischer Vorstand"
	} else if !who.Ok || who.Name == "" || who.Title == "" {
		return Speaker{}, false
	}
	theirs := strings.TrimSpace(strings.TrimSuffix(phrase, m[1]))
	if who.Org = d.theirOwn(who.Name, theirs); who.Org == "" {
		who.Org, who.Unsure = release.Unknown, noneWith(theirs)
	}
	return who, true
}

// theirTurn are nouns behind "su" that are nobody: "por su parte".
var theirTurn = prose.WordSet("parte vez turno lado part côté tour volta canto modo beurt kant")
