package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// datelineEnd finds where the copy begins behind a dateline, as in "MARLOW, Mass.
// (July 26) — ".
func datelineEnd(text string) (int, bool) {
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
	if m == nil || occasion.MatchString(text) || labelled.MatchString(text) {
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
		if strings.HasSuffix(w, ":") || !unicode.IsUpper(r) && !particles[w] && w != "and" && w != "&" && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

var datelinePattern = pattern.New(`^\p{Lu}[^.!?“”„«»"–—]{1,40}?(?:[.,][^!?“”„«»"–—]{0,60}?)?\s*(?:\.?[–—]|--+|\s-|\.-+)\s*`)

var (
	// dayThenStop is a place with its day up to a full stop or colon, before a sentence: "Marlow, 4 May 2026. ".
	dayThenStop = pattern.New(`^(\p{Lu}[\p{L} .’'-]{1,30}?)(?: \([\p{L} .’'-]{2,30}\)|, \p{Lu}[\p{L} .]{1,20})?(?:,| \(|,? (?:le|` +
		`den|am|il|em|op))` +
		` (?:le |den |am |on |a |il |em |op )?(?:\p{L}{3,10},? (?:den |le )?)?` + writtenDay + `\)?\s?[.:]\s+()[\p{Lu}“„«"]`)
	// bracketed is a place in brackets, in capitals or with its day.
	bracketed = pattern.New(`^\(\p{Lu}[\p{Lu} .,'’-]{1,40}(?:, \p{Lu}\p{Ll}+\.?)?\)\s*(?:[–—]|--|\s-)\s*|^\(\p{Lu}[\p{Lu} .,'’-]{3,40}\)\s+|` +
		`^\(\p{Lu}[\p{L} .,'’|/–—-]{1,40}[ ,](?:\d{1,2}(?:\.|er)? (?:de )?\p{L}+\.?,? (?:de )?|\p{L}+\.? \d{1,2},? )\d{4}\)\s*(?:--|` +
		`\.-|[–—:-])?\s*`)
	// hanDateline is a place with its day where letters are neither large nor small.
	hanDateline = pattern.New(`^[【（]?\p{Lo}[^。.!?–—】）]{0,40}\d{1,2}\s?[日일][^–—。】）]{0,8}[–—】）]\s*`)
	// dayBehind is a day right behind the place, up to a dash or colon.
	dayBehind = pattern.New(`^(?:[^–—.]{3,30}[–—]\s)?\(?(?:\p{L}+,? )?(?:\p{L}+\.? \d{1,2},? \d{4}|` +
		`\d{1,2}(?:\.|er|st|nd|rd|th)? (?:de )?\p{L}+\.?,? (?:de )?\d{4})\)?\.?\s*(?:[–—:]|-)`)
	// nearDay is a place with a day that is joined to it by a hyphen, or stands behind a
	// semicolon.
	nearDay = pattern.New(`^(\p{Lu}[\p{Lu} .,’'-]{2,40}(?:-|;\s))\p{L}+\.? \d{1,2},? \d{4}\s?[-–—:]\s`)
	// inState is a place with the state that it is in, for short.
	inState = pattern.New(`^\p{Lu}[\p{L}.’' -]{1,30}, (?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[EINOST]|N[CDEHJMVY]|` +
		`O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|Miss|Mo|Mont|` +
		`Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo|N\.[CDHJMY]|S\.[CD]|R\.I|W\.Va)\.?)$`)
	// labelled begins a line that says what kind of text this is.
	labelled = pattern.New(`(?i)^\W*(?:(?:press|news|media) (?:release|statement|advisory|alert)|photo (?:call|opportunity)|(?:nota|` +
		`comunicado) de (?:prensa|imprensa)|communiqué|pressemitteilung|presseeinladung|comunicato stampa|persbericht|invitation presse|` +
		`convocatoria)(?:[^\p{L}]|$)`)
	// advisoryField begins a line of an advisory: who, what, when, where. With a dash, or alone on its line, it is in capitals.
	advisoryField = pattern.New(`^(?:` + fieldsInCapitals + `|Who|What|When|Where|Why|How|Qui|Quoi|Quand|Où|Quién(?:es)?|Qué|Cuándo|` +
		`Dónde|Wer|Was|Wann|Wo|Chi|(?:Che )?[Cc]osa|Quando|Dove|Quem|Onde|Wie|Wat|Wanneer|Waar)\s*:\s*\S|` +
		`^(?:` + fieldsInCapitals + `)(?:\s+[–—-]\s+\S|\s*[:?]?$)`)
)

// fieldsInCapitals are what the lines of an advisory begin with.
const fieldsInCapitals = `WHO|WHAT|WHEN|WHERE|WHY|HOW|QUI|QUOI|QUAND|OÙ|QUIÉN(?:ES)?|QUÉ|CUÁNDO|DÓNDE|WER|WAS|WANN|WO|CHI|COSA|` +
	`CHE COSA|QUANDO|DOVE|QUEM|O QUE|ONDE|WIE|WAT|WANNEER|WAAR`

var (
	// dayOfEvent begins a line of a day that is an event's where a line says of what place, and none when.
	dayOfEvent = pattern.New(`(?i)^\W*(?:date(?: (?:and|&|et|y|und|e) (?:time|heure))?|datum(?: und (?:uhr)?zeit)?|fecha(?: y hora)?|` +
		`termin|data(?: e ora)?)\s*:\s*\S`)
	placeOfEvent = pattern.New(`(?i)^\W*(?:place|location|venue|where|meeting (?:place|point)|lieu|endroit|où|lugar|dónde|ort|wo|` +
		`(?:veranstaltungs|treff)(?:ort|punkt)|luogo|dove|local|onde|plaats|waar)\s*:\s*\S`)
	whenOfEvent = pattern.New(`(?i)^\W*(?:when|quand|cuándo|wann|quando|wanneer)(?:\s*:|\s+[–—-]|$)`)
)

// eventLines is how many lines of an event are looked at for its place.
const eventLines = 5

// eventFields tells lines that say when and where something will be, and not when the text was given out.
func eventFields(list []para) bool {
	if !dayOfEvent.MatchString(list[0].text) {
		return false
	}
	placed := false
	for _, p := range list[1:min(len(list), eventLines)] {
		if whenOfEvent.MatchString(p.text) {
			return false
		}
		placed = placed || placeOfEvent.MatchString(p.text)
	}
	return placed
}

// leadingDay takes a day off the beginning of the copy, as in "PELLWICK – June 2,
// 2026 – ".
func (d *draft) leadingDay(p para) para {
	day, rest := d.dayBefore(p)
	if day != "" {
		d.noteDay(day)
	}
	return rest
}

// dayBefore divides such a day and the copy; it is "" where there is none.
func (d *draft) dayBefore(p para) (day string, rest para) {
	m := dayDash.FindStringIndex(p.text)
	if m == nil {
		return "", p
	}
	if day = strings.Trim(p.text[:m[1]], " –—-():.\u00a0\u202f"); !isDateLine(day, d.lang) {
		return "", p
	}
	return day, p.part(m[1], len(p.text))
}

func (d *draft) takeDateline(body *[]para) {
	seen := 0
	for i := range *body {
		p := (*body)[i]
		if p.level > 0 || p.bullet != "" {
			continue // highlights may stand before the copy
		}
		if seen++; seen > 3 {
			return
		}
		p = d.behindWire(p)
		if day, behind := d.dayBefore(p); day != "" { // "June 9, 2026 – MARLOW – "
			if _, ok := datelineEnd(behind.text); ok {
				d.noteDay(day)
				p = behind
			}
		}
		end, ok := datelineEnd(p.text)
		if !ok || end == len(p.text) && i+1 == len(*body) {
			continue
		}
		if d.dateline.text != "" { // a line of its own above
			d.letterhead = append(d.letterhead, d.dateline.text)
		}
		place := strings.TrimRight(p.text[:end], " –—-\u00a0\u202f:;")
		if strings.HasPrefix(place, "(") && strings.HasSuffix(place, ")") {
			d.dateline = p.part(1, len(place)-1)
		} else {
			d.dateline = p.part(0, len(place))
		}
		d.noteDay(place)
		rest := p.part(end, len(p.text))
		if m := wireBehind.FindStringSubmatch(rest.text); m != nil {
			d.letterhead = append(d.letterhead, m[1])
			rest = rest.part(len(m[0]), len(rest.text))
		}
		rest = d.leadingDay(rest)
		*body = slices.Concat((*body)[:i], []para{rest}, (*body)[i+1:])
		if rest.text == "" { // the copy begins in the next paragraph
			*body = slices.Delete(*body, i, i+1)
		}
		return
	}
}
