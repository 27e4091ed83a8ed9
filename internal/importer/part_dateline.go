package importer

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// advisoryField begins a line of an advisory: who, what, when, where. With a dash, or alone on its line, it is in capitals.
var advisoryField = pattern.New(`^(?:` + fieldsInCapitals + `|Who|What|When|Where|Why|How|Qui|Quoi|Quand|Où|Quién(?:es)?|Qué|Cuándo|` +
	`Dónde|Wer|Was|Wann|Wo|Chi|(?:Che )?[Cc]osa|Quando|Dove|Quem|Onde|Wie|Wat|Wanneer|Waar)\s*:\s*\S|` +
	`^(?:` + fieldsInCapitals + `)(?:\s+[–—-]\s+\S|\s*[:?]?$)`)

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
func eventFields(list []prose.Para) bool {
	if !dayOfEvent.MatchString(list[0].Text) {
		return false
	}
	placed := false
	for _, p := range list[1:min(len(list), eventLines)] {
		if whenOfEvent.MatchString(p.Text) {
			return false
		}
		placed = placed || placeOfEvent.MatchString(p.Text)
	}
	return placed
}

// leadingDay takes a day off the beginning of the copy, as in "PELLWICK – June 2,
// 2026 – ".
func (d *draft) leadingDay(p prose.Para) prose.Para {
	day, rest := d.dayBefore(p)
	if day != "" {
		d.noteDay(day)
	}
	return rest
}

// dayBefore divides such a day and the copy; it is "" where there is none.
func (d *draft) dayBefore(p prose.Para) (day string, rest prose.Para) {
	m := dayDash.FindStringIndex(p.Text)
	if m == nil {
		return "", p
	}
	if day = strings.Trim(p.Text[:m[1]], " –—-():.\u00a0\u202f"); !isDateLine(day, d.Lang) {
		return "", p
	}
	return day, p.Part(m[1], len(p.Text))
}

func (d *draft) takeDateline(body *[]prose.Para) {
	seen := 0
	for i := range *body {
		p := (*body)[i]
		if p.Level > 0 || p.Bullet != "" {
			continue // highlights may stand before the copy
		}
		if seen++; seen > 3 {
			return
		}
		p = d.behindWire(p)
		if day, behind := d.dayBefore(p); day != "" { // "June 9, 2026 – MARLOW – "
			if _, ok := prose.DatelineEnd(behind.Text); ok {
				d.noteDay(day)
				p = behind
			}
		}
		end, ok := prose.DatelineEnd(p.Text)
		if !ok || end == len(p.Text) && i+1 == len(*body) {
			continue
		}
		if d.Dateline.Text != "" { // a line of its own above
			d.Letterhead = append(d.Letterhead, d.Dateline.Text)
		}
		place := strings.TrimRight(p.Text[:end], " –—-\u00a0\u202f:;")
		if strings.HasPrefix(place, "(") && strings.HasSuffix(place, ")") {
			d.Dateline = p.Part(1, len(place)-1)
		} else {
			d.Dateline = p.Part(0, len(place))
		}
		d.noteDay(place)
		rest := p.Part(end, len(p.Text))
		if m := wireBehind.FindStringSubmatch(rest.Text); m != nil {
			d.Letterhead = append(d.Letterhead, m[1])
			rest = rest.Part(len(m[0]), len(rest.Text))
		}
		rest = d.leadingDay(rest)
		*body = slices.Concat((*body)[:i], []prose.Para{rest}, (*body)[i+1:])
		if rest.Text == "" { // the copy begins in the next paragraph
			*body = slices.Delete(*body, i, i+1)
		}
		return
	}
}
