package status

import (
	"testing"
	"time"

	"pressroom/internal/ledger"
)

func TestPace(t *testing.T) {
	t0 := time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		state  ledger.State
		lifted time.Time
		counts ledger.Counts
		want   Pace
		says   string
	}{
		{"nothing has left", ledger.Scheduled, time.Time{}, ledger.Counts{Total: 10, Queued: 10}, Pace{}, ""},
		{"half of it", ledger.Sending, t0, ledger.Counts{Total: 122, Sent: 58, Failed: 2, Queued: 60, Suppressed: 2}, Pace{50, 120, 30 * time.Second}, "120 a minute, about 30s left"},
		{"it has just begun", ledger.Sending, t0.Add(29 * time.Second), ledger.Counts{Total: 10, Sent: 1, Queued: 9}, Pace{Percent: 10}, ""},
		{"what is tried again is not waited for", ledger.Sending, t0, ledger.Counts{Total: 60, Sent: 59, Deferred: 1}, Pace{98, 118, 0}, "118 a minute"},
		{"it is done", ledger.Done, t0, ledger.Counts{Total: 4, Sent: 4}, Pace{Percent: 100}, ""},
		{"nobody is mailed", ledger.Done, t0, ledger.Counts{Total: 2, Suppressed: 2}, Pace{}, ""},
	} {
		m := Mailing{Dispatch: &ledger.Dispatch{State: c.state, LiftedAt: c.lifted}, Counts: c.counts}
		if got := m.PaceAt(t0.Add(30 * time.Second)); got != c.want || got.String() != c.says {
			t.Errorf("%s: %+v %q", c.name, got, got)
		}
	}
}
