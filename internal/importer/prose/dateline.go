package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// DatelineEnd finds where the copy begins behind a dateline, as in "MARLOW, Mass.
// (July 26) — ".
func DatelineEnd(text string) (int, bool) {
	if m := bracketed.FindStringIndex(text); m != nil {
		return m[1], true
	}
	if m := hanDateline.FindStringIndex(text); m != nil {
		return m[1], true
	}
	if m := dayThenStop.FindStringSubmatchIndex(text); m != nil && inCapitals(text[m[2]:m[3]]) {
		return m[6], true
	}
	m := datelinePattern.FindStringIndex(text)
	if near := nearDay.FindStringSubmatchIndex(text); near != nil { // "HARWELL-June 2, 2026- "
		m = near[2:4]
	}
	if m == nil || Occasion.MatchString(text) || Labelled.MatchString(text) {
		return 0, false
	}
	day := dayBehind.MatchString(text[m[1]:])
	place := strings.TrimRight(text[:m[1]], " –—-\u00a0\u202f.:;")
	first := strings.FieldsFunc(place, func(r rune) bool { return r == ',' || r == '(' || r == '/' })
	if len(first) == 0 || len(strings.Fields(first[0])) > 5 {
		return 0, false
	}
	if !inCapitals(first[0]) {
		return 0, false
	}
	// A place in ordinary letters needs a day behind it, or its state, or it may be anything.
	if upper := strings.ToUpper(first[0]) == first[0]; !upper && !day && !strings.ContainsAny(place, "0123456789") &&
		!inState.MatchString(place) {
		return 0, false
	}
	return m[1], true
}

// inCapitals tells words that all begin with a capital letter, as those of a place do, but small ones between them.
func inCapitals(place string) bool {
	for _, w := range strings.Fields(place) {
		r, _ := utf8.DecodeRuneInString(w)
		if strings.HasSuffix(w, ":") || !unicode.IsUpper(r) && !Particles[w] && w != "and" && w != "&" && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

var datelinePattern = pattern.New(`^\p{Lu}[^.!?“”„«»"–—]{1,40}?(?:[.,][^!?“”„«»"–—]{0,60}?)?\s*(?:\.?[–—]|--+|\s-|\.-+)\s*`)

// dayThenStop is a place with its day up to a full stop or colon, before a sentence: "Marlow, 4 May 2026. ".
var dayThenStop = pattern.New(`^(\p{Lu}[\p{L} .’'-]{1,30}?)(?: \([\p{L} .’'-]{2,30}\)|, \p{Lu}[\p{L} .]{1,20})?(?:,| \(|,? (?:le|` +
	`den|am|il|em|op))` +
	` (?:le |den |am |on |a |il |em |op )?(?:\p{L}{3,10},? (?:den |le )?)?` + WrittenDay + `\)?\s?[.:]\s+()[\p{Lu}“„«"]`)

// bracketed is a place in brackets, in capitals or with its day.
var bracketed = pattern.New(`^\(\p{Lu}[\p{Lu} .,'’-]{1,40}(?:, \p{Lu}\p{Ll}+\.?)?\)\s*(?:[–—]|--|\s-)\s*|` +
	`^\(\p{Lu}[\p{Lu} .,'’-]{3,40}\)\s+|` +
	`^\(\p{Lu}[\p{L} .,'’|/–—-]{1,40}[ ,](?:\d{1,2}(?:\.|er)? (?:de )?\p{L}+\.?,? (?:de )?|\p{L}+\.? \d{1,2},? )\d{4}\)\s*(?:--|` +
	`\.-|[–—:-])?\s*`)

// hanDateline is a place with its day where letters are neither large nor small.
var hanDateline = pattern.New(`^[【（]?\p{Lo}[^。.!?–—】）]{0,40}\d{1,2}\s?[日일][^–—。】）]{0,8}[–—】）]\s*`)

// dayBehind is a day right behind the place, up to a dash or colon.
var dayBehind = pattern.New(`^(?:[^–—.]{3,30}(?:[–—]|--)\s)?\(?(?:\p{L}+,? )?(?:\p{L}+\.? \d{1,2},? \d{4}|\d{1,2}/\d{1,2}/\d{4}|` +
	`\d{1,2}(?:\.|er|st|nd|rd|th)? (?:de )?\p{L}+\.?,? (?:de )?\d{4})\)?\.?\s*(?:[–—:]|-)`)

// nearDay is a place with a day that is joined to it by a hyphen, or stands behind a
// semicolon.
var nearDay = pattern.New(`^(\p{Lu}[\p{Lu} .,’'-]{2,40}(?:-|;\s))\p{L}+\.? \d{1,2},? \d{4}\s?[-–—:]\s`)

// inState is a place with the state that it is in, for short.
var inState = pattern.New(`^\p{Lu}[\p{L}.’' -]{1,30}, (?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[EINOST]|N[CDEHJMVY]|` +
	`O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|Miss|Mo|Mont|` +
	`Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo|N\.[CDHJMY]|S\.[CD]|R\.I|W\.Va)\.?)$`)

// Labelled begins a line that says what kind of text this is.
var Labelled = pattern.New(`(?i)^\W*(?:(?:press|news|media) (?:release|statement|advisory|alert)|photo (?:call|opportunity)|(?:nota|` +
	`comunicado) de (?:prensa|imprensa)|communiqué|pressemitteilung|presseeinladung|comunicato stampa|persbericht|invitation presse|` +
	`convocatoria)(?:[^\p{L}]|$)`)
