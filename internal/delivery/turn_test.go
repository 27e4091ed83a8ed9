package delivery

import (
	"context"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/smtp"
)

// TestAWorkerFinishesWhatWasBrokenOff: whoever put a release on hold was killed before
// those were told who have a copy, and a worker of any kind sees to it.
func TestAWorkerFinishesWhatWasBrokenOff(t *testing.T) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	n := newNewsroom(t, &server{})
	n.schedule(embargo.Release, time.Hour, 1)
	turn, err := n.l.PutOnHold(ctx, n.release(), "a figure")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := n.l.PutOnHold(ctx, n.release(), ""); err == nil {
		t.Error("it is put on hold twice")
	}
	n.w.add(leftUndone + time.Second)
	asked := ""
	err = Run(ctx, Options{
		Ledger: n.l, Now: n.w.now, Dialer: &smtp.Dialer{Address: n.s.listener.Addr().String()},
		Finish: func(ctx context.Context, slug string) error {
			asked = slug
			err := n.l.Tell(ctx, *turn, "")
			stop()
			return err
		},
	})
	if err != nil || asked != n.release() {
		t.Errorf("%q, %v", asked, err)
	}
	if owed, err := n.l.Owed(context.Background()); err != nil || len(owed) > 0 {
		t.Errorf("owed still: %+v, %v", owed, err)
	}
	if err := n.l.Tell(context.Background(), ledger.Turn{Slug: n.release(), What: ledger.OnHold, Number: 1}, ""); err == nil {
		t.Error("it is told twice")
	}
}
