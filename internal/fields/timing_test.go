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
