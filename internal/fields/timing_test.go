package fields

import (
	"testing"
	"time"
)

// When a release goes out, by whichever key says it.
func TestWhenAFileSaysThatItGoesOut(t *testing.T) {
	for line, want := range map[string]Timing{
		"date = 2026-12-03":                   {Kind: "date", At: "2026-12-03"},
		"embargo = 2026-12-03T09:00:00-08:00": {Kind: "embargo", At: "2026-12-03T17:00"},
		"release_at = 2026-12-03T09:00:00":    {Kind: "release_at", At: "2026-12-03T09:00"},
		"release_at = \"hold\"":               {Kind: "hold"},
		"embargo = \"hold\"":                  {Kind: "embargo"},
		"date = \"soon\"":                     {Kind: "date"},
		"headline = \"x\"":                    {},
	} {
		doc := docOf(t, "+++\n"+line+"\n+++\nBody.\n")
		if got := (Sheet{Doc: doc, Zone: time.UTC}).TimingOf(); got != want {
			t.Errorf("%s: %+v, want %+v", line, got, want)
		}
	}
}

// A time that a clock shows twice is settled by its offset, and is held so; one that it skips
// is none of the two.
func TestATimeThatAClockShowsTwiceIsSettled(t *testing.T) {
	const early, late = "2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00"
	for at, want := range map[string]int{
		"2026-11-01T01:30": 2, early: 2, "2026-11-01T00:59": 0, "2026-11-01T02:00": 0, "2026-03-08T02:30": 0, "soon": 0, "": 0,
	} {
		if got := Readings(at, newYork); len(got) != want {
			t.Errorf("%q: %v", at, got)
		}
	}
	for i, at := range Readings("2026-11-01T01:30", newYork) {
		if got := Reading(at, newYork); got != []string{early, late}[i] {
			t.Errorf("%s is %s", at, got)
		}
	}
	doc := docOf(t, "+++\nembargo = 2026-11-01T05:30:00Z\nadvance_at = 2026-11-01T01:30:00-05:00 # the second\n+++\n")
	sheet := Sheet{doc, newYork}
	was := sheet.TimingOf()
	if got := sheet.Value("", Of("", "advance_at")); was.At != early || got != late {
		t.Errorf("%+v, %s", was, got)
	}
	out, err := Retimed{was, Timing{"embargo", late, ""}, newYork}.Apply(doc)
	if err != nil || string(out) != "+++\nembargo = 2026-11-01T01:30:00-05:00\nadvance_at = 2026-11-01T01:30:00-05:00 # the second\n+++\n" {
		t.Errorf("%v\n%s", err, out)
	}
}
