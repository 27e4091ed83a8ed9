package frontmatter

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

var (
	yearFirst  = pattern.New(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`)
	dayTooMany = pattern.New(`^(\d+)(?:\D|$)`) // figures behind those of a day
	yearLast   = pattern.New(`^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?:\d{2})?(?:\D|$)`)
	dayMonth   = pattern.New(`^(?i:[a-z]+day,? +)?(\d{1,2})(?:st|nd|rd|th|\.)? +([A-Za-z]{3,9})\.?,? +(\d{4})`)
	monthDay   = pattern.New(`^(?i:[a-z]+day,? +)?([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})`)
	clock      = pattern.New(`^(?i:[t, ]| at )*(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:\.\d+)?)? *((?i:[ap]\.?m\b\.?))?`)
	offset     = pattern.New(`^ *(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$`)
	zoneName   = pattern.New(`^ *\(?([A-Za-z]{1,5})\)?$`)
	capitals   = pattern.New(`^\(?[A-Z]{2,5}\)?$`) // a zone that is not known here
	halfDay    = pattern.New(`^(?i:[ap]\.?m\b\.?)`)
	someday    = pattern.New(`^(?i:today|tomorrow|tonight|now|noon|midnight|tba|tbd|(?:next )?[a-z]+day)\b`)
	hourOnly   = pattern.New(`^\d{1,2}(?:[:.h]\d{2})?(?::\d{2})? *(?i:[ap]\.?m\b\.?)`)
)

// instantExample is how a time is written.
const instantExample = "2026-07-26T09:00:00 (the year first, then the month and the day)"

// zones are abbreviations that journalists use, with their offset and a zone whose
// name can be written instead; those without an offset stand for two.
var zones = map[string][2]string{
	"Z": {"Z", ""}, "UTC": {"Z", ""}, "GMT": {"Z", "Europe/London"}, "BST": {"+01:00", "Europe/London"},
	"WET": {"Z", "Europe/Lisbon"}, "CET": {"+01:00", "Europe/Berlin"}, "CEST": {"+02:00", "Europe/Berlin"},
	"EET": {"+02:00", "Europe/Athens"}, "EEST": {"+03:00", "Europe/Athens"}, "MSK": {"+03:00", "Europe/Moscow"},
	"EST": {"-05:00", "America/New_York"}, "EDT": {"-04:00", "America/New_York"}, "ET": {"", "America/New_York"},
	"CST": {"-06:00", "America/Chicago"}, "CDT": {"-05:00", "America/Chicago"}, "CT": {"", "America/Chicago"},
	"MST": {"-07:00", "America/Denver"}, "MDT": {"-06:00", "America/Denver"}, "MT": {"", "America/Denver"},
	"PST": {"-08:00", "America/Los_Angeles"}, "PDT": {"-07:00", "America/Los_Angeles"}, "PT": {"", "America/Los_Angeles"},
	"JST": {"+09:00", "Asia/Tokyo"}, "AEST": {"+10:00", "Australia/Sydney"}, "AEDT": {"+11:00", "Australia/Sydney"},
}

// validScalar tells whether the parser takes a value: there is no 31 November.
func validScalar(s string) bool {
	var v map[string]any
	_, err := toml.Decode("v="+s, &v)
	return err == nil
}

func looksLikeTime(s string) bool {
	for _, re := range []*pattern.Pattern{yearFirst, yearLast, someday, hourOnly} {
		if re.MatchString(s) {
			return true
		}
	}
	_, _, ok, _ := wordedDay(s)
	return ok || leading.MatchString(s)
}

// time reads a time as people write it, and writes it as TOML does where it can
// mean one thing only.
func (m *mender) time(s string, end int) {
	start := m.at
	if n := len(leading.FindString(s)); validScalar(s[:n]) && !saysZone(s[n:]) {
		m.keepTo(start + n) // something else stands behind a time
		return
	}
	day, rest, err := readDay(s)
	if err != nil {
		m.slip(start, "time", "%v", err)
		m.instead(end, `""`)
		return
	}
	value, why, err := readClock(day, rest)
	if err != nil {
		m.slip(start, "time", "%v", err)
		value = day.Format("2006-01-02T15:04:05")
	} else {
		m.slip(start, "time", "%s is no time as it is written here; write %s%s", diagnostic.Clip(s, 40), value, why)
	}
	m.instead(end, value)
}

// timeAdvice says how a time is written that stands in a text, "" if it is none.
func timeAdvice(s string) string {
	if bareTime.MatchString(s) && validScalar(s) {
		return "; write " + s
	}
	day, rest, err := readDay(s)
	if err != nil {
		return ""
	}
	value, why, err := readClock(day, rest)
	if err != nil {
		return "; " + err.Error()
	}
	return "; write " + value + why
}

// saysZone tells whether what stands behind a time belongs to it.
func saysZone(s string) bool {
	s = strings.TrimSpace(s)
	_, known := zones[strings.ToUpper(strings.Trim(s, "()"))]
	return known || capitals.MatchString(s) || halfDay.MatchString(s) || offset.MatchString(s) || clock.MatchString(s)
}

// wordedDay reads a day whose month is a word. ok tells whether it is one.
func wordedDay(s string) (day time.Time, rest string, ok bool, err error) {
	for _, f := range []struct {
		re               *pattern.Pattern
		day, month, year int
	}{{dayMonth, 1, 2, 3}, {monthDay, 2, 1, 3}} {
		p := f.re.FindStringSubmatch(s)
		if p == nil {
			continue
		}
		for mo := time.January; mo <= time.December; mo++ {
			if strings.HasPrefix(strings.ToLower(mo.String()), strings.ToLower(p[f.month])) {
				day, err = dayOf(number(p[f.year]), mo, number(p[f.day]))
				return day, s[len(p[0]):], true, err
			}
		}
	}
	return day, "", false, nil
}

// readDay reads the day that a time begins with.
func readDay(s string) (day time.Time, rest string, err error) {
	if day, rest, ok, err := wordedDay(s); ok {
		return day, rest, err
	}
	p := yearFirst.FindStringSubmatch(s)
	if p == nil {
		return day, "", fmt.Errorf("%s is no time as it is written here; write it as in %s", diagnostic.Clip(s, 40), instantExample)
	}
	y, mo, d := number(p[1]), number(p[2]), number(p[3])
	if mo < 1 || mo > 12 {
		return day, "", fmt.Errorf("there is no month %d; a day is written year-month-day, as in %s", mo, instantExample)
	}
	rest = s[len(p[0]):]
	if more := dayTooMany.FindStringSubmatch(rest); more != nil && !strings.HasPrefix(rest[len(more[1]):], ":") {
		return day, "", fmt.Errorf("there is no day %s in a month; a day is written year-month-day, as in %s",
			diagnostic.Clip(p[3]+more[1], 10), instantExample)
	}
	day, err = dayOf(y, time.Month(mo), d)
	return day, rest, err
}

// dayOf is a day that there is.
func dayOf(year int, month time.Month, d int) (time.Time, error) {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	if last := first.AddDate(0, 1, -1).Day(); d < 1 || d > last {
		return first, fmt.Errorf("there is no day %d in %s %d, which has %d days", d, month, year, last)
	}
	return first.AddDate(0, 0, d-1), nil
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // of four digits at most
	return n
}

// readClock reads the time of day behind a day and returns both as TOML writes
// them, with what there is to say about the zone.
func readClock(day time.Time, s string) (value, why string, err error) {
	p := clock.FindStringSubmatch(s)
	if p == nil {
		return day.Format("2006-01-02"), ", or with the time of day, " + day.Format("2006-01-02") + "T09:00:00", nil
	}
	hour, minute, second := number(p[1]), number(p[2]), number(p[3])
	switch half := strings.ToLower(p[4]); {
	case half == "":
	case hour < 1 || hour > 12:
		return "", "", fmt.Errorf("there is no hour %d %s; hours are written from 00 to 23, as in T21:00:00", hour, p[4])
	case half[0] == 'p' && hour < 12:
		hour += 12
	case half[0] == 'a' && hour == 12:
		hour = 0
	}
	midnight := ""
	switch {
	case hour == 24 && minute == 0 && second == 0:
		day, hour, midnight = day.AddDate(0, 0, 1), 0, ": the hours go from 00 to 23, so midnight begins the next day"
	case hour > 23:
		return "", "", fmt.Errorf("there is no hour %d; hours are written from 00 to 23, as in T21:00:00", hour)
	case minute > 59 || second > 59:
		return "", "", fmt.Errorf("there is no minute %d or second %d; both go from 00 to 59", minute, second)
	}
	at := day.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second)
	value = at.Format("2006-01-02T15:04:05")
	zone, said := readZone(value, s[len(p[0]):])
	return value + zone, said + midnight, nil
}

// readZone reads what stands behind the time of day.
func readZone(value, s string) (zone, why string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", ""
	}
	if p := offset.FindStringSubmatch(s); p != nil {
		h, minutes := number(p[2]), number(p[3])
		if h > 14 || minutes > 59 {
			return "", fmt.Sprintf(" with the offset of your zone, as in %s-07:00", value)
		}
		return fmt.Sprintf("%s%02d:%02d", p[1], h, minutes), ""
	}
	if p := zoneName.FindStringSubmatch(s); p != nil {
		abbreviation := strings.ToUpper(p[1])
		z, known := zones[abbreviation]
		switch {
		case !known:
			return "", fmt.Sprintf(" with timezone = \"…\" and an IANA name such as Europe/Madrid, instead of %s", p[1])
		case z[1] == "":
			return z[0], ""
		case z[0] == "":
			return "", fmt.Sprintf(" with timezone = \"%s\", instead of %s", z[1], abbreviation)
		}
		return z[0], fmt.Sprintf(" (%s is %s), or %s with timezone = \"%s\"", abbreviation, z[0], value, z[1])
	}
	return "", fmt.Sprintf(", with its offset behind it, as in %s-07:00, instead of %s", value, diagnostic.Clip(s, 20))
}
