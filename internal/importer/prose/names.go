package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// Firm tells the name of one, though it has words that titles have too: "Tidewell
// Communications".
func Firm(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) < 2 || !StartsUpper(s) || !IsOrganisation(s) || desks[words[0]] {
		return false
	}
	for _, w := range words {
		if TitleWords[strings.Trim(w, ".,()")] {
			return false
		}
	}
	return true
}

// desks begin what offices within an organisation are called: "Media Relations".
var desks = WordSet("media press public corporate external communications news investor")

// IsOrganisation tells a name whose words say that it is nobody's own.
func IsOrganisation(name string) bool {
	if landLast.MatchString(name) {
		return true
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		w = strings.Trim(w, ".,()")
		if OrgTails[w] || Descriptors[w] || CompanyWords[w] || Bodies[w] || GermanBody.MatchString(w) {
			return true
		}
	}
	return false
}

// landLast ends the name of a part of something by where it is: no surname is written so.
var landLast = pattern.New(`\p{Ll} (?:UK|USA|US|NZ|EU|Europe|International|Worldwide|Deutschland|Österreich|Schweiz|Nederland|Brasil)$`)

// GermanBody are German and Dutch nouns that are an organisation by their last part.
var GermanBody = pattern.New(`[\p{L}-](?:verband|verein|bund|bündnis|stiftung|ministerium|universität|hochschule|gewerkschaft|` +
	`genossenschaft|` +
	`netzwerk|gesellschaft|kammer|behörde|landesamt|bundesamt|zentrum|werke|klinikum|agentur|initiative|föderation|` +
	`kommission|zeitung|anzeiger|tageblatt|kurier|rundschau|nachrichten|bond|vereniging|federatie)s?$|-(?:institut|museum|` +
	`theater|gruppe|fonds)s?$`)

// CompanyWords stand in the names of companies.
var CompanyWords = WordSet(`agency communications inc llc ltd limited plc gmbh ag kg se sa sarl bv nv spa srl partners associates ` +
	`consulting relations pr media press service services authority trust port agentur agence agencia agenzia gruppe groupe grupo gruppo ` +
	`group holding works gazette bote`)

// ForThePress are words of offices that have to do with the press.
var ForThePress = WordSet("press media communications prensa presse pressestelle comunicación")

// noName are words that stand in nobody's name.
var noName = WordSet("inc llc ltd gmbh the and &")

// OrgOnly tells a run that is an organisation's name.
func OrgOnly(run []Token) bool {
	for _, t := range run {
		w := PlainWord(t.Text)
		if OrgTails[w] || noName[w] {
			return true
		}
	}
	return false
}

// StartsUpper tells a word with a capital.
func StartsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// LooksLikeName tells two to five words that begin with capitals.
func LooksLikeName(s string) bool {
	words := strings.Fields(strings.Trim(s, " ,:"))
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	caps := 0
	for _, w := range words {
		lower := strings.ToLower(w)
		switch {
		case StartsUpper(strings.TrimLeft(w, "’'(\"“")):
			caps++
		case Particles[lower]:
		default:
			return false
		}
		if strings.ContainsAny(w, "0123456789@/:") {
			return false
		}
	}
	return caps >= 2
}

// TwoInOne tells two offices with a stroke between: "President/CEO".
func TwoInOne(w string) bool {
	first, second, ok := strings.Cut(w, "/")
	return ok && TitleWords[first] && TitleWords[second]
}

// spelled tells a word in small letters that is spelled as only names are: with a
// capital or a digit inside, or as an address.
func spelled(w string) bool {
	if strings.ContainsAny(w, "@/\\’'") || utf8.RuneCountInString(w) < 3 {
		return false
	}
	if i := strings.LastIndexByte(w, '.'); i > 1 && len(w)-i > 2 {
		return pattern.New(`^[\p{L}\d.-]+$`).MatchString(w)
	}
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(first) || strings.Contains(w, "-") {
		return false
	}
	return strings.ContainsFunc(w, unicode.IsUpper) || strings.ContainsFunc(w[:len(w)-1], unicode.IsDigit) && !strings.HasSuffix(w, "s")
}

// Initial is a capital with a stop, as of a name between two others.
var Initial = pattern.New(`^\p{Lu}\.$`)

// Lettered is a name with the letters of its legal form behind it.
var Lettered = pattern.New(`\S (?:e\.\s?V\.|eV|gGmbH|GmbH|AG|eG|Ltd\.?|Inc\.?|LLC|SA|S\.A\.|SL|BV|B\.V\.)$`)

// CompanySuffix ends the names of companies, without stops.
var CompanySuffix = WordSet("Inc LLC Ltd Corp GmbH AG eV SA SL SpA")

// FirstWord is the first of a text's words, "" for none.
func FirstWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[0]
}

// LastWord is the last of a text's words, "" for none.
func LastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// OrgConnectors join the words of an organisation's name.
var OrgConnectors = WordSet(`of for the and & de del la las los el y e du des le les l’ für der die das und van di da do dos das della ` +
	`dei et à to against por para pour per zur im zum pro`)

// Bodies are such words.
var Bodies = WordSet(`association alliance coalition foundation committee council institute university ministry department federation
	society network authority agency commission union trust fund partnership consortium initiative campaign movement
	asociación federación fundación plataforma ayuntamiento consejería ministerio universidad instituto sindicato comité confederación
	coordinadora cooperativa
	fédération fondation comité syndicat université ministère préfecture collectif confédération coopérative
	associazione federazione fondazione ministero università istituto sindacato comitato confederazione consorzio agenzia regione
	associação federação fundação prefeitura ministério universidade sindicato comitê confederação
	vereniging stichting federatie ministerie universiteit instituut vakbond gemeente
	companhia compañía compagnia
	stadt gemeinde landkreis bezirk ville mairie commune département gobierno junta comune câmara
	azienda ospedale institut hochschule akademie museum musée museo museu
	universitet universitetet högskolan høgskolen kommune kommun fylkeskommune sygehus sykehus sjukhus forening förening
	förbund forbund landsforening
	verband verein bund bündnis stiftung ministerium universität gewerkschaft genossenschaft netzwerk gesellschaft`)
