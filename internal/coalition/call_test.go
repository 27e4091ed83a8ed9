package coalition

import (
	"testing"
	"time"

	"pressroom/internal/release"
)

// Nobody is asked for an answer by 14:37.
func TestDeadlinesAreQuartersOfAnHour(t *testing.T) {
	now := time.Date(2027, 3, 1, 9, 7, 31, 0, time.UTC)
	for _, c := range []struct{ out, soft, hard, wantSoft, wantHard string }{
		{"2027-03-01T20:00:00Z", "", "", "2027-03-01T14:00:00Z", "2027-03-01T19:00:00Z"},
		{"2027-03-01T11:00:00Z", "", "", "2027-03-01T09:45:00Z", "2027-03-01T10:30:00Z"},
		{"2027-03-01T09:20:00Z", "", "", "2027-03-01T09:11:00Z", "2027-03-01T09:15:00Z"},
		{"2027-03-05T09:00:00Z", "6h", "2d", "2027-03-01T15:00:00Z", "2027-03-03T09:00:00Z"},
		{"2027-03-05T09:00:00Z", "5m", "2027-03-03T10:37", "2027-03-01T09:12:00Z", "2027-03-03T10:37:00Z"},
	} {
		out, err := time.Parse(time.RFC3339, c.out)
		if err != nil {
			t.Fatal(err)
		}
		rel := &release.Release{Zone: time.UTC}
		rel.Timing.Kind, rel.Timing.At = release.Embargoed, out
		var call Call
		if err := call.deadlines(rel, now, c.soft, c.hard); err != nil {
			t.Errorf("%v: %v", c, err)
		}
		soft, hard := call.Soft.UTC().Format(time.RFC3339), call.Hard.UTC().Format(time.RFC3339)
		if soft != c.wantSoft || hard != c.wantHard {
			t.Errorf("out at %s: asked for by %s, closed %s; want %s, %s", c.out, soft, hard, c.wantSoft, c.wantHard)
		}
	}
}
