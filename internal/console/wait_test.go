package console

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
		{at(ledger.Scheduled, 61*time.Second), "x/release-1 to 3 journalists in 0:01:01"},
		{at(ledger.Scheduled, 2*time.Second), "x/release-1 to 3 journalists in 0:00:02"},
		{at(ledger.Sending, 0), "delivering x/release-1"},
	} {
		out.Reset()
		p.show(step.mailings)
		if !strings.Contains(out.String(), step.want) {
			t.Errorf("%q is not shown: %q", step.want, out.String())
		}
	}
}

// The bar is of what is being delivered: what is done, and what waits for its instant, does
// not make it stand still.
func TestTheBarIsOfWhatIsBeingDelivered(t *testing.T) {
	var out bytes.Buffer
	p := &progress{out: &out, terminal: true, lines: make(map[string]string)}
	mailing := func(id string, state ledger.State, counts ledger.Counts, left time.Duration) status.Mailing {
		return status.Mailing{Dispatch: &ledger.Dispatch{ID: id, State: state, Zone: "UTC"}, Counts: counts, Left: left}
	}
	early := mailing("x/advance-1", ledger.Done, ledger.Counts{Total: 4, Sent: 4}, 0)
	for _, step := range []struct {
		now       status.Mailing
		want, not string
	}{
		{mailing("x/release-1", ledger.Scheduled, ledger.Counts{Total: 20, Queued: 20}, 5*time.Second), "x/release-1 to 20 journalists in 0:00:05", "%"},
		{mailing("x/release-1", ledger.Sending, ledger.Counts{Total: 20, Queued: 10, Sent: 10}, 0), "(10/20)", "/24"},
		{mailing("x/release-1", ledger.Done, ledger.Counts{Total: 20, Sent: 20}, 0), "x/release-1: done, 20 of 20 sent", "%"},
	} {
		out.Reset()
		p.show([]status.Mailing{early, step.now})
		if got := out.String(); !strings.Contains(got, step.want) || strings.Contains(got, step.not) {
			t.Errorf("%q is not shown, or %q is: %q", step.want, step.not, got)
		}
	}
}
