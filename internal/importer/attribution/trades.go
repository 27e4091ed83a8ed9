package attribution

import (
	"regexp"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Trades and public offices stand before names in other languages than English: "zegt schoonmaker
// Jan de Wit", "sagt Anwohnerin Ana Ruiz", "le maire, Ana Ruiz".

// germanTrades are nouns that no first name is, as they stand before names: the ends of words.
var germanTrades = pattern.New(`^(?:(?i:[\p{L}-]*)(?i:ologe|ologin|arzt|ärztin|anwalt|anwältin|lehrer|lehrerin|` +
	`händler|händlerin|bauer|bäuerin|` +
	`wirt|wirtin|pfleger|pflegerin|schwester|kaufmann|kauffrau|arbeiter|arbeiterin|fahrer|fahrerin|künstler|` +
	`künstlerin|forscher|forscherin|` +
	`schaftler|schaftlerin|historiker|historikerin|chemiker|chemikerin|physiker|physikerin|mediziner|` +
	`medizinerin|jurist|juristin|aktivist|` +
	`aktivistin|journalist|journalistin|wohner|wohnerin|nachbar|nachbarin|mieter|mieterin|schüler|schülerin|` +
	`student|studentin|rentner|` +
	`rentnerin|unternehmer|unternehmerin|autor|autorin|regisseur|regisseurin|architekt|architektin|ingenieur|ingenieurin|fotograf|` +
	`fotografin|handwerker|handwerkerin|trainer|trainerin|sänger|sängerin|musiker|musikerin|spieler|spielerin|gärtner|gärtnerin|` +
	`läufer|läuferin|sportler|sportlerin|gymnasiast|gymnasiastin|kollege|kollegin|sieger|siegerin|träger|trägerin|` +
	`doktorand|doktorandin|dozent|dozentin|assistent|assistentin|praktikant|praktikantin|therapeut|therapeutin|techniker|` +
	`technikerin|pädagoge|pädagogin|erzieher|erzieherin|richter|richterin|polizist|polizistin|beamter|beamtin|ermittler|` +
	`ermittlerin|imker|imkerin|förster|försterin|winzer|winzerin|züchter|züchterin|helfer|helferin|bischof|bischöfin|` +
	`astronom|astronomin|ökonom|ökonomin|psychiater|psychiaterin|hebamme|landeshauptfrau|landeshauptmann|superintendent|` +
	`superintendentin|initiator|initiatorin|pianist|pianistin|dirigent|dirigentin|restaurator|restauratorin|prokurist|` +
	`prokuristin|postdoc|präses|archivar|archivarin|bibliothekar|bibliothekarin|obmann|obfrau|meister|meisterin)|Sänger|Spieler|Arzt|Ärztin|` +
	`Anwalt|Bauer|Bäuerin|Lehrer|Lehrerin|Fahrer|Künstler|Forscher|` +
	`Nachbar|Mieter|Schüler|Student|Autor)$`)

// germanCalling is an article and what somebody is by the end of the word, before a first name and a surname.
var germanCalling = pattern.New(`^(?:der|die) \p{Lu}\p{Ll}{2,}(?:ar|er|or|ist|ent|ant|eur|at|graf|loge|arin|erin|orin|istin|entin|antin|` +
	`eurin|atin|grafin|login) \p{Lu}[\p{L}’'.-]+ \p{Lu}`)

// behindTrade divides a word from the name behind it.
var behindTrade = pattern.New(`^(?:(?i:der|die|de|het) )?(?:(?:marien|klinisch|medisch|ambulant|forensisch|` +
	`vrijwillig) )?([\p{L}-]{4,}) ((?:(?:dr|prof|drs|ir|mr)\. ?)*\p{Lu}[\p{L}’'.-]+` +
	`(?: (?:van|de|der|den|von|zu|ten|ter|'t){0,1} ?\p{Lu}[\p{L}’'-]+){1,2}.*)$`)

// byTrade is whom the text names by a first name alone, and elsewhere with a trade before the whole name, in German:
// "Gymnasiast Felix Osten".
func (d *Copy) byTrade(first string) (Speaker, bool) {
	if !d.german() || !firstName(first) {
		return Speaker{}, false
	}
	re := regexp.MustCompile(`(\p{Lu}\p{L}+) (` + regexp.QuoteMeta(first) + ` \p{Lu}[\p{L}-]+)`)
	for text := range d.texts() {
		if m := re.FindStringSubmatch(text); m != nil && (germanTrades.MatchString(m[1]) || d.officeNoun(strings.ToLower(m[1]))) {
			return Speaker{Name: m[2], Title: m[1]}, true
		}
	}
	return Speaker{}, false
}

// noTrade are small Dutch words that stand before names and are no trade.
var noTrade = prose.WordSet(`namens volgens door voor over tegen tussen onder naar heer mevrouw maar ofwel want zoals aldus samen
	waar toen`)

// tradeFirst reads a trade with a name right behind it, without an article.
func (d *Copy) tradeFirst(phrase string) (Speaker, bool) {
	m := behindTrade.FindStringSubmatch(phrase)
	if m == nil {
		return Speaker{}, false
	}
	switch d.Base() {
	case "de":
		if !germanTrades.MatchString(m[1]) && (!germanCalling.MatchString(phrase) || prose.IsOrganisation(m[2]) || prose.IsOrganisation(m[1])) {
			return Speaker{}, false
		}
	case "nl":
		if !dutchTrades.MatchString(m[1]) && m[1] != strings.ToLower(m[1]) || noTrade[m[1]] || prose.TitleWords[m[1]] || d.isVerb(m[1]) ||
			isPreposition(m[1], "nl") || prose.Descriptors[m[1]] || prose.GermanBody.MatchString(m[1]) || prose.Bodies[m[1]] {
			return Speaker{}, false
		}
	default:
		return Speaker{}, false
	}
	who := d.whoIs(m[2])
	if _, office, _ := strings.Cut(m[2], ", "); !strings.HasPrefix(office, who.Title) { // it stands before the name
		return Speaker{}, false
	}
	if !who.Ok || who.Name == "" || !strings.HasPrefix(m[2], prose.FirstWord(who.Name)) {
		return Speaker{}, false
	}
	if who.Title != "" && !germanTrades.MatchString(m[1]) && !germanCalling.MatchString(phrase) && !dutchTrades.MatchString(m[1]) {
		return Speaker{}, false
	}
	who.Title = strings.TrimSuffix(m[1]+", "+who.Title, ", ")
	return who, true
}

// dutchTrades are what somebody is in Dutch, by the last part of the word: with a capital it begins a sentence.
var dutchTrades = pattern.New(`^(?i:\p{L}*(?:loog|loge|kundige|wachter|arts|medewerker|medewerkster|vrijwilliger|vrijwilligster|` +
	`chirurg|` +
	`promovendus|promovenda|student|studente|ingenieur|architect|fysicus|chemicus|historicus|technicus|politicus|jurist|journalist|` +
	`artiest|activist|restaurator|curator|trainer|aanvoerder|speler|speelster|leraar|lerares|docente|bewoner|bewoonster|boer|boerin|` +
	`teler|kweker|visser|schipper|ondernemer|onderneemster|eigenaresse|rechter|agent|rechercheur|inspecteur|heemraad|dijkgraaf|` +
	`intendant|dirigent|auteur|schrijver|schrijfster|uitvinder|oprichtster|predikant|bisschop|dokter|notaris|verzorgende|zuster))$`)

// dutchField is an office over a field, with a name behind it: "hoogleraar Neurologie Anna de Graaf".
var dutchField = pattern.New(`^(?:[Dd]e )?((?i:hoogleraar|lector|docent|wethouder|minister|staatssecretaris|` +
	`onderzoeker|directeur|gedeputeerde) ` +
	`(?i:\p{L}*(?:logie|kunde|nomie|iatrie|schap|schappen|techniek|tiek|recht|ing|zorg|onderwijs|cultuur|` +
	`milieu|financiën|onen|sport|zaken|` +
	`klimaat|energie|fysica|chemie|haven|havens|verkeer|mobiliteit|economie|duurzaamheid|jeugd|werk|bouwen|natuur|water|` +
	`veiligheid|ruimte|` +
	`inkomen|armoede|toerisme|erfgoed|welzijn|landbouw|justitie|defensie))(?: en \p{Lu}\p{L}+)?) (\p{Lu}.*)$`)

// overField reads that.
func (d *Copy) overField(phrase string) (Speaker, bool) {
	m := dutchField.FindStringSubmatch(phrase)
	if m == nil || d.Base() != "nl" {
		return Speaker{}, false
	}
	if _, field, _ := strings.Cut(m[1], " "); strings.ToLower(field) == field {
		return Speaker{}, false
	}
	who := d.whoIs(m[2])
	if !who.Ok || who.Name == "" || who.Title != "" {
		return Speaker{}, false
	}
	who.Title = m[1]
	return who, true
}

// tradeThenName reads an article, what somebody is in small letters, and the name behind a comma: "la
// restauratrice en chef, Ana Ruiz".
func (d *Copy) tradeThenName(words []string, rest string) Speaker {
	office, name := strings.Join(words, " "), bareName(rest)
	small := office == strings.ToLower(office) || d.german() && germanTrades.MatchString(words[0])
	if d.English() || !small || len(words) > 12 || strings.Contains(rest, ",") || !prose.LooksLikeName(name) || prose.IsOrganisation(name) ||
		d.IsTitle(name) || prose.Descriptors[words[0]] || prose.Bodies[words[0]] || strings.ContainsAny(office, ":;“”«»\"") {
		return Speaker{}
	}
	return Speaker{Name: name, Title: office, Org: release.Unknown, Ok: true}
}

// ofPlace is an office of those who speak for a town or land, and how that is called for which they do.
type ofPlace struct{ office, body *pattern.Pattern }

// municipal are those of a language.
var municipal = map[string][]ofPlace{
	"fr": {{
		pattern.New(`(?i)^(?:maire|(?:premi[eè]re? )?(?:maire-)?adjointe?\b.*|conseill(?:er|ère) municipale?\b.*)`),
		pattern.New(`\b(?:Ville|Mairie|Commune|(?:le |Le )?[Cc]onseil municipal) (?:de |d[’']|du |des )`),
	}},
	"es": {
		{
			pattern.New(`(?i)^(?:alcaldesa|alcalde|concejala?|edila?|intendent[ea](?: municipal| de .*)?$)(?:$| )`),
			pattern.New(`\b(?:Ayuntamiento|Municipalidad|Alcaldía|Intendencia) de(?:l)? `),
		},
		{
			pattern.New(`(?i)^gobernadora?(?: de .*)?$`),
			pattern.New(`\b(?:Gobernación|Gobierno) de(?:l (?:[Ee]stado|[Dd]epartamento) de)? `),
		},
	},
	"it": {{pattern.New(`(?i)^(?:vice)?(?:sindac[oa]|assessor[ea])\b`), pattern.New(`\bComune di `)}},
	"pt": {
		{
			pattern.New(`(?i)^(?:vice-)?(?:prefeit[oa]|secretári[oa] (?:municipal )?d[eao])\b`),
			pattern.New(`\bPrefeitura (?:Municipal )?d[eoa] `),
		},
		{pattern.New(`(?i)^(?:vice-)?governadora?(?: d[eoa] .*)?$`), pattern.New(`\bGoverno d[oe] (?:[Ee]stado d[eoa] )?`)},
	},
	"nl": {
		{pattern.New(`(?i)^(?:wethouder|burgemeester)\b`), pattern.New(`\b[Gg]emeente `)},
		{pattern.New(`(?i)^gedeputeerde\b`), pattern.New(`\b[Pp]rovincie `)},
	},
	"de": {
		{
			pattern.New(`(?i)^(?:ober|vize)?bürgermeister(?:in)?\b|^(?:\p{L}*dezernent|(?:(?:erste[rn]?|zweite[rn]?) )?(?:stadtrat|` +
				`stadträt|beigeordnete|` +
				`kämmer)|\p{L}+stadtrat|\p{L}+stadträt|(?:stadt|gemeinde)präsident|kämmerer)(?:in|r)?$`),
			pattern.New(`\b(?:Stadt|Gemeinde) `),
		},
		{pattern.New(`(?i)^(?:landrat|landrätin)$`), pattern.New(`\b(?:Landkreis|Kreis) `)},
		{pattern.New(`(?i)^(?:\p{L}*landesrat|\p{L}*landesrätin|landeshauptfrau|landeshauptmann)$`), pattern.New(`\bLand `)},
		{pattern.New(`(?i)^(?:\p{L}*bischof|generalvikar)$`), pattern.New(`\b(?:Erzbistum|Bistum|Diözese) `)},
	},
	"pl": {{
		pattern.New(`(?i)^(?:wice)?(?:prezydent|burmistrz|wójt)\b`), pattern.New(`\b(?:Urząd (?:Miasta|Gminy)|Miasto|Gmina) `),
	}},
	"cs": {{pattern.New(`(?i)^(?:primátor(?:ka)?|starosta|starostka)\b`), pattern.New(`\b(?:Město|Obec) `)}},
}

// ofCouncil are those who decide for a town, which is what somebody speaks for.
var ofCouncil = pattern.New(`^(?:[Ll]e )?[Cc]onseil municipal`)

// ofTown is a town behind an office: "maire de Marlow".
var ofTown = pattern.New(` (?:de |d[’']|di |do |da |del |von |van |der Stadt )(\p{Lu}[\p{L}’'-]+)`)

// townOf fills in the town for which such an office speaks, where the text names one and no other.
func (d *Copy) townOf(who Speaker, phrase string) Speaker {
	list := municipal[d.Base()]
	at := slices.IndexFunc(list, func(of ofPlace) bool { return of.office.MatchString(who.Title) })
	if at < 0 || !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	found, place := "", ""
	for _, text := range d.nearTexts() {
		for _, m := range list[at].body.FindAllStringIndex(text, prose.MostFound) {
			toks := prose.Tokens(text[m[1]:])
			if len(toks) == 0 || !toks[0].Capital {
				continue
			}
			town := capitalsFrom(text[m[1]:], toks, 0)
			if d.german() { // a noun may follow
				town = strings.TrimRight(toks[0].Text, ".,:;!?)")
			}
			if found != "" && place != town {
				return who
			}
			if found == "" {
				found, place = ofCouncil.ReplaceAllString(text[m[0]:m[1]], "Ville")+town, town
			}
		}
	}
	office, _, _ := strings.Cut(phrase, who.Name)
	m := ofTown.FindStringSubmatch(office + " " + who.Title)
	if found == "" && m != nil {
		return d.ofOwnTown(who)
	}
	if found == "" || m != nil && !overPublic(m[1]) && place != m[1] && !strings.HasPrefix(place, m[1]+" ") {
		return who
	}
	who.Org = found
	who.Unsure = takenToBe(found, "of which it tells")
	return who
}

// nearTexts are the paragraphs with what stands above and below the release of who issues it.
func (d *Copy) nearTexts() []string {
	out := append(slices.Collect(d.texts()), d.Letterhead...)
	for _, c := range d.Contacts {
		out = append(out, c.Name, c.Org)
	}
	return out
}

// atPlace is where an organisation is, behind its name, in French.
var atPlace = pattern.New(`^(.*\p{Lu}.*) à \p{Lu}[\p{L}’'-]+$`)

// inLand is where in the country a German organisation is, behind its name: "RBB im Land".
var inLand = pattern.New(`^(.*\p{Lu}.*) (?:im Land|vor Ort|im Kreis|auf Landesebene)$`)

// upToKommune is the name of a Nordic town with what is told of it behind.
var upToKommune = pattern.New(`^(\p{Lu}.* (?:fylkes)?kommune?) \p{Ll}.*$`)

// withoutPlace takes that off, unless the text has it with the name twice.
func (d *Copy) withoutPlace(org string) string {
	if m := upToKommune.FindStringSubmatch(org); m != nil && d.nordic() {
		return m[1]
	}
	if m := inLand.FindStringSubmatch(org); m != nil && d.german() {
		return m[1]
	}
	if m := atPlace.FindStringSubmatch(org); m != nil && d.Base() == "fr" && !d.namedTwice(org) {
		return m[1]
	}
	return org
}

// relatives are what somebody is who speaks for nobody, as it stands behind a first name.
var relatives = pattern.New(`^(?:mère|père|habitante?|riveraine?|étudiante?|lycéenne?|élève|usagère?|madre|padre|vecin[oa]|` +
	`estudiante|alumn[oa]|` +
	`studente|studentessa|moeder|vader|bewoonster|bewoner|studente?|mãe|pai|moradora?|alun[oa]|Mutter|Vater|Anwohner(?:in)?|` +
	`Schüler(?:in)?|` +
	`Student(?:in)?|\d+)\b`)

// firstNameAlone reads a first name with what stands behind its comma: whom somebody is of, or what
// they are: "Ana, da direção nacional do MST", "Ana, mère de deux enfants".
func (d *Copy) firstNameAlone(head, rest string) Speaker {
	head, rest = strings.TrimSpace(head), strings.TrimSpace(rest)
	lower := strings.ToLower(head)
	if d.English() || d.german() || strings.Contains(head, " ") || !firstName(head) || prose.IsOrganisation(head) ||
		headsOf[lower] || prose.PublicBody[lower] || prose.General[lower] || prose.Opening[lower] || prose.SentenceOpening[lower] ||
		d.isPlace(head) || d.isVerb(lower) {
		return Speaker{}
	}
	if relatives.MatchString(rest) {
		office, _, _ := strings.Cut(rest, ",")
		return Speaker{Name: head, Title: office, Org: release.Unknown, Ok: true}
	}
	of := afterPreposition(rest, d.Base())
	if of == rest {
		return Speaker{}
	}
	title, org := d.TitleOrg(rest)
	if !prose.IsOrganisation(org) && !(len(org) > 2 && org == strings.ToUpper(org)) {
		return Speaker{}
	}
	return Speaker{Name: head, Title: afterPreposition(title, d.Base()), Org: org, Ok: true}
}

// introducedIn is somebody named with an organisation alone, in other languages than English: "Ana
// Ruiz vom Uferverband Marlow".
var introducedIn = map[string]*pattern.Pattern{
	"de": pattern.New(nameThen + `((?:vom|von der|beim|bei der) [^,.:;“”"«»]{3,80})`),
	"nl": pattern.New(nameThen + `((?:van de|van het|van|namens) [^,.:;“”"«»]{3,80})`),
	"fr": pattern.New(nameThen + `((?:de la|de l’|de l'|du) [^,.:;“”"«»]{3,80})`),
	"es": pattern.New(nameThen + `((?:de la|del) [^,.:;“”"«»]{3,80})`),
	"it": pattern.New(nameThen + `((?:della|dell’|dell'|del) [^,.:;“”"«»]{3,80})`),
	"pt": pattern.New(nameThen + `((?:da|do) [^,.:;“”"«»]{3,80})`),
}

const nameThen = `(?:^|[\s(“"«„])(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}) `

// andToSay goes on with who spoke last: "Et d’ajouter :".
var andToSay = pattern.New(`^(?i:et|y|e|en) (?:de |d[’']|a |ad )?(?i:ajouter|conclure|poursuivre|préciser|` +
	`rappeler|souligner|insister|añadir|` +
	`concluir|aggiungere|concludere|acrescentar)(?: (?:aussitôt|encore|enfin|en conclusion))?$`)

// likewise leads to somebody with an office before a colon: "Même constat pour Ana Ruiz, médecin au
// port :".
var likewise = pattern.New(`^\p{Lu}\p{Ll}+ (?:\p{Ll}+ ){0,5}?(?:pour|chez|für|bei|para|per|voor|del lado de|` +
	`da parte di) (?:le |la |el |il |o |a )?` +
	`(\p{Lu}[^:“”"«»]{5,160})$`)

// leadsByName reads a sentence that leads on to words in marks with a colon and has another verb than
// one of saying: "Schoonmaker Jan de Wit werkt er al jaren: “…”".
func (d *Copy) leadsByName(s string) (Speaker, bool) {
	if d.English() {
		return Speaker{}, false
	}
	for _, read := range []func(string) (Speaker, bool){d.spokeForBody, d.leadsAtEnd} {
		if who, ok := read(s); ok {
			return who, true
		}
	}
	for _, re := range []*pattern.Pattern{likewise, confirms} {
		if m := re.FindStringSubmatch(s); m != nil {
			if who := d.Parse(m[1]); who.Ok && who.Name != "" && who.Title != "" {
				return who, true
			}
		}
	}
	who := d.subjectOf(s)
	return who, who.Ok && who.Title != ""
}

// elidedBefore is an article that is joined to the word behind it, and a name: "l’avocate Ana Ruiz".
var elidedBefore = pattern.New(`^[Ll][’'](\p{L}\p{Ll}+) \p{Lu}`)

// tradeElided reads a name behind an office or trade with such an article.
func (d *Copy) tradeElided(head string) (Speaker, bool) {
	m := elidedBefore.FindStringSubmatch(head)
	if m == nil || d.English() || prose.IsOrganisation(m[1]) || d.isVerb(m[1]) || prose.StartsUpper(m[1]) &&
		!prose.TitleWords[strings.ToLower(m[1])] {
		return Speaker{}, false
	}
	who := d.named("la " + head[strings.Index(head, m[1]):])
	if prose.StartsUpper(m[1]) && !prose.LooksLikeName(who.Name) {
		return Speaker{}, false
	}
	who.Title = strings.TrimPrefix(who.Title, "la ")
	return who, true
}
