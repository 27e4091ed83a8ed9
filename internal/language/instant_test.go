package language

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/rivo/uniseg"
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
		if got := forReader("en").Instant(at); got != "Tuesday, June 8, 2027, "+want {
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
			got := strings.ReplaceAll(c.Instant(at.In(z)), rightMark, "")
			if name == "UTC" {
				if !strings.HasSuffix(got, " UTC") || strings.Contains(got, "(") {
					t.Errorf("%s: UTC alone is written %s", tag, got)
				}
				continue
			}
			if !strings.Contains(got, zoneName(at.In(z))+" (") || !strings.HasSuffix(got, "21:30 UTC)") {
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

// A desk that goes by UTC would publish a day early or late if it took the day before
// the bracket for that of UTC.
func TestUTCHasItsOwnDayWhereThatIsAnother(t *testing.T) {
	zone := func(name string) *time.Location {
		z, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	evening := time.Date(2027, 6, 30, 20, 30, 0, 0, zone("America/Los_Angeles"))
	morning := time.Date(2027, 7, 2, 7, 0, 0, 0, zone("Asia/Tokyo"))
	for _, c := range []struct {
		tag  string
		at   time.Time
		want string
	}{
		{"en", evening, "Wednesday, June 30, 2027, 8:30 p.m. PDT (Thursday, July 1, 03:30 UTC)"},
		{"en", morning, "Friday, July 2, 2027, 7:00 a.m. JST (Thursday, July 1, 22:00 UTC)"},
		{"en-GB", evening, "Wednesday 30 June 2027, 20:30 PDT (Thursday 1 July, 03:30 UTC)"},
		{"es", evening, "miércoles 30 de junio de 2027, 20:30 PDT (jueves 1 de julio, 03:30 UTC)"},
		{"fr", evening, "mercredi 30 juin 2027, 20\u00a0h\u00a030 PDT (jeudi 1er juillet, 03:30 UTC)"},
		{"de", morning, "Freitag, 2. Juli 2027, 07.00 Uhr JST (Donnerstag, 1. Juli, 22:00 UTC)"},
		{"pt-PT", evening, "quarta-feira, 30 de junho de 2027, 20:30 PDT (quinta-feira, 1 de julho, 03:30 UTC)"},
		{"it", evening, "mercoledì 30 giugno 2027, 20:30 PDT (giovedì 1º luglio, 03:30 UTC)"},
		{"nl", morning, "vrijdag 2 juli 2027, 07.00 uur JST (donderdag 1 juli, 22:00 UTC)"},
		{"ar", morning, "الجمعة، 2 يوليو 2027، 07:00 JST (الخميس، 1 يوليو، 22:00 UTC)"},
		{"ja", morning, "金曜日、2027年7月2日、07:00 JST (木曜日、7月1日、22:00 UTC)"},
	} {
		if got := forReader(c.tag).Instant(c.at); got != c.want {
			t.Errorf("%s: %s\nwant %s", c.tag, got, c.want)
		}
	}
	// In every language the other day is named, and only where it is another.
	for _, tag := range Known() {
		c, _ := For(tag)
		if got := c.Instant(evening); !strings.Contains(got, c.dates.weekdays[3]) || !strings.Contains(got, c.dates.weekdays[4]) {
			t.Errorf("%s: one day stands in %s", tag, got)
		}
		if got := c.Instant(evening.Add(-10 * time.Hour)); strings.Contains(got, c.dates.weekdays[4]) || !strings.Contains(got, "(17:30 UTC)") {
			t.Errorf("%s: %s", tag, got)
		}
	}
}

// 12:00 and 00:00 are taken one for the other.
func TestNoonAndMidnightAreWords(t *testing.T) {
	noon, midnight := time.Date(2027, 6, 8, 12, 0, 0, 0, time.UTC), time.Date(2027, 6, 8, 0, 0, 0, 0, time.UTC)
	for tag, want := range map[string][2]string{
		"en":    {"Tuesday, June 8, 2027, noon UTC", "Tuesday, June 8, 2027, 12:00 a.m. (midnight, start of the day) UTC"},
		"en-GB": {"Tuesday 8 June 2027, 12 noon UTC", "Tuesday 8 June 2027, 00:00 (midnight, start of the day) UTC"},
		"de":    {"Dienstag, 8. Juni 2027, 12.00 Uhr (mittags) UTC", "Dienstag, 8. Juni 2027, 00.00 Uhr (Mitternacht, Tagesbeginn) UTC"},
		"ja":    {"火曜日、2027年6月8日、12:00（正午） UTC", "火曜日、2027年6月8日、00:00（午前0時） UTC"},
	} {
		c := forReader(tag)
		if got := [2]string{c.Instant(noon), c.Instant(midnight)}; got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	for _, tag := range Known() {
		c, _ := For(tag)
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return r
				}
				return -1
			}, s)
		}
		plain := letters(c.Instant(noon.Add(time.Minute)))
		for _, at := range []time.Time{noon, midnight} {
			if got := c.Instant(at); letters(got) == plain || strings.Contains(got, "{") {
				t.Errorf("%s: no word tells what %s is", tag, got)
			}
		}
		if got := c.Instant(midnight.Add(time.Minute)); !strings.Contains(got, "01") {
			t.Errorf("%s: a minute past midnight is %s", tag, got)
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
			if !strings.Contains(s, c.dates.weekdays[day]) || seen[c.dates.weekdays[day]] {
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
		for p, places := range linkPlaces {
			if _, ok := c.Link(p); ok {
				check(string(p), places, func(args ...any) string { s, _ := c.Link(p, args...); return s })
			}
		}
		for p, places := range pagePlaces {
			check(string(p), places, func(args ...any) string { return c.Page(p, args...) })
		}
	}
}

// A subject's words have to begin by its fortieth character: common mail programs cut
// it there on a telephone.
func TestAnEmbargoLeavesRoomForTheHeadlineInASubject(t *testing.T) {
	place := func(name string) *time.Location {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return zone
	}
	la, paris := place("America/Los_Angeles"), place("Europe/Paris")
	for tag, want := range map[string][3]string{
		"en":    {"EMBARGO Dec 3, 9 a.m. PST: H", "EMBARGO Sept 30, 10:30 p.m. CEST: H", "EMBARGO Dec 3, noon PST: H"},
		"en-GB": {"EMBARGO 3 Dec, 09:00 PST: H", "EMBARGO 30 Sept, 22:30 CEST: H", "EMBARGO 3 Dec, 12 noon PST: H"},
		"es":    {"EMBARGO 3 dic 09:00 PST: H", "EMBARGO 30 sept 22:30 CEST: H", "EMBARGO 3 dic 12:00 PST: H"},
		"fr":    {"EMBARGO 3 déc. 09\u00a0h\u00a000 PST\u00a0: H", "EMBARGO 30 sept. 22\u00a0h\u00a030 CEST\u00a0: H", "EMBARGO 3 déc. 12\u00a0h\u00a000 PST\u00a0: H"},
		"de":    {"SPERRFRIST 3. Dez., 09.00 Uhr PST: H", "SPERRFRIST 30. Sept., 22.30 Uhr CEST: H", "SPERRFRIST 3. Dez., 12.00 Uhr PST: H"},
		"ja":    {"【解禁 12/3 09:00 PST】H", "【解禁 9/30 22:30 CEST】H", "【解禁 12/3 12:00 PST】H"},
		"zh":    {"【禁发至12月3日 09:00 PST】H", "【禁发至9月30日 22:30 CEST】H", "【禁发至12月3日 12:00 PST】H"},
		"ko":    {"[엠바고 12월 3일 오전 9시 00분 PST까지] H", "[엠바고 9월 30일 오후 10시 30분 CEST까지] H", "[엠바고 12월 3일 낮 12시 PST까지] H"},
		"he":    {"אסור לפרסום עד 3/12 09:00 PST: H", "אסור לפרסום עד 30/9 22:30 CEST: H", "אסור לפרסום עד 3/12 12:00 PST: H"},
		"pt":    {"EMBARGO 3 dez. 09:00 PST: H", "EMBARGO 30 set. 22:30 CEST: H", "EMBARGO 3 dez. 12:00 PST: H"},
	} {
		c, _ := For(tag)
		for i, at := range []time.Time{
			time.Date(2026, 12, 3, 9, 0, 0, 0, la), time.Date(2026, 9, 30, 22, 30, 0, 0, paris), time.Date(2026, 12, 3, 12, 0, 0, 0, la),
		} {
			if got := c.Say(SubjectHold, c.ShortInstant(at), "H"); got != want[i] {
				t.Errorf("%s: %q, want %q", tag, got, want[i])
			}
		}
	}
	for _, tag := range Known() {
		c, _ := For(tag)
		for month := range 12 {
			at := time.Date(2026, time.Month(month+1), 28, 22, 30, 0, 0, la)
			got := c.Say(SubjectHold, c.ShortInstant(at), "")
			if n := uniseg.GraphemeClusterCount(got); n > 40 {
				t.Errorf("%s: the headline begins behind %d characters: %s", tag, n, got)
			}
		}
	}
}

// Where a catalogue says nothing of it, day and month stand in a subject as in its dates: 1/7 is
// January to whoever writes the month first.
func TestFiguresStandInTheOrderOfTheDates(t *testing.T) {
	at := time.Date(2027, 7, 1, 9, 30, 0, 0, time.UTC)
	for date, want := range map[string]string{
		"{day} {month} {year}": "1/7 09:30 UTC", "{year}. {m}. {day}.": "7/1 09:30 UTC", "{month} {day}, {year}": "7/1 09:30 UTC",
	} {
		c := *Of("en")
		c.dates.short, c.dates.date = "", date
		if got := c.ShortInstant(at); got != want {
			t.Errorf("%s: %s, want %s", date, got, want)
		}
	}
}
