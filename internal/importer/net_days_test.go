package importer

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
)

// TestDaysThatLinesNote keeps the first day, the last one with two readings, and the last that no month has.
func TestDaysThatLinesNote(t *testing.T) {
	t.Parallel()
	const weekday, year = "names a weekday that is not the one of its day", "which can hardly be right"
	for _, c := range []struct {
		lines string // with strokes between
		want  string // the day, that with two readings, the one that is none
		told  string
	}{
		{"4 May 2026", "2026-05-04//", ""},
		{"the lamps", "//", ""},
		{"31 June 2026", "//31 June 2026", ""},
		{"4/5/2026", "/4/5/2026/", ""},
		{"4/5/2026|4 May 2026", "2026-05-04/4/5/2026/", ""},
		{"4 May 2026, 5/6/2026", "2026-05-04//", "names a day that can be read in two ways; it is taken to be 4 May 2026"},
		{"Monday, 4 May 2026", "2026-05-04//", ""},
		{"Tuesday, 4 May 2026", "2026-05-04//", weekday},
		{"Tuesday, 4 May 2026, 5/6/2026", "2026-05-04//", "names a day that can be read in two ways"},
		{"4 May 1986", "1986-05-04//", ""},
		{"4 May 1985", "1985-05-04//", year},
		{"4 May 2028", "2028-05-04//", ""},
		{"4 May 2029", "2029-05-04//", year},
		{"4 May", "2026-05-04//", ""},
		{"4 May 2026|4 May 2026", "2026-05-04//", ""},
		{"4 May 2026|4 May", "2026-05-04//", ""},
		{"4 May 2026|5 May", "2026-05-04//", "4 May 2026 and, in “5 May”, 5 May; the file has the first"},
		{"4 May 2026|4 June 2026", "2026-05-04//", "4 May 2026 and, in “4 June 2026”, 4 June 2026; the file has the first"},
		{"4 May 2026|4 May 2025", "2026-05-04//", "4 May 2026 and, in “4 May 2025”, 4 May 2025; the file has the first"},
		{"4 May 2026|5 May to 6 May 2026", "2026-05-04//", ""},
		{"4 May 2026|5 May 2026, 6/7/2026", "2026-05-04//", ""},
		{"4 May 2026|5/6/2026", "2026-05-04//", ""},
		{"4 May 2026|5 May 2026|6 May 2026", "2026-05-04//", "“5 May 2026”"},
	} {
		d := drafted("en")
		for _, line := range strings.Split(c.lines, "|") {
			d.noteDay(line)
		}
		day := ""
		if !d.day.IsZero() {
			day = d.day.Format(time.DateOnly)
		}
		got, told := day+"/"+d.twice+"/"+d.noDay, strings.Join(d.Unsure, "|")
		if got != c.want || (told == "") != (c.told == "") || !strings.Contains(told, c.told) || len(d.Unsure) > 1 {
			t.Errorf("%s: %q, told %q", c.lines, got, told)
		}
	}
}

// TestDatelinesKnowTheDayBetterThanPages takes the second day where the first was that of a page.
func TestDatelinesKnowTheDayBetterThanPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		dateline string
		page     bool
		other    bool
		text     string
		want     string
		told     int
	}{
		{"MARLOW", true, false, "5 May 2026", "2026-05-05", 1},
		{"MARLOW", true, true, "5 May 2026", "2026-05-05", 1},
		{"MARLOW", true, false, "5 May", "2026-05-04", 1},
		{"", true, false, "5 May 2026", "2026-05-04", 1},
		{"", true, true, "5 May 2026", "2026-05-04", 0},
		{"MARLOW", false, false, "5 May 2026", "2026-05-04", 1},
		{"MARLOW", false, true, "5 May 2026", "2026-05-04", 0},
	} {
		d := drafted("en")
		d.day, d.Dateline.Text = time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC), c.dateline
		d.pageDay, d.otherDay = c.page, c.other
		d.noteDay(c.text)
		if got := d.day.Format(time.DateOnly); got != c.want || len(d.Unsure) != c.told {
			t.Errorf("%+v: %s, told %d", c, got, len(d.Unsure))
		}
		if c.told > 0 && (!d.otherDay || d.pageDay != (c.page && c.want == "2026-05-04")) {
			t.Errorf("%+v: of another day %t, of a page %t", c, d.otherDay, d.pageDay)
		}
	}
}

// TestYearsOfDaysThatNameNone are those of days around them, where these all have one that has passed.
func TestYearsOfDaysThatNameNone(t *testing.T) {
	t.Parallel()
	far := strings.Repeat("lamps ", 400)
	for _, c := range []struct {
		source string
		want   int
	}{
		{"", 2026},
		{"The lamps burn on 5 May 2024.", 2024},
		{"The lamps burn on 5 May.", 2026},
		{"The lamps burn on 5 May 2024 and on 6 May 2026.", 2026},
		{"The lamps burn on 5 May 2024 and on 6 May 2027.", 2026},
		{"The lamps burn on 5 May 2024 and on 6 May 2023.", 2026},
		{"The lamps burn on 5 May 2024 and on 6 December 2023.", 2024},
		{"The lamps burn on 2 July 2024.", 2024},
		{"The lamps burn on 3 July 2024.", 2026},
		{"The lamps burn on 3-8 May 2024.", 2024},
		{"The lamps burn. " + far + "Marlow, 4 May 2024", 2024},
		{"The lamps burn. " + far + "Marlow, 5 May 2024", 2026},
		{"The lamps burn. " + far + "Marlow, 4 June 2024", 2026},
		{"The lamps burn. " + far + "Marlow, 4 May", 2026},
		{"The lamps burn. " + far + "Marlow, 4 May 2024 or 4 May 2027", 2024},
		{"The lamps burn. " + far + "Marlow, 4 May 2024 or 4 May 2026", 2026},
		{"The lamps burn. " + far + "4 May 2024. " + far, 2026},
	} {
		d := drafted("en")
		d.Source = c.source
		if got := d.yearOf(when.Day{Month: 5, Day: 4}); got != c.want || (len(d.Unsure) > 0) != (c.want != 2026) {
			t.Errorf("%.60s: %d, told %q", c.source, got, d.Unsure)
		}
	}
}

// TestLinesThatAreADay have little else, and are no longer than a day with its place.
func TestLinesThatAreADay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want bool
	}{
		{"4 May 2026", true},
		{"31 June 2026", true},
		{"Marlow", false},
		{"Old Marlow, 4 May 2026", true},
		{"Old Marlow Quay, 4 May 2026", false},
		{"4 May 2026 — Marlow", false},
		{"4 May 2026 – Marlow", false},
		{"4 May 2026 - Marlow", true},
		{"embargo 4 May 2026", false},
		{"4 May to 6 May 2026", false},
		{"4 May and 4 June 2026", false},
		{"Monday 4 May 2026, 4 May 2026", true},
		{"4 May 2026 a b", true},
		{"4 May 2026 at 9 a.m. ET a", true},
		{"4 May 2026 at 9 a.m. ET a b", false},
		{"4 May 2026 " + strings.Repeat("x", 49), true},
		{"4 May 2026 " + strings.Repeat("x", 50), false},
	} {
		if got := isDateLine(c.text, "en"); got != c.want {
			t.Errorf("%s: %t", c.text, got)
		}
	}
	for _, c := range []struct {
		text string
		want bool
	}{
		{"20 – 22 November 2026", true},
		{"Marlow 22 November 2026", true},
		{"Old Marlow 22 November 2026", false},
		{"Marlow", false},
		{"22 November 2026, Wednesday evening", true},
	} {
		if got := drafted("en").daysAlone(c.text); got != c.want {
			t.Errorf("%s is days alone: %t", c.text, got)
		}
	}
}

// TestLinesAboutTheDayOfRelease takes the day with its label, its number or who gave the text out off such lines.
func TestLinesAboutTheDayOfRelease(t *testing.T) {
	t.Parallel()
	const day = "2026-05-04"
	for _, c := range []struct {
		list string // lines with strokes between
		want string // the day, whether of a page, and what is kept of the line
	}{
		{"Issued by the Harbour Union on 4 May 2026", day + " kept"},
		{"Issued by the Harbour Union", ""},
		{"Published on 4 May 2026 by Ana Ruiz", day + " kept"},
		{"4 May 2026 | By Ana Ruiz", day + " page kept"},
		{"By Ana Ruiz | 4 May 2026", day + " page kept"},
		{"Posted: 4 May 2026 | By Ana Ruiz", day + " page kept"},
		{"Date: 4 May 2026", day + " dropped Date: "},
		{"Posted: 4 May 2026", day + " page dropped Posted: "},
		{"Date: the day of the lamps", ""},
		{"Release date: 4 May 2026", day + " dropped Release date: "},
		{"No. 12/26 – 4 May 2026", day + " dropped No. 12/26 – "},
		{"No. 12/26 – the lamps", ""},
		{"Press release 12: 4 May 2026", day + " dropped Press release 12: "},
		{"Press release 12: the lamps", ""},
		{"Press release – 4 May 2026", day + " dropped Press release – "},
		{"Press release – 4 May 2026 – for immediate release", day + " line"},
		{"4 May 2026 Posted in Lamps", day + " page kept"},
		{"The lamps Posted in Marlow", ""},
		{"4 May 2026 · 3 min read", day + " kept"},
		{"The lamps · 3 min read", ""},
		{"4 May 2026 Press contact: Ana Ruiz", day + " contact dropped Press contact:"},
		{"The lamps Press contact: Ana Ruiz", ""},
		{"4 May 2026 – Harbour Union|The lamps burn", day + " kept"},
	} {
		d, i := drafted("en"), 0
		var list []prose.Para
		for _, line := range strings.Split(c.list, "|T") {
			if line != "" {
				list = append(list, prose.Para{Text: line})
			}
		}
		if len(list) > 1 {
			list[1] = prose.Para{Text: "T" + list[1].Text, Level: 1}
		}
		got := ""
		if d.dayLine(list, &i) {
			got = d.day.Format(time.DateOnly)
			if d.pageDay {
				got += " page"
			}
			if len(d.Letterhead) > 0 {
				got += " kept"
			}
			if len(d.releaseLines) > 0 {
				got += " line"
			}
			if len(d.Contacts) > 0 {
				got += " contact"
			}
			if len(d.dropped) > 0 {
				got += " dropped " + d.dropped[0]
			}
		}
		if got != c.want || (i == 1) != (c.want != "") {
			t.Errorf("%s: %q, moved by %d", c.list, got, i)
		}
	}
	for n, want := range map[int]bool{120: true, 121: false} {
		i := 0
		text := "4 May 2026 " + strings.Repeat("x", 49) + " | By A" + strings.Repeat("é", n-67)
		if got := drafted("en").dayLine([]prose.Para{{Text: text}}, &i); got != want {
			t.Errorf("a line of %d runes: %t", n, got)
		}
	}
	d, i := drafted("en"), 0
	if d.dayLine([]prose.Para{{Text: "Date: 4 May 2026", Level: 2}}, &i) {
		t.Error("a heading")
	}
	if d.dayLine([]prose.Para{{Text: "Date: 4 May 2026", Place: inFront}}, &i); !d.pageDay {
		t.Error("what stands in front of a page is of it")
	}
}
