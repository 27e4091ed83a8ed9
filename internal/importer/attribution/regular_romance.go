package attribution

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// In Spanish, French, Italian and Portuguese the office stands before the body, in small letters, and the body begins with its noun:
// "directora de la Fundación Mar", "présidente du laboratoire Marées". From that noun on, all that is left is the body's name.

// romanceNoun are the nouns with which a body's name begins there.
var romanceNoun = strings.Join(strings.Fields(`
	academia accademia académie acadêmia academía agence agencia agência agenzia alianza aliança alleanza alliance ayuntamiento
	amigos amigas amici amiche amis amies agrupación archivo archivio archives arquivo associação association associazione asociación
	atelier autorité autoridad autoridade autorità azienda banca banco banque biblioteca bibliothèque caisse caixa caja cassa casa
	cámara câmara camera cantiere cantieri centro centre círculo cercle circolo chambre chantier choeur chœur cinémathèque cineteca
	cinemateca clínica clinique clinica club clube coalizione coalition coalición coligação colegio colégio collège collegio
	colectivo coletivo collectif collettivo comisión comissão commission commissione comité comitê comitato communauté comunidad
	comunidade comunità comune companhia compañía compagnia compagnie confederación confederação confédération confederazione
	consorcio consórcio consorzio consortium consejo conseil consiglio conselho consejería conservatoire conservatorio conservatório
	cooperativa coopérative coordinadora coordinamento coordination coordenação corale coro corporación diputación delegación ente
	ensemble escuela escola école escolania estaleiro établissement facultad faculdade facoltà faculté federación federação
	fédération federazione festival filmoteca fondation fondazione fundación fundação fonds fondo foro forum fórum fábrica frente
	gremio groupe grupo gruppo groupement gobierno governo gouvernement hospital hôpital iglesia igreja institut instituto istituto junta
	laboratorio laboratório laboratoire lega liga ligue liceo liceu lycée mairie maison mancomunidad mesa ministerio ministério
	ministère ministero mission movimiento movimento mouvement museo museu musée mutuelle mutua observatorio observatório observatoire
	osservatorio office ong onlus opéra opera ópera ordre ordem ordine organización organização organisation organizzazione orquesta
	orquestra orchestre orchestra ospedale parc parco parque parti partido partito parlamento parlement patronato plataforma plateforme
	piattaforma politecnico politécnico préfecture prefettura prefeitura provincia protezione real región région regione red rede rete
	réseau residencia scuola secretaría secretaria sindicato sindacato syndicat sociedad sociedade société società teatro théâtre
	tribunal tribunale tribunali unión união union unione universidad universidade università université ville`), "|")

// romanceParts are what the ways are made of, as in regularWays; to is what leads from an office to a body, and for what leads to
// whom somebody speaks for.
var romanceParts = map[string]struct{ to, in string }{
	"es": {`(?:del|de la|de las|de los|de|en el|en la|en los|en las|en) `, `(?:[Dd]esde|[Ee]n nombre de|[Pp]or)(?: la| el| los| las|l)?`},
	"fr": {`(?:(?:de la|du|des|de|chez la|chez le|chez les|chez|à la|à|au|aux|au sein du|au sein de la|au sein de|au sein des|` +
		`pour la|pour le|pour|pour les) |` +
		`(?:de l|d|à l|au sein de l|pour l|chez l)[’'])`, `(?:[Aa]u nom|[Pp]our)(?: de la| du| des| de| le| la| les)?`},
	"it": {
		`(?:(?:del|dello|della|dei|degli|delle|di|presso|presso il|presso la|per|al|alla|in) |(?:dell|presso l|all)[’'])`,
		`(?:[Aa] nome|[Pp]er)(?: della| del| dei| di| il| la| i)?`,
	},
	"pt": {`(?:do|da|dos|das|de|no|na|nos|nas|em|pel[oa]) `, `(?:[Ee]m nome|[Pp]el[oa])(?: d[oae]s?)?`},
}

const (
	// romanceName is somebody, with what may stand before the name.
	romanceName = `((?:(?:Dra?|Dre|Prof|Mme|M|Mlle|Sra?|dott|dott\.ssa|Ing|Lic|D|Dña)\.? )?` +
		`\p{Lu}[\p{L}’'.-]*(?: (?:\p{Lu}[\p{L}’'-]*\.?|de|del|la|di|da|do|dos|von|van|y|e|el|le)){0,3} \p{Lu}[\p{L}’'-]*` + `)`
	// romanceThe stands before an office or a name, perhaps.
	romanceThe = `(?:(?:[Ll][ae]|[Ee]l|[Ii]l|[Oo]|[Aa]|[Uu]na?|[Uu]ne|[Uu]ma?) |[Ll][’'])?`
	// romanceArticle stands before the name of a body.
	romanceArticle = `(?:la|le|les|el|los|las|il|lo|i|gli|o|a|os|as) |l[’']`
)

// regularRomance are the ways of these languages.
var regularRomance = func() map[string][]regularWay {
	out := map[string][]regularWay{}
	for lang, p := range romanceParts {
		parts := map[rune]string{
			'n': romanceName,
			'o': `(\p{Ll}[\p{L}’'-]*(?: (?:\p{Ll}[\p{L}’'-]*|CEO|CFO|CTO|COO))*?|CEO|CFO|CTO|COO)`,
			'b': `((?:\p{Lu}|(?:` + romanceNoun + `) )[^,;:“”"()]*?)(?: \(\p{Lu}[\p{L}\d.-]*\))?`,
			't': romanceThe,
			'e': `((?:\p{Lu}|(?:` + romanceNoun + `) )[^,;:“”"()]*?(?:` + p.to + `|[’'])\p{Lu}[\p{L}-]*|` +
				`\p{Lu}[^ ,;:“”"()]*)(?: \(\p{Lu}[\p{L}\d.-]*\))?`,
			'N': `(\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}’'-]+)`,
			's': `(?:` + romanceArticle + `)?`,
			'p': p.to,
			'f': p.in + `(?: |l?[’'])`,
		}
		out[lang] = waysOf(parts,
			`{t}{n}, {t}{o} {p}{b}`,
			`{t}{n}, {t}{o}(?:,| –| —) {s}{b}`,
			`{t}{o} {p}{b}, {n}`,
			`{t}{o} {n}, {p}{b}`,
			`{t}{n},? {p}{b}`,
			`{t}{n} \({s}{b}\)`,
			`{t}{n} \({o}, {s}{b}\)`,
			`{t}{n},? {f}{b}`,
			`{f}{b}, (?:{t}{o} )?{n}`,
			`{t}{o} {p}{e} {N}`,
		)
	}
	return out
}()

// regularInRomance is a speaker who is named in one of them.
func (d *Copy) regularInRomance(phrase string) (Speaker, bool) {
	ways := regularRomance[d.Base()]
	if ways == nil {
		return Speaker{}, false
	}
	phrase = strings.TrimRight(phrase, " –—")
	for range 3 {
		if who, ok := d.inRomance(phrase, ways); ok {
			return who, true
		}
		m := furtherWords.FindStringIndex(phrase)
		if m == nil {
			break
		}
		phrase = phrase[:m[0]]
	}
	return Speaker{}, false
}

// forWhomAhead leads to a body at the beginning of a phrase.
var forWhomAhead = pattern.New(`^(?:Desde|En nombre|Por|Au nom|Pour|A nome|Per|Em nome|Pel[oa])(?: |$)`)

// bodyAhead reads who speaks for the body at the beginning of a phrase, where both are named regularly: "Desde la Fundación Mar,
// Ana Ruiz".
func (d *Copy) bodyAhead(phrase string) (Speaker, bool) {
	if !forWhomAhead.MatchString(phrase) || regularRomance[d.Base()] == nil {
		return Speaker{}, false
	}
	return d.regular(strings.TrimRight(phrase, "., "))
}

// whoIs leads from a name to an office, where others have a comma alone: "Ana Ruiz, quien es directora".
var whoIs = pattern.New(`^(\p{Lu}[^,]*, )(?:quien es|qui est|che è|que é) (?:(?:la|el|le|il|o|a) |l[’'])?`)

// boards are those of bodies.
const boards = `(?i:con(?:seil|sejo|siglio|selho) (?:d[’']administration|de surveillance|de administra(?:ción|ção)|` +
	`di amministrazione|direttivo|` +
	`directivo|diretor|rector|fiscal|municipal|comunale|scientifique)|comit[éêa](?:to)? (?:de direction|ejecutivo|executivo|` +
	`exécutif|direttivo|` +
	`directivo|directeur|organizador|scientifique|scientifico|científico)|[Jj]unta [Dd]irectiva|direção)`

// kindBefore says in small letters of what kind a body is, before its name, and is no part of that: "el sindicato Puerto Unido".
var kindBefore = pattern.New(`^(?:organiza(?:ción|ção)|organi[sz]ation|organizzazione|associa(?:ção|tion|zione)|asociación|` +
	`sindic?ato|sindacato|syndicat|grupp?o|groupe|grupo|agenc[ei]a?|agência|agenzia|` +
	`cooperativa|coopérative|ong|onlus|plataforma|plateforme|colectivo|coletivo|collectif|collettivo|red|rete|réseau|rede) (\p{Lu}.*)$`)

// onBoardOf is a part of a body, and the body behind it: "conseil d’administration de la Fondation Mer".
var onBoardOf = pattern.New(`^(` + boards + `) (?:(?:du|des|de la|de|del|de los|de las|della|dei|degli|delle|di|do|da|dos|das) |` +
	`de l[’']|d[’']|dell[’'])(.+)$`)

// offBoard gives the board of a body to the office, where it was read as the body.
func (d *Copy) offBoard(who Speaker, phrase string) Speaker {
	on := onBoardOf.FindStringSubmatch(who.Org)
	if on == nil || regularRomance[d.Base()] == nil || who.Title == "" || !prose.StartsUpper(on[2]) {
		return who
	}
	who.Org = on[2]
	office, board := strings.Index(phrase, who.Title), strings.Index(phrase, on[1])
	if office >= 0 && office < board {
		who.Title = phrase[office : board+len(on[1])]
	}
	return who
}

// furtherWords are what a phrase goes on with behind a comma: "qui exploite la ligne", "lundi devant la presse".
var furtherWords = pattern.New(`, [\p{Ll}\d][^,]*$`)

// inRomance is a speaker who is named in one of the ways.
func (d *Copy) inRomance(phrase string, ways []regularWay) (Speaker, bool) {
	for _, way := range ways {
		r, ok := way.read(phrase)
		if !ok {
			continue
		}
		who := Speaker{Name: r.name, Title: r.office, Org: r.body, Ok: true}
		if on := onBoardOf.FindStringSubmatch(who.Org); on != nil {
			who.Org = on[2]
			// The office is on that board where it stands before it: "présidente du conseil d’administration".
			office, board := strings.Index(phrase, who.Title), strings.Index(phrase, on[1])
			if who.Title != "" && office < board {
				who.Title = phrase[office : board+len(on[1])]
			}
		}
		if d.regularName(who.Name) && (who.Title == "" || d.officeInRomance(who.Title)) && d.romanceBody(who.Org) {
			if named := kindBefore.FindStringSubmatch(who.Org); named != nil {
				who.Org = named[1]
			}
			return who, true
		}
	}
	return Speaker{}, false
}

// officeInRomance tells the office of somebody who speaks for a body.
func (d *Copy) officeInRomance(office string) bool {
	first := prose.FirstWord(office)
	if furtherOffice.MatchString(office) {
		return true
	}
	return d.regularOffice(office) && (d.IsTitle(first) || first == "project" || first == "ex") && !ofRomanceName[prose.LastWord(office)]
}

// endCutByIn takes an organisation back that was read as what is in the name of one: "sindicato Marinos en Pie". What stands behind
// "en" may be where it is as well.
func (d *Copy) endCutByIn(who Speaker, phrase string) Speaker {
	m := bodyWithIn.FindStringSubmatch(strings.TrimRight(phrase, "., "))
	if m != nil && regularRomance[d.Base()] != nil && (who.Org == m[2] || who.Org == m[1]) {
		who.Org, who.Unsure = release.Unknown, endByIn
		who.Title = upToBody.ReplaceAllString(who.Title, "")
	}
	return who
}

const endByIn = "what stands behind the last “en”, “in” or “em” is of the organisation's name, or is where it is; " +
	"write the name instead of the ?"

// bodyWithIn is a noun of bodies with a name that has an "in" within.
var bodyWithIn = pattern.New(`\b(?:` + romanceNoun + `) (\p{Lu}[^,;:]*?) (?:en|in|em) (\p{Lu}[^,;:]*?)(?:, \p{Lu}[^,;:]*)?$`)

// upToBody is the body at the end of an office that was read too far.
var upToBody = pattern.New(` (?:del|de la|della|dello|da|do|du) (?:` + romanceNoun + `)(?: \p{Lu}.*)?$`)

var (
	// furtherOffice are offices in words that are none elsewhere.
	furtherOffice = pattern.New(`^(?:volont?[aá]ri[oa]|volunt[aá]ri[oa]|` +
		`inge(?:ni|gn)er[oa]|bénévole|chargée? de|principale?|entraîneu(?:se|r)|` +
		`allenat(?:ore|rice)|treinadora?|entrenadora?|tesorier[ae]|tesoureir[oa]|porta-voz|responsável|sóci[oa]-gerente|` +
		`maître(?:sse)? de conférences)(?: |$)`)
	// beginsBody is such a noun, in a name of more words.
	beginsBody = pattern.New(`^(?i:` + romanceNoun + `) (\S+)`)
	// boardOrUnit is a part of a body, or of a parliament: whose it is stands behind it, or elsewhere.
	boardOrUnit = pattern.New(`^(?i:` + boards + `|commission|comissão|commissione|comisión|facultad|faculdade|facoltà|faculté)\b`)
	// romanceCampaign is what those are called who are for something or against it: "Mujeres al Timón", "Sauvons le Quai".
	romanceCampaign = pattern.New(`^(?:Mujeres|Femmes|Donne|Mulheres|Jóvenes|Jeunes|Giovani|Jovens|Médicos|Médecins|Medici|` +
		`Ecologistas|Écologistes|` +
		`Vecin[oa]s|Vizinhos|Ciudadan[oa]s|Citoyens|Cittadini|Cidadãos|Salvemos|Sauvons|Salviamo|Parents|Padres|Madres|Mères|Mães|` +
		`Mamme|Genitori|` +
		`Abogad[oa]s|Avocats|Periodistas|Científic[oa]s|Agriculteurs|Pescadores|Marinos|Marins|Voces|Voix|Voci|Vozes) ` +
		`(?:al|a la|por|contra|sin|en|para|pour|contre|sans|à la|au|aux|per|contro|senza|ao|à|pelo|pela|sem|em|del|de la|de las|des|` +
		`delle|das|de|` +
		`le|la|el|il|o|os|los|les|i) (?:l[ae]s? |el |los |il |o |a )?\p{Lu}`)
	// ofRomanceName are the small words within a name that begins with none of the nouns.
	ofRomanceName = prose.WordSet(`de del la las los el y e du des le les et pour per por para contra contre da do dos das
		della dei delle degli dello di o os as il lo i gli &`)
	// joinsTwo are those between two of a kind.
	joinsTwo = prose.WordSet(`y e et ed & i`)
	// notOfName are small words with which a sentence goes on behind a name.
	notOfName = prose.WordSet(`en in à a ao al alla au aux ante sobre desde durante tras entre según segundo secondo selon como comme come
		quien que che qui chez dans avec con com lors depuis presso dopo nella nel nelle no na nos nas em hasta hoy ayer ieri oggi hier hoje
		ontem este esta esto ce cette
		questo questa se su sus son sa ses sua seu seus suo non não un une una uno um uma ou oder ha a-t-il est è é es fue fut`)
)

// romanceBody tells the name of one body, whole: it begins with a noun of bodies, or is spelled as no other name is.
func (d *Copy) romanceBody(name string) bool {
	if strings.Contains(name, "  ") || strings.ContainsAny(name, "“”«»\"") || stopWithin.MatchString(name) {
		return false
	}
	toks := prose.Tokens(name)
	if len(toks) == 0 || len(toks) > 12 {
		return false
	}
	if romanceCampaign.MatchString(name) {
		return d.smallWordsJoin(toks[2:], true)
	}
	m := beginsBody.FindStringSubmatch(name)
	switch {
	case m == nil:
		firm := len(toks) == 1 && spelledAsFirm.MatchString(name) || prose.Lettered.MatchString(name) || romanceFirm.MatchString(name)
		return firm && toks[0].Capital && !joinedByOf.MatchString(name) && !d.IsTitle(toks[0].Text)
	case boardOrUnit.MatchString(name):
		return false
	case !toks[0].Capital && !smallNounThenName.MatchString(name):
		return false
	}
	return d.smallWordsJoin(toks[1:], false)
}

var (
	// smallNounThenName is a noun in small letters with the name at once, or what joins the two.
	smallNounThenName = pattern.New(`^\p{L}+ (?:(?:de|del|de la|de los|de las|du|des|di|della|dei|delle|degli|do|da|dos|das) |` +
		`de l[’']|d[’']|dell[’'])?` +
		`[\p{Lu}\d]`)
	// joinedByOf joins what is of something, or for it.
	joinedByOf = pattern.New(` (?:d[eiou]|del|des|dell[ao]|dei|d[ao]s?|degli|delle|para|per|pour|por) |[ ’'](?:d|l|dell)[’']`)
	// stopWithin ends a sentence.
	stopWithin = pattern.New(`\p{Ll}{2,}\. `)
	// romanceFirm ends with the letters of its legal form.
	romanceFirm = pattern.New(`\S (?:S\.?A\.?(?:S\.?|U\.?)?|S\.?L\.?(?:U\.?)?|S\.?p\.?A\.?|S\.?r\.?l\.?|SARL|Lda\.?|Ltda\.?|` +
		`& (?:Fils|Figli|Filhos|Hijos)|[ey] (?:Hijos|Filhos|Figli))$`)
	// unitWithin is a second body in the name of one.
	unitWithin = pattern.New(`^(?:Universi|Minist|Fondation|Fondazione|Fundación|Fundação|Ayuntamiento|Comune|Mairie|Région|` +
		`Regione|Junta|Gobierno|Governo|` +
		`Parlament|Parlement|Hospital|Hôpital|Ospedale|Federa|Fédération|Associa|Asocia|Diputación|Prefeitura|Confedera|Confédération)`)
)

// smallWordsJoin tells words of which all have a capital but for those that join them; strict leaves no other small words, as
// those that say of what kind a body is: "Comité regional de pesca".
func (d *Copy) smallWordsJoin(toks []prose.Token, strict bool) bool {
	if len(toks) == 0 {
		return false
	}
	for i, t := range toks {
		w := strings.ToLower(t.Text)
		joins := ofRomanceName[w]
		for _, elided := range []string{"l’", "l'", "d’", "d'", "dell’", "dell'", "all’", "all'"} {
			joins = joins || strings.HasPrefix(w, elided) && len(w) > len(elided)
		}
		switch {
		case t.Capital && unitWithin.MatchString(t.Text) && i > 0:
			return false
		case t.Capital, prose.HasLetter(t.Text) && strings.ContainsAny(t.Text, "0123456789"):
		case joins && i+1 < len(toks):
		case joins && len([]rune(w)) > 4 && strings.ContainsAny(w, "’'") && !strict: // "d’administration" ends it
		case strict, notOfName[w], i > 0 && joinsTwo[strings.ToLower(toks[i-1].Text)], d.IsTitle(t.Text), !onlyLetters.MatchString(t.Text):
			return false
		case i+1 == len(toks) && i > 0 && !ofRomanceName[strings.ToLower(toks[i-1].Text)] && toks[i-1].Capital:
			return false
		}
	}
	return !slices.ContainsFunc(toks[len(toks)-1:], func(t prose.Token) bool { return ofRomanceName[t.Text] })
}

var onlyLetters = pattern.New(`^[\p{L}’'-]+$`)
