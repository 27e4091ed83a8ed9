package when

import (
	"strings"
	"testing"
)

// A half of the day that stands behind the zone or the day changes the hour, or leaves it
// open: no embargo is read twelve hours early.
func TestAHalfOfTheDayBehindTheZone(t *testing.T) {
	for line, want := range map[string]string{
		"Embargoed till 8 Dec 2026, 2.30 (GMT+5:30) pm":          "“pm” stands behind it",
		"Embargoed till 8 Dec 2026, 9:00 GMT pm":                 "“pm” stands behind it",
		"Embargoed till 8 Dec 2026, 9:00 GMT, p.m.":              "“p.m.” stands behind it",
		"Embargoed till 8 Dec 2026, 9:00 GMT in the evening":     "“in the evening” stands behind it",
		"Embargoed until 9:00 GMT on 8 December 2026 (PM)":       "“PM” stands behind it",
		"Embargoed till 8 Dec 2026, 21:00 GMT in the morning":    "“in the morning” stands behind it",
		"Embargoed till 8 Dec 2026, 21:00 GMT am":                "“am” stands behind it",
		"Embargoed till 8 Dec 2026, 21:00 GMT pm":                "2026-12-08T21:00Z",
		"Embargoed till 8 Dec 2026, 21:00 GMT in the evening":    "2026-12-08T21:00Z",
		"Embargoed till 8 Dec 2026, 9:00 GMT am":                 "2026-12-08T09:00Z",
		"Embargoed till 8 Dec 2026, 9:00 GMT. PM Larsen said so": "2026-12-08T09:00Z",
		"Embargoed till 8 Dec 2026, 9:00 GMT in the morning":     "2026-12-08T09:00Z",
		"Embargoed till 8 Dec 2026, 9:00 GMT\npm":                "2026-12-08T09:00Z",
		"de Sperrfrist: 8. Dezember 2026, 15 Uhr MEZ am Hafen":   "2026-12-08T15:00+01:00",
		"de Sperrfrist: 8. Dezember 2026, 9 Uhr MEZ abends":      "“abends” stands behind it",
	} {
		language := "en"
		if rest, ok := strings.CutPrefix(line, "de "); ok {
			language, line = "de", rest
		}
		r := Read(line, Options{Today: day0, Language: language})
		got := r.Why
		if !r.At.IsZero() {
			got = r.At.Format("2006-01-02T15:04Z07:00")
		}
		if !strings.HasPrefix(got, want) || (r.Why == "") != (r.Zone != "" || !r.At.IsZero()) {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
}
