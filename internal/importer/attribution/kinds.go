package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A text goes on about somebody by a noun for a kind of people, and no office: "erklärt die Ingenieurin", "señaló el activista".

// officeInBrackets is an office in brackets behind a name: "Ana Ruiz (portavoz de la Plataforma)".
var officeInBrackets = pattern.New(`^(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,3}) \((\p{Ll}[^()]{3,100})\)$`)

// withoutBrackets writes it behind a comma.
func (d *Copy) withoutBrackets(phrase string) string {
	if m := officeInBrackets.FindStringSubmatch(strings.TrimSpace(phrase)); m != nil && d.IsTitle(prose.FirstWord(m[2])) {
		return m[1] + ", " + m[2]
	}
	return phrase
}

// officeThenOf is an office with whose it is, where the two read as one name.
var officeThenOf = pattern.New(`^(\p{L}[\p{L} -]*?) of (?:the )?(\p{Lu}.*)$`)

// officeApartFromBody takes an office off the beginning of an organisation's name, "Manager of Tidewell" of "Manager of
// Tidewell’s Developer Relations", and what is told of somebody off the end of an office.
func (d *Copy) officeApartFromBody(who Speaker) Speaker {
	if m := officeThenOf.FindStringSubmatch(who.Org); m != nil && d.English() && officesOnly(m[1]) && who.Title != "" {
		who.Title, who.Org = m[1]+" of "+m[2]+"’s "+who.Title, m[2]
	}
	if m := untilTold.FindStringSubmatch(who.Title); m != nil && !d.English() && d.IsTitle(m[1]) {
		who.Title = m[1]
	}
	return who
}

// untilTold is an office up to what is told of somebody behind its comma, outside English: "mediadirecteur, hoefde niet lang
// na te denken".
var untilTold = pattern.New(`^([^,]+), \p{Ll}+(?: \p{Ll}+){3,}`)

// callsOne are such nouns with their article, by the language; English has its own.
var callsOne = map[string]*pattern.Pattern{
	"de": pattern.New(`^(?:der|die) (?:gebürtige \p{L}+|(?:(?:gebürtige|junge|ehemalige|frühere|erfahrene|` +
		`engagierte) )?(?:\d\d-?[Jj]ährige|(?:\p{L}+-)?` +
		`(?:Ingenieur|\p{L}*[Pp]olitiker|\p{L}*[Aa]ktivist|Künstler|\p{L}*[Ww]issenschaftler|\p{L}*[Ff]orscher|Unternehmer|` +
		`Lehrer|\p{L}*[Aa]rzt|\p{L}*[Ää]rztin|\p{L}*[Aa]nwalt|\p{L}*[Aa]nwältin|Jurist|Architekt|Historiker|Biologe|` +
		`Biologin|Physiker|Chemiker|Ökonom|Ökologe|Ökologin|Theologe|Theologin|Pädagoge|Pädagogin|\p{L}*[Ss]portler|Musiker|` +
		`Autor|Schriftsteller|Journalist|Fotograf|Landwirt|Winzer|Handwerker|Student|Schüler|\p{L}*[Ee]xperte|\p{L}*[Ee]xpertin|` +
		`Fachmann|Fachfrau|Olympiasieger|Weltmeister|Torwart|Torhüter|Stürmer|Verteidiger|Rennfahrer|Läufer|Schwimmer|` +
		`\p{L}*[Mm]eister|\p{L}*[Tt]echniker|Geistliche|Ordensfrau|Seelsorger|Gewerkschafter|Kurator|Mediziner|` +
		`\p{L}{3,}iker|\p{L}{3,}ologe|\p{L}{3,}ologin|Behördenchef|Verwaltungschef|Klinikchef|Vereinschef|Firmenchef|Unternehmenschef|` +
		`\p{L}*[Dd]emokrat|Parlamentarier|Regisseur|Schauspieler|Sänger|Komponist|Dirigent|Maler|Bildhauer|Designer)(?:in)?))` +
		`(?: weiter| abschließend| schmunzelnd| lachend| rückblickend| dazu| aus \p{Lu}\p{L}+)?$`),
	"fr": pattern.New(`^(?:le |la |l[’'])(?:jeune |ancien(?:ne)? )?(?:quadragénaire|quinquagénaire|trentenaire|sexagénaire|` +
		`chercheu(?:r|se)|` +
		`élue?|militante?|avocate?|historien(?:ne)?|économiste|écrivaine?|auteure?|autrice|artiste|agricult(?:eur|rice)|médecin|` +
		`ingénieure?|scientifique|réalisat(?:eur|rice)|biologiste|climatologue|juriste|syndicaliste|parlementaire|édile|champion(?:ne)?|` +
		`entrepreneure?|comédien(?:ne)?|chanteu(?:r|se)|photographe)$`),
	"es": pattern.New(`^(?:el|la) (?:joven |también |reconocid[oa] )?(?:investigadora?|científic[oa]|activista|escritora?|abogad[oa]|` +
		`polític[oa]|` +
		`edil|parlamentari[oa]|artista|autora?|actriz|actor|médic[oa]|agricultora?|economista|historiadora?|ingenier[oa]|` +
		`emprendedora?|empresari[oa]|futbolista|deportista|dirigente|mandatari[oa]|funcionari[oa]|legisladora?|lideresa|líder|` +
		`especialista|expert[oa]|bióloga?|biólogo|jurista|músico|cantante|campeona?|campeón|regidora?|togad[oa]|purpurado|prelado)$`),
	"it": pattern.New(`^(?:il |la |l[’'])(?:giovane )?(?:ricerca(?:tore|trice)|scienziat[oa]|attivista|scrit(?:tore|trice)|avvocat[oa]|` +
		`politic[oa]|` +
		`artista|au(?:tore|trice)|imprendi(?:tore|trice)|medico|agricol(?:tore|trice)|economista|storic[oa]|ingegnere|calcia(?:tore|trice)|` +
		`parlamentare|prim[oa] cittadin[oa]|sindacalista|biolog[oa]|musicista|attore|attrice|regista|pres[uo]le|porporato)$`),
	"pt": pattern.New(`^[oa] (?:jovem )?(?:pesquisadora?|investigadora?|cientista|ativista|escritora?|advogad[oa]|` +
		`polític[oa]|parlamentar|artista|` +
		`autora?|atriz|ator|médic[oa]|agricultora?|economista|historiadora?|engenheir[oa]|empreendedora?|empresári[oa]|jogadora?|atleta|` +
		`dirigente|gestora?|especialista|bióloga?|biólogo|jurista|músico|cantora?|autarca|edil|magistrad[oa])$`),
	"nl": pattern.New(`^(?:de|het) (?:jonge )?(?:onderzoek(?:er|ster)|wetenschapper|activist(?:e)?|schrijver|schrijfster|advocaat|` +
		`advocate|` +
		`politic[iu]s|politica|kunstenaar|kunstenares|arts|boer|boerin|econoom|historic[iu]s|historica|ingenieur|ondernemer|` +
		`onderneemster|sporter|musicus|\p{Ll}+loog|\p{Ll}+loge|jurist|kamerlid|raadslid|zanger|zangeres|huisarts|chirurg|trainer|spits|` +
		`aanvoerder|keeper|\p{Ll}*veehouder|\p{Ll}+kundige|promovendus|promovenda|\d\d-jarige(?: \p{Ll}+)?|` +
		`(?:geboren|getogen) \p{Lu}\p{L}+)$`),
	"sv": pattern.New(`^den \d\d-årig[ae](?: \p{Ll}+)?$`),
	"da": pattern.New(`^den \d\d-årige(?: \p{Ll}+)?$`),
	"nb": pattern.New(`^den \d\d-årige(?: \p{Ll}+)?$`),
}

// withParticle is a surname that begins with a small word, which is written with a capital where no first name stands
// before it: "De Wit", "Van den Berg".
var withParticle = pattern.New(`^(?:De|Van|Von|Da|Di|Del|Della|Dos|Do|Ten|Ter|Le|La|Du|Des)(?: \p{Ll}{1,3})? \p{Lu}[\p{L}’'-]+$`)

// particleSurname reads one, of somebody whom the text has named in full.
func (d *Copy) particleSurname(phrase string) (Speaker, bool) {
	phrase = strings.Trim(phrase, " .,")
	if !withParticle.MatchString(phrase) {
		return Speaker{}, false
	}
	who, ok := d.surnameOf(strings.ToLower(phrase[:1]) + phrase[1:])
	who.Ok = ok
	return who, ok
}

// calledByKindElsewhere reads one: whom the text was about.
func (d *Copy) calledByKindElsewhere(phrase string) (Speaker, bool) {
	calls, phrase := callsOne[d.Base()], strings.Trim(phrase, " .,")
	if calls == nil || !calls.MatchString(phrase) || d.someone(prose.LastWord(phrase)) {
		return Speaker{}, false
	}
	who := d.justNamed(d.meant())
	if who.Name == "" {
		who = d.onlyNamedSince()
	}
	for _, noun := range strings.Fields(strings.ToLower(prose.Elided(phrase))) {
		if prose.TitleWords[noun] && !prose.WordIn(strings.ToLower(who.Title), noun) {
			return Speaker{}, false // an office, of another perhaps
		}
	}
	who.Ok = who.Name != "" && !ofTheOtherGender(phrase, who.Title) && !d.otherGender(phrase, who.Title)
	return who, who.Ok
}

// onlyNamedSince is the only one of those who are known whom the words since the last quote name.
func (d *Copy) onlyNamedSince() Speaker {
	found := Speaker{}
	for _, k := range d.Known {
		if k.Name == "" || k.Name == found.Name || d.IsTitle(k.Name) || !prose.WordIn(d.since, k.Name) {
			continue
		}
		if found.Name != "" {
			return Speaker{}
		}
		found = k
	}
	return found
}
