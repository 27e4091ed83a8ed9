package language

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/bidi"

	"pressroom/internal/expect"
)

// An instant as it reads in further zones, in every language: on the same day and on
// others, at noon and at midnight, and of zones that read as one before them.
func TestAnInstantInFurtherZones(t *testing.T) {
	instants := []struct {
		at, zone string
		further  string
	}{
		{"2026-07-26T16:00:00Z", "America/Los_Angeles", "America/New_York"},
		{"2026-07-26T16:00:00Z", "America/Los_Angeles", "Europe/London Europe/Paris Asia/Tokyo"},
		{"2026-07-26T06:30:00Z", "America/Los_Angeles", "America/New_York Europe/Madrid"},
		{"2026-12-31T22:00:00Z", "Europe/London", "Europe/Madrid Asia/Kolkata Europe/Helsinki"},
		{"2027-01-01T04:00:00Z", "Asia/Shanghai", "America/Chicago UTC Asia/Hong_Kong Asia/Taipei"},
		{"2026-07-26T16:00:00Z", "UTC", "UTC Europe/London America/Sao_Paulo Asia/Kathmandu"},
		{"2026-12-27T00:00:00Z", "Asia/Tokyo", "America/New_York"},
		{"2026-12-27T01:00:00Z", "Asia/Shanghai", "America/New_York Asia/Tokyo"},
	}
	var b strings.Builder
	for _, tag := range (*Set)(nil).Known() {
		b.WriteString("== " + tag + "\n")
		for i, in := range instants {
			if tag != "en" && i != 1 && i != 3 {
				continue
			}
			at, err := time.Parse(time.RFC3339, in.at)
			if err != nil {
				t.Fatal(err)
			}
			var further []*time.Location
			for _, name := range strings.Fields(in.further) {
				further = append(further, zoneOf(t, name))
			}
			b.WriteString(Of(tag).Instant(at.In(zoneOf(t, in.zone)), further...) + "\n")
		}
	}
	expect.File(t, "zones.golden.txt", b.String())
}

func zoneOf(t *testing.T, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// A file that was written while only UTC stood beside a time says so in a key of that name.
func TestTheOldNameOfATimeElsewhere(t *testing.T) {
	line := "elsewhere = \"{weekday}, {month} {day}, {time} {zone}\"\n"
	for put, want := range map[string]string{
		"utc = \"{time} UTC, {weekday} {day}\"\n": "6:30 a.m. BST, Sunday 26",
		line: "Sunday, July 26, 6:30 a.m. BST",
	} {
		set, diags := NewSet([]File{whole(t, line, put)}, "eo")
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		at := time.Date(2026, 7, 26, 5, 30, 0, 0, time.UTC).In(zoneOf(t, "America/Los_Angeles"))
		if got := set.Of("eo").Instant(at, zoneOf(t, "Europe/London")); !strings.Contains(got, "/ "+want+" (") {
			t.Errorf("%q: %s", put, got)
		}
	}
}

// What stands in brackets behind midnight is left out of a subject, with the space before it.
func TestMidnightInASubject(t *testing.T) {
	const line = "midnight = \"12:00 a.m. (midnight, start of the day)\""
	for _, space := range []string{" ", "\u00a0", " \u00a0"} {
		set, diags := NewSet([]File{whole(t, line, "midnight = \"12:00 a.m."+space+"(midnight)\"")}, "eo")
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		if got := set.Of("eo").ShortInstant(time.Date(2026, 7, 26, 0, 0, 0, 0, time.UTC)); got != "July 26, 12:00 a.m. UTC" {
			t.Errorf("%q: %q", space, got)
		}
	}
}

// In a sentence that runs from right to left, every time stands beside its own zone, as
// it is seen and not only as it is stored.
func TestATimeIsSeenBesideItsOwnZone(t *testing.T) {
	at, err := time.Parse(time.RFC3339, "2027-01-05T08:30:00Z")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		zone    string
		further []*time.Location
		seen    []string
	}{
		{"Europe/Berlin", nil, []string{"CET 09:30", "UTC 08:30"}},
		{"Europe/London", []*time.Location{zoneOf(t, "America/Los_Angeles"), zoneOf(t, "Asia/Tokyo")}, []string{"GMT 08:30", "PST 00:30", "JST 17:30"}},
		{"America/Caracas", nil, []string{"UTC−4 04:30", "UTC 08:30"}},
	} {
		for _, tag := range []string{"ar", "he"} {
			shown := onScreen(t, Of(tag).Instant(at.In(zoneOf(t, c.zone)), c.further...))
			for _, want := range c.seen {
				if !strings.Contains(shown, want) {
					t.Errorf("%s is seen as %q, without %q", tag, shown, want)
				}
			}
		}
	}
}

// onScreen is a paragraph that runs from right to left as it is seen from left to right,
// without the marks of direction.
func onScreen(t *testing.T, line string) string {
	t.Helper()
	var p bidi.Paragraph
	if _, err := p.SetString(line, bidi.DefaultDirection(bidi.RightToLeft)); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := order.NumRuns() - 1; i >= 0; i-- {
		run := order.Run(i)
		text := run.String()
		if run.Direction() == bidi.RightToLeft {
			text = bidi.ReverseString(text)
		}
		b.WriteString(text)
	}
	return strings.ReplaceAll(b.String(), rightMark, "")
}
