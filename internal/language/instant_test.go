package language

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestEnglishHoursBeforeAndAfterNoon(t *testing.T) {
	for clock, want := range map[string]string{
		"00:30": "12:30 a.m. UTC", "01:05": "1:05 a.m. UTC", "11:59": "11:59 a.m. UTC", "12:30": "12:30 p.m. UTC",
		"13:00": "1:00 p.m. UTC", "17:30": "5:30 p.m. UTC", "23:59": "11:59 p.m. UTC",
	} {
		at, err := time.Parse("2006-01-02 15:04", "2027-06-08 "+clock)
		if err != nil {
			t.Fatal(err)
		}
		if got := ForReader("en").Instant(at); got != "Tuesday, June 8, 2027, "+want {
			t.Errorf("%s is written %s, want … %s", clock, got, want)
		}
	}
}

// Beside a zone stands UTC, so that nobody has to know the zone's letters; alone it does
// not stand twice.
func TestUTCStandsBesideAZone(t *testing.T) {
	at := time.Date(2027, 6, 8, 21, 30, 0, 0, time.UTC)
	zones := map[string]*time.Location{"UTC": time.UTC}
	for _, name := range []string{"Asia/Kathmandu", "America/Los_Angeles", "Europe/London"} {
		z, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		zones[name] = z
	}
	for _, tag := range Known() {
		c, _ := For(tag)
		for name, z := range zones {
			got := c.Instant(at.In(z))
			if name == "UTC" {
				if !strings.HasSuffix(got, " UTC") || strings.Contains(got, "(") {
					t.Errorf("%s: UTC alone is written %s", tag, got)
				}
				continue
			}
			if !strings.Contains(got, ZoneName(at.In(z))+" (") || !strings.HasSuffix(got, "21:30 UTC)") {
				t.Errorf("%s: %s is written %s", tag, name, got)
			}
		}
	}
}

func TestInstantsHaveTheCommaOfTheirScript(t *testing.T) {
	at := time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)
	for tag, want := range map[string]string{
		"ja": "火曜日、2027年6月8日、17:30 UTC",
		"ar": "الثلاثاء، 8 يونيو 2027، 17:30 UTC",
		"pt": "terça-feira, 8 de junho de 2027, 17:30 UTC",
		"it": "martedì 8 giugno 2027, 17:30 UTC",
		"nl": "dinsdag 8 juni 2027, 17.30 uur UTC",
	} {
		c, _ := For(tag)
		if got := c.Instant(at); got != want {
			t.Errorf("%s: %s\nwant %s", tag, got, want)
		}
	}
}

// Months and days are those of their numbers in every language.
func TestEveryMonthAndWeekdayHasItsOwnName(t *testing.T) {
	for _, tag := range Known() {
		c, _ := For(tag)
		seen := make(map[string]bool)
		for m := range 12 {
			d := time.Date(2027, time.Month(m+1), 15, 0, 0, 0, 0, time.UTC)
			if s := c.Date(d); seen[s] || !strings.Contains(s, "15") || !strings.Contains(s, "2027") || !strings.Contains(s, c.dates.months[m]) {
				t.Errorf("%s: month %d is written %s", tag, m+1, s)
			} else {
				seen[s] = true
			}
		}
		for day := range 7 {
			at := time.Date(2027, 6, 6+day, 0, 0, 0, 0, time.UTC) // from a Sunday on
			s := c.Instant(at)
			if !strings.HasPrefix(s, c.dates.weekdays[day]) || seen[c.dates.weekdays[day]] {
				t.Errorf("%s: weekday %d is written %s", tag, day, s)
			}
			seen[c.dates.weekdays[day]] = true
		}
	}
}

// A phrase with an argument too few loses it, one with a strange place prints it.
func TestEveryPhraseTakesItsArguments(t *testing.T) {
	for _, tag := range Known() {
		c, _ := For(tag)
		check := func(phrase string, places []string, say func(...any) string) {
			var args []any
			for i := range places {
				args = append(args, 7001+i)
			}
			got := say(args...)
			for _, a := range args {
				if strings.Count(got, fmt.Sprint(a)) != 1 {
					t.Errorf("%s: %s reads %q", tag, phrase, got)
				}
			}
			if got == "" || strings.ContainsAny(got, "{}%") {
				t.Errorf("%s: %s reads %q", tag, phrase, got)
			}
		}
		for p, places := range phrasePlaces {
			check(string(p), places, func(args ...any) string { return c.Say(p, args...) })
		}
		for p, places := range pagePlaces {
			check(string(p), places, func(args ...any) string { return c.Page(p, args...) })
		}
	}
}
