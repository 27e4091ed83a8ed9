package language

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// dates is how a language writes days and times.
type dates struct {
	weekdays, months []string // from Sunday, from January
	// date is a day with {day}, {month} or its number {m}, and {year}; time one with
	// {HH}, {H}, {h12}, {mm} and {half}; instant has {weekday}, {date}, {time}, {zone}.
	date, time, instant string
	noon, midnight      string   // stand for the time then; midnight begins its day
	elsewhere           string   // a time in another zone, with its day: {weekday}, {day}, {month} or {m}, {time}, {zone}
	first               string   // the first of a month, "" where it is a number as others
	halves              []string // of the day, where hours are counted to twelve
	// short is an instant in a subject, with {day}, {month} (as shortMonths has it) or
	// {m}, {time} and {zone}; "" for figures alone, the day first.
	short       string
	shortMonths []string // nil for months
}

// Date writes the day of t, in t's own zone, without the weekday.
func (c *Catalogue) Date(t time.Time) string {
	return fill(c.dates.date, append(c.day(t), "year", strconv.Itoa(t.Year()))...)
}

// day are the places of a day without its year.
func (c *Catalogue) day(t time.Time) []string {
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 && c.dates.first != "" {
		day = c.dates.first
	}
	return []string{"day", day, "month", c.dates.months[t.Month()-1], "m", strconv.Itoa(int(t.Month()))}
}

// clock writes the time of day of t, in t's own zone. Noon and midnight are words: the
// figures of both are taken one for the other.
func (c *Catalogue) clock(t time.Time) string {
	switch {
	case t.Minute() != 0 || t.Second() != 0:
	case t.Hour() == 12:
		return c.dates.noon
	case t.Hour() == 0:
		return c.dates.midnight
	}
	half := ""
	if len(c.dates.halves) == 2 {
		half = c.dates.halves[t.Hour()/12]
	}
	return fill(c.dates.time, "HH", t.Format("15"), "H", strconv.Itoa(t.Hour()), "h12", t.Format("3"), "mm", t.Format("04"), "half", half)
}

// Instant writes t, in t's own zone, with weekday, date, time and zone, then as the clocks
// of further zones show it, and in UTC behind that, so that no reader has to know the
// zone's letters: each with its day where that, or the one before it, is another than t's,
// and with its year where that is another. A zone that reads as one before it is not repeated.
func (c *Catalogue) Instant(t time.Time, further ...*time.Location) string {
	s, day, year := c.Local(t), t.Day(), t.Year()
	said := []string{t.Format(zoneForm)}
	_, offset := t.Zone()
	u := t.UTC()
	if offset != 0 {
		said = append(said, u.Format(zoneForm))
	}
	for _, zone := range further {
		there := t.In(zone)
		if name := there.Format(zoneForm); !slices.Contains(said, name) {
			said = append(said, name)
			s = c.beside(s, " / ", c.elsewhere(there, c.clock(there), day, year))
			if day = t.Day(); there.Day() != day {
				day, year = 0, there.Year() // what follows says its own day, whichever it is
			}
		}
	}
	if offset != 0 {
		s = c.beside(s, " (", c.elsewhere(u, u.Format("15:04"), day, year)) + ")"
	}
	return s
}

// beside puts a time behind another one. In a sentence that runs from right to left a mark
// may have to part them: the letters of a zone would draw the next time to them, and the
// one before it would be seen beside a zone that is not its own.
func (c *Catalogue) beside(s, between, next string) string {
	return s + Parting(s, next, RightToLeft(c.Tag)) + between + next
}

// zoneForm is a zone by its letters, which several share, and its offset.
const zoneForm = "MST -07:00"

// Local is Instant for somebody whose own zone it is: without UTC.
func (c *Catalogue) Local(t time.Time) string {
	return fill(c.dates.instant, "weekday", c.dates.weekdays[t.Weekday()], "date", c.Date(t), "time", c.clock(t), "zone", zoneName(t))
}

// ShortInstant writes t, in t's own zone, as short as a subject wants it: weekday and
// year stand in the line below.
func (c *Catalogue) ShortInstant(t time.Time) string {
	pattern, months, clock := c.dates.short, c.dates.shortMonths, c.clock(t)
	if months == nil {
		months = c.dates.months
	}
	if pattern == "" { // figures are read in every language, in the order of its dates
		pattern, clock = "{day}/{m} {time} {zone}", t.Format("15:04")
		if strings.Index(c.dates.date, "{m") < strings.Index(c.dates.date, "{day}") {
			pattern = "{m}/{day} {time} {zone}"
		}
	}
	if t.Minute() == 0 && t.Second() == 0 && t.Hour()%12 != 0 {
		clock = strings.Replace(clock, ":00 ", " ", 1) // 9 a.m.
	}
	if i := strings.IndexAny(clock, "(（"); i > 0 { // midnight
		clock = strings.TrimRight(clock[:i], " \u00a0")
	}
	return fill(pattern, "day", strconv.Itoa(t.Day()), "month", months[t.Month()-1], "m", strconv.Itoa(int(t.Month())),
		"time", clock, "zone", zoneName(t))
}

// elsewhere writes a time of day in t's zone, beside one whose day of the month and year
// are given: with its day where that is another, with its year where that is.
func (c *Catalogue) elsewhere(t time.Time, clock string, day, year int) string {
	switch {
	case t.Day() == day:
		return clock + " " + zoneName(t)
	case t.Year() != year:
		return fill(c.dates.instant, "weekday", c.dates.weekdays[t.Weekday()], "date", c.Date(t), "time", clock, "zone", zoneName(t))
	}
	return fill(c.dates.elsewhere, append(c.day(t), "weekday", c.dates.weekdays[t.Weekday()], "time", clock, "zone", zoneName(t))...)
}

// fill puts values into the places of a pattern: names and values in turn.
func fill(pattern string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(pattern)
}

// zoneName is how the zone of t is written: its letters where it has them, else
// UTC and the offset.
func zoneName(t time.Time) string {
	name, offset := t.Zone()
	if name != "" && unicode.IsLetter(rune(name[0])) {
		return name
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "−", -offset
	}
	if m := offset / 60 % 60; m != 0 {
		return fmt.Sprintf("UTC%s%d:%02d", sign, offset/3600, m)
	}
	if offset == 0 {
		return "UTC"
	}
	return fmt.Sprintf("UTC%s%d", sign, offset/3600)
}
