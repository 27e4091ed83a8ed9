package importer

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/pattern"
)

// moment is an instant as a source writes it: a wall clock and a zone.
type moment struct {
	year, month, day, hour, minute int
	zone                           string // IANA name; "" if the source names none
	raw                            string
}

// months by name, in the languages that are read, with their short forms.
var months = func() map[string]int {
	out := make(map[string]int)
	for _, list := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec", "jan feb mar apr may june july aug sept oct nov dec",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "ene feb mar abr may jun jul ago sept oct nov dic",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "janv févr mars avr mai juin juil août sept oct nov déc",
		"januar februar märz april mai juni juli august september oktober november dezember", "jänner feb mrz apr mai jun jul aug sep okt nov dez",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"januari februari maart april mei juni juli augustus september oktober november december",
	} {
		for i, m := range strings.Fields(list) {
			out[m] = i + 1
		}
	}
	return out
}()

var monthNames = func() string {
	var names []string
	for m := range months {
		names = append(names, m)
	}
	sort.Slice(names, func(i, j int) bool {
		if len(names[i]) != len(names[j]) {
			return len(names[i]) > len(names[j])
		}
		return names[i] < names[j]
	})
	return strings.Join(names, "|")
}()

var (
	monthFirst = pattern.New(`(?i)\b(` + monthNames + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*,?\s*(\d{4}))?\b`)
	dayFirst   = pattern.New(`(?i)\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?(` + monthNames + `)\.?(?:\s*,?\s*(?:de\s+|del\s+)?(\d{4}))?`)
	isoDay     = pattern.New(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	dottedDay  = pattern.New(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	slashedDay = pattern.New(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	clockTime  = pattern.New(`(?i)\b(\d{1,2})(?:[:.h](\d{2})|\s?h\b|\s?(?:Uhr))?\s*(a\.?m\.?|p\.?m\.?|noon|midnight|Uhr|h|hrs|hours|horas|heures|uur)?\s*\(?\b([A-Z]{1,4}T|UTC|GMT|CET|CEST|MEZ|MESZ|BST|ET|CT|MT|PT|Eastern|Central|Mountain|Pacific|(?i:eastern time|pacific time|hora peninsular|heure de Paris))?\b`)
)

// zones are the abbreviations that releases use. Those of summer and winter name
// the same place: which one holds follows from the day.
var zones = map[string]string{
	"ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York", "EASTERN": "America/New_York", "EASTERN TIME": "America/New_York",
	"CT": "America/Chicago", "CST": "America/Chicago", "CDT": "America/Chicago", "CENTRAL": "America/Chicago",
	"MT": "America/Denver", "MST": "America/Denver", "MDT": "America/Denver", "MOUNTAIN": "America/Denver",
	"PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PACIFIC": "America/Los_Angeles", "PACIFIC TIME": "America/Los_Angeles",
	"GMT": "UTC", "UTC": "UTC", "BST": "Europe/London", "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
	"HORA PENINSULAR": "Europe/Madrid", "HEURE DE PARIS": "Europe/Paris", "AKST": "America/Anchorage", "AKDT": "America/Anchorage", "HST": "Pacific/Honolulu",
}

// findDate reads the first day in a text. Without a year it is that of now.
func findDate(text, lang string, now time.Time) (y, m, d int, ok bool) {
	if g := isoDay.FindStringSubmatch(text); g != nil {
		return atoi(g[1]), atoi(g[2]), atoi(g[3]), true
	}
	at := len(text)
	if loc := monthFirst.FindStringSubmatchIndex(text); loc != nil {
		g := monthFirst.FindStringSubmatch(text)
		at = loc[0]
		y, m, d, ok = atoi(g[3]), months[strings.ToLower(g[1])], atoi(g[2]), true
	}
	if loc := dayFirst.FindStringSubmatchIndex(text); loc != nil && loc[0] < at {
		g := dayFirst.FindStringSubmatch(text)
		y, m, d, ok = atoi(g[3]), months[strings.ToLower(g[2])], atoi(g[1]), true
	}
	if !ok {
		if g := dottedDay.FindStringSubmatch(text); g != nil {
			y, m, d, ok = atoi(g[3]), atoi(g[2]), atoi(g[1]), true
		} else if g := slashedDay.FindStringSubmatch(text); g != nil {
			a, b := atoi(g[1]), atoi(g[2])
			if lang == "en" && a <= 12 { // as in the United States; a source that means otherwise shows by a day over 12
				a, b = b, a
			}
			y, m, d, ok = atoi(g[3]), b, a, true
		}
	}
	if ok && y == 0 {
		y = now.Year()
	}
	if !ok || m < 1 || m > 12 || d < 1 || d > 31 || time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d {
		return 0, 0, 0, false
	}
	return y, m, d, true
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// noteDay keeps the first day that a release line or dateline names.
func (d *draft) noteDay(text string) {
	if y, m, day, ok := findDate(text, d.lang, d.today); ok && d.day.IsZero() {
		d.day = time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	}
}

// isDateLine tells a line that is a day and little else.
func isDateLine(text, lang string) bool {
	if len(text) > 60 || len(strings.Fields(text)) > 8 {
		return false
	}
	_, _, _, ok := findDate(text, lang, time.Unix(0, 0))
	return ok && !strings.ContainsAny(text, "–—") && len(strings.Fields(dayWords.ReplaceAllString(strings.ToLower(text), ""))) <= 2
}

var dayWords = pattern.New(`(?i)\d+(?:st|nd|rd|th|er|º)?|` + monthNames + `|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[,.]|\b(?:de|of|the|le|el|den)\b`)

// embargo reads an embargo line. Where it names the instant in two zones and the
// two agree, the first is kept.
func (d *draft) embargo(text string) {
	d.releaseLine = text
	times := d.moments(text)
	if len(times) == 0 {
		d.noteDay(text)
		d.unsure = append(d.unsure, fmt.Sprintf("the embargo %q names no time of day that could be read; write it as embargo = 2026-07-26T09:00:00 with a timezone", text))
		return
	}
	first := times[0]
	d.moment = &first
	for _, t := range times[1:] {
		a, okA := first.instant()
		b, okB := t.instant()
		if okA && okB && !a.Equal(b) {
			d.unsure = append(d.unsure, fmt.Sprintf("the embargo names two times that are not the same instant: %s and %s; the first is taken", first.raw, t.raw))
		}
	}
	if first.zone == "" {
		d.unsure = append(d.unsure, "the embargo names no zone; the workspace's holds")
	}
}

// moments reads the times of a text, all on its one day.
func (d *draft) moments(text string) []moment {
	y, m, day, ok := findDate(text, d.lang, d.today)
	if !ok {
		if d.day.IsZero() {
			return nil
		}
		y, m, day = d.day.Year(), int(d.day.Month()), d.day.Day()
	}
	rest := text
	for _, p := range []*pattern.Pattern{isoDay, monthFirst, dayFirst, dottedDay, slashedDay} {
		rest = p.ReplaceAllString(rest, " · ")
	}
	var out []moment
	for _, g := range clockTime.FindAllStringSubmatch(rest, -1) {
		half := strings.ReplaceAll(strings.ToLower(g[3]), ".", "")
		if g[2] == "" && half == "" && g[4] == "" {
			continue
		}
		hour, minute := atoi(g[1]), atoi(g[2])
		switch {
		case half == "pm" && hour < 12:
			hour += 12
		case (half == "am" || half == "midnight") && hour == 12:
			hour = 0
		}
		if hour > 23 || minute > 59 {
			continue
		}
		out = append(out, moment{y, m, day, hour, minute, zones[strings.ToUpper(strings.TrimSpace(g[4]))], strings.TrimSpace(g[0])})
	}
	return out
}

func (m moment) instant() (time.Time, bool) {
	if m.zone == "" {
		return time.Time{}, false
	}
	loc, err := time.LoadLocation(m.zone)
	if err != nil {
		return time.Time{}, false
	}
	return time.Date(m.year, time.Month(m.month), m.day, m.hour, m.minute, 0, 0, loc), true
}

// findDay says what the day of release is, where nothing has named it.
func (d *draft) findDay() {
	if d.day.IsZero() && d.moment == nil {
		d.day = d.today
		d.unsure = append(d.unsure, "the source names no day of release; this is today")
	}
}
