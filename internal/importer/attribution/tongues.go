package attribution

import (
	"cmp"
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// What introduces speakers in German, French, Spanish, Italian, Dutch and Portuguese beside the
// verbs of saying.

// feelings are what somebody does who then speaks, by the language: right behind the name.
var feelings = map[string]*pattern.Pattern{
	"en": feels,
	"de": pattern.New(`^(?:ist|zeigt sich|zeigte sich|war) (?:sehr |über |auch |nicht |äußerst |besonders |` +
		`mehr als ){0,2}(?:erleichtert|zufrieden|stolz|überzeugt|` +
		`besorgt|enttäuscht|` +
		`erfreut|begeistert|dankbar)(?:[\s,.:]|$)|^(?:dankte?|lobte?|würdigte?|begrüßte?|kritisierte?|freute? sich|` +
		`bedankte? sich|betonte?|` +
		`unterstrich|unterstreicht|appellierte?)(?:[\s,.:]|$)`),
	"fr": pattern.New(`^(?:a (?:également |aussi )?(?:salué|remercié|souligné|rappelé|félicité|dénoncé|regretté|insisté)|s[’']est ` +
		`(?:félicitée?|réjouie?|inquiétée?|indignée?|dite?|montrée?|voulue?)|se (?:félicite|réjouit|dit|montre|veut)|salue|remercie|` +
		`souligne|rappelle|regrette|dénonce|(?:ne|n[’']a pas) cach(?:e|ait|é)|n[’']en revient pas|appelle|insiste|plaide|craint|espère|` +
		`(?:est|reste|demeure) (?:très |également |aussi )?(?:fière?|ravie?|satisfaite?|heureux|heureuse|convaincue?|prudente?|` +
		`confiante?|optimiste|inquiète?|sereine?|lucide|enthousiaste|déçue?|soulagée?|amère?))(?:[\s,.:]|$)`),
	"es": pattern.New(`^(?:ha |también )?(?:destacó|destaca|destacado|agradeció|agradece|agradecido|celebró|celebra|` +
		`celebrado|subrayó|subraya|` +
		`subrayado|valoró|valora|valorado|resaltó|resalta|resaltado|felicitó|felicitado|lamentó|lamenta|lamentado|criticó|critica|` +
		`criticado|recordó|recuerda|recordado|reconoció|reconocido|se mostró|se ha mostrado|llamó a|llama a|instó a|insta a|` +
		`urgió a|exhortó a|exhorta a|invitó a|invita a|reiteró|reitera|se sumó|se pronunció|hizo un llamado|hace un llamado)(?:[\s,.:]|$)`),
	"it": pattern.New(`^(?:ha )?(?:ringraziato|ringrazia|sottolineato|sottolinea|ricordato|ricorda|espresso|esprime|commentato|commenta|` +
		`elogiato|lodato|criticato|evidenziato|evidenzia|auspicato|auspica|insiste|invitato|invita)(?:[\s,.:]|$)|` +
		`^(?:si (?:dice|mostra|è (?:detto|detta|mostrato|mostrata|augurato|augurata|congratulato|congratulata|rallegrato|rallegrata))|` +
		`non (?:nasconde|ha nascosto|ha dubbi)|guarda (?:già )?avanti|` +
		`(?:è|resta|rimane) (?:molto |anche )?(?:soddisfatt|orgoglios|content|felic|convint|fiducios|preoccupat|entusiast|emozionat|` +
		`delus|cautel|prudent)\p{Ll}*)(?:[\s,.:]|$)`),
	"nl": pattern.New(`^(?:is|was|toont zich) (?:erg |zeer |heel |niet |ook |bijzonder ){0,2}(?:blij|tevreden|trots|verheugd|` +
		`teleurgesteld|bezorgd|opgelucht|` +
		`enthousiast)(?:[\s,.:]|$)|` +
		`^(?:benadrukte?|prijst|prees|verwelkomde?|hekelde?|bedankte?|onderstreepte?)(?:[\s,.:]|$)`),
	"pt": pattern.New(`^(?:também )?(?:destacou|destaca|agradeceu|agradece|ressaltou|ressalta|comemorou|comemora|elogiou|` +
		`elogia|enfatizou|` +
		`enfatiza|celebrou|celebra|salientou|salienta|sublinhou|sublinha|lamentou|lamenta|criticou|lembrou|lembra|reforçou|` +
		`reforça|parabenizou|parabeniza|enalteceu|enaltece|se disse)(?:[\s,.:]|$)`),
}

// aheadOfName begins a sentence that leads on to words, before who says them: "Für Ana Ruiz, …, ist
// klar:", "Et Ana Ruiz, …, d’ajouter :".
var aheadOfName = pattern.New(`^(?:(?:Für|Pour|Voor|Et|Und|Soddisfatt[oa]|Satisfaite?|Zufrieden)|` +
	`(?:Sulla stessa linea|Dello stesso avviso|En la misma línea|Na mesma linha|Dans le même sens)(?: (?:anche|también|também|aussi))?,?) `)

// authorToo are what else somebody is who is quoted of a study.
var authorToo = prose.WordSet(`autor autora coautor coautora auteur auteure autrice co-auteur co-auteure co-autrice coautrice
	coauteur autore
	coautore autorin mitautor mitautorin medeauteur`)

// smallBody is a public body in Dutch, whose kind is written in small letters: "gemeente Marlow".
var smallBody = pattern.New(`^(?:de |het )?((?:gemeente|provincie|waterschap) (?:\p{Lu}[\p{L}’'-]+)` +
	`(?: (?:(?:aan|den|de|op) )*\p{Lu}[\p{L}’'-]+)*)(?:[ ,.;)]|$)`)

// publicFields are what an office is over, as a word alone.
var publicFields = prose.WordSet(`salud educación cultura turismo obras hacienda economía deporte deportes urbanismo movilidad seguridad
	agricultura pesca juventud igualdad trabajo empleo justicia interior sanidad saúde educação finanças esporte esportes segurança
	juventude economia transportes sanità istruzione ambiente agricoltura sport santé éducation culture tourisme
	ventas vendas vendite transporte minería energía energia defensa defesa difesa comunicaciones
	desenvolvimento desarrollo sviluppo développement ciência ciencia scienza tecnologia tecnología innovación inovação indústria
	industria comércio comercio commercio planejamento fazenda econômico econômica económico económica social sociais
	parques jardines medio participación bienestar festejos fiestas servicios mayores infancia comunicación infraestructuras consumo
	barrios protección transparencia meio assistência infraestrutura serviços mobilidade comunicação gestão
	administração administración habitação vivienda patrimonio patrimônio`)

// overPublic tells such fields and nothing else: "Ciência e Tecnologia".
func overPublic(s string) bool {
	found := false
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if !publicFields[w] && !prose.OrgConnectors[w] && !prose.BehindOffice[w] {
			return false
		}
		found = found || publicFields[w]
	}
	return found
}

// severalAlike are people who speak together, without a name, behind an article.
var severalAlike = pattern.New(`^(?:die|les|los|las|gli|le|i|os|as|de) ((?:(?i:organisator(?:en|innen)|veranstalter(?:innen)?|` +
	`initiator(?:en|innen)|verantwortlichen|autor(?:en|innen)|forscher(?:innen)?|betreiber(?:innen)?|anwohner(?:innen)?|` +
	`gründer(?:innen)?|` +
	`organisat(?:eurs|rices)|initiat(?:eurs|rices)|auteur[e]?s|autrices|chercheu(?:rs|ses)|habitante?s|riveraine?s|fondat(?:eurs|rices)|` +
	`organizador[ea]s|impulsor[ea]s|promotor[ea]s|autor[ea]s|investigador[ea]s|vecin[oa]s|trabajador[ea]s|fundador[ea]s|responsables|` +
	`associazioni|associations|sindacati|syndicats|comitati|collectifs|volontari|bénévoles|` +
	`organizzat(?:ori|rici)|promot(?:ori|rici)|autori|autrici|ricercat(?:ori|rici)|residenti|lavorat(?:ori|rici)|fondat(?:ori|rici)|` +
	`pesquisador[ea]s|morador[ea]s|trabalhador[ea]s|responsáveis|organisatoren|initiatiefnemers|onderzoekers|bewoners|oprichters))` +
	`(?: [^,]*)?)$`)

// twoCapitals one behind the other may be a name.
var twoCapitals = pattern.New(` \p{Lu}\S+ \p{Lu}`)

// inPlural reads those.
func (d *Copy) inPlural(phrase string) (Speaker, bool) {
	m := severalAlike.FindStringSubmatch(phrase)
	if m == nil || d.English() || twoCapitals.MatchString(m[1]) {
		return Speaker{}, false
	}
	return Speaker{
		Title: m[1], Org: release.Unknown, Ok: true,
		Unsure: "the text names nobody here; write who says this, and of which organisation",
	}, true
}

// capitalParticle begins a surname, with a capital behind no first name: "De Poorter", "Al Marlowi".
var capitalParticle = pattern.New(`^(?:De|Van|Van de|Van den|Van der|Vande|Ten|Ter|` +
	`Al|El|Bin|Ben|Abu|Di|Da|La|Le|Del|Von|St\.?) \p{Lu}[\p{L}’'-]+$`)

// surnames are those of several words, as a text names somebody whom it has named before.
var surnames = map[string]*pattern.Pattern{
	"en": capitalParticle,
	"nl": capitalParticle,
	"de": pattern.New(`^(?:[Vv]on|[Vv]on der|[Vv]on dem|[Zz]u|[Zz]ur|[Vv]an|[Vv]an der|[Dd]e|[Dd]i) \p{Lu}[\p{L}’'-]+$`),
	"es": twoSurnames,
	"pt": twoSurnames,
}

// twoSurnames are two, as they have them in Spanish and Portuguese.
var twoSurnames = pattern.New(`^\p{Lu}\p{Ll}+ (?:de |de la |del |da |dos )?\p{Lu}\p{Ll}+$`)

// surnameWhole reads such a surname of somebody who is known.
func (d *Copy) surnameWhole(phrase string) (Speaker, bool) {
	if own := surnames[d.Base()]; own == nil || !own.MatchString(phrase) || d.isKnown(phrase) {
		return Speaker{}, false
	}
	who, ok := d.surnameOf(phrase)
	if !ok && !d.English() {
		who.Name = d.withFirstName(phrase)
		who, ok = d.recall(who), who.Name != ""
	}
	who.Ok = ok
	return who, ok
}

// withFirstName is the one name in the text that has a first name before a surname of several words; "" for none,
// or two.
func (d *Copy) withFirstName(surname string) string {
	re, found := regexp.MustCompile(`(?:^|[^\p{L}-])(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) `+regexp.QuoteMeta(surname)+`(?:[^\p{L}-]|$)`), ""
	for text := range d.texts() {
		for _, m := range re.FindAllStringSubmatch(text, prose.MostFound) {
			lower := strings.ToLower(m[1])
			if prose.Opening[lower] || prose.SentenceOpening[lower] {
				continue
			}
			if !firstName(m[1]) || d.officeNoun(lower) || d.isVerb(lower) || found != "" && found != m[1] {
				return ""
			}
			found = m[1]
		}
	}
	if found == "" {
		return ""
	}
	return found + " " + surname
}

// behindOfWhom is within what may be a surname: "de Ruit van Rivierbond".
var behindOfWhom = pattern.New(` \p{Ll}`)

// behindArticle is a body where what reads as a name stands behind an article, which no name does in German and Dutch:
// "der Rat der Häfen", "de Verenigde Havens".
func (d *Copy) behindArticle(who Speaker, phrase string) Speaker {
	article, name, _ := strings.Cut(phrase, " ")
	b := d.Base()
	if b != "de" && b != "nl" || !who.Ok || who.Title != "" || !strings.HasPrefix(name, who.Name) ||
		!prose.Leading[strings.ToLower(article)] ||
		d.IsTitle(name) ||
		d.isKnown(name) {
		return who
	}
	first, rest, more := strings.Cut(who.Name, " ")
	switch {
	case !more:
	case name == who.Name && (prose.IsOrganisation(name) || b == "nl" && !behindOfWhom.MatchString(name) ||
		b == "de" && ofSeveral.MatchString(name)):
		return Speaker{Org: name, Ok: true}
	case b == "de" && germanTrade.MatchString(first) && prose.LooksLikeName(rest):
		return Speaker{Name: rest, Title: first, Ok: true} // "die Winzerin Ana Ruiz"
	}
	return who
}

// ofSeveral is a body that is named with whom or what it is of, or an adjective before it.
var ofSeveral = pattern.New(`^\p{Lu}\p{L}+ (?:der|des|für) |^\p{Lu}\p{Ll}+(?:isch|lich)e \p{Lu}[\p{L}-]+$`)

// asTheySay reads "Tal y como señala Ana Ruiz, presidenta de Ríos Vivos," before words in marks.
func (d *Copy) asTheySay(s string) Speaker {
	return d.phrased(s, `^(?i:tal y como|tal como|como|jak|según|conforme|comme le|comme l[’']|ainsi que le|zoals|wie) ?(?i:{verb}) (\p{L}.*)`)
}

// fromTheBody leads to those who speak in Italian: "spiegano dalla Lega dei Marinai".
var fromTheBody = pattern.New(`^d(?:al |alla |all[’']|ai |agli |alle |allo )`)

// fromWithin reads "desde Ríos Vivos": the organisation speaks, and nobody is named.
func (d *Copy) fromWithin(phrase string) (Speaker, bool) {
	rest, ok := strings.CutPrefix(phrase, "desde ")
	if m := fromTheBody.FindString(phrase); m != "" && d.Base() == "it" {
		rest, ok = phrase[len(m):], true
	} else if d.Base() != "es" {
		ok = false
	}
	if !ok {
		return Speaker{}, false
	}
	org, ok := d.OrgRun(rest)
	return Speaker{Org: org, Ok: true}, ok && org != release.Unknown && strings.HasSuffix(rest, org)
}

// officeAndComma is an office with its article and what it is over, with a name between commas
// behind: "La directora de Ríos Vivos, Ana Ruiz, visitó el puerto."
var officeAndComma = pattern.New(`(?:^|[\s(“"«„])((?:[EeLl][la]|[Ll]e|[Ii]l|[OoAa]|[Dd]er|[Dd]ie|[Dd]e) \p{L}[^,.:;“”"«»]{3,120}|` +
	`[Ll][’']\p{L}[^,.:;“”"«»]{3,80}), (?:(?:dona|doña|don|seu|dom|suor|padre|frei|monseñor|la hermana|a irmã) )?` +
	`(\p{Lu}[\p{L}’'.-]+(?: (?:(?:de|del|da|do|dos|das|de la|y) )?\p{Lu}[\p{L}’'.-]+){1,3})[,.;:]`)

// articleWithin is an article behind other words.
var articleWithin = pattern.New(`^[^ ’']+[ ’'].*?\b((?:la|le|el|il|lo|o|a|der|die|de) \p{L}|l[’']\p{L})`)

// isOfWhat is a sentence that tells which office somebody has: "Jan de Wit is directeur van Stichting Oever".
var isOfWhat = pattern.New(`(?:^|[.!?]\s+)(\p{Lu}[\p{L}’'-]+(?: (?:van|de|der|den|von|da|do|di|del) )?(?: ?\p{Lu}[\p{L}’'-]+){1,2}) ` +
	`(?:is|ist|est|es|è|é|werkt als|arbeitet als|travaille comme) (?:(?:de|het|der|die|la|le|el|il|lo|o|a) |` +
	`l[’'])?(\p{L}[^,.:;“”"«»]{5,80})`)

// meetBehindOffice notes whom a text names so, outside English.
func (d *Copy) meetBehindOffice(text string) {
	if d.English() {
		return
	}
	for _, m := range isOfWhat.FindAllStringSubmatch(text, prose.MostFound) {
		who := d.Parse(m[1] + ", " + m[2])
		if who.Ok = false; who.Name == m[1] && d.IsTitle(prose.FirstWord(m[2])) && d.IsTitle(who.Title) && !d.isKnown(who.Name) {
			d.Known = append([]Speaker{who}, d.Known...)
		}
	}
	for _, m := range append(officeAndComma.FindAllStringSubmatch(text, prose.MostFound), d.officeWithoutArticle(text)...) {
		who := d.titleThenName(m[1], " "+m[2])
		for !who.Ok || who.Name != m[2] { // the article may be that of another, who stands before: "La línea llega a la directora"
			at := articleWithin.FindStringSubmatchIndex(m[1])
			if at == nil {
				break
			}
			m[1] = m[1][at[2]:]
			who = d.titleThenName(m[1], " "+m[2])
		}
		if !who.Ok || who.Name != m[2] || d.isKnown(who.Name) {
			continue
		}
		who = d.doubt(who, m[1]+", "+m[2])
		who.Ok = false
		d.Known = append([]Speaker{who}, d.Known...)
	}
}

// officeThenSomebody is a word with a name right behind it, which may be an office, outside English.
var officeThenSomebody = pattern.New(`(?:^|[\s(“"«„])(\p{L}[\p{L}-]{3,})(?: (\p{Ll}+))? ` +
	`(\p{Lu}[\p{L}’'-]+ (?:(?:van|de|der|den|von|zu|ten|ter|da|do|dos|di|del|la) ){0,2}` +
	`\p{Lu}[\p{L}’'-]+)`)

// nameGoesOn is one more word of a name.
var nameGoesOn = pattern.New(`^ \p{Lu}\p{Ll}[\p{L}’'-]+`)

// meetInFront notes whom a text names so: "Trainer Jan Osten", "la directora Ana Ruiz".
func (d *Copy) meetInFront(text string) {
	for _, m := range officeThenSomebody.FindAllStringSubmatchIndex(text, prose.MostFound) {
		office, name := text[m[2]:m[3]], text[m[6]:m[7]]
		if more := nameGoesOn.FindString(text[m[7]:]); d.iberian() && more != "" { // two surnames
			name, m[7] = name+more, m[7]+len(more)
		}
		if m[4] > 0 && prose.TitleModifiers[strings.ToLower(office)] { // "algemeen directeur"
			office, m[4] = text[m[2]:m[5]], -1
		}
		if lower := strings.ToLower(prose.LastWord(office)); !prose.TitleWords[lower] && !d.officeNoun(lower) && !overFields.MatchString(lower) ||
			prose.IsOrganisation(name) || d.IsTitle(name) || d.isKnown(name) || m[4] > 0 && !prose.BehindOffice[text[m[4]:m[5]]] {
			continue
		}
		if m[4] > 0 {
			office = text[m[2]:m[5]]
		}
		d.Known = append([]Speaker{{Name: name, Title: office, Org: cmp.Or(d.bodyBehind(text[m[7]:]), d.endOfNamed(text[m[7]:]))}}, d.Known...)
	}
}

// withinTelling tells a few words in marks within a sentence that says in other words what somebody said:
// “Selon Paul Morel, directeur de Tidal, le port « tiendra bon » cet hiver.”
func (d *Copy) withinTelling(gap, words, after string) bool {
	before := prose.TrimEnd(gap)
	return !d.English() && !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, ",") && prose.WordsIn(words) <= fewWords &&
		!prose.StartsUpper(words) && goesOnSmall.MatchString(after)
}

var goesOnSmall = pattern.New(`^,? \p{Ll}`)

// ofOrBehind stands between a field, or a part, and the body behind it.
var ofOrBehind = pattern.New(` (?:de la |de l[’']|del |dell[’']|della |du |da |do |de |di |d[’'])(\p{Lu})`)

// partNoun begins the name of a part of a body.
var partNoun = pattern.New(`^(?:Departament|Dipartiment|Département|Setor|Sector|Área|Area|Servi[czç]|Unidad|Unità|Unité|Núcleo|Divis|` +
	`Direction|Direcci|Direç|Direzion|Gerenci|Gerênci|Oficina)\p{L}*(?: |$)`)

// wholeBody begins the name of a body that has parts.
var wholeBody = pattern.New(`^(?:Universi|Institut|Ayuntamiento|Ministeri|Minist[èé]r|Consejería|Conselleria|Facultad|Hospital|` +
	`Prefeitura|Municipalidad|Comune$|Regione$|Funda[cç]|Fondazione|Fondation|Asocia|Associa|Federa|Fédération)`)

// bodyBehindComma tells that the name of an organisation begins behind the last comma.
func bodyBehindComma(s string) bool {
	at := strings.LastIndex(s, ", ")
	return at > 0 && spelledAsFirm.MatchString(s[at:]) && !strings.Contains(s[at+2:], " ") && !prose.TitleWords[strings.ToLower(s[at+2:])]
}

// peopleNoun begins the name of a body that is called after its people: "Amigos de la UTK".
var peopleNoun = pattern.New(`^(?i:amig[oa]s|amis|amies|amici|amiche|médic[oa]s|médecins|medici|mujeres|femmes|donne|` +
	`mulheres|jóvenes|jeunes|giovani|` +
	`jovens|trabajador\p{L}*|travailleurs|lavoratori|trabalhadores|padres|madres|parents|genitori|pais|vecin[oa]s|moradores|` +
	`ingenier[oa]s|` +
	`ingénieurs|abogad[oa]s|avocats|periodistas|journalistes|veteran[oi]s|ex|ami|usuari[oa]s|usagers|estudiantes|étudiants|` +
	`studenti|estudantes)(?: |$)`)

// bareOf ends what leads to a field, which has no article there.
var bareOf = pattern.New(` (?:de|di)$`)

// overField is an office that has a field already: "responsable de campaña" de Océanos.
var overField = pattern.New(`^\p{L}+ (?:de|di|da|do) \p{Ll}{3,} (?:de|di)$`)

// ofItself is a field of an organisation of which only a noun is said.
var ofItself = pattern.New(`^[^,]+ (?:da|do|de la|de l[’']|della|dell[’']|du|del) ?(?:instituição|empresa|entidade|` +
	`companhia|entidad|compañía|` +
	`grupo|partido|club|clube|sindicato|hospital|museo|museu|centro|ayuntamiento|consistorio|universidad|universidade|región|provincia|` +
	`colegio|consorcio|cooperativa|federación|ong|fintech|startup|firma|casa|comunidad|bancada|` +
	`institución|organización|organização|institution|entreprise|société|azienda|associazione|asociación|associação|agencia|agência)$`)

// bodyOfField divides what an office is over from the body behind it, for which somebody speaks: "Cinema e Audiovisual
// da Universidade de Marlow", "Departamento Jurídico do SindMar".
func (d *Copy) bodyOfField(s, field string) (title, org string, ok bool) {
	at := strings.Index(s, field)
	if first := prose.FirstWord(field); d.English() || at < 0 || prose.IsOrganisation(first) || headsOf[strings.ToLower(first)] {
		return "", "", false
	}
	before := strings.TrimSpace(s[:at])
	subject := overSubjects.MatchString(strings.TrimSpace(strings.TrimSuffix(before, prose.LastWord(before)))) // "professora de" História
	if ofItself.MatchString(field) {
		return s, "", true // "diretor executivo de Habitação da instituição"
	}
	for _, m := range ofOrBehind.FindAllStringSubmatchIndex(field, 4) {
		rest := field[m[2]:]
		first := prose.FirstWord(rest)
		inner := strings.ContainsAny(first[1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") // "SindMar", and no place
		own := inner || overField.MatchString(before) && d.namedTwice(rest) && !d.namedTwice(field) && !d.isPlace(rest) &&
			!d.hasLike(`(?:\b[Ee][nm]|\b[Aaà]|\b[Ii]n|\bnach|\b[Dd]ans) `, rest, `(?:[,.;]|$| )`)
		alone := rest == first && own && d.IsTitle(before) && bareOf.MatchString(" "+before) // "Diretor de Operações da TK2"
		if wholeBody.MatchString(first) || (partNoun.MatchString(field) || subject || overPublic(field[:m[0]])) && inner &&
			!overPublic(rest) ||
			alone && !peopleNoun.MatchString(field) {
			return s[:at+m[0]], rest, true
		}
	}
	return "", "", false
}
