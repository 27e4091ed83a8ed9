package importer

import (
	"strings"
	"testing"
)

// A release with a day, or an embargo, in its front matter and one in its text: which of
// them the file has, and what is told of the other.
func TestDaysInFrontMatterAndText(t *testing.T) {
	kept := heldBy(t)
	const headline = "Harbor groups ask the port for its water tests"
	text := func(dateline string) string {
		return dateline + " – Eleven groups along the waterfront have asked the port to publish its water tests.\n\n" +
			"The port has tested the water of its piers since 2022 and has not said what it found.\n"
	}
	yaml := func(fields, dateline string) string {
		return "---\ntitle: " + headline + "\n" + fields + "\n---\n\n" + text(dateline)
	}
	for name, c := range map[string]struct{ source, want, told string }{
		"two days, in YAML":          {yaml("date: 2026-06-02", "MARLOW, Mass., June 4, 2026"), "date 2026-06-04", "two days of release, 2 June 2026 and, in “MARLOW, Mass., June 4, 2026”, 4 June 2026; the file has the second"},
		"two days, on lines":         {yaml("date: 2026-06-02", "June 4, 2026\n\nMARLOW, Mass."), "date 2026-06-02", "4 June 2026; the file has the first"},
		"a day of release, and one":  {yaml("release_date: 2026-06-02", "MARLOW, Mass., June 4, 2026"), "date 2026-06-02", "4 June 2026; the file has the first"},
		"two days, in TOML":          {"+++\ntitle = \"" + headline + "\"\ndate = 2026-06-02\n+++\n\n" + text("MARLOW, June 4, 2026"), "date 2026-06-04", "two days of release, 2 June 2026 and, in “MARLOW, June 4, 2026”, 4 June 2026; the file has the second"},
		"one day, twice":             {yaml("date: 2026-06-04", "MARLOW, Mass., June 4, 2026"), "date 2026-06-04", ""},
		"one day, without its year":  {yaml("date: 2026-06-04", "MARLOW, Mass., June 4"), "date 2026-06-04", ""},
		"two days, without a year":   {yaml("date: 2026-06-02", "MARLOW, Mass., June 4"), "date 2026-06-02", "in “MARLOW, Mass., June 4”, 4 June"},
		"a label and a dateline":     {"Release date: June 2, 2026\n\n" + headline + "\n\n" + text("MARLOW, June 4, 2026"), "date 2026-06-02", "two days of release, 2 June 2026 and, in “MARLOW, June 4, 2026”, 4 June 2026"},
		"one in the front matter":    {yaml("date: 2026-06-02", "MARLOW, Mass."), "date 2026-06-02", ""},
		"no such day, front matter":  {yaml("date: 31 November 2026", "MARLOW, Mass."), "date 2026-11-24", "“31 November 2026” is no day of the calendar; the file has today's"},
		"no such day, ISO":           {yaml("date: 2026-02-30", "MARLOW, Mass."), "date 2026-11-24", "“2026-02-30” is no day of the calendar; the file has today's"},
		"no such day, in a dateline": {headline + "\n\n" + text("MARLOW, Mass., November 31, 2026"), "date 2026-11-24", "“November 31, 2026” is no day of the calendar; the file has today's"},
		"no such day, on a line":     {headline + "\n\n31 November 2026\n\n" + text("MARLOW, Mass."), "date 2026-11-24", "“31 November 2026” is no day of the calendar; the file has today's"},
		"no such day, and one":       {headline + "\n\n31 November 2026\n\n" + text("MARLOW, Mass., November 20, 2026"), "date 2026-11-20", "“31 November 2026” is no day of the calendar; the file has 20 November 2026"},
		"an embargo":                 {yaml("embargo: 2026-12-08T09:00:00Z", "MARLOW, Mass."), "2026-12-08T09:00:00+00:00 UTC", ""},
		"an embargo and a day":       {yaml("date: 2026-12-08\nembargo: 9 a.m. ET, December 8, 2026", "MARLOW, Mass."), "2026-12-08T09:00:00-05:00 America/New_York", ""},
		"an embargo until":           {yaml("embargo_until: \"2026-12-08 09:00 +01:00\"", "MARLOW, Mass."), "2026-12-08T09:00:00+01:00 -", ""},
		"embargoed until, one word":  {yaml("embargoedUntil: 2026-12-08T09:00:00+01:00", "MARLOW, Mass."), "2026-12-08T09:00:00+01:00 -", ""},
		"an embargo, said to be one": {yaml("embargo: true\nembargo_until: 2026-12-08T09:00:00Z\nembargo_note: \"\"", "MARLOW, Mass."), "2026-12-08T09:00:00+00:00 UTC", ""},
		"an embargo, no zone":        {yaml("embargo: 2026-12-08 09:00", "MARLOW, Mass."), "?", "the front matter speaks of an embargo or an hour of release, and it names no zone"},
		"an embargo, a day alone":    {yaml("embargo: 2026-12-08", "MARLOW, Mass."), "?", "the front matter speaks of an embargo or an hour of release, and it names no hour"},
		"an embargo, yes":            {yaml("embargo: true", "MARLOW, Mass."), "?", "the front matter speaks of an embargo"},
		"an embargo, no":             {yaml("date: 2026-06-02\nembargo: false", "MARLOW, Mass."), "date 2026-06-02", ""},
		"an embargo, none":           {yaml("date: 2026-06-02\nembargo: none", "MARLOW, Mass."), "date 2026-06-02", ""},
		"an embargo, empty":          {yaml("date: 2026-06-02\nembargo: \"\"", "MARLOW, Mass."), "date 2026-06-02", ""},
		"an embargo, in TOML":        {"+++\ntitle = \"" + headline + "\"\nembargo = 2026-12-08T09:00:00-05:00\n+++\n\n" + text("MARLOW"), "2026-12-08T09:00:00-05:00 -", ""},
		"an hour of release":         {yaml("release_at: 2026-12-08T09:00:00-05:00", "MARLOW, Mass."), "2026-12-08T09:00:00-05:00 -", ""},
		"an hour, in words":          {yaml("release: December 8, 2026, 9 a.m. ET", "MARLOW, Mass."), "2026-12-08T09:00:00-05:00 America/New_York", ""},
		"an hour, by a program":      {yaml("release_time: 2026-12-08T09:00:00Z", "MARLOW, Mass."), "2026-12-08T09:00:00+00:00 UTC", ""},
		"an hour of the day":         {yaml("release_date: 8 December 2026, 09:00 GMT", "MARLOW, Mass."), "2026-12-08T09:00:00+00:00 UTC", ""},
		"an hour without its zone":   {yaml("release: 2026-12-08 09:00", "MARLOW, Mass."), "?", "the front matter speaks of an embargo or an hour of release, and it names no zone"},
		"a day of release":           {yaml("release_date: 2026-06-02", "MARLOW, Mass."), "date 2026-06-02", ""},
		"when its page was made":     {yaml("releaseDate: 2026-06-02T11:40:00Z", "MARLOW, Mass."), "date 2026-06-02", ""},
		"a release of a program":     {yaml("date: 2026-06-02\nrelease: 2.0", "MARLOW, Mass."), "date 2026-06-02", ""},
		"two embargoes":              {yaml("embargo: 2026-12-08T09:00:00Z", "Embargoed until 10 a.m. GMT, December 8, 2026\n\nMARLOW, Mass."), "?", "the front matter it says 2026-12-08T09:00:00Z, and here 2026-12-08T10:00:00Z"},
		"a German embargo":           {"---\ntitle: " + headline + "\nsperrfrist: 8. Dezember 2026, 9 Uhr MEZ\n---\n\n" + text("MARLOW"), "2026-12-08T09:00:00+01:00 Europe/Berlin", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := "release.txt"
			if !strings.HasPrefix(c.source, headline) && !strings.HasPrefix(c.source, "Release") {
				file = "release.md"
			}
			r, err := kept.Import(file, []byte(c.source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			if got := timesOf(t, string(r.Markdown)); got != c.want {
				t.Errorf("is %s, want %s", got, c.want)
			}
			told := strings.Join(r.Unsure, "\n")
			days := strings.Contains(told, "day") || strings.Contains(told, "embargo")
			if c.told == "" && days || !strings.Contains(told, c.told) {
				t.Errorf("told %q, want %q", told, c.told)
			}
		})
	}
}
