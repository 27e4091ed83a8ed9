package delivery

import (
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
)

// TestAWorkerForOneMailingLeavesTheOthers: two are due, one is delivered, and whoever works
// for all delivers the other later, to each person once.
func TestAWorkerForOneMailingLeavesTheOthers(t *testing.T) {
	n := newNewsroom(t, &server{})
	n.addresses = func(i int) string { return "dam-" + recipientOf(i) }
	n.slug = "dam"
	dam := n.schedule(embargo.Release, -time.Minute, 5)
	n.addresses = func(i int) string { return "levee-" + recipientOf(i) }
	n.slug = "levee"
	levee := n.schedule(embargo.Release, -time.Minute, 5)

	n.tune = func(o *Options) { o.Only = []string{levee} }
	looks := -1
	n.work(func() bool {
		switch {
		case !n.settled(levee)():
		case looks < 0:
			looks = n.w.looked()
		default:
			return n.w.looked() > looks+50 // it has looked for work since, several times
		}
		return false
	})
	if got := n.counts(levee); got.Sent != 5 {
		t.Errorf("%s: %+v", levee, got)
	}
	if got := n.counts(dam); got.Queued != 5 || len(n.s.arrived()) != 5 {
		t.Errorf("%s: %+v, and the server has %v", dam, got, n.s.arrived())
	}
	if d, err := n.l.Dispatch(t.Context(), dam); err != nil || d.State != ledger.Scheduled || !d.LiftedAt.IsZero() {
		t.Errorf("%s is %s, lifted %v, %v", dam, d.State, d.LiftedAt, err)
	}

	n.tune = nil
	n.work(n.settled(dam))
	if got := n.counts(dam); got.Sent != 5 {
		t.Errorf("later, %s: %+v", dam, got)
	}
	for to, times := range n.s.arrived() {
		if times != 1 {
			t.Errorf("%s got it %d times", to, times)
		}
	}
	if got := len(n.s.arrived()); got != 10 {
		t.Errorf("%d were mailed, want 10", got)
	}
}
