package when

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var day0 = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)

// tongue is how a language writes what a line is made of; months and weekdays are
// written out here, so that a slip in the package's own tables shows.
type tongue struct {
	frames   []string // {D} the day, {T} the hour with its zone
	months   string
	weekdays string
	days     []string // {d} {m} {y} {w}
	hours    []string // {H} 0-23, {HH}, {MM}; {h} 1-12 with {half}
	zones    map[string]string
}

var tongues = map[string]tongue{
	"en": {
		[]string{"EMBARGOED UNTIL {T}, {D}", "Strict embargo: {T}, {D}", "Not for publication before {T} on {D}", "Under embargo until {D}, {T}", "Hold for release until {T}, {D}", "FOR RELEASE AT {T}, {D}", "Release date/time: {D} – {T}", "Embargo: {D} at {T}", "This release is under embargo until {T} on {D}."},
		"January February March April May June July August September October November December", "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
		[]string{"{w}, {m} {d}, {y}", "{m} {d}, {y}", "{w} {d} {m} {y}", "{d} {m} {y}", "{w}, {m} {d}"},
		[]string{"{h}:{MM} {half}", "{h}.{MM}{half}", "{HH}:{MM}", "{HH}{MM}hrs", "{HH}.{MM}", "{HH}{MM} hours"},
		map[string]string{"ET": "America/New_York", "Eastern Time": "America/New_York", "UK time": "Europe/London", "Brussels time": "Europe/Brussels", "(London)": "Europe/London", "PT": "America/Los_Angeles", "U.S. Central Time": "America/Chicago", "Sydney time": "Australia/Sydney"},
	},
	"es": {
		[]string{"EMBARGO: {D}, {T}", "Embargado hasta el {D} a las {T}", "No publicar antes del {D}, {T}", "Bajo embargo hasta las {T} del {D}", "Fecha y hora de publicación: {D}, {T}"},
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "domingo lunes martes miércoles jueves viernes sábado",
		[]string{"{w} {d} de {m} de {y}", "{d} de {m} de {y}", "{w}, {d} de {m}"},
		[]string{"{H}:{MM} h", "{H}:{MM} horas", "{H}.{MM} h", "{h}:{MM} {half}"},
		map[string]string{"hora peninsular": "Europe/Madrid", "(hora de Madrid)": "Europe/Madrid", "hora de Bogotá": "America/Bogota", "(hora de Ciudad de México)": "America/Mexico_City", "hora de Canarias": "Atlantic/Canary"},
	},
	"fr": {
		[]string{"SOUS EMBARGO JUSQU’AU {D} À {T}", "Embargo : {D}, {T}", "Sous embargo jusqu’à {T} le {D}", "Ne pas diffuser avant le {D} à {T}", "Date et heure de publication : {D} à {T}"},
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "dimanche lundi mardi mercredi jeudi vendredi samedi",
		[]string{"{w} {d} {m} {y}", "{d} {m} {y}", "{w} {d} {m}"},
		[]string{"{H}h{MM}", "{H} h {MM}", "{HH}:{MM}", "{H} heures {MM}"},
		map[string]string{"(heure de Paris)": "Europe/Paris", "heure de Bruxelles": "Europe/Brussels", "heure suisse": "Europe/Zurich", "heure de Montréal": "America/Toronto"},
	},
	"de": {
		[]string{"Sperrfrist: {D}, {T}", "SPERRFRIST BIS {D}, {T}", "Unter Embargo bis {D}, {T}", "Veröffentlichung erst ab {D}, {T}", "Sperrvermerk: Frei ab {D}, {T}"},
		"Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
		[]string{"{w}, {d}. {m} {y}", "{d}. {m} {y}", "{w}, {d}. {m}", "{w}, den {d}. {m} {y}"},
		[]string{"{H}.{MM} Uhr", "{HH}:{MM} Uhr", "{H} Uhr {MM}"},
		map[string]string{"deutscher Zeit": "Europe/Berlin", "(Wiener Zeit)": "Europe/Vienna", "Schweizer Zeit": "Europe/Zurich", "Brüsseler Zeit": "Europe/Brussels", "Ortszeit New York": "America/New_York"},
	},
	"pt": {
		[]string{"EMBARGADO ATÉ {D}, ÀS {T}", "Sob embargo até {D}, às {T}", "Embargo: {D}, {T}", "Não divulgar antes das {T} de {D}", "Data e hora de publicação: {D}, {T}"},
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
		[]string{"{w}, {d} de {m} de {y}", "{d} de {m} de {y}"},
		[]string{"{H}h{MM}", "{HH}:{MM}", "{H}h{MM}"},
		map[string]string{"(horário de Brasília)": "America/Sao_Paulo", "hora de Lisboa": "Europe/Lisbon", "horário de São Paulo": "America/Sao_Paulo"},
	},
	"it": {
		[]string{"EMBARGO FINO ALLE {T} DI {D}", "Sotto embargo fino a {D}, ore {T}", "Embargo: {D}, ore {T}", "Da non pubblicare prima del {D}, ore {T}", "Data e ora di pubblicazione: {D}, ore {T}"},
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "domenica lunedì martedì mercoledì giovedì venerdì sabato",
		[]string{"{w} {d} {m} {y}", "{d} {m} {y}"},
		[]string{"{H}.{MM}", "{HH}:{MM}"},
		map[string]string{"(ora italiana)": "Europe/Rome", "ora di Roma": "Europe/Rome", "ora di Bruxelles": "Europe/Brussels"},
	},
	"nl": {
		[]string{"ONDER EMBARGO TOT {D}, {T}", "Embargo tot {D} om {T}", "Niet publiceren vóór {D}, {T}", "Publicatiedatum en -tijd: {D}, {T}"},
		"januari februari maart april mei juni juli augustus september oktober november december", "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
		[]string{"{w} {d} {m} {y}", "{d} {m} {y}"},
		[]string{"{H}.{MM} uur", "{HH}:{MM} uur"},
		map[string]string{"Nederlandse tijd": "Europe/Amsterdam", "(Belgische tijd)": "Europe/Brussels", "Amsterdamse tijd": "Europe/Amsterdam"},
	},
}

// drawn is a line and the instant that it means. Sure is false where the line leaves
// the instant open, for which at is the latest that it can mean.
type drawn struct {
	text, language string
	at             time.Time
	sure           bool
}

// drawLine makes a line of a language, a frame, a form of the day, one of the hour and
// one of the zone; and sometimes takes away or adds what leaves it open.
func drawLine(t *rapid.T) drawn {
	language := rapid.SampledFrom([]string{"en", "es", "fr", "de", "pt", "it", "nl"}).Draw(t, "language")
	w := tongues[language]
	zone, loc, fixed := drawZone(t, w)
	at := day0.AddDate(0, 0, rapid.IntRange(3, 300).Draw(t, "day")).Add(time.Duration(rapid.IntRange(0, 24*12-1).Draw(t, "five minutes")) * 5 * time.Minute)
	at = time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), 0, 0, loc)
	form := rapid.SampledFrom(w.hours).Draw(t, "hour")
	day := rapid.SampledFrom(w.days).Draw(t, "date")
	d := drawn{language: language, at: at, sure: true}
	if strings.Contains(form, "{half}") && at.Hour()%12 == 0 { // midnight is a case of its own
		form = "{HH}:{MM}"
	}
	american := strings.HasPrefix(loc.String(), "America/") && loc.String() != "America/Sao_Paulo"
	if form == "{HH}:{MM}" && american && at.Hour() > 0 && at.Hour() < 13 || at.Hour() > 0 && at.Hour() < 13 && form == "{HH}.{MM}" && american {
		d.sure = at.Hour() < 10
	}
	if !fixed && twice(at) {
		d.sure = false
	}
	hour := writeHour(form, language, at)
	switch rapid.IntRange(0, 9).Draw(t, "fault") {
	case 0: // no zone
		zone, d.sure = "", false
	case 1: // a zone that nobody knows
		zone, d.sure = "Gotham time", false
	case 2: // the weekday of another day
		if strings.Contains(day, "{w}") {
			day, d.sure = strings.ReplaceAll(day, "{w}", strings.Fields(w.weekdays)[(int(at.Weekday())+1+rapid.IntRange(0, 5).Draw(t, "off"))%7]), false
		}
	case 3: // no hour
		hour, d.sure = "", false
	}
	text := strings.NewReplacer("{T}", strings.TrimSpace(hour+" "+zone), "{D}", writeDay(day, w, at)).Replace(rapid.SampledFrom(w.frames).Draw(t, "frame"))
	if rapid.IntRange(0, 5).Draw(t, "capitals") == 0 && zone != "" {
		text = strings.ToUpper(text)
	}
	d.text = text
	return d
}

// twice tells that a place's clock shows an instant's hour a second time that day.
func twice(at time.Time) bool {
	for _, d := range []time.Duration{-time.Hour, time.Hour} {
		if at.Add(d).Format(time.DateTime) == at.Format(time.DateTime) {
			return true
		}
	}
	return false
}

func drawZone(t *rapid.T, w tongue) (string, *time.Location, bool) {
	if rapid.Bool().Draw(t, "offset") {
		hours := rapid.IntRange(-9, 12).Draw(t, "offset hours")
		name := fmt.Sprintf(rapid.SampledFrom([]string{"UTC%+d", "(GMT%+d)", "(UTC%+d)", "(UTC%+03d:00)", "(%+03d00)"}).Draw(t, "offset form"), hours)
		return name, time.FixedZone(name, hours*3600), true
	}
	var names []string
	for n := range w.zones {
		names = append(names, n)
	}
	slices.Sort(names)
	name := rapid.SampledFrom(names).Draw(t, "zone")
	loc, err := time.LoadLocation(w.zones[name])
	if err != nil {
		t.Fatal(err)
	}
	return name, loc, false
}

func writeHour(form, language string, at time.Time) string {
	half := "a.m."
	if at.Hour() >= 12 {
		half = "p.m."
	}
	if language == "en" && at.Minute()%2 == 0 {
		half = strings.ReplaceAll(half, ".", "")
	}
	return strings.NewReplacer("{half}", half, "{HH}", fmt.Sprintf("%02d", at.Hour()), "{H}", fmt.Sprint(at.Hour()),
		"{MM}", fmt.Sprintf("%02d", at.Minute()), "{h}", fmt.Sprint((at.Hour()+11)%12+1)).Replace(form)
}

func writeDay(form string, w tongue, at time.Time) string {
	return strings.NewReplacer("{d}", fmt.Sprint(at.Day()), "{m}", strings.Fields(w.months)[at.Month()-1], "{y}", fmt.Sprint(at.Year()),
		"{w}", strings.Fields(w.weekdays)[at.Weekday()]).Replace(form)
}

// TestNoInstantIsEverEarlierThanTheLine: of whatever line, either the very instant is
// read or none; and a line that leaves it open is never read as one.
func TestNoInstantIsEverEarlierThanTheLine(t *testing.T) {
	lines, sure, read := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		d := drawLine(t)
		r := Read(d.text, Options{Language: d.language, Today: day0})
		lines++
		switch {
		case !r.At.IsZero() && !d.sure:
			t.Fatalf("%s\nis read as %s, and leaves it open", d.text, r.At)
		case !r.At.IsZero() && !r.At.Equal(d.at):
			t.Fatalf("%s\nis read as %s and means %s", d.text, r.At, d.at)
		case !r.Embargo && !(r.Release && r.Complete()) && d.sure:
			t.Fatalf("%s\nis not seen to speak of its time: %+v", d.text, r)
		case r.At.IsZero() && r.Why == "":
			t.Fatalf("%s\nis not read, and nothing says why", d.text)
		}
		if d.sure {
			sure++
			if !r.At.IsZero() {
				read++
			} else {
				t.Logf("not read: %s: %s", d.text, r.Why)
			}
		}
	})
	t.Logf("%d lines, %d of %d sure ones read (%.1f%%)", lines, read, sure, 100*float64(read)/float64(max(sure, 1)))
	if read*10 < sure*9 {
		t.Errorf("%d of %d sure lines are read; at least nine of ten are wanted", read, sure)
	}
}
