package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// What other languages than English put beside a name that is neither office nor organisation: a courtesy
// before it, and behind it who leads the body that speaks, or of what and when somebody speaks.

var (
	// courtesy stands before a name with its article: "a senhora Maria Vale".
	courtesy = pattern.New(`(^|\s)(?:(?:a|o|la|el|il|le|de) )?(?i:senhora?|señora?|signor[ea]?|signorina|monsieur|madame|mademoiselle|` +
		`mevrouw|meneer|don|doña|dom|monseñor|mons\.|fray|frei|irmã|irmão) (\p{Lu})`)
	// ofTheCloth is how a priest, a nun or a monk is called before the name: "le père Paul Morel".
	ofTheCloth = pattern.New(`(^|\s)(?:[Ll]e [Pp]ère|[Ll]a [Ss]œur|[Ll][’'][Aa]bbé|[Ss]uor) (\p{Lu})`)
	// ledBy is who leads a body, and is not who speaks, or another who tells of it: "l’amministrazione comunale
	// presieduta dal sindaco Marco Riva".
	ledBy = pattern.New(`,? (?:presiedut|guidat|dirett|coordinat|rappresentat|capitanat)[aoei] d(?:ai? |al |alla |all[’']).*$|` +
		`,? (?:présidée?s?|dirigée?s?|conduite?s?|menée?s?|emmenée?s?|pilotée?s?|représentée?s?) par .*$|` +
		`,? (?:presidid|dirigid|encabezad|liderad|representad|coordinad|coordenad|comandad)[ao]s? p(?:or|el[ao]) .*$|` +
		`, (?:secondo|selon|según|segundo|volgens|mentre|tandis que|mientras|enquanto|terwijl|während|nachdem) .*$|` +
		`,? (?:unter (?:der )?(?:Leitung|Führung|dem Vorsitz)|onder (?:leiding|voorzitterschap)) v[oa]n .*$`)
	// saidOfWhat goes on behind a name with what somebody speaks of, and when.
	saidOfWhat = pattern.New(`^(.*?\p{Lu}[\p{L}’'-]+) (?:` +
		gerund + `|` +
		`in merito|a proposito|in riferimento|` +
		`über (?:die|den|das|diese[ns]?)|in (?:seiner|ihrer|seinem|ihrem)|` +
		`al (?:referirse|presentar|anunciar|término|inaugurar|comentar|hablar)|tras|sobre (?:el|la|los|las|` +
		`os?|as?)|` +
		`ao (?:comentar|apresentar|anunciar|falar|lançar)|` +
		`à propos|au sujet|en \p{Ll}+ant|à l[’'](?:issue|occasion)|` +
		`naar aanleiding|over (?:de|het|alles|zijn|haar|hun|een)|in een)\s.*$`)
)

// gerund is what somebody does who says something, in Italian, Spanish and Portuguese: "presentando", "refiriéndose".
const gerund = `\p{Ll}{2,}[aeiáé]ndo(?:s[ei]|l[oaie]s?|gli|ne|vi)?`

// saidToWhom goes on behind a name with the paper to which somebody says something: "Kari Nordli til Strandbladet".
var saidToWhom = pattern.New(`^(.*\p{Lu}\S+ \p{Lu}\S+) till? \p{Lu}.*$`)

// forRegion is for which part of the world or of a firm an office is, behind the firm: "para América Latina".
var forRegion = pattern.New(` para (?:el área|la región|o Brasil|(?:la |a )?(?:Latinoamérica|Sudamérica|Suramérica|` +
	`Centroamérica|América|` +
	`Europa|Iberoamérica|Iberia|España|Portugal|México|Brasil)\b).*$`)

// aloneNamed is a phrase without those.
func (d *Copy) aloneNamed(phrase string) string {
	if d.English() {
		return phrase
	}
	phrase = ofTheCloth.ReplaceAllString(courtesy.ReplaceAllString(phrase, "$1$2"), "$1$2")
	phrase = ledBy.ReplaceAllString(phrase, "")
	phrase = saidOfWhat.ReplaceAllString(phrase, "$1")
	phrase = forRegion.ReplaceAllString(phrase, "")
	switch d.Base() {
	case "sv", "da", "nb":
		phrase = saidToWhom.ReplaceAllString(phrase, "$1")
	}
	if head, rest, ok := strings.Cut(phrase, ", "); ok && !prose.StartsUpper(prose.Elided(phrase)) && rest == strings.ToLower(rest) &&
		!d.IsTitle(rest) &&
		prose.StartsUpper(prose.LastWord(head)) {
		phrase = head // "l’assessore Anna Serra, presente al taglio del nastro"
	} else if ok && prose.Leading[strings.ToLower(prose.FirstWord(phrase))] && relative[prose.FirstWord(rest)] && d.IsTitle(head) &&
		head == strings.ToLower(head) {
		phrase = head // "o vereador, que busca a reeleição"
	}
	return phrase
}

// officeBehindDash is what stands behind a name in languages that join nouns: "Tidewerk-Präsident und -CEO".
var officeBehindDash = pattern.New(`^(\p{Lu}[\p{L}\d.]+(?:-\p{Lu}[\p{L}\d.]+)?)-(\p{L}+(?: (?:und|en|och|og) -\p{L}+)?)$`)

// ofJoined divides that.
func (d *Copy) ofJoined(s string) (title, org string, ok bool) {
	m := officeBehindDash.FindStringSubmatch(s)
	if m == nil || d.English() || beforeOffice[strings.ToLower(m[1])] {
		return "", "", false
	}
	title = strings.ReplaceAll(m[2], " -", " ")
	return title, m[1], d.IsTitle(title)
}

// confirms is a sentence that leads to somebody with an office before a colon, with any verb: "Dies bestärkt
// Jan Osten, Leiter der Werft:".
var confirms = pattern.New(`^(?:Dies|Das|Dem|Dazu|Hierzu|Dat|Dit|Daar|C[’']est ce que|Ce que|Lo|È quanto|É o que|` +
	`Es lo que) \p{Ll}{3,}` +
	`(?: (?:auch|ebenfalls|ook|aussi|également|anche|pure|también|também|bei|mee|zu)){0,2} (\p{L}[^:]*\p{Lu}[^:]*)$`)

// datelineOpen is a dateline with a day or an agency in it, before words in marks: "Roma, 28 feb. (Agenzia) –".
var datelineOpen = pattern.New(`^(?:\(\p{Lu}\p{L}+\) )?\p{Lu}[^“”"«»]{0,50}[\d(][^“”"«»]{0,25}[–—-]$`)

func isPreposition(w, lang string) bool {
	return prose.Phrasing(lang, `^(?:{sure}|{weak})$`).MatchString(w) || lang == "fr" &&
		(strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "d'"))
}

func afterPreposition(s, lang string) string {
	return s[len(prose.Phrasing(lang, `^(?:{sure}|{weak})(?:\s+|\b)`).FindString(s)):]
}
