package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

func TestWaitingCountsDownToTheInstant(t *testing.T) {
	var out bytes.Buffer
	p := &progress{out: &out, terminal: true, lines: make(map[string]string)}
	at := func(state ledger.State, left time.Duration) []status.Mailing {
		return []status.Mailing{{
			Dispatch: &ledger.Dispatch{ID: "x/release-1", State: state, Zone: "UTC"}, Counts: ledger.Counts{Total: 3, Queued: 3}, Left: left,
		}}
	}
	for _, step := range []struct {
		mailings []status.Mailing
		want     string
	}{
		{at(ledger.Scheduled, 61*time.Second), "goes out in 0:01:01"},
		{at(ledger.Scheduled, 2*time.Second), "goes out in 0:00:02"},
		{at(ledger.Sending, 0), "delivering"},
	} {
		out.Reset()
		p.show(step.mailings)
		if !strings.Contains(out.String(), step.want) {
			t.Errorf("%q is not shown: %q", step.want, out.String())
		}
	}
}
